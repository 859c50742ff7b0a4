//! From a row's words to what it is multiplied by. Rows that say the same share one answer.

mod legs;
mod notes;
mod resolved;

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use super::boundary::{self, Held};
use super::options::Options;
use super::plan::{self, Frame, Plan};
use super::scope2::Cover;
use super::upstream;
use crate::activity::{Field, Record};
use crate::error::{Code, Error};
use crate::factor::{Activity, Catalog, Property, ViewOf, Wanted};
use crate::method::Method;
use crate::order::Order;
use crate::period::Period;
use crate::place::Place;
use crate::scope::{Category, Scope};
use crate::unit::{CalorificBasis, Unit};

pub(in crate::inventory) use legs::{market, place_error};
pub(in crate::inventory) use notes::leg_notes;
pub(in crate::inventory) use resolved::{Faults, Leg, NoteText, Resolved, Share, rests_on};

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
pub(in crate::inventory) struct Resolver<'a> {
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
pub(in crate::inventory) fn words(catalog: &Catalog) -> impl Iterator<Item = Field> {
    KEY_FIELDS.into_iter().chain(catalog.has_site_factors().then_some(Field::Site))
}

/// What the answer for a row depends on of its days: within which stretches of validity they lie, and the year.
///
/// Messages name the year, and a factor that is too old by one year more is another answer.
pub(in crate::inventory) fn days(catalog: &Catalog, period: Period) -> (usize, usize, i32) {
    (catalog.era(period.start()), catalog.era(period.end()), chrono::Datelike::year(&period.start()))
}

/// Bytes of keys kept beside the limit on answers: fields may be long.
const HELD: usize = 16 << 20;

impl<'a> Resolver<'a> {
    pub(in crate::inventory) fn new(catalog: &'a Catalog, options: &'a Options) -> Resolver<'a> {
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
    pub(in crate::inventory) fn resolve(&mut self, record: &Record) -> Answer {
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
    pub(in crate::inventory) fn fresh(&mut self, record: &Record) -> Result<Resolved, Faults> {
        let serial = self.serial;
        let answer = self.work_out(record);
        self.serial = serial;
        answer
    }

    /// Where the row that was resolved last stands in the organisation.
    pub(in crate::inventory) fn place_in_organisation(&self) -> Option<&Held> {
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
        let calorific = calorific(record, |text| self.unit(text)).map_err(|fault| faults.push(fault)).ok();
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
                legs::legs(catalog, self.options, record, category, wanted, view, &mut beside.borrow_mut())?;
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
        resolved.notes = notes::notes(catalog, self.options, &resolved, period.end());
        resolved.notes.append(&mut told);
        let mut codes: Vec<&str> = resolved.notes.iter().map(|note| note.code.as_str()).collect();
        codes.order();
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

/// The calorific value that was measured for a row.
pub(in crate::inventory) fn calorific(
    record: &Record,
    mut unit: impl FnMut(&str) -> Result<Unit, Error>,
) -> Result<Option<Property>, (Field, Error)> {
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
    let mut unit = |text: &str| unit(text.trim()).map_err(|error| (Field::CalorificUnit, error));
    let energy = unit(energy)?.with_calorific_basis(basis).map_err(|error| (Field::CalorificUnit, error))?;
    Ok(Some(Property { amount, energy, per: unit(per)? }))
}

fn optional<T>(text: &str, parse: impl Fn(&str) -> Result<T, Error>) -> Result<Option<T>, Error> {
    if text.is_empty() { Ok(None) } else { parse(text).map(Some) }
}
