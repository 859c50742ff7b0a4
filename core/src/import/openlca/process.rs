//! A process, or the result of a product system, as one factor: its greenhouse gases per unit of its reference.

use std::collections::BTreeMap;

use super::super::draft::{DraftFactor, DraftValue, Head};
use super::super::grid::Cell;
use super::super::job::Job;
use super::super::names;
use super::super::slug::slug;
use super::super::value;
use super::gas::{Compartment, Species, compartment, species};
use super::json::Object;
use super::package::{Kind, old_layout};
use super::store::{Flow, Measure, Store, identity, scaled};
use crate::error::{Code, Error, Severity};
use crate::number::{Amount, NumberFormat, Ratio};
use crate::place::Place;
use crate::unit::Unit;

/// Longest excerpt of a text in a note.
const EXCERPT: usize = 160;

/// A factor that waits for its name: processes of one name are told apart when all are known.
pub(super) struct Ready {
    pub(super) id: String,
    pub(super) path: String,
    pub(super) name: String,
    pub(super) factor: DraftFactor,
    /// How the unit of the reference is called.
    pub(super) word: String,
}

/// What becomes of an exchange.
enum Fate {
    /// A gas to air.
    Gas { gas: String, emission: Box<Emission> },
    /// Left for a reason that many share.
    Left(Reason),
    /// The whole process is left: by design, or because of a fault.
    Stop { error: Error, fault: bool },
}

/// Why a single exchange is left.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Reason {
    Input,
    Elsewhere,
    Fluorinated,
    NoGas,
}

impl Reason {
    fn says(self, count: u64) -> String {
        match self {
            Reason::Input => format!("{count} flows taken from nature are no emissions"),
            Reason::Elsewhere => format!("{count} flows do not go to air"),
            Reason::Fluorinated => format!(
                "{count} fluorinated substances are not in the table of gases: see whether one of them is a greenhouse gas"
            ),
            Reason::NoGas => {
                format!("{count} flows to air are no greenhouse gases that the table of gases holds")
            }
        }
    }
}

/// How much of a gas an exchange gives.
struct Emission {
    quantity: Quantity,
    measure: Measure,
}

/// An amount of an exchange.
struct Quantity {
    exact: Ratio,
    /// The digits as the file has them.
    text: String,
    /// What the unit is divided by, so that the digits can stand as they are: `/10^15`, or nothing.
    divided: String,
}

/// An exchange that was read.
struct Read {
    path: String,
    name: String,
    fate: Fate,
}

/// The reference of a process.
struct Reference {
    measure: Measure,
    amount: Ratio,
    flow: Flow,
}

/// Reads a process or a result; the report has what is left of it.
pub(super) fn read(job: &mut Job<'_>, store: &Store, kind: Kind, object: &Object<'_>) -> Option<Ready> {
    let (list, mark) = match kind {
        Kind::Result => ("flowResults", "isRefFlow"),
        _ => ("exchanges", "isQuantitativeReference"),
    };
    let exchanges = match object.list(list) {
        Ok(exchanges) => exchanges,
        Err(error) => {
            job.draft.report.refused(error.path(), "", &error);
            return None;
        }
    };
    let mut references: Vec<Result<Reference, Error>> = Vec::new();
    let mut reads: Vec<Read> = Vec::new();
    let stop = |error: Error| Fate::Stop { error, fault: true };
    for (at, exchange) in (0u64..).zip(exchanges) {
        let exchange = match exchange {
            Ok(exchange) => exchange,
            Err(error) => {
                let path = object.at(&format!("{list}/{at}"));
                reads.push(Read { path, name: String::new(), fate: stop(error) });
                continue;
            }
        };
        let path = exchange.path.clone();
        if exchange.has("input") || exchange.has("quantitativeReference") {
            reads.push(Read { path: path.clone(), name: String::new(), fate: stop(old_layout().at(path)) });
            continue;
        }
        match exchange.truth(mark) {
            Ok(true) => references.push(reference(store, &exchange)),
            marked => {
                let flow = marked.and_then(|_| store.flow(&exchange));
                let name = flow.as_ref().map_or_else(|_| String::new(), |flow| flow.name.clone());
                let fate = flow.and_then(|flow| fate(job, store, &exchange, &flow)).unwrap_or_else(stop);
                reads.push(Read { path, name, fate });
            }
        }
    }
    let head = head(job, store, kind, object, references);
    settle(job, object, reads, head)
}

