//! Rows of packs of the kinds `cbam-…`, one type for each; figures are those of `trace-figures`, too.

use chrono::NaiveDate;

use crate::number::Amount;

/// A sector of the goods.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Sector {
    /// Aluminium.
    Aluminium,
    /// Cement.
    Cement,
    /// Electricity.
    Electricity,
    /// Fertilisers.
    Fertilisers,
    /// Hydrogen.
    Hydrogen,
    /// Iron and steel.
    IronSteel,
}

impl Sector {
    /// Every sector, by name.
    pub const ALL: [Sector; 6] = [
        Sector::Aluminium,
        Sector::Cement,
        Sector::Electricity,
        Sector::Fertilisers,
        Sector::Hydrogen,
        Sector::IronSteel,
    ];

    /// The word that packs and answers write.
    pub const fn as_str(self) -> &'static str {
        match self {
            Sector::Aluminium => "aluminium",
            Sector::Cement => "cement",
            Sector::Electricity => "electricity",
            Sector::Fertilisers => "fertilisers",
            Sector::Hydrogen => "hydrogen",
            Sector::IronSteel => "iron-steel",
        }
    }

    pub(super) fn parse(text: &str) -> Option<Sector> {
        Sector::ALL.into_iter().find(|sector| sector.as_str() == text)
    }
}

/// What specific embedded emissions of a good are stated for one of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum FunctionalUnit {
    /// A tonne of the good.
    Tonne,
    /// A tonne of the clinker contained.
    TonneClinker,
    /// A tonne of the nitrogen contained.
    TonneNitrogen,
    /// A kilogram of the nitrogen contained, the supplementary unit of the Combined Nomenclature.
    KilogramNitrogen,
    /// A kilowatt-hour.
    KilowattHour,
}

impl FunctionalUnit {
    const ALL: [FunctionalUnit; 5] = [
        FunctionalUnit::Tonne,
        FunctionalUnit::TonneClinker,
        FunctionalUnit::TonneNitrogen,
        FunctionalUnit::KilogramNitrogen,
        FunctionalUnit::KilowattHour,
    ];

    /// The word that packs and answers write: `t`, `t-clinker`, `t-nitrogen`, `kg-nitrogen`, `kWh`.
    pub const fn as_str(self) -> &'static str {
        match self {
            FunctionalUnit::Tonne => "t",
            FunctionalUnit::TonneClinker => "t-clinker",
            FunctionalUnit::TonneNitrogen => "t-nitrogen",
            FunctionalUnit::KilogramNitrogen => "kg-nitrogen",
            FunctionalUnit::KilowattHour => "kWh",
        }
    }

    pub(super) fn parse(text: &str) -> Option<FunctionalUnit> {
        FunctionalUnit::ALL.into_iter().find(|unit| unit.as_str() == text)
    }
}

/// A good of Annex I.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GoodRow {
    /// Code of the Combined Nomenclature, eight digits.
    pub cn: Box<str>,
    /// Its sector.
    pub sector: Sector,
    /// Its aggregated goods category.
    pub category: Box<str>,
    /// The gases that count: `CO2`, `N2O`, `PFC`.
    pub gases: Vec<Box<str>>,
    /// Whether indirect emissions of its own electricity count; not so for goods of Annex II.
    pub indirect: bool,
    /// What its specific emissions are stated for one of.
    pub functional_unit: FunctionalUnit,
    /// `simple`, `complex` or `either`.
    pub complexity: Box<str>,
    /// What the code is called.
    pub description: Box<str>,
    /// Where it stands.
    pub cell: Box<str>,
    /// `A`, `A-`, `B`, `C`.
    pub confidence: Box<str>,
    /// Remark.
    pub note: Box<str>,
}

/// An aggregated goods category.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CategoryRow {
    /// Its identifier: `crude-steel`.
    pub category: Box<str>,
    /// Its name.
    pub name: Box<str>,
    /// Its sector.
    pub sector: Sector,
    /// Production routes that are told apart; empty = all are one.
    pub routes: Vec<Box<str>>,
    /// Categories whose goods are relevant precursors.
    pub precursors: Vec<Box<str>>,
    /// Parameters of the sector that have to be reported.
    pub parameters: Vec<Box<str>>,
    /// Where it stands.
    pub cell: Box<str>,
    /// `A`, `A-`, `B`, `C`.
    pub confidence: Box<str>,
    /// Remark.
    pub note: Box<str>,
}

