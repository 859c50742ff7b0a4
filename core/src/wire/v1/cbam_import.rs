//! What an importer owes: certificates, cost, holdings, days, and what each figure rests on. Amounts are exact: a decimal,
//! or a fraction `n/d` where no decimal ends.

use serde::{Deserialize, Serialize};

use super::{Finding, FindingCount, PackUse};

/// Name of the answer's shape.
pub const CBAM_IMPORT_SCHEMA: &str = "emitrace/cbam-import/1";

/// Answer of the method `cbam.declare`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CbamImportAnswer {
    /// `emitrace/cbam-import/1`.
    pub schema: String,
    /// Version of the engine.
    pub engine: String,
    /// SHA-256 of the canonical JSON of `declaration`, in hexadecimal.
    pub digest: String,
    /// The result itself.
    pub declaration: CbamDeclaration,
    /// How many rows there are, and what became of them.
    pub coverage: CbamCoverage,
    /// The findings, in the order of the rows, up to the limit; `coverage` counts all of them.
    pub findings: Vec<Finding>,
}

impl CbamImportAnswer {
    /// Whether every row is in the result.
    pub fn is_complete(&self) -> bool {
        self.coverage.excluded == 0
    }
}

/// What became of the rows.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CbamCoverage {
    /// Data rows in the ledger.
    pub rows: u64,
    /// Rows in the result.
    pub counted: u64,
    /// Rows whose origin has no obligation.
    pub exempt_origin: u64,
    /// Rows left out, each with an error finding.
    pub excluded: u64,
    /// How often each code was found.
    pub findings: Vec<FindingCount>,
}

/// A year's imports of one importer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CbamDeclaration {
    /// The calendar year of import.
    pub year: String,
    /// What decides where rows do not say it: `default`, `actual`, `actual-else-default`.
    pub data: String,
    /// The edition of default values that was asked for; empty = the youngest.
    pub defaults_edition: String,
    /// The single mass threshold.
    pub threshold: CbamThreshold,
    /// The whole.
    pub total: CbamSums,
    /// By sector.
    pub sectors: Vec<CbamSector>,
    /// One line for each good, origin, installation and way of determination.
    pub goods: Vec<CbamLine>,
    /// What has to be held at the end of each quarter; empty for 2026.
    pub holdings: Vec<CbamHolding>,
    /// What a reader must know beside the findings.
    pub notes: Vec<String>,
    /// Every figure that was used.
    pub figures: Vec<CbamFigure>,
    /// The roundings.
    pub rounding: String,
    /// The lowest confidence among what was used.
    pub confidence: String,
    /// The packs that rows came from.
    pub packs: Vec<PackUse>,
    /// Installations that were computed from documents.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub plants: Vec<CbamPlantUse>,
}

/// An installation that was computed from its operator's document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CbamPlantUse {
    /// Its name, as the imports write it.
    pub installation: String,
    /// Its name in the document.
    pub name: String,
    /// The calendar year of the document.
    pub period: String,
    /// Whether nothing is left out.
    pub complete: bool,
    /// Codes of the goods with figures.
    pub goods: Vec<String>,
    /// Digest of the answer of `cbam.embedded` for the document.
    pub digest: String,
    /// The packs that it was computed with.
    pub packs: Vec<PackUse>,
}

/// The single mass threshold.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CbamThreshold {
    /// Net mass of the sectors that count, t.
    pub mass_t: String,
    /// The threshold, t; exactly so much is exempt.
    pub limit_t: String,
    /// Whether the goods of these sectors are exempt for the whole year.
    pub exempt: bool,
    /// Net mass above the threshold as a share of it; 0 if there is none.
    pub overshoot: String,
    /// Net mass by sector that counts, t.
    pub sectors: Vec<CbamSectorMass>,
    /// Sectors with imports that are never exempt.
    pub never_exempt: Vec<String>,
    /// The row of the threshold.
    pub figure: String,
    /// `M-107`.
    pub method: String,
}

/// Net mass of a sector.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CbamSectorMass {
    /// The sector.
    pub sector: String,
    /// Net mass, t.
    pub mass_t: String,
}

/// Sums of lines.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CbamSums {
    /// Rows.
    pub rows: u64,
    /// Embedded emissions, mark-up included, t CO2e.
    pub embedded_t_co2e: String,
    /// Adjustment for free allocation, t CO2e.
    pub free_allocation_t_co2e: String,
    /// What the carbon price paid abroad takes off, t CO2e.
    pub carbon_price_t_co2e: String,
    /// Certificates due, exactly; one stands for a tonne of CO2 equivalent.
    pub certificates: String,
    /// Certificates that the mark-up alone brings.
    pub certificates_of_mark_up: String,
    /// The cost of the certificates whose price is known, EUR, exactly.
    pub cost_eur: String,
    /// Certificates whose price is not known.
    pub certificates_without_price: String,
}

/// Sums of a sector.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CbamSector {
    /// The sector.
    pub sector: String,
    /// Its sums.
    pub total: CbamSums,
}

