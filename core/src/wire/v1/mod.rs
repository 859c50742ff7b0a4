//! First version of the wire types. Fields are only ever added; a change of meaning is a `v2`.

mod answer;
mod canonical;
mod compare;
mod compare_request;
mod json;
mod listing;
mod organisation;
mod progress;
mod progress_request;
mod record;
mod regulation;
mod regulation_request;
mod request;

pub use answer::*;
pub use canonical::{canonical, canonical_digest, hex_sha256};
pub use compare::*;
pub use compare_request::*;
pub use json::{error_json, read_json};
pub use listing::*;
pub use organisation::*;
pub use progress::*;
pub use progress_request::*;
pub use record::*;
pub use regulation::*;
pub use regulation_request::*;
pub use request::*;
