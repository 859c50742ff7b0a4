//! `emitrace report`: an answer in another form.

use std::io::Write;
use std::path::PathBuf;
use std::process::{self, ExitCode, Stdio};

use emitrace::compare::Side;
use emitrace::inventory::Options;
use emitrace::report::Document;
use emitrace::verify::{self, Against};
use emitrace::wire::v1::{ChartRequest, InventoryAnswer, canonical, read_json};
use emitrace::{Code, Error, report};

use crate::inputs;

/// What is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum Format {
    Table,
    Json,
    Csv,
    Html,
}

impl Format {
    /// As the core names it.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Format::Table => "table",
            Format::Json => "json",
            Format::Csv => "csv",
            Format::Html => "html",
        }
    }
}

/// What is printed of answers that have no other forms.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum PlainFormat {
    Table,
    Json,
}

/// What is printed of answers that are pages, too.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum PageFormat {
    Table,
    Json,
    Html,
}

impl PageFormat {
    /// As the core names it.
    pub(crate) fn name(self) -> &'static str {
        match self {
            PageFormat::Table => "table",
            PageFormat::Json => "json",
            PageFormat::Html => "html",
        }
    }
}

/// What an answer is written as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum DocumentFormat {
    Table,
    Json,
    Csv,
    Html,
    Markdown,
    /// Source text of Typst
    Typst,
    /// An accessible document (PDF/UA-1), made by the program `typst`
    Pdf,
    /// A workbook with formulas and provenance
    Xlsx,
}

#[derive(clap::Args)]
#[command(args_conflicts_with_subcommands = true, subcommand_negates_reqs = true)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    command: Option<Command>,
    /// The answer as another command wrote it with `--format json`: an inventory, a comparison, CBAM, a trace, an
    /// assessment; `-` reads standard input
    #[arg(required = true)]
    answers: Vec<PathBuf>,
    /// A pack of your own, as the taxonomy that names the facts of a sustainability report (repeatable)
    #[arg(long, value_name = "FILE")]
    factors: Vec<PathBuf>,
    /// What to write
    #[arg(long, default_value = "table")]
    format: DocumentFormat,
    /// Print this view as bars in SVG instead, e.g. category, site or supplier
    #[arg(long, value_name = "VIEW", value_delimiter = ',', conflicts_with = "format")]
    chart: Vec<String>,
    /// Write a chart as data instead (Vega-Lite, or nodes and links): scopes-by-year, scope-2, categories, flow, waterfall,
    /// intensity, targets, quality or readiness; scopes-by-year and scope-2 take several inventories
    #[arg(long, value_name = "CHART", conflicts_with_all = ["format", "chart"])]
    draw: Option<String>,
    /// For --draw categories and flow: the dimensions of a view
    #[arg(long, value_name = "VIEW", value_delimiter = ',', requires = "draw")]
    by: Vec<String>,
    /// For --draw: names of the years of the inventories, else those of their periods
    #[arg(long, value_name = "YEAR", value_delimiter = ',', requires = "draw")]
    years: Vec<String>,
    /// For --draw scopes-by-year: the year at whose level a line is drawn
    #[arg(long, value_name = "YEAR", requires = "draw", default_value = "", hide_default_value = true)]
    base_year: String,
    /// Language of the document and the chart: en or vi
    #[arg(long, default_value = "en")]
    lang: String,
    /// Write to a file instead of standard output
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
}

#[derive(clap::Subcommand)]
enum Command {
    /// Compute a report of an inventory again from its ledger, and say what differs, by how much, and which lines explain it.
    Verify(Box<Verify>),
}

#[derive(clap::Args)]
struct Verify {
    /// The report as this program wrote it: JSON, CSV or XLSX
    report: PathBuf,
    /// The ledger that it is said to be of
    ledger: PathBuf,
    /// JSON holds its choices; for CSV and XLSX they are given as for `emitrace inventory`
    #[command(flatten)]
    choices: inputs::Choices,
    /// The ledger as it was kept when the report was made: the two are compared line by line
    #[arg(long, value_name = "LEDGER")]
    earlier: Option<PathBuf>,
    /// Packs of your own for the earlier ledger, instead of those of --factors (repeatable)
    #[arg(long, value_name = "FILE", requires = "earlier")]
    earlier_factors: Vec<PathBuf>,
    /// How many differences and lines to list; all are counted
    #[arg(long, value_name = "N")]
    list: Option<u32>,
    /// What to print: table, json or html
    #[arg(long, default_value = "table")]
    format: PageFormat,
    /// Language of table and page: en or vi
    #[arg(long, default_value = "en")]
    lang: String,
}

