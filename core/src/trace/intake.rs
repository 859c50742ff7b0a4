//! From the texts of a row to a movement: kind, day, quantity in base units; every fault of the row at once.

use std::collections::BTreeMap;

use super::field::{Field, Said, counts, plain, said};
use super::record::{Base, Evidence, Kind, Movement, Movements};
use super::same::Same;
use crate::error::{Code, Error, Severity};
use crate::limits::Limits;
use crate::number::{Amount, NumberFormat, Ratio};
use crate::period::{DateOrder, DateSystem, parse_day_or_span, parse_serial};
use crate::unit::Unit;
use crate::wire::v1;

/// The text of a cell, and whether the file holds it as a number or a day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Held {
    #[default]
    Text,
    Number,
    Day,
}

/// Texts by field.
#[derive(Clone, Debug, Default)]
pub(super) struct Row {
    cells: BTreeMap<Field, (String, Held)>,
}

impl Row {
    pub(super) fn set(&mut self, field: Field, text: &str, held: Held) {
        let text = text.trim();
        if !text.is_empty() && !self.cells.contains_key(&field) {
            self.cells.insert(field, (text.to_owned(), held));
        }
    }

    pub(super) fn replace(&mut self, field: Field, text: &str) {
        self.cells.remove(&field);
        self.set(field, text, Held::Text);
    }

    pub(super) fn get(&self, field: Field) -> &str {
        self.cells.get(&field).map_or("", |(text, _)| text)
    }

    /// Whether it says how much came or went.
    pub(super) fn has_amount(&self) -> bool {
        [Field::Quantity, Field::Received, Field::Issued].into_iter().any(|field| !self.get(field).is_empty())
    }

    /// How the file holds the text of a field.
    pub(super) fn held_of(&self, field: Field) -> Held {
        self.cells.get(&field).map_or(Held::Text, |(_, held)| *held)
    }
}

/// How numbers and days are written.
#[derive(Clone, Copy, Debug)]
pub(super) struct Manner {
    pub(super) format: NumberFormat,
    pub(super) order: DateOrder,
    pub(super) system: DateSystem,
}

/// A fault of a row.
type Fault = (Field, Error);

/// Takes rows in, and keeps what was found.
#[derive(Debug)]
pub(super) struct Intake {
    pub(super) movements: Movements,
    /// Kilograms of one, by item and unit.
    weights: BTreeMap<(String, String), Ratio>,
    units: BTreeMap<String, Result<(Ratio, Base), Error>>,
    /// In what each item without a weight is counted.
    counted_in: BTreeMap<String, String>,
    pub(super) files: Vec<String>,
    pub(super) told: Vec<v1::TraceFinding>,
    pub(super) counts: crate::error::FindingCounts,
    pub(super) most: usize,
    pub(super) excluded: u64,
    pub(super) records: u64,
    /// Events that were retracted, or stand twice.
    pub(super) voided: u64,
    pub(super) same: Same,
}

impl Intake {
    /// # Errors
    /// What is wrong with declared weights.
    pub(super) fn new(request: &v1::TraceRequest, limits: &Limits) -> Result<Intake, Error> {
        let same = Same::new(&request.aliases)?;
        let mut weights = BTreeMap::new();
        for (at, item) in request.items.iter().enumerate() {
            let kg = Amount::parse(&item.kg).map_err(|error| error.at(format!("/items/{at}/kg")))?;
            if kg.is_negative() || kg.is_zero() {
                return Err(Error::new(Code::NumberOutOfRange, "a piece weighs something")
                    .with_help("give the kilograms of one")
                    .at(format!("/items/{at}/kg")));
            }
            weights.insert((same.one(&item.item).into_owned(), unit_key(&item.unit)), Ratio::from(kg));
        }
        Ok(Intake {
            movements: Movements::new(limits),
            weights,
            units: BTreeMap::new(),
            counted_in: BTreeMap::new(),
            files: Vec::new(),
            told: Vec::new(),
            counts: crate::error::FindingCounts::default(),
            most: request.reading.findings.map_or(limits.findings, super::at),
            excluded: 0,
            records: 0,
            voided: 0,
            same,
        })
    }

