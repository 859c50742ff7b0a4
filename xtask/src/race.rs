//! What the race is run on: a ledger, its factors as a pack and as CSV, and the units, the same bytes on every machine.
//!
//! The shape is that of a large group's year: 300 activities in five families of units, 46 places with factors of their
//! own and 60 that rows name, four periods of validity. One row in 200 has a quoted field, one in 2,000 an activity that
//! nobody knows. Suppliers, activities and places are as unevenly frequent as they are in life.

use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::Path;

use crate::Done;

/// A unit, and what one of it is in the first unit of its family.
type UnitOf = (&'static str, &'static str);

/// Family, activities in it, and its units.
const FAMILIES: [(&str, u64, &[UnitOf]); 5] = [
    ("energy", 90, &[("kWh", "1"), ("MWh", "1000"), ("GWh", "1000000")]),
    ("volume", 75, &[("L", "1"), ("m3", "1000"), ("[gal_us]", "3.785411784")]),
    ("mass", 75, &[("kg", "1"), ("t", "1000"), ("g", "0.001"), ("lb", "0.45359237")]),
    ("distance", 30, &[("km", "1"), ("mi", "1.609344")]),
    ("freight", 30, &[("tkm", "1"), ("kg.km", "0.001"), ("t.mi", "1.609344")]),
];

/// Places that rows name; the first 45 have factors of their own, the others the world's.
const PLACES: [&str; 60] = [
    "DE", "FR", "IT", "ES", "PL", "NL", "BE", "AT", "SE", "FI", "DK", "CZ", "HU", "RO", "BG", "GR", "PT",
    "IE", "SK", "SI", "HR", "LT", "LV", "EE", "LU", "MT", "CY", "GB", "NO", "CH", "TR", "UA", "RS", "CN",
    "IN", "JP", "KR", "US", "CA", "MX", "BR", "ZA", "AU", "VN", "TH", "ID", "MY", "EG", "MA", "TW", "CL",
    "AR", "CO", "PE", "NZ", "PH", "SG", "KE", "NG", "SA",
];

/// How many of [`PLACES`] have factors of their own.
const OWN: usize = 45;

/// Categories of the activities: scope and number or word.
const CATEGORIES: [(&str, &str); 15] = [
    ("1", "1.stationary"),
    ("1", "1.mobile"),
    ("1", "1.process"),
    ("1", "1.fugitive"),
    ("2", "2.electricity"),
    ("2", "2.heat"),
    ("3", "3.1"),
    ("3", "3.2"),
    ("3", "3.3"),
    ("3", "3.4"),
    ("3", "3.5"),
    ("3", "3.6"),
    ("3", "3.7"),
    ("3", "3.9"),
    ("3", "3.12"),
];

/// Validity of the factors.
const PERIODS: [(&str, &str); 4] = [
    ("2022-01-01", "2022-12-31"),
    ("2023-01-01", "2023-06-30"),
    ("2023-07-01", "2024-12-31"),
    ("2025-01-01", "2025-12-31"),
];

/// Words of the identifiers.
const WORDS: [&str; 8] = ["grid", "diesel", "gas", "steel", "truck", "service", "coal", "waste"];

const PACK: &str = r#"+++
id = "race"
kind = "factors"
title = "Random factors for measuring"
publisher = "nobody"
edition = "1"
licence = "none needed"
attribution = ""
source = "a random generator"
url = ""
retrieved = "2026-11-21"
confidence = "C"
not_for = ["Anything but measuring."]
+++
factor,activity,kind,gas,value,state,value_unit,per_unit,place,valid_from,valid_to,scope,category,view,gwp_set,td_losses,lower,upper,cell,confidence,note
"#;

/// splitmix64.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    fn below(&mut self, end: u64) -> u64 {
        scale(self.next() >> 32, end)
    }

    /// Below `end`, small numbers more often: a uniform fraction to the power 3/2 or, with `steep`, 7/4.
    fn uneven(&mut self, end: u64, steep: bool) -> u64 {
        let fraction = self.next() >> 32;
        let root = fraction.wrapping_shl(32).isqrt();
        let mut power = scale(fraction, root);
        if steep {
            power = scale(power, root.wrapping_shl(32).isqrt());
        }
        scale(power, end)
    }
}

/// `fraction × end`, the fraction in units of 2⁻³².
fn scale(fraction: u64, end: u64) -> u64 {
    u64::try_from(u128::from(fraction).wrapping_mul(u128::from(end)) >> 32).unwrap_or(0)
}

fn at<T: Copy + Default>(list: &[T], index: u64) -> T {
    usize::try_from(index).ok().and_then(|index| list.get(index)).copied().unwrap_or_default()
}

/// An activity of the race.
struct Activity {
    name: String,
    units: &'static [(&'static str, &'static str)],
}

/// Writes `ledger.csv`, `race.pack`, `factors.csv` and `units.csv` into a folder.
pub(crate) fn write(rows: u64, folder: &Path) -> Done {
    let failed = |error: std::io::Error| vec![error.to_string()];
    std::fs::create_dir_all(folder).map_err(failed)?;
    let mut random = Random(42);
    units(folder).map_err(failed)?;
    let activities = factors(folder, &mut random).map_err(failed)?;
    ledger(rows, folder, &activities, &mut random).map_err(failed)?;
    Ok(String::new())
}

fn create(folder: &Path, name: &str) -> std::io::Result<BufWriter<File>> {
    Ok(BufWriter::with_capacity(1 << 20, File::create(folder.join(name))?))
}

