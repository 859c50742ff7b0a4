//! What one tonne (or MWh) of a good embeds, what is taken off, and why.

use super::actual::{Actual, Actuals, Precursor};
use super::choices::{Choices, Data, Used};
use crate::activity::Field;
use crate::cbam::{Benchmark, CnCode, Column, DefaultValue, Good, Origin, Variant};
use crate::error::{Code, Error, Severity};
use crate::factor::rows::Sector;
use crate::number::Ratio;
use crate::wire::v1;

/// Longest chain of precursors.
const DEPTH: u32 = 64;

/// What rows of one line share.
#[derive(Clone, Debug)]
pub(super) struct Key<'c> {
    pub(super) good: Good<'c>,
    pub(super) origin: Origin<'c>,
    pub(super) variant: Option<Variant>,
    pub(super) installation: Box<str>,
    /// What the row says itself, else what is chosen for all.
    pub(super) data: Data,
    pub(super) route: Box<str>,
    /// Year of production of actual data.
    pub(super) produced: i32,
}

/// The rates of a line, and how they come about.
#[derive(Clone, Debug)]
pub(super) struct Rate {
    pub(super) data: &'static str,
    /// Year whose factors hold.
    pub(super) produced: i32,
    pub(super) see: Ratio,
    /// The part of `see` that the mark-up brings.
    pub(super) of_mark_up: Ratio,
    pub(super) sefa: Ratio,
    /// What the carbon price paid takes off.
    pub(super) carbon: Ratio,
    pub(super) carbon_price: Option<Ratio>,
    pub(super) see_parts: v1::CbamSee,
    pub(super) sefa_parts: Vec<v1::CbamSefa>,
    /// Emissions without mark-up and free allocation by default values, for what has to be held.
    pub(super) held: Option<(Ratio, Ratio)>,
    pub(super) used: Used,
    pub(super) remarks: Vec<Remark>,
}

/// Something to be said of a line.
pub(super) type Remark = (Severity, Field, Error);

/// A fault of a line: the column that could mend it.
pub(super) type Fault = (Field, Error);

/// Works out rates.
#[derive(Clone, Copy, Debug)]
pub(super) struct Rater<'r, 'c> {
    pub(super) choices: &'r Choices<'c>,
    pub(super) actuals: &'r Actuals<'c>,
    /// Years by which a scenario moves production.
    pub(super) shift: i32,
}

/// A chain of precursors on its way down.
pub(super) struct Chain<'u> {
    parts: Vec<v1::CbamSefa>,
    path: Vec<usize>,
    /// Whether the way down leads back to where it was.
    circle: bool,
    used: &'u mut Used,
    remarks: &'u mut Vec<Remark>,
}

/// A good or precursor without data of its own.
struct Unnamed<'u, 'c> {
    good: &'u Good<'c>,
    country: &'u str,
    variant: Option<Variant>,
    route: &'u str,
}

