//! What the operator's report must hold, and whether the document does (METHODS M-133).

use super::Tables;
use super::faults::At;
use crate::factor::Catalog;
use crate::wire::v1;

const GENERAL: &str = "Implementing Regulation (EU) 2025/2547, Annex IV, point 1.1; items by our reading (C)";
const SECTOR: &str =
    "Implementing Regulation (EU) 2025/2547, Annex IV, point 2; parameters of the category (B)";

/// Items in the order of the document.
struct List {
    items: Vec<v1::CbamItem>,
}

impl List {
    fn ask(&mut self, item: &str, at: &At, present: bool, rule: &str) {
        self.items.push(v1::CbamItem {
            item: item.into(),
            path: at.as_str().into(),
            state: if present { "present" } else { "missing" }.into(),
            rule: rule.into(),
        });
    }
}

/// Every item that the report asks of the document.
pub(super) fn completeness(catalog: &Catalog, request: &v1::CbamEmbeddedRequest) -> Vec<v1::CbamItem> {
    let mut list = List { items: Vec::new() };
    let root = At::root();
    let here = root.key("installation");
    let installation = &request.installation;
    for (name, text) in [
        ("name", &installation.name),
        ("operator", &installation.operator),
        ("country", &installation.country),
        ("address", &installation.address),
        ("unlocode", &installation.unlocode),
        ("latitude", &installation.latitude),
        ("longitude", &installation.longitude),
        ("economic_activity", &installation.economic_activity),
        ("contact", &installation.contact),
    ] {
        list.ask(name, &here.key(name), !text.trim().is_empty(), GENERAL);
    }
    list.ask("period", &root.key("period"), !request.period.is_empty(), GENERAL);
    for (index, stream) in request.streams.iter().enumerate() {
        let at = root.key("streams").index(index);
        list.ask(
            "attribution of the stream",
            &at.key("attribution"),
            !stream.attribution.is_empty(),
            GENERAL,
        );
        for (name, factor) in [
            ("net_calorific_value", &stream.net_calorific_value),
            ("emission_factor", &stream.emission_factor),
            ("carbon_content", &stream.carbon_content),
            ("oxidation_factor", &stream.oxidation_factor),
            ("conversion_factor", &stream.conversion_factor),
            ("biomass_fraction", &stream.biomass_fraction),
        ] {
            if let Some(factor) = factor {
                list.ask(
                    "source of the factor",
                    &at.key(name).key("source"),
                    !factor.source.trim().is_empty(),
                    GENERAL,
                );
            }
        }
    }
    for (index, process) in request.processes.iter().enumerate() {
        of_process(&mut list, catalog, process, &root.key("processes").index(index));
    }
    for (index, precursor) in request.precursors.iter().enumerate() {
        for (number, batch) in precursor.batches.iter().enumerate() {
            let at = root.key("precursors").index(index).key("batches").index(number);
            if batch.determination == "actual" {
                list.ask(
                    "installation of the precursor",
                    &at.key("installation"),
                    !batch.installation.trim().is_empty(),
                    GENERAL,
                );
                list.ask(
                    "verifier of the precursor",
                    &at.key("verifier"),
                    !batch.verifier.trim().is_empty(),
                    GENERAL,
                );
                let report = !batch.verification_report.trim().is_empty();
                list.ask(
                    "verification report of the precursor",
                    &at.key("verification_report"),
                    report,
                    GENERAL,
                );
            }
        }
    }
    list.items
}

/// Routes, parameters of the sector, sources of electricity and heat.
fn of_process(list: &mut List, catalog: &Catalog, process: &v1::CbamProcess, at: &At) {
    let tables = Tables::new(catalog);
    let mut routes = false;
    for (index, good) in process.goods.iter().enumerate() {
        let here = at.key("goods").index(index);
        list.ask("name of the good", &here.key("name"), !good.name.trim().is_empty(), GENERAL);
        let category = tables.good(&good.cn).and_then(|found| tables.category(&found.row.category));
        let Ok((_, category)) = category else { continue };
        routes |= !category.routes.is_empty();
        for parameter in &category.parameters {
            let stated = good
                .parameters
                .iter()
                .any(|known| *known.name == **parameter && !known.value.trim().is_empty());
            list.ask(parameter, &here.key("parameters"), stated, SECTOR);
        }
    }
    if routes {
        list.ask("production route", &at.key("routes"), !process.routes.is_empty(), GENERAL);
    }
    for (index, used) in process.electricity.iter().enumerate().filter(|(_, used)| !used.basis.is_empty()) {
        let place = at.key("electricity").index(index).key("source");
        list.ask("source of the factor of electricity", &place, !used.source.trim().is_empty(), GENERAL);
    }
    for (index, heat) in process.heat.iter().enumerate().filter(|(_, heat)| !heat.t_co2e_per_tj.is_empty()) {
        let place = at.key("heat").index(index).key("source");
        list.ask("source of the factor of heat", &place, !heat.source.trim().is_empty(), GENERAL);
    }
}
