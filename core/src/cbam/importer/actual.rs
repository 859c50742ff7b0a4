//! What installations say about their goods, checked; faults are findings, and the rest stays usable.

use core::fmt;
use std::collections::BTreeMap;

use crate::cbam::{CnCode, Good, Origin, Tables, Variant};
use crate::error::{Code, Error, Finding, Position, Severity};
use crate::factor::fold;
use crate::factor::rows::{FunctionalUnit, Sector};
use crate::number::Ratio;
use crate::wire::v1;

use super::choices::{amount, year_of};

/// Where in the request something is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// An entry of `installations`.
    Listed(usize),
    /// A document of `plants`.
    Plant(usize),
    /// An entry of a document of `sealed`.
    Sealed(usize, usize),
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Place::Listed(at) => write!(f, "/installations/{at}"),
            Place::Plant(at) => write!(f, "/plants/{at}"),
            Place::Sealed(at, entry) => write!(f, "/sealed/{at}/installations/{entry}"),
        }
    }
}

/// What is said of an installation.
#[derive(Clone, Copy, Debug)]
pub(super) enum Said<'s> {
    /// Of a good.
    Of { actual: &'s v1::CbamActual, place: Place },
    /// Nothing that can be used: the findings say why.
    Broken { installation: &'s str, place: Place },
}

/// A precursor of a good.
#[derive(Clone, Debug)]
pub(super) struct Precursor<'c> {
    pub(super) good: Good<'c>,
    pub(super) t_per_t: Ratio,
    pub(super) installation: Box<str>,
    pub(super) origin: Option<Origin<'c>>,
    pub(super) route: Box<str>,
    pub(super) variant: Option<Variant>,
    /// Free allocation of a tonne as stated by its installation.
    pub(super) sefa: Option<Ratio>,
    /// Made and used up in the same joint process.
    pub(super) within: bool,
}

impl Precursor<'_> {
    /// Whether its free allocation goes by data of the installation that made it.
    pub(super) fn has_data(&self) -> bool {
        let exempt = self.origin.as_ref().is_some_and(Origin::is_exempt);
        !exempt && !self.within && self.sefa.is_none() && !self.installation.is_empty()
    }
}

/// Actual data of a good.
#[derive(Clone, Debug)]
pub(super) struct Actual<'c> {
    pub(super) place: Place,
    pub(super) installation: Box<str>,
    cn: CnCode,
    year: Option<i32>,
    pub(super) direct: Ratio,
    pub(super) indirect: Ratio,
    pub(super) per: &'static str,
    /// How much of `per` is in a tonne, or MWh.
    pub(super) content: Ratio,
    pub(super) route: Box<str>,
    pub(super) verified: bool,
    pub(super) precursors: Vec<Precursor<'c>>,
    pub(super) carbon_price: Option<Ratio>,
}

impl Actual<'_> {
    /// Specific embedded emissions of a tonne, or MWh.
    ///
    /// # Method
    /// M-104: (direct + indirect) for one of `per` × how much of `per` is in one (Eq 64 to 66).
    pub(super) fn see(&self) -> Result<Ratio, Error> {
        self.direct.try_add(self.indirect)?.try_mul(self.content)
    }
}

/// All that installations say.
#[derive(Clone, Debug, Default)]
pub(super) struct Actuals<'c> {
    all: Vec<Actual<'c>>,
    /// By installation and code: there may be tens of thousands.
    known: BTreeMap<(String, String), Vec<usize>>,
    /// Installations, codes and places of data that cannot be used.
    broken: Vec<(Box<str>, Option<CnCode>, Place)>,
}

