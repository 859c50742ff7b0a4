//! Fractions of any size: sums, quotients and systems of equations whose terms outgrow fixed widths.

use core::cmp::Ordering;
use core::fmt;

use num_bigint::{BigInt, BigUint, Sign};

use super::{Amount, Ratio};
use crate::error::{Code, Error};

/// Most bits of a numerator or denominator: far beyond what any plant needs, and little enough to stay quick.
const BITS: u64 = 1 << 16;
/// Characters of two numbers of so many bits.
const LONGEST: usize = 40_000;

/// What becomes of a value exactly between two decimals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Ties {
    /// Away from zero.
    HalfUp,
    /// To the even digit.
    HalfEven,
}

/// A fraction in lowest terms with a positive denominator; both of any size up to 65,536 bits.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Fraction {
    numerator: BigInt,
    denominator: BigUint,
}

impl Fraction {
    pub(crate) fn zero() -> Fraction {
        Fraction { numerator: BigInt::ZERO, denominator: BigUint::from(1_u8) }
    }

    pub(crate) fn one() -> Fraction {
        Fraction::whole(1)
    }

    pub(crate) fn whole(value: i64) -> Fraction {
        Fraction { numerator: BigInt::from(value), denominator: BigUint::from(1_u8) }
    }

    /// `numerator / denominator`, reduced.
    ///
    /// # Errors
    /// `DIVISION_BY_ZERO`, `OVERFLOW`.
    pub(crate) fn new(numerator: BigInt, denominator: BigInt) -> Result<Fraction, Error> {
        if denominator.sign() == Sign::NoSign {
            return Err(Error::new(Code::DivisionByZero, "a fraction is divided by zero"));
        }
        let negative = (numerator.sign() == Sign::Minus) != (denominator.sign() == Sign::Minus);
        let (numerator, denominator) = (numerator.into_parts().1, denominator.into_parts().1);
        let divisor = gcd(numerator.clone(), denominator.clone());
        let (numerator, denominator) = (numerator / &divisor, denominator / divisor);
        if numerator.bits() > BITS || denominator.bits() > BITS {
            return Err(Error::new(Code::Overflow, format!("an exact fraction needs more than {BITS} bits"))
                .with_help("give the inputs with the digits that were measured"));
        }
        let sign = if negative { Sign::Minus } else { Sign::Plus };
        Ok(Fraction { numerator: BigInt::from_biguint(sign, numerator), denominator })
    }

    /// Reads what [`Display`](fmt::Display) writes: a decimal of any length, or `n/d`.
    pub(crate) fn parse(text: &str) -> Option<Fraction> {
        // Longer ones are beyond what is kept, and reading them takes the square of their length.
        if text.len() > LONGEST {
            return None;
        }
        let whole = |digits: &str| {
            let bytes = digits.as_bytes();
            let digits =
                bytes.iter().all(u8::is_ascii_digit).then_some(bytes).filter(|digits| !digits.is_empty());
            digits.and_then(|digits| BigUint::parse_bytes(digits, 10))
        };
        let (sign, plain) = match text.strip_prefix('-') {
            Some(rest) => (Sign::Minus, rest),
            None => (Sign::Plus, text),
        };
        let (above, below) = match (plain.split_once('/'), plain.split_once('.')) {
            (Some((above, below)), _) => (whole(above)?, whole(below)?),
            (None, Some((units, decimals))) => {
                let places = u32::try_from(decimals.len()).ok()?;
                (whole(&format!("{units}{decimals}"))?, BigUint::from(10_u8).pow(places))
            }
            (None, None) => (whole(plain)?, BigUint::from(1_u8)),
        };
        Fraction::new(BigInt::from_biguint(sign, above), below.into()).ok()
    }

    /// The same value in fixed width.
    ///
    /// # Errors
    /// `OVERFLOW`.
    pub(crate) fn to_ratio(&self) -> Result<Ratio, Error> {
        let parts = i128::try_from(&self.numerator).ok().zip(i128::try_from(&self.denominator).ok());
        let (numerator, denominator) =
            parts.ok_or_else(|| Error::new(Code::Overflow, "an exact fraction needs more than 128 bits"))?;
        Ratio::new(numerator, denominator)
    }

