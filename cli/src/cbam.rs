//! `emitrace cbam`: the carbon border adjustment mechanism of the EU.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use emitrace::factor::Catalog;
use emitrace::report::{self, Lang};
use emitrace::seal::{self, SecretKey};
use emitrace::wire::v1::{CbamEmbeddedRequest, CbamTemplateRequest, Lean, canonical, read_json};
use emitrace::{Error, cbam};

use crate::cbam_import::{self, Format};
use crate::cbam_quarterly;
use crate::inputs;
use crate::report::{PageFormat, PlainFormat};

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
    /// Write the operator's emissions report (Annex IV of the act on methods), and tell what it misses.
    Report(Report),
    /// Read a filled communication template (XLSX) into an installation, and compare its figures.
    Template(Template),
    /// Write a quarterly report of the transitional period (2023 to 2025) as XML, unofficial, or read one back.
    Quarterly(cbam_quarterly::Quarterly),
    /// Write the figures that an importer needs, sealed with your key (JSON).
    Figures(Figures),
    /// Show why each good of an installation carries what it carries and what the operator's report misses; or, of a ledger of
    /// imports, why so much is owed, from certificates down to meters.
    Explain(Box<Explain>),
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
    /// What to print: table, json or html
    #[arg(long, default_value = "table")]
    format: PageFormat,
    /// Language of the table: en or vi
    #[arg(long, default_value = "en")]
    lang: String,
}

#[derive(clap::Args)]
pub(crate) struct Explain {
    /// The installation: the request of the method `cbam.embedded` (JSON); or, with `--year` and `--data`, the imports of one importer
    /// (CSV, XLSX, JSON lines); `-` reads standard input
    file: PathBuf,
    /// Of an installation: whose rules, instead of those of the period: transitional (until 2025) or definitive
    #[arg(long)]
    regime: Option<String>,
    #[command(flatten)]
    choices: cbam_import::Choices,
}

#[derive(clap::Args)]
pub(crate) struct Report {
    /// The installation: the request of the method `cbam.report` (JSON); `-` reads standard input
    document: PathBuf,
    /// A pack of your own (repeatable)
    #[arg(long, value_name = "FILE")]
    factors: Vec<PathBuf>,
    /// What to write: table, json, html or xlsx
    #[arg(long, default_value = "table")]
    format: ReportFormat,
    /// Language of table, page and workbook: en or vi
    #[arg(long, default_value = "en")]
    lang: String,
    /// Write to a file instead of standard output; a workbook needs one
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
}

#[derive(clap::Args)]
pub(crate) struct Figures {
    /// The installation: the request of the method `cbam.embedded` (JSON); `-` reads standard input
    document: PathBuf,
    /// A file with the secret key alone: a Multikey (z3u2…) or 64 hexadecimal digits; `-` reads standard input; else nothing is sealed
    #[arg(long, value_name = "FILE", requires = "created")]
    key: Option<PathBuf>,
    /// When the figures are sealed, e.g. 2027-02-01T08:00:00Z
    #[arg(long, value_name = "MOMENT")]
    created: Option<String>,
    /// A pack of your own (repeatable)
    #[arg(long, value_name = "FILE")]
    factors: Vec<PathBuf>,
    /// Write to a file instead of standard output
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
}

/// What the operator's report is written as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum ReportFormat {
    Table,
    Json,
    Html,
    Xlsx,
}

#[derive(clap::Args)]
pub(crate) struct Template {
    /// The filled workbook, version 2.1.1
    workbook: PathBuf,
    /// Print the installation instead: the document that `cbam embedded` and `cbam explain` read
    #[arg(long)]
    document: bool,
    /// Whose rules, instead of those of the period: transitional (until 2025) or definitive
    #[arg(long)]
    regime: Option<String>,
    /// A pack of your own, e.g. parameters of a corrected act (repeatable)
    #[arg(long, value_name = "FILE")]
    factors: Vec<PathBuf>,
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
        Command::Report(arguments) => report(arguments),
        Command::Template(arguments) => template(arguments),
        Command::Quarterly(arguments) => cbam_quarterly::run(arguments),
        Command::Figures(arguments) => figures(arguments),
        Command::Explain(arguments) => explain(arguments),
    }
}

