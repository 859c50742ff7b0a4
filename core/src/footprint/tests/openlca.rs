//! Packages of openLCA: what goes out is what was computed, and comes back through the importer.

use crate::factor::shipped;
use std::collections::{BTreeMap, BTreeSet};
use std::io::Read as _;
use std::sync::Arc;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use proptest::prelude::*;

use super::computed::{exact, of};
use crate::archive::Archive;
use crate::error::Code;
use crate::footprint::node::Node;
use crate::footprint::openlca;
use crate::import::{File, Format, import};
use crate::limits::Limits;
use crate::number::Fraction;
use crate::wire::v1::{self, FootprintComputeAnswer, FootprintPackageRequest, canonical};

fn request(answer: &FootprintComputeAnswer) -> FootprintPackageRequest {
    FootprintPackageRequest { answer: canonical(answer).unwrap() }
}

fn bytes(answer: &FootprintComputeAnswer) -> Vec<u8> {
    STANDARD.decode(openlca(&request(answer)).unwrap().base64).unwrap()
}

/// The data sets of a package by their files.
fn files(bytes: Vec<u8>) -> BTreeMap<String, Node> {
    let limits = Limits::default();
    let archive = Archive::open(Arc::new(bytes), &limits).unwrap();
    let entries = archive.entries().iter();
    let read = entries.map(|entry| {
        let mut text = String::new();
        archive.part(entry, &limits).unwrap().read_to_string(&mut text).unwrap();
        (entry.name().to_owned(), Node::read(&text).unwrap())
    });
    read.collect()
}

/// The one file of a folder whose name, or whose data set's name, ends so.
fn one<'f>(files: &'f BTreeMap<String, Node>, folder: &str, name: &str) -> &'f Node {
    let found: Vec<_> = files
        .iter()
        .filter(|(file, node)| file.starts_with(folder) && node.text_of("name").ends_with(name))
        .collect();
    assert_eq!(found.len(), 1, "{folder} {name}");
    found[0].1
}

fn number(node: &Node, name: &str) -> Fraction {
    let Some(Node::Number(text)) = node.get(name) else { panic!("{name} is a number") };
    Fraction::parse(text).unwrap()
}

/// What openLCA works out: amounts times factors of a category, taken by flow.
fn weighed(files: &BTreeMap<String, Node>, category: &str) -> Fraction {
    let category = one(files, "lcia_categories/", category);
    let flow = |node: &Node| node.get("flow").unwrap().text_of("@id").to_owned();
    let factors = category.get("impactFactors").unwrap().items().iter();
    let factors: BTreeMap<_, _> = factors.map(|one| (flow(one), number(one, "value"))).collect();
    let exchanges = one(files, "processes/", "").get("exchanges").unwrap().items();
    exchanges.iter().fold(Fraction::zero(), |sum, one| match factors.get(&flow(one)) {
        Some(factor) => sum.try_add(&number(one, "amount").try_mul(factor).unwrap()).unwrap(),
        None => sum,
    })
}

/// Every data set that another one names.
fn named(node: &Node, into: &mut BTreeSet<(String, String)>) {
    for (_, value) in node.members() {
        named(value, into);
    }
    node.items().iter().for_each(|item| named(item, into));
    if node.get("@id").is_some() {
        into.insert((node.text_of("@type").to_owned(), node.text_of("@id").to_owned()));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(16))]

    /// The law of the package: its flows weigh what the footprint says; only rounding to 18 decimals lies between them.
    #[test]
    fn flows_weigh_the_total(a in 1u32..500, b in 1u32..500, back in 0u32..500, figure in 0u32..1000) {
        let answer = of("a", (a, b), back.min(b), figure);
        let files = files(bytes(&answer));
        let total = exact(&answer);
        let apart = weighed(&files, ", without biogenic uptake").try_sub(&total).unwrap();
        let rounded = answer.result.gases.iter().any(|gas| gas.exact_kg.contains('/') || gas.exact_kg != gas.kg);
        if rounded {
            let size = if apart.is_negative() { apart.negated() } else { apart };
            prop_assert!(size <= Fraction::parse("0.000000000000000001").unwrap(), "{size}");
        } else {
            prop_assert!(apart.is_zero(), "{apart}");
        }
    }

    /// What the importer reads back are the masses of the answer, per declared amount.
    #[test]
    fn a_package_comes_back_through_the_importer(a in 1u32..500, figure in 1u32..1000) {
        let answer = of("a", (a, 7), 0, figure);
        let options = v1::ImportOptions {
            edition: Some("1".into()),
            publisher: Some("Us".into()),
            licence: Some("CC0-1.0".into()),
            place: Some("VN".into()),
            ..v1::ImportOptions::default()
        };
        let bytes = bytes(&answer);
        let read = import(shipped(), Format::Openlca, &[File { name: "package.zip", bytes: &bytes }], &options).unwrap();
        let mut catalog = shipped().clone();
        catalog.add_pack_text(&read.pack).unwrap();
        let factor = catalog.factor(catalog.find("openlca-1/product-vn").unwrap());
        prop_assert_eq!(&*factor.per_text, "kg");
        let values: BTreeMap<String, String> = factor
            .values
            .iter()
            .map(|value| (catalog.gases().info(value.gas.unwrap()).name.to_string(), value.amount.to_string()))
            .collect();
        let gases: BTreeMap<_, _> = answer.result.gases.iter().map(|gas| (gas.gas.clone(), gas.kg.clone())).collect();
        prop_assert_eq!(gases.len(), 2);
        prop_assert_eq!(values, gases);
    }
}

#[test]
fn whatever_is_named_is_in_the_package_and_the_bytes_are_the_same_each_time() {
    let answer = of("a", (3, 7), 1, 5);
    let files = files(bytes(&answer));
    assert_eq!(bytes(&answer), bytes(&answer));
    let held: BTreeSet<_> = files.values().map(|node| node.text_of("@id").to_owned()).collect();
    let mut all = BTreeSet::new();
    files.values().for_each(|node| named(node, &mut all));
    let units: BTreeSet<_> = all.iter().filter(|(kind, _)| kind == "Unit").collect();
    assert_eq!(units.len(), 1, "units stand in their group: {units:?}");
    for (kind, id) in all.iter().filter(|(kind, _)| kind != "Unit") {
        assert!(held.contains(id), "{kind} {id}");
    }
    assert_eq!(number(&files["openlca.json"], "schemaVersion"), Fraction::whole(2));
}

#[test]
fn an_answer_that_was_changed_is_refused() {
    let mut answer = of("a", (3, 7), 1, 5);
    answer.result.gases[0].exact_kg = "1".into();
    let error = openlca(&request(&answer)).unwrap_err();
    assert_eq!((error.code(), error.path()), (Code::BadRequest, "/answer/digest"));
    let error = openlca(&FootprintPackageRequest { answer: "{}".into() }).unwrap_err();
    assert!(error.path().starts_with("/answer"), "{error:?}");
}
