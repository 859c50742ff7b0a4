//! From raw scores to the schemes: one table each.

use super::cell::{Rating, Scores};

/// The PCAF score, 1 (best) to 5, that raw scores stand for.
///
/// # Method
/// M-76. PCAF scores options of how a figure came about (reported and verified, reported, from production, from
/// revenue, from assets), which the criterion `reliability` asks too; it is taken one to one. One score for everything
/// is a PCAF score as it stands. The standard itself gives no mapping.
///
/// # Example
/// ```
/// use emitrace::quality::{Scores, pcaf};
///
/// assert_eq!(pcaf(Scores::new([2, 1, 3, 2, 4])?), 4);
/// # Ok::<(), emitrace::Error>(())
/// ```
pub fn pcaf(scores: Scores) -> u8 {
    scores.reliability()
}

/// The PACT data-quality rating of a raw score, counted in halves: 2 (rating 1, good) to 6 (rating 3, poor).
///
/// # Method
/// M-76: linear, `1 + (score - 1)/2`. PACT 2 rates from 1 to 3 with decimals.
///
/// # Example
/// ```
/// use emitrace::quality::pact_halves;
///
/// assert_eq!([1, 2, 3, 4, 5].map(pact_halves), [2, 3, 4, 5, 6]);
/// ```
pub fn pact_halves(score: u8) -> u8 {
    score.saturating_add(1)
}

/// The level of the GHG Protocol that a raw score stands for.
///
/// # Method
/// M-76: 1 very good, 2 good, 3 fair, 4 and 5 poor. Four levels cannot hold five scores; the doubt goes downwards.
///
/// # Example
/// ```
/// use emitrace::quality::{Rating, ghg_protocol};
///
/// assert_eq!(ghg_protocol(3), Rating::Fair);
/// assert_eq!(ghg_protocol(4), Rating::Poor);
/// ```
pub fn ghg_protocol(score: u8) -> Rating {
    match score {
        0 | 1 => Rating::VeryGood,
        2 => Rating::Good,
        3 => Rating::Fair,
        _ => Rating::Poor,
    }
}
