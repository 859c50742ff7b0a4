//! Data sets of a package: their identifiers, how they name each other, and the files they stand in.

use std::collections::BTreeMap;

use crate::archive::archive;
use crate::error::Error;
use crate::footprint::node::{Members, Node};
use crate::wire::v1;

/// An identifier made of what a data set is, so that the same thing has the same one everywhere: a UUID of version 8 (RFC 9562)
/// with the first bits of a SHA-256.
pub(super) fn uuid(kind: &str, name: &str) -> String {
    let hex = v1::hex_sha256(format!("emitrace openLCA 1\n{kind}\n{name}").as_bytes());
    let part = |from: usize, to: usize| hex.get(from..to).unwrap_or_default();
    let variant = match part(16, 17) {
        "0" | "4" | "8" | "c" => '8',
        "1" | "5" | "9" | "d" => '9',
        "2" | "6" | "a" | "e" => 'a',
        _ => 'b',
    };
    format!("{}-{}-8{}-{variant}{}-{}", part(0, 8), part(8, 12), part(13, 16), part(17, 20), part(20, 32))
}

/// Whether a text is a UUID in lower case, of any version.
pub(super) fn is_uuid(text: &str) -> bool {
    let parts: Vec<&str> = text.split('-').collect();
    let lengths: Vec<usize> = parts.iter().map(|part| part.len()).collect();
    let digit = |byte: u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte);
    lengths == [8, 4, 4, 4, 12] && parts.iter().all(|part| part.bytes().all(digit))
}

/// A data set with its type, identifier and name.
pub(super) fn root(kind: &str, id: &str, name: &str) -> Members {
    let mut members = Members::default();
    members.say("@type", kind);
    members.say("@id", id);
    members.say("name", name);
    members
}

/// How one data set names another.
pub(super) fn reference(kind: &str, id: &str, name: &str) -> Node {
    root(kind, id, name).done()
}

/// The files of a package, by name.
#[derive(Debug, Default)]
pub(super) struct Package(BTreeMap<String, Node>);

impl Package {
    /// Puts a data set into its folder; the same one twice is one.
    pub(super) fn add(&mut self, folder: &str, id: &str, members: Members) {
        self.0.insert(format!("{folder}/{id}.json"), members.done());
    }

    /// The archive: files in the order of their names, behind the one that says which version of the layout this is.
    ///
    /// # Errors
    /// `LIMIT_EXCEEDED`.
    pub(super) fn bytes(self) -> Result<Vec<u8>, Error> {
        let mut version = Members::default();
        version.put("schemaVersion", Node::Number("2".into()));
        let first = [("openlca.json".to_owned(), version.done())];
        let parts = first.into_iter().chain(self.0);
        let parts: Vec<_> =
            parts.map(|(name, node)| (name, format!("{}\n", node.written()).into_bytes())).collect();
        archive(&parts)
    }
}

#[cfg(test)]
mod tests {
    use super::{is_uuid, uuid};

    #[test]
    fn identifiers_are_those_of_version_8_and_differ() {
        let ids = ["a", "b", "c", "d", "e", "f"].map(|name| uuid("Flow", name));
        for id in &ids {
            assert!(is_uuid(id), "{id}");
            let nibbles: Vec<char> = id.chars().collect();
            assert!(nibbles[14] == '8' && "89ab".contains(nibbles[19]), "{id}");
        }
        assert_eq!(ids.iter().collect::<std::collections::BTreeSet<_>>().len(), ids.len());
        assert_ne!(uuid("Flow", "a"), uuid("Actor", "a"));
        for text in
            ["", "../../../../x", "5E0C8F52-2c1b-4b7e-9d35-1f6a2b3c4d5e", "5e0c8f522c1b4b7e9d351f6a2b3c4d5e"]
        {
            assert!(!is_uuid(text), "{text}");
        }
    }
}
