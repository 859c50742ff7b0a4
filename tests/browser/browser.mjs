// The browser's side: `browser.mjs smoke` tests the web entry and the worker entry;
// `browser.mjs cases REQUESTS OUT` asks the package and knows nothing of what is expected.
// EMITRACE_PACKAGE names the folder of the installed package, EMITRACE_TOOLS the one where playwright-core is,
// EMITRACE_CHROMIUM the browser.
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { extname, join, resolve, sep } from "node:path";
import { pathToFileURL } from "node:url";

const packageFolder = resolve(process.env.EMITRACE_PACKAGE);
const tools = pathToFileURL(join(resolve(process.env.EMITRACE_TOOLS), "node_modules", "playwright-core", "index.mjs"));
const { chromium } = await import(tools.href);

const TYPES = { ".js": "text/javascript", ".wasm": "application/wasm", ".json": "application/json", ".html": "text/html" };

async function serve(request, response) {
  const { pathname } = new URL(request.url, "http://localhost");
  try {
    let file = new URL("./page.html", import.meta.url);
    if (pathname.startsWith("/emitrace/")) {
      file = resolve(packageFolder, decodeURIComponent(pathname.slice("/emitrace/".length)));
      if (!file.startsWith(packageFolder + sep)) throw new Error("outside");
    } else if (pathname !== "/") {
      throw new Error("unknown");
    }
    const body = await readFile(file);
    const type = pathname === "/" ? "text/html" : (TYPES[extname(pathname)] ?? "text/plain");
    response.writeHead(200, { "content-type": `${type}; charset=utf-8`.replace("wasm; charset=utf-8", "wasm") }).end(body);
  } catch {
    response.writeHead(404).end();
  }
}

/** Opens the page and gives it to `work`. */
async function withPage(work) {
  const server = createServer(serve);
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  const profile = mkdtempSync(join(tmpdir(), "emitrace-browser-"));
  const browser = await chromium.launchPersistentContext(profile, {
    executablePath: process.env.EMITRACE_CHROMIUM,
    headless: true,
    args: [
      "--headless",
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
  try {
    const page = await browser.newPage();
    const troubles = [];
    page.on("pageerror", (error) => troubles.push(String(error)));
    await page.goto(`http://127.0.0.1:${server.address().port}/`);
    try {
      await page.waitForSelector("html[data-ready=yes]", { state: "attached", timeout: 60_000 });
    } catch (error) {
      throw new Error(`the page did not get ready: ${troubles.join("; ") || error.message}`);
    }
    await work(page);
    assert.deepEqual(troubles, []);
  } finally {
    await browser.close();
    server.close();
    rmSync(profile, { recursive: true, force: true });
  }
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
      worker.close();
      seen.closed = await pending;
      const elsewhere = createWorker({ url: "/emitrace/" });
      seen.elsewhere = await elsewhere.call("capabilities", "{}");
      elsewhere.close();
      const nowhere = createWorker({ url: "/nowhere/" });
      seen.nowhere = await nowhere.call("capabilities", "{}").catch((error) => error.code);
      nowhere.close();
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

const [what, ...rest] = process.argv.slice(2);
if (what === "cases") await cases(...rest);
else if (what === "smoke") await smoke();
else throw new Error(`not understood: ${what}`);
