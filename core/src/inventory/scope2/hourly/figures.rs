//! Sums of what was matched and multiplied, for the answer.

use super::Rule;
use super::book::Book;
use super::count::{add, kwh, overflow};
use super::frame::Frame;
use super::matching::{ByInterval, Matched, Supply};
use super::series::Reading;
use crate::error::Error;
use crate::factor::PackKind;
use crate::inventory::answer::{choices, factor_use, packs_used};
use crate::number::{Co2e, Ratio};
use crate::order::Order;
use crate::wire::v1::{self, canonical_digest};

/// Decimals of percentages.
const DECIMALS: u32 = 6;

/// What an answer is made from.
pub(super) struct Run<'r> {
    pub(super) frame: &'r Frame<'r>,
    pub(super) supplies: &'r [Supply],
    pub(super) load: &'r ByInterval,
    pub(super) rule: Rule,
    pub(super) step: u128,
}

/// Sums over some sites.
#[derive(Clone, Copy, Debug, Default)]
struct Sums {
    load: u128,
    matched: u128,
    location: Co2e,
    market: Co2e,
}

impl Sums {
    fn plus(self, other: Sums) -> Result<Sums, Error> {
        Ok(Sums {
            load: add(self.load, other.load)?,
            matched: add(self.matched, other.matched)?,
            location: self.location.try_add(other.location)?,
            market: self.market.try_add(other.market)?,
        })
    }

    /// The matched part in percent; none without load.
    fn percent(&self) -> Result<Option<Ratio>, Error> {
        if self.load == 0 {
            return Ok(None);
        }
        kwh(self.matched)?.try_div(kwh(self.load)?)?.try_mul(Ratio::whole(100)).map(Some)
    }

    fn figures(&self) -> Result<v1::HourlyFigures, Error> {
        let rest = self.load.checked_sub(self.matched).ok_or_else(overflow)?;
        Ok(v1::HourlyFigures {
            load_kwh: kwh(self.load)?.to_string(),
            matched_kwh: kwh(self.matched)?.to_string(),
            unmatched_kwh: kwh(rest)?.to_string(),
            matched_percent: shown(self.percent()?)?,
            location_kg_co2e: self.location.to_string(),
            market_kg_co2e: self.market.to_string(),
        })
    }
}

fn shown(percent: Option<Ratio>) -> Result<Option<String>, Error> {
    percent.map(|percent| percent.round_half_even(DECIMALS).map(|percent| percent.to_string())).transpose()
}

impl Run<'_> {
    /// The sums of each site.
    fn sites(&self, book: &Book, matched: &Matched) -> Result<Vec<Sums>, Error> {
        let mut sums: Vec<Sums> = book
            .sites
            .iter()
            .map(|(location, market)| Sums { location: *location, market: *market, ..Sums::default() })
            .collect();
        let segments = self.frame.segments.len();
        for (cell, (load, covered)) in self.load.load.iter().zip(&matched.covered).enumerate() {
            let Some(sums) = cell.checked_div(segments).and_then(|site| sums.get_mut(site)) else { continue };
            sums.load = add(sums.load, *load)?;
            for part in covered {
                sums.matched = add(sums.matched, *part)?;
            }
        }
        Ok(sums)
    }

    /// What an instrument covers, of one site or of all.
    fn covered(&self, matched: &Matched, instrument: usize, site: Option<usize>) -> Result<u128, Error> {
        let segments = self.frame.segments.len();
        let of = |cell: usize| site.is_none_or(|site| cell.checked_div(segments) == Some(site));
        let cells = matched.covered.iter().enumerate().filter(|(cell, _)| of(*cell));
        cells.filter_map(|(_, covered)| covered.get(instrument)).try_fold(0, |sum, part| add(sum, *part))
    }

    fn site_answers(&self, sums: &[Sums], matched: &Matched) -> Result<Vec<v1::HourlySite>, Error> {
        let all = u64::try_from(self.frame.axis.count).unwrap_or(u64::MAX);
        let mut sites = Vec::with_capacity(sums.len());
        for (at, (site, sums)) in self.frame.sites.iter().zip(sums).enumerate() {
            let mut covered = Vec::new();
            for (instrument, item) in self.frame.register.items.iter().enumerate() {
                let energy = self.covered(matched, instrument, Some(at))?;
                if energy > 0 {
                    let kwh = kwh(energy)?.to_string();
                    covered.push(v1::CoveredEnergy { instrument: item.id.to_string(), kwh });
                }
            }
            let intervals = self.load.intervals.get(at).copied().unwrap_or(0);
            sites.push(v1::HourlySite {
                site: site.id.into(),
                region: site.place.as_str().into(),
                intervals,
                missing_intervals: all.saturating_sub(intervals),
                figures: sums.figures()?,
                covered,
            });
        }
        Ok(sites)
    }

    fn instruments(&self, matched: &Matched) -> Result<Vec<v1::HourlyInstrument>, Error> {
        let mut instruments = Vec::with_capacity(self.supplies.len());
        let eligible = self.frame.eligible(self.rule);
        let text = |energy: Option<u128>| {
            energy.map_or(Ok(String::new()), |energy| kwh(energy).map(|e| e.to_string()))
        };
        for (at, ((item, supply), cells)) in
            self.frame.register.items.iter().zip(self.supplies).zip(&eligible).enumerate()
        {
            let covered = self.covered(matched, at, None)?;
            let available = supply.all(self.rule);
            let surplus = available.map(|all| all.checked_sub(covered).ok_or_else(overflow)).transpose()?;
            let no_series = self.rule == Rule::Hourly && supply.generated.is_none();
            let state = match surplus {
                _ if cells.is_empty() || no_series => "not-applied",
                _ if covered == 0 => "unclaimed",
                Some(surplus) if surplus > 0 => "surplus",
                _ => "covered",
            };
            instruments.push(v1::HourlyInstrument {
                id: item.id.to_string(),
                kind: item.kind.into(),
                factor: item.factor.to_string(),
                volume_kwh: text(supply.volume)?,
                generation_kwh: text(supply.generated)?,
                available_kwh: text(available)?,
                matched_kwh: kwh(covered)?.to_string(),
                surplus_kwh: text(surplus)?,
                missing_intervals: supply.generated.map(|_| supply.missing),
                state: state.into(),
            });
        }
        Ok(instruments)
    }

    fn coverage(&self, reading: &Reading<'_>) -> v1::HourlyCoverage {
        let all = u64::try_from(self.frame.axis.count).unwrap_or(u64::MAX);
        let known = self.load.intervals.iter().fold(0u64, |sum, intervals| sum.saturating_add(*intervals));
        let sites = u64::try_from(self.frame.sites.len()).unwrap_or(u64::MAX);
        let (rows, excluded) = reading.rows();
        v1::HourlyCoverage {
            intervals: all,
            load_intervals: known,
            missing_load_intervals: all.saturating_mul(sites).saturating_sub(known),
            rows,
            counted: rows.saturating_sub(excluded),
            excluded,
            findings: reading.counts(),
        }
    }
}

