// The worker's side: one answer for each request. After a trap it says so and is ended by the page.
import { wasTrap } from "./host.js";

const decoder = new TextDecoder("utf-8", { fatal: true });

function asText(request) {
  if (typeof request === "string") return request;
  if (request instanceof ArrayBuffer || ArrayBuffer.isView(request)) return decoder.decode(request);
  throw new TypeError("request must be a string or UTF-8 bytes");
}

/** A Blob is read piece by piece where a worker can wait for it, else whole. */
async function readable(ledger) {
  if (ledger instanceof Blob && typeof FileReaderSync !== "function") return new Uint8Array(await ledger.arrayBuffer());
  return ledger;
}

async function carryOut(engine, { id, kind, parts, progress }, post) {
  if (kind === "memoryBytes") return engine.memoryBytes();
  const [method, request, ledger] = parts;
  if (kind === "call") return engine.call(method, asText(request));
  const onProgress = progress ? (told) => post({ id, progress: told }) : undefined;
  return engine.callWithLedger(method, request, await readable(ledger), onProgress);
}

/** Answers one message with the functions of `engine`, an entry module of the package. */
export async function answer(engine, message, post) {
  const { id } = message;
  try {
    post({ id, ok: await carryOut(engine, message, post) });
  } catch (error) {
    if (wasTrap(error)) return post({ id, trap: error.message });
    const { code = "BAD_REQUEST", message: words = String(error), path = "", help = "" } = error ?? {};
    // A DOMException (a file that went away) has a number for its code.
    post({ id, error: { code: typeof code === "string" ? code : "IO", message: words, path, help } });
  }
}
