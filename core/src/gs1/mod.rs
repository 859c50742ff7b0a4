//! Identifiers of GS1: element strings, Digital Links and EPC URNs, read into one form (METHODS M-180 to M-183).
//!
//! The table of application identifiers, their formats and associations is `dictionary.tsv`, the facts of the GS1 syntax
//! dictionary. No company prefix is guessed: a URN tells its length, a caller may tell it, otherwise it is undetermined.

mod alias;
mod check;
mod content;
mod dictionary;
mod element;
mod epc;
mod identifier;
mod link;
mod plain;
mod prefix;

pub use alias::Aliases;
pub use check::check_digit;
pub use element::{Element, check_together, read_bracketed, read_scanned, write_bracketed, write_scanned};
pub use epc::{read_epc, write_epc};
pub(crate) use identifier::STEM;
pub use identifier::{Form, Identifier, Kind, Reading};
pub use link::{Leniency, read_link, write_link};
pub(crate) use plain::plain_canonical;
pub use prefix::Prefix;
