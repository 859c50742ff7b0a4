//! Contexts and units of a page: whom a fact is about, when, along which axes, and in what.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::INSTANCE;
use super::walk::Branch;
use crate::period::Period;

const DIMENSIONS: &str = "http://xbrl.org/2006/xbrldi";

/// Whom, when and along which axes.
#[derive(Debug)]
pub(super) struct Context {
    pub(super) entity: (String, String),
    pub(super) period: String,
    pub(super) dimensions: BTreeMap<String, String>,
}

/// A context as days, entity and members.
pub(super) fn context(branch: &Branch) -> Result<Context, String> {
    let text = |name: &str| branch.find(name).map(|found| found.text.trim());
    let identifier = branch.find("identifier").ok_or("the context has no entity")?;
    let entity = (identifier.element.attribute("scheme").to_owned(), identifier.text.trim().to_owned());
    let day = |text: &str| day(text).ok_or_else(|| format!("`{text}` is no day"));
    let period = match (text("instant"), text("startDate"), text("endDate")) {
        (Some(at), None, None) => day(at)?.1.to_string(),
        (None, Some(from), Some(to)) => {
            let days = Period::new(day(from)?.0, day(to)?.1);
            days.map_err(|error| error.message().to_owned())?.to_string()
        }
        _ => return Err("the context has neither a day nor a first and a last one".into()),
    };
    let mut dimensions = BTreeMap::new();
    let around = ["segment", "scenario"].into_iter().filter_map(|name| branch.find(name));
    for member in around.flat_map(|found| &found.children) {
        let value = match (member.element.of(DIMENSIONS), member.children.as_slice()) {
            (Some("explicitMember"), []) => member.named.clone(),
            (Some("typedMember"), [value]) => value.text.clone(),
            _ => return Err("the context says something that is no member of an axis".into()),
        };
        if dimensions.insert(member.dimension.clone(), value).is_some() {
            return Err(format!("the context has two members on `{}`", member.dimension));
        }
    }
    Ok(Context { entity, period, dimensions })
}

/// A day as the first of a period, and as the last: a midnight ends the day before it.
fn day(text: &str) -> Option<(NaiveDate, NaiveDate)> {
    let read = |text: &str| {
        let day = NaiveDate::parse_from_str(text, "%Y-%m-%d").ok()?;
        (text.len() == 10).then_some(day)
    };
    match text.split_once('T') {
        None => read(text).map(|day| (day, day)),
        Some((before, "00:00:00" | "00:00:00Z")) => {
            let day = read(before)?;
            Some((day, day.pred_opt()?))
        }
        Some(_) => None,
    }
}

/// A unit: `a*b`, or `a/b`.
pub(super) fn unit(branch: &Branch) -> Result<String, String> {
    let measures = |from: &Branch| -> Result<String, String> {
        let found = from.children.iter().filter(|child| child.element.of(INSTANCE) == Some("measure"));
        let names: Vec<&str> = found.map(|measure| measure.named.as_str()).collect();
        if names.is_empty() { Err("the unit has no measure".into()) } else { Ok(names.join("*")) }
    };
    match (branch.find("unitNumerator"), branch.find("unitDenominator")) {
        (Some(above), Some(below)) => Ok(format!("{}/{}", measures(above)?, measures(below)?)),
        (None, None) => measures(branch),
        _ => Err("the unit is half of a quotient".into()),
    }
}
