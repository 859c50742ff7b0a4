// `createWorker()` for browsers: the engine computes beside the page and never blocks it.
import { connect, EmitraceError } from "./worker-client.js";

function spawn(url) {
  const worker = new Worker(new URL("./worker-thread.js", import.meta.url), { type: "module" });
  worker.postMessage({ kind: "init", url: url === undefined ? undefined : new URL(url, location.href).href });
  return {
    post: (message, transfer) => worker.postMessage(message, transfer),
    listen(onMessage, onError) {
      worker.addEventListener("message", ({ data }) => onMessage(data));
      worker.addEventListener("error", (event) => onError(event.message ?? "it could not be started"));
      worker.addEventListener("messageerror", () => onError("a message could not be read"));
    },
    terminate: () => worker.terminate(),
  };
}

export const createWorker = ({ url } = {}) => connect(() => spawn(url));
export { EmitraceError };
