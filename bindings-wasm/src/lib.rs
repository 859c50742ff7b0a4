//! The engine for browsers and Node: take text and bytes, call the core, give text back.
//!
//! No packs are compiled in; the npm package carries them as files and its entry modules load them.

mod error;
mod ledger;
mod supply;
mod trace;

use core::ops::ControlFlow;

use emitrace::factor::Catalog;
use emitrace::inventory::Progress;
use js_sys::Function;
use wasm_bindgen::prelude::*;

/// A catalogue of factor packs and the calls that can be made on it.
#[wasm_bindgen]
#[derive(Debug, Default)]
pub struct Engine {
    catalog: Catalog,
}

#[wasm_bindgen]
impl Engine {
    /// An engine without packs.
    #[wasm_bindgen(constructor)]
    pub fn new() -> Engine {
        Engine { catalog: Catalog::new() }
    }

    /// Adds the packs of the npm package, in any order, from their descriptions (TOML) and tables (CSV).
    ///
    /// # Errors
    /// Throws an `Error` with the core's code if a pack is not well-formed.
    #[wasm_bindgen(js_name = addShipped)]
    #[expect(clippy::needless_pass_by_value, reason = "the glue hands over lists of texts by value")]
    pub fn add_shipped(&mut self, descriptions: Vec<String>, tables: Vec<String>) -> Result<(), JsValue> {
        let packs = descriptions.iter().map(String::as_str).zip(tables.iter().map(String::as_str));
        self.catalog.add_shipped(packs).map_err(|error| error::to_js(&error))
    }

    /// Adds a user's factor pack from its description (TOML) and its table (CSV).
    ///
    /// # Errors
    /// Throws an `Error` with the core's code if the pack is not well-formed.
    #[wasm_bindgen(js_name = addPack)]
    pub fn add_pack(&mut self, description: &str, table: &str) -> Result<(), JsValue> {
        self.catalog.add_pack(description, table).map_err(|error| error::to_js(&error))
    }

    /// Adds a user's factor pack that is written in one text.
    ///
    /// # Errors
    /// Throws an `Error` with the core's code if the pack is not well-formed.
    #[wasm_bindgen(js_name = addPackText)]
    pub fn add_pack_text(&mut self, text: &str) -> Result<(), JsValue> {
        self.catalog.add_pack_text(text).map_err(|error| error::to_js(&error))
    }

    /// Carries out one call: a JSON request in, canonical JSON out.
    ///
    /// # Errors
    /// Throws an `Error` with the core's code.
    pub fn call(&self, method: &str, request: &str) -> Result<String, JsValue> {
        emitrace::call(&self.catalog, method, request).map_err(|error| error::to_js(&error))
    }

    /// Carries out one call on a ledger that is read piece by piece.
    ///
    /// `open()` gives a function `next(length)`, which gives at most `length` further bytes of the ledger, and none
    /// at its end. `progress(rows, bytes)` is told how far the run is and stops it by giving back `false`.
    ///
    /// # Errors
    /// Throws an `Error` with the core's code.
    #[wasm_bindgen(js_name = callWithLedger)]
    pub fn call_with_ledger(
        &self,
        method: &str,
        request: &str,
        open: &Function,
        progress: &Function,
    ) -> Result<String, JsValue> {
        let mut tell = |Progress { rows, bytes }: Progress| match progress.call2(
            &JsValue::NULL,
            &JsValue::from(rows),
            &JsValue::from(bytes),
        ) {
            Ok(answer) if answer.as_bool() != Some(false) => ControlFlow::Continue(()),
            Ok(_) | Err(_) => ControlFlow::Break(()),
        };
        emitrace::call::call_with_ledger(&self.catalog, method, request, &|| ledger::open(open), &mut tell)
            .map_err(|error| error::to_js(&error))
    }
}

/// Bytes of memory that the engine holds.
#[wasm_bindgen(js_name = memoryBytes)]
pub fn memory_bytes() -> f64 {
    let memory: js_sys::WebAssembly::Memory = wasm_bindgen::memory().unchecked_into();
    let bytes = js_sys::Reflect::get(&memory.buffer(), &JsValue::from_str("byteLength"));
    bytes.ok().and_then(|bytes| bytes.as_f64()).unwrap_or(0.0)
}
