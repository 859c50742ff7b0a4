use proptest::prelude::*;

use super::{Model, check};
use crate::error::Code;
use crate::factor::shipped;
use crate::number::Fraction;
use crate::wire::v1::{CustodyAnswer, CustodyEntry, CustodyRequest, TableInput, read_json};

fn request(scheme: &str, more: &str, entries: &str) -> CustodyRequest {
    let more = if more.is_empty() { String::new() } else { format!("{more},") };
    read_json(&format!(
        r#"{{"scheme": "{scheme}", "on": "2026-03-31", "unit": "t", {more}
        "periods": [{{"start": "2026-01-01", "end": "2026-04-01"}}], "entries": [{entries}]}}"#
    ))
    .unwrap()
}

fn run(scheme: &str, more: &str, entries: &str) -> CustodyAnswer {
    check(shipped(), &request(scheme, more, entries)).unwrap()
}

/// The checks that found an error, and how much each is about.
fn errors(answer: &CustodyAnswer) -> Vec<(&str, &str)> {
    let checks = answer.result.checks.iter().filter(|check| check.severity == "error");
    checks.map(|check| (&*check.check, &*check.amount)).collect()
}

const IN_50: &str = r#"{"id": "i", "date": "2026-02-10", "kind": "in", "material": "m", "quantity": "50", "evidence": "SD-1"}"#;
const OUT_30: &str = r#"{"id": "o", "date": "2026-01-05", "kind": "out", "material": "m", "quantity": "30"}"#;

