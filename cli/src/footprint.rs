//! `emitrace footprint`: footprints of products in PACT's form.

use std::path::PathBuf;
use std::process::ExitCode;

use emitrace::wire::v1::{FootprintAnswer, FootprintCheckRequest, FootprintMigrateRequest, canonical};
use emitrace::{Error, footprint};

use crate::inputs;
use crate::trace::code;

#[derive(clap::Subcommand)]
pub(crate) enum Command {
    /// Check footprints of PACT 3.0 or 2.x: every member, every rule between members, sums and plausibility.
    Check(Check),
    /// Make footprints of 3.0 of those of 2.x, exactly, and list what is lost.
    Migrate(Migrate),
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
    }
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
        for finding in &result.findings {
            eprintln!(
                "{} {} {}: {}\n  help: {}",
                finding.severity, finding.code, finding.path, finding.message, finding.help
            );
        }
        Ok(code(result.valid))
    }
}
