//! What the caller declares about a ledger file.

use super::imports::ImportsForm;
use super::{Field, Format};
use crate::error::{Code, Error};
use crate::number::NumberFormat;
use crate::period::{DateOrder, DateSystem, Period, UtcOffset};

/// How the bytes of a file stand for characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Encoding {
    /// UTF-8, with or without a byte-order mark.
    Utf8,
    /// UTF-16, low byte first.
    Utf16Le,
    /// UTF-16, high byte first.
    Utf16Be,
    /// Windows code page 1258, Vietnamese; never detected, only declared.
    Windows1258,
}

impl Encoding {
    /// `utf-8`, `utf-16le`, `utf-16be`, `windows-1258`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Encoding::Utf8 => "utf-8",
            Encoding::Utf16Le => "utf-16le",
            Encoding::Utf16Be => "utf-16be",
            Encoding::Windows1258 => "windows-1258",
        }
    }

    /// The encoding of a name such as `utf-8` or `windows-1258`.
    ///
    /// # Errors
    /// [`Code::UnsupportedEncoding`] for any other name.
    ///
    /// # Example
    /// ```
    /// use emitrace::activity::Encoding;
    ///
    /// assert_eq!(Encoding::from_name("Windows-1258")?, Encoding::Windows1258);
    /// assert_eq!(Encoding::from_name("latin-1").unwrap_err().code().as_str(), "UNSUPPORTED_ENCODING");
    /// # Ok::<(), emitrace::Error>(())
    /// ```
    pub fn from_name(name: &str) -> Result<Encoding, Error> {
        match name.to_ascii_lowercase().as_str() {
            "utf-8" | "utf8" => Ok(Encoding::Utf8),
            "utf-16le" | "utf16le" => Ok(Encoding::Utf16Le),
            "utf-16be" | "utf16be" => Ok(Encoding::Utf16Be),
            "windows-1258" | "windows1258" | "cp1258" => Ok(Encoding::Windows1258),
            _ => Err(Error::new(Code::UnsupportedEncoding, format!("encoding `{name}` is not read"))),
        }
    }
}

/// Which of a spreadsheet's digits count.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum SheetNumbers {
    /// The 15 digits that the user saw; METHODS M-90.
    #[default]
    Shown,
    /// All digits that the file holds.
    Stored,
}

impl SheetNumbers {
    /// `excel15` or `raw`.
    pub const fn as_str(self) -> &'static str {
        match self {
            SheetNumbers::Shown => "excel15",
            SheetNumbers::Stored => "raw",
        }
    }
}

/// What is declared about a file. Whatever is not declared is not guessed.
///
/// # Example
/// ```
/// use emitrace::activity::{Field, ReadOptions};
/// use emitrace::period::Period;
///
/// let options = ReadOptions::from_locale("vi-VN")?
///     .with_period(Period::year(2025)?)
///     .with_column("Chỉ số công tơ", Field::Quantity);
/// assert!(options.delimiter.is_none());
/// # Ok::<(), emitrace::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct ReadOptions {
    /// How numbers are written.
    pub number_format: NumberFormat,
    /// Which of day and month comes first.
    pub date_order: DateOrder,
    /// Which day serial numbers count from.
    pub date_system: DateSystem,
    /// `,`, `;` or tab; read off the `sep=` line or the header line if not declared.
    pub delimiter: Option<u8>,
    /// The encoding; a byte-order mark goes before it, and without either the file is UTF-8.
    pub encoding: Option<Encoding>,
    /// The reporting period: rows that are not wholly inside are refused.
    pub period: Option<Period>,
    /// The caller's own headers; they go before the known names.
    pub columns: Vec<(String, Field)>,
    /// The format; told by the first bytes if not declared.
    pub format: Option<Format>,
    /// The sheet of a workbook, by name or by number from 1; looked for if not declared.
    pub sheet: Option<String>,
    /// The row of the sheet that holds the headers; looked for if not declared.
    pub header_row: Option<u32>,
    /// Which digits of a workbook's numbers count.
    pub sheet_numbers: SheetNumbers,
    /// Set where the rows are intervals of a time series, not lines of a ledger.
    pub(crate) series: Option<SeriesForm>,
    /// Set where the rows are imports of goods.
    pub(crate) imports: Option<ImportsForm>,
}

