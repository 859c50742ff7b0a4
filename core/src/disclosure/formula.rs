//! Formulas of a taxonomy: `input:left / ((input:begin + input:end) / 2)`, worked out on intervals of exact fractions.
//!
//! `name[member]` is a figure for a member of one of its axes; `name?` counts nothing in a sum if it is not stated;
//! `total(name, class)` adds up a figure over the members of its axis; `ratio_or_zero(a, b)` is 0 if either is 0.

use crate::error::{Code, Error};
use crate::number::Fraction;

/// Characters and nested brackets of a formula: more is a mistake.
const LONGEST: usize = 2_000;
const DEEPEST: usize = 16;

/// A figure that a formula asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Name {
    pub(super) name: String,
    pub(super) member: Option<String>,
}

/// A formula.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Formula {
    Number(Fraction),
    Figure(Name),
    /// Sum over the members of an axis, or over those of a class.
    Total(Name, Option<String>),
    /// Terms: added or taken away, needed or not.
    Sum(Vec<(bool, bool, Formula)>),
    Times(Box<Formula>, Box<Formula>),
    Over(Box<Formula>, Box<Formula>),
    RatioOrZero(Box<Formula>, Box<Formula>),
}

/// The least and the most that a value can be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Span {
    pub(super) low: Fraction,
    pub(super) high: Fraction,
}

/// Where formulas find their figures.
pub(super) trait Figures {
    fn figure(&mut self, name: &Name) -> Option<Span>;
    /// # Errors
    /// `OVERFLOW`.
    fn total(&mut self, name: &Name, class: Option<&str>) -> Result<Option<Span>, Error>;
}

impl Span {
    pub(super) fn exact(value: Fraction) -> Span {
        Span { low: value.clone(), high: value }
    }

    pub(super) fn meets(&self, other: &Span) -> bool {
        self.low <= other.high && other.low <= self.high
    }

    pub(super) fn add(&self, other: &Span) -> Result<Span, Error> {
        Ok(Span { low: self.low.try_add(&other.low)?, high: self.high.try_add(&other.high)? })
    }

    fn sub(&self, other: &Span) -> Result<Span, Error> {
        Ok(Span { low: self.low.try_sub(&other.high)?, high: self.high.try_sub(&other.low)? })
    }

    fn times(&self, other: &Span) -> Result<Span, Error> {
        let mut corners = Vec::new();
        for a in [&self.low, &self.high] {
            for b in [&other.low, &other.high] {
                corners.push(a.try_mul(b)?);
            }
        }
        let zero = Fraction::zero;
        Ok(Span {
            low: corners.iter().min().cloned().unwrap_or_else(zero),
            high: corners.into_iter().max().unwrap_or_else(zero),
        })
    }

    /// Nothing if the divisor can be zero without being it.
    fn over(&self, other: &Span) -> Result<Option<Span>, Error> {
        let zero = Fraction::zero();
        if other.low <= zero && other.high >= zero && other.low != other.high {
            return Ok(None);
        }
        let one = Fraction::one();
        let inverse = Span { low: one.try_div(&other.high)?, high: one.try_div(&other.low)? };
        self.times(&inverse).map(Some)
    }

    fn is_zero(&self) -> bool {
        self.low.is_zero() && self.high.is_zero()
    }
}

impl Formula {
    /// Reads a formula.
    ///
    /// # Errors
    /// `BAD_PACK`, which says what was expected.
    pub(super) fn parse(text: &str) -> Result<Formula, Error> {
        if text.len() > LONGEST {
            return Err(bad(&format!("the formula has more than {LONGEST} characters")));
        }
        let tokens = tokens(text);
        let mut reader = Reader { tokens: &tokens, depth: 0 };
        let formula = reader.sum()?;
        match reader.tokens.first() {
            None => Ok(formula),
            Some(left) => Err(bad(&format!("`{left}` was not expected"))),
        }
    }

    /// The name, if the formula is nothing else.
    pub(super) fn only_name(self) -> Option<Name> {
        if let Formula::Figure(name) = self { Some(name) } else { None }
    }

