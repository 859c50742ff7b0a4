// The small entry for Node: the wasm and the packs are read from the package folder when it is imported.
import { readFileSync } from "node:fs";
import { load, loaded, supply } from "./host.js";

const read = (name) => readFileSync(new URL(name, import.meta.url));

if (!loaded()) load(new WebAssembly.Module(read("./wasm/inventory_bg.wasm")));
supply(JSON.parse(read("./packs.inventory.json").toString("utf8")).packs);

/** There is nothing to wait for in Node; the same program can run in the browser. */
export async function init() {}

export * from "./inventory.js";
