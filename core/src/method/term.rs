//! What a method does with the numbers of a row.

use super::Parameter;

/// One factor of the product, or one that divides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Op {
    /// `× p`
    Times(Parameter),
    /// `÷ p`
    Over(Parameter),
    /// `× (1 − p)`
    TimesOneMinus(Parameter),
    /// `× (1 + p)`
    TimesOnePlus(Parameter),
    /// `÷ (1 − p)`
    OverOneMinus(Parameter),
    /// `÷ (1 + p)`
    OverOnePlus(Parameter),
    /// `× (p − q)`
    TimesDifference(Parameter, Parameter),
    /// `× n/d`, with what it stands for.
    Constant {
        /// Numerator.
        numerator: i64,
        /// Denominator.
        denominator: i64,
        /// What it is: `there and back`.
        name: &'static str,
    },
    /// `× +1` or `× −1`, by the word that the row writes: the direction of a movement.
    Sign(Parameter, &'static [(&'static str, i64)]),
}

/// A term of a method.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Term {
    /// What is done.
    pub op: Op,
    /// Whether the term is left out where the row does not fill the column.
    pub optional: bool,
}

impl Term {
    /// A term that every row of the method needs.
    pub(super) const fn new(op: Op) -> Term {
        Term { op, optional: false }
    }

    /// A term that stands only where the row fills it.
    pub(super) const fn optional(op: Op) -> Term {
        Term { op, optional: true }
    }

    /// The parameters that the term reads.
    pub fn parameters(&self) -> impl Iterator<Item = Parameter> {
        let (first, second) = match self.op {
            Op::Times(p)
            | Op::Over(p)
            | Op::TimesOneMinus(p)
            | Op::TimesOnePlus(p)
            | Op::OverOneMinus(p)
            | Op::OverOnePlus(p)
            | Op::Sign(p, _) => (Some(p), None),
            Op::TimesDifference(p, q) => (Some(p), Some(q)),
            Op::Constant { .. } => (None, None),
        };
        first.into_iter().chain(second)
    }

    /// The term as a formula prints it: `× (1 − recovery_efficiency)`, `× 2 (there and back)`.
    pub fn formula(&self) -> String {
        match self.op {
            Op::Times(p) => format!("× {}", p.name()),
            Op::Over(p) => format!("÷ {}", p.name()),
            Op::TimesOneMinus(p) => format!("× (1 − {})", p.name()),
            Op::TimesOnePlus(p) => format!("× (1 + {})", p.name()),
            Op::OverOneMinus(p) => format!("÷ (1 − {})", p.name()),
            Op::OverOnePlus(p) => format!("÷ (1 + {})", p.name()),
            Op::TimesDifference(p, q) => format!("× ({} − {})", p.name(), q.name()),
            Op::Constant { numerator, denominator: 1, name } => format!("× {numerator} ({name})"),
            Op::Constant { numerator, denominator, name } => format!("× {numerator}/{denominator} ({name})"),
            Op::Sign(p, _) => format!("× sign of {}", p.name()),
        }
    }
}

/// A share of one gas that leaves as another: methane that is burned, the biogenic part of CO2.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Move {
    /// The gas that a factor gives, and what the share of it becomes.
    pub gases: &'static [(&'static str, &'static str)],
    /// Kilograms of the new gas for one of the old: numerator and denominator.
    pub times: (i64, i64),
    /// The share.
    pub share: Parameter,
    /// Whether the share names what stays, so that `1 − share` moves.
    pub stays: bool,
}

impl Move {
    /// The move as a formula prints it.
    pub fn formula(&self) -> String {
        let share = self.share.name();
        let share = if self.stays { format!("(1 − {share})") } else { share.to_owned() };
        let pairs: Vec<String> = self.gases.iter().map(|(from, to)| format!("{from} → {to}")).collect();
        match self.times {
            (1, 1) => format!("{}: {share}", pairs.join(", ")),
            (numerator, denominator) => {
                format!("{}: {share} × {numerator}/{denominator}", pairs.join(", "))
            }
        }
    }
}
