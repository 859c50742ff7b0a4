//! Lines as they are kept to be compared: what they say, and what they are multiplied by.

use std::collections::HashMap;
use std::rc::Rc;

use chrono::Datelike;

use super::Side;
use crate::activity::{Field, Ledger, Record};
use crate::error::{Code, Error};
use crate::factor::{Catalog, Choice, FactorIndex, Step};
use crate::gas::Gas;
use crate::inventory::{Dimension, WholeLine, factor_use};
use crate::limits::Limits;
use crate::number::{Amount, Coefficient, Ratio};
use crate::scope::{Account, Category};
use crate::unit::Unit;

/// Texts by number; one for both ledgers, so that equal texts are equal numbers.
#[derive(Debug, Default)]
pub(super) struct Words {
    numbers: HashMap<Rc<str>, u32>,
    texts: Vec<Rc<str>>,
}

impl Words {
    pub(super) fn number(&mut self, text: &str) -> u32 {
        if let Some(known) = self.numbers.get(text) {
            return *known;
        }
        // The limit on compared lines ends the run long before 2^32 texts.
        let number = u32::try_from(self.texts.len()).unwrap_or(u32::MAX);
        let text: Rc<str> = text.into();
        self.numbers.insert(text.clone(), number);
        self.texts.push(text);
        number
    }

    pub(super) fn text(&self, number: u32) -> &str {
        usize::try_from(number).ok().and_then(|at| self.texts.get(at)).map_or("", |text| &**text)
    }
}

/// What a group of equal rows is multiplied by.
#[derive(Debug)]
pub(super) struct Way {
    pub(super) activity: u32,
    pub(super) category: Category,
    pub(super) region: u32,
    /// Legal entity of the organisation.
    pub(super) entity: u32,
    pub(super) unit: Unit,
    pub(super) legs: Vec<WayLeg>,
}

/// One account's part of a way.
#[derive(Debug)]
pub(super) struct WayLeg {
    pub(super) account: Account,
    /// Where the leg is reported: the row's own category, or another one that the row's activity brings with it.
    pub(super) category: Category,
    pub(super) factor: u32,
    /// Digest of the factor's record: another one under the same name is another edition.
    pub(super) digest: u32,
    pub(super) edition: u32,
    /// Kinds of the steps that are more than conversions: measured, net calorific value, density …
    pub(super) properties: u32,
    /// The share of the organisation, which is in the coefficients.
    pub(super) share: Ratio,
    pub(super) gases: Vec<(Gas, Coefficient)>,
}

/// Columns beside the quantity that can move a line from cell to cell.
pub(super) const TEXTS: [(Dimension, Field); 3] = [
    (Dimension::Site, Field::Site),
    (Dimension::Supplier, Field::Supplier),
    (Dimension::Product, Field::Product),
];

/// A line as it is kept.
#[derive(Clone, Debug)]
pub(super) struct Kept {
    pub(super) row: u64,
    pub(super) id: Box<str>,
    pub(super) quantity: Amount,
    pub(super) way: Rc<Way>,
    /// Site, supplier and product.
    pub(super) texts: [u32; 3],
    pub(super) month: u32,
}

/// The lines of one ledger on their way into the comparison.
pub(super) struct Keeper<'a> {
    catalog: &'a Catalog,
    limit: usize,
    ways: HashMap<(u64, usize), Rc<Way>>,
    factors: HashMap<FactorIndex, (u32, u32, u32)>,
}

impl<'a> Keeper<'a> {
    pub(super) fn new(side: &Side<'a>) -> Keeper<'a> {
        Keeper {
            catalog: side.catalog,
            limit: side.options.limits.groups,
            ways: HashMap::new(),
            factors: HashMap::new(),
        }
    }

    pub(super) fn keep(&mut self, words: &mut Words, line: &WholeLine<'_>) -> Result<Kept, Error> {
        let way = match self.ways.get(&line.answer()) {
            Some(way) => way.clone(),
            None => {
                if self.ways.len() >= self.limit {
                    let message = format!("more than {} kinds of lines to compare", self.limit);
                    return Err(Error::new(Code::LimitExceeded, message)
                        .with_help("compare the finished inventories instead of the ledgers"));
                }
                let way = Rc::new(self.way(words, line)?);
                self.ways.insert(line.answer(), way.clone());
                way
            }
        };
        let start = line.record.period().start();
        Ok(Kept {
            row: line.row,
            id: line.record.get(Field::Id).into(),
            quantity: line.record.quantity(),
            way,
            texts: TEXTS.map(|(_, field)| words.number(line.record.get(field))),
            month: words.number(&format!("{:04}-{:02}", start.year(), start.month())),
        })
    }

    fn way(&mut self, words: &mut Words, line: &WholeLine<'_>) -> Result<Way, Error> {
        let mut legs = Vec::new();
        for (account, category, choice, share) in line.legs() {
            let (factor, digest, edition) = self.factor(words, choice.factor)?;
            let properties = words.number(&self.properties(choice));
            let gases = choice.coefficients.clone();
            legs.push(WayLeg { account, category, factor, digest, edition, properties, share, gases });
        }
        Ok(Way {
            activity: words.number(line.activity()),
            category: line.category(),
            region: words.number(line.region()),
            entity: words.number(line.entity()),
            unit: line.unit().clone(),
            legs,
        })
    }

    fn factor(&mut self, words: &mut Words, index: FactorIndex) -> Result<(u32, u32, u32), Error> {
        if let Some(known) = self.factors.get(&index) {
            return Ok(*known);
        }
        let used = factor_use(self.catalog, index, 0)?;
        let pack = self.catalog.pack_of(self.catalog.factor(index));
        let edition = pack.map_or_else(String::new, |pack| format!("{}, {}", pack.id, pack.edition));
        let known = (words.number(&used.id), words.number(&used.digest), words.number(&edition));
        self.factors.insert(index, known);
        Ok(known)
    }

    fn properties(&self, choice: &Choice) -> String {
        let mut kinds: Vec<&str> = Vec::new();
        for step in &choice.steps {
            match step {
                Step::Unit { .. } => {}
                Step::Property { factor, .. } => kinds.push(self.catalog.factor(*factor).kind.as_str()),
                Step::Measured { .. } => kinds.push("measured"),
                Step::Term { term, .. } | Step::Move { term, .. } => kinds.push(term),
            }
        }
        kinds.join(" ")
    }
}

/// By what lines of two ledgers are matched.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum MatchBy {
    /// By identifier; lines without one by their group.
    #[default]
    Id,
    /// By site, activity, supplier, product, view and period.
    Group,
}

