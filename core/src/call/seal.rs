//! Methods that seal documents and check seals.

use serde_json::Value;

use crate::error::Error;
use crate::factor::Catalog;
use crate::seal::{self, PublicKey, SecretKey};
use crate::wire::v1::{self, canonical, read_json};

/// The document of a request; faults of its text have its place.
fn document(text: &str) -> Result<Value, Error> {
    read_json(text).map_err(|error| {
        let path = format!("/document{}", error.path());
        error.at(path)
    })
}

pub(super) fn sign(_: &Catalog, request: &str) -> Result<String, Error> {
    let request: v1::SealSignRequest = read_json(request)?;
    let key = SecretKey::parse(&request.key).map_err(|error| error.at("/key"))?;
    let sealed = seal::sign(&document(&request.document)?, &key, &request.created)?;
    canonical(&v1::SealSignAnswer { document: canonical(&sealed)?, public_key: key.public().multikey() })
}

pub(super) fn verify(_: &Catalog, request: &str) -> Result<String, Error> {
    canonical(&seal::check(&read_json(request)?)?)
}

/// A credential as a token.
pub(super) fn sign_credential(_: &Catalog, request: &str) -> Result<String, Error> {
    let request: v1::CredentialSignRequest = read_json(request)?;
    let key = SecretKey::parse(&request.key).map_err(|error| error.at("/key"))?;
    let placed = |error: Error| {
        let path = format!("/credential{}", error.path());
        error.at(path)
    };
    let token = seal::sign_credential(&request.credential, &key, &request.key_id).map_err(placed)?;
    canonical(&v1::CredentialSignAnswer { token, public_key: key.public().multikey() })
}

pub(super) fn verify_credential(_: &Catalog, request: &str) -> Result<String, Error> {
    let request: v1::CredentialVerifyRequest = read_json(request)?;
    let key = match request.key.as_str() {
        "" => None,
        text => Some(PublicKey::parse(text).map_err(|error| error.at("/key"))?),
    };
    let (credential, found) = seal::verify_credential(&request.token, key.as_ref())?;
    canonical(&v1::CredentialVerifyAnswer {
        credential,
        public_key: found.multikey(),
        key_given: key.is_some(),
    })
}

pub(super) fn key(_: &Catalog, request: &str) -> Result<String, Error> {
    let request: v1::SealKeyRequest = read_json(request)?;
    let key = SecretKey::parse(&request.key).map_err(|error| error.at("/key"))?.public();
    canonical(&v1::SealKeyAnswer { public_key: key.multikey(), method: key.method() })
}