/// The answer from both ways of matching.
pub(super) fn answer(
    run: &Run<'_>,
    reading: Reading<'_>,
    [hourly, annual]: [(&Book, &Matched); 2],
    mut notes: Vec<v1::HourlyNote>,
) -> Result<v1::HourlyAnswer, Error> {
    let total = |sums: &[Sums]| sums.iter().try_fold(Sums::default(), |all, sums| all.plus(*sums));
    let (hour_sums, year_sums) = (run.sites(hourly.0, hourly.1)?, run.sites(annual.0, annual.1)?);
    let (of_hours, of_year) = (total(&hour_sums)?, total(&year_sums)?);
    let (book, matched, chosen, total) = match run.rule {
        Rule::Hourly => (hourly.0, hourly.1, hour_sums, of_hours),
        Rule::Annual => (annual.0, annual.1, year_sums, of_year),
    };
    let points = match (of_hours.percent()?, of_year.percent()?) {
        (Some(hourly), Some(annual)) => Some(hourly.try_sub(annual)?),
        _ => None,
    };
    notes.extend(book.notes.iter().cloned());
    notes.order();
    notes.dedup();
    let catalog = run.frame.catalog;
    let mut factors = book
        .factors
        .iter()
        .map(|(index, lines)| factor_use(catalog, *index, *lines))
        .collect::<Result<Vec<_>, _>>()?;
    factors.order_by(|a, b| a.id.cmp(&b.id));
    let used = |id: &str| {
        book.factors
            .keys()
            .any(|index| catalog.pack_of(catalog.factor(*index)).is_some_and(|pack| *pack.id == *id))
    };
    let packs = packs_used(catalog, |pack| pack.kind == PackKind::Gwp || used(&pack.id));
    let result = v1::HourlyResult {
        choices: v1::HourlyChoices {
            matching: run.rule.as_str().into(),
            interval_minutes: u32::try_from(run.frame.axis.minutes).unwrap_or(60),
            utc_offset: run.frame.axis.offset.to_string(),
            share_step_kwh: kwh(run.step)?.to_string(),
            inventory: choices(catalog, run.frame.options),
        },
        coverage: run.coverage(&reading),
        total: total.figures()?,
        comparison: v1::HourlyComparison {
            hourly: of_hours.figures()?,
            annual: of_year.figures()?,
            matched_kwh: kwh(of_hours.matched)?.try_sub(kwh(of_year.matched)?)?.to_string(),
            matched_percent_points: shown(points)?,
            market_kg_co2e: of_hours.market.try_sub(of_year.market)?.to_string(),
        },
        sites: run.site_answers(&chosen, matched)?,
        instruments: run.instruments(matched)?,
        lines: book.lines.clone(),
        notes,
        factors,
        packs,
        intervals: run.load.each.clone(),
    };
    Ok(v1::HourlyAnswer {
        schema: v1::HOURLY_SCHEMA.into(),
        engine: env!("CARGO_PKG_VERSION").into(),
        digest: canonical_digest(&result)?,
        result,
        files: reading.answer(),
    })
}
