//! What callers of `trace.follow`, `trace.back` and `trace.forward` send: stock cards or records, and what is declared of them.

use serde::{Deserialize, Serialize};

use super::{AliasText, Column, TraceAnswer, TracePath};

/// Request of the method `trace.follow`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct TraceRequest {
    /// Stock cards, goods-received and issue notes (CSV or workbooks), and EPCIS events (JSON, NDJSON), in any mixture.
    pub cards: Vec<TraceCard>,
    /// Records beside the cards.
    pub records: Vec<TraceRecord>,
    /// What items weigh that are counted.
    pub items: Vec<TraceItem>,
    /// Names that mean the same: a code of the cards, and an identifier of the events.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<AliasText>,
    /// Choices that change a result.
    pub options: TraceOptions,
    /// How the cards are written.
    pub reading: TraceReading,
}

/// A file of movements.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct TraceCard {
    /// Name of the file, for findings.
    pub name: String,
    /// CSV text, or the JSON text of events.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// A file in base64: a workbook (XLSX), CSV, or events.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub base64: Option<String>,
    /// The sheet of a workbook; empty = every sheet that holds movements.
    pub sheet: String,
    /// Store of rows that name none.
    pub store: String,
    /// Item of rows that name none.
    pub item: String,
    /// Unit of rows that name none.
    pub unit: String,
}

/// One movement.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct TraceRecord {
    /// Identifier: equal ones count once, and `void` refers to it.
    pub id: String,
    /// `opening`, `receive`, `consume`, `produce`, `lose`, `move`, `ship`, `return`, `send_back`, `scrap`, `gain`, `shrink`, `pack`, `unpack`, `void`.
    pub kind: String,
    /// Day.
    pub date: String,
    /// Where.
    pub store: String,
    /// Where a moved quantity goes; empty = the same store.
    pub to_store: String,
    /// What.
    pub item: String,
    /// Which lot; empty = as the stock policy says.
    pub lot: String,
    /// The lot that a moved quantity goes into, or the container.
    pub to_lot: String,
    /// How much; empty = unknown.
    pub quantity: String,
    /// Its unit.
    pub unit: String,
    /// Production order.
    pub run: String,
    /// What is done in it.
    pub process: String,
    /// Supplier of what comes in, customer of what goes out.
    pub party: String,
    /// Country of origin.
    pub country: String,
    /// The supplier's lot: heat, melt, batch.
    pub heat: String,
    /// Plot, farm or mine.
    pub plot: String,
    /// Goods-received note, issue note, invoice.
    pub document: String,
    /// Carbon of what comes in, or what the run adds; empty = not known.
    pub carbon_kg_co2e: String,
}

/// What one of an item weighs.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct TraceItem {
    /// The item.
    pub item: String,
    /// The unit that is weighed: `cái`, `thùng` …; empty = `item`.
    pub unit: String,
    /// Kilograms of one.
    pub kg: String,
}

/// Choices that change a result.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct TraceOptions {
    /// Which lot is taken: `specific`, `fifo`, `lifo`, `average`, `period-average`; empty = specific.
    pub policy: String,
    /// The same for one store.
    pub stores: Vec<TracePolicy>,
    /// The same for one item, before that of its store.
    pub items: Vec<TracePolicy>,
    /// The period of `period-average`: `month`, `quarter` or `year`; empty = month.
    pub period: String,
    /// What is declared of processes.
    pub processes: Vec<TraceProcess>,
}

/// A stock policy.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct TracePolicy {
    /// Store or item.
    pub name: String,
    /// `specific`, `fifo`, `lifo`, `average`, `period-average`.
    pub policy: String,
}

/// What is declared of a process.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct TraceProcess {
    /// The process; empty = all that are not named.
    pub process: String,
    /// How carbon is shared between items that come out: `mass`, or `weights` per kilogram (prices, heating values); empty = not declared.
    pub allocation: String,
    /// Weights of items; of `mass` an item may be given 0, as scrap.
    pub weights: Vec<TraceWeight>,
    /// Which share of an input ends in which output; what is left of it is lost. Empty = all outputs alike.
    pub composition: Vec<TraceComposition>,
}

/// What an item weighs in an allocation.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct TraceWeight {
    /// The item.
    pub item: String,
    /// Its weight for one base unit.
    pub weight: String,
}

/// Where a share of an input ends.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct TraceComposition {
    /// Item that goes in.
    pub input: String,
    /// Item that comes out.
    pub output: String,
    /// Share of the input, from 0 to 1.
    pub share: String,
}

/// How the cards are written.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct TraceReading {
    /// How numbers and dates are written: `vi-VN`, `en-US` …
    pub locale: Option<String>,
    /// `dmy` or `mdy`; else that of the locale.
    pub date_order: Option<String>,
    /// Encoding of CSV in base64: `utf-8` or `windows-1252`; a file with a byte-order mark says it itself, UTF-16 too.
    pub encoding: Option<String>,
    /// Headers that are not known by name, and the columns that they hold.
    pub columns: Vec<Column>,
    /// How many findings the answer lists; all are counted.
    pub findings: Option<u32>,
}

/// Request of the methods `trace.back` and `trace.forward`: what is asked of which records.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct TraceAskRequest {
    /// What is asked.
    pub ask: TraceAsk,
    /// The records.
    pub request: TraceRequest,
}

/// What is asked: a lot, or the deliveries of a document.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct TraceAsk {
    /// A lot, or a container.
    pub lot: String,
    /// Only of this item.
    pub item: String,
    /// Only in this store.
    pub store: String,
    /// Instead of a lot: a document by which something left.
    pub document: String,
    /// How many lots, runs and deliveries the answer lists; 0 = 1000. All are counted.
    pub most: u32,
}

/// Request of the method `trace.report`: an answer as a page, a picture or a table.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct TraceReportRequest {
    /// An answer of `trace.follow`; or
    pub answer: Option<TraceAnswer>,
    /// one of `trace.back` or `trace.forward`.
    pub path: Option<TracePath>,
    /// `table`, `tree`, `html`, `csv`, `mermaid` or `dot`; empty = table.
    pub format: String,
    /// Of the answer of `trace.follow`: `lots` or `gaps`; empty = lots.
    pub view: String,
    /// `en` or `vi`; empty = en.
    pub lang: String,
}
