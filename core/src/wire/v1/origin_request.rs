//! What callers of `origin.assess` send: products, their rules and their materials.

use serde::{Deserialize, Serialize};

use super::{OriginAnswer, TableInput};

/// Request of the method `origin.assess`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct OriginRequest {
    /// `evfta`, `rcep`, `cptpp`, `atiga`, `vn-non-preferential`, or one of a pack of your own. Required.
    pub agreement: String,
    /// The day whose figures hold, e.g. of export: `2026-03-01`. Required: there is no clock inside.
    pub on: String,
    /// Where the products are made, ISO 3166-1: `VN`. Required.
    pub country: String,
    /// The currency of all values; words only.
    pub currency: String,
    /// Edition of the Harmonized System of all codes that do not name one: `HS2012`. Required.
    pub hs_edition: String,
    /// The products, and intermediates that are assessed before them.
    pub products: Vec<OriginProduct>,
    /// Their materials.
    pub materials: Vec<OriginMaterial>,
    /// Further materials as a table.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bom: Option<TableInput>,
    /// Packs of your own as text, asked before the shipped ones.
    pub packs: Vec<String>,
}

/// A product or intermediate: what it is worth and which rule it is asked about. All values are of the same quantity of it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct OriginProduct {
    /// Identifier.
    pub id: String,
    /// Name.
    pub name: String,
    /// Code of the Harmonized System, six digits or more.
    pub hs_code: String,
    /// Edition of the code; empty = that of the request.
    pub hs_edition: String,
    /// Value free on board.
    pub fob: String,
    /// Ex-works price.
    pub exw: String,
    /// Transaction value.
    pub transaction_value: String,
    /// Net cost: total cost without sales promotion, royalties, shipping and packing, and interest that does not count.
    pub net_cost: String,
    /// Weight in kilograms, for tolerances by weight.
    pub weight_kg: String,
    /// Direct labour, for build-up.
    pub labour: String,
    /// Direct overhead, for build-up.
    pub overhead: String,
    /// Profit, for build-up.
    pub profit: String,
    /// Other costs, for build-up.
    pub other: String,
    /// Whether nothing but minimal operations (packing, sorting, simple mixing …) was carried out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub minimal_operations: Option<bool>,
    /// The rule.
    pub rule: OriginRule,
}

/// A product-specific rule as the caller states it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct OriginRule {
    /// The rule in words, as the annex prints it.
    pub says: String,
    /// Where it stands. Required.
    pub source: String,
    /// Edition of the Harmonized System that it is written in; empty = that of the request.
    pub hs_edition: String,
    /// Alternatives, one of which is enough.
    pub any: Vec<OriginAlternative>,
}

/// Conditions that hold together.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct OriginAlternative {
    /// Name, e.g. `CTH`.
    pub name: String,
    /// The conditions.
    pub all: Vec<OriginCondition>,
}

/// One condition; which fields it needs depends on `test`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct OriginCondition {
    /// `rvc`, `value-limit`, `change`, `made-from`, `wholly-obtained`, `process` or `set`.
    pub test: String,
    /// Of `rvc`: `build-down`, `build-up`, `focused` or `net-cost`.
    pub formula: String,
    /// Of `rvc` the least, of `value-limit` the largest percentage; empty = what the agreement says for all products.
    pub percent: String,
    /// Of `change`: `CC`, `CTH` or `CTSH`.
    pub change: String,
    /// Of `change`: codes, or spans as `7301-7320`, whose materials do not count as changed.
    pub except_from: Vec<String>,
    /// Of `made-from` the headings that materials may have, of `focused` those that count.
    pub headings: Vec<String>,
    /// Of `process`: what must have been carried out.
    pub process: String,
    /// Of `process`: whether there is proof that it was.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub shown: Option<bool>,
}

/// A material of a product.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct OriginMaterial {
    /// The product that it goes into; empty = the only one.
    pub product: String,
    /// Identifier.
    pub id: String,
    /// Name.
    pub name: String,
    /// Code of the Harmonized System.
    pub hs_code: String,
    /// Edition of the code; empty = that of the request.
    pub hs_edition: String,
    /// Quantity; for the worksheet.
    pub quantity: String,
    /// Unit of the quantity.
    pub unit: String,
    /// Value in the request's currency.
    pub value: String,
    /// Weight in kilograms, for tolerances by weight.
    pub weight_kg: String,
    /// Country of origin, ISO 3166-1; empty = not known.
    pub country: String,
    /// `originating`, `non-originating`, or empty = not determined.
    pub status: String,
    /// The document that proves an originating status, e.g. the number of a proof of origin.
    pub evidence: String,
    /// How a material of another country is taken in: `bilateral`, `diagonal`, `regional`, `full` or `partial`.
    pub cumulation: String,
    /// Of `full` and `partial`: how much of its value originates, in per cent.
    pub originating_percent: String,
    /// The product of this request as which it was made: its verdict is the material's status.
    pub made_as: String,
}

/// Request of the method `origin.report`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OriginReportRequest {
    /// The answer of `origin.assess`.
    pub answer: OriginAnswer,
    /// `table` or `html`; empty = table.
    #[serde(default)]
    pub format: String,
    /// `en` or `vi`; empty = en.
    #[serde(default)]
    pub lang: String,
}
