// The entry for browsers: `await init()` fetches the wasm and the packs that lie beside this file.
import { starter } from "./fetch.js";

// Written out in full, with nothing computed: bundlers find the two files by these lines.
const beside = () => ({
  wasm: new URL("./wasm/emitrace_bg.wasm", import.meta.url),
  packs: new URL("./packs.json", import.meta.url),
});

export const init = starter(beside, { wasm: "./wasm/emitrace_bg.wasm", packs: "./packs.json" });
export default init;
export * from "./public.js";
