//! The canonical form of the identifiers that most events use, without taking them apart: a short way to what
//! [`Identifier`](super::Identifier) says, for those that it is certain about.

use super::STEM;

/// Writes the canonical form of an identifier into `out`, if it is of a common kind and as plain as can be: an EPC URN of an item with
/// its serial or lot, or of a logistic unit; or their canonical Digital Links. False: it says nothing, ask
/// [`Identifier`](super::Identifier).
pub(crate) fn plain_canonical(text: &str, out: &mut String) -> bool {
    out.clear();
    read(text, out).is_some()
}

fn read(text: &str, out: &mut String) -> Option<()> {
    if let Some(path) = text.strip_prefix(STEM) {
        link(path)?;
        out.push_str(text);
        return Some(());
    }
    let fields = text.strip_prefix("urn:epc:")?;
    let (key, digits, qualifier, fields) = if let Some(fields) = fields.strip_prefix("id:sgtin:") {
        ("/01/", 13, "/21/", fields)
    } else if let Some(fields) = fields.strip_prefix("class:lgtin:") {
        ("/01/", 13, "/10/", fields)
    } else {
        ("/00/", 17, "", fields.strip_prefix("id:sscc:")?)
    };
    let (prefix, rest) = fields.split_once('.')?;
    let (reference, tail) = if qualifier.is_empty() { (rest, "") } else { rest.split_once('.')? };
    let both = prefix.len().checked_add(reference.len())?;
    let numeric = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if !(4..=12).contains(&prefix.len()) || both != digits || !numeric(prefix) || !numeric(reference) {
        return None;
    }
    let (lead, reference) = reference.split_at_checked(1)?;
    out.push_str(STEM);
    out.push_str(key);
    let from = out.len();
    out.push_str(lead);
    out.push_str(prefix);
    out.push_str(reference);
    let check = super::check_digit(out.get(from..)?)?;
    out.push(check);
    out.push_str(qualifier);
    out.push_str(tail);
    (qualifier.is_empty() || is_plain(tail)).then_some(())
}

/// The path of a link in its canonical form.
fn link(path: &str) -> Option<()> {
    let checked = |digits: &str| {
        let (body, check) = digits.split_at_checked(digits.len().checked_sub(1)?)?;
        let right = body.bytes().all(|byte| byte.is_ascii_digit())
            && super::check_digit(body)? == check.chars().next()?;
        right.then_some(())
    };
    if let Some(unit) = path.strip_prefix("/00/") {
        return (unit.len() == 18).then(|| checked(unit)).flatten();
    }
    let (item, tail) = path.strip_prefix("/01/")?.split_at_checked(14)?;
    checked(item)?;
    let tail = tail.strip_prefix("/21/").or_else(|| tail.strip_prefix("/10/"))?;
    is_plain(tail).then_some(())
}

/// Whether a serial number or lot is of letters and digits alone, and as short as it may be.
fn is_plain(text: &str) -> bool {
    (1..=20).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_alphanumeric())
}

#[cfg(test)]
mod tests {
    use super::super::{Identifier, Kind};
    use super::*;

    fn agrees(text: &str) -> bool {
        let mut out = String::new();
        let plain = plain_canonical(text, &mut out);
        if plain {
            let read = Identifier::read(text, Some(Kind::Code)).unwrap();
            assert_eq!(read.canonical(), out, "{text}");
        }
        plain
    }

    #[test]
    fn common_identifiers_take_the_short_way() {
        for text in [
            "urn:epc:id:sgtin:4012345.012345.12",
            "urn:epc:class:lgtin:4054739.099914.20160711",
            "urn:epc:id:sscc:4012345.0000000333",
            "https://id.gs1.org/01/04054739999148/10/20160711",
            "https://id.gs1.org/01/04054739999148/21/A7",
        ] {
            assert!(agrees(text), "{text}");
        }
        for text in [
            "urn:epc:id:sgtin:4012345.012345.%2F",
            "https://id.gs1.org/01/04054739999149/10/7",
            "PHÔI-07",
            "",
        ] {
            assert!(!agrees(text), "{text}");
        }
    }

    proptest::proptest! {
        #[test]
        fn the_short_way_says_what_the_long_way_says(
            scheme in "(id:sgtin|class:lgtin|id:sscc|id:sgln)", prefix in "[0-9]{4,12}", reference in "[0-9]{1,13}", tail in "[.]?[A-Za-z0-9%_/-]{0,22}",
        ) {
            agrees(&format!("urn:epc:{scheme}:{prefix}.{reference}{tail}"));
            let digits = if scheme == "id:sscc" { 17usize } else { 13 };
            let fitting: String = reference.chars().cycle().take(digits.saturating_sub(prefix.len())).collect();
            agrees(&format!("urn:epc:{scheme}:{prefix}.{fitting}{tail}"));
        }

        #[test]
        fn links_likewise(digits in "[0-9]{13}", key in "(00|01)", ai in "(10|21|22)", tail in "[A-Za-z0-9%/?-]{0,22}") {
            let check = super::super::check_digit(&digits).unwrap();
            agrees(&format!("https://id.gs1.org/{key}/{digits}{check}/{ai}/{tail}"));
            agrees(&format!("https://id.gs1.org/{key}/{digits}{check}"));
        }
    }
}
