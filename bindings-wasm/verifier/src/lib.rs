//! Checks what somebody sealed, in a page that a customer opens: bundles and single documents, a small download.

use emitrace::wire::v1::{canonical, error_json, read_json};
use emitrace::{Error, evidence, seal};
use wasm_bindgen::prelude::*;

/// Checks a bundle: a request of `bundle.verify` in, its answer out; an error is an object with the one member `error`.
#[wasm_bindgen(js_name = verifyBundle)]
pub fn verify_bundle(request: &str) -> String {
    told(read_json(request).and_then(|request| canonical(&evidence::verify(&request)?)))
}

/// Checks a sealed document: a request of `seal.verify` in, its answer out; an error is an object with the one member `error`.
#[wasm_bindgen(js_name = verifyDocument)]
pub fn verify_document(request: &str) -> String {
    told(read_json(request).and_then(|request| canonical(&seal::check(&request)?)))
}

fn told(answer: Result<String, Error>) -> String {
    answer.unwrap_or_else(|error| format!(r#"{{"error":{}}}"#, error_json(&error)))
}
