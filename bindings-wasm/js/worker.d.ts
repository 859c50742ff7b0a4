export { EmitraceError } from "./index.js";

/** An engine that computes beside the page. */
export interface EngineWorker {
  /** One call; bytes are UTF-8, and their buffer moves to the worker if it is named in `transfer`. */
  call(method: string, request: string | ArrayBuffer | Uint8Array, options?: { transfer?: ArrayBuffer[] }): Promise<string>;
  /** Bytes of memory that the engine in the worker holds. */
  memoryBytes(): Promise<number>;
  /** Ends the worker; pending calls are rejected with code `INTERNAL`. */
  close(): void;
}

/**
 * Starts a worker. If it stops, its pending calls are rejected with code `INTERNAL` and the next call starts a new
 * one. In a browser `url` may name the package folder or the wasm file, as in `init`.
 */
export function createWorker(options?: { url?: string | URL }): EngineWorker;
