//! How numbers are written in a file.

use super::{Amount, scan};
use crate::error::{Code, Error};

/// Which mark separates decimals and which groups, as declared for a file.
///
/// There is no guessing: without a declaration only text that reads the same everywhere is taken.
///
/// # Example
/// ```
/// use emitrace::number::NumberFormat;
///
/// let vietnamese = NumberFormat::from_locale("vi-VN")?;
/// assert_eq!(vietnamese.parse("1.234,56")?.to_string(), "1234.56");
/// assert_eq!(NumberFormat::Undeclared.parse("1.234").unwrap_err().code().as_str(), "AMBIGUOUS_NUMBER");
/// assert_eq!(NumberFormat::Undeclared.parse("12.5")?.to_string(), "12.5");
/// # Ok::<(), emitrace::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum NumberFormat {
    /// Nothing was declared.
    Undeclared,
    /// `1,234.56`: English, Japanese, Korean, Chinese, Thai usage.
    Point,
    /// `1.234,56`: Vietnamese, German, Indonesian, Italian, Spanish usage.
    Comma,
    /// `1 234,56` with a space, a no-break space or a narrow no-break space: French usage.
    Space,
    /// `12,34,567.8`: Indian usage.
    Lakh,
}

impl NumberFormat {
    /// The format of a locale such as `vi-VN` or `en`.
    ///
    /// # Errors
    /// `UNKNOWN_VALUE` for a locale that is not listed.
    pub fn from_locale(locale: &str) -> Result<NumberFormat, Error> {
        Ok(match locale {
            "en-IN" | "hi-IN" => NumberFormat::Lakh,
            "fr-FR" | "fr" | "ru-RU" | "pl-PL" | "cs-CZ" | "sv-SE" => NumberFormat::Space,
            "vi-VN" | "vi" | "de-DE" | "de" | "id-ID" | "it-IT" | "es-ES" | "nl-NL" | "pt-BR" | "da-DK"
            | "tr-TR" => NumberFormat::Comma,
            "en-US" | "en-GB" | "en" | "ja-JP" | "ko-KR" | "zh-CN" | "zh-TW" | "th-TH" => NumberFormat::Point,
            _ => {
                return Err(Error::new(Code::UnknownValue, format!("locale `{locale}` is not known"))
                    .with_help(
                        "use `vi-VN`, `en-US`, `en-GB`, `en-IN`, `de-DE`, `fr-FR`, `ja-JP`, `ko-KR` …",
                    ));
            }
        })
    }

    /// `undeclared`, `point`, `comma`, `space`, `lakh`.
    pub const fn as_str(self) -> &'static str {
        match self {
            NumberFormat::Undeclared => "undeclared",
            NumberFormat::Point => "point",
            NumberFormat::Comma => "comma",
            NumberFormat::Space => "space",
            NumberFormat::Lakh => "lakh",
        }
    }

    /// Reads a number written in this format.
    ///
    /// # Errors
    /// See [`Amount::parse`]; in addition `AMBIGUOUS_NUMBER`, `MIXED_NUMBER_FORMAT`, `BAD_GROUPING`.
    pub fn parse(self, text: &str) -> Result<Amount, Error> {
        scan::localized(text, self)
    }
}
