//! From lines to certificates: threshold, adjustment, price, what has to be held.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, Days, NaiveDate};

use super::choices::{Choices, Used};
use super::ledger::Line;
use super::rate::Rate;
use crate::cbam::CnCode;
use crate::error::Error;
use crate::factor::rows::Sector;
use crate::number::Ratio;
use crate::order::Order;
use crate::wire::v1;

/// Sums, exactly.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sum {
    pub(super) rows: u64,
    pub(super) embedded: Ratio,
    pub(super) free: Ratio,
    pub(super) carbon: Ratio,
    pub(super) certificates: Ratio,
    pub(super) of_mark_up: Ratio,
    pub(super) cost: Ratio,
    pub(super) unpriced: Ratio,
}

impl Sum {
    pub(super) const ZERO: Sum = Sum {
        rows: 0,
        embedded: Ratio::ZERO,
        free: Ratio::ZERO,
        carbon: Ratio::ZERO,
        certificates: Ratio::ZERO,
        of_mark_up: Ratio::ZERO,
        cost: Ratio::ZERO,
        unpriced: Ratio::ZERO,
    };

    pub(super) fn try_add(self, other: &Sum) -> Result<Sum, Error> {
        Ok(Sum {
            rows: self.rows.saturating_add(other.rows),
            embedded: self.embedded.try_add(other.embedded)?,
            free: self.free.try_add(other.free)?,
            carbon: self.carbon.try_add(other.carbon)?,
            certificates: self.certificates.try_add(other.certificates)?,
            of_mark_up: self.of_mark_up.try_add(other.of_mark_up)?,
            cost: self.cost.try_add(other.cost)?,
            unpriced: self.unpriced.try_add(other.unpriced)?,
        })
    }

    pub(super) fn show(&self) -> v1::CbamSums {
        v1::CbamSums {
            rows: self.rows,
            embedded_t_co2e: self.embedded.to_string(),
            free_allocation_t_co2e: self.free.to_string(),
            carbon_price_t_co2e: self.carbon.to_string(),
            certificates: self.certificates.to_string(),
            certificates_of_mark_up: self.of_mark_up.to_string(),
            cost_eur: self.cost.to_string(),
            certificates_without_price: self.unpriced.to_string(),
        }
    }
}

/// All that was settled.
#[derive(Debug)]
pub(super) struct Settled {
    pub(super) threshold: v1::CbamThreshold,
    pub(super) total: Sum,
    pub(super) sectors: BTreeMap<Sector, Sum>,
    pub(super) goods: Vec<v1::CbamLine>,
    pub(super) holdings: Vec<v1::CbamHolding>,
    pub(super) notes: Vec<String>,
    pub(super) used: Used,
}

/// Sectors whose mass counts towards the threshold, and whether it exempts them.
struct Threshold {
    shown: v1::CbamThreshold,
    counted: BTreeSet<Sector>,
    exempt: bool,
}

impl Threshold {
    fn exempts(&self, sector: Sector) -> bool {
        self.exempt && self.counted.contains(&sector)
    }
}

/// Settles lines.
///
/// # Method
/// M-106: due = quantity × max(0, SEE − SEFA − carbon price ÷ average price); M-107, M-108, M-110.
///
/// # Errors
/// `OVERFLOW`, `FIGURE_MISSING`, those of packs.
pub(super) fn settle(choices: &Choices<'_>, lines: &[Line<'_>], shift: i32) -> Result<Settled, Error> {
    let mut used = Used::default();
    let threshold = threshold(choices, lines, &mut used)?;
    let (mut total, mut sectors, mut goods) = (Sum::ZERO, BTreeMap::new(), Vec::new());
    let mut unpriced: BTreeSet<NaiveDate> = BTreeSet::new();
    for line in lines {
        let Ok(rate) = &line.rate else { continue };
        let sector = line.key.good.row.sector;
        let exempt = threshold.exempts(sector);
        let (sum, slots) = slots(choices, line, rate, (exempt, shift), (&mut used, &mut unpriced))?;
        total = total.try_add(&sum)?;
        let known = sectors.entry(sector).or_insert(Sum::ZERO);
        *known = known.try_add(&sum)?;
        used.take(&rate.used);
        goods.push(shown(line, rate, exempt, &sum, slots)?);
    }
    let by_key = |line: &v1::CbamLine| {
        (
            line.cn_code.clone(),
            line.origin.clone(),
            line.installation.clone(),
            line.data.clone(),
            line.first_row,
        )
    };
    goods.order_by_key(by_key);
    let holdings = holdings(choices, lines, &threshold, &mut used)?;
    let mut notes = Vec::new();
    if let (Some(first), Some(last)) = (unpriced.first(), unpriced.last()) {
        notes.push(format!(
            "no price is known for imports of the stretches that begin from {first} to {last}: their certificates are counted, their cost is not"
        ));
    }
    Ok(Settled { threshold: threshold.shown, total, sectors, goods, holdings, notes, used })
}

