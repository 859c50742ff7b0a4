// What the entries of Node and of the browser share: the engine class that survives a trap.
import { answerTo, asLedger, PLANS, series } from "./methods.js";
import { Engine as Raw, SupplyPlan as RawPlan, Trace as RawTrace, initSync, memoryBytes as rawMemoryBytes, __wbg_reset_state } from "./wasm/emitrace.js";

/** The error that every entry throws: `code` is stable across languages, `path` points into the request. */
export class EmitraceError extends Error {
  constructor(code, message, { path = "", help = "", cause } = {}) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = "EmitraceError";
    this.code = code;
    this.path = path;
    this.help = help;
  }
}

const INTERNAL_HELP = "please report it with the input that shows it";

let compiled; // the compiled module, kept so that a new instance can be made after a trap
let generation = 0; // counts the instances; an engine of an older one builds itself anew
const traps = new WeakSet(); // the errors that were traps

/** Takes the compiled wasm into use. */
export function load(module) {
  if (compiled !== undefined) return;
  initSync({ module });
  compiled = module;
  generation += 1;
}

/** Whether the wasm is in use. */
export const loaded = () => compiled !== undefined;

/** Whether an error means that the instance was lost. */
export const wasTrap = (error) => traps.has(error);

/** Throws away the instance that trapped and makes a new one. */
function startAnew() {
  __wbg_reset_state();
  generation += 1;
}

/** A trap (out of memory, stack overflow, a defect) leaves the instance in a state nobody knows. */
function isTrap(thrown) {
  return thrown instanceof WebAssembly.RuntimeError || thrown instanceof RangeError;
}

function guarded(work) {
  if (compiled === undefined) {
    throw new EmitraceError("INTERNAL", "the engine is not loaded yet", { help: "wait for `await init()` first" });
  }
  try {
    return work();
  } catch (thrown) {
    if (isTrap(thrown)) {
      startAnew();
      const error = new EmitraceError("INTERNAL", `the engine stopped: ${thrown.message}`, { help: INTERNAL_HELP, cause: thrown });
      traps.add(error);
      throw error;
    }
    if (thrown instanceof Error && typeof thrown.code === "string") {
      throw new EmitraceError(thrown.code, thrown.message, { path: thrown.path, help: thrown.help });
    }
    throw thrown;
  }
}

function text(value, name) {
  if (typeof value !== "string") throw new TypeError(`${name} must be a string`);
  // The border to the engine would put U+FFFD in its place in silence.
  if (!value.isWellFormed()) throw new TypeError(`${name} holds half of a character pair`);
  return value;
}

/** Opens a ledger: gives `next(length)`, the further bytes, at most so many, and none at the end. */
function opener(ledger) {
  if (ledger instanceof Uint8Array) {
    return () => {
      let at = 0;
      return (length) => ledger.subarray(at, (at = Math.min(at + length, ledger.length)));
    };
  }
  if (typeof FileReaderSync !== "function") {
    throw new TypeError("a Blob can be read in a browser's worker only: use createWorker(), or await blob.arrayBuffer()");
  }
  return () => {
    let at = 0;
    const PIECE = 1 << 20;
    let piece = new Uint8Array(0);
    return (length) => {
      if (piece.length === 0) {
        piece = new Uint8Array(new FileReaderSync().readAsArrayBuffer(ledger.slice(at, at + PIECE)));
        at += piece.length;
      }
      const some = piece.subarray(0, length);
      piece = piece.subarray(some.length);
      return some;
    };
  };
}

/** Runs a function of the caller below the engine: what it throws must not pass through the wasm. */
function kept(work, failed) {
  return (...parts) => {
    try {
      return work(...parts);
    } catch (error) {
      failed.push(error);
      return false; // neither a function, nor bytes, nor a wish to go on
    }
  };
}

// Frees the wasm side of engines that nobody holds any more.
const registry = new FinalizationRegistry(({ raw, born }) => {
  if (born === generation) raw.free();
});

/** A catalogue of factor packs and the calls that can be made on it. */
export class Engine {
  #packs = []; // kept so that a new instance can be given the same packs
  #held = null;

  /** Adds packs of the npm package, in any order: what comes later finds them marked as shipped. */
  addShipped(packs) {
    const descriptions = packs.map(({ description }) => text(description, "description"));
    this.#add(["addShipped", descriptions, packs.map(({ table }) => text(table, "table"))]);
  }

