//! `emitrace energy`: the energy of a ledger by carrier, renewable or not.

use std::path::PathBuf;
use std::process::ExitCode;

use emitrace::factor::Catalog;
use emitrace::inventory::energy_account;
use emitrace::wire::v1::{EnergyAccountRequest, Ledger, canonical};
use emitrace::{Error, report};

use crate::again::{Again, Print};
use crate::inputs::{self, Choices};
use crate::inventory::progress;
use crate::report::PageFormat;
use crate::trace::code;

#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// The ledger; `-` reads standard input
    ledger: PathBuf,
    #[command(flatten)]
    choices: Choices,
    /// An instrument that is proven to be of renewable sources, as the column `instrument` names it (repeatable)
    #[arg(long = "renewable", value_name = "INSTRUMENT")]
    renewable: Vec<String>,
    #[command(flatten)]
    again: Again,
    /// What to print: table, json or html
    #[arg(long, default_value = "table")]
    format: PageFormat,
    /// Language of table and page: en or vi
    #[arg(long, default_value = "en")]
    lang: String,
    /// Where to write to (else standard output)
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
}

pub(crate) fn run(arguments: &Arguments) -> Result<ExitCode, Error> {
    let lang = report::Lang::parse(&arguments.lang)?;
    let catalog = inputs::catalog(&arguments.choices.factors)?;
    if arguments.again.asked() {
        return verified(arguments, &catalog);
    }
    let options = arguments.choices.options()?;
    let options = inputs::surveyed(&arguments.ledger, &catalog, options)?;
    let ledger = inputs::open(&arguments.ledger)?;
    let answer = energy_account(ledger, &catalog, &options, &arguments.renewable, &mut progress())?;
    let text = match arguments.format {
        PageFormat::Json => canonical(&answer)? + "\n",
        PageFormat::Table => report::energy_table(&answer, lang),
        PageFormat::Html => report::energy_html(&answer, lang),
    };
    inputs::write(arguments.out.as_deref(), text.as_bytes())?;
    let result = &answer.result;
    // The table shows what is missing itself.
    if !matches!(arguments.format, PageFormat::Table) {
        for one in &result.missing {
            let (code, rows) = (&one.code, one.lines);
            eprintln!("{code} {rows} rows of {} from row {}: {}", one.activity, one.first_row, one.message);
            eprintln!("  help: {}", one.help);
        }
    }
    Ok(code(result.rows.missing == 0 && result.coverage.excluded == 0))
}

/// An account computed again.
fn verified(arguments: &Arguments, catalog: &Catalog) -> Result<ExitCode, Error> {
    let request = EnergyAccountRequest {
        ledger: Ledger { text: None, base64: Some(inputs::base64(&arguments.ledger)?) },
        options: arguments.choices.request()?,
        renewable_instruments: arguments.renewable.clone(),
        packs: Vec::new(),
    };
    let print =
        Print { format: arguments.format.name(), lang: &arguments.lang, out: arguments.out.as_deref() };
    arguments.again.run(catalog, "energy.account", &request, &print)
}
