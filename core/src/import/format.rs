//! The layouts that can be imported, and what is known of their publishers.

use crate::error::{Code, Error};
use crate::wire::v1;

/// A publisher's layout.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Format {
    /// Base Empreinte (Base Carbone) of ADEME.
    Ademe,
    /// UK Government conversion factors, flat file.
    Desnz,
    /// eGRID workbooks of the US EPA.
    Egrid,
    /// Ember's yearly electricity data.
    Ember,
    /// The US EPA's Emission Factors Hub.
    EpaHub,
    /// Data sets of openLCA: processes and results with their elementary flows.
    Openlca,
    /// Any table, with a mapping of its columns.
    Table,
    /// USEEIO supply chain factors.
    Useeio,
}

/// What is the same for all editions of a format.
pub(super) struct Facts {
    pub(super) name: &'static str,
    pub(super) title: &'static str,
    pub(super) publisher: &'static str,
    pub(super) licence: &'static str,
    pub(super) attribution: &'static str,
    pub(super) files: &'static [&'static str],
    pub(super) url: &'static str,
    /// Whether the publisher's files of comma-separated values may be in Windows-1252.
    pub(super) writes_1252: bool,
    pub(super) not_for: &'static [&'static str],
}

impl Format {
    /// Every format, by name.
    pub const ALL: &'static [Format] = &[
        Format::Ademe,
        Format::Desnz,
        Format::Egrid,
        Format::Ember,
        Format::EpaHub,
        Format::Openlca,
        Format::Table,
        Format::Useeio,
    ];

    /// The name that requests and the command use.
    pub fn as_str(self) -> &'static str {
        self.facts().name
    }

    /// Reads a format's name.
    ///
    /// # Errors
    /// `UNKNOWN_VALUE`, with the names that there are.
    ///
    /// # Example
    /// ```
    /// use emitrace::import::Format;
    ///
    /// assert_eq!(Format::parse("desnz")?, Format::Desnz);
    /// assert!(Format::parse("defra").unwrap_err().help().contains("desnz"));
    /// # Ok::<(), emitrace::Error>(())
    /// ```
    pub fn parse(text: &str) -> Result<Format, Error> {
        Format::ALL.iter().copied().find(|format| format.as_str() == text).ok_or_else(|| {
            let names: Vec<&str> = Format::ALL.iter().map(|format| format.as_str()).collect();
            Error::new(Code::UnknownValue, format!("import format `{text}` is not known"))
                .with_help(format!("use one of {}", names.join(", ")))
        })
    }

    /// The format as a listing shows it.
    pub fn describe(self) -> v1::ImportFormat {
        let facts = self.facts();
        v1::ImportFormat {
            format: facts.name.into(),
            title: facts.title.into(),
            publisher: facts.publisher.into(),
            licence: facts.licence.into(),
            files: facts.files.iter().map(|kind| (*kind).into()).collect(),
            url: facts.url.into(),
        }
    }

    pub(super) fn facts(self) -> &'static Facts {
        match self {
            Format::Ademe => &ADEME,
            Format::Desnz => &DESNZ,
            Format::Egrid => &EGRID,
            Format::Ember => &EMBER,
            Format::EpaHub => &EPA_HUB,
            Format::Openlca => &OPENLCA,
            Format::Table => &TABLE,
            Format::Useeio => &USEEIO,
        }
    }
}

static DESNZ: Facts = Facts {
    name: "desnz",
    title: "UK Government GHG conversion factors for company reporting: flat file",
    publisher: "Department for Energy Security and Net Zero (UK)",
    licence: "OGL-UK-3.0",
    attribution: "Contains public sector information licensed under the Open Government Licence v3.0 (DESNZ)",
    files: &["xlsx", "csv"],
    url: "https://www.gov.uk/government/collections/government-conversion-factors-for-company-reporting",
    writes_1252: true,
    not_for: &[
        "CO2e totals are locked to the GWP set of the edition and must not be rescaled to another one.",
        "State absent means that the source cell is blank: it is not zero.",
        "Waste factors for recycling and incineration hold transport to the plant only, not the treatment.",
        "Flights and air freight are printed with and without the uplift for non-CO2 effects: the name says which.",
        "Made for the United Kingdom: elsewhere every value is a proxy.",
    ],
};

