//! `emitrace cbam declare`, `goods`, `values`, `calendar`: what an importer owes.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use emitrace::report::{self, Lang};
use emitrace::wire::v1::{
    CbamCalendarRequest, CbamGoodsRequest, CbamImportOptions, CbamImportRequest, CbamLedgerReading,
    CbamPlant, CbamPrice, CbamValuesRequest, canonical, read_json,
};
use emitrace::{Code, Error, cbam};

use crate::inputs;
use crate::report::PlainFormat;

/// What an importer declares, beside the file of the imports.
#[derive(clap::Args)]
pub(crate) struct Choices {
    /// Calendar year of import, e.g. 2026
    #[arg(long, default_value = "", hide_default_value = true)]
    year: String,
    /// Which emissions decide where rows do not say it: default, actual or actual-else-default
    #[arg(long, default_value = "", hide_default_value = true)]
    data: String,
    /// What installations say about their goods: a JSON list, or figures that an installation sealed (repeatable)
    #[arg(long, value_name = "FILE")]
    installations: Vec<PathBuf>,
    /// A public key that is known to belong to an installation, for sealed figures (repeatable)
    #[arg(long = "trusted-key", value_name = "KEY")]
    trusted_keys: Vec<String>,
    /// The document of an installation (the request of `cbam.embedded`), as FILE or NAME=FILE with the name that the imports use;
    /// its goods are computed and count as verified with `--verified` (repeatable)
    #[arg(long = "plant", value_name = "[NAME=]FILE")]
    plants: Vec<String>,
    /// An accredited verifier verified the documents given with `--plant`
    #[arg(long)]
    verified: bool,
    /// A price of certificates as DAY/DAY=EUR, e.g. 2026-10-01/2026-12-31=81.50 (repeatable)
    #[arg(long = "price", value_name = "DAYS=EUR")]
    prices: Vec<String>,
    /// Average price of certificates of the year, which a carbon price paid abroad is divided by
    #[arg(long, value_name = "EUR", default_value = "", hide_default_value = true)]
    reference_price: String,
    /// Edition of the default values, by its pack (else the youngest)
    #[arg(long, value_name = "PACK", default_value = "", hide_default_value = true)]
    defaults_edition: String,
    /// How numbers and dates are written, e.g. vi-VN or en-US
    #[arg(long)]
    locale: Option<String>,
    /// Order of dates: dmy or mdy (overrides the locale)
    #[arg(long, value_name = "ORDER")]
    date_order: Option<String>,
    /// Delimiter: `,`, `;` or tab (else read off the header)
    #[arg(long)]
    delimiter: Option<String>,
    /// Encoding: utf-8, utf-16le, utf-16be or windows-1258 (else by the byte-order mark)
    #[arg(long)]
    encoding: Option<String>,
    /// A header that is not known by name, as HEADER=FIELD (repeatable)
    #[arg(long = "column", value_name = "HEADER=FIELD")]
    columns: Vec<String>,
    /// Sheet of a workbook, by name or number
    #[arg(long)]
    sheet: Option<String>,
    /// Unit of rows that name none: t, kg, MWh
    #[arg(long)]
    unit: Option<String>,
    /// How many findings to list; all are counted
    #[arg(long, value_name = "N")]
    findings: Option<u32>,
    /// A pack of your own, e.g. default values or prices of a later edition (repeatable)
    #[arg(long, value_name = "FILE")]
    pub(crate) factors: Vec<PathBuf>,
    /// What to write: table, json, csv, html or xlsx
    #[arg(long, default_value = "table")]
    pub(crate) format: Format,
    /// Language of table, page and workbook: en or vi
    #[arg(long, default_value = "en")]
    pub(crate) lang: String,
    /// Write to a file instead of standard output; a workbook needs one
    #[arg(long, value_name = "FILE")]
    pub(crate) out: Option<PathBuf>,
}

/// What an importer's figures are written as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum Format {
    Table,
    Json,
    Csv,
    Html,
    Xlsx,
}

#[derive(clap::Args)]
pub(crate) struct Declare {
    /// The imports of one importer (CSV, XLSX, JSON lines); `-` reads standard input
    imports: PathBuf,
    /// Show why: each line from its certificates down to default values or meters, what matters most, what default values cost
    #[arg(long)]
    explain: bool,
    /// Cases to compute beside the ledger as it is: a JSON list
    #[arg(long, value_name = "FILE")]
    scenarios: Option<PathBuf>,
    #[command(flatten)]
    choices: Choices,
}

#[derive(clap::Args)]
pub(crate) struct Goods {
    /// Codes of the Combined Nomenclature or their beginnings; none = all goods
    cn_codes: Vec<String>,
    /// A pack of your own (repeatable)
    #[arg(long, value_name = "FILE")]
    factors: Vec<PathBuf>,
    /// What to print: table or json
    #[arg(long, default_value = "table")]
    format: PlainFormat,
}

