//! What callers of `custody.check` send: a scheme, its periods, and a ledger of credits.

use serde::{Deserialize, Serialize};

use super::{CustodyAnswer, TableInput};

/// Request of the method `custody.check`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct CustodyRequest {
    /// `iscc-eu`, `iscc-plus`, `red-iii`, `rspo-scc-2020`, `ms-2751`, `asi-coc`, `fsc-coc`, `eudr`, or one of a pack of your own. Required.
    pub scheme: String,
    /// The day whose figures hold: `2026-03-31`. Required: there is no clock inside.
    pub on: String,
    /// `fixed` (the balance counts at the end of a period) or `continuous` (it is never negative); empty = as the scheme says, if
    /// it says one of them.
    pub balancing: String,
    /// The unit of all accounts: `kg`, `t` … Required.
    pub unit: String,
    /// Whether the longer period for producers of agricultural goods holds.
    pub agricultural: bool,
    /// What the process itself keeps: `IP`, `SG`, `CB`, `MB`, `B&C`; empty = what its inputs have.
    pub process_model: String,
    /// The periods, one behind the other.
    pub periods: Vec<CustodyPeriod>,
    /// Conversion factors that were declared.
    pub factors: Vec<CustodyFactor>,
    /// Certificates; where there are any, each receipt and certified claim must name one.
    pub certificates: Vec<CustodyCertificate>,
    /// Receipts and claims that were booked elsewhere, by their evidence.
    pub evidence_elsewhere: Vec<String>,
    /// The ledger.
    pub entries: Vec<CustodyEntry>,
    /// Further entries as a table.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ledger: Option<TableInput>,
    /// Packs of your own as text, asked before the shipped ones.
    pub packs: Vec<String>,
}

/// A period of the ledger.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct CustodyPeriod {
    /// First day.
    pub start: String,
    /// The day after its last.
    pub end: String,
    /// Physical stock at its end, where the scheme limits what is carried over.
    pub stocks: Vec<CustodyStock>,
}

/// Physical stock, in the unit of the accounts.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct CustodyStock {
    /// Site or group.
    pub site: String,
    /// Material.
    pub material: String,
    /// Stock in units of credits.
    pub quantity: String,
}

/// A declared conversion factor.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct CustodyFactor {
    /// Site; empty = every site.
    pub site: String,
    /// Material that is put in.
    pub material: String,
    /// Material that comes out; empty = credits of the same name.
    pub to_material: String,
    /// Units that come out of one.
    pub factor: String,
    /// Whether the scheme allows this one to be above 1.
    pub above_one: bool,
}

/// A certificate.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct CustodyCertificate {
    /// Its number.
    pub id: String,
    /// First day.
    pub from: String,
    /// Last day.
    pub to: String,
    /// Materials of its scope; empty = not limited.
    pub materials: Vec<String>,
    /// Sites of its scope; empty = not limited.
    pub sites: Vec<String>,
}

/// An entry of the ledger.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct CustodyEntry {
    /// Identifier.
    pub id: String,
    /// Day.
    pub date: String,
    /// `in`, `out`, `convert`, `transfer`, `expire` or `adjust`.
    pub kind: String,
    /// Site or group whose account it is.
    pub site: String,
    /// Material group.
    pub material: String,
    /// Quantity; of `transfer` negative where it leaves, of `adjust` of either sign, else above zero.
    pub quantity: String,
    /// Its unit; empty = that of the accounts.
    pub unit: String,
    /// What travels with the credit, as a set: `country=VN; deforestation-free`.
    pub attributes: String,
    /// Delivery note, sustainability declaration or transaction certificate.
    pub evidence: String,
    /// The certificate that covers it.
    pub certificate: String,
    /// Model of custody: `IP`, `SG`, `CB`, `MB`, `B&C`; empty = not stated.
    pub model: String,
    /// Of `convert`: the material that comes out.
    pub to_material: String,
    /// Of `in` and `convert`: credits of one unit.
    pub conversion_factor: String,
    /// Of `transfer`: the site at the other end.
    pub counter_site: String,
    /// Of `out`: what physically left.
    pub physical_quantity: String,
    /// Of `out`: `certified` or `uncertified`; empty = certified.
    pub claim: String,
    /// Of `out`: what the claim is used for, e.g. `eudr`, `cbam`.
    pub claims_for: String,
    /// Carbon that travels with one unit of credit, in kilograms of CO2 equivalent.
    pub kg_co2e_per_unit: String,
}

/// Request of the method `custody.report`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CustodyReportRequest {
    /// The answer of `custody.check`.
    pub answer: CustodyAnswer,
    /// `table` or `html`; empty = table.
    #[serde(default)]
    pub format: String,
    /// `en` or `vi`; empty = en.
    #[serde(default)]
    pub lang: String,
}
