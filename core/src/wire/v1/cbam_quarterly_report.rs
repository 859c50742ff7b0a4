//! The quarterly report of the transitional period (2023 to 2025) as plain data: what its XML holds, part by part.
//!
//! Codes are those of the registry's code lists; a text that is empty is not in the file.

use serde::{Deserialize, Serialize};

/// What a quarterly report of the transitional period says: the parts of QReport 23.00.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct CbamQuarterlyReport {
    /// Moment of submission: `2026-01-28T09:30:00Z`. Needed.
    pub submission_date: String,
    /// Identifier that the registry gave; empty for a new report.
    pub report_id: String,
    /// The quarter: `Q1` to `Q4`. Needed.
    pub reporting_period: String,
    /// The year. Needed.
    pub year: String,
    /// Who reports. Needed.
    pub declarant: CbamQuarterlyDeclarant,
    /// The indirect customs representative.
    pub representative: CbamQuarterlyParty,
    /// The importer, if the declarant is another one.
    pub importer: CbamQuarterlyParty,
    /// Confirmations and signature. Needed.
    pub signature: CbamQuarterlySignature,
    /// Remarks on the report.
    pub remarks: String,
    /// The imported goods. Needed.
    pub goods: Vec<CbamQuarterlyGood>,
}

/// The reporting declarant.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct CbamQuarterlyDeclarant {
    /// EORI number. Needed.
    pub identification_number: String,
    /// Name. Needed.
    pub name: String,
    /// Code of the role: `01` importer of all goods, `02` indirect customs representative of all, `03` both. Needed.
    pub role: String,
    /// Address. Needed.
    pub address: CbamQuarterlyAddress,
}

/// An importer or a representative.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct CbamQuarterlyParty {
    /// EORI number. Needed.
    pub identification_number: String,
    /// Name. Needed.
    pub name: String,
    /// Address. Needed.
    pub address: CbamQuarterlyAddress,
}

/// An address.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct CbamQuarterlyAddress {
    /// ISO 3166-1 code. Needed.
    pub country: String,
    /// Part of the country.
    pub sub_division: String,
    /// City. Required but for an installation.
    pub city: String,
    /// Street.
    pub street: String,
    /// More of the street.
    pub street_additional_line: String,
    /// Number of the house.
    pub number: String,
    /// Postcode.
    pub postcode: String,
    /// Post-office box.
    pub po_box: String,
}

/// Confirmations and signature of the declarant.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct CbamQuarterlySignature {
    /// Whether the data are confirmed to be complete and correct. Needed.
    pub global_data_confirmation: Option<bool>,
    /// Whether the use of the data is agreed to. Needed.
    pub use_of_data_confirmation: Option<bool>,
    /// Place. Needed.
    pub place: String,
    /// Name of the person who signs. Needed.
    pub name: String,
    /// Position of that person. Needed.
    pub position: String,
    /// Whether it is confirmed that another method was allowed, where one was used.
    pub other_methodology_confirmation: Option<bool>,
}

/// Imported goods of one code and one country of origin.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct CbamQuarterlyGood {
    /// The representative for these goods.
    pub representative: CbamQuarterlyParty,
    /// The importer of these goods, where a representative reports.
    pub importer: CbamQuarterlyParty,
    /// The first six digits of the code. Needed.
    pub hs_code: String,
    /// The eight digits of the code. Needed.
    pub cn_code: String,
    /// What the code is called. Needed.
    pub description: String,
    /// Country of origin, ISO 3166-1. Needed.
    pub origin: String,
    /// What was imported, by customs procedure. Needed.
    pub quantities: Vec<CbamQuarterlyQuantity>,
    /// What was imported in all. Needed.
    pub imported: CbamQuarterlyMeasure,
    /// Documents on the goods.
    pub documents: Vec<CbamQuarterlyDocument>,
    /// Remarks on the goods.
    pub remarks: String,
    /// Who made them and what they carry, installation by installation. Needed.
    pub emissions: Vec<CbamQuarterlyEmissions>,
}

/// What was imported under one customs procedure.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct CbamQuarterlyQuantity {
    /// Code of the procedure: `40` release for free circulation. Needed.
    pub requested_procedure: String,
    /// Code of the procedure before it.
    pub previous_procedure: String,
    /// Inward processing that went before.
    pub inward_processing: Vec<CbamQuarterlyInwardProcessing>,
    /// Code of the area: `EU`. Needed.
    pub import_area: String,
    /// One or two quantities: as imported, and as processed products. Needed.
    pub measures: Vec<CbamQuarterlyProcedureMeasure>,
    /// Further references.
    pub special_references: String,
}

