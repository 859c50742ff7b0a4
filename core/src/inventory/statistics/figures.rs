//! From collected sums to figures with their uncertainty.

use std::collections::{BTreeMap, BTreeSet};

use super::collect::{Collector, Family, Figure, Part, View};
use super::settings::{Of, Settings, Subject};
use crate::error::{Code, Error};
use crate::factor::{Catalog, FactorIndex, State, Value};
use crate::gas::Gas;
use crate::number::Co2e;
use crate::scope::{Account, Category, Scope};
use crate::uncertainty::{
    self, Correlation, Deviations, Distribution, GENERATOR, Sides, Simulated, Spread, Statistic, Term,
    Variable, Variance, part_percent,
};
use crate::wire::v1;

/// Decimals of CO2 equivalent in kilograms.
const PLACES: u32 = 15;

/// A value of a factor or a property: what lines share. Properties have no gas.
type Source = (FactorIndex, Option<Gas>);

/// What is known of a shared value.
#[derive(Clone, Copy, Debug)]
struct Shared {
    spread: Option<Spread>,
    /// The rule that stated it; none if the pack did.
    rule: Option<usize>,
    distribution: Option<Distribution>,
}

/// Everything that figures are made of.
struct Sheet<'a> {
    catalog: &'a Catalog,
    settings: &'a Settings,
    families: Vec<Family>,
    shared: BTreeMap<Source, Shared>,
    /// Factors whose bounds say nothing, with the reason.
    odd: BTreeSet<(Box<str>, Box<str>)>,
}

/// The answer of a run.
pub(super) fn answer(
    catalog: &Catalog,
    settings: &Settings,
    request: &v1::UncertaintyOptions,
    collector: Collector<'_>,
    inventory: v1::InventoryAnswer,
) -> Result<v1::UncertaintyAnswer, Error> {
    let Collector { families, rule_lines, .. } = collector;
    let mut sheet = Sheet { catalog, settings, families, shared: BTreeMap::new(), odd: BTreeSet::new() };
    sheet.share()?;
    let wanted = sheet.wanted();
    let simulated = match settings.simulation {
        Some(choice) => sheet.simulate(&wanted, choice)?.into_iter().map(Some).collect(),
        None => vec![None; wanted.len()],
    };
    let mut figures = [Vec::new(), Vec::new(), Vec::new(), Vec::new()];
    for (figure, simulated) in wanted.iter().zip(&simulated) {
        let place = match figure {
            Figure::Total(_) => 0,
            Figure::Account(_) => 1,
            Figure::Category(..) => 2,
            Figure::Gas(..) => 3,
        };
        if let Some(list) = figures.get_mut(place) {
            list.push(sheet.figure(*figure, simulated.as_ref())?);
        }
    }
    let [total, scopes, categories, gases] = figures;
    let mut used = vec![0u64; settings.rules.len()];
    for shared in sheet.shared.values() {
        if let Some(count) = shared.rule.and_then(|rule| used.get_mut(rule)) {
            *count = count.saturating_add(1);
        }
    }
    let rules = (0u32..).zip(rule_lines.into_iter().zip(used));
    Ok(v1::UncertaintyAnswer {
        schema: v1::UNCERTAINTY_SCHEMA.into(),
        engine: inventory.engine,
        inventory_digest: inventory.digest,
        choices: inventory.inventory.choices,
        statistics: statistics(settings, request),
        coverage: inventory.inventory.coverage,
        total,
        scopes,
        categories,
        gases,
        sources: sheet.sources()?,
        unstated: sheet.unstated()?,
        rules: rules
            .map(|(rule, (lines, factors))| v1::UncertaintyRuleUse { rule, lines, factors })
            .collect(),
        remarks: sheet.remarks()?,
        findings: inventory.findings,
    })
}

fn statistics(settings: &Settings, request: &v1::UncertaintyOptions) -> v1::StatisticsChoices {
    let simulation = settings.simulation;
    v1::StatisticsChoices {
        approach: request.approach.clone(),
        interval: "half of the 95 % interval over the value, each side for itself".into(),
        activity_correlation: settings.correlation.text(),
        pedigree_basic_factor: settings.basic_factor.map(|basic| basic.to_string()).unwrap_or_default(),
        digits: Statistic::DIGITS,
        seed: simulation.map(|(seed, _)| seed),
        draws: simulation.map(|(_, draws)| draws),
        generator: simulation.map(|_| GENERATOR.into()).unwrap_or_default(),
        simulated_digits: simulation.map(|_| Statistic::SIMULATED_DIGITS),
    }
}

