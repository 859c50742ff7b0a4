//! What the template shows beside what its entries give (METHODS M-143).

use super::Read;
use super::cells::{Cells, Place, at, name};
use super::map::{PROCESSES, Sheet};
use super::tools::{self, TOOLS};
use crate::error::{Code, Error};
use crate::number::{Fraction, Ties};
use crate::wire::v1;

/// Decimals of a difference.
const DECIMALS: u32 = 12;
/// Figures agree if they differ by no more than a billionth of the larger of one and ours.
const BILLION: i64 = 1_000_000_000;
/// Height of a process in Summary_Processes, and the row of the first one's sums.
const SUMMARY: (u32, u32) = (36, 164);

/// What a figure is and where it stands.
struct Asked<'a> {
    figure: &'a str,
    path: String,
    unit: &'a str,
    place: Place,
}

/// The figures so far.
struct Figures<'c> {
    cells: &'c mut Cells,
    list: Vec<v1::CbamTemplateFigure>,
    silent: Vec<Sheet>,
}

impl Figures<'_> {
    /// Puts a figure beside ours; a cell that the workbook does not have is passed over.
    fn put(&mut self, asked: Asked<'_>, computed: Option<Fraction>, reasons: &[&str]) {
        let place = asked.place;
        if !self.cells.is_filled(place) {
            if self.cells.is_uncomputed(place) && !self.silent.contains(&place.sheet) {
                self.silent.push(place.sheet);
                let message = "results of formulas are not in the file";
                self.cells.say(
                    ("warning", Code::TemplateAltered),
                    place,
                    message,
                    "open and save the workbook in a spreadsheet program",
                );
            }
            return;
        }
        // The results of an array formula stand without formula but for the first.
        if place.sheet != Sheet::Matrix && self.cells.is_entered(place) {
            let message = "the template computes this cell, and somebody entered it";
            self.cells.say(("warning", Code::TemplateAltered), place, message, "restore the formula");
        }
        let shown = self.cells.figure(place);
        let theirs = shown.as_deref().and_then(Fraction::parse);
        let difference =
            computed.as_ref().zip(theirs.as_ref()).and_then(|(ours, theirs)| ours.try_sub(theirs).ok());
        let equal = difference
            .as_ref()
            .zip(computed.as_ref())
            .is_some_and(|(difference, ours)| close(difference, ours));
        let mut why: Vec<String> = Vec::new();
        match (&computed, &theirs) {
            (None, _) => why.push("not-computed".into()),
            (_, None) => why.push("not-shown".into()),
            _ if !equal => why.extend(reasons.iter().map(|reason| (*reason).into())),
            _ => {}
        }
        if !equal && why.is_empty() {
            let ours =
                computed.as_ref().map_or_else(String::new, |ours| ours.rounded(DECIMALS, Ties::HalfEven));
            let message =
                format!("the template shows this for {}, and its entries give {ours}", asked.figure);
            self.cells.say(("warning", Code::TemplateDiffers), place, &message, "");
        }
        self.list.push(v1::CbamTemplateFigure {
            figure: asked.figure.into(),
            path: asked.path,
            unit: asked.unit.into(),
            sheet: self.cells.sheet(place),
            cell: name(place),
            template: shown.unwrap_or_else(|| self.cells.peek(place).to_owned()),
            computed: computed.map_or_else(String::new, |ours| ours.to_string()),
            difference: difference.map_or_else(String::new, |value| value.rounded(DECIMALS, Ties::HalfEven)),
            equal,
            reasons: why,
        });
    }
}

fn close(difference: &Fraction, ours: &Fraction) -> bool {
    let size = |value: &Fraction| if value.is_negative() { value.negated() } else { value.clone() };
    let largest = size(ours).max(Fraction::one());
    size(difference).try_mul(&Fraction::whole(BILLION)).is_ok_and(|scaled| scaled <= largest)
}

fn parsed(text: &str) -> Option<Fraction> {
    Fraction::parse(text)
}

