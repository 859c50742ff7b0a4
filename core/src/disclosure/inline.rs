//! Inline XBRL 1.1: the facts of a page that people read, whoever wrote it.

mod context;
mod number;
mod walk;

use std::collections::{BTreeMap, BTreeSet};

use super::facts;
use super::read::{Place, Reported};
use super::taxonomy::{Sort, Taxonomy};
use crate::error::{Code, Error};
use crate::limits::Limits;
use crate::told::Told;
use crate::wire::v1;
use context::{Context, context, unit};
use walk::{Element, Step, Walk};

const INLINE: &str = "http://www.xbrl.org/2013/inlineXBRL";
const INSTANCE: &str = "http://www.xbrl.org/2003/instance";
const LINKBASE: &str = "http://www.xbrl.org/2003/linkbase";
const XLINK: &str = "http://www.w3.org/1999/xlink";
const XML: &str = "http://www.w3.org/XML/1998/namespace";
const XSI: &str = "http://www.w3.org/2001/XMLSchema-instance";

/// A fact as it is written.
#[derive(Debug)]
struct Written {
    element: Element,
    id: String,
    line: u64,
    hidden: bool,
    concept: String,
    /// The transformation; why it cannot be read.
    format: Result<String, String>,
    language: String,
    text: String,
    /// Names of the value, where it is a list of names.
    names: String,
}

/// An element whose text is collected.
#[derive(Debug)]
enum Kind {
    Fact(Box<Written>),
    Continuation { id: String, next: String },
}

/// A page as it is read.
struct Page<'t> {
    taxonomy: &'t Taxonomy<'t>,
    walk: Walk<'t>,
    hidden: usize,
    excluded: usize,
    languages: Vec<(usize, String)>,
    open: Vec<(usize, Kind, String)>,
    facts: Vec<Written>,
    continuations: BTreeMap<String, (String, String)>,
    contexts: BTreeMap<String, Result<Context, String>>,
    units: BTreeMap<String, Result<String, String>>,
    told: Told,
}

/// The addresses of the taxonomies that a page names.
///
/// # Errors
/// Those of the XML; `BAD_REQUEST` for a page without any.
pub(super) fn entry_points(text: &str) -> Result<Vec<String>, Error> {
    let (mut walk, mut found) = (Walk::new(text, &BTreeMap::new()), Vec::new());
    loop {
        match walk.step()? {
            Step::Open(element) if element.of(LINKBASE) == Some("schemaRef") => {
                found.extend(element.attribute_of(XLINK, "href").map(str::to_owned));
            }
            Step::End if found.is_empty() => {
                return Err(Error::new(Code::BadRequest, "the page names no taxonomy: it is no Inline XBRL")
                    .with_help(
                        "give the page (`.xhtml`), the package (`.xbri`) or the xBRL-JSON of a report",
                    ));
            }
            Step::End => return Ok(found),
            _ => {}
        }
    }
}

/// The facts of a page by a taxonomy; what cannot be read is told, all of it.
///
/// # Errors
/// Those of the XML; `LIMIT_EXCEEDED`.
pub(super) fn read<'t>(taxonomy: &'t Taxonomy<'t>, text: &'t str) -> Result<Reported, Error> {
    let limits = Limits::default();
    let mut page = Page {
        taxonomy,
        walk: Walk::new(text, &taxonomy.prefixes),
        hidden: 0,
        excluded: 0,
        languages: Vec::new(),
        open: Vec::new(),
        facts: Vec::new(),
        continuations: BTreeMap::new(),
        contexts: BTreeMap::new(),
        units: BTreeMap::new(),
        told: Told::new(&limits),
    };
    loop {
        match page.walk.step()? {
            Step::Open(element) => page.element(element)?,
            Step::Text(text) if page.excluded == 0 => {
                for (.., collected) in &mut page.open {
                    collected.push_str(&text);
                }
            }
            Step::Text(_) => {}
            Step::Close => page.close(),
            Step::End => break,
        }
        if page.facts.len() > limits.facts {
            let message = format!("the page has more than {} facts", limits.facts);
            return Err(Error::new(Code::LimitExceeded, message));
        }
    }
    Ok(page.reported())
}

