//! Workbooks written: a few sheets of texts and decimals, the same bytes everywhere.
//!
//! A decimal is written digit by digit, as it stands; only what a spreadsheet can hold (15 digits) is written as a number,
//! everything else as text. Nothing here becomes a float.

use crate::archive::stored;
use crate::error::Error;

const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";
const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
/// Digits that a spreadsheet keeps.
const DIGITS: usize = 15;
/// Points of a line, and most lines of a row.
const LINE: u32 = 14;
const LINES: u32 = 25;
/// Letters that a cell may hold.
const LETTERS: usize = 32_767;

/// How a cell looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Look {
    Plain,
    Head,
    Title,
    Open,
}

/// A cell.
#[derive(Clone, Debug)]
pub(crate) struct Cell {
    pub(crate) text: String,
    pub(crate) look: Look,
    /// Whether it is a figure; a code of digits is none.
    pub(crate) figure: bool,
}

/// A text.
pub(crate) fn text(text: impl Into<String>, look: Look) -> Cell {
    Cell { text: text.into(), look, figure: false }
}

/// A figure.
pub(crate) fn figure(decimal: impl Into<String>) -> Cell {
    Cell { text: decimal.into(), look: Look::Plain, figure: true }
}

/// A sheet.
#[derive(Clone, Debug)]
pub(crate) struct Sheet {
    /// At most 31 letters, none of `[]:*?/\`.
    pub(crate) name: String,
    /// Widths of the columns, in letters.
    pub(crate) widths: Vec<u32>,
    /// Rows that stay in sight.
    pub(crate) frozen: u32,
    pub(crate) rows: Vec<Vec<Cell>>,
}

/// The bytes of a workbook.
///
/// # Errors
/// `LIMIT_EXCEEDED` for more than the format holds.
pub(crate) fn workbook(sheets: &[Sheet], title: &str) -> Result<Vec<u8>, Error> {
    let (mut entries, mut relations, mut types) = (String::new(), String::new(), String::new());
    let mut parts = Vec::new();
    for (number, sheet) in (1_u32..).zip(sheets) {
        let name = escaped(&sheet.name);
        entries.push_str(&format!("<sheet name=\"{name}\" sheetId=\"{number}\" r:id=\"r{number}\"/>"));
        relations.push_str(&relation(
            &format!("r{number}"),
            "worksheet",
            &format!("worksheets/sheet{number}.xml"),
        ));
        types.push_str(&format!(
            "<Override PartName=\"/xl/worksheets/sheet{number}.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>"
        ));
        parts.push((format!("xl/worksheets/sheet{number}.xml"), worksheet(sheet).into_bytes()));
    }
    relations.push_str(&relation("styles", "styles", "styles.xml"));
    let head = [
        (
            "[Content_Types].xml",
            format!(
                "{HEAD}<Types xmlns=\"{PACKAGE}/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
             <Default Extension=\"xml\" ContentType=\"application/xml\"/>\
             <Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/>\
             <Override PartName=\"/xl/styles.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml\"/>\
             <Override PartName=\"/docProps/core.xml\" ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/>{types}</Types>"
            ),
        ),
        (
            "_rels/.rels",
            format!(
                "{HEAD}<Relationships xmlns=\"{PACKAGE}/relationships\">{}<Relationship Id=\"r2\" Type=\"{PACKAGE}/relationships/metadata/core-properties\" Target=\"docProps/core.xml\"/></Relationships>",
                relation("r1", "officeDocument", "xl/workbook.xml")
            ),
        ),
        (
            "docProps/core.xml",
            format!(
                "{HEAD}<cp:coreProperties xmlns:cp=\"{PACKAGE}/metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>{}</dc:title></cp:coreProperties>",
                escaped(title)
            ),
        ),
        (
            "xl/workbook.xml",
            format!(
                "{HEAD}<workbook xmlns=\"{MAIN}\" xmlns:r=\"{OFFICE}\"><sheets>{entries}</sheets></workbook>"
            ),
        ),
        (
            "xl/_rels/workbook.xml.rels",
            format!("{HEAD}<Relationships xmlns=\"{PACKAGE}/relationships\">{relations}</Relationships>"),
        ),
        ("xl/styles.xml", styles()),
    ];
    let head = head.into_iter().map(|(name, text)| (name.to_owned(), text.into_bytes()));
    stored(&head.chain(parts).collect::<Vec<_>>())
}

