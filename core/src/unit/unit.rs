//! The unit: a number times atoms to powers, in one canonical form.

use core::cmp::Ordering;
use std::sync::Arc;

use super::atom::{Atom, Term, too_high};
use super::convert;
use super::dimension::Dimension;
use super::gas_state::GasState;
use super::named;
use super::qualifier::{CalorificBasis, Currency, Moisture, Qualifier};
use super::{everyday, grammar};
use crate::error::{Code, Error};
use crate::number::Ratio;
use crate::order::Order;

/// Longest text of a unit, in bytes: read or printed.
pub(super) const MAX_TEXT: usize = 64;

/// A unit of measurement with everything that its size depends on: heating value, gas state, dry or wet,
/// currency with price year and level.
///
/// Equal units print alike and the other way round: `kWh` and `kW.h` are one unit, `t` and `Mg` are two
/// units of the same size. What prints can be read again with [`Unit::parse`].
///
/// # Example
/// ```
/// use emitrace::unit::Unit;
///
/// let mile = Unit::parse("mile")?;
/// assert_eq!(mile.to_string(), "mi");
/// assert_eq!(mile.ratio_to(&Unit::parse("km")?)?.to_string(), "1.609344");
///
/// let freight = Unit::parse("tấn")?.times(&Unit::parse("km")?)?;
/// assert_eq!(freight, Unit::parse("tkm")?);
/// # Ok::<(), emitrace::Error>(())
/// ```
///
/// A copy costs nothing: what a unit is made of is shared.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Unit(Arc<Parts>);

#[derive(PartialEq, Eq, Hash)]
struct Parts {
    /// Plain numbers of the unit, e.g. the 100 of `L/(100.km)`.
    coefficient: Ratio,
    /// Merged and ordered, so that `a.b` and `b.a` are equal.
    terms: Vec<Term>,
    dimension: Dimension,
    /// In SI base units, the coefficient included.
    size: Ratio,
}

impl Unit {
    /// The unit of plain numbers.
    pub fn one() -> Unit {
        Unit(Arc::new(Parts {
            coefficient: Ratio::ONE,
            terms: Vec::new(),
            dimension: Dimension::ONE,
            size: Ratio::ONE,
        }))
    }

    /// Reads everyday spellings (English and Vietnamese), this library's own spellings and UCUM codes.
    ///
    /// The case of letters counts wherever two units differ only by it. Spellings that stand for several
    /// units are refused: `ton`, `gal`, `mwh`, `MT`, `year`. See the [module](crate::unit) for the list.
    ///
    /// # Errors
    /// * `UNKNOWN_UNIT`, with the nearest known spellings as help; also for texts above 64 bytes.
    /// * `AMBIGUOUS_UNIT`, with the spellings to choose from as help.
    /// * `DIMENSION_MISMATCH` if a qualifier does not fit, as in `t{gross}`.
    ///
    /// # Example
    /// ```
    /// use emitrace::unit::Unit;
    ///
    /// assert_eq!(Unit::parse("số điện")?, Unit::parse("kWh")?);
    /// assert_eq!(Unit::parse("m³")?, Unit::parse("m^3")?);
    /// assert_eq!(Unit::parse("MJ (LHV)")?.to_string(), "MJ{net}");
    /// let error = Unit::parse("ton").unwrap_err();
    /// assert_eq!(error.code().as_str(), "AMBIGUOUS_UNIT");
    /// assert!(error.help().contains("short ton"));
    /// # Ok::<(), emitrace::Error>(())
    /// ```
    pub fn parse(text: &str) -> Result<Unit, Error> {
        everyday::parse(text)
    }

    /// Reads the case-sensitive grammar of UCUM and nothing else.
    ///
    /// Annotations in braces that name a qualifier (`{net}`, `{dry}`, `{15Cel_101.325kPa}`) become that
    /// qualifier. Other annotations are kept: unlike UCUM, `kg{CO2}` does not convert to `kg{CO2e}`.
    ///
    /// # Errors
    /// `UNKNOWN_UNIT` if the text is no UCUM expression, or one with atoms that are not carried (non-linear
    /// scales such as `Cel` and `pH`, arbitrary units such as `[iU]`, multiples of π).
    ///
    /// # Example
    /// ```
    /// use emitrace::unit::Unit;
    ///
    /// let pounds = Unit::parse_ucum("[lb_av]/h")?;
    /// let ratio = pounds.ratio_to(&Unit::parse_ucum("kg/s")?)?;
    /// assert_eq!(ratio.to_string(), "45359237/360000000000");
    /// assert!(Unit::parse_ucum("kWh").is_err());
    /// # Ok::<(), emitrace::Error>(())
    /// ```
    pub fn parse_ucum(text: &str) -> Result<Unit, Error> {
        grammar::read(text, grammar::Dialect::Ucum)
    }

