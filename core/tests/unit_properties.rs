//! Laws that hold for all units: there and back is one, ways around agree, what prints reads back, and no
//! text panics.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stdout,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    missing_docs,
    reason = "tests assert by panicking"
)]

use emitrace::error::Code;
use emitrace::number::Ratio;
use emitrace::unit::{Dimension, Unit, all};
use proptest::prelude::*;

/// Cases for each law.
const CASES: u32 = 512;

/// Every listed unit, some with qualifiers.
fn table() -> &'static [Unit] {
    static TABLE: std::sync::OnceLock<Vec<Unit>> = std::sync::OnceLock::new();
    TABLE.get_or_init(read_table)
}

fn read_table() -> Vec<Unit> {
    let qualified = [
        "kWh{net}",
        "MJ{gross}",
        "kg/TJ{net}",
        "MJ{gross}/Nm3",
        "L{15Cel_101.325kPa}",
        "kg{CO2}",
        "USD{2022:purchaser}",
        "VND{2023}",
        "10*6.VND{2023:basic}",
        "item{pair}",
        "10*3{rbc}",
        "{tot}",
        "t{dry}/ha",
        "L/100/km",
    ];
    all().map(|info| info.code).chain(qualified).map(|code| Unit::parse(code).unwrap()).collect()
}

fn reads_back(unit: &Unit) -> Result<(), TestCaseError> {
    let printed = unit.to_string();
    let again = Unit::parse(&printed);
    prop_assert_eq!(again.as_ref(), Ok(unit), "{}", printed);
    Ok(())
}

#[test]
fn every_listed_unit_prints_its_code() {
    for info in all() {
        let unit = Unit::parse(info.code).unwrap_or_else(|error| panic!("{}: {error}", info.code));
        assert_eq!(unit.to_string(), info.code);
        assert_eq!(unit.dimension(), info.dimension);
        assert_eq!(unit.is_administrative(), info.administrative);
        assert_eq!(unit.ratio_to(&unit), Ok(Ratio::ONE));
    }
    println!("{} units listed", all().count());
    assert!(all().count() > 150);
}

/// The names of the list are readable themselves, unless they are descriptions or doubtful words.
#[test]
fn most_names_read_as_their_unit() {
    let read = all().filter(|info| Unit::parse(info.name_vi).is_ok_and(|unit| unit.to_string() == info.code));
    assert!(read.count() > 40);
}

#[test]
fn every_product_and_quotient_of_two_reads_back() {
    let of = |units: &[Unit]| -> usize {
        let made =
            units.iter().flat_map(|a| table().iter().flat_map(move |b| [a.times(b), a.per(b)])).flatten();
        made.inspect(|unit| assert_eq!(Unit::parse(&unit.to_string()).as_ref(), Ok(unit), "{unit}")).count()
    };
    // The longest of all tests here: by two, half the time.
    let (some, others) = table().split_at(table().len() / 2);
    let made = std::thread::scope(|scope| {
        let other = scope.spawn(|| of(others));
        of(some) + other.join().unwrap()
    });
    assert!(made > 50_000, "{made}");
}

/// I14 of mass flows among others: there and back is one, over all pairs.
#[test]
fn conversion_is_transitive_and_reversible() {
    let units = table();
    let mut pairs = 0;
    for a in units {
        for b in units {
            let Ok(ratio) = a.ratio_to(b) else { continue };
            assert_eq!(b.ratio_to(a).unwrap().try_mul(ratio), Ok(Ratio::ONE), "{a} {b}");
            pairs += 1;
            for c in units.iter().filter(|c| c.dimension() == a.dimension()) {
                let (Ok(rest), Ok(whole)) = (b.ratio_to(c), a.ratio_to(c)) else { continue };
                assert_eq!(ratio.try_mul(rest), Ok(whole), "{a} {b} {c}");
            }
        }
    }
    assert!(pairs > 2_000, "{pairs}");
}

#[test]
fn conversion_fails_alike_in_both_directions() {
    let units = table();
    for a in units {
        for b in units {
            let (there, back) = (a.ratio_to(b), b.ratio_to(a));
            assert_eq!(
                there.as_ref().err().map(|e| e.code()),
                back.as_ref().err().map(|e| e.code()),
                "{a} {b}"
            );
            if a.dimension() != b.dimension() {
                assert_eq!(there.unwrap_err().code(), Code::DimensionMismatch);
            }
        }
    }
}

#[test]
fn ucum_symbols_print_what_everyday_reading_understands() {
    let atoms = [
        "m", "s", "g", "t", "T", "l", "L", "ar", "bar", "W", "pc", "eq", "cal", "mol", "m[Hg]", "By", "b",
        "a",
    ];
    let prefixes =
        ["", "Y", "P", "T", "G", "M", "k", "h", "da", "d", "c", "m", "u", "n", "p", "f", "a", "y", "Ki"];
    let mut read = 0;
    for (atom, prefix) in atoms.iter().flat_map(|atom| prefixes.iter().map(move |prefix| (atom, prefix))) {
        let Ok(unit) = Unit::parse_ucum(&format!("{prefix}{atom}")) else { continue };
        assert_eq!(Unit::parse(&unit.to_string()).as_ref(), Ok(&unit), "{prefix}{atom} prints {unit}");
        read += 1;
    }
    assert!(read > 250, "{read}");
}

#[test]
fn long_texts_cost_nothing() {
    let start = std::time::Instant::now();
    for text in ["k".repeat(50_000), " ".repeat(50_000), "(".repeat(5_000_000), "m/".repeat(1_000_000)] {
        assert_eq!(Unit::parse(&text).unwrap_err().code(), Code::UnknownUnit);
        assert_eq!(Unit::parse_ucum(&text).unwrap_err().code(), Code::UnknownUnit);
    }
    assert!(start.elapsed().as_millis() < 1_000);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: CASES, ..ProptestConfig::default() })]

    #[test]
    fn products_and_quotients_read_back(a in 0usize..400, b in 0usize..400, c in 0usize..400) {
        let units = table();
        let pick = |index: usize| &units[index % units.len()];
        let (a, b, c) = (pick(a), pick(b), pick(c));
        let made = [a.times(b), a.per(b), a.times(b).and_then(|ab| ab.per(c)), a.per(b).and_then(|ab| ab.per(c))];
        for unit in made.into_iter().flatten() {
            reads_back(&unit)?;
        }
        if let (Ok(ab), Ok(ba)) = (a.times(b), b.times(a)) {
            prop_assert_eq!(&ab, &ba);
            if let Ok(back) = ab.per(b) {
                prop_assert_eq!(back.dimension(), a.dimension());
            }
        }
        if let Ok(one) = a.per(a) {
            prop_assert_eq!(one.dimension(), Dimension::ONE);
        }
    }

    #[test]
    fn no_text_panics(text in any::<String>()) {
        let _ = Unit::parse(&text);
        let _ = Unit::parse_ucum(&text);
    }

    #[test]
    fn no_nearly_right_text_panics(
        text in "([a-zA-Z0-9.*/^(){}\\[\\] %_'\u{b5}³²⁻đấố-]|kg|m3|kWh|10\\*|net|tấn|Nm3|USD|2022|t\\.km){0,12}"
    ) {
        if let Ok(unit) = Unit::parse(&text) {
            reads_back(&unit)?;
        }
        if let Ok(unit) = Unit::parse_ucum(&text) {
            let again = Unit::parse_ucum(&text);
            prop_assert_eq!(again, Ok(unit));
        }
    }
}
