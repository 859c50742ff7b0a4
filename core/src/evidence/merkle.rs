//! Merkle trees of RFC 6962: root, proof that a leaf is in a tree, proof that a tree continues an earlier one.

use sha2::{Digest, Sha256};

use super::leaf::{hash_of, hex};
use crate::error::{Code, Error};
use crate::wire::v1;

pub(super) type Hash = [u8; 32];

/// What stands before the two halves of a node, so that no node can be taken for a leaf.
const NODE: u8 = 1;

fn node(left: &Hash, right: &Hash) -> Hash {
    Sha256::new().chain_update([NODE]).chain_update(left).chain_update(right).finalize().into()
}

/// The root of leaves; that of none is the hash of nothing.
///
/// # Method
/// M-210; RFC 6962, section 2.1. Pairs are joined level by level, a last one without partner goes up as it is: the same tree.
pub(super) fn root(leaves: &[Hash]) -> Hash {
    let mut level = leaves.to_vec();
    while level.len() > 1 {
        level = level.chunks(2).map(joined).collect();
    }
    level.first().copied().unwrap_or_else(|| Sha256::digest([]).into())
}

fn joined(pair: &[Hash]) -> Hash {
    match pair {
        [left, right] => node(left, right),
        [alone, ..] => *alone,
        [] => Hash::default(),
    }
}

/// The largest power of two below a size of two or more.
fn split(size: usize) -> usize {
    1usize.checked_shl(size.saturating_sub(1).checked_ilog2().unwrap_or(0)).unwrap_or(1)
}

/// The hashes beside the way from a leaf up to the root (RFC 6962, section 2.1.1).
fn inclusion_path(leaves: &[Hash], index: usize) -> Vec<Hash> {
    if leaves.len() < 2 {
        return Vec::new();
    }
    let middle = split(leaves.len());
    let (left, right) = leaves.split_at(middle);
    let (mut path, beside) = match index.checked_sub(middle) {
        None => (inclusion_path(left, index), root(right)),
        Some(index) => (inclusion_path(right, index), root(left)),
    };
    path.push(beside);
    path
}

/// The hashes that lead from the root of the first leaves to that of all (RFC 6962, section 2.1.2).
fn consistency_path(leaves: &[Hash], first: usize, whole: bool) -> Vec<Hash> {
    if first == leaves.len() {
        return if whole { Vec::new() } else { vec![root(leaves)] };
    }
    let middle = split(leaves.len());
    let (left, right) = leaves.split_at(middle);
    let (mut path, beside) = if first <= middle {
        (consistency_path(left, first, whole), root(right))
    } else {
        (consistency_path(right, first.saturating_sub(middle), false), root(left))
    };
    path.push(beside);
    path
}

/// Whether a leaf is in a tree (RFC 9162, section 2.1.3.2).
fn includes(index: u64, size: u64, leaf: Hash, path: &[Hash], root: Hash) -> bool {
    if index >= size {
        return false;
    }
    let (mut at, mut last, mut hash) = (index, size.saturating_sub(1), leaf);
    for beside in path {
        if last == 0 {
            return false;
        }
        if at & 1 == 1 || at == last {
            hash = node(beside, &hash);
            while at & 1 == 0 && at != 0 {
                (at, last) = (at >> 1, last >> 1);
            }
        } else {
            hash = node(&hash, beside);
        }
        (at, last) = (at >> 1, last >> 1);
    }
    last == 0 && hash == root
}

/// Whether a tree continues an earlier one (RFC 9162, section 2.1.4.2).
fn continues((first, earlier): (u64, Hash), (second, later): (u64, Hash), path: &[Hash]) -> bool {
    if first == 0 || first > second {
        return false;
    }
    if first == second {
        return path.is_empty() && earlier == later;
    }
    // The root of a whole tree is not repeated in the path.
    let own = first.is_power_of_two().then_some(earlier);
    let mut path = own.into_iter().chain(path.iter().copied());
    let Some(start) = path.next() else { return false };
    let (mut at, mut last) = (first.saturating_sub(1), second.saturating_sub(1));
    while at & 1 == 1 {
        (at, last) = (at >> 1, last >> 1);
    }
    let (mut of_first, mut of_second) = (start, start);
    for beside in path {
        if last == 0 {
            return false;
        }
        if at & 1 == 1 || at == last {
            of_first = node(&beside, &of_first);
            of_second = node(&beside, &of_second);
            while at & 1 == 0 && at != 0 {
                (at, last) = (at >> 1, last >> 1);
            }
        } else {
            of_second = node(&of_second, &beside);
        }
        (at, last) = (at >> 1, last >> 1);
    }
    last == 0 && of_first == earlier && of_second == later
}

