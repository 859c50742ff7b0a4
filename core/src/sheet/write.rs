//! Workbooks written: a few sheets of texts and decimals, the same bytes everywhere.
//!
//! A decimal is written digit by digit, as it stands; only what a spreadsheet can hold (15 digits) is written as a number,
//! everything else as text. Nothing here becomes a float. A text is a string cell whatever it begins with; only
//! [`formula`] makes formulas, each with its result, for readers that do not recalculate.

use chrono::NaiveDate;

use super::column_name;
use super::digits::fifteen_digits;
use crate::archive::archive;
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
    /// Text that may reach over the cells to its right.
    Wide,
    /// Digits that are a text, below each other as numbers are.
    Digits,
    /// A head over numbers, which stand to the right; made by the writer of a [`Head`](Look::Head).
    HeadOfNumbers,
}

/// How many there are.
const LOOKS: usize = 7;

/// What a cell holds; a code of digits is a text.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Kind {
    Text,
    Figure,
    Day,
    /// Without `=`; the cell's text is its result.
    Formula(String),
}

/// What a file holds in a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Stored {
    Text,
    Number,
    /// A number that a program may have calculated again.
    Formula,
}

/// How a spreadsheet shows a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shown {
    /// As many digits as there are.
    General,
    /// `1,234.567`
    Thousandths,
    /// `12.5 %`
    Percent,
    /// `2025-01-31`
    Day,
    /// `31/01/2025`
    DayFirst,
}

/// All of them, with their codes, in the order of their styles.
const SHOWN: [(Shown, &str); 5] = [
    (Shown::General, "General"),
    (Shown::Thousandths, "#,##0.000"),
    (Shown::Percent, "0.0%"),
    (Shown::Day, "yyyy\\-mm\\-dd"),
    (Shown::DayFirst, "dd/mm/yyyy"),
];
/// The first number that a file may give to a format of its own.
const OWN_FORMATS: usize = 164;

/// A cell.
#[derive(Clone, Debug)]
pub(crate) struct Cell {
    pub(crate) text: String,
    pub(crate) look: Look,
    kind: Kind,
    shown: Shown,
}

/// A text.
pub(crate) fn text(text: impl Into<String>, look: Look) -> Cell {
    Cell { text: text.into(), look, kind: Kind::Text, shown: Shown::General }
}

/// A figure that is kept to its last digit: one with more than 15 becomes a text.
pub(crate) fn figure(decimal: impl Into<String>) -> Cell {
    Cell { text: decimal.into(), look: Look::Plain, kind: Kind::Figure, shown: Shown::General }
}

/// A figure to calculate with: rounded half-even to the 15 digits of a spreadsheet (M-90).
pub(crate) fn number(decimal: &str, shown: Shown) -> Cell {
    Cell { text: fifteen_digits(decimal).into_owned(), look: Look::Plain, kind: Kind::Figure, shown }
}

/// A day, from `2025-01-31`; anything else stays a text.
pub(crate) fn day(iso: &str, shown: Shown) -> Cell {
    Cell { text: iso.into(), look: Look::Plain, kind: Kind::Day, shown }
}

/// A formula without `=`, and its result.
pub(crate) fn formula(formula: String, result: &str, shown: Shown) -> Cell {
    Cell { kind: Kind::Formula(formula), ..number(result, shown) }
}

impl Cell {
    /// What a program reads out of the cell.
    pub(crate) fn stored(&self) -> (Stored, String) {
        match self.kind {
            Kind::Formula(_) => (Stored::Formula, self.text.clone()),
            Kind::Figure if is_number(&self.text) => (Stored::Number, self.text.clone()),
            Kind::Day => serial(&self.text)
                .map_or((Stored::Text, self.text.clone()), |days| (Stored::Number, days.to_string())),
            _ => (Stored::Text, escapable(&self.text)),
        }
    }

