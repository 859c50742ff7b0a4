//! Two ledgers, line by line.

use core::ops::ControlFlow;
use std::collections::{BTreeMap, HashMap, VecDeque};
use std::rc::Rc;

use super::cells::{Cells, posts, spots};
use super::effects::{Book, Effect, Flow, TOTALS};
use super::lines::{Keeper, Kept, LineKey, Rows, TEXTS, Way, Words, excluded_ids};
use super::pair::{Both, Joint, Piece, Weights};
use super::waterfall::waterfall;
use super::{Side, Style, mark, note};
use crate::error::{Code, Error};
use crate::inventory::{WholeLine, compute_whole};
use crate::number::{Amount, Co2e};
use crate::order::Order;
use crate::wire::v1::{self, canonical_digest};

/// The formula of the effects.
const FORMULA: &str = "M-80: per line, account and gas, share of the organisation, quantity, coefficient, GWP set and counted \
     gases are replaced one after the other, each step rounded as M-01: structure = e(q0, c0 s1/s0) - e(q0, c0), then \
     with the new share activity = e(q1, c0) - e(q0, c0), factor = e(q1, c1) - e(q1, c0), gwp = e under the new set - \
     e under the old, method = what is left";

/// Pairs of ways that are remembered.
const JOINTS: usize = 20_000;

/// Compares two ledgers down to their lines.
///
/// The lines of the first are held (`Limits::compared`), those of the second pass by.
///
/// # Units
/// Kilograms of CO2 equivalent.
///
/// # Method
/// M-80 (effects), M-81 (matching). The effects of every line, cell and total add up to its change exactly.
///
/// # Errors
/// As [`compute`](crate::inventory::compute()); `LIMIT_EXCEEDED` for more lines than the limit.
///
/// # Example
/// ```
/// use emitrace::compare::{Side, Style, diff};
/// use emitrace::factor::Catalog;
/// use emitrace::gas::GwpSet;
/// use emitrace::inventory::{Options, Profile};
/// use emitrace::place::Place;
///
/// let catalog = Catalog::bundled()?;
/// let options = Options::new(Profile::GhgProtocol, GwpSet::Ar5).with_region(Place::parse("VN")?);
/// let before = "id,date,activity,quantity,unit\n1,2023-05-31,electricity,1250,kWh\n";
/// let after = "id,date,activity,quantity,unit\n1,2023-05-31,electricity,1.5,MWh\n";
/// let side = |text: &'static str| Side::new(&catalog, options.clone(), move || Ok(Box::new(text.as_bytes())));
/// let answer = diff(&side(before), &side(after), &Style::default())?;
///
/// // 250 kWh × 0.6592 t/MWh
/// assert_eq!(answer.total.last().map(|total| total.effects.activity_kg_co2e.as_str()), Some("164.8"));
/// # Ok::<(), emitrace::Error>(())
/// ```
pub fn diff(before: &Side<'_>, after: &Side<'_>, style: &Style) -> Result<v1::DiffAnswer, Error> {
    let (before, after) = (&before.surveyed()?, &after.surveyed()?);
    let mut run = Run::new(before, after, style);
    let old_answer = run.hold(before)?;
    let mut keeper = Keeper::new(after);
    let mut counted = Rows::default();
    let new_answer = compute_whole(
        (after.open)()?,
        after.catalog,
        &after.options,
        &mut |line: &WholeLine<'_>| {
            counted.take(line.record.row(), &after.options.limits);
            let key = style.matching.key(line.record, line.activity());
            let new = keeper.keep(&mut run.words, line)?;
            run.meet(&key, &new)
        },
        &mut |_| ControlFlow::Continue(()),
    )?;
    run.look_for_excluded(after, &new_answer, &counted)?;
    run.bury()?;
    run.check(&old_answer, &new_answer)?;
    run.answer(&old_answer, &new_answer)
}

/// A row that a finding keeps out.
#[derive(Clone)]
struct Out {
    row: u64,
    code: String,
}

/// A pair of ways, held so that no other way can come to stand at the same place, and what was worked out for it.
type Remembered = (Rc<Way>, Rc<Way>, Rc<Joint>);

