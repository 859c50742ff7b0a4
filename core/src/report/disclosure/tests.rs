//! Pages as programs read them.

use proptest::prelude::*;
use serde_json::Value;

use super::page::{PageLang, disclosure_page};
use crate::disclosure::{Taxonomy, check, fact_id, read, xbrl_json};
use crate::factor::shipped;
use crate::number::{Amount, Fraction};
use crate::wire::v1::{Disclosure, DisclosureReadRequest, Fact};

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    // A page in any language says the facts of the xBRL-JSON, under the same identifiers.
    #[test]
    fn a_page_is_read_back_fact_by_fact(
        tonnes in (any::<i64>(), 0_u32..12), share in (-10_000_i32..=10_000, 4_u32..8), decimals in -3_i32..9,
        site in "[ -~à-ỹ]{1,12}", words in "[ -~\n\tà-ỹ]{0,40}", yes in any::<bool>(), previous in any::<bool>(),
    ) {
        let catalog = shipped();
        let taxonomy = Taxonomy::open(catalog, "vsme-2026-05-01").unwrap();
        let fact = |concept: &str, value: String, unit: &str| Fact {
            concept: concept.into(), value, unit: unit.into(), ..Fact::default()
        };
        let number = |mantissa: i64, scale: u32| Amount::new(mantissa.into(), scale).unwrap().to_string();
        let mut report: Disclosure = serde_json::from_str(
            r#"{"taxonomy": "vsme-2026-05-01", "module": "comprehensive", "period": "2025", "previous_period": "2024",
                "entity": {"scheme": "https://example.com/id", "identifier": "1", "name": "A & B <Co>"}}"#,
        ).unwrap();
        let mut scope = fact("vsme:GrossScope1GreenhouseGasEmissions", number(tonnes.0.saturating_abs(), tonnes.1), "utr:tCO2e");
        scope.decimals = decimals.to_string();
        if previous {
            scope.period = "2024".into();
        }
        let mut city = fact("vsme:CityOfSite", format!("x{words}"), "");
        city.language = "vi".into();
        city.dimensions = [("vsme:IdentifierOfSiteTypedAxis".to_owned(), format!("s{site}"))].into();
        report.facts = vec![
            scope, city,
            fact("vsme:PercentageGapInPayBetweenFemaleAndMaleEmployees", number(share.0.into(), share.1), ""),
            fact("vsme:BasisForReporting", "vsme:IndividualMember".into(), ""),
            fact("vsme:Turnover", number(tonnes.0.saturating_abs(), 2), "iso4217:VND"),
            fact("vsme:ReportContainsDisclosuresFromThePreviousReportingPeriodThatRemainUnchanged", yes.to_string(), ""),
            fact("vsme:DateOfAdoptionOfTransitionPlanForUndertakingNotHavingAdoptedTransitionPlanYet", "2030-02-28".into(), ""),
        ];
        let answer = check(catalog, &report).unwrap();
        prop_assert!(answer.result.valid, "{:?}", answer.result.findings);
        let written: Value = serde_json::from_str(&xbrl_json(&taxonomy, &answer.result.report, fact_id).unwrap()).unwrap();
        for lang in ["en", "vi", "both"] {
            let page = disclosure_page(catalog, &answer, PageLang::parse(lang).unwrap()).unwrap();
            let request = DisclosureReadRequest { report: page, ..DisclosureReadRequest::default() };
            let told = read(catalog, &request).unwrap();
            prop_assert_eq!(&told.findings, &[]);
            let mut back: Value = serde_json::from_str(&told.xbrl_json).unwrap();
            // Zeros at the end of a number say nothing: `decimals` says how exact it is.
            for (id, fact) in written["facts"].as_object().unwrap() {
                let texts = [&fact["value"], &back["facts"][id]["value"]].map(|text| text.as_str().unwrap_or_default().to_owned());
                if let [Some(one), Some(two)] = [0, 1].map(|at: usize| Fraction::parse(&texts[at])) && one == two {
                    back["facts"][id]["value"] = fact["value"].clone();
                }
            }
            prop_assert_eq!(&back, &written);
        }
    }

    // Whatever is done to a page, its reader says what is wrong and never stops.
    #[test]
    fn no_page_makes_the_reader_stop(cuts in proptest::collection::vec((any::<prop::sample::Index>(), 0_usize..40, "[<>&;:#a-z0-9/=\"\\-]{0,6}"), 1..4)) {
        let catalog = shipped();
        let mut page = PAGE.to_owned();
        for (at, length, more) in cuts {
            let start = at.index(page.len());
            let end = start.saturating_add(length).min(page.len());
            if let (true, true) = (page.is_char_boundary(start), page.is_char_boundary(end)) {
                page.replace_range(start..end, &more);
            }
        }
        if let Ok(told) = read(catalog, &DisclosureReadRequest { report: page, ..DisclosureReadRequest::default() }) {
            prop_assert_eq!(told.places.len(), told.report.facts.len());
            prop_assert!(told.findings.iter().all(|finding| finding.path.starts_with("/facts/")));
        }
    }
}

/// A page of other people's: prefixes of their own, a scale, a sign, a continuation.
const PAGE: &str = r#"<html xmlns="http://www.w3.org/1999/xhtml" xmlns:ix="http://www.xbrl.org/2013/inlineXBRL" xmlns:t="http://www.xbrl.org/inlineXBRL/transformation/2020-02-12"
 xmlns:link="http://www.xbrl.org/2003/linkbase" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:i="http://www.xbrl.org/2003/instance" xmlns:v="https://xbrl.efrag.org/taxonomy/vsme/2026-05-01/vsme"
 xmlns:m="http://www.xbrl.org/2003/iso4217"><body><ix:header><ix:references><link:schemaRef xlink:href="https://xbrl.efrag.org/taxonomy/vsme/2026-05-01/vsme-all.xsd"/></ix:references>
<ix:resources><i:context id="c"><i:entity><i:identifier scheme="http://example.com">1</i:identifier></i:entity><i:period><i:startDate>2025-01-01</i:startDate><i:endDate>2025-12-31</i:endDate></i:period></i:context>
<i:unit id="u"><i:measure>m:EUR</i:measure></i:unit></ix:resources></ix:header>
<ix:nonFraction id="a" name="v:Turnover" contextRef="c" unitRef="u" decimals="-3" scale="3" sign="-" format="t:num-comma-decimal">1.234,5</ix:nonFraction>
<ix:nonNumeric id="b" name="v:DescriptionOfMainBusinessRelationships" contextRef="c" continuedAt="d">one</ix:nonNumeric><ix:continuation id="d"> two</ix:continuation></body></html>"#;
