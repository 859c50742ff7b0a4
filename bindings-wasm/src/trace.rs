//! Lots that were followed once, asked as often as one likes.

use emitrace::limits::Limits;
use emitrace::trace::Traced;
use emitrace::wire::v1::{canonical, read_json};
use wasm_bindgen::prelude::*;

use crate::error::beyond;

/// Followed records.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Trace {
    traced: Traced,
}

#[wasm_bindgen]
impl Trace {
    /// Reads and follows the cards and records of a request of `trace.follow`.
    ///
    /// # Errors
    /// Throws an `Error` with the core's code if the request as a whole is wrong.
    #[wasm_bindgen(constructor)]
    pub fn new(request: &str) -> Result<Trace, JsValue> {
        beyond(|| Ok(Trace { traced: Traced::new(&read_json(request)?, &Limits::default())? }))
    }

    /// The answer of `trace.follow`, as JSON.
    ///
    /// # Errors
    /// Throws an `Error` with the core's code.
    pub fn answer(&self) -> Result<String, JsValue> {
        beyond(|| canonical(&self.traced.answer()?))
    }

    /// What may be in a lot, or what it may be in, as JSON.
    ///
    /// # Errors
    /// Throws an `Error` with the core's code if there is no such lot.
    pub fn path(&self, ask: &str, forward: bool) -> Result<String, JsValue> {
        beyond(|| {
            let ask = read_json(ask)?;
            canonical(&if forward { self.traced.forward(&ask)? } else { self.traced.back(&ask)? })
        })
    }

    /// Names of the lots that may be in a lot, or that it may be in.
    ///
    /// # Errors
    /// Throws an `Error` with the core's code in the small build.
    pub fn names(&self, lot: &str, forward: bool) -> Result<Vec<String>, JsValue> {
        beyond(|| {
            let flow = self.traced.flow();
            let names = if forward { flow.descendants(lot) } else { flow.ancestors(lot) };
            Ok(names.into_iter().map(str::to_owned).collect())
        })
    }
}
