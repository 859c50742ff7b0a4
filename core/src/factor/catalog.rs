//! The packs that are loaded, and ways to reach what is in them.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use chrono::NaiveDate;

use super::factor_table;
use super::pack::{Pack, PackKind};
use super::parameter::{self, ParameterRow};
use super::policy::PolicyRow;
use super::record::{Factor, Kind, State, Text, Value, ViewOf};
use super::registry::{Activity, Registry};
use super::requirement;
use super::rows::{self, Later};
use super::rule::{Equivalent, Rule};
use super::rule_table;
use super::table::{self, Blends};
use crate::error::{Error, Finding};
use crate::gas::{Family, Gas, GasTable, GwpLock};
use crate::number::Amount;
use crate::order::Order;
use crate::scope::{Category, Scope};
use crate::unit::Unit;
use crate::wire::v1::RequirementSet;

/// Position of a factor in its catalogue.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FactorIndex(pub(crate) usize);

/// Factors, gases, blends and activities of all loaded packs.
///
/// # Example
/// ```
/// use emitrace::factor::Catalog;
///
/// let mut catalog = Catalog::bundled()?;
/// catalog.add_pack_text(r#"+++
/// id = "our-meters"
/// kind = "factors"
/// title = "Our own measurements"
/// publisher = "We"
/// edition = "2025"
/// licence = "internal"
/// attribution = ""
/// source = "meter log"
/// url = ""
/// retrieved = "2025-12-31"
/// confidence = "A"
/// +++
/// factor,activity,kind,gas,value,state,value_unit,per_unit,place,valid_from,valid_to,scope,category,view,gwp_set,td_losses,lower,upper,cell,confidence,note
/// solar,electricity,emission,CO2,0,value,kg,kWh,VN,,,2,electricity,market,,,,,contract 7,A,
/// "#)?;
/// assert!(catalog.find("our-meters/solar").is_some());
/// # Ok::<(), emitrace::Error>(())
/// ```
#[derive(Clone, Debug, Default)]
pub struct Catalog {
    packs: Vec<Pack>,
    factors: Vec<Factor>,
    by_activity: HashMap<Text, OfActivity>,
    by_id: HashMap<Text, FactorIndex>,
    /// Rows that multiply no activity alone: corrections, rates, indices.
    records: Vec<FactorIndex>,
    registry: Registry,
    gases: GasTable,
    rules: Vec<Rule>,
    equivalents: Vec<Equivalent>,
    /// Days on which some factor starts or stops to be valid: picking cannot change between two of them.
    boundaries: Vec<NaiveDate>,
    site_factors: bool,
    policies: Vec<PolicyRow>,
    /// Tables that are read when something asks for them.
    later: Vec<Arc<Later>>,
    parameters: Vec<ParameterRow>,
    /// Sets of requirements and the places of their packs.
    requirements: Vec<(usize, RequirementSet)>,
}

/// The factors of one activity.
#[derive(Clone, Debug, Default)]
struct OfActivity {
    all: Vec<FactorIndex>,
    by_place: BTreeMap<Text, Vec<FactorIndex>>,
}

impl Catalog {
    /// A catalogue without packs.
    pub fn new() -> Catalog {
        Catalog::default()
    }

    /// The packs that come with emitrace.
    ///
    /// # Errors
    /// `BAD_PACK` or `PACK_DIGEST` if a shipped table was changed.
    #[cfg(feature = "bundled-factors")]
    pub fn bundled() -> Result<Catalog, Error> {
        let mut catalog = Catalog::new();
        catalog.add_shipped(emitrace_factors::PACKS.iter().map(|pack| (pack.description, pack.table)))?;
        Ok(catalog)
    }

