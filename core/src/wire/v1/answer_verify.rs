//! Request and answer of the method `answer.verify`.

use serde::{Deserialize, Serialize};

use super::{DisclosureLedger, ReportVerifyAnswer, VerifyDifference};

/// Name of the answer's shape.
pub const ANSWER_VERIFY_SCHEMA: &str = "emitrace/answer-verify/1";

/// Request of the method `answer.verify`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct AnswerVerifyRequest {
    /// The answer of the engine as text (JSON): a report by a framework, an energy account, a facility report, a footprint. Required.
    pub report: String,
    /// The method that it is said to be an answer of, e.g. `framework.report`. Required.
    pub method: String,
    /// The request that it is said to be made of, as text (JSON). Required.
    pub request: String,
    /// The ledgers of inventories of that request; an inventory without its ledger is taken as it stands.
    pub ledgers: Vec<AnswerLedger>,
    /// The user's own packs, each as one text: for the ledgers and, beside those of the request, for the method.
    pub packs: Vec<String>,
    /// How many differences and lines are listed (1,000 if not given); all are counted.
    pub list: Option<u32>,
}

/// The ledger of an inventory that stands in a request.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct AnswerLedger {
    /// JSON pointer of the inventory in the request: `/inventory`. Required.
    pub place: String,
    /// The file, and choices and packs if the inventory does not state them.
    pub file: DisclosureLedger,
}

/// Answer of `answer.verify`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AnswerVerifyAnswer {
    /// `emitrace/answer-verify/1`.
    pub schema: String,
    /// Version of the engine.
    pub engine: String,
    /// SHA-256 of the canonical JSON of this answer with an empty digest.
    pub digest: String,
    /// The method that was asked again.
    pub method: String,
    /// Shape of the report: `emitrace/framework-report/1`.
    pub report_schema: String,
    /// Whether everything that was compared is equal, and every inventory that was computed again holds.
    pub holds: bool,
    /// Why it does not hold: `edited` (its own digest does not fit it), `inventories` (one does not follow from its ledger), `figures`,
    /// `texts`.
    pub reasons: Vec<String>,
    /// The digest that the report states; empty where it states none.
    pub reported_digest: String,
    /// The digest of the answer that was computed again.
    pub recomputed_digest: String,
    /// Figures that were compared.
    pub figures: u64,
    /// Everything else that was compared: names, states, sources, findings.
    pub texts: u64,
    /// Differences that were found.
    pub differences_found: u64,
    /// The differences, in the order of the report, up to the limit.
    pub differences: Vec<VerifyDifference>,
    /// Answers that stand in the request, each computed again from its ledger or taken as it stands.
    pub answers: Vec<VerifiedAnswer>,
}

/// An answer that a report is made of.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct VerifiedAnswer {
    /// JSON pointer into the request.
    pub place: String,
    /// Its shape: `emitrace/inventory/1`.
    pub schema: String,
    /// `recomputed` (from its ledger; an energy account from the ledger of its inventory), or `given` (taken as it stands).
    pub how: String,
    /// Its digest, as it was given.
    pub digest: String,
    /// Of an inventory that was computed again: what became of it, with the lines that can explain a difference.
    pub verified: Option<ReportVerifyAnswer>,
}