struct Run<'a> {
    words: Words,
    both: Both<'a>,
    style: &'a Style,
    limit: usize,
    held: Vec<Option<Kept>>,
    /// Lines that wait for their partner, by key, in the order of their rows; and the way of the last one that found
    /// one, so that a line too many is valued as its group was.
    waiting: HashMap<LineKey, (VecDeque<usize>, Option<Rc<Way>>)>,
    /// Identifiers that the first ledger has and its inventory has not.
    out_before: HashMap<Box<str>, Out>,
    out_after: HashMap<Box<str>, Out>,
    joints: HashMap<(usize, usize), Remembered>,
    pieces: Vec<Piece>,
    total: Book,
    views: Vec<Cells>,
    counts: v1::LineCounts,
    largest: BTreeMap<(core::cmp::Reverse<u128>, u64, u64), v1::LineChange>,
    unseparated: (u64, u64),
    by_order: (u64, u64),
    sites: [HashMap<u32, ()>; 2],
}

impl<'a> Run<'a> {
    fn new(before: &'a Side<'_>, after: &'a Side<'_>, style: &'a Style) -> Run<'a> {
        let weights = |side: &'a Side<'_>| Weights {
            gases: side.catalog.gases(),
            gwp: side.options.gwp,
            profile: side.options.profile,
        };
        let groups = after.options.limits.groups;
        let mut words = Words::default();
        // Zero is the empty text, for sides that are not there.
        words.number("");
        Run {
            words,
            both: Both { before: weights(before), after: weights(after) },
            style,
            limit: before.options.limits.compared,
            held: Vec::new(),
            waiting: HashMap::new(),
            out_before: HashMap::new(),
            out_after: HashMap::new(),
            joints: HashMap::new(),
            pieces: Vec::new(),
            total: Book::default(),
            views: style.views.iter().map(|by| Cells::new(by.clone(), groups)).collect(),
            counts: v1::LineCounts::default(),
            largest: BTreeMap::new(),
            unseparated: (0, 0),
            by_order: (0, 0),
            sites: [HashMap::new(), HashMap::new()],
        }
    }

    /// Reads the first ledger and holds its lines.
    fn hold(&mut self, side: &Side<'_>) -> Result<v1::InventoryAnswer, Error> {
        let mut keeper = Keeper::new(side);
        let mut counted = Rows::default();
        let answer = compute_whole(
            (side.open)()?,
            side.catalog,
            &side.options,
            &mut |line: &WholeLine<'_>| {
                if self.held.len() >= self.limit {
                    let message = format!("more than {} lines to hold for the comparison", self.limit);
                    return Err(Error::new(Code::LimitExceeded, message).with_help(
                        "compare the finished inventories instead, or raise the limit `compared`",
                    ));
                }
                counted.take(line.record.row(), &side.options.limits);
                let kept = keeper.keep(&mut self.words, line)?;
                let key = self.style.matching.key(line.record, line.activity());
                let (queue, _) = self.waiting.entry(key).or_default();
                queue.push_back(self.held.len());
                if queue.len() == 2 {
                    self.by_order.0 = self.by_order.0.saturating_add(1);
                    self.by_order.1 = if self.by_order.1 == 0 { kept.row } else { self.by_order.1 };
                }
                self.held.push(Some(kept));
                Ok(())
            },
            &mut |_| ControlFlow::Continue(()),
        )?;
        if answer.inventory.coverage.excluded > 0 {
            excluded_ids(side, &counted, |id, row| {
                self.out_before.entry(id.into()).or_insert_with(|| out(&answer, row));
            })?;
        }
        Ok(answer)
    }

    /// A line of the second ledger, and its partner if it has one.
    fn meet(&mut self, key: &LineKey, new: &Kept) -> Result<(), Error> {
        let partner = match self.waiting.get_mut(key) {
            None => None,
            Some((queue, last)) => match queue.pop_front().and_then(|at| self.held.get_mut(at)?.take()) {
                Some(old) => {
                    *last = Some(old.way.clone());
                    Some(Ok(old))
                }
                None => last.clone().map(Err),
            },
        };
        match partner {
            Some(Ok(old)) => self.pair(&old, new),
            // More lines than before in the same group: the old coefficient values what is new.
            Some(Err(way)) => self.one_sided([None, Some(new)], Some(&way)),
            None => self.one_sided([None, Some(new)], None),
        }
    }

