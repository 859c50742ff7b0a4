//! Chain of custody: a ledger of credits under the rules of a scheme, and what it may claim.
//!
//! Credits are lots with their day, model and carbon; the oldest go first, and none is divided from its attributes. A claim has
//! at most the weakest model of what stands behind it. What a scheme fixes is data (packs of kind `trace-figures`), and what
//! lapses or cannot be carried over becomes an entry, never a deletion. Quantities are exact fractions; nothing is rounded.

mod account;
mod check;
mod model;
mod read;
mod walk;

#[cfg(test)]
mod tests;

pub use check::check;
pub use model::Model;
