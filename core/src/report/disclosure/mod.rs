//! Sustainability reports as documents: the page that people and programs read, and what is complete.

mod cells;
mod page;
mod status;
mod words;

pub use page::{PageLang, disclosure_page};
pub use status::{disclosure_html, disclosure_table};
