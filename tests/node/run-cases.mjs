// Asks the installed npm package: `run-cases.mjs REQUESTS OUT`. Knows nothing of what is expected.
// Copied into the folder where the package is installed, so that `emitrace` resolves to it.
import { readFileSync, writeFileSync } from "node:fs";
import { call } from "emitrace";

const [requests, out] = process.argv.slice(2);
const results = readFileSync(requests, "utf8")
  .split("\n")
  .filter((line) => line !== "")
  .map((line) => {
    const asked = JSON.parse(line);
    try {
      return { case: asked.case, ok: call(asked.call, asked.request) };
    } catch (error) {
      if (typeof error.code !== "string") throw error;
      return { case: asked.case, error: { code: error.code, path: error.path } };
    }
  });
writeFileSync(out, results.map((result) => `${JSON.stringify(result)}\n`).join(""));
