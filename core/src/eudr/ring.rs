//! Rings in whole millionths of a degree: no crossing, no folding, some area. All tests are exact.

use super::position::Micro;

/// Pairs of segments that are looked at before a ring is told as too intricate.
const PAIRS: u64 = 50_000_000;

/// What is wrong with a ring.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Fault {
    /// Fewer than three different places.
    Short,
    /// It encloses nothing.
    NoArea,
    /// It goes back on itself.
    Folds(usize),
    /// Two of its sides cross or touch.
    Crosses(usize, usize),
    /// Too many sides lie close to each other to be looked at.
    Intricate,
}

/// How many positions are the same as the one before them; closing ones do not count.
pub(super) fn repeated(ring: &[Micro]) -> Option<usize> {
    ring.windows(2).position(|pair| matches!(pair, [a, b] if a == b)).map(|at| at.saturating_add(1))
}

/// Twice the area, with its sign, in square millionths of a degree.
fn doubled(ring: &[Micro]) -> i128 {
    sides(ring).fold(0, |sum, (a, b)| {
        let cross = wide(a.0).saturating_mul(wide(b.1)).saturating_sub(wide(b.0).saturating_mul(wide(a.1)));
        sum.saturating_add(cross)
    })
}

fn wide(count: i64) -> i128 {
    i128::from(count)
}

/// Sides of a closed ring.
fn sides(ring: &[Micro]) -> impl Iterator<Item = (Micro, Micro)> + '_ {
    ring.windows(2).filter_map(|pair| match pair {
        [a, b] => Some((*a, *b)),
        _ => None,
    })
}

/// The first fault of a closed ring; positions that repeat the one before them are passed over.
pub(super) fn fault(ring: &[Micro]) -> Option<Fault> {
    let mut plain = ring.to_vec();
    plain.dedup();
    let mut places = plain.clone();
    places.sort_unstable();
    places.dedup();
    if plain.len() < 4 || places.len() < 3 {
        return Some(Fault::Short);
    }
    if let Some(at) = folded(&plain) {
        // A ring that only folds encloses nothing.
        return Some(if doubled(&plain) == 0 { Fault::NoArea } else { Fault::Folds(at) });
    }
    crossing(&plain).or_else(|| (doubled(&plain) == 0).then_some(Fault::NoArea))
}

/// On which side of a line from a to b a place lies.
fn side(a: Micro, b: Micro, place: Micro) -> i8 {
    let (dx, dy) = (wide(b.0).saturating_sub(wide(a.0)), wide(b.1).saturating_sub(wide(a.1)));
    let (px, py) = (wide(place.0).saturating_sub(wide(a.0)), wide(place.1).saturating_sub(wide(a.1)));
    match dx.saturating_mul(py).cmp(&dy.saturating_mul(px)) {
        core::cmp::Ordering::Less => -1,
        core::cmp::Ordering::Equal => 0,
        core::cmp::Ordering::Greater => 1,
    }
}

fn between(a: Micro, b: Micro, place: Micro) -> bool {
    place.0 >= a.0.min(b.0) && place.0 <= a.0.max(b.0) && place.1 >= a.1.min(b.1) && place.1 <= a.1.max(b.1)
}

/// Where a side turns back along the one before it.
fn folded(ring: &[Micro]) -> Option<usize> {
    let all: Vec<(Micro, Micro)> = sides(ring).collect();
    let next = all.iter().cycle().skip(1);
    all.iter().zip(next).position(|(first, second)| {
        let (a, b, c) = (first.0, first.1, second.1);
        let along = |from: i64, to: i64| wide(to).saturating_sub(wide(from));
        let turn = along(a.0, b.0)
            .saturating_mul(along(b.0, c.0))
            .saturating_add(along(a.1, b.1).saturating_mul(along(b.1, c.1)));
        side(a, b, c) == 0 && turn < 0
    })
}

/// Two sides that are no neighbours and have a place in common.
fn crossing(ring: &[Micro]) -> Option<Fault> {
    let mut order: Vec<(usize, Micro, Micro)> =
        sides(ring).enumerate().map(|(at, (a, b))| (at, a, b)).collect();
    let count = order.len();
    order.sort_by_key(|(at, a, b)| (a.0.min(b.0), *at));
    let (mut looked, mut found): (u64, Option<(usize, usize)>) = (0, None);
    for (number, (at, a, b)) in order.iter().enumerate() {
        let right = a.0.max(b.0);
        for (other, c, d) in order.iter().skip(number.saturating_add(1)) {
            if c.0.min(d.0) > right {
                break;
            }
            looked = looked.saturating_add(1);
            if looked > PAIRS {
                return Some(Fault::Intricate);
            }
            let apart = at.abs_diff(*other);
            let neighbours = apart == 1 || apart == count.saturating_sub(1);
            if !neighbours && meet(*a, *b, *c, *d) {
                let pair = (*at.min(other), *at.max(other));
                found = Some(found.map_or(pair, |known| known.min(pair)));
            }
        }
    }
    found.map(|(first, second)| Fault::Crosses(first, second))
}

/// Whether two segments have a place in common.
fn meet(a: Micro, b: Micro, c: Micro, d: Micro) -> bool {
    if a.1.max(b.1) < c.1.min(d.1) || c.1.max(d.1) < a.1.min(b.1) {
        return false;
    }
    let (one, two) = (side(a, b, c), side(a, b, d));
    let (three, four) = (side(c, d, a), side(c, d, b));
    if one != two && three != four && one != 0 && two != 0 && three != 0 && four != 0 {
        return true;
    }
    one == 0 && between(a, b, c)
        || two == 0 && between(a, b, d)
        || three == 0 && between(c, d, a)
        || four == 0 && between(c, d, b)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rings_are_simple_or_say_where_they_are_not() {
        let square = [(0, 0), (10, 0), (10, 10), (0, 10), (0, 0)];
        assert_eq!(fault(&square), None);
        assert_eq!(fault(&[(0, 0), (10, 10), (10, 0), (0, 10), (0, 0)]), Some(Fault::Crosses(0, 2)));
        assert_eq!(fault(&[(0, 0), (10, 0), (20, 0), (0, 0)]), Some(Fault::NoArea));
        assert_eq!(fault(&[(0, 0), (10, 0), (10, 10), (10, 5), (0, 10), (0, 0)]), Some(Fault::Folds(1)));
        // It touches itself in one place.
        let bow = [(0, 0), (10, 0), (5, 5), (10, 10), (0, 10), (5, 5), (0, 0)];
        assert!(matches!(fault(&bow), Some(Fault::Crosses(..))));
        assert_eq!(fault(&[(0, 0), (1, 1), (0, 0), (0, 0)]), Some(Fault::Short));
        // A place on a straight side is no fault.
        assert_eq!(fault(&[(0, 0), (5, 0), (10, 0), (10, 10), (0, 0)]), None);
        assert_eq!((repeated(&square), repeated(&[(0, 0), (1, 0), (1, 0)])), (None, Some(2)));
    }

    #[test]
    fn a_ring_turned_round_or_begun_elsewhere_stays_as_good_or_bad_as_it_is() {
        let bowtie = [(0, 0), (10, 10), (10, 0), (0, 10), (0, 0)];
        let mut back = bowtie;
        back.reverse();
        assert!(matches!(fault(&back), Some(Fault::Crosses(..))));
        let square = [(0, 0), (10, 0), (10, 10), (0, 10)];
        for turn in 0..4 {
            let mut ring = square.to_vec();
            ring.rotate_left(turn);
            ring.push(ring[0]);
            assert_eq!(fault(&ring), None);
        }
    }
}