/// The document with the packs that it is computed with.
fn document(
    path: &Path,
    factors: &[PathBuf],
    regime: Option<&String>,
) -> Result<(Catalog, CbamEmbeddedRequest), Error> {
    let mut request: CbamEmbeddedRequest = read_json(&inputs::text(path)?).map_err(|error| {
        let place = format!("{}{}", path.display(), error.path());
        error.at(place)
    })?;
    if let Some(regime) = regime {
        request.regime.clone_from(regime);
    }
    let mut catalog = inputs::catalog(factors)?;
    for pack in &request.packs {
        catalog.add_pack_text(pack)?;
    }
    Ok((catalog, request))
}

fn report(arguments: &Report) -> Result<ExitCode, Error> {
    let lang = Lang::parse(&arguments.lang)?;
    let (catalog, request) = document(&arguments.document, &arguments.factors, None)?;
    if arguments.format == ReportFormat::Xlsx {
        inputs::not_on_screen(arguments.out.as_deref())?;
    }
    let answer = cbam::report(&catalog, &request)?;
    let bytes = match arguments.format {
        ReportFormat::Table => report::cbam_operator_table(&answer, lang).into_bytes(),
        ReportFormat::Json => (canonical(&answer)? + "\n").into_bytes(),
        ReportFormat::Html => report::cbam_operator_html(&answer, lang).into_bytes(),
        ReportFormat::Xlsx => report::cbam_operator_workbook(&answer, lang)?,
    };
    inputs::write(arguments.out.as_deref(), &bytes)?;
    Ok(if answer.report.complete { ExitCode::SUCCESS } else { ExitCode::from(1) })
}

fn figures(arguments: &Figures) -> Result<ExitCode, Error> {
    let (catalog, request) = document(&arguments.document, &arguments.factors, None)?;
    let figures = canonical(&cbam::figures(&catalog, &request)?)?;
    let text = match &arguments.key {
        None => figures,
        Some(path) => {
            let key = SecretKey::parse(&inputs::text(path)?)?;
            let created = arguments.created.as_deref().unwrap_or_default();
            canonical(&seal::sign(&read_json(&figures)?, &key, created)?)?
        }
    };
    inputs::write(arguments.out.as_deref(), (text + "\n").as_bytes())?;
    Ok(ExitCode::SUCCESS)
}

fn explain(arguments: &Explain) -> Result<ExitCode, Error> {
    let choices = &arguments.choices;
    if choices.are_of_imports() {
        return cbam_import::explain(&arguments.file, choices);
    }
    let lang = Lang::parse(&choices.lang)?;
    let (catalog, request) = document(&arguments.file, &choices.factors, arguments.regime.as_ref())?;
    let answer = cbam::explain(&catalog, &request)?;
    let text = match choices.format {
        Format::Table => report::cbam_explain_table(&answer, lang),
        Format::Html => report::cbam_explain_html(&answer, lang),
        Format::Json => canonical(&answer)? + "\n",
        Format::Csv | Format::Xlsx => return Err(cbam_import::only(choices.format)),
    };
    inputs::write(choices.out.as_deref(), text.as_bytes())?;
    Ok(if answer.report.complete { ExitCode::SUCCESS } else { ExitCode::from(1) })
}

fn template(arguments: &Template) -> Result<ExitCode, Error> {
    let lang = Lang::parse(&arguments.lang)?;
    let request = CbamTemplateRequest {
        base64: inputs::base64(&arguments.workbook)?,
        regime: arguments.regime.clone().unwrap_or_default(),
        packs: Vec::new(),
    };
    let answer = cbam::template(&inputs::catalog(&arguments.factors)?, &request).map_err(|error| {
        let place = format!("{} {}", arguments.workbook.display(), error.path());
        error.at(place.trim_end())
    })?;
    inputs::print(&match (arguments.document, arguments.format) {
        (true, _) => canonical(&Lean(&answer.document))? + "\n",
        (false, PlainFormat::Table) => report::cbam_template_table(&answer, lang),
        (false, PlainFormat::Json) => canonical(&answer)? + "\n",
    })?;
    Ok(if answer.complete { ExitCode::SUCCESS } else { ExitCode::from(1) })
}

fn embedded(arguments: &Embedded) -> Result<ExitCode, Error> {
    let lang = Lang::parse(&arguments.lang)?;
    let (catalog, request) = document(&arguments.document, &arguments.factors, arguments.regime.as_ref())?;
    let answer = cbam::embedded(&catalog, &request)?;
    inputs::print(&match arguments.format {
        PageFormat::Table => report::cbam_embedded_table(&answer, lang),
        PageFormat::Html => report::cbam_embedded_html(&answer, lang),
        PageFormat::Json => canonical(&answer)? + "\n",
    })?;
    Ok(if answer.report.complete { ExitCode::SUCCESS } else { ExitCode::from(1) })
}
