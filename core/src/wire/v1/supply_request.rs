//! What callers of `supply.embedded` and `supply.explain` send: tables of processes and of flows.

use serde::{Deserialize, Serialize};

use super::{Column, SupplyExplanation};

/// Request of the method `supply.embedded`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SupplyRequest {
    /// Processes: columns `process`, `unit` (if there are units) and one or more of own emissions per unit of output.
    pub processes: SupplyTable,
    /// Flows: columns `consumer`, `supplier`, `amount` (of the supplier's good for one unit of the consumer's), `unit`.
    pub flows: SupplyTable,
    /// Choices that change a number.
    #[serde(default)]
    pub options: SupplyOptions,
    /// How the tables are written.
    #[serde(default)]
    pub reading: SupplyReading,
    /// `columns` or `csv`; empty = columns.
    #[serde(default)]
    pub format: String,
    /// Whether the answer has the bound of each process.
    #[serde(default)]
    pub bounds: bool,
}

/// A table: its text, or its columns as lists.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct SupplyTable {
    /// CSV text with a header.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// Columns of equal length; numbers with a decimal point.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub columns: Option<Vec<SupplyColumn>>,
}

/// A column of a table.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct SupplyColumn {
    /// Its name, as a header would say it.
    pub name: String,
    /// Its values.
    pub values: Vec<String>,
}

/// Choices that change a number.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct SupplyOptions {
    /// Whether amounts and own emissions below zero are meant.
    pub credits: bool,
    /// What becomes of flows that stand twice between the same two processes: `refuse` or `add`; empty = refuse.
    pub repeated_flows: String,
}

/// How the tables are written.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct SupplyReading {
    /// How numbers of text are written: `vi-VN`, `en-US` …
    pub locale: Option<String>,
    /// `,`, `;` or a tab; else it is read off the header.
    pub delimiter: Option<String>,
    /// Headers that are not known by name, and the columns that they hold: `process`, `consumer`, `supplier`, `amount`, `unit`.
    pub columns: Vec<Column>,
    /// Headers of the columns of own emissions; empty = those that begin with `own_`.
    pub own: Vec<String>,
    /// How many findings the answer lists for each table; all are counted.
    pub findings: Option<u32>,
}

/// Request of the method `supply.explain`: as `supply.embedded`, and which figure.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SupplyExplainRequest {
    /// The process.
    pub process: String,
    /// The column of own emissions; empty = the first.
    #[serde(default)]
    pub own: String,
    /// How many suppliers are named at each step; 0 = 10.
    #[serde(default)]
    pub top: u32,
    /// How many steps down; 0 = 1.
    #[serde(default)]
    pub depth: u32,
    /// The request that is explained.
    pub request: SupplyRequest,
}

/// Request of the method `supply.explain.report`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SupplyExplainReportRequest {
    /// The answer of `supply.explain`.
    pub answer: SupplyExplanation,
    /// `en` or `vi`; empty = en.
    #[serde(default)]
    pub lang: String,
}
