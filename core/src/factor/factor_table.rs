//! Tables of kind `factors`: rows to factors with their values, and what no factor can be.

use std::collections::{HashMap, HashSet};

use super::record::{Factor, Kind, State, Text, Value, ViewOf};
use super::table::{Row, category, walk};
use crate::error::{Code, Error, Finding};
use crate::gas::{Gas, GasTable, GwpLock};
use crate::number::{Amount, Ratio};
use crate::place::Place;
use crate::scope::Category;
use crate::unit::Unit;

/// The columns of a table of factors, in the order in which packs write them.
pub(crate) const FACTOR_COLUMNS: [&str; 21] = [
    "factor",
    "activity",
    "kind",
    "gas",
    "value",
    "state",
    "value_unit",
    "per_unit",
    "place",
    "valid_from",
    "valid_to",
    "scope",
    "category",
    "view",
    "gwp_set",
    "td_losses",
    "lower",
    "upper",
    "cell",
    "confidence",
    "note",
];

/// Columns in which rows of one factor may differ.
const VALUE_COLUMNS: [&str; 10] =
    ["gas", "value", "state", "value_unit", "gwp_set", "lower", "upper", "cell", "confidence", "note"];

/// What is written again and again in a table, made once.
#[derive(Default)]
struct Written {
    units: HashMap<Box<str>, Result<Unit, Error>>,
    texts: HashSet<Text>,
}

impl Written {
    fn unit(&mut self, row: &Row<'_>, column: &str) -> Result<Option<Unit>, Finding> {
        let text = row.get(column);
        if text.is_empty() {
            return Ok(None);
        }
        let parsed = match self.units.get(text) {
            Some(known) => known.clone(),
            None => {
                let parsed = Unit::parse(text);
                self.units.insert(text.into(), parsed.clone());
                parsed
            }
        };
        parsed.map(Some).map_err(|error| row.wrap(column, &error))
    }

    fn text(&mut self, text: &str) -> Text {
        if let Some(known) = self.texts.get(text) {
            return known.clone();
        }
        let text = Text::from(text);
        self.texts.insert(text.clone());
        text
    }
}

/// Rows of kind `factors`: consecutive rows of one `factor` make one.
pub(super) fn factors(
    table: &str,
    pack: (usize, &str),
    gases: &GasTable,
    usual: &dyn Fn(&str) -> Option<Category>,
    findings: &mut Vec<Finding>,
) -> (Vec<Factor>, u64) {
    let mut found: Vec<Factor> = Vec::new();
    let mut seen: HashMap<Text, u64> = HashMap::new();
    let mut written = Written::default();
    // The row that was taken last.
    let mut taken = 0;
    let rows = walk(table, &FACTOR_COLUMNS, findings, |row| {
        if let Some(last) = found.last_mut()
            && row.at.checked_sub(1) == Some(taken)
            && row.repeats_but_for(&VALUE_COLUMNS)
        {
            // What the rows share was judged with the row before.
            let mut faults = Vec::new();
            let value = value(row, last.kind, gases, &mut written, &mut faults);
            let Some(value) = value.filter(|_| faults.is_empty()) else { return Err(faults) };
            plausible(row, last, &value, usual)?;
            taken = row.at;
            return add(row, last, value);
        }
        let factor = factor(row, pack, gases, &mut written)?;
        for value in &factor.values {
            plausible(row, &factor, value, usual)?;
        }
        match found.last_mut() {
            Some(last) if last.id == factor.id => merge(row, last, factor)?,
            _ => {
                if let Some(first) = seen.insert(factor.id.clone(), row.at) {
                    return Err(vec![row.finding(
                        "factor",
                        format!("the factor already stands in row {first}; keep its rows together"),
                    )]);
                }
                found.push(factor);
            }
        }
        taken = row.at;
        Ok(())
    });
    (found, rows)
}

