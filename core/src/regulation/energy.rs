//! Tonnes of oil equivalent of an energy bill: for thresholds, never for emissions.

use super::rules::{Book, day, lowest, needed, packs};
use crate::error::{Code, Error};
use crate::factor::{Catalog, Equivalent, Topic};
use crate::number::Ratio;
use crate::unit::Unit;
use crate::wire::v1;

/// What the figure may be used for.
const ONLY_FOR: &str = "thresholds and energy audits, never for emissions";

/// The tonnes of oil equivalent of a year's energy bill, and whether a threshold of the sector is reached.
///
/// Where the source prints a coefficient as a range, the sum is a range, and a threshold inside it is `undecided`.
///
/// # Units
/// Energies in any unit that converts to the unit of the coefficient; results in TOE.
///
/// # Method
/// M-61.
///
/// # Errors
/// `CHOICE_MISSING`, `BAD_DATE`, `UNKNOWN_VALUE` for an energy or sector that is not known, errors of numbers and
/// units, `DIMENSION_MISMATCH` if no coefficient of the energy has a unit of that kind.
///
/// # Example
/// ```
/// use emitrace::factor::Catalog;
/// use emitrace::regulation::toe;
/// use emitrace::wire::v1::{EnergyUse, ToeRequest};
///
/// let answer = toe(&Catalog::bundled()?, &ToeRequest {
///     country: "VN".into(),
///     on: "2026-11-22".into(),
///     energy: vec![EnergyUse { energy: "electricity".into(), quantity: "5000000".into(), unit: "kWh".into() }],
///     ..Default::default()
/// })?;
/// assert_eq!(answer.lower_toe, "771.5");
/// # Ok::<(), emitrace::Error>(())
/// ```
pub fn toe(catalog: &Catalog, request: &v1::ToeRequest) -> Result<v1::ToeAnswer, Error> {
    let on = day(&request.on, "/on")?;
    let in_force = catalog
        .equivalents()
        .iter()
        .filter(|known| *known.country == *request.country && known.is_in_force(on));
    let known: Vec<&Equivalent> = in_force.collect();
    if known.is_empty() {
        let message =
            format!("no loaded pack has energy equivalents of `{}` in force on {on}", request.country);
        return Err(Error::new(Code::RuleMissing, message).at("/country"));
    }
    let (mut lower, mut upper) = (Ratio::ZERO, Ratio::ZERO);
    let mut parts = Vec::new();
    let mut positions = Vec::new();
    for (index, line) in request.energy.iter().enumerate() {
        let at = |field: &str| format!("/energy/{index}/{field}");
        let quantity = needed(&line.quantity, &at("quantity"))?;
        let unit = Unit::parse(&line.unit).map_err(|error| error.at(at("unit")))?;
        let called = called(&known, &line.energy).map_err(|error| error.at(at("energy")))?;
        let (coefficient, ratio) = fitting(&called, &unit).map_err(|error| error.at(at("unit")))?;
        let amount = Ratio::from(quantity).try_mul(ratio).map_err(|error| error.at(at("quantity")))?;
        let low = amount.try_mul(Ratio::from(coefficient.lower))?;
        let high = amount.try_mul(Ratio::from(coefficient.upper))?;
        (lower, upper) = (lower.try_add(low)?, upper.try_add(high)?);
        parts.push(part(catalog, line, coefficient, (low, high)));
        positions.push(coefficient.pack);
    }
    let mut confidences: Vec<String> = parts.iter().map(|part| part.confidence.clone()).collect();
    let mut thresholds = Vec::new();
    if !request.sector.is_empty() {
        let book = Book::open(catalog, &request.country, on)?;
        book.check_sector(&request.sector, "/sector")?;
        let criteria = book
            .on(Topic::Criterion)
            .filter(|rule| *rule.measure == *"energy_toe" && rule.concerns_sector(&request.sector));
        for rule in criteria {
            let threshold = rule.amount.map(Ratio::from);
            let state = match threshold {
                Some(threshold) if lower >= threshold => "reached",
                Some(threshold) if upper >= threshold => "undecided",
                _ => "not-reached",
            };
            let value = range(lower, upper);
            thresholds.push(v1::CriterionState { rule: book.show(rule), value, state: state.into() });
            positions.push(rule.pack);
            confidences.push(rule.confidence.to_string());
        }
    }
    Ok(v1::ToeAnswer {
        lower_toe: lower.to_string(),
        upper_toe: upper.to_string(),
        parts,
        thresholds,
        only_for: ONLY_FOR.into(),
        confidence: lowest(confidences.iter().map(String::as_str)),
        packs: packs(catalog, positions.into_iter()),
    })
}

fn range(lower: Ratio, upper: Ratio) -> String {
    if lower == upper { lower.to_string() } else { format!("{lower}-{upper}") }
}

/// The coefficients of an energy.
fn called<'c>(known: &[&'c Equivalent], word: &str) -> Result<Vec<&'c Equivalent>, Error> {
    let found: Vec<&Equivalent> = known.iter().copied().filter(|known| known.is_called(word)).collect();
    if !found.is_empty() {
        return Ok(found);
    }
    let mut names: Vec<&str> = known.iter().map(|known| &*known.energy).collect();
    names.dedup();
    Err(Error::new(Code::UnknownValue, format!("energy `{word}` is not known"))
        .with_help(format!("use one of {}", names.join(", "))))
}

/// The coefficient whose unit is of the same kind; an energy has one for each kind of unit.
fn fitting<'c>(called: &[&'c Equivalent], unit: &Unit) -> Result<(&'c Equivalent, Ratio), Error> {
    let mut why = None;
    for known in called {
        match unit.ratio_to(&known.per) {
            Ok(ratio) => return Ok((known, ratio)),
            Err(error) => why = Some(error),
        }
    }
    Err(why.unwrap_or_else(|| Error::new(Code::UnknownUnit, "no coefficient is known")))
}

fn part(
    catalog: &Catalog,
    line: &v1::EnergyUse,
    known: &Equivalent,
    (low, high): (Ratio, Ratio),
) -> v1::ToePart {
    let pack = catalog.pack_at(known.pack).map_or("", |pack| &*pack.id);
    v1::ToePart {
        energy: known.energy.to_string(),
        name_en: known.name_en.to_string(),
        name_vi: known.name_vi.to_string(),
        quantity: line.quantity.clone(),
        unit: line.unit.clone(),
        coefficient: format!("{pack}/{}", known.id),
        toe_per_unit: range(Ratio::from(known.lower), Ratio::from(known.upper)),
        per_unit: known.per_text.to_string(),
        lower_toe: low.to_string(),
        upper_toe: high.to_string(),
        text: known.text.to_string(),
        confidence: known.confidence.to_string(),
        note: known.note.to_string(),
    }
}