    /// Lines of the first ledger that found no partner.
    fn bury(&mut self) -> Result<(), Error> {
        for at in 0..self.held.len() {
            if let Some(old) = self.held.get_mut(at).and_then(Option::take) {
                self.one_sided([Some(&old), None], None)?;
            }
        }
        Ok(())
    }

    fn joint(&mut self, old: &Rc<Way>, new: &Rc<Way>) -> Result<Rc<Joint>, Error> {
        let key = (Rc::as_ptr(old).addr(), Rc::as_ptr(new).addr());
        if let Some((_, _, joint)) = self.joints.get(&key) {
            return Ok(joint.clone());
        }
        if self.joints.len() >= JOINTS {
            self.joints.clear();
        }
        let joint = Rc::new(Joint::new(&mut self.words, &self.both, Some(old), Some(new))?);
        self.joints.insert(key, (old.clone(), new.clone(), joint.clone()));
        Ok(joint)
    }

    fn pair(&mut self, old: &Kept, new: &Kept) -> Result<(), Error> {
        let joint = self.joint(&old.way, &new.way)?;
        let mut pieces = core::mem::take(&mut self.pieces);
        let unseparated = joint.pieces([old.quantity, new.quantity], &mut pieces)?;
        let book = self.book(&pieces, [Some(old), Some(new)])?;
        self.pieces = pieces;
        let causes = self.causes(old, new);
        if causes.is_empty() && book.is_still() {
            self.counts.unchanged = self.counts.unchanged.saturating_add(1);
            return Ok(());
        }
        self.counts.changed = self.counts.changed.saturating_add(1);
        if unseparated {
            self.unseparated.0 = self.unseparated.0.saturating_add(1);
            self.unseparated.1 = if self.unseparated.1 == 0 { new.row } else { self.unseparated.1 };
        }
        self.list("changed", [Some(old), Some(new)], causes, &book, ("", 0))
    }

    /// A line that only one of the two has.
    fn one_sided(&mut self, lines: [Option<&Kept>; 2], way: Option<&Rc<Way>>) -> Result<(), Error> {
        let [old, new] = lines;
        let Some(line) = old.or(new) else { return Ok(()) };
        let site = self.words.text(line.texts[0]).to_owned();
        let declared = self.style.structure.contains(&site);
        let outs = if old.is_some() { &self.out_after } else { &self.out_before };
        let out = outs.get(&line.id).filter(|_| !line.id.is_empty()).cloned();
        let effect = match &out {
            Some(_) => Effect::Coverage,
            None if declared => Effect::Structure,
            None => Effect::Activity,
        };
        let mut pieces = core::mem::take(&mut self.pieces);
        match way.filter(|_| effect == Effect::Activity) {
            Some(way) => {
                self.joint(way, &line.way)?.pieces([Amount::ZERO, line.quantity], &mut pieces)?;
            }
            None => {
                let joint = Joint::new(
                    &mut self.words,
                    &self.both,
                    old.map(|old| &old.way),
                    new.map(|new| &new.way),
                )?;
                let quantities = lines.map(|line| line.map_or(Amount::ZERO, |line| line.quantity));
                joint.pieces(quantities, &mut pieces)?;
                for piece in &mut pieces {
                    piece.flow = Flow::whole(piece.flow.before, piece.flow.after, effect)?;
                }
            }
        }
        // What is valued by its group has an old leg, but no old line that it could stand at.
        for piece in &mut pieces {
            let [from, to] = &mut piece.seats;
            if old.is_none() {
                *to = to.or(*from);
                *from = None;
            }
        }
        let book = self.book(&pieces, lines)?;
        self.pieces = pieces;
        let (kind, count) = match (&out, old.is_some()) {
            (Some(_), true) => ("excluded", &mut self.counts.excluded),
            (Some(_), false) => ("restored", &mut self.counts.restored),
            (None, true) => ("disappeared", &mut self.counts.disappeared),
            (None, false) => ("appeared", &mut self.counts.appeared),
        };
        *count = count.saturating_add(1);
        let code = out.as_ref().map_or("", |out| &out.code);
        let row = out.as_ref().map_or(0, |out| out.row);
        self.list(kind, lines, Vec::new(), &book, (code, row))
    }