impl Page<'_> {
    fn element(&mut self, element: Element) -> Result<(), Error> {
        let depth = self.walk.depth();
        if let Some(language) = element.attribute_of(XML, "lang") {
            self.languages.push((depth, language.to_owned()));
        }
        let line = self.walk.line();
        match (element.of(INSTANCE), element.of(INLINE)) {
            (Some("context"), _) => {
                let id = element.attribute("id").to_owned();
                let read = context(&self.walk.branch(element)?);
                self.once(&id, line, |page| page.contexts.insert(id.clone(), read).is_none());
            }
            (Some("unit"), _) => {
                let id = element.attribute("id").to_owned();
                let read = unit(&self.walk.branch(element)?);
                self.once(&id, line, |page| page.units.insert(id.clone(), read).is_none());
            }
            (_, Some("hidden")) => self.hidden = depth,
            (_, Some("exclude")) if self.excluded == 0 => self.excluded = depth,
            (_, Some("nonFraction" | "nonNumeric")) => self.fact(element, line),
            (_, Some("continuation")) => {
                let id = element.attribute("id").to_owned();
                let next = element.attribute("continuedAt").to_owned();
                self.open.push((depth, Kind::Continuation { id, next }, String::new()));
            }
            (_, Some(other @ ("fraction" | "tuple"))) => {
                let message = format!("line {line}: facts as `{other}` are not read");
                self.told.error(Code::FactInline, &path(element.attribute("id")), other, message);
            }
            _ => {}
        }
        Ok(())
    }

    /// Tells an identifier that stands twice: which of the two is meant, nobody can say.
    fn once(&mut self, id: &str, line: u64, first: impl FnOnce(&mut Self) -> bool) {
        if !first(self) {
            let message = format!("line {line}: the identifier `{id}` stands twice");
            self.told.error(Code::FactInline, &path(id), id, message);
        }
    }

    fn fact(&mut self, element: Element, line: u64) {
        let format = match element.attribute("format") {
            "" => Ok(String::new()),
            name => number::transformation(self.walk.namespace(name), name),
        };
        let id = match element.attribute("id") {
            "" => {
                format!("line-{line}-{}", self.facts.len().saturating_add(self.open.len()).saturating_add(1))
            }
            id => id.to_owned(),
        };
        let fact = Written {
            id,
            line,
            hidden: self.hidden > 0,
            concept: self.walk.named(element.attribute("name")),
            format,
            language: self.languages.last().map(|(_, language)| language.clone()).unwrap_or_default(),
            text: String::new(),
            names: String::new(),
            element,
        };
        self.open.push((self.walk.depth(), Kind::Fact(Box::new(fact)), String::new()));
    }

    /// What ends with the element that was closed.
    fn close(&mut self) {
        let depth = self.walk.depth();
        for end in [&mut self.hidden, &mut self.excluded] {
            if *end > depth {
                *end = 0;
            }
        }
        while self.languages.last().is_some_and(|(of, _)| *of > depth) {
            self.languages.pop();
        }
        while let Some((_, kind, text)) = self.open.pop_if(|(of, ..)| *of > depth) {
            match kind {
                Kind::Fact(mut fact) => {
                    let names = text.split_whitespace().map(|name| self.walk.addressed(name));
                    fact.names = names.collect::<Vec<_>>().join(" ");
                    fact.text = text;
                    self.facts.push(*fact);
                }
                Kind::Continuation { id, next } => {
                    let line = self.walk.line();
                    self.once(&id, line, |page| {
                        page.continuations.insert(id.clone(), (text, next)).is_none()
                    });
                }
            }
        }
    }

    fn reported(mut self) -> Reported {
        let mut report =
            v1::Disclosure { taxonomy: self.taxonomy.pack.id.to_string(), ..v1::Disclosure::default() };
        let (mut places, mut ids) = (Vec::new(), BTreeSet::new());
        for written in core::mem::take(&mut self.facts) {
            let at = path(&written.id);
            let mut fault = |code, value: &str, message: &str| {
                self.told.error(code, &at, value, format!("line {}: {message}", written.line));
            };
            if !ids.insert(written.id.clone()) {
                fault(
                    Code::FactInline,
                    &written.id,
                    &format!("the identifier `{}` stands twice", written.id),
                );
                continue;
            }
            let context = match self.contexts.get(written.element.attribute("contextRef")) {
                Some(Ok(context)) => context,
                Some(Err(why)) => {
                    fault(Code::FactInline, written.element.attribute("contextRef"), why);
                    continue;
                }
                None => {
                    let name = written.element.attribute("contextRef");
                    fault(Code::FactInline, name, &format!("there is no context `{name}`"));
                    continue;
                }
            };
            let entity = v1::DisclosureEntity {
                scheme: context.entity.0.clone(),
                identifier: context.entity.1.clone(),
                name: String::new(),
            };
            if report.entity.identifier.is_empty() {
                report.entity = entity;
            } else if report.entity != entity {
                let message = format!(
                    "the page is about `{}`, this fact about `{}`",
                    report.entity.identifier, entity.identifier
                );
                fault(Code::BadEntity, &entity.identifier, &message);
                continue;
            }
            match stated(self.taxonomy, &self.continuations, &self.units, &written, context) {
                Ok(fact) => {
                    report.facts.push(fact);
                    places.push(Place {
                        id: written.id,
                        pointer: at,
                        line: Some(written.line),
                        hidden: written.hidden,
                    });
                }
                Err(why) => fault(Code::FactInline, &written.text, &why),
            }
        }
        Reported { form: "ixbrl", report, places, sealed: None, findings: self.told.done().1 }
    }
}

