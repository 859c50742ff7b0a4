// What the small entries give to their callers: inventories, their reports and the factors behind them.
export {
  allocate, apportion, call, callWithLedger, capabilities, checkPack, claims, convert, EmitraceError, Engine, explain, gwp, inventory,
  inventoryJson, inventoryRows, memoryBytes, merge, methods, organisation, packs, readLedger, report, searchFactors, showFactor,
} from "./host.js";
