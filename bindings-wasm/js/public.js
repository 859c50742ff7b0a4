// What both entries give to their callers.
export {
  allocate, apportion, baseYear, bundleRedact, bundleSeal, bundleVerify, call, callWithLedger, capabilities, cbamCalendar, cbamDeclare, cbamDeclareExplain, cbamEmbedded, cbamExplain, cbamFigures,
  cbamGoods, cbamPrice, cbamQuarterly, cbamQuarterlyRead, cbamReport, cbamReportDocument, cbamScenarios, cbamTemplate, cbamValues, checkPack, claims, combineUncertainty,
  convert, credentialSign, credentialVerify, custodyCheck, diff, EmitraceError, energyToe, Engine, etsCompliance, eudrCheck, eventHash, explain, facilityDocument, facilityReport, gwp, identify,
  importFactors, importFormats, intensity, inventory, inventoryJson, lotCheck, matchHourly, memoryBytes, merge, merkleCheck, merkleTree, methods, obligations,
  organisation, originAssess, packs, quality, readEvents, readLedger, report, reportBaseYear, reportCbamDeclare, reportCbamDeclareExplain, reportCbamEmbedded, reportCbamExplain,
  reportCbamQuarterly, reportCbamScenarios, reportCbamTemplate, reportCustody, reportDiff, reportEudr, reportHourly,
  reportIntensity, reportLot, reportOrigin, reportQuality, reportTargets, reportTrace, reportUncertainty, sealKey, sealSign, sealVerify, searchFactors, showFactor, steamFactor, supplyEmbedded, supplyExplain,
  SupplyPlan, targets, Trace, traceBack, traceFollow, traceForward, uncertainty, uncertaintyTrend,
} from "./host.js";
