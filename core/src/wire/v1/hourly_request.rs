//! What callers of `scope2.hourly` send: series of load, of generation and of factors beside an inventory's choices.

use serde::{Deserialize, Serialize};

use super::{Column, InventoryOptions};

/// Request of the method `scope2.hourly`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HourlyRequest {
    /// The choices of an inventory: `profile`, `gwp` and `period` are required; `instruments` holds the register, `region` the
    /// place of sites that have none of their own, `locale` and the like say how the files are written.
    pub options: InventoryOptions,
    /// How load and generation are matched.
    pub hourly: HourlyOptions,
    /// Electricity used, by site.
    pub load: Vec<SeriesFile>,
    /// Electricity generated for the instruments of the register.
    #[serde(default)]
    pub generation: Vec<SeriesFile>,
    /// Grid and residual factors that change with time; else those of the packs.
    #[serde(default)]
    pub factors: Vec<SeriesFile>,
    /// The user's own packs, each as one text.
    #[serde(default)]
    pub packs: Vec<String>,
}

/// How load and generation are matched.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct HourlyOptions {
    /// Which rule makes the result: `hourly` or `annual`. The other one is shown beside it. Required.
    pub matching: String,
    /// How far local time is ahead of UTC: `+07:00`. Days and the period begin by it, and so do times without an offset of
    /// their own. Required.
    pub utc_offset: String,
    /// Minutes within which generation must meet load: 60, or a divisor of it; 0 = 60.
    pub interval_minutes: u32,
    /// Where sites are, if not in the region of the options.
    pub sites: Vec<HourlySitePlace>,
    /// Whether the answer lists every interval of every site.
    pub each_interval: bool,
}

/// Where a site is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct HourlySitePlace {
    /// Name of the site, as the series write it. Required.
    pub site: String,
    /// Its place: `VN-HN`. Required.
    pub region: String,
}

/// One file of a time series: a row is an interval.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct SeriesFile {
    /// Its name, for findings.
    pub name: String,
    /// The file's text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// The file's bytes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub base64: Option<String>,
    /// Site, instrument or region of rows that name none.
    pub id: String,
    /// Unit of rows that name none: `kWh`; of factors `kg/MWh`.
    pub unit: String,
    /// Minutes that a row covers; 0 = as long as an interval of the matching.
    pub step_minutes: u32,
    /// Headers that are not known by name, and the fields that they hold: `date` is the time at which a row begins.
    pub columns: Vec<Column>,
    /// Of a file of factors: `location` or `residual`.
    pub view: String,
    /// Of a file of factors: the gas, such as `CO2`, or CO2 equivalent as it was printed: `CO2e (AR5)`.
    pub gas: String,
}

/// Request of the method `scope2.hourly.report`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HourlyReportRequest {
    /// The answer of `scope2.hourly`.
    pub answer: super::HourlyAnswer,
    /// `table` or `csv`.
    pub format: String,
    /// `en` or `vi`; empty = en.
    #[serde(default)]
    pub lang: String,
}
