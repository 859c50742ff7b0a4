//! `emitrace disclosure`: sustainability reports: the form, filling it, what is missing, the documents.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use emitrace::disclosure;
use emitrace::report::{disclosure_html, disclosure_table, disclosure_verify_html, disclosure_verify_table};
use emitrace::wire::v1::{
    Disclosure, DisclosureAnswer, DisclosureFillRequest, DisclosureInventory, DisclosureLedger,
    DisclosureReadRequest, DisclosureVerifyRequest, DisclosureWriteRequest, DocumentAnswer, Ledger,
    PathFinding, canonical, read_json,
};
use emitrace::{Code, Error};

use crate::inputs;
use crate::trace::{Output, code, document};

#[derive(clap::Subcommand)]
pub(crate) enum Command {
    /// List the taxonomies that are loaded.
    Taxonomies(Taxonomies),
    /// Print the form of a taxonomy: what is asked, as JSON Schema in English and Vietnamese.
    Form(Form),
    /// Fill a report from answers, inventories and energy accounts, and work out what follows.
    Fill(Fill),
    /// Say what is wrong with a report and what it misses.
    Check(Check),
    /// Compute a report again from its ledgers and from what people stated, and say which facts do not follow.
    Verify(Verify),
    /// Write a report as Inline XBRL, as report package or as xBRL-JSON.
    Write(Write),
    /// Read the facts of a page, a package or xBRL-JSON of anybody, and print them as xBRL-JSON.
    Read(Read),
}

#[derive(clap::Args)]
pub(crate) struct Taxonomies {
    /// A pack of your own (repeatable)
    #[arg(long, value_name = "FILE")]
    factors: Vec<PathBuf>,
}

#[derive(clap::Args)]
pub(crate) struct Form {
    /// Identifier of the taxonomy, e.g. vsme-2026-05-01
    taxonomy: String,
    /// basic or comprehensive
    #[arg(long)]
    module: String,
    /// A pack of your own (repeatable)
    #[arg(long, value_name = "FILE")]
    factors: Vec<PathBuf>,
}

#[derive(clap::Args)]
pub(crate) struct Given {
    /// Answers and the report so far: the request of the method `disclosure.fill` (JSON); `-` reads standard input
    request: PathBuf,
    /// A computed inventory (JSON), each of its own period (repeatable)
    #[arg(long = "inventory", value_name = "FILE")]
    inventories: Vec<PathBuf>,
    /// The energy account of a ledger (JSON), each of its own period (repeatable)
    #[arg(long = "energy", value_name = "FILE")]
    energy: Vec<PathBuf>,
    /// The inventory of a base year, as AXIS=MEMBER=FILE (repeatable)
    #[arg(long = "base-inventory", value_name = "AXIS=MEMBER=FILE")]
    base_inventories: Vec<String>,
}

#[derive(clap::Args)]
pub(crate) struct Fill {
    #[command(flatten)]
    given: Given,
    #[command(flatten)]
    output: Output,
}

#[derive(clap::Args)]
pub(crate) struct Verify {
    /// The report: what `fill` printed (JSON), or a page (Inline XBRL), a package (.xbri) or xBRL-JSON of anybody
    report: PathBuf,
    #[command(flatten)]
    given: Given,
    /// The ledger of an inventory, in the order of the inventories, those of base years last (repeatable)
    #[arg(long = "ledger", value_name = "FILE")]
    ledgers: Vec<PathBuf>,
    /// Differences and lines that are listed
    #[arg(long, value_name = "COUNT")]
    list: Option<u32>,
    #[command(flatten)]
    output: Output,
}

#[derive(clap::Args)]
pub(crate) struct Check {
    /// The report, or what `fill` printed (JSON); `-` reads standard input
    report: PathBuf,
    #[command(flatten)]
    output: Output,
}

#[derive(clap::Args)]
pub(crate) struct Write {
    /// The report, or what `fill` printed (JSON); `-` reads standard input
    report: PathBuf,
    /// ixbrl, xbri or xbrl-json
    #[arg(long = "as", value_name = "FORMAT")]
    format: String,
    /// Language of the page: en, vi or both
    #[arg(long, default_value = "en")]
    lang: String,
    /// A pack of your own (repeatable)
    #[arg(long, value_name = "FILE")]
    factors: Vec<PathBuf>,
    /// Where to write to (else standard output)
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
}

#[derive(clap::Args)]
pub(crate) struct Read {
    /// The report: a page (Inline XBRL), a package (.xbri), xBRL-JSON, or what `fill` printed
    report: PathBuf,
    /// xbrl-json (the facts), or json (the facts with the lines that they stand in, and findings)
    #[arg(long = "as", value_name = "FORMAT", default_value = "xbrl-json")]
    format: String,
    /// A pack of your own (repeatable)
    #[arg(long, value_name = "FILE")]
    factors: Vec<PathBuf>,
    /// Where to write to (else standard output)
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
}

