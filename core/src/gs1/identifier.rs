//! One form for identifiers of every way of writing them.

use super::element::{
    Element, check_together, looks_scanned, read_bracketed, read_scanned, write_bracketed, write_scanned,
};
use super::epc::{read_epc, write_epc};
use super::link::{Leniency, looks_like_link, read_link, write_link, write_path};
use super::prefix::{Prefix, prefix};
use crate::error::{Code, Error};
use crate::normal::nfc;

/// The stem of canonical Digital Links.
pub(crate) const STEM: &str = "https://id.gs1.org";

/// What digits without anything around them number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Trade items: GTIN, 8 to 14 digits.
    Item,
    /// Places: GLN, 13 digits.
    Place,
    /// Parties: GLN, 13 digits.
    Party,
    /// Pallets, boxes: SSCC, 18 digits.
    LogisticUnit,
    /// Whatever somebody numbers for himself.
    Code,
}

impl Kind {
    /// Reads `item`, `place`, `party`, `logistic_unit` or `code`.
    ///
    /// # Errors
    /// `UNKNOWN_VALUE`.
    pub fn parse(text: &str) -> Result<Kind, Error> {
        match text {
            "item" => Ok(Kind::Item),
            "place" => Ok(Kind::Place),
            "party" => Ok(Kind::Party),
            "logistic_unit" => Ok(Kind::LogisticUnit),
            "code" => Ok(Kind::Code),
            _ => Err(Error::new(
                Code::UnknownValue,
                format!("`{text}` is no kind of thing that digits number"),
            )
            .with_help("use item, place, party, logistic_unit or code")),
        }
    }
}

/// What may be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reading {
    /// Beside Digital Links of the present standard.
    pub links: Leniency,
    /// An element string may lack what stands elsewhere on the thing: associations are not asked for.
    pub part_of_marking: bool,
}

impl Default for Reading {
    fn default() -> Reading {
        let links = Leniency { short_gtin: true, names: true, unknown_attributes: true };
        Reading { links, part_of_marking: false }
    }
}

/// How an identifier was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// A web address with a key.
    DigitalLink,
    /// `urn:epc:…`.
    EpcUrn,
    /// `(01)…(10)…`, or the same as scanned.
    ElementString,
    /// Digits alone.
    Digits,
    /// Another URI.
    Uri,
    /// A code that somebody gave for himself.
    LocalCode,
}

impl Form {
    /// `digital_link`, `epc_urn`, `element_string`, `digits`, `uri` or `local_code`.
    pub fn as_str(self) -> &'static str {
        match self {
            Form::DigitalLink => "digital_link",
            Form::EpcUrn => "epc_urn",
            Form::ElementString => "element_string",
            Form::Digits => "digits",
            Form::Uri => "uri",
            Form::LocalCode => "local_code",
        }
    }
}

/// An identifier that was read: its elements, its one canonical text, and how far it reaches.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Identifier {
    form: Form,
    canonical: Box<str>,
    elements: Vec<Element>,
    company_prefix: Option<Box<str>>,
}

impl Identifier {
    /// Reads an identifier in whatever form. Digits alone need `kind`, for they could number several things.
    ///
    /// A text that is neither a key of GS1 nor a URI is a local code: accepted, and unique only where it was given.
    ///
    /// # Errors
    /// `MISSING_VALUE`, `BAD_IDENTIFIER`, `UNKNOWN_AI`, `BAD_CHECK_DIGIT`, `AI_ASSOCIATION`, `AMBIGUOUS_IDENTIFIER`.
    ///
    /// # Example
    /// ```
    /// use emitrace::gs1::{Identifier, Kind};
    ///
    /// let scanned = Identifier::read("]d20108931234567897" , None)?;
    /// let link = Identifier::read("https://ndatrace.example/01/08931234567897", None)?;
    /// let digits = Identifier::read("8931234567897", Some(Kind::Item))?;
    /// assert_eq!(scanned.canonical(), "https://id.gs1.org/01/08931234567897");
    /// assert!(scanned.canonical() == link.canonical() && link.canonical() == digits.canonical());
    /// assert!(!Identifier::read("PHÔI-07", None)?.is_globally_unique());
    /// # Ok::<(), emitrace::Error>(())
    /// ```
    pub fn read(text: &str, kind: Option<Kind>) -> Result<Identifier, Error> {
        Identifier::read_as(text, kind, Reading::default())
    }

    /// As [`Identifier::read`], with what may be read stated.
    ///
    /// # Errors
    /// As [`Identifier::read`].
    pub fn read_as(text: &str, kind: Option<Kind>, reading: Reading) -> Result<Identifier, Error> {
        let text = text.trim();
        if text.is_empty() {
            return Err(Error::new(Code::MissingValue, "the identifier is empty"));
        }
        if text.starts_with("urn:epc:") {
            let (elements, prefix) = read_epc(text)?;
            return Ok(Identifier::of(Form::EpcUrn, elements, Some(prefix)));
        }
        if looks_like_link(text, reading.links)? {
            return Ok(Identifier::of(Form::DigitalLink, read_link(text, reading.links)?, None));
        }
        if text.starts_with('(') || looks_scanned(text) {
            let elements = if text.starts_with('(') { read_bracketed(text)? } else { read_scanned(text)? };
            if !reading.part_of_marking {
                check_together(&elements)?;
            }
            return Ok(Identifier::of(Form::ElementString, elements, None));
        }
        let keyed = matches!(text.len(), 8 | 12..=14 | 18) || kind.is_some();
        if keyed && kind != Some(Kind::Code) && text.bytes().all(|byte| byte.is_ascii_digit()) {
            return Ok(Identifier::of(Form::Digits, vec![digits(text, kind)?], None));
        }
        let form = if is_uri(text) { Form::Uri } else { Form::LocalCode };
        let canonical = nfc(text.chars()).collect::<String>().into();
        Ok(Identifier { form, canonical, elements: Vec::new(), company_prefix: None })
    }

