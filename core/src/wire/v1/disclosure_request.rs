//! A report in the terms of a taxonomy, and what is asked about it.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// A report: facts about an entity, in the terms of a taxonomy. Blank is not zero: what is not in it was not reported.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Disclosure {
    /// Identifier of a pack of kind `taxonomy`: `vsme-2026-05-01`. Required.
    pub taxonomy: String,
    /// `basic`, or `comprehensive`, which holds the basic module too. Required.
    pub module: String,
    /// Who reports. Required.
    pub entity: DisclosureEntity,
    /// The days that are reported: `2025`, `2025-01-01/2025-12-31`. Required.
    pub period: String,
    /// The days of the comparatives; empty if there are none.
    pub previous_period: String,
    /// What is reported.
    pub facts: Vec<Fact>,
    /// Figures that reported figures were worked out of, and that are not reported themselves (`input:…`).
    pub inputs: Vec<Fact>,
    /// What does not apply to the entity.
    pub not_applicable: Vec<NotApplicable>,
}

/// Who reports.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct DisclosureEntity {
    /// The scheme of the identifier, an absolute URI; `http://standards.iso.org/iso/17442` is that of the LEI. Required.
    pub scheme: String,
    /// The identifier in that scheme. Required.
    pub identifier: String,
    /// Name.
    pub name: String,
}

/// One fact.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Fact {
    /// What is stated: `vsme:Turnover`. Required.
    pub concept: String,
    /// The value as text: a decimal, words, `true` or `false`, a member, members with spaces between them. Required.
    pub value: String,
    /// Unit of a number: `utr:tCO2e`, `iso4217:VND`, `utr:tCO2e/iso4217:VND`. A pure number may leave it out.
    pub unit: String,
    /// Days, or a day for what is stated for its end; empty for the days that are reported, or their last day.
    pub period: String,
    /// Members by axis: `{"vsme:ReportingScopesAxis": "vsme:BaselineYearMember"}`.
    pub dimensions: BTreeMap<String, String>,
    /// To how many decimals a number is right: `3`, `-3`; empty if it is exact.
    pub decimals: String,
    /// Language of words: `vi`, `en`.
    pub language: String,
    /// Where it comes from.
    pub sources: Vec<FactSource>,
}

/// Where a fact comes from.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct FactSource {
    /// `inventory`, `energy`, `form` or `formula`.
    pub kind: String,
    /// The digest of an inventory, the name of a document, the formula.
    pub reference: String,
    /// Ledger lines that it rests on.
    pub lines: u64,
    /// What it was made of.
    pub terms: Vec<FactTerm>,
}

/// A figure that another was made of.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct FactTerm {
    /// Name of a concept, an input or a category of the inventory.
    pub name: String,
    /// Exact value.
    pub value: String,
    /// Its unit.
    pub unit: String,
}

/// Something of a taxonomy that does not apply to the entity.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct NotApplicable {
    /// A concept, or a section by its number. Required.
    pub what: String,
    /// Why. Required.
    pub reason: String,
}

/// Request of the method `disclosure.check`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct DisclosureRequest {
    /// The report. Required.
    pub report: Disclosure,
    /// The user's own packs, each as one text: a new taxonomy is a pack of kind `taxonomy`.
    pub packs: Vec<String>,
}

/// Request of the method `disclosure.fill`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct DisclosureFillRequest {
    /// The report as far as it stands: taxonomy, module, entity, periods, facts of one's own. Required.
    pub report: Disclosure,
    /// What was filled into the form of `disclosure.form`, by concept or input.
    pub answers: BTreeMap<String, Vec<FormAnswer>>,
    /// Inventories: of the year, of the year before, of the base year.
    pub inventories: Vec<DisclosureInventory>,
    /// Energy that was used.
    pub energy: Vec<DisclosureEnergy>,
    /// Energy accounts of ledgers, each of its own period: answers of the method `energy.account`.
    pub energy_accounts: Vec<super::EnergyAccountAnswer>,
    /// The user's own packs, each as one text.
    pub packs: Vec<String>,
}

/// What a person answers to one question of the form.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct FormAnswer {
    /// The value, as in a fact. Needed.
    pub value: String,
    /// Unit; may be left out where there is one only.
    pub unit: String,
    /// Days that it is for; empty for those that are reported.
    pub period: String,
    /// Members by axis.
    pub dimensions: BTreeMap<String, String>,
    /// To how many decimals a number is right; empty if it is exact.
    pub decimals: String,
    /// Language of words.
    pub language: String,
    /// The document that says it.
    pub document: String,
}

/// An inventory, and what of the report it is for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DisclosureInventory {
    /// The answer of the method `inventory`, with its period. Needed.
    pub answer: super::InventoryAnswer,
    /// Members by axis, e.g. those of a base year; none for what is currently stated.
    #[serde(default)]
    pub dimensions: BTreeMap<String, String>,
}

/// Energy that was used in a period.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct DisclosureEnergy {
    /// `electricity` (bought), `self-generated` or `fuels`. Needed.
    pub carrier: String,
    /// Whether it is renewable. Needed.
    pub renewable: Option<bool>,
    /// Quantity. Needed.
    pub quantity: String,
    /// Unit of energy: `kWh`, `GJ`; fuels may be given in any unit together with `per_unit`. Needed.
    pub unit: String,
    /// Calorific value of a fuel, net: energy in each unit of the quantity.
    pub per_unit: String,
    /// Unit of energy of that value: `MJ`, `GJ`.
    pub per_unit_energy: String,
    /// Days; empty for those that are reported.
    pub period: String,
    /// The document or ledger that says it.
    pub document: String,
    /// Ledger lines that it rests on.
    pub lines: u64,
}

/// Request of the method `disclosure.form`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct DisclosureFormRequest {
    /// Identifier of a pack of kind `taxonomy`. Required.
    pub taxonomy: String,
    /// `basic` or `comprehensive`. Required.
    pub module: String,
    /// The user's own packs, each as one text.
    pub packs: Vec<String>,
}

/// Request of the method `disclosure.taxonomies`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct DisclosureTaxonomiesRequest {
    /// The user's own packs, each as one text.
    pub packs: Vec<String>,
}

/// Request of the method `disclosure.write`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct DisclosureWriteRequest {
    /// The report. Required.
    pub report: Disclosure,
    /// `xbrl-json`, `ixbrl` (a page that people and programs read), `xbri` (a report package with that page), `table` or
    /// `html` (what is complete and what is not). Required.
    pub format: String,
    /// `en`, `vi`, or `both` for a page in two languages; empty for English.
    pub lang: String,
    /// The user's own packs, each as one text.
    pub packs: Vec<String>,
}

/// Request of the method `disclosure.read`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct DisclosureReadRequest {
    /// The report as text: an Inline XBRL page, xBRL-JSON, or JSON of this engine. Required, unless `base64` is given.
    pub report: String,
    /// The bytes of a file instead: a report package (`.xbri`), or any of these.
    pub base64: String,
    /// The user's own packs, each as one text.
    pub packs: Vec<String>,
}
