//! What an importer owes: from a ledger of imports to certificates, cost and days.

mod actual;
mod allocation;
mod calendar;
mod choices;
mod circle;
mod explain;
mod ledger;
mod plants;
mod price;
mod rate;
mod sealed;
mod settle;
mod values;

pub(super) use allocation::{Allocated, allocations};
pub use calendar::calendar;
pub(super) use choices::{Data, year_of};
pub use explain::explain_declaration;
pub(super) use ledger::read_options;
pub use price::average_price;
pub use values::{goods, values};

use std::io;

use actual::{Actuals, Place, Said};
use choices::{Choices, amount, year};
use ledger::{Imports, Line};
use plants::{Plant, plants};
use rate::Rater;
use settle::{Settled, settle};

use crate::cbam::Tables;
use crate::error::{Code, Error, Finding, Severity};
use crate::factor::{Catalog, fold};
use crate::inventory::pack_use;
use crate::order::Order;
use crate::told::{RowsTold, found};
use crate::wire::v1;

/// What the answer says of roundings.
const ROUNDING: &str = "none: every amount is exact; prices have the two decimals of their publication";

/// What an importer owes for a year of imports: the threshold, certificates, cost, what has to be held.
///
/// The ledger is read from `imports`; the field of the request is not looked at.
///
/// # Method
/// M-104 to M-111.
///
/// # Errors
/// `CHOICE_MISSING`, `UNKNOWN_VALUE`, `BAD_DATE`, `IO`, `LIMIT_EXCEEDED`, `OVERFLOW`, `FIGURE_MISSING`, those of packs.
/// Faults of rows and of the data of installations are findings.
///
/// # Example
/// ```
/// use emitrace::cbam::declare;
/// use emitrace::factor::Catalog;
/// use emitrace::wire::v1::{CbamImportOptions, CbamImportRequest};
///
/// let imports = "date,cn_code,origin,net_mass,unit\n2026-02-03,7207 11 11,Türkiye,100,t\n";
/// let options = CbamImportOptions { year: "2026".into(), data: "default".into(), ..Default::default() };
/// let request = CbamImportRequest { options, ..Default::default() };
/// let answer = declare(imports.as_bytes(), &Catalog::bundled()?, &request)?;
/// assert_eq!(answer.declaration.total.certificates, "121.11");
/// # Ok::<(), emitrace::Error>(())
/// ```
pub fn declare<R: io::Read>(
    imports: R,
    catalog: &Catalog,
    request: &v1::CbamImportRequest,
) -> Result<v1::CbamImportAnswer, Error> {
    let job = Job::new(catalog, request)?;
    job.answer(&job.read(imports)?)
}

/// The ledger as it is, and what it comes to in other cases: other data, other years, other suppliers, another price.
///
/// # Method
/// M-113.
///
/// # Errors
/// As [`declare`]; faults of a case's own fields, with their path.
///
/// # Example
/// ```
/// use emitrace::cbam::scenarios;
/// use emitrace::factor::Catalog;
/// use emitrace::wire::v1::{CbamImportOptions, CbamImportRequest, CbamScenario};
///
/// let imports = "date,cn_code,origin,net_mass,unit\n2026-02-03,7207 11 11,Türkiye,100,t\n";
/// let scenario = CbamScenario { name: "2034".into(), year: "2034".into(), ..Default::default() };
/// let request = CbamImportRequest {
///     options: CbamImportOptions { year: "2026".into(), data: "default".into(), ..Default::default() },
///     scenarios: vec![scenario],
///     ..Default::default()
/// };
/// let answer = scenarios(imports.as_bytes(), &Catalog::bundled()?, &request)?;
/// // No free allocation remains, and the mark-up is 30 %.
/// assert_eq!(answer.scenarios[0].total.certificates, "300.3");
/// # Ok::<(), emitrace::Error>(())
/// ```
pub fn scenarios<R: io::Read>(
    imports: R,
    catalog: &Catalog,
    request: &v1::CbamImportRequest,
) -> Result<v1::CbamScenariosAnswer, Error> {
    let job = Job::new(catalog, request)?;
    let read = job.read(imports)?;
    let base = settle(&job.choices, &read.imports.lines, 0)?;
    let mut results = Vec::with_capacity(request.scenarios.len());
    for (at, scenario) in request.scenarios.iter().enumerate() {
        let placed = |error: Error| {
            let inner = error.path().to_owned();
            error.at(format!("/scenarios/{at}{inner}"))
        };
        results.push(job.scenario(scenario, &read, &base).map_err(placed)?);
    }
    Ok(v1::CbamScenariosAnswer { base: job.answer(&read)?, scenarios: results })
}

