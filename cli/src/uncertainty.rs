//! `emitrace uncertainty` and `emitrace quality`: how sure an inventory is, and how good its data are.

use std::path::PathBuf;
use std::process::ExitCode;

use emitrace::inventory::{quality as assess, uncertainty};
use emitrace::wire::v1::{Coverage, UncertaintyOptions, UncertaintyRule, canonical};
use emitrace::{Code, Error, report};

use crate::inputs::{self, Choices};
use crate::inventory::progress;
use crate::report::PlainFormat;

/// What is printed of an uncertainty.
#[derive(Clone, Copy, Debug, clap::ValueEnum)]
enum Shape {
    Table,
    Json,
    /// Figures with their intervals as a picture
    Svg,
}

#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// The ledger; `-` reads standard input
    ledger: PathBuf,
    #[command(flatten)]
    choices: Choices,
    /// 1 (propagation of error) or 2 (Monte Carlo beside it)
    #[arg(long, default_value = "", hide_default_value = true)]
    approach: String,
    /// Start of the random numbers, for approach 2
    #[arg(long, value_name = "N")]
    seed: Option<u32>,
    /// How often is drawn, for approach 2: 1,000 to 1,000,000
    #[arg(long, value_name = "N")]
    draws: Option<u32>,
    /// How far the activity data of one factor are off together, from 0 to 1
    #[arg(long, value_name = "R")]
    activity_correlation: Option<String>,
    /// Turn five scores into an uncertainty with this basic 95 % factor, e.g. 1.05
    #[arg(long, value_name = "FACTOR")]
    pedigree_basic_factor: Option<String>,
    /// What to take where nothing is stated, as KEY=VALUE pairs separated by `;` (repeatable), e.g.
    /// `of=factor;pack=vn-grid;uncertainty=5` (keys: of, category, activity, factor, pack, gas, uncertainty, distribution)
    #[arg(long = "rule", value_name = "RULE")]
    rules: Vec<String>,
    /// What to print
    #[arg(long, default_value = "table")]
    format: Shape,
    /// Language of the table and the chart: en or vi
    #[arg(long, default_value = "en")]
    lang: String,
}

pub(crate) fn run(arguments: &Arguments) -> Result<ExitCode, Error> {
    let lang = report::Lang::parse(&arguments.lang)?;
    let options = arguments.choices.options()?;
    let catalog = inputs::catalog(&arguments.choices.factors)?;
    let choices = UncertaintyOptions {
        approach: arguments.approach.clone(),
        seed: arguments.seed,
        draws: arguments.draws,
        activity_correlation: arguments.activity_correlation.clone(),
        pedigree_basic_factor: arguments.pedigree_basic_factor.clone(),
        rules: arguments.rules.iter().map(|text| rule(text)).collect::<Result<_, _>>()?,
    };
    let options = inputs::surveyed(&arguments.ledger, &catalog, options)?;
    let ledger = inputs::open(&arguments.ledger)?;
    let answer = uncertainty(ledger, &catalog, &options, &choices, &mut progress())?;
    let text = match arguments.format {
        Shape::Json => canonical(&answer)? + "\n",
        Shape::Table => report::uncertainty_table(&answer, lang),
        Shape::Svg => report::uncertainty_svg(&answer, lang),
    };
    inputs::print(&text)?;
    Ok(exit(&answer.coverage))
}

#[derive(clap::Args)]
pub(crate) struct QualityArguments {
    /// The ledger; `-` reads standard input
    ledger: PathBuf,
    #[command(flatten)]
    choices: Choices,
    /// What to print: table or json
    #[arg(long, default_value = "table")]
    format: PlainFormat,
    /// Language of the table: en or vi
    #[arg(long, default_value = "en")]
    lang: String,
}

pub(crate) fn quality(arguments: &QualityArguments) -> Result<ExitCode, Error> {
    let lang = report::Lang::parse(&arguments.lang)?;
    let options = arguments.choices.options()?;
    let catalog = inputs::catalog(&arguments.choices.factors)?;
    let options = inputs::surveyed(&arguments.ledger, &catalog, options)?;
    let answer = assess(inputs::open(&arguments.ledger)?, &catalog, &options, &mut progress())?;
    let text = match arguments.format {
        PlainFormat::Json => canonical(&answer)? + "\n",
        PlainFormat::Table => report::quality_table(&answer, lang),
    };
    inputs::print(&text)?;
    Ok(exit(&answer.coverage))
}

fn exit(coverage: &Coverage) -> ExitCode {
    if coverage.excluded == 0 { ExitCode::SUCCESS } else { ExitCode::from(1) }
}

/// A rule from its pairs.
fn rule(text: &str) -> Result<UncertaintyRule, Error> {
    let mut rule = UncertaintyRule::default();
    let bad = |why: String| {
        Error::new(Code::BadRequest, why).with_help("write for instance of=factor;pack=vn-grid;uncertainty=5")
    };
    for pair in text.split(';').filter(|pair| !pair.trim().is_empty()) {
        let (key, value) = pair
            .split_once('=')
            .ok_or_else(|| bad(format!("`--rule {text}`: `{pair}` is not of the form KEY=VALUE")))?;
        let slot = match key.trim() {
            "of" => &mut rule.of,
            "category" => &mut rule.category,
            "activity" => &mut rule.activity,
            "factor" => &mut rule.factor,
            "pack" => &mut rule.pack,
            "gas" => &mut rule.gas,
            "uncertainty" => &mut rule.uncertainty,
            "distribution" => &mut rule.distribution,
            other => return Err(bad(format!("`--rule {text}`: there is no key `{other}`"))),
        };
        *slot = value.trim().into();
    }
    Ok(rule)
}
