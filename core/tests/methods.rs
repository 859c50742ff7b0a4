//! Laws of the calculation methods (METHODS M-20 to M-47): every method of the table, against fractions and itself.
//!
//! A ledger here has one row for each method of the table, so that no method can be forgotten. What a method shall give
//! is worked out from its terms with fractions of any size, apart from the engine's arithmetic.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::disallowed_methods,
    clippy::as_conversions,
    reason = "tests assert by panicking"
)]
#![cfg(feature = "bundled-factors")]

use std::collections::BTreeMap;
use std::fmt;
use std::sync::LazyLock;

use emitrace::factor::Catalog;
use emitrace::gas::GwpSet;
use emitrace::inventory::{Dimension, Options, Profile, compute};
use emitrace::method::{METHODS, Method, Op, Parameter, Range, Source};
use emitrace::number::NumberFormat;
use emitrace::place::Place;
use emitrace::wire::v1::InventoryAnswer;
use num_bigint::BigInt;
use num_rational::BigRational;
use proptest::prelude::*;

/// Units that some method multiplies a factor in; the activity `thing` has a factor for each.
const UNITS: [&str; 12] =
    ["kg", "t.km", "km", "passenger.km", "kWh", "L", "room-night", "FTE.h", "item", "m3", "USD{2022}", "h"];
/// What each of these factors gives for one unit, in kilograms.
const FACTOR: [(&str, &str); 3] = [("CO2", "0.7312345678901"), ("CH4", "0.03"), ("N2O", "0.0007")];

static CATALOG: LazyLock<Catalog> = LazyLock::new(|| {
    let mut pack = String::from(
        "+++\nid = \"own\"\nkind = \"factors\"\ntitle = \"t\"\npublisher = \"p\"\nedition = \"1\"\nlicence = \"CC0-1.0\"\n\
         attribution = \"\"\nsource = \"invented\"\nurl = \"\"\nretrieved = \"\"\nconfidence = \"B\"\n+++\n\
         factor,activity,kind,gas,value,state,value_unit,per_unit,place,valid_from,valid_to,scope,category,view,gwp_set,\
         td_losses,lower,upper,cell,confidence,note\n",
    );
    for (at, unit) in UNITS.iter().enumerate() {
        for (gas, value) in FACTOR {
            pack.push_str(&format!(
                "f{at},thing,emission,{gas},{value},value,kg,{unit},VN,,,,,,,,,,invented,B,\n"
            ));
        }
    }
    // A flight is counted with or without what it does beside its CO2, by another activity.
    for (gas, value) in FACTOR {
        pack.push_str(&format!(
            "flights,thing-without-rf,emission,{gas},{value},value,kg,passenger.km,VN,,,,,,,,,,invented,B,\n"
        ));
    }
    let mut catalog = Catalog::bundled().unwrap();
    catalog.add_pack_text(&pack).unwrap();
    catalog
});

/// A row of a ledger: method, unit, and the cells of its parameters.
#[derive(Clone)]
struct Row {
    method: &'static Method,
    quantity: String,
    unit: String,
    cells: Vec<(Parameter, String)>,
}

impl fmt::Debug for Row {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} of {} {}", self.method.id, self.quantity, self.unit)?;
        self.cells.iter().try_for_each(|(parameter, text)| write!(f, " {}={text}", parameter.name()))
    }
}

/// The category that a row of a method stands in: never scope 2, which is counted twice over.
fn category(method: &Method) -> (&'static str, &'static str) {
    for allowed in method.categories {
        match allowed.split_once('.') {
            Some((scope, word)) => return (scope, word),
            None if *allowed == "1" => return ("1", "stationary"),
            None if *allowed == "3" => return ("3", "1"),
            None => {}
        }
    }
    panic!("{} stands nowhere", method.id)
}

fn unit_of(method: &Method) -> &'static str {
    match (method.source, method.takes.first()) {
        (Source::Money, _) => "USD{2022}",
        (_, Some(unit)) => unit,
        (_, None) => "kWh",
    }
}

