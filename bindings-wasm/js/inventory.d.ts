// The small entry: the functions of an inventory, as the main entry has them.
export {
  allocate, apportion, call, callWithLedger, capabilities, checkPack, claims, convert, EmitraceError, Engine, explain, gwp, init,
  inventory, inventoryJson, inventoryRows, memoryBytes, merge, methods, organisation, packs, readLedger, report, searchFactors, showFactor,
} from "./index.js";
export { init as default } from "./index.js";
export type * from "./types.js";