/// The imports of one good, origin, installation and way of determination.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CbamLine {
    /// Code of the good.
    pub cn_code: String,
    /// What the code is called.
    pub description: String,
    /// Its sector.
    pub sector: String,
    /// Its aggregated goods category.
    pub category: String,
    /// Country of origin.
    pub origin: String,
    /// The installation; empty if the rows name none.
    pub installation: String,
    /// `actual` or `default`.
    pub data: String,
    /// Year of production.
    pub production_year: String,
    /// Rows.
    pub rows: u64,
    /// The first of them.
    pub first_row: u64,
    /// Net mass in tonnes, or electricity in MWh.
    pub quantity: String,
    /// `t` or `MWh`.
    pub unit: String,
    /// Whether the threshold exempts it: nothing is due then.
    pub exempt: bool,
    /// Specific embedded emissions that count, mark-up included, t CO2e for one `unit`.
    pub see_t_co2e: String,
    /// How they come about.
    pub see: CbamSee,
    /// Specific embedded free allocation, t CO2e for one `unit`.
    pub sefa_t_co2e: String,
    /// How it comes about: the good first, then its precursors.
    pub sefa: Vec<CbamSefa>,
    /// Carbon price paid, EUR for one `unit`; empty if none is stated.
    pub carbon_price_eur: String,
    /// The sums.
    pub total: CbamSums,
    /// The sums by quarter or week of import.
    pub slots: Vec<CbamSlot>,
    /// The lowest confidence among what was used.
    pub confidence: String,
    /// `M-106`.
    pub method: String,
}

/// How specific embedded emissions come about.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CbamSee {
    /// Before a mark-up, t CO2e for one unit of the line.
    pub before_mark_up_t_co2e: String,
    /// The mark-up, as a fraction; 0 for actual data.
    pub mark_up: String,
    /// The row of the mark-up; empty for actual data.
    pub mark_up_figure: String,
    /// The row of the default value; empty for actual data.
    pub default_value: String,
    /// Where it stands in the act.
    pub cell: String,
    /// Its edition.
    pub edition: String,
    /// Why it is not of the country's own table: `no-table`, `no-row`, `blank`; else empty.
    pub fallback: String,
    /// Whether the row is of the youngest edition; else it was never compared with the correction.
    pub compared: bool,
    /// For actual data: direct emissions, t CO2e for one of `per`.
    pub direct_t_co2e: String,
    /// For actual data: indirect emissions, t CO2e for one of `per`.
    pub indirect_t_co2e: String,
    /// For actual data: what they were stated for one of.
    pub per: String,
    /// For actual data: how much of `per` is in one unit of the line.
    pub content: String,
    /// For actual data: whether a verifier verified them.
    pub verified: bool,
    /// `M-104`.
    pub method: String,
}

/// One summand of the specific embedded free allocation.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CbamSefa {
    /// How deep in the chain of precursors: 0 = the good itself.
    pub depth: u32,
    /// Code of the good or precursor.
    pub cn_code: String,
    /// The installation with actual data; empty for default values.
    pub installation: String,
    /// Tonnes of it for a tonne of the good of the line.
    pub t_per_t: String,
    /// `A` (the process) or `B` (default values).
    pub column: String,
    /// The row of the benchmark; empty where there is none.
    pub benchmark: String,
    /// Its value, t CO2e for a tonne.
    pub benchmark_t_co2e: String,
    /// Share of free allocation that remains.
    pub cbam_factor: String,
    /// Cross-sectoral correction factor.
    pub correction_factor: String,
    /// The summand, t CO2e for a tonne of the good of the line.
    pub sefa_t_co2e: String,
    /// Equation of Implementing Regulation (EU) 2025/2620: `2`, `4` (stated by the precursor's installation), `5`, `6`; empty where
    /// nothing is allocated.
    pub equation: String,
    /// Remark.
    pub note: String,
}

/// The imports of a line in one quarter, or from 2027 on in one week.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CbamSlot {
    /// First day of the quarter or week that is in it.
    pub from: String,
    /// Net mass, t, or electricity, MWh.
    pub quantity: String,
    /// Certificates due.
    pub certificates: String,
    /// Price, EUR for a certificate; empty if it is not known.
    pub price_eur: String,
    /// Where the price is from.
    pub price_source: String,
    /// Cost, EUR; empty if the price is not known.
    pub cost_eur: String,
}

/// What has to be held at the end of a quarter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CbamHolding {
    /// Last day of the quarter.
    pub on: String,
    /// Embedded emissions since 1 January with default values without mark-up, t CO2e.
    pub embedded_t_co2e: String,
    /// Adjustment for free allocation, t CO2e.
    pub free_allocation_t_co2e: String,
    /// The share that has to be held.
    pub share: String,
    /// Certificates to hold, at least.
    pub certificates: String,
    /// Goods without a default value, which are not in it.
    pub without_default: Vec<String>,
    /// The row of the share.
    pub figure: String,
    /// `M-110`.
    pub method: String,
}

