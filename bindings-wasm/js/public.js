// What both entries give to their callers.
export {
<<<<<<< HEAD
  apportion, call, callWithLedger, capabilities, checkPack, convert, EmitraceError, Engine, explain, gwp, inventory,
  inventoryJson, memoryBytes, merge, organisation, packs, readLedger, report, searchFactors, showFactor,
=======
  apportion, baseYear, call, callWithLedger, capabilities, checkPack, convert, diff, EmitraceError, Engine, explain,
  gwp, intensity, inventory, inventoryJson, memoryBytes, merge, packs, readLedger, report, reportBaseYear,
  reportDiff, reportIntensity, reportTargets, searchFactors, showFactor, targets,
>>>>>>> 4a634bc (wip: bindings)
} from "./host.js";
