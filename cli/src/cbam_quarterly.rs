//! `emitrace cbam quarterly`: the quarterly report of the transitional period as XML.

use std::path::PathBuf;
use std::process::ExitCode;

use emitrace::report::{self, Lang};
use emitrace::wire::v1::{
    CbamQuarterlyReadRequest, CbamQuarterlyRequest, CbamQuarterlySource, Lean, canonical, read_json,
};
use emitrace::{Code, Error, cbam};

use crate::inputs;

/// What is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum Form {
    Xml,
    Table,
    Html,
    Json,
}

#[derive(clap::Args)]
pub(crate) struct Quarterly {
    /// What the report says beside the ledger: the request of the method `cbam.quarterly` (JSON); with `--read` the XML; `-` reads
    /// standard input
    request: PathBuf,
    /// The imports of the quarter (CSV, XLSX, JSON lines); without it the goods are those of the request
    #[arg(long, value_name = "FILE")]
    imports: Option<PathBuf>,
    /// Read a report (XML) back and print it as the request that writes it
    #[arg(long, conflicts_with_all = ["imports", "plants", "factors", "out"])]
    read: bool,
    /// The document of an installation (the request of `cbam.embedded`), as FILE or NAME=FILE with the name that the imports use
    /// (repeatable)
    #[arg(long = "plant", value_name = "[NAME=]FILE")]
    plants: Vec<String>,
    /// A pack of your own, e.g. default values of the transitional period (repeatable)
    #[arg(long, value_name = "FILE")]
    factors: Vec<PathBuf>,
    /// What to write: xml, table, html or json
    #[arg(long, default_value = "xml")]
    format: Form,
    /// Language of table and page: en or vi
    #[arg(long, default_value = "en")]
    lang: String,
    /// Write to a file instead of standard output
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
}

pub(crate) fn run(arguments: &Quarterly) -> Result<ExitCode, Error> {
    let lang = Lang::parse(&arguments.lang)?;
    if arguments.read {
        return read(arguments);
    }
    let path = &arguments.request;
    let mut request: CbamQuarterlyRequest = read_json(&inputs::text(path)?).map_err(|error| {
        let place = format!("{}{}", path.display(), error.path());
        error.at(place)
    })?;
    for text in &arguments.plants {
        let (name, path) = text.split_once('=').unwrap_or(("", text));
        request.installations.push(plant(name.trim(), path)?);
    }
    let mut catalog = inputs::catalog(&arguments.factors)?;
    for pack in &request.packs {
        catalog.add_pack_text(pack)?;
    }
    let imports = arguments.imports.as_deref().map(inputs::open).transpose()?;
    let answer = cbam::quarterly(imports, &catalog, &request)?;
    let text = match arguments.format {
        Form::Xml => answer.xml.clone(),
        Form::Table => report::cbam_quarterly_table(&answer, lang),
        Form::Html => report::cbam_quarterly_html(&answer, lang),
        Form::Json => canonical(&answer)? + "\n",
    };
    inputs::write(arguments.out.as_deref(), text.as_bytes())?;
    if !answer.complete && arguments.format == Form::Xml {
        eprintln!(
            "incomplete: {} findings, {} rows left out; `--format table` shows them",
            answer.findings.len(),
            answer.coverage.excluded
        );
    }
    Ok(if answer.complete { ExitCode::SUCCESS } else { ExitCode::from(1) })
}

/// Prints what a report says; what was not taken goes to standard error.
fn read(arguments: &Quarterly) -> Result<ExitCode, Error> {
    let xml = inputs::text(&arguments.request)?;
    let answer = cbam::read_quarterly(&inputs::catalog(&[])?, &CbamQuarterlyReadRequest { xml })?;
    let text = match arguments.format {
        // The request that writes the same file.
        Form::Xml => {
            canonical(&Lean(&CbamQuarterlyRequest { report: answer.report, ..Default::default() }))? + "\n"
        }
        Form::Json => {
            let text = canonical(&answer)? + "\n";
            inputs::print(&text)?;
            return Ok(if answer.complete { ExitCode::SUCCESS } else { ExitCode::from(1) });
        }
        Form::Table | Form::Html => {
            return Err(Error::new(Code::BadRequest, "a report that is read is printed as a request")
                .with_help(
                    "leave `--format` out, or use `--format json` for the request with its findings",
                ));
        }
    };
    inputs::print(&text)?;
    for finding in &answer.findings {
        eprintln!("{} {} {}: {}", finding.severity, finding.code, finding.path, finding.message);
    }
    Ok(if answer.complete { ExitCode::SUCCESS } else { ExitCode::from(1) })
}

/// An installation of which only its document is given.
fn plant(name: &str, path: &str) -> Result<CbamQuarterlySource, Error> {
    let document: emitrace::wire::v1::CbamEmbeddedRequest = read_json(&inputs::text(path.as_ref())?)
        .map_err(|error| {
            let place = format!("{path}{}", error.path());
            error.at(place)
        })?;
    let installation = if name.is_empty() { document.installation.name.clone() } else { name.into() };
    Ok(CbamQuarterlySource { installation, document: Some(document), ..CbamQuarterlySource::default() })
}
