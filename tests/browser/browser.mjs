// The browser's side: `browser.mjs smoke` tests the web entry and the worker entry;
// `browser.mjs cases REQUESTS OUT` asks the package and knows nothing of what is expected.
// EMITRACE_PACKAGE names the folder of the installed package, EMITRACE_TOOLS the one where playwright-core is,
// EMITRACE_CHROMIUM the browser.
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { withBrowser } from "./site.mjs";

const packageFolder = resolve(process.env.EMITRACE_PACKAGE);
const repository = resolve(import.meta.dirname, "../..");

/** Opens the page and gives it to `work`; `entry` is the small entry's page instead. */
async function withPage(work, entry = "page.html") {
  const place = (pathname) => {
    if (pathname === "/") return join(import.meta.dirname, entry);
    if (pathname.startsWith("/emitrace/")) return join(packageFolder, pathname.slice("/emitrace/".length));
    throw new Error("unknown");
  };
  await withBrowser({ root: "/", place }, async (browser, base) => {
    const page = await browser.newPage();
    const troubles = [];
    page.on("pageerror", (error) => troubles.push(String(error)));
    await page.goto(`${base}/`);
    try {
      await page.waitForSelector("html[data-ready=yes]", { state: "attached", timeout: 60_000 });
    } catch (error) {
      throw new Error(`the page did not get ready: ${troubles.join("; ") || error.message}`);
    }
    await work(page);
    assert.deepEqual(troubles, []);
  });
}

async function cases(requests, out) {
  const asked = readFileSync(requests, "utf8").split("\n").filter((line) => line !== "");
  const results = [];
  await withPage(async (page) => {
    // In portions, so that no single message between this program and the browser gets too long.
    for (let at = 0; at < asked.length; at += 50) {
      const portion = await page.evaluate((lines) => {
        return lines.map((line) => {
          const { case: id, call, request } = JSON.parse(line);
          try {
            return { case: id, ok: window.emitrace.call(call, request) };
          } catch (error) {
            if (!(error instanceof window.emitrace.EmitraceError)) throw error;
            return { case: id, error: { code: error.code, path: error.path } };
          }
        });
      }, asked.slice(at, at + 50));
      results.push(...portion);
    }
  });
  writeFileSync(out, results.map((result) => `${JSON.stringify(result)}\n`).join(""));
}

async function smoke() {
  await withPage(async (page) => {
    const seen = await page.evaluate(async () => {
      const { call, memoryBytes, createWorker, EmitraceError } = window.emitrace;
      const caught = (work) => {
        try {
          return { answered: work() };
        } catch (error) {
          return { own: error instanceof EmitraceError, real: error instanceof Error, code: error.code };
        }
      };
      const seen = { direct: call("capabilities", "{}"), refused: caught(() => call("no-such-method", "{}")) };
      seen.trap = caught(() => call("capabilities", "x".repeat(2 ** 29 - 24)));
      seen.after = call("capabilities", "{}");
      seen.memory = memoryBytes();
      const worker = createWorker();
      seen.worker = await worker.call("capabilities", "{}");
      seen.workerRefused = await worker.call("no-such-method", "{}").catch((error) => error.code);
      const pending = worker.call("capabilities", "{}").catch((error) => error.code);
      worker.terminate();
      seen.closed = await pending;
      const elsewhere = createWorker({ url: "/emitrace/" });
      seen.elsewhere = await elsewhere.call("capabilities", "{}");
      elsewhere.terminate();
      const nowhere = createWorker({ url: "/nowhere/" });
      seen.nowhere = await nowhere.call("capabilities", "{}").catch((error) => error.code);
      nowhere.terminate();
      return seen;
    });
    assert.deepEqual(seen.refused, { own: true, real: true, code: "UNKNOWN_METHOD" });
    assert.deepEqual(seen.trap, { own: true, real: true, code: "INTERNAL" });
    assert.equal(seen.after, seen.direct);
    assert.equal(seen.worker, seen.direct);
    assert.equal(seen.workerRefused, "UNKNOWN_METHOD");
    assert.equal(seen.closed, "INTERNAL");
    assert.equal(seen.elsewhere, seen.direct);
    assert.equal(seen.nowhere, "INTERNAL");
    assert.ok(seen.memory > 0 && seen.memory <= 512 * 1024 * 1024);
  });
  console.log("browser: calls, errors, a trap, the worker: as they should be");
}