fn ledger(rows: &[Row], turn: usize) -> String {
    let mut columns: Vec<Parameter> = rows.iter().flat_map(|row| row.cells.iter().map(|(p, _)| *p)).collect();
    columns.sort_unstable();
    columns.dedup();
    if !columns.is_empty() {
        let turn = turn % columns.len();
        columns.rotate_left(turn);
    }
    if turn % 2 == 1 {
        columns.reverse();
    }
    let names: Vec<&str> = columns.iter().map(|p| p.name()).collect();
    let mut text =
        format!("id,date,activity,supplier,quantity,unit,scope,category,method,{}\n", names.join(","));
    for (at, row) in rows.iter().enumerate() {
        let (scope, category) = category(row.method);
        // The supplier tells the rows apart in the view.
        text.push_str(&format!(
            "R{at},2025-03-01,{},{},{},{},{scope},{category},{}",
            activity(row.method),
            row.method.id,
            row.quantity,
            row.unit,
            row.method.id
        ));
        for column in &columns {
            let cell = row.cells.iter().find(|(p, _)| p == column).map_or("", |(_, text)| text);
            text.push_str(&format!(",{cell}"));
        }
        text.push('\n');
    }
    text
}

/// Refrigerants and methane are gases by themselves; everything else is the thing that has a factor in every unit.
fn activity(method: &Method) -> &'static str {
    match method.id {
        id if id.starts_with("refrigerant-") => "R-134a",
        id if id.starts_with("methane-") => "CH4",
        _ => "thing",
    }
}

fn run(text: &str) -> InventoryAnswer {
    let mut options =
        Options::new(Profile::GhgProtocol, GwpSet::Ar5).with_region(Place::parse("VN").unwrap());
    // Three decimals could be thousands where nothing is declared.
    options.read.number_format = NumberFormat::Point;
    options.views.push(vec![Dimension::Supplier]);
    compute(text.as_bytes(), &CATALOG, &options).unwrap()
}

/// Kilograms by method and gas.
fn masses(rows: &[Row], turn: usize) -> BTreeMap<(String, String), BigRational> {
    let answer = run(&ledger(rows, turn));
    let coverage = &answer.inventory.coverage;
    let faults: Vec<String> = answer
        .findings
        .iter()
        .filter(|finding| finding.severity == "error")
        .map(|finding| {
            format!("row {} {}: {} {}", finding.row, finding.column, finding.code, finding.message)
        })
        .collect();
    assert_eq!((coverage.counted, faults), (rows.len() as u64, Vec::new()));
    let view = answer.inventory.views.iter().find(|view| view.by == ["supplier"]).unwrap();
    let mut masses = BTreeMap::new();
    for cell in &view.cells {
        for gas in &cell.figures.gases {
            let sum = masses.entry((cell.key[0].clone(), gas.gas.clone())).or_insert_with(|| whole(0));
            *sum += decimal(&gas.kg);
        }
    }
    masses.retain(|_, mass| *mass != whole(0));
    masses
}

fn whole(number: i64) -> BigRational {
    BigRational::from_integer(number.into())
}

fn decimal(text: &str) -> BigRational {
    let (text, per) = text.strip_suffix('%').map_or((text, 1), |text| (text.trim_end(), 100));
    let (before, after) = text.split_once('.').unwrap_or((text, ""));
    let digits: BigInt = format!("{before}{after}").parse().unwrap();
    BigRational::new(digits, BigInt::from(10).pow(after.len() as u32) * per)
}

/// One rounding, half to even, to a thousand millionth of a milligram.
fn rounded(value: &BigRational) -> BigRational {
    let scale = BigRational::from_integer(BigInt::from(10).pow(12));
    let scaled = value * &scale;
    let (floor, half) = (scaled.floor(), BigRational::new(1.into(), 2.into()));
    let rest = &scaled - &floor;
    let up = rest > half || (rest == half && (floor.numer() % BigInt::from(2)) != BigInt::from(0));
    (if up { floor + whole(1) } else { floor }) / scale
}

