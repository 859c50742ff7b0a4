//! Processes and flows from tables: identifiers become numbers, amounts come into the unit of the supplier.

use std::collections::BTreeMap;
use std::io::Read;

use super::graph::Graph;
use super::places::Places;
use super::table::{Lists, Place, Rows, Text};
use crate::error::{Code, Error, Finding, Position, Severity};
use crate::limits::Limits;
use crate::number::{Amount, NumberFormat, Ratio};
use crate::told::RowsTold;
use crate::unit::Unit;
use crate::wire::v1;

/// A table as it comes.
#[expect(missing_debug_implementations, reason = "a stream has nothing to show")]
pub enum Table<'a> {
    /// CSV as a stream of bytes.
    Stream(Box<dyn Read + 'a>),
    /// Columns as lists.
    Columns(&'a [v1::SupplyColumn]),
}

impl<'a> Table<'a> {
    /// A table of a request.
    ///
    /// # Errors
    /// `BAD_REQUEST` unless it is either text or columns.
    pub fn of(table: &'a v1::SupplyTable) -> Result<Table<'a>, Error> {
        match (&table.text, &table.columns) {
            (Some(text), None) => Ok(Table::Stream(Box::new(text.as_bytes()))),
            (None, Some(columns)) => Ok(Table::Columns(columns)),
            _ => Err(Error::new(Code::BadRequest, "a table is either text or columns")
                .with_help("give `text`, CSV with a header, or `columns`, lists with names")),
        }
    }
}

/// Own emissions by process.
#[derive(Clone, Debug, Default)]
pub struct OwnColumn {
    /// The header.
    pub name: String,
    /// Emissions of one unit of output, by the number of the process.
    pub values: Vec<Amount>,
}

/// What was read of one table.
#[derive(Debug)]
pub(super) struct Sheet {
    pub(super) name: &'static str,
    pub(super) rows: u64,
    pub(super) excluded: u64,
    pub(super) columns: Vec<v1::Column>,
    pub(super) told: RowsTold,
    /// Where processes or flows stand.
    pub(super) places: Places,
}

/// Both tables.
#[derive(Debug)]
pub struct Input {
    /// The processes and flows that could be read.
    pub graph: Graph,
    /// Columns of own emissions.
    pub own: Vec<OwnColumn>,
    /// Units of the processes by number; empty if the table has none.
    pub units: Vec<Box<str>>,
    pub(super) processes: Sheet,
    pub(super) flows: Sheet,
}

/// Names by which a column is known.
type Known = (&'static str, &'static [&'static str]);

const PROCESSES: [Known; 2] = [
    ("process", &["process", "id", "product", "good", "quy trình", "mã quy trình", "công đoạn", "sản phẩm"]),
    ("unit", &["unit", "uom", "đơn vị", "đơn vị tính", "đvt"]),
];

const FLOWS: [Known; 4] = [
    ("consumer", &["consumer", "user", "bên dùng", "bên sử dụng", "quy trình sử dụng"]),
    ("supplier", &["supplier", "input", "bên cấp", "bên cung cấp", "nguồn cung"]),
    ("amount", &["amount", "quantity", "lượng", "số lượng", "định mức"]),
    ("unit", &["unit", "uom", "đơn vị", "đơn vị tính", "đvt"]),
];

/// How tables are written, checked.
#[derive(Debug)]
struct Manner<'a> {
    format: NumberFormat,
    delimiter: Option<u8>,
    reading: &'a v1::SupplyReading,
    limits: &'a Limits,
}

/// Reads both tables. All that is wrong with rows is kept for the answer; a process that it touches gets no figure.
///
/// # Errors
/// `UNKNOWN_VALUE` for a choice that is not known, `IO`, `LIMIT_EXCEEDED`, and what is wrong with a header: `EMPTY_FILE`,
/// `MISSING_COLUMN`, `DUPLICATE_COLUMN`.
///
/// # Example
/// ```
/// use emitrace::limits::Limits;
/// use emitrace::supply::{Table, read};
/// use emitrace::wire::v1::SupplyReading;
///
/// let stream = |text: &'static str| Table::Stream(Box::new(text.as_bytes()));
/// let processes = stream("process,unit,own_kg_co2e\nore,kg,0.05\nsteel,kg,1.8\n");
/// let flows = stream("consumer,supplier,amount,unit\nsteel,ore,1600,g\n");
/// let input = read(processes, flows, &SupplyReading::default(), &Limits::default())?;
/// assert_eq!((input.graph.processes(), input.graph.flows()), (2, 1));
/// assert_eq!((&*input.own[0].name, input.own[0].values[1].to_string()), ("own_kg_co2e", "1.8".into()));
/// # Ok::<(), emitrace::Error>(())
/// ```
pub fn read(
    processes: Table<'_>,
    flows: Table<'_>,
    reading: &v1::SupplyReading,
    limits: &Limits,
) -> Result<Input, Error> {
    let format = match reading.locale.as_deref() {
        // Amounts come with a decimal point unless something else is declared.
        None | Some("") => NumberFormat::Point,
        Some(locale) => NumberFormat::from_locale(locale).map_err(|error| error.at("/reading/locale"))?,
    };
    let delimiter = match reading.delimiter.as_deref().map(str::as_bytes) {
        None | Some([]) => None,
        Some(b"\\t" | b"tab") => Some(b'\t'),
        Some([mark]) => Some(*mark),
        Some(_) => {
            return Err(Error::new(Code::UnknownValue, "the delimiter is not one character")
                .with_help("use `,`, `;` or a tab")
                .at("/reading/delimiter"));
        }
    };
    let manner = Manner { format, delimiter, reading, limits };
    let findings = reading.findings.map_or(limits.findings, super::at);
    let told = Limits { findings, ..limits.clone() };
    let mut input = Input {
        graph: Graph::new().with_limits(limits.clone()),
        own: Vec::new(),
        units: Vec::new(),
        processes: Sheet::new("processes", &told),
        flows: Sheet::new("flows", &told),
    };
    manner.open(processes, "/processes/columns", |rows| input.read_processes(rows, &manner))?;
    manner.open(flows, "/flows/columns", |rows| input.read_flows(rows, &manner))?;
    Ok(input)
}

impl Manner<'_> {
    fn open(
        &self,
        table: Table<'_>,
        path: &str,
        work: impl FnOnce(&mut dyn Rows) -> Result<(), Error>,
    ) -> Result<(), Error> {
        let name = path.trim_start_matches('/').split('/').next().unwrap_or_default().to_owned();
        let placed =
            |error: Error| if error.path().is_empty() { error.at(format!("/{name}")) } else { error };
        match table {
            Table::Stream(stream) => {
                let mut text = Text::open(stream, self.delimiter, self.limits).map_err(placed)?;
                work(&mut text).map_err(placed)
            }
            Table::Columns(columns) => {
                let lists = columns.iter().map(|column| (&*column.name, &*column.values));
                work(&mut Lists::new(lists, path)?).map_err(placed)
            }
        }
    }

    /// Which column holds what: by declared headers, then by known ones.
    fn columns(
        &self,
        header: &[String],
        known: &[Known],
    ) -> Result<(Vec<v1::Column>, Vec<Option<usize>>), Error> {
        let mut fields: Vec<&str> = Vec::new();
        for header in header {
            let plain = header.trim().to_lowercase();
            let declared = self.reading.columns.iter().find(|column| column.header == *header);
            let field = match declared {
                Some(column) => known.iter().find(|(name, _)| *name == column.field),
                None => known.iter().find(|(_, names)| names.contains(&plain.as_str())),
            };
            fields.push(field.map_or("", |(name, _)| *name));
        }
        let mut places = Vec::new();
        for (name, _) in known {
            let mut found = fields.iter().enumerate().filter(|(_, field)| *field == name).map(|(at, _)| at);
            let place = found.next();
            if found.next().is_some() {
                let message = format!("two columns hold `{name}`");
                return Err(Error::new(Code::DuplicateColumn, message));
            }
            if place.is_none() && *name != "unit" {
                let message = format!("no column holds `{name}`");
                return Err(Error::new(Code::MissingColumn, message).with_help(format!(
                    "name the column `{name}`, or declare which header holds it in `columns` of the reading"
                )));
            }
            places.push(place);
        }
        let columns = header.iter().zip(fields);
        let columns =
            columns.map(|(header, field)| v1::Column { header: header.clone(), field: field.into() });
        Ok((columns.collect(), places))
    }

    /// The columns of own emissions.
    fn own(&self, header: &[String]) -> Result<Vec<usize>, Error> {
        if self.reading.own.is_empty() {
            let own =
                header.iter().enumerate().filter(|(_, header)| header.to_lowercase().starts_with("own_"));
            return Ok(own.map(|(at, _)| at).collect());
        }
        let find = |wanted: &String| {
            header.iter().position(|header| header == wanted).ok_or_else(|| {
                Error::new(Code::MissingColumn, format!("there is no column `{wanted}`"))
                    .with_help("name a column of the table of processes that holds own emissions")
            })
        };
        self.reading.own.iter().map(find).collect()
    }
}

impl Sheet {
    fn new(name: &'static str, limits: &Limits) -> Sheet {
        let (told, places) = (RowsTold::new(limits), Places::default());
        Sheet { name, rows: 0, excluded: 0, columns: Vec::new(), told, places }
    }

    /// Moves to the next row; false for one that cannot be read, which is told, `None` at the end.
    fn next(&mut self, rows: &mut dyn Rows) -> Result<Option<bool>, Error> {
        if rows.broken() {
            return Ok(None);
        }
        match rows.next() {
            Ok(false) => return Ok(None),
            Ok(true) => {}
            Err(error) if error.code() == Code::Io => return Err(error),
            Err(error) => {
                self.rows = self.rows.saturating_add(1);
                self.exclude(rows, None, &error);
                return Ok(Some(false));
            }
        }
        self.rows = self.rows.saturating_add(1);
        Ok(Some(true))
    }

    fn exclude(&mut self, rows: &dyn Rows, column: Option<usize>, error: &Error) {
        self.excluded = self.excluded.saturating_add(1);
        self.say(Severity::Error, rows, column, error);
    }

    fn say(&mut self, severity: Severity, rows: &dyn Rows, column: Option<usize>, error: &Error) {
        let value = column.and_then(|column| rows.cell(column).ok()).unwrap_or_default();
        let position = self.position(rows.place(), column, &|column, row| rows.address(column, row));
        self.told.tell(Finding { severity, ..Finding::from_error(error, position, value) });
    }

    fn position(
        &self,
        place: Place,
        column: Option<usize>,
        address: &dyn Fn(usize, u64) -> String,
    ) -> Position {
        let known = column.and_then(|at| self.columns.get(at));
        let field =
            known.map_or("", |column| if column.field.is_empty() { &column.header } else { &column.field });
        let position = Position::new(place.row, place.line, field);
        let position = position.with_header(known.map_or("", |column| &*column.header));
        position.with_cell(column.map(|column| address(column, place.row)).unwrap_or_default())
    }

    /// Says something about a process or flow by its number.
    pub(super) fn tell(&mut self, severity: Severity, number: u32, field: &str, error: &Error) {
        let column = self.columns.iter().position(|column| column.field == field || column.header == field);
        let position = self.position(self.places.get(number), column, &|_, _| String::new());
        self.told.tell(Finding { severity, ..Finding::from_error(error, position, "") });
    }
}

impl Input {
    fn read_processes(&mut self, rows: &mut dyn Rows, manner: &Manner<'_>) -> Result<(), Error> {
        let (columns, places) = manner.columns(rows.header(), &PROCESSES)?;
        let own = manner.own(rows.header())?;
        self.processes.columns = columns;
        for &column in &own {
            if let Some(column) = self.processes.columns.get_mut(column) {
                column.field = "own".into();
                self.own.push(OwnColumn { name: column.header.clone(), values: Vec::new() });
            }
        }
        let (id, unit) = (places.first().copied().flatten(), places.get(1).copied().flatten());
        let Some(id) = id else { return Ok(()) };
        while let Some(read) = self.processes.next(rows)? {
            if !read {
                continue;
            }
            let added = rows.cell(id).and_then(|text| self.graph.add_process(text));
            let process = match added {
                Ok(process) => process,
                Err(error) if error.code() == Code::LimitExceeded => return Err(error),
                Err(error) => {
                    self.processes.exclude(rows, Some(id), &error);
                    // Of two rows for one process it cannot be said which one holds.
                    let first = rows.cell(id).ok().and_then(|text| self.graph.process(text));
                    first.into_iter().for_each(|first| self.graph.spoil(first));
                    continue;
                }
            };
            self.processes.places.push(rows.place());
            if let Some(unit) = unit {
                self.units.push(rows.cell(unit).unwrap_or_default().into());
            }
            let mut good = true;
            for (&column, into) in own.iter().zip(&mut self.own) {
                let value = rows.cell(column).and_then(|text| manner.format.parse(text));
                into.values.push(value.as_ref().copied().unwrap_or(Amount::ZERO));
                if let Err(error) = value {
                    self.processes.say(Severity::Error, rows, Some(column), &error);
                    good = false;
                }
            }
            if !good {
                self.graph.spoil(process);
            }
        }
        Ok(())
    }

    fn read_flows(&mut self, rows: &mut dyn Rows, manner: &Manner<'_>) -> Result<(), Error> {
        let (columns, places) = manner.columns(rows.header(), &FLOWS)?;
        self.flows.columns = columns;
        let &[Some(consumer), Some(supplier), Some(amount), unit] = places.as_slice() else { return Ok(()) };
        let (mut scales, mut last) = (Scales::default(), (String::new(), 0));
        while let Some(read) = self.flows.next(rows)? {
            if !read {
                let consumer = rows.cell(consumer).ok().and_then(|id| self.graph.process(id));
                consumer.into_iter().for_each(|consumer| self.graph.spoil(consumer));
                continue;
            }
            let known = |id: &str| self.graph.process(id).ok_or_else(|| unknown(id));
            let from = rows.cell(supplier).and_then(known);
            // Flows of one consumer mostly stand together.
            let same = |id: &str| !id.is_empty() && id == last.0;
            let to = rows.cell(consumer).and_then(|id| if same(id) { Ok(last.1) } else { known(id) });
            if let (Ok(to), Ok(id)) = (&to, rows.cell(consumer))
                && !same(id)
            {
                last = (id.to_owned(), *to);
            }
            let mut value = rows.cell(amount).and_then(|text| manner.format.parse(text));
            let mut scaled = Ok(());
            if let (Some(unit), Ok(from), Ok(read)) = (unit, &from, &value) {
                let own = self.units.get(super::at(*from)).map_or("", |unit| unit);
                match rows.cell(unit).and_then(|text| scales.convert(*read, text, own)) {
                    Ok(converted) => value = Ok(converted),
                    Err(error) => scaled = Err(error),
                }
            }
            match (&to, &from, &value, &scaled) {
                (Ok(to), Ok(from), Ok(value), Ok(())) => {
                    self.graph.add_flow(*to, *from, *value)?;
                    self.flows.places.push(rows.place());
                }
                _ => {
                    self.flows.excluded = self.flows.excluded.saturating_add(1);
                    let faults = [
                        (Some(consumer), to.as_ref().err()),
                        (Some(supplier), from.as_ref().err()),
                        (Some(amount), value.as_ref().err()),
                        (unit, scaled.as_ref().err()),
                    ];
                    for (column, error) in faults {
                        if let Some(error) = error {
                            self.flows.say(Severity::Error, rows, column, error);
                        }
                    }
                    to.into_iter().for_each(|to| self.graph.spoil(to));
                }
            }
        }
        Ok(())
    }
}

fn unknown(id: &str) -> Error {
    let error = if id.is_empty() {
        Error::new(Code::MissingValue, "the flow does not name the process")
    } else {
        Error::new(Code::UnknownReference, format!("there is no process `{id}`"))
    };
    error.with_help("name a process of the table of processes, spelled as it is there")
}

/// Units of flows in units of their suppliers; each pair is looked up once.
#[derive(Debug, Default)]
struct Scales(BTreeMap<(Box<str>, Box<str>), Result<Ratio, Error>>);

impl Scales {
    fn convert(&mut self, amount: Amount, unit: &str, supplier: &str) -> Result<Amount, Error> {
        if unit.is_empty() || unit == supplier {
            return Ok(amount);
        }
        if supplier.is_empty() {
            return Err(Error::new(
                Code::MissingValue,
                format!("the flow is in `{unit}`, its supplier has no unit"),
            )
            .with_help("fill the column `unit` of the supplier in the table of processes"));
        }
        let key = (Box::from(unit), Box::from(supplier));
        let ratio = self.0.entry(key).or_insert_with(|| Unit::parse(unit)?.ratio_to(&Unit::parse(supplier)?));
        let value = Ratio::from(amount).try_mul(ratio.clone()?)?;
        value.to_amount().ok_or_else(|| {
            Error::new(Code::PrecisionExceeded, format!("`{unit}` is no finite decimal of `{supplier}`"))
                .with_help("give the amount in the unit of the supplier, with the digits that were measured")
        })
    }
}
