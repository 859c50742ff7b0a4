use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;

use super::{assess, set};
use crate::condition::{Condition, Facts};
use crate::error::Code;
use crate::factor::{Catalog, shipped};
use crate::number::Fraction;
use crate::report::{Lang, supplier_html};
use crate::wire::v1;

struct Known(BTreeMap<&'static str, String>);

impl Facts for Known {
    fn fact(&self, name: &str) -> Option<String> {
        self.0.get(name).cloned()
    }
}

fn known(facts: &[(&'static str, &str)]) -> Known {
    Known(facts.iter().map(|(name, value)| (*name, (*value).to_owned())).collect())
}

fn held(text: &str, facts: &Known) -> (Option<bool>, Vec<String>) {
    let mut missing = BTreeSet::new();
    let holds = Condition::parse(text).unwrap().holds(facts, &mut missing).unwrap();
    (holds, missing.into_iter().collect())
}

#[test]
fn conditions_mean_what_they_say() {
    let facts = known(&[("sector", "Electronics"), ("employees", "80")]);
    for (text, holds) in [
        ("", Some(true)),
        ("sector == electronics", Some(true)),
        ("sector != electronics", Some(false)),
        ("employees == 80.0", Some(true)),
        ("employees > 80", Some(false)),
        ("employees >= 80 and employees <= 80", Some(true)),
        ("sector in (food, 'electronics')", Some(true)),
        ("not sector in (food) and not (employees < 80)", Some(true)),
        ("sector == food or employees < 100 and employees > 50", Some(true)),
        ("exports == EU", None),
        ("exports == EU and sector == food", Some(false)),
        ("exports == EU or sector == electronics", Some(true)),
        ("not exports == EU", None),
    ] {
        assert_eq!(held(text, &facts).0, holds, "{text}");
    }
    assert_eq!(held("exports == EU and (area > 3 or sector == food)", &facts).1, ["area", "exports"]);
    assert!(held("exports == EU and sector == food", &facts).1.is_empty());
}

#[test]
fn conditions_that_cannot_be_read_are_refused() {
    let deep = format!("{}a == b{}", "(".repeat(40), ")".repeat(40));
    let long = "a == b or ".repeat(200);
    for text in [
        "sector",
        "== food",
        "sector =",
        "sector = food",
        "sector == ",
        "(sector == food",
        "sector == food)",
        "sector in food",
        "sector in ()",
        "and == b",
        "a == 'open",
        "a == b c",
        "a => b",
        &deep,
        &long,
    ] {
        assert_eq!(Condition::parse(text).unwrap_err().code(), Code::BadCondition, "{text}");
    }
    let words = Condition::parse("sector >= 3").unwrap();
    let compared = words.holds(&known(&[("sector", "food")]), &mut BTreeSet::new());
    assert_eq!(compared.unwrap_err().code(), Code::BadCondition);
}

#[test]
fn every_shipped_set_can_be_read_and_every_word_of_an_answer_is_said_in_vietnamese() {
    let catalog = shipped();
    let mut count = 0;
    for (_, given) in catalog.requirement_sets() {
        set::Set::read(given).unwrap();
        count += 1;
        let request =
            v1::SupplierRequest { as_of: "2026-11-21".into(), set: given.id.clone(), ..Default::default() };
        let page = supplier_html(&assess(catalog, &request).unwrap(), Lang::Vi);
        for word in ["no-evidence", "profile-missing", "insufficient-data", "unknown", "provide", "blocking"]
        {
            assert!(!page.contains(&format!(">{word}<")), "{}: {word}", given.id);
        }
    }
    assert_eq!(count, 7);
}

const DAYS: [&str; 6] = ["", "2026-01-31", "2026-11-20", "2026-11-21", "2027-02-01", "2030-06-30"];

fn evidence() -> impl Strategy<Value = v1::SupplierEvidence> {
    let day = || (0..DAYS.len()).prop_map(|at| DAYS[at].to_owned());
    let word = prop::sample::select(vec!["", "suspended", "withdrawn"]);
    let subject = prop::sample::select(vec!["a", "b", "a:2015"]);
    let sites = prop::sample::select(vec!["", "north", "south", "north;south", "east"]);
    (subject, day(), day(), word, sites, 0_u32..200).prop_map(
        |(subject, expires, surveillance_due, status, sites, id)| v1::SupplierEvidence {
            id: id.to_string(),
            kind: "certificate".into(),
            subject: subject.into(),
            sites: sites.into(),
            expires,
            surveillance_due,
            status: status.into(),
            ..Default::default()
        },
    )
}

fn request(evidence: Vec<v1::SupplierEvidence>, sites: Vec<String>, as_of: &str) -> v1::SupplierRequest {
    let asked = |id: &str, weight: &str, applies_if: &str| v1::Requirement {
        id: id.into(),
        kind: "certificate".into(),
        level: "major".into(),
        subject: id.into(),
        weight: weight.into(),
        applies_if: applies_if.into(),
        ..Default::default()
    };
    v1::SupplierRequest {
        as_of: as_of.into(),
        requirements: Some(v1::RequirementSet {
            id: "law".into(),
            requirements: vec![asked("a", "3", ""), asked("b", "1/3", ""), asked("c", "2", "never == told")],
            ..Default::default()
        }),
        evidence,
        sites,
        ..Default::default()
    }
}

fn number(text: &str) -> Fraction {
    Fraction::parse(text).unwrap()
}

fn low(request: &v1::SupplierRequest) -> Fraction {
    number(&assess(&Catalog::new(), request).unwrap().result.score.low_percent)
}

proptest! {
    #[test]
    fn bounds_hold_each_other(held in prop::collection::vec(evidence(), 0..6)) {
        let score = assess(&Catalog::new(), &request(held, Vec::new(), "2026-11-21")).unwrap().result.score;
        let (low, high) = (number(&score.low_percent), number(&score.high_percent));
        prop_assert!(low <= high && high <= Fraction::whole(100));
        // What applies and was not evaluated is the whole distance between the bounds.
        let open = Fraction::whole(100).try_sub(&number(&score.coverage).try_mul(&Fraction::whole(100)).unwrap()).unwrap();
        let apart = high.try_sub(&low).unwrap().try_sub(&open).unwrap();
        let tolerance = number("0.01");
        prop_assert!(apart <= tolerance && apart.negated() <= tolerance);
    }

    #[test]
    fn more_evidence_never_lowers_a_score(
        held in prop::collection::vec(evidence(), 0..5), more in evidence(), two in any::<bool>(),
    ) {
        let sites: Vec<String> = if two { vec!["north".into(), "south".into()] } else { Vec::new() };
        let before = low(&request(held.clone(), sites.clone(), "2026-11-21"));
        let after = low(&request([held, vec![more]].concat(), sites, "2026-11-21"));
        prop_assert!(after >= before);
    }

    #[test]
    fn time_alone_never_raises_a_score(held in prop::collection::vec(evidence(), 0..6)) {
        let scores: Vec<Fraction> = ["2026-01-01", "2026-11-21", "2027-06-01", "2031-01-01"]
            .iter()
            .map(|day| low(&request(held.clone(), Vec::new(), day)))
            .collect();
        prop_assert!(scores.is_sorted_by(|earlier, later| earlier >= later));
    }

    #[test]
    fn the_order_of_evidence_changes_nothing(held in prop::collection::vec(evidence(), 0..6)) {
        let unique: BTreeMap<String, v1::SupplierEvidence> = held.into_iter().map(|one| (one.id.clone(), one)).collect();
        let held: Vec<v1::SupplierEvidence> = unique.into_values().collect();
        let back: Vec<v1::SupplierEvidence> = held.iter().rev().cloned().collect();
        let sites = vec!["north".to_owned(), "south".to_owned()];
        let digest = |held| assess(&Catalog::new(), &request(held, sites.clone(), "2026-11-21")).unwrap().digest;
        prop_assert_eq!(digest(held), digest(back));
    }

    #[test]
    fn what_is_decided_stays_decided_when_more_is_known(
        bits in 0_u32..4096, values in prop::collection::vec(0_u8..3, 3),
    ) {
        // A condition of three facts, shaped by the bits.
        let leaf = |at: u32| format!("{}{} == {}", if bits & (1 << at) == 0 { "" } else { "not " }, ["x", "y", "z"][usize::try_from(at % 3).unwrap()], (bits >> 6 >> at) % 3);
        let join = |at: u32| if bits & (1 << at) == 0 { "and" } else { "or" };
        let text = format!("({} {} {}) {} ({} {} {})", leaf(0), join(3), leaf(1), join(4), leaf(2), join(5), leaf(3));
        let all = [("x", values[0].to_string()), ("y", values[1].to_string()), ("z", values[2].to_string())];
        let whole = held(&text, &Known(all.iter().cloned().collect())).0.unwrap();
        for left_out in 0..8_u32 {
            let some = all.iter().enumerate().filter(|(at, _)| left_out & (1 << at) == 0);
            let (decided, missing) = held(&text, &Known(some.map(|(_, fact)| fact.clone()).collect()));
            prop_assert!(decided.is_none_or(|decided| decided == whole), "{}", text);
            prop_assert_eq!(decided.is_none(), !missing.is_empty());
        }
    }

    #[test]
    fn no_condition_panics(text in "[a-z0-9()=!<>, '\"and or not in]{0,60}") {
        let _ = Condition::parse(&text);
    }
}

/// Suppliers of some regions with or without a certificate, in any order.
fn many(members: &[(u8, bool)], min_group: &str) -> v1::SupplierBaseRequest {
    let suppliers = members.iter().enumerate().map(|(at, (region, certified))| v1::SupplierEntry {
        id: format!("S{at}"),
        profile: vec![v1::ProfileFact { name: "region".into(), value: format!("R{region}") }],
        evidence: certified
            .then(|| v1::SupplierEvidence {
                id: "c".into(),
                kind: "certificate".into(),
                subject: "ISO 9001".into(),
                expires: "2028-01-01".into(),
                ..Default::default()
            })
            .into_iter()
            .collect(),
        ..Default::default()
    });
    let asked = v1::Requirement {
        id: "q".into(),
        kind: "certificate".into(),
        level: "major".into(),
        subject: "ISO 9001".into(),
        ..Default::default()
    };
    v1::SupplierBaseRequest {
        as_of: "2026-11-21".into(),
        requirements: Some(v1::RequirementSet {
            id: "own".into(),
            requirements: vec![asked],
            ..Default::default()
        }),
        suppliers: suppliers.collect(),
        group_by: vec!["region".into()],
        min_group: min_group.into(),
        ..Default::default()
    }
}

proptest! {
    /// No shown group is small, and neither is what the difference between the total and all shown groups comes to.
    #[test]
    fn no_small_group_can_be_seen(members in prop::collection::vec((0_u8..7, any::<bool>()), 0..40), least in 3_u64..9) {
        let catalog = shipped();
        match super::region(catalog, &many(&members, &least.to_string())) {
            Err(error) => {
                prop_assert_eq!(error.code(), Code::GroupTooSmall);
                prop_assert!((members.len() as u64) < least);
            }
            Ok(answer) => {
                let result = answer.result;
                prop_assert!(result.groups.iter().all(|group| group.suppliers >= least));
                let shown: u64 = result.groups.iter().map(|group| group.suppliers).sum();
                prop_assert_eq!(result.total.suppliers - shown, result.withheld.suppliers);
                prop_assert!(result.withheld.suppliers == 0 || result.withheld.suppliers >= least);
                prop_assert_eq!(result.withheld_groups == 0, result.withheld.suppliers == 0);
            }
        }
    }

    /// The order of suppliers in the request is not in the answer, and every place says how many are better.
    #[test]
    fn a_ranking_does_not_depend_on_the_order_of_the_list(members in prop::collection::vec((0_u8..3, any::<bool>()), 1..20)) {
        let catalog = shipped();
        let request = many(&members, "");
        let mut turned = request.clone();
        turned.suppliers.reverse();
        let answer = super::base(catalog, &request).unwrap();
        prop_assert_eq!(&answer.digest, &super::base(catalog, &turned).unwrap().digest);
        for one in &answer.result.ranking {
            let better = answer.result.ranking.iter().filter(|other| other.low_percent != one.low_percent && other.low_percent == "100");
            prop_assert_eq!(one.rank, 1 + better.count() as u64);
        }
    }
}
