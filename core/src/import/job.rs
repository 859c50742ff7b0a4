//! What every importer works with: files, choices, the draft, and how a draft becomes an answer.

use super::draft::Draft;
use super::format::{Facts, Format};
use super::grid::{self, Sheet};
use super::pack_text::{self, Description};
use super::report::Report;
use super::slug::slug;
use super::{File, draft::DraftFactor};
use crate::error::{Code, Error};
use crate::factor::Catalog;
use crate::gas::GwpLock;
use crate::limits::Limits;
use crate::place::Place;
use crate::sheet::Workbook;
use crate::wire::v1;

/// What an importer learnt about the edition.
#[derive(Clone, Debug, Default)]
pub(super) struct About {
    /// As the file says it; the caller's word wins.
    pub(super) edition: Option<String>,
    /// Where it differs between editions.
    pub(super) publisher: Option<String>,
    pub(super) licence: Option<String>,
    pub(super) attribution: Option<String>,
    /// Sentences beside those of the format.
    pub(super) not_for: Vec<String>,
}

/// An import under way.
pub(super) struct Job<'a> {
    pub(super) format: Format,
    pub(super) files: &'a [File<'a>],
    pub(super) options: &'a v1::ImportOptions,
    pub(super) draft: Draft<'a>,
}

fn missing(what: &str, option: &str) -> Error {
    Error::new(Code::ChoiceMissing, format!("neither the file nor the options say {what}"))
        .with_help(format!("give the option `{option}`"))
        .at(format!("/options/{option}"))
}

impl<'a> Job<'a> {
    /// # Errors
    /// `BAD_REQUEST` without a file; `UNKNOWN_VALUE`, `UNKNOWN_PLACE`, `BAD_DATE` for options that mean nothing.
    pub(super) fn new(
        catalog: &'a Catalog,
        format: Format,
        files: &'a [File<'a>],
        options: &'a v1::ImportOptions,
    ) -> Result<Job<'a>, Error> {
        if files.is_empty() {
            return Err(Error::new(Code::BadRequest, "no file to import").at("/files"));
        }
        let unknown = |option: &str, value: &str, help: &str| {
            Error::new(Code::UnknownValue, format!("{option} `{value}` is not known"))
                .with_help(help)
                .at(format!("/options/{option}"))
        };
        if let Some(word) = options.confidence.as_deref()
            && !["A", "A-", "B", "C"].contains(&word)
        {
            return Err(unknown("confidence", word, "use A, A-, B or C"));
        }
        if let Some(word) = options.gwp_set.as_deref()
            && GwpLock::parse(word).is_none()
        {
            return Err(unknown("gwp_set", word, "use AR4, AR5, AR6 or unstated"));
        }
        if let Some(word) = options.gases.as_deref()
            && !["split", "total"].contains(&word)
        {
            return Err(unknown("gases", word, "use split or total"));
        }
        if let Some(day) = options.retrieved.as_deref()
            && chrono::NaiveDate::parse_from_str(day, "%Y-%m-%d").is_err()
        {
            let error = Error::new(Code::BadDate, format!("retrieved `{day}` is not an ISO date"));
            return Err(error.at("/options/retrieved"));
        }
        if let Some(place) = options.place.as_deref() {
            Place::parse(place).map_err(|error| error.at("/options/place"))?;
        }
        Ok(Job { format, files, options, draft: Draft::new(catalog, Report::new(options.findings)) })
    }

    pub(super) fn facts(&self) -> &'static Facts {
        self.format.facts()
    }

    /// The one file of a format that has one.
    ///
    /// # Errors
    /// `BAD_REQUEST` for more than one.
    pub(super) fn file(&self) -> Result<File<'a>, Error> {
        match self.files {
            [file] => Ok(*file),
            _ => Err(Error::new(Code::BadRequest, format!("`{}` is one file", self.format.as_str()))
                .with_help("import each file as a pack of its own")
                .at("/files/1")),
        }
    }

    pub(super) fn confidence(&self) -> String {
        self.options.confidence.clone().unwrap_or_else(|| "A".into())
    }

    /// The GWP set that CO2 equivalents are frozen at: as declared, else as known of the edition, else `unstated`.
    pub(super) fn gwp_set(&self, known: Option<&str>) -> String {
        self.options.gwp_set.clone().or_else(|| known.map(str::to_owned)).unwrap_or_else(|| "unstated".into())
    }

    pub(super) fn add(&mut self, factor: DraftFactor, unit_word: &str) -> Result<(), Error> {
        self.draft.add(factor, unit_word)
    }

    /// The answer: the pack, checked, and the report.
    ///
    /// # Errors
    /// `CHOICE_MISSING`, `IMPORT_LAYOUT` for a file without a factor, `BAD_PACK` for an identifier that is taken.
    pub(super) fn finish(mut self, about: About) -> Result<v1::ImportAnswer, Error> {
        let facts = self.facts();
        let options = self.options;
        let said = |said: Option<String>, known: &str| {
            said.filter(|text| !text.is_empty()).or_else(|| (!known.is_empty()).then(|| known.to_owned()))
        };
        let edition = said(options.edition.clone().or(about.edition), "")
            .ok_or_else(|| missing("which edition it is", "edition"))?;
        let publisher = said(options.publisher.clone().or(about.publisher), facts.publisher)
            .ok_or_else(|| missing("who publishes it", "publisher"))?;
        let licence = said(options.licence.clone().or(about.licence), facts.licence)
            .ok_or_else(|| missing("under which licence it is published", "licence"))?;
        let id = options.id.clone().unwrap_or_else(|| format!("{}-{}", self.format.as_str(), slug(&edition)));
        let files: Vec<v1::ImportedFile> = self
            .files
            .iter()
            .map(|file| v1::ImportedFile { name: file.name.into(), sha256: v1::hex_sha256(file.bytes) })
            .collect();
        let sources: Vec<String> =
            files.iter().map(|file| format!("{} (SHA-256 {})", file.name, file.sha256)).collect();
        let worst = self
            .draft
            .factors()
            .iter()
            .flat_map(|factor| &factor.values)
            .map(|value| value.confidence.as_str())
            // `A` before `A-` before `B`: the order of the words is that of their worth.
            .max()
            .unwrap_or("A")
            .to_owned();
        let description = Description {
            title: said(options.title.clone(), facts.title).unwrap_or_default(),
            attribution: said(options.attribution.clone().or(about.attribution), facts.attribution)
                .unwrap_or_else(|| publisher.clone()),
            source: format!("imported from {}", sources.join("; ")),
            url: said(options.url.clone(), facts.url).unwrap_or_default(),
            retrieved: options.retrieved.clone().unwrap_or_default(),
            confidence: worst,
            not_for: facts.not_for.iter().map(|text| (*text).to_owned()).chain(about.not_for).collect(),
            id,
            publisher,
            licence,
            edition,
        };
        let pack = pack_text::write(&mut self.draft, &description)?;
        let count = |count: usize| u64::try_from(count).unwrap_or(u64::MAX);
        let factors = self.draft.factors();
        let rows = factors.iter().fold(0u64, |sum, factor| sum.saturating_add(count(factor.values.len())));
        let factors = count(factors.len());
        let report = self.draft.report;
        let (taken, blank, left, counts) = (report.taken, report.blank, report.left, report.counts());
        let (findings, not_read) = report.into_lists();
        Ok(v1::ImportAnswer {
            pack,
            id: description.id,
            edition: description.edition,
            factors,
            rows,
            values: taken.saturating_add(left),
            taken,
            blank,
            left,
            counts,
            findings,
            not_read,
            files,
        })
    }

    /// The text of a file of comma-separated values.
    ///
    /// # Errors
    /// `INVALID_UTF8`, `UNSUPPORTED_ENCODING`.
    pub(super) fn text(&self, file: File<'a>) -> Result<std::borrow::Cow<'a, str>, Error> {
        grid::decode(file.bytes, self.options.encoding.as_deref(), self.facts().writes_1252)
            .map_err(|error| place(error, file.name))
    }
}

