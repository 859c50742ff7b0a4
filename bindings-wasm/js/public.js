// What both entries give to their callers.
export {
  allocate, apportion, call, callWithLedger, capabilities, checkPack, combineUncertainty, convert,
  EmitraceError, Engine, explain, gwp, importFactors, importFormats, inventory, inventoryJson, memoryBytes, merge, methods, organisation,
  packs, quality, readLedger, report, searchFactors, showFactor, uncertainty, uncertaintyTrend,
} from "./host.js";