/// Every figure that both know. `measured` is the report of the same document with default values of precursors at zero.
pub(super) fn figures(
    cells: &mut Cells,
    read: &Read,
    report: &v1::CbamEmbeddedReport,
    measured: Option<&v1::CbamEmbeddedReport>,
) -> Result<Vec<v1::CbamTemplateFigure>, Error> {
    let mut figures = Figures { cells, list: Vec::new(), silent: Vec::new() };
    sources(&mut figures, read, report);
    totals(&mut figures, read, report)?;
    units(&mut figures, read, report);
    for (index, row) in read.precursors.iter().enumerate() {
        let see = report.precursors.get(index).and_then(|one| parsed(&one.see_per_t.indirect_all));
        let place = at(Sheet::Precursors, "L", row.saturating_add(38));
        let path = format!("/precursors/{index}");
        figures.put(
            Asked { figure: "see_indirect", path, unit: "t CO2e/t", place },
            see,
            &reasons(report, "indirect"),
        );
    }
    for slot in &read.slots {
        process(&mut figures, read, report, measured, slot.index, slot.number)?;
    }
    products(&mut figures, read, report, measured)?;
    Ok(figures.list)
}

/// Rows of sheet B.
fn sources(figures: &mut Figures<'_>, read: &Read, report: &v1::CbamEmbeddedReport) {
    for (list, rows) in [("streams", &read.streams), ("pfc", &read.pfc), ("measurements", &read.measurements)]
    {
        for (index, row) in rows.iter().enumerate() {
            let path = format!("/{list}/{index}");
            let found = report.sources.iter().find(|source| source.path == path);
            let of = |text: fn(&v1::CbamSource) -> &str| found.and_then(|source| parsed(text(source)));
            let mut put = |figure: &str, unit: &str, column: &str, ours: Option<Fraction>| {
                let place = at(Sheet::Sources, column, *row);
                figures.put(Asked { figure, path: path.clone(), unit, place }, ours, &[]);
            };
            put("t_co2e", "t CO2e", "AU", of(|source| &source.t_co2e));
            if list != "pfc" {
                put("biomass_t_co2", "t CO2", "AV", of(|source| &source.biomass_t_co2));
            }
            if list == "streams" {
                put("fossil_tj", "TJ", "AX", of(|source| &source.fossil_tj));
                put("biomass_tj", "TJ", "AY", of(|source| &source.biomass_tj));
            }
        }
    }
}

/// Totals of sheet C, as they follow from sheet B.
fn totals(figures: &mut Figures<'_>, read: &Read, report: &v1::CbamEmbeddedReport) -> Result<(), Error> {
    let totals = &report.totals;
    let measured = !read.measurements.is_empty();
    let fuel = match (parsed(&totals.fossil_tj), parsed(&totals.biomass_tj)) {
        (Some(fossil), Some(biomass)) => Some(fossil.try_add(&biomass)?),
        _ => None,
    };
    let of = |method: &dyn Fn(&v1::CbamSource) -> bool| -> Result<Fraction, Error> {
        let mut found = report.sources.iter().filter(|source| method(source));
        found.try_fold(Fraction::zero(), |sum, source| {
            sum.try_add(&parsed(&source.t_co2e).unwrap_or_else(Fraction::zero))
        })
    };
    let calculated = of(&|source| source.path.starts_with("/streams/"))?;
    let continuous = of(&|source| source.path.starts_with("/measurements/"))?;
    let energy: &[&str] = if measured { &["entry-not-used"] } else { &[] };
    for (figure, unit, column, row, ours, reasons) in [
        ("fuel_tj", "TJ", "H", 15, fuel, energy),
        ("co2_t", "t CO2e", "H", 25, parsed(&totals.co2_t), &[]),
        ("biomass_t_co2", "t CO2", "I", 25, parsed(&totals.biomass_t_co2), &[]),
        ("n2o_t_co2e", "t CO2e", "J", 25, parsed(&totals.n2o_t_co2e), &[]),
        ("pfc_t_co2e", "t CO2e", "K", 25, parsed(&totals.pfc_t_co2e), &[]),
        ("direct_t_co2e", "t CO2e", "L", 25, parsed(&totals.direct_t_co2e), &[]),
        ("calculated_t_co2e", "t CO2e", "H", 32, Some(calculated), &[]),
        ("measured_t_co2e", "t CO2e", "J", 32, Some(continuous), &[]),
    ] {
        let place = at(Sheet::Balance, column, row);
        figures.put(Asked { figure, path: "/".into(), unit, place }, ours, reasons);
    }
    Ok(())
}

