//! How much: one of a thing, or a quantity of a class in the units of Recommendation 20.

use super::walk::Walk;
use crate::epcis::{Item, Role, Row};
use crate::error::{Code, Error, Severity};
use crate::number::{Amount, Ratio};
use crate::trace::intake::size_of;
use crate::trace::record::Base;

/// Base units, and what they count.
pub(super) type Counted = (Option<i128>, Base);

/// A unit of UN/ECE Recommendation 20, as units are written here; none = pieces.
const UNITS: &[(&str, &str)] = &[
    ("C62", ""),
    ("EA", ""),
    ("H87", ""),
    ("NMB", ""),
    ("PCE", ""),
    ("MGM", "mg"),
    ("GRM", "g"),
    ("KGM", "kg"),
    ("DTN", "100 kg"),
    ("TNE", "t"),
    ("LBR", "lb"),
    ("ONZ", "oz"),
    ("MLT", "mL"),
    ("CLT", "cL"),
    ("DLT", "dL"),
    ("LTR", "L"),
    ("HLT", "hL"),
    ("CMQ", "cm3"),
    ("DMQ", "dm3"),
    ("MTQ", "m3"),
    ("MMT", "mm"),
    ("CMT", "cm"),
    ("MTR", "m"),
    ("KMT", "km"),
    ("INH", "in"),
    ("FOT", "ft"),
    ("YRD", "yd"),
    ("MMK", "mm2"),
    ("CMK", "cm2"),
    ("MTK", "m2"),
];

/// How many base units one of a unit of Recommendation 20 is.
fn size(code: &str) -> Result<(Ratio, Base), Error> {
    match UNITS.iter().find(|(known, _)| *known == code) {
        Some((_, "")) => Ok((Ratio::ONE, Base::Things)),
        Some((_, "100 kg")) => Ok((Ratio::whole(100_000_000), Base::Mass)),
        Some((_, unit)) => size_of(unit),
        None => Err(Error::new(Code::UnknownUnit, format!("unit `{code}` of Recommendation 20 is not known here"))
            .with_help("use KGM, GRM, TNE, LTR, MTR, MTK, H87 or another common unit; until then the quantity counts as unknown")),
    }
}

/// Whether things of a role are named one by one.
pub(super) fn single(role: Role) -> bool {
    matches!(role, Role::Epc | Role::Parent | Role::ChildEpc | Role::InputEpc | Role::OutputEpc)
}

impl Walk<'_, '_> {
    /// One of a thing: by its declared weight, else one piece that cannot be compared with other items.
    pub(super) fn one(&mut self, item: u32) -> Counted {
        if !self.intake.has_weights() {
            return (Some(1), Base::Things);
        }
        if let Some(known) = self.sizes.get(&item) {
            return *known;
        }
        let name = self.intake.movements.text(item).to_owned();
        let counted = match self.intake.weight(&name, "") {
            Some(kg) => match kg.try_mul(Ratio::whole(1_000_000)).and_then(|size| size.round_half_even(0)) {
                Ok(milligrams) => (Some(Ratio::from(milligrams).numerator()), Base::Mass),
                Err(_) => (None, Base::Mass),
            },
            None => (Some(1), Base::Things),
        };
        self.sizes.insert(item, counted);
        counted
    }

    /// How much an event says of a thing or class.
    pub(super) fn amount(&mut self, number: usize, row: &Row<'_>, thing: &Item<'_>, item: u32) -> Counted {
        if single(thing.role) {
            return self.one(item);
        }
        let unit = thing.unit.map_or("", |unit| self.log.texts.text(unit));
        let name = self.intake.movements.text(item).to_owned();
        let size = match self.intake.weight(&name, pieces(unit)) {
            Some(kg) => kg.try_mul(Ratio::whole(1_000_000)).map(|size| (size, Base::Mass)),
            None if unit.is_empty() => Ok((Ratio::ONE, Base::Things)),
            None => size(unit),
        };
        let (size, base) = match size {
            Ok(size) => size,
            Err(error) => {
                self.tell(number, Severity::Warning, &error, &self.place_of(row, thing));
                return (None, Base::Things);
            }
        };
        let Some(text) = thing.quantity else { return (None, base) };
        let exact = Amount::parse(text).and_then(|amount| Ratio::from(amount).try_mul(size));
        let units = match exact {
            Ok(exact) if exact.denominator() == 1 => Ok(exact.numerator()),
            exact => {
                let path = self.place_of(row, thing);
                self.intake.whole(exact, self.evidence(number), &path)
            }
        };
        match units {
            Ok(units) => (Some(units), base),
            Err(error) => {
                self.tell(number, Severity::Error, &error, &self.place_of(row, thing));
                (None, base)
            }
        }
    }
}

/// The unit as weights are declared for it.
fn pieces(code: &str) -> &str {
    match UNITS.iter().find(|(known, _)| *known == code) {
        Some((_, unit)) => unit,
        None => code,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_unit_has_a_size() {
        for (code, _) in UNITS {
            assert!(size(code).is_ok(), "{code}");
        }
        assert_eq!(size("KGM").unwrap(), (Ratio::whole(1_000_000), Base::Mass));
        assert_eq!(size("MTR").unwrap(), (Ratio::whole(1_000_000), Base::Length));
        assert_eq!(size("MTK").unwrap(), (Ratio::whole(1_000_000), Base::Area));
        assert_eq!(size("LTR").unwrap(), (Ratio::whole(1_000_000), Base::Volume));
        assert_eq!(size("H87").unwrap(), (Ratio::ONE, Base::Things));
        assert_eq!(size("KWH").unwrap_err().code(), Code::UnknownUnit);
    }
}
