// Written by `cargo xtask types` from core/src/wire/v1: do not edit.
//
// Amounts are decimal texts, because a JavaScript number cannot hold them exactly. Numbers are counts and positions.

import type { FactorUse, FindingCount, GasFigure, PackUse } from "./answer.js";
import type { FacilityDeclarations } from "./facility_request.js";
import type { RuleUse } from "./regulation.js";

/** Answer of the method `facility_report`. */
export interface FacilityReport {
  /** `emitrace/facility-report/1`. */
  schema: string;
  /** Version of the engine. */
  engine: string;
  /** SHA-256 of the canonical JSON of `report`, in hexadecimal. */
  digest: string;
  /** The report itself. */
  report: FacilityBody;
}

/** What the report holds. */
export interface FacilityBody {
  /** ISO 3166-1 code of the country. */
  country: string;
  /** The day whose law was asked. */
  on: string;
  /** The profile of the inventories. */
  profile: string;
  /** `AR4`, `AR5` or `AR6`. */
  gwp: string;
  /** The years, in their order. */
  years: string[];
  /** Whether nothing is open: no finding that is an error or a warning. */
  complete: boolean;
  /** The steps of the law, each `done` or `open`. */
  steps: StepState[];
  /** What the facility declares. */
  declarations: FacilityDeclarations;
  /** Emissions by kind of source, direct ones first. */
  sources: SourceYears[];
  /** `direct`, `indirect` and `total`. */
  totals: TotalYears[];
  /** The sources in detail: one entry for each activity. */
  lines: ActivityYears[];
  /** Activity data: how much of each activity, in the units of the ledger. */
  activity_data: ActivityData[];
  /** Every factor with its rank in the order of the law. */
  factors: FactorRank[];
  /** Quality control: automatic checks first. */
  checks: CheckState[];
  /** Statements on uncertainty. */
  statements: StatementState[];
  /** What would make earlier results be computed again. */
  triggers: TriggerState[];
  /** The sections of the form and whether each can be filled. */
  form: FormSection[];
  /** Activities of the ledger that the report of this law does not hold (scope 3, heat, land …). */
  outside: ActivityYears[];
  /** The inventories that the report was made of. */
  inventories: InventoryYear[];
  /** What is missing, open or to be disclosed. */
  findings: ReportFinding[];
  /** The lowest confidence among the rules. */
  confidence: string;
  /** Packs of factors and of rules. */
  packs: PackUse[];
}

/** A step and whether it is done. */
export interface StepState {
  /** Its number. */
  number: string;
  /** `done` or `open`. */
  state: string;
  /** Findings that keep it open. */
  open: number;
  /** The rule. */
  rule: RuleUse;
}

/** A figure of one year. */
export interface YearFigure {
  /** The year. */
  year: string;
  /** Rows of the ledger behind it. */
  lines: number;
  /** Kilograms of CO2 equivalent. */
  kg_co2e: string;
}

/** Emissions of one kind of source. */
export interface SourceYears {
  /** `stationary`, `mobile`, `process`, `fugitive`, `refrigerant`, `waste`, `electricity` or `steam`. */
  source: string;
  /** `direct` or `indirect`. */
  kind: string;
  /** `present`, `declared-absent` or `not-stated` (no row and no declaration). */
  state: string;
  /** One figure for each year. */
  years: YearFigure[];
  /** The last year minus the first; empty for one year. */
  difference_kg_co2e: string;
  /** The rule. */
  rule: RuleUse;
}

/** A total. */
export interface TotalYears {
  /** `direct`, `indirect` or `total`. */
  name: string;
  /** One figure for each year. */
  years: YearFigure[];
  /** The last year minus the first; empty for one year. */
  difference_kg_co2e: string;
}

/** Emissions of one activity. */
export interface ActivityYears {
  /** The kind of source; empty outside the report. */
  source: string;
  /** Category key of the ledger. */
  category: string;
  /** Identifier of the activity. */
  activity: string;
  /** Its English name; may be empty. */
  name_en: string;
  /** Its Vietnamese name; may be empty. */
  name_vi: string;
  /** One figure for each year. */
  years: YearFigure[];
  /** The gases, one list for each year. */
  gases: YearGases[];
}

