//! Rules between members of a footprint (PACT 3.0 and 2.x): geography, validity, packaging, capture, biogenic parts.

use chrono::{DateTime, NaiveDate, Utc};

use super::decimal::Decimal;
use super::node::Node;
use super::time;
use crate::error::{Code, Severity};
use crate::told::Told;

/// From when until when a footprint may be used, both in UTC.
#[derive(Clone, Copy, Debug)]
pub(super) struct Validity {
    pub(super) from: DateTime<Utc>,
    pub(super) until: DateTime<Utc>,
}

/// Looks at everything that two members say together.
pub(super) fn rules(footprint: &Node, path: &str, told: &mut Told) {
    let Some(pcf) = footprint.get("pcf").filter(|pcf| matches!(pcf, Node::Object(_))) else { return };
    let inside = format!("{path}/pcf");
    geography(pcf, &inside, told);
    periods(footprint, path, told);
    excluded(pcf, &inside, told);
    biogenic(pcf, &inside, told);
    sources(pcf, &inside, told);
    let own = footprint.text_of("id");
    let earlier = footprint.get("precedingPfIds").map(Node::items).unwrap_or_default();
    if let Some(at) = earlier.iter().position(|id| id.text().is_some_and(|id| id.eq_ignore_ascii_case(own))) {
        let place = format!("{path}/precedingPfIds/{at}");
        told.warn(
            Code::FootprintContradiction,
            &place,
            own,
            "the footprint names itself as one that came before",
        );
    }
}

/// The same for footprints of 2.x, whose members are called otherwise.
pub(super) fn old_rules(footprint: &Node, path: &str, told: &mut Told) {
    let Some(pcf) = footprint.get("pcf").filter(|pcf| matches!(pcf, Node::Object(_))) else { return };
    let inside = format!("{path}/pcf");
    geography(pcf, &inside, told);
    periods(footprint, path, told);
    not_beside_false(pcf, PACKAGING, &inside, told);
    primary_data(footprint, &inside, told);
}

/// The share of primary data, the ratings, or for periods that reach 2025 both: 2.x asks for them in its text alone.
fn primary_data(footprint: &Node, path: &str, told: &mut Told) {
    let Some(Validity { until, .. }) = reference(footprint) else { return };
    let Some(pcf) = footprint.get("pcf") else { return };
    let missing: Vec<&str> =
        ["primaryDataShare", "dqi"].into_iter().filter(|name| pcf.get(name).is_none()).collect();
    let begins = NaiveDate::from_ymd_opt(2025, 1, 1).and_then(|day| day.and_hms_opt(0, 0, 0));
    if begins.is_some_and(|begins| until > begins.and_utc()) {
        for name in missing {
            let message = format!("`{name}` is missing; it must stand for reference periods that reach 2025");
            told.error(Code::FootprintMemberMissing, &format!("{path}/{name}"), "", message);
        }
    } else if missing.len() == 2 {
        let message = "neither `primaryDataShare` nor `dqi` stands; one of them must";
        told.error(Code::FootprintMemberMissing, &format!("{path}/primaryDataShare"), "", message);
    }
}

/// A decimal of an object.
pub(super) fn decimal(node: &Node, name: &str) -> Option<Decimal> {
    match node.get(name)? {
        Node::Text(text) | Node::Number(text) => Decimal::read(text),
        _ => None,
    }
}

fn moment(node: &Node, name: &str) -> Option<DateTime<Utc>> {
    node.get(name).and_then(Node::text).and_then(time::read).map(|(moment, _)| moment)
}

fn geography(pcf: &Node, path: &str, told: &mut Told) {
    let all = ["geographyRegionOrSubregion", "geographyCountry", "geographyCountrySubdivision"];
    let stated: Vec<&str> = all.into_iter().filter(|name| pcf.get(name).is_some()).collect();
    if let [_, second, ..] = stated.as_slice() {
        let message = format!("at most one geography may stand; there are {}", stated.join(" and "));
        told.error(Code::FootprintContradiction, &format!("{path}/{second}"), "", message);
    }
}

