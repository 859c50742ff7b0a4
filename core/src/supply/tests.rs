//! The graph against exact fractions.

use num_bigint::BigInt;
use num_rational::BigRational;
use proptest::prelude::*;

use super::{Choices, Embedded, Fault, Graph, Plan};
use crate::limits::Limits;
use crate::number::Amount;

/// Own emissions and flows `(consumer, supplier, amount)`, with amounts as text.
type Made = (Vec<String>, Vec<(u32, u32, String)>);

fn number(text: &str) -> Amount {
    Amount::parse(text).unwrap()
}

fn plan_with(made: &Made, choices: Choices, limits: &Limits) -> Plan {
    let mut graph = Graph::new().with_limits(limits.clone());
    for at in 0..made.0.len() {
        graph.add_process(&format!("p{at}")).unwrap();
    }
    for (consumer, supplier, amount) in &made.1 {
        graph.add_flow(*consumer, *supplier, number(amount)).unwrap();
    }
    Plan::new(graph, choices).unwrap()
}

fn plan(made: &Made, choices: Choices) -> Plan {
    plan_with(made, choices, &Limits::default())
}

fn column(made: &Made) -> Vec<Amount> {
    made.0.iter().map(|own| number(own)).collect()
}

fn solve(made: &Made, choices: Choices) -> (Plan, Embedded) {
    let plan = plan(made, choices);
    let embedded = plan.evaluate(&column(made));
    (plan, embedded)
}

fn ratio(text: &str) -> BigRational {
    let amount = number(text);
    BigRational::new(amount.mantissa().into(), BigInt::from(10).pow(amount.scale()))
}

/// The slow way: Gauss and Jordan over the whole graph in fractions of any length. `None` without one solution.
fn oracle(made: &Made) -> Option<Vec<BigRational>> {
    let size = made.0.len();
    let zero = BigRational::from_integer(0.into());
    let one = BigRational::from_integer(1.into());
    let mut rows = vec![vec![zero.clone(); size + 1]; size];
    for (at, own) in made.0.iter().enumerate() {
        rows[at][at] += &one;
        rows[at][size] = ratio(own);
    }
    for (consumer, supplier, amount) in &made.1 {
        rows[*consumer as usize][*supplier as usize] -= ratio(amount);
    }
    for column in 0..size {
        let pivot = (column..size).find(|row| rows[*row][column] != zero)?;
        rows.swap(column, pivot);
        let head = rows[column][column].clone();
        rows[column].iter_mut().for_each(|value| *value /= &head);
        let from = rows[column].clone();
        for (_, row) in rows.iter_mut().enumerate().filter(|(at, _)| *at != column) {
            let factor = row[column].clone();
            row.iter_mut().zip(&from).for_each(|(value, above)| *value -= &factor * above);
        }
    }
    Some(rows.into_iter().map(|mut row| row.pop().unwrap()).collect())
}

/// Exact figure less ours, and the bound.
fn gap(plan: &Plan, embedded: &Embedded, exact: &[BigRational], process: u32) -> (BigRational, BigRational) {
    let count = BigInt::from(embedded.count(process).unwrap());
    let ours = BigRational::new(count, BigInt::from(10).pow(18));
    let bound = plan.bound(process).unwrap();
    let (whole, decimals) = bound.split_once('.').unwrap_or((&bound, ""));
    let digits: BigInt = format!("{whole}{decimals}").parse().unwrap();
    let bound = BigRational::new(digits, BigInt::from(10).pow(u32::try_from(decimals.len()).unwrap()));
    (&exact[process as usize] - ours, bound)
}

fn decimals(most: u32) -> impl Strategy<Value = String> {
    (0_u64..most.into(), 0_u32..7)
        .prop_map(|(digits, places)| Amount::new(digits.into(), places).unwrap().to_string())
}

/// Graphs of up to eight processes, with loops; some of them take more than they make.
fn graph() -> impl Strategy<Value = Made> {
    (1_usize..9).prop_flat_map(|size| {
        let last = u32::try_from(size).unwrap();
        let amount = prop_oneof![6 => 0_u64..40, 1 => 40_u64..150];
        let own = proptest::collection::vec(decimals(3_000), size);
        let flows = proptest::collection::btree_map((0..last, 0..last), amount, 0..16);
        (own, flows).prop_map(|(own, flows)| {
            let percent = |amount: u64| Amount::new(amount.into(), 2).unwrap().to_string();
            (own, flows.into_iter().map(|((c, s), amount)| (c, s, percent(amount))).collect())
        })
    })
}

