//! What reporting frameworks ask for, out of what is known: a neutral table of datapoints with their codes, and reports.
//!
//! Datapoints, codes and reports are data (packs of kind `crosswalk`): [`table()`] fills every datapoint from answers of the
//! engine and from what people state, [`report()`] puts them into the items of one report and says what is missing. No text
//! of a standard is in the data: numbers, and labels of our own.

mod crosswalk;
mod customers;
mod fill;
mod measure;
mod report;
mod table;
#[cfg(test)]
mod tests;

pub use report::report;
pub use table::table;