/// Sums of a line, and of each of its stretches.
fn slots(
    choices: &Choices<'_>,
    line: &Line<'_>,
    rate: &Rate,
    (exempt, shift): (bool, i32),
    (used, unpriced): (&mut Used, &mut BTreeSet<NaiveDate>),
) -> Result<(Sum, Vec<v1::CbamSlot>), Error> {
    let off = rate.sefa.try_add(rate.carbon)?;
    let due = |see: Ratio| Ok::<Ratio, Error>(see.try_sub(off)?.max(Ratio::ZERO));
    let none = |rate: Ratio| if exempt { Ratio::ZERO } else { rate };
    let per_unit = none(due(rate.see)?);
    let of_mark_up = none(per_unit.try_sub(due(rate.see.try_sub(rate.of_mark_up)?)?)?);
    // Amounts are exact: what has one rate is multiplied once, prices differ by stretch.
    let quantity = line.quantity()?;
    let mut sum = Sum {
        rows: line.rows(),
        embedded: quantity.try_mul(rate.see)?,
        free: quantity.try_mul(rate.sefa)?,
        carbon: quantity.try_mul(rate.carbon)?,
        certificates: quantity.try_mul(per_unit)?,
        of_mark_up: quantity.try_mul(of_mark_up)?,
        ..Sum::ZERO
    };
    let mut slots = Vec::with_capacity(line.slots.len());
    for (from, slot) in &line.slots {
        let from = moved(*from, shift);
        let certificates = slot.quantity.try_mul(per_unit)?;
        let price = choices.price(from)?;
        let cost = price.as_ref().map(|price| certificates.try_mul(price.value)).transpose()?;
        match (&price, cost) {
            (Some(price), Some(cost)) => {
                used.figure(&price.record);
                sum.cost = sum.cost.try_add(cost)?;
            }
            _ => {
                if !certificates.is_zero() {
                    unpriced.insert(from);
                }
                sum.unpriced = sum.unpriced.try_add(certificates)?;
            }
        }
        slots.push(v1::CbamSlot {
            from: from.to_string(),
            quantity: slot.quantity.to_string(),
            certificates: certificates.to_string(),
            price_eur: price.as_ref().map_or_else(String::new, |price| price.value.to_string()),
            price_source: price.map_or_else(String::new, |price| price.record.id.clone()),
            cost_eur: cost.map_or_else(String::new, |cost| cost.to_string()),
        });
    }
    Ok((sum, slots))
}

/// A day so many years later; the 29th of February becomes the 28th.
fn moved(day: NaiveDate, years: i32) -> NaiveDate {
    let year = day.year().saturating_add(years);
    day.with_year(year).or_else(|| NaiveDate::from_ymd_opt(year, 2, 28)).unwrap_or(day)
}

fn shown(
    line: &Line<'_>,
    rate: &Rate,
    exempt: bool,
    sum: &Sum,
    slots: Vec<v1::CbamSlot>,
) -> Result<v1::CbamLine, Error> {
    let row = line.key.good.row;
    Ok(v1::CbamLine {
        cn_code: row.cn.to_string(),
        description: row.description.to_string(),
        sector: row.sector.as_str().into(),
        category: row.category.to_string(),
        origin: line.key.origin.country.to_string(),
        installation: line.key.installation.to_string(),
        data: rate.data.into(),
        production_year: rate.produced.to_string(),
        rows: line.rows(),
        first_row: line.first.row,
        quantity: line.quantity()?.to_string(),
        unit: line.unit().into(),
        exempt,
        see_t_co2e: rate.see.to_string(),
        see: rate.see_parts.clone(),
        sefa_t_co2e: rate.sefa.to_string(),
        sefa: rate.sefa_parts.clone(),
        carbon_price_eur: rate.carbon_price.map_or_else(String::new, |price| price.to_string()),
        total: sum.show(),
        slots,
        confidence: rate.used.confidence(),
        method: "M-106".into(),
    })
}