    pub(crate) fn is_zero(&self) -> bool {
        self.numerator.sign() == Sign::NoSign
    }

    pub(crate) fn is_negative(&self) -> bool {
        self.numerator.sign() == Sign::Minus
    }

    pub(crate) fn is_whole(&self) -> bool {
        self.denominator == BigUint::from(1_u8)
    }

    pub(crate) fn negated(&self) -> Fraction {
        Fraction { numerator: -self.numerator.clone(), denominator: self.denominator.clone() }
    }

    /// # Errors
    /// `OVERFLOW`.
    pub(crate) fn try_add(&self, other: &Fraction) -> Result<Fraction, Error> {
        let left = &self.numerator * BigInt::from(other.denominator.clone());
        let right = &other.numerator * BigInt::from(self.denominator.clone());
        Fraction::new(left + right, (&self.denominator * &other.denominator).into())
    }

    /// # Errors
    /// `OVERFLOW`.
    pub(crate) fn try_sub(&self, other: &Fraction) -> Result<Fraction, Error> {
        self.try_add(&other.negated())
    }

    /// # Errors
    /// `OVERFLOW`.
    pub(crate) fn try_mul(&self, other: &Fraction) -> Result<Fraction, Error> {
        Fraction::new(&self.numerator * &other.numerator, (&self.denominator * &other.denominator).into())
    }

    /// # Errors
    /// `DIVISION_BY_ZERO`, `OVERFLOW`.
    pub(crate) fn try_div(&self, other: &Fraction) -> Result<Fraction, Error> {
        let above = &self.numerator * BigInt::from(other.denominator.clone());
        Fraction::new(above, BigInt::from(self.denominator.clone()) * &other.numerator)
    }

    /// The fractions times what makes all of them whole.
    pub(crate) fn whole_numbers(fractions: &[Fraction]) -> Vec<BigInt> {
        let common = fractions.iter().fold(BigUint::from(1_u8), |common, fraction| {
            let shared = gcd(common.clone(), fraction.denominator.clone());
            common / shared * &fraction.denominator
        });
        let stretch =
            |fraction: &Fraction| &fraction.numerator * BigInt::from(&common / &fraction.denominator);
        fractions.iter().map(stretch).collect()
    }

    /// The value as a decimal with this many places. The name of the rounding belongs in the record.
    pub(crate) fn rounded(&self, places: u32, ties: Ties) -> String {
        let scaled = self.numerator.magnitude() * BigUint::from(10_u8).pow(places);
        let mut quotient = &scaled / &self.denominator;
        let twice = (&scaled - &quotient * &self.denominator) * 2_u8;
        let up = match twice.cmp(&self.denominator) {
            Ordering::Less => false,
            Ordering::Greater => true,
            Ordering::Equal => ties == Ties::HalfUp || quotient.bit(0),
        };
        if up {
            quotient += 1_u8;
        }
        decimal(self.is_negative(), &quotient, places)
    }

    /// How many decimals the value has, if it ends.
    fn places(&self) -> Option<u32> {
        let twos = self.denominator.trailing_zeros().unwrap_or(0);
        let (mut rest, mut fives) = (&self.denominator >> twos, 0_u64);
        let five = BigUint::from(5_u8);
        while (&rest % &five) == BigUint::ZERO {
            rest /= &five;
            fives = fives.saturating_add(1);
        }
        (rest == BigUint::from(1_u8)).then(|| u32::try_from(twos.max(fives)).ok()).flatten()
    }
}

/// Digits of a whole number with the decimal mark before the last `places`; no trailing zeros, no negative zero.
fn decimal(negative: bool, digits: &BigUint, places: u32) -> String {
    let mut text = digits.to_string();
    if let Ok(places) = usize::try_from(places)
        && places > 0
    {
        let missing = places.saturating_add(1).saturating_sub(text.len());
        text.insert_str(0, &"0".repeat(missing));
        text.insert(text.len().saturating_sub(places), '.');
        text.truncate(text.trim_end_matches('0').trim_end_matches('.').len());
    }
    if negative && text != "0" {
        text.insert(0, '-');
    }
    text
}

