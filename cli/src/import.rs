//! `emitrace factors import`: a publisher's own files to a pack.

use std::fmt::Write as _;
use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use emitrace::Error;
use emitrace::factor::Catalog;
use emitrace::import::{File, Format, import};
use emitrace::wire::v1::{ImportAnswer, ImportOptions, canonical};

use crate::inputs;
use crate::report::Format as Print;

#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// The publisher's layout; `emitrace factors formats` lists them
    #[arg(value_name = "FORMAT")]
    layout: String,
    /// The publisher's files; for openlca a folder of its files may stand for them
    #[arg(required = true)]
    files: Vec<PathBuf>,
    /// Where to write the pack; without it, only the report is printed
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
    /// Identifier of the pack (else format and edition)
    #[arg(long)]
    id: Option<String>,
    /// Edition, where the file does not say it
    #[arg(long)]
    edition: Option<String>,
    /// Year that the factors are meant for, where the file does not say it; for ember the one year to take
    #[arg(long)]
    year: Option<u16>,
    /// Day on which the file was fetched, e.g. 2026-11-22
    #[arg(long, value_name = "DAY")]
    retrieved: Option<String>,
    /// Licence, where it depends on the edition or the publisher
    #[arg(long)]
    licence: Option<String>,
    /// Publisher, where the format is nobody's own
    #[arg(long)]
    publisher: Option<String>,
    /// Title of the pack
    #[arg(long)]
    title: Option<String>,
    /// Text to print with results
    #[arg(long)]
    attribution: Option<String>,
    /// Where the publisher keeps the file
    #[arg(long)]
    url: Option<String>,
    /// How sure the values are: A, A-, B or C
    #[arg(long)]
    confidence: Option<String>,
    /// Place of the factors, where the file does not say it
    #[arg(long)]
    place: Option<String>,
    /// GWP set that CO2 equivalents are frozen at: AR4, AR5, AR6 or unstated
    #[arg(long, value_name = "SET")]
    gwp_set: Option<String>,
    /// For desnz: split (single gases where they add up to the printed total) or total
    #[arg(long, value_name = "split|total")]
    gases: Option<String>,
    /// Sheet of a workbook, where it is not the usual one
    #[arg(long)]
    sheet: Option<String>,
    /// Encoding of comma-separated values: utf-8 or windows-1252
    #[arg(long)]
    encoding: Option<String>,
    /// For table: a JSON file that says which column is what
    #[arg(long, value_name = "FILE")]
    mapping: Option<PathBuf>,
    /// How many findings to list; all are counted
    #[arg(long, value_name = "N")]
    findings: Option<u32>,
    /// What to print: table or json
    #[arg(long, default_value = "table")]
    format: Print,
}

/// Imports, writes the pack and prints the report; exit code 1 if a value that should be a factor is not in the pack.
pub(crate) fn run(arguments: &Arguments) -> Result<ExitCode, Error> {
    let layout = Format::parse(&arguments.layout)?;
    let mut contents = Vec::new();
    for path in &arguments.files {
        collect(path, &mut contents)?;
    }
    let files: Vec<File<'_>> = contents.iter().map(|(name, bytes)| File { name, bytes }).collect();
    let mapping = arguments.mapping.as_deref().map(inputs::text).transpose()?;
    let options = ImportOptions {
        id: arguments.id.clone(),
        edition: arguments.edition.clone(),
        year: arguments.year,
        retrieved: arguments.retrieved.clone(),
        licence: arguments.licence.clone(),
        publisher: arguments.publisher.clone(),
        title: arguments.title.clone(),
        attribution: arguments.attribution.clone(),
        url: arguments.url.clone(),
        confidence: arguments.confidence.clone(),
        place: arguments.place.clone(),
        gwp_set: arguments.gwp_set.clone(),
        gases: arguments.gases.clone(),
        sheet: arguments.sheet.clone(),
        encoding: arguments.encoding.clone(),
        mapping,
        findings: arguments.findings,
    };
    let answer = import(&Catalog::bundled()?, layout, &files, &options)?;
    if let Some(out) = &arguments.out {
        std::fs::write(out, &answer.pack).map_err(|error| inputs::io_error(out, &error))?;
    }
    let text = if arguments.format == Print::Json { canonical(&answer)? + "\n" } else { table(&answer) };
    inputs::print(&text)?;
    let lost = answer.counts.iter().any(|count| count.severity == "error");
    Ok(if lost { ExitCode::from(1) } else { ExitCode::SUCCESS })
}

/// A file with its name; the files of a folder in the order of their names, so that the pack does not depend on the disk.
fn collect(path: &Path, into: &mut Vec<(String, Vec<u8>)>) -> Result<(), Error> {
    if path.is_dir() {
        let entries = std::fs::read_dir(path).map_err(|error| inputs::io_error(path, &error))?;
        let mut inside = Vec::new();
        for entry in entries {
            inside.push(entry.map_err(|error| inputs::io_error(path, &error))?.path());
        }
        inside.sort();
        return inside.iter().try_for_each(|path| collect(path, into));
    }
    let mut bytes = Vec::new();
    inputs::open(path)?.read_to_end(&mut bytes).map_err(|error| inputs::io_error(path, &error))?;
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    into.push((name, bytes));
    Ok(())
}

/// The report as people read it. Writing to a string cannot fail, so results of `writeln!` are dropped.
fn table(answer: &ImportAnswer) -> String {
    let mut out = String::new();
    let _ = writeln!(out, "pack {}, edition {}", answer.id, answer.edition);
    for file in &answer.files {
        let _ = writeln!(out, "  from {}  SHA-256 {}", file.name, file.sha256);
    }
    let _ = writeln!(out, "  {} factors in {} rows", answer.factors, answer.rows);
    let _ = writeln!(
        out,
        "  {} values: {} taken ({} of them blank), {} left",
        answer.values, answer.taken, answer.blank, answer.left
    );
    for count in &answer.counts {
        let _ = writeln!(out, "  {:<8} {:<20} {:>8}", count.severity, count.code, count.count);
    }
    for part in &answer.not_read {
        let _ = writeln!(out, "not read: {}: {}", part.part, part.reason);
    }
    for finding in &answer.findings {
        let _ = writeln!(
            out,
            "{} {} at {}: `{}`: {}",
            finding.severity, finding.code, finding.cell, finding.value, finding.message
        );
    }
    out
}

/// The formats as a list.
pub(crate) fn formats() -> Result<ExitCode, Error> {
    let mut out = String::new();
    for format in Format::ALL {
        let about = format.describe();
        let _ = writeln!(out, "{:<10} {:<16} {}", about.format, about.files.join(", "), about.title);
        if !about.publisher.is_empty() {
            let _ = writeln!(out, "{:<27} {}, {}", "", about.publisher, about.licence);
            let _ = writeln!(out, "{:<27} {}", "", about.url);
        }
    }
    inputs::print(&out)?;
    Ok(ExitCode::SUCCESS)
}
