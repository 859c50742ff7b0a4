//! What an importer sends about the carbon border adjustment: imports, data of installations, choices.

use serde::{Deserialize, Serialize};

use super::{CbamEmbeddedRequest, Column, Ledger};

/// Request of the methods `cbam.declare` and `cbam.scenarios`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct CbamImportRequest {
    /// The imports of one importer: a ledger as text or base64. Required.
    pub imports: Ledger,
    /// How the ledger is written.
    pub reading: CbamLedgerReading,
    /// The choices. Required.
    pub options: CbamImportOptions,
    /// What installations say about their goods.
    pub installations: Vec<CbamActual>,
    /// Installations as documents of their operators: what they say about their goods is computed.
    pub plants: Vec<CbamPlant>,
    /// Figures that installations sealed: the texts of documents of `cbam.figures`.
    pub sealed: Vec<String>,
    /// Public keys that are known to belong to the installations, for `sealed`.
    pub trusted_keys: Vec<String>,
    /// Cases to compute beside the ledger as it is (`cbam.scenarios`).
    pub scenarios: Vec<CbamScenario>,
    /// The user's own packs, each as one text.
    pub packs: Vec<String>,
}

/// How a ledger of imports is written.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct CbamLedgerReading {
    /// How numbers and dates are written: `vi-VN`, `en-US` …
    pub locale: Option<String>,
    /// `dmy` or `mdy`; overrides the locale.
    pub date_order: Option<String>,
    /// `excel1900` or `excel1904`, if the dates are serial numbers.
    pub date_system: Option<String>,
    /// `,`, `;` or a tab; else it is read off the header.
    pub delimiter: Option<String>,
    /// `utf-8`, `utf-16le`, `utf-16be`, `windows-1258`; else by the byte-order mark.
    pub encoding: Option<String>,
    /// Headers that are not known by name, and the columns that they hold: `cn_code`, `origin`, `net_mass` …
    pub columns: Vec<Column>,
    /// `csv`, `xlsx` or `jsonl`; else told by the first bytes.
    pub ledger_format: Option<String>,
    /// The sheet of a workbook, by name or by number from 1.
    pub sheet: Option<String>,
    /// The row of the sheet that holds the headers.
    pub header_row: Option<u32>,
    /// `excel15` (the default) or `raw`.
    pub sheet_numbers: Option<String>,
    /// Unit of rows that name none: `t`, `kg`, `MWh`.
    pub unit: Option<String>,
    /// How many findings the answer lists; all are counted.
    pub findings: Option<u32>,
}

/// Choices that change a number.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct CbamImportOptions {
    /// The calendar year of import: `2026`. Required.
    pub year: String,
    /// Where rows do not say it in the column `data`: `default`, `actual`, or `actual-else-default`. Required.
    pub data: String,
    /// The edition of the default values, by its pack; empty = the youngest.
    pub defaults_edition: String,
    /// Prices of certificates that no pack has, or that go before it.
    pub prices: Vec<CbamPrice>,
    /// Cross-sectoral correction factors of years that no pack has, or that go before it.
    pub correction_factors: Vec<CbamYearFigure>,
    /// Average price of certificates of the year, EUR per tonne: what a carbon price paid abroad is divided by.
    pub reference_price_eur_per_t_co2e: String,
}

/// The price of certificates for imports of some days.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct CbamPrice {
    /// First day of import.
    pub from: String,
    /// Last day of import.
    pub to: String,
    /// EUR for a tonne of CO2 equivalent.
    pub eur_per_t_co2e: String,
    /// Where the price is from. Required.
    pub source: String,
}

/// A figure of a year.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct CbamYearFigure {
    /// The year.
    pub year: String,
    /// The figure.
    pub value: String,
    /// Where it is from. Required.
    pub source: String,
}

/// What an installation says about a good that it makes.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct CbamActual {
    /// Name of the installation, as the imports write it. Required.
    pub installation: String,
    /// Code of the good. Required.
    pub cn_code: String,
    /// Reporting period; empty = the year of import, whichever it is.
    pub year: String,
    /// Direct specific embedded emissions, t CO2e for one of `per`. Required.
    pub see_direct_t_co2e: String,
    /// Indirect specific embedded emissions that count, t CO2e for one of `per`; empty = none count.
    pub see_indirect_t_co2e: String,
    /// What the emissions are stated for one of: `t` (the good), or its functional unit, `t-clinker`, `t-nitrogen`,
    /// `kg-nitrogen`, `MWh`. Required.
    pub per: String,
    /// Tonnes of clinker or nitrogen in a tonne of the good, as a fraction: `0.9`; needed where `per` is one of these.
    pub content: String,
    /// Indicator of the production route for the benchmark: `C`, `E`, `K` …
    pub route: String,
    /// Whether an accredited verifier verified the data.
    pub verified: bool,
    /// Relevant precursors for a tonne of the good; needed for the adjustment for free allocation.
    pub precursors: Vec<CbamPrecursor>,
    /// Carbon price effectively paid in the country of origin, EUR for a tonne of the good, rebates deducted.
    pub carbon_price_eur_per_t: String,
}

