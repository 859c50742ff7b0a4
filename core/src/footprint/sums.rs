//! Whether the parts of a footprint give its sums, and whether its figures can be (METHODS M-260, M-261).

use super::node::Node;
use super::rules::decimal;
use crate::error::{Code, Error, Severity};
use crate::number::{Fraction, Ties};
use crate::told::Told;

/// What the total without uptake is made of.
pub(super) const PARTS: [&str; 7] = [
    "fossilGhgEmissions",
    "landUseChangeGhgEmissions",
    "landManagementBiogenicCO2Emissions",
    "landManagementBiogenicCO2Removals",
    "technologicalCO2Removals",
    "ccsTechnologicalCO2Capture",
    "biogenicNonCO2Emissions",
];

/// A total as stated and as its parts give it.
#[derive(Clone, Debug)]
pub(super) struct Total {
    pub(super) stated: Fraction,
    pub(super) summed: Fraction,
    /// Stated less summed.
    pub(super) difference: Fraction,
    /// How far roundings of what is stated can move it.
    slack: Fraction,
}

/// Both totals, without and with uptake; none where a total is not stated.
///
/// # Errors
/// `OVERFLOW` for figures of thousands of digits.
pub(super) fn totals(pcf: &Node) -> Result<[Option<Total>; 2], Error> {
    let sum = |parts: &[&str], total: &str| -> Result<Option<Total>, Error> {
        let Some(stated) = decimal(pcf, total) else { return Ok(None) };
        let (mut summed, mut slack) = (Fraction::zero(), stated.slack());
        for part in parts.iter().filter_map(|name| decimal(pcf, name)) {
            summed = summed.try_add(&part.value)?;
            // Zeros at the end are often cut: `0.2` among totals of two places is 0.20.
            slack = slack.try_add(&part.slack().min(stated.slack()))?;
        }
        let difference = stated.value.try_sub(&summed)?;
        Ok(Some(Total { stated: stated.value, summed, difference, slack }))
    };
    let with_uptake: Vec<&str> = PARTS.into_iter().chain(["biogenicCO2Uptake"]).collect();
    Ok([sum(&PARTS, "pcfExcludingBiogenicUptake")?, sum(&with_uptake, "pcfIncludingBiogenicUptake")?])
}

/// Tells sums that differ, with the difference.
pub(super) fn tell(totals: &[Option<Total>; 2], path: &str, told: &mut Told) {
    for (name, total) in ["pcfExcludingBiogenicUptake", "pcfIncludingBiogenicUptake"].into_iter().zip(totals)
    {
        let Some(Total { stated, summed, difference, slack }) = total else { continue };
        if difference.is_zero() {
            continue;
        }
        let size = if difference.is_negative() { difference.negated() } else { difference.clone() };
        let (severity, because) = if size <= *slack {
            (Severity::Info, "; rounding of what is stated can explain that")
        } else {
            (Severity::Warning, "")
        };
        let message = format!("{stated} is stated and the parts give {summed}: {difference} apart{because}");
        told.tell(
            severity,
            Code::FootprintPartsDiffer,
            &format!("{path}/pcf/{name}"),
            &stated.to_string(),
            message,
            "",
        );
    }
}

/// Units of energy, service and transport: a product has no mass there.
const WITHOUT_MASS: [&str; 5] = ["kilowatt hour", "megajoule", "ton kilometer", "hour", "megabit second"];
/// Kilograms of a litre that no product is below or above (aerogel, osmium), in thousandths.
const LITRE: (i64, i64) = (1, 23_000);
/// Kilograms of CO2e of a kilogram that hardly a product is above.
const INTENSE: i64 = 1_000;
/// The same, below, as one of so many.
const SLIGHT: i64 = 10_000;
/// Units that hardly a product has inside of it; a year's supply has.
const SUPPLY: i64 = 1_000_000;
/// Kilograms of CO2 of twelve kilograms of carbon.
const CARBON: (i64, i64) = (44, 12);

