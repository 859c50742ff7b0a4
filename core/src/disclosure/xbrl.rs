//! Documents of a report: names as addresses, xBRL-JSON, and the report package.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use serde_json::{Map, Value, json};

use super::facts::{Moment, moment};
use super::taxonomy::{Sort, Taxonomy};
use crate::archive::archive;
use crate::error::{Code, Error};
use crate::wire::v1::{self, canonical};

/// The address of a qualified name: `namespace#local`.
pub(crate) fn uri(taxonomy: &Taxonomy<'_>, name: &str) -> String {
    let (prefix, local) = name.split_once(':').unwrap_or(("", name));
    format!("{}#{local}", taxonomy.prefixes.get(prefix).copied().unwrap_or_default())
}

/// The first day and the day after the last; a moment has the latter alone.
///
/// # Errors
/// `DATE_OUT_OF_RANGE` at the end of the calendar.
pub(crate) fn instant_or_days(moment: Moment) -> Result<(Option<NaiveDate>, NaiveDate), Error> {
    let (start, end) = match moment {
        Moment::Day(day) => (None, day),
        Moment::Days(days) => (Some(days.start()), days.end()),
    };
    let after = end.succ_opt().ok_or_else(|| Error::new(Code::DateOutOfRange, "the calendar ends"))?;
    Ok((start, after))
}

/// The identifier of a fact by its place in the report, as documents have it.
pub(crate) fn fact_id(at: usize) -> String {
    format!("f{}", at.saturating_add(1))
}

/// A report as xBRL-JSON (Open Information Model 1.0), its facts under the identifiers of their places. The report must be valid.
///
/// # Errors
/// Those of periods.
pub(crate) fn xbrl_json(
    taxonomy: &Taxonomy<'_>,
    report: &v1::Disclosure,
    id: impl Fn(usize) -> String,
) -> Result<String, Error> {
    let mut facts = Map::new();
    let mut used: BTreeSet<&str> = BTreeSet::new();
    for (at, fact) in report.facts.iter().enumerate() {
        let Some(concept) = taxonomy.concepts.get(fact.concept.as_str()) else { continue };
        let (start, after) = instant_or_days(moment(&fact.period)?)?;
        let midnight = |day: NaiveDate| format!("{day}T00:00:00");
        let mut dimensions = BTreeMap::from([
            ("concept", fact.concept.clone()),
            ("entity", format!("entity:{}", report.entity.identifier)),
            (
                "period",
                match start {
                    Some(start) => format!("{}/{}", midnight(start), midnight(after)),
                    None => midnight(after),
                },
            ),
        ]);
        if concept.sort.is_number() && fact.unit != "xbrli:pure" {
            dimensions.insert("unit", fact.unit.clone());
            used.extend(fact.unit.split('/'));
        }
        if !fact.language.is_empty() {
            dimensions.insert("language", fact.language.to_ascii_lowercase());
        }
        for (axis, member) in &fact.dimensions {
            dimensions.insert(axis, member.clone());
            if taxonomy.members.contains_key(member.as_str()) {
                used.insert(member);
            }
            used.insert(axis);
        }
        used.insert(&fact.concept);
        if concept.sort.is_enumeration() {
            used.extend(fact.value.split_whitespace());
        }
        let mut written = Map::new();
        written.insert("value".into(), Value::String(fact.value.clone()));
        if concept.sort.is_number()
            && let Some(decimals) = super::facts::decimals(&fact.decimals)
        {
            written.insert("decimals".into(), Value::from(decimals));
        }
        written.insert("dimensions".into(), json!(dimensions));
        facts.insert(id(at), Value::Object(written));
    }
    let mut namespaces =
        BTreeMap::from([("entity", report.entity.scheme.as_str()), ("xbrl", "https://xbrl.org/2021")]);
    for name in used {
        if let Some((prefix, _)) = name.split_once(':')
            && let Some(address) = taxonomy.prefixes.get(prefix)
        {
            namespaces.insert(prefix, address);
        }
    }
    canonical(&json!({
        "documentInfo": {
            "documentType": "https://xbrl.org/2021/xbrl-json",
            "namespaces": namespaces,
            "taxonomy": [taxonomy.entry_point],
        },
        "facts": facts,
    }))
}

/// A report package (`.xbri`, Report Packages 1.0) with one inline document.
///
/// # Errors
/// `LIMIT_EXCEEDED`.
pub(crate) fn package(page: &str) -> Result<Vec<u8>, Error> {
    let about = r#"{"documentInfo":{"documentType":"https://xbrl.org/report-package/2023/xbri"}}"#;
    archive(&[
        ("report/META-INF/reportPackage.json".to_owned(), about.as_bytes().to_vec()),
        ("report/reports/report.xhtml".to_owned(), page.as_bytes().to_vec()),
    ])
}

impl Sort {
    /// Whether a document shows the value in words of its own, so that it stands among what is not shown.
    pub(crate) const fn is_hidden(self) -> bool {
        matches!(self, Sort::Enumeration | Sort::EnumerationSet | Sort::Boolean | Sort::Date)
    }
}
