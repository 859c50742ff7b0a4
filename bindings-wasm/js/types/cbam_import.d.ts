// Written by `cargo xtask types` from core/src/wire/v1: do not edit.
//
// Amounts are decimal texts, because a JavaScript number cannot hold them exactly. Numbers are counts and positions.

import type { Finding, FindingCount, PackUse } from "./answer.js";

/** Answer of the method `cbam.declare`. */
export interface CbamImportAnswer {
  /** `emitrace/cbam-import/1`. */
  schema: string;
  /** Version of the engine. */
  engine: string;
  /** SHA-256 of the canonical JSON of `declaration`, in hexadecimal. */
  digest: string;
  /** The result itself. */
  declaration: CbamDeclaration;
  /** How many rows there are, and what became of them. */
  coverage: CbamCoverage;
  /** The findings, in the order of the rows, up to the limit; `coverage` counts all of them. */
  findings: Finding[];
}

/** What became of the rows. */
export interface CbamCoverage {
  /** Data rows in the ledger. */
  rows: number;
  /** Rows in the result. */
  counted: number;
  /** Rows whose origin has no obligation. */
  exempt_origin: number;
  /** Rows left out, each with an error finding. */
  excluded: number;
  /** How often each code was found. */
  findings: FindingCount[];
}

/** A year's imports of one importer. */
export interface CbamDeclaration {
  /** The calendar year of import. */
  year: string;
  /** What decides where rows do not say it: `default`, `actual`, `actual-else-default`. */
  data: string;
  /** The edition of default values that was asked for; empty = the youngest. */
  defaults_edition: string;
  /** The single mass threshold. */
  threshold: CbamThreshold;
  /** The whole. */
  total: CbamSums;
  /** By sector. */
  sectors: CbamSector[];
  /** One line for each good, origin, installation and way of determination. */
  goods: CbamLine[];
  /** What has to be held at the end of each quarter; empty for 2026. */
  holdings: CbamHolding[];
  /** What a reader must know beside the findings. */
  notes: string[];
  /** Every figure that was used. */
  figures: CbamFigure[];
  /** The roundings. */
  rounding: string;
  /** The lowest confidence among what was used. */
  confidence: string;
  /** The packs that rows came from. */
  packs: PackUse[];
  /** Installations that were computed from documents. */
  plants?: CbamPlantUse[];
}

/** An installation that was computed from its operator's document. */
export interface CbamPlantUse {
  /** Its name, as the imports write it. */
  installation: string;
  /** Its name in the document. */
  name: string;
  /** The calendar year of the document. */
  period: string;
  /** Whether nothing is left out. */
  complete: boolean;
  /** Codes of the goods with figures. */
  goods: string[];
  /** Digest of the answer of `cbam.embedded` for the document. */
  digest: string;
  /** The packs that it was computed with. */
  packs: PackUse[];
}

/** The single mass threshold. */
export interface CbamThreshold {
  /** Net mass of the sectors that count, t. */
  mass_t: string;
  /** The threshold, t; exactly so much is exempt. */
  limit_t: string;
  /** Whether the goods of these sectors are exempt for the whole year. */
  exempt: boolean;
  /** Net mass above the threshold as a share of it; 0 if there is none. */
  overshoot: string;
  /** Net mass by sector that counts, t. */
  sectors: CbamSectorMass[];
  /** Sectors with imports that are never exempt. */
  never_exempt: string[];
  /** The row of the threshold. */
  figure: string;
  /** `M-107`. */
  method: string;
}

/** Net mass of a sector. */
export interface CbamSectorMass {
  /** The sector. */
  sector: string;
  /** Net mass, t. */
  mass_t: string;
}

/** Sums of lines. */
export interface CbamSums {
  /** Rows. */
  rows: number;
  /** Embedded emissions, mark-up included, t CO2e. */
  embedded_t_co2e: string;
  /** Adjustment for free allocation, t CO2e. */
  free_allocation_t_co2e: string;
  /** What the carbon price paid abroad takes off, t CO2e. */
  carbon_price_t_co2e: string;
  /** Certificates due, exactly; one stands for a tonne of CO2 equivalent. */
  certificates: string;
  /** Certificates that the mark-up alone brings. */
  certificates_of_mark_up: string;
  /** The cost of the certificates whose price is known, EUR, exactly. */
  cost_eur: string;
  /** Certificates whose price is not known. */
  certificates_without_price: string;
}

/** Sums of a sector. */
export interface CbamSector {
  /** The sector. */
  sector: string;
  /** Its sums. */
  total: CbamSums;
}

