//! Every line of a run, held small: columns of numbers, each text once.

use std::collections::HashMap;
use std::sync::Arc;

use arrow_array::{ArrayRef, Date32Array, Decimal128Array, RecordBatch, StringArray, UInt64Array};
use arrow_schema::{ArrowError, DataType, Field as ArrowField, Schema, SchemaRef};
use chrono::NaiveDate;
use emitrace::activity::Field;
use emitrace::inventory::{Line, Options};
use emitrace::{Code, Error};

/// The lines of one run. Takes 44 bytes and the identifier for each line, 36 bytes for each of its masses, 21 for each of its
/// figures that is not zero.
pub(crate) struct Lines {
    options: Options,
    // one entry a line
    rows: Vec<u64>,
    id_ends: Vec<u64>,
    days: Vec<(i32, i32)>,
    /// Site, activity, region, codes of notes, category.
    texts: Vec<[u32; 5]>,
    ids: String,
    // one entry a mass
    line: Vec<u32>,
    /// Category, account, factor, gas.
    legs: Vec<[u32; 4]>,
    units: Vec<i128>,
    // one entry a figure that is not zero: its line and which it is
    figures: Vec<(u32, u8)>,
    amounts: Vec<i128>,
    words: Words,
}

/// The figures of a line in the order of their columns, with their decimals.
const FIGURES: [(&str, i8); 7] = [
    ("scope_1_kg_co2e", 15),
    ("scope_2_location_kg_co2e", 15),
    ("scope_2_market_kg_co2e", 15),
    ("scope_3_kg_co2e", 15),
    ("biogenic_kg_co2", 12),
    ("outside_kg_co2e", 15),
    ("offsets_kg_co2e", 15),
];

impl Lines {
    /// No lines yet of the inventory that has these options.
    pub(crate) fn new(options: Options) -> Lines {
        Lines {
            options,
            rows: Vec::new(),
            id_ends: Vec::new(),
            days: Vec::new(),
            texts: Vec::new(),
            ids: String::new(),
            line: Vec::new(),
            legs: Vec::new(),
            units: Vec::new(),
            figures: Vec::new(),
            amounts: Vec::new(),
            words: Words::default(),
        }
    }

    /// Takes over a line.
    pub(crate) fn add(&mut self, line: &Line<'_>) -> Result<(), Error> {
        let at = u32::try_from(self.rows.len()).map_err(|_| too_many())?;
        let id = line.get(Field::Id);
        self.ids.try_reserve(id.len()).map_err(|_| too_many())?;
        self.ids.push_str(&id);
        push(&mut self.id_ends, u64::try_from(self.ids.len()).map_err(|_| too_many())?)?;
        push(&mut self.rows, line.row)?;
        let period = line.period();
        push(&mut self.days, (day(period.start()), day(period.end())))?;
        let words = &mut self.words;
        let texts = [
            words.number(&line.get(Field::Site))?,
            words.number(line.activity())?,
            words.number(line.region())?,
            words.number(line.marks())?,
            words.number(line.category().key())?,
        ];
        push(&mut self.texts, texts)?;
        let figures = line.effects(&self.options)?;
        let amounts = [
            figures.scope_1.units(),
            figures.scope_2_location.units(),
            figures.scope_2_market.units(),
            figures.scope_3.units(),
            figures.biogenic.units(),
            figures.outside.units(),
            figures.offsets.units(),
        ];
        for (which, amount) in (0u8..).zip(amounts).filter(|(_, amount)| *amount != 0) {
            push(&mut self.figures, (at, which))?;
            push(&mut self.amounts, amount)?;
        }
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
        self.figures.shrink_to_fit();
        self.amounts.shrink_to_fit();
        self.words.numbers = HashMap::new();
        self
    }

    /// Masses, which is to say rows of their table.
    pub(crate) fn masses(&self) -> usize {
        self.units.len()
    }

    /// Lines, which is to say rows of their table.
    pub(crate) fn lines(&self) -> usize {
        self.rows.len()
    }

    /// Columns of the table of masses.
    pub(crate) fn mass_schema() -> SchemaRef {
        let mut fields = heads();
        fields.extend([text("account"), text("factor"), text("gas")]);
        fields.extend([field("kg", DataType::Decimal128(38, 12)), text("notes")]);
        Arc::new(Schema::new(fields))
    }

    /// Columns of the table of lines.
    pub(crate) fn line_schema() -> SchemaRef {
        let mut fields = heads();
        fields.extend(FIGURES.map(|(name, scale)| field(name, DataType::Decimal128(38, scale))));
        fields.extend([text("factors"), text("notes")]);
        Arc::new(Schema::new(fields))
    }

