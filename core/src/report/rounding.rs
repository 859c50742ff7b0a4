//! How an answer says that it rounded, in the language of a report.

use std::borrow::Cow;

use super::Lang;

/// The rounding of an answer; what is not known stays as it is.
pub(super) fn rounding(said: &str, lang: Lang) -> Cow<'_, str> {
    if lang == Lang::Vi { vietnamese(said).unwrap_or(Cow::Borrowed(said)) } else { Cow::Borrowed(said) }
}

fn vietnamese(said: &str) -> Option<Cow<'static, str>> {
    if said == crate::inventory::ROUNDING {
        let text = "M-01: làm tròn nửa về chẵn đến 0,000000000001 kg, một lần cho mỗi dòng và mỗi khí";
        return Some(Cow::Borrowed(text));
    }
    if let Some(decimals) = between(said, "M-83: half-even to ", " decimals") {
        return Some(Cow::Owned(format!("M-83: làm tròn nửa về chẵn đến {decimals} chữ số thập phân")));
    }
    let levels = said.strip_prefix("M-84: levels half-even to ")?;
    let (kilograms, others) =
        levels.split_once(" decimals of a kilogram, intensities and percentages to ")?;
    Some(Cow::Owned(format!(
        "M-84: làm tròn nửa về chẵn, mức phát thải đến {kilograms} chữ số thập phân của kilôgam, cường độ và tỷ lệ đến {others}"
    )))
}

fn between<'s>(text: &'s str, before: &str, behind: &str) -> Option<&'s str> {
    text.strip_prefix(before)?.strip_suffix(behind)
}
