//! The numbers and words that a method reads from a row, or from the records of packs.

use super::plan::{Fault, Frame};
use super::resolve::NoteText;
use crate::activity::Field;
use crate::error::{Code, Error};
use crate::factor::{Factor, FactorIndex, Kind, State};
use crate::method::{Method, Parameter, Range, key};
use crate::number::{Amount, Ratio};
use crate::unit::Unit;

/// A number with where it comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Known {
    pub(super) ratio: Ratio,
    /// The record of a pack; `None` for a number of the row itself.
    pub(super) record: Option<FactorIndex>,
}

/// Reads a row's parameters and gathers every fault.
pub(super) struct Parameters<'a> {
    frame: Frame<'a>,
    method: &'static Method,
    read: Vec<(Parameter, Option<Known>)>,
    notes: Vec<NoteText>,
    faults: Vec<Fault>,
}

/// What a part must not exceed.
const WHOLES: [(Parameter, Parameter); 3] = [
    (Parameter::TotalTkm, Parameter::OwnTkm),
    (Parameter::TotalArea, Parameter::LeasedArea),
    (Parameter::CompanyValue, Parameter::Outstanding),
];

impl<'a> Parameters<'a> {
    pub(super) fn new(frame: Frame<'a>, method: &'static Method) -> Parameters<'a> {
        Parameters { frame, method, read: Vec::new(), notes: Vec::new(), faults: Vec::new() }
    }

    pub(super) fn fault(&mut self, field: Field, error: Error) {
        self.faults.push((field, error));
    }

    pub(super) fn done(self) -> (Vec<NoteText>, Vec<Fault>) {
        (self.notes, self.faults)
    }

    /// The cell of a parameter; `None` if it is empty.
    pub(super) fn cell(&self, parameter: Parameter) -> Option<&'a str> {
        Some(self.frame.record.get(Field::Parameter(parameter))).filter(|text| !text.is_empty())
    }

    pub(super) fn is_filled(&self, parameter: Parameter) -> bool {
        self.cell(parameter).is_some()
    }

    /// Columns that another method would read say that the row means something else.
    pub(super) fn refuse_unread(&mut self) {
        let own = self.method.parameters();
        let unread: Vec<Parameter> = self
            .frame
            .record
            .parameters()
            .filter(|(parameter, text)| !text.is_empty() && !own.iter().any(|(known, _)| known == parameter))
            .map(|(parameter, _)| parameter)
            .collect();
        for parameter in unread {
            let message = format!("the method `{}` does not read `{}`", self.method.id, parameter.name());
            let names: Vec<&str> = own.iter().map(|(known, _)| known.name()).collect();
            let help = match names.as_slice() {
                [] => "it reads the quantity only: empty the cell, or name another method".to_owned(),
                names => format!("it reads {}: empty the cell, or name another method", names.join(", ")),
            };
            self.fault(
                Field::Parameter(parameter),
                Error::new(Code::ParameterUnused, message).with_help(help),
            );
        }
    }

    /// A word that the method needs.
    pub(super) fn text(&mut self, parameter: Parameter) -> Option<&'a str> {
        let cell = self.cell(parameter);
        if cell.is_none() {
            self.missing(parameter, "");
        }
        cell
    }

    pub(super) fn missing(&mut self, parameter: Parameter, why: &str) {
        let message = format!("the method `{}` needs `{}`{why}", self.method.id, parameter.name());
        let help = match parameter.records() {
            [] => format!("fill it with {}: {}", parameter.range().says(), parameter.says()),
            _ => format!(
                "fill it with {}, or with the name of a record `pack/record`: {}",
                parameter.range().says(),
                parameter.says()
            ),
        };
        self.fault(Field::Parameter(parameter), Error::new(Code::ParameterMissing, message).with_help(help));
    }

    /// A number that the method needs: of the row, or of the record that stands in. Read once, faulted once.
    pub(super) fn number(&mut self, parameter: Parameter) -> Option<Known> {
        if let Some((_, known)) = self.read.iter().find(|(of, _)| *of == parameter) {
            return *known;
        }
        let known = match self.cell(parameter) {
            Some(text) => self.of_cell(parameter, text),
            None => self.of_records(parameter),
        };
        let known = known.unwrap_or_else(|error| {
            self.fault(Field::Parameter(parameter), error);
            None
        });
        self.read.push((parameter, known));
        known
    }

    fn of_cell(&mut self, parameter: Parameter, text: &str) -> Result<Option<Known>, Error> {
        if let Some(index) = self.frame.catalog.find(text) {
            let notes = self.frame.catalog.named_notes(self.frame.wanted, &self.frame.options.policy, index);
            return self.of_record(parameter, index, notes).map(Some);
        }
        let percent = text.strip_suffix('%').map(str::trim_end);
        let number = self.frame.options.read.number_format.parse(percent.unwrap_or(text))?;
        let mut ratio = Ratio::from(number);
        if percent.is_some() {
            if parameter.unit() != ("1", "1") {
                let message =
                    format!("`{}` is in {}, not in per cent", parameter.name(), parameter.unit_text());
                return Err(Error::new(Code::ParameterOutOfRange, message));
            }
            ratio = ratio.try_mul(Ratio::pow10(-2)?)?;
        }
        in_range(parameter, ratio)?;
        Ok(Some(Known { ratio, record: None }))
    }

    /// The record of a pack that stands in, found by the row's own words.
    fn of_records(&mut self, parameter: Parameter) -> Result<Option<Known>, Error> {
        let catalog = self.frame.catalog;
        for &template in parameter.records() {
            let mut among: Vec<FactorIndex> = Vec::new();
            let mut named = false;
            if template == Kind::LossRate.as_str() {
                let activity = self.frame.wanted.activity;
                let losses = format!("{activity}-td-losses");
                let is = |factor: &Factor| {
                    factor.kind == Kind::LossRate
                        && (*factor.activity == *activity || *factor.activity == *losses)
                };
                among.extend(catalog.records().filter(|(_, factor)| is(factor)).map(|(index, _)| index));
            } else {
                let Some((slug, by_name)) = self.slug(template) else { continue };
                named = by_name;
                let is = |factor: &Factor| factor.id.split_once('/').is_some_and(|(_, name)| name == slug);
                among.extend(catalog.records().filter(|(_, factor)| is(factor)).map(|(index, _)| index));
            }
            let policy = &self.frame.options.policy;
            let near = catalog.nearest(self.frame.wanted, policy, &among)?;
            if let Some((index, notes)) = near {
                return self.of_record(parameter, index, notes).map(Some);
            }
            // The row names the record by its equipment: another place or a pack that is not asked is no obstacle.
            if let (true, [index]) = (named, among.as_slice()) {
                let notes = catalog.named_notes(self.frame.wanted, policy, *index);
                return self.of_record(parameter, *index, notes).map(Some);
            }
        }
        let words = parameter.records().iter().find_map(|template| self.word_of(template));
        let why = match words {
            Some(word) if self.is_filled(word) => {
                format!(", and no record stands in for `{}`", self.cell(word).unwrap_or_default())
            }
            Some(word) => format!(", or `{}` to find it in a pack", word.name()),
            None => String::new(),
        };
        self.missing(parameter, &why);
        Ok(None)
    }

    /// The parameter whose word a template asks for.
    fn word_of(&self, template: &str) -> Option<Parameter> {
        let (_, rest) = template.split_once('{')?;
        Parameter::from_name(rest.split_once('}')?.0)
    }

    /// The name of a record with the row's words in it, and whether the row itself named it.
    fn slug(&self, template: &str) -> Option<(String, bool)> {
        if template == "{activity}" {
            return Some((self.frame.wanted.activity.to_owned(), false));
        }
        match self.word_of(template) {
            Some(word) => {
                let text = key(self.cell(word)?);
                let slug = template.replace(&format!("{{{}}}", word.name()), &text);
                Some((slug, word == Parameter::Equipment))
            }
            None => Some((template.to_owned(), false)),
        }
    }

    pub(super) fn of_record(
        &mut self,
        parameter: Parameter,
        index: FactorIndex,
        notes: Vec<(Code, Box<str>)>,
    ) -> Result<Known, Error> {
        let factor = self.frame.catalog.factor(index);
        let ratio = value_of(factor, parameter)?;
        in_range(parameter, ratio)?;
        // A rate of a pack says what it is a part of; nothing said means of generation.
        let of = if &*factor.per_text == "consumption" { "consumption" } else { "generation" };
        if factor.kind == Kind::LossRate && self.method.id != format!("losses-of-{of}") {
            let message = format!("`{}` is a share of {of}", factor.id);
            return Err(Error::new(Code::MethodNotAllowed, message)
                .with_help(format!("write the method `losses-of-{of}`")));
        }
        for (code, message) in notes {
            self.notes.push(NoteText { code, about: factor.id.clone(), message });
        }
        Ok(Known { ratio, record: Some(index) })
    }

    /// `+1` or `−1` by a word of the row.
    pub(super) fn sign(&mut self, parameter: Parameter, words: &[(&str, i64)]) -> Option<i64> {
        let text = self.text(parameter)?;
        let wanted = key(text);
        let found = words.iter().find(|(word, _)| *word == wanted).map(|(_, sign)| *sign);
        if found.is_none() {
            let known: Vec<&str> = words.iter().map(|(word, _)| *word).collect();
            let message = format!("`{text}` is no movement of the method `{}`", self.method.id);
            let error =
                Error::new(Code::UnknownValue, message).with_help(format!("write {}", known.join(", ")));
            self.fault(Field::Parameter(parameter), error);
        }
        found
    }

    /// Refuses a part that is larger than its whole; asked when the whole is read, after the part.
    pub(super) fn is_part(&mut self, whole: Parameter, value: Ratio) {
        let part = WHOLES.iter().find(|(known, _)| *known == whole).map(|(_, part)| *part);
        let read = part.and_then(|part| Some((part, self.read.iter().find(|(of, _)| *of == part)?.1?)));
        if let Some((part, known)) = read
            && known.ratio > value
        {
            let message = format!("`{}` is more than `{}`", part.name(), whole.name());
            self.fault(Field::Parameter(part), Error::new(Code::ParameterOutOfRange, message));
        }
    }

    /// A calendar year that the row states.
    pub(super) fn year(&mut self, parameter: Parameter) -> Option<u16> {
        let text = self.text(parameter)?;
        let year = Amount::parse(text)
            .ok()
            .filter(|amount| amount.scale() == 0)
            .and_then(|amount| u16::try_from(amount.mantissa()).ok())
            .filter(|year| (1900..=2100).contains(year));
        if year.is_none() {
            let message = format!("`{text}` is no calendar year");
            self.fault(Field::Parameter(parameter), Error::new(Code::ParameterOutOfRange, message));
        }
        year
    }
}

