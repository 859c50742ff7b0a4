// Written by `cargo xtask types` from core/src/wire/v1: do not edit.
//
// Amounts are decimal texts, because a JavaScript number cannot hold them exactly. Numbers are counts and positions.

import type { InventoryOptions, Ledger } from "./request.js";

/** Request of the method `energy.account`: an inventory's request, and which instruments are renewable. */
export interface EnergyAccountRequest {
  /** The ledger; absent where it is handed over beside the request. */
  ledger?: Ledger;
  /** Choices and declarations of the inventory; `by` names the views of the account, of `site`, `month`, `region`, `category` and `activity`, and none is made without it. */
  options: InventoryOptions;
  /** The user's own packs, each as one text. */
  packs?: string[];
  /** Instruments that are proven to be of renewable sources, as the column `instrument` names them. Bought energy of other rows is not renewable. */
  renewable_instruments?: string[];
}
