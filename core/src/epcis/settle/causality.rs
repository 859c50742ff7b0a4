//! What cannot have been: things used before they were made or after they ended, containers within themselves (METHODS M-187).

use std::collections::HashMap;

use super::{Item, Log, Name, Row};
use crate::epcis::event::{Action, Kind, Role};
use crate::error::{Code, Severity};
use crate::number::Amount;

/// What is known of one thing while events are gone through in their order; rows and names as numbers, for there are many things.
#[derive(Clone, Copy, Debug)]
struct Life {
    made: u32,
    ended: u32,
    inside: Name,
    /// When and where it was last seen.
    seen: (u32, Name),
    /// In which row it is made, wherever that stands in the order.
    maker: u32,
}

/// No row, no name.
const NONE: u32 = u32::MAX;

/// The number of a row, if there is one.
fn row(number: u32) -> Option<usize> {
    usize::try_from(number).ok().filter(|_| number != NONE)
}

fn number(row: usize) -> u32 {
    u32::try_from(row).unwrap_or(NONE)
}

/// What is there of a lot in one unit, as far as all of it is known.
#[derive(Clone, Debug)]
struct Stock {
    there: Amount,
    known: bool,
}

struct Check {
    /// By the number of the thing.
    lives: Vec<Life>,
    stocks: HashMap<(Name, Option<Name>), Stock>,
    /// What was put into a container since it was last emptied.
    children: HashMap<Name, Vec<Name>>,
    found: Vec<(usize, Severity, Code, String, String)>,
}

/// Goes through the events that count, in their order.
pub(super) fn check(log: &mut Log<'_>) {
    let mut check = Check {
        lives: vec![
            Life { made: NONE, ended: NONE, inside: NONE, seen: (NONE, NONE), maker: NONE };
            log.things.len()
        ],
        stocks: HashMap::new(),
        children: HashMap::new(),
        found: Vec::new(),
    };
    for at in &log.order {
        let Some(row) = log.rows.get(*at) else { continue };
        for item in log.items(row) {
            if makes(row, item.role)
                && let Some(life) = check.life(log.one(item.id)).filter(|life| life.maker == NONE)
            {
                life.maker = number(*at);
            }
        }
    }
    let mut before: Option<usize> = None;
    for number in &log.order {
        let Some(row) = log.rows.get(*number) else { continue };
        check.event(log, *number, row);
        if let Some(other) = before
            && let Some(told) = log.rows.get(other)
            && (told.time, told.recorded) == (row.time, row.recorded)
            && shares(log, told, row)
        {
            let message = format!(
                "it is told for the same time as {}; the bytes of eventID decide which comes first",
                log.path(other)
            );
            check.say(*number, Severity::Info, Code::TimeTie, "/eventTime", message);
        }
        before = Some(*number);
    }
    for (number, severity, code, path, message) in check.found {
        log.say(number, severity, code, &path, message);
    }
}

/// Whether things of a role begin to be in an event.
fn makes(row: &Row<'_>, role: Role) -> bool {
    match role {
        Role::OutputEpc | Role::OutputQuantity => true,
        Role::Epc | Role::Quantity => row.kind == Kind::Object && row.action == Some(Action::Add),
        _ => false,
    }
}

/// Whether they end.
fn ends(row: &Row<'_>, role: Role) -> bool {
    match role {
        Role::InputEpc | Role::InputQuantity => true,
        Role::Epc | Role::Quantity => row.kind == Kind::Object && row.action == Some(Action::Delete),
        _ => false,
    }
}

fn single(role: Role) -> bool {
    matches!(role, Role::Epc | Role::Parent | Role::ChildEpc | Role::InputEpc | Role::OutputEpc)
}

fn shares(log: &Log<'_>, one: &Row<'_>, other: &Row<'_>) -> bool {
    log.items(one).iter().any(|a| log.items(other).iter().any(|b| log.one(a.id) == log.one(b.id)))
}

impl Check {
    fn life(&mut self, id: Name) -> Option<&mut Life> {
        usize::try_from(id).ok().and_then(|at| self.lives.get_mut(at))
    }

    fn say(&mut self, row: usize, severity: Severity, code: Code, path: &str, message: String) {
        self.found.push((row, severity, code, path.into(), message));
    }

