// Written by `cargo xtask types` from core/src/wire/v1: do not edit.
//
// Amounts are decimal texts, because a JavaScript number cannot hold them exactly. Numbers are counts and positions.

import type { SupplierAnswer } from "./supplier.js";
import type { TableInput } from "./table_request.js";

/** Request of the method `supplier.assess`. */
export interface SupplierRequest {
  /** The day on which things hold: `2026-11-21`. Required: there is no clock inside. */
  as_of?: string;
  /** Identifier of a loaded set of requirements (a pack of kind `requirements`); empty if `requirements` is given. */
  set?: string;
  /** A set of your own, in place of a pack's. */
  requirements?: RequirementSet;
  /** Name of the supplier, for the page. */
  supplier?: string;
  /** What is known of the supplier: `sector`, `employees` … as the conditions of the set ask for it. */
  profile?: ProfileFact[];
  /** Its sites; evidence that names sites must cover all of them. */
  sites?: string[];
  /** What it can show. */
  evidence?: SupplierEvidence[];
  /** Answers of this engine that are evidence, as JSON texts: inventories, energy accounts, sustainability reports, reports of frameworks, operator's reports of CBAM. */
  answers?: string[];
  /** Further evidence as a table. */
  table?: TableInput;
  /** For how many days to look ahead; empty = as the set says. */
  horizon_days?: string;
  /** Packs of your own as text, asked before the shipped ones. */
  packs?: string[];
}

/** Something that is known of a supplier. */
export interface ProfileFact {
  /** Its name: `sector`. Required. */
  name: string;
  /** Its value: a word, or a number as text. Required. */
  value: string;
}

/** What somebody asks of its suppliers. */
export interface RequirementSet {
  /** Identifier. Required. */
  id: string;
  /** Version; other requirements are another version. */
  version?: string;
  /** Who published it. */
  issuer?: string;
  /** Part of the weight that must be evaluated for a grade: `2/3`; empty = `2/3`. */
  min_coverage?: string;
  /** For how many days to look ahead; empty = `90`. */
  horizon_days?: string;
  /** Points of 10 for what is met in part; empty = `5`. */
  partial_points?: string;
  /** The lowest grade of a supplier that is ready; empty = any. */
  ready_from?: string;
  /** Grades, the best first. */
  grades?: RequirementGrade[];
  /** What lowers a grade. */
  downgrades?: RequirementDowngrade[];
  /** The requirements. Required. */
  requirements: Requirement[];
}

/** A grade. */
export interface RequirementGrade {
  /** Its name. Required. */
  grade: string;
  /** The least score in per cent. Required. */
  min_percent: string;
}

/** What lowers a grade. */
export interface RequirementDowngrade {
  /** The best grade that is left. Required. */
  to: string;
  /** Condition on `open_blocking`, `open_major`, `open_minor`, `unknown` (counts) and `lowest_theme` (per cent). Required. */
  when: string;
}

/** Something that is asked of a supplier. */
export interface Requirement {
  /** Identifier, unique in the set. Required. */
  id: string;
  /** Where the issuer or the law says it. */
  clause?: string;
  /** What it belongs to: `environment`, `labour` … */
  theme?: string;
  /** What is asked, in English. */
  title_en?: string;
  /** What is asked, in Vietnamese. */
  title_vi?: string;
  /** Condition on the profile: `sector == food and employees >= 50`; empty = always. */
  applies_if?: string;
  /** `certificate`, `document`, `metric`, `declaration`, `audit-score` or `training`. Required. */
  kind: string;
  /** `blocking`, `major` or `minor`. Required. */
  level: string;
  /** How much it counts, above zero; empty = `1`. */
  weight?: string;
  /** What evidence must be about: the names of standards, documents or metrics that are taken, divided by `|`. `ISO 9001` takes `ISO 9001:2015`, too. Required. */
  subject: string;
  /** The least value that meets it. */
  min?: string;
  /** The least value that meets it in part. */
  partial?: string;
  /** The largest value that meets it. */
  max?: string;
  /** The unit of the values; empty = a number without one. */
  unit?: string;
  /** How many months after its issue, or after the end of its period, evidence counts; empty = no limit. */
  max_age_months?: string;
  /** Words of which one must stand in what the evidence holds for, `|` between them: `stamping|dập`; empty = any. */
  scope?: string;
  /** Whether an accreditation must stand on it. */
  accredited?: boolean;
  /** The document that asks it. */
  document?: string;
}