/// What the factor is per, and what is said of it.
struct About {
    id: String,
    name: String,
    head: Head,
    word: String,
    note: String,
    /// A remark if nobody may be allowed to use the data.
    licence: Option<String>,
}

fn head(
    job: &Job<'_>,
    store: &Store,
    kind: Kind,
    object: &Object<'_>,
    mut references: Vec<Result<Reference, Error>>,
) -> Result<About, Error> {
    let id = identity(object, kind)?;
    let reference = match (references.pop(), references.pop()) {
        (Some(reference), None) => reference?,
        (None, _) => {
            return Err(Error::new(Code::MissingValue, "no exchange is the quantitative reference")
                .with_help("set the quantitative reference in openLCA, and export the data set again"));
        }
        _ => return Err(Error::new(Code::ImportLayout, "two exchanges are the quantitative reference")),
    };
    let name = Some(object.text("name")?).filter(|name| !slug(name).is_empty());
    let name = name.unwrap_or_else(|| reference.flow.name.clone());
    if slug(&name).is_empty() {
        return Err(Error::new(Code::MissingActivity, "the data set has no name"));
    }
    let place = match (store.place(object)?, job.options.place.as_deref()) {
        (Some(code), _) if !code.is_empty() => place(&code)?,
        (_, Some(declared)) => Place::parse(declared)?.to_string(),
        _ => {
            return Err(Error::new(Code::UnknownPlace, "the data set names no place")
                .with_help("give the option `place` for data sets without one"));
        }
    };
    let said = documentation(store, object)?;
    let mut note = vec![name.clone(), format!("{} {id}", kind.name())];
    let life_cycle = kind == Kind::Result || object.text("processType")? == "LCI_RESULT";
    note.push(if life_cycle { "life-cycle result" } else { "direct emissions of a unit process" }.into());
    note.extend(Some(reference.measure.note).filter(|text| !text.is_empty()));
    note.extend(said.notes);
    Ok(About {
        head: Head {
            kind: "emission",
            per_unit: scaled(&reference.measure.text, reference.amount),
            place,
            valid_from: said.from,
            valid_to: said.until,
            ..Head::default()
        },
        word: reference.measure.word,
        note: note.join("; "),
        licence: said.licence,
        id,
        name,
    })
}

/// What the documentation of a process says.
#[derive(Default)]
struct Said {
    from: String,
    until: String,
    notes: Vec<String>,
    licence: Option<String>,
}

fn documentation(store: &Store, object: &Object<'_>) -> Result<Said, Error> {
    let Some(said) = object.object("processDocumentation")? else {
        return Ok(Said {
            notes: vec!["sources and copyright not said".into()],
            licence: Some("the data set does not say whether it is protected by copyright".into()),
            ..Said::default()
        });
    };
    let day = |key: &str| -> Result<String, Error> {
        let text = said.text(key)?;
        let day = text.split('T').next().unwrap_or_default();
        if day.is_empty() || chrono::NaiveDate::parse_from_str(day, "%Y-%m-%d").is_ok() {
            return Ok(day.to_owned());
        }
        Err(Error::new(Code::BadDate, format!("`{text}` is no day such as 2024-12-31")).at(said.at(key)))
    };
    let mut notes = Vec::new();
    let mut sources = Vec::new();
    for source in said.list("sources")? {
        sources.push(store.source(&source?)?);
    }
    if let Some(publication) = said.object("publication")? {
        sources.push(store.source(&publication)?);
    }
    sources.dedup();
    notes.extend((!sources.is_empty()).then(|| short(&format!("source: {}", sources.join(", ")))));
    let restrictions = said.text("restrictionsDescription")?;
    let protected = said.truth("isCopyrightProtected")?;
    if protected {
        notes.push("protected by copyright".into());
    }
    notes.extend((!restrictions.is_empty()).then(|| short(&format!("restrictions: {restrictions}"))));
    let licence = match (protected, restrictions.is_empty()) {
        (true, _) => Some("the data set is protected by copyright".to_owned()),
        (false, false) => Some("the data set says who may use it".to_owned()),
        (false, true) if !said.has("isCopyrightProtected") => {
            Some("the data set does not say whether it is protected by copyright".to_owned())
        }
        _ => None,
    };
    Ok(Said { from: day("validFrom")?, until: day("validUntil")?, notes, licence })
}

