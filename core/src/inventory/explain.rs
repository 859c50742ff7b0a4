//! How one line came about: everything from the cell to the kilogram.

use std::io::Read;

use super::answer::{ROUNDING, factor_use};
use super::compute::line;
use super::options::Options;
use super::resolve::{Leg, Resolved, Resolver};
use crate::activity::{Field, Ledger, Record};
use crate::error::{Code, Error, Finding, Severity};
use crate::factor::{Catalog, FactorIndex, State, Step};
use crate::gas::Gas;
use crate::method::Method;
use crate::number::{Mass, Ratio};
use crate::scope::Category;
use crate::wire::v1::{self, canonical_digest};

/// Which line is asked about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// By its record identifier.
    Id(Box<str>),
    /// By its row number (header = 1).
    Row(u64),
}

impl Wanted {
    /// A number is a row if no record has it as its identifier; the caller asks for both in this order.
    pub fn parse(text: &str) -> Vec<Wanted> {
        let digits = text.strip_prefix("row:").unwrap_or(text);
        let row = if !digits.is_empty() && digits.len() < 19 && digits.bytes().all(|b| b.is_ascii_digit()) {
            Some(Wanted::Row(
                digits
                    .bytes()
                    .fold(0u64, |sum, b| sum.wrapping_mul(10).wrapping_add(u64::from(b.wrapping_sub(b'0')))),
            ))
        } else {
            None
        };
        let id = (!text.starts_with("row:")).then(|| Wanted::Id(text.into()));
        id.into_iter().chain(row).collect()
    }

    fn is_row(&self, row: u64, offset: u64) -> bool {
        *self == Wanted::Row(row.saturating_add(offset))
    }

    fn is(&self, record: &Record, offset: u64) -> bool {
        match self {
            Wanted::Id(id) => record.get(Field::Id) == &**id,
            Wanted::Row(_) => self.is_row(record.row(), offset),
        }
    }
}

/// The calculation record of one line of a ledger.
///
/// # Method
/// The record carries the formula (METHODS M-01), every input with its column, each conversion, the factor row
/// with source and edition, the GWP set and the rounding. Its digest can be recomputed by a stranger.
///
/// # Errors
/// `LINE_NOT_FOUND`; the first fault of the line if it is not part of the result.
///
/// # Example
/// ```
/// use emitrace::factor::Catalog;
/// use emitrace::gas::GwpSet;
/// use emitrace::inventory::{LineWanted, Options, Profile, explain};
/// use emitrace::place::Place;
///
/// let ledger = "id,date,activity,quantity,unit\nA7,2023-05-31,electricity,1250,kWh\n";
/// let options = Options::new(Profile::GhgProtocol, GwpSet::Ar5).with_region(Place::parse("VN")?);
/// let record = explain(ledger.as_bytes(), &Catalog::bundled()?, &options, &LineWanted::Id("A7".into()))?;
/// assert_eq!(record.legs[0].gases[0].kg, "824");
/// assert_eq!(record.legs[0].factor.id, "vn-grid/electricity-2023");
/// # Ok::<(), emitrace::Error>(())
/// ```
pub fn explain<R: Read>(
    ledger: R,
    catalog: &Catalog,
    options: &Options,
    wanted: &Wanted,
) -> Result<v1::LineRecord, Error> {
    let with_instruments = match &options.instruments {
        Some(register) => register.ready(catalog)?,
        None => std::borrow::Cow::Borrowed(catalog),
    };
    let catalog = &*with_instruments;
    let mut reader =
        Ledger::open(ledger, &options.read, &options.limits).map_err(|findings| first_fault(&findings))?;
    let mut resolver = Resolver::new(catalog, options);
    let mut record = Record::default();
    let mut masses = Vec::new();
    loop {
        // Findings of other rows are not kept: only the row that is asked about matters.
        let mut faults: Vec<Finding> = Vec::new();
        let Some(good) = reader.read_row(&mut record, &mut |finding| faults.push(finding))? else {
            return Err(not_found());
        };
        // A row that could not be read at all is known by its number only.
        let number = faults.last().map_or(0, |fault| fault.position.row);
        if !good && (wanted.is(&record, options.row_offset) || wanted.is_row(number, options.row_offset)) {
            return Err(first_fault(&faults));
        }
        if good && wanted.is(&record, options.row_offset) {
            let resolved = line(&mut resolver, &record, &mut masses).map_err(|faults| {
                faults.first().map_or_else(not_found, |(field, error)| {
                    error.clone().at(format!("row {}, column `{}`", record.row(), field.name()))
                })
            })?;
            return write(catalog, options, &record, &resolved, &masses);
        }
    }
}