#[derive(clap::Args)]
pub(crate) struct Values {
    /// Code of the good, e.g. `7207 11 14`
    cn_code: String,
    /// Country of origin, e.g. VN; `unknown` for the highest values
    origin: String,
    /// Calendar year of import
    #[arg(long, default_value = "", hide_default_value = true)]
    year: String,
    /// Grey or white clinker
    #[arg(long, default_value = "", hide_default_value = true)]
    variant: String,
    /// Indicator of the production route, where the table prints none
    #[arg(long, default_value = "", hide_default_value = true)]
    route: String,
    /// Edition of the default values, by its pack (else the youngest)
    #[arg(long, value_name = "PACK", default_value = "", hide_default_value = true)]
    defaults_edition: String,
    /// A pack of your own (repeatable)
    #[arg(long, value_name = "FILE")]
    factors: Vec<PathBuf>,
}

#[derive(clap::Args)]
pub(crate) struct Calendar {
    /// Calendar year of import
    year: String,
    /// What to print: table or json
    #[arg(long, default_value = "table")]
    format: PlainFormat,
}

impl Choices {
    /// Whether a year of imports is spoken of at all.
    pub(crate) fn are_of_imports(&self) -> bool {
        !self.year.is_empty() || !self.data.is_empty()
    }

    fn request(&self, scenarios: Option<&Path>) -> Result<CbamImportRequest, Error> {
        let columns = inputs::columns(&self.columns)?;
        let (mut installations, mut sealed) = (Vec::new(), Vec::new());
        for path in &self.installations {
            let text = inputs::text(path)?;
            // A list is plain; one object is a document with its seal.
            if text.trim_start_matches('\u{feff}').trim_start().starts_with('{') {
                sealed.push(text);
            } else {
                installations.extend(inputs::list_of(path, &text)?);
            }
        }
        Ok(CbamImportRequest {
            reading: CbamLedgerReading {
                locale: self.locale.clone(),
                date_order: self.date_order.clone(),
                delimiter: self.delimiter.clone(),
                encoding: self.encoding.clone(),
                columns,
                sheet: self.sheet.clone(),
                unit: self.unit.clone(),
                findings: self.findings,
                ..CbamLedgerReading::default()
            },
            options: CbamImportOptions {
                year: self.year.clone(),
                data: self.data.clone(),
                defaults_edition: self.defaults_edition.clone(),
                prices: self.prices.iter().map(|text| price(text)).collect::<Result<_, _>>()?,
                reference_price_eur_per_t_co2e: self.reference_price.clone(),
                ..CbamImportOptions::default()
            },
            installations,
            sealed,
            trusted_keys: self.trusted_keys.clone(),
            plants: self.plants.iter().map(|text| plant(text, self.verified)).collect::<Result<_, _>>()?,
            scenarios: scenarios.map_or_else(|| Ok(Vec::new()), inputs::list)?,
            ..CbamImportRequest::default()
        })
    }
}

/// The document of an installation, with the name that the imports use.
fn plant(text: &str, verified: bool) -> Result<CbamPlant, Error> {
    let (name, path) = text.split_once('=').unwrap_or(("", text));
    let document = read_json(&inputs::text(path.as_ref())?).map_err(|error| {
        let place = format!("{path}{}", error.path());
        error.at(place)
    })?;
    Ok(CbamPlant { installation: name.trim().into(), document, verified, ..CbamPlant::default() })
}

/// A price of a stretch of days.
fn price(text: &str) -> Result<CbamPrice, Error> {
    let parts = text.split_once('=').and_then(|(days, eur)| Some((days.split_once('/')?, eur)));
    let ((from, to), eur) = parts.ok_or_else(|| {
        Error::new(Code::BadRequest, format!("`--price {text}` is not of the form DAY/DAY=EUR"))
            .with_help("write for instance 2026-10-01/2026-12-31=81.50")
    })?;
    let [from, to, eur] = [from, to, eur].map(|part| part.trim().to_owned());
    Ok(CbamPrice { from, to, eur_per_t_co2e: eur, source: "the command line".into() })
}

/// An answer has no such form.
pub(crate) fn only(format: Format) -> Error {
    let what = if format == Format::Xlsx { "xlsx" } else { "csv" };
    Error::new(Code::UnknownValue, format!("this answer is not written as {what}"))
        .with_help("use `--format table`, `--format html` or `--format json`")
}

