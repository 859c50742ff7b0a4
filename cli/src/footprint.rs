//! `emitrace footprint`: footprints of products in PACT's form.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use emitrace::report::{self, Document};
use emitrace::wire::v1::{
    FootprintAnswer, FootprintCheckRequest, FootprintComputeRequest, FootprintLoss, FootprintMigrateRequest,
    FootprintPackageRequest, FootprintSheetRequest, FootprintSheetWriteRequest, FootprintTransportRequest,
    FootprintViewRequest, Ledger, PathFinding, canonical,
};
use emitrace::{Code, Error, footprint};

use crate::again::{Again, Print};
use crate::inputs;
use crate::trace::{code, document};

#[derive(clap::Subcommand)]
pub(crate) enum Command {
    /// Check footprints of PACT 3.0 or 2.x: every member, every rule between members, sums and plausibility.
    Check(Check),
    /// Make footprints of 3.0 of those of 2.x, exactly, and list what is lost.
    Migrate(Migrate),
    /// Work out the footprint of a good from a ledger, processes and footprints of suppliers, and write it as a document.
    Compute(Box<Compute>),
    /// Write a footprint that was worked out as a package for openLCA (JSON-LD, zip): masses of gases, flow by flow.
    Openlca(Openlca),
    /// Read a table of footprints (CSV or XLSX, one row each, Vietnamese or English headers) into documents of 3.0.
    ReadSheet(ReadSheet),
    /// Write footprints of 3.0 as a table (CSV, XLSX), or an empty one for a supplier to fill in.
    Sheet(Sheet),
    /// Check the footprint of a shipment (iLEAP): elements, chain, activities, sums; activities that are not stated are added.
    Transport(Transport),
    /// Write a footprint of 3.0 in the words of others: product passport of UNTP, payload of Catena-X, battery passport.
    View(View),
}

#[derive(clap::Args)]
pub(crate) struct Openlca {
    /// What `emitrace footprint compute --format json` wrote; `-` reads standard input
    answer: PathBuf,
    /// The archive to write
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
}

#[derive(clap::Args)]
pub(crate) struct ReadSheet {
    /// The table (CSV or XLSX)
    file: PathBuf,
    #[command(flatten)]
    table: crate::trace::Table,
    #[command(flatten)]
    output: Output,
}

#[derive(clap::Args)]
pub(crate) struct Sheet {
    /// Footprints of 3.0 (JSON), or nothing for an empty table to fill in; `-` reads standard input
    document: Option<PathBuf>,
    /// csv, or xlsx with a second sheet that says what to write into which column
    #[arg(long, default_value = "csv")]
    format: String,
    /// Language of headers and form of numbers and days: en or vi
    #[arg(long, default_value = "en")]
    lang: String,
    /// Where to write to (else standard output)
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
}

#[derive(clap::Args)]
pub(crate) struct Transport {
    /// The footprint of a shipment (JSON); `-` reads standard input
    document: PathBuf,
    #[command(flatten)]
    output: Output,
}

#[derive(clap::Args)]
pub(crate) struct View {
    /// A footprint of 3.0 (JSON); `-` reads standard input
    document: PathBuf,
    /// Whose words: untp, catena-x-9 or battery-passport
    #[arg(long = "as", value_name = "FORM")]
    form: String,
    /// What the form asks and the footprint does not say: an object with members of the form (JSON)
    #[arg(long, value_name = "FILE")]
    stated: Option<PathBuf>,
    /// Where to write to (else standard output)
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
}

#[derive(clap::Args)]
pub(crate) struct Compute {
    /// Processes, what was bought, choices: the request of the method `footprint.compute` (JSON); `-` reads standard input
    request: PathBuf,
    /// What the maker states: a footprint without the figures (JSON; else that of the request)
    #[arg(long, value_name = "FILE")]
    frame: Option<PathBuf>,
    /// Rows whose column product names the process (CSV or XLSX; else those of the request)
    #[arg(long, value_name = "FILE")]
    ledger: Option<PathBuf>,
    /// A supplier's footprint, or a lot that was traced back (JSON), as GOOD=FILE (repeatable)
    #[arg(long = "bought", value_name = "GOOD=FILE")]
    bought: Vec<String>,
    /// A pack of your own (repeatable)
    #[arg(long, value_name = "FILE")]
    factors: Vec<PathBuf>,
    #[command(flatten)]
    again: Again,
    /// Also write a page that says where the footprint comes from (HTML)
    #[arg(long, value_name = "FILE")]
    page: Option<PathBuf>,
    /// Language of the page: en or vi
    #[arg(long, default_value = "en")]
    lang: String,
    #[command(flatten)]
    output: Output,
}

