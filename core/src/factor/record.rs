//! One factor: what it multiplies, where and when it is valid, its values and their citations.

use chrono::NaiveDate;

use crate::gas::Gas;
use crate::number::Amount;
use crate::scope::Category;
use crate::unit::Unit;

/// What a row of a factor table is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Kind {
    /// Multiplies an activity and gives a mass of gas.
    Emission,
    /// Adjusts another factor; never multiplies an activity.
    Correction,
    /// Net (lower) calorific value of a fuel.
    Ncv,
    /// Gross (higher) calorific value of a fuel.
    Gcv,
    /// Mass per volume of a fuel.
    Density,
    /// Share lost in transmission and distribution.
    LossRate,
    /// Carbon per energy or mass.
    CarbonContent,
    /// Share of a refrigerant's charge that is lost, left or recovered.
    LeakRate,
    /// Units of one currency for one of another in the time of its validity.
    ExchangeRate,
    /// Level of prices in a currency in the year of its validity.
    PriceIndex,
}

impl Kind {
    const ALL: [(Kind, &'static str); 10] = [
        (Kind::Emission, "emission"),
        (Kind::Correction, "correction"),
        (Kind::Ncv, "ncv"),
        (Kind::Gcv, "gcv"),
        (Kind::Density, "density"),
        (Kind::LossRate, "loss-rate"),
        (Kind::CarbonContent, "carbon-content"),
        (Kind::LeakRate, "leak-rate"),
        (Kind::ExchangeRate, "exchange-rate"),
        (Kind::PriceIndex, "price-index"),
    ];

    /// The word that packs write.
    pub fn as_str(self) -> &'static str {
        Kind::ALL.iter().find(|(kind, _)| *kind == self).map_or("emission", |(_, word)| word)
    }

    pub(super) fn parse(text: &str) -> Option<Kind> {
        Kind::ALL.iter().find(|(_, word)| *word == text).map(|(kind, _)| *kind)
    }

    /// Whether the row is a property of a fuel that leads from one unit to another.
    pub fn is_property(self) -> bool {
        matches!(self, Kind::Ncv | Kind::Gcv | Kind::Density)
    }

    /// Whether the row is a number that calculation methods read, and no factor of an activity.
    pub fn is_parameter(self) -> bool {
        matches!(self, Kind::LeakRate | Kind::ExchangeRate | Kind::PriceIndex)
    }
}

/// Whether a source gives a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum State {
    /// A number, zero included.
    Value,
    /// The source says the emission is negligible.
    Negligible,
    /// The source leaves the cell blank.
    Absent,
}

impl State {
    /// The word that packs write.
    pub const fn as_str(self) -> &'static str {
        match self {
            State::Value => "value",
            State::Negligible => "negligible",
            State::Absent => "absent",
        }
    }
}

/// Which scope 2 view a factor serves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ViewOf {
    /// Both, or not scope 2 at all.
    Any,
    /// Location-based: grid averages.
    Location,
    /// Market-based, of one instrument, contract or supplier: used only by rows that name it.
    Market,
    /// Market-based, the residual mix of a place: used for rows without an instrument.
    Residual,
}

impl ViewOf {
    /// The word that packs and ledgers write; empty for [`ViewOf::Any`].
    pub const fn as_str(self) -> &'static str {
        match self {
            ViewOf::Any => "",
            ViewOf::Location => "location",
            ViewOf::Market => "market",
            ViewOf::Residual => "residual",
        }
    }

    /// Reads `location`, `market`, `residual` or nothing.
    pub fn parse(text: &str) -> Option<ViewOf> {
        match text.trim().to_lowercase().as_str() {
            "" | "both" | "any" => Some(ViewOf::Any),
            "location" | "location-based" | "vị trí" => Some(ViewOf::Location),
            "market" | "market-based" | "thị trường" => Some(ViewOf::Market),
            "residual" => Some(ViewOf::Residual),
            _ => None,
        }
    }
}

/// A text that many records say alike: one copy is held for all of them.
pub type Text = std::sync::Arc<str>;

/// One value of a factor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Value {
    /// The gas; `None` for properties and corrections.
    pub gas: Option<Gas>,
    /// Whether there is a number.
    pub state: State,
    /// The number; zero if there is none.
    pub amount: Amount,
    /// The unit of the number; `None` for corrections with odd units.
    pub unit: Option<Unit>,
    /// The unit as the pack writes it.
    pub unit_text: Text,
    /// Lower end of the 95 % interval.
    pub lower: Option<Amount>,
    /// Upper end of the 95 % interval.
    pub upper: Option<Amount>,
    /// Where in the source.
    pub cell: Text,
    /// `A`, `A-`, `B`, `C`.
    pub confidence: Text,
    /// Remark.
    pub note: Text,
}

/// A factor with all its values.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Factor {
    /// `pack/factor`.
    pub id: Text,
    /// Position of its pack in the catalogue.
    pub(crate) pack: usize,
    /// Identifier of the activity, or of the fuel for properties.
    pub activity: Text,
    /// What it is for.
    pub kind: Kind,
    /// A place code, or `site:` and the name of a site.
    pub place: Text,
    /// First day of activity it is meant for; `None` = open.
    pub valid_from: Option<NaiveDate>,
    /// Last day of activity it is meant for; `None` = open.
    pub valid_to: Option<NaiveDate>,
    /// Usual category of what it multiplies.
    pub category: Option<Category>,
    /// Which scope 2 view it serves.
    pub view: ViewOf,
    /// Whether transmission and distribution losses are inside (`included`, `excluded`, `unknown`, empty).
    pub td_losses: Text,
    /// The unit that it is per; `None` for corrections with odd units.
    pub per: Option<Unit>,
    /// That unit as the pack writes it.
    pub per_text: Text,
    /// The values: one for each gas.
    pub values: Vec<Value>,
}

impl Factor {
    /// Whether a day lies within the validity.
    pub fn is_valid_on(&self, day: NaiveDate) -> bool {
        self.valid_from.is_none_or(|from| from <= day) && self.valid_to.is_none_or(|to| day <= to)
    }

    /// The validity as text: `2023-01-01/2023-12-31`, open ends empty.
    pub fn validity(&self) -> String {
        let day = |day: Option<NaiveDate>| day.map_or_else(String::new, |day| day.to_string());
        format!("{}/{}", day(self.valid_from), day(self.valid_to))
    }
}