#[test]
fn a_deficit_inside_a_fixed_period_is_covered_at_its_end_and_never_in_a_continuous_one() {
    let both = format!("{OUT_30}, {IN_50}");
    let fixed = run("rspo-scc-2020", r#""balancing": "fixed""#, &both);
    assert_eq!((fixed.result.accepted, &*fixed.result.balances[0].balance), (true, "20"));
    // The credits that came later stand behind the claim.
    assert_eq!((&*fixed.result.claims[0].credits[0].entry, &*fixed.result.claims[0].uncovered), ("i", "0"));
    let continuous = run("rspo-scc-2020", r#""balancing": "continuous""#, &both);
    assert_eq!(errors(&continuous), [("C1", "30")]);
    let error = check(shipped(), &request("rspo-scc-2020", "", &both)).unwrap_err();
    assert_eq!((error.code(), error.path()), (Code::ChoiceMissing, "/balancing"));
}

#[test]
fn an_overdraw_is_repaid_in_the_next_period() {
    let entries = |second: &str| {
        format!(
            r#"{{"id": "1", "date": "2024-02-01", "kind": "in", "material": "m", "quantity": "100", "evidence": "a"}},
            {{"id": "2", "date": "2024-03-01", "kind": "out", "material": "m", "quantity": "120"}},
            {{"id": "3", "date": "2025-03-01", "kind": "in", "material": "m", "quantity": "{second}", "evidence": "b"}}"#
        )
    };
    let found = |second: &str| {
        let mut asked = request("asi-coc", "", &entries(second));
        asked.periods = read_json(
            r#"[{"start": "2024-01-01", "end": "2025-01-01"}, {"start": "2025-01-01", "end": "2026-01-01"}]"#,
        )
        .unwrap();
        let answer = check(shipped(), &asked).unwrap();
        let ours: Vec<String> =
            errors(&answer).iter().map(|(check, amount)| format!("{check} {amount}")).collect();
        (ours, answer.result.checks.len())
    };
    assert_eq!(found("20"), (vec![], 1));
    assert_eq!(found("19"), (vec!["C1 1".to_owned()], 2));
}

#[test]
fn what_cannot_be_carried_is_forfeited_by_an_entry() {
    let answer = run("iscc-eu", "", IN_50);
    assert_eq!(errors(&answer), [("C8", "50")]);
    let mut asked = request("iscc-eu", "", IN_50);
    asked.periods[0].stocks = read_json(r#"[{"material": "m", "quantity": "30"}]"#).unwrap();
    let answer = check(shipped(), &asked).unwrap();
    let balance = &answer.result.balances[0];
    assert_eq!((&*balance.balance, &*balance.carried, &*balance.forfeited), ("50", "30", "20"));
    let made = &answer.result.made[0];
    assert_eq!((&*made.kind, &*made.date, &*made.quantity, &*made.of), ("adjust", "2026-03-31", "20", "i"));
    assert!(answer.result.accepted);
}

#[test]
fn carbon_and_age_travel_with_a_credit_through_conversion_and_transfer() {
    let entries = r#"
        {"id": "1", "date": "2026-01-05", "kind": "in", "site": "A", "material": "oil", "quantity": "10", "evidence": "a", "kg_co2e_per_unit": "100", "model": "SG"},
        {"id": "2", "date": "2026-01-06", "kind": "in", "site": "A", "material": "oil", "quantity": "10", "evidence": "b", "kg_co2e_per_unit": "200", "model": "MB"},
        {"id": "3", "date": "2026-01-07", "kind": "convert", "site": "A", "material": "oil", "quantity": "15", "to_material": "soap", "conversion_factor": "0.5"},
        {"id": "4", "date": "2026-01-08", "kind": "transfer", "site": "A", "material": "soap", "quantity": "-6", "evidence": "t", "counter_site": "B"},
        {"id": "5", "date": "2026-01-08", "kind": "transfer", "site": "B", "material": "soap", "quantity": "6", "evidence": "t", "counter_site": "A"},
        {"id": "6", "date": "2026-01-09", "kind": "out", "site": "B", "material": "soap", "quantity": "6", "model": "SG", "kg_co2e_per_unit": "230"}"#;
    let factors = r#""factors": [{"material": "oil", "to_material": "soap", "factor": "0.5"}]"#;
    let answer = run("fsc-coc", factors, entries);
    let claim = &answer.result.claims[0];
    // 10 oil of 100 kg make 5 soap of 200 kg, 2 more oil of 200 kg make 1 soap of 400 kg.
    assert_eq!((&*claim.kg_co2e, &*claim.strongest_model, claim.credits.len()), ("1400", "MB", 2));
    assert_eq!((&*claim.credits[0].entry, &*claim.credits[0].date), ("1", "2026-01-05"));
    // 6 × 230 = 1380 of 1400; and mass balance is not segregated.
    assert_eq!(errors(&answer), [("C5", "6"), ("C9", "-20")]);
    let lost = run(
        "fsc-coc",
        factors,
        &entries.replace(r#""quantity": "6", "evidence""#, r#""quantity": "5", "evidence""#),
    );
    assert!(errors(&lost).contains(&("C11", "-1")));
    assert_eq!(errors(&run("fsc-coc", "", entries))[0], ("C3", "7.5"));
}

#[test]
fn each_check_finds_what_it_is_for() {
    let out = |more: &str| {
        format!(
            r#"{IN_50}, {{"id": "o", "date": "2026-03-01", "kind": "out", "material": "m", "quantity": "30"{more}}}"#
        )
    };
    let found = |scheme: &str, more: &str, entries: &str| {
        let answer = run(scheme, more, entries);
        errors(&answer).iter().map(|(check, amount)| format!("{check} {amount}")).collect::<Vec<_>>()
    };
    let ok: Vec<String> = Vec::new();
    assert_eq!(found("fsc-coc", "", &out("")), ok);
    assert_eq!(found("fsc-coc", "", &format!("{IN_50}, {}", IN_50.replace("\"i\"", "\"j\""))), ["C2 50"]);
    assert_eq!(found("fsc-coc", r#""evidence_elsewhere": ["SD-1"]"#, IN_50), ["C2 50"]);
    let certificate =
        r#""certificates": [{"id": "c", "from": "2026-01-01", "to": "2026-02-28", "materials": ["m"]}]"#;
    let covered = out(r#", "certificate": "c""#)
        .replace(r#""evidence": "SD-1""#, r#""evidence": "SD-1", "certificate": "c""#);
    assert_eq!(found("fsc-coc", certificate, &covered), ["C4 30"]);
    assert_eq!(found("fsc-coc", certificate, &out("")), ["C4 50", "C4 30"]);
    let weak =
        out(r#", "model": "SG""#).replace(r#""evidence": "SD-1""#, r#""evidence": "SD-1", "model": "MB""#);
    assert_eq!(found("fsc-coc", "", &weak), ["C5 30"]);
    assert_eq!(
        found("fsc-coc", "", &out(r#", "model": "IP""#).replace("SD-1\"", "SD-1\", \"model\": \"IP\"")),
        ok
    );
    assert_eq!(found("fsc-coc", r#""process_model": "MB""#, &out(r#", "model": "SG""#)), ["C5 30"]);
    let with = out(r#", "attributes": "country=VN""#).replace(
        r#""evidence": "SD-1""#,
        r#""evidence": "SD-1", "attributes": "no deforestation; country=VN""#,
    );
    assert_eq!(found("fsc-coc", "", &with), ["C1 30", "C9 30"]);
    assert_eq!(found("fsc-coc", "", &out(r#", "physical_quantity": "29""#)), ["C10 1"]);
    assert_eq!(found("fsc-coc", "", &out(r#", "claim": "uncertified", "model": "MB""#)), ["C10 30"]);
    assert_eq!(found("fsc-coc", "", &out(r#", "claims_for": "eudr", "model": "MB""#)), ["C12 30"]);
    assert_eq!(found("fsc-coc", "", &out(r#", "claims_for": "cbam", "model": "B&C""#)), ["C12 30"]);
    let eudr = r#", "claims_for": "cbam""#;
    assert_eq!(found("fsc-coc", "", &out(eudr)), ok);
    let late = out("").replace("2026-03-01", "2026-04-01");
    assert_eq!(found("fsc-coc", "", &late), ["C6 30"]);
}

#[test]
fn a_ledger_is_read_with_vietnamese_headers() {
    let mut asked = request("fsc-coc", "", "");
    asked.ledger = Some(TableInput {
        text: Some(
            "Số phiếu;Ngày;Nghiệp vụ;Kho;Vật tư;Số lượng;ĐVT;Chứng từ gốc;Mô hình\n\
             PN01;05/01/2026;Nhập kho;Hà Nội;gỗ keo;1.500,5;kg;TK-1;MB\n\
             PX01;06/01/2026;Xuất kho;Hà Nội;gỗ keo;1,5005;tấn;;\n\
             PX02;06/01/2026;Xuất kho;Hà Nội;gỗ keo;x;tấn;;\n"
                .into(),
        ),
        locale: "vi-VN".into(),
        ..Default::default()
    });
    let answer = check(shipped(), &asked).unwrap();
    let balance = &answer.result.balances[0];
    assert_eq!((&*balance.added, &*balance.balance), ("1.5005", "0"));
    assert_eq!((answer.result.accepted, answer.result.excluded, answer.findings[0].row), (false, 1, 4));
}

fn models() -> impl Strategy<Value = Model> {
    prop::sample::select(Model::ALL.to_vec())
}

fn entries() -> impl Strategy<Value = Vec<CustodyEntry>> {
    let one = (0_u32..4, 1_u32..28, 0_usize..4, prop::option::of(models())).prop_map(
        |(units, day, kind, model)| {
            let kind = ["in", "out", "adjust", "out"][kind];
            CustodyEntry {
                date: format!("2026-01-{day:02}"),
                kind: kind.into(),
                material: "m".into(),
                quantity: units.to_string(),
                model: if kind == "in" { model.map_or("", Model::as_str).into() } else { String::new() },
                ..Default::default()
            }
        },
    );
    prop::collection::vec(one, 0..12).prop_map(|mut list| {
        for (at, entry) in list.iter_mut().enumerate() {
            (entry.id, entry.evidence) = (at.to_string(), format!("e{at}"));
        }
        list
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    /// I15: adding an input never strengthens.
    #[test]
    fn the_meet_is_monotone(one in models(), other in models(), third in models()) {
        prop_assert!(one.meet(other) <= one);
        prop_assert_eq!(one.meet(other), other.meet(one));
        prop_assert_eq!(one.meet(other).meet(third), one.meet(other.meet(third)));
        prop_assert_eq!(one.meet(one), one);
    }

    #[test]
    fn nothing_is_made_and_nothing_is_lost(list in entries(), turn in 0_usize..12) {
        let mut asked = request("rspo-scc-2020", r#""balancing": "fixed""#, "");
        asked.entries = list;
        let answer = check(shipped(), &asked).unwrap().result;
        let number = |text: &str| Fraction::parse(text).unwrap();
        let sum = |kinds: &[&str]| asked.entries.iter().filter(|entry| kinds.contains(&&*entry.kind)).fold(
            Fraction::zero(), |sum, entry| sum.try_add(&number(&entry.quantity)).unwrap()
        );
        let ends = sum(&["in", "adjust"]).try_sub(&sum(&["out"])).unwrap();
        let balance = answer.balances.first().map_or("0", |balance| &balance.balance);
        prop_assert_eq!(number(balance), ends.clone());
        prop_assert_eq!(answer.accepted, !ends.is_negative());
        // Every claim is its credits and what is not covered; what is not covered is the deficit.
        let mut open = Fraction::zero();
        for claim in &answer.claims {
            let covered = claim.credits.iter().fold(number(&claim.uncovered), |sum, part| {
                sum.try_add(&number(&part.quantity)).unwrap()
            });
            prop_assert_eq!(covered, number(&claim.quantity));
            open = open.try_add(&number(&claim.uncovered)).unwrap();
        }
        let deficit = if ends.is_negative() { ends.negated() } else { Fraction::zero() };
        prop_assert_eq!(open, deficit);
        // The order of rows within a day may choose between equally old credits, never the balance.
        let mut turned = asked.clone();
        let by = turn.min(turned.entries.len());
        turned.entries.rotate_left(by);
        let again = check(shipped(), &turned).unwrap().result;
        prop_assert_eq!(again.balances, answer.balances);
        prop_assert_eq!(again.accepted, answer.accepted);
    }
}
