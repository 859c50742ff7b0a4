//! Answers of `trace.follow`, `trace.back` and `trace.forward`: lots, where they came from and where they went.

use serde::{Deserialize, Serialize};

use super::{Column, FindingCount, TraceAsk, TraceOptions};

/// Name of the shape of the answer of `trace.follow`.
pub const TRACE_SCHEMA: &str = "emitrace/trace/1";
/// Name of the shape of the answers of `trace.back` and `trace.forward`.
pub const TRACE_PATH_SCHEMA: &str = "emitrace/trace-path/1";

/// All lots of the records.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TraceAnswer {
    /// `emitrace/trace/1`.
    pub schema: String,
    /// Version of the engine.
    pub engine: String,
    /// SHA-256 of the canonical JSON of `result`, in hexadecimal.
    pub digest: String,
    /// The result.
    pub result: TraceResult,
    /// How each file was read.
    pub tables: Vec<TraceTable>,
}

/// Lots, balances and open questions.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TraceResult {
    /// Choices that change a result.
    pub options: TraceOptions,
    /// How quantities are shared where a share is not whole: `largest-remainder`, in steps of 1 mg, 1 piece or 1 µL.
    pub rounding: String,
    /// How much of the input is in the result.
    pub coverage: TraceCoverage,
    /// Versions of lots, by item, lot and store.
    pub lots: Vec<TraceLot>,
    /// What became of each item.
    pub items: Vec<TraceBalance>,
    /// What is wrong with records, or open, by file and row, up to the limit; `coverage` counts all.
    pub findings: Vec<TraceFinding>,
}

/// How much of the input is in the result.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TraceCoverage {
    /// Rows and records read.
    pub records: u64,
    /// Those that could not be used.
    pub excluded: u64,
    /// Those that a void record takes back.
    pub voided: u64,
    /// Versions of lots.
    pub lots: u64,
    /// Runs.
    pub runs: u64,
    /// How often each code was found.
    pub findings: Vec<FindingCount>,
}

/// How a file was read.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TraceTable {
    /// The file.
    pub name: String,
    /// The sheet of a workbook; empty for CSV.
    pub sheet: String,
    /// Rows with anything in them below the header.
    pub rows: u64,
    /// Rows left out.
    pub excluded: u64,
    /// Headers and the fields they were taken for; empty field = not used.
    pub columns: Vec<Column>,
}

/// A version of a lot, as it was when the last of it had come in.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TraceLot {
    /// The lot.
    pub lot: String,
    /// What it is.
    pub item: String,
    /// Where it is.
    pub store: String,
    /// Which of its versions, from 1: a new one where something came in after something was taken.
    pub version: u32,
    /// Day on which it was made.
    pub date: String,
    /// How: `opening`, `receive`, `produce`, `move` …
    pub kind: String,
    /// Production order that it came from; empty = none.
    pub run: String,
    /// Its document; empty = none.
    pub document: String,
    /// How much; empty = not known.
    pub quantity: String,
    /// `kg`, `item` or `L`.
    pub unit: String,
    /// How much of this version is still there; empty = not known.
    pub in_stock: String,
    /// Mass origin by country, adding up to the quantity; none where the quantity is zero or not known.
    pub origin: Vec<TraceShare>,
    /// Carbon that is known of.
    pub carbon_kg_co2e: String,
    /// Whether that is all of it; if not it is a lower bound.
    pub carbon_complete: bool,
}

/// A share of a quantity.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TraceShare {
    /// Country, supplier, heat …; `UNKNOWN` = what nobody knows.
    pub label: String,
    /// How much of it is known to be there.
    pub quantity: String,
    /// That in per cent of the whole, by largest remainder to four decimals: all shares are 100 together.
    pub percent: String,
    /// How much of it there may be: what is known, and all that is unknown.
    pub most: String,
}

/// What became of an item.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TraceBalance {
    /// The item.
    pub item: String,
    /// `kg`, `item` or `L`.
    pub unit: String,
    /// In stock when the books opened.
    pub opening: String,
    /// Came in.
    pub received: String,
    /// Came out of runs.
    pub produced: String,
    /// Counted more than booked.
    pub gained: String,
    /// Went into runs.
    pub consumed: String,
    /// Left.
    pub shipped: String,
    /// Came back from customers; not there if nothing did.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub returned: String,
    /// Went back to suppliers; not there if nothing did.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub sent_back: String,
    /// Scrapped.
    pub scrapped: String,
    /// Counted less than booked.
    pub shrunk: String,
    /// Taken although it was not there.
    pub missing: String,
    /// In stock at the end: opening + received + produced + returned + gained + missing − consumed − shipped − sent back − scrapped − shrunk.
    pub in_stock: String,
    /// Records without a quantity: with any, the balance is not known exactly.
    pub unknown_records: u64,
}

/// Something that is wrong with a record, or open.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TraceFinding {
    /// The file; empty = a record of the request.
    pub file: String,
    /// Row as a spreadsheet counts it, number of the record or event from 1; 0 = the whole file.
    pub row: u64,
    /// `error`, `warning` or `info`.
    pub severity: String,
    /// Stable code.
    pub code: String,
    /// Field, or of an event the JSON pointer into its file; empty = the row as a whole.
    pub column: String,
    /// The lot, where it is about one.
    pub lot: String,
    /// The run, where it is about one.
    pub run: String,
    /// How much it is about; empty = nothing that can be counted.
    pub quantity: String,
    /// What is wrong.
    pub message: String,
    /// What to do about it.
    pub help: String,
}

