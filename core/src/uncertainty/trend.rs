//! How sure a change between two years is (IPCC 2006 volume 1 chapter 3, table 3.2).

use super::fixed::Fixed;
use crate::error::{Code, Error};

/// A source in both years. Emissions are counts of one unit; uncertainties are relative.
#[derive(Clone, Copy, Debug)]
pub(crate) struct TrendRow {
    pub(crate) base: i128,
    pub(crate) year: i128,
    pub(crate) activity: Fixed,
    pub(crate) factor: Fixed,
    /// Whether the activity data of both years are off by the same.
    pub(crate) activity_correlated: bool,
    /// Whether the factors of both years are off by the same.
    pub(crate) factor_correlated: bool,
}

/// A row of the table: sensitivities, and what factor and activity bring, all relative to the base year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct TrendPart {
    pub(crate) type_a: Fixed,
    pub(crate) type_b: Fixed,
    pub(crate) factor: Fixed,
    pub(crate) activity: Fixed,
}

/// The table and its last line.
#[derive(Clone, Debug)]
pub(crate) struct Trend {
    pub(crate) parts: Vec<TrendPart>,
    /// Change relative to the base year.
    pub(crate) change: Fixed,
    /// Half of its 95 % interval.
    pub(crate) uncertainty: Fixed,
}

/// # Method
/// M-75. With c and d the emissions of a source in both years over the base year's total, and T the ratio of the totals:
/// type A = |(d - T c) / (1 + 0.01 c)| (what the table's difference of trends comes to), type B = |d|. What is off by
/// the same in both years enters with type A, what is independent with type B × sqrt 2.
///
/// # Errors
/// `DIVISION_BY_ZERO` if the base year has no emissions.
pub(crate) fn trend(rows: &[TrendRow]) -> Result<Trend, Error> {
    let sum = |pick: fn(&TrendRow) -> i128| {
        rows.iter()
            .try_fold(0i128, |sum, row| sum.checked_add(pick(row)))
            .ok_or_else(|| Error::new(Code::Overflow, "the emissions of a year add up to more than 127 bits"))
    };
    let (base, year) = (sum(|row| row.base)?, sum(|row| row.year)?);
    if base == 0 {
        return Err(Error::new(Code::DivisionByZero, "the base year has no emissions to compare with")
            .with_help("compare with a year that has emissions in this view"));
    }
    let ratio = Fixed::of(year, base)?;
    let root_2 = Fixed::whole(2).sqrt()?;
    let (mut parts, mut squares) = (Vec::with_capacity(rows.len()), Fixed::ZERO);
    for row in rows {
        let (c, d) = (Fixed::of(row.base, base)?, Fixed::of(row.year, base)?);
        let type_a = d.minus(ratio.times(c)?)?.over(Fixed::ONE.plus(c.part(100))?)?.abs();
        let type_b = d.abs();
        let enters = |size: Fixed, correlated: bool| {
            if correlated { type_a.times(size) } else { type_b.times(size)?.times(root_2) }
        };
        let part = TrendPart {
            type_a,
            type_b,
            factor: enters(row.factor, row.factor_correlated)?,
            activity: enters(row.activity, row.activity_correlated)?,
        };
        squares = squares.plus(part.factor.times(part.factor)?)?.plus(part.activity.times(part.activity)?)?;
        parts.push(part);
    }
    Ok(Trend { parts, change: ratio.minus(Fixed::ONE)?, uncertainty: squares.sqrt()? })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(base: i128, year: i128) -> TrendRow {
        TrendRow {
            base,
            year,
            activity: Fixed::of(5, 100).unwrap(),
            factor: Fixed::of(10, 100).unwrap(),
            activity_correlated: false,
            factor_correlated: true,
        }
    }

    #[test]
    fn a_factor_that_is_off_in_both_years_does_not_blur_a_single_source() {
        // One source alone: its trend is that of its activity.
        let one = trend(&[row(1000, 1200)]).unwrap();
        assert_eq!(one.parts[0].type_a, Fixed::ZERO);
        // 1.2 × 0.05 × sqrt 2
        let want = Fixed::of(6, 100).unwrap().times(Fixed::whole(2).sqrt().unwrap()).unwrap();
        assert!((one.uncertainty.bits() - want.bits()).abs() < 1 << 8);
    }

    #[test]
    fn type_a_is_the_difference_of_trends_that_the_table_prints() {
        // (0.01 D + sum D - (0.01 C + sum C)) / (0.01 C + sum C) × 100 - (sum D - sum C) / sum C × 100
        let found = trend(&[row(300, 400), row(700, 500)]).unwrap();
        // sources 300 → 400 of 1000 → 900: (904 - 1003)/1003 × 100 - (-10) = 130/1003 points for 1 %
        let want = Fixed::of(130, 1003).unwrap();
        assert!((found.parts[0].type_a.bits() - want.bits()).abs() < 1 << 8);
        assert_eq!(found.parts[0].type_b, Fixed::of(4, 10).unwrap());
        assert!(trend(&[row(0, 5)]).is_err());
    }
}
