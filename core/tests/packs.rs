//! The shipped packs, read by the engine: every unit, gas, place and category in them is understood.
#![allow(clippy::unwrap_used, clippy::panic, reason = "tests assert by panicking")]

use emitrace::factor::{Catalog, Kind};

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
