//! `emitrace cbam`: the carbon border adjustment mechanism of the EU.

use std::path::PathBuf;
use std::process::ExitCode;

use emitrace::factor::Catalog;
use emitrace::report::{self, Lang};
use emitrace::wire::v1::{CbamEmbeddedRequest, canonical, read_json};
use emitrace::{Error, cbam};

use crate::cbam_import;
use crate::inputs;
use crate::report::PlainFormat;

#[derive(clap::Subcommand)]
pub(crate) enum Command {
    /// Work out what an importer owes for a year of imports: threshold, certificates, cost, what has to be held.
    Declare(Box<cbam_import::Declare>),
    /// List goods of Annex I with category, functional unit and what counts.
    Goods(cbam_import::Goods),
    /// Show default value, mark-up and benchmarks of a good from a country (JSON).
    Values(cbam_import::Values),
    /// List the days of a year of import.
    Calendar(cbam_import::Calendar),
    /// Compute the emissions of an installation and what its goods carry.
    Embedded(Embedded),
    /// Show why each good carries what it carries, what matters most, and what the operator's report misses.
    Explain(Embedded),
}

#[derive(clap::Args)]
pub(crate) struct Embedded {
    /// The installation: the request of the method `cbam.embedded` (JSON); `-` reads standard input
    document: PathBuf,
    /// A pack of your own, e.g. parameters of a corrected act (repeatable)
    #[arg(long, value_name = "FILE")]
    factors: Vec<PathBuf>,
    /// Whose rules, instead of those of the period: transitional (until 2025) or definitive
    #[arg(long)]
    regime: Option<String>,
    /// What to print: table or json
    #[arg(long, default_value = "table")]
    format: PlainFormat,
    /// Language of the table: en or vi
    #[arg(long, default_value = "en")]
    lang: String,
}

pub(crate) fn run(command: &Command) -> Result<ExitCode, Error> {
    match command {
        Command::Declare(arguments) => cbam_import::declare(arguments),
        Command::Goods(arguments) => cbam_import::goods(arguments),
        Command::Values(arguments) => cbam_import::values(arguments),
        Command::Calendar(arguments) => cbam_import::calendar(arguments),
        Command::Embedded(arguments) => embedded(arguments),
        Command::Explain(arguments) => explain(arguments),
    }
}

/// The document with the packs that it is computed with.
fn document(arguments: &Embedded) -> Result<(Catalog, CbamEmbeddedRequest), Error> {
    let mut request: CbamEmbeddedRequest =
        read_json(&inputs::text(&arguments.document)?).map_err(|error| {
            let place = format!("{}{}", arguments.document.display(), error.path());
            error.at(place)
        })?;
    if let Some(regime) = &arguments.regime {
        request.regime.clone_from(regime);
    }
    let mut catalog = inputs::catalog(&arguments.factors)?;
    for pack in &request.packs {
        catalog.add_pack_text(pack)?;
    }
    Ok((catalog, request))
}

fn explain(arguments: &Embedded) -> Result<ExitCode, Error> {
    let lang = Lang::parse(&arguments.lang)?;
    let (catalog, request) = document(arguments)?;
    let answer = cbam::explain(&catalog, &request)?;
    inputs::print(&match arguments.format {
        PlainFormat::Table => report::cbam_explain_table(&answer, lang),
        PlainFormat::Json => canonical(&answer)? + "\n",
    })?;
    Ok(if answer.report.complete { ExitCode::SUCCESS } else { ExitCode::from(1) })
}

fn embedded(arguments: &Embedded) -> Result<ExitCode, Error> {
    let lang = Lang::parse(&arguments.lang)?;
    let (catalog, request) = document(arguments)?;
    let answer = cbam::embedded(&catalog, &request)?;
    inputs::print(&match arguments.format {
        PlainFormat::Table => report::cbam_embedded_table(&answer, lang),
        PlainFormat::Json => canonical(&answer)? + "\n",
    })?;
    Ok(if answer.report.complete { ExitCode::SUCCESS } else { ExitCode::from(1) })
}
