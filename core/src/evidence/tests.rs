//! Laws of trees and bundles: what is shown is what was sealed, whatever is hidden; any change is told with its place.

use proptest::prelude::*;
use serde_json::{Value, json};

use super::merkle::{Hash, root};
use super::{check, redact, seal, tree, verify};
use crate::wire::v1::{
    BundleDocument, BundlePart, BundleRedactRequest, BundleSealRequest, BundleVerifyAnswer,
    BundleVerifyRequest, MerkleCheckRequest, MerkleConsistency, MerkleInclusion, MerkleTreeRequest,
};

fn document(name: &str, document: &Value) -> BundleDocument {
    BundleDocument { name: name.into(), document: document.to_string() }
}

fn request() -> BundleSealRequest {
    BundleSealRequest {
        documents: vec![
            document(
                "box 17",
                &json!({ "carbon_kg_co2e": "41.2", "steel_from": { "VN": "0.6", "JP": "0.4" } }),
            ),
            document(
                "heat B2210",
                &json!({ "mill": "Thép Bình Nguyên", "price_vnd_per_kg": "15200", "grade": "SWRCH18A" }),
            ),
        ],
        subject: vec!["box 17".into()],
        seed: "5a".repeat(32),
        key: "07".repeat(32),
        created: "2027-02-01T08:00:00Z".into(),
        ..BundleSealRequest::default()
    }
}

fn sealed() -> String {
    seal(&request()).unwrap().bundle
}

fn checked(bundle: String) -> BundleVerifyAnswer {
    verify(&BundleVerifyRequest { bundle, ..BundleVerifyRequest::default() }).unwrap()
}

fn hidden(bundle: String, document: &str, member: &str) -> String {
    let hide = vec![BundlePart { document: document.into(), member: member.into() }];
    redact(&BundleRedactRequest { bundle, hide }).unwrap().bundle
}

