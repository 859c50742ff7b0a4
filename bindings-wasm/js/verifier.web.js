// The verifier for browsers: a small wasm that checks seals, and nothing else.
import { load } from "./verifier.js";

let ready = null;

/** Loads the wasm once; `url` is where it is, if it is not beside this file. */
export function init(url) {
  ready ??= start(url ?? new URL("./wasm/verifier_bg.wasm", import.meta.url)).catch((error) => {
    ready = null; // the next call may try again
    throw error;
  });
  return ready;
}

async function start(url) {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url} could not be fetched: status ${response.status}`);
  load(await WebAssembly.compile(await response.arrayBuffer()));
}

export default init;
export { EmitraceError, verifyBundle, verifyDocument } from "./verifier.js";
