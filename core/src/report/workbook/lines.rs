//! The rows that a workbook's totals are added up from: the lines of a ledger, or the cells of a finished inventory.

use super::words::Words;
use crate::activity::Field;
use crate::error::{Code, Error};
use crate::factor::Catalog;
use crate::gas::{Gas, GasTable, GwpSet};
use crate::inventory::{Line, Options, Profile};
use crate::report::Lang;
use crate::report::outline;
use crate::report::sheets::lost;
use crate::scope::Account;
use crate::sheet::column_name;
use crate::sheet::write::{Cell, Look, Sheet, Shown, day, formula, number, text};
use crate::wire::v1::InventoryAnswer;

/// A column of the sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Col {
    Row,
    Record,
    Start,
    End,
    Site,
    Supplier,
    Product,
    Entity,
    Activity,
    Region,
    Scope,
    Category,
    Iso,
    Month,
    Account,
    Factor,
    Gas,
    Part,
    Kg,
    Gwp,
    Effect,
    ExactKg,
    ExactEffect,
    Marks,
}

/// Columns of lines, with their widths.
const OF_LINES: [(Col, u32); 24] = [
    (Col::Row, 8),
    (Col::Record, 14),
    (Col::Start, 12),
    (Col::End, 12),
    (Col::Site, 18),
    (Col::Supplier, 18),
    (Col::Product, 18),
    (Col::Entity, 14),
    (Col::Activity, 26),
    (Col::Region, 9),
    (Col::Scope, 8),
    (Col::Category, 16),
    (Col::Iso, 8),
    (Col::Month, 10),
    (Col::Account, 18),
    (Col::Factor, 44),
    (Col::Gas, 16),
    (Col::Part, 11),
    (Col::Kg, 18),
    (Col::Gwp, 10),
    (Col::Effect, 18),
    (Col::ExactKg, 26),
    (Col::ExactEffect, 28),
    (Col::Marks, 22),
];

/// Columns of a finished inventory's cells.
const OF_CELLS: [(Col, u32); 8] = [
    (Col::Category, 18),
    (Col::Account, 20),
    (Col::Gas, 18),
    (Col::Part, 12),
    (Col::Kg, 20),
    (Col::Effect, 20),
    (Col::ExactKg, 28),
    (Col::ExactEffect, 30),
];

impl Col {
    /// The column that holds the keys of a dimension.
    pub(super) fn of(dimension: &str) -> Option<Col> {
        Some(match dimension {
            "scope" => Col::Scope,
            "category" => Col::Category,
            "iso_category" => Col::Iso,
            "gas" => Col::Gas,
            "site" => Col::Site,
            "region" => Col::Region,
            "supplier" => Col::Supplier,
            "product" => Col::Product,
            "month" => Col::Month,
            "entity" => Col::Entity,
            "activity" => Col::Activity,
            "factor" => Col::Factor,
            _ => return None,
        })
    }

    fn head(self, lang: Lang, words: &'static Words) -> &'static str {
        let text = lang.text();
        match self {
            Col::Row => text.row,
            Col::Record => words.record,
            Col::Start => words.start,
            Col::End => words.end,
            Col::Site => text.site,
            Col::Supplier => text.by_supplier,
            Col::Product => text.dimension_name("product"),
            Col::Entity => text.entity,
            Col::Activity => words.activity,
            Col::Region => words.place,
            Col::Scope => text.by_scope,
            Col::Category => text.by_category,
            Col::Iso => words.iso,
            Col::Month => text.by_month,
            Col::Account => text.account,
            Col::Factor => text.factor,
            Col::Gas => text.gas,
            Col::Part => words.part,
            Col::Kg => words.mass,
            Col::Gwp => "GWP",
            Col::Effect => words.kilograms,
            Col::ExactKg => words.exact_mass,
            Col::ExactEffect => words.exact_effect,
            Col::Marks => words.marks,
        }
    }
}

/// The lines of a ledger as a workbook lists them: each mass that a line adds, with everything that it is divided by.
///
/// # Example
/// ```
/// use core::ops::ControlFlow;
/// use emitrace::factor::Catalog;
/// use emitrace::gas::GwpSet;
/// use emitrace::inventory::{Options, Profile, compute_with};
/// use emitrace::place::Place;
/// use emitrace::report::{Lang, WorkbookLines, inventory_workbook};
///
/// let catalog = Catalog::bundled()?;
/// let options = Options::new(Profile::GhgProtocol, GwpSet::Ar5).with_region(Place::parse("VN")?);
/// let mut lines = WorkbookLines::new(&catalog, &options);
/// let ledger = "id,date,activity,quantity,unit\nA7,2023-05-31,electricity,1250,kWh\n";
/// let answer = compute_with(
///     ledger.as_bytes(),
///     &catalog,
///     &options,
///     Some(&mut |line| lines.take(line)),
///     &mut |_| ControlFlow::Continue(()),
/// )?;
/// let book = inventory_workbook(&answer, Some(lines), Lang::Vi)?;
/// assert!(book.starts_with(b"PK"));
/// # Ok::<(), emitrace::Error>(())
/// ```
#[derive(Debug)]
pub struct WorkbookLines<'c> {
    gases: &'c GasTable,
    gwp: GwpSet,
    profile: Profile,
    limit: usize,
    pub(super) rows: Vec<Vec<Cell>>,
}

