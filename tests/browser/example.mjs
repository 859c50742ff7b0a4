// The example page in a browser: `example.mjs [FOLDER FOR PICTURES]`. The Vietnamese ledger is dropped on the page,
// choices are made, the result is read from the page and saved, and compared with what Node computes.
import assert from "node:assert/strict";
import { mkdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { withBrowser } from "./site.mjs";

const root = resolve(import.meta.dirname, "../..");
const pictures = process.argv[2];
if (pictures !== undefined) mkdirSync(pictures, { recursive: true });

const entry = pathToFileURL(join(resolve(process.env.EMITRACE_PACKAGE), "index.node.js"));
const { inventory } = await import(entry.href);
const read = (name) => readFileSync(join(root, "examples", "fastener", name));
const pack = read("factors.pack").toString("utf8");
const want = inventory(
  read("ledger.vi.csv"),
  { profile: "ghg-protocol", gwp: "AR5", locale: "vi-VN", period: "2025", region: "VN", proxy_years: 2, proxy_places: ["GB"] },
  [pack],
);

/** Drops files on the page as a person does. */
async function drop(page, files) {
  const transfer = await page.evaluateHandle((files) => {
    const transfer = new DataTransfer();
    for (const { name, base64 } of files) {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      transfer.items.add(new File([bytes], name));
    }
    return transfer;
  }, files);
  await page.dispatchEvent("#drop", "dragover", { dataTransfer: transfer });
  await page.dispatchEvent("#drop", "drop", { dataTransfer: transfer });
}

async function saved(page, button) {
  const [download] = await Promise.all([page.waitForEvent("download"), page.click(button)]);
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), "utf8") };
}

async function compute(page) {
  await page.click("#compute");
  await page.waitForSelector("body[data-state=done], body[data-state=failed]", { timeout: 60_000 });
  assert.equal(await page.getAttribute("body", "data-state"), "done", await page.textContent("#status"));
}

async function picture(page, name) {
  if (pictures === undefined) return;
  for (const [width, height] of [[1280, 900], [390, 844]]) {
    await page.setViewportSize({ width, height });
    for (const colorScheme of ["light", "dark"]) {
      await page.emulateMedia({ colorScheme });
      await page.screenshot({ path: join(pictures, `${name}-${width}-${colorScheme}.png`), fullPage: true });
    }
  }
}

/** Nothing may stand out of a narrow page; tables scroll in their boxes. */
async function fits(page) {
  await page.setViewportSize({ width: 390, height: 844 });
  const [content, width] = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
  assert.ok(content <= width, `the page is ${content} px wide on a screen of ${width} px`);
  await page.setViewportSize({ width: 1280, height: 900 });
}

const troubles = [];
const asked = await withBrowser({ root, context: { acceptDownloads: true, viewport: { width: 1280, height: 900 } } }, async (browser, base) => {
  const page = await browser.newPage();
  page.on("pageerror", (error) => troubles.push(String(error)));
  page.on("console", (message) => message.type() === "error" && troubles.push(message.text()));
  await page.goto(`${base}/examples/page/index.html`);
  await page.waitForSelector("body[data-state=idle]");
  await page.click("#lang-vi");
  await picture(page, "empty-vi");
  await fits(page);

  await drop(page, [
    { name: "ledger.vi.csv", base64: read("ledger.vi.csv").toString("base64") },
    { name: "factors.pack", base64: Buffer.from(pack).toString("base64") },
  ]);
  await page.waitForFunction(() => document.getElementById("files").textContent.includes("factors.pack"));
  for (const [id, value] of [["profile", "ghg-protocol"], ["gwp", "AR5"], ["locale", "vi-VN"]]) await page.selectOption(`#${id}`, value);
  const typed = [["from", "2025-01-01"], ["to", "2025-12-31"], ["region", "VN"], ["proxy-years", "2"], ["proxy-places", "GB"]];
  for (const [id, value] of typed) await page.fill(`#${id}`, value);
  await compute(page);

  assert.equal(await page.textContent("#digest"), want.digest);
  const exact = (decimal) => {
    const [whole, fraction] = decimal.split(".");
    return `${whole.replace(/\B(?=(\d{3})+$)/g, ".")}${fraction === undefined ? "" : `,${fraction}`} kg CO₂e`;
  };
  const total = await page.textContent("#cards .total .exact");
  assert.equal(total, exact(want.inventory.total.total_location_kg_co2e));
  const findings = want.findings.filter(({ severity }) => severity === "error").length;
  assert.equal(await page.locator("#findings tbody tr").count(), want.findings.length);
  assert.ok(findings > 0);

  const json = await saved(page, "#save-json");
  assert.equal(json.name, "inventory.json");
  const answer = JSON.parse(json.text);
  assert.equal(answer.digest, want.digest);
  assert.deepEqual(answer.inventory.total, want.inventory.total);
  assert.ok((await saved(page, "#save-csv")).text.includes(want.inventory.total.total_location_kg_co2e));
  const rows = await saved(page, "#save-rows");
  assert.equal(rows.name, "rows.csv");
  assert.equal(rows.text.trimEnd().split("\n").length, want.inventory.coverage.counted + 1);
  assert.ok(rows.text.includes("vn-grid/electricity-2023"));
  const html = await saved(page, "#save-html");
  assert.ok(html.name.endsWith(".vi.html") && html.text.includes(want.digest));
  await picture(page, "result-vi");
  await fits(page);
  await page.click("#lang-en");
  assert.equal(await page.textContent("#digest"), want.digest);
  await picture(page, "result-en");
  await fits(page);

  // A choice that the engine refuses is told, and the page goes on.
  await page.fill("#region", "??");
  await page.click("#compute");
  await page.waitForSelector("body[data-state=failed]");
  assert.match(await page.textContent("#status"), /UNKNOWN_PLACE/);
  await picture(page, "refused-en");

  const other = await browser.newPage();
  other.on("pageerror", (error) => troubles.push(String(error)));
  await other.goto(`${base}/examples/page/index.html`);
  await other.click("#example");
  await other.waitForSelector("body[data-state=done]", { timeout: 60_000 });
  assert.equal(await other.textContent("#digest"), want.digest);
});
assert.deepEqual(troubles, []);
const elsewhere = asked.filter((url) => !/^(http:\/\/127\.0\.0\.1:\d+\/|blob:http:\/\/127\.0\.0\.1|data:)/.test(url));
assert.deepEqual(elsewhere, [], "only this machine may be asked");
assert.ok(asked.some((url) => url.endsWith(".wasm")) && asked.some((url) => url.endsWith("packs.json")));
console.log(`example page: digest ${want.digest.slice(0, 16)}…, saved files, both languages: as they should be`);
