//! Time series from files: each row one interval, kept by its place on the axis of the period.

use core::num::NonZeroU128;
use std::collections::BTreeMap;

use super::count::{Scale, add};
use crate::activity::{Field, Ledger, ReadOptions, Record, SeriesForm};
use crate::error::{Code, Error, Finding, FindingCounts, Position, Severity};
use crate::factor::Catalog;
use crate::gas::Gas;
use crate::limits::Limits;
use crate::number::Ratio;
use crate::order::Order;
use crate::period::{Moment, Period, UtcOffset, parse_moment};
use crate::place::Place;
use crate::unit::Unit;
use crate::wire::v1;

use super::super::register::kwh;
use crate::told::found;

/// The intervals of a period.
#[derive(Clone, Copy, Debug)]
pub(super) struct Axis {
    pub(super) period: Period,
    pub(super) offset: UtcOffset,
    pub(super) start: Moment,
    /// Minutes of an interval; they divide an hour.
    pub(super) minutes: i64,
    /// How many intervals there are.
    pub(super) count: usize,
}

impl Axis {
    pub(super) fn new(period: Period, offset: UtcOffset, minutes: u32) -> Result<Axis, Error> {
        if minutes == 0 || 60u32.checked_rem(minutes) != Some(0) {
            let message = format!("{minutes} minutes do not divide an hour");
            return Err(Error::new(Code::UnknownValue, message)
                .with_help("use 60, 30, 20, 15, 10 or 5 minutes")
                .at("/hourly/interval_minutes"));
        }
        let count = u64::from(period.days()).saturating_mul(1_440).checked_div(minutes.into());
        Ok(Axis {
            period,
            offset,
            start: Moment::of_day(period.start(), offset),
            minutes: minutes.into(),
            count: count.and_then(|count| usize::try_from(count).ok()).unwrap_or(usize::MAX),
        })
    }

    /// Where an interval begins, as local time.
    pub(super) fn text(&self, at: usize) -> String {
        let minutes = i64::try_from(at).unwrap_or(i64::MAX).saturating_mul(self.minutes);
        self.start.plus(minutes).text(self.offset)
    }
}

/// What a file holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Load,
    Generation,
    Factors,
}

impl Kind {
    pub(super) const fn as_str(self) -> &'static str {
        match self {
            Kind::Load => "load",
            Kind::Generation => "generation",
            Kind::Factors => "factors",
        }
    }

    /// The column that says whose interval a row is.
    const fn field(self) -> Field {
        match self {
            Kind::Load => Field::Site,
            Kind::Generation => Field::Instrument,
            Kind::Factors => Field::Region,
        }
    }
}

/// A value that is there, zero included, or none: the count and one.
type Slot = Option<NonZeroU128>;

/// The values of one site, instrument or place.
#[derive(Debug)]
pub(super) struct Series {
    /// Minutes of a row.
    step: i64,
    values: Vec<Slot>,
    /// The first file that it came from.
    pub(super) file: usize,
    last: Option<usize>,
    jumps: Vec<Jump>,
}

/// A row that does not follow on the row before.
#[derive(Debug)]
struct Jump {
    file: usize,
    to: usize,
    position: Position,
}

/// Steps without a value: the first, the one after the last, and where it shows in a file.
struct Gap<'s> {
    from: usize,
    to: usize,
    shown: Option<&'s Jump>,
}

/// Jumps that are remembered, to say in which row a gap shows.
const JUMPS: usize = 10_000;

impl Series {
    /// The energy of an interval, if all of its rows are there.
    pub(super) fn energy(&self, axis: &Axis, at: usize) -> Result<Option<u128>, Error> {
        let per = usize::try_from(axis.minutes.checked_div(self.step).unwrap_or(1)).unwrap_or(1);
        let from = at.saturating_mul(per);
        let Some(slots) = self.values.get(from..from.saturating_add(per)) else { return Ok(None) };
        let mut sum = 0;
        for slot in slots {
            match slot {
                Some(count) => sum = add(sum, count.get().saturating_sub(1))?,
                None => return Ok(None),
            }
        }
        Ok(Some(sum))
    }

    /// The factor of an interval; a row may cover several.
    pub(super) fn factor(&self, axis: &Axis, at: usize) -> Option<u128> {
        let per = usize::try_from(self.step.checked_div(axis.minutes).unwrap_or(1)).unwrap_or(1);
        let slot = self.values.get(at.checked_div(per)?)?;
        slot.map(|count| count.get().saturating_sub(1))
    }

