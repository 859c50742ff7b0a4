//! The rows of all packs of kind `crosswalk`, and the editions of frameworks that are asked for.

use std::collections::{BTreeMap, BTreeSet};

use crate::error::{Code, Error};
use crate::factor::Catalog;
use crate::factor::rows::CrosswalkRow;
use crate::period::Period;
use crate::wire::v1;

/// All rows; what a user brings stands before what is shipped, and wins.
pub(super) struct Crosswalk<'c> {
    rows: Vec<(&'c str, &'c CrosswalkRow)>,
    /// Codes by datapoint and framework.
    codes: BTreeMap<(&'c str, &'c str), &'c CrosswalkRow>,
}

impl<'c> Crosswalk<'c> {
    pub(super) fn open(catalog: &'c Catalog) -> Result<Crosswalk<'c>, Error> {
        let mut rows = Vec::new();
        for (pack, found) in catalog.crosswalks()? {
            rows.extend(found.iter().map(|row| (&*pack.id, row)));
        }
        let mut codes = BTreeMap::new();
        for (_, row) in rows.iter().filter(|(_, row)| &*row.row == "code") {
            codes.entry((&*row.id, &*row.of)).or_insert(*row);
        }
        Ok(Crosswalk { rows, codes })
    }

    /// The rows of a sort, with the packs that they stand in.
    fn of<'s>(&'s self, what: &'s str) -> impl Iterator<Item = (&'c str, &'c CrosswalkRow)> + 's {
        self.rows.iter().copied().filter(move |(_, row)| &*row.row == what)
    }

    /// The datapoints, each once.
    pub(super) fn datapoints(&self) -> Vec<&'c CrosswalkRow> {
        let mut seen = BTreeSet::new();
        self.of("datapoint").map(|(_, row)| row).filter(|row| seen.insert(&*row.id)).collect()
    }

    /// The codes of a datapoint in the frameworks, in their order.
    pub(super) fn codes(&self, id: &str, editions: &[v1::FrameworkEdition]) -> Vec<v1::DatapointCode> {
        let texts = |list: &[Box<str>]| list.iter().map(|text| text.to_string()).collect();
        let found = |edition: &v1::FrameworkEdition| {
            let row = self.codes.get(&(id, edition.id.as_str()))?;
            Some(v1::DatapointCode {
                framework: edition.id.clone(),
                codes: texts(&row.code),
                confidence: row.confidence.to_string(),
                note: row.note.to_string(),
            })
        };
        editions.iter().filter_map(found).collect()
    }

    /// What a taxonomy calls a datapoint: codes that are concepts of its facts.
    pub(super) fn concepts(&self, id: &str) -> impl Iterator<Item = &'c str> + use<'c> {
        let row = self.codes.get(&(id, "vsme-xbrl")).copied();
        row.into_iter().flat_map(|row| row.code.iter().map(|code| &**code))
    }

    /// The row of a report, with its pack.
    pub(super) fn report(&self, id: &str) -> Result<(&'c str, &'c CrosswalkRow), Error> {
        let names = || self.of("report").map(|(_, row)| &*row.id).collect::<Vec<_>>().join(", ");
        if id.is_empty() {
            return Err(Error::new(Code::ChoiceMissing, "the report is not named")
                .with_help(format!("name one of {}", names()))
                .at("/report"));
        }
        self.of("report").find(|(_, row)| &*row.id == id).ok_or_else(|| {
            Error::new(Code::UnknownValue, format!("there is no report `{id}`"))
                .with_help(format!("name one of {}", names()))
                .at("/report")
        })
    }

