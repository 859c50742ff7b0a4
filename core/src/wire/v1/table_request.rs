//! Small tables inside a request: bills of materials, ledgers of credits.

use serde::{Deserialize, Serialize};

use super::Column;

/// A table as text or bytes, and how it is written.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct TableInput {
    /// The text of a CSV file; its delimiter is read off its first lines.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// The bytes of a CSV file or a workbook (XLSX) in base64.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub base64: Option<String>,
    /// How numbers and dates are written: `vi-VN`, `en-US` …; empty = only what reads the same everywhere.
    pub locale: String,
    /// `dmy` or `mdy`; empty = as the locale says.
    pub date_order: String,
    /// The sheet of a workbook; empty = the first that has the headers.
    pub sheet: String,
    /// Headers that are not known by name, and the fields that they hold.
    pub columns: Vec<Column>,
}
