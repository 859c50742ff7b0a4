//! Networks of processes, planned once and evaluated as often as one likes.

use emitrace::Error;
use emitrace::limits::Limits;
use emitrace::number::Amount;
use emitrace::supply::{Network, Table};
use emitrace::wire::v1::{self, canonical, read_json};
use wasm_bindgen::prelude::*;

use crate::error::beyond;

/// A planned network.
#[wasm_bindgen]
#[derive(Debug)]
pub struct SupplyPlan {
    network: Network,
}

#[wasm_bindgen]
impl SupplyPlan {
    /// Reads the tables of a request of `supply.embedded` and plans.
    ///
    /// # Errors
    /// Throws an `Error` with the core's code if a table cannot be read at all.
    #[wasm_bindgen(constructor)]
    pub fn new(request: &str) -> Result<SupplyPlan, JsValue> {
        beyond(|| Ok(SupplyPlan { network: plan(request)? }))
    }

    /// The plan in numbers and names, as JSON.
    ///
    /// # Errors
    /// Throws an `Error` with the core's code.
    pub fn about(&self) -> Result<String, JsValue> {
        beyond(|| canonical(&self.described()))
    }

    /// Embedded emissions for own emissions in the order of the processes, as JSON.
    ///
    /// # Errors
    /// Throws an `Error` with the core's code if a number cannot be read.
    #[expect(clippy::needless_pass_by_value, reason = "the glue hands over lists of texts by value")]
    pub fn evaluate(&self, own: Vec<String>) -> Result<String, JsValue> {
        let numbers = own.iter().enumerate().map(|(at, text)| {
            Amount::parse(text).map_err(|error| {
                let path = format!("/own/{at}");
                error.at(path)
            })
        });
        beyond(|| self.solved(&numbers.collect::<Result<Vec<_>, Error>>()?))
    }

    /// Embedded emissions for a column of the table of processes, as JSON; nothing if there is no such column.
    ///
    /// # Errors
    /// Throws an `Error` with the core's code.
    #[wasm_bindgen(js_name = evaluateColumn)]
    pub fn evaluate_column(&self, name: &str) -> Result<Option<String>, JsValue> {
        let column = self.network.own().iter().find(|column| column.name == name);
        beyond(|| column.map(|column| self.solved(&column.values)).transpose())
    }
}

impl SupplyPlan {
    fn described(&self) -> v1::SupplyPlanAbout {
        let plan = self.network.plan();
        let (loops, largest_loop) = plan.loops();
        let all = 0..u32::try_from(plan.processes()).unwrap_or(u32::MAX);
        v1::SupplyPlanAbout {
            ids: all.clone().map(|process| plan.id(process).to_owned()).collect(),
            bounds: all.map(|process| plan.bound(process).unwrap_or_default()).collect(),
            own: self.network.own().iter().map(|column| column.name.clone()).collect(),
            flows: count(plan.flows()),
            loops: count(loops),
            largest_loop: count(largest_loop),
            largest_bound: plan.largest_bound(),
            tables: self.network.tables(),
        }
    }

    fn solved(&self, own: &[Amount]) -> Result<String, Error> {
        let plan = self.network.plan();
        let embedded = plan.evaluate(own);
        let all = 0..u32::try_from(plan.processes()).unwrap_or(u32::MAX);
        canonical(&v1::SupplyFigures {
            figures: all.map(|process| embedded.figure(process).unwrap_or_default()).collect(),
            faults: embedded.faults().iter().map(|fault| plan.error(fault).to_string()).collect(),
        })
    }
}

fn plan(request: &str) -> Result<Network, Error> {
    let request: v1::SupplyRequest = read_json(request)?;
    let processes = Table::of(&request.processes).map_err(|error| error.at("/processes"))?;
    let flows = Table::of(&request.flows).map_err(|error| error.at("/flows"))?;
    Network::read(processes, flows, &request, &Limits::default())
}

fn count(number: usize) -> u64 {
    u64::try_from(number).unwrap_or(u64::MAX)
}
