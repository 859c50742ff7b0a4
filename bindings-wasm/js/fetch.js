// How the entries for browsers start: fetch a wasm and its packs once, from beside the entry or from where the page says.
import { EmitraceError, load, loaded, supply } from "./host.js";

async function get(url) {
  const response = await fetch(url);
  if (!response.ok) throw new EmitraceError("IO", `${url} could not be fetched: status ${response.status}`);
  return response;
}

/**
 * `init(url)` of an entry: loads the engine once; further calls wait for the same promise. `url` is the folder of the
 * package, or the wasm file itself, where they are not beside the entry. `beside()` names both files as URLs, `names`
 * within the package.
 */
export function starter(beside, names) {
  let ready = null;

  function places(url) {
    if (url === undefined) return beside();
    const given = new URL(url, globalThis.location?.href ?? import.meta.url);
    if (given.pathname.endsWith(".wasm")) return { ...beside(), wasm: given };
    return { wasm: new URL(names.wasm, given), packs: new URL(names.packs, given) };
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

  return function init(url) {
    ready ??= start(url).catch((error) => {
      ready = null; // the next call may try again
      throw error;
    });
    return ready;
  };
}
