//! From a row's words to what it is multiplied by. Rows that say the same share one answer.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use chrono::NaiveDate;

use super::boundary::{self, Held};
use super::options::Options;
use super::plan::{self, Frame, Plan};
use super::scope2::{self, Cover};
use super::upstream;
use crate::activity::{Field, Record};
use crate::error::{Code, Error};
use crate::factor::{Activity, Catalog, Choice, FactorIndex, Property, Text, ViewOf, Wanted};
use crate::gas::{Family, Gas, GasInfo};
use crate::method::Method;
use crate::number::{Multiplier, Ratio};
use crate::period::Period;
use crate::place::Place;
use crate::scope::{Account, Category, Scope};
use crate::unit::{CalorificBasis, PriceLevel, Unit};

/// One account's part of a line: the gases of one factor.
#[derive(Debug)]
pub(super) struct Leg {
    pub(super) account: Account,
    /// Where the leg is reported: the row's own category, or another one that the row's activity brings with it.
    pub(super) category: Category,
    pub(super) choice: Choice,
    pub(super) gases: Vec<(Gas, Multiplier)>,
    /// Parts of the row that the leg is for, in the order in which they are multiplied after the steps.
    pub(super) shares: Vec<Share>,
    /// The multipliers before the share of the organisation, in the order of the gases; empty without one.
    pub(super) whole: Vec<Multiplier>,
}

/// An exact part of a row, and why only this part counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Share {
    /// `share`: of the organisation; `losses`: lost on the way for one unit that arrived; `covered`, `uncovered`: by an
    /// instrument, or by none.
    pub(super) kind: &'static str,
    pub(super) ratio: Ratio,
    pub(super) about: Box<str>,
    /// The row of a pack that the part stands in.
    pub(super) factor: Option<FactorIndex>,
}

impl Leg {
    pub(super) fn new(account: Account, category: Category, choice: Choice) -> Leg {
        let mut leg =
            Leg { account, category, choice, gases: Vec::new(), shares: Vec::new(), whole: Vec::new() };
        leg.ready();
        leg
    }

    /// Multiplies everything by a part of the row.
    pub(super) fn take(&mut self, share: Share) -> Result<(), Error> {
        for (_, coefficient) in &mut self.choice.coefficients {
            *coefficient = coefficient.times(share.ratio)?;
        }
        self.shares.push(share);
        self.ready();
        Ok(())
    }

    /// Makes the multipliers anew after the coefficients changed.
    pub(super) fn ready(&mut self) {
        let coefficients = self.choice.coefficients.iter();
        self.gases = coefficients.map(|(gas, coefficient)| (*gas, Multiplier::new(coefficient))).collect();
    }
}

/// A fallback or disclosure that applies to every row with this answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct NoteText {
    pub(super) code: Code,
    pub(super) about: Text,
    pub(super) message: Box<str>,
}

/// What rows that say the same are multiplied by.
#[derive(Debug)]
pub(super) struct Resolved {
    pub(super) activity: Box<str>,
    pub(super) category: Category,
    pub(super) region: Box<str>,
    /// Legal entity of the organisation; empty without one.
    pub(super) entity: Box<str>,
    pub(super) unit: Unit,
    /// The calculation method that the row names.
    pub(super) method: Option<&'static Method>,
    /// The price level of the money that the factor is per.
    pub(super) priced: Option<PriceLevel>,
    pub(super) legs: Vec<Leg>,
    pub(super) notes: Vec<NoteText>,
    /// What somebody should look at in every row with this answer.
    pub(super) warnings: Faults,
    /// How instruments cover the row, where there is a register of them.
    pub(super) cover: Option<Cover>,
    /// The codes of the notes, each once, for the line's own record.
    pub(super) marks: Box<str>,
    /// Position in the order of first use within a generation; the tally keeps its own data by it.
    pub(super) serial: usize,
    /// How often the memory of answers was dropped before: numbers start anew each time, so that neither this memory
    /// nor the tally's grows with the rows where every row says something of its own (a calorific value, say).
    pub(super) generation: u64,
}

/// A row that cannot be computed: every fault with the column that it is about.
pub(super) type Faults = Vec<(Field, Error)>;

/// An answer, shared by the rows that it is for.
type Answer = Result<Rc<Resolved>, Rc<Faults>>;

/// What comes with the legs of a row beside them.
#[derive(Default)]
struct Beside {
    notes: Vec<NoteText>,
    warnings: Faults,
    cover: Option<Cover>,
}

