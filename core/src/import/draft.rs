//! The pack as it grows: factors with their values, each with the cell that it came from.

use std::collections::{BTreeMap, BTreeSet};

use super::names;
use super::report::Report;
use super::slug::slug;
use crate::error::{Code, Error};
use crate::factor::Catalog;
use crate::limits::Limits;
use crate::unit::Unit;

/// What all values of a factor share; the fields are the columns of a pack.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Head {
    /// Name of the factor.
    pub(super) slug: String,
    pub(super) activity: String,
    /// `emission`, `gcv`, `loss-rate` …
    pub(super) kind: &'static str,
    pub(super) per_unit: String,
    pub(super) place: String,
    pub(super) valid_from: String,
    pub(super) valid_to: String,
    pub(super) scope: String,
    pub(super) category: String,
    pub(super) view: String,
    pub(super) td_losses: String,
}

/// One value of a factor; the fields are the columns of a pack.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct DraftValue {
    pub(super) gas: String,
    /// As printed; `None` where the source is blank.
    pub(super) value: Option<String>,
    pub(super) value_unit: String,
    pub(super) gwp_set: String,
    pub(super) cell: String,
    pub(super) confidence: String,
    pub(super) note: String,
    /// How many values of the file it stands for: 0 where a value serves a second activity.
    pub(super) stands_for: u64,
}

/// A factor and its values.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct DraftFactor {
    pub(super) head: Head,
    pub(super) values: Vec<DraftValue>,
}

impl DraftFactor {
    fn count(&self, wanted: impl Fn(&DraftValue) -> bool) -> u64 {
        let values = self.values.iter().filter(|value| wanted(value));
        values.fold(0, |sum, value| sum.saturating_add(value.stands_for))
    }

    pub(super) fn refuse(&self, report: &mut Report, error: &Error) {
        for value in self.values.iter().filter(|value| value.stands_for > 0) {
            report.refused(&value.cell, value.value.as_deref().unwrap_or_default(), error);
            // What stands for several values of the file leaves all of them.
            report.left_with_it(value.stands_for.saturating_sub(1));
        }
    }
}

/// Days of a year, as `valid_from` and `valid_to`.
pub(super) fn year_of(year: u16) -> (String, String) {
    (format!("{year:04}-01-01"), format!("{year:04}-12-31"))
}

/// Factors in the order of the file.
#[derive(Debug)]
pub(super) struct Draft<'c> {
    pub(super) catalog: &'c Catalog,
    pub(super) report: Report,
    factors: Vec<DraftFactor>,
    slugs: BTreeSet<String>,
    /// Units that an activity already has a factor for, at a place and time.
    units: BTreeMap<[String; 5], Vec<Unit>>,
    rows: usize,
}

impl<'c> Draft<'c> {
    pub(super) fn new(catalog: &'c Catalog, report: Report) -> Draft<'c> {
        Draft {
            catalog,
            report,
            factors: Vec::new(),
            slugs: BTreeSet::new(),
            units: BTreeMap::new(),
            rows: 0,
        }
    }

    /// Takes a factor into the pack; one that the pack could not tell apart from another is left and told.
    ///
    /// # Errors
    /// `LIMIT_EXCEEDED` for more rows than a pack may have.
    pub(super) fn add(&mut self, mut factor: DraftFactor, unit_word: &str) -> Result<(), Error> {
        if factor.values.is_empty() {
            return Ok(());
        }
        let limit = Limits::default().pack_rows;
        self.rows = self.rows.saturating_add(factor.values.len());
        if self.rows > limit {
            return Err(Error::new(Code::LimitExceeded, format!("more than {limit} rows for one pack"))
                .with_help("import a part of the file, e.g. one year"));
        }
        if self.slugs.contains(&factor.head.slug) {
            let message = format!("the pack already has a factor `{}`", factor.head.slug);
            factor.refuse(&mut self.report, &Error::new(Code::DuplicateRecord, message));
            return Ok(());
        }
        // A register knows scope and category of its activities; a second opinion could only contradict it.
        let known = self.catalog.activity(&factor.head.activity);
        if known.is_some_and(|known| !known.name_en.is_empty() && known.category.is_some()) {
            factor.head.scope.clear();
            factor.head.category.clear();
        }
        if !self.distinct(&mut factor.head, unit_word) {
            let message = format!(
                "`{}` already has a factor for this kind of unit, place and time",
                factor.head.activity
            );
            factor.refuse(&mut self.report, &Error::new(Code::DuplicateRecord, message));
            return Ok(());
        }
        self.report.taken = self.report.taken.saturating_add(factor.count(|_| true));
        self.report.blank = self.report.blank.saturating_add(factor.count(|value| value.value.is_none()));
        self.slugs.insert(factor.head.slug.clone());
        self.factors.push(factor);
        Ok(())
    }

    /// Gives an activity of its own to a factor that another one of its activity would tie with: the publisher prints
    /// both per kilometre and per mile, and only one of them can have the plain name.
    fn distinct(&mut self, head: &mut Head, unit_word: &str) -> bool {
        let Ok(unit) = Unit::parse(&head.per_unit) else { return true };
        let plain = head.activity.clone();
        for activity in [plain.clone(), format!("{plain}-per-{unit_word}")] {
            let key = [
                activity.clone(),
                head.kind.to_owned(),
                head.place.clone(),
                head.valid_from.clone(),
                head.view.clone(),
            ];
            let units = self.units.entry(key).or_default();
            if !units.iter().any(|known| known.ratio_to(&unit).is_ok()) {
                units.push(unit);
                head.activity = activity;
                return true;
            }
        }
        false
    }

    pub(super) fn factors(&self) -> &[DraftFactor] {
        &self.factors
    }

    /// Takes factors out again that the loader of packs would refuse.
    pub(super) fn withdraw(&mut self, refused: &BTreeMap<usize, Error>) {
        let report = &mut self.report;
        let mut at = 0usize;
        self.factors.retain(|factor| {
            let error = refused.get(&at);
            at = at.saturating_add(1);
            let Some(error) = error else { return true };
            report.taken = report.taken.saturating_sub(factor.count(|_| true));
            report.blank = report.blank.saturating_sub(factor.count(|value| value.value.is_none()));
            factor.refuse(report, error);
            false
        });
    }
}

/// A publisher's unit below a label: as the data of this folder has it, else the code or word that it is.
///
/// # Errors
/// `NOT_IMPORTED` with the reason where the unit is known and must not be taken, else those of [`Unit::parse`].
pub(super) fn unit(format: &str, label: &str, printed: &str) -> Result<names::UnitMeaning, Error> {
    if let Some(known) = names::unit(format, label, printed) {
        if known.per_unit.is_empty() {
            return Err(Error::new(Code::NotImported, known.note.as_str()));
        }
        return Ok(known.clone());
    }
    Unit::parse(printed).map(|_| names::UnitMeaning {
        per_unit: printed.to_owned(),
        value_unit: String::new(),
        word: slug(printed),
        confidence: String::new(),
        note: String::new(),
    })
}
