//! Where a ledger's bytes come from: a file, bytes in memory, or a Python file object.

use std::fs::File;
use std::io::{self, Cursor, Read};
use std::path::PathBuf;

use emitrace::{Code, Error};
use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::pybacked::PyBackedBytes;
use pyo3::types::{PyByteArray, PyBytes, PyString};

use crate::error::{Failure, file_error};

/// Bytes asked of a file object at once.
const CHUNK: usize = 1 << 20;

/// A ledger as the caller gives it.
pub(crate) enum Ledger {
    Path(PathBuf),
    Bytes(PyBackedBytes),
    Object(Py<PyAny>),
}

impl<'a, 'py> FromPyObject<'a, 'py> for Ledger {
    type Error = PyErr;

    fn extract(value: Borrowed<'a, 'py, PyAny>) -> PyResult<Ledger> {
        if value.is_instance_of::<PyBytes>() || value.is_instance_of::<PyByteArray>() {
            return Ok(Ledger::Bytes(value.extract().map_err(PyErr::from)?));
        }
        if let Ok(text) = value.cast::<PyString>()
            && text.to_str().is_ok_and(|text| text.contains('\n'))
        {
            return Err(PyTypeError::new_err(
                "a str is the path of a file: pass the text of a ledger as bytes, text.encode()",
            ));
        }
        if value.hasattr("read")? {
            return Ok(Ledger::Object(value.to_owned().unbind()));
        }
        match value.extract::<PathBuf>() {
            Ok(path) => Ok(Ledger::Path(path)),
            Err(_) => {
                let name = value.get_type().name()?;
                let message = format!(
                    "expected a path (str or os.PathLike), bytes or a binary file object, not {name}"
                );
                Err(PyTypeError::new_err(message))
            }
        }
    }
}

impl Ledger {
    /// A reader from the start; what goes wrong outside the engine is left in `failure`.
    pub(crate) fn open(&self, failure: &Failure) -> Result<Input, Error> {
        let from = match self {
            Ledger::Path(path) => Origin::File(
                File::open(path).map_err(|error| {
                    failure.set(file_error(path, &error));
                    Error::new(Code::Io, error.to_string())
                })?,
                path.clone(),
            ),
            // A second owner of the same bytes needs the lock; a copy of the handle is all that is made.
            Ledger::Bytes(bytes) => Origin::Bytes(Cursor::new(Python::attach(|py| bytes.clone_ref(py)))),
            Ledger::Object(object) => {
                Origin::Object(Python::attach(|py| object.clone_ref(py)), Cursor::default())
            }
        };
        Ok(Input { from, failure: failure.clone() })
    }
}

/// A ledger being read.
pub(crate) struct Input {
    from: Origin,
    failure: Failure,
}

enum Origin {
    File(File, PathBuf),
    Bytes(Cursor<PyBackedBytes>),
    Object(Py<PyAny>, Cursor<Vec<u8>>),
}

impl Read for Input {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        match &mut self.from {
            Origin::File(file, path) => file.read(buffer).or_else(|error| {
                if error.kind() == io::ErrorKind::Interrupted {
                    // A signal came while the file had nothing to give: it may be Ctrl-C.
                    Python::attach(|py| py.check_signals()).map_err(|raised| {
                        self.failure.set(raised);
                        io::Error::other("interrupted")
                    })?;
                } else {
                    self.failure.set(file_error(path, &error));
                }
                Err(error)
            }),
            Origin::Bytes(bytes) => bytes.read(buffer),
            Origin::Object(object, chunk) => {
                let read = chunk.read(buffer)?;
                if read > 0 || buffer.is_empty() {
                    return Ok(read);
                }
                *chunk = Cursor::new(next_chunk(object).map_err(|error| {
                    self.failure.set(error);
                    io::Error::other("the file object failed")
                })?);
                chunk.read(buffer)
            }
        }
    }
}

/// What `object.read(n)` gives; empty at the end.
fn next_chunk(object: &Py<PyAny>) -> PyResult<Vec<u8>> {
    Python::attach(|py| {
        let read = object.bind(py).call_method1("read", (CHUNK,))?;
        match read.cast::<PyBytes>() {
            Ok(bytes) => Ok(bytes.as_bytes().to_vec()),
            Err(_) => {
                let name = read.get_type().name()?;
                let message =
                    format!("read() gave {name}, not bytes: open the ledger in binary mode, \"rb\"");
                Err(PyTypeError::new_err(message))
            }
        }
    })
}
