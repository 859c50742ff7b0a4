// Prints the size of each wasm as it is, as gzip and as brotli, and fails above the budgets of size.json.
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const budgets = JSON.parse(readFileSync(new URL("./size.json", import.meta.url), "utf8"));
for (const file of process.argv.slice(2)) {
  const name = basename(file, "_bg.wasm");
  const bytes = readFileSync(file);
  const size = {
    raw: bytes.length,
    gzip: gzipSync(bytes, { level: 9 }).length,
    brotli: brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length,
  };
  console.log(`wasm size: ${name}: raw ${size.raw} B, gzip ${size.gzip} B, brotli ${size.brotli} B`);
  for (const kind of ["raw", "gzip"]) {
    const most = budgets[name][kind];
    if (!(size[kind] <= most)) {
      console.error(`wasm size: ${name}: ${kind} is ${size[kind]} B, the budget in bindings-wasm/size.json is ${most} B`);
      process.exitCode = 1;
    }
  }
}
