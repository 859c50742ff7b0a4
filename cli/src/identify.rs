//! `emitrace identify`: what identifiers of things and places are.

use core::fmt::Write;
use std::path::PathBuf;
use std::process::ExitCode;

use emitrace::factor::Catalog;
use emitrace::wire::v1::{
    AliasText, IdentifierText, IdentifyAnswer, IdentifyRequest, PathFinding, canonical, read_json,
};
use emitrace::{Code, Error};

use crate::inputs;
use crate::report::PlainFormat;

#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// Digital Links, EPC URNs, element strings, digits, codes of your own
    identifiers: Vec<String>,
    /// Identifiers from a file, one a line; `-` reads standard input
    #[arg(long, value_name = "FILE")]
    from: Option<PathBuf>,
    /// What digits alone number: item, place, party, logistic_unit or code
    #[arg(long, default_value = "", hide_default_value = true)]
    kind: String,
    /// A company prefix that is known: without it no EPC URN is made of a key (repeatable)
    #[arg(long, value_name = "DIGITS")]
    company_prefix: Vec<String>,
    /// IDENTIFIER=SAME: the first is read as the second (repeatable)
    #[arg(long, value_name = "IDENTIFIER=SAME")]
    alias: Vec<String>,
    /// What Digital Links begin with (else https://id.gs1.org)
    #[arg(long, value_name = "ADDRESS", default_value = "", hide_default_value = true)]
    stem: String,
    /// What to print: table or json
    #[arg(long, default_value = "table")]
    format: PlainFormat,
}

pub(crate) fn run(arguments: &Arguments) -> Result<ExitCode, Error> {
    let text = |text: &str| IdentifierText { text: text.into(), kind: arguments.kind.clone() };
    let mut identifiers: Vec<IdentifierText> =
        arguments.identifiers.iter().map(|given| text(given)).collect();
    if let Some(path) = &arguments.from {
        let lines = inputs::text(path)?;
        let lines = lines.trim_start_matches('\u{feff}').lines().filter(|line| !line.trim().is_empty());
        identifiers.extend(lines.map(text));
    }
    let aliases = arguments.alias.iter().map(|alias| {
        let (identifier, same_as) = alias.split_once('=').ok_or_else(|| {
            Error::new(Code::BadRequest, format!("`{alias}` is no alias")).with_help("write IDENTIFIER=SAME")
        })?;
        Ok(AliasText { identifier: text(identifier), same_as: text(same_as) })
    });
    let request = IdentifyRequest {
        identifiers,
        company_prefixes: arguments.company_prefix.clone(),
        aliases: aliases.collect::<Result<_, Error>>()?,
        stem: arguments.stem.clone(),
        allow: None,
    };
    let answer = emitrace::call(&Catalog::default(), "trace.identify", &canonical(&request)?)?;
    let read: IdentifyAnswer = read_json(&answer)?;
    inputs::print(&match arguments.format {
        PlainFormat::Json => format!("{answer}\n"),
        PlainFormat::Table => table(&read),
    })?;
    Ok(ExitCode::from(u8::from(read.findings.iter().any(|finding| finding.severity == "error"))))
}

fn table(answer: &IdentifyAnswer) -> String {
    let mut out = String::new();
    for read in &answer.identifiers {
        let _ = writeln!(out, "{}", read.text);
        let Some(identifier) = &read.identifier else { continue };
        let mut told = |name: &str, value: &str| {
            if !value.is_empty() {
                let _ = writeln!(out, "  {name:<24} {value}");
            }
        };
        told("is", &identifier.canonical);
        if identifier.same_as != identifier.canonical {
            told("is read as", &identifier.same_as);
        }
        for element in &identifier.elements {
            told(&format!("({}) {}", element.ai, element.title), &element.value);
        }
        told("prefix", format!("{} {}", identifier.prefix, identifier.prefix_says.replace('_', " ")).trim());
        told("EPC URN", identifier.epc_urn.as_deref().unwrap_or_default());
    }
    out.push_str(&findings(&answer.findings));
    out
}

/// Remarks, one each two lines.
pub(crate) fn findings(findings: &[PathFinding]) -> String {
    let mut out = String::new();
    for finding in findings {
        let PathFinding { path, severity, code, value, message, help } = finding;
        let value = if value.is_empty() { String::new() } else { format!(" `{value}`") };
        let _ = writeln!(out, "{severity} {code} {path}{value}: {message}\n  help: {help}");
    }
    out
}
