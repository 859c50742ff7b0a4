//! What a unit measures, as exponents over base kinds.

use crate::order::Order;
use core::fmt;

/// Number of base kinds.
const BASES: usize = 16;

// Counts come before the physical kinds, so that `passenger.length` reads like the unit `passenger.km`.
const MONEY: usize = 0;
const ITEM: usize = 1;
const PASSENGER: usize = 2;
const VEHICLE: usize = 3;
const ROOM_NIGHT: usize = 4;
const FTE: usize = 5;
const TEU: usize = 6;
const DATA: usize = 7;
const ANGLE: usize = 8;
// Mass, length and time are 9, 10 and 11, see `mechanical`.
const CURRENT: usize = 12;
const TEMPERATURE: usize = 13;
const AMOUNT: usize = 14;
const LUMINOUS: usize = 15;

/// Name and short symbol of each base kind, in the order of the exponents.
const NAMES: [(&str, &str); BASES] = [
    ("money", "money"),
    ("item", "item"),
    ("passenger", "passenger"),
    ("vehicle", "vehicle"),
    ("room-night", "room-night"),
    ("FTE", "FTE"),
    ("TEU", "TEU"),
    ("data", "data"),
    ("angle", "angle"),
    ("mass", "M"),
    ("length", "L"),
    ("time", "T"),
    ("current", "I"),
    ("temperature", "K"),
    ("amount", "N"),
    ("luminous-intensity", "J"),
];

/// What a unit measures: exponents over mass, length, time, current, temperature, amount of substance,
/// luminous intensity, angle, money, data and the kinds of things that are counted.
///
/// Counted things are dimensions of their own: a passenger-kilometre is neither a length nor a
/// vehicle-kilometre. Gases, heating values, gas states and moisture are no dimensions; units carry
/// them as qualifiers.
///
/// # Example
/// ```
/// use emitrace::unit::{Dimension, Unit};
///
/// assert_eq!(Unit::parse("kWh")?.dimension(), Dimension::ENERGY);
/// assert_eq!(Unit::parse("t.km")?.dimension().to_string(), "mass.length");
/// assert_eq!(Unit::parse("N")?.dimension().to_string(), "force");
/// assert_eq!(Unit::parse("W.m")?.dimension().to_string(), "L3.M.T-3");
/// # Ok::<(), emitrace::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Dimension([i8; BASES]);

/// Builds a dimension of the three mechanical kinds.
const fn mechanical(mass: i8, length: i8, time: i8) -> Dimension {
    Dimension([0, 0, 0, 0, 0, 0, 0, 0, 0, mass, length, time, 0, 0, 0, 0])
}

/// Builds a dimension with one exponent of one.
const fn base(index: usize) -> Dimension {
    let mut exponents = [0; BASES];
    #[expect(clippy::indexing_slicing, reason = "evaluated by the compiler, with constants only")]
    {
        exponents[index] = 1;
    }
    Dimension(exponents)
}

/// Builds a dimension of the mechanical kinds and current.
pub(super) const fn electric(mass: i8, length: i8, time: i8, current: i8) -> Dimension {
    Dimension([0, 0, 0, 0, 0, 0, 0, 0, 0, mass, length, time, current, 0, 0, 0])
}

/// Builds a dimension of time, amount of substance, luminous intensity, angle and length.
pub(super) const fn other(length: i8, time: i8, amount: i8, luminous: i8, angle: i8) -> Dimension {
    Dimension([0, 0, 0, 0, 0, 0, 0, 0, angle, 0, length, time, 0, 0, amount, luminous])
}

