//! Errors of the core as JavaScript errors. The only place where they are translated.

use emitrace::Code;
use js_sys::Reflect;
use wasm_bindgen::JsValue;

/// Whether this is the build that answers every method. The small one carries the classes beyond an inventory by name only:
/// both builds have the same glue, and what nothing reaches is not linked.
const EVERY_METHOD: bool = cfg!(feature = "every-method");

/// What `work` gives, translated; refused by the small build.
pub(crate) fn beyond<T>(work: impl FnOnce() -> Result<T, emitrace::Error>) -> Result<T, JsValue> {
    if EVERY_METHOD {
        return work().map_err(|error| to_js(&error));
    }
    let absent =
        emitrace::Error::new(Code::UnknownMethod, "this build answers the methods of an inventory only");
    Err(to_js(&absent.with_help("import `emitrace` instead of `emitrace/inventory`")))
}

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
