//! Pathways to targets, and the years measured against them.

use super::accounts::{self, Amounts, Chosen, KG_DECIMALS, percent};
use super::intensity::{Divisor, amounts_of_year, decimals, divide, offsets, same_choices};
use super::policy::{Named, cited};
use crate::error::{Code, Error};
use crate::factor::{Catalog, PolicyRow};
use crate::number::{Amount, Co2e, Coefficient, Ratio};
use crate::scope::{Account, Category};
use crate::unit::Unit;
use crate::wire::v1::{self, canonical_digest};

/// The way a pathway falls.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Shape {
    /// Every year the same share of the base year.
    Linear,
    /// Every year the same share of the year before.
    Compound,
}

/// Targets, their pathways year by year, and the years since the base year against them.
///
/// # Units
/// Kilograms of CO2 equivalent; for intensity targets kilograms per unit of the denominator.
///
/// # Method
/// M-84 (pathways), M-85 (progress), M-86 (coverage). Offsets are shown and never counted.
///
/// # Errors
/// `CHOICE_MISSING`, `UNKNOWN_VALUE` and the like, with the path of the field.
///
/// # Example
/// ```
/// use emitrace::factor::Catalog;
/// use emitrace::wire::v1;
///
/// let request: v1::TargetsRequest = serde_json::from_str(r#"{
///   "base": {"year": 2022, "amounts": [{"account": "scope_1", "kg_co2e": "1000"}]},
///   "years": [{"year": 2024, "amounts": [{"account": "scope_1", "kg_co2e": "950"}]}],
///   "targets": [{"name": "near-term", "accounts": ["scope_1"], "target_year": 2032, "pathway": "sbti-1.5c"}],
///   "decimals": 2
/// }"#)?;
/// let answer = emitrace::compare::targets(&Catalog::bundled()?, &request)?;
/// let target = &answer.targets[0];
/// assert_eq!(target.target_level, "580");
/// // 1000 × (1 − 2 × 4.2 %) = 916: 34 kg too much.
/// assert_eq!(target.path[2].gap.as_deref(), Some("34"));
/// assert_eq!(target.path[2].on_track, Some(false));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn targets(catalog: &Catalog, request: &v1::TargetsRequest) -> Result<v1::TargetsAnswer, Error> {
    let decimals = decimals(request.decimals)?;
    let mut notes = Vec::new();
    let mut results = Vec::with_capacity(request.targets.len());
    for (at, target) in request.targets.iter().enumerate() {
        let path = format!("/targets/{at}");
        let plan = Plan::read(catalog, request, target, &path)?;
        results.push(plan.result(request, target, decimals, &path)?);
    }
    let all: Vec<v1::ProgressYear> = core::iter::once(&request.base).chain(&request.years).cloned().collect();
    same_choices(&all, &mut notes);
    let mut answer = v1::TargetsAnswer {
        schema: v1::TARGETS_SCHEMA.into(),
        engine: env!("CARGO_PKG_VERSION").into(),
        digest: String::new(),
        base_year: request.base.year,
        rounding: format!(
            "M-84: levels half-even to {KG_DECIMALS} decimals of a kilogram, intensities and percentages to {decimals}"
        ),
        targets: results,
        notes,
    };
    answer.digest = canonical_digest(&answer)?;
    Ok(answer)
}

/// A target, read.
struct Plan<'c> {
    chosen: Chosen,
    without: Vec<Category>,
    pathway: Option<Named<'c>>,
    intensity: bool,
    shape: Shape,
    annual_percent: Ratio,
    source: String,
    per: Option<Unit>,
    base: Coefficient,
}