    /// Books the pieces of a line everywhere, and gives back the line's own book.
    fn book(&mut self, pieces: &[Piece], lines: [Option<&Kept>; 2]) -> Result<Book, Error> {
        let mut own = Book::default();
        for piece in pieces {
            let [old, new] = piece.seats.map(|seat| seat.map(|seat| seat.account));
            let flows = posts(&piece.flow, old == new, [old.is_some(), new.is_some()])?;
            for (account, flow) in [old, new].into_iter().zip(flows) {
                if let (Some(account), Some(flow)) = (account, flow) {
                    own.flow(account).add_flow(&flow)?;
                }
            }
            for view in &mut self.views {
                view.add(&mut self.words, &piece.flow, spots(piece, lines))?;
            }
        }
        self.total.add(&own)?;
        for (known, line) in self.sites.iter_mut().zip(lines) {
            line.into_iter().for_each(|line| {
                known.insert(line.texts[0], ());
            });
        }
        Ok(own)
    }

    /// What is different about a line, in words.
    fn causes(&self, old: &Kept, new: &Kept) -> Vec<v1::Cause> {
        let mut causes = Vec::new();
        let mut add = |what: &str, account: &str, before: String, after: String| {
            if before != after {
                causes.push(v1::Cause { what: what.into(), account: account.into(), before, after });
            }
        };
        let text = |number: u32| self.words.text(number).to_owned();
        let (from, to) = (&old.way, &new.way);
        add("quantity", "", old.quantity.to_string(), new.quantity.to_string());
        if !Rc::ptr_eq(from, to) {
            add("unit", "", from.unit.to_string(), to.unit.to_string());
            add("activity", "", text(from.activity), text(to.activity));
            add("category", "", from.category.key().into(), to.category.key().into());
            add("region", "", text(from.region), text(to.region));
            add("entity", "", text(from.entity), text(to.entity));
        }
        for ((dimension, _), (from, to)) in TEXTS.iter().zip(old.texts.iter().zip(&new.texts)) {
            add(dimension.as_str(), "", text(*from), text(*to));
        }
        add("month", "", text(old.month), text(new.month));
        for leg in &to.legs {
            let same = from.legs.iter().find(|known| known.account == leg.account);
            let Some(same) = same.or_else(|| from.legs.first()) else { continue };
            let account = leg.account.as_str();
            if same.digest != leg.digest {
                add("factor", account, text(same.factor), text(leg.factor));
                add("edition", account, text(same.edition), text(leg.edition));
                if same.factor == leg.factor {
                    add("record", account, text(same.digest), text(leg.digest));
                }
            }
            add("share", account, same.share.to_string(), leg.share.to_string());
            add("properties", account, text(same.properties), text(leg.properties));
        }
        let (before, after) = (self.both.before, self.both.after);
        add("gwp", "", before.gwp.as_str().into(), after.gwp.as_str().into());
        add("profile", "", before.profile.as_str().into(), after.profile.as_str().into());
        causes
    }

    /// Lists a change among the largest; `out` is why, and in which row, the line does not count on one side.
    fn list(
        &mut self,
        kind: &str,
        [old, new]: [Option<&Kept>; 2],
        causes: Vec<v1::Cause>,
        book: &Book,
        (finding, out): (&str, u64),
    ) -> Result<(), Error> {
        let Some(line) = new.or(old) else { return Ok(()) };
        let before_row = old.map_or(out, |line| line.row);
        let after_row = new.map_or(out, |line| line.row);
        let rank = (core::cmp::Reverse(book.size()), after_row, before_row);
        let full = self.largest.len() >= self.style.lines;
        if full && self.largest.last_key_value().is_none_or(|(last, _)| *last <= rank) {
            return Ok(());
        }
        let change = v1::LineChange {
            kind: kind.into(),
            id: line.id.to_string(),
            before_row,
            after_row,
            site: self.words.text(line.texts[0]).into(),
            activity: self.words.text(line.way.activity).into(),
            causes,
            accounts: book.accounts()?,
            finding: finding.into(),
        };
        self.largest.insert(rank, change);
        if self.largest.len() > self.style.lines {
            self.largest.pop_last();
        }
        Ok(())
    }