    /// Sections and items of a report, in the order of its pack.
    pub(super) fn items(&self, pack: &'c str, report: &'c str) -> impl Iterator<Item = &'c CrosswalkRow> {
        let rows = self.rows.iter().filter(move |(own, row)| *own == pack && &*row.of == report);
        rows.map(|(_, row)| *row).filter(|row| matches!(&*row.row, "section" | "item"))
    }

    /// Whether a pack says something that the answer shows.
    pub(super) fn is_shown(&self, pack: &str, editions: &[v1::FrameworkEdition], report: &str) -> bool {
        self.rows.iter().filter(|(own, _)| *own == pack).any(|(_, row)| match &*row.row {
            "code" => editions.iter().any(|edition| *edition.id == *row.of),
            "report" => &*row.id == report,
            _ => false,
        })
    }

    /// The editions of the frameworks that are asked for: an edition by its name, a family by the day (M-291).
    ///
    /// An edition holds by the day of publication or by the first day of the reported period, as its row says.
    pub(super) fn editions(
        &self,
        asked: &[String],
        on: &str,
        period: Option<Period>,
    ) -> Result<Vec<v1::FrameworkEdition>, Error> {
        let published = match on {
            "" => None,
            text => match Period::parse(text) {
                Ok(day) if day.start() == day.end() => Some(day.start()),
                Ok(_) => return Err(Error::new(Code::BadDate, format!("`{text}` is no day")).at("/on")),
                Err(error) => return Err(error.at("/on")),
            },
        };
        let mut seen = BTreeSet::new();
        let all: Vec<&CrosswalkRow> =
            self.of("framework").map(|(_, row)| row).filter(|row| seen.insert(&*row.id)).collect();
        let family = |row: &CrosswalkRow| row.code.first().map(|code| code.to_string()).unwrap_or_default();
        let place = |at: usize| if asked.is_empty() { "/on".to_owned() } else { format!("/frameworks/{at}") };
        let mut names: Vec<String> = asked.to_vec();
        if asked.is_empty() {
            all.iter().for_each(|row| {
                if !names.contains(&family(row)) {
                    names.push(family(row));
                }
            });
        }
        // On which side of its days an edition is: before, in, after.
        let side = |row: &CrosswalkRow| -> Result<core::cmp::Ordering, Error> {
            if row.from.is_empty() && row.until.is_empty() {
                return Ok(core::cmp::Ordering::Equal);
            }
            let by_publication = row.source.iter().any(|word| &**word == "published");
            let day = if by_publication { published } else { period.map(Period::start) };
            let Some(day) = day else {
                let (what, path) = match by_publication {
                    true => ("the day of publication", "/on"),
                    false => ("the period of the inventory", "/inventory/inventory/choices/period"),
                };
                let message = format!("`{}` has editions, and {what} is not said", family(row));
                return Err(Error::new(Code::ChoiceMissing, message)
                    .with_help("give the day as 2026-11-30, or compute the inventory for a period")
                    .at(path));
            };
            let bound = |text: &str| (!text.is_empty()).then(|| Period::parse(text)).transpose();
            Ok(match (bound(&row.from)?, bound(&row.until)?) {
                (Some(from), _) if day < from.start() => core::cmp::Ordering::Less,
                (_, Some(until)) if day > until.end() => core::cmp::Ordering::Greater,
                _ => core::cmp::Ordering::Equal,
            })
        };
        let mut found: Vec<v1::FrameworkEdition> = Vec::new();
        for (at, name) in names.iter().enumerate() {
            let exact: Vec<&&CrosswalkRow> = all.iter().filter(|row| *row.id == **name).collect();
            let kin: Vec<&&CrosswalkRow> = all.iter().filter(|row| family(row) == *name).collect();
            let by_name = !exact.is_empty();
            let candidates = if by_name { exact } else { kin };
            if candidates.is_empty() {
                let known: Vec<&str> = all.iter().map(|row| &*row.id).collect();
                return Err(Error::new(Code::UnknownValue, format!("framework `{name}` is not known"))
                    .with_help(format!("use one of {}, or a family such as gri", known.join(", ")))
                    .at(place(at)));
            }
            let before = found.len();
            for row in candidates {
                let early = match side(row)? {
                    core::cmp::Ordering::Equal => false,
                    core::cmp::Ordering::Less if by_name && &*row.due == "early" => true,
                    _ => continue,
                };
                if !found.iter().any(|edition| *edition.id == *row.id) {
                    found.push(v1::FrameworkEdition {
                        id: row.id.to_string(),
                        label_en: row.label_en.to_string(),
                        label_vi: row.label_vi.to_string(),
                        from: row.from.to_string(),
                        until: row.until.to_string(),
                        early,
                    });
                } else {
                    return Err(Error::new(
                        Code::UnknownValue,
                        format!("framework `{name}` is asked for twice"),
                    )
                    .with_help("name each framework once")
                    .at(place(at)));
                }
            }
            if found.len() == before {
                return Err(Error::new(Code::UnknownValue, format!("`{name}` does not hold on that day"))
                    .with_help("name the family, and the edition that holds is taken; an edition that is replaced cannot be used")
                    .at(place(at)));
            }
        }
        Ok(found)
    }
}
