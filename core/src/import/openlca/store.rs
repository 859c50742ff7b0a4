//! What processes refer to: units, flows, places and sources, each by its identifier.

use std::collections::BTreeMap;

use super::super::draft;
use super::super::names;
use super::super::slug::slug;
use super::json::Object;
use super::package::Kind;
use crate::error::{Code, Error};
use crate::number::{Amount, Ratio};
use crate::unit::Unit;

/// Things by identifier; one that stands twice is nobody's.
#[derive(Debug)]
pub(super) struct Known<T>(BTreeMap<String, Option<T>>);

impl<T> Default for Known<T> {
    fn default() -> Known<T> {
        Known(BTreeMap::new())
    }
}

impl<T> Known<T> {
    /// Takes a thing; whether its identifier is new.
    fn put(&mut self, id: String, thing: T) -> bool {
        let fresh = !self.0.contains_key(&id);
        self.0.insert(id, fresh.then_some(thing));
        fresh
    }

    /// # Errors
    /// `DUPLICATE_RECORD` for an identifier that several data sets have.
    fn get(&self, id: &str) -> Result<Option<&T>, Error> {
        match self.0.get(id) {
            Some(None) => Err(Error::new(Code::DuplicateRecord, format!("`{id}` is several data sets"))
                .with_help("export the data sets again, each of them once")),
            Some(thing) => Ok(thing.as_ref()),
            None => Ok(None),
        }
    }
}

/// A unit as its group defines it.
#[derive(Debug)]
struct GroupUnit {
    name: String,
    /// How many reference units of the group it is.
    factor: Ratio,
    /// Name of the reference unit.
    reference: String,
}

/// A flow.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Flow {
    pub(super) name: String,
    /// `ELEMENTARY_FLOW`, `PRODUCT_FLOW`, `WASTE_FLOW`.
    pub(super) kind: String,
    /// Path of categories; for elementary flows the compartment.
    pub(super) category: String,
    pub(super) cas: String,
}

/// A unit of an exchange in our words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Measure {
    pub(super) unit: Unit,
    pub(super) text: String,
    /// How names call it.
    pub(super) word: String,
    /// Where the package's own definition was followed instead of ours.
    pub(super) note: String,
}

#[derive(Debug, Default)]
pub(super) struct Store {
    units: Known<GroupUnit>,
    flows: Known<Flow>,
    places: Known<String>,
    sources: Known<String>,
}

impl Store {
    /// Takes a data set of a package.
    ///
    /// # Errors
    /// `WRONG_TYPE`, `MISSING_VALUE`, `DUPLICATE_RECORD`, and those of numbers.
    pub(super) fn take(&mut self, kind: Kind, object: &Object<'_>) -> Result<(), Error> {
        let id = identity(object, kind)?;
        let fresh = match kind {
            Kind::UnitGroup => return self.units(object),
            Kind::Flow => {
                let flow = flow(object)?;
                self.flows.put(id.clone(), flow)
            }
            Kind::Location => {
                let (code, name) = (object.text("code")?, object.text("name")?);
                self.places.put(id.clone(), if code.is_empty() { name } else { code })
            }
            Kind::Source => {
                let (name, reference) = (object.text("name")?, object.text("textReference")?);
                self.sources.put(id.clone(), if reference.is_empty() { name } else { reference })
            }
            Kind::ImpactCategory | Kind::Process | Kind::Result => true,
        };
        if fresh { Ok(()) } else { Err(twice(&id, object)) }
    }

    fn units(&mut self, group: &Object<'_>) -> Result<(), Error> {
        let mut units = Vec::new();
        let mut reference = None;
        for unit in group.list("units")? {
            let unit = unit?;
            let name = unit.text("name")?;
            if unit.truth("isRefUnit")? && reference.replace(name.clone()).is_some() {
                return Err(Error::new(Code::ImportLayout, "the group has two reference units")
                    .at(unit.path.as_str()));
            }
            let at = unit.at("conversionFactor");
            let factor = unit.number("conversionFactor")?.unwrap_or("1");
            let factor = Amount::parse(factor).map(Ratio::from).map_err(|error| error.at(at.as_str()))?;
            if factor.is_zero() || factor.is_negative() {
                return Err(Error::new(Code::BadNumber, "a unit is more than zero of its reference").at(at));
            }
            units.push((identity(&unit, Kind::UnitGroup)?, name, factor, unit.path.clone()));
        }
        let reference = reference.ok_or_else(|| {
            Error::new(Code::ImportLayout, "the group has no reference unit").at(group.path.as_str())
        })?;
        let mut result = Ok(());
        for (id, name, factor, path) in units {
            if !self.units.put(id.clone(), GroupUnit { name, factor, reference: reference.clone() }) {
                result =
                    Err(Error::new(Code::DuplicateRecord, format!("the unit `{id}` stands twice")).at(path));
            }
        }
        result
    }

    /// The flow that an object refers to: as its own data set says, else as far as the reference says.
    ///
    /// # Errors
    /// `REFERENCE_MISSING`, `DUPLICATE_RECORD`, `WRONG_TYPE`.
    pub(super) fn flow(&self, of: &Object<'_>) -> Result<Flow, Error> {
        let path = of.at("flow");
        let reference = of
            .object("flow")?
            .ok_or_else(|| Error::new(Code::ReferenceMissing, "no flow is named").at(path.as_str()))?;
        let id = reference.text("@id")?;
        if let Some(known) = self.flows.get(&id).map_err(|error| error.at(path.as_str()))? {
            return Ok(known.clone());
        }
        let named = flow(&reference)?;
        if named.kind.is_empty() || named.name.is_empty() {
            return Err(missing("flow", &id).at(path));
        }
        Ok(named)
    }

