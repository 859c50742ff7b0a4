// `createWorker()` for Node.
import { Worker } from "node:worker_threads";
import { connect, EmitraceError } from "./worker-client.js";

function spawn() {
  const worker = new Worker(new URL("./worker-thread.node.js", import.meta.url));
  worker.unref(); // an idle worker does not keep the program alive; a pending call does
  let waiting = 0;
  return {
    post(message, transfer) {
      worker.postMessage(message, transfer);
      waiting += 1;
      worker.ref();
    },
    listen(onMessage, onError) {
      worker.on("message", (data) => {
        if (data.progress === undefined) waiting -= 1;
        if (waiting <= 0) worker.unref();
        onMessage(data);
      });
      worker.on("error", (error) => onError(error.message));
      worker.on("exit", () => onError("it ended"));
      worker.on("messageerror", () => onError("a message could not be read"));
    },
    terminate: () => void worker.terminate(),
  };
}

export const createWorker = () => connect(spawn);
export { EmitraceError };
