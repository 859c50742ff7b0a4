//! A taxonomy as it stands in a pack, with everything that its rows say of each other looked up once.

use std::collections::BTreeMap;

use super::formula::{Formula, Name};
use crate::condition::Condition;
use crate::error::{Code, Error};
use crate::factor::rows::TaxonomyRow;
use crate::factor::{Catalog, Pack};
use crate::number::{Amount, Fraction};
use crate::wire::v1;

/// What a value is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sort {
    Decimal,
    /// A decimal that people read as per cent: 0.284 is 28.4 %.
    Percent,
    Text,
    /// Words in paragraphs.
    TextBlock,
    Boolean,
    Enumeration,
    EnumerationSet,
    Year,
    Date,
}

impl Sort {
    const ALL: [(&'static str, Sort); 9] = [
        ("decimal", Sort::Decimal),
        ("percent", Sort::Percent),
        ("text", Sort::Text),
        ("text-block", Sort::TextBlock),
        ("boolean", Sort::Boolean),
        ("enumeration", Sort::Enumeration),
        ("enumeration-set", Sort::EnumerationSet),
        ("year", Sort::Year),
        ("date", Sort::Date),
    ];

    pub(crate) const fn is_number(self) -> bool {
        matches!(self, Sort::Decimal | Sort::Percent)
    }

    pub(crate) const fn is_text(self) -> bool {
        matches!(self, Sort::Text | Sort::TextBlock)
    }

    pub(crate) const fn is_enumeration(self) -> bool {
        matches!(self, Sort::Enumeration | Sort::EnumerationSet)
    }
}

/// A concept or an input.
#[derive(Clone, Debug)]
pub(crate) struct Concept<'c> {
    pub(crate) row: &'c TaxonomyRow,
    /// Its place in the taxonomy.
    pub(crate) order: usize,
    pub(crate) sort: Sort,
    pub(crate) instant: bool,
    pub(super) low: Option<Fraction>,
    pub(super) high: Option<Fraction>,
    pub(super) when: Condition,
}

/// What a rule is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum RuleKind {
    /// Takes a figure over from an inventory or an energy account.
    Source,
    /// Fixes a figure.
    Identity,
    /// Gives a figure that nobody states, and checks none.
    Default,
    /// Is true in most cases.
    Expectation,
    /// Is the most that the figure can be.
    Limit,
}

/// A rule of a taxonomy.
#[derive(Clone, Debug)]
pub(super) struct Rule<'c> {
    pub(super) target: Name,
    pub(super) kind: RuleKind,
    /// `d3`: three decimals; `s10`: ten significant digits.
    pub(super) digits: &'c str,
    pub(super) formula: Formula,
    pub(super) text: &'c str,
}

/// A taxonomy with its concepts, axes, members, units and rules by name.
#[derive(Debug)]
pub(crate) struct Taxonomy<'c> {
    pub(crate) pack: &'c Pack,
    pub(crate) entry_point: &'c str,
    /// The concept whose members name what a report leaves out; empty if there is none.
    pub(super) omitted: &'c str,
    pub(crate) prefixes: BTreeMap<&'c str, &'c str>,
    pub(crate) units: BTreeMap<&'c str, &'c TaxonomyRow>,
    pub(crate) sections: Vec<&'c TaxonomyRow>,
    pub(crate) axes: BTreeMap<&'c str, &'c TaxonomyRow>,
    pub(crate) members: BTreeMap<&'c str, &'c TaxonomyRow>,
    /// Concepts and inputs.
    pub(crate) concepts: BTreeMap<&'c str, Concept<'c>>,
    pub(super) rules: Vec<Rule<'c>>,
}

/// The part of a name behind its prefix.
pub(crate) fn local(name: &str) -> &str {
    name.split_once(':').map_or(name, |(_, local)| local)
}

