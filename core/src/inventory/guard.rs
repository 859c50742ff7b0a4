//! What can only be seen across counted rows: one document in two categories, and balances of refrigerants below zero.
//!
//! Warnings, never refusals: both rows may be right, and a person must look. Only what can be said with certainty of the
//! two rows is said.

use std::collections::{BTreeMap, HashMap};

use chrono::{Datelike, NaiveDate};

use super::resolve::Resolved;
use crate::activity::{Field, Record};
use crate::error::{Code, Error, Finding, Position, Severity};
use crate::limits::Limits;
use crate::method::Source;
use crate::number::{Amount, Mass};
use crate::period::Period;
use crate::unit::PriceLevel;

/// What a row of a document is, as far as it can be counted twice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Role {
    /// Fuel of own vehicles.
    OwnVehicle,
    /// Freight by others.
    Freight,
    /// A purchase at the price that the buyer pays, transport included.
    PurchaserPrice,
}

/// What rows with the same answer are to their documents.
#[derive(Clone, Copy, Debug)]
pub(super) struct Kind {
    role: Option<Role>,
    category: &'static str,
    activity: Fingerprint,
}

impl Kind {
    pub(super) fn of(resolved: &Resolved) -> Kind {
        Kind {
            role: role(resolved),
            category: resolved.category.key(),
            activity: Fingerprint::EMPTY.text(&resolved.activity),
        }
    }

    /// A row of this kind.
    pub(super) fn row(self, row: u64, quantity: Amount, unit: &str, period: Period) -> Seen {
        let same = self.activity.amount(quantity).text(unit).days(period);
        Seen { role: self.role, category: self.category, row, same }
    }
}

/// A counted row, as its document is compared with others.
#[derive(Clone, Copy, Debug)]
pub(super) struct Seen {
    role: Option<Role>,
    category: &'static str,
    row: u64,
    /// What the row says beside its category, to tell a copy from another item of the document.
    same: Fingerprint,
}

impl Seen {
    pub(super) fn row(&self) -> u64 {
        self.row
    }
}

/// Memory across the counted rows of a file, bounded by the limits.
#[derive(Debug)]
pub(super) struct Guard {
    documents: HashMap<Box<str>, Seen>,
    room: usize,
    /// Sums of refrigerants by account and activity, with the first row of each.
    balances: BTreeMap<Box<str>, (Mass, u64)>,
}

impl Guard {
    pub(super) fn new(limits: &Limits) -> Guard {
        Guard { documents: HashMap::new(), room: limits.names, balances: BTreeMap::new() }
    }

    /// Looks at a counted row that names a document; returns what must be said about its column `evidence`.
    pub(super) fn document(&mut self, evidence: &str, new: Seen) -> Option<Error> {
        if let Some(first) = self.documents.get(evidence) {
            return clash(evidence, first, &new);
        }
        if self.documents.len() < self.room {
            self.documents.insert(evidence.into(), new);
        }
        None
    }

    /// Looks at a counted row; returns what must be said about its column `evidence`.
    pub(super) fn see(
        &mut self,
        record: &Record,
        row: u64,
        resolved: &Resolved,
        masses: impl Iterator<Item = Mass>,
    ) -> Result<Option<Error>, Error> {
        if let Some(method) = resolved.method
            && matches!(method.number, "M-22" | "M-23")
        {
            let (sum, _) = self.balances.entry(resolved.activity.clone()).or_insert((Mass::ZERO, row));
            for mass in masses {
                *sum = sum.try_add(mass)?;
            }
        }
        let evidence = record.get(Field::Evidence);
        if evidence.is_empty() {
            return Ok(None);
        }
        let new = Kind::of(resolved).row(row, record.quantity(), record.get(Field::Unit), record.period());
        Ok(self.document(evidence, new))
    }

    /// What must be said when all rows are seen.
    pub(super) fn finish(self) -> impl Iterator<Item = Finding> {
        self.balances.into_iter().filter(|(_, (sum, _))| sum.units() < 0).map(|(activity, (sum, row))| {
            let message = format!("the movements of `{activity}` add up to {sum} kg, less than nothing");
            Finding::new(
                Severity::Warning,
                Code::NegativeBalance,
                Position::new(row, row, Field::Method.name()),
                &activity,
                message,
            )
        })
    }
}

/// What a second row of a document counts again.
fn clash(evidence: &str, first: &Seen, new: &Seen) -> Option<Error> {
    let pair = |a: Role, b: Role| {
        (first.role == Some(a) && new.role == Some(b)) || (first.role == Some(b) && new.role == Some(a))
    };
    let (at, category) = (first.row, first.category);
    let (message, help) = if pair(Role::OwnVehicle, Role::Freight) {
        (
            format!(
                "`{evidence}` is fuel of own vehicles and freight by others: row {at} has it in {category}"
            ),
            "keep own vehicles in scope 1 and freight by others in scope 3, each trip once",
        )
    } else if pair(Role::PurchaserPrice, Role::Freight) {
        (
            format!(
                "`{evidence}` is a purchase at purchaser price and its freight: row {at} has it in {category}"
            ),
            "a factor per purchaser price holds the transport to the buyer: take one without margins, or leave the freight out",
        )
    } else if first.category != new.category && first.same == new.same {
        (
            format!(
                "`{evidence}` is in two categories with one and the same quantity: row {at} has it in {category}"
            ),
            "keep the row in one category",
        )
    } else {
        return None;
    };
    Some(Error::new(Code::DoubleCount, message).with_help(help))
}

fn role(resolved: &Resolved) -> Option<Role> {
    let spend = resolved.method.is_some_and(|method| method.source == Source::Money);
    match resolved.category.key() {
        "1.mobile" => Some(Role::OwnVehicle),
        "3.4" | "3.9" => Some(Role::Freight),
        // USEEIO and its like print a second row for each activity that leaves the margins out.
        "3.1" | "3.2" if spend && !resolved.activity.ends_with("-without-margins") => {
            let level = resolved.priced.as_ref()?;
            (*level == PriceLevel::Purchaser).then_some(Role::PurchaserPrice)
        }
        _ => None,
    }
}

/// Activity, quantity, unit and days as one number (FNV-1a): equal rows are equal, and others practically never.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Fingerprint(u64);

impl Fingerprint {
    const EMPTY: Fingerprint = Fingerprint(0xcbf2_9ce4_8422_2325);

    fn bytes(self, bytes: &[u8]) -> Fingerprint {
        let step = |sum: u64, byte: &u8| (sum ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        Fingerprint(bytes.iter().fold(self.0, step))
    }

    fn text(self, text: &str) -> Fingerprint {
        self.bytes(text.as_bytes()).bytes(&[0])
    }

    fn amount(self, amount: Amount) -> Fingerprint {
        self.bytes(&amount.mantissa().to_le_bytes()).bytes(&amount.scale().to_le_bytes())
    }

    fn days(self, period: Period) -> Fingerprint {
        let day = |day: NaiveDate| day.num_days_from_ce().to_le_bytes();
        self.bytes(&day(period.start())).bytes(&day(period.end()))
    }
}