    /// Whether programs show it to the right of its cell.
    fn stands_right(&self) -> bool {
        self.look == Look::Digits || self.stored().0 != Stored::Text
    }

    /// The same cell, its number shown in another way.
    pub(crate) fn shown(self, shown: Shown) -> Cell {
        Cell { shown, ..self }
    }

    /// The same cell in another look.
    pub(crate) fn looking(self, look: Look) -> Cell {
        Cell { look, ..self }
    }
}

/// A sheet.
#[derive(Clone, Debug, Default)]
pub(crate) struct Sheet {
    /// At most 31 letters, none of `[]:*?/\`.
    pub(crate) name: String,
    /// Widths of the columns, in letters.
    pub(crate) widths: Vec<u32>,
    /// Rows that stay in sight, and head every page on paper.
    pub(crate) frozen: u32,
    /// Whether the last row in sight has buttons that filter the rows below.
    pub(crate) filter: bool,
    pub(crate) rows: Vec<Vec<Cell>>,
}

/// The bytes of a workbook.
///
/// # Errors
/// `LIMIT_EXCEEDED` for more than the format holds.
pub(crate) fn workbook(sheets: &[Sheet], title: &str) -> Result<Vec<u8>, Error> {
    let (mut entries, mut relations, mut types) = (String::new(), String::new(), String::new());
    let mut names = String::new();
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
        if sheet.frozen > 0 {
            names.push_str(&format!(
                "<definedName name=\"_xlnm.Print_Titles\" localSheetId=\"{}\">'{name}'!$1:${}</definedName>",
                number.saturating_sub(1),
                sheet.frozen
            ));
        }
        parts.push((format!("xl/worksheets/sheet{number}.xml"), worksheet(sheet).into_bytes()));
    }
    relations.push_str(&relation("styles", "styles", "styles.xml"));
    if !names.is_empty() {
        names = format!("<definedNames>{names}</definedNames>");
    }
    let calculated =
        |sheet: &Sheet| sheet.rows.iter().flatten().any(|cell| matches!(cell.kind, Kind::Formula(_)));
    // Results stand in the file; a program that can calculate does it when it opens it.
    let calculate = if sheets.iter().any(calculated) { "<calcPr fullCalcOnLoad=\"1\"/>" } else { "" };
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
                "{HEAD}<workbook xmlns=\"{MAIN}\" xmlns:r=\"{OFFICE}\"><sheets>{entries}</sheets>{names}{calculate}</workbook>"
            ),
        ),
        (
            "xl/_rels/workbook.xml.rels",
            format!("{HEAD}<Relationships xmlns=\"{PACKAGE}/relationships\">{relations}</Relationships>"),
        ),
        ("xl/styles.xml", styles()),
    ];
    let head = head.into_iter().map(|(name, text)| (name.to_owned(), text.into_bytes()));
    archive(&head.chain(parts).collect::<Vec<_>>())
}

fn relation(id: &str, kind: &str, target: &str) -> String {
    format!("<Relationship Id=\"{id}\" Type=\"{OFFICE}/{kind}\" Target=\"{target}\"/>")
}