    pub(super) fn tell(&mut self, severity: Severity, error: &Error, (file, row): (u32, u32), column: &str) {
        self.counts.add(error.code(), severity);
        if self.told.len() < self.most {
            self.told.push(v1::TraceFinding {
                file: self.files.get(super::at(file)).cloned().unwrap_or_default(),
                row: row.into(),
                severity: severity.as_str().into(),
                code: error.code().as_str().into(),
                column: column.into(),
                message: error.message().into(),
                help: error.help().into(),
                ..v1::TraceFinding::default()
            });
        }
    }

    /// Takes a row in; false if it cannot be used.
    ///
    /// # Errors
    /// `LIMIT_EXCEEDED`.
    pub(super) fn row(&mut self, row: &Row, evidence: Evidence, manner: Manner) -> Result<bool, Error> {
        self.records = self.records.saturating_add(1);
        let place = (evidence.file, evidence.row);
        let same = self.same.clone();
        let row = &*same.row(row);
        let mut faults: Vec<Fault> = Vec::new();
        let (kind, amount_field) = kind(row, &mut faults);
        if kind == Some(Kind::Void) {
            // A void says which record, and no more.
            if row.get(Field::Id).is_empty() {
                faults.push((Field::Id, Error::new(Code::MissingValue, "a void names no record")));
            }
        }
        let time = if kind == Some(Kind::Void) { Some(0) } else { time(row, manner, &mut faults) };
        let (quantity, base) = self.quantity(row, amount_field, manner, place, &mut faults);
        let carbon = self.carbon(row, manner, place, &mut faults);
        if kind == Some(Kind::Lose) && row.get(Field::Run).is_empty() {
            faults.push((Field::Run, Error::new(Code::MissingValue, "a loss names no run")));
        }
        let (Some(kind), Some(time), true) = (kind, time, faults.is_empty()) else {
            faults.iter().for_each(|(field, error)| self.tell(Severity::Error, error, place, field.name()));
            self.excluded = self.excluded.saturating_add(1);
            return Ok(false);
        };
        let party = [Field::Party, Field::Supplier, Field::Customer].map(|field| row.get(field));
        let country = country(row.get(Field::Country));
        self.movements.push(&Movement {
            id: row.get(Field::Id),
            kind,
            time,
            store: row.get(Field::Store),
            to_store: row.get(Field::ToStore),
            item: row.get(Field::Item),
            lot: row.get(Field::Lot),
            to_lot: row.get(Field::ToLot),
            quantity,
            base,
            run: row.get(Field::Run),
            process: row.get(Field::Process),
            party: party.into_iter().find(|party| !party.is_empty()).unwrap_or_default(),
            country: &country,
            heat: row.get(Field::Heat),
            plot: row.get(Field::Plot),
            document: row.get(Field::Document),
            place: "",
            carbon,
            evidence,
        })?;
        Ok(true)
    }

    /// The quantity in base units; none is an unknown one.
    fn quantity(
        &mut self,
        row: &Row,
        field: Field,
        manner: Manner,
        place: (u32, u32),
        faults: &mut Vec<Fault>,
    ) -> (Option<i128>, Base) {
        let text = row.get(field);
        let unit = row.get(Field::Unit).to_owned();
        if text.is_empty() {
            let base = self.size(row.get(Field::Item), &unit).map_or(Base::Mass, |(_, base)| base);
            return (None, base);
        }
        let amount = match number(row, field, manner) {
            Ok(amount) if amount.is_negative() => {
                let error = Error::new(Code::NegativeQuantity, format!("`{text}` is below zero"));
                faults.push((
                    field,
                    error.with_help("enter a record of the other kind, or void the wrong one"),
                ));
                return (None, Base::Mass);
            }
            Ok(amount) => amount,
            Err(error) => {
                faults.push((field, error));
                return (None, Base::Mass);
            }
        };
        match self.size(row.get(Field::Item), &unit) {
            Err(error) => {
                faults.push((Field::Unit, error));
                (None, Base::Mass)
            }
            Ok((size, base)) => {
                if base == Base::Pieces && !self.counted_alike(row.get(Field::Item), &unit) {
                    let message = format!("the item is counted in another unit than `{unit}` elsewhere");
                    self.tell(Severity::Error, &Error::new(Code::UnitWeightMissing, message), place, "unit");
                    return (None, base);
                }
                let units = self.whole(Ratio::from(amount).try_mul(size), place, field.name());
                (units.map_err(|error| faults.push((field, error))).ok(), base)
            }
        }
    }

