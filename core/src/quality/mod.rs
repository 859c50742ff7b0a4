//! How good the data behind a figure is: scores and words as they were given, and the schemes derived from them.
//!
//! What somebody scored is kept raw: five scores from 1 (best) to 5 for technology, time, geography, completeness and
//! reliability. PCAF, PACT and the GHG Protocol count differently; each is derived by a stated table (METHODS M-76), so
//! that no scheme's rounding is ever fed into another's.

mod cell;
mod scheme;
mod weigh;

pub use cell::{Quality, Rating, Scores, Word};
pub use scheme::{ghg_protocol, pact_halves, pcaf};
pub use weigh::Weighed;
pub(crate) use weigh::{mean_of_halves, shown};
