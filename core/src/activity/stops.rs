//! Where fields may end: many bytes looked at together.

/// Which of 64 bytes are delimiters, line feeds or, if asked for, quotes: a bit each.
#[inline]
pub(super) fn stops(bytes: &[u8; 64], delimiter: u8, quoted: bool) -> u64 {
    let quote = if quoted { b'"' } else { b'\n' };
    equal(bytes, [delimiter, b'\n', quote])
}

/// Times this, the lowest bits of eight bytes stand side by side in the highest.
const GATHER: u64 = 0x0102_0408_1020_4080;

/// Which of 64 bytes equal one of three: a bit each.
#[cfg(not(target_arch = "wasm32"))]
#[inline]
fn equal(bytes: &[u8; 64], [a, b, c]: [u8; 3]) -> u64 {
    // The compiler makes this wide: a few comparisons of many bytes.
    let mut found = [0u8; 64];
    for (found, byte) in found.iter_mut().zip(bytes) {
        *found = u8::from(*byte == a) | u8::from(*byte == b) | u8::from(*byte == c);
    }
    let (parts, _) = found.as_chunks::<8>();
    let mut bits = [0u8; 8];
    for (bits, part) in bits.iter_mut().zip(parts) {
        let [.., top] = u64::from_le_bytes(*part).wrapping_mul(GATHER).to_le_bytes();
        *bits = top;
    }
    u64::from_le_bytes(bits)
}

/// Which of 64 bytes equal one of three: a bit each.
#[cfg(target_arch = "wasm32")]
fn equal(bytes: &[u8; 64], ones: [u8; 3]) -> u64 {
    let (parts, _) = bytes.as_chunks::<8>();
    parts.iter().rev().fold(0u64, |all, part| {
        let word = u64::from_le_bytes(*part);
        let found = ones.iter().fold(0, |found, one| found | tops(word, *one));
        all.wrapping_shl(8) | (found >> 7).wrapping_mul(GATHER) >> 56
    })
}

/// The top bit of each byte that equals `byte`.
#[cfg(target_arch = "wasm32")]
fn tops(word: u64, byte: u8) -> u64 {
    const LOW: u64 = 0x7f7f_7f7f_7f7f_7f7f;
    let other = word ^ u64::from(byte).wrapping_mul(0x0101_0101_0101_0101);
    !((other & LOW).wrapping_add(LOW) | other | LOW)
}

/// Behind the quote that closes the field opening at `quote`, and the line feeds until there.
#[cold]
pub(super) fn closing(bytes: &[u8], quote: usize) -> (usize, u32) {
    let start = quote.saturating_add(1);
    let mut at = start;
    loop {
        let Some(found) = memchr::memchr(b'"', bytes.get(at..).unwrap_or_default()) else {
            return (bytes.len(), 0);
        };
        at = at.saturating_add(found).saturating_add(1);
        if bytes.get(at) != Some(&b'"') {
            let inside = bytes.get(start..at).unwrap_or_default();
            return (at, u32::try_from(memchr::memchr_iter(b'\n', inside).count()).unwrap_or(0));
        }
        at = at.saturating_add(1);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stops_are_found_in_every_place() {
        for at in 0..64 {
            for byte in [b',', b'\n', b'"'] {
                let mut part = [0xacu8; 64];
                part[at] = byte;
                assert_eq!(stops(&part, b',', true), 1 << at);
            }
        }
        assert_eq!(stops(&[b'"'; 64], b';', false), 0);
    }
}
