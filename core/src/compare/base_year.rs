//! Whether a base year is recalculated, and to what.

use super::accounts::{self, Amounts, Chosen, percent};
use super::mark;
use super::policy::{Named, cited};
use crate::error::{Code, Error};
use crate::factor::Catalog;
use crate::number::{Amount, Co2e, Coefficient, Ratio};
use crate::period::Period;
use crate::wire::v1::{self, canonical_digest};

/// Decimals of percentages, for reading.
const PERCENT: u32 = 6;

/// What kind of event it is, and what it does to a base year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sort {
    /// Emissions that came in.
    Gain,
    /// Emissions that went out.
    Loss,
    /// The base year is computed anew.
    Correction,
    /// Never a reason.
    Never,
}

const KINDS: [(&str, Sort); 12] = [
    ("merger", Sort::Gain),
    ("acquisition", Sort::Gain),
    ("divestment", Sort::Loss),
    ("insourcing", Sort::Gain),
    ("outsourcing", Sort::Loss),
    ("boundary", Sort::Correction),
    ("method", Sort::Correction),
    ("source", Sort::Correction),
    ("factor-correction", Sort::Correction),
    ("error", Sort::Correction),
    ("factor-update", Sort::Never),
    ("organic-growth", Sort::Never),
];

/// Decides whether a base year is recalculated after what happened since, and recalculates it.
///
/// All inventories of the request must be finished; `emitrace::call` computes them from ledgers where they are not.
///
/// # Units
/// Kilograms of CO2 equivalent.
///
/// # Method
/// M-87 (triggers and significance), M-88 (recalculated base year), M-89 (timing). Organic growth and a factor that is
/// updated for a new year never trigger.
///
/// # Errors
/// `CHOICE_MISSING`, `UNKNOWN_VALUE`, `BAD_REQUEST` and the like, with the path of the field.
///
/// # Example
/// ```
/// use emitrace::factor::Catalog;
/// # use emitrace::wire::v1;
/// # let base: v1::InventoryAnswer = serde_json::from_str(include_str!("../../tests/report/answer.json"))?;
/// # let current = base.clone();
///
/// let request = v1::BaseYearRequest {
///     base: v1::DiffSide { answer: Some(base), ..Default::default() },
///     current: Some(v1::DiffSide { answer: Some(current), ..Default::default() }),
///     policy: v1::BaseYearPolicy {
///         name: "sbti".into(),
///         accounts: vec!["scope_1".into(), "scope_2_market".into()],
///         ..Default::default()
///     },
///     events: vec![v1::BaseYearEvent { kind: "organic-growth".into(), ..Default::default() }],
///     comparison: None,
/// };
/// assert!(!emitrace::compare::base_year(&Catalog::bundled()?, &request)?.recalculate);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn base_year(catalog: &Catalog, request: &v1::BaseYearRequest) -> Result<v1::BaseYearAnswer, Error> {
    let rules = Rules::read(catalog, request)?;
    let reported = finished(&request.base, "/base")?;
    let current = request.current.as_ref().map(|side| finished(side, "/current")).transpose()?;
    let was = accounts::of_figures(&reported.inventory.total)?;
    let base = rules.chosen.sum(&was)?;
    let mut events = Vec::with_capacity(request.events.len());
    // What corrections change depends on those before them; what leaves is taken from the last.
    let mut corrected = reported;
    let (mut change, mut size) = (Amounts::new(), Co2e::ZERO);
    for (at, event) in request.events.iter().enumerate() {
        let path = format!("/events/{at}");
        let sort = sort_of(event, &path)?;
        let share = rules.share(event, sort, &path)?;
        let amounts = match sort {
            Sort::Never => Amounts::new(),
            Sort::Correction => correction(event, &mut corrected, &path)?,
            Sort::Gain => entity(event, None, &path)?,
            Sort::Loss => {
                let lost = entity(event, Some(corrected), &path)?;
                accounts::map(&lost, |value| Co2e::ZERO.try_sub(value))?
            }
        };
        let part = Coefficient::ONE.times(share)?;
        let amounts = accounts::map(&amounts, |value| value.share(&part))?;
        let sum = rules.chosen.sum(&amounts)?;
        let result = rules.judge(event, sort, (amounts.clone(), sum), (base, share))?;
        if result.triggers {
            change = accounts::add(&change, &amounts)?;
            size = size.try_add(magnitude(sum)?)?;
        }
        events.push(result);
    }
    let (recalculate, because) = rules.decide(&events, size, base)?;
    let now = if recalculate { accounts::add(&was, &change)? } else { was };
    let base_now = rules.chosen.sum(&now)?;
    let current_sum = match current {
        Some(answer) => Some(rules.chosen.sum(&accounts::of_figures(&answer.inventory.total)?)?),
        None => None,
    };
    let organic = current_sum.map(|current| current.try_sub(base_now)).transpose()?;
    let mut answer = v1::BaseYearAnswer {
        schema: v1::BASE_YEAR_SCHEMA.into(),
        engine: env!("CARGO_PKG_VERSION").into(),
        digest: String::new(),
        recalculate,
        because,
        policy: request.policy.name.clone(),
        document: rules.document(),
        threshold_percent: rules.threshold.map_or_else(String::new, |threshold| threshold.to_string()),
        accounts: rules.chosen.names(),
        timing: request.policy.timing.clone().unwrap_or_default(),
        events,
        cumulative_kg_co2e: size.to_string(),
        cumulative_percent: shown_percent(size, base)?,
        reported: mark(reported),
        reported_kg_co2e: base.to_string(),
        base: accounts::write(&now),
        base_kg_co2e: base_now.to_string(),
        current_kg_co2e: current_sum.map(|sum| sum.to_string()),
        organic_kg_co2e: organic.map(|sum| sum.to_string()),
        years_to_show: years_to_show(recalculate, reported, current),
        total: Vec::new(),
        waterfalls: Vec::new(),
        notes: Vec::new(),
    };
    match current {
        Some(current) => {
            let style = super::Style::for_years(request)?;
            answer.take(super::diff_answers(catalog, reported, current, &style)?)?;
        }
        None => answer.seal()?,
    }
    Ok(answer)
}

