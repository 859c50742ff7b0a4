//! Answers of this engine as evidence: an inventory shows its figures, a report what it discloses.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;
use serde::de::DeserializeOwned;

use crate::error::{Code, Error};
use crate::number::{Amount, Co2e};
use crate::unit::Unit;
use crate::wire::v1::{self, SupplierEvidence, canonical_digest, read_json};

/// What every answer begins with.
#[derive(Deserialize)]
struct Head {
    #[serde(default)]
    schema: String,
}

/// What an answer shows, as evidence.
///
/// | Answer | Subjects |
/// |---|---|
/// | inventory | metrics `ghg.scope1`, `ghg.scope2.lb`, `ghg.scope2.mb`, `ghg.scope3`, `ghg.scope12.lb`, `ghg.scope12.mb`, `ghg.total.lb`, `ghg.total.mb` in kg CO2e |
/// | energy account | metric `energy.total` in MWh |
/// | sustainability report | documents `vsme.b1` and so on, metrics by their concepts |
/// | report of a framework | documents `iso-14064-1.f` and so on |
/// | operator's report (CBAM) | document `operator's report`, metrics `cbam.see.direct` and `cbam.see.indirect` of each good, `cbam.activity` of each process |
///
/// A figure of zero kilograms is left out: nothing tells a scope without emissions from one that nobody counted.
///
/// # Errors
/// `BAD_JSON`, `BAD_REQUEST`, `LIMIT_EXCEEDED`; `UNKNOWN_VALUE` for an answer that is no evidence; `ANSWER_CHANGED` if its figures are
/// not those of its digest.
pub(super) fn evidence_of(text: &str) -> Result<Vec<SupplierEvidence>, Error> {
    let Head { schema } = read_json(text)?;
    match schema.as_str() {
        v1::INVENTORY_SCHEMA => inventory(&read(text)?),
        v1::ENERGY_SCHEMA => energy(&read(text)?),
        v1::DISCLOSURE_SCHEMA => disclosure(&read(text)?),
        v1::FRAMEWORK_REPORT_SCHEMA => framework(&read(text)?),
        v1::CBAM_REPORT_SCHEMA => operator(&read(text)?),
        other => Err(Error::new(Code::UnknownValue, format!("an answer of shape `{other}` is no evidence"))
            .with_help("give an inventory, an energy account, a sustainability report, a report of a framework or an operator's report")
            .at("/schema")),
    }
}

fn read<T: DeserializeOwned>(text: &str) -> Result<T, Error> {
    read_json(text)
}

/// What is common to the evidence of one answer.
struct Shown {
    name: &'static str,
    digest: String,
    /// Last day of what it is about; empty if the answer says no period.
    period_end: String,
    whole: bool,
    evidence: Vec<SupplierEvidence>,
}

impl Shown {
    /// # Errors
    /// `ANSWER_CHANGED`.
    fn new(
        name: &'static str,
        (stated, computed): (&str, String),
        period: &str,
        whole: bool,
    ) -> Result<Shown, Error> {
        if stated != computed {
            let message = format!("the {name} says the digest {stated}, and its figures have {computed}");
            return Err(Error::new(Code::AnswerChanged, message).at("/digest"));
        }
        let period_end = period.split_once('/').map_or("", |(_, end)| end).to_owned();
        Ok(Shown { name, digest: computed, period_end, whole, evidence: Vec::new() })
    }

    fn one(&self, kind: &str, subject: &str, whole: bool) -> SupplierEvidence {
        let short = self.digest.get(..12).unwrap_or(&self.digest);
        let status = if self.whole && whole { "" } else { "incomplete" };
        SupplierEvidence {
            id: format!("{} {short} {subject}", self.name),
            kind: kind.into(),
            subject: subject.into(),
            period_end: self.period_end.clone(),
            status: status.into(),
            sha256: self.digest.clone(),
            ..SupplierEvidence::default()
        }
    }

    fn document(&mut self, subject: &str, whole: bool) {
        self.evidence.push(self.one("document", subject, whole));
    }

    fn metric(&mut self, subject: &str, value: &str, unit: &str) {
        let one = self.one("metric", subject, true);
        self.evidence.push(SupplierEvidence { value: value.into(), unit: unit.into(), ..one });
    }
}

