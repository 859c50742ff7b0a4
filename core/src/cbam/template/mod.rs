//! The Commission's communication template for installations (XLSX): what an operator filled in becomes the document of an
//! installation, and the figures that the template shows stand beside those that the entries give.
//!
//! `map.rs` is the cell map, as data; `cells.rs` reads cells and keeps what became of each, so that no entry is lost:
//! `head.rs`, `sources.rs`, `processes.rs`, `precursors.rs`, `products.rs` and `tools.rs` take them, sheet by sheet, and
//! what they leave is told. `compare.rs` puts figures beside each other.

mod cells;
mod compare;
mod head;
mod map;
mod precursors;
mod processes;
mod products;
mod sources;
mod tools;

#[cfg(test)]
mod tests;

use cells::Cells;
use head::{Remarks, Slot};
use map::{ENTRIES, PRECURSORS, PROCESSES};
use processes::Block;

use super::Tables;
use crate::error::Error;
use crate::factor::Catalog;
use crate::number::Fraction;
use crate::wire::v1;

/// The document, and where in the template its parts are from.
struct Read {
    document: v1::CbamEmbeddedRequest,
    slots: Vec<Slot>,
    /// What each process makes, as the template counts it.
    made: Vec<Option<Fraction>>,
    streams: Vec<u32>,
    pfc: Vec<u32>,
    measurements: Vec<u32>,
    precursors: Vec<u32>,
    products: Vec<products::Row>,
    tools: Vec<usize>,
}

/// The document of an installation from a filled communication template 2.1.1, and the template's own figures beside it.
///
/// # Units
/// Those of the template: t, 1000 Nm3, TJ, MWh, t CO2e; percentages become fractions.
///
/// # Method
/// M-142, M-143.
///
/// # Errors
/// `TEMPLATE_UNKNOWN` if a sheet of the template is missing; those of workbooks. Everything that is wrong with cells is
/// a finding.
///
/// # Example
/// ```
/// use emitrace::cbam::template;
/// use emitrace::factor::Catalog;
/// use emitrace::wire::v1::CbamTemplateRequest;
///
/// let catalog = Catalog::bundled()?;
/// let request = CbamTemplateRequest { base64: "bm8gd29ya2Jvb2s=".into(), ..Default::default() };
/// assert_eq!(template(&catalog, &request).unwrap_err().code().as_str(), "BAD_ZIP");
/// # Ok::<(), emitrace::Error>(())
/// ```
pub fn template(
    catalog: &Catalog,
    request: &v1::CbamTemplateRequest,
) -> Result<v1::CbamTemplateAnswer, Error> {
    let bytes = v1::file_bytes(None, Some(&request.base64)).map_err(|error| error.at("/base64"))?;
    let mut cells = Cells::read(bytes.into_owned())?;
    let (version, known) = head::version(&mut cells);
    let mut read = None;
    let mut comparison = v1::CbamTemplateComparison::default();
    // Cells of another version mean something else: nothing is read.
    if known {
        let mut found = document(&mut cells, Tables::new(catalog));
        found.document.regime.clone_from(&request.regime);
        comparison = compared(catalog, &mut cells, &found)?;
        read = Some(found.document);
    }
    let (taken, findings) = cells.finish();
    let whole =
        !findings.iter().any(|finding| finding.severity == "error" || finding.code == "TEMPLATE_CELL_UNUSED");
    Ok(v1::CbamTemplateAnswer {
        schema: v1::CBAM_TEMPLATE_SCHEMA.into(),
        engine: env!("CARGO_PKG_VERSION").into(),
        version,
        complete: whole && comparison.computed,
        document: read.unwrap_or_default(),
        taken,
        findings,
        template: comparison,
    })
}

