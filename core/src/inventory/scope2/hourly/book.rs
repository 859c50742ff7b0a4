//! From matched energy to lines of emissions, and their sums.

use std::collections::{BTreeMap, BTreeSet};

use super::count::kwh;
use super::frame::{Frame, Placed, Segment, Site, Uses, note};
use super::matching::{ByInterval, Matched, Part};
use crate::error::{Code, Error};
use crate::factor::{Choice, FactorIndex};
use crate::gas::Gas;
use crate::inventory::resolve::{Leg, leg_notes};
use crate::number::{Amount, Co2e, Coefficient, Mass, Ratio};
use crate::scope::Account;
use crate::wire::v1;

/// What was multiplied for one way of matching.
#[derive(Debug, Default)]
pub(super) struct Book {
    pub(super) lines: Vec<v1::HourlyLine>,
    /// Location- and market-based emissions by site.
    pub(super) sites: Vec<(Co2e, Co2e)>,
    /// Lines by factor.
    pub(super) factors: BTreeMap<FactorIndex, u64>,
    pub(super) notes: BTreeSet<v1::HourlyNote>,
}

/// What a line says beside its numbers.
struct Head<'h> {
    number: usize,
    site: &'h Site<'h>,
    segment: &'h Segment,
    account: Account,
    instrument: &'h str,
}

impl Book {
    /// Multiplies what was matched.
    ///
    /// # Method
    /// M-58: each line is rounded once for each gas (M-01), whatever the number of its intervals.
    pub(super) fn new(
        frame: &Frame<'_>,
        (placed, uses): (&[Placed<'_>], &[Uses]),
        load: &ByInterval,
        matched: &Matched,
    ) -> Result<Book, Error> {
        let mut book = Book { sites: vec![(Co2e::ZERO, Co2e::ZERO); frame.sites.len()], ..Book::default() };
        let segments = frame.segments.len();
        for (cell, site, segment) in frame.each_cell() {
            let number = cell.checked_div(segments).unwrap_or(0);
            let head = |account, instrument| Head { number, site, segment, account, instrument };
            let uses = uses.get(cell).copied().unwrap_or_default();
            let set = |number: Option<usize>| number.and_then(|number| placed.get(number));
            if let Some(part) = load.location.get(cell) {
                let head = head(Account::Scope2Location, "");
                let pick = || frame.pick(site, segment, crate::factor::ViewOf::Location);
                book.part(frame, &head, part, set(uses.location), pick)?;
            }
            let covered = matched.covered.get(cell).into_iter().flatten();
            for (item, energy) in frame.register.items.iter().zip(covered).filter(|(_, energy)| **energy > 0)
            {
                let head = head(Account::Scope2Market, &item.id);
                let choice = frame.pick_named(site, segment, &item.factor)?;
                book.plain(frame, &head, kwh(*energy)?, choice)?;
            }
            if let Some(part) = matched.rest.get(cell) {
                let head = head(Account::Scope2Market, "");
                let pick = || frame.pick_rest(site, segment);
                if uses.without_residual && !part.series.is_zero() {
                    let message = "the market-based figure uses the grid average: no residual mix is known";
                    book.notes.insert(note(Code::NoResidualMix, site.id, message.into()));
                }
                book.part(frame, &head, part, set(uses.rest), pick)?;
            }
        }
        Ok(book)
    }

    fn part(
        &mut self,
        frame: &Frame<'_>,
        head: &Head<'_>,
        part: &Part,
        placed: Option<&Placed<'_>>,
        pick: impl FnOnce() -> Result<Choice, Error>,
    ) -> Result<(), Error> {
        if let (false, Some(placed)) = (part.series.is_zero(), placed) {
            let rounded = |(gas, mass): (&Gas, &Ratio)| {
                Ok((*gas, Mass::of(Amount::ONE, &Coefficient::ONE.times(*mass)?)?))
            };
            let gases = placed.gases.iter().map(|(gas, _)| gas).zip(&part.masses);
            let masses = gases.map(rounded).collect::<Result<Vec<_>, Error>>()?;
            let series = placed.names.iter().map(|name| (*name).to_owned()).collect();
            self.line(frame, head, part.series, (String::new(), series), &masses)?;
        }
        if !part.plain.is_zero() {
            self.plain(frame, head, part.plain, pick()?)?;
        }
        Ok(())
    }

    /// A line with a factor of a pack.
    fn plain(&mut self, frame: &Frame<'_>, head: &Head<'_>, kwh: Ratio, choice: Choice) -> Result<(), Error> {
        let mut masses = Vec::with_capacity(choice.coefficients.len());
        for (gas, coefficient) in &choice.coefficients {
            masses.push((*gas, Mass::of(Amount::ONE, &coefficient.times(kwh)?)?));
        }
        let id = frame.catalog.factor(choice.factor).id.to_string();
        let used = self.factors.entry(choice.factor).or_insert(0);
        *used = used.saturating_add(1);
        let leg = Leg::new(head.account, frame.category, choice);
        leg_notes(frame.catalog, frame.options, &leg, head.segment.days.end(), &mut |text| {
            self.notes.insert(note(text.code, &text.about, text.message.to_string()));
        });
        self.line(frame, head, kwh, (id, Vec::new()), &masses)
    }

    fn line(
        &mut self,
        frame: &Frame<'_>,
        head: &Head<'_>,
        kwh: Ratio,
        (factor, series): (String, Vec<String>),
        masses: &[(Gas, Mass)],
    ) -> Result<(), Error> {
        let table = frame.catalog.gases();
        let mut total = Co2e::ZERO;
        let mut gases = Vec::with_capacity(masses.len());
        for (gas, mass) in masses {
            let info = table.info(*gas);
            let in_total = frame.options.profile.counts(info);
            let effect = table.gwp(*gas, frame.options.gwp).map(|gwp| mass.co2e(gwp)).transpose()?;
            if in_total {
                let Some(effect) = effect else {
                    let message = format!("{} has no GWP in {}", info.name, frame.options.gwp);
                    return Err(Error::new(Code::MissingGwp, message).at("/options/gwp"));
                };
                total = total.try_add(effect)?;
            }
            gases.push(v1::GasFigure {
                account: head.account.as_str().into(),
                gas: info.name.to_string(),
                kg: mass.to_string(),
                kg_co2e: effect.map(|effect| effect.to_string()),
                in_total,
            });
        }
        if let Some((location, market)) = self.sites.get_mut(head.number) {
            let sum = if head.account == Account::Scope2Location { location } else { market };
            *sum = sum.try_add(total)?;
        }
        self.lines.push(v1::HourlyLine {
            site: head.site.id.into(),
            account: head.account.as_str().into(),
            period: head.segment.days.to_string(),
            instrument: head.instrument.into(),
            factor,
            series,
            kwh: kwh.to_string(),
            kg_co2e: total.to_string(),
            gases,
        });
        Ok(())
    }
}
