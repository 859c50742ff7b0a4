import type { InventoryAnswer, InventoryOptions, LedgerSource, Methods, RunSettings } from "./index.js";

export { EmitraceError } from "./index.js";
export type * from "./index.js";

/** As in the main entry. `transfer` moves the bytes to the worker instead of copying them: they are empty here afterwards. */
export interface WorkerRunSettings extends RunSettings {
  transfer?: boolean;
}

type Promised<T> = { [K in keyof T]: T[K] extends (...parts: infer P) => infer R ? (...parts: P) => Promise<R> : never };

/** An engine that computes beside the page, with the methods of the main entry as promises. */
export interface EngineWorker extends Promised<Omit<Methods, "inventory" | "inventoryJson" | "call" | "callWithLedger">> {
  inventory(
    ledger: LedgerSource, options: InventoryOptions, packs?: readonly string[], settings?: WorkerRunSettings,
  ): Promise<InventoryAnswer>;
  inventoryJson(
    ledger: LedgerSource, options: InventoryOptions, packs?: readonly string[], settings?: WorkerRunSettings,
  ): Promise<string>;
  /** One call; bytes are UTF-8, and their buffer moves to the worker if it is named in `transfer`. */
  call(method: string, request: string | ArrayBuffer | Uint8Array, options?: { transfer?: ArrayBuffer[] }): Promise<string>;
  /** As `call`, about a ledger that is not part of the request. */
  callWithLedger(method: string, request: string, ledger: LedgerSource, settings?: WorkerRunSettings): Promise<string>;
  /** Bytes of memory that the engine in the worker holds. */
  memoryBytes(): Promise<number>;
  /** Ends the worker and gives its memory back; pending calls are rejected with code `INTERNAL`. */
  terminate(): void;
}

/**
 * Starts a worker. If it stops, its pending calls are rejected with code `INTERNAL` and the next call starts a new
 * one. In a browser `url` may name the package folder or the wasm file, as in `init`.
 */
export function createWorker(options?: { url?: string | URL }): EngineWorker;
