//! The run over the ledger.

use core::ops::ControlFlow;
use std::io::Read;

use super::answer::{Answered, answer};
use super::guard::Guard;
use super::line::{Answer, Line, Masses, WholeLine};
use super::options::Options;
use super::resolve::{Faults, Resolved, Resolver};
use super::takers::Takers;
use super::tally::Tally;
use crate::activity::{Field, Format, Ledger, Record};
use crate::error::{Code, Error, Finding, Position, Severity};
use crate::factor::Catalog;
use crate::gas::Gas;
use crate::number::Mass;
use crate::wire::v1::{InventoryAnswer, Reading};

/// How far a run is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// Rows read.
    pub rows: u64,
    /// Bytes read.
    pub bytes: u64,
}

/// Rows between two reports of progress.
pub(super) const REPORT_EVERY: u64 = 65_536;

/// Computes the inventory of a ledger.
///
/// Bad rows do not stop the run: each becomes a finding with its row, column, value and help, and `coverage` says
/// how much of the ledger is in the result.
///
/// # Units
/// Results in kilograms.
///
/// # Method
/// M-01 (mass of a line), M-02 (sums), M-05 (choice of factors), M-06 (scope 2 both ways).
///
/// # Errors
/// Only what leaves nothing to give back: the file cannot be read, or a limit is exceeded.
///
/// # Example
/// ```
/// use emitrace::factor::Catalog;
/// use emitrace::gas::GwpSet;
/// use emitrace::inventory::{Options, Profile, compute};
/// use emitrace::place::Place;
///
/// let ledger = "id,date,activity,quantity,unit\n1,2023-05-31,electricity,1250,kWh\n";
/// let options = Options::new(Profile::GhgProtocol, GwpSet::Ar5).with_region(Place::parse("VN")?);
/// let answer = compute(ledger.as_bytes(), &Catalog::bundled()?, &options)?;
///
/// // 1250 kWh × 0.6592 t/MWh
/// assert_eq!(answer.inventory.total.scope_2_location_kg_co2e, "824");
/// assert_eq!(answer.inventory.coverage.counted, 1);
/// # Ok::<(), emitrace::Error>(())
/// ```
pub fn compute<R: Read>(ledger: R, catalog: &Catalog, options: &Options) -> Result<InventoryAnswer, Error> {
    compute_with(ledger, catalog, options, None, &mut |_| ControlFlow::Continue(()))
}

/// As [`compute`], handing over every counted line and reporting progress; the caller may stop the run.
///
/// Lines come in the order of the file, from one thread. Where shares of an organisation or instruments are applied,
/// one thread computes, too.
///
/// # Errors
/// As [`compute`]; in addition whatever `each_line` returns, and `IO` if the run was stopped.
pub fn compute_with<R: Read>(
    ledger: R,
    catalog: &Catalog,
    options: &Options,
    each_line: Option<&mut EachLine<'_>>,
    progress: &mut dyn FnMut(Progress) -> ControlFlow<()>,
) -> Result<InventoryAnswer, Error> {
    Ok(computed(ledger, catalog, options, Takers::each(each_line), progress)?.answer)
}

/// As [`compute_with`], with who takes the lines, and with the answer's canonical JSON, which is written once for the digest and for the reader.
///
/// # Errors
/// As [`compute_with`].
///
/// # Example
/// ```
/// use std::ops::ControlFlow;
///
/// use emitrace::factor::Catalog;
/// use emitrace::gas::GwpSet;
/// use emitrace::inventory::{Options, Profile, Takers, compute_json};
/// use emitrace::wire::v1::canonical;
///
/// let ledger = "id,date,activity,quantity,unit,region\n1,2023-05-31,electricity,1250,kWh,VN\n";
/// let options = Options::new(Profile::GhgProtocol, GwpSet::Ar5);
/// let on = &mut |_| ControlFlow::Continue(());
/// let (answer, json) = compute_json(ledger.as_bytes(), &Catalog::bundled()?, &options, Takers::nobody(), on)?;
/// assert_eq!(json, canonical(&answer)?);
/// # Ok::<(), emitrace::Error>(())
/// ```
pub fn compute_json<R: Read>(
    ledger: R,
    catalog: &Catalog,
    options: &Options,
    takers: Takers<'_, '_>,
    progress: &mut dyn FnMut(Progress) -> ControlFlow<()>,
) -> Result<(InventoryAnswer, String), Error> {
    computed(ledger, catalog, options, takers, progress)?.written()
}