fn relation(id: &str, kind: &str, target: &str) -> String {
    format!("<Relationship Id=\"{id}\" Type=\"{OFFICE}/{kind}\" Target=\"{target}\"/>")
}

/// One font plain, one bold, one large; a band for heads and one for what is open.
fn styles() -> String {
    let xf = |font: u8, fill: u8, wrap: u8| {
        format!(
            "<xf numFmtId=\"0\" fontId=\"{font}\" fillId=\"{fill}\" borderId=\"0\" xfId=\"0\" applyFont=\"1\" applyFill=\"1\" \
             applyAlignment=\"1\"><alignment vertical=\"top\" wrapText=\"{wrap}\"/></xf>"
        )
    };
    let fill = |colour: &str| {
        format!(
            "<fill><patternFill patternType=\"solid\"><fgColor rgb=\"{colour}\"/><bgColor indexed=\"64\"/></patternFill></fill>"
        )
    };
    format!(
        "{HEAD}<styleSheet xmlns=\"{MAIN}\"><fonts count=\"3\"><font><sz val=\"10\"/><name val=\"Calibri\"/></font>\
         <font><b/><sz val=\"10\"/><name val=\"Calibri\"/></font><font><b/><sz val=\"14\"/><name val=\"Calibri\"/></font></fonts>\
         <fills count=\"4\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill>{}{}</fills>\
         <borders count=\"1\"><border/></borders><cellStyleXfs count=\"1\"><xf/></cellStyleXfs>\
         <cellXfs count=\"4\">{}{}{}{}</cellXfs></styleSheet>",
        fill("FFE3EFEA"),
        fill("FFFFF2CC"),
        xf(0, 0, 1),
        xf(1, 2, 1),
        xf(2, 0, 0),
        xf(0, 3, 1),
    )
}

fn worksheet(sheet: &Sheet) -> String {
    let mut out = format!(
        "{HEAD}<worksheet xmlns=\"{MAIN}\"><sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr><sheetViews><sheetView workbookViewId=\"0\">"
    );
    if sheet.frozen > 0 {
        let (frozen, below) = (sheet.frozen, sheet.frozen.saturating_add(1));
        out.push_str(&format!(
            "<pane ySplit=\"{frozen}\" topLeftCell=\"A{below}\" activePane=\"bottomLeft\" state=\"frozen\"/>"
        ));
    }
    out.push_str("</sheetView></sheetViews><cols>");
    for (number, width) in (1_u32..).zip(&sheet.widths) {
        out.push_str(&format!(
            "<col min=\"{number}\" max=\"{number}\" width=\"{width}\" customWidth=\"1\"/>"
        ));
    }
    out.push_str("</cols><sheetData>");
    for (number, row) in (1_u32..).zip(&sheet.rows) {
        let lines = lines(row, &sheet.widths);
        out.push_str(&match lines {
            0 | 1 => format!("<row r=\"{number}\">"),
            _ => format!("<row r=\"{number}\" ht=\"{}\" customHeight=\"1\">", lines.saturating_mul(LINE)),
        });
        for (column, cell) in (0_u32..).zip(row) {
            let place = format!("{}{number}", letters(column));
            let style = match cell.look {
                Look::Plain => 0,
                Look::Head => 1,
                Look::Title => 2,
                Look::Open => 3,
            };
            if cell.text.is_empty() {
                // An empty cell has its band, too.
                if cell.look != Look::Plain {
                    out.push_str(&format!("<c r=\"{place}\" s=\"{style}\"/>"));
                }
            } else if cell.figure && is_number(&cell.text) {
                out.push_str(&format!("<c r=\"{place}\" s=\"{style}\"><v>{}</v></c>", cell.text));
            } else {
                let text: String = cell.text.chars().take(LETTERS).collect();
                out.push_str(&format!(
                    "<c r=\"{place}\" s=\"{style}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{}</t></is></c>",
                    escaped(&text)
                ));
            }
        }
        out.push_str("</row>");
    }
    out.push_str(
        "</sheetData><pageSetup paperSize=\"9\" orientation=\"landscape\" fitToHeight=\"0\"/></worksheet>",
    );
    out
}

