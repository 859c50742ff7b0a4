//! The factor of bought steam from enthalpy, boiler efficiency and fuel, as a pack that a ledger can use at once.

use std::collections::BTreeMap;

use super::rules::{day, needed};
use crate::error::{Code, Error};
use crate::factor::{Catalog, FACTOR_COLUMNS, Kind};
use crate::number::{Amount, Ratio};
use crate::period::Period;
use crate::unit::Unit;
use crate::wire::v1;

const FORMULA: &str =
    "M-63: EF(steam, t/t) = enthalpy (kJ/kg) / efficiency × Σ share × EF(fuel, kg/TJ) / 10^9";
const CITATION: &str = "Circular 38/2023/TT-BCT, Annex II section 2 point 4, as corrected by Decision 334/QĐ-BCT of 6 February 2025";
/// Largest whole number that stands before the tonne in the unit of an exact factor.
const LARGEST_UNIT: i128 = 1_000_000_000;

/// The factor of steam, exactly, as a row of a factor pack with formula and citation.
///
/// An efficiency such as 0.85 makes the factor an endless decimal. The pack therefore states it per 17 tonnes (0.85 =
/// 17/20), where it is a finite one: `4.114032 t / 17.t`. Where that cannot be done in 28 digits, the pack holds 28
/// digits rounded half-even and `exact` is false.
///
/// # Units
/// Enthalpy in kJ/kg, efficiency and shares as fractions of 1, fuels in kg of gas per TJ (net); results in kg per t.
///
/// # Method
/// M-63. Shares of several fuels are shares of energy.
///
/// # Errors
/// `SHARE_OUT_OF_RANGE` for an efficiency outside 0 to 1 (85 instead of 0.85) or shares that do not add up to 1,
/// `MISSING_VALUE`, `FACTOR_UNKNOWN`, `UNKNOWN_GAS`, `IMPLAUSIBLE_FACTOR`, errors of numbers and dates.
///
/// # Example
/// ```
/// use emitrace::factor::Catalog;
/// use emitrace::regulation::steam_factor;
/// use emitrace::wire::v1::{SteamFuel, SteamRequest};
///
/// let answer = steam_factor(&Catalog::bundled()?, &SteamRequest {
///     enthalpy_kj_per_kg: "2776".into(),
///     efficiency: "0.85".into(),
///     fuels: vec![SteamFuel {
///         gases: vec![emitrace::wire::v1::GasPerEnergy { gas: "CO2".into(), kg_per_tj: "74100".into() }],
///         ..Default::default()
///     }],
///     supplier: "The neighbour".into(),
///     evidence: "Letter of the supplier".into(),
///     evidence_date: "2025-01-05".into(),
///     place: "VN".into(),
///     valid: "2024".into(),
///     ..Default::default()
/// })?;
/// assert_eq!(answer.gases[0].exact_kg_per_t, "514254/2125");
/// assert_eq!(answer.gases[0].kg_per_t, "242.0018823529411764705882353");
/// # Ok::<(), emitrace::Error>(())
/// ```
pub fn steam_factor(catalog: &Catalog, request: &v1::SteamRequest) -> Result<v1::SteamAnswer, Error> {
    let enthalpy = Ratio::from(needed(&request.enthalpy_kj_per_kg, "/enthalpy_kj_per_kg")?);
    let efficiency = fraction(needed(&request.efficiency, "/efficiency")?, "/efficiency")?;
    for (name, text) in
        [("supplier", &request.supplier), ("evidence", &request.evidence), ("place", &request.place)]
    {
        if text.trim().is_empty() {
            return Err(Error::new(Code::MissingValue, format!("`{name}` is empty")).at(format!("/{name}")));
        }
    }
    let dated = day(&request.evidence_date, "/evidence_date")?;
    let valid = Period::parse(&request.valid).map_err(|error| error.at("/valid"))?;
    let fuel = mean_fuel(catalog, &request.fuels)?;

    // kJ/kg × kg/TJ = kg of gas per 10^9 kg of steam; per tonne it is a thousand times as much.
    let per_fuel = enthalpy.try_div(efficiency)?.try_mul(Ratio::pow10(-6)?)?;
    let mut exact = true;
    let mut gases = Vec::new();
    let mut rows = Vec::new();
    let (tonnes, unit) = whole_unit(efficiency);
    for (gas, kg_per_tj) in &fuel {
        let kg_per_t = kg_per_tj.try_mul(per_fuel)?;
        let finite = kg_per_t.try_mul(tonnes)?.to_amount();
        exact &= finite.is_some();
        rows.push((gas.clone(), kg_per_t, finite));
        gases.push(v1::SteamGas {
            gas: gas.clone(),
            exact_kg_per_t: kg_per_t.to_string(),
            kg_per_t: digits(kg_per_t)?.to_string(),
            fuel_kg_per_tj: kg_per_tj.to_string(),
        });
    }
    let unit = if exact { unit } else { "t".to_owned() };
    let mut table = Table::new(request, (valid, dated), unit);
    for (gas, kg_per_t, finite) in rows {
        let value = match finite.filter(|_| exact) {
            Some(value) => value,
            None => digits(kg_per_t)?,
        };
        table.row(&gas, value);
    }
    let pack_id = if request.pack_id.is_empty() { "own-steam" } else { &request.pack_id };
    let pack = table.finish(pack_id);
    // The pack is used as any other is: what would be refused there is refused here.
    catalog.clone().add_pack_text(&pack)?;
    Ok(v1::SteamAnswer {
        formula: FORMULA.into(),
        citation: CITATION.into(),
        gases,
        exact,
        factor: format!("{pack_id}/steam"),
        pack,
        steam_t: supplied(request)?,
    })
}

