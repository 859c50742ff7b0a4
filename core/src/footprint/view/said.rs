//! A footprint while it is put into other words: what was said of it, what its maker adds, what is lost.

use std::collections::BTreeSet;

use crate::error::{Code, Error};
use crate::footprint::decimal::Decimal;
use crate::footprint::node::Node;
use crate::footprint::rules::decimal;
use crate::number::{Fraction, Ties};
use crate::told::Told;
use crate::wire::v1;

/// Decimals of a figure that does not end.
pub(super) const PLACES: u32 = 18;
const NOTHING: Node = Node::Null;
/// Objects inside of the footprint whose members are said one by one.
const INSIDE: [&str; 3] = ["/pcf", "/pcf/dqi", "/pcf/verification"];

pub(super) struct Said<'d> {
    pub(super) top: &'d Node,
    pub(super) pcf: &'d Node,
    /// What the maker adds, by the names of the form.
    stated: &'d Node,
    /// JSON pointers of what was said.
    said: BTreeSet<String>,
    losses: Vec<v1::FootprintLoss>,
    pub(super) told: Told,
}

impl<'d> Said<'d> {
    pub(super) fn new(top: &'d Node, stated: &'d Node, told: Told) -> Said<'d> {
        let pcf = top.get("pcf").unwrap_or(&NOTHING);
        Said { top, pcf, stated, said: BTreeSet::new(), losses: Vec::new(), told }
    }

    /// Tells what the maker adds under names that the form does not have.
    pub(super) fn only(&mut self, asks: &[&str]) {
        if !matches!(self.stated, Node::Object(_)) {
            let message = format!("{} stands here; it must be an object", self.stated.kind());
            self.told.error(Code::FootprintBadValue, "/stated", &self.stated.shown(), message);
        }
        for (name, value) in self.stated.members().iter().filter(|(name, _)| !asks.contains(&&**name)) {
            let message = format!("the form has no member `{name}` that is stated beside the footprint");
            self.told.error(Code::UnknownValue, &format!("/stated/{name}"), &value.shown(), message);
        }
    }

    fn object(&self, place: &str) -> &'d Node {
        match place {
            "" => self.top,
            "/pcf" => self.pcf,
            _ => self.pcf.get(place.rsplit('/').next().unwrap_or_default()).unwrap_or(&NOTHING),
        }
    }

    /// A member of the footprint, wherever it stands; it counts as said.
    pub(super) fn member(&mut self, name: &str) -> Option<&'d Node> {
        let places = [""].into_iter().chain(INSIDE);
        let (place, value) = places
            .map(|place| (place, self.object(place)))
            .find_map(|(place, object)| object.get(name).map(|value| (place, value)))?;
        self.say(&format!("{place}/{name}"));
        Some(value)
    }

    /// Counts a place of the footprint as said.
    pub(super) fn say(&mut self, pointer: &str) {
        self.said.insert(pointer.to_owned());
    }

    /// What the maker adds.
    pub(super) fn stated(&self, name: &str) -> Option<&'d Node> {
        self.stated.get(name)
    }

    /// A figure of the carbon footprint; it counts as said.
    ///
    /// # Errors
    /// `MISSING_VALUE`.
    pub(super) fn figure(&mut self, name: &str) -> Result<Fraction, Error> {
        self.say(&format!("/pcf/{name}"));
        decimal(self.pcf, name).map(|read| read.value).ok_or_else(|| {
            Error::new(Code::MissingValue, format!("the footprint does not say `{name}`"))
                .at(format!("/document/pcf/{name}"))
        })
    }

    /// Lists something that was added or changed, or that has no place for a reason of its own.
    pub(super) fn note(&mut self, path: &str, value: &str, what: &str, reason: impl Into<String>) {
        self.say(path);
        let (path, value, what) = (path.into(), value.into(), what.into());
        self.losses.push(v1::FootprintLoss { path, value, what, reason: reason.into() });
    }

    /// What was listed, and all that was not said; what was found.
    pub(super) fn done(mut self) -> (Vec<v1::FootprintLoss>, Told) {
        for place in [""].into_iter().chain(INSIDE) {
            for (name, value) in self.object(place).members() {
                let path = format!("{place}/{name}");
                // An object of which something was said is looked at member by member.
                let opened = INSIDE.contains(&&*path) && self.opened(&path);
                let inside = place.is_empty() || self.opened(place);
                if !opened && inside && !self.said.contains(&path) {
                    self.losses.push(v1::FootprintLoss {
                        path,
                        value: value.shown(),
                        what: "dropped".into(),
                        reason: "the other form has no place for it".into(),
                    });
                }
            }
        }
        (self.losses, self.told)
    }

    fn opened(&self, place: &str) -> bool {
        place == "/pcf" || self.said.iter().any(|said| said.starts_with(&format!("{place}/")))
    }
}

/// A number of JSON from a decimal, with its digits; zeros before them and a plus are no JSON.
pub(super) fn number(read: &Decimal) -> Node {
    let (sign, digits) = match read.plain.strip_prefix('-') {
        Some(digits) => ("-", digits),
        None => ("", read.plain.trim_start_matches('+')),
    };
    let digits = digits.trim_start_matches('0');
    let zero = if digits.is_empty() || digits.starts_with('.') { "0" } else { "" };
    Node::Number(format!("{sign}{zero}{digits}"))
}

/// A number of JSON from an exact value; one that does not end has 18 places, half-even.
pub(super) fn exact(value: &Fraction) -> Node {
    Node::Number(value.rounded(PLACES, Ties::HalfEven))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_number_of_json_is_the_decimal_that_was_read(sign in "[+-]?", units in "[0-9]{1,30}", places in "(\\.[0-9]{1,30})?") {
            let read = Decimal::read(&format!("{sign}{units}{places}")).unwrap();
            let Node::Number(text) = number(&read) else { panic!("a number") };
            prop_assert!(serde_json::from_str::<serde_json::Number>(&text).is_ok(), "{text}");
            prop_assert_eq!(Decimal::read(&text).unwrap().value, read.value);
            prop_assert!(text.ends_with(&places));
        }
    }
}