    /// The base units of a row's quantity, if it is one; nothing is told.
    pub(super) fn read_only(&mut self, row: &Row, manner: Manner) -> Option<i128> {
        let same = self.same.clone();
        let row = &*same.row(row);
        let amount = number(row, Field::Quantity, manner).ok()?;
        let (size, _) = self.size(row.get(Field::Item), row.get(Field::Unit)).ok()?;
        let exact = Ratio::from(amount).try_mul(size).ok()?;
        exact.round_half_even(0).ok().map(|rounded| Ratio::from(rounded).numerator())
    }

    /// Whether an item is counted in the same unit as before.
    fn counted_alike(&mut self, item: &str, unit: &str) -> bool {
        let key = unit_key(unit);
        *self.counted_in.entry(item.to_owned()).or_insert_with(|| key.clone()) == key
    }

    /// Whether a text is a unit, or counts things.
    pub(super) fn is_unit(&self, text: &str) -> bool {
        size_of(text.trim()).is_ok()
    }

    /// Whether anything is declared to weigh something.
    pub(super) fn has_weights(&self) -> bool {
        !self.weights.is_empty()
    }

    /// Kilograms of one of an item, where that is declared.
    pub(super) fn weight(&self, item: &str, unit: &str) -> Option<Ratio> {
        if self.weights.is_empty() {
            return None;
        }
        self.weights.get(&(item.to_owned(), unit_key(unit))).copied()
    }

    /// How many base units one unit of an item is.
    fn size(&mut self, item: &str, unit: &str) -> Result<(Ratio, Base), Error> {
        if let Some(kg) = self.weight(item, unit) {
            return Ok((kg.try_mul(Ratio::whole(1_000_000))?, Base::Mass));
        }
        if unit.is_empty() {
            return Err(Error::new(Code::MissingValue, "the unit is empty")
                .with_help("fill the column `unit`, or declare the unit of the card"));
        }
        self.units.entry(unit.to_owned()).or_insert_with(|| size_of(unit)).clone()
    }

    fn carbon(
        &mut self,
        row: &Row,
        manner: Manner,
        place: (u32, u32),
        faults: &mut Vec<Fault>,
    ) -> Option<i128> {
        if row.get(Field::Carbon).is_empty() {
            return None;
        }
        let milligrams = number(row, Field::Carbon, manner)
            .and_then(|amount| Ratio::from(amount).try_mul(Ratio::whole(1_000_000)))
            .and_then(|exact| match exact.is_negative() {
                true => Err(Error::new(Code::NegativeQuantity, "carbon below zero cannot travel with a lot")),
                false => self.whole(Ok(exact), place, Field::Carbon.name()),
            });
        milligrams.map_err(|error| faults.push((Field::Carbon, error))).ok()
    }

    /// A whole number of base units: rounded half-even where it is none, and told.
    ///
    /// # Method
    /// M-177.
    pub(super) fn whole(
        &mut self,
        exact: Result<Ratio, Error>,
        place: (u32, u32),
        column: &str,
    ) -> Result<i128, Error> {
        let exact = exact?;
        let rounded = exact.round_half_even(0)?;
        if exact.denominator() != 1 {
            let message = format!("{exact} base units are {rounded}");
            self.tell(Severity::Info, &Error::new(Code::QuantityRounded, message), place, column);
        }
        let whole = Ratio::from(rounded);
        Ok(whole.numerator())
    }
}

/// A unit as it is compared.
fn unit_key(unit: &str) -> String {
    match plain(unit).as_str() {
        "" | "item" | "items" | "piece" | "pieces" | "pcs" | "pc" | "ea" | "each" | "cai" | "chiec"
        | "con" | "c62" | "h87" => "item".into(),
        other => other.into(),
    }
}

