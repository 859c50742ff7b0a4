//! The run over the ledger, many rows at a time.
//!
//! It gives the answer that [`reference`](super::reference) gives, to the last digit and the last finding, for every
//! input; the reference is the definition, and `core/tests/fast.rs` compares the two. Rows are cut into blocks of
//! ordinary records. Each distinct cell is read once, each distinct set of words is resolved once, by the functions that
//! the reference calls. What is left for a row is to find its numbers again, one multiplication and one division for
//! each mass, and additions. Whatever is unusual about a row sends it the way of the reference.
//!
//! With several threads, blocks are read and added side by side; what must be seen in the order of the file (repeated
//! identifiers, names in two spellings, the limit of rows) is seen in between, in turn. Sums are integers, so that the
//! division of the work cannot show.

mod answers;
mod days;
mod documents;
mod keys;
mod lines;
mod pairs;
mod places;
mod run;
mod scales;
mod sources;
mod strips;
#[cfg(not(target_arch = "wasm32"))]
mod threads;
mod worker;

pub(super) use run::run;
