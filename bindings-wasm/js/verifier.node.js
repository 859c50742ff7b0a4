// The verifier for Node: ready when it is imported.
import { readFileSync } from "node:fs";
import { load } from "./verifier.js";

load(new WebAssembly.Module(readFileSync(new URL("./wasm/verifier_bg.wasm", import.meta.url))));

/** Nothing is left to be loaded. */
export const init = async () => {};
export default init;
export { EmitraceError, verifyBundle, verifyDocument } from "./verifier.js";