#[derive(clap::Args)]
pub(crate) struct Check {
    /// A footprint, a list of them, or {"data": [...]} (JSON); `-` reads standard input
    document: PathBuf,
    /// Say whether they are in force on this day, e.g. 2026-11-22
    #[arg(long, value_name = "DAY", default_value = "", hide_default_value = true)]
    as_of: String,
    #[command(flatten)]
    output: Output,
}

#[derive(clap::Args)]
pub(crate) struct Migrate {
    /// Footprints of 2.x (JSON); `-` reads standard input
    document: PathBuf,
    /// Identifier (UUID) of a new footprint (repeatable, in the order of those that are migrated; else they keep theirs)
    #[arg(long = "id", value_name = "UUID")]
    ids: Vec<String>,
    /// When the new footprints are made, e.g. 2026-11-22T00:00:00Z (else as the old ones say)
    #[arg(long, value_name = "TIME", default_value = "", hide_default_value = true)]
    created: String,
    #[command(flatten)]
    output: Output,
}

#[derive(clap::Args)]
struct Output {
    /// What to print: document (as it is written again) or json (all of the answer)
    #[arg(long, default_value = "document")]
    format: Format,
    /// Where to write to (else standard output)
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
}

#[derive(Clone, Copy, clap::ValueEnum)]
enum Format {
    Document,
    Json,
}

pub(crate) fn run(command: &Command) -> Result<ExitCode, Error> {
    match command {
        Command::Check(arguments) => {
            let request = FootprintCheckRequest {
                document: inputs::text(&arguments.document)?,
                as_of: arguments.as_of.clone(),
            };
            arguments.output.show(&footprint::check(&request)?)
        }
        Command::Migrate(arguments) => {
            let request = FootprintMigrateRequest {
                document: inputs::text(&arguments.document)?,
                ids: arguments.ids.clone(),
                created: arguments.created.clone(),
            };
            arguments.output.show(&footprint::migrate(&request)?)
        }
        Command::Compute(arguments) => compute(arguments),
        Command::Openlca(arguments) => {
            let request = FootprintPackageRequest { answer: inputs::text(&arguments.answer)? };
            let package = footprint::openlca(&request)?;
            inputs::write(Some(&arguments.out), &inputs::file(String::new(), &package.base64)?)?;
            package.losses.iter().for_each(lost);
            eprintln!("process {}", package.process);
            Ok(code(package.valid))
        }
        Command::ReadSheet(arguments) => {
            let request = FootprintSheetRequest { table: arguments.table.input(&arguments.file)? };
            let read = footprint::read_sheet(&request)?;
            read.table_findings.iter().for_each(crate::trace::tell);
            let answer = FootprintAnswer {
                schema: read.schema,
                engine: read.engine,
                digest: read.digest,
                result: read.result,
            };
            arguments.output.show(&answer)
        }
        Command::Sheet(arguments) => {
            let request = FootprintSheetWriteRequest {
                document: arguments.document.as_deref().map(inputs::text).transpose()?.unwrap_or_default(),
                lang: arguments.lang.clone(),
                format: arguments.format.clone(),
            };
            let sheet = emitrace::report::footprint_sheet(&request)?;
            inputs::write(arguments.out.as_deref(), &inputs::file(sheet.text, &sheet.base64)?)?;
            sheet.losses.iter().for_each(lost);
            Ok(ExitCode::SUCCESS)
        }
        Command::Transport(arguments) => {
            let request = FootprintTransportRequest { document: inputs::text(&arguments.document)? };
            let answer = footprint::transport(&request)?;
            let result = &answer.result;
            let text = match arguments.output.format {
                Format::Document => format!("{}\n", result.document),
                Format::Json => canonical(&answer)?,
            };
            inputs::write(arguments.output.out.as_deref(), text.as_bytes())?;
            result.losses.iter().for_each(lost);
            result.findings.iter().for_each(tell);
            eprintln!(
                "{}: {} kg CO2e WTW, {} kg CO2e TTW, {} tkm",
                result.order.join(", "),
                result.wtw_kg_co2e,
                result.ttw_kg_co2e,
                result.activity_tkm
            );
            Ok(code(result.valid))
        }
        Command::View(arguments) => {
            let request = FootprintViewRequest {
                document: inputs::text(&arguments.document)?,
                form: arguments.form.clone(),
                stated: arguments.stated.as_deref().map(inputs::text).transpose()?.unwrap_or_default(),
            };
            let shown = footprint::view(&request)?;
            inputs::write(arguments.out.as_deref(), format!("{}\n", shown.document).as_bytes())?;
            shown.losses.iter().for_each(lost);
            shown.findings.iter().for_each(tell);
            Ok(code(shown.valid))
        }
    }
}