/// What a figure's parts come to.
#[derive(Default)]
struct Sum {
    value: i128,
    absolute: u128,
    stated: u128,
    activity_stated: u128,
    factor_stated: u128,
}

impl Sheet<'_> {
    /// Looks up what lines share: bounds of packs, else rules.
    fn share(&mut self) -> Result<(), Error> {
        let mut wanted: BTreeMap<Source, (Category, Box<str>)> = BTreeMap::new();
        for family in &self.families {
            for part in &family.parts {
                let about = || (part.category, family.activity.clone());
                wanted.entry((part.factor, Some(part.gas))).or_insert_with(about);
                for property in &part.properties {
                    wanted.entry((*property, None)).or_insert_with(about);
                }
            }
        }
        for (source, (category, activity)) in wanted {
            let shared = self.look_up(source, category, &activity);
            self.shared.insert(source, shared);
        }
        Ok(())
    }

    fn look_up(&mut self, (index, gas): Source, category: Category, activity: &str) -> Shared {
        let factor = self.catalog.factor(index);
        let subject = Subject { of: Of::Factor, category, activity, factor, gas };
        let distribution = self.settings.find(self.catalog, &subject, |rule| rule.distribution);
        let distribution = distribution.map(|(_, distribution)| distribution);
        let value = factor.values.iter().find(|value| value.gas == gas && value.state == State::Value);
        let printed = match value {
            Some(Value { lower: Some(lower), upper: Some(upper), amount, .. }) => {
                match Spread::within(*lower, *amount, *upper) {
                    Ok(spread) => Some(spread),
                    Err(error) => {
                        self.odd.insert(((&*factor.id).into(), error.message().into()));
                        None
                    }
                }
            }
            _ => None,
        };
        if printed.is_some() {
            return Shared { spread: printed, rule: None, distribution };
        }
        match self.settings.find(self.catalog, &subject, |rule| rule.spread) {
            Some((rule, spread)) => Shared { spread: Some(spread), rule: Some(rule), distribution },
            None => Shared { spread: None, rule: None, distribution },
        }
    }

    fn spread(&self, source: Source) -> Option<Spread> {
        self.shared.get(&source).and_then(|shared| shared.spread)
    }

    /// Whether the factor and every property on the way to it have a stated uncertainty.
    fn factor_stated(&self, part: &Part) -> bool {
        self.spread((part.factor, Some(part.gas))).is_some()
            && part.properties.iter().all(|property| self.spread((*property, None)).is_some())
    }

    /// All figures, in their order.
    fn wanted(&self) -> Vec<Figure> {
        let mut wanted: Vec<Figure> = View::ALL.map(Figure::Total).to_vec();
        wanted.extend(
            Account::ALL.into_iter().filter(|account| *account != Account::Offsets).map(Figure::Account),
        );
        let parts = || self.families.iter().flat_map(|family| &family.parts);
        let categories: BTreeSet<Category> = parts().map(|part| part.category).collect();
        for category in categories {
            let views: &[View] = if category.scope() == Scope::Two { &View::ALL } else { &[View::Location] };
            wanted.extend(views.iter().map(|view| Figure::Category(category, *view)));
        }
        let gases: BTreeMap<&str, Gas> =
            parts().map(|part| (&*self.catalog.gases().info(part.gas).name, part.gas)).collect();
        for gas in gases.into_values() {
            wanted.extend(View::ALL.map(|view| Figure::Gas(gas, view)));
        }
        wanted
    }

    fn names(&self, figure: Figure) -> (String, String) {
        match figure {
            Figure::Total(view) => ("total".into(), view.as_str().into()),
            Figure::Account(account) => {
                let view = match account {
                    Account::Scope2Location => View::Location.as_str(),
                    Account::Scope2Market => View::Market.as_str(),
                    Account::Scope1 | Account::Scope3 | Account::Offsets => "",
                };
                (account.as_str().into(), view.into())
            }
            Figure::Category(category, view) => {
                let view = if category.scope() == Scope::Two { view.as_str() } else { "" };
                (category.key().into(), view.into())
            }
            Figure::Gas(gas, view) => (self.catalog.gases().info(gas).name.to_string(), view.as_str().into()),
        }
    }

    /// # Method
    /// M-71: activities within a factor, then the factors and properties that lines share, then everything.
    fn variance(&self, holds: &dyn Fn(&Part) -> bool) -> Result<(Variance, Sum), Error> {
        let mut sum = Sum::default();
        let mut activities: BTreeMap<FactorIndex, Deviations> = BTreeMap::new();
        let mut shared: BTreeMap<Source, i128> = BTreeMap::new();
        for family in &self.families {
            let held: Vec<usize> =
                (0..family.parts.len()).filter(|at| family.parts.get(*at).is_some_and(holds)).collect();
            let Some(first) = held.first().and_then(|at| family.parts.get(*at)) else { continue };
            activities.entry(first.factor).or_default().merge(&family.deviations(&held))?;
            for at in held {
                let (Some(part), Some(own)) = (family.parts.get(at), family.sums.get(at)) else { continue };
                sum.value = sum.value.checked_add(own.emission).ok_or_else(overflow)?;
                let factor_stated = self.factor_stated(part);
                for (slot, more) in [
                    (&mut sum.absolute, own.absolute),
                    (&mut sum.activity_stated, own.stated),
                    (&mut sum.factor_stated, if factor_stated { own.absolute } else { 0 }),
                    (&mut sum.stated, if factor_stated { own.stated } else { 0 }),
                ] {
                    *slot = slot.checked_add(more).ok_or_else(overflow)?;
                }
                let properties = part.properties.iter().map(|property| (*property, None));
                for source in core::iter::once((part.factor, Some(part.gas))).chain(properties) {
                    let slot = shared.entry(source).or_default();
                    *slot = slot.checked_add(own.emission).ok_or_else(overflow)?;
                }
            }
        }
        let mut variance = Variance::default();
        for deviations in activities.values() {
            variance.add(deviations, self.settings.correlation)?;
        }
        for (source, emission) in shared {
            if let Some(spread) = self.spread(source) {
                variance.add_shared(emission, spread)?;
            }
        }
        Ok((variance, sum))
    }

    fn figure(&self, figure: Figure, simulated: Option<&Simulated>) -> Result<v1::UncertainFigure, Error> {
        let (variance, sum) = self.variance(&|part| figure.holds(part))?;
        let percent = variance.percent(sum.value)?;
        let widths = variance.half_widths(PLACES)?;
        let share = |part: u128| part_percent(part, sum.absolute).map(|share| share.to_string());
        let (of, view) = self.names(figure);
        Ok(v1::UncertainFigure {
            of,
            view,
            kg_co2e: Co2e::from_units(sum.value).to_string(),
            lower_percent: percent.map(|sides| sides.lower.to_string()),
            upper_percent: percent.map(|sides| sides.upper.to_string()),
            lower_kg_co2e: widths.lower.to_string(),
            upper_kg_co2e: widths.upper.to_string(),
            stated_percent: share(sum.stated),
            activity_stated_percent: share(sum.activity_stated),
            factor_stated_percent: share(sum.factor_stated),
            simulated: simulated.map(Simulated::figure),
        })
    }

    /// The table of sources: one row for each account, category, activity, factor and gas.
    fn sources(&self) -> Result<Vec<v1::UncertainSource>, Error> {
        #[derive(Default)]
        struct Row {
            lines: u64,
            sum: Sum,
            activity: Deviations,
            shared: BTreeMap<Source, i128>,
            stated: bool,
        }
        type Key<'k> = (Account, Category, &'k str, &'k str, &'k str);
        let mut rows: BTreeMap<Key<'_>, (Source, Row)> = BTreeMap::new();
        for family in &self.families {
            for (at, (part, own)) in family.parts.iter().zip(&family.sums).enumerate() {
                let key = (
                    part.account,
                    part.category,
                    &*family.activity,
                    &*self.catalog.factor(part.factor).id,
                    &*self.catalog.gases().info(part.gas).name,
                );
                let source = (part.factor, Some(part.gas));
                let (_, row) =
                    rows.entry(key).or_insert_with(|| (source, Row { stated: true, ..Row::default() }));
                row.lines = row.lines.saturating_add(family.lines);
                row.sum.value = row.sum.value.checked_add(own.emission).ok_or_else(overflow)?;
                row.sum.absolute = row.sum.absolute.checked_add(own.absolute).ok_or_else(overflow)?;
                row.sum.activity_stated =
                    row.sum.activity_stated.checked_add(own.stated).ok_or_else(overflow)?;
                row.activity.merge(&family.deviations(&[at]))?;
                row.stated &= self.factor_stated(part);
                let properties = part.properties.iter().map(|property| (*property, None));
                for source in core::iter::once(source).chain(properties) {
                    let slot = row.shared.entry(source).or_default();
                    *slot = slot.checked_add(own.emission).ok_or_else(overflow)?;
                }
            }
        }
        let wholes = [
            self.variance(&|part| Figure::Total(View::Location).holds(part))?.0,
            self.variance(&|part| Figure::Total(View::Market).holds(part))?.0,
        ];
        let side =
            |sides: Option<Sides>, pick: fn(Sides) -> Statistic| sides.map(|sides| pick(sides).to_string());
        let mut table = Vec::with_capacity(rows.len());
        for ((account, category, activity, factor, gas), (source, row)) in rows {
            let (mut of_activity, mut of_factor) = (Variance::default(), Variance::default());
            of_activity.add(&row.activity, self.settings.correlation)?;
            for (source, emission) in &row.shared {
                if let Some(spread) = self.spread(*source) {
                    of_factor.add_shared(*emission, spread)?;
                }
            }
            let mut both = of_activity;
            both.join(&of_factor)?;
            let activity_stated = row.sum.activity_stated > 0;
            let percent = |variance: &Variance, stated: bool| {
                if stated { variance.percent(row.sum.value) } else { Ok(None) }
            };
            let (own, shared) = (percent(&of_activity, activity_stated)?, percent(&of_factor, row.stated)?);
            let joined = percent(&both, activity_stated || row.stated)?;
            let [location, market] = &wholes;
            let whole = if account == Account::Scope2Market { market } else { location };
            let stated_by = match self.shared.get(&source) {
                Some(Shared { spread: Some(_), rule: None, .. }) => "pack",
                Some(Shared { spread: Some(_), rule: Some(_), .. }) => "rule",
                _ => "",
            };
            table.push(v1::UncertainSource {
                account: account.as_str().into(),
                category: category.key().into(),
                activity: activity.into(),
                factor: factor.into(),
                gas: gas.into(),
                lines: row.lines,
                kg_co2e: Co2e::from_units(row.sum.value).to_string(),
                activity_lower_percent: side(own, |sides| sides.lower),
                activity_upper_percent: side(own, |sides| sides.upper),
                activity_stated_percent: part_percent(row.sum.activity_stated, row.sum.absolute)
                    .map(|share| share.to_string()),
                factor_lower_percent: side(shared, |sides| sides.lower),
                factor_upper_percent: side(shared, |sides| sides.upper),
                factor_stated_by: stated_by.into(),
                lower_percent: side(joined, |sides| sides.lower),
                upper_percent: side(joined, |sides| sides.upper),
                variance_percent: both.share_of(whole)?.to_string(),
            });
        }
        Ok(table)
    }

    /// Emissions without a stated uncertainty, by category; categories with none are left out.
    fn unstated(&self) -> Result<Vec<v1::UnstatedPart>, Error> {
        let mut parts = Vec::new();
        for figure in self.wanted() {
            let Figure::Category(..) = figure else { continue };
            let (_, sum) = self.variance(&|part| figure.holds(part))?;
            let without = |stated: u128| sum.absolute.saturating_sub(stated);
            if without(sum.activity_stated) == 0 && without(sum.factor_stated) == 0 {
                continue;
            }
            let shown = |units: u128| {
                Ok(Co2e::from_units(i128::try_from(units).map_err(|_| overflow())?).to_string())
            };
            let (category, view) = self.names(figure);
            parts.push(v1::UnstatedPart {
                category,
                view,
                activity_kg_co2e: shown(without(sum.activity_stated))?,
                factor_kg_co2e: shown(without(sum.factor_stated))?,
            });
        }
        Ok(parts)
    }

    fn remarks(&self) -> Result<Vec<v1::Remark>, Error> {
        let mut large = None;
        let mut unstated = None;
        for view in View::ALL {
            let (variance, sum) = self.variance(&|part| Figure::Total(view).holds(part))?;
            let percent = variance.percent(sum.value)?;
            large = large.or(percent.filter(|sides| sides.is_above(uncertainty::VALID_TO_PERCENT)));
            let share = part_percent(sum.absolute.saturating_sub(sum.stated), sum.absolute);
            unstated = unstated.or(share.filter(|share| !share.is_zero()));
        }
        let mut remarks = uncertainty::remarks(large, unstated);
        for (factor, why) in &self.odd {
            remarks.push(v1::Remark {
                code: Code::BadUncertainty.as_str().into(),
                message: format!("the bounds of `{factor}` are not used: {why}"),
            });
        }
        Ok(remarks)
    }

    /// # Method
    /// M-73: one draw for the quantity of each family, one for each value of a factor, one for each property.
    fn simulate(&self, wanted: &[Figure], choice: (u32, u32)) -> Result<Vec<Simulated>, Error> {
        let joined = self.settings.correlation.for_simulation()?;
        let (mut variables, mut terms) = (Vec::new(), Vec::new());
        let mut at: BTreeMap<Source, usize> = BTreeMap::new();
        for (source, shared) in &self.shared {
            let Some(spread) = shared.spread else { continue };
            let gas = source.1.map_or("", |gas| &*self.catalog.gases().info(gas).name);
            at.insert(*source, variables.len());
            variables.push(Variable {
                name: format!("factor {} {gas}", self.catalog.factor(source.0).id),
                spread,
                distribution: shared.distribution.unwrap_or_else(|| Distribution::usual(spread)),
                floor: true,
            });
        }
        for family in &self.families {
            let activity = self.activity_variable(family, joined)?.map(|variable| {
                variables.push(variable);
                variables.len().saturating_sub(1)
            });
            for (part, own) in family.parts.iter().zip(&family.sums) {
                let sources = part.properties.iter().map(|property| (*property, None));
                let sources = core::iter::once((part.factor, Some(part.gas))).chain(sources);
                let results = wanted.iter().enumerate().filter(|(_, figure)| figure.holds(part));
                terms.push(Term {
                    value: own.emission,
                    variables: activity
                        .into_iter()
                        .chain(sources.filter_map(|source| at.get(&source).copied()))
                        .collect(),
                    results: results.map(|(at, _)| at).collect(),
                });
            }
        }
        uncertainty::simulate(&variables, &terms, wanted.len(), choice, PLACES)
    }

    /// What the quantities of a family come to, as one uncertain thing.
    ///
    /// All parts go with the same quantities, so any part with emissions tells their relative uncertainty.
    fn activity_variable(&self, family: &Family, joined: bool) -> Result<Option<Variable>, Error> {
        let largest = family
            .sums
            .iter()
            .enumerate()
            .max_by_key(|(at, sum)| (sum.emission.unsigned_abs(), usize::MAX.saturating_sub(*at)));
        let Some((largest, sum)) = largest.filter(|(_, sum)| sum.emission != 0) else { return Ok(None) };
        let mut variance = Variance::default();
        let correlation = if joined { Correlation::FULL } else { Correlation::NONE };
        variance.add(&family.deviations(&[largest]), correlation)?;
        let Some(sides) = variance.percent(sum.emission)? else { return Ok(None) };
        let mut spread = Spread::from_sides(sides)?;
        if sum.emission < 0 {
            // Half-widths are of the value; the sides of a multiplier are the other way round.
            spread = spread.turned();
        }
        if spread == Spread::default() {
            return Ok(None);
        }
        let name = family.name(self.catalog);
        let first = family.parts.first();
        let subject = first.map(|part| Subject {
            of: Of::Activity,
            category: part.category,
            activity: &family.activity,
            factor: self.catalog.factor(part.factor),
            gas: None,
        });
        let stated =
            subject.and_then(|subject| self.settings.find(self.catalog, &subject, |rule| rule.distribution));
        // Lines of both signs can turn the sum around: no distribution that stays above zero fits.
        let one_sign = sum.absolute == sum.emission.unsigned_abs();
        let usual = if one_sign { Distribution::usual(spread) } else { Distribution::Normal };
        let shared = first.map(|part| format!("activities of {}", self.catalog.factor(part.factor).id));
        Ok(Some(Variable {
            name: if joined { shared.unwrap_or(name) } else { format!("activity {name}") },
            spread,
            distribution: stated.map_or(usual, |(_, distribution)| distribution),
            floor: one_sign,
        }))
    }
}

fn overflow() -> Error {
    Error::new(Code::Overflow, "the emissions add up to more than 127 bits")
}
