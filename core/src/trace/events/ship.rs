//! Shipments and receipts: a shipment that a later event answers is a way between two sites, any other is a delivery.

use std::collections::BTreeSet;

use super::amount::Counted;
use super::walk::Walk;
use crate::epcis::{Item, Name, Row, What};
use crate::error::{Code, Error, Severity};
use crate::trace::links::NONE;
use crate::trace::record::{About, Kind, Record};

/// Something that was sent.
#[derive(Clone, Copy, Debug)]
pub(super) struct Shipment {
    record: Record,
    about: About,
    /// The row of its event.
    number: usize,
    answered: bool,
}

/// What an observed step does.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Step {
    Out,
    In,
    /// What was sent was not sent.
    NotOut,
    Other,
}

impl Walk<'_, '_> {
    pub(super) fn observe(&mut self, number: usize, row: &Row<'_>) -> Result<(), Error> {
        let log = self.log;
        let step = match row.step.map_or("", |step| log.texts.text(step)) {
            "shipping" | "departing" | "retail_selling" | "dispensing" => Step::Out,
            "receiving" | "arriving" | "accepting" => Step::In,
            "void_shipping" => Step::NotOut,
            _ => Step::Other,
        };
        for item in log.items(row) {
            let id = log.one(item.id);
            match step {
                Step::Out => self.ship(number, row, item, id)?,
                Step::In => self.receive(number, row, item, id)?,
                Step::NotOut => self.not_shipped(id),
                Step::Other => self.mention(row, id)?,
            }
        }
        Ok(())
    }

    pub(super) fn seen(&mut self, row: &Row<'_>) -> Result<(), Error> {
        let log = self.log;
        for item in log.items(row) {
            self.mention(row, log.one(item.id))?;
        }
        Ok(())
    }

    fn ship(&mut self, number: usize, row: &Row<'_>, item: &Item<'_>, id: Name) -> Result<(), Error> {
        let single = Self::is_single(item);
        let pending = self.get(id).map_or(NONE, |thing| thing.shipment);
        if single && let Some(shipment) = self.shipment(pending) {
            // Loading, departing and the like of one shipment are one; from another place it is the next.
            let from = self.log.rows.get(shipment.number).and_then(|row| row.at);
            if from.is_none() || row.at.is_none() || from == row.at {
                return Ok(());
            }
        }
        self.mention(row, id)?;
        let counted = self.counted(number, row, item);
        let Some(record) = self.take(number, row, (id, Kind::Ship), counted, item)? else { return Ok(()) };
        let about = self.parties(row, true);
        let next = u32::try_from(self.shipments.len()).unwrap_or(NONE);
        self.shipments.push(Shipment { record, about, number, answered: false });
        if single {
            if let Some(thing) = self.thing(id) {
                thing.shipment = next;
            }
        } else {
            self.open.entry(id).or_default().push(next);
        }
        Ok(())
    }

    fn receive(&mut self, number: usize, row: &Row<'_>, item: &Item<'_>, id: Name) -> Result<(), Error> {
        let single = Self::is_single(item);
        self.mention(row, id)?;
        if !single && self.answer_class(number, row, item, id)? {
            return Ok(());
        }
        let Some(thing) = self.get(id) else { return Ok(()) };
        let about = self.parties(row, false);
        if thing.container && !thing.own {
            // What is in it is told when it is opened.
            if !thing.was_held {
                self.received.insert(id, about);
            }
            return Ok(());
        }
        let here = thing.made || self.on_cards(id) || (single && thing.known);
        let step = row.step.map_or("", |step| self.log.texts.text(step));
        // Arriving and accepting tell of a lot what receiving tells again.
        if here || (!single && step != "receiving" && thing.known) {
            return Ok(());
        }
        let counted = self.counted(number, row, item);
        self.come(number, row, (id, Kind::Receive), counted, about)
    }

    /// A receipt of a class answers the first open shipment of the same quantity, or with the same document.
    fn answer_class(
        &mut self,
        number: usize,
        row: &Row<'_>,
        item: &Item<'_>,
        id: Name,
    ) -> Result<bool, Error> {
        let Some(open) = self.open.get(&id).cloned() else { return Ok(false) };
        let (quantity, base) = self.counted(number, row, item);
        let documents = self.documents(row);
        let fits = |shipment: &Shipment| {
            let same = |row| self.documents(row).iter().any(|document| documents.contains(document));
            (shipment.record.quantity, shipment.record.base) == (quantity, base)
                || self.log.rows.get(shipment.number).is_some_and(same)
        };
        let found =
            open.iter().copied().find(|at| self.shipment(*at).is_some_and(|shipment| fits(&shipment)));
        let Some(shipment) = found.and_then(|at| self.shipment(at)) else { return Ok(false) };
        if let Some(list) = self.open.get_mut(&id) {
            list.retain(|at| Some(*at) != found);
        }
        if (shipment.record.quantity, shipment.record.base) != (quantity, base) {
            let shown = |(quantity, base): Counted| match quantity {
                Some(units) => crate::trace::answer::quantity_text(units, base),
                None => "an unknown quantity".to_owned(),
            };
            let sent = (shipment.record.quantity, shipment.record.base);
            let message = format!("{} were shipped, {} were received", shown(sent), shown((quantity, base)));
            let error = Error::new(Code::Unbalanced, message).with_help(
                "look for what was lost or miscounted on the way; the shipped quantity is followed",
            );
            let path = self.place_of(row, item);
            self.tell(number, Severity::Warning, &error, &path);
        }
        self.arrive(found.unwrap_or(NONE), 0)?;
        Ok(true)
    }