/// How a time series differs from a ledger: a row begins at a moment, and the file may have one unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct SeriesForm {
    /// The offset of times that have none of their own.
    pub(crate) offset: UtcOffset,
    /// Whether a unit is declared for the whole file.
    pub(crate) unit: bool,
}

impl Default for ReadOptions {
    fn default() -> ReadOptions {
        ReadOptions {
            number_format: NumberFormat::Undeclared,
            date_order: DateOrder::Undeclared,
            date_system: DateSystem::None,
            delimiter: None,
            encoding: None,
            period: None,
            columns: Vec::new(),
            format: None,
            sheet: None,
            header_row: None,
            sheet_numbers: SheetNumbers::Shown,
            series: None,
            imports: None,
        }
    }
}

impl ReadOptions {
    /// Nothing declared.
    pub fn new() -> ReadOptions {
        ReadOptions::default()
    }

    /// Number format and date order of a locale such as `vi-VN`.
    ///
    /// # Errors
    /// [`Code::UnknownValue`] for a locale that is not listed.
    pub fn from_locale(locale: &str) -> Result<ReadOptions, Error> {
        Ok(ReadOptions {
            number_format: NumberFormat::from_locale(locale)?,
            date_order: DateOrder::from_locale(locale)?,
            ..ReadOptions::default()
        })
    }

    /// The same options with another number format.
    #[must_use]
    pub fn with_number_format(mut self, format: NumberFormat) -> ReadOptions {
        self.number_format = format;
        self
    }

    /// The same options with another date order.
    #[must_use]
    pub fn with_date_order(mut self, order: DateOrder) -> ReadOptions {
        self.date_order = order;
        self
    }

    /// The same options with a date system for serial numbers.
    #[must_use]
    pub fn with_date_system(mut self, system: DateSystem) -> ReadOptions {
        self.date_system = system;
        self
    }

    /// The same options with a declared delimiter: `,`, `;` or tab.
    #[must_use]
    pub fn with_delimiter(mut self, delimiter: u8) -> ReadOptions {
        self.delimiter = Some(delimiter);
        self
    }

    /// The same options with a declared encoding.
    #[must_use]
    pub fn with_encoding(mut self, encoding: Encoding) -> ReadOptions {
        self.encoding = Some(encoding);
        self
    }

    /// The same options with a reporting period.
    #[must_use]
    pub fn with_period(mut self, period: Period) -> ReadOptions {
        self.period = Some(period);
        self
    }

    /// The same options with one more header of the caller's own.
    #[must_use]
    pub fn with_column(mut self, header: impl Into<String>, field: Field) -> ReadOptions {
        self.columns.push((header.into(), field));
        self
    }

    /// The same options with a declared format.
    #[must_use]
    pub fn with_format(mut self, format: Format) -> ReadOptions {
        self.format = Some(format);
        self
    }

    /// The same options with the sheet that is meant, by name or by number from 1.
    #[must_use]
    pub fn with_sheet(mut self, sheet: impl Into<String>) -> ReadOptions {
        self.sheet = Some(sheet.into());
        self
    }

    /// The same options with the row of the sheet that holds the headers.
    #[must_use]
    pub fn with_header_row(mut self, row: u32) -> ReadOptions {
        self.header_row = Some(row);
        self
    }

    /// The same options with another choice of a workbook's digits.
    #[must_use]
    pub fn with_sheet_numbers(mut self, numbers: SheetNumbers) -> ReadOptions {
        self.sheet_numbers = numbers;
        self
    }

    /// The same options for a file whose rows are intervals of a time series.
    #[must_use]
    pub(crate) fn with_series(mut self, form: SeriesForm) -> ReadOptions {
        self.series = Some(form);
        self
    }

    /// The same options for a file whose rows are imports of goods.
    #[must_use]
    pub(crate) fn with_imports(mut self, form: ImportsForm) -> ReadOptions {
        self.imports = Some(form);
        self
    }

    /// Whether the unit of a row may be left out, because one holds for the whole file.
    pub(super) fn unit_is_declared(&self) -> bool {
        self.series.is_some_and(|form| form.unit) || self.imports.is_some_and(|form| form.unit)
    }

    /// An option that only workbooks have, if one is declared.
    pub(super) fn of_sheets(&self) -> Option<&'static str> {
        let sheet = self.sheet.as_ref().map(|_| "sheet");
        sheet.or_else(|| self.header_row.map(|_| "header_row"))
    }
}
