//! What a method is, and the table of all: the entries stand in one file for each subject.

use super::term::{Move, Op, Term};
use super::{Parameter as P, direct, key, movement, products, purchases};
use crate::error::{Code, Error};
use crate::scope::Category;

/// Where the factor of a method comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// From the row's activity, as always (M-05).
    Row,
    /// The row states kilograms of CO2 equivalent itself, frozen at the set that it names.
    Stated,
    /// The terms give kilograms of this gas.
    Gas(&'static str),
    /// Nothing: a rule of accounting gives the reporter no emission.
    Nothing,
    /// From the row's activity, per money: the chain of the spend leads to the money of the factor.
    Money,
}

/// A way to get from the quantity of a row to what a factor multiplies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Method {
    /// The word that ledgers write: `freight`.
    pub id: &'static str,
    /// Its number in METHODS.
    pub number: &'static str,
    /// What it does, in English.
    pub says: &'static str,
    /// What it does, in Vietnamese.
    pub says_vi: &'static str,
    /// The rule that it follows, with the mark of how surely it was read.
    pub clause: &'static str,
    /// Vietnamese and other words for it.
    pub aliases: &'static [&'static str],
    /// Units that the quantity is brought to, the first that it converts to; empty: it stays in the row's unit.
    pub takes: &'static [&'static str],
    /// The terms, in their order.
    pub terms: &'static [Term],
    /// Units of the product, the first for which there is a factor; empty: the unit before the terms.
    pub gives: &'static [&'static str],
    /// Shares of gases that leave as others.
    pub moves: &'static [Move],
    /// Words that choose without being multiplied.
    pub words: &'static [P],
    /// Where the factor comes from.
    pub source: Source,
    /// Categories in which it may stand: keys, or `1`, `2`, `3` for a whole scope.
    pub categories: &'static [&'static str],
}

pub(super) const fn t(op: Op) -> Term {
    Term::new(op)
}

pub(super) const fn constant(numerator: i64, denominator: i64, name: &'static str) -> Term {
    Term::new(Op::Constant { numerator, denominator, name })
}

pub(super) const PROTOCOL_3: &str = "GHG Protocol Technical Guidance for Scope 3";

/// Fields that most methods leave as they are.
pub(super) const PLAIN: Method = Method {
    id: "",
    number: "",
    says: "",
    says_vi: "",
    clause: "",
    aliases: &[],
    takes: &[],
    terms: &[],
    gives: &[],
    moves: &[],
    words: &[],
    source: Source::Row,
    categories: &[],
};

/// Every method, in the order of their numbers.
pub static METHODS: &[Method] = &[
    direct::PROCESS_EMISSIONS,
    direct::PROCESS_STOICHIOMETRIC,
    direct::REFRIGERANT_BALANCE,
    direct::REFRIGERANT_SERVICE,
    direct::REFRIGERANT_INSTALLATION,
    direct::REFRIGERANT_OPERATION,
    direct::REFRIGERANT_DISPOSAL,
    direct::MINE_METHANE,
    direct::METHANE_VENTING,
    direct::METHANE_FLARING,
    direct::INCINERATION,
    direct::BIOGENIC_BLEND,
    purchases::AVERAGE_DATA,
    purchases::SUPPLIER_SPECIFIC,
    purchases::STATED_SHARE,
    purchases::SPEND,
    purchases::UPSTREAM_FUEL,
    purchases::UPSTREAM_DIFFERENCE,
    purchases::LOSSES_OF_GENERATION,
    purchases::LOSSES_OF_CONSUMPTION,
    movement::FREIGHT,
    movement::FREIGHT_FUEL,
    movement::FREIGHT_ALLOCATED,
    movement::FREIGHT_ALLOCATED_STATED,
    movement::WASTE_TREATMENT,
    movement::WASTE_RECYCLED,
    movement::TRAVEL,
    movement::FLIGHT,
    movement::TRAVEL_VEHICLE,
    movement::HOTEL,
    movement::COMMUTING,
    movement::COMMUTING_PASSENGER,
    movement::TELEWORK,
    movement::TELEWORK_HOURS,
    products::PROCESSING_ENERGY,
    products::AREA_SHARE,
    products::ALLOCATED,
    products::USE_ELECTRICITY,
    products::USE_FUEL,
    products::USE_LEAK,
    products::USE_CONTENT,
    products::END_OF_LIFE,
    products::FINANCED,
];

