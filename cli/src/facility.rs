//! `emitrace facility`: what the law asks of a facility.

use std::path::PathBuf;
use std::process::ExitCode;

use emitrace::factor::Catalog;
use emitrace::regulation;
use emitrace::report::{self, Lang};
use emitrace::wire::v1::{
    self, EnergyUse, EtsRequest, FacilityDeclarations, FacilityFacts, FacilityReportRequest, FacilityYear,
    Ledger, ObligationsRequest, SteamRequest, ToeRequest, canonical, read_json,
};
use emitrace::{Code, Error};

use crate::again::{self, Again};
use crate::inputs::{self, Choices};
use crate::report::Format;

#[derive(clap::Subcommand)]
pub(crate) enum Command {
    /// Write the inventory report of one year or of two years side by side.
    Report(Box<Report>),
    /// Tell the duties of a facility, their days and the texts that ask for them.
    Duties(Duties),
    /// Add up an energy bill in tonnes of oil equivalent and compare it with the thresholds.
    Toe(Toe),
    /// Units of quota due, credits and borrowing usable.
    Quota(Quota),
    /// Write the factor of bought steam as a pack, from a JSON file with enthalpy, efficiency and fuels.
    Steam(Steam),
}

/// Which law is asked.
#[derive(clap::Args)]
pub(crate) struct Law {
    /// Country whose law is asked
    #[arg(long, default_value = "VN")]
    country: String,
    /// Day whose law is asked, e.g. 2026-11-22
    #[arg(long, value_name = "DAY")]
    on: String,
}

#[derive(clap::Args)]
pub(crate) struct Report {
    /// The ledgers: one for each year, in their order
    #[arg(required = true)]
    ledgers: Vec<PathBuf>,
    /// Calendar year of the first ledger
    #[arg(long, value_name = "YEAR")]
    first_year: u16,
    /// What the facility declares (JSON)
    #[arg(long, value_name = "FILE")]
    declarations: PathBuf,
    #[command(flatten)]
    law: Law,
    #[command(flatten)]
    choices: Choices,
    #[command(flatten)]
    again: Again,
    /// What to print: table, json, csv or html
    #[arg(long, default_value = "table")]
    format: Format,
    /// Language of table and HTML: vi or en
    #[arg(long, default_value = "vi")]
    lang: String,
}

#[derive(clap::Args)]
pub(crate) struct Duties {
    #[command(flatten)]
    law: Law,
    /// Last day for which duties are told
    #[arg(long, value_name = "DAY")]
    until: String,
    /// thermal-power, steel, cement, industry, freight-transport, commercial-building, waste or other
    #[arg(long)]
    sector: String,
    /// A list that the facility stands on, e.g. decision-42-2026 (repeatable)
    #[arg(long = "list", value_name = "LIST")]
    lists: Vec<String>,
    /// Emission quota is allocated to the facility
    #[arg(long)]
    quota: bool,
    /// Yearly emissions in tonnes of CO2 equivalent
    #[arg(long, value_name = "T", default_value = "", hide_default_value = true)]
    emissions_t: String,
    /// Yearly energy use in tonnes of oil equivalent
    #[arg(long, value_name = "TOE", default_value = "", hide_default_value = true)]
    toe: String,
    /// Waste treated in a year in tonnes
    #[arg(long, value_name = "T", default_value = "", hide_default_value = true)]
    waste_t: String,
    /// One reading of the law (else all)
    #[arg(long, default_value = "", hide_default_value = true)]
    reading: String,
    /// Tell duties of authorities, too
    #[arg(long)]
    authorities: bool,
    #[command(flatten)]
    print: Print,
}

#[derive(clap::Args)]
pub(crate) struct Toe {
    #[command(flatten)]
    law: Law,
    /// Sector, as for `duties`; else no threshold is compared
    #[arg(long, default_value = "", hide_default_value = true)]
    sector: String,
    /// A line of the bill as ENERGY=QUANTITY UNIT, e.g. "diesel=200000 L" (repeatable)
    #[arg(required = true, value_name = "ENERGY=QUANTITY UNIT")]
    energy: Vec<String>,
    #[command(flatten)]
    print: Print,
}

#[derive(clap::Args)]
pub(crate) struct Quota {
    #[command(flatten)]
    law: Law,
    /// Units allocated
    #[arg(long, value_name = "UNITS")]
    allocation: String,
    /// Verified emissions of the direct sources in tonnes of CO2 equivalent
    #[arg(long, value_name = "T")]
    direct: String,
    /// Carbon credits held
    #[arg(long, value_name = "UNITS", default_value = "", hide_default_value = true)]
    credits: String,
    /// Units that the facility would borrow
    #[arg(long, value_name = "UNITS", default_value = "", hide_default_value = true)]
    borrow: String,
    /// Units held
    #[arg(long, value_name = "UNITS", default_value = "", hide_default_value = true)]
    held: String,
    #[command(flatten)]
    print: Print,
}

