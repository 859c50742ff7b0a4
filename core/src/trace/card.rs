//! Stock cards and goods notes as files, and events beside them: where the header stands, which column holds what, row by row.

use core::str::Utf8Error;
use std::borrow::Cow;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;

use super::events::{self, Places, Source};
use super::field::{Field, Said, adds_up, day_in_words, is_lettered, plain, said};
use super::intake::{Held, Intake, Manner, Row};
use super::merged::{Above, Merged};
use super::record::Evidence;
use crate::error::{Code, Error, Severity};
use crate::grid::{self, CellKind, Sheet};
use crate::limits::Limits;
use crate::number::NumberFormat;
use crate::period::{DateOrder, DateSystem};
use crate::sheet::Workbook;
use crate::wire::v1;

/// Rows among which the header is looked for.
const HEAD: usize = 40;
/// What a form may say above its table of all its lines; a card, whose lines have their days, says the first three.
const ABOVE: [Field; 10] = [
    Field::Store,
    Field::Item,
    Field::Unit,
    Field::Date,
    Field::Kind,
    Field::Document,
    Field::Run,
    Field::Supplier,
    Field::Customer,
    Field::Country,
];

/// What was read: movements, how each file was read, and where events stand.
pub(super) struct Read {
    pub(super) intake: Intake,
    pub(super) tables: Vec<v1::TraceTable>,
    pub(super) places: Vec<(u32, Places)>,
}

/// Reads all cards and records of a request.
///
/// # Errors
/// What is wrong with the request as a whole, `LIMIT_EXCEEDED`; what is wrong with rows is told.
pub(super) fn read(request: &v1::TraceRequest, limits: &Limits) -> Result<Read, Error> {
    let reading = &request.reading;
    let locale = reading.locale.as_deref().filter(|locale| !locale.is_empty());
    let at_locale = |error: Error| error.at("/reading/locale");
    let format = locale.map_or(Ok(NumberFormat::Undeclared), NumberFormat::from_locale).map_err(at_locale)?;
    let order = match reading.date_order.as_deref() {
        Some("dmy") => DateOrder::Dmy,
        Some("mdy") => DateOrder::Mdy,
        None | Some("") => {
            locale.map_or(Ok(DateOrder::Undeclared), DateOrder::from_locale).map_err(at_locale)?
        }
        Some(other) => {
            return Err(Error::new(Code::UnknownValue, format!("date order `{other}` is not known"))
                .with_help("use dmy or mdy")
                .at("/reading/date_order"));
        }
    };
    let manner = Manner { format, order, system: DateSystem::None };
    let mut intake = Intake::new(request, limits)?;
    let (mut tables, mut sources) = (Vec::new(), Vec::new());
    for (number, card) in request.cards.iter().enumerate() {
        let path = format!("/cards/{number}");
        let bytes = match (&card.text, &card.base64) {
            (Some(text), None) => Cow::Borrowed(text.as_bytes()),
            (None, Some(text)) => Cow::Owned(BASE64.decode(text).map_err(|_| {
                Error::new(Code::BadRequest, "the file is not base64").at(format!("{path}/base64"))
            })?),
            _ => {
                return Err(Error::new(Code::BadRequest, "a card is either text or base64")
                    .with_help("give `text`, CSV with a header, or `base64`, a workbook")
                    .at(path));
            }
        };
        let limit = u64::try_from(bytes.len()).unwrap_or(u64::MAX) > limits.bytes;
        if limit || (grid::is_zip(&bytes) && bytes.len() > limits.workbook_bytes) {
            return Err(Error::new(Code::LimitExceeded, "the file is larger than is read").at(path));
        }
        if events::holds_events(&bytes) {
            if !(card.store.is_empty() && card.item.is_empty() && card.unit.is_empty()) {
                return Err(super::same::not_for_events(&path));
            }
            let file = intake.file(card.name.clone());
            match text_of(bytes) {
                Ok(text) => sources.push(Source { file, name: &card.name, text }),
                Err(error) => {
                    let message = format!("the file is not UTF-8 behind byte {}", error.valid_up_to());
                    intake.tell(Severity::Error, &Error::new(Code::BadJson, message), (file, 0), "");
                    intake.excluded = intake.excluded.saturating_add(1);
                }
            }
            continue;
        }
        let mut reader = Reader { intake: &mut intake, tables: &mut tables, card, request, manner };
        reader.file(bytes.into_owned(), limits)?;
    }
    let file = intake.file(String::new());
    let manner = Manner { format: NumberFormat::Point, ..manner };
    for (row, record) in (1u32..).zip(&request.records) {
        intake.row(&row_of(record), Evidence { file, row }, manner)?;
    }
    let places = match sources.is_empty() {
        true => Vec::new(),
        false => events::read(&sources, &mut intake, &mut tables, limits)?,
    };
    Ok(Read { intake, tables, places })
}

