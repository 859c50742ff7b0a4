//! Who covers whom: interval by interval, and over the whole period.

use super::Rule;
use super::count::{Scale, add, kilograms, kwh, mass, overflow};
use super::frame::{Frame, Placed, Uses, note};
use super::series::ByName;
use super::share::{in_proportion, share_out};
use crate::error::{Code, Error};
use crate::number::Ratio;
use crate::wire::v1;

/// What an instrument has.
#[derive(Debug)]
pub(super) struct Supply {
    /// Its volume in the register.
    pub(super) volume: Option<u128>,
    /// What its series holds for the period, within its vintage.
    pub(super) generated: Option<u128>,
    /// Intervals that the series does not hold.
    pub(super) missing: u64,
    /// What it can cover in each interval; `None` without a series.
    pub(super) available: Option<Vec<u128>>,
}

impl Supply {
    /// All that it can cover by a rule; `None` = without a limit.
    pub(super) fn all(&self, rule: Rule) -> Option<u128> {
        match (rule, self.volume, self.generated) {
            (Rule::Hourly, _, None) => Some(0),
            (Rule::Hourly, Some(volume), Some(generated)) => Some(volume.min(generated)),
            (Rule::Annual, Some(volume), _) => Some(volume),
            (_, None, generated) => generated,
        }
    }
}

/// What each instrument has, in the order of use.
///
/// # Method
/// M-57: within the vintage; where the volume is less than what was generated, the intervals share it in proportion to their
/// generation.
pub(super) fn supplies(
    frame: &Frame<'_>,
    generation: &ByName,
    notes: &mut Vec<v1::HourlyNote>,
) -> Result<Vec<Supply>, Error> {
    let energy = Scale::energy(Ratio::ONE)?;
    let mut supplies = Vec::with_capacity(frame.register.items.len());
    for item in &frame.register.items {
        let volume = match item.volume {
            Some(volume) => {
                let path = format!("/options/instruments: `{}`", item.id);
                Some(energy.count_of(volume, &volume).map_err(|error| error.at(path))?)
            }
            None => None,
        };
        let Some(series) = generation.get(&*item.id) else {
            supplies.push(Supply { volume, generated: None, missing: 0, available: None });
            continue;
        };
        let mut available = Vec::with_capacity(frame.axis.count);
        let (mut all, mut missing, mut outside) = (0, 0u64, 0u64);
        for segment in &frame.segments {
            let fresh = item.near(0, segment.days.start());
            for at in segment.intervals.clone() {
                let generated = series.energy(&frame.axis, at)?;
                missing = missing.saturating_add(u64::from(generated.is_none()));
                let mut generated = generated.unwrap_or(0);
                if !fresh {
                    outside = outside.saturating_add(u64::from(generated > 0));
                    generated = 0;
                }
                all = add(all, generated)?;
                available.push(generated);
            }
        }
        if outside > 0 {
            let message = format!("`{}` generated in {outside} intervals outside of its vintage", item.id);
            notes.push(note(Code::InstrumentNotApplied, &item.id, message));
        }
        supplies.push(Supply { volume, generated: Some(all), missing, available: Some(available) });
    }
    Ok(supplies)
}

/// Holds what instruments generated down to their volume.
pub(super) fn hold_to_volume(
    frame: &Frame<'_>,
    supplies: &mut [Supply],
    step: u128,
    notes: &mut Vec<v1::HourlyNote>,
) -> Result<(), Error> {
    for (item, supply) in frame.register.items.iter().zip(supplies) {
        if let (Some(volume), Some(all), Some(available)) =
            (supply.volume, supply.generated, &mut supply.available)
            && volume < all
        {
            *available = in_proportion(volume, available, all, step)?;
            let message =
                format!("`{}` generated {} kWh and has a volume of {} kWh", item.id, kwh(all)?, kwh(volume)?);
            notes.push(note(Code::GenerationAboveVolume, &item.id, message));
        }
    }
    Ok(())
}

/// Energy with what it is multiplied by: a factor of the packs, or the factors of series.
#[derive(Clone, Debug)]
pub(super) struct Part {
    /// kWh for a factor of the packs.
    pub(super) plain: Ratio,
    /// kWh for the factors of series.
    pub(super) series: Ratio,
    /// Kilograms of each gas of the series.
    pub(super) masses: Vec<Ratio>,
}

