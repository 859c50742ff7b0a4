import type * as wire from "./types.js";

export type * from "./types.js";

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

/** A ledger: its text, or the bytes of its file. A `Blob` (a `File`) can be given in a browser's worker only. */
export type LedgerSource = string | Uint8Array | ArrayBuffer | Blob;

/** A file of a time series: its text or its bytes, and what is declared of it. */
export interface Series extends Partial<Omit<wire.SeriesFile, "text" | "base64">> {
  content: string | Uint8Array | ArrayBuffer;
}

/** How matched electricity is written. */
export interface HourlyReportSettings {
  /** A table for people if it is not given. */
  format?: "table" | "csv";
  /** English if it is not given. */
  lang?: "en" | "vi";
}

/** How answers about origin, custody and lots are written. */
export interface PageSettings {
  /** A table for people if it is not given. */
  format?: "table" | "html";
  /** English if it is not given. */
  lang?: "en" | "vi";
}

/** What `matchHourly` needs. */
export interface HourlyRun {
  /** `profile`, `gwp` and `period` are required; `instruments` holds the register. */
  options: wire.InventoryOptions;
  /** `matching` and `utc_offset` are required. */
  hourly: wire.HourlyOptions;
  /** Electricity used, by site. */
  load: readonly Series[];
  /** Electricity generated, by instrument. */
  generation?: readonly Series[];
  /** Factors that change with time. */
  factors?: readonly Series[];
  /** Packs of one's own. */
  packs?: readonly string[];
}

/** How far a run is. */
export interface Progress {
  /** Rows read. */
  rows: number;
  /** Bytes read. */
  bytes: number;
}

/** How to run, none of it changes a number. */
export interface RunSettings {
  /** Called every 65,536 rows and at the end. What it throws stops the run and is thrown to the caller. */
  onProgress?: (progress: Progress) => void;
}

/** How a document is written. */
export interface ReportSettings {
  format: "html" | "csv" | "table";
  /** English if it is not given. */
  lang?: "en" | "vi";
}

/** How an inventory is written: as a document, or one view of it as a picture. */
export type InventoryReportSettings =
  | ReportSettings
  | {
      /** Bars, location-based. */
      format: "svg";
      /** English if it is not given. */
      lang?: "en" | "vi";
      /** The dimensions of a view that was computed; `category` if they are not given. */
      by?: readonly string[];
    };

/** A chart of an answer. */
export type ChartName =
  | "scopes-by-year"
  | "scope-2"
  | "categories"
  | "flow"
  | "waterfall"
  | "intensity"
  | "targets"
  | "quality"
  | "readiness";

/** What a chart shows. */
export interface ChartSettings {
  /** Names of the years of inventories; else those of their periods. */
  years?: readonly (string | number)[];
  /** For `scopes-by-year`: the year at whose level a line is drawn. */
  baseYear?: string | number;
  /** For `categories` and `flow`: the dimensions of a view. */
  by?: readonly string[];
  /** English if it is not given. */
  lang?: "en" | "vi";
}

/** How any answer is written. */
export interface DocumentSettings {
  /** A page if it is not given. */
  format?: "table" | "html" | "markdown" | "typst" | "csv" | "xlsx";
  /** English if it is not given. */
  lang?: "en" | "vi";
  /** For `xlsx`: the ledger of the inventory. */
  ledger?: LedgerSource;
  /** The options of the inventory. */
  options?: wire.InventoryOptions;
  /** Packs of one's own. */
  packs?: readonly string[];
}

/** How an uncertainty is written. */
export interface UncertaintyReportSettings {
  /** A table for people if it is not given, or figures with their intervals as a picture. */
  format?: "table" | "svg";
  /** English if it is not given. */
  lang?: "en" | "vi";
}

/** A publisher's file: its name is cited, and some names hold the edition. */
export interface FactorFile {
  name: string;
  content: string | Uint8Array | ArrayBuffer;
}

/** How a comparison of years is written. */
export interface ProgressReportSettings {
  /** A table for people if it is not given, or a chart: the text of a Vega-Lite specification, or a picture. */
  format?: "table" | "vega-lite" | "svg";
  /** English if it is not given. */
  lang?: "en" | "vi";
}

/** A pack of the npm package. */
export interface ShippedPack {
  /** TOML. */
  description: string;
  /** CSV. */
  table: string;
}

