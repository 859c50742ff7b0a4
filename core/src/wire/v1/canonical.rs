//! One form of JSON: keys sorted, no spaces, amounts as text, so that equal results are equal bytes.
//!
//! For the answers of this crate (ASCII keys, strings and 64-bit integers only) this is RFC 8785.

use serde::Serialize;
use sha2::{Digest, Sha256};

use crate::error::{Code, Error};

/// The canonical JSON of an answer.
///
/// # Errors
/// `INTERNAL` if a value cannot be written, which the types rule out.
pub fn canonical<T: Serialize>(value: &T) -> Result<String, Error> {
    let internal = |error: serde_json::Error| Error::new(Code::Internal, error.to_string());
    // A `Value` keeps its keys in a sorted map, so writing it sorts them.
    let tree = serde_json::to_value(value).map_err(internal)?;
    serde_json::to_string(&tree).map_err(internal)
}

/// SHA-256 of the canonical JSON, in lower-case hexadecimal.
///
/// # Errors
/// As [`canonical`].
pub fn canonical_digest<T: Serialize>(value: &T) -> Result<String, Error> {
    canonical(value).map(|text| hex_sha256(text.as_bytes()))
}

/// SHA-256 in lower-case hexadecimal.
pub fn hex_sha256(bytes: &[u8]) -> String {
    use core::fmt::Write as _;
    Sha256::digest(bytes).iter().fold(String::with_capacity(64), |mut text, byte| {
        // Writing to a string cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}