    /// All names that it asks for.
    pub(super) fn names<'f>(&'f self, names: &mut Vec<&'f Name>) {
        match self {
            Formula::Number(_) => {}
            Formula::Figure(name) | Formula::Total(name, _) => names.push(name),
            Formula::Sum(terms) => terms.iter().for_each(|(_, _, term)| term.names(names)),
            Formula::Times(a, b) | Formula::Over(a, b) | Formula::RatioOrZero(a, b) => {
                a.names(names);
                b.names(names);
            }
        }
    }

    /// The value; nothing if something that it needs is not stated.
    ///
    /// # Errors
    /// `DIVISION_BY_ZERO`, `OVERFLOW`.
    pub(super) fn value(&self, figures: &mut dyn Figures) -> Result<Option<Span>, Error> {
        let mut both = |a: &Formula, b: &Formula| -> Result<Option<(Span, Span)>, Error> {
            Ok(a.value(figures)?.zip(b.value(figures)?))
        };
        match self {
            Formula::Number(number) => Ok(Some(Span::exact(number.clone()))),
            Formula::Figure(name) => Ok(figures.figure(name)),
            Formula::Total(name, class) => figures.total(name, class.as_deref()),
            Formula::Times(a, b) => both(a, b)?.map(|(a, b)| a.times(&b)).transpose(),
            Formula::Over(a, b) => match both(a, b)? {
                Some((a, b)) => a.over(&b),
                None => Ok(None),
            },
            Formula::RatioOrZero(a, b) => match both(a, b)? {
                Some((a, b)) if a.is_zero() || b.is_zero() => Ok(Some(Span::exact(Fraction::zero()))),
                Some((a, b)) => a.over(&b),
                None => Ok(None),
            },
            Formula::Sum(terms) => {
                let mut sum = None;
                for (added, needed, term) in terms {
                    match (term.value(figures)?, sum.take()) {
                        (Some(value), Some(before)) if *added => sum = Some(Span::add(&before, &value)?),
                        (Some(value), Some(before)) => sum = Some(before.sub(&value)?),
                        (Some(value), None) if *added => sum = Some(value),
                        (Some(value), None) => sum = Some(Span::exact(Fraction::zero()).sub(&value)?),
                        (None, _) if *needed => return Ok(None),
                        (None, before) => sum = before,
                    }
                }
                Ok(sum)
            }
        }
    }
}

fn bad(message: &str) -> Error {
    Error::new(Code::BadPack, format!("formula: {message}"))
}

/// Words, numbers and signs; a word may hold `-` and `:`, so signs of arithmetic stand between spaces or brackets.
fn tokens(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut rest = text.trim_start();
    while let Some(first) = rest.chars().next() {
        let length = match first {
            '(' | ')' | ',' | '[' | ']' | '?' | '+' | '-' | '*' | '/' => first.len_utf8(),
            _ => rest
                .find(|c: char| {
                    c.is_whitespace() || matches!(c, '(' | ')' | ',' | '[' | ']' | '?' | '+' | '*' | '/')
                })
                .unwrap_or(rest.len()),
        };
        let (token, after) = rest.split_at_checked(length).unwrap_or((rest, ""));
        found.push(token.to_owned());
        rest = after.trim_start();
    }
    found
}

struct Reader<'t> {
    tokens: &'t [String],
    depth: usize,
}

