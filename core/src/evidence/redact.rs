//! Hiding: an entry keeps its hash and loses what it says.

use serde_json::Value;

use super::leaf::Leaf;
use crate::error::{Code, Error};
use crate::wire::v1::{self, canonical, read_tree};

/// Hides members of documents; the seal of what stays shown still holds.
///
/// # Method
/// M-212: salt and document of an entry are taken out, its hash stays.
///
/// # Errors
/// `BAD_BUNDLE` for a bundle that does not hold, with its first fault; `UNKNOWN_VALUE` for a part that is not shown in it: who
/// hides something must not believe it hidden when it is not.
pub fn redact(request: &v1::BundleRedactRequest) -> Result<v1::BundleRedactAnswer, Error> {
    let check =
        v1::BundleVerifyRequest { bundle: request.bundle.clone(), ..v1::BundleVerifyRequest::default() };
    let answer = super::verify(&check)?;
    if let Some(fault) = answer.findings.iter().find(|finding| finding.severity == "error") {
        let message = format!("the bundle does not hold: {}", fault.message);
        return Err(Error::new(Code::BadBundle, message).at("/bundle"));
    }
    let mut bundle = read_tree(&request.bundle).map_err(|error| error.at("/bundle"))?;
    let mut used = vec![false; request.hide.len()];
    let (mut shown, mut hidden) = (0u64, 0u64);
    let entries = bundle.get_mut("entries").and_then(Value::as_array_mut);
    for entry in entries.into_iter().flatten().filter_map(Value::as_object_mut) {
        let Some(leaf) = entry.get("doc").and_then(Value::as_object).and_then(Leaf::read) else {
            hidden = hidden.saturating_add(1);
            continue;
        };
        let mut hide = false;
        for (part, used) in request.hide.iter().zip(&mut used) {
            let fits = |wanted: &str, own: &str| wanted.is_empty() || wanted == own;
            if fits(&part.document, &leaf.document) && fits(&part.member, &leaf.member) {
                (hide, *used) = (true, true);
            }
        }
        if hide {
            entry.remove("doc");
            entry.remove("salt");
            hidden = hidden.saturating_add(1);
        } else {
            shown = shown.saturating_add(1);
        }
    }
    if let Some(at) = used.iter().position(|used| !used) {
        let part = request.hide.get(at).cloned().unwrap_or_default();
        let message = match (part.document.as_str(), part.member.as_str()) {
            (document, "") => format!("the bundle shows no document `{document}`"),
            ("", member) => format!("no document of the bundle shows a member `{member}`"),
            (document, member) => format!("the bundle shows no member `{member}` of `{document}`"),
        };
        return Err(Error::new(Code::UnknownValue, message)
            .with_help("write document and member as the bundle does; nothing was hidden")
            .at(format!("/hide/{at}")));
    }
    Ok(v1::BundleRedactAnswer { bundle: canonical(&bundle)?, shown, hidden })
}
