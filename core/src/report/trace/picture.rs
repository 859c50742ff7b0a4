//! A path drawn: quantities as bands from step to step, and steps along the days.

use core::fmt::Write as _;
use std::collections::BTreeMap;

use super::super::figure::{Marks, exact, steps as count};
use super::super::markup::escaped;
use super::super::screen::clipped;
use super::words::Words;
use crate::order::Order;
use crate::wire::v1::{TraceLink, TracePath, TraceStep};

/// Width of both drawings.
const WIDTH: i128 = 1_000;
/// Height that the largest column of bands takes.
const TALL: i128 = 360;
/// Gap between steps of a column.
const GAP: i128 = 30;
/// Thinnest step.
const THIN: i128 = 4;
/// Width of a step.
const BLOCK: i128 = 10;
/// How far away from what was asked about steps are drawn.
const FAR: u32 = 12;
/// Width of a letter, about.
const LETTER: i128 = 7;
/// Letters over bands have an edge of paper.
const HALO: &str =
    "<g stroke=\"var(--paper)\" stroke-width=\"3\" stroke-linejoin=\"round\" paint-order=\"stroke\">\n";
/// Columns that leave room for quantities beside them.
const ROOMY: i128 = 8;

/// Where a step is drawn, and how far its bands already reach on either side.
#[derive(Clone, Copy, Debug, Default)]
struct Place {
    x: i128,
    y: i128,
    height: i128,
    into: i128,
    out: i128,
}

