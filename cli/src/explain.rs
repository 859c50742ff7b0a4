//! `emitrace explain`: one line, from the cell to the kilogram.

use std::fmt::Write;
use std::path::PathBuf;
use std::process::ExitCode;

use emitrace::Error;
use emitrace::inventory::explain_named;
use emitrace::wire::v1::{FactorUse, LineRecord, canonical};

use crate::inputs::{self, Choices};
use crate::report::PlainFormat;

#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// The ledger
    ledger: PathBuf,
    /// Identifier of the line, or its row number; `row:12` asks for the row whatever the identifiers are
    #[arg(long)]
    line: String,
    #[command(flatten)]
    choices: Choices,
    /// What to print: table or json
    #[arg(long, default_value = "table")]
    format: PlainFormat,
}

pub(crate) fn run(arguments: &Arguments) -> Result<ExitCode, Error> {
    let options = arguments.choices.options()?;
    let catalog = inputs::catalog(&arguments.choices.factors)?;
    let options = inputs::surveyed(&arguments.ledger, &catalog, options)?;
    let record = explain_named(|| inputs::open(&arguments.ledger), &catalog, &options, &arguments.line)?;
    let text =
        if arguments.format == PlainFormat::Json { canonical(&record)? + "\n" } else { table(&record) };
    inputs::print(&text)?;
    Ok(ExitCode::SUCCESS)
}

/// The record as people read it. Writing to a string cannot fail, so results of `writeln!` are dropped.
fn table(record: &LineRecord) -> String {
    let mut out = String::new();
    let _ = writeln!(out, "Row {}  {}  {}  {}", record.row, record.id, record.period, record.region);
    for field in &record.fields {
        let _ = writeln!(out, "  {:<18} {}", field.field, field.value);
    }
    let _ = writeln!(out, "\nActivity {}, category {}", record.activity, record.category);
    if let Some(method) = &record.method {
        let _ = writeln!(out, "Method {} {}: {}", method.number, method.id, method.formula);
        let _ = writeln!(out, "  {}", method.clause);
    }
    let _ = writeln!(out, "{} {}  [{}, {}]", record.quantity, record.unit, record.profile, record.gwp);
    for leg in &record.legs {
        let _ = writeln!(out, "\n{}", [leg.account.as_str(), &leg.category].join("  ").trim_end());
        for step in &leg.steps {
            let what = if step.term.is_empty() {
                format!("{} → {}, {}", step.from, step.to, step.kind)
            } else {
                format!("{}: {}", step.kind, step.term)
            };
            let _ = writeln!(out, "  × {}  ({what})", step.times);
            step.factor.iter().for_each(|factor| source(&mut out, factor));
        }
        let _ = writeln!(out, "  factor {}, {}, valid {}", leg.factor.id, leg.factor.place, leg.factor.valid);
        source(&mut out, &leg.factor);
        if let Some(pack) = &leg.pack {
            let _ = writeln!(
                out,
                "    {} ({}), edition {}, {}",
                pack.title, pack.publisher, pack.edition, pack.licence
            );
        }
        for gas in &leg.gases {
            let _ = writeln!(
                out,
                "  {}: {} {} → exactly {} kg",
                gas.gas, gas.factor_value, gas.factor_unit, gas.exact_kg
            );
            let counted = if gas.in_total { "" } else { "  (outside the total)" };
            let _ = writeln!(out, "    = {} kg × {} = {} kg CO2e{counted}", gas.kg, gas.gwp, gas.kg_co2e);
        }
    }
    for note in &record.notes {
        let _ = writeln!(out, "\nnote {note}");
    }
    let _ = writeln!(
        out,
        "\nFormula  {}\nRounding {}\nDigest   {}",
        record.formula, record.rounding, record.digest
    );
    out
}

fn source(out: &mut String, factor: &FactorUse) {
    for value in &factor.values {
        let _ = writeln!(
            out,
            "    {} {} {} [{}, confidence {}]",
            value.gas, value.value, value.unit, value.cell, value.confidence
        );
    }
}
