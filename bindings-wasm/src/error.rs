//! Errors of the core as JavaScript errors. The only place where they are translated.

use js_sys::Reflect;
use wasm_bindgen::JsValue;

/// A real `Error`: `name` is `EmitraceError`, and `code`, `path` and `help` are its own properties.
pub(crate) fn to_js(error: &emitrace::Error) -> JsValue {
    let thrown = js_sys::Error::new(error.message());
    thrown.set_name("EmitraceError");
    let thrown = JsValue::from(thrown);
    for (name, value) in [("code", error.code().as_str()), ("path", error.path()), ("help", error.help())] {
        // Setting a property of a fresh, extensible object cannot fail.
        let _set = Reflect::set(&thrown, &JsValue::from_str(name), &JsValue::from_str(value));
    }
    thrown
}
