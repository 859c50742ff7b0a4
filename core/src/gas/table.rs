//! The gases that are known and their GWP values.

use super::{GwpLock, GwpSet};
use crate::error::{Code, Error};
use crate::number::{Amount, Gwp};

/// A kind of gas, as inventories group them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Family {
    /// Carbon dioxide.
    Co2,
    /// Methane.
    Ch4,
    /// Nitrous oxide.
    N2o,
    /// Hydrofluorocarbons.
    Hfc,
    /// Perfluorocarbons.
    Pfc,
    /// Sulphur hexafluoride.
    Sf6,
    /// Nitrogen trifluoride.
    Nf3,
    /// Hydrochlorofluorocarbons: controlled by the Montreal Protocol, outside the total.
    Hcfc,
    /// Chlorofluorocarbons: controlled by the Montreal Protocol, outside the total.
    Cfc,
    /// Bromine-bearing extinguishing agents: controlled by the Montreal Protocol, outside the total.
    Halon,
    /// Hydrofluoroolefins.
    Hfo,
    /// Every other gas.
    Other,
    /// Not a gas: carbon dioxide equivalent as printed by a source, frozen at a GWP set.
    Co2e,
}

impl Family {
    /// The family's name as packs write it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Family::Co2 => "CO2",
            Family::Ch4 => "CH4",
            Family::N2o => "N2O",
            Family::Hfc => "HFC",
            Family::Pfc => "PFC",
            Family::Sf6 => "SF6",
            Family::Nf3 => "NF3",
            Family::Hcfc => "HCFC",
            Family::Cfc => "CFC",
            Family::Halon => "halon",
            Family::Hfo => "HFO",
            Family::Other => "other",
            Family::Co2e => "CO2e",
        }
    }

    /// Reads a family's name.
    pub fn parse(text: &str) -> Option<Family> {
        use Family::{Cfc, Ch4, Co2, Halon, Hcfc, Hfc, Hfo, N2o, Nf3, Other, Pfc, Sf6};
        [Co2, Ch4, N2o, Hfc, Pfc, Sf6, Nf3, Hcfc, Cfc, Halon, Hfo, Other]
            .into_iter()
            .find(|family| family.as_str() == text)
    }
}

/// A gas, as a position in a [`GasTable`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Gas(u16);

/// What is known of a gas.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GasInfo {
    /// Name as the field writes it: `CO2`, `CH4-fossil`, `HFC-134a`.
    pub name: Box<str>,
    /// Its family.
    pub family: Family,
    /// Whether it belongs to the seven gases that make up the scopes' totals.
    pub in_total: bool,
    /// For CO2 equivalent as printed by a source: the set it is frozen at.
    pub lock: Option<GwpLock>,
    gwp: [Option<Gwp>; 3],
}

impl Gas {
    /// CO2 from fossil or mineral carbon.
    pub const CO2: Gas = Gas(0);
    /// CO2 from biomass: reported apart, outside the total.
    pub const CO2_BIOGENIC: Gas = Gas(1);
    /// CO2 from land-use change.
    pub const CO2_LAND_USE: Gas = Gas(2);

    /// CO2 equivalent frozen at a set.
    pub const fn co2e(lock: GwpLock) -> Gas {
        match lock {
            GwpLock::Set(GwpSet::Ar4) => Gas(3),
            GwpLock::Set(GwpSet::Ar5) => Gas(4),
            GwpLock::Set(GwpSet::Ar6) => Gas(5),
            GwpLock::Unstated => Gas(6),
        }
    }

    /// Position in the table.
    pub fn index(self) -> usize {
        usize::from(self.0)
    }
}

/// Gases and their GWP values, filled from packs of kind `gwp`.
///
/// # Example
/// ```
/// use emitrace::gas::{GasTable, GwpSet};
/// use emitrace::factor::Catalog;
///
/// let catalog = Catalog::bundled()?;
/// let sf6 = catalog.gases().find("SF6").ok_or("no SF6")?;
/// assert_eq!(catalog.gases().gwp(sf6, GwpSet::Ar6).map(|g| g.to_string()).as_deref(), Some("24300"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug)]
pub struct GasTable(Vec<GasInfo>);

impl Default for GasTable {
    fn default() -> GasTable {
        let one = [Some(Gwp::ONE); 3];
        let gas = |name: &str, family, in_total, lock| GasInfo {
            name: name.into(),
            family,
            in_total,
            lock,
            gwp: one,
        };
        let locked =
            |lock: GwpLock| gas(&format!("CO2e ({})", lock.as_str()), Family::Co2e, true, Some(lock));
        let mut table = vec![
            gas("CO2", Family::Co2, true, None),
            gas("CO2-biogenic", Family::Co2, false, None),
            gas("CO2-land-use", Family::Co2, true, None),
        ];
        table.extend(GwpLock::ALL.into_iter().map(locked));
        GasTable(table)
    }
}

impl GasTable {
    /// The gas of a name; upper and lower case are equal.
    pub fn find(&self, name: &str) -> Option<Gas> {
        let at = self.0.iter().position(|info| info.name.eq_ignore_ascii_case(name))?;
        u16::try_from(at).ok().map(Gas)
    }

    /// What is known of a gas.
    pub fn info(&self, gas: Gas) -> &GasInfo {
        // A `Gas` only comes from this table or from its fixed head, so the fallback is never taken.
        self.0.get(gas.index()).unwrap_or_else(|| self.head())
    }

    /// The GWP of a gas in a set; `None` if the set has no value for it.
    ///
    /// CO2 equivalent as printed by a source counts as it is printed, whatever the set.
    pub fn gwp(&self, gas: Gas, set: GwpSet) -> Option<Gwp> {
        self.info(gas).gwp.get(set.index()).copied().flatten()
    }

    /// All gases, in the order in which results list them.
    pub fn iter(&self) -> impl Iterator<Item = (Gas, &GasInfo)> {
        self.0.iter().enumerate().filter_map(|(at, info)| Some((Gas(u16::try_from(at).ok()?), info)))
    }

    /// Takes one row of a pack of kind `gwp`.
    ///
    /// # Errors
    /// `BAD_PACK` if the gas comes with another family or another value than before.
    pub(crate) fn add(
        &mut self,
        name: &str,
        family: Family,
        in_total: bool,
        set: GwpSet,
        gwp: Option<Amount>,
    ) -> Result<(), Error> {
        let gwp = gwp.map(Gwp::new).transpose()?;
        let at = match self.find(name) {
            Some(gas) => gas.index(),
            None => {
                self.0.push(GasInfo { name: name.into(), family, in_total, lock: None, gwp: [None; 3] });
                self.0.len().saturating_sub(1)
            }
        };
        let Some(info) = self.0.get_mut(at) else { return Ok(()) };
        if info.family != family {
            return Err(Error::new(Code::BadPack, format!("`{name}` is in two families")));
        }
        if let Some(slot) = info.gwp.get_mut(set.index()) {
            if slot.is_some() && *slot != gwp {
                return Err(Error::new(Code::BadPack, format!("`{name}` has two values in {set}")));
            }
            *slot = gwp;
        }
        Ok(())
    }

    fn head(&self) -> &GasInfo {
        static CO2: std::sync::LazyLock<GasInfo> = std::sync::LazyLock::new(|| GasInfo {
            name: "CO2".into(),
            family: Family::Co2,
            in_total: true,
            lock: None,
            gwp: [Some(Gwp::ONE); 3],
        });
        &CO2
    }
}
