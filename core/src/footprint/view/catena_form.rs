//! Members of the aspect `io.catenax.pcf` 9.0.0 of Catena-X, in the order in which they are written. A group is a list of one object.

use crate::footprint::decimal::Sign::{Above, Any, NotAbove, NotBelow, Percent, Rating};
use crate::footprint::shape::{Field, Kind, Shape, may, must};

/// A footprint without geography is one of the world.
pub(super) const WORLD: &str = "Global";
/// Regions of the United Nations, of which footprints name the same, and two more.
const REGIONS: &[&str] = &[
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
    WORLD,
    "Several",
];
/// Assessment reports that have a name; others are `unspecified`.
pub(super) const REPORTS: &[&str] = &["AR4", "AR5", "AR6", UNSPECIFIED];
pub(super) const UNSPECIFIED: &str = "unspecified";
/// The published list divides the `megabit second` in two; neither is a unit of footprints.
const UNITS: &[&str] = &[
    "liter",
    "kilogram",
    "cubic meter",
    "kilowatt hour",
    "megajoule",
    "ton kilometer",
    "square meter",
    "piece",
    "hour",
];

const fn group(name: &'static str, kind: &'static Kind) -> Field {
    must(name, Kind::List(kind))
}

pub(super) const PAYLOAD: Shape = Shape {
    fields: &[
        group("scopeOfPcfForm", &Kind::Object(&SCOPE)),
        group("companyAndProductInformation", &Kind::Object(&SUBJECT)),
        group("pcfAssessmentAndMethodology", &Kind::Object(&ASSESSED)),
        group("general", &Kind::Object(&GENERAL)),
        group("carbonContent", &Kind::Object(&CARBON)),
        group("productLifeCycleStagesAndEmissions", &Kind::Object(&STAGES)),
        may("attestationOfConformance", Kind::List(&Kind::Object(&ATTESTATION))),
    ],
};

const SCOPE: Shape = Shape {
    fields: &[
        must("specVersion", Kind::Set(&Kind::Named)),
        must("partialFullPcf", Kind::Word(&["Cradle-to-gate", "Cradle-to-grave"])),
    ],
};

const SUBJECT: Shape = Shape {
    fields: &[
        group("companyInformation", &Kind::Object(&COMPANY)),
        group("productInformation", &Kind::Object(&PRODUCT)),
    ],
};

const COMPANY: Shape =
    Shape { fields: &[must("companyName", Kind::Named), must("companyIds", Kind::Set(&Kind::Uri))] };

const PRODUCT: Shape = Shape {
    fields: &[
        must("productNameCompany", Kind::Named),
        must("productIds", Kind::Set(&Kind::Uri)),
        must("declaredUnitOfMeasurement", Kind::Word(UNITS)),
        must("declaredUnitAmount", Kind::Number(Above)),
        must("productMassPerDeclaredUnit", Kind::Number(NotBelow)),
        may("productClassifications", Kind::Set(&Kind::Text)),
        may("productDescription", Kind::Text),
    ],
};

const ASSESSED: Shape = Shape {
    fields: &[
        may("pcfAssessmentInformation", Kind::List(&Kind::Object(&ASSESSMENT))),
        may("dataSourcesAndQuality", Kind::List(&Kind::Object(&DATA))),
        may("verificationAndCertificationShares", Kind::List(&Kind::Object(&SHARES))),
        may("pcfMethodology", Kind::List(&Kind::Object(&METHOD))),
    ],
};

const ASSESSMENT: Shape = Shape {
    fields: &[
        group("technology", &Kind::Object(&TECHNOLOGY)),
        group("idAndVersion", &Kind::Object(&IDENTITY)),
        group("boundarySpecifications", &Kind::Object(&BOUNDARY)),
        group("geography", &Kind::Object(&GEOGRAPHY)),
        group("time", &Kind::Object(&TIME)),
    ],
};

const TECHNOLOGY: Shape = Shape {
    fields: &[
        must("ccsTechnologicalCO2CaptureIncluded", Kind::Flag),
        may("boundaryProcessesDescription", Kind::Text),
    ],
};

const IDENTITY: Shape = Shape {
    fields: &[
        must("id", Kind::Uuid),
        must("version", Kind::Number(NotBelow)),
        must("status", Kind::Word(&["Active", "Deprecated"])),
        must(
            "retroOrProspectivePcfType",
            Kind::Word(&[
                "Retrospective PCF",
                "Prospective PCF without forerunner",
                "Prospective PCF of further developed product with forerunner",
                "Prospective PCF for current product for future production date",
                "Progressive PCF",
            ]),
        ),
    ],
};

const BOUNDARY: Shape = Shape {
    fields: &[
        must("exemptedEmissionsPercent", Kind::Number(Percent)),
        may("exemptedEmissionsDescription", Kind::Text),
    ],
};

const GEOGRAPHY: Shape = Shape {
    fields: &[
        must("geographyRegionOrSubregion", Kind::Word(REGIONS)),
        may("geographyCountrySubdivision", Kind::Subdivision),
        may("geographyCountry", Kind::Country),
    ],
};

