//! A good as a process makes it or as it is bought: category, functional unit, content (METHODS M-128).

use super::faults::{At, Faults};
use super::{Good, Tables, read};
use crate::error::Code;
use crate::factor::cbam::FunctionalUnit;
use crate::number::Fraction;

/// What activity levels are counted in; goods of one base can share a process.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Base {
    /// Tonnes of the good.
    Mass,
    /// Tonnes of clinker.
    Clinker,
    /// Tonnes of nitrogen.
    Nitrogen,
    /// Megawatt hours.
    Energy,
}

/// A good of the tables with what a tonne of it is worth.
#[derive(Clone, Debug)]
pub(super) struct Product<'c> {
    pub(super) good: Good<'c>,
    pub(super) base: Base,
    /// Base units in a tonne (in a MWh of electricity).
    pub(super) per_t: Fraction,
    /// Functional units in a base unit.
    pub(super) per_base: Fraction,
}

impl<'c> Product<'c> {
    /// The good of a code; `content` is the clinker or nitrogen of a tonne, needed where `strict`.
    pub(super) fn read(
        tables: Tables<'c>,
        faults: &mut Faults,
        (cn, content): (&str, &str),
        strict: bool,
        at: &At,
    ) -> Option<Product<'c>> {
        let good = faults.take(&at.key("cn"), tables.good(cn))?;
        let (base, per_base) = match good.row.functional_unit {
            FunctionalUnit::TonneClinker => (Base::Clinker, 1),
            FunctionalUnit::TonneNitrogen => (Base::Nitrogen, 1),
            FunctionalUnit::KilogramNitrogen => (Base::Nitrogen, 1000),
            FunctionalUnit::KilowattHour => (Base::Energy, 1000),
            _ => (Base::Mass, 1),
        };
        let here = at.key("content");
        let stated = read::share(faults, content, &here, "the content");
        if stated.is_none() && !content.trim().is_empty() {
            return None;
        }
        let of = if base == Base::Clinker { "clinker" } else { "nitrogen" };
        let per_t = match (base, stated) {
            (Base::Mass | Base::Energy, None) => Fraction::one(),
            (Base::Mass | Base::Energy, Some(_)) => {
                let message = format!("`{cn}` is counted in tonnes of the good: it has no content");
                faults.error(Code::ParameterUnused, &here, message).help("leave the content out");
                return None;
            }
            // Clinker is its own content.
            (Base::Clinker, None) if *good.row.category == *"cement-clinker" => Fraction::one(),
            (_, Some(content)) if !content.is_zero() => content,
            (_, Some(_)) => {
                faults.error(Code::ParameterOutOfRange, &here, format!("`{cn}` holds no {of}"));
                return None;
            }
            (_, None) if strict => {
                faults
                    .error(Code::ParameterMissing, &here, format!("the {of} content of `{cn}` is missing"))
                    .rule("Implementing Regulation (EU) 2025/2547, Article 4(4) and (5): the functional unit is the tonne of clinker or nitrogen contained")
                    .help(format!("write tonnes of {of} in a tonne of the good, e.g. 0.75"));
                return None;
            }
            (_, None) => Fraction::one(),
        };
        Some(Product { good, base, per_t, per_base: Fraction::whole(per_base) })
    }

    pub(super) fn category(&self) -> &'c str {
        &self.good.row.category
    }

    /// Whether indirect emissions of its own electricity count: not so for goods of Annex II.
    pub(super) fn indirect(&self) -> bool {
        self.good.row.indirect
    }

    pub(super) fn unit(&self) -> &'static str {
        self.good.row.functional_unit.as_str()
    }

    /// Whether specific emissions per tonne and per functional unit are one and the same.
    pub(super) fn plain(&self) -> bool {
        self.base == Base::Mass
    }
}
