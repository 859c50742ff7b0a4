//! `emitrace factors`: what the packs hold.

use std::path::PathBuf;
use std::process::ExitCode;

use emitrace::factor::{Catalog, Factor};
use emitrace::{Error, factor};

use crate::{import, inputs};

#[derive(clap::Subcommand)]
pub(crate) enum Command {
    /// Find factors by words: activity, place, year, pack
    Search {
        /// Words; all of them must fit
        #[arg(required = true)]
        words: Vec<String>,
        /// A pack of your own (repeatable)
        #[arg(long, value_name = "FILE")]
        factors: Vec<PathBuf>,
        /// Most hits to print
        #[arg(long, default_value_t = 20)]
        limit: usize,
    },
    /// Show a factor with its source
    Show {
        /// Identifier `pack/factor`
        id: String,
        /// A pack of your own (repeatable)
        #[arg(long, value_name = "FILE")]
        factors: Vec<PathBuf>,
    },
    /// List the packs with edition and licence
    Packs {
        /// A pack of your own (repeatable)
        #[arg(long, value_name = "FILE")]
        factors: Vec<PathBuf>,
    },
    /// Check a pack and list all its faults
    Check {
        /// A file, or a folder with pack.toml and table.csv
        pack: PathBuf,
    },
    /// Turn a publisher's own files into a pack, and report what was taken and what was left
    Import(Box<import::Arguments>),
    /// List the layouts that can be imported
    Formats,
}

pub(crate) fn run(command: &Command) -> Result<ExitCode, Error> {
    match command {
        Command::Search { words, factors, limit } => {
            search(&inputs::catalog(factors)?, &words.join(" "), *limit)
        }
        Command::Show { id, factors } => show(&inputs::catalog(factors)?, id),
        Command::Packs { factors } => packs(&inputs::catalog(factors)?),
        Command::Check { pack } => check(pack),
        Command::Import(arguments) => import::run(arguments),
        Command::Formats => import::formats(),
    }
}

fn search(catalog: &Catalog, query: &str, limit: usize) -> Result<ExitCode, Error> {
    let hits = catalog.search(query);
    let mut out = String::new();
    for hit in hits.iter().take(limit) {
        let factor = catalog.factor(hit.factor);
        out.push_str(&format!(
            "{:<52} {:<14} {:<22} {}\n",
            factor.id,
            factor.place,
            factor.validity(),
            values(catalog, factor)
        ));
    }
    out.push_str(&format!("{} found\n", hits.len()));
    inputs::print(&out)?;
    Ok(if hits.is_empty() { ExitCode::from(1) } else { ExitCode::SUCCESS })
}

fn values(catalog: &Catalog, factor: &Factor) -> String {
    let value = |value: &factor::Value| {
        let gas = value.gas.map_or("", |gas| &*catalog.gases().info(gas).name);
        let number = if value.state == factor::State::Value {
            value.amount.to_string()
        } else {
            value.state.as_str().into()
        };
        format!("{gas} {number} {}/{}", value.unit_text, factor.per_text)
    };
    factor.values.iter().map(value).collect::<Vec<_>>().join(", ")
}

fn show(catalog: &Catalog, id: &str) -> Result<ExitCode, Error> {
    let unknown = || Error::new(emitrace::Code::FactorUnknown, format!("there is no factor `{id}`"));
    let factor = catalog.factor(catalog.find(id).ok_or_else(unknown)?);
    let activity = catalog.activity(&factor.activity);
    let mut out = format!("{}\n", factor.id);
    let mut line = |name: &str, value: &str| out.push_str(&format!("  {name:<12} {value}\n"));
    line("activity", &factor.activity);
    if let Some(activity) = activity {
        line("", &format!("{} / {}", activity.name_en, activity.name_vi));
    }
    line("kind", factor.kind.as_str());
    line("place", &factor.place);
    line("valid", &factor.validity());
    line("T&D losses", &factor.td_losses);
    for value in &factor.values {
        let gas = value.gas.map_or("", |gas| &*catalog.gases().info(gas).name);
        line(
            "value",
            &format!(
                "{gas} {} {}/{} ({})",
                value.amount,
                value.unit_text,
                factor.per_text,
                value.state.as_str()
            ),
        );
        line("  source", &format!("{} [confidence {}] {}", value.cell, value.confidence, value.note));
    }
    if let Some(pack) = catalog.pack_of(factor) {
        line("pack", &format!("{}, edition {}", pack.title, pack.edition));
        line("publisher", &pack.publisher);
        line("licence", &pack.licence);
        line("attribution", &pack.attribution);
        pack.not_for.iter().for_each(|sentence| line("not for", sentence));
    }
    inputs::print(&out)?;
    Ok(ExitCode::SUCCESS)
}

fn packs(catalog: &Catalog) -> Result<ExitCode, Error> {
    let mut out = String::new();
    let mut packs: Vec<_> = catalog.packs().iter().collect();
    packs.sort_by(|a, b| a.id.cmp(&b.id));
    for pack in packs {
        out.push_str(&format!(
            "{:<30} {:<10} {:>6} rows  {:<20} {}\n",
            pack.id,
            pack.kind.as_str(),
            pack.rows,
            pack.edition,
            pack.licence
        ));
        out.push_str(&format!("{:<30} {}\n", "", pack.title));
    }
    inputs::print(&out)?;
    Ok(ExitCode::SUCCESS)
}

fn check(path: &std::path::Path) -> Result<ExitCode, Error> {
    let text = match inputs::pack(path)? {
        (text, None) => text,
        (description, Some(table)) => format!("+++\n{description}\n+++\n{table}"),
    };
    let findings = factor::check(&Catalog::bundled()?, &text);
    for finding in &findings {
        inputs::print(&format!(
            "row {}: {} [{}] {}\n  help: {}\n",
            finding.position.row, finding.code, finding.position.column, finding.message, finding.help
        ))?;
    }
    if findings.is_empty() {
        inputs::print("the pack can be loaded\n")?;
    }
    Ok(if findings.is_empty() { ExitCode::SUCCESS } else { ExitCode::from(1) })
}