impl<'c> Plan<'c> {
    fn read(
        catalog: &'c Catalog,
        request: &v1::TargetsRequest,
        target: &v1::Target,
        path: &str,
    ) -> Result<Plan<'c>, Error> {
        let at = |field: &str| format!("{path}/{field}");
        let (base_year, target_year) = (request.base.year, target.target_year);
        if !(1990..=2100).contains(&base_year)
            || !(1990..=2100).contains(&target_year)
            || target_year <= base_year
        {
            let message = format!("a target from {base_year} to {target_year}");
            return Err(Error::new(Code::DateOutOfRange, message)
                .with_help("give a target year after the base year, both between 1990 and 2100")
                .at(at("target_year")));
        }
        let chosen = Chosen::parse(&target.accounts, &at("accounts"))?;
        let mut without = Vec::new();
        for (index, name) in target.without.iter().enumerate() {
            let category = Category::parse(name, None);
            without.push(category.map_err(|error| error.at(format!("{path}/without/{index}")))?);
        }
        let pathway = match target.pathway.as_deref() {
            Some(name) => Some(Named::find(catalog, "pathway", name, &at("pathway"))?),
            None => None,
        };
        let word = |parameter: &str, own: &Option<String>| -> Result<String, Error> {
            let named =
                pathway.as_ref().and_then(|pathway| pathway.row(parameter)).map(|row| row.value.to_string());
            match (named, own) {
                (Some(named), Some(own)) if named != *own => {
                    let message = format!("the pathway says {named}, the target {own}");
                    Err(Error::new(Code::BadRequest, message)
                        .with_help("leave it to the pathway, or name no pathway")
                        .at(at(parameter)))
                }
                (Some(word), _) => Ok(word),
                (None, Some(own)) => Ok(own.clone()),
                (None, None) => {
                    Err(Error::new(Code::ChoiceMissing, format!("{parameter} is not named"))
                        .at(at(parameter)))
                }
            }
        };
        let unknown = |parameter: &str, value: &str, help: &str| {
            Error::new(Code::UnknownValue, format!("`{value}` is not known"))
                .with_help(help)
                .at(at(parameter))
        };
        let kind = word("kind", &target.kind)?;
        let intensity = match kind.as_str() {
            "absolute" => false,
            "intensity" => true,
            other => return Err(unknown("kind", other, "use absolute or intensity")),
        };
        let shape = match word("shape", &target.shape)?.as_str() {
            "linear" => Shape::Linear,
            "compound" => Shape::Compound,
            other => return Err(unknown("shape", other, "use linear or compound")),
        };
        let (annual_percent, source) = annual(&pathway, request.base.year, target, shape, path)?;
        let mut plan = Plan {
            chosen,
            without,
            pathway,
            intensity,
            shape,
            annual_percent,
            source,
            per: None,
            base: Coefficient::ONE,
        };
        if intensity {
            let divisor = plan.divisor(&request.base, target, "/base", path)?;
            plan.per = Some(divisor.own_per().clone());
        }
        plan.base = plan.level(&request.base, target, "/base", path)?;
        Ok(plan)
    }

    fn divisor(
        &self,
        year: &v1::ProgressYear,
        target: &v1::Target,
        year_path: &str,
        path: &str,
    ) -> Result<Divisor, Error> {
        let name = target.denominator.as_deref().unwrap_or_default();
        if name.is_empty() {
            let message = "an intensity target needs a denominator";
            return Err(Error::new(Code::ChoiceMissing, message).at(format!("{path}/denominator")));
        }
        let at = year.denominators.iter().position(|denominator| denominator.name == name);
        let found = at.and_then(|at| Some((at, year.denominators.get(at)?)));
        let (at, denominator) = found.ok_or_else(|| {
            let message = format!("{} has no denominator `{name}`", year.year);
            Error::new(Code::MissingValue, message)
                .with_help("give the denominator of the target for every year")
                .at(format!("{year_path}/denominators"))
        })?;
        Divisor::read(denominator, &format!("{year_path}/denominators/{at}"))
    }

    /// What a year emitted inside the target, by account.
    fn inside(&self, year: &v1::ProgressYear, year_path: &str, path: &str) -> Result<Amounts, Error> {
        let whole = amounts_of_year(year, year_path)?;
        if self.without.is_empty() {
            return Ok(whole);
        }
        let answer = year.answer.as_ref().ok_or_else(|| {
            let message = format!("{} has no inventory: its categories are not known", year.year);
            Error::new(Code::ChoiceMissing, message)
                .with_help("give the inventory of every year, or a target without `without`")
                .at(format!("{path}/without"))
        })?;
        let view = answer.view(&["category"])?;
        let mut inside = whole;
        for cell in &view.cells {
            if cell.key.first().is_some_and(|key| self.without.iter().any(|category| category.key() == key)) {
                let cell = accounts::of_figures(&cell.figures)?;
                inside = accounts::add(&inside, &accounts::map(&cell, |value| Co2e::ZERO.try_sub(value))?)?;
            }
        }
        Ok(inside)
    }

    /// The level of a year, exactly.
    fn level(
        &self,
        year: &v1::ProgressYear,
        target: &v1::Target,
        year_path: &str,
        path: &str,
    ) -> Result<Coefficient, Error> {
        let kilograms = self.chosen.sum(&self.inside(year, year_path, path)?)?;
        match &self.per {
            None => Coefficient::ONE.times(kilograms.to_ratio()?),
            Some(per) => {
                let divisor = self.divisor(year, target, year_path, path)?;
                divide(kilograms, &divisor, per)
                    .map_err(|error| error.at(format!("{year_path}/denominators")))
            }
        }
    }

    /// What is left of the base level after so many years, exactly; never below zero.
    ///
    /// # Method
    /// M-84: `1 − n·p/100` on a straight line, `(1 − p/100)ⁿ` compounded.
    fn left(&self, years: u16) -> Result<Coefficient, Error> {
        let share = self.annual_percent.try_div(Ratio::whole(100))?;
        let positive = |ratio: Ratio| if ratio.is_negative() { Ratio::ZERO } else { ratio };
        match self.shape {
            Shape::Linear => {
                let fallen = share.try_mul(Ratio::whole(years.into()))?;
                Coefficient::ONE.times(positive(Ratio::ONE.try_sub(fallen)?))
            }
            Shape::Compound => {
                let kept = positive(Ratio::ONE.try_sub(share)?);
                (0..years).try_fold(Coefficient::ONE, |left, _| left.times(kept))
            }
        }
    }

    fn result(
        &self,
        request: &v1::TargetsRequest,
        target: &v1::Target,
        decimals: u32,
        path: &str,
    ) -> Result<v1::TargetResult, Error> {
        let places = if self.intensity { decimals } else { KG_DECIMALS };
        let base = self.base.round_half_even(places)?;
        let span = target.target_year.saturating_sub(request.base.year);
        let goal = self.base.multiplied(self.left(span)?)?.round_half_even(places)?;
        let mut years = Vec::with_capacity(usize::from(span).saturating_add(1));
        for year in request.base.year..=target.target_year {
            let exact = self.base.multiplied(self.left(year.saturating_sub(request.base.year))?)?;
            let mut row = v1::PathYear {
                year,
                path_level: exact.round_half_even(places)?.to_string(),
                level: None,
                gap: None,
                gap_percent: None,
                change_percent: None,
                on_track: None,
                needed_annual_percent: None,
                offsets_kg_co2e: None,
            };
            let known = if year == request.base.year {
                Some((&request.base, "/base".to_owned()))
            } else {
                let at = request.years.iter().position(|known| known.year == year);
                at.and_then(|at| Some((request.years.get(at)?, format!("/years/{at}"))))
            };
            if let Some((known, year_path)) = known {
                let level = self.level(known, target, &year_path, path)?;
                let left = target.target_year.saturating_sub(year);
                measure(&mut row, [level, exact], [base, goal], (places, decimals, left))?;
                row.offsets_kg_co2e = offsets(known)?.map(|value| value.to_string());
            }
            years.push(row);
        }
        Ok(v1::TargetResult {
            name: target.name.clone(),
            kind: if self.intensity { "intensity" } else { "absolute" }.into(),
            shape: if self.shape == Shape::Linear { "linear" } else { "compound" }.into(),
            annual_percent: self.annual_percent.to_string(),
            pathway: target.pathway.clone().unwrap_or_default(),
            source: self.source.clone(),
            per: self.per.as_ref().map_or_else(String::new, ToString::to_string),
            base_level: base.to_string(),
            target_year: target.target_year,
            target_level: goal.to_string(),
            path: years,
            coverage: self.coverage(request, decimals, path)?,
        })
    }

    /// How much of the base year is inside the target.
    ///
    /// # Method
    /// M-86.
    fn coverage(
        &self,
        request: &v1::TargetsRequest,
        decimals: u32,
        path: &str,
    ) -> Result<v1::TargetCoverage, Error> {
        let whole = amounts_of_year(&request.base, "/base")?;
        let inside = self.inside(&request.base, "/base", path)?;
        // Without scope 2 in the target, the location-based view stands for it.
        let scope_2 = if self.chosen.has(Account::Scope2Market) {
            Account::Scope2Market
        } else {
            Account::Scope2Location
        };
        let of = |amounts: &Amounts, account: Account| amounts.get(&account).copied().unwrap_or_default();
        let covered =
            |account: Account| if self.chosen.has(account) { of(&inside, account) } else { Co2e::ZERO };
        let own = of(&whole, Account::Scope1).try_add(of(&whole, scope_2))?;
        let own_covered = covered(Account::Scope1).try_add(covered(scope_2))?;
        let chain = of(&whole, Account::Scope3);
        let total = own.try_add(chain)?;
        let share = |part: Co2e, whole: Co2e| -> Result<Option<String>, Error> {
            let share = percent(accounts::amount(part)?, accounts::amount(whole)?, decimals)?;
            Ok(share.map(|share| share.to_string()))
        };
        let mut demands = Vec::new();
        if let Some(pathway) = &self.pathway {
            let significant = pathway.row("significant_scope_3_percent");
            let asked = significant.map_or(Ok(true), |row| reaches(chain, total, row))?;
            let rows = [
                ("coverage_scope_1_2_percent", own_covered, own, true),
                ("coverage_scope_3_percent", covered(Account::Scope3), chain, asked),
            ];
            for (parameter, part, whole, asked) in rows {
                if let Some(row) = pathway.row(parameter).filter(|_| asked) {
                    demands.push(v1::CoverageDemand {
                        parameter: parameter.into(),
                        at_least_percent: row.value.to_string(),
                        met: reaches(part, whole, row)?,
                        source: format!("{} ({})", cited(row), row.confidence),
                    });
                }
            }
        }
        Ok(v1::TargetCoverage {
            scope_1_2_percent: share(own_covered, own)?,
            scope_3_percent: share(covered(Account::Scope3), chain)?,
            scope_3_share_percent: share(chain, total)?,
            demands,
        })
    }
}