fn short(text: &str) -> String {
    let mut short: String = text.chars().take(EXCERPT).collect();
    if text.chars().count() > EXCERPT {
        short.push('…');
    }
    short
}

/// A place as openLCA codes it: ISO 3166 and M49, and the regions that packages of inventories use.
fn place(code: &str) -> Result<String, Error> {
    match names::place("openlca", code) {
        Some(known) => Ok(known.to_owned()),
        None => Place::parse(code).map(|place| place.to_string()),
    }
}

fn reference(store: &Store, exchange: &Object<'_>) -> Result<Reference, Error> {
    let flow = store.flow(exchange)?;
    let input = exchange.truth("isInput")?;
    if !matches!((flow.kind.as_str(), input), ("PRODUCT_FLOW", false) | ("WASTE_FLOW", true)) {
        return Err(Error::new(
            Code::ImportLayout,
            "the reference is neither a product nor a waste that is treated",
        )
        .at(exchange.path.as_str()));
    }
    let quantity = amount(exchange)?;
    if quantity.exact.is_zero() || quantity.exact.is_negative() {
        let message = "the reference is not more than zero, and a factor is per more than nothing";
        return Err(Error::new(Code::NegativeQuantity, message)
            .with_help("turn the sign of the process in openLCA, and export it again")
            .at(exchange.at("amount")));
    }
    Ok(Reference { measure: store.measure(exchange)?, amount: quantity.exact, flow })
}

/// The amount of an exchange. A number with more decimal places than an amount may have gives its power of ten to the
/// unit: `1.2345678901234567E-15` kg is 1.2345678901234567 kg/10^15, to the last digit.
fn amount(exchange: &Object<'_>) -> Result<Quantity, Error> {
    let at = exchange.at("amount");
    let text = exchange
        .number("amount")?
        .ok_or_else(|| Error::new(Code::MissingValue, "the exchange has no amount").at(at.as_str()))?;
    let read = |text: &str| -> Result<value::Printed, Error> {
        value::number(Some(&Cell::text(text)), NumberFormat::Point)?
            .ok_or_else(|| Error::new(Code::BadNumber, format!("`{text}` is no number")))
    };
    let small = || -> Option<Quantity> {
        let (digits, exponent) = text.split_once(['e', 'E'])?;
        let divisor = power_of_ten(exponent.strip_prefix('-')?)?;
        let printed = read(digits).ok()?;
        let exact = Ratio::from(printed.amount).try_div(divisor).ok()?;
        let divided = format!("/10^{}", exponent.trim_start_matches('-').trim_start_matches('0'));
        Some(Quantity { exact, text: printed.text, divided })
    };
    match read(text) {
        Ok(printed) => {
            Ok(Quantity { exact: Ratio::from(printed.amount), text: printed.text, divided: String::new() })
        }
        Err(error) => small().ok_or_else(|| error.at(at)),
    }
}

/// Ten to the power that an exponent names.
fn power_of_ten(exponent: &str) -> Option<Ratio> {
    let exponent = Amount::parse(exponent).ok().filter(|amount| amount.scale() == 0)?;
    Ratio::pow10(i32::try_from(exponent.mantissa()).ok()?).ok()
}