/** Something that a supplier can show. */
export interface SupplierEvidence {
  /** Identifier: number of the certificate, name of the file. Required. */
  id: string;
  /** `certificate`, `document`, `metric`, `declaration`, `audit-score` or `training`. Required. */
  kind: string;
  /** What it is about: a standard, a document, a metric. Required. */
  subject: string;
  /** What it covers, in words. */
  scope?: string;
  /** Sites that it covers, divided by `;`; empty = the whole firm. */
  sites?: string;
  /** Who issued it. */
  issuer?: string;
  /** Accreditation of the issuer. */
  accreditation?: string;
  /** Day of issue. */
  issued?: string;
  /** First day on which it holds. */
  valid_from?: string;
  /** Last day on which it holds. */
  expires?: string;
  /** Last day for the next surveillance. */
  surveillance_due?: string;
  /** `valid` (also if empty), `suspended`, `withdrawn` or `incomplete`. */
  status?: string;
  /** Last day of the period that a metric is about. */
  period_end?: string;
  /** The value of a metric or the score of an audit. */
  value?: string;
  /** Its unit. */
  unit?: string;
  /** SHA-256 of the file, in hexadecimal. */
  sha256?: string;
}

/** Request of the method `supplier.report`. */
export interface SupplierReportRequest {
  /** An answer of `supplier.assess`. */
  answer: SupplierAnswer;
  /** `table` or `html`. */
  format?: string;
  /** `en` or `vi`. */
  lang?: string;
}

/** Request of the method `supplier.sets`. */
export interface SupplierSetsRequest {
  /** Packs of your own as text, named before the shipped ones. */
  packs?: string[];
}

/** Request of the method `supplier.size`. */
export interface SupplierSizeRequest {
  /** `A` (agriculture, forestry, fishery; industry and construction) or `B` (trade and services). Required. */
  group: string;
  /** Employees with social insurance, average of the year. Required. */
  employees: string;
  /** Revenue of the year in VND. */
  revenue_vnd?: string;
  /** Capital in VND. */
  capital_vnd?: string;
  /** Packs of your own as text, asked before the shipped ones. */
  packs?: string[];
}

/** Request of the method `supplier.vda63`. */
export interface VdaRequest {
  /** The ratings of an audit, one for each question and process step. */
  ratings?: VdaRating[];
}

/** A rating. The questions themselves are not part of emitrace: their catalogue is protected. */
export interface VdaRating {
  /** `P2` to `P7`. Required. */
  element: string;
  /** Number of the question: `6.1.1`. Required. */
  question: string;
  /** Sub-element of P6: `U1` to `U6`. */
  sub_element?: string;
  /** Process step of P6. */
  step?: string;
  /** 0, 4, 6, 8 or 10; empty = not evaluated. */
  points?: string;
  /** Whether it is a question with a star. */
  star?: boolean;
}

/** Request of the method `supplier.vda63_potential`. */
export interface VdaPotentialRequest {
  /** How many questions are yellow. */
  yellow?: number;
  /** How many questions are red. */
  red?: number;
}

/** Request of the method `supplier.rba_vap`: how many questions of an audit by the Responsible Business Alliance were found to be what. */
export interface RbaVapRequest {
  /** Questions that conform. */
  conformance?: number;
  /** Questions with a risk of nonconformance. */
  risk?: number;
  /** Whether a risk of nonconformance counts as conformance, as in newer protocols. */
  risk_conforms?: boolean;
  /** Questions with a finding. */
  findings?: RbaFindings;
  /** How many of the findings are closed. */
  closed?: RbaFindings;
  /** Questions that do not apply; they count among `questions` and in no score. */
  not_applicable?: number;
  /** The last day of the audit, for the day until which its report is valid. */
  audited?: string;
}

/** Findings of an audit by kind. */
export interface RbaFindings {
  /** Priority findings. */
  priority?: number;
  /** Major findings. */
  major?: number;
  /** Minor findings. */
  minor?: number;
}

/** Request of the method `supplier.ecovadis_medal`: what a scorecard states. */
export interface EcovadisRequest {
  /** The percentile, 0 to 100. Required: no medal follows from a score. */
  percentile?: string;
  /** The scores of the four themes. Required. */
  themes: EcovadisThemes;
  /** The overall score, 0 to 100. It decides nothing. */
  score?: string;
  /** When the scorecard was published: `2026-03-01`. Required. */
  published: string;
  /** The day of the question. Required. */
  as_of: string;
}

/** Scores of the four themes, 0 to 100. */
export interface EcovadisThemes {
  /** Environment. */
  environment?: string;
  /** Labor and human rights. */
  labor_and_human_rights?: string;
  /** Ethics. */
  ethics?: string;
  /** Sustainable procurement. */
  sustainable_procurement?: string;
}