/// Bands from step to step, as SVG; the first `most` steps.
pub(super) fn flow(path: &TracePath, words: &Words, marks: Marks, most: usize) -> String {
    let shown: Vec<&TraceStep> = path.steps.iter().filter(|step| step.depth <= FAR).take(most).collect();
    if shown.is_empty() {
        return String::new();
    }
    let ranks = ranks(path, &shown);
    // What goes through a step: the larger of what comes in and what goes on.
    let mut through: BTreeMap<u32, (i128, i128)> = BTreeMap::new();
    let drawn = |link: &&TraceLink| ranks.contains_key(&link.from) && ranks.contains_key(&link.to);
    for link in path.links.iter().filter(drawn) {
        let units = count(&link.quantity, 6);
        let into = through.entry(link.to).or_default();
        into.0 = into.0.saturating_add(units);
        let out = through.entry(link.from).or_default();
        out.1 = out.1.saturating_add(units);
    }
    let size = |step: &TraceStep| {
        let (into, out) = through.get(&step.number).copied().unwrap_or_default();
        into.max(out)
    };
    let mut columns: BTreeMap<u32, Vec<&TraceStep>> = BTreeMap::new();
    for step in &shown {
        columns.entry(ranks.get(&step.number).copied().unwrap_or(0)).or_default().push(step);
    }
    let deepest = columns.keys().max().copied().unwrap_or(0);
    let sums =
        columns.values().map(|steps| steps.iter().fold(0i128, |sum, step| sum.saturating_add(size(step))));
    let largest = sums.max().unwrap_or(0).max(1);
    let scale = |units: i128| units.saturating_mul(TALL).checked_div(largest).unwrap_or(0);
    let last = i128::from(deepest).max(1);
    let right = WIDTH.saturating_sub(190);
    let mut places: BTreeMap<u32, Place> = BTreeMap::new();
    let mut bottom = 0i128;
    for (number, steps) in &columns {
        let x = i128::from(*number).saturating_mul(right).checked_div(last).unwrap_or(0).saturating_add(4);
        let mut y = 30i128;
        for step in steps {
            let height = scale(size(step)).max(THIN);
            places.insert(step.number, Place { x, y, height, into: 0, out: 0 });
            y = y.saturating_add(height).saturating_add(GAP);
        }
        bottom = bottom.max(y);
    }
    let mut svg = format!(
        "<svg class=\"chart\" viewBox=\"0 0 {WIDTH} {bottom}\" role=\"img\" aria-label=\"{}\" xmlns=\"http://www.w3.org/2000/svg\">\n",
        escaped(words.flow)
    );
    for link in &path.links {
        let (Some(from), Some(to)) = (places.get(&link.from).copied(), places.get(&link.to).copied()) else {
            continue;
        };
        let width = scale(count(&link.quantity, 6)).max(1);
        let (start, end) = (from.y.saturating_add(from.out), to.y.saturating_add(to.into));
        let (x1, x2) = (from.x.saturating_add(BLOCK), to.x);
        let middle = x1.saturating_add(x2).checked_div(2).unwrap_or(x1);
        let sure = link.certainty == "exact";
        let title = if sure { exact(&link.quantity, marks) } else { "?".to_owned() };
        let upper = format!("M{x1} {start}C{middle} {start} {middle} {end} {x2} {end}");
        let drawn = if sure {
            // The band between two curves: a wide stroke would bulge where the way is short.
            let (start, end) = (start.saturating_add(width), end.saturating_add(width));
            format!(
                "d=\"{upper}V{end}C{middle} {end} {middle} {start} {x1} {start}Z\" fill=\"var(--bar-soft)\" fill-opacity=\"0.8\""
            )
        } else {
            format!("d=\"{upper}\" fill=\"none\" stroke=\"var(--quiet)\" stroke-dasharray=\"4 4\"")
        };
        let _ = writeln!(svg, "<path {drawn}><title>{}</title></path>", escaped(&title));
        if sure {
            if let Some(place) = places.get_mut(&link.from) {
                place.out = place.out.saturating_add(width);
            }
            if let Some(place) = places.get_mut(&link.to) {
                place.into = place.into.saturating_add(width);
            }
        }
    }
    // Names of neighbouring columns stand at two heights.
    let above = |step: &TraceStep, place: &Place| {
        let odd = ranks.get(&step.number).is_some_and(|rank| rank & 1 == 1);
        place.y.saturating_sub(if odd { 17 } else { 4 })
    };
    let names: Vec<(i128, i128)> = shown
        .iter()
        .filter_map(|step| places.get(&step.number).map(|place| (place.x, above(step, place))))
        .collect();
    svg.push_str(HALO);
    for step in &shown {
        let Some(place) = places.get(&step.number) else { continue };
        let fill = if step.kind == "run" { "var(--quiet)" } else { "var(--bar)" };
        let amount = match step.quantity.as_str() {
            "" => String::new(),
            text => format!("{} {}", exact(text, marks), step.unit),
        };
        let above = above(step, place);
        let letters = room((place.x, above), &names, &places);
        let _ = writeln!(
            svg,
            "<rect x=\"{}\" y=\"{}\" width=\"{BLOCK}\" height=\"{}\" fill=\"{fill}\" stroke=\"none\"><title>{}</title></rect>\
             <text class=\"name\" x=\"{}\" y=\"{above}\">{}</text>",
            place.x,
            place.y,
            place.height,
            escaped(&format!("{} {} {} {amount}", words.kind(&step.kind), step.name, step.item)),
            place.x,
            escaped(&clipped(&step.name, letters)),
        );
        if last <= ROOMY && !amount.is_empty() {
            let (x, y) = (place.x.saturating_add(BLOCK).saturating_add(4), place.y.saturating_add(14));
            let _ = writeln!(svg, "<text class=\"figure\" x=\"{x}\" y=\"{y}\">{}</text>", escaped(&amount));
        }
    }
    svg.push_str("</g>\n</svg>\n");
    svg
}

/// How many letters a name has room for before the next name or block to its right.
fn room((x, y): (i128, i128), names: &[(i128, i128)], places: &BTreeMap<u32, Place>) -> usize {
    let near = names.iter().filter(|(_, other)| other.saturating_sub(y).saturating_abs() < 12);
    let crossed = places.values().filter(|place| {
        place.y <= y.saturating_add(3) && place.y.saturating_add(place.height) >= y.saturating_sub(11)
    });
    let next = near.map(|(other, _)| *other).chain(crossed.map(|place| place.x));
    let end = next.filter(|other| *other > x).min().unwrap_or(WIDTH);
    let letters = end.saturating_sub(x).saturating_sub(3).checked_div(LETTER).unwrap_or(0);
    usize::try_from(letters).unwrap_or(0).clamp(3, 28)
}

