//! What callers send. Unknown fields are errors: a misspelt choice must not be ignored.

use serde::{Deserialize, Serialize};

use crate::error::{Code, Error};

/// Choices and declarations for an inventory.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct InventoryOptions {
    /// `ghg-protocol`, `iso-14064-1`, `vn-circular-38`. Required.
    pub profile: String,
    /// `AR4`, `AR5`, `AR6`. Required.
    pub gwp: String,
    /// `2025`, `2025-03` or `2025-01-01/2025-12-31`; rows outside are findings.
    pub period: Option<String>,
    /// Where rows without a region happen: `VN`, `VN-HN`.
    pub region: Option<String>,
    /// How numbers and dates are written: `vi-VN`, `en-US` …
    pub locale: Option<String>,
    /// `dmy` or `mdy`; overrides the locale.
    pub date_order: Option<String>,
    /// `excel1900` or `excel1904`, if the dates are serial numbers.
    pub date_system: Option<String>,
    /// `,`, `;` or a tab; else it is read off the header.
    pub delimiter: Option<String>,
    /// `utf-8`, `utf-16le`, `utf-16be`, `windows-1258`; else by the byte-order mark.
    pub encoding: Option<String>,
    /// Headers of the ledger that are not known by name, and the fields that they hold.
    pub columns: Vec<super::Column>,
    /// `csv`, `xlsx` or `jsonl`; else told by the first bytes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ledger_format: Option<String>,
    /// The sheet of a workbook, by name or by number from 1; else the one that holds a ledger.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sheet: Option<String>,
    /// The row of the sheet that holds the headers; else the first that has all that a ledger needs.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub header_row: Option<u32>,
    /// Which digits of a workbook's numbers count: `excel15`, the 15 that the user saw (the default), or `raw`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sheet_numbers: Option<String>,
    /// Packs that are asked for factors, the preferred first; else the profile's own order.
    pub sources: Option<Vec<String>>,
    /// How many years older than the activity a factor may be.
    pub proxy_years: u16,
    /// Places whose factors may stand in.
    pub proxy_places: Vec<String>,
    /// Views: `site`, `supplier,scope,category` …; else one view for each dimension.
    pub by: Option<Vec<String>>,
    /// The register of instruments for bought energy; else rows name the factors of what was contracted themselves.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub instruments: Option<super::Instruments>,
    /// Whether rows of scopes 1 and 2 bring their upstream emissions (scope 3 category 3) with them.
    #[serde(skip_serializing_if = "core::ops::Not::not")]
    pub upstream: bool,
    /// Whose emissions are counted, and with which share; else everything in the ledger, wholly.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub organisation: Option<super::Organisation>,
    /// Added to the row numbers: for a part of a larger ledger.
    pub row_offset: u64,
    /// How many findings the answer lists; all are counted.
    pub findings: Option<u32>,
}

impl InventoryOptions {
    /// Reads options from JSON, strictly.
    ///
    /// # Errors
    /// `BAD_JSON`, `BAD_REQUEST`.
    pub fn from_json(text: &str) -> Result<InventoryOptions, Error> {
        super::read_json(text)
    }
}

/// The bytes of a file of a request, given as text or in base64.
///
/// # Errors
/// `BAD_REQUEST` unless exactly one of the two is given, or if the base64 text is broken.
pub(crate) fn file_bytes<'f>(
    text: Option<&'f String>,
    base64: Option<&String>,
) -> Result<std::borrow::Cow<'f, [u8]>, Error> {
    use base64::Engine as _;
    match (text, base64) {
        (Some(text), None) => Ok(std::borrow::Cow::Borrowed(text.as_bytes())),
        (None, Some(base64)) => base64::engine::general_purpose::STANDARD
            .decode(base64)
            .map(std::borrow::Cow::Owned)
            .map_err(|error| Error::new(Code::BadRequest, error.to_string())),
        _ => Err(Error::new(Code::BadRequest, "give the file either as `text` or as `base64`")),
    }
}

/// A ledger inside a request: as text, or as bytes in base64 where the encoding matters.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Ledger {
    /// The file's text.
    pub text: Option<String>,
    /// The file's bytes.
    pub base64: Option<String>,
}