/** What can be asked. Amounts are decimal texts in both directions; a pack of one's own is one text. */
export interface Methods {
  /** The inventory of a ledger. */
  inventory(ledger: LedgerSource, options: wire.InventoryOptions, packs?: readonly string[], settings?: RunSettings): wire.InventoryAnswer;
  /** The same as canonical JSON text: equal inventories are equal texts, in every language. */
  inventoryJson(ledger: LedgerSource, options: wire.InventoryOptions, packs?: readonly string[], settings?: RunSettings): string;
  /**
   * What each row of a ledger adds to the figures of its inventory, with factors and notes: a list, or a text for spreadsheets
   * (`format: "csv"`). Rows that do not count are in `findings`.
   */
  inventoryRows(
    ledger: LedgerSource,
    options: wire.InventoryOptions,
    packs?: readonly string[],
    settings?: { format?: "rows" | "csv" },
  ): wire.RowsAnswer;
  /** How one line came about; `line` is a record identifier, or as a number the row (header = 1). */
  explain(ledger: LedgerSource, line: string | number, options: wire.InventoryOptions, packs?: readonly string[]): wire.LineRecord;
  /** How a ledger is read, without any factor; the first `rows` good rows are shown. */
  readLedger(ledger: LedgerSource, options?: Partial<wire.InventoryOptions>, rows?: number): wire.LedgerAnswer;
  /** One inventory from those of the parts of a ledger; the same to the last digit. */
  merge(answers: readonly wire.InventoryAnswer[]): wire.InventoryAnswer;
  /** An inventory as a document. */
  report(answer: wire.InventoryAnswer, settings: InventoryReportSettings): string;
  /**
   * Any answer as a document: `table`, `html`, `markdown`, `typst`, `csv` or `xlsx`, as far as its kind has it. With its ledger and options
   * the workbook of an inventory lists every line, and its totals are formulas over them; `base64` holds a workbook's bytes.
   */
  reportDocument(answer: object | string, settings?: DocumentSettings): wire.DocumentAnswer;
  /**
   * A chart as JSON text: a Vega-Lite specification, or for `flow` the nodes and links of a Sankey diagram. `answers` are inventories
   * (one for each year), or one answer of the kind that the chart is of.
   */
  chartData(chart: ChartName, answers: object | string | readonly (object | string)[], settings?: ChartSettings): string;
  /**
   * A report of an inventory (an answer, its JSON, CSV, or the bytes of its workbook) computed again from its ledger: what differs, by
   * how much, and which lines can explain it. JSON holds its choices; CSV and workbooks need `options`.
   */
  reportVerify(
    report: wire.InventoryAnswer | string | Uint8Array | ArrayBuffer,
    ledger: string | Uint8Array | ArrayBuffer,
    settings?: {
      options?: wire.InventoryOptions;
      packs?: readonly string[];
      /** The ledger as it was kept when the report was made: the two are then compared line by line. */
      earlier?: string | Uint8Array | ArrayBuffer;
      /** How many differences and lines are listed; 1,000 if it is not given. */
      list?: number;
    },
  ): wire.ReportVerifyAnswer;
  /**
   * An answer of any method (a report by a framework, an energy account, a footprint, an assessment) computed again from its request:
   * what differs, by how much. Inventories of the request whose ledger is given are computed again first, with the lines that explain
   * a difference: `ledgers` by JSON pointers of the request, e.g. `{ "/inventory": bytes }`.
   */
  answerVerify(
    report: object | string,
    method: string,
    request: object | string,
    settings?: {
      ledgers?: Readonly<Record<string, string | Uint8Array | ArrayBuffer>>;
      packs?: readonly string[];
      /** How many differences and lines are listed; 1,000 if it is not given. */
      list?: number;
    },
  ): wire.AnswerVerifyAnswer;
  /** Factors by words; at most `limit` of them (50). */
  searchFactors(query: string, limit?: number, packs?: readonly string[]): wire.SearchAnswer;
  /** A factor by its identifier `pack/factor`. */
  showFactor(id: string, packs?: readonly string[]): wire.FactorAnswer;
  /** The loaded packs. */
  packs(packs?: readonly string[]): wire.PackLine[];
  /** A publisher's own files as a pack: `answer.pack` goes into the list `packs` of the other methods. */
  importFactors(format: string, files: FactorFile | readonly FactorFile[], options?: Partial<wire.ImportOptions>): wire.ImportAnswer;
  /** The layouts that can be imported. */
  importFormats(): wire.ImportFormat[];
  /** The faults of a pack of one's own. */
  checkPack(text: string): wire.CheckAnswer;
  /** How sure the inventory of a ledger is: IPCC approach 1, or 2 (Monte Carlo) beside it. */
  uncertainty(ledger: LedgerSource, options: wire.InventoryOptions, choices: wire.UncertaintyOptions, packs?: readonly string[]): wire.UncertaintyAnswer;
  /** How good the data behind the inventory of a ledger are. */
  quality(ledger: LedgerSource, options: wire.InventoryOptions, packs?: readonly string[]): wire.QualityAnswer;
  /** The energy of a ledger by carrier, renewable or not, in MWh and GJ. */
  energyAccount(ledger: LedgerSource, options: wire.InventoryOptions, settings?: { renewable_instruments?: readonly string[]; packs?: readonly string[] }): wire.EnergyAccountAnswer;
  /** What the rows of a ledger, or of a part of one, claim of instruments: for `options.instruments.claims`. */
  claims(ledger: LedgerSource, options: wire.InventoryOptions, packs?: readonly string[]): wire.Claim[];
  /** Series of load and generation matched by the hour, beside the annual matching of the same load. */
  matchHourly(run: HourlyRun): wire.HourlyAnswer;
  /** Matched electricity as `table` or `csv`. */
  reportHourly(answer: wire.HourlyAnswer, settings?: HourlyReportSettings): string;
  /** What an importer owes under CBAM for a year: threshold, certificates, cost, holdings; faults of rows are findings. */
  cbamDeclare(imports: LedgerSource, request: Partial<Omit<wire.CbamImportRequest, "imports">>): wire.CbamImportAnswer;
  /** Why: each line from its certificates down to default values or meters, what its parts cost, what own data save. */
  cbamDeclareExplain(imports: LedgerSource, request: Partial<Omit<wire.CbamImportRequest, "imports">>): wire.CbamDeclareExplainAnswer;
  /** The same beside other cases: other data, years, suppliers, prices. */
  cbamScenarios(imports: LedgerSource, request: Partial<Omit<wire.CbamImportRequest, "imports">>): wire.CbamScenariosAnswer;
  /** The other cases beside the ledger as a table or a page. */
  reportCbamScenarios(answer: wire.CbamScenariosAnswer, settings?: { format?: "table" | "html"; lang?: "en" | "vi" }): string;
  /** Goods of Annex I whose codes begin as asked for; all without codes. */
  cbamGoods(codes?: readonly string[], packs?: readonly string[]): wire.CbamGood[];
  /** Default value, mark-up and benchmarks of a good from a country, and what they come to for a tonne. */
  cbamValues(request: Partial<wire.CbamValuesRequest>): wire.CbamValuesAnswer;
  /** The days of a year of import. */
  cbamCalendar(year: number | string, packs?: readonly string[]): wire.CbamDay[];
  /** The price of certificates from auctions, weighted by volume. */
  cbamPrice(auctions: readonly wire.CbamAuction[]): wire.CbamPriceAnswer;
  /** What an importer owes as a table for people, or as CSV. */
  reportCbamDeclare(answer: wire.CbamImportAnswer, settings?: { format?: "table" | "csv" | "html"; lang?: "en" | "vi" }): string;
  /** The explanation as a table for people. */
  reportCbamDeclareExplain(answer: wire.CbamDeclareExplainAnswer, settings?: { format?: "table" | "html"; lang?: "en" | "vi" }): string;
  /** Emissions of an installation under CBAM, and what its goods carry; what is wrong with the document is a finding. */
  cbamEmbedded(request: wire.CbamEmbeddedRequest): wire.CbamEmbeddedAnswer;
  /** The same as a table for people. */
  reportCbamEmbedded(answer: wire.CbamEmbeddedAnswer, settings?: { format?: "table" | "html"; lang?: "en" | "vi" }): string;
  /** Why each good carries what it carries, what matters most, what the operator's report misses. */
  cbamExplain(request: wire.CbamEmbeddedRequest): wire.CbamExplainAnswer;
  /** The same as a table for people. */
  reportCbamExplain(answer: wire.CbamExplainAnswer, settings?: { format?: "table" | "html"; lang?: "en" | "vi" }): string;
  /** The figures that an importer needs of an installation, as one text; sealed if a secret key is given. */
  cbamFigures(document: wire.CbamEmbeddedRequest, seal?: { key?: string; created?: string }): wire.CbamFiguresAnswer;
  /** A JSON text with one signature (`eddsa-jcs-2022`). The key is not kept. */
  sealSign(document: string, key: string, created: string): wire.SealSignAnswer;
  /** Checks the seal of a JSON text, with a given public key or with the one that it names; throws if it does not hold. */
  sealVerify(document: string, key?: string): wire.SealVerifyAnswer;
  /** The public key of a secret one. */
  sealKey(key: string): wire.SealKeyAnswer;
  /** Seals documents into a bundle that can be shown in part. Salts come from the platform's randomness, unless `seed` is given. */
  bundleSeal(request: Omit<wire.BundleSealRequest, "seed"> & { seed?: string }): wire.BundleSealAnswer;
  /** Hides members of documents; the seal holds for the rest. */
  bundleRedact(bundle: string, hide: readonly wire.BundlePart[]): wire.BundleRedactAnswer;
  /** Checks a bundle, and those before it. It does not throw for one that does not hold: `holds` is false, and no document is handed out. */
  bundleVerify(bundle: string, settings?: { key?: string; earlier?: readonly string[] }): wire.BundleVerifyAnswer;
  /** A credential (JSON text) as a signed token, `vc+jwt`. The key is not kept. */
  credentialSign(credential: string, key: string, keyId?: string): wire.CredentialSignAnswer;
  /** Checks a token, with a given public key or the `did:key` that it names; throws if the signature does not fit. */
  credentialVerify(token: string, key?: string): wire.CredentialVerifyAnswer;
  /** Whether proofs of Merkle trees (RFC 6962) hold. */
  merkleCheck(request: wire.MerkleCheckRequest): wire.MerkleCheckAnswer;
  /** The root of hashes, and the proofs that are asked for. */
  merkleTree(request: wire.MerkleTreeRequest): wire.MerkleTreeAnswer;
  /** The operator's emissions report of an installation: every item of Annex IV, given, missing or nothing to say. */
  cbamReport(request: wire.CbamEmbeddedRequest): wire.CbamReportAnswer;
  /** The report as a page or table (`text`), or as a workbook (`base64`). */
  cbamReportDocument(answer: wire.CbamReportAnswer, settings?: { format?: "html" | "table" | "xlsx"; lang?: "en" | "vi" }): wire.DocumentAnswer;
  /** A quarterly report of the transitional period as XML (unofficial), from a ledger of imports or from the goods of the request. */
  cbamQuarterly(request: Partial<Omit<wire.CbamQuarterlyRequest, "imports">>, imports?: LedgerSource): wire.CbamQuarterlyAnswer;
  /** What the XML of a quarterly report says: the `report` of a request. */
  cbamQuarterlyRead(xml: string): wire.CbamQuarterlyReadAnswer;
  /** A quarterly report as a table or a page: what is in it, what is missing. */
  reportCbamQuarterly(answer: wire.CbamQuarterlyAnswer, settings?: { format?: "table" | "html"; lang?: "en" | "vi" }): string;
  /** A filled communication template (XLSX) as the document of an installation, with its own figures beside ours. */
  cbamTemplate(workbook: ArrayBuffer | ArrayBufferView, settings?: { regime?: "transitional" | "definitive"; packs?: readonly string[] }): wire.CbamTemplateAnswer;
  /** The same as a table for people. */
  reportCbamTemplate(answer: wire.CbamTemplateAnswer, settings?: { format?: "table"; lang?: "en" | "vi" }): string;
  /** The uncertainty of a sum of plain lines. */
  combineUncertainty(lines: readonly wire.CombineLine[], choices?: Partial<Omit<wire.CombineRequest, "lines">>): wire.CombineAnswer;
  /** How sure the change between two years is; `view` is `location` or `market`. */
  uncertaintyTrend(base: wire.UncertaintyAnswer, year: wire.UncertaintyAnswer, view: string): wire.TrendAnswer;
  /** An organisation, or the text of its file (CSV or JSON), checked, with the share of each site and span of days. */
  organisation(given: string | wire.Organisation): wire.OrganisationAnswer;
  /** A quantity in another unit, exactly. */
  convert(quantity: string, from: string, to: string): wire.ConvertAnswer;
  /** A whole number shared out by weights so that the parts add up to it. */
  apportion(total: string, weights: readonly string[]): string[];
  /** Kilograms shared out by weights, e.g. a transport leg by tonne-kilometres, to the last 10⁻¹² kg. */
  allocate(totalKg: string, weights: readonly string[]): wire.AllocateAnswer;
  /** The calculation methods that rows may name, with the columns that each reads. */
  methods(filter?: wire.MethodsRequest): wire.MethodEntry[];
  /** The duties of a facility, their days and the texts that ask for them. */
  obligations(request: wire.ObligationsRequest): wire.ObligationsAnswer;
  /** An energy bill in tonnes of oil equivalent: for thresholds, never for emissions. */
  energyToe(request: wire.ToeRequest): wire.ToeAnswer;
  /** Units of quota due, credits and borrowing usable. */
  etsCompliance(request: wire.EtsRequest): wire.EtsAnswer;
  /** The exact factor of bought steam as a factor pack. */
  steamFactor(request: wire.SteamRequest): wire.SteamAnswer;
  /** The inventory report of a facility for one year, or for two that follow each other. */
  facilityReport(request: wire.FacilityReportRequest): wire.FacilityReport;
  /** A facility report as a document; Vietnamese if no language is given. */
  facilityDocument(answer: wire.FacilityReport, settings: ReportSettings): string;
  /** The effect of a mass (in kilograms) of a gas or a blend; `set` is `AR4`, `AR5` or `AR6`. */
  gwp(gas: string, kg: string, set: string): wire.GwpAnswer;
  /** What changed between two inventories (or ledgers with options), by how much, because of what. */
  diff(before: wire.DiffSide, after: wire.DiffSide, options?: wire.DiffOptions): wire.DiffAnswer;
  /** Whether a base year is recalculated, and to what. */
  baseYear(request: wire.BaseYearRequest): wire.BaseYearAnswer;
  /** Emissions per unit of something, year by year. */
  intensity(years: readonly wire.ProgressYear[], accounts: readonly string[], decimals: number): wire.IntensityAnswer;
  /** Pathways to targets, and the years measured against them. */
  targets(request: wire.TargetsRequest): wire.TargetsAnswer;
  /** A comparison as a document. */
  reportDiff(answer: wire.DiffAnswer, settings?: ProgressReportSettings): string;
  /** A base year as a document. */
  reportBaseYear(answer: wire.BaseYearAnswer, settings?: ProgressReportSettings): string;
  /** Intensities as a document; they have no chart. */
  reportIntensity(answer: wire.IntensityAnswer, settings?: ProgressReportSettings): string;
  /** Targets as a document. */
  reportTargets(answer: wire.TargetsAnswer, settings?: ProgressReportSettings): string;
  /** An uncertainty as a document. */
  reportUncertainty(answer: wire.UncertaintyAnswer, settings?: UncertaintyReportSettings): string;
  /** The quality of data as a document. */
  reportQuality(answer: wire.QualityAnswer, settings?: { format?: "table"; lang?: "en" | "vi" }): string;
  /** Events of EPCIS or UNTP (a text of JSON or XML, or an object): which of them count, in which order, and what cannot have been. */
  readEvents(document: string | object, settings?: Omit<wire.EventsRequest, "document">): wire.EventsAnswer;
  /** The hashes of events by CBV 2.0: they tell statements apart and prove nothing. */
  eventHash(document: string | object, settings?: Omit<wire.EventHashRequest, "document">): wire.EventHashAnswer;
  /** Identifiers in whatever form, read into one: Digital Links, EPC URNs, element strings, digits, codes of one's own. */
  identify(identifiers: readonly (string | wire.IdentifierText)[], settings?: Omit<wire.IdentifyRequest, "identifiers">): wire.IdentifyAnswer;
  /** Embedded emissions of every process of a network, each with a certified bound. */
  supplyEmbedded(request: wire.SupplyRequest): wire.SupplyAnswer;
  /** What the figure of a process of a network is made of. */
  supplyExplain(request: wire.SupplyExplainRequest): wire.SupplyPart;
  /** Footprints of PACT 3.0 or 2.x (JSON text, or objects): everything that is wrong with them, and the document as it is written. */
  footprintCheck(document: string | object, asOf?: string): wire.FootprintAnswer;
  /** Footprints of 2.x as footprints of 3.0, exactly, with the list of what is lost. */
  footprintMigrate(document: string | object, settings?: Omit<wire.FootprintMigrateRequest, "document">): wire.FootprintAnswer;
  /** A footprint worked out from a ledger, processes and footprints of suppliers, as a document with the source of each part. */
  footprintCompute(request: Omit<wire.FootprintComputeRequest, "frame"> & { frame: string | object }): wire.FootprintComputeAnswer;
  /** A footprint that was worked out, as a package for openLCA 2: a zip archive in base64 with the masses of its gases, and what it does not say. */
  footprintOpenlca(answer: string | wire.FootprintComputeAnswer): wire.FootprintPackage;
  /** What is wrong with a sustainability report, and what it misses. */
  disclosureCheck(report: wire.Disclosure, packs?: readonly string[]): wire.DisclosureAnswer;
  /** A sustainability report filled from answers, inventories and energy accounts. */
  disclosureFill(request: wire.DisclosureFillRequest): wire.DisclosureAnswer;
  /** What a taxonomy asks, as JSON Schema with labels in English and Vietnamese. */
  disclosureForm(taxonomy: string, module: "basic" | "comprehensive", packs?: readonly string[]): object;
  /** One report by a framework (`iso-14064-1`, `ghg-protocol`, `vn-circular-96` or your own), and what it misses. */
  frameworkReport(report: string, request: Omit<wire.FrameworkRequest, "report">): wire.FrameworkReportAnswer;
  /** Every datapoint with its value, its source and its codes in the frameworks. */
  frameworkTable(request: wire.FrameworkRequest): wire.FrameworkAnswer;
  /** The facts of a report of anybody: a page (Inline XBRL), xBRL-JSON, or the bytes of a report package (`.xbri`); with their lines, and as xBRL-JSON. */
  disclosureRead(report: string | Uint8Array, packs?: readonly string[]): wire.DisclosureReadAnswer;
  /** The taxonomies that are loaded. */
  disclosureTaxonomies(packs?: readonly string[]): wire.DisclosureTaxonomy[];
  /** A report computed again from its ledgers and from what people stated: which facts do not follow. */
  disclosureVerify(request: wire.DisclosureVerifyRequest): wire.DisclosureVerifyAnswer;
  /** A report as a document: `text`, or `base64` for the package. */
  disclosureWrite(
    report: wire.Disclosure,
    settings: {
      format: "xbrl-json" | "ixbrl" | "xbri" | "table" | "html";
      lang?: "en" | "vi" | "both";
      packs?: readonly string[];
    },
  ): wire.DocumentAnswer;
  /** Footprints out of a table (CSV text, or bytes of CSV or XLSX), one row each. */
  footprintReadSheet(file: string | Uint8Array | ArrayBuffer, settings?: Omit<wire.TableInput, "text" | "base64">): wire.FootprintSheetAnswer;
  /** Footprints of 3.0 as CSV or XLSX (in base64), one row each, with what no column holds; without a document an empty table to fill in. */
  footprintSheet(document?: string | object | null, lang?: "en" | "vi", format?: "csv" | "xlsx"): wire.FootprintSheetFile;
  /** The footprint of a shipment (iLEAP), checked: elements, chain, activities, sums. */
  footprintTransport(document: string | object): wire.FootprintTransportAnswer;
  /** A footprint of 3.0 in the words of others: product passport of UNTP, payload of Catena-X, battery passport; `stated` is what the form asks beside it. */
  footprintView(document: string | object, form: "untp" | "catena-x-9" | "battery-passport", stated?: string | object): wire.FootprintViewAnswer;
  /** Which requirements a supplier meets on a day, how far it is, and what to do next. */
  supplierAssess(
    request: Omit<wire.SupplierRequest, "answers"> & {
      /** Answers that are evidence: inventories, energy accounts, sustainability reports, reports of frameworks, operator's reports. */
      answers?: readonly (object | string)[];
    },
  ): wire.SupplierAnswer;
  /** Who of many suppliers meets what, ranked with reasons, and where the gaps are. */
  supplierBase(request: wire.SupplierBaseRequest): wire.SupplierBaseAnswer;
  /** Where the suppliers of a region stand, in groups that are large enough, without naming one. */
  supplierRegion(request: wire.SupplierBaseRequest): wire.SupplierRegionAnswer;
  /** An assessment of a supplier as a document. */
  reportSupplier(answer: wire.SupplierAnswer, settings?: PageSettings): string;
  /** The sets of requirements of the loaded packs. */
  supplierSets(packs?: readonly string[]): wire.RequirementSet[];
  /** Whether an enterprise in Viet Nam is micro, small, medium or large. */
  supplierSize(request: wire.SupplierSizeRequest): wire.SupplierSizeAnswer;
  /** The medal that a scorecard of EcoVadis stands for; it follows from the percentile, never from a score. */
  supplierEcovadisMedal(request: wire.EcovadisRequest): wire.EcovadisAnswer;
  /** Score, colour and recognition of an audit by the Responsible Business Alliance (VAP) from its counts. */
  supplierRbaVap(request: wire.RbaVapRequest): wire.RbaVapAnswer;
  /** Degree of conformity and grade of a process audit by VDA 6.3. */
  supplierVda63(ratings: readonly wire.VdaRating[]): wire.VdaAnswer;
  /** `green`, `yellow` or `red`: the verdict of a potential analysis by VDA 6.3. */
  supplierVda63Potential(counts: wire.VdaPotentialRequest): string;
  /** A ledger of credits under the rules of a scheme: balances, claims and the checks C1 to C12. */
  custodyCheck(request: wire.CustodyRequest): wire.CustodyAnswer;
  /** A checked ledger of credits as a document. */
  reportCustody(answer: wire.CustodyAnswer, settings?: PageSettings): string;
  /** Plots, statement and lots under the deforestation regulation of the EU; plots are the text of a GeoJSON document. */
  eudrCheck(request: wire.EudrRequest): wire.EudrAnswer;
  /** A check under the deforestation regulation as a document. */
  reportEudr(answer: wire.EudrAnswer, settings?: PageSettings): string;
  /** Which of the ten data of Circular 02/2024/TT-BKHCN a lot has. */
  lotCheck(lot: wire.LotData): wire.LotAnswer;
  /** The public page of a lot, in both languages; `lang` says which stands first. */
  reportLot(answer: wire.LotAnswer, settings?: PageSettings): string;
  /** Whether the arithmetic of rules of origin is met on the data given; no legal decision. */
  originAssess(request: wire.OriginRequest): wire.OriginAnswer;
  /** The worksheet on origin as a document. */
  reportOrigin(answer: wire.OriginAnswer, settings?: PageSettings): string;
  /** Lots of stock cards: what they are made of, balances, open questions. */
  traceFollow(request: TraceInput): wire.TraceAnswer;
  /** What may be in a lot, and where its mass comes from. To ask more than once, make a `Trace`. */
  traceBack(ask: string | wire.TraceAsk, request: TraceInput): wire.TracePath;
  /** What a lot may be in, and how much of it is there. */
  traceForward(ask: string | wire.TraceAsk, request: TraceInput): wire.TracePath;
  /** An answer about lots as a document: `table`, `html` or `csv` of `traceFollow`, `table`, `tree`, `html`, `mermaid` or `dot` of a path. */
  reportTrace(answer: wire.TraceAnswer | wire.TracePath, settings?: TraceReportSettings): string;
  /** What this engine knows. */
  capabilities(): wire.Capabilities;
  /** The one door below all methods: a JSON text in, canonical JSON text out. */
  call(method: string, requestJson: string): string;
  /** As `call`, about a ledger that is not part of the request. */
  callWithLedger(method: string, requestJson: string, ledger: LedgerSource, onProgress?: (progress: Progress) => void): string;
}

