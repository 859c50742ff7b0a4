// The page: takes a ledger, asks the engine in a worker, shows the answer. All stays in the browser.
//
// DOM ids, kept stable: lang-vi lang-en privacy form drop ledger-file pack-file files profile gwp locale from to region
// proxy-years proxy-places compute example status result made coverage cards save-json save-csv save-rows save-html view-choice
// view-table findings notes factors packs digest. `document.body.dataset.state` is idle, working, done or failed.
//
// Data goes into the page as text nodes only; amounts are decimal texts and never become JavaScript numbers.

import { TEXTS } from "./texts.js";

const MOST = 200; // entries of one list
const $ = (id) => document.getElementById(id);

const state = { lang: "vi", ledger: null, packs: [], answer: null, json: "", view: 0, status: null, engine: null };
const text = () => TEXTS[state.lang];

// ---------------------------------------------------------------- the engine

/** The engine in its worker; started when it is first needed. */
async function engine() {
  if (state.engine === null) {
    const { createWorker } = await import("emitrace/worker").catch(() => {
      throw Object.assign(new Error(text().notLoaded), { code: "" });
    });
    state.engine = createWorker();
  }
  return state.engine;
}

/** What an empty field says is nothing, not an empty text. */
const given = (id) => $(id).value.trim() || undefined;

function options() {
  return {
    profile: $("profile").value,
    gwp: $("gwp").value,
    period: `${$("from").value}/${$("to").value}`,
    region: given("region"),
    locale: given("locale"),
    proxy_years: Number($("proxy-years").value),
    proxy_places: $("proxy-places").value.split(/[\s,;]+/).filter(Boolean),
  };
}

async function compute() {
  if (state.ledger === null) return tell("failed", () => text().noLedger);
  if (!$("form").reportValidity()) return undefined;
  tell("working", () => text().working);
  $("compute").disabled = true;
  try {
    const onProgress = ({ rows }) => tell("working", () => text().progress(shown(String(rows))));
    const packs = state.packs.map((pack) => pack.text);
    // The file is read piece by piece in the worker; finding out its encoding is the engine's work.
    const asked = [state.ledger.file, options(), packs];
    state.json = await (await engine()).inventoryJson(...asked, { onProgress });
    state.asked = asked;
    state.answer = JSON.parse(state.json);
    state.view = 0;
    showAnswer();
    tell("done", () => text().done);
  } catch (error) {
    fail(error);
  } finally {
    $("compute").disabled = false;
  }
}

function fail(error) {
  tell("failed", () => [error.code, error.message, error.help].filter(Boolean).join(" · "));
}

/** What happens, as a function, so that it can be said again in the other language. */
function tell(name, words) {
  document.body.dataset.state = name;
  state.status = words;
  $("status").textContent = words();
}

// ---------------------------------------------------------------- files

async function take(files) {
  for (const file of files) {
    if (file.name.endsWith(".pack")) state.packs.push({ name: file.name, file, text: await file.text() });
    else state.ledger = { name: file.name, file };
  }
  showFiles();
}

function showFiles() {
  // The fields show what was dropped, too.
  const held = (files) => files.reduce((list, file) => (list.items.add(file), list), new DataTransfer()).files;
  $("ledger-file").files = held(state.ledger === null ? [] : [state.ledger.file]);
  $("pack-file").files = held(state.packs.map((pack) => pack.file));
  $("files").textContent = text().chosen(state.ledger?.name ?? "…", state.packs.map((pack) => pack.name));
}

async function loadExample() {
  try {
    const [ledger, pack] = await Promise.all(
      ["ledger.vi.csv", "factors.pack"].map(async (name) => {
        const response = await fetch(`../fastener/${name}`);
        if (!response.ok) throw new Error(`../fastener/${name}: ${response.status}`);
        return new File([await response.blob()], name);
      }),
    );
    state.ledger = { name: "ledger.vi.csv", file: ledger };
    state.packs = [{ name: "factors.pack", file: pack, text: await pack.text() }];
    const choices = {
      profile: "ghg-protocol", gwp: "AR5", locale: "vi-VN", from: "2025-01-01", to: "2025-12-31", region: "VN",
      "proxy-years": "2", "proxy-places": "GB",
    };
    for (const [id, value] of Object.entries(choices)) $(id).value = value;
    showFiles();
    await compute();
  } catch (error) {
    fail(error);
  }
}