const TIME: Shape = Shape {
    fields: &[
        must("referencePeriodStart", Kind::Time),
        must("referencePeriodEnd", Kind::Time),
        must("created", Kind::Time),
        may("validityPeriodStart", Kind::Time),
        must("validityPeriodEnd", Kind::Time),
    ],
};

const DATA: Shape = Shape {
    fields: &[
        must("primaryDataShare", Kind::Number(Percent)),
        must("secondaryEmissionFactorSources", Kind::Any(&Kind::Text)),
        must("technologicalDQR", Kind::Number(Rating)),
        must("temporalDQR", Kind::Number(Rating)),
        must("geographicalDQR", Kind::Number(Rating)),
    ],
};

const SHARES: Shape = Shape {
    fields: &[
        may("programCertificationShare", Kind::Number(Percent)),
        may("productVerificationShare3rdParty", Kind::Number(Percent)),
        may("productVerificationShare2ndParty", Kind::Number(Percent)),
        may("productVerificationShare1stParty", Kind::Number(Percent)),
    ],
};

const METHOD: Shape = Shape {
    fields: &[
        group("massBalancingInformation", &Kind::Object(&BALANCE)),
        group("standards", &Kind::Object(&STANDARDS)),
        group("gwpCharacterizationFactorDetails", &Kind::Object(&GWP)),
        group("allocationInForeground", &Kind::Object(&ALLOCATION)),
    ],
};

const BALANCE: Shape = Shape {
    fields: &[
        must("massBalancingUsed", Kind::Flag),
        must("freeAttributionInMassBalancing", Kind::Word(&["true", "false", "not applicable"])),
        must("massBalancingCertificateScheme", Kind::Named),
    ],
};

const STANDARDS: Shape = Shape {
    fields: &[
        must("crossSectoralStandards", Kind::List(&Kind::Text)),
        must("productOrSectorSpecificRules", Kind::Any(&Kind::Text)),
    ],
};

const GWP: Shape = Shape { fields: &[must("ipccCharacterizationFactors", Kind::Word(REPORTS))] };

const ALLOCATION: Shape = Shape {
    fields: &[
        must(
            "allocationWasteIncineration",
            Kind::Word(&["cut-off", "reverse cut-off", "system expansion", "polluter pays principle"]),
        ),
        may("allocationRulesDescription", Kind::Text),
        may("allocationRecycledCarbon", Kind::Word(&["upstream system expansion", "cut-off"])),
    ],
};

const GENERAL: Shape = Shape { fields: &[may("comment", Kind::Text), may("pcfLegalStatement", Kind::Text)] };

const CARBON: Shape = Shape {
    fields: &[
        may("carbonContentTotal", Kind::Number(NotBelow)),
        may("fossilCarbonContent", Kind::Number(NotBelow)),
        may("biogenicCarbonContent", Kind::Number(NotBelow)),
        may("packagingBiogenicCarbonContent", Kind::Number(NotBelow)),
        may("recycledCarbonContent", Kind::Number(NotBelow)),
    ],
};

const STAGES: Shape = Shape {
    fields: &[
        group("productionStage", &Kind::Object(&PRODUCTION)),
        group("distributionStage", &Kind::Object(&DISTRIBUTION)),
        group("packagingStage", &Kind::Object(&PACKAGING)),
    ],
};

const PRODUCTION: Shape = Shape {
    fields: &[
        must("pcfIncludingBiogenicUptake", Kind::Number(Any)),
        must("pcfExcludingBiogenicUptake", Kind::Number(NotBelow)),
        may("fossilGhgEmissions", Kind::Number(NotBelow)),
        may("biogenicNonCO2Emissions", Kind::Number(NotBelow)),
        may("biogenicCO2Uptake", Kind::Number(NotAbove)),
        may("landUseChangeGhgEmissions", Kind::Number(NotBelow)),
        may("landManagementBiogenicCO2Emissions", Kind::Number(NotBelow)),
        may("landManagementBiogenicCO2Removals", Kind::Number(NotAbove)),
        may("aircraftGhgEmissions", Kind::Number(NotBelow)),
    ],
};

const DISTRIBUTION: Shape = Shape {
    fields: &[
        must("distributionStageIncluded", Kind::Flag),
        may("distributionStagePcfExcludingBiogenicUptake", Kind::Number(NotBelow)),
    ],
};

const PACKAGING: Shape = Shape {
    fields: &[
        must("packagingEmissionsIncluded", Kind::Flag),
        may("packagingPcfExcludingBiogenicUptake", Kind::Number(NotBelow)),
    ],
};

const ATTESTATION: Shape = Shape {
    fields: &[
        must("attestationType", Kind::Text),
        must("standardName", Kind::Text),
        must("attestationStandard", Kind::Text),
        must("attestationOfConformanceId", Kind::Text),
        must("providerName", Kind::Text),
        may("attestationOfConformanceLink", Kind::Text),
        may("providerId", Kind::Text),
        may("completedAt", Kind::Time),
    ],
};