impl Reader<'_> {
    fn takes(&mut self, sign: &str) -> bool {
        match self.tokens {
            [first, rest @ ..] if first == sign => {
                self.tokens = rest;
                true
            }
            _ => false,
        }
    }

    fn needs(&mut self, sign: &str) -> Result<(), Error> {
        if self.takes(sign) { Ok(()) } else { Err(bad(&format!("`{sign}` is missing"))) }
    }

    fn word(&mut self) -> Result<String, Error> {
        match self.tokens {
            [first, rest @ ..] if first.starts_with(|c: char| c.is_alphanumeric()) => {
                self.tokens = rest;
                Ok(first.clone())
            }
            _ => Err(bad("a name is missing")),
        }
    }

    fn sum(&mut self) -> Result<Formula, Error> {
        self.depth = self.depth.saturating_add(1);
        if self.depth > DEEPEST {
            return Err(bad("brackets stand too deeply in one another"));
        }
        let mut terms = Vec::new();
        let mut added = !self.takes("-");
        loop {
            let term = self.product()?;
            terms.push((added, !self.takes("?"), term));
            if self.takes("+") {
                added = true;
            } else if self.takes("-") {
                added = false;
            } else {
                break;
            }
        }
        self.depth = self.depth.saturating_sub(1);
        Ok(match (terms.len(), terms.pop()) {
            (1, Some((true, true, only))) => only,
            (_, last) => {
                terms.extend(last);
                Formula::Sum(terms)
            }
        })
    }

    fn product(&mut self) -> Result<Formula, Error> {
        let mut product = self.part()?;
        loop {
            if self.takes("*") {
                product = Formula::Times(Box::new(product), Box::new(self.part()?));
            } else if self.takes("/") {
                product = Formula::Over(Box::new(product), Box::new(self.part()?));
            } else {
                return Ok(product);
            }
        }
    }

    fn part(&mut self) -> Result<Formula, Error> {
        if self.takes("(") {
            let inner = self.sum()?;
            self.needs(")")?;
            return Ok(inner);
        }
        let word = self.word()?;
        if let Some(number) = Fraction::parse(&word) {
            return Ok(Formula::Number(number));
        }
        match word.as_str() {
            "total" => {
                self.needs("(")?;
                let name = Name { name: self.word()?, member: None };
                let class = if self.takes(",") { Some(self.word()?) } else { None };
                self.needs(")")?;
                Ok(Formula::Total(name, class))
            }
            "ratio_or_zero" => {
                self.needs("(")?;
                let above = self.sum()?;
                self.needs(",")?;
                let below = self.sum()?;
                self.needs(")")?;
                Ok(Formula::RatioOrZero(Box::new(above), Box::new(below)))
            }
            _ => {
                let member = if self.takes("[") {
                    let member = self.word()?;
                    self.needs("]")?;
                    Some(member)
                } else {
                    None
                };
                Ok(Formula::Figure(Name { name: word, member }))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    struct Fixed(Vec<(&'static str, &'static str)>);

    impl Figures for Fixed {
        fn figure(&mut self, name: &Name) -> Option<Span> {
            let found = self.0.iter().find(|(known, _)| *known == name.name)?;
            Fraction::parse(found.1).map(Span::exact)
        }

        fn total(&mut self, _: &Name, _: Option<&str>) -> Result<Option<Span>, Error> {
            Ok(None)
        }
    }

    fn value(text: &str, given: &[(&'static str, &'static str)]) -> Option<String> {
        let formula = Formula::parse(text).unwrap();
        formula.value(&mut Fixed(given.to_vec())).unwrap().map(|span| span.low.to_string())
    }

    #[test]
    fn formulas_bind_as_people_read_them() {
        assert_eq!(value("1 + 2 * 3", &[]).unwrap(), "7");
        assert_eq!(value("(1 + 2) * 3 / 2", &[]).unwrap(), "4.5");
        assert_eq!(value("- 2 - 3", &[]).unwrap(), "-5");
        assert_eq!(value("10 / 4 / 5", &[]).unwrap(), "0.5");
    }

    #[test]
    fn what_is_not_stated_is_not_zero_unless_a_sum_may_leave_it_out() {
        assert_eq!(value("x:a + x:b", &[("x:a", "1")]), None);
        assert_eq!(value("x:a? + x:b?", &[("x:a", "1")]).unwrap(), "1");
        assert_eq!(value("x:a? + x:b?", &[]), None);
        assert_eq!(value("x:a-b - x:c", &[("x:a-b", "3"), ("x:c", "1")]).unwrap(), "2");
    }

    #[test]
    fn a_ratio_of_nobody_is_zero() {
        assert_eq!(value("ratio_or_zero(x:f, x:m)", &[("x:f", "5"), ("x:m", "2")]).unwrap(), "2.5");
        assert_eq!(value("ratio_or_zero(x:f, x:m)", &[("x:f", "5"), ("x:m", "0")]).unwrap(), "0");
        assert!(Formula::parse("1 / 0").unwrap().value(&mut Fixed(Vec::new())).is_err());
    }

    #[test]
    fn what_is_no_formula_is_refused() {
        for text in ["", "1 +", "(1", "1)", "total(", "x:a[", "1 2", &"(".repeat(40), &"1".repeat(3000)] {
            assert!(Formula::parse(text).is_err(), "{text}");
        }
    }

    proptest! {
        #[test]
        fn no_text_makes_the_reader_stop(text in ".{0,60}") {
            let _ = Formula::parse(&text);
        }

        #[test]
        fn an_interval_holds_what_its_ends_give(a in -50_i64..50, b in 1_i64..50, c in 0_i64..5, d in 0_i64..5) {
            let span = |low: i64, wide: i64| Span { low: Fraction::whole(low), high: Fraction::whole(low + wide) };
            let (left, right) = (span(a, c), span(b, d));
            let product = left.times(&right).unwrap();
            let quotient = left.over(&right).unwrap().unwrap();
            for x in [a, a + c] {
                for y in [b, b + d] {
                    let (x, y) = (Fraction::whole(x), Fraction::whole(y));
                    prop_assert!(product.meets(&Span::exact(x.try_mul(&y).unwrap())));
                    prop_assert!(quotient.meets(&Span::exact(x.try_div(&y).unwrap())));
                }
            }
        }
    }
}
