//! Sustainability reports as documents: the page that people and programs read, and what is complete.

mod cells;
mod csv;
mod facts;
mod layout;
mod page;
mod reason;
mod status;
mod verified;
mod words;

pub(super) use csv::facts_csv;
pub use page::{PageLang, disclosure_page};
pub(super) use status::stated;
pub use status::{disclosure_html, disclosure_table};
pub(super) use verified::written as verify_written;
pub use verified::{disclosure_verify_html, disclosure_verify_table};

#[cfg(test)]
mod tests;
