//! How good the data behind an inventory are, weighted by absolute emissions.

use core::ops::ControlFlow;
use std::collections::BTreeMap;
use std::io::Read;

use super::collect::View;
use crate::activity::Field;
use crate::error::{Code, Error};
use crate::factor::Catalog;
use crate::inventory::compute::{Progress, compute_with};
use crate::inventory::{Line, Options};
use crate::number::{Co2e, Ratio};
use crate::quality::{Quality, Rating, Scores, Weighed, Word, ghg_protocol, pcaf, shown};
use crate::scope::{Account, Category, Scope};
use crate::uncertainty::part_percent;
use crate::wire::v1;

/// Computes the inventory of a ledger and the quality of its data.
///
/// # Method
/// M-76: raw scores weighted by absolute emissions; PCAF, PACT and GHG Protocol derived by stated tables.
///
/// # Errors
/// As [`compute_with`].
///
/// # Example
/// ```
/// use core::ops::ControlFlow;
/// use emitrace::factor::Catalog;
/// use emitrace::gas::GwpSet;
/// use emitrace::inventory::{Options, Profile, quality};
/// use emitrace::place::Place;
///
/// let ledger = "id,date,activity,quantity,unit,quality\n\
///               1,2023-05-31,electricity,800,kWh,measured; 2\n\
///               2,2023-06-30,electricity,200,kWh,estimated; 5\n";
/// let options = Options::new(Profile::GhgProtocol, GwpSet::Ar5).with_region(Place::parse("VN")?);
/// let answer = quality(ledger.as_bytes(), &Catalog::bundled()?, &options, &mut |_| ControlFlow::Continue(()))?;
/// assert_eq!(answer.total[0].score.as_ref().unwrap().exact, "2.6");
/// # Ok::<(), emitrace::Error>(())
/// ```
pub fn quality<R: Read>(
    ledger: R,
    catalog: &Catalog,
    options: &Options,
    progress: &mut dyn FnMut(Progress) -> ControlFlow<()>,
) -> Result<v1::QualityAnswer, Error> {
    let mut collector = Collector { catalog, options, sums: BTreeMap::new() };
    let inventory = compute_with(ledger, catalog, options, Some(&mut |line| collector.add(line)), progress)?;
    let sums = collector.sums;
    let total = View::ALL.into_iter().map(|view| figure(&sums, None, view));
    let categories: std::collections::BTreeSet<Category> =
        sums.keys().map(|(_, category, _)| *category).collect();
    let categories = categories.into_iter().flat_map(|category| {
        let views: &[View] = if category.scope() == Scope::Two { &View::ALL } else { &[View::Location] };
        views.iter().map(move |view| (category, *view))
    });
    Ok(v1::QualityAnswer {
        schema: v1::QUALITY_SCHEMA.into(),
        engine: inventory.engine,
        inventory_digest: inventory.digest,
        choices: inventory.inventory.choices,
        coverage: inventory.inventory.coverage,
        total: total.collect::<Result<_, Error>>()?,
        categories: categories
            .map(|(category, view)| figure(&sums, Some(category), view))
            .collect::<Result<_, Error>>()?,
        findings: inventory.findings,
    })
}

/// Scores of the lines of one account, category and activity, weighted by absolute emissions.
#[derive(Clone, Debug, Default)]
struct Sum {
    weight: u128,
    words: [u128; Word::ALL.len()],
    /// Five times the score of a line: the sum of five scores, or five times the one.
    fivefold: Weighed,
    criteria: [Weighed; 5],
    pcaf: Weighed,
    /// Weights by criterion (the last is the line as a whole) and level.
    ratings: [[u128; Rating::ALL.len()]; 6],
}

impl Sum {
    fn add(&mut self, weight: i128, quality: Quality) -> Result<(), Error> {
        let size = weight.unsigned_abs();
        more(&mut self.weight, size)?;
        for word in quality.words() {
            let at = Word::ALL.iter().position(|(known, _)| *known == word);
            at.and_then(|at| self.words.get_mut(at)).map_or(Ok(()), |slot| more(slot, size))?;
        }
        let mut rate = |criterion: usize, rating: Rating| {
            let level = Rating::ALL.iter().position(|(known, _)| *known == rating).unwrap_or(0);
            let slot = self.ratings.get_mut(criterion).and_then(|levels| levels.get_mut(level));
            slot.map_or(Ok(()), |slot| more(slot, size))
        };
        if let Some(rating) = quality.rating {
            rate(5, rating)?;
        }
        match (quality.scores, quality.score) {
            (Some(scores), _) => {
                let mut fivefold = 0u8;
                for (at, (score, sum)) in scores.get().into_iter().zip(&mut self.criteria).enumerate() {
                    fivefold = fivefold.saturating_add(score);
                    sum.add(weight, score)?;
                    rate(at, ghg_protocol(score))?;
                }
                self.fivefold.add(weight, fivefold)?;
                self.pcaf.add(weight, pcaf(scores))
            }
            (None, Some(score)) => {
                self.fivefold.add(weight, score.saturating_mul(5))?;
                self.pcaf.add(weight, score)
            }
            (None, None) => Ok(()),
        }
    }

