// Lines that must compile, and lines that must not. Checked by tsc, never run.
import {
  apportion, call, convert, Engine, EmitraceError, explain, init, inventory, memoryBytes, merge, readLedger, report,
  type Figures, type Finding, type InventoryAnswer, type InventoryOptions, type View,
} from "emitrace";
import { init as smallInit, inventory as smallInventory } from "emitrace/inventory";
import start, { init as webInit } from "emitrace/web";
import { createWorker, type EngineWorker } from "emitrace/worker";

const answer: string = call("capabilities", "{}");
const engine = new Engine();
engine.addPack("", "");
engine.addPackText("");
const again: string = engine.call("capabilities", "{}");
const bytes: number = memoryBytes();
await init();
await smallInit();
const small: InventoryAnswer = smallInventory("", { profile: "ghg-protocol", gwp: "AR5" });
await webInit(new URL("https://example.org/emitrace/"));
await start("/emitrace/");
const worker: EngineWorker = createWorker();
const later: string = await worker.call("capabilities", new Uint8Array(2), { transfer: [new ArrayBuffer(2)] });
worker.terminate();

const options: InventoryOptions = { profile: "ghg-protocol", gwp: "AR5", region: "VN", by: ["site", "supplier,scope"] };
const whole: InventoryAnswer = inventory(new Uint8Array(2), options, [], { onProgress: ({ rows }) => void rows.toFixed() });
const total: string = whole.inventory.total.total_location_kg_co2e;
const figures: Figures | undefined = whole.inventory.views[0]?.cells[0]?.figures;
const views: View[] = whole.inventory.views;
const findings: Finding[] = whole.findings;
const effect: string | null = explain("", 2, options).legs.length > 0 ? whole.inventory.total.gases[0]!.kg_co2e : null;
const page: string = report(merge([whole, whole]), { format: "html", lang: "vi" });
const picture: string = report(whole, { format: "svg", by: ["site"] });
const parts: string[] = apportion("100", ["1", "1/3"]);
readLedger("", { locale: "vi-VN" }, 3).records.map(({ quantity }) => quantity.length);
const promised: InventoryAnswer = await worker.inventory(new Blob([]), options, [], { transfer: true });
void [small, total, figures, views, findings, effect, page, picture, parts, promised];

try {
  call("capabilities", "{}");
} catch (error) {
  if (error instanceof EmitraceError) {
    const code: string = error.code;
    void code;
  }
}
void [answer, again, bytes, later];

// @ts-expect-error a request is text
call("capabilities", {});
// @ts-expect-error both parts of a pack are needed
engine.addPack("");
// @ts-expect-error an answer is text
const wrong: number = call("capabilities", "{}");
// @ts-expect-error there is no such name
import { nothing } from "emitrace";
void [wrong, nothing];

// @ts-expect-error the GWP set has no default
inventory("", { profile: "ghg-protocol" });
// @ts-expect-error a misspelt choice
inventory("", { profile: "ghg-protocol", gwp: "AR5", regoin: "VN" });
// @ts-expect-error an amount is text
convert(12.5, "t", "kg");
// @ts-expect-error an amount is no number
const sum: number = 1 + whole.inventory.total.scope_1_kg_co2e;
// @ts-expect-error a gas may have no GWP in the set
const surely: string = whole.inventory.total.gases[0]!.kg_co2e;
// @ts-expect-error there is no such format
report(whole, { format: "pdf" });
// @ts-expect-error there is no such language
report(whole, { format: "html", lang: "fr" });
// @ts-expect-error the worker gives promises
const early: InventoryAnswer = worker.inventory("", options);
// @ts-expect-error bytes cannot be moved where there is no worker
inventory(new Uint8Array(2), options, [], { transfer: true });
void [sum, surely, early];