/// Whether a part is at least the demanded percentage of the whole, exactly; of nothing every part is enough.
fn reaches(part: Co2e, whole: Co2e, row: &PolicyRow) -> Result<bool, Error> {
    if whole == Co2e::ZERO {
        return Ok(true);
    }
    let demanded = Ratio::from(Amount::parse(&row.value)?).try_div(Ratio::whole(100))?;
    Ok(Ratio::new(part.units(), whole.units())? >= demanded)
}

/// The reduction a year, and where it is from.
fn annual(
    pathway: &Option<Named<'_>>,
    base_year: u16,
    target: &v1::Target,
    shape: Shape,
    path: &str,
) -> Result<(Ratio, String), Error> {
    let at = |field: &str| format!("{path}/{field}");
    let read = |field: &str, text: &str| -> Result<Ratio, Error> {
        let amount = Amount::parse(text).map_err(|error| error.at(at(field)))?;
        if amount.is_negative() || amount > Amount::from(100) {
            return Err(Error::new(Code::NumberOutOfRange, format!("a reduction of {amount} %"))
                .with_help("give a percentage from 0 to 100")
                .at(at(field)));
        }
        Ok(Ratio::from(amount))
    };
    let row = pathway.as_ref().and_then(|pathway| pathway.row("annual_percent"));
    match (row, &target.annual_percent, &target.reduction_percent) {
        (Some(row), None, None) => {
            let source = format!("{} ({}; {})", cited(row), row.confidence, row.pack);
            Ok((read("pathway", &row.value)?, source))
        }
        (None, Some(percent), None) => Ok((read("annual_percent", percent)?, String::new())),
        (None, None, Some(_)) if shape == Shape::Compound => {
            let message =
                "a compounded pathway has no exact yearly percentage for a reduction by the target year";
            Err(Error::new(Code::BadRequest, message)
                .with_help("give annual_percent, or use the shape linear")
                .at(at("reduction_percent")))
        }
        (None, None, Some(percent)) => {
            let years = Ratio::whole(target.target_year.saturating_sub(base_year).into());
            Ok((read("reduction_percent", percent)?.try_div(years)?, String::new()))
        }
        (None, None, None) => {
            let message = "the target says no reduction";
            let help = "name a pathway, annual_percent or reduction_percent";
            Err(Error::new(Code::ChoiceMissing, message).with_help(help).at(at("annual_percent")))
        }
        _ => {
            let message = "the reduction is said twice";
            let help = "name one of pathway, annual_percent and reduction_percent";
            Err(Error::new(Code::BadRequest, message).with_help(help).at(path))
        }
    }
}