/// How many lines a row needs: programs do not all make room for text that is broken.
fn lines(row: &[Cell], widths: &[u32]) -> u32 {
    let wrapped = row.iter().zip(widths).filter(|(cell, _)| cell.look != Look::Title);
    let needed = wrapped.map(|(cell, width)| {
        let letters = u32::try_from(cell.text.chars().count()).unwrap_or(u32::MAX);
        letters.saturating_add(width.saturating_sub(1)).checked_div(*width).unwrap_or(1)
    });
    needed.max().unwrap_or(1).min(LINES)
}

/// A decimal without exponent that a spreadsheet keeps to the last digit. Whole numbers with a leading zero are codes.
fn is_number(text: &str) -> bool {
    let plain = text.strip_prefix('-').unwrap_or(text);
    let (whole, fraction) = plain.split_once('.').unwrap_or((plain, "0"));
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let sound = digits(whole) && digits(fraction) && (whole == "0" || !whole.starts_with('0'));
    let used = plain.bytes().filter(u8::is_ascii_digit).skip_while(|digit| *digit == b'0').count();
    sound && used <= DIGITS
}

/// Letters of a column, counted from 0.
fn letters(column: u32) -> String {
    let mut letters = Vec::new();
    let mut rest = Some(column);
    while let Some(number) = rest {
        let letter = u8::try_from(number.checked_rem(26).unwrap_or(0)).unwrap_or(0);
        letters.push(char::from(b'A'.saturating_add(letter)));
        rest = number.checked_div(26).filter(|more| *more > 0).map(|more| more.saturating_sub(1));
    }
    letters.into_iter().rev().collect()
}

/// Text as XML holds it; control characters, which XML cannot hold, are left out.
pub(crate) fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\t' | '\n' => safe.push(letter),
            '\u{fffe}' | '\u{ffff}' => {}
            _ if letter.is_control() => {}
            _ => safe.push(letter),
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_have_letters() {
        for (column, expected) in
            [(0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (52, "BA"), (701, "ZZ"), (702, "AAA")]
        {
            assert_eq!(letters(column), expected);
        }
    }

    #[test]
    fn only_what_a_spreadsheet_keeps_is_a_number() {
        for text in ["0", "-1.5", "123456789012345", "0.000000000000123456789012345", "0.10"] {
            assert!(is_number(text), "{text}");
        }
        for text in ["", "-", "1.", ".5", "1e5", "1/3", "1234567890123456", "007", "=1+1", "NaN", "1,5"] {
            assert!(!is_number(text), "{text}");
        }
    }

    #[test]
    fn texts_are_never_markup_and_never_formulas() {
        let sheet = Sheet {
            name: "a".into(),
            widths: vec![10],
            frozen: 1,
            rows: vec![vec![
                text("=HYPERLINK(\"x\")", Look::Plain),
                text("<b>\u{1}&", Look::Plain),
                figure("0.50"),
            ]],
        };
        let xml = worksheet(&sheet);
        assert!(xml.contains("t=\"inlineStr\"><is><t xml:space=\"preserve\">=HYPERLINK(&quot;x&quot;)</t>"));
        assert!(xml.contains("&lt;b&gt;&amp;</t>"));
        assert!(xml.contains("<v>0.50</v>"));
        assert!(!xml.contains("<f>"));
        // Fourteen letters in a column of ten.
        assert!(xml.contains("<row r=\"1\" ht=\"28\" customHeight=\"1\">"));
    }
}