fn gcd(mut a: BigUint, mut b: BigUint) -> BigUint {
    while b != BigUint::ZERO {
        let rest = &a % &b;
        (a, b) = (b, rest);
    }
    a
}

impl From<Ratio> for Fraction {
    fn from(ratio: Ratio) -> Fraction {
        // In lowest terms already, and the denominator of a ratio is positive.
        Fraction {
            numerator: BigInt::from(ratio.numerator()),
            denominator: BigUint::from(ratio.denominator().unsigned_abs()),
        }
    }
}

impl From<Amount> for Fraction {
    fn from(amount: Amount) -> Fraction {
        Fraction::from(Ratio::from(amount))
    }
}

impl Ord for Fraction {
    fn cmp(&self, other: &Fraction) -> Ordering {
        let left = &self.numerator * BigInt::from(other.denominator.clone());
        left.cmp(&(&other.numerator * BigInt::from(self.denominator.clone())))
    }
}

impl PartialOrd for Fraction {
    fn partial_cmp(&self, other: &Fraction) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl fmt::Display for Fraction {
    /// As a decimal if it ends, as `n/d` if it does not.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.places() {
            Some(places) => f.write_str(&self.rounded(places, Ties::HalfEven)),
            None => write!(f, "{}/{}", self.numerator, self.denominator),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use num_rational::BigRational;
    use proptest::prelude::*;

    fn big(fraction: &Fraction) -> BigRational {
        BigRational::new(fraction.numerator.clone(), fraction.denominator.clone().into())
    }

    fn fraction() -> impl Strategy<Value = Fraction> {
        (any::<i128>(), 1_u64..).prop_map(|(n, d)| Fraction::new(n.into(), d.into()).unwrap())
    }

    proptest! {
        #[test]
        fn arithmetic_agrees_with_big_rationals(a in fraction(), b in fraction()) {
            prop_assert_eq!(big(&a.try_add(&b).unwrap()), big(&a) + big(&b));
            prop_assert_eq!(big(&a.try_sub(&b).unwrap()), big(&a) - big(&b));
            prop_assert_eq!(big(&a.try_mul(&b).unwrap()), big(&a) * big(&b));
            prop_assert_eq!(a.cmp(&b), big(&a).cmp(&big(&b)));
            if !b.is_zero() {
                prop_assert_eq!(big(&a.try_div(&b).unwrap()), big(&a) / big(&b));
            }
        }

        #[test]
        fn a_fraction_prints_as_its_ratio(n in any::<i64>(), d in 1_i64..1_000_000) {
            let ratio = Ratio::new(n.into(), d.into()).unwrap();
            let fraction = Fraction::from(ratio);
            prop_assert_eq!(fraction.to_string(), ratio.to_string());
            prop_assert_eq!(Fraction::parse(&ratio.to_string()), Some(fraction));
        }

        #[test]
        fn rounding_half_even_is_that_of_ratios(n in any::<i64>(), d in 1_i64..1_000_000, places in 0_u32..9) {
            let ratio = Ratio::new(n.into(), d.into()).unwrap();
            let want = ratio.round_half_even(places).unwrap().to_string();
            prop_assert_eq!(Fraction::from(ratio).rounded(places, Ties::HalfEven), want);
        }
    }

    #[test]
    fn ties_go_where_their_name_says() {
        for (n, d, up, even) in
            [(1, 2, "1", "0"), (3, 2, "2", "2"), (5, 2, "3", "2"), (-1, 2, "-1", "0"), (-5, 2, "-3", "-2")]
        {
            let value = Fraction::new(n.into(), d.into()).unwrap();
            assert_eq!((&*value.rounded(0, Ties::HalfUp), &*value.rounded(0, Ties::HalfEven)), (up, even));
        }
    }

    #[test]
    fn growth_ends_at_the_bound_and_zero_divides_nothing() {
        let mut value = Fraction::new(7.into(), 3.into()).unwrap();
        let error = loop {
            match value.try_mul(&value) {
                Ok(square) => value = square,
                Err(error) => break error,
            }
        };
        assert_eq!(error.code(), Code::Overflow);
        let error = Fraction::one().try_div(&Fraction::zero()).unwrap_err();
        assert_eq!(error.code(), Code::DivisionByZero);
    }
}