/// The place of a fact in the xBRL-JSON of the same facts.
fn path(id: &str) -> String {
    format!("/facts/{id}")
}

/// A fact in the words of the taxonomy.
///
/// # Errors
/// What is wrong with it.
fn stated(
    taxonomy: &Taxonomy<'_>,
    continuations: &BTreeMap<String, (String, String)>,
    units: &BTreeMap<String, Result<String, String>>,
    written: &Written,
    context: &Context,
) -> Result<v1::Fact, String> {
    let element = &written.element;
    let known = taxonomy.concepts.get(written.concept.as_str());
    let number = element.of(INLINE) == Some("nonFraction");
    if known.is_some_and(|known| known.sort.is_number() != number) {
        let says = if number {
            "is no number, and the page states it as one"
        } else {
            "is a number, and the page states words"
        };
        return Err(format!("`{}` {says}", written.concept));
    }
    let format = written.format.as_ref().map_err(Clone::clone)?;
    let mut fact = v1::Fact {
        concept: written.concept.clone(),
        period: context.period.clone(),
        dimensions: context.dimensions.clone(),
        ..v1::Fact::default()
    };
    if !element.attribute("target").is_empty() {
        return Err("the fact belongs to another document of the page (`target`)".into());
    }
    if matches!(element.attribute_of(XSI, "nil"), Some("true" | "1")) {
        return Ok(fact);
    }
    if number {
        fact.value =
            number::plain(&written.text, format, element.attribute("scale"), element.attribute("sign"))?;
        let name = element.attribute("unitRef");
        fact.unit = units.get(name).ok_or_else(|| format!("there is no unit `{name}`"))?.clone()?;
        fact.decimals = match element.attribute("decimals") {
            "INF" => String::new(),
            text if facts::decimals(text).is_some() => text.to_owned(),
            text => return Err(format!("`{text}` is not a number of decimals")),
        };
        return Ok(fact);
    }
    let mut text = written.text.clone();
    let (mut next, mut seen) = (element.attribute("continuedAt"), BTreeSet::new());
    while !next.is_empty() {
        let (more, after) =
            continuations.get(next).ok_or_else(|| format!("there is no continuation `{next}`"))?;
        if !seen.insert(next) {
            return Err(format!("the continuation `{next}` comes back to itself"));
        }
        text.push_str(more);
        next = after;
    }
    let sort = known.map_or(Sort::Text, |known| known.sort);
    fact.value = match format.as_str() {
        "" if sort.is_enumeration() => written.names.clone(),
        "" if sort.is_text() => text,
        "" => text.trim().to_owned(),
        "fixedtrue" | "booleantrue" => "true".into(),
        "fixedfalse" | "booleanfalse" => "false".into(),
        "fixedempty" | "nocontent" => String::new(),
        other => return Err(format!("the format `{other}` is not one of words that is read")),
    };
    if sort.is_text() {
        fact.language.clone_from(&written.language);
    }
    Ok(fact)
}
