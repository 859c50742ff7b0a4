//! The shipped packs, read by the engine: every unit, gas, place and category in them is understood.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "tests assert by panicking"
)]

use emitrace::Code;
use emitrace::factor::{Catalog, Kind, Pack, check};
use emitrace::limits::Limits;

#[test]
fn every_shipped_pack_loads() {
    let catalog = Catalog::bundled().unwrap();
    assert!(catalog.packs().len() >= 13);
    assert!(catalog.factors().count() > 5000);
    for (_, factor) in catalog.factors().filter(|(_, factor)| factor.kind == Kind::Emission) {
        assert!(factor.per.is_some(), "{}", factor.id);
        assert!(
            factor.values.iter().all(|value| value.gas.is_some() && value.unit.is_some()),
            "{}",
            factor.id
        );
    }
}

/// A pack of leak rates with many rows.
fn listed(rows: usize) -> String {
    let head = "+++\nid = \"big\"\nkind = \"leak-rates\"\ntitle = \"t\"\npublisher = \"p\"\nedition = \"1\"\nlicence = \"l\"\n\
        attribution = \"\"\nsource = \"s\"\nurl = \"\"\nretrieved = \"\"\nconfidence = \"C\"\n+++\n\
        factor,initial_percent,annual_percent,remaining_percent,recovery_percent,place,cell,confidence\n";
    format!("{head}{}", "x,,,,,VN,c,C\n".repeat(rows))
}

#[test]
fn rows_and_bytes_of_a_pack_are_limited_at_the_limit_and_one_past_it() {
    let limits = Limits::default();
    assert!(check(&Catalog::new(), &listed(limits.pack_rows)).is_empty());
    assert_eq!(check(&Catalog::new(), &listed(limits.pack_rows + 1))[0].code, Code::LimitExceeded);
    let table = |bytes: usize| "x".repeat(bytes);
    let code = |bytes: usize| Pack::parse("", &table(bytes), false).unwrap_err().code();
    assert_eq!(code(limits.pack_bytes), Code::BadPack);
    assert_eq!(code(limits.pack_bytes + 1), Code::LimitExceeded);
}
