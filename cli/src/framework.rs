//! `emitrace framework`: the neutral table of datapoints, and reports by the frameworks that ask for them.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::ValueEnum;
use emitrace::factor::Catalog;
use emitrace::report::{self, Document, Lang};
use emitrace::wire::v1::{FrameworkRequest, FrameworkTable, canonical};
use emitrace::{Error, framework};

use crate::again::{Print, WithLedgers};
use crate::inputs;
use crate::trace::{code, document};

#[derive(clap::Subcommand)]
pub(crate) enum Command {
    /// Every datapoint with its value, its source and its codes in the frameworks.
    Table(Arguments),
    /// One report (iso-14064-1, ghg-protocol, vn-circular-96 or your own), and what it still misses.
    Report(Report),
}

#[derive(clap::Args)]
pub(crate) struct Report {
    /// iso-14064-1, ghg-protocol, vn-circular-96, or a report of a pack of your own
    report: String,
    #[command(flatten)]
    arguments: Arguments,
}

#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// The computed inventory (JSON); `-` reads standard input
    #[arg(long, value_name = "FILE")]
    inventory: PathBuf,
    /// Statements, what does not apply, customers: fields of the request of `framework.table` (JSON)
    #[arg(long, value_name = "FILE")]
    statements: Option<PathBuf>,
    /// A framework whose codes are shown, e.g. gri or esrs-2023 (repeatable; else all)
    #[arg(long = "framework", value_name = "NAME")]
    frameworks: Vec<String>,
    /// The day on which the report is published, e.g. 2026-11-30: it chooses between editions
    #[arg(long, value_name = "DAY")]
    on: Option<String>,
    /// The inventory of the period before, to compare with (JSON)
    #[arg(long, value_name = "FILE")]
    previous: Option<PathBuf>,
    /// The answer of `emitrace disclosure fill` (JSON)
    #[arg(long, value_name = "FILE")]
    disclosure: Option<PathBuf>,
    /// The answer of `emitrace energy` for the same ledger (JSON)
    #[arg(long, value_name = "FILE")]
    energy: Option<PathBuf>,
    /// The answer of `emitrace intensity` (JSON)
    #[arg(long, value_name = "FILE")]
    intensity: Option<PathBuf>,
    /// The answer of `emitrace base-year` (JSON)
    #[arg(long, value_name = "FILE")]
    base_year: Option<PathBuf>,
    /// The answer of `emitrace uncertainty` (JSON)
    #[arg(long, value_name = "FILE")]
    uncertainty: Option<PathBuf>,
    /// A pack of your own (repeatable)
    #[arg(long, value_name = "FILE")]
    factors: Vec<PathBuf>,
    #[command(flatten)]
    again: WithLedgers,
    /// What to print
    #[arg(long, default_value = "table")]
    format: Format,
    /// Language of what is printed: en or vi
    #[arg(long, default_value = "en")]
    lang: String,
    /// Where to write to (else standard output)
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    Table,
    Json,
    Html,
    Markdown,
    Typst,
    Csv,
    Xlsx,
}

pub(crate) fn run(command: &Command) -> Result<ExitCode, Error> {
    match command {
        Command::Table(arguments) => {
            let (catalog, request) = arguments.request("")?;
            if arguments.again.asked() {
                return arguments.verified(&catalog, "framework.table", &request);
            }
            let answer = framework::table(&catalog, &request)?;
            arguments.print(&catalog, &canonical(&answer)?)?;
            Ok(code(tell(&answer.result)))
        }
        Command::Report(Report { report, arguments }) => {
            let (catalog, request) = arguments.request(report)?;
            if arguments.again.asked() {
                return arguments.verified(&catalog, "framework.report", &request);
            }
            let answer = framework::report(&catalog, &request)?;
            arguments.print(&catalog, &canonical(&answer)?)?;
            tell(&answer.result.table);
            Ok(code(answer.result.complete))
        }
    }
}

impl Arguments {
    fn request(&self, report: &str) -> Result<(emitrace::factor::Catalog, FrameworkRequest), Error> {
        let mut request: FrameworkRequest = match &self.statements {
            Some(path) => document(path)?,
            None => FrameworkRequest::default(),
        };
        request.report = report.into();
        request.frameworks.extend(self.frameworks.iter().cloned());
        if let Some(on) = &self.on {
            request.on.clone_from(on);
        }
        request.inventory = Some(document(&self.inventory)?);
        if let Some(path) = &self.previous {
            request.previous = Some(document(path)?);
        }
        if let Some(path) = &self.disclosure {
            request.disclosure = Some(document(path)?);
        }
        if let Some(path) = &self.energy {
            request.energy = Some(document(path)?);
        }
        if let Some(path) = &self.intensity {
            request.intensity = Some(document(path)?);
        }
        if let Some(path) = &self.base_year {
            request.base_year = Some(document(path)?);
        }
        if let Some(path) = &self.uncertainty {
            request.uncertainty = Some(document(path)?);
        }
        let mut catalog = inputs::catalog(&self.factors)?;
        for (at, pack) in request.packs.iter().enumerate() {
            catalog.add_pack_text(pack).map_err(|error| error.at(format!("/packs/{at}")))?;
        }
        Ok((catalog, request))
    }

    fn verified(
        &self,
        catalog: &Catalog,
        method: &str,
        request: &FrameworkRequest,
    ) -> Result<ExitCode, Error> {
        let print = Print { format: self.form(), lang: &self.lang, out: self.out.as_deref() };
        self.again.run(catalog, method, request, &print)
    }

    fn form(&self) -> &'static str {
        match self.format {
            Format::Json => "json",
            Format::Table => "table",
            Format::Html => "html",
            Format::Markdown => "markdown",
            Format::Typst => "typst",
            Format::Csv => "csv",
            Format::Xlsx => "xlsx",
        }
    }

    fn print(&self, catalog: &Catalog, answer: &str) -> Result<(), Error> {
        let format = self.form();
        if format == "json" {
            return inputs::write(self.out.as_deref(), answer.as_bytes());
        }
        let written = report::document(catalog, answer, format, Lang::parse(&self.lang)?, None)?;
        let bytes = match &written {
            Document::Bytes(bytes) => bytes.as_slice(),
            Document::Text(text) => text.as_bytes(),
            _ => &[],
        };
        inputs::write(self.out.as_deref(), bytes)
    }
}

/// Says what is wrong; whether nothing is.
fn tell(table: &FrameworkTable) -> bool {
    for one in &table.findings {
        eprintln!("{} {} {}: {}\n  help: {}", one.severity, one.code, one.path, one.message, one.help);
    }
    table.findings.iter().all(|one| one.severity != "error") && !table.inventory_partly
}