fn computed<R: Read>(
    ledger: R,
    catalog: &Catalog,
    options: &Options,
    takers: Takers<'_, '_>,
    progress: &mut dyn FnMut(Progress) -> ControlFlow<()>,
) -> Result<Answered, Error> {
    let alone = options.organisation.is_none() && options.instruments.is_none();
    match Ledger::open(ledger, &options.read, &options.limits) {
        Ok(ledger) if alone && stands_alone(&ledger) => {
            super::fast::run(ledger, catalog, options, takers, progress)
        }
        opened => {
            let (mut lines, mut texts) = takers.parts();
            let mut each_line = |line: &WholeLine<'_>| {
                lines.take(&line.line)?;
                texts.as_mut().map_or(Ok(()), |taker| taker.take(&mut lines.texts))
            };
            row_by_row(opened, catalog, options, &mut each_line, progress)
        }
    }
}

/// As [`compute_with`], handing over lines with all that was worked out for them, row by row.
pub(crate) fn compute_whole<R: Read>(
    ledger: R,
    catalog: &Catalog,
    options: &Options,
    each_line: &mut EachWholeLine<'_>,
    progress: &mut dyn FnMut(Progress) -> ControlFlow<()>,
) -> Result<InventoryAnswer, Error> {
    let opened = Ledger::open(ledger, &options.read, &options.limits);
    Ok(row_by_row(opened, catalog, options, each_line, progress)?.answer)
}

/// Whether each row of the ledger can be judged by itself: text in columns, and no methods, whose answers are seldom shared
/// and whose balances the [`Guard`] keeps.
fn stands_alone<R: Read>(ledger: &Ledger<'_, R>) -> bool {
    let of_methods = |field: &Field| matches!(field, Field::Method | Field::Parameter(_));
    ledger.delimiter().is_some()
        && !ledger.header().iter().filter_map(|(_, field)| *field).any(|field| of_methods(&field))
}

/// What is done with every counted line.
pub type EachLine<'e> = dyn FnMut(&Line<'_>) -> Result<(), Error> + 'e;

/// As [`EachLine`], with all that was worked out.
pub(crate) type EachWholeLine<'e> = dyn FnMut(&WholeLine<'_>) -> Result<(), Error> + 'e;

/// The definition of an inventory, row by row: what [`compute`] gives for the same ledger is equal to this, byte for
/// byte, however it is computed.
///
/// # Errors
/// As [`compute_with`].
pub fn reference<R: Read>(
    ledger: R,
    catalog: &Catalog,
    options: &Options,
    each_line: &mut EachLine<'_>,
    progress: &mut dyn FnMut(Progress) -> ControlFlow<()>,
) -> Result<InventoryAnswer, Error> {
    let opened = Ledger::open(ledger, &options.read, &options.limits);
    Ok(row_by_row(opened, catalog, options, &mut |line| each_line(&line.line), progress)?.answer)
}

