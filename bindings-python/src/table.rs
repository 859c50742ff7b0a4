//! Tables of results: an Arrow stream for data-frame libraries, rows of Python objects for everybody.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

use arrow_array::cast::AsArray;
use arrow_array::ffi_stream::FFI_ArrowArrayStream;
use arrow_array::types::{Date32Type, Decimal128Type, UInt64Type};
use arrow_array::{Array, RecordBatch, RecordBatchReader};
use arrow_schema::ffi::FFI_ArrowSchema;
use arrow_schema::{ArrowError, DataType, SchemaRef};
use emitrace::number::{Co2e, Mass};
use emitrace::{Code, Error};
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::{PyCapsule, PyList, PyTuple, PyType};

use crate::convert::decimal;
use crate::error::to_python;
use crate::lines::Lines;

/// Rows of a batch that is made on the way out: small enough that no column of text outgrows its offsets.
const BATCH: usize = 16_384;

/// Part of a table.
#[derive(Clone)]
pub(crate) enum Part {
    Batch(RecordBatch),
    /// A row for each line.
    Lines(Arc<Lines>),
    /// A row for each mass of a line.
    Masses(Arc<Lines>),
}

impl Part {
    fn rows(&self) -> usize {
        match self {
            Part::Batch(batch) => batch.num_rows(),
            Part::Lines(lines) => lines.lines(),
            Part::Masses(lines) => lines.masses(),
        }
    }

    /// Rows from `start`, as many as a batch holds but not more than `most`.
    fn batch(&self, start: usize, most: usize) -> Result<RecordBatch, ArrowError> {
        let length = self.rows().saturating_sub(start).min(most);
        match self {
            Part::Batch(batch) => Ok(batch.slice(start, length)),
            Part::Lines(lines) => lines.line_batch(start, length.min(BATCH)),
            Part::Masses(lines) => lines.mass_batch(start, length.min(BATCH)),
        }
    }
}

/// Named columns of equal length; nothing in it changes.
#[pyclass(frozen, module = "emitrace._native")]
pub(crate) struct Table {
    schema: SchemaRef,
    parts: Arc<[Part]>,
}

impl Table {
    pub(crate) fn new(schema: SchemaRef, parts: Vec<Part>) -> Table {
        Table { schema, parts: parts.into() }
    }

    fn batches(&self, start: usize) -> Batches {
        let mut batches =
            Batches { schema: self.schema.clone(), parts: self.parts.clone(), part: 0, row: start };
        while let Some(part) = batches.parts.get(batches.part)
            && batches.row >= part.rows()
        {
            batches.row = batches.row.saturating_sub(part.rows());
            batches.part = batches.part.saturating_add(1);
        }
        batches
    }
}

#[pymethods]
impl Table {
    /// Names of the columns.
    #[getter]
    fn columns(&self) -> Vec<String> {
        self.schema.fields().iter().map(|field| field.name().clone()).collect()
    }

    /// Arrow types of the columns, as text.
    #[getter]
    fn types(&self) -> Vec<String> {
        self.schema.fields().iter().map(|field| field.data_type().to_string()).collect()
    }

    fn __len__(&self) -> usize {
        self.parts.iter().fold(0, |sum, part| sum.saturating_add(part.rows()))
    }

    /// Rows from `start` to before `stop`, each a tuple.
    #[pyo3(signature = (start, stop, /))]
    fn rows<'py>(&self, py: Python<'py>, start: usize, stop: usize) -> PyResult<Bound<'py, PyList>> {
        let rows = PyList::empty(py);
        let mut left = stop.saturating_sub(start);
        let mut batches = self.batches(start);
        while left > 0
            && let Some(batch) = batches.up_to(left)
        {
            let batch = batch.map_err(|error| to_python(&internal(&error)))?;
            left = left.saturating_sub(batch.num_rows());
            let columns: Vec<Vec<Bound<'py, PyAny>>> =
                batch.columns().iter().map(|column| objects(py, column)).collect::<PyResult<_>>()?;
            for row in 0..batch.num_rows() {
                let cells = columns.iter().filter_map(|column| column.get(row)).collect::<Vec<_>>();
                rows.append(PyTuple::new(py, cells)?)?;
            }
        }
        Ok(rows)
    }

    /// The Arrow PyCapsule interface: a capsule named `arrow_array_stream`.
    #[pyo3(signature = (requested_schema = None))]
    fn __arrow_c_stream__<'py>(
        &self,
        py: Python<'py>,
        requested_schema: Option<&Bound<'py, PyAny>>,
    ) -> PyResult<Bound<'py, PyCapsule>> {
        // The interface leaves it to us whether a wish for other types is met.
        let _ = requested_schema;
        let stream = FFI_ArrowArrayStream::new(Box::new(self.batches(0)));
        PyCapsule::new_with_value(py, stream, c"arrow_array_stream")
    }

    /// The Arrow PyCapsule interface: a capsule named `arrow_schema`.
    fn __arrow_c_schema__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyCapsule>> {
        let schema =
            FFI_ArrowSchema::try_from(self.schema.as_ref()).map_err(|error| to_python(&internal(&error)))?;
        PyCapsule::new_with_value(py, schema, c"arrow_schema")
    }
}

