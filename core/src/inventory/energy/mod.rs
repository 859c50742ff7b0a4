//! The energy of an organisation out of the rows of its ledger, beside the inventory of the same run.

mod figures;
mod source;
#[cfg(test)]
mod tests;
mod way;

use core::ops::ControlFlow;
use std::collections::{BTreeMap, HashMap};
use std::io::Read;
use std::rc::Rc;

use chrono::Datelike;

use super::compute::{Progress, compute_whole};
use super::dimension::Dimension;
use super::line::WholeLine;
use super::options::Options;
use crate::activity::Field;
use crate::error::{Code, Error};
use crate::factor::Catalog;
use crate::number::{Fraction, Ratio};
use crate::wire::v1;
use source::{carrier, own_leg, parts, unproven};
use way::{Way, way};

/// The energy of a ledger's rows: bought electricity, steam, heat and cooling, and fuels, renewable or not.
///
/// `options.views` may name site, month, region, category and activity.
///
/// # Units
/// Megawatt hours, exactly, and the same in gigajoules; fuels by their net calorific value where it is known.
///
/// # Method
/// M-294 (from quantities to energy), M-295 (what is renewable), M-296 (which rows are energy of the organisation).
///
/// # Errors
/// As [`compute`](crate::inventory::compute); `UNKNOWN_VALUE` for a view by something else. Rows whose energy is not known are
/// listed in the answer with what is missing.
///
/// # Example
/// ```
/// use core::ops::ControlFlow;
/// use emitrace::factor::Catalog;
/// use emitrace::gas::GwpSet;
/// use emitrace::inventory::{Options, Profile, energy_account};
/// use emitrace::place::Place;
///
/// let ledger = "id,date,activity,quantity,unit\n\
///               1,2023-05-31,electricity,1250,kWh\n\
///               2,2023-05-31,anthracite-stationary,10,t\n";
/// let options = Options::new(Profile::VnCircular38, GwpSet::Ar5).with_region(Place::parse("VN")?);
/// let catalog = Catalog::bundled()?;
/// let account =
///     energy_account(ledger.as_bytes(), &catalog, &options, &[], &mut |_| ControlFlow::Continue(()))?.result;
///
/// // 10 t × 26.7 GJ/t ÷ 3.6 and 1.25 MWh
/// let cells: Vec<_> = account.cells.iter().map(|cell| (cell.carrier.as_str(), cell.figure.gj.as_str())).collect();
/// assert_eq!(cells, [("electricity", "4.5"), ("fuels", "267")]);
/// # Ok::<(), emitrace::Error>(())
/// ```
pub fn energy_account<R: Read>(
    ledger: R,
    catalog: &Catalog,
    options: &Options,
    renewable_instruments: &[String],
    progress: &mut dyn FnMut(Progress) -> ControlFlow<()>,
) -> Result<v1::EnergyAccountAnswer, Error> {
    const VIEWS: [Dimension; 5] =
        [Dimension::Site, Dimension::Month, Dimension::Region, Dimension::Category, Dimension::Activity];
    // Views that nobody named are those of an inventory.
    let usual = options.views.iter().eq(Dimension::USUAL.map(|dimension| vec![dimension]).iter());
    let views = if usual { Vec::new() } else { options.views.clone() };
    if let Some(other) = views.iter().flatten().find(|dimension| !VIEWS.contains(dimension)) {
        let names = VIEWS.map(Dimension::as_str).join(", ");
        return Err(Error::new(Code::UnknownValue, format!("energy has no view by {other}"))
            .with_help(format!("use {names}"))
            .at("/options/by"));
    }
    // Instruments are factors of their own.
    let with_instruments = match &options.instruments {
        Some(register) => register.ready(catalog)?,
        None => std::borrow::Cow::Borrowed(catalog),
    };
    let mut collector = Collector {
        catalog: &with_instruments,
        options,
        renewable_instruments,
        views,
        kept: (0, HashMap::new()),
        sums: Sums::default(),
    };
    let inventory = compute_whole(ledger, catalog, options, &mut |line| collector.add(line), progress)?;
    figures::answer(&with_instruments, renewable_instruments, collector.views, collector.sums, inventory)
}

/// Energy and the rows that it rests on.
#[derive(Clone, Debug)]
struct Sum {
    amount: Fraction,
    lines: u64,
}

impl Default for Sum {
    fn default() -> Sum {
        Sum { amount: Fraction::zero(), lines: 0 }
    }
}

impl Sum {
    fn add(&mut self, amount: &Fraction) -> Result<(), Error> {
        self.amount = self.amount.try_add(amount)?;
        self.lines = self.lines.saturating_add(1);
        Ok(())
    }
}

/// Carrier, and whether it is renewable.
type Cell = (&'static str, &'static str);