fn row_by_row<R: Read>(
    opened: Result<Ledger<'_, R>, Vec<Finding>>,
    catalog: &Catalog,
    options: &Options,
    each_line: &mut EachWholeLine<'_>,
    progress: &mut dyn FnMut(Progress) -> ControlFlow<()>,
) -> Result<Answered, Error> {
    let with_instruments = match &options.instruments {
        Some(register) => register.ready(catalog)?,
        None => std::borrow::Cow::Borrowed(catalog),
    };
    let catalog = &*with_instruments;
    let mut tally = Tally::new(&options.views, &options.limits);
    let mut reader = match opened {
        Ok(reader) => reader,
        // A header that cannot be used: the answer is empty and says why.
        Err(findings) => {
            findings.into_iter().for_each(|finding| tally.find(shifted(finding, 2, options.row_offset)));
            return answer(catalog, options, tally, (0, 0), Reading::default());
        }
    };
    let first = reader.facts().first_row;
    let mut resolver = Resolver::new(catalog, options);
    let mut record = Record::default();
    let mut masses: Vec<(u16, Gas, Mass)> = Vec::new();
    let mut excluded: u64 = 0;
    let mut guard = Guard::new(&options.limits);
    let mut next_report = REPORT_EVERY;
    loop {
        let more = reader
            .read(&mut record, &mut |finding| tally.find(shifted(finding, first, options.row_offset)))?;
        if reader.rows() >= next_report || !more {
            next_report = reader.rows().saturating_add(REPORT_EVERY);
            if progress(Progress { rows: reader.rows(), bytes: reader.bytes() }).is_break() {
                return Err(Error::new(Code::Io, "the run was stopped by its caller"));
            }
        }
        if !more {
            break;
        }
        let row = record.row().saturating_add(options.row_offset);
        let place = |record: &Record, field: Field| reader.position(record, field);
        let counted =
            count(&mut resolver, (&record, row), &mut masses, &place, &mut |finding| tally.find(finding));
        match counted {
            Counted::Line(resolved) => {
                let own = masses.iter().map(|(_, _, mass)| *mass);
                if let Some(error) = guard.see(&record, row, &resolved, own)? {
                    let position = Position { row, ..place(&record, Field::Evidence) };
                    tally.find(twice(&error, position, record.get(Field::Evidence)));
                }
                let line = Line {
                    row,
                    said: &record,
                    region: &resolved.region,
                    answer: Answer::Worked(&resolved),
                    catalog,
                    masses: Masses::Told(&masses),
                };
                each_line(&WholeLine { line, record: &record, resolved: &resolved })?;
                tally.add(catalog, &record, row, &resolved, &masses)?;
                if let Some(cover) = &resolved.cover {
                    tally.instruments.add(cover, record.quantity())?;
                }
                if let Some(held) = resolver.place_in_organisation() {
                    tally.boundary.add(options, held, record.quantity(), &resolved, &masses)?;
                }
            }
            Counted::Excluded => excluded = excluded.saturating_add(1),
        }
    }
    guard.finish().for_each(|finding| tally.find(finding));
    let rows = (reader.rows(), reader.skipped().saturating_add(excluded));
    let reading = reading(&reader, options);
    answer(catalog, options, tally, rows, reading)
}

/// What is said of a document that is counted twice.
pub(super) fn twice(error: &Error, position: Position, evidence: &str) -> Finding {
    Finding { severity: Severity::Warning, ..Finding::from_error(error, position, evidence) }
}

/// What became of a row that was read without fault.
#[derive(Debug)]
pub(super) enum Counted {
    /// It is a line; its masses are in the caller's list.
    Line(std::rc::Rc<Resolved>),
    /// It could not be computed.
    Excluded,
}

/// One row: its masses, or findings that say why there are none.
pub(super) fn count(
    resolver: &mut Resolver<'_>,
    (record, row): (&Record, u64),
    masses: &mut Vec<(u16, Gas, Mass)>,
    place: &dyn Fn(&Record, Field) -> Position,
    find: &mut dyn FnMut(Finding),
) -> Counted {
    let tell = |severity: Severity, field: Field, error: &Error| {
        let position = Position { row, ..place(record, field) };
        Finding { severity, ..Finding::from_error(error, position, record.get(field)) }
    };
    match line(resolver, record, masses) {
        Ok(resolved) => {
            if vanished(record, &resolved, masses) {
                find(tell(Severity::Warning, Field::Quantity, &underflow(record)));
            }
            for (field, error) in &resolved.warnings {
                find(tell(Severity::Warning, *field, error));
            }
            Counted::Line(resolved)
        }
        Err(faults) => {
            for (field, error) in faults.iter() {
                find(tell(Severity::Error, *field, error));
            }
            Counted::Excluded
        }
    }
}

