//! `emitrace convert`: an exact conversion.

use std::process::ExitCode;

use emitrace::Error;
use emitrace::number::{Amount, Ratio};
use emitrace::unit::Unit;

use crate::inputs;

#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// A number with `.` as its decimal mark
    #[arg(allow_hyphen_values = true)]
    quantity: String,
    /// Its unit
    from: String,
    /// The unit wanted
    to: String,
}

pub(crate) fn run(arguments: &Arguments) -> Result<ExitCode, Error> {
    let (from, to) = (Unit::parse(&arguments.from)?, Unit::parse(&arguments.to)?);
    let converted = Ratio::from(Amount::parse(&arguments.quantity)?).try_mul(from.ratio_to(&to)?)?;
    inputs::print(&format!("{converted} {to}\n"))?;
    Ok(ExitCode::SUCCESS)
}
