//! A footprint from cradle to gate, worked out from rows of a ledger, processes and footprints of suppliers (METHODS M-263 to
//! M-265).

use super::bought::{self, Bought, percent, ratings};
use super::check::{looked_at, summary, under};
use super::decimal::Sign;
use super::frame::Frame;
use super::gases::{Tally, co2e, of_source};
use super::node::Node;
use super::rows::{Reader, Row};
use super::rules::{Validity, decimal, reference};
use super::sums::PARTS;
use super::system::{System, number};
use crate::error::{Code, Error};
use crate::factor::Catalog;
use crate::inventory::Options;
use crate::limits::Limits;
use crate::number::{Fraction, Ties};
use crate::order::Order;
use crate::period::Period;
use crate::scope::Account;
use crate::told::Told;
use crate::wire::v1;

/// Where a part of the total comes from.
#[derive(Debug)]
struct Source {
    shown: v1::FootprintContribution,
    /// In the declared amount.
    value: Fraction,
    primary: Fraction,
    ratings: Option<[Fraction; 3]>,
}

/// Works out the footprint of a good and writes it as a document of PACT 3.0, with the source of each part.
///
/// # Method
/// M-263 (processes, allocation, loops), M-264 (parts, rounding), M-265 (primary data, ratings), M-301 (masses of gases); factors as in an
/// inventory (M-05).
///
/// # Errors
/// Whatever keeps a figure back: a choice that is not made, a number, unit or good that cannot be read, processes that take in all
/// they make. What can be told beside a figure is a finding.
///
/// # Example
/// ```
/// use emitrace::factor::Catalog;
/// use emitrace::footprint::compute;
/// use emitrace::wire::v1::read_json;
///
/// let request = r#"{
///   "frame": "{\"pcf\": {\"declaredUnitOfMeasurement\": \"kilogram\", \"declaredUnitAmount\": \"1\", \"biogenicCarbonContent\": \"0\"}}",
///   "good": "wire", "scope_2": "location", "decimals": "6",
///   "ledger": {"text": "id,date,activity,quantity,unit,product\nE1,2023-05-31,electricity,1250,kWh,drawing\n"},
///   "options": {"profile": "ghg-protocol", "gwp": "AR6", "region": "VN"},
///   "processes": [{"id": "drawing", "outputs": [{"good": "wire", "amount": "1000", "unit": "kg"}],
///                  "inputs": [{"good": "rod", "amount": "1.02", "unit": "t"}]}],
///   "bought": [{"good": "rod", "figures": {"amount": "1", "unit": "kg", "fossil_kg_co2e": "2.1", "source": "mill", "version": "2023"}}]
/// }"#;
/// let answer = compute(&Catalog::bundled()?, &read_json(request)?)?;
/// // 1250 kWh × 0.6592 / 1000 kg + 1.02 × 2.1
/// assert_eq!(answer.result.parts[0].exact_kg_co2e, "2.966");
/// // The grid factor says CO2; the mill says CO2e, and not of which GWP set.
/// let gases: Vec<_> = answer.result.gases.iter().map(|one| (&*one.gas, &*one.kg)).collect();
/// assert_eq!(gases, [("CO2", "0.824"), ("CO2e (unstated)", "2.142")]);
/// # Ok::<(), emitrace::Error>(())
/// ```
pub fn compute(
    catalog: &Catalog,
    request: &v1::FootprintComputeRequest,
) -> Result<v1::FootprintComputeAnswer, Error> {
    let mut told = Told::new(&Limits::default());
    let options = Options::from_request(&request.options)?;
    let without = match &*request.scope_2 {
        "location" => Account::Scope2Market,
        "market" => Account::Scope2Location,
        other => {
            let code = if other.is_empty() { Code::ChoiceMissing } else { Code::UnknownValue };
            return Err(Error::new(code, format!("scope 2 `{other}` is not known"))
                .with_help("name location or market")
                .at("/scope_2"));
        }
    };
    let places = decimals(&request.decimals)?;
    let frame = Node::read(&request.frame).map_err(under("/frame"))?;
    let period = reference(&frame);
    let goods = request.bought.iter().enumerate();
    let goods = goods
        .map(|(at, good)| bought::read(good, at, period, &mut told))
        .collect::<Result<Vec<Bought>, _>>()?;
    let units: Vec<_> = goods.iter().map(|good| good.unit.clone()).collect();
    let system = System::read(request, &units, &mut told)?;
    let mut frame = Frame::read(&frame, &mut told);
    let good = system.good(&request.good, "/good")?;
    let amount = frame
        .amount()?
        .try_mul(&Fraction::from(frame.unit()?.ratio_to(&good.unit).map_err(|error| error.at("/good"))?))?;
    let runs = system.runs(good, &amount)?;
    let ids = request.processes.iter().enumerate().map(|(at, process)| (&*process.id, at));
    let reader = Reader {
        catalog,
        options: &options,
        without,
        processes: ids.collect(),
        period: period.and_then(days),
    };
    let ledger = request.ledger.bytes()?;
    let (rows, inventory) = reader.read(&ledger, &mut told)?;
    let excluded = inventory.inventory.coverage.excluded;
    if excluded > 0 {
        let message = format!("{excluded} rows of the ledger are not counted: the footprint is too low");
        told.error(Code::FootprintNotStated, "/ledger", "", message);
    }

    let mut own = vec![Fraction::zero(); runs.len()];
    let gases = catalog.gases();
    let mut tally = Tally::default();
    let mut sources = Vec::new();
    for row in &rows {
        let (Some(process), Some(run)) = (request.processes.get(row.process), runs.get(row.process)) else {
            continue;
        };
        let whole = co2e(&row.emissions)?;
        tally.add(&row.emissions, run)?;
        if let Some(own) = own.get_mut(row.process) {
            *own = own.try_add(&whole)?;
        }
        let emitted = of_source(&row.emissions, gases, run)?;
        sources.push(of_row(row, process, &whole, run, emitted)?);
    }
    for (at, (good, given)) in goods.iter().zip(&request.bought).enumerate() {
        let place = request.processes.len().saturating_add(at);
        let Some(run) = runs.get(place) else { continue };
        let whole = co2e(&good.emissions)?;
        tally.add(&good.emissions, run)?;
        if let Some(own) = own.get_mut(place) {
            *own = whole.clone();
        }
        let emitted = of_source(&good.emissions, gases, run)?;
        sources.push(of_good(good, &given.good, &whole, run, emitted)?);
    }
    let parts = tally.parts()?;
    let total = parts.iter().try_fold(Fraction::zero(), |sum, part| sum.try_add(part))?;
    let packaging = system.packaging(&own, &runs)?;
    frame.fill(&parts, packaging.as_ref(), places, &mut told)?;
    tally.take_up(frame.uptake()?)?;
    frame.quality(shares(&sources, &total)?, &total, &mut told);
    frame.told_of(request, &options, &inventory, &goods, &system.allocations);
    let looked = looked_at(&frame.done(), "", &mut told)?;
    let valid = !told.has_errors();
    let (counts, findings) = told.done();
    let result = v1::FootprintComputed {
        valid,
        document: looked.node.written(),
        footprint: summary(&looked, None),
        parts: PARTS
            .iter()
            .zip(&parts)
            .map(|(member, part)| v1::FootprintPart {
                member: (*member).into(),
                exact_kg_co2e: part.to_string(),
                kg_co2e: part.rounded(places, Ties::HalfEven),
            })
            .collect(),
        gases: tally.shown(gases)?,
        biogenic_kg_co2: tally.biogenic(gases)?.rounded(18, Ties::HalfEven),
        contributions: contributions(sources, &total)?,
        allocations: system.allocations,
        excluded_rows: inventory.inventory.coverage.excluded,
        counts,
        findings,
        ledger_sha256: v1::hex_sha256(&ledger),
        inventory_digest: inventory.digest,
        factors: inventory.inventory.factors,
        packs: inventory.inventory.packs,
    };
    Ok(v1::FootprintComputeAnswer {
        schema: v1::FOOTPRINT_COMPUTED_SCHEMA.into(),
        engine: env!("CARGO_PKG_VERSION").into(),
        digest: v1::canonical_digest(&result)?,
        result,
        ledger_findings: inventory.findings,
    })
}

