//! Rules of origin: whether the arithmetic of a rule is met on the data given.
//!
//! A rule is asked of one product and of every material that is not shown to originate. Nothing is rounded: a percentage is
//! compared by whole products, and equality passes. What is not determined counts as non-originating; where that decides
//! against a product, the verdict is [`Verdict::NotProven`] and says what is missing. A verdict is no legal decision, and
//! origin is no share of mass: an intermediate that originates enters the next stage with nothing non-originating in it.
//!
//! What an agreement fixes for all products is data (packs of kind `trace-figures`); the rule of the product is stated by the
//! caller, with its source.

mod assess;
mod hs;
mod product;
mod read;
mod rule;
mod span;
mod tolerance;

#[cfg(test)]
mod tests;

pub use assess::assess;

/// What the data given say about a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// It is not met, however the open questions are answered.
    Fail,
    /// It depends on something that is not known.
    NotProven,
    /// It is met, whatever the open questions are answered.
    Pass,
}

impl Verdict {
    /// `pass`, `fail` or `not-proven`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Verdict::Fail => "fail",
            Verdict::NotProven => "not-proven",
            Verdict::Pass => "pass",
        }
    }
}
