//! Data of a due diligence statement against the field limits of the information system.

use super::told::Told;
use crate::error::Error;
use crate::factor::Figures;
use crate::number::Amount;
use crate::place::Place;
use crate::wire::v1::{EudrCommodity, EudrStatement};

const ACTIVITIES: [&str; 3] = ["DOMESTIC", "IMPORT", "EXPORT"];

/// Tells what the system would refuse.
///
/// # Errors
/// `FIGURE_MISSING`, `BAD_PACK` for a profile without field limits.
pub(super) fn check(given: &EudrStatement, figures: &mut Figures<'_>, told: &mut Told) -> Result<(), Error> {
    let path = "/statement";
    if !ACTIVITIES.contains(&given.activity.as_str()) {
        let message = format!("activity `{}` is not known", given.activity);
        told.error("activity", &format!("{path}/activity"), message, "use DOMESTIC, IMPORT or EXPORT");
    }
    let crosses = matches!(given.activity.as_str(), "IMPORT" | "EXPORT");
    if crosses && given.eori.is_empty() {
        told.error(
            "eori",
            &format!("{path}/eori"),
            "import and export need an EORI number",
            "state the EORI number",
        );
    }
    country(&given.operator_country, &format!("{path}/operator_country"), told);
    if !given.operator_in_eu && given.activity != "IMPORT" {
        let message = "an operator outside the EU files imports only";
        told.error(
            "operator",
            &format!("{path}/operator_in_eu"),
            message,
            "let the operator in the EU file it",
        );
    }
    let commodities = given.commodities.len();
    let most = figures.count("commodities-max")?;
    if commodities == 0 || commodities > most {
        let message = format!("{commodities} commodities: one to {most} are taken");
        told.error("commodities", &format!("{path}/commodities"), message, "split the statement");
    }
    let (mut producers, mut species) = (0_usize, 0_usize);
    for (at, commodity) in given.commodities.iter().enumerate() {
        one(commodity, &format!("{path}/commodities/{at}"), crosses, figures, told)?;
        producers = producers.saturating_add(commodity.producers.len());
        species = species.saturating_add(commodity.species.len());
    }
    for (count, limit, what) in
        [(producers, "producers-max", "producers"), (species, "species-max", "species")]
    {
        let most = figures.count(limit)?;
        if count > most {
            let message = format!("{count} {what} in all: {most} are taken");
            told.error(limit, &format!("{path}/commodities"), message, "split the statement");
        }
    }
    let most = figures.count("references-max")?;
    if given.references.len() > most {
        let message = format!("{} references: {most} are taken", given.references.len());
        told.error("references-max", &format!("{path}/references"), message, "group statements before");
    }
    let reference_chars = figures.count("reference-chars")?;
    let (least, most) = (figures.count("verification-chars-min")?, figures.count("verification-chars-max")?);
    for (at, reference) in given.references.iter().enumerate() {
        let path = format!("{path}/references/{at}");
        let chars = reference.reference.chars().count();
        if chars == 0 || chars > reference_chars {
            let message = format!("a reference number has one to {reference_chars} characters");
            told.error(
                "reference",
                &format!("{path}/reference"),
                message,
                "copy the number from the statement",
            );
        }
        let chars = reference.verification.chars().count();
        if chars < least || chars > most {
            let message = format!("a verification number has {least} to {most} characters");
            told.error("verification", &format!("{path}/verification"), message, "ask the supplier for it");
        }
        match reference.status.as_str() {
            "" | "AVAILABLE" | "ARCHIVED" => {}
            status => {
                let message = format!("a statement that is `{status}` cannot be referred to");
                let help =
                    "it has to be AVAILABLE or ARCHIVED; once referred to it cannot be amended or withdrawn";
                told.error("reference-status", &format!("{path}/status"), message, help);
            }
        }
    }
    Ok(())
}

fn country(code: &str, path: &str, told: &mut Told) {
    let two = code.len() == 2 && code.bytes().all(|byte| byte.is_ascii_uppercase());
    if !two || Place::parse(code).is_err() {
        told.error(
            "country",
            path,
            format!("`{code}` is no country code of two letters"),
            "use ISO 3166-1 alpha-2, e.g. VN",
        );
    }
}