/// What the table says that a row gives, before anything is rounded.
fn worked_out(row: &Row) -> BTreeMap<String, BigRational> {
    let cell = |p: Parameter| {
        let text = row.cells.iter().find(|(known, _)| *known == p).map(|(_, text)| text.as_str());
        text.map(decimal)
    };
    let word = |p: Parameter| row.cells.iter().find(|(known, _)| *known == p).map(|(_, text)| text.clone());
    let one = whole(1);
    let mut product = decimal(&row.quantity);
    for term in row.method.terms {
        product = match term.op {
            Op::Times(p) => match cell(p) {
                Some(value) => product * value,
                None if term.optional => product,
                None => panic!("{} has no {}", row.method.id, p.name()),
            },
            Op::Over(p) => product / cell(p).unwrap(),
            Op::TimesOneMinus(p) => product * (&one - cell(p).unwrap()),
            Op::TimesOnePlus(p) => product * (&one + cell(p).unwrap()),
            Op::OverOneMinus(p) => product / (&one - cell(p).unwrap()),
            Op::OverOnePlus(p) => product / (&one + cell(p).unwrap()),
            Op::TimesDifference(p, q) => product * (cell(p).unwrap() - cell(q).unwrap()),
            Op::Constant { numerator, denominator, .. } => {
                product * BigRational::new(numerator.into(), denominator.into())
            }
            Op::Sign(p, signs) => {
                let said = word(p).unwrap();
                product * whole(signs.iter().find(|(known, _)| *known == said).unwrap().1)
            }
        };
    }
    let mut gases: BTreeMap<String, BigRational> = BTreeMap::new();
    match row.method.source {
        Source::Gas(gas) => drop(gases.insert(gas.into(), product)),
        Source::Stated => drop(gases.insert("CO2e (AR5)".into(), product)),
        Source::Nothing => {}
        Source::Row if activity(row.method) == "R-134a" => drop(gases.insert("HFC-134a".into(), product)),
        Source::Row if activity(row.method) == "CH4" => drop(gases.insert("CH4".into(), product)),
        Source::Row | Source::Money => {
            for (gas, value) in FACTOR {
                gases.insert(gas.into(), &product * decimal(value));
            }
        }
    }
    for of in row.method.moves {
        let share = cell(of.share).unwrap();
        let share = if of.stays { whole(1) - share } else { share };
        for (from, to) in of.gases {
            let Some(mass) = gases.get(*from).cloned() else { continue };
            let leaves = mass * &share;
            *gases.get_mut(*from).unwrap() -= &leaves;
            let arrives = leaves * BigRational::new(of.times.0.into(), of.times.1.into());
            *gases.entry((*to).into()).or_insert_with(|| whole(0)) += arrives;
        }
    }
    gases
}

fn number(most: u32) -> impl Strategy<Value = String> {
    (0..most, 0..1000u32).prop_map(|(whole, thousandths)| format!("{whole}.{thousandths:03}"))
}

fn share() -> impl Strategy<Value = String> {
    prop_oneof![
        (0..=1000u32).prop_map(|thousandths| format!("{}.{:03}", thousandths / 1000, thousandths % 1000)),
        (0..=100u32).prop_map(|percent| format!("{percent} %")),
    ]
}

fn positive(most: u32) -> impl Strategy<Value = String> {
    number(most).prop_map(|text| if decimal(&text) == whole(0) { "1".to_owned() } else { text })
}

