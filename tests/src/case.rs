//! Case files: reading, checking, and the list of requests made of them.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use serde::Deserialize;
use serde_json::Value;
use serde_json::value::RawValue;

use crate::line::Request;

/// One case file.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Case {
    /// Identifier, equal to the name of the file.
    #[serde(rename = "case")]
    pub id: String,
    /// What the case shows, one sentence.
    pub says: String,
    /// Clause of the rule that it shows, if there is one.
    #[serde(default)]
    pub clause: String,
    /// Where the expected answer comes from.
    #[serde(default)]
    pub source: String,
    /// Method to call.
    pub call: String,
    /// The request; its text is sent as it stands in the file.
    #[serde(default)]
    pub request: Option<Box<RawValue>>,
    /// The request as a text, where it is not (well-formed) JSON.
    #[serde(default)]
    pub text: Option<String>,
    /// A placeholder in the request that stands for a text repeated many times, so that large inputs stay readable.
    #[serde(default)]
    pub request_repeat: Option<Repeat>,
    /// How an independent program recomputes the case; read by `oracle/oracle.py` only.
    #[serde(default)]
    pub oracle: Option<Value>,
    /// What must come back.
    pub expect: Expect,
}

/// A text that stands many times in a request.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Repeat {
    /// What is replaced; it stands once in the request.
    pub placeholder: String,
    /// What it is replaced by.
    pub text: String,
    /// How often.
    pub times: usize,
}

/// What must come back.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "lowercase")]
pub enum Expect {
    /// An answer that meets the pattern.
    Ok(Value),
    /// An error.
    Error(ExpectedError),
}

/// The parts of an error that are the same everywhere.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ExpectedError {
    /// Stable code.
    pub code: String,
    /// Place in the request; any, if not given.
    #[serde(default)]
    pub path: Option<String>,
}

impl Case {
    /// The request as it is sent.
    pub fn request_text(&self) -> String {
        let text = self.text.as_deref().or(self.request.as_ref().map(|raw| raw.get())).unwrap_or_default();
        match &self.request_repeat {
            Some(repeat) => text.replacen(&repeat.placeholder, &repeat.text.repeat(repeat.times), 1),
            None => text.to_owned(),
        }
    }
}

/// Reads all case files below a folder, by identifier.
///
/// # Errors
/// A sentence that names the file, if one is not a well-formed case, if two have the same identifier, or if
/// there is none.
pub fn load(folder: &Path) -> Result<BTreeMap<String, Case>, String> {
    let mut cases = BTreeMap::new();
    for file in files(folder)? {
        let place = file.display();
        let text = fs::read_to_string(&file).map_err(|error| format!("{place}: {error}"))?;
        let case: Case = serde_json::from_str(&text).map_err(|error| format!("{place}: {error}"))?;
        if file.file_stem().and_then(|stem| stem.to_str()) != Some(case.id.as_str()) {
            return Err(format!("{place}: the file is not named like its case `{}`", case.id));
        }
        if case.request.is_some() == case.text.is_some() {
            return Err(format!("{place}: give `request` or `text`, one of them"));
        }
        if let Some(repeat) = &case.request_repeat {
            let given =
                case.text.as_deref().or(case.request.as_ref().map(|raw| raw.get())).unwrap_or_default();
            if repeat.placeholder.is_empty() || given.matches(&repeat.placeholder).count() != 1 {
                return Err(format!(
                    "{place}: the placeholder `{}` must stand once in the request",
                    repeat.placeholder
                ));
            }
        }
        if case.says.is_empty() {
            return Err(format!("{place}: `says` is empty"));
        }
        if cases.contains_key(&case.id) {
            return Err(format!("{place}: there is another case `{}`", case.id));
        }
        cases.insert(case.id.clone(), case);
    }
    if cases.is_empty() {
        return Err(format!("there is no case below {}", folder.display()));
    }
    Ok(cases)
}

/// The files below a folder, sorted; all of them must be `.json`.
///
/// # Errors
/// A sentence that names what could not be read or is no case file.
pub fn files(folder: &Path) -> Result<Vec<PathBuf>, String> {
    let mut found = Vec::new();
    let mut waiting = vec![folder.to_path_buf()];
    while let Some(folder) = waiting.pop() {
        let place = folder.display().to_string();
        for entry in fs::read_dir(&folder).map_err(|error| format!("{place}: {error}"))? {
            let path = entry.map_err(|error| format!("{place}: {error}"))?.path();
            if path.is_dir() {
                waiting.push(path);
            } else if path.extension().is_some_and(|extension| extension == "json") {
                found.push(path);
            } else {
                return Err(format!("{}: only .json files belong here", path.display()));
            }
        }
    }
    found.sort();
    Ok(found)
}

/// The requests of all cases, without what is expected.
pub fn requests(cases: &BTreeMap<String, Case>) -> Vec<Request> {
    cases
        .values()
        .map(|case| Request { case: case.id.clone(), call: case.call.clone(), request: case.request_text() })
        .collect()
}
