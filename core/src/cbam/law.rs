//! What the act fixes: numbers of its formulas and standard factors, each remembered when it is used.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use super::faults::{At, Faults};
use super::read::{Base, CALORIFIC, CARBON, EMISSION, Factor, Per};
use super::regime::Regime;
use crate::error::{Code, Error};
use crate::factor::{Catalog, Kind, Pack, ParameterRow};
use crate::inventory::packs_used;
use crate::number::{Fraction, Ratio};
use crate::unit::Unit;
use crate::wire::v1;

/// The pack of the standard factors that the act repeats.
const STANDARD: &str = "eu-standard-fuels";

/// The act, as far as packs hold it.
pub(super) struct Law<'c> {
    catalog: &'c Catalog,
    regime: Regime,
    used: RefCell<BTreeMap<&'c str, &'c ParameterRow>>,
    packs: RefCell<BTreeSet<&'c str>>,
}

impl<'c> Law<'c> {
    pub(super) fn new(catalog: &'c Catalog, regime: Regime) -> Law<'c> {
        Law { catalog, regime, used: RefCell::default(), packs: RefCell::default() }
    }

    /// Whose rules hold.
    pub(super) fn regime(&self) -> Regime {
        self.regime
    }

    /// The row of a number: in the transitional regime its own, where a pack has one.
    fn row(&self, name: &str) -> Option<&'c ParameterRow> {
        let own = match self.regime {
            Regime::Transitional => self.catalog.parameter(&format!("transitional-{name}")),
            Regime::Definitive => None,
        };
        own.or_else(|| self.catalog.parameter(name))
    }

    /// A number that the act fixes.
    ///
    /// # Errors
    /// `RULE_MISSING` if no loaded pack has it.
    pub(super) fn parameter(&self, name: &str) -> Result<Fraction, Error> {
        let row = self.row(name).ok_or_else(|| {
            Error::new(Code::RuleMissing, format!("no loaded pack of parameters has `{name}`")).with_help(
                "load the pack eu-cbam-methods-2025-2547, or a pack of your own with the parameter",
            )
        })?;
        self.used.borrow_mut().insert(&row.parameter, row);
        Ok(Fraction::from(row.value))
    }

    /// A number with its citation, as a factor of a source.
    ///
    /// # Errors
    /// As [`parameter`](Law::parameter).
    pub(super) fn cited(&self, name: &str, factor: &str) -> Result<(Fraction, v1::CbamFactorUse), Error> {
        let value = self.parameter(name)?;
        let row = self.row(name);
        let used = v1::CbamFactorUse {
            factor: factor.into(),
            value: value.to_string(),
            unit: row.map_or("", |row| &*row.unit).into(),
            determination: "standard".into(),
            tier: String::new(),
            source: row.map_or_else(String::new, |row| format!("{}, {}", row.document, row.clause)),
            confidence: row.map_or("", |row| &*row.confidence).into(),
        };
        Ok((value, used))
    }

    /// A standard factor of a fuel or material; `None` if the table has none of this kind.
    pub(super) fn standard(&self, faults: &mut Faults, name: &str, kind: Kind, at: &At) -> Option<Factor> {
        let (what, units) = match kind {
            Kind::Ncv => ("net_calorific_value", CALORIFIC),
            Kind::CarbonContent => ("carbon_content", CARBON),
            _ => ("emission_factor", EMISSION),
        };
        let burnt = format!("{name}-stationary");
        let names = if kind == Kind::Emission { [name, &*burnt] } else { [name, name] };
        let ours = |pack: &Pack| *pack.id == *STANDARD;
        let row = names
            .into_iter()
            .flat_map(|name| self.catalog.for_activity(name))
            .map(|&index| self.catalog.factor(index))
            .find(|row| row.kind == kind && self.catalog.pack_of(row).is_some_and(ours))?;
        let value = row.values.first()?;
        let (unit, per) = (value.unit.as_ref()?, row.per.as_ref()?);
        let top = if kind == Kind::Ncv { "TJ{net}" } else { "t" };
        let base = if per.is_mass() { Per::Base(Base::Mass) } else { Per::Energy };
        let plain = if per.is_mass() { "t" } else { "TJ{net}" };
        let exact = || -> Result<Fraction, Error> {
            let above = unit.ratio_to(&Unit::parse(top)?)?;
            let below = Unit::parse(plain)?.ratio_to(per)?;
            let ratio = Ratio::from(value.amount).try_mul(above)?.try_mul(below)?;
            Ok(Fraction::from(ratio))
        };
        let exact = faults.take(at, exact())?;
        if let Some(pack) = self.catalog.pack_of(row) {
            self.packs.borrow_mut().insert(&pack.id);
        }
        let unit_text = units.iter().find(|(_, power, per)| *power == 0 && *per == base);
        Some(Factor {
            value: exact.clone(),
            per: base,
            used: v1::CbamFactorUse {
                factor: what.into(),
                value: exact.to_string(),
                unit: unit_text.map_or("", |(text, ..)| *text).into(),
                determination: "standard".into(),
                tier: String::new(),
                source: value.cell.to_string(),
                confidence: value.confidence.to_string(),
            },
        })
    }

    /// Whether the table of standard factors has anything by this name.
    pub(super) fn knows(&self, name: &str) -> bool {
        let burnt = format!("{name}-stationary");
        [name, &*burnt].into_iter().flat_map(|name| self.catalog.for_activity(name)).any(|&index| {
            self.catalog.pack_of(self.catalog.factor(index)).is_some_and(|pack| *pack.id == *STANDARD)
        })
    }

    /// The parameters that were used, by name.
    pub(super) fn used(&self) -> Vec<v1::CbamParameterUse> {
        let shown = |row: &&ParameterRow| v1::CbamParameterUse {
            id: format!("{}/{}", row.pack, row.parameter),
            value: row.value.to_string(),
            unit: row.unit.to_string(),
            source: format!("{}, {}", row.document, row.clause),
            confidence: row.confidence.to_string(),
        };
        self.used.borrow().values().map(shown).collect()
    }

    /// The act by which the parameters were fixed.
    pub(super) fn act(&self) -> String {
        let row = self.row("carbon-to-co2");
        let pack = row.and_then(|row| self.catalog.packs().iter().find(|pack| pack.id == row.pack));
        pack.map_or_else(String::new, |pack| pack.edition.to_string())
    }

    /// Remembers a pack that something was looked up in.
    pub(super) fn looked_up(&self, pack: &'c Pack) {
        self.packs.borrow_mut().insert(&pack.id);
    }

    /// The packs that were used, by identifier.
    pub(super) fn packs(&self) -> Vec<v1::PackUse> {
        let mut ids: BTreeSet<&str> = self.packs.borrow().clone();
        ids.extend(self.used.borrow().values().map(|row| &*row.pack));
        packs_used(self.catalog, |pack| ids.contains(&*pack.id))
    }
}