/// What may be in a lot, or what it may be in.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TracePath {
    /// `emitrace/trace-path/1`.
    pub schema: String,
    /// Version of the engine.
    pub engine: String,
    /// What was asked.
    pub ask: TraceAsk,
    /// `back` or `forward`.
    pub direction: String,
    /// The versions that were asked about; empty for a document.
    pub versions: Vec<TraceLot>,
    /// One step: lots directly before, or directly behind.
    pub nearest: Vec<String>,
    /// How many lots, runs and deliveries there are.
    pub found: u64,
    /// The first of them, nearest first.
    pub steps: Vec<TraceStep>,
    /// What goes from step to step, among those that are listed.
    pub links: Vec<TraceLink>,
    /// Back: the quantities that came in from outside, and how much of each is in what was asked about (all versions together).
    pub sources: Vec<TraceSource>,
    /// Back: mass origin of what was asked about, by country.
    pub countries: Vec<TraceShare>,
    /// Back: the same by supplier.
    pub suppliers: Vec<TraceShare>,
    /// Back: the same by the supplier's lot.
    pub heats: Vec<TraceShare>,
    /// Back: everything that may be inside, whatever its share.
    pub possible: TracePossible,
    /// Forward: lots that it may be in and how much of it they hold.
    pub lots: Vec<TraceHolding>,
    /// Forward: what may hold it and left.
    pub deliveries: Vec<TraceDelivery>,
    /// Carbon of what was asked about, all versions together.
    pub carbon_kg_co2e: String,
    /// Whether that is all of it.
    pub carbon_complete: bool,
    /// Open questions on the way.
    pub gaps: Vec<TraceFinding>,
}

/// A lot, run or delivery on the way.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TraceStep {
    /// Its number in this answer, from 1.
    pub number: u32,
    /// Steps away from what was asked.
    pub depth: u32,
    /// `lot`, `source`, `run`, `delivery`, `container` or `unknown`.
    pub kind: String,
    /// Lot, run or document.
    pub name: String,
    /// Item, or what is done in a run.
    pub item: String,
    /// Store.
    pub store: String,
    /// Supplier of a source, customer of a delivery.
    pub party: String,
    /// Country of a source.
    pub country: String,
    /// Day.
    pub date: String,
    /// How much; empty = not known.
    pub quantity: String,
    /// `kg`, `item` or `L`.
    pub unit: String,
}

/// A quantity that goes from one step to another.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TraceLink {
    /// Number of the step that it comes from.
    pub from: u32,
    /// Number of the step that it goes to.
    pub to: u32,
    /// How much; empty = not known, or perhaps nothing.
    pub quantity: String,
    /// `exact`, `unknown` or `possible`.
    pub certainty: String,
}

/// A quantity that came in from outside.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TraceSource {
    /// The lot it came in as; `UNKNOWN` = what nobody knows.
    pub lot: String,
    /// What it is.
    pub item: String,
    /// Who supplied it.
    pub supplier: String,
    /// Country of origin.
    pub country: String,
    /// The supplier's lot.
    pub heat: String,
    /// Plot, farm or mine.
    pub plot: String,
    /// Its document.
    pub document: String,
    /// Day.
    pub date: String,
    /// File and row of the record.
    pub file: String,
    /// Row of the record.
    pub row: u64,
    /// How much of it is in what was asked about; zero can mean less than one unit.
    pub quantity: String,
    /// That in per cent.
    pub percent: String,
}

/// Everything that may be inside.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TracePossible {
    /// Whether something of which nobody knows where it came from may be inside: the lists are then not all.
    pub unknown: bool,
    /// Countries of origin.
    pub countries: Vec<String>,
    /// Suppliers.
    pub suppliers: Vec<String>,
    /// Supplier's lots.
    pub heats: Vec<String>,
    /// Plots.
    pub plots: Vec<String>,
    /// Documents of sources.
    pub documents: Vec<String>,
}

/// A lot that holds, or may hold, what was asked about.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TraceHolding {
    /// The lot.
    pub lot: String,
    /// What it is.
    pub item: String,
    /// Where.
    pub store: String,
    /// Its version.
    pub version: u32,
    /// Day on which it was made.
    pub date: String,
    /// How much it is; empty = not known.
    pub quantity: String,
    /// `kg`, `item` or `L`.
    pub unit: String,
    /// How much of what was asked about is known to be in it.
    pub holds: String,
    /// How much may be in it.
    pub holds_at_most: String,
    /// How much of this version is still there; empty = not known.
    pub in_stock: String,
}

/// Something that left and holds, or may hold, what was asked about.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TraceDelivery {
    /// `ship`, `send_back`, `scrap`, `shrink` or `consume`.
    pub kind: String,
    /// The lot that left.
    pub lot: String,
    /// What it is.
    pub item: String,
    /// To whom.
    pub customer: String,
    /// By which document.
    pub document: String,
    /// Day.
    pub date: String,
    /// How much left; empty = not known. What came back of it is not in `holds` any more.
    pub quantity: String,
    /// `kg`, `item` or `L`.
    pub unit: String,
    /// How much of what was asked about is known to be in it.
    pub holds: String,
    /// How much may be in it.
    pub holds_at_most: String,
}

impl TraceAnswer {
    /// True if every record is in the result and nothing in it is an error.
    pub fn is_complete(&self) -> bool {
        let coverage = &self.result.coverage;
        coverage.excluded == 0 && coverage.findings.iter().all(|found| found.severity != "error")
    }
}
