//! Comparisons, base years, intensities and targets through the one door, down to the documents.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    reason = "tests assert by panicking"
)]

use emitrace::factor::Catalog;
use serde_json::{Value, json};

fn ask(method: &str, request: &Value) -> Value {
    let answer = emitrace::call(&Catalog::bundled().unwrap(), method, &request.to_string());
    serde_json::from_str(&answer.unwrap()).unwrap()
}

fn side(ledger: &str) -> Value {
    let options = json!({ "profile": "ghg-protocol", "gwp": "AR5", "region": "VN", "proxy_years": 2 });
    let ledger = format!("id,date,site,activity,quantity,unit\n{ledger}");
    json!({ "ledger": { "text": ledger }, "options": options })
}

fn written(method: &str, answer: &Value, format: &str, lang: &str) -> String {
    let request = json!({ "answer": answer, "format": format, "lang": lang });
    ask(method, &request)["text"].as_str().unwrap().to_owned()
}

#[test]
fn a_comparison_is_written_in_both_languages_and_as_a_chart() {
    let answer = ask(
        "diff",
        &json!({
            "before": side("A,2022-05-31,Hanoi,electricity,1250,kWh\n"),
            "after": side("A,2023-05-31,Hanoi,electricity,1.5,MWh\n"),
        }),
    );
    let english = written("diff.report", &answer, "table", "en");
    assert!(
        english.contains("From one total to the other") && english.contains("quantity: 1,250 → 1.5"),
        "{english}"
    );
    let vietnamese = written("diff.report", &answer, "table", "vi");
    assert!(
        vietnamese.contains("So sánh hai kết quả kiểm kê") && vietnamese.contains("số lượng: 1.250 → 1,5"),
        "{vietnamese}"
    );
    let chart: Value = serde_json::from_str(&written("diff.report", &answer, "vega-lite", "vi")).unwrap();
    let steps = chart["data"]["values"].as_array().unwrap();
    assert_eq!(steps[1], json!({ "step": "hoạt động", "start": "845.75", "end": "1014.9", "kind": "more" }));
    assert_eq!(steps[2]["kind"], "less");
    let picture = written("diff.report", &answer, "svg", "vi");
    assert!(
        picture.starts_with("<svg") && picture.contains("+0,169") && picture.contains("hoạt động"),
        "{picture}"
    );
    assert!(!picture.contains("Bộ GWP"), "an effect of nothing is left out: {picture}");
    // A finished inventory beside a ledger: cells only.
    let finished = ask("inventory", &side("A,2022-05-31,Hanoi,electricity,1250,kWh\n"));
    let mixed = ask(
        "diff",
        &json!({ "before": { "answer": finished }, "after": side("A,2022-05-31,Hanoi,electricity,1250,kWh\n") }),
    );
    assert_eq!(mixed["comparison"]["depth"], "cells");
    assert!(written("diff.report", &mixed, "table", "en").contains("The two do not differ."));
}