/// Default values of a good of a country, in tonnes of CO2 equivalent for a tonne of the good.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DefaultRow {
    /// The country's table; `ZZ` = other countries and territories, `XX` = country not known (Annex IV).
    pub country: Box<str>,
    /// Code of the Combined Nomenclature or the beginning of one.
    pub cn: Box<str>,
    /// `grey`, `white`, or empty.
    pub variant: Box<str>,
    /// Direct emissions; for information only.
    pub direct: Option<Amount>,
    /// Indirect emissions; for information only.
    pub indirect: Option<Amount>,
    /// What counts; `None` = the act prints no value.
    pub total: Option<Amount>,
    /// Indicator of the production route for the benchmark: `C`, `C/F`, or empty.
    pub route: Box<str>,
    /// Remark.
    pub note: Box<str>,
}

/// A benchmark, in tonnes of CO2 equivalent for a tonne of the good.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BenchmarkRow {
    /// Code of the Combined Nomenclature.
    pub cn: Box<str>,
    /// `A`: the production process; `B`: a good with default values.
    pub column: Box<str>,
    /// Indicator of the production route; empty = one value for all.
    pub route: Box<str>,
    /// Indicator of the years of production; empty = one value for all.
    pub period: Box<str>,
    /// The value.
    pub value: Amount,
    /// Remark.
    pub note: Box<str>,
}

/// A factor, price, share, day or word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FigureRow {
    /// `cbam-factor`, `price`, `mark-up` …
    pub figure: Box<str>,
    /// What it is about: a sector, an indicator, a duty; may be empty.
    pub subject: Box<str>,
    /// First day of import that it holds for.
    pub from: Option<NaiveDate>,
    /// Last day of import that it holds for.
    pub to: Option<NaiveDate>,
    /// The figure or word.
    pub value: Box<str>,
    /// The figure, where the value is one.
    pub amount: Option<Amount>,
    /// Its unit.
    pub unit: Box<str>,
    /// The act.
    pub document: Box<str>,
    /// Where in the act.
    pub clause: Box<str>,
    /// `A`, `A-`, `B`, `C`.
    pub confidence: Box<str>,
    /// Remark.
    pub note: Box<str>,
}

impl FigureRow {
    /// Whether it holds for an import of that day.
    pub fn holds_on(&self, day: NaiveDate) -> bool {
        self.from.is_none_or(|from| from <= day) && self.to.is_none_or(|to| day <= to)
    }
}

/// How a country stands to the mechanism.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum CountryStatus {
    /// It has a table of default values.
    Table,
    /// It is of the customs territory of the Union: what comes from it is no import.
    Union,
    /// Its goods are exempt (Annex III).
    Exempt,
    /// Not a country: the highest values, where the country is not known.
    Unknown,
}

impl CountryStatus {
    const ALL: [CountryStatus; 4] =
        [CountryStatus::Table, CountryStatus::Union, CountryStatus::Exempt, CountryStatus::Unknown];

    /// The word that packs and answers write: `table`, `eu`, `exempt`, `unknown`.
    pub const fn as_str(self) -> &'static str {
        match self {
            CountryStatus::Table => "table",
            CountryStatus::Union => "eu",
            CountryStatus::Exempt => "exempt",
            CountryStatus::Unknown => "unknown",
        }
    }

    pub(super) fn parse(text: &str) -> Option<CountryStatus> {
        CountryStatus::ALL.into_iter().find(|status| status.as_str() == text)
    }
}

/// A country of the tables.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CountryRow {
    /// ISO 3166-1 code; `ZZ` and `XX` as in [`DefaultRow::country`].
    pub country: Box<str>,
    /// Its name in the act.
    pub name: Box<str>,
    /// Further names.
    pub aliases: Vec<Box<str>>,
    /// How it stands to the mechanism.
    pub status: CountryStatus,
    /// Where it stands.
    pub cell: Box<str>,
    /// `A`, `A-`, `B`, `C`.
    pub confidence: Box<str>,
    /// Remark.
    pub note: Box<str>,
}