/// The text of bytes, copied only if it was.
fn text_of(bytes: Cow<'_, [u8]>) -> Result<Cow<'_, str>, Utf8Error> {
    match bytes {
        Cow::Borrowed(bytes) => core::str::from_utf8(bytes).map(Cow::Borrowed),
        Cow::Owned(bytes) => String::from_utf8(bytes).map(Cow::Owned).map_err(|error| error.utf8_error()),
    }
}

impl Intake {
    pub(super) fn file(&mut self, name: String) -> u32 {
        self.files.push(name);
        u32::try_from(self.files.len()).unwrap_or(u32::MAX).saturating_sub(1)
    }
}

fn row_of(record: &v1::TraceRecord) -> Row {
    let mut row = Row::default();
    for (field, text) in [
        (Field::Id, &record.id),
        (Field::Kind, &record.kind),
        (Field::Date, &record.date),
        (Field::Store, &record.store),
        (Field::ToStore, &record.to_store),
        (Field::Item, &record.item),
        (Field::Lot, &record.lot),
        (Field::ToLot, &record.to_lot),
        (Field::Quantity, &record.quantity),
        (Field::Unit, &record.unit),
        (Field::Run, &record.run),
        (Field::Process, &record.process),
        (Field::Party, &record.party),
        (Field::Country, &record.country),
        (Field::Heat, &record.heat),
        (Field::Plot, &record.plot),
        (Field::Document, &record.document),
        (Field::Carbon, &record.carbon_kg_co2e),
    ] {
        row.set(field, text, Held::Text);
    }
    row
}

/// A column: where, its header, and the field that it holds.
type Place = (usize, String, Option<Field>);

struct Reader<'r> {
    intake: &'r mut Intake,
    tables: &'r mut Vec<v1::TraceTable>,
    card: &'r v1::TraceCard,
    request: &'r v1::TraceRequest,
    manner: Manner,
}

