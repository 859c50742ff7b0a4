// Prints the size of the wasm as it is, as gzip and as brotli, and fails above the budget of size.json.
import { readFileSync } from "node:fs";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const bytes = readFileSync(process.argv[2]);
const budget = JSON.parse(readFileSync(new URL("./size.json", import.meta.url), "utf8"));
const size = {
  raw: bytes.length,
  gzip: gzipSync(bytes, { level: 9 }).length,
  brotli: brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length,
};
console.log(`wasm size: raw ${size.raw} B, gzip ${size.gzip} B, brotli ${size.brotli} B`);
for (const [name, most] of [["raw", budget.raw], ["gzip", budget.gzip]]) {
  if (!(size[name] <= most)) {
    console.error(`wasm size: ${name} is ${size[name]} B, the budget in bindings-wasm/size.json is ${most} B`);
    process.exitCode = 1;
  }
}