/// What a row says of its activity: the word, and the category and scope beside it.
type Said = (Box<str>, Option<Category>, Option<Scope>);

/// Answers by what rows say.
pub(super) struct Resolver<'a> {
    catalog: &'a Catalog,
    options: &'a Options,
    units: HashMap<Box<str>, Result<Unit, Error>>,
    /// Activities by what rows say of them: an unknown one costs a search for names that are near.
    activities: HashMap<Said, Result<&'a Activity, Error>>,
    answers: HashMap<Box<[u8]>, Answer>,
    key: Vec<u8>,
    /// Where the last row stands in the organisation.
    place: Option<Held>,
    held: usize,
    serial: usize,
    generation: u64,
}

/// Everything of a row that its answer depends on, apart from days and sites.
const KEY_FIELDS: [Field; 12] = [
    Field::Activity,
    Field::Unit,
    Field::Region,
    Field::Scope,
    Field::Category,
    Field::View,
    Field::Instrument,
    Field::Factor,
    Field::CalorificValue,
    Field::CalorificUnit,
    Field::CalorificBasis,
    Field::Method,
];

/// Fields that the answer for a row depends on, beside its days.
pub(super) fn words(catalog: &Catalog) -> impl Iterator<Item = Field> {
    KEY_FIELDS.into_iter().chain(catalog.has_site_factors().then_some(Field::Site))
}

/// What the answer for a row depends on of its days: within which stretches of validity they lie, and the year.
///
/// Messages name the year, and a factor that is too old by one year more is another answer.
pub(super) fn days(catalog: &Catalog, period: Period) -> (usize, usize, i32) {
    (catalog.era(period.start()), catalog.era(period.end()), chrono::Datelike::year(&period.start()))
}

/// Bytes of keys kept beside the limit on answers: fields may be long.
const HELD: usize = 16 << 20;

