//! Answers of `supply.embedded` and `supply.explain`: networks of processes.

use serde::{Deserialize, Serialize};

use super::{Column, Finding, FindingCount, SupplyOptions};

/// Name of the answer's shape.
pub const SUPPLY_SCHEMA: &str = "emitrace/supply/1";

/// Embedded emissions of all processes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SupplyAnswer {
    /// `emitrace/supply/1`.
    pub schema: String,
    /// Version of the engine.
    pub engine: String,
    /// SHA-256 of the canonical JSON of `result` as columns, in hexadecimal: the same whatever the format.
    pub digest: String,
    /// The result; independent of the order of rows.
    pub result: SupplyResult,
    /// How `processes` and `flows` were read.
    pub tables: Vec<SupplyTableReading>,
}

/// Figures with their bound.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SupplyResult {
    /// Choices that change a number.
    pub options: SupplyOptions,
    /// How much of the input is in the result.
    pub coverage: SupplyCoverage,
    /// The rounding of each figure: `down`, once for each process.
    pub rounding: String,
    /// What figures are counts of: `0.000000000000000001`.
    pub step: String,
    /// The largest bound of all figures: an exact figure lies at most this above the one shown, with credits on either side.
    pub largest_bound: String,
    /// Names of the columns of figures: `embedded_kg_co2e` for own emissions `own_kg_co2e`.
    pub names: Vec<String>,
    /// The processes in the order of their identifiers; absent where the answer is CSV.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub processes: Option<Vec<String>>,
    /// Units of the processes, in the same order; absent where there are none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub units: Option<Vec<String>>,
    /// Figures by column and process, in the unit of own emissions for one unit of output; empty = withheld.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub figures: Option<Vec<Vec<String>>>,
    /// Bounds by process, where the request asks for them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bounds: Option<Vec<String>>,
    /// The same as CSV, where the request asks for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub csv: Option<String>,
}

/// How much of the input is in the result.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SupplyCoverage {
    /// Processes.
    pub processes: u64,
    /// Flows.
    pub flows: u64,
    /// Loops, a process that supplies itself among them.
    pub loops: u64,
    /// Processes in the largest loop.
    pub largest_loop: u64,
    /// Figures that are withheld, over all columns: a fault touches them, or something that they are made from.
    pub withheld: u64,
    /// Rows left out of both tables.
    pub excluded: u64,
    /// How often each code was found.
    pub findings: Vec<FindingCount>,
}

/// How a table was read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SupplyTableReading {
    /// `processes` or `flows`.
    pub table: String,
    /// Rows.
    pub rows: u64,
    /// Rows left out.
    pub excluded: u64,
    /// Headers and the columns they were taken for; empty field = not used.
    pub columns: Vec<Column>,
    /// The findings by row, up to the limit; `coverage` counts all of them.
    pub findings: Vec<Finding>,
}

/// What a figure is made of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SupplyExplanation {
    /// Version of the engine.
    pub engine: String,
    /// Name of the column of figures.
    pub name: String,
    /// The process, with its suppliers below it.
    pub process: SupplyPart,
}

/// A process and what it takes in; `own + contributions + rest - rounded_off` is the figure, exactly.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SupplyPart {
    /// Identifier.
    pub process: String,
    /// Unit of its output; empty if it has none.
    pub unit: String,
    /// Embedded emissions of one unit.
    pub figure: String,
    /// How far the exact figure can be from it.
    pub bound: String,
    /// Own emissions of one unit.
    pub own: String,
    /// Its suppliers, the largest contribution first.
    pub inputs: Vec<SupplyInput>,
    /// How many suppliers are not named.
    pub rest_inputs: u64,
    /// What they contribute together.
    pub rest: String,
    /// What the one rounding took away.
    pub rounded_off: String,
}

/// What a supplier contributes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SupplyInput {
    /// Amount of the supplier's good for one unit, in its unit.
    pub amount: String,
    /// Amount times figure of the supplier, exactly.
    pub contribution: String,
    /// 100 × contribution / figure, half-even to four decimals; empty where the figure is zero.
    pub percent: String,
    /// Identifier of the supplier; where the steps end, and where it is its own supplier further up, nothing more is said of it.
    pub supplier: String,
    /// The supplier, with its suppliers below it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub process: Option<SupplyPart>,
}

/// A planned network in numbers and names.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SupplyPlanAbout {
    /// Identifiers of the processes, in the order of their rows.
    pub ids: Vec<String>,
    /// Bounds of their figures; empty = no figure.
    pub bounds: Vec<String>,
    /// Names of the columns of own emissions.
    pub own: Vec<String>,
    /// Flows.
    pub flows: u64,
    /// Loops.
    pub loops: u64,
    /// Processes in the largest loop.
    pub largest_loop: u64,
    /// The largest bound of all figures.
    pub largest_bound: String,
    /// How the tables were read, with their findings.
    pub tables: Vec<SupplyTableReading>,
}

/// The figures of a planned network for one column of own emissions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SupplyFigures {
    /// Figures in the order of the processes; empty = withheld.
    pub figures: Vec<String>,
    /// What is wrong with the column.
    pub faults: Vec<String>,
}

impl SupplyAnswer {
    /// True if every process has every figure and every row is in the result.
    pub fn is_complete(&self) -> bool {
        self.result.coverage.withheld == 0 && self.result.coverage.excluded == 0
    }
}
