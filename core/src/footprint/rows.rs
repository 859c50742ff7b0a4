//! Rows of a ledger as own emissions of processes: factors are chosen by the inventory, here its masses become parts of a footprint.

use core::ops::ControlFlow;
use std::collections::{BTreeMap, BTreeSet};

use super::gases::{Emission, Member};
use crate::activity::Field;
use crate::error::{Code, Error};
use crate::factor::Catalog;
use crate::gas::{Family, Gas};
use crate::inventory::{self, Line, LineMass, Options};
use crate::number::Fraction;
use crate::period::Period;
use crate::scope::Account;
use crate::told::Told;
use crate::wire::v1;

/// A row.
#[derive(Clone, Debug)]
pub(super) struct Row {
    pub(super) process: usize,
    pub(super) row: u64,
    pub(super) id: String,
    pub(super) activity: String,
    pub(super) factors: Vec<String>,
    /// What it emits in the reference period, factor by factor.
    pub(super) emissions: Vec<Emission>,
}

/// Place of the fossil part among the parts.
pub(super) const FOSSIL: usize = 0;
/// Place of land use change.
pub(super) const LAND_USE_CHANGE: usize = 1;
/// Place of other gases from biomass.
pub(super) const BIOGENIC_GASES: usize = 6;

/// Kilograms and GWP by where they belong, gas and factor.
type Sums = BTreeMap<(Member, Gas, String), (Fraction, Fraction)>;

fn add(sums: &mut Sums, member: Member, mass: &LineMass<'_>, gwp: Fraction) -> Result<(), Error> {
    let key = (member, mass.gas, mass.factor.to_owned());
    let (kg, _) = sums.entry(key).or_insert((Fraction::zero(), gwp));
    *kg = kg.try_add(&mass.mass.to_ratio().into())?;
    Ok(())
}

/// What a row is looked at with.
#[derive(Debug)]
pub(super) struct Reader<'r> {
    pub(super) catalog: &'r Catalog,
    pub(super) options: &'r Options,
    /// The account of scope 2 that does not count.
    pub(super) without: Account,
    /// Processes by identifier.
    pub(super) processes: BTreeMap<&'r str, usize>,
    /// The reference period, if it could be read.
    pub(super) period: Option<Period>,
}

impl Reader<'_> {
    /// Computes the ledger.
    ///
    /// # Errors
    /// As an inventory.
    pub(super) fn read(
        &self,
        ledger: &[u8],
        told: &mut Told,
    ) -> Result<(Vec<Row>, v1::InventoryAnswer), Error> {
        let mut rows = Vec::new();
        let mut each = |line: &Line<'_>| {
            if let Some(row) = self.row(line, told)? {
                rows.push(row);
            }
            Ok(())
        };
        let mut on = |_| ControlFlow::Continue(());
        let answer = inventory::compute_with(ledger, self.catalog, self.options, Some(&mut each), &mut on)?;
        Ok((rows, answer))
    }

    fn row(&self, line: &Line<'_>, told: &mut Told) -> Result<Option<Row>, Error> {
        let path = format!("/ledger/row {}", line.row);
        let product = line.get(Field::Product);
        let product = &*product;
        let Some(process) = self.processes.get(product).copied() else {
            let message =
                format!("row {}: there is no process `{product}`; the row is not counted", line.row);
            told.error(Code::UnknownValue, &path, product, message);
            return Ok(None);
        };
        if self.period.is_some_and(|period| !period.covers(line.period())) {
            let message = format!("row {} lies outside of the reference period", line.row);
            told.warn(Code::FootprintContradiction, &path, "", message);
        }
        let counts = |account: Account| account != self.without && account != Account::Offsets;
        let gases = self.catalog.gases();
        // A factor of a fuel made of biomass prints its CO2 apart; what else burns with it is from biomass, too.
        let (mut of_biomass, mut of_fossil) = (BTreeSet::new(), BTreeSet::new());
        for mass in line.masses().filter(|mass| counts(mass.account) && mass.mass.units() != 0) {
            let info = gases.info(mass.gas);
            if info.family == Family::Co2 {
                let set = if info.in_total { &mut of_fossil } else { &mut of_biomass };
                set.insert(mass.factor);
            }
        }
        let mut sums = Sums::new();
        let mut factors = BTreeSet::new();
        for mass in line.masses().filter(|mass| counts(mass.account)) {
            let info = gases.info(mass.gas);
            factors.insert(mass.factor.to_owned());
            if !self.options.profile.counts(info) {
                add(&mut sums, Member::Outside, &mass, Fraction::zero())?;
                continue;
            }
            let Some(gwp) = gases.gwp(mass.gas, self.options.gwp) else {
                let message = format!(
                    "row {}: `{}` has no value in the GWP set; it is not counted",
                    line.row, info.name
                );
                told.error(Code::UnknownValue, &path, &info.name, message);
                continue;
            };
            let biogenic = &*info.name == "CH4-non-fossil"
                || (of_biomass.contains(mass.factor) && !of_fossil.contains(mass.factor));
            let part = match (mass.gas, biogenic) {
                (Gas::CO2_LAND_USE, _) => LAND_USE_CHANGE,
                (_, true) => BIOGENIC_GASES,
                (_, false) => FOSSIL,
            };
            add(&mut sums, Member::Part(part), &mass, gwp.to_amount().into())?;
        }
        Ok(Some(Row {
            process,
            row: line.row,
            id: line.get(Field::Id).into_owned(),
            activity: line.activity().to_owned(),
            factors: factors.into_iter().collect(),
            emissions: sums
                .into_iter()
                .map(|((member, gas, factor), (kg, gwp))| Emission { member, gas, factor, kg, gwp })
                .collect(),
        }))
    }
}
