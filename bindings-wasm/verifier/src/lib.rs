//! Checks what somebody sealed, in a page that a customer opens: bundles and single documents, a small download.

use emitrace::wire::v1::{BundleVerifyRequest, SealVerifyRequest, canonical, error_json};
use emitrace::{Error, evidence, seal};
use wasm_bindgen::prelude::*;

/// Checks a bundle, with a given key (or none: empty) and the bundles before it: the answer of `bundle.verify`; an error is an object
/// with the one member `error`.
#[wasm_bindgen(js_name = verifyBundle)]
pub fn verify_bundle(bundle: String, key: String, earlier: Vec<String>) -> String {
    told(
        evidence::verify(&BundleVerifyRequest { bundle, key, earlier }).and_then(|answer| canonical(&answer)),
    )
}

/// Checks a sealed document, with a given key (or none: empty): the answer of `seal.verify`; an error is an object with the one member
/// `error`.
#[wasm_bindgen(js_name = verifyDocument)]
pub fn verify_document(document: String, key: String) -> String {
    told(seal::check(&SealVerifyRequest { document, key }).and_then(|answer| canonical(&answer)))
}

fn told(answer: Result<String, Error>) -> String {
    answer.unwrap_or_else(|error| format!(r#"{{"error":{}}}"#, error_json(&error)))
}
