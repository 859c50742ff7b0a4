//! What callers of `eudr.check` send: plots, a due diligence statement, lots with their reference numbers.

use serde::{Deserialize, Serialize};

use super::EudrAnswer;

/// Request of the method `eudr.check`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct EudrRequest {
    /// Whose limits: `operator-api-v3` or `validation-rules-1.3`. Required, because they differ.
    pub profile: String,
    /// The day whose figures hold. Required: there is no clock inside.
    pub on: String,
    /// Whether the commodity is cattle: then points have no largest area.
    pub cattle: bool,
    /// Plots: the text of a GeoJSON document; its numbers are read as they are written.
    pub geojson: String,
    /// The data of a due diligence statement.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub statement: Option<EudrStatement>,
    /// Lots, for the reference numbers of everything that may be in them.
    pub lots: Vec<EudrLot>,
    /// Packs of your own as text, asked before the shipped ones.
    pub packs: Vec<String>,
}

/// The data of a due diligence statement, as far as the information system limits them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct EudrStatement {
    /// `DOMESTIC`, `IMPORT` or `EXPORT`.
    pub activity: String,
    /// Country of the operator, ISO 3166-1.
    pub operator_country: String,
    /// Whether that country is a member of the EU.
    pub operator_in_eu: bool,
    /// EORI number; needed for import and export.
    pub eori: String,
    /// The goods.
    pub commodities: Vec<EudrCommodity>,
    /// Statements that this one refers to.
    pub references: Vec<EudrReference>,
}

/// A commodity of a statement.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct EudrCommodity {
    /// Two to six digits of the Harmonized System.
    pub hs_heading: String,
    /// Description.
    pub description: String,
    /// Net weight in kilograms; needed for import and export.
    pub net_weight_kg: String,
    /// Supplementary unit: how many.
    pub supplementary_unit: String,
    /// Its qualifier.
    pub supplementary_qualifier: String,
    /// Whether it is timber or made of it; chapter 44 always is.
    pub timber: bool,
    /// Species.
    pub species: Vec<EudrSpecies>,
    /// Producers.
    pub producers: Vec<EudrProducer>,
}

/// A species.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct EudrSpecies {
    /// Scientific name.
    pub scientific_name: String,
    /// Common name.
    pub common_name: String,
}

/// A producer.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct EudrProducer {
    /// Name.
    pub name: String,
    /// Country, ISO 3166-1.
    pub country: String,
}

/// A statement that is referred to.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct EudrReference {
    /// Reference number.
    pub reference: String,
    /// Verification number.
    pub verification: String,
    /// Its status, if it is known: `AVAILABLE`, `ARCHIVED` …
    pub status: String,
}

/// A lot: what it was made of, and which reference numbers came with it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct EudrLot {
    /// Identifier.
    pub id: String,
    /// Lots that may be in it.
    pub inputs: Vec<String>,
    /// Reference numbers that came with it.
    pub references: Vec<String>,
}

/// Request of the method `eudr.report`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EudrReportRequest {
    /// The answer of `eudr.check`.
    pub answer: EudrAnswer,
    /// `table` or `html`; empty = table.
    #[serde(default)]
    pub format: String,
    /// `en` or `vi`; empty = en.
    #[serde(default)]
    pub lang: String,
}
