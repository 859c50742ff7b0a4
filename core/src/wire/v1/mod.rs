//! First version of the wire types. Fields are only ever added; a change of meaning is a `v2`.

mod answer;
mod canonical;
mod compare;
mod compare_request;
mod import;
mod instruments;
mod json;
mod listing;
mod methods;
mod methods_request;
mod organisation;
mod record;
mod regulation;
mod regulation_request;
mod request;
mod uncertainty;
mod uncertainty_request;

pub use answer::*;
pub use canonical::{canonical, canonical_digest, hex_sha256};
pub use compare::*;
pub use compare_request::*;
pub use import::*;
pub use instruments::*;
pub use json::{error_json, read_json};
pub use listing::*;
pub use methods::*;
pub use methods_request::*;
pub use organisation::*;
pub use record::*;
pub use regulation::*;
pub use regulation_request::*;
pub use request::*;
pub use uncertainty::*;
pub use uncertainty_request::*;
