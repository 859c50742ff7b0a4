// The entry for browsers: `await init()` fetches the wasm and the packs that lie beside this file.
import { EmitraceError, load, loaded, supply } from "./host.js";

async function get(url) {
  const response = await fetch(url);
  if (!response.ok) throw new EmitraceError("IO", `${url} could not be fetched: status ${response.status}`);
  return response;
}

let ready = null;

/**
 * Loads the engine once; further calls wait for the same promise. `url` is the folder of the package, or
 * the wasm file itself, where they are not beside this module.
 */
export function init(url) {
  ready ??= start(url).catch((error) => {
    ready = null; // the next call may try again
    throw error;
  });
  return ready;
}

// Written out in full, with nothing computed: bundlers find the two files by these lines.
const beside = () => ({
  wasm: new URL("./wasm/emitrace_bg.wasm", import.meta.url),
  packs: new URL("./packs.json", import.meta.url),
});

function places(url) {
  if (url === undefined) return beside();
  const given = new URL(url, globalThis.location?.href ?? import.meta.url);
  if (given.pathname.endsWith(".wasm")) return { ...beside(), wasm: given };
  return { wasm: new URL("./wasm/emitrace_bg.wasm", given), packs: new URL("./packs.json", given) };
}

async function start(url) {
  const { wasm, packs } = places(url);
  const [bytes, listed] = await Promise.all([
    get(wasm).then((response) => response.arrayBuffer()),
    get(packs).then((response) => response.json()),
  ]);
  if (!loaded()) load(await WebAssembly.compile(bytes));
  supply(listed.packs);
}

export default init;
export * from "./public.js";
