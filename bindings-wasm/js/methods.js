// What each method sends to the engine's one door: the same list for an engine, the shared engine and the worker.
// A plan is `{ method, request, ledger?, pick? }`; `pick` takes the answer proper out of its envelope.

const encoder = new TextEncoder();

/** A ledger as something to read from: bytes, or a Blob where one can be read piece by piece. */
export function asLedger(ledger) {
  if (typeof ledger === "string") {
    if (!ledger.isWellFormed()) throw new TypeError("the ledger's text holds half of a character pair");
    return encoder.encode(ledger);
  }
  if (ledger instanceof Uint8Array) return ledger;
  if (ledger instanceof ArrayBuffer) return new Uint8Array(ledger);
  if (ArrayBuffer.isView(ledger)) return new Uint8Array(ledger.buffer, ledger.byteOffset, ledger.byteLength);
  if (typeof Blob === "function" && ledger instanceof Blob) return ledger;
  throw new TypeError("a ledger is a string, bytes, or in a worker a Blob");
}

/** 32 random bytes as hexadecimal digits, for the salts of a bundle. */
function seed() {
  const bytes = globalThis.crypto.getRandomValues(new Uint8Array(32));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** A file of a request: a text stays a text, bytes go as base64. */
function asFile({ name, content }) {
  if (typeof content === "string") return { name, text: content };
  const bytes = asLedger(content);
  if (!(bytes instanceof Uint8Array)) throw new TypeError("a file's content is a string or bytes: await blob.arrayBuffer()");
  let binary = "";
  for (let at = 0; at < bytes.length; at += 0x8000) binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return { name, base64: btoa(binary) };
}

/** A JSON document as text. */
const documentText = (document) => (typeof document === "string" ? document : JSON.stringify(document));

/** Files of time series and stock cards: like files, with what is declared of them beside. */
export const series = (files) =>
  (files ?? []).map(({ content, ...declared }) =>
    content === undefined ? declared : { ...declared, ...asFile({ name: declared.name ?? "", content }) },
  );

/** A request about lots: its cards may be bytes. */
const withCards = (request) => ({ ...request, cards: series(request.cards) });

/** What is asked about: a lot's name, or more of it. */
const asked = (ask) => (typeof ask === "string" ? { lot: ask } : ask);

/** The packs of a user: one text, or a list of them. */
const own = (packs) => ({ packs: packs ?? [] });

/** The plan for an answer as a document. */
const written = (method) => (answer, { format, lang } = {}) => ({
  method,
  request: { answer, format: format ?? "table", lang: lang ?? "" },
  pick: "text",
});

export const PLANS = {
  inventory: (ledger, options, packs) => ({ method: "inventory", ledger, request: { options, ...own(packs) } }),
  explain: (ledger, line, options, packs) => ({
    method: "explain",
    ledger,
    request: { line: typeof line === "number" ? `row:${line}` : line, options, ...own(packs) },
  }),
  inventoryRows: (ledger, options, packs, { format } = {}) => ({
    method: "inventory.rows",
    ledger,
    request: { options, ...own(packs), format: format ?? "" },
  }),
  readLedger: (ledger, options, rows) => ({ method: "ledger", ledger, request: { options: options ?? {}, rows: rows ?? 0 } }),
  claims: (ledger, options, packs) => ({ method: "scope2.claims", ledger, request: { options, ...own(packs) }, pick: "claims" }),
  matchHourly: ({ load, generation, factors, ...choices }) => ({
    method: "scope2.hourly",
    request: { ...choices, load: series(load), generation: series(generation), factors: series(factors) },
  }),
  merge: (answers) => ({ method: "merge", request: { answers } }),
  report: (answer, { format, lang, by } = {}) => ({
    method: "report",
    request: { answer, format: format ?? "html", lang: lang ?? "", by: by ?? [] },
    pick: "text",
  }),
  reportDocument: (answer, { format, lang, ledger, options, packs } = {}) => ({
    method: "report.document",
    request: {
      answer: documentText(answer),
      format: format ?? "html",
      lang: lang ?? "",
      ...(ledger === undefined ? {} : { ledger: { base64: asFile({ name: "", content: asLedger(ledger) }).base64 }, options: options ?? {} }),
      ...own(packs),
    },
  }),
  chartData: (chart, answers, { years, baseYear, by, lang } = {}) => ({
    method: "report.chart",
    request: {
      chart,
      answers: (Array.isArray(answers) ? answers : [answers]).map(documentText),
      years: (years ?? []).map(String),
      base_year: String(baseYear ?? ""),
      by: by ?? [],
      lang: lang ?? "",
    },
    pick: "text",
  }),
  reportVerify: (report, ledger, { options, packs, earlier, list } = {}) => {
    const file = (content) => {
      const bytes = typeof content === "string" || ArrayBuffer.isView(content) || content instanceof ArrayBuffer ? content : documentText(content);
      return { base64: asFile({ name: "", content: asLedger(bytes) }).base64 };
    };
    return {
      method: "report.verify",
      request: {
        report: file(report),
        ledger: file(ledger),
        options: options ?? {},
        ...(earlier === undefined ? {} : { earlier: { ledger: file(earlier) } }),
        ...(list === undefined ? {} : { list }),
        ...own(packs),
      },
    };
  },
  answerVerify: (report, method, request, { ledgers, packs, list } = {}) => ({
    method: "answer.verify",
    request: {
      report: documentText(report),
      method,
      request: documentText(request),
      ledgers: Object.entries(ledgers ?? {}).map(([place, content]) => ({
        place,
        file: { ledger: { base64: asFile({ name: "", content: asLedger(content) }).base64 } },
      })),
      ...(list === undefined ? {} : { list }),
      ...own(packs),
    },
  }),
  searchFactors: (query, limit, packs) => ({ method: "factors.search", request: { query: query ?? "", limit: limit ?? 0, ...own(packs) } }),
  showFactor: (id, packs) => ({ method: "factors.show", request: { id, ...own(packs) } }),
  packs: (packs) => ({ method: "factors.packs", request: own(packs), pick: "packs" }),
  importFactors: (format, files, options) => ({
    method: "factors.import",
    request: { format, files: (Array.isArray(files) ? files : [files]).map(asFile), options: options ?? {} },
  }),
  importFormats: () => ({ method: "factors.formats", request: {}, pick: "formats" }),
  checkPack: (text) => ({ method: "factors.check", request: { text } }),
  organisation: (given) => ({
    method: "organisation",
    request: typeof given === "string" ? { text: given } : { organisation: given },
  }),
  convert: (quantity, from, to) => ({ method: "units.convert", request: { quantity, from, to } }),
  cbamDeclare: (imports, request) => ({ method: "cbam.declare", ledger: imports, request }),
  cbamDeclareExplain: (imports, request) => ({ method: "cbam.declare.explain", ledger: imports, request }),
  cbamScenarios: (imports, request) => ({ method: "cbam.scenarios", ledger: imports, request }),
  cbamGoods: (codes, packs) => ({ method: "cbam.goods", request: { cn_codes: codes ?? [], ...own(packs) }, pick: "goods" }),
  cbamValues: (request) => ({ method: "cbam.values", request }),
  cbamCalendar: (year, packs) => ({ method: "cbam.calendar", request: { year: String(year), ...own(packs) }, pick: "days" }),
  cbamPrice: (auctions) => ({ method: "cbam.price", request: { auctions } }),
  cbamEmbedded: (request) => ({ method: "cbam.embedded", request }),
  cbamExplain: (request) => ({ method: "cbam.explain", request }),
  cbamFigures: (document, { key, created } = {}) => ({
    method: "cbam.figures",
    request: { document, key: key ?? "", created: created ?? "" },
  }),
  sealSign: (document, key, created) => ({ method: "seal.sign", request: { document, key, created } }),
  sealVerify: (document, key) => ({ method: "seal.verify", request: { document, key: key ?? "" } }),
  sealKey: (key) => ({ method: "seal.key", request: { key } }),
  bundleSeal: (request) => ({ method: "bundle.seal", request: { seed: seed(), ...request } }),
  bundleRedact: (bundle, hide) => ({ method: "bundle.redact", request: { bundle, hide } }),
  bundleVerify: (bundle, { key, earlier } = {}) => ({
    method: "bundle.verify",
    request: { bundle, key: key ?? "", earlier: earlier ?? [] },
  }),
  credentialSign: (credential, key, keyId) => ({ method: "credential.sign", request: { credential, key, key_id: keyId ?? "" } }),
  credentialVerify: (token, key) => ({ method: "credential.verify", request: { token, key: key ?? "" } }),
  merkleCheck: (request) => ({ method: "merkle.check", request }),
  merkleTree: (request) => ({ method: "merkle.tree", request }),
  cbamReport: (request) => ({ method: "cbam.report", request }),
  cbamReportDocument: (answer, { format, lang } = {}) => ({
    method: "cbam.report.document",
    request: { answer, format: format ?? "html", lang: lang ?? "" },
  }),
  readEvents: (document, settings) => ({ method: "trace.events", request: { document: documentText(document), ...settings } }),
  eventHash: (document, settings) => ({ method: "trace.hash", request: { document: documentText(document), ...settings } }),
  identify: (identifiers, settings) => ({
    method: "trace.identify",
    request: { identifiers: identifiers.map((given) => (typeof given === "string" ? { text: given } : given)), ...settings },
  }),
  supplyEmbedded: (request) => ({ method: "supply.embedded", request }),
  supplyExplain: (request) => ({ method: "supply.explain", request, pick: "process" }),
  cbamQuarterly: (request, imports) => ({ method: "cbam.quarterly", request, ...(imports === undefined ? {} : { ledger: imports }) }),
  cbamQuarterlyRead: (xml) => ({ method: "cbam.quarterly.read", request: { xml } }),
  eudrCheck: (request) => ({ method: "eudr.check", request }),
  lotCheck: (lot) => ({ method: "lot.check", request: { lot } }),
  footprintCheck: (document, asOf) => ({ method: "footprint.check", request: { document: documentText(document), as_of: asOf ?? "" } }),
  footprintMigrate: (document, { ids, created } = {}) => ({
    method: "footprint.migrate",
    request: { document: documentText(document), ids: ids ?? [], created: created ?? "" },
  }),
  footprintOpenlca: (answer) => ({ method: "footprint.openlca", request: { answer: documentText(answer) } }),
  footprintCompute: (request) => ({ method: "footprint.compute", request: { ...request, frame: documentText(request.frame) } }),
  disclosureCheck: (report, packs) => ({ method: "disclosure.check", request: { report, ...own(packs) } }),
  disclosureFill: (request) => ({ method: "disclosure.fill", request }),
  disclosureForm: (taxonomy, module, packs) => ({ method: "disclosure.form", request: { taxonomy, module, ...own(packs) }, pick: "form" }),
  disclosureRead: (report, packs) => ({
    method: "disclosure.read",
    request: { ...(typeof report === "string" ? { report } : { base64: asFile({ name: "", content: report }).base64 }), ...own(packs) },
  }),
  disclosureTaxonomies: (packs) => ({ method: "disclosure.taxonomies", request: own(packs), pick: "taxonomies" }),
  disclosureVerify: (request) => ({ method: "disclosure.verify", request }),
  disclosureWrite: (report, { format, lang, packs }) => ({
    method: "disclosure.write",
    request: { report, format, ...(lang === undefined ? {} : { lang }), ...own(packs) },
  }),
  frameworkReport: (report, request) => ({ method: "framework.report", request: { ...request, report } }),
  frameworkTable: (request) => ({ method: "framework.table", request }),
  footprintReadSheet: (file, settings) => ({
    method: "footprint.read_sheet",
    request: { table: series([{ name: "", ...settings, content: file }]).map(({ name, ...table }) => table)[0] },
  }),
  footprintSheet: (document, lang, format) => ({
    method: "footprint.sheet",
    request: { document: document ? documentText(document) : "", lang: lang ?? "", format: format ?? "" },
  }),
  footprintTransport: (document) => ({ method: "footprint.transport", request: { document: documentText(document) } }),
  footprintView: (document, form, stated) => ({
    method: "footprint.view",
    request: { document: documentText(document), form, stated: stated ? documentText(stated) : "" },
  }),
  supplierAssess: (request) => ({
    method: "supplier.assess",
    request: { ...request, answers: (request.answers ?? []).map(documentText) },
  }),
  supplierBase: (request) => ({ method: "supplier.base", request }),
  supplierRegion: (request) => ({ method: "supplier.region", request }),
  supplierSets: (packs) => ({ method: "supplier.sets", request: own(packs), pick: "sets" }),
  supplierSize: (request) => ({ method: "supplier.size", request }),
  supplierEcovadisMedal: (request) => ({ method: "supplier.ecovadis_medal", request }),
  supplierRbaVap: (request) => ({ method: "supplier.rba_vap", request }),
  supplierVda63: (ratings) => ({ method: "supplier.vda63", request: { ratings } }),
  supplierVda63Potential: (counts) => ({ method: "supplier.vda63_potential", request: counts, pick: "verdict" }),
  custodyCheck: (request) => ({ method: "custody.check", request }),
  originAssess: (request) => ({ method: "origin.assess", request }),
  traceFollow: (request) => ({ method: "trace.follow", request: withCards(request) }),
  traceBack: (ask, request) => ({ method: "trace.back", request: { ask: asked(ask), request: withCards(request) } }),
  traceForward: (ask, request) => ({ method: "trace.forward", request: { ask: asked(ask), request: withCards(request) } }),
  reportTrace: (answer, { format, view, lang } = {}) => ({
    method: "trace.report",
    request: {
      ...("result" in answer ? { answer } : { path: answer }),
      format: format ?? "table",
      view: view ?? "",
      lang: lang ?? "",
    },
    pick: "text",
  }),
  cbamTemplate: (workbook, { regime, packs } = {}) => ({
    method: "cbam.template",
    request: { base64: asFile({ name: "", content: asLedger(workbook) }).base64, regime: regime ?? "", ...own(packs) },
  }),
  obligations: (request) => ({ method: "obligations", request }),
  energyToe: (request) => ({ method: "energy.toe", request }),
  etsCompliance: (request) => ({ method: "ets.compliance", request }),
  steamFactor: (request) => ({ method: "steam_factor", request }),
  facilityReport: (request) => ({ method: "facility_report", request }),
  facilityDocument: (answer, { format, lang } = {}) => ({
    method: "facility_document",
    request: { answer, format: format ?? "html", lang: lang ?? "" },
    pick: "text",
  }),
  apportion: (total, weights) => ({ method: "apportion", request: { total, weights }, pick: "parts" }),
  allocate: (totalKg, weights) => ({ method: "allocate", request: { total_kg: totalKg, weights } }),
  methods: (filter) => ({ method: "methods", request: filter ?? {}, pick: "methods" }),
  gwp: (gas, kg, set) => ({ method: "gwp", request: { gas, kg, gwp: set } }),
  uncertainty: (ledger, options, choices, packs) => ({
    method: "uncertainty",
    ledger,
    request: { options, uncertainty: choices, ...own(packs) },
  }),
  quality: (ledger, options, packs) => ({ method: "quality", ledger, request: { options, ...own(packs) } }),
  energyAccount: (ledger, options, settings) => ({ method: "energy.account", ledger, request: { options, ...settings } }),
  combineUncertainty: (lines, choices) => ({ method: "uncertainty.combine", request: { lines, ...choices } }),
  uncertaintyTrend: (base, year, view) => ({ method: "uncertainty.trend", request: { base: base.sources, year: year.sources, view } }),
  diff: (before, after, options) => ({ method: "diff", request: { before, after, options: options ?? {} } }),
  baseYear: (request) => ({ method: "base_year", request }),
  intensity: (years, accounts, decimals) => ({ method: "intensity", request: { years, accounts, decimals } }),
  targets: (request) => ({ method: "targets", request }),
  reportDiff: written("diff.report"),
  reportBaseYear: written("base_year.report"),
  reportCbamDeclare: written("cbam.declare.report"),
  reportCbamDeclareExplain: written("cbam.declare.explain.report"),
  reportCbamEmbedded: written("cbam.embedded.report"),
  reportCbamExplain: written("cbam.explain.report"),
  reportCbamQuarterly: written("cbam.quarterly.report"),
  reportCbamScenarios: written("cbam.scenarios.report"),
  reportCbamTemplate: written("cbam.template.report"),
  reportHourly: written("scope2.hourly.report"),
  reportIntensity: written("intensity.report"),
  reportCustody: written("custody.report"),
  reportEudr: written("eudr.report"),
  reportLot: written("lot.page"),
  reportOrigin: written("origin.report"),
  reportSupplier: written("supplier.report"),
  reportTargets: written("targets.report"),
  reportUncertainty: written("uncertainty.report"),
  reportQuality: written("quality.report"),
  capabilities: () => ({ method: "capabilities", request: {} }),
};

/** The answer to a plan, from the engine's text. */
export const answerTo = ({ pick }, text) => (pick === undefined ? JSON.parse(text) : JSON.parse(text)[pick]);