impl v1::BaseYearAnswer {
    /// Takes over the comparison of base and current year.
    ///
    /// # Errors
    /// `INTERNAL`, which the types rule out.
    pub(crate) fn take(&mut self, diff: v1::DiffAnswer) -> Result<(), Error> {
        self.total = diff.total;
        self.waterfalls = diff.waterfalls;
        self.notes = diff.notes;
        self.seal()
    }

    fn seal(&mut self) -> Result<(), Error> {
        self.digest = String::new();
        self.digest = canonical_digest(self)?;
        Ok(())
    }
}

/// The sites that structural events of a request name.
pub(super) fn sites(request: &v1::BaseYearRequest) -> Vec<String> {
    let structural = |event: &&v1::BaseYearEvent| {
        KINDS.iter().any(|(kind, sort)| *kind == event.kind && matches!(sort, Sort::Gain | Sort::Loss))
    };
    request.events.iter().filter(structural).flat_map(|event| event.sites.iter().cloned()).collect()
}

fn finished<'r>(side: &'r v1::DiffSide, path: &str) -> Result<&'r v1::InventoryAnswer, Error> {
    side.answer.as_ref().ok_or_else(|| {
        Error::new(Code::BadRequest, "no finished inventory").with_help("give `answer`, or a ledger").at(path)
    })
}

fn sort_of(event: &v1::BaseYearEvent, path: &str) -> Result<Sort, Error> {
    KINDS.iter().find(|(kind, _)| *kind == event.kind).map(|(_, sort)| *sort).ok_or_else(|| {
        let names: Vec<&str> = KINDS.iter().map(|(kind, _)| *kind).collect();
        Error::new(Code::UnknownValue, format!("the kind of event `{}` is not known", event.kind))
            .with_help(format!("use one of {}", names.join(", ")))
            .at(format!("{path}/kind"))
    })
}

/// What a correction changes: against the inventory with the corrections before it.
fn correction<'r>(
    event: &'r v1::BaseYearEvent,
    corrected: &mut &'r v1::InventoryAnswer,
    path: &str,
) -> Result<Amounts, Error> {
    match (&event.corrected, event.amounts.as_slice()) {
        (Some(side), []) => {
            let next = finished(side, &format!("{path}/corrected"))?;
            let before = accounts::of_figures(&corrected.inventory.total)?;
            let after = accounts::of_figures(&next.inventory.total)?;
            *corrected = next;
            accounts::add(&after, &accounts::map(&before, |value| Co2e::ZERO.try_sub(value))?)
        }
        (None, [_, ..]) => accounts::stated(&event.amounts, &format!("{path}/amounts"), true),
        _ => Err(Error::new(
            Code::ChoiceMissing,
            "what the event does to the base year is not said, or said twice",
        )
        .with_help("give either `corrected` (the base year computed anew) or `amounts`")
        .at(path)),
    }
}

