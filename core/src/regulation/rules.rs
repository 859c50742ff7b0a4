//! The rules of a country on a day, and how answers show them.

use chrono::NaiveDate;

use crate::error::{Code, Error};
use crate::factor::{Catalog, Rule, Topic};
use crate::inventory::pack_use;
use crate::number::Amount;
use crate::order::Order;
pub(super) use crate::period::day_at as day;
use crate::wire::v1;

/// Reads a figure that may be left out.
pub(super) fn optional(text: &str, path: &str) -> Result<Option<Amount>, Error> {
    if text.is_empty() {
        return Ok(None);
    }
    let amount = Amount::parse(text).map_err(|error| error.at(path.to_owned()))?;
    if amount.is_negative() {
        let message = format!("`{text}` is below zero");
        return Err(Error::new(Code::NegativeQuantity, message)
            .with_help("write a figure of zero or more")
            .at(path.to_owned()));
    }
    Ok(Some(amount))
}

/// Reads a figure that must be there.
pub(super) fn needed(text: &str, path: &str) -> Result<Amount, Error> {
    optional(text, path)?
        .ok_or_else(|| Error::new(Code::MissingValue, "the figure is empty").at(path.to_owned()))
}

/// The rules of a country that are in force on a day: those that another one in force takes the place of are not.
pub(super) struct Book<'c> {
    catalog: &'c Catalog,
    rules: Vec<&'c Rule>,
    /// Rules of the country of any day, for lists of the past.
    all: Vec<&'c Rule>,
}

impl<'c> Book<'c> {
    /// # Errors
    /// `RULE_MISSING` if no pack has a rule of the country.
    pub(super) fn open(catalog: &'c Catalog, country: &str, on: NaiveDate) -> Result<Book<'c>, Error> {
        let all: Vec<&Rule> = catalog.rules().iter().filter(|rule| *rule.country == *country).collect();
        if all.is_empty() {
            let message = format!("no loaded pack has rules of the country `{country}`");
            return Err(Error::new(Code::RuleMissing, message).at("/country"));
        }
        let now: Vec<&Rule> = all.iter().copied().filter(|rule| rule.is_in_force(on)).collect();
        let replaced = |rule: &Rule| {
            now.iter().any(|other| other.supersedes.split('|').any(|id| id.trim() == &*rule.id))
        };
        let rules = now.iter().copied().filter(|rule| !replaced(rule)).collect();
        Ok(Book { catalog, rules, all })
    }

    /// The rules on a topic, in the order of their packs.
    pub(super) fn on(&self, topic: Topic) -> impl Iterator<Item = &'c Rule> {
        self.rules.iter().copied().filter(move |rule| rule.topic == topic)
    }

    /// The rules on a topic, whatever the day.
    pub(super) fn ever(&self, topic: Topic) -> impl Iterator<Item = &'c Rule> {
        self.all.iter().copied().filter(move |rule| rule.topic == topic)
    }

    /// The one rule on a topic and measure; an empty measure fits all.
    ///
    /// # Errors
    /// `RULE_MISSING`, `RULE_AMBIGUOUS`.
    pub(super) fn the(&self, topic: Topic, measure: &str) -> Result<&'c Rule, Error> {
        let mut found = self.on(topic).filter(|rule| measure.is_empty() || *rule.measure == *measure);
        let what = if measure.is_empty() { topic.as_str() } else { measure };
        match (found.next(), found.next()) {
            (Some(rule), None) => Ok(rule),
            (None, _) => {
                Err(Error::new(Code::RuleMissing, format!("no rule `{what}` is in force on the day")))
            }
            (Some(one), Some(two)) => {
                let message = format!("`{}` and `{}` are both in force", one.id, two.id);
                Err(Error::new(Code::RuleAmbiguous, message))
            }
        }
    }

    /// Every sector that a rule names.
    pub(super) fn sectors(&self) -> Vec<&'c str> {
        let words = self.all.iter().flat_map(|rule| rule.sectors.iter());
        let mut sectors: Vec<&str> = words.map(|word| word.trim_start_matches('!')).collect();
        sectors.retain(|word| *word != "*");
        sectors.push("other");
        sectors.order();
        sectors.dedup();
        sectors
    }

    /// Checks that a sector is one that rules speak of.
    ///
    /// # Errors
    /// `CHOICE_MISSING`, `UNKNOWN_VALUE`.
    pub(super) fn check_sector(&self, sector: &str, path: &str) -> Result<(), Error> {
        let known = self.sectors();
        let help = format!("use one of {}", known.join(", "));
        if sector.is_empty() {
            return Err(Error::new(Code::ChoiceMissing, "no sector is named")
                .with_help(help)
                .at(path.to_owned()));
        }
        if known.contains(&sector) {
            return Ok(());
        }
        let message = format!("sector `{sector}` is not known");
        Err(Error::new(Code::UnknownValue, message).with_help(help).at(path.to_owned()))
    }

    /// A rule as answers show it.
    pub(super) fn show(&self, rule: &Rule) -> v1::RuleUse {
        let pack = self.catalog.pack_at(rule.pack).map_or("", |pack| &*pack.id);
        v1::RuleUse {
            id: format!("{pack}/{}", rule.id),
            topic: rule.topic.as_str().into(),
            measure: rule.measure.to_string(),
            value: rule.value.to_string(),
            unit: rule.unit.to_string(),
            reading: rule.reading.to_string(),
            form: rule.form.to_string(),
            says_en: rule.says_en.to_string(),
            says_vi: rule.says_vi.to_string(),
            text: rule.text.to_string(),
            article: rule.article.to_string(),
            in_force: rule.validity(),
            supersedes: rule.supersedes.to_string(),
            confidence: rule.confidence.to_string(),
            note: rule.note.to_string(),
        }
    }

    /// The packs of rules, by identifier.
    pub(super) fn packs<'r>(&self, positions: impl Iterator<Item = usize> + 'r) -> Vec<v1::PackUse> {
        packs(self.catalog, positions)
    }
}

/// The packs at these positions, each once, by identifier.
pub(super) fn packs(catalog: &Catalog, positions: impl Iterator<Item = usize>) -> Vec<v1::PackUse> {
    let positions: std::collections::BTreeSet<usize> = positions.collect();
    let mut packs: Vec<v1::PackUse> =
        positions.into_iter().filter_map(|at| catalog.pack_at(at)).map(pack_use).collect();
    packs.order_by(|a, b| a.id.cmp(&b.id));
    packs
}

/// The lowest of confidences.
pub(super) fn lowest<'a>(all: impl Iterator<Item = &'a str>) -> String {
    const ORDER: [&str; 4] = ["A", "A-", "B", "C"];
    let rank = |word: &str| ORDER.iter().position(|known| *known == word).unwrap_or(ORDER.len());
    all.max_by_key(|word| rank(word)).unwrap_or("").to_owned()
}

/// The state of a criterion for a figure that is known.
pub(super) fn compared(value: Amount, threshold: Option<Amount>) -> &'static str {
    if threshold.is_some_and(|threshold| value >= threshold) { "reached" } else { "not-reached" }
}
