//! The two files between the tools, one JSON object a line: requests in, results out.

use std::fs;
use std::path::Path;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

/// One request of the list that every surface reads.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct Request {
    /// Case.
    pub case: String,
    /// Method.
    pub call: String,
    /// Text of the request.
    pub request: String,
}

/// What a surface made of one request.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Answered {
    /// Case.
    pub case: String,
    /// Text of the answer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ok: Option<String>,
    /// The error, if there is no answer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub error: Option<Refused>,
}

/// The parts of an error that are the same everywhere.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub struct Refused {
    /// Stable code.
    pub code: String,
    /// Place in the request.
    pub path: String,
}

/// Reads a file of lines.
///
/// # Errors
/// A sentence that names the file and the line.
pub fn read<T: DeserializeOwned>(file: &Path) -> Result<Vec<T>, String> {
    let text = fs::read_to_string(file).map_err(|error| format!("{}: {error}", file.display()))?;
    let lines = text.split('\n').enumerate().filter(|(_, line)| !line.is_empty());
    lines
        .map(|(index, line)| {
            serde_json::from_str(line)
                .map_err(|error| format!("{}, line {}: {error}", file.display(), index.saturating_add(1)))
        })
        .collect()
}

/// Writes a file of lines.
///
/// # Errors
/// A sentence that names the file.
pub fn write<T: Serialize>(file: &Path, lines: &[T]) -> Result<(), String> {
    let mut text = String::new();
    for line in lines {
        text.push_str(&serde_json::to_string(line).map_err(|error| error.to_string())?);
        text.push('\n');
    }
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    }
    fs::write(file, text).map_err(|error| format!("{}: {error}", file.display()))
}