/// The cell of a parameter within its range.
fn cell(method: &'static Method, parameter: Parameter) -> BoxedStrategy<String> {
    use Parameter as P;
    match (parameter, parameter.range()) {
        (P::StatedGwpSet, _) => Just("AR5".to_owned()).boxed(),
        (P::RadiativeForcing, _) => {
            prop::sample::select(&["with", "without"][..]).prop_map(str::to_owned).boxed()
        }
        (P::Movement, _) => {
            let signs = method.terms.iter().find_map(|term| match term.op {
                Op::Sign(_, signs) => Some(signs),
                _ => None,
            });
            prop::sample::select(signs.unwrap()).prop_map(|(word, _)| word.to_owned()).boxed()
        }
        // A part is never more than its whole, and losses never all that there is.
        (P::TotalTkm | P::TotalArea | P::CompanyValue, _) => {
            positive(500).prop_map(|text| add_thousand(&text)).boxed()
        }
        (P::LifecycleKgCo2e, _) => number(500).prop_map(|text| add_thousand(&text)).boxed(),
        (P::LossRate, _) => (0..999u32).prop_map(|thousandths| format!("0.{thousandths:03}")).boxed(),
        (_, Range::Share) => share().boxed(),
        (_, Range::Positive) => positive(500).boxed(),
        (_, Range::NotNegative) => number(500).boxed(),
        (_, Range::Word | Range::Year | Range::Currency) => unreachable!("{}", parameter.name()),
    }
}

fn add_thousand(text: &str) -> String {
    let (whole, rest) = text.split_once('.').unwrap_or((text, "0"));
    format!("{}.{rest}", whole.parse::<u32>().unwrap() + 1000)
}

fn row(method: &'static Method) -> impl Strategy<Value = Row> {
    let parameters = method.parameters();
    let needed = parameters.into_iter().filter(|(_, needed)| *needed);
    let cells: Vec<_> = needed.map(|(p, _)| cell(method, p).prop_map(move |text| (p, text))).collect();
    let optional: Vec<_> = method
        .terms
        .iter()
        .filter(|term| term.optional)
        .flat_map(|term| term.parameters())
        .map(|p| prop::option::of(cell(method, p)).prop_map(move |text| text.map(|text| (p, text))))
        .collect();
    (number(5000), cells, optional).prop_map(move |(quantity, mut cells, optional)| {
        cells.extend(optional.into_iter().flatten());
        Row { method, quantity, unit: unit_of(method).into(), cells }
    })
}

/// A row of every method.
fn rows() -> impl Strategy<Value = Vec<Row>> {
    METHODS.iter().map(row).collect::<Vec<_>>()
}

/// The same amount in another unit of its kind: how many of these the unit is.
fn other_unit(unit: &str) -> Option<(&'static str, BigRational)> {
    Some(match unit {
        "kg" => ("g", whole(1000)),
        "t" => ("kg", whole(1000)),
        "m3" => ("L", whole(1000)),
        "kWh" => ("MJ", decimal("3.6")),
        "L" => ("m3", decimal("0.001")),
        "t.km" => ("kg.km", whole(1000)),
        _ => return None,
    })
}

/// Whether a parameter is stated for one of whatever unit the row is written in: with another unit, it is another number.
fn is_per_unit_of_the_row(method: &Method) -> bool {
    use Parameter as P;
    let stated = [P::StatedKgCo2e, P::LifecycleKgCo2e, P::CombustionKgCo2e, P::KwhPerUnit];
    method.takes.is_empty() && method.parameters().iter().any(|(parameter, _)| stated.contains(parameter))
}

