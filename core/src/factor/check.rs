//! Checking a pack before it is used: all faults in one pass.

use super::catalog::Catalog;
use super::pack::Pack;
use crate::error::{Finding, Position};

/// All faults of a pack written as one text, beside what a catalogue already holds.
///
/// # Example
/// ```
/// use emitrace::factor::{Catalog, check};
///
/// let findings = check(&Catalog::bundled()?, "+++\nid = \"x\"\n+++\nfactor\n");
/// assert_eq!(findings[0].code.as_str(), "BAD_PACK");
/// # Ok::<(), emitrace::Error>(())
/// ```
pub fn check(catalog: &Catalog, text: &str) -> Vec<Finding> {
    let mut findings = Vec::new();
    let parsed = Pack::split(text)
        .and_then(|(description, table)| Ok((Pack::parse(description, table, false)?, table)));
    match parsed {
        Ok((pack, table)) => catalog.clone().load(pack, table, &mut findings),
        Err(error) => findings.push(Finding::from_error(&error, Position::default(), "")),
    }
    findings
}