/// Combined heat and power of sheet F.
fn units(figures: &mut Figures<'_>, read: &Read, report: &v1::CbamEmbeddedReport) {
    for (index, tool) in read.tools.iter().enumerate() {
        let (Some(tool), unit) = (TOOLS.get(*tool), report.energy_units.get(index)) else { continue };
        let of = |text: fn(&v1::CbamEnergyUnitResult) -> &str| unit.and_then(|unit| parsed(text(unit)));
        for (figure, unit, column, row, ours) in [
            ("heat_efficiency", "1", "J", tool.efficiencies, of(|unit| &unit.heat_efficiency)),
            ("electric_efficiency", "1", "K", tool.efficiencies, of(|unit| &unit.electric_efficiency)),
            ("heat_t_co2e", "t CO2e", "J", tool.result, of(|unit| &unit.heat_t_co2e)),
            ("heat_t_co2e_per_tj", "t CO2e/TJ", "K", tool.result, of(|unit| &unit.heat_t_co2e_per_tj)),
            ("electricity_t_co2e", "t CO2e", "L", tool.result, of(|unit| &unit.electricity_t_co2e)),
            (
                "electricity_t_co2e_per_tj",
                "t CO2e/TJ",
                "M",
                tool.result,
                of(|unit| &unit.electricity_t_co2e_per_tj),
            ),
            ("heat_fuel_tj", "TJ", "J", tool.fuel, of(|unit| &unit.heat_fuel_tj)),
            ("electricity_fuel_tj", "TJ", "K", tool.fuel, of(|unit| &unit.electricity_fuel_tj)),
        ] {
            let path = format!("/energy_units/{index}");
            figures.put(Asked { figure, path, unit, place: tools::cell(column, row) }, ours, &[]);
        }
    }
}

/// Why figures can differ by law.
fn reasons(report: &v1::CbamEmbeddedReport, part: &str) -> Vec<&'static str> {
    let mut why = Vec::new();
    if part != "indirect" && report.processes.iter().any(|process| process.floored) {
        why.push("floor");
    }
    if part != "direct" && report.processes.iter().any(|process| !process.indirect_counts) {
        why.push("indirect-not-counted");
    }
    if report.regime == "definitive" {
        let mut batches = report.precursors.iter().flat_map(|precursor| &precursor.batches);
        if batches.clone().any(|batch| batch.determination == "default") {
            why.push("default-value");
        }
        if batches.any(|batch| batch.determination == "exempt") {
            why.push("origin-exempt");
        }
    }
    why
}

/// Ours for a good of a process: the n-th of its goods.
fn good<'r>(
    report: &'r v1::CbamEmbeddedReport,
    read: &Read,
    process: usize,
    good: usize,
) -> Option<&'r v1::CbamGoodResult> {
    let slot = read.slots.iter().find(|slot| slot.index == process)?;
    report.goods.iter().filter(|good| good.process == slot.id).nth(good)
}

/// Direct, indirect, total, electricity for a tonne, and the share that default values make up of direct emissions.
struct Specific {
    direct: Option<Fraction>,
    indirect: Option<Fraction>,
    total: Option<Fraction>,
    mwh: Option<Fraction>,
    share: Option<Fraction>,
}

fn specific(
    good: Option<&v1::CbamGoodResult>,
    measured: Option<&v1::CbamGoodResult>,
) -> Result<Specific, Error> {
    let of = |text: fn(&v1::CbamSpecific) -> &str| good.and_then(|good| parsed(text(&good.exact_per_t)));
    let (direct, indirect) = (of(|see| &see.direct), of(|see| &see.indirect));
    let total = match (&direct, &indirect) {
        (Some(direct), Some(indirect)) => Some(direct.try_add(indirect)?),
        _ => None,
    };
    let rest = measured.and_then(|good| parsed(&good.exact_per_t.direct));
    let share = match (&direct, rest) {
        (Some(direct), Some(rest)) if !direct.is_zero() => Some(direct.try_sub(&rest)?.try_div(direct)?),
        _ => None,
    };
    Ok(Specific { direct, indirect, total, mwh: of(|see| &see.electricity_mwh), share })
}