    /// The fraction that turns a quantity in this unit into a quantity in `target`.
    ///
    /// `quantity_in_self * ratio = quantity_in_target`.
    ///
    /// # Method
    /// The quotient of the two units' definitions, all of them fractions. Volumes of gas at two different
    /// states are converted as ideal gases, see [`GasState::volume_ratio_to`].
    ///
    /// # Errors
    /// * `DIMENSION_MISMATCH` if the two measure different things, or the same thing stated differently:
    ///   net and gross, dry and wet, different currencies, price years, price levels or annotations.
    /// * `MISSING_CV_BASIS` if one says net or gross and the other does not.
    /// * `MISSING_GAS_STATE` if one is a volume of gas at a stated state and the other a bare volume.
    /// * `OVERFLOW` if the fraction needs more than 127 bits.
    ///
    /// # Example
    /// ```
    /// use emitrace::unit::Unit;
    ///
    /// let metered = Unit::parse("kWh")?;
    /// let burnt = Unit::parse("TJ{net}")?;
    /// assert_eq!(metered.ratio_to(&burnt).unwrap_err().code().as_str(), "MISSING_CV_BASIS");
    /// # Ok::<(), emitrace::Error>(())
    /// ```
    pub fn ratio_to(&self, target: &Unit) -> Result<Ratio, Error> {
        convert::ratio(self, target)
    }

    /// What the unit measures.
    pub fn dimension(&self) -> Dimension {
        self.0.dimension
    }

    /// The product of two units; qualifiers are carried along.
    ///
    /// # Errors
    /// `DIMENSION_MISMATCH` if the product would mix net with gross or two gas states;
    /// `LIMIT_EXCEEDED` if it would print with more than 64 bytes; `OVERFLOW`.
    ///
    /// # Example
    /// ```
    /// use emitrace::unit::Unit;
    ///
    /// let power = Unit::parse("kW")?;
    /// assert_eq!(power.times(&Unit::parse("h")?)?, Unit::parse("kWh")?);
    /// # Ok::<(), emitrace::Error>(())
    /// ```
    pub fn times(&self, other: &Unit) -> Result<Unit, Error> {
        let terms = self.0.terms.iter().chain(&other.0.terms).cloned().collect();
        Unit::assemble(self.0.coefficient.try_mul(other.0.coefficient)?, terms)
    }

    /// This unit divided by another; qualifiers are carried along.
    ///
    /// # Errors
    /// As [`Unit::times`].
    ///
    /// # Example
    /// ```
    /// use emitrace::unit::Unit;
    ///
    /// let heating_value = Unit::parse("GJ{net}")?.per(&Unit::parse("t")?)?;
    /// assert_eq!(heating_value.to_string(), "GJ{net}/t");
    /// # Ok::<(), emitrace::Error>(())
    /// ```
    pub fn per(&self, other: &Unit) -> Result<Unit, Error> {
        self.times(&other.power(-1)?)
    }

    /// This unit to a whole power.
    pub(super) fn power(&self, exponent: i8) -> Result<Unit, Error> {
        let mut terms = self.0.terms.clone();
        for term in &mut terms {
            term.exponent = term.exponent.checked_mul(exponent).ok_or_else(too_high)?;
        }
        Unit::assemble(self.0.coefficient.try_pow(exponent.into())?, terms)
    }

    /// Whether the energy in this unit is stated net or gross; `None` if it does not say.
    pub fn calorific_basis(&self) -> Option<CalorificBasis> {
        self.0.terms.iter().find_map(|term| match term.qualifier {
            Qualifier::Basis(basis) => Some(basis),
            _ => None,
        })
    }