/// A year against its place on the pathway, from the levels as they are stated.
///
/// # Method
/// M-85.
fn measure(
    row: &mut v1::PathYear,
    [level, path]: [Coefficient; 2],
    [base, goal]: [Amount; 2],
    (places, decimals, years_left): (u32, u32, u16),
) -> Result<(), Error> {
    let (exact_level, exact_path) = (level, path);
    let (level, path) = (level.round_half_even(places)?, path.round_half_even(places)?);
    let gap = level.try_sub(path)?;
    let text = |amount: Option<Amount>| amount.map(|amount| amount.to_string());
    row.level = Some(level.to_string());
    row.gap = Some(gap.to_string());
    row.gap_percent = text(percent(gap, path, decimals)?);
    row.change_percent = text(percent(level.try_sub(base)?, base, decimals)?);
    row.on_track = Some(exact_level.at_most(exact_path));
    if years_left > 0 && !base.is_zero() {
        let whole = Coefficient::ONE.times(Ratio::from(base))?.times(Ratio::whole(years_left.into()))?;
        let part = Coefficient::ONE.times(Ratio::from(level.try_sub(goal)?))?.times(Ratio::whole(100))?;
        row.needed_annual_percent = Some(part.over(whole)?.round_half_even(decimals)?.to_string());
    }
    Ok(())
}
