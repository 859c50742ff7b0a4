//! The imports of a quarter from a ledger: what good, from where, made by whom, how much.

use std::collections::BTreeMap;
use std::io::Read;

use crate::activity::{Field, Ledger, Record, import_name};
use crate::cbam::importer::{Data, read_options};
use crate::cbam::{Good, Tables, Variant};
use crate::error::{Code, Error, Finding, Severity};
use crate::factor::fold;
use crate::factor::rows::Sector;
use crate::number::Ratio;
use crate::period::Period;
use crate::told::RowsTold;
use crate::unit::Unit;
use crate::wire::v1;

/// Rows that share good, origin, installation, way of determination and variant.
#[derive(Debug)]
pub(super) struct Line<'c> {
    pub(super) good: Good<'c>,
    pub(super) origin: Box<str>,
    /// As the first of the rows writes it.
    pub(super) installation: Box<str>,
    pub(super) default: bool,
    pub(super) variant: Option<Variant>,
    /// Tonnes, of electricity MWh.
    pub(super) quantity: Ratio,
}

/// Good, origin, installation, determination, variant.
type Key = (Box<str>, Box<str>, String, bool, Option<Variant>);

/// What a ledger says.
#[derive(Debug)]
pub(super) struct Imports<'c> {
    /// By code, origin and installation.
    pub(super) lines: Vec<Line<'c>>,
    pub(super) rows: u64,
    pub(super) counted: u64,
    pub(super) exempt_origin: u64,
    pub(super) told: RowsTold,
}

/// Reads all rows; what cannot be used is told, row by row.
///
/// # Errors
/// `CHOICE_MISSING`, `UNKNOWN_VALUE`, `IO`, `LIMIT_EXCEEDED`.
pub(super) fn read<'c, R: Read>(
    input: R,
    tables: Tables<'c>,
    request: &v1::CbamQuarterlyRequest,
    (quarter, year): (Period, i32),
) -> Result<Imports<'c>, Error> {
    let data = Data::parse(&request.data).map_err(|error| error.at("/data"))?;
    let (options, unit, limits) = read_options(&request.reading, year)?;
    let options = options.with_period(quarter);
    let mut imports =
        Imports { lines: Vec::new(), rows: 0, counted: 0, exempt_origin: 0, told: RowsTold::new(&limits) };
    let mut ledger = match Ledger::open(input, &options, &limits) {
        Ok(ledger) => ledger,
        Err(findings) => {
            findings.into_iter().for_each(|finding| imports.told.tell(named(finding)));
            return Ok(imports);
        }
    };
    let mut reader = Reader {
        tables,
        data,
        unit,
        tonne: Unit::parse("t")?,
        mwh: Unit::parse("MWh")?,
        lines: BTreeMap::new(),
        most: limits.groups,
    };
    let mut record = Record::new();
    loop {
        let told = &mut imports.told;
        match ledger.read_row(&mut record, &mut |finding| told.tell(named(finding)))? {
            None => break,
            Some(false) => continue,
            Some(true) => {}
        }
        let place = |field: Field| {
            let mut position = ledger.position(&record, field);
            position.column = import_name(field).into();
            position
        };
        match reader.row(&record)? {
            Ok(Counted::Yes) => imports.counted = imports.counted.saturating_add(1),
            Ok(Counted::Exempt) => {
                let error = Error::new(Code::OriginExempt, "goods of this origin need no report");
                let finding = Finding::from_error(&error, place(Field::Region), record.get(Field::Region));
                imports.told.tell(Finding { severity: Severity::Info, ..finding });
                imports.exempt_origin = imports.exempt_origin.saturating_add(1);
            }
            Err(faults) => {
                for (field, error) in faults {
                    let finding = Finding::from_error(&error, place(field), record.get(field));
                    imports.told.tell(Finding { severity: Severity::Error, ..finding });
                }
            }
        }
    }
    imports.rows = ledger.rows();
    imports.lines = reader.lines.into_values().collect();
    Ok(imports)
}

/// A finding of the reader under the names of this kind of file.
fn named(mut finding: Finding) -> Finding {
    if let Some(field) = Field::ALL.into_iter().find(|field| *field.name() == *finding.position.column) {
        finding.position.column = import_name(field).into();
    }
    finding
}

/// What became of a row without faults.
enum Counted {
    Yes,
    Exempt,
}

struct Reader<'c> {
    tables: Tables<'c>,
    data: Data,
    unit: Option<Unit>,
    tonne: Unit,
    mwh: Unit,
    lines: BTreeMap<Key, Line<'c>>,
    most: usize,
}

impl Reader<'_> {
    /// Adds a row to its line; all its faults at once.
    fn row(&mut self, record: &Record) -> Result<Result<Counted, Vec<(Field, Error)>>, Error> {
        let mut faults: Vec<(Field, Error)> = Vec::new();
        let mut keep = |field: Field, error: Error| faults.push((field, error));
        let good = self.tables.good(record.get(Field::Product)).map_err(|error| keep(Field::Product, error));
        let origin =
            self.tables.origin(record.get(Field::Region)).map_err(|error| keep(Field::Region, error));
        let said = record.get(Field::Method);
        let data = if said.is_empty() { Ok(self.data) } else { Data::parse(said) };
        let data = data.map_err(|error| keep(Field::Method, error));
        let variant = match record.get(Field::Activity) {
            "" => Ok(None),
            text => Variant::parse(text).map(Some).map_err(|error| keep(Field::Activity, error)),
        };
        let unit = match (&self.unit, record.get(Field::Unit)) {
            (Some(unit), "") => Ok(unit.clone()),
            (_, text) => Unit::parse(text),
        };
        let electricity = good.as_ref().is_ok_and(|good| good.row.sector == Sector::Electricity);
        let base = if electricity { &self.mwh } else { &self.tonne };
        let ratio = unit.and_then(|unit| unit.ratio_to(base)).map_err(|error| keep(Field::Unit, error));
        let (Ok(good), Ok(origin), Ok(data), Ok(variant), Ok(ratio)) = (good, origin, data, variant, ratio)
        else {
            return Ok(Err(faults));
        };
        if origin.is_exempt() {
            return Ok(Ok(Counted::Exempt));
        }
        let quantity = Ratio::from(record.quantity()).try_mul(ratio);
        let installation = record.get(Field::Supplier);
        let default = match data {
            Data::Default => true,
            Data::Actual => false,
            Data::ActualElseDefault => installation.is_empty(),
        };
        let variant = good.code.variant().or(variant);
        let key = (good.code.as_str().into(), origin.country.clone(), fold(installation), default, variant);
        if !self.lines.contains_key(&key) && self.lines.len() >= self.most {
            let message = format!("more than {} combinations of good, origin and installation", self.most);
            return Err(Error::new(Code::LimitExceeded, message));
        }
        let line = self.lines.entry(key).or_insert_with(|| Line {
            good,
            origin: origin.country.clone(),
            installation: installation.into(),
            default,
            variant,
            quantity: Ratio::ZERO,
        });
        match quantity.and_then(|quantity| line.quantity.try_add(quantity)) {
            Ok(sum) => line.quantity = sum,
            Err(error) => return Ok(Err(vec![(Field::Quantity, error)])),
        }
        Ok(Ok(Counted::Yes))
    }
}