impl<'c> Taxonomy<'c> {
    /// The taxonomy of a pack.
    ///
    /// # Errors
    /// `CHOICE_MISSING`, `UNKNOWN_VALUE` for a pack that is not loaded, `BAD_PACK` for one that refers to nothing.
    pub(crate) fn open(catalog: &'c Catalog, id: &str) -> Result<Taxonomy<'c>, Error> {
        let known = catalog.taxonomies()?;
        if let Some((pack, rows)) = known.iter().find(|(pack, _)| *pack.id == *id) {
            return Taxonomy::read(pack, rows);
        }
        let names: Vec<&str> = known.iter().map(|(pack, _)| &*pack.id).collect();
        let (code, message) = match id {
            "" => (Code::ChoiceMissing, "no taxonomy is named".to_owned()),
            other => (Code::UnknownValue, format!("no taxonomy `{other}` is loaded")),
        };
        Err(Error::new(code, message)
            .with_help(format!("use one of {}, or load a pack of kind `taxonomy`", names.join(", ")))
            .at("/taxonomy"))
    }

    fn read(pack: &'c Pack, rows: &'c [TaxonomyRow]) -> Result<Taxonomy<'c>, Error> {
        let of = |what: &'static str| rows.iter().filter(move |row| *row.row == *what);
        let named = |what: &'static str| of(what).map(|row| (&*row.id, row)).collect::<BTreeMap<_, _>>();
        let setting = |id: &str| of("setting").find(|row| *row.id == *id).map_or("", |row| &*row.value);
        let mut taxonomy = Taxonomy {
            pack,
            entry_point: setting("entry-point"),
            omitted: setting("omitted"),
            prefixes: of("prefix").map(|row| (&*row.id, &*row.value)).collect(),
            units: named("unit"),
            sections: of("section").collect(),
            axes: named("axis"),
            members: named("member"),
            concepts: BTreeMap::new(),
            rules: Vec::new(),
        };
        for (order, row) in of("concept").chain(of("input")).enumerate() {
            let concept = concept(order, row).map_err(|why| taxonomy.bad(&row.id, &why))?;
            taxonomy.concepts.insert(&row.id, concept);
        }
        for row in of("rule") {
            let rule = rule(row).map_err(|error| taxonomy.bad(&row.id, error.message()))?;
            taxonomy.rules.push(rule);
        }
        taxonomy.consistent()?;
        Ok(taxonomy)
    }

    fn bad(&self, what: &str, why: &str) -> Error {
        Error::new(Code::BadPack, format!("`{}`: `{what}`: {why}", self.pack.id)).at("table.csv")
    }

    /// Whether what rows refer to is there.
    fn consistent(&self) -> Result<(), Error> {
        if self.entry_point.is_empty() {
            return Err(self.bad("entry-point", "the taxonomy has none"));
        }
        let domains: std::collections::BTreeSet<&str> =
            self.members.values().flat_map(|row| row.domain.iter().map(|domain| &**domain)).collect();
        for concept in self.concepts.values() {
            let row = concept.row;
            if let Some(axis) = row.axes.iter().find(|axis| !self.axes.contains_key(&***axis)) {
                return Err(self.bad(&row.id, &format!("there is no axis `{axis}`")));
            }
            if concept.sort.is_enumeration() && !row.domain.iter().all(|domain| domains.contains(&**domain)) {
                return Err(self.bad(&row.id, "its domain has no members"));
            }
            let sections = &self.sections;
            if let Some(section) = row.section.iter().find(|id| !sections.iter().any(|row| row.id == **id)) {
                return Err(self.bad(&row.id, &format!("there is no section `{section}`")));
            }
        }
        for rule in &self.rules {
            let mut names = vec![&rule.target];
            rule.formula.names(&mut names);
            for name in names {
                let external = ["inventory:", "energy:"].iter().any(|prefix| name.name.starts_with(prefix));
                let member = name.member.as_deref();
                if !external && !self.concepts.contains_key(&*name.name)
                    || member.is_some_and(|member| self.axis_of(&name.name, member).is_none())
                {
                    return Err(self.bad(&rule.target.name, &format!("`{}` refers to nothing", rule.text)));
                }
            }
        }
        Ok(())
    }

