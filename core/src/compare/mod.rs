//! Two inventories side by side: what changed, by how much, because of what.
//!
//! [`diff`] compares two ledgers line by line; [`diff_answers`] compares finished inventories cell by cell, where no
//! ledger is at hand. [`base_year`] decides whether a base year is recalculated, [`intensity`] divides by what was made,
//! [`targets`] draws pathways and measures years against them. The effects of a change are whole numbers of 10⁻¹⁵ kg and add up to it exactly (METHODS M-80).

mod accounts;
mod base_year;
mod cells;
mod diff;
mod effects;
mod finished;
mod intensity;
mod lines;
mod pair;
mod policy;
mod request;
mod targets;
mod waterfall;

#[cfg(test)]
mod progress_tests;
#[cfg(test)]
mod tests;

use std::io::Read;

pub use base_year::base_year;
pub use diff::diff;
pub use effects::Effect;
pub use finished::diff_answers;
pub use intensity::intensity;
pub use lines::{MatchBy, MatchPeriod, Matching};
pub use targets::targets;

use crate::error::{Code, Error};
use crate::factor::Catalog;
use crate::inventory::{Dimension, Options, surveyed};
use crate::wire::v1;

/// Opens a ledger at its start; a comparison may ask for it more than once.
pub type Open<'a> = dyn Fn() -> Result<Box<dyn Read + 'a>, Error> + 'a;

/// A ledger with everything that makes an inventory of it.
pub struct Side<'a> {
    pub(crate) catalog: &'a Catalog,
    pub(crate) options: Options,
    pub(crate) open: Box<Open<'a>>,
}

impl<'a> Side<'a> {
    /// A ledger that `open` gives from its start each time it is called.
    pub fn new(
        catalog: &'a Catalog,
        options: Options,
        open: impl Fn() -> Result<Box<dyn Read + 'a>, Error> + 'a,
    ) -> Side<'a> {
        Side { catalog, options, open: Box::new(open) }
    }

    /// The same side with what its ledger claims of instruments, where a volume asks for it.
    fn surveyed(&self) -> Result<Side<'_>, Error> {
        let options = surveyed(|| (self.open)(), self.catalog, self.options.clone())?;
        Ok(Side::new(self.catalog, options, || (self.open)()))
    }
}

impl core::fmt::Debug for Side<'_> {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("Side").field("options", &self.options).finish_non_exhaustive()
    }
}

/// How two inventories are compared.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Style {
    /// How lines are matched.
    pub matching: Matching,
    /// Sites that a structural change brought or took.
    pub structure: Vec<String>,
    /// Views of the change.
    pub views: Vec<Vec<Dimension>>,
    /// How many changed lines are listed.
    pub lines: usize,
}

impl Default for Style {
    fn default() -> Style {
        Style {
            matching: Matching::default(),
            structure: Vec::new(),
            views: Dimension::ALL.iter().map(|dimension| vec![*dimension]).collect(),
            lines: 1_000,
        }
    }
}

impl Style {
    /// The same comparison, with further sites that a structural change brought or took.
    #[must_use]
    pub(crate) fn with_sites(mut self, sites: Vec<String>) -> Style {
        for site in sites {
            if !self.structure.contains(&site) {
                self.structure.push(site);
            }
        }
        self
    }
}

/// Which inventory was compared.
fn mark(answer: &v1::InventoryAnswer) -> v1::InventoryMark {
    let inventory = &answer.inventory;
    v1::InventoryMark {
        digest: answer.digest.clone(),
        engine: answer.engine.clone(),
        choices: inventory.choices.clone(),
        rows: inventory.coverage.rows,
        counted: inventory.coverage.counted,
        excluded: inventory.coverage.excluded,
        total: inventory.total.clone(),
        packs: inventory.packs.clone(),
    }
}

fn note(code: Code, about: &str, (rows, first_row): (u64, u64), message: String) -> v1::Note {
    v1::Note {
        code: code.as_str().into(),
        about: about.into(),
        rows,
        first_row,
        message,
        help: code.help().into(),
    }
}
