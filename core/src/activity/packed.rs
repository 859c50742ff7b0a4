//! Short texts as integers: compared and hashed without a call.

/// A text of a buffer; up to [`EXACT`] bytes it is all there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Packed {
    first: [u64; 2],
    /// The rest of a short text, and its length in the highest byte; of a longer text a hash of its length and its last
    /// bytes, with the highest bit set.
    rest: u64,
}

/// Bytes of texts that their keys hold.
const EXACT: usize = 23;

/// What stays of three words that hold a text of so many bytes.
const KEEP: [[u64; 3]; EXACT + 1] = {
    let mut keep = [[0; 3]; EXACT + 1];
    let mut rest: &mut [[u64; 3]] = &mut keep;
    let mut words = [0; 3];
    while let Some((first, more)) = rest.split_first_mut() {
        *first = words;
        // One byte more, from the lowest up.
        let [a, b, c] = &mut words;
        let word = if *a != u64::MAX {
            a
        } else if *b != u64::MAX {
            b
        } else {
            c
        };
        *word = *word << 8 | 0xff;
        rest = more;
    }
    keep
};

/// Odd constants without a pattern (fractions of square roots).
const KEYS: [u64; 4] =
    [0x9e37_79b9_7f4a_7c15, 0xbb67_ae85_84ca_a73b, 0x3c6e_f372_fe94_f82b, 0xa54f_f53a_5f1d_36f1];

impl Packed {
    /// What no text is.
    pub(super) const NONE: Packed = Packed { first: [0, 0], rest: u64::MAX };

    /// The text at `start..end` of `bytes`.
    #[inline]
    pub(super) fn new(bytes: &[u8], start: usize, end: usize) -> Packed {
        let length = end.saturating_sub(start);
        let [a, b, c] = words(bytes, start);
        let size = u64::try_from(length).unwrap_or(0);
        match KEEP.get(length) {
            Some([first, second, third]) => {
                Packed { first: [a & first, b & second], rest: c & third | size << 56 }
            }
            None => Packed { first: [a, b], rest: Packed::end(bytes, end, size) },
        }
    }

    fn end(bytes: &[u8], end: usize, size: u64) -> u64 {
        let [c, d] = sixteen(bytes, end.saturating_sub(16));
        let [_, _, k2, k3] = KEYS;
        (fold(c ^ k2 ^ size, d ^ k3) | 1 << 63) & !1
    }

    /// Whether texts of up to 32 bytes are equal, whose keys are.
    #[inline]
    pub(super) fn same_end(a: &[u8], b: &[u8]) -> bool {
        let end = |text: &[u8]| sixteen(text, text.len().saturating_sub(16));
        a.len() == b.len() && end(a) == end(b)
    }

    /// Whether equal keys are equal texts.
    #[inline]
    pub(super) fn is_exact(&self) -> bool {
        self.rest >> 63 == 0
    }

    #[inline]
    pub(super) fn hash(&self) -> u64 {
        let [a, b] = self.first;
        let [k0, k1, k2, _] = KEYS;
        fold(a ^ k0, b ^ k1 ^ self.rest.wrapping_mul(k2))
    }
}

/// Both halves of a product: every bit of the result depends on every bit of both numbers.
#[inline]
pub(crate) fn fold(a: u64, b: u64) -> u64 {
    let product = u128::from(a).wrapping_mul(u128::from(b));
    let [low, high] = halves(product);
    low ^ high
}

/// The low and the high half.
#[inline]
pub(crate) fn halves(value: u128) -> [u64; 2] {
    let bytes = value.to_le_bytes();
    let half = |at: usize| {
        bytes.get(at..).and_then(|rest| rest.first_chunk()).copied().map_or(0, u64::from_le_bytes)
    };
    [half(0), half(8)]
}

/// Three words of a buffer; behind its end there are zeros.
#[inline]
fn words(bytes: &[u8], start: usize) -> [u64; 3] {
    let part: [u8; 24] = part(bytes, start);
    let (words, _) = part.as_chunks();
    let word = |at: usize| words.get(at).copied().map_or(0, u64::from_le_bytes);
    [word(0), word(1), word(2)]
}

/// Sixteen bytes of a buffer; behind its end there are zeros.
#[inline]
pub(super) fn sixteen(bytes: &[u8], start: usize) -> [u64; 2] {
    halves(u128::from_le_bytes(part(bytes, start)))
}

#[inline]
fn part<const N: usize>(bytes: &[u8], start: usize) -> [u8; N] {
    let rest = bytes.get(start..).unwrap_or_default();
    match rest.first_chunk() {
        Some(part) => *part,
        None => {
            let mut part = [0; N];
            part.iter_mut().zip(rest).for_each(|(to, from)| *to = *from);
            part
        }
    }
}

/// The first `length` bytes of sixteen, the others zero.
#[inline]
pub(super) fn cut([low, high]: [u64; 2], length: usize) -> [u64; 2] {
    let keep = |length: usize| {
        let bits = u32::try_from(length.min(8)).unwrap_or(8).wrapping_mul(8);
        u64::MAX.unbounded_shr(64u32.wrapping_sub(bits))
    };
    [low & keep(length), high & keep(length.saturating_sub(8))]
}
