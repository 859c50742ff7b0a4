//! What callers send to have the energy of a ledger added up.

use serde::{Deserialize, Serialize};

use super::{InventoryOptions, Ledger};

/// Request of the method `energy.account`: an inventory's request, and which instruments are renewable.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EnergyAccountRequest {
    /// The ledger; absent where it is handed over beside the request.
    #[serde(default)]
    pub ledger: Ledger,
    /// Choices and declarations of the inventory; `by` names the views of the account, of `site`, `month`, `region`,
    /// `category` and `activity`, and none is made without it.
    pub options: InventoryOptions,
    /// The user's own packs, each as one text.
    #[serde(default)]
    pub packs: Vec<String>,
    /// Instruments that are proven to be of renewable sources, as the column `instrument` names them. Bought energy of
    /// other rows is not renewable.
    #[serde(default)]
    pub renewable_instruments: Vec<String>,
}
