//! Identifiers as people read them: `(01)08931234200022` for an item, `(10)B1` for a lot of it that stands beside.

use crate::wire::v1::{TraceAnswer, TracePath, TraceShare};

/// What canonical Digital Links and documents of EPCIS begin with.
const LINK: &str = "https://id.gs1.org/";
const DOCUMENT: &str = "urn:epcglobal:cbv:bt:";

/// Key and qualifiers with their application identifiers in brackets; a document without the number of who gave it.
fn whole(text: &mut String) {
    if let Some(path) = text.strip_prefix(LINK) {
        *text = brackets(path);
    } else if let Some(document) = text.strip_prefix(DOCUMENT).and_then(|rest| rest.split_once(':')) {
        *text = document.1.to_owned();
    }
}

/// The last qualifier alone, for the item stands beside it.
fn last(text: &mut String) {
    let Some(path) = text.strip_prefix(LINK) else { return whole(text) };
    let from = path.rmatch_indices('/').nth(1).map_or(0, |(at, _)| at.saturating_add(1));
    *text = brackets(path.get(from..).unwrap_or(path));
}

fn brackets(path: &str) -> String {
    let mut parts = path.split('/');
    let mut out = String::new();
    while let Some((ai, value)) = parts.next().zip(parts.next()) {
        out.push_str(&format!("({ai}){value}"));
    }
    out
}

fn shares(shares: &mut [TraceShare]) {
    shares.iter_mut().for_each(|share| whole(&mut share.label));
}

/// The answer with readable identifiers.
pub(super) fn answer(answer: &TraceAnswer) -> TraceAnswer {
    let mut answer = answer.clone();
    for lot in &mut answer.result.lots {
        last(&mut lot.lot);
        whole(&mut lot.item);
        whole(&mut lot.store);
        shares(&mut lot.origin);
    }
    answer.result.items.iter_mut().for_each(|item| whole(&mut item.item));
    answer
}

/// The path with readable identifiers.
pub(super) fn path(path: &TracePath) -> TracePath {
    let mut path = path.clone();
    whole(&mut path.ask.lot);
    whole(&mut path.ask.document);
    path.nearest.iter_mut().for_each(whole);
    path.versions.iter_mut().for_each(|lot| whole(&mut lot.item));
    for step in &mut path.steps {
        last(&mut step.name);
        [&mut step.item, &mut step.store, &mut step.party].into_iter().for_each(whole);
    }
    for source in &mut path.sources {
        last(&mut source.lot);
        [&mut source.item, &mut source.supplier, &mut source.document].into_iter().for_each(whole);
    }
    for list in [&mut path.countries, &mut path.suppliers, &mut path.heats] {
        shares(list);
    }
    let possible = &mut path.possible;
    for list in [&mut possible.suppliers, &mut possible.heats, &mut possible.plots, &mut possible.documents] {
        list.iter_mut().for_each(whole);
    }
    for lot in &mut path.lots {
        last(&mut lot.lot);
        [&mut lot.item, &mut lot.store].into_iter().for_each(whole);
    }
    for delivery in &mut path.deliveries {
        last(&mut delivery.lot);
        [&mut delivery.item, &mut delivery.customer, &mut delivery.document].into_iter().for_each(whole);
    }
    path
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_are_shown_with_brackets_and_other_names_as_they_are() {
        let shown = |text: &str, lot: bool| {
            let mut text = text.to_owned();
            if lot {
                last(&mut text)
            } else {
                whole(&mut text)
            };
            text
        };
        let lot = "https://id.gs1.org/01/08931234200022/10/B1";
        assert_eq!(
            (shown(lot, false).as_str(), shown(lot, true).as_str()),
            ("(01)08931234200022(10)B1", "(10)B1")
        );
        assert_eq!(shown("https://id.gs1.org/00/189312340000000018", true), "(00)189312340000000018");
        assert_eq!(shown("urn:epcglobal:cbv:bt:8931234000016:PX1", false), "PX1");
        assert_eq!(shown("T0601", true), "T0601");
    }
}
