//! Requests and answers about importing publishers' own files.

use serde::{Deserialize, Serialize};

use super::FindingCount;
use crate::error::Error;

/// Request of the method `factors.import`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ImportRequest {
    /// Which publisher's layout the files have: `desnz`, `epa-hub` … as `factors.formats` lists them.
    pub format: String,
    /// The files; one for all formats but `openlca`, which may come as many.
    pub files: Vec<ImportFile>,
    /// Choices and declarations.
    #[serde(default)]
    pub options: ImportOptions,
}

/// A file of a request: as text, or as bytes in base64.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct ImportFile {
    /// Its name, as the publisher gave it: it is cited, and some names hold the edition.
    pub name: String,
    /// The file's text.
    pub text: Option<String>,
    /// The file's bytes.
    pub base64: Option<String>,
}

impl ImportFile {
    /// The bytes of the file.
    ///
    /// # Errors
    /// `BAD_REQUEST` unless exactly one of `text` and `base64` is given, or if the base64 text is broken.
    pub fn bytes(&self) -> Result<Vec<u8>, Error> {
        super::file_bytes(self.text.as_ref(), self.base64.as_ref()).map(std::borrow::Cow::into_owned)
    }
}

/// Choices of an import. What the file itself says is not asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct ImportOptions {
    /// Identifier of the pack; else format and edition.
    pub id: Option<String>,
    /// Edition, where the file does not say it.
    pub edition: Option<String>,
    /// Year of the activities that the factors are meant for, where the file does not say it; for `ember` the one year
    /// to take.
    pub year: Option<u16>,
    /// Day on which the file was fetched, `2026-11-22`.
    pub retrieved: Option<String>,
    /// Licence, where it depends on the edition; required for `table` and `openlca`.
    pub licence: Option<String>,
    /// Publisher; required for `table` and `openlca`.
    pub publisher: Option<String>,
    /// Title of the pack.
    pub title: Option<String>,
    /// Text to print with results.
    pub attribution: Option<String>,
    /// Where the publisher keeps the file.
    pub url: Option<String>,
    /// `A`, `A-`, `B` or `C`; else `A`, a value read off the publisher's own file.
    pub confidence: Option<String>,
    /// Place of the factors, where the file does not say it.
    pub place: Option<String>,
    /// GWP set that CO2 equivalents are frozen at, where the file does not say it: `AR4`, `AR5`, `AR6`, `unstated`.
    pub gwp_set: Option<String>,
    /// For `desnz`: `split` (single gases where they add up to the printed total) or `total` (totals only).
    pub gases: Option<String>,
    /// Sheet of a workbook, where it is not the usual one.
    pub sheet: Option<String>,
    /// `utf-8` or `windows-1252`, for files of comma-separated values.
    pub encoding: Option<String>,
    /// For `table`: which column is what, as JSON.
    pub mapping: Option<String>,
    /// How many findings the answer lists; all are counted.
    pub findings: Option<u32>,
}

/// Answer of `factors.import`: the pack, and what of the file is in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ImportAnswer {
    /// The pack as one text, ready for `factors.check` and for the list `packs` of other requests.
    pub pack: String,
    /// Its identifier.
    pub id: String,
    /// Its edition.
    pub edition: String,
    /// Factors in the pack.
    pub factors: u64,
    /// Rows of its table.
    pub rows: u64,
    /// Values of the file that were looked at: `taken` and `left`.
    pub values: u64,
    /// Values that are in the pack, blank ones included.
    pub taken: u64,
    /// Of these, values that the file leaves blank; they are `absent` in the pack, never zero.
    pub blank: u64,
    /// Values that are not in the pack; each is a finding, or one of several that a finding counts.
    pub left: u64,
    /// The findings by code.
    pub counts: Vec<FindingCount>,
    /// The first findings in the order of the file, as many as asked for.
    pub findings: Vec<ImportFinding>,
    /// Sheets, tables and columns that hold no factor and were not read, with the reason.
    pub not_read: Vec<NotRead>,
    /// The files and their digests.
    pub files: Vec<ImportedFile>,
}

/// A remark about one cell of an imported file.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ImportFinding {
    /// The cell: `Sheet!F123`, ``row 123 column `Value` ``, or file and JSON pointer, `processes/p1.json#/exchanges/3`.
    pub cell: String,
    /// `error`: should have been a factor and is not in the pack; `warning`: is in the pack, and somebody should look;
    /// `info`: left by design, or told for completeness.
    pub severity: String,
    /// Stable code.
    pub code: String,
    /// What stands there, shortened.
    pub value: String,
    /// What about it.
    pub message: String,
    /// What to do about it.
    pub help: String,
}

/// A part of a file that was not read.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NotRead {
    /// A sheet, a table or a column.
    pub part: String,
    /// Why it was not read.
    pub reason: String,
}

/// A file that was imported.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ImportedFile {
    /// Its name.
    pub name: String,
    /// SHA-256 of its bytes, in lower-case hexadecimal.
    pub sha256: String,
}

/// Request of the method `factors.formats`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FormatsRequest {}

/// Answer of `factors.formats`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FormatsAnswer {
    /// The layouts that can be imported.
    pub formats: Vec<ImportFormat>,
}

/// A layout that can be imported.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ImportFormat {
    /// The name that requests use.
    pub format: String,
    /// What it is.
    pub title: String,
    /// Who publishes it; empty if the caller must say.
    pub publisher: String,
    /// Licence of the data; empty if the caller must say.
    pub licence: String,
    /// Kinds of files: `csv`, `xlsx`, `zip`, `json`.
    pub files: Vec<String>,
    /// Where the publisher keeps it.
    pub url: String,
}
