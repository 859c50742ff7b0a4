//! The engine for Python: take text, call the core without the interpreter's lock, give text back.

mod convert;
mod error;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::OnceLock;

use emitrace::factor::Catalog;
use emitrace::wire::v1;
use emitrace::{Code, Error};
use pyo3::prelude::*;

/// The packs that are compiled in, read once.
fn bundled() -> Result<&'static Catalog, Error> {
    static BUNDLED: OnceLock<Result<Catalog, Error>> = OnceLock::new();
    BUNDLED.get_or_init(Catalog::bundled).as_ref().map_err(Error::clone)
}

/// Runs `work` without the interpreter's lock; a panic becomes an error of code `INTERNAL`.
fn guarded<T: Send>(py: Python<'_>, work: impl Send + FnOnce() -> Result<T, Error>) -> PyResult<T> {
    // Nothing that `work` can see is changed by it, so nothing is left half-changed.
    let done = py.detach(|| catch_unwind(AssertUnwindSafe(work)));
    done.unwrap_or_else(|panic| Err(Error::new(Code::Internal, error::panic_message(&*panic))))
        .map_err(|error| error::to_python(&error))
}

/// The compiled part of `emitrace`.
#[pymodule(gil_used = false)]
mod _native {
    use super::*;

    /// Carries out one call on the factor packs that belong to the package.
    #[pyfunction]
    #[pyo3(signature = (method, request_json, /))]
    fn call(py: Python<'_>, method: &str, request_json: &str) -> PyResult<String> {
        guarded(py, || emitrace::call(bundled()?, method, request_json))
    }

    /// Reads a number exactly, or says why it cannot be.
    #[pyfunction]
    #[pyo3(signature = (value, /))]
    fn amount(value: convert::Exact) -> convert::Exact {
        value
    }

    #[pymodule_export]
    #[expect(non_upper_case_globals, reason = "the name that Python programs look for")]
    const __version__: &str = env!("CARGO_PKG_VERSION");
}