/** The small entry gives the same inventory, and says what it does not answer. */
async function small() {
  const { inventoryJson } = await import(pathToFileURL(join(packageFolder, "index.node.js")).href);
  const ledger = readFileSync(join(repository, "examples", "fastener", "ledger.vi.csv"), "utf8");
  const options = { profile: "ghg-protocol", gwp: "AR5", period: "2025", region: "VN", locale: "vi-VN", proxy_years: 2, proxy_places: ["GB"] };
  const packs = [readFileSync(join(repository, "examples", "fastener", "factors.pack"), "utf8")];
  const work = async (page) => {
    const seen = await page.evaluate(({ ledger, options, packs }) => {
      const { call, inventoryJson } = window.emitrace;
      const refused = (method) => {
        try {
          return call(method, "{}");
        } catch (error) {
          return error.code;
        }
      };
      return { answer: inventoryJson(ledger, options, packs), refused: refused("cbam.goods") };
    }, { ledger, options, packs });
    assert.equal(seen.answer, inventoryJson(ledger, options, packs));
    assert.equal(seen.refused, "UNKNOWN_METHOD");
  };
  await withPage(work, "small.html");
  console.log("browser: the small entry gives the same inventory to the byte");
}

/** The verifier's page holds a redacted bundle against its seal, and hands out nothing of a changed one. */
async function verifier() {
  const { expect } = JSON.parse(readFileSync(join(repository, "tests", "cases", "evidence", "bundle-redacted.json"), "utf8"));
  const work = async (page) => {
    const seen = await page.evaluate((bundle) => {
      const { verifyBundle } = window.emitrace;
      return { whole: verifyBundle(bundle), changed: verifyBundle(bundle.replace("41.2", "40.2")) };
    }, expect.ok.bundle);
    assert.deepEqual([seen.whole.holds, seen.whole.shown, seen.whole.hidden], [true, 3, 2]);
    assert.equal(seen.whole.documents[1].document, '{"grade":"SWRCH18A"}');
    assert.deepEqual([seen.changed.holds, seen.changed.documents], [false, []]);
  };
  await withPage(work, "verifier.html");
  console.log("browser: the verifier checks a redacted bundle");
}

/** The same ledger on the page, in a worker as bytes, as moved bytes and as a file: the same text as in Node. */
async function ledgers() {
  const { inventoryJson } = await import(pathToFileURL(join(packageFolder, "index.node.js")).href);
  const read = (name) => readFileSync(join(repository, "examples", "fastener", name));
  const options = { profile: "ghg-protocol", gwp: "AR5", period: "2025", region: "VN", locale: "vi-VN", proxy_years: 2, proxy_places: ["GB"] };
  const packs = [read("factors.pack").toString("utf8")];
  const want = inventoryJson(read("ledger.vi.csv"), options, packs);
  const base64 = read("ledger.vi.csv").toString("base64");
  await withPage(async (page) => {
    const seen = await page.evaluate(async ({ base64, options, packs }) => {
      const { inventory, inventoryJson, createWorker } = window.emitrace;
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      const worker = createWorker();
      const file = new File([bytes], "ledger.csv");
      const seen = { page: inventoryJson(bytes, options, packs) };
      seen.worker = await worker.inventoryJson(bytes, options, packs);
      seen.file = await worker.inventoryJson(file, options, packs);
      seen.explained = (await worker.explain(file, "E-DA-01", options, packs)).quantity;
      seen.moved = await worker.inventoryJson(bytes, options, packs, { transfer: true });
      seen.left = bytes.length;
      try {
        inventory(file, options, packs);
      } catch (error) {
        seen.refused = error.name;
      }
      const long = new Blob(["date,activity,quantity,unit\n", ...Array(140_000).fill("2023-05-31,electricity,1,kWh\n")]);
      const plain = { profile: "ghg-protocol", gwp: "AR5", region: "VN", by: ["month"] };
      seen.told = [];
      const answer = await worker.inventory(long, plain, [], { onProgress: ({ rows }) => seen.told.push(rows) });
      seen.total = answer.inventory.total.total_location_kg_co2e;
      worker.terminate();
      return seen;
    }, { base64, options, packs });
    for (const surface of ["page", "worker", "file", "moved"]) assert.equal(seen[surface], want, surface);
    assert.equal(seen.explained, "71240");
    assert.equal(seen.left, 0);
    assert.equal(seen.refused, "TypeError");
    // Rows are taken in blocks: told at the first end of a block after each 65,536 rows, and at the end.
    assert.equal(seen.told.at(-1), 140_000);
    assert.ok(seen.told.length > 1, seen.told.join(" "));
    seen.told.slice(0, -1).forEach((at, index) => assert.ok(at - (seen.told[index - 1] ?? 0) >= 65_536, seen.told.join(" ")));
    assert.equal(seen.total, "92288");
  });
  console.log("browser: ledgers as text, bytes and files give Node's answer to the byte");
}

const [what, ...rest] = process.argv.slice(2);
if (what === "cases") await cases(...rest);
else if (what === "smoke") {
  await smoke();
  await ledgers();
  await small();
  await verifier();
} else throw new Error(`not understood: ${what}`);
