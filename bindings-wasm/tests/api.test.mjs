// The methods on the packed package in Node, with the ledgers of the example.
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { createHash } from "node:crypto";
import { join } from "node:path";
import { test } from "node:test";
import * as emitrace from "emitrace";
import { createWorker } from "emitrace/worker";

const folder = process.env.EMITRACE_EXAMPLE ?? new URL("../../examples/fastener", import.meta.url).pathname;
const read = (name) => readFileSync(join(folder, name));
const packs = [read("factors.pack").toString("utf8")];
const options = { profile: "ghg-protocol", gwp: "AR5", period: "2025", region: "VN", proxy_years: 2, proxy_places: ["GB"] };
const english = emitrace.inventory(read("ledger.en.csv"), options, packs);

/** A decimal text as an integer of its last digit. */
function exact(text, decimals = 40) {
  const [, sign, whole, fraction = ""] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text);
  assert.ok(fraction.length <= decimals, text);
  return BigInt(sign + whole + fraction.padEnd(decimals, "0"));
}
const sum = (texts) => texts.reduce((total, text) => total + exact(text), 0n);

/** JSON with sorted keys and no spaces. */
function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  const keys = Object.keys(value).sort();
  return `{${keys.map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`).join(",")}}`;
}

test("both ledgers of the example give the same inventory", () => {
  const vietnamese = emitrace.inventory(read("ledger.vi.csv"), { ...options, locale: "vi-VN" }, packs);
  assert.equal(vietnamese.digest, english.digest);
  assert.deepEqual(vietnamese.inventory, english.inventory);
  const { rows, counted, excluded } = english.inventory.coverage;
  assert.deepEqual([rows, counted, excluded], [256, 251, 5]);
  assert.equal(english.inventory.packs.filter((pack) => !pack.shipped).length, 1);
  // Other tests compare with it: the browser's answer, the types.
  writeFileSync("example-digest.txt", english.digest);
});

test("the digest can be recomputed", () => {
  const digest = createHash("sha256").update(canonical(english.inventory)).digest("hex");
  assert.equal(digest, english.digest);
});

test("text, bytes and a part of a buffer are the same ledger; a Blob belongs into a worker", () => {
  const bytes = read("ledger.en.csv");
  const json = emitrace.inventoryJson(bytes, options, packs);
  assert.deepEqual(JSON.parse(json), english);
  const framed = new Uint8Array(bytes.length + 20).fill(65);
  framed.set(bytes, 10);
  const views = [bytes.toString("utf8"), framed.subarray(10, 10 + bytes.length), framed.slice(10, 10 + bytes.length).buffer];
  for (const ledger of views) assert.equal(emitrace.inventoryJson(ledger, options, packs), json);
  for (const ledger of [null, 3, {}, [1], new Blob([bytes])]) assert.throws(() => emitrace.inventory(ledger, options, packs), TypeError);
  assert.throws(() => emitrace.inventory("id,\ud800", options), TypeError);
  const inside = JSON.stringify({ ledger: { base64: bytes.toString("base64") }, options, packs });
  assert.equal(emitrace.call("inventory", inside), json);
});

test("every view adds up to the total, to the last digit", () => {
  const { total, views } = english.inventory;
  const figures = Object.keys(total).filter((name) => name.includes("_kg_"));
  assert.ok(views.length >= 8 && figures.length >= 9);
  for (const { by, cells } of views) {
    // By gas each cell holds its gas only; its lines are counted once for each gas.
    for (const name of figures) assert.equal(sum(cells.map((cell) => cell.figures[name])), exact(total[name]), `${by}: ${name}`);
    if (!by.includes("gas") && !by.includes("factor") && !by.includes("scope")) {
      assert.equal(cells.reduce((lines, cell) => lines + cell.figures.lines, 0), total.lines, `${by}: lines`);
    }
  }
  assert.equal(exact(total.scope_1_kg_co2e) + exact(total.scope_2_location_kg_co2e) + exact(total.scope_3_kg_co2e), exact(total.total_location_kg_co2e));
});

test("halves merge to the whole", () => {
  // Without the mistakes at its end: a row that repeats the identifier of another part cannot be seen in parts.
  const [head, ...lines] = read("ledger.en.csv").toString("utf8").trimEnd().split("\n").slice(0, -5);
  const part = (from, to) =>
    emitrace.inventory([head, ...lines.slice(from, to), ""].join("\n"), { ...options, row_offset: from }, packs);
  const whole = part(0, lines.length);
  const merged = emitrace.merge([part(200, lines.length), part(0, 90), part(90, 200)]);
  assert.deepEqual(merged.inventory, whole.inventory);
  assert.equal(merged.digest, whole.digest);
});

test("a line is explained", () => {
  const record = emitrace.explain(read("ledger.en.csv"), "E-DA-01", options, packs);
  assert.equal(record.quantity, "71240");
  assert.ok(record.legs.length > 0 && record.legs[0].factor.id.length > 0);
  assert.deepEqual(emitrace.explain(read("ledger.en.csv"), record.row, options, packs), record);
  assert.throws(() => emitrace.explain(read("ledger.en.csv"), "no such line", options, packs), { code: "LINE_NOT_FOUND", path: "/line" });
});

test("rows are listed, and written for spreadsheets", () => {
  const { rows, coverage, findings, digest } = emitrace.inventoryRows(read("ledger.en.csv"), options, packs);
  assert.deepEqual([rows.length, coverage.excluded], [english.inventory.coverage.counted, 5]);
  assert.equal(digest, english.digest);
  assert.deepEqual([rows[0].id, rows[0].scope_2_location_kg_co2e, rows[0].factors], ["E-DA-01", "46961.408", ["vn-grid/electricity-2023"]]);
  assert.ok(findings.some(({ code, row }) => code === "AMBIGUOUS_UNIT" && row === 253));
  const { text } = emitrace.inventoryRows(read("ledger.en.csv"), options, packs, { format: "csv" });
  assert.equal(text.trimEnd().split("\n").length, rows.length + 1);
});

test("smaller questions", () => {
  assert.equal(emitrace.convert("12.5", "tấn", "kg").quantity, "12500");
  assert.deepEqual(emitrace.apportion("100", ["1", "1", "1"]).map(Number).reduce((a, b) => a + b), 100);
  assert.equal(emitrace.gwp("R-410A", "2", "AR5").all_kg_co2e, "3847");
  assert.ok(emitrace.searchFactors("diesel", 3).factors.length === 3);
  assert.equal(emitrace.showFactor("vn-grid/electricity-2023").pack.id, "vn-grid");
  assert.ok(emitrace.packs().every((line) => line.pack.shipped) && emitrace.packs(packs).length === emitrace.packs().length + 1);
  assert.deepEqual(emitrace.checkPack(packs[0]), { ok: true, findings: [] });
  assert.equal(emitrace.checkPack("nonsense").ok, false);
  assert.equal(emitrace.readLedger("activity,quantity,unit,date\ndiesel,3,L,2025-01-01\n", {}, 5).records[0].quantity, "3");
  for (const [format, start] of [["html", /^<!DOCTYPE html>/i], ["csv", /./], ["table", /^Kiểm kê/]]) {
    assert.match(emitrace.report(english, { format, lang: "vi" }), start);
  }
  assert.ok(emitrace.capabilities().methods.includes("inventory"));
});

test("errors have code, path and help", () => {
  const refused = (work) => {
    try {
      work();
    } catch (error) {
      assert.ok(error instanceof emitrace.EmitraceError && error.help !== "" && error.message !== "");
      return `${error.code} ${error.path}`;
    }
    return "nothing was refused";
  };
  const ask = (changes, ledger = "x") => refused(() => emitrace.inventory(ledger, { ...options, ...changes }));
  assert.equal(ask({ profile: "none" }), "UNKNOWN_VALUE /options/profile");
  assert.equal(ask({ proxy_places: ["VN", "??"] }), "UNKNOWN_PLACE /options/proxy_places/1");
  assert.equal(ask({ locale: "" }).split(" ")[1], "/options/locale");
  assert.equal(ask({ misspelt: true }).split(" ")[0], "BAD_REQUEST");
  assert.equal(refused(() => emitrace.convert(12.5, "t", "kg")).split(" ")[0], "BAD_REQUEST"); // a number is no amount
  assert.equal(refused(() => emitrace.convert("1", "t", "xyz")), "UNKNOWN_UNIT /to");
  assert.match(refused(() => emitrace.inventory("x", options, ["no pack"])), /^BAD_PACK \/packs\/0/);
  assert.equal(refused(() => emitrace.callWithLedger("capabilities", "{}", "x")), "UNKNOWN_METHOD ");
});

/** A ledger long enough for two reports on the way. */
const long = () => `date,activity,quantity,unit\n${"2023-05-31,electricity,1,kWh\n".repeat(140_000)}`;
const plain = { profile: "ghg-protocol", gwp: "AR5", region: "VN", by: ["month"] };

/** Rows are taken in blocks: told at the first end of a block after each 65,536 rows, and at the end. */
function toldInSteps(told, rows) {
  assert.ok(told.length > 1);
  assert.equal(told.at(-1), rows);
  told.slice(0, -1).forEach((at, index) => assert.ok(at - (told[index - 1] ?? 0) >= 65_536, told.join(" ")));
}

test("progress is told about every 65,536 rows and can stop the run", () => {
  const told = [];
  const answer = emitrace.inventory(long(), plain, [], { onProgress: (progress) => told.push(progress.rows) });
  toldInSteps(told, 140_000);
  assert.equal(answer.inventory.total.scope_2_location_kg_co2e, "92288");
  class Enough extends Error {}
  const stop = () => {
    throw new Enough("enough");
  };
  assert.throws(() => emitrace.inventory(long(), plain, [], { onProgress: stop }), Enough);
  // A range error of the caller's own is no trap.
  assert.throws(() => emitrace.inventory(long(), plain, [], { onProgress: () => "x".repeat(-1) }), RangeError);
  assert.equal(emitrace.inventory(read("ledger.en.csv"), options, packs).digest, english.digest);
});

test("the worker gives the same, tells progress, takes moved bytes and Blobs", async () => {
  const worker = createWorker();
  const bytes = new Uint8Array(read("ledger.en.csv"));
  const text = emitrace.inventoryJson(bytes, options, packs);
  assert.equal(await worker.inventoryJson(bytes, options, packs), text);
  assert.ok(bytes.length > 0);
  assert.equal(await worker.inventoryJson(new Blob([bytes]), options, packs), text);
  assert.equal((await worker.inventory(bytes, options, packs, { transfer: true })).digest, english.digest);
  assert.equal(bytes.length, 0);
  const told = [];
  await worker.inventory(long(), plain, [], { onProgress: ({ rows }) => told.push(rows) });
  toldInSteps(told, 140_000);
  assert.deepEqual(await worker.convert("12.5", "tấn", "kg"), emitrace.convert("12.5", "tấn", "kg"));
  assert.deepEqual(await worker.packs(), emitrace.packs());
  assert.equal(await worker.report(english, { format: "csv" }), emitrace.report(english, { format: "csv" }));
  assert.deepEqual((await worker.merge([english])).digest, english.digest);
  await assert.rejects(worker.inventory(text, { ...plain, gwp: "AR9" }), { code: "UNKNOWN_VALUE", path: "/options/gwp" });
  await assert.rejects(worker.inventory(3, plain), TypeError);
  worker.terminate();
});

const facility = { sector: "industry", lists: ["decision-42-2026"] };
const law = { country: "VN", on: "2026-11-22" };
const twoYears = {
  ...law,
  years: [2024, 2025].map((year) => ({ year, ledger: { text: `id,date,activity,quantity,unit\nE,${year}-05-31,electricity,1250,kWh\n` } })),
  options: { gwp: "AR5", region: "VN", proxy_years: 2 },
};
const boiler = {
  enthalpy_kj_per_kg: "2776", efficiency: "0.85", fuels: [{ gases: [{ gas: "CO2", kg_per_tj: "74100" }] }],
  supplier: "The neighbour", evidence: "Letter", evidence_date: "2025-01-05", place: "VN", valid: "2024",
};

test("what the law asks of a facility", () => {
  const told = emitrace.obligations({ ...law, until: "2027-12-31", facility, reading: "preceding-two-years" });
  assert.deepEqual(told.duties.map((duty) => duty.due), ["2027-03-31", "2027-03-31"]);
  assert.equal(emitrace.energyToe({ ...law, energy: [{ energy: "LPG", quantity: "50", unit: "t" }] }).lower_toe, "54.5");
  assert.equal(emitrace.etsCompliance({ ...law, allocation: "100000", direct_emissions_t_co2e: "125000", credits_held: "40000" }).units_due, "95000");
  assert.equal(emitrace.steamFactor(boiler).gases[0].exact_kg_per_t, "514254/2125");
  assert.throws(() => emitrace.steamFactor({ ...boiler, efficiency: "85" }), { code: "SHARE_OUT_OF_RANGE", path: "/efficiency" });
  const made = emitrace.facilityReport(twoYears);
  assert.deepEqual(made.report.totals[2].years.map((year) => year.kg_co2e), ["824", "824"]);
  assert.equal(made.report.complete, false);
  assert.match(emitrace.facilityDocument(made, { format: "html" }), /lang="vi"/);
});

test("a trap in the middle of a ledger loses nothing but the run", () => {
  assert.throws(() => emitrace.call("inventory", `{"ledger":{"text":"${"x".repeat(2 ** 29 - 100)}"}}`), { code: "INTERNAL" });
  assert.equal(emitrace.inventory(read("ledger.en.csv"), options, packs).digest, english.digest);
});

const small = (kwh) => ({
  ledger: { text: `id,date,activity,quantity,unit\n1,2023-05-31,electricity,${kwh},kWh\n` },
  options: { profile: "ghg-protocol", gwp: "AR5", region: "VN" },
});
const steel = {
  year: 2023, amounts: [{ account: "scope_1", kg_co2e: "5000" }], denominators: [{ name: "steel", quantity: "3", unit: "t" }],
};
const near = { name: "near-term", accounts: ["scope_1"], target_year: 2030, pathway: "sbti-1.5c" };

test("two ledgers are compared line by line, years divided and measured", async () => {
  const change = emitrace.diff(small("1250"), small("1500"));
  const total = change.total.find(({ account }) => account === "total_location");
  assert.equal(total.effects.activity_kg_co2e, "164.8");
  assert.match(emitrace.reportDiff(change), /Comparison of two inventories/);
  assert.equal(JSON.parse(emitrace.reportDiff(change, { format: "vega-lite" })).mark, "bar");
  assert.match(emitrace.reportDiff(change, { format: "svg", lang: "vi" }), /^<svg .*Từ tổng này đến tổng kia/s);
  const { ledger, options: choices } = small("1250");
  const whole = emitrace.inventory(ledger.text, choices);
  assert.match(emitrace.report(whole, { format: "svg", by: ["scope"] }), /824\.000/);
  assert.throws(() => emitrace.report(whole, { format: "svg", by: ["site", "gas"] }), { code: "UNKNOWN_VALUE", path: "/by" });
  const sure = emitrace.uncertainty(ledger.text, choices, { approach: "1" });
  assert.match(emitrace.reportUncertainty(sure, { format: "svg" }), /not stated/);
  assert.match(emitrace.reportQuality(emitrace.quality(ledger.text, choices)), /Data quality/);
  const [year] = emitrace.intensity([steel], ["scope_1"], 3).years;
  assert.equal(year.intensities[0].exact_kg_co2e_per_unit, "5000/3");
  const worker = createWorker();
  const answer = await worker.targets({ base: steel, targets: [near], decimals: 2 });
  assert.equal(answer.targets[0].target_level, "3530");
  assert.match(await worker.reportTargets(answer, { lang: "vi" }), /Mục tiêu/);
  worker.terminate();
});

test("load and generation are matched by the hour; claims are a list", () => {
  const ppa = {
    id: "PPA", kind: "contract", market: "VN", volume: "8", volume_unit: "kWh", sites: ["A"],
    gases: [{ gas: "CO2", kg_per_kwh: "0" }],
  };
  const choices = { profile: "ghg-protocol", gwp: "AR5", region: "VN", instruments: { register: [ppa] } };
  const matched = emitrace.matchHourly({
    options: { ...choices, period: "2023-07-01" },
    hourly: { matching: "hourly", utc_offset: "+07:00" },
    load: [{ name: "load.csv", id: "A", unit: "kWh", content: "time,load\n2023-07-01 00:00,3\n2023-07-01 12:00,5\n" }],
    generation: [
      { name: "sun.csv", id: "PPA", unit: "kWh", content: new TextEncoder().encode("time,value\n2023-07-01 12:00,8\n") },
    ],
  });
  const both = matched.result.comparison;
  assert.deepEqual([both.hourly.matched_kwh, both.annual.matched_kwh, both.market_kg_co2e], ["5", "8", "1.9776"]);
  assert.match(emitrace.reportHourly(matched, { lang: "vi" }), /theo giờ/);
  assert.match(emitrace.reportHourly(matched, { format: "csv" }), /^view,start,site/);
  const ledger = "id,date,site,activity,quantity,unit\n1,2023-07-01,A,electricity,20,kWh\n";
  assert.deepEqual(emitrace.claims(ledger, choices), [{ instruments: ["PPA"], kwh: "20" }]);
});

test("answers have the shape that the types say", () => {
  const ledger = read("ledger.en.csv");
  const answers = {
    InventoryAnswer: english,
    LineRecord: emitrace.explain(ledger, "E-DA-01", options, packs),
    LedgerAnswer: emitrace.readLedger(ledger, {}, 3),
    RowsAnswer: emitrace.inventoryRows(ledger, options, packs),
    SearchAnswer: emitrace.searchFactors("diesel", 3),
    FactorAnswer: emitrace.showFactor("vn-grid/electricity-2023"),
    "PackLine[]": emitrace.packs(packs),
    CheckAnswer: emitrace.checkPack("nonsense"),
    ConvertAnswer: emitrace.convert("1", "t", "kg"),
    DiffAnswer: emitrace.diff(small("1250"), small("1500")),
    BaseYearAnswer: emitrace.baseYear({
      base: { answer: english }, current: { answer: english }, policy: { name: "sbti", accounts: ["scope_1"] },
      events: [{ kind: "acquisition", amounts: [{ account: "scope_1", kg_co2e: "1" }] }],
    }),
    IntensityAnswer: emitrace.intensity([steel], ["scope_1"], 3),
    TargetsAnswer: emitrace.targets({ base: steel, targets: [near], decimals: 2 }),
    GwpAnswer: emitrace.gwp("R-410A", "2", "AR5"),
    Capabilities: emitrace.capabilities(),
    ObligationsAnswer: emitrace.obligations({ ...law, until: "2027-12-31", facility }),
    ToeAnswer: emitrace.energyToe({ ...law, energy: [{ energy: "LPG", quantity: "50", unit: "t" }], sector: "industry" }),
    EtsAnswer: emitrace.etsCompliance({ ...law, allocation: "10", direct_emissions_t_co2e: "12" }),
    SteamAnswer: emitrace.steamFactor(boiler),
    FacilityReport: emitrace.facilityReport(twoYears),
  };
  // Literals, so that tsc refuses a key too many as well as one too few.
  const lines = Object.entries(answers).map(([type, value]) => `(${JSON.stringify(value)}) satisfies emitrace.${type};`);
  writeFileSync("answers.test-d.ts", `import type * as emitrace from "emitrace";\n\n${lines.join("\n")}\n`);
});

test("a network is planned once and evaluated again and again", () => {
  const request = {
    processes: { text: "process,own_kg_co2e\nmelt,150\nmill,63\n" },
    flows: { text: "consumer,supplier,amount\nmill,melt,1.05\nmelt,mill,0.02\n" },
  };
  const mill = "225.229826353421859039";
  assert.equal(emitrace.supplyEmbedded(request).result.figures[0][1], mill);
  const plan = new emitrace.SupplyPlan(request);
  assert.deepEqual([plan.ids, plan.own, plan.loops], [["melt", "mill"], ["own_kg_co2e"], 1]);
  assert.equal(plan.evaluate("own_kg_co2e").figures[1], mill);
  assert.equal(plan.evaluate(["150", "63"]).figures[1], mill);
  assert.match(plan.evaluate(["150", "-1"]).faults[0], /NEGATIVE_QUANTITY/);
  assert.throws(() => plan.evaluate("own_kg"), { code: "UNKNOWN_REFERENCE" });
  assert.throws(() => plan.evaluate(["x", "1"]), { code: "BAD_NUMBER", path: "/own/0" });
  plan.free();
  assert.throws(() => plan.evaluate(["1", "1"]), { code: "INTERNAL" });
  const part = emitrace.supplyExplain({ process: "mill", request });
  assert.equal(part.inputs[0].supplier, "melt");
});

test("origin and custody are answered and written", () => {
  const rule = { source: "stated by the exporter", any: [{ all: [{ test: "value-limit", percent: "50" }] }] };
  const origin = emitrace.originAssess({
    agreement: "evfta", on: "2026-03-01", country: "VN", hs_edition: "HS2012",
    products: [{ id: "bolt", hs_code: "7318.15", exw: "200", minimal_operations: false, rule }],
    materials: [{ id: "rod", hs_code: "7213.91", value: "100", status: "non-originating" }],
  });
  assert.equal(origin.result.products[0].verdict, "pass");
  assert.match(emitrace.reportOrigin(origin, { format: "html", lang: "vi" }), /^<!DOCTYPE html>/);
  const custody = emitrace.custodyCheck({
    scheme: "fsc-coc", on: "2026-03-31", unit: "t", periods: [{ start: "2026-01-01", end: "2026-04-01" }],
    entries: [{ id: "7", date: "2026-02-10", kind: "out", material: "wood", quantity: "9" }],
  });
  assert.deepEqual(custody.result.checks.map(({ check, amount }) => [check, amount]), [["C1", "9"]]);
  assert.match(emitrace.reportCustody(custody), /C1/);
});

test("an inventory is written in every form and computed again", () => {
  const { ledger: { text: ledger }, options: choices } = small("1250");
  const answer = emitrace.inventory(ledger, choices);
  assert.match(emitrace.reportDocument(answer, { format: "markdown", lang: "vi" }).text, /^# Kiểm kê khí nhà kính/);
  const book = Buffer.from(emitrace.reportDocument(answer, { format: "xlsx", ledger, options: choices }).base64, "base64");
  assert.equal(book.subarray(0, 2).toString(), "PK");
  assert.equal(JSON.parse(emitrace.chartData("flow", answer)).links[0].kg_co2e, "824");
  assert.equal(emitrace.reportVerify(answer, ledger).holds, true);
  assert.equal(emitrace.reportVerify(book, ledger, { options: choices }).holds, true);
  const told = emitrace.reportVerify(answer, small("1260").ledger.text, { earlier: ledger });
  assert.deepEqual([told.holds, told.explained[0].row, told.changes.changes[0].causes[0].what], [false, 2, "quantity"]);
});

test("an answer of any method is computed again, its inventory from the ledger", () => {
  const { ledger: { text }, options } = small("1250");
  const inventory = emitrace.inventory(text, options);
  const request = { report: "iso-14064-1", inventory };
  const report = emitrace.frameworkReport("iso-14064-1", { inventory });
  const asked = (ledger) => emitrace.answerVerify(report, "framework.report", request, { ledgers: { "/inventory": ledger } });
  assert.deepEqual([asked(text).holds, asked(text).answers[0].how], [true, "recomputed"]);
  const told = asked(text.replace("1250", "1260"));
  assert.deepEqual(told.reasons, ["inventories", "figures"]);
  assert.equal(told.answers[0].verified.explained[0].row, 2);
  assert.ok(emitrace.reportDocument(told, { format: "table", lang: "vi" }).text.includes("không khớp"));
});

test("a supplier is assessed, and the page says what to do next", () => {
  const assessment = emitrace.supplierAssess({
    as_of: "2026-11-21", set: "supplier-electronics-example",
    evidence: [{ id: "QMS", kind: "certificate", subject: "ISO 9001:2015", accreditation: "BoA", expires: "2027-01-09" }],
  });
  assert.equal(assessment.result.requirements[0].status, "met_expiring_soon");
  assert.equal(assessment.result.score.insufficient_data, true);
  assert.match(emitrace.reportSupplier(assessment, { format: "html", lang: "vi" }), /Việc cần làm tiếp/);
  assert.ok(emitrace.supplierSets().some(({ id }) => id === "supplier-vn-legal"));
  assert.equal(emitrace.supplierSize({ group: "A", employees: "80", revenue_vnd: "45000000000" }).size, "small");
  assert.equal(emitrace.supplierVda63([{ element: "P5", question: "5.1", points: "10" }]).grade, "A");
  assert.equal(emitrace.supplierVda63Potential({ yellow: 7, red: 0 }), "yellow");
  assert.equal(emitrace.supplierRbaVap({ conformance: 72, risk: 2, findings: { priority: 1, major: 4, minor: 3 } }).score, "136.6098");
  const themes = { environment: "70", labor_and_human_rights: "60", ethics: "50", sustainable_procurement: "40" };
  const card = { percentile: "99", themes, published: "2026-03-01", as_of: "2026-11-21" };
  assert.equal(emitrace.supplierEcovadisMedal(card).medal, "platinum");
});

test("an inventory is the evidence of what it shows, and is compared with the one before", () => {
  const of = (year, kwh) => emitrace.inventory(`date,activity,quantity,unit\n${year}-05-31,electricity,${kwh},kWh\n`, {
    profile: "ghg-protocol", gwp: "AR5", region: "VN", period: `${year}-01-01/${year}-12-31`, proxy_years: 2,
  });
  const [before, now] = [of("2024", 2500), of("2025", 1250)];
  const assessment = emitrace.supplierAssess({ as_of: "2026-11-21", set: "supplier-vsme-basic", answers: [now] });
  const scope2 = assessment.result.requirements.find(({ id }) => id === "v.scope2");
  assert.equal(scope2.status, "met");
  assert.deepEqual(assessment.result.documents.map(({ sha256 }) => sha256), [now.digest]);
  const table = emitrace.frameworkTable({ frameworks: ["ifrs-s2"], inventory: now, previous: before });
  const [value] = table.result.datapoints.find(({ id }) => id === "ghg.scope2.lb").values;
  assert.deepEqual([value.value, value.previous], ["0.824", "1.648"]);
});

test("a sustainability report is asked for, filled, checked and written", () => {
  assert.ok(emitrace.disclosureTaxonomies().some(({ id, concepts }) => id === "vsme-2026-05-01" && concepts === 143));
  const form = emitrace.disclosureForm("vsme-2026-05-01", "basic");
  assert.equal(form.properties["vsme:Turnover"]["x-title-vi"], "Doanh thu");
  const report = {
    taxonomy: "vsme-2026-05-01", module: "basic", period: "2025",
    entity: { scheme: "http://standards.iso.org/iso/17442", identifier: "00000000000000000000" },
  };
  const answers = { "input:board-female": [{ value: "5" }], "input:board-male": [{ value: "2" }] };
  const filled = emitrace.disclosureFill({ report, answers });
  assert.deepEqual(filled.result.report.facts.map(({ value }) => value), ["2.5"]);
  assert.deepEqual([filled.result.valid, filled.result.complete], [true, false]);
  const text = emitrace.disclosureWrite(filled.result.report, { format: "xbrl-json" }).text;
  assert.equal(emitrace.disclosureVerify({ report: text, fill: { report, answers } }).holds, true);
  const page = emitrace.disclosureWrite(filled.result.report, { format: "ixbrl", lang: "vi" });
  assert.match(page.text, />2,5<\/ix:nonFraction>/);
  const back = emitrace.disclosureRead(page.text);
  assert.deepEqual([back.form, back.xbrl_json, back.findings], ["ixbrl", text, []]);
  const { base64 } = emitrace.disclosureWrite(filled.result.report, { format: "xbri" });
  assert.equal(emitrace.disclosureRead(Uint8Array.from(Buffer.from(base64, "base64"))).xbrl_json, text);
  assert.equal(emitrace.disclosureVerify({ base64, fill: { report, answers } }).holds, true);
  const forged = emitrace.disclosureVerify({ report: page.text.replace(">2,5</ix", ">2,6</ix"), fill: { report, answers } });
  assert.deepEqual(forged.differences.map(({ what, place, reported }) => [what, place, reported]), [["value", "/facts/f1", "2.6"]]);
  const checked = emitrace.disclosureCheck({ ...report, facts: [{ concept: "vsme:Turnover", value: "1", unit: "utr:t" }] });
  assert.equal(checked.result.findings[0].code, "FACT_UNIT");
});

test("an inventory is put into the terms of frameworks", () => {
  const ledger = "id,date,activity,quantity,unit\n1,2023-05-31,electricity,1250,kWh\n";
  const options = { profile: "ghg-protocol", gwp: "AR5", region: "VN", period: "2023-01-01/2023-12-31" };
  const inventory = emitrace.inventory(ledger, options);
  const { result } = emitrace.frameworkTable({ inventory, frameworks: ["gri"], on: "2027-01-01" });
  const scope2 = result.datapoints.find(({ id }) => id === "ghg.scope2.lb");
  assert.deepEqual([scope2.values[0].value, scope2.codes[0].framework], ["0.824", "gri-2025"]);
  const energy = emitrace.energyAccount(ledger, options, { renewable_instruments: [] });
  assert.deepEqual([energy.result.total.mwh, energy.result.cells[0].carrier], ["1.25", "electricity"]);
  const filled = emitrace.frameworkTable({ inventory, energy, frameworks: ["gri"], on: "2027-01-01" }).result.datapoints;
  assert.equal(filled.find(({ id }) => id === "energy.total").values[0].value, "1.25");
  const report = emitrace.frameworkReport("iso-14064-1", { inventory });
  assert.equal(report.result.complete, false);
});

test("a footprint of a product is migrated and checked", () => {
  const old = { specVersion: "2.3.0", pcf: { declaredUnit: "liter", unitaryProductAmount: "12", fossilGhgEmissions: "1.5" } };
  const { result } = emitrace.footprintMigrate(old);
  assert.match(result.document, /"fossilGhgEmissions": "18"/);
  const checked = emitrace.footprintCheck(result.document, "2026-11-22").result;
  assert.equal(checked.valid, false);
  assert.ok(checked.findings.some(({ code, path }) => code === "FOOTPRINT_MEMBER_MISSING" && path === "/pcf/pcfExcludingBiogenicUptake"));
});

test("a footprint is worked out from a ledger and processes", () => {
  const answer = emitrace.footprintCompute({
    frame: { pcf: { declaredUnitOfMeasurement: "kilogram", declaredUnitAmount: "1", biogenicCarbonContent: "0" } },
    good: "wire", scope_2: "location", decimals: "6", options: { profile: "ghg-protocol", gwp: "AR6", region: "VN" },
    ledger: { text: "id,date,activity,quantity,unit,product\nE1,2023-05-31,electricity,1250,kWh,drawing\n" },
    processes: [{ id: "drawing", outputs: [{ good: "wire", amount: "1000", unit: "kg" }] }],
  });
  const { result } = answer;
  assert.equal(result.footprint.excluding_uptake_kg_co2e, "0.824");
  assert.deepEqual(result.gases.map(({ gas, kg }) => [gas, kg]), [["CO2", "0.824"]]);
  const archive = emitrace.footprintOpenlca(answer);
  assert.ok(archive.base64.startsWith("UEsDB") && archive.losses.every(({ what }) => what === "dropped"));
  assert.throws(() => emitrace.footprintOpenlca({ ...answer, digest: "" }), ({ code }) => code === "BAD_REQUEST");
  assert.deepEqual(result.contributions.map(({ id, percent }) => [id, percent]), [["E1", "100"]]);
});

test("a footprint is a row of a table, and emissions of a passport", () => {
  const document = { specVersion: "3.0.3", pcf: {
    declaredUnitOfMeasurement: "piece", declaredUnitAmount: "1000", pcfExcludingBiogenicUptake: "23.4", primaryDataShare: "61.5",
  } };
  assert.match(emitrace.footprintSheet(document, "vi").text, /;23,4;/);
  const filled = Uint8Array.from(atob(emitrace.footprintSheet(document, "vi", "xlsx").base64), (letter) => letter.charCodeAt(0));
  assert.equal(emitrace.footprintReadSheet(filled, { locale: "vi-VN" }).columns.length, 39);
  assert.throws(() => emitrace.footprintReadSheet("identifier,created\n"), ({ code }) => code === "MISSING_COLUMN");
  assert.match(emitrace.footprintView(document, "untp").document, /"carbonFootprint": 0\.0234/);
  const stages = { RawMaterialExtraction: "20", MainProduction: "3.4", Distribution: "0.1", Recycling: "0.5" };
  const battery = emitrace.footprintView(document, "battery-passport", { ...stages, deliveredEnergyKwh: "48000" });
  assert.match(battery.document, /"batteryCarbonFootprint": 0\.0005,/);
  assert.deepEqual(battery.findings.filter(({ path }) => path.startsWith("/stated")).map(({ path }) => path), ["/stated/carbonFootprintPerformanceClass", "/stated/carbonFootprintStudy"]);
});

test("a transport chain has its activity and its sums", () => {
  const leg = { tceId: "a", tocId: "truck", shipmentId: "S", mass: "230", distance: { actual: "700" }, co2eWTW: "11.27", co2eTTW: "9.5" };
  const { result } = emitrace.footprintTransport({ mass: "230", shipmentId: "S", tces: [leg] });
  assert.deepEqual([result.valid, result.activity_tkm, result.wtw_kg_co2e_per_tkm], [true, "161", "0.07"]);
});

test("plots and lots are checked and written", () => {
  const eudr = emitrace.eudrCheck({ profile: "operator-api-v3", on: "2026-12-30", geojson: '{"type":"Point","coordinates":[105.854444,21.028511]}' });
  assert.equal(eudr.result.plots[0].area_ha, "4");
  assert.match(eudr.result.geojson, /\[105\.854444,21\.028511\]/);
  assert.match(emitrace.reportEudr(eudr, { lang: "vi" }), /không có lỗi/);
  const lot = emitrace.lotCheck({ product_name: "Bulông M8", none: ["shelf-life"] });
  assert.equal(lot.result.complete, false);
  assert.match(emitrace.reportLot(lot, { format: "html", lang: "vi" }), /Tên sản phẩm, hàng hóa · Product name/);
});

test("lots are followed once and asked again and again", () => {
  const notes =
    "date,kind,item,lot,quantity,unit,run,customer,country,document\n" +
    "2026-01-02,receive,steel,C1,600,kg,,,VN,\n2026-01-02,receive,steel,C2,400,kg,,,CN,\n" +
    "2026-01-05,consume,steel,C1,600,kg,R1,,,\n2026-01-05,consume,steel,C2,400,kg,R1,,,\n" +
    "2026-01-06,produce,wire,D1,1000,kg,R1,,,\n2026-01-07,ship,wire,D1,500,kg,,Osaka,,DN1\n";
  const request = { cards: [{ name: "notes.csv", content: new TextEncoder().encode(notes) }] };
  const books = new emitrace.Trace(request);
  assert.equal(books.answer().result.lots.length, 3);
  assert.deepEqual(books.back("D1").countries.map((share) => [share.label, share.percent]), [["CN", "40"], ["VN", "60"]]);
  assert.equal(books.forward({ lot: "C2" }).deliveries[0].holds, "200");
  assert.deepEqual([books.ancestors("D1"), books.descendants("C1")], [["C1", "C2"], ["D1"]]);
  assert.throws(() => books.back("D9"), { code: "NOT_IN_TRACE" });
  books.free();
  assert.throws(() => books.answer(), { code: "INTERNAL" });
  const answer = emitrace.traceFollow(request);
  assert.match(emitrace.reportTrace(answer, { format: "csv" }), /^item,lot,store/);
  assert.match(emitrace.reportTrace(emitrace.traceBack("D1", request), { format: "tree" }), /└─/);
  assert.equal(emitrace.traceForward("C1", request).lots[0].lot, "D1");
});

test("events in XML become a credential, and containers are not lost in silence", () => {
  const xml =
    '<e:EPCISDocument xmlns:e="urn:epcglobal:epcis:xsd:2"><EPCISBody><EventList><AggregationEvent><eventTime>2026-03-01T08:00:00Z</eventTime>' +
    "<eventTimeZoneOffset>+07:00</eventTimeZoneOffset><parentID>urn:x:box</parentID><childEPCs><epc>urn:x:1</epc></childEPCs><action>ADD</action>" +
    "</AggregationEvent></EventList></EPCISBody></e:EPCISDocument>";
  const credential = { id: "urn:uuid:1", issuer: "did:web:a.example", issuer_name: "A", name: "Boxes" };
  const made = emitrace.readEvents(xml, { write: "untp-0.7", created: "2026-03-02T00:00:00Z", credential });
  const path = "/EPCISDocument/EPCISBody/EventList/AggregationEvent[1]";
  assert.deepEqual([made.events[0].path, made.losses[0].severity, made.losses[0].path], [path, "warning", path]);
  assert.deepEqual(JSON.parse(made.document).credentialSubject, []);
});
