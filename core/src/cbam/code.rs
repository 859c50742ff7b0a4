//! Codes of the Combined Nomenclature, as customs declarations write them.

use core::fmt;

use crate::error::{Code, Error};

/// Grey or white clinker and cement, which the default values tell apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Variant {
    /// Grey.
    Grey,
    /// White.
    White,
}

impl Variant {
    /// `grey`, `white`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Variant::Grey => "grey",
            Variant::White => "white",
        }
    }

    /// Reads `grey` or `white`; Vietnamese `xám` and `trắng` are understood.
    ///
    /// # Errors
    /// `UNKNOWN_VALUE`.
    pub fn parse(text: &str) -> Result<Variant, Error> {
        match text.to_lowercase().as_str() {
            "grey" | "gray" | "xám" => Ok(Variant::Grey),
            "white" | "trắng" => Ok(Variant::White),
            _ => Err(Error::new(Code::UnknownValue, format!("variant `{text}` is not known"))
                .with_help("use grey or white")),
        }
    }
}

/// An eight-digit code; of a ten-digit one (TARIC) the variant of clinker is kept.
///
/// # Example
/// ```
/// use emitrace::cbam::{CnCode, Variant};
///
/// let code = CnCode::parse("7207.11.14")?;
/// assert_eq!(code.as_str(), "72071114");
/// assert_eq!(CnCode::parse("2523 10 00 10")?.variant(), Some(Variant::White));
/// assert_eq!(CnCode::parse("7207").unwrap_err().code().as_str(), "BAD_CN_CODE");
/// # Ok::<(), emitrace::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CnCode {
    digits: [u8; 8],
    variant: Option<Variant>,
}

/// TARIC subdivisions of clinker and of other hydraulic cements: white, and all others (grey).
const TARIC: [(&[u8], &str, Variant); 4] = [
    (b"25231000", "10", Variant::White),
    (b"25231000", "90", Variant::Grey),
    (b"25239000", "10", Variant::White),
    (b"25239000", "90", Variant::Grey),
];

impl CnCode {
    /// Reads eight or ten digits; spaces, points and hyphens between them are passed over.
    ///
    /// # Errors
    /// `BAD_CN_CODE`.
    pub fn parse(text: &str) -> Result<CnCode, Error> {
        let bad = |message: String| Error::new(Code::BadCnCode, message);
        let mut digits = [0u8; 10];
        let mut count = 0usize;
        for letter in text.trim().chars() {
            if matches!(letter, ' ' | '.' | '-' | '\u{a0}' | '\u{202f}') {
                continue;
            }
            let slot = digits.get_mut(count);
            match (u8::try_from(letter), slot) {
                (Ok(digit), Some(slot)) if digit.is_ascii_digit() => *slot = digit,
                (Ok(digit), None) if digit.is_ascii_digit() => {
                    return Err(bad(format!("`{text}` has more than ten digits")));
                }
                _ => return Err(bad(format!("`{text}` holds `{letter}`, which is no digit"))),
            }
            count = count.saturating_add(1);
        }
        let (head, tail) = digits.split_at(8);
        let Ok(head) = <[u8; 8]>::try_from(head) else {
            return Err(bad(format!("`{text}` is no code")));
        };
        let variant = match count {
            8 => None,
            10 => TARIC
                .iter()
                .find(|(code, end, _)| **code == head && end.as_bytes() == tail)
                .map(|(_, _, variant)| *variant),
            _ => return Err(bad(format!("`{text}` has {count} digits, a code has eight"))),
        };
        Ok(CnCode { digits: head, variant })
    }

    /// The eight digits.
    pub fn as_str(&self) -> &str {
        core::str::from_utf8(&self.digits).unwrap_or_default()
    }

    /// The variant that a ten-digit code names.
    pub fn variant(&self) -> Option<Variant> {
        self.variant
    }
}

impl fmt::Display for CnCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
