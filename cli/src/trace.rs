//! `emitrace origin`, `custody`, `eudr`, `lot-page`: where products come from, and what may be claimed of it.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use emitrace::factor::Catalog;
use emitrace::report::{self, Lang};
use emitrace::wire::v1::{
    CustodyRequest, EudrRequest, Finding, LotRequest, OriginRequest, TableInput, canonical, read_json,
};
use emitrace::{Error, custody, eudr, lot, origin};

use crate::again::{Again, Print};
use crate::inputs;
use crate::report::PageFormat;

#[derive(clap::Subcommand)]
pub(crate) enum Origin {
    /// Say whether the arithmetic of rules of origin is met: value content, change of classification, tolerance, cumulation.
    Assess(Assess),
}

#[derive(clap::Subcommand)]
pub(crate) enum Custody {
    /// Balance a ledger of credits under the rules of a scheme and run the checks C1 to C12.
    Check(Check),
}

#[derive(clap::Args)]
pub(crate) struct Check {
    /// Scheme, periods, factors and certificates: the request of the method `custody.check` (JSON); `-` reads standard input
    request: PathBuf,
    /// Ledger (CSV or XLSX), instead of or beside the entries of the request
    #[arg(long, value_name = "FILE")]
    ledger: Option<PathBuf>,
    #[command(flatten)]
    table: Table,
    #[command(flatten)]
    again: Again,
    #[command(flatten)]
    output: Output,
}

#[derive(clap::Subcommand)]
pub(crate) enum Eudr {
    /// Check plots (GeoJSON), the data of a due diligence statement and reference numbers of lots.
    Check(Plots),
}

#[derive(clap::Args)]
pub(crate) struct Plots {
    /// Statement and lots: the request of the method `eudr.check` (JSON); `-` reads standard input
    #[arg(required_unless_present = "geojson")]
    request: Option<PathBuf>,
    /// Plots (GeoJSON), instead of those of the request
    #[arg(long, value_name = "FILE")]
    geojson: Option<PathBuf>,
    /// Whose limits: operator-api-v3 or validation-rules-1.3
    #[arg(long)]
    profile: Option<String>,
    /// The day whose figures hold, e.g. 2026-12-30
    #[arg(long, value_name = "DAY")]
    on: Option<String>,
    /// The commodity is cattle: points have no largest area
    #[arg(long)]
    cattle: bool,
    /// Write the plots with exactly six decimals, if nothing is wrong with them
    #[arg(long, value_name = "FILE")]
    write_geojson: Option<PathBuf>,
    #[command(flatten)]
    again: Again,
    #[command(flatten)]
    output: Output,
}

#[derive(clap::Args)]
pub(crate) struct LotPage {
    /// The lot: the request of the method `lot.check` (JSON); `-` reads standard input
    request: PathBuf,
    #[command(flatten)]
    output: Output,
}

#[derive(clap::Args)]
pub(crate) struct Assess {
    /// Products with their rules, and materials: the request of the method `origin.assess` (JSON); `-` reads standard input
    request: PathBuf,
    /// Bill of materials (CSV or XLSX), instead of or beside the materials of the request
    #[arg(long, value_name = "FILE")]
    bom: Option<PathBuf>,
    #[command(flatten)]
    table: Table,
    #[command(flatten)]
    again: Again,
    #[command(flatten)]
    output: Output,
}

/// How a table is written.
#[derive(clap::Args)]
pub(crate) struct Table {
    /// How numbers and dates of the table are written, e.g. vi-VN or en-US
    #[arg(long, default_value = "", hide_default_value = true)]
    locale: String,
    /// Order of dates: dmy or mdy (overrides the locale)
    #[arg(long, value_name = "ORDER", default_value = "", hide_default_value = true)]
    date_order: String,
    /// Sheet of a workbook (else the first that has the headers)
    #[arg(long, default_value = "", hide_default_value = true)]
    sheet: String,
    /// A header that is not known by name, as HEADER=FIELD (repeatable)
    #[arg(long = "column", value_name = "HEADER=FIELD")]
    columns: Vec<String>,
}

/// What is printed, and which packs are asked.
#[derive(clap::Args)]
pub(crate) struct Output {
    /// A pack of your own (repeatable)
    #[arg(long, value_name = "FILE")]
    factors: Vec<PathBuf>,
    /// What to print: table, json or html
    #[arg(long, default_value = "table")]
    format: PageFormat,
    /// Language of the table or page: en or vi
    #[arg(long, default_value = "en")]
    lang: String,
    /// Where to write to (else standard output)
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
}

