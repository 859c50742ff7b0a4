// Runs in the browser's worker: loads the engine, then answers.
import * as engine from "./index.web.js";
import { answer } from "./worker-serve.js";

const ready = engine.init();

self.addEventListener("message", async ({ data }) => {
  try {
    await ready;
  } catch (error) {
    self.postMessage({ trap: `the engine could not be loaded: ${error.message}` });
    return;
  }
  self.postMessage(answer(engine, data));
});
