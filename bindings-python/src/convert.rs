//! Numbers from and to Python. The only place where they are translated.

use emitrace::number::Amount;
use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::{PyBool, PyFloat, PyInt, PyString, PyType};

use crate::error::to_python;

/// An exact number: `decimal.Decimal`, `int` or `str` in, `decimal.Decimal` out. Never a float.
#[derive(Debug)]
pub(crate) struct Exact(pub(crate) Amount);

impl<'a, 'py> FromPyObject<'a, 'py> for Exact {
    type Error = PyErr;

    fn extract(value: Borrowed<'a, 'py, PyAny>) -> PyResult<Exact> {
        let py = value.py();
        let text = if let Ok(text) = value.cast::<PyString>() {
            text.to_str()?.to_owned()
        } else if value.is_instance_of::<PyBool>() {
            return Err(PyTypeError::new_err("expected decimal.Decimal, int or str, not bool"));
        } else if value.is_instance_of::<PyInt>() {
            own_text(&py.get_type::<PyInt>(), &value)?
        } else if value.is_instance(decimal(py)?)? {
            own_text(decimal(py)?, &value)?
        } else if value.is_instance_of::<PyFloat>() {
            return Err(PyTypeError::new_err(
                "a float does not hold the number that was written: pass decimal.Decimal, int or str, e.g. \"0.1\"",
            ));
        } else {
            let name = value.get_type().name()?;
            return Err(PyTypeError::new_err(format!("expected decimal.Decimal, int or str, not {name}")));
        };
        Amount::parse(&text).map(Exact).map_err(|error| to_python(&error))
    }
}

impl<'py> IntoPyObject<'py> for Exact {
    type Target = PyAny;
    type Output = Bound<'py, PyAny>;
    type Error = PyErr;

    fn into_pyobject(self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        decimal(py)?.call1((self.0.to_string(),))
    }
}

/// The text that the class itself gives, whatever a class under it says.
fn own_text(class: &Bound<'_, PyType>, value: &Bound<'_, PyAny>) -> PyResult<String> {
    class.call_method1("__str__", (value,))?.extract()
}

/// `decimal.Decimal`.
pub(crate) fn decimal<'py>(py: Python<'py>) -> PyResult<&'py Bound<'py, PyType>> {
    static DECIMAL: PyOnceLock<Py<PyType>> = PyOnceLock::new();
    DECIMAL.import(py, "decimal", "Decimal")
}