    /// Adds the packs that come with emitrace, in any order, from `(description, table)` texts.
    ///
    /// # Errors
    /// `BAD_PACK` or `PACK_DIGEST`.
    pub fn add_shipped<'t>(
        &mut self,
        packs: impl IntoIterator<Item = (&'t str, &'t str)>,
    ) -> Result<(), Error> {
        let mut parsed = Vec::new();
        for (description, table) in packs {
            parsed.push((Pack::parse(description, table, true)?, table));
        }
        // Gases before blends before factors: each refers to the one before.
        parsed.order_by_key(|(pack, _)| match pack.kind {
            PackKind::Gwp => 0,
            PackKind::Blends => 1,
            PackKind::Activities => 2,
            PackKind::Factors
            | PackKind::LeakRates
            | PackKind::Rules
            | PackKind::EnergyEquivalents
            | PackKind::Policies
            | PackKind::CbamGoods
            | PackKind::CbamCategories
            | PackKind::CbamDefaults
            | PackKind::CbamBenchmarks
            | PackKind::CbamFigures
            | PackKind::CbamCountries
            | PackKind::TraceFigures
            | PackKind::Taxonomy
            | PackKind::Crosswalk
            | PackKind::Requirements
            | PackKind::Parameters => 3,
        });
        parsed.into_iter().try_for_each(|(pack, table)| self.take(pack, table))
    }

    /// Adds a user's pack from its description (TOML) and its table (CSV). User packs are asked before shipped ones.
    ///
    /// # Errors
    /// `BAD_PACK` (the first fault; [`check`](super::check) lists all), `PACK_DIGEST`.
    pub fn add_pack(&mut self, description: &str, table: &str) -> Result<(), Error> {
        let pack = Pack::parse(description, table, false)?;
        self.take(pack, table)
    }

    /// Adds a user's pack written as one text: the description between two lines `+++`, then the table.
    ///
    /// # Errors
    /// As [`add_pack`](Catalog::add_pack).
    pub fn add_pack_text(&mut self, text: &str) -> Result<(), Error> {
        let (description, table) = Pack::split(text)?;
        self.add_pack(description, table)
    }

    /// What named policies and pathways ask for, those of the pack loaded last first.
    pub fn policies(&self) -> &[PolicyRow] {
        &self.policies
    }

    /// A number that an act or a standard fixes for its formulas; that of the pack loaded last.
    ///
    /// # Example
    /// ```
    /// let catalog = emitrace::factor::Catalog::bundled()?;
    /// let carbon = catalog.parameter("carbon-to-co2").expect("the CBAM methods act fixes it");
    /// assert_eq!((carbon.value.to_string().as_str(), &*carbon.unit), ("3.664", "tCO2/tC"));
    /// # Ok::<(), emitrace::Error>(())
    /// ```
    pub fn parameter(&self, name: &str) -> Option<&ParameterRow> {
        self.parameters.iter().find(|row| *row.parameter == *name)
    }

    fn take(&mut self, pack: Pack, table: &str) -> Result<(), Error> {
        let mut findings = Vec::new();
        self.load(pack, table, &mut findings);
        match findings.first() {
            None => Ok(()),
            Some(first) => {
                let more = findings.len().saturating_sub(1);
                let also = if more == 0 { String::new() } else { format!(" (and {more} more faults)") };
                let place = format!("row {}, column `{}`", first.position.row, first.position.column);
                Err(Error::new(first.code, format!("{place}: {}{also}", first.message)).at("table.csv"))
            }
        }
    }

    /// Loads a pack; if anything is wrong with it, nothing of it is kept and the findings say what.
    pub(super) fn load(&mut self, mut pack: Pack, table: &str, findings: &mut Vec<Finding>) {
        use crate::error::{Code, Position, Severity};
        let file =
            |message: String| Finding::new(Severity::Error, Code::BadPack, Position::default(), "", message);
        if self.packs.iter().any(|known| known.id == pack.id) {
            findings.push(file(format!("a pack `{}` is already loaded", pack.id)));
            return;
        }
        let at = self.packs.len();
        // What a pack of these kinds changes is kept as it was until the pack is known to be good.
        let before = matches!(pack.kind, PackKind::Gwp | PackKind::Blends | PackKind::Activities)
            .then(|| (self.registry.clone(), self.gases.clone()));
        let mut next = Catalog {
            registry: core::mem::take(&mut self.registry),
            gases: core::mem::take(&mut self.gases),
            ..Catalog::default()
        };
        pack.rows = match pack.kind {
            PackKind::Gwp => {
                let rows = table::gwp(table, &mut next.gases, findings);
                next.release_gases(&pack, at);
                rows
            }
            PackKind::Blends => {
                let (blends, rows) = table::blends(table, &next.gases, findings);
                next.release_blends(&pack, at, blends);
                rows
            }
            PackKind::Activities => {
                let (activities, rows) = table::activities(table, findings);
                for (activity, aliases) in activities {
                    if activity.category == Some(Category::OFFSETS) {
                        next.offset(&pack, at, &activity.id);
                    }
                    next.registry.add(activity, &aliases.iter().map(String::as_str).collect::<Vec<_>>());
                }
                rows
            }
            PackKind::Factors => {
                let usual = |activity: &str| next.registry.get(activity).and_then(|known| known.category);
                let (factors, rows) =
                    factor_table::factors(table, (at, &pack.id), &next.gases, &usual, findings);
                next.factors = factors;
                rows
            }
            PackKind::Rules => {
                let (rules, rows) = rule_table::rules(table, (at, &pack.id), findings);
                next.rules = rules;
                rows
            }
            PackKind::EnergyEquivalents => {
                let (equivalents, rows) = rule_table::equivalents(table, (at, &pack.id), findings);
                next.equivalents = equivalents;
                rows
            }
            PackKind::LeakRates => {
                let (factors, rows) = table::leak_rates(table, (at, &pack.id), findings);
                next.factors = factors;
                rows
            }
            PackKind::Policies => {
                let (policies, rows) = table::policies(table, &pack.id, findings);
                next.policies = policies;
                rows
            }
            PackKind::CbamGoods
            | PackKind::CbamCategories
            | PackKind::CbamDefaults
            | PackKind::CbamBenchmarks
            | PackKind::CbamFigures
            | PackKind::CbamCountries
            | PackKind::TraceFigures
            | PackKind::Taxonomy
            | PackKind::Crosswalk => {
                let later = Later::new(at, &pack, table);
                let rows = if pack.shipped { later.count() } else { later.check(findings) };
                next.later.push(Arc::new(later));
                rows
            }
            PackKind::Requirements => {
                let (set, rows) = requirement::requirements(table, &pack, findings);
                next.requirements.push((at, set));
                rows
            }
            PackKind::Parameters => {
                let (parameters, rows) = parameter::parameters(table, &pack.id, findings);
                next.parameters = parameters;
                rows
            }
        };
        (self.registry, self.gases) = match before {
            Some(before) if !findings.is_empty() => before,
            _ => (next.registry, next.gases),
        };
        if findings.is_empty() {
            self.packs.push(pack);
            self.rules.append(&mut next.rules);
            self.equivalents.append(&mut next.equivalents);
            // What a user brings goes before what is shipped, and the younger pack before the older.
            self.policies.splice(0..0, next.policies);
            self.later.splice(0..0, next.later);
            self.parameters.splice(0..0, next.parameters);
            self.requirements.splice(0..0, next.requirements);
            self.factors.reserve(next.factors.len());
            self.by_id.reserve(next.factors.len());
            for factor in next.factors {
                self.insert(factor);
            }
            self.boundaries.order();
            self.boundaries.dedup();
        }
    }

    fn insert(&mut self, factor: Factor) {
        let index = FactorIndex(self.factors.len());
        // What has only calorific values or densities is a fuel, and a ledger cannot mean it by its activity; nor can it
        // mean a leak rate or a price index.
        if !factor.kind.is_property() && !factor.kind.is_parameter() {
            self.registry.imply(&factor.activity, factor.category);
        }
        if factor.kind != Kind::Emission && !factor.kind.is_property() {
            self.records.push(index);
        }
        self.site_factors |= factor.place.starts_with("site:");
        self.boundaries.extend(factor.valid_from);
        self.boundaries.extend(factor.valid_to.and_then(|day| day.succ_opt()));
        let own = self.by_activity.entry(factor.activity.clone()).or_default();
        own.all.push(index);
        own.by_place.entry(factor.place.clone()).or_default().push(index);
        self.by_id.insert(factor.id.clone(), index);
        self.factors.push(factor);
    }

    /// Letting a gas escape is an activity of its own: one kilogram of it is one kilogram.
    fn release_gases(&mut self, pack: &Pack, at: usize) {
        let gases: Vec<(Gas, Box<str>, Family)> = self
            .gases
            .iter()
            .filter(|(_, info)| info.lock.is_none())
            .map(|(gas, info)| (gas, info.name.clone(), info.family))
            .collect();
        for (gas, name, family) in gases {
            // R-134a is what the trade calls HFC-134a.
            let trade = match family {
                Family::Hfc | Family::Hcfc | Family::Cfc => {
                    name.split_once('-').map(|(_, number)| format!("R-{number}"))
                }
                _ => None,
            };
            self.release(pack, at, &name, trade, vec![(gas, Amount::ONE, "by definition".into())]);
        }
        GwpLock::ALL.into_iter().for_each(|lock| self.stated(pack, at, lock));
    }

    /// What somebody states in CO2 equivalent counts as it is stated, frozen at the set that the statement names.
    fn stated(&mut self, pack: &Pack, at: usize, lock: GwpLock) {
        let id = stated_activity(lock);
        if self.registry.get(&id).is_some() {
            return;
        }
        let set = lock.as_str();
        self.registry.add(
            Activity {
                id: id.as_str().into(),
                name_en: format!("CO2 equivalent as stated, {set}").into(),
                name_vi: format!("CO2 tương đương theo công bố, {set}").into(),
                category: None,
                fuel: Box::default(),
                per: "kg".into(),
            },
            &[],
        );
        let parts = vec![(Gas::co2e(lock), Amount::ONE, "by definition".into())];
        self.factors.extend(per_kilogram(pack, at, &id, None, parts));
    }

    fn release_blends(&mut self, pack: &Pack, at: usize, blends: Blends) {
        for (name, parts) in blends {
            let hundredth = Amount::new(1, 2).unwrap_or(Amount::ZERO);
            let parts = parts
                .into_iter()
                .filter_map(|(gas, percent, cell)| Some((gas, percent.try_mul(hundredth).ok()?, cell)))
                .collect();
            self.release(pack, at, &name, None, parts);
        }
    }

    /// A credit is bought by the kilogram of CO2 equivalent that it stands for; its GWP set is not known.
    fn offset(&mut self, pack: &Pack, at: usize, activity: &str) {
        let parts = vec![(Gas::co2e(GwpLock::Unstated), Amount::ONE, "by definition".into())];
        self.factors.extend(per_kilogram(pack, at, activity, Some(Category::OFFSETS), parts));
    }

    fn release(
        &mut self,
        pack: &Pack,
        at: usize,
        name: &str,
        trade: Option<String>,
        parts: Vec<(Gas, Amount, Box<str>)>,
    ) {
        let Ok(category) = Category::parse("fugitive", Some(Scope::One)) else { return };
        let slug = format!("release-{}", name.to_lowercase().replace([' ', '(', ')', '/'], "-"));
        if self.registry.get(&slug).is_some() {
            return;
        }
        let squeezed = name.replace('-', "");
        let trade_squeezed = trade.as_deref().map(|trade| trade.replace('-', ""));
        let aliases: Vec<&str> = [Some(name), Some(&*squeezed), trade.as_deref(), trade_squeezed.as_deref()]
            .into_iter()
            .flatten()
            .collect();
        self.registry.add(
            Activity {
                id: slug.as_str().into(),
                name_en: format!("Release of {name}").into(),
                name_vi: format!("Phát thải {name}").into(),
                category: Some(category),
                fuel: Box::default(),
                per: "kg".into(),
            },
            &aliases,
        );
        self.factors.extend(per_kilogram(pack, at, &slug, Some(category), parts));
    }

    /// The loaded packs, in the order in which they were added.
    pub fn packs(&self) -> &[Pack] {
        &self.packs
    }

    /// The gases and their GWP values.
    pub fn gases(&self) -> &GasTable {
        &self.gases
    }

    /// The rules of laws and standards, in the order of the packs.
    pub fn rules(&self) -> &[Rule] {
        &self.rules
    }

    /// Tonnes of oil equivalent of energies, in the order of the packs.
    pub fn equivalents(&self) -> &[Equivalent] {
        &self.equivalents
    }

    /// The tables of a kind that are read when something asks for them, those of the pack loaded last first.
    fn later(&self, kind: PackKind) -> impl Iterator<Item = (&Pack, &Later)> {
        let of_kind = self.later.iter().filter(move |later| later.kind == kind);
        of_kind.filter_map(|later| Some((self.packs.get(later.pack)?, &**later)))
    }

    /// Goods of the carbon border adjustment mechanism by code, with their packs; a younger pack goes before an older one.
    ///
    /// # Errors
    /// `PACK_DIGEST`, `BAD_PACK` if a shipped table was changed.
    pub fn cbam_goods(&self) -> Result<Vec<(&Pack, &[rows::GoodRow])>, Error> {
        self.later(PackKind::CbamGoods).map(|(pack, later)| Ok((pack, later.goods()?))).collect()
    }

    /// Aggregated goods categories, likewise.
    ///
    /// # Errors
    /// As [`cbam_goods`](Catalog::cbam_goods).
    pub fn cbam_categories(&self) -> Result<Vec<(&Pack, &[rows::CategoryRow])>, Error> {
        self.later(PackKind::CbamCategories).map(|(pack, later)| Ok((pack, later.categories()?))).collect()
    }

    /// Default values by country and code, likewise.
    ///
    /// # Errors
    /// As [`cbam_goods`](Catalog::cbam_goods).
    pub fn cbam_defaults(&self) -> Result<Vec<(&Pack, &[rows::DefaultRow])>, Error> {
        self.later(PackKind::CbamDefaults).map(|(pack, later)| Ok((pack, later.defaults()?))).collect()
    }

    /// Benchmarks by code, likewise.
    ///
    /// # Errors
    /// As [`cbam_goods`](Catalog::cbam_goods).
    pub fn cbam_benchmarks(&self) -> Result<Vec<(&Pack, &[rows::BenchmarkRow])>, Error> {
        self.later(PackKind::CbamBenchmarks).map(|(pack, later)| Ok((pack, later.benchmarks()?))).collect()
    }

    /// Factors, prices, mark-ups, thresholds and days, likewise.
    ///
    /// # Errors
    /// As [`cbam_goods`](Catalog::cbam_goods).
    pub fn cbam_figures(&self) -> Result<Vec<(&Pack, &[rows::FigureRow])>, Error> {
        self.later(PackKind::CbamFigures).map(|(pack, later)| Ok((pack, later.figures()?))).collect()
    }

    /// What trade agreements, custody schemes and the deforestation regulation fix, likewise.
    ///
    /// # Errors
    /// As [`cbam_goods`](Catalog::cbam_goods).
    pub fn trace_figures(&self) -> Result<Vec<(&Pack, &[rows::FigureRow])>, Error> {
        self.later(PackKind::TraceFigures).map(|(pack, later)| Ok((pack, later.figures()?))).collect()
    }

    /// Taxonomies of sustainability reports, likewise: one pack is one taxonomy.
    ///
    /// # Errors
    /// As [`cbam_goods`](Catalog::cbam_goods).
    pub fn taxonomies(&self) -> Result<Vec<(&Pack, &[rows::TaxonomyRow])>, Error> {
        self.later(PackKind::Taxonomy).map(|(pack, later)| Ok((pack, later.taxonomy()?))).collect()
    }

    /// Datapoints, codes and reports of reporting frameworks, likewise.
    ///
    /// # Errors
    /// As [`cbam_goods`](Catalog::cbam_goods).
    pub fn crosswalks(&self) -> Result<Vec<(&Pack, &[rows::CrosswalkRow])>, Error> {
        self.later(PackKind::Crosswalk).map(|(pack, later)| Ok((pack, later.crosswalk()?))).collect()
    }

    /// Countries of the tables, likewise.
    ///
    /// # Errors
    /// As [`cbam_goods`](Catalog::cbam_goods).
    pub fn cbam_countries(&self) -> Result<Vec<(&Pack, &[rows::CountryRow])>, Error> {
        self.later(PackKind::CbamCountries).map(|(pack, later)| Ok((pack, later.countries()?))).collect()
    }

    /// Sets of requirements with their packs; the pack loaded last stands first.
    ///
    /// # Example
    /// ```
    /// let catalog = emitrace::factor::Catalog::bundled()?;
    ///
    /// assert!(catalog.requirement_sets().any(|(pack, set)| *pack.id == *set.id && !set.requirements.is_empty()));
    /// # Ok::<(), emitrace::Error>(())
    /// ```
    pub fn requirement_sets(&self) -> impl Iterator<Item = (&Pack, &RequirementSet)> {
        self.requirements.iter().filter_map(|(at, set)| Some((self.packs.get(*at)?, set)))
    }

    /// The pack at a position that a rule or a factor remembers.
    pub(crate) fn pack_at(&self, at: usize) -> Option<&Pack> {
        self.packs.get(at)
    }

    /// All factors.
    pub fn factors(&self) -> impl Iterator<Item = (FactorIndex, &Factor)> {
        self.factors.iter().enumerate().map(|(at, factor)| (FactorIndex(at), factor))
    }

    /// The factor of an index that this catalogue gave out.
    pub fn factor(&self, index: FactorIndex) -> &Factor {
        match self.factors.get(index.0) {
            Some(factor) => factor,
            None => absent(),
        }
    }

    /// The pack of a factor.
    pub fn pack_of(&self, factor: &Factor) -> Option<&Pack> {
        self.packs.get(factor.pack)
    }

    /// The factors for an activity by their places.
    pub(crate) fn by_place(&self, activity: &str) -> Option<&BTreeMap<Text, Vec<FactorIndex>>> {
        Some(&self.by_activity.get(activity)?.by_place)
    }

    /// The factor of an identifier `pack/factor`.
    pub fn find(&self, id: &str) -> Option<FactorIndex> {
        self.by_id.get(id).copied()
    }

    /// Rows of packs that methods read: corrections, rates, indices.
    pub(crate) fn records(&self) -> impl Iterator<Item = (FactorIndex, &Factor)> {
        self.records.iter().map(|index| (*index, self.factor(*index)))
    }

    /// The factors for an activity or the properties of a fuel.
    pub fn for_activity(&self, activity: &str) -> &[FactorIndex] {
        self.by_activity.get(activity).map_or(&[], |own| own.all.as_slice())
    }

    /// An activity by its identifier.
    pub fn activity(&self, id: &str) -> Option<&Activity> {
        self.registry.get(id)
    }

    /// All activities, by identifier.
    pub fn activities(&self) -> impl Iterator<Item = &Activity> {
        self.registry.iter()
    }

    /// The activity that a text means; scope and category narrow down a word that several activities share.
    ///
    /// # Errors
    /// `MISSING_ACTIVITY`, `UNKNOWN_ACTIVITY` (the help names the nearest), `AMBIGUOUS_ACTIVITY`.
    pub fn resolve_activity(
        &self,
        text: &str,
        category: Option<Category>,
        scope: Option<Scope>,
    ) -> Result<&Activity, Error> {
        self.registry.resolve(text, category, scope)
    }

    /// The activity that a text alone means, if it is one and no other.
    pub(crate) fn only_activity(&self, text: &str) -> Option<&Activity> {
        self.registry.only(text)
    }

    /// Which stretch of days without any change of validity a day lies in.
    pub(crate) fn era(&self, day: NaiveDate) -> usize {
        self.boundaries.partition_point(|boundary| *boundary <= day)
    }

    /// Whether any factor is made for a single site.
    pub(crate) fn has_site_factors(&self) -> bool {
        self.site_factors
    }
}

