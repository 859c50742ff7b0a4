// The small entry for browsers, for pages that compute inventories alone.
import { starter } from "./fetch.js";

// Written out in full, with nothing computed: bundlers find the two files by these lines.
const beside = () => ({
  wasm: new URL("./wasm/inventory_bg.wasm", import.meta.url),
  packs: new URL("./packs.inventory.json", import.meta.url),
});

export const init = starter(beside, { wasm: "./wasm/inventory_bg.wasm", packs: "./packs.inventory.json" });
export default init;
export * from "./inventory.js";
