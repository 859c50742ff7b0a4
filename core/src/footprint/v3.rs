//! Members of a footprint since PACT 3.0 (technical specifications 3.0.3).

use super::decimal::Sign::{Above, Any, NotAbove, NotBelow, Percent, Rating};
use super::shape::{Kind, Shape, later, may, must, shall};

/// The version that is written.
pub(super) const VERSION: &str = "3.0.3";

/// A footprint of a product.
pub(super) const FOOTPRINT: Shape = Shape {
    fields: &[
        must("id", Kind::Uuid),
        must("specVersion", Kind::SpecVersion),
        may("precedingPfIds", Kind::Set(&Kind::Uuid)),
        must("created", Kind::Time),
        must("status", Kind::Word(&["Active", "Deprecated"])),
        may("validityPeriodStart", Kind::Time),
        may("validityPeriodEnd", Kind::Time),
        must("companyName", Kind::Named),
        must("companyIds", Kind::Set(&Kind::Urn)),
        must("productDescription", Kind::Text),
        must("productIds", Kind::Set(&Kind::Urn)),
        may("productClassifications", Kind::Set(&Kind::Urn)),
        must("productNameCompany", Kind::Named),
        may("comment", Kind::Text),
        must("pcf", Kind::Object(&CARBON)),
        may("extensions", Kind::Any(&Kind::Object(&EXTENSION))),
    ],
};

/// Units that a footprint may be declared for.
pub(super) const UNITS: &[&str] = &[
    "liter",
    "kilogram",
    "cubic meter",
    "kilowatt hour",
    "megajoule",
    "ton kilometer",
    "square meter",
    "piece",
    "hour",
    "megabit second",
];

/// Regions and subregions of the United Nations.
pub(super) const REGIONS: &[&str] = &[
    "Africa",
    "Americas",
    "Asia",
    "Europe",
    "Oceania",
    "Australia and New Zealand",
    "Central Asia",
    "Eastern Asia",
    "Eastern Europe",
    "Latin America and the Caribbean",
    "Melanesia",
    "Micronesia",
    "Northern Africa",
    "Northern America",
    "Northern Europe",
    "Polynesia",
    "South-eastern Asia",
    "Southern Asia",
    "Southern Europe",
    "Sub-Saharan Africa",
    "Western Asia",
    "Western Europe",
];

/// Standards that are known by name; others may stand, too.
pub(super) const STANDARDS: &[&str] = &[
    "ISO14067",
    "ISO14083",
    "ISO14040-44",
    "GHGP-Product",
    "PEF",
    "PACT-1.0",
    "PACT-2.0",
    "PACT-3.0",
    "PAS2050",
];

static CARBON: Shape = Shape {
    fields: &[
        must("declaredUnitOfMeasurement", Kind::Word(UNITS)),
        must("declaredUnitAmount", Kind::Decimal(Above)),
        must("productMassPerDeclaredUnit", Kind::Decimal(NotBelow)),
        must("referencePeriodStart", Kind::Time),
        must("referencePeriodEnd", Kind::Time),
        may("geographyRegionOrSubregion", Kind::Word(REGIONS)),
        may("geographyCountry", Kind::Country),
        may("geographyCountrySubdivision", Kind::Subdivision),
        may("boundaryProcessesDescription", Kind::Text),
        must("pcfExcludingBiogenicUptake", Kind::Decimal(Any)),
        must("pcfIncludingBiogenicUptake", Kind::Decimal(Any)),
        must("fossilCarbonContent", Kind::Decimal(NotBelow)),
        may("biogenicCarbonContent", Kind::Decimal(NotBelow)),
        may("recycledCarbonContent", Kind::Decimal(NotBelow)),
        must("fossilGhgEmissions", Kind::Decimal(NotBelow)),
        may("landUseChangeGhgEmissions", Kind::Decimal(NotBelow)),
        may("landCarbonLeakage", Kind::Decimal(NotBelow)),
        may("landManagementFossilGhgEmissions", Kind::Decimal(NotBelow)),
        may("landManagementBiogenicCO2Emissions", Kind::Decimal(NotBelow)),
        may("landManagementBiogenicCO2Removals", Kind::Decimal(NotAbove)),
        may("biogenicCO2Uptake", Kind::Decimal(NotAbove)),
        may("biogenicNonCO2Emissions", Kind::Decimal(NotBelow)),
        may("landAreaOccupation", Kind::Decimal(NotBelow)),
        may("aircraftGhgEmissions", Kind::Decimal(NotBelow)),
        shall("packagingEmissionsIncluded", Kind::Flag),
        may("packagingGhgEmissions", Kind::Decimal(NotBelow)),
        may("packagingBiogenicCarbonContent", Kind::Decimal(NotBelow)),
        may("outboundLogisticsGhgEmissions", Kind::Decimal(NotBelow)),
        shall("ccsTechnologicalCO2CaptureIncluded", Kind::Flag),
        may("ccsTechnologicalCO2Capture", Kind::Decimal(NotAbove)),
        may("technologicalCO2CaptureOrigin", Kind::Text),
        may("technologicalCO2Removals", Kind::Decimal(NotAbove)),
        may("ccuCarbonContent", Kind::Decimal(NotBelow)),
        may("ccuCalculationApproach", Kind::Word(&["Cut-off", "Credit"])),
        may("ccuCreditCertification", Kind::Uri),
        must("ipccCharacterizationFactors", Kind::Set(&Kind::Report)),
        must("crossSectoralStandards", Kind::Set(&Kind::Open(STANDARDS))),
        may("productOrSectorSpecificRules", Kind::Set(&Kind::Object(&RULE))),
        must("exemptedEmissionsPercent", Kind::Decimal(Percent)),
        may("exemptedEmissionsDescription", Kind::Text),
        may("allocationRulesDescription", Kind::Text),
        may("secondaryEmissionFactorSources", Kind::List(&Kind::Object(&SOURCE))),
        shall("primaryDataShare", Kind::Decimal(Percent)),
        later("dqi", Kind::Object(&RATINGS)),
        may("verification", Kind::Object(&VERIFICATION)),
    ],
};

/// The table of the carbon footprint inside.
pub(super) fn carbon() -> &'static Shape {
    &CARBON
}

pub(super) const EXTENSION: Shape = Shape {
    fields: &[
        must("specVersion", Kind::Text),
        must("dataSchema", Kind::Uri),
        may("documentation", Kind::Uri),
        must("data", Kind::Foreign),
    ],
};

pub(super) const RULE: Shape = Shape {
    fields: &[
        must("operator", Kind::Word(&["PEF", "EPD International", "Other"])),
        must("ruleNames", Kind::Set(&Kind::Named)),
        may("otherOperatorName", Kind::Named),
    ],
};

pub(super) const SOURCE: Shape = Shape { fields: &[must("name", Kind::Named), must("version", Kind::Named)] };

const RATINGS: Shape = Shape {
    fields: &[
        must("technologicalDQR", Kind::Decimal(Rating)),
        must("geographicalDQR", Kind::Decimal(Rating)),
        must("temporalDQR", Kind::Decimal(Rating)),
    ],
};

const VERIFICATION: Shape = Shape {
    fields: &[
        may("coverage", Kind::Word(&["PCF calculation model", "PCF program", "product level"])),
        may("providerName", Kind::Text),
        may("completedAt", Kind::Time),
        may("standardName", Kind::Text),
        may("comments", Kind::Text),
    ],
};