impl Reader<'_> {
    fn file(&mut self, bytes: Vec<u8>, limits: &Limits) -> Result<(), Error> {
        let file = self.intake.file(self.card.name.clone());
        let done =
            if grid::is_zip(&bytes) { self.book(bytes, file, limits) } else { self.text(&bytes, file) };
        match done {
            Err(error) if error.code() == Code::LimitExceeded => Err(error),
            Err(error) => {
                self.intake.tell(Severity::Error, &error, (file, 0), "");
                self.intake.excluded = self.intake.excluded.saturating_add(1);
                Ok(())
            }
            done => done,
        }
    }

    fn text(&mut self, bytes: &[u8], file: u32) -> Result<(), Error> {
        let encoding = self.request.reading.encoding.as_deref().filter(|encoding| !encoding.is_empty());
        let text = grid::decode(bytes, encoding, false)?;
        if self.sheet(grid::csv_sheet(&text), Merged::default(), file, self.manner)? {
            return Ok(());
        }
        Err(no_header())
    }

    fn book(&mut self, bytes: Vec<u8>, file: u32, limits: &Limits) -> Result<(), Error> {
        let book = Workbook::open(bytes, limits)?;
        let manner = Manner { system: book.date_system(), ..self.manner };
        let mut found = false;
        for (at, info) in book.sheets().iter().enumerate() {
            let wanted =
                if self.card.sheet.is_empty() { !info.hidden } else { *info.name == *self.card.sheet };
            if wanted {
                found |= self.sheet(grid::book_sheet(&book, at)?, Merged::of(&book, at)?, file, manner)?;
            }
        }
        if found { Ok(()) } else { Err(no_header()) }
    }

    /// Reads a sheet; false if it holds no movements.
    fn sheet(
        &mut self,
        sheet: Sheet<'_>,
        mut merged: Merged,
        file: u32,
        manner: Manner,
    ) -> Result<bool, Error> {
        let name = sheet.name.clone();
        let mut rows = sheet.rows;
        // What stands above the header: `Tên hàng: …`, `ĐVT: kg`, `Kho: …`.
        let mut above = Row::default();
        let mut header: Option<(Vec<Place>, bool)> = None;
        for _ in 0..HEAD {
            let Some(row) = rows.next() else { break };
            let row = row?;
            let texts: Vec<&str> = (0..row.cells.len()).map(|column| row.text(column)).collect();
            let places = self.places(&texts);
            if is_header(&places, !above.get(Field::Date).is_empty()) {
                let wide = texts.iter().any(|text| Field::of(text) == Some(Field::Quantity))
                    || !has(&places, Field::Kind);
                header = Some((places, wide));
                break;
            }
            self.above(&texts, &mut above);
        }
        let Some((mut places, may_be_two)) = header else { return Ok(false) };
        let mut table =
            v1::TraceTable { name: self.card.name.clone(), sheet: name, ..v1::TraceTable::default() };
        above.set(Field::Store, &self.card.store, Held::Text);
        above.set(Field::Item, &self.card.item, Held::Text);
        above.set(Field::Unit, &self.card.unit, Held::Text);
        let mut first = may_be_two;
        let note = !has(&places, Field::Date);
        let (mut balances, mut waiting) = (Balances::default(), Vec::new());
        let mut day: Option<(String, Held)> = None;
        for row in rows {
            let row = row?;
            if row.is_blank() {
                continue;
            }
            let texts: Vec<&str> = (0..row.cells.len()).map(|column| row.text(column)).collect();
            if is_lettered(&texts) {
                continue;
            }
            if core::mem::take(&mut first)
                && let Some(both) = second_header(&places, &texts)
            {
                places = both;
                continue;
            }
            let number = u32::try_from(row.number).unwrap_or(u32::MAX);
            let evidence = Evidence { file, row: number };
            let mut fields = Row::default();
            let mut together = None;
            for (column, _, field) in &places {
                let Some(field) = *field else { continue };
                let kind = row.cells.get(*column).map_or(CellKind::Text, |cell| cell.kind);
                let held = match kind {
                    CellKind::Number => Held::Number,
                    CellKind::Day => Held::Day,
                    CellKind::NoValue | CellKind::Fault => {
                        let message = format!("the cell of `{}` holds no value", field.name());
                        let error = Error::new(Code::MissingValue, message);
                        self.intake.tell(Severity::Warning, &error, (file, number), field.name());
                        continue;
                    }
                    CellKind::Text => Held::Text,
                };
                match merged.above(field, (*column, row.number), (row.text(*column), held)) {
                    Some(Above::Same(text, held)) if row.text(*column).is_empty() => {
                        fields.set(field, text, held);
                    }
                    Some(Above::Together) if row.text(*column).is_empty() => together = Some(field),
                    _ => fields.set(field, row.text(*column), held),
                }
            }
            let says = fields.has_amount() || !fields.get(Field::Unit).is_empty();
            for field in ABOVE.iter().take(if note { ABOVE.len() } else { 3 }) {
                fields.set(*field, above.get(*field), Held::Text);
            }
            let words = texts;
            if note {
                // The form of a note ends with its sum; what is below are signatures.
                if words.iter().any(|word| adds_up(word)) {
                    break;
                }
                if !says {
                    continue;
                }
            }
            if fields.get(Field::Date).is_empty() || adds_up(fields.get(Field::Date)) {
                // Lines of totals, and the stock that the card begins with, have no day.
                let opening = words.iter().any(|word| said(word) == Some(Said::Kind(super::Kind::Opening)));
                if opening {
                    fields.set(Field::Kind, "opening", Held::Text);
                    let stock = fields.get(Field::Balance).to_owned();
                    let held = row.cells.iter().any(|cell| cell.kind == CellKind::Number);
                    fields.set(Field::Quantity, &stock, if held { Held::Number } else { Held::Text });
                    table.rows = table.rows.saturating_add(1);
                    waiting.push((fields, evidence));
                    continue;
                }
                if words.iter().any(|word| adds_up(word)) {
                    continue;
                }
            } else if day.is_none() {
                let held = places.iter().find(|(.., field)| *field == Some(Field::Date));
                let kind = held.and_then(|(column, ..)| row.cells.get(*column)).map(|cell| cell.kind);
                let held = if matches!(kind, Some(CellKind::Day | CellKind::Number)) {
                    Held::Day
                } else {
                    Held::Text
                };
                day = Some((fields.get(Field::Date).to_owned(), held));
            }
            if let Some((day, held)) = &day {
                for (mut opening, evidence) in core::mem::take(&mut waiting) {
                    opening.set(Field::Date, day, *held);
                    self.take(&opening, evidence, manner, &mut table, &mut balances)?;
                }
            }
            table.rows = table.rows.saturating_add(1);
            if let Some(field) = together.filter(|_| !fields.has_amount()) {
                let message = "one merged cell gives the amount of several lines together";
                let error = Error::new(Code::MergedCell, message)
                    .with_help("give each line an amount of its own: the first counts as the whole now");
                self.intake.tell(Severity::Error, &error, (file, number), field.name());
                self.intake.records = self.intake.records.saturating_add(1);
                self.intake.excluded = self.intake.excluded.saturating_add(1);
                table.excluded = table.excluded.saturating_add(1);
                continue;
            }
            self.take(&fields, evidence, manner, &mut table, &mut balances)?;
        }
        for (opening, evidence) in waiting {
            self.take(&opening, evidence, manner, &mut table, &mut balances)?;
        }
        let column =
            |(_, header, field): Place| v1::Column { header, field: field.map_or("", Field::name).into() };
        table.columns = places.into_iter().map(column).collect();
        self.tables.push(table);
        Ok(true)
    }

    /// What a form says above its table: `Kho: …`, `ĐVT: kg`, `Số: PNK1`, `Ngày 05 tháng 01 năm 2026`, `PHIẾU NHẬP KHO`.
    fn above(&self, texts: &[&str], above: &mut Row) {
        for (column, text) in texts.iter().enumerate() {
            if let Some(day) = day_in_words(text) {
                above.set(Field::Date, &day, Held::Text);
            }
            if said(text).is_some() {
                above.set(Field::Kind, text, Held::Text);
            }
            let Some((key, value)) = text.split_once(':') else { continue };
            let next = texts.iter().skip(column.saturating_add(1)).find(|text| !text.is_empty());
            let value = if value.trim().is_empty() { next.copied().unwrap_or_default() } else { value };
            match (plain(key).as_str(), Field::of(key)) {
                ("so", _) => above.set(Field::Document, value, Held::Text),
                ("ly do" | "ly do nhap" | "ly do xuat" | "ly do nhap kho" | "ly do xuat kho", _)
                    if said(value).is_some() =>
                {
                    above.replace(Field::Kind, value);
                }
                // `Đơn vị` above a form is the firm as often as the unit.
                (_, Some(Field::Unit)) if !self.intake.is_unit(value) => {}
                (_, Some(field)) if ABOVE.contains(&field) => above.set(field, value, Held::Text),
                _ => {}
            }
        }
    }

    fn take(
        &mut self,
        fields: &Row,
        evidence: Evidence,
        manner: Manner,
        table: &mut v1::TraceTable,
        balances: &mut Balances,
    ) -> Result<(), Error> {
        let before = self.intake.movements.len();
        if !self.intake.row(fields, evidence, manner)? {
            table.excluded = table.excluded.saturating_add(1);
            return Ok(());
        }
        let stated = fields.get(Field::Balance);
        let Some(record) = self.intake.movements.records.get(before).copied() else { return Ok(()) };
        let Some(ours) = balances.after(&record) else { return Ok(()) };
        if stated.is_empty() {
            return Ok(());
        }
        // A card states what should be there after the row.
        let mut check = Row::default();
        check.set(Field::Quantity, stated, fields.held_of(Field::Balance));
        check.set(Field::Unit, fields.get(Field::Unit), Held::Text);
        check.set(Field::Item, fields.get(Field::Item), Held::Text);
        let stated_units = self.intake.read_only(&check, manner);
        if let Some(units) = stated_units.filter(|units| *units != ours) {
            let shown = |units: i128| super::answer::quantity_text(units, record.base);
            let message = format!("the card states {}, its rows give {}", shown(units), shown(ours));
            let error = Error::new(Code::BalanceDiffers, message);
            self.intake.tell(Severity::Warning, &error, (evidence.file, evidence.row), Field::Balance.name());
            balances.set(&record, units);
        }
        Ok(())
    }

    fn places(&self, texts: &[&str]) -> Vec<Place> {
        let declared = &self.request.reading.columns;
        let field = |header: &str| {
            let own = declared.iter().find(|column| plain(&column.header) == plain(header));
            own.map_or_else(|| Field::of(header), |column| Field::from_name(&column.field))
        };
        let named = texts.iter().enumerate().filter(|(_, text)| !text.is_empty());
        named.map(|(column, text)| (column, (*text).to_owned(), field(text))).collect()
    }
}

