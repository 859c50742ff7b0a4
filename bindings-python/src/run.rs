//! Calls that read a ledger.

use std::ops::ControlFlow;
use std::sync::Arc;

use emitrace::inventory::{EachLine, Line, Options, Progress, compute_with, explain_named, surveyed};
use emitrace::wire::v1::{self, InventoryOptions};
use pyo3::prelude::*;

use crate::answer::Answer;
use crate::error::{Failure, stopped};
use crate::lines::Lines;
use crate::packs::{Pack, catalog};
use crate::source::Ledger;
use crate::table::Table;
use crate::{guarded, tables};

/// Computes an inventory.
#[pyfunction]
#[pyo3(signature = (ledger, options_json, packs, lines, progress, /))]
pub(crate) fn inventory(
    py: Python<'_>,
    ledger: Ledger,
    options_json: &str,
    packs: Vec<Pack>,
    lines: bool,
    progress: Option<Py<PyAny>>,
) -> PyResult<Answer> {
    let failure = Failure::default();
    let done = guarded(py, || {
        let options = Options::from_request(&InventoryOptions::from_json(options_json)?)?;
        let catalog = catalog(&packs)?;
        let options = surveyed(|| ledger.open(&failure), &catalog, options)?;
        let mut kept = lines.then(|| Lines::new(options.clone()));
        let mut keep = kept.as_mut().map(|kept| |line: &Line<'_>| kept.add(line));
        let keep = keep.as_mut().map(|keep| -> &mut EachLine<'_> { keep });
        let mut tell = |at: Progress| report(&failure, progress.as_ref(), at);
        let answer = compute_with(ledger.open(&failure)?, &catalog, &options, keep, &mut tell)?;
        Ok(Answer::new(answer, kept.map(|kept| vec![Arc::new(kept.finish())])))
    });
    failure.or(done)
}

/// Gives the interpreter a chance to be interrupted, and the caller one to stop.
fn report(failure: &Failure, progress: Option<&Py<PyAny>>, at: Progress) -> ControlFlow<()> {
    let told = Python::attach(|py| {
        py.check_signals()?;
        let Some(progress) = progress else { return Ok(true) };
        let answer = progress.bind(py).call1((at.rows, at.bytes))?;
        Ok(!answer.extract::<bool>().is_ok_and(|more| !more))
    });
    match told {
        Ok(true) => return ControlFlow::Continue(()),
        Ok(false) => failure.set(stopped()),
        Err(error) => failure.set(error),
    }
    ControlFlow::Break(())
}

/// The calculation record of a line, as canonical JSON.
#[pyfunction]
#[pyo3(signature = (ledger, line, options_json, packs, /))]
pub(crate) fn explain(
    py: Python<'_>,
    ledger: Ledger,
    line: &str,
    options_json: &str,
    packs: Vec<Pack>,
) -> PyResult<String> {
    let failure = Failure::default();
    let done = guarded(py, || {
        let options = Options::from_request(&InventoryOptions::from_json(options_json)?)?;
        let catalog = catalog(&packs)?;
        let options = surveyed(|| ledger.open(&failure), &catalog, options)?;
        v1::canonical(&explain_named(|| ledger.open(&failure), &catalog, &options, line)?)
    });
    failure.or(done)
}

/// Reads a ledger without any factor: the counts and the reading as JSON, the rows, the findings.
#[pyfunction]
#[pyo3(signature = (ledger, options_json, rows, /))]
pub(crate) fn read_ledger(
    py: Python<'_>,
    ledger: Ledger,
    options_json: &str,
    rows: Option<usize>,
) -> PyResult<(String, Table, Table)> {
    let failure = Failure::default();
    let done = guarded(py, || {
        let options = Options::for_reading(&InventoryOptions::from_json(options_json)?)?;
        let mut answer =
            emitrace::inventory::read_ledger(ledger.open(&failure)?, &options, rows.unwrap_or(usize::MAX))?;
        let (records, findings) = (tables::records(&answer)?, tables::findings(&answer.findings)?);
        answer.records.clear();
        answer.findings.clear();
        Ok((v1::canonical(&answer)?, records, findings))
    });
    failure.or(done)
}

/// How sure an inventory is, as canonical JSON.
#[pyfunction]
#[pyo3(signature = (ledger, options_json, choices_json, packs, progress, /))]
pub(crate) fn uncertainty(
    py: Python<'_>,
    ledger: Ledger,
    options_json: &str,
    choices_json: &str,
    packs: Vec<Pack>,
    progress: Option<Py<PyAny>>,
) -> PyResult<String> {
    let failure = Failure::default();
    let done = guarded(py, || {
        let options = Options::from_request(&InventoryOptions::from_json(options_json)?)?;
        let choices: v1::UncertaintyOptions = v1::read_json(choices_json)?;
        let catalog = catalog(&packs)?;
        let options = surveyed(|| ledger.open(&failure), &catalog, options)?;
        let mut tell = |at: Progress| report(&failure, progress.as_ref(), at);
        let ledger = ledger.open(&failure)?;
        v1::canonical(&emitrace::inventory::uncertainty(ledger, &catalog, &options, &choices, &mut tell)?)
    });
    failure.or(done)
}

/// How good the data behind an inventory are, as canonical JSON.
#[pyfunction]
#[pyo3(signature = (ledger, options_json, packs, progress, /))]
pub(crate) fn quality(
    py: Python<'_>,
    ledger: Ledger,
    options_json: &str,
    packs: Vec<Pack>,
    progress: Option<Py<PyAny>>,
) -> PyResult<String> {
    let failure = Failure::default();
    let done = guarded(py, || {
        let options = Options::from_request(&InventoryOptions::from_json(options_json)?)?;
        let catalog = catalog(&packs)?;
        let options = surveyed(|| ledger.open(&failure), &catalog, options)?;
        let mut tell = |at: Progress| report(&failure, progress.as_ref(), at);
        v1::canonical(&emitrace::inventory::quality(ledger.open(&failure)?, &catalog, &options, &mut tell)?)
    });
    failure.or(done)
}