/// The value of a record in the unit of the parameter.
fn value_of(factor: &Factor, parameter: Parameter) -> Result<Ratio, Error> {
    let refuse = |why: &str| {
        let message = format!("`{}` {why}, and cannot stand in for `{}`", factor.id, parameter.name());
        Error::new(Code::FactorNotMultiplier, message)
            .with_help("name a correction, a rate or a content whose unit is that of the column")
    };
    let [value] = factor.values.as_slice() else { return Err(refuse("has several values")) };
    if factor.kind == Kind::Emission {
        return Err(refuse("is an emission factor"));
    }
    if value.state != State::Value {
        return Err(refuse("has no number"));
    }
    let Some(unit) = &value.unit else { return Err(refuse("has a unit that is not read")) };
    let (above, below) = parameter.unit();
    let (above, below) = (Unit::parse(above)?, Unit::parse(below)?);
    let own = factor.per.clone().unwrap_or_else(Unit::one);
    // Mass per mass is a plain number.
    let ratio = unit
        .ratio_to(&above)
        .and_then(|ratio| ratio.try_div(own.ratio_to(&below)?))
        .or_else(|_| unit.per(&own)?.ratio_to(&above.per(&below)?))
        .map_err(|_| refuse(&format!("is in {}/{}", value.unit_text, factor.per_text)))?;
    Ratio::from(value.amount).try_mul(ratio)
}

/// Refuses a number that the parameter cannot be.
fn in_range(parameter: Parameter, ratio: Ratio) -> Result<(), Error> {
    let fits = match parameter.range() {
        Range::Share => !ratio.is_negative() && ratio <= Ratio::ONE,
        Range::Positive => !ratio.is_negative() && !ratio.is_zero(),
        _ => !ratio.is_negative(),
    };
    if fits {
        return Ok(());
    }
    let message = format!("`{}` is {ratio}, which is not {}", parameter.name(), parameter.range().says());
    Err(Error::new(Code::ParameterOutOfRange, message))
}
