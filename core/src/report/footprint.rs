//! Footprints of products as a table for spreadsheets.

use ::csv::{QuoteStyle, Terminator, WriterBuilder};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;

use super::Lang;
use super::csv::safe_cell;
use crate::error::{Code, Error};
use crate::footprint::{Head, Held, Written, sheet};
use crate::sheet::write::{Cell, Look, Sheet, Shown, Stored, day, figure, text, workbook};
use crate::wire::v1;

/// Footprints of PACT 3.0 as a table, one row each, with what no column holds; without a document an empty table for a
/// supplier to fill in (METHODS M-266).
///
/// As CSV in Vietnamese numbers have a comma, days are 31/12/2025, and `;` stands between cells. Text that a spreadsheet would
/// take for a formula starts with an apostrophe. As XLSX numbers and days are typed, and a second sheet says what to write into
/// which column. [`read_sheet`](crate::footprint::read_sheet) reads both back.
///
/// # Errors
/// As [`check`](crate::footprint::check), and `UNKNOWN_VALUE` for another language or format.
///
/// # Example
/// ```
/// use emitrace::report::footprint_sheet;
/// use emitrace::wire::v1::FootprintSheetWriteRequest;
///
/// let document = r#"{"specVersion": "3.0.3", "pcf": {"fossilGhgEmissions": "23.4"}}"#.into();
/// let request = FootprintSheetWriteRequest { document, lang: "vi".into(), ..FootprintSheetWriteRequest::default() };
/// let sheet = footprint_sheet(&request)?;
/// assert!(sheet.text.contains("phát thải hóa thạch (kg CO2e)") && sheet.text.contains(";23,4;"));
/// # Ok::<(), emitrace::Error>(())
/// ```
pub fn footprint_sheet(request: &v1::FootprintSheetWriteRequest) -> Result<v1::FootprintSheetFile, Error> {
    let lang = match &*request.lang {
        "" => Lang::En,
        code => Lang::parse(code).map_err(|error| error.at("/lang"))?,
    };
    let written = || sheet(&request.document, lang == Lang::Vi);
    match &*request.format {
        "" | "csv" => {
            let written = written()?;
            let text = comma_separated(&written, lang);
            Ok(v1::FootprintSheetFile { text, base64: String::new(), losses: written.losses })
        }
        "xlsx" => {
            let written = written()?;
            let base64 = BASE64.encode(filled(&written, lang)?);
            Ok(v1::FootprintSheetFile { text: String::new(), base64, losses: written.losses })
        }
        other => Err(Error::new(Code::UnknownValue, format!("format `{other}` is not known"))
            .with_help("use csv or xlsx")
            .at("/format")),
    }
}

/// A number with its decimal mark.
fn localised(number: &str, lang: Lang) -> String {
    match lang {
        Lang::En => number.to_owned(),
        Lang::Vi => number.replace('.', ","),
    }
}

fn comma_separated(written: &Written, lang: Lang) -> String {
    let mut builder = WriterBuilder::new();
    builder.terminator(Terminator::CRLF).quote_style(QuoteStyle::Necessary);
    builder.delimiter(if lang == Lang::Vi { b';' } else { b',' });
    let mut writer = builder.from_writer(Vec::new());
    let cell = |held: &Held| match held {
        Held::Nothing => String::new(),
        Held::Text(text) => safe_cell(text),
        Held::Number(number) => localised(number, lang),
        Held::Day(day) => lang.text().date(day),
    };
    // Writing to memory cannot fail, and every row has the same length.
    let header = writer.write_record(written.columns.iter().map(|column| &column.name));
    let rows = written.rows.iter().try_for_each(|row| writer.write_record(row.iter().map(cell)));
    let bytes = header.and(rows).ok().and_then(|()| writer.into_inner().ok());
    bytes.and_then(|bytes| String::from_utf8(bytes).ok()).unwrap_or_default()
}