/// Which part of its period a group has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum MatchPeriod {
    /// First and last day.
    #[default]
    Day,
    /// The month of the first day, of any year.
    Month,
    /// Nothing: one year is compared with another.
    Year,
}

/// How lines are matched.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Matching {
    /// By what.
    pub by: MatchBy,
    /// With which part of the period.
    pub period: MatchPeriod,
}

/// What a line is matched by.
pub(super) type LineKey = Box<[u8]>;

impl Matching {
    /// The key of a row. Identifiers and groups cannot be equal to each other.
    pub(super) fn key(self, record: &Record, activity: &str) -> LineKey {
        let id = record.get(Field::Id);
        if self.by == MatchBy::Id && !id.is_empty() {
            return [b"i", id.as_bytes()].concat().into();
        }
        let mut key = Vec::from(*b"g");
        let texts = [Field::Site, Field::Supplier, Field::Product, Field::View];
        for text in texts.into_iter().map(|field| record.get(field)).chain([activity]) {
            key.extend_from_slice(text.as_bytes());
            key.push(0);
        }
        let period = record.period();
        match self.period {
            MatchPeriod::Day => key.extend_from_slice(period.to_string().as_bytes()),
            MatchPeriod::Month => key.extend_from_slice(&period.start().month().to_le_bytes()),
            MatchPeriod::Year => {}
        }
        key.into()
    }

    /// The matching in one sentence, for the answer.
    pub(super) fn describe(self) -> String {
        let group = match self.period {
            MatchPeriod::Day => "site, activity, supplier, product, view, first and last day",
            MatchPeriod::Month => "site, activity, supplier, product, view and month of the year",
            MatchPeriod::Year => "site, activity, supplier, product and view",
        };
        match self.by {
            MatchBy::Id => format!("by id; lines without id by {group}, in the order of their rows"),
            MatchBy::Group => format!("by {group}, in the order of their rows"),
        }
    }
}

/// The identifiers of rows that a ledger has and its inventory has not.
///
/// Rows without an identifier are not looked for: what could not be read of a bad row may be what it is known by.
pub(super) fn excluded_ids(
    side: &Side<'_>,
    counted: &Rows,
    mut take: impl FnMut(&str, u64),
) -> Result<(), Error> {
    let Ok(mut reader) = Ledger::open((side.open)()?, &side.options.read, &side.options.limits) else {
        return Ok(());
    };
    let mut record = Record::default();
    while reader.read_row(&mut record, &mut |_| {})?.is_some() {
        let (id, row) = (record.get(Field::Id), record.row());
        if !id.is_empty() && !counted.has(row) {
            take(id, row.saturating_add(side.options.row_offset));
        }
    }
    Ok(())
}

/// Which rows were counted: one bit a row.
#[derive(Debug, Default)]
pub(super) struct Rows(Vec<u64>);

impl Rows {
    fn place(row: u64) -> (usize, u64) {
        (
            usize::try_from(row >> 6).unwrap_or(usize::MAX),
            1u64.wrapping_shl(u32::try_from(row & 63).unwrap_or(0)),
        )
    }

    pub(super) fn take(&mut self, row: u64, limits: &Limits) {
        let (at, bit) = Rows::place(row);
        if row > limits.rows.saturating_add(1) {
            return;
        }
        if at >= self.0.len() {
            self.0.resize(at.saturating_add(1), 0);
        }
        if let Some(word) = self.0.get_mut(at) {
            *word |= bit;
        }
    }

    fn has(&self, row: u64) -> bool {
        let (at, bit) = Rows::place(row);
        self.0.get(at).is_some_and(|word| word & bit != 0)
    }
}
