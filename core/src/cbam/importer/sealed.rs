//! Figures that installations sealed: used if the seal holds (METHODS M-153).

use super::actual::{Place, Said};
use crate::error::{Code, Error, Finding, Position, Severity};
use crate::seal::{PublicKey, verify};
use crate::wire::v1::{self, read_json};

/// A document whose seal holds.
#[derive(Debug)]
pub(super) struct Sealed {
    at: usize,
    figures: v1::CbamFigures,
}

/// Opens every document; one whose seal does not hold is told, and nothing of it is used.
///
/// # Errors
/// `BAD_KEY` for a trusted key that is none.
pub(super) fn open(
    request: &v1::CbamImportRequest,
    tell: &mut dyn FnMut(Finding),
) -> Result<Vec<Sealed>, Error> {
    let keys = request.trusted_keys.iter().enumerate();
    let trusted =
        keys.map(|(at, key)| PublicKey::parse(key).map_err(|error| error.at(format!("/trusted_keys/{at}"))));
    let trusted: Vec<PublicKey> = trusted.collect::<Result<_, _>>()?;
    let mut all = Vec::with_capacity(request.sealed.len());
    for (at, text) in request.sealed.iter().enumerate() {
        let place = || Position::new(0, 0, format!("/sealed/{at}"));
        match one(text) {
            Ok((figures, key)) => {
                if !trusted.contains(&key) {
                    let message = format!(
                        "the figures of `{}` are sealed with {}, which is no trusted key",
                        figures.installation,
                        key.multikey()
                    );
                    let untrusted = Error::new(Code::KeyNotTrusted, message);
                    tell(Finding {
                        severity: Severity::Info,
                        ..Finding::from_error(&untrusted, place(), &figures.installation)
                    });
                }
                all.push(Sealed { at, figures });
            }
            Err(error) => tell(Finding::from_error(&error, place(), "")),
        }
    }
    Ok(all)
}

/// The figures of a document, and whose seal is on them.
fn one(text: &str) -> Result<(v1::CbamFigures, PublicKey), Error> {
    let mut document: serde_json::Value = read_json(text)?;
    let key = verify(&document, None)?.key;
    if let Some(object) = document.as_object_mut() {
        object.remove("proof");
    }
    let bad = |message: String| {
        Error::new(Code::BadActual, message)
            .with_help(format!("a sealed document of figures is {}", v1::CBAM_FIGURES_SCHEMA))
    };
    let figures: v1::CbamFigures = serde_json::from_value(document)
        .map_err(|fault| bad(format!("the document is of another kind: {fault}")))?;
    match figures.schema.as_str() {
        v1::CBAM_FIGURES_SCHEMA => Ok((figures, key)),
        other => Err(bad(format!("`{other}` is no kind of figures"))),
    }
}

/// What the documents say about goods.
pub(super) fn said(sealed: &[Sealed]) -> impl Iterator<Item = Said<'_>> {
    sealed.iter().flat_map(|sealed| {
        let goods = sealed.figures.installations.iter().enumerate();
        goods.map(|(entry, actual)| Said::Of { actual, place: Place::Sealed(sealed.at, entry) })
    })
}
