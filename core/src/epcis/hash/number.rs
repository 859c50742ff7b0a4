//! Numbers as the reference prints them: read as a binary float, whole ones as integers, others in their shortest form.
//!
//! The float is made and printed in whole numbers: the same on every machine, and no float takes part in anything.

use num_bigint::BigUint;

/// Bits of the mantissa of a binary64.
const BITS: u64 = 53;
/// Exponents of two of the smallest and of the largest unit of a mantissa.
const EXPONENTS: core::ops::RangeInclusive<i64> = -1_074..=971;
/// Decimal digits that tell any binary64 apart from its neighbours.
const DIGITS: u64 = 17;
/// Beyond these powers of ten a number is zero or has no float.
const POWERS: core::ops::RangeInclusive<i64> = -400..=400;

/// Appends the printed form of a text that is a number; `false` if it is none, or one that the reference cannot print.
pub(super) fn print(text: &str, out: &mut String) -> bool {
    if !text.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '+' | '-' | '.' | 'n' | 'N')) {
        return false;
    }
    let plain = text.trim_start_matches(['+', '-']);
    if text.len().saturating_sub(plain.len()) > 1 {
        return false;
    }
    if plain.eq_ignore_ascii_case("nan") {
        out.push_str("nan");
        return true;
    }
    let printed = Decimal::read(plain).and_then(|number| number.float()).and_then(|float| float.shown());
    let Some(printed) = printed else { return false };
    if text.starts_with('-') && printed != "0" {
        out.push('-');
    }
    out.push_str(&printed);
    true
}

/// `digits × 10^exponent`.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Decimal {
    digits: BigUint,
    exponent: i64,
}

/// `mantissa × 2^exponent`, as a binary64 holds it.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Float {
    mantissa: BigUint,
    exponent: i64,
}

impl Decimal {
    /// Reads the form of a decimal float, with underscores between digits.
    fn read(text: &str) -> Option<Decimal> {
        let (mut digits, mut power) = (Vec::new(), String::new());
        let mut bytes = text.bytes().peekable();
        let (mut seen, mut point, mut scientific, mut places) = (0usize, false, false, 0i64);
        let mut before = b' ';
        while let Some(byte) = bytes.next() {
            match byte {
                b'0'..=b'9' => {
                    seen = seen.saturating_add(1);
                    if scientific {
                        power.push(char::from(byte));
                    } else {
                        digits.push(byte.saturating_sub(b'0'));
                        places = places.saturating_add(i64::from(point));
                    }
                }
                b'_' if before.is_ascii_digit() && bytes.peek().is_some_and(u8::is_ascii_digit) => {}
                b'.' if !point && !scientific => point = true,
                b'e' | b'E' if !scientific && seen > 0 => (scientific, seen) = (true, 0),
                b'+' => matches!(before, b'e' | b'E').then_some(())?,
                b'-' => {
                    matches!(before, b'e' | b'E').then_some(())?;
                    power.push('-');
                }
                _ => return None,
            }
            before = byte;
        }
        if seen == 0 {
            return None;
        }
        // A power with more digits than this is beyond every float, or the number is zero.
        let negative = power.starts_with('-');
        let size = power.trim_start_matches('-').bytes().fold(0i64, |sum, digit| {
            sum.saturating_mul(10).saturating_add(i64::from(digit.saturating_sub(b'0'))).min(1_000_000_000)
        });
        let power = if negative { size.saturating_neg() } else { size };
        let digits = BigUint::from_radix_be(&digits, 10)?;
        Some(Decimal { digits, exponent: power.saturating_sub(places) })
    }

    /// The nearest binary64, ties to even; `None` beyond the largest.
    fn float(&self) -> Option<Float> {
        let zero = Float { mantissa: BigUint::ZERO, exponent: 0 };
        let length = i64::try_from(self.digits.to_string().len()).ok()?;
        let leading = self.exponent.saturating_add(length);
        if self.digits == BigUint::ZERO || leading < *POWERS.start() {
            return Some(zero);
        }
        if leading > *POWERS.end() {
            return None;
        }
        let power = BigUint::from(10u8).pow(u32::try_from(self.exponent.unsigned_abs()).ok()?);
        let (above, below) = if self.exponent < 0 {
            (self.digits.clone(), power)
        } else {
            (&self.digits * power, BigUint::from(1u8))
        };
        // About as many bits as a mantissa has, one more or less is mended by the second round.
        let size = |number: &BigUint| i64::try_from(number.bits()).unwrap_or(i64::MAX);
        let wanted = i64::try_from(BITS).ok()?;
        let mut exponent =
            size(&above).checked_sub(size(&below))?.checked_sub(wanted)?.max(*EXPONENTS.start());
        loop {
            let mantissa = rounded(&above, &below, exponent)?;
            if mantissa.bits() <= BITS {
                let fits = exponent <= *EXPONENTS.end();
                return fits.then_some(Float { mantissa, exponent }).map(Float::in_lowest_terms);
            }
            exponent = exponent.checked_add(1)?;
        }
    }
}

