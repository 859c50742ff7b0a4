//! The workbook: its parts, its sheets, its date system.

use std::sync::Arc;

use super::address::{address, quoted};
use super::rows::{Rows, each_tag};
use super::strings::Strings;
use super::styles::Styles;
use super::xml::Xml;
use crate::archive::{Archive, Part};
use crate::error::{Code, Error};
use crate::limits::Limits;
use crate::normal::nfc;
use crate::period::DateSystem;

/// A workbook whose parts are known; its sheets are read when they are asked for.
///
/// # Example
/// ```
/// use emitrace::limits::Limits;
/// use emitrace::sheet::Workbook;
///
/// let error = Workbook::open(b"<html><table>".to_vec(), &Limits::default()).unwrap_err();
/// assert_eq!(error.code().as_str(), "BAD_ZIP");
/// assert!(error.help().contains("save it as .xlsx"));
/// ```
#[derive(Clone, Debug)]
pub struct Workbook {
    inner: Arc<Inner>,
}

/// What the rows of any sheet need.
#[derive(Debug)]
pub(super) struct Inner {
    archive: Archive,
    sheets: Vec<SheetInfo>,
    pub(super) strings: Strings,
    pub(super) styles: Styles,
    dates: DateSystem,
    pub(super) limits: Limits,
}

/// A sheet of a workbook, by name.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct SheetInfo {
    /// The name on its tab.
    pub name: Box<str>,
    /// Whether the workbook does not show it.
    pub hidden: bool,
    part: Box<str>,
}

fn bad(message: impl Into<Box<str>>) -> Error {
    Error::new(Code::BadWorkbook, message)
}

impl Inner {
    pub(super) fn name(&self, sheet: usize) -> &str {
        self.sheets.get(sheet).map_or("", |sheet| &sheet.name)
    }

    pub(super) fn address(&self, sheet: usize, column: u32, row: u32) -> String {
        address(self.name(sheet), column, row)
    }
}

impl Workbook {
    /// Reads a workbook's directory, sheet names, shared strings and number formats.
    ///
    /// # Errors
    /// * `BAD_ZIP`, `BAD_PART_NAME`, `BAD_WORKBOOK` for what is no sound XLSX file.
    /// * `DECOMPRESSED_TOO_LARGE`, `LIMIT_EXCEEDED` past the [`Limits`].
    /// * `BAD_XML`, `DTD_FORBIDDEN`, `NESTING_TOO_DEEP`, `INVALID_UTF8`, `UNSUPPORTED_ENCODING` for its parts.
    ///
    /// [`Error::path`] names the part.
    pub fn open(bytes: Vec<u8>, limits: &Limits) -> Result<Workbook, Error> {
        if bytes.len() > limits.workbook_bytes {
            let message =
                format!("the workbook has {} bytes; the limit is {}", bytes.len(), limits.workbook_bytes);
            return Err(Error::new(Code::LimitExceeded, message));
        }
        let archive = Archive::open(Arc::new(bytes), limits)?;
        let package = Relations::read(&archive, "", "_rels/.rels", limits)?;
        let Some(main) = package.of_type("/officeDocument") else {
            let help = "open it in a spreadsheet program and save it as .xlsx";
            return Err(bad("the archive holds no workbook").with_help(help));
        };
        if !main.to_ascii_lowercase().ends_with(".xml") {
            let help = "open it in a spreadsheet program and save it as .xlsx";
            return Err(bad("the workbook is not written in XML (.xlsb is not read)")
                .with_help(help)
                .at(main));
        }
        let (folder, name) = main.rsplit_once('/').unwrap_or(("", main));
        let beside = join(folder, &format!("_rels/{name}.rels")).unwrap_or_default();
        let relations = Relations::read(&archive, folder, &beside, limits)?;
        let (sheets, dates) = sheets(open_part(&archive, main, limits)?, &relations, main, limits)?;

        let strings = relations.of_type("/sharedStrings").filter(|part| archive.find(part).is_some());
        let styles = relations.of_type("/styles").filter(|part| archive.find(part).is_some());
        let parts = [Some(main), strings, styles].into_iter().flatten();
        all_sizes(&archive, parts.chain(sheets.iter().map(|sheet| &*sheet.part)), limits)?;
        let strings = match strings {
            Some(part) => Strings::read(open_part(&archive, part, limits)?, limits.record_bytes)?,
            None => Strings::default(),
        };
        let styles = match styles {
            Some(part) => Styles::read(open_part(&archive, part, limits)?)?,
            None => Styles::default(),
        };
        let limits = limits.clone();
        Ok(Workbook { inner: Arc::new(Inner { archive, sheets, strings, styles, dates, limits }) })
    }

