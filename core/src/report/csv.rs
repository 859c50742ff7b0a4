//! The inventory as one long table for spreadsheets and data frames.

use ::csv::{QuoteStyle, WriterBuilder};

use super::outline;
use crate::wire::v1::{Figures, InventoryAnswer};

/// The key columns that are always there.
const KEYS: usize = 4;

/// The inventory as a tidy table: one row for each sum, in RFC 4180 form (CRLF, quotes where needed).
///
/// Columns: `view, key1 … key4, account, gas, kg, kg_co2e, in_total`. The view `total` has no keys; the others are
/// named after their dimensions, joined by `+`; `at_100_percent` and `consolidated` divide an organisation's inventory
/// by site, entity, days and share; `instrument` has energy instead of emissions: instrument, kind, which energy, and its
/// kWh as a decimal or a fraction. A row without a gas is the sum of its account over all gases, so
/// filter on `gas` before adding. Numbers are exact, with `.` as the decimal mark, whatever the language; text that a
/// spreadsheet would take for a formula starts with an apostrophe.
///
/// # Units
/// Kilograms of the gas in `kg`, kilograms of CO2 equivalent in `kg_co2e`. Empty = there is no such number.
///
/// # Example
/// ```
/// # let json = include_str!("../../tests/report/answer.json");
/// let answer: emitrace::wire::v1::InventoryAnswer = serde_json::from_str(json)?;
/// let table = emitrace::report::csv(&answer);
/// assert!(table.starts_with("view,key1,key2,key3,key4,account,gas,kg,kg_co2e,in_total\r\n"));
/// # Ok::<(), serde_json::Error>(())
/// ```
pub fn csv(answer: &InventoryAnswer) -> String {
    let inventory = &answer.inventory;
    let widest = inventory.views.iter().map(|view| view.by.len()).max().unwrap_or(0).max(KEYS);
    let mut table = Table { out: Vec::new(), keys: widest };

    let mut header = vec!["view".to_owned()];
    header.extend((1..=widest).map(|number| format!("key{number}")));
    header.extend(["account", "gas", "kg", "kg_co2e", "in_total"].map(str::to_owned));
    table.out.push(header);

    table.figures("total", &[], &inventory.total);
    for view in &inventory.views {
        let name = view.by.join("+");
        for cell in &view.cells {
            table.figures(&name, &cell.key, &cell.figures);
        }
    }
    for share in inventory.boundary.iter().flat_map(|boundary| &boundary.shares) {
        let days = format!("{}/{}", share.from, share.to);
        let key = [share.site.clone(), share.entity.clone(), days, share.share.clone()];
        table.figures("at_100_percent", &key, &share.at_100_percent);
        table.figures("consolidated", &key, &share.consolidated);
    }
    for found in inventory.instruments.iter().flatten() {
        for (measure, kwh) in [
            ("volume_kwh", &found.volume_kwh),
            ("claimed_kwh", &found.claimed_kwh),
            ("covered_kwh", &found.covered_kwh),
            ("surplus_kwh", &found.surplus_kwh),
        ] {
            let key = [found.id.clone(), found.kind.clone(), measure.to_owned(), kwh.clone()];
            table.row("instrument", &key, ["", "", "", ""], false);
        }
    }
    table.finish()
}

/// The rows written so far.
struct Table {
    out: Vec<Vec<String>>,
    keys: usize,
}

impl Table {
    fn figures(&mut self, view: &str, key: &[String], figures: &Figures) {
        for (account, kilograms) in outline::accounts(figures) {
            self.row(view, key, [account, "", "", kilograms], true);
        }
        for (account, kilograms) in outline::beside(figures) {
            let (gas, mass, effect) =
                if account == "biogenic" { ("CO2", kilograms, "") } else { ("", "", kilograms) };
            self.row(view, key, [account, gas, mass, effect], false);
        }
        for gas in &figures.gases {
            let effect = gas.kg_co2e.as_deref().unwrap_or("");
            self.row(view, key, [&gas.account, &gas.gas, &gas.kg, effect], gas.in_total);
        }
    }

    fn row(&mut self, view: &str, key: &[String], [account, gas, mass, effect]: [&str; 4], in_total: bool) {
        let mut row = vec![safe_cell(view)];
        let padding = core::iter::repeat_n("", self.keys.saturating_sub(key.len()));
        row.extend(key.iter().map(String::as_str).chain(padding).map(safe_cell));
        row.extend([safe_cell(account), safe_cell(gas), number(mass), number(effect)]);
        row.push(if in_total { "true" } else { "false" }.to_owned());
        self.out.push(row);
    }

    fn finish(self) -> String {
        written(self.out)
    }
}

/// A table with its header in RFC 4180 form (CRLF, quotes where needed).
pub(super) fn table(header: &[&str], rows: impl Iterator<Item = Vec<String>>) -> String {
    written(core::iter::once(header.iter().map(|name| (*name).to_owned()).collect()).chain(rows))
}

fn written(rows: impl IntoIterator<Item = Vec<String>>) -> String {
    let mut builder = WriterBuilder::new();
    builder.terminator(::csv::Terminator::CRLF).quote_style(QuoteStyle::Necessary);
    let mut writer = builder.from_writer(Vec::new());
    for row in rows {
        // Writing to memory cannot fail, and every row has the same length.
        if writer.write_record(&row).is_err() {
            break;
        }
    }
    writer.into_inner().ok().and_then(|bytes| String::from_utf8(bytes).ok()).unwrap_or_default()
}

/// Text that no spreadsheet takes for a formula.
pub fn safe_cell(text: &str) -> String {
    if is_formula(text) { format!("'{text}") } else { text.to_owned() }
}

/// Whether a spreadsheet would take a text for a formula.
pub(super) fn is_formula(text: &str) -> bool {
    match text.as_bytes().first() {
        Some(b'=' | b'+' | b'-' | b'@' | b'\t' | b'\r' | b'\n') => true,
        // The wide forms begin with this byte; of most texts a look at one is enough.
        Some(0xef) => text.starts_with(['＝', '＋', '－', '＠']),
        _ => false,
    }
}

/// A number as it is; anything else is text.
pub(super) fn number(text: &str) -> String {
    let plain = text.strip_prefix('-').unwrap_or(text);
    let digits = plain.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    if digits { text.to_owned() } else { safe_cell(text) }
}
