//! What callers of `supplier.base` and `supplier.region` send: what is asked, and everybody who is asked.

use serde::{Deserialize, Serialize};

use super::{ProfileFact, RequirementSet, SupplierEvidence, TableInput};

/// Request of the methods `supplier.base` and `supplier.region`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct SupplierBaseRequest {
    /// The day on which things hold: `2026-11-21`. Required: there is no clock inside.
    pub as_of: String,
    /// Identifier of a loaded set of requirements (a pack of kind `requirements`); empty if `requirements` is given.
    pub set: String,
    /// A set of your own, in place of a pack's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub requirements: Option<RequirementSet>,
    /// Who is wanted, as a condition on the profile: `sector == stamping and region == 'Đông Anh'`; empty = everybody.
    pub wanted: String,
    /// The suppliers.
    pub suppliers: Vec<SupplierEntry>,
    /// Further suppliers as a table, one a row: `id`, `name`, `sites`; every other column is a fact of the profile.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub table: Option<TableInput>,
    /// Evidence of them all as a table; its column `supplier` has their identifiers.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub evidence: Option<TableInput>,
    /// Facts of the profile by which the suppliers are counted together: `region`, `sector`.
    pub group_by: Vec<String>,
    /// The fewest suppliers of a group that is shown. `supplier.region` needs it, 3 or more; `supplier.base` does not take it.
    pub min_group: String,
    /// For how many days to look ahead; empty = as the set says.
    pub horizon_days: String,
    /// Packs of your own as text, asked before the shipped ones.
    pub packs: Vec<String>,
}

/// One of many suppliers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct SupplierEntry {
    /// Identifier, unique in the request. Required.
    pub id: String,
    /// Its name.
    pub name: String,
    /// What is known of it.
    pub profile: Vec<ProfileFact>,
    /// Its sites; evidence that names sites must cover all of them.
    pub sites: Vec<String>,
    /// What it can show.
    pub evidence: Vec<SupplierEvidence>,
}
