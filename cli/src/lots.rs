//! `emitrace trace lots`, `gaps`, `back`, `forward`: stock cards and events followed from what came in to what left.

use std::path::PathBuf;
use std::process::ExitCode;

use emitrace::Error;
use emitrace::limits::Limits;
use emitrace::report::{self, Lang};
use emitrace::trace::Traced;
use emitrace::wire::v1::{
    TraceAnswer, TraceAsk, TraceCard, TraceFinding, TraceReading, TraceRequest, canonical, read_json,
};

use crate::inputs;

#[derive(clap::Subcommand)]
pub(crate) enum Command {
    /// All lots: what they are made of, by country, with their carbon.
    Lots(Lots),
    /// Open questions: what is missing, does not balance or is not known.
    Gaps(Lots),
    /// What may be in a lot or delivery, and where its mass comes from.
    Back(Path),
    /// What a lot may be in: lots, deliveries and customers.
    Forward(Path),
}

/// The cards and what is declared of them.
#[derive(clap::Args)]
struct Cards {
    /// Stock cards, goods-received and issue notes (CSV or XLSX), EPCIS 2.0 events (JSON, NDJSON), in any mixture
    #[arg(required = true)]
    cards: Vec<PathBuf>,
    /// A request of `trace.follow` (JSON) with items, options and records; the cards are added to its own
    #[arg(long, value_name = "FILE")]
    with: Option<PathBuf>,
    /// How numbers and dates are written, e.g. vi-VN or en-US
    #[arg(long)]
    locale: Option<String>,
    /// A header that is not known by name, as HEADER=FIELD (repeatable)
    #[arg(long = "column", value_name = "HEADER=FIELD")]
    columns: Vec<String>,
    /// Which lot is taken where none is named: specific, fifo, lifo, average or period-average
    #[arg(long)]
    policy: Option<String>,
    /// Sheet of workbooks (else every sheet that holds movements)
    #[arg(long, default_value = "", hide_default_value = true)]
    sheet: String,
    /// How many findings to list; all are counted
    #[arg(long, value_name = "N")]
    findings: Option<u32>,
    /// Language: en or vi
    #[arg(long, default_value = "en")]
    lang: String,
    /// Where to write to (else standard output); a workbook needs it
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
}

#[derive(clap::Args)]
pub(crate) struct Lots {
    #[command(flatten)]
    cards: Cards,
    /// What to write: table, json, html, csv or xlsx
    #[arg(long, default_value = "table")]
    format: LotsFormat,
}

#[derive(clap::Args)]
pub(crate) struct Path {
    #[command(flatten)]
    cards: Cards,
    /// The lot, box or container
    #[arg(long, default_value = "", hide_default_value = true, required_unless_present = "document")]
    lot: String,
    /// Instead of a lot: the document by which something left
    #[arg(long, default_value = "", hide_default_value = true, conflicts_with = "lot")]
    document: String,
    /// Only this item
    #[arg(long, default_value = "", hide_default_value = true)]
    item: String,
    /// Only in this store
    #[arg(long, default_value = "", hide_default_value = true)]
    store: String,
    /// How many steps to list
    #[arg(long, value_name = "N", default_value_t = 1000)]
    most: u32,
    /// What to write: table, tree, json, html, mermaid, dot or xlsx
    #[arg(long, default_value = "table")]
    format: PathFormat,
}

#[derive(Clone, Copy, clap::ValueEnum)]
enum LotsFormat {
    Table,
    Json,
    Html,
    Csv,
    Xlsx,
}

#[derive(Clone, Copy, clap::ValueEnum)]
enum PathFormat {
    Table,
    Tree,
    Json,
    Html,
    Mermaid,
    Dot,
    Xlsx,
}

pub(crate) fn run(command: &Command) -> Result<ExitCode, Error> {
    match command {
        Command::Lots(arguments) => arguments.run("lots"),
        Command::Gaps(arguments) => arguments.run("gaps"),
        Command::Back(arguments) => arguments.run(false),
        Command::Forward(arguments) => arguments.run(true),
    }
}