/// Why so much is owed for the imports of a file.
pub(crate) fn explain(imports: &Path, choices: &Choices) -> Result<ExitCode, Error> {
    let lang = Lang::parse(&choices.lang)?;
    let request = choices.request(None)?;
    let catalog = inputs::catalog(&choices.factors)?;
    let answer = cbam::explain_declaration(inputs::open(imports)?, &catalog, &request)?;
    let text = match choices.format {
        Format::Json => canonical(&answer)? + "\n",
        Format::Table => report::cbam_declare_explain_table(&answer, lang),
        Format::Html => report::cbam_declare_explain_html(&answer, lang),
        Format::Csv | Format::Xlsx => return Err(only(choices.format)),
    };
    inputs::write(choices.out.as_deref(), text.as_bytes())?;
    Ok(if answer.answer.is_complete() { ExitCode::SUCCESS } else { ExitCode::from(1) })
}

pub(crate) fn declare(arguments: &Declare) -> Result<ExitCode, Error> {
    let choices = &arguments.choices;
    if arguments.explain {
        return explain(&arguments.imports, choices);
    }
    let lang = Lang::parse(&choices.lang)?;
    let request = choices.request(arguments.scenarios.as_deref())?;
    let catalog = inputs::catalog(&choices.factors)?;
    let imports = inputs::open(&arguments.imports)?;
    let out = choices.out.as_deref();
    if choices.format == Format::Xlsx {
        inputs::not_on_screen(out)?;
    }
    let (written, complete) = if request.scenarios.is_empty() {
        let answer = cbam::declare(imports, &catalog, &request)?;
        let written = match choices.format {
            Format::Json => (canonical(&answer)? + "\n").into_bytes(),
            Format::Csv => report::cbam_import_csv(&answer).into_bytes(),
            Format::Table => report::cbam_import_table(&answer, lang).into_bytes(),
            Format::Html => report::cbam_import_html(&answer, lang).into_bytes(),
            Format::Xlsx => report::cbam_import_workbook(&answer, lang)?,
        };
        (written, answer.is_complete())
    } else {
        let answer = cbam::scenarios(imports, &catalog, &request)?;
        let text = match choices.format {
            Format::Json => canonical(&answer)? + "\n",
            Format::Table => report::cbam_scenarios_table(&answer, lang),
            Format::Html => report::cbam_scenarios_html(&answer, lang),
            Format::Csv | Format::Xlsx => return Err(only(choices.format)),
        };
        (text.into_bytes(), answer.base.is_complete())
    };
    inputs::write(out, &written)?;
    Ok(if complete { ExitCode::SUCCESS } else { ExitCode::from(1) })
}

pub(crate) fn goods(arguments: &Goods) -> Result<ExitCode, Error> {
    let request = CbamGoodsRequest { cn_codes: arguments.cn_codes.clone(), packs: Vec::new() };
    let answer = cbam::goods(&inputs::catalog(&arguments.factors)?, &request)?;
    inputs::print(&match arguments.format {
        PlainFormat::Json => canonical(&answer)? + "\n",
        PlainFormat::Table => {
            let mut out = String::new();
            for good in &answer.goods {
                let indirect = if good.indirect { "direct and indirect" } else { "direct only" };
                out.push_str(&format!(
                    "{}  {:<22} {:<12} {:<20} {}\n",
                    good.cn_code, good.category, good.functional_unit, indirect, good.description
                ));
            }
            out
        }
    })?;
    Ok(ExitCode::SUCCESS)
}

/// The values of a good are shown as JSON: each with its row.
pub(crate) fn values(arguments: &Values) -> Result<ExitCode, Error> {
    let request = CbamValuesRequest {
        cn_code: arguments.cn_code.clone(),
        origin: arguments.origin.clone(),
        year: arguments.year.clone(),
        variant: arguments.variant.clone(),
        route: arguments.route.clone(),
        defaults_edition: arguments.defaults_edition.clone(),
        packs: Vec::new(),
    };
    let answer = cbam::values(&inputs::catalog(&arguments.factors)?, &request)?;
    inputs::print(&(canonical(&answer)? + "\n"))?;
    Ok(ExitCode::SUCCESS)
}

pub(crate) fn calendar(arguments: &Calendar) -> Result<ExitCode, Error> {
    let request = CbamCalendarRequest { year: arguments.year.clone(), packs: Vec::new() };
    let answer = cbam::calendar(&inputs::catalog(&[])?, &request)?;
    inputs::print(&match arguments.format {
        PlainFormat::Json => canonical(&answer)? + "\n",
        PlainFormat::Table => {
            let mut out = String::new();
            for day in &answer.days {
                out.push_str(&format!(
                    "{}  {:<28} {} ({}, {})\n",
                    day.on, day.what, day.note, day.document, day.clause
                ));
            }
            out
        }
    })?;
    Ok(ExitCode::SUCCESS)
}