    /// The same unit with its energy stated net or gross.
    ///
    /// # Errors
    /// `DIMENSION_MISMATCH` if the unit has no factor that is an energy (`kWh`, `TJ`, `mmBtu` …), has several,
    /// or is already stated the other way.
    ///
    /// # Example
    /// ```
    /// use emitrace::unit::{CalorificBasis, Unit};
    ///
    /// let unit = Unit::parse("MJ/Nm3")?.with_calorific_basis(CalorificBasis::Gross)?;
    /// assert_eq!(unit.to_string(), "MJ{gross}/Nm3");
    /// # Ok::<(), emitrace::Error>(())
    /// ```
    pub fn with_calorific_basis(self, basis: CalorificBasis) -> Result<Unit, Error> {
        self.qualify(Qualifier::Basis(basis), Dimension::ENERGY, "energy")
    }

    /// The temperature and pressure at which a volume of gas in this unit is stated.
    pub fn gas_state(&self) -> Option<GasState> {
        self.0.terms.iter().find_map(|term| match term.qualifier {
            Qualifier::State(state) => Some(state),
            _ => None,
        })
    }

    /// The same unit with its volume stated at a temperature and pressure, e.g. that of a meter.
    ///
    /// # Errors
    /// `DIMENSION_MISMATCH` if the unit has no factor that is a volume, has several, or has another state;
    /// `LIMIT_EXCEEDED` if the state has too many digits to print.
    pub fn with_gas_state(self, state: GasState) -> Result<Unit, Error> {
        if GasState::from_text(&state.to_string()) != Some(state) {
            return Err(Error::new(Code::LimitExceeded, "the gas state cannot be written in decimals")
                .with_help("round temperature and pressure"));
        }
        self.qualify(Qualifier::State(state), Dimension::VOLUME, "volume")
    }

    /// The money in this unit.
    pub fn currency(&self) -> Option<&Currency> {
        self.0.terms.iter().find_map(|term| match &term.qualifier {
            Qualifier::Money(money) => Some(money),
            _ => None,
        })
    }

    /// Whether the unit (toe and its multiples) stands for a coefficient of administration: good for
    /// thresholds and energy audits, never for emissions.
    pub fn is_administrative(&self) -> bool {
        self.0.terms.iter().any(|term| term.atom.administrative)
    }

    /// Whether this is a unit of mass.
    pub fn is_mass(&self) -> bool {
        self.0.dimension == Dimension::MASS
    }

    /// Whether this is a unit of energy.
    pub fn is_energy(&self) -> bool {
        self.0.dimension == Dimension::ENERGY
    }

    /// Whether this is a unit of volume.
    pub fn is_volume(&self) -> bool {
        self.0.dimension == Dimension::VOLUME
    }

    pub(super) fn with_moisture(self, moisture: Moisture) -> Result<Unit, Error> {
        self.qualify(Qualifier::Moisture(moisture), Dimension::MASS, "mass")
    }

    /// Puts the qualifier of `other` money on this unit's money.
    pub(super) fn with_money(self, note: &str) -> Result<Unit, Error> {
        self.qualify(Qualifier::Note(note.into()), Dimension::MONEY, "money")
    }

    fn qualify(self, qualifier: Qualifier, dimension: Dimension, name: &str) -> Result<Unit, Error> {
        let text = self.to_string();
        let mut terms = self.0.terms.clone();
        let mut fitting: Vec<&mut Term> =
            terms.iter_mut().filter(|term| term.is_power_of(dimension)).collect();
        let (Some(term), true) = (fitting.pop(), fitting.is_empty()) else {
            return Err(Error::new(
                Code::DimensionMismatch,
                format!("`{text}` has no single factor that is {name}, so it cannot be stated this way"),
            ));
        };
        *term = term.clone().qualified(qualifier)?;
        Unit::assemble(self.0.coefficient, terms)
    }

