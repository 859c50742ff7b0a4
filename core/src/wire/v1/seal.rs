//! Sealed documents: a JSON text with one signature.

use core::fmt;

use serde::{Deserialize, Serialize};

/// Request of the method `seal.sign`.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct SealSignRequest {
    /// The document: the text of a JSON object. Required.
    pub document: String,
    /// The secret key: a Multikey (`z3u2…`) or 64 hexadecimal digits. Required.
    pub key: String,
    /// When it is signed: `2027-02-01T08:00:00Z`. Required.
    pub created: String,
}

/// Answer of the method `seal.sign`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SealSignAnswer {
    /// The document with its proof, as canonical JSON.
    pub document: String,
    /// The key that checks it, as a Multikey.
    pub public_key: String,
}

/// Request of the method `seal.verify`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct SealVerifyRequest {
    /// The document: the text of a JSON object with a proof. Required.
    pub document: String,
    /// The key that it must be signed with: a Multikey (`z6Mk…`), a `did:key` or 64 hexadecimal digits; empty = the one that the
    /// proof names.
    pub key: String,
}

/// Answer of the method `seal.verify`: the signature fits the document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SealVerifyAnswer {
    /// The key that it is signed with, as a Multikey.
    pub public_key: String,
    /// Whether that key was given, and not only named by the document itself.
    pub key_given: bool,
    /// When it was signed, as its author says.
    pub created: String,
    /// SHA-256 of the document without its proof, as canonical JSON.
    pub digest: String,
}

/// Request of the method `seal.key`.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct SealKeyRequest {
    /// The secret key. Required.
    pub key: String,
}

/// Answer of the method `seal.key`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SealKeyAnswer {
    /// The key that checks what the secret one signs, as a Multikey.
    pub public_key: String,
    /// The same as a verification method: `did:key:…#…`.
    pub method: String,
}

/// Request of the method `credential.sign`.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct CredentialSignRequest {
    /// The credential: the text of a JSON object of the W3C data model 2.0. Required.
    pub credential: String,
    /// The secret key: a Multikey (`z3u2…`) or 64 hexadecimal digits. Required.
    pub key: String,
    /// What names the key to who checks: `did:web:example.com#key-1`; empty = the `did:key` of the key itself.
    pub key_id: String,
}

/// Answer of the method `credential.sign`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CredentialSignAnswer {
    /// The credential as a token (`vc+jwt`).
    pub token: String,
    /// The key that checks it, as a Multikey.
    pub public_key: String,
}

/// Request of the method `credential.verify`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct CredentialVerifyRequest {
    /// The token. Required.
    pub token: String,
    /// The key that it must be signed with; empty = the `did:key` that it names.
    pub key: String,
}

/// Answer of the method `credential.verify`: the signature fits the credential.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CredentialVerifyAnswer {
    /// The credential, as canonical JSON.
    pub credential: String,
    /// The key that it is signed with, as a Multikey.
    pub public_key: String,
    /// Whether that key was given, and not only named by the token itself.
    pub key_given: bool,
}

/// The key is not shown.
impl fmt::Debug for CredentialSignRequest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CredentialSignRequest").finish_non_exhaustive()
    }
}

/// The key is not shown.
impl fmt::Debug for SealSignRequest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SealSignRequest").finish_non_exhaustive()
    }
}

/// The key is not shown.
impl fmt::Debug for SealKeyRequest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SealKeyRequest").finish_non_exhaustive()
    }
}