    /// Which of the lines that are left over the second ledger has, and its inventory has not.
    fn look_for_excluded(
        &mut self,
        side: &Side<'_>,
        answer: &v1::InventoryAnswer,
        counted: &Rows,
    ) -> Result<(), Error> {
        if answer.inventory.coverage.excluded == 0 {
            return Ok(());
        }
        let left: HashMap<Box<str>, ()> =
            self.held.iter().flatten().map(|line| (line.id.clone(), ())).collect();
        let found = &mut self.out_after;
        excluded_ids(side, counted, |id, row| {
            if left.contains_key(id) {
                found.entry(id.into()).or_insert_with(|| out(answer, row));
            }
        })
    }

    /// The lines must add up to the two inventories: nothing was lost on the way.
    fn check(&self, before: &v1::InventoryAnswer, after: &v1::InventoryAnswer) -> Result<(), Error> {
        for (name, scope_2) in TOTALS {
            let flow = self.total.total(scope_2)?;
            let stated = |answer: &v1::InventoryAnswer| {
                let total = &answer.inventory.total;
                Co2e::parse(if name == "total_location" {
                    &total.total_location_kg_co2e
                } else {
                    &total.total_market_kg_co2e
                })
            };
            if flow.before != stated(before)? || flow.after != stated(after)? {
                return Err(Error::new(Code::Internal, "the lines do not add up to the inventories"));
            }
        }
        Ok(())
    }

    fn answer(
        mut self,
        before: &v1::InventoryAnswer,
        after: &v1::InventoryAnswer,
    ) -> Result<v1::DiffAnswer, Error> {
        let notes = self.notes();
        let waterfalls = TOTALS.map(|(name, scope_2)| waterfall(name, &self.total.total(scope_2)?));
        let mut answer = v1::DiffAnswer {
            schema: v1::DIFF_SCHEMA.into(),
            engine: env!("CARGO_PKG_VERSION").into(),
            digest: String::new(),
            before: mark(before),
            after: mark(after),
            comparison: v1::Comparison {
                depth: "lines".into(),
                matching: self.style.matching.describe(),
                formula: FORMULA.into(),
                structure: self.style.structure.clone(),
            },
            total: self.total.write()?,
            waterfalls: waterfalls.into_iter().collect::<Result<_, _>>()?,
            lines: Some(self.counts),
            changes: self.largest.into_values().collect(),
            views: self.views.iter().map(|view| view.write(&self.words)).collect::<Result<_, _>>()?,
            notes,
        };
        answer.digest = canonical_digest(&answer)?;
        Ok(answer)
    }

    fn notes(&mut self) -> Vec<v1::Note> {
        let mut notes = Vec::new();
        let [before, after] = &self.sites;
        let mut undeclared: Vec<&str> = before
            .keys()
            .filter(|site| !after.contains_key(*site))
            .chain(after.keys().filter(|site| !before.contains_key(*site)))
            .map(|site| self.words.text(*site))
            .filter(|site| !site.is_empty() && !self.style.structure.iter().any(|known| known == site))
            .collect();
        undeclared.order();
        for site in undeclared {
            let message = format!("`{site}` is in one of the two ledgers only and counts as activity");
            notes.push(note(Code::StructureNotDeclared, site, (0, 0), message));
        }
        if self.unseparated.0 > 0 {
            let message = "the units of these lines do not convert into each other";
            notes.push(note(Code::NotSeparable, "", self.unseparated, message.into()));
        }
        if self.by_order.0 > 0 {
            let message =
                "groups of several lines in the first ledger were matched in the order of their rows";
            notes.push(note(Code::MatchedByOrder, "", self.by_order, message.into()));
        }
        notes
    }
}

/// A row that is not in an answer, with the first error that the answer lists for it.
fn out(answer: &v1::InventoryAnswer, row: u64) -> Out {
    let finding = answer.findings.iter().find(|finding| finding.row == row && finding.severity == "error");
    Out { row, code: finding.map_or_else(String::new, |finding| finding.code.clone()) }
}
