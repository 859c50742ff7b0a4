//! The answer to an inventory: plain data, amounts as text, keys sorted when written.

use serde::{Deserialize, Serialize};

use super::canonical;
use crate::error::Error;

/// Name of the answer's shape.
pub const INVENTORY_SCHEMA: &str = "emitrace/inventory/1";

/// An inventory with how it was read and what was found on the way.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct InventoryAnswer {
    /// `emitrace/inventory/1`.
    pub schema: String,
    /// Version of the engine.
    pub engine: String,
    /// SHA-256 of the canonical JSON of `inventory`, in hexadecimal: a stranger can recompute it.
    pub digest: String,
    /// The result itself; independent of the language and the layout of the ledger.
    pub inventory: Inventory,
    /// How the ledger was read.
    pub reading: Reading,
    /// The findings, in the order of the rows, up to the limit; `coverage` counts all of them.
    pub findings: Vec<Finding>,
}

impl InventoryAnswer {
    /// Its canonical JSON before and behind that of the inventory.
    pub(crate) fn around(&self) -> Result<(String, String), Error> {
        #[derive(Serialize)]
        struct Before<'a> {
            digest: &'a str,
            engine: &'a str,
            findings: &'a [Finding],
        }
        #[derive(Serialize)]
        struct Behind<'a> {
            reading: &'a Reading,
            schema: &'a str,
        }
        let InventoryAnswer { schema, engine, digest, inventory: _, reading, findings } = self;
        let (before, behind) = (Before { digest, engine, findings }, Behind { reading, schema });
        let (before, behind) = (canonical(&before)?, canonical(&behind)?);
        let open = before.strip_suffix('}').unwrap_or(&before);
        let rest = behind.strip_prefix('{').unwrap_or(&behind);
        Ok((format!("{open},\"inventory\":"), format!(",{rest}")))
    }
}

/// Results, choices and what they rest on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Inventory {
    /// Every choice that changes a number.
    pub choices: Choices,
    /// How much of the ledger is in the result.
    pub coverage: Coverage,
    /// The whole.
    pub total: Figures,
    /// The same, divided; each view adds up to `total` to the last digit.
    pub views: Vec<View>,
    /// Fallbacks taken and things a reader must know, with the number of rows they touch.
    pub notes: Vec<Note>,
    /// Names of the activities in the result.
    pub activities: Vec<ActivityName>,
    /// Every factor that was multiplied, with its source.
    pub factors: Vec<FactorUse>,
    /// Every pack that a factor, conversion or GWP came from, with licence and attribution.
    pub packs: Vec<PackUse>,
    /// What instruments covered, where there is a register of them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub instruments: Option<Vec<super::InstrumentUse>>,
    /// What consolidation did, where there is an organisation.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub boundary: Option<super::Boundary>,
}

/// The choices that the profile and the caller made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Choices {
    /// `ghg-protocol`, `iso-14064-1`, `vn-circular-38`.
    pub profile: String,
    /// `AR4`, `AR5` or `AR6`.
    pub gwp: String,
    /// `2025-01-01/2025-12-31`; empty if rows of any date are taken.
    pub period: String,
    /// Where rows without a region happen; empty if every row must name its own.
    pub region: String,
    /// Packs that are asked for factors, the preferred first.
    pub sources: Vec<String>,
    /// How many years older than the activity a factor may be; 0 = no proxy.
    pub proxy_years: u16,
    /// Places whose factors may stand in where no other is found, in this order.
    pub proxy_places: Vec<String>,
    /// Gas families that are counted in the totals.
    pub gases_in_total: Vec<String>,
    /// Name of the one rounding.
    pub rounding: String,
    /// The register of instruments, with what the ledger claims of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub instruments: Option<super::Instruments>,
    /// Whether rows of scopes 1 and 2 bring their upstream emissions with them.
    #[serde(default, skip_serializing_if = "core::ops::Not::not")]
    pub upstream: bool,
    /// The organisation that the inventory is consolidated for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub organisation: Option<super::Organisation>,
}

/// How much of the input the result covers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Coverage {
    /// Data rows in the ledger.
    pub rows: u64,
    /// Rows in the result.
    pub counted: u64,
    /// Rows left out, each with an error finding.
    pub excluded: u64,
    /// How often each code was found.
    pub findings: Vec<FindingCount>,
}

/// How often a code was found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FindingCount {
    /// Stable code.
    pub code: String,
    /// `error`, `warning` or `info`.
    pub severity: String,
    /// How often.
    pub count: u64,
}

/// Sums of a group of lines. All texts are exact decimals in kilograms.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Figures {
    /// Lines that contribute.
    pub lines: u64,
    /// Scope 1.
    pub scope_1_kg_co2e: String,
    /// Scope 2 by where the grid is.
    pub scope_2_location_kg_co2e: String,
    /// Scope 2 by what is contracted.
    pub scope_2_market_kg_co2e: String,
    /// Scope 3.
    pub scope_3_kg_co2e: String,
    /// Scopes 1, 2 (location-based) and 3.
    pub total_location_kg_co2e: String,
    /// Scopes 1, 2 (market-based) and 3.
    pub total_market_kg_co2e: String,
    /// CO2 from biomass, outside the totals; scope 2 by location (`gases` has the market-based part).
    pub biogenic_kg_co2: String,
    /// Gases outside the totals (HCFC, CFC …) with a GWP, as CO2 equivalent; scope 2 by location.
    pub outside_kg_co2e: String,
    /// Offsets and credits: never part of a total.
    pub offsets_kg_co2e: String,
    /// Mass and effect per account and gas.
    pub gases: Vec<GasFigure>,
}