    /// The axis of a concept that a member belongs to.
    pub(super) fn axis_of(&self, concept: &str, member: &str) -> Option<&'c str> {
        let member = self.members.get(member)?;
        let axes = &self.concepts.get(concept)?.row.axes;
        axes.iter().find_map(|axis| {
            let axis = self.axes.get(&**axis)?;
            axis.domain.iter().any(|domain| member.domain.contains(domain)).then_some(&*axis.id)
        })
    }

    /// Whether a member belongs to one of the domains of a row.
    pub(super) fn belongs(&self, member: &str, row: &TaxonomyRow) -> bool {
        let known = self.members.get(member);
        known.is_some_and(|member| member.domain.iter().any(|domain| row.domain.contains(domain)))
    }

    /// The section of a concept that comes first.
    pub(crate) fn section_of(&self, concept: &Concept<'_>) -> Option<&'c TaxonomyRow> {
        let first = concept.row.section.first()?;
        self.sections.iter().find(|section| section.id == *first).copied()
    }

    /// Whether a module of the report holds a section.
    ///
    /// # Errors
    /// `CHOICE_MISSING`, `UNKNOWN_VALUE`.
    pub(super) fn module(&self, module: &str) -> Result<bool, Error> {
        let error = |code, message: String| {
            Err(Error::new(code, message).with_help("use basic or comprehensive").at("/module"))
        };
        match module {
            "basic" => Ok(false),
            "comprehensive" => Ok(true),
            "" => error(Code::ChoiceMissing, "no module is named".to_owned()),
            other => error(Code::UnknownValue, format!("module `{other}` is not known")),
        }
    }
}

fn concept(order: usize, row: &TaxonomyRow) -> Result<Concept<'_>, String> {
    let sort = Sort::ALL.iter().find(|(name, _)| *name == &*row.kind).map(|(_, sort)| *sort);
    let (low, high) = row.value.split_once("..").unwrap_or_default();
    let bound = |text: &str| match text {
        "" => Ok(None),
        text => Fraction::parse(text).map(Some).ok_or_else(|| format!("`{text}` is no number")),
    };
    Ok(Concept {
        row,
        order,
        sort: sort.ok_or_else(|| format!("there is no type `{}`", row.kind))?,
        instant: &*row.period == "instant",
        low: bound(low)?,
        high: bound(high)?,
        when: Condition::parse(&row.when).map_err(|error| error.message().to_owned())?,
    })
}

fn rule(row: &TaxonomyRow) -> Result<Rule<'_>, Error> {
    let kind = match &*row.kind {
        "source" => RuleKind::Source,
        "identity" => RuleKind::Identity,
        "default" => RuleKind::Default,
        "expectation" => RuleKind::Expectation,
        _ => RuleKind::Limit,
    };
    let digits = row.value.get(1..).and_then(|text| Amount::parse(text).ok());
    if kind != RuleKind::Limit && (digits.is_none() || !row.value.starts_with(['d', 's'])) {
        return Err(Error::new(Code::BadPack, format!("`{}` says no digits such as d3 or s10", row.value)));
    }
    let target = Formula::parse(&row.id)?.only_name();
    let target = target.ok_or_else(|| Error::new(Code::BadPack, format!("`{}` is no name", row.id)))?;
    Ok(Rule { target, kind, digits: &row.value, formula: Formula::parse(&row.formula)?, text: &row.formula })
}

/// The taxonomies that are loaded, the one loaded last first.
///
/// # Errors
/// `PACK_DIGEST`, `BAD_PACK`.
///
/// # Example
/// ```
/// use emitrace::factor::Catalog;
///
/// let loaded = emitrace::disclosure::taxonomies(&Catalog::bundled()?)?;
/// let vsme = loaded.taxonomies.iter().find(|taxonomy| taxonomy.id == "vsme-2026-05-01").expect("it is shipped");
/// assert_eq!(vsme.concepts, 143);
/// # Ok::<(), emitrace::Error>(())
/// ```
pub fn taxonomies(catalog: &Catalog) -> Result<v1::DisclosureTaxonomiesAnswer, Error> {
    let mut taxonomies = Vec::new();
    for (pack, rows) in catalog.taxonomies()? {
        let read = Taxonomy::read(pack, rows)?;
        let count = |what: &str| {
            let rows = rows.iter().filter(|row| *row.row == *what).count();
            u64::try_from(rows).unwrap_or(u64::MAX)
        };
        taxonomies.push(v1::DisclosureTaxonomy {
            id: pack.id.to_string(),
            title: pack.title.to_string(),
            edition: pack.edition.to_string(),
            entry_point: read.entry_point.into(),
            concepts: count("concept"),
            members: count("member"),
            rules: count("rule"),
        });
    }
    Ok(v1::DisclosureTaxonomiesAnswer { taxonomies })
}
