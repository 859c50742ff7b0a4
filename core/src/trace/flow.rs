//! A followed set of records, held in memory and asked many times.

use super::book::{Book, Gap};
use super::choices::Choices;
use super::evaluate::{Contents, evaluate};
use super::links::{ByEnd, NONE, NodeKind};
use super::reach::Reach;
use super::record::{Base, Movements};
use crate::error::Error;
use crate::gs1::{Identifier, STEM};
use crate::limits::Limits;

/// Records, followed from what came in to what left.
///
/// # Example
/// ```
/// use emitrace::limits::Limits;
/// use emitrace::trace::{Choices, Flow, Kind, Movement, Movements};
///
/// let mut movements = Movements::default();
/// for (kind, lot, quantity) in [
///     (Kind::Receive, "coil-CN", 600),
///     (Kind::Receive, "coil-VN", 400),
///     (Kind::Consume, "coil-CN", 600),
///     (Kind::Consume, "coil-VN", 400),
///     (Kind::Produce, "wire", 1000),
/// ] {
///     let run = if kind == Kind::Receive { "" } else { "R1" };
///     movements.push(&Movement { kind, lot, run, quantity: Some(quantity), ..Movement::default() })?;
/// }
/// let flow = Flow::new(movements, Choices::default(), &Limits::default())?;
/// assert_eq!(flow.mass_origin("wire"), [("coil-CN".into(), 600), ("coil-VN".into(), 400)]);
/// assert_eq!(flow.ancestors("wire"), ["coil-CN", "coil-VN"]);
/// assert_eq!(flow.descendants("coil-CN"), ["wire"]);
/// # Ok::<(), emitrace::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct Flow {
    pub(super) book: Book,
    pub(super) reach: Reach,
    pub(super) contents: Contents,
    pub(super) gaps: Vec<Gap>,
    pub(super) inputs: ByEnd,
    pub(super) outputs: ByEnd,
    /// Lots by the number of their text.
    by_text: Vec<(u32, u32)>,
    /// Nodes by lot.
    by_lot: Vec<(u32, u32)>,
    pub(super) limits: Limits,
}

impl Flow {
    /// Follows the records.
    ///
    /// # Method
    /// M-170 to M-176.
    ///
    /// # Errors
    /// `LIMIT_EXCEEDED`, `OVERFLOW`. What is wrong with records is told by [`Traced`](super::Traced), and they are followed as far as
    /// it goes.
    pub fn new(movements: Movements, choices: Choices, limits: &Limits) -> Result<Flow, Error> {
        let book = Book::new(movements, choices, limits)?;
        let nodes = book.links.nodes.len();
        let (inputs, outputs) = (ByEnd::new(nodes, &book.links.to), ByEnd::new(nodes, &book.links.from));
        let (contents, mut gaps) = evaluate(&book, (&inputs, &outputs), limits, &[])?;
        gaps.extend(book.gaps.iter().copied());
        gaps.sort_unstable();
        let reach = Reach::new(&book.links);
        let lots = (0u32..).zip(&book.lots);
        let mut by_text: Vec<(u32, u32)> = lots.map(|(key, lot)| (lot.lot, key)).collect();
        by_text.sort_unstable();
        let nodes = (0u32..).zip(&book.links.nodes);
        let of_lots = nodes.filter(|(_, node)| {
            matches!(node.kind, NodeKind::Source | NodeKind::Stock | NodeKind::Container) && node.key != NONE
        });
        let mut by_lot: Vec<(u32, u32)> = of_lots.map(|(number, node)| (node.key, number)).collect();
        by_lot.sort_unstable();
        Ok(Flow { book, reach, contents, gaps, inputs, outputs, by_text, by_lot, limits: limits.clone() })
    }

    /// The number of a lot's text: as it is written, in its canonical form, or by its batch or serial number alone, if only one
    /// lot has that.
    pub(super) fn find(&self, lot: &str) -> Option<u32> {
        if lot.is_empty() {
            return None;
        }
        let known = |text: &str| {
            let number = self.book.movements.names.number(text).filter(|number| *number != 0)?;
            self.by_text.binary_search_by_key(&number, |(text, _)| *text).ok().map(|_| number)
        };
        let canonical = || Some(Identifier::read(lot, None).ok()?.canonical().to_owned());
        known(lot).or_else(|| known(&canonical()?)).or_else(|| self.by_end(lot))
    }

    /// The one lot whose identifier ends in a batch, serial or logistic unit of this text.
    fn by_end(&self, end: &str) -> Option<u32> {
        let ends = |text: &str| {
            let (before, last) = text.rsplit_once('/').unwrap_or_default();
            last == end
                && text.starts_with(STEM)
                && ["/10", "/21", "/00"].iter().any(|ai| before.ends_with(ai))
        };
        let mut found = self.by_text.iter().filter(|(text, _)| ends(self.book.movements.text(*text)));
        let first = found.next()?.0;
        found.all(|(other, _)| *other == first).then_some(first)
    }

