// The page's side of the worker: promises by request id, and a new worker after a trap.
// Imports nothing, so that a page which only talks to the worker loads neither wasm nor packs.

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
  const pending = new Map(); // request id -> { resolve, reject }
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
      ({ id, ok, error, trap }) => {
        if (worker !== mine) return;
        if (trap !== undefined) return drop(trap);
        const waiting = pending.get(id);
        if (waiting === undefined) return;
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

  function ask(kind, parts, transfer = []) {
    if (closed) return Promise.reject(stopped("the worker was closed"));
    return new Promise((resolve, reject) => {
      const id = next++;
      pending.set(id, { resolve, reject });
      try {
        current().post({ id, kind, parts }, transfer);
      } catch (error) {
        pending.delete(id);
        reject(error);
      }
    });
  }

  return {
    /** One call; the request is a JSON text, or its UTF-8 bytes, whose buffer moves to the worker if named in `transfer`. */
    call: (method, request, { transfer = [] } = {}) => ask("call", [method, request], transfer),
    /** Bytes of memory that the engine in the worker holds. */
    memoryBytes: () => ask("memoryBytes", []),
    /** Ends the worker; pending calls are rejected. */
    close() {
      closed = true;
      drop("the worker was closed");
    },
  };
}
