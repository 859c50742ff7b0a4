//! Checking: form, leaves, root, signature, and the bundles before; every fault is told with its place.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use super::leaf::{Leaf, hash_of, hex, salt_of};
use super::merkle::{Hash, root};
use super::{ALGORITHM, VERSION};
use crate::error::{Code, Error, Finding, Position, Severity};
use crate::seal::{self, PublicKey};
use crate::wire::v1::{self, canonical, read_tree};

/// Members of a bundle, and whether the signature is over them.
const MEMBERS: [(&str, bool); 7] = [
    ("alg", true),
    ("entries", false),
    ("prev", true),
    ("proof", true),
    ("subject", true),
    ("tree", true),
    ("v", true),
];

/// Checks a bundle, and the earlier ones that it follows, the oldest first.
///
/// Documents are handed out only of a bundle that holds. That it holds says that what is shown is what was sealed with the key; whose key
/// it is, the caller has to know.
///
/// # Method
/// M-210 (leaves and root), M-212 (signature), M-213 (the bundles before).
///
/// # Errors
/// `BAD_JSON` for text that is no JSON or repeats a key, `BAD_KEY` for a key that is none. Everything else is a finding.
pub fn verify(request: &v1::BundleVerifyRequest) -> Result<v1::BundleVerifyAnswer, Error> {
    let key = match request.key.as_str() {
        "" => None,
        text => Some(PublicKey::parse(text).map_err(|error| error.at("/key"))?),
    };
    let read = |text: &str, path: &str| {
        read_tree(text).map_err(|error| {
            let inner = format!("{path}{}", error.path());
            error.at(inner)
        })
    };
    let mut findings = Vec::new();
    let mut before: Option<Checked> = None;
    for (at, text) in request.earlier.iter().enumerate() {
        let path = format!("/earlier/{at}");
        let checked = Check::of(&read(text, &path)?, &path, key.as_ref(), &mut findings);
        follows(before.as_ref(), &checked, &path, &mut findings);
        before = Some(checked);
    }
    let checked = Check::of(&read(&request.bundle, "/bundle")?, "/bundle", key.as_ref(), &mut findings);
    if !request.earlier.is_empty() {
        follows(before.as_ref(), &checked, "/bundle", &mut findings);
    }
    let holds = !findings.iter().any(|finding| finding.severity == Severity::Error);
    let documents = if holds { documents(&checked.leaves)? } else { Vec::new() };
    let count = |size: usize| u64::try_from(size).unwrap_or(u64::MAX);
    Ok(v1::BundleVerifyAnswer {
        holds,
        public_key: checked.key,
        key_given: key.is_some(),
        created: checked.created,
        digest: checked.digest,
        previous: checked.previous,
        subject: if holds { checked.subject } else { Vec::new() },
        leaves: count(checked.entries),
        shown: count(checked.leaves.len()),
        hidden: count(checked.entries.saturating_sub(checked.leaves.len())),
        documents,
        findings: findings.iter().map(v1::Finding::from).collect(),
    })
}

/// What was found in one bundle.
#[derive(Default)]
struct Checked {
    key: String,
    created: String,
    digest: String,
    previous: String,
    subject: Vec<String>,
    entries: usize,
    leaves: Vec<Leaf>,
}

/// A bundle names the one before it by the hash of its head.
fn follows(before: Option<&Checked>, own: &Checked, path: &str, findings: &mut Vec<Finding>) {
    let Some(before) = before else { return };
    if own.previous != before.digest {
        let message = match own.previous.as_str() {
            "" => "the bundle names none before it".to_owned(),
            other => format!("the bundle follows {other}, not the one that is given before it"),
        };
        let place = Position::new(0, 0, format!("{path}/prev"));
        findings.push(Finding::new(Severity::Error, Code::ChainBroken, place, &own.previous, message));
    }
    if own.key != before.key {
        let message = "the bundle is sealed with another key than the one before it";
        let place = Position::new(0, 0, format!("{path}/proof"));
        findings.push(Finding::new(Severity::Warning, Code::KeyNotTrusted, place, &own.key, message));
    }
}

