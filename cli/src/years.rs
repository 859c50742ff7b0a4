//! `emitrace base-year`, `intensity` and `targets`: years side by side.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use emitrace::report::{self, Lang};
use emitrace::wire::v1::{
    BaseYearAnswer, BaseYearEvent, BaseYearPolicy, BaseYearRequest, Denominator, DiffSide, IntensityRequest,
    Ledger, ProgressYear, Target, TargetsRequest, canonical, read_json,
};
use emitrace::{Code, Error, compare};

use crate::compare::{Shape, finished, is_inventory};
use crate::inputs::{self, Choices};

/// How a result is printed.
#[derive(clap::Args)]
pub(crate) struct Printing {
    /// What to print
    #[arg(long, default_value = "table")]
    format: Shape,
    /// Language of the table and the chart: en or vi
    #[arg(long, default_value = "en")]
    lang: String,
}

#[derive(clap::Args)]
pub(crate) struct BaseYear {
    /// The base year: its ledger, or its inventory (.json)
    base: PathBuf,
    /// The current year: its ledger, or its inventory (.json)
    current: Option<PathBuf>,
    /// Policy: ghg-protocol, sbti, vn-circular-38, or one of a pack of your own
    #[arg(long)]
    policy: String,
    /// From which percentage of the base year on changes are significant
    #[arg(long, value_name = "PERCENT")]
    threshold: Option<String>,
    /// Accounts that count, separated by commas, e.g. scope_1,scope_2_market
    #[arg(long, value_delimiter = ',', required = true)]
    accounts: Vec<String>,
    /// How a change within the current year counts: all-year or pro-rata
    #[arg(long)]
    timing: Option<String>,
    /// The current year, where its inventory has no period
    #[arg(long, value_name = "PERIOD")]
    current_period: Option<String>,
    /// What happened since, as a JSON list of events (docs/METHODS.md, M-87)
    #[arg(long, value_name = "FILE")]
    events: Option<PathBuf>,
    #[command(flatten)]
    choices: Choices,
    #[command(flatten)]
    printing: Printing,
}

#[derive(clap::Args)]
pub(crate) struct Intensity {
    /// Years with their inventories, as YEAR=FILE.json
    #[arg(required = true, value_name = "YEAR=FILE")]
    years: Vec<String>,
    /// Accounts that are added up, separated by commas, e.g. scope_1,scope_2_market
    #[arg(long, value_delimiter = ',', required = true)]
    accounts: Vec<String>,
    /// What a year is divided by, as YEAR,NAME,QUANTITY,UNIT, e.g. `2024,steel,1250,t` (repeatable)
    #[arg(long = "denominator", required = true, value_name = "YEAR,NAME,QUANTITY,UNIT")]
    denominators: Vec<String>,
    /// Decimals of an intensity
    #[arg(long, default_value_t = 3)]
    decimals: u16,
    #[command(flatten)]
    printing: Printing,
}

#[derive(clap::Args)]
pub(crate) struct Targets {
    /// The base year, then further years, with their inventories, as YEAR=FILE.json
    #[arg(required = true, value_name = "YEAR=FILE")]
    years: Vec<String>,
    /// The targets, as a JSON list (docs/METHODS.md, M-84)
    #[arg(long, value_name = "FILE")]
    targets: PathBuf,
    /// For intensity targets, as YEAR,NAME,QUANTITY,UNIT (repeatable)
    #[arg(long = "denominator", value_name = "YEAR,NAME,QUANTITY,UNIT")]
    denominators: Vec<String>,
    /// A pack of your own, e.g. with other pathways (repeatable)
    #[arg(long, value_name = "FILE")]
    factors: Vec<PathBuf>,
    /// Decimals of percentages and intensities
    #[arg(long, default_value_t = 2)]
    decimals: u16,
    #[command(flatten)]
    printing: Printing,
}

