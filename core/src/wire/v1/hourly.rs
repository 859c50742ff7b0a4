//! The answer of `scope2.hourly`: load matched with generation, interval by interval and over the whole period.

use serde::{Deserialize, Serialize};

use super::{Choices, FactorUse, Finding, FindingCount, GasFigure, PackUse};

/// Name of the answer's shape.
pub const HOURLY_SCHEMA: &str = "emitrace/scope2-hourly/1";

/// Matched electricity with how the series were read and what was found on the way.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HourlyAnswer {
    /// `emitrace/scope2-hourly/1`.
    pub schema: String,
    /// Version of the engine.
    pub engine: String,
    /// SHA-256 of the canonical JSON of `result`, in hexadecimal.
    pub digest: String,
    /// The result; independent of the order of rows and files.
    pub result: HourlyResult,
    /// How each file was read, in the order of the request.
    pub files: Vec<SeriesReading>,
}

/// What was matched, and the emissions of scope 2.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HourlyResult {
    /// Every choice that changes a number.
    pub choices: HourlyChoices,
    /// How much of the input and of the period is in the result.
    pub coverage: HourlyCoverage,
    /// The whole, by the rule that was chosen.
    pub total: HourlyFigures,
    /// The same load by both rules.
    pub comparison: HourlyComparison,
    /// The result by site.
    pub sites: Vec<HourlySite>,
    /// The result by instrument.
    pub instruments: Vec<HourlyInstrument>,
    /// What was multiplied: one line for each site, stretch of days, account and source.
    pub lines: Vec<HourlyLine>,
    /// What a reader must know.
    pub notes: Vec<HourlyNote>,
    /// Every factor of a pack that was multiplied.
    pub factors: Vec<FactorUse>,
    /// Every pack that a factor or GWP came from.
    pub packs: Vec<PackUse>,
    /// Every interval of every site that has load, where the request asks for them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub intervals: Option<Vec<HourlyInterval>>,
}

/// The choices behind the result.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HourlyChoices {
    /// `hourly` or `annual`.
    pub matching: String,
    /// Minutes within which generation meets load by the hourly rule.
    pub interval_minutes: u32,
    /// `+07:00`.
    pub utc_offset: String,
    /// The smallest part of a kWh in which a supply that is too small is shared out: a decimal or a fraction.
    pub share_step_kwh: String,
    /// The choices of an inventory.
    pub inventory: Choices,
}

/// How much of the input is in the result.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HourlyCoverage {
    /// Intervals of the period.
    pub intervals: u64,
    /// Intervals with load, over all sites.
    pub load_intervals: u64,
    /// Intervals without load, over all sites: they are in no figure.
    pub missing_load_intervals: u64,
    /// Rows of all files.
    pub rows: u64,
    /// Rows in the result.
    pub counted: u64,
    /// Rows left out, each with an error finding.
    pub excluded: u64,
    /// How often each code was found.
    pub findings: Vec<FindingCount>,
}

/// Energy and emissions of some load.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HourlyFigures {
    /// Electricity used.
    pub load_kwh: String,
    /// The part that instruments cover.
    pub matched_kwh: String,
    /// The rest: `load_kwh` less `matched_kwh`, exactly.
    pub unmatched_kwh: String,
    /// 100 × matched / load, half-even to six decimals; null without load.
    pub matched_percent: Option<String>,
    /// Scope 2 by where the grid is.
    pub location_kg_co2e: String,
    /// Scope 2 by what is contracted.
    pub market_kg_co2e: String,
}

/// The same load by both rules, and hourly less annual.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HourlyComparison {
    /// Generation meets load within the same interval only.
    pub hourly: HourlyFigures,
    /// Volumes meet the load of the period near their vintage.
    pub annual: HourlyFigures,
    /// Matched energy, hourly less annual.
    pub matched_kwh: String,
    /// Matched part, hourly less annual, in points, half-even to six decimals; null without load.
    pub matched_percent_points: Option<String>,
    /// Market-based emissions, hourly less annual.
    pub market_kg_co2e: String,
}

