//! Instruments for bought energy: what was claimed of each, covered by it, and left over.

use super::figure;
use super::text::Text;
use crate::number::Ratio;
use crate::wire::v1::InstrumentUse;

/// Decimals of a kWh, for reading.
pub(super) const DECIMALS: u32 = 3;

/// The columns of the table, and whether they hold numbers.
pub(super) fn columns(text: &Text) -> [(&'static str, bool); 7] {
    let words = &text.instruments;
    [
        (words.instrument, false),
        (words.kind, false),
        (words.volume, true),
        (words.claimed, true),
        (words.covered, true),
        (words.surplus, true),
        (words.state, false),
    ]
}

/// The rows: every instrument of the register, in the order of use.
pub(super) fn rows(text: &Text, uses: &[InstrumentUse]) -> Vec<[String; 7]> {
    let row = |found: &InstrumentUse| {
        let shown = |kwh: &str| energy(text, kwh);
        [
            found.id.clone(),
            text.instruments.kind_name(&found.kind).to_owned(),
            shown(&found.volume_kwh),
            shown(&found.claimed_kwh),
            shown(&found.covered_kwh),
            shown(&found.surplus_kwh),
            text.instruments.state_name(&found.state).to_owned(),
        ]
    };
    uses.iter().map(row).collect()
}

/// An exact energy, a decimal or a fraction, rounded for reading; a dash where there is none.
pub(super) fn energy(text: &Text, kwh: &str) -> String {
    if kwh.is_empty() {
        return "–".to_owned();
    }
    let decimals = usize::try_from(DECIMALS).unwrap_or(3);
    match kwh.split_once('/') {
        None => figure::rounded(kwh, decimals, text.marks),
        Some((above, below)) => {
            let part = |text: &str| crate::number::Amount::parse(text).map(Ratio::from);
            let ratio = part(above).and_then(|above| above.try_div(part(below)?));
            let rounded = ratio.and_then(|ratio| ratio.round_half_even(DECIMALS));
            rounded.map_or_else(
                |_| kwh.to_owned(),
                |amount| figure::rounded(&amount.to_string(), decimals, text.marks),
            )
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::factor::shipped;
    use crate::inventory::{Options, compute, surveyed};
    use crate::report::{Lang, csv, html, table};
    use crate::wire::v1;

    #[test]
    fn a_register_shows_in_every_report_in_both_languages() {
        let ledger = "id,date,site,activity,quantity,unit\n1,2023-07-01,A,electricity,700,kWh\n2,2023-07-02,B,electricity,200,kWh\n";
        let options: v1::InventoryOptions = v1::read_json(
            r#"{"profile": "ghg-protocol", "gwp": "AR5", "region": "VN", "instruments": {"register": [
                {"id": "REC<1>", "kind": "contract", "market": "VN", "volume": "0.4", "volume_unit": "MWh", "regions": ["VN"],
                 "gases": [{"gas": "CO2", "kg_per_kwh": "0"}]}]}}"#,
        )
        .unwrap();
        let catalog = shipped();
        let options =
            surveyed(|| Ok(ledger.as_bytes()), catalog, Options::from_request(&options).unwrap()).unwrap();
        let answer = compute(ledger.as_bytes(), catalog, &options).unwrap();
        let english = table(&answer, Lang::En);
        for part in ["Instruments for bought energy", "REC<1>", "400.000", "900.000", "over-claimed"] {
            assert!(english.contains(part), "{part}\n{english}");
        }
        assert!(table(&answer, Lang::Vi).contains("yêu cầu vượt mức"));
        let page = html(&answer, Lang::Vi);
        assert!(page.contains("Chứng chỉ và hợp đồng năng lượng") && page.contains("REC&lt;1&gt;"));
        let sheet = csv(&answer);
        assert!(sheet.contains("instrument,REC<1>,contract,claimed_kwh,900,,,,,false\r\n"), "{sheet}");
        let mut without = answer;
        without.inventory.instruments = None;
        assert!(!table(&without, Lang::En).contains("Instruments for bought energy"));
    }
}
