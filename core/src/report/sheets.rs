//! What the sheets of several workbooks share: heads, exact figures, places of columns, findings, packs.

use std::borrow::Cow;

use super::outline;
use super::text::Text;
use crate::number::{Fraction, Ties};
use crate::sheet::write::{Cell, Look, Sheet, Shown, formula, number, text};
use crate::sheet::{column_name, fifteen_digits, significant_digits};
use crate::wire::v1::{Finding, PackUse};

/// Digits that a spreadsheet keeps.
const DIGITS: usize = 15;
/// Decimals of a fraction that does not end, before a spreadsheet's digits are taken of them.
const ENDLESS: u32 = 40;

/// Letters of a sheet's name.
const NAME: usize = 31;

/// Gives sheets of one name a number; programs refuse a second one, whatever its case.
pub(super) fn named_apart(sheets: &mut [Sheet]) {
    let mut taken: Vec<String> = Vec::new();
    for sheet in sheets {
        let allowed = sheet.name.replace('/', ".");
        let mut name: String = allowed.chars().filter(|c| !"[]:*?\\'".contains(*c)).take(NAME).collect();
        // Words that do not fit whole are left out, as long as something stays.
        if allowed.chars().count() > NAME
            && let Some((whole, _)) = name.rsplit_once(' ')
        {
            name = whole.trim_end_matches([',', ' ', '(']).to_owned();
        }
        for at in 2_u32.. {
            if !taken.contains(&name.to_lowercase()) {
                break;
            }
            let short: String = name.chars().take(NAME.saturating_sub(4)).collect();
            name = format!("{short} {at}");
        }
        taken.push(name.to_lowercase());
        sheet.name = name;
    }
}

pub(super) fn heads(names: &[&str]) -> Vec<Cell> {
    names.iter().map(|name| text(*name, Look::Head)).collect()
}

pub(super) fn plain(words: impl Into<String>) -> Cell {
    text(words, Look::Plain)
}

/// A name and what it is, above a table.
pub(super) fn fact(name: &str, value: &str) -> Vec<Cell> {
    vec![text(name, Look::Head), text(value, Look::Wide)]
}

/// An exact figure as text.
pub(super) fn digits(exact: &str) -> Cell {
    text(exact, Look::Digits)
}

/// An exact figure as text where a spreadsheet does not keep all of it.
pub(super) fn lost(exact: &str) -> &str {
    if exact.contains('/') || significant_digits(exact) > DIGITS { exact } else { "" }
}

/// A fraction as the decimal that a spreadsheet can keep most of; a decimal stays.
fn decimal(exact: &str) -> Cow<'_, str> {
    match Fraction::parse(exact) {
        Some(value) if exact.contains('/') => {
            Cow::Owned(fifteen_digits(&value.rounded(ENDLESS, Ties::HalfEven)).into_owned())
        }
        _ => Cow::Borrowed(exact),
    }
}

/// A figure to calculate with, exact or a fraction; nothing stays nothing.
pub(super) fn value(exact: &str) -> Cell {
    number(&decimal(exact), Shown::General)
}

/// A count to calculate with.
pub(super) fn count(count: u64) -> Cell {
    number(&count.to_string(), Shown::General)
}

/// A formula whose exact result is known.
pub(super) fn computed(sum: String, exact: &str) -> Cell {
    formula(sum, &decimal(exact), Shown::General)
}

/// The formula, if its exact result is the figure that stands there; else the figure alone.
pub(super) fn computed_if(holds: Option<Fraction>, sum: impl FnOnce() -> String, exact: &str) -> Cell {
    if holds.is_some() && holds == Fraction::parse(exact) { computed(sum(), exact) } else { value(exact) }
}

/// The product of texts of numbers, exactly.
pub(super) fn product(factors: &[&str]) -> Option<Fraction> {
    factors.iter().try_fold(Fraction::one(), |product, text| product.try_mul(&Fraction::parse(text)?).ok())
}

/// The sum of texts of numbers, exactly.
pub(super) fn sum<'a>(summands: impl IntoIterator<Item = &'a str>) -> Option<Fraction> {
    summands.into_iter().try_fold(Fraction::zero(), |sum, text| sum.try_add(&Fraction::parse(text)?).ok())
}