    /// The one door: merges equal atoms, orders them, joins `kW.h` to `kWh`, and refuses what would mix
    /// qualifiers or could not be printed and read again.
    pub(super) fn assemble(coefficient: Ratio, terms: Vec<Term>) -> Result<Unit, Error> {
        let mut merged = merge(terms)?;
        if join_power_and_hour(&mut merged)? {
            merged = merge(merged)?;
        }
        one_of_a_kind(&merged)?;

        let (mut dimension, mut size) = (Dimension::ONE, coefficient);
        for term in &merged {
            dimension = dimension.try_times_power(term.atom.dimension, term.exponent).ok_or_else(too_high)?;
            size = size.try_mul(term.size()?)?;
        }
        let unit = Unit(Arc::new(Parts { coefficient, terms: merged, dimension, size }));
        if unit.to_string().len() > MAX_TEXT {
            return Err(Error::new(Code::LimitExceeded, "the unit has too many factors")
                .with_help("units are read and printed with at most 64 bytes"));
        }
        Ok(unit)
    }

    pub(super) fn size(&self) -> Ratio {
        self.0.size
    }

    pub(super) fn terms(&self) -> &[Term] {
        &self.0.terms
    }

    pub(super) fn coefficient(&self) -> Ratio {
        self.0.coefficient
    }
}

impl From<Atom> for Unit {
    fn from(atom: Atom) -> Unit {
        Unit(Arc::new(Parts {
            coefficient: Ratio::ONE,
            dimension: atom.dimension,
            size: atom.size,
            terms: vec![Term::new(atom, 1)],
        }))
    }
}

/// Adds the exponents of equal atoms, drops what cancels, and orders the rest.
fn merge(terms: Vec<Term>) -> Result<Vec<Term>, Error> {
    let mut merged: Vec<Term> = Vec::with_capacity(terms.len());
    for term in terms {
        let same = |other: &&mut Term| other.atom == term.atom && other.qualifier == term.qualifier;
        match merged.iter_mut().find(same) {
            Some(known) => {
                known.exponent = known.exponent.checked_add(term.exponent).ok_or_else(too_high)?;
            }
            None => merged.push(term),
        }
    }
    merged.retain(|term| term.exponent != 0);
    merged.order_by(order);
    Ok(merged)
}

/// Numerator before denominator, then counts, mass, length, time; the spelling decides what is left.
fn order(left: &Term, right: &Term) -> Ordering {
    let key = |term: &Term| (term.exponent < 0, term.atom.dimension.rank());
    key(left)
        .cmp(&key(right))
        .then_with(|| left.atom.symbol.cmp(&right.atom.symbol))
        .then_with(|| left.qualifier.cmp(&right.qualifier))
}

/// `kW.h` is `kWh`: the joined symbol can carry a heating value, and the two are equal. Says whether it joined.
fn join_power_and_hour(terms: &mut Vec<Term>) -> Result<bool, Error> {
    let plain = |term: &Term| term.qualifier == Qualifier::None && term.exponent.unsigned_abs() == 1;
    let Some(hour) = terms.iter().position(|term| &*term.atom.symbol == "h" && plain(term)) else {
        return Ok(false);
    };
    let sign = terms.get(hour).map(|term| term.exponent);
    for term in terms.iter_mut() {
        if Some(term.exponent) != sign || !plain(term) || term.atom.dimension != Dimension::POWER {
            continue;
        }
        if let Some(joined) = named::atom(&format!("{}h", term.atom.symbol))?
            && joined.dimension == Dimension::ENERGY
        {
            term.atom = joined;
            terms.remove(hour);
            return Ok(true);
        }
    }
    Ok(false)
}

/// A unit has one heating value, one gas state and one money at most.
fn one_of_a_kind(terms: &[Term]) -> Result<(), Error> {
    let mut bases = terms.iter().filter(|term| matches!(term.qualifier, Qualifier::Basis(_)));
    let mut states = terms.iter().filter(|term| matches!(term.qualifier, Qualifier::State(_)));
    let first = bases.next();
    if bases.any(|term| Some(&term.qualifier) != first.map(|first| &first.qualifier)) {
        return Err(Error::new(Code::DimensionMismatch, "the unit would mix net and gross heating values")
            .with_help("convert one of them with a measured ratio of net to gross first"));
    }
    let first = states.next();
    if states.any(|term| Some(&term.qualifier) != first.map(|first| &first.qualifier)) {
        return Err(Error::new(Code::DimensionMismatch, "the unit would mix two states of gas")
            .with_help("convert one of the volumes to the state of the other first"));
    }
    Ok(())
}
