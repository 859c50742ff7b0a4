//! Footprints of 3.0 as rows of the table, in no language's numbers and days yet.

use chrono::Days;

use super::super::check::{Looked, each, looked_at, under};
use super::super::decimal::Decimal;
use super::super::node::Node;
use super::super::{time, v3};
use super::{COLUMNS, Column, KNOWN, Kind, Owner, PLAIN, list, start};
use crate::error::Error;
use crate::grid::Known;
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
    let value = |footprint: &Node, column: &Column| -> Option<Node> {
        column.owner.of(footprint).and_then(|owner| owner.get(column.member)).cloned()
    };
    let filled = |column: &Column| found.iter().any(|looked| value(&looked.node, column).is_some());
    let shown = COLUMNS.iter().zip(KNOWN).enumerate();
    let shown: Vec<(&Column, &Known)> =
        shown.filter(|(at, (column, _))| *at < PLAIN || filled(column)).map(|(_, pair)| pair).collect();
    let columns = shown.iter().map(|(column, known)| {
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
    let row = |looked: &Looked| {
        let cell = |(column, _): &(&Column, &Known)| match value(&looked.node, column) {
            Some(value) => held(column.kind, &value, vietnamese),
            None => Held::Nothing,
        };
        shown.iter().map(cell).collect()
    };
    Ok(Written {
        columns: columns.collect(),
        rows: found.iter().map(row).collect(),
        losses: found.iter().flat_map(dropped).collect(),
    })
}

/// What a footprint says that no column holds.
fn dropped(Looked { path, node, .. }: &Looked) -> Vec<v1::FootprintLoss> {
    let mut losses = Vec::new();
    for (owner, below) in [
        (Owner::Top, ""),
        (Owner::Pcf, "/pcf"),
        (Owner::Ratings, "/pcf/dqi"),
        (Owner::Verification, "/pcf/verification"),
    ] {
        let place = format!("{path}{below}");
        let kept = |name: &str| {
            ["pcf", "specVersion", "dqi", "verification"].contains(&name)
                || COLUMNS.iter().any(|column| column.owner == owner && column.member == name)
        };
        let Some(object) = owner.of(node) else { continue };
        let loss = |name: &str, value: &Node, what: &str, reason: &str| v1::FootprintLoss {
            path: format!("{place}/{name}"),
            value: value.shown(),
            what: what.into(),
            reason: reason.into(),
        };
        for (name, value) in object.members().iter().filter(|(name, _)| !kept(name)) {
            losses.push(loss(name, value, "dropped", "the table has no column for it"));
        }
        if let Some(version) = node.get("specVersion").filter(|_| owner == Owner::Top)
            && version.text() != Some(v3::VERSION)
        {
            let reason = format!("a table is read as {}", v3::VERSION);
            losses.push(loss("specVersion", version, "changed", &reason));
        }
        for column in COLUMNS.iter().filter(|column| column.owner == owner) {
            if let Some(value) = object.get(column.member).filter(|value| !comes_back(column.kind, value)) {
                losses.push(loss(column.member, value, "changed", "a cell cannot hold all that it says"));
            }
        }
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
        Kind::Sources => Held::Text(joined(value, |source| {
            let (name, version) = (source.text_of("name"), source.text_of("version"));
            if version.is_empty() { name.to_owned() } else { format!("{name} ({version})") }
        })),
        Kind::Rules => Held::Text(joined(value, |rule| {
            let other = rule.get("otherOperatorName").and_then(Node::text);
            let other = other.map(|other| format!(" ({other})")).unwrap_or_default();
            let names = rule.get("ruleNames").map(Node::items).unwrap_or_default();
            let names: Vec<&str> = names.iter().filter_map(Node::text).collect();
            format!("{}{other}: {}", rule.text_of("operator"), names.join("; "))
        })),
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

/// Whether a cell is read as what was written into it: lists know marks that their texts may have, too.
fn comes_back(kind: Kind, value: &Node) -> bool {
    match (kind, held(kind, value, false)) {
        (Kind::Texts | Kind::Sources | Kind::Rules, Held::Text(text)) => same(&list(kind, &text), value),
        (Kind::Text, Held::Text(text)) => text.trim() == text,
        _ => true,
    }
}

/// Whether two values say the same, whatever the order of their members.
fn same(one: &Node, two: &Node) -> bool {
    match (one, two) {
        (Node::List(these), Node::List(those)) => {
            these.len() == those.len() && these.iter().zip(those).all(|(one, two)| same(one, two))
        }
        (Node::Object(these), Node::Object(those)) => {
            let there =
                |(name, value): &(String, Node)| two.get(name).is_some_and(|other| same(value, other));
            these.len() == those.len() && these.iter().all(there)
        }
        _ => one == two,
    }
}

/// Objects of a list in words.
fn joined(value: &Node, words: impl Fn(&Node) -> String) -> String {
    value.items().iter().map(words).collect::<Vec<_>>().join("|")
}

fn guide(kind: Kind, vietnamese: bool) -> String {
    let [en, vi] = match kind {
        Kind::Text => ["a text", "chữ"],
        Kind::Texts => {
            ["one text, or several with | between them", "một giá trị, hoặc nhiều giá trị cách nhau bằng |"]
        }
        Kind::Sources => [
            "names with their versions in brackets, with | between them: ecoinvent (3.10)|IEA (2024)",
            "tên kèm phiên bản trong ngoặc, cách nhau bằng |: ecoinvent (3.10)|IEA (2024)",
        ],
        Kind::Rules => [
            "operators with their rules, with | between them: PEF: a; b|Other (TfS): c",
            "đơn vị ban hành và các quy tắc, cách nhau bằng |: PEF: a; b|Other (TfS): c",
        ],
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