/** The imports of one good, origin, installation and way of determination. */
export interface CbamLine {
  /** Code of the good. */
  cn_code: string;
  /** What the code is called. */
  description: string;
  /** Its sector. */
  sector: string;
  /** Its aggregated goods category. */
  category: string;
  /** Country of origin. */
  origin: string;
  /** The installation; empty if the rows name none. */
  installation: string;
  /** `actual` or `default`. */
  data: string;
  /** Year of production. */
  production_year: string;
  /** Rows. */
  rows: number;
  /** The first of them. */
  first_row: number;
  /** Net mass in tonnes, or electricity in MWh. */
  quantity: string;
  /** `t` or `MWh`. */
  unit: string;
  /** Whether the threshold exempts it: nothing is due then. */
  exempt: boolean;
  /** Specific embedded emissions that count, mark-up included, t CO2e for one `unit`. */
  see_t_co2e: string;
  /** How they come about. */
  see: CbamSee;
  /** Specific embedded free allocation, t CO2e for one `unit`. */
  sefa_t_co2e: string;
  /** How it comes about: the good first, then its precursors. */
  sefa: CbamSefa[];
  /** Carbon price paid, EUR for one `unit`; empty if none is stated. */
  carbon_price_eur: string;
  /** The sums. */
  total: CbamSums;
  /** The sums by quarter or week of import. */
  slots: CbamSlot[];
  /** The lowest confidence among what was used. */
  confidence: string;
  /** `M-106`. */
  method: string;
}

/** How specific embedded emissions come about. */
export interface CbamSee {
  /** Before a mark-up, t CO2e for one unit of the line. */
  before_mark_up_t_co2e: string;
  /** The mark-up, as a fraction; 0 for actual data. */
  mark_up: string;
  /** The row of the mark-up; empty for actual data. */
  mark_up_figure: string;
  /** The row of the default value; empty for actual data. */
  default_value: string;
  /** Where it stands in the act. */
  cell: string;
  /** Its edition. */
  edition: string;
  /** Why it is not of the country's own table: `no-table`, `no-row`, `blank`; else empty. */
  fallback: string;
  /** Whether the row is of the youngest edition; else it was never compared with the correction. */
  compared: boolean;
  /** For actual data: direct emissions, t CO2e for one of `per`. */
  direct_t_co2e: string;
  /** For actual data: indirect emissions, t CO2e for one of `per`. */
  indirect_t_co2e: string;
  /** For actual data: what they were stated for one of. */
  per: string;
  /** For actual data: how much of `per` is in one unit of the line. */
  content: string;
  /** For actual data: whether a verifier verified them. */
  verified: boolean;
  /** `M-104`. */
  method: string;
}

/** One summand of the specific embedded free allocation. */
export interface CbamSefa {
  /** How deep in the chain of precursors: 0 = the good itself. */
  depth: number;
  /** Code of the good or precursor. */
  cn_code: string;
  /** The installation with actual data; empty for default values. */
  installation: string;
  /** Tonnes of it for a tonne of the good of the line. */
  t_per_t: string;
  /** `A` (the process) or `B` (default values). */
  column: string;
  /** The row of the benchmark; empty where there is none. */
  benchmark: string;
  /** Its value, t CO2e for a tonne. */
  benchmark_t_co2e: string;
  /** Share of free allocation that remains. */
  cbam_factor: string;
  /** Cross-sectoral correction factor. */
  correction_factor: string;
  /** The summand, t CO2e for a tonne of the good of the line. */
  sefa_t_co2e: string;
  /** Equation of Implementing Regulation (EU) 2025/2620: `2`, `4` (stated by the precursor's installation), `5`, `6`; empty where nothing is allocated. */
  equation: string;
  /** Remark. */
  note: string;
}

/** The imports of a line in one quarter, or from 2027 on in one week. */
export interface CbamSlot {
  /** First day of the quarter or week that is in it. */
  from: string;
  /** Net mass, t, or electricity, MWh. */
  quantity: string;
  /** Certificates due. */
  certificates: string;
  /** Price, EUR for a certificate; empty if it is not known. */
  price_eur: string;
  /** Where the price is from. */
  price_source: string;
  /** Cost, EUR; empty if the price is not known. */
  cost_eur: string;
}

/** What has to be held at the end of a quarter. */
export interface CbamHolding {
  /** Last day of the quarter. */
  on: string;
  /** Embedded emissions since 1 January with default values without mark-up, t CO2e. */
  embedded_t_co2e: string;
  /** Adjustment for free allocation, t CO2e. */
  free_allocation_t_co2e: string;
  /** The share that has to be held. */
  share: string;
  /** Certificates to hold, at least. */
  certificates: string;
  /** Goods without a default value, which are not in it. */
  without_default: string[];
  /** The row of the share. */
  figure: string;
  /** `M-110`. */
  method: string;
}

