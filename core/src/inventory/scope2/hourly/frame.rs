//! Sites, stretches of days within which the same rules hold, and who may be covered by what.

use core::ops::Range;
use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};

use super::super::Register;
use super::super::register::{Item, kwh};
use super::Rule;
use super::series::{Axis, ByName, FactorSet, Series};
use crate::error::{Code, Error};
use crate::factor::{Catalog, Choice, ViewOf, Wanted};
use crate::gas::Gas;
use crate::inventory::Options;
use crate::inventory::resolve::{market, place_error};
use crate::order::Order;
use crate::period::Period;
use crate::place::Place;
use crate::scope::Category;
use crate::unit::Unit;
use crate::wire::v1;

/// A site with its load.
#[derive(Debug)]
pub(super) struct Site<'a> {
    pub(super) id: &'a str,
    pub(super) place: Place,
    pub(super) load: &'a Series,
}

/// Days within which the same factors are valid and the same vintages are near.
#[derive(Debug)]
pub(super) struct Segment {
    pub(super) days: Period,
    pub(super) intervals: Range<usize>,
}

/// Everything that matching and multiplying need to know, apart from generation.
pub(super) struct Frame<'a> {
    pub(super) catalog: &'a Catalog,
    pub(super) options: &'a Options,
    pub(super) register: &'a Register,
    pub(super) axis: Axis,
    pub(super) sites: Vec<Site<'a>>,
    pub(super) segments: Vec<Segment>,
    pub(super) category: Category,
    activity: Box<str>,
    unit: Unit,
}

/// Series of factors that hold for a place, one for each gas.
pub(super) struct Placed<'s> {
    region: &'s str,
    residual: bool,
    pub(super) names: Vec<&'s str>,
    pub(super) gases: Vec<(Gas, &'s Series)>,
}

/// Which series of factors a site uses in a segment, by number; none = a factor of the packs.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Uses {
    pub(super) location: Option<usize>,
    pub(super) rest: Option<usize>,
    /// What is not covered takes the grid average of the series, as no residual mix is known.
    pub(super) without_residual: bool,
}

