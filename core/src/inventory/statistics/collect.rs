//! From lines to sums that the statistics rest on: memory grows with the sources, never with the rows.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::settings::{Of, Settings, Subject};
use crate::activity::Field;
use crate::error::{Code, Error};
use crate::factor::{Catalog, FactorIndex, Step};
use crate::gas::Gas;
use crate::inventory::{Options, WholeLine};
use crate::order::Order;
use crate::quality::{Quality, Scores};
use crate::scope::{Account, Category};
use crate::uncertainty::{Deviations, Spread, pedigree};

/// One mass that every line of a family adds.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Part {
    pub(super) account: Account,
    pub(super) category: Category,
    pub(super) factor: FactorIndex,
    pub(super) gas: Gas,
    /// Properties of fuels on the way to the factor's unit, sorted.
    pub(super) properties: Vec<FactorIndex>,
}

/// Sums of a part over the lines of its family, in counts of 10^-15 kg CO2e.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct PartSum {
    pub(super) emission: i128,
    pub(super) absolute: u128,
    /// Absolute emissions of lines whose activity has a stated uncertainty.
    pub(super) stated: u128,
}

/// Lines with the same activity and the same factors: each is one quantity times several factors.
#[derive(Clone, Debug)]
pub(super) struct Family {
    pub(super) activity: Box<str>,
    pub(super) parts: Vec<Part>,
    pub(super) sums: Vec<PartSum>,
    pub(super) lines: u64,
    /// Half-widths of the quantities, for each set of parts that some figure adds up.
    subsets: Vec<(Vec<usize>, Deviations)>,
    /// The uncertainty that lines without one take, and the rule that says so.
    default: Option<(usize, Spread)>,
}

/// What is kept of an answer that lines share.
#[derive(Clone, Debug)]
struct Known {
    family: usize,
    /// For each mass of a line, the part that it belongs to; none for what is in no total.
    places: Rc<[Option<usize>]>,
}

/// Which parts a figure adds up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Figure {
    Total(View),
    Account(Account),
    Category(Category, View),
    Gas(Gas, View),
}

/// Which scope 2 account a figure holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum View {
    Location,
    Market,
}

impl View {
    pub(super) const ALL: [View; 2] = [View::Location, View::Market];

    pub(super) fn as_str(self) -> &'static str {
        match self {
            View::Location => "location",
            View::Market => "market",
        }
    }

    pub(super) fn holds(self, account: Account) -> bool {
        match account {
            Account::Scope1 | Account::Scope3 => true,
            Account::Scope2Location => self == View::Location,
            Account::Scope2Market => self == View::Market,
            Account::Offsets => false,
        }
    }
}

impl Figure {
    pub(super) fn holds(self, part: &Part) -> bool {
        match self {
            Figure::Total(view) => view.holds(part.account),
            Figure::Account(account) => part.account == account,
            Figure::Category(category, view) => part.category == category && view.holds(part.account),
            Figure::Gas(gas, view) => part.gas == gas && view.holds(part.account),
        }
    }
}

impl Family {
    /// The parts that a figure adds up.
    pub(super) fn held(&self, figure: Figure) -> Vec<usize> {
        self.parts.iter().enumerate().filter(|(_, part)| figure.holds(part)).map(|(at, _)| at).collect()
    }

    /// Half-widths of the quantities over a set of parts that a figure holds, or one part.
    pub(super) fn deviations(&self, parts: &[usize]) -> Deviations {
        let found = self.subsets.iter().find(|(subset, _)| subset == parts);
        found.map(|(_, deviations)| *deviations).unwrap_or_default()
    }

    /// What tells it from other families, in words.
    pub(super) fn name(&self, catalog: &Catalog) -> String {
        let mut name = self.activity.to_string();
        for part in &self.parts {
            let factor = &catalog.factor(part.factor).id;
            name = format!("{name} {} {} {factor}", part.account.as_str(), part.category);
            for property in &part.properties {
                name = format!("{name} {}", catalog.factor(*property).id);
            }
        }
        name
    }
}

