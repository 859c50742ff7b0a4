//! Answer of `origin.assess`: verdicts on the arithmetic of rules of origin, with what they rest on.

use serde::{Deserialize, Serialize};

use super::{Column, FigureUse, Finding, FindingCount, PackUse};

/// Name of the answer's shape.
pub const ORIGIN_SCHEMA: &str = "emitrace/origin/1";

/// Verdicts on all products of a request.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OriginAnswer {
    /// `emitrace/origin/1`.
    pub schema: String,
    /// Version of the engine.
    pub engine: String,
    /// SHA-256 of the canonical JSON of `result`, in hexadecimal.
    pub digest: String,
    /// The result.
    pub result: OriginResult,
    /// Headers of the table of materials and the fields that they were taken for.
    pub columns: Vec<Column>,
    /// What is wrong with rows of the table.
    pub findings: Vec<Finding>,
}

/// The verdicts and the figures that they rest on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OriginResult {
    /// The agreement.
    pub agreement: String,
    /// The day whose figures hold.
    pub on: String,
    /// Where the products are made.
    pub country: String,
    /// The currency of all values.
    pub currency: String,
    /// Materials that are in the result.
    pub materials: u64,
    /// Rows of the table that are not in it; then no verdict is better than `not-proven`.
    pub excluded: u64,
    /// How often each code was found.
    pub findings: Vec<FindingCount>,
    /// Verdicts, in the order of the request.
    pub products: Vec<OriginVerdict>,
    /// Figures of the agreement that were used.
    pub figures: Vec<FigureUse>,
    /// The packs that they come from.
    pub packs: Vec<PackUse>,
}

/// What the data given say about a product and its rule.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OriginVerdict {
    /// Identifier of the product.
    pub product: String,
    /// Its name.
    pub name: String,
    /// Its code.
    pub hs_code: String,
    /// Edition of the code.
    pub hs_edition: String,
    /// The rule in words.
    pub rule: String,
    /// Where the rule stands.
    pub rule_source: String,
    /// Which value percentages are of: `exw`, `fob`, `transaction-value`.
    pub basis: String,
    /// That value; empty = not given.
    pub value: String,
    /// `pass`, `fail` or `not-proven`: whether the arithmetic of the rule is met on the data given. No legal decision.
    pub verdict: String,
    /// What would have to be known for a verdict.
    pub missing: Vec<OriginMissing>,
    /// Value of non-originating materials, those that are not determined left out.
    pub non_originating_least: String,
    /// Value of non-originating and undetermined materials; empty = a value is missing.
    pub non_originating_most: String,
    /// Value of materials that are shown to originate.
    pub originating: String,
    /// The alternatives of the rule.
    pub alternatives: Vec<OriginAlternativeVerdict>,
    /// The materials.
    pub materials: Vec<OriginMaterialVerdict>,
    /// What a reader should know.
    pub remarks: Vec<String>,
}

/// Something that is missing.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OriginMissing {
    /// `origin`, `evidence`, `value`, `hs-code`, `hs-edition`, `weight`, `basis`, `process`, `notes`, `operations` or `rows`.
    pub what: String,
    /// The material or product.
    pub about: String,
}

/// Verdict on conditions that hold together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OriginAlternativeVerdict {
    /// Name.
    pub name: String,
    /// `pass`, `fail` or `not-proven`.
    pub verdict: String,
    /// The conditions.
    pub conditions: Vec<OriginConditionVerdict>,
}

/// Verdict on one condition.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OriginConditionVerdict {
    /// `rvc`, `value-limit`, `change`, `made-from`, `wholly-obtained`, `process` or `set`.
    pub test: String,
    /// What is asked, e.g. `build-down` or `CTH`.
    pub asks: String,
    /// `pass`, `fail` or `not-proven`.
    pub verdict: String,
    /// The percentage with undetermined materials counted as non-originating, exactly: a decimal or `n/d`; empty = none.
    pub percent: String,
    /// What it is compared with.
    pub limit_percent: String,
    /// The comparison with whole products: `(200 - 100) x 100 = 10000 >= 8000 = 40 x 200`.
    pub comparison: String,
    /// Non-originating materials that do not meet a change or a list, those that may not among them.
    pub materials: Vec<String>,
    /// What the tolerance made of them.
    pub tolerances: Vec<OriginTolerance>,
    /// What keeps it from being decided.
    pub missing: Vec<OriginMissing>,
}

/// A tolerance and what it was used for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OriginTolerance {
    /// `value` or `weight`.
    pub of: String,
    /// Materials that do not change, in per cent, exactly; empty = something is missing.
    pub percent: String,
    /// The most that is tolerated.
    pub limit_percent: String,
    /// The comparison with whole products.
    pub comparison: String,
    /// `pass`, `fail` or `not-proven`.
    pub verdict: String,
}

/// How a material was taken.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OriginMaterialVerdict {
    /// Identifier.
    pub id: String,
    /// Name.
    pub name: String,
    /// Code.
    pub hs_code: String,
    /// Edition of the code.
    pub hs_edition: String,
    /// Quantity.
    pub quantity: String,
    /// Unit.
    pub unit: String,
    /// Value; empty = not given.
    pub value: String,
    /// Country of origin.
    pub country: String,
    /// `originating`, `non-originating` or `undetermined`, which counts as non-originating.
    pub status: String,
    /// How much of its value counts as originating, in per cent.
    pub originating_percent: String,
    /// Why: `stated`, `evidence`, `roll-up`, `cumulation`, `not-determined` …
    pub because: String,
    /// The document.
    pub evidence: String,
}

impl OriginAnswer {
    /// Whether every product passes.
    pub fn passes(&self) -> bool {
        self.result.products.iter().all(|product| product.verdict == "pass")
    }
}
