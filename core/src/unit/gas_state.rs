//! The temperature and pressure that make a volume of gas comparable.

use core::fmt;

use crate::error::Error;
use crate::number::{Amount, Ratio};

/// The temperature and pressure at which a volume of gas is stated.
///
/// # Units
/// Kelvin and pascal, both exact.
///
/// # Example
/// ```
/// use emitrace::unit::{GasState, Unit};
///
/// assert_eq!(Unit::parse("Nm3")?.gas_state(), Some(GasState::NORMAL));
/// assert_eq!(Unit::parse("m3{25Cel_1bar}")?.gas_state(), Some(GasState::SATP));
/// assert_eq!(Unit::parse("m3")?.gas_state(), None);
/// assert_eq!(GasState::SATP.to_string(), "25Cel_100kPa");
/// # Ok::<(), emitrace::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct GasState {
    /// Kelvin, numerator and denominator in lowest terms.
    temperature: (i128, i128),
    /// Pascal, numerator and denominator in lowest terms.
    pressure: (i128, i128),
}

/// The pound-force per square inch in pascal: `0.45359237 * 9.80665 / 0.0254^2`, the definitions of the
/// avoirdupois pound, of standard gravity and of the inch.
pub(super) const PSI: (i128, i128) = (8_896_443_230_521, 1_290_320_000);

impl GasState {
    /// 0 °C, 101.325 kPa: the normal cubic metre (DIN 1343).
    pub const NORMAL: GasState = GasState { temperature: (5_463, 20), pressure: (101_325, 1) };
    /// 15 °C, 101.325 kPa: the standard cubic metre (ISO 13443).
    pub const STANDARD: GasState = GasState { temperature: (5_763, 20), pressure: (101_325, 1) };
    /// 25 °C, 1 bar.
    pub const SATP: GasState = GasState { temperature: (5_963, 20), pressure: (100_000, 1) };
    /// 60 °F, 14.696 psi: the standard cubic foot of the United States.
    pub const US: GasState =
        GasState { temperature: (51_967, 180), pressure: (16_342_766_214_467_077, 161_290_000_000) };

    /// A state by its thermodynamic temperature in kelvin and its pressure in pascal.
    ///
    /// # Errors
    /// `NUMBER_OUT_OF_RANGE` unless both are above zero.
    pub fn new(kelvin: Ratio, pascal: Ratio) -> Result<GasState, Error> {
        if kelvin <= Ratio::ZERO || pascal <= Ratio::ZERO {
            return Err(Error::new(
                crate::error::Code::NumberOutOfRange,
                "temperature and pressure of a gas are above zero",
            ));
        }
        Ok(GasState {
            temperature: (kelvin.numerator(), kelvin.denominator()),
            pressure: (pascal.numerator(), pascal.denominator()),
        })
    }

    /// The thermodynamic temperature in kelvin.
    pub fn kelvin(self) -> Ratio {
        Ratio::new(self.temperature.0, self.temperature.1).unwrap_or(Ratio::ONE)
    }

    /// The pressure in pascal.
    pub fn pascal(self) -> Ratio {
        Ratio::new(self.pressure.0, self.pressure.1).unwrap_or(Ratio::ONE)
    }

    /// How many volumes at `target` one volume at this state fills.
    ///
    /// # Method
    /// Ideal gas: `V2 / V1 = (T2 / T1) * (p1 / p2)`. Real gases differ from it by their compressibility,
    /// below 0.3 % for natural gas between these states.
    ///
    /// # Errors
    /// `OVERFLOW` if the fraction needs more than 127 bits.
    pub fn volume_ratio_to(self, target: GasState) -> Result<Ratio, Error> {
        let heat = target.kelvin().try_div(self.kelvin())?;
        heat.try_mul(self.pascal().try_div(target.pascal())?)
    }

    /// Reads `15Cel_101.325kPa`, `0 °C, 1 atm`, `60degF_14.696psi`; `None` if the text is no state.
    pub(super) fn from_text(text: &str) -> Option<GasState> {
        let (first, second) = text.split_once(['_', ',', ';', '@'])?;
        let read = |heat: &str, press: &str| Some((kelvin(heat.trim())?, pascal(press.trim())?));
        let (heat, press) = read(first, second).or_else(|| read(second, first))?;
        GasState::new(heat, press).ok()
    }
}

