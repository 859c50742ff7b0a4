//! The whole document in one pass: sources, energy units, totals.

use std::collections::BTreeMap;

use super::attribute::attribute;
use super::bought::{Bought, bought};
use super::boundary;
use super::chain::{Chain, chain};
use super::energy::{self, EnergyUnit};
use super::faults::{At, Faults, shown};
use super::law::Law;
use super::process::{Process, process};
use super::source::{Gas, OUTSIDE, Source};
use super::{Tables, measurement, pfc, regime, stream};
use crate::error::{Code, Error};
use crate::factor::Catalog;
use crate::limits::Limits;
use crate::number::{Fraction, Ties};
use crate::place::Place;
use crate::wire::v1::{self, canonical_digest};

/// Most decimals that the act allows for specific embedded emissions.
const DECIMALS: u32 = 5;

/// Emissions of an installation and what its goods carry, from the document of its operator.
///
/// # Units
/// Tonnes, terajoules (net), megawatt hours; emissions in tonnes of CO2 equivalent, exactly.
///
/// # Method
/// M-120 to M-131. Nothing is rounded but what has `whole` or `rounded` in its name.
///
/// # Errors
/// `CHOICE_MISSING` or `UNKNOWN_VALUE` for a rounding or a period that is none. Everything else that is wrong with the
/// document is a finding of the answer, and `complete` says whether any keeps a figure out.
///
/// # Example
/// ```
/// use emitrace::cbam::embedded;
/// use emitrace::factor::Catalog;
/// use emitrace::wire::v1::{CbamEmbeddedRequest, CbamInstallation, CbamStream};
///
/// let answer = embedded(&Catalog::bundled()?, &CbamEmbeddedRequest {
///     installation: CbamInstallation { name: "Rolling mill".into(), country: "VN".into(), ..Default::default() },
///     period: "2026".into(),
///     streams: vec![CbamStream {
///         id: "coal".into(),
///         method: "combustion".into(),
///         activity_data: "1000".into(),
///         unit: "t".into(),
///         standard: "anthracite".into(),
///         ..Default::default()
///     }],
///     ..Default::default()
/// })?;
/// // 1000 t × 26.7 GJ/t × 98.3 t CO2/TJ
/// assert_eq!(answer.report.totals.direct_t_co2e, "2624.61");
/// assert_eq!(answer.report.sources[0].factors[0].determination, "standard");
/// # Ok::<(), emitrace::Error>(())
/// ```
pub fn embedded(
    catalog: &Catalog,
    request: &v1::CbamEmbeddedRequest,
) -> Result<v1::CbamEmbeddedAnswer, Error> {
    compute(catalog, request, |_, _| Ok(())).map(|(answer, ())| answer)
}

/// The answer, and what `more` makes of the solved chain; nothing more if an error keeps a figure out.
pub(super) fn compute<T: Default>(
    catalog: &Catalog,
    request: &v1::CbamEmbeddedRequest,
    more: impl FnOnce(&Chain<'_, '_>, &[Source]) -> Result<T, Error>,
) -> Result<(v1::CbamEmbeddedAnswer, T), Error> {
    let (decimals, ties) = rounding(&request.rounding)?;
    let mut faults = Faults::default();
    let at = At::root();
    head(&mut faults, request, &at);
    let frame = regime::frame(&mut faults, request, &at);
    let law = Law::new(catalog, frame.regime);
    let names = names(&mut faults, request, &at);
    let sources = sources(&law, &mut faults, request, &at);
    targets(&mut faults, &sources, &names);
    let mut units = units(&law, &mut faults, request, &sources, &at);
    let tables = Tables::new(catalog).by(frame.regime);
    let (processes, bought) = (
        processes(tables, &mut faults, request, &at),
        purchases(tables, &mut faults, (request, &frame.year), &at),
    );
    let goods = processes.iter().flat_map(|process| &process.made).map(|made| made.product.good.pack);
    let looked_up = goods.chain(bought.iter().flat_map(|bought| bought.packs.iter().copied()));
    looked_up.for_each(|pack| law.looked_up(pack));
    let made = processes.iter().map(|process| boundary::Made {
        id: &process.id,
        products: process.made.iter().map(|made| &made.product).collect(),
    });
    boundary::check(&mut faults, &sources, &made.collect::<Vec<_>>());
    let attributed = attribute(&law, &mut faults, &sources, &mut units, &processes);
    let totals = faults.take(&at, totals(&sources, ties)).unwrap_or_default();
    let mut shown = (Vec::new(), Vec::new(), Vec::new());
    let mut extra = T::default();
    // A figure that is left out would make another one too small: goods are shown when nothing is.
    let whole = attributed
        .filter(|_| processes.len() == request.processes.len() && bought.len() == request.precursors.len());
    if let Some(attributed) = whole {
        let parts = (&*processes, &*attributed, &*bought);
        if let Some(chain) = chain(tables, &mut faults, &request.processes, parts)
            && faults.errors() == 0
        {
            let mut warned = Faults::default();
            let mut result = || -> Result<_, Error> {
                regime::estimates(&mut warned, &law, &frame, &chain)?;
                let goods = chain.goods(&request.processes, (decimals, ties))?;
                Ok((chain.shown_processes(&request.processes)?, goods, chain.precursors()))
            };
            shown = faults.take(&at, result()).unwrap_or_default();
            faults.append(warned);
            extra = faults.take(&at, more(&chain, &sources)).unwrap_or_default();
        }
    }
    let (shown_processes, goods, precursors) = shown;

    let report = v1::CbamEmbeddedReport {
        complete: faults.errors() == 0,
        installation: request.installation.clone(),
        period: request.period.clone(),
        regime: frame.regime.as_str().into(),
        act: law.act(),
        decimals,
        ties: if ties == Ties::HalfUp { "half-up" } else { "half-even" }.into(),
        totals,
        sources: sources.into_iter().map(|source| source.shown).collect(),
        energy_units: units.into_iter().map(|unit| unit.shown).collect(),
        processes: shown_processes,
        goods,
        precursors,
        findings: regime::cited(frame.regime, faults.into_list()),
        parameters: law.used(),
        packs: law.packs(),
    };
    let answer = v1::CbamEmbeddedAnswer {
        schema: v1::CBAM_EMBEDDED_SCHEMA.into(),
        engine: env!("CARGO_PKG_VERSION").into(),
        digest: canonical_digest(&report)?,
        report,
    };
    Ok((answer, extra))
}

