// What both entries give to their callers.
export {
  allocate, apportion, call, callWithLedger, capabilities, checkPack, combineUncertainty, convert, EmitraceError,
  energyToe, Engine, etsCompliance, explain, facilityDocument, facilityReport, gwp, inventory, inventoryJson,
  memoryBytes, merge, methods, obligations, organisation, packs, quality, readLedger, report, searchFactors,
  showFactor, steamFactor, uncertainty, uncertaintyTrend,
} from "./host.js";
