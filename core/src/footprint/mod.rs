//! Footprints of products: PACT documents read, checked, migrated and written; footprints worked out from rows of a ledger
//! and footprints of suppliers; transport chains.
//!
//! A document stays a tree whose members keep their order and whose numbers keep their text, and tables say what may stand in it.
//! So a document that is right is written as it came, what is not known is kept, and one pass tells everything that is wrong.

mod bought;
mod check;
mod compute;
mod decimal;
mod frame;
mod gases;
mod migrate;
mod node;
mod rows;
mod rules;
mod shape;
mod sheet;
mod sums;
mod system;
mod time;
mod traced;
mod transport;
mod v2;
mod v3;
mod view;
mod walk;

#[cfg(test)]
mod tests;

pub use check::check;
pub use compute::compute;
pub use migrate::migrate;
pub use sheet::read_sheet;
pub(crate) use sheet::{Head, Held, Written, write as sheet};
pub use transport::transport;
pub use view::{openlca, view};
