// What both entries give to their callers.
export {
  allocate, apportion, call, callWithLedger, capabilities, checkPack, convert, EmitraceError, Engine, explain, gwp,
  inventory, inventoryJson, memoryBytes, merge, methods, organisation, packs, readLedger, report, searchFactors, showFactor,
} from "./host.js";
