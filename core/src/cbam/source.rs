//! A source of emissions: what counts, what is biomass, and whom it belongs to.

use super::faults::{At, Faults, shown};
use super::read;
use crate::error::{Code, Error};
use crate::number::Fraction;
use crate::wire::v1;

/// The word for what lies outside the system boundaries.
pub(super) const OUTSIDE: &str = "outside";

/// The kind of gas that a source emits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Gas {
    Co2,
    N2o,
    Pfc,
}

/// A source of emissions, computed.
#[derive(Clone, Debug)]
pub(super) struct Source {
    pub(super) at: At,
    pub(super) id: String,
    pub(super) gas: Gas,
    /// Emissions that count, in t CO2e; transfers are negative.
    pub(super) counted: Fraction,
    /// CO2 of zero-rated biomass, in t.
    pub(super) biomass: Fraction,
    pub(super) fossil_tj: Fraction,
    pub(super) biomass_tj: Fraction,
    /// Whether it takes off what was transferred.
    pub(super) transfer: bool,
    /// What it is used for, where a rule on system boundaries asks; may be empty.
    pub(super) step: String,
    pub(super) shares: Vec<Share>,
    pub(super) shown: v1::CbamSource,
}

/// A part of a source.
#[derive(Clone, Debug)]
pub(super) struct Share {
    pub(super) to: String,
    pub(super) share: Fraction,
    pub(super) at: At,
}

impl Source {
    /// The source with its figures filled into what the answer shows.
    pub(super) fn finished(mut self) -> Result<Source, Error> {
        self.shown.id.clone_from(&self.id);
        self.shown.path = self.at.as_str().into();
        self.shown.t_co2e = self.counted.to_string();
        self.shown.biomass_t_co2 = self.biomass.to_string();
        self.shown.fossil_tj = self.fossil_tj.to_string();
        self.shown.biomass_tj = self.biomass_tj.to_string();
        for share in &self.shares {
            self.shown.attribution.push(v1::CbamAttributed {
                to: share.to.clone(),
                share: share.share.to_string(),
                t_co2e: self.counted.try_mul(&share.share)?.to_string(),
            });
        }
        Ok(self)
    }
}

/// What the answer shows of a source, before figures.
pub(super) fn blank(name: &str, method: &str) -> v1::CbamSource {
    v1::CbamSource {
        id: String::new(),
        name: name.into(),
        path: String::new(),
        method: method.into(),
        formula: String::new(),
        activity_data: String::new(),
        unit: String::new(),
        quantity_from: "stated".into(),
        factors: Vec::new(),
        t_co2e: String::new(),
        biomass_t_co2: String::new(),
        gases: Vec::new(),
        fossil_tj: String::new(),
        biomass_tj: String::new(),
        attribution: Vec::new(),
    }
}

/// Whom an emission belongs to: fractions that add up to one, or nobody.
pub(super) fn shares(faults: &mut Faults, given: &[v1::CbamShare], at: &At) -> Option<Vec<Share>> {
    let at = at.key("attribution");
    let mut read = Vec::new();
    let mut whole = Fraction::zero();
    let mut good = true;
    for (index, entry) in given.iter().enumerate() {
        let at = at.index(index);
        if entry.to.is_empty() {
            faults
                .error(Code::MissingValue, &at.key("to"), "the attribution names nobody")
                .help("name a process, an energy unit, or `outside`");
            good = false;
        }
        let share = match (entry.share.is_empty(), given.len()) {
            (true, 1) => Some(Fraction::one()),
            (true, _) => read::needed(faults, "", &at.key("share"), "the share"),
            _ => read::share(faults, &entry.share, &at.key("share"), "the share"),
        };
        let Some(share) = share else {
            good = false;
            continue;
        };
        whole = faults.take(&at, whole.try_add(&share))?;
        if read.iter().any(|known: &Share| known.to == entry.to) {
            let message = format!("`{}` stands twice in the attribution", shown(&entry.to));
            faults.error(Code::DuplicateRecord, &at.key("to"), message).help("add the two shares up");
            good = false;
        }
        read.push(Share { to: entry.to.clone(), share, at });
    }
    if good && !given.is_empty() && whole != Fraction::one() {
        let message = format!("the shares add up to {whole}, not to 1");
        faults
            .error(Code::ShareOutOfRange, &at, message)
            .help("share the whole emission out; what lies outside of the processes goes to `outside`");
        good = false;
    }
    good.then_some(read)
}

/// The part of the CO2 that is zero-rated: the biomass fraction where sustainability is proven, else nothing.
pub(super) fn zero_rated(
    faults: &mut Faults,
    fraction: Option<&Fraction>,
    (sustainable, evidence): (Option<bool>, &str),
    at: &At,
) -> Option<Fraction> {
    const RULE: &str = "Implementing Regulation (EU) 2025/2547, Annex II B: the biomass fraction is zero-rated only if \
        the criteria of sustainability and greenhouse gas saving are met; else its carbon counts as fossil";
    let Some(fraction) = fraction.filter(|fraction| !fraction.is_zero()) else {
        return Some(Fraction::zero());
    };
    match sustainable {
        None => {
            faults
                .error(
                    Code::ChoiceMissing,
                    &at.key("biomass_sustainable"),
                    "it is not stated whether the biomass meets the criteria of sustainability",
                )
                .rule(RULE)
                .help("write true with the proof in `biomass_evidence`, or false to count it as fossil");
            None
        }
        Some(true) if !evidence.trim().is_empty() => Some(fraction.clone()),
        Some(true) => {
            let message = "the biomass is stated to be sustainable without a proof; it counts as fossil";
            faults
                .warning(Code::BiomassNotProven, &at.key("biomass_evidence"), message)
                .rule(RULE)
                .help("name the certificate and the scheme in `biomass_evidence`");
            Some(Fraction::zero())
        }
        Some(false) => {
            let message = "the biomass does not meet the criteria of sustainability; it counts as fossil";
            faults
                .info(Code::BiomassNotProven, &at.key("biomass_sustainable"), message)
                .rule(RULE)
                .help("nothing needs to be done");
            Some(Fraction::zero())
        }
    }
}
