/** What every entry throws. Branch on `code`, never on `message`. */
export class EmitraceError extends Error {
  private constructor();
  readonly name: "EmitraceError";
  /** Stable code, e.g. `UNKNOWN_UNIT`; the same in every language. */
  readonly code: string;
  /** JSON pointer into the request, or empty. */
  readonly path: string;
  /** What to do about it. */
  readonly help: string;
}

/** A catalogue of factor packs and the calls that can be made on it. */
export class Engine {
  /** An engine without packs. */
  constructor();
  /** Adds a factor pack from its description (TOML) and its table (CSV). */
  addPack(description: string, table: string): void;
  /** Adds a factor pack that is written in one text. */
  addPackText(text: string): void;
  /** Carries out one call: a JSON text in, canonical JSON text out. Amounts are strings. */
  call(method: string, requestJson: string): string;
  /** Gives the memory back at once; the engine cannot be used any more. */
  free(): void;
}

/** Loads the engine. In Node there is nothing to wait for; in a browser `url` may name the package folder or the wasm file. */
export function init(url?: string | URL): Promise<void>;

/** Carries out one call on the engine that holds the packs of the package. */
export function call(method: string, requestJson: string): string;

/** Bytes of memory that the engine holds. */
export function memoryBytes(): number;
