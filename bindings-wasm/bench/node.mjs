// Rows per second and memory in Node: `node bindings-wasm/bench/node.mjs [rows ...]`, after `cargo xtask wasm`.
import { performance } from "node:perf_hooks";
import { ledger, OPTIONS } from "./ledger.mjs";

const start = performance.now();
const { inventory, memoryBytes } = await import(new URL("../../build/npm/emitrace/index.node.js", import.meta.url));
const MB = (bytes) => `${(bytes / 1e6).toFixed(1)} MB`;
console.log(`start with all packs: ${(performance.now() - start).toFixed(0)} ms, engine memory ${MB(memoryBytes())}`);

const asked = process.argv.slice(2).map(Number);
for (const rows of asked.length > 0 ? asked : [1_000, 145_000, 1_000_000]) {
  const bytes = ledger(rows);
  const before = performance.now();
  const { coverage } = inventory(bytes, OPTIONS).inventory;
  const seconds = (performance.now() - before) / 1000;
  console.log(
    `${rows} rows, ${MB(bytes.length)}: ${seconds.toFixed(2)} s, ${Math.round(rows / seconds)} rows/s, ` +
      `counted ${coverage.counted}, engine memory ${MB(memoryBytes())}`,
  );
}