impl<'c> Rater<'_, 'c> {
    /// The rates of a line.
    ///
    /// # Method
    /// M-104 (emissions), M-105 (free allocation), M-111 (carbon price).
    ///
    /// # Errors
    /// What is missing, with the column that could mend it.
    pub(super) fn rate(&self, key: &Key<'c>) -> Result<Rate, Fault> {
        let found = match key.data {
            Data::Default => None,
            Data::Actual => Some(self.find(key).map_err(|error| (Field::Supplier, error))?),
            Data::ActualElseDefault => self.find(key).ok(),
        };
        let mut rate = match found.and_then(|at| Some((at, self.actuals.get(at)?))) {
            Some((at, actual)) => self.actual(key, at, actual)?,
            None => self.by_default(key)?,
        };
        if found.is_none() && key.data == Data::ActualElseDefault && !key.installation.is_empty() {
            let message = format!(
                "`{}` has no data for `{}`: default values stand in",
                key.installation, key.good.code
            );
            rate.remarks.push((Severity::Info, Field::Supplier, Error::new(Code::ActualMissing, message)));
        }
        Ok(rate)
    }

    fn find(&self, key: &Key<'c>) -> Result<usize, Error> {
        self.actuals.find(&key.installation, &key.good, key.produced)
    }

    /// Default values, with their mark-up.
    fn by_default(&self, key: &Key<'c>) -> Result<Rate, Fault> {
        let (mut used, mut remarks) = (Used::default(), Vec::new());
        let unnamed = unnamed(key);
        let value = self.value(&unnamed, &mut used, &mut remarks)?;
        let sector = key.good.row.sector.as_str();
        let first = self.choices.first_day();
        let mark_up = self.choices.figure("mark-up", sector, first).map_err(|error| (Field::Date, error))?;
        used.figure(&mark_up.record);
        used.pack(key.good.pack);
        let before = Ratio::from(value.total);
        let numbers = || {
            let of_mark_up = before.try_mul(mark_up.value)?;
            Ok((of_mark_up, before.try_add(of_mark_up)?))
        };
        let (of_mark_up, see) = numbers().map_err(|error| (Field::Quantity, error))?;
        let mut chain = Chain {
            parts: Vec::new(),
            path: Vec::new(),
            circle: false,
            used: &mut used,
            remarks: &mut remarks,
        };
        let year = self.choices.year;
        let sefa = self.allocation_of_default(&unnamed, Some(&value), year, (Ratio::ONE, 0), &mut chain)?;
        let parts = chain.parts;
        Ok(Rate {
            data: "default",
            produced: year,
            see,
            of_mark_up,
            sefa,
            carbon: Ratio::ZERO,
            carbon_price: None,
            see_parts: v1::CbamSee {
                before_mark_up_t_co2e: before.to_string(),
                mark_up: mark_up.value.to_string(),
                mark_up_figure: mark_up.record.id.clone(),
                default_value: value.id(),
                cell: value.cell(),
                edition: value.pack.edition.to_string(),
                fallback: value.fallback.map_or("", |fallback| fallback.as_str()).into(),
                compared: value.compared,
                method: "M-104".into(),
                ..v1::CbamSee::default()
            },
            sefa_parts: parts,
            held: Some((before, sefa)),
            used,
            remarks,
        })
    }

    /// Data of the installation.
    fn actual(&self, key: &Key<'c>, at: usize, actual: &Actual<'c>) -> Result<Rate, Fault> {
        let (mut used, mut remarks) = (Used::default(), Vec::new());
        used.pack(key.good.pack);
        let see = actual.see().map_err(|error| (Field::Supplier, error))?;
        if !actual.verified {
            let message =
                format!("the data of `{}` for `{}` are not verified", actual.installation, key.good.code);
            remarks.push((Severity::Warning, Field::Supplier, Error::new(Code::ActualNotVerified, message)));
        }
        let produced = key.produced.saturating_add(self.shift);
        let before = (used.clone(), remarks.clone());
        let mut chain = Chain {
            parts: Vec::new(),
            path: vec![at],
            circle: false,
            used: &mut used,
            remarks: &mut remarks,
        };
        let route = if key.route.is_empty() { &actual.route } else { &key.route };
        let sefa = self.allocation(&key.good, actual, (route, produced), (Ratio::ONE, 0), &mut chain)?;
        let (sefa, parts) = match chain.circle {
            false => (sefa, chain.parts),
            true => {
                (used, remarks) = before;
                let (used, remarks) = (&mut used, &mut remarks);
                let mut chain = Chain { parts: Vec::new(), path: Vec::new(), circle: true, used, remarks };
                let sefa = self.allocation_in_circle(&key.good, (at, route), produced, &mut chain)?;
                (sefa, chain.parts)
            }
        };
        let carbon = match actual.carbon_price {
            None => Ratio::ZERO,
            Some(paid) if paid.is_zero() => Ratio::ZERO,
            Some(paid) => {
                let reference = self.choices.reference_price.ok_or_else(|| {
                    let message = format!("`{}` paid a carbon price, and no average price is given", actual.installation);
                    let help = "give `reference_price_eur_per_t_co2e`, the average price of certificates of the year";
                    (Field::Supplier, Error::new(Code::ChoiceMissing, message).with_help(help))
                })?;
                let message = "the deduction of a carbon price paid follows a draft act (Ares(2026)4841230 of 13 May 2026)";
                remarks.push((Severity::Warning, Field::Supplier, Error::new(Code::LawOpen, message)));
                paid.try_div(reference).map_err(|error| (Field::Supplier, error))?
            }
        };
        // What has to be held goes by default values whatever is declared; without one it is told there.
        let unnamed = unnamed(key);
        let mut aside = Used::default();
        let held = self.value(&unnamed, &mut aside, &mut Vec::new()).ok().and_then(|value| {
            let mut notes = Vec::new();
            let mut chain = Chain {
                parts: Vec::new(),
                path: Vec::new(),
                circle: false,
                used: &mut aside,
                remarks: &mut notes,
            };
            let year = self.choices.year;
            let sefa =
                self.allocation_of_default(&unnamed, Some(&value), year, (Ratio::ONE, 0), &mut chain).ok()?;
            Some((Ratio::from(value.total), sefa))
        });
        Ok(Rate {
            data: "actual",
            produced,
            see,
            of_mark_up: Ratio::ZERO,
            sefa,
            carbon,
            carbon_price: actual.carbon_price,
            see_parts: v1::CbamSee {
                before_mark_up_t_co2e: see.to_string(),
                mark_up: "0".into(),
                compared: true,
                direct_t_co2e: actual.direct.to_string(),
                indirect_t_co2e: actual.indirect.to_string(),
                per: actual.per.into(),
                content: actual.content.to_string(),
                verified: actual.verified,
                method: "M-104".into(),
                ..v1::CbamSee::default()
            },
            sefa_parts: parts,
            held,
            used,
            remarks,
        })
    }

    /// A default value, and what is to be said of it.
    fn value(
        &self,
        unnamed: &Unnamed<'_, 'c>,
        used: &mut Used,
        remarks: &mut Vec<Remark>,
    ) -> Result<DefaultValue<'c>, Fault> {
        let Unnamed { good, country, variant, .. } = *unnamed;
        let value =
            self.choices.tables.default_value(good, country, variant, self.choices.edition.as_deref());
        let value = value.map_err(|error| {
            let field = if error.code() == Code::ChoiceMissing { Field::Activity } else { Field::Product };
            (field, error)
        })?;
        used.pack(value.pack);
        if let Some(fallback) = value.fallback {
            let why = match fallback {
                crate::cbam::Fallback::NoTable => "has no table",
                crate::cbam::Fallback::NoRow => "has no row for it",
                crate::cbam::Fallback::Blank => "prints no value for it",
            };
            let message = format!(
                "`{}` from `{country}`: the country {why}, the row of other countries stands in",
                good.code
            );
            remarks.push((Severity::Info, Field::Region, Error::new(Code::DefaultFromOther, message)));
        }
        if !value.compared {
            let message = format!("`{}` was never compared with the correction of the act", value.id());
            remarks.push((Severity::Warning, Field::Region, Error::new(Code::DefaultNotCompared, message)));
        }
        Ok(value)
    }

    /// Free allocation of a good with actual data: its process in column A, and its precursors (Eq 2 to 5).
    fn allocation(
        &self,
        good: &Good<'c>,
        actual: &Actual<'c>,
        (route, year): (&str, i32),
        (weight, depth): (Ratio, u32),
        chain: &mut Chain<'_>,
    ) -> Result<Ratio, Fault> {
        let supplier = |error: Error| (Field::Supplier, error);
        if good.row.sector == Sector::Electricity {
            return Ok(Ratio::ZERO);
        }
        let found = self.choices.tables.benchmark(good, Column::A, route, year);
        let benchmark = found.map_err(|error| (Field::Category, error))?;
        let who = Who { cn: good.code, installation: &actual.installation, column: "A", equation: "2" };
        let mut sum = self.part(&who, &benchmark, year, (weight, depth), chain)?;
        let deeper = depth.saturating_add(1);
        for precursor in &actual.precursors {
            let weight = weight.try_mul(precursor.t_per_t).map_err(supplier)?;
            let outside = self.outside(precursor, year, (weight, deeper), chain)?;
            let part = if let Some(part) = outside {
                part
            } else {
                let at = self.actuals.find(
                    &precursor.installation,
                    &precursor.good,
                    year.saturating_sub(self.shift),
                );
                let at = at.map_err(supplier)?;
                let Some(own) = self.actuals.get(at) else { continue };
                if chain.path.contains(&at) || deeper > DEPTH {
                    chain.circle = true;
                    return Ok(sum);
                }
                let route = if precursor.route.is_empty() { &own.route } else { &precursor.route };
                chain.path.push(at);
                let part = self.allocation(&precursor.good, own, (route, year), (weight, deeper), chain)?;
                chain.path.pop();
                if chain.circle {
                    return Ok(sum);
                }
                part
            };
            sum = sum.try_add(part).map_err(supplier)?;
        }
        Ok(sum)
    }

    /// Free allocation of a precursor that no data of an installation are asked for; none if they are.
    pub(super) fn outside(
        &self,
        precursor: &Precursor<'c>,
        year: i32,
        (weight, depth): (Ratio, u32),
        chain: &mut Chain<'_>,
    ) -> Result<Option<Ratio>, Fault> {
        if precursor.has_data() {
            return Ok(None);
        }
        if precursor.within {
            let found = self.choices.tables.benchmark(&precursor.good, Column::A, &precursor.route, year);
            let benchmark = found.map_err(|error| (Field::Supplier, error))?;
            let who = Who { cn: precursor.good.code, installation: "", column: "A", equation: "2" };
            return self.part(&who, &benchmark, year, (weight, depth), chain).map(Some);
        }
        if let Some(origin) = precursor.origin.as_ref().filter(|origin| origin.is_exempt()) {
            let message = format!(
                "free allocation of the precursor `{}` from `{}` is taken as zero: the act does not say it",
                precursor.good.code, origin.country
            );
            let open = Error::new(Code::LawOpen, message.clone());
            chain.remarks.push((Severity::Warning, Field::Supplier, open));
            chain.parts.push(v1::CbamSefa {
                depth,
                cn_code: precursor.good.code.to_string(),
                t_per_t: weight.to_string(),
                sefa_t_co2e: "0".into(),
                note: message,
                ..v1::CbamSefa::default()
            });
            return Ok(Some(Ratio::ZERO));
        }
        if let Some(stated) = precursor.sefa {
            let part = stated.try_mul(weight).map_err(|error| (Field::Supplier, error))?;
            chain.parts.push(v1::CbamSefa {
                depth,
                cn_code: precursor.good.code.to_string(),
                installation: precursor.installation.to_string(),
                t_per_t: weight.to_string(),
                sefa_t_co2e: part.to_string(),
                equation: "4".into(),
                note: format!("{stated} t CO2e for a tonne, as its installation states it"),
                ..v1::CbamSefa::default()
            });
            return Ok(Some(part));
        }
        let country = precursor.origin.as_ref().map_or("", |origin| &*origin.country);
        let (good, variant) = (&precursor.good, precursor.variant);
        let unnamed = Unnamed { good, country, variant, route: &precursor.route };
        self.allocation_of_default(&unnamed, None, year, (weight, depth), chain).map(Some)
    }

    /// Free allocation by default values: column B (Eq 6; of a precursor Eq 5).
    fn allocation_of_default(
        &self,
        unnamed: &Unnamed<'_, 'c>,
        value: Option<&DefaultValue<'c>>,
        year: i32,
        (weight, depth): (Ratio, u32),
        chain: &mut Chain<'_>,
    ) -> Result<Ratio, Fault> {
        let good = unnamed.good;
        // Electricity has no benchmark.
        if good.row.sector == Sector::Electricity {
            return Ok(Ratio::ZERO);
        }
        let tables = self.choices.tables;
        let found = match value {
            Some(value) => tables.benchmark_of_default(good, value, unnamed.route, year),
            None => {
                let edition = self.choices.edition.as_deref();
                match tables.default_value(good, unnamed.country, unnamed.variant, edition) {
                    Ok(value) => tables.benchmark_of_default(good, &value, unnamed.route, year),
                    Err(error) if error.code() == Code::DefaultMissing => {
                        tables.benchmark(good, Column::B, unnamed.route, year)
                    }
                    Err(error) => Err(error),
                }
            }
        };
        let column = if depth == 0 { Field::Category } else { Field::Supplier };
        let benchmark = found.map_err(|error| (column, error))?;
        let equation = if depth == 0 { "6" } else { "5" };
        let who = Who { cn: good.code, installation: "", column: "B", equation };
        self.part(&who, &benchmark, year, (weight, depth), chain)
    }

    /// One summand: CBAM factor × correction factor × benchmark × tonnes for a tonne.
    pub(super) fn part(
        &self,
        who: &Who<'_>,
        benchmark: &Benchmark<'_>,
        year: i32,
        (weight, depth): (Ratio, u32),
        chain: &mut Chain<'_>,
    ) -> Result<Ratio, Fault> {
        let factor = self.choices.cbam_factor(year).map_err(|error| (Field::View, error))?;
        // Nothing is left to correct where no free allocation remains.
        let correction = match self.choices.correction(year) {
            Ok(given) => Some(given),
            Err(_) if factor.value.is_zero() => None,
            Err(error) => return Err((Field::View, error)),
        };
        let times = correction.as_ref().map_or(Ratio::ONE, |given| given.value);
        let value = Ratio::from(benchmark.value);
        let product = || factor.value.try_mul(times)?.try_mul(value)?.try_mul(weight);
        let sefa = product().map_err(|error| (Field::Quantity, error))?;
        chain.used.figure(&factor.record);
        correction.iter().for_each(|given| chain.used.figure(&given.record));
        chain.used.pack(benchmark.pack);
        if benchmark.route_read {
            let message =
                format!("the indicator of the act does not fit `{}`; `{}` is taken", who.cn, benchmark.id());
            chain.remarks.push((Severity::Warning, Field::Category, Error::new(Code::RouteRead, message)));
        }
        chain.parts.push(v1::CbamSefa {
            depth,
            cn_code: who.cn.to_string(),
            installation: who.installation.into(),
            t_per_t: weight.to_string(),
            column: who.column.into(),
            benchmark: benchmark.id(),
            benchmark_t_co2e: benchmark.value.to_string(),
            cbam_factor: factor.value.to_string(),
            correction_factor: correction.map_or_else(String::new, |given| given.value.to_string()),
            sefa_t_co2e: sefa.to_string(),
            equation: who.equation.into(),
            note: String::new(),
        });
        Ok(sefa)
    }
}

/// Whose summand it is.
pub(super) struct Who<'w> {
    pub(super) cn: CnCode,
    pub(super) installation: &'w str,
    pub(super) column: &'static str,
    pub(super) equation: &'static str,
}

fn unnamed<'u, 'c>(key: &'u Key<'c>) -> Unnamed<'u, 'c> {
    Unnamed { good: &key.good, country: &key.origin.country, variant: key.variant, route: &key.route }
}