impl Dimension {
    /// A plain number.
    pub const ONE: Dimension = mechanical(0, 0, 0);
    /// Mass.
    pub const MASS: Dimension = mechanical(1, 0, 0);
    /// Length.
    pub const LENGTH: Dimension = mechanical(0, 1, 0);
    /// Area.
    pub const AREA: Dimension = mechanical(0, 2, 0);
    /// Volume.
    pub const VOLUME: Dimension = mechanical(0, 3, 0);
    /// Time.
    pub const TIME: Dimension = mechanical(0, 0, 1);
    /// Frequency.
    pub const FREQUENCY: Dimension = mechanical(0, 0, -1);
    /// Speed.
    pub const SPEED: Dimension = mechanical(0, 1, -1);
    /// Acceleration.
    pub const ACCELERATION: Dimension = mechanical(0, 1, -2);
    /// Force.
    pub const FORCE: Dimension = mechanical(1, 1, -2);
    /// Pressure.
    pub const PRESSURE: Dimension = mechanical(1, -1, -2);
    /// Energy.
    pub const ENERGY: Dimension = mechanical(1, 2, -2);
    /// Power.
    pub const POWER: Dimension = mechanical(1, 2, -3);
    /// Energy by mass: heating values, absorbed doses.
    pub const ENERGY_PER_MASS: Dimension = mechanical(0, 2, -2);
    /// Mass moved over a distance: freight.
    pub const MASS_LENGTH: Dimension = mechanical(1, 1, 0);
    /// Mass by volume.
    pub const DENSITY: Dimension = mechanical(1, -3, 0);
    /// Electric current.
    pub const CURRENT: Dimension = base(CURRENT);
    /// Thermodynamic temperature.
    pub const TEMPERATURE: Dimension = base(TEMPERATURE);
    /// Amount of substance.
    pub const AMOUNT: Dimension = base(AMOUNT);
    /// Luminous intensity.
    pub const LUMINOUS_INTENSITY: Dimension = base(LUMINOUS);
    /// Plane angle.
    pub const ANGLE: Dimension = base(ANGLE);
    /// Money of any currency; the currency, year and price level are qualifiers.
    pub const MONEY: Dimension = base(MONEY);
    /// Pieces.
    pub const ITEM: Dimension = base(ITEM);
    /// Passengers.
    pub const PASSENGER: Dimension = base(PASSENGER);
    /// Vehicles.
    pub const VEHICLE: Dimension = base(VEHICLE);
    /// Hotel rooms occupied for a night.
    pub const ROOM_NIGHT: Dimension = base(ROOM_NIGHT);
    /// Full-time equivalents of employees.
    pub const FTE: Dimension = base(FTE);
    /// Twenty-foot equivalents of containers.
    pub const TEU: Dimension = base(TEU);
    /// Digital data.
    pub const DATA: Dimension = base(DATA);

    /// Whether this is a plain number.
    pub fn is_one(self) -> bool {
        self == Dimension::ONE
    }

    /// The dimension of a product with the `exponent`-th power of `other`; `None` if an exponent leaves
    /// the range of `i8`.
    pub(super) fn try_times_power(self, other: Dimension, exponent: i8) -> Option<Dimension> {
        let mut exponents = self.0;
        for (left, right) in exponents.iter_mut().zip(other.0) {
            *left = left.checked_add(right.checked_mul(exponent)?)?;
        }
        Some(Dimension(exponents))
    }

    /// Rank by the first base kind that occurs: orders the factors of a product.
    pub(super) fn rank(self) -> usize {
        self.0.iter().position(|&exponent| exponent != 0).unwrap_or(BASES)
    }

    /// The name of this dimension, if it has one.
    fn name(self) -> Option<&'static str> {
        const NAMED: [(Dimension, &str); 14] = [
            (Dimension::ONE, "1"),
            (Dimension::AREA, "area"),
            (Dimension::VOLUME, "volume"),
            (Dimension::FREQUENCY, "frequency"),
            (Dimension::SPEED, "speed"),
            (Dimension::ACCELERATION, "acceleration"),
            (Dimension::FORCE, "force"),
            (Dimension::PRESSURE, "pressure"),
            (Dimension::ENERGY, "energy"),
            (Dimension::POWER, "power"),
            (Dimension::ENERGY_PER_MASS, "energy/mass"),
            (Dimension::DENSITY, "mass/volume"),
            (mechanical(-1, 3, 0), "volume/mass"),
            (mechanical(-1, 0, 1), "time/mass"),
        ];
        NAMED.iter().find(|(dimension, _)| *dimension == self).map(|(_, name)| *name)
    }
}

impl fmt::Display for Dimension {
    /// A name such as `energy`; names joined by dots for simple products (`mass.length`); otherwise base
    /// symbols with exponents in alphabetical order (`L2.M.T-2`).
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(name) = self.name() {
            return f.write_str(name);
        }
        let parts = || NAMES.iter().zip(self.0).filter(|(_, exponent)| *exponent != 0);
        if parts().all(|(_, exponent)| exponent == 1) {
            let names: Vec<&str> = parts().map(|((name, _), _)| *name).collect();
            return f.write_str(&names.join("."));
        }
        let mut symbols: Vec<String> = parts()
            .map(|((_, symbol), exponent)| match exponent {
                1 => (*symbol).to_owned(),
                _ => format!("{symbol}{exponent}"),
            })
            .collect();
        symbols.order();
        f.write_str(&symbols.join("."))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn display_names_the_usual_ones() {
        for (dimension, text) in [
            (Dimension::MASS, "mass"),
            (Dimension::MASS_LENGTH, "mass.length"),
            (Dimension::ENERGY, "energy"),
            (Dimension::ONE, "1"),
            (Dimension::MASS.try_times_power(Dimension::MONEY, -1).unwrap(), "M.money-1"),
            (Dimension::PASSENGER.try_times_power(Dimension::LENGTH, 1).unwrap(), "passenger.length"),
        ] {
            assert_eq!(dimension.to_string(), text);
        }
    }

    #[test]
    fn exponents_that_do_not_fit_are_refused() {
        assert_eq!(Dimension::VOLUME.try_times_power(Dimension::VOLUME, 127), None);
    }
}
