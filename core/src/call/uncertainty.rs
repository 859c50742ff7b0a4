//! Methods about uncertainty and data quality.

use core::ops::ControlFlow;
use std::collections::BTreeMap;

use super::compare::written;
use super::ledger::Given;
use super::with_packs;
use crate::error::{Code, Error};
use crate::factor::Catalog;
use crate::inventory::{self, Options};
use crate::number::{Amount, Co2e, NumberFormat, Ratio};
use crate::quality::{Quality, Scores, Weighed, pact_halves, pcaf};
use crate::report;
use crate::uncertainty::{self, Correlation, Deviations, Distribution, Fixed, Spread, Statistic, Variance};
use crate::wire::v1::{self, canonical, read_json};

/// The inventory of a ledger with its uncertainty.
pub(super) fn uncertainty(catalog: &Catalog, request: &str) -> Result<String, Error> {
    let request: v1::UncertaintyRequest = read_json(request)?;
    let bytes = request.ledger.bytes()?;
    uncertainty_of(
        catalog,
        &request,
        Given { open: &|| Box::new(bytes.as_slice()), progress: &mut |_| ControlFlow::Continue(()) },
    )
}

pub(super) fn uncertainty_given(
    catalog: &Catalog,
    request: &str,
    given: Given<'_, '_>,
) -> Result<String, Error> {
    let request: v1::UncertaintyRequest = read_json(request)?;
    request.ledger.must_be_absent()?;
    uncertainty_of(catalog, &request, given)
}

fn uncertainty_of(
    catalog: &Catalog,
    request: &v1::UncertaintyRequest,
    given: Given<'_, '_>,
) -> Result<String, Error> {
    let options = Options::from_request(&request.options)?;
    let catalog = with_packs(catalog, &request.packs)?;
    let options = inventory::surveyed(|| Ok((given.open)()), &catalog, options)?;
    let answer =
        inventory::uncertainty((given.open)(), &catalog, &options, &request.uncertainty, given.progress)?;
    canonical(&answer)
}

/// An inventory with its uncertainty as a document.
pub(super) fn uncertainty_report(_: &Catalog, request: &str) -> Result<String, Error> {
    let request: v1::UncertaintyReportRequest = read_json(request)?;
    let table = |lang| report::uncertainty_table(&request.answer, lang);
    let picture = |lang| report::uncertainty_svg(&request.answer, lang);
    written((&request.format, &request.lang), &[("table", &table), ("svg", &picture)])
}

/// The quality of data as a document.
pub(super) fn quality_report(_: &Catalog, request: &str) -> Result<String, Error> {
    let request: v1::QualityReportRequest = read_json(request)?;
    let table = |lang| report::quality_table(&request.answer, lang);
    written((&request.format, &request.lang), &[("table", &table)])
}

/// The quality of the data behind an inventory.
pub(super) fn quality(catalog: &Catalog, request: &str) -> Result<String, Error> {
    let request: v1::QualityRequest = read_json(request)?;
    let bytes = request.ledger.bytes()?;
    quality_of(
        catalog,
        &request,
        Given { open: &|| Box::new(bytes.as_slice()), progress: &mut |_| ControlFlow::Continue(()) },
    )
}

pub(super) fn quality_given(catalog: &Catalog, request: &str, given: Given<'_, '_>) -> Result<String, Error> {
    let request: v1::QualityRequest = read_json(request)?;
    request.ledger.must_be_absent()?;
    quality_of(catalog, &request, given)
}

fn quality_of(
    catalog: &Catalog,
    request: &v1::QualityRequest,
    given: Given<'_, '_>,
) -> Result<String, Error> {
    let options = Options::from_request(&request.options)?;
    let catalog = with_packs(catalog, &request.packs)?;
    let options = inventory::surveyed(|| Ok((given.open)()), &catalog, options)?;
    canonical(&inventory::quality((given.open)(), &catalog, &options, given.progress)?)
}

/// Decimals of a plain value.
const PLACES: u32 = 15;