/// One font plain, one bold, one large; a band for heads and one for what is open; each look with each format.
fn styles() -> String {
    let xf = |format: usize, (font, fill, place): (u8, u8, &str)| {
        let number = if format == 0 { 0 } else { OWN_FORMATS.saturating_add(format) };
        let apply = if format == 0 { "" } else { "applyNumberFormat=\"1\" " };
        format!(
            "<xf numFmtId=\"{number}\" fontId=\"{font}\" fillId=\"{fill}\" borderId=\"0\" xfId=\"0\" {apply}applyFont=\"1\" applyFill=\"1\" \
             applyAlignment=\"1\"><alignment vertical=\"top\" {place}/></xf>"
        )
    };
    let fill = |colour: &str| {
        format!(
            "<fill><patternFill patternType=\"solid\"><fgColor rgb=\"{colour}\"/><bgColor indexed=\"64\"/></patternFill></fill>"
        )
    };
    let wrapped = "wrapText=\"1\"";
    let looks: [(u8, u8, &str); LOOKS] = [
        (0, 0, wrapped),
        (1, 2, wrapped),
        (2, 0, ""),
        (0, 3, wrapped),
        (0, 0, ""),
        (0, 0, "horizontal=\"right\""),
        (1, 2, "wrapText=\"1\" horizontal=\"right\""),
    ];
    let styles: String = (0..SHOWN.len()).flat_map(|format| looks.map(|look| xf(format, look))).collect();
    let formats: String = (OWN_FORMATS..)
        .zip(SHOWN)
        .skip(1)
        .map(|(number, (_, code))| format!("<numFmt numFmtId=\"{number}\" formatCode=\"{code}\"/>"))
        .collect();
    format!(
        "{HEAD}<styleSheet xmlns=\"{MAIN}\"><numFmts count=\"{}\">{formats}</numFmts>\
         <fonts count=\"3\"><font><sz val=\"10\"/><name val=\"Calibri\"/></font>\
         <font><b/><sz val=\"10\"/><name val=\"Calibri\"/></font><font><b/><sz val=\"14\"/><name val=\"Calibri\"/></font></fonts>\
         <fills count=\"4\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill>{}{}</fills>\
         <borders count=\"1\"><border/></borders><cellStyleXfs count=\"1\"><xf/></cellStyleXfs>\
         <cellXfs count=\"{}\">{styles}</cellXfs>\
         <cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles></styleSheet>",
        SHOWN.len().saturating_sub(1),
        fill("FFE3EFEA"),
        fill("FFFFF2CC"),
        SHOWN.len().saturating_mul(LOOKS),
    )
}

/// The number of a style: formats of all looks each.
fn style(look: Look, shown: Shown) -> usize {
    let look = match look {
        Look::Plain => 0,
        Look::Head => 1,
        Look::Title => 2,
        Look::Open => 3,
        Look::Wide => 4,
        Look::Digits => 5,
        Look::HeadOfNumbers => 6,
    };
    let format = SHOWN.iter().position(|(known, _)| *known == shown).unwrap_or(0);
    format.saturating_mul(LOOKS).saturating_add(look)
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
        let below = usize::try_from(number).ok().and_then(|below| sheet.rows.get(below));
        for (column, cell) in (1_u32..).zip(row) {
            let under = || below?.get(usize::try_from(column).ok()?.checked_sub(1)?);
            let look = match cell.look {
                Look::Head if under().is_some_and(Cell::stands_right) => Look::HeadOfNumbers,
                look => look,
            };
            put(&mut out, cell, look, &format!("{}{number}", column_name(column)));
        }
        out.push_str("</row>");
    }
    out.push_str("</sheetData>");
    if sheet.filter && sheet.frozen > 0 {
        let last = column_name(u32::try_from(sheet.widths.len()).unwrap_or(1));
        out.push_str(&format!("<autoFilter ref=\"A{}:{last}{}\"/>", sheet.frozen, sheet.rows.len()));
    }
    out.push_str("<pageSetup paperSize=\"9\" orientation=\"landscape\" fitToHeight=\"0\"/></worksheet>");
    out
}

