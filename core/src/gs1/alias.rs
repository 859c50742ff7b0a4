//! Which identifiers mean the same: numbers of GS1, numbers of a national portal, codes of a company.

use std::collections::BTreeMap;

use crate::error::{Code, Error};

/// A table from canonical identifiers to those that they are read as.
///
/// # Example
/// ```
/// use emitrace::gs1::Aliases;
///
/// let mut aliases = Aliases::default();
/// aliases.add("PHOI-07", "https://id.gs1.org/01/08931234567897")?;
/// assert_eq!(aliases.resolve("PHOI-07"), "https://id.gs1.org/01/08931234567897");
/// assert_eq!(aliases.resolve("PHOI-08"), "PHOI-08");
/// # Ok::<(), emitrace::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Aliases(BTreeMap<Box<str>, Box<str>>);

impl Aliases {
    /// Lets one identifier be read as another.
    ///
    /// # Errors
    /// `ALIAS_CONFLICT` if it is already read as something else, or if the other one leads back to it.
    pub fn add(&mut self, from: &str, to: &str) -> Result<(), Error> {
        let conflict = |message: String| Err(Error::new(Code::AliasConflict, message));
        if let Some(held) = self.0.get(from)
            && **held != *to
        {
            return conflict(format!("`{from}` is read as `{held}` already"));
        }
        if self.resolve(to) == from {
            return conflict(format!("`{to}` leads back to `{from}`"));
        }
        self.0.insert(from.into(), to.into());
        Ok(())
    }

    /// What an identifier is read as, through all steps; itself if nothing is said of it.
    pub fn resolve<'a>(&'a self, identifier: &'a str) -> &'a str {
        let mut at = identifier;
        // No circle comes in, so this ends.
        while let Some(next) = self.0.get(at) {
            at = next;
        }
        at
    }

    /// Whether nothing is said of any identifier.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_are_followed_and_circles_refused() {
        let mut aliases = Aliases::default();
        assert!(aliases.is_empty());
        aliases.add("a", "b").unwrap();
        aliases.add("b", "c").unwrap();
        aliases.add("a", "b").unwrap();
        assert_eq!(aliases.resolve("a"), "c");
        for (from, to) in [("c", "a"), ("x", "x"), ("a", "c")] {
            assert_eq!(aliases.add(from, to).unwrap_err().code(), Code::AliasConflict);
        }
        assert_eq!(aliases.resolve("c"), "c");
    }
}
