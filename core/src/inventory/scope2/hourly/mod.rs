//! Load and generation matched interval by interval, beside the annual matching of the same load (METHODS M-56 to M-59).
//!
//! A computation of its own: it reads time series, not ledgers, and its result stands beside an inventory.

mod book;
mod count;
mod figures;
mod frame;
mod matching;
mod series;
mod share;

use super::Register;
use crate::error::{Code, Error};
use crate::factor::Catalog;
use crate::inventory::Options;
use crate::period::UtcOffset;
use crate::wire::v1;

use book::Book;
use count::NINE;
use figures::{Run, answer};
use frame::Frame;
use matching::{annual, by_interval, hold_to_volume, supplies};
use series::{Axis, ByName, Kind, Reading};

#[cfg(test)]
mod tests;

/// Which rule makes the result.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Rule {
    Hourly,
    Annual,
}

impl Rule {
    fn parse(text: &str) -> Result<Rule, Error> {
        match text {
            "hourly" => Ok(Rule::Hourly),
            "annual" => Ok(Rule::Annual),
            other => {
                let code = if other.is_empty() { Code::ChoiceMissing } else { Code::UnknownValue };
                Err(Error::new(code, format!("matching `{other}` is not hourly or annual"))
                    .with_help("name the rule that makes the result: hourly or annual")
                    .at("/hourly/matching"))
            }
        }
    }

    const fn as_str(self) -> &'static str {
        match self {
            Rule::Hourly => "hourly",
            Rule::Annual => "annual",
        }
    }
}

/// Matches series of load with series of generation.
///
/// Generation covers load of the same interval only; what is left over is never carried to another one. The same load matched
/// over the whole period stands beside it.
///
/// # Units
/// kWh, kilograms of gas and of CO2 equivalent, as exact text.
///
/// # Method
/// M-56 (matching), M-57 (what an instrument can cover), M-58 (emissions), M-59 (annual matching and the difference).
///
/// # Errors
/// `CHOICE_MISSING` and the like with the path of the field; faults of rows are findings of their file.
///
/// # Example
/// ```
/// use emitrace::factor::Catalog;
/// use emitrace::inventory::hourly;
/// use emitrace::wire::v1;
///
/// let request: v1::HourlyRequest = v1::read_json(r#"{
///   "options": {"profile": "ghg-protocol", "gwp": "AR5", "region": "VN", "period": "2023-07-01",
///     "instruments": {"register": [{"id": "PPA", "kind": "contract", "market": "VN", "volume": "8", "volume_unit": "kWh",
///       "gases": [{"gas": "CO2", "kg_per_kwh": "0"}], "sites": ["A"]}]}},
///   "hourly": {"matching": "hourly", "utc_offset": "+07:00"},
///   "load": [{"name": "load", "id": "A", "unit": "kWh", "text": "time,load\n2023-07-01 00:00,3\n2023-07-01 12:00,5\n"}],
///   "generation": [{"name": "sun", "id": "PPA", "unit": "kWh", "text": "time,generation\n2023-07-01 12:00,8\n"}]
/// }"#)?;
/// let answer = hourly(&Catalog::bundled()?, &request)?;
/// let both = &answer.result.comparison;
/// assert_eq!((&*both.hourly.matched_kwh, &*both.annual.matched_kwh), ("5", "8"));
/// // 3 kWh of the night at the grid average: 3 × 0.6592.
/// assert_eq!(answer.result.total.market_kg_co2e, "1.9776");
/// assert_eq!(answer.result.coverage.missing_load_intervals, 22);
/// # Ok::<(), emitrace::Error>(())
/// ```
pub fn hourly(catalog: &Catalog, request: &v1::HourlyRequest) -> Result<v1::HourlyAnswer, Error> {
    let rule = Rule::parse(&request.hourly.matching)?;
    let options = options(&request.options)?;
    let register = match &options.instruments {
        Some(register) => register.clone(),
        None => Register::new(&v1::Instruments::default())?,
    };
    let catalog = register.catalog(catalog).map_err(|error| error.at("/options/instruments/register"))?;
    let axis = axis(&options, &request.hourly)?;
    let mut reading = Reading::new(axis, &options.read, &options.limits);
    let (mut load, mut generation, mut factors) = (ByName::new(), ByName::new(), Vec::new());
    if request.load.is_empty() {
        return Err(Error::new(Code::BadRequest, "there is no load to be matched").at("/load"));
    }
    for (at, file) in request.load.iter().enumerate() {
        reading.energy(Kind::Load, file, &format!("/load/{at}"), &mut load, &|_| Ok(()))?;
    }
    let registered = |name: &str| {
        if register.items.iter().any(|item| *item.id == *name) {
            return Ok(());
        }
        let message = format!("the register has no instrument `{name}`");
        Err(Error::new(Code::InstrumentUnknown, message))
    };
    for (at, file) in request.generation.iter().enumerate() {
        reading.energy(Kind::Generation, file, &format!("/generation/{at}"), &mut generation, &registered)?;
    }
    for (at, file) in request.factors.iter().enumerate() {
        reading.factors(file, &format!("/factors/{at}"), &catalog, &mut factors)?;
    }
    reading.tell_gaps(Kind::Load, &load);
    reading.tell_gaps(Kind::Generation, &generation);
    for set in &factors {
        reading.tell_gaps(Kind::Factors, &set.all);
    }
    if !reading.faulty() {
        // A misspelt site would take the place of all others in silence.
        let strange = request.hourly.sites.iter().position(|site| !load.contains_key(&*site.site));
        if let Some((at, site)) = strange.and_then(|at| Some((at, request.hourly.sites.get(at)?))) {
            let message = format!("there is no load of the site `{}`", site.site);
            return Err(Error::new(Code::UnknownValue, message).at(format!("/hourly/sites/{at}/site")));
        }
    }
    let frame = Frame::new((&catalog, &options), &register, axis, &request.hourly.sites, &load)?;
    let mut notes = frame.refusals(rule);
    let mut supplies = supplies(&frame, &generation, &mut notes)?;
    if rule == Rule::Hourly {
        for (item, _) in register.items.iter().zip(&supplies).filter(|(_, supply)| supply.generated.is_none())
        {
            let message =
                format!("`{}` has no series of generation: no hour shows that it met a load", item.id);
            notes.push(frame::note(Code::InstrumentNotApplied, &item.id, message));
        }
    }
    let whole = |count: u128| count.checked_rem(NINE) == Some(0);
    let decimal = reading.decimal && supplies.iter().all(|supply| supply.volume.is_none_or(whole));
    let step = if decimal { NINE } else { 1 };
    hold_to_volume(&frame, &mut supplies, step, &mut notes)?;
    let placed = Frame::placed(&factors);
    let uses = frame.uses(&placed)?;
    let hourly =
        by_interval(&frame, &supplies, (&placed, &uses), (step, request.hourly.each_interval), &mut notes)?;
    let annual = annual(&frame, &supplies, &hourly, step)?;
    let by_hour = Book::new(&frame, (&placed, &uses), &hourly, &hourly.matched)?;
    let by_year = Book::new(&frame, (&placed, &uses), &hourly, &annual)?;
    let run = Run { frame: &frame, supplies: &supplies, load: &hourly, rule, step };
    answer(&run, reading, [(&by_hour, &hourly.matched), (&by_year, &annual)], notes)
}

