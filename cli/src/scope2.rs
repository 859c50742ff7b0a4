//! `emitrace scope2`: bought electricity matched with generation, and what a ledger claims of instruments.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use emitrace::inventory::{hourly, survey};
use emitrace::number::Amount;
use emitrace::wire::v1::{
    ClaimsAnswer, Column, HourlyOptions, HourlyRequest, HourlySitePlace, SeriesFile, canonical,
};
use emitrace::{Code, Error, report};

use crate::inputs::{self, Choices};
use crate::report::Format;

#[derive(clap::Subcommand)]
pub(crate) enum Command {
    /// Match series of load with series of generation, by the hour and by the year.
    Hourly(Box<Hourly>),
    /// Show what the rows of a ledger, or of a part of one, claim of instruments (JSON).
    Claims(Box<Claims>),
}

/// A file of a series is a path, or `KEY=VALUE` pairs separated by `;`: `file=load.csv;id=A;unit=kWh;step=15`. Keys: file, id,
/// unit, step (minutes of a row), column (HEADER=FIELD), and of factors view and gas.
#[derive(clap::Args)]
pub(crate) struct Hourly {
    /// Load by site (repeatable): a path, or `file=load.csv;id=A;unit=kWh;step=15`
    #[arg(long, value_name = "SERIES", required = true)]
    load: Vec<String>,
    /// Generation by instrument of the register (repeatable)
    #[arg(long, value_name = "SERIES")]
    generation: Vec<String>,
    /// Factors that change with time (repeatable), e.g. `file=grid.csv;view=location;gas=CO2;unit=kg/MWh;id=VN`
    #[arg(long, value_name = "SERIES")]
    factor_series: Vec<String>,
    /// Which rule makes the result: hourly or annual; the other is shown beside it
    #[arg(long, value_name = "RULE", default_value = "", hide_default_value = true)]
    matching: String,
    /// How far local time is ahead of UTC, e.g. +07:00
    #[arg(
        long,
        value_name = "OFFSET",
        default_value = "",
        hide_default_value = true,
        allow_hyphen_values = true
    )]
    utc_offset: String,
    /// Minutes within which generation must meet load: 60 or a divisor of it
    #[arg(long, value_name = "MINUTES", default_value_t = 60)]
    interval: u32,
    /// Where a site is, if not in the region of all, as SITE=PLACE (repeatable)
    #[arg(long = "site", value_name = "SITE=PLACE")]
    sites: Vec<String>,
    /// List every interval of every site, in JSON and CSV
    #[arg(long)]
    each_interval: bool,
    #[command(flatten)]
    choices: Choices,
    /// What to print: table, json or csv
    #[arg(long, default_value = "table")]
    format: Format,
    /// Language of the table: en or vi
    #[arg(long, default_value = "en")]
    lang: String,
}

#[derive(clap::Args)]
pub(crate) struct Claims {
    /// The ledger; `-` reads standard input
    ledger: PathBuf,
    #[command(flatten)]
    choices: Choices,
}

pub(crate) fn run(command: &Command) -> Result<ExitCode, Error> {
    match command {
        Command::Hourly(arguments) => run_hourly(arguments),
        Command::Claims(arguments) => claims(arguments),
    }
}

fn run_hourly(arguments: &Hourly) -> Result<ExitCode, Error> {
    let lang = report::Lang::parse(&arguments.lang)?;
    if matches!(arguments.format, Format::Html) {
        return Err(Error::new(Code::UnknownValue, "this answer is written as table, json or csv")
            .with_help("use `--format table`, `--format json` or `--format csv`"));
    }
    let all = |given: &[String]| given.iter().map(|text| series(text)).collect::<Result<Vec<_>, Error>>();
    let request = HourlyRequest {
        options: arguments.choices.request()?,
        hourly: HourlyOptions {
            matching: arguments.matching.clone(),
            utc_offset: arguments.utc_offset.clone(),
            interval_minutes: arguments.interval,
            sites: arguments.sites.iter().map(|text| site(text)).collect::<Result<_, _>>()?,
            each_interval: arguments.each_interval,
        },
        load: all(&arguments.load)?,
        generation: all(&arguments.generation)?,
        factors: all(&arguments.factor_series)?,
        packs: Vec::new(),
    };
    let answer = hourly(&inputs::catalog(&arguments.choices.factors)?, &request)?;
    let text = match arguments.format {
        Format::Json => canonical(&answer)? + "\n",
        Format::Csv => report::hourly_csv(&answer),
        _ => report::hourly_table(&answer, lang),
    };
    inputs::print(&text)?;
    Ok(if answer.is_complete() { ExitCode::SUCCESS } else { ExitCode::from(1) })
}

fn claims(arguments: &Claims) -> Result<ExitCode, Error> {
    let options = arguments.choices.options()?;
    let catalog = inputs::catalog(&arguments.choices.factors)?;
    let claims = survey(inputs::open(&arguments.ledger)?, &catalog, &options)?;
    inputs::print(&(canonical(&ClaimsAnswer { claims })? + "\n"))?;
    Ok(ExitCode::SUCCESS)
}

/// A series from a path or from its pairs.
fn series(text: &str) -> Result<SeriesFile, Error> {
    let mut series = SeriesFile::default();
    let pairs = if text.contains('=') { text } else { "" };
    if pairs.is_empty() {
        series.name = text.into();
    }
    let bad = |why: String| {
        Error::new(Code::BadRequest, why)
            .with_help("write a path, or for instance file=load.csv;id=A;unit=kWh;step=15")
    };
    for pair in pairs.split(';').filter(|pair| !pair.trim().is_empty()) {
        let (key, value) =
            pair.split_once('=').ok_or_else(|| bad(format!("`{pair}` is not of the form KEY=VALUE")))?;
        let value = value.trim();
        match key.trim() {
            "file" => series.name = value.into(),
            "id" => series.id = value.into(),
            "unit" => series.unit = value.into(),
            "view" => series.view = value.into(),
            "gas" => series.gas = value.into(),
            "step" => {
                let minutes = Amount::parse(value).ok().filter(|minutes| minutes.scale() == 0);
                series.step_minutes = minutes
                    .and_then(|minutes| u32::try_from(minutes.mantissa()).ok())
                    .ok_or_else(|| bad(format!("`{value}` is no number of minutes")))?;
            }
            "column" => {
                let (header, field) = value
                    .rsplit_once('=')
                    .ok_or_else(|| bad(format!("`{value}` is not of the form HEADER=FIELD")))?;
                series.columns.push(Column { header: header.into(), field: field.into() });
            }
            other => return Err(bad(format!("there is no key `{other}`"))),
        }
    }
    if series.name.is_empty() {
        return Err(bad(format!("`{text}` names no file")));
    }
    series.base64 = Some(inputs::base64(Path::new(&series.name))?);
    Ok(series)
}

fn site(text: &str) -> Result<HourlySitePlace, Error> {
    let (site, region) = text.rsplit_once('=').ok_or_else(|| {
        Error::new(Code::BadRequest, format!("`--site {text}` is not of the form SITE=PLACE"))
    })?;
    Ok(HourlySitePlace { site: site.into(), region: region.into() })
}