/// A cell at its place.
fn put(out: &mut String, cell: &Cell, look: Look, place: &str) {
    let style = |shown: Shown| style(look, shown);
    let serial = match cell.kind {
        Kind::Day => serial(&cell.text),
        _ => None,
    };
    if let Kind::Formula(formula) = &cell.kind {
        let (style, formula) = (style(cell.shown), escaped(formula));
        out.push_str(&format!(
            "<c r=\"{place}\" s=\"{style}\"><f>{formula}</f><v>{}</v></c>",
            escaped(&cell.text)
        ));
    } else if let Some(days) = serial {
        out.push_str(&format!("<c r=\"{place}\" s=\"{}\"><v>{days}</v></c>", style(cell.shown)));
    } else if cell.text.is_empty() {
        // An empty cell has its band, too.
        if look != Look::Plain {
            out.push_str(&format!("<c r=\"{place}\" s=\"{}\"/>", style(Shown::General)));
        }
    } else if cell.kind == Kind::Figure && is_number(&cell.text) {
        out.push_str(&format!("<c r=\"{place}\" s=\"{}\"><v>{}</v></c>", style(cell.shown), cell.text));
    } else {
        let text: String = cell.text.chars().take(LETTERS).collect();
        out.push_str(&format!(
            "<c r=\"{place}\" s=\"{}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{}</t></is></c>",
            style(Shown::General),
            escaped(&text)
        ));
    }
}

/// The day's number in the system that counts 1 March 1900 as 61; earlier days have none that all programs agree on.
fn serial(iso: &str) -> Option<i64> {
    let day = NaiveDate::parse_from_str(iso, "%Y-%m-%d").ok()?;
    let days = day.signed_duration_since(NaiveDate::from_ymd_opt(1899, 12, 30)?).num_days();
    (days > 60).then_some(days)
}

/// How many lines a row needs: programs do not all make room for text that is broken.
fn lines(row: &[Cell], widths: &[u32]) -> u32 {
    if row.iter().any(|cell| cell.look == Look::Title) {
        return 2;
    }
    let wrapped =
        row.iter().zip(widths).filter(|(cell, _)| cell.kind == Kind::Text && cell.look != Look::Wide);
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

/// Text without what XML cannot hold, and no longer than a cell.
fn escapable(text: &str) -> String {
    let held =
        |c: &char| matches!(c, '\t' | '\n') || !(c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}'));
    text.chars().take(LETTERS).filter(held).collect()
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
    use crate::archive::part_text;

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
            filter: false,
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

    #[test]
    fn heads_stand_over_their_numbers() {
        let row = |cells: [Cell; 2]| cells.to_vec();
        let head = |name: &str| text(name, Look::Head);
        let rows = vec![row([head("name"), head("mass")]), row([text("a", Look::Plain), figure("1.5")])];
        let xml = worksheet(&Sheet { name: "a".into(), widths: vec![9; 2], frozen: 1, filter: false, rows });
        assert!(xml.contains("<c r=\"A1\" s=\"1\" ") && xml.contains("<c r=\"B1\" s=\"6\" "));
    }

    #[test]
    fn formulas_days_and_formats_are_typed() {
        let sheet = Sheet {
            name: "a".into(),
            widths: vec![10; 4],
            frozen: 1,
            filter: true,
            rows: vec![vec![
                formula("SUM('ă & b'!$A$1:$A$2)".into(), "1234567890.1234567", Shown::Thousandths),
                day("2025-01-31", Shown::DayFirst),
                day("1900-02-28", Shown::Day),
                number("0.12345678901234567", Shown::Percent),
            ]],
        };
        let xml = worksheet(&sheet);
        // Fifteen digits of the result; the apostrophe is no markup.
        assert!(
            xml.contains("<c r=\"A1\" s=\"7\"><f>SUM('ă &amp; b'!$A$1:$A$2)</f><v>1234567890.12346</v></c>")
        );
        assert!(xml.contains("<c r=\"B1\" s=\"28\"><v>45688</v></c>"));
        assert!(xml.contains("<t xml:space=\"preserve\">1900-02-28</t>"), "no program-dependent serial");
        assert!(xml.contains("<c r=\"D1\" s=\"14\"><v>0.123456789012346</v></c>"));
        assert!(xml.contains("</sheetData><autoFilter ref=\"A1:D1\"/>"));
        let book = part_text(workbook(&[sheet], "t").unwrap(), "xl/workbook.xml");
        assert!(
            book.contains("fullCalcOnLoad") && book.contains("Print_Titles\" localSheetId=\"0\">'a'!$1:$1<")
        );
    }
}