impl<'a> Resolver<'a> {
    pub(super) fn new(catalog: &'a Catalog, options: &'a Options) -> Resolver<'a> {
        Resolver {
            catalog,
            options,
            units: HashMap::new(),
            activities: HashMap::new(),
            answers: HashMap::new(),
            key: Vec::new(),
            place: None,
            held: 0,
            serial: 0,
            generation: 0,
        }
    }

    /// The answer for a row.
    pub(super) fn resolve(&mut self, record: &Record) -> Answer {
        self.key.clear();
        for field in KEY_FIELDS {
            self.key.extend_from_slice(record.get(field).as_bytes());
            self.key.push(0);
        }
        for (_, text) in record.parameters() {
            self.key.extend_from_slice(text.as_bytes());
            self.key.push(0);
        }
        let (start, end, year) = days(self.catalog, record.period());
        self.key.extend_from_slice(&start.to_le_bytes());
        self.key.extend_from_slice(&end.to_le_bytes());
        self.key.extend_from_slice(&year.to_le_bytes());
        if self.catalog.has_site_factors() {
            self.key.extend_from_slice(record.get(Field::Site).as_bytes());
        }
        if let Some(register) = &self.options.instruments {
            register.key(record.get(Field::Site), record.period(), &mut self.key);
        }
        self.place = None;
        if let Some(organisation) = &self.options.organisation {
            match organisation.hold(record.get(Field::Site), record.period()) {
                Ok(held) => {
                    held.key(&mut self.key);
                    self.place = Some(held);
                }
                Err(fault) => {
                    // The row's other faults are told with it; an answer of its own it does not get.
                    let serial = self.serial;
                    let mut faults = self.work_out(record).err().unwrap_or_default();
                    self.serial = serial;
                    faults.push(fault);
                    return Err(Rc::new(faults));
                }
            }
        }
        if let Some(answer) = self.answers.get(self.key.as_slice()) {
            return answer.clone();
        }
        if self.answers.len() >= self.options.limits.answers || self.held > HELD {
            self.answers.clear();
            self.units.clear();
            self.activities.clear();
            (self.held, self.serial) = (0, 0);
            self.generation = self.generation.saturating_add(1);
        }
        self.held = self.held.saturating_add(self.key.len());
        let answer = self.work_out(record).map(Rc::new).map_err(Rc::new);
        self.answers.insert(self.key.as_slice().into(), answer.clone());
        answer
    }

    /// The answer for a row, worked out anew and not remembered: for those who remember answers themselves.
    pub(super) fn fresh(&mut self, record: &Record) -> Result<Resolved, Faults> {
        let serial = self.serial;
        let answer = self.work_out(record);
        self.serial = serial;
        answer
    }

    /// Where the row that was resolved last stands in the organisation.
    pub(super) fn place_in_organisation(&self) -> Option<&Held> {
        self.place.as_ref()
    }

    fn unit(&mut self, text: &str) -> Result<Unit, Error> {
        if let Some(known) = self.units.get(text) {
            return known.clone();
        }
        let parsed = Unit::parse(text);
        self.units.insert(text.into(), parsed.clone());
        parsed
    }

    fn activity(
        &mut self,
        text: &str,
        category: Option<Category>,
        scope: Option<Scope>,
    ) -> Result<&'a Activity, Error> {
        let key = (text.into(), category, scope);
        if let Some(known) = self.activities.get(&key) {
            return known.clone();
        }
        if self.activities.len() >= self.options.limits.answers {
            self.activities.clear();
        }
        let found = self.catalog.resolve_activity(text, category, scope);
        self.activities.insert(key, found.clone());
        found
    }

    /// All faults of the row's words at once; the factor is asked for only when the words are clear.
    fn work_out(&mut self, record: &Record) -> Result<Resolved, Faults> {
        let mut faults = Faults::new();
        let scope = optional(record.get(Field::Scope), Scope::parse).unwrap_or_else(|error| {
            faults.push((Field::Scope, error));
            None
        });
        let category = optional(record.get(Field::Category), |text| Category::parse(text, scope))
            .unwrap_or_else(|error| {
                faults.push((Field::Category, error));
                None
            });
        let unit = self.unit(record.get(Field::Unit)).map_err(|error| faults.push((Field::Unit, error))).ok();
        let place = self.place(record).map_err(|error| faults.push((Field::Region, error))).ok();
        let view = plan::view_word(record)
            .or_else(|| ViewOf::parse(record.get(Field::View)).filter(|view| *view != ViewOf::Residual));
        if view.is_none() {
            let message = format!("view `{}` is not location or market", record.get(Field::View));
            faults.push((Field::View, Error::new(Code::UnknownValue, message)));
        }
        let method = plan::word(record)
            .map(Method::parse)
            .transpose()
            .map_err(|error| faults.push((Field::Method, error)))
            .ok();
        let catalog = self.catalog;
        let activity = self
            .activity(record.get(Field::Activity), category, scope)
            .map_err(|error| faults.push((Field::Activity, error)))
            .ok();
        let calorific = self.calorific(record).map_err(|fault| faults.push(fault)).ok();
        let category = category.or_else(|| {
            let usual = activity?.category?;
            // A scope without a category moves the line only if the usual category is of that scope.
            scope.is_none_or(|scope| scope == usual.scope()).then_some(usual)
        });
        if category.is_none() && faults.is_empty() {
            let name = activity.map_or("", |known| &*known.id);
            let message = format!("the row needs scope and category: `{name}` has no usual one here");
            faults.push((Field::Category, Error::new(Code::MissingScope, message)));
        }
        let (Some(unit), Some(place), Some(view), Some(activity)) = (unit, place, view, activity) else {
            return Err(faults);
        };
        let (Some(calorific), Some(category), Some(method), true) =
            (calorific, category, method, faults.is_empty())
        else {
            return Err(faults);
        };
        let period = record.period();
        let wanted = Wanted {
            activity: &activity.id,
            place: &place,
            site: record.get(Field::Site),
            day: period.start(),
            unit: &unit,
            view,
            calorific,
        };
        let beside = RefCell::new(Beside::default());
        let frame = Frame { catalog, options: self.options, record, category, wanted: &wanted };
        let choose = |wanted: &Wanted<'_>, view: ViewOf| {
            let mut legs =
                legs(catalog, self.options, record, category, wanted, view, &mut beside.borrow_mut())?;
            let mut told = Vec::new();
            if self.options.upstream {
                told =
                    upstream::add(catalog, self.options, category, wanted, &mut legs).map_err(place_error)?;
            }
            Ok((legs, told))
        };
        let plan = method.map(|method| Plan::new(method, frame)).transpose()?;
        let chosen = match &plan {
            Some(plan) => plan.legs(frame, choose),
            None => choose(&wanted, ViewOf::Any),
        };
        let (mut legs, mut told) = chosen.map_err(|fault| vec![fault])?;
        told.extend(plan.map_or_else(|| plan::unread(record), |plan| plan.notes));
        let Beside { notes: beside_legs, mut warnings, cover } = beside.into_inner();
        told.extend(beside_legs);
        if self.options.upstream && category.key() == "3.3" {
            let message = "the option `upstream` computes category 3.3 from rows of scopes 1 and 2: this row may repeat it";
            warnings.push((Field::Category, Error::new(Code::UpstreamTwice, message)));
        }
        let mut entity = Box::default();
        if let (Some(organisation), Some(held)) = (&self.options.organisation, &self.place) {
            let more = boundary::apply(self.options, held, &mut legs)
                .map_err(|error| vec![(Field::Quantity, error)])?;
            told.extend(more);
            entity = organisation.first(held).map(|span| span.entity.clone()).unwrap_or_default();
        }
        let mut resolved = Resolved {
            activity: activity.id.clone(),
            category,
            region: place.as_str().into(),
            entity,
            unit: unit.clone(),
            method,
            priced: None,
            notes: Vec::new(),
            warnings,
            cover,
            marks: Box::default(),
            legs,
            serial: self.serial,
            generation: self.generation,
        };
        resolved.priced = resolved
            .legs
            .first()
            .and_then(|leg| catalog.factor(leg.choice.factor).per.as_ref()?.currency()?.level());
        resolved.notes = notes(catalog, self.options, &resolved, period.end());
        resolved.notes.append(&mut told);
        let mut codes: Vec<&str> = resolved.notes.iter().map(|note| note.code.as_str()).collect();
        codes.sort_unstable();
        codes.dedup();
        resolved.marks = codes.join(" ").into();
        self.check_gwp(&resolved)?;
        self.serial = self.serial.saturating_add(1);
        Ok(resolved)
    }

    fn place(&self, record: &Record) -> Result<Place, Error> {
        match (record.get(Field::Region), &self.options.region) {
            ("", Some(region)) => Ok(region.clone()),
            ("", None) => {
                Err(Error::new(Code::UnknownPlace, "the row names no region and none is set for the ledger")
                    .with_help("fill the column `region`, or set the option `region`, e.g. VN"))
            }
            (text, _) => Place::parse(text),
        }
    }

    fn calorific(&mut self, record: &Record) -> Result<Option<Property>, (Field, Error)> {
        let Some(amount) = record.calorific_value() else { return Ok(None) };
        let text = record.get(Field::CalorificUnit);
        let (energy, per) = text.split_once('/').ok_or_else(|| {
            let message = format!("calorific unit `{text}` is not of the form energy/unit");
            (
                Field::CalorificUnit,
                Error::new(Code::UnknownUnit, message).with_help("write for instance MJ/kg or MJ/Nm3"),
            )
        })?;
        let basis = match record.get(Field::CalorificBasis).to_lowercase().as_str() {
            "net" | "lower" | "ncv" | "lhv" | "thấp" => CalorificBasis::Net,
            "gross" | "higher" | "gcv" | "hhv" | "cao" => CalorificBasis::Gross,
            other => {
                let message = format!("`{other}` says neither net nor gross");
                return Err((Field::CalorificBasis, Error::new(Code::MissingCvBasis, message)));
            }
        };
        let mut unit = |text: &str| self.unit(text.trim()).map_err(|error| (Field::CalorificUnit, error));
        let energy =
            unit(energy)?.with_calorific_basis(basis).map_err(|error| (Field::CalorificUnit, error))?;
        Ok(Some(Property { amount, energy, per: unit(per)? }))
    }

    /// A gas that is part of a total but has no GWP in the set would silently count as nothing.
    fn check_gwp(&self, resolved: &Resolved) -> Result<(), Faults> {
        let gases = self.catalog.gases();
        for (gas, _) in resolved.legs.iter().flat_map(|leg| &leg.gases) {
            let info = gases.info(*gas);
            if self.options.profile.counts(info) && gases.gwp(*gas, self.options.gwp).is_none() {
                let message = format!("{} has no GWP in {}", info.name, self.options.gwp);
                return Err(vec![(Field::Activity, Error::new(Code::MissingGwp, message))]);
            }
        }
        Ok(())
    }
}

