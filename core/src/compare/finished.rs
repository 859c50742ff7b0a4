//! Two finished inventories, cell by cell.

use std::collections::BTreeMap;

use super::cells::{cell, sort};
use super::effects::{Book, Effect, Flow, TOTALS};
use super::waterfall::waterfall;
use super::{Style, mark, note};
use crate::error::{Code, Error};
use crate::gas::{GasTable, GwpSet};
use crate::inventory::Dimension;
use crate::number::{Co2e, Mass};
use crate::scope::Account;
use crate::wire::v1::{self, canonical_digest};

/// The formula of the effects.
const FORMULA: &str = "M-80, cells: per account and gas, the mass, the GWP set and the counted gases are replaced one after the \
     other; what lies behind a change of mass (activity or factor) is in the lines only";

/// Compares two finished inventories down to the cells of the views that both have.
///
/// What lies behind a change of mass cannot be told without the lines: it is one effect, `unseparated`. Cells of declared
/// sites are structure, in views by site and in the total.
///
/// # Units
/// Kilograms of CO2 equivalent.
///
/// # Method
/// M-80, cells.
///
/// # Errors
/// `BAD_REQUEST` for figures that emitrace does not print, `OVERFLOW`.
///
/// # Example
/// ```
/// use emitrace::compare::{Style, diff_answers};
/// use emitrace::factor::Catalog;
/// # let json = include_str!("../../tests/report/answer.json");
/// let answer: emitrace::wire::v1::InventoryAnswer = serde_json::from_str(json)?;
/// let same = diff_answers(&Catalog::bundled()?, &answer, &answer, &Style::default())?;
/// assert!(same.views.iter().all(|view| view.cells.is_empty()));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn diff_answers(
    catalog: &crate::factor::Catalog,
    before: &v1::InventoryAnswer,
    after: &v1::InventoryAnswer,
    style: &Style,
) -> Result<v1::DiffAnswer, Error> {
    let sides = Sides {
        gases: catalog.gases(),
        gwp: [GwpSet::parse(&before.inventory.choices.gwp)?, GwpSet::parse(&after.inventory.choices.gwp)?],
    };
    let mut notes = Vec::new();
    let mut views = Vec::new();
    // The change of declared sites, once for the whole.
    let mut structure = Book::default();
    let mut known_sites = false;
    for by in &style.views {
        let names: Vec<&str> = by.iter().map(|dimension| dimension.as_str()).collect();
        let (Ok(old), Ok(new)) = (before.view(&names), after.view(&names)) else {
            let message = format!("the view `{}` is not in both inventories", names.join(","));
            notes.push(note(Code::NotComparable, &names.join(","), (0, 0), message));
            continue;
        };
        let site = by.iter().position(|dimension| *dimension == Dimension::Site);
        let mut cells = Vec::new();
        let mut unchanged: u64 = 0;
        for (key, [old, new]) in joined(old, new) {
            let name = site.and_then(|at| key.get(at));
            let declared = name.is_some_and(|name| style.structure.contains(name));
            let mut book = sides.book([old, new])?;
            if declared {
                book = all_structure(&book)?;
                if by.as_slice() == [Dimension::Site] {
                    structure.add(&book)?;
                }
            } else if by.as_slice() == [Dimension::Site] && (old.is_none() != new.is_none()) {
                let site = key.first().map_or("", String::as_str);
                if !site.is_empty() {
                    let message = format!("`{site}` is in one of the two inventories only");
                    notes.push(note(Code::StructureNotDeclared, site, (0, 0), message));
                }
            }
            if book.is_still() {
                unchanged = unchanged.saturating_add(1);
            } else {
                cells.push(cell(key, &book)?);
            }
        }
        known_sites |= by.as_slice() == [Dimension::Site];
        sort(by, &mut cells);
        views.push(v1::DiffView { by: names.into_iter().map(str::to_owned).collect(), cells, unchanged });
    }
    if !style.structure.is_empty() && !known_sites {
        let message =
            "the sites of the structural change cannot be told apart without a view by site in both";
        notes.push(note(Code::NotComparable, "site", (0, 0), message.into()));
    }
    let total = whole(&sides, [&before.inventory.total, &after.inventory.total], &structure)?;
    if TOTALS.iter().any(|(_, scope_2)| {
        total.total(*scope_2).is_ok_and(|flow| flow.effect(Effect::Unseparated) != Co2e::ZERO)
    }) {
        let message = "finished inventories do not say whether the activity or the factor changed";
        notes.push(note(Code::NotSeparable, "", (0, 0), message.into()));
    }
    let waterfalls = TOTALS.map(|(name, scope_2)| waterfall(name, &total.total(scope_2)?));
    let mut answer = v1::DiffAnswer {
        schema: v1::DIFF_SCHEMA.into(),
        engine: env!("CARGO_PKG_VERSION").into(),
        digest: String::new(),
        before: mark(before),
        after: mark(after),
        comparison: v1::Comparison {
            depth: "cells".into(),
            matching: String::new(),
            formula: FORMULA.into(),
            structure: style.structure.clone(),
        },
        total: total.write()?,
        waterfalls: waterfalls.into_iter().collect::<Result<_, _>>()?,
        lines: None,
        changes: Vec::new(),
        views,
        notes,
    };
    answer.digest = canonical_digest(&answer)?;
    Ok(answer)
}