function save(name, type, content) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([content], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** What each row of the ledger adds; the ledger and the choices are those of the figures shown. */
async function saveRows() {
  try {
    const { text } = await (await engine()).inventoryRows(...state.asked, { format: "csv" });
    // With a byte-order mark spreadsheets take the text for UTF-8.
    save("rows.csv", "text/csv", `\ufeff${text}`);
  } catch (error) {
    fail(error);
  }
}

async function saveReport(format, type) {
  try {
    const document = await (await engine()).report(state.answer, { format, lang: state.lang });
    save(`inventory.${format === "html" ? `${state.lang}.html` : format}`, type, document);
  } catch (error) {
    fail(error);
  }
}

// ---------------------------------------------------------------- figures

/** A decimal text with group marks; `decimals` rounds half-even, `left` moves the mark (3: kg to t). */
function shown(decimal, { decimals = null, left = 0 } = {}) {
  const parts = /^(-?)(\d+)(?:\.(\d+))?$/.exec(decimal);
  if (parts === null) return decimal;
  let fraction = (parts[3] ?? "").length + left;
  let digits = BigInt(parts[2] + (parts[3] ?? ""));
  if (decimals !== null && fraction < decimals) {
    digits *= 10n ** BigInt(decimals - fraction);
    fraction = decimals;
  } else if (decimals !== null && fraction > decimals) {
    const unit = 10n ** BigInt(fraction - decimals);
    const rest = digits % unit;
    digits /= unit;
    if (rest * 2n > unit || (rest * 2n === unit && digits % 2n === 1n)) digits += 1n;
    fraction = decimals;
  }
  const plain = digits.toString().padStart(fraction + 1, "0");
  const whole = plain.slice(0, plain.length - fraction).replace(/\B(?=(\d{3})+$)/g, text().group);
  const sign = parts[1] === "-" && digits !== 0n ? "-" : "";
  return sign + whole + (fraction > 0 ? text().decimal + plain.slice(-fraction) : "");
}

const tonnes = (kilograms) => shown(kilograms, { decimals: 3, left: 3 });

/** A day as the language writes it. */
const day = (iso) => (state.lang === "vi" ? iso.split("-").reverse().join("/") : iso);

/** Whether a decimal text is something other than zero. */
const counts = (kilograms) => /[1-9]/.test(kilograms);

/** Grams as an integer, for the order of rows. */
const grams = (kilograms) => {
  const [whole, fraction = ""] = kilograms.split(".");
  return BigInt(whole + fraction.padEnd(3, "0").slice(0, 3));
};

function keyName(dimension, key) {
  if (key === "") return text().notStated;
  if (dimension === "category") return text().keys[key] ?? key;
  if (dimension === "scope") return text().scopes[key] ?? key;
  if (dimension === "iso_category") return text().iso[key - 1] === undefined ? (text().scopes[key] ?? key) : `${key} ${text().iso[key - 1]}`;
  return key;
}

// ---------------------------------------------------------------- showing

/** An element with attributes and children; strings become text nodes, never HTML. */
function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children.flat());
  return made;
}

/** A table in a box that scrolls; columns are `[name, isNumber]`, cells strings or nodes. */
function table(caption, columns, rows) {
  if (rows.length === 0) return element("p", {}, text().nothing);
  const mark = (isNumber) => (isNumber ? { class: "number" } : {});
  const listed = rows.slice(0, MOST);
  return element("div", { class: "wide", tabindex: "0" },
    element("table", columns.length > 4 || columns.some(([name]) => name === text().help) ? { class: "long" } : {},
      element("caption", rows.length > MOST ? {} : { class: "unseen" }, rows.length > MOST ? `${caption} (${text().more(rows.length - MOST)})` : caption),
      element("thead", {}, element("tr", {}, columns.map(([name, isNumber]) => element("th", { scope: "col", ...mark(isNumber) }, name)))),
      element("tbody", {}, listed.map((cells) => element("tr", {}, cells.map((cell, place) =>
        element(place === 0 ? "th" : "td", { ...(place === 0 ? { scope: "row" } : {}), ...mark(columns[place][1]) }, cell)))))));
}

