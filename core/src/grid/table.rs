//! Tables that people keep: headers become fields, cells become values, and each has its place.

use chrono::NaiveDate;

use super::{Cell, CellKind, Row, Sheet, book_sheet, clean, csv_sheet, decode, is_zip};
use crate::error::{Code, Error, Finding, Position};
use crate::factor::fold;
use crate::limits::Limits;
use crate::number::{Amount, NumberFormat};
use crate::period::{DateOrder, DateSystem, parse_day_or_span, parse_serial};
use crate::sheet::{Workbook, fifteen_digits};
use crate::told::RowsTold as Told;
use crate::wire::v1;

/// Rows among which the headers are looked for: forms have titles above them.
const HEADER_ROWS: usize = 50;

/// A column that a table may have.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Known {
    pub(crate) field: &'static str,
    pub(crate) needed: bool,
    /// Headers by which it is known, folded: lower case, one space between words.
    pub(crate) names: &'static [&'static str],
}

/// How numbers and days are written.
#[derive(Clone, Copy, Debug)]
struct Manner {
    numbers: NumberFormat,
    order: DateOrder,
    serial: DateSystem,
}

impl Manner {
    fn of(input: &v1::TableInput, serial: DateSystem) -> Result<Manner, Error> {
        let locale = input.locale.as_str();
        let (numbers, usual) = match locale {
            "" => (NumberFormat::Undeclared, DateOrder::Undeclared),
            _ => (
                NumberFormat::from_locale(locale).map_err(|error| error.at("/locale"))?,
                DateOrder::from_locale(locale).map_err(|error| error.at("/locale"))?,
            ),
        };
        let order = match input.date_order.as_str() {
            "" => usual,
            "dmy" => DateOrder::Dmy,
            "mdy" => DateOrder::Mdy,
            other => {
                return Err(Error::new(Code::UnknownValue, format!("date order `{other}` is not known"))
                    .with_help("use dmy or mdy")
                    .at("/date_order"));
            }
        };
        Ok(Manner { numbers, order, serial })
    }
}

/// Which column holds which field.
#[derive(Debug)]
struct Head {
    sheet: String,
    /// By the number of the known column.
    places: Vec<Option<usize>>,
    headers: Vec<String>,
    /// For each column that holds no known field what it is called: as declared, or its header, folded, with `_` between words.
    others: Vec<Option<String>>,
    known: &'static [Known],
}

/// A row below the headers.
pub(crate) struct Line<'a> {
    row: &'a Row<'a>,
    head: &'a Head,
    manner: Manner,
}

