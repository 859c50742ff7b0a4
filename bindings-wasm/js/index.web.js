// The entry for browsers: `await init()` fetches the wasm and the packs that lie beside this file.
import { call, Engine, EmitraceError, load, loaded, memoryBytes, supply } from "./host.js";

async function get(url) {
  const response = await fetch(url);
  if (!response.ok) throw new EmitraceError("IO", `${url} could not be fetched: status ${response.status}`);
  return response;
}

async function fetchPacks(base) {
  const { packs } = await (await get(new URL("./packs/index.json", base))).json();
  return Promise.all(
    packs.map(async ({ id }) => {
      const [description, table] = await Promise.all(
        ["pack.toml", "table.csv"].map(async (name) => (await get(new URL(`./packs/${id}/${name}`, base))).text()),
      );
      return { description, table };
    }),
  );
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

async function start(url) {
  const given = url === undefined ? null : new URL(url, globalThis.location?.href ?? import.meta.url);
  const isWasm = given !== null && given.pathname.endsWith(".wasm");
  const base = given === null || isWasm ? import.meta.url : given;
  const wasm = isWasm ? given : new URL("./wasm/emitrace_bg.wasm", base);
  const [bytes, packs] = await Promise.all([get(wasm).then((response) => response.arrayBuffer()), fetchPacks(base)]);
  if (!loaded()) load(await WebAssembly.compile(bytes));
  supply(packs);
}

export default init;
export { call, Engine, EmitraceError, memoryBytes };
