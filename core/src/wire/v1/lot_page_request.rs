//! What callers of `lot.check` send: the public data of one lot.

use serde::{Deserialize, Serialize};

use super::LotAnswer;

/// Request of the method `lot.check`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LotRequest {
    /// The data.
    pub lot: LotData,
}

/// The public data of a lot.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct LotData {
    /// Product name, in Vietnamese.
    pub product_name: String,
    /// Product name in English, if there is one.
    pub product_name_en: String,
    /// Picture of the product: `data:image/…;base64,…`, which the page shows, or an address, which it names.
    pub image: String,
    /// Who produces or trades it.
    pub party: String,
    /// Address of that party.
    pub address: String,
    /// The stages of production and trade.
    pub stages: Vec<LotStage>,
    /// When it was produced or traded: a day or a span.
    pub time: String,
    /// Trace code of the product.
    pub trace_code: String,
    /// Brand.
    pub brand: String,
    /// Model.
    pub model: String,
    /// Serial number.
    pub serial: String,
    /// Shelf life, or the day until which it keeps.
    pub shelf_life: String,
    /// Standards and technical regulations that are applied.
    pub standards: Vec<String>,
    /// Data that there are none of: `brand`, `shelf-life`.
    pub none: Vec<String>,
    /// From whom the lot or its materials came.
    pub back: Vec<LotStep>,
    /// To whom the lot went.
    pub forward: Vec<LotStep>,
}

/// A stage.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct LotStage {
    /// What is done.
    pub name: String,
    /// Trace code of the product at this stage.
    pub product_code: String,
    /// Trace code of the place.
    pub place_code: String,
    /// When.
    pub time: String,
}

/// One step back or forward.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct LotStep {
    /// The other party.
    pub party: String,
    /// What it is: a material, the lot itself.
    pub what: String,
    /// Trace code or lot number.
    pub code: String,
    /// Day.
    pub date: String,
}

/// Request of the method `lot.page`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LotPageRequest {
    /// The answer of `lot.check`.
    pub answer: LotAnswer,
    /// `table` or `html`; empty = table.
    #[serde(default)]
    pub format: String,
    /// Which language stands first, `en` or `vi`; empty = en.
    #[serde(default)]
    pub lang: String,
}