/// A sheet's columns as formulas name them.
#[derive(Clone, Copy, Debug)]
pub(super) struct Columns<'s, C: 'static> {
    /// The name of the sheet.
    pub(super) sheet: &'s str,
    /// The columns, with their widths.
    pub(super) columns: &'static [(C, u32)],
}

impl<C: Copy + PartialEq> Columns<'_, C> {
    /// The letters of a column.
    pub(super) fn letters(&self, column: C) -> String {
        let at = self.columns.iter().position(|(known, _)| *known == column).unwrap_or(0);
        column_name(u32::try_from(at).unwrap_or(0).saturating_add(1))
    }

    /// Cells of a column from other sheets: `'Goods'!$C$2:$C$9`.
    pub(super) fn cells(&self, column: C, (first, last): (usize, usize)) -> String {
        let letters = self.letters(column);
        format!("'{}'!${letters}${first}:${letters}${last}", self.sheet)
    }

    pub(super) fn widths(&self) -> Vec<u32> {
        self.columns.iter().map(|(_, width)| *width).collect()
    }
}

/// Findings of a ledger, a row each, below their heads.
pub(super) fn findings(text: &Text, code: &str, findings: &[Finding]) -> Vec<Vec<Cell>> {
    let mut rows =
        vec![heads(&[text.severity, code, text.row, text.column, text.value, text.what, text.help])];
    rows.extend(findings.iter().map(|finding| {
        let remark = outline::Remark::new(text, &finding.code, &finding.message, &finding.help);
        let look = if finding.severity == "error" { Look::Open } else { Look::Plain };
        let row = [
            plain(text.severity_name(&finding.severity)),
            plain(&finding.code),
            count(finding.row),
            plain(outline::column(&finding.header, &finding.column)),
            plain(&finding.value),
            plain(said(remark.meaning, &remark.message)),
            plain(remark.help),
        ];
        row.map(|cell| cell.looking(look)).to_vec()
    }));
    if findings.is_empty() {
        rows.push(vec![plain(text.no_findings)]);
    }
    rows
}

/// Widths of [`findings`].
pub(super) const FINDINGS: [u32; 7] = [12, 24, 9, 18, 22, 70, 60];

/// What a code means in the language, and what was found in the words of the engine.
pub(super) fn said(meaning: &str, message: &str) -> String {
    if meaning.is_empty() { message.to_owned() } else { format!("{meaning} ({message})") }
}

/// Names of the columns of [`pack`].
pub(super) fn pack_heads<'t>(text: &'t Text, digest: &'t str) -> [&'t str; 7] {
    [text.pack, text.edition, text.publisher, text.licence, text.attribution, text.origin, digest]
}

/// A pack with its edition, licence and digest.
pub(super) fn pack(text: &Text, pack: Option<&PackUse>) -> [Cell; 7] {
    let said = |what: fn(&PackUse) -> &str| plain(pack.map_or("", what));
    [
        said(|pack| &pack.id),
        said(|pack| &pack.edition),
        said(|pack| &pack.publisher),
        said(|pack| &pack.licence),
        said(|pack| &pack.attribution),
        plain(pack.map_or("", |pack| if pack.shipped { text.shipped } else { text.from_user })),
        said(|pack| &pack.sha256),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sheet::write::Stored;

    #[test]
    fn fractions_are_rounded_to_what_a_spreadsheet_keeps() {
        assert_eq!(value("1/3").text, "0.333333333333333");
        assert_eq!(value("200000/3").text, "66666.6666666667");
        assert_eq!(value("0.1").text, "0.1");
        assert_eq!(lost("1/3"), "1/3");
        assert_eq!((lost("12.5"), lost("1234567890.123456")), ("", "1234567890.123456"));
    }

    #[test]
    fn a_formula_stands_only_where_its_exact_result_does() {
        let cell = |exact: &str| computed_if(product(&["0.1", "3"]), || "A1*B1".into(), exact).stored().0;
        assert_eq!(cell("0.3"), Stored::Formula);
        for other in ["0.30000000000000004", "0.31"] {
            assert_eq!(cell(other), Stored::Number);
        }
    }
}
