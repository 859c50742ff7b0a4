//! The error for unknown units, with the nearest spellings that would be read.

use super::aliases::ALIASES;
use super::named_table::{COMPOSED, ROWS};
use crate::error::{Code, Error};
use crate::order::Order;

/// Most spellings that a help names.
const MOST: usize = 3;

/// The error for a text above the limit; the text is not repeated.
pub(super) fn too_long() -> Error {
    Error::new(Code::UnknownUnit, "a unit has at most 64 bytes")
}

/// The error for a text that no table knows.
pub(super) fn unknown(text: &str) -> Error {
    let error = Error::new(Code::UnknownUnit, format!("the unit `{text}` is not known"));
    if let Some(gas) = gas_in(text) {
        return error.with_help(format!(
            "write the unit alone, e.g. `kg` or `t`: `{gas}` is what is measured, not a unit"
        ));
    }
    let near = spellings(text);
    if near.is_empty() { error } else { error.with_help(format!("did you mean {}?", near.join(" or "))) }
}

/// The gas that somebody wrote into the unit.
fn gas_in(text: &str) -> Option<&'static str> {
    let folded = text.to_lowercase().replace('₂', "2").replace('₄', "4");
    let gas = [("co2e", "CO2e"), ("co2", "CO2"), ("ch4", "CH4"), ("n2o", "N2O"), ("sf6", "SF6")]
        .iter()
        .find(|(spelling, _)| folded.contains(spelling))
        .map(|(_, gas)| *gas);
    gas.or_else(|| matches!(text, "tC" | "kgC" | "t C" | "kg C").then_some("C"))
}

/// Known spellings within a small distance, nearest first.
fn spellings(text: &str) -> Vec<String> {
    let text: Vec<char> = text.chars().collect();
    let allowed = match text.len() {
        0 | 1 => 0,
        2..=4 => 1,
        _ => 2,
    };
    let known = ROWS
        .iter()
        .map(|row| row.code)
        .chain(COMPOSED.iter().map(|(code, ..)| *code))
        .chain(ALIASES.iter().map(|(spelling, _)| *spelling));
    let mut near: Vec<(usize, usize, &str)> = known
        .enumerate()
        .filter_map(|(place, spelling)| {
            let distance = distance(&text, spelling, allowed)?;
            (distance <= allowed).then_some((distance, place, spelling))
        })
        .collect();
    near.order();
    near.iter().take(MOST).map(|(_, _, spelling)| format!("`{spelling}`")).collect()
}

/// Number of letters to insert, delete, exchange or swap with their neighbour, whatever their case; `None` if
/// the lengths alone are too far apart. Both texts are short, so the usual table of all prefixes is small.
fn distance(text: &[char], spelling: &str, allowed: usize) -> Option<usize> {
    let other: Vec<char> = spelling.chars().collect();
    if text.len().abs_diff(other.len()) > allowed {
        return None;
    }
    let fold = |list: &[char]| list.iter().flat_map(|c| c.to_lowercase()).collect::<Vec<char>>();
    let (left, right) = (fold(text), fold(&other));
    if left == right {
        return Some(1);
    }
    // Three rows of the usual table: before the last, the last, the new one.
    let mut before: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=right.len()).collect();
    let mut previous = None;
    for (i, &a) in left.iter().enumerate() {
        let mut row = vec![i.saturating_add(1)];
        let mut previous_right = None;
        for (j, &b) in right.iter().enumerate() {
            let next = j.saturating_add(1);
            let at = |list: &[usize], index: usize| list.get(index).copied().unwrap_or(usize::MAX);
            let exchange = at(&last, j).saturating_add(usize::from(a != b));
            let delete = at(&last, next).saturating_add(1);
            let insert = at(&row, j).saturating_add(1);
            let mut best = exchange.min(delete).min(insert);
            if previous == Some(b) && previous_right == Some(a) {
                let swap = j.checked_sub(1).map_or(usize::MAX, |index| at(&before, index)).saturating_add(1);
                best = best.min(swap);
            }
            row.push(best);
            previous_right = Some(b);
        }
        previous = Some(a);
        before = last;
        last = row;
    }
    last.last().copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn typing_errors_find_their_unit() {
        for (text, near) in [
            ("kwhh", "`kWh`"),
            ("kHW", "`kWh`"),
            ("tonn", "`tonne`"),
            ("litter", "`liter`"),
            ("passanger.km", "`passenger.km`"),
            ("số điên", "`số điện`"),
            ("Nm4", "`Nm3`"),
        ] {
            assert!(unknown(text).help().contains(near), "{text}: {}", unknown(text).help());
        }
        assert_eq!(unknown("zzzzzz").help(), Code::UnknownUnit.help());
        assert!(unknown("tCO2e").help().contains("`CO2e` is what is measured"));
    }
}