impl Line<'_> {
    /// The number of the row as a spreadsheet counts it.
    pub(crate) fn number_of_row(&self) -> u64 {
        self.row.number
    }

    fn place(&self, field: &str) -> Option<usize> {
        let at = self.head.known.iter().position(|known| known.field == field)?;
        self.head.places.get(at).copied().flatten()
    }

    /// The text of a field; empty if the table has no such column.
    pub(crate) fn text(&self, field: &str) -> &str {
        self.place(field).map_or("", |at| self.row.text(at))
    }

    /// Where a field stands.
    pub(crate) fn position(&self, field: &str) -> Position {
        self.position_at(self.place(field), field)
    }

    fn position_at(&self, place: Option<usize>, field: &str) -> Position {
        let header = place.and_then(|at| self.head.headers.get(at)).map_or("", |header| header);
        let cell = match (place, self.head.sheet.as_str()) {
            (Some(at), sheet) if !sheet.is_empty() => Sheet::cell(sheet, self.row.number, at, header),
            _ => String::new(),
        };
        Position::new(self.row.number, self.row.number, field).with_header(header).with_cell(cell)
    }

    /// Tells what is wrong with a field.
    pub(crate) fn refuse(&self, field: &str, error: &Error, told: &mut Told) {
        told.tell(Finding::from_error(error, self.position(field), self.text(field)));
    }

    /// The text of a field that must not be empty.
    pub(crate) fn needed(&self, field: &str, told: &mut Told) -> Option<&str> {
        let text = self.text(field);
        if text.is_empty() {
            self.refuse(field, &Error::new(Code::MissingValue, format!("`{field}` is empty")), told);
            return None;
        }
        Some(text)
    }

    fn cell(&self, field: &str) -> Option<&Cell<'_>> {
        self.place(field).and_then(|at| self.row.cells.get(at))
    }

    /// What stands under headers that are no known field: names and texts, a number as exact decimal, a day as `2026-11-21`. Blank
    /// cells say nothing; a number that reads in two ways is told and makes the row unsound.
    pub(crate) fn others(&self, told: &mut Told, sound: &mut bool) -> Vec<(&str, String)> {
        let mut found = Vec::new();
        for (at, name) in self.head.others.iter().enumerate() {
            let (Some(name), Some(cell)) = (name, self.row.cells.get(at)) else { continue };
            let text = clean(&cell.text);
            let read = match cell.kind {
                CellKind::NoValue => Err(Error::new(Code::MissingValue, "the formula has no stored result")),
                CellKind::Fault => {
                    Err(Error::new(Code::BadNumber, format!("the cell holds the error `{text}`")))
                }
                CellKind::Day => parse_serial(text, self.manner.serial).map(|span| span.start().to_string()),
                CellKind::Number => Amount::parse(&fifteen_digits(text)).map(|amount| amount.to_string()),
                CellKind::Text if text.is_empty() => continue,
                CellKind::Text => match self.manner.numbers.parse(text) {
                    Ok(amount) => Ok(amount.to_string()),
                    Err(error) if error.code() == Code::AmbiguousNumber => Err(error),
                    Err(_) => Ok(text.to_owned()),
                },
            };
            match read {
                Ok(value) => found.push((name.as_str(), value)),
                Err(error) => {
                    told.tell(Finding::from_error(&error, self.position_at(Some(at), name), text));
                    *sound = false;
                }
            }
        }
        found
    }

    /// The number of a field; `Ok(None)` where it is empty, an error where it was told.
    fn amount(&self, field: &str, told: &mut Told) -> Result<Option<Amount>, ()> {
        let Some(cell) = self.cell(field) else { return Ok(None) };
        let text = clean(&cell.text);
        let read = match cell.kind {
            CellKind::NoValue => Err(Error::new(Code::MissingValue, "the formula has no stored result")),
            CellKind::Number => Amount::parse(&fifteen_digits(text)).map(Some),
            CellKind::Day => Err(Error::new(Code::BadNumber, "the cell shows a day, not a number")),
            _ if text.is_empty() => Ok(None),
            _ => self.manner.numbers.parse(text).map(Some),
        };
        read.map_err(|error| self.refuse(field, &error, told))
    }

    /// The number of a field as exact text, empty where the cell is; a fault is told and makes the row unsound.
    pub(crate) fn amount_text(&self, field: &str, told: &mut Told, sound: &mut bool) -> String {
        match self.amount(field, told) {
            Ok(amount) => amount.map_or_else(String::new, |amount| amount.to_string()),
            Err(()) => {
                *sound = false;
                String::new()
            }
        }
    }

    /// The day of a field; as [`amount`](Line::amount).
    pub(crate) fn day(&self, field: &str, told: &mut Told) -> Result<Option<NaiveDate>, ()> {
        let Some(cell) = self.cell(field) else { return Ok(None) };
        let text = clean(&cell.text);
        let read = match cell.kind {
            CellKind::Number | CellKind::Day => parse_serial(text, self.manner.serial),
            _ if text.is_empty() => return Ok(None),
            _ => parse_day_or_span(text, self.manner.order, DateSystem::None),
        };
        match read {
            Ok(span) if span.start() == span.end() => Ok(Some(span.start())),
            Ok(_) => {
                self.refuse(field, &Error::new(Code::BadDate, "a single day is needed"), told);
                Err(())
            }
            Err(error) => {
                self.refuse(field, &error, told);
                Err(())
            }
        }
    }
}

/// Rows with their numbers, how many were left out, and what the headers were taken for.
pub(crate) type Taken<T> = (Vec<(u64, T)>, u64, Vec<v1::Column>);