impl Part {
    /// The same for a share of the energy.
    fn times(&self, share: Ratio) -> Result<Part, Error> {
        let masses = self.masses.iter().map(|mass| mass.try_mul(share)).collect::<Result<_, Error>>()?;
        Ok(Part { plain: self.plain.try_mul(share)?, series: self.series.try_mul(share)?, masses })
    }
}

/// A [`Part`] while it is counted.
#[derive(Clone, Debug, Default)]
struct Counted {
    plain: u128,
    series: u128,
    masses: Vec<u128>,
    /// Intervals for which the series have no value.
    without: u64,
}

impl Counted {
    fn add(
        &mut self,
        frame: &Frame<'_>,
        placed: Option<&Placed<'_>>,
        (energy, at): (u128, usize),
    ) -> Result<(), Error> {
        let Some(placed) = placed else {
            self.plain = add(self.plain, energy)?;
            return Ok(());
        };
        let factor = |series: &super::series::Series| series.factor(&frame.axis, at);
        if placed.gases.iter().any(|(_, series)| factor(series).is_none()) {
            self.plain = add(self.plain, energy)?;
            self.without = self.without.saturating_add(1);
            return Ok(());
        }
        self.masses.resize(placed.gases.len(), 0);
        for (sum, (_, series)) in self.masses.iter_mut().zip(&placed.gases) {
            *sum = add(*sum, mass(energy, factor(series).unwrap_or(0))?)?;
        }
        self.series = add(self.series, energy)?;
        Ok(())
    }

    fn part(&self) -> Result<Part, Error> {
        let masses = self.masses.iter().map(|count| kilograms(*count)).collect::<Result<_, Error>>()?;
        Ok(Part { plain: kwh(self.plain)?, series: kwh(self.series)?, masses })
    }
}

/// Which instrument covers what, by cell.
#[derive(Debug)]
pub(super) struct Matched {
    /// For each cell what each instrument covers.
    pub(super) covered: Vec<Vec<u128>>,
    /// For each cell what nothing covers.
    pub(super) rest: Vec<Part>,
}

/// The load, and how it was matched interval by interval.
#[derive(Debug)]
pub(super) struct ByInterval {
    pub(super) matched: Matched,
    /// Load by cell.
    pub(super) load: Vec<u128>,
    /// The load with the factors of the location-based view.
    pub(super) location: Vec<Part>,
    /// The whole load with the factors of what is not covered.
    whole: Vec<Part>,
    /// Intervals with load, by site.
    pub(super) intervals: Vec<u64>,
    /// Each interval, if it was asked for.
    pub(super) each: Option<Vec<v1::HourlyInterval>>,
}

/// Sums of a cell while intervals are added.
#[derive(Clone, Debug, Default)]
struct Sums {
    load: u128,
    location: Counted,
    rest: Counted,
    whole: Counted,
    covered: Vec<u128>,
}

