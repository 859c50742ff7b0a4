//! Specific embedded emissions with everything that is kept apart to the end.

use crate::error::Error;
use crate::number::Fraction;
use crate::wire::v1;

/// How many figures there are.
const FIGURES: usize = 5;

/// Direct and indirect emissions of one of something.
#[derive(Clone, Debug)]
pub(super) struct Specific {
    pub(super) direct: Fraction,
    /// Indirect emissions that count.
    pub(super) indirect: Fraction,
    /// Indirect emissions of all electricity.
    pub(super) indirect_all: Fraction,
    /// The part of direct and counted indirect that default values make up.
    pub(super) from_defaults: Fraction,
    pub(super) mwh: Fraction,
}

impl Specific {
    pub(super) fn zero() -> Specific {
        Specific {
            direct: Fraction::zero(),
            indirect: Fraction::zero(),
            indirect_all: Fraction::zero(),
            from_defaults: Fraction::zero(),
            mwh: Fraction::zero(),
        }
    }

    /// The figures as columns of a system of equations.
    pub(super) fn columns(&self) -> [Fraction; FIGURES] {
        let Specific { direct, indirect, indirect_all, from_defaults, mwh } = self.clone();
        [direct, indirect, indirect_all, from_defaults, mwh]
    }

    pub(super) fn from_columns(columns: &[Fraction]) -> Specific {
        let mut columns = columns.iter().cloned();
        let mut next = || columns.next().unwrap_or_else(Fraction::zero);
        Specific {
            direct: next(),
            indirect: next(),
            indirect_all: next(),
            from_defaults: next(),
            mwh: next(),
        }
    }

    /// Every figure times a factor.
    pub(super) fn times(&self, factor: &Fraction) -> Result<Specific, Error> {
        self.each(|figure| figure.try_mul(factor))
    }

    /// Every figure over a divisor.
    pub(super) fn over(&self, divisor: &Fraction) -> Result<Specific, Error> {
        self.each(|figure| figure.try_div(divisor))
    }

    pub(super) fn plus(&self, other: &Specific) -> Result<Specific, Error> {
        let columns = self.columns().into_iter().zip(other.columns());
        let sums = columns.map(|(one, other)| one.try_add(&other)).collect::<Result<Vec<_>, Error>>()?;
        Ok(Specific::from_columns(&sums))
    }

    /// Direct emissions and the indirect ones that count.
    pub(super) fn total(&self) -> Result<Fraction, Error> {
        self.direct.try_add(&self.indirect)
    }

    pub(super) fn shown(&self) -> v1::CbamSpecific {
        v1::CbamSpecific {
            direct: self.direct.to_string(),
            indirect: self.indirect.to_string(),
            indirect_all: self.indirect_all.to_string(),
            from_defaults: self.from_defaults.to_string(),
            electricity_mwh: self.mwh.to_string(),
        }
    }

    fn each(&self, act: impl Fn(&Fraction) -> Result<Fraction, Error>) -> Result<Specific, Error> {
        let columns = self.columns().iter().map(act).collect::<Result<Vec<_>, Error>>()?;
        Ok(Specific::from_columns(&columns))
    }
}
