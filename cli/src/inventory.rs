//! `emitrace inventory`: the main job.

use std::borrow::Cow;
use std::io::{IsTerminal, Write, stderr};
use std::mem::ManuallyDrop;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use emitrace::inventory::{EachLine, Line, Progress, compute_json};
use emitrace::report::WorkbookLines;
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
    /// Also write every line's result into this CSV file
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
    let mut lines = arguments.lines.as_deref().map(Lines::create).transpose()?;
    let mut rows = arguments.workbook.as_ref().map(|_| WorkbookLines::new(&catalog, &options));
    let wanted = lines.is_some() || rows.is_some();
    let mut each_line = |line: &Line<'_>| -> Result<(), Error> {
        lines.as_mut().map_or(Ok(()), |lines| lines.write(line))?;
        rows.as_mut().map_or(Ok(()), |rows| rows.take(line))
    };
    let each_line: Option<&mut EachLine<'_>> = if wanted { Some(&mut each_line) } else { None };
    let (answer, mut json) = compute_json(ledger, &catalog, &options, each_line, &mut progress())?;
    let answer = ManuallyDrop::new(answer);
    json.push('\n');
    let written = |format| match format {
        Format::Json => Ok(Cow::Borrowed(&*json)),
        other => write(&answer, other, lang).map(Cow::Owned),
    };
    if let Some(lines) = lines {
        lines.finish()?;
    }
    if let Some(path) = &arguments.workbook {
        inputs::write(Some(path), &report::inventory_workbook(&answer, rows, lang)?)?;
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

/// The file of all lines: one row for each line, account and gas.
struct Lines<'p> {
    path: &'p Path,
    out: std::io::BufWriter<std::fs::File>,
    /// The cells that parts of a line begin with, and one part.
    beginning: Vec<u8>,
    part: Vec<u8>,
}

impl<'p> Lines<'p> {
    fn create(path: &'p Path) -> Result<Lines<'p>, Error> {
        let out = inputs::create(path)?;
        let mut lines = Lines { path, out, beginning: Vec::new(), part: Vec::new() };
        put(
            &mut lines.out,
            b"row,id,start,end,site,activity,category,region,account,factor,gas,kg,notes\n",
            path,
        )?;
        Ok(lines)
    }

    fn write(&mut self, line: &Line<'_>) -> Result<(), Error> {
        use emitrace::activity::Field;
        let period = line.record.period();
        self.beginning.clear();
        // Writing to a vector cannot fail.
        let _ = write!(self.beginning, "{},", line.row);
        cell(&mut self.beginning, &report::safe_cell(line.record.get(Field::Id)));
        let _ = write!(self.beginning, "{},{},", period.start(), period.end());
        cell(&mut self.beginning, &report::safe_cell(line.record.get(Field::Site)));
        cell(&mut self.beginning, line.activity());
        let mut last = None;
        let beginning = self.beginning.len();
        for mass in line.masses() {
            // Gases of one factor share the cells up to it.
            let leg = (mass.category, mass.account, mass.factor);
            if last.replace(leg) != Some(leg) {
                self.beginning.truncate(beginning);
                cell(&mut self.beginning, mass.category.key());
                cell(&mut self.beginning, line.region());
                cell(&mut self.beginning, mass.account.as_str());
                cell(&mut self.beginning, mass.factor);
            }
            self.part.clear();
            self.part.extend_from_slice(&self.beginning);
            cell(&mut self.part, line.gas_name(mass.gas));
            let _ = write!(self.part, "{},", mass.mass);
            cell(&mut self.part, line.marks());
            // The last cell ends the line.
            if let Some(last) = self.part.last_mut() {
                *last = b'\n';
            }
            put(&mut self.out, &self.part, self.path)?;
        }
        Ok(())
    }

    fn finish(mut self) -> Result<(), Error> {
        self.out.flush().map_err(|error| inputs::io_error(self.path, &error))
    }
}

fn put(out: &mut impl Write, bytes: &[u8], path: &Path) -> Result<(), Error> {
    out.write_all(bytes).map_err(|error| inputs::io_error(path, &error))
}

/// A cell and the comma behind it, quoted where it must be.
fn cell(out: &mut Vec<u8>, text: &str) {
    // Without a branch in between the whole text is looked at many bytes at a time.
    let special = |byte: u8| matches!(byte, b',' | b'"' | b'\n' | b'\r');
    if !text.bytes().fold(false, |seen, byte| seen | special(byte)) {
        out.extend_from_slice(text.as_bytes());
    } else {
        out.push(b'"');
        for byte in text.bytes() {
            out.extend(std::iter::repeat_n(byte, if byte == b'"' { 2 } else { 1 }));
        }
        out.push(b'"');
    }
    out.push(b',');
}
