//! `emitrace footprint`: footprints of products in PACT's form.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use emitrace::wire::v1::{
    FootprintAnswer, FootprintCheckRequest, FootprintComputeRequest, FootprintFinding,
    FootprintMigrateRequest, Ledger, canonical,
};
use emitrace::{Code, Error, footprint};

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
    /// A supplier's footprint, as GOOD=FILE (repeatable)
    #[arg(long = "bought", value_name = "GOOD=FILE")]
    bought: Vec<String>,
    /// A pack of your own (repeatable)
    #[arg(long, value_name = "FILE")]
    factors: Vec<PathBuf>,
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
    let answer = footprint::compute(&inputs::catalog(&arguments.factors)?, &request)?;
    let result = &answer.result;
    let text = match arguments.output.format {
        Format::Document => format!("{}\n", result.document),
        Format::Json => canonical(&answer)?,
    };
    inputs::write(arguments.output.out.as_deref(), text.as_bytes())?;
    answer.ledger_findings.iter().for_each(crate::trace::tell);
    result.findings.iter().for_each(tell);
    for one in &result.contributions {
        let whose = if one.process.is_empty() { "bought" } else { &one.process };
        eprintln!("{:>12} %  {} kg CO2e  {} {} {}", one.percent, one.kg_co2e, whose, one.id, one.activity);
    }
    Ok(code(result.valid))
}

fn tell(finding: &FootprintFinding) {
    let FootprintFinding { severity, code, path, message, help, .. } = finding;
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
        for loss in &result.losses {
            eprintln!("{} {}: {} ({})", loss.what, loss.path, loss.value, loss.reason);
        }
        result.findings.iter().for_each(tell);
        Ok(code(result.valid))
    }
}