fn inventory(answer: &v1::InventoryAnswer) -> Result<Vec<SupplierEvidence>, Error> {
    let inventory = &answer.inventory;
    let digests = (answer.digest.as_str(), canonical_digest(inventory)?);
    let whole = inventory.coverage.excluded == 0;
    let mut shown = Shown::new("inventory", digests, &inventory.choices.period, whole)?;
    let total = &inventory.total;
    let sum = |a: &str, b: &str| -> Result<String, Error> {
        Ok(Co2e::parse(a)?.try_add(Co2e::parse(b)?)?.to_string())
    };
    let (one, location, market) =
        (&total.scope_1_kg_co2e, &total.scope_2_location_kg_co2e, &total.scope_2_market_kg_co2e);
    for (subject, value) in [
        ("ghg.scope1", one.clone()),
        ("ghg.scope2.lb", location.clone()),
        ("ghg.scope2.mb", market.clone()),
        ("ghg.scope3", total.scope_3_kg_co2e.clone()),
        ("ghg.scope12.lb", sum(one, location)?),
        ("ghg.scope12.mb", sum(one, market)?),
        ("ghg.total.lb", total.total_location_kg_co2e.clone()),
        ("ghg.total.mb", total.total_market_kg_co2e.clone()),
    ] {
        if value != "0" {
            shown.metric(subject, &value, "kg");
        }
    }
    Ok(shown.evidence)
}

fn energy(answer: &v1::EnergyAccountAnswer) -> Result<Vec<SupplierEvidence>, Error> {
    let account = &answer.result;
    let digests = (answer.digest.as_str(), canonical_digest(account)?);
    let whole = account.coverage.excluded == 0 && account.rows.missing == 0;
    let mut shown = Shown::new("energy account", digests, &account.period, whole)?;
    if account.total.lines > 0 {
        shown.metric("energy.total", &account.total.mwh, "MWh");
    }
    Ok(shown.evidence)
}

fn disclosure(answer: &v1::DisclosureAnswer) -> Result<Vec<SupplierEvidence>, Error> {
    let (result, report) = (&answer.result, &answer.result.report);
    let digests = (answer.digest.as_str(), canonical_digest(result)?);
    let mut shown = Shown::new("sustainability report", digests, &report.period, result.valid)?;
    // Facts and gaps of each disclosure; one without any fact is not made.
    let mut made: BTreeMap<String, (u64, bool)> = BTreeMap::new();
    for item in result.items.iter().filter(|item| !item.disclosure.is_empty()) {
        let prefix = item.concept.split_once(':').map_or("", |(prefix, _)| prefix);
        let of = made.entry(format!("{prefix}.{}", item.disclosure.to_lowercase())).or_default();
        of.0 = of.0.saturating_add(item.facts);
        of.1 |= item.status == "missing";
    }
    for (subject, (facts, gaps)) in made {
        if facts > 0 {
            shown.document(&subject, !gaps);
        }
    }
    for fact in report.facts.iter().filter(|fact| fact.dimensions.is_empty() && fact.period == report.period)
    {
        if !fact.unit.is_empty() && Amount::parse(&fact.value).is_ok() {
            shown.metric(&fact.concept, &fact.value, &unit_of(&fact.unit));
        }
    }
    Ok(shown.evidence)
}

/// The unit of a fact, `utr:tCO2e/iso4217:VND`, as this engine writes it, `t/VND`: what is measured is no part of it.
fn unit_of(fact: &str) -> String {
    let parts = fact.split('/').map(|part| part.rsplit_once(':').map_or(part, |(_, name)| name));
    let unit = parts.map(|part| part.trim_end_matches("CO2e")).collect::<Vec<_>>().join("/");
    if Unit::parse(&unit).is_ok() { unit } else { String::new() }
}

fn framework(answer: &v1::FrameworkReportAnswer) -> Result<Vec<SupplierEvidence>, Error> {
    let report = &answer.result;
    let digests = (answer.digest.as_str(), canonical_digest(report)?);
    let mut shown = Shown::new("report", digests, &report.table.period, true)?;
    // What people state is whole even where rows of the ledger are left out.
    let of_ledger: BTreeSet<&String> = report
        .table
        .datapoints
        .iter()
        .filter(|one| report.table.inventory_partly && one.state == "reported")
        .map(|one| &one.id)
        .collect();
    for item in report.sections.iter().flat_map(|section| &section.items) {
        let whole = item.state != "partly" && !item.datapoints.iter().any(|id| of_ledger.contains(id));
        if item.state != "missing" {
            shown.document(&format!("{}.{}", report.report, item.code), whole);
        }
    }
    Ok(shown.evidence)
}

fn operator(answer: &v1::CbamReportAnswer) -> Result<Vec<SupplierEvidence>, Error> {
    let report = &answer.report;
    let digests = (answer.digest.as_str(), canonical_digest(report)?);
    let figures = &report.figures;
    let mut shown = Shown::new("operator's report", digests, &figures.period, report.complete)?;
    shown.document("operator's report", true);
    for good in &figures.goods {
        shown.metric("cbam.see.direct", &good.see_direct_per_t, "t/t");
        if good.indirect_counts {
            shown.metric("cbam.see.indirect", &good.see_indirect_per_t, "t/t");
        }
    }
    for process in &figures.processes {
        shown.metric("cbam.activity", &process.activity_level, "");
    }
    Ok(shown.evidence)
}