/// Tells figures that cannot be, or that hardly can: a year's supply, a figure of one unit with the mass of many, more carbon
/// than mass.
///
/// # Errors
/// `OVERFLOW`.
pub(super) fn plausible(pcf: &Node, path: &str, told: &mut Told) -> Result<(), Error> {
    let get = |name: &str| decimal(pcf, name).map(|decimal| decimal.value);
    let mut doubt = |name: &str, message: String| {
        let value = pcf.get(name).map(Node::shown).unwrap_or_default();
        told.warn(Code::FootprintImplausible, &format!("{path}/pcf/{name}"), &value, message);
    };
    let unit = pcf.text_of("declaredUnitOfMeasurement");
    let (amount, mass) = (get("declaredUnitAmount"), get("productMassPerDeclaredUnit"));
    if let (Some(amount), Some(mass)) = (&amount, &mass) {
        weighed(unit, amount, mass, &mut doubt)?;
    }
    if let (Some(mass), Some(total)) = (&mass, get("pcfExcludingBiogenicUptake"))
        && !mass.is_zero()
        && !mass.is_negative()
    {
        let each = total.try_div(mass)?;
        let shown = each.rounded(6, Ties::HalfEven);
        let slight = Fraction::one().try_div(&Fraction::whole(SLIGHT))?;
        if each > Fraction::whole(INTENSE) {
            doubt(
                "pcfExcludingBiogenicUptake",
                format!(
                    "{shown} kg CO2e for each kilogram: is the mass that of one unit, and the figure that of many?"
                ),
            );
        } else if each < slight && !each.is_negative() && !each.is_zero() {
            doubt(
                "pcfExcludingBiogenicUptake",
                format!(
                    "{shown} kg CO2e for each kilogram: is the figure that of one unit, and the mass that of many?"
                ),
            );
        }
    }
    let carbon = ["fossilCarbonContent", "biogenicCarbonContent"].iter().filter_map(|name| get(name));
    let carbon = carbon.reduce(|a, b| a.try_add(&b).unwrap_or(a));
    if let (Some(carbon), Some(mass)) = (&carbon, &mass)
        && !mass.is_zero()
        && carbon > mass
    {
        doubt("fossilCarbonContent", format!("{carbon} kg of carbon in a product of {mass} kg"));
    }
    if let (Some(recycled), Some(carbon)) = (get("recycledCarbonContent"), &carbon)
        && recycled > *carbon
    {
        doubt(
            "recycledCarbonContent",
            format!("{recycled} kg of recycled carbon among {carbon} kg of carbon"),
        );
    }
    if let (Some(of_land), Some(fossil)) =
        (get("landManagementFossilGhgEmissions"), get("fossilGhgEmissions"))
        && of_land > fossil
    {
        let message = format!("they are inside of the fossil emissions, which are {fossil}");
        doubt("landManagementFossilGhgEmissions", message);
    }
    if let (Some(uptake), Some(content)) = (get("biogenicCO2Uptake"), get("biogenicCarbonContent"))
        && !uptake.is_zero()
    {
        let held = content.try_mul(&Fraction::whole(CARBON.0))?.try_div(&Fraction::whole(CARBON.1))?;
        let above = uptake.negated().try_sub(&held)?;
        let apart = if above.is_negative() { above.negated() } else { above };
        // One in twenty: carbon contents are stated with two digits.
        if apart.try_mul(&Fraction::whole(20))? > held {
            let held = held.rounded(6, Ties::HalfEven);
            doubt("biogenicCO2Uptake", format!("the biogenic carbon in the product is {held} kg of CO2"));
        }
    }
    Ok(())
}

fn weighed(
    unit: &str,
    amount: &Fraction,
    mass: &Fraction,
    doubt: &mut impl FnMut(&str, String),
) -> Result<(), Error> {
    let member = "productMassPerDeclaredUnit";
    if *amount >= Fraction::whole(SUPPLY) {
        let message =
            format!("{amount} {unit}: is that the supply of a year? It must be what one product has");
        doubt("declaredUnitAmount", message);
    }
    if unit == "kilogram" && amount != mass {
        doubt(member, format!("a product declared as {amount} kilogram weighs {mass} kg"));
    } else if WITHOUT_MASS.contains(&unit) && !mass.is_zero() {
        doubt(member, format!("a product declared in {unit} has no mass; write 0"));
    } else if unit == "liter" || unit == "cubic meter" {
        let litres = if unit == "liter" { Fraction::one() } else { Fraction::whole(1_000) };
        // A gas weighs a thousandth of a liquid.
        let lightest = if unit == "liter" { LITRE.0 } else { 0 };
        let each = mass.try_div(&amount.try_mul(&litres)?);
        if let Ok(each) = each {
            let thousandths = each.try_mul(&Fraction::whole(1_000))?;
            if thousandths < Fraction::whole(lightest) || thousandths > Fraction::whole(LITRE.1) {
                let shown = each.rounded(6, Ties::HalfEven);
                doubt(member, format!("{shown} kg for each litre: is the mass that of the whole amount?"));
            }
        }
    } else if unit == "piece" && mass.is_zero() {
        doubt(member, "pieces without mass".to_owned());
    }
    Ok(())
}
