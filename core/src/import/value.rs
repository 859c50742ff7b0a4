//! From a cell to a number as the publisher prints it.

use std::borrow::Cow;

use super::grid::{Cell, CellKind, clean};
use crate::error::{Code, Error};
use crate::number::{Amount, NumberFormat};
use crate::sheet::fifteen_digits;

/// A number, and its digits as they go into a pack.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Printed {
    pub(super) amount: Amount,
    /// A plain decimal: trailing zeros that the file prints are kept.
    pub(super) text: String,
}

/// What publishers write for "no number".
const BLANKS: [&str; 8] = ["", "NA", "N/A", "n/a", "na", "-", "–", "—"];

/// The number in a cell; `None` if the publisher leaves it blank.
///
/// # Errors
/// `MISSING_VALUE` for a formula without a stored result, `BAD_NUMBER` for an error value, and those of [`Amount::parse`].
pub(super) fn number(cell: Option<&Cell<'_>>, format: NumberFormat) -> Result<Option<Printed>, Error> {
    let Some(cell) = cell else { return Ok(None) };
    let text = clean(&cell.text);
    match cell.kind {
        CellKind::NoValue => {
            return Err(Error::new(
                Code::MissingValue,
                "the cell holds a formula whose result is not stored",
            )
            .with_help("open the workbook in a spreadsheet program and save it: results are stored then"));
        }
        CellKind::Fault => {
            return Err(Error::new(Code::BadNumber, format!("the cell holds the error value `{text}`")));
        }
        CellKind::Day => {
            return Err(Error::new(Code::BadNumber, "the sheet shows the cell as a day")
                .with_help("format the cell as a number if it is one"));
        }
        CellKind::Text | CellKind::Number => {}
    }
    if BLANKS.contains(&text) {
        return Ok(None);
    }
    if cell.kind == CellKind::Text && text.starts_with('=') {
        return Err(Error::new(Code::BadNumber, "the cell holds the text of a formula")
            .with_help("open the file in a spreadsheet program and save the result of the formula"));
    }
    // A workbook stores the binary number behind what was typed; the publisher's number is what the sheet shows.
    let text = if cell.kind == CellKind::Number { fifteen_digits(text) } else { Cow::Borrowed(text) };
    let comma = format == NumberFormat::Comma && cell.kind == CellKind::Text;
    let amount = if comma { NumberFormat::Comma.parse(&text) } else { Amount::parse(&text) }?;
    let point = if comma { text.replace(',', ".") } else { text.into_owned() };
    let text = if is_plain(&point) { point } else { amount.to_string() };
    Ok(Some(Printed { amount, text }))
}

/// Digits with at most one point between them, as packs write numbers.
fn is_plain(text: &str) -> bool {
    let body = text.strip_prefix('-').unwrap_or(text);
    let (whole, fraction) = body.split_once('.').unwrap_or((body, "0"));
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    digits(whole) && digits(fraction) && (whole == "0" || !whole.starts_with('0'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<Option<String>, Code> {
        let cell = Cell::text(text);
        number(Some(&cell), NumberFormat::Point)
            .map(|value| value.map(|value| value.text))
            .map_err(|error| error.code())
    }

    #[test]
    fn digits_stay_as_printed_and_blank_is_not_zero() {
        assert_eq!(read(" 0.10 "), Ok(Some("0.10".into())));
        assert_eq!(read("1e-05"), Ok(Some("0.00001".into())));
        assert_eq!(read("0"), Ok(Some("0".into())));
        for blank in ["", " ", "NA", "-", "\u{a0}"] {
            assert_eq!(read(blank), Ok(None), "{blank:?}");
        }
        assert_eq!(number(None, NumberFormat::Point), Ok(None));
        assert_eq!(read("=A1*2"), Err(Code::BadNumber));
        assert!(read("1e999").is_err());
        assert!(read(&"9".repeat(40)).is_err());
    }

    #[test]
    fn a_decimal_comma_is_declared_not_guessed() {
        let value = number(Some(&Cell::text("0,0520")), NumberFormat::Comma).unwrap().unwrap();
        assert_eq!((value.text.as_str(), value.amount), ("0.0520", Amount::parse("0.052").unwrap()));
        assert!(read("0,052").is_err());
    }

    #[test]
    fn a_stored_number_is_read_as_the_sheet_shows_it() {
        let cell = Cell { text: "2.0667200000000001".into(), kind: CellKind::Number };
        assert_eq!(number(Some(&cell), NumberFormat::Point).unwrap().unwrap().text, "2.06672");
        let cell = Cell { text: "9.9999999999999995E-8".into(), kind: CellKind::Number };
        assert_eq!(number(Some(&cell), NumberFormat::Point).unwrap().unwrap().text, "0.0000001");
    }

    #[test]
    fn formulas_without_result_and_error_values_are_told() {
        let cell = |kind| Cell { text: "#REF!".into(), kind };
        let code = |kind| number(Some(&cell(kind)), NumberFormat::Point).unwrap_err().code();
        assert_eq!(code(CellKind::Day), Code::BadNumber);
        assert_eq!(code(CellKind::NoValue), Code::MissingValue);
        assert_eq!(code(CellKind::Fault), Code::BadNumber);
    }
}