    fn join(&mut self, other: &Sum) -> Result<(), Error> {
        more(&mut self.weight, other.weight)?;
        for (slot, weight) in self.words.iter_mut().zip(other.words) {
            more(slot, weight)?;
        }
        for (slot, weight) in self.ratings.iter_mut().flatten().zip(other.ratings.iter().flatten()) {
            more(slot, *weight)?;
        }
        for (sum, more) in self.criteria.iter_mut().zip(&other.criteria) {
            sum.join(more)?;
        }
        self.fivefold.join(&other.fivefold)?;
        self.pcaf.join(&other.pcaf)
    }

    fn criteria(&self, of: impl Fn(Ratio) -> Result<Ratio, Error>) -> Result<Vec<v1::CriterionScore>, Error> {
        let mut scores = Vec::new();
        for (criterion, sum) in Scores::CRITERIA.into_iter().zip(&self.criteria) {
            if let Some(mean) = sum.mean()? {
                scores.push(v1::CriterionScore { criterion: criterion.into(), score: shown(of(mean)?)? });
            }
        }
        Ok(scores)
    }

    /// The mean score from 1 to 5.
    fn score(&self) -> Result<Option<Ratio>, Error> {
        self.fivefold.mean()?.map(|mean| mean.try_div(Ratio::whole(5))).transpose()
    }
}

fn more(slot: &mut u128, weight: u128) -> Result<(), Error> {
    *slot = slot.checked_add(weight).ok_or_else(overflow)?;
    Ok(())
}

type Key = (Account, Category, Box<str>);

struct Collector<'a> {
    catalog: &'a Catalog,
    options: &'a Options,
    sums: BTreeMap<Key, Sum>,
}

impl Collector<'_> {
    fn add(&mut self, line: &Line<'_>) -> Result<(), Error> {
        // A cell that cannot be read was told as a finding; it says nothing then.
        let quality = Quality::parse(&line.get(Field::Quality)).unwrap_or_default();
        let mut effects: Vec<(Account, Category, i128)> = Vec::with_capacity(2);
        for mass in line.masses() {
            let counts = self.options.profile.counts(self.catalog.gases().info(mass.gas));
            let gwp = self.catalog.gases().gwp(mass.gas, self.options.gwp);
            let Some(gwp) = gwp.filter(|_| counts && mass.account != Account::Offsets) else { continue };
            let effect = mass.mass.co2e(gwp)?.units();
            let key = (mass.account, mass.category);
            match effects.iter_mut().find(|(account, category, _)| (*account, *category) == key) {
                Some((.., sum)) => *sum = sum.checked_add(effect).ok_or_else(overflow)?,
                None => effects.push((mass.account, mass.category, effect)),
            }
        }
        for (account, category, effect) in effects {
            let key = (account, category, Box::from(line.activity()));
            self.sums.entry(key).or_default().add(effect, quality)?;
        }
        if self.sums.len() > self.options.limits.groups {
            let message = format!("the ledger has more than {} sources", self.options.limits.groups);
            return Err(Error::new(Code::LimitExceeded, message));
        }
        Ok(())
    }
}

/// # Method
/// M-76.
fn figure(
    sums: &BTreeMap<Key, Sum>,
    category: Option<Category>,
    view: View,
) -> Result<v1::QualityFigure, Error> {
    let mut all = Sum::default();
    let mut inputs: BTreeMap<&str, Sum> = BTreeMap::new();
    for ((account, of, activity), sum) in sums {
        if view.holds(*account) && category.is_none_or(|category| category == *of) {
            all.join(sum)?;
            inputs.entry(activity).or_default().join(sum)?;
        }
    }
    // PACT leaves out inputs of 5 % and less.
    let mut large = Sum::default();
    for sum in inputs.values().filter(|sum| sum.weight.saturating_mul(20) > all.weight) {
        large.join(sum)?;
    }
    let pact = |score: Ratio| score.try_add(Ratio::ONE)?.try_div(Ratio::whole(2));
    let share = |weight: u128| part_percent(weight, all.weight).map(|share| share.to_string());
    let scored = all.fivefold.weights().unsigned_abs();
    let mut ratings = Vec::new();
    for (at, levels) in all.ratings.iter().enumerate() {
        for ((_, rating), weight) in Rating::ALL.iter().zip(levels) {
            if let Some(share_percent) = share(*weight).filter(|_| *weight > 0) {
                let criterion = Scores::CRITERIA.get(at).copied().unwrap_or("").into();
                ratings.push(v1::RatingShare { criterion, rating: (*rating).into(), share_percent });
            }
        }
    }
    let words = Word::ALL.iter().zip(all.words).filter(|(_, weight)| *weight > 0).filter_map(
        |((_, word), weight)| Some(v1::WordShare { word: (*word).into(), share_percent: share(weight)? }),
    );
    let two_views = category.is_none_or(|category| category.scope() == Scope::Two);
    Ok(v1::QualityFigure {
        of: category.map_or("total", Category::key).into(),
        view: if two_views { view.as_str() } else { "" }.into(),
        weight_kg_co2e: Co2e::from_units(i128::try_from(all.weight).map_err(|_| overflow())?).to_string(),
        scored_percent: share(scored),
        score: all.score()?.map(shown).transpose()?,
        criteria: all.criteria(Ok)?,
        pcaf: all.pcaf.mean()?.map(shown).transpose()?,
        pact: large.score()?.map(|score| shown(pact(score)?)).transpose()?,
        pact_criteria: large.criteria(pact)?,
        pact_share_percent: share(large.weight),
        ghg_protocol: ratings,
        words: words.collect(),
    })
}

fn overflow() -> Error {
    Error::new(Code::Overflow, "the emissions add up to more than 127 bits")
}
