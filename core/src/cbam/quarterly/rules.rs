//! Rules on what a report says, beyond its elements: the quarter, quantities, estimated values.

use chrono::{Datelike, NaiveDate};

use super::sources::ESTIMATED;
use crate::cbam::faults::{At, Faults};
use crate::cbam::{Tables, importer};
use crate::error::Code;
use crate::number::{Fraction, Ties};
use crate::period::Period;
use crate::wire::v1;

/// First day of the first quarter and last day of the last one that had a report.
const FIRST: (i32, u32, u32) = (2023, 10, 1);
const LAST: (i32, u32, u32) = (2025, 12, 31);
/// Last day of import for which default values were free.
const FREE_UNTIL: (i32, u32, u32) = (2024, 6, 30);
/// Decimals of a share in a message.
const SHARE_DECIMALS: u32 = 6;

fn day((year, month, day): (i32, u32, u32)) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap_or_default()
}

/// The quarter of a report with its year; none if its texts name none of the transitional period.
pub(super) fn quarter(report: &v1::CbamQuarterlyReport) -> Option<(Period, i32)> {
    let year = importer::year_of(&report.year)?;
    let number = match report.reporting_period.as_str() {
        "Q1" => 1,
        "Q2" => 2,
        "Q3" => 3,
        "Q4" => 4,
        _ => return None,
    };
    let quarter = Period::quarter(year, number).ok()?;
    (quarter.start() >= day(FIRST) && quarter.end() <= day(LAST)).then_some((quarter, year))
}

/// Last day for the report: the last of the month behind the quarter.
pub(super) fn due(quarter: Period) -> String {
    let next = quarter.end().succ_opt().unwrap_or_default();
    let month = Period::month(next.year(), next.month());
    month.map(|month| month.end().to_string()).unwrap_or_default()
}

/// Checks a report.
///
/// # Method
/// M-148.
pub(super) fn check(tables: Tables<'_>, report: &v1::CbamQuarterlyReport, faults: &mut Faults) {
    let at = At::root().key("report");
    let quarter = quarter(report);
    if quarter.is_none() && !(report.year.is_empty() && report.reporting_period.is_empty()) {
        let message = format!("{} {} is no quarter that had a report", report.year, report.reporting_period);
        faults
            .error(Code::UnknownValue, &at.key("reporting_period"), message)
            .rule("Regulation (EU) 2023/956, Articles 32 and 35: reports for the quarters from 1 October 2023 to 31 December 2025")
            .help("write the year as 2023 to 2025 and the quarter as Q1 to Q4");
    }
    for (index, good) in report.goods.iter().enumerate() {
        let here = at.key("goods").index(index);
        code(tables, good, &here, faults);
        quantities(good, &here, faults);
        for (index, emissions) in good.emissions.iter().enumerate() {
            figure(emissions, &here.key("emissions").index(index).key("direct"), faults);
            if quarter.is_some_and(|(quarter, _)| quarter.end() > day(FREE_UNTIL)) {
                estimated(tables, good, emissions, &here.key("emissions").index(index), faults);
            }
        }
    }
}

/// The code is one of the mechanism, and its parts agree.
fn code(tables: Tables<'_>, good: &v1::CbamQuarterlyGood, at: &At, faults: &mut Faults) {
    if good.cn_code.is_empty() {
        return;
    }
    faults.take(&at.key("cn_code"), tables.good(&good.cn_code));
    if !good.hs_code.is_empty() && !good.cn_code.starts_with(&good.hs_code) {
        let message = format!("`{}` is not the beginning of `{}`", good.hs_code, good.cn_code);
        faults
            .error(Code::BadCnCode, &at.key("hs_code"), message)
            .help("write the first six digits of the code");
    }
}

/// Direct emissions have a figure: of electricity the list lets it stand in another element.
fn figure(emissions: &v1::CbamQuarterlyEmissions, at: &At, faults: &mut Faults) {
    let direct = &emissions.direct;
    let nothing = *direct == v1::CbamQuarterlyDirect::default();
    if !nothing
        && direct.specific_embedded_emissions.is_empty()
        && direct.total_embedded_electricity_imported.is_empty()
    {
        faults
            .error(Code::MissingValue, &at.key("specific_embedded_emissions"), "direct emissions have no figure")
            .help("fill `specific_embedded_emissions`; of imported electricity `total_embedded_electricity_imported`");
    }
}

/// A quantity by its unit: mass, or supplementary units.
type Sum = Option<(Fraction, String)>;

fn measure(net_mass: &str, supplementary: &str, unit: &str) -> Sum {
    let (text, kind) =
        if net_mass.is_empty() { (supplementary, "supplementary") } else { (net_mass, "mass") };
    Fraction::parse(text).map(|value| (value, format!("{kind} {unit}")))
}

