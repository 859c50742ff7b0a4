//! The members of an extension with the texts in them.

use super::scan::{Fault, Scanner};
use crate::limits::Limits;

/// Names of an object's members, each with its text, or the texts of its list. Raw JSON text that was read before.
pub(crate) fn members(raw: &str) -> Vec<(String, Vec<String>)> {
    let mut out = Vec::new();
    let mut scanner = Scanner::new(raw, Limits::default().json_depth);
    // What cannot be read was refused when the event was.
    let _ = scanner.members(|scanner, name| {
        let mut texts = Vec::new();
        gather(scanner, &mut texts)?;
        out.push((name.into_owned(), texts));
        Ok(())
    });
    out
}

fn gather(scanner: &mut Scanner<'_>, texts: &mut Vec<String>) -> Result<(), Fault> {
    match scanner.peek() {
        Some(b'"') => texts.push(scanner.string()?.into_owned()),
        Some(b'[') => return scanner.elements(|scanner, _| gather(scanner, texts)),
        Some(b'{') => {
            return scanner.members(|scanner, name| match &*name {
                "@value" | "@id" | "id" => gather(scanner, texts),
                _ => scanner.raw(true).map(drop),
            });
        }
        Some(b'-' | b'0'..=b'9') => texts.push(scanner.number()?.to_owned()),
        _ => _ = scanner.raw(true)?,
    }
    Ok(())
}
