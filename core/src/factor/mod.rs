//! STUB of the frame: the engine's own module replaces this file.

use crate::error::Error;

/// Stub of the factor catalogue.
#[derive(Clone, Debug, Default)]
pub struct Catalog {
    packs: usize,
}

impl Catalog {
    /// An empty catalogue.
    pub fn new() -> Catalog {
        Catalog::default()
    }

    /// The packs that are compiled in.
    ///
    /// # Errors
    /// None in the stub.
    #[cfg(feature = "bundled-factors")]
    pub fn bundled() -> Result<Catalog, Error> {
        Ok(Catalog::default())
    }

    /// Adds a pack.
    ///
    /// # Errors
    /// None in the stub.
    pub fn add_pack(&mut self, _description: &str, _table: &str) -> Result<(), Error> {
        self.packs = self.packs.saturating_add(1);
        Ok(())
    }

    /// Adds a pack from one text.
    ///
    /// # Errors
    /// None in the stub.
    pub fn add_pack_text(&mut self, _text: &str) -> Result<(), Error> {
        self.packs = self.packs.saturating_add(1);
        Ok(())
    }
}