/// From when until when the footprint is valid, as stated or by default: three years from the end of the reference period.
pub(super) fn validity(footprint: &Node) -> Option<Validity> {
    let end = moment(footprint.get("pcf")?, "referencePeriodEnd")?;
    let from = moment(footprint, "validityPeriodStart").unwrap_or(end);
    let until = match moment(footprint, "validityPeriodEnd") {
        Some(until) => until,
        None => time::three_years(end)?,
    };
    Some(Validity { from, until })
}

/// The reference period.
pub(super) fn reference(footprint: &Node) -> Option<Validity> {
    let pcf = footprint.get("pcf")?;
    Some(Validity { from: moment(pcf, "referencePeriodStart")?, until: moment(pcf, "referencePeriodEnd")? })
}

fn periods(footprint: &Node, path: &str, told: &mut Told) {
    let Some(pcf) = footprint.get("pcf") else { return };
    let (start, end) = (moment(pcf, "referencePeriodStart"), moment(pcf, "referencePeriodEnd"));
    let (from, until) = (moment(footprint, "validityPeriodStart"), moment(footprint, "validityPeriodEnd"));
    let mut wrong = |name: &str, message: &str| {
        let value = footprint.get(name).or_else(|| pcf.get(name)).map(Node::shown).unwrap_or_default();
        let inside = if pcf.get(name).is_some() { "/pcf" } else { "" };
        told.error(Code::FootprintContradiction, &format!("{path}{inside}/{name}"), &value, message);
    };
    if let (Some(start), Some(end)) = (start, end)
        && end <= start
    {
        wrong("referencePeriodEnd", "the reference period ends before it has begun");
    }
    if let (Some(from), Some(end)) = (from, end)
        && from < end
    {
        wrong("validityPeriodStart", "the validity begins before the reference period has ended");
    }
    if let (Some(from), Some(until)) = (from.or(end), until)
        && until <= from
    {
        wrong("validityPeriodEnd", "the validity ends before it has begun");
    }
    if let (Some(until), Some(last)) = (until, end.and_then(time::three_years))
        && until > last
    {
        // The schema does not say so, and published examples of the specification do not keep it.
        let value = footprint.text_of("validityPeriodEnd");
        let message = "the validity ends more than three years after the reference period";
        told.warn(Code::FootprintContradiction, &format!("{path}/validityPeriodEnd"), value, message);
    }
}

