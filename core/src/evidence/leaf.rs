//! Leaves: one member of a document, its salt and its hash.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Map, Value};
use sha2::{Digest, Sha256};

use super::merkle::Hash;
use crate::error::{Code, Error};
use crate::seal::canonical;

/// What stands before a leaf, so that no leaf can be taken for a node.
const LEAF: u8 = 0;
/// What stands before seed and number of a salt.
const SALT: u8 = 2;
const SALT_BYTES: usize = 16;

/// A member of a document, as it is sealed.
#[derive(Clone, Debug)]
pub(super) struct Leaf {
    pub(super) document: String,
    pub(super) member: String,
    pub(super) value: Value,
}

/// Randomness of the caller's, from which the salts of one bundle come. It is never shown.
pub(super) struct Seed(Hash);

pub(super) type Salt = [u8; SALT_BYTES];

impl Leaf {
    /// The leaf as an entry shows it.
    pub(super) fn shown(&self) -> Map<String, Value> {
        let mut shown = Map::new();
        shown.insert("document".into(), self.document.as_str().into());
        shown.insert("member".into(), self.member.as_str().into());
        shown.insert("value".into(), self.value.clone());
        shown
    }

    /// Reads what an entry shows; nothing but the three members may stand there.
    pub(super) fn read(shown: &Map<String, Value>) -> Option<Leaf> {
        let text = |name: &str| shown.get(name).and_then(Value::as_str).map(str::to_owned);
        let leaf =
            Leaf { document: text("document")?, member: text("member")?, value: shown.get("value")?.clone() };
        (shown.len() == 3).then_some(leaf)
    }

    /// SHA-256 of a zero byte, the salt, and the leaf as canonical JSON.
    ///
    /// # Method
    /// M-210.
    ///
    /// # Errors
    /// `BAD_SEAL` for a number that is not whole or too large.
    pub(super) fn hash(&self, salt: &Salt) -> Result<Hash, Error> {
        let text = canonical(&self.shown())?;
        Ok(Sha256::new().chain_update([LEAF]).chain_update(salt).chain_update(text).finalize().into())
    }
}

impl Seed {
    /// Reads 64 hexadecimal digits.
    ///
    /// # Errors
    /// `BAD_KEY`, which never repeats what was read.
    pub(super) fn parse(text: &str) -> Result<Seed, Error> {
        hash_of(text.trim()).map(Seed).ok_or_else(|| {
            Error::new(Code::BadKey, "the seed of the salts is not 64 hexadecimal digits")
                .with_help("give 32 random bytes as hexadecimal digits, new ones for each bundle")
        })
    }

    /// The salt of a leaf.
    ///
    /// # Method
    /// M-211: the first 16 bytes of SHA-256 of a byte 2, the seed, and the leaf's number in eight bytes, the highest first.
    pub(super) fn salt(&self, number: u64) -> Salt {
        let hash: Hash = Sha256::new()
            .chain_update([SALT])
            .chain_update(self.0)
            .chain_update(number.to_be_bytes())
            .finalize()
            .into();
        let mut salt = Salt::default();
        salt.iter_mut().zip(hash).for_each(|(place, byte)| *place = byte);
        salt
    }
}

pub(super) fn salt_text(salt: &Salt) -> String {
    STANDARD.encode(salt)
}

pub(super) fn salt_of(text: &str) -> Option<Salt> {
    STANDARD.decode(text).ok()?.try_into().ok()
}

pub(super) fn hex(hash: &Hash) -> String {
    let digit = |half: u8| char::from_digit(half.into(), 16).unwrap_or('0');
    hash.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect()
}

/// A hash of 64 hexadecimal digits; capital letters would be a second text for the same hash.
pub(super) fn hash_of(text: &str) -> Option<Hash> {
    let digit = |byte: u8| match byte {
        b'0'..=b'9' => byte.checked_sub(b'0'),
        b'a'..=b'f' => byte.checked_sub(b'a')?.checked_add(10),
        _ => None,
    };
    let (pairs, rest) = text.as_bytes().as_chunks::<2>();
    let mut hash = Hash::default();
    if pairs.len() != hash.len() || !rest.is_empty() {
        return None;
    }
    for (place, [high, low]) in hash.iter_mut().zip(pairs) {
        *place = digit(*high)?.checked_shl(4)? | digit(*low)?;
    }
    Some(hash)
}
