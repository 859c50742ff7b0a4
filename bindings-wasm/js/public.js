// What both entries give to their callers.
export {
  apportion, call, callWithLedger, capabilities, checkPack, convert, EmitraceError, Engine, explain, gwp, importFactors, importFormats, inventory,
  inventoryJson, memoryBytes, merge, organisation, packs, quality, readLedger, report, searchFactors, showFactor,
  combineUncertainty, uncertainty, uncertaintyTrend,
} from "./host.js";
