//! Writing: a zip archive whose parts are stored as they are, so that equal parts are equal bytes everywhere.

use flate2::Crc;

use crate::error::{Code, Error};

/// 1 January 1980, the first day that the format knows: an archive of ours has no clock.
const DAY: u16 = 0x0021;
/// What is needed to read it: version 2.0.
const VERSION: u16 = 20;
/// Names are UTF-8.
const FLAGS: u16 = 0x0800;

/// An archive of named parts, in their order.
///
/// # Errors
/// `LIMIT_EXCEEDED` beyond the four gigabytes or 65,535 parts that the plain format can hold.
pub(crate) fn stored(parts: &[(String, Vec<u8>)]) -> Result<Vec<u8>, Error> {
    let (mut out, mut directory) = (Vec::new(), Vec::new());
    for (name, content) in parts {
        let mut crc = Crc::new();
        crc.update(content);
        let size = size(content.len())?.to_le_bytes();
        let mut common = Vec::new();
        for field in [VERSION, FLAGS, 0, 0, DAY] {
            common.extend(field.to_le_bytes());
        }
        common.extend(crc.sum().to_le_bytes());
        common.extend(size);
        common.extend(size);
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
        out.extend(content);
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

fn size(bytes: usize) -> Result<u32, Error> {
    u32::try_from(bytes).map_err(|_| Error::new(Code::LimitExceeded, "the archive has more than 4 GB"))
}

fn count(number: usize) -> Result<u16, Error> {
    u16::try_from(number).map_err(|_| Error::new(Code::LimitExceeded, "the archive has too many parts"))
}

#[cfg(test)]
mod tests {
    use std::io::Read;
    use std::sync::Arc;

    use super::super::Archive;
    use super::stored;
    use crate::limits::Limits;

    #[test]
    fn what_is_written_is_read_back() {
        let parts = [("a.xml".to_owned(), b"<a/>".to_vec()), ("b/ă.txt".to_owned(), Vec::new())];
        let limits = Limits::default();
        let archive = Archive::open(Arc::new(stored(&parts).unwrap()), &limits).unwrap();
        for (name, content) in &parts {
            let entry = archive.find(name).unwrap();
            let mut read = Vec::new();
            archive.part(entry, &limits).unwrap().read_to_end(&mut read).unwrap();
            assert_eq!(read, *content, "{name}");
        }
    }
}
