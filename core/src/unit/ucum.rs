//! Symbols of UCUM: an atom with or without a prefix, and the atoms that are known but not carried.

use super::atom::Atom;
use super::ucum_table::{ATOMS, UcumAtom};
use crate::error::{Code, Error};
use crate::number::Ratio;

/// Prefix and power of ten.
const DECIMAL: [(&str, i32); 20] = [
    ("da", 1), // before `d`
    ("Y", 24),
    ("Z", 21),
    ("E", 18),
    ("P", 15),
    ("T", 12),
    ("G", 9),
    ("M", 6),
    ("k", 3),
    ("h", 2),
    ("d", -1),
    ("c", -2),
    ("m", -3),
    ("u", -6),
    ("n", -9),
    ("p", -12),
    ("f", -15),
    ("a", -18),
    ("z", -21),
    ("y", -24),
];

/// Binary prefix and its size.
const BINARY: [(&str, i64); 4] =
    [("Ki", 1_024), ("Mi", 1_048_576), ("Gi", 1_073_741_824), ("Ti", 1_099_511_627_776)];

/// Why an atom of UCUM is not carried.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Declined {
    /// Its scale is not a straight line through zero, so a ratio cannot convert it.
    NonLinear,
    /// It is defined by a procedure and comparable to itself only.
    Arbitrary,
    /// Its size is a multiple of π.
    Irrational,
    /// A measured or fixed constant of nature that no ledger states amounts in.
    Constant,
}

impl Declined {
    const fn why(self) -> &'static str {
        match self {
            Declined::NonLinear => "its scale is not a straight line through zero, so no ratio converts it",
            Declined::Arbitrary => "it is defined by a laboratory procedure and converts to nothing",
            Declined::Irrational => "its size is a multiple of π, which no fraction states exactly",
            Declined::Constant => "it is a constant of nature",
        }
    }
}

/// Atoms of UCUM that are not carried, with the reason.
const DECLINED: &[(&str, Declined)] = &[
    ("Cel", Declined::NonLinear),
    ("[degF]", Declined::NonLinear),
    ("[degRe]", Declined::NonLinear),
    ("Np", Declined::NonLinear),
    ("B", Declined::NonLinear),
    ("B[SPL]", Declined::NonLinear),
    ("B[V]", Declined::NonLinear),
    ("B[mV]", Declined::NonLinear),
    ("B[uV]", Declined::NonLinear),
    ("B[10.nV]", Declined::NonLinear),
    ("B[W]", Declined::NonLinear),
    ("B[kW]", Declined::NonLinear),
    ("bit_s", Declined::NonLinear),
    ("pH", Declined::NonLinear),
    ("[p'diop]", Declined::NonLinear),
    ("%[slope]", Declined::NonLinear),
    ("[m/s2/Hz^0.5]", Declined::NonLinear),
    ("[hp'_X]", Declined::NonLinear),
    ("[hp'_C]", Declined::NonLinear),
    ("[hp'_M]", Declined::NonLinear),
    ("[hp'_Q]", Declined::NonLinear),
    ("[hp_X]", Declined::Arbitrary),
    ("[hp_C]", Declined::Arbitrary),
    ("[hp_M]", Declined::Arbitrary),
    ("[hp_Q]", Declined::Arbitrary),
    ("[kp_X]", Declined::Arbitrary),
    ("[kp_C]", Declined::Arbitrary),
    ("[kp_M]", Declined::Arbitrary),
    ("[kp_Q]", Declined::Arbitrary),
    ("[iU]", Declined::Arbitrary),
    ("[IU]", Declined::Arbitrary),
    ("[arb'U]", Declined::Arbitrary),
    ("[USP'U]", Declined::Arbitrary),
    ("[GPL'U]", Declined::Arbitrary),
    ("[MPL'U]", Declined::Arbitrary),
    ("[APL'U]", Declined::Arbitrary),
    ("[beth'U]", Declined::Arbitrary),
    ("[anti'Xa'U]", Declined::Arbitrary),
    ("[todd'U]", Declined::Arbitrary),
    ("[dye'U]", Declined::Arbitrary),
    ("[smgy'U]", Declined::Arbitrary),
    ("[bdsk'U]", Declined::Arbitrary),
    ("[ka'U]", Declined::Arbitrary),
    ("[knk'U]", Declined::Arbitrary),
    ("[mclg'U]", Declined::Arbitrary),
    ("[tb'U]", Declined::Arbitrary),
    ("[CCID_50]", Declined::Arbitrary),
    ("[TCID_50]", Declined::Arbitrary),
    ("[EID_50]", Declined::Arbitrary),
    ("[PFU]", Declined::Arbitrary),
    ("[FFU]", Declined::Arbitrary),
    ("[CFU]", Declined::Arbitrary),
    ("[IR]", Declined::Arbitrary),
    ("[BAU]", Declined::Arbitrary),
    ("[AU]", Declined::Arbitrary),
    ("[Amb'a'1'U]", Declined::Arbitrary),
    ("[PNU]", Declined::Arbitrary),
    ("[Lf]", Declined::Arbitrary),
    ("[D'ag'U]", Declined::Arbitrary),
    ("[FEU]", Declined::Arbitrary),
    ("[ELU]", Declined::Arbitrary),
    ("[EU]", Declined::Arbitrary),
    ("[pi]", Declined::Irrational),
    ("deg", Declined::Irrational),
    ("'", Declined::Irrational),
    ("''", Declined::Irrational),
    ("gon", Declined::Irrational),
    ("circ", Declined::Irrational),
    ("sph", Declined::Irrational),
    ("Lmb", Declined::Irrational),
    ("Oe", Declined::Irrational),
    ("Gb", Declined::Irrational),
    ("[cml_i]", Declined::Irrational),
    ("[mu_0]", Declined::Irrational),
    ("[eps_0]", Declined::Constant),
    ("[h]", Declined::Constant),
    ("[k]", Declined::Constant),
    ("[e]", Declined::Constant),
    ("[m_e]", Declined::Constant),
    ("[m_p]", Declined::Constant),
    ("[G]", Declined::Constant),
    ("u", Declined::Constant),
];

