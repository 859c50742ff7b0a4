//! The engine for Python: take, convert, call the core without the interpreter's lock, convert, give back.
//!
//! What people see is written in Python (`python/emitrace/`); here is what only Rust can do.

mod answer;
mod convert;
mod error;
mod lines;
mod packs;
mod run;
mod source;
mod supply;
mod table;
mod tables;
mod trace;

use std::panic::{AssertUnwindSafe, catch_unwind};

use emitrace::{Code, Error};
use pyo3::prelude::*;

/// Runs `work` without the interpreter's lock; a panic becomes an error of code `INTERNAL`.
fn guarded<T: Send>(py: Python<'_>, work: impl Send + FnOnce() -> Result<T, Error>) -> PyResult<T> {
    // Whatever `work` had changed when it panicked is dropped with it or was never seen by anybody else.
    let done = py.detach(|| catch_unwind(AssertUnwindSafe(work)));
    done.unwrap_or_else(|panic| Err(Error::new(Code::Internal, error::panic_message(&*panic))))
        .map_err(|error| error::to_python(&error))
}

/// The compiled part of `emitrace`.
#[pymodule(gil_used = false)]
mod _native {
    use super::*;

    #[pymodule_export]
    use super::answer::{Answer, merge};
    #[pymodule_export]
    use super::packs::{call, check, listing, search};
    #[pymodule_export]
    use super::run::{explain, inventory, quality, read_ledger, uncertainty};
    #[pymodule_export]
    use super::supply::SupplyPlan;
    #[pymodule_export]
    use super::table::Table;
    #[pymodule_export]
    use super::trace::Trace;

    /// Reads a number exactly, or says why it cannot be.
    #[pyfunction]
    #[pyo3(signature = (value, /))]
    fn amount(value: convert::Exact) -> convert::Exact {
        value
    }

    /// Panics: for the test of what becomes of a panic. Not in any wheel.
    #[cfg(feature = "testing")]
    #[pyfunction]
    fn panic(py: Python<'_>) -> PyResult<()> {
        #[expect(clippy::panic, reason = "the test wants one")]
        guarded(py, || panic!("on purpose"))
    }

    #[pymodule_export]
    #[expect(non_upper_case_globals, reason = "the name that Python programs look for")]
    const __version__: &str = env!("CARGO_PKG_VERSION");
}
