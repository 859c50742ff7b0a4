//! Request and answer of the method `disclosure.verify`.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{
    DisclosureFillRequest, FactSource, InventoryOptions, Ledger, PackUse, PathFinding, ReportVerifyAnswer,
};

/// Name of the answer's shape.
pub const DISCLOSURE_VERIFY_SCHEMA: &str = "emitrace/disclosure-verify/1";

/// Request of the method `disclosure.verify`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct DisclosureVerifyRequest {
    /// The report as text: an Inline XBRL page, xBRL-JSON, the answer of `disclosure.fill` or `disclosure.check`, or a report as it is
    /// written. Required, unless `base64` is given.
    pub report: String,
    /// The bytes of a file instead: a report package (`.xbri`), or any of these.
    pub base64: String,
    /// What it is said to be made of: the request of `disclosure.fill`. Required.
    pub fill: DisclosureFillRequest,
    /// The ledgers of the inventories of `fill`, in their order; one that is not given leaves its inventory as it stands.
    pub ledgers: Vec<DisclosureLedger>,
    /// How many differences and lines are listed (1,000 if not given); all are counted.
    pub list: Option<u32>,
}

/// The ledger of an inventory.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct DisclosureLedger {
    /// The file; nothing if it is not at hand.
    pub ledger: Option<Ledger>,
    /// Choices, instead of those that the inventory states.
    pub options: InventoryOptions,
    /// The user's own packs, each as one text.
    pub packs: Vec<String>,
}

/// Answer of `disclosure.verify`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DisclosureVerifyAnswer {
    /// `emitrace/disclosure-verify/1`.
    pub schema: String,
    /// Version of the engine.
    pub engine: String,
    /// SHA-256 of the canonical JSON of this answer with an empty digest.
    pub digest: String,
    /// `json`, `xbrl-json` or `ixbrl`.
    pub form: String,
    /// Whether everything that was compared is equal, and every inventory that was computed again holds.
    pub holds: bool,
    /// Why it does not hold: `edited` (its own digest does not fit it), `unreadable` (of a page, see `findings`), `facts`, `shown` (a page
    /// shows something else beside right facts), `inventories`.
    pub reasons: Vec<String>,
    /// What was compared.
    pub compared: DisclosureVerifyCounts,
    /// Differences that were found.
    pub differences_found: u64,
    /// The differences, in the order of the report, up to the limit.
    pub differences: Vec<FactDifference>,
    /// What of a page could not be read.
    pub findings: Vec<PathFinding>,
    /// The inventories, in the order in which they were given.
    pub inventories: Vec<VerifiedInventory>,
    /// The pack of the taxonomy.
    pub packs: Vec<PackUse>,
}

/// How many facts were compared, by where they come from.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DisclosureVerifyCounts {
    /// Facts of the report.
    pub facts: u64,
    /// Taken over from an inventory, or worked out of one.
    pub from_inventories: u64,
    /// Taken over from energy accounts, or worked out of them.
    pub from_energy: u64,
    /// Worked out of what people stated.
    pub from_formulas: u64,
    /// Stated by people.
    pub stated: u64,
}

/// Something that the report says otherwise than what it is made of.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FactDifference {
    /// `value`, `scale` (the same digits by another power of ten), `unit`, `decimals`, `period` (all else is as it follows), `missing`
    /// (it follows, and the report does not say it), `unsupported` (the report says it, and it follows from nothing that was given),
    /// `hidden` (a page holds it and does not show it), `shown` (facts are right, and the page shows something else beside them), `entity`.
    pub what: String,
    /// JSON pointer into the report, of a page into the xBRL-JSON of its facts: `/facts/f12`; empty for what is missing.
    pub place: String,
    /// Line of a page, counted from 1.
    pub line: Option<u64>,
    /// The concept; empty for the entity.
    pub concept: String,
    /// English label.
    pub title_en: String,
    /// Vietnamese label.
    pub title_vi: String,
    /// Days, or the day for whose end it is stated.
    pub period: String,
    /// Members by axis.
    pub dimensions: BTreeMap<String, String>,
    /// Unit of the value.
    pub unit: String,
    /// What the report says.
    pub reported: String,
    /// What follows.
    pub recomputed: String,
    /// What follows less what is reported, exactly; empty for what is no number.
    pub difference: String,
    /// What it follows from.
    pub sources: Vec<FactSource>,
    /// The inventories that it rests on, counted from 0; their `explained` lines can explain it.
    pub inventories: Vec<u64>,
}

/// An inventory of the report.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct VerifiedInventory {
    /// The days that it is for; empty if it does not say.
    pub period: String,
    /// Its digest, as it was given.
    pub digest: String,
    /// What became of it when it was computed again; nothing if its ledger was not given.
    pub verified: Option<ReportVerifyAnswer>,
}