impl Ledger {
    /// The bytes of the file.
    ///
    /// # Errors
    /// `BAD_REQUEST` unless exactly one of the two fields is given, or if the base64 text is broken.
    pub fn bytes(&self) -> Result<Vec<u8>, Error> {
        use base64::Engine as _;
        match (&self.text, &self.base64) {
            (Some(text), None) => Ok(text.clone().into_bytes()),
            (None, Some(text)) => base64::engine::general_purpose::STANDARD
                .decode(text)
                .map_err(|error| Error::new(Code::BadRequest, error.to_string()).at("/ledger/base64")),
            _ => {
                Err(Error::new(Code::BadRequest, "give the ledger either as `text` or as `base64`")
                    .at("/ledger"))
            }
        }
    }

    /// Checks that the request holds no ledger, because one was handed over beside it.
    pub(crate) fn must_be_absent(&self) -> Result<(), Error> {
        match self {
            Ledger { text: None, base64: None } => Ok(()),
            _ => {
                let message = "the ledger is given twice: in the request and beside it";
                Err(Error::new(Code::BadRequest, message).at("/ledger"))
            }
        }
    }
}

/// Request of the method `inventory`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct InventoryRequest {
    /// The ledger; absent where it is handed over beside the request.
    #[serde(default)]
    pub ledger: Ledger,
    /// Choices and declarations.
    pub options: InventoryOptions,
    /// The user's own packs, each as one text.
    #[serde(default)]
    pub packs: Vec<String>,
}

/// Request of the method `explain`: an inventory's request and the line that is asked about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ExplainRequest {
    /// The ledger; absent where it is handed over beside the request.
    #[serde(default)]
    pub ledger: Ledger,
    /// Choices and declarations.
    pub options: InventoryOptions,
    /// The user's own packs, each as one text.
    #[serde(default)]
    pub packs: Vec<String>,
    /// A record identifier, or a row number.
    pub line: String,
}

/// Request of the method `ledger`: how a file is read, without any factor.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LedgerRequest {
    /// The ledger; absent where it is handed over beside the request.
    #[serde(default)]
    pub ledger: Ledger,
    /// Declarations; `profile` and `gwp` are not needed.
    #[serde(default)]
    pub options: InventoryOptions,
    /// How many rows to show.
    #[serde(default)]
    pub rows: u32,
}

/// Request of the method `merge`: answers for parts of one ledger.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MergeRequest {
    /// The answers.
    pub answers: Vec<super::InventoryAnswer>,
}

/// Request of the method `units.convert`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ConvertRequest {
    /// The quantity, as text.
    pub quantity: String,
    /// Its unit.
    pub from: String,
    /// The unit wanted.
    pub to: String,
}

/// Request of the method `apportion`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ApportionRequest {
    /// The whole number to share out, as text.
    pub total: String,
    /// Weights: decimals or fractions `1/3`, as text.
    pub weights: Vec<String>,
}

/// Request of the method `factors.search`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct SearchRequest {
    /// Words; empty lists everything.
    pub query: String,
    /// Most hits; 0 = 50.
    pub limit: u32,
    /// The user's own packs, each as one text.
    pub packs: Vec<String>,
}

/// Request of the methods `factors.show` and `factors.check`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct FactorRequest {
    /// For `factors.show`: `pack/factor`.
    pub id: String,
    /// For `factors.check`: the pack as one text.
    pub text: String,
    /// The user's own packs, each as one text.
    pub packs: Vec<String>,
}

/// Request of the method `gwp`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct GwpRequest {
    /// `AR4`, `AR5`, `AR6`.
    pub gwp: String,
    /// A gas or a blend.
    pub gas: String,
    /// A mass in kilograms, as text.
    pub kg: String,
}

/// Request of the method `report`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReportRequest {
    /// The answer to write.
    pub answer: super::InventoryAnswer,
    /// `html`, `csv`, `table`, or `svg`: one view as bars.
    pub format: String,
    /// `en` or `vi`.
    #[serde(default)]
    pub lang: String,
    /// For `svg` the dimensions of the view; `category` if there are none.
    #[serde(default)]
    pub by: Vec<String>,
}
