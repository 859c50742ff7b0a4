//! EPCIS events as movements (METHODS M-218): what they say of things becomes receipts, runs, packings, shipments and scrap.
//!
//! An identifier names one thing or lot wherever it is, so things of events have no store of their own: where they were seen is
//! told beside them, and a way between two sites that nobody told does not break the chain. Where stock cards hold a lot, events
//! take it from the store that the cards brought it to.

mod amount;
mod bring;
mod master;
mod pack;
mod ship;
mod walk;

use std::borrow::Cow;

use super::intake::Intake;
use crate::epcis::{self, Log, Place, Remark, Row, Sameness, Status};
use crate::error::{Code, Error, Severity};
use crate::limits::Limits;
use crate::wire::v1;

/// A text of events: the number of its file, and its name.
pub(super) struct Source<'r> {
    pub(super) file: u32,
    pub(super) name: &'r str,
    pub(super) text: Cow<'r, str>,
}

/// Where the events of a file stand, by their number.
#[derive(Clone, Debug, Default)]
pub(super) struct Places {
    list: Vec<Place>,
    /// The ways through a text in another form, which the places do not tell.
    ways: Vec<String>,
}

impl Places {
    /// Where an event stands, by its number from 1 on.
    pub(super) fn path(&self, number: u32) -> Option<String> {
        let at = crate::trace::at(number).checked_sub(1)?;
        self.ways.get(at).cloned().or_else(|| self.list.get(at).map(|place| place.path()))
    }
}

/// Whether the bytes of a file are JSON or XML: no table begins so.
pub(super) fn holds_events(bytes: &[u8]) -> bool {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    matches!(bytes.trim_ascii_start().first(), Some(b'{' | b'[' | b'<'))
}

/// Reads all events together, for one file can retract or repeat what another says, and takes those that count in as movements.
///
/// # Errors
/// `LIMIT_EXCEEDED`; what is wrong with a file or an event is told.
pub(super) fn read(
    sources: &[Source<'_>],
    intake: &mut Intake,
    tables: &mut Vec<v1::TraceTable>,
    limits: &Limits,
) -> Result<Vec<(u32, Places)>, Error> {
    let opened: Vec<(u32, &str, Result<epcis::Source<'_>, Error>)> = sources
        .iter()
        .map(|source| (source.file, source.name, epcis::Source::open(&source.text, limits)))
        .collect();
    let mut log = Log::default();
    let mut files = Vec::new();
    for (file, _, source) in &opened {
        match source.as_ref().map_err(Clone::clone).and_then(|source| log.add(source, limits)) {
            Ok(()) => files.push(*file),
            Err(error) if error.code() == Code::LimitExceeded => return Err(error),
            Err(error) => {
                let path = error.path().to_owned();
                intake.tell(Severity::Error, &error, (*file, 0), &path);
                intake.excluded = intake.excluded.saturating_add(1);
            }
        }
    }
    let same = intake.same.clone();
    log.settle(Sameness::Id, Some(&|text| same.resolve(text)));
    let mut places: Vec<(u32, Places)> = files.iter().map(|file| (*file, Places::default())).collect();
    let mut numbers = Vec::with_capacity(log.rows.len());
    let mut counts = vec![v1::TraceTable::default(); files.len()];
    for row in &log.rows {
        let (Some((_, list)), Some(count)) = (places.get_mut(row.file), counts.get_mut(row.file)) else {
            continue;
        };
        list.list.push(row.place);
        if log.sources.get(row.file).is_some_and(|source| source.is_translated()) {
            list.ways.push(log.path_of(row));
        }
        numbers.push(u32::try_from(list.list.len()).unwrap_or(u32::MAX));
        count.rows = count.rows.saturating_add(1);
        intake.records = intake.records.saturating_add(1);
        match row.status {
            Status::Unreadable => {
                count.excluded = count.excluded.saturating_add(1);
                intake.excluded = intake.excluded.saturating_add(1);
            }
            Status::Void => intake.voided = intake.voided.saturating_add(1),
            Status::Ok | Status::Warning => {}
        }
    }
    for (mut table, file) in counts.into_iter().zip(&files) {
        let source = sources.iter().find(|source| source.file == *file);
        table.name = source.map_or_else(String::new, |source| source.name.into());
        tables.push(table);
    }
    tell(&log, (&files, &numbers), intake, limits);
    walk::Walk::new(&log, &files, &numbers, intake).all()?;
    Ok(places)
}

/// Hands on what is to be said about events, with its place in the file that was given.
fn tell(log: &Log<'_>, (files, numbers): (&[u32], &[u32]), intake: &mut Intake, limits: &Limits) {
    // Stocks and containers are looked at again where movements are booked, and told there.
    let twice = |code| matches!(code, Code::AboveStock | Code::UsedBeforeMade | Code::ContainmentCircle);
    for (number, (source, file)) in log.sources.iter().zip(files).enumerate() {
        let remarks: Vec<(usize, &Row<'_>, &Remark)> = log
            .remarks
            .iter()
            .filter(|(_, remark)| !twice(remark.code))
            .filter_map(|(at, remark)| Some((*at, log.rows.get(*at)?, remark)))
            .filter(|(_, row, _)| row.file == number)
            .collect();
        // No more places are looked for than findings are listed.
        let wanted: Vec<(Place, &str)> =
            remarks.iter().take(intake.most).map(|(_, row, remark)| (row.place, &*remark.path)).collect();
        let mut told = source.tell(&wanted, limits).into_iter();
        for (at, _, remark) in remarks {
            let (path, place) = told.next().unwrap_or_default();
            let place = place.map(|(line, column)| format!(" (line {line}, column {column})"));
            let message = format!("{}{}", remark.message, place.unwrap_or_default());
            let row = numbers.get(at).copied().unwrap_or_default();
            intake.tell(remark.severity, &Error::new(remark.code, message), (*file, row), &path);
        }
    }
}
