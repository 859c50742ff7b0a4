//! `emitrace report`: a computed inventory in another form.

use std::path::PathBuf;
use std::process::ExitCode;

use emitrace::wire::v1::{InventoryAnswer, canonical, read_json};
use emitrace::{Error, report};

use crate::inputs;

/// What is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum Format {
    Table,
    Json,
    Csv,
    Html,
}

/// What is printed of answers that have no other forms.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum PlainFormat {
    Table,
    Json,
}

/// What is printed of answers that are pages, too.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum PageFormat {
    Table,
    Json,
    Html,
}

#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// The inventory as `emitrace inventory --format json` wrote it; `-` reads standard input
    inventory: PathBuf,
    /// What to print: table, json, csv or html
    #[arg(long, default_value = "table")]
    format: Format,
    /// Print this view as bars in SVG instead, e.g. category, site or supplier
    #[arg(long, value_name = "VIEW", value_delimiter = ',', conflicts_with = "format")]
    chart: Vec<String>,
    /// Language of table, HTML and chart: en or vi
    #[arg(long, default_value = "en")]
    lang: String,
}

pub(crate) fn run(arguments: &Arguments) -> Result<ExitCode, Error> {
    let answer: InventoryAnswer = read_json(&inputs::text(&arguments.inventory)?)?;
    let lang = report::Lang::parse(&arguments.lang)?;
    let text = if arguments.chart.is_empty() {
        write(&answer, arguments.format, lang)?
    } else {
        report::inventory_svg(&answer, &arguments.chart, lang)?
    };
    inputs::print(&text)?;
    Ok(ExitCode::SUCCESS)
}

/// An inventory in a form.
pub(crate) fn write(answer: &InventoryAnswer, format: Format, lang: report::Lang) -> Result<String, Error> {
    Ok(match format {
        Format::Table => report::table(answer, lang),
        Format::Json => canonical(answer)? + "\n",
        Format::Csv => report::csv(answer),
        Format::Html => report::html(answer, lang),
    })
}
