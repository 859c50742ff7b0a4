//! Sealed bundles: statements about lots that can be shown in part, and still be checked whole (METHODS M-210 to M-213).
//!
//! A bundle holds documents. Each member of a document is a leaf of a Merkle tree (RFC 6962), salted so that what is hidden
//! cannot be guessed from its hash; one signature is over the root. Whoever passes a bundle on may hide members (names of
//! suppliers, prices): their hashes stay, so signature and root still hold for all that is shown. Each bundle names the one
//! that it replaces, so that a withdrawn statement stays visible.
//!
//! No key and no salt is made here, and none is shown: keys and randomness are the caller's.

mod bundle;
mod leaf;
mod merkle;
mod redact;
mod verify;

pub use bundle::seal;
pub use merkle::{check, tree};
pub use redact::redact;
pub use verify::verify;

/// What a bundle is: its members beside `entries` are signed.
const VERSION: u64 = 1;
const ALGORITHM: &str = "sha-256";

#[cfg(test)]
mod tests;
