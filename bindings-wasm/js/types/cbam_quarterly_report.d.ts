// Written by `cargo xtask types` from core/src/wire/v1: do not edit.
//
// Amounts are decimal texts, because a JavaScript number cannot hold them exactly. Numbers are counts and positions.

/** What a quarterly report of the transitional period says: the parts of QReport 23.00. */
export interface CbamQuarterlyReport {
  /** Moment of submission: `2026-01-28T09:30:00Z`. Needed. */
  submission_date?: string;
  /** Identifier that the registry gave; empty for a new report. */
  report_id?: string;
  /** The quarter: `Q1` to `Q4`. Needed. */
  reporting_period?: string;
  /** The year. Needed. */
  year?: string;
  /** Who reports. Needed. */
  declarant?: CbamQuarterlyDeclarant;
  /** The indirect customs representative. */
  representative?: CbamQuarterlyParty;
  /** The importer, if the declarant is another one. */
  importer?: CbamQuarterlyParty;
  /** Confirmations and signature. Needed. */
  signature?: CbamQuarterlySignature;
  /** Remarks on the report. */
  remarks?: string;
  /** The imported goods. Needed. */
  goods?: CbamQuarterlyGood[];
}

/** The reporting declarant. */
export interface CbamQuarterlyDeclarant {
  /** EORI number. Needed. */
  identification_number?: string;
  /** Name. Needed. */
  name?: string;
  /** Code of the role: `01` importer of all goods, `02` indirect customs representative of all, `03` both. Needed. */
  role?: string;
  /** Address. Needed. */
  address?: CbamQuarterlyAddress;
}

/** An importer or a representative. */
export interface CbamQuarterlyParty {
  /** EORI number. Needed. */
  identification_number?: string;
  /** Name. Needed. */
  name?: string;
  /** Address. Needed. */
  address?: CbamQuarterlyAddress;
}

/** An address. */
export interface CbamQuarterlyAddress {
  /** ISO 3166-1 code. Needed. */
  country?: string;
  /** Part of the country. */
  sub_division?: string;
  /** City. Required but for an installation. */
  city?: string;
  /** Street. */
  street?: string;
  /** More of the street. */
  street_additional_line?: string;
  /** Number of the house. */
  number?: string;
  /** Postcode. */
  postcode?: string;
  /** Post-office box. */
  po_box?: string;
}

/** Confirmations and signature of the declarant. */
export interface CbamQuarterlySignature {
  /** Whether the data are confirmed to be complete and correct. Needed. */
  global_data_confirmation?: boolean;
  /** Whether the use of the data is agreed to. Needed. */
  use_of_data_confirmation?: boolean;
  /** Place. Needed. */
  place?: string;
  /** Name of the person who signs. Needed. */
  name?: string;
  /** Position of that person. Needed. */
  position?: string;
  /** Whether it is confirmed that another method was allowed, where one was used. */
  other_methodology_confirmation?: boolean;
}

/** Imported goods of one code and one country of origin. */
export interface CbamQuarterlyGood {
  /** The representative for these goods. */
  representative?: CbamQuarterlyParty;
  /** The importer of these goods, where a representative reports. */
  importer?: CbamQuarterlyParty;
  /** The first six digits of the code. Needed. */
  hs_code?: string;
  /** The eight digits of the code. Needed. */
  cn_code?: string;
  /** What the code is called. Needed. */
  description?: string;
  /** Country of origin, ISO 3166-1. Needed. */
  origin?: string;
  /** What was imported, by customs procedure. Needed. */
  quantities?: CbamQuarterlyQuantity[];
  /** What was imported in all. Needed. */
  imported?: CbamQuarterlyMeasure;
  /** Documents on the goods. */
  documents?: CbamQuarterlyDocument[];
  /** Remarks on the goods. */
  remarks?: string;
  /** Who made them and what they carry, installation by installation. Needed. */
  emissions?: CbamQuarterlyEmissions[];
}

/** What was imported under one customs procedure. */
export interface CbamQuarterlyQuantity {
  /** Code of the procedure: `40` release for free circulation. Needed. */
  requested_procedure?: string;
  /** Code of the procedure before it. */
  previous_procedure?: string;
  /** Inward processing that went before. */
  inward_processing?: CbamQuarterlyInwardProcessing[];
  /** Code of the area: `EU`. Needed. */
  import_area?: string;
  /** One or two quantities: as imported, and as processed products. Needed. */
  measures?: CbamQuarterlyProcedureMeasure[];
  /** Further references. */
  special_references?: string;
}

