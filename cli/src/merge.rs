//! `emitrace merge`: parts of one ledger, computed apart, become one inventory.

use std::path::PathBuf;
use std::process::ExitCode;

use emitrace::Error;
use emitrace::wire::v1::read_json;

use crate::inputs;
use crate::report::{Format, write};

#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// Inventories as `emitrace inventory --format json` wrote them
    #[arg(required = true)]
    inventories: Vec<PathBuf>,
    /// What to print: table, json, csv or html
    #[arg(long, default_value = "json")]
    format: Format,
    /// Language of table and HTML: en or vi
    #[arg(long, default_value = "en")]
    lang: String,
}

pub(crate) fn run(arguments: &Arguments) -> Result<ExitCode, Error> {
    let parts = arguments
        .inventories
        .iter()
        .map(|path| read_json(&inputs::text(path)?).map_err(|error| error.at(path.display().to_string())))
        .collect::<Result<Vec<_>, _>>()?;
    let whole = emitrace::inventory::merge(&parts)?;
    inputs::print(&write(&whole, arguments.format, emitrace::report::Lang::parse(&arguments.lang)?)?)?;
    Ok(if whole.is_complete() { ExitCode::SUCCESS } else { ExitCode::from(1) })
}
