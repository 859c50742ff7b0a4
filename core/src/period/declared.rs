//! What the caller declares about the dates of a file.

use crate::error::{Code, Error};

/// Which of day and month comes first in `03/04/2026`.
///
/// # Example
/// ```
/// use emitrace::period::DateOrder;
///
/// assert_eq!(DateOrder::from_locale("vi-VN")?, DateOrder::Dmy);
/// assert_eq!(DateOrder::from_locale("en-US")?, DateOrder::Mdy);
/// assert_eq!(DateOrder::from_locale("ja-JP")?, DateOrder::Undeclared);
/// # Ok::<(), emitrace::Error>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum DateOrder {
    /// Nothing was declared: only dates that start with the year, or name the month in words, are read.
    #[default]
    Undeclared,
    /// Day, month, year.
    Dmy,
    /// Month, day, year.
    Mdy,
}

impl DateOrder {
    /// `undeclared`, `dmy` or `mdy`.
    pub const fn as_str(self) -> &'static str {
        match self {
            DateOrder::Undeclared => "undeclared",
            DateOrder::Dmy => "dmy",
            DateOrder::Mdy => "mdy",
        }
    }

    /// The order of a locale such as `vi-VN`.
    ///
    /// Places that write the year first, and `en` without a country, leave the order undeclared.
    ///
    /// # Errors
    /// [`Code::UnknownValue`] for a locale that is not listed.
    pub fn from_locale(locale: &str) -> Result<DateOrder, Error> {
        Ok(match locale {
            "en-US" => DateOrder::Mdy,
            "en" | "ja-JP" | "ko-KR" | "zh-CN" | "zh-TW" | "sv-SE" => DateOrder::Undeclared,
            "vi-VN" | "vi" | "en-GB" | "en-IN" | "hi-IN" | "fr-FR" | "fr" | "ru-RU" | "pl-PL" | "cs-CZ"
            | "de-DE" | "de" | "id-ID" | "it-IT" | "es-ES" | "nl-NL" | "pt-BR" | "da-DK" | "tr-TR"
            | "th-TH" => DateOrder::Dmy,
            _ => {
                return Err(Error::new(Code::UnknownValue, format!("locale `{locale}` is not known"))
                    .with_help("use `vi-VN`, `en-US`, `en-GB`, `de-DE`, `fr-FR`, `ja-JP` …"));
            }
        })
    }
}

/// Which day a spreadsheet's serial number counts from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum DateSystem {
    /// Nothing was declared: serial numbers are refused.
    #[default]
    None,
    /// Excel on Windows and most others: 46082 is 2026-03-01.
    Excel1900,
    /// Excel on old Macs: 46082 is 2030-03-02.
    Excel1904,
}
