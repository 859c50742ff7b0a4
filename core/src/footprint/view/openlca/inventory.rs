//! Gases of a footprint as exchanges of a process with nature.

use std::collections::BTreeMap;

use super::super::said::{PLACES, Said};
use super::flow::Flow;
use super::unit::{KILOGRAM, Unit};
use crate::error::{Code, Error};
use crate::footprint::node::{Members, Node};
use crate::number::{Fraction, Ties};
use crate::wire::v1;

/// A flow with what a footprint has of it.
#[derive(Debug)]
pub(super) struct Line {
    pub(super) flow: Flow,
    /// Kilograms; what is taken from nature is above 0, too.
    kg: Fraction,
    /// GWP; none outside of the totals.
    pub(super) gwp: Option<Fraction>,
    /// Whether it is in the total with uptake alone.
    pub(super) uptake: bool,
    /// Parts that it is made of, for readers.
    says: Vec<String>,
}

/// The flows of a footprint, emissions first; parts that are one flow become one.
///
/// # Errors
/// `BAD_NUMBER`, `OVERFLOW`.
pub(super) fn lines(gases: &[v1::FootprintGas]) -> Result<Vec<Line>, Error> {
    let mut lines: BTreeMap<Flow, Line> = BTreeMap::new();
    for (at, one) in gases.iter().enumerate() {
        let read = |name: &str, text: &str| {
            Fraction::parse(text).ok_or_else(|| {
                Error::new(Code::BadNumber, format!("`{text}` is no decimal and no fraction"))
                    .at(format!("/answer/result/gases/{at}/{name}"))
            })
        };
        let kg = read("exact_kg", &one.exact_kg)?;
        let gwp = if one.gwp.is_empty() { None } else { Some(read("gwp", &one.gwp)?) };
        let flow = Flow::of(one);
        let kg = if flow.input { kg.negated() } else { kg };
        let part = if one.member.is_empty() { "outside of the totals" } else { &one.member };
        let line = lines.entry(flow.clone()).or_insert(Line {
            flow,
            kg: Fraction::zero(),
            gwp,
            uptake: one.member == "biogenicCO2Uptake",
            says: Vec::new(),
        });
        line.kg = line.kg.try_add(&kg)?;
        line.says.push(format!("{part}: {} kg", one.kg));
    }
    Ok(lines.into_values().collect())
}

impl Line {
    /// The exchange; an amount without an end is rounded, and told.
    pub(super) fn exchange(&self, number: usize, said: &mut Said<'_>) -> Node {
        let amount = self.kg.rounded(PLACES, Ties::HalfEven);
        if Fraction::parse(&amount).as_ref() != Some(&self.kg) {
            let path = format!("/result/gases/{}", self.flow.name);
            said.note(&path, &self.kg.to_string(), "changed", "written with 18 decimals, half-even");
        }
        let mut exchange = exchange(number, self.flow.reference(), &KILOGRAM, Node::Number(amount));
        exchange.put("isInput", Node::Flag(self.flow.input));
        exchange.say("description", &self.says.join("; "));
        exchange.done()
    }
}

/// An exchange with its number within the process, flow, unit and amount.
pub(super) fn exchange(number: usize, flow: Node, unit: &Unit, amount: Node) -> Members {
    let mut exchange = Members::default();
    exchange.say("@type", "Exchange");
    exchange.put("internalId", Node::Number(number.to_string()));
    exchange.put("amount", amount);
    exchange.put("flow", flow);
    exchange.put("flowProperty", unit.property());
    exchange.put("unit", unit.reference());
    exchange
}
