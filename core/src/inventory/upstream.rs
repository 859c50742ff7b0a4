//! Scope 3 category 3 from the rows of scopes 1 and 2: what it took to bring the fuel and the electricity there.

use super::options::Options;
use super::resolve::{Leg, NoteText, Share};
use crate::error::{Code, Error};
use crate::factor::{Catalog, Choice, ViewOf, Wanted};
use crate::scope::{Account, Category, Scope};

/// What was added or left out, for the reader.
type Notes = Vec<NoteText>;

/// Adds the upstream legs of a row: the fuel's way to the tank, or the electricity's fuels and losses.
///
/// A leg is added where a pack has its factor; where none has, the note `UPSTREAM_MISSING` counts the rows.
///
/// # Method
/// M-55.
///
/// # Errors
/// Those of factors that are there and cannot be told apart, and `OVERFLOW`.
pub(super) fn add(
    catalog: &Catalog,
    options: &Options,
    category: Category,
    wanted: &Wanted<'_>,
    legs: &mut Vec<Leg>,
) -> Result<Notes, Error> {
    let mut notes = Notes::new();
    let Ok(upstream) = Category::parse("3.3", None) else { return Ok(notes) };
    match (category.scope(), category.key()) {
        (Scope::One, "1.stationary" | "1.mobile") => {
            let fuel = catalog.activity(wanted.activity).map_or("", |activity| &*activity.fuel);
            if fuel.is_empty() {
                notes.push(missing(wanted.activity, "its fuel is not known"));
                return Ok(notes);
            }
            let activity = format!("{fuel}-wtt");
            match pick(catalog, options, wanted, &activity)? {
                Some(choice) => legs.push(Leg::new(Account::Scope3, upstream, choice)),
                None => notes
                    .push(missing(wanted.activity, &format!("no pack has a factor for `{activity}` here"))),
            }
        }
        (Scope::Two, "2.electricity" | "2.steam" | "2.heat") => {
            let kind = if category.key() == "2.electricity" { "electricity" } else { "heat" };
            bought(catalog, options, kind, upstream, wanted, legs, &mut notes)?;
        }
        _ => {}
    }
    Ok(notes)
}

/// Fuels of bought energy, losses on its way, and the fuels of what was lost.
fn bought(
    catalog: &Catalog,
    options: &Options,
    kind: &str,
    upstream: Category,
    wanted: &Wanted<'_>,
    legs: &mut Vec<Leg>,
    notes: &mut Notes,
) -> Result<(), Error> {
    // A row for the market-based view alone repeats electricity that another row has by location.
    let Some(grid) = legs.iter().find(|leg| leg.account == Account::Scope2Location) else { return Ok(()) };
    let (grid, losses) = (grid.choice.clone(), catalog.factor(grid.choice.factor).td_losses.clone());
    let [fuels, lost, fuels_of_lost] =
        ["wtt", "td-losses", "td-losses-wtt"].map(|part| format!("{kind}-{part}"));
    let before = pick(catalog, options, wanted, &fuels)?;
    match &before {
        Some(choice) => legs.push(Leg::new(Account::Scope3, upstream, choice.clone())),
        None => notes.push(missing(wanted.activity, &format!("no pack has a factor for `{fuels}` here"))),
    }
    let about = &catalog.factor(grid.factor).id;
    let mut told = |code: Code, message: String| {
        notes.push(NoteText { code, about: about.clone(), message: message.into() });
    };
    match &*losses {
        "included" => {
            told(
                Code::TdLossesIncluded,
                format!("`{about}` holds the losses of the grid: no line is added for them"),
            );
            return Ok(());
        }
        "excluded" => {}
        _ => {
            told(
                Code::TdLossesUnknown,
                format!("`{about}` does not say whether losses are in it: no line is added for them"),
            );
            return Ok(());
        }
    }
    if let Some(choice) = pick(catalog, options, wanted, &lost)? {
        legs.push(Leg::new(Account::Scope3, upstream, choice));
        if let Some(choice) = pick(catalog, options, wanted, &fuels_of_lost)? {
            legs.push(Leg::new(Account::Scope3, upstream, choice));
        }
        return Ok(());
    }
    let Some((rate, ratio)) =
        catalog.losses(&Wanted { activity: &lost, ..wanted.clone() }, &options.policy)?
    else {
        notes.push(missing(wanted.activity, &format!("no pack has a factor or a rate for `{lost}` here")));
        return Ok(());
    };
    // What is lost was generated like the rest: the grid's own factor, and the fuels of that.
    for choice in core::iter::once(grid).chain(before) {
        let mut leg = Leg::new(Account::Scope3, upstream, choice);
        let about = catalog.factor(rate).id.clone();
        leg.take(Share { kind: "losses", ratio, about: (&*about).into(), factor: Some(rate) })?;
        legs.push(leg);
    }
    Ok(())
}

/// The factor of another activity for the same row; none if there is none to be reached.
fn pick(
    catalog: &Catalog,
    options: &Options,
    wanted: &Wanted<'_>,
    activity: &str,
) -> Result<Option<Choice>, Error> {
    let wanted = Wanted { activity, view: ViewOf::Any, ..wanted.clone() };
    match catalog.pick(&wanted, &options.policy) {
        Ok(choice) => Ok(Some(choice)),
        Err(error) if error.code() == Code::FactorAmbiguous => Err(error),
        Err(_) => Ok(None),
    }
}

fn missing(activity: &str, why: &str) -> NoteText {
    let message = format!("rows of `{activity}` have no upstream line: {why}");
    NoteText { code: Code::UpstreamMissing, about: activity.into(), message: message.into() }
}
