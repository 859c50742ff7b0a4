// The worker entry in Node, and the client's behaviour when a worker stops.
import assert from "node:assert/strict";
import { test } from "node:test";
import { createWorker, EmitraceError } from "emitrace/worker";

const { connect } = await import(new URL("./worker-client.js", import.meta.resolve("emitrace/worker")));

test("the worker answers, in text and in moved bytes", async () => {
  const worker = createWorker();
  const [one, two] = await Promise.all([worker.call("capabilities", "{}"), worker.call("capabilities", "{ }")]);
  assert.equal(one, two);
  const bytes = new TextEncoder().encode("{}");
  assert.equal(await worker.call("capabilities", bytes, { transfer: [bytes.buffer] }), one);
  assert.equal(bytes.byteLength, 0);
  assert.ok((await worker.memoryBytes()) > 0);
  await assert.rejects(worker.call("no-such-method", "{}"), (error) => {
    assert.ok(error instanceof EmitraceError);
    assert.equal(error.code, "UNKNOWN_METHOD");
    return true;
  });
  const pending = worker.call("capabilities", "{}");
  worker.terminate();
  await assert.rejects(pending, { code: "INTERNAL" });
  await assert.rejects(worker.call("capabilities", "{}"), { code: "INTERNAL" });
});

/** Workers that answer when told to. */
function puppets() {
  const made = [];
  const spawn = () => {
    const puppet = { sent: [], ended: false };
    made.push(puppet);
    return {
      post: (message) => puppet.sent.push(message),
      listen: (onMessage, onError) => Object.assign(puppet, { onMessage, onError }),
      terminate: () => (puppet.ended = true),
    };
  };
  return { made, spawn };
}

for (const [name, stop] of [
  ["a trap", (puppet) => puppet.onMessage({ id: puppet.sent[0].id, trap: "unreachable" })],
  ["an error of the worker", (puppet) => puppet.onError("gone")],
]) {
  test(`${name} ends the worker, rejects what waits and starts a new one`, async () => {
    const { made, spawn } = puppets();
    const client = connect(spawn);
    const first = client.call("a", "{}");
    const second = client.call("b", "{}");
    stop(made[0]);
    await assert.rejects(first, { code: "INTERNAL" });
    await assert.rejects(second, { code: "INTERNAL" });
    assert.ok(made[0].ended);
    const third = client.call("c", "{}");
    assert.equal(made.length, 2);
    made[0].onMessage({ id: made[1].sent[0].id, ok: "late" }); // a late word of the old worker counts for nothing
    made[1].onMessage({ id: made[1].sent[0].id, ok: "answer" });
    assert.equal(await third, "answer");
  });
}