/// The figures of a process: the inverse matrix, its summary, its production.
fn process(
    figures: &mut Figures<'_>,
    read: &Read,
    report: &v1::CbamEmbeddedReport,
    measured: Option<&v1::CbamEmbeddedReport>,
    index: usize,
    number: u32,
) -> Result<(), Error> {
    let path = format!("/processes/{index}");
    let found = report.processes.iter().find(|process| process.path == path);
    let first = good(report, read, index, 0);
    let see = specific(first, measured.and_then(|report| good(report, read, index, 0)))?;
    let made = read.made.get(index).and_then(Option::as_ref);
    let times = |value: &Option<Fraction>| -> Result<Option<Fraction>, Error> {
        value.as_ref().zip(made).map(|(value, made)| value.try_mul(made)).transpose()
    };
    let over = |text: fn(&v1::CbamProcessResult) -> &str| -> Result<Option<Fraction>, Error> {
        let value = found.and_then(|process| parsed(text(process)));
        let made = made.filter(|made| !made.is_zero());
        value.zip(made).map(|(value, made)| value.try_div(made)).transpose()
    };
    let (matrix, block) = (70_u32.saturating_add(number), PROCESSES.row(number));
    let summary = SUMMARY.0.saturating_mul(number.saturating_sub(1)).saturating_add(SUMMARY.1);
    // Indirect emissions of a good that they do not count for: the template adds them in either regime.
    let attributed = over(|process| &process.indirect_t_co2e)?;
    let attributed = attributed
        .filter(|_| found.is_none_or(|process| process.indirect_counts))
        .or_else(|| found.map(|_| Fraction::zero()));
    let (unit, one) = ("t CO2e/t", "MWh/t");
    let rows: [(&str, &str, Place, Option<Fraction>, &str); 15] = [
        ("quantity", "t", at(Sheet::Processes, "L", block.saturating_add(13)), made.cloned(), ""),
        (
            "attributed_direct",
            unit,
            at(Sheet::Matrix, "AJ", matrix),
            over(|process| &process.direct_t_co2e)?,
            "direct",
        ),
        ("see_direct", unit, at(Sheet::Matrix, "AK", matrix), see.direct.clone(), "direct"),
        ("attributed_indirect", unit, at(Sheet::Matrix, "AL", matrix), attributed, "indirect"),
        ("see_indirect", unit, at(Sheet::Matrix, "AM", matrix), see.indirect.clone(), "indirect"),
        (
            "attributed_mwh",
            one,
            at(Sheet::Matrix, "AN", matrix),
            over(|process| &process.electricity_mwh)?,
            "",
        ),
        ("electricity_mwh", one, at(Sheet::Matrix, "AO", matrix), see.mwh.clone(), ""),
        ("default_share_direct", "1", at(Sheet::ProcessSummary, "H", summary), see.share.clone(), "direct"),
        ("see_direct", unit, at(Sheet::ProcessSummary, "I", summary), see.direct.clone(), "direct"),
        ("see_indirect", unit, at(Sheet::ProcessSummary, "J", summary), see.indirect.clone(), "indirect"),
        ("see_total", unit, at(Sheet::ProcessSummary, "K", summary), see.total.clone(), "total"),
        ("embedded_direct", "t CO2e", at(Sheet::ProcessSummary, "L", summary), times(&see.direct)?, "direct"),
        (
            "embedded_indirect",
            "t CO2e",
            at(Sheet::ProcessSummary, "M", summary),
            times(&see.indirect)?,
            "indirect",
        ),
        ("embedded_total", "t CO2e", at(Sheet::ProcessSummary, "N", summary), times(&see.total)?, "total"),
        ("electricity_mwh", one, at(Sheet::ProcessSummary, "P", summary), see.mwh, ""),
    ];
    let looped = feeds_itself(&read.document, index);
    for (figure, unit, place, ours, part) in rows {
        // The definitive rules know no such share.
        if figure == "default_share_direct" && measured.is_none() {
            continue;
        }
        let mut why = if part.is_empty() { Vec::new() } else { reasons(report, part) };
        if place.sheet == Sheet::ProcessSummary && looped {
            why.push("loop");
        }
        figures.put(Asked { figure, path: path.clone(), unit, place }, ours, &why);
    }
    Ok(())
}