/// What was read: data of installations, and the imports that go by them.
struct Read<'c> {
    plants: Vec<Plant>,
    actuals: Actuals<'c>,
    imports: Imports<'c>,
}

/// A request that was checked.
struct Job<'c, 'r> {
    tables: Tables<'c>,
    request: &'r v1::CbamImportRequest,
    choices: Choices<'c>,
}

impl<'c, 'r> Job<'c, 'r> {
    fn new(catalog: &'c Catalog, request: &'r v1::CbamImportRequest) -> Result<Job<'c, 'r>, Error> {
        let tables = Tables::new(catalog);
        Ok(Job { tables, request, choices: Choices::new(tables, &request.options)? })
    }

    fn read<R: io::Read>(&self, imports: R) -> Result<Read<'c>, Error> {
        let (options, unit, limits) = read_options(&self.request.reading, self.choices.year)?;
        let mut told = RowsTold::new(&limits);
        let mut tell = |finding| told.tell(finding);
        let plants = plants(self.tables.catalog(), self.request, &mut tell)?;
        let listed = self.request.installations.iter().enumerate();
        let listed = listed.map(|(at, actual)| Said::Of { actual, place: Place::Listed(at) });
        let sealed = sealed::open(self.request, &mut tell)?;
        let said = listed.chain(sealed::said(&sealed)).chain(plants::said(&plants));
        let actuals = Actuals::new(self.tables, said, &mut tell);
        let how = (&options, unit.as_ref(), &limits);
        let imports = Imports::read(imports, how, &self.choices, &actuals, told)?;
        Ok(Read { plants, actuals, imports })
    }

    fn answer(&self, read: &Read<'_>) -> Result<v1::CbamImportAnswer, Error> {
        let imports = &read.imports;
        let settled = settle(&self.choices, &imports.lines, 0)?;
        let confidence = settled.used.confidence();
        let declaration = v1::CbamDeclaration {
            year: self.choices.year.to_string(),
            data: self.choices.data.as_str().into(),
            defaults_edition: self.choices.edition.as_deref().unwrap_or_default().into(),
            threshold: settled.threshold,
            total: settled.total.show(),
            sectors: settled
                .sectors
                .iter()
                .map(|(sector, sum)| v1::CbamSector { sector: sector.as_str().into(), total: sum.show() })
                .collect(),
            goods: settled.goods,
            holdings: settled.holdings,
            notes: settled.notes,
            figures: settled.used.figures.iter().map(|figure| v1::CbamFigure::clone(figure)).collect(),
            rounding: ROUNDING.into(),
            confidence,
            packs: packs(self.tables.catalog(), settled.used.packs.iter().map(|id| &**id)),
            plants: read.plants.iter().map(Plant::shown).collect(),
        };
        Ok(v1::CbamImportAnswer {
            schema: v1::CBAM_IMPORT_SCHEMA.into(),
            engine: env!("CARGO_PKG_VERSION").into(),
            digest: v1::canonical_digest(&declaration)?,
            declaration,
            coverage: v1::CbamCoverage {
                rows: imports.rows,
                counted: imports.counted,
                exempt_origin: imports.exempt_origin,
                excluded: imports.rows.saturating_sub(imports.counted).saturating_sub(imports.exempt_origin),
                findings: found(imports.told.counts()),
            },
            findings: imports.told.list(),
        })
    }

    /// The lines of the ledger under other choices.
    fn scenario(
        &self,
        scenario: &v1::CbamScenario,
        Read { actuals, imports, .. }: &Read<'c>,
        base: &Settled,
    ) -> Result<v1::CbamScenarioResult, Error> {
        let lines = &imports.lines;
        if scenario.name.trim().is_empty() {
            return Err(Error::new(Code::MissingValue, "the scenario has no name").at("/name"));
        }
        let mut choices = self.choices.clone();
        if !scenario.year.is_empty() {
            choices.year = year(&scenario.year, "/year")?;
        }
        let shift = choices.year.saturating_sub(self.choices.year);
        let data = match scenario.data.as_str() {
            "" => None,
            text => Some(Data::parse(text).map_err(|error| error.at("/data"))?),
        };
        if !scenario.price_eur_per_t_co2e.is_empty() {
            let path = "/price_eur_per_t_co2e";
            choices = choices.with_price(amount(&scenario.price_eur_per_t_co2e, path)?);
        }
        let swaps = self.swaps(scenario, lines)?;
        let rater = Rater { choices: &choices, actuals, shift };
        let (mut moved, mut findings, mut excluded) = (Vec::with_capacity(lines.len()), Vec::new(), 0u64);
        for line in lines {
            let mut line = line.clone();
            if let Some(data) = data {
                line.key.data = data;
            }
            let name = fold(&line.key.installation);
            if let Some((_, to, origin)) = swaps.iter().find(|(from, ..)| *from == name) {
                line.key.installation = to.clone();
                if let Some(origin) = origin {
                    line.key.origin = origin.clone();
                }
            }
            line.rate = rater.rate(&line.key);
            if let Err((field, error)) = &line.rate {
                excluded = excluded.saturating_add(line.rows());
                let mut place = line.first.clone();
                place.column = crate::activity::import_name(*field).into();
                let value =
                    if *field == crate::activity::Field::Supplier { &*line.key.installation } else { "" };
                findings
                    .push(Finding { severity: Severity::Error, ..Finding::from_error(error, place, value) });
            }
            moved.push(line);
        }
        let settled = settle(&choices, &moved, shift)?;
        let difference = settled.total.certificates.try_sub(base.total.certificates)?;
        let priced = settled.total.unpriced.is_zero() && base.total.unpriced.is_zero();
        let cost = settled.total.cost.try_sub(base.total.cost)?;
        findings.order();
        Ok(v1::CbamScenarioResult {
            name: scenario.name.clone(),
            year: choices.year.to_string(),
            exempt: settled.threshold.exempt,
            total: settled.total.show(),
            certificates_difference: difference.to_string(),
            cost_difference_eur: if priced { cost.to_string() } else { String::new() },
            excluded,
            findings: findings.iter().map(v1::Finding::from).collect(),
            goods: settled.goods,
        })
    }

    /// Which installations deliver in place of others.
    #[expect(clippy::type_complexity, reason = "used once, in the function above")]
    fn swaps(
        &self,
        scenario: &v1::CbamScenario,
        lines: &[Line<'c>],
    ) -> Result<Vec<(String, Box<str>, Option<crate::cbam::Origin<'c>>)>, Error> {
        let mut swaps = Vec::with_capacity(scenario.suppliers.len());
        for (at, swap) in scenario.suppliers.iter().enumerate() {
            let path = |field: &str| format!("/suppliers/{at}/{field}");
            for (field, text) in [("from", &swap.from), ("to", &swap.to)] {
                if text.trim().is_empty() {
                    return Err(Error::new(Code::MissingValue, format!("`{field}` is empty")).at(path(field)));
                }
            }
            let from = fold(&swap.from);
            if !lines.iter().any(|line| fold(&line.key.installation) == from) {
                let message = format!("no import comes from the installation `{}`", swap.from);
                return Err(Error::new(Code::UnknownValue, message)
                    .with_help("write the installation as the ledger does")
                    .at(path("from")));
            }
            let origin = match swap.origin.as_str() {
                "" => None,
                text => Some(self.tables.origin(text).map_err(|error| error.at(path("origin")))?),
            };
            swaps.push((from, swap.to.as_str().into(), origin));
        }
        Ok(swaps)
    }
}

/// The packs of these names, by identifier.
pub(super) fn packs<'p>(catalog: &Catalog, ids: impl Iterator<Item = &'p str>) -> Vec<v1::PackUse> {
    let mut packs: Vec<v1::PackUse> =
        ids.filter_map(|id| catalog.packs().iter().find(|pack| *pack.id == *id)).map(pack_use).collect();
    packs.order_by(|a, b| a.id.cmp(&b.id));
    packs.dedup_by(|a, b| a.id == b.id);
    packs
}

#[cfg(test)]
mod tests;