fn verify_report(arguments: &Verify) -> Result<ExitCode, Error> {
    let lang = report::Lang::parse(&arguments.lang)?;
    let (document, ledger) = (inputs::bytes(&arguments.report)?, inputs::bytes(&arguments.ledger)?);
    let options = arguments.choices.request()?;
    let catalog = inputs::catalog(&arguments.choices.factors)?;
    let against = Against { catalog: &catalog, options: &options, ledger: &ledger, list: arguments.list };
    let mut answer = verify::verify(&document, &against)?;
    if let Some(earlier) = &arguments.earlier {
        let declared = match (&*options.profile, std::str::from_utf8(&document)) {
            ("", Ok(text)) => verify::choices_of(text, &catalog)?,
            _ => options.clone(),
        };
        let old_catalog = match arguments.earlier_factors.as_slice() {
            [] => catalog.clone(),
            own => inputs::catalog(own)?,
        };
        let options = || Options::from_request(&declared);
        let old = Side::new(&old_catalog, options()?, || inputs::open(earlier));
        let now = Side::new(&catalog, options()?, || inputs::open(&arguments.ledger));
        answer = verify::with_changes(answer, &old, &now)?;
    }
    let json = canonical(&answer)?;
    let text = match arguments.format {
        PageFormat::Json => json + "\n",
        PageFormat::Table => report::report_verify_table(&answer, lang),
        PageFormat::Html => match report::document(&catalog, &json, "html", lang, None)? {
            Document::Text(text) => text,
            _ => String::new(),
        },
    };
    inputs::print(&text)?;
    Ok(if answer.holds { ExitCode::SUCCESS } else { ExitCode::from(1) })
}

pub(crate) fn run(arguments: &Arguments) -> Result<ExitCode, Error> {
    if let Some(Command::Verify(arguments)) = &arguments.command {
        return verify_report(arguments);
    }
    let lang = report::Lang::parse(&arguments.lang)?;
    if let Some(chart) = &arguments.draw {
        let request = ChartRequest {
            chart: chart.clone(),
            answers: arguments.answers.iter().map(|path| inputs::text(path)).collect::<Result<_, _>>()?,
            years: arguments.years.clone(),
            base_year: arguments.base_year.clone(),
            by: arguments.by.clone(),
            lang: arguments.lang.clone(),
        };
        let chart = report::chart_data(&request)? + "\n";
        inputs::write(arguments.out.as_deref(), chart.as_bytes())?;
        return Ok(ExitCode::SUCCESS);
    }
    let [answer] = arguments.answers.as_slice() else {
        let message = "a document is of one answer; --draw takes several";
        return Err(Error::new(Code::BadRequest, message));
    };
    let json = inputs::text(answer)?;
    let catalog = inputs::catalog(&arguments.factors)?;
    let document = |form: &str| report::document(&catalog, &json, form, lang, None);
    let written = if arguments.chart.is_empty() {
        match arguments.format {
            DocumentFormat::Json => Document::Text(json.trim_end().to_owned() + "\n"),
            DocumentFormat::Table => document("table")?,
            DocumentFormat::Csv => document("csv")?,
            DocumentFormat::Html => document("html")?,
            DocumentFormat::Markdown => document("markdown")?,
            DocumentFormat::Typst => document("typst")?,
            DocumentFormat::Xlsx => document("xlsx")?,
            DocumentFormat::Pdf => match document("typst")? {
                Document::Text(source) => Document::Bytes(pdf(&source)?),
                other => other,
            },
        }
    } else {
        Document::Text(report::inventory_svg(&read_json(&json)?, &arguments.chart, lang)?)
    };
    let bytes = match &written {
        Document::Text(text) => text.as_bytes(),
        Document::Bytes(bytes) => bytes,
        _ => &[],
    };
    inputs::write(arguments.out.as_deref(), bytes)?;
    Ok(ExitCode::SUCCESS)
}

/// A PDF made of a document's source by the program `typst`, which reads and writes through pipes and sees no other file.
fn pdf(source: &str) -> Result<Vec<u8>, Error> {
    let program = std::env::var_os("EMITRACE_TYPST").unwrap_or_else(|| "typst".into());
    let mut child = process::Command::new(program)
        .args(["compile", "--pdf-standard", "ua-1", "--ignore-system-fonts", "-", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .map_err(|error| no_pdf(&format!("the program `typst` does not start: {error}")))?;
    if let Some(mut pipe) = child.stdin.take() {
        // A program that ended says why on its standard error.
        let _ = pipe.write_all(source.as_bytes());
    }
    let done = child.wait_with_output().map_err(|error| no_pdf(&error.to_string()))?;
    if done.status.success() {
        return Ok(done.stdout);
    }
    let said = String::from_utf8_lossy(&done.stderr);
    Err(no_pdf(said.lines().next().unwrap_or("`typst` failed")))
}

fn no_pdf(message: &str) -> Error {
    Error::new(Code::Io, message.to_owned()).with_help(
        "install typst 0.14 or later (or name it in EMITRACE_TYPST), or write `--format typst` and compile it elsewhere",
    )
}

/// An inventory in a form.
pub(crate) fn write(answer: &InventoryAnswer, format: Format, lang: report::Lang) -> Result<String, Error> {
    Ok(match format {
        Format::Table => report::table(answer, lang),
        Format::Json => canonical(answer)? + "\n",
        Format::Csv => report::csv(answer),
        Format::Html => report::html(answer, lang),
    })
}
