// The entry for Node: the wasm and the packs are read from the package folder when it is imported.
import { readFileSync } from "node:fs";
import { call, Engine, EmitraceError, load, memoryBytes, supply } from "./host.js";

const read = (name) => readFileSync(new URL(name, import.meta.url));

load(new WebAssembly.Module(read("./wasm/emitrace_bg.wasm")));
supply(
  JSON.parse(read("./packs/index.json").toString("utf8")).packs.map(({ id }) => ({
    description: read(`./packs/${id}/pack.toml`).toString("utf8"),
    table: read(`./packs/${id}/table.csv`).toString("utf8"),
  })),
);

/** There is nothing to wait for in Node; the same program can run in the browser. */
export async function init() {}

export { call, Engine, EmitraceError, memoryBytes };