/// The documents of shown leaves, as far as they are shown.
fn documents(leaves: &[Leaf]) -> Result<Vec<v1::BundleDocument>, Error> {
    let mut order: Vec<&str> = Vec::new();
    let mut members: BTreeMap<&str, Map<String, Value>> = BTreeMap::new();
    for leaf in leaves {
        let of = members.entry(&leaf.document).or_insert_with(|| {
            order.push(&leaf.document);
            Map::new()
        });
        of.insert(leaf.member.clone(), leaf.value.clone());
    }
    let document = |name: &str| {
        let document = canonical(&members.get(name))?;
        Ok(v1::BundleDocument { name: name.to_owned(), document })
    };
    order.into_iter().map(document).collect()
}

/// Reads one bundle and tells all its faults.
struct Check<'f> {
    path: &'f str,
    findings: &'f mut Vec<Finding>,
}

impl Check<'_> {
    fn of(bundle: &Value, path: &str, key: Option<&PublicKey>, findings: &mut Vec<Finding>) -> Checked {
        let mut check = Check { path, findings };
        let Some(bundle) = bundle.as_object() else {
            check.tell(Code::BadBundle, "", "", "a bundle is a JSON object");
            return Checked::default();
        };
        check.form(bundle);
        let (leaves, hashes) = check.entries(bundle);
        check.tree(bundle, &hashes);
        let mut checked = Checked {
            previous: bundle.get("prev").and_then(Value::as_str).unwrap_or_default().to_owned(),
            subject: texts(bundle.get("subject")).unwrap_or_default(),
            entries: hashes.len(),
            leaves,
            ..Checked::default()
        };
        check.signature(bundle, key, &mut checked);
        checked
    }

    fn tell(&mut self, code: Code, path: &str, value: &str, message: impl Into<Box<str>>) {
        let place = Position::new(0, 0, format!("{}{path}", self.path));
        self.findings.push(Finding::new(Severity::Error, code, place, value, message));
    }

    /// Members that a bundle has, and no others.
    fn form(&mut self, bundle: &Map<String, Value>) {
        for (name, _) in MEMBERS {
            if !bundle.contains_key(name) {
                self.tell(Code::BadBundle, &format!("/{name}"), "", format!("the bundle has no `{name}`"));
            }
        }
        for name in bundle.keys().filter(|name| !MEMBERS.iter().any(|(known, _)| known == name)) {
            self.tell(Code::BadBundle, &format!("/{name}"), "", format!("a bundle has no member `{name}`"));
        }
        if bundle.get("v").is_some_and(|v| v.as_u64() != Some(VERSION)) {
            self.tell(Code::BadBundle, "/v", "", format!("only version {VERSION} of bundles is known"));
        }
        if bundle.get("alg").is_some_and(|alg| alg.as_str() != Some(ALGORITHM)) {
            self.tell(Code::BadBundle, "/alg", "", format!("only `{ALGORITHM}` is known"));
        }
        if bundle
            .get("subject")
            .is_some_and(|subject| texts(Some(subject)).is_none_or(|list| list.is_empty()))
        {
            self.tell(Code::BadBundle, "/subject", "", "the subject is a list of texts");
        }
        let hash = |value: &Value| value.as_str().is_some_and(|text| hash_of(text).is_some());
        if bundle.get("prev").is_some_and(|prev| !prev.is_null() && !hash(prev)) {
            self.tell(Code::BadBundle, "/prev", "", "the bundle before is named by its hash, or by null");
        }
    }

    /// The leaves that are shown, and the hashes of all.
    fn entries(&mut self, bundle: &Map<String, Value>) -> (Vec<Leaf>, Vec<Hash>) {
        let (mut leaves, mut hashes): (Vec<Leaf>, Vec<Hash>) = (Vec::new(), Vec::new());
        let Some(entries) = bundle.get("entries").and_then(Value::as_array) else {
            if bundle.contains_key("entries") {
                self.tell(Code::BadBundle, "/entries", "", "the entries are a list");
            }
            return (leaves, hashes);
        };
        let mut seen = BTreeMap::new();
        for (at, entry) in entries.iter().enumerate() {
            let path = format!("/entries/{at}");
            let Some(entry) = entry.as_object() else {
                self.tell(Code::BadBundle, &path, "", "an entry is an object");
                continue;
            };
            let number = entry.get("i").and_then(Value::as_u64);
            if number.is_none_or(|number| usize::try_from(number).ok() != Some(at)) {
                let message =
                    format!("the entry in place {at} is not numbered so: one is missing, doubled or moved");
                self.tell(Code::BadBundle, &format!("{path}/i"), "", message);
            }
            for name in entry.keys().filter(|name| !["doc", "i", "leaf", "salt"].contains(&name.as_str())) {
                let message = format!("an entry has no member `{name}`");
                self.tell(Code::BadBundle, &format!("{path}/{name}"), "", message);
            }
            let text = entry.get("leaf").and_then(Value::as_str).unwrap_or_default();
            let Some(hash) = hash_of(text) else {
                let message = "the entry has no hash of 64 hexadecimal digits, in small letters";
                self.tell(Code::BadBundle, &format!("{path}/leaf"), text, message);
                continue;
            };
            hashes.push(hash);
            if let Some(leaf) = self.leaf(entry, &path, &hash) {
                if let Some(first) = seen.insert((leaf.document.clone(), leaf.member.clone()), at) {
                    let message =
                        format!("`{}` of `{}` stands in entry {first} already", leaf.member, leaf.document);
                    self.tell(Code::BadBundle, &format!("{path}/doc"), "", message);
                }
                leaves.push(leaf);
            }
        }
        (leaves, hashes)
    }

    /// What an entry shows, if it shows something and is what was hashed.
    fn leaf(&mut self, entry: &Map<String, Value>, path: &str, hash: &Hash) -> Option<Leaf> {
        let (shown, salt) = match (entry.get("doc"), entry.get("salt")) {
            (None, None) => return None,
            (Some(shown), Some(salt)) => (shown, salt),
            (shown, _) => {
                let (is, lacks) = if shown.is_some() { ("doc", "salt") } else { ("salt", "doc") };
                self.tell(Code::BadBundle, path, "", format!("the entry has `{is}` without `{lacks}`"));
                return None;
            }
        };
        let Some(leaf) = shown.as_object().and_then(Leaf::read) else {
            let message = "an entry shows `document`, `member` and `value`, nothing else";
            self.tell(Code::BadBundle, &format!("{path}/doc"), "", message);
            return None;
        };
        let text = salt.as_str().unwrap_or_default();
        let Some(salt) = salt_of(text) else {
            self.tell(Code::BadBundle, &format!("{path}/salt"), text, "a salt is 16 bytes in base 64");
            return None;
        };
        if leaf.hash(&salt).ok().as_ref() != Some(hash) {
            let message = format!(
                "`{}` of `{}` is not what was sealed: entry, salt or hash was changed",
                leaf.member, leaf.document
            );
            self.tell(Code::LeafBroken, &format!("{path}/doc"), "", message);
            return None;
        }
        Some(leaf)
    }

    fn tree(&mut self, bundle: &Map<String, Value>, hashes: &[Hash]) {
        let Some(tree) = bundle.get("tree") else { return };
        let size = tree.get("size").and_then(Value::as_u64);
        let stated = tree.get("root").and_then(Value::as_str).unwrap_or_default();
        if tree.as_object().is_none_or(|tree| tree.len() != 2) || size.is_none() || hash_of(stated).is_none()
        {
            self.tell(Code::BadBundle, "/tree", "", "the tree has its `size` and its `root`, a hash");
            return;
        }
        if size.and_then(|size| usize::try_from(size).ok()) != Some(hashes.len()) {
            let message =
                format!("the tree has {} leaves, the bundle {} entries", size.unwrap_or(0), hashes.len());
            self.tell(Code::TreeBroken, "/tree/size", "", message);
        } else if hash_of(stated) != Some(root(hashes)) {
            let message =
                format!("the hashes of the entries make the root {}, not the sealed one", hex(&root(hashes)));
            self.tell(Code::TreeBroken, "/tree/root", stated, message);
        }
    }

    fn signature(&mut self, bundle: &Map<String, Value>, key: Option<&PublicKey>, checked: &mut Checked) {
        let signed = |name: &str| MEMBERS.iter().any(|(known, signed)| *known == name && *signed);
        let head: Map<String, Value> = bundle
            .iter()
            .filter(|(name, _)| signed(name))
            .map(|(name, value)| (name.clone(), value.clone()))
            .collect();
        let head = Value::Object(head);
        if let Ok(digest) = seal::digest(&head) {
            checked.digest = digest;
        }
        match seal::verify(&head, key) {
            Ok(verified) => {
                checked.key = verified.key.multikey();
                checked.created = verified.created;
            }
            Err(error) => self.tell(error.code(), "/proof", "", error.message()),
        }
    }
}

fn texts(value: Option<&Value>) -> Option<Vec<String>> {
    value?.as_array()?.iter().map(|item| item.as_str().map(str::to_owned)).collect()
}