/// The batches of a table from some row on.
struct Batches {
    schema: SchemaRef,
    parts: Arc<[Part]>,
    part: usize,
    row: usize,
}

impl Batches {
    fn up_to(&mut self, most: usize) -> Option<Result<RecordBatch, ArrowError>> {
        let part = self.parts.get(self.part)?.clone();
        // Called from foreign code, through which no panic may pass.
        let batch = catch_unwind(AssertUnwindSafe(|| part.batch(self.row, most))).unwrap_or_else(|_| {
            Err(ArrowError::ComputeError("emitrace: a defect while writing rows".into()))
        });
        match &batch {
            Ok(made) => self.row = self.row.saturating_add(made.num_rows()),
            Err(_) => self.part = self.parts.len(),
        }
        while self.parts.get(self.part).is_some_and(|part| self.row >= part.rows()) {
            (self.part, self.row) = (self.part.saturating_add(1), 0);
        }
        Some(batch)
    }
}

impl Iterator for Batches {
    type Item = Result<RecordBatch, ArrowError>;

    fn next(&mut self) -> Option<Self::Item> {
        self.up_to(usize::MAX)
    }
}

impl RecordBatchReader for Batches {
    fn schema(&self) -> SchemaRef {
        self.schema.clone()
    }
}

pub(crate) fn internal(error: &ArrowError) -> Error {
    Error::new(Code::Internal, error.to_string())
}

/// A column as Python objects: `str`, `int`, `bool`, `datetime.date`, `decimal.Decimal` or `None`.
fn objects<'py>(py: Python<'py>, column: &dyn Array) -> PyResult<Vec<Bound<'py, PyAny>>> {
    let none = py.None().into_bound(py);
    let rows = 0..column.len();
    let put = |row: usize, value: &dyn Fn() -> PyResult<Bound<'py, PyAny>>| {
        if column.is_null(row) { Ok(none.clone()) } else { value() }
    };
    match column.data_type() {
        DataType::Utf8 => {
            let texts = column.as_string::<i32>();
            rows.map(|row| put(row, &|| Ok(texts.value(row).into_pyobject(py)?.into_any()))).collect()
        }
        DataType::UInt64 => {
            let counts = column.as_primitive::<UInt64Type>();
            rows.map(|row| put(row, &|| Ok(counts.value(row).into_pyobject(py)?.into_any()))).collect()
        }
        DataType::Boolean => {
            let flags = column.as_boolean();
            rows.map(|row| put(row, &|| Ok(flags.value(row).into_pyobject(py)?.to_owned().into_any())))
                .collect()
        }
        DataType::Date32 => {
            let days = column.as_primitive::<Date32Type>();
            rows.map(|row| put(row, &|| date(py)?.call_method1("fromordinal", (ordinal(days.value(row)),))))
                .collect()
        }
        DataType::Decimal128(_, scale) => {
            let units = column.as_primitive::<Decimal128Type>();
            let text = |row| match scale {
                12 => Mass::from_units(units.value(row)).to_string(),
                18 => emitrace::supply::figure_text(units.value(row)),
                _ => Co2e::from_units(units.value(row)).to_string(),
            };
            rows.map(|row| put(row, &|| decimal(py)?.call1((text(row),)))).collect()
        }
        other => Err(to_python(&Error::new(Code::Internal, format!("no Python object for {other}")))),
    }
}

/// Days since 1970 as Python counts days: 1 January of year 1 is 1.
fn ordinal(day: i32) -> i32 {
    day.saturating_add(719_163)
}

/// `datetime.date`.
fn date<'py>(py: Python<'py>) -> PyResult<&'py Bound<'py, PyType>> {
    static DATE: PyOnceLock<Py<PyType>> = PyOnceLock::new();
    DATE.import(py, "datetime", "date")
}