impl<'c> WorkbookLines<'c> {
    /// No lines yet; the catalogue and the options are those of the inventory.
    pub fn new(catalog: &'c Catalog, options: &Options) -> WorkbookLines<'c> {
        WorkbookLines {
            gases: catalog.gases(),
            gwp: options.gwp,
            profile: options.profile,
            limit: options.limits.workbook_lines,
            rows: Vec::new(),
        }
    }

    /// Takes a line.
    ///
    /// # Errors
    /// `LIMIT_EXCEEDED` for more than `Limits::workbook_lines` masses, `OVERFLOW`.
    pub fn take(&mut self, line: &Line<'_>) -> Result<(), Error> {
        let period = line.period();
        let (start, end) = (period.start().to_string(), period.end().to_string());
        let month: String = start.chars().take(7).collect();
        let plain = |words: &str| text(words, Look::Plain);
        for mass in line.masses() {
            if self.rows.len() >= self.limit {
                let message = format!("more than {} masses for one workbook", self.limit);
                return Err(Error::new(Code::LimitExceeded, message)
                    .with_help("write the workbook without lines, and the lines as CSV"));
            }
            let info = self.gases.info(mass.gas);
            let gwp = self.gases.gwp(mass.gas, self.gwp);
            let effect = gwp.map(|gwp| mass.mass.co2e(gwp)).transpose()?.map(|effect| effect.to_string());
            let kg = mass.mass.to_string();
            let category = mass.category;
            let part = part(self.profile.counts(info), mass.gas == Gas::CO2_BIOGENIC, mass.account);
            let at = self.rows.len().saturating_add(2);
            let product = format!(
                "{}{at}*{}{at}",
                column_name(place(&OF_LINES, Col::Kg)),
                column_name(place(&OF_LINES, Col::Gwp))
            );
            let cells = OF_LINES.map(|(col, _)| match col {
                Col::Row => number(&line.row.to_string(), Shown::General),
                Col::Record => plain(&line.get(Field::Id)),
                Col::Start => day(&start, Shown::Day),
                Col::End => day(&end, Shown::Day),
                Col::Site => plain(&line.get(Field::Site)),
                Col::Supplier => plain(&line.get(Field::Supplier)),
                Col::Product => plain(&line.get(Field::Product)),
                Col::Entity => plain(line.entity()),
                Col::Activity => plain(line.activity()),
                Col::Region => plain(line.region()),
                Col::Scope => plain(category.scope().as_str()),
                Col::Category => plain(category.key()),
                Col::Iso => plain(&category.iso_14064_1().to_string()),
                Col::Month => plain(&month),
                Col::Account => plain(mass.account.as_str()),
                Col::Factor => plain(mass.factor),
                Col::Gas => plain(&info.name),
                Col::Part => plain(part),
                Col::Kg => number(&kg, Shown::General),
                Col::Gwp => gwp.map_or_else(|| plain(""), |gwp| number(&gwp.to_string(), Shown::General)),
                Col::Effect => effect
                    .as_ref()
                    .map_or_else(|| plain(""), |effect| formula(product.clone(), effect, Shown::General)),
                Col::ExactKg => text(lost(&kg), Look::Digits),
                Col::ExactEffect => text(effect.as_deref().map_or("", lost), Look::Digits),
                Col::Marks => plain(line.marks()),
            });
            self.rows.push(cells.to_vec());
        }
        Ok(())
    }
}

/// Which sum a mass belongs to, as the inventory adds it up (M-02).
fn part(counts: bool, biogenic: bool, account: Account) -> &'static str {
    match (counts, account) {
        (true, Account::Offsets) => "offsets",
        (true, _) => "total",
        // Market-based scope 2 repeats the location-based tonnes: what stands outside is counted in one view only.
        (false, Account::Scope2Market) => "repeated",
        (false, _) if biogenic => "biogenic",
        (false, _) => "outside",
    }
}