#[derive(clap::Args)]
pub(crate) struct Steam {
    /// The request of the method `steam_factor` (JSON)
    request: PathBuf,
    /// A pack of your own, if a fuel names a factor of it (repeatable)
    #[arg(long, value_name = "FILE")]
    factors: Vec<PathBuf>,
}

/// How an answer is printed.
#[derive(clap::Args)]
pub(crate) struct Print {
    /// Language: vi or en
    #[arg(long, default_value = "vi")]
    lang: String,
    /// Print the whole answer as JSON
    #[arg(long)]
    json: bool,
    /// A pack of your own with rules, e.g. a change of the law (repeatable)
    #[arg(long, value_name = "FILE")]
    rules: Vec<PathBuf>,
}

impl Print {
    /// The answer as JSON, or as lines of text.
    fn out(&self, json: String, lines: impl FnOnce(bool) -> Vec<String>) -> Result<ExitCode, Error> {
        let vietnamese = Lang::parse(&self.lang)? == Lang::Vi;
        let text = if self.json { json } else { lines(vietnamese).join("\n") };
        inputs::print(&(text + "\n"))?;
        Ok(ExitCode::SUCCESS)
    }
}

pub(crate) fn run(command: &Command) -> Result<ExitCode, Error> {
    match command {
        Command::Report(arguments) => write_report(arguments),
        Command::Duties(arguments) => duties(arguments),
        Command::Toe(arguments) => toe(arguments),
        Command::Quota(arguments) => quota(arguments),
        Command::Steam(arguments) => steam(arguments),
    }
}

fn write_report(arguments: &Report) -> Result<ExitCode, Error> {
    let lang = Lang::parse(&arguments.lang)?;
    let declarations: FacilityDeclarations = read_json(&inputs::text(&arguments.declarations)?)
        .map_err(|error| error.at(arguments.declarations.display().to_string()))?;
    let catalog = inputs::catalog(&arguments.choices.factors)?;
    if arguments.again.asked() {
        return verified_report(arguments, &catalog, declarations);
    }
    let options = regulation::facility_options(&arguments.choices.request()?)?;
    let mut years = Vec::new();
    for (year, path) in (arguments.first_year..).zip(&arguments.ledgers) {
        years.push(regulation::facility_year(inputs::again(path), &catalog, &options, year)?);
    }
    let law = (&*arguments.law.country, &*arguments.law.on);
    let answer = regulation::facility_report_of(&catalog, law, &years, &declarations)?;
    inputs::print(&match arguments.format {
        Format::Table => report::facility_table(&answer, lang),
        Format::Json => canonical(&answer)? + "\n",
        Format::Csv => report::facility_csv(&answer),
        Format::Html => report::facility_html(&answer, lang),
    })?;
    Ok(if answer.report.complete { ExitCode::SUCCESS } else { ExitCode::from(1) })
}

/// A report computed again.
fn verified_report(
    arguments: &Report,
    catalog: &Catalog,
    declarations: FacilityDeclarations,
) -> Result<ExitCode, Error> {
    let mut years = Vec::new();
    for (year, path) in (arguments.first_year..).zip(&arguments.ledgers) {
        let ledger = Ledger { text: None, base64: Some(inputs::base64(path)?) };
        years.push(FacilityYear { year, ledger });
    }
    let request = FacilityReportRequest {
        country: arguments.law.country.clone(),
        on: arguments.law.on.clone(),
        years,
        options: arguments.choices.request()?,
        declarations,
        packs: Vec::new(),
    };
    let print = again::Print { format: arguments.format.name(), lang: &arguments.lang, out: None };
    arguments.again.run(catalog, "facility_report", &request, &print)
}

/// Text, article and confidence of a rule.
fn cited(rule: &v1::RuleUse) -> String {
    format!("[{}, {}; {}]", rule.text, rule.article, rule.confidence)
}

fn duties(arguments: &Duties) -> Result<ExitCode, Error> {
    let answer = regulation::obligations(
        &inputs::catalog(&arguments.print.rules)?,
        &ObligationsRequest {
            country: arguments.law.country.clone(),
            on: arguments.law.on.clone(),
            until: arguments.until.clone(),
            facility: FacilityFacts {
                sector: arguments.sector.clone(),
                lists: arguments.lists.clone(),
                quota: arguments.quota,
                emissions_t_co2e: arguments.emissions_t.clone(),
                energy_toe: arguments.toe.clone(),
                waste_t: arguments.waste_t.clone(),
            },
            reading: arguments.reading.clone(),
            authorities: arguments.authorities,
            packs: Vec::new(),
        },
    )?;
    arguments.print.out(canonical(&answer)?, |vietnamese| {
        let says = |rule: &v1::RuleUse| if vietnamese { rule.says_vi.clone() } else { rule.says_en.clone() };
        let mut lines = vec![format!("{}  {}", answer.standing, cited(&answer.list))];
        for criterion in &answer.criteria {
            lines.push(format!(
                "{}  {}  {} {}",
                criterion.state,
                says(&criterion.rule),
                criterion.value,
                cited(&criterion.rule)
            ));
        }
        for duty in &answer.duties {
            let mark = if duty.before { "<" } else { "≤" };
            let to = if vietnamese { &duty.recipient_vi } else { &duty.recipient_en };
            let reading = &duty.rule.reading;
            let reading = if reading.is_empty() { String::new() } else { format!(" ({reading})") };
            lines.push(format!("{mark} {}  {}{reading}", duty.due, says(&duty.rule)));
            lines.push(format!(
                "    {}  {}  {to}  {}",
                duty.years.join(", "),
                duty.rule.form,
                cited(&duty.rule)
            ));
        }
        for rule in &answer.released_by {
            lines.push(format!("{} {}", says(rule), cited(rule)));
        }
        lines
    })
}

