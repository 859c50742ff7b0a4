//! What only documents have: digits that were moved, days that were changed, and a page beside the one that follows.

use std::collections::BTreeMap;

use crate::disclosure::check;
use crate::error::Error;
use crate::factor::Catalog;
use crate::report::{Lang, PageLang, disclosure_page};
use crate::wire::v1::{self, FactDifference};

/// Characters of a line that are told, and how many of them stand before what differs.
const SHOWN: usize = 160;
const BEFORE: usize = 60;

/// Whether two numbers have the same digits and are set apart by a power of ten.
pub(super) fn same_digits(one: &str, two: &str) -> bool {
    let digits = |text: &str| text.replace('.', "").trim_matches('-').trim_matches('0').to_owned();
    one.starts_with('-') == two.starts_with('-') && !digits(one).is_empty() && digits(one) == digits(two)
}

/// Concept, members and value.
type Same = (String, BTreeMap<String, String>, String);

/// A fact that follows from nothing beside one that is missing, with the same value: its days were changed.
pub(super) fn moved(differences: Vec<FactDifference>) -> Vec<FactDifference> {
    let mut pairs: BTreeMap<Same, (Vec<usize>, Vec<usize>)> = BTreeMap::new();
    for (at, one) in differences.iter().enumerate() {
        let key = |value: &String| (one.concept.clone(), one.dimensions.clone(), value.clone());
        match one.what.as_str() {
            "unsupported" => pairs.entry(key(&one.reported)).or_default().0.push(at),
            "missing" => pairs.entry(key(&one.recomputed)).or_default().1.push(at),
            _ => {}
        }
    }
    let pairs: BTreeMap<usize, usize> = pairs
        .into_values()
        .filter_map(|(said, missing)| match (said.as_slice(), missing.as_slice()) {
            ([said], [missing]) => Some((*missing, *said)),
            _ => None,
        })
        .collect();
    let follows: BTreeMap<usize, FactDifference> = pairs
        .iter()
        .filter_map(|(missing, said)| Some((*said, differences.get(*missing)?.clone())))
        .filter(|(said, missing)| differences.get(*said).is_some_and(|said| said.unit == missing.unit))
        .collect();
    let gone: Vec<usize> =
        pairs.into_iter().filter(|(_, said)| follows.contains_key(said)).map(|(at, _)| at).collect();
    let left = differences.into_iter().enumerate().filter(|(at, _)| !gone.contains(at));
    left.map(|(at, one)| match follows.get(&at) {
        None => one,
        Some(missing) => FactDifference {
            what: "period".into(),
            reported: one.period.clone(),
            recomputed: missing.period.clone(),
            sources: missing.sources.clone(),
            inventories: missing.inventories.clone(),
            ..one
        },
    })
    .collect()
}

/// The first line of a page of this engine that is not as it would write it: facts may be right beside words that are not.
///
/// A page of another version or of other people has its own words; nothing is told of it.
///
/// # Errors
/// Those of pages.
pub(super) fn shown(
    catalog: &Catalog,
    filled: &v1::Disclosure,
    page: &str,
) -> Result<Option<FactDifference>, Error> {
    if !page
        .contains(&format!("<meta name=\"generator\" content=\"emitrace {}\"/>", env!("CARGO_PKG_VERSION")))
    {
        return Ok(None);
    }
    let answer = check(catalog, filled)?;
    let mut nearest: Option<(usize, FactDifference)> = None;
    for lang in [PageLang::One(Lang::En), PageLang::One(Lang::Vi), PageLang::Both] {
        let again = disclosure_page(catalog, &answer, lang)?;
        if again == page {
            return Ok(None);
        }
        let (mut theirs, mut ours) = (page.split('\n'), again.split('\n'));
        let mut line = 0_usize;
        let (reported, recomputed) = loop {
            line = line.saturating_add(1);
            match (theirs.next(), ours.next()) {
                (Some(one), Some(two)) if one == two => {}
                (one, two) => break (one.unwrap_or_default(), two.unwrap_or_default()),
            }
        };
        // The language whose page goes along with this one for longest.
        if nearest.as_ref().is_none_or(|(known, _)| *known < line) {
            let same = reported.chars().zip(recomputed.chars()).take_while(|(one, two)| one == two).count();
            let skip = same.saturating_sub(BEFORE);
            let cut = |text: &str| text.chars().skip(skip).take(SHOWN).collect::<String>();
            let difference = FactDifference {
                what: "shown".into(),
                line: u64::try_from(line).ok(),
                reported: cut(reported),
                recomputed: cut(recomputed),
                ..FactDifference::default()
            };
            nearest = Some((line, difference));
        }
    }
    Ok(nearest.map(|(_, difference)| difference))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_are_the_same_whatever_the_power_of_ten() {
        assert!(same_digits("1234.5", "1234500") && same_digits("-0.05", "-5"));
        assert!(!same_digits("0.05", "-5") && !same_digits("0", "0.0") && !same_digits("12", "102"));
    }

    #[test]
    fn words_that_do_not_fit_the_facts_are_told() {
        let catalog = crate::factor::shipped();
        let report: v1::Disclosure = serde_json::from_str(
            r#"{"taxonomy": "vsme-2026-05-01", "module": "basic", "period": "2025", "entity": {"scheme": "https://example.com", "identifier": "1"},
                "facts": [{"concept": "vsme:BasisForReporting", "value": "vsme:IndividualMember"}]}"#,
        )
        .unwrap();
        let answer = check(catalog, &report).unwrap();
        for (lang, word) in [("en", "Individual"), ("vi", "Riêng lẻ"), ("both", "Individual")] {
            let page = disclosure_page(catalog, &answer, PageLang::parse(lang).unwrap()).unwrap();
            let filled = &answer.result.report;
            assert_eq!(shown(catalog, filled, &page).unwrap(), None);
            assert!(page.contains(&format!("\">{word}")), "{lang}: {page}");
            let told = shown(catalog, filled, &page.replace(&format!("\">{word}"), "\">Consolidated"))
                .unwrap()
                .unwrap();
            assert!(told.reported.contains("Consolidated") && told.recomputed.contains(word), "{told:?}");
            assert!(
                shown(catalog, filled, &page.replace("content=\"emitrace ", "content=\"other "))
                    .unwrap()
                    .is_none()
            );
        }
    }
}
