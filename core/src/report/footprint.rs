//! Footprints of products as a table for spreadsheets.

use ::csv::{QuoteStyle, Terminator, WriterBuilder};

use super::csv::safe_cell;
use crate::error::Error;
use crate::footprint::sheet_rows;
use crate::wire::v1;

/// Footprints of PACT 3.0 as CSV, one row each, with what no column holds (METHODS M-266).
///
/// In Vietnamese numbers have a comma, days are 31/12/2025, and `;` stands between cells. Text that a spreadsheet would take for a
/// formula starts with an apostrophe. [`read_sheet`](crate::footprint::read_sheet) reads it back.
///
/// # Errors
/// As [`check`](crate::footprint::check), and `UNKNOWN_VALUE` for another language.
///
/// # Example
/// ```
/// use emitrace::report::footprint_sheet;
/// use emitrace::wire::v1::FootprintSheetWriteRequest;
///
/// let document = r#"{"specVersion": "3.0.3", "pcf": {"fossilGhgEmissions": "23.4"}}"#.into();
/// let sheet = footprint_sheet(&FootprintSheetWriteRequest { document, lang: "vi".into() })?;
/// assert!(sheet.text.contains("phát thải hóa thạch (kg CO2e)") && sheet.text.contains(";23,4;"));
/// # Ok::<(), emitrace::Error>(())
/// ```
pub fn footprint_sheet(request: &v1::FootprintSheetWriteRequest) -> Result<v1::FootprintSheetText, Error> {
    let (rows, losses) = sheet_rows(request)?;
    let mut builder = WriterBuilder::new();
    builder.terminator(Terminator::CRLF).quote_style(QuoteStyle::Necessary);
    builder.delimiter(if request.lang == "vi" { b';' } else { b',' });
    let mut writer = builder.from_writer(Vec::new());
    for row in rows {
        // Writing to memory cannot fail, and every row has the same length.
        if writer.write_record(row.iter().map(|cell| safe(cell))).is_err() {
            break;
        }
    }
    let text = writer.into_inner().ok().and_then(|bytes| String::from_utf8(bytes).ok()).unwrap_or_default();
    Ok(v1::FootprintSheetText { text, losses })
}

/// A number as it is; anything else is text.
fn safe(cell: &str) -> String {
    let plain = cell.strip_prefix('-').unwrap_or(cell);
    let number = plain.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.' || byte == b',');
    if number { cell.to_owned() } else { safe_cell(cell) }
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::footprint_sheet;
    use crate::footprint::read_sheet;
    use crate::wire::v1::{FootprintSheetRequest, FootprintSheetWriteRequest, TableInput};

    #[test]
    fn a_table_holds_what_it_has_columns_for_and_says_what_it_drops() {
        let bolt = include_str!("../footprint/tests/bolt.json");
        let bolt = bolt.replace("2025-12-31T00:00:00Z", "2026-01-01T00:00:00Z");
        let mut given: Value = serde_json::from_str(&bolt).unwrap();
        given.as_object_mut().unwrap().remove("extensions");
        for name in ["secondaryEmissionFactorSources", "dqi"] {
            given["pcf"].as_object_mut().unwrap().remove(name);
        }
        for (lang, locale) in [("en", "en-US"), ("vi", "vi-VN")] {
            let request = FootprintSheetWriteRequest { document: bolt.clone(), lang: lang.into() };
            let sheet = footprint_sheet(&request).unwrap();
            let lost: Vec<&str> = sheet.losses.iter().map(|loss| &*loss.path).collect();
            assert_eq!(lost, ["/extensions", "/pcf/secondaryEmissionFactorSources", "/pcf/dqi"]);
            let table = TableInput { text: Some(sheet.text), locale: locale.into(), ..TableInput::default() };
            let read = read_sheet(&FootprintSheetRequest { table }).unwrap();
            assert!(read.result.valid && read.table_findings.is_empty(), "{read:?}");
            let back: Value = serde_json::from_str(&read.result.document).unwrap();
            assert_eq!(back[0], given);
        }
    }
}