/// What each row says; rows with a fault are told and left out.
///
/// # Errors
/// As [`rows_of`].
pub(crate) fn taken<T>(
    input: &v1::TableInput,
    known: &'static [Known],
    limits: &Limits,
    told: &mut Told,
    row: impl Fn(&Line<'_>, &mut Told) -> Option<T>,
) -> Result<Taken<T>, Error> {
    let (mut found, mut excluded) = (Vec::new(), 0_u64);
    let columns = rows_of(input, known, limits, &mut |line| match row(line, told) {
        Some(said) => found.push((line.number_of_row(), said)),
        None => excluded = excluded.saturating_add(1),
    })?;
    Ok((found, excluded, columns))
}

/// Hands every row below the headers to `take`; blank rows are passed over.
///
/// A workbook is read at the named sheet, or at the first that has all needed headers.
///
/// # Errors
/// `BAD_REQUEST` unless the table is text or base64, `UNKNOWN_VALUE` for a declaration that is not known, `MISSING_COLUMN`,
/// `DUPLICATE_COLUMN`, `EMPTY_FILE`, `LIMIT_EXCEEDED` and those of reading the file.
fn rows_of(
    input: &v1::TableInput,
    known: &'static [Known],
    limits: &Limits,
    take: &mut dyn FnMut(&Line<'_>),
) -> Result<Vec<v1::Column>, Error> {
    let bytes = v1::file_bytes(input.text.as_ref(), input.base64.as_ref())?;
    if !is_zip(&bytes) {
        let text = decode(&bytes, None, false)?;
        return read(csv_sheet(&text), input, known, Manner::of(input, DateSystem::None)?, limits, take)?
            .map_err(|missing| missing.error());
    }
    let book = Workbook::open(bytes.into_owned(), limits)?;
    let manner = Manner::of(input, book.date_system())?;
    let mut best: Option<Missing> = None;
    let mut any = false;
    for (at, info) in book.sheets().iter().enumerate() {
        if !input.sheet.is_empty() && *info.name != *input.sheet {
            continue;
        }
        any = true;
        match read(book_sheet(&book, at)?, input, known, manner, limits, take)? {
            Ok(columns) => return Ok(columns),
            Err(missing) => {
                let fewer = best.as_ref().is_none_or(|best| missing.fields.len() < best.fields.len());
                best = if fewer { Some(missing) } else { best };
            }
        }
    }
    match best {
        Some(missing) => Err(missing.error()),
        None if any => Err(Error::new(Code::EmptyFile, "the workbook has no sheet with a table")),
        None => Err(Error::new(Code::UnknownValue, format!("there is no sheet `{}`", input.sheet))
            .with_help("name a sheet of the workbook as its tab shows it")
            .at("/sheet")),
    }
}

/// Headers that no row has.
struct Missing {
    fields: Vec<&'static str>,
}

impl Missing {
    fn error(&self) -> Error {
        let names = self.fields.join("`, `");
        Error::new(Code::MissingColumn, format!("no row of headers has the columns `{names}`")).with_help(
            "name the columns as the documentation lists them, or declare in `columns` which header holds which field",
        )
    }
}

/// The fields that a row of headers names, and which needed ones it lacks.
fn fields(
    row: &Row<'_>,
    input: &v1::TableInput,
    known: &[Known],
) -> Result<(Vec<Option<usize>>, Missing), Error> {
    let mut places: Vec<Option<usize>> = vec![None; known.len()];
    let mut twice = None;
    for (at, cell) in row.cells.iter().enumerate() {
        let header = clean(&cell.text);
        if header.is_empty() {
            continue;
        }
        let folded = fold(header);
        let declared = input.columns.iter().find(|column| column.header == header);
        let found = known.iter().position(|known| match declared {
            Some(column) => column.field == known.field,
            // A unit behind the name, as in `Trị giá (USD)`, does not change what the column holds.
            None => [folded.as_str(), folded.split('(').next().unwrap_or_default().trim()]
                .into_iter()
                .any(|name| known.field == name.replace(' ', "_") || known.names.contains(&name)),
        });
        if let Some(place) = found.and_then(|found| places.get_mut(found)) {
            twice = twice.or(place.and(found));
            *place = place.or(Some(at));
        }
    }
    let lacking = known.iter().zip(&places).filter(|(known, place)| known.needed && place.is_none());
    let missing = Missing { fields: lacking.map(|(known, _)| known.field).collect() };
    if let Some(known) = twice.and_then(|at| known.get(at)).filter(|_| missing.fields.is_empty()) {
        return Err(Error::new(Code::DuplicateColumn, format!("two columns hold `{}`", known.field)));
    }
    Ok((places, missing))
}

fn read(
    sheet: Sheet<'_>,
    input: &v1::TableInput,
    known: &'static [Known],
    manner: Manner,
    limits: &Limits,
    take: &mut dyn FnMut(&Line<'_>),
) -> Result<Result<Vec<v1::Column>, Missing>, Error> {
    let mut head: Option<Head> = None;
    let needed = known.iter().filter(|known| known.needed).map(|known| known.field);
    let mut best = Missing { fields: needed.collect() };
    let (mut seen, mut count) = (0_usize, 0_u32);
    for row in sheet.rows {
        let row = row?;
        if row.is_blank() {
            continue;
        }
        if let Some(head) = &head {
            count = count.saturating_add(1);
            if count > limits.sheet_rows {
                let message = format!("more than {} rows", limits.sheet_rows);
                return Err(Error::new(Code::LimitExceeded, message));
            }
            take(&Line { row: &row, head, manner });
            continue;
        }
        let (places, missing) = fields(&row, input, known)?;
        if missing.fields.is_empty() {
            let headers: Vec<String> = row.cells.iter().map(|cell| clean(&cell.text).to_owned()).collect();
            let others = headers.iter().enumerate().map(|(at, header)| {
                let other = !header.is_empty() && !places.contains(&Some(at));
                other.then(|| match input.columns.iter().find(|column| column.header == *header) {
                    Some(declared) => declared.field.clone(),
                    None => fold(header).replace(' ', "_"),
                })
            });
            let others = others.collect();
            head = Some(Head { sheet: sheet.name.clone(), places, headers, others, known });
            continue;
        }
        best = if missing.fields.len() < best.fields.len() { missing } else { best };
        seen = seen.saturating_add(1);
        if seen >= HEADER_ROWS {
            break;
        }
    }
    let Some(head) = head else { return Ok(Err(best)) };
    let columns = head.headers.iter().enumerate().filter(|(_, header)| !header.is_empty());
    Ok(Ok(columns
        .map(|(at, header)| {
            let field = head.places.iter().position(|place| *place == Some(at));
            let field = field.and_then(|at| known.get(at)).map_or("", |known| known.field);
            v1::Column { header: header.clone(), field: field.into() }
        })
        .collect()))
}

#[cfg(test)]
mod tests {
    use super::{Code, Error, Known, Limits, Told, rows_of};
    use crate::number::Amount;
    use crate::wire::v1;

    const KNOWN: &[Known] = &[
        Known { field: "material", needed: true, names: &["nguyên liệu"] },
        Known { field: "value", needed: true, names: &["trị giá"] },
        Known { field: "date", needed: false, names: &["ngày"] },
    ];

    type Cell = Result<Option<String>, ()>;
    type Row = (String, Cell, Cell);

    fn values(text: &str, locale: &str) -> Result<(Vec<Row>, Vec<v1::Finding>), Error> {
        let limits = Limits::default();
        let input = v1::TableInput { text: Some(text.into()), locale: locale.into(), ..Default::default() };
        let (mut told, mut found) = (Told::new(&limits), Vec::new());
        rows_of(&input, KNOWN, &limits, &mut |line| {
            let value = line.amount("value", &mut told);
            let day = line.day("date", &mut told);
            let day = day.map(|day| day.map(|day| day.to_string()));
            found.push((
                line.text("material").to_owned(),
                value.map(|value| value.map(|value| value.to_string())),
                day,
            ));
        })?;
        Ok((found, told.list()))
    }

    #[test]
    fn titles_stand_above_headers_and_numbers_are_read_as_declared() {
        let text = "BẢNG KÊ;;\n;;\nNguyên liệu;Trị giá;Ngày\nThép;1.234,5;03/04/2026\n\nKẽm;x;\n";
        let (found, told) = values(text, "vi-VN").unwrap();
        let some = |text: &str| Ok(Some(text.to_owned()));
        let want = [("Thép".into(), some("1234.5"), some("2026-04-03")), ("Kẽm".into(), Err(()), Ok(None))];
        assert_eq!(found, want);
        assert_eq!((told.len(), told[0].row, &*told[0].header), (1, 6, "Trị giá"));
    }

    #[test]
    fn a_table_without_its_headers_is_refused_and_says_which() {
        let error = values("material,price\nsteel,3\n", "").unwrap_err();
        assert_eq!((error.code(), error.message().contains("`value`")), (Code::MissingColumn, true));
        let error = values("material,value,trị giá\nsteel,3,4\n", "").unwrap_err();
        assert_eq!(error.code(), Code::DuplicateColumn);
        assert_eq!(
            values("material,value\nsteel,1.234\n", "").unwrap().1[0].code,
            Code::AmbiguousNumber.as_str()
        );
    }

    #[test]
    fn a_workbook_is_read_at_the_sheet_that_has_the_headers() {
        let bytes = crate::sheet::made::workbook(
            "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>material</t></is></c><c r=\"B2\" t=\"inlineStr\"><is><t>value</t></is></c></row>\
             <row r=\"3\"><c r=\"A3\" t=\"inlineStr\"><is><t>steel</t></is></c><c r=\"B3\"><v>0.1</v></c></row>",
        );
        use base64::Engine as _;
        let base64 = Some(base64::engine::general_purpose::STANDARD.encode(bytes));
        let input = v1::TableInput { base64, ..Default::default() };
        let limits = Limits::default();
        let (mut told, mut found) = (Told::new(&limits), Vec::new());
        rows_of(&input, KNOWN, &limits, &mut |line| {
            found.push((line.number_of_row(), line.amount("value", &mut told), line.position("value").cell));
        })
        .unwrap();
        assert_eq!((found[0].0, found[0].1), (3, Ok(Some(Amount::parse("0.1").unwrap()))));
        assert!(found[0].2.ends_with("B3"), "{:?}", found[0].2);
    }
}
