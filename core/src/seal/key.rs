//! Keys of Ed25519, as people keep them: Multikey, `did:key`, or 32 bytes in hexadecimal.

use core::fmt;

use ed25519_dalek::{Signature, Signer as _, SigningKey, VerifyingKey};

use super::base58;
use crate::error::{Code, Error};

/// What stands before the 32 bytes of a public key in a Multikey.
const PUBLIC: [u8; 2] = [0xed, 0x01];
/// The same for a secret one.
const SECRET: [u8; 2] = [0x80, 0x26];
const DID: &str = "did:key:";

/// A key that signs. It is never shown.
pub struct SecretKey(SigningKey);

/// A key that checks signatures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublicKey(VerifyingKey);

impl SecretKey {
    /// Reads a key: a Multikey (`z3u2…`) or its 32 bytes as 64 hexadecimal digits. Spaces around it do no harm.
    ///
    /// # Errors
    /// `BAD_KEY`, which never repeats what was read.
    pub fn parse(text: &str) -> Result<SecretKey, Error> {
        let bytes = bytes_of(text.trim(), SECRET).ok_or_else(|| {
            Error::new(Code::BadKey, "this is no secret key of Ed25519")
                .with_help("give a Multikey (z3u2…) or 64 hexadecimal digits, alone in a file of its own")
        })?;
        Ok(SecretKey(SigningKey::from_bytes(&bytes)))
    }

    /// The key that checks its signatures.
    pub fn public(&self) -> PublicKey {
        PublicKey(self.0.verifying_key())
    }

    pub(super) fn sign(&self, message: &[u8]) -> [u8; 64] {
        self.0.sign(message).to_bytes()
    }
}

impl fmt::Debug for SecretKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SecretKey(..)")
    }
}

impl PublicKey {
    /// Reads a key: a Multikey (`z6Mk…`), a `did:key` with or without its fragment, or 64 hexadecimal digits.
    ///
    /// # Errors
    /// `BAD_KEY`.
    pub fn parse(text: &str) -> Result<PublicKey, Error> {
        let text = text.trim();
        let bad = || {
            let shown: String = text.chars().take(80).collect();
            Error::new(Code::BadKey, format!("`{shown}` is no public key of Ed25519"))
                .with_help("give a Multikey (z6Mk…), a did:key, or 64 hexadecimal digits")
        };
        let bare = match text.strip_prefix(DID) {
            Some(key) => match key.split_once('#') {
                // The fragment repeats the key.
                Some((key, fragment)) if key == fragment => key,
                Some(_) => return Err(bad()),
                None => key,
            },
            None => text,
        };
        let bytes = bytes_of(bare, PUBLIC).ok_or_else(bad)?;
        let key = VerifyingKey::from_bytes(&bytes).map_err(|_| bad())?;
        if key.is_weak() { Err(bad()) } else { Ok(PublicKey(key)) }
    }

    /// The key as a Multikey: `z6Mk…`.
    pub fn multikey(&self) -> String {
        base58::multibase(&[&PUBLIC[..], self.0.as_bytes()].concat())
    }

    /// The key as an identifier of who signs: `did:key:z6Mk…`.
    pub fn did(&self) -> String {
        format!("{DID}{}", self.multikey())
    }

    /// The key as a verification method: `did:key:z6Mk…#z6Mk…`.
    pub fn method(&self) -> String {
        let key = self.multikey();
        format!("{DID}{key}#{key}")
    }

    pub(super) fn fits(&self, message: &[u8], signature: &[u8]) -> bool {
        Signature::from_slice(signature)
            .is_ok_and(|signature| self.0.verify_strict(message, &signature).is_ok())
    }
}

/// 32 bytes, from a Multikey with its prefix or from hexadecimal digits.
fn bytes_of(text: &str, prefix: [u8; 2]) -> Option<[u8; 32]> {
    if text.len() == 64 {
        let digit = |byte: &u8| char::from(*byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok());
        let mut bytes = [0; 32];
        for (place, pair) in bytes.iter_mut().zip(text.as_bytes().chunks(2)) {
            let [high, low] = pair else { return None };
            *place = digit(high)?.checked_mul(16)?.checked_add(digit(low)?)?;
        }
        return Some(bytes);
    }
    let bytes = base58::bytes(text)?;
    bytes.strip_prefix(&prefix)?.try_into().ok()
}