impl<'a> Frame<'a> {
    pub(super) fn new(
        (catalog, options): (&'a Catalog, &'a Options),
        register: &'a Register,
        axis: Axis,
        declared: &[v1::HourlySitePlace],
        load: &'a ByName,
    ) -> Result<Frame<'a>, Error> {
        let category = Category::parse("2.electricity", None)?;
        let activity = catalog.resolve_activity("electricity", Some(category), None)?.id.clone();
        let mut places: BTreeMap<&str, Place> = BTreeMap::new();
        for (at, site) in declared.iter().enumerate() {
            let path = |field: &str| format!("/hourly/sites/{at}/{field}");
            let place = Place::parse(&site.region).map_err(|error| error.at(path("region")))?;
            if places.insert(&site.site, place).is_some() {
                let message = format!("the site `{}` has two places", site.site);
                return Err(Error::new(Code::BadRequest, message).at(path("site")));
            }
        }
        let mut sites = Vec::with_capacity(load.len());
        for (id, series) in load {
            let place = places.get(&**id).or(options.region.as_ref()).cloned().ok_or_else(|| {
                Error::new(Code::UnknownPlace, format!("nothing says where the site `{id}` is"))
                    .with_help("set `region`, or name the place of the site in `hourly.sites`")
                    .at("/hourly/sites")
            })?;
            sites.push(Site { id, place, load: series });
        }
        let mut frame = Frame {
            catalog,
            options,
            register,
            axis,
            sites,
            segments: Vec::new(),
            category,
            activity,
            unit: kwh()?,
        };
        frame.segments = frame.cut()?;
        Ok(frame)
    }

    /// Cuts the period where factors or vintages begin and end.
    fn cut(&self) -> Result<Vec<Segment>, Error> {
        let per_day = usize::try_from(1_440_i64.checked_div(self.axis.minutes).unwrap_or(24)).unwrap_or(24);
        let key = |day: NaiveDate| {
            let near = |item: &Item, window| item.near(window, day);
            let vintages = self
                .register
                .items
                .iter()
                .flat_map(|item| [near(item, 0), near(item, self.register.window())]);
            (self.catalog.era(day), day.year(), vintages.collect::<Vec<bool>>())
        };
        let mut segments: Vec<(Period, usize, _)> = Vec::new();
        let mut day = self.axis.period.start();
        let mut from = 0usize;
        while day <= self.axis.period.end() {
            let found = key(day);
            match segments.last_mut() {
                Some((days, _, known)) if *known == found => *days = Period::new(days.start(), day)?,
                _ => segments.push((Period::day(day)?, from, found)),
            }
            from = from.saturating_add(per_day);
            let Some(next) = day.succ_opt() else { break };
            day = next;
        }
        let ends: Vec<usize> = segments.iter().skip(1).map(|(_, from, _)| *from).chain([from]).collect();
        Ok(segments
            .into_iter()
            .zip(ends)
            .map(|((days, from, _), to)| Segment { days, intervals: from..to })
            .collect())
    }

    /// How many cells there are: a site in a segment.
    pub(super) fn cells(&self) -> usize {
        self.sites.len().saturating_mul(self.segments.len())
    }

    /// The number of a cell.
    pub(super) fn cell(&self, site: usize, segment: usize) -> usize {
        site.saturating_mul(self.segments.len()).saturating_add(segment)
    }

    /// Every cell with its site and segment, in the order of their numbers.
    pub(super) fn each_cell(&self) -> impl Iterator<Item = (usize, &Site<'a>, &Segment)> {
        let pairs = self.sites.iter().flat_map(|site| self.segments.iter().map(move |days| (site, days)));
        pairs.enumerate().map(|(cell, (site, segment))| (cell, site, segment))
    }

    /// Why an instrument does not count for a site in a segment, if it does not.
    fn refusal(&self, rule: Rule, item: &Item, site: &Site<'_>, segment: &Segment) -> Option<&'static str> {
        let window = match rule {
            Rule::Hourly => 0,
            Rule::Annual => self.register.window(),
        };
        self.register.refusal_within(window, item, self.category, &site.place, segment.days)
    }

    /// For each instrument the cells that it may cover.
    pub(super) fn eligible(&self, rule: Rule) -> Vec<Vec<usize>> {
        let may = |item: &Item| {
            let cells = self.each_cell().filter(|(_, site, segment)| {
                item.covers(site.id, &site.place) && self.refusal(rule, item, site, segment).is_none()
            });
            cells.map(|(cell, ..)| cell).collect()
        };
        self.register.items.iter().map(may).collect()
    }

    /// Why instruments are not used, where they are not.
    pub(super) fn refusals(&self, rule: Rule) -> Vec<v1::HourlyNote> {
        let mut notes = Vec::new();
        for item in &self.register.items {
            let mut any = false;
            for (_, site, segment) in
                self.each_cell().filter(|(_, site, _)| item.covers(site.id, &site.place))
            {
                any = true;
                if let Some(why) = self.refusal(rule, item, site, segment) {
                    let message =
                        format!("`{}` does not cover `{}` in {}: {why}", item.id, site.id, segment.days);
                    notes.push(note(Code::InstrumentNotApplied, &item.id, message));
                }
            }
            if !any {
                let message = format!("`{}` names none of the sites and places that have load", item.id);
                notes.push(note(Code::InstrumentNotApplied, &item.id, message));
            }
        }
        notes
    }

    /// Picks a factor of the packs for a cell.
    pub(super) fn pick(&self, site: &Site<'_>, segment: &Segment, view: ViewOf) -> Result<Choice, Error> {
        let wanted = self.wanted(site, segment, view);
        self.catalog.pick(&wanted, &self.options.policy).map_err(|error| about(error, site))
    }

    /// The factor of what nothing covers: residual mix, else the grid average with its disclosure.
    pub(super) fn pick_rest(&self, site: &Site<'_>, segment: &Segment) -> Result<Choice, Error> {
        let pick = |view| {
            let wanted = self.wanted(site, segment, view);
            self.catalog.pick(&wanted, &self.options.policy).map_err(place_error)
        };
        market(&pick).map_err(|(_, error)| about(error, site))
    }

    /// The factor of an instrument.
    pub(super) fn pick_named(&self, site: &Site<'_>, segment: &Segment, id: &str) -> Result<Choice, Error> {
        let wanted = self.wanted(site, segment, ViewOf::Market);
        self.catalog.pick_named(id, &wanted, &self.options.policy).map_err(|error| about(error, site))
    }

    fn wanted<'w>(&'w self, site: &'w Site<'_>, segment: &Segment, view: ViewOf) -> Wanted<'w> {
        Wanted {
            activity: &self.activity,
            place: &site.place,
            site: site.id,
            day: segment.days.start(),
            unit: &self.unit,
            view,
            calorific: None,
        }
    }

    /// The series of factors by place.
    pub(super) fn placed<'s>(sets: &'s [FactorSet]) -> Vec<Placed<'s>> {
        let mut placed: Vec<Placed<'s>> = Vec::new();
        for set in sets {
            for (region, series) in &set.all {
                let at = placed
                    .iter()
                    .position(|known| known.region == &**region && known.residual == set.residual);
                let known = match at.and_then(|at| placed.get_mut(at)) {
                    Some(known) => known,
                    None => {
                        placed.push(Placed {
                            region,
                            residual: set.residual,
                            names: Vec::new(),
                            gases: Vec::new(),
                        });
                        let Some(new) = placed.last_mut() else { continue };
                        new
                    }
                };
                known.gases.push((set.gas, series));
                for name in &set.names {
                    if !known.names.contains(&name.as_str()) {
                        known.names.push(name);
                    }
                }
            }
        }
        for known in &mut placed {
            known.names.order();
            known.gases.order_by_key(|(gas, _)| gas.index());
        }
        placed
    }

    /// Which series of factors each cell uses.
    ///
    /// # Method
    /// M-58: the series of the nearest place goes before the packs; what is not covered takes the residual mix of a series, then
    /// of a pack, then the grid average of a series, then of a pack.
    pub(super) fn uses(&self, placed: &[Placed<'_>]) -> Result<Vec<Uses>, Error> {
        let mut uses = Vec::with_capacity(self.cells());
        for (_, site, segment) in self.each_cell() {
            let nearest = |residual: bool| {
                site.place.chain().iter().find_map(|place| {
                    placed.iter().position(|known| known.residual == residual && known.region == *place)
                })
            };
            let (location, residual) = (nearest(false), nearest(true));
            let mut found = Uses { location, rest: residual, without_residual: false };
            if residual.is_none() && location.is_some() {
                match self.pick(site, segment, ViewOf::Residual) {
                    Ok(_) => {}
                    Err(error) if error.code() == Code::FactorMissing => {
                        (found.rest, found.without_residual) = (location, true);
                    }
                    Err(error) => return Err(error),
                }
            }
            uses.push(found);
        }
        Ok(uses)
    }
}

/// A note with the standard help of its code.
pub(super) fn note(code: Code, about: &str, message: String) -> v1::HourlyNote {
    v1::HourlyNote { code: code.as_str().into(), about: about.into(), message, help: code.help().into() }
}

/// An error of choosing a factor, with the site that it is about.
fn about(error: Error, site: &Site<'_>) -> Error {
    let message = format!("site `{}`: {}", site.id, error.message());
    Error::new(error.code(), message).with_help(error.help()).at("/load")
}
