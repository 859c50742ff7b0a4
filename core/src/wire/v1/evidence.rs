//! Sealed bundles of documents, and proofs of Merkle trees.

use core::fmt;

use serde::{Deserialize, Serialize};

use super::Finding;

/// A document of a bundle; each of its members can be hidden alone.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct BundleDocument {
    /// Its name, once in a bundle, e.g. a lot and what is said of it: `box 17`. Required.
    pub name: String,
    /// The text of a JSON object; of a redacted bundle what is shown of it. Amounts are texts. Required.
    pub document: String,
}

/// Request of the method `bundle.seal`.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct BundleSealRequest {
    /// What is sealed. Required.
    pub documents: Vec<BundleDocument>,
    /// What the bundle is about: identifiers of lots. Required; it cannot be hidden.
    pub subject: Vec<String>,
    /// The bundle that this one replaces, whole or redacted; empty = it is the first.
    pub previous: String,
    /// 32 random bytes as 64 hexadecimal digits, new ones for each bundle; the salts come from them. Keep them secret, or forget
    /// them. Required.
    pub seed: String,
    /// The secret key: a Multikey (`z3u2…`) or 64 hexadecimal digits. Required.
    pub key: String,
    /// When it is sealed: `2027-02-01T08:00:00Z`. Required.
    pub created: String,
}

/// Answer of the method `bundle.seal`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BundleSealAnswer {
    /// The bundle, as canonical JSON.
    pub bundle: String,
    /// The key that checks it, as a Multikey.
    pub public_key: String,
    /// SHA-256 of what is signed: the name by which the next bundle follows this one. Hiding does not change it.
    pub digest: String,
    /// Members of all documents.
    pub leaves: u64,
}

/// Members of documents of a bundle.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct BundlePart {
    /// The document; empty = every one.
    pub document: String,
    /// The member; empty = all of them.
    pub member: String,
}

/// Request of the method `bundle.redact`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct BundleRedactRequest {
    /// The bundle. Required.
    pub bundle: String,
    /// What is hidden.
    pub hide: Vec<BundlePart>,
}

/// Answer of the method `bundle.redact`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BundleRedactAnswer {
    /// The bundle without what is hidden, as canonical JSON.
    pub bundle: String,
    /// Members that it still shows.
    pub shown: u64,
    /// Members that it hides.
    pub hidden: u64,
}

/// Request of the method `bundle.verify`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct BundleVerifyRequest {
    /// The bundle. Required.
    pub bundle: String,
    /// The key that it must be sealed with: a Multikey (`z6Mk…`), a `did:key` or 64 hexadecimal digits; empty = the one that the
    /// bundle names.
    pub key: String,
    /// Bundles before it, the oldest first, without a gap.
    pub earlier: Vec<String>,
}

/// Answer of the method `bundle.verify`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BundleVerifyAnswer {
    /// Whether all that is shown is what was sealed, and each bundle follows the one before it.
    pub holds: bool,
    /// The key that it is sealed with, as a Multikey; empty if the seal does not hold.
    pub public_key: String,
    /// Whether that key was given, and not only named by the bundle itself.
    pub key_given: bool,
    /// When it was sealed, as its author says.
    pub created: String,
    /// SHA-256 of what is signed.
    pub digest: String,
    /// The digest of the bundle before it; empty for the first.
    pub previous: String,
    /// What it is about; empty if it does not hold.
    pub subject: Vec<String>,
    /// Members of all documents.
    pub leaves: u64,
    /// Those that are shown.
    pub shown: u64,
    /// Those that are hidden.
    pub hidden: u64,
    /// What is shown; empty if the bundle does not hold.
    pub documents: Vec<BundleDocument>,
    /// What is wrong, with its place.
    pub findings: Vec<Finding>,
}

/// That a leaf is in a tree.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct MerkleInclusion {
    /// Its place, from 0.
    pub index: u64,
    /// Leaves of the tree.
    pub size: u64,
    /// Its hash.
    pub leaf: String,
    /// The hashes beside the way up.
    pub path: Vec<String>,
    /// The root of the tree.
    pub root: String,
}

/// That a tree continues an earlier one.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct MerkleConsistency {
    /// Leaves of the earlier tree.
    pub earlier_size: u64,
    /// Its root.
    pub earlier_root: String,
    /// Leaves of the tree.
    pub size: u64,
    /// Its root.
    pub root: String,
    /// The hashes that lead from one to the other.
    pub path: Vec<String>,
}

/// Request of the method `merkle.check`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct MerkleCheckRequest {
    /// Leaves and their trees.
    pub inclusion: Vec<MerkleInclusion>,
    /// Trees and earlier ones.
    pub consistency: Vec<MerkleConsistency>,
}

/// Answer of the method `merkle.check`: whether each proof holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MerkleCheckAnswer {
    /// In the order of the request.
    pub inclusion: Vec<bool>,
    /// In the order of the request.
    pub consistency: Vec<bool>,
}

/// Request of the method `merkle.tree`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct MerkleTreeRequest {
    /// Hashes of leaves: 64 hexadecimal digits in small letters.
    pub leaves: Vec<String>,
    /// The leaf whose proof is wanted.
    pub index: Option<u64>,
    /// The number of first leaves whose tree this one continues.
    pub earlier_size: Option<u64>,
}

/// Answer of the method `merkle.tree`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MerkleTreeAnswer {
    /// The root.
    pub root: String,
    /// The path of the leaf.
    pub inclusion: Vec<String>,
    /// The path from the earlier tree.
    pub consistency: Vec<String>,
}

/// Key and seed are not shown.
impl fmt::Debug for BundleSealRequest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("BundleSealRequest").finish_non_exhaustive()
    }
}
