//! A computed inventory, held as the engine gave it.

use std::sync::{Arc, OnceLock};

use emitrace::report::{self, Lang};
use emitrace::wire::v1;
use emitrace::{Code, Error, inventory};
use pyo3::prelude::*;

use crate::lines::Lines;
use crate::table::Table;
use crate::{guarded, tables};

/// The engine's answer, its canonical JSON and, if they were asked for, its lines.
#[pyclass(frozen, module = "emitrace._native")]
pub(crate) struct Answer {
    inner: v1::InventoryAnswer,
    lines: Option<Vec<Arc<Lines>>>,
    json: OnceLock<String>,
}

impl Answer {
    pub(crate) fn new(inner: v1::InventoryAnswer, lines: Option<Vec<Arc<Lines>>>) -> Answer {
        Answer { inner, lines, json: OnceLock::new() }
    }

    fn canonical(&self) -> Result<&str, Error> {
        if let Some(json) = self.json.get() {
            return Ok(json);
        }
        let json = v1::canonical(&self.inner)?;
        Ok(self.json.get_or_init(|| json))
    }
}

#[pymethods]
impl Answer {
    /// Reads an answer from its JSON.
    #[staticmethod]
    #[pyo3(signature = (text, /))]
    fn from_json(py: Python<'_>, text: &str) -> PyResult<Answer> {
        guarded(py, || v1::read_json(text).map(|inner| Answer::new(inner, None)))
    }

    /// The answer as canonical JSON.
    fn json(&self, py: Python<'_>) -> PyResult<&str> {
        guarded(py, || self.canonical())
    }

    /// One part as canonical JSON: `choices`, `coverage`, `reading` or `total`.
    #[pyo3(signature = (name, /))]
    fn part(&self, py: Python<'_>, name: &str) -> PyResult<String> {
        guarded(py, || match name {
            "choices" => v1::canonical(&self.inner.inventory.choices),
            "coverage" => v1::canonical(&self.inner.inventory.coverage),
            "reading" => v1::canonical(&self.inner.reading),
            "total" => v1::canonical(&self.inner.inventory.total),
            _ => Err(Error::new(Code::Internal, format!("an answer has no part `{name}`"))),
        })
    }

    /// SHA-256 of the canonical JSON of the inventory.
    #[getter]
    fn digest(&self) -> &str {
        &self.inner.digest
    }

    /// Version of the engine.
    #[getter]
    fn engine(&self) -> &str {
        &self.inner.engine
    }

    /// Whether every row of the ledger is in the result.
    #[getter]
    fn complete(&self) -> bool {
        self.inner.is_complete()
    }

    /// The views that were computed.
    #[getter]
    fn views(&self) -> Vec<Vec<String>> {
        self.inner.inventory.views.iter().map(|view| view.by.clone()).collect()
    }

    /// The cells of a view.
    #[pyo3(signature = (by, /))]
    fn view(&self, py: Python<'_>, by: Vec<String>) -> PyResult<Table> {
        guarded(py, || tables::view(self.inner.view(&by)?))
    }

    /// Masses and effects by account and gas.
    fn gases(&self, py: Python<'_>) -> PyResult<Table> {
        guarded(py, || tables::gases(&self.inner.inventory.total.gases))
    }

    /// The findings.
    fn findings(&self, py: Python<'_>) -> PyResult<Table> {
        guarded(py, || tables::findings(&self.inner.findings))
    }

    /// Fallbacks and disclosures.
    fn notes(&self, py: Python<'_>) -> PyResult<Table> {
        guarded(py, || tables::notes(&self.inner.inventory.notes))
    }

    /// The values of the factors that were used.
    fn factors(&self, py: Python<'_>) -> PyResult<Table> {
        guarded(py, || tables::factors(&self.inner.inventory.factors))
    }

    /// The packs that the result rests on.
    fn packs(&self, py: Python<'_>) -> PyResult<Table> {
        guarded(py, || tables::packs(&self.inner.inventory.packs))
    }

    /// Every line, account and gas; `None` if lines were not kept.
    fn lines(&self) -> Option<Table> {
        self.lines.as_deref().map(tables::lines)
    }

    /// Every line with what it adds to the figures; `None` if lines were not kept.
    fn rows(&self) -> Option<Table> {
        self.lines.as_deref().map(tables::rows)
    }

    /// The report as a page.
    #[pyo3(signature = (lang, /))]
    fn html(&self, py: Python<'_>, lang: &str) -> PyResult<String> {
        guarded(py, || Ok(report::html(&self.inner, language(lang)?)))
    }

    /// The report for a spreadsheet.
    fn csv(&self, py: Python<'_>) -> PyResult<String> {
        guarded(py, || Ok(report::csv(&self.inner)))
    }

    /// A view as bars.
    #[pyo3(signature = (by, lang, /))]
    fn svg(&self, py: Python<'_>, by: Vec<String>, lang: &str) -> PyResult<String> {
        guarded(py, || report::inventory_svg(&self.inner, &by, language(lang)?))
    }

    /// The report for a terminal.
    #[pyo3(signature = (lang, /))]
    fn text(&self, py: Python<'_>, lang: &str) -> PyResult<String> {
        guarded(py, || Ok(report::table(&self.inner, language(lang)?)))
    }
}

fn language(code: &str) -> Result<Lang, Error> {
    Lang::parse(code).map_err(|error| error.at("/lang"))
}

/// The answer for a whole ledger from the answers for its parts.
#[pyfunction]
#[pyo3(signature = (answers, /))]
pub(crate) fn merge(py: Python<'_>, answers: Vec<Py<Answer>>) -> PyResult<Answer> {
    let answers: Vec<&Answer> = answers.iter().map(Py::get).collect();
    guarded(py, || {
        let parts: Vec<v1::InventoryAnswer> = answers.iter().map(|answer| answer.inner.clone()).collect();
        let lines: Option<Vec<Vec<Arc<Lines>>>> = answers.iter().map(|answer| answer.lines.clone()).collect();
        Ok(Answer::new(inventory::merge(&parts)?, lines.map(|lines| lines.concat())))
    })
}