/// A fraction above zero and at most one.
fn fraction(amount: Amount, path: &str) -> Result<Ratio, Error> {
    let ratio = Ratio::from(amount);
    if !ratio.is_zero() && ratio <= Ratio::ONE {
        return Ok(ratio);
    }
    Err(Error::new(Code::ShareOutOfRange, format!("{amount} is not a fraction above 0 and at most 1"))
        .at(path.to_owned()))
}

/// Kilograms of each gas for a terajoule of the boiler's fuels, weighted by their shares of energy.
fn mean_fuel(catalog: &Catalog, fuels: &[v1::SteamFuel]) -> Result<BTreeMap<String, Ratio>, Error> {
    let mut mean: BTreeMap<String, Ratio> = BTreeMap::new();
    let mut shares = Ratio::ZERO;
    for (index, fuel) in fuels.iter().enumerate() {
        let at = |field: &str| format!("/fuels/{index}/{field}");
        let share = match (fuel.share.is_empty(), fuels.len()) {
            (true, 1) => Ratio::ONE,
            _ => fraction(needed(&fuel.share, &at("share"))?, &at("share"))?,
        };
        shares = shares.try_add(share)?;
        for (gas, kg_per_tj) in gases_of(catalog, fuel, index)? {
            let sum = mean.entry(gas).or_insert(Ratio::ZERO);
            *sum = sum.try_add(kg_per_tj.try_mul(share)?)?;
        }
    }
    if shares != Ratio::ONE {
        let message = format!("the shares of the fuels add up to {shares}, not to 1");
        return Err(Error::new(Code::ShareOutOfRange, message).at("/fuels"));
    }
    Ok(mean)
}

/// The gases of one fuel, from the request or from a factor of the catalogue.
fn gases_of(catalog: &Catalog, fuel: &v1::SteamFuel, index: usize) -> Result<Vec<(String, Ratio)>, Error> {
    let path = format!("/fuels/{index}");
    let gases = catalog.gases();
    match (fuel.factor.is_empty(), fuel.gases.is_empty()) {
        (true, false) => {
            let mut read = Vec::new();
            for (place, given) in fuel.gases.iter().enumerate() {
                let at = format!("{path}/gases/{place}");
                let known = gases.find(&given.gas).ok_or_else(|| {
                    let message = format!("gas `{}` is not known", given.gas);
                    Error::new(Code::UnknownGas, message).at(format!("{at}/gas"))
                })?;
                let kg_per_tj = needed(&given.kg_per_tj, &format!("{at}/kg_per_tj"))?;
                read.push((gases.info(known).name.to_string(), Ratio::from(kg_per_tj)));
            }
            Ok(read)
        }
        (false, true) => {
            let at = format!("{path}/factor");
            let unknown = || {
                Error::new(Code::FactorUnknown, format!("there is no factor `{}`", fuel.factor))
                    .at(at.clone())
            };
            let factor = catalog.factor(catalog.find(&fuel.factor).ok_or_else(unknown)?);
            if factor.kind != Kind::Emission {
                let message = format!("`{}` is a {} factor", fuel.factor, factor.kind.as_str());
                return Err(Error::new(Code::FactorNotMultiplier, message).at(at));
            }
            let (kg, tj) = (Unit::parse("kg")?, Unit::parse("TJ{net}")?);
            let per = factor.per.as_ref().ok_or_else(unknown)?;
            let per_tj = tj.ratio_to(per).map_err(|error| error.at(at.clone()))?;
            let mut read = Vec::new();
            for value in &factor.values {
                let (Some(gas), Some(unit)) = (value.gas, &value.unit) else { continue };
                let kg_per_tj = Ratio::from(value.amount).try_mul(unit.ratio_to(&kg)?)?.try_mul(per_tj)?;
                read.push((gases.info(gas).name.to_string(), kg_per_tj));
            }
            Ok(read)
        }
        _ => Err(Error::new(Code::BadRequest, "give a fuel either by `factor` or by `gases`").at(path)),
    }
}

