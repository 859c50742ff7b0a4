//! Workbooks (XLSX): the text of their cells, as it stands in the file, within bounds.
//!
//! A number is never turned into a float on the way: `0.1` is the text `0.1`, and twenty digits are twenty digits.
//! Whether they are all meant is for the reader of the cells to say ([`fifteen_digits`]).
//!
//! Nothing that a file claims is believed: the directory of the archive is checked before anything is inflated, what
//! is inflated is counted, and every part is XML without entities, of bounded depth. Rows are read as a stream, so
//! that memory does not depend on where in the sheet the cells stand.
//!
//! # Example
//! ```no_run
//! use emitrace::limits::Limits;
//! use emitrace::sheet::{Kind, Workbook};
//!
//! let bytes = std::fs::read("book.xlsx").unwrap();
//! let book = Workbook::open(bytes, &Limits::default())?;
//! let sheet = book.find("Table 1").unwrap();
//! for row in book.rows(sheet)? {
//!     let row = row?;
//!     for cell in row.cells().filter(|cell| cell.kind == Kind::Number) {
//!         println!("{}: {}", book.address(sheet, cell.column, row.number()), cell.text);
//!     }
//! }
//! # Ok::<(), emitrace::Error>(())
//! ```

mod address;
mod book;
mod digits;
mod rows;
mod strings;
mod styles;
pub(crate) mod write;
pub(crate) mod xml;

pub use address::{address, column_name};
pub use book::{SheetInfo, Workbook};
pub use digits::{fifteen_digits, significant_digits};
pub use rows::{Cell, Kind, Merge, Row, Rows};

#[cfg(test)]
pub(crate) mod made;
#[cfg(test)]
mod tests;
