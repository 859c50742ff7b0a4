//! From the unit of an activity to the unit of a factor: conversions, calorific values, densities.

use std::collections::BTreeMap;

use super::catalog::{Catalog, FactorIndex};
use super::pick::{Candidates, Policy, Rank, Wanted};
use super::record::{Factor, Kind};
use crate::error::{Code, Error};
use crate::number::{Amount, Ratio};
use crate::unit::Unit;

/// A measured calorific value of the row itself.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Property {
    /// The number.
    pub amount: Amount,
    /// Energy, with its basis.
    pub energy: Unit,
    /// What it is per.
    pub per: Unit,
}

/// One step from the unit of the activity to the unit of the factor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// A conversion by definition.
    Unit {
        /// From.
        from: Unit,
        /// To.
        to: Unit,
        /// What the quantity is multiplied by.
        ratio: Ratio,
    },
    /// A calorific value or density from a pack.
    Property {
        /// Where it stands.
        factor: FactorIndex,
        /// Unit before.
        from: Unit,
        /// Unit after.
        to: Unit,
        /// What the quantity is multiplied by.
        ratio: Ratio,
    },
    /// The calorific value measured for the row.
    Measured {
        /// Unit before.
        from: Unit,
        /// Unit after.
        to: Unit,
        /// What the quantity is multiplied by.
        ratio: Ratio,
    },
    /// A term of a calculation method, before any factor (METHODS M-20).
    Term {
        /// The term as the formula writes it: `× distance_km`.
        term: Box<str>,
        /// The record of a pack that the number comes from.
        factor: Option<FactorIndex>,
        /// What the quantity is multiplied by.
        ratio: Ratio,
    },
    /// A share of a gas that leaves as another one.
    Move {
        /// The move as the formula writes it: `CH4 → CO2: flare_efficiency × 44/16`.
        term: Box<str>,
        /// The record of a pack that the share comes from.
        factor: Option<FactorIndex>,
        /// Kilograms of the new gas for one of the old.
        ratio: Ratio,
    },
}

impl Step {
    /// What the quantity is multiplied by.
    pub fn ratio(&self) -> Ratio {
        match self {
            Step::Unit { ratio, .. }
            | Step::Property { ratio, .. }
            | Step::Measured { ratio, .. }
            | Step::Term { ratio, .. }
            | Step::Move { ratio, .. } => *ratio,
        }
    }
}

/// A way that a property opens: from one unit to another.
struct Edge {
    rank: Rank,
    factor: FactorIndex,
    from: Unit,
    to: Unit,
    ratio: Ratio,
}

/// The steps from the row's unit to the factor's unit; the shortest way, by the nearest properties.
///
/// # Errors
/// The unit error that tells most: a missing basis or gas state before a plain mismatch of dimensions;
/// `FACTOR_AMBIGUOUS` if two properties are equally near and differ.
pub(super) fn steps(
    catalog: &Catalog,
    wanted: &Wanted<'_>,
    candidates: &Candidates<'_>,
    factor: &Factor,
) -> Result<Vec<Step>, Error> {
    let Some(per) = &factor.per else {
        return Err(Error::new(
            Code::FactorNotMultiplier,
            format!("`{}` has no unit to multiply", factor.id),
        ));
    };
    if wanted.unit.is_administrative() && !per.is_administrative() {
        return Err(Error::new(
            Code::AdministrativeUnit,
            format!("`{}` is an administrative unit", wanted.unit),
        ));
    }
    way(catalog, wanted, candidates, &factor.activity, per)
}

impl Catalog {
    /// The steps from the row's unit to any unit, by the properties that a factor of the row's activity would take.
    ///
    /// # Errors
    /// As those of a factor that is per that unit.
    pub(crate) fn way(&self, wanted: &Wanted<'_>, policy: &Policy, to: &Unit) -> Result<Vec<Step>, Error> {
        way(self, wanted, &Candidates::new(self, wanted, policy), wanted.activity, to)
    }
}

fn way(
    catalog: &Catalog,
    wanted: &Wanted<'_>,
    candidates: &Candidates<'_>,
    activity: &str,
    per: &Unit,
) -> Result<Vec<Step>, Error> {
    let direct = match wanted.unit.ratio_to(per) {
        Ok(ratio) => return Ok(unit_step(wanted.unit, per, ratio).into_iter().collect()),
        Err(error) => error,
    };
    if let Some(measured) = &wanted.calorific {
        return by_measurement(wanted, measured, per).map_err(|_| direct);
    }
    let fuel = catalog.activity(activity).map_or("", |activity| &*activity.fuel);
    let edges = edges(catalog, candidates, fuel)?;
    if let Some(one) = best(edges.iter().filter_map(|edge| Some((edge.rank, hop(edge, wanted.unit, per)?))))?
    {
        return Ok(one);
    }
    let mut pairs = Vec::new();
    for first in &edges {
        for second in &edges {
            if let (Some(mut steps), Some(rest)) =
                (hop(first, wanted.unit, &first.to), hop(second, &first.to, per))
            {
                steps.extend(rest);
                pairs.push((first.rank.max(second.rank), steps));
            }
        }
    }
    best(pairs.into_iter())?.ok_or_else(|| {
        // What would lead on if the row's unit said its gas state or its calorific basis: a property of the fuel, or
        // the unit that the activity is usually measured in.
        let usual = catalog.activity(activity).and_then(|activity| Unit::parse(&activity.per).ok());
        let mut refusals = edges
            .iter()
            .map(|edge| &edge.from)
            .chain(&usual)
            .filter_map(|unit| wanted.unit.ratio_to(unit).err());
        let unsaid =
            refusals.find(|error| matches!(error.code(), Code::MissingGasState | Code::MissingCvBasis));
        unsaid.unwrap_or_else(|| no_way(catalog, fuel, wanted.unit, per, direct))
    })
}