    /// The lot keys of a lot's text.
    pub(super) fn keys(&self, lot: &str) -> impl Iterator<Item = u32> + '_ {
        let number = self.find(lot);
        let from = number
            .map_or(self.by_text.len(), |number| self.by_text.partition_point(|(text, _)| *text < number));
        let rest = self.by_text.get(from..).unwrap_or_default();
        rest.iter().take_while(move |(text, _)| Some(*text) == number).map(|(_, key)| *key)
    }

    /// The versions of a lot key, in the order in which they were made.
    pub(super) fn versions(&self, key: u32) -> impl Iterator<Item = u32> + '_ {
        let from = self.by_lot.partition_point(|(lot, _)| *lot < key);
        let rest = self.by_lot.get(from..).unwrap_or_default();
        rest.iter().take_while(move |(lot, _)| *lot == key).map(|(_, node)| *node)
    }

    /// All versions of a lot, in every store and of every item.
    pub(super) fn nodes_of(&self, lot: &str) -> Vec<u32> {
        self.keys(lot).flat_map(|key| self.versions(key)).collect()
    }

    fn item_of(&self, node: u32) -> u32 {
        let Some(own) = self.book.links.nodes.get(super::at(node)) else { return 0 };
        let lot = matches!(own.kind, NodeKind::Source | NodeKind::Stock);
        match self.book.lots.get(super::at(own.key)).filter(|_| lot) {
            Some(lot) => lot.item,
            None => self.book.record(own.record).map_or(0, |record| record.item),
        }
    }

    /// What the quantity of a node counts: as its item does; of a container that left, as what was in it.
    pub(super) fn base(&self, node: u32) -> Base {
        let inside = self.reach.parents(node).iter().map(|parent| self.item_of(*parent));
        let mut items = core::iter::once(self.item_of(node)).chain(inside).filter(|item| *item != 0);
        items.find_map(|item| self.book.base_of(item)).unwrap_or_else(|| {
            let record =
                self.book.links.nodes.get(super::at(node)).and_then(|own| self.book.record(own.record));
            record.map_or(Base::Mass, |record| record.base)
        })
    }

    /// The text of the lot of a node; empty if it is none, or has none.
    pub(super) fn lot_text(&self, node: u32) -> &str {
        let kind = self.book.links.kind(node);
        let lot = matches!(kind, NodeKind::Source | NodeKind::Stock | NodeKind::Container);
        let node = self.book.links.nodes.get(super::at(node)).filter(|_| lot);
        let key = node.and_then(|node| self.book.lots.get(super::at(node.key)));
        key.map_or("", |key| self.book.movements.text(key.lot))
    }

    /// How many nodes may be in a lot (or it in them), the lot itself not counted: the bare traversal.
    pub fn count(&self, lot: &str, forward: bool) -> usize {
        let from = self.nodes_of(lot);
        let (found, _) = if forward { self.reach.forward(&from) } else { self.reach.back(&from) };
        found.len().saturating_sub(from.len())
    }

    /// Lots that may be in a lot, sorted; the lot itself is not among them. Empty for a lot that is not known.
    pub fn ancestors(&self, lot: &str) -> Vec<&str> {
        let (found, _) = self.reach.back(&self.nodes_of(lot));
        self.texts(&found, lot)
    }

    /// Lots that a lot may be in, sorted; the lot itself is not among them. Empty for a lot that is not known.
    pub fn descendants(&self, lot: &str) -> Vec<&str> {
        let (found, _) = self.reach.forward(&self.nodes_of(lot));
        self.texts(&found, lot)
    }

    fn texts(&self, nodes: &[u32], but: &str) -> Vec<&str> {
        let but = self.find(but).map_or("", |number| self.book.movements.text(number));
        let mut texts: Vec<&str> = nodes.iter().map(|node| self.lot_text(*node)).collect();
        texts.retain(|text| !text.is_empty() && *text != but);
        texts.sort_unstable();
        texts.dedup();
        texts
    }

    /// What the last version of a lot is made of: base units by lot of its source, in the order of their texts.
    pub fn mass_origin(&self, lot: &str) -> Vec<(String, i128)> {
        let node = self.nodes_of(lot).into_iter().max();
        let content = node.and_then(|node| self.contents.nodes.get(super::at(node))).and_then(Option::as_ref);
        let parts = content.map(Content::parts).unwrap_or_default();
        let mut origin: Vec<(String, i128)> = Vec::new();
        for (label, units) in parts {
            let text = match self.contents.labels.get(super::at(*label)) {
                Some(0) | None => super::UNKNOWN,
                Some(node) => self.lot_text(*node),
            };
            match origin.last_mut().filter(|(last, _)| last == text) {
                Some((_, sum)) => *sum = sum.saturating_add(*units),
                None => origin.push((text.to_owned(), *units)),
            }
        }
        origin
    }
}

use super::content::Content;
