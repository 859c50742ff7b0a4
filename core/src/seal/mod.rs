//! One signature over a JSON document: W3C Data Integrity, cryptosuite `eddsa-jcs-2022` (METHODS M-152).
//!
//! The key is the caller's: none is made here, none is printed. There is no clock either: who signs says when.

mod base58;
mod jcs;
mod jwt;
mod key;

pub(crate) use jcs::canonical;
pub use jwt::{sign_credential, verify_credential};
pub use key::{PublicKey, SecretKey};

use chrono::NaiveDateTime;
use serde_json::{Map, Value};
use sha2::{Digest, Sha256};

use crate::error::{Code, Error};
use crate::wire::v1::{self, hex_sha256};

/// What a proof is.
const TYPE: &str = "DataIntegrityProof";
/// How it is made.
const SUITE: &str = "eddsa-jcs-2022";
/// What for, as far as we say it.
const PURPOSE: &str = "assertionMethod";
/// Members of a proof that the signature is over, beside the context.
const MEMBERS: [&str; 6] =
    ["type", "cryptosuite", "created", "verificationMethod", "proofPurpose", "proofValue"];

/// A proof that was checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verified {
    /// The key that the signature fits.
    pub key: PublicKey,
    /// When it was signed, as the proof says; empty if it does not.
    pub created: String,
}

/// Signs a document: the same with a member `proof`.
///
/// # Method
/// M-152: Ed25519 over SHA-256 of the proof's options and SHA-256 of the document, each as canonical JSON (RFC 8785).
///
/// # Errors
/// `BAD_SEAL` for something that is no object, is signed already, or holds a number that is no whole one of at most 2^53 − 1;
/// `BAD_DATE` if `created` is no moment such as `2027-02-01T08:00:00Z`.
///
/// # Example
/// ```
/// use emitrace::seal::{SecretKey, sign, verify};
///
/// let key = SecretKey::parse("z3u2en7t5LR2WtQH5PfFqMqwVHBeXouLzo6haApm8XHqvjxq")?;
/// let sealed = sign(&serde_json::json!({ "good": "72142000" }), &key, "2027-02-01T08:00:00Z")?;
/// assert_eq!(verify(&sealed, None)?.key, key.public());
///
/// let mut changed = sealed.clone();
/// changed["good"] = "72071114".into();
/// assert_eq!(verify(&changed, None).unwrap_err().code().as_str(), "SEAL_BROKEN");
/// # Ok::<(), emitrace::Error>(())
/// ```
pub fn sign(document: &Value, key: &SecretKey, created: &str) -> Result<Value, Error> {
    let mut document = object(document)?.clone();
    if document.contains_key("proof") {
        return Err(bad("the document has a proof already", "sign it without its member `proof`"));
    }
    if NaiveDateTime::parse_from_str(created, "%Y-%m-%dT%H:%M:%SZ").is_err() {
        return Err(Error::new(Code::BadDate, format!("`{created}` is no moment in UTC"))
            .with_help("write it as 2027-02-01T08:00:00Z"));
    }
    let mut proof = Map::new();
    // A context of the document belongs to the proof's options, too.
    if let Some(context) = document.get("@context") {
        proof.insert("@context".into(), context.clone());
    }
    for (name, value) in [
        ("type", TYPE),
        ("cryptosuite", SUITE),
        ("created", created),
        ("verificationMethod", &key.public().method()),
        ("proofPurpose", PURPOSE),
    ] {
        proof.insert(name.into(), value.into());
    }
    let signature = key.sign(&hashes(&proof, &document)?);
    proof.insert("proofValue".into(), base58::multibase(&signature).into());
    document.insert("proof".into(), Value::Object(proof));
    Ok(Value::Object(document))
}

