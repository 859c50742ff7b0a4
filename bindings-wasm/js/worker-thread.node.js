// Runs in Node's worker thread: loads the engine, then answers.
import { parentPort } from "node:worker_threads";
import * as engine from "./index.node.js";
import { answer } from "./worker-serve.js";

parentPort.on("message", (message) => answer(engine, message, (reply) => parentPort.postMessage(reply)));
