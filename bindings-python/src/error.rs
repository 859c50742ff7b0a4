//! Errors of the core as Python exceptions. The only place where they are translated.

use std::any::Any;
use std::io;
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

use emitrace::Code;
use pyo3::exceptions::PyOSError;
use pyo3::prelude::*;

/// The exception classes are written in Python (`errors.py`), where they have docstrings and two bases.
mod class {
    pyo3::import_exception!(emitrace.errors, FactorMissing);
    pyo3::import_exception!(emitrace.errors, InputError);
    pyo3::import_exception!(emitrace.errors, InternalError);
    pyo3::import_exception!(emitrace.errors, Stopped);
    pyo3::import_exception!(emitrace.errors, UnitError);
}

/// `emitrace.errors.*` with the attributes `code`, `path` and `help`.
pub(crate) fn to_python(error: &emitrace::Error) -> PyErr {
    let arguments = arguments(error);
    match error.code() {
        Code::Internal => class::InternalError::new_err(arguments),
        Code::FactorMissing | Code::FactorUnknown | Code::MissingGwp => {
            class::FactorMissing::new_err(arguments)
        }
        Code::UnknownUnit
        | Code::AmbiguousUnit
        | Code::DimensionMismatch
        | Code::MissingGasState
        | Code::MissingCvBasis
        | Code::AdministrativeUnit => class::UnitError::new_err(arguments),
        _ => class::InputError::new_err(arguments),
    }
}

/// The exception of a run that its caller ended.
pub(crate) fn stopped() -> PyErr {
    let error = emitrace::Error::new(Code::Io, "the run was stopped by its caller")
        .with_help("`progress` returned False; start the run again for a result");
    class::Stopped::new_err(arguments(&error))
}

fn arguments(error: &emitrace::Error) -> (String, &'static str, String, String) {
    (error.message().to_owned(), error.code().as_str(), error.path().to_owned(), error.help().to_owned())
}

/// Python's own exception for a file that cannot be read: `FileNotFoundError`, `PermissionError` …
pub(crate) fn file_error(path: &Path, error: &io::Error) -> PyErr {
    match error.raw_os_error() {
        Some(number) => {
            let whole = error.to_string();
            // Python writes the number itself.
            let text = whole.split(" (os error").next().unwrap_or(&whole).to_owned();
            PyOSError::new_err((number, text, path.to_string_lossy().into_owned()))
        }
        None => PyOSError::new_err(format!("{}: {error}", path.display())),
    }
}

/// An exception that came up in Python code or in the system below the engine: it goes before the engine's error.
#[derive(Clone, Default)]
pub(crate) struct Failure(Arc<Mutex<Option<PyErr>>>);

impl Failure {
    pub(crate) fn set(&self, error: PyErr) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(error);
    }

    /// The outcome of a call: the exception if there was one.
    pub(crate) fn or<T>(&self, done: PyResult<T>) -> PyResult<T> {
        match self.0.lock().unwrap_or_else(PoisonError::into_inner).take() {
            Some(error) => Err(error),
            None => done,
        }
    }
}

/// What a panic said.
pub(crate) fn panic_message(panic: &(dyn Any + Send)) -> String {
    let said =
        panic.downcast_ref::<&str>().copied().or_else(|| panic.downcast_ref::<String>().map(String::as_str));
    format!("the engine stopped: {}", said.unwrap_or("no message"))
}
