//! `emitrace diff`: two ledgers, or two inventories.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use emitrace::Error;
use emitrace::compare::{Side, Style, diff, diff_answers};
use emitrace::inventory::{Options, compute};
use emitrace::report::{self, Lang};
use emitrace::wire::v1::{
    DiffAnswer, DiffOptions, InventoryAnswer, InventoryOptions, Matching, canonical, read_json,
};

use crate::inputs::{self, Choices};

/// What is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum Shape {
    Table,
    Json,
    /// A chart that Vega-Lite draws
    VegaLite,
    /// The same chart as a picture
    Svg,
}

#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// The ledger before; or an inventory (.json) as `emitrace inventory --format json` wrote it
    before: PathBuf,
    /// The ledger after, or an inventory (.json)
    after: PathBuf,
    #[command(flatten)]
    choices: Choices,
    /// Another profile for the ledger after
    #[arg(long, value_name = "PROFILE")]
    after_profile: Option<String>,
    /// Another GWP set for the ledger after
    #[arg(long, value_name = "SET")]
    after_gwp: Option<String>,
    /// Another reporting period for the ledger after
    #[arg(long, value_name = "PERIOD")]
    after_period: Option<String>,
    /// Packs of your own for the ledger after, instead of those of --factors (repeatable)
    #[arg(long, value_name = "FILE")]
    after_factors: Vec<PathBuf>,
    /// How lines are matched: id (else) or group (site, activity, supplier, product, view and period)
    #[arg(long = "match", value_name = "HOW")]
    matching: Option<String>,
    /// Which part of the period a group has: day (else), month or year
    #[arg(long, value_name = "PART")]
    match_period: Option<String>,
    /// A site that a structural change brought or took (repeatable)
    #[arg(long, value_name = "SITE")]
    structure: Vec<String>,
    /// How many changed lines to list, the largest first; all are counted
    #[arg(long, value_name = "N")]
    list: Option<u32>,
    /// What to print
    #[arg(long, default_value = "table")]
    format: Shape,
    /// Language of the table and the chart: en or vi
    #[arg(long, default_value = "en")]
    lang: String,
}

pub(crate) fn run(arguments: &Arguments) -> Result<ExitCode, Error> {
    let lang = Lang::parse(&arguments.lang)?;
    let answer = compare(arguments)?;
    let text = match arguments.format {
        Shape::Table => report::diff_table(&answer, lang),
        Shape::Json => canonical(&answer)? + "\n",
        Shape::VegaLite => {
            answer.waterfalls.first().map_or_else(String::new, |fall| report::waterfall_vega_lite(fall, lang))
                + "\n"
        }
        Shape::Svg => {
            answer.waterfalls.first().map_or_else(String::new, |fall| report::waterfall_svg(fall, lang))
        }
    };
    inputs::print(&text)?;
    let complete = answer.before.excluded == 0 && answer.after.excluded == 0;
    Ok(if complete { ExitCode::SUCCESS } else { ExitCode::from(1) })
}

fn compare(arguments: &Arguments) -> Result<DiffAnswer, Error> {
    let mut declared = arguments.choices.request()?;
    // The views are those of the change: the two inventories keep the usual ones, and with them their digests.
    let by = declared.by.take();
    let style = Style::from_request(&DiffOptions {
        matching: Matching { by: arguments.matching.clone(), period: arguments.match_period.clone() },
        structure: arguments.structure.clone(),
        by,
        lines: arguments.list,
    })?;
    let after = InventoryOptions {
        profile: arguments.after_profile.clone().unwrap_or_else(|| declared.profile.clone()),
        gwp: arguments.after_gwp.clone().unwrap_or_else(|| declared.gwp.clone()),
        period: arguments.after_period.clone().or_else(|| declared.period.clone()),
        ..declared.clone()
    };
    let old_catalog = inputs::catalog(&arguments.choices.factors)?;
    let new_catalog = match arguments.after_factors.as_slice() {
        [] => old_catalog.clone(),
        own => inputs::catalog(own)?,
    };
    if !is_inventory(&arguments.before) && !is_inventory(&arguments.after) {
        let open = |path: &'_ Path| {
            let path = path.to_owned();
            move || inputs::open(&path)
        };
        let old = Side::new(&old_catalog, Options::from_request(&declared)?, open(&arguments.before));
        let new = Side::new(&new_catalog, Options::from_request(&after)?, open(&arguments.after));
        return diff(&old, &new, &style);
    }
    let old = inventory(&arguments.before, &old_catalog, &declared)?;
    let new = inventory(&arguments.after, &new_catalog, &after)?;
    diff_answers(&old_catalog, &old, &new, &style)
}

/// Whether a file is a finished inventory.
pub(crate) fn is_inventory(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("json"))
}

fn inventory(
    path: &Path,
    catalog: &emitrace::factor::Catalog,
    options: &InventoryOptions,
) -> Result<InventoryAnswer, Error> {
    if is_inventory(path) {
        return finished(path);
    }
    let options = inputs::surveyed(path, catalog, Options::from_request(options)?)?;
    compute(inputs::open(path)?, catalog, &options)
}

/// A finished inventory from its file.
pub(crate) fn finished(path: &Path) -> Result<InventoryAnswer, Error> {
    read_json(&inputs::text(path)?).map_err(|error| error.at(path.display().to_string()))
}