/// `above / (below × 2^exponent)`, to the nearest whole number, ties to even.
fn rounded(above: &BigUint, below: &BigUint, exponent: i64) -> Option<BigUint> {
    let shift = exponent.unsigned_abs();
    let nearest = if exponent < 0 {
        neighbours(&(above << shift), below)
    } else {
        neighbours(above, &(below << shift))
    };
    nearest.map(|[nearest, _]| nearest)
}

/// The whole numbers beside a quotient, the nearer one first; of equally near ones the even.
fn neighbours(above: &BigUint, below: &BigUint) -> Option<[BigUint; 2]> {
    if *below == BigUint::ZERO {
        return None;
    }
    let whole = above / below;
    let next = &whole + 1u8;
    let twice = (above - &whole * below) << 1u8;
    let up = twice > *below || (twice == *below && whole.bit(0));
    Some(if up { [next, whole] } else { [whole, next] })
}

impl Float {
    /// The same value with an odd mantissa, so that equal values are equal.
    fn in_lowest_terms(self) -> Float {
        let zeros = self.mantissa.trailing_zeros().unwrap_or(0);
        if self.mantissa == BigUint::ZERO {
            return Float { exponent: 0, ..self };
        }
        let up = i64::try_from(zeros).unwrap_or(0);
        Float { mantissa: self.mantissa >> zeros, exponent: self.exponent.saturating_add(up) }
    }

    /// An integer as its digits; others as the shortest digits that read back as the same float.
    fn shown(&self) -> Option<String> {
        if self.exponent >= 0 {
            return Some((&self.mantissa << self.exponent.unsigned_abs()).to_string());
        }
        let below = BigUint::from(1u8) << self.exponent.unsigned_abs();
        // The power of ten of the first digit: from the exact decimal digits of the value.
        let first = self.first_digit()?;
        (1..=DIGITS).find_map(|count| {
            let power = first.checked_sub(i64::try_from(count).ok()?)?.checked_add(1)?;
            let ten = BigUint::from(10u8).pow(u32::try_from(power.unsigned_abs()).ok()?);
            let beside = if power < 0 {
                neighbours(&(&self.mantissa * ten), &below)
            } else {
                neighbours(&self.mantissa, &(&below * ten))
            };
            // Below a power of two floats stand closer: what reads back may be the farther neighbour.
            let short = beside?.map(|digits| Decimal { digits, exponent: power });
            short.iter().find(|short| short.float().as_ref() == Some(self)).map(Decimal::shown)
        })
    }

    /// The power of ten of the first decimal digit of a value with a fraction.
    fn first_digit(&self) -> Option<i64> {
        // m / 2^k has the digits of m × 5^k, k places down.
        let places = self.exponent.unsigned_abs();
        let digits = (&self.mantissa * BigUint::from(5u8).pow(u32::try_from(places).ok()?)).to_string().len();
        i64::try_from(digits).ok()?.checked_sub(i64::try_from(places).ok()?)?.checked_sub(1)
    }
}

