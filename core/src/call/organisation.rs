//! The method about organisations.

use crate::error::{Code, Error};
use crate::factor::Catalog;
use crate::inventory::{Organisation, read_organisation};
use crate::wire::v1::{self, canonical, read_json};

/// Reads and checks an organisation, and shows the share of each site and span of days.
pub(super) fn organisation(_: &Catalog, request: &str) -> Result<String, Error> {
    let request: v1::OrganisationRequest = read_json(request)?;
    let within = |field: &'static str| {
        move |error: Error| {
            let inner = error.path().to_owned();
            let gap = if inner.is_empty() || inner.starts_with('/') { "" } else { ": " };
            error.at(format!("/{field}{gap}{inner}"))
        }
    };
    let (declared, field) = match (request.text, request.organisation) {
        (Some(text), None) => (read_organisation(&text).map_err(within("text"))?, "text"),
        (None, Some(organisation)) => (organisation, "organisation"),
        _ => return Err(Error::new(Code::BadRequest, "give either `text` or `organisation`")),
    };
    let checked = Organisation::new(&declared).map_err(within(field))?;
    canonical(&v1::OrganisationAnswer { organisation: checked.declared().clone(), shares: checked.shares() })
}
