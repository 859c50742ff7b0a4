//! What can only be seen across rows: repeated identifiers and names in two spellings.

use super::checks::Report;
use super::identity::{Identifiers, Seen, gtin_fault, is_scientific, key};
use super::names::{Known, Names};
use super::{Field, Record};
use crate::error::{Code, Finding, Severity};
use crate::limits::Limits;

/// Columns whose names are watched.
pub(super) const NAMED: [Field; 3] = [Field::Supplier, Field::Site, Field::Product];

/// Memory across the rows of a file, bounded by the limits.
#[derive(Debug)]
pub(super) struct Watch {
    identifiers: Identifiers,
    names: [Names; NAMED.len()],
    room: usize,
    told: bool,
}

impl Watch {
    pub(super) fn new(limits: &Limits) -> Watch {
        Watch {
            identifiers: Identifiers::new(limits.ids),
            names: Default::default(),
            room: limits.names,
            told: false,
        }
    }

    pub(super) fn ids_checked(&self) -> bool {
        self.identifiers.complete()
    }

    pub(super) fn check(&mut self, record: &Record, report: &mut Report<'_>) {
        let id = record.get(Field::Id);
        if !id.is_empty() {
            self.identifier(id, report);
        }
        let gtin = record.get(Field::Gtin);
        if !gtin.is_empty() {
            self.gtin(gtin, report);
        }
        for (field, names) in NAMED.into_iter().zip(&mut self.names) {
            let name = record.get(field);
            if name.is_empty() {
                continue;
            }
            let known = names.see(name, report.row, &mut self.room);
            tell_name(&mut self.told, known, (field, name), report);
        }
    }

    fn identifier(&mut self, id: &str, report: &mut Report<'_>) {
        if is_scientific(id) {
            let message = format!("`{id}` is a number that a spreadsheet shortened");
            let position = report.position(Field::Id);
            report.add(Finding::new(Severity::Error, Code::IdScientific, position, id, message));
            // Shortened identifiers are equal to each other by accident.
            return;
        }
        let seen = self.identifiers.see(key(id), report.row);
        self.tell(seen, id, report);
    }

    /// Gets ready to look at some identifiers, by their keys.
    pub(super) fn fetch(&mut self, keys: &[u128]) {
        self.identifiers.fetch(keys);
    }

    /// Looks at an identifier of a row in which everything else is good, by its key; whether anything is to be told.
    #[inline]
    pub(super) fn glance(&mut self, key: u128, row: u64) -> Option<Seen> {
        match self.identifiers.see(key, row) {
            Seen::First | Seen::NotChecked => None,
            seen => Some(seen),
        }
    }

    /// Looks at a name of such a row.
    pub(super) fn name(&mut self, field: Field, name: &str, report: &mut Report<'_>) {
        let Some(at) = NAMED.iter().position(|named| *named == field) else { return };
        if let Some(names) = self.names.get_mut(at) {
            let known =
                if name.is_empty() { Known::Fine } else { names.see(name, report.row, &mut self.room) };
            tell_name(&mut self.told, known, (field, name), report);
        }
    }

    /// Tells what is known about an identifier.
    pub(super) fn tell(&self, seen: Seen, id: &str, report: &mut Report<'_>) {
        match seen {
            Seen::First | Seen::NotChecked => {}
            Seen::Before(first) => {
                let message = format!("`{id}` is the identifier of row {first} already");
                let finding = Finding::new(
                    Severity::Error,
                    Code::DuplicateRecord,
                    report.position(Field::Id),
                    id,
                    message,
                );
                report.add(finding.with_help(format!(
                    "row {first} has it first: delete the copy, or give this row an identifier of its own"
                )));
            }
            Seen::Full => {
                let finding = Finding::new(
                    Severity::Info,
                    Code::DuplicatesNotChecked,
                    report.position(Field::Id),
                    id,
                    "from this row on, new identifiers are not compared with each other",
                );
                report.add(finding);
            }
        }
    }

    fn gtin(&self, gtin: &str, report: &mut Report<'_>) {
        let (code, message) = if is_scientific(gtin) {
            (Code::IdScientific, format!("`{gtin}` is a number that a spreadsheet shortened"))
        } else {
            match gtin_fault(gtin) {
                Some(message) => (Code::IdLength, message),
                None => return,
            }
        };
        let position = report.position(Field::Gtin);
        report.add(Finding::new(Severity::Warning, code, position, gtin, message));
    }
}

/// Tells what is known about a name; that there is no room for more of them is told once.
fn tell_name(told: &mut bool, known: Known, (field, name): (Field, &str), report: &mut Report<'_>) {
    match known {
        Known::Fine => {}
        Known::Like(other, row) => {
            let message = format!("`{name}` and `{other}` (row {row}) may be one");
            let position = report.position(field);
            report.add(Finding::new(Severity::Warning, Code::PossibleDuplicateName, position, name, message));
        }
        Known::Full => {
            if core::mem::replace(told, true) {
                return;
            }
            let finding = Finding::new(
                Severity::Info,
                Code::LimitExceeded,
                report.position(field),
                name,
                "there are more distinct names than are compared for spelling",
            );
            report.add(finding.with_help("raise the limit `names` if memory allows"));
        }
    }
}