impl Cards {
    fn follow(&self) -> Result<Traced, Error> {
        let mut request: TraceRequest = match &self.with {
            Some(path) => read_json(&inputs::text(path)?)?,
            None => TraceRequest::default(),
        };
        for path in &self.cards {
            let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
            let json = path
                .extension()
                .is_some_and(|end| ["json", "jsonld", "ndjson", "jsonl"].iter().any(|known| end == *known));
            let (text, base64) = match json {
                true => (Some(inputs::text(path)?), None),
                false => (None, Some(inputs::base64(path)?)),
            };
            request.cards.push(TraceCard {
                name,
                text,
                base64,
                sheet: self.sheet.clone(),
                ..TraceCard::default()
            });
        }
        request.reading = TraceReading {
            locale: self.locale.clone().or(request.reading.locale),
            findings: self.findings.or(request.reading.findings),
            ..request.reading
        };
        request.reading.columns.extend(inputs::columns(&self.columns)?);
        if let Some(policy) = &self.policy {
            request.options.policy.clone_from(policy);
        }
        Traced::new(&request, &Limits::default())
    }

    fn lang(&self) -> Result<Lang, Error> {
        Lang::parse(&self.lang)
    }
}

/// Findings on standard error, and the exit code that they mean.
fn told(answer: &TraceAnswer) -> ExitCode {
    for TraceFinding { file, row, severity, code, column, message, help, .. } in &answer.result.findings {
        let column = if column.is_empty() { String::new() } else { format!(" {column}") };
        eprintln!("{severity} {code} {file} row {row}{column}: {message}\n  help: {help}");
    }
    if answer.is_complete() { ExitCode::SUCCESS } else { ExitCode::from(1) }
}

impl Lots {
    fn run(&self, view: &str) -> Result<ExitCode, Error> {
        let (lang, out) = (self.cards.lang()?, self.cards.out.as_deref());
        if matches!(self.format, LotsFormat::Xlsx) {
            inputs::not_on_screen(out)?;
        }
        let answer = self.cards.follow()?.answer()?;
        let written = match self.format {
            LotsFormat::Table => report::trace_table(&answer, view, lang).into_bytes(),
            LotsFormat::Json => canonical(&answer)?.into_bytes(),
            LotsFormat::Html => report::trace_html(&answer, view, lang).into_bytes(),
            LotsFormat::Csv => report::trace_csv(&answer).into_bytes(),
            LotsFormat::Xlsx => report::trace_workbook(&answer, lang)?,
        };
        inputs::write(out, &written)?;
        Ok(told(&answer))
    }
}

impl Path {
    fn run(&self, forward: bool) -> Result<ExitCode, Error> {
        let (lang, out) = (self.cards.lang()?, self.cards.out.as_deref());
        if matches!(self.format, PathFormat::Xlsx) {
            inputs::not_on_screen(out)?;
        }
        let traced = self.cards.follow()?;
        let ask = TraceAsk {
            lot: self.lot.clone(),
            item: self.item.clone(),
            store: self.store.clone(),
            document: self.document.clone(),
            most: self.most,
        };
        let path = if forward { traced.forward(&ask)? } else { traced.back(&ask)? };
        let written = match self.format {
            PathFormat::Table => report::trace_path_table(&path, lang).into_bytes(),
            PathFormat::Tree => report::trace_tree(&path, lang).into_bytes(),
            PathFormat::Json => canonical(&path)?.into_bytes(),
            PathFormat::Html => report::trace_path_html(&path, lang).into_bytes(),
            PathFormat::Mermaid => report::trace_mermaid(&path).into_bytes(),
            PathFormat::Dot => report::trace_dot(&path).into_bytes(),
            PathFormat::Xlsx => report::trace_path_workbook(&path, lang)?,
        };
        inputs::write(out, &written)?;
        Ok(told(&traced.answer()?))
    }
}