fn optional<T>(text: &str, parse: impl Fn(&str) -> Result<T, Error>) -> Result<Option<T>, Error> {
    if text.is_empty() { Ok(None) } else { parse(text).map(Some) }
}

/// The accounts that a line goes to, each with its factor.
fn legs(
    catalog: &Catalog,
    options: &Options,
    record: &Record,
    category: Category,
    wanted: &Wanted<'_>,
    view: ViewOf,
    beside: &mut Beside,
) -> Result<Vec<Leg>, (Field, Error)> {
    let named = record.get(Field::Factor);
    let policy = &options.policy;
    let pick = |view: ViewOf| catalog.pick(&Wanted { view, ..wanted.clone() }, policy).map_err(place_error);
    let pick_named = || {
        catalog.pick_named(named, wanted, policy).map_err(|error| match place_error(error) {
            (Field::Activity, error) => (Field::Factor, error),
            other => other,
        })
    };
    let account = match category.scope() {
        Scope::One => Account::Scope1,
        Scope::Three => Account::Scope3,
        Scope::Outside => Account::Offsets,
        Scope::Two => {
            return scope_2((catalog, options), record, category, wanted, (pick, pick_named), beside);
        }
    };
    let choice = if named.is_empty() { pick(view)? } else { pick_named()? };
    let credit = choice.coefficients.iter().any(|(_, coefficient)| coefficient.is_negative());
    if credit && matches!(category.key(), "3.5" | "3.12") {
        let message =
            format!("`{}` is below zero: it credits what is avoided", catalog.factor(choice.factor).id);
        return Err((Field::Factor, Error::new(Code::AvoidedEmissions, message)));
    }
    Ok(vec![Leg::new(account, category, choice)])
}