fn toe(arguments: &Toe) -> Result<ExitCode, Error> {
    let mut energy = Vec::new();
    for line in &arguments.energy {
        let parts = line.split_once('=').and_then(|(name, rest)| Some((name, rest.trim().split_once(' ')?)));
        let (name, (quantity, unit)) = parts.ok_or_else(|| {
            Error::new(Code::BadRequest, format!("`{line}` is not of the form ENERGY=QUANTITY UNIT"))
        })?;
        energy.push(EnergyUse {
            energy: name.trim().into(),
            quantity: quantity.into(),
            unit: unit.trim().into(),
        });
    }
    let answer = regulation::toe(
        &inputs::catalog(&arguments.print.rules)?,
        &ToeRequest {
            country: arguments.law.country.clone(),
            on: arguments.law.on.clone(),
            sector: arguments.sector.clone(),
            energy,
            packs: Vec::new(),
        },
    )?;
    arguments.print.out(canonical(&answer)?, |vietnamese| {
        let range = |lower: &str, upper: &str| {
            if lower == upper { lower.to_owned() } else { format!("{lower} – {upper}") }
        };
        let mut lines = vec![format!("{} TOE", range(&answer.lower_toe, &answer.upper_toe))];
        for part in &answer.parts {
            let name = if vietnamese { &part.name_vi } else { &part.name_en };
            let toe = range(&part.lower_toe, &part.upper_toe);
            lines.push(format!(
                "  {name}: {} {} → {toe} TOE  [{}; {}]",
                part.quantity, part.unit, part.text, part.confidence
            ));
        }
        for threshold in &answer.thresholds {
            let rule = &threshold.rule;
            let says = if vietnamese { &rule.says_vi } else { &rule.says_en };
            lines.push(format!("{}  {says}  {}", threshold.state, cited(rule)));
        }
        lines
    })
}

fn quota(arguments: &Quota) -> Result<ExitCode, Error> {
    let answer = regulation::compliance(
        &inputs::catalog(&arguments.print.rules)?,
        &EtsRequest {
            country: arguments.law.country.clone(),
            on: arguments.law.on.clone(),
            allocation: arguments.allocation.clone(),
            direct_emissions_t_co2e: arguments.direct.clone(),
            credits_held: arguments.credits.clone(),
            borrowing_requested: arguments.borrow.clone(),
            units_held: arguments.held.clone(),
            packs: Vec::new(),
        },
    )?;
    arguments.print.out(canonical(&answer)?, |vietnamese| {
        let said = |english: &str, vietnamese_words: &str, value: &str| {
            format!("{}: {value}", if vietnamese { vietnamese_words } else { english })
        };
        let mut lines = vec![
            said("units due", "hạn ngạch phải nộp trả", &answer.units_due),
            said("credits usable", "tín chỉ được dùng", &answer.credits_usable),
            said("borrowing usable", "hạn ngạch được vay mượn", &answer.borrowing_usable),
        ];
        if !answer.units_missing.is_empty() {
            lines.push(said("units missing", "hạn ngạch còn thiếu", &answer.units_missing));
            lines.push(said("units left", "hạn ngạch còn dư", &answer.units_left));
        }
        for rule in answer.rules.iter().chain(&answer.calendar) {
            let says = if vietnamese { &rule.says_vi } else { &rule.says_en };
            lines.push(format!("  {says}: {} {} {}", rule.value, rule.unit, cited(rule)));
        }
        lines
    })
}

fn steam(arguments: &Steam) -> Result<ExitCode, Error> {
    let request: SteamRequest = read_json(&inputs::text(&arguments.request)?)
        .map_err(|error| error.at(arguments.request.display().to_string()))?;
    let answer = regulation::steam_factor(&inputs::catalog(&arguments.factors)?, &request)?;
    inputs::print(&answer.pack)?;
    for gas in &answer.gases {
        eprintln!("{}: {} kg/t = {} kg/t", gas.gas, gas.exact_kg_per_t, gas.kg_per_t);
    }
    if !answer.steam_t.is_empty() {
        eprintln!("{} t", answer.steam_t);
    }
    Ok(ExitCode::SUCCESS)
}