/// Inward processing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct CbamQuarterlyInwardProcessing {
    /// Country of the authorisation. Needed.
    pub member_state: String,
    /// Whether the bill of discharge was waived: `0` or `1`. Needed.
    pub discharge_bill_waiver: String,
    /// Authorisation. Needed.
    pub authorisation: String,
    /// First day as `20250401`. Needed.
    pub start: String,
    /// Last day as `20250630`. Needed.
    pub end: String,
    /// Day of the bill of discharge as `20250731`. Needed.
    pub deadline: String,
}

/// A quantity under inward processing or not.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct CbamQuarterlyProcedureMeasure {
    /// `0` as imported, `1` as processed products. Needed.
    pub indicator: String,
    /// Net mass, in `measurement_unit`.
    pub net_mass: String,
    /// Supplementary units, in `measurement_unit`.
    pub supplementary_units: String,
    /// Code of the unit: `01` tonnes. Needed.
    pub measurement_unit: String,
}

/// A quantity.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct CbamQuarterlyMeasure {
    /// Net mass, in `measurement_unit`.
    pub net_mass: String,
    /// Supplementary units, in `measurement_unit`.
    pub supplementary_units: String,
    /// Code of the unit: `01` tonnes. Needed.
    pub measurement_unit: String,
}

/// A supporting document.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct CbamQuarterlyDocument {
    /// Code of the kind of document, four characters. Needed.
    pub kind: String,
    /// Country that issued it.
    pub country: String,
    /// Its number. Needed.
    pub reference_number: String,
    /// The line in it.
    pub line_item_number: String,
    /// Who issued it.
    pub issuing_authority: String,
    /// First day: `2025-01-01`.
    pub valid_from: String,
    /// Last day.
    pub valid_to: String,
    /// What it is.
    pub description: String,
    /// The document itself.
    pub attachment: CbamQuarterlyAttachment,
}

/// A file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct CbamQuarterlyAttachment {
    /// Its name. Needed.
    pub filename: String,
    /// Where it is.
    pub uri: String,
    /// Its media type. Needed.
    pub mime: String,
    /// Its bytes in base64. Needed.
    pub binary: String,
}

/// What the goods of one installation carry.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct CbamQuarterlyEmissions {
    /// Country of production, ISO 3166-1.
    pub production_country: String,
    /// The operator.
    pub operator: CbamQuarterlyOperator,
    /// The installation.
    pub installation: CbamQuarterlyInstallation,
    /// How much of the goods it made. Needed.
    pub produced: CbamQuarterlyMeasure,
    /// Direct emissions. Needed.
    pub direct: CbamQuarterlyDirect,
    /// Indirect emissions.
    pub indirect: CbamQuarterlyIndirect,
    /// Production methods and their parameters. Needed.
    pub production_methods: Vec<CbamQuarterlyProductionMethod>,
    /// Documents on the emissions.
    pub documents: Vec<CbamQuarterlyDocument>,
    /// Carbon prices due in the country of production.
    pub carbon_prices: Vec<CbamQuarterlyCarbonPrice>,
    /// Remarks on the emissions.
    pub remarks: Vec<CbamQuarterlyRemark>,
}

/// The operator of an installation.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct CbamQuarterlyOperator {
    /// Identifier. Needed.
    pub operator_id: String,
    /// Name. Needed.
    pub name: String,
    /// Address. Needed.
    pub address: CbamQuarterlyAddress,
    /// Whom to ask. Needed.
    pub contacts: Vec<CbamQuarterlyContact>,
}

/// Somebody to ask.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct CbamQuarterlyContact {
    /// Name. Needed.
    pub name: String,
    /// Telephone. Needed.
    pub phone: String,
    /// Mail address. Needed.
    pub email: String,
}

/// An installation.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct CbamQuarterlyInstallation {
    /// Identifier. Needed.
    pub installation_id: String,
    /// Name. Needed.
    pub name: String,
    /// What it does.
    pub economic_activity: String,
    /// Where it is. Needed.
    pub address: CbamQuarterlyInstallationAddress,
}

/// Where an installation is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct CbamQuarterlyInstallationAddress {
    /// ISO 3166-1 code. Needed.
    pub country: String,
    /// Part of the country.
    pub sub_division: String,
    /// City.
    pub city: String,
    /// Street.
    pub street: String,
    /// More of the street.
    pub street_additional_line: String,
    /// Number of the house.
    pub number: String,
    /// Postcode.
    pub postcode: String,
    /// Post-office box.
    pub po_box: String,
    /// Plot or parcel.
    pub plot_parcel_number: String,
    /// UN/LOCODE.
    pub unlocode: String,
    /// Degrees, north positive.
    pub latitude: String,
    /// Degrees, east positive.
    pub longitude: String,
    /// Code of the kind of coordinates: `01`.
    pub coordinates_type: String,
}

