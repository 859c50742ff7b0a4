//! Containers: what is put in, what is taken out, what is joined.

use super::walk::Walk;
use crate::epcis::{Item, Name, Role, Row};
use crate::error::Error;
use crate::trace::links::NONE;
use crate::trace::record::{About, Kind, Record};

impl Walk<'_, '_> {
    /// The number of the container of an event; none if it names none.
    fn parent(&mut self, row: &Row<'_>) -> Result<Option<(Name, u32)>, Error> {
        let log = self.log;
        let Some(parent) = log.items(row).iter().find(|item| item.role == Role::Parent) else {
            return Ok(None);
        };
        let id = log.one(parent.id);
        self.mention(row, id)?;
        let (_, lot) = self.names(id);
        Ok(Some((id, lot)))
    }

    pub(super) fn pack(&mut self, number: usize, row: &Row<'_>) -> Result<(), Error> {
        let log = self.log;
        let Some((outer, to_lot)) = self.parent(row)? else { return Ok(()) };
        self.intake.movements.container(to_lot);
        let about = About { place: self.place(row), ..About::default() };
        self.pack_itself(number, row, (outer, to_lot), about)?;
        for item in log.items(row).iter().filter(|item| is_child(item)) {
            let id = log.one(item.id);
            self.mention(row, id)?;
            let thing = self.get(id);
            if thing.is_some_and(|thing| thing.container && !thing.own) {
                // A container is put in as it is, though it be empty.
                let (_, lot) = self.names(id);
                self.intake.movements.container(lot);
                self.know(id);
                let record = self.box_record(number, row, Kind::Pack, id);
                self.push(Record { to_lot, ..record }, about)?;
                self.put_in(outer, id, None);
            } else {
                let counted = self.counted(number, row, item);
                let Some(record) = self.take(number, row, (id, Kind::Pack), counted, item)? else { continue };
                self.push(Record { to_lot, ..record }, about)?;
                self.put_in(outer, id, (!Self::is_single(item)).then_some(counted.0));
            }
        }
        Ok(())
    }

    /// A thing that is something itself goes where what is joined to it goes, so it is joined to itself first.
    fn pack_itself(
        &mut self,
        number: usize,
        row: &Row<'_>,
        (outer, to_lot): (Name, u32),
        about: About,
    ) -> Result<(), Error> {
        let Some(thing) = self.get(outer).filter(|thing| thing.own && !thing.with_itself) else {
            return Ok(());
        };
        let (item, _) = self.names(outer);
        let (quantity, base) = self.one(item);
        if !thing.known && !thing.made {
            self.come(number, row, (outer, Kind::Opening), (quantity, base), about)?;
        }
        let record = self.record(number, row, Kind::Pack, outer);
        if let Some(thing) = self.thing(outer) {
            thing.with_itself = true;
        }
        self.push(Record { to_lot, quantity, base, ..record }, about)
    }

    fn put_in(&mut self, outer: Name, id: Name, amount: Option<Option<i128>>) {
        let children = self.children.entry(outer).or_default();
        let held =
            amount.and_then(|amount| Some((children.iter_mut().find(|(child, _)| *child == id)?, amount)));
        match held {
            Some(((_, held), amount)) => {
                *held = held.zip(amount).map(|(held, more)| held.saturating_add(more))
            }
            None => {
                children.push((id, amount.flatten()));
                if let Some(thing) = self.thing(outer) {
                    (thing.held, thing.was_held) = (thing.held.saturating_add(1), true);
                }
            }
        }
        let inside = match self.thing(id).filter(|_| amount.is_none()) {
            Some(thing) => core::mem::replace(&mut thing.inside, outer),
            None => NONE,
        };
        if inside != NONE && inside != outer {
            self.take_out(inside, id, None);
        }
    }

    /// Whether it was in. Less than all of a class leaves the rest in.
    fn take_out(&mut self, outer: Name, id: Name, amount: Option<i128>) -> bool {
        let Some(children) = self.children.get_mut(&outer) else { return false };
        let Some(at) = children.iter().position(|(child, _)| *child == id) else { return false };
        if let Some((_, Some(held))) = children.get_mut(at)
            && let Some(rest) = amount.map(|amount| held.saturating_sub(amount)).filter(|rest| *rest > 0)
        {
            *held = rest;
            return true;
        }
        children.swap_remove(at);
        if let Some(thing) = self.thing(outer) {
            thing.held = thing.held.saturating_sub(1);
        }
        if let Some(thing) = self.thing(id).filter(|thing| thing.inside == outer) {
            thing.inside = NONE;
        }
        true
    }

    pub(super) fn unpack(&mut self, number: usize, row: &Row<'_>) -> Result<(), Error> {
        let log = self.log;
        let Some((outer, to_lot)) = self.parent(row)? else { return Ok(()) };
        let about = About { place: self.place(row), ..About::default() };
        let mut all = true;
        for item in log.items(row).iter().filter(|item| is_child(item)) {
            all = false;
            let id = log.one(item.id);
            self.mention(row, id)?;
            let (quantity, base) = self.counted(number, row, item);
            if self.take_out(outer, id, quantity.filter(|_| !Self::is_single(item))) {
                let full =
                    self.is_full(id) || self.get(id).is_some_and(|thing| thing.container && !thing.own);
                let record = if full {
                    self.box_record(number, row, Kind::Unpack, id)
                } else {
                    let record = self.record(number, row, Kind::Unpack, id);
                    Record { quantity, base, ..record }
                };
                self.push(Record { to_lot, ..record }, about)?;
            } else if let Some(from) = self.received.get(&outer).copied()
                && !self.is_told(id)
            {
                // It came in with the container that it is taken out of.
                self.come(number, row, (id, Kind::Receive), (quantity, base), from)?;
            }
        }
        if all && let Some(children) = self.children.remove(&outer) {
            for (child, _) in children {
                if let Some(thing) = self.thing(child).filter(|thing| thing.inside == outer) {
                    thing.inside = NONE;
                }
            }
            if let Some(thing) = self.thing(outer) {
                (thing.held, thing.with_itself) = (0, false);
            }
            let record = self.box_record(number, row, Kind::Unpack, outer);
            self.push(Record { to_lot, lot: 0, ..record }, about)?;
        }
        Ok(())
    }

    /// Whether something says where a thing came from.
    fn is_told(&mut self, id: Name) -> bool {
        self.get(id).is_some_and(|thing| thing.made || thing.known) || self.on_cards(id)
    }
}

fn is_child(item: &Item<'_>) -> bool {
    matches!(item.role, Role::ChildEpc | Role::ChildQuantity)
}