/// The base-year emissions of what came or went.
fn entity(
    event: &v1::BaseYearEvent,
    base: Option<&v1::InventoryAnswer>,
    path: &str,
) -> Result<Amounts, Error> {
    match (&event.entity, event.amounts.as_slice(), base) {
        (Some(side), [], _) => {
            accounts::of_figures(&finished(side, &format!("{path}/entity"))?.inventory.total)
        }
        (None, [_, ..], _) => accounts::stated(&event.amounts, &format!("{path}/amounts"), false),
        (None, [], Some(base)) if !event.sites.is_empty() => {
            let view = base.view(&["site"]).map_err(|error| error.at(format!("{path}/sites")))?;
            let mut sum = Amounts::new();
            for (at, site) in event.sites.iter().enumerate() {
                let cell =
                    view.cells.iter().find(|cell| cell.key.first() == Some(site)).ok_or_else(|| {
                        Error::new(Code::UnknownValue, format!("the base year has no site `{site}`"))
                            .with_help("write the site as the ledger does, or give `amounts`")
                            .at(format!("{path}/sites/{at}"))
                    })?;
                sum = accounts::add(&sum, &accounts::of_figures(&cell.figures)?)?;
            }
            Ok(sum)
        }
        _ => Err(Error::new(
            Code::ChoiceMissing,
            "the base-year emissions of what came or went are not said, or said twice",
        )
        .with_help("give one of `amounts`, `entity`, or for what left `sites` of the base year")
        .at(path)),
    }
}

fn magnitude(value: Co2e) -> Result<Co2e, Error> {
    if value < Co2e::ZERO { Co2e::ZERO.try_sub(value) } else { Ok(value) }
}

fn shown_percent(part: Co2e, whole: Co2e) -> Result<String, Error> {
    let shown = percent(accounts::amount(part)?, accounts::amount(whole)?, PERCENT)?;
    Ok(shown.map_or_else(String::new, |percent| percent.to_string()))
}

fn years_to_show(
    recalculate: bool,
    reported: &v1::InventoryAnswer,
    current: Option<&v1::InventoryAnswer>,
) -> Vec<String> {
    if !recalculate {
        return Vec::new();
    }
    let period = |answer: &v1::InventoryAnswer| answer.inventory.choices.period.clone();
    core::iter::once(period(reported))
        .chain(current.map(period))
        .filter(|period| !period.is_empty())
        .collect()
}

/// The policy, read.
struct Rules<'c> {
    named: Named<'c>,
    chosen: Chosen,
    threshold: Option<Amount>,
    pro_rata: Option<bool>,
    period: Option<Period>,
}