fn has(places: &[Place], field: Field) -> bool {
    places.iter().any(|(.., known)| *known == Some(field))
}

/// Whether a row is the header of a card; of a note, whose day stands above it, if `dated`.
fn is_header(places: &[Place], dated: bool) -> bool {
    let amount =
        [Field::Quantity, Field::Received, Field::Issued].into_iter().any(|field| has(places, field));
    amount && (has(places, Field::Date) || (dated && has(places, Field::Unit)))
}

/// A header of two rows: `Số lượng` above `Nhập`, `Xuất`, `Tồn`.
fn second_header(places: &[Place], texts: &[&str]) -> Option<Vec<Place>> {
    let part = |text: &str| {
        Field::of(text).filter(|f| matches!(f, Field::Received | Field::Issued | Field::Balance))
    };
    if !texts.iter().any(|text| part(text).is_some()) {
        return None;
    }
    let mut both = Vec::new();
    for (column, text) in texts.iter().enumerate() {
        let Some((_, header, field)) = places.iter().rfind(|(at, ..)| *at <= column) else { continue };
        let own = places.iter().any(|(at, ..)| *at == column);
        match (field, part(text)) {
            (Some(Field::Quantity), Some(part)) => {
                both.push((column, format!("{header} {text}"), Some(part)))
            }
            (Some(Field::Document), Some(_)) => both.push((column, format!("{header} {text}"), *field)),
            _ if own => both.push((column, header.clone(), *field)),
            _ => {}
        }
    }
    let beyond = places.iter().filter(|(column, ..)| *column >= texts.len()).cloned();
    both.extend(beyond);
    Some(both)
}