/// Checks the one proof of a document, with the key that it names itself or with a given one.
///
/// That a signature fits says that the document is as it was signed; whose key it is, the caller has to know.
///
/// # Method
/// M-152.
///
/// # Errors
/// `BAD_SEAL` for a document without proof, or a proof that is not of this kind; `BAD_KEY` for a verification method without
/// a key in it, where none is given; `SEAL_BROKEN` if the signature does not fit.
pub fn verify(document: &Value, key: Option<&PublicKey>) -> Result<Verified, Error> {
    let mut document = object(document)?.clone();
    let Some(Value::Object(mut proof)) = document.remove("proof") else {
        return Err(bad("the document has no proof of its own", "ask its author to sign it"));
    };
    let text = |proof: &Map<String, Value>, name: &str| {
        proof.get(name).and_then(Value::as_str).unwrap_or_default().to_owned()
    };
    if (text(&proof, "type").as_str(), text(&proof, "cryptosuite").as_str()) != (TYPE, SUITE) {
        let message = format!("the proof is no `{TYPE}` of the suite `{SUITE}`");
        return Err(bad(message, "only proofs of this one suite are checked"));
    }
    if text(&proof, "proofPurpose") != PURPOSE {
        return Err(bad(
            format!("the proof is not for `{PURPOSE}`"),
            "ask for a proof that asserts the document",
        ));
    }
    if let Some(other) = proof.keys().find(|name| !MEMBERS.contains(&name.as_str()) && *name != "@context") {
        return Err(bad(
            format!("the proof has a member `{other}` that is not known"),
            "only plain proofs are checked",
        ));
    }
    // Contexts of the proof stand first in that of the document.
    if proof.get("@context").is_some_and(|of_proof| !begins(document.get("@context"), of_proof)) {
        return Err(bad(
            "the context of the proof is not that of the document",
            "ask its author to sign it again",
        ));
    }
    let Some(Value::String(signature)) = proof.remove("proofValue") else {
        return Err(bad("the proof has no value", "ask its author to sign it again"));
    };
    let named = PublicKey::parse(&text(&proof, "verificationMethod"));
    let (key, own) = match (key, named) {
        (Some(given), Ok(named)) => (given.clone(), named == *given),
        (Some(given), Err(_)) => (given.clone(), true),
        (None, named) => (named?, true),
    };
    let signature = base58::bytes(&signature).filter(|bytes| bytes.len() == 64);
    let fits = signature
        .is_some_and(|bytes| hashes(&proof, &document).is_ok_and(|hashes| key.fits(&hashes, &bytes)));
    if !fits || !own {
        let why = if own {
            "the signature does not fit the document"
        } else {
            "the document is signed with another key"
        };
        return Err(Error::new(Code::SealBroken, why));
    }
    Ok(Verified { key, created: text(&proof, "created") })
}

/// Checks a sealed document, given as text: what [`verify`] finds, and the document's digest.
///
/// # Method
/// M-152.
///
/// # Errors
/// As [`verify`]; `BAD_JSON` for text that is no JSON or repeats a key, `BAD_KEY` for a given key that is none.
pub fn check(request: &v1::SealVerifyRequest) -> Result<v1::SealVerifyAnswer, Error> {
    let key = match request.key.as_str() {
        "" => None,
        text => Some(PublicKey::parse(text).map_err(|error| error.at("/key"))?),
    };
    let document = v1::read_tree(&request.document).map_err(|error| {
        let path = format!("/document{}", error.path());
        error.at(path)
    })?;
    let verified = verify(&document, key.as_ref())?;
    Ok(v1::SealVerifyAnswer {
        public_key: verified.key.multikey(),
        key_given: key.is_some(),
        created: verified.created,
        digest: digest(&document)?,
    })
}

/// SHA-256 of a document without its proof, as canonical JSON (RFC 8785), in hexadecimal.
///
/// # Errors
/// As [`sign`].
pub fn digest(document: &Value) -> Result<String, Error> {
    let mut document = object(document)?.clone();
    document.remove("proof");
    Ok(hex_sha256(jcs::canonical(&document)?.as_bytes()))
}

/// SHA-256 of the proof's options, then of the document.
fn hashes(proof: &Map<String, Value>, document: &Map<String, Value>) -> Result<Vec<u8>, Error> {
    let mut both = Vec::with_capacity(64);
    for object in [proof, document] {
        both.extend(Sha256::digest(jcs::canonical(object)?.as_bytes()));
    }
    Ok(both)
}

/// Whether a context is the beginning of another.
fn begins(whole: Option<&Value>, start: &Value) -> bool {
    let list = |value: &Value| match value {
        Value::Array(items) => items.clone(),
        other => vec![other.clone()],
    };
    whole.is_some_and(|whole| list(whole).starts_with(&list(start)))
}

fn object(document: &Value) -> Result<&Map<String, Value>, Error> {
    document.as_object().ok_or_else(|| bad("the document is no JSON object", "put it into an object"))
}

fn bad(message: impl Into<String>, help: &str) -> Error {
    Error::new(Code::BadSeal, message.into()).with_help(help)
}

#[cfg(test)]
mod tests;
