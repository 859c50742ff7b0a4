//! `emitrace methods`: what a row may say in the column `method`, and what it needs then.

use std::fmt::Write;
use std::process::ExitCode;

use emitrace::Error;
use emitrace::factor::Catalog;
use emitrace::wire::v1::{MethodEntry, MethodsAnswer, MethodsRequest, canonical, read_json};

use crate::inputs;
use crate::report::PlainFormat;

#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// A method, to see its columns
    id: Option<String>,
    /// Only those that may stand in this category, e.g. 3.4
    #[arg(long)]
    category: Option<String>,
    /// What to print: table or json
    #[arg(long, default_value = "table")]
    format: PlainFormat,
}

pub(crate) fn run(arguments: &Arguments) -> Result<ExitCode, Error> {
    let request = MethodsRequest {
        id: arguments.id.clone().unwrap_or_default(),
        category: arguments.category.clone().unwrap_or_default(),
    };
    let json = emitrace::call(&Catalog::new(), "methods", &canonical(&request)?)?;
    if arguments.format == PlainFormat::Json {
        inputs::print(&(json + "\n"))?;
        return Ok(ExitCode::SUCCESS);
    }
    let answer: MethodsAnswer = read_json(&json)?;
    let text = match answer.methods.as_slice() {
        [one] => card(one),
        all => all.iter().fold(String::new(), |mut out, method| {
            let _ = writeln!(out, "{:<6} {:<26} {}", method.number, method.id, method.formula);
            out
        }),
    };
    inputs::print(&text)?;
    Ok(ExitCode::SUCCESS)
}

/// One method with its columns. Writing to a string cannot fail, so results of `writeln!` are dropped.
fn card(method: &MethodEntry) -> String {
    let mut out = String::new();
    let _ = writeln!(out, "{} {}\n  {}\n  {}", method.number, method.id, method.says, method.says_vi);
    let _ = writeln!(out, "  {}\n  {}", method.formula, method.clause);
    let _ = writeln!(out, "Categories  {}", method.categories.join(", "));
    let takes = method.takes.join(" or ");
    let _ = writeln!(out, "Quantity    {}", if takes.is_empty() { "in the unit of the row" } else { &takes });
    for parameter in &method.parameters {
        let needed = if parameter.needed { "" } else { " (may be left out)" };
        let unit = if parameter.unit.is_empty() { "word" } else { &parameter.unit };
        let _ = writeln!(out, "\n{} [{unit}]{needed}\n  {}", parameter.name, parameter.says);
        let _ = writeln!(out, "  {}", parameter.says_vi);
        let _ = writeln!(out, "  holds {}", parameter.range);
        if !parameter.words.is_empty() {
            let _ = writeln!(out, "  words: {}", parameter.words.join(", "));
        }
        if !parameter.records.is_empty() {
            let _ = writeln!(out, "  records that stand in: {}", parameter.records.join(", "));
        }
        let _ = writeln!(out, "  headers: {}", parameter.headers.join(", "));
    }
    out
}