    /// The unit of an exchange, as the package defines it.
    ///
    /// # Errors
    /// `REFERENCE_MISSING`, `DUPLICATE_RECORD`, `WRONG_TYPE`, `UNKNOWN_UNIT` and the like.
    pub(super) fn measure(&self, of: &Object<'_>) -> Result<Measure, Error> {
        let path = of.at("unit");
        let none = || Error::new(Code::ReferenceMissing, "no unit is named").at(path.as_str());
        let reference = of.object("unit")?.ok_or_else(none)?;
        let property = match of.object("flowProperty")? {
            Some(property) => property.text("name")?,
            None => String::new(),
        };
        let (id, named) = (reference.text("@id")?, reference.text("name")?);
        let defined = self.units.get(&id).map_err(|error| error.at(path.as_str()))?;
        let Some(defined) = defined else {
            // Without its group only a unit that this library lists for openLCA is sure.
            return match names::unit("openlca", &property, &named) {
                Some(_) => ours(&property, &named).map_err(|error| error.at(path)),
                None => Err(missing("unit", if named.is_empty() { &id } else { &named }).at(path)),
            };
        };
        let own = ours(&property, &defined.name);
        let base = ours(&property, &defined.reference);
        match (own, base) {
            (Ok(own), Err(_)) => Ok(own),
            (Ok(own), Ok(base)) if own.unit.ratio_to(&base.unit) == Ok(defined.factor) => Ok(own),
            (Err(own), Err(_)) => Err(own.at(path)),
            // The package says how large its unit is: that is what its author counted in.
            (_, Ok(base)) => {
                let text = scaled(&base.text, defined.factor);
                let unit = Unit::parse(&text).map_err(|error| error.at(path.as_str()))?;
                let note = format!(
                    "1 {} is {} {} by the unit group of the package",
                    defined.name, defined.factor, defined.reference
                );
                Ok(Measure { unit, text, word: slug(&defined.name), note })
            }
        }
    }

    /// The code of a place.
    ///
    /// # Errors
    /// `REFERENCE_MISSING`, `DUPLICATE_RECORD`, `WRONG_TYPE`.
    pub(super) fn place(&self, of: &Object<'_>) -> Result<Option<String>, Error> {
        let Some(reference) = of.object("location")? else { return Ok(None) };
        let id = reference.text("@id")?;
        match self.places.get(&id).map_err(|error| error.at(reference.path.as_str()))? {
            Some(code) => Ok(Some(code.clone())),
            None => Err(missing("location", &id).at(reference.path)),
        }
    }

    /// What a source is called; its identifier if it is not in the package.
    ///
    /// # Errors
    /// `DUPLICATE_RECORD`, `WRONG_TYPE`.
    pub(super) fn source(&self, reference: &Object<'_>) -> Result<String, Error> {
        let id = reference.text("@id")?;
        if let Some(known) = self.sources.get(&id).map_err(|error| error.at(reference.path.as_str()))? {
            return Ok(known.clone());
        }
        let name = reference.text("name")?;
        Ok(if name.is_empty() { id } else { name })
    }
}

fn flow(object: &Object<'_>) -> Result<Flow, Error> {
    Ok(Flow {
        name: object.text("name")?,
        kind: object.text("flowType")?,
        category: object.text("category")?,
        cas: object.text("cas")?,
    })
}

/// The identifier of a data set.
///
/// # Errors
/// `MISSING_VALUE` if it has none, `WRONG_TYPE` if it says that it is something else.
pub(super) fn identity(object: &Object<'_>, kind: Kind) -> Result<String, Error> {
    let id = object.text("@id")?;
    if id.is_empty() {
        return Err(Error::new(Code::MissingValue, "the data set has no `@id`").at(object.path.as_str()));
    }
    let word = object.text("@type")?;
    let unit = kind == Kind::UnitGroup && word == "Unit";
    if !word.is_empty() && word != kind.name() && !unit {
        let message = format!("`{word}` stands where `{}` is expected", kind.name());
        return Err(Error::new(Code::WrongType, message).at(object.at("@type")));
    }
    Ok(id)
}

pub(super) fn twice(id: &str, object: &Object<'_>) -> Error {
    Error::new(Code::DuplicateRecord, format!("another data set has the identifier `{id}`, too"))
        .with_help("export the data sets again, each of them once")
        .at(object.path.as_str())
}

fn missing(what: &str, name: &str) -> Error {
    Error::new(Code::ReferenceMissing, format!("the {what} `{name}` is not in the package"))
}

/// A unit of openLCA in our words.
fn ours(property: &str, name: &str) -> Result<Measure, Error> {
    let meaning = draft::unit("openlca", property, name)?;
    let unit = Unit::parse(&meaning.per_unit)?;
    Ok(Measure { unit, text: meaning.per_unit, word: meaning.word, note: String::new() })
}

/// A multiple of a unit, as a unit: whole numbers only, so that nothing is rounded.
pub(super) fn scaled(unit: &str, by: Ratio) -> String {
    let times = match by.numerator() {
        1 => unit.to_owned(),
        numerator => format!("{numerator}.{unit}"),
    };
    match by.denominator() {
        1 => times,
        denominator => format!("{times}/{denominator}"),
    }
}