#[test]
fn hiding_keeps_the_seal_and_shows_the_rest() {
    let whole = checked(sealed());
    assert!(whole.holds, "{:?}", whole.findings);
    assert_eq!((whole.leaves, whole.shown, whole.hidden), (5, 5, 0));
    let bundle = hidden(hidden(sealed(), "heat B2210", "mill"), "", "price_vnd_per_kg");
    assert!(!bundle.contains("Nguyên") && !bundle.contains("15200"));
    let part = checked(bundle.clone());
    assert!(part.holds);
    assert_eq!((part.leaves, part.shown, part.hidden), (5, 3, 2));
    assert_eq!(part.documents[1].document, r#"{"grade":"SWRCH18A"}"#);
    assert_eq!(part.digest, whole.digest, "hiding does not change what is signed");
    // A whole document, then everything.
    let none = checked(hidden(hidden(bundle, "box 17", ""), "", ""));
    assert!(none.holds && none.documents.is_empty());
}

#[test]
fn what_is_not_shown_cannot_be_hidden() {
    let hide = vec![BundlePart { document: String::new(), member: "suplier".into() }];
    let error = redact(&BundleRedactRequest { bundle: sealed(), hide }).unwrap_err();
    assert_eq!((error.code().as_str(), error.path()), ("UNKNOWN_VALUE", "/hide/0"));
}

#[test]
fn a_seal_says_nothing_of_key_and_seed() {
    let text = format!("{:?}{}", request(), sealed());
    assert!(!text.contains(&"07".repeat(32)) && !text.contains(&"5a".repeat(32)));
}

/// Changes a bundle and gives the codes and places of what is told.
fn told(change: impl FnOnce(&mut Value)) -> Vec<(String, String)> {
    let mut bundle: Value = serde_json::from_str(&sealed()).unwrap();
    change(&mut bundle);
    let answer = checked(bundle.to_string());
    assert!(!answer.holds && answer.documents.is_empty() && answer.subject.is_empty());
    answer.findings.into_iter().map(|finding| (finding.code, finding.column)).collect()
}

fn one(code: &str, place: &str) -> Vec<(String, String)> {
    vec![(code.into(), place.into())]
}

#[test]
fn every_change_is_told_with_its_place() {
    let place = "/bundle/entries/1/doc";
    assert_eq!(told(|b| b["entries"][1]["doc"]["value"] = json!({ "VN": "1" })), one("LEAF_BROKEN", place));
    assert_eq!(told(|b| b["entries"][1]["doc"]["member"] = json!("steel")), one("LEAF_BROKEN", place));
    assert_eq!(told(|b| b["entries"][1]["doc"]["more"] = json!(1)), one("BAD_BUNDLE", place));
    assert_eq!(
        told(|b| b["entries"][0]["salt"] = json!("AAAA")),
        one("BAD_BUNDLE", "/bundle/entries/0/salt")
    );
    let salt = |b: &mut Value| b["entries"][0]["salt"] = b["entries"][1]["salt"].clone();
    assert_eq!(told(salt), one("LEAF_BROKEN", "/bundle/entries/0/doc"));
    let unsalted = |b: &mut Value| drop(b["entries"][2].as_object_mut().unwrap().remove("salt"));
    assert_eq!(told(unsalted), one("BAD_BUNDLE", "/bundle/entries/2"));
    // A redacted leaf with another hash: the root tells it.
    let forged = |b: &mut Value| {
        let entry = b["entries"][3].as_object_mut().unwrap();
        entry.remove("doc");
        entry.remove("salt");
        entry["leaf"] = json!("00".repeat(32));
    };
    assert_eq!(told(forged), one("TREE_BROKEN", "/bundle/tree/root"));
    assert_eq!(
        told(|b| b["entries"][3]["leaf"] = json!("AB")),
        [one("BAD_BUNDLE", "/bundle/entries/3/leaf"), one("TREE_BROKEN", "/bundle/tree/size")].concat()
    );
    assert_eq!(
        told(|b| drop(b["entries"].as_array_mut().unwrap().pop())),
        one("TREE_BROKEN", "/bundle/tree/size")
    );
    let swapped = told(|b| b["entries"].as_array_mut().unwrap().swap(0, 1));
    assert_eq!(swapped.iter().filter(|(code, _)| code == "BAD_BUNDLE").count(), 2);
    assert!(swapped.iter().any(|(code, _)| code == "TREE_BROKEN"));
    assert_eq!(told(|b| b["subject"] = json!(["box 18"])), one("SEAL_BROKEN", "/bundle/proof"));
    assert_eq!(told(|b| b["note"] = json!("x")), one("BAD_BUNDLE", "/bundle/note"));
    assert_eq!(
        told(|b| drop(b.as_object_mut().unwrap().remove("proof"))),
        [one("BAD_BUNDLE", "/bundle/proof"), one("BAD_SEAL", "/bundle/proof")].concat()
    );
    assert_eq!(told(|b| *b = json!([])), one("BAD_BUNDLE", "/bundle"));
    // A forger who makes a new root for a new leaf has no key for it.
    let remade = told(|b| b["tree"]["root"] = json!("11".repeat(32)));
    assert_eq!(
        remade,
        [one("TREE_BROKEN", "/bundle/tree/root"), one("SEAL_BROKEN", "/bundle/proof")].concat()
    );
}

#[test]
fn a_doubled_member_and_a_cut_text_are_no_bundle() {
    let twice = sealed().replacen("\"v\":1", "\"v\":1,\"v\":1", 1);
    let cut: String = sealed().chars().take(300).collect();
    for bundle in [twice, cut] {
        let request = BundleVerifyRequest { bundle, ..BundleVerifyRequest::default() };
        assert_eq!(verify(&request).unwrap_err().code().as_str(), "BAD_JSON");
    }
}

#[test]
fn versions_follow_each_other() {
    let first = sealed();
    let mut next = BundleSealRequest { previous: hidden(first.clone(), "", "mill"), ..request() };
    next.documents[0] = document("box 17", &json!({ "withdrawn": "the scale was wrong" }));
    let second = seal(&next).unwrap().bundle;
    let third = seal(&BundleSealRequest { previous: second.clone(), ..request() }).unwrap().bundle;
    let chain = |earlier: &[&String], bundle: &String| {
        let earlier = earlier.iter().map(ToString::to_string).collect();
        verify(&BundleVerifyRequest { bundle: bundle.clone(), earlier, key: String::new() }).unwrap()
    };
    assert!(chain(&[&first, &second], &third).holds);
    let gap = chain(&[&first], &third);
    assert_eq!(
        (gap.findings[0].code.as_str(), gap.findings[0].column.as_str()),
        ("CHAIN_BROKEN", "/bundle/prev")
    );
    let mut broken: Value = serde_json::from_str(&first).unwrap();
    broken["entries"][0]["doc"]["value"] = json!("0");
    let error = seal(&BundleSealRequest { previous: broken.to_string(), ..request() }).unwrap_err();
    assert_eq!((error.code().as_str(), error.path()), ("BAD_BUNDLE", "/previous"));
}

#[test]
fn what_cannot_be_sealed_is_told_with_its_place() {
    let refused = |change: &dyn Fn(&mut BundleSealRequest)| {
        let mut request = request();
        change(&mut request);
        let error = seal(&request).unwrap_err();
        (error.code().as_str(), error.path().to_owned())
    };
    assert_eq!(refused(&|r| r.documents.clear()), ("MISSING_VALUE", "/documents".into()));
    assert_eq!(refused(&|r| r.subject.clear()), ("MISSING_VALUE", "/subject".into()));
    assert_eq!(
        refused(&|r| r.documents[1].name = "box 17".into()),
        ("BAD_BUNDLE", "/documents/1/name".into())
    );
    assert_eq!(
        refused(&|r| r.documents[1].document = "[]".into()),
        ("BAD_BUNDLE", "/documents/1/document".into())
    );
    assert_eq!(
        refused(&|r| r.documents[1].document = "{}".into()),
        ("BAD_BUNDLE", "/documents/1/document".into())
    );
    assert_eq!(refused(&|r| r.documents[1].document = r#"{"a":1,"a":2}"#.into()).0, "BAD_JSON");
    assert_eq!(refused(&|r| r.documents[1].document = r#"{"kg":1.5}"#.into()).0, "BAD_SEAL");
    assert_eq!(refused(&|r| r.seed = "5a".into()), ("BAD_KEY", "/seed".into()));
    assert_eq!(refused(&|r| r.created = "2027".into()), ("BAD_DATE", "/created".into()));
}

fn leaf(number: u8) -> String {
    super::leaf::hex(&[number; 32])
}

proptest! {
    /// The bottom-up root is the recursive one of RFC 6962, and both kinds of proofs hold for every place and size.
    #[test]
    fn trees_prove_their_leaves_and_their_past(size in 1usize..40, at in any::<prop::sample::Index>(), past in any::<prop::sample::Index>()) {
        let leaves: Vec<String> = (0..size).map(|number| leaf(u8::try_from(number).unwrap())).collect();
        let (index, earlier) = (at.index(size), past.index(size) + 1);
        let wide = |number: usize| u64::try_from(number).unwrap();
        let request = MerkleTreeRequest { leaves: leaves.clone(), index: Some(wide(index)), earlier_size: Some(wide(earlier)) };
        let made = tree(&request).unwrap();
        let before = tree(&MerkleTreeRequest { leaves: leaves[..earlier].to_vec(), ..Default::default() }).unwrap();
        let inclusion = MerkleInclusion {
            index: wide(index), size: wide(size), leaf: leaves[index].clone(), path: made.inclusion.clone(), root: made.root.clone(),
        };
        let consistency = MerkleConsistency {
            earlier_size: wide(earlier), earlier_root: before.root, size: wide(size), root: made.root, path: made.consistency,
        };
        let wrong = MerkleInclusion { leaf: leaf(255), ..inclusion.clone() };
        let answer = check(&MerkleCheckRequest { inclusion: vec![inclusion, wrong], consistency: vec![consistency] });
        prop_assert_eq!(answer.inclusion, [true, false]);
        prop_assert_eq!(answer.consistency, [true]);
    }

    /// Whatever is hidden, the rest is shown as it was sealed.
    #[test]
    fn any_part_can_be_hidden(mask in any::<[bool; 5]>()) {
        let names = [("box 17", "carbon_kg_co2e"), ("box 17", "steel_from"), ("heat B2210", "grade"), ("heat B2210", "mill"), ("heat B2210", "price_vnd_per_kg")];
        let hide = names.iter().zip(mask).filter(|(_, hide)| *hide);
        let hide: Vec<BundlePart> = hide.map(|((document, member), _)| BundlePart { document: (*document).into(), member: (*member).into() }).collect();
        let count = hide.len();
        let answer = checked(redact(&BundleRedactRequest { bundle: sealed(), hide }).unwrap().bundle);
        prop_assert!(answer.holds);
        prop_assert_eq!(usize::try_from(answer.hidden).unwrap(), count);
        let shown: usize = answer.documents.iter().map(|d| serde_json::from_str::<Value>(&d.document).unwrap().as_object().unwrap().len()).sum();
        prop_assert_eq!(shown, 5 - count);
    }
}

#[test]
fn the_tree_of_nothing_is_the_hash_of_nothing() {
    let empty: Hash = root(&[]);
    assert_eq!(super::leaf::hex(&empty), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}