/// Gases and GWP sets of both sides.
struct Sides<'a> {
    gases: &'a GasTable,
    gwp: [GwpSet; 2],
}

/// Mass, effect that counts, and whether it counts.
type Seen = (Mass, Co2e, bool);

impl Sides<'_> {
    fn book(&self, figures: [Option<&v1::Figures>; 2]) -> Result<Book, Error> {
        let mut gases: BTreeMap<(Account, &str), [Option<Seen>; 2]> = BTreeMap::new();
        for (side, figures) in figures.into_iter().enumerate() {
            for gas in figures.iter().flat_map(|figures| &figures.gases) {
                let account = Account::parse(&gas.account).ok_or_else(|| {
                    Error::new(Code::BadRequest, format!("`{}` is no account", gas.account))
                })?;
                let counts = gas.in_total || account == Account::Offsets;
                let effect = match &gas.kg_co2e {
                    Some(effect) if counts => Co2e::parse(effect)?,
                    _ => Co2e::ZERO,
                };
                let slots = gases.entry((account, &gas.gas)).or_default();
                if let Some(slot) = slots.get_mut(side) {
                    *slot = Some((Mass::parse(&gas.kg)?, effect, counts));
                }
            }
        }
        let mut book = Book::default();
        for ((account, gas), [old, new]) in gases {
            book.flow(account).add_flow(&self.flow(gas, old, new)?)?;
        }
        Ok(book)
    }

    fn flow(&self, gas: &str, old: Option<Seen>, new: Option<Seen>) -> Result<Flow, Error> {
        let (_, before, old_counts) = old.unwrap_or_default();
        let (mass, after, new_counts) = new.unwrap_or_default();
        // Where a side has no gas, the other one says whether it counts.
        let old_counts = if old.is_some() { old_counts } else { new_counts };
        let effect = |set: GwpSet| -> Result<Co2e, Error> {
            let gwp = self.gases.find(gas).and_then(|gas| self.gases.gwp(gas, set));
            gwp.filter(|_| old_counts).map_or(Ok(Co2e::ZERO), |gwp| mass.co2e(gwp))
        };
        let [old_set, new_set] = self.gwp;
        let (with_mass, with_gwp) = (effect(old_set)?, effect(new_set)?);
        let mut flow = Flow::between(before, after);
        flow.add(Effect::Unseparated, with_mass.try_sub(before)?)?;
        flow.add(Effect::Gwp, with_gwp.try_sub(with_mass)?)?;
        flow.add(Effect::Method, after.try_sub(with_gwp)?)?;
        Ok(flow)
    }
}

/// The cells of two views under one key each.
fn joined<'v>(old: &'v v1::View, new: &'v v1::View) -> BTreeMap<Vec<String>, [Option<&'v v1::Figures>; 2]> {
    let mut cells: BTreeMap<Vec<String>, [Option<&v1::Figures>; 2]> = BTreeMap::new();
    for (side, view) in [old, new].into_iter().enumerate() {
        for cell in &view.cells {
            if let Some(slot) = cells.entry(cell.key.clone()).or_default().get_mut(side) {
                *slot = Some(&cell.figures);
            }
        }
    }
    cells
}

/// The same change, all of it structure.
fn all_structure(book: &Book) -> Result<Book, Error> {
    let mut structure = Book::default();
    for account in Account::ALL {
        let flow = book.of(account);
        if flow != Flow::default() {
            *structure.flow(account) = Flow::whole(flow.before, flow.after, Effect::Structure)?;
        }
    }
    Ok(structure)
}

/// The whole, with the change of declared sites taken out of its other effects.
fn whole(sides: &Sides<'_>, totals: [&v1::Figures; 2], structure: &Book) -> Result<Book, Error> {
    let mut total = sides.book(totals.map(Some))?;
    for account in Account::ALL {
        let change = structure.of(account).effect(Effect::Structure);
        if change != Co2e::ZERO {
            let flow = total.flow(account);
            flow.add(Effect::Structure, change)?;
            flow.add(Effect::Unseparated, Co2e::ZERO.try_sub(change)?)?;
        }
    }
    Ok(total)
}
