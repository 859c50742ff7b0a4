//! What two inventories differ in, as plain data.

use serde::{Deserialize, Serialize};

use super::{Choices, Figures, Note, PackUse};

/// Name of the shape of a [`DiffAnswer`].
pub const DIFF_SCHEMA: &str = "emitrace/diff/1";

/// What changed between two inventories, by how much and because of what.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DiffAnswer {
    /// `emitrace/diff/1`.
    pub schema: String,
    /// Version of the engine.
    pub engine: String,
    /// SHA-256 of the canonical JSON of this answer with an empty digest.
    pub digest: String,
    /// The inventory before.
    pub before: InventoryMark,
    /// The inventory after.
    pub after: InventoryMark,
    /// How the two were compared.
    pub comparison: Comparison,
    /// Change per account, then of both totals, each with its effects.
    pub total: Vec<AccountChange>,
    /// From the total before to the total after, step by step: by location, then by market.
    pub waterfalls: Vec<Waterfall>,
    /// How many lines changed in which way; absent if no lines were compared.
    pub lines: Option<LineCounts>,
    /// The lines with the largest changes, up to the limit; `lines` counts all.
    pub changes: Vec<LineChange>,
    /// The cells with a change; those of each view add up to `total`, effect by effect.
    pub views: Vec<DiffView>,
    /// What a reader must know about the comparison.
    pub notes: Vec<Note>,
}

/// Which inventory was compared.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct InventoryMark {
    /// Its digest.
    pub digest: String,
    /// Version of the engine that computed it.
    pub engine: String,
    /// Every choice that changed a number.
    pub choices: Choices,
    /// Rows of its ledger.
    pub rows: u64,
    /// Rows in the result.
    pub counted: u64,
    /// Rows left out, each with a finding.
    pub excluded: u64,
    /// Its sums.
    pub total: Figures,
    /// The packs that it rests on, with their editions.
    pub packs: Vec<PackUse>,
}

/// How two inventories were compared.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Comparison {
    /// `lines` where both ledgers were at hand, else `cells`.
    pub depth: String,
    /// How lines were matched; empty for `cells`.
    pub matching: String,
    /// The formula of the effects, with its number in METHODS.
    pub formula: String,
    /// Sites whose lines count as structural change.
    pub structure: Vec<String>,
}

/// A sum before and after, and what the change is made of. All texts are exact kilograms of CO2 equivalent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AccountChange {
    /// `scope_1` … `offsets`, `total_location` or `total_market`.
    pub account: String,
    /// Before.
    pub before_kg_co2e: String,
    /// After.
    pub after_kg_co2e: String,
    /// After less before: the sum of the effects, to the last digit.
    pub change_kg_co2e: String,
    /// What the change is made of.
    pub effects: Effects,
}

/// Parts of a change; they add up to it to the last digit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Effects {
    /// More or less was done or used.
    pub activity_kg_co2e: String,
    /// Other factors, editions, calorific values or conversions.
    pub factor_kg_co2e: String,
    /// Another GWP set.
    pub gwp_kg_co2e: String,
    /// Another method, activity or profile.
    pub method_kg_co2e: String,
    /// Sites that a structural change brought or took.
    pub structure_kg_co2e: String,
    /// Rows that a finding keeps out of one of the two.
    pub coverage_kg_co2e: String,
    /// Activity and factor together, where they cannot be told apart.
    pub unseparated_kg_co2e: String,
    /// Moved between accounts or cells without a change of its own.
    pub moved_kg_co2e: String,
}

/// The way from one total to another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Waterfall {
    /// `total_location` or `total_market`.
    pub account: String,
    /// `before`, the effects in their order, `after`.
    pub steps: Vec<WaterfallStep>,
}

/// One step of a waterfall: it starts where the one before ended.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WaterfallStep {
    /// `before`, `activity`, `factor` … `after`.
    pub step: String,
    /// Where the bar starts.
    pub start_kg_co2e: String,
    /// Where it ends.
    pub end_kg_co2e: String,
    /// End less start.
    pub change_kg_co2e: String,
}

/// How many lines changed in which way.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LineCounts {
    /// In both, and nothing changed.
    pub unchanged: u64,
    /// In both, with a change.
    pub changed: u64,
    /// In the second only.
    pub appeared: u64,
    /// In the first only.
    pub disappeared: u64,
    /// Counted before, kept out by a finding now.
    pub excluded: u64,
    /// Kept out by a finding before, counted now.
    pub restored: u64,
}

/// A line that changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LineChange {
    /// `changed`, `appeared`, `disappeared`, `excluded` or `restored`.
    pub kind: String,
    /// Identifier of the record; may be empty.
    pub id: String,
    /// Row in the first ledger; 0 = none.
    pub before_row: u64,
    /// Row in the second ledger; 0 = none.
    pub after_row: u64,
    /// Site as the ledger names it.
    pub site: String,
    /// Identifier of the activity.
    pub activity: String,
    /// What is different about the line.
    pub causes: Vec<Cause>,
    /// The accounts that the line touches, each with its effects.
    pub accounts: Vec<AccountChange>,
    /// For `excluded` and `restored`: the code of the finding, if it is among those listed.
    pub finding: String,
}

/// One thing that is different about a line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Cause {
    /// `quantity`, `unit`, `activity`, `category`, `region`, `entity`, `site`, `supplier`, `product`, `month`, `factor`,
    /// `edition`, `record` (another record under the same name), `share` (of the organisation), `properties` (calorific
    /// values, densities), `gwp`, `profile`.
    pub what: String,
    /// The account that it is about; empty = the line as a whole.
    pub account: String,
    /// Before.
    pub before: String,
    /// After.
    pub after: String,
}

/// The change divided by one or more dimensions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DiffView {
    /// Its dimensions.
    pub by: Vec<String>,
    /// The cells with a change, sorted by key.
    pub cells: Vec<DiffCell>,
    /// How many cells have none.
    pub unchanged: u64,
}

/// One group of a view.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DiffCell {
    /// One value for each dimension of the view.
    pub key: Vec<String>,
    /// `changed`, `appeared` or `disappeared`.
    pub kind: String,
    /// The accounts that changed, then both totals.
    pub accounts: Vec<AccountChange>,
}
