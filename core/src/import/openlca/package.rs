//! The files of a package: a zip archive as openLCA exports it, or its JSON files one by one.

use std::collections::BTreeMap;
use std::io::Read as _;
use std::sync::Arc;

use super::super::File;
use super::super::grid::is_zip;
use super::super::report::Report;
use super::json::Object;
use crate::archive::{Archive, Entry};
use crate::error::{Code, Error};
use crate::limits::Limits;
use crate::order::Order;

/// A kind of data set that is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    UnitGroup,
    Flow,
    Location,
    Source,
    ImpactCategory,
    Process,
    Result,
}

/// Kinds, the names of their types, and the folders of their files.
const KINDS: [(Kind, &str, &str); 7] = [
    (Kind::UnitGroup, "UnitGroup", "unit_groups"),
    (Kind::Flow, "Flow", "flows"),
    (Kind::Location, "Location", "locations"),
    (Kind::Source, "Source", "sources"),
    (Kind::ImpactCategory, "ImpactCategory", "lcia_categories"),
    (Kind::Process, "Process", "processes"),
    (Kind::Result, "Result", "results"),
];

/// Files that say which version of the layout a package has, and the key under which they do.
const VERSIONS: [(&str, &str); 2] = [("openlca.json", "schemaVersion"), ("olca-schema.json", "version")];

impl Kind {
    /// The name of the type, as data sets write it.
    pub(super) fn name(self) -> &'static str {
        KINDS.iter().find(|(kind, _, _)| *kind == self).map_or("", |(_, name, _)| name)
    }
}

enum Content<'a> {
    Loose(&'a [u8]),
    Packed(Arc<Archive>, Entry),
}

/// A file that holds one data set.
pub(super) struct Part<'a> {
    /// Path in the archive, or the file's name.
    pub(super) name: String,
    pub(super) kind: Kind,
    content: Content<'a>,
}

impl Part<'_> {
    /// The text of the file.
    ///
    /// # Errors
    /// `INVALID_UTF8`; those of the archive.
    pub(super) fn read(&self, limits: &Limits) -> Result<String, Error> {
        let bytes = match &self.content {
            Content::Loose(bytes) => bytes.to_vec(),
            Content::Packed(archive, entry) => inflate(archive, entry, limits)?,
        };
        text(bytes).map_err(|error| error.at(self.name.as_str()))
    }
}

fn inflate(archive: &Archive, entry: &Entry, limits: &Limits) -> Result<Vec<u8>, Error> {
    let mut bytes = Vec::new();
    archive.part(entry, limits)?.read_to_end(&mut bytes).map_err(|error| {
        let ours = error.get_ref().and_then(|inner| inner.downcast_ref::<Error>()).cloned();
        ours.unwrap_or_else(|| Error::new(Code::BadZip, error.to_string()).at(entry.name()))
    })?;
    Ok(bytes)
}

fn text(bytes: Vec<u8>) -> Result<String, Error> {
    let text = String::from_utf8(bytes)
        .map_err(|_| Error::new(Code::InvalidUtf8, "the file is not UTF-8, as JSON has to be"))?;
    Ok(text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text))
}

/// The files of a package that hold data sets of the kinds that are read, by kind and name.
///
/// # Errors
/// Those of an archive; `DECOMPRESSED_TOO_LARGE`, `LIMIT_EXCEEDED`; `IMPORT_LAYOUT` for the first version of the layout.
pub(super) fn open<'a>(
    files: &[File<'a>],
    limits: &Limits,
    report: &mut Report,
) -> Result<Vec<Part<'a>>, Error> {
    let mut parts = Vec::new();
    // What is not read: folder or type, and how many files.
    let mut others: BTreeMap<String, u64> = BTreeMap::new();
    let mut other = |name: String| {
        let count = others.entry(name).or_default();
        *count = count.saturating_add(1);
    };
    let mut inflated = 0u64;
    for file in files {
        if !is_zip(file.bytes) {
            loose(*file, &mut parts, &mut other, report)?;
            continue;
        }
        if file.bytes.len() > limits.workbook_bytes {
            let message =
                format!("the package has {} bytes; the limit is {}", file.bytes.len(), limits.workbook_bytes);
            return Err(Error::new(Code::LimitExceeded, message)
                .with_help("export fewer processes at a time")
                .at(file.name));
        }
        let archive = Archive::open(Arc::new(file.bytes.to_vec()), limits)
            .map_err(|error| super::super::job::place(error, file.name))?;
        let archive = Arc::new(archive);
        let prefix = if files.len() > 1 { format!("{}!", file.name) } else { String::new() };
        for entry in archive.entries().iter().filter(|entry| !entry.name().ends_with('/')) {
            if let Some((_, key)) = VERSIONS.iter().find(|(name, _)| *name == entry.name()) {
                version(&text(inflate(&archive, entry, limits)?)?, entry.name(), key)?;
                continue;
            }
            let (folder, name) = entry.name().rsplit_once('/').unwrap_or(("", entry.name()));
            let folder = folder.rsplit_once('/').map_or(folder, |(_, last)| last);
            let kind = KINDS.iter().find(|(_, _, known)| *known == folder && name.ends_with(".json"));
            let Some((kind, _, _)) = kind else {
                other(if folder.is_empty() {
                    format!("file `{name}`")
                } else {
                    format!("folder `{folder}`")
                });
                continue;
            };
            inflated = inflated.saturating_add(entry.size());
            if inflated > limits.inflated_bytes {
                let message = format!("the data sets inflate to more than {} bytes", limits.inflated_bytes);
                return Err(Error::new(Code::DecompressedTooLarge, message)
                    .with_help("export fewer processes at a time")
                    .at(entry.name()));
            }
            parts.push(Part {
                name: format!("{prefix}{}", entry.name()),
                kind: *kind,
                content: Content::Packed(Arc::clone(&archive), entry.clone()),
            });
        }
    }
    for (part, count) in others {
        report.not_read(part, format!("{count} files that hold no emissions"));
    }
    parts.order_by(|a, b| (a.kind, &a.name).cmp(&(b.kind, &b.name)));
    Ok(parts)
}

/// A JSON file that stands alone: its type says what it is.
fn loose<'a>(
    file: File<'a>,
    parts: &mut Vec<Part<'a>>,
    other: &mut impl FnMut(String),
    report: &mut Report,
) -> Result<(), Error> {
    let content = text(file.bytes.to_vec()).map_err(|error| error.at(file.name));
    if let (Ok(content), Some((_, key))) = (&content, VERSIONS.iter().find(|(name, _)| *name == file.name)) {
        return version(content, file.name, key);
    }
    let kind = content.and_then(|content| Object::of_file(&content, file.name)?.text("@type"));
    match kind {
        Err(error) => report.refused(error.path(), "", &error),
        Ok(word) => match KINDS.iter().find(|(_, name, _)| *name == word) {
            Some((kind, _, _)) => {
                parts.push(Part { name: file.name.into(), kind: *kind, content: Content::Loose(file.bytes) });
            }
            None => other(format!("type `{word}`")),
        },
    }
    Ok(())
}

/// The first version names the same things in other words: what is not found there would look like zero.
fn version(text: &str, name: &str, key: &str) -> Result<(), Error> {
    match Object::of_file(text, name)?.number(key)? {
        Some("0" | "1") => Err(old_layout().at(name)),
        _ => Ok(()),
    }
}

/// The error for data sets of openLCA 1.
pub(super) fn old_layout() -> Error {
    Error::new(Code::ImportLayout, "the data sets are in the layout of openLCA 1")
        .with_help("open them in openLCA 2 and export them again")
}