impl<'c> Actuals<'c> {
    /// Checks what is said; every fault is told.
    pub(super) fn new<'s>(
        tables: Tables<'c>,
        said: impl Iterator<Item = Said<'s>>,
        findings: &mut dyn FnMut(Finding),
    ) -> Actuals<'c> {
        let mut actuals = Actuals::default();
        for said in said {
            let (actual, place) = match said {
                Said::Of { actual, place } => (actual, place),
                Said::Broken { installation, place } => {
                    actuals.broken.push((installation.into(), None, place));
                    continue;
                }
            };
            let mut check = Check { place, tables, findings, good: true };
            let read = check.actual(actual);
            let sound = check.good;
            let key = read.as_ref().map(|read| (fold(&actual.installation), read.cn.to_string()));
            let said = key.as_ref().and_then(|key| actuals.known.get(key)).into_iter().flatten();
            let year = read.as_ref().and_then(|read| read.year);
            let twice = said.filter_map(|at| actuals.all.get(*at)).any(|known| known.year == year);
            if sound && twice {
                let message =
                    format!("`{}` says twice what `{}` embeds", actual.installation, actual.cn_code);
                check.tell("cn_code", &Error::new(Code::BadActual, message), &actual.cn_code);
                continue;
            }
            match read.filter(|_| sound).zip(key) {
                Some((read, key)) => {
                    actuals.known.entry(key).or_default().push(actuals.all.len());
                    actuals.all.push(read);
                }
                None => {
                    let cn = CnCode::parse(&actual.cn_code).ok();
                    actuals.broken.push((actual.installation.as_str().into(), cn, place));
                }
            }
        }
        actuals
    }

    pub(super) fn get(&self, at: usize) -> Option<&Actual<'c>> {
        self.all.get(at)
    }

    /// The data of an installation for a good made in a year: those of the year, else those of any year.
    ///
    /// # Errors
    /// `ACTUAL_MISSING`.
    pub(super) fn find(&self, installation: &str, good: &Good<'_>, year: i32) -> Result<usize, Error> {
        let missing = |message: String| Error::new(Code::ActualMissing, message);
        if installation.is_empty() {
            return Err(missing("the row names no installation, and actual data are asked for".into())
                .with_help("fill the column `installation`, or use default values"));
        }
        let name = fold(installation);
        let said = self.known.get(&(name.clone(), good.code.to_string()));
        let of = |wanted: Option<i32>| {
            let mut said = said.into_iter().flatten().copied();
            said.find(|at| self.all.get(*at).is_some_and(|known| known.year == wanted))
        };
        if let Some(found) = of(Some(year)).or_else(|| of(None)) {
            return Ok(found);
        }
        let code = good.code;
        let broken = self
            .broken
            .iter()
            .find(|(known, cn, _)| fold(known) == name && cn.is_none_or(|cn| cn.as_str() == code.as_str()));
        if let Some((.., place)) = broken {
            return Err(missing(format!("the data of `{installation}` for `{code}` cannot be used"))
                .with_help(format!("mend {place}: its findings say what is wrong")));
        }
        let own =
            self.known.range((name.clone(), String::new())..).take_while(|((known, _), _)| *known == name);
        let others: Vec<String> = own
            .flat_map(|(_, said)| said.iter().filter_map(|at| self.all.get(*at)))
            .map(|known| match known.year {
                Some(year) => format!("{} of {year}", known.cn),
                None => known.cn.to_string(),
            })
            .collect();
        let error = missing(format!("there are no data of `{installation}` for `{code}` made in {year}"));
        if others.is_empty() {
            return Err(error);
        }
        Err(error.with_help(format!(
            "it has data for {}; add those for `{code}`, or use default values",
            others.join(", ")
        )))
    }
}

/// Reads one entry and tells all its faults.
struct Check<'f, 'c> {
    place: Place,
    tables: Tables<'c>,
    findings: &'f mut dyn FnMut(Finding),
    good: bool,
}

