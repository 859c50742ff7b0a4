//! What the caller declares: which lot is taken where none is named, and the rules of processes.

use std::collections::BTreeMap;

use crate::number::Ratio;

/// Which lot of a store is taken.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Policy {
    /// The lot that the record names.
    #[default]
    Specific,
    /// The lot that came first.
    Fifo,
    /// The lot that came last.
    Lifo,
    /// Lots of an item are one mixture, which changes with every receipt.
    Average,
    /// Lots of an item are one mixture of all that a period brought.
    PeriodAverage,
}

impl Policy {
    /// Every policy.
    pub const ALL: [Policy; 5] =
        [Policy::Specific, Policy::Fifo, Policy::Lifo, Policy::Average, Policy::PeriodAverage];

    /// `specific`, `fifo`, `lifo`, `average`, `period-average`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Policy::Specific => "specific",
            Policy::Fifo => "fifo",
            Policy::Lifo => "lifo",
            Policy::Average => "average",
            Policy::PeriodAverage => "period-average",
        }
    }
}

/// How long the period of a period average is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Span {
    /// A calendar month.
    #[default]
    Month,
    /// A calendar quarter.
    Quarter,
    /// A calendar year.
    Year,
}

/// What is declared of a process.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rule {
    /// Weight of a base unit of each item in the sharing of carbon; an item that is not named weighs `other`.
    pub weights: BTreeMap<String, Ratio>,
    /// Weight of every other item; `None` while no allocation is declared.
    pub other: Option<Ratio>,
    /// Share of an input that ends in an output, as (input, output, share); what is left of an input is lost.
    pub composition: Vec<(String, String, Ratio)>,
}

/// Choices that change a result.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choices {
    /// Where neither store nor item has an own one.
    pub policy: Policy,
    /// By store.
    pub stores: BTreeMap<String, Policy>,
    /// By item, before that of the store.
    pub items: BTreeMap<String, Policy>,
    /// The period of period averages.
    pub span: Span,
    /// Rules by process; the empty name holds for all others.
    pub rules: BTreeMap<String, Rule>,
}