/// Adds plain lines by approach 1, and by approach 2 if a seed is given.
pub(super) fn combine(_: &Catalog, request: &str) -> Result<String, Error> {
    let request: v1::CombineRequest = read_json(request)?;
    let correlation = Correlation::parse(request.activity_correlation.as_deref().unwrap_or(""))
        .map_err(|error| error.at("/activity_correlation"))?;
    let mut groups: BTreeMap<String, Group> = BTreeMap::new();
    let mut total = 0i128;
    for (index, line) in request.lines.iter().enumerate() {
        let line = Line::read(line, &format!("/lines/{index}"))?;
        total = total.checked_add(line.value).ok_or_else(overflow)?;
        // A line without a named factor has one of its own.
        let name =
            if line.factor.is_empty() { format!("line {index}") } else { format!("factor {}", line.factor) };
        let group = groups.entry(name).or_default();
        if group.factor.get_or_insert(line.factor_spread) != &line.factor_spread {
            let message = format!("the factor `{}` has two uncertainties", line.factor);
            return Err(
                Error::new(Code::BadRequest, message).at(format!("/lines/{index}/factor_uncertainty"))
            );
        }
        group.value = group.value.checked_add(line.value).ok_or_else(overflow)?;
        group.activity.add(line.value, line.activity_spread)?;
        group.lines.push((index, line));
    }
    let mut variance = Variance::default();
    for group in groups.values() {
        variance.add(&group.activity, correlation)?;
        variance.add_shared(group.value, group.factor.unwrap_or_default())?;
    }
    let percent = variance.percent(total)?;
    let widths = variance.half_widths(PLACES)?;
    let simulated = match (request.seed, request.draws) {
        (Some(seed), Some(draws)) => Some(simulated(&groups, correlation, (seed, draws))?),
        (None, None) => None,
        (seed, _) => {
            let (path, what) =
                if seed.is_none() { ("/seed", "a seed") } else { ("/draws", "a number of draws") };
            return Err(Error::new(Code::ChoiceMissing, format!("a simulation needs {what}")).at(path));
        }
    };
    canonical(&v1::CombineAnswer {
        value: plain(total)?,
        lower_percent: percent.map(|sides| sides.lower.to_string()),
        upper_percent: percent.map(|sides| sides.upper.to_string()),
        lower: widths.lower.to_string(),
        upper: widths.upper.to_string(),
        activity_correlation: correlation.text(),
        simulated,
        remarks: uncertainty::remarks(percent, None),
    })
}

/// Lines that share a factor.
#[derive(Default)]
struct Group {
    value: i128,
    activity: Deviations,
    factor: Option<Spread>,
    lines: Vec<(usize, Line)>,
}

/// A line as numbers.
struct Line {
    value: i128,
    activity_spread: Spread,
    activity_kind: Option<Distribution>,
    factor: String,
    factor_spread: Spread,
    factor_kind: Option<Distribution>,
}

impl Line {
    fn read(line: &v1::CombineLine, path: &str) -> Result<Line, Error> {
        let value = Amount::parse(&line.value)
            .and_then(counted)
            .map_err(|error| error.at(format!("{path}/value")))?;
        let amount = Amount::parse(&line.value)?;
        let spread = |text: &str, field: &str| {
            if text.is_empty() {
                return Ok(Spread::default());
            }
            Spread::parse(text, NumberFormat::Point, amount)
                .map_err(|error| error.at(format!("{path}/{field}")))
        };
        let kind = |text: &str, field: &str| {
            let read = (!text.is_empty()).then(|| Distribution::parse(text)).transpose();
            read.map_err(|error| error.at(format!("{path}/{field}")))
        };
        Ok(Line {
            value,
            activity_spread: spread(&line.activity_uncertainty, "activity_uncertainty")?,
            activity_kind: kind(&line.activity_distribution, "activity_distribution")?,
            factor: line.factor.clone(),
            factor_spread: spread(&line.factor_uncertainty, "factor_uncertainty")?,
            factor_kind: kind(&line.factor_distribution, "factor_distribution")?,
        })
    }
}

/// A decimal as a count of 10^-15.
fn counted(value: Amount) -> Result<i128, Error> {
    let up = PLACES.checked_sub(value.scale()).and_then(|up| 10i128.checked_pow(up));
    up.and_then(|power| value.mantissa().checked_mul(power)).ok_or_else(|| {
        Error::new(Code::NumberOutOfRange, format!("{value} has more than 15 decimals or is too large"))
            .with_help("give the lines in a larger or smaller unit")
    })
}

fn plain(count: i128) -> Result<String, Error> {
    Ok(Ratio::new(count, 1_000_000_000_000_000)?.to_string())
}

