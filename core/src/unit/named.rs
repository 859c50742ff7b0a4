//! Looking up the named units, and listing them.

use super::atom::{Atom, Term};
use super::dimension::Dimension;
use super::gas_state::GasState;
use super::named_table::{COMPOSED, ROWS};
use super::qualifier::{Currency, Qualifier};
use super::unit::Unit;
use super::{grammar, ucum};
use crate::error::Error;
use crate::number::Ratio;

/// Symbols whose name says the state of the gas: the volume and its state.
const GASES: [(&str, &str, GasState); 3] =
    [("Nm3", "m3", GasState::NORMAL), ("Sm3", "m3", GasState::STANDARD), ("scf", "ft3", GasState::US)];

/// The atom of a named unit.
pub(super) fn atom(code: &str) -> Result<Option<Atom>, Error> {
    let Some(row) = ROWS.iter().find(|row| row.code == code) else { return Ok(None) };
    let mut atom = Atom::new(row.code, row.dimension, Ratio::new(row.numerator, row.denominator)?);
    atom.administrative = row.administrative;
    Ok(Some(atom))
}

/// The unit of a canonical symbol: a named unit, a gas volume, a currency or a symbol of UCUM.
///
/// # Errors
/// `UNKNOWN_UNIT` if UCUM has the symbol and this library does not carry it.
pub(super) fn symbol(text: &str) -> Result<Option<Unit>, Error> {
    if let Some(found) = atom(text)? {
        return Ok(Some(found.into()));
    }
    if let Some((_, volume, state)) = GASES.iter().find(|(code, _, _)| *code == text) {
        let volume = grammar::read(volume, grammar::Dialect::Canonical)?;
        return volume.with_gas_state(*state).map(Some);
    }
    if text.len() == 3
        && let Ok(money) = Currency::new(text, None, None)
    {
        let atom = Atom::new(text, Dimension::MONEY, Ratio::ONE);
        let term = Term::new(atom, 1).qualified(Qualifier::Money(money))?;
        return Unit::assemble(Ratio::ONE, vec![term]).map(Some);
    }
    Ok(ucum::symbol(text)?.map(Unit::from))
}

/// A line of the list of units.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct UnitInfo {
    /// The canonical spelling.
    pub code: &'static str,
    /// The English name.
    pub name_en: &'static str,
    /// The Vietnamese name.
    pub name_vi: &'static str,
    /// What the unit measures.
    pub dimension: Dimension,
    /// The size in SI base units (kilogram, metre, second …) or in the counted thing itself.
    pub ratio_to_base: Ratio,
    /// Definition or warning.
    pub note: &'static str,
    /// Whether the unit is one of administration, see [`Unit::is_administrative`].
    pub administrative: bool,
}

/// All named units, for listings and documentation, in the order of their kinds.
///
/// # Example
/// ```
/// let tonne = emitrace::unit::all().find(|info| info.code == "t").unwrap();
/// assert_eq!((tonne.name_en, tonne.name_vi), ("tonne", "tấn"));
/// assert_eq!(tonne.ratio_to_base.to_string(), "1000");
/// ```
pub fn all() -> impl Iterator<Item = UnitInfo> {
    let named = ROWS.iter().filter_map(|row| {
        Some(UnitInfo {
            code: row.code,
            name_en: row.english,
            name_vi: row.vietnamese,
            dimension: row.dimension,
            ratio_to_base: Ratio::new(row.numerator, row.denominator).ok()?,
            note: row.note,
            administrative: row.administrative,
        })
    });
    let composed = COMPOSED.iter().filter_map(|(code, name_en, name_vi, note)| {
        let unit = grammar::read(code, grammar::Dialect::Canonical).ok()?;
        Some(UnitInfo {
            code,
            name_en,
            name_vi,
            dimension: unit.dimension(),
            ratio_to_base: unit.size(),
            note,
            administrative: unit.is_administrative(),
        })
    });
    named.chain(composed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_unique_and_agree_with_ucum() {
        for (index, row) in ROWS.iter().enumerate() {
            assert!(ROWS.iter().skip(index + 1).all(|other| other.code != row.code), "{}", row.code);
            // Everyday names win over prefixes of UCUM that nobody writes: femtotonne, yoctoday, hectoyear, attotonne.
            let everyday = ["ft", "yd", "ha", "at"].contains(&row.code);
            if let (false, Ok(Some(same))) = (everyday, ucum::symbol(row.code)) {
                assert_eq!(Some(same), atom(row.code).unwrap(), "{}", row.code);
            }
        }
    }

    #[test]
    fn every_listed_unit_is_complete() {
        assert_eq!(all().count(), ROWS.len() + COMPOSED.len());
        assert!(all().all(|info| !info.name_en.is_empty() && !info.name_vi.is_empty()));
        assert!(all().all(|info| !info.note.is_empty() && info.ratio_to_base > Ratio::ZERO));
    }
}