fn units(folder: &Path) -> std::io::Result<()> {
    let mut out = create(folder, "units.csv")?;
    writeln!(out, "unit,dimension,to_canonical")?;
    for (family, _, units) in FAMILIES {
        for (unit, size) in units {
            writeln!(out, "{unit},{family},{size}")?;
        }
    }
    out.flush()
}

/// The factors, once as a pack and once as a plain table with a line for each factor.
fn factors(folder: &Path, random: &mut Random) -> std::io::Result<Vec<Activity>> {
    let mut pack = create(folder, "race.pack")?;
    let mut table = create(folder, "factors.csv")?;
    pack.write_all(PACK.as_bytes())?;
    writeln!(
        table,
        "factor_id,factor_key,region,valid_from,valid_to,factor_unit,scope,category,co2,ch4,n2o"
    )?;
    let mut activities = Vec::new();
    let mut number = 0u64;
    for (family, count, units) in FAMILIES {
        for index in 0..count {
            let name = format!("{family}.{}.{index:03}", at(&WORDS, index & 7));
            let serial = u64::try_from(activities.len()).unwrap_or(0);
            let (scope, category) = at(&CATEGORIES, serial.wrapping_mul(7).checked_rem(15).unwrap_or(0));
            // Kilograms with six, nine and ten decimals.
            let base = random.below(1_000_000).saturating_add(10_000);
            let own = if index & 1 == 0 { OWN } else { 0 };
            for place in core::iter::once("001").chain(PLACES.into_iter().take(own)) {
                for (from, to) in PERIODS {
                    let percent = random.below(60).saturating_add(70);
                    let co2 = base.wrapping_mul(percent).checked_div(100).unwrap_or(0);
                    let ch4 =
                        co2.wrapping_mul(random.below(100).saturating_add(50)).checked_div(1000).unwrap_or(0);
                    let n2o =
                        co2.wrapping_mul(random.below(100).saturating_add(50)).checked_div(1000).unwrap_or(0);
                    let values =
                        [("CO2", decimal(co2, 6)), ("CH4", decimal(ch4, 9)), ("N2O", decimal(n2o, 10))];
                    let unit = units.first().map_or("", |(unit, _)| unit);
                    let short = category.rsplit('.').next().unwrap_or(category);
                    for (gas, value) in &values {
                        writeln!(
                            pack,
                            "f{number:06},{name},emission,{gas},{value},value,kg,{unit},{place},{from},{to},{scope},{short},,,,,,made up,C,"
                        )?;
                    }
                    let [(_, co2), (_, ch4), (_, n2o)] = &values;
                    writeln!(
                        table,
                        "f{number:06},{name},{place},{from},{to},{unit},{scope},{category},{co2},{ch4},{n2o}"
                    )?;
                    number = number.wrapping_add(1);
                }
            }
            activities.push(Activity { name, units });
        }
    }
    pack.flush()?;
    table.flush()?;
    Ok(activities)
}

/// `digits × 10^-places`.
fn decimal(digits: u64, places: u32) -> String {
    let power = 10u64.checked_pow(places).unwrap_or(1);
    let width = usize::try_from(places).unwrap_or(0);
    let (whole, part) = (digits.checked_div(power).unwrap_or(0), digits.checked_rem(power).unwrap_or(0));
    if places == 0 { whole.to_string() } else { format!("{whole}.{part:0width$}") }
}

fn ledger(rows: u64, folder: &Path, activities: &[Activity], random: &mut Random) -> std::io::Result<()> {
    let mut out = create(folder, "ledger.csv")?;
    writeln!(out, "id,supplier,site,date,activity,quantity,unit,region,currency,data_quality")?;
    let count = u64::try_from(activities.len()).unwrap_or(0);
    for row in 0..rows {
        let (supplier, site) = (random.uneven(2_000, true), random.below(5));
        let (year, month) = (random.below(4).wrapping_add(2022), random.below(12).wrapping_add(1));
        let days = match month {
            2 if year == 2024 => 29,
            2 => 28,
            4 | 6 | 9 | 11 => 30,
            _ => 31,
        };
        let day = random.below(days).wrapping_add(1);
        let index = random.uneven(count, false);
        let Some(activity) = usize::try_from(index).ok().and_then(|index| activities.get(index)) else {
            continue;
        };
        let other = random.below(3) == 0;
        let kinds = u64::try_from(activity.units.len()).unwrap_or(1);
        let (unit, _) = at(activity.units, if other { random.below(kinds) } else { 0 });
        // 0.1 to 100,000, each power of ten as often as the next, with one to four decimals.
        let places = u32::try_from(random.below(4)).unwrap_or(0).wrapping_add(1);
        let least = 10u64.pow(u32::try_from(random.below(6)).unwrap_or(0));
        let tenths = random.below(least.wrapping_mul(9)).wrapping_add(least);
        let fraction = 10u64.pow(places.wrapping_sub(1));
        let digits = tenths.wrapping_mul(fraction).wrapping_add(random.below(fraction));
        let place = at(&PLACES, random.uneven(60, false));
        let quality = random.below(5).wrapping_add(1);
        let unknown = random.below(2_000) == 0;
        let quote = if random.below(200) == 0 { "\"" } else { "" };
        write!(
            out,
            "R{row:09},S{supplier:05},{quote}S{supplier:05}-{site:02}{quote},{year}-{month:02}-{day:02},"
        )?;
        if unknown {
            write!(out, "unknown.key.{:03}", random.below(20))?;
        } else {
            write!(out, "{}", activity.name)?;
        }
        writeln!(out, ",{},{unit},{place},,{quality}", decimal(digits, places))?;
    }
    out.flush()
}
