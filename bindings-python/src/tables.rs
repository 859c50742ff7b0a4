//! Parts of answers as tables.

use std::sync::Arc;

use arrow_array::{ArrayRef, BooleanArray, Decimal128Array, RecordBatch, StringArray, UInt64Array};
use arrow_schema::{ArrowError, Field as ArrowField, Schema};
use emitrace::Error;
use emitrace::activity::Field;
use emitrace::number::{Co2e, Mass};
use emitrace::wire::v1;

use crate::lines::Lines;
use crate::table::{Part, Table, internal};

/// A table in the making: the first fault is kept and told at the end.
#[derive(Default)]
struct Columns {
    fields: Vec<ArrowField>,
    arrays: Vec<ArrayRef>,
}

impl Columns {
    fn put(mut self, name: &str, array: ArrayRef, nullable: bool) -> Columns {
        self.fields.push(ArrowField::new(name, array.data_type().clone(), nullable));
        self.arrays.push(array);
        self
    }

    fn text<'a>(self, name: &str, values: impl Iterator<Item = &'a str>) -> Columns {
        self.put(name, Arc::new(StringArray::from_iter_values(values)), false)
    }

    fn count(self, name: &str, values: impl Iterator<Item = u64>) -> Columns {
        self.put(name, Arc::new(UInt64Array::from_iter_values(values)), false)
    }

    fn flag(self, name: &str, values: impl Iterator<Item = bool>) -> Columns {
        self.put(name, Arc::new(BooleanArray::from_iter(values.map(Some))), false)
    }

    /// Kilograms of a gas.
    fn mass<'a>(self, name: &str, values: impl Iterator<Item = &'a str>) -> Result<Columns, Error> {
        let units = values.map(|text| Mass::parse(text).map(Mass::units)).collect::<Result<Vec<_>, _>>()?;
        Ok(self.put(name, decimals(Decimal128Array::from_iter_values(units), 12)?, false))
    }

    /// Kilograms of CO2 equivalent.
    fn co2e<'a>(self, name: &str, values: impl Iterator<Item = &'a str>) -> Result<Columns, Error> {
        let units = values.map(|text| Co2e::parse(text).map(Co2e::units)).collect::<Result<Vec<_>, _>>()?;
        Ok(self.put(name, decimals(Decimal128Array::from_iter_values(units), 15)?, false))
    }

    /// Kilograms of CO2 equivalent where there is a GWP.
    fn known_co2e<'a>(
        self,
        name: &str,
        values: impl Iterator<Item = Option<&'a str>>,
    ) -> Result<Columns, Error> {
        let units = |text: Option<&str>| text.map(|text| Co2e::parse(text).map(Co2e::units)).transpose();
        let units = values.map(units).collect::<Result<Vec<_>, _>>()?;
        Ok(self.put(name, decimals(Decimal128Array::from_iter(units), 15)?, true))
    }

    fn done(self) -> Result<Table, Error> {
        let schema = Arc::new(Schema::new(self.fields));
        let batch = RecordBatch::try_new(schema.clone(), self.arrays).map_err(|error| internal(&error))?;
        Ok(Table::new(schema, vec![Part::Batch(batch)]))
    }
}

fn decimals(array: Decimal128Array, scale: i8) -> Result<ArrayRef, Error> {
    let typed = |array: Decimal128Array| -> Result<Decimal128Array, ArrowError> {
        let array = array.with_precision_and_scale(38, scale)?;
        array.validate_decimal_precision(38)?;
        Ok(array)
    };
    typed(array).map(|array| -> ArrayRef { Arc::new(array) }).map_err(|error| internal(&error))
}

pub(crate) fn view(view: &v1::View) -> Result<Table, Error> {
    let mut columns = Columns::default();
    for (at, name) in view.by.iter().enumerate() {
        columns =
            columns.text(name, view.cells.iter().map(|cell| cell.key.get(at).map_or("", String::as_str)));
    }
    let figures = || view.cells.iter().map(|cell| &cell.figures);
    columns
        .count("lines", figures().map(|f| f.lines))
        .co2e("scope_1_kg_co2e", figures().map(|f| &*f.scope_1_kg_co2e))?
        .co2e("scope_2_location_kg_co2e", figures().map(|f| &*f.scope_2_location_kg_co2e))?
        .co2e("scope_2_market_kg_co2e", figures().map(|f| &*f.scope_2_market_kg_co2e))?
        .co2e("scope_3_kg_co2e", figures().map(|f| &*f.scope_3_kg_co2e))?
        .co2e("total_location_kg_co2e", figures().map(|f| &*f.total_location_kg_co2e))?
        .co2e("total_market_kg_co2e", figures().map(|f| &*f.total_market_kg_co2e))?
        .mass("biogenic_kg_co2", figures().map(|f| &*f.biogenic_kg_co2))?
        .co2e("outside_kg_co2e", figures().map(|f| &*f.outside_kg_co2e))?
        .co2e("offsets_kg_co2e", figures().map(|f| &*f.offsets_kg_co2e))?
        .done()
}

pub(crate) fn gases(gases: &[v1::GasFigure]) -> Result<Table, Error> {
    Columns::default()
        .text("account", gases.iter().map(|g| &*g.account))
        .text("gas", gases.iter().map(|g| &*g.gas))
        .mass("kg", gases.iter().map(|g| &*g.kg))?
        .known_co2e("kg_co2e", gases.iter().map(|g| g.kg_co2e.as_deref()))?
        .flag("in_total", gases.iter().map(|g| g.in_total))
        .done()
}