    /// The sheets of cells, in the order of their tabs.
    pub fn sheets(&self) -> &[SheetInfo] {
        &self.inner.sheets
    }

    /// The number of a sheet in [`Workbook::sheets`], by its name: as written, else without regard to case.
    pub fn find(&self, name: &str) -> Option<usize> {
        let key = |name: &str| nfc(name.trim().chars()).flat_map(char::to_lowercase).collect::<String>();
        let sheets = &self.inner.sheets;
        let exact = sheets.iter().position(|sheet| &*sheet.name == name);
        exact.or_else(|| sheets.iter().position(|sheet| key(&sheet.name) == key(name)))
    }

    /// Which day the serial numbers of the workbook count from, as it says itself.
    pub fn date_system(&self) -> DateSystem {
        self.inner.dates
    }

    /// The rows of a sheet, which is named by its number in [`Workbook::sheets`].
    ///
    /// # Errors
    /// `BAD_ZIP`, `DECOMPRESSED_TOO_LARGE`; `BAD_WORKBOOK` if there is no such sheet. The rows themselves give
    /// `BAD_XML` and the like, `BAD_CELL_REF`, `DUPLICATE_CELL`, `BAD_SHARED_STRING`, `SHEET_TOO_LARGE` and
    /// `LIMIT_EXCEEDED`, with the address of the cell as [`Error::path`].
    pub fn rows(&self, sheet: usize) -> Result<Rows, Error> {
        let info = self.inner.sheets.get(sheet).ok_or_else(|| bad("there is no such sheet"))?;
        let xml = open_part(&self.inner.archive, &info.part, &self.inner.limits)?;
        Ok(Rows::new(Arc::clone(&self.inner), sheet, xml))
    }

    /// The address of a whole row, as `'Nhật ký'!7:7`.
    pub fn row_address(&self, sheet: usize, row: u32) -> String {
        format!("{}!{row}:{row}", quoted(self.inner.name(sheet)))
    }

    /// The address of a cell, as `'Nhật ký'!B7`.
    pub fn address(&self, sheet: usize, column: u32, row: u32) -> String {
        self.inner.address(sheet, column, row)
    }
}

/// A part as a document.
fn open_part(archive: &Archive, name: &str, limits: &Limits) -> Result<Xml<Part>, Error> {
    let entry = archive.find(name).ok_or_else(|| bad(format!("the part `{name}` is missing")).at(name))?;
    Ok(Xml::new(archive.part(entry, limits)?, entry.name(), limits))
}

/// Checks what all parts that are read inflate to.
fn all_sizes<'a>(
    archive: &Archive,
    parts: impl Iterator<Item = &'a str>,
    limits: &Limits,
) -> Result<(), Error> {
    let mut total = 0u64;
    for entry in parts.filter_map(|part| archive.find(part)) {
        total = total.saturating_add(entry.size());
        if total > limits.inflated_bytes {
            let message = format!("the parts inflate to more than {} bytes", limits.inflated_bytes);
            return Err(Error::new(Code::DecompressedTooLarge, message).at(entry.name()));
        }
    }
    Ok(())
}

/// Which parts a part refers to.
struct Relations {
    all: Vec<Relation>,
}

struct Relation {
    id: Box<str>,
    kind: Box<str>,
    target: Box<str>,
}