/** A catalogue of factor packs and the calls that can be made on it. */
export class Engine {
  /** An engine without packs. */
  constructor();
  /** Adds packs of the npm package (`emitrace/packs.json`) in any order, all in one call. */
  addShipped(packs: readonly ShippedPack[]): void;
  /** Adds a pack of one's own from its description (TOML) and its table (CSV); it is asked before shipped ones. */
  addPack(description: string, table: string): void;
  /** Adds a pack of one's own that is written in one text. */
  addPackText(text: string): void;
  /** Gives the memory back at once; the engine cannot be used any more. */
  free(): void;
}
export interface Engine extends Methods {}

/** A network of processes that was read and ordered once, to be evaluated for one gas, month or scenario after the other. */
export class SupplyPlan {
  /** Reads the tables of a request of `supplyEmbedded`. */
  constructor(request: wire.SupplyRequest);
  /** Identifiers of the processes, in the order of their rows. */
  readonly ids: readonly string[];
  /** Bounds of their figures, in the same order; empty = no figure. */
  readonly bounds: readonly string[];
  /** Names of the columns of own emissions in the table of processes. */
  readonly own: readonly string[];
  readonly flows: number;
  readonly loops: number;
  readonly largest_loop: number;
  /** The largest bound of all figures. */
  readonly largest_bound: string;
  /** How the tables were read, with their findings. */
  readonly tables: wire.SupplyAnswer["tables"];
  /** Figures in the order of `ids` (empty = withheld) for own emissions in that order, or for a column of the table. */
  evaluate(own: readonly string[] | string): wire.SupplyFigures;
  /** Gives the memory back at once; the plan cannot be used any more. */
  free(): void;
}

