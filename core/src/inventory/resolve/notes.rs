//! What a reader must know about the factors of a row.

use chrono::NaiveDate;

use super::resolved::{Leg, NoteText, Resolved};
use crate::error::Code;
use crate::factor::Catalog;
use crate::gas::{Family, Gas, GasInfo, GwpLock};
use crate::inventory::options::Options;
use crate::scope::Category;

/// What a reader must know about the factors of a line.
pub(super) fn notes(
    catalog: &Catalog,
    options: &Options,
    resolved: &Resolved,
    end: NaiveDate,
) -> Vec<NoteText> {
    let mut notes: Vec<NoteText> = Vec::new();
    let mut add = |note: NoteText| {
        if !notes.contains(&note) {
            notes.push(note);
        }
    };
    for leg in &resolved.legs {
        leg_notes(catalog, options, leg, end, &mut add);
    }
    notes
}

/// What a reader must know about the factor of one leg.
pub(in crate::inventory) fn leg_notes(
    catalog: &Catalog,
    options: &Options,
    leg: &Leg,
    end: NaiveDate,
    add: &mut dyn FnMut(NoteText),
) {
    let factor = catalog.factor(leg.choice.factor);
    for (code, message) in &leg.choice.notes {
        add(NoteText { code: *code, about: factor.id.clone(), message: message.clone() });
    }
    if factor.valid_to.is_some_and(|to| to < end)
        && !leg.choice.notes.iter().any(|(code, _)| *code == Code::ProxyYear)
    {
        let message = format!("rows start while `{}` is valid and end after it", factor.id);
        add(NoteText { code: Code::PeriodCrossesFactors, about: factor.id.clone(), message: message.into() });
    }
    let missing = missing_gases(catalog, leg);
    if !missing.is_empty() {
        let message = format!("`{}` has no value for {}", factor.id, missing.join(", "));
        add(NoteText { code: Code::PartialGases, about: factor.id.clone(), message: message.into() });
    }
    let locked = |gas: &Gas| -> Option<&GasInfo> {
        let info = catalog.gases().info(*gas);
        let lock = info.lock?;
        (leg.category != Category::OFFSETS && lock != GwpLock::Set(options.gwp)).then_some(info)
    };
    for info in leg.gases.iter().filter_map(|(gas, _)| locked(gas)) {
        let message =
            format!("`{}` is printed as {} and added to a total under {}", factor.id, info.name, options.gwp);
        add(NoteText { code: Code::MixedGwpSets, about: factor.id.clone(), message: message.into() });
    }
}

/// Gases that combustion and power stations give off and that the factor does not speak of.
///
/// A source that prints CO2 only would otherwise look as if there were no methane.
fn missing_gases(catalog: &Catalog, leg: &Leg) -> Vec<&'static str> {
    let burns =
        matches!(leg.category.key(), "1.stationary" | "1.mobile" | "2.electricity" | "2.steam" | "2.heat");
    let factor = catalog.factor(leg.choice.factor);
    let has = |families: &[Family]| {
        factor
            .values
            .iter()
            .filter_map(|value| value.gas)
            .any(|gas| families.contains(&catalog.gases().info(gas).family))
    };
    // A factor in CO2 equivalent holds what its source put in; a contract that states zero CO2 states zero.
    if !burns
        || has(&[Family::Co2e])
        || leg.choice.coefficients.iter().all(|(_, coefficient)| coefficient.is_zero())
    {
        return Vec::new();
    }
    let wanted = [("CO2", Family::Co2), ("CH4", Family::Ch4), ("N2O", Family::N2o)];
    wanted.into_iter().filter(|(_, family)| !has(&[*family])).map(|(name, _)| name).collect()
}
