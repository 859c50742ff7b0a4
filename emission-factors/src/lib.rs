//! Data packs for `emitrace`: emission factors, global warming potentials, refrigerant blends, leak
//! rates and the register of activities, each as two pieces of text.
//!
//! This crate computes nothing and depends on nothing. A pack is a description (`pack.toml`: publisher,
//! edition, licence, attribution, what it must not be used for) and a table (`table.csv`: one cited row
//! a line, numbers as printed in the source). The format is written down in the crate's README, so a
//! pack of your own can be written the same way and loaded beside these.
//!
//! Each pack has **its own licence**: see `LICENSES.md`, and print [`Pack::description`]'s `attribution`
//! where the licence asks for it.
//!
//! Should you use this crate directly? In general, no: the engine parses the tables, checks them and
//! says which row it chose. Use it directly to read the data with tools of your own.
//!
//! # Example
//! ```
//! let grid = emitrace_factors::get("vn-grid").ok_or("no such pack")?;
//!
//! assert!(grid.description.contains("kind = \"factors\""));
//! let row_2023 = grid.table.lines().find(|line| line.starts_with("electricity-2023,"));
//! assert!(row_2023.is_some_and(|row| row.contains(",0.6592,value,t,MWh,VN,")));
//! # Ok::<(), &str>(())
//! ```
#![no_std]
#![forbid(unsafe_code)]

#[cfg(test)]
mod tests;

/// One data pack: its description (TOML) and its table (CSV), as text.
///
/// # Example
/// ```
/// let gwp = emitrace_factors::get("ipcc-gwp").ok_or("no such pack")?;
///
/// assert_eq!(gwp.id, "ipcc-gwp");
/// assert!(gwp.table.starts_with("gas,family,kyoto,gwp_set,"));
/// # Ok::<(), &str>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Pack {
    /// The name of the pack, `[a-z0-9.-]+`; it never changes its meaning.
    pub id: &'static str,
    /// `pack.toml`: strings and lists of strings, no nesting.
    pub description: &'static str,
    /// `table.csv`: UTF-8, line feeds, commas, a header line; the columns depend on the `kind` in the description.
    pub table: &'static str,
}

/// Names the pack and the size of its two texts; the texts themselves are too long to print.
impl core::fmt::Debug for Pack {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("Pack")
            .field("id", &self.id)
            .field("description_bytes", &self.description.len())
            .field("table_bytes", &self.table.len())
            .finish()
    }
}

macro_rules! pack {
    ($id:literal) => {
        Pack {
            id: $id,
            description: include_str!(concat!("../packs/", $id, "/pack.toml")),
            table: include_str!(concat!("../packs/", $id, "/table.csv")),
        }
    };
}

/// All bundled packs, sorted by id.
///
/// # Example
/// ```
/// use emitrace_factors::PACKS;
///
/// assert!(PACKS.is_sorted_by_key(|pack| pack.id));
/// assert!(PACKS.iter().all(|pack| pack.description.contains("attribution = ")));
/// ```
pub static PACKS: &[Pack] = &[
    pack!("ashrae-blends"),
    pack!("crosswalk-2026"),
    pack!("ember-2024"),
    pack!("emitrace-activities"),
    pack!("emitrace-policies"),
    pack!("eu-cbam-benchmarks-2025-2620"),
    pack!("eu-cbam-categories"),
    pack!("eu-cbam-countries"),
    pack!("eu-cbam-defaults-2025-2621"),
    pack!("eu-cbam-defaults-2026-1740"),
    pack!("eu-cbam-figures"),
    pack!("eu-cbam-goods"),
    pack!("eu-cbam-methods-2023-1773"),
    pack!("eu-cbam-methods-2025-2547"),
    pack!("eu-standard-fuels"),
    pack!("ipcc-gwp"),
    pack!("refrigerant-leak-rates"),
    pack!("report-ghg-protocol-2004"),
    pack!("report-iso-14064-1-2018"),
    pack!("report-vn-circular-96-2020"),
    pack!("supplier-automotive-example"),
    pack!("supplier-cbam-data"),
    pack!("supplier-electronics-example"),
    pack!("supplier-food-retail-example"),
    pack!("supplier-iso-14064-1"),
    pack!("supplier-vn-legal"),
    pack!("supplier-vsme-basic"),
    pack!("trace-custody-schemes"),
    pack!("trace-eudr"),
    pack!("trace-origin-agreements"),
    pack!("uk-desnz-2024-2026-selected"),
    pack!("uk-desnz-2025"),
    pack!("us-egrid-2023"),
    pack!("us-epa-hub-2025"),
    pack!("us-useeio-1.3.0"),
    pack!("vn-circular-38-2023"),
    pack!("vn-decision-2626"),
    pack!("vn-enterprise-size"),
    pack!("vn-ghg-duties"),
    pack!("vn-grid"),
    pack!("vn-toe"),
    pack!("vsme-2026-05-01"),
];

/// The bundled pack of that exact id, if there is one.
///
/// # Example
/// ```
/// assert!(emitrace_factors::get("us-egrid-2023").is_some());
/// assert!(emitrace_factors::get("US-eGRID-2023").is_none());
/// ```
#[must_use]
pub fn get(id: &str) -> Option<&'static Pack> {
    let at = PACKS.binary_search_by(|pack| pack.id.cmp(id)).ok()?;
    PACKS.get(at)
}
