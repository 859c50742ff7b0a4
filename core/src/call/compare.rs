//! Methods that compare inventories.

use std::borrow::Cow;

use super::with_packs;
use crate::compare::{self, Side, Style};
use crate::error::{Code, Error};
use crate::factor::Catalog;
use crate::inventory::{self, Options};
use crate::wire::v1::{self, canonical, read_json};

/// A ledger with everything that makes an inventory of it.
struct Ledger<'c> {
    catalog: Cow<'c, Catalog>,
    options: Options,
    bytes: Vec<u8>,
}

impl Ledger<'_> {
    fn side(&self) -> Side<'_> {
        Side::new(&self.catalog, self.options.clone(), || Ok(Box::new(self.bytes.as_slice())))
    }
}

/// One side of a comparison, ready to be compared.
enum Given<'c> {
    Answer(Box<v1::InventoryAnswer>),
    Ledger(Box<Ledger<'c>>),
}

impl<'c> Given<'c> {
    fn new(catalog: &'c Catalog, side: v1::DiffSide, path: &str) -> Result<Given<'c>, Error> {
        let place = |error: Error| {
            let path = format!("{path}{}", error.path());
            error.at(path)
        };
        match (side.answer, side.ledger) {
            (Some(answer), None) => Ok(Given::Answer(Box::new(answer))),
            (None, Some(ledger)) => {
                let options = Options::from_request(&side.options.unwrap_or_default()).map_err(place)?;
                let catalog = with_packs(catalog, &side.packs).map_err(place)?;
                let bytes = ledger.bytes().map_err(place)?;
                Ok(Given::Ledger(Box::new(Ledger { catalog, options, bytes })))
            }
            _ => {
                Err(Error::new(Code::BadRequest, "give either `answer`, or `ledger` with its options")
                    .at(path))
            }
        }
    }

    fn answer(&self) -> Result<Cow<'_, v1::InventoryAnswer>, Error> {
        match self {
            Given::Answer(answer) => Ok(Cow::Borrowed(answer)),
            Given::Ledger(given) => {
                inventory::compute(given.bytes.as_slice(), &given.catalog, &given.options).map(Cow::Owned)
            }
        }
    }
}

pub(super) fn diff(catalog: &Catalog, request: &str) -> Result<String, Error> {
    let request: v1::DiffRequest = read_json(request)?;
    let style = Style::from_request(&request.options)?;
    let before = Given::new(catalog, request.before, "/before")?;
    let after = Given::new(catalog, request.after, "/after")?;
    let answer = match (&before, &after) {
        (Given::Ledger(old), Given::Ledger(new)) => compare::diff(&old.side(), &new.side(), &style)?,
        // A finished side knows its cells only.
        _ => compare::diff_answers(catalog, before.answer()?.as_ref(), after.answer()?.as_ref(), &style)?,
    };
    canonical(&answer)
}
