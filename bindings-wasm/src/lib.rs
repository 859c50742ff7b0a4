//! The engine for browsers and Node: take text, call the core, give text back.
//!
//! No packs are compiled in; the npm package carries them as files and its entry modules load them.

mod error;

use emitrace::factor::Catalog;
use emitrace::wire::v1;
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

    /// Adds a factor pack from its description (TOML) and its table (CSV).
    ///
    /// # Errors
    /// Throws an `Error` with the core's code if the pack is not well-formed.
    #[wasm_bindgen(js_name = addPack)]
    pub fn add_pack(&mut self, description: &str, table: &str) -> Result<(), JsValue> {
        self.catalog.add_pack(description, table).map_err(|error| error::to_js(&error))
    }

    /// Adds a factor pack that is written in one text.
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
}

/// Bytes of memory that the engine holds.
#[wasm_bindgen(js_name = memoryBytes)]
pub fn memory_bytes() -> f64 {
    let memory: js_sys::WebAssembly::Memory = wasm_bindgen::memory().unchecked_into();
    let bytes = js_sys::Reflect::get(&memory.buffer(), &JsValue::from_str("byteLength"));
    bytes.ok().and_then(|bytes| bytes.as_f64()).unwrap_or(0.0)
}