/// The sum of quantities of one unit; none if one is missing or of another unit.
fn sum(parts: impl Iterator<Item = Sum>) -> Sum {
    let mut whole: Sum = None;
    for part in parts {
        let (value, unit) = part?;
        whole = Some(match whole {
            None => (value, unit),
            Some((_, known)) if known != unit => return None,
            Some((sum, known)) => (sum.try_add(&value).ok()?, known),
        });
    }
    whole
}

/// Quantities are there, and those of procedures and of installations come to what was imported.
fn quantities(good: &v1::CbamQuarterlyGood, at: &At, faults: &mut Faults) {
    let of = |measure_of: &v1::CbamQuarterlyMeasure| {
        measure(&measure_of.net_mass, &measure_of.supplementary_units, &measure_of.measurement_unit)
    };
    let mut bare = |net_mass: &str, supplementary: &str, at: At| {
        if net_mass.is_empty() && supplementary.is_empty() {
            faults
                .error(Code::MissingValue, &at, "there is neither a net mass nor supplementary units")
                .help("fill `net_mass`; of electricity `supplementary_units`");
        }
    };
    bare(&good.imported.net_mass, &good.imported.supplementary_units, at.key("imported"));
    for (index, quantity) in good.quantities.iter().enumerate() {
        for (inner, measure) in quantity.measures.iter().enumerate() {
            let place = at.key("quantities").index(index).key("measures").index(inner);
            bare(&measure.net_mass, &measure.supplementary_units, place);
        }
    }
    for (index, emissions) in good.emissions.iter().enumerate() {
        let produced = &emissions.produced;
        let place = at.key("emissions").index(index).key("produced");
        bare(&produced.net_mass, &produced.supplementary_units, place);
    }
    let procedures = good.quantities.iter().flat_map(|quantity| &quantity.measures);
    let procedures = sum(
        procedures.map(|part| measure(&part.net_mass, &part.supplementary_units, &part.measurement_unit))
    );
    let produced = sum(good.emissions.iter().map(|emissions| of(&emissions.produced)));
    let Some((imported, unit)) = of(&good.imported) else { return };
    for (field, what, found) in
        [("quantities", "the customs procedures", procedures), ("emissions", "the installations", produced)]
    {
        let Some((found, _)) = found.filter(|(_, of)| *of == unit) else { continue };
        if found != imported {
            let message = format!("{what} come to {found}, and {imported} are imported");
            faults
                .warning(Code::QuantitiesDiffer, &at.key(field), message)
                .help("correct the quantities; they are those of one and the same goods");
        }
    }
}

/// Estimated values within what the law allowed.
fn estimated(
    tables: Tables<'_>,
    good: &v1::CbamQuarterlyGood,
    emissions: &v1::CbamQuarterlyEmissions,
    at: &At,
    faults: &mut Faults,
) {
    let parts = [
        (&emissions.direct.specific_embedded_emissions, &emissions.direct.determination_type),
        (&emissions.indirect.specific_embedded_emissions, &emissions.indirect.determination_type),
    ];
    let (mut total, mut guessed) = (Fraction::zero(), Fraction::zero());
    for (figure, determination) in parts {
        let Some(figure) = Fraction::parse(figure) else { continue };
        let of_it = if determination == ESTIMATED { figure.clone() } else { Fraction::zero() };
        let (Ok(sum), Ok(part)) = (total.try_add(&figure), guessed.try_add(&of_it)) else { return };
        (total, guessed) = (sum, part);
    }
    let Ok(share) = guessed.try_div(&total) else { return };
    let found = tables.catalog().parameter("transitional-estimated-share-limit");
    let Some(limit) = found.map(|row| Fraction::from(row.value)) else { return };
    let simple = tables.good(&good.cn_code).is_ok_and(|good| &*good.row.complexity == "simple");
    if guessed.is_zero() || (share <= limit && !simple) {
        return;
    }
    let message = format!(
        "estimated values make up {} of the embedded emissions; {} were allowed",
        share.rounded(SHARE_DECIMALS, Ties::HalfEven),
        if simple { "none of a simple good".to_owned() } else { limit.to_string() }
    );
    faults
        .warning(Code::EstimatesAboveLimit, at, message)
        .rule("Implementing Regulation (EU) 2023/1773, Article 5: at most 20 % of the total embedded emissions of complex goods could rest on estimates; Article 4(3): default values without limit for goods imported until 30 June 2024 (confidence B)")
        .help("ask the installation for measured values, and say in `remarks` what was tried");
}
