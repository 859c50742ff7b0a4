//! The ledger: rows of activity data, read from CSV text, workbooks (XLSX) and JSON lines.
//!
//! [`Ledger`] takes a stream of bytes in any of the formats, [`Reader`] one of CSV text; both give back the good rows one at a time, in one reused [`Record`];
//! every row that cannot be used becomes [`Finding`](crate::Finding)s with its row, column and help. Memory stays
//! flat in the number of rows.
//!
//! What the file's numbers, dates, delimiter and encoding look like is declared in [`ReadOptions`] or read off
//! marks that leave no doubt (a byte-order mark, a `sep=` line, the header line); nothing is guessed from the data.
//! Units and activities are carried as text: what they mean is decided where factors are chosen.
//!
//! # Example
//! ```
//! use emitrace::activity::{Field, ReadOptions, Reader, Record};
//! use emitrace::limits::Limits;
//!
//! let file = "Mã;Ngày;Nhiên liệu;Số lượng;ĐVT\nR1;01/03/2025;dầu DO;1.234,5;L\nR2;02/03/2025;dầu DO;;L\n";
//! let options = ReadOptions::from_locale("vi-VN")?;
//! let mut reader = Reader::open(file.as_bytes(), &options, &Limits::default()).unwrap();
//!
//! let (mut record, mut findings) = (Record::new(), Vec::new());
//! while reader.read(&mut record, &mut |finding| findings.push(finding))? {
//!     assert_eq!(record.get(Field::Activity), "dầu DO");
//!     assert_eq!(record.quantity().to_string(), "1234.5");
//!     assert_eq!(record.period().start().to_string(), "2025-03-01");
//! }
//! assert_eq!((reader.rows(), reader.skipped()), (2, 1));
//! assert_eq!(findings[0].code.as_str(), "MISSING_VALUE");
//! assert_eq!((findings[0].position.row, &*findings[0].position.column), (3, "quantity"));
//! # Ok::<(), emitrace::Error>(())
//! ```

mod aliases;
mod block;
mod book;
mod checks;
mod cut;
mod encoding;
mod field;
mod find;
mod format;
mod header;
mod identity;
mod imports;
mod json;
mod ledger;
mod lines;
mod names;
mod open;
mod options;
mod packed;
mod quantity;
mod quoted;
mod reader;
mod record;
mod rows;
mod split;
mod stops;
mod table;
mod text;
mod watch;
mod windows1258;
mod words;

pub(crate) use block::{Block, Columns, Fate, Plan, Sheet};
pub use field::Field;
pub use format::Format;
pub(crate) use imports::{ImportsForm, import_field, import_name};
pub use ledger::Ledger;
pub(crate) use options::SeriesForm;
pub use options::{Encoding, ReadOptions, SheetNumbers};
pub(crate) use quantity::Quantity;
pub(crate) use quoted::Scan;
pub use reader::Reader;
pub(crate) use reader::{Cutter, Order};
pub use record::Record;
pub(crate) use rows::Rows;
pub use table::Facts;
pub(crate) use words::{ODD, Words};

#[cfg(test)]
mod formats_tests;