  /** Adds a user's factor pack from its description (TOML) and its table (CSV). */
  addPack(description, table) {
    this.#add(["addPack", text(description, "description"), text(table, "table")]);
  }

  /** Adds a user's factor pack that is written in one text. */
  addPackText(packText) {
    this.#add(["addPackText", text(packText, "text")]);
  }

  /** Carries out one call: a JSON text in, canonical JSON text out. */
  call(method, requestJson) {
    text(method, "method");
    text(requestJson, "requestJson");
    return guarded(() => this.#raw().call(method, requestJson));
  }

  /** As `call`, about a ledger that is not part of the request. */
  callWithLedger(method, requestJson, ledger, onProgress) {
    text(method, "method");
    text(requestJson, "requestJson");
    const failed = [];
    const start = opener(asLedger(ledger));
    const open = kept(() => kept(start(), failed), failed);
    const progress = kept((rows, bytes) => void onProgress?.({ rows: Number(rows), bytes: Number(bytes) }), failed);
    try {
      return guarded(() => this.#raw().callWithLedger(method, requestJson, open, progress));
    } catch (error) {
      throw failed.length > 0 && !wasTrap(error) ? failed[0] : error;
    }
  }

  /** The canonical JSON text of an inventory. */
  inventoryJson(ledger, options, packs, { onProgress } = {}) {
    const { method, request } = PLANS.inventory(ledger, options, packs);
    return this.callWithLedger(method, JSON.stringify(request), ledger, onProgress);
  }

  /** An inventory: progress is told every 65,536 rows. */
  inventory(...parts) {
    return JSON.parse(this.inventoryJson(...parts));
  }

  /** Gives the memory back at once; the engine cannot be used any more. */
  free() {
    registry.unregister(this);
    const held = this.#held;
    this.#held = null;
    this.#packs = null;
    if (held !== null && held.born === generation) held.raw.free();
  }

  [Symbol.dispose ?? Symbol.for("Symbol.dispose")]() {
    this.free();
  }

  #add(pack) {
    const [method, ...texts] = pack;
    guarded(() => this.#raw()[method](...texts));
    this.#packs.push(pack);
  }

  #raw() {
    if (this.#packs === null) throw new EmitraceError("INTERNAL", "the engine was freed", { help: "make a new Engine" });
    if (this.#held === null || this.#held.born !== generation) {
      registry.unregister(this);
      const raw = new Raw();
      for (const [method, ...texts] of this.#packs) raw[method](...texts);
      this.#held = { raw, born: generation };
      registry.register(this, this.#held, this);
    }
    return this.#held.raw;
  }
}

// The methods whose answers are parsed JSON.
for (const [name, plan] of Object.entries(PLANS)) {
  if (name in Engine.prototype) continue;
  const carryOut = function (...parts) {
    const made = plan(...parts);
    const request = JSON.stringify(made.request);
    const answer = made.ledger === undefined ? this.call(made.method, request) : this.callWithLedger(made.method, request, made.ledger);
    return answerTo(made, answer);
  };
  Object.defineProperty(carryOut, "name", { value: name });
  Object.defineProperty(Engine.prototype, name, { value: carryOut, writable: true, configurable: true });
}

// Frees the wasm side of plans that nobody holds any more.
const plans = new FinalizationRegistry(({ raw, born }) => {
  if (born === generation) raw.free();
});

/** A network of processes that was read and ordered once, to be evaluated for one gas, month or scenario after the other. */
export class SupplyPlan {
  #held;

  constructor(request) {
    const raw = guarded(() => new RawPlan(text(JSON.stringify(request), "request")));
    this.#held = { raw, born: generation };
    plans.register(this, this.#held, this);
    Object.assign(this, JSON.parse(guarded(() => raw.about())));
  }

  /** Figures for own emissions in the order of `ids`, or for a column of the table of processes. */
  evaluate(own) {
    const raw = this.#raw();
    const solved = guarded(() => (typeof own === "string" ? raw.evaluateColumn(own) : raw.evaluate(own.map(String))));
    if (solved === undefined) throw new EmitraceError("UNKNOWN_REFERENCE", `there is no column \`${own}\``, { path: "/own", help: "use one of `own`" });
    return JSON.parse(solved);
  }

  /** Gives the memory back at once; the plan cannot be used any more. */
  free() {
    plans.unregister(this);
    const held = this.#held;
    this.#held = null;
    if (held !== null && held.born === generation) held.raw.free();
  }

  [Symbol.dispose ?? Symbol.for("Symbol.dispose")]() {
    this.free();
  }

  #raw() {
    if (this.#held === null || this.#held.born !== generation) {
      throw new EmitraceError("INTERNAL", "the plan is gone", { help: "make a new SupplyPlan" });
    }
    return this.#held.raw;
  }
}

/** Stock cards and records that were followed once, to be asked for one lot after the other. */
export class Trace {
  #held;

  constructor(request) {
    const cards = series(request.cards);
    const raw = guarded(() => new RawTrace(text(JSON.stringify({ ...request, cards }), "request")));
    this.#held = { raw, born: generation };
    plans.register(this, this.#held, this);
  }

  /** All lots, balances and open questions. */
  answer() {
    return JSON.parse(guarded(() => this.#raw().answer()));
  }

  /** What may be in a lot (a name, or `{ lot, document, item, store, most }`), and where its mass comes from. */
  back(ask) {
    return this.#path(ask, false);
  }

  /** What a lot may be in, and how much of it is there. */
  forward(ask) {
    return this.#path(ask, true);
  }

  /** Names of the lots that may be in a lot. */
  ancestors(lot) {
    return guarded(() => this.#raw().names(text(lot, "lot"), false));
  }

  /** Names of the lots that a lot may be in. */
  descendants(lot) {
    return guarded(() => this.#raw().names(text(lot, "lot"), true));
  }

  /** Gives the memory back at once; the trace cannot be used any more. */
  free() {
    plans.unregister(this);
    const held = this.#held;
    this.#held = null;
    if (held !== null && held.born === generation) held.raw.free();
  }

  [Symbol.dispose ?? Symbol.for("Symbol.dispose")]() {
    this.free();
  }

  #path(ask, forward) {
    const asked = JSON.stringify(typeof ask === "string" ? { lot: ask } : ask);
    return JSON.parse(guarded(() => this.#raw().path(text(asked, "ask"), forward)));
  }

  #raw() {
    if (this.#held === null || this.#held.born !== generation) {
      throw new EmitraceError("INTERNAL", "the trace is gone", { help: "make a new Trace" });
    }
    return this.#held.raw;
  }
}

/** Bytes of memory that the engine holds. */
export const memoryBytes = () => guarded(rawMemoryBytes);

let shared = null;

/** Gives the packs that belong to the package to the shared engine. */
export function supply(packs) {
  const engine = new Engine();
  engine.addShipped(packs);
  shared = engine;
}

/** The engine that holds the packs of the package. */
function theShared() {
  if (shared === null) guarded(() => undefined);
  return shared;
}

const onShared = (name) => (...parts) => theShared()[name](...parts);

export const call = onShared("call");
export const callWithLedger = onShared("callWithLedger");
export const inventory = onShared("inventory");
export const inventoryJson = onShared("inventoryJson");
export const inventoryRows = onShared("inventoryRows");
export const explain = onShared("explain");
export const readLedger = onShared("readLedger");
export const merge = onShared("merge");
export const organisation = onShared("organisation");
export const uncertainty = onShared("uncertainty");
export const quality = onShared("quality");
export const energyAccount = onShared("energyAccount");
export const claims = onShared("claims");
export const matchHourly = onShared("matchHourly");
export const cbamDeclare = onShared("cbamDeclare");
export const cbamDeclareExplain = onShared("cbamDeclareExplain");
export const cbamScenarios = onShared("cbamScenarios");
export const cbamGoods = onShared("cbamGoods");
export const cbamValues = onShared("cbamValues");
export const cbamCalendar = onShared("cbamCalendar");
export const cbamPrice = onShared("cbamPrice");
export const reportCbamDeclare = onShared("reportCbamDeclare");
export const reportCbamDeclareExplain = onShared("reportCbamDeclareExplain");
export const cbamEmbedded = onShared("cbamEmbedded");
export const reportCbamEmbedded = onShared("reportCbamEmbedded");
export const cbamExplain = onShared("cbamExplain");
export const cbamFigures = onShared("cbamFigures");
export const sealKey = onShared("sealKey");
export const sealSign = onShared("sealSign");
export const sealVerify = onShared("sealVerify");
export const bundleSeal = onShared("bundleSeal");
export const bundleRedact = onShared("bundleRedact");
export const bundleVerify = onShared("bundleVerify");
export const credentialSign = onShared("credentialSign");
export const credentialVerify = onShared("credentialVerify");
export const merkleCheck = onShared("merkleCheck");
export const merkleTree = onShared("merkleTree");
export const cbamReport = onShared("cbamReport");
export const cbamReportDocument = onShared("cbamReportDocument");
export const reportCbamExplain = onShared("reportCbamExplain");
export const identify = onShared("identify");
export const readEvents = onShared("readEvents");
export const eventHash = onShared("eventHash");
export const supplyEmbedded = onShared("supplyEmbedded");
export const supplyExplain = onShared("supplyExplain");
export const cbamQuarterly = onShared("cbamQuarterly");
export const cbamQuarterlyRead = onShared("cbamQuarterlyRead");
export const reportCbamQuarterly = onShared("reportCbamQuarterly");
export const eudrCheck = onShared("eudrCheck");
export const reportEudr = onShared("reportEudr");
export const lotCheck = onShared("lotCheck");
export const reportLot = onShared("reportLot");
export const footprintCheck = onShared("footprintCheck");
export const footprintMigrate = onShared("footprintMigrate");
export const footprintCompute = onShared("footprintCompute");
export const footprintOpenlca = onShared("footprintOpenlca");
export const disclosureCheck = onShared("disclosureCheck");
export const disclosureFill = onShared("disclosureFill");
export const disclosureForm = onShared("disclosureForm");
export const disclosureRead = onShared("disclosureRead");
export const disclosureTaxonomies = onShared("disclosureTaxonomies");
export const disclosureVerify = onShared("disclosureVerify");
export const disclosureWrite = onShared("disclosureWrite");
export const frameworkReport = onShared("frameworkReport");
export const frameworkTable = onShared("frameworkTable");
export const footprintReadSheet = onShared("footprintReadSheet");
export const footprintSheet = onShared("footprintSheet");
export const footprintTransport = onShared("footprintTransport");
export const footprintView = onShared("footprintView");
export const supplierAssess = onShared("supplierAssess");
export const supplierBase = onShared("supplierBase");
export const supplierRegion = onShared("supplierRegion");
export const supplierSets = onShared("supplierSets");
export const supplierSize = onShared("supplierSize");
export const supplierEcovadisMedal = onShared("supplierEcovadisMedal");
export const supplierRbaVap = onShared("supplierRbaVap");
export const supplierVda63 = onShared("supplierVda63");
export const supplierVda63Potential = onShared("supplierVda63Potential");
export const reportSupplier = onShared("reportSupplier");
export const custodyCheck = onShared("custodyCheck");
export const reportCustody = onShared("reportCustody");
export const originAssess = onShared("originAssess");
export const reportOrigin = onShared("reportOrigin");
export const reportCbamScenarios = onShared("reportCbamScenarios");
export const traceFollow = onShared("traceFollow");
export const traceBack = onShared("traceBack");
export const traceForward = onShared("traceForward");
export const reportTrace = onShared("reportTrace");
export const cbamTemplate = onShared("cbamTemplate");
export const reportCbamTemplate = onShared("reportCbamTemplate");
export const reportHourly = onShared("reportHourly");
export const combineUncertainty = onShared("combineUncertainty");
export const uncertaintyTrend = onShared("uncertaintyTrend");
export const report = onShared("report");
export const searchFactors = onShared("searchFactors");
export const showFactor = onShared("showFactor");
export const packs = onShared("packs");
export const checkPack = onShared("checkPack");
export const importFactors = onShared("importFactors");
export const importFormats = onShared("importFormats");
export const convert = onShared("convert");
export const apportion = onShared("apportion");
export const allocate = onShared("allocate");
export const methods = onShared("methods");
export const obligations = onShared("obligations");
export const energyToe = onShared("energyToe");
export const etsCompliance = onShared("etsCompliance");
export const steamFactor = onShared("steamFactor");
export const facilityReport = onShared("facilityReport");
export const facilityDocument = onShared("facilityDocument");
export const gwp = onShared("gwp");
export const capabilities = onShared("capabilities");
export const diff = onShared("diff");
export const baseYear = onShared("baseYear");
export const intensity = onShared("intensity");
export const targets = onShared("targets");
export const reportDocument = onShared("reportDocument");
export const answerVerify = onShared("answerVerify");
export const reportVerify = onShared("reportVerify");
export const chartData = onShared("chartData");
export const reportDiff = onShared("reportDiff");
export const reportBaseYear = onShared("reportBaseYear");
export const reportIntensity = onShared("reportIntensity");
export const reportTargets = onShared("reportTargets");
export const reportUncertainty = onShared("reportUncertainty");
export const reportQuality = onShared("reportQuality");
