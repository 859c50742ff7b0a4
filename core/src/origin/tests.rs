use proptest::prelude::*;

use super::assess;
use crate::error::Code;
use crate::factor::shipped;
use crate::wire::v1::{OriginAnswer, OriginMaterial, OriginRequest, TableInput, read_json};

fn request(agreement: &str, product: &str, condition: &str, materials: &str) -> OriginRequest {
    read_json(&format!(
        r#"{{"agreement": "{agreement}", "on": "2026-03-01", "country": "VN", "hs_edition": "HS2012", "currency": "USD",
        "products": [{{"id": "bolt", "hs_code": "731815", "minimal_operations": false, {product},
            "rule": {{"source": "test", "any": [{{"all": [{condition}]}}]}}}}], "materials": [{materials}]}}"#
    ))
    .unwrap()
}

fn answer(request: &OriginRequest) -> OriginAnswer {
    assess(shipped(), request).unwrap()
}

fn verdict(agreement: &str, product: &str, condition: &str, materials: &str) -> String {
    answer(&request(agreement, product, condition, materials)).result.products[0].verdict.clone()
}

const CTH: &str = r#"{"test": "change", "change": "CTH"}"#;
const ROD: &str = r#"{"id": "rod", "hs_code": "721391", "value": "100", "status": "non-originating"}"#;
const NUT: &str = r#"{"id": "nut", "hs_code": "731816", "value": "20", "status": "non-originating"}"#;

