//! Tables of packs: rows to gases, blends, activities, policies and leak rates, with every fault of every row.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::policy::PolicyRow;
use super::record::{Factor, Kind, State, Text, Value, ViewOf};
use super::registry::Activity;
use crate::error::{Code, Error, Finding, Position, Severity};
use crate::gas::{Family, Gas, GasTable, GwpSet};
use crate::limits::Limits;
use crate::number::Amount;
use crate::period::iso_day;
use crate::place::Place;
use crate::scope::{Category, Scope};
use crate::unit::Unit;

const GWP_COLUMNS: [&str; 9] =
    ["gas", "family", "kyoto", "gwp_set", "horizon_years", "gwp", "state", "cell", "confidence"];
const BLEND_COLUMNS: [&str; 5] = ["blend", "gas", "mass_percent", "cell", "confidence"];
const POLICY_COLUMNS: [&str; 8] =
    ["policy", "kind", "parameter", "value", "document", "clause", "confidence", "note"];
const ACTIVITY_COLUMNS: [&str; 9] =
    ["activity", "name_en", "name_vi", "aliases_en", "aliases_vi", "scope", "category", "fuel", "per"];

/// One row, by column name.
pub(super) struct Row<'t> {
    pub(super) at: u64,
    columns: &'t [String],
    record: &'t csv::StringRecord,
    /// The row before.
    before: &'t csv::StringRecord,
}

impl Row<'_> {
    pub(super) fn get(&self, column: &str) -> &str {
        let at = self.columns.iter().position(|name| name == column);
        at.and_then(|at| self.record.get(at)).unwrap_or_default().trim()
    }

    /// Whether the row says the same as the row before, but for some columns.
    pub(super) fn repeats_but_for(&self, columns: &[&str]) -> bool {
        let cells = self.record.iter().zip(self.before.iter());
        self.record.len() == self.before.len()
            && cells
                .zip(self.columns)
                .all(|((new, old), column)| new == old || columns.contains(&column.as_str()))
    }

    pub(super) fn finding(&self, column: &str, message: impl Into<Box<str>>) -> Finding {
        Finding::new(
            Severity::Error,
            Code::BadPack,
            Position::new(self.at, self.at, column),
            self.get(column),
            message,
        )
    }

    pub(super) fn wrap(&self, column: &str, error: &Error) -> Finding {
        self.finding(column, error.to_string()).with_help(error.help())
    }

    pub(super) fn amount(&self, column: &str) -> Result<Option<Amount>, Finding> {
        let text = self.get(column);
        if text.is_empty() {
            return Ok(None);
        }
        Amount::parse(text).map(Some).map_err(|error| self.wrap(column, &error))
    }

    pub(super) fn day(&self, column: &str) -> Result<Option<NaiveDate>, Finding> {
        let text = self.get(column);
        if text.is_empty() {
            return Ok(None);
        }
        if let Some(day) = iso_day(text.as_bytes()) {
            return Ok(Some(day));
        }
        NaiveDate::parse_from_str(text, "%Y-%m-%d")
            .map(Some)
            .map_err(|_| self.finding(column, "not an ISO date"))
    }
}