    fn event(&mut self, log: &Log<'_>, number: usize, row: &Row<'_>) {
        if row.recorded.is_some_and(|recorded| recorded < row.time) {
            let message = "it was recorded before it happened".to_owned();
            self.say(number, Severity::Warning, Code::RecordedEarly, "/recordTime", message);
        }
        // What goes in is looked at before what comes out.
        let items = log.items(row);
        let parent = items.iter().find(|item| item.role == Role::Parent).map(|item| log.one(item.id));
        for item in items.iter().filter(|item| !makes(row, item.role)) {
            let id = log.one(item.id);
            let path = item.role.path();
            self.used(log, number, row, id, path);
            if single(item.role) {
                self.placed(log, number, row, id, path);
                if item.role == Role::ChildEpc
                    && let Some(parent) = parent
                {
                    self.contained(log, number, row, id, parent);
                }
                if ends(row, item.role)
                    && let Some(life) = self.life(id)
                {
                    life.ended = self::number(number);
                }
            } else if ends(row, item.role) {
                self.taken(log, number, id, item, path);
            }
        }
        for item in items.iter().filter(|item| makes(row, item.role)) {
            let id = log.one(item.id);
            let path = item.role.path();
            if single(item.role) {
                let earlier =
                    self.life(id).map(|life| core::mem::replace(&mut life.made, self::number(number)));
                if let Some(earlier) = earlier.and_then(self::row) {
                    let message =
                        format!("`{}` was made before, at {}", log.things.text(id), log.path(earlier));
                    self.say(number, Severity::Error, Code::MadeTwice, path, message);
                }
                self.placed(log, number, row, id, path);
            } else {
                if let Some(life) = self.life(id).filter(|life| life.made == NONE) {
                    life.made = self::number(number);
                }
                let amount = item.quantity.and_then(|text| Amount::parse(text).ok());
                let stock =
                    self.stocks.entry((id, item.unit)).or_insert(Stock { there: Amount::ZERO, known: true });
                match amount.and_then(|amount| stock.there.try_add(amount).ok()) {
                    Some(there) => stock.there = there,
                    None => stock.known = false,
                }
            }
        }
        // Taking everything out: a container that is emptied names no children.
        let emptied = row.action == Some(Action::Delete)
            && matches!(row.kind, Kind::Aggregation | Kind::Association)
            && !log.items(row).iter().any(|item| matches!(item.role, Role::ChildEpc | Role::ChildQuantity));
        if let Some(parent) = parent.filter(|_| emptied) {
            for child in self.children.remove(&parent).unwrap_or_default() {
                if let Some(life) = self.life(child).filter(|life| life.inside == parent) {
                    life.inside = NONE;
                }
            }
        }
    }

    /// A thing that an event is about must be there.
    fn used(&mut self, log: &Log<'_>, number: usize, row: &Row<'_>, id: Name, path: &str) {
        let Some(life) = self.life(id).copied() else { return };
        if life.made == NONE
            && let Some(maker) = self::row(life.maker)
        {
            // Events of one transformation are one, whatever their times.
            let joined = row.transformation.is_some()
                && log.rows.get(maker).is_some_and(|maker| maker.transformation == row.transformation);
            let itself = maker == number;
            if !joined || itself {
                let message =
                    format!("`{}` is used here and made only at {}", log.things.text(id), log.path(maker));
                self.say(number, Severity::Error, Code::UsedBeforeMade, path, message);
            }
        }
        let since = |end: &usize| self::row(life.made).is_none_or(|made| made < *end) && *end != number;
        if let Some(end) = self::row(life.ended).filter(since) {
            let message = format!("`{}` is used here and ended at {}", log.things.text(id), log.path(end));
            self.say(number, Severity::Error, Code::UsedAfterEnd, path, message);
        }
    }

    /// A thing is not in two places at one time.
    fn placed(&mut self, log: &Log<'_>, number: usize, row: &Row<'_>, id: Name, path: &str) {
        let (Some(at), Some(life)) = (row.at, self.life(id)) else { return };
        let (other, place) = core::mem::replace(&mut life.seen, (self::number(number), at));
        if let Some(other) = self::row(other)
            && log.rows.get(other).is_some_and(|other| other.time == row.time)
            && !log.one_place(place, at)
        {
            let message =
                format!("`{}` is at two places at one time, see {}", log.things.text(id), log.path(other));
            self.say(number, Severity::Warning, Code::TwoPlaces, path, message);
        }
    }

    fn contained(&mut self, log: &Log<'_>, number: usize, row: &Row<'_>, id: Name, parent: Name) {
        let name = || log.things.text(id);
        match row.action {
            Some(Action::Add) => {
                let mut outer = parent;
                // As many steps as there are things end every way.
                for _ in 0..=self.lives.len() {
                    if outer == NONE {
                        break;
                    }
                    if outer == id {
                        let message = format!("`{}` is put into something that is inside of it", name());
                        return self.say(
                            number,
                            Severity::Error,
                            Code::ContainmentCircle,
                            "/parentID",
                            message,
                        );
                    }
                    outer = self.life(outer).map_or(NONE, |life| life.inside);
                }
                self.children.entry(parent).or_default().push(id);
                let other = self.life(id).map(|life| core::mem::replace(&mut life.inside, parent));
                if let Some(other) = other.filter(|other| *other != parent && *other != NONE) {
                    let message =
                        format!("`{}` was not taken out of `{}` before", name(), log.things.text(other));
                    self.say(number, Severity::Warning, Code::Containment, "/childEPCs", message);
                }
            }
            Some(Action::Delete) => {
                let inside = self.life(id).map(|life| core::mem::replace(&mut life.inside, NONE));
                if inside != Some(parent) {
                    let message =
                        format!("`{}` was not put into `{}` before", name(), log.things.text(parent));
                    self.say(number, Severity::Warning, Code::Containment, "/childEPCs", message);
                }
            }
            _ => {}
        }
    }

    /// No more is used of a lot than was made of it, where all of it is known.
    fn taken(&mut self, log: &Log<'_>, number: usize, id: Name, item: &Item<'_>, path: &str) {
        let Item { unit, quantity, .. } = *item;
        let Some(stock) = self.stocks.get_mut(&(id, unit)) else { return };
        let rest = quantity
            .and_then(|text| Amount::parse(text).ok())
            .and_then(|taken| stock.there.try_sub(taken).ok());
        let Some(rest) = rest else {
            stock.known = false;
            return;
        };
        stock.there = rest;
        if stock.known && rest.is_negative() {
            let unit = unit.map_or("pieces", |unit| log.texts.text(unit));
            let message = format!(
                "{} {unit} more of `{}` are used than were made",
                rest.negated(),
                log.things.text(id)
            );
            self.say(number, Severity::Error, Code::AboveStock, path, message);
        }
    }
}