/// The activity of a statement in CO2 equivalent: `stated-co2e-ar5`.
pub(crate) fn stated_activity(lock: GwpLock) -> String {
    format!("stated-co2e-{}", lock.as_str().to_lowercase())
}

/// A factor of so many kilograms of gas for each kilogram of the activity.
fn per_kilogram(
    pack: &Pack,
    at: usize,
    activity: &str,
    category: Option<Category>,
    parts: Vec<(Gas, Amount, Box<str>)>,
) -> Option<Factor> {
    let kg = Unit::parse("kg").ok()?;
    let value = |(gas, amount, cell): (Gas, Amount, Box<str>)| Value {
        gas: Some(gas),
        state: State::Value,
        amount,
        unit: Some(kg.clone()),
        unit_text: "kg".into(),
        lower: None,
        upper: None,
        cell: cell.into(),
        confidence: "A".into(),
        note: Text::default(),
    };
    Some(Factor {
        id: format!("{}/{activity}", pack.id).into(),
        pack: at,
        activity: activity.into(),
        kind: Kind::Emission,
        place: "001".into(),
        valid_from: None,
        valid_to: None,
        category,
        view: ViewOf::Any,
        td_losses: Text::default(),
        values: parts.into_iter().map(value).collect(),
        per: Some(kg.clone()),
        per_text: "kg".into(),
    })
}

/// What an index of another catalogue shows: nothing that could be multiplied.
fn absent() -> &'static Factor {
    static ABSENT: std::sync::LazyLock<Factor> = std::sync::LazyLock::new(|| Factor {
        id: "none".into(),
        pack: usize::MAX,
        activity: Text::default(),
        kind: Kind::Correction,
        place: Text::default(),
        valid_from: None,
        valid_to: None,
        category: None,
        view: ViewOf::Any,
        td_losses: Text::default(),
        per: None,
        per_text: Text::default(),
        values: Vec::new(),
    });
    &ABSENT
}
