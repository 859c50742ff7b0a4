//! Adding answers for parts of a ledger: threads, workers and clusters all use this one door.
//!
//! Only integers are added, so the order and the grouping of the parts cannot show in the result.

use std::collections::BTreeMap;

use super::answer::sort_cells;
use super::boundary;
use super::dimension::Dimension;
use super::scope2;
use crate::error::{Code, Error};
use crate::number::{Co2e, Mass};
use crate::order::Order;
use crate::scope::Account;
use crate::wire::v1::{self, canonical_digest};

/// The answer for a whole ledger from the answers for its parts.
///
/// The `inventory` of the result is equal to that of one run over the whole, byte for byte, if the parts were
/// computed with `row_offset` and no record identifier stands in two parts (identifiers are compared within a part;
/// `reading.ids_checked` is false when there are several).
///
/// # Method
/// M-02. Associative and commutative.
///
/// # Errors
/// `CANNOT_MERGE` for no answers, other choices, other packs or other views.
pub fn merge(answers: &[v1::InventoryAnswer]) -> Result<v1::InventoryAnswer, Error> {
    let refuse = |message: &str| Error::new(Code::CannotMerge, message);
    let [first, rest @ ..] = answers else { return Err(refuse("there is no answer to merge")) };
    let mut merged = first.clone();
    for part in rest {
        let (whole, other) = (&mut merged.inventory, &part.inventory);
        if whole.choices != other.choices || merged.schema != part.schema || merged.engine != part.engine {
            return Err(refuse("the parts were computed with different choices or engines"));
        }
        coverage(&mut whole.coverage, &other.coverage);
        figures(&mut whole.total, &other.total)?;
        views(&mut whole.views, &other.views)?;
        notes(&mut whole.notes, &other.notes);
        for activity in &other.activities {
            if !whole.activities.contains(activity) {
                whole.activities.push(activity.clone());
            }
        }
        whole.activities.order_by(|a, b| a.id.cmp(&b.id));
        factors(&mut whole.factors, &other.factors)?;
        packs(&mut whole.packs, &other.packs)?;
        scope2::merge(&mut whole.instruments, other.instruments.as_ref())?;
        boundary::merge(&mut whole.boundary, other.boundary.as_ref(), figures)?;
        merged.findings.extend(part.findings.iter().cloned());
        merged.reading.bytes = merged.reading.bytes.saturating_add(part.reading.bytes);
        merged.reading.ids_checked = false;
    }
    merged
        .findings
        .order_by(|a, b| (a.row, a.line, &a.column, &a.code).cmp(&(b.row, b.line, &b.column, &b.code)));
    merged.digest = canonical_digest(&merged.inventory)?;
    Ok(merged)
}

fn coverage(whole: &mut v1::Coverage, other: &v1::Coverage) {
    whole.rows = whole.rows.saturating_add(other.rows);
    whole.counted = whole.counted.saturating_add(other.counted);
    whole.excluded = whole.excluded.saturating_add(other.excluded);
    for count in &other.findings {
        match whole
            .findings
            .iter_mut()
            .find(|known| known.code == count.code && known.severity == count.severity)
        {
            Some(known) => known.count = known.count.saturating_add(count.count),
            None => whole.findings.push(count.clone()),
        }
    }
    // The engine lists codes in the order of their definition, then by severity.
    let order = |code: &str| Code::ALL.iter().position(|known| known.as_str() == code);
    let weight = |severity: &str| ["error", "warning", "info"].iter().position(|known| *known == severity);
    whole.findings.order_by_key(|count| (order(&count.code), weight(&count.severity)));
}

fn views(whole: &mut [v1::View], other: &[v1::View]) -> Result<(), Error> {
    if whole.len() != other.len() || whole.iter().zip(other).any(|(a, b)| a.by != b.by) {
        return Err(Error::new(Code::CannotMerge, "the parts have different views"));
    }
    for (view, part) in whole.iter_mut().zip(other) {
        let mut cells: BTreeMap<Vec<String>, v1::Figures> =
            core::mem::take(&mut view.cells).into_iter().map(|cell| (cell.key, cell.figures)).collect();
        for cell in &part.cells {
            match cells.get_mut(&cell.key) {
                Some(sums) => figures(sums, &cell.figures)?,
                None => {
                    cells.insert(cell.key.clone(), cell.figures.clone());
                }
            }
        }
        view.cells = cells.into_iter().map(|(key, figures)| v1::Cell { key, figures }).collect();
        let by: Vec<Dimension> = view
            .by
            .iter()
            .filter_map(|name| Dimension::ALL.into_iter().find(|known| known.as_str() == name))
            .collect();
        sort_cells(&by, &mut view.cells);
    }
    Ok(())
}

