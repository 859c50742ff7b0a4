//! The share as the last term of a line.

use super::super::options::Options;
use super::super::resolve::{Leg, NoteText, Share};
use super::Held;
use crate::error::{Code, Error};
use crate::scope::{Account, Category};

/// Moves the legs of leased assets, multiplies every leg by the row's share, and tells what a reader must know.
///
/// # Method
/// M-50: `mass = round(quantity × coefficient × share)`, one rounding; M-52 for leased assets.
///
/// # Errors
/// `OVERFLOW`.
pub(in crate::inventory) fn apply(
    options: &Options,
    held: &Held,
    legs: &mut Vec<Leg>,
) -> Result<Vec<NoteText>, Error> {
    let mut notes = Vec::new();
    let Some(organisation) = &options.organisation else { return Ok(notes) };
    let Some(span) = organisation.first(held) else { return Ok(notes) };
    let site = organisation.site(held);
    let mut note = |code: Code, message: String| {
        notes.push(NoteText { code, about: site.into(), message: message.into() });
    };
    if let Some(category) = span.moves_to.and_then(|key| Category::parse(key, None).ok()) {
        let before = legs.len();
        // Scope 3 has one figure, so the location-based one of the two is kept; it rests on no contract of the site.
        let both = legs.iter().any(|leg| leg.account == Account::Scope2Location);
        legs.retain(|leg| !(both && leg.account == Account::Scope2Market));
        let moved = legs.iter_mut().filter(|leg| {
            matches!(leg.account, Account::Scope1 | Account::Scope2Location | Account::Scope2Market)
        });
        let mut any = false;
        for leg in moved {
            (leg.account, leg.category, any) = (Account::Scope3, category, true);
        }
        if any {
            let kept = if legs.len() < before { ", by the location-based figure" } else { "" };
            note(
                Code::LeasedAsset,
                format!(
                    "scopes 1 and 2 of `{site}` are reported in {category}{kept}",
                    category = category.key()
                ),
            );
        }
    }
    if held.share.is_zero() {
        note(Code::ShareZero, format!("the share of `{site}` is zero: {}", span.because));
    }
    if held.spans.len() > 1 {
        note(Code::ShareProRata, format!("the share of `{site}` changes within the row: split by days"));
    }
    for leg in legs {
        leg.whole = core::mem::take(&mut leg.gases).into_iter().map(|(_, multiplier)| multiplier).collect();
        leg.take(Share { kind: "share", ratio: held.share, about: site.into(), factor: None })?;
    }
    Ok(notes)
}