pub(crate) fn base_year(arguments: &BaseYear) -> Result<ExitCode, Error> {
    let lang = Lang::parse(&arguments.printing.lang)?;
    let side = |path: &Path| -> Result<DiffSide, Error> {
        if is_inventory(path) {
            return Ok(DiffSide { answer: Some(finished(path)?), ..DiffSide::default() });
        }
        let ledger = Ledger { text: None, base64: Some(inputs::base64(path)?) };
        let options = Some(arguments.choices.request()?);
        // Packs of one's own are in the catalogue already.
        Ok(DiffSide { ledger: Some(ledger), options, ..DiffSide::default() })
    };
    let events: Vec<BaseYearEvent> = match &arguments.events {
        Some(path) => inputs::list(path)?,
        None => Vec::new(),
    };
    let request = BaseYearRequest {
        base: side(&arguments.base)?,
        current: arguments.current.as_deref().map(side).transpose()?,
        policy: BaseYearPolicy {
            name: arguments.policy.clone(),
            threshold_percent: arguments.threshold.clone(),
            accounts: arguments.accounts.clone(),
            timing: arguments.timing.clone(),
            current_period: arguments.current_period.clone(),
        },
        events,
        comparison: None,
    };
    let catalog = inputs::catalog(&arguments.choices.factors)?;
    let answer = emitrace::call(&catalog, "base_year", &canonical(&request)?)?;
    let answer: BaseYearAnswer = read_json(&answer)?;
    let chart = || {
        answer.waterfalls.first().map_or_else(String::new, |fall| report::waterfall_vega_lite(fall, lang))
            + "\n"
    };
    let picture =
        || answer.waterfalls.first().map_or_else(String::new, |fall| report::waterfall_svg(fall, lang));
    let table = || report::base_year_table(&answer, lang);
    print(arguments.printing.format, || canonical(&answer), table, chart, picture)
}

pub(crate) fn intensity(arguments: &Intensity) -> Result<ExitCode, Error> {
    let lang = Lang::parse(&arguments.printing.lang)?;
    let years = years(&arguments.years, &arguments.denominators)?;
    let request =
        IntensityRequest { years, accounts: arguments.accounts.clone(), decimals: arguments.decimals };
    let answer = compare::intensity(&request)?;
    let table = || report::intensity_table(&answer, lang);
    print(arguments.printing.format, || canonical(&answer), table, table, table)
}

pub(crate) fn targets(arguments: &Targets) -> Result<ExitCode, Error> {
    let lang = Lang::parse(&arguments.printing.lang)?;
    let mut years = years(&arguments.years, &arguments.denominators)?;
    let base = years.remove(0);
    let targets: Vec<Target> = inputs::list(&arguments.targets)?;
    let request = TargetsRequest { base, years, targets, decimals: arguments.decimals };
    let answer = compare::targets(&inputs::catalog(&arguments.factors)?, &request)?;
    let chart = || report::targets_vega_lite(&answer, lang) + "\n";
    let picture = || report::targets_svg(&answer, lang);
    let table = || report::targets_table(&answer, lang);
    print(arguments.printing.format, || canonical(&answer), table, chart, picture)
}

fn print(
    format: Shape,
    json: impl Fn() -> Result<String, Error>,
    table: impl Fn() -> String,
    chart: impl Fn() -> String,
    picture: impl Fn() -> String,
) -> Result<ExitCode, Error> {
    inputs::print(&match format {
        Shape::Table => table(),
        Shape::Json => json()? + "\n",
        Shape::VegaLite => chart(),
        Shape::Svg => picture(),
    })?;
    Ok(ExitCode::SUCCESS)
}

/// Years from `YEAR=FILE`, with the denominators that name them.
fn years(pairs: &[String], denominators: &[String]) -> Result<Vec<ProgressYear>, Error> {
    let mut years = Vec::with_capacity(pairs.len());
    for pair in pairs {
        let bad = || Error::new(Code::BadRequest, format!("`{pair}` is not of the form YEAR=FILE"));
        let (number, path) = pair.split_once('=').ok_or_else(bad)?;
        let answer = Some(finished(Path::new(path))?);
        years.push(ProgressYear { year: year(number).ok_or_else(bad)?, answer, ..ProgressYear::default() });
    }
    for text in denominators {
        let bad =
            || Error::new(Code::BadRequest, format!("`{text}` is not of the form YEAR,NAME,QUANTITY,UNIT"));
        let mut parts = text.splitn(4, ',').map(|part| part.trim().to_owned());
        let (Some(number), Some(name), Some(quantity), Some(unit)) =
            (parts.next(), parts.next(), parts.next(), parts.next())
        else {
            return Err(bad());
        };
        let number = year(&number).ok_or_else(bad)?;
        let year = years.iter_mut().find(|known| known.year == number).ok_or_else(|| {
            Error::new(Code::BadRequest, format!("`{text}` is for a year that has no inventory"))
        })?;
        year.denominators.push(Denominator { name, quantity, unit, ..Denominator::default() });
    }
    Ok(years)
}

/// A year of four digits.
fn year(text: &str) -> Option<u16> {
    let digits = text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit());
    digits
        .then(|| text.bytes().fold(0u16, |sum, byte| sum.wrapping_mul(10).wrapping_add(u16::from(byte & 15))))
}