pub(crate) fn run(command: &Command) -> Result<ExitCode, Error> {
    match command {
        Command::Taxonomies(arguments) => {
            for one in disclosure::taxonomies(&inputs::catalog(&arguments.factors)?)?.taxonomies {
                println!("{}  {} {} ({} concepts)", one.id, one.title, one.edition, one.concepts);
            }
            Ok(ExitCode::SUCCESS)
        }
        Command::Form(arguments) => {
            let catalog = inputs::catalog(&arguments.factors)?;
            println!(
                "{}",
                canonical(&disclosure::form(&catalog, &arguments.taxonomy, &arguments.module)?.form)?
            );
            Ok(ExitCode::SUCCESS)
        }
        Command::Fill(arguments) => fill(arguments),
        Command::Check(arguments) => {
            let catalog = arguments.output.catalog(&[])?;
            told(&disclosure::check(&catalog, &report(&arguments.report)?)?, &arguments.output)
        }
        Command::Verify(arguments) => verify(arguments),
        Command::Write(arguments) => write(arguments),
        Command::Read(arguments) => read(arguments),
    }
}

/// What a report is filled from.
fn given(arguments: &Given) -> Result<DisclosureFillRequest, Error> {
    let mut request: DisclosureFillRequest = document(&arguments.request)?;
    for path in &arguments.inventories {
        let answer = document(path)?;
        request.inventories.push(DisclosureInventory { answer, dimensions: Default::default() });
    }
    for path in &arguments.energy {
        request.energy_accounts.push(document(path)?);
    }
    for text in &arguments.base_inventories {
        let mut parts = text.splitn(3, '=');
        let (Some(axis), Some(member), Some(path)) = (parts.next(), parts.next(), parts.next()) else {
            return Err(Error::new(Code::BadRequest, format!("`{text}` is not AXIS=MEMBER=FILE"))
                .with_help("write e.g. vsme:ReportingScopesAxis=vsme:BaselineYearMember=2024.json")
                .at("--base-inventory"));
        };
        let dimensions = [(axis.to_owned(), member.to_owned())].into_iter().collect();
        request.inventories.push(DisclosureInventory { answer: document(Path::new(path))?, dimensions });
    }
    Ok(request)
}

fn fill(arguments: &Fill) -> Result<ExitCode, Error> {
    let request = given(&arguments.given)?;
    let catalog = arguments.output.catalog(&request.packs)?;
    told(&disclosure::fill(&catalog, &request)?, &arguments.output)
}

fn verify(arguments: &Verify) -> Result<ExitCode, Error> {
    let fill = given(&arguments.given)?;
    let catalog = arguments.output.catalog(&fill.packs)?;
    let ledger = |path: &PathBuf| -> Result<DisclosureLedger, Error> {
        let ledger = Ledger { text: None, base64: Some(inputs::base64(path)?) };
        Ok(DisclosureLedger { ledger: Some(ledger), ..DisclosureLedger::default() })
    };
    let request = DisclosureVerifyRequest {
        report: String::new(),
        base64: inputs::base64(&arguments.report)?,
        fill,
        ledgers: arguments.ledgers.iter().map(ledger).collect::<Result<_, _>>()?,
        list: arguments.list,
    };
    // The packs of the command serve the report and every ledger.
    let answer = emitrace::verify::disclosure(&catalog, &request, &|_| Ok(catalog.clone()))?;
    arguments.output.print(&answer, disclosure_verify_table, disclosure_verify_html)?;
    Ok(code(answer.holds))
}

/// A report as it is written, or within an answer.
fn report(path: &Path) -> Result<Disclosure, Error> {
    let text = inputs::text(path)?;
    let found = match read_json::<DisclosureAnswer>(&text) {
        Ok(answer) => Ok(answer.result.report),
        Err(_) => read_json(&text),
    };
    found.map_err(|error| {
        let place = format!("{}{}", path.display(), error.path());
        error.at(place)
    })
}

fn told(answer: &DisclosureAnswer, output: &Output) -> Result<ExitCode, Error> {
    output.print(answer, disclosure_table, disclosure_html)?;
    // What is missing stands in the table.
    remarks(answer.result.findings.iter().filter(|finding| finding.code != "DISCLOSURE_MISSING"));
    Ok(code(answer.result.valid && answer.result.complete))
}

fn remarks<'f>(findings: impl Iterator<Item = &'f PathFinding>) {
    for PathFinding { severity, code, path, message, help, .. } in findings {
        eprintln!("{severity} {code} {path}: {message}\n  help: {help}");
    }
}

fn read(arguments: &Read) -> Result<ExitCode, Error> {
    let base64 = inputs::base64(&arguments.report)?;
    let request = DisclosureReadRequest { base64, ..DisclosureReadRequest::default() };
    let answer = disclosure::read(&inputs::catalog(&arguments.factors)?, &request)?;
    let text = match arguments.format.as_str() {
        "xbrl-json" => answer.xbrl_json.clone(),
        "json" => canonical(&answer)?,
        other => {
            return Err(Error::new(Code::UnknownValue, format!("format `{other}` is not known"))
                .with_help("use xbrl-json or json")
                .at("--as"));
        }
    };
    inputs::write(arguments.out.as_deref(), text.as_bytes())?;
    remarks(answer.findings.iter());
    Ok(code(answer.findings.is_empty()))
}

fn write(arguments: &Write) -> Result<ExitCode, Error> {
    let request = DisclosureWriteRequest {
        report: report(&arguments.report)?,
        format: arguments.format.clone(),
        lang: arguments.lang.clone(),
        packs: Vec::new(),
    };
    let catalog = inputs::catalog(&arguments.factors)?;
    let answer: DocumentAnswer =
        read_json(&emitrace::call(&catalog, "disclosure.write", &canonical(&request)?)?)?;
    inputs::write(arguments.out.as_deref(), &inputs::file(answer.text, &answer.base64)?)?;
    Ok(ExitCode::SUCCESS)
}