fn long(text: &str, most: usize, rule: &str, path: &str, told: &mut Told) {
    let chars = text.chars().count();
    if chars > most {
        told.error(rule, path, format!("{chars} characters: at most {most} are taken"), "shorten the text");
    }
}

fn one(
    given: &EudrCommodity,
    path: &str,
    crosses: bool,
    figures: &mut Figures<'_>,
    told: &mut Told,
) -> Result<(), Error> {
    let at = |field: &str| format!("{path}/{field}");
    let (least, most) = (figures.count("hs-digits-min")?, figures.count("hs-digits-max")?);
    let digits = given.hs_heading.len();
    if digits < least || digits > most || !given.hs_heading.bytes().all(|byte| byte.is_ascii_digit()) {
        let message = format!("`{}` is no code of {least} to {most} digits", given.hs_heading);
        told.error("hs", &at("hs_heading"), message, "write the digits of the Harmonized System");
    }
    long(&given.description, figures.count("description-chars")?, "description", &at("description"), told);
    weight(given, &at("net_weight_kg"), crosses, figures, told)?;
    let (least, most) =
        (figures.count("supplementary-qualifier-min")?, figures.count("supplementary-qualifier-max")?);
    let chars = given.supplementary_qualifier.chars().count();
    let unit = !given.supplementary_unit.is_empty();
    if unit != (chars > 0) || unit && (chars < least || chars > most) {
        let message =
            format!("a supplementary unit and its qualifier of {least} to {most} characters go together");
        told.error("supplementary", &at("supplementary_qualifier"), message, "give both or none");
    }
    let timber = given.timber || given.hs_heading.starts_with("44");
    if timber && given.species.is_empty() {
        let message = "timber needs the scientific and the common name of its species";
        told.error("species", &at("species"), message, "name each species");
    }
    let longest = figures.count("scientific-name-chars")?;
    for (number, species) in given.species.iter().enumerate() {
        let path = at(&format!("species/{number}"));
        if species.scientific_name.is_empty() || timber && species.common_name.is_empty() {
            told.error(
                "species",
                &path,
                "a name of the species is missing",
                "give the scientific and the common name",
            );
        }
        long(&species.scientific_name, longest, "species", &format!("{path}/scientific_name"), told);
    }
    let most = figures.count("producers-per-commodity")?;
    if given.producers.len() > most {
        let message = format!("{} producers: {most} are taken for one commodity", given.producers.len());
        told.error("producers", &at("producers"), message, "split the commodity");
    }
    let longest = figures.count("producer-name-chars")?;
    for (number, producer) in given.producers.iter().enumerate() {
        let path = at(&format!("producers/{number}"));
        long(&producer.name, longest, "producer-name", &format!("{path}/name"), told);
        country(&producer.country, &format!("{path}/country"), told);
    }
    Ok(())
}

fn weight(
    given: &EudrCommodity,
    path: &str,
    crosses: bool,
    figures: &mut Figures<'_>,
    told: &mut Told,
) -> Result<(), Error> {
    if given.net_weight_kg.is_empty() {
        if crosses {
            told.error("net-weight", path, "import and export need the net weight", "state kilograms");
        }
        return Ok(());
    }
    let (digits, decimals) = (figures.count("net-weight-digits")?, figures.count("net-weight-decimals")?);
    match Amount::parse(&given.net_weight_kg) {
        Ok(amount) if !amount.is_negative() => {
            let scale = usize::try_from(amount.scale()).unwrap_or(usize::MAX);
            let all = amount.mantissa().to_string().len().max(scale);
            if scale > decimals || all > digits {
                let message = format!("at most {digits} digits are taken, {decimals} of them decimals");
                told.error("net-weight", path, message, "round the weight yourself, and say how");
            }
        }
        _ => told.error(
            "net-weight",
            path,
            format!("`{}` is no weight", given.net_weight_kg),
            "state kilograms",
        ),
    }
    Ok(())
}
