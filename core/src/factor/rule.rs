//! What laws and standards ask for, as rows with their text, article, validity and confidence.

use chrono::NaiveDate;

use super::fold::fold;
use crate::number::Amount;
use crate::unit::Unit;

/// What a rule is about; each topic uses columns of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Topic {
    /// A legal text with the days on which it is in force.
    Text,
    /// A list of facilities: standing on it makes the duty.
    List,
    /// What frees facilities that are no longer on a list.
    Release,
    /// A threshold by which facilities are put on a list.
    Criterion,
    /// A report or summary that falls due on a day of the year.
    Duty,
    /// A figure or day of emissions trading.
    Trading,
    /// A step of making a facility's inventory.
    Step,
    /// A kind of source that a facility's inventory tells apart.
    SourceType,
    /// Which ledger category or activity belongs to which kind of source.
    CategoryType,
    /// Rank of a source of factors.
    FactorOrder,
    /// A check of quality control.
    Check,
    /// A statement on uncertainty.
    Statement,
    /// What makes earlier results be computed again.
    Trigger,
    /// A section of a form.
    Form,
}

impl Topic {
    const ALL: [(Topic, &'static str); 14] = [
        (Topic::Text, "text"),
        (Topic::List, "list"),
        (Topic::Release, "release"),
        (Topic::Criterion, "criterion"),
        (Topic::Duty, "duty"),
        (Topic::Trading, "trading"),
        (Topic::Step, "step"),
        (Topic::SourceType, "source-type"),
        (Topic::CategoryType, "category-type"),
        (Topic::FactorOrder, "factor-order"),
        (Topic::Check, "check"),
        (Topic::Statement, "statement"),
        (Topic::Trigger, "trigger"),
        (Topic::Form, "form"),
    ];

    /// The word that packs write.
    pub fn as_str(self) -> &'static str {
        Topic::ALL.iter().find(|(topic, _)| *topic == self).map_or("text", |(_, word)| word)
    }

    pub(super) fn parse(text: &str) -> Option<Topic> {
        Topic::ALL.iter().find(|(_, word)| *word == text).map(|(topic, _)| *topic)
    }
}

/// When a report falls due, again and again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Due {
    /// Month and day.
    pub month_day: (u32, u32),
    /// First year in which it falls due.
    pub from: i32,
    /// Years between two of them; 0 = once.
    pub every: u32,
    /// The report covers the years from so many before the year in which it is due …
    pub covers_from: i32,
    /// … to so many before it.
    pub covers_to: i32,
}

/// One rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rule {
    /// Identifier, unique in its pack.
    pub id: Box<str>,
    /// Position of its pack in the catalogue.
    pub(crate) pack: usize,
    /// ISO 3166-1 code of the country.
    pub country: Box<str>,
    /// What it is about.
    pub topic: Topic,
    /// Whom it concerns: `listed`, `quota`, `authority` …; empty = everybody.
    pub status: Vec<Box<str>>,
    /// Sectors that it concerns; `!` before a sector leaves it out; empty or `*` = every sector.
    pub sectors: Vec<Box<str>>,
    /// Name of the reading, where a text is read in several ways.
    pub reading: Box<str>,
    /// What is measured or named; its meaning depends on the topic.
    pub measure: Box<str>,
    /// The figure or word.
    pub value: Box<str>,
    /// The figure, where the value is one.
    pub amount: Option<Amount>,
    /// Its unit.
    pub unit: Box<str>,
    /// First year of data that it concerns.
    pub first_year: Option<i32>,
    /// Last year of data that it concerns.
    pub last_year: Option<i32>,
    /// When something falls due.
    pub due: Option<Due>,
    /// Year from which it has effect, where the topic has one.
    pub from_year: Option<i32>,
    /// The form to use.
    pub form: Box<str>,
    /// Who receives it, in English.
    pub recipient_en: Box<str>,
    /// Who receives it, in Vietnamese.
    pub recipient_vi: Box<str>,
    /// What the rule says, in English.
    pub says_en: Box<str>,
    /// What the rule says, in Vietnamese.
    pub says_vi: Box<str>,
    /// The legal text.
    pub text: Box<str>,
    /// Where in the text.
    pub article: Box<str>,
    /// First day in force; `None` = not known.
    pub in_force_from: Option<NaiveDate>,
    /// Last day in force; `None` = open.
    pub in_force_to: Option<NaiveDate>,
    /// The rule that it takes the place of.
    pub supersedes: Box<str>,
    /// `A`, `A-`, `B`, `C`.
    pub confidence: Box<str>,
    /// Remark.
    pub note: Box<str>,
}

impl Rule {
    /// Whether the rule is in force on a day.
    pub fn is_in_force(&self, day: NaiveDate) -> bool {
        self.in_force_from.is_some_and(|from| from <= day) && self.in_force_to.is_none_or(|to| day <= to)
    }

    /// Whether the rule concerns a sector.
    pub fn concerns_sector(&self, sector: &str) -> bool {
        let left_out = self.sectors.iter().any(|word| word.strip_prefix('!') == Some(sector));
        let mut named = self.sectors.iter().filter(|word| !word.starts_with('!')).peekable();
        !left_out && (named.peek().is_none() || named.any(|word| **word == *sector || **word == *"*"))
    }

    /// Whether the rule concerns a status.
    pub fn concerns_status(&self, status: &str) -> bool {
        self.status.is_empty() || self.status.iter().any(|word| **word == *status)
    }

    /// The validity as text: `2025-08-01/`, open ends empty.
    pub fn validity(&self) -> String {
        let day = |day: Option<NaiveDate>| day.map_or_else(String::new, |day| day.to_string());
        format!("{}/{}", day(self.in_force_from), day(self.in_force_to))
    }
}

/// Tonnes of oil equivalent of one unit of an energy: a figure or a range. Good for thresholds, never for emissions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Equivalent {
    /// Identifier, unique in its pack.
    pub id: Box<str>,
    /// Position of its pack in the catalogue.
    pub(crate) pack: usize,
    /// ISO 3166-1 code of the country.
    pub country: Box<str>,
    /// The energy.
    pub energy: Box<str>,
    /// Its English name.
    pub name_en: Box<str>,
    /// Its Vietnamese name.
    pub name_vi: Box<str>,
    /// Further names.
    pub aliases: Vec<Box<str>>,
    /// The unit that it is per.
    pub per: Unit,
    /// That unit as the pack writes it.
    pub per_text: Box<str>,
    /// Lower end; equal to `upper` where the source prints one figure.
    pub lower: Amount,
    /// Upper end.
    pub upper: Amount,
    /// The legal text.
    pub text: Box<str>,
    /// Where in the text.
    pub article: Box<str>,
    /// First day in force.
    pub in_force_from: Option<NaiveDate>,
    /// Last day in force; `None` = open.
    pub in_force_to: Option<NaiveDate>,
    /// `A`, `A-`, `B`, `C`.
    pub confidence: Box<str>,
    /// Remark.
    pub note: Box<str>,
}

impl Equivalent {
    /// Whether a word means this energy: its identifier, one of its names, or an alias, without regard to case.
    pub fn is_called(&self, word: &str) -> bool {
        let wanted = fold(word);
        let names = [&self.energy, &self.name_en, &self.name_vi];
        names.into_iter().chain(&self.aliases).any(|name| fold(name) == wanted)
    }

    /// Whether the coefficient is in force on a day.
    pub fn is_in_force(&self, day: NaiveDate) -> bool {
        self.in_force_from.is_some_and(|from| from <= day) && self.in_force_to.is_none_or(|to| day <= to)
    }
}