fn signs(made: Made, signs: Vec<bool>) -> Made {
    let sign = |at: usize, text: String| {
        if signs[at % signs.len()] && text != "0" { format!("-{text}") } else { text }
    };
    let own = made.0.into_iter().enumerate().map(|(at, own)| sign(at, own)).collect();
    let flows =
        made.1.into_iter().enumerate().map(|(at, (c, s, amount))| (c, s, sign(at + 1, amount))).collect();
    (own, flows)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]
    #[test]
    fn figures_are_below_the_exact_ones_by_less_than_their_bounds(made in graph()) {
        let (plan, embedded) = solve(&made, Choices::default());
        // There is an answer for every demand if and only if emissions of one everywhere give figures above zero.
        let zero = BigRational::from_integer(0.into());
        let ones = (vec!["1".into(); made.0.len()], made.1.clone());
        let solvable = oracle(&ones).is_some_and(|exact| exact.iter().all(|exact| *exact > zero));
        let refused = plan.faults().iter().any(|fault| matches!(fault, Fault::LoopWithoutOutput { processes: _, flows: _ }));
        prop_assert_eq!(solvable, !refused);
        prop_assert_eq!(solvable, embedded.withheld() == 0);
        let Some(exact) = oracle(&made).filter(|_| solvable) else { return Ok(()) };
        for process in 0..u32::try_from(made.0.len()).unwrap() {
            let (gap, bound) = gap(&plan, &embedded, &exact, process);
            prop_assert!(gap >= zero && gap <= bound, "{} > {}", gap, bound);
        }
    }

    #[test]
    fn with_credits_they_are_as_near_on_either_side(
        made in graph(), turned in proptest::collection::vec(any::<bool>(), 1..7)
    ) {
        let made = signs(made, turned);
        let (plan, embedded) = solve(&made, Choices::default().with_credits(true));
        let Some(exact) = oracle(&made) else { return Ok(()) };
        for process in 0..u32::try_from(made.0.len()).unwrap() {
            let Some(_) = embedded.count(process) else { continue };
            let (gap, bound) = gap(&plan, &embedded, &exact, process);
            let size = if gap < BigRational::from_integer(0.into()) { -gap } else { gap };
            prop_assert!(size <= bound, "{} > {}", size, bound);
        }
    }

    #[test]
    fn the_order_of_the_input_changes_no_digit(
        made in graph(), keys in proptest::collection::vec(any::<u32>(), 32), turned in proptest::collection::vec(any::<bool>(), 1..7),
    ) {
        for (made, choices) in [
            (made.clone(), Choices::default()),
            (signs(made, turned), Choices::default().with_credits(true)),
        ] {
            let size = made.0.len();
            let mut order: Vec<usize> = (0..size).collect();
            order.sort_by_key(|at| keys[*at]);
            let place = |at: u32| u32::try_from(order.iter().position(|old| *old == at as usize).unwrap()).unwrap();
            let own = order.iter().map(|old| made.0[*old].clone()).collect();
            let mut flows: Vec<_> = made.1.iter().map(|(c, s, amount)| (place(*c), place(*s), amount.clone())).collect();
            flows.sort_by_key(|(c, s, _)| keys[(*c as usize * 3 + *s as usize) % 32]);
            let (one, figures) = solve(&made, choices);
            let (other, turned) = solve(&(own, flows), choices);
            for process in 0..u32::try_from(size).unwrap() {
                prop_assert_eq!(figures.figure(process), turned.figure(place(process)));
                prop_assert_eq!(one.bound(process), other.bound(place(process)));
            }
        }
    }

    #[test]
    fn loops_past_the_limit_for_fractions_give_the_same(made in graph()) {
        let small = Limits::default().with_loop_processes(0);
        let (plan, embedded) = solve(&made, Choices::default());
        let large = plan_with(&made, Choices::default(), &small);
        // What is solved in fractions is nearer to the exact figure than what is swept.
        if plan.bounds.ways.iter().all(|way| *way == super::bounds::Way::Settled) {
            let again = large.evaluate(&column(&made));
            prop_assert_eq!(large.faults(), plan.faults());
            prop_assert_eq!(embedded.counts(), again.counts());
            prop_assert_eq!(&large.bounds.counts, &plan.bounds.counts);
        }
    }

    #[test]
    fn long_amounts_give_what_short_ones_give(made in graph()) {
        let (_, short) = solve(&made, Choices::default());
        // One amount with many digits between two further processes widens all others.
        let mut long = made.clone();
        let last = u32::try_from(long.0.len()).unwrap();
        long.0.extend(["1".to_owned(), "0".to_owned()]);
        long.1.push((last + 1, last, "0.1234567890123456789012345678".into()));
        let (plan, embedded) = solve(&long, Choices::default());
        prop_assert!(matches!(plan.weights.sizes, super::weights::Sizes::Wide(_)));
        prop_assert_eq!(&embedded.counts()[..made.0.len()], short.counts());
        prop_assert_eq!(embedded.figure(last + 1).unwrap(), "0.123456789012345678");
    }
}