pub(crate) fn origin(command: &Origin) -> Result<ExitCode, Error> {
    let Origin::Assess(arguments) = command;
    let mut request: OriginRequest = document(&arguments.request)?;
    if let Some(bom) = &arguments.bom {
        request.bom = Some(arguments.table.input(bom)?);
    }
    let output = &arguments.output;
    let catalog = output.catalog(&request.packs)?;
    if arguments.again.asked() {
        return arguments.again.run(&catalog, "origin.assess", &request, &output.again());
    }
    let answer = origin::assess(&catalog, &request)?;
    output.print(&answer, report::origin_table, report::origin_html)?;
    answer.findings.iter().for_each(tell);
    Ok(code(answer.passes()))
}

pub(crate) fn custody(command: &Custody) -> Result<ExitCode, Error> {
    let Custody::Check(arguments) = command;
    let mut request: CustodyRequest = document(&arguments.request)?;
    if let Some(ledger) = &arguments.ledger {
        request.ledger = Some(arguments.table.input(ledger)?);
    }
    let output = &arguments.output;
    let catalog = output.catalog(&request.packs)?;
    if arguments.again.asked() {
        return arguments.again.run(&catalog, "custody.check", &request, &output.again());
    }
    let answer = custody::check(&catalog, &request)?;
    output.print(&answer, report::custody_table, report::custody_html)?;
    answer.findings.iter().for_each(tell);
    Ok(code(answer.result.accepted))
}

pub(crate) fn eudr(command: &Eudr) -> Result<ExitCode, Error> {
    let Eudr::Check(arguments) = command;
    let mut request: EudrRequest = match &arguments.request {
        Some(path) => document(path)?,
        None => EudrRequest::default(),
    };
    if let Some(path) = &arguments.geojson {
        request.geojson = inputs::text(path)?;
    }
    request.profile = arguments.profile.clone().unwrap_or(request.profile);
    request.on = arguments.on.clone().unwrap_or(request.on);
    request.cattle |= arguments.cattle;
    let output = &arguments.output;
    let catalog = output.catalog(&request.packs)?;
    if arguments.again.asked() {
        return arguments.again.run(&catalog, "eudr.check", &request, &output.again());
    }
    let answer = eudr::check(&catalog, &request)?;
    output.print(&answer, report::eudr_table, report::eudr_html)?;
    if let Some(path) = arguments.write_geojson.as_deref().filter(|_| !answer.result.geojson.is_empty()) {
        inputs::write(Some(path), answer.result.geojson.as_bytes())?;
    }
    Ok(code(answer.result.accepted))
}

pub(crate) fn lot_page(arguments: &LotPage) -> Result<ExitCode, Error> {
    let request: LotRequest = document(&arguments.request)?;
    let answer = lot::check(&request)?;
    arguments.output.print(&answer, report::lot_table, report::lot_html)?;
    Ok(code(answer.result.complete))
}

/// A request from a file; its faults have the file's name.
pub(crate) fn document<T: serde::de::DeserializeOwned>(path: &Path) -> Result<T, Error> {
    read_json(&inputs::text(path)?).map_err(|error| {
        let place = format!("{}{}", path.display(), error.path());
        error.at(place)
    })
}

/// 0 where all is met, 1 where something is not or is not proven.
pub(crate) fn code(met: bool) -> ExitCode {
    if met { ExitCode::SUCCESS } else { ExitCode::from(1) }
}

pub(crate) fn tell(finding: &Finding) {
    let Finding { severity, code, row, column, message, help, .. } = finding;
    eprintln!("{severity} {code} row {row} {column}: {message}\n  help: {help}");
}

impl Table {
    pub(crate) fn input(&self, path: &Path) -> Result<TableInput, Error> {
        Ok(TableInput {
            text: None,
            base64: Some(inputs::base64(path)?),
            locale: self.locale.clone(),
            date_order: self.date_order.clone(),
            sheet: self.sheet.clone(),
            columns: inputs::columns(&self.columns)?,
        })
    }
}

impl Output {
    /// How the outcome of `--verify` is printed.
    pub(crate) fn again(&self) -> Print<'_> {
        Print { format: self.format.name(), lang: &self.lang, out: self.out.as_deref() }
    }

    /// The shipped packs, those of the command and those of the request.
    pub(crate) fn catalog(&self, packs: &[String]) -> Result<Catalog, Error> {
        let mut catalog = inputs::catalog(&self.factors)?;
        for (at, pack) in packs.iter().enumerate() {
            catalog.add_pack_text(pack).map_err(|error| error.at(format!("/packs/{at}")))?;
        }
        Ok(catalog)
    }

    pub(crate) fn print<T: serde::Serialize>(
        &self,
        answer: &T,
        table: impl Fn(&T, Lang) -> String,
        html: impl Fn(&T, Lang) -> String,
    ) -> Result<(), Error> {
        let lang = Lang::parse(&self.lang)?;
        let text = match self.format {
            PageFormat::Table => table(answer, lang),
            PageFormat::Html => html(answer, lang),
            PageFormat::Json => canonical(answer)?,
        };
        inputs::write(self.out.as_deref(), text.as_bytes())
    }
}