/// How many decimals figures have.
fn decimals(text: &str) -> Result<u32, Error> {
    let whole = number(text, Sign::NotBelow, "/decimals")?;
    (0..=18).find(|places| Fraction::whole(i64::from(*places)) == whole).ok_or_else(|| {
        Error::new(Code::UnknownValue, format!("`{text}` is no whole number from 0 to 18")).at("/decimals")
    })
}

/// The days of a reference period, whose end is not part of it.
fn days(period: Validity) -> Option<Period> {
    let end = period.until.date_naive().pred_opt()?;
    Period::new(period.from.date_naive(), end).ok()
}

fn of_row(
    row: &Row,
    process: &v1::FootprintProcess,
    whole: &Fraction,
    run: &Fraction,
    gases: Vec<v1::FootprintSourceGas>,
) -> Result<Source, Error> {
    let value = whole.try_mul(run)?;
    let path = "/processes";
    Ok(Source {
        primary: percent(&process.primary_percent, &format!("{path}/{}/primary_percent", row.process))?,
        ratings: ratings(&process.ratings, &format!("{path}/{}/ratings", row.process))?,
        shown: v1::FootprintContribution {
            kind: "row".into(),
            process: process.id.clone(),
            row: row.row,
            id: row.id.clone(),
            activity: row.activity.clone(),
            factors: row.factors.clone(),
            sha256: String::new(),
            whole_kg_co2e: whole.to_string(),
            kg_co2e: value.rounded(18, Ties::HalfEven),
            percent: String::new(),
            gases,
        },
        value,
    })
}

