//! Footprints of 3.0 as rows of the table, in no language's numbers and days yet.

use chrono::Days;

use super::super::check::{Looked, each, looked_at, under};
use super::super::decimal::Decimal;
use super::super::node::Node;
use super::super::{time, v3};
use super::{COLUMNS, Column, KNOWN, Kind, start};
use crate::error::Error;
use crate::limits::Limits;
use crate::told::Told;
use crate::wire::v1;

/// What a written cell holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Held {
    Nothing,
    Text(String),
    /// With a point.
    Number(String),
    /// As 2025-12-31.
    Day(String),
}

/// A column, for whoever fills it in.
#[derive(Debug)]
pub(crate) struct Head {
    /// With its unit.
    pub(crate) name: String,
    pub(crate) needed: bool,
    /// What to write there.
    pub(crate) guide: String,
    /// The member of PACT.
    pub(crate) member: &'static str,
}

/// The table.
#[derive(Debug)]
pub(crate) struct Written {
    pub(crate) columns: Vec<Head>,
    pub(crate) rows: Vec<Vec<Held>>,
    /// What no column holds.
    pub(crate) losses: Vec<v1::FootprintLoss>,
}

/// Footprints as rows; without a document the columns alone, for somebody to fill in.
///
/// # Errors
/// As [`check`](super::super::check()).
pub(crate) fn write(document: &str, vietnamese: bool) -> Result<Written, Error> {
    let mut found = Vec::new();
    if !document.is_empty() {
        let read = Node::read(document).map_err(under("/document"))?;
        let mut told = Told::new(&Limits::default());
        found = each(&read, |footprint, path| looked_at(footprint, path, &mut told))?.1;
    }
    let columns = COLUMNS.iter().zip(KNOWN).map(|(column, known)| {
        // Headers are compared in small letters; people write these in capitals.
        let name = (if vietnamese { column.headers[1] } else { column.headers[0] })
            .replace("co2", "CO2")
            .replace("gwp", "GWP");
        Head {
            name: if column.unit.is_empty() { name } else { format!("{name} ({})", column.unit) },
            needed: known.needed,
            guide: guide(column.kind, vietnamese),
            member: column.member,
        }
    });
    let row = |Looked { node, .. }: &Looked| {
        let pcf = node.get("pcf").unwrap_or(&Node::Null);
        let shown = |column: &Column| {
            let from = if column.inside { pcf } else { node };
            from.get(column.member).map_or(Held::Nothing, |value| held(column.kind, value, vietnamese))
        };
        COLUMNS.iter().map(shown).collect()
    };
    Ok(Written {
        columns: columns.collect(),
        rows: found.iter().map(row).collect(),
        losses: found.iter().flat_map(dropped).collect(),
    })
}

/// What a footprint says that no column holds.
fn dropped(Looked { path, node, .. }: &Looked) -> Vec<v1::FootprintLoss> {
    let pcf = node.get("pcf").unwrap_or(&Node::Null);
    let mut losses = Vec::new();
    for (owner, place, inside) in [(node, path.clone(), false), (pcf, format!("{path}/pcf"), true)] {
        let kept = |name: &str| {
            ["pcf", "specVersion"].contains(&name)
                || COLUMNS.iter().any(|column| column.inside == inside && column.member == name)
        };
        losses.extend(owner.members().iter().filter(|(name, _)| !kept(name)).map(|(name, value)| {
            v1::FootprintLoss {
                path: format!("{place}/{name}"),
                value: value.shown(),
                what: "dropped".into(),
                reason: "the table has no column for it".into(),
            }
        }));
    }
    losses
}

fn held(kind: Kind, value: &Node, vietnamese: bool) -> Held {
    let text = value.text().unwrap_or_default();
    let day = |earlier: u64| {
        let moment = time::read(text).map(|(moment, _)| moment)?;
        let midnight = start(moment.date_naive())? == moment;
        moment.date_naive().checked_sub_days(Days::new(earlier)).filter(|_| midnight)
    };
    match kind {
        Kind::Text | Kind::Unit => Held::Text(text.to_owned()),
        Kind::Texts => Held::Text(value.items().iter().filter_map(Node::text).collect::<Vec<_>>().join("|")),
        Kind::Flag => {
            let [yes, no] = if vietnamese { ["có", "không"] } else { ["yes", "no"] };
            Held::Text(if value == &Node::Flag(true) { yes } else { no }.to_owned())
        }
        Kind::Number => match Decimal::read(text) {
            Some(read) => Held::Number(read.plain),
            None => Held::Text(text.to_owned()),
        },
        // What is no whole day stays as it is.
        Kind::Day | Kind::LastDay => match day(u64::from(kind == Kind::LastDay)) {
            Some(day) => Held::Day(day.to_string()),
            None => Held::Text(text.to_owned()),
        },
    }
}

fn guide(kind: Kind, vietnamese: bool) -> String {
    let [en, vi] = match kind {
        Kind::Text => ["a text", "chữ"],
        Kind::Texts => {
            ["one text, or several with | between them", "một giá trị, hoặc nhiều giá trị cách nhau bằng |"]
        }
        Kind::Number => ["a number", "số"],
        Kind::Unit => {
            let known = v3::UNITS.join(", ");
            return if vietnamese {
                format!("một trong: kg, lít, m3, kWh, MJ, tấn.km, m2, cái, giờ; hoặc {known}")
            } else {
                format!("one of: {known}")
            };
        }
        Kind::Flag => ["yes or no", "có hoặc không"],
        Kind::Day => ["a day", "ngày"],
        Kind::LastDay => ["the last day of the period, which is part of it", "ngày cuối kỳ, tính cả ngày đó"],
    };
    if vietnamese { vi } else { en }.to_owned()
}
