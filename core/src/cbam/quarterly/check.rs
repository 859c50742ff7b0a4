//! What is missing in a report, and what does not fit its element.

use serde_json::{Map, Value};

use super::elements::{Element, Holds, REPORT};
use super::write::{are_empty, holds, is_empty};
use crate::cbam::faults::{At, Faults, shown};
use crate::error::Code;

/// Where the rule on an element is from.
const LIST: &str = "list of elements of QReport 23.00 (confidence B)";

/// Checks every element of a report against the list.
///
/// # Method
/// M-144.
pub(super) fn check(report: &Map<String, Value>, faults: &mut Faults) {
    group(REPORT, report, &At::root().key("report"), faults);
}

fn group(elements: &[Element], object: &Map<String, Value>, at: &At, faults: &mut Faults) {
    for element in elements {
        let here = if element.field.is_empty() { at.clone() } else { at.key(element.field) };
        match &element.holds {
            Holds::Order => {}
            Holds::Group(inner) if element.field.is_empty() => {
                if element.needed || !are_empty(inner, object) {
                    group(inner, object, at, faults);
                }
            }
            holding => {
                let value = object.get(element.field).unwrap_or(&Value::Null);
                if is_empty(value) {
                    if element.needed {
                        let message = format!("`{}` is missing", element.name);
                        faults
                            .error(Code::MissingValue, &here, message)
                            .rule(LIST)
                            .help(format!("fill `{}`: the element has to stand in a report", element.field));
                    }
                    continue;
                }
                match (holding, value) {
                    (Holds::Group(inner), Value::Object(fields)) => group(inner, fields, &here, faults),
                    (Holds::Group(inner), Value::Array(entries)) => {
                        if entries.len() > element.most {
                            let message = format!(
                                "`{}` stands {} times; {} are allowed",
                                element.name,
                                entries.len(),
                                element.most
                            );
                            faults.error(Code::ElementMisfit, &here, message).rule(LIST);
                        }
                        for (index, entry) in entries.iter().enumerate() {
                            if let Value::Object(fields) = entry {
                                group(inner, fields, &here.index(index), faults);
                            }
                        }
                    }
                    (_, Value::String(text)) => {
                        if let Some(message) = misfit(element, text) {
                            faults.error(Code::ElementMisfit, &here, message).rule(LIST);
                        }
                    }
                    _ => {}
                }
            }
        }
    }
}

/// Why a text does not fit its element.
fn misfit(element: &Element, text: &str) -> Option<String> {
    let name = element.name;
    if let Some(letter) = text.chars().find(|letter| !holds(*letter)) {
        return Some(format!("`{name}` holds U+{:04X}, which no XML can hold", u32::from(letter)));
    }
    match &element.holds {
        Holds::Text(least, most) => {
            let length = text.chars().count();
            if length >= *least && length <= *most {
                None
            } else if least == most {
                Some(format!("`{name}` has {length} characters; it has to have {most}"))
            } else {
                Some(format!("`{name}` has {length} characters; {most} are allowed"))
            }
        }
        Holds::Form(form) => {
            let fits = text.chars().count() == form.chars().count()
                && form.chars().zip(text.chars()).all(|(want, is)| match want {
                    '0' => is.is_ascii_digit(),
                    _ => want == is,
                });
            (!fits).then(|| format!("`{}` is not of the form {form} of `{name}`", shown(text)))
        }
        Holds::Whole(digits) => {
            let fits =
                !text.is_empty() && text.len() <= *digits && text.bytes().all(|byte| byte.is_ascii_digit());
            (!fits).then(|| format!("`{}` is no whole number of {digits} digits as `{name}` is", shown(text)))
        }
        Holds::Decimal(digits, decimals) => {
            decimal(text, (*digits, *decimals)).map(|why| format!("`{name}`: {why}"))
        }
        Holds::Flag | Holds::Order | Holds::Group(_) => None,
    }
}

/// Why a text is no decimal within bounds.
fn decimal(text: &str, (most, decimals): (usize, usize)) -> Option<String> {
    let unsigned = text.strip_prefix('-').unwrap_or(text);
    let (whole, rest) = unsigned.split_once('.').unwrap_or((unsigned, "0"));
    let all_digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    if !all_digits(whole) || !all_digits(rest) {
        return Some(format!("`{}` is no decimal with a point", shown(text)));
    }
    // Zeros at either end say nothing.
    let (whole, rest) = (whole.trim_start_matches('0').len(), rest.trim_end_matches('0').len());
    if most == 0 || (rest <= decimals && whole.saturating_add(rest) <= most) {
        return None;
    }
    Some(format!("`{}` has more than {most} digits, or more than {decimals} decimals", shown(text)))
}
