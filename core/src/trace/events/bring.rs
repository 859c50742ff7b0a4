//! What begins, what is used, and what ends.

use super::amount::Counted;
use super::master::master;
use super::walk::Walk;
use crate::epcis::{Item, Name, Role, Row};
use crate::error::{Code, Error, Severity};
use crate::trace::record::{About, Kind, Record};

impl Walk<'_, '_> {
    /// Things that begin to be: what is told of them is where they come from.
    pub(super) fn make(&mut self, number: usize, row: &Row<'_>) -> Result<(), Error> {
        let log = self.log;
        let told = self.master(number).map(master).unwrap_or_default();
        if told.several {
            let error =
                Error::new(Code::UnknownValue, "several countries of origin are told; none of them is taken")
                    .with_help("tell one country for each lot, or make the lots apart");
            self.tell(number, Severity::Warning, &error, &format!("{}/ilmd", log.path_of(row)));
        }
        let names = &mut self.intake.movements;
        let country = names.number(&crate::trace::intake::country(&told.country));
        let heat = names.number(&told.lot);
        let about = About { country, heat, ..self.parties(row, false) };
        for item in log.items(row) {
            let id = log.one(item.id);
            self.mention(row, id)?;
            let Some(thing) = self.get(id) else { continue };
            // A container is what is in it; and a thing begins once.
            let again = Self::is_single(item) && thing.known;
            if (thing.container && !thing.own) || again {
                self.know(id);
                continue;
            }
            let counted = self.counted(number, row, item);
            self.come(number, row, (id, Kind::Receive), counted, about)?;
        }
        Ok(())
    }

    /// Things that end: sold or dispensed, else scrapped.
    pub(super) fn end(&mut self, number: usize, row: &Row<'_>) -> Result<(), Error> {
        let log = self.log;
        let step = row.step.map_or("", |step| log.texts.text(step));
        let kind = if matches!(step, "retail_selling" | "dispensing") { Kind::Ship } else { Kind::Scrap };
        let about = self.parties(row, true);
        for item in log.items(row) {
            let id = log.one(item.id);
            self.mention(row, id)?;
            let counted = self.counted(number, row, item);
            if let Some(record) = self.take(number, row, (id, kind), counted, item)? {
                self.push(record, about)?;
            }
        }
        Ok(())
    }

    /// One run for each event, or for all events with one `transformationID`.
    pub(super) fn transform(&mut self, number: usize, row: &Row<'_>) -> Result<(), Error> {
        let log = self.log;
        let run = match row.transformation.or(row.id) {
            Some(name) => self.text(Some(name)),
            None => {
                let (file, event) = self.evidence(number);
                let file = self.intake.files.get(crate::trace::at(file)).map_or("", |name| name);
                let name = format!("{file}#{event}");
                self.intake.movements.number(&name)
            }
        };
        let process = self.text(row.step);
        let about = self.parties(row, true);
        for item in log.items(row) {
            let id = log.one(item.id);
            self.mention(row, id)?;
            let counted = self.counted(number, row, item);
            if matches!(item.role, Role::InputEpc | Role::InputQuantity) {
                if let Some(record) = self.take(number, row, (id, Kind::Consume), counted, item)? {
                    self.push(Record { run, process, ..record }, about)?;
                }
            } else {
                let record = self.record(number, row, Kind::Produce, id);
                self.know(id);
                self.push(Record { run, process, quantity: counted.0, base: counted.1, ..record }, about)?;
            }
        }
        Ok(())
    }

    pub(super) fn counted(&mut self, number: usize, row: &Row<'_>, item: &Item<'_>) -> Counted {
        let log = self.log;
        let (class, _) = self.names(log.one(item.id));
        self.amount(number, row, item, class)
    }

    pub(super) fn know(&mut self, id: Name) {
        if let Some(thing) = self.thing(id) {
            thing.known = true;
        }
    }

    /// Something comes in from outside.
    pub(super) fn come(
        &mut self,
        number: usize,
        row: &Row<'_>,
        (id, kind): (Name, Kind),
        (quantity, base): Counted,
        about: About,
    ) -> Result<(), Error> {
        let record = self.record(number, row, kind, id);
        self.know(id);
        if let Some(thing) = self.thing(id) {
            thing.received |= kind == Kind::Receive;
        }
        self.push(Record { quantity, base, ..record }, about)
    }

    /// The record by which a thing is taken; none for an empty container. What nobody told the coming of was there before: as
    /// much of it as is taken now, and where it came from is an open question.
    pub(super) fn take(
        &mut self,
        number: usize,
        row: &Row<'_>,
        (id, kind): (Name, Kind),
        (quantity, base): Counted,
        item: &Item<'_>,
    ) -> Result<Option<Record>, Error> {
        if self.is_full(id) {
            return Ok(Some(self.box_record(number, row, kind, id)));
        }
        let Some(thing) = self.get(id) else { return Ok(None) };
        if thing.container && !thing.own {
            return Ok(None);
        }
        let told =
            thing.made || thing.received || (thing.known && Self::is_single(item)) || self.on_cards(id);
        if !told {
            if !thing.known {
                let message = format!("nothing says where `{}` came from", self.log.things.text(id));
                let help = "add the events that make or receive it; until then it counts as having been there, of unknown origin";
                let error = Error::new(Code::MissingParent, message).with_help(help);
                let path = self.place_of(row, item);
                self.tell(number, Severity::Warning, &error, &path);
            }
            let about = About { place: self.place(row), ..About::default() };
            self.come(number, row, (id, Kind::Opening), (quantity, base), about)?;
        }
        let record = self.record(number, row, kind, id);
        Ok(Some(Record { quantity, base, ..record }))
    }
}