#[test]
fn a_base_year_is_computed_from_ledgers() {
    let answer = ask(
        "base_year",
        &json!({
            "base": side("A,2022-05-31,Hanoi,electricity,1000,kWh\nB,2022-05-31,Vinh,electricity,500,kWh\n"),
            "current": side("A,2023-05-31,Hanoi,electricity,1100,kWh\n"),
            "policy": { "name": "sbti", "accounts": ["scope_1", "scope_2_location"] },
            "events": [
                { "kind": "divestment", "what": "Vinh sold", "sites": ["Vinh"] },
                { "kind": "factor-update", "what": "grid factor of 2023" },
            ],
        }),
    );
    assert_eq!(answer["recalculate"], true);
    assert_eq!(answer["base_kg_co2e"], "676.6");
    assert_eq!(answer["events"][1]["triggers"], false);
    // Line by line: Vinh is structure, the grid is factor, 100 kWh more are activity.
    let total = answer["total"]
        .as_array()
        .unwrap()
        .iter()
        .find(|change| change["account"] == "total_location")
        .unwrap();
    assert_eq!(total["effects"]["structure_kg_co2e"], "-338.3");
    assert_eq!(total["effects"]["activity_kg_co2e"], "67.66");
    assert_eq!(total["effects"]["factor_kg_co2e"], "-19.14");
    // A correction: the same ledger with an own, corrected factor.
    let pack = "+++\nid = \"own\"\nkind = \"factors\"\ntitle = \"t\"\npublisher = \"p\"\nedition = \"1\"\nlicence = \"internal\"\nattribution = \"\"\nsource = \"s\"\nurl = \"\"\nretrieved = \"2025-01-01\"\nconfidence = \"A\"\n+++\nfactor,activity,kind,gas,value,state,value_unit,per_unit,place,valid_from,valid_to,scope,category,view,gwp_set,td_losses,lower,upper,cell,confidence,note\ngrid,electricity,emission,CO2,0.7,value,kg,kWh,VN,,,2,electricity,location,,,,,c,A,\n";
    let corrected = ask(
        "base_year",
        &json!({
            "base": side("A,2022-05-31,Hanoi,electricity,1000,kWh\n"),
            "policy": { "name": "vn-circular-38", "accounts": ["scope_2_location"] },
            "events": [{
                "kind": "factor-correction",
                "corrected": {
                    "options": { "profile": "ghg-protocol", "gwp": "AR5", "region": "VN", "proxy_years": 2 },
                    "packs": [pack],
                },
            }],
        }),
    );
    assert_eq!((&corrected["base_kg_co2e"], &corrected["recalculate"]), (&json!("700"), &json!(true)));
    for (lang, words) in [("en", "The base year is recalculated."), ("vi", "Năm cơ sở được tính toán lại.")]
    {
        assert!(written("base_year.report", &answer, "table", lang).contains(words));
    }
}

#[test]
fn intensities_and_targets_are_written() {
    let year = |year: u16, kg: &str| {
        json!({
            "year": year,
            "amounts": [{ "account": "scope_1", "kg_co2e": kg }],
            "denominators": [{ "name": "steel", "quantity": "3", "unit": "t" }],
        })
    };
    let answer = ask(
        "intensity",
        &json!({ "years": [year(2023, "5000"), year(2024, "4500")], "accounts": ["scope_1"], "decimals": 3 }),
    );
    assert!(written("intensity.report", &answer, "table", "en").contains("1,666.667 / t"));
    assert!(written("intensity.report", &answer, "table", "vi").contains("1.666,667 / t"));
    let answer = ask(
        "targets",
        &json!({
            "base": year(2023, "5000"), "years": [year(2024, "4500")], "decimals": 2,
            "targets": [{ "name": "near-term", "accounts": ["scope_1"], "target_year": 2030, "pathway": "sbti-1.5c" }],
        }),
    );
    let table = written("targets.report", &answer, "table", "en");
    assert!(table.contains("4.790") && table.contains("Offsets and credits are never counted."), "{table}");
    assert!(written("targets.report", &answer, "table", "vi").contains("Đúng lộ trình"));
    let chart: Value = serde_json::from_str(&written("targets.report", &answer, "vega-lite", "en")).unwrap();
    assert_eq!(chart["vconcat"][0]["data"]["values"].as_array().unwrap().len(), 10);
    let picture = written("targets.report", &answer, "svg", "en");
    assert!(picture.contains("near-term, kg CO₂e") && picture.contains("Actual: 4,500"), "{picture}");
    assert!(picture.contains("Pathway: 3,530"), "{picture}");
    let refused = emitrace::call(
        &Catalog::bundled().unwrap(),
        "intensity.report",
        &json!({ "answer": ask("intensity", &json!({ "years": [], "accounts": ["scope_1"], "decimals": 0 })), "format": "vega-lite" })
            .to_string(),
    );
    assert_eq!(refused.unwrap_err().path(), "/format");
}