fn simulated(
    groups: &BTreeMap<String, Group>,
    correlation: Correlation,
    choice: (u32, u32),
) -> Result<v1::SimulatedFigure, Error> {
    let joined = correlation.for_simulation().map_err(|error| error.at("/activity_correlation"))?;
    let (mut variables, mut terms) = (Vec::new(), Vec::new());
    for (name, group) in groups {
        let factor = variables.len();
        let spread = group.factor.unwrap_or_default();
        let kind = group.lines.iter().find_map(|(_, line)| line.factor_kind);
        variables.push(uncertainty::Variable {
            name: format!("{name} factor"),
            spread,
            distribution: kind.unwrap_or_else(|| Distribution::usual(spread)),
            floor: true,
        });
        for (index, line) in &group.lines {
            let spread = line.activity_spread;
            let own = if joined { String::new() } else { index.to_string() };
            variables.push(uncertainty::Variable {
                name: format!("{name} activity {own}"),
                spread,
                distribution: line.activity_kind.unwrap_or_else(|| Distribution::usual(spread)),
                floor: true,
            });
            let activity = variables.len().saturating_sub(1);
            terms.push(uncertainty::Term {
                value: line.value,
                variables: vec![activity, factor],
                results: vec![0],
            });
        }
    }
    let found = uncertainty::simulate(
        &variables,
        &terms,
        1,
        uncertainty::checked_draws(choice.0, choice.1)?,
        PLACES,
    )?;
    found
        .first()
        .map(uncertainty::Simulated::figure)
        .ok_or_else(|| Error::new(Code::Internal, "a simulation gave no figure"))
}

/// Five scores as an interval.
pub(super) fn pedigree(_: &Catalog, request: &str) -> Result<String, Error> {
    let request: v1::PedigreeRequest = read_json(request)?;
    let quality = Quality::parse(&request.scores).map_err(|error| error.at("/scores"))?;
    let scores = quality.scores.ok_or_else(|| {
        Error::new(Code::UnknownQuality, format!("`{}` is not five scores", request.scores)).at("/scores")
    })?;
    let basic = Amount::parse(&request.basic_factor).map_err(|error| error.at("/basic_factor"))?;
    let (factor, spread) = uncertainty::pedigree(scores, basic).map_err(|error| error.at("/basic_factor"))?;
    let value =
        request.value.as_deref().map(Amount::parse).transpose().map_err(|error| error.at("/value"))?;
    let ends = value.map(|value| uncertainty::interval(value, factor)).transpose()?;
    canonical(&v1::PedigreeAnswer {
        factor: factor.to_string(),
        lower_percent: spread.lower_percent().to_string(),
        upper_percent: spread.upper_percent().to_string(),
        lower: ends.as_ref().map(|(lower, _)| lower.to_string()),
        upper: ends.map(|(_, upper)| upper.to_string()),
    })
}

/// The change between two years.
pub(super) fn trend(_: &Catalog, request: &str) -> Result<String, Error> {
    let request: v1::TrendRequest = read_json(request)?;
    let scope_2 = match request.view.as_str() {
        "location" => "scope_2_location",
        "market" => "scope_2_market",
        other => {
            let code = if other.is_empty() { Code::ChoiceMissing } else { Code::UnknownValue };
            return Err(Error::new(code, format!("view `{other}` is not location or market"))
                .with_help("name the view: location or market")
                .at("/view"));
        }
    };
    let mut rows: BTreeMap<(&str, &str, &str), [YearSum; 2]> = BTreeMap::new();
    for (at, (name, sources)) in [("base", &request.base), ("year", &request.year)].into_iter().enumerate() {
        for (index, source) in sources.iter().enumerate() {
            let in_view =
                matches!(source.account.as_str(), "scope_1" | "scope_3") || source.account == scope_2;
            if !in_view {
                continue;
            }
            let key = (source.category.as_str(), source.activity.as_str(), source.gas.as_str());
            if let Some(sum) = rows.entry(key).or_default().get_mut(at) {
                sum.add(source, &format!("/{name}/{index}"))?;
            }
        }
    }
    let fits = |selectors: &[v1::TrendSelector], key: &(&str, &str, &str)| {
        selectors.iter().any(|selector| {
            [(&selector.category, key.0), (&selector.activity, key.1), (&selector.gas, key.2)]
                .into_iter()
                .all(|(wanted, have)| wanted.is_empty() || wanted == have)
        })
    };
    let mut table = Vec::with_capacity(rows.len());
    for (key, [base, year]) in &rows {
        // The table has one uncertainty for both years: that of the year, of the base year for what has ended.
        let known = if year.emissions == 0 { base } else { year };
        table.push(uncertainty::TrendRow {
            base: base.emissions,
            year: year.emissions,
            activity: known.relative(known.activity)?,
            factor: known.relative(known.factor)?,
            activity_correlated: fits(&request.correlated_activities, key),
            factor_correlated: !fits(&request.independent_factors, key),
        });
    }
    let found = uncertainty::trend(&table).map_err(|error| error.at("/base"))?;
    let sum = |pick: fn(&uncertainty::TrendRow) -> i128| {
        Co2e::from_units(table.iter().fold(0i128, |sum, row| sum.saturating_add(pick(row)))).to_string()
    };
    canonical(&v1::TrendAnswer {
        base_kg_co2e: sum(|row| row.base),
        year_kg_co2e: sum(|row| row.year),
        change_percent: found.change.percent()?.to_string(),
        uncertainty_points: found.uncertainty.percent()?.to_string(),
        sources: rows
            .keys()
            .zip(table.iter().zip(&found.parts))
            .map(|((category, activity, gas), (row, part))| {
                Ok(v1::TrendSource {
                    category: (*category).into(),
                    activity: (*activity).into(),
                    gas: (*gas).into(),
                    base_kg_co2e: Co2e::from_units(row.base).to_string(),
                    year_kg_co2e: Co2e::from_units(row.year).to_string(),
                    type_a: part.type_a.shown()?.to_string(),
                    type_b: part.type_b.shown()?.to_string(),
                    factor_points: part.factor.percent()?.to_string(),
                    activity_points: part.activity.percent()?.to_string(),
                })
            })
            .collect::<Result<_, Error>>()?,
        view: request.view,
    })
}

