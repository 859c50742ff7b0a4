//! From facts about a facility to its duties, each with its day and the text that asks for it.

use chrono::{Datelike, NaiveDate};

use super::rules::{Book, compared, day, lowest, optional};
use crate::error::{Code, Error};
use crate::factor::{Catalog, Due, Rule, Topic};
use crate::order::Order;
use crate::wire::v1;

/// The duties of a facility from one day to another, and why.
///
/// Being on the list in force makes the duty; reaching a criterion alone does not, and is told apart. Where a law is
/// read in several ways, the duties are told in each reading unless one is chosen.
///
/// # Method
/// M-60.
///
/// # Errors
/// `CHOICE_MISSING` for a day or sector that is not given, `BAD_DATE`, `UNKNOWN_VALUE` for a sector, list or reading
/// that no rule knows, `RULE_MISSING` if no list is in force on the day.
///
/// # Example
/// ```
/// use emitrace::factor::Catalog;
/// use emitrace::regulation::obligations;
/// use emitrace::wire::v1::{FacilityFacts, ObligationsRequest};
///
/// let answer = obligations(&Catalog::bundled()?, &ObligationsRequest {
///     country: "VN".into(),
///     on: "2026-11-22".into(),
///     until: "2027-06-30".into(),
///     facility: FacilityFacts { sector: "industry".into(), lists: vec!["decision-42-2026".into()], ..Default::default() },
///     reading: "preceding-two-years".into(),
///     ..Default::default()
/// })?;
/// assert_eq!(answer.standing, "listed");
/// assert_eq!(answer.duties[0].due, "2027-03-31");
/// # Ok::<(), emitrace::Error>(())
/// ```
pub fn obligations(
    catalog: &Catalog,
    request: &v1::ObligationsRequest,
) -> Result<v1::ObligationsAnswer, Error> {
    let on = day(&request.on, "/on")?;
    let until = day(&request.until, "/until")?;
    let book = Book::open(catalog, &request.country, on)?;
    let facts = &request.facility;
    book.check_sector(&facts.sector, "/facility/sector")?;
    let standing = Standing::of(&book, facts)?;
    let readings = readings(&book, &request.reading)?;

    let (criteria, mut cited) = criteria(&book, facts)?;
    cited.push(standing.list);
    let mut dated: Vec<(NaiveDate, &Rule, Vec<i32>)> = Vec::new();
    for rule in book.on(Topic::Duty).filter(|rule| concerns(rule, &standing, facts, request)) {
        let Some(due) = rule.due else { continue };
        for (date, years) in dates(rule, due, &standing, (on, until)) {
            dated.push((date, rule, years));
        }
    }
    dated.order_by(|a, b| (a.0, &a.1.id).cmp(&(b.0, &b.1.id)));
    cited.extend(dated.iter().map(|(_, rule, _)| *rule));
    cited.extend(standing.releases.iter().copied());

    Ok(v1::ObligationsAnswer {
        country: request.country.clone(),
        on: on.to_string(),
        standing: standing.word.into(),
        list: book.show(standing.list),
        criterion_reached: criteria.iter().any(|criterion| criterion.state == "reached"),
        criteria,
        duties: dated
            .iter()
            .map(|(date, rule, years)| v1::DutyDate {
                due: date.to_string(),
                before: *rule.measure == *"before",
                years: years.iter().map(ToString::to_string).collect(),
                recipient_en: rule.recipient_en.to_string(),
                recipient_vi: rule.recipient_vi.to_string(),
                rule: book.show(rule),
            })
            .collect(),
        released_by: standing.releases.iter().map(|rule| book.show(rule)).collect(),
        readings,
        confidence: lowest(cited.iter().map(|rule| &*rule.confidence)),
        packs: book.packs(cited.iter().map(|rule| rule.pack)),
    })
}

/// How a facility stands to the list in force.
struct Standing<'c> {
    word: &'static str,
    list: &'c Rule,
    /// First year of data that its duties can concern.
    first_year: i32,
    releases: Vec<&'c Rule>,
}

