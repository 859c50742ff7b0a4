// Rows per second and memory in Chromium: `node bindings-wasm/bench/browser.mjs [rows ...]`, after `./check browser`.
// The ledger is a file that a worker reads piece by piece, and bytes that move to it.
import { resolve } from "node:path";

const root = resolve(import.meta.dirname, "../..");
process.env.EMITRACE_TOOLS ??= resolve(root, "build/tools");
process.env.EMITRACE_CHROMIUM ??= "/usr/bin/chromium";
const { withBrowser } = await import(new URL("../../tests/browser/site.mjs", import.meta.url));

const asked = process.argv.slice(2).map(Number);
const rows = asked.length > 0 ? asked : [1_000, 145_000, 1_000_000];
await withBrowser({ root }, async (browser, base) => {
  const page = await browser.newPage();
  await page.goto(`${base}/bindings-wasm/bench/page.html`);
  for (const count of rows) {
    for (const way of ["file", "moved bytes"]) {
      const seen = await page.evaluate(([count, way]) => window.measure(count, way), [count, way]);
      console.log(
        `${count} rows, ${(seen.bytes / 1e6).toFixed(1)} MB, ${way}: start ${seen.start.toFixed(0)} ms, run ${seen.run.toFixed(2)} s, ` +
          `${Math.round(count / seen.run)} rows/s, counted ${seen.counted}, engine memory ${(seen.memory / 1e6).toFixed(1)} MB`,
      );
    }
  }
});
