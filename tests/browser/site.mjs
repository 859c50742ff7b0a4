// What the browser's tests share: a server on the loopback address, and a browser that may ask nobody else.
import { mkdtempSync, rmSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { extname, join, resolve, sep } from "node:path";
import { pathToFileURL } from "node:url";

const tools = pathToFileURL(join(resolve(process.env.EMITRACE_TOOLS), "node_modules", "playwright-core", "index.mjs"));
const { chromium } = await import(tools.href);

const TYPES = {
  ".js": "text/javascript", ".mjs": "text/javascript", ".wasm": "application/wasm", ".json": "application/json",
  ".html": "text/html", ".css": "text/css",
};

/** Serves files: `place(pathname)` names the file below `root`, or null. */
async function serve(root, place) {
  const folder = resolve(root);
  const inside = folder.endsWith(sep) ? folder : folder + sep;
  const server = createServer(async (request, response) => {
    try {
      const { pathname } = new URL(request.url, "http://localhost");
      const file = resolve(folder, place(decodeURIComponent(pathname)));
      if (!file.startsWith(inside)) throw new Error("outside");
      const body = await readFile(file);
      const type = TYPES[extname(file)] ?? "text/plain";
      response.writeHead(200, { "content-type": type === "application/wasm" ? type : `${type}; charset=utf-8` }).end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  return { server, base: `http://127.0.0.1:${server.address().port}` };
}

/**
 * Serves a site, starts a browser and hands both to `work(browser, base)`. Gives back every address that was asked
 * for by a page or a worker, with what it answered.
 */
export async function withBrowser({ root, place = (pathname) => pathname.slice(1), context = {} }, work) {
  const { server, base } = await serve(root, place);
  const profile = mkdtempSync(join(tmpdir(), "emitrace-browser-"));
  const browser = await chromium.launchPersistentContext(profile, {
    executablePath: process.env.EMITRACE_CHROMIUM,
    headless: true,
    ...context,
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
  const asked = [];
  browser.on("request", (request) => asked.push(request.url()));
  try {
    await work(browser, base);
    return asked;
  } finally {
    await browser.close();
    server.close();
    rmSync(profile, { recursive: true, force: true });
  }
}