/** Inward processing. */
export interface CbamQuarterlyInwardProcessing {
  /** Country of the authorisation. Needed. */
  member_state?: string;
  /** Whether the bill of discharge was waived: `0` or `1`. Needed. */
  discharge_bill_waiver?: string;
  /** Authorisation. Needed. */
  authorisation?: string;
  /** First day as `20250401`. Needed. */
  start?: string;
  /** Last day as `20250630`. Needed. */
  end?: string;
  /** Day of the bill of discharge as `20250731`. Needed. */
  deadline?: string;
}

/** A quantity under inward processing or not. */
export interface CbamQuarterlyProcedureMeasure {
  /** `0` as imported, `1` as processed products. Needed. */
  indicator?: string;
  /** Net mass, in `measurement_unit`. */
  net_mass?: string;
  /** Supplementary units, in `measurement_unit`. */
  supplementary_units?: string;
  /** Code of the unit: `01` tonnes. Needed. */
  measurement_unit?: string;
}

/** A quantity. */
export interface CbamQuarterlyMeasure {
  /** Net mass, in `measurement_unit`. */
  net_mass?: string;
  /** Supplementary units, in `measurement_unit`. */
  supplementary_units?: string;
  /** Code of the unit: `01` tonnes. Needed. */
  measurement_unit?: string;
}

/** A supporting document. */
export interface CbamQuarterlyDocument {
  /** Code of the kind of document, four characters. Needed. */
  kind?: string;
  /** Country that issued it. */
  country?: string;
  /** Its number. Needed. */
  reference_number?: string;
  /** The line in it. */
  line_item_number?: string;
  /** Who issued it. */
  issuing_authority?: string;
  /** First day: `2025-01-01`. */
  valid_from?: string;
  /** Last day. */
  valid_to?: string;
  /** What it is. */
  description?: string;
  /** The document itself. */
  attachment?: CbamQuarterlyAttachment;
}

/** A file. */
export interface CbamQuarterlyAttachment {
  /** Its name. Needed. */
  filename?: string;
  /** Where it is. */
  uri?: string;
  /** Its media type. Needed. */
  mime?: string;
  /** Its bytes in base64. Needed. */
  binary?: string;
}

/** What the goods of one installation carry. */
export interface CbamQuarterlyEmissions {
  /** Country of production, ISO 3166-1. */
  production_country?: string;
  /** The operator. */
  operator?: CbamQuarterlyOperator;
  /** The installation. */
  installation?: CbamQuarterlyInstallation;
  /** How much of the goods it made. Needed. */
  produced?: CbamQuarterlyMeasure;
  /** Direct emissions. Needed. */
  direct?: CbamQuarterlyDirect;
  /** Indirect emissions. */
  indirect?: CbamQuarterlyIndirect;
  /** Production methods and their parameters. Needed. */
  production_methods?: CbamQuarterlyProductionMethod[];
  /** Documents on the emissions. */
  documents?: CbamQuarterlyDocument[];
  /** Carbon prices due in the country of production. */
  carbon_prices?: CbamQuarterlyCarbonPrice[];
  /** Remarks on the emissions. */
  remarks?: CbamQuarterlyRemark[];
}

/** The operator of an installation. */
export interface CbamQuarterlyOperator {
  /** Identifier. Needed. */
  operator_id?: string;
  /** Name. Needed. */
  name?: string;
  /** Address. Needed. */
  address?: CbamQuarterlyAddress;
  /** Whom to ask. Needed. */
  contacts?: CbamQuarterlyContact[];
}

/** Somebody to ask. */
export interface CbamQuarterlyContact {
  /** Name. Needed. */
  name?: string;
  /** Telephone. Needed. */
  phone?: string;
  /** Mail address. Needed. */
  email?: string;
}

/** An installation. */
export interface CbamQuarterlyInstallation {
  /** Identifier. Needed. */
  installation_id?: string;
  /** Name. Needed. */
  name?: string;
  /** What it does. */
  economic_activity?: string;
  /** Where it is. Needed. */
  address?: CbamQuarterlyInstallationAddress;
}

/** Where an installation is. */
export interface CbamQuarterlyInstallationAddress {
  /** ISO 3166-1 code. Needed. */
  country?: string;
  /** Part of the country. */
  sub_division?: string;
  /** City. */
  city?: string;
  /** Street. */
  street?: string;
  /** More of the street. */
  street_additional_line?: string;
  /** Number of the house. */
  number?: string;
  /** Postcode. */
  postcode?: string;
  /** Post-office box. */
  po_box?: string;
  /** Plot or parcel. */
  plot_parcel_number?: string;
  /** UN/LOCODE. */
  unlocode?: string;
  /** Degrees, north positive. */
  latitude?: string;
  /** Degrees, east positive. */
  longitude?: string;
  /** Code of the kind of coordinates: `01`. */
  coordinates_type?: string;
}