pub(super) fn size_of(unit: &str) -> Result<(Ratio, Base), Error> {
    let parsed = match Unit::parse(unit) {
        Ok(parsed) => parsed,
        Err(_) if counts(unit) => return Ok((Ratio::ONE, Base::Pieces)),
        Err(error) => return Err(error),
    };
    if parsed.is_mass() {
        return Ok((parsed.ratio_to(&Unit::parse("kg")?)?.try_mul(Ratio::whole(1_000_000))?, Base::Mass));
    }
    if parsed.is_volume() {
        return Ok((parsed.ratio_to(&Unit::parse("L")?)?.try_mul(Ratio::whole(1_000_000))?, Base::Volume));
    }
    for (one, base) in [("m", Base::Length), ("m2", Base::Area)] {
        if let Ok(ratio) = parsed.ratio_to(&Unit::parse(one)?) {
            return Ok((ratio.try_mul(Ratio::whole(1_000_000))?, base));
        }
    }
    match parsed.ratio_to(&Unit::parse("item")?) {
        Ok(ratio) => Ok((ratio, Base::Pieces)),
        Err(_) if counts(unit) => Ok((Ratio::ONE, Base::Pieces)),
        Err(_) => Err(Error::new(
            Code::DimensionMismatch,
            format!("`{unit}` is no mass, volume, length, area or count"),
        )
        .with_help("give quantities in kg, pieces, litres, metres or square metres")),
    }
}

fn number(row: &Row, field: Field, manner: Manner) -> Result<Amount, Error> {
    let text = row.get(field);
    match row.held_of(field) {
        Held::Number | Held::Day => Amount::parse(&crate::sheet::fifteen_digits(text)),
        Held::Text => manner.format.parse(text),
    }
}

/// What happened, and which column says how much.
fn kind(row: &Row, faults: &mut Vec<Fault>) -> (Option<Kind>, Field) {
    let has = |field: Field| !matches!(plain(row.get(field)).as_str(), "" | "0" | "0,0" | "0,00" | "0 00");
    let (came, went) = (has(Field::Received), has(Field::Issued));
    let amount = match (came, went) {
        (true, false) => Field::Received,
        (false, true) => Field::Issued,
        _ => Field::Quantity,
    };
    let said = match row.get(Field::Kind) {
        "" if came && !went => Some(Said::In),
        "" if went && !came => Some(Said::Out),
        "" => None,
        word => match said(word) {
            Some(said) => Some(said),
            None => {
                let error = Error::new(Code::UnknownValue, format!("`{word}` is no kind of movement"));
                let help = "write receive, consume, produce, ship, return, move, scrap, opening … or nhập mua, xuất sản xuất, nhập thành phẩm, xuất bán, hàng bán bị trả lại, chuyển kho, xuất hủy, tồn đầu kỳ …";
                faults.push((Field::Kind, error.with_help(help)));
                return (None, amount);
            }
        },
    };
    let in_run = !row.get(Field::Run).is_empty();
    let kind = match said {
        Some(Said::Kind(kind)) => Some(kind),
        Some(Said::In) => Some(if in_run { Kind::Produce } else { Kind::Receive }),
        Some(Said::Out) => Some(if in_run { Kind::Consume } else { Kind::Ship }),
        None => {
            faults
                .push((Field::Kind, Error::new(Code::MissingValue, "nothing says whether it came or went")));
            None
        }
    };
    if came && went {
        faults.push((Field::Issued, Error::new(Code::Unbalanced, "a row has both a receipt and an issue")));
    }
    (kind, amount)
}

/// Milliseconds of the day of a row.
fn time(row: &Row, manner: Manner, faults: &mut Vec<Fault>) -> Option<i64> {
    let text = row.get(Field::Date);
    let day = match row.held_of(Field::Date) {
        Held::Text => parse_day_or_span(text, manner.order, manner.system),
        Held::Number | Held::Day => parse_serial(text, manner.system),
    };
    match day {
        Ok(day) if day.days() == 1 => {
            day.start().and_hms_opt(0, 0, 0).map(|moment| moment.and_utc().timestamp_millis())
        }
        Ok(_) => {
            let error = Error::new(Code::BadDate, format!("`{text}` is more than one day"));
            faults.push((Field::Date, error));
            None
        }
        Err(error) => {
            faults.push((Field::Date, error));
            None
        }
    }
}

/// A country by its code where it is known by one; any other text stays as it is.
pub(super) fn country(text: &str) -> String {
    match crate::place::Place::parse(text) {
        Ok(place) if !text.is_empty() => place.as_str().to_owned(),
        _ => text.to_owned(),
    }
}
