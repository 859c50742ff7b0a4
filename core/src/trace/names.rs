//! Maps whose keys are numbers that this room gave out itself: nobody outside can choose them, so a quick hash is enough.

use core::hash::{BuildHasherDefault, Hasher};
use std::collections::HashMap;

/// A map from small numbers; its order is never asked for.
pub(super) type Keys<K, V = u32> = HashMap<K, V, BuildHasherDefault<Quick>>;

/// A multiplicative hash of the numbers in a key.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Quick(u64);

/// An odd number with its bits well spread.
const SPREAD: u64 = 0x9e37_79b9_7f4a_7c15;

impl Hasher for Quick {
    fn finish(&self) -> u64 {
        self.0 ^ (self.0 >> 32)
    }

    fn write(&mut self, bytes: &[u8]) {
        bytes.iter().for_each(|byte| self.write_u32(u32::from(*byte)));
    }

    fn write_u32(&mut self, number: u32) {
        self.0 = (self.0.rotate_left(5) ^ u64::from(number)).wrapping_mul(SPREAD);
    }
}