    /// Rows of the table of lines.
    pub(crate) fn line_batch(&self, start: usize, length: usize) -> Result<RecordBatch, ArrowError> {
        let end = start.saturating_add(length).min(self.rows.len());
        let of: Vec<usize> = (start..end).collect();
        let mut figures = FIGURES.map(|_| vec![0i128; of.len()]);
        let (from, until) = part(&self.figures, |(line, _)| index(*line), start..end);
        let entries = self.figures.get(from..until).into_iter().flatten();
        for ((line, which), amount) in entries.zip(self.amounts.get(from..until).into_iter().flatten()) {
            let place = index(*line).saturating_sub(start);
            if let Some(slot) = figures.get_mut(usize::from(*which)).and_then(|column| column.get_mut(place))
            {
                *slot = *amount;
            }
        }
        let legs = |at: usize| {
            let (from, until) = part(&self.line, |line| index(*line), at..at.saturating_add(1));
            self.legs.get(from..until).unwrap_or_default()
        };
        let factors = |at: &usize| {
            let mut names: Vec<&str> =
                legs(*at).iter().map(|[_, _, factor, _]| self.words.text(*factor)).collect();
            names.dedup();
            names.join(" ")
        };
        let mut columns = self.heads(&of, self.text(&of, 4));
        for ((_, scale), amounts) in FIGURES.into_iter().zip(figures) {
            columns.push(Arc::new(Decimal128Array::from(amounts).with_precision_and_scale(38, scale)?));
        }
        columns.push(Arc::new(StringArray::from_iter_values(of.iter().map(factors))));
        columns.push(Arc::new(self.text(&of, 3)));
        RecordBatch::try_new(Lines::line_schema(), columns)
    }

    /// Rows of the table of masses.
    pub(crate) fn mass_batch(&self, start: usize, length: usize) -> Result<RecordBatch, ArrowError> {
        let range = start..start.saturating_add(length);
        let of: Vec<usize> =
            self.line.get(range.clone()).unwrap_or_default().iter().map(|at| index(*at)).collect();
        let legs = self.legs.get(range.clone()).unwrap_or_default();
        let units = self.units.get(range).unwrap_or_default();
        let leg = |which: usize| {
            let number = |leg: &[u32; 4]| leg.get(which).copied().unwrap_or_default();
            StringArray::from_iter_values(legs.iter().map(|leg| self.words.text(number(leg))))
        };
        let mut columns = self.heads(&of, leg(0));
        columns.extend([1, 2, 3].map(|which| -> ArrayRef { Arc::new(leg(which)) }));
        let units = Decimal128Array::from_iter_values(units.iter().copied());
        columns.push(Arc::new(units.with_precision_and_scale(38, 12)?));
        columns.push(Arc::new(self.text(&of, 3)));
        RecordBatch::try_new(Lines::mass_schema(), columns)
    }

    /// The columns that both tables begin with, for these lines.
    fn heads(&self, of: &[usize], category: StringArray) -> Vec<ArrayRef> {
        let row = |at: &usize| self.rows.get(*at).copied().unwrap_or_default();
        let days = |at: &usize| self.days.get(*at).copied().unwrap_or_default();
        vec![
            Arc::new(UInt64Array::from_iter_values(of.iter().map(row))),
            Arc::new(StringArray::from_iter_values(of.iter().map(|at| self.id(*at)))),
            Arc::new(Date32Array::from_iter_values(of.iter().map(|at| days(at).0))),
            Arc::new(Date32Array::from_iter_values(of.iter().map(|at| days(at).1))),
            Arc::new(self.text(of, 0)),
            Arc::new(self.text(of, 1)),
            Arc::new(category),
            Arc::new(self.text(of, 2)),
        ]
    }

    /// One of the texts of lines.
    fn text(&self, of: &[usize], which: usize) -> StringArray {
        let number = |at: &usize| self.texts.get(*at).and_then(|texts| texts.get(which)).copied();
        StringArray::from_iter_values(of.iter().map(|at| self.words.text(number(at).unwrap_or_default())))
    }

    fn id(&self, at: usize) -> &str {
        let end = |at: Option<usize>| {
            let end = at.and_then(|at| self.id_ends.get(at)).copied().unwrap_or_default();
            usize::try_from(end).unwrap_or_default()
        };
        self.ids.get(end(at.checked_sub(1))..end(Some(at))).unwrap_or_default()
    }
}

fn field(name: &str, kind: DataType) -> ArrowField {
    ArrowField::new(name, kind, false)
}

fn text(name: &str) -> ArrowField {
    field(name, DataType::Utf8)
}

/// The columns that both tables begin with.
fn heads() -> Vec<ArrowField> {
    vec![
        field("row", DataType::UInt64),
        text("id"),
        field("start", DataType::Date32),
        field("end", DataType::Date32),
        text("site"),
        text("activity"),
        text("category"),
        text("region"),
    ]
}

/// Where the entries of some lines stand in a list that is in the order of lines.
fn part<T>(list: &[T], line: impl Fn(&T) -> usize, lines: core::ops::Range<usize>) -> (usize, usize) {
    (list.partition_point(|one| line(one) < lines.start), list.partition_point(|one| line(one) < lines.end))
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
