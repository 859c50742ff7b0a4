//! A good as a process makes it or as it is bought: category, functional unit, content (METHODS M-128).

use super::faults::{At, Faults, shown};
use super::regime::Regime;
use super::{Good, Tables, read};
use crate::error::Code;
use crate::factor::rows::FunctionalUnit;
use crate::number::Fraction;

/// Word for a ferro-alloy of which nobody says whether it is FeMn, FeCr or FeNi.
pub(super) const ALLOYS: &str = "alloys";

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
    /// The code as the answer shows it; empty where only the category is known.
    pub(super) cn: String,
    pub(super) base: Base,
    /// Base units in a tonne (in a MWh of electricity).
    pub(super) per_t: Fraction,
    /// Functional units in a base unit.
    pub(super) per_base: Fraction,
    regime: Regime,
}

/// What a document says a good is: its code, or else its category, and what it contains.
#[derive(Clone, Copy, Debug)]
pub(super) struct Named<'d> {
    pub(super) cn: &'d str,
    pub(super) category: &'d str,
    pub(super) content: &'d str,
}

impl<'c> Product<'c> {
    /// The good of a code, or any of a category whose code is not known; `content` is the clinker or nitrogen of a
    /// tonne, needed where `strict`. In the transitional regime every good is counted in tonnes of itself.
    pub(super) fn read(
        tables: Tables<'c>,
        faults: &mut Faults,
        named: Named<'_>,
        strict: bool,
        at: &At,
    ) -> Option<Product<'c>> {
        let good = good(tables, faults, named, at)?;
        let content = named.content;
        let cn = if named.cn.trim().is_empty() { named.category } else { named.cn };
        let (base, per_base) = match good.row.functional_unit {
            FunctionalUnit::KilowattHour => (Base::Energy, 1000),
            _ if tables.regime.is_transitional() => (Base::Mass, 1),
            FunctionalUnit::TonneClinker => (Base::Clinker, 1),
            FunctionalUnit::TonneNitrogen => (Base::Nitrogen, 1),
            FunctionalUnit::KilogramNitrogen => (Base::Nitrogen, 1000),
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
            // Kept for the rules from 2026 on; those of the transitional regime do not read it.
            (Base::Mass, Some(_)) if tables.regime.is_transitional() => Fraction::one(),
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
        let cn = if named.cn.trim().is_empty() { String::new() } else { good.code.to_string() };
        Some(Product { good, cn, base, per_t, per_base: Fraction::whole(per_base), regime: tables.regime })
    }

    pub(super) fn category(&self) -> &'c str {
        &self.good.row.category
    }

    /// Whether indirect emissions of its own electricity count: from 2026 on not for goods of Annex II, before for
    /// every good but electricity.
    pub(super) fn indirect(&self) -> bool {
        if self.regime.is_transitional() { self.base != Base::Energy } else { self.good.row.indirect }
    }

    /// Unit that specific emissions are stated for.
    pub(super) fn unit(&self) -> &'static str {
        if self.regime.is_transitional() && self.plain() {
            "t"
        } else {
            self.good.row.functional_unit.as_str()
        }
    }

    pub(super) fn is_transitional(&self) -> bool {
        self.regime.is_transitional()
    }

    /// What a message calls it: code, or category.
    pub(super) fn called(&self) -> &str {
        if self.cn.is_empty() { self.category() } else { &self.cn }
    }

    /// Whether specific emissions per tonne and per functional unit are one and the same.
    pub(super) fn plain(&self) -> bool {
        self.base == Base::Mass
    }
}

/// The good that a code names; without code, one that stands for its category.
fn good<'c>(tables: Tables<'c>, faults: &mut Faults, named: Named<'_>, at: &At) -> Option<Good<'c>> {
    if !named.cn.trim().is_empty() || named.category.trim().is_empty() {
        let good = faults.take(&at.key("cn"), tables.good(named.cn))?;
        if !named.category.is_empty() && *good.row.category != *named.category {
            let message =
                format!("`{}` is of {}, not of {}", good.code, good.row.category, shown(named.category));
            faults
                .error(Code::Contradiction, &at.key("category"), message)
                .help("leave the category out: the code decides");
            return None;
        }
        return Some(good);
    }
    let here = at.key("category");
    // Old files do not say which of the three alloys it is; the rules are the same for each.
    let category = if named.category == ALLOYS { "femn" } else { named.category };
    faults.take(&here, tables.category(category))?;
    let all = faults.take(&here, tables.goods())?;
    let mut goods = all.into_iter().filter(|good| *good.row.category == *category);
    let mut first = goods.next()?;
    for other in goods {
        let same = other.row.functional_unit == first.row.functional_unit
            && other.row.indirect == first.row.indirect;
        if !same && !tables.regime.is_transitional() {
            let message =
                format!("goods of {} differ in their functional unit: the code decides", named.category);
            faults
                .error(Code::MissingValue, &at.key("cn"), message)
                .help("write the code of the Combined Nomenclature, eight digits");
            return None;
        }
        if other.row.gases.len() > first.row.gases.len() {
            first = other;
        }
    }
    Some(first)
}