fn fate(job: &Job<'_>, store: &Store, exchange: &Object<'_>, flow: &Flow) -> Result<Fate, Error> {
    let path = exchange.path.as_str();
    let input = exchange.truth("isInput")?;
    let linked = |message: &str, help: &str| {
        let error = Error::new(Code::NotImported, message).with_help(help).at(path);
        Ok(Fate::Stop { error, fault: false })
    };
    const SOLVE: &str = "calculate the product system in openLCA, and export its result or a system process";
    match (flow.kind.as_str(), input) {
        ("ELEMENTARY_FLOW", _) => {}
        _ if exchange.truth("isAvoidedProduct")? => {
            return linked(
                "the process avoids another product: its emissions alone are not those of its product",
                SOLVE,
            );
        }
        ("PRODUCT_FLOW", true) | ("WASTE_FLOW", false) => {
            return linked(
                "the process takes in other products or gives waste to treat: its own emissions are a part only",
                SOLVE,
            );
        }
        ("PRODUCT_FLOW", false) | ("WASTE_FLOW", true) => {
            return linked(
                "the process gives several products: how its emissions are shared is not settled",
                SOLVE,
            );
        }
        (other, _) => {
            let message = format!("`{other}` is no kind of flow");
            return Err(Error::new(Code::UnknownValue, message).at(exchange.at("flow/flowType")));
        }
    }
    if input {
        return Ok(Fate::Left(Reason::Input));
    }
    let species = species(flow, job.draft.catalog.gases());
    let gas = match (species, compartment(flow)) {
        (Species::Other, _) => return Ok(Fate::Left(Reason::NoGas)),
        (_, Compartment::Elsewhere) => return Ok(Fate::Left(Reason::Elsewhere)),
        (Species::Fluorinated, _) => return Ok(Fate::Left(Reason::Fluorinated)),
        (Species::Unclear, _) => {
            let message =
                format!("`{}` does not say whether it is fossil, biogenic or of land use", flow.name);
            return Err(Error::new(Code::UnknownGas, message)
                .with_help("use the flow of the origin, e.g. `Carbon dioxide, fossil`")
                .at(exchange.at("flow")));
        }
        (Species::Gas(_), Compartment::Unsaid) => {
            return Err(Error::new(
                Code::MissingValue,
                format!("`{}` does not say where it goes", flow.name),
            )
            .with_help("put the flow into a category such as `Emission to air`")
            .at(exchange.at("flow/category")));
        }
        (Species::Gas(gas), Compartment::Air) => gas,
    };
    let measure = store.measure(exchange)?;
    if !measure.unit.is_mass() {
        let message = format!("the amount is in `{}`, which is no mass", measure.text);
        return Err(Error::new(Code::DimensionMismatch, message).at(exchange.at("unit")));
    }
    let quantity = amount(exchange)?;
    if quantity.exact.is_negative() {
        let message = format!("less than zero of {gas}: an uptake or a credit is no emission");
        return Err(Error::new(Code::NegativeQuantity, message).at(exchange.at("amount")));
    }
    Ok(Fate::Gas { gas, emission: Box::new(Emission { quantity, measure }) })
}