/// Direct emissions.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct CbamQuarterlyDirect {
    /// Code of the determination: `01` actual data, `02` estimated values, default values among them.
    pub determination_type: String,
    /// The same for imported electricity.
    pub determination_type_electricity: String,
    /// Code of the reporting method, `TOM01` and so on. Needed.
    pub methodology_type: String,
    /// The reporting method in words.
    pub methodology: String,
    /// Specific embedded emissions, in `measurement_unit`.
    pub specific_embedded_emissions: String,
    /// Another source of the value.
    pub other_source: String,
    /// Imported electricity: code of the source of the factor.
    pub electricity_factor_source: String,
    /// Imported electricity: emission factor, in t CO2e/MWh.
    pub emission_factor: String,
    /// Imported electricity, in MWh.
    pub electricity_imported: String,
    /// Emissions of imported electricity, in t CO2e.
    pub total_embedded_electricity_imported: String,
    /// Code of the unit: `EMU1` t CO2e for a tonne. Needed.
    pub measurement_unit: String,
    /// Where the value of the factor is from.
    pub emission_factor_source_value: String,
    /// How the conditions for an own factor are met.
    pub conditionality_fulfilment: String,
}

/// Indirect emissions.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct CbamQuarterlyIndirect {
    /// Code of the determination: `01` actual data, `02` estimated values. Needed.
    pub determination_type: String,
    /// Code of the source of the emission factor.
    pub emission_factor_source: String,
    /// Emission factor of the electricity, in t CO2e/MWh.
    pub emission_factor: String,
    /// Specific embedded emissions, in `measurement_unit`. Needed.
    pub specific_embedded_emissions: String,
    /// Code of the unit: `EMU1` t CO2e for a tonne. Needed.
    pub measurement_unit: String,
    /// Electricity, in MWh for a tonne.
    pub electricity_consumed: String,
    /// Code of the source of the electricity, `SOE01` and so on. Needed.
    pub electricity_source: String,
    /// Another source.
    pub other_source: String,
    /// Where the value of the factor is from.
    pub emission_factor_source_value: String,
}

/// A production method.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct CbamQuarterlyProductionMethod {
    /// Code of the method, `P01` and so on. Needed.
    pub method_id: String,
    /// Its name. Needed.
    pub name: String,
    /// Number of the steel mill.
    pub steel_mill_number: String,
    /// More about it.
    pub additional_information: String,
    /// Parameters that direct emissions depend on.
    pub direct_parameters: Vec<CbamQuarterlyParameter>,
    /// Parameters that indirect emissions depend on.
    pub indirect_parameters: Vec<CbamQuarterlyParameter>,
}

/// A qualifying parameter.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct CbamQuarterlyParameter {
    /// Code of the parameter. Needed.
    pub parameter_id: String,
    /// Its name. Needed.
    pub name: String,
    /// What it is.
    pub description: String,
    /// Kind of its value: `PERCENTAGE` and others. Needed.
    pub value_type: String,
    /// Its value. Needed.
    pub value: String,
    /// More about it.
    pub additional_information: String,
}

/// A carbon price due in the country of production.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct CbamQuarterlyCarbonPrice {
    /// Code of the kind of carbon price. Needed.
    pub instrument_type: String,
    /// The legal act. Needed.
    pub legal_act: String,
    /// Amount due, in `currency`. Needed.
    pub amount: String,
    /// ISO 4217 code. Needed.
    pub currency: String,
    /// Country. Needed.
    pub country: String,
    /// What the price is due for.
    pub products: Vec<CbamQuarterlyCarbonPriceProduct>,
}

/// A product that a carbon price is due for.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct CbamQuarterlyCarbonPriceProduct {
    /// Code of the kind of product. Needed.
    pub kind: String,
    /// Its code.
    pub cn_code: String,
    /// Quantity of emissions that the price covers, in t CO2e. Needed.
    pub quantity_covered: String,
    /// Quantity that a rebate or free allocation covers, in t CO2e. Needed.
    pub quantity_covered_free_allocation: String,
    /// More about it.
    pub supplementary_information: String,
    /// Still more.
    pub additional_information: String,
    /// How much of the product. Needed.
    pub measure: CbamQuarterlyMeasure,
}

/// A remark.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct CbamQuarterlyRemark {
    /// What it says. Needed.
    pub text: String,
}