    /// An identifier of elements: its key first, then the rest in their order.
    fn of(form: Form, mut elements: Vec<Element>, company_prefix: Option<Box<str>>) -> Identifier {
        let key =
            elements.iter().position(|element| element.entry().is_some_and(|entry| entry.key.is_some()));
        if let Some(first) = key.and_then(|at| elements.get_mut(..=at)) {
            first.rotate_right(1);
        }
        let canonical = write_path(&elements, STEM).unwrap_or_else(|| write_bracketed(&elements)).into();
        Identifier { form, canonical, elements, company_prefix }
    }

    /// How it was written.
    pub fn form(&self) -> Form {
        self.form
    }

    /// One text for all ways of writing it: the Digital Link of key and qualifiers at `id.gs1.org`, a URI or a local code as it
    /// is.
    pub fn canonical(&self) -> &str {
        &self.canonical
    }

    /// The elements, the key first; none for URIs and local codes.
    pub fn elements(&self) -> &[Element] {
        &self.elements
    }

    /// The key.
    pub fn key(&self) -> Option<&Element> {
        self.elements.first().filter(|element| element.entry().is_some_and(|entry| entry.key.is_some()))
    }

    /// The company prefix, where it is told.
    pub fn company_prefix(&self) -> Option<&str> {
        self.company_prefix.as_deref()
    }

    /// The same, with the longest of the given company prefixes that its key begins with, if it has told none.
    #[must_use]
    pub fn with_company_prefixes(mut self, prefixes: &[impl AsRef<str>]) -> Identifier {
        if self.company_prefix.is_none() {
            let digits = self.key().and_then(prefixed).unwrap_or_default();
            let longest = prefixes
                .iter()
                .map(AsRef::as_ref)
                .filter(|prefix| digits.starts_with(*prefix))
                .max_by_key(|prefix| prefix.len());
            self.company_prefix = longest.map(Into::into);
        }
        self
    }

    /// The elements as a Digital Link below a stem, attributes in its query; `None` if one of them has no place there.
    pub fn digital_link(&self, stem: &str) -> Option<String> {
        write_link(&self.elements, stem).ok()
    }

    /// The EPC URN; `None` if its company prefix is not told, for it is not guessed, or if there is none.
    pub fn epc_urn(&self) -> Option<String> {
        write_epc(&self.elements, self.company_prefix.as_ref()?.len())
    }

    /// The elements with brackets; `None` for URIs and local codes.
    pub fn bracketed(&self) -> Option<String> {
        (!self.elements.is_empty()).then(|| write_bracketed(&self.elements))
    }

    /// The elements as scanned data; `None` for URIs and local codes.
    pub fn scanned(&self) -> Option<String> {
        (!self.elements.is_empty()).then(|| write_scanned(&self.elements))
    }

    /// The first three digits of the number and what they say.
    pub fn prefix(&self) -> Option<(&str, Prefix)> {
        self.key().and_then(prefix)
    }

    /// Whether it is the same thing wherever it is read: no local code, and no number for circulation within a company.
    pub fn is_globally_unique(&self) -> bool {
        match self.prefix() {
            Some((_, says)) => says != Prefix::RestrictedCirculation,
            None => self.key().is_some() || self.form == Form::Uri,
        }
    }
}

/// The digits of a key from its company prefix on.
fn prefixed(key: &Element) -> Option<&str> {
    key.value().get(usize::from(matches!(key.ai(), "00" | "01" | "8003" | "8006"))..)
}

/// A key of digits alone.
fn digits(text: &str, kind: Option<Kind>) -> Result<Element, Error> {
    match (kind, text.len()) {
        (Some(Kind::Item), 8 | 12..=14) => Element::new("01", &format!("{text:0>14}")),
        (Some(Kind::Place), 13) => Element::new("414", text),
        (Some(Kind::Party), 13) => Element::new("417", text),
        (Some(Kind::LogisticUnit), 18) => Element::new("00", text),
        (None, digits) => {
            let message = format!(
                "{digits} digits could be an item, a place, a party, a logistic unit or a code of one's own"
            );
            Err(Error::new(Code::AmbiguousIdentifier, message))
        }
        (_, digits) => {
            Err(Error::new(Code::BadIdentifier, format!("no number of this kind has {digits} digits")))
        }
    }
}

/// Whether a text has a scheme before a colon.
fn is_uri(text: &str) -> bool {
    let Some((scheme, rest)) = text.split_once(':') else { return false };
    scheme.len() > 1
        && !rest.is_empty()
        && scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"+-.".contains(&byte))
        && text.bytes().all(|byte| byte.is_ascii_graphic())
}
