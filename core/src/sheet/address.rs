//! Addresses of cells: `B7`, `'Nhật ký'!B7`.

/// Columns and rows that an address can name.
const COLUMNS: u32 = 16_384;
const ROWS: u32 = 1_048_576;

/// The letters of a column, counted from 1: 1 is `A`, 28 is `AB`.
///
/// # Example
/// ```
/// use emitrace::sheet::column_name;
///
/// assert_eq!((column_name(1), column_name(28), column_name(16_384)), ("A".into(), "AB".into(), "XFD".into()));
/// ```
pub fn column_name(column: u32) -> String {
    let (mut letters, mut rest) = (Vec::new(), column);
    while let Some(before) = rest.checked_sub(1) {
        let letter = u8::try_from(before.rem_euclid(26)).unwrap_or(0);
        letters.push(char::from(b'A'.saturating_add(letter)));
        rest = before.div_euclid(26);
    }
    letters.iter().rev().collect()
}

/// A cell of a sheet as formulas write it; both numbers count from 1.
///
/// # Example
/// ```
/// use emitrace::sheet::address;
///
/// assert_eq!(address("data", 2, 7), "data!B7");
/// assert_eq!(address("Nhật ký", 2, 7), "'Nhật ký'!B7");
/// assert_eq!(address("Q1's", 2, 7), "'Q1''s'!B7");
/// ```
pub fn address(sheet: &str, column: u32, row: u32) -> String {
    format!("{}!{}{row}", quoted(sheet), column_name(column))
}

/// The name of a sheet, in quotes where a formula needs them.
pub(super) fn quoted(sheet: &str) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || c == '_';
    let digit_first = sheet.starts_with(|c: char| c.is_ascii_digit());
    if !sheet.is_empty() && !digit_first && sheet.chars().all(plain) {
        return sheet.into();
    }
    format!("'{}'", sheet.replace('\'', "''"))
}

/// Column and row of a reference such as `B7` or `$B$7`; `None` if it is none, or none that a sheet has.
pub(super) fn parse(reference: &str) -> Option<(u32, u32)> {
    let (mut column, mut row, mut digits) = (0u32, 0u32, false);
    for byte in reference.bytes() {
        match byte {
            b'A'..=b'Z' if !digits => {
                let letter = u32::from(byte.saturating_sub(b'A')).saturating_add(1);
                column = column.checked_mul(26)?.checked_add(letter).filter(|column| *column <= COLUMNS)?;
            }
            b'0'..=b'9' if column > 0 && (row > 0 || byte != b'0') => {
                digits = true;
                let digit = u32::from(byte.saturating_sub(b'0'));
                row = row.checked_mul(10)?.checked_add(digit).filter(|row| *row <= ROWS)?;
            }
            _ => return None,
        }
    }
    (row > 0).then_some((column, row))
}

/// A row number as a sheet writes it.
pub(super) fn parse_row(text: &str) -> Option<u32> {
    text.bytes()
        .try_fold(0u32, |row, byte| {
            let digit = byte.checked_sub(b'0').filter(|digit| *digit <= 9)?;
            row.checked_mul(10)?.checked_add(digit.into())
        })
        .filter(|row| (1..=ROWS).contains(row))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_are_read_back_and_others_refused() {
        for (column, row) in [(1, 1), (26, 9), (27, 10), (702, 100), (703, 1), (16_384, 1_048_576)] {
            assert_eq!(parse(&format!("{}{row}", column_name(column))), Some((column, row)));
        }
        for text in [
            "",
            "A",
            "7",
            "A0",
            "A01",
            "a1",
            "XFE1",
            "A1048577",
            "ZZZZZZZZZZ99999999999999",
            "B2:B3",
            "Á1",
            "A-1",
        ] {
            assert_eq!(parse(text), None, "{text}");
        }
        assert_eq!(
            (parse_row("7"), parse_row("0"), parse_row("1048577"), parse_row("x")),
            (Some(7), None, None, None)
        );
        assert_eq!(parse_row("99999999999999999999"), None);
    }
}