/// As [`explain`], for a line that a person names: an identifier, or a row number (`12`, `row:12`).
///
/// An identifier goes before a row number; `open` is asked for the ledger once for each reading of the name.
///
/// # Errors
/// As [`explain`], and whatever `open` returns.
pub fn explain_named<R: Read>(
    mut open: impl FnMut() -> Result<R, Error>,
    catalog: &Catalog,
    options: &Options,
    line: &str,
) -> Result<v1::LineRecord, Error> {
    let mut refused = Error::new(Code::LineNotFound, format!("no line `{line}`")).at("/line");
    for wanted in Wanted::parse(line) {
        match explain(open()?, catalog, options, &wanted) {
            Err(error) if error.code() == Code::LineNotFound => {}
            Err(error) => refused = error,
            record => return record,
        }
    }
    Err(refused)
}

fn not_found() -> Error {
    Error::new(Code::LineNotFound, "no line of the ledger has this identifier or row")
}

fn first_fault(findings: &[Finding]) -> Error {
    findings.iter().find(|finding| finding.severity == Severity::Error).map_or_else(not_found, |finding| {
        let place = format!("row {}, column `{}`", finding.position.row, finding.position.column);
        Error::new(finding.code, &*finding.message).with_help(&*finding.help).at(place)
    })
}

fn write(
    catalog: &Catalog,
    options: &Options,
    record: &Record,
    resolved: &Resolved,
    masses: &[(u16, Gas, Mass)],
) -> Result<v1::LineRecord, Error> {
    let legs = (0u16..)
        .zip(&resolved.legs)
        .map(|(at, leg)| {
            let own: Vec<(Gas, Mass)> =
                masses.iter().filter(|(of, _, _)| *of == at).map(|(_, gas, mass)| (*gas, *mass)).collect();
            write_leg(catalog, options, record, (leg, resolved.category), &own)
        })
        .collect::<Result<Vec<_>, Error>>()?;
    let fields = Field::ALL
        .iter()
        .filter(|field| !record.get(**field).is_empty())
        .map(|field| v1::FieldValue { field: field.name().into(), value: record.get(*field).into() });
    let mut written = v1::LineRecord {
        schema: v1::LINE_SCHEMA.into(),
        engine: env!("CARGO_PKG_VERSION").into(),
        digest: String::new(),
        row: record.row().saturating_add(options.row_offset),
        id: record.get(Field::Id).into(),
        fields: fields.collect(),
        activity: resolved.activity.to_string(),
        category: resolved.category.key().into(),
        region: resolved.region.to_string(),
        period: record.period().to_string(),
        quantity: record.quantity().to_string(),
        unit: resolved.unit.to_string(),
        method: resolved.method.map(method_use),
        formula: "M-01: kg = quantity × steps × factor value × mass unit; kg CO2e = kg × GWP".into(),
        rounding: ROUNDING.into(),
        profile: options.profile.as_str().into(),
        gwp: options.gwp.as_str().into(),
        legs,
        notes: resolved.notes.iter().map(|note| format!("{}: {}", note.code, note.message)).collect(),
    };
    written.digest = canonical_digest(&written)?;
    Ok(written)
}

/// The calculation method of a line, as its record names it.
fn method_use(method: &Method) -> v1::MethodUse {
    v1::MethodUse {
        id: method.id.into(),
        number: method.number.into(),
        formula: method.formula(),
        clause: method.clause.into(),
    }
}

