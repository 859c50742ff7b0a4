//! The first version.

mod answer;

pub use answer::*;