/// An installation whose goods are computed from its operator's document.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct CbamPlant {
    /// Name of the installation, as the imports write it; empty = the name in the document.
    pub installation: String,
    /// The document: a request of `cbam.embedded`. Required.
    pub document: CbamEmbeddedRequest,
    /// Whether an accredited verifier verified it.
    pub verified: bool,
    /// Carbon prices effectively paid in the country of origin.
    pub carbon_prices: Vec<CbamCarbonPrice>,
}

/// A carbon price that was paid for a good.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct CbamCarbonPrice {
    /// Code of the good. Required.
    pub cn_code: String,
    /// EUR for a tonne (a MWh) of the good, rebates deducted. Required.
    pub eur_per_t: String,
}

/// A precursor of a good with actual data.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct CbamPrecursor {
    /// Code of the precursor. Required.
    pub cn_code: String,
    /// Tonnes of it for a tonne of the good. Required.
    pub t_per_t: String,
    /// The installation with actual data for it; empty = default values.
    pub installation: String,
    /// Where it is from; needed for default values. `unknown` if it is not known.
    pub origin: String,
    /// Indicator of its production route, where the table prints none.
    pub route: String,
    /// `grey` or `white` clinker.
    pub variant: String,
    /// Its specific embedded free allocation, in t CO2e for a tonne, as the report of its installation states it; then data
    /// of that installation are not needed.
    pub sefa_t_co2e_per_t: String,
    /// Whether it is made and used up in the same joint process: its benchmark of column A counts, and it has no data of its own.
    #[serde(skip_serializing_if = "core::ops::Not::not")]
    pub within: bool,
}

/// A case that is computed beside the ledger as it is: each field that is filled changes something.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct CbamScenario {
    /// Its name. Required.
    pub name: String,
    /// All rows by `default`, `actual` or `actual-else-default`, whatever they say themselves.
    pub data: String,
    /// All imports in another year, with its factors, benchmarks, mark-ups and correction factor.
    pub year: String,
    /// One price for all imports, EUR for a tonne of CO2 equivalent.
    pub price_eur_per_t_co2e: String,
    /// Installations that deliver in place of others.
    pub suppliers: Vec<CbamSwap>,
}

/// An installation that delivers in place of another.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct CbamSwap {
    /// The installation of the ledger. Required.
    pub from: String,
    /// The one that delivers in its place. Required.
    pub to: String,
    /// Country of origin of its goods; empty = as in the ledger.
    pub origin: String,
}

/// Request of the method `cbam.goods`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct CbamGoodsRequest {
    /// Codes, or beginnings of codes; empty = all goods.
    pub cn_codes: Vec<String>,
    /// The user's own packs, each as one text.
    pub packs: Vec<String>,
}

/// Request of the method `cbam.values`: default values and benchmarks of a good.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct CbamValuesRequest {
    /// Code of the good. Required.
    pub cn_code: String,
    /// Country of origin. Required.
    pub origin: String,
    /// Year of import. Required.
    pub year: String,
    /// `grey` or `white` clinker.
    pub variant: String,
    /// Indicator of the production route, where the table prints none.
    pub route: String,
    /// The edition of the default values, by its pack; empty = the youngest.
    pub defaults_edition: String,
    /// The user's own packs, each as one text.
    pub packs: Vec<String>,
}

/// Request of the method `cbam.calendar`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct CbamCalendarRequest {
    /// Year of import. Required.
    pub year: String,
    /// The user's own packs, each as one text.
    pub packs: Vec<String>,
}

/// Request of the method `cbam.price`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct CbamPriceRequest {
    /// The auctions of the quarter or week.
    pub auctions: Vec<CbamAuction>,
}

/// An auction of allowances.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct CbamAuction {
    /// Clearing price, EUR for an allowance.
    pub price_eur: String,
    /// Allowances sold.
    pub volume: String,
}

/// Request of the method `cbam.declare.report`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CbamImportReportRequest {
    /// The answer of `cbam.declare`.
    pub answer: super::CbamImportAnswer,
    /// `table`, `csv` or `html`.
    pub format: String,
    /// `en` or `vi`; empty = en.
    #[serde(default)]
    pub lang: String,
}

/// Request of the method `cbam.scenarios.report`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CbamScenariosReportRequest {
    /// The answer of `cbam.scenarios`.
    pub answer: super::CbamScenariosAnswer,
    /// `table` or `html`; empty = table.
    #[serde(default)]
    pub format: String,
    /// `en` or `vi`; empty = en.
    #[serde(default)]
    pub lang: String,
}
