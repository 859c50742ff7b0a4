//! What the tests of the engine share.

mod events;
mod invariants;
mod laws;
mod stock_laws;
mod worked;
mod year;

use std::collections::BTreeMap;

use super::evaluate::evaluate;
use super::*;
use crate::error::Code;
use crate::limits::Limits;
use crate::number::Ratio;

/// A record in short: kind, lot, quantity, run.
type Short<'a> = (Kind, &'a str, i128, &'a str);

fn record<'a>(time: i64, (kind, lot, quantity, run): Short<'a>) -> Movement<'a> {
    Movement { kind, lot, item: lot, run, time, quantity: Some(quantity), ..Movement::default() }
}

fn follow(movements: &[Movement<'_>], choices: Choices) -> Flow {
    let mut all = Movements::default();
    movements.iter().for_each(|movement| all.push(movement).unwrap());
    Flow::new(all, choices, &Limits::default()).unwrap()
}

fn content<'f>(flow: &'f Flow, lot: &str) -> &'f Content {
    let node = flow.nodes_of(lot).into_iter().max().unwrap();
    flow.contents.nodes[at(node)].as_ref().unwrap()
}

fn origin(flow: &Flow, lot: &str) -> Vec<(String, i128)> {
    flow.mass_origin(lot)
}

fn pairs(list: &[(&str, i128)]) -> Vec<(String, i128)> {
    list.iter().map(|(label, units)| ((*label).to_owned(), *units)).collect()
}

fn codes(flow: &Flow) -> Vec<Code> {
    flow.gaps.iter().map(|gap| gap.code).collect()
}

fn rule(weights: &[(&str, Ratio)], composition: &[(&str, &str, Ratio)]) -> Choices {
    let rule = Rule {
        weights: weights.iter().map(|(item, weight)| ((*item).to_owned(), *weight)).collect(),
        other: Some(Ratio::ONE),
        composition: composition
            .iter()
            .map(|(from, to, share)| ((*from).to_owned(), (*to).to_owned(), *share))
            .collect(),
    };
    Choices { rules: BTreeMap::from([(String::new(), rule)]), ..Choices::default() }
}

use Kind::{Consume, Produce, Receive, Ship};

fn coils() -> Vec<Movement<'static>> {
    let coil =
        |lot, quantity, carbon| Movement { carbon: Some(carbon), ..record(0, (Receive, lot, quantity, "")) };
    vec![coil("CN", 600, 1200), coil("VN", 400, 800)]
}
