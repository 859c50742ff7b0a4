//! One form of JSON: keys sorted, no spaces, amounts as text, so that equal results are equal bytes.
//!
//! For the answers of this crate (ASCII keys, strings and 64-bit integers only) this is RFC 8785.

use serde::Serialize;
use sha2::{Digest, Sha256};

use super::sorted::sorted;
use crate::error::{Code, Error};

/// The canonical JSON of an answer.
///
/// # Errors
/// `INTERNAL` if a value cannot be written, which the types rule out.
pub fn canonical<T: Serialize>(value: &T) -> Result<String, Error> {
    String::from_utf8(bytes(value)?).map_err(|error| Error::new(Code::Internal, error.to_string()))
}

fn bytes<T: Serialize>(value: &T) -> Result<Vec<u8>, Error> {
    sorted(value).map_err(|fault| Error::new(Code::Internal, fault.to_string()))
}

/// SHA-256 of the canonical JSON, in lower-case hexadecimal.
///
/// # Errors
/// As [`canonical`].
pub fn canonical_digest<T: Serialize>(value: &T) -> Result<String, Error> {
    bytes(value).map(|text| hex_sha256(&text))
}

/// SHA-256 in lower-case hexadecimal.
pub fn hex_sha256(bytes: &[u8]) -> String {
    let digits = Sha256::digest(bytes).into_iter().flat_map(|byte| [byte >> 4, byte & 15]);
    digits.filter_map(|digit| char::from_digit(digit.into(), 16)).collect()
}
