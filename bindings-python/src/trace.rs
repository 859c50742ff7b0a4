//! Lots that were followed once, asked as often as one likes.

use emitrace::limits::Limits;
use emitrace::trace::Traced;
use emitrace::wire::v1::{canonical, read_json};
use pyo3::prelude::*;

use crate::guarded;

/// Followed records.
#[pyclass(frozen, module = "emitrace._native")]
pub(crate) struct Trace {
    traced: Traced,
}

#[pymethods]
impl Trace {
    /// Reads and follows the cards and records of a request of `trace.follow`.
    #[new]
    #[pyo3(signature = (request_json, /))]
    fn new(py: Python<'_>, request_json: &str) -> PyResult<Trace> {
        guarded(py, || Ok(Trace { traced: Traced::new(&read_json(request_json)?, &Limits::default())? }))
    }

    /// The answer of `trace.follow`, as JSON.
    fn answer(&self, py: Python<'_>) -> PyResult<String> {
        guarded(py, || canonical(&self.traced.answer()?))
    }

    /// What may be in a lot, as JSON.
    #[pyo3(signature = (ask_json, /))]
    fn back(&self, py: Python<'_>, ask_json: &str) -> PyResult<String> {
        guarded(py, || canonical(&self.traced.back(&read_json(ask_json)?)?))
    }

    /// What a lot may be in, as JSON.
    #[pyo3(signature = (ask_json, /))]
    fn forward(&self, py: Python<'_>, ask_json: &str) -> PyResult<String> {
        guarded(py, || canonical(&self.traced.forward(&read_json(ask_json)?)?))
    }

    /// Names of the lots that may be in a lot.
    #[pyo3(signature = (lot, /))]
    fn ancestors(&self, lot: &str) -> Vec<&str> {
        self.traced.flow().ancestors(lot)
    }

    /// Names of the lots that a lot may be in.
    #[pyo3(signature = (lot, /))]
    fn descendants(&self, lot: &str) -> Vec<&str> {
        self.traced.flow().descendants(lot)
    }
}
