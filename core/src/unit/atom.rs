//! The building blocks of units: a symbol with its size, raised to a power and qualified.

use super::dimension::Dimension;
use super::gas_state::GasState;
use super::qualifier::{CalorificBasis, Moisture, Qualifier};
use crate::error::{Code, Error};
use crate::number::Ratio;

/// A symbol, what it measures and its size in base units.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct Atom {
    pub(super) symbol: Box<str>,
    pub(super) dimension: Dimension,
    pub(super) size: Ratio,
    /// Set for units that stand for a rule of administration rather than a measured quantity.
    pub(super) administrative: bool,
}

impl Atom {
    pub(super) fn new(symbol: &str, dimension: Dimension, size: Ratio) -> Atom {
        Atom { symbol: symbol.into(), dimension, size, administrative: false }
    }
}

/// An atom to a power, with its qualifier.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct Term {
    pub(super) atom: Atom,
    pub(super) exponent: i8,
    pub(super) qualifier: Qualifier,
}

impl Term {
    pub(super) fn new(atom: Atom, exponent: i8) -> Term {
        Term { atom, exponent, qualifier: Qualifier::None }
    }

    /// What the term as a whole measures, its exponent included.
    pub(super) fn dimension(&self) -> Result<Dimension, Error> {
        Dimension::ONE.try_times_power(self.atom.dimension, self.exponent).ok_or_else(too_high)
    }

    /// The term's size in base units.
    pub(super) fn size(&self) -> Result<Ratio, Error> {
        self.atom.size.try_pow(self.exponent.into())
    }

    /// Whether the term is `dimension` or one divided by it.
    pub(super) fn is_power_of(&self, dimension: Dimension) -> bool {
        [1, -1].iter().any(|sign| self.dimension().ok() == Dimension::ONE.try_times_power(dimension, *sign))
    }

    /// The same term with a qualifier.
    ///
    /// # Errors
    /// `DIMENSION_MISMATCH` if the qualifier does not fit what the term measures, or contradicts the
    /// qualifier that it has.
    pub(super) fn qualified(mut self, qualifier: Qualifier) -> Result<Term, Error> {
        if self.qualifier == qualifier {
            return Ok(self);
        }
        let fits = match &qualifier {
            Qualifier::None => true,
            Qualifier::Basis(_) => self.atom.dimension == Dimension::ENERGY,
            Qualifier::State(_) => self.is_power_of(Dimension::VOLUME),
            Qualifier::Moisture(_) => self.atom.dimension == Dimension::MASS,
            Qualifier::Money(_) => self.atom.dimension == Dimension::MONEY,
            Qualifier::Note(_) => true,
        };
        if let (Qualifier::Money(money), Qualifier::Note(note)) = (&self.qualifier, &qualifier) {
            self.qualifier = Qualifier::Money(money.with_annotation(note)?);
            return Ok(self);
        }
        if !fits || self.qualifier != Qualifier::None {
            return Err(Error::new(
                Code::DimensionMismatch,
                format!("`{}` cannot be stated as {}", self.atom.symbol, describe(&qualifier)),
            )
            .with_help("net and gross belong to energies, dry and wet to masses, temperature and pressure to volumes, once each"));
        }
        if matches!(qualifier, Qualifier::State(_)) {
            self = self.fused()?;
        }
        self.qualifier = qualifier;
        Ok(self)
    }

    /// `m` to the third as one atom `m3`, so that a gas state can belong to it.
    fn fused(self) -> Result<Term, Error> {
        let power = self.exponent.unsigned_abs();
        if power == 1 {
            return Ok(self);
        }
        let signed = i8::try_from(power).map_err(|_| too_high())?;
        let whole = Term::new(self.atom, signed);
        let atom = Atom {
            symbol: format!("{}{power}", whole.atom.symbol).into(),
            dimension: whole.dimension()?,
            size: whole.size()?,
            administrative: whole.atom.administrative,
        };
        Ok(Term::new(atom, self.exponent.signum()))
    }

    /// Symbol and qualifier as printed, without the exponent; the flag says that an exponent may follow.
    pub(super) fn spelling(&self) -> (String, String) {
        let symbol = &self.atom.symbol;
        let note = match &self.qualifier {
            Qualifier::None => String::new(),
            Qualifier::Basis(basis) => format!("{{{basis}}}"),
            Qualifier::Moisture(moisture) => format!("{{{}}}", moisture.as_str()),
            Qualifier::Note(note) => format!("{{{note}}}"),
            Qualifier::Money(money) => {
                return (money.code().to_owned(), money.to_string().replacen(money.code(), "", 1));
            }
            Qualifier::State(state) => match (&**symbol, *state) {
                ("m3", GasState::NORMAL) => return ("Nm3".to_owned(), String::new()),
                ("m3", GasState::STANDARD) => return ("Sm3".to_owned(), String::new()),
                ("ft3", GasState::US) => return ("scf".to_owned(), String::new()),
                _ => format!("{{{state}}}"),
            },
        };
        (symbol.to_string(), note)
    }
}

fn describe(qualifier: &Qualifier) -> String {
    match qualifier {
        Qualifier::None => "unqualified".to_owned(),
        Qualifier::Basis(CalorificBasis::Net) => "net (lower heating value)".to_owned(),
        Qualifier::Basis(CalorificBasis::Gross) => "gross (higher heating value)".to_owned(),
        Qualifier::State(state) => format!("a gas at {state}"),
        Qualifier::Moisture(Moisture::Dry) => "dry".to_owned(),
        Qualifier::Moisture(Moisture::Wet) => "wet".to_owned(),
        Qualifier::Money(money) => format!("money ({money})"),
        Qualifier::Note(note) => format!("`{{{note}}}`"),
    }
}

/// The error for exponents beyond what a unit may have.
pub(super) fn too_high() -> Error {
    Error::new(Code::LimitExceeded, "an exponent of the unit is too high")
        .with_help("check the exponents of the unit")
}
