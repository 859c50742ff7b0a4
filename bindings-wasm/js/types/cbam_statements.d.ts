// Written by `cargo xtask types` from core/src/wire/v1: do not edit.
//
// Amounts are decimal texts, because a JavaScript number cannot hold them exactly. Numbers are counts and positions.

import type { CbamCarbonPrice } from "./cbam_import_request.js";
import type { CbamReportAnswer } from "./cbam_report.js";

/** What the operator's report says beside the figures; nothing of it changes a figure.  A list that is left out was not answered; an empty list says that there is nothing. */
export interface CbamStatements {
  /** Corporate or activity registration number of the operator. */
  registration_number?: string;
  /** Full address of the operator, in English. */
  operator_address?: string;
  /** Identifier of the installation in the CBAM Registry. */
  registry_id?: string;
  /** Production processes that make no goods of Annex I. */
  other_processes?: string[];
  /** Goods outside Annex I that the processes make. */
  other_goods?: CbamOtherGood[];
  /** New installation: how many months were monitored. */
  months?: string;
  /** Gaps in the data, and how they were closed. */
  data_gaps?: string[];
  /** Who stands behind the names of suppliers and receivers in the document. */
  others?: CbamOther[];
  /** Whether the criteria for actual emission factors of electricity are met (Annex IV, point 6 of the Regulation). */
  electricity_criteria_met?: boolean;
  /** Whether the evidence for them was given to the verifier. */
  electricity_evidence_submitted?: boolean;
  /** Bought precursors, by identifier, whose emissions are those of chosen installations instead of the average. */
  chosen_precursors?: string[];
  /** Electricity that is imported into the Union. */
  imported_electricity?: CbamImportedElectricity;
  /** Carbon prices paid for goods where they were made, for the importer. */
  carbon_prices?: CbamCarbonPrice[];
  /** The verifier. */
  verifier?: string;
  /** The verification report. */
  verification_report?: string;
}

/** A good outside Annex I. */
export interface CbamOtherGood {
  /** The process that makes it. */
  process?: string;
  /** Name. Required. */
  name: string;
  /** Quantity, in t. */
  quantity_t?: string;
}

/** Another installation, a supplier or a receiver. */
export interface CbamOther {
  /** The name by which the document speaks of it. Required. */
  name: string;
  /** Its operator. */
  operator?: string;
  /** Country. */
  country?: string;
  /** Identifier in the CBAM Registry. */
  registry_id?: string;
  /** Name and address of a responsible person. */
  contact?: string;
}

/** Electricity that is imported into the Union, and what has to be confirmed about it. */
export interface CbamImportedElectricity {
  /** Whether the installation is connected directly to the transmission system of the Union (point 5(b)). */
  direct_connection?: boolean;
  /** Whether it emits less than the limit for a unit of electricity (point 5(c)). */
  below_emission_limit?: boolean;
  /** Whether the evidence was given to the verifier. */
  evidence_submitted?: boolean;
  /** Whether the addenda were sent to the verifier. */
  addenda_sent?: boolean;
  /** One for each authorised declarant. */
  addenda?: CbamAddendum[];
}

/** The addendum for one authorised declarant. */
export interface CbamAddendum {
  /** EORI number of the declarant. Required. */
  eori: string;
  /** Whether the criteria of point 5(a), (d) and, for congestion, (b) are met, and the evidence was submitted. */
  criteria_met?: boolean;
  /** Electricity that meets the criteria, in MWh. */
  mwh?: string;
}

/** Request of the method `cbam.report.document`. */
export interface CbamReportDocumentRequest {
  /** The answer of `cbam.report`. */
  answer: CbamReportAnswer;
  /** `table`, `html` or `xlsx`. */
  format: string;
  /** `en` (else) or `vi`. The report is submitted in English. */
  lang?: string;
}
