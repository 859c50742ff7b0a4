//! openLCA JSON-LD: processes with their elementary flows, as factors of the gases that go to air.
//!
//! A package is a graph, and this importer does not solve it. A process becomes a factor if it stands for itself: a
//! system process (its flows are the sum of a life cycle), the result of a product system, or a unit process that takes
//! nothing from others. Whatever is linked to other processes, gives several products or avoids some is left, and the
//! report says at which exchange.
//!
//! Units are read as the package's unit groups define them, in whole numbers; where a group and this library disagree on
//! a size, the group is followed and the note says so. Characterisation factors of impact categories are compared with
//! the GWP sets and left: which set counts is the choice of an inventory.

mod gas;
mod impact;
mod json;
mod package;
mod process;
mod store;

#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};

use super::job::{About, Job};
use super::slug::slug;
use crate::error::{Code, Error};
use crate::limits::Limits;
use json::Object;
use package::Kind;
use process::Ready;
use store::Store;

pub(super) fn read(job: &mut Job<'_>) -> Result<About, Error> {
    let limits = Limits::default();
    let limits = limits.clone().with_zip_entries(limits.package_entries);
    let parts = package::open(job.files, &limits, &mut job.draft.report)?;
    let mut store = Store::default();
    let mut ready: Vec<Ready> = Vec::new();
    let mut seen = BTreeSet::new();
    // Parts stand in the order of their kinds: what processes refer to comes before them.
    for part in parts {
        let text = part.read(&limits);
        let object = text.as_ref().map_err(Error::clone).and_then(|text| Object::of_file(text, &part.name));
        let object = match object {
            Ok(object) => object,
            Err(error) => {
                job.draft.report.refused(&part.name, "", &error);
                continue;
            }
        };
        match part.kind {
            Kind::Process | Kind::Result => {
                let Some(found) = process::read(job, &store, part.kind, &object) else { continue };
                if seen.insert((part.kind, found.id.clone())) {
                    ready.push(found);
                } else {
                    let error = store::twice(&found.id, &object);
                    found.factor.refuse(&mut job.draft.report, &error);
                }
            }
            Kind::ImpactCategory => impact::compare(job, &store, &object),
            kind => {
                if let Err(error) = store.take(kind, &object) {
                    let at = if error.path().is_empty() { &object.path } else { error.path() };
                    job.draft.report.refused(at, "", &error);
                }
            }
        }
    }
    name(job, ready)?;
    Ok(About::default())
}

/// Gives the factors their names: that of the process, and the head of its identifier where several would have the same.
fn name(job: &mut Job<'_>, ready: Vec<Ready>) -> Result<(), Error> {
    const HEAD: usize = 8;
    let key = |ready: &Ready| {
        let year: String = ready.factor.head.valid_from.chars().take(4).collect();
        (slug(&ready.name), ready.factor.head.place.clone(), year)
    };
    let mut counts: BTreeMap<_, u64> = BTreeMap::new();
    for ready in &ready {
        let count = counts.entry(key(ready)).or_default();
        *count = count.saturating_add(1);
    }
    for mut ready in ready {
        let key = key(&ready);
        let alone = counts.get(&key) == Some(&1);
        let (name, place, year) = key;
        let id: String = ready.id.chars().take(HEAD).collect();
        let activity = if alone { name } else { slug(&format!("{name} {id}")) };
        let dated = if year.is_empty() { String::new() } else { format!("-{year}") };
        ready.factor.head.slug = slug(&format!("{activity}-{}{dated}", place.to_lowercase()));
        ready.factor.head.activity = activity;
        // A name of the register means what a ledger pays for; a process of the same name may mean something else.
        if job.draft.catalog.activity(&ready.factor.head.activity).is_some() {
            let message = format!("`{}` is an activity of the register", ready.factor.head.activity);
            let error = Error::new(Code::DuplicateRecord, message)
                .with_help("give the process another name: factors of the register have their own meaning")
                .at(ready.path.as_str());
            ready.factor.refuse(&mut job.draft.report, &error);
            continue;
        }
        job.add(ready.factor, &ready.word)?;
    }
    Ok(())
}
