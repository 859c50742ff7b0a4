//! The elements of a quarterly report in their order, as data: QReport 23.00.
//!
//! Names, order, how often an element may stand and how long its text may be are those of a public code model that looks
//! generated from the Commission's schema `QReport_ver23.00.xsd`; the parts of a second one that were seen agree, the
//! schema itself was not read (confidence B). Only the meaning of codes is in the registry's code lists, which were not read.

/// Namespace of the report.
pub(super) const NAMESPACE: &str = "http://xmlns.ec.eu/BusinessObjects/CBAM/Types/V1";

/// The document element.
pub(super) const ROOT: &str = "QReport";

/// An element of a group.
#[derive(Debug)]
pub(super) struct Element {
    pub(super) name: &'static str,
    /// The field of the report that holds it; empty for a group whose elements are fields of the object around it.
    pub(super) field: &'static str,
    /// Whether it has to stand where its group stands.
    pub(super) needed: bool,
    /// How often it may stand.
    pub(super) most: usize,
    pub(super) holds: Holds,
}

/// What an element holds.
#[derive(Debug)]
pub(super) enum Holds {
    /// Text of at least and at most so many characters.
    Text(usize, usize),
    /// A decimal of at most so many digits, so many of them decimals; zero digits are no bound.
    Decimal(usize, usize),
    /// Text of a form: `0` stands for a digit, everything else for itself.
    Form(&'static str),
    /// A whole number of at most so many digits.
    Whole(usize),
    Flag,
    /// The place of the group in its list, from 1.
    Order,
    Group(&'static [Element]),
}

use Holds::{Decimal, Flag, Form, Group, Order, Text, Whole};

const fn one(name: &'static str, field: &'static str, holds: Holds) -> Element {
    Element { name, field, needed: true, most: 1, holds }
}

const fn may(name: &'static str, field: &'static str, holds: Holds) -> Element {
    Element { name, field, needed: false, most: 1, holds }
}

const fn some(name: &'static str, field: &'static str, most: usize, holds: Holds) -> Element {
    Element { name, field, needed: true, most, holds }
}

const fn any(name: &'static str, field: &'static str, most: usize, holds: Holds) -> Element {
    Element { name, field, needed: false, most, holds }
}

/// The children of the document element.
pub(super) const REPORT: &[Element] = &[
    one("SubmissionDate", "submission_date", Form("0000-00-00T00:00:00Z")),
    may("ReportId", "report_id", Text(1, 22)),
    one("ReportingPeriod", "reporting_period", Text(2, 2)),
    one("Year", "year", Form("0000")),
    one("Declarant", "declarant", Group(DECLARANT)),
    may("Representative", "representative", Group(REPRESENTATIVE)),
    may("Importer", "importer", Group(IMPORTER)),
    one("Signatures", "signature", Group(SIGNATURES)),
    may("Remarks", "", Group(REMARKS)),
    some("ImportedGood", "goods", 99_999, Group(GOOD)),
];

const DECLARANT: &[Element] = &[
    one("IdentificationNumber", "identification_number", Text(1, 17)),
    one("Name", "name", Text(1, 70)),
    one("Role", "role", Text(1, 5)),
    one("ActorAddress", "address", Group(ADDRESS)),
];

const REPRESENTATIVE: &[Element] = &[
    one("IdentificationNumber", "identification_number", Text(1, 17)),
    one("Name", "name", Text(1, 70)),
    one("RepresentativeAddress", "address", Group(ADDRESS)),
];

const IMPORTER: &[Element] = &[
    one("IdentificationNumber", "identification_number", Text(1, 17)),
    one("Name", "name", Text(1, 70)),
    one("ImporterAddress", "address", Group(ADDRESS)),
];

const ADDRESS: &[Element] = &[
    one("Country", "country", Text(2, 2)),
    may("SubDivision", "sub_division", Text(1, 35)),
    one("City", "city", Text(1, 35)),
    may("Street", "street", Text(1, 70)),
    may("StreetAdditionalLine", "street_additional_line", Text(1, 70)),
    may("Number", "number", Text(1, 35)),
    may("Postcode", "postcode", Text(1, 17)),
    may("POBox", "po_box", Text(1, 70)),
];

const SIGNATURES: &[Element] = &[
    one("ReportConfirmation", "", Group(CONFIRMATION)),
    may("ApplicableMethodologyConfirmation", "", Group(METHODOLOGY)),
];

const CONFIRMATION: &[Element] = &[
    one("GlobalDataConfirmation", "global_data_confirmation", Flag),
    one("UseOfDataConfirmation", "use_of_data_confirmation", Flag),
    one("SignaturePlace", "place", Text(1, 128)),
    one("Signature", "name", Text(1, 128)),
    one("PositionOfPersonSending", "position", Text(1, 128)),
];

const METHODOLOGY: &[Element] =
    &[one("OtherApplicableReportingMethodology", "other_methodology_confirmation", Flag)];

const REMARKS: &[Element] = &[one("AdditionalInformation", "remarks", Text(1, 9_999))];

const GOOD: &[Element] = &[
    one("ItemNumber", "", Order),
    may("Representative", "representative", Group(REPRESENTATIVE)),
    may("Importer", "importer", Group(IMPORTER)),
    // The schema lets it be left out; nothing can be said of a good without its code.
    one("CommodityCode", "", Group(COMMODITY)),
    one("OriginCountry", "", Group(&[one("Country", "origin", Text(2, 2))])),
    some("ImportedQuantity", "quantities", 9, Group(QUANTITY)),
    one("MeasureImported", "imported", Group(MEASURE)),
    any("SupportingDocuments", "documents", 99, Group(DOCUMENT)),
    may("Remarks", "", Group(REMARKS)),
    some("GoodsEmissions", "emissions", 999, Group(EMISSIONS)),
];

const COMMODITY: &[Element] = &[
    one("HsCode", "hs_code", Text(6, 6)),
    one("CnCode", "cn_code", Text(8, 8)),
    one("CommodityDetails", "", Group(&[one("Description", "description", Text(1, 512))])),
];

const QUANTITY: &[Element] = &[
    one("SequenceNumber", "", Order),
    one("Procedure", "", Group(PROCEDURE)),
    one("ImportArea", "", Group(&[one("ImportArea", "import_area", Text(1, 5))])),
    some("MeasureProcedureImported", "measures", 2, Group(PROCEDURE_MEASURE)),
    may("SpecialReferences", "", Group(&[one("AdditionalInformation", "special_references", Text(1, 512))])),
];

const PROCEDURE: &[Element] = &[
    one("RequestedProc", "requested_procedure", Text(2, 2)),
    may("PreviousProc", "previous_procedure", Text(2, 2)),
    any("InwardProcessingInfo", "inward_processing", 999, Group(INWARD_PROCESSING)),
];

const INWARD_PROCESSING: &[Element] = &[
    one("MemberStateAuth", "member_state", Text(2, 2)),
    one("DischargeBillWaiver", "discharge_bill_waiver", Whole(1)),
    one("Authorisation", "authorisation", Text(1, 512)),
    one("StartTime", "start", Whole(8)),
    one("EndTime", "end", Whole(8)),
    one("Deadline", "deadline", Whole(8)),
];

const PROCEDURE_MEASURE: &[Element] = &[
    one("Indicator", "indicator", Whole(1)),
    may("NetMass", "net_mass", Decimal(16, 6)),
    may("SupplementaryUnits", "supplementary_units", Decimal(16, 6)),
    one("MeasurementUnit", "measurement_unit", Text(1, 5)),
];

const MEASURE: &[Element] = &[
    may("NetMass", "net_mass", Decimal(16, 6)),
    may("SupplementaryUnits", "supplementary_units", Decimal(16, 6)),
    one("MeasurementUnit", "measurement_unit", Text(1, 5)),
];

const DOCUMENT: &[Element] = &[
    one("SequenceNumber", "", Order),
    one("Type", "kind", Text(4, 4)),
    may("Country", "country", Text(2, 2)),
    one("ReferenceNumber", "reference_number", Text(1, 70)),
    may("LineItemNumber", "line_item_number", Whole(5)),
    may("IssuingAuthName", "issuing_authority", Text(1, 70)),
    may("ValidityStartDate", "valid_from", Form("0000-00-00")),
    may("ValidityEndDate", "valid_to", Form("0000-00-00")),
    may("Description", "description", Text(1, 256)),
    may("Attachment", "attachment", Group(ATTACHMENT)),
];

const ATTACHMENT: &[Element] = &[
    one("Filename", "filename", Text(1, 256)),
    may("URI", "uri", Text(1, 2_048)),
    one("MIME", "mime", Text(1, 71)),
    // The schema has no bound; a text longer than a record may be is not read.
    one("Binary", "binary", Text(1, 1_000_000)),
];

const EMISSIONS: &[Element] = &[
    one("SequenceNumber", "", Order),
    may("ProductionCountry", "production_country", Text(2, 2)),
    may("InstallationOperator", "operator", Group(OPERATOR)),
    may("Installation", "installation", Group(INSTALLATION)),
    one("ProducedMeasure", "produced", Group(MEASURE)),
    one("DirectEmissions", "direct", Group(DIRECT)),
    may("IndirectEmissions", "indirect", Group(INDIRECT)),
    some("ProdMethodQualifyingParams", "production_methods", 99, Group(PRODUCTION_METHOD)),
    any("SupportingDocuments", "documents", 99, Group(DOCUMENT)),
    any("CarbonPriceDue", "carbon_prices", 99, Group(CARBON_PRICE)),
    any("RemarksEmissions", "remarks", 9, Group(REMARK)),
];

const OPERATOR: &[Element] = &[
    one("OperatorId", "operator_id", Text(1, 17)),
    one("OperatorName", "name", Text(1, 70)),
    one("OperatorAddress", "address", Group(ADDRESS)),
    some("ContactDetails", "contacts", 9, Group(CONTACT)),
];

const CONTACT: &[Element] = &[
    one("Name", "name", Text(1, 70)),
    one("Phone", "phone", Text(1, 35)),
    one("Email", "email", Text(1, 256)),
];

const INSTALLATION: &[Element] = &[
    one("InstallationId", "installation_id", Text(1, 17)),
    one("InstallationName", "name", Text(1, 256)),
    may("EconomicActivity", "economic_activity", Text(1, 256)),
    one("Address", "address", Group(PLACE)),
];

const PLACE: &[Element] = &[
    one("EstablishmentCountry", "country", Text(2, 2)),
    may("SubDivision", "sub_division", Text(1, 35)),
    may("City", "city", Text(1, 35)),
    may("Street", "street", Text(1, 70)),
    may("StreetAdditionalLine", "street_additional_line", Text(1, 70)),
    may("Number", "number", Text(1, 35)),
    may("Postcode", "postcode", Text(1, 17)),
    may("POBox", "po_box", Text(1, 70)),
    may("PlotParcelNumber", "plot_parcel_number", Text(1, 15)),
    may("UNLOCODE", "unlocode", Text(1, 17)),
    may("Latitude", "latitude", Text(1, 17)),
    may("Longitude", "longitude", Text(1, 17)),
    may("CoordinatesType", "coordinates_type", Text(1, 5)),
];

const DIRECT: &[Element] = &[
    may("DeterminationType", "determination_type", Text(1, 5)),
    may("DeterminationTypeElectricity", "determination_type_electricity", Text(1, 5)),
    one("ApplicableReportingTypeMethodology", "methodology_type", Text(1, 5)),
    may("ApplicableReportingMethodology", "methodology", Text(1, 4_000)),
    may("SpecificEmbeddedEmissions", "specific_embedded_emissions", Decimal(16, 7)),
    may("OtherSourceIndication", "other_source", Text(1, 4_000)),
    may("EmissionFactorSourceElectricity", "electricity_factor_source", Text(1, 5)),
    may("EmissionFactor", "emission_factor", Decimal(16, 5)),
    may("ElectricityImported", "electricity_imported", Decimal(0, 0)),
    may("TotalEmbeddedElectricityImported", "total_embedded_electricity_imported", Decimal(16, 7)),
    one("MeasurementUnit", "measurement_unit", Text(1, 5)),
    may("EmissionFactorSourceValue", "emission_factor_source_value", Text(1, 5_000)),
    may("ConditionalityFulfillment", "conditionality_fulfilment", Text(1, 5_000)),
];

const INDIRECT: &[Element] = &[
    one("DeterminationType", "determination_type", Text(1, 5)),
    may("EmissionFactorSource", "emission_factor_source", Text(1, 5)),
    may("EmissionFactor", "emission_factor", Decimal(16, 5)),
    one("SpecificEmbeddedEmissions", "specific_embedded_emissions", Decimal(16, 7)),
    one("MeasurementUnit", "measurement_unit", Text(1, 5)),
    may("ElectricityConsumed", "electricity_consumed", Decimal(7, 2)),
    one("ElectricitySource", "electricity_source", Text(1, 5)),
    may("OtherSourceIndication", "other_source", Text(1, 4_000)),
    may("EmissionFactorSourceValue", "emission_factor_source_value", Text(1, 512)),
];

const PRODUCTION_METHOD: &[Element] = &[
    one("SequenceNumber", "", Order),
    one("MethodId", "method_id", Text(1, 5)),
    one("MethodName", "name", Text(1, 256)),
    may("SteelMillNumber", "steel_mill_number", Text(1, 256)),
    may("AdditionalInformation", "additional_information", Text(1, 512)),
    any("DirectQualifyingParameters", "direct_parameters", 99, Group(PARAMETER)),
    any("IndirectQualifyingParameters", "indirect_parameters", 99, Group(PARAMETER)),
];

const PARAMETER: &[Element] = &[
    one("SequenceNumber", "", Order),
    one("ParameterId", "parameter_id", Text(1, 5)),
    one("ParameterName", "name", Text(1, 256)),
    may("Description", "description", Text(1, 256)),
    one("ParameterValueType", "value_type", Text(1, 256)),
    one("ParameterValue", "value", Text(1, 256)),
    may("AdditionalInformation", "additional_information", Text(1, 512)),
];

const CARBON_PRICE: &[Element] = &[
    one("SequenceNumber", "", Order),
    one("InstrumentType", "instrument_type", Text(1, 5)),
    one("LegalActDescription", "legal_act", Text(1, 512)),
    one("Amount", "amount", Decimal(0, 0)),
    one("Currency", "currency", Text(3, 3)),
    one("Country", "country", Text(2, 2)),
    any("ProductsCovered", "products", 9, Group(CARBON_PRICE_PRODUCT)),
];

const CARBON_PRICE_PRODUCT: &[Element] = &[
    one("SequenceNumber", "", Order),
    one("Type", "kind", Text(1, 5)),
    may("CN", "cn_code", Text(1, 8)),
    one("QuantityCovered", "quantity_covered", Decimal(16, 5)),
    one("QuantityCoveredFreeAloc", "quantity_covered_free_allocation", Decimal(16, 5)),
    may("SupplementaryInformation", "supplementary_information", Text(1, 256)),
    may("AdditionalInformation", "additional_information", Text(1, 512)),
    one("Measure", "measure", Group(MEASURE)),
];

const REMARK: &[Element] =
    &[one("SequenceNumber", "", Order), one("AdditionalInformation", "text", Text(1, 512))];