/// Matches interval by interval.
///
/// # Method
/// M-56: in each interval instruments cover in the order of M-53; what an instrument has left is gone with the interval.
pub(super) fn by_interval(
    frame: &Frame<'_>,
    supplies: &[Supply],
    (placed, uses): (&[Placed<'_>], &[Uses]),
    (step, each): (u128, bool),
    notes: &mut Vec<v1::HourlyNote>,
) -> Result<ByInterval, Error> {
    let eligible = frame.eligible(Rule::Hourly);
    let mut sums = vec![Sums { covered: vec![0; supplies.len()], ..Sums::default() }; frame.cells()];
    let mut intervals = vec![0u64; frame.sites.len()];
    let mut listed = Vec::new();
    let mut needs = vec![0u128; frame.sites.len()];
    let mut loads: Vec<Option<u128>> = Vec::with_capacity(frame.sites.len());
    for (number, segment) in frame.segments.iter().enumerate() {
        // For each instrument with a series the sites that it may cover in these days.
        let cell_of = |site: usize| frame.cell(site, number);
        let sites: Vec<Vec<usize>> = eligible
            .iter()
            .map(|cells| {
                (0..frame.sites.len()).filter(|site| cells.binary_search(&cell_of(*site)).is_ok()).collect()
            })
            .collect();
        for at in segment.intervals.clone() {
            loads.clear();
            for site in &frame.sites {
                loads.push(site.load.energy(&frame.axis, at)?);
            }
            for (need, load) in needs.iter_mut().zip(&loads) {
                *need = load.unwrap_or(0);
            }
            let mut covered: Vec<Vec<v1::CoveredEnergy>> =
                vec![Vec::new(); if each { loads.len() } else { 0 }];
            for (instrument, (supply, sites)) in supplies.iter().zip(&sites).enumerate() {
                let Some(available) = supply.available.as_ref().and_then(|all| all.get(at)) else { continue };
                if *available == 0 || sites.is_empty() {
                    continue;
                }
                let parts = share_out(&mut needs, sites, Some(*available), step)?;
                for (site, part) in sites.iter().zip(parts).filter(|(_, part)| *part > 0) {
                    let sum = sums.get_mut(cell_of(*site)).and_then(|sums| sums.covered.get_mut(instrument));
                    let sum = sum.ok_or_else(overflow)?;
                    *sum = add(*sum, part)?;
                    if let Some(covered) = covered.get_mut(*site) {
                        let id = frame.register.items.get(instrument).map_or("", |item| &item.id);
                        covered
                            .push(v1::CoveredEnergy { instrument: id.into(), kwh: kwh(part)?.to_string() });
                    }
                }
            }
            for (site, (load, need)) in loads.iter().zip(&needs).enumerate() {
                let Some(load) = load else { continue };
                let cell = cell_of(site);
                let (Some(sums), Some(uses)) = (sums.get_mut(cell), uses.get(cell)) else { continue };
                let set = |number: Option<usize>| number.and_then(|number| placed.get(number));
                sums.load = add(sums.load, *load)?;
                sums.location.add(frame, set(uses.location), (*load, at))?;
                sums.rest.add(frame, set(uses.rest), (*need, at))?;
                sums.whole.add(frame, set(uses.rest), (*load, at))?;
                if let Some(count) = intervals.get_mut(site) {
                    *count = count.saturating_add(1);
                }
                if let (Some(covered), Some(known)) = (covered.get_mut(site), frame.sites.get(site)) {
                    if listed.len() >= frame.options.limits.groups {
                        let message = format!("more than {} intervals to list", frame.options.limits.groups);
                        return Err(Error::new(Code::LimitExceeded, message).at("/hourly/each_interval"));
                    }
                    listed.push(v1::HourlyInterval {
                        start: frame.axis.text(at),
                        site: known.id.into(),
                        load_kwh: kwh(*load)?.to_string(),
                        unmatched_kwh: kwh(*need)?.to_string(),
                        covered: core::mem::take(covered),
                    });
                }
            }
        }
    }
    for ((_, site, segment), sums) in frame.each_cell().zip(&sums) {
        for (view, counted) in [("grid", &sums.location), ("residual", &sums.whole)] {
            if counted.without > 0 {
                let message = format!(
                    "{} intervals of `{}` in {} have no {view} factor in the series: they take that of the packs",
                    counted.without, site.id, segment.days
                );
                notes.push(note(Code::NoHourlyFactor, site.id, message));
            }
        }
    }
    let parts =
        |pick: fn(&Sums) -> &Counted| sums.iter().map(|sums| pick(sums).part()).collect::<Result<_, _>>();
    Ok(ByInterval {
        load: sums.iter().map(|sums| sums.load).collect(),
        location: parts(|sums| &sums.location)?,
        whole: parts(|sums| &sums.whole)?,
        matched: Matched {
            rest: parts(|sums| &sums.rest)?,
            covered: sums.into_iter().map(|sums| sums.covered).collect(),
        },
        intervals,
        each: each.then_some(listed),
    })
}

/// Matches over the whole period.
///
/// # Method
/// M-59: M-53 and M-54 with each site's load as its row: a volume covers what may use it in proportion, whatever the interval.
pub(super) fn annual(
    frame: &Frame<'_>,
    supplies: &[Supply],
    load: &ByInterval,
    step: u128,
) -> Result<Matched, Error> {
    let mut needs = load.load.clone();
    let mut covered = vec![vec![0u128; supplies.len()]; frame.cells()];
    for (instrument, (supply, cells)) in supplies.iter().zip(frame.eligible(Rule::Annual)).enumerate() {
        let parts = share_out(&mut needs, &cells, supply.all(Rule::Annual), step)?;
        for (cell, part) in cells.iter().zip(parts) {
            if let Some(sum) = covered.get_mut(*cell).and_then(|covered| covered.get_mut(instrument)) {
                *sum = part;
            }
        }
    }
    let mut rest = Vec::with_capacity(needs.len());
    for ((whole, need), load) in load.whole.iter().zip(&needs).zip(&load.load) {
        let share = if *load == 0 { Ratio::ZERO } else { kwh(*need)?.try_div(kwh(*load)?)? };
        rest.push(whole.times(share)?);
    }
    Ok(Matched { covered, rest })
}