fn of_good(
    good: &Bought,
    name: &str,
    whole: &Fraction,
    run: &Fraction,
    gases: Vec<v1::FootprintSourceGas>,
) -> Result<Source, Error> {
    let value = whole.try_mul(run)?;
    Ok(Source {
        primary: good.primary.clone(),
        ratings: good.ratings.clone(),
        shown: v1::FootprintContribution {
            kind: "bought".into(),
            process: String::new(),
            row: 0,
            id: name.into(),
            activity: String::new(),
            factors: vec![good.source.clone()],
            sha256: good.sha256.clone(),
            whole_kg_co2e: whole.to_string(),
            kg_co2e: value.rounded(18, Ties::HalfEven),
            percent: String::new(),
            gases,
        },
        value,
    })
}

/// The share of primary data in per cent, and the three ratings, weighted by what each source adds.
type Shares = (Option<Fraction>, Option<[Fraction; 3]>);

fn shares(sources: &[Source], total: &Fraction) -> Result<Shares, Error> {
    if total.is_zero() {
        return Ok((None, None));
    }
    let mut primary = Fraction::zero();
    let mut rated = Some([Fraction::zero(), Fraction::zero(), Fraction::zero()]);
    for source in sources.iter().filter(|source| !source.value.is_zero()) {
        primary = primary.try_add(&source.value.try_mul(&source.primary)?)?;
        rated = match (rated, &source.ratings) {
            (Some(sums), Some(ratings)) => {
                let mut next = Vec::new();
                for (sum, rating) in sums.iter().zip(ratings) {
                    next.push(sum.try_add(&source.value.try_mul(rating)?)?);
                }
                next.try_into().ok()
            }
            _ => None,
        };
    }
    let mean = |sum: Fraction| sum.try_div(total);
    let rated = match rated {
        Some([technological, geographical, temporal]) => {
            Some([mean(technological)?, mean(geographical)?, mean(temporal)?])
        }
        None => None,
    };
    Ok((Some(mean(primary)?), rated))
}

/// Sources with their shares, the largest first.
fn contributions(
    mut sources: Vec<Source>,
    total: &Fraction,
) -> Result<Vec<v1::FootprintContribution>, Error> {
    sources.order_by(|a, b| b.value.cmp(&a.value));
    let shown = sources.into_iter().map(|Source { shown, value, .. }| {
        let percent = match total.is_zero() {
            true => String::new(),
            false => value.try_mul(&Fraction::whole(100))?.try_div(total)?.rounded(6, Ties::HalfEven),
        };
        Ok(v1::FootprintContribution { percent, ..shown })
    });
    shown.collect()
}

/// The declared amount of a frame.
pub(super) fn declared_amount(pcf: &Node) -> Result<Fraction, Error> {
    let amount = decimal(pcf, "declaredUnitAmount").map(|amount| amount.value);
    amount.filter(|amount| Sign::Above.takes(amount)).ok_or_else(|| {
        Error::new(Code::MissingValue, "the frame does not say of how much the footprint is")
            .at("/frame/pcf/declaredUnitAmount")
    })
}