fn made(own: &[&str], flows: &[(u32, u32, &str)]) -> Made {
    let flows = flows.iter().map(|(c, s, amount)| (*c, *s, (*amount).to_owned())).collect();
    (own.iter().map(|own| (*own).to_owned()).collect(), flows)
}

#[test]
fn a_loop_that_keeps_what_it_makes_is_told_with_its_processes_and_flows() {
    // 2 × 0.5 = 1: nothing leaves. The product of a third process that takes from it has no figure, a fourth has one.
    let closed = made(&["1", "1", "1", "7"], &[(0, 1, "2"), (1, 0, "0.5"), (2, 1, "1")]);
    let (plan, embedded) = solve(&closed, Choices::default());
    assert_eq!(plan.faults(), [Fault::LoopWithoutOutput { processes: vec![0, 1], flows: vec![0, 1] }]);
    let figures: Vec<_> = (0..4).map(|process| embedded.figure(process)).collect();
    assert_eq!(figures, [None, None, None, Some("7".to_owned())]);
    assert_eq!((embedded.withheld(), plan.bound(0)), (3, None));

    // The same past the limit for fractions, and one that takes more than it makes.
    for back in ["0.5", "0.6", "1000000000"] {
        let large = Limits::default().with_loop_processes(1);
        let plan = plan_with(&made(&["1", "1"], &[(0, 1, "2"), (1, 0, back)]), Choices::default(), &large);
        assert!(matches!(plan.faults(), [Fault::LoopWithoutOutput { .. }]), "{back}: {:?}", plan.faults());
    }
    // A ring of ten thousand that passes all on, at once.
    let ring = (0..10_000).map(|at| (at, (at + 1) % 10_000, "1".to_owned())).collect();
    let plan = self::plan(&(vec!["1".into(); 10_000], ring), Choices::default());
    assert!(
        matches!(plan.faults(), [Fault::LoopWithoutOutput { processes, .. }] if processes.len() == 10_000)
    );
}

#[test]
fn a_loop_that_passes_next_to_nothing_on_is_solved_in_fractions() {
    let near = made(&["1", "0"], &[(0, 1, "0.999999999999"), (1, 0, "1")]);
    let (plan, embedded) = solve(&near, Choices::default());
    assert!(plan.faults().is_empty());
    assert_eq!(embedded.figure(0).as_deref(), Some("1000000000000"));
    // Large ones are refused and not swept for ever: a ring of a thousand, of which a part in 10^15 leaves.
    let mut ring: Vec<_> = (0..1_000).map(|at| (at, (at + 1) % 1_000, "1".to_owned())).collect();
    ring[0].2 = "0.999999999999999".into();
    let plan = self::plan(&(vec!["1".into(); 1_000], ring), Choices::default());
    assert!(matches!(plan.faults(), [Fault::LoopNotSettled { processes, .. }] if processes.len() == 1_000));
}