    /// Runs of steps without a value.
    fn gaps(&self) -> Vec<Gap<'_>> {
        let mut shown: BTreeMap<usize, &Jump> = BTreeMap::new();
        for jump in self.jumps.iter().rev() {
            shown.insert(jump.to, jump);
        }
        let mut gaps = Vec::new();
        let mut from = None;
        for (at, slot) in self.values.iter().chain([&NonZeroU128::new(1)]).enumerate() {
            match (slot, from) {
                (None, None) => from = Some(at),
                (Some(_), Some(start)) => {
                    gaps.push(Gap { from: start, to: at, shown: shown.get(&at).copied() });
                    from = None;
                }
                _ => {}
            }
        }
        gaps
    }
}

/// The series of one kind, or of one file of factors.
pub(super) type ByName = BTreeMap<Box<str>, Series>;

/// Factors of one gas for one view, by place; from one file or several.
#[derive(Debug)]
pub(super) struct FactorSet {
    pub(super) residual: bool,
    pub(super) gas: Gas,
    pub(super) names: Vec<String>,
    pub(super) all: ByName,
}

/// What is known of a file beside its values.
#[derive(Debug)]
pub(super) struct File {
    kind: Kind,
    name: String,
    rows: u64,
    excluded: u64,
    columns: Vec<v1::Column>,
    findings: Vec<Finding>,
}

/// Reads files, and keeps what was found in them.
pub(super) struct Reading<'o> {
    pub(super) axis: Axis,
    options: ReadOptions,
    limits: &'o Limits,
    /// Values that may still be kept.
    room: usize,
    pub(super) files: Vec<File>,
    counts: FindingCounts,
    /// Whether all energy is whole in steps of 10⁻¹² kWh.
    pub(super) decimal: bool,
}

