//! One text for all ways of naming a lot, an item, a place or a party: canonical identifiers, and what aliases say of them.

use std::borrow::Cow;

use super::field::Field;
use super::intake::Row;
use crate::error::{Code, Error};
use crate::gs1::{Aliases, Identifier, Kind, STEM};
use crate::wire::v1;

/// How names are read.
#[derive(Clone, Debug, Default)]
pub(super) struct Same {
    aliases: Aliases,
}

impl Same {
    /// # Errors
    /// `ALIAS_CONFLICT`, and what is wrong with an identifier.
    pub(super) fn new(list: &[v1::AliasText]) -> Result<Same, Error> {
        let mut aliases = Aliases::default();
        for (at, alias) in list.iter().enumerate() {
            let read = |one: &v1::IdentifierText, member: &str| {
                let kind = (!one.kind.is_empty()).then(|| Kind::parse(&one.kind)).transpose();
                let read = kind.and_then(|kind| Identifier::read(&one.text, kind));
                read.map_err(|error| error.at(format!("/aliases/{at}/{member}")))
            };
            let (from, to) = (read(&alias.identifier, "identifier")?, read(&alias.same_as, "same_as")?);
            aliases
                .add(from.canonical(), to.canonical())
                .map_err(|error: Error| error.at(format!("/aliases/{at}")))?;
        }
        Ok(Same { aliases })
    }

    /// What a canonical identifier is read as; `None` if nothing is said of it. A lot or thing of an item goes with its item,
    /// if that is read as another identifier of GS1.
    pub(super) fn resolve(&self, canonical: &str) -> Option<String> {
        if self.aliases.is_empty() {
            return None;
        }
        let whole = self.aliases.resolve(canonical);
        if whole != canonical {
            return Some(whole.to_owned());
        }
        let (item, rest) = (item(canonical)?, canonical.get(ITEM..)?);
        let other = self.aliases.resolve(item);
        (other != item && other.starts_with(STEM) && !rest.is_empty()).then(|| format!("{other}{rest}"))
    }

    /// Item and lot of a canonical identifier: its GTIN and itself. Where the GTIN is read as a code of one's own, that code and
    /// the batch or serial number alone, as cards write them. Without a GTIN, or with nothing behind it, item or lot are the whole.
    pub(super) fn item_and_lot<'t>(&'t self, canonical: &'t str) -> (&'t str, Cow<'t, str>) {
        let Some(own) = item(canonical) else { return (canonical, Cow::Borrowed(canonical)) };
        let code = self.aliases.resolve(own);
        let rest = canonical.get(ITEM..).unwrap_or_default();
        if rest.is_empty() || code == own {
            return (code, Cow::Borrowed(if rest.is_empty() { "" } else { canonical }));
        }
        let read = Identifier::read(canonical, None).ok();
        let lot = read.as_ref().and_then(|read| match read.elements() {
            [_, one] if matches!(one.ai(), "10" | "21") => Some(one.value().to_owned()),
            _ => None,
        });
        (code, lot.map_or(Cow::Borrowed(canonical), Cow::Owned))
    }

    /// The one text for a name.
    pub(super) fn one<'t>(&self, text: &'t str) -> Cow<'t, str> {
        let written = ["urn:epc:", "http", "(", "]"].iter().any(|start| text.starts_with(start));
        let read = if written { Identifier::read(text, None).ok() } else { None };
        let canonical = match read.filter(|read| read.key().is_some()) {
            Some(read) if read.canonical() != text => Cow::Owned(read.canonical().to_owned()),
            _ => Cow::Borrowed(text),
        };
        self.resolve(&canonical).map_or(canonical, Cow::Owned)
    }

    /// A row of a card with the one text for each of its names; the lot of an item with a GTIN is its batch (AI 10).
    pub(super) fn row<'r>(&self, row: &'r Row) -> Cow<'r, Row> {
        let mut out = Cow::Borrowed(row);
        let names = [
            Field::Item,
            Field::Store,
            Field::ToStore,
            Field::Party,
            Field::Supplier,
            Field::Customer,
            Field::Lot,
            Field::ToLot,
        ];
        for field in names {
            let text = row.get(field);
            let mut one = self.one(text);
            let lot = matches!(field, Field::Lot | Field::ToLot) && !one.is_empty();
            if lot
                && item(out.get(Field::Item)).is_some_and(|item| item == out.get(Field::Item))
                && one == text
            {
                let batch = Identifier::read(&format!("{}/10/{text}", out.get(Field::Item)), None);
                if let Ok(batch) = batch {
                    one = Cow::Owned(batch.canonical().to_owned());
                }
            }
            if one != text {
                let one = one.into_owned();
                out.to_mut().replace(field, &one);
            }
        }
        out
    }
}

/// Bytes of a canonical item: the stem, `/01/` and 14 digits.
const ITEM: usize = STEM.len() + 18;

/// The item of a canonical identifier.
fn item(canonical: &str) -> Option<&str> {
    let item = canonical.get(..ITEM)?;
    item.strip_prefix(STEM)?.strip_prefix("/01/").map(|_| item)
}

/// An error where a request names something in a way that cannot be read.
pub(super) fn not_for_events(path: &str) -> Error {
    Error::new(Code::BadRequest, "events say themselves which store, item and unit they are about")
        .with_help("leave out `store`, `item` and `unit` of a file of events; name things that are one with `aliases`")
        .at(path)
}
