//! Exact numbers: what is read, what is multiplied, what is added.
//!
//! | type | holds | rounding |
//! |---|---|---|
//! | [`Amount`] | a decimal as it was read, at most 28 significant digits | none: exact or an error |
//! | [`Ratio`] | a fraction of two 128-bit integers | none: exact or an error |
//! | [`Coefficient`] | a product of ratios, 512 bits wide | none |
//! | `Fraction` | a fraction of two integers of any size, for chains and systems of them | none, until one named rounding |
//! | [`Mass`] | an integer count of 10⁻¹² kg | once, half-even, when a quantity meets a coefficient |
//! | [`Co2e`] | an integer count of 10⁻¹⁵ kg | none: mass times a GWP of at most three decimals |

mod amount;
mod apportion;
mod coefficient;
mod digits;
mod eliminate;
mod format;
mod fraction;
mod mass;
mod quick;
mod ratio;
mod scan;
mod wide;

pub use amount::Amount;
pub use apportion::apportion;
pub use coefficient::Coefficient;
pub(crate) use digits::two_digits;
pub(crate) use eliminate::eliminate;
pub use format::NumberFormat;
pub(crate) use fraction::{Fraction, Ties};
pub(crate) use mass::Multiplier;
pub use mass::{Co2e, Gwp, Mass};
pub(crate) use quick::{Divisor, HIGH};
pub use ratio::Ratio;
pub(crate) use wide::U512;
