//! Just the figures that an importer needs of an installation.

use core::fmt;

use serde::{Deserialize, Serialize};

use super::{CbamActual, CbamEmbeddedRequest};

/// Name of the document's shape.
pub const CBAM_FIGURES_SCHEMA: &str = "emitrace/cbam-figures/1";

/// Request of the method `cbam.figures`.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct CbamFiguresRequest {
    /// The installation. Required.
    pub document: CbamEmbeddedRequest,
    /// The secret key that seals the figures: a Multikey (`z3u2…`) or 64 hexadecimal digits; empty = they are not sealed.
    pub key: String,
    /// When they are sealed: `2027-02-01T08:00:00Z`. Required with a key.
    pub created: String,
}

/// Answer of the method `cbam.figures`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CbamFiguresAnswer {
    /// The figures as the text of one JSON object, sealed if a key was given: what the importer is sent.
    pub document: String,
    /// The key that checks the seal, as a Multikey; empty if there is none.
    pub public_key: String,
    /// The same figures, to be looked at.
    pub figures: CbamFigures,
}

/// What an importer needs of an installation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CbamFigures {
    /// `emitrace/cbam-figures/1`.
    pub schema: String,
    /// Version of the engine.
    pub engine: String,
    /// Name of the installation.
    pub installation: String,
    /// Its operator.
    pub operator: String,
    /// Its country.
    pub country: String,
    /// Its identifier in the CBAM Registry; empty if it is not stated.
    pub registry_id: String,
    /// The reporting period.
    pub period: String,
    /// The act and its edition.
    pub act: String,
    /// Decimals of specific embedded emissions, and what became of ties.
    pub rounding: String,
    /// The goods, as a declaration takes them.
    pub installations: Vec<CbamActual>,
    /// Who verified them, as stated.
    pub verifier: String,
    /// The verification report, as stated.
    pub verification_report: String,
    /// Packs of factors and parameters that were used.
    pub packs: Vec<CbamPackEdition>,
    /// Digest of the whole report (`cbam.report`).
    pub report_digest: String,
}

/// A pack and its edition.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CbamPackEdition {
    /// The pack.
    pub id: String,
    /// Its edition.
    pub edition: String,
    /// SHA-256 of its table.
    pub sha256: String,
}

/// The key is not shown.
impl fmt::Debug for CbamFiguresRequest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CbamFiguresRequest").finish_non_exhaustive()
    }
}