fn written(value: &BigRational) -> String {
    let scaled = (value * whole(1_000_000_000)).to_integer();
    assert_eq!(BigRational::new(scaled.clone(), 1_000_000_000.into()), *value);
    let text = format!("{scaled:0>10}");
    let (whole, rest) = text.split_at(text.len() - 9);
    format!("{whole}.{rest}")
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn each_method_gives_what_its_terms_say_rounded_once(rows in rows(), turn in 0..40usize) {
        let masses = masses(&rows, turn);
        let mut wanted = BTreeMap::new();
        for row in &rows {
            for (gas, mass) in worked_out(row) {
                wanted.insert((row.method.id.to_owned(), gas), rounded(&mass));
            }
        }
        wanted.retain(|_, mass| *mass != whole(0));
        prop_assert_eq!(masses, wanted);
    }

    #[test]
    fn neither_the_unit_nor_the_order_of_columns_matters(rows in rows(), turn in 1..40usize) {
        let other: Vec<Row> = rows
            .iter()
            .map(|row| match other_unit(&row.unit).filter(|_| !is_per_unit_of_the_row(row.method)) {
                None => row.clone(),
                Some((unit, size)) => {
                    Row { unit: unit.into(), quantity: written(&(decimal(&row.quantity) * size)), ..row.clone() }
                }
            })
            .collect();
        prop_assert_eq!(masses(&rows, 0), masses(&other, turn));
    }

    #[test]
    fn nothing_in_nothing_out(rows in rows()) {
        let zeros: Vec<Row> = rows.iter().map(|row| Row { quantity: "0".into(), ..row.clone() }).collect();
        prop_assert_eq!(masses(&zeros, 0), BTreeMap::new());
    }

    #[test]
    fn twice_as_much_gives_twice_as_much(rows in rows(), times in 2..50i64) {
        let more: Vec<Row> = rows
            .iter()
            .map(|row| Row { quantity: written(&(decimal(&row.quantity) * whole(times))), ..row.clone() })
            .collect();
        let (once, often) = (masses(&rows, 0), masses(&more, 0));
        let most = BigRational::new(times.into(), BigInt::from(10).pow(12));
        for (key, mass) in &often {
            let single = once.get(key).cloned().unwrap_or_else(|| whole(0));
            // Each of the two was rounded once.
            let apart = mass - single * whole(times);
            prop_assert!(apart <= most && apart >= -most.clone(), "{key:?}");
        }
    }

    #[test]
    fn what_moves_from_one_gas_to_another_is_not_lost(rows in rows()) {
        // Shares move carbon, not emissions: with the ratio of the masses taken off, the sum is that of the factor alone.
        for row in rows.iter().filter(|row| !row.method.moves.is_empty()) {
            let gases = worked_out(row);
            let plain = worked_out(&Row {
                cells: row.cells.iter().map(|(p, text)| {
                    let none = row.method.moves.iter().find(|of| of.share == *p);
                    (*p, none.map_or(text.clone(), |of| if of.stays { "1".into() } else { "0".into() }))
                }).collect(),
                ..row.clone()
            });
            let of = &row.method.moves[0];
            let ratio = BigRational::new(of.times.0.into(), of.times.1.into());
            let carbon = |gases: &BTreeMap<String, BigRational>| {
                of.gases.iter().fold(whole(0), |sum, (from, to)| {
                    let get = |gas: &str| gases.get(gas).cloned().unwrap_or_else(|| whole(0));
                    // A gas that several others become is counted at the first of them.
                    let first = of.gases.iter().find(|(_, other)| other == to).map(|(from, _)| from) == Some(from);
                    sum + get(from) + if first { get(to) / &ratio } else { whole(0) }
                })
            };
            prop_assert_eq!(carbon(&gases), carbon(&plain), "{}", row.method.id);
        }
    }

    #[test]
    fn shares_of_a_whole_add_up_to_it(thousandths in 0..=1000u32, quantity in positive(5000)) {
        for id in ["allocated", "stated-share"] {
            let method = Method::parse(id).unwrap();
            let part = |thousandths: u32| Row {
                method,
                quantity: quantity.clone(),
                unit: unit_of(method).into(),
                cells: [(Parameter::AllocatedShare, format!("{}.{:03}", thousandths / 1000, thousandths % 1000))]
                    .into_iter()
                    .chain(method.words.iter().map(|word| (*word, "AR5".to_owned())))
                    .collect(),
            };
            let sum = |rows: &[Row]| masses(rows, 0).into_values().fold(whole(0), |sum, mass| sum + mass);
            let apart = sum(&[part(thousandths), part(1000 - thousandths)]) - sum(&[part(1000)]);
            let most = BigRational::new(3.into(), BigInt::from(10).pow(12));
            prop_assert!(apart <= most && apart >= -most.clone());
        }
    }

    #[test]
    fn the_balance_of_a_refrigerant_closes(
        opening in 0..5000i64, bought in 0..5000i64, sold in 0..5000i64, retired in 0..5000i64, installed in 0..5000i64,
    ) {
        let method = Method::parse("refrigerant-balance").unwrap();
        let movement = |word: &str, grams: i64| Row {
            method,
            quantity: written(&BigRational::new(grams.into(), 1000.into())),
            unit: "kg".into(),
            cells: vec![(Parameter::Movement, word.to_owned())],
        };
        // What is still there, plus what went into equipment, is all that came: nothing leaked.
        let there = opening + bought - sold + retired - installed;
        prop_assume!(there >= 0);
        let mut rows = vec![
            movement("opening", opening),
            movement("mua", bought),
            movement("sale", sold),
            movement("capacity-retired", retired),
            movement("công-suất-lắp-mới", installed),
            movement("closing", there),
        ];
        prop_assert_eq!(masses(&rows, 0), BTreeMap::new());
        // What is missing at the end of the year is what leaked.
        let leak = there.min(7);
        rows[5] = movement("closing", there - leak);
        let leaked = masses(&rows, 0).into_values().fold(whole(0), |sum, mass| sum + mass);
        prop_assert_eq!(leaked, BigRational::new(leak.into(), 1000.into()));
    }

    #[test]
    fn no_cell_makes_a_method_panic_or_lose_a_row(
        rows in prop::collection::vec(
            (
                prop::sample::select(METHODS),
                prop::sample::select(&["1", "0", "-1", "1e28", "99999999999999999999999999999", "x", "", "0.0000000000000000000001"][..]),
                prop::sample::select(&["kg", "t", "kWh", "USD", "m3", "item", "furlong", "", "kg/kg", "%"][..]),
                prop::sample::select(&["2025-03-01", "2025-02-30", "1899-12-31", "", "soon", "2025-01-01/2026-12-31"][..]),
                prop::sample::select(&["thing", "R-134a", "electricity", "nothing", ""][..]),
                prop::collection::vec(
                    (
                        prop::sample::select(Parameter::ALL),
                        prop::sample::select(&["", "0", "1", "-1", "100 %", "101 %", "1e27", "x", "AR5", "opening", "with", "2025", "USD", "own/f0", "0.5"][..]),
                    ),
                    0..6,
                ),
            ),
            1..12,
        )
    ) {
        let mut columns: Vec<Parameter> = rows.iter().flat_map(|row| row.5.iter().map(|(p, _)| *p)).collect();
        columns.sort_unstable();
        columns.dedup();
        let names: Vec<&str> = columns.iter().map(|p| p.name()).collect();
        let mut text = format!("id,date,quantity,unit,activity,scope,category,method,{}\n", names.join(","));
        for (at, (method, quantity, unit, date, activity, cells)) in rows.iter().enumerate() {
            let (scope, category) = category(method);
            text.push_str(&format!("R{at},{date},{quantity},{unit},{activity},{scope},{category},{}", method.id));
            for column in &columns {
                let cell = cells.iter().find(|(p, _)| p == column).map_or("", |(_, text)| text);
                text.push_str(&format!(",{cell}"));
            }
            text.push('\n');
        }
        let answer = run(&text);
        let coverage = &answer.inventory.coverage;
        prop_assert_eq!(coverage.counted + coverage.excluded, rows.len() as u64);
        prop_assert_eq!(coverage.rows, rows.len() as u64);
        // A row that is left out is left out for a reason that is told.
        let errors: std::collections::BTreeSet<u64> =
            answer.findings.iter().filter(|finding| finding.severity == "error").map(|finding| finding.row).collect();
        prop_assert_eq!(errors.len() as u64, coverage.excluded);
    }
}
