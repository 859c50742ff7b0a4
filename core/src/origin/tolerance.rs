//! Tolerances: how much may stay unchanged.

use core::cmp::Ordering;

use super::Verdict;
use super::product::{Material, Met, Product, failing};
use super::span::{Missing, comparison, lacks, percent};
use crate::error::{Code, Error};
use crate::factor::Figures;
use crate::number::Fraction;
use crate::wire::v1;

/// Whether a chapter is in a list such as `1|3|25-49`.
fn in_chapters(list: &[&str], chapter: u8) -> Result<bool, Error> {
    let number = |text: &str| {
        super::hs::chapter(text).ok_or_else(|| {
            Error::new(Code::BadPack, format!("`{text}` is no chapter of the Harmonized System"))
        })
    };
    for span in list {
        let (first, last) = span.split_once('-').unwrap_or((span, span));
        if (number(first)?..=number(last)?).contains(&chapter) {
            return Ok(true);
        }
    }
    Ok(false)
}

/// What the agreement tolerates of materials that do not meet a change (M-193).
///
/// # Errors
/// `OVERFLOW`, `BAD_PACK`.
pub(super) fn tolerated(
    product: &Product,
    materials: &[Met<'_>],
    figures: &mut Figures<'_>,
) -> Result<(Verdict, Vec<v1::OriginTolerance>, Missing), Error> {
    let (mut found, mut missing, mut verdict) = (Vec::new(), Missing::new(), Verdict::Fail);
    let Some(chapter) = product.code.chapter() else {
        return Ok((Verdict::NotProven, found, [lacks("hs-code", &product.given.id)].into()));
    };
    if in_chapters(&figures.words("tolerance-notes-chapters"), chapter)? {
        return Ok((Verdict::NotProven, found, [lacks("notes", &product.given.id)].into()));
    }
    type Measure = fn(&Material) -> Option<&Fraction>;
    let of: [(&str, Measure, &Option<Fraction>); 2] = [
        ("value", |material| material.value.as_ref(), &product.basis),
        ("weight", |material| material.weight.as_ref(), &product.weight),
    ];
    for (of, measure, whole) in of {
        let Some(limit) = figures.amount(&format!("tolerance-{of}-percent"))? else { continue };
        if !in_chapters(&figures.words(&format!("tolerance-{of}-chapters")), chapter)? {
            continue;
        }
        let limit = Fraction::from(limit);
        let sum = failing(materials, measure, of)?;
        let mut told = v1::OriginTolerance {
            of: of.into(),
            percent: String::new(),
            limit_percent: limit.to_string(),
            comparison: String::new(),
            verdict: Verdict::NotProven.as_str().into(),
        };
        let mut this = Verdict::NotProven;
        match whole {
            Some(whole) => {
                this = sum.at_most(&limit, whole)?;
                let shown = if this == Verdict::Fail { Some(&sum.least) } else { sum.most.as_ref() };
                if let Some(shown) = shown {
                    told.percent = percent(shown, whole)?.to_string();
                    told.comparison = comparison(&shown.to_string(), shown, &limit, whole, Ordering::Less)?;
                }
                if this == Verdict::NotProven {
                    missing.extend(sum.missing);
                }
            }
            None => {
                missing.insert(lacks(if of == "value" { "basis" } else { "weight" }, &product.given.id));
            }
        }
        told.verdict = this.as_str().into();
        verdict = verdict.max(this);
        found.push(told);
    }
    if verdict != Verdict::NotProven {
        missing.clear();
    }
    Ok((verdict, found, missing))
}
