// Written by `cargo xtask types` from core/src/wire/v1: do not edit.
//
// Amounts are decimal texts, because a JavaScript number cannot hold them exactly. Numbers are counts and positions.

import type { FacilityReport } from "./facility.js";
import type { InventoryOptions, Ledger } from "./request.js";

/** Request of the method `facility_report`. */
export interface FacilityReportRequest {
  /** ISO 3166-1 code of the country. Required. */
  country: string;
  /** The day whose law is asked: that of the report. Required. */
  on: string;
  /** One year, or two that follow each other. Required. */
  years: FacilityYear[];
  /** Choices for all years; `profile` is that of the law, `period` is each year's own. */
  options?: InventoryOptions;
  /** What the facility declares; what is missing is a finding. */
  declarations?: FacilityDeclarations;
  /** The user's own packs, each as one text. */
  packs?: string[];
}

/** A year and its ledger. */
export interface FacilityYear {
  /** The calendar year. Required. */
  year: number;
  /** Its ledger. Required. */
  ledger: Ledger;
}

/** What a facility declares for its report. */
export interface FacilityDeclarations {
  /** Name of the facility. */
  name?: string;
  /** Address. */
  address?: string;
  /** Number, day and place of the business licence. */
  business_licence?: string;
  /** Legal representative: name and office. */
  representative?: string;
  /** Line of business. */
  business?: string;
  /** Boundary and scope of operation. */
  boundary?: string;
  /** Infrastructure, technology and activities. */
  infrastructure?: string;
  /** Sinks within the boundary; say so if there are none. */
  sinks?: string;
  /** Removals by sinks, reported apart and never subtracted. */
  removals?: Removal[];
  /** Information system and data. */
  data_system?: string;
  /** Causes of limitations of the inventory. */
  limitations?: string;
  /** How activity data were collected. */
  data_collection?: string;
  /** Why this GWP set was chosen. */
  gwp_reason?: string;
  /** Kinds of source that the facility does not have. */
  sources_absent?: string[];
  /** Activities that belong to another kind of source than the ledger's category says. */
  activity_sources?: ActivitySource[];
  /** Statements on uncertainty; all six are needed. */
  uncertainty?: UncertaintyStatements;
  /** The log of quality control. */
  checks?: CheckDone[];
  /** Whether something happened that makes earlier results be computed again. */
  recalculation?: TriggerDeclared[];
  /** Approvals of factors of the facility's own. */
  own_factors?: OwnFactor[];
}

/** Removals by sinks in a year. */
export interface Removal {
  /** The year. */
  year?: number;
  /** The sink. */
  sink?: string;
  /** Kilograms of CO2 equivalent removed. */
  kg_co2e?: string;
}

/** The kind of source that an activity belongs to. */
export interface ActivitySource {
  /** Identifier of the activity. */
  activity?: string;
  /** The kind of source: `waste` … */
  source?: string;
}

/** The six statements on uncertainty. */
export interface UncertaintyStatements {
  /** Completeness. */
  completeness?: string;
  /** Fitness of the model. */
  model?: string;
  /** Adequacy of the data. */
  data?: string;
  /** Representativeness. */
  representativeness?: string;
  /** Anomalies. */
  anomalies?: string;
  /** Lack of transparency, or a wrong boundary. */
  transparency?: string;
}

/** An entry in the log of quality control. */
export interface CheckDone {
  /** Name of the check. */
  check?: string;
  /** Whether it was done. */
  done?: boolean;
  /** By whom. */
  by?: string;
  /** On which day. */
  date?: string;
  /** What was found and done about it. */
  remark?: string;
}

/** Whether a trigger of recalculation happened. */
export interface TriggerDeclared {
  /** Name of the trigger. */
  trigger?: string;
  /** Whether it happened. */
  happened?: boolean;
  /** What changed, and where the recalculated result stands. */
  remark?: string;
}

/** The approval of a factor of the facility's own. */
export interface OwnFactor {
  /** `pack/factor`. */
  factor?: string;
  /** The document that approves or proves it. */
  document?: string;
}

/** Request of the method `facility_document`. */
export interface FacilityDocumentRequest {
  /** The answer of `facility_report`. */
  answer: FacilityReport;
  /** `html`, `csv` or `table`. */
  format: string;
  /** `vi` (else) or `en`. */
  lang?: string;
}
