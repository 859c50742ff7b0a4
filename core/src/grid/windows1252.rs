//! Windows-1252, which French and British offices still write.

use crate::error::{Code, Error};

/// The characters of bytes 0x80 to 0x9F; `\0` where the code page has none.
const UPPER: [char; 32] = [
    '€', '\0', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\0', 'Ž', '\0', //
    '\0', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\0', 'ž', 'Ÿ',
];

/// The text of bytes in Windows-1252.
///
/// # Errors
/// `UNSUPPORTED_ENCODING` for one of the five bytes that the code page does not use: the file is something else.
pub(super) fn decode(bytes: &[u8]) -> Result<String, Error> {
    let mut text = String::with_capacity(bytes.len());
    for (at, &byte) in bytes.iter().enumerate() {
        let c = match byte {
            0x80..=0x9f => UPPER.get(usize::from(byte & 0x1f)).copied().unwrap_or('\0'),
            _ => char::from(byte),
        };
        if c == '\0' {
            let message = format!("byte {at} is 0x{byte:02x}, which windows-1252 does not use");
            return Err(Error::new(Code::UnsupportedEncoding, message)
                .with_help("declare the encoding that the file has"));
        }
        text.push(c);
    }
    Ok(text)
}