impl<'o> Reading<'o> {
    pub(super) fn new(axis: Axis, options: &ReadOptions, limits: &'o Limits) -> Reading<'o> {
        let mut options = options.clone();
        // The period is that of the axis, by its own offset.
        options.period = None;
        Reading {
            axis,
            options,
            limits,
            room: limits.series_values,
            files: Vec::new(),
            counts: FindingCounts::default(),
            decimal: true,
        }
    }

    fn tell(&mut self, file: usize, finding: Finding) {
        self.counts.add(finding.code, finding.severity);
        let most = self.limits.findings;
        if let Some(file) = self.files.get_mut(file).filter(|file| file.findings.len() < most) {
            file.findings.push(finding);
        }
    }

    /// How often each code was found.
    pub(super) fn counts(&self) -> Vec<v1::FindingCount> {
        found(&self.counts)
    }

    /// Whether anything was found that is an error.
    pub(super) fn faulty(&self) -> bool {
        self.counts.has_errors()
    }

    /// Rows of all files, and those that were left out.
    pub(super) fn rows(&self) -> (u64, u64) {
        self.files.iter().fold((0, 0), |(rows, excluded), file| {
            (rows.saturating_add(file.rows), excluded.saturating_add(file.excluded))
        })
    }

    /// How each file was read, for the answer.
    pub(super) fn answer(self) -> Vec<v1::SeriesReading> {
        let shown = |mut file: File| {
            file.findings.order();
            v1::SeriesReading {
                kind: file.kind.as_str().into(),
                name: file.name,
                rows: file.rows,
                excluded: file.excluded,
                columns: file.columns,
                findings: file.findings.iter().map(v1::Finding::from).collect(),
            }
        };
        self.files.into_iter().map(shown).collect()
    }

    /// Reads a file of energy into the series of its kind. `known` says whether there is such a site or instrument.
    pub(super) fn energy(
        &mut self,
        kind: Kind,
        declared: &v1::SeriesFile,
        path: &str,
        all: &mut ByName,
        known: &dyn Fn(&str) -> Result<(), Error>,
    ) -> Result<(), Error> {
        for (field, text) in [("view", &declared.view), ("gas", &declared.gas)] {
            if !text.is_empty() {
                let message = format!("`{field}` is of files of factors");
                return Err(Error::new(Code::BadRequest, message).at(format!("{path}/{field}")));
            }
        }
        let scale = |text: &str| Scale::energy(Unit::parse(text)?.ratio_to(&kwh()?)?);
        self.file(kind, declared, path, all, known, &scale)
    }

    /// Reads a file of factors into the set of its view and gas.
    pub(super) fn factors(
        &mut self,
        declared: &v1::SeriesFile,
        path: &str,
        catalog: &Catalog,
        sets: &mut Vec<FactorSet>,
    ) -> Result<(), Error> {
        let residual = match declared.view.as_str() {
            "location" => false,
            "residual" => true,
            other => {
                let code = if other.is_empty() { Code::ChoiceMissing } else { Code::UnknownValue };
                return Err(Error::new(code, format!("view `{other}` is not location or residual"))
                    .with_help(
                        "say what the factors are of: location (grid average) or residual (residual mix)",
                    )
                    .at(format!("{path}/view")));
            }
        };
        let gas = catalog.gases().find(&declared.gas).ok_or_else(|| {
            let code = if declared.gas.is_empty() { Code::ChoiceMissing } else { Code::UnknownValue };
            Error::new(code, format!("gas `{}` is not known", declared.gas))
                .with_help("name the gas, such as CO2, or `CO2e (AR5)` for CO2 equivalent as it was printed")
                .at(format!("{path}/gas"))
        })?;
        let known = |region: &str| Place::parse(region).map(|_| ());
        let at = match sets.iter().position(|set| set.residual == residual && set.gas == gas) {
            Some(at) => at,
            None => {
                sets.push(FactorSet { residual, gas, names: Vec::new(), all: ByName::new() });
                sets.len().saturating_sub(1)
            }
        };
        let Some(set) = sets.get_mut(at) else { return Ok(()) };
        if !set.names.contains(&declared.name) {
            set.names.push(declared.name.clone());
        }
        self.file(Kind::Factors, declared, path, &mut set.all, &known, &factor_scale)
    }

    fn file(
        &mut self,
        kind: Kind,
        declared: &v1::SeriesFile,
        path: &str,
        all: &mut ByName,
        known: &dyn Fn(&str) -> Result<(), Error>,
        scale_of: &dyn Fn(&str) -> Result<Scale, Error>,
    ) -> Result<(), Error> {
        let place = |field: &'static str| {
            let path = format!("{path}/{field}");
            move |error: Error| error.at(path)
        };
        let step = self.step(kind, declared.step_minutes).map_err(place("step_minutes"))?;
        let bytes =
            v1::file_bytes(declared.text.as_ref(), declared.base64.as_ref()).map_err(place("text"))?;
        let unit = (!declared.unit.is_empty())
            .then(|| scale_of(&declared.unit))
            .transpose()
            .map_err(place("unit"))?;
        if !declared.id.is_empty() {
            known(&declared.id).map_err(place("id"))?;
        }
        let mut options =
            self.options.clone().with_series(SeriesForm { offset: self.axis.offset, unit: unit.is_some() });
        for (index, column) in declared.columns.iter().enumerate() {
            let field = Field::ALL.iter().find(|field| field.name() == column.field).ok_or_else(|| {
                Error::new(Code::UnknownValue, format!("field `{}` is not known", column.field))
                    .with_help("use a field name such as date, quantity, unit, site, instrument or region")
                    .at(format!("{path}/columns/{index}/field"))
            })?;
            options = options.with_column(column.header.clone(), *field);
        }
        let at = self.files.len();
        self.files.push(File {
            kind,
            name: declared.name.clone(),
            rows: 0,
            excluded: 0,
            columns: Vec::new(),
            findings: Vec::new(),
        });
        let mut ledger = match Ledger::open(&*bytes, &options, self.limits) {
            Ok(ledger) => ledger,
            Err(findings) => {
                findings.into_iter().for_each(|finding| self.tell(at, finding));
                return Ok(());
            }
        };
        let mut scales: Vec<(Box<str>, Result<Scale, Error>)> = Vec::new();
        let mut record = Record::default();
        let mut told = Vec::new();
        loop {
            let row = ledger.read_row(&mut record, &mut |finding| told.push(finding))?;
            told.drain(..).for_each(|finding| self.tell(at, finding));
            let Some(good) = row else { break };
            if !good {
                continue;
            }
            let text = record.get(Field::Unit);
            let scale = match (&unit, text) {
                (Some(scale), "") => Ok(*scale),
                _ => match scales.iter().find(|(known, _)| **known == *text) {
                    Some((_, scale)) => scale.clone(),
                    None => {
                        let scale = scale_of(text);
                        scales.push((text.into(), scale.clone()));
                        scale
                    }
                },
            };
            let row = Row { kind, declared, step, file: at, scale };
            if let Err((field, error)) =
                self.row(&row, &record, &|| ledger.position(&record, row.time(&record)), all, known)?
            {
                let value: Box<str> = record.get(field).into();
                let position = ledger.position(&record, field);
                self.tell(at, Finding::from_error(&error, position, &value));
                if let Some(file) = self.files.get_mut(at) {
                    file.excluded = file.excluded.saturating_add(1);
                }
            }
        }
        if let Some(file) = self.files.get_mut(at) {
            file.rows = ledger.rows();
            file.excluded = file.excluded.saturating_add(ledger.skipped());
            let columns = ledger.header().iter().map(|(header, field)| v1::Column {
                header: header.to_string(),
                field: field.map_or("", Field::name).into(),
            });
            file.columns = columns.collect();
        }
        Ok(())
    }

