//! `emitrace bundle`: statements about lots under one seal, shown whole or in part.

use std::path::PathBuf;
use std::process::ExitCode;

use emitrace::wire::v1::{BundleDocument, BundlePart, BundleRedactRequest, BundleSealRequest};
use emitrace::{Code, Error, evidence};

use crate::inputs;

#[derive(clap::Subcommand)]
pub(crate) enum Command {
    /// Seal documents into a bundle (JSON).
    Seal(Seal),
    /// Hide members of documents; the seal still holds for the rest (JSON).
    Redact(Redact),
}

#[derive(clap::Args)]
pub(crate) struct Seal {
    /// JSON objects, as `[NAME=]FILE`; without a name that of the file counts
    #[arg(required = true, value_name = "[NAME=]FILE")]
    documents: Vec<String>,
    /// What the bundle is about: identifiers of lots (repeatable); it cannot be hidden
    #[arg(long, required = true, value_name = "ID")]
    subject: Vec<String>,
    /// A file with the secret key alone: a Multikey (z3u2…) or 64 hexadecimal digits; `-` reads standard input
    #[arg(long, value_name = "FILE")]
    key: PathBuf,
    /// When it is sealed, in UTC, e.g. 2027-02-01T08:00:00Z
    #[arg(long)]
    created: String,
    /// The bundle that this one replaces
    #[arg(long, value_name = "FILE")]
    previous: Option<PathBuf>,
    /// A file with 64 hexadecimal digits from which the salts come; else the system's randomness is asked
    #[arg(long, value_name = "FILE")]
    seed: Option<PathBuf>,
}

#[derive(clap::Args)]
pub(crate) struct Redact {
    /// The bundle; `-` reads standard input
    bundle: PathBuf,
    /// What is hidden, as `[DOCUMENT:]MEMBER` (repeatable); without a document in every one
    #[arg(long, value_name = "[DOCUMENT:]MEMBER")]
    hide: Vec<String>,
    /// A document that is hidden whole (repeatable)
    #[arg(long, value_name = "DOCUMENT")]
    hide_document: Vec<String>,
}

pub(crate) fn run(command: &Command) -> Result<ExitCode, Error> {
    let text = match command {
        Command::Seal(arguments) => seal(arguments)?,
        Command::Redact(arguments) => redact(arguments)?,
    };
    inputs::print(&(text + "\n"))?;
    Ok(ExitCode::SUCCESS)
}

fn seal(arguments: &Seal) -> Result<String, Error> {
    let request = BundleSealRequest {
        documents: arguments.documents.iter().map(|text| document(text)).collect::<Result<_, _>>()?,
        subject: arguments.subject.clone(),
        previous: arguments.previous.as_deref().map_or_else(|| Ok(String::new()), inputs::text)?,
        seed: arguments.seed.as_deref().map_or_else(random, inputs::text)?,
        key: inputs::text(&arguments.key)?,
        created: arguments.created.clone(),
    };
    Ok(evidence::seal(&request)?.bundle)
}

fn document(text: &str) -> Result<BundleDocument, Error> {
    let (name, path) = match text.split_once('=') {
        Some((name, path)) => (name.trim().to_owned(), PathBuf::from(path)),
        None => {
            let path = PathBuf::from(text);
            let stem = path.file_stem().map(|stem| stem.to_string_lossy().into_owned());
            (stem.unwrap_or_default(), path)
        }
    };
    Ok(BundleDocument { name, document: inputs::text(&path)? })
}

/// 32 bytes of the system's randomness, as hexadecimal digits. They are forgotten: who checks a bundle needs its salts only.
fn random() -> Result<String, Error> {
    let mut bytes = [0u8; 32];
    getrandom::fill(&mut bytes).map_err(|error| {
        Error::new(Code::Io, format!("the system gave no randomness: {error}"))
            .with_help("give 64 random hexadecimal digits in a file with `--seed`")
    })?;
    Ok(bytes.iter().map(|byte| format!("{byte:02x}")).collect())
}

fn redact(arguments: &Redact) -> Result<String, Error> {
    let members = arguments.hide.iter().map(|text| {
        let (document, member) = text.rsplit_once(':').unwrap_or(("", text));
        BundlePart { document: document.into(), member: member.into() }
    });
    let whole = arguments
        .hide_document
        .iter()
        .map(|document| BundlePart { document: document.clone(), member: String::new() });
    let request = BundleRedactRequest {
        bundle: inputs::text(&arguments.bundle)?,
        hide: members.chain(whole).collect(),
    };
    Ok(evidence::redact(&request)?.bundle)
}