/** A figure that was used. */
export interface CbamFigure {
  /** The row, or `request` with what the request gives. */
  id: string;
  /** The figure or word. */
  value: string;
  /** Its unit. */
  unit: string;
  /** The act, or the source that the request names. */
  document: string;
  /** Where in it. */
  clause: string;
  /** `A`, `A-`, `B`, `C`. */
  confidence: string;
  /** Remark. */
  note: string;
}

/** Answer of the method `cbam.scenarios`. */
export interface CbamScenariosAnswer {
  /** The ledger as it is. */
  base: CbamImportAnswer;
  /** The cases, in the order of the request. */
  scenarios: CbamScenarioResult[];
}

/** What a case comes to. */
export interface CbamScenarioResult {
  /** Its name. */
  name: string;
  /** The year. */
  year: string;
  /** Whether the threshold exempts the goods that count towards it. */
  exempt: boolean;
  /** The sums. */
  total: CbamSums;
  /** Certificates more (or less) than in the ledger as it is. */
  certificates_difference: string;
  /** Cost more (or less), EUR; empty unless all prices are known in both. */
  cost_difference_eur: string;
  /** Rows that could not be computed in this case. */
  excluded: number;
  /** Why, for each line of the ledger that is concerned. */
  findings: Finding[];
  /** Every line. */
  goods: CbamLine[];
}

/** Answer of the method `cbam.goods`. */
export interface CbamGoodsAnswer {
  /** The goods, by code. */
  goods: CbamGood[];
  /** The packs that rows came from. */
  packs: PackUse[];
}

/** A good of Annex I. */
export interface CbamGood {
  /** Code of the Combined Nomenclature. */
  cn_code: string;
  /** What it is called. */
  description: string;
  /** Its sector. */
  sector: string;
  /** Its aggregated goods category. */
  category: string;
  /** The name of the category. */
  category_name: string;
  /** The gases that count. */
  gases: string[];
  /** Whether indirect emissions of its own electricity count. */
  indirect: boolean;
  /** `t`, `t-clinker`, `t-nitrogen`, `kg-nitrogen`, `kWh`. */
  functional_unit: string;
  /** `simple`, `complex` or `either`. */
  complexity: string;
  /** Production routes that are told apart. */
  routes: string[];
  /** Categories whose goods are relevant precursors. */
  precursors: string[];
  /** Parameters of the sector that have to be reported. */
  parameters: string[];
  /** Where it stands. */
  cell: string;
  /** `A`, `A-`, `B`, `C`. */
  confidence: string;
  /** Remark. */
  note: string;
}

/** Answer of the method `cbam.values`. */
export interface CbamValuesAnswer {
  /** Code of the good. */
  cn_code: string;
  /** Country of origin, ISO 3166-1. */
  origin: string;
  /** Specific embedded emissions with mark-up, t CO2e for one unit. */
  see_t_co2e: string;
  /** How they come about. */
  see: CbamSee;
  /** Direct emissions of the row, for information only; empty if it prints none. */
  direct_t_co2e: string;
  /** Indirect emissions of the row, for information only; empty if it prints none. */
  indirect_t_co2e: string;
  /** Specific embedded free allocation with default values, t CO2e for a tonne; empty without a benchmark. */
  sefa_t_co2e: string;
  /** How it comes about. */
  sefa: CbamSefa[];
  /** Certificates for a tonne, or a MWh. */
  certificates: string;
  /** Every benchmark of the good, in both columns. */
  benchmarks: CbamBenchmark[];
  /** What a reader must know. */
  findings: Finding[];
  /** The packs that rows came from. */
  packs: PackUse[];
}

/** A benchmark. */
export interface CbamBenchmark {
  /** The row. */
  id: string;
  /** `A` or `B`. */
  column: string;
  /** Indicator of the production route; empty = all. */
  route: string;
  /** What the indicator means. */
  route_name: string;
  /** Indicator of the years of production; empty = all. */
  period: string;
  /** t CO2e for a tonne of the good. */
  t_co2e: string;
}

/** Answer of the method `cbam.calendar`. */
export interface CbamCalendarAnswer {
  /** Year of import. */
  year: string;
  /** The days, in their order. */
  days: CbamDay[];
  /** The packs that rows came from. */
  packs: PackUse[];
}

/** A day on which something is due or begins. */
export interface CbamDay {
  /** The day. */
  on: string;
  /** `declaration-and-surrender`, `quarterly-holding` … */
  what: string;
  /** What it means. */
  note: string;
  /** The act. */
  document: string;
  /** Where in it. */
  clause: string;
  /** `A`, `A-`, `B`, `C`. */
  confidence: string;
}

/** Answer of the method `cbam.price`. */
export interface CbamPriceAnswer {
  /** EUR for a certificate, two decimals. */
  price_eur: string;
  /** Before rounding. */
  exact_eur: string;
  /** The named rounding. */
  rounding: string;
  /** `M-109`. */
  method: string;
}