impl<'a> Job<'a> {
    /// Reads the sheets that a format wants; a file of comma-separated values is one of them. Other sheets are listed.
    ///
    /// # Errors
    /// `IMPORT_LAYOUT` if a workbook has no such sheet; whatever reading it gives.
    pub(super) fn each_sheet(
        &mut self,
        file: File<'a>,
        mut wanted: impl FnMut(&str) -> bool,
        others: &str,
        mut read: impl FnMut(&mut Job<'a>, &mut Sheet<'_>) -> Result<(), Error>,
    ) -> Result<(), Error> {
        if !grid::is_zip(file.bytes) {
            let text = self.text(file)?;
            return read(self, &mut csv(&text)).map_err(|error| place(error, file.name));
        }
        let book = Workbook::open(file.bytes.to_vec(), &Limits::default())?;
        let asked = self.options.sheet.as_deref();
        let mut found = false;
        for (at, info) in book.sheets().iter().enumerate() {
            if !asked.map_or_else(|| wanted(&info.name), |asked| asked.eq_ignore_ascii_case(&info.name)) {
                self.draft.report.not_read(format!("sheet `{}`", info.name), others);
                continue;
            }
            found = true;
            read(self, &mut grid::book_sheet(&book, at)?).map_err(|error| place(error, &info.name))?;
        }
        if found {
            return Ok(());
        }
        let names: Vec<String> = book.sheets().iter().map(|info| format!("`{}`", info.name)).collect();
        Err(Error::new(Code::ImportLayout, format!("the workbook has the sheets {}", names.join(", ")))
            .with_help("check the format, or name the sheet in the option `sheet`")
            .at(file.name))
    }
}

/// An error with the file in which it was met.
pub(super) fn place(error: Error, file: &str) -> Error {
    if error.path().is_empty() { error.at(file) } else { error }
}

/// The rows of a file of comma-separated values.
pub(super) fn csv<'t>(text: &'t str) -> Sheet<'t> {
    grid::csv_sheet(text)
}