    /// Minutes of a row: a part of an interval, of factors a multiple of it.
    fn step(&self, kind: Kind, declared: u32) -> Result<i64, Error> {
        let step = if declared == 0 { self.axis.minutes } else { i64::from(declared) };
        let fits = match kind {
            Kind::Factors => {
                step.checked_rem(self.axis.minutes) == Some(0) && 1_440_i64.checked_rem(step) == Some(0)
            }
            _ => self.axis.minutes.checked_rem(step) == Some(0),
        };
        if fits {
            return Ok(step);
        }
        let message = match kind {
            Kind::Factors => format!("rows of {step} minutes are no whole intervals of a day"),
            _ => format!("rows of {step} minutes do not add up to intervals of {}", self.axis.minutes),
        };
        let help =
            "energy may come in finer rows than the matching, never in coarser ones; factors in coarser rows";
        Err(Error::new(Code::IntervalOffGrid, message).with_help(help))
    }

    /// Puts a row into its place; the inner error is a fault of the row.
    fn row(
        &mut self,
        row: &Row<'_>,
        record: &Record,
        position: &dyn Fn() -> Position,
        all: &mut ByName,
        known: &dyn Fn(&str) -> Result<(), Error>,
    ) -> Result<Result<(), (Field, Error)>, Error> {
        let (value, at) = match self.place(row, record) {
            Ok(placed) => placed,
            Err(fault) => return Ok(Err(fault)),
        };
        let field = row.kind.field();
        let name = match record.get(field) {
            "" => &*row.declared.id,
            name => name,
        };
        if name.is_empty() {
            let message = format!("the row does not say its {}", field.name());
            return Ok(Err((
                field,
                Error::new(Code::MissingValue, message)
                    .with_help("fill the column, or give the file an `id`"),
            )));
        }
        if !all.contains_key(name) {
            if let Err(error) = known(name) {
                return Ok(Err((field, error)));
            }
            let length = self.steps(row.step);
            self.room = self.room.checked_sub(length).ok_or_else(|| {
                let message = format!("the series hold more than {} values", self.limits.series_values);
                Error::new(Code::LimitExceeded, message)
            })?;
            let series = Series {
                step: row.step,
                values: vec![None; length],
                file: row.file,
                last: None,
                jumps: Vec::new(),
            };
            all.insert(name.into(), series);
        }
        let Some(series) = all.get_mut(name) else { return Ok(Ok(())) };
        if series.step != row.step {
            let message = format!("`{name}` has rows of {} and of {} minutes", series.step, row.step);
            return Ok(Err((field, Error::new(Code::IntervalOffGrid, message))));
        }
        if series.last.map_or(at != 0, |last| last.saturating_add(1) != at) && series.jumps.len() < JUMPS {
            series.jumps.push(Jump { file: row.file, to: at, position: position() });
        }
        series.last = Some(at);
        match series.values.get_mut(at) {
            Some(slot @ None) => *slot = NonZeroU128::new(value.saturating_add(1)),
            Some(Some(_)) => {
                let message = format!("`{name}` has this interval twice");
                return Ok(Err((row.time(record), Error::new(Code::DuplicateInterval, message))));
            }
            None => {}
        }
        self.decimal &= row.kind == Kind::Factors || value.checked_rem(super::count::NINE) == Some(0);
        Ok(Ok(()))
    }

