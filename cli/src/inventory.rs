//! `emitrace inventory`: the main job.

use std::borrow::Cow;
use std::io::{BufWriter, IsTerminal, Write, stderr};
use std::mem::ManuallyDrop;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use emitrace::inventory::{EachLine, Line, Progress, Takers, WriteLine, compute_json};
use emitrace::report::{LinesCsv, WorkbookLines};
use emitrace::wire::v1::{Finding, InventoryAnswer};
use emitrace::{Error, report};

use crate::inputs::{self, Choices};
use crate::report::{Format, write};

#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// The ledger; `-` reads standard input
    ledger: PathBuf,
    #[command(flatten)]
    choices: Choices,
    /// What to print: table, json, csv or html
    #[arg(long, default_value = "table")]
    format: Format,
    /// Language of table and HTML: en or vi
    #[arg(long, default_value = "en")]
    lang: String,
    /// Also write inventory.json, inventory.csv and inventory.html into this folder
    #[arg(long, value_name = "FOLDER")]
    out: Option<PathBuf>,
    /// Also write a CSV file with a row for each row of the ledger that counts: its kg CO2e in each scope, factors and notes
    #[arg(long, value_name = "FILE")]
    rows: Option<PathBuf>,
    /// Also write a CSV file with a row for each of their masses: account, factor, gas and kilograms
    #[arg(long, value_name = "FILE")]
    lines: Option<PathBuf>,
    /// Also write a workbook (XLSX) with every line, totals as formulas over them, and the provenance of all factors
    #[arg(long, value_name = "FILE")]
    workbook: Option<PathBuf>,
    /// How many threads compute (else as many as there are processors); the answer does not depend on it
    #[arg(long, value_name = "N")]
    threads: Option<std::num::NonZero<usize>>,
}

pub(crate) fn run(arguments: &Arguments) -> Result<ExitCode, Error> {
    let threads = arguments.threads.or_else(|| std::thread::available_parallelism().ok());
    let options = arguments.choices.options()?.with_threads(threads.map_or(1, std::num::NonZero::get));
    let lang = report::Lang::parse(&arguments.lang)?;
    // The process ends with this job: it gives its memory back at once, which is quicker than piece by piece.
    let catalog = ManuallyDrop::new(inputs::catalog(&arguments.choices.factors)?);
    let options = inputs::surveyed(&arguments.ledger, &catalog, options)?;
    let ledger = inputs::open(&arguments.ledger)?;
    let files = [
        arguments.rows.as_deref().map(|path| (path, LinesCsv::rows(&options))),
        arguments.lines.as_deref().map(|path| (path, LinesCsv::masses())),
    ];
    let files: Vec<(&Path, LinesCsv<'_>)> = files.into_iter().flatten().collect();
    let mut outs = files.iter().map(LinesFile::create).collect::<Result<Vec<_>, Error>>()?;
    let writers: Vec<&dyn WriteLine> = files.iter().map(|(_, lines)| -> &dyn WriteLine { lines }).collect();
    let mut take_text =
        |at: usize, text: &str| outs.get_mut(at).map_or(Ok(()), |file: &mut LinesFile<'_>| file.write(text));
    let mut book = arguments.workbook.as_ref().map(|_| WorkbookLines::new(&catalog, &options));
    let mut into_book = book.as_mut().map(|book| |line: &Line<'_>| book.take(line));
    let each_line = into_book.as_mut().map(|take| -> &mut EachLine<'_> { take });
    let takers = Takers::each(each_line).with_texts(&writers, &mut take_text);
    let (answer, mut json) = compute_json(ledger, &catalog, &options, takers, &mut progress())?;
    let answer = ManuallyDrop::new(answer);
    json.push('\n');
    let written = |format| match format {
        Format::Json => Ok(Cow::Borrowed(&*json)),
        other => write(&answer, other, lang).map(Cow::Owned),
    };
    outs.iter_mut().try_for_each(LinesFile::flush)?;
    if let Some(path) = &arguments.workbook {
        inputs::write(Some(path), &report::inventory_workbook(&answer, book, lang)?)?;
    }
    if let Some(folder) = &arguments.out {
        std::fs::create_dir_all(folder).map_err(|error| inputs::io_error(folder, &error))?;
        for (name, format) in [
            ("inventory.json", Format::Json),
            ("inventory.csv", Format::Csv),
            ("inventory.html", Format::Html),
        ] {
            let path = folder.join(name);
            std::fs::write(&path, &*written(format)?).map_err(|error| inputs::io_error(&path, &error))?;
        }
    }
    inputs::print(&written(arguments.format)?)?;
    // The table shows the findings itself; the other formats are for programs, so people read them here.
    tell_findings(&answer, arguments.format != Format::Table);
    Ok(if answer.is_complete() { ExitCode::SUCCESS } else { ExitCode::from(1) })
}

/// Findings and coverage on standard error.
fn tell_findings(answer: &InventoryAnswer, list: bool) {
    let coverage = &answer.inventory.coverage;
    if list {
        for finding in &answer.findings {
            let column = if finding.header.is_empty() { &finding.column } else { &finding.header };
            eprintln!(
                "{}: {} {} [{column}] {}",
                place(finding),
                finding.severity,
                finding.code,
                finding.message
            );
            eprintln!("  help: {}", finding.help);
        }
    }
    if coverage.excluded > 0 || coverage.rows == 0 {
        eprintln!(
            "{} of {} rows are in the result; {} are not, each with a finding",
            coverage.counted, coverage.rows, coverage.excluded
        );
    }
}

/// Where a finding is, as the ledger's own format names places.
fn place(finding: &Finding) -> String {
    if finding.cell.is_empty() { format!("row {}", finding.row) } else { finding.cell.clone() }
}

/// Progress for people who wait at a terminal.
pub(crate) fn progress() -> impl FnMut(Progress) -> ControlFlow<()> {
    let shown = stderr().is_terminal();
    move |progress| {
        if shown && progress.rows >= 1_000_000 {
            eprint!("\r{} million rows", progress.rows.checked_div(1_000_000).unwrap_or(0));
            // A terminal that went away must not end the run.
            let _ = stderr().flush();
        }
        ControlFlow::Continue(())
    }
}

/// A file that lines are written to while they are computed.
struct LinesFile<'p> {
    path: &'p Path,
    out: BufWriter<std::fs::File>,
}

impl<'p> LinesFile<'p> {
    /// A file that begins with its header.
    fn create((path, lines): &(&'p Path, LinesCsv<'_>)) -> Result<LinesFile<'p>, Error> {
        let mut file = LinesFile { path, out: BufWriter::new(inputs::create(path)?) };
        file.write(&lines.header())?;
        Ok(file)
    }

    fn write(&mut self, text: &str) -> Result<(), Error> {
        self.out.write_all(text.as_bytes()).map_err(|error| inputs::io_error(self.path, &error))
    }

    fn flush(&mut self) -> Result<(), Error> {
        self.out.flush().map_err(|error| inputs::io_error(self.path, &error))
    }
}
