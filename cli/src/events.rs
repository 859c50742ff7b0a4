//! `emitrace events read`, `hash`, `write`: events of EPCIS.

use core::fmt::Write;
use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use emitrace::factor::Catalog;
use emitrace::wire::v1::{
    EventCredential, EventHashAnswer, EventHashRequest, EventName, EventsAnswer, EventsRequest, canonical,
    read_json,
};
use emitrace::{Code, Error};

use crate::identify::findings;
use crate::inputs;
use crate::report::PlainFormat;

#[derive(clap::Subcommand)]
pub(crate) enum Command {
    /// Read events: their statuses, their order in time, and what cannot have been.
    Read(Read),
    /// The hashes of events (CBV 2.0): they tell statements apart and prove nothing.
    Hash(Hash),
    /// Write the events that count, in their order: a document of EPCIS 2.0 or a credential of UNTP.
    Write(WriteOut),
}

/// The events.
#[derive(clap::Args)]
struct Source {
    /// EPCIS 2.0 in JSON (a document, a query's answer, one event, a list of them, or one a line) or EPCIS 1.2 and 2.0 in XML, or a credential of UNTP 0.6 or 0.7; `-` reads standard input
    events: PathBuf,
    /// What events are the same by: id or hash
    #[arg(long, default_value = "id")]
    sameness: String,
}

#[derive(clap::Args)]
pub(crate) struct Read {
    #[command(flatten)]
    source: Source,
    /// What to print: table or json
    #[arg(long, default_value = "table")]
    format: PlainFormat,
}

#[derive(clap::Args)]
pub(crate) struct Hash {
    /// Events, as for `read`
    events: PathBuf,
    /// Print the texts that are hashed, too
    #[arg(long)]
    texts: bool,
    /// What to print: table or json
    #[arg(long, default_value = "table")]
    format: PlainFormat,
}

#[derive(clap::Args)]
pub(crate) struct WriteOut {
    #[command(flatten)]
    source: Source,
    /// What to write: epcis, untp-0.6 or untp-0.7
    #[arg(long = "as", value_name = "FORM", default_value = "epcis")]
    form: String,
    /// When the document is made, if the source does not say when it was: 2026-03-01T08:00:00Z
    #[arg(long, default_value = "", hide_default_value = true)]
    created: String,
    /// A credential's identifier, a URI
    #[arg(long, default_value = "", hide_default_value = true)]
    id: String,
    /// Who vouches for a credential, e.g. did:web:example.com
    #[arg(long, value_name = "DID", default_value = "", hide_default_value = true)]
    issuer: String,
    /// What the issuer is called
    #[arg(long, value_name = "NAME", default_value = "", hide_default_value = true)]
    issuer_name: String,
    /// What the credential is called
    #[arg(long, default_value = "", hide_default_value = true)]
    name: String,
    /// What a thing or a place is called in a credential; may be repeated
    #[arg(long = "named", value_name = "IDENTIFIER=NAME")]
    names: Vec<String>,
    /// Where to write to (else standard output)
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
}

pub(crate) fn run(command: &Command) -> Result<ExitCode, Error> {
    match command {
        Command::Read(arguments) => arguments.run(),
        Command::Hash(arguments) => arguments.run(),
        Command::Write(arguments) => arguments.run(),
    }
}

impl Source {
    fn ask(&self, settings: EventsRequest) -> Result<(String, EventsAnswer), Error> {
        let request =
            EventsRequest { document: document(&self.events)?, sameness: self.sameness.clone(), ..settings };
        let answer = emitrace::call(&Catalog::default(), "trace.events", &canonical(&request)?)?;
        let read = read_json(&answer)?;
        Ok((answer, read))
    }
}

/// Whether all events are in the result.
fn code(missing: bool) -> ExitCode {
    ExitCode::from(u8::from(missing))
}

impl Read {
    fn run(&self) -> Result<ExitCode, Error> {
        let (answer, read) = self.source.ask(EventsRequest::default())?;
        inputs::print(&match self.format {
            PlainFormat::Json => format!("{answer}\n"),
            PlainFormat::Table => table(&read),
        })?;
        Ok(code(read.counts.unreadable > 0))
    }
}

