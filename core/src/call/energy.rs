//! The method about the energy of a ledger.

use core::ops::ControlFlow;

use super::ledger::Given;
use super::with_packs;
use crate::error::Error;
use crate::factor::Catalog;
use crate::inventory::{self, Options};
use crate::wire::v1::{self, canonical, read_json};

/// The energy of a ledger's rows.
pub(super) fn account(catalog: &Catalog, request: &str) -> Result<String, Error> {
    let request: v1::EnergyAccountRequest = read_json(request)?;
    let bytes = request.ledger.bytes()?;
    account_of(
        catalog,
        &request,
        Given { open: &|| Box::new(bytes.as_slice()), progress: &mut |_| ControlFlow::Continue(()) },
    )
}

pub(super) fn account_given(catalog: &Catalog, request: &str, given: Given<'_, '_>) -> Result<String, Error> {
    let request: v1::EnergyAccountRequest = read_json(request)?;
    request.ledger.must_be_absent()?;
    account_of(catalog, &request, given)
}

fn account_of(
    catalog: &Catalog,
    request: &v1::EnergyAccountRequest,
    given: Given<'_, '_>,
) -> Result<String, Error> {
    let options = Options::from_request(&request.options)?;
    let catalog = with_packs(catalog, &request.packs)?;
    let options = inventory::surveyed(|| Ok((given.open)()), &catalog, options)?;
    let instruments = &request.renewable_instruments;
    canonical(&inventory::energy_account((given.open)(), &catalog, &options, instruments, given.progress)?)
}