    /// How many rows of a length the period has.
    fn steps(&self, step: i64) -> usize {
        let minutes = i64::from(self.axis.period.days()).saturating_mul(1_440);
        minutes.checked_div(step).and_then(|steps| usize::try_from(steps).ok()).unwrap_or(usize::MAX)
    }

    /// The value of a row and its place in the series.
    fn place(&self, row: &Row<'_>, record: &Record) -> Result<(u128, usize), (Field, Error)> {
        let time = row.time(record);
        let moment = |field: Field| {
            parse_moment(record.get(field), self.options.date_order, self.axis.offset)
                .map(|(moment, _)| moment)
                .map_err(|error| (field, error))
        };
        let start = moment(time)?;
        let off = |message: String| (time, Error::new(Code::IntervalOffGrid, message));
        if !record.get(Field::PeriodEnd).is_empty() {
            let covers = moment(Field::PeriodEnd)?.since(start);
            if covers != row.step {
                let message = format!("the row covers {covers} minutes, and {} were declared", row.step);
                return Err((Field::PeriodEnd, Error::new(Code::IntervalOffGrid, message)));
            }
        }
        let since = start.since(self.axis.start);
        if since.checked_rem_euclid(row.step) != Some(0) {
            return Err(off(format!(
                "the interval does not begin a whole number of {} minutes after midnight",
                row.step
            )));
        }
        let at = usize::try_from(since.div_euclid(row.step)).ok().filter(|at| *at < self.steps(row.step));
        let Some(at) = at else {
            let message =
                format!("the interval is not inside the period {} at {}", self.axis.period, self.axis.offset);
            return Err((time, Error::new(Code::DateOutsidePeriod, message)));
        };
        if record.quantity().is_negative() {
            let message = "the value is negative: what is fed in is no use of less electricity";
            return Err((
                Field::Quantity,
                Error::new(Code::NegativeQuantity, message)
                    .with_help("meter what is used and what is fed in apart"),
            ));
        }
        let scale = row.scale.clone().map_err(|error| (Field::Unit, error))?;
        let value = scale.count(record.quantity()).map_err(|error| (Field::Quantity, error))?;
        Ok((value, at))
    }

    /// Tells which intervals of a series are missing; energy that is not known is in no figure.
    pub(super) fn tell_gaps(&mut self, kind: Kind, all: &ByName) {
        for (name, series) in all {
            for Gap { from, to, shown } in series.gaps() {
                let count = to.saturating_sub(from);
                let step_text = |at: usize| {
                    let minutes = i64::try_from(at).unwrap_or(i64::MAX).saturating_mul(series.step);
                    self.axis.start.plus(minutes).text(self.axis.offset)
                };
                let message = format!(
                    "{count} rows of {} minutes are missing for `{name}`: from {} up to {}",
                    series.step,
                    step_text(from),
                    step_text(to)
                );
                let severity = if kind == Kind::Load { Severity::Error } else { Severity::Warning };
                let (file, position) = match shown {
                    Some(jump) => (jump.file, jump.position.clone()),
                    None => (series.file, Position::new(0, 0, Field::Date.name())),
                };
                self.tell(file, Finding::new(severity, Code::MissingInterval, position, "", message));
            }
        }
    }
}

/// A row's surroundings.
struct Row<'f> {
    kind: Kind,
    declared: &'f v1::SeriesFile,
    step: i64,
    file: usize,
    scale: Result<Scale, Error>,
}

impl Row<'_> {
    /// The column that says where the interval begins.
    fn time(&self, record: &Record) -> Field {
        if record.get(Field::PeriodStart).is_empty() { Field::Date } else { Field::PeriodStart }
    }
}

/// `kg/MWh`: mass for energy.
fn factor_scale(text: &str) -> Result<Scale, Error> {
    let (mass, energy) = text.split_once('/').ok_or_else(|| {
        Error::new(Code::UnknownUnit, format!("`{text}` is not of the form mass/energy"))
            .with_help("write for instance kg/kWh, g/kWh or t/MWh; the gas is named in the request")
    })?;
    let mass = Unit::parse(mass.trim())?.ratio_to(&Unit::parse("kg")?)?;
    let energy: Ratio = Unit::parse(energy.trim())?.ratio_to(&kwh()?)?;
    Scale::factor(mass.try_div(energy)?)
}
