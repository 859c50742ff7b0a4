//! Models of custody (ISO 22095:2020), from the weakest to the strongest.

use crate::error::{Code, Error};

/// A model of custody; a later one is stronger.
///
/// # Example
/// ```
/// use emitrace::custody::Model;
///
/// let met = Model::Segregated.meet(Model::MassBalance);
/// assert_eq!((met, met <= Model::Segregated), (Model::MassBalance, true));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Model {
    /// Claims are traded apart from goods.
    BookAndClaim,
    /// Certified and other goods are mixed; claims are balanced by credits or by a rolling average.
    MassBalance,
    /// Mixed in a known proportion.
    ControlledBlending,
    /// Certified goods of several sources, apart from others.
    Segregated,
    /// Certified goods of one source.
    IdentityPreserved,
}

impl Model {
    /// Every model, the weakest first.
    pub const ALL: [Model; 5] = [
        Model::BookAndClaim,
        Model::MassBalance,
        Model::ControlledBlending,
        Model::Segregated,
        Model::IdentityPreserved,
    ];

    /// `B&C`, `MB`, `CB`, `SG`, `IP`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Model::BookAndClaim => "B&C",
            Model::MassBalance => "MB",
            Model::ControlledBlending => "CB",
            Model::Segregated => "SG",
            Model::IdentityPreserved => "IP",
        }
    }

    /// Reads the abbreviation or the name; `None` for an empty text.
    ///
    /// # Errors
    /// `UNKNOWN_VALUE`.
    pub fn parse(text: &str) -> Result<Option<Model>, Error> {
        let plain = text.trim().to_lowercase().replace([' ', '_'], "-");
        let names =
            ["book-and-claim", "mass-balance", "controlled-blending", "segregated", "identity-preserved"];
        if plain.is_empty() {
            return Ok(None);
        }
        let found = Model::ALL
            .into_iter()
            .zip(names)
            .find(|(model, name)| plain == *name || plain == model.as_str().to_lowercase());
        found.map(|(model, _)| Some(model)).ok_or_else(|| {
            Error::new(Code::UnknownValue, format!("model of custody `{text}` is not known"))
                .with_help("use IP, SG, CB, MB or B&C")
        })
    }

    /// The weaker of two: what an output may claim of two inputs.
    #[must_use]
    pub fn meet(self, other: Model) -> Model {
        self.min(other)
    }
}