/// One gas in one account.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GasFigure {
    /// `scope_1`, `scope_2_location`, `scope_2_market`, `scope_3` or `offsets`.
    pub account: String,
    /// `CO2`, `CH4`, `HFC-134a`, `CO2e (AR5)` …
    pub gas: String,
    /// Mass in kilograms.
    pub kg: String,
    /// Effect in kilograms of CO2 equivalent; null if the GWP set has no value for the gas.
    pub kg_co2e: Option<String>,
    /// Whether it is part of the account's total.
    pub in_total: bool,
}

/// The result divided by one or more dimensions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct View {
    /// `scope`, `category`, `iso_category`, `gas`, `site`, `region`, `supplier`, `product`, `month`, `activity`, `factor`, `entity`.
    pub by: Vec<String>,
    /// The groups, sorted by key.
    pub cells: Vec<Cell>,
}

/// One group of a view.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Cell {
    /// One value for each dimension of the view; empty text = the row does not say.
    pub key: Vec<String>,
    /// The sums.
    pub figures: Figures,
}

/// A fallback taken or a disclosure to make.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Note {
    /// Stable code such as `PROXY_YEAR`.
    pub code: String,
    /// The factor, activity or gas that it is about.
    pub about: String,
    /// Rows that it touches.
    pub rows: u64,
    /// The first of them.
    pub first_row: u64,
    /// One sentence.
    pub message: String,
    /// What to do about it.
    pub help: String,
}

/// What people call an activity; empty where only its identifier is known.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ActivityName {
    /// Identifier.
    pub id: String,
    /// English name.
    pub name_en: String,
    /// Vietnamese name.
    pub name_vi: String,
}

/// A factor that was multiplied.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FactorUse {
    /// `pack/factor`.
    pub id: String,
    /// What it is a factor for.
    pub activity: String,
    /// `emission`, or the property that it is: `ncv`, `gcv`, `density`.
    pub kind: String,
    /// Lines that used it.
    pub lines: u64,
    /// Where it is valid.
    pub place: String,
    /// When it is valid: `2025-01-01/2025-12-31`, open ends empty.
    pub valid: String,
    /// Its values: one for each gas.
    pub values: Vec<FactorValue>,
    /// SHA-256 of the factor's canonical record.
    pub digest: String,
}

/// One value of a factor as its source prints it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FactorValue {
    /// The gas; empty for calorific values and densities.
    pub gas: String,
    /// The printed value; empty if `state` is not `value`.
    pub value: String,
    /// `kg/TJ{net}`.
    pub unit: String,
    /// `value`, `negligible` or `absent`.
    pub state: String,
    /// Where in the source.
    pub cell: String,
    /// `A`, `A-`, `B` or `C`.
    pub confidence: String,
}

/// A data pack that the result rests on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PackUse {
    /// Identifier.
    pub id: String,
    /// Title.
    pub title: String,
    /// Who publishes the data.
    pub publisher: String,
    /// Edition.
    pub edition: String,
    /// Licence of the data.
    pub licence: String,
    /// Text to print with results.
    pub attribution: String,
    /// SHA-256 of the table.
    pub sha256: String,
    /// Whether it came with emitrace or from the user.
    pub shipped: bool,
}

/// How the ledger was read.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reading {
    /// `undeclared`, `point`, `comma`, `space` or `lakh`.
    pub number_format: String,
    /// `undeclared`, `dmy` or `mdy`.
    pub date_order: String,
    /// `,`, `;` or `\t`.
    pub delimiter: String,
    /// `utf-8`, `utf-16le` …
    pub encoding: String,
    /// Bytes read.
    pub bytes: u64,
    /// Whether all record identifiers of this ledger were compared with each other.
    pub ids_checked: bool,
    /// Headers and the fields they were taken for; empty field = not used.
    pub columns: Vec<Column>,
    /// `xlsx` or `jsonl`; absent for text with delimiters.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub format: String,
    /// The sheet of a workbook.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub sheet: String,
    /// The row of the sheet that holds the headers.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub header_row: u64,
    /// Which digits of a workbook's numbers count: `excel15` or `raw`.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub sheet_numbers: String,
}

#[allow(
    clippy::trivially_copy_pass_by_ref,
    reason = "serde asks with a reference; where pointers are short the lint is silent"
)]
fn is_zero(number: &u64) -> bool {
    *number == 0
}

/// A column of the ledger.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Column {
    /// The header as written.
    pub header: String,
    /// The field that it was taken for; empty = not used.
    pub field: String,
}

/// A remark about one place of the ledger.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Finding {
    /// `error`, `warning` or `info`.
    pub severity: String,
    /// Stable code.
    pub code: String,
    /// Spreadsheet row (header = 1); 0 = the file as a whole.
    pub row: u64,
    /// Physical line on which the row starts.
    pub line: u64,
    /// Field (`quantity`); empty = the row as a whole.
    pub column: String,
    /// Header of that column as written.
    pub header: String,
    /// Address of the cell in a workbook (`'Nhật ký'!B7`), or the part of it; absent for other formats.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub cell: String,
    /// The value as read, shortened.
    pub value: String,
    /// What is wrong.
    pub message: String,
    /// What to do about it.
    pub help: String,
}
