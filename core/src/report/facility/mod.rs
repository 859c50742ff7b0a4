//! The inventory report of a facility as text for a terminal, as a table for a spreadsheet, as a page to print and send.

mod csv;
mod html;
mod table;
mod text;
mod text_en;
mod text_vi;

pub use csv::facility_csv;
pub use html::facility_html;
pub use table::facility_table;
pub(super) use table::written;

use super::Lang;
use crate::wire::v1::RuleUse;

const fn text(lang: Lang) -> &'static text::Text {
    match lang {
        Lang::En => &text_en::TEXT,
        Lang::Vi => &text_vi::TEXT,
    }
}

/// What a rule says in a language.
fn says(rule: &RuleUse, lang: Lang) -> &str {
    match lang {
        Lang::En => &rule.says_en,
        Lang::Vi => &rule.says_vi,
    }
}

/// Of two names the one in a language; an identifier where there is none.
fn name<'a>(lang: Lang, english: &'a str, vietnamese: &'a str, id: &'a str) -> &'a str {
    let name = match lang {
        Lang::En => english,
        Lang::Vi => vietnamese,
    };
    if name.is_empty() { id } else { name }
}
