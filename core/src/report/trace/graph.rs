//! A path as text for programs that draw graphs: Mermaid and Graphviz.

use core::fmt::Write as _;

use super::super::screen::plain;
use super::short;
use crate::wire::v1::{TracePath, TraceStep};

/// Name, item and quantity of a step, safe within quotes of either program.
fn label(step: &TraceStep, newline: &str) -> String {
    let mut lines = vec![step.name.clone()];
    let about = [&step.item, &step.party, &step.country].into_iter().filter(|text| !text.is_empty());
    lines.extend(about.cloned());
    if !step.quantity.is_empty() {
        lines.push(format!("{} {}", step.quantity, step.unit));
    }
    let safe = |line: String| {
        let mut safe = String::new();
        for c in plain(&line).chars() {
            match c {
                '"' => safe.push('\u{201d}'),
                '\\' => safe.push('\u{ff3c}'),
                '<' => safe.push('\u{2039}'),
                '>' => safe.push('\u{203a}'),
                '&' => safe.push('\u{ff06}'),
                '#' => safe.push('\u{ff03}'),
                '`' => safe.push('\u{2019}'),
                _ => safe.push(c),
            }
        }
        safe
    };
    lines.into_iter().map(safe).collect::<Vec<_>>().join(newline)
}

/// A path as a Mermaid flowchart.
///
/// # Example
/// ```
/// use emitrace::report::trace_mermaid;
/// use emitrace::wire::v1::{TraceLink, TracePath, TraceStep};
///
/// let step = |number, name: &str| TraceStep { number, kind: "lot".into(), name: name.into(), ..TraceStep::default() };
/// let link = TraceLink { from: 1, to: 2, quantity: "5".into(), certainty: "exact".into() };
/// let path = TracePath { steps: vec![step(1, "coil"), step(2, "wire")], links: vec![link], ..TracePath::default() };
/// assert!(trace_mermaid(&path).contains("n1 -->|5| n2"));
/// ```
pub fn trace_mermaid(path: &TracePath) -> String {
    let path = &short::path(path);
    let mut text = String::from("flowchart LR\n");
    for step in &path.steps {
        let (open, close) = match step.kind.as_str() {
            "run" => ("{{", "}}"),
            "source" => ("([", "])"),
            "delivery" => ("[/", "/]"),
            "container" => ("[[", "]]"),
            _ => ("[", "]"),
        };
        // Writing to a string cannot fail.
        let _ = writeln!(text, "  n{}{open}\"{}\"{close}", step.number, label(step, "<br/>"));
    }
    for link in &path.links {
        let _ = match link.certainty.as_str() {
            "exact" => writeln!(text, "  n{} -->|{}| n{}", link.from, link.quantity, link.to),
            _ => writeln!(text, "  n{} -.->|?| n{}", link.from, link.to),
        };
    }
    text
}

/// A path in the language of Graphviz.
///
/// # Example
/// ```
/// use emitrace::report::trace_dot;
/// use emitrace::wire::v1::TracePath;
///
/// assert!(trace_dot(&TracePath::default()).starts_with("digraph trace {"));
/// ```
pub fn trace_dot(path: &TracePath) -> String {
    let path = &short::path(path);
    let mut text = String::from("digraph trace {\n  rankdir=LR;\n  node [shape=box];\n");
    for step in &path.steps {
        let shape = match step.kind.as_str() {
            "run" => "hexagon",
            "source" => "ellipse",
            "delivery" => "parallelogram",
            "container" => "box3d",
            _ => "box",
        };
        let _ = writeln!(text, "  n{} [shape={shape}, label=\"{}\"];", step.number, label(step, "\\n"));
    }
    for link in &path.links {
        let _ = match link.certainty.as_str() {
            "exact" => writeln!(text, "  n{} -> n{} [label=\"{}\"];", link.from, link.to, link.quantity),
            _ => writeln!(text, "  n{} -> n{} [style=dashed, label=\"?\"];", link.from, link.to),
        };
    }
    text.push_str("}\n");
    text
}