function card(label, kilograms, kind = "", of = "CO₂e") {
  return element("li", { class: kind },
    element("span", { class: "label" }, label),
    element("span", { class: "figure" }, `${tonnes(kilograms)} t ${of}`),
    element("span", { class: "exact" }, `${shown(kilograms)} kg ${of}`));
}

function showCards({ total }) {
  $("cards").replaceChildren(
    card(text().total_location, total.total_location_kg_co2e, "total"),
    card(text().total_market, total.total_market_kg_co2e, "total"),
    card(text().scope_1, total.scope_1_kg_co2e),
    card(text().scope_2_location, total.scope_2_location_kg_co2e),
    card(text().scope_2_market, total.scope_2_market_kg_co2e),
    card(text().scope_3, total.scope_3_kg_co2e),
    card(text().biogenic, total.biogenic_kg_co2, "beside", "CO₂"),
    card(text().outside, total.outside_kg_co2e, "beside"),
    card(text().offsets, total.offsets_kg_co2e, "beside"));
}

const dimensionNames = (view) => view.by.map((dimension) => text().dimensions[dimension] ?? dimension).join(" · ");

function showView() {
  const { views } = state.answer.inventory;
  $("view-choice").replaceChildren(...views.map((view, index) => element("option", { value: index }, dimensionNames(view))));
  $("view-choice").value = state.view;
  const view = views[state.view];
  if (view === undefined) return $("view-table").replaceChildren();
  const cells = view.cells.filter(({ figures }) => counts(figures.total_location_kg_co2e) || counts(figures.total_market_kg_co2e));
  const inOrder = ["supplier", "activity", "product", "factor"].includes(view.by[0]);
  const size = (cell) => grams(cell.figures.total_location_kg_co2e);
  if (inOrder) cells.sort((a, b) => (size(a) < size(b) ? 1 : size(a) > size(b) ? -1 : 0));
  else cells.sort((a, b) => a.key.join("\0").localeCompare(b.key.join("\0"), "en", { numeric: true }));
  return $("view-table").replaceChildren(table(dimensionNames(view),
    [[dimensionNames(view), false], [text().location, true], [text().market, true], [text().exact, true]],
    cells.map(({ key, figures }) => [
      key.map((value, place) => keyName(view.by[place], value)).join(" · "),
      tonnes(figures.total_location_kg_co2e), tonnes(figures.total_market_kg_co2e), shown(figures.total_location_kg_co2e),
    ])));
}

const code = (value) => element("code", {}, value);

/** A sentence of the engine, which is English: words of the input stand between backticks. */
const said = (sentence) => element("span", { lang: "en" },
  sentence.split("`").map((part, place) => (place % 2 === 1 ? code(part) : part)));

function printed({ gas, value, unit, state: kind }) {
  const amount = kind === "value" ? `${shown(value)} ${unit}` : (text()[kind] ?? kind);
  return element("div", {}, `${gas} ${amount}`.trim());
}

