//! How sure an inventory is, and how good its data are: collected in the run over the ledger.

mod collect;
mod figures;
mod quality;
mod settings;

use core::ops::ControlFlow;
use std::io::Read;

pub use quality::quality;

use collect::Collector;
use settings::Settings;

use super::compute::{Progress, compute_whole};
use super::options::Options;
use crate::error::Error;
use crate::factor::Catalog;
use crate::wire::v1;

/// Computes the inventory of a ledger with its uncertainty.
///
/// # Units
/// Figures in kilograms of CO2 equivalent, half-widths also in per cent of their figure.
///
/// # Method
/// M-70 to M-73: propagation of error, and Monte Carlo if the approach is 2.
///
/// # Errors
/// As [`compute`](crate::inventory::compute); `CHOICE_MISSING`, `UNKNOWN_VALUE`, `NUMBER_OUT_OF_RANGE` for choices that were not or badly
/// made; `LIMIT_EXCEEDED` for too many sources or draws.
///
/// # Example
/// ```
/// use core::ops::ControlFlow;
/// use emitrace::factor::Catalog;
/// use emitrace::gas::GwpSet;
/// use emitrace::inventory::{Options, Profile, uncertainty};
/// use emitrace::place::Place;
/// use emitrace::wire::v1::{UncertaintyOptions, UncertaintyRule};
///
/// let ledger = "id,date,activity,quantity,unit,uncertainty\n\
///               1,2023-05-31,electricity,1000,kWh,3 %\n\
///               2,2023-06-30,electricity,1000,kWh,3 %\n";
/// let options = Options::new(Profile::GhgProtocol, GwpSet::Ar5).with_region(Place::parse("VN")?);
/// let grid = UncertaintyRule { of: "factor".into(), uncertainty: "5".into(), ..UncertaintyRule::default() };
/// let choices = UncertaintyOptions { approach: "1".into(), rules: vec![grid], ..UncertaintyOptions::default() };
/// let answer = uncertainty(ledger.as_bytes(), &Catalog::bundled()?, &options, &choices, &mut |_| ControlFlow::Continue(()))?;
///
/// // The meter readings average out (3 % / sqrt 2), the shared factor does not: sqrt(4.5 + 25) %.
/// assert_eq!(answer.total[0].upper_percent.as_deref(), Some("5.43139024560010786"));
/// # Ok::<(), emitrace::Error>(())
/// ```
pub fn uncertainty<R: Read>(
    ledger: R,
    catalog: &Catalog,
    options: &Options,
    choices: &v1::UncertaintyOptions,
    progress: &mut dyn FnMut(Progress) -> ControlFlow<()>,
) -> Result<v1::UncertaintyAnswer, Error> {
    let settings = Settings::from_request(choices, catalog)?;
    let mut collector = Collector::new(catalog, options, &settings);
    let inventory = compute_whole(ledger, catalog, options, &mut |line| collector.add(line), progress)?;
    figures::answer(catalog, &settings, choices, collector, inventory)
}
