//! Answers about laws: duties, thresholds, emissions trading, the steam formula.

use serde::{Deserialize, Serialize};

use super::PackUse;

/// A rule as a pack holds it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RuleUse {
    /// `pack/rule`.
    pub id: String,
    /// `list`, `criterion`, `duty`, `trading` …
    pub topic: String,
    /// What is measured or named.
    pub measure: String,
    /// The figure or word.
    pub value: String,
    /// Its unit.
    pub unit: String,
    /// Name of the reading, where a text is read in several ways.
    pub reading: String,
    /// The form to use.
    pub form: String,
    /// What the rule says, in English.
    pub says_en: String,
    /// What the rule says, in Vietnamese.
    pub says_vi: String,
    /// The legal text.
    pub text: String,
    /// Where in the text.
    pub article: String,
    /// First and last day in force: `2025-08-01/`, open ends empty.
    pub in_force: String,
    /// The rule that it takes the place of.
    pub supersedes: String,
    /// `A` read in the primary text, `A-` a careful copy, `B` secondary or our reading, `C` from memory.
    pub confidence: String,
    /// Remark.
    pub note: String,
}

/// Answer of the method `obligations`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ObligationsAnswer {
    /// ISO 3166-1 code of the country.
    pub country: String,
    /// The day whose law was asked.
    pub on: String,
    /// `listed`, `dropped` (stood on a list before, stands on it no more) or `not-listed`.
    pub standing: String,
    /// The list that decides.
    pub list: RuleUse,
    /// Whether a criterion for being put on the list is reached, whatever the standing.
    pub criterion_reached: bool,
    /// The criteria for the sector, each with what the facility says about it.
    pub criteria: Vec<CriterionState>,
    /// What falls due from the day on to the last day asked for, in the order of the days.
    pub duties: Vec<DutyDate>,
    /// What frees the facility from duties, if anything does.
    pub released_by: Vec<RuleUse>,
    /// Readings of the law that the duties are told in; choose one with `reading`.
    pub readings: Vec<String>,
    /// The lowest confidence among the rules above.
    pub confidence: String,
    /// Packs that the rules came from.
    pub packs: Vec<PackUse>,
}

/// A criterion and what a facility says about it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CriterionState {
    /// The rule with its threshold.
    pub rule: RuleUse,
    /// The facility's own figure; empty = not stated.
    pub value: String,
    /// `reached`, `not-reached` or `not-stated`.
    pub state: String,
}

/// A duty on one day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DutyDate {
    /// The day.
    pub due: String,
    /// Whether it must be done before the day; else on the day at the latest.
    pub before: bool,
    /// Years of data that it covers.
    pub years: Vec<String>,
    /// Who receives it, in English.
    pub recipient_en: String,
    /// Who receives it, in Vietnamese.
    pub recipient_vi: String,
    /// The rule.
    pub rule: RuleUse,
}

/// Answer of the method `energy.toe`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ToeAnswer {
    /// The sum in tonnes of oil equivalent; the lower end where a coefficient is a range.
    pub lower_toe: String,
    /// The upper end; equal to `lower_toe` if no coefficient is a range.
    pub upper_toe: String,
    /// The parts, in the order of the request.
    pub parts: Vec<ToePart>,
    /// The thresholds for the sector, each with the state `reached`, `not-reached` or `undecided` (a range around it).
    pub thresholds: Vec<CriterionState>,
    /// What the figure is good for.
    pub only_for: String,
    /// The lowest confidence among the coefficients and thresholds.
    pub confidence: String,
    /// Packs that the coefficients and thresholds came from.
    pub packs: Vec<PackUse>,
}

/// One energy in tonnes of oil equivalent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ToePart {
    /// The energy.
    pub energy: String,
    /// Its English name.
    pub name_en: String,
    /// Its Vietnamese name.
    pub name_vi: String,
    /// The quantity as given.
    pub quantity: String,
    /// Its unit.
    pub unit: String,
    /// `pack/equivalent`.
    pub coefficient: String,
    /// Tonnes of oil equivalent of one `per_unit`, as printed; a range as `0.70-0.75`.
    pub toe_per_unit: String,
    /// The unit that the coefficient is per.
    pub per_unit: String,
    /// Tonnes of oil equivalent, lower end.
    pub lower_toe: String,
    /// Tonnes of oil equivalent, upper end.
    pub upper_toe: String,
    /// The text that prints the coefficient.
    pub text: String,
    /// `A`, `A-`, `B` or `C`.
    pub confidence: String,
    /// Remark.
    pub note: String,
}

/// Answer of the method `ets.compliance`. Units are units of quota; one unit stands for a tonne of CO2 equivalent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EtsAnswer {
    /// ISO 3166-1 code of the country.
    pub country: String,
    /// The day whose law was asked.
    pub on: String,
    /// Most credits that may be used.
    pub credits_cap: String,
    /// Credits that may be used of those held.
    pub credits_usable: String,
    /// Most units that may be borrowed.
    pub borrowing_cap: String,
    /// Units that may be borrowed of those asked for.
    pub borrowing_usable: String,
    /// Units to surrender.
    pub units_due: String,
    /// Units still missing after those held and borrowed; empty if it is not said how many are held.
    pub units_missing: String,
    /// Units left of those held; empty if it is not said how many are held.
    pub units_left: String,
    /// The named rounding.
    pub rounding: String,
    /// The rules that the figures come from.
    pub rules: Vec<RuleUse>,
    /// Days and further figures of the scheme.
    pub calendar: Vec<RuleUse>,
    /// The lowest confidence among `rules`.
    pub confidence: String,
    /// Packs that the rules came from.
    pub packs: Vec<PackUse>,
}

/// Answer of the method `steam_factor`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SteamAnswer {
    /// The formula with its number in METHODS.
    pub formula: String,
    /// Where the formula stands.
    pub citation: String,
    /// One figure for each gas.
    pub gases: Vec<SteamGas>,
    /// Whether the pack holds the exact factor; else 28 digits of it, rounded half-even.
    pub exact: bool,
    /// `pack/factor`, for the column `factor` of a ledger.
    pub factor: String,
    /// A factor pack as one text, ready to be loaded.
    pub pack: String,
    /// Tonnes of steam, if operating hours and tonnes an hour are given; else empty.
    pub steam_t: String,
}

/// The factor of steam for one gas.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SteamGas {
    /// The gas.
    pub gas: String,
    /// Kilograms of the gas for a tonne of steam, exactly: a decimal or a fraction.
    pub exact_kg_per_t: String,
    /// The same with at most 28 digits, rounded half-even.
    pub kg_per_t: String,
    /// The mean factor of the boiler's fuels, in kilograms of the gas for a terajoule.
    pub fuel_kg_per_tj: String,
}