#[test]
fn what_is_not_determined_decides_only_where_it_could_matter() {
    let unknown = r#"{"id": "coating", "hs_code": "320890", "value": "10"}"#;
    let limit = r#"{"test": "value-limit", "percent": "50"}"#;
    for (exw, want) in [("220", "pass"), ("219", "not-proven"), ("200", "not-proven"), ("199", "fail")] {
        let found = verdict("evfta", &format!(r#""exw": "{exw}""#), limit, &format!("{ROD}, {unknown}"));
        assert_eq!(found, want, "{exw}");
    }
    let asked = request("evfta", r#""exw": "200""#, limit, &format!("{ROD}, {unknown}"));
    let missing = &answer(&asked).result.products[0].missing;
    assert_eq!((missing.len(), &*missing[0].what, &*missing[0].about), (1, "origin", "coating"));
    // A value that is missing can never pass, and fails only where the rest is enough to fail.
    let priceless = r#"{"id": "coating", "status": "non-originating"}"#;
    for (exw, want) in [("1000000", "not-proven"), ("199", "fail")] {
        assert_eq!(
            verdict("evfta", &format!(r#""exw": "{exw}""#), limit, &format!("{ROD}, {priceless}")),
            want
        );
    }
    assert_eq!(verdict("evfta", r#""fob": "300""#, limit, ROD), "not-proven");
}

#[test]
fn a_change_is_asked_of_every_material_and_tolerance_saves_little() {
    assert_eq!(verdict("evfta", r#""exw": "200""#, CTH, ROD), "pass");
    let both = format!("{ROD}, {NUT}");
    // 20 of 200 is 10 %: equality passes; 20 of 199 is more.
    assert_eq!(verdict("evfta", r#""exw": "200""#, CTH, &both), "pass");
    assert_eq!(verdict("evfta", r#""exw": "199""#, CTH, &both), "fail");
    // No tolerance is known of ATIGA.
    assert_eq!(verdict("atiga", r#""fob": "2000""#, CTH, &both), "fail");
    let except = r#"{"test": "change", "change": "CTH", "except_from": ["7213-7215"]}"#;
    assert_eq!(verdict("evfta", r#""exw": "500""#, except, ROD), "fail");
    let short = r#"{"id": "rod", "hs_code": "73", "value": "100", "status": "non-originating"}"#;
    assert_eq!(verdict("evfta", r#""exw": "500""#, CTH, short), "not-proven");
    let newer = r#"{"id": "rod", "hs_code": "721391", "hs_edition": "HS2022", "value": "100", "status": "non-originating"}"#;
    let asked = request("evfta", r#""exw": "500""#, CTH, newer);
    let product = &answer(&asked).result.products[0];
    assert_eq!((&*product.verdict, &*product.missing[0].what), ("not-proven", "hs-edition"));
}

#[test]
fn an_intermediate_brings_nothing_or_all_of_it() {
    let text = |limit: &str| {
        format!(
            r#"{{"agreement": "evfta", "on": "2026-03-01", "country": "VN", "hs_edition": "HS2012", "products": [
        {{"id": "bolt", "hs_code": "731815", "exw": "200", "minimal_operations": false,
          "rule": {{"source": "t", "any": [{{"all": [{{"test": "value-limit", "percent": "30"}}]}}]}}}},
        {{"id": "wire", "hs_code": "721710", "exw": "100", "minimal_operations": false,
          "rule": {{"source": "t", "any": [{{"all": [{{"test": "value-limit", "percent": "{limit}"}}]}}]}}}}],
        "materials": [{{"product": "wire", "id": "rod", "value": "60", "status": "non-originating"}},
            {{"product": "bolt", "id": "wire", "value": "100", "made_as": "wire"}}]}}"#
        )
    };
    let found = |limit: &str| {
        let answer = answer(&read_json(&text(limit)).unwrap());
        let [bolt, wire] = &answer.result.products[..] else { panic!() };
        (bolt.verdict.clone(), wire.verdict.clone(), bolt.non_originating_most.clone())
    };
    assert_eq!(found("60"), ("pass".into(), "pass".into(), "0".into()));
    assert_eq!(found("59"), ("fail".into(), "fail".into(), "100".into()));
    let circle = text("60").replace(r#""id": "rod""#, r#""id": "rod", "made_as": "bolt""#);
    let error = assess(shipped(), &read_json(&circle).unwrap()).unwrap_err();
    assert_eq!((error.code(), error.path()), (Code::BadRequest, "/materials"));
}

#[test]
fn cumulation_needs_a_document_and_an_agreement_that_has_it() {
    let limit = r#"{"test": "value-limit", "percent": "10"}"#;
    let rod = |more: &str| {
        format!(
            r#"{{"id": "rod", "value": "100", "country": "KR", "status": "originating", "evidence": "KR-1"{more}}}"#
        )
    };
    let found = |agreement: &str, product: &str, more: &str| verdict(agreement, product, limit, &rod(more));
    assert_eq!(found("evfta", r#""exw": "200""#, ""), "fail");
    assert_eq!(found("evfta", r#""exw": "200""#, r#", "cumulation": "diagonal""#), "pass");
    assert_eq!(found("evfta", r#""exw": "200""#, r#", "cumulation": "full""#), "fail");
    let undocumented = rod(r#", "cumulation": "diagonal""#).replace("KR-1", "");
    assert_eq!(verdict("evfta", r#""exw": "200""#, limit, &undocumented), "not-proven");
    // ATIGA: from 20 and below 40 per cent, its own content counts.
    let rvc = r#"{"test": "rvc", "formula": "build-down"}"#;
    for (percent, most) in
        [("19.99", "72"), ("20", "57.6"), ("28", "51.84"), ("39.99", "43.2072"), ("40", "72")]
    {
        let part = format!(
            r#"{{"id": "part", "value": "72", "country": "TH", "status": "non-originating", "cumulation": "partial",
            "originating_percent": "{percent}", "evidence": "TH-1"}}"#
        );
        let asked = request("atiga", r#""fob": "100""#, rvc, &part);
        assert_eq!(answer(&asked).result.products[0].non_originating_most, most, "{percent}");
    }
}

#[test]
fn minimal_operations_never_pass_and_silence_about_them_proves_nothing() {
    let mut asked = request("evfta", r#""exw": "200""#, CTH, ROD);
    for (said, want) in [(Some(false), "pass"), (None, "not-proven"), (Some(true), "fail")] {
        asked.products[0].minimal_operations = said;
        assert_eq!(answer(&asked).result.products[0].verdict, want);
    }
}

#[test]
fn a_bill_of_materials_is_read_with_vietnamese_headers() {
    let mut asked = request("evfta", r#""exw": "2000""#, CTH, "");
    asked.bom = Some(TableInput {
        text: Some(
            "BẢNG KÊ;;;;;;\nMã NVL;Tên nguyên liệu;Mã HS;ĐVT;Trị giá (USD);Nước xuất xứ;Tình trạng xuất xứ\n\
             D-01;Thép cuộn;7213.91;kg;1.100,5;CN;Không có xuất xứ\nM-02;Mạ kẽm;7901.11;kg;x;VN;Có xuất xứ\n"
                .into(),
        ),
        locale: "vi-VN".into(),
        ..Default::default()
    });
    let found = answer(&asked);
    let product = &found.result.products[0];
    // A row is left out, so nothing is proven.
    assert_eq!((&*product.verdict, &*product.missing[0].what), ("not-proven", "rows"));
    assert_eq!((&*product.materials[0].value, found.result.excluded), ("1100.5", 1));
    assert_eq!((found.findings[0].row, &*found.findings[0].header), (4, "Trị giá (USD)"));
}

#[test]
fn faults_of_a_request_have_their_place() {
    let path = |change: &dyn Fn(&mut OriginRequest)| {
        let mut asked = request("evfta", r#""exw": "200""#, CTH, ROD);
        change(&mut asked);
        let error = assess(shipped(), &asked).unwrap_err();
        (error.code(), error.path().to_owned())
    };
    let condition = |asked: &mut OriginRequest, test: &str, formula: &str| {
        let condition = &mut asked.products[0].rule.any[0].all[0];
        (condition.test, condition.formula) = (test.into(), formula.into());
    };
    assert_eq!(path(&|asked| asked.agreement.clear()), (Code::ChoiceMissing, "/agreement".into()));
    assert_eq!(path(&|asked| asked.agreement = "x".into()), (Code::UnknownValue, "/agreement".into()));
    assert_eq!(path(&|asked| asked.on = "1.3.2026".into()), (Code::BadDate, "/on".into()));
    assert_eq!(
        path(&|asked| asked.products[0].exw = "0".into()),
        (Code::NumberOutOfRange, "/products/0/exw".into())
    );
    assert_eq!(
        path(&|asked| condition(asked, "rvc", "build-up")),
        (Code::UnknownValue, "/products/0/rule/any/0/all/0/formula".into())
    );
    assert_eq!(
        path(&|asked| condition(asked, "value-limit", "")),
        (Code::ChoiceMissing, "/products/0/rule/any/0/all/0/percent".into())
    );
    assert_eq!(
        path(&|asked| asked.materials[0].value = "-1".into()),
        (Code::NegativeQuantity, "/materials/0/value".into())
    );
    assert_eq!(
        path(&|asked| asked.materials[0].hs_code = "x".into()),
        (Code::UnknownValue, "/materials/0/hs_code".into())
    );
    assert_eq!(
        path(&|asked| asked.materials[0].product = "x".into()),
        (Code::UnknownValue, "/materials/0/product".into())
    );
}

fn materials() -> impl Strategy<Value = Vec<OriginMaterial>> {
    let status = prop_oneof![Just(""), Just("originating"), Just("non-originating")];
    let code = prop_oneof![Just(""), Just("7213"), Just("731816"), Just("73")];
    let one =
        (0_u32..300, status, code, any::<bool>()).prop_map(|(value, status, code, known)| OriginMaterial {
            id: format!("m{value}"),
            value: if known { value.to_string() } else { String::new() },
            status: status.into(),
            hs_code: code.into(),
            country: "VN".into(),
            evidence: "x".into(),
            ..Default::default()
        });
    prop::collection::vec(one, 0..6)
}

fn rank(verdict: &str) -> u8 {
    match verdict {
        "fail" => 0,
        "pass" => 2,
        _ => 1,
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn equality_passes_and_the_least_more_fails(value in 1_u32..100_000, percent in 0_u32..=100) {
        let condition = format!(r#"{{"test": "rvc", "formula": "build-down", "percent": "{percent}"}}"#);
        // V × (100 - p) / 100 of non-originating materials reach p exactly.
        let most = u64::from(value) * u64::from(100 - percent);
        let rod = |hundredths: u64| format!(
            r#"{{"id": "rod", "value": "{}.{:02}", "status": "non-originating"}}"#, hundredths / 100, hundredths % 100
        );
        let product = format!(r#""fob": "{value}""#);
        prop_assert_eq!(verdict("rcep", &product, &condition, &rod(most)), "pass");
        prop_assert_eq!(verdict("rcep", &product, &condition, &rod(most + 1)), "fail");
    }

    #[test]
    fn the_order_of_materials_does_not_matter_and_knowing_more_decides_nothing_against(
        list in materials(), turn in 0_usize..6
    ) {
        let condition = r#"{"test": "change", "change": "CTH"}, {"test": "value-limit", "percent": "50"}"#;
        let mut asked = request("evfta", r#""exw": "400""#, condition, "");
        asked.materials = list;
        let first = answer(&asked).result.products[0].clone();
        let mut turned = asked.clone();
        let by = turn.min(turned.materials.len());
        turned.materials.rotate_left(by);
        let second = answer(&turned).result.products[0].clone();
        prop_assert_eq!((&first.verdict, &first.missing), (&second.verdict, &second.missing));
        // Whatever the open statuses turn out to be, a decided verdict stays as it is.
        for status in ["originating", "non-originating"] {
            let mut decided = asked.clone();
            decided.materials.iter_mut().filter(|material| material.status.is_empty()).for_each(|material| {
                material.status = status.into();
            });
            let found = rank(&answer(&decided).result.products[0].verdict);
            match rank(&first.verdict) {
                1 => {}
                sure => prop_assert_eq!(found, sure),
            }
        }
    }
}