/** Direct emissions. */
export interface CbamQuarterlyDirect {
  /** Code of the determination: `01` actual data, `02` estimated values, default values among them. */
  determination_type?: string;
  /** The same for imported electricity. */
  determination_type_electricity?: string;
  /** Code of the reporting method, `TOM01` and so on. Needed. */
  methodology_type?: string;
  /** The reporting method in words. */
  methodology?: string;
  /** Specific embedded emissions, in `measurement_unit`. */
  specific_embedded_emissions?: string;
  /** Another source of the value. */
  other_source?: string;
  /** Imported electricity: code of the source of the factor. */
  electricity_factor_source?: string;
  /** Imported electricity: emission factor, in t CO2e/MWh. */
  emission_factor?: string;
  /** Imported electricity, in MWh. */
  electricity_imported?: string;
  /** Emissions of imported electricity, in t CO2e. */
  total_embedded_electricity_imported?: string;
  /** Code of the unit: `EMU1` t CO2e for a tonne. Needed. */
  measurement_unit?: string;
  /** Where the value of the factor is from. */
  emission_factor_source_value?: string;
  /** How the conditions for an own factor are met. */
  conditionality_fulfilment?: string;
}

/** Indirect emissions. */
export interface CbamQuarterlyIndirect {
  /** Code of the determination: `01` actual data, `02` estimated values. Needed. */
  determination_type?: string;
  /** Code of the source of the emission factor. */
  emission_factor_source?: string;
  /** Emission factor of the electricity, in t CO2e/MWh. */
  emission_factor?: string;
  /** Specific embedded emissions, in `measurement_unit`. Needed. */
  specific_embedded_emissions?: string;
  /** Code of the unit: `EMU1` t CO2e for a tonne. Needed. */
  measurement_unit?: string;
  /** Electricity, in MWh for a tonne. */
  electricity_consumed?: string;
  /** Code of the source of the electricity, `SOE01` and so on. Needed. */
  electricity_source?: string;
  /** Another source. */
  other_source?: string;
  /** Where the value of the factor is from. */
  emission_factor_source_value?: string;
}

/** A production method. */
export interface CbamQuarterlyProductionMethod {
  /** Code of the method, `P01` and so on. Needed. */
  method_id?: string;
  /** Its name. Needed. */
  name?: string;
  /** Number of the steel mill. */
  steel_mill_number?: string;
  /** More about it. */
  additional_information?: string;
  /** Parameters that direct emissions depend on. */
  direct_parameters?: CbamQuarterlyParameter[];
  /** Parameters that indirect emissions depend on. */
  indirect_parameters?: CbamQuarterlyParameter[];
}

/** A qualifying parameter. */
export interface CbamQuarterlyParameter {
  /** Code of the parameter. Needed. */
  parameter_id?: string;
  /** Its name. Needed. */
  name?: string;
  /** What it is. */
  description?: string;
  /** Kind of its value: `PERCENTAGE` and others. Needed. */
  value_type?: string;
  /** Its value. Needed. */
  value?: string;
  /** More about it. */
  additional_information?: string;
}

/** A carbon price due in the country of production. */
export interface CbamQuarterlyCarbonPrice {
  /** Code of the kind of carbon price. Needed. */
  instrument_type?: string;
  /** The legal act. Needed. */
  legal_act?: string;
  /** Amount due, in `currency`. Needed. */
  amount?: string;
  /** ISO 4217 code. Needed. */
  currency?: string;
  /** Country. Needed. */
  country?: string;
  /** What the price is due for. */
  products?: CbamQuarterlyCarbonPriceProduct[];
}

/** A product that a carbon price is due for. */
export interface CbamQuarterlyCarbonPriceProduct {
  /** Code of the kind of product. Needed. */
  kind?: string;
  /** Its code. */
  cn_code?: string;
  /** Quantity of emissions that the price covers, in t CO2e. Needed. */
  quantity_covered?: string;
  /** Quantity that a rebate or free allocation covers, in t CO2e. Needed. */
  quantity_covered_free_allocation?: string;
  /** More about it. */
  supplementary_information?: string;
  /** Still more. */
  additional_information?: string;
  /** How much of the product. Needed. */
  measure?: CbamQuarterlyMeasure;
}

/** A remark. */
export interface CbamQuarterlyRemark {
  /** What it says. Needed. */
  text?: string;
}
