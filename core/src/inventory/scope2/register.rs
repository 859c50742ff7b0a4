//! The register of instruments, checked; and the share of what is claimed that each one covers.

use std::borrow::Cow;
use std::collections::BTreeMap;

use chrono::{Days, NaiveDate};

use crate::error::{Code, Error};
use crate::factor::Catalog;
use crate::number::{Amount, Ratio};
use crate::order::Order;
use crate::period::Period;
use crate::place::Place;
use crate::scope::Category;
use crate::unit::Unit;
use crate::wire::v1;

/// The kinds in the order of their quality: certificate, contract, then the supplier's own rate.
const KINDS: [(&str, u8); 4] =
    [("certificate", 0), ("contract", 1), ("supplier-rate", 2), ("green-tariff", 2)];

/// The pack that instruments with gases of their own become.
const PACK: &str = "instruments";

/// An instrument that was checked.
#[derive(Clone, Debug)]
pub(super) struct Item {
    pub(super) id: Box<str>,
    pub(super) kind: &'static str,
    rank: u8,
    pub(super) factor: Box<str>,
    pub(super) category: Category,
    /// In kWh.
    pub(super) volume: Option<Ratio>,
    market: Place,
    from: Option<NaiveDate>,
    to: Option<NaiveDate>,
    cancelled: bool,
    sites: Vec<Box<str>>,
    regions: Vec<Place>,
}

/// A register whose instruments were checked, in the order in which they are used.
#[derive(Clone, Debug)]
pub struct Register {
    declared: v1::Instruments,
    pub(super) items: Vec<Item>,
    window: u32,
    connected: Vec<(Place, Place)>,
    /// For each instrument what is asked of it, and the part of that which it covers; `None` before the survey.
    pub(super) shares: Option<Vec<(Ratio, Ratio)>>,
}

fn bad(path: String, message: impl Into<Box<str>>) -> Error {
    Error::new(Code::BadInstrument, message).at(path)
}

pub(super) fn kwh() -> Result<Unit, Error> {
    Unit::parse("kWh")
}

