//! Laws of an installation under CBAM, over random plants: sums, scales, orders, joint processes, explanations.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::disallowed_methods,
    reason = "a test"
)]

use emitrace::cbam::{embedded, explain};
use emitrace::factor::Catalog;
use emitrace::wire::v1::{
    CbamElectricityUse, CbamEmbeddedRequest, CbamFactor, CbamInput, CbamInstallation, CbamMadeGood,
    CbamProcess, CbamShare, CbamStream,
};
use num_rational::BigRational;
use proptest::prelude::*;

/// Codes of goods that may feed each other in steelmaking.
const GOODS: [&str; 4] = ["72061000", "72071114", "72142000", "72131000"];

fn exact(text: &str) -> BigRational {
    match text.split_once('.') {
        Some((whole, decimals)) => {
            let number: num_bigint::BigInt = format!("{whole}{decimals}").parse().unwrap();
            let places = u32::try_from(decimals.len()).unwrap();
            BigRational::new(number, num_bigint::BigInt::from(10).pow(places))
        }
        None => text.parse().unwrap(),
    }
}

fn zero() -> BigRational {
    exact("0")
}

/// A random plant: fuels shared out to processes and `outside`, electricity, and goods that flow forwards and backwards.
#[derive(Clone, Debug)]
struct Plant {
    /// Tonnes of coal; parts for each process and for outside, in hundredths that add up to a hundred.
    fuels: Vec<(u32, Vec<u32>)>,
    /// For each process: sold tonnes, MWh, and what it uses of each process.
    processes: Vec<(u32, u32, Vec<u32>)>,
}

fn plant() -> impl Strategy<Value = Plant> {
    let fuel = (1_u32..100_000, proptest::collection::vec(0_u32..25, 4));
    let process = (1_u32..5_000, 0_u32..9_000, proptest::collection::vec(0_u32..900, 4));
    (proptest::collection::vec(fuel, 1..4), proptest::collection::vec(process, 4))
        .prop_map(|(fuels, processes)| Plant { fuels, processes })
}

fn factor(value: &str, unit: &str) -> Option<CbamFactor> {
    let (value, unit, determination) = (value.into(), unit.into(), "analysis".into());
    Some(CbamFactor { value, unit, determination, ..CbamFactor::default() })
}

impl Plant {
    fn made(&self, at: usize) -> u32 {
        let used: u32 = (0..4).filter(|user| *user != at).map(|user| self.processes[user].2[at]).sum();
        self.processes[at].0 + used
    }