/** A stock card: as in a request, or with the bytes of its file as `content`. */
export type TraceCardInput = wire.TraceCard | { name?: string; content: LedgerSource; sheet?: string; store?: string; item?: string; unit?: string };

/** A request of `trace.follow` whose cards may be bytes. */
export type TraceInput = Omit<wire.TraceRequest, "cards"> & { cards?: readonly TraceCardInput[] };

export interface TraceReportSettings {
  format?: "table" | "tree" | "html" | "csv" | "mermaid" | "dot";
  view?: "lots" | "gaps";
  lang?: "en" | "vi";
}

/** Stock cards and records that were followed once, to be asked for one lot after the other. */
export class Trace {
  constructor(request: TraceInput);
  /** All lots, balances and open questions. */
  answer(): wire.TraceAnswer;
  /** What may be in a lot, and where its mass comes from. */
  back(ask: string | wire.TraceAsk): wire.TracePath;
  /** What a lot may be in, and how much of it is there. */
  forward(ask: string | wire.TraceAsk): wire.TracePath;
  /** Names of the lots that may be in a lot. */
  ancestors(lot: string): string[];
  /** Names of the lots that a lot may be in. */
  descendants(lot: string): string[];
  /** Gives the memory back at once; the trace cannot be used any more. */
  free(): void;
}

