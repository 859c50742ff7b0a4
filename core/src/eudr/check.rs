//! The one pass over plots, statement and lots.

use chrono::NaiveDate;

use super::references::unions;
use super::shape::{Bounds, Plots};
use super::told::Told;
use super::{json, statement};
use crate::error::{Code, Error};
use crate::factor::{Catalog, Figures};
use crate::inventory::packs_used;
use crate::limits::Limits;
use crate::wire::v1::{self, canonical_digest};

/// Checks plots, the data of a due diligence statement and reference numbers of lots under the deforestation regulation.
///
/// # Method
/// M-202 to M-206.
///
/// # Units
/// Areas in hectares with four decimals, half-even; positions in degrees with six decimals.
///
/// # Errors
/// `CHOICE_MISSING`, `UNKNOWN_VALUE` for the profile, `BAD_DATE`, `BAD_JSON` for a document that is no JSON. Everything else is a
/// finding with its path.
///
/// # Example
/// ```
/// use emitrace::factor::Catalog;
/// use emitrace::wire::v1::EudrRequest;
///
/// let request = EudrRequest {
///     profile: "operator-api-v3".into(),
///     on: "2026-12-30".into(),
///     geojson: r#"{"type": "Point", "coordinates": [21.028511, 105.854444]}"#.into(),
///     ..EudrRequest::default()
/// };
/// let answer = emitrace::eudr::check(&Catalog::bundled()?, &request)?;
/// assert_eq!((answer.result.accepted, &*answer.result.findings[0].rule), (false, "latitude-range"));
/// # Ok::<(), emitrace::Error>(())
/// ```
pub fn check(catalog: &Catalog, request: &v1::EudrRequest) -> Result<v1::EudrAnswer, Error> {
    let on = NaiveDate::parse_from_str(&request.on, "%Y-%m-%d").map_err(|_| {
        let code = if request.on.is_empty() { Code::ChoiceMissing } else { Code::BadDate };
        Error::new(code, format!("`{}` is not a day such as 2026-12-30", request.on)).at("/on")
    })?;
    let mut figures = Figures::open(catalog, &request.profile, "point-area-min", on)
        .map_err(|error| if error.path().is_empty() { error.at("/profile") } else { error })?;
    let limits = Limits::default();
    let mut told = Told { most: limits.findings, ..Told::default() };
    let mut plots = Plots::default();
    if !request.geojson.is_empty() {
        let most = figures.count("geodata-bytes")?;
        if request.geojson.len() > most {
            let message = format!("{} bytes: the system takes {most}", request.geojson.len());
            told.error("size", "", message, "split the document");
        }
        let bounds = Bounds {
            point_least: figures.needed("point-area-min")?,
            point_most: if request.cattle { None } else { Some(figures.needed("point-area-max")?) },
            point_default: figures.needed("point-area-default")?,
            name_chars: figures
                .amount("producer-name-chars")?
                .and_then(|most| usize::try_from(most.mantissa()).ok()),
        };
        let document = json::open(&request.geojson).map_err(|error| error.at("/geojson"))?;
        plots.read(document, &bounds, &mut told).map_err(|error| error.at("/geojson"))?;
    }
    let sound = told.errors == 0 && !plots.plots.is_empty();
    if let Some(given) = &request.statement {
        statement::check(given, &mut figures, &mut told).map_err(|error| error.at("/statement"))?;
    }
    let references = figures.amount("references-max")?.and_then(|most| usize::try_from(most.mantissa()).ok());
    let lots = unions(&request.lots, references, &mut told);
    let used = figures.used();
    let result = v1::EudrResult {
        profile: request.profile.clone(),
        on: on.to_string(),
        accepted: told.errors == 0,
        geojson: if sound { plots.document() } else { String::new() },
        plots: plots.plots,
        findings: told.list,
        more_findings: told.more,
        lots,
        packs: packs_used(catalog, |pack| used.iter().any(|figure| *figure.pack == *pack.id)),
        figures: used,
    };
    Ok(v1::EudrAnswer {
        schema: v1::EUDR_SCHEMA.into(),
        engine: env!("CARGO_PKG_VERSION").into(),
        digest: canonical_digest(&result)?,
        result,
    })
}
