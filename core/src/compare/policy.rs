//! Named policies and pathways, as the loaded packs hold them.

use crate::error::{Code, Error};
use crate::factor::{Catalog, PolicyRow};
use crate::order::Order;

/// The demands of one policy: those of the pack loaded last that knows its name.
pub(super) struct Named<'c>(Vec<&'c PolicyRow>);

impl<'c> Named<'c> {
    /// The policy of a kind with a name.
    pub(super) fn find(catalog: &'c Catalog, kind: &str, name: &str, path: &str) -> Result<Named<'c>, Error> {
        let known: Vec<&PolicyRow> = catalog.policies().iter().filter(|row| *row.kind == *kind).collect();
        let mut names: Vec<&str> = known.iter().map(|row| &*row.policy).collect();
        names.order();
        names.dedup();
        let help = format!("name one of {}, or load a pack of kind `policies`", names.join(", "));
        if name.is_empty() {
            return Err(Error::new(Code::ChoiceMissing, format!("no {kind} policy is named"))
                .with_help(help)
                .at(path));
        }
        let pack = known.iter().find(|row| *row.policy == *name).map(|row| &row.pack).ok_or_else(|| {
            Error::new(Code::UnknownValue, format!("{kind} policy `{name}` is not known"))
                .with_help(help)
                .at(path)
        })?;
        Ok(Named(known.iter().filter(|row| *row.policy == *name && row.pack == *pack).copied().collect()))
    }

    /// The rows of a parameter.
    pub(super) fn rows(&self, parameter: &str) -> impl Iterator<Item = &'c PolicyRow> {
        self.0.iter().filter(move |row| *row.parameter == *parameter).copied()
    }

    /// The one row of a parameter.
    pub(super) fn row(&self, parameter: &str) -> Option<&'c PolicyRow> {
        self.rows(parameter).next()
    }
}

/// Document and clause of a row.
pub(super) fn cited(row: &PolicyRow) -> String {
    if row.clause.is_empty() { row.document.to_string() } else { format!("{}, {}", row.document, row.clause) }
}