#[test]
fn credits_that_outweigh_amounts_are_solved_in_fractions() {
    // x = 1 + 3 y, y = 1 - 2 x: sizes multiply to 6, and yet x = 4/7, y = -1/7.
    let credits = made(&["1", "1"], &[(0, 1, "3"), (1, 0, "-2")]);
    let (plan, embedded) = solve(&credits, Choices::default().with_credits(true));
    assert!(plan.faults().is_empty());
    assert_eq!(embedded.figure(0).as_deref(), Some("0.571428571428571428"));
    assert_eq!(embedded.figure(1).as_deref(), Some("-0.142857142857142858"));
    let large = Limits::default().with_loop_processes(1);
    let plan = plan_with(&credits, Choices::default().with_credits(true), &large);
    assert!(matches!(plan.faults(), [Fault::LoopOfCredits { .. }]));
    // Without the choice, each is a fault.
    let (plan, embedded) = solve(&credits, Choices::default());
    assert!(plan.faults().contains(&Fault::NegativeAmount { flow: 1 }));
    assert_eq!(embedded.withheld(), 2);
    let (_, embedded) = solve(&made(&["-1", "2"], &[]), Choices::default());
    assert_eq!(embedded.faults(), [Fault::NegativeOwn { process: 0 }]);
    assert_eq!((embedded.figure(0), embedded.figure(1)), (None, Some("2".to_owned())));
}

#[test]
fn repeated_flows_are_faults_or_added_and_flows_to_itself_are_told() {
    let twice = made(&["1", "0"], &[(1, 0, "0.25"), (1, 0, "0.5"), (1, 1, "0.5")]);
    let (plan, embedded) = solve(&twice, Choices::default());
    assert_eq!(plan.faults(), [Fault::Repeated { flow: 1, first: 0 }, Fault::ToItself { flow: 2 }]);
    assert_eq!((embedded.figure(0).as_deref(), embedded.figure(1)), (Some("1"), None));
    let (plan, embedded) = solve(&twice, Choices::default().with_add_repeated(true));
    assert_eq!(plan.faults(), [Fault::ToItself { flow: 2 }]);
    // 0.75 / (1 - 0.5), approached from below.
    assert_eq!(embedded.figure(1).as_deref(), Some("1.499999999999999999"));
    assert_eq!(plan.ends(&[2].into()), [(2, (1, 1))].into());
}

#[test]
fn figures_that_are_too_large_or_too_long_are_told() {
    let chain: Vec<_> = (1..6).map(|at| (at, at - 1, "100000".to_owned())).collect();
    let (_, embedded) = solve(&(vec!["1".into(); 6], chain), Choices::default());
    assert_eq!(embedded.faults(), [Fault::TooLarge { process: 4 }]);
    assert_eq!((embedded.figure(3).as_deref(), embedded.withheld()), (Some("1000010000100001"), 2));
    let short = made(&["0.0000000000000000001", "1"], &[]);
    let (_, embedded) = solve(&short, Choices::default());
    assert_eq!(embedded.faults(), [Fault::OwnTooLong { process: 0 }]);
    let embedded = plan(&short, Choices::default()).evaluate(&[number("1")]);
    assert_eq!(embedded.faults(), [Fault::OwnMissing { process: 1 }]);
    let far = [number("1e20"), number("1e-28")];
    let mut graph = Graph::new();
    graph.add_process("a").unwrap();
    graph.add_process("b").unwrap();
    far.iter().for_each(|amount| {
        graph.add_flow(0, 1, *amount).unwrap();
    });
    assert_eq!(Plan::new(graph, Choices::default()).unwrap_err().code().as_str(), "PRECISION_EXCEEDED");
}

#[test]
fn a_plan_takes_other_amounts() {
    let first = made(&["1", "2"], &[(1, 0, "0.5")]);
    let (plan, _) = solve(&first, Choices::default());
    let changed = plan.with_amounts(&[number("0.125")]).unwrap();
    assert_eq!(changed.evaluate(&column(&first)).figure(1).as_deref(), Some("2.125"));
    assert_eq!(plan.with_amounts(&[]).unwrap_err().code().as_str(), "BAD_REQUEST");
    let negative = plan.with_amounts(&[number("-1")]).unwrap();
    assert_eq!(negative.faults(), [Fault::NegativeAmount { flow: 0 }]);
}
