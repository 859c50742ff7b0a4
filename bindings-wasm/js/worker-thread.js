// Runs in the browser's worker: loads the engine from where the page says, then answers.
import * as engine from "./index.web.js";
import { answer } from "./worker-serve.js";

let ready = null;

self.addEventListener("message", async ({ data }) => {
  if (data.kind === "init") {
    ready = engine.init(data.url);
    ready.catch(() => {}); // told when a call comes
    return;
  }
  try {
    await ready;
  } catch (error) {
    self.postMessage({ trap: `the engine could not be loaded: ${error.message}` });
    return;
  }
  await answer(engine, data, (message) => self.postMessage(message));
});
