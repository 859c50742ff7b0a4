// The page's side of the worker: promises by request id, and a new worker after a trap.
// Loads neither wasm nor packs, so that a page which only talks to the worker stays light.
import { answerTo, asLedger, PLANS } from "./methods.js";

/** The error that a call in the worker is rejected with; same shape as the one of the main entry. */
export class EmitraceError extends Error {
  constructor({ code, message, path = "", help = "" }) {
    super(message);
    this.name = "EmitraceError";
    this.code = code;
    this.path = path;
    this.help = help;
  }
}

const stopped = (message) =>
  new EmitraceError({ code: "INTERNAL", message, help: "please report it with the input that shows it" });

/** `spawn()` starts a worker and gives `{ post(message, transfer), listen(onMessage, onError), terminate() }`. */
export function connect(spawn) {
  const pending = new Map(); // request id -> { resolve, reject, onProgress }
  let worker = null;
  let next = 1;
  let closed = false;

  function rejectAll(error) {
    const waiting = [...pending.values()];
    pending.clear();
    for (const { reject } of waiting) reject(error);
  }

  /** The worker is in a state nobody knows: end it, reject what waits, and start a new one on demand. */
  function drop(message) {
    worker?.terminate();
    worker = null;
    rejectAll(stopped(message));
  }

  function current() {
    if (worker !== null) return worker;
    const mine = spawn();
    worker = mine;
    mine.listen(
      ({ id, ok, error, trap, progress }) => {
        if (worker !== mine) return;
        if (trap !== undefined) return drop(trap);
        const waiting = pending.get(id);
        if (waiting === undefined) return;
        if (progress !== undefined) return waiting.onProgress?.(progress);
        pending.delete(id);
        if (error === undefined) waiting.resolve(ok);
        else waiting.reject(new EmitraceError(error));
      },
      (message) => {
        if (worker === mine) drop(`the worker stopped: ${message}`);
      },
    );
    return mine;
  }

  function ask(kind, parts, { transfer = [], onProgress } = {}) {
    if (closed) return Promise.reject(stopped("the worker was closed"));
    return new Promise((resolve, reject) => {
      const id = next++;
      pending.set(id, { resolve, reject, onProgress });
      try {
        current().post({ id, kind, parts, progress: onProgress !== undefined }, transfer);
      } catch (error) {
        pending.delete(id);
        reject(error);
      }
    });
  }

  /** A call about a ledger; with `transfer` the buffer moves to the worker and is empty here. */
  async function callWithLedger(method, request, ledger, { transfer = false, onProgress } = {}) {
    const taken = asLedger(ledger);
    const moved = taken instanceof Uint8Array && (transfer || typeof ledger === "string");
    return ask("callWithLedger", [method, request, taken], { transfer: moved ? [taken.buffer] : [], onProgress });
  }

  const client = {
    /** One call; the request is a JSON text, or its UTF-8 bytes, whose buffer moves to the worker if named in `transfer`. */
    call: (method, request, { transfer = [] } = {}) => ask("call", [method, request], { transfer }),
    callWithLedger,
    async inventoryJson(ledger, options, packs, settings) {
      const { method, request } = PLANS.inventory(ledger, options, packs);
      return callWithLedger(method, JSON.stringify(request), ledger, settings);
    },
    inventory: async (...parts) => JSON.parse(await client.inventoryJson(...parts)),
    /** Bytes of memory that the engine in the worker holds. */
    memoryBytes: () => ask("memoryBytes", []),
    /** Ends the worker and gives its memory back; pending calls are rejected. */
    terminate() {
      closed = true;
      drop("the worker was closed");
    },
  };
  for (const [name, plan] of Object.entries(PLANS)) {
    client[name] ??= async (...parts) => {
      const made = plan(...parts);
      const request = JSON.stringify(made.request);
      const answer = made.ledger === undefined ? client.call(made.method, request) : callWithLedger(made.method, request, made.ledger);
      return answerTo(made, await answer);
    };
  }
  return client;
}