/// The unit of a symbol of UCUM; `None` if the symbol is not one.
///
/// # Errors
/// `UNKNOWN_UNIT` with the reason if UCUM has the symbol and this library does not carry it.
pub(super) fn symbol(text: &str) -> Result<Option<Atom>, Error> {
    if let Some(row) = ATOMS.iter().find(|row| row.code == text) {
        let size = Ratio::new(row.numerator, row.denominator)?;
        return Ok(Some(Atom::new(row.canonical, row.dimension, size)));
    }
    let declined = |code: &str| DECLINED.iter().find(|(known, _)| *known == code);
    // Before prefixes are tried: `pH` is no picohenry.
    if let Some(found) = declined(text) {
        return Err(not_carried(found));
    }
    if let Some((prefix, size, row)) = prefixed(text)? {
        let size = size.try_mul(Ratio::new(row.numerator, row.denominator)?)?;
        // A canonical spelling that is a word (`tesla`) takes no prefix; the litre is always `L`.
        let stem = if row.code == "l" { row.canonical } else { row.code };
        return Ok(Some(Atom::new(&format!("{prefix}{stem}"), row.dimension, size)));
    }
    let behind_prefix = DECIMAL.iter().filter_map(|(prefix, _)| text.strip_prefix(prefix)).find_map(declined);
    behind_prefix.map_or(Ok(None), |found| Err(not_carried(found)))
}

fn not_carried((code, reason): &(&str, Declined)) -> Error {
    Error::new(Code::UnknownUnit, format!("`{code}` of UCUM is not supported: {}", reason.why()))
        .with_help("give the amount in a unit that converts by a ratio")
}

/// The size of the prefix of a symbol and the atom behind it; `None` without a prefix.
pub(super) fn split(text: &str) -> Result<Option<(Ratio, Atom)>, Error> {
    let Some((_, size, row)) = prefixed(text)? else { return Ok(None) };
    let base = Atom::new(row.canonical, row.dimension, Ratio::new(row.numerator, row.denominator)?);
    Ok(Some((size, base)))
}

/// Splits a symbol into a prefix, the size of the prefix and the row of a metric atom.
fn prefixed(text: &str) -> Result<Option<(&'static str, Ratio, &'static UcumAtom)>, Error> {
    let row = |prefix: &str| {
        let rest = text.strip_prefix(prefix)?;
        ATOMS.iter().find(|row| row.metric && row.code == rest)
    };
    for (prefix, exponent) in DECIMAL {
        if let Some(row) = row(prefix) {
            return Ok(Some((prefix, Ratio::pow10(exponent)?, row)));
        }
    }
    for (prefix, size) in BINARY {
        if let Some(row) = row(prefix) {
            return Ok(Some((prefix, Ratio::whole(size), row)));
        }
    }
    Ok(None)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn atoms_are_unique_and_none_is_also_declined() {
        for (index, row) in ATOMS.iter().enumerate() {
            assert!(ATOMS.iter().skip(index + 1).all(|other| other.code != row.code), "{}", row.code);
            assert!(DECLINED.iter().all(|(code, _)| *code != row.code), "{}", row.code);
            assert!(row.numerator > 0 && row.denominator > 0, "{}", row.code);
        }
    }

    #[test]
    fn a_prefixed_symbol_is_never_read_two_ways() {
        for (left, _) in DECIMAL {
            for row in ATOMS.iter().filter(|row| row.metric) {
                let text = format!("{left}{}", row.code);
                let readings = DECIMAL
                    .iter()
                    .filter_map(|(prefix, _)| text.strip_prefix(prefix))
                    .filter(|rest| ATOMS.iter().any(|atom| atom.metric && atom.code == *rest))
                    .count();
                let whole = usize::from(ATOMS.iter().any(|atom| atom.code == text));
                // `cd`, `Pa`, `min` … are atoms of their own and win over a prefix.
                assert!(readings == 1 || whole == 1, "{text}");
            }
        }
    }
}
