//! Writing: a zip archive without clock and owner, so that equal parts are equal bytes wherever the same compressor runs.

use std::io::Write as _;

use flate2::write::DeflateEncoder;
use flate2::{Compression, Crc};

use crate::error::{Code, Error};

/// 1 January 1980, the first day that the format knows: an archive of ours has no clock.
const DAY: u16 = 0x0021;
/// What is needed to read it: version 2.0.
const VERSION: u16 = 20;
/// Names are UTF-8.
const FLAGS: u16 = 0x0800;

/// An archive of named parts, in their order; each is deflated where that makes it smaller.
///
/// # Errors
/// `LIMIT_EXCEEDED` beyond the four gigabytes or 65,535 parts that the plain format can hold.
pub(crate) fn archive(parts: &[(String, Vec<u8>)]) -> Result<Vec<u8>, Error> {
    let (mut out, mut directory) = (Vec::new(), Vec::new());
    for (name, content) in parts {
        let deflated = deflated(content);
        let (method, packed) = match &deflated {
            Some(deflated) => (8, deflated),
            None => (0, content),
        };
        let mut crc = Crc::new();
        crc.update(content);
        let mut common = Vec::new();
        for field in [VERSION, FLAGS, method, 0, DAY] {
            common.extend(field.to_le_bytes());
        }
        common.extend(crc.sum().to_le_bytes());
        common.extend(size(packed.len())?.to_le_bytes());
        common.extend(size(content.len())?.to_le_bytes());
        common.extend(count(name.len())?.to_le_bytes());
        common.extend([0; 2]);
        directory.extend(b"PK\x01\x02");
        directory.extend(VERSION.to_le_bytes());
        directory.extend(&common);
        directory.extend([0; 10]);
        directory.extend(self::size(out.len())?.to_le_bytes());
        directory.extend(name.as_bytes());
        out.extend(b"PK\x03\x04");
        out.extend(&common);
        out.extend(name.as_bytes());
        out.extend(packed);
    }
    let start = size(out.len())?.to_le_bytes();
    out.extend(&directory);
    out.extend(b"PK\x05\x06\0\0\0\0");
    let parts = count(parts.len())?.to_le_bytes();
    out.extend(parts);
    out.extend(parts);
    out.extend(size(directory.len())?.to_le_bytes());
    out.extend(start);
    out.extend([0; 2]);
    Ok(out)
}

/// The content deflated, if that is smaller.
fn deflated(content: &[u8]) -> Option<Vec<u8>> {
    let mut encoder = DeflateEncoder::new(Vec::new(), Compression::new(6));
    // Writing to memory cannot fail.
    encoder.write_all(content).ok()?;
    encoder.finish().ok().filter(|deflated| deflated.len() < content.len())
}

fn size(bytes: usize) -> Result<u32, Error> {
    u32::try_from(bytes).map_err(|_| Error::new(Code::LimitExceeded, "the archive has more than 4 GB"))
}

fn count(number: usize) -> Result<u16, Error> {
    u16::try_from(number).map_err(|_| Error::new(Code::LimitExceeded, "the archive has too many parts"))
}

/// The text of a part of an archive, as a reader inflates it.
#[cfg(test)]
pub(crate) fn part_text(archive: Vec<u8>, name: &str) -> String {
    let limits = crate::limits::Limits::default();
    let archive = super::Archive::open(std::sync::Arc::new(archive), &limits).unwrap();
    let entry = archive.find(name).unwrap_or_else(|| panic!("no part `{name}`"));
    std::io::read_to_string(archive.part(entry, &limits).unwrap()).unwrap()
}

#[cfg(test)]
mod tests {
    use super::{archive, part_text};

    #[test]
    fn what_is_written_is_read_back() {
        let parts = [
            ("a.xml".to_owned(), b"<a/>".to_vec()),
            ("b/ă.txt".to_owned(), Vec::new()),
            ("long.xml".to_owned(), b"<row><cell>0.6592</cell></row>".repeat(1000)),
        ];
        let written = archive(&parts).unwrap();
        assert!(written.len() < 1000, "{}", written.len());
        for (name, content) in &parts {
            assert_eq!(part_text(written.clone(), name).as_bytes(), content, "{name}");
        }
    }
}