/// A number and the unit that follows it.
fn split_number(text: &str) -> Option<(Ratio, &str)> {
    let end = text.find(|c: char| !matches!(c, '0'..='9' | '.' | '-' | '+'))?;
    let (number, unit) = text.split_at_checked(end)?;
    Some((Ratio::from(Amount::parse(number).ok()?), unit.trim()))
}

fn kelvin(text: &str) -> Option<Ratio> {
    let (value, unit) = split_number(text)?;
    let zero = Ratio::new(27_315, 100).ok()?;
    match unit {
        "K" => Some(value),
        "Cel" | "°C" | "degC" | "C" => value.try_add(zero).ok(),
        "degF" | "°F" | "F" => {
            let above = value.try_add(Ratio::new(45_967, 100).ok()?).ok()?;
            above.try_mul(Ratio::new(5, 9).ok()?).ok()
        }
        _ => None,
    }
}

fn pascal(text: &str) -> Option<Ratio> {
    let (value, unit) = split_number(text)?;
    let (numerator, denominator) = match unit {
        "Pa" => (1, 1),
        "hPa" | "mbar" => (100, 1),
        "kPa" => (1_000, 1),
        "MPa" => (1_000_000, 1),
        "bar" => (100_000, 1),
        "atm" => (101_325, 1),
        "psi" | "psia" => PSI,
        _ => return None,
    };
    value.try_mul(Ratio::new(numerator, denominator).ok()?).ok()
}

impl fmt::Display for GasState {
    /// Degrees Celsius and kilopascal where these are decimals (`15Cel_101.325kPa`), degrees Fahrenheit
    /// and psi where they are not (`60degF_14.696psi`).
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let decimal = |value: Result<Ratio, Error>| value.ok().and_then(Ratio::to_amount);
        let cut = |value: Ratio, n: i128, d: i128| Ratio::new(n, d).and_then(|zero| value.try_sub(zero));
        let scale = |value: Ratio, n: i128, d: i128| Ratio::new(n, d).and_then(|unit| value.try_div(unit));
        let (kelvin, pascal) = (self.kelvin(), self.pascal());
        match decimal(cut(kelvin, 27_315, 100)) {
            Some(celsius) => write!(f, "{celsius}Cel_")?,
            None => match decimal(scale(kelvin, 5, 9).and_then(|rankine| cut(rankine, 45_967, 100))) {
                Some(fahrenheit) => write!(f, "{fahrenheit}degF_")?,
                None => write!(f, "{kelvin}K_")?,
            },
        }
        match decimal(scale(pascal, 1_000, 1)) {
            Some(kilopascal) => write!(f, "{kilopascal}kPa"),
            None => match decimal(scale(pascal, PSI.0, PSI.1)) {
                Some(psi) => write!(f, "{psi}psi"),
                None => write!(f, "{pascal}Pa"),
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn states_are_read_and_written() {
        for (text, state, shown) in [
            ("0Cel_101.325kPa", GasState::NORMAL, "0Cel_101.325kPa"),
            ("15 °C, 1 atm", GasState::STANDARD, "15Cel_101.325kPa"),
            ("1bar_25Cel", GasState::SATP, "25Cel_100kPa"),
            ("60degF_14.696psi", GasState::US, "60degF_14.696psi"),
            ("60 °F; 14.696 psia", GasState::US, "60degF_14.696psi"),
        ] {
            assert_eq!(GasState::from_text(text), Some(state), "{text}");
            assert_eq!(state.to_string(), shown);
            assert_eq!(GasState::from_text(shown), Some(state));
        }
        for text in ["", "_", "15Cel", "15Cel_", "-300Cel_1bar", "15Cel_0kPa", "x_y", "15Cel_1_bar"] {
            assert_eq!(GasState::from_text(text), None, "{text}");
        }
    }

    #[test]
    fn ambient_to_normal_is_the_exact_fraction() {
        let ratio = GasState::SATP.volume_ratio_to(GasState::NORMAL).unwrap();
        // 273.15 / 298.15 * 100 / 101.325
        assert_eq!(ratio, Ratio::new(27_315 * 100_000, 29_815 * 101_325).unwrap());
        assert_eq!(ratio.round_half_even(6).unwrap().to_string(), "0.904169");
    }
}