/// Refuses what chemistry rules out: more CO2 by mass than pure carbon gives, from a fuel or from steam.
///
/// The printed divisor of Circular 38/2023 before its corrigendum makes steam a thousand times too heavy; such slips
/// of powers of ten are common and never look wrong in a sum.
fn plausible(
    row: &Row<'_>,
    factor: &Factor,
    value: &Value,
    usual: &dyn Fn(&str) -> Option<Category>,
) -> Result<(), Vec<Finding>> {
    let burns = factor
        .category
        .or_else(|| usual(&factor.activity))
        .is_some_and(|category| matches!(category.key(), "1.stationary" | "1.mobile" | "2.steam" | "2.heat"));
    let Some(per) = factor.per.as_ref().filter(|per| burns && factor.kind == Kind::Emission && per.is_mass())
    else {
        return Ok(());
    };
    let carbon = matches!(value.gas, Some(Gas::CO2 | Gas::CO2_BIOGENIC));
    let Some(ratio) = value.unit.as_ref().filter(|_| carbon).and_then(|unit| unit.ratio_to(per).ok()) else {
        return Ok(());
    };
    let share = Ratio::from(value.amount).try_mul(ratio);
    if share.is_ok_and(|share| Ratio::new(44, 12).is_ok_and(|most| share > most)) {
        let message = format!("{} {} of CO2 per {}", value.amount, value.unit_text, factor.per_text);
        return Err(vec![
            Finding { code: Code::ImplausibleFactor, ..row.finding("value", message) }
                .with_help(Code::ImplausibleFactor.help()),
        ]);
    }
    Ok(())
}

/// A further gas of the same factor: everything but the value must agree.
fn merge(row: &Row<'_>, last: &mut Factor, mut factor: Factor) -> Result<(), Vec<Finding>> {
    let values = core::mem::take(&mut last.values);
    let mut further = core::mem::take(&mut factor.values);
    let same = factor == *last;
    last.values = values;
    if !same {
        return Err(vec![row.finding("factor", "rows of one factor differ in more than the gas")]);
    }
    further.drain(..).try_for_each(|value| add(row, last, value))
}

/// A further value of a factor.
fn add(row: &Row<'_>, factor: &mut Factor, value: Value) -> Result<(), Vec<Finding>> {
    if factor.values.iter().any(|known| known.gas == value.gas) {
        return Err(vec![row.finding("gas", "the factor already has a value for this gas")]);
    }
    factor.values.push(value);
    Ok(())
}

fn factor(
    row: &Row<'_>,
    (pack, pack_id): (usize, &str),
    gases: &GasTable,
    written: &mut Written,
) -> Result<Factor, Vec<Finding>> {
    let mut faults = Vec::new();
    let kind = Kind::parse(row.get("kind"));
    if kind.is_none() {
        faults.push(row.finding("kind", "no such kind"));
    }
    let kind = kind.unwrap_or(Kind::Correction);
    let slug = row.get("factor");
    if slug.is_empty()
        || !slug.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '-' | '.'))
    {
        faults.push(row.finding("factor", "a factor's name may hold a-z, 0-9, `-` and `.` only"));
    }
    if row.get("activity").is_empty() {
        faults.push(row.finding("activity", "empty"));
    }
    let place = row.get("place");
    if !place.starts_with("site:") && Place::parse(place).map_or(true, |known| known.as_str() != place) {
        faults.push(row.finding("place", "not a place code and not `site:` with a name"));
    }
    let two_units = multiplies(kind) && !matches!(kind, Kind::LeakRate | Kind::PriceIndex);
    let per = unit(row, "per_unit", two_units, written, &mut faults);
    let value = value(row, kind, gases, written, &mut faults);
    let [valid_from, valid_to] = [row.day("valid_from"), row.day("valid_to")].map(|day| {
        day.unwrap_or_else(|fault| {
            faults.push(fault);
            None
        })
    });
    if valid_from.zip(valid_to).is_some_and(|(from, to)| to < from) {
        faults.push(row.finding("valid_to", "before valid_from"));
    }
    let category = category(row).unwrap_or_else(|fault| {
        faults.push(fault);
        None
    });
    let view = ViewOf::parse(row.get("view"));
    if view.is_none() {
        faults.push(row.finding("view", "not location, market, residual or empty"));
    }
    let Some(value) = value.filter(|_| faults.is_empty()) else { return Err(faults) };
    Ok(Factor {
        id: format!("{pack_id}/{slug}").into(),
        pack,
        activity: written.text(row.get("activity")),
        kind,
        place: written.text(place),
        valid_from,
        valid_to,
        category,
        view: view.unwrap_or(ViewOf::Any),
        td_losses: written.text(row.get("td_losses")),
        per,
        per_text: written.text(row.get("per_unit")),
        values: vec![value],
    })
}