/// The steps with the lowest rank; two different ones of the same rank are a tie that nobody may break silently.
fn best(ways: impl Iterator<Item = (Rank, Vec<Step>)>) -> Result<Option<Vec<Step>>, Error> {
    let mut by_rank: BTreeMap<Rank, Vec<Vec<Step>>> = BTreeMap::new();
    for (rank, steps) in ways {
        by_rank.entry(rank).or_default().push(steps);
    }
    let Some((_, ways)) = by_rank.into_iter().next() else { return Ok(None) };
    let product =
        |steps: &[Step]| steps.iter().try_fold(Ratio::ONE, |product, step| product.try_mul(step.ratio()));
    let mut ways = ways.into_iter();
    let Some(first) = ways.next() else { return Ok(None) };
    let value = product(&first)?;
    for other in ways {
        if product(&other)? != value {
            return Err(Error::new(
                Code::FactorAmbiguous,
                "several calorific values or densities fit equally well",
            ));
        }
    }
    Ok(Some(first))
}

fn unit_step(from: &Unit, to: &Unit, ratio: Ratio) -> Option<Step> {
    (from != to).then(|| Step::Unit { from: from.clone(), to: to.clone(), ratio })
}

/// `from` → the property → `to`, with the conversions at both ends.
fn hop(edge: &Edge, from: &Unit, to: &Unit) -> Option<Vec<Step>> {
    let before = from.ratio_to(&edge.from).ok()?;
    let after = edge.to.ratio_to(to).ok()?;
    let property = Step::Property {
        factor: edge.factor,
        from: edge.from.clone(),
        to: edge.to.clone(),
        ratio: edge.ratio,
    };
    Some(
        unit_step(from, &edge.from, before)
            .into_iter()
            .chain([property])
            .chain(unit_step(&edge.to, to, after))
            .collect(),
    )
}

fn by_measurement(wanted: &Wanted<'_>, measured: &Property, per: &Unit) -> Result<Vec<Step>, Error> {
    let before = wanted.unit.ratio_to(&measured.per)?;
    let after = measured.energy.ratio_to(per)?;
    let step = Step::Measured {
        from: measured.per.clone(),
        to: measured.energy.clone(),
        ratio: Ratio::from(measured.amount),
    };
    Ok(unit_step(wanted.unit, &measured.per, before)
        .into_iter()
        .chain([step])
        .chain(unit_step(&measured.energy, per, after))
        .collect())
}

/// Every property of the fuel that is valid here and now; densities lead both ways.
fn edges(catalog: &Catalog, candidates: &Candidates<'_>, fuel: &str) -> Result<Vec<Edge>, Error> {
    let mut edges = Vec::new();
    if fuel.is_empty() {
        return Ok(edges);
    }
    for &index in catalog.for_activity(fuel) {
        let property = catalog.factor(index);
        let (Some(rank), Some(per), [value]) =
            (candidates.rank(property), &property.per, property.values.as_slice())
        else {
            continue;
        };
        let Some(unit) = &value.unit else { continue };
        if !property.kind.is_property() || value.amount.is_zero() {
            continue;
        }
        let ratio = Ratio::from(value.amount);
        edges.push(Edge { rank, factor: index, from: per.clone(), to: unit.clone(), ratio });
        if property.kind == Kind::Density {
            edges.push(Edge {
                rank,
                factor: index,
                from: unit.clone(),
                to: per.clone(),
                ratio: ratio.inverse()?,
            });
        }
    }
    Ok(edges)
}

/// The direct error, with what would help added when a fuel's property is missing.
fn no_way(catalog: &Catalog, fuel: &str, from: &Unit, to: &Unit, direct: Error) -> Error {
    if fuel.is_empty() || direct.code() != Code::DimensionMismatch {
        return direct;
    }
    let known: Vec<&str> =
        catalog.for_activity(fuel).iter().map(|index| catalog.factor(*index).kind.as_str()).collect();
    let help = if from.is_volume() && !known.contains(&"density") {
        format!(
            "load a pack with the density of `{fuel}` (kind `density`), or give the quantity as mass or energy"
        )
    } else {
        format!(
            "load a pack that leads from {from} to {to} for `{fuel}` (kind `ncv`, `gcv` or `density`), or fill `calorific_value`"
        )
    };
    direct.with_help(help)
}
