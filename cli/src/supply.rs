//! `emitrace supply solve`, `explain`: networks of processes.

use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use emitrace::Error;
use emitrace::limits::Limits;
use emitrace::report::{self, Lang};
use emitrace::supply::{self, Table};
use emitrace::wire::v1::{
    Finding, SupplyExplainRequest, SupplyOptions, SupplyReading, SupplyRequest, canonical,
};

use crate::inputs;

#[derive(clap::Subcommand)]
pub(crate) enum Command {
    /// Embedded emissions of every process of a network, loops included, each with a certified bound.
    Solve(Solve),
    /// What the figure of one process is made of, supplier by supplier.
    Explain(Explain),
}

/// The two tables and how they are written.
#[derive(clap::Args)]
struct Tables {
    /// Processes (CSV): columns process, unit, and own emissions per unit (`own_kg_co2e` …); `-` reads standard input
    processes: PathBuf,
    /// Flows (CSV): columns consumer, supplier, amount per unit of the consumer's output, unit
    flows: PathBuf,
    /// A column of own emissions (repeatable; else all whose header begins with `own_`)
    #[arg(long = "own", value_name = "HEADER")]
    own: Vec<String>,
    /// A header that is not known by name, as HEADER=FIELD (repeatable)
    #[arg(long = "column", value_name = "HEADER=FIELD")]
    columns: Vec<String>,
    /// Amounts and own emissions below zero are meant
    #[arg(long)]
    credits: bool,
    /// Flows that stand twice between the same two processes: refuse or add
    #[arg(long, value_name = "CHOICE", default_value = "refuse")]
    repeated_flows: String,
    /// How numbers are written, e.g. vi-VN or en-US
    #[arg(long)]
    locale: Option<String>,
    /// Delimiter: `,`, `;` or tab (else read off the header)
    #[arg(long)]
    delimiter: Option<String>,
    /// How many findings to list for each table; all are counted
    #[arg(long, value_name = "N")]
    findings: Option<u32>,
}

#[derive(clap::Args)]
pub(crate) struct Solve {
    #[command(flatten)]
    tables: Tables,
    /// Show the bound of each process, too
    #[arg(long)]
    bounds: bool,
    /// What to print: csv or json
    #[arg(long, default_value = "csv")]
    format: SolveFormat,
    /// Where to write to (else standard output)
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
}

#[derive(clap::Args)]
pub(crate) struct Explain {
    #[command(flatten)]
    tables: Tables,
    /// The process
    #[arg(long, value_name = "ID")]
    process: String,
    /// The column of own emissions that is explained (else the first)
    #[arg(long, value_name = "HEADER", default_value = "", hide_default_value = true)]
    of: String,
    /// How many suppliers to name at each step
    #[arg(long, value_name = "N", default_value_t = 10)]
    top: u32,
    /// How many steps down
    #[arg(long, value_name = "N", default_value_t = 1)]
    depth: u32,
    /// What to print: table or json
    #[arg(long, default_value = "table")]
    format: crate::report::PlainFormat,
    /// Language of the table: en or vi
    #[arg(long, default_value = "en")]
    lang: String,
}

#[derive(Clone, Copy, clap::ValueEnum)]
enum SolveFormat {
    Csv,
    Json,
}

pub(crate) fn run(command: &Command) -> Result<ExitCode, Error> {
    match command {
        Command::Solve(arguments) => arguments.run(),
        Command::Explain(arguments) => arguments.run(),
    }
}

impl Tables {
    fn request(&self) -> Result<SupplyRequest, Error> {
        let columns = inputs::columns(&self.columns)?;
        Ok(SupplyRequest {
            options: SupplyOptions { credits: self.credits, repeated_flows: self.repeated_flows.clone() },
            reading: SupplyReading {
                locale: self.locale.clone(),
                delimiter: self.delimiter.clone(),
                columns,
                own: self.own.clone(),
                findings: self.findings,
            },
            ..SupplyRequest::default()
        })
    }

    fn open(&self) -> Result<[Table<'static>; 2], Error> {
        Ok([stream(&self.processes)?, stream(&self.flows)?])
    }
}

fn stream(path: &Path) -> Result<Table<'static>, Error> {
    let input: Box<dyn Read> = if path == Path::new("-") {
        Box::new(std::io::stdin())
    } else {
        Box::new(File::open(path).map_err(|error| inputs::io_error(path, &error))?)
    };
    Ok(Table::Stream(input))
}

impl Solve {
    fn run(&self) -> Result<ExitCode, Error> {
        let request = SupplyRequest { bounds: self.bounds, ..self.tables.request()? };
        let [processes, flows] = self.tables.open()?;
        let answer = supply::embedded_tables(processes, flows, &request, &Limits::default())?;
        let text = match self.format {
            SolveFormat::Csv => report::supply_csv(&answer.result),
            SolveFormat::Json => canonical(&answer)?,
        };
        match &self.out {
            None => inputs::print(&text)?,
            Some(path) => std::fs::write(path, &text).map_err(|error| inputs::io_error(path, &error))?,
        }
        let coverage = &answer.result.coverage;
        eprintln!(
            "{} processes, {} flows, {} loops (the largest of {}); figures rounded {}, at most {} below the exact ones",
            coverage.processes,
            coverage.flows,
            coverage.loops,
            coverage.largest_loop,
            answer.result.rounding,
            answer.result.largest_bound,
        );
        for table in &answer.tables {
            table.findings.iter().for_each(|finding| tell(&table.table, finding));
        }
        if answer.is_complete() {
            return Ok(ExitCode::SUCCESS);
        }
        eprintln!("{} rows left out, {} figures withheld", coverage.excluded, coverage.withheld);
        Ok(ExitCode::from(1))
    }
}

fn tell(table: &str, finding: &Finding) {
    let Finding { severity, code, row, column, message, help, .. } = finding;
    eprintln!("{severity} {code} {table} row {row} {column}: {message}\n  help: {help}");
}

impl Explain {
    fn run(&self) -> Result<ExitCode, Error> {
        let asked = SupplyExplainRequest {
            process: self.process.clone(),
            own: self.of.clone(),
            top: self.top,
            depth: self.depth,
            request: self.tables.request()?,
        };
        let lang = Lang::parse(&self.lang)?;
        let [processes, flows] = self.tables.open()?;
        let answer = supply::explain_tables(processes, flows, &asked, &Limits::default())?;
        let text = match self.format {
            crate::report::PlainFormat::Table => report::supply_explain_table(&answer, lang),
            crate::report::PlainFormat::Json => canonical(&answer)?,
        };
        inputs::print(&text)?;
        Ok(ExitCode::SUCCESS)
    }
}
