//! Positions: longitude and latitude as written, and as whole millionths of a degree.

use serde_json::value::RawValue;

use super::json::{Node, part};
use super::told::Told;
use crate::number::Amount;

/// Decimals of a degree that the information system keeps.
const PLACES: u32 = 6;

/// A place in millionths of a degree: longitude, latitude.
pub(super) type Micro = (i64, i64);

/// A position as it was written.
#[derive(Clone, Copy, Debug)]
pub(super) struct Position {
    longitude: Amount,
    latitude: Amount,
    /// Decimals as printed, the fewer of both.
    pub(super) decimals: u32,
}

impl Position {
    /// Reads `[longitude, latitude]`; what is wrong is told.
    pub(super) fn read(raw: &RawValue, path: &str, told: &mut Told) -> Option<Position> {
        let shape = "a position is a list of longitude and latitude: [105.854444, 21.028511]";
        let Ok(Node::List(parts)) = part(raw) else {
            told.error("coordinates-shape", path, "the position is not a list of numbers", shape);
            return None;
        };
        let numbers = parts.iter().map(|raw| match part(raw) {
            Ok(Node::Number(text)) => Some(text),
            _ => None,
        });
        let numbers: Option<Vec<&str>> = numbers.collect();
        let (longitude, latitude) = match numbers.as_deref() {
            Some([longitude, latitude]) => (*longitude, *latitude),
            Some([longitude, latitude, _]) => {
                told.warn(
                    "altitude",
                    path,
                    "the third number of a position is not read",
                    "leave the altitude out",
                );
                (*longitude, *latitude)
            }
            _ => {
                told.error("coordinates-shape", path, "the position is not two numbers", shape);
                return None;
            }
        };
        let printed = |text: &str| text.split_once('.').map_or(0, |(_, decimals)| decimals.len());
        let decimals = u32::try_from(printed(longitude).min(printed(latitude))).unwrap_or(u32::MAX);
        let read = |text: &str, told: &mut Told| match Amount::parse(text) {
            Ok(amount) => Some(amount),
            Err(error) => {
                told.error("coordinates-shape", path, error.message(), "write degrees with six decimals");
                None
            }
        };
        let (longitude, latitude) = (read(longitude, told)?, read(latitude, told)?);
        let beyond = |amount: Amount, most: i64| {
            let most = Amount::from(most);
            amount > most || amount < most.negated()
        };
        let swap = "write the longitude first, then the latitude";
        if beyond(latitude, 90) {
            told.error(
                "latitude-range",
                path,
                format!("the latitude {latitude} is not within -90 and 90"),
                swap,
            );
            return None;
        }
        if beyond(longitude, 180) {
            told.error(
                "longitude-range",
                path,
                format!("the longitude {longitude} is not within -180 and 180"),
                swap,
            );
            return None;
        }
        Some(Position { longitude, latitude, decimals })
    }

    pub(super) fn same(&self, other: &Position) -> bool {
        self.longitude == other.longitude && self.latitude == other.latitude
    }

    /// Rounded half-even to six decimals: what is written.
    pub(super) fn rounded(&self) -> Micro {
        (micro(self.longitude, true), micro(self.latitude, true))
    }

    /// Cut off after six decimals.
    pub(super) fn cut(&self) -> Micro {
        (micro(self.longitude, false), micro(self.latitude, false))
    }
}

/// A decimal within ±180 in millionths.
fn micro(degrees: Amount, round: bool) -> i64 {
    let power = |places: u32| 10_i128.checked_pow(places).unwrap_or(1);
    let (mantissa, scale) = (degrees.mantissa(), degrees.scale());
    let count = match scale.checked_sub(PLACES) {
        None | Some(0) => mantissa.saturating_mul(power(PLACES.saturating_sub(scale))),
        Some(over) => {
            let divisor = power(over);
            let quotient = mantissa.checked_div(divisor).unwrap_or(0);
            let rest = mantissa.checked_rem(divisor).unwrap_or(0).unsigned_abs().saturating_mul(2);
            let up = match rest.cmp(&divisor.unsigned_abs()) {
                core::cmp::Ordering::Less => false,
                core::cmp::Ordering::Greater => true,
                core::cmp::Ordering::Equal => quotient & 1 == 1,
            };
            let away = if mantissa < 0 { -1 } else { 1 };
            if round && up { quotient.saturating_add(away) } else { quotient }
        }
    };
    i64::try_from(count).unwrap_or(0)
}

/// A count of millionths with exactly six decimals.
pub(super) fn written(count: i64) -> String {
    let digits = format!("{:07}", count.unsigned_abs());
    let (degrees, decimals) =
        digits.split_at_checked(digits.len().saturating_sub(6)).unwrap_or(("0", "000000"));
    let sign = if count < 0 { "-" } else { "" };
    format!("{sign}{degrees}.{decimals}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn six_decimals_are_cut_or_rounded_and_written_exactly() {
        for (text, cut, round) in [
            ("105.0000001", 105_000_000, 105_000_000),
            ("105.0000009", 105_000_000, 105_000_001),
            ("105.0000005", 105_000_000, 105_000_000),
            ("105.0000015", 105_000_001, 105_000_002),
            ("-5.8227399", -5_822_739, -5_822_740),
            ("17.10022", 17_100_220, 17_100_220),
            ("180", 180_000_000, 180_000_000),
        ] {
            let amount = Amount::parse(text).unwrap();
            assert_eq!((micro(amount, false), micro(amount, true)), (cut, round), "{text}");
        }
        let shown = [0, -1, 1_000_000, -5_822_740, 105_000_001].map(written);
        assert_eq!(shown, ["0.000000", "-0.000001", "1.000000", "-5.822740", "105.000001"]);
    }
}
