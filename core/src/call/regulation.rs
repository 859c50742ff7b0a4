//! Methods about laws: duties, thresholds, emissions trading, the steam formula.

use super::with_packs;
use crate::error::Error;
use crate::factor::Catalog;
use crate::regulation;
use crate::wire::v1::{self, canonical, read_json};

pub(super) fn obligations(catalog: &Catalog, request: &str) -> Result<String, Error> {
    let request: v1::ObligationsRequest = read_json(request)?;
    canonical(&regulation::obligations(&*with_packs(catalog, &request.packs)?, &request)?)
}

pub(super) fn toe(catalog: &Catalog, request: &str) -> Result<String, Error> {
    let request: v1::ToeRequest = read_json(request)?;
    canonical(&regulation::toe(&*with_packs(catalog, &request.packs)?, &request)?)
}

pub(super) fn compliance(catalog: &Catalog, request: &str) -> Result<String, Error> {
    let request: v1::EtsRequest = read_json(request)?;
    canonical(&regulation::compliance(&*with_packs(catalog, &request.packs)?, &request)?)
}

pub(super) fn steam_factor(catalog: &Catalog, request: &str) -> Result<String, Error> {
    let request: v1::SteamRequest = read_json(request)?;
    canonical(&regulation::steam_factor(&*with_packs(catalog, &request.packs)?, &request)?)
}