impl Method {
    /// The method of a word: its name, or one of its aliases; case and separators do not matter.
    ///
    /// # Errors
    /// `UNKNOWN_VALUE`, with the nearest names.
    ///
    /// # Example
    /// ```
    /// use emitrace::method::Method;
    ///
    /// assert_eq!(Method::parse("Use of electricity").unwrap_err().code().as_str(), "UNKNOWN_VALUE");
    /// assert_eq!(Method::parse("Commuting")?.number, "M-40");
    /// assert_eq!(Method::parse("theo chi tiêu")?.id, "spend");
    /// # Ok::<(), emitrace::Error>(())
    /// ```
    pub fn parse(text: &str) -> Result<&'static Method, Error> {
        let wanted = key(text);
        let is =
            |method: &&Method| method.id == wanted || method.aliases.iter().any(|alias| key(alias) == wanted);
        METHODS.iter().find(is).ok_or_else(|| {
            let first = wanted.split('-').next().unwrap_or_default();
            let near: Vec<&str> = METHODS
                .iter()
                .map(|method| method.id)
                .filter(|id| !first.is_empty() && id.split('-').any(|word| word == first))
                .collect();
            let message = format!("there is no calculation method `{}`", shorten(text));
            let error = Error::new(Code::UnknownValue, message);
            match near.as_slice() {
                [] => error
                    .with_help("`emitrace methods` lists them; leave the cell empty for quantity × factor"),
                near => {
                    error.with_help(format!("there are {}; `emitrace methods` lists all", near.join(", ")))
                }
            }
        })
    }

    /// Whether the method may stand in a category.
    pub fn may_stand_in(&self, category: Category) -> bool {
        let own = category.key();
        self.categories.iter().any(|allowed| own == *allowed || own.split('.').next() == Some(allowed))
    }

    /// Every parameter of the method with whether each row needs it, in the order of the formula.
    ///
    /// A parameter that a record of a pack may fill is needed all the same: by the row or by the record.
    pub fn parameters(&self) -> Vec<(P, bool)> {
        let mut all: Vec<(P, bool)> = Vec::new();
        let terms = self.terms.iter().flat_map(|term| term.parameters().map(|p| (p, !term.optional)));
        let shares = self.moves.iter().map(|of| (of.share, true));
        let words =
            self.words.iter().map(|word| (*word, matches!(word, P::StatedGwpSet | P::RadiativeForcing)));
        for (parameter, needed) in terms.chain(shares).chain(words) {
            if !all.iter().any(|(known, _)| *known == parameter) {
                all.push((parameter, needed));
            }
        }
        all
    }

    /// The formula in one line: `kg = quantity [t] × distance_km [t.km] × factor`.
    pub fn formula(&self) -> String {
        let mut text = "quantity".to_owned();
        if let Some(first) = self.takes.first() {
            text.push_str(&format!(" [{first}]"));
        }
        for term in self.terms {
            text.push(' ');
            if term.optional {
                text.push_str(&format!("[{}]", term.formula()));
            } else {
                text.push_str(&term.formula());
            }
        }
        match self.source {
            Source::Row | Source::Money => text.push_str(" × factor"),
            Source::Stated => text.push_str(" = kg CO2e"),
            Source::Gas(gas) => text.push_str(&format!(" = kg {gas}")),
            Source::Nothing => text.push_str(" = 0"),
        }
        for of in self.moves {
            text.push_str("; ");
            text.push_str(&of.formula());
        }
        text
    }
}

fn shorten(text: &str) -> String {
    text.chars().take(60).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::method::Range;
    use crate::unit::Unit;

    #[test]
    fn every_word_means_one_method_and_every_unit_and_category_exists() {
        let mut seen: Vec<(String, &str)> = Vec::new();
        for method in METHODS {
            assert_eq!(key(method.id), method.id);
            for word in method.aliases.iter().chain([&method.id]) {
                let word = key(word);
                assert!(!seen.iter().any(|(known, _)| *known == word), "{word}");
                assert_eq!(Method::parse(&word).unwrap().id, method.id);
                seen.push((word, method.id));
            }
            for unit in method.takes.iter().chain(method.gives) {
                Unit::parse(unit).unwrap();
            }
            for category in method.categories {
                assert!(
                    ["1", "2", "3"].contains(category)
                        || Category::all().any(|known| known.key() == *category),
                    "{category}"
                );
            }
            assert!(Category::all().any(|category| method.may_stand_in(category)));
            assert!(!method.may_stand_in(Category::OFFSETS));
            assert!(method.number.starts_with("M-") && !method.clause.is_empty());
        }
    }

    #[test]
    fn terms_that_multiply_read_numbers() {
        for method in METHODS {
            for term in method.terms {
                for parameter in term.parameters() {
                    let word = matches!(parameter.range(), Range::Word | Range::Year | Range::Currency);
                    assert_eq!(word, matches!(term.op, Op::Sign(..)), "{}", method.id);
                }
            }
        }
    }

    #[test]
    fn every_parameter_serves_some_method() {
        for parameter in P::ALL {
            assert!(
                METHODS.iter().any(|method| method.parameters().iter().any(|(known, _)| known == parameter)),
                "{}",
                parameter.name()
            );
        }
    }

    #[test]
    fn formulas_read_like_formulas() {
        assert_eq!(
            Method::parse("commuting").unwrap().formula(),
            "quantity [FTE] × one_way_km × 2 (there and back) × days ÷ occupancy × factor"
        );
        assert_eq!(
            Method::parse("methane-flaring").unwrap().formula(),
            "quantity [m3] [× methane_share] × 67/100 (kg of methane per m3 at 20 °C and 1 atm) × factor; CH4 → CO2, \
             CH4-fossil → CO2, CH4-non-fossil → CO2-biogenic: flare_efficiency × 44/16"
        );
    }
}