impl Item {
    fn new(path: &str, declared: &v1::Instrument) -> Result<Item, Error> {
        let at = |field: &str| format!("{path}/{field}");
        let placed = |field: &'static str| move |error: Error| error.at(format!("{path}/{field}"));
        let needed = |field: &str, text: &str| {
            if text.is_empty() {
                let message = format!("the instrument `{}` does not say `{field}`", declared.id);
                return Err(bad(at(field), message));
            }
            Ok(())
        };
        needed("id", &declared.id)?;
        needed("market", &declared.market)?;
        let Some((kind, rank)) = KINDS.into_iter().find(|(kind, _)| *kind == declared.kind) else {
            let error = bad(at("kind"), format!("kind `{}` is not known", declared.kind));
            return Err(error.with_help("use certificate, contract, supplier-rate or green-tariff"));
        };
        if rank < 2 {
            needed("volume", &declared.volume)?;
        }
        if rank == 0 {
            needed("cancelled", &declared.cancelled)?;
            needed("vintage_from", &declared.vintage_from)?;
            needed("vintage_to", &declared.vintage_to)?;
        }
        let energy = if declared.energy.is_empty() { "electricity" } else { &declared.energy };
        let category = Category::parse(&format!("2.{energy}"), None).map_err(placed("energy"))?;
        let volume = match declared.volume.as_str() {
            "" => None,
            text => {
                needed("volume_unit", &declared.volume_unit)?;
                let unit = Unit::parse(&declared.volume_unit).map_err(placed("volume_unit"))?;
                let ratio = unit.ratio_to(&kwh()?).map_err(placed("volume_unit"))?;
                let amount = Amount::parse(text).map_err(placed("volume"))?;
                if amount.is_negative() {
                    return Err(bad(at("volume"), "a volume is not negative"));
                }
                Some(Ratio::from(amount).try_mul(ratio).map_err(placed("volume"))?)
            }
        };
        let day = |field: &'static str, text: &str| match text {
            "" => Ok(None),
            text => Period::parse(text)
                .map(|period| Some(if field == "vintage_to" { period.end() } else { period.start() }))
                .map_err(placed(field)),
        };
        let cancelled = match declared.cancelled.as_str() {
            "" | "yes" => true,
            "no" => false,
            other => return Err(bad(at("cancelled"), format!("`{other}` is neither yes nor no"))),
        };
        let factor = match (declared.factor.as_str(), declared.gases.as_slice()) {
            ("", []) => {
                let error = bad(at("factor"), format!("the instrument `{}` has no factor", declared.id));
                return Err(
                    error.with_help("name a factor, or state the gases per kWh; zero must be stated, too")
                );
            }
            // Named by its place in the sorted register, once that is known.
            ("", _) => String::new(),
            (factor, []) => factor.to_owned(),
            _ => return Err(bad(at("gases"), "either a factor or gases, not both")),
        };
        let mut regions = Vec::new();
        for (index, region) in declared.regions.iter().enumerate() {
            let place = Place::parse(region).map_err(|error| error.at(format!("{path}/regions/{index}")))?;
            regions.push(place);
        }
        Ok(Item {
            id: declared.id.as_str().into(),
            kind,
            rank,
            factor: factor.into(),
            category,
            volume,
            market: Place::parse(&declared.market).map_err(placed("market"))?,
            from: day("vintage_from", &declared.vintage_from)?,
            to: day("vintage_to", &declared.vintage_to)?,
            cancelled,
            sites: declared.sites.iter().map(|site| site.as_str().into()).collect(),
            regions,
        })
    }

    /// Whether a day is at most so many days from the vintage.
    pub(super) fn near(&self, window: u32, day: NaiveDate) -> bool {
        let days = Days::new(window.into());
        let early = self.from.is_some_and(|from| day < from.checked_sub_days(days).unwrap_or(from));
        let late = self.to.is_some_and(|to| day > to.checked_add_days(days).unwrap_or(to));
        !early && !late
    }

    /// Whether rows of a site or a place are covered although they do not name the instrument.
    pub(super) fn covers(&self, site: &str, place: &Place) -> bool {
        let here = |region: &Place| place.chain().contains(&region.as_str());
        self.sites.iter().any(|known| **known == *site && !site.is_empty()) || self.regions.iter().any(here)
    }
}

impl Register {
    /// Checks what is declared.
    ///
    /// # Errors
    /// `BAD_INSTRUMENT`, `CHOICE_MISSING`, and those of numbers, units, days and places, with the path of the field.
    pub fn new(declared: &v1::Instruments) -> Result<Register, Error> {
        let mut items: Vec<Item> = Vec::new();
        for (at, instrument) in declared.register.iter().enumerate() {
            let path = format!("/register/{at}");
            let item = Item::new(&path, instrument)?;
            if items.iter().any(|known| known.id == item.id) {
                let message = format!("`{}` stands twice in the register: each is claimed once", item.id);
                return Err(bad(format!("{path}/id"), message));
            }
            items.push(item);
        }
        if declared.vintage_window_days.is_none() && items.iter().any(|item| item.from.or(item.to).is_some())
        {
            let message = "no window is named for the vintage of instruments";
            return Err(Error::new(Code::ChoiceMissing, message)
                .with_help(
                    "say how many days from its vintage an instrument may be used: `vintage_window_days`",
                )
                .at("/vintage_window_days"));
        }
        let mut connected = Vec::with_capacity(declared.connected.len());
        for (at, pair) in declared.connected.iter().enumerate() {
            let place = |field: &str, text: &str| {
                Place::parse(text).map_err(|error| error.at(format!("/connected/{at}/{field}")))
            };
            connected.push((place("market", &pair.market)?, place("serves", &pair.serves)?));
        }
        items.order_by(|a, b| (a.rank, &a.id).cmp(&(b.rank, &b.id)));
        let mut register = Register {
            declared: declared.clone(),
            items,
            window: declared.vintage_window_days.unwrap_or_default(),
            connected,
            shares: None,
        };
        register.declared.register.order_by(|a, b| a.id.cmp(&b.id));
        for item in register.items.iter_mut().filter(|item| item.factor.is_empty()) {
            let place = (1u32..).zip(&register.declared.register).find(|(_, known)| *known.id == *item.id);
            item.factor = own_factor(place.map_or(0, |(number, _)| number)).into();
        }
        if let Some(claims) = &declared.claims {
            register.take_claims(claims)?;
        }
        Ok(register)
    }