/** The gases of one year. */
export interface YearGases {
  /** The year. */
  year: string;
  /** Mass and effect of each gas; indirect emissions location-based. */
  gases: GasFigure[];
}

/** How much of an activity there was. */
export interface ActivityData {
  /** The kind of source. */
  source: string;
  /** Identifier of the activity. */
  activity: string;
  /** Its English name; may be empty. */
  name_en: string;
  /** Its Vietnamese name; may be empty. */
  name_vi: string;
  /** The unit. */
  unit: string;
  /** One sum for each year, exactly; empty where there is none. */
  years: YearQuantity[];
}

/** A quantity of one year. */
export interface YearQuantity {
  /** The year. */
  year: string;
  /** The quantity. */
  quantity: string;
}

/** A factor and its rank in the order of the law. */
export interface FactorRank {
  /** `1`, `2`, `3`; `0` for what the order does not concern; empty if the law does not name the source. */
  tier: string;
  /** What the rank means, in English. */
  tier_en: string;
  /** What the rank means, in Vietnamese. */
  tier_vi: string;
  /** The years that used it. */
  years: string[];
  /** Whether it stands in for a factor of another year or place. */
  proxy: boolean;
  /** The document by which a factor of the facility was approved; else empty. */
  approval: string;
  /** The factor; `lines` are those of all years. */
  factor: FactorUse;
}

/** A check of quality control. */
export interface CheckState {
  /** Its name. */
  check: string;
  /** Whether the engine made it. */
  automatic: boolean;
  /** `pass`, `explained` (something was found and a remark explains it), `attention`, `fail` or `open`. */
  state: string;
  /** What the engine found; empty for declared checks. */
  found: string;
  /** Who did it. */
  by: string;
  /** When. */
  date: string;
  /** Remark of whoever did it. */
  remark: string;
  /** The rule. */
  rule: RuleUse;
}

/** A statement on uncertainty. */
export interface StatementState {
  /** Its name. */
  statement: string;
  /** The words; empty = missing. */
  text: string;
  /** The rule. */
  rule: RuleUse;
}

/** What would make earlier results be computed again. */
export interface TriggerState {
  /** Its name. */
  trigger: string;
  /** `happened`, `did-not-happen` or `not-stated`. */
  state: string;
  /** Remark. */
  remark: string;
  /** The rule. */
  rule: RuleUse;
}

/** A section of the form. */
export interface FormSection {
  /** `I.1` … `III.4`. */
  section: string;
  /** Whether everything for it is there. */
  complete: boolean;
  /** What is missing: names of declarations, or parts of the report. */
  missing: string[];
  /** The rule. */
  rule: RuleUse;
}

/** An inventory that the report was made of. */
export interface InventoryYear {
  /** The year. */
  year: string;
  /** Digest of the inventory. */
  digest: string;
  /** Data rows of the ledger. */
  rows: number;
  /** Rows in the result. */
  counted: number;
  /** Rows left out. */
  excluded: number;
  /** CO2 from biomass, outside the totals. */
  biogenic_kg_co2: string;
  /** How often each code was found in the ledger. */
  findings: FindingCount[];
  /** Codes of fallbacks and disclosures, each with what it is about. */
  notes: NoteUse[];
}

/** A note of an inventory. */
export interface NoteUse {
  /** Stable code such as `PROXY_YEAR`. */
  code: string;
  /** What it is about. */
  about: string;
  /** Rows that it touches. */
  rows: number;
}

/** A remark about the report. */
export interface ReportFinding {
  /** `error`, `warning` or `info`. */
  severity: string;
  /** Stable code. */
  code: string;
  /** The step that it keeps open. */
  step: string;
  /** JSON pointer into the request. */
  path: string;
  /** What it is about: the name of a declaration, check, factor or activity. */
  about: string;
  /** What is wrong. */
  message: string;
  /** What to do about it. */
  help: string;
}
