//! Publishers' own files become packs: exact numbers, a cell for each, and a report of what was left.
//!
//! An importer reads a layout; it does not judge. A number goes into the pack as the file prints it, a blank cell stays
//! blank, and whatever cannot be said exactly is left and told with its cell. Words of publishers are turned into
//! activities, categories, units and places by tables of data beside the code (`names.csv`, `units.csv`, `places.csv`)
//! and by the labels of the shipped packs of the same publisher; what is in neither keeps the publisher's own
//! hierarchy as its name.
//!
//! The pack has passed the loader before it is given out. The same bytes and options give the same pack.

mod ademe;
mod desnz;
mod draft;
mod egrid;
mod ember;
mod epa_hub;
mod format;
mod header;
mod job;
mod names;
mod openlca;
mod pack_text;
mod plain;
mod report;
mod slug;
mod useeio;
mod value;

#[cfg(test)]
mod tests;

pub use format::Format;

use crate::error::Error;
use crate::factor::Catalog;
use crate::grid;
use crate::wire::v1;
use job::Job;

/// A file to import: its name, which is cited and may hold the edition, and its bytes.
#[derive(Clone, Copy, Debug)]
pub struct File<'a> {
    /// The name, without folders.
    pub name: &'a str,
    /// The content.
    pub bytes: &'a [u8],
}

/// Turns a publisher's files into a pack.
///
/// The answer holds the pack as one text and counts every value of the file: `values` = `taken` + `left`, and each value
/// that was left is a finding with its cell (the list is bounded, the counts are not).
///
/// # Errors
/// * `IMPORT_LAYOUT` if the file has not the layout that the format names, or gives no factor at all.
/// * `CHOICE_MISSING` for what neither the file nor the options say: edition, licence …
/// * `UNKNOWN_VALUE`, `UNKNOWN_PLACE` for options that mean nothing; `LIMIT_EXCEEDED` for sizes.
/// * Those of the reader of the file: `INVALID_UTF8`, `UNCLOSED_QUOTE`, `BAD_ZIP` …
///
/// # Example
/// ```
/// use emitrace::factor::Catalog;
/// use emitrace::import::{File, Format, import};
/// use emitrace::wire::v1::ImportOptions;
///
/// let csv = "Area,ISO 3 code,Year,Variable,Unit,Value\nViet Nam,VNM,2024,CO2 intensity,gCO2/kWh,486.02\n";
/// let file = File { name: "yearly_full_release_long_format.csv", bytes: csv.as_bytes() };
/// let options = ImportOptions { edition: Some("2025-04".into()), ..ImportOptions::default() };
/// let answer = import(&Catalog::bundled()?, Format::Ember, &[file], &options)?;
/// assert_eq!((answer.taken, answer.left), (1, 0));
///
/// let mut catalog = Catalog::bundled()?;
/// catalog.add_pack_text(&answer.pack)?;
/// let factor = catalog.find("ember-2025-04/electricity-vn-2024").map(|index| catalog.factor(index));
/// assert_eq!(factor.map(|factor| factor.values[0].amount.to_string()).as_deref(), Some("486.02"));
/// # Ok::<(), emitrace::Error>(())
/// ```
pub fn import(
    catalog: &Catalog,
    format: Format,
    files: &[File<'_>],
    options: &v1::ImportOptions,
) -> Result<v1::ImportAnswer, Error> {
    let mut job = Job::new(catalog, format, files, options)?;
    let about = match format {
        Format::Ademe => ademe::read(&mut job),
        Format::Desnz => desnz::read(&mut job),
        Format::Egrid => egrid::read(&mut job),
        Format::Ember => ember::read(&mut job),
        Format::EpaHub => epa_hub::read(&mut job),
        Format::Openlca => openlca::read(&mut job),
        Format::Table => plain::read(&mut job),
        Format::Useeio => useeio::read(&mut job),
    }?;
    job.finish(about)
}
