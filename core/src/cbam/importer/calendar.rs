//! The days of a year of import.

use std::rc::Rc;

use chrono::{Datelike, Days, NaiveDate};

use super::choices::{Used, record, year};
use crate::cbam::{Figure, Tables};
use crate::error::{Code, Error};
use crate::factor::Catalog;
use crate::order::Order;
use crate::wire::v1;

/// The days on which something is due or begins for the imports of a year.
///
/// # Method
/// M-112.
///
/// # Errors
/// `CHOICE_MISSING`, `UNKNOWN_VALUE`; `BAD_PACK` for a day that cannot be read; those of packs.
///
/// # Example
/// ```
/// use emitrace::cbam::calendar;
/// use emitrace::factor::Catalog;
/// use emitrace::wire::v1::CbamCalendarRequest;
///
/// let request = CbamCalendarRequest { year: "2027".into(), ..Default::default() };
/// let days = calendar(&Catalog::bundled()?, &request)?.days;
/// let due = days.iter().find(|day| day.what == "declaration-and-surrender").map(|day| &*day.on);
/// assert_eq!(due, Some("2028-09-30"));
/// # Ok::<(), emitrace::Error>(())
/// ```
pub fn calendar(
    catalog: &Catalog,
    request: &v1::CbamCalendarRequest,
) -> Result<v1::CbamCalendarAnswer, Error> {
    let import = year(&request.year, "/year")?;
    let mut used = Used::default();
    let mut days = Vec::new();
    for figure in Tables::new(catalog).figures("deadline")? {
        for on in dates(&figure, import)? {
            let shown = Rc::new(record(&figure));
            used.figure(&shown);
            days.push(v1::CbamDay {
                on: on.to_string(),
                what: figure.row.subject.to_string(),
                note: shown.note.clone(),
                document: shown.document.clone(),
                clause: shown.clause.clone(),
                confidence: shown.confidence.clone(),
            });
        }
    }
    days.order();
    Ok(v1::CbamCalendarAnswer {
        year: import.to_string(),
        days,
        packs: super::packs(catalog, used.packs.iter().map(|id| &**id)),
    })
}

/// The days that a row means for a year of import.
fn dates(figure: &Figure<'_>, import: i32) -> Result<Vec<NaiveDate>, Error> {
    let row = figure.row;
    let (first, last) = (NaiveDate::from_ymd_opt(import, 1, 1), NaiveDate::from_ymd_opt(import, 12, 31));
    let concerns = first.zip(last).is_some_and(|(first, last)| {
        row.from.is_none_or(|from| from <= last) && row.to.is_none_or(|to| first <= to)
    });
    let bad = || {
        let message = format!("`{}` holds `{}`, no day", figure.id(), row.value);
        Error::new(Code::BadPack, message)
    };
    if !concerns {
        return Ok(Vec::new());
    }
    if &*row.unit == "day" {
        let day = NaiveDate::parse_from_str(&row.value, "%Y-%m-%d").map_err(|_| bad())?;
        // A day of the law stands in the calendar of its own year; what opens or closes a year of import, in that one's.
        let here = day.year() == import || row.to.is_some();
        return Ok(if here { vec![day] } else { Vec::new() });
    }
    if &*row.unit == "quarter" {
        let ends = [(0, 4), (0, 7), (0, 10), (1, 1)].into_iter().filter_map(|(later, month)| {
            let next = NaiveDate::from_ymd_opt(import.checked_add(later)?, month, 1)?;
            next.checked_sub_days(Days::new(1))
        });
        return Ok(ends.collect());
    }
    let later = match &*row.unit {
        "year+1" => 1,
        "year+2" => 2,
        _ => return Err(bad()),
    };
    let text = format!("{}-{}", import.saturating_add(later), row.value);
    Ok(vec![NaiveDate::parse_from_str(&text, "%Y-%m-%d").map_err(|_| bad())?])
}
