//! Products and materials as rules look at them.

use super::Verdict;
use super::hs::HsCode;
use super::span::{Missing, Sum, lacks};
use crate::error::Error;
use crate::number::Fraction;
use crate::wire::v1;

/// Whether a material originates.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Status {
    Originating,
    Foreign,
    /// Counted as non-originating; what would decide it is missing.
    Undetermined,
}

impl Status {
    pub(super) const fn as_str(self) -> &'static str {
        match self {
            Status::Originating => "originating",
            Status::Foreign => "non-originating",
            Status::Undetermined => "undetermined",
        }
    }
}

/// A material of a product.
#[derive(Clone, Debug)]
pub(super) struct Material {
    pub(super) given: v1::OriginMaterial,
    pub(super) code: HsCode,
    pub(super) value: Option<Fraction>,
    pub(super) weight: Option<Fraction>,
    pub(super) status: Status,
    /// How much of a non-originating material's value counts as originating: 0 to 1.
    pub(super) share: Fraction,
    pub(super) because: &'static str,
    /// What would decide an undetermined status.
    pub(super) missing: Missing,
    /// Whether it comes from another country by cumulation.
    pub(super) cumulated: bool,
}

impl Material {
    /// How the material is named in answers.
    pub(super) fn name(&self) -> &str {
        if self.given.id.is_empty() { &self.given.name } else { &self.given.id }
    }

    pub(super) fn is_foreign(&self) -> bool {
        self.status != Status::Originating
    }

    /// Adds what counts as non-originating of a figure of the material to a sum.
    fn add_foreign(
        &self,
        sum: &mut Sum,
        figure: Option<&Fraction>,
        share: &Fraction,
        what: &str,
    ) -> Result<(), Error> {
        let counted = figure.map(|value| Fraction::one().try_sub(share)?.try_mul(value)).transpose()?;
        let zero = Fraction::zero();
        match self.status {
            Status::Originating => return Ok(()),
            Status::Foreign => sum.add(counted.as_ref().unwrap_or(&zero), counted.as_ref())?,
            Status::Undetermined => {
                sum.add(&zero, counted.as_ref())?;
                sum.missing.extend(self.missing.iter().cloned());
            }
        }
        if figure.is_none() {
            sum.missing.insert(lacks(what, self.name()));
        }
        Ok(())
    }
}

/// Value of non-originating materials, of those that `counts` says.
///
/// # Errors
/// `OVERFLOW`.
pub(super) fn foreign_value(
    materials: &[Material],
    mut counts: impl FnMut(&Material) -> Verdict,
) -> Result<Sum, Error> {
    let mut sum = Sum::zero();
    for material in materials {
        match counts(material) {
            Verdict::Fail => {}
            Verdict::Pass => {
                material.add_foreign(&mut sum, material.value.as_ref(), &material.share, "value")?;
            }
            Verdict::NotProven if material.is_foreign() => {
                sum.add(&Fraction::zero(), material.value.as_ref())?;
                sum.missing.insert(lacks("hs-code", material.name()));
            }
            Verdict::NotProven => {}
        }
    }
    Ok(sum)
}

/// Value of originating materials, with the shares of those that originate in part.
///
/// # Errors
/// `OVERFLOW`.
pub(super) fn originating_value(materials: &[Material]) -> Result<Sum, Error> {
    let mut sum = Sum::zero();
    let zero = Fraction::zero();
    for material in materials {
        match (material.status, &material.value) {
            (Status::Originating, Some(value)) => sum.add(value, Some(value))?,
            (Status::Foreign, Some(value)) => {
                let part = material.share.try_mul(value)?;
                sum.add(&part, Some(&part))?;
            }
            (Status::Undetermined, value) => {
                sum.add(&zero, value.as_ref())?;
                sum.missing.extend(material.missing.iter().cloned());
            }
            (Status::Foreign, None) if material.share.is_zero() => {}
            (_, None) => {
                sum.add(&zero, None)?;
                sum.missing.insert(lacks("value", material.name()));
            }
        }
    }
    Ok(sum)
}

/// Whether a non-originating material meets a change or a list.
#[derive(Clone, Debug)]
pub(super) struct Met<'m> {
    pub(super) material: &'m Material,
    pub(super) meets: Verdict,
    /// What would decide it: `hs-code` or `hs-edition`.
    pub(super) lacks: &'static str,
}

/// Sum of a figure over materials that do not meet a change, those that may not at most.
///
/// # Errors
/// `OVERFLOW`.
pub(super) fn failing(
    materials: &[Met<'_>],
    figure: impl Fn(&Material) -> Option<&Fraction>,
    what: &str,
) -> Result<Sum, Error> {
    let mut sum = Sum::zero();
    for Met { material, meets, lacks: code } in materials {
        let value = figure(material);
        match meets {
            Verdict::Pass => {}
            // The whole material is looked at: partial content does not change its code.
            Verdict::Fail => material.add_foreign(&mut sum, value, &Fraction::zero(), what)?,
            Verdict::NotProven => {
                sum.add(&Fraction::zero(), value)?;
                sum.missing.insert(lacks(code, material.name()));
                if value.is_none() {
                    sum.missing.insert(lacks(what, material.name()));
                }
            }
        }
    }
    Ok(sum)
}

/// A product and what it is worth.
#[derive(Clone, Debug)]
pub(super) struct Product {
    pub(super) given: v1::OriginProduct,
    pub(super) code: HsCode,
    /// Value that percentages are of.
    pub(super) basis: Option<Fraction>,
    pub(super) basis_name: &'static str,
    pub(super) net_cost: Option<Fraction>,
    pub(super) weight: Option<Fraction>,
    /// Labour, overhead, profit, other, as far as they are given.
    pub(super) costs: Vec<(&'static str, Fraction)>,
    pub(super) rule_edition: String,
}