/// A flag, and members that must not stand beside its `false`.
type Beside = (&'static str, &'static [&'static str]);
const PACKAGING: Beside = ("packagingEmissionsIncluded", &["packagingGhgEmissions"]);
const CAPTURE: Beside = (
    "ccsTechnologicalCO2CaptureIncluded",
    &["ccsTechnologicalCO2Capture", "technologicalCO2Removals", "technologicalCO2CaptureOrigin"],
);

fn not_beside_false(pcf: &Node, (flag, members): Beside, path: &str, told: &mut Told) {
    let stated = pcf.flag_of(flag);
    for name in members {
        let (place, value) = (format!("{path}/{name}"), pcf.get(name).map(Node::shown));
        match (stated, value) {
            (Some(false), Some(value)) => {
                let message = format!("`{name}` must not stand where `{flag}` is false");
                told.error(Code::FootprintContradiction, &place, &value, message);
            }
            (Some(true), None) => {
                let message = format!("`{flag}` is true and `{name}` is not stated");
                told.info(Code::FootprintNotStated, &place, "", message);
            }
            _ => {}
        }
    }
}

/// Members that must not stand beside a `false`, and what a choice asks for.
fn excluded(pcf: &Node, path: &str, told: &mut Told) {
    not_beside_false(pcf, PACKAGING, path, told);
    not_beside_false(pcf, CAPTURE, path, told);
    let certified = pcf.get("ccuCreditCertification").is_some();
    let place = format!("{path}/ccuCreditCertification");
    match (pcf.text_of("ccuCalculationApproach"), certified) {
        ("Credit", false) => {
            told.warn(Code::FootprintNotStated, &place, "", "a credit for used carbon is not certified");
        }
        ("Cut-off", true) => {
            told.warn(
                Code::FootprintContradiction,
                &place,
                "",
                "a certificate of credits stands beside the cut-off",
            );
        }
        _ => {}
    }
    let rules = pcf.get("productOrSectorSpecificRules").map(Node::items).unwrap_or_default();
    for (index, rule) in rules.iter().enumerate() {
        let place = format!("{path}/productOrSectorSpecificRules/{index}/otherOperatorName");
        let other = rule.text_of("operator") == "Other";
        match (other, rule.get("otherOperatorName").is_some()) {
            (true, false) => told.warn(Code::FootprintNotStated, &place, "", "another operator is not named"),
            (false, true) => {
                let message = "another operator is named, and `operator` is not `Other`";
                told.warn(Code::FootprintContradiction, &place, rule.text_of("otherOperatorName"), message);
            }
            _ => {}
        }
    }
}

/// Members that a product with biogenic parts reports; 0 says that they do not apply, and what is not known is left out.
const BIOGENIC: [&str; 4] =
    ["biogenicCarbonContent", "landUseChangeGhgEmissions", "biogenicCO2Uptake", "biogenicNonCO2Emissions"];
/// The same, from the end of 2027 on.
const BIOGENIC_LATER: [&str; 2] = ["landManagementFossilGhgEmissions", "landManagementBiogenicCO2Emissions"];

fn biogenic(pcf: &Node, path: &str, told: &mut Told) {
    let applies = BIOGENIC
        .iter()
        .chain(&BIOGENIC_LATER)
        .any(|name| decimal(pcf, name).is_some_and(|stated| !stated.value.is_zero()));
    let missing = |names: &[&str]| {
        let missing: Vec<String> =
            names.iter().filter(|name| pcf.get(name).is_none()).map(|name| format!("`{name}`")).collect();
        (!missing.is_empty()).then(|| missing.join(", "))
    };
    let severity = if applies { Severity::Warning } else { Severity::Info };
    if let Some(names) = missing(&BIOGENIC) {
        let message = match applies {
            true => format!("the product has biogenic parts, and {names} not stated: unknown?"),
            false => format!("not stated counts as unknown: {names}"),
        };
        let help = "write 0 where it does not apply; leave out only what is not known";
        told.tell(severity, Code::FootprintNotStated, path, "", message, help);
    }
    if applies && let Some(names) = missing(&BIOGENIC_LATER) {
        let message = format!("the methodology asks for {names} from the end of 2027 on");
        told.info(Code::FootprintNotStated, path, "", message);
    }
}

fn sources(pcf: &Node, path: &str, told: &mut Told) {
    let share = decimal(pcf, "primaryDataShare").map(|share| share.value);
    let hundred = crate::number::Fraction::whole(100);
    let place = format!("{path}/secondaryEmissionFactorSources");
    match (share, pcf.get("secondaryEmissionFactorSources").is_some()) {
        (Some(share), true) if share == hundred => {
            let message = "secondary sources are named, and all data are primary";
            told.warn(Code::FootprintContradiction, &place, "", message);
        }
        (Some(share), false) if share < hundred => {
            let message = "not all data are primary, and no source of secondary factors is named";
            told.warn(Code::FootprintNotStated, &place, "", message);
        }
        _ => {}
    }
    let exempted = decimal(pcf, "exemptedEmissionsPercent").is_some_and(|percent| !percent.value.is_zero());
    if exempted && pcf.text_of("exemptedEmissionsDescription").is_empty() {
        let place = format!("{path}/exemptedEmissionsDescription");
        told.warn(Code::FootprintNotStated, &place, "", "emissions are exempted, and nothing says why");
    }
    let reports = pcf.get("ipccCharacterizationFactors").map(Node::items).unwrap_or_default();
    if !reports.is_empty() && !reports.iter().any(|report| report.text() == Some("AR6")) {
        let place = format!("{path}/ipccCharacterizationFactors");
        told.info(Code::FootprintNotStated, &place, "", "AR6 is to be used unless that is not possible");
    }
}