/// Reads a table row by row; faults of rows are collected, the walk goes on.
pub(super) fn walk(
    table: &str,
    needed: &[&str],
    findings: &mut Vec<Finding>,
    mut take: impl FnMut(&Row<'_>) -> Result<(), Vec<Finding>>,
) -> u64 {
    let file = |code, column: &str, message: String| {
        Finding::new(Severity::Error, code, Position::new(1, 1, column), "", message)
    };
    let mut reader = csv::ReaderBuilder::new().flexible(false).from_reader(table.as_bytes());
    let headers = match reader.headers() {
        Ok(headers) => headers.clone(),
        Err(error) => {
            findings.push(file(Code::BadPack, "", error.to_string()));
            return 0;
        }
    };
    let columns: Vec<String> =
        headers.iter().map(|name| name.trim_start_matches('\u{feff}').to_string()).collect();
    let missing = needed.iter().filter(|name| !columns.iter().any(|column| column == **name));
    let before = findings.len();
    findings.extend(
        missing.map(|name| file(Code::MissingColumn, name, format!("the table has no column `{name}`"))),
    );
    if findings.len() > before {
        return 0;
    }
    let limit = u64::try_from(Limits::default().pack_rows).unwrap_or(u64::MAX);
    let mut rows: u64 = 0;
    let (mut record, mut before) = (csv::StringRecord::new(), csv::StringRecord::new());
    for at in 2u64.. {
        core::mem::swap(&mut record, &mut before);
        let read = reader.read_record(&mut record);
        if matches!(read, Ok(false)) {
            break;
        }
        if rows >= limit {
            let message = format!("more than {limit} rows");
            findings.push(Finding::new(
                Severity::Error,
                Code::LimitExceeded,
                Position::new(at, at, ""),
                "",
                message,
            ));
            break;
        }
        match read {
            Ok(_) => {
                rows = rows.saturating_add(1);
                if let Err(faults) = take(&Row { at, columns: &columns, record: &record, before: &before }) {
                    findings.extend(faults);
                }
            }
            Err(error) => findings.push(Finding::new(
                Severity::Error,
                Code::BadPack,
                Position::new(at, at, ""),
                "",
                error.to_string(),
            )),
        }
    }
    rows
}

/// Rows of kind `gwp` into the table of gases.
pub(super) fn gwp(table: &str, gases: &mut GasTable, findings: &mut Vec<Finding>) -> u64 {
    walk(table, &GWP_COLUMNS, findings, |row| {
        let family =
            Family::parse(row.get("family")).ok_or_else(|| vec![row.finding("family", "no such family")])?;
        let set = GwpSet::parse(row.get("gwp_set")).map_err(|error| vec![row.wrap("gwp_set", &error)])?;
        let value = row.amount("gwp").map_err(|fault| vec![fault])?;
        if value.is_some() == (row.get("state") == "absent") {
            return Err(vec![row.finding("state", "a value and its state contradict each other")]);
        }
        let in_total = row.get("kyoto") == "yes";
        // CO2 stands in every table from the start, with a GWP of one.
        if row.get("gas") == "CO2" {
            return Ok(());
        }
        gases.add(row.get("gas"), family, in_total, set, value).map_err(|error| vec![row.wrap("gwp", &error)])
    })
}

/// A blend: its name and its gases by mass percent.
pub(super) type Blends = BTreeMap<Box<str>, Vec<(Gas, Amount, Box<str>)>>;

/// Rows of kind `blends`.
pub(super) fn blends(table: &str, gases: &GasTable, findings: &mut Vec<Finding>) -> (Blends, u64) {
    let mut blends = Blends::new();
    let rows = walk(table, &BLEND_COLUMNS, findings, |row| {
        let gas = gases
            .find(row.get("gas"))
            .ok_or_else(|| vec![row.finding("gas", "no loaded pack knows this gas")])?;
        let percent = row.amount("mass_percent").map_err(|fault| vec![fault])?;
        let percent = percent.ok_or_else(|| vec![row.finding("mass_percent", "empty")])?;
        blends.entry(row.get("blend").into()).or_default().push((gas, percent, row.get("cell").into()));
        Ok(())
    });
    let hundred = Amount::from(100);
    for (name, parts) in &blends {
        let total = parts.iter().try_fold(Amount::ZERO, |sum, part| sum.try_add(part.1));
        if total != Ok(hundred) {
            let message = format!("the parts of `{name}` do not add up to 100 %");
            findings.push(Finding::new(
                Severity::Error,
                Code::BadPack,
                Position::new(0, 0, "mass_percent"),
                name,
                message,
            ));
        }
    }
    (blends, rows)
}

/// Rows of kind `activities`, with their aliases.
pub(super) fn activities(table: &str, findings: &mut Vec<Finding>) -> (Vec<(Activity, Vec<String>)>, u64) {
    let mut found = Vec::new();
    let rows = walk(table, &ACTIVITY_COLUMNS, findings, |row| {
        let category = category(row).map_err(|fault| vec![fault])?;
        let aliases = ["aliases_en", "aliases_vi"].into_iter().flat_map(|column| row.get(column).split('|'));
        let aliases =
            aliases.map(|alias| alias.trim().to_string()).filter(|alias| !alias.is_empty()).collect();
        let activity = Activity {
            id: row.get("activity").into(),
            name_en: row.get("name_en").into(),
            name_vi: row.get("name_vi").into(),
            category,
            fuel: row.get("fuel").into(),
            per: row.get("per").into(),
        };
        found.push((activity, aliases));
        Ok(())
    });
    (found, rows)
}

/// Rows of kind `policies`.
pub(super) fn policies(table: &str, pack: &str, findings: &mut Vec<Finding>) -> (Vec<PolicyRow>, u64) {
    let mut found = Vec::new();
    let rows = walk(table, &POLICY_COLUMNS, findings, |row| {
        let empty = ["policy", "kind", "parameter", "value", "document", "confidence"];
        if let Some(column) = empty.into_iter().find(|column| row.get(column).is_empty()) {
            return Err(vec![row.finding(column, "empty")]);
        }
        found.push(PolicyRow {
            pack: pack.into(),
            policy: row.get("policy").into(),
            kind: row.get("kind").into(),
            parameter: row.get("parameter").into(),
            value: row.get("value").into(),
            document: row.get("document").into(),
            clause: row.get("clause").into(),
            confidence: row.get("confidence").into(),
            note: row.get("note").into(),
        });
        Ok(())
    });
    (found, rows)
}

/// Columns of a table of leak rates, and the word that ends the name of each record.
const LEAK_RATES: [(&str, &str); 4] = [
    ("initial_percent", "initial"),
    ("annual_percent", "annual"),
    ("remaining_percent", "remaining"),
    ("recovery_percent", "recovery"),
];
const LEAK_RATE_COLUMNS: [&str; 8] = [
    "factor",
    "initial_percent",
    "annual_percent",
    "remaining_percent",
    "recovery_percent",
    "place",
    "cell",
    "confidence",
];

/// Rows of leak rates: each kind of equipment gives four records that methods read (M-24), none that multiplies an
/// activity.
pub(super) fn leak_rates(
    table: &str,
    (pack, pack_id): (usize, &str),
    findings: &mut Vec<Finding>,
) -> (Vec<Factor>, u64) {
    let mut found = Vec::new();
    let per_cent = Unit::parse("%").ok();
    let rows = walk(table, &LEAK_RATE_COLUMNS, findings, |row| {
        let (equipment, place) = (row.get("factor"), row.get("place"));
        if equipment.is_empty() || Place::parse(place).map_or(true, |known| known.as_str() != place) {
            return Err(vec![row.finding("place", "a name and a place code are needed")]);
        }
        let mut faults = Vec::new();
        for (column, word) in LEAK_RATES {
            let amount = match row.amount(column) {
                Ok(Some(amount)) => amount,
                Ok(None) => continue,
                Err(fault) => {
                    faults.push(fault);
                    continue;
                }
            };
            found.push(Factor {
                id: format!("{pack_id}/{equipment}-{word}").into(),
                pack,
                activity: equipment.into(),
                kind: Kind::LeakRate,
                place: place.into(),
                valid_from: None,
                valid_to: None,
                category: None,
                view: ViewOf::Any,
                td_losses: Text::default(),
                per: None,
                per_text: Text::default(),
                values: vec![Value {
                    gas: None,
                    state: State::Value,
                    amount,
                    unit: per_cent.clone(),
                    unit_text: "%".into(),
                    lower: None,
                    upper: None,
                    cell: row.get("cell").into(),
                    confidence: row.get("confidence").into(),
                    note: row.get("note").into(),
                }],
            });
        }
        if faults.is_empty() { Ok(()) } else { Err(faults) }
    });
    (found, rows)
}

/// The category of a row; `outside` alone says nothing of one.
pub(super) fn category(row: &Row<'_>) -> Result<Option<Category>, Finding> {
    let (scope, word) = (row.get("scope"), row.get("category"));
    if scope.is_empty() && word.is_empty() {
        return Ok(None);
    }
    let scope = if scope.is_empty() {
        None
    } else {
        Some(Scope::parse(scope).map_err(|error| row.wrap("scope", &error))?)
    };
    if word.is_empty() {
        // `outside` alone, as sources print biogenic CO2: the gas says the rest.
        return Ok(None);
    }
    Category::parse(word, scope).map(Some).map_err(|error| row.wrap("category", &error))
}
