//! Events that do not count: those that were told in error, and those that stand twice.

use std::collections::{HashMap, HashSet};

use super::{Log, Name, Row, Sameness, Status};
use crate::epcis::document::visit;
use crate::epcis::event::Kind;
use crate::epcis::hash::Hasher;
use crate::error::{Code, Severity};
use crate::limits::Limits;

impl<'a> Log<'a> {
    /// Events that were declared to be in error, and the statements that they retract.
    pub(super) fn void(&mut self) {
        let mut retracted: Vec<Name> = Vec::new();
        let mut nameless: Vec<usize> = Vec::new();
        for (number, row) in self.rows.iter().enumerate() {
            match (row.retracted, row.id) {
                (true, Some(id)) => retracted.push(id),
                (true, None) => nameless.push(number),
                _ => {}
            }
        }
        retracted.sort_unstable();
        // Without an identifier the retracted statement is the one that says the same.
        let hashes: Vec<(usize, String)> = if nameless.is_empty() {
            Vec::new()
        } else {
            let without = |(_, row): &(usize, &Row<'_>)| row.id.is_none() && row.status != Status::Unreadable;
            self.rows
                .iter()
                .enumerate()
                .filter(without)
                .filter_map(|(at, row)| Some((at, self.hash(row)?)))
                .collect()
        };
        let retracts = |at: &usize| nameless.binary_search(at).is_ok();
        let mut said: Vec<&String> =
            hashes.iter().filter(|(at, _)| retracts(at)).map(|(_, hash)| hash).collect();
        said.sort_unstable();
        let same = |(_, hash): &&(usize, String)| said.binary_search(&hash).is_ok();
        let meant: Vec<usize> = hashes.iter().filter(same).map(|(at, _)| *at).collect();
        let mut voids = Vec::new();
        for (number, row) in self.rows.iter_mut().enumerate() {
            let void = row.id.is_some_and(|id| retracted.binary_search(&id).is_ok())
                || meant.binary_search(&number).is_ok();
            if void && row.status != Status::Unreadable {
                row.status = Status::Void;
                voids.push((number, row.retracted));
            }
        }
        for (number, declares) in voids {
            let message = if declares {
                "the event declares that it was told in error"
            } else {
                "the event was declared to be in error"
            };
            self.say(number, Severity::Info, Code::EventVoid, "", message.into());
        }
        let mut held: Vec<Name> =
            self.rows.iter().filter(|row| row.counts()).filter_map(|row| row.id).collect();
        held.sort_unstable();
        for (number, id) in core::mem::take(&mut self.correctives) {
            if held.binary_search(&id).is_err() {
                let message = format!("the corrective event `{}` is not here", self.texts.text(id));
                self.say(
                    number,
                    Severity::Warning,
                    Code::CorrectiveMissing,
                    "/errorDeclaration/correctiveEventIDs",
                    message,
                );
            }
        }
    }

    /// The hash of an event that stands in the text.
    pub(crate) fn hash(&self, row: &Row<'a>) -> Option<String> {
        let frame = self.frames.get(row.file)?;
        let mut hash = None;
        let _ = visit(row.raw, &Limits::default(), &mut |met| {
            if let Ok(event) = &met.event {
                hash = Some(Hasher::default().hash(event, frame));
            }
            Ok(())
        });
        hash
    }

    /// Events that are the only ones of their kind at their time: no other can have their hash, so it need not be worked out.
    fn alone(&self, sameness: Sameness) -> HashSet<usize> {
        let mut by_time: HashMap<(Kind, String), Option<usize>> = HashMap::new();
        for (number, row) in self.rows.iter().enumerate() {
            if row.counts() && (row.id.is_none() || sameness == Sameness::Hash) {
                let time = row.time.milliseconds().unwrap_or_default();
                by_time.entry((row.kind, time)).and_modify(|only| *only = None).or_insert(Some(number));
            }
        }
        by_time.into_values().flatten().collect()
    }

    /// Events that stand here twice.
    pub(super) fn repeated(&mut self, sameness: Sameness) {
        // By the number of the eventID.
        let mut first: Vec<Option<usize>> = vec![None; self.texts.len()];
        let alone = self.alone(sameness);
        let mut first_hash: HashMap<String, usize> = HashMap::new();
        for number in 0..self.rows.len() {
            let Some(row) = self.rows.get(number).filter(|row| row.counts()) else { continue };
            let mut twin = None;
            if let Some(slot) = row.id.and_then(|id| first.get_mut(usize::try_from(id).ok()?)) {
                match slot.and_then(|at| Some((at, self.rows.get(at)?))) {
                    None => *slot = Some(number),
                    Some((at, other)) => {
                        let same = row.raw == other.raw || self.hash(row) == self.hash(other);
                        twin = Some((at, same));
                    }
                }
            }
            if twin.is_none()
                && (row.id.is_none() || sameness == Sameness::Hash)
                && !alone.contains(&number)
                && let Some(hash) = self.hash(row)
            {
                match first_hash.get(&hash) {
                    None => {
                        first_hash.insert(hash, number);
                    }
                    Some(at) => twin = Some((*at, true)),
                }
            }
            let Some((at, same)) = twin else { continue };
            if let Some(row) = self.rows.get_mut(number) {
                row.status = Status::Void;
            }
            let other = self.path(at);
            if same {
                self.say(
                    number,
                    Severity::Info,
                    Code::DuplicateEvent,
                    "",
                    format!("the event says what {other} says"),
                );
            } else {
                let message =
                    format!("{other} has the same eventID and says something else; this one does not count");
                self.say(number, Severity::Error, Code::EventIdConflict, "/eventID", message);
            }
        }
    }
}