impl Relations {
    fn read(archive: &Archive, folder: &str, part: &str, limits: &Limits) -> Result<Relations, Error> {
        let mut all: Vec<Relation> = Vec::new();
        if archive.find(part).is_none() {
            return Ok(Relations { all });
        }
        each_tag(&mut open_part(archive, part, limits)?, &mut |_, tag| {
            if !tag.is_package("Relationship")
                || tag.attribute("TargetMode").is_some_and(|mode| mode == "External")
            {
                return Ok(());
            }
            if all.len() >= limits.zip_entries {
                return Err(Error::new(Code::LimitExceeded, "the part refers to too many others").at(part));
            }
            let text = |name: &str| tag.attribute(name).unwrap_or_default();
            let target = join(folder, &text("Target")).ok_or_else(|| {
                bad(format!("the part refers to `{}`", text("Target").escape_default())).at(part)
            })?;
            all.push(Relation { id: text("Id").into(), kind: text("Type").into(), target: target.into() });
            Ok(())
        })?;
        Ok(Relations { all })
    }

    fn of_type(&self, end: &str) -> Option<&str> {
        self.all.iter().find(|relation| relation.kind.ends_with(end)).map(|relation| &*relation.target)
    }

    fn of_sheet(&self, id: &str) -> Option<&str> {
        let sheet = |relation: &&Relation| &*relation.id == id && relation.kind.ends_with("/worksheet");
        self.all.iter().find(sheet).map(|relation| &*relation.target)
    }
}

/// The name of a part that another one in `folder` refers to; `None` if it leads out of the archive.
fn join(folder: &str, target: &str) -> Option<String> {
    let (from, target) = match target.strip_prefix('/') {
        Some(target) => ("", target),
        None => (folder, target),
    };
    let mut steps: Vec<&str> = Vec::new();
    for step in from.split('/').chain(target.split('/')) {
        match step {
            "" | "." => {}
            ".." => {
                steps.pop()?;
            }
            step => steps.push(step),
        }
    }
    Some(steps.join("/"))
}

/// Names and parts of the sheets, and the date system.
fn sheets(
    mut xml: Xml<Part>,
    relations: &Relations,
    part: &str,
    limits: &Limits,
) -> Result<(Vec<SheetInfo>, DateSystem), Error> {
    let mut sheets: Vec<SheetInfo> = Vec::new();
    let mut dates = DateSystem::Excel1900;
    each_tag(&mut xml, &mut |depth, tag| {
        if depth == 0 && !tag.is("workbook") {
            return Err(bad("the part is no workbook").at(part));
        }
        if tag.is("workbookPr") && tag.says("date1904") {
            dates = DateSystem::Excel1904;
        }
        // Sheets of charts and dialogs have no cells.
        let target = tag.relation().filter(|_| tag.is("sheet")).and_then(|id| relations.of_sheet(id));
        let Some(target) = target else { return Ok(()) };
        let name: Box<str> = tag.attribute("name").unwrap_or_default().into();
        if sheets.iter().any(|sheet| sheet.name == name) {
            return Err(bad(format!("two sheets are named `{name}`")).at(part));
        }
        if sheets.len() >= limits.zip_entries {
            return Err(Error::new(Code::LimitExceeded, "the workbook has too many sheets").at(part));
        }
        let hidden = tag.attribute("state").is_some_and(|state| state != "visible");
        sheets.push(SheetInfo { name, hidden, part: target.into() });
        Ok(())
    })?;
    if sheets.is_empty() {
        return Err(bad("the workbook has no sheet of cells").at(part));
    }
    Ok((sheets, dates))
}

#[cfg(test)]
mod unit_tests {
    use super::join;

    #[test]
    fn references_stay_inside_the_archive() {
        assert_eq!(join("xl", "worksheets/sheet1.xml").as_deref(), Some("xl/worksheets/sheet1.xml"));
        assert_eq!(join("xl", "/xl/worksheets/sheet1.xml").as_deref(), Some("xl/worksheets/sheet1.xml"));
        assert_eq!(join("xl/worksheets", "../media/a.png").as_deref(), Some("xl/media/a.png"));
        assert_eq!(join("xl", "../../etc/passwd"), None);
        assert_eq!(join("", "./xl//workbook.xml").as_deref(), Some("xl/workbook.xml"));
    }
}
