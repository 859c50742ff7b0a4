//! Errors of the core as Python exceptions. The only place where they are translated.

use std::any::Any;

use emitrace::Code;
use pyo3::prelude::*;

/// The exception classes are written in Python (`errors.py`), where they have docstrings and two bases.
mod class {
    pyo3::import_exception!(emitrace.errors, FactorMissing);
    pyo3::import_exception!(emitrace.errors, InputError);
    pyo3::import_exception!(emitrace.errors, InternalError);
    pyo3::import_exception!(emitrace.errors, UnitError);
}

/// `emitrace.errors.*` with the attributes `code`, `path` and `help`.
pub(crate) fn to_python(error: &emitrace::Error) -> PyErr {
    let arguments =
        (error.message().to_owned(), error.code().as_str(), error.path().to_owned(), error.help().to_owned());
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

/// What a panic said.
pub(crate) fn panic_message(panic: &(dyn Any + Send)) -> String {
    let said =
        panic.downcast_ref::<&str>().copied().or_else(|| panic.downcast_ref::<String>().map(String::as_str));
    format!("the engine stopped: {}", said.unwrap_or("no message"))
}
