//! Events of EPCIS: read strictly and in one pass, identified, ordered, checked and written.

mod document;
mod event;
mod hash;
#[cfg(test)]
mod laws;
mod members;
mod read;
mod scan;
mod settle;
mod source;
mod terms;
mod texts;
mod time;
mod untp;
mod write;
mod xml;

pub(crate) use document::{Place, placed, visit};
pub use event::{Action, Kind, Role};
pub(crate) use hash::Hasher;
pub use hash::{PROFILE as HASH_PROFILE, hash_normal_form};
pub(crate) use members::members;
pub(crate) use read::Remark;
pub(crate) use scan::{Fault, Scanner, write_text};
pub(crate) use settle::{Item, Log, Row, What};
pub use settle::{Sameness, Status};
pub(crate) use source::{Source, Told};
pub(crate) use terms::Vocabulary;
pub(crate) use texts::Name;
pub use time::Instant;
pub(crate) use untp::{Credential, Lost, Version, Writer, canonical};
pub(crate) use write::{write_document, write_event};