/// The choices of an inventory, without those that have no meaning for a series.
fn options(declared: &v1::InventoryOptions) -> Result<Options, Error> {
    let without = [
        (!declared.columns.is_empty(), "columns"),
        (declared.by.is_some(), "by"),
        (declared.organisation.is_some(), "organisation"),
        (declared.upstream, "upstream"),
        (declared.row_offset > 0, "row_offset"),
        (
            declared.instruments.as_ref().is_some_and(|register| register.claims.is_some()),
            "instruments/claims",
        ),
    ];
    if let Some((_, field)) = without.iter().find(|(given, _)| *given) {
        let message = format!("`{field}` has no meaning where series are matched");
        return Err(Error::new(Code::BadRequest, message)
            .with_help("leave it out: it is for inventories of ledgers; each series has its own `columns`")
            .at(format!("/options/{field}")));
    }
    Options::from_request(declared)
}

/// The intervals of the period.
fn axis(options: &Options, hourly: &v1::HourlyOptions) -> Result<Axis, Error> {
    let period = options.read.period.ok_or_else(|| {
        Error::new(Code::ChoiceMissing, "no period is named")
            .with_help("name the period, e.g. 2025: intervals of it that have no load are told")
            .at("/options/period")
    })?;
    if hourly.utc_offset.is_empty() {
        return Err(Error::new(Code::ChoiceMissing, "no offset from UTC is named")
            .with_help("say how far local time is ahead of UTC, as +07:00")
            .at("/hourly/utc_offset"));
    }
    let offset = UtcOffset::parse(&hourly.utc_offset).map_err(|error| error.at("/hourly/utc_offset"))?;
    let minutes = if hourly.interval_minutes == 0 { 60 } else { hourly.interval_minutes };
    let axis = Axis::new(period, offset, minutes)?;
    if axis.count > options.limits.series_values {
        let message = format!("the period has more than {} intervals", options.limits.series_values);
        return Err(Error::new(Code::LimitExceeded, message).at("/options/period"));
    }
    Ok(axis)
}
