//! What the operator of an installation states beside the figures, and the requests for documents that leave it.

use serde::{Deserialize, Serialize};

use super::{CbamCarbonPrice, CbamReportAnswer};

/// What the operator's report says beside the figures; nothing of it changes a figure.
///
/// A list that is left out was not answered; an empty list says that there is nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct CbamStatements {
    /// Corporate or activity registration number of the operator.
    pub registration_number: String,
    /// Full address of the operator, in English.
    pub operator_address: String,
    /// Identifier of the installation in the CBAM Registry.
    pub registry_id: String,
    /// Production processes that make no goods of Annex I.
    pub other_processes: Option<Vec<String>>,
    /// Goods outside Annex I that the processes make.
    pub other_goods: Option<Vec<CbamOtherGood>>,
    /// New installation: how many months were monitored.
    pub months: String,
    /// Gaps in the data, and how they were closed.
    pub data_gaps: Option<Vec<String>>,
    /// Who stands behind the names of suppliers and receivers in the document.
    pub others: Vec<CbamOther>,
    /// Whether the criteria for actual emission factors of electricity are met (Annex IV, point 6 of the Regulation).
    pub electricity_criteria_met: Option<bool>,
    /// Whether the evidence for them was given to the verifier.
    pub electricity_evidence_submitted: Option<bool>,
    /// Bought precursors, by identifier, whose emissions are those of chosen installations instead of the average.
    pub chosen_precursors: Vec<String>,
    /// Electricity that is imported into the Union.
    pub imported_electricity: Option<CbamImportedElectricity>,
    /// Carbon prices paid for goods where they were made, for the importer.
    pub carbon_prices: Vec<CbamCarbonPrice>,
    /// The verifier.
    pub verifier: String,
    /// The verification report.
    pub verification_report: String,
}

/// A good outside Annex I.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct CbamOtherGood {
    /// The process that makes it.
    pub process: String,
    /// Name. Required.
    pub name: String,
    /// Quantity, in t.
    pub quantity_t: String,
}

/// Another installation, a supplier or a receiver.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct CbamOther {
    /// The name by which the document speaks of it. Required.
    pub name: String,
    /// Its operator.
    pub operator: String,
    /// Country.
    pub country: String,
    /// Identifier in the CBAM Registry.
    pub registry_id: String,
    /// Name and address of a responsible person.
    pub contact: String,
}

/// Electricity that is imported into the Union, and what has to be confirmed about it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct CbamImportedElectricity {
    /// Whether the installation is connected directly to the transmission system of the Union (point 5(b)).
    pub direct_connection: Option<bool>,
    /// Whether it emits less than the limit for a unit of electricity (point 5(c)).
    pub below_emission_limit: Option<bool>,
    /// Whether the evidence was given to the verifier.
    pub evidence_submitted: Option<bool>,
    /// Whether the addenda were sent to the verifier.
    pub addenda_sent: Option<bool>,
    /// One for each authorised declarant.
    pub addenda: Vec<CbamAddendum>,
}

/// The addendum for one authorised declarant.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct CbamAddendum {
    /// EORI number of the declarant. Required.
    pub eori: String,
    /// Whether the criteria of point 5(a), (d) and, for congestion, (b) are met, and the evidence was submitted.
    pub criteria_met: Option<bool>,
    /// Electricity that meets the criteria, in MWh.
    pub mwh: String,
}

/// Request of the method `cbam.report.document`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CbamReportDocumentRequest {
    /// The answer of `cbam.report`.
    pub answer: CbamReportAnswer,
    /// `table`, `html` or `xlsx`.
    pub format: String,
    /// `en` (else) or `vi`. The report is submitted in English.
    #[serde(default)]
    pub lang: String,
}
