//! EPC URNs: what they say as elements, and elements as one of them (METHODS M-183).

use super::check::check_digit;
use super::element::Element;
use super::link::decode;
use crate::error::{Code, Error};

/// One of the schemes of the Tag Data Standard.
struct Scheme {
    /// `id:sgtin` and so on.
    name: &'static str,
    key: &'static str,
    /// Digits of company prefix and reference together; 0 where the reference is text.
    digits: usize,
    /// The first digit of the reference stands before the prefix.
    indicator: bool,
    /// What follows the reference.
    tail: Tail,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Tail {
    Nothing,
    /// A qualifier of that application identifier.
    Qualifier(&'static str),
    /// Appended to the key.
    Serial,
    /// Piece and total appended to the key, then the serial number as (21).
    Pieces,
    /// `*`: the kind, not a thing.
    Any,
    /// Piece and total, then `*`.
    AnyPieces,
}

const SCHEMES: &[Scheme] = &[
    scheme("id:sgtin", "01", 13, true, Tail::Qualifier("21")),
    scheme("class:lgtin", "01", 13, true, Tail::Qualifier("10")),
    scheme("id:upui", "01", 13, true, Tail::Qualifier("235")),
    scheme("idpat:sgtin", "01", 13, true, Tail::Any),
    scheme("idpat:upui", "01", 13, true, Tail::Any),
    scheme("id:sscc", "00", 17, true, Tail::Nothing),
    scheme("id:sgln", "414", 12, false, Tail::Qualifier("254")),
    scheme("id:pgln", "417", 12, false, Tail::Nothing),
    scheme("id:grai", "8003", 12, false, Tail::Serial),
    scheme("idpat:grai", "8003", 12, false, Tail::Any),
    scheme("id:giai", "8004", 0, false, Tail::Nothing),
    scheme("id:gsrn", "8018", 17, false, Tail::Nothing),
    scheme("id:gsrnp", "8017", 17, false, Tail::Nothing),
    scheme("id:gdti", "253", 12, false, Tail::Serial),
    scheme("idpat:gdti", "253", 12, false, Tail::Any),
    scheme("id:sgcn", "255", 12, false, Tail::Serial),
    scheme("idpat:sgcn", "255", 12, false, Tail::Any),
    scheme("id:cpi", "8010", 0, false, Tail::Qualifier("8011")),
    scheme("idpat:cpi", "8010", 0, false, Tail::Any),
    scheme("id:ginc", "401", 0, false, Tail::Nothing),
    scheme("id:gsin", "402", 16, false, Tail::Nothing),
    scheme("id:itip", "8006", 13, true, Tail::Pieces),
    scheme("idpat:itip", "8006", 13, true, Tail::AnyPieces),
];

const fn scheme(name: &'static str, key: &'static str, digits: usize, indicator: bool, tail: Tail) -> Scheme {
    Scheme { name, key, digits, indicator, tail }
}

fn bad(message: impl Into<Box<str>>) -> Error {
    Error::new(Code::BadIdentifier, message)
}

/// Reads an EPC URN: a pure identity, a class with its lot, or a pattern for all of one kind. The second value is the company
/// prefix, which a URN tells and a Digital Link does not.
///
/// # Errors
/// `BAD_IDENTIFIER`.
///
/// # Example
/// ```
/// use emitrace::gs1::read_epc;
///
/// let (elements, prefix) = read_epc("urn:epc:class:lgtin:4054739.099914.20160711")?;
/// assert_eq!((elements[0].ai(), elements[0].value()), ("01", "04054739999148"));
/// assert_eq!((elements[1].ai(), elements[1].value()), ("10", "20160711"));
/// assert_eq!(&*prefix, "4054739");
/// # Ok::<(), emitrace::Error>(())
/// ```
pub fn read_epc(urn: &str) -> Result<(Vec<Element>, Box<str>), Error> {
    let shape = || bad("the URN is not written as its scheme asks");
    let body = urn.strip_prefix("urn:epc:").ok_or_else(shape)?;
    let colon = body.match_indices(':').nth(1).map(|(at, _)| at).ok_or_else(shape)?;
    let (name, fields) = body.split_at_checked(colon).ok_or_else(shape)?;
    let fields = fields.strip_prefix(':').ok_or_else(shape)?;
    let known = SCHEMES.iter().find(|scheme| scheme.name == name);
    let Scheme { key, digits, indicator, tail, .. } =
        known.ok_or_else(|| bad(format!("`urn:epc:{name}` is no scheme of GS1")))?;
    // A reference in digits holds no point; text may.
    let tails = match tail {
        Tail::Nothing => 0usize,
        Tail::Pieces | Tail::AnyPieces => 3,
        _ => 1,
    };
    let (prefix, rest) = fields.split_once('.').ok_or_else(shape)?;
    let (reference, tail_text) = match (*digits, tails) {
        (_, 0) => (rest, ""),
        (0, _) => rest.rsplit_once('.').ok_or_else(shape)?,
        _ => rest.split_once('.').ok_or_else(shape)?,
    };
    let numeric = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if !(4..=12).contains(&prefix.len()) || !numeric(prefix) {
        return Err(bad("a company prefix has 4 to 12 digits"));
    }
    let mut value = if *digits == 0 {
        format!("{prefix}{}", decode(reference, false)?)
    } else {
        if prefix.len().saturating_add(reference.len()) != *digits || !numeric(reference) {
            return Err(bad(format!("company prefix and reference have {digits} digits together")));
        }
        let (lead, reference) = reference.split_at_checked(usize::from(*indicator)).ok_or_else(shape)?;
        let zero = if *key == "8003" { "0" } else { "" };
        let plain = format!("{zero}{lead}{prefix}{reference}");
        let check = check_digit(&plain).ok_or_else(shape)?;
        format!("{plain}{check}")
    };
    let mut qualifier = None;
    match tail {
        Tail::Nothing => {}
        Tail::Any if tail_text == "*" => {}
        Tail::Any => return Err(bad("a pattern ends in `*`")),
        Tail::Qualifier("254") if tail_text == "0" => {}
        Tail::Qualifier(ai) => qualifier = Some((*ai, tail_text)),
        Tail::Serial => value.push_str(&decode(tail_text, false)?),
        Tail::Pieces | Tail::AnyPieces => {
            let (piece, rest) = tail_text.split_once('.').ok_or_else(shape)?;
            let (total, serial) = rest.split_once('.').ok_or_else(shape)?;
            value.push_str(piece);
            value.push_str(total);
            match tail {
                Tail::Pieces => qualifier = Some(("21", serial)),
                _ if serial == "*" => {}
                _ => return Err(bad("a pattern ends in `*`")),
            }
        }
    }
    let mut elements = vec![Element::new(key, &value)?];
    if let Some((ai, text)) = qualifier {
        elements.push(Element::new(ai, &decode(text, false)?)?);
    }
    Ok((elements, prefix.into()))
}

/// The elements as an EPC URN, given how many digits the company prefix has: neither a key nor a table here tells that.
///
/// `None` if the key has no scheme, or the number of digits does not fit it.
///
/// # Example
/// ```
/// use emitrace::gs1::{Leniency, read_link, write_epc};
///
/// let elements = read_link("https://id.gs1.org/01/04054739999148/10/20160711", Leniency::default())?;
/// assert_eq!(write_epc(&elements, 7).as_deref(), Some("urn:epc:class:lgtin:4054739.099914.20160711"));
/// # Ok::<(), emitrace::Error>(())
/// ```
pub fn write_epc(elements: &[Element], prefix_digits: usize) -> Option<String> {
    let key = elements.first()?;
    let find = |ai: &str| elements.iter().find(|element| element.ai() == ai).map(Element::value);
    let fits = |scheme: &&Scheme| {
        scheme.key == key.ai()
            && match scheme.tail {
                Tail::Qualifier("254") | Tail::Nothing => true,
                Tail::Qualifier(ai) => find(ai).is_some(),
                Tail::Serial => key.value().len() > if scheme.key == "8003" { 14 } else { 13 },
                Tail::Pieces => find("21").is_some(),
                Tail::Any | Tail::AnyPieces => true,
            }
    };
    let scheme = SCHEMES.iter().find(fits)?;
    let (reference, after) = if scheme.digits == 0 {
        let (prefix, reference) = key.value().split_at_checked(prefix_digits)?;
        let mut out = format!("{prefix}.");
        escape(reference, &mut out);
        (out, "")
    } else {
        let value = if scheme.key == "8003" { key.value().get(1..)? } else { key.value() };
        let (digits, checked) = value.split_at_checked(scheme.digits)?;
        let (lead, digits) = digits.split_at_checked(usize::from(scheme.indicator))?;
        let (prefix, reference) = digits.split_at_checked(prefix_digits)?;
        (format!("{prefix}.{lead}{reference}"), checked.get(1..)?)
    };
    let mut out = format!("urn:epc:{}:{reference}", scheme.name);
    let pieces = |out: &mut String| -> Option<()> {
        let (piece, total) = after.split_at_checked(2)?;
        out.push_str(&format!(".{piece}.{total}."));
        Some(())
    };
    match scheme.tail {
        Tail::Nothing => {}
        Tail::Any => out.push_str(".*"),
        Tail::Qualifier(ai) => {
            out.push('.');
            escape(find(ai).unwrap_or("0"), &mut out);
        }
        Tail::Serial => {
            out.push('.');
            escape(after, &mut out);
        }
        Tail::Pieces => {
            pieces(&mut out)?;
            escape(find("21")?, &mut out);
        }
        Tail::AnyPieces => {
            pieces(&mut out)?;
            out.push('*');
        }
    }
    Some(out)
}

/// Appends a text as a URN writes it: percent signs for what would end it or part it.
fn escape(text: &str, out: &mut String) {
    for letter in text.chars() {
        match letter {
            '"' | '%' | '&' | '/' | '<' | '>' | '?' | '#' => {
                out.push_str(&format!("%{:02X}", u32::from(letter)));
            }
            _ => out.push(letter),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_urn_comes_back_once_its_prefix_is_known() {
        for urn in [
            "urn:epc:id:sgtin:4012345.012345.12",
            "urn:epc:id:sgtin:0614141.812345.6789%2F%26%25%22!%3F()",
            "urn:epc:id:sscc:4012345.0000000333",
            "urn:epc:id:grai:4012345.66666.87",
            "urn:epc:id:giai:4012345.AAbb",
            "urn:epc:id:gsrn:4012345.9876540000",
            "urn:epc:id:gsrnp:4012345.0000098765",
            "urn:epc:id:gdti:4012345.55555.98",
            "urn:epc:id:cpi:4012345.ABC.123",
            "urn:epc:id:sgcn:4012345.99999.44",
            "urn:epc:id:ginc:4012345.333",
            "urn:epc:id:gsin:4012345.999987654",
            "urn:epc:id:itip:4012345.012345.01.02.999",
            "urn:epc:id:upui:4012345.012345.AB12",
            "urn:epc:id:sgln:4012345.00011.987",
            "urn:epc:id:sgln:4012345.00011.0",
            "urn:epc:id:pgln:4012345.00000",
            "urn:epc:class:lgtin:4054739.099914.20160711",
            "urn:epc:idpat:sgtin:4054739.099914.*",
            "urn:epc:idpat:grai:4012345.66666.*",
            "urn:epc:idpat:gdti:4012345.55555.*",
            "urn:epc:idpat:sgcn:4012345.99999.*",
            "urn:epc:idpat:cpi:4012345.ABC.*",
            "urn:epc:idpat:itip:4012345.012345.01.02.*",
        ] {
            let (elements, prefix) = read_epc(urn).unwrap();
            assert_eq!(write_epc(&elements, prefix.len()).as_deref(), Some(urn));
        }
    }

    #[test]
    fn what_no_scheme_says_is_refused() {
        for urn in [
            "urn:epc:id:sgtin:4012345.01234.12",
            "urn:epc:id:sgtin:4012345.012345",
            "urn:epc:id:sgtin:40123A5.012345.1",
            "urn:epc:id:sgtin:4012345.012345.",
            "urn:epc:idpat:sgtin:4012345.012345.7",
            "urn:epc:id:nothing:4012345.012345.7",
            "urn:epc:id",
            "urn:epc:id:itip:4012345.012345.03.02.999",
            "urn:epc:id:sgtin:4012345.012345.%2",
        ] {
            assert_eq!(read_epc(urn).unwrap_err().code(), Code::BadIdentifier, "{urn}");
        }
    }
}
