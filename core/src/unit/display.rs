//! Printing a unit in its canonical spelling.

use core::fmt;

use super::qualifier::Qualifier;
use super::unit::Unit;
use crate::number::Ratio;

impl fmt::Display for Unit {
    /// The canonical spelling, e.g. `kWh`, `TJ{net}`, `t.km`, `kg/Nm3`, `USD{2022:purchaser}`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (mut over, mut under) = (Vec::new(), Vec::new());
        if self.coefficient().numerator() != 1 {
            over.push(whole_number(self.coefficient().numerator()));
        }
        if self.coefficient().denominator() != 1 {
            under.push(whole_number(self.coefficient().denominator()));
        }
        for term in self.terms() {
            let side = if term.exponent < 0 { &mut under } else { &mut over };
            let (symbol, note) = term.spelling();
            match term.exponent.unsigned_abs() {
                1 => side.push(format!("{symbol}{note}")),
                // `Nm32` and `2{cells}` would read as something else.
                count if matches!(term.qualifier, Qualifier::State(_)) || symbol.is_empty() => {
                    side.extend((0..count).map(|_| format!("{symbol}{note}")));
                }
                power => side.push(format!("{symbol}{power}{note}")),
            }
        }
        if over.is_empty() {
            over.push("1".to_owned());
        }
        // A bare number in a column of units is refused as a mistake; `8/1` is meant.
        if self.terms().is_empty() && under.is_empty() && self.coefficient() != Ratio::ONE {
            under.push("1".to_owned());
        }
        f.write_str(&over.join("."))?;
        under.iter().try_for_each(|part| write!(f, "/{part}"))
    }
}

/// `10*6` for 1000000, digits for other numbers.
fn whole_number(value: i128) -> String {
    let digits = value.to_string();
    match digits.strip_prefix('1') {
        Some(zeros) if zeros.len() > 2 && zeros.bytes().all(|byte| byte == b'0') => {
            format!("10*{}", zeros.len())
        }
        _ => digits,
    }
}

impl fmt::Debug for Unit {
    /// The canonical spelling in `Unit(…)`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Unit({self})")
    }
}
