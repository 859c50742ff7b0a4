//! Sets of global warming potentials, by the assessment report that published them.

use core::fmt;

use crate::error::{Code, Error};

/// The GWP-100 values of one IPCC assessment report.
///
/// # Example
/// ```
/// use emitrace::gas::GwpSet;
///
/// assert_eq!(GwpSet::parse("AR5")?, GwpSet::Ar5);
/// assert_eq!(GwpSet::parse("").unwrap_err().code().as_str(), "CHOICE_MISSING");
/// # Ok::<(), emitrace::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum GwpSet {
    /// Fourth Assessment Report (2007).
    Ar4,
    /// Fifth Assessment Report (2013), without climate-carbon feedback: the Paris rules.
    Ar5,
    /// Sixth Assessment Report (2021).
    Ar6,
}

impl GwpSet {
    /// All sets, oldest first.
    pub const ALL: [GwpSet; 3] = [GwpSet::Ar4, GwpSet::Ar5, GwpSet::Ar6];

    /// `AR4`, `AR5` or `AR6`.
    pub const fn as_str(self) -> &'static str {
        match self {
            GwpSet::Ar4 => "AR4",
            GwpSet::Ar5 => "AR5",
            GwpSet::Ar6 => "AR6",
        }
    }

    /// Reads a set's name.
    ///
    /// # Errors
    /// `CHOICE_MISSING` for an empty name, `UNKNOWN_VALUE` for another one.
    pub fn parse(text: &str) -> Result<GwpSet, Error> {
        let help = "name one of AR4, AR5, AR6";
        if text.is_empty() {
            return Err(Error::new(Code::ChoiceMissing, "no GWP set is named").with_help(help));
        }
        GwpSet::ALL.into_iter().find(|set| set.as_str() == text).ok_or_else(|| {
            Error::new(Code::UnknownValue, format!("GWP set `{text}` is not known")).with_help(help)
        })
    }

    pub(crate) const fn index(self) -> usize {
        match self {
            GwpSet::Ar4 => 0,
            GwpSet::Ar5 => 1,
            GwpSet::Ar6 => 2,
        }
    }
}

impl fmt::Display for GwpSet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// The set that a factor printed only as CO2 equivalent is frozen at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum GwpLock {
    /// The source says which set.
    Set(GwpSet),
    /// The source does not say.
    Unstated,
}

impl GwpLock {
    /// All locks.
    pub const ALL: [GwpLock; 4] =
        [GwpLock::Set(GwpSet::Ar4), GwpLock::Set(GwpSet::Ar5), GwpLock::Set(GwpSet::Ar6), GwpLock::Unstated];

    /// `AR4`, `AR5`, `AR6` or `unstated`.
    pub const fn as_str(self) -> &'static str {
        match self {
            GwpLock::Set(set) => set.as_str(),
            GwpLock::Unstated => "unstated",
        }
    }

    /// Reads a lock's name.
    pub fn parse(text: &str) -> Option<GwpLock> {
        GwpLock::ALL.into_iter().find(|lock| lock.as_str() == text)
    }
}