/// Scope 2 goes to both views, unless the row says that it is for one of them.
fn scope_2(
    (catalog, options): (&Catalog, &Options),
    record: &Record,
    category: Category,
    wanted: &Wanted<'_>,
    (pick, pick_named): (
        impl Fn(ViewOf) -> Result<Choice, (Field, Error)>,
        impl Fn() -> Result<Choice, (Field, Error)>,
    ),
    beside: &mut Beside,
) -> Result<Vec<Leg>, (Field, Error)> {
    let (named, instrument) = (record.get(Field::Factor), record.get(Field::Instrument));
    let mut legs = Vec::with_capacity(2);
    // A named factor speaks for the view that it is made for; with an instrument it is what was contracted.
    let made_for = match catalog.find(named) {
        _ if named.is_empty() => None,
        Some(index) if catalog.factor(index).view == ViewOf::Any && !instrument.is_empty() => {
            Some(ViewOf::Market)
        }
        Some(index) if catalog.factor(index).view == ViewOf::Residual => Some(ViewOf::Market),
        Some(index) => Some(catalog.factor(index).view),
        None => return pick_named().map(|_| legs),
    };
    if wanted.view != ViewOf::Market {
        let own = matches!(made_for, Some(ViewOf::Location | ViewOf::Any));
        let choice = if own { pick_named()? } else { pick(ViewOf::Location)? };
        legs.push(Leg::new(Account::Scope2Location, category, choice));
    }
    if wanted.view != ViewOf::Location {
        let own = matches!(made_for, Some(ViewOf::Market | ViewOf::Any));
        if let Some(register) = &options.instruments {
            if own && !instrument.is_empty() {
                let message =
                    format!("the row names `{named}` beside `{instrument}`, whose factor the register has");
                return Err((
                    Field::Factor,
                    Error::new(Code::FactorAmbiguous, message).with_help(
                        "leave the column `factor` empty in rows that name a registered instrument",
                    ),
                ));
            }
            let rest = || if own { pick_named() } else { market(&pick) };
            let lists = (&mut legs, &mut beside.notes, &mut beside.warnings);
            let from = (register, catalog, &options.policy);
            beside.cover = Some(scope2::cover(from, record, category, wanted, rest, lists)?);
            return Ok(legs);
        }
        let choice = if own {
            pick_named()?
        } else if !instrument.is_empty() {
            let message = format!("the row is covered by `{instrument}` but names no factor for it");
            return Err((Field::Factor, Error::new(Code::FactorMissing, message)
                .with_help("name the factor of the contract or certificate in the column `factor`; zero must be stated by a factor too")));
        } else {
            market(&pick)?
        };
        legs.push(Leg::new(Account::Scope2Market, category, choice));
    }
    Ok(legs)
}

/// The residual mix if a pack has one, else the grid average, which must be disclosed.
pub(super) fn market(
    pick: &impl Fn(ViewOf) -> Result<Choice, (Field, Error)>,
) -> Result<Choice, (Field, Error)> {
    let refused = match pick(ViewOf::Residual) {
        Ok(choice) => return Ok(choice),
        Err((_, error)) if error.code() != Code::FactorMissing => return Err(place_error(error)),
        Err(refused) => refused,
    };
    let mut choice = pick(ViewOf::Location).map_err(|_| refused)?;
    choice.notes.push((
        Code::NoResidualMix,
        "the market-based figure uses the grid average: no residual mix is known".into(),
    ));
    Ok(choice)
}

