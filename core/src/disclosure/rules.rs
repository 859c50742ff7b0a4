//! Rules of a taxonomy asked of a report: totals that do not add up, parts that are larger than the whole.

use super::book::{Book, Place, places};
use super::facts::Spans;
use super::formula::Span;
use super::taxonomy::{Rule, RuleKind, Taxonomy};
use crate::error::{Code, Error, Severity};
use crate::number::{Fraction, Ties};
use crate::told::Told;

/// Asks every rule wherever all of its figures are stated.
///
/// # Method
/// M-243 (totals and formulas), M-244 (limits).
///
/// # Errors
/// `OVERFLOW`. A division by zero says nothing about a figure.
pub(super) fn ask(taxonomy: &Taxonomy<'_>, book: &Book, spans: &Spans, told: &mut Told) -> Result<(), Error> {
    let checks = |rule: &&Rule<'_>| !matches!(rule.kind, RuleKind::Source | RuleKind::Default);
    for days in book.periods(spans) {
        for rule in taxonomy.rules.iter().filter(checks) {
            for members in places(taxonomy, book, days, &rule.target, &rule.formula) {
                let mut place = Place { taxonomy, book, days, members: &members, used: Vec::new() };
                let target = place.target(&rule.target);
                let Some((_, stated)) = book.find(&rule.target.name, days, &target) else { continue };
                let worked_out = match rule.formula.value(&mut place) {
                    Ok(Some(span)) => span,
                    Ok(None) => continue,
                    Err(error) if error.code() == Code::DivisionByZero => continue,
                    Err(error) => return Err(error),
                };
                if let Some((code, severity)) = fault(rule, &stated.span, &worked_out) {
                    let size = super::book::size(taxonomy, &stated.unit);
                    let shown = middle(&worked_out)?.try_div(&size)?.rounded(12, Ties::HalfEven);
                    let sign = if rule.kind == RuleKind::Limit { "at most" } else { "from" };
                    let message = format!(
                        "`{}` is {} {}, but {sign} `{}` it is {shown}",
                        rule.target.name, stated.value, stated.unit, rule.text
                    );
                    let path = format!("{}/value", stated.path);
                    told.tell(severity, code, &path, &stated.value, message, "");
                }
            }
        }
    }
    Ok(())
}

fn middle(span: &Span) -> Result<Fraction, Error> {
    span.low.try_add(&span.high)?.try_div(&Fraction::whole(2))
}

/// What is wrong, if anything is. Figures agree if what they can be meets: both are right to the decimals that they state.
fn fault(rule: &Rule<'_>, stated: &Span, worked_out: &Span) -> Option<(Code, Severity)> {
    match rule.kind {
        RuleKind::Source | RuleKind::Default => None,
        RuleKind::Identity => (!stated.meets(worked_out)).then_some((Code::FactFormula, Severity::Error)),
        RuleKind::Expectation => {
            (!stated.meets(worked_out)).then_some((Code::FactFormula, Severity::Warning))
        }
        RuleKind::Limit => (stated.low > worked_out.high).then_some((Code::FactLimit, Severity::Error)),
    }
}
