//! Why something is not reported, in words instead of names of the taxonomy.

use super::words::words;
use crate::disclosure::local;
use crate::report::Lang;
use crate::wire::v1::{DisclosureItem, DisclosureResult};

/// The reason of an item: a condition of the standard with the titles of what it asks, a sentence of the report as it is.
///
/// `member` names what a list holds.
pub(super) fn reason(
    result: &DisclosureResult,
    item: &DisclosureItem,
    member: impl Fn(&str) -> String,
    lang: Lang,
) -> String {
    let words = words(lang);
    let title = |name: &str| {
        let asked = result.items.iter().find(|asked| local(&asked.concept) == name)?;
        let title = if lang == Lang::Vi { &asked.title_vi } else { &asked.title_en };
        Some(if title.is_empty() { &asked.title_en } else { title }.trim_end_matches('?').to_owned())
    };
    let told = match item.reason.split_once(" == ") {
        Some((name, value)) => title(name).map(|title| {
            let value = match value {
                "true" => words.yes.to_owned(),
                "false" => words.no.to_owned(),
                value => member(value),
            };
            words.only_if.replace("{title}", &title).replace("{value}", &value)
        }),
        None => title(&item.reason).map(|title| words.depends.replace("{title}", &title)),
    };
    told.unwrap_or_else(|| item.reason.clone())
}
