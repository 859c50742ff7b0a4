//! Members of a footprint in PACT 2.x (2.3.3; what came after 2.0 need not be there, so that 2.0 to 2.2 are read, too).

use super::decimal::Sign::{Above, Any, Count, NotAbove, NotBelow, OldRating, Percent};
use super::shape::{Kind, Shape, may, must};
use super::v3;

/// A footprint of a product.
pub(super) const FOOTPRINT: Shape = Shape {
    fields: &[
        must("id", Kind::Uuid),
        must("specVersion", Kind::SpecVersion),
        may("precedingPfIds", Kind::Set(&Kind::Uuid)),
        must("version", Kind::Number(Count)),
        must("created", Kind::Time),
        may("updated", Kind::Time),
        must("status", Kind::Word(&["Active", "Deprecated"])),
        may("statusComment", Kind::Text),
        may("validityPeriodStart", Kind::Time),
        may("validityPeriodEnd", Kind::Time),
        must("companyName", Kind::Named),
        must("companyIds", Kind::Set(&Kind::Urn)),
        must("productDescription", Kind::Text),
        must("productIds", Kind::Set(&Kind::Urn)),
        may("productClassifications", Kind::Set(&Kind::Urn)),
        must("productCategoryCpc", Kind::Named),
        must("productNameCompany", Kind::Named),
        must("comment", Kind::Text),
        must("pcf", Kind::Object(&CARBON)),
        may("extensions", Kind::Any(&Kind::Object(&v3::EXTENSION))),
    ],
};

static CARBON: Shape = Shape {
    fields: &[
        must("declaredUnit", Kind::Word(v3::UNITS)),
        must("unitaryProductAmount", Kind::Decimal(Above)),
        may("productMassPerDeclaredUnit", Kind::Decimal(NotBelow)),
        must("referencePeriodStart", Kind::Time),
        must("referencePeriodEnd", Kind::Time),
        may("geographyRegionOrSubregion", Kind::Word(v3::REGIONS)),
        may("geographyCountry", Kind::Country),
        may("geographyCountrySubdivision", Kind::Subdivision),
        must("boundaryProcessesDescription", Kind::Text),
        must("pCfExcludingBiogenic", Kind::Decimal(NotBelow)),
        may("pCfIncludingBiogenic", Kind::Decimal(Any)),
        must("fossilGhgEmissions", Kind::Decimal(NotBelow)),
        must("fossilCarbonContent", Kind::Decimal(NotBelow)),
        must("biogenicCarbonContent", Kind::Decimal(NotBelow)),
        may("dLucGhgEmissions", Kind::Decimal(NotBelow)),
        may("landManagementGhgEmissions", Kind::Decimal(Any)),
        may("otherBiogenicGhgEmissions", Kind::Decimal(NotBelow)),
        may("iLucGhgEmissions", Kind::Decimal(NotBelow)),
        may("biogenicCarbonWithdrawal", Kind::Decimal(NotAbove)),
        may("aircraftGhgEmissions", Kind::Decimal(NotBelow)),
        must("packagingEmissionsIncluded", Kind::Flag),
        may("packagingGhgEmissions", Kind::Decimal(NotBelow)),
        must("characterizationFactors", Kind::Word(&["AR6", "AR5"])),
        may("ipccCharacterizationFactorsSources", Kind::Set(&Kind::Report)),
        must("crossSectoralStandardsUsed", Kind::Set(&Kind::Open(&OLD_STANDARDS))),
        may("crossSectoralStandards", Kind::Set(&Kind::Open(v3::STANDARDS))),
        may("productOrSectorSpecificRules", Kind::Any(&Kind::Object(&v3::RULE))),
        may("biogenicAccountingMethodology", Kind::Open(&["PEF", "ISO", "GHGP", "Quantis"])),
        must("exemptedEmissionsPercent", Kind::Number(Percent)),
        must("exemptedEmissionsDescription", Kind::Text),
        may("allocationRulesDescription", Kind::Text),
        may("uncertaintyAssessmentDescription", Kind::Text),
        may("secondaryEmissionFactorSources", Kind::List(&Kind::Object(&v3::SOURCE))),
        may("primaryDataShare", Kind::Number(Percent)),
        may("dqi", Kind::Object(&RATINGS)),
        may("assurance", Kind::Object(&ASSURANCE)),
    ],
};

/// The table of the carbon footprint inside.
pub(super) fn carbon() -> &'static Shape {
    &CARBON
}

const OLD_STANDARDS: [&str; 3] =
    ["GHG Protocol Product standard", "ISO Standard 14067", "ISO Standard 14044"];

const RATINGS: Shape = Shape {
    fields: &[
        must("coveragePercent", Kind::Number(Percent)),
        must("technologicalDQR", Kind::Number(OldRating)),
        must("temporalDQR", Kind::Number(OldRating)),
        must("geographicalDQR", Kind::Number(OldRating)),
        must("completenessDQR", Kind::Number(OldRating)),
        must("reliabilityDQR", Kind::Number(OldRating)),
    ],
};

const ASSURANCE: Shape = Shape {
    fields: &[
        must("assurance", Kind::Flag),
        may("coverage", Kind::Word(&["corporate level", "product line", "PCF system", "product level"])),
        may("level", Kind::Word(&["limited", "reasonable"])),
        may("boundary", Kind::Word(&["Gate-to-Gate", "Cradle-to-Gate"])),
        must("providerName", Kind::Text),
        may("completedAt", Kind::Time),
        may("standardName", Kind::Text),
        may("comments", Kind::Text),
    ],
};

/// What members are called since 3.0.
pub(super) const RENAMED: &[(&str, &str)] = &[
    ("declaredUnit", "declaredUnitOfMeasurement"),
    ("unitaryProductAmount", "declaredUnitAmount"),
    ("pCfExcludingBiogenic", "pcfExcludingBiogenicUptake"),
    ("pCfIncludingBiogenic", "pcfIncludingBiogenicUptake"),
    ("dLucGhgEmissions", "landUseChangeGhgEmissions"),
    ("biogenicCarbonWithdrawal", "biogenicCO2Uptake"),
    ("otherBiogenicGhgEmissions", "biogenicNonCO2Emissions"),
    ("ipccCharacterizationFactorsSources", "ipccCharacterizationFactors"),
    ("characterizationFactors", "ipccCharacterizationFactors"),
    ("crossSectoralStandardsUsed", "crossSectoralStandards"),
    ("assurance", "verification"),
    ("productCategoryCpc", "productClassifications"),
    ("statusComment", "comment"),
];
