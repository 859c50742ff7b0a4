// Lines that must compile, and lines that must not. Checked by tsc, never run.
import { call, Engine, EmitraceError, init, memoryBytes } from "emitrace";
import start, { init as webInit } from "emitrace/web";
import { createWorker, type EngineWorker } from "emitrace/worker";

const answer: string = call("capabilities", "{}");
const engine = new Engine();
engine.addPack("", "");
engine.addPackText("");
const again: string = engine.call("capabilities", "{}");
const bytes: number = memoryBytes();
await init();
await webInit(new URL("https://example.org/emitrace/"));
await start("/emitrace/");
const worker: EngineWorker = createWorker();
const later: string = await worker.call("capabilities", new Uint8Array(2), { transfer: [new ArrayBuffer(2)] });
worker.close();

try {
  call("capabilities", "{}");
} catch (error) {
  if (error instanceof EmitraceError) {
    const code: string = error.code;
    void code;
  }
}
void [answer, again, bytes, later];

// @ts-expect-error a request is text
call("capabilities", {});
// @ts-expect-error both parts of a pack are needed
engine.addPack("");
// @ts-expect-error an answer is text
const wrong: number = call("capabilities", "{}");
// @ts-expect-error there is no such name
import { nothing } from "emitrace";
void [wrong, nothing];