impl Decimal {
    /// With a point; with an exponent below 10⁻⁴.
    fn shown(&self) -> String {
        let digits = self.digits.to_string();
        let digits = digits.trim_end_matches('0');
        let dropped = self.digits.to_string().len().saturating_sub(digits.len());
        let exponent = self.exponent.saturating_add(i64::try_from(dropped).unwrap_or(0));
        let length = i64::try_from(digits.len()).unwrap_or(0);
        let first = exponent.saturating_add(length).saturating_sub(1);
        let point = |at: usize| match digits.split_at_checked(at) {
            Some((whole, "")) => whole.to_owned(),
            Some((whole, rest)) => format!("{whole}.{rest}"),
            None => digits.to_owned(),
        };
        match first {
            ..-4 => format!("{}e-{:02}", point(1), first.unsigned_abs()),
            -4..0 => {
                let zeros = usize::try_from(first.unsigned_abs().saturating_sub(1)).unwrap_or(0);
                format!("0.{}{digits}", "0".repeat(zeros))
            }
            _ => point(usize::try_from(first.saturating_add(1)).unwrap_or(0)),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn printed(text: &str) -> Option<String> {
        let mut out = String::new();
        print(text, &mut out).then_some(out)
    }

    #[test]
    fn numbers_print_as_the_reference_prints_them() {
        for (text, want) in [
            ("001", "1"),
            ("1e5", "100000"),
            ("0.10", "0.1"),
            ("+5", "5"),
            ("1_000", "1000"),
            ("-0", "0"),
            ("-0.0", "0"),
            ("1e-7", "1e-07"),
            ("0.0001", "0.0001"),
            ("0.00012", "0.00012"),
            ("0.00001234", "1.234e-05"),
            ("-2.50", "-2.5"),
            ("5.", "5"),
            (".5", "0.5"),
            ("9007199254740993", "9007199254740992"),
            ("1e22", "10000000000000000000000"),
            ("1e23", "99999999999999991611392"),
            ("nan", "nan"),
            ("1e-320", "1e-320"),
            ("5e-324", "5e-324"),
            ("2e-324", "0"),
            ("-1e-999999999999999999999", "0"),
            ("0e999999999999999999999", "0"),
            ("12.1", "12.1"),
            // Two shortest forms are equally near: the reference takes the even one.
            ("1000000000000000.25", "1000000000000000.2"),
            ("1000000000000000.3", "1000000000000000.2"),
            ("2.9802322387695313e-8", "2.9802322387695312e-08"),
        ] {
            assert_eq!(printed(text).as_deref(), Some(want), "{text}");
        }
        for none in [
            "", "-", "1e", "1__0", "_1", "1_", "1e400", "1.8e308", "inf", "0x10", "1.2.3", "+-1", "1 2",
            "e5", "1e5e5", "nano", "1e5_", "1e+-5",
        ] {
            assert_eq!(printed(none), None, "{none}");
        }
    }

    /// Asserts that we print what the machine's own floats print, or the even one of two equally near forms.
    fn agrees(text: &str) {
        let (ours, machine) = (printed(text), by_machine(text));
        if ours == machine {
            return;
        }
        let (ours, machine) = (ours.unwrap(), machine.unwrap());
        let value = |text: &str| text.parse::<f64>().unwrap().to_bits();
        assert_eq!((value(&ours), ours.len()), (value(&machine), machine.len()), "{text}");
        let last = |text: &str| text.split('e').next().unwrap().bytes().last().unwrap();
        assert!(last(&ours) + 1 == last(&machine) && last(&ours) % 2 == 0, "{text}: {ours}, {machine}");
    }

    fn by_machine(text: &str) -> Option<String> {
        let value: f64 = text.parse().ok().filter(|value: &f64| value.is_finite())?;
        if value.fract() == 0.0 {
            return Some(if value == 0.0 { "0".into() } else { format!("{value:.0}") });
        }
        let scientific = format!("{value:e}");
        let (mantissa, exponent) = scientific.split_once('e').unwrap();
        let exponent: i32 = exponent.parse().unwrap();
        Some(if exponent < -4 { format!("{mantissa}e-{:02}", -exponent) } else { value.to_string() })
    }

    #[test]
    fn powers_of_two_print_what_floats_print() {
        for exponent in 0..2_046u64 {
            for bits in [exponent << 52, (exponent << 52) + 1, ((exponent + 1) << 52) - 1] {
                let text = format!("{:e}", f64::from_bits(bits));
                agrees(&text);
            }
        }
    }

    proptest! {
        #[test]
        fn all_floats_print_what_floats_print(bits in any::<u64>()) {
            let value = f64::from_bits(bits);
            prop_assume!(value.is_finite());
            agrees(&format!("{value:e}"));
        }

        #[test]
        fn short_and_long_decimals_print_what_floats_print(text in "-?[0-9]{1,25}(\\.[0-9]{1,25})?(e-?[0-9]{1,3})?") {
            agrees(&text);
        }
    }
}
