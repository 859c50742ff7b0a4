//! The UCUM functional tests: every case passes or stands in the list of what is out of scope, never both.

#![allow(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stdout,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    missing_docs,
    reason = "tests assert by panicking"
)]

use emitrace::number::{Amount, Ratio};
use emitrace::unit::Unit;
use num_bigint::BigInt;
use num_rational::BigRational;

const CASES: &str = include_str!("ucum/cases.csv");
const OUT_OF_SCOPE: &str = include_str!("ucum/out_of_scope.csv");

struct Case {
    kind: String,
    id: String,
    unit: String,
    valid: String,
    value: String,
    other: String,
    to: String,
    expected: String,
}

fn read(text: &str) -> Vec<Vec<String>> {
    let mut reader = csv::ReaderBuilder::new().comment(Some(b'#')).from_reader(text.as_bytes());
    reader.records().map(|record| record.unwrap().iter().map(str::to_owned).collect()).collect()
}

fn cases() -> Vec<Case> {
    read(CASES)
        .into_iter()
        .map(|row| {
            let [kind, id, unit, valid, value, other, to, expected] = row.try_into().unwrap();
            Case { kind, id, unit, valid, value, other, to, expected }
        })
        .collect()
}

fn big(ratio: Ratio) -> BigRational {
    BigRational::new(ratio.numerator().into(), ratio.denominator().into())
}

fn number(text: &str) -> BigRational {
    big(Ratio::from(Amount::parse(text).unwrap()))
}

/// Digits (without leading zeros) and number of decimals of a printed number such as `0.0160` or `1e-7`.
fn printed(text: &str) -> (BigInt, i32) {
    let (mantissa, exponent) = text.split_once('e').unwrap_or((text, "0"));
    let decimals = mantissa.split_once('.').map_or(0, |(_, decimals)| decimals.len());
    let digits: BigInt = mantissa.replace('.', "").parse().unwrap();
    (digits, i32::try_from(decimals).unwrap() - exponent.parse::<i32>().unwrap())
}

/// Whether the exact value rounds (half away from zero) to the printed digits.
fn rounds_to(exact: &BigRational, text: &str) -> bool {
    let (digits, decimals) = printed(text);
    let ten = BigRational::from_integer(10.into());
    (exact * ten.pow(decimals)).round().to_integer() == digits
}

fn passes(case: &Case) -> bool {
    let parse = |text: &str| if text.is_empty() { Ok(Unit::one()) } else { Unit::parse_ucum(text) };
    let computed = || -> Result<BigRational, emitrace::Error> {
        let unit = parse(&case.unit)?;
        let to = parse(&case.to)?;
        if case.kind == "conversion" {
            return Ok(number(&case.value) * big(unit.ratio_to(&to)?));
        }
        let (left, right) = case.value.split_once('|').unwrap();
        let other = parse(&case.other)?;
        if case.kind == "multiplication" {
            Ok(number(left) * number(right) * big(unit.times(&other)?.ratio_to(&to)?))
        } else {
            Ok(number(left) / number(right) * big(unit.per(&other)?.ratio_to(&to)?))
        }
    };
    match case.kind.as_str() {
        "validation" => Unit::parse_ucum(&case.unit).is_ok() == (case.valid == "true"),
        _ => computed().is_ok_and(|exact| rounds_to(&exact, &case.expected)),
    }
}

#[test]
fn every_case_passes_or_is_out_of_scope() {
    let listed = read(OUT_OF_SCOPE);
    let (mut passed, mut outside) = (0, 0);
    let mut by_reason = std::collections::BTreeMap::<String, usize>::new();
    let mut wrong = Vec::new();
    let cases = cases();
    for case in &cases {
        let entry = listed.iter().find(|row| row[0] == case.kind && row[1] == case.id && row[2] == case.unit);
        match (passes(case), entry) {
            (true, None) => passed += 1,
            (false, Some(row)) => {
                outside += 1;
                *by_reason.entry(row[3].clone()).or_default() += 1;
            }
            (true, Some(_)) => {
                wrong.push(format!("{} {} {} is listed, but passes", case.kind, case.id, case.unit))
            }
            (false, None) => wrong.push(format!(
                "{},{},{} fails: {:?}",
                case.kind,
                case.id,
                case.unit,
                Unit::parse_ucum(&case.unit)
            )),
        }
    }
    println!("UCUM: {passed} passed, {outside} out of scope {by_reason:?}, {} cases", cases.len());
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert_eq!(cases.len(), 564);
    assert_eq!((passed, outside), (526, 38));
}

/// The stated reason is the one that the library gives.
#[test]
fn out_of_scope_cases_are_refused_for_the_stated_reason() {
    let listed = read(OUT_OF_SCOPE);
    assert!(!listed.is_empty());
    for row in listed {
        let phrase = match row[3].as_str() {
            "non-linear" => "straight line",
            "arbitrary" => "laboratory",
            "irrational" => "π",
            other => panic!("unknown reason {other}"),
        };
        let error = Unit::parse_ucum(&row[2]).unwrap_err();
        assert!(error.message().contains(phrase), "{}: {}", row[2], error.message());
    }
}