impl<'c> Check<'_, 'c> {
    fn tell(&mut self, field: &str, error: &Error, value: &str) {
        self.good = false;
        let place = Position::new(0, 0, format!("{}/{field}", self.place));
        (self.findings)(Finding { severity: Severity::Error, ..Finding::from_error(error, place, value) });
    }

    fn keep<T>(&mut self, field: &str, value: &str, result: Result<T, Error>) -> Option<T> {
        result.map_err(|error| self.tell(field, &error, value)).ok()
    }

    fn needed(&mut self, field: &str, value: &str) {
        if value.trim().is_empty() {
            self.tell(field, &Error::new(Code::MissingValue, format!("`{field}` is empty")), value);
        }
    }

    fn number(&mut self, field: &str, text: &str) -> Option<Ratio> {
        self.keep(field, text, amount(text, ""))
    }

    fn optional(&mut self, field: &str, text: &str) -> Option<Ratio> {
        if text.is_empty() { None } else { self.number(field, text) }
    }

    fn actual(&mut self, said: &v1::CbamActual) -> Option<Actual<'c>> {
        self.needed("installation", &said.installation);
        let good = self.keep("cn_code", &said.cn_code, self.tables.good(&said.cn_code));
        let year = match said.year.as_str() {
            "" => None,
            text => {
                let error = || {
                    Error::new(Code::UnknownValue, format!("`{text}` is no year"))
                        .with_help("write it as 2026")
                };
                self.keep("year", text, year_of(text).ok_or_else(error))
            }
        };
        let direct = self.number("see_direct_t_co2e", &said.see_direct_t_co2e);
        let indirect = self.optional("see_indirect_t_co2e", &said.see_indirect_t_co2e).unwrap_or(Ratio::ZERO);
        let carbon_price = self.optional("carbon_price_eur_per_t", &said.carbon_price_eur_per_t);
        let per = good.and_then(|good| self.per(&good, said));
        let mut precursors = Vec::with_capacity(said.precursors.len());
        for (at, precursor) in said.precursors.iter().enumerate() {
            precursors.extend(self.precursor(at, precursor));
        }
        let (per, content) = per?;
        Some(Actual {
            place: self.place,
            installation: said.installation.as_str().into(),
            cn: good?.code,
            year,
            direct: direct?,
            indirect,
            per,
            content,
            route: said.route.as_str().into(),
            verified: said.verified,
            precursors,
            carbon_price,
        })
    }

    /// What the emissions are stated for one of, and how much of it is in a tonne.
    fn per(&mut self, good: &Good<'_>, said: &v1::CbamActual) -> Option<(&'static str, Ratio)> {
        let own = match good.row.functional_unit {
            FunctionalUnit::KilowattHour => "MWh",
            unit => unit.as_str(),
        };
        let plain = if good.row.sector == Sector::Electricity { "MWh" } else { "t" };
        let known = [plain, own];
        let Some(per) = known.into_iter().find(|unit| *unit == said.per) else {
            let message = match said.per.as_str() {
                "" => "nothing says what the emissions are stated for one of".to_owned(),
                other => format!("`{other}` is not what emissions of `{}` are stated for one of", good.code),
            };
            let help = if plain == own {
                plain.to_owned()
            } else {
                format!("{plain} (the good) or {own} (its functional unit)")
            };
            let error = Error::new(Code::UnknownValue, message).with_help(format!("use {help}"));
            self.tell("per", &error, &said.per);
            return None;
        };
        if per == plain {
            if !said.content.is_empty() {
                let message = "`content` says how much of another unit is in a tonne, and the emissions are stated for a tonne";
                self.tell("content", &Error::new(Code::BadActual, message), &said.content);
            }
            return Some((per, Ratio::ONE));
        }
        let content = self.number("content", &said.content)?;
        if content > Ratio::ONE || content.is_zero() {
            let message = format!("`{}` is no share of a tonne", said.content);
            self.tell("content", &Error::new(Code::ShareOutOfRange, message), &said.content);
            return None;
        }
        // A tonne holds a thousand kilograms.
        let size = if per == FunctionalUnit::KilogramNitrogen.as_str() { 1_000 } else { 1 };
        let content = self.keep("content", &said.content, content.try_mul(Ratio::whole(size)))?;
        Some((per, content))
    }

    fn precursor(&mut self, at: usize, said: &v1::CbamPrecursor) -> Option<Precursor<'c>> {
        let field = |name: &str| format!("precursors/{at}/{name}");
        let good = self.keep(&field("cn_code"), &said.cn_code, self.tables.good(&said.cn_code));
        let t_per_t = self.number(&field("t_per_t"), &said.t_per_t);
        let origin = match said.origin.as_str() {
            "" => None,
            text => self.keep(&field("origin"), text, self.tables.origin(text)),
        };
        let elsewhere = [&said.installation, &said.origin, &said.sefa_t_co2e_per_t];
        if said.within && elsewhere.iter().any(|text| !text.is_empty()) {
            let message = "a precursor that is made and used up in the same process is of no other installation or country";
            let error = Error::new(Code::BadActual, message)
                .with_help("leave `installation`, `origin` and `sefa_t_co2e_per_t` out, or `within`");
            self.tell(&field("within"), &error, "true");
        }
        if !said.within && said.installation.is_empty() && said.origin.is_empty() {
            let message = "a precursor needs its installation, or its country of origin for default values";
            let error = Error::new(Code::MissingValue, message)
                .with_help("write the country as its ISO 3166-1 code; `unknown` if it is not known");
            self.tell(&field("origin"), &error, "");
        }
        let variant = match said.variant.as_str() {
            "" => None,
            text => self.keep(&field("variant"), text, Variant::parse(text)),
        };
        let sefa = self.optional(&field("sefa_t_co2e_per_t"), &said.sefa_t_co2e_per_t);
        Some(Precursor {
            good: good?,
            t_per_t: t_per_t?,
            installation: said.installation.as_str().into(),
            origin,
            route: said.route.as_str().into(),
            variant,
            sefa,
            within: said.within,
        })
    }
}
