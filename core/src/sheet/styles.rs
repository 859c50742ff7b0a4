//! Number formats: which cells show their number as a day.

use std::collections::BTreeMap;
use std::io::BufRead;

use super::xml::{Node, Xml};
use crate::error::Error;

/// For each cell format of a workbook, whether it shows a day.
#[derive(Debug, Default)]
pub(super) struct Styles {
    days: Vec<bool>,
}

impl Styles {
    /// Reads the part.
    ///
    /// # Errors
    /// Those of [`Xml::next`].
    pub(super) fn read<R: BufRead>(mut xml: Xml<R>) -> Result<Styles, Error> {
        let mut own: BTreeMap<u32, bool> = BTreeMap::new();
        let mut formats: Vec<u32> = Vec::new();
        let mut in_cells = false;
        loop {
            match xml.next()? {
                Node::Open(tag) if tag.is("numFmt") => {
                    if let (Some(id), Some(code)) =
                        (number(tag.attribute("numFmtId")), tag.attribute("formatCode"))
                    {
                        own.insert(id, shows_day(&code));
                    }
                }
                Node::Open(tag) if tag.is("cellXfs") => in_cells = true,
                Node::Open(tag) if tag.is("cellStyles") || tag.is("dxfs") => in_cells = false,
                Node::Open(tag) if in_cells && tag.is("xf") => {
                    formats.push(number(tag.attribute("numFmtId")).unwrap_or(0));
                }
                Node::End => break,
                _ => {}
            }
        }
        let day = |id: &u32| own.get(id).copied().unwrap_or_else(|| is_built_in_day(*id));
        Ok(Styles { days: formats.iter().map(day).collect() })
    }

    /// Whether cells of a format show a day.
    pub(super) fn is_day(&self, format: u32) -> bool {
        usize::try_from(format).ok().and_then(|at| self.days.get(at)).copied().unwrap_or(false)
    }
}

/// A number of an attribute.
pub(super) fn number(text: Option<std::borrow::Cow<'_, str>>) -> Option<u32> {
    let text = text?;
    let digits = !text.is_empty() && text.len() <= 9;
    digits.then_some(())?;
    text.bytes().try_fold(0u32, |sum, byte| {
        let digit = byte.checked_sub(b'0').filter(|digit| *digit <= 9)?;
        Some(sum.saturating_mul(10).saturating_add(digit.into()))
    })
}

/// Formats without a code of their own that show a day (ECMA-376-1, 18.8.30, those of East Asia among them).
fn is_built_in_day(id: u32) -> bool {
    matches!(id, 14..=17 | 22 | 27..=31 | 34..=36 | 50..=54 | 57 | 58)
}

/// Whether a format code shows a year or a day, outside of quotes, escapes and brackets; its first section decides.
fn shows_day(code: &str) -> bool {
    let mut letters = code.chars();
    let (mut month, mut clock) = (false, false);
    while let Some(letter) = letters.next() {
        match letter {
            '"' => {
                let _quoted = letters.by_ref().find(|c| *c == '"');
            }
            '[' => {
                let _bracket = letters.by_ref().find(|c| *c == ']');
            }
            '\\' | '_' | '*' => {
                letters.next();
            }
            ';' => break,
            'y' | 'Y' | 'd' | 'D' => return true,
            'm' | 'M' => month = true,
            'h' | 'H' | 's' | 'S' => clock = true,
            // `General` and its like hold letters that mean nothing here.
            'G' | 'g' => return false,
            _ => {}
        }
    }
    month && !clock
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formats_of_days_are_told_from_others() {
        for code in
            ["dd/mm/yyyy", "yyyy\\-mm\\-dd", "[$-42A]d mmmm, yyyy;@", "mmm", "d/m", "[$-107041E]d/m/yy h:mm"]
        {
            assert!(shows_day(code), "{code}");
        }
        for code in [
            "General",
            "0.00",
            "#,##0 \"day\"",
            "[Red]0",
            "[h]:mm:ss",
            "h:mm AM/PM",
            "mm:ss",
            "0.00E+00",
            "\\d0",
            "@",
            "_-* #,##0\\ \"đ\"_-",
            "0;dd",
        ] {
            assert!(!shows_day(code), "{code}");
        }
        assert!(is_built_in_day(14) && is_built_in_day(22) && !is_built_in_day(21) && !is_built_in_day(45));
    }

    #[test]
    fn the_table_of_cell_formats_counts() {
        let text = "<styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><numFmts>\
                    <numFmt numFmtId=\"164\" formatCode=\"dd/mm/yyyy\"/></numFmts><cellStyleXfs><xf numFmtId=\"14\"/>\
                    </cellStyleXfs><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"164\"/><xf numFmtId=\"14\"/></cellXfs>\
                    <cellStyles/></styleSheet>";
        let xml = Xml::new(text.as_bytes(), "styles", &crate::limits::Limits::default());
        let styles = Styles::read(xml).unwrap();
        assert_eq!([0, 1, 2, 3].map(|format| styles.is_day(format)), [false, true, true, false]);
    }
}
