//! The method that reads identifiers.

use crate::error::{Code, Error, Severity};
use crate::factor::Catalog;
use crate::gs1::{Aliases, Identifier, Kind, Leniency, Reading, STEM};
use crate::wire::v1::{self, PathFinding, canonical, read_json};

/// Identifiers in their one form, with everything that they say.
pub(super) fn identify(_: &Catalog, request: &str) -> Result<String, Error> {
    let request: v1::IdentifyRequest = read_json(request)?;
    let reading = reading(request.allow.as_deref())?;
    for (index, prefix) in request.company_prefixes.iter().enumerate() {
        if !(4..=12).contains(&prefix.len()) || !prefix.bytes().all(|byte| byte.is_ascii_digit()) {
            let message = format!("`{prefix}` is no company prefix: 4 to 12 digits");
            return Err(Error::new(Code::BadIdentifier, message).at(format!("/company_prefixes/{index}")));
        }
    }
    let stem = if request.stem.is_empty() { STEM } else { &request.stem };
    let mut findings = Vec::new();
    let mut read = |text: &v1::IdentifierText, path: String| {
        let kind = Some(&*text.kind).filter(|kind| !kind.is_empty()).map(Kind::parse).transpose();
        let kind = kind.map_err(|error| error.at(format!("{path}/kind")));
        let identifier = kind.and_then(|kind| {
            let identifier = Identifier::read_as(&text.text, kind, reading);
            identifier.map_err(|error| error.at(format!("{path}/text")))
        });
        let identifier = identifier.map_err(|error| findings.push(finding(&error, &text.text))).ok()?;
        Some(identifier.with_company_prefixes(&request.company_prefixes))
    };
    let mut aliases = Aliases::default();
    let mut conflicts = Vec::new();
    for (index, alias) in request.aliases.iter().enumerate() {
        let from = read(&alias.identifier, format!("/aliases/{index}/identifier"));
        let to = read(&alias.same_as, format!("/aliases/{index}/same_as"));
        if let (Some(from), Some(to)) = (from, to)
            && let Err(error) = aliases.add(from.canonical(), to.canonical())
        {
            conflicts.push(finding(&error.at(format!("/aliases/{index}")), from.canonical()));
        }
    }
    let mut identifiers = Vec::new();
    let mut local = Vec::new();
    for (index, text) in request.identifiers.iter().enumerate() {
        let path = format!("/identifiers/{index}");
        let identifier = read(text, path.clone());
        if let Some(identifier) = identifier.as_ref().filter(|identifier| !identifier.is_globally_unique()) {
            let message = "the identifier means this thing only where it was given";
            let told =
                finding(&Error::new(Code::NotGloballyUnique, message).at(format!("{path}/text")), &text.text);
            if aliases.resolve(identifier.canonical()) == identifier.canonical() {
                local.push(PathFinding { severity: Severity::Warning.as_str().into(), ..told });
            }
        }
        let identifier = identifier.map(|identifier| told(&identifier, &aliases, stem));
        identifiers.push(v1::IdentifierRead { text: text.text.clone(), identifier });
    }
    findings.extend(conflicts);
    findings.extend(local);
    canonical(&v1::IdentifyAnswer { identifiers, findings })
}

/// What may be read beside the present standard.
fn reading(allow: Option<&[String]>) -> Result<Reading, Error> {
    let Some(allow) = allow else { return Ok(Reading::default()) };
    let mut reading = Reading { links: Leniency::default(), part_of_marking: false };
    for (index, word) in allow.iter().enumerate() {
        let allowed = match word.as_str() {
            "short_gtin" => &mut reading.links.short_gtin,
            "names" => &mut reading.links.names,
            "unknown_attributes" => &mut reading.links.unknown_attributes,
            "part_of_marking" => &mut reading.part_of_marking,
            other => {
                return Err(Error::new(
                    Code::UnknownValue,
                    format!("`{other}` is nothing that can be allowed"),
                )
                .with_help("use short_gtin, names, unknown_attributes, part_of_marking")
                .at(format!("/allow/{index}")));
            }
        };
        *allowed = true;
    }
    Ok(reading)
}

fn finding(error: &Error, value: &str) -> PathFinding {
    let severity = Severity::Error;
    PathFinding {
        path: error.path().into(),
        severity: severity.as_str().into(),
        code: error.code().as_str().into(),
        value: value.chars().take(80).collect(),
        message: error.message().into(),
        help: error.help().into(),
    }
}

fn told(identifier: &Identifier, aliases: &Aliases, stem: &str) -> v1::Identified {
    let (prefix, says) = identifier.prefix().map_or(("", ""), |(digits, says)| (digits, says.as_str()));
    let element = |element: &crate::gs1::Element| v1::ElementText {
        ai: element.ai().into(),
        title: element.title().into(),
        value: element.value().into(),
    };
    v1::Identified {
        form: identifier.form().as_str().into(),
        canonical: identifier.canonical().into(),
        same_as: aliases.resolve(identifier.canonical()).into(),
        elements: identifier.elements().iter().map(element).collect(),
        globally_unique: identifier.is_globally_unique(),
        prefix: prefix.into(),
        prefix_says: says.into(),
        company_prefix: identifier.company_prefix().map(Into::into),
        epc_urn: identifier.epc_urn(),
        digital_link: identifier.digital_link(stem),
        element_string: identifier.bracketed(),
        scanned: identifier.scanned(),
    }
}
