//! Answers of the methods `disclosure.*`: a report as it was understood, what is wrong with it, what it misses.

use serde::{Deserialize, Serialize};

use super::{Disclosure, PackUse, PathFinding};

/// Name of the answer's shape.
pub const DISCLOSURE_SCHEMA: &str = "emitrace/disclosure/1";

/// Name of the shape of `disclosure.read`.
pub const DISCLOSURE_READ_SCHEMA: &str = "emitrace/disclosure-read/1";

/// A report that was filled or checked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DisclosureAnswer {
    /// `emitrace/disclosure/1`.
    pub schema: String,
    /// Version of the engine.
    pub engine: String,
    /// SHA-256 of the canonical JSON of `result`, in hexadecimal.
    pub digest: String,
    /// The result.
    pub result: DisclosureResult,
}

/// What became of a report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DisclosureResult {
    /// The report with every period and unit spelled out, sorted as the taxonomy is.
    pub report: Disclosure,
    /// Whether no fact is wrong.
    pub valid: bool,
    /// Whether nothing that is due is missing.
    pub complete: bool,
    /// How many items have which status.
    pub counts: DisclosureCounts,
    /// Every concept of the module: whose duty it is, and what became of it.
    pub items: Vec<DisclosureItem>,
    /// What is wrong or to be looked at, in the order of the report.
    pub findings: Vec<PathFinding>,
    /// Findings beyond the limit that are not listed.
    pub more_findings: u64,
    /// The pack of the taxonomy.
    pub packs: Vec<PackUse>,
}

/// How many items have which status.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DisclosureCounts {
    /// Facts of the report, those of other years included.
    pub facts: u64,
    /// Concepts with a fact for the period.
    pub given: u64,
    /// Concepts that are due and have none.
    pub missing: u64,
    /// Concepts that are due if they apply, about which nothing is said.
    pub open: u64,
    /// Concepts that are voluntary and have none.
    pub voluntary: u64,
    /// Concepts that do not apply.
    pub not_applicable: u64,
    /// Concepts that the report says it leaves out.
    pub omitted: u64,
}

/// A concept of the taxonomy, and what became of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DisclosureItem {
    /// The concept.
    pub concept: String,
    /// Its disclosure: `B3`; empty for general ones.
    pub disclosure: String,
    /// Its section.
    pub section: String,
    /// `basic` or `comprehensive`.
    pub module: String,
    /// Paragraph of the standard.
    pub source: String,
    /// English label.
    pub title_en: String,
    /// Vietnamese label.
    pub title_vi: String,
    /// `always`, `if-any` or `may`.
    pub due: String,
    /// The condition under which it is due; empty if there is none.
    pub when: String,
    /// `given`, `missing`, `open`, `voluntary`, `not-applicable` or `omitted`.
    pub status: String,
    /// Why, where that is not plain: the condition, what is unknown, what the report says.
    pub reason: String,
    /// Facts for the period.
    pub facts: u64,
    /// Facts for the comparatives.
    pub previous_facts: u64,
    /// Where a figure can come from: `inventory`, `energy`, a formula; empty if it is asked for.
    pub found_in: Vec<String>,
}

/// A form: a JSON Schema (2020-12) of what people fill in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DisclosureFormAnswer {
    /// The schema.
    pub form: serde_json::Value,
}

/// The taxonomies that are loaded.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DisclosureTaxonomiesAnswer {
    /// Their packs, with how much is in them.
    pub taxonomies: Vec<DisclosureTaxonomy>,
}

/// A taxonomy that is loaded.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DisclosureTaxonomy {
    /// Identifier of its pack.
    pub id: String,
    /// Title.
    pub title: String,
    /// Edition.
    pub edition: String,
    /// Address of its entry point.
    pub entry_point: String,
    /// Concepts that can be reported.
    pub concepts: u64,
    /// Members of axes and enumerations.
    pub members: u64,
    /// Rules: formulas and limits.
    pub rules: u64,
}

/// The facts of a report that was read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DisclosureReadAnswer {
    /// `emitrace/disclosure-read/1`.
    pub schema: String,
    /// Version of the engine.
    pub engine: String,
    /// SHA-256 of the canonical JSON of this answer with an empty digest.
    pub digest: String,
    /// `ixbrl`, `xbrl-json` or `json`.
    pub form: String,
    /// Taxonomy, entity and facts; what a document does not say, as the module, is empty.
    pub report: Disclosure,
    /// Where each fact of the report stands.
    pub places: Vec<FactPlace>,
    /// The facts as xBRL-JSON, under the identifiers that they have in the document.
    pub xbrl_json: String,
    /// What could not be read, and facts that a page does not show.
    pub findings: Vec<PathFinding>,
    /// The pack of the taxonomy.
    pub packs: Vec<PackUse>,
}

/// Where a fact stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FactPlace {
    /// Identifier of the fact in the document; its place in the list, counted from 0, in JSON of this engine.
    pub id: String,
    /// Line of the page, counted from 1; nothing for JSON.
    pub line: Option<u64>,
    /// Whether the page keeps it from the reader's eyes.
    pub hidden: bool,
}
