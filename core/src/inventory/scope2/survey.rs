//! The first reading of a ledger: what its rows claim of instruments.

use std::collections::BTreeMap;
use std::io::Read;

use super::super::options::Options;
use super::super::resolve::Resolver;
use crate::activity::{Ledger, Record};
use crate::error::{Code, Error};
use crate::factor::Catalog;
use crate::number::Ratio;
use crate::wire::v1;

/// What the rows of a ledger claim: energy by the instruments that they may use.
///
/// The lists of several parts of a ledger, one after the other, are the claims of the whole. Rows that are findings claim
/// nothing.
///
/// # Units
/// kWh.
///
/// # Method
/// M-54.
///
/// # Errors
/// The file cannot be read, a limit is exceeded, or a sum does not fit.
pub fn survey<R: Read>(ledger: R, catalog: &Catalog, options: &Options) -> Result<Vec<v1::Claim>, Error> {
    let mut claims: BTreeMap<Vec<usize>, Ratio> = BTreeMap::new();
    let Some(register) = &options.instruments else { return Ok(Vec::new()) };
    let catalog = register.catalog(catalog)?;
    let Ok(mut reader) = Ledger::open(ledger, &options.read, &options.limits) else { return Ok(Vec::new()) };
    let mut resolver = Resolver::new(&catalog, options);
    let mut record = Record::default();
    while reader.read(&mut record, &mut |_| {})? {
        let Ok(resolved) = resolver.resolve(&record) else { continue };
        let Some(cover) = &resolved.cover else { continue };
        if let (false, Some(ratio)) = (cover.eligible.is_empty(), cover.to_kwh) {
            let energy = Ratio::from(record.quantity()).try_mul(ratio)?;
            let sum = claims.entry(cover.eligible.clone()).or_insert(Ratio::ZERO);
            *sum = sum.try_add(energy)?;
        }
        if claims.len() > options.limits.groups {
            let message = format!("rows claim more than {} sets of instruments", options.limits.groups);
            return Err(Error::new(Code::LimitExceeded, message));
        }
    }
    let name = |at: &usize| register.items.get(*at).map_or_else(String::new, |item| item.id.to_string());
    let claim = |(key, kwh): (Vec<usize>, Ratio)| v1::Claim {
        instruments: key.iter().map(name).collect(),
        kwh: kwh.to_string(),
    };
    Ok(claims.into_iter().map(claim).collect())
}

/// The options with the claims of the ledger, which is read for them if a volume asks for it.
///
/// # Errors
/// As [`survey`], and whatever `open` returns.
pub fn surveyed<R: Read>(
    open: impl FnOnce() -> Result<R, Error>,
    catalog: &Catalog,
    mut options: Options,
) -> Result<Options, Error> {
    if !options.instruments.as_ref().is_some_and(super::Register::needs_survey) {
        return Ok(options);
    }
    let claims = survey(open()?, catalog, &options)?;
    if let Some(register) = &mut options.instruments {
        register.take_claims(&claims)?;
    }
    Ok(options)
}