/// How figures are rounded at the end.
fn rounding(given: &v1::CbamRounding) -> Result<(u32, Ties), Error> {
    let decimals = given.decimals.unwrap_or(DECIMALS);
    if decimals > DECIMALS {
        let message =
            format!("{decimals} decimals are more than the {DECIMALS} that specific emissions may have");
        return Err(Error::new(Code::ParameterOutOfRange, message).at("/rounding/decimals"));
    }
    let ties = match &*given.ties {
        "" | "half-up" => Ties::HalfUp,
        "half-even" => Ties::HalfEven,
        other => {
            return Err(Error::new(Code::UnknownValue, format!("ties `{}` are not known", shown(other)))
                .with_help("use half-up or half-even")
                .at("/rounding/ties"));
        }
    };
    Ok((decimals, ties))
}

/// Who, where, when.
fn head(faults: &mut Faults, request: &v1::CbamEmbeddedRequest, at: &At) {
    let here = at.key("installation");
    if request.installation.name.trim().is_empty() {
        faults.error(Code::MissingValue, &here.key("name"), "the installation has no name").help("name it");
    }
    let country = &request.installation.country;
    if country.is_empty() {
        faults
            .error(Code::MissingValue, &here.key("country"), "the country of the installation is missing")
            .help("write the ISO 3166-1 code, e.g. VN");
    } else {
        faults.take(&here.key("country"), Place::parse(country));
    }
}

/// What an identifier names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Source,
    Unit,
    Process,
    Precursor,
}

/// Every identifier of the document; each must be there and stand once.
fn names(faults: &mut Faults, request: &v1::CbamEmbeddedRequest, at: &At) -> BTreeMap<String, Kind> {
    let mut names = BTreeMap::new();
    let mut add = |list: &str, ids: &mut dyn Iterator<Item = &String>, kind: Kind| {
        for (index, id) in ids.enumerate() {
            let at = at.key(list).index(index).key("id");
            if id.trim().is_empty() {
                faults
                    .error(Code::MissingValue, &at, "the identifier is missing")
                    .help("write one of your own");
            } else if id == OUTSIDE {
                faults.error(
                    Code::UnknownValue,
                    &at,
                    "`outside` is no identifier: it has a meaning of its own",
                );
            } else if names.insert(id.clone(), kind).is_some() {
                let message = format!("the identifier `{}` stands twice", shown(id));
                faults
                    .error(Code::DuplicateRecord, &at, message)
                    .help("give each entry an identifier of its own");
            }
        }
    };
    add("streams", &mut request.streams.iter().map(|entry| &entry.id), Kind::Source);
    add("measurements", &mut request.measurements.iter().map(|entry| &entry.id), Kind::Source);
    add("pfc", &mut request.pfc.iter().map(|entry| &entry.id), Kind::Source);
    add("transfers", &mut request.transfers.iter().map(|entry| &entry.id), Kind::Source);
    add("energy_units", &mut request.energy_units.iter().map(|entry| &entry.id), Kind::Unit);
    add("processes", &mut request.processes.iter().map(|entry| &entry.id), Kind::Process);
    add("precursors", &mut request.precursors.iter().map(|entry| &entry.id), Kind::Precursor);
    names
}