/** Loads the engine. In Node there is nothing to wait for; in a browser `url` may name the package folder or the wasm file. */
export function init(url?: string | URL): Promise<void>;

/** Bytes of memory that the engine holds. */
export function memoryBytes(): number;

// The methods on the engine that holds the packs of the package.
export const inventory: Methods["inventory"];
export const inventoryJson: Methods["inventoryJson"];
export const inventoryRows: Methods["inventoryRows"];
export const explain: Methods["explain"];
export const readLedger: Methods["readLedger"];
export const merge: Methods["merge"];
export const report: Methods["report"];
export const searchFactors: Methods["searchFactors"];
export const showFactor: Methods["showFactor"];
export const packs: Methods["packs"];
export const checkPack: Methods["checkPack"];
export const importFactors: Methods["importFactors"];
export const importFormats: Methods["importFormats"];
export const organisation: Methods["organisation"];
export const uncertainty: Methods["uncertainty"];
export const quality: Methods["quality"];
export const energyAccount: Methods["energyAccount"];
export const claims: Methods["claims"];
export const matchHourly: Methods["matchHourly"];
export const identify: Methods["identify"];
export const readEvents: Methods["readEvents"];
export const eventHash: Methods["eventHash"];
export const supplyEmbedded: Methods["supplyEmbedded"];
export const supplyExplain: Methods["supplyExplain"];
export const eudrCheck: Methods["eudrCheck"];
export const reportEudr: Methods["reportEudr"];
export const lotCheck: Methods["lotCheck"];
export const reportLot: Methods["reportLot"];
export const footprintCheck: Methods["footprintCheck"];
export const footprintMigrate: Methods["footprintMigrate"];
export const footprintCompute: Methods["footprintCompute"];
export const footprintOpenlca: Methods["footprintOpenlca"];
export const disclosureCheck: Methods["disclosureCheck"];
export const disclosureFill: Methods["disclosureFill"];
export const disclosureForm: Methods["disclosureForm"];
export const disclosureRead: Methods["disclosureRead"];
export const disclosureTaxonomies: Methods["disclosureTaxonomies"];
export const disclosureVerify: Methods["disclosureVerify"];
export const disclosureWrite: Methods["disclosureWrite"];
export const frameworkReport: Methods["frameworkReport"];
export const frameworkTable: Methods["frameworkTable"];
export const footprintReadSheet: Methods["footprintReadSheet"];
export const footprintSheet: Methods["footprintSheet"];
export const footprintTransport: Methods["footprintTransport"];
export const footprintView: Methods["footprintView"];
export const supplierAssess: Methods["supplierAssess"];
export const supplierBase: Methods["supplierBase"];
export const supplierRegion: Methods["supplierRegion"];
export const supplierSets: Methods["supplierSets"];
export const supplierSize: Methods["supplierSize"];
export const supplierEcovadisMedal: Methods["supplierEcovadisMedal"];
export const supplierRbaVap: Methods["supplierRbaVap"];
export const supplierVda63: Methods["supplierVda63"];
export const supplierVda63Potential: Methods["supplierVda63Potential"];
export const reportSupplier: Methods["reportSupplier"];
export const custodyCheck: Methods["custodyCheck"];
export const reportCustody: Methods["reportCustody"];
export const originAssess: Methods["originAssess"];
export const reportOrigin: Methods["reportOrigin"];
export const traceFollow: Methods["traceFollow"];
export const traceBack: Methods["traceBack"];
export const traceForward: Methods["traceForward"];
export const reportTrace: Methods["reportTrace"];
export const reportHourly: Methods["reportHourly"];
export const cbamDeclare: Methods["cbamDeclare"];
export const cbamDeclareExplain: Methods["cbamDeclareExplain"];
export const cbamScenarios: Methods["cbamScenarios"];
export const cbamGoods: Methods["cbamGoods"];
export const cbamValues: Methods["cbamValues"];
export const cbamCalendar: Methods["cbamCalendar"];
export const cbamPrice: Methods["cbamPrice"];
export const reportCbamDeclareExplain: Methods["reportCbamDeclareExplain"];
export const reportCbamDeclare: Methods["reportCbamDeclare"];
export const cbamEmbedded: Methods["cbamEmbedded"];
export const reportCbamEmbedded: Methods["reportCbamEmbedded"];
export const cbamExplain: Methods["cbamExplain"];
export const cbamFigures: Methods["cbamFigures"];
export const sealKey: Methods["sealKey"];
export const sealSign: Methods["sealSign"];
export const sealVerify: Methods["sealVerify"];
export const bundleSeal: Methods["bundleSeal"];
export const bundleRedact: Methods["bundleRedact"];
export const bundleVerify: Methods["bundleVerify"];
export const credentialSign: Methods["credentialSign"];
export const credentialVerify: Methods["credentialVerify"];
export const merkleCheck: Methods["merkleCheck"];
export const merkleTree: Methods["merkleTree"];
export const cbamReport: Methods["cbamReport"];
export const cbamReportDocument: Methods["cbamReportDocument"];
export const reportCbamExplain: Methods["reportCbamExplain"];
export const cbamQuarterly: Methods["cbamQuarterly"];
export const cbamQuarterlyRead: Methods["cbamQuarterlyRead"];
export const reportCbamQuarterly: Methods["reportCbamQuarterly"];
export const reportCbamScenarios: Methods["reportCbamScenarios"];
export const cbamTemplate: Methods["cbamTemplate"];
export const reportCbamTemplate: Methods["reportCbamTemplate"];
export const combineUncertainty: Methods["combineUncertainty"];
export const uncertaintyTrend: Methods["uncertaintyTrend"];
export const convert: Methods["convert"];
export const apportion: Methods["apportion"];
export const allocate: Methods["allocate"];
export const methods: Methods["methods"];
export const obligations: Methods["obligations"];
export const energyToe: Methods["energyToe"];
export const etsCompliance: Methods["etsCompliance"];
export const steamFactor: Methods["steamFactor"];
export const facilityReport: Methods["facilityReport"];
export const facilityDocument: Methods["facilityDocument"];
export const gwp: Methods["gwp"];
export const capabilities: Methods["capabilities"];
export const call: Methods["call"];
export const callWithLedger: Methods["callWithLedger"];
export const diff: Methods["diff"];
export const baseYear: Methods["baseYear"];
export const intensity: Methods["intensity"];
export const targets: Methods["targets"];
export const chartData: Methods["chartData"];
export const answerVerify: Methods["answerVerify"];
export const reportVerify: Methods["reportVerify"];
export const reportDocument: Methods["reportDocument"];
export const reportDiff: Methods["reportDiff"];
export const reportBaseYear: Methods["reportBaseYear"];
export const reportIntensity: Methods["reportIntensity"];
export const reportTargets: Methods["reportTargets"];
export const reportUncertainty: Methods["reportUncertainty"];
export const reportQuality: Methods["reportQuality"];