/// Whether a process uses what it makes, through others. Summary_Processes counts its own share as one then, where
/// InputOutput has the inverse of the matrix.
fn feeds_itself(document: &v1::CbamEmbeddedRequest, index: usize) -> bool {
    let Some(id) = document.processes.get(index).map(|process| &*process.id) else { return false };
    let mut seen: Vec<&str> = Vec::new();
    let mut open: Vec<&str> = vec![id];
    while let Some(next) = open.pop() {
        let process = document.processes.iter().find(|process| process.id == next);
        for input in process.into_iter().flat_map(|process| &process.inputs) {
            if input.from == id {
                return true;
            }
            if !seen.contains(&&*input.from) {
                seen.push(&input.from);
                open.push(&input.from);
            }
        }
    }
    false
}

/// The figures of the goods in Summary_Products, and where Summary_Communication repeats them.
fn products(
    figures: &mut Figures<'_>,
    read: &Read,
    report: &v1::CbamEmbeddedReport,
    measured: Option<&v1::CbamEmbeddedReport>,
) -> Result<(), Error> {
    for row in &read.products {
        let ours = good(report, read, row.process, row.good);
        let see = specific(ours, measured.and_then(|report| good(report, read, row.process, row.good)))?;
        let path = format!("/processes/{}/goods/{}", row.process, row.good);
        let price = read
            .document
            .processes
            .get(row.process)
            .and_then(|process| process.goods.get(row.good))
            .and_then(|good| good.carbon_price.clone());
        let price = price.unwrap_or_default();
        let covered = |share: &str| -> Result<Option<Fraction>, Error> {
            let share = parsed(share);
            see.total.as_ref().zip(share).map(|(total, share)| total.try_mul(&share)).transpose()
        };
        let (due, rebate) = (parsed(&price.due_per_t), parsed(&price.rebate_per_t));
        let effective = match (due, rebate) {
            (None, None) => None,
            (due, rebate) => {
                let nothing = Fraction::zero;
                Some(due.unwrap_or_else(nothing).try_sub(&rebate.unwrap_or_else(nothing))?)
            }
        };
        let factor = match (&see.indirect, &see.mwh) {
            (Some(indirect), Some(mwh)) if !mwh.is_zero() => Some(indirect.try_div(mwh)?),
            _ => None,
        };
        let (unit, repeated) = ("t CO2e/t", row.row.saturating_add(16));
        for (figure, unit, sheet, column, ours, part) in [
            ("see_direct", unit, Sheet::ProductSummary, "I", &see.direct, "direct"),
            ("see_indirect", unit, Sheet::ProductSummary, "J", &see.indirect, "indirect"),
            ("see_total", unit, Sheet::ProductSummary, "K", &see.total, "total"),
            ("default_share_direct", "1", Sheet::ProductSummary, "M", &see.share, "direct"),
            ("electricity_mwh", "MWh/t", Sheet::ProductSummary, "O", &see.mwh, ""),
            ("covered_by_price", unit, Sheet::ProductSummary, "AN", &covered(&price.share_covered)?, "total"),
            ("covered_by_rebate", unit, Sheet::ProductSummary, "AV", &covered(&price.rebate_share)?, "total"),
            ("effective_price", "currency/t", Sheet::ProductSummary, "AZ", &effective, ""),
            ("see_direct", unit, Sheet::Communication, "I", &see.direct, "direct"),
            ("see_indirect", unit, Sheet::Communication, "J", &see.indirect, "indirect"),
            ("see_total", unit, Sheet::Communication, "K", &see.total, "total"),
            ("electricity_t_co2e_per_mwh", "t CO2e/MWh", Sheet::Communication, "P", &factor, "indirect"),
        ] {
            let priced = matches!(column, "AN" | "AV" | "AZ") || figure == "electricity_t_co2e_per_mwh";
            if (priced && ours.is_none()) || (figure == "default_share_direct" && measured.is_none()) {
                continue;
            }
            let line = if sheet == Sheet::Communication { repeated } else { row.row };
            let why = if part.is_empty() { Vec::new() } else { reasons(report, part) };
            figures.put(
                Asked { figure, path: path.clone(), unit, place: at(sheet, column, line) },
                ours.clone(),
                &why,
            );
        }
    }
    Ok(())
}
