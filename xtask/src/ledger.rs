//! A large ledger for measuring: seeded, the same bytes on every machine.

use std::io::{BufWriter, Write, stdout};

use crate::Done;

/// Activity, unit, and one unit of the last decimal of the quantity.
const ROWS: [(&str, &str, u64); 8] = [
    ("electricity", "kWh", 1),
    ("electricity", "MWh", 1000),
    ("anthracite-stationary", "t", 1000),
    ("natural-gas-stationary", "GJ (NCV)", 100),
    ("lpg-stationary", "kg", 10),
    ("R-410A", "kg", 1000),
    ("diesel-road", "t", 10_000),
    ("diesel-stationary", "TJ (net)", 100_000),
];

/// Writes `count` rows of ten columns to standard output.
pub(crate) fn write(count: u64) -> Done {
    let mut out = BufWriter::with_capacity(1 << 20, stdout().lock());
    let failed = |error: std::io::Error| vec![error.to_string()];
    writeln!(out, "id,date,site,activity,quantity,unit,region,supplier,product,note").map_err(failed)?;
    let mut state: u64 = 0x9e37_79b9_7f4a_7c15;
    let mut random = |below: u64| {
        // splitmix64
        state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = state;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (z ^ (z >> 31)).checked_rem(below).unwrap_or(0)
    };
    for row in 1..=count {
        let (activity, unit, scale) =
            usize::try_from(random(8)).ok().and_then(|at| ROWS.get(at)).copied().unwrap_or(("", "", 1));
        let whole = random(10_000);
        let part = random(scale);
        let digits = scale.checked_ilog10().and_then(|digits| usize::try_from(digits).ok()).unwrap_or(0);
        let (month, day) = (random(12).saturating_add(1), random(28).saturating_add(1));
        let (site, supplier, product) = (random(40), random(2_000), random(300));
        // One row in 200 has a quoted field, one in 2,000 an activity that nobody knows.
        let activity = if random(2_000) == 0 { "perpetual motion" } else { activity };
        let note = if random(200) == 0 { "\"checked, signed\"" } else { "" };
        write!(out, "R{row},2023-{month:02}-{day:02},Site {site},{activity},{whole}").map_err(failed)?;
        if digits > 0 {
            write!(out, ".{part:0digits$}").map_err(failed)?;
        }
        writeln!(out, ",{unit},VN,Supplier {supplier},Product {product},{note}").map_err(failed)?;
    }
    out.flush().map_err(failed)?;
    Ok(String::new())
}