/// Checks proofs of Merkle trees: that leaves are in them, and that they continue earlier ones.
///
/// A hash that is none, or of another length, makes a proof that does not hold.
///
/// # Method
/// M-210; RFC 9162, sections 2.1.3.2 and 2.1.4.2.
///
/// # Example
/// ```
/// use emitrace::wire::v1::{MerkleCheckRequest, MerkleInclusion};
///
/// let only = "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d".to_owned();
/// let proof = MerkleInclusion { index: 0, size: 1, leaf: only.clone(), path: Vec::new(), root: only };
/// let answer = emitrace::evidence::check(&MerkleCheckRequest { inclusion: vec![proof], ..Default::default() });
/// assert_eq!(answer.inclusion, [true]);
/// ```
pub fn check(request: &v1::MerkleCheckRequest) -> v1::MerkleCheckAnswer {
    let hashes = |path: &[String]| path.iter().map(|text| hash_of(text)).collect::<Option<Vec<Hash>>>();
    let inclusion = |proof: &v1::MerkleInclusion| {
        let (leaf, root, path) = (hash_of(&proof.leaf)?, hash_of(&proof.root)?, hashes(&proof.path)?);
        Some(includes(proof.index, proof.size, leaf, &path, root))
    };
    let consistency = |proof: &v1::MerkleConsistency| {
        let earlier = (proof.earlier_size, hash_of(&proof.earlier_root)?);
        Some(continues(earlier, (proof.size, hash_of(&proof.root)?), &hashes(&proof.path)?))
    };
    v1::MerkleCheckAnswer {
        inclusion: request.inclusion.iter().map(|proof| inclusion(proof).unwrap_or(false)).collect(),
        consistency: request.consistency.iter().map(|proof| consistency(proof).unwrap_or(false)).collect(),
    }
}

/// The root of leaves, and the proofs that are asked for.
///
/// # Method
/// M-210.
///
/// # Errors
/// `BAD_BUNDLE` for a leaf that is no hash; `SHARE_OUT_OF_RANGE` for an index or a size that the tree does not have.
///
/// # Example
/// ```
/// use emitrace::wire::v1::MerkleTreeRequest;
///
/// let leaves = vec!["00".repeat(32), "11".repeat(32), "22".repeat(32)];
/// let request = MerkleTreeRequest { leaves, index: Some(2), earlier_size: Some(2) };
/// let answer = emitrace::evidence::tree(&request)?;
/// assert_eq!((answer.inclusion.len(), answer.consistency.len()), (1, 1));
/// # Ok::<(), emitrace::Error>(())
/// ```
pub fn tree(request: &v1::MerkleTreeRequest) -> Result<v1::MerkleTreeAnswer, Error> {
    let mut leaves = Vec::with_capacity(request.leaves.len());
    for (at, text) in request.leaves.iter().enumerate() {
        leaves.push(hash_of(text).ok_or_else(|| {
            Error::new(Code::BadBundle, "a leaf is a hash of 64 hexadecimal digits")
                .at(format!("/leaves/{at}"))
        })?);
    }
    let place = |at: u64, path: &str, fits: fn(usize, usize) -> bool| {
        usize::try_from(at).ok().filter(|at| fits(*at, leaves.len())).ok_or_else(|| {
            let message = format!("{at} does not fit a tree of {} leaves", leaves.len());
            Error::new(Code::ShareOutOfRange, message).at(path.to_owned())
        })
    };
    let inclusion = match request.index {
        None => Vec::new(),
        Some(index) => inclusion_path(&leaves, place(index, "/index", |at, size| at < size)?),
    };
    let consistency = match request.earlier_size {
        None => Vec::new(),
        Some(size) => {
            let size = place(size, "/earlier_size", |at, size| 0 < at && at <= size)?;
            consistency_path(&leaves, size, true)
        }
    };
    let texts = |path: Vec<Hash>| path.iter().map(hex).collect();
    Ok(v1::MerkleTreeAnswer {
        root: hex(&root(&leaves)),
        inclusion: texts(inclusion),
        consistency: texts(consistency),
    })
}