pub(crate) fn findings(findings: &[v1::Finding]) -> Result<Table, Error> {
    Columns::default()
        .text("severity", findings.iter().map(|f| &*f.severity))
        .text("code", findings.iter().map(|f| &*f.code))
        .count("row", findings.iter().map(|f| f.row))
        .count("line", findings.iter().map(|f| f.line))
        .text("column", findings.iter().map(|f| &*f.column))
        .text("header", findings.iter().map(|f| &*f.header))
        .text("cell", findings.iter().map(|f| &*f.cell))
        .text("value", findings.iter().map(|f| &*f.value))
        .text("message", findings.iter().map(|f| &*f.message))
        .text("help", findings.iter().map(|f| &*f.help))
        .done()
}

/// Figures of a network: counts of 10⁻¹⁸, null where one is withheld.
pub(crate) fn supply<'a>(
    ids: impl Iterator<Item = &'a str>,
    counts: impl Iterator<Item = Option<i128>>,
) -> Result<Table, Error> {
    let figures = decimals(Decimal128Array::from_iter(counts), 18)?;
    Columns::default().text("process", ids).put("embedded", figures, true).done()
}

pub(crate) fn notes(notes: &[v1::Note]) -> Result<Table, Error> {
    Columns::default()
        .text("code", notes.iter().map(|n| &*n.code))
        .text("about", notes.iter().map(|n| &*n.about))
        .count("rows", notes.iter().map(|n| n.rows))
        .count("first_row", notes.iter().map(|n| n.first_row))
        .text("message", notes.iter().map(|n| &*n.message))
        .text("help", notes.iter().map(|n| &*n.help))
        .done()
}

/// One row for each value of a factor: a factor for three gases has three.
pub(crate) fn factors(factors: &[v1::FactorUse]) -> Result<Table, Error> {
    let pairs = || factors.iter().flat_map(|factor| factor.values.iter().map(move |value| (factor, value)));
    Columns::default()
        .text("id", pairs().map(|(f, _)| &*f.id))
        .text("activity", pairs().map(|(f, _)| &*f.activity))
        .text("kind", pairs().map(|(f, _)| &*f.kind))
        .text("place", pairs().map(|(f, _)| &*f.place))
        .text("valid", pairs().map(|(f, _)| &*f.valid))
        .text("gas", pairs().map(|(_, v)| &*v.gas))
        .text("value", pairs().map(|(_, v)| &*v.value))
        .text("unit", pairs().map(|(_, v)| &*v.unit))
        .text("state", pairs().map(|(_, v)| &*v.state))
        .text("cell", pairs().map(|(_, v)| &*v.cell))
        .text("confidence", pairs().map(|(_, v)| &*v.confidence))
        .count("lines", pairs().map(|(f, _)| f.lines))
        .text("digest", pairs().map(|(f, _)| &*f.digest))
        .done()
}

fn pack<'a>(packs: impl Iterator<Item = &'a v1::PackUse> + Clone) -> Columns {
    Columns::default()
        .text("id", packs.clone().map(|p| &*p.id))
        .text("title", packs.clone().map(|p| &*p.title))
        .text("publisher", packs.clone().map(|p| &*p.publisher))
        .text("edition", packs.clone().map(|p| &*p.edition))
        .text("licence", packs.clone().map(|p| &*p.licence))
        .text("attribution", packs.clone().map(|p| &*p.attribution))
        .text("sha256", packs.clone().map(|p| &*p.sha256))
        .flag("shipped", packs.map(|p| p.shipped))
}

pub(crate) fn packs(packs: &[v1::PackUse]) -> Result<Table, Error> {
    pack(packs.iter()).done()
}

pub(crate) fn listing(packs: &[v1::PackLine]) -> Result<Table, Error> {
    let not_for: Vec<String> = packs.iter().map(|pack| pack.not_for.join("\n")).collect();
    pack(packs.iter().map(|line| &line.pack))
        .text("kind", packs.iter().map(|p| &*p.kind))
        .count("rows", packs.iter().map(|p| p.rows))
        .text("confidence", packs.iter().map(|p| &*p.confidence))
        .text("not_for", not_for.iter().map(String::as_str))
        .done()
}

/// The rows of a ledger: what every row has, then the columns that the file has.
pub(crate) fn records(answer: &v1::LedgerAnswer) -> Result<Table, Error> {
    let records = &answer.records;
    let mut columns = Columns::default()
        .count("row", records.iter().map(|r| r.row))
        .text("start", records.iter().map(|r| &*r.start))
        .text("end", records.iter().map(|r| &*r.end));
    for field in Field::ALL {
        let name = field.name();
        if field == Field::Quantity {
            columns = columns.text(name, records.iter().map(|r| &*r.quantity));
        } else if answer.reading.columns.iter().any(|column| column.field == name) {
            let cell = |fields: &'_ [v1::FieldValue]| fields.iter().position(|known| known.field == name);
            let cells = records.iter().map(|r| cell(&r.fields).and_then(|at| r.fields.get(at)));
            columns = columns.text(name, cells.map(|cell| cell.map_or("", |cell| &*cell.value)));
        }
    }
    columns.done()
}

/// A row for each line.
pub(crate) fn rows(parts: &[Arc<Lines>]) -> Table {
    Table::new(Lines::line_schema(), parts.iter().map(|lines| Part::Lines(lines.clone())).collect())
}

/// A row for each mass of a line.
pub(crate) fn lines(parts: &[Arc<Lines>]) -> Table {
    Table::new(Lines::mass_schema(), parts.iter().map(|lines| Part::Masses(lines.clone())).collect())
}
