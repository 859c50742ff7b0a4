//! Factor packs: those that belong to the package, and the caller's own.

use std::borrow::Cow;
use std::sync::OnceLock;

use emitrace::Error;
use emitrace::factor::Catalog;
use emitrace::wire::v1::{self, read_json};
use pyo3::prelude::*;

use crate::table::Table;
use crate::{guarded, tables};

/// A pack of the caller's own: where it comes from, its text or description, and its table if that is apart.
pub(crate) type Pack = (String, String, Option<String>);

/// The packs that are compiled in, read once.
fn bundled() -> Result<&'static Catalog, Error> {
    static BUNDLED: OnceLock<Result<Catalog, Error>> = OnceLock::new();
    BUNDLED.get_or_init(Catalog::bundled).as_ref().map_err(Error::clone)
}

/// The packs of the package and these.
pub(crate) fn catalog(packs: &[Pack]) -> Result<Cow<'static, Catalog>, Error> {
    let mut catalog = Cow::Borrowed(bundled()?);
    for (place, text, table) in packs {
        let added = match table {
            Some(table) => catalog.to_mut().add_pack(text, table),
            None => catalog.to_mut().add_pack_text(text),
        };
        added.map_err(|error| {
            let path = format!("{place}/{}", error.path());
            error.at(path)
        })?;
    }
    Ok(catalog)
}

/// Carries out one call on the packs of the package and these.
#[pyfunction]
#[pyo3(signature = (method, request_json, packs = Vec::new(), /))]
pub(crate) fn call(py: Python<'_>, method: &str, request_json: &str, packs: Vec<Pack>) -> PyResult<String> {
    guarded(py, || emitrace::call(&*catalog(&packs)?, method, request_json))
}

/// The call `factors.search` as a table.
#[pyfunction]
#[pyo3(signature = (request_json, packs, /))]
pub(crate) fn search(py: Python<'_>, request_json: &str, packs: Vec<Pack>) -> PyResult<(u64, Table)> {
    guarded(py, || {
        let text = emitrace::call(&*catalog(&packs)?, "factors.search", request_json)?;
        let answer: v1::SearchAnswer = read_json(&text)?;
        Ok((answer.found, tables::factors(&answer.factors)?))
    })
}

/// The call `factors.packs` as a table.
#[pyfunction]
#[pyo3(signature = (packs, /))]
pub(crate) fn listing(py: Python<'_>, packs: Vec<Pack>) -> PyResult<Table> {
    guarded(py, || {
        let text = emitrace::call(&*catalog(&packs)?, "factors.packs", "{}")?;
        tables::listing(&read_json::<v1::PacksAnswer>(&text)?.packs)
    })
}

/// The call `factors.check` as a table.
#[pyfunction]
#[pyo3(signature = (request_json, /))]
pub(crate) fn check(py: Python<'_>, request_json: &str) -> PyResult<Table> {
    guarded(py, || {
        let text = emitrace::call(bundled()?, "factors.check", request_json)?;
        tables::findings(&read_json::<v1::CheckAnswer>(&text)?.findings)
    })
}