impl<'c> Rules<'c> {
    fn read(catalog: &'c Catalog, request: &v1::BaseYearRequest) -> Result<Rules<'c>, Error> {
        let policy = &request.policy;
        let named = Named::find(catalog, "recalculation", &policy.name, "/policy/name")?;
        let chosen = Chosen::parse(&policy.accounts, "/policy/accounts")?;
        let own = match policy.threshold_percent.as_deref() {
            Some(text) => Some(Amount::parse(text).map_err(|error| error.at("/policy/threshold_percent"))?),
            None => None,
        };
        let stated = named.row("threshold").map_or("none", |row| &*row.value);
        let threshold = match (stated, own) {
            ("company", None) => {
                let message = format!("the policy `{}` leaves the threshold to the company", policy.name);
                return Err(Error::new(Code::ChoiceMissing, message)
                    .with_help("state threshold_percent, e.g. 5")
                    .at("/policy/threshold_percent"));
            }
            ("company", Some(own)) => Some(own),
            // Without a threshold every change of the list counts: none can be stricter.
            ("none", _) => None,
            (number, own) => {
                let number = Amount::parse(number)?;
                Some(own.map_or(number, |own| own.min(number)))
            }
        };
        if threshold.is_some_and(Amount::is_negative) {
            return Err(
                Error::new(Code::NumberOutOfRange, "a threshold below zero").at("/policy/threshold_percent")
            );
        }
        let pro_rata = match policy.timing.as_deref() {
            None => None,
            Some("all-year") => Some(false),
            Some("pro-rata") => Some(true),
            Some(other) => {
                return Err(Error::new(Code::UnknownValue, format!("timing `{other}` is not known"))
                    .with_help("use all-year or pro-rata")
                    .at("/policy/timing"));
            }
        };
        let period = match (policy.current_period.as_deref(), &request.current) {
            (Some(text), _) => Some(Period::parse(text).map_err(|error| error.at("/policy/current_period"))?),
            (None, Some(v1::DiffSide { answer: Some(answer), .. })) => {
                let own = &answer.inventory.choices.period;
                if own.is_empty() { None } else { Some(Period::parse(own)?) }
            }
            _ => None,
        };
        Ok(Rules { named, chosen, threshold, pro_rata, period })
    }

    fn document(&self) -> String {
        self.named.row("threshold").map_or_else(String::new, cited)
    }

    /// The share of a year for which a structural change counts.
    ///
    /// # Method
    /// M-89.
    fn share(&self, event: &v1::BaseYearEvent, sort: Sort, path: &str) -> Result<Ratio, Error> {
        let (Some(date), true) = (event.date.as_deref(), matches!(sort, Sort::Gain | Sort::Loss)) else {
            return Ok(Ratio::ONE);
        };
        let missing = |what: &str, path: &str, help: &str| {
            Err(Error::new(Code::ChoiceMissing, format!("a change has a date, and {what} is not said"))
                .with_help(help)
                .at(path))
        };
        let day = Period::parse(date).map_err(|error| error.at(format!("{path}/date")))?.start();
        let Some(pro_rata) = self.pro_rata else {
            return missing("timing", "/policy/timing", "say all-year or pro-rata");
        };
        let Some(period) = self.period else {
            let help = "say the current period, or give a current inventory with a period";
            return missing("the current period", "/policy/current_period", help);
        };
        if day > period.end() {
            return Ok(Ratio::ZERO);
        }
        if day <= period.start() || !pro_rata {
            return Ok(Ratio::ONE);
        }
        let rest = Period::new(day, period.end())?;
        Ratio::new(rest.days().into(), period.days().into())
    }

    /// Whether an amount is significant: at least the threshold's share of the base year, compared exactly.
    fn significant(&self, size: Co2e, base: Co2e) -> Result<bool, Error> {
        let Some(threshold) = self.threshold else { return Ok(size != Co2e::ZERO) };
        if base == Co2e::ZERO {
            return Ok(size != Co2e::ZERO);
        }
        let share = Ratio::new(size.units(), magnitude(base)?.units())?;
        Ok(share >= Ratio::from(threshold).try_div(Ratio::whole(100))?)
    }

    fn judge(
        &self,
        event: &v1::BaseYearEvent,
        sort: Sort,
        (amounts, sum): (Amounts, Co2e),
        (base, share): (Co2e, Ratio),
    ) -> Result<v1::EventResult, Error> {
        let row = self.named.rows("trigger").find(|row| *row.value == *event.kind);
        let outside_before =
            !(event.in_scopes && matches!(event.kind.as_str(), "insourcing" | "outsourcing"));
        let triggers = row.is_some() && outside_before && sort != Sort::Never && !share.is_zero();
        let because = match (sort, row) {
            (Sort::Never, _) if event.kind == "organic-growth" => "organic growth or decline never triggers",
            (Sort::Never, _) => "a factor of a new year is no correction of an old one",
            _ if !outside_before => "the emissions were and are in a scope of the inventory",
            _ if share.is_zero() => "it takes effect after the current year",
            (_, None) => "the policy does not list this kind",
            (_, Some(_)) => "the policy lists this kind",
        };
        Ok(v1::EventResult {
            kind: event.kind.clone(),
            what: event.what.clone(),
            triggers,
            significant: triggers && self.significant(magnitude(sum)?, base)?,
            amounts: accounts::write(&amounts),
            kg_co2e: sum.to_string(),
            percent: shown_percent(sum, base)?,
            share: share.to_string(),
            because: because.into(),
            clause: row.map_or_else(String::new, cited),
            confidence: row.map_or_else(String::new, |row| row.confidence.to_string()),
        })
    }

    fn decide(&self, events: &[v1::EventResult], size: Co2e, base: Co2e) -> Result<(bool, String), Error> {
        let triggering = events.iter().filter(|event| event.triggers).count();
        if triggering == 0 {
            return Ok((false, "no event triggers a recalculation".into()));
        }
        let significant = self.significant(size, base)?;
        let because = match (&self.threshold, significant) {
            (None, true) => format!("{triggering} event(s) of the policy's list; it has no threshold"),
            (None, false) => "the events of the policy's list do not change the base year".into(),
            (Some(threshold), true) => {
                format!("{triggering} event(s) change the base year by {threshold} % or more together")
            }
            (Some(threshold), false) => {
                format!("{triggering} event(s) change the base year by less than {threshold} % together")
            }
        };
        Ok((significant, because))
    }
}
