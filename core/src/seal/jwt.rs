//! Credentials as JSON Web Tokens: the enveloping form `vc+jwt` of W3C Verifiable Credentials (METHODS M-214).

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::{Map, Value};

use super::{PublicKey, SecretKey, bad, jcs};
use crate::error::{Code, Error};
use crate::wire::v1::read_tree;

/// What the header of a token says.
const TYPE: &str = "vc+jwt";
const ALGORITHM: &str = "EdDSA";
/// What a credential has to have; `name` is asked for by UNTP.
const NEEDED: [&str; 7] = ["@context", "credentialSubject", "id", "issuer", "name", "type", "validFrom"];
const CONTEXT: &str = "https://www.w3.org/ns/credentials/v2";

/// A credential (JSON text) as a signed token. `key_id` names the key (`did:web:…#key-1`); empty = the `did:key` of the key itself.
///
/// # Method
/// M-214: RFC 7515 in compact form, EdDSA of RFC 8037, header `typ` `vc+jwt`; header and credential are canonical JSON, so equal
/// credentials make equal tokens. Numbers keep the digits that they are written with.
///
/// # Errors
/// `BAD_JSON`, `LIMIT_EXCEEDED` for text that is not JSON, repeats a member or is too large; `MISSING_VALUE` for members that a
/// credential has to have, all of them at once; `BAD_SEAL` for a context that is not that of credentials, or a proof inside.
///
/// # Example
/// ```
/// use emitrace::seal::{SecretKey, sign_credential, verify_credential};
///
/// let key = SecretKey::parse(&"07".repeat(32))?;
/// let credential = r#"{"@context":["https://www.w3.org/ns/credentials/v2"],"credentialSubject":{"id":"urn:lot:17","t":0.660},
///     "id":"urn:uuid:58172aac-d8ba-11ed-83dd-0b3aef56cc33","issuer":"did:web:example.com","name":"Conversion of a lot",
///     "type":["VerifiableCredential"],"validFrom":"2027-02-01T08:00:00Z"}"#;
/// let token = sign_credential(credential, &key, "")?;
/// assert!(verify_credential(&token, None)?.0.contains(r#""t":0.660"#));
/// # Ok::<(), emitrace::Error>(())
/// ```
pub fn sign_credential(credential: &str, key: &SecretKey, key_id: &str) -> Result<String, Error> {
    checked(&read_tree(credential)?)?;
    let own = key.public().method();
    let kid = if key_id.is_empty() { own.as_str() } else { key_id };
    let mut header = Map::new();
    for (name, value) in [("alg", ALGORITHM), ("kid", kid), ("typ", TYPE)] {
        header.insert(name.into(), value.into());
    }
    let (header, body) = (jcs::canonical(&header)?, jcs::as_written(credential)?);
    let signed = format!("{}.{}", URL_SAFE_NO_PAD.encode(header), URL_SAFE_NO_PAD.encode(body));
    let signature = URL_SAFE_NO_PAD.encode(key.sign(signed.as_bytes()));
    Ok(format!("{signed}.{signature}"))
}

/// The credential of a token, as text in the order of canonical JSON, and the key that its signature fits: a given one, or the `did:key` that the token names.
///
/// # Method
/// M-214.
///
/// # Errors
/// `BAD_SEAL` for text that is no such token; `BAD_KEY` if it names no key that can be read from its name, and none is given;
/// `SEAL_BROKEN` if the signature does not fit; `MISSING_VALUE` as in [`sign_credential`].
pub fn verify_credential(token: &str, key: Option<&PublicKey>) -> Result<(String, PublicKey), Error> {
    let token = token.trim();
    let shape =
        || bad("the text is no token of three parts", "give the token alone: HEADER.CREDENTIAL.SIGNATURE");
    let (signed, signature) = token.rsplit_once('.').ok_or_else(shape)?;
    let (header, credential) =
        signed.split_once('.').filter(|(_, rest)| !rest.contains('.')).ok_or_else(shape)?;
    let read = |part: &str, what: &str| -> Result<String, Error> {
        let bytes = URL_SAFE_NO_PAD.decode(part).ok().and_then(|bytes| String::from_utf8(bytes).ok());
        bytes.ok_or_else(|| {
            bad(format!("the {what} of the token is no text in base 64"), "ask its author for it again")
        })
    };
    let header = read_tree(&read(header, "header")?)?;
    let text = |name: &str| header.get(name).and_then(Value::as_str).unwrap_or_default();
    if (text("alg"), text("typ")) != (ALGORITHM, TYPE) {
        let message = format!("the token is of the kind `{}` `{}`", text("typ"), text("alg"));
        return Err(bad(message, "only credentials signed with EdDSA (`vc+jwt`) are checked"));
    }
    if let Some(critical) = header.get("crit") {
        return Err(bad(format!("the token asks to understand {critical}"), "only plain tokens are checked"));
    }
    let named = PublicKey::parse(text("kid"));
    let (key, own) = match (key, named) {
        (Some(given), Ok(named)) => (given.clone(), named == *given),
        (Some(given), Err(_)) => (given.clone(), true),
        (None, named) => (named?, true),
    };
    let fits = URL_SAFE_NO_PAD.decode(signature).is_ok_and(|bytes| key.fits(signed.as_bytes(), &bytes));
    if !fits || !own {
        let why =
            if own { "the signature does not fit the token" } else { "the token is signed with another key" };
        return Err(Error::new(Code::SealBroken, why));
    }
    let credential = read(credential, "credential")?;
    checked(&read_tree(&credential)?)?;
    Ok((jcs::as_written(&credential)?, key))
}

/// Whether a credential has all that it needs.
fn checked(credential: &Value) -> Result<(), Error> {
    let object = super::object(credential)?;
    let empty = |value: &Value| match value {
        Value::Null => true,
        Value::String(text) => text.trim().is_empty(),
        Value::Array(items) => items.is_empty(),
        _ => false,
    };
    let missing: Vec<&str> = NEEDED.into_iter().filter(|name| object.get(*name).is_none_or(empty)).collect();
    if !missing.is_empty() {
        let message = format!("the credential lacks {}", missing.join(", "));
        return Err(Error::new(Code::MissingValue, message)
            .with_help("add what is missing to the credential")
            .at(format!("/{}", missing.join(", /"))));
    }
    let first = |value: &Value| {
        value.as_array().and_then(|items| items.first()).and_then(Value::as_str) == Some(CONTEXT)
    };
    if !object.get("@context").is_some_and(first) {
        let message = format!("the first context is not `{CONTEXT}`");
        return Err(bad(message, "only credentials of the data model 2.0 are signed").at("/@context"));
    }
    if object.contains_key("proof") {
        return Err(
            bad("the credential has a proof inside", "a token envelops it: take `proof` out").at("/proof")
        );
    }
    Ok(())
}