fn no_header() -> Error {
    let message = "no row has the headers of a stock card";
    Error::new(Code::MissingColumn, message)
        .with_help("name the columns: date (`ngày`), kind (`loại phiếu`) and quantity (`số lượng`), or received (`nhập`) and issued (`xuất`)")
}

/// What the rows of a card add up to, by store and item.
#[derive(Debug, Default)]
struct Balances(std::collections::BTreeMap<(u32, u32), Option<i128>>);

impl Balances {
    /// The balance after a record; `None` once a quantity is not known.
    fn after(&mut self, record: &super::record::Record) -> Option<i128> {
        use super::Kind;
        let sum = self.0.entry((record.store, record.item)).or_insert(Some(0));
        let units = record.quantity?;
        *sum = sum.and_then(|sum| match record.kind {
            Kind::Opening | Kind::Receive | Kind::Produce | Kind::Return | Kind::Gain => {
                sum.checked_add(units)
            }
            Kind::Consume | Kind::Ship | Kind::SendBack | Kind::Scrap | Kind::Shrink | Kind::Move => {
                sum.checked_sub(units)
            }
            Kind::Lose | Kind::Pack | Kind::Unpack | Kind::Void => Some(sum),
        });
        *sum
    }

    /// Goes on from what the card states, so that one difference is told once.
    fn set(&mut self, record: &super::record::Record, units: i128) {
        self.0.insert((record.store, record.item), Some(units));
    }
}
