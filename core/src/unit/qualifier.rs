//! What a unit must say besides its size: heating value, gas state, moisture, kind of money.

use core::fmt;

use super::gas_state::GasState;
use crate::error::{Code, Error};

/// Whether an energy of fuel counts the heat of condensing the water vapour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CalorificBasis {
    /// Net (lower) heating value: NCV, LHV.
    Net,
    /// Gross (higher) heating value: GCV, HHV.
    Gross,
}

impl CalorificBasis {
    /// `net` or `gross`.
    pub const fn as_str(self) -> &'static str {
        match self {
            CalorificBasis::Net => "net",
            CalorificBasis::Gross => "gross",
        }
    }

    /// Reads `net`, `NCV`, `LHV`, `gross cv` and the like from folded text.
    pub(super) fn from_word(folded: &str) -> Option<CalorificBasis> {
        match folded {
            "net"
            | "ncv"
            | "lhv"
            | "net cv"
            | "lower"
            | "net calorific value"
            | "lower heating value"
            | "nhiệt trị thấp"
            | "nhiệt trị thực" => Some(CalorificBasis::Net),
            "gross"
            | "gcv"
            | "hhv"
            | "gross cv"
            | "higher"
            | "gross calorific value"
            | "higher heating value"
            | "nhiệt trị cao"
            | "nhiệt trị tổng" => Some(CalorificBasis::Gross),
            _ => None,
        }
    }
}

impl fmt::Display for CalorificBasis {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// How the water in a mass is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Moisture {
    /// Water left out.
    Dry,
    /// Water included, as received.
    Wet,
}

impl Moisture {
    pub(super) const fn as_str(self) -> &'static str {
        match self {
            Moisture::Dry => "dry",
            Moisture::Wet => "wet",
        }
    }

    pub(super) fn from_word(folded: &str) -> Option<Moisture> {
        match folded {
            "dry" | "khô" | "dry basis" | "dry matter" => Some(Moisture::Dry),
            "wet" | "ướt" | "tươi" | "wet basis" | "as received" => Some(Moisture::Wet),
            _ => None,
        }
    }
}

/// What one factor of a unit says besides its size.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Qualifier {
    /// Nothing.
    None,
    /// Heating value of an energy.
    Basis(CalorificBasis),
    /// State of a volume of gas.
    State(GasState),
    /// Water in a mass.
    Moisture(Moisture),
    /// Which money.
    Money(Currency),
    /// An annotation of the user's own: it converts to nothing but itself.
    Note(Box<str>),
}

impl Qualifier {
    /// The qualifier that stands between braces.
    pub(super) fn from_annotation(text: &str) -> Qualifier {
        let folded = text.to_lowercase();
        if let Some(basis) = CalorificBasis::from_word(&folded) {
            return Qualifier::Basis(basis);
        }
        if let Some(moisture) = Moisture::from_word(&folded) {
            return Qualifier::Moisture(moisture);
        }
        match GasState::from_text(text) {
            Some(state) => Qualifier::State(state),
            None => Qualifier::Note(text.into()),
        }
    }
}

/// What a price level counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PriceLevel {
    /// What the buyer pays: taxes on products, trade and transport margins included.
    Purchaser,
    /// What the maker receives, taxes on production included.
    Producer,
    /// What the maker keeps: without taxes on products.
    Basic,
}

impl PriceLevel {
    /// `purchaser`, `producer` or `basic`.
    pub const fn as_str(self) -> &'static str {
        match self {
            PriceLevel::Purchaser => "purchaser",
            PriceLevel::Producer => "producer",
            PriceLevel::Basic => "basic",
        }
    }

    fn from_word(folded: &str) -> Option<PriceLevel> {
        match folded {
            "purchaser" => Some(PriceLevel::Purchaser),
            "producer" => Some(PriceLevel::Producer),
            "basic" => Some(PriceLevel::Basic),
            _ => None,
        }
    }
}

/// Money: ISO 4217 code, price year and price level.
///
/// Money is never converted: neither between currencies nor between years or price levels, because
/// each of these needs a rate that somebody has to choose and cite.
///
/// # Example
/// ```
/// use emitrace::unit::{PriceLevel, Unit};
///
/// let unit = Unit::parse("USD{2022:purchaser}")?;
/// let money = unit.currency().unwrap();
/// assert_eq!((money.code(), money.year()), ("USD", Some(2022)));
/// assert_eq!(money.level(), Some(PriceLevel::Purchaser));
/// # Ok::<(), emitrace::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Currency {
    code: Box<str>,
    year: Option<u16>,
    level: Option<PriceLevel>,
}

/// The active currency codes of ISO 4217 (without metals, test codes and funds).
const ISO_4217: &str = "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN \
    BWP BYN BZD CAD CDF CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS \
    GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD \
    KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR \
    NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN \
    SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VES VND VUV WST XAF XCD XOF XPF YER \
    ZAR ZMW ZWG";

impl Currency {
    /// The money of an ISO 4217 code, a price year and a price level, the latter two as far as known.
    ///
    /// # Errors
    /// `UNKNOWN_UNIT` if the code is not an active code or the year is not within 1900 to 2100.
    pub fn new(code: &str, year: Option<u16>, level: Option<PriceLevel>) -> Result<Currency, Error> {
        if !ISO_4217.split(' ').any(|known| known == code) {
            return Err(Error::new(Code::UnknownUnit, format!("`{code}` is no currency code of ISO 4217")));
        }
        if year.is_some_and(|year| !(1900..=2100).contains(&year)) {
            return Err(Error::new(
                Code::UnknownUnit,
                format!("the price year of `{code}` is not within 1900 to 2100"),
            ));
        }
        Ok(Currency { code: code.into(), year, level })
    }

    /// The ISO 4217 code, e.g. `VND`.
    pub fn code(&self) -> &str {
        &self.code
    }

    /// The year whose prices the amounts are in.
    pub fn year(&self) -> Option<u16> {
        self.year
    }

    /// The price level.
    pub fn level(&self) -> Option<PriceLevel> {
        self.level
    }

    /// The same money with year and level as an annotation says them: `2022`, `2022:purchaser`, `basic`.
    #[expect(clippy::disallowed_methods, reason = "whole numbers: read exactly or refused")]
    pub(super) fn with_annotation(&self, text: &str) -> Result<Currency, Error> {
        let folded = text.to_lowercase();
        let (mut year, mut level) = (self.year, self.level);
        for word in folded.split([':', ',', ' ', '_']).filter(|word| !word.is_empty()) {
            let word = word.strip_suffix("prices").or_else(|| word.strip_suffix("price")).unwrap_or(word);
            if let Some(read) = PriceLevel::from_word(word) {
                level = Some(read);
            } else if word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit()) {
                year = word.parse().ok();
            } else if !word.is_empty() {
                return Err(Error::new(
                    Code::UnknownUnit,
                    format!("`{text}` does not say a price year or a price level"),
                )
                .with_help("write the price year and level as `USD{2022:purchaser}`"));
            }
        }
        Currency::new(&self.code, year, level)
    }
}

impl fmt::Display for Currency {
    /// `VND`, `VND{2022}`, `VND{basic}` or `VND{2022:basic}`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.code)?;
        match (self.year, self.level) {
            (None, None) => Ok(()),
            (Some(year), None) => write!(f, "{{{year}}}"),
            (None, Some(level)) => write!(f, "{{{}}}", level.as_str()),
            (Some(year), Some(level)) => write!(f, "{{{year}:{}}}", level.as_str()),
        }
    }
}
