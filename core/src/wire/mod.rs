//! STUB of the frame: the engine's own module replaces this file.

/// Stub of the first version.
pub mod v1 {
    use crate::error::{Code, Error};
    use crate::factor::Catalog;

    /// Carries out one call: canonical JSON in and out.
    ///
    /// # Errors
    /// [`Code::BadJson`] and [`Code::UnknownMethod`].
    pub fn call(_catalog: &Catalog, method: &str, request: &str) -> Result<String, Error> {
        match serde_json::from_str::<serde_json::Value>(request) {
            Ok(serde_json::Value::Object(_)) => {}
            Ok(_) => return Err(Error::new(Code::BadJson, "the request is not a JSON object")),
            Err(error) => return Err(Error::new(Code::BadJson, error.to_string())),
        }
        match method {
            "capabilities" => Ok(r#"{"engine":"0.1.0","methods":["capabilities"]}"#.to_owned()),
            _ => Err(Error::new(Code::UnknownMethod, format!("there is no method `{method}`"))),
        }
    }

    /// The error as canonical JSON.
    pub fn error_json(error: &Error) -> String {
        serde_json::json!({
            "code": error.code().as_str(),
            "help": error.help(),
            "message": error.message(),
            "path": error.path(),
        })
        .to_string()
    }
}