/// The single mass threshold; rows count although their emissions are not known.
///
/// # Method
/// M-107.
fn threshold(choices: &Choices<'_>, lines: &[Line<'_>], used: &mut Used) -> Result<Threshold, Error> {
    let first = choices.first_day();
    let limit = choices.figure("threshold", "mass", first)?;
    used.figure(&limit.record);
    let mut counted = BTreeSet::new();
    for sector in choices.tables.figures("threshold-sector")? {
        let named = Sector::ALL.into_iter().find(|known| known.as_str() == &*sector.row.subject);
        if *sector.row.value == *"counted" && sector.row.holds_on(first) {
            counted.extend(named);
        }
    }
    let (mut masses, mut never) = (BTreeMap::new(), BTreeSet::new());
    for line in lines {
        let sector = line.key.good.row.sector;
        if counted.contains(&sector) {
            let known = masses.entry(sector).or_insert(Ratio::ZERO);
            *known = known.try_add(line.quantity()?)?;
        } else {
            never.insert(sector);
        }
    }
    let mass = masses.values().try_fold(Ratio::ZERO, |sum, mass| sum.try_add(*mass))?;
    let exempt = mass <= limit.value;
    let above = mass.try_sub(limit.value)?.max(Ratio::ZERO);
    let overshoot = if limit.value.is_zero() { Ratio::ZERO } else { above.try_div(limit.value)? };
    let shown = v1::CbamThreshold {
        mass_t: mass.to_string(),
        limit_t: limit.value.to_string(),
        exempt,
        overshoot: overshoot.to_string(),
        sectors: masses
            .iter()
            .map(|(sector, mass)| v1::CbamSectorMass {
                sector: sector.as_str().into(),
                mass_t: mass.to_string(),
            })
            .collect(),
        never_exempt: never.into_iter().map(|sector| sector.as_str().into()).collect(),
        figure: limit.record.id.clone(),
        method: "M-107".into(),
    };
    Ok(Threshold { shown, counted, exempt })
}

/// What has to be held at the end of each quarter.
///
/// # Method
/// M-110: share × max(0, Σ default value × quantity − free allocation), since 1 January, without mark-up.
fn holdings(
    choices: &Choices<'_>,
    lines: &[Line<'_>],
    threshold: &Threshold,
    used: &mut Used,
) -> Result<Vec<v1::CbamHolding>, Error> {
    // Emissions and free allocation by the first day of the stretch; goods without default values by their first one.
    let mut by_day: BTreeMap<NaiveDate, (Ratio, Ratio)> = BTreeMap::new();
    let mut without: BTreeMap<CnCode, NaiveDate> = BTreeMap::new();
    for line in lines.iter().filter(|line| !threshold.exempts(line.key.good.row.sector)) {
        let Ok(rate) = &line.rate else { continue };
        for (from, slot) in &line.slots {
            let Some((see, sefa)) = rate.held else {
                let first = without.entry(line.key.good.code).or_insert(*from);
                *first = (*first).min(*from);
                continue;
            };
            let (embedded, free) = by_day.entry(*from).or_insert((Ratio::ZERO, Ratio::ZERO));
            *embedded = embedded.try_add(slot.quantity.try_mul(see)?)?;
            *free = free.try_add(slot.quantity.try_mul(sefa)?)?;
        }
    }
    let mut holdings = Vec::new();
    for next in [(0, 4), (0, 7), (0, 10), (1, 1)] {
        let year = choices.year.saturating_add(next.0);
        let end = NaiveDate::from_ymd_opt(year, next.1, 1).and_then(|day| day.checked_sub_days(Days::new(1)));
        let Some(end) = end else { continue };
        let Ok(share) = choices.figure("holding-share", "", end) else { continue };
        used.figure(&share.record);
        let (mut embedded, mut free) = (Ratio::ZERO, Ratio::ZERO);
        for (_, of_day) in by_day.range(..=end) {
            embedded = embedded.try_add(of_day.0)?;
            free = free.try_add(of_day.1)?;
        }
        let net = embedded.try_sub(free)?.max(Ratio::ZERO);
        holdings.push(v1::CbamHolding {
            on: end.to_string(),
            embedded_t_co2e: embedded.to_string(),
            free_allocation_t_co2e: free.to_string(),
            share: share.value.to_string(),
            certificates: net.try_mul(share.value)?.to_string(),
            without_default: without
                .iter()
                .filter(|(_, first)| **first <= end)
                .map(|(code, _)| code.to_string())
                .collect(),
            figure: share.record.id.clone(),
            method: "M-110".into(),
        });
    }
    Ok(holdings)
}