/// A workbook: the table, and what to write into it.
fn filled(written: &Written, lang: Lang) -> Result<Vec<u8>, Error> {
    let say = |en: &'static str, vi: &'static str| if lang == Lang::Vi { vi } else { en };
    let shown = if lang == Lang::Vi { Shown::DayFirst } else { Shown::Day };
    let cell = |held: &Held| match held {
        Held::Nothing => text("", Look::Plain),
        Held::Text(held) => text(held, Look::Plain),
        Held::Number(number) => match figure(number) {
            kept if kept.stored().0 == Stored::Number => kept,
            // More digits than a spreadsheet keeps: the reader takes them from the text.
            _ => text(localised(number, lang), Look::Digits),
        },
        Held::Day(iso) => day(iso, shown),
    };
    let head = |column: &Head| text(&column.name, if column.needed { Look::Open } else { Look::Head });
    let rows: Vec<Vec<Cell>> = written.rows.iter().map(|row| row.iter().map(cell).collect()).collect();
    let table = Sheet {
        name: say("Footprints", "Dấu chân carbon").into(),
        widths: written.columns.iter().map(|column| width(&column.name)).collect(),
        frozen: 1,
        filter: false,
        rows: std::iter::once(written.columns.iter().map(head).collect()).chain(rows).collect(),
    };
    let title = say("Footprints of products", "Dấu chân carbon của sản phẩm");
    let mut lines = vec![
        vec![text(title, Look::Title)],
        vec![text(
            say(
                "One row on the first sheet for each product. Columns with a yellow head must be filled in. Unless the head says otherwise, figures are those of the declared amount.",
                "Mỗi sản phẩm một dòng ở trang tính đầu. Cột có tiêu đề màu vàng là bắt buộc. Số liệu tính cho cả lượng khai báo, trừ khi tiêu đề ghi khác.",
            ),
            Look::Wide,
        )],
        [say("Column", "Cột"), say("Needed", "Bắt buộc"), say("What to write", "Nội dung"), "PACT 3.0"]
            .map(|name| text(name, Look::Head))
            .to_vec(),
    ];
    lines.extend(written.columns.iter().map(|column| {
        let needed = if column.needed { say("yes", "có") } else { "" };
        [&*column.name, needed, &*column.guide, column.member].map(|cell| text(cell, Look::Plain)).to_vec()
    }));
    let guide = Sheet {
        name: say("What to write", "Cách điền").into(),
        widths: vec![36, 10, 60, 36],
        frozen: 0,
        filter: false,
        rows: lines,
    };
    workbook(&[table, guide], title)
}

/// Room for the words of a head, in two lines if it is long.
fn width(name: &str) -> u32 {
    u32::try_from(name.chars().count()).unwrap_or(u32::MAX).clamp(12, 24)
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::footprint_sheet;
    use crate::error::Error;
    use crate::footprint::read_sheet;
    use crate::wire::v1::{
        FootprintSheetAnswer, FootprintSheetFile, FootprintSheetRequest, FootprintSheetWriteRequest,
        TableInput,
    };

    #[test]
    fn a_table_holds_what_it_has_columns_for_and_says_what_it_drops() {
        let bolt = include_str!("../footprint/tests/bolt.json");
        let bolt = bolt.replace("2025-12-31T00:00:00Z", "2026-01-01T00:00:00Z");
        let mut given: Value = serde_json::from_str(&bolt).unwrap();
        let pcf = given["pcf"].as_object_mut().unwrap();
        pcf.insert("aircraftGhgEmissions".into(), "0.15".into());
        pcf.insert(
            "productOrSectorSpecificRules".into(),
            json!([{"operator": "PEF", "ruleNames": ["a", "b"]},
                   {"operator": "Other", "ruleNames": ["c (d)"], "otherOperatorName": "TfS"}]),
        );
        pcf.insert(
            "verification".into(),
            json!({"coverage": "product level", "providerName": "X", "completedAt": "2026-02-01T00:00:00Z"}),
        );
        let bolt = given.to_string();
        given.as_object_mut().unwrap().remove("extensions");
        for (lang, locale) in [("en", "en-US"), ("vi", "vi-VN")] {
            for format in ["csv", "xlsx"] {
                let request = request(&bolt, lang, format);
                let sheet = footprint_sheet(&request).unwrap();
                let lost: Vec<&str> = sheet.losses.iter().map(|loss| &*loss.path).collect();
                assert_eq!(lost, ["/extensions"]);
                let read = read(sheet, locale).unwrap();
                assert!(read.result.valid && read.table_findings.is_empty(), "{lang} {format} {read:?}");
                let back: Value = serde_json::from_str(&read.result.document).unwrap();
                assert_eq!(back[0], given, "{lang} {format}");
            }
        }
    }

    #[test]
    fn an_empty_table_asks_for_rows_and_for_nothing_else() {
        for (lang, locale) in [("en", "en-US"), ("vi", "vi-VN")] {
            for format in ["csv", "xlsx"] {
                let sheet = footprint_sheet(&request("", lang, format)).unwrap();
                let read = read(sheet, locale).unwrap();
                assert_eq!((read.columns.len(), read.result.footprints.len()), (39, 0), "{lang} {format}");
            }
        }
    }

    #[test]
    fn digits_that_a_spreadsheet_would_lose_come_back() {
        let long = r#"{"specVersion": "3.0.3", "pcf": {"fossilGhgEmissions": "23.412345678901234567"}}"#;
        for (lang, locale) in [("en", "en-US"), ("vi", "vi-VN")] {
            let sheet = footprint_sheet(&request(long, lang, "xlsx")).unwrap();
            let document = read(sheet, locale).unwrap().result.document;
            assert!(document.contains("\"23.412345678901234567\""), "{lang} {document}");
        }
    }

    fn request(document: &str, lang: &str, format: &str) -> FootprintSheetWriteRequest {
        FootprintSheetWriteRequest { document: document.into(), lang: lang.into(), format: format.into() }
    }

    fn read(sheet: FootprintSheetFile, locale: &str) -> Result<FootprintSheetAnswer, Error> {
        let mut table = TableInput { locale: locale.into(), ..TableInput::default() };
        if sheet.base64.is_empty() {
            table.text = Some(sheet.text);
        } else {
            table.base64 = Some(sheet.base64);
        }
        read_sheet(&FootprintSheetRequest { table })
    }
}
