//! Methods about sealed bundles and Merkle trees.

use crate::error::Error;
use crate::evidence;
use crate::factor::Catalog;
use crate::wire::v1::{canonical, read_json};

pub(super) fn seal(_: &Catalog, request: &str) -> Result<String, Error> {
    canonical(&evidence::seal(&read_json(request)?)?)
}

pub(super) fn redact(_: &Catalog, request: &str) -> Result<String, Error> {
    canonical(&evidence::redact(&read_json(request)?)?)
}

pub(super) fn verify(_: &Catalog, request: &str) -> Result<String, Error> {
    canonical(&evidence::verify(&read_json(request)?)?)
}

pub(super) fn check(_: &Catalog, request: &str) -> Result<String, Error> {
    canonical(&evidence::check(&read_json(request)?))
}

pub(super) fn tree(_: &Catalog, request: &str) -> Result<String, Error> {
    canonical(&evidence::tree(&read_json(request)?)?)
}