fn write_leg(
    catalog: &Catalog,
    options: &Options,
    record: &Record,
    (leg, category): (&Leg, Category),
    masses: &[(Gas, Mass)],
) -> Result<v1::LegRecord, Error> {
    let factor = catalog.factor(leg.choice.factor);
    let mut gases = Vec::with_capacity(masses.len());
    for (gas, mass) in masses {
        let info = catalog.gases().info(*gas);
        let value = factor.values.iter().find(|value| value.gas == Some(*gas));
        let coefficient =
            leg.choice.coefficients.iter().find(|(of, _)| of == gas).map(|(_, coefficient)| coefficient);
        let gwp = catalog.gases().gwp(*gas, options.gwp);
        gases.push(v1::GasRecord {
            gas: info.name.to_string(),
            factor_value: value
                .filter(|value| value.state == State::Value)
                .map_or_else(String::new, |value| value.amount.to_string()),
            factor_unit: value
                .map_or_else(String::new, |value| format!("{}/{}", value.unit_text, factor.per_text)),
            coefficient: coefficient
                .and_then(|c| c.to_ratio())
                .map_or_else(String::new, |ratio| ratio.to_string()),
            exact_kg: coefficient
                .and_then(|c| c.exact_product(record.quantity()))
                .map_or_else(String::new, |ratio| ratio.to_string()),
            kg: mass.to_string(),
            gwp: gwp.map_or_else(String::new, |gwp| gwp.to_string()),
            kg_co2e: gwp
                .map(|gwp| mass.co2e(gwp))
                .transpose()?
                .map_or_else(String::new, |effect| effect.to_string()),
            in_total: options.profile.counts(info) && leg.account != crate::scope::Account::Offsets,
        });
    }
    let mut steps =
        leg.choice.steps.iter().map(|step| write_step(catalog, step)).collect::<Result<Vec<_>, _>>()?;
    steps.extend(leg.shares.iter().map(|share| v1::StepRecord {
        term: String::new(),
        kind: share.kind.into(),
        from: share.about.to_string(),
        to: String::new(),
        times: share.ratio.to_string(),
        factor: None,
    }));
    Ok(v1::LegRecord {
        account: leg.account.as_str().into(),
        category: if leg.category == category { String::new() } else { leg.category.key().into() },
        factor: factor_use(catalog, leg.choice.factor, 1)?,
        pack: catalog.pack_of(factor).map(super::answer::pack_use),
        steps,
        gases,
    })
}

pub(super) fn write_step(catalog: &Catalog, step: &Step) -> Result<v1::StepRecord, Error> {
    let (kind, from, to, factor) = match step {
        Step::Term { term, factor, ratio } => return write_term(catalog, "term", term, *factor, *ratio),
        Step::Move { term, factor, ratio } => return write_term(catalog, "move", term, *factor, *ratio),
        Step::Unit { from, to, .. } => ("conversion", from, to, None),
        Step::Property { factor, from, to, .. } => {
            (catalog.factor(*factor).kind.as_str(), from, to, Some(*factor))
        }
        Step::Measured { from, to, .. } => ("measured", from, to, None),
    };
    Ok(v1::StepRecord {
        kind: kind.into(),
        from: from.to_string(),
        to: to.to_string(),
        term: String::new(),
        times: step.ratio().to_string(),
        factor: factor.map(|factor| factor_use(catalog, factor, 1)).transpose()?,
    })
}

/// A term of a calculation method, which has a formula instead of units.
fn write_term(
    catalog: &Catalog,
    kind: &str,
    term: &str,
    factor: Option<FactorIndex>,
    ratio: Ratio,
) -> Result<v1::StepRecord, Error> {
    Ok(v1::StepRecord {
        kind: kind.into(),
        from: String::new(),
        to: String::new(),
        term: term.into(),
        times: ratio.to_string(),
        factor: factor.map(|factor| factor_use(catalog, factor, 1)).transpose()?,
    })
}