/// A figure that was used.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CbamFigure {
    /// The row, or `request` with what the request gives.
    pub id: String,
    /// The figure or word.
    pub value: String,
    /// Its unit.
    pub unit: String,
    /// The act, or the source that the request names.
    pub document: String,
    /// Where in it.
    pub clause: String,
    /// `A`, `A-`, `B`, `C`.
    pub confidence: String,
    /// Remark.
    pub note: String,
}

/// Answer of the method `cbam.scenarios`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CbamScenariosAnswer {
    /// The ledger as it is.
    pub base: CbamImportAnswer,
    /// The cases, in the order of the request.
    pub scenarios: Vec<CbamScenarioResult>,
}

/// What a case comes to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CbamScenarioResult {
    /// Its name.
    pub name: String,
    /// The year.
    pub year: String,
    /// Whether the threshold exempts the goods that count towards it.
    pub exempt: bool,
    /// The sums.
    pub total: CbamSums,
    /// Certificates more (or less) than in the ledger as it is.
    pub certificates_difference: String,
    /// Cost more (or less), EUR; empty unless all prices are known in both.
    pub cost_difference_eur: String,
    /// Rows that could not be computed in this case.
    pub excluded: u64,
    /// Why, for each line of the ledger that is concerned.
    pub findings: Vec<Finding>,
    /// Every line.
    pub goods: Vec<CbamLine>,
}

/// Answer of the method `cbam.goods`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CbamGoodsAnswer {
    /// The goods, by code.
    pub goods: Vec<CbamGood>,
    /// The packs that rows came from.
    pub packs: Vec<PackUse>,
}

/// A good of Annex I.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CbamGood {
    /// Code of the Combined Nomenclature.
    pub cn_code: String,
    /// What it is called.
    pub description: String,
    /// Its sector.
    pub sector: String,
    /// Its aggregated goods category.
    pub category: String,
    /// The name of the category.
    pub category_name: String,
    /// The gases that count.
    pub gases: Vec<String>,
    /// Whether indirect emissions of its own electricity count.
    pub indirect: bool,
    /// `t`, `t-clinker`, `t-nitrogen`, `kg-nitrogen`, `kWh`.
    pub functional_unit: String,
    /// `simple`, `complex` or `either`.
    pub complexity: String,
    /// Production routes that are told apart.
    pub routes: Vec<String>,
    /// Categories whose goods are relevant precursors.
    pub precursors: Vec<String>,
    /// Parameters of the sector that have to be reported.
    pub parameters: Vec<String>,
    /// Where it stands.
    pub cell: String,
    /// `A`, `A-`, `B`, `C`.
    pub confidence: String,
    /// Remark.
    pub note: String,
}

/// Answer of the method `cbam.values`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CbamValuesAnswer {
    /// Code of the good.
    pub cn_code: String,
    /// Country of origin, ISO 3166-1.
    pub origin: String,
    /// Specific embedded emissions with mark-up, t CO2e for one unit.
    pub see_t_co2e: String,
    /// How they come about.
    pub see: CbamSee,
    /// Direct emissions of the row, for information only; empty if it prints none.
    pub direct_t_co2e: String,
    /// Indirect emissions of the row, for information only; empty if it prints none.
    pub indirect_t_co2e: String,
    /// Specific embedded free allocation with default values, t CO2e for a tonne; empty without a benchmark.
    pub sefa_t_co2e: String,
    /// How it comes about.
    pub sefa: Vec<CbamSefa>,
    /// Certificates for a tonne, or a MWh.
    pub certificates: String,
    /// Every benchmark of the good, in both columns.
    pub benchmarks: Vec<CbamBenchmark>,
    /// What a reader must know.
    pub findings: Vec<Finding>,
    /// The packs that rows came from.
    pub packs: Vec<PackUse>,
}

/// A benchmark.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CbamBenchmark {
    /// The row.
    pub id: String,
    /// `A` or `B`.
    pub column: String,
    /// Indicator of the production route; empty = all.
    pub route: String,
    /// What the indicator means.
    pub route_name: String,
    /// Indicator of the years of production; empty = all.
    pub period: String,
    /// t CO2e for a tonne of the good.
    pub t_co2e: String,
}

/// Answer of the method `cbam.calendar`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CbamCalendarAnswer {
    /// Year of import.
    pub year: String,
    /// The days, in their order.
    pub days: Vec<CbamDay>,
    /// The packs that rows came from.
    pub packs: Vec<PackUse>,
}

/// A day on which something is due or begins.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CbamDay {
    /// The day.
    pub on: String,
    /// `declaration-and-surrender`, `quarterly-holding` …
    pub what: String,
    /// What it means.
    pub note: String,
    /// The act.
    pub document: String,
    /// Where in it.
    pub clause: String,
    /// `A`, `A-`, `B`, `C`.
    pub confidence: String,
}

/// Answer of the method `cbam.price`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CbamPriceAnswer {
    /// EUR for a certificate, two decimals.
    pub price_eur: String,
    /// Before rounding.
    pub exact_eur: String,
    /// The named rounding.
    pub rounding: String,
    /// `M-109`.
    pub method: String,
}