/// So many tonnes that a factor with this efficiency in its denominator is a finite decimal, and the unit's name.
fn whole_unit(efficiency: Ratio) -> (Ratio, String) {
    let mut rest = efficiency.numerator();
    for prime in [2, 5] {
        while rest.checked_rem(prime) == Some(0) {
            rest = rest.checked_div(prime).unwrap_or(1);
        }
    }
    match Ratio::new(rest, 1) {
        Ok(tonnes) if rest > 1 && rest <= LARGEST_UNIT => (tonnes, format!("{rest}.t")),
        _ => (Ratio::ONE, "t".to_owned()),
    }
}

/// At most 28 digits of a fraction, rounded half-even.
fn digits(ratio: Ratio) -> Result<Amount, Error> {
    let mut why = None;
    for scale in (0..=28).rev() {
        match ratio.round_half_even(scale) {
            Ok(amount) => return Ok(amount),
            Err(error) => why = Some(error),
        }
    }
    Err(why.unwrap_or_else(|| Error::new(Code::Overflow, "the factor is too large")))
}

/// Tonnes of steam from hours and tonnes an hour.
fn supplied(request: &v1::SteamRequest) -> Result<String, Error> {
    match (request.hours.is_empty(), request.t_per_h.is_empty()) {
        (true, true) => Ok(String::new()),
        _ => {
            let hours = Ratio::from(needed(&request.hours, "/hours")?);
            Ok(hours.try_mul(Ratio::from(needed(&request.t_per_h, "/t_per_h")?))?.to_string())
        }
    }
}

/// The pack's text as it grows.
struct Table<'r> {
    request: &'r v1::SteamRequest,
    valid: Period,
    dated: chrono::NaiveDate,
    unit: String,
    inputs: String,
    writer: csv::Writer<Vec<u8>>,
}

impl<'r> Table<'r> {
    fn new(
        request: &'r v1::SteamRequest,
        (valid, dated): (Period, chrono::NaiveDate),
        unit: String,
    ) -> Table<'r> {
        let fuels: Vec<String> = request
            .fuels
            .iter()
            .map(|fuel| {
                let gases: Vec<String> =
                    fuel.gases.iter().map(|gas| format!("{} kg {}/TJ", gas.kg_per_tj, gas.gas)).collect();
                let what = if fuel.factor.is_empty() { gases.join(" + ") } else { fuel.factor.clone() };
                if fuel.share.is_empty() { what } else { format!("{} × {what}", fuel.share) }
            })
            .collect();
        let inputs = format!(
            "{} kJ/kg / {} × ({}) / 10^9; {CITATION}",
            request.enthalpy_kj_per_kg,
            request.efficiency,
            fuels.join("; ")
        );
        let mut table = Table {
            request,
            valid,
            dated,
            unit,
            inputs,
            writer: csv::WriterBuilder::new().from_writer(Vec::new()),
        };
        table.record(&FACTOR_COLUMNS);
        table
    }

    fn record(&mut self, cells: &[&str]) {
        // Writing to memory cannot fail, and every row has the same length.
        let _ = self.writer.write_record(cells);
    }

    fn row(&mut self, gas: &str, value: Amount) {
        let (value, unit) = (value.to_string(), self.unit.clone());
        let (from, to) = (self.valid.start().to_string(), self.valid.end().to_string());
        let (place, inputs) = (self.request.place.clone(), self.inputs.clone());
        let per =
            if unit == "t" { String::new() } else { format!("; the exact factor needs the unit {unit}") };
        let note = format!("computed by M-63 of emitrace{per}");
        self.record(&[
            "steam", "steam", "emission", gas, &value, "value", "kg", &unit, &place, &from, &to, "2",
            "steam", "", "", "", "", "", &inputs, "B", &note,
        ]);
    }

    fn finish(self, id: &str) -> String {
        let table = self.writer.into_inner().ok().and_then(|bytes| String::from_utf8(bytes).ok());
        let supplier = quoted(&self.request.supplier);
        let evidence = quoted(&self.request.evidence);
        format!(
            "+++\nid = {}\nkind = \"factors\"\ntitle = \"Factor of bought steam\"\npublisher = {supplier}\n\
             edition = {}\nlicence = \"internal\"\nattribution = \"\"\nsource = {evidence}\nurl = \"\"\n\
             retrieved = \"{}\"\nconfidence = \"B\"\nnot_for = [\"Only for steam of this supplier and boiler.\"]\n+++\n{}",
            quoted(id),
            quoted(&self.request.valid),
            self.dated,
            table.unwrap_or_default(),
        )
    }
}

/// A TOML string.
fn quoted(text: &str) -> String {
    let mut safe = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => safe.extend(['\\', c]),
            c if c.is_control() => safe.push_str(&format!("\\u{:04X}", u32::from(c))),
            c => safe.push(c),
        }
    }
    safe.push('"');
    safe
}