    pub(in crate::inventory) fn declared(&self) -> &v1::Instruments {
        &self.declared
    }

    /// Whether the ledger has to be read for claims first.
    pub(in crate::inventory) fn needs_survey(&self) -> bool {
        self.shares.is_none() && self.items.iter().any(|item| item.volume.is_some())
    }

    /// Works out what part of the claims each instrument covers.
    ///
    /// # Method
    /// M-54: in the order of use, claimed(i) = what rows that may use i still need; share(i) = min(1, volume / claimed).
    ///
    /// # Errors
    /// `BAD_INSTRUMENT` for a claim on an instrument that is not there, `OVERFLOW`.
    pub(in crate::inventory) fn take_claims(&mut self, claims: &[v1::Claim]) -> Result<(), Error> {
        let mut needs: BTreeMap<Vec<usize>, Ratio> = BTreeMap::new();
        for (at, claim) in claims.iter().enumerate() {
            let position = |id: &String| self.items.iter().position(|item| *item.id == **id);
            let Some(key) = claim.instruments.iter().map(position).collect::<Option<Vec<usize>>>() else {
                return Err(bad(
                    format!("/claims/{at}/instruments"),
                    "the claim names an unknown instrument",
                ));
            };
            let kwh = ratio(&claim.kwh).map_err(|error| error.at(format!("/claims/{at}/kwh")))?;
            let sum = needs.entry(key).or_insert(Ratio::ZERO);
            *sum = sum.try_add(kwh)?;
        }
        let mut shares = Vec::with_capacity(self.items.len());
        for (at, item) in self.items.iter().enumerate() {
            let mut claimed = Ratio::ZERO;
            for (_, kwh) in needs.iter().filter(|(key, _)| key.contains(&at)) {
                claimed = claimed.try_add(*kwh)?;
            }
            let share = match item.volume {
                Some(volume) if volume < claimed => volume.try_div(claimed)?,
                _ => Ratio::ONE,
            };
            let left = Ratio::ONE.try_sub(share)?;
            for (_, kwh) in needs.iter_mut().filter(|(key, _)| key.contains(&at)) {
                *kwh = kwh.try_mul(left)?;
            }
            shares.push((claimed, share));
        }
        self.shares = Some(shares);
        let mut sorted = claims.to_vec();
        sorted.order_by(|a, b| (&a.instruments, &a.kwh).cmp(&(&b.instruments, &b.kwh)));
        self.declared.claims = Some(sorted);
        Ok(())
    }

    /// The part of what is still uncovered that an instrument takes.
    pub(super) fn share(&self, at: usize) -> Ratio {
        self.shares.as_ref().and_then(|shares| shares.get(at)).map_or(Ratio::ONE, |(_, share)| *share)
    }