/// The column of each step: behind everything that flows into it; backward, as near as it can be to what it flows into.
fn ranks(path: &TracePath, shown: &[&TraceStep]) -> BTreeMap<u32, u32> {
    let most = u32::try_from(shown.len()).unwrap_or(u32::MAX).saturating_sub(1);
    let links = || path.links.iter().filter(|link| link.from != link.to);
    let mut ranks: BTreeMap<u32, u32> = shown.iter().map(|step| (step.number, 0)).collect();
    // As many rounds as there are steps are enough; a loop stops there.
    for _ in shown {
        for link in links() {
            let Some(behind) = ranks.get(&link.from).map(|from| from.saturating_add(1).min(most)) else {
                continue;
            };
            if let Some(to) = ranks.get_mut(&link.to) {
                *to = behind.max(*to);
            }
        }
    }
    if path.direction != "back" {
        return ranks;
    }
    let last = ranks.values().max().copied().unwrap_or(0);
    let mut near: BTreeMap<u32, u32> = ranks.keys().map(|step| (*step, last)).collect();
    for _ in shown {
        for link in links() {
            let Some(before) = near.get(&link.to).map(|to| to.saturating_sub(1)) else { continue };
            if let Some(from) = near.get_mut(&link.from) {
                *from = before.min(*from);
            }
        }
    }
    near
}

/// Days since the year 0, near enough for a place on a line.
fn day(date: &str) -> Option<i128> {
    let mut parts = date.split('-').map(|part| count(part, 0));
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    Some(year.saturating_mul(372).saturating_add(month.saturating_mul(31)).saturating_add(day))
}

/// Steps along the days, as SVG; the first `most`, by their days.
pub(super) fn timeline(path: &TracePath, words: &Words, most: usize) -> String {
    let mut steps: Vec<(i128, &TraceStep)> =
        path.steps.iter().take(most).filter_map(|step| Some((day(&step.date)?, step))).collect();
    steps.order_by_key(|(day, step)| (*day, step.number));
    let (Some((first, _)), Some((last, _))) = (steps.first().copied(), steps.last().copied()) else {
        return String::new();
    };
    let span = last.saturating_sub(first).max(1);
    let rows = i128::try_from(steps.len()).unwrap_or(0);
    let height = rows.saturating_mul(20).saturating_add(10);
    let mut svg = format!(
        "<svg class=\"chart\" viewBox=\"0 0 {WIDTH} {height}\" role=\"img\" aria-label=\"{}\" xmlns=\"http://www.w3.org/2000/svg\">\n",
        escaped(words.timeline)
    );
    let mut y = 16i128;
    for (day, step) in steps {
        let x =
            day.saturating_sub(first).saturating_mul(560).checked_div(span).unwrap_or(0).saturating_add(420);
        let fill = if step.kind == "run" { "var(--quiet)" } else { "var(--bar)" };
        let name = clipped(&format!("{} {} {}", words.kind(&step.kind), step.name, step.item), 50);
        let line = y.saturating_sub(4);
        let _ = writeln!(
            svg,
            "<text class=\"figure\" x=\"0\" y=\"{y}\">{}</text><text class=\"name\" x=\"90\" y=\"{y}\">{}</text>\
             <line x1=\"420\" x2=\"980\" y1=\"{line}\" y2=\"{line}\" stroke=\"var(--line)\"></line>\
             <circle cx=\"{x}\" cy=\"{line}\" r=\"5\" fill=\"{fill}\"></circle>",
            escaped(&step.date),
            escaped(name.trim()),
        );
        y = y.saturating_add(20);
    }
    svg.push_str("</svg>\n");
    svg
}
