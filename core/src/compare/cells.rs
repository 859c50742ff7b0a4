//! The change divided by dimensions.

use std::collections::HashMap;

use super::effects::{Book, Effect, Flow};
use super::lines::{Kept, TEXTS, Words};
use super::pair::{Piece, Seat};
use crate::error::{Code, Error};
use crate::inventory::Dimension;
use crate::order::Order;
use crate::scope::Category;
use crate::wire::v1;

type Key = Vec<u32>;

/// Books by what they are divided by.
pub(super) struct Cells {
    by: Vec<Dimension>,
    places: HashMap<Key, usize>,
    books: Vec<(Key, Book)>,
    limit: usize,
}

/// Where one side of a piece stands.
#[derive(Clone, Copy)]
pub(super) struct Spot<'k> {
    pub(super) line: &'k Kept,
    pub(super) seat: Seat,
    pub(super) gas: u32,
}

/// The two sides of a piece.
pub(super) fn spots<'k>(piece: &Piece, lines: [Option<&'k Kept>; 2]) -> [Option<Spot<'k>>; 2] {
    let [old, new] = lines;
    let [old_seat, new_seat] = piece.seats;
    let spot =
        |line: Option<&'k Kept>, seat: Option<Seat>| Some(Spot { line: line?, seat: seat?, gas: piece.gas });
    [spot(old, old_seat), spot(new, new_seat)]
}

/// A change that stays in its place, or leaves one and comes to another: what it is made of stays where it was, and the
/// rest moves.
pub(super) fn posts(flow: &Flow, same_place: bool, sides: [bool; 2]) -> Result<[Option<Flow>; 2], Error> {
    match sides {
        [true, true] if !same_place => {
            let mut from = *flow;
            from.after = crate::number::Co2e::ZERO;
            from.add(Effect::Moved, crate::number::Co2e::ZERO.try_sub(flow.after)?)?;
            Ok([Some(from), Some(Flow::whole(crate::number::Co2e::ZERO, flow.after, Effect::Moved)?)])
        }
        [true, _] => Ok([Some(*flow), None]),
        [false, _] => Ok([None, Some(*flow)]),
    }
}

impl Cells {
    pub(super) fn new(by: Vec<Dimension>, limit: usize) -> Cells {
        Cells { by, places: HashMap::new(), books: Vec::new(), limit }
    }

    /// Books a piece into the cells that its sides stand in.
    pub(super) fn add(
        &mut self,
        words: &mut Words,
        flow: &Flow,
        spots: [Option<Spot<'_>>; 2],
    ) -> Result<(), Error> {
        let [old, new] = spots;
        let old = old.map(|spot| (self.key(words, &spot), spot.seat.account));
        let new = new.map(|spot| (self.key(words, &spot), spot.seat.account));
        let [first, second] = posts(flow, old == new, [old.is_some(), new.is_some()])?;
        for (place, flow) in [(old, first), (new, second)] {
            if let (Some((key, account)), Some(flow)) = (place, flow) {
                self.book(key)?.flow(account).add_flow(&flow)?;
            }
        }
        Ok(())
    }

    fn book(&mut self, key: Key) -> Result<&mut Book, Error> {
        let at = match self.places.get(&key) {
            Some(at) => *at,
            None => {
                if self.books.len() >= self.limit {
                    let message = format!("a view has more than {} groups", self.limit);
                    return Err(Error::new(Code::LimitExceeded, message)
                        .with_help("ask for fewer views with `by`, or raise the limit `groups`"));
                }
                self.places.insert(key.clone(), self.books.len());
                self.books.push((key, Book::default()));
                self.books.len().saturating_sub(1)
            }
        };
        self.books
            .get_mut(at)
            .map(|(_, book)| book)
            .ok_or_else(|| Error::new(Code::Internal, "a cell is lost"))
    }

    fn key(&self, words: &mut Words, spot: &Spot<'_>) -> Key {
        self.by.iter().map(|dimension| value(words, *dimension, spot)).collect()
    }

    /// The cells with a change, in the order of their keys.
    pub(super) fn write(&self, words: &Words) -> Result<v1::DiffView, Error> {
        let mut cells = Vec::new();
        let mut unchanged: u64 = 0;
        for (key, book) in &self.books {
            if book.is_still() {
                unchanged = unchanged.saturating_add(1);
                continue;
            }
            let key: Vec<String> = key.iter().map(|number| words.text(*number).to_owned()).collect();
            cells.push(cell(key, book)?);
        }
        sort(&self.by, &mut cells);
        Ok(v1::DiffView {
            by: self.by.iter().map(|dimension| dimension.as_str().into()).collect(),
            cells,
            unchanged,
        })
    }
}

/// A cell as answers show it.
pub(super) fn cell(key: Vec<String>, book: &Book) -> Result<v1::DiffCell, Error> {
    let accounts = book.write()?;
    let none =
        |amount: fn(&v1::AccountChange) -> &String| accounts.iter().all(|change| amount(change) == "0");
    let kind = if none(|change| &change.before_kg_co2e) && !none(|change| &change.after_kg_co2e) {
        "appeared"
    } else if none(|change| &change.after_kg_co2e) && !none(|change| &change.before_kg_co2e) {
        "disappeared"
    } else {
        "changed"
    };
    Ok(v1::DiffCell { key, kind: kind.into(), accounts })
}

/// Categories in the order of the scopes, everything else as text.
pub(super) fn sort(by: &[Dimension], cells: &mut [v1::DiffCell]) {
    cells.order_by_key(|cell| {
        let rank = |(dimension, text): (&Dimension, &String)| match dimension {
            Dimension::Category => {
                Category::all().position(|known| known.key() == text).unwrap_or(usize::MAX)
            }
            _ => 0,
        };
        by.iter().zip(&cell.key).map(|pair| (rank(pair), pair.1.clone())).collect::<Vec<_>>()
    });
}

fn value(words: &mut Words, dimension: Dimension, spot: &Spot<'_>) -> u32 {
    let (way, category) = (&spot.line.way, spot.seat.category);
    let text = |wanted: Dimension| {
        let mut pairs = TEXTS.iter().zip(spot.line.texts);
        pairs.find(|((known, _), _)| *known == wanted).map_or(0, |(_, number)| number)
    };
    match dimension {
        Dimension::Scope => words.number(category.scope().as_str()),
        Dimension::Category => words.number(category.key()),
        Dimension::IsoCategory => words.number(&category.iso_14064_1().to_string()),
        Dimension::Gas => spot.gas,
        Dimension::Site | Dimension::Supplier | Dimension::Product => text(dimension),
        Dimension::Region => way.region,
        Dimension::Month => spot.line.month,
        Dimension::Activity => way.activity,
        Dimension::Factor => spot.seat.factor,
        Dimension::Entity => way.entity,
    }
}
