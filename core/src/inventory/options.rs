//! The choices behind an inventory. None that changes a number has a default: a profile or the caller makes it.

use crate::activity::ReadOptions;
use crate::error::{Code, Error};
use crate::factor::Policy;
use crate::gas::{Family, GasInfo, GwpSet};
use crate::limits::Limits;
use crate::place::Place;

use super::{Dimension, Organisation, Register};

/// A named set of choices, made by a standard or a law.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Profile {
    /// GHG Protocol Corporate Standard: seven gases, scope 2 both ways.
    GhgProtocol,
    /// ISO 14064-1:2018: the same sums, categories 1 to 6 first.
    Iso14064,
    /// Circular 38/2023/TT-BCT of Viet Nam: Decision 2626 first, HCFC counted beside HFC.
    VnCircular38,
}

impl Profile {
    /// All profiles.
    pub const ALL: [Profile; 3] = [Profile::GhgProtocol, Profile::Iso14064, Profile::VnCircular38];

    /// `ghg-protocol`, `iso-14064-1`, `vn-circular-38`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Profile::GhgProtocol => "ghg-protocol",
            Profile::Iso14064 => "iso-14064-1",
            Profile::VnCircular38 => "vn-circular-38",
        }
    }

    /// Reads a profile's name.
    ///
    /// # Errors
    /// `CHOICE_MISSING` for an empty name, `UNKNOWN_VALUE` for another one.
    pub fn parse(text: &str) -> Result<Profile, Error> {
        let help = "name one of ghg-protocol, iso-14064-1, vn-circular-38";
        if text.is_empty() {
            return Err(Error::new(Code::ChoiceMissing, "no profile is named").with_help(help));
        }
        Profile::ALL.into_iter().find(|profile| profile.as_str() == text).ok_or_else(|| {
            Error::new(Code::UnknownValue, format!("profile `{text}` is not known")).with_help(help)
        })
    }

    /// Shipped packs that the profile asks for factors, the preferred first.
    ///
    /// National figures come before international ones; monetary factors stand last, where nothing else speaks for an
    /// activity. Packs that are in no profile are used when a row or the option `sources` names them: `ember-2024`
    /// (life-cycle intensities, not generation factors) and `uk-desnz-2024-2026-selected` (single cells). Circular 38 Art. 18 orders: approved by the facility (a
    /// user's own pack), Decision 2626, then IPCC, whose defaults EU Regulation 2018/2066 Annex VI repeats.
    pub const fn sources(self) -> &'static [&'static str] {
        match self {
            Profile::GhgProtocol | Profile::Iso14064 => &[
                "vn-decision-2626",
                "vn-grid",
                "us-egrid-2023",
                "us-epa-hub-2025",
                "uk-desnz-2025",
                "eu-standard-fuels",
                "ashrae-blends",
                "ipcc-gwp",
                "emitrace-activities",
                "us-useeio-1.3.0",
            ],
            Profile::VnCircular38 => &[
                "vn-decision-2626",
                "vn-grid",
                "eu-standard-fuels",
                "ashrae-blends",
                "ipcc-gwp",
                "emitrace-activities",
            ],
        }
    }

    /// Gas families beyond the seven gases that the profile counts in its totals.
    pub const fn also_counts(self) -> &'static [Family] {
        match self {
            Profile::GhgProtocol | Profile::Iso14064 => &[],
            // Annex II.2.1 asks for HFC and HCFC.
            Profile::VnCircular38 => &[Family::Hcfc],
        }
    }

    /// Whether a gas is part of the totals.
    pub fn counts(self, gas: &GasInfo) -> bool {
        gas.in_total || self.also_counts().contains(&gas.family)
    }
}

/// Everything that [`compute`](super::compute) needs to know beside the ledger and the factors.
///
/// # Example
/// ```
/// use emitrace::gas::GwpSet;
/// use emitrace::inventory::{Options, Profile};
/// use emitrace::place::Place;
///
/// let options = Options::new(Profile::GhgProtocol, GwpSet::Ar5).with_region(Place::parse("VN")?).with_proxy_years(2);
/// assert_eq!(options.policy.proxy_years, 2);
/// # Ok::<(), emitrace::Error>(())
/// ```
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Options {
    /// The profile.
    pub profile: Profile,
    /// The GWP set.
    pub gwp: GwpSet,
    /// Where rows without a region happen.
    pub region: Option<Place>,
    /// Where factors may come from.
    pub policy: Policy,
    /// Whose emissions are counted, and with which share; `None` = everything in the ledger, wholly.
    pub organisation: Option<Organisation>,
    /// The register of instruments; `None` = rows name the factors of what was contracted themselves.
    pub instruments: Option<Register>,
    /// Whether rows of scopes 1 and 2 bring their upstream emissions (scope 3 category 3) with them.
    pub upstream: bool,
    /// How the ledger is written, and its reporting period.
    pub read: ReadOptions,
    /// Bounds on the input.
    pub limits: Limits,
    /// Views to compute, each by up to four dimensions.
    pub views: Vec<Vec<Dimension>>,
    /// Added to the row numbers of the ledger: for a part of a larger one.
    pub row_offset: u64,
    /// How many threads compute, beside the one that reads; the answer does not depend on it. In a browser it is one.
    pub threads: usize,
    /// How many bytes of the ledger are taken at a time; the answer does not depend on it.
    pub block_bytes: usize,
}

impl Options {
    /// The two choices that nobody can make for the caller; the profile makes the others.
    pub fn new(profile: Profile, gwp: GwpSet) -> Options {
        Options {
            profile,
            gwp,
            region: None,
            policy: Policy {
                sources: profile.sources().iter().map(|id| (*id).into()).collect(),
                proxy_years: 0,
                proxy_places: Vec::new(),
            },
            organisation: None,
            instruments: None,
            upstream: false,
            read: ReadOptions::default(),
            limits: Limits::default(),
            views: Dimension::USUAL.iter().map(|dimension| vec![*dimension]).collect(),
            row_offset: 0,
            threads: 1,
            block_bytes: 256 << 10,
        }
    }

    /// Rows without a region happen here.
    #[must_use]
    pub fn with_region(mut self, region: Place) -> Options {
        self.region = Some(region);
        self
    }

    /// Factors may be up to this many years older than the activity; every use is noted.
    #[must_use]
    pub fn with_proxy_years(mut self, years: u16) -> Options {
        self.policy.proxy_years = years;
        self
    }

    /// Factors of these places may stand in where no other is found; every use is noted.
    #[must_use]
    pub fn with_proxy_places(mut self, places: Vec<Place>) -> Options {
        self.policy.proxy_places = places;
        self
    }

    /// Emissions are consolidated for this organisation; a view by entity is added to the usual ones.
    #[must_use]
    pub fn with_organisation(mut self, organisation: Organisation) -> Options {
        self.organisation = Some(organisation);
        self.views.push(vec![Dimension::Entity]);
        self
    }

    /// So many threads compute.
    #[must_use]
    pub fn with_threads(mut self, threads: usize) -> Options {
        self.threads = threads;
        self
    }

    /// So many bytes of the ledger are taken at a time.
    #[must_use]
    pub fn with_block_bytes(mut self, bytes: usize) -> Options {
        self.block_bytes = bytes;
        self
    }

    /// How the ledger is written.
    #[must_use]
    pub fn with_read(mut self, read: ReadOptions) -> Options {
        self.read = read;
        self
    }
}