/// Takes every entry, sheet by sheet, and tells of those that are left.
fn document(cells: &mut Cells, tables: Tables<'_>) -> Read {
    let mut remarks = Remarks::default();
    let (mut streams, mut pfc, mut measurements, mut bought) =
        (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    let (slots, mut processes) = head::processes(cells);
    let mut document = v1::CbamEmbeddedRequest {
        installation: head::installation(cells, tables),
        period: head::period(cells),
        verifier: head::verifier(cells),
        streams: sources::streams(cells, &mut streams),
        pfc: sources::pfc(cells, &mut pfc),
        measurements: sources::measurements(cells, &mut measurements),
        ..v1::CbamEmbeddedRequest::default()
    };
    head::routes(cells, &slots, &mut processes);
    let mut inputs: Vec<Vec<v1::CbamInput>> = vec![Vec::new(); processes.len()];
    let mut made = Vec::new();
    for slot in &slots {
        let block = Block::new(slot);
        made.push(block.made(cells));
        block.passed_on(cells, &slots, &mut inputs);
        if let Some(process) = processes.get_mut(slot.index) {
            block.flows(cells, process);
        }
    }
    document.precursors = precursors::precursors(cells, &mut remarks, &slots, &mut inputs, &mut bought);
    let products = products::products(cells, &slots, &made, &mut processes);
    for (process, inputs) in processes.iter_mut().zip(inputs) {
        process.inputs = inputs;
    }
    name_goods(&mut processes);
    document.processes = processes;
    let (units, tools) = tools::energy_units(cells);
    document.energy_units = units;
    tools::carbon_price(cells, &mut remarks);
    remarks.keep_all(cells);
    document.remarks = remarks.list;
    for entries in ENTRIES {
        cells.leftovers(entries.sheet, entries.columns, entries.rows);
    }
    for blocks in [PROCESSES, PRECURSORS] {
        for block in 1..=blocks.count {
            let first = blocks.row(block);
            for (columns, (from, to)) in blocks.open {
                cells.leftovers(
                    blocks.sheet,
                    columns,
                    (first.saturating_add(*from), first.saturating_add(*to)),
                );
            }
        }
    }
    Read { document, slots, made, streams, pfc, measurements, precursors: bought, products, tools }
}

/// Inputs from a process that makes several goods name the first: the template does not tell them apart.
fn name_goods(processes: &mut [v1::CbamProcess]) {
    let firsts: Vec<(String, String)> = processes
        .iter()
        .filter(|process| process.goods.len() > 1)
        .filter_map(|process| Some((process.id.clone(), process.goods.first()?.cn.clone())))
        .collect();
    for input in processes.iter_mut().flat_map(|process| &mut process.inputs) {
        if let Some((_, cn)) = firsts.iter().find(|(id, _)| *id == input.from) {
            input.cn.clone_from(cn);
        }
    }
}

/// Computes the document and puts the template's figures beside it.
fn compared(catalog: &Catalog, cells: &mut Cells, read: &Read) -> Result<v1::CbamTemplateComparison, Error> {
    let report = super::embedded(catalog, &read.document)?.report;
    let measured = without_defaults(&read.document, &report.regime)
        .map(|document| super::embedded(catalog, &document).map(|answer| answer.report))
        .transpose()?;
    let figures = compare::figures(cells, read, &report, measured.as_ref())?;
    let count = |all: usize| u32::try_from(all).unwrap_or(u32::MAX);
    Ok(v1::CbamTemplateComparison {
        regime: report.regime,
        computed: report.complete,
        findings: report.findings,
        figures_total: count(figures.len()),
        figures_equal: count(figures.iter().filter(|figure| figure.equal).count()),
        figures,
    })
}

/// The document with default values of direct emissions at zero, by which their share is found; only by the rules that
/// take them from the document.
fn without_defaults(document: &v1::CbamEmbeddedRequest, regime: &str) -> Option<v1::CbamEmbeddedRequest> {
    if regime != "transitional" {
        return None;
    }
    let mut other = document.clone();
    for batch in other.precursors.iter_mut().flat_map(|precursor| &mut precursor.batches) {
        if batch.determination == "default" {
            batch.see_direct = "0".into();
        }
    }
    Some(other)
}
