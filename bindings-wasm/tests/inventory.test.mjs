// The small entry of the packed package in Node: the same bytes for inventories, and a plain word for what it lacks.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { call, capabilities, explain, inventoryJson, packs } from "emitrace/inventory";

const folder = process.env.EMITRACE_EXAMPLE;
const ledger = readFileSync(join(folder, "ledger.en.csv"), "utf8");
const own = [readFileSync(join(folder, "factors.pack"), "utf8")];
const options = { profile: "ghg-protocol", gwp: "AR5", period: "2025", region: "VN", proxy_years: 2, proxy_places: ["GB"] };

test("an inventory has the bytes of the whole build", () => {
  // A process of its own, because two entries in one process share one engine.
  const program = `
    import { readFileSync } from "node:fs";
    import { inventoryJson } from "emitrace";
    const { ledger, options, own } = JSON.parse(readFileSync(0, "utf8"));
    process.stdout.write(inventoryJson(ledger, options, own));`;
  const input = JSON.stringify({ ledger, options, own });
  const whole = execFileSync(process.execPath, ["--input-type=module", "-e", program], { input, encoding: "utf8", maxBuffer: 2 ** 28 });
  assert.equal(inventoryJson(ledger, options, own), whole);
  assert.equal(explain(ledger, "E-DA-01", options, own).id, "E-DA-01");
});

test("what is not in it is told", () => {
  const { methods } = capabilities();
  assert.ok(methods.includes("inventory") && !methods.some((name) => name.startsWith("cbam.")));
  assert.throws(() => call("cbam.goods", "{}"), { code: "UNKNOWN_METHOD" });
  assert.ok(packs().length > 10 && packs().every(({ pack }) => !pack.id.startsWith("eu-cbam-")));
});
