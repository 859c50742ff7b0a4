//! Facts as cells of the page: what people see, and what programs read in the same place.

use core::fmt::Write as _;

use super::words::words;
use crate::disclosure::{Sort, Taxonomy, local, uri};
use crate::number::Amount;
use crate::report::Lang;
use crate::report::figure;
use crate::report::markup::escaped;
use crate::wire::v1::Fact;

/// Which languages a page speaks; the first one writes its numbers.
#[derive(Clone, Copy, Debug)]
pub(super) struct Langs {
    pub(super) first: Lang,
    pub(super) second: Option<Lang>,
}

impl Langs {
    /// Words in each language: the second below the first.
    pub(super) fn say(self, text: impl Fn(Lang) -> String) -> String {
        let first = escaped(&text(self.first));
        let Some(second) = self.second else { return first };
        let other = escaped(&text(second));
        if other == first {
            return first;
        }
        format!("{first}<span class=\"other\" xml:lang=\"{0}\">{other}</span>", second.as_str())
    }

    pub(super) fn label(self, en: &str, vi: &str) -> String {
        self.say(|lang| if lang == Lang::Vi && !vi.is_empty() { vi.to_owned() } else { en.to_owned() })
    }
}

/// The name of a member as it is shown; what stands on a typed axis is a name already.
pub(super) fn member(taxonomy: &Taxonomy<'_>, langs: Langs, name: &str) -> String {
    match taxonomy.members.get(name) {
        Some(row) => langs.label(&row.label_en, &row.label_vi),
        None => escaped(name),
    }
}

/// The unit as it is shown.
pub(super) fn unit(taxonomy: &Taxonomy<'_>, sort: Sort, lang: Lang, unit: &str) -> String {
    if sort == Sort::Percent {
        return "%".into();
    }
    let shown: Vec<&str> = unit
        .split('/')
        .map(|part| match taxonomy.units.get(part) {
            Some(row) if lang == Lang::Vi => &*row.label_vi,
            Some(row) => &*row.label_en,
            None => local(part),
        })
        .collect();
    shown.join("/")
}

/// A fact as a cell; what people see of it in words of their own also goes to `hidden` for programs.
pub(super) fn cell(
    taxonomy: &Taxonomy<'_>,
    langs: Langs,
    (sort, fact): (Sort, &Fact),
    (id, context, unit): (&str, &str, &str),
    hidden: &mut String,
) -> String {
    let name = &fact.concept;
    // Writing to a string cannot fail.
    if sort.is_hidden() {
        let value: Vec<String> = match sort {
            Sort::Enumeration | Sort::EnumerationSet => {
                fact.value.split_whitespace().map(|member| uri(taxonomy, member)).collect()
            }
            _ => vec![fact.value.clone()],
        };
        let value = escaped(&value.join(" "));
        let _ = writeln!(
            hidden,
            "<ix:nonNumeric id=\"{id}\" name=\"{name}\" contextRef=\"{context}\">{value}</ix:nonNumeric>"
        );
        return seen(taxonomy, langs, sort, &fact.value);
    }
    if sort.is_number() {
        return number(langs.first, (sort, fact), (id, context, unit));
    }
    // Without a language of its own a fact would have that of the page.
    let language = escaped(&fact.language);
    format!(
        "<ix:nonNumeric id=\"{id}\" name=\"{name}\" contextRef=\"{context}\" xml:lang=\"{language}\">{}</ix:nonNumeric>",
        text(&fact.value)
    )
}

/// Text as it is, for a value must stay the same for programs.
fn text(value: &str) -> String {
    value.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

fn seen(taxonomy: &Taxonomy<'_>, langs: Langs, sort: Sort, value: &str) -> String {
    match sort {
        Sort::Boolean => {
            langs.say(|lang| if value == "true" { words(lang).yes } else { words(lang).no }.to_owned())
        }
        Sort::Date => langs.say(|lang| lang.text().date(value)),
        _ => {
            let shown: Vec<String> =
                value.split_whitespace().map(|name| member(taxonomy, langs, name)).collect();
            if let [only] = shown.as_slice() {
                return only.clone();
            }
            let lines = shown.iter().fold(String::new(), |mut list, line| {
                let _ = write!(list, "<li>{line}</li>");
                list
            });
            format!("<ul class=\"members\">{lines}</ul>")
        }
    }
}

/// A number as the first language writes it, with the transformation that reads it back.
fn number(lang: Lang, (sort, fact): (Sort, &Fact), (id, context, unit): (&str, &str, &str)) -> String {
    let hundred = Amount::new(100, 0).unwrap_or(Amount::ONE);
    let percent = sort == Sort::Percent;
    let scaled = Amount::parse(&fact.value)
        .ok()
        .filter(|_| percent)
        .and_then(|amount| amount.try_mul(hundred).ok())
        .map(|amount| amount.to_string());
    // Too many digits to move the decimal mark: shown as the fraction that it is.
    let scale = if scaled.is_some() { "-2" } else { "0" };
    let value = scaled.unwrap_or_else(|| fact.value.clone());
    let (sign, mark, size) = match value.strip_prefix('-') {
        Some(size) => (" sign=\"-\"", "\u{2212}", size),
        None => ("", "", value.as_str()),
    };
    let size = if size.contains('.') { size.trim_end_matches('0').trim_end_matches('.') } else { size };
    let shown = figure::exact(size, lang.text().marks);
    let format = match lang {
        Lang::En => "ixt:num-dot-decimal",
        Lang::Vi => "ixt:num-comma-decimal",
    };
    let decimals = if fact.decimals.is_empty() { "INF" } else { &fact.decimals };
    format!(
        "{mark}<ix:nonFraction id=\"{id}\" name=\"{}\" contextRef=\"{context}\" unitRef=\"{unit}\" decimals=\"{decimals}\" \
         scale=\"{scale}\" format=\"{format}\"{sign}>{shown}</ix:nonFraction>",
        fact.concept
    )
}