    /// Why an instrument does not count for a row, if it does not.
    pub(super) fn refusal(
        &self,
        item: &Item,
        category: Category,
        place: &Place,
        period: Period,
    ) -> Option<&'static str> {
        self.refusal_within(self.window, item, category, place, period)
    }

    /// As [`Register::refusal`], with another window for the vintage, in days.
    pub(super) fn refusal_within(
        &self,
        window: u32,
        item: &Item,
        category: Category,
        place: &Place,
        period: Period,
    ) -> Option<&'static str> {
        if item.category != category {
            return Some("it is for another kind of energy");
        }
        if !self.delivers(item, place) {
            return Some("it is of another market");
        }
        if !item.cancelled {
            return Some("it was not cancelled");
        }
        let near = [period.start(), period.end()].iter().all(|day| item.near(window, *day));
        (!near).then_some("its vintage is too far from the days of the row")
    }

    /// How many days from its vintage an instrument may be used.
    pub(super) fn window(&self) -> u32 {
        self.window
    }

    /// Whether an instrument's market is that of a place, or delivers to it.
    fn delivers(&self, item: &Item, place: &Place) -> bool {
        let chain = place.chain();
        let reaches =
            |(market, serves): &(Place, Place)| *market == item.market && chain.contains(&serves.as_str());
        chain.contains(&item.market.as_str()) || self.connected.iter().any(reaches)
    }

    /// What the answer for a row depends on beside its words: days near which vintages, and sites that are covered.
    pub(in crate::inventory) fn key(&self, site: &str, period: Period, key: &mut Vec<u8>) {
        key.push(u8::from(self.items.iter().any(|item| item.sites.iter().any(|known| **known == *site))));
        key.extend_from_slice(site.as_bytes());
        if self.items.iter().any(|item| item.from.or(item.to).is_some()) {
            for day in [period.start(), period.end()] {
                key.extend_from_slice(&chrono::Datelike::num_days_from_ce(&day).to_le_bytes());
            }
        }
    }

    /// As [`Register::catalog`], once the claims are known.
    ///
    /// # Errors
    /// `CHOICE_MISSING` while they are not.
    pub(in crate::inventory) fn ready<'c>(&self, catalog: &'c Catalog) -> Result<Cow<'c, Catalog>, Error> {
        if self.needs_survey() {
            return Err(Error::new(Code::ChoiceMissing, "the claims on the instruments are not known")
                .with_help("let `surveyed` read the ledger first, or give the claims of `scope2.claims`")
                .at("/options/instruments/claims"));
        }
        self.catalog(catalog)
    }

    /// The catalogue with the gases that instruments state themselves, as a pack of their own.
    ///
    /// # Errors
    /// `BAD_PACK` for a gas or a number that cannot be read.
    pub(in crate::inventory) fn catalog<'c>(&self, catalog: &'c Catalog) -> Result<Cow<'c, Catalog>, Error> {
        let own = (1u32..).zip(&self.declared.register).filter(|(_, known)| !known.gases.is_empty());
        let mut table = String::from(
            "factor,activity,kind,gas,value,state,value_unit,per_unit,place,valid_from,valid_to,scope,category,view,gwp_set,td_losses,lower,upper,cell,confidence,note\n",
        );
        let quoted = |text: &str| format!("\"{}\"", text.replace('"', "\"\""));
        let mut any = false;
        for (number, instrument) in own {
            any = true;
            let energy = if instrument.energy.is_empty() { "electricity" } else { &instrument.energy };
            for gas in &instrument.gases {
                let factor = number.to_string();
                let cells = [&factor, energy, "emission", &gas.gas, &gas.kg_per_kwh].map(quoted).join(",");
                table.push_str(&cells);
                table.push_str(",value,kg,kWh,001,,,2,");
                table.push_str(&quoted(energy));
                table.push_str(",market,,,,,");
                table.push_str(&quoted(&format!("register of instruments, {}", instrument.id)));
                table.push_str(",A,\n");
            }
        }
        if !any {
            return Ok(Cow::Borrowed(catalog));
        }
        let description = format!(
            "id = \"{PACK}\"\nkind = \"factors\"\ntitle = \"Instruments of the register\"\npublisher = \"the user\"\nedition = \"1\"\nlicence = \"internal\"\nattribution = \"\"\nsource = \"register of instruments\"\nurl = \"\"\nretrieved = \"2026-01-01\"\nconfidence = \"A\"\n"
        );
        let mut catalog = catalog.clone();
        catalog.add_pack(&description, &table).map_err(|error| error.at("/options/instruments/register"))?;
        Ok(Cow::Owned(catalog))
    }
}

/// The factor of an instrument that states its gases itself.
fn own_factor(number: u32) -> String {
    format!("{PACK}/{number}")
}

/// A decimal or a fraction.
pub(super) fn ratio(text: &str) -> Result<Ratio, Error> {
    match text.split_once('/') {
        Some((above, below)) => {
            Ratio::from(Amount::parse(above)?).try_div(Ratio::from(Amount::parse(below)?))
        }
        None => Amount::parse(text).map(Ratio::from),
    }
}
