//! Laws of computed footprints.

use proptest::prelude::*;

use crate::factor::shipped;
use crate::footprint::compute;
use crate::number::Fraction;
use crate::wire::v1::{FootprintComputeAnswer, read_json};

/// The footprint of one kilogram of a good of a plant whose line makes two goods, one of which goes back into it in part.
pub(super) fn of(good: &str, amounts: (u32, u32), back: u32, figure: u32) -> FootprintComputeAnswer {
    let frame = r#"{\"pcf\": {\"declaredUnitOfMeasurement\": \"kilogram\", \"declaredUnitAmount\": \"1\", \"biogenicCarbonContent\": \"0\"}}"#;
    let request = format!(
        r#"{{"frame": "{frame}", "good": "{good}", "scope_2": "location", "decimals": "9",
        "ledger": {{"text": "id,date,activity,quantity,unit,product\nE,2023-05-31,electricity,7,kWh,line\n"}},
        "options": {{"profile": "ghg-protocol", "gwp": "AR6", "region": "VN"}},
        "processes": [{{"id": "line", "allocation": "mass", "allocation_reason": "both are sold",
            "outputs": [{{"good": "a", "amount": "{}", "unit": "kg"}}, {{"good": "b", "amount": "{}", "unit": "kg"}}],
            "inputs": [{{"good": "b", "amount": "{back}", "unit": "kg"}}, {{"good": "ore", "amount": "3", "unit": "kg"}}]}}],
        "bought": [{{"good": "ore", "figures": {{"amount": "1", "unit": "kg", "fossil_kg_co2e": "{figure}", "source": "s", "version": "1"}}}}]}}"#,
        amounts.0, amounts.1
    );
    compute(shipped(), &read_json(&request).unwrap()).unwrap()
}

pub(super) fn exact(answer: &FootprintComputeAnswer) -> Fraction {
    let parts = answer.result.parts.iter().map(|part| Fraction::parse(&part.exact_kg_co2e).unwrap());
    parts.fold(Fraction::zero(), |sum, part| sum.try_add(&part).unwrap())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    /// What leaves the plant carries all that came in and was emitted, whatever goes in circles inside.
    #[test]
    fn nothing_is_lost_between_outputs(a in 1u32..500, b in 1u32..500, back in 0u32..500, figure in 0u32..1000) {
        let back = back.min(b);
        let weigh = |good: &str, amount: u32| {
            exact(&of(good, (a, b), back, figure)).try_mul(&Fraction::whole(i64::from(amount))).unwrap()
        };
        let out = weigh("a", a).try_add(&weigh("b", b - back)).unwrap();
        let electricity = Fraction::parse("4.6144").unwrap();
        let into = electricity.try_add(&Fraction::whole(i64::from(figure) * 3)).unwrap();
        prop_assert_eq!(out, into);
    }

    /// Masses times GWP are the parts, member by member, to the last digit; sources hold the same masses.
    #[test]
    fn masses_weigh_what_the_parts_say(a in 1u32..500, b in 1u32..500, back in 0u32..500, figure in 0u32..1000) {
        let answer = of("a", (a, b), back.min(b), figure).result;
        let read = |text: &str| Fraction::parse(text).unwrap();
        let add = |sum: Fraction, one: Fraction| sum.try_add(&one).unwrap();
        for part in &answer.parts {
            let of_part = answer.gases.iter().filter(|gas| gas.member == part.member);
            let weighed = of_part.map(|gas| read(&gas.exact_kg).try_mul(&read(&gas.gwp)).unwrap());
            prop_assert_eq!(weighed.fold(Fraction::zero(), add), read(&part.exact_kg_co2e));
        }
        for gas in &answer.gases {
            let sources = answer.contributions.iter().flat_map(|source| &source.gases);
            let same = sources.filter(|one| (&one.member, &one.gas) == (&gas.member, &gas.gas));
            let apart = same.map(|one| read(&one.kg)).fold(Fraction::zero(), add).try_sub(&read(&gas.kg)).unwrap();
            let apart = if apart.is_negative() { apart.negated() } else { apart };
            prop_assert!(apart <= read("0.00000000000000001"), "{} {}", gas.gas, apart);
        }
    }

    /// Totals are the sums of what is shown, and sources add up to the whole.
    #[test]
    fn sums_are_sums_of_what_is_shown(a in 1u32..500, b in 1u32..500, figure in 0u32..1000) {
        let answer = of("a", (a, b), 0, figure).result;
        prop_assert_eq!(&*answer.footprint.difference_excluding_kg_co2e, "0");
        prop_assert_eq!(&*answer.footprint.difference_including_kg_co2e, "0");
        let percents = answer.contributions.iter().map(|one| Fraction::parse(&one.percent).unwrap());
        let sum = percents.fold(Fraction::zero(), |sum, one| sum.try_add(&one).unwrap());
        let apart = sum.try_sub(&Fraction::whole(100)).unwrap();
        prop_assert!(apart <= Fraction::parse("0.000001").unwrap() && apart >= Fraction::parse("-0.000001").unwrap());
    }
}