/// The factor of the exchanges that are gases; everything is counted.
fn settle(
    job: &mut Job<'_>,
    object: &Object<'_>,
    reads: Vec<Read>,
    about: Result<About, Error>,
) -> Option<Ready> {
    let mut gases: BTreeMap<String, Vec<(Emission, String)>> = BTreeMap::new();
    let mut left: BTreeMap<Reason, (u64, String, String)> = BTreeMap::new();
    let mut stops: Vec<(String, String, Error, bool)> = Vec::new();
    let mut with_them = 0u64;
    for read in reads {
        match read.fate {
            Fate::Gas { gas, emission } => {
                with_them = with_them.saturating_add(1);
                gases.entry(gas).or_default().push((*emission, read.path));
            }
            Fate::Left(reason) => {
                let (count, _, _) = left.entry(reason).or_insert((0, read.path, read.name));
                *count = count.saturating_add(1);
            }
            Fate::Stop { error, fault } => stops.push((read.path, read.name, error, fault)),
        }
    }
    let mut values = Vec::new();
    let mut about = about.map_err(|error| stops.push((object.path.clone(), String::new(), error, true))).ok();
    for (gas, parts) in gases {
        let note = about.as_ref().map_or("", |about| &about.note);
        let first = parts.first().map(|(_, path)| path.clone()).unwrap_or_default();
        match mass(job, &gas, parts, note) {
            Ok(value) => values.push(value),
            Err(error) => {
                with_them = with_them.saturating_sub(1);
                stops.push((first, gas, error, true));
            }
        }
    }
    let report = &mut job.draft.report;
    for (reason, (count, path, name)) in left {
        report.left_together(count, &path, &name, &reason.says(count));
    }
    if !stops.is_empty() {
        // What is wrong with the whole is told once and stands for one of its exchanges.
        let with_them = with_them.saturating_sub(u64::from(about.is_none()));
        // One fault takes the process with it: a part of its gases would look like all of them.
        report.left_with_it(with_them);
        for (path, name, error, fault) in stops {
            let path = if error.path().is_empty() { path } else { error.path().to_owned() };
            if fault {
                report.refused(&path, &name, &error);
            } else {
                report.left(&path, &name, &format!("{}; {}", error.message(), error.help()));
            }
        }
        return None;
    }
    let about = about.take()?;
    if values.is_empty() {
        report.not_read(object.path.as_str(), "no greenhouse gas goes to air");
        return None;
    }
    if let Some(remark) = about.licence {
        report.note(Severity::Warning, Code::LicenceUnclear, &object.path, &about.name, &remark);
    }
    Some(Ready {
        id: about.id,
        path: object.path.clone(),
        name: about.name,
        factor: DraftFactor { head: about.head, values },
        word: about.word,
    })
}

/// The mass of a gas: as printed where one exchange says it, else the exact sum in kilograms.
fn mass(job: &Job<'_>, gas: &str, parts: Vec<(Emission, String)>, note: &str) -> Result<DraftValue, Error> {
    let mut notes = vec![note.to_owned()];
    for (emission, _) in &parts {
        let size = &emission.measure.note;
        if !size.is_empty() && !notes.contains(size) {
            notes.push(size.clone());
        }
    }
    let cell = parts.iter().map(|(_, path)| path.as_str()).collect::<Vec<_>>().join(", ");
    let stands_for = u64::try_from(parts.len()).unwrap_or(u64::MAX);
    let (value, value_unit) = match <[_; 1]>::try_from(parts) {
        Ok([(Emission { quantity, measure }, _)]) => (quantity.text, measure.text + &quantity.divided),
        Err(parts) => sum(&parts)?,
    };
    // A pack writes CO2 equivalent and its GWP set in two columns.
    let set = gas.strip_prefix("CO2e (").and_then(|rest| rest.strip_suffix(')'));
    let (gas, gwp_set) = set.map_or((gas, ""), |set| ("CO2e", set));
    Ok(DraftValue {
        gas: gas.to_owned(),
        value: Some(value),
        value_unit,
        gwp_set: gwp_set.to_owned(),
        cell,
        confidence: job.confidence(),
        note: notes.join("; "),
        stands_for,
    })
}

/// The sum in kilograms, or in a part of a kilogram where its decimal would be too long.
fn sum(parts: &[(Emission, String)]) -> Result<(String, String), Error> {
    let kilogram = Unit::parse("kg")?;
    let mut total = Ratio::ZERO;
    for (Emission { quantity, measure }, _) in parts {
        let kilograms = quantity.exact.try_mul(measure.unit.ratio_to(&kilogram)?)?;
        total = total.try_add(kilograms)?;
    }
    for (exponent, unit) in [(0, "kg"), (9, "kg/10^9"), (18, "kg/10^18")] {
        let shifted: Option<Amount> = total.try_mul(Ratio::pow10(exponent)?).ok().and_then(Ratio::to_amount);
        if let Some(amount) = shifted {
            return Ok((amount.to_string(), unit.to_owned()));
        }
    }
    Err(Error::new(Code::Overflow, "the sum of the flows of one gas cannot be written exactly"))
}
