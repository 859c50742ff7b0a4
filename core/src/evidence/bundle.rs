//! Sealing: documents to leaves, leaves to a root, the root under one signature.

use std::collections::BTreeSet;

use serde_json::{Map, Value};

use super::leaf::{Leaf, Seed, hex, salt_text};
use super::merkle;
use super::{ALGORITHM, VERSION};
use crate::error::{Code, Error};
use crate::seal::{self, SecretKey};
use crate::wire::v1::{self, canonical, read_tree};

/// Seals documents into a bundle.
///
/// # Method
/// M-210 (tree), M-211 (salts), M-212 (signature), M-213 (the bundle before).
///
/// # Errors
/// `MISSING_VALUE` without documents, subject or names; `BAD_BUNDLE` for a document that is no object, has no members, or is named
/// twice, and for a bundle before that cannot be read; `BAD_SEAL` for numbers that are not whole; `BAD_KEY`, `BAD_DATE`.
///
/// # Example
/// ```
/// use emitrace::evidence::{redact, seal, verify};
/// use emitrace::wire::v1::{BundleDocument, BundlePart, BundleRedactRequest, BundleSealRequest, BundleVerifyRequest};
///
/// let request = BundleSealRequest {
///     documents: vec![BundleDocument {
///         name: "box 17".into(),
///         document: r#"{"carbon_kg_co2e":"41.2","supplier":"Thép Bình Nguyên"}"#.into(),
///     }],
///     subject: vec!["box 17".into()],
///     seed: "5a".repeat(32),
///     key: "07".repeat(32),
///     created: "2027-02-01T08:00:00Z".into(),
///     ..Default::default()
/// };
/// let bundle = seal(&request)?.bundle;
/// let hide = vec![BundlePart { document: "box 17".into(), member: "supplier".into() }];
/// let redacted = redact(&BundleRedactRequest { bundle, hide })?.bundle;
/// let answer = verify(&BundleVerifyRequest { bundle: redacted, ..Default::default() })?;
/// assert!(answer.holds);
/// assert_eq!(answer.documents[0].document, r#"{"carbon_kg_co2e":"41.2"}"#);
/// # Ok::<(), emitrace::Error>(())
/// ```
pub fn seal(request: &v1::BundleSealRequest) -> Result<v1::BundleSealAnswer, Error> {
    let missing = |what: &str, path: &str| {
        Error::new(Code::MissingValue, format!("{what} is missing")).at(path.to_owned())
    };
    if request.subject.is_empty() {
        return Err(missing("what the bundle is about", "/subject"));
    }
    let leaves = leaves(&request.documents)?;
    if leaves.is_empty() {
        return Err(missing("the document to be sealed", "/documents"));
    }
    let seed = Seed::parse(&request.seed).map_err(|error| error.at("/seed"))?;
    let key = SecretKey::parse(&request.key).map_err(|error| error.at("/key"))?;
    let (mut entries, mut hashes) = (Vec::with_capacity(leaves.len()), Vec::with_capacity(leaves.len()));
    for (number, leaf) in (0u64..).zip(&leaves) {
        let salt = seed.salt(number);
        let hash = leaf.hash(&salt).map_err(|error| {
            let path = format!("/documents, `{}`, member `{}`", leaf.document, leaf.member);
            error.at(path)
        })?;
        let mut entry = Map::new();
        entry.insert("i".into(), number.into());
        entry.insert("leaf".into(), hex(&hash).into());
        entry.insert("salt".into(), salt_text(&salt).into());
        entry.insert("doc".into(), Value::Object(leaf.shown()));
        entries.push(Value::Object(entry));
        hashes.push(hash);
    }
    let head = Value::Object(head(request, &hashes)?);
    let signed = seal::sign(&head, &key, &request.created).map_err(|error| {
        let path = if error.code() == Code::BadDate { "/created" } else { "/subject" };
        error.at(path)
    })?;
    let digest = seal::digest(&signed)?;
    let Value::Object(mut bundle) = signed else {
        return Err(Error::new(Code::Internal, "a sealed object is no object"));
    };
    bundle.insert("entries".into(), Value::Array(entries));
    Ok(v1::BundleSealAnswer {
        bundle: canonical(&bundle)?,
        public_key: key.public().multikey(),
        digest,
        leaves: u64::try_from(leaves.len()).unwrap_or(u64::MAX),
    })
}

/// What is signed: everything but the entries, to which the root commits.
fn head(request: &v1::BundleSealRequest, hashes: &[merkle::Hash]) -> Result<Map<String, Value>, Error> {
    let mut tree = Map::new();
    tree.insert("size".into(), hashes.len().into());
    tree.insert("root".into(), hex(&merkle::root(hashes)).into());
    let mut head = Map::new();
    head.insert("v".into(), VERSION.into());
    head.insert("alg".into(), ALGORITHM.into());
    head.insert("subject".into(), request.subject.iter().map(String::as_str).collect::<Value>());
    head.insert("tree".into(), Value::Object(tree));
    head.insert("prev".into(), previous(&request.previous)?);
    Ok(head)
}

/// SHA-256 of the head of the bundle that this one replaces; of one that holds, or nothing could follow it.
fn previous(text: &str) -> Result<Value, Error> {
    if text.is_empty() {
        return Ok(Value::Null);
    }
    let request = v1::BundleVerifyRequest { bundle: text.to_owned(), ..v1::BundleVerifyRequest::default() };
    let answer = super::verify(&request).map_err(|error| error.at("/previous"))?;
    match answer.findings.iter().find(|finding| finding.severity == "error") {
        None => Ok(answer.digest.into()),
        Some(finding) => {
            let message = format!("the bundle before does not hold: {}", finding.message);
            Err(Error::new(Code::BadBundle, message).at("/previous"))
        }
    }
}

fn leaves(documents: &[v1::BundleDocument]) -> Result<Vec<Leaf>, Error> {
    let (mut leaves, mut names) = (Vec::new(), BTreeSet::new());
    for (at, given) in documents.iter().enumerate() {
        let bad = |field: &str, message: String| {
            Error::new(Code::BadBundle, message).at(format!("/documents/{at}/{field}"))
        };
        if given.name.trim().is_empty() {
            return Err(Error::new(Code::MissingValue, "the document has no name")
                .at(format!("/documents/{at}/name")));
        }
        if !names.insert(&given.name) {
            return Err(bad("name", format!("two documents are called `{}`", given.name)));
        }
        let document = read_tree(&given.document).map_err(|error| {
            let path = format!("/documents/{at}/document{}", error.path());
            error.at(path)
        })?;
        let Value::Object(members) = document else {
            return Err(bad("document", format!("`{}` is no JSON object", given.name)));
        };
        if members.is_empty() {
            return Err(bad("document", format!("`{}` says nothing", given.name)));
        }
        leaves.extend(members.into_iter().map(|(member, value)| Leaf {
            document: given.name.clone(),
            member,
            value,
        }));
    }
    Ok(leaves)
}