function showLists({ inventory, findings }) {
  $("findings").replaceChildren(table(text().findings,
    [[text().row, false], [text().severity, false], [text().column, false], [text().value, false], [text().what, false], [text().help, false]],
    findings.map((finding) => [
      String(finding.row), element("strong", {}, text()[finding.severity] ?? finding.severity), finding.header || finding.column,
      code(finding.value), [said(finding.message), " ", code(finding.code)], said(finding.help),
    ])));
  $("notes").replaceChildren(table(text().notes,
    [[text().what, false], [text().about, false], [text().rows, true], [text().help, false]],
    inventory.notes.map((note) => [[said(note.message), " ", code(note.code)], code(note.about), String(note.rows), said(note.help)])));
  for (const list of ["notes", "factors", "packs"]) $(`${list}-count`).textContent = `(${inventory[list].length})`;
  $("factors").replaceChildren(table(text().factors,
    [[text().factor, false], [text().lines, true], [text().place, false], [text().valid, false], [text().values, false], [text().cited, false]],
    inventory.factors.map((factor) => [
      code(factor.id), String(factor.lines), factor.place, factor.valid.replace("/", " – "), factor.values.map(printed),
      [...new Set(factor.values.map((value) => value.cell))].join("; "),
    ])));
  $("packs").replaceChildren(table(text().packs,
    [[text().title_, false], [text().publisher, false], [text().edition, false], [text().licence, false], [text().attribution, false]],
    inventory.packs.map((pack) => [pack.title, pack.publisher, pack.edition, pack.licence, pack.attribution])));
}

function showAnswer() {
  if (state.answer === null) return;
  const { inventory, digest } = state.answer;
  const { counted, rows, excluded } = inventory.coverage;
  $("coverage").textContent = text().coverage(...[counted, rows, excluded].map((number) => shown(String(number))));
  const { profile, gwp, period, region, proxy_years, proxy_places } = inventory.choices;
  const proxies = [proxy_years > 0 ? text().olderBy(proxy_years) : "", proxy_places.length > 0 ? text().standIn(proxy_places.join(", ")) : ""];
  $("made").textContent = [$("profile").querySelector(`[value="${profile}"]`)?.textContent ?? profile, gwp, period.split("/").map(day).join(" – "), region, ...proxies]
    .filter(Boolean).join(" · ");
  $("coverage").className = excluded === 0 ? "state" : "state open";
  showCards(inventory);
  showView();
  showLists(state.answer);
  $("digest").textContent = digest;
  $("result").hidden = false;
}

function speak(lang) {
  state.lang = lang;
  document.documentElement.lang = lang;
  document.title = `${text().title} · emitrace`;
  for (const place of document.querySelectorAll("[data-text]")) place.textContent = text()[place.dataset.text];
  for (const button of ["lang-vi", "lang-en"]) $(button).setAttribute("aria-pressed", String(button === `lang-${lang}`));
  if (state.status !== null) $("status").textContent = state.status();
  if (state.ledger !== null) showFiles();
  showAnswer();
}

// ---------------------------------------------------------------- what the visitor does

$("lang-vi").addEventListener("click", () => speak("vi"));
$("lang-en").addEventListener("click", () => speak("en"));
$("ledger-file").addEventListener("change", ({ target }) => take(target.files).catch(fail));
$("pack-file").addEventListener("change", async ({ target }) => {
  try {
    state.packs = await Promise.all([...target.files].map(async (file) => ({ name: file.name, file, text: await file.text() })));
    showFiles();
  } catch (error) {
    fail(error);
  }
});
$("drop").addEventListener("dragover", (event) => {
  event.preventDefault();
  $("drop").classList.add("over");
});
$("drop").addEventListener("dragleave", () => $("drop").classList.remove("over"));
$("drop").addEventListener("drop", (event) => {
  event.preventDefault();
  $("drop").classList.remove("over");
  take(event.dataTransfer.files).catch(fail);
});
$("form").addEventListener("submit", (event) => {
  event.preventDefault();
  compute();
});
$("example").addEventListener("click", loadExample);
$("view-choice").addEventListener("change", ({ target }) => {
  state.view = Number(target.value);
  showView();
});
$("save-json").addEventListener("click", () => save("inventory.json", "application/json", state.json));
$("save-csv").addEventListener("click", () => saveReport("csv", "text/csv"));
$("save-rows").addEventListener("click", saveRows);
$("save-html").addEventListener("click", () => saveReport("html", "text/html"));
window.addEventListener("pagehide", () => {
  state.engine?.terminate();
  state.engine = null;
});

document.body.dataset.state = "idle";
speak(navigator.language?.startsWith("vi") ? "vi" : "en");