fn table(read: &EventsAnswer) -> String {
    let mut out = String::new();
    let counts = &read.counts;
    let _ = writeln!(
        out,
        "{} events: {} ok, {} with a warning, {} void, {} unreadable",
        counts.events, counts.ok, counts.warning, counts.void, counts.unreadable
    );
    let mut events: Vec<_> = read.events.iter().collect();
    events.sort_by_key(|event| (event.order.is_none(), event.order));
    for event in events {
        let order = event.order.map_or_else(|| "-".into(), |order| order.to_string());
        let _ = writeln!(
            out,
            "{order:>5} {:<10} {:<29} {:<19} {:<7} {:<14} {}",
            event.status, event.event_time, event.kind, event.action, event.business_step, event.path
        );
        for thing in &event.things {
            let quantity = thing.quantity.as_deref().unwrap_or_default();
            let unit = thing.unit.as_deref().unwrap_or_default();
            let _ = writeln!(out, "        {:<18} {} {quantity} {unit}", thing.role, thing.id);
        }
    }
    out.push_str(&findings(&read.findings));
    if read.findings_not_listed > 0 {
        let _ = writeln!(out, "{} more findings are not listed", read.findings_not_listed);
    }
    out.push_str(&losses(read));
    out
}

/// What one format says and the other cannot.
fn losses(read: &EventsAnswer) -> String {
    let mut out = findings(&read.losses);
    if read.losses_not_listed > 0 {
        let _ = writeln!(out, "{} more losses are not listed", read.losses_not_listed);
    }
    out
}

/// The text of a file that must be UTF-8.
fn document(path: &Path) -> Result<String, Error> {
    let mut bytes = Vec::new();
    inputs::open(path)?.read_to_end(&mut bytes).map_err(|error| inputs::io_error(path, &error))?;
    String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        Error::new(Code::InvalidUtf8, format!("byte {at} of {} is not UTF-8", path.display()))
            .with_help("events are read as UTF-8, in JSON and in XML; save the file so")
    })
}

impl Hash {
    fn run(&self) -> Result<ExitCode, Error> {
        let document = document(&self.events)?;
        let request = EventHashRequest { document, texts: self.texts, ..EventHashRequest::default() };
        let answer = emitrace::call(&Catalog::default(), "trace.hash", &canonical(&request)?)?;
        let read: EventHashAnswer = read_json(&answer)?;
        let mut out = String::new();
        match self.format {
            PlainFormat::Json => out = format!("{answer}\n"),
            PlainFormat::Table => {
                for hash in &read.hashes {
                    let _ = writeln!(out, "{} {}", hash.hash.as_deref().unwrap_or("-"), hash.path);
                    if let Some(text) = &hash.text {
                        let _ = writeln!(out, "  {text}");
                    }
                }
                out.push_str(&findings(&read.findings));
            }
        }
        inputs::print(&out)?;
        Ok(code(read.hashes.iter().any(|hash| hash.hash.is_none())))
    }
}

impl WriteOut {
    fn run(&self) -> Result<ExitCode, Error> {
        let name = |text: &String| {
            let (identifier, name) = text.rsplit_once('=').ok_or_else(|| {
                Error::new(Code::MissingValue, format!("`{text}` names nothing"))
                    .with_help("write IDENTIFIER=NAME")
            })?;
            Ok(EventName { identifier: identifier.into(), name: name.into() })
        };
        let (_, read) = self.source.ask(EventsRequest {
            write: self.form.clone(),
            created: self.created.clone(),
            credential: EventCredential {
                id: self.id.clone(),
                issuer: self.issuer.clone(),
                issuer_name: self.issuer_name.clone(),
                name: self.name.clone(),
            },
            names: self.names.iter().map(name).collect::<Result<_, Error>>()?,
            ..EventsRequest::default()
        })?;
        let document = read.document.as_deref().unwrap_or_default();
        inputs::write(self.out.as_deref(), format!("{document}\n").as_bytes())?;
        eprint!("{}{}", findings(&read.findings), losses(&read));
        Ok(code(read.counts.unreadable > 0))
    }
}
