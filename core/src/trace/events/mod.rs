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
use crate::epcis::{Log, Place, Sameness, Status};
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
pub(super) type Places = Vec<Place>;

/// Whether the bytes of a file are JSON: no table begins so.
pub(super) fn is_json(bytes: &[u8]) -> bool {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    matches!(bytes.trim_ascii_start().first(), Some(b'{' | b'['))
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
    let mut log = Log::default();
    let mut files = Vec::new();
    for source in sources {
        match log.add(&source.text, limits) {
            Ok(()) => files.push(source.file),
            Err(error) if error.code() == Code::LimitExceeded => return Err(error),
            Err(error) => {
                let path = error.path().to_owned();
                intake.tell(Severity::Error, &error, (source.file, 0), &path);
                intake.excluded = intake.excluded.saturating_add(1);
            }
        }
    }
    let same = intake.same.clone();
    log.settle(Sameness::Id, Some(&|text| same.resolve(text)));
    let mut places: Vec<(u32, Places)> = files.iter().map(|file| (*file, Vec::new())).collect();
    let mut numbers = Vec::with_capacity(log.rows.len());
    let mut counts = vec![v1::TraceTable::default(); files.len()];
    for row in &log.rows {
        let (Some((_, list)), Some(count)) = (places.get_mut(row.file), counts.get_mut(row.file)) else {
            continue;
        };
        list.push(row.place);
        numbers.push(u32::try_from(list.len()).unwrap_or(u32::MAX));
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
        table.name = source.map_or_else(String::new, |source| source.name.to_owned());
        tables.push(table);
    }
    for (row, remark) in &log.remarks {
        let Some(told) = log.rows.get(*row) else { continue };
        // Stocks and containers are looked at again where movements are booked, and told there.
        if matches!(remark.code, Code::AboveStock | Code::UsedBeforeMade | Code::ContainmentCircle) {
            continue;
        }
        let file = files.get(told.file).copied().unwrap_or_default();
        let path = format!("{}{}", told.place.path(), remark.path);
        let error = Error::new(remark.code, remark.message.clone());
        intake.tell(remark.severity, &error, (file, numbers.get(*row).copied().unwrap_or_default()), &path);
    }
    walk::Walk::new(&log, &files, &numbers, intake).all()?;
    Ok(places)
}