/// The column that an error of choosing is about.
pub(super) fn place_error(error: Error) -> (Field, Error) {
    let field = match error.code() {
        Code::DimensionMismatch
        | Code::MissingCvBasis
        | Code::MissingGasState
        | Code::AdministrativeUnit
        | Code::UnknownUnit
        | Code::AmbiguousUnit => Field::Unit,
        Code::FactorUnknown | Code::FactorNotMultiplier => Field::Factor,
        _ => Field::Activity,
    };
    (field, error)
}

/// What a reader must know about the factors of a line.
fn notes(catalog: &Catalog, options: &Options, resolved: &Resolved, end: NaiveDate) -> Vec<NoteText> {
    let mut notes: Vec<NoteText> = Vec::new();
    let mut add = |note: NoteText| {
        if !notes.contains(&note) {
            notes.push(note);
        }
    };
    for leg in &resolved.legs {
        leg_notes(catalog, options, leg, end, &mut add);
    }
    notes
}

/// What a reader must know about the factor of one leg.
pub(super) fn leg_notes(
    catalog: &Catalog,
    options: &Options,
    leg: &Leg,
    end: NaiveDate,
    add: &mut dyn FnMut(NoteText),
) {
    let factor = catalog.factor(leg.choice.factor);
    for (code, message) in &leg.choice.notes {
        add(NoteText { code: *code, about: factor.id.clone(), message: message.clone() });
    }
    if factor.valid_to.is_some_and(|to| to < end)
        && !leg.choice.notes.iter().any(|(code, _)| *code == Code::ProxyYear)
    {
        let message = format!("rows start while `{}` is valid and end after it", factor.id);
        add(NoteText { code: Code::PeriodCrossesFactors, about: factor.id.clone(), message: message.into() });
    }
    let missing = missing_gases(catalog, leg);
    if !missing.is_empty() {
        let message = format!("`{}` has no value for {}", factor.id, missing.join(", "));
        add(NoteText { code: Code::PartialGases, about: factor.id.clone(), message: message.into() });
    }
    let locked = |gas: &Gas| -> Option<&GasInfo> {
        let info = catalog.gases().info(*gas);
        let lock = info.lock?;
        (leg.category != Category::OFFSETS && lock != crate::gas::GwpLock::Set(options.gwp)).then_some(info)
    };
    for info in leg.gases.iter().filter_map(|(gas, _)| locked(gas)) {
        let message =
            format!("`{}` is printed as {} and added to a total under {}", factor.id, info.name, options.gwp);
        add(NoteText { code: Code::MixedGwpSets, about: factor.id.clone(), message: message.into() });
    }
}

/// Gases that combustion and power stations give off and that the factor does not speak of.
///
/// A source that prints CO2 only would otherwise look as if there were no methane.
fn missing_gases(catalog: &Catalog, leg: &Leg) -> Vec<&'static str> {
    let burns =
        matches!(leg.category.key(), "1.stationary" | "1.mobile" | "2.electricity" | "2.steam" | "2.heat");
    let factor = catalog.factor(leg.choice.factor);
    let has = |families: &[Family]| {
        factor
            .values
            .iter()
            .filter_map(|value| value.gas)
            .any(|gas| families.contains(&catalog.gases().info(gas).family))
    };
    // A factor in CO2 equivalent holds what its source put in; a contract that states zero CO2 states zero.
    if !burns
        || has(&[Family::Co2e])
        || leg.choice.coefficients.iter().all(|(_, coefficient)| coefficient.is_zero())
    {
        return Vec::new();
    }
    let wanted = [("CO2", Family::Co2), ("CH4", Family::Ch4), ("N2O", Family::N2o)];
    wanted.into_iter().filter(|(_, family)| !has(&[*family])).map(|(name, _)| name).collect()
}

/// The factors and properties that a leg rests on.
pub(super) fn rests_on(leg: &Leg) -> impl Iterator<Item = FactorIndex> {
    let properties = leg.choice.steps.iter().filter_map(|step| match step {
        crate::factor::Step::Property { factor, .. } => Some(*factor),
        crate::factor::Step::Term { factor, .. } | crate::factor::Step::Move { factor, .. } => *factor,
        _ => None,
    });
    let shares = leg.shares.iter().filter_map(|share| share.factor);
    core::iter::once(leg.choice.factor).chain(properties).chain(shares)
}
