// The packed package in Node: calls, errors, traps. Copied into a clean folder where the package is installed.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { call, Engine, EmitraceError, init, memoryBytes } from "emitrace";

const meta = JSON.parse(readFileSync(new URL(import.meta.resolve("emitrace/package.json")), "utf8"));

/** More than the engine may ever hold; the text is a rope and costs nothing until it is read. */
const tooMuch = () => "x".repeat(2 ** 29 - 24);

test("answers without waiting", async () => {
  const answer = JSON.parse(call("capabilities", "{}"));
  assert.equal(answer.engine, meta.version);
  assert.ok(answer.methods.includes("capabilities"));
  await init();
});

test("errors are errors, with code, path and help", () => {
  assert.throws(
    () => call("no-such-method", "{}"),
    (error) => {
      assert.ok(error instanceof EmitraceError && error instanceof Error);
      assert.equal(error.name, "EmitraceError");
      assert.equal(error.code, "UNKNOWN_METHOD");
      assert.equal(typeof error.path, "string");
      assert.ok(error.help.length > 0 && error.message.length > 0);
      return true;
    },
  );
  assert.throws(() => call("capabilities", "{"), { code: "BAD_JSON" });
});

test("only text is taken", () => {
  for (const request of [undefined, null, 1, {}, Buffer.from("{}")]) {
    assert.throws(() => call("capabilities", request), TypeError);
  }
});

test("an engine of one's own", () => {
  const engine = new Engine();
  assert.equal(engine.call("capabilities", "{}"), call("capabilities", "{}"));
  engine.free();
  assert.throws(() => engine.call("capabilities", "{}"), { code: "INTERNAL" });
});

test("the shipped packs load in any order and are marked", () => {
  const { packs } = JSON.parse(readFileSync(new URL(import.meta.resolve("emitrace/packs.json")), "utf8"));
  assert.ok(packs.length > 0);
  const engine = new Engine();
  engine.addShipped(packs.toReversed());
  assert.deepEqual(engine.packs().map(({ pack }) => [pack.id, pack.shipped]), packs.map(({ id }) => [id, true]));
  assert.throws(() => engine.addShipped(packs), { code: "BAD_PACK" });
});

test("after a trap the next call works on a new instance", () => {
  const engine = new Engine();
  engine.call("capabilities", "{}");
  assert.throws(() => call("capabilities", tooMuch()), { name: "EmitraceError", code: "INTERNAL" });
  assert.ok(JSON.parse(call("capabilities", "{}")).methods.length > 0);
  assert.ok(JSON.parse(engine.call("capabilities", "{}")).methods.length > 0);
  assert.throws(() => engine.call("capabilities", tooMuch()), { code: "INTERNAL" });
  assert.ok(JSON.parse(engine.call("capabilities", "{}")).methods.length > 0);
});

test("after a trap an engine has its packs again", () => {
  const { packs } = JSON.parse(readFileSync(new URL(import.meta.resolve("emitrace/packs.json")), "utf8"));
  const engine = new Engine();
  engine.addShipped(packs);
  assert.throws(() => engine.call("capabilities", tooMuch()), { code: "INTERNAL" });
  assert.equal(engine.packs().length, packs.length);
});

test("memory is told and below the cap", () => {
  const bytes = memoryBytes();
  assert.ok(bytes > 0 && bytes <= 512 * 1024 * 1024, String(bytes));
});