/// How a family is found again.
type Key = (Box<str>, Vec<Part>);

/// Takes the lines of a run.
#[derive(Debug)]
pub(super) struct Collector<'a> {
    catalog: &'a Catalog,
    options: &'a Options,
    settings: &'a Settings,
    pub(super) families: Vec<Family>,
    by_key: BTreeMap<Key, usize>,
    /// By the serial of a line's answer.
    known: Vec<Option<Known>>,
    generation: u64,
    pedigrees: BTreeMap<[u8; 5], Spread>,
    /// Lines that took the uncertainty of each rule.
    pub(super) rule_lines: Vec<u64>,
}

impl<'a> Collector<'a> {
    pub(super) fn new(catalog: &'a Catalog, options: &'a Options, settings: &'a Settings) -> Collector<'a> {
        Collector {
            catalog,
            options,
            settings,
            families: Vec::new(),
            by_key: BTreeMap::new(),
            known: Vec::new(),
            generation: 0,
            pedigrees: BTreeMap::new(),
            rule_lines: vec![0; settings.rules.len()],
        }
    }

    /// Adds a line.
    pub(super) fn add(&mut self, line: &WholeLine<'_>) -> Result<(), Error> {
        let Known { family: at, places } = self.family(line)?;
        let (stated, rule) = match self.stated(line)? {
            Some(spread) => (Some(spread), None),
            None => match self.families.get(at).and_then(|family| family.default) {
                Some((rule, spread)) => (Some(spread), Some(rule)),
                None => (None, None),
            },
        };
        if let Some(count) = rule.and_then(|rule| self.rule_lines.get_mut(rule)) {
            *count = count.saturating_add(1);
        }
        let Some(family) = self.families.get_mut(at) else { return Ok(()) };
        family.lines = family.lines.saturating_add(1);
        let mut effects = vec![0i128; family.parts.len()];
        for (place, mass) in places.iter().zip(line.masses()) {
            let Some(part) = *place else { continue };
            let Some(gwp) = self.catalog.gases().gwp(mass.gas, self.options.gwp) else { continue };
            let effect = mass.mass.co2e(gwp)?.units();
            if let Some(slot) = effects.get_mut(part) {
                *slot = slot.checked_add(effect).ok_or_else(overflow)?;
            }
        }
        for (sum, effect) in family.sums.iter_mut().zip(&effects) {
            sum.emission = sum.emission.checked_add(*effect).ok_or_else(overflow)?;
            sum.absolute = sum.absolute.checked_add(effect.unsigned_abs()).ok_or_else(overflow)?;
            if stated.is_some() {
                sum.stated = sum.stated.checked_add(effect.unsigned_abs()).ok_or_else(overflow)?;
            }
        }
        if let Some(spread) = stated {
            for (parts, deviations) in &mut family.subsets {
                let mut effect = 0i128;
                for part in parts {
                    effect =
                        effect.checked_add(effects.get(*part).copied().unwrap_or(0)).ok_or_else(overflow)?;
                }
                deviations.add(effect, spread)?;
            }
        }
        Ok(())
    }

    /// What the line itself states: its column `uncertainty`, else its five scores if the caller chose that.
    ///
    /// A cell that cannot be read was told as a finding; the line then states nothing.
    fn stated(&mut self, line: &WholeLine<'_>) -> Result<Option<Spread>, Error> {
        let text = line.record.get(Field::Uncertainty);
        if !text.is_empty() {
            let format = self.options.read.number_format;
            return Ok(Spread::parse(text, format, line.record.quantity()).ok());
        }
        let Some(basic) = self.settings.basic_factor else { return Ok(None) };
        let text = line.record.get(Field::Quality);
        let scores =
            if text.is_empty() { None } else { Quality::parse(text).ok().and_then(|cell| cell.scores) };
        let Some(scores) = scores.map(Scores::get) else { return Ok(None) };
        if let Some(known) = self.pedigrees.get(&scores) {
            return Ok(Some(*known));
        }
        let (_, spread) = pedigree(Scores::new(scores)?, basic)?;
        self.pedigrees.insert(scores, spread);
        Ok(Some(spread))
    }

    /// The family of a line.
    fn family(&mut self, line: &WholeLine<'_>) -> Result<Known, Error> {
        let (generation, serial) = line.answer();
        if generation != self.generation {
            self.known.clear();
            self.generation = generation;
        }
        if let Some(Some(known)) = self.known.get(serial) {
            return Ok(known.clone());
        }
        let known = self.learn(line)?;
        if serial >= self.known.len() {
            self.known.resize(serial.saturating_add(1), None);
        }
        if let Some(slot) = self.known.get_mut(serial) {
            *slot = Some(known.clone());
        }
        Ok(known)
    }

    fn learn(&mut self, line: &WholeLine<'_>) -> Result<Known, Error> {
        let mut parts: Vec<Part> = Vec::new();
        let mut places: Vec<Option<usize>> = Vec::new();
        let legs: Vec<_> = line.legs().collect();
        for (leg, mass) in line.legs_of_masses().zip(line.masses()) {
            let counts = self.options.profile.counts(self.catalog.gases().info(mass.gas));
            let choice = legs.get(leg).map(|(_, _, choice, _)| *choice);
            let Some(choice) = choice.filter(|_| counts && mass.account != Account::Offsets) else {
                places.push(None);
                continue;
            };
            let mut properties: Vec<FactorIndex> = choice
                .steps
                .iter()
                .filter_map(|step| match step {
                    Step::Property { factor, .. } => Some(*factor),
                    Step::Term { factor, .. } | Step::Move { factor, .. } => *factor,
                    Step::Unit { .. } | Step::Measured { .. } => None,
                })
                .collect();
            properties.order();
            let part = Part {
                account: mass.account,
                category: mass.category,
                factor: choice.factor,
                gas: mass.gas,
                properties,
            };
            let at = parts.iter().position(|known| *known == part).unwrap_or_else(|| {
                parts.push(part);
                parts.len().saturating_sub(1)
            });
            places.push(Some(at));
        }
        let key = (Box::from(line.activity()), parts.clone());
        let places: Rc<[Option<usize>]> = places.into();
        if let Some(known) = self.by_key.get(&key) {
            return Ok(Known { family: *known, places });
        }
        if self.families.len() >= self.options.limits.groups {
            return Err(Error::new(
                Code::LimitExceeded,
                format!("the ledger has more than {} sources", self.options.limits.groups),
            )
            .with_help("raise the limit `groups`, or divide the ledger"));
        }
        let default = parts.first().and_then(|part| {
            let subject = Subject {
                of: Of::Activity,
                category: part.category,
                activity: line.activity(),
                factor: self.catalog.factor(part.factor),
                gas: None,
            };
            self.settings.find(self.catalog, &subject, |rule| rule.spread)
        });
        let at = self.families.len();
        let mut family = Family {
            activity: line.activity().into(),
            sums: vec![PartSum::default(); parts.len()],
            parts,
            lines: 0,
            subsets: Vec::new(),
            default,
        };
        family.subsets = subsets(&family);
        self.families.push(family);
        self.by_key.insert(key, at);
        Ok(Known { family: at, places })
    }
}

/// Every set of parts that a figure adds up, and every part alone.
fn subsets(family: &Family) -> Vec<(Vec<usize>, Deviations)> {
    let mut sets: Vec<Vec<usize>> = (0..family.parts.len()).map(|at| vec![at]).collect();
    for view in View::ALL {
        sets.push(family.held(Figure::Total(view)));
        for part in &family.parts {
            sets.push(family.held(Figure::Account(part.account)));
            sets.push(family.held(Figure::Category(part.category, view)));
            sets.push(family.held(Figure::Gas(part.gas, view)));
        }
    }
    sets.retain(|set| !set.is_empty());
    sets.order();
    sets.dedup();
    sets.into_iter().map(|set| (set, Deviations::default())).collect()
}

fn overflow() -> Error {
    Error::new(Code::Overflow, "the emissions of a source add up to more than 127 bits")
}
