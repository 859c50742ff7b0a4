//! Lots that were followed once, asked as often as one likes.

use emitrace::Error;
use emitrace::limits::Limits;
use emitrace::trace::Traced;
use emitrace::wire::v1::{canonical, read_json};
use wasm_bindgen::prelude::*;

use crate::error;

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
        let traced = read_json(request).and_then(|request| Traced::new(&request, &Limits::default()));
        traced.map(|traced| Trace { traced }).map_err(|error| error::to_js(&error))
    }

    /// The answer of `trace.follow`, as JSON.
    ///
    /// # Errors
    /// Throws an `Error` with the core's code.
    pub fn answer(&self) -> Result<String, JsValue> {
        self.traced.answer().and_then(|answer| canonical(&answer)).map_err(|error| error::to_js(&error))
    }

    /// What may be in a lot, or what it may be in, as JSON.
    ///
    /// # Errors
    /// Throws an `Error` with the core's code if there is no such lot.
    pub fn path(&self, ask: &str, forward: bool) -> Result<String, JsValue> {
        self.asked(ask, forward).map_err(|error| error::to_js(&error))
    }

    /// Names of the lots that may be in a lot, or that it may be in.
    pub fn names(&self, lot: &str, forward: bool) -> Vec<String> {
        let flow = self.traced.flow();
        let names = if forward { flow.descendants(lot) } else { flow.ancestors(lot) };
        names.into_iter().map(str::to_owned).collect()
    }
}

impl Trace {
    fn asked(&self, ask: &str, forward: bool) -> Result<String, Error> {
        let ask = read_json(ask)?;
        canonical(&if forward { self.traced.forward(&ask)? } else { self.traced.back(&ask)? })
    }
}
