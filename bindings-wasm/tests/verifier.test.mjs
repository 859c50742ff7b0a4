// The verifier of the packed package in Node: what it says of bundles and documents, and that nothing of it is the engine.
import assert from "node:assert/strict";
import { test } from "node:test";
import * as engine from "emitrace";
import { EmitraceError, init, verifyBundle, verifyDocument } from "emitrace/verifier";

const key = "07".repeat(32);
const created = "2027-02-01T08:00:00Z";
const { bundle, public_key } = engine.bundleSeal({
  documents: [{ name: "box 17", document: JSON.stringify({ carbon_kg_co2e: "41.2", supplier: "Thép Bình Nguyên" }) }],
  subject: ["box 17"], key, created,
});

test("a redacted bundle is checked as the engine checks it", async () => {
  await init();
  const { bundle: shown } = engine.bundleRedact(bundle, [{ document: "", member: "supplier" }]);
  assert.ok(!shown.includes("Nguyên"));
  const answer = verifyBundle(shown, { key: public_key });
  assert.deepEqual(answer, engine.bundleVerify(shown, { key: public_key }));
  assert.equal(answer.holds, true);
  assert.deepEqual(answer.documents, [{ name: "box 17", document: '{"carbon_kg_co2e":"41.2"}' }]);
});

test("a changed bundle does not hold, and nothing of it is handed out", () => {
  const answer = verifyBundle(bundle.replace("41.2", "40.2"));
  assert.deepEqual([answer.holds, answer.documents, answer.findings[0].code], [false, [], "LEAF_BROKEN"]);
  assert.throws(() => verifyBundle("{"), (error) => error instanceof EmitraceError && error.code === "BAD_JSON");
});

test("versions follow each other", () => {
  const documents = [{ name: "box 17", document: '{"withdrawn":"the scale was wrong"}' }];
  const next = engine.bundleSeal({ documents, subject: ["box 17"], key, created, previous: bundle }).bundle;
  assert.equal(verifyBundle(next, { earlier: [bundle] }).holds, true);
  assert.equal(verifyBundle(bundle, { earlier: [next] }).findings[0].code, "CHAIN_BROKEN");
});

test("salts are new for each bundle", () => {
  const again = engine.bundleSeal({ documents: [{ name: "a", document: '{"b":"c"}' }], subject: ["a"], key, created });
  const other = engine.bundleSeal({ documents: [{ name: "a", document: '{"b":"c"}' }], subject: ["a"], key, created });
  assert.notEqual(again.bundle, other.bundle);
});

test("a sealed document", () => {
  const sealed = engine.sealSign('{"good":"72142000"}', key, created).document;
  assert.equal(verifyDocument(sealed).public_key, public_key);
  assert.throws(() => verifyDocument(sealed.replace("72142000", "72071114")), { code: "SEAL_BROKEN" });
});

test("credentials and trees by the engine", () => {
  const credential = {
    "@context": ["https://www.w3.org/ns/credentials/v2"], type: ["VerifiableCredential"], id: "urn:uuid:1", issuer: "did:web:example.com",
    name: "Conversion", validFrom: created, credentialSubject: { id: "urn:lot:17" },
  };
  const { token } = engine.credentialSign(JSON.stringify(credential), key);
  assert.deepEqual(JSON.parse(engine.credentialVerify(token).credential), credential);
  const tree = engine.merkleTree({ leaves: ["00".repeat(32), "11".repeat(32)], index: 1 });
  const proof = { index: 1, size: 2, leaf: "11".repeat(32), path: tree.inclusion, root: tree.root };
  assert.deepEqual(engine.merkleCheck({ inclusion: [proof] }).inclusion, [true]);
});