impl<'c> Standing<'c> {
    fn of(book: &Book<'c>, facts: &v1::FacilityFacts) -> Result<Standing<'c>, Error> {
        let list = book.the(Topic::List, "")?;
        let mut named = Vec::new();
        for (index, id) in facts.lists.iter().enumerate() {
            let known = book.ever(Topic::List).find(|rule| *rule.id == **id).ok_or_else(|| {
                let all: Vec<&str> = book.ever(Topic::List).map(|rule| &*rule.id).collect();
                Error::new(Code::UnknownValue, format!("list `{id}` is not known"))
                    .with_help(format!("use one of {}", all.join(", ")))
                    .at(format!("/facility/lists/{index}"))
            })?;
            named.push(known);
        }
        let listed = named.iter().any(|rule| rule.id == list.id);
        let before = named.iter().any(|rule| rule.in_force_from < list.in_force_from);
        let word = match (listed, before) {
            (true, _) => "listed",
            (false, true) => "dropped",
            (false, false) => "not-listed",
        };
        let first_year = named.iter().filter_map(|rule| rule.first_year).min().unwrap_or(i32::MIN);
        let releases = if word == "dropped" { book.on(Topic::Release).collect() } else { Vec::new() };
        Ok(Standing { word, list, first_year, releases })
    }
}

/// The readings that duties are told in.
fn readings(book: &Book<'_>, chosen: &str) -> Result<Vec<String>, Error> {
    let mut known: Vec<String> = book
        .on(Topic::Duty)
        .map(|rule| rule.reading.to_string())
        .filter(|reading| !reading.is_empty())
        .collect();
    known.order();
    known.dedup();
    match chosen {
        "" => Ok(known),
        _ if known.iter().any(|reading| reading == chosen) => Ok(vec![chosen.to_owned()]),
        _ => Err(Error::new(Code::UnknownValue, format!("reading `{chosen}` is not known"))
            .with_help(format!("use one of {}", known.join(", ")))
            .at("/reading")),
    }
}

/// The criteria for the sector, with what the facility says about each.
fn criteria<'c>(
    book: &Book<'c>,
    facts: &v1::FacilityFacts,
) -> Result<(Vec<v1::CriterionState>, Vec<&'c Rule>), Error> {
    let mut states = Vec::new();
    let mut cited = Vec::new();
    for rule in book.on(Topic::Criterion).filter(|rule| rule.concerns_sector(&facts.sector)) {
        let said = match &*rule.measure {
            "emissions_t_co2e" => optional(&facts.emissions_t_co2e, "/facility/emissions_t_co2e")?,
            "energy_toe" => optional(&facts.energy_toe, "/facility/energy_toe")?,
            "waste_t" => optional(&facts.waste_t, "/facility/waste_t")?,
            _ => None,
        };
        states.push(v1::CriterionState {
            rule: book.show(rule),
            value: said.map_or_else(String::new, |value| value.to_string()),
            state: said.map_or("not-stated", |value| compared(value, rule.amount)).into(),
        });
        cited.push(rule);
    }
    Ok((states, cited))
}

/// Whether a duty concerns the facility at all.
fn concerns(
    rule: &Rule,
    standing: &Standing<'_>,
    facts: &v1::FacilityFacts,
    request: &v1::ObligationsRequest,
) -> bool {
    let reading = rule.reading.is_empty() || request.reading.is_empty() || *rule.reading == *request.reading;
    let whose = match standing.word {
        _ if rule.concerns_status("authority") && !rule.status.is_empty() => {
            return request.authorities && reading;
        }
        "not-listed" => return false,
        _ if facts.quota => "quota",
        _ => "listed",
    };
    reading && rule.concerns_status(whose) && rule.concerns_sector(&facts.sector)
}

/// The days on which a duty falls due within a span, and the years of data that each covers.
fn dates(
    rule: &Rule,
    due: Due,
    standing: &Standing<'_>,
    (on, until): (NaiveDate, NaiveDate),
) -> Vec<(NaiveDate, Vec<i32>)> {
    let first = rule.first_year.unwrap_or(i32::MIN).max(standing.first_year);
    let last = rule.last_year.unwrap_or(i32::MAX);
    let released = standing.releases.iter().filter_map(|rule| rule.from_year).min().unwrap_or(i32::MAX);
    let (month, day) = due.month_day;
    let step = i32::try_from(due.every).unwrap_or(0);
    let mut found = Vec::new();
    let mut year = due.from;
    while year <= until.year() && year < released {
        let from = year.saturating_sub(due.covers_from).max(first);
        let to = year.saturating_sub(due.covers_to).min(last);
        if let Some(date) = NaiveDate::from_ymd_opt(year, month, day)
            && (on..=until).contains(&date)
            && from <= to
        {
            found.push((date, (from..=to).collect()));
        }
        if step == 0 {
            break;
        }
        year = year.saturating_add(step);
    }
    found
}