static EMBER: Facts = Facts {
    name: "ember",
    title: "Carbon intensity of electricity by country and year (life cycle)",
    publisher: "Ember",
    licence: "CC-BY-4.0",
    attribution: "Ember, CC BY 4.0",
    files: &["csv"],
    url: "https://ember-energy.org/data/yearly-electricity-data/",
    writes_1252: false,
    not_for: &[
        "Life-cycle intensity, not a generation factor: it holds upstream emissions, so scope 3 category 3 would be counted twice.",
        "Not for a statutory inventory where the government publishes a factor.",
        "The GWP set is not stated.",
        "Values are revised between releases: quote the edition.",
    ],
};

static USEEIO: Facts = Facts {
    name: "useeio",
    title: "Supply chain GHG emission factors for US commodities, by NAICS-6",
    publisher: "US Environmental Protection Agency",
    licence: "US Government work, public domain",
    attribution: "US EPA, Supply Chain GHG Emission Factors",
    files: &["csv"],
    url: "https://github.com/USEPA/supply-chain-factors",
    writes_1252: false,
    not_for: &[
        "Purchaser prices in US dollars of the stated year: take off VAT, convert at the rate of the year of the spend, deflate once.",
        "Factors with margins are for purchaser prices; use \"-without-margins\" only for producer prices.",
        "US economy: elsewhere every value is a proxy.",
        "Spend-based factors are the last resort after supplier data and physical quantities.",
    ],
};

static ADEME: Facts = Facts {
    name: "ademe",
    title: "Base Empreinte (Base Carbone): emission factors",
    publisher: "ADEME",
    licence: "etalab-2.0",
    attribution: "ADEME, Base Empreinte, Licence Ouverte 2.0",
    files: &["csv"],
    url: "https://data.ademe.fr/datasets/base-carboner",
    writes_1252: true,
    not_for: &[
        "Totals hold the whole life cycle of an element: in scopes 1 and 2 use the post of the combustion, not the element.",
        "The GWP set of the CO2e totals is not stated in the file.",
        "Elements of one name and another year are told apart by their name and identifier, not by a validity.",
    ],
};

static EGRID: Facts = Facts {
    name: "egrid",
    title: "eGRID output emission rates and grid losses",
    publisher: "US Environmental Protection Agency",
    licence: "US Government work, public domain",
    attribution: "US EPA, eGRID",
    files: &["xlsx"],
    url: "https://www.epa.gov/egrid",
    writes_1252: false,
    not_for: &[
        "Non-baseload rates (activity electricity-marginal) estimate a change in consumption; they are not for an inventory.",
        "Output rates hold no transmission and distribution losses.",
        "A US average is not for a site whose subregion is known.",
    ],
};

static EPA_HUB: Facts = Facts {
    name: "epa-hub",
    title: "US EPA GHG Emission Factors Hub",
    publisher: "US Environmental Protection Agency",
    licence: "US Government work, public domain",
    attribution: "US EPA, GHG Emission Factors Hub",
    files: &["xlsx"],
    url: "https://www.epa.gov/climateleadership/ghg-emission-factors-hub",
    writes_1252: false,
    not_for: &[
        "Energy is gross (higher) calorific value: never use it with net energy.",
        "Mobile combustion stands in tables of CO2 per fuel and of CH4 and N2O per mile: one factor does not hold all gases.",
        "Waste factors hold treatment and transport; avoided emissions are not in them.",
        "Aircraft freight holds no uplift for effects other than CO2, CH4 and N2O.",
    ],
};

static OPENLCA: Facts = Facts {
    name: "openlca",
    title: "openLCA data sets (JSON-LD of openLCA 2): greenhouse gases of processes and results",
    publisher: "",
    licence: "",
    attribution: "",
    files: &["zip", "json"],
    url: "https://greendelta.github.io/olca-schema/",
    writes_1252: false,
    not_for: &[
        "Factors of life-cycle results hold all stages upstream: they are not for scopes 1 and 2, and never beside factors of the same stages.",
        "Factors of unit processes hold the direct emissions of that process only.",
        "Only greenhouse gases to air are taken: uptakes, flows to water and soil and other substances are not.",
        "Each row says in its note what the data set says of its sources and of its copyright.",
    ],
};

static TABLE: Facts = Facts {
    name: "table",
    title: "Any table, with a mapping of its columns",
    publisher: "",
    licence: "",
    attribution: "",
    files: &["csv", "xlsx"],
    url: "",
    writes_1252: false,
    not_for: &[],
};