fn figures(whole: &mut v1::Figures, other: &v1::Figures) -> Result<(), Error> {
    whole.lines = whole.lines.saturating_add(other.lines);
    let pairs = [
        (&mut whole.scope_1_kg_co2e, &other.scope_1_kg_co2e),
        (&mut whole.scope_2_location_kg_co2e, &other.scope_2_location_kg_co2e),
        (&mut whole.scope_2_market_kg_co2e, &other.scope_2_market_kg_co2e),
        (&mut whole.scope_3_kg_co2e, &other.scope_3_kg_co2e),
        (&mut whole.total_location_kg_co2e, &other.total_location_kg_co2e),
        (&mut whole.total_market_kg_co2e, &other.total_market_kg_co2e),
        (&mut whole.outside_kg_co2e, &other.outside_kg_co2e),
        (&mut whole.offsets_kg_co2e, &other.offsets_kg_co2e),
    ];
    for (sum, more) in pairs {
        *sum = Co2e::parse(sum)?.try_add(Co2e::parse(more)?)?.to_string();
    }
    whole.biogenic_kg_co2 =
        Mass::parse(&whole.biogenic_kg_co2)?.try_add(Mass::parse(&other.biogenic_kg_co2)?)?.to_string();
    for gas in &other.gases {
        match whole.gases.iter_mut().find(|known| known.account == gas.account && known.gas == gas.gas) {
            Some(known) => {
                known.kg = Mass::parse(&known.kg)?.try_add(Mass::parse(&gas.kg)?)?.to_string();
                known.kg_co2e = match (&known.kg_co2e, &gas.kg_co2e) {
                    (Some(a), Some(b)) => Some(Co2e::parse(a)?.try_add(Co2e::parse(b)?)?.to_string()),
                    _ => None,
                };
            }
            None => whole.gases.push(gas.clone()),
        }
    }
    // Gases keep the order of the table that both parts were made with only if they are sorted by it; names do not
    // tell that order, so merged and single runs both sort by account and name.
    sort_gases(&mut whole.gases);
    Ok(())
}

/// The order of gases in results: by account, then by name.
pub(super) fn sort_gases(gases: &mut [v1::GasFigure]) {
    let account = |name: &str| Account::parse(name);
    gases.order_by(|a, b| (account(&a.account), &a.gas).cmp(&(account(&b.account), &b.gas)));
}

fn notes(whole: &mut Vec<v1::Note>, other: &[v1::Note]) {
    for note in other {
        match whole.iter_mut().find(|known| {
            known.code == note.code && known.about == note.about && known.message == note.message
        }) {
            Some(known) => {
                known.rows = known.rows.saturating_add(note.rows);
                known.first_row = known.first_row.min(note.first_row);
            }
            None => whole.push(note.clone()),
        }
    }
    whole.order_by(|a, b| (&a.code, &a.about, &a.message).cmp(&(&b.code, &b.about, &b.message)));
}

fn factors(whole: &mut Vec<v1::FactorUse>, other: &[v1::FactorUse]) -> Result<(), Error> {
    for factor in other {
        match whole.iter_mut().find(|known| known.id == factor.id) {
            Some(known) if known.digest != factor.digest => {
                return Err(Error::new(
                    Code::CannotMerge,
                    format!("the parts have different records for `{}`", factor.id),
                ));
            }
            Some(known) => known.lines = known.lines.saturating_add(factor.lines),
            None => whole.push(factor.clone()),
        }
    }
    whole.order_by(|a, b| a.id.cmp(&b.id));
    Ok(())
}

fn packs(whole: &mut Vec<v1::PackUse>, other: &[v1::PackUse]) -> Result<(), Error> {
    for pack in other {
        match whole.iter().find(|known| known.id == pack.id) {
            Some(known) if known.sha256 != pack.sha256 => {
                return Err(Error::new(
                    Code::CannotMerge,
                    format!("the parts have different tables of `{}`", pack.id),
                ));
            }
            Some(_) => {}
            None => whole.push(pack.clone()),
        }
    }
    whole.order_by(|a, b| a.id.cmp(&b.id));
    Ok(())
}
