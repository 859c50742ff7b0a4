//! What can go wrong, as data: a stable code, the place in the input, what is wrong, how to mend it.
//!
//! [`Error`] stops one call; a [`Finding`] is a remark about one row that does not stop the others.
//! Codes are the contract across languages: callers branch on [`Code`], never on sentences.

mod code;
mod counts;
mod finding;

pub use code::Code;
pub(crate) use counts::FindingCounts;
pub(crate) use finding::excerpt;
pub use finding::{Finding, Position, Severity};

/// A call that could not be carried out, with its stable code, message, help and place in the input.
///
/// # Example
/// ```
/// use emitrace::number::Amount;
///
/// let error = Amount::parse("1_000").unwrap_err();
/// assert_eq!(error.code().as_str(), "BAD_CHAR_IN_NUMBER");
/// assert!(error.help().contains("digits"));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}: {}", .0.code, .0.message)]
pub struct Error(Box<Inner>);

#[derive(Clone, Debug, PartialEq, Eq)]
struct Inner {
    code: Code,
    message: Box<str>,
    help: Box<str>,
    path: Box<str>,
}

impl Error {
    /// An error with the code's standard help.
    pub fn new(code: Code, message: impl Into<Box<str>>) -> Error {
        Error(Box::new(Inner {
            code,
            message: message.into(),
            help: code.help().into(),
            path: Box::default(),
        }))
    }

    /// The same error with a help text that fits the case better than the code's standard one.
    #[must_use]
    pub fn with_help(mut self, help: impl Into<Box<str>>) -> Error {
        self.0.help = help.into();
        self
    }

    /// The same error, placed: a JSON pointer (`/profile`) or a place in a named input.
    #[must_use]
    pub fn at(mut self, path: impl Into<Box<str>>) -> Error {
        self.0.path = path.into();
        self
    }

    /// The stable code.
    pub fn code(&self) -> Code {
        self.0.code
    }

    /// What is wrong, without the code.
    pub fn message(&self) -> &str {
        &self.0.message
    }

    /// What to do about it.
    pub fn help(&self) -> &str {
        &self.0.help
    }

    /// Where in the request: a JSON pointer or a place in a named input; empty if the call has one input only.
    pub fn path(&self) -> &str {
        &self.0.path
    }
}
