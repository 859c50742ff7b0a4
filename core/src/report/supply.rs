//! Networks of processes: figures as CSV, and one figure taken apart as text.

use core::fmt::Write as _;

use super::Lang;
use super::csv::safe_cell;
use crate::wire::v1::{SupplyExplanation, SupplyPart, SupplyResult};

/// The figures of all processes, a row each in the order of their identifiers; withheld ones are empty.
///
/// # Example
/// ```
/// use emitrace::report::supply_csv;
/// use emitrace::supply::embedded;
/// use emitrace::wire::v1::{SupplyRequest, SupplyTable};
///
/// let table = |text: &str| SupplyTable { text: Some(text.into()), columns: None };
/// let request = SupplyRequest {
///     processes: table("process,own_kg_co2e\nsteel,1.8\nore,0.05\n"),
///     flows: table("consumer,supplier,amount\nsteel,ore,1.6\n"),
///     ..SupplyRequest::default()
/// };
/// let csv = supply_csv(&embedded(&request)?.result);
/// assert_eq!(csv, "process,embedded_kg_co2e\r\nore,0.05\r\nsteel,1.88\r\n");
/// # Ok::<(), emitrace::Error>(())
/// ```
pub fn supply_csv(result: &SupplyResult) -> String {
    let mut text = String::new();
    let columns: Vec<&[String]> = result.figures.iter().flatten().map(Vec::as_slice).collect();
    let mut head = vec!["process"];
    head.extend(result.units.is_some().then_some("unit"));
    head.extend(result.names.iter().map(String::as_str));
    head.extend(result.bounds.is_some().then_some("bound"));
    line(&mut text, head.into_iter());
    for (at, process) in result.processes.iter().flatten().enumerate() {
        let units = result.units.iter().filter_map(|units| units.get(at));
        let figures = columns.iter().filter_map(|figures| figures.get(at));
        let bounds = result.bounds.iter().filter_map(|bounds| bounds.get(at));
        let cells = [process].into_iter().chain(units).chain(figures).chain(bounds);
        line(&mut text, cells.map(String::as_str));
    }
    text
}

fn line<'a>(text: &mut String, cells: impl Iterator<Item = &'a str>) {
    for (at, cell) in cells.enumerate() {
        if at > 0 {
            text.push(',');
        }
        // A credit is a number; other text that a spreadsheet would compute is made plain.
        let number = cell.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'-' | b'.'));
        if number {
            text.push_str(cell);
        } else {
            let cell = safe_cell(cell);
            if cell.contains([',', '"', '\n', '\r']) {
                text.push('"');
                text.push_str(&cell.replace('"', "\"\""));
                text.push('"');
            } else {
                text.push_str(&cell);
            }
        }
    }
    text.push_str("\r\n");
}

/// What a figure is made of, a line for each supplier, as plain text with exact numbers.
///
/// # Example
/// ```
/// use emitrace::report::{Lang, supply_explain_table};
/// use emitrace::supply::explain;
/// use emitrace::wire::v1::{SupplyExplainRequest, SupplyRequest, SupplyTable};
///
/// let table = |text: &str| SupplyTable { text: Some(text.into()), columns: None };
/// let request = SupplyRequest {
///     processes: table("process,own_kg_co2e\nore,0.05\nsteel,1.8\n"),
///     flows: table("consumer,supplier,amount\nsteel,ore,1.6\n"),
///     ..SupplyRequest::default()
/// };
/// let asked = SupplyExplainRequest { process: "steel".into(), request, ..SupplyExplainRequest::default() };
/// let text = supply_explain_table(&explain(&asked)?, Lang::En);
/// assert!(text.contains("4.2553 %  0.08 = 1.6 × ore"));
/// # Ok::<(), emitrace::Error>(())
/// ```
pub fn supply_explain_table(answer: &SupplyExplanation, lang: Lang) -> String {
    let words = match lang {
        Lang::En => &ENGLISH,
        Lang::Vi => &VIETNAMESE,
    };
    let mut text = format!("{}\n", answer.name);
    let part = &answer.process;
    let unit = if part.unit.is_empty() { String::new() } else { format!(" / {}", part.unit) };
    // Writing to a string cannot fail.
    let _ = writeln!(text, "{}: {}{unit} ({} {})", part.process, part.figure, words.bound, part.bound);
    below(&mut text, part, 1, words);
    text
}

struct Words {
    bound: &'static str,
    own: &'static str,
    rest: &'static str,
    rounded_off: &'static str,
}

const ENGLISH: Words = Words {
    bound: "and at most this more:",
    own: "own",
    rest: "further suppliers",
    rounded_off: "rounded off",
};

const VIETNAMESE: Words = Words {
    bound: "và nhiều nhất thêm:",
    own: "tự phát thải",
    rest: "nguồn cung khác",
    rounded_off: "phần làm tròn",
};

fn below(text: &mut String, part: &SupplyPart, depth: usize, words: &Words) {
    let indent = "  ".repeat(depth);
    let _ = writeln!(text, "{indent}{} {}", words.own, part.own);
    for input in &part.inputs {
        let _ = writeln!(
            text,
            "{indent}{} %  {} = {} × {}",
            input.percent, input.contribution, input.amount, input.supplier
        );
        if let Some(process) = &input.process {
            below(text, process, depth.saturating_add(1), words);
        }
    }
    if part.rest_inputs > 0 {
        let _ = writeln!(text, "{indent}{} {}: {}", part.rest_inputs, words.rest, part.rest);
    }
    if part.rounded_off != "0" {
        let _ = writeln!(text, "{indent}{} -{}", words.rounded_off, part.rounded_off);
    }
}