fn compute(arguments: &Compute) -> Result<ExitCode, Error> {
    let mut request: FootprintComputeRequest = document(&arguments.request)?;
    if let Some(frame) = &arguments.frame {
        request.frame = inputs::text(frame)?;
    }
    if let Some(ledger) = &arguments.ledger {
        request.ledger = Ledger { text: None, base64: Some(inputs::base64(ledger)?) };
    }
    for pair in &arguments.bought {
        let known = pair.split_once('=').and_then(|(good, file)| {
            Some((request.bought.iter_mut().find(|bought| bought.good == good)?, file))
        });
        let (bought, file) = known.ok_or_else(|| {
            Error::new(Code::BadRequest, format!("`{pair}` names nothing that was bought"))
                .with_help("write GOOD=FILE with a good of the request's list `bought`")
                .at("--bought")
        })?;
        bought.document = inputs::text(Path::new(file))?;
    }
    let catalog = inputs::catalog(&arguments.factors)?;
    if arguments.again.asked() {
        let format = if matches!(arguments.output.format, Format::Json) { "json" } else { "table" };
        let print = Print { format, lang: &arguments.lang, out: arguments.output.out.as_deref() };
        return arguments.again.run(&catalog, "footprint.compute", &request, &print);
    }
    let answer = footprint::compute(&catalog, &request)?;
    let result = &answer.result;
    let text = match arguments.output.format {
        Format::Document => format!("{}\n", result.document),
        Format::Json => canonical(&answer)?,
    };
    inputs::write(arguments.output.out.as_deref(), text.as_bytes())?;
    if let Some(page) = &arguments.page {
        let lang = report::Lang::parse(&arguments.lang)?;
        if let Document::Text(text) = report::document(&catalog, &canonical(&answer)?, "html", lang, None)? {
            inputs::write(Some(page), text.as_bytes())?;
        }
    }
    answer.ledger_findings.iter().for_each(crate::trace::tell);
    result.findings.iter().for_each(tell);
    for one in &result.contributions {
        let whose = if one.process.is_empty() { "bought" } else { &one.process };
        eprintln!("{:>12} %  {} kg CO2e  {} {} {}", one.percent, one.kg_co2e, whose, one.id, one.activity);
    }
    Ok(code(result.valid))
}

fn lost(loss: &FootprintLoss) {
    eprintln!("{} {}: {} ({})", loss.what, loss.path, loss.value, loss.reason);
}

fn tell(finding: &PathFinding) {
    let PathFinding { severity, code, path, message, help, .. } = finding;
    eprintln!("{severity} {code} {path}: {message}\n  help: {help}");
}

impl Output {
    /// Prints the document, and what was found and lost beside it.
    fn show(&self, answer: &FootprintAnswer) -> Result<ExitCode, Error> {
        let result = &answer.result;
        let text = match self.format {
            Format::Document => format!("{}\n", result.document),
            Format::Json => canonical(answer)?,
        };
        inputs::write(self.out.as_deref(), text.as_bytes())?;
        result.losses.iter().for_each(lost);
        result.findings.iter().for_each(tell);
        Ok(code(result.valid))
    }
}