/// Whether records of a kind are multiplied or read by methods; the others are only shown.
fn multiplies(kind: Kind) -> bool {
    kind == Kind::Emission || kind.is_property() || kind.is_parameter()
}

/// The unit in a column. Corrections and the like are listed and refused as multipliers: their odd units are no faults.
fn unit(
    row: &Row<'_>,
    column: &str,
    needed: bool,
    written: &mut Written,
    faults: &mut Vec<Finding>,
) -> Option<Unit> {
    match written.unit(row, column) {
        Ok(None) if needed => faults.push(row.finding(column, "empty")),
        Ok(unit) => return unit,
        Err(fault) if needed => faults.push(fault),
        Err(_) => {}
    }
    None
}

/// The value of a row; every fault is told.
fn value(
    row: &Row<'_>,
    kind: Kind,
    gases: &GasTable,
    written: &mut Written,
    faults: &mut Vec<Finding>,
) -> Option<Value> {
    let state = [State::Value, State::Negligible, State::Absent]
        .into_iter()
        .find(|state| state.as_str() == row.get("state"));
    if state.is_none() {
        faults.push(row.finding("state", "not value, negligible or absent"));
    }
    let state = state.unwrap_or(State::Absent);
    let multiplies = multiplies(kind);
    let value_unit = unit(row, "value_unit", multiplies, written, faults);
    let amounts = [row.amount("value"), row.amount("lower"), row.amount("upper")].map(|amount| {
        amount.unwrap_or_else(|fault| {
            faults.push(fault);
            None
        })
    });
    let [amount, lower, upper] = amounts;
    // Ranges and texts of correction rows stay in the note; an emission factor is a number or says why not.
    if multiplies && amount.is_some() != (state == State::Value) {
        faults.push(row.finding("value", format!("state is `{}`", state.as_str())));
    }
    let outside = amount.is_some_and(|amount| {
        lower.is_some_and(|lower| lower > amount) || upper.is_some_and(|upper| upper < amount)
    });
    if multiplies && outside {
        faults.push(row.finding("lower", "the value does not lie between `lower` and `upper`"));
    }
    if row.get("cell").is_empty() {
        faults.push(row.finding("cell", "a value without its place in the source is no evidence"));
    }
    let gas = gas(row, kind, gases).map_err(|fault| faults.push(fault)).ok()?;
    Some(Value {
        gas,
        state,
        amount: amount.unwrap_or(Amount::ZERO),
        unit: value_unit,
        unit_text: written.text(row.get("value_unit")),
        lower,
        upper,
        cell: row.get("cell").into(),
        confidence: written.text(row.get("confidence")),
        note: written.text(row.get("note")),
    })
}

fn gas(row: &Row<'_>, kind: Kind, gases: &GasTable) -> Result<Option<Gas>, Finding> {
    let name = row.get("gas");
    if kind != Kind::Emission {
        return Ok(None);
    }
    if name == "CO2e" {
        let lock = GwpLock::parse(row.get("gwp_set"));
        return lock.map(|lock| Some(Gas::co2e(lock))).ok_or_else(|| {
            row.finding(
                "gwp_set",
                "CO2 equivalent must say which GWP set it is frozen at: AR4, AR5, AR6 or unstated",
            )
        });
    }
    gases.find(name).map(Some).ok_or_else(|| row.finding("gas", "no loaded pack knows this gas"))
}
