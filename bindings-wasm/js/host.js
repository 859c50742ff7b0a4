// What the entries of Node and of the browser share: the engine class that survives a trap.
import { Engine as Raw, initSync, memoryBytes as rawMemoryBytes, __wbg_reset_state } from "./wasm/emitrace.js";

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

/** Takes the compiled wasm into use. */
export function load(module) {
  if (compiled !== undefined) return;
  initSync({ module });
  compiled = module;
  generation += 1;
}

/** Whether the wasm is in use. */
export const loaded = () => compiled !== undefined;

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
      throw new EmitraceError("INTERNAL", `the engine stopped: ${thrown.message}`, { help: INTERNAL_HELP, cause: thrown });
    }
    if (thrown instanceof Error && typeof thrown.code === "string") {
      throw new EmitraceError(thrown.code, thrown.message, { path: thrown.path, help: thrown.help });
    }
    throw thrown;
  }
}

function text(value, name) {
  if (typeof value !== "string") throw new TypeError(`${name} must be a string`);
  return value;
}

// Frees the wasm side of engines that nobody holds any more.
const registry = new FinalizationRegistry(({ raw, born }) => {
  if (born === generation) raw.free();
});

/** A catalogue of factor packs and the calls that can be made on it. */
export class Engine {
  #packs = []; // kept so that a new instance can be given the same packs
  #held = null;

  /** Adds a factor pack from its description (TOML) and its table (CSV). */
  addPack(description, table) {
    this.#add(["addPack", text(description, "description"), text(table, "table")]);
  }

  /** Adds a factor pack that is written in one text. */
  addPackText(packText) {
    this.#add(["addPackText", text(packText, "text")]);
  }

  /** Carries out one call: a JSON text in, canonical JSON text out. */
  call(method, requestJson) {
    text(method, "method");
    text(requestJson, "requestJson");
    return guarded(() => this.#raw().call(method, requestJson));
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

/** Bytes of memory that the engine holds. */
export const memoryBytes = () => guarded(rawMemoryBytes);

let shared = null;

/** Gives the packs that belong to the package to the shared engine. */
export function supply(packs) {
  const engine = new Engine();
  for (const { description, table } of packs) engine.addPack(description, table);
  shared = engine;
}

/** Carries out one call on the engine that holds the packs of the package. */
export function call(method, requestJson) {
  if (shared === null) guarded(() => undefined);
  return shared.call(method, requestJson);
}