    fn request(&self) -> CbamEmbeddedRequest {
        let share =
            |to: String, part: u32| CbamShare { to, share: format!("{}.{:02}", part / 100, part % 100) };
        let streams = self.fuels.iter().enumerate().map(|(index, (tonnes, parts))| {
            let mut attribution: Vec<CbamShare> =
                parts.iter().enumerate().map(|(at, part)| share(format!("p{at}"), *part)).collect();
            attribution.push(share("outside".into(), 100 - parts.iter().sum::<u32>()));
            CbamStream {
                id: format!("coal-{index}"),
                method: "combustion".into(),
                activity_data: tonnes.to_string(),
                unit: "t".into(),
                net_calorific_value: factor("25.7", "GJ/t"),
                emission_factor: factor("94.6", "tCO2/TJ"),
                attribution,
                ..CbamStream::default()
            }
        });
        let processes = (0..4).map(|at| {
            let (_, mwh, uses) = &self.processes[at];
            let inputs = uses.iter().enumerate().filter(|(from, tonnes)| *from != at && **tonnes > 0);
            let inputs = inputs.map(|(from, tonnes)| CbamInput {
                from: format!("p{from}"),
                quantity_t: tonnes.to_string(),
                ..CbamInput::default()
            });
            CbamProcess {
                id: format!("p{at}"),
                goods: vec![CbamMadeGood {
                    cn: GOODS[at].into(),
                    quantity_t: self.made(at).to_string(),
                    ..CbamMadeGood::default()
                }],
                electricity: vec![CbamElectricityUse {
                    from: "grid".into(),
                    mwh: mwh.to_string(),
                    t_co2e_per_mwh: "0.6592".into(),
                    basis: "grid-default".into(),
                    ..CbamElectricityUse::default()
                }],
                inputs: inputs.collect(),
                ..CbamProcess::default()
            }
        });
        CbamEmbeddedRequest {
            installation: CbamInstallation {
                name: "P".into(),
                country: "VN".into(),
                ..CbamInstallation::default()
            },
            period: "2026".into(),
            streams: streams.collect(),
            processes: processes.collect(),
            ..CbamEmbeddedRequest::default()
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn what_is_attributed_adds_up_to_what_was_emitted_and_what_is_sold_carries_it(plant in plant()) {
        let catalog = Catalog::bundled().unwrap();
        let report = embedded(&catalog, &plant.request()).unwrap().report;
        prop_assert!(report.complete, "{:?}", report.findings);
        let attributed = report.processes.iter().fold(zero(), |sum, process| sum + exact(&process.direct_t_co2e));
        let totals = &report.totals;
        prop_assert_eq!(exact(&totals.direct_t_co2e), &attributed + exact(&totals.outside_t_co2e));
        // Whatever circulates inside, what leaves the plant carries exactly what was attributed.
        let sold = report.goods.iter().fold(zero(), |sum, good| {
            sum + exact(&good.to_market) * exact(&good.exact_per_t.direct)
        });
        prop_assert_eq!(sold, attributed);
        let electricity = report.goods.iter().fold(zero(), |sum, good| {
            sum + exact(&good.to_market) * exact(&good.exact_per_t.indirect_all)
        });
        let used = report.processes.iter().fold(zero(), |sum, process| sum + exact(&process.indirect_t_co2e));
        prop_assert_eq!(electricity, used);
    }

    #[test]
    fn one_joint_process_carries_what_its_chain_carries(plant in plant()) {
        // A chain of four whose first three sell nothing is one bubble around the last good.
        let mut chain = plant;
        for at in 0..4 {
            chain.processes[at].2 = (0..4).map(|from| if from + 1 == at { 500 } else { 0 }).collect();
            if at < 3 {
                chain.processes[at].0 = 0;
            }
        }
        let catalog = Catalog::bundled().unwrap();
        let request = chain.request();
        let apart = embedded(&catalog, &request).unwrap().report;
        prop_assert!(apart.complete, "{:?}", apart.findings);
        let mut bubble = request.clone();
        let mut last = bubble.processes.pop().unwrap();
        last.inputs.clear();
        last.covers = vec!["crude-steel".into()];
        for process in bubble.processes.drain(..) {
            last.electricity.extend(process.electricity);
        }
        bubble.processes = vec![last];
        for stream in &mut bubble.streams {
            let outside: u32 = stream.attribution[4].share.replace('.', "").parse().unwrap();
            let inside = 100 - outside;
            stream.attribution = vec![
                CbamShare { to: "p3".into(), share: format!("{}.{:02}", inside / 100, inside % 100) },
                CbamShare { to: "outside".into(), share: format!("{}.{:02}", outside / 100, outside % 100) },
            ];
        }
        let joint = embedded(&catalog, &bubble).unwrap().report;
        prop_assert!(joint.complete, "{:?}", joint.findings);
        prop_assert_eq!(&apart.goods[3].exact_per_t, &joint.goods[0].exact_per_t);
    }

    #[test]
    fn scale_and_order_of_the_document_change_nothing(plant in plant(), factor in 2_u32..9) {
        let catalog = Catalog::bundled().unwrap();
        let first = embedded(&catalog, &plant.request()).unwrap().report;
        let mut large = plant.clone();
        large.fuels.iter_mut().for_each(|fuel| fuel.0 *= factor);
        for process in &mut large.processes {
            process.0 *= factor;
            process.1 *= factor;
            process.2.iter_mut().for_each(|tonnes| *tonnes *= factor);
        }
        let scaled = embedded(&catalog, &large.request()).unwrap().report;
        let mut request = plant.request();
        request.streams.reverse();
        request.processes.reverse();
        for process in &mut request.processes {
            process.inputs.reverse();
        }
        let mut turned = embedded(&catalog, &request).unwrap().report;
        turned.goods.reverse();
        for ((one, two), three) in first.goods.iter().zip(&scaled.goods).zip(&turned.goods) {
            prop_assert_eq!(&one.exact_per_t, &two.exact_per_t);
            prop_assert_eq!(one, three);
        }
    }

    #[test]
    fn an_explanation_adds_up_at_every_step(plant in plant()) {
        let catalog = Catalog::bundled().unwrap();
        let answer = explain(&catalog, &plant.request()).unwrap();
        for (good, explained) in answer.report.goods.iter().zip(&answer.goods) {
            let total = exact(&good.exact_per_t.direct) + exact(&good.exact_per_t.indirect);
            let parts = explained.parts.iter().fold(zero(), |sum, part| sum + exact(&part.t_co2e_per_t));
            prop_assert_eq!(&parts, &total);
            prop_assert_eq!(exact(&explained.rows[0].t_co2e_per_t), total);
            for (at, row) in explained.rows.iter().enumerate() {
                let below: Vec<_> = explained.rows[at + 1..]
                    .iter()
                    .take_while(|other| other.level > row.level)
                    .filter(|other| other.level == row.level + 1 && !other.t_co2e_per_t.is_empty())
                    .collect();
                if !below.is_empty() {
                    let sum = below.iter().fold(zero(), |sum, other| sum + exact(&other.t_co2e_per_t));
                    prop_assert_eq!(sum, exact(&row.t_co2e_per_t), "{} {}", row.kind, row.about);
                }
            }
        }
    }
}
