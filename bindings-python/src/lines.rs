//! Every line of a run, held small: columns of numbers, each text once.

use std::collections::HashMap;
use std::sync::Arc;

use arrow_array::{Date32Array, Decimal128Array, RecordBatch, StringArray, UInt64Array};
use arrow_schema::{ArrowError, DataType, Field as ArrowField, Schema, SchemaRef};
use chrono::NaiveDate;
use emitrace::activity::Field;
use emitrace::inventory::Line;
use emitrace::{Code, Error};

/// The lines of one run. Takes 40 bytes and the identifier for each line, 36 bytes for each of its masses.
#[derive(Default)]
pub(crate) struct Lines {
    // one entry a line
    rows: Vec<u64>,
    id_ends: Vec<u64>,
    days: Vec<(i32, i32)>,
    /// Site, activity, region, codes of notes.
    texts: Vec<[u32; 4]>,
    ids: String,
    // one entry a mass
    line: Vec<u32>,
    /// Category, account, factor, gas.
    legs: Vec<[u32; 4]>,
    units: Vec<i128>,
    words: Words,
}

impl Lines {
    /// Takes over a line.
    pub(crate) fn add(&mut self, line: &Line<'_>) -> Result<(), Error> {
        let at = u32::try_from(self.rows.len()).map_err(|_| too_many())?;
        let id = line.record.get(Field::Id);
        self.ids.try_reserve(id.len()).map_err(|_| too_many())?;
        self.ids.push_str(id);
        push(&mut self.id_ends, u64::try_from(self.ids.len()).map_err(|_| too_many())?)?;
        push(&mut self.rows, line.row)?;
        let period = line.record.period();
        push(&mut self.days, (day(period.start()), day(period.end())))?;
        let words = &mut self.words;
        let texts = [
            words.number(line.record.get(Field::Site))?,
            words.number(line.activity())?,
            words.number(line.region())?,
            words.number(line.marks())?,
        ];
        push(&mut self.texts, texts)?;
        for part in line.masses() {
            push(&mut self.line, at)?;
            let leg = [
                self.words.number(part.category.key())?,
                self.words.number(part.account.as_str())?,
                self.words.number(part.factor)?,
                self.words.number(line.gas_name(part.gas))?,
            ];
            push(&mut self.legs, leg)?;
            push(&mut self.units, part.mass.units())?;
        }
        Ok(())
    }

    /// Gives back what was reserved in advance.
    pub(crate) fn finish(mut self) -> Lines {
        self.rows.shrink_to_fit();
        self.id_ends.shrink_to_fit();
        self.days.shrink_to_fit();
        self.texts.shrink_to_fit();
        self.ids.shrink_to_fit();
        self.line.shrink_to_fit();
        self.legs.shrink_to_fit();
        self.units.shrink_to_fit();
        self.words.numbers = HashMap::new();
        self
    }

    /// Masses, which is to say rows of the table.
    pub(crate) fn len(&self) -> usize {
        self.units.len()
    }

    pub(crate) fn schema() -> SchemaRef {
        let field = |name: &str, kind: DataType| ArrowField::new(name, kind, false);
        let text = |name: &str| field(name, DataType::Utf8);
        Arc::new(Schema::new(vec![
            field("row", DataType::UInt64),
            text("id"),
            field("start", DataType::Date32),
            field("end", DataType::Date32),
            text("site"),
            text("activity"),
            text("category"),
            text("region"),
            text("account"),
            text("factor"),
            text("gas"),
            field("kg", DataType::Decimal128(38, 12)),
            text("notes"),
        ]))
    }

    /// Rows of the table.
    pub(crate) fn batch(&self, start: usize, length: usize) -> Result<RecordBatch, ArrowError> {
        let range = start..start.saturating_add(length);
        let of: Vec<usize> =
            self.line.get(range.clone()).unwrap_or_default().iter().map(|at| index(*at)).collect();
        let legs = self.legs.get(range.clone()).unwrap_or_default();
        let units = self.units.get(range).unwrap_or_default();
        let row = |at: &usize| self.rows.get(*at).copied().unwrap_or_default();
        let days = |at: &usize| self.days.get(*at).copied().unwrap_or_default();
        let text = |which: usize| {
            let word = |at: &usize| {
                let number =
                    self.texts.get(*at).and_then(|texts| texts.get(which)).copied().unwrap_or_default();
                self.words.text(number)
            };
            StringArray::from_iter_values(of.iter().map(word))
        };
        let leg = |which: usize| {
            let number = |leg: &[u32; 4]| leg.get(which).copied().unwrap_or_default();
            StringArray::from_iter_values(legs.iter().map(|leg| self.words.text(number(leg))))
        };
        RecordBatch::try_new(
            Lines::schema(),
            vec![
                Arc::new(UInt64Array::from_iter_values(of.iter().map(row))),
                Arc::new(StringArray::from_iter_values(of.iter().map(|at| self.id(*at)))),
                Arc::new(Date32Array::from_iter_values(of.iter().map(|at| days(at).0))),
                Arc::new(Date32Array::from_iter_values(of.iter().map(|at| days(at).1))),
                Arc::new(text(0)),
                Arc::new(text(1)),
                Arc::new(leg(0)),
                Arc::new(text(2)),
                Arc::new(leg(1)),
                Arc::new(leg(2)),
                Arc::new(leg(3)),
                Arc::new(
                    Decimal128Array::from_iter_values(units.iter().copied())
                        .with_precision_and_scale(38, 12)?,
                ),
                Arc::new(text(3)),
            ],
        )
    }

    fn id(&self, at: usize) -> &str {
        let end = |at: Option<usize>| {
            let end = at.and_then(|at| self.id_ends.get(at)).copied().unwrap_or_default();
            usize::try_from(end).unwrap_or_default()
        };
        self.ids.get(end(at.checked_sub(1))..end(Some(at))).unwrap_or_default()
    }
}

/// Texts by number.
#[derive(Default)]
struct Words {
    numbers: HashMap<Arc<str>, u32>,
    texts: Vec<Arc<str>>,
}

impl Words {
    fn number(&mut self, text: &str) -> Result<u32, Error> {
        if let Some(known) = self.numbers.get(text) {
            return Ok(*known);
        }
        let number = u32::try_from(self.texts.len()).map_err(|_| too_many())?;
        let shared: Arc<str> = text.into();
        self.numbers.insert(shared.clone(), number);
        push(&mut self.texts, shared)?;
        Ok(number)
    }

    fn text(&self, number: u32) -> &str {
        self.texts.get(index(number)).map_or("", |text| text)
    }
}

fn index(number: u32) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}

/// Days since 1970.
fn day(date: NaiveDate) -> i32 {
    let days = date.signed_duration_since(NaiveDate::default()).num_days();
    i32::try_from(days).unwrap_or_default()
}

/// Appends, or says that memory is short instead of ending the process.
fn push<T>(list: &mut Vec<T>, value: T) -> Result<(), Error> {
    list.try_reserve(1).map_err(|_| too_many())?;
    list.push(value);
    Ok(())
}

fn too_many() -> Error {
    Error::new(Code::LimitExceeded, "the lines of this ledger do not fit in memory")
        .with_help("compute it without lines, or in parts that are merged")
}