/// A source in one year; several factors of it add up as independent.
#[derive(Clone, Copy, Default)]
struct YearSum {
    emissions: i128,
    activity: Deviations,
    factor: Deviations,
}

impl YearSum {
    fn add(&mut self, source: &v1::UncertainSource, path: &str) -> Result<(), Error> {
        let emissions =
            Co2e::parse(&source.kg_co2e).map_err(|error| error.at(format!("{path}/kg_co2e")))?.units();
        self.emissions = self.emissions.checked_add(emissions).ok_or_else(overflow)?;
        for (sum, field, lower, upper) in [
            (&mut self.activity, "activity", &source.activity_lower_percent, &source.activity_upper_percent),
            (&mut self.factor, "factor", &source.factor_lower_percent, &source.factor_upper_percent),
        ] {
            let side = |text: &Option<String>, side: &str| {
                let read = text.as_deref().map_or(Ok(Spread::default()), Spread::percent);
                read.map_err(|error| error.at(format!("{path}/{field}_{side}_percent")))
            };
            // The table knows one side: the wider one.
            let (lower, upper) = (side(lower, "lower")?, side(upper, "upper")?);
            sum.add(emissions, if lower.upper > upper.upper { lower } else { upper })?;
        }
        Ok(())
    }

    /// Half-widths over the emissions.
    fn relative(&self, of: Deviations) -> Result<Fixed, Error> {
        let mut variance = Variance::default();
        variance.add(&of, Correlation::NONE)?;
        match variance.percent(self.emissions)? {
            Some(sides) => Ok(Fixed::from_statistic(sides.upper)?.part(100)),
            None => Ok(Fixed::ZERO),
        }
    }
}

/// Scores weighted by what the caller gives.
pub(super) fn weigh(_: &Catalog, request: &str) -> Result<String, Error> {
    let request: v1::WeighRequest = read_json(request)?;
    let halves: fn(Quality) -> Option<[u8; 5]> = match request.scheme.as_str() {
        "raw" => |quality| scores(quality).map(|scores| scores.map(|score| score.saturating_mul(2))),
        "pact" => |quality| scores(quality).map(|scores| scores.map(pact_halves)),
        "pcaf" => |quality| {
            let score = quality.scores.map(pcaf).or(quality.score)?;
            Some([score.saturating_mul(2); 5])
        },
        other => {
            return Err(Error::new(Code::UnknownValue, format!("scheme `{other}` is not known"))
                .with_help("use raw, pcaf or pact")
                .at("/scheme"));
        }
    };
    let mut sums = [Weighed::default(); 5];
    let (mut scored, mut all) = (Weighed::default(), Weighed::default());
    for (index, item) in request.items.iter().enumerate() {
        let place = |error: Error, field: &str| error.at(format!("/items/{index}/{field}"));
        let weight = Amount::parse(&item.weight).and_then(counted).map_err(|error| place(error, "weight"))?;
        let quality = Quality::parse(&item.quality).map_err(|error| place(error, "quality"))?;
        all.add(weight, 1)?;
        if let Some(halves) = halves(quality) {
            scored.add(weight, 1)?;
            for (sum, half) in sums.iter_mut().zip(halves) {
                sum.add(weight, half)?;
            }
        }
    }
    canonical(&v1::WeighAnswer {
        scheme: request.scheme,
        score: crate::quality::mean_of_halves(&sums)?,
        scored_percent: uncertainty::part_percent(
            scored.weights().unsigned_abs(),
            all.weights().unsigned_abs(),
        )
        .map(|share: Statistic| share.to_string()),
    })
}

/// Five scores; one score speaks for all five.
fn scores(quality: Quality) -> Option<[u8; 5]> {
    quality.scores.map(Scores::get).or(quality.score.map(|score| [score; 5]))
}

fn overflow() -> Error {
    Error::new(Code::Overflow, "the values add up to more than 127 bits")
}
