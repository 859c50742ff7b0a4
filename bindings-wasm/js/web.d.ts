export { call, Engine, EmitraceError, init, memoryBytes } from "./index.js";
export { init as default } from "./index.js";