/// One row: what it is multiplied by, and the masses.
///
/// # Method
/// M-01: `mass = round_half_even(quantity × coefficient, 10⁻¹² kg)`, once per gas.
pub(super) fn line(
    resolver: &mut Resolver<'_>,
    record: &Record,
    masses: &mut Vec<(u16, Gas, Mass)>,
) -> Result<std::rc::Rc<Resolved>, std::rc::Rc<Faults>> {
    let resolved = resolver.resolve(record)?;
    masses.clear();
    for (at, leg) in (0u16..).zip(&resolved.legs) {
        for (gas, multiplier) in &leg.gases {
            match multiplier.apply(record.quantity()).and_then(plausible) {
                Ok(mass) => masses.push((at, *gas, mass)),
                Err(error) => return Err(std::rc::Rc::new(vec![(Field::Quantity, error)])),
            }
        }
    }
    Ok(resolved)
}

/// Refuses a mass that only a mistake can make, before it makes a sum overflow and ends the run for all other rows.
fn plausible(mass: Mass) -> Result<Mass, Error> {
    // 10^18 kg: a fifth of the atmosphere.
    const MOST: u128 = 1_000_000_000_000_000_000_000_000_000_000;
    if mass.units().unsigned_abs() <= MOST {
        return Ok(mass);
    }
    Err(Error::new(Code::Overflow, "the row gives more than 10^18 kg of gas, a fifth of the atmosphere"))
}

/// Whether a quantity that is not zero came out as no mass at all although its factor is not zero.
fn vanished(record: &Record, resolved: &Resolved, masses: &[(u16, Gas, Mass)]) -> bool {
    !record.quantity().is_zero()
        && masses.iter().all(|(_, _, mass)| *mass == Mass::ZERO)
        && resolved
            .legs
            .iter()
            .any(|leg| leg.choice.coefficients.iter().any(|(_, coefficient)| !coefficient.is_zero()))
}

fn underflow(record: &Record) -> Error {
    let message = format!("the emission of {} {} rounds to zero", record.quantity(), record.get(Field::Unit));
    Error::new(Code::UnderflowToZero, message)
}

/// The finding of a part of a larger ledger, whose rows begin with `first`, as one of the whole.
pub(super) fn shifted(mut finding: Finding, first: u64, offset: u64) -> Finding {
    if finding.position.row >= first {
        finding.position.row = finding.position.row.saturating_add(offset);
    }
    finding
}

pub(super) fn reading<'a, R: Read + 'a>(reader: &Ledger<'a, R>, options: &Options) -> Reading {
    let facts = reader.facts();
    let of_sheets = facts.format == Format::Xlsx;
    Reading {
        number_format: options.read.number_format.as_str().into(),
        date_order: options.read.date_order.as_str().into(),
        delimiter: reader.delimiter().map_or_else(String::new, |byte| char::from(byte).to_string()),
        encoding: reader.encoding().map_or_else(String::new, |encoding| encoding.as_str().into()),
        bytes: reader.bytes(),
        ids_checked: reader.ids_checked(),
        columns: reader
            .header()
            .iter()
            .map(|(header, field)| crate::wire::v1::Column {
                header: header.to_string(),
                field: field.map_or_else(String::new, |field| field.name().into()),
            })
            .collect(),
        format: if facts.format == Format::Csv { String::new() } else { facts.format.as_str().into() },
        sheet: facts.sheet.into(),
        header_row: if of_sheets { facts.header_row } else { 0 },
        sheet_numbers: if of_sheets { options.read.sheet_numbers.as_str().into() } else { String::new() },
    }
}