/// The number of a column, counted from 1.
fn place(columns: &[(Col, u32)], col: Col) -> u32 {
    let at = columns.iter().position(|(known, _)| *known == col).unwrap_or(0);
    u32::try_from(at).unwrap_or(0).saturating_add(1)
}

/// The sheet that totals are added up from.
pub(super) struct Data {
    name: &'static str,
    columns: &'static [(Col, u32)],
    rows: Vec<Vec<Cell>>,
}

impl Data {
    /// Lines, or the cells by category and gas where there are none.
    pub(super) fn new(
        answer: &InventoryAnswer,
        lines: Option<WorkbookLines<'_>>,
        words: &'static Words,
    ) -> Data {
        match lines {
            Some(lines) => Data { name: words.lines, columns: &OF_LINES, rows: lines.rows },
            None => Data { name: words.cells, columns: &OF_CELLS, rows: cells(answer) },
        }
    }

    pub(super) fn len(&self) -> usize {
        self.rows.len()
    }

    pub(super) fn has(&self, col: Col) -> bool {
        self.columns.iter().any(|(known, _)| *known == col)
    }

    /// The cells of a column, as formulas write them.
    pub(super) fn range(&self, col: Col) -> String {
        let letters = column_name(place(self.columns, col));
        let last = self.rows.len().max(1).saturating_add(1);
        format!("'{}'!${letters}$2:${letters}${last}", self.name)
    }

    pub(super) fn sheet(mut self, lang: Lang, words: &'static Words) -> Sheet {
        let heads = self.columns.iter().map(|(col, _)| text(col.head(lang, words), Look::Head)).collect();
        if lang == Lang::Vi {
            for row in &mut self.rows {
                for (cell, (col, _)) in row.iter_mut().zip(self.columns) {
                    if matches!(col, Col::Start | Col::End) {
                        *cell = day(&cell.text, Shown::DayFirst);
                    }
                }
            }
        }
        self.rows.insert(0, heads);
        let widths = self.columns.iter().map(|(_, width)| *width).collect();
        Sheet { name: self.name.into(), widths, frozen: 1, filter: true, rows: self.rows }
    }
}

/// The cells of a finished inventory: by category, account and gas, else by account and gas.
fn cells(answer: &InventoryAnswer) -> Vec<Vec<Cell>> {
    let inventory = &answer.inventory;
    let mut rows = Vec::new();
    let mut push = |category: &str, figures: &crate::wire::v1::Figures| {
        for gas in &figures.gases {
            let account = Account::parse(&gas.account).unwrap_or(Account::Scope1);
            // Offsets never count in a total, and biogenic CO2 has no effect.
            let counts = gas.in_total || account == Account::Offsets;
            let part = part(counts, gas.gas.as_str() == "CO2-biogenic", account);
            let effect = gas.kg_co2e.as_deref().unwrap_or_default();
            let plain = |words: &str| text(words, Look::Plain);
            rows.push(
                OF_CELLS
                    .map(|(col, _)| match col {
                        Col::Category => plain(category),
                        Col::Account => plain(&gas.account),
                        Col::Gas => plain(&gas.gas),
                        Col::Part => plain(part),
                        Col::Kg => number(&gas.kg, Shown::General),
                        Col::Effect => number(effect, Shown::General),
                        Col::ExactKg => text(lost(&gas.kg), Look::Digits),
                        _ => text(lost(effect), Look::Digits),
                    })
                    .to_vec(),
            );
        }
    };
    match outline::view(inventory, "category") {
        Some(view) => {
            for cell in &view.cells {
                push(cell.key.first().map_or("", String::as_str), &cell.figures);
            }
        }
        None => push("", &inventory.total),
    }
    rows
}