/// Rows that came to energy in the same way: activity, unit and the steps as text.
type Same = (Cell, String, String, Rc<str>);

/// Everything that is added up.
#[derive(Debug, Default)]
struct Sums {
    rows: v1::EnergyRows,
    total: Sum,
    cells: BTreeMap<Cell, Sum>,
    views: BTreeMap<(usize, Vec<String>, Cell), Sum>,
    /// Quantities, in the unit of the rows.
    sources: BTreeMap<Same, (Rc<Way>, Sum)>,
    missing: BTreeMap<(&'static str, String, String, String), Missing>,
    elsewhere: BTreeMap<&'static str, u64>,
    /// Instruments that are not said to be renewable, and the first row of each.
    unproven: BTreeMap<String, (u64, Error)>,
}

#[derive(Debug)]
struct Missing {
    error: Error,
    quantity: Sum,
    first_row: u64,
}

struct Collector<'c> {
    catalog: &'c Catalog,
    options: &'c Options,
    renewable_instruments: &'c [String],
    views: Vec<Vec<Dimension>>,
    /// Ways by the answer that rows share, within a generation of answers.
    kept: (u64, HashMap<usize, Result<Rc<Way>, Error>>),
    sums: Sums,
}

impl Collector<'_> {
    fn add(&mut self, line: &WholeLine<'_>) -> Result<(), Error> {
        let more = |count: &mut u64| *count = count.saturating_add(1);
        let category = line.resolved.category;
        let Some(carrier) = carrier(category) else {
            more(&mut self.sums.rows.not_energy);
            more(self.sums.elsewhere.entry(category.key()).or_default());
            return Ok(());
        };
        let Some(leg) = own_leg(line) else {
            more(&mut self.sums.rows.repeated);
            return Ok(());
        };
        let mut quantity = Ratio::from(line.record.quantity());
        for share in leg.shares.iter().filter(|share| share.kind == "share") {
            quantity = quantity.try_mul(share.ratio)?;
        }
        let quantity = Fraction::from(quantity);
        let activity = line.resolved.activity.to_string();
        let unit = line.resolved.unit.to_string();
        let way = match self.way(line, &leg.choice) {
            Ok(way) => way,
            Err(error) => {
                more(&mut self.sums.rows.missing);
                let key = (carrier, activity, unit, error.message().to_owned());
                let missing = self.sums.missing.entry(key).or_insert_with(|| Missing {
                    error,
                    quantity: Sum::default(),
                    first_row: line.row,
                });
                return missing.quantity.add(&quantity);
            }
        };
        more(&mut self.sums.rows.counted);
        if let Some(error) = unproven(self.renewable_instruments, line) {
            let named = line.record.get(Field::Instrument).to_owned();
            self.sums.unproven.entry(named).or_insert((line.row, error));
        }
        let mut whole = Fraction::zero();
        for (renewable, part) in parts(self.catalog, self.options, self.renewable_instruments, line, leg)? {
            let quantity = quantity.try_mul(&Fraction::from(part))?;
            let energy = quantity.try_mul(&Fraction::from(way.ratio))?;
            let cell = (carrier, renewable);
            self.sums.cells.entry(cell).or_default().add(&energy)?;
            for (at, view) in self.views.iter().enumerate() {
                let key = view.iter().map(|dimension| value(line, *dimension)).collect();
                self.sums.views.entry((at, key, cell)).or_default().add(&energy)?;
            }
            let same = (cell, activity.clone(), unit.clone(), Rc::clone(&way.told));
            let source = self.sums.sources.entry(same).or_insert_with(|| (Rc::clone(&way), Sum::default()));
            source.1.add(&quantity)?;
            whole = whole.try_add(&energy)?;
        }
        self.sums.total.add(&whole)
    }

    fn way(&mut self, line: &WholeLine<'_>, choice: &crate::factor::Choice) -> Result<Rc<Way>, Error> {
        let (generation, serial) = line.answer();
        if self.kept.0 != generation {
            self.kept = (generation, HashMap::new());
        }
        if let Some(known) = self.kept.1.get(&serial) {
            return known.clone();
        }
        let found = way(self.catalog, self.options, line, choice).map(Rc::new);
        self.kept.1.insert(serial, found.clone());
        found
    }
}

/// What a row says of a dimension.
fn value(line: &WholeLine<'_>, dimension: Dimension) -> String {
    match dimension {
        Dimension::Site => line.record.get(Field::Site).to_owned(),
        Dimension::Region => line.region().to_owned(),
        Dimension::Category => line.category().key().to_owned(),
        Dimension::Activity => line.activity().to_owned(),
        Dimension::Month => {
            let start = line.record.period().start();
            format!("{:04}-{:02}", start.year(), start.month())
        }
        _ => String::new(),
    }
}