/// Every source of the document that can be computed.
fn sources(law: &Law<'_>, faults: &mut Faults, request: &v1::CbamEmbeddedRequest, at: &At) -> Vec<Source> {
    let mut sources = Vec::new();
    for (index, given) in request.streams.iter().enumerate() {
        sources.extend(stream::stream(law, faults, given, &at.key("streams").index(index)));
    }
    for (index, given) in request.measurements.iter().enumerate() {
        sources.extend(measurement::measurement(law, faults, given, &at.key("measurements").index(index)));
    }
    for (index, given) in request.pfc.iter().enumerate() {
        sources.extend(pfc::pfc(law, faults, given, &at.key("pfc").index(index)));
    }
    for (index, given) in request.transfers.iter().enumerate() {
        sources.extend(measurement::transfer(faults, given, &at.key("transfers").index(index)));
    }
    sources
}

/// Whether each attribution names something that can take emissions.
fn targets(faults: &mut Faults, sources: &[Source], names: &BTreeMap<String, Kind>) {
    for share in sources.iter().flat_map(|source| &source.shares) {
        if share.to == OUTSIDE || matches!(names.get(&share.to), Some(Kind::Unit | Kind::Process)) {
            continue;
        }
        let message = format!("`{}` is no process and no energy unit of the document", shown(&share.to));
        faults
            .error(Code::UnknownReference, &share.at.key("to"), message)
            .help("name a process, an energy unit, or `outside`");
    }
}

/// Every energy unit of the document that can be computed.
fn units(
    law: &Law<'_>,
    faults: &mut Faults,
    request: &v1::CbamEmbeddedRequest,
    sources: &[Source],
    at: &At,
) -> Vec<EnergyUnit> {
    let mut units = Vec::new();
    for (index, given) in request.energy_units.iter().enumerate() {
        units.extend(energy::unit(law, faults, given, sources, &at.key("energy_units").index(index)));
    }
    units
}

/// Every process of the document that can be read.
fn processes<'c>(
    tables: Tables<'c>,
    faults: &mut Faults,
    request: &v1::CbamEmbeddedRequest,
    at: &At,
) -> Vec<Process<'c>> {
    let at = at.key("processes");
    let limit = Limits::default().processes;
    if request.processes.len() > limit {
        let message = format!("{} processes are more than {limit}", request.processes.len());
        faults.error(Code::LimitExceeded, &at, message).help("split the document by installation");
        return Vec::new();
    }
    let mut processes = Vec::new();
    for (index, given) in request.processes.iter().enumerate() {
        processes.extend(process(tables, faults, given, &at.index(index)));
    }
    processes
}

/// Every bought precursor of the document that can be read.
fn purchases<'c>(
    tables: Tables<'c>,
    faults: &mut Faults,
    (request, year): (&v1::CbamEmbeddedRequest, &str),
    at: &At,
) -> Vec<Bought<'c>> {
    let mut all = Vec::new();
    for (index, given) in request.precursors.iter().enumerate() {
        let at = at.key("precursors").index(index);
        all.extend(bought(tables, faults, (given, year), &at));
    }
    all
}

/// Totals of the installation.
fn totals(sources: &[Source], ties: Ties) -> Result<v1::CbamTotals, Error> {
    let sum = |of: &dyn Fn(&Source) -> Result<Fraction, Error>| -> Result<Fraction, Error> {
        sources.iter().try_fold(Fraction::zero(), |sum, source| sum.try_add(&of(source)?))
    };
    let gas = |gas: Gas| {
        sum(&|source| Ok(if source.gas == gas { source.counted.clone() } else { Fraction::zero() }))
    };
    let to = |name: &str| {
        sum(&|source| {
            let mut shares = source.shares.iter().filter(|share| share.to == name);
            let part = shares.try_fold(Fraction::zero(), |part, share| part.try_add(&share.share))?;
            source.counted.try_mul(&part)
        })
    };
    let direct = sum(&|source| Ok(source.counted.clone()))?;
    let nobody =
        sum(&|source| Ok(if source.shares.is_empty() { source.counted.clone() } else { Fraction::zero() }))?;
    let moved = sum(&|source| Ok(if source.transfer { source.counted.negated() } else { Fraction::zero() }))?;
    Ok(v1::CbamTotals {
        direct_t_co2e: direct.to_string(),
        direct_whole_t_co2e: direct.rounded(0, ties),
        co2_t: gas(Gas::Co2)?.to_string(),
        n2o_t_co2e: gas(Gas::N2o)?.to_string(),
        pfc_t_co2e: gas(Gas::Pfc)?.to_string(),
        biomass_t_co2: sum(&|source| Ok(source.biomass.clone()))?.to_string(),
        transferred_t_co2: moved.to_string(),
        fossil_tj: sum(&|source| Ok(source.fossil_tj.clone()))?.to_string(),
        biomass_tj: sum(&|source| Ok(source.biomass_tj.clone()))?.to_string(),
        outside_t_co2e: to(OUTSIDE)?.to_string(),
        unattributed_t_co2e: nobody.to_string(),
    })
}