/// The load of a site.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HourlySite {
    /// Name of the site.
    pub site: String,
    /// Its place.
    pub region: String,
    /// Intervals with load.
    pub intervals: u64,
    /// Intervals of the period without load: not zero, missing.
    pub missing_intervals: u64,
    /// Its figures by the rule that was chosen.
    pub figures: HourlyFigures,
    /// Which instrument covered what of it.
    pub covered: Vec<CoveredEnergy>,
}

/// What an instrument covers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CoveredEnergy {
    /// The instrument.
    pub instrument: String,
    /// Energy that it covers.
    pub kwh: String,
}

/// An instrument and what became of its energy.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HourlyInstrument {
    /// Identifier.
    pub id: String,
    /// `certificate`, `contract`, `supplier-rate` or `green-tariff`.
    pub kind: String,
    /// Its factor.
    pub factor: String,
    /// Its volume in the register; empty = without a limit.
    pub volume_kwh: String,
    /// What its series holds for the period; empty = it has no series.
    pub generation_kwh: String,
    /// What it can cover by the rule that was chosen; empty = without a limit.
    pub available_kwh: String,
    /// What it covers.
    pub matched_kwh: String,
    /// What it can cover and does not: never carried to another interval. Empty = without a limit.
    pub surplus_kwh: String,
    /// Intervals of the period that its series does not hold; null without a series.
    pub missing_intervals: Option<u64>,
    /// `covered`, `surplus`, `unclaimed` or `not-applied`.
    pub state: String,
}

/// A part of the load with what it is multiplied by.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HourlyLine {
    /// Name of the site.
    pub site: String,
    /// `scope_2_location` or `scope_2_market`.
    pub account: String,
    /// The days: `2025-01-01/2025-12-31`.
    pub period: String,
    /// The instrument that covers it; empty for what is not covered, and in the location-based account.
    pub instrument: String,
    /// `pack/factor`; empty where the factors come from series.
    pub factor: String,
    /// Names of the files whose factors were multiplied.
    pub series: Vec<String>,
    /// Energy.
    pub kwh: String,
    /// Emissions in the total.
    pub kg_co2e: String,
    /// Mass and effect of each gas.
    pub gases: Vec<GasFigure>,
}

/// Something that a reader must know.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HourlyNote {
    /// Stable code such as `NO_RESIDUAL_MIX`.
    pub code: String,
    /// The factor, instrument or site that it is about.
    pub about: String,
    /// One sentence.
    pub message: String,
    /// What to do about it.
    pub help: String,
}

/// One interval of a site.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HourlyInterval {
    /// Where it begins, as local time with its offset.
    pub start: String,
    /// Name of the site.
    pub site: String,
    /// Electricity used.
    pub load_kwh: String,
    /// The part that nothing covers within the interval.
    pub unmatched_kwh: String,
    /// Which instrument covers what of it.
    pub covered: Vec<CoveredEnergy>,
}

/// How a file of a series was read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SeriesReading {
    /// `load`, `generation` or `factors`.
    pub kind: String,
    /// Its name.
    pub name: String,
    /// Rows.
    pub rows: u64,
    /// Rows left out.
    pub excluded: u64,
    /// Headers and the fields they were taken for; empty field = not used.
    pub columns: Vec<super::Column>,
    /// The findings in the order of the rows, up to the limit; `coverage` counts all of them.
    pub findings: Vec<Finding>,
}

impl HourlyAnswer {
    /// True if every row and every interval of the period is in the result.
    pub fn is_complete(&self) -> bool {
        let coverage = &self.result.coverage;
        let faulty = coverage.findings.iter().any(|count| count.severity == "error");
        coverage.excluded == 0 && coverage.missing_load_intervals == 0 && !faulty
    }
}
