//! Footprints as a table, one row each: what suppliers fill in, and what they are sent (METHODS M-266).

mod write;

use chrono::{DateTime, Days, NaiveDate, Utc};

use super::check::{answer, looked_at, same_ids, under};
use super::node::{Members, Node};
use super::shape::Shape;
use super::{time, v3};
use crate::error::{Code, Error};
use crate::grid::{self, Known, Line, taken};
use crate::limits::Limits;
use crate::told::Told;
use crate::wire::v1;

pub(crate) use write::{Head, Held, Written, write};

/// What a cell holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Text,
    /// Several texts with `|` between them.
    Texts,
    Number,
    Unit,
    /// `yes` or `no`.
    Flag,
    /// A day, at its start in UTC; or a time as footprints write it.
    Day,
    /// The last day of a period, whose end is the start of the next day.
    LastDay,
}

/// A column.
#[derive(Debug)]
struct Column {
    field: &'static str,
    member: &'static str,
    inside: bool,
    kind: Kind,
    headers: [&'static str; 2],
    unit: &'static str,
}

macro_rules! columns {
    ($( $field:literal, $needed:literal, $inside:literal, $member:literal, $kind:ident, $en:literal, $vi:literal, $unit:literal; )+) => {
        const KNOWN: &[Known] = &[$( Known { field: $field, needed: $needed, names: &[$en, $vi] }, )+];
        const COLUMNS: &[Column] = &[$(
            Column { field: $field, member: $member, inside: $inside, kind: Kind::$kind, headers: [$en, $vi], unit: $unit },
        )+];
    };
}

columns! {
    "id", true, false, "id", Text, "identifier", "mã dấu chân", "";
    "created", true, false, "created", Day, "created", "ngày lập", "";
    "status", false, false, "status", Text, "status", "tình trạng", "";
    "company", true, false, "companyName", Text, "company", "công ty", "";
    "company_ids", true, false, "companyIds", Texts, "company identifiers", "mã công ty", "";
    "product", true, false, "productNameCompany", Text, "product", "sản phẩm", "";
    "description", true, false, "productDescription", Text, "description", "mô tả", "";
    "product_ids", true, false, "productIds", Texts, "product identifiers", "mã sản phẩm", "";
    "classifications", false, false, "productClassifications", Texts, "classifications", "phân loại", "";
    "before", false, false, "precedingPfIds", Texts, "footprints before", "dấu chân trước", "";
    "valid_from", false, false, "validityPeriodStart", Day, "valid from", "hiệu lực từ", "";
    "valid_until", false, false, "validityPeriodEnd", Day, "valid until", "hiệu lực đến", "";
    "comment", false, false, "comment", Text, "comment", "ghi chú", "";
    "amount", true, true, "declaredUnitAmount", Number, "declared amount", "lượng khai báo", "";
    "unit", true, true, "declaredUnitOfMeasurement", Unit, "declared unit", "đơn vị khai báo", "";
    "mass", true, true, "productMassPerDeclaredUnit", Number, "mass", "khối lượng", "kg";
    "period_from", true, true, "referencePeriodStart", Day, "first day", "ngày đầu kỳ", "";
    "period_to", true, true, "referencePeriodEnd", LastDay, "last day", "ngày cuối kỳ", "";
    "country", false, true, "geographyCountry", Text, "country", "quốc gia", "";
    "boundary", false, true, "boundaryProcessesDescription", Text, "processes", "công đoạn", "";
    "excluding", true, true, "pcfExcludingBiogenicUptake", Number, "total without uptake", "tổng không kể hấp thụ", "kg CO2e";
    "including", true, true, "pcfIncludingBiogenicUptake", Number, "total with uptake", "tổng kể cả hấp thụ", "kg CO2e";
    "fossil", true, true, "fossilGhgEmissions", Number, "fossil emissions", "phát thải hóa thạch", "kg CO2e";
    "land_use_change", false, true, "landUseChangeGhgEmissions", Number, "land use change", "thay đổi sử dụng đất", "kg CO2e";
    "uptake", false, true, "biogenicCO2Uptake", Number, "biogenic uptake", "hấp thụ sinh học", "kg CO2e";
    "biogenic_gases", false, true, "biogenicNonCO2Emissions", Number, "biogenic other gases", "khí sinh học khác co2", "kg CO2e";
    "fossil_carbon", true, true, "fossilCarbonContent", Number, "fossil carbon", "carbon hóa thạch", "kg C";
    "biogenic_carbon", false, true, "biogenicCarbonContent", Number, "biogenic carbon", "carbon sinh học", "kg C";
    "recycled_carbon", false, true, "recycledCarbonContent", Number, "recycled carbon", "carbon tái chế", "kg C";
    "packaging_included", false, true, "packagingEmissionsIncluded", Flag, "packaging included", "gồm bao bì", "";
    "packaging", false, true, "packagingGhgEmissions", Number, "packaging emissions", "phát thải bao bì", "kg CO2e";
    "outbound", false, true, "outboundLogisticsGhgEmissions", Number, "outbound logistics", "vận chuyển đầu ra", "kg CO2e";
    "capture_included", false, true, "ccsTechnologicalCO2CaptureIncluded", Flag, "capture included", "gồm thu giữ co2", "";
    "gwp", true, true, "ipccCharacterizationFactors", Texts, "gwp", "bộ gwp", "";
    "standards", true, true, "crossSectoralStandards", Texts, "standards", "tiêu chuẩn", "";
    "exempted", true, true, "exemptedEmissionsPercent", Number, "exempted", "phần loại trừ", "%";
    "exempted_why", false, true, "exemptedEmissionsDescription", Text, "why exempted", "lý do loại trừ", "";
    "allocation", false, true, "allocationRulesDescription", Text, "allocation", "cách phân bổ", "";
    "primary", false, true, "primaryDataShare", Number, "primary data", "dữ liệu sơ cấp", "%";
}

/// Words for declared units, folded.
const UNITS: [(&str, &str); 18] = [
    ("kg", "kilogram"),
    ("l", "liter"),
    ("litre", "liter"),
    ("lít", "liter"),
    ("m3", "cubic meter"),
    ("mét khối", "cubic meter"),
    ("kwh", "kilowatt hour"),
    ("mj", "megajoule"),
    ("tkm", "ton kilometer"),
    ("tấn.km", "ton kilometer"),
    ("m2", "square meter"),
    ("mét vuông", "square meter"),
    ("pcs", "piece"),
    ("cái", "piece"),
    ("chiếc", "piece"),
    ("sản phẩm", "piece"),
    ("h", "hour"),
    ("giờ", "hour"),
];

/// Reads a table of footprints and checks them as documents (METHODS M-266).
///
/// # Errors
/// As tables are read: `MISSING_COLUMN`, `DUPLICATE_COLUMN`, `EMPTY_FILE` and the like.
///
/// # Example
/// ```
/// use emitrace::footprint::read_sheet;
/// use emitrace::wire::v1::{FootprintSheetRequest, TableInput};
///
/// let text = "identifier;created;company;company identifiers;product;description;product identifiers;declared amount;declared unit;mass;\
///             first day;last day;total without uptake;total with uptake;fossil emissions;fossil carbon;gwp;standards;exempted\n\
///             0b8d6a3e-52f7-4f0a-9d6e-7a1c2b3d4e5f;10/02/2026;Thăng Long;urn:company:example:tl;Bu lông;M8;urn:gtin:1;1000;cái;12,5;\
///             01/01/2025;31/12/2025;23,4;23,4;23,4;0,03;AR6;ISO14067|PACT-3.0;0\n";
/// let table = TableInput { text: Some(text.into()), locale: "vi-VN".into(), ..TableInput::default() };
/// let read = read_sheet(&FootprintSheetRequest { table })?;
/// assert!(read.result.document.contains("\"referencePeriodEnd\": \"2026-01-01T00:00:00Z\""));
/// assert_eq!(read.result.footprints[0].excluding_uptake_kg_co2e, "23.4");
/// # Ok::<(), emitrace::Error>(())
/// ```
pub fn read_sheet(request: &v1::FootprintSheetRequest) -> Result<v1::FootprintSheetAnswer, Error> {
    let limits = Limits::default();
    let mut of_table = grid::Told::new(&limits);
    let (rows, excluded, columns) =
        taken(&request.table, KNOWN, &limits, &mut of_table, row).map_err(under("/table"))?;
    let mut told = Told::new(&limits);
    let mut found = Vec::new();
    for (number, footprint) in rows {
        found.push(looked_at(&footprint, &format!("/row {number}"), &mut told)?);
    }
    same_ids(&found, &mut told);
    if excluded > 0 {
        let message = format!("{excluded} rows of the table could not be read");
        told.error(Code::FootprintBadValue, "/table", "", message);
    }
    let document = Node::List(found.iter().map(|looked| looked.node.clone()).collect());
    let v1::FootprintAnswer { schema, engine, digest, result } =
        answer(document, &found, None, Vec::new(), told)?;
    Ok(v1::FootprintSheetAnswer {
        schema,
        engine,
        digest,
        result,
        excluded_rows: excluded,
        columns,
        table_findings: of_table.list(),
    })
}

/// A row as a footprint; a fault in a cell leaves the row out.
fn row(line: &Line<'_>, told: &mut grid::Told) -> Option<Node> {
    let mut sound = true;
    let (mut top, mut inside) = (Vec::new(), Vec::new());
    for column in COLUMNS {
        let node = cell(line, column, told, &mut sound);
        if let Some(node) = node {
            let into = if column.inside { &mut inside } else { &mut top };
            into.push((column.member.to_owned(), node));
        }
    }
    if !top.iter().any(|(name, _)| name == "status") {
        top.push(("status".to_owned(), Node::of("Active")));
    }
    top.push(("specVersion".to_owned(), Node::of(v3::VERSION)));
    top.push(("pcf".to_owned(), ordered(v3::carbon(), &Node::Object(inside))));
    sound.then(|| ordered(&v3::FOOTPRINT, &Node::Object(top)))
}

/// Members in the order of the specification.
fn ordered(shape: &Shape, node: &Node) -> Node {
    let mut out = Members::default();
    shape.fields.iter().for_each(|field| out.copy(field.name, node));
    out.done()
}

fn cell(line: &Line<'_>, column: &Column, told: &mut grid::Told, sound: &mut bool) -> Option<Node> {
    let field = column.field;
    let text = line.text(field).to_owned();
    if text.is_empty() {
        return None;
    }
    let mut refuse = |told: &mut grid::Told, code: Code, message: String| {
        *sound = false;
        line.refuse(field, &Error::new(code, message), told);
    };
    Some(match column.kind {
        Kind::Text => Node::Text(text),
        Kind::Texts => Node::List(text.split('|').map(|one| Node::of(one.trim())).collect()),
        Kind::Number => {
            let number = line.amount_text(field, told, sound);
            return (!number.is_empty()).then_some(Node::Text(number));
        }
        Kind::Unit => {
            let folded = crate::factor::fold(&text);
            let known = UNITS.iter().find(|(word, _)| *word == folded).map(|(_, unit)| *unit);
            let named = v3::UNITS.iter().find(|unit| **unit == folded).copied();
            Node::Text(known.or(named).map_or(text, str::to_owned))
        }
        Kind::Flag => match &*crate::factor::fold(&text) {
            "yes" | "true" | "có" => Node::Flag(true),
            "no" | "false" | "không" => Node::Flag(false),
            _ => {
                refuse(told, Code::UnknownValue, format!("`{text}` is neither yes nor no"));
                return None;
            }
        },
        Kind::Day | Kind::LastDay if text.contains('T') => Node::Text(text),
        Kind::Day | Kind::LastDay => {
            let Ok(day) = line.day(field, told) else {
                *sound = false;
                return None;
            };
            let later = u64::from(column.kind == Kind::LastDay);
            let day = day.and_then(|day| day.checked_add_days(Days::new(later)));
            Node::Text(time::text(start(day?)?))
        }
    })
}

fn start(day: NaiveDate) -> Option<DateTime<Utc>> {
    day.and_hms_opt(0, 0, 0).map(|moment| moment.and_utc())
}