    /// A thing is told of: it is not gone, nor is what it is in.
    pub(super) fn mention(&mut self, row: &Row<'_>, id: Name) -> Result<(), Error> {
        let mut at = id;
        // As many steps as there are things end every way.
        for _ in 0..=self.things.len() {
            let Some(thing) = self.get(at) else { return Ok(()) };
            if thing.shipment != NONE {
                let place = self.place(row);
                self.arrive(thing.shipment, place)?;
                if let Some(thing) = self.thing(at) {
                    thing.shipment = NONE;
                }
            }
            at = thing.inside;
        }
        Ok(())
    }

    /// A shipment has arrived: it was a way to another place.
    fn arrive(&mut self, at: u32, place: u32) -> Result<(), Error> {
        let Some(shipment) = self.shipments.get_mut(crate::trace::at(at)).filter(|one| !one.answered) else {
            return Ok(());
        };
        shipment.answered = true;
        let Shipment { record, about, .. } = *shipment;
        self.push(Record { kind: Kind::Move, ..record }, About { place, ..about })
    }

    fn not_shipped(&mut self, id: Name) {
        let single = self.get(id).map_or(NONE, |thing| thing.shipment);
        let class = self.open.get_mut(&id).and_then(Vec::pop);
        for at in [Some(single), class].into_iter().flatten() {
            if let Some(shipment) = self.shipments.get_mut(crate::trace::at(at)) {
                shipment.answered = true;
            }
        }
        if let Some(thing) = self.thing(id) {
            thing.shipment = NONE;
        }
    }

    fn shipment(&self, at: u32) -> Option<Shipment> {
        self.shipments.get(crate::trace::at(at)).copied().filter(|one| !one.answered)
    }

    /// What was sent and never told of again is delivered, unless a stock card took it in; receipts on cards of what events tell of
    /// are ways, too.
    pub(super) fn deliver(&mut self) -> Result<(), Error> {
        let mut open: Vec<Shipment> = self.shipments.iter().filter(|one| !one.answered).copied().collect();
        if self.cards > 0 {
            self.cards_that_receive(&mut open);
        }
        for shipment in open {
            self.push(shipment.record, shipment.about)?;
        }
        Ok(())
    }

    /// Receipts on cards of what events make become ways, and answer the shipments that are open.
    fn cards_that_receive(&mut self, open: &mut Vec<Shipment>) {
        let made = self.things.iter().filter(|thing| thing.made && thing.item != NONE && thing.lot != 0);
        let made: BTreeSet<(u32, u32)> = made.map(|thing| (thing.item, thing.lot)).collect();
        for record in self.intake.movements.records.iter_mut().take(self.cards) {
            if record.kind != Kind::Receive || !made.contains(&(record.item, record.lot)) {
                continue;
            }
            let sent = open.iter().position(|one| {
                (one.record.item, one.record.lot) == (record.item, record.lot)
                    && one.record.store != record.store
            });
            if let Some(sent) = sent {
                open.remove(sent);
            }
            (record.kind, record.to_store, record.store) = (Kind::Move, record.store, 0);
        }
    }

    /// Documents of an event as they are written.
    fn documents(&self, row: &Row<'_>) -> Vec<&str> {
        let said = self.log.said(row).iter().filter(|said| said.what == What::Transaction);
        said.map(|said| &*said.id).collect()
    }

    /// Where an event was, as it is written.
    pub(super) fn place(&mut self, row: &Row<'_>) -> u32 {
        self.text(row.at)
    }

    /// Whom something comes from or goes to, by which document, and where it was.
    pub(super) fn parties(&mut self, row: &Row<'_>, out: bool) -> About {
        let log = self.log;
        let wanted = if out { What::Destination } else { What::Source };
        let pick = |what: What, kinds: &[&str]| {
            let of = |kind: &str| {
                log.said(row)
                    .iter()
                    .find(|said| said.what == what && (kind == "*" || log.texts.text(said.kind) == kind))
            };
            kinds.iter().find_map(|kind| of(kind)).map(|said| said.id.clone())
        };
        let party = pick(wanted, &["owning_party", "possessing_party", "location"]);
        let document = pick(What::Transaction, &["desadv", "inv", "bol", "po", "*"]);
        let party = party.map(|party| self.intake.same.one(&party).into_owned()).unwrap_or_default();
        let document = document.unwrap_or_default();
        let place = self.place(row);
        let names = &mut self.intake.movements;
        About { party: names.number(&party), document: names.number(&document), place, ..About::default() }
    }
}
