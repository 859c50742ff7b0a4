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
    /// Names with their versions in brackets, with `|` between them: `ecoinvent (3.10)`.
    Sources,
    /// Operators with the names of their rules, with `|` between them: `PEF: a; b`, `Other (TfS): c`.
    Rules,
    Number,
    Unit,
    /// `yes` or `no`.
    Flag,
    /// A day, at its start in UTC; or a time as footprints write it.
    Day,
    /// The last day of a period, whose end is the start of the next day.
    LastDay,
}

/// The object of a footprint that a member stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Owner {
    Top,
    Pcf,
    /// `pcf/dqi`.
    Ratings,
    /// `pcf/verification`.
    Verification,
}

impl Owner {
    /// Its name within `pcf`; nothing for those above.
    fn name(self) -> Option<&'static str> {
        match self {
            Owner::Top | Owner::Pcf => None,
            Owner::Ratings => Some("dqi"),
            Owner::Verification => Some("verification"),
        }
    }

    /// The object in a footprint.
    fn of(self, footprint: &Node) -> Option<&Node> {
        match (self, footprint.get("pcf"), self.name()) {
            (Owner::Top, ..) => Some(footprint),
            (_, pcf, None) => pcf,
            (_, pcf, Some(name)) => pcf?.get(name),
        }
    }
}

/// A column.
#[derive(Debug)]
struct Column {
    field: &'static str,
    member: &'static str,
    owner: Owner,
    kind: Kind,
    headers: [&'static str; 2],
    unit: &'static str,
}

macro_rules! columns {
    ($( $field:literal, $needed:literal, $owner:ident, $member:literal, $kind:ident, $en:literal, $vi:literal, $unit:literal; )+) => {
        const KNOWN: &[Known] = &[$( Known { field: $field, needed: $needed, names: &[$en, $vi] }, )+];
        const COLUMNS: &[Column] = &[$(
            Column { field: $field, member: $member, owner: Owner::$owner, kind: Kind::$kind, headers: [$en, $vi], unit: $unit },
        )+];
    };
}

columns! {
    "id", true, Top, "id", Text, "identifier", "mã dấu chân", "";
    "created", true, Top, "created", Day, "created", "ngày lập", "";
    "status", false, Top, "status", Text, "status", "tình trạng", "";
    "company", true, Top, "companyName", Text, "company", "công ty", "";
    "company_ids", true, Top, "companyIds", Texts, "company identifiers", "mã công ty", "";
    "product", true, Top, "productNameCompany", Text, "product", "sản phẩm", "";
    "description", true, Top, "productDescription", Text, "description", "mô tả", "";
    "product_ids", true, Top, "productIds", Texts, "product identifiers", "mã sản phẩm", "";
    "classifications", false, Top, "productClassifications", Texts, "classifications", "phân loại", "";
    "before", false, Top, "precedingPfIds", Texts, "footprints before", "dấu chân trước", "";
    "valid_from", false, Top, "validityPeriodStart", Day, "valid from", "hiệu lực từ", "";
    "valid_until", false, Top, "validityPeriodEnd", Day, "valid until", "hiệu lực đến", "";
    "comment", false, Top, "comment", Text, "comment", "ghi chú", "";
    "amount", true, Pcf, "declaredUnitAmount", Number, "declared amount", "lượng khai báo", "";
    "unit", true, Pcf, "declaredUnitOfMeasurement", Unit, "declared unit", "đơn vị khai báo", "";
    "mass", true, Pcf, "productMassPerDeclaredUnit", Number, "mass", "khối lượng", "kg";
    "period_from", true, Pcf, "referencePeriodStart", Day, "first day", "ngày đầu kỳ", "";
    "period_to", true, Pcf, "referencePeriodEnd", LastDay, "last day", "ngày cuối kỳ", "";
    "country", false, Pcf, "geographyCountry", Text, "country", "quốc gia", "";
    "boundary", false, Pcf, "boundaryProcessesDescription", Text, "processes", "công đoạn", "";
    "excluding", true, Pcf, "pcfExcludingBiogenicUptake", Number, "total without uptake", "tổng không kể hấp thụ", "kg CO2e";
    "including", true, Pcf, "pcfIncludingBiogenicUptake", Number, "total with uptake", "tổng kể cả hấp thụ", "kg CO2e";
    "fossil", true, Pcf, "fossilGhgEmissions", Number, "fossil emissions", "phát thải hóa thạch", "kg CO2e";
    "land_use_change", false, Pcf, "landUseChangeGhgEmissions", Number, "land use change", "thay đổi sử dụng đất", "kg CO2e";
    "uptake", false, Pcf, "biogenicCO2Uptake", Number, "biogenic uptake", "hấp thụ sinh học", "kg CO2e";
    "biogenic_gases", false, Pcf, "biogenicNonCO2Emissions", Number, "biogenic other gases", "khí sinh học khác co2", "kg CO2e";
    "fossil_carbon", true, Pcf, "fossilCarbonContent", Number, "fossil carbon", "carbon hóa thạch", "kg C";
    "biogenic_carbon", false, Pcf, "biogenicCarbonContent", Number, "biogenic carbon", "carbon sinh học", "kg C";
    "recycled_carbon", false, Pcf, "recycledCarbonContent", Number, "recycled carbon", "carbon tái chế", "kg C";
    "packaging_included", false, Pcf, "packagingEmissionsIncluded", Flag, "packaging included", "gồm bao bì", "";
    "packaging", false, Pcf, "packagingGhgEmissions", Number, "packaging emissions", "phát thải bao bì", "kg CO2e";
    "outbound", false, Pcf, "outboundLogisticsGhgEmissions", Number, "outbound logistics", "vận chuyển đầu ra", "kg CO2e";
    "capture_included", false, Pcf, "ccsTechnologicalCO2CaptureIncluded", Flag, "capture included", "gồm thu giữ co2", "";
    "gwp", true, Pcf, "ipccCharacterizationFactors", Texts, "gwp", "bộ gwp", "";
    "standards", true, Pcf, "crossSectoralStandards", Texts, "standards", "tiêu chuẩn", "";
    "exempted", true, Pcf, "exemptedEmissionsPercent", Number, "exempted", "phần loại trừ", "%";
    "exempted_why", false, Pcf, "exemptedEmissionsDescription", Text, "why exempted", "lý do loại trừ", "";
    "allocation", false, Pcf, "allocationRulesDescription", Text, "allocation", "cách phân bổ", "";
    "primary", false, Pcf, "primaryDataShare", Number, "primary data", "dữ liệu sơ cấp", "%";
    // What few footprints say: written where one does, read wherever it stands.
    "subdivision", false, Pcf, "geographyCountrySubdivision", Text, "subdivision", "tỉnh, bang", "";
    "region", false, Pcf, "geographyRegionOrSubregion", Text, "region", "khu vực", "";
    "land_fossil", false, Pcf, "landManagementFossilGhgEmissions", Number, "fossil emissions of land management", "hóa thạch do quản lý đất", "kg CO2e";
    "land_leakage", false, Pcf, "landCarbonLeakage", Number, "land carbon leakage", "rò rỉ carbon đất", "kg CO2e";
    "land_emissions", false, Pcf, "landManagementBiogenicCO2Emissions", Number, "biogenic co2 of land management", "co2 sinh học do quản lý đất", "kg CO2e";
    "land_removals", false, Pcf, "landManagementBiogenicCO2Removals", Number, "removals of land management", "hấp thụ do quản lý đất", "kg CO2e";
    "land_area", false, Pcf, "landAreaOccupation", Number, "land area", "diện tích đất", "m2";
    "aircraft", false, Pcf, "aircraftGhgEmissions", Number, "aircraft emissions", "phát thải máy bay", "kg CO2e";
    "packaging_carbon", false, Pcf, "packagingBiogenicCarbonContent", Number, "biogenic carbon of packaging", "carbon sinh học trong bao bì", "kg C";
    "capture", false, Pcf, "ccsTechnologicalCO2Capture", Number, "captured co2", "co2 thu giữ", "kg CO2e";
    "capture_origin", false, Pcf, "technologicalCO2CaptureOrigin", Text, "origin of captured co2", "nguồn co2 thu giữ", "";
    "removals", false, Pcf, "technologicalCO2Removals", Number, "technological removals", "loại bỏ bằng công nghệ", "kg CO2e";
    "used_carbon", false, Pcf, "ccuCarbonContent", Number, "used captured carbon", "carbon thu giữ được sử dụng", "kg C";
    "used_approach", false, Pcf, "ccuCalculationApproach", Text, "approach for used carbon", "cách tính carbon sử dụng", "";
    "used_certificate", false, Pcf, "ccuCreditCertification", Text, "certificate of used carbon", "chứng nhận carbon sử dụng", "";
    "rules", false, Pcf, "productOrSectorSpecificRules", Rules, "product or sector rules", "quy tắc sản phẩm, ngành", "";
    "sources", false, Pcf, "secondaryEmissionFactorSources", Sources, "secondary sources", "nguồn dữ liệu thứ cấp", "";
    "rating_technology", false, Ratings, "technologicalDQR", Number, "rating of technology", "điểm công nghệ", "";
    "rating_geography", false, Ratings, "geographicalDQR", Number, "rating of geography", "điểm địa lý", "";
    "rating_time", false, Ratings, "temporalDQR", Number, "rating of time", "điểm thời gian", "";
    "verified_coverage", false, Verification, "coverage", Text, "coverage of verification", "phạm vi thẩm định", "";
    "verifier", false, Verification, "providerName", Text, "verifier", "đơn vị thẩm định", "";
    "verified_on", false, Verification, "completedAt", Day, "verified on", "ngày thẩm định", "";
    "verified_standard", false, Verification, "standardName", Text, "standard of verification", "tiêu chuẩn thẩm định", "";
    "verified_comments", false, Verification, "comments", Text, "comments of verification", "ý kiến thẩm định", "";
}

/// The columns of an empty table: those that most makers need. The others are written where a footprint fills them.
const PLAIN: usize = 39;

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
    let mut members: Vec<(Owner, String, Node)> = Vec::new();
    for column in COLUMNS {
        let node = cell(line, column, told, &mut sound);
        members.extend(node.map(|node| (column.owner, column.member.to_owned(), node)));
    }
    let of = |owner: Owner| -> Vec<(String, Node)> {
        let own = members.iter().filter(|(known, ..)| *known == owner);
        own.map(|(_, name, node)| (name.clone(), node.clone())).collect()
    };
    let (mut top, mut inside) = (of(Owner::Top), of(Owner::Pcf));
    for owner in [Owner::Ratings, Owner::Verification] {
        let own = of(owner);
        inside.extend(
            owner.name().filter(|_| !own.is_empty()).map(|name| (name.to_owned(), Node::Object(own))),
        );
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
        Kind::Texts | Kind::Sources | Kind::Rules => list(column.kind, &text),
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

/// A list whose items stand in one cell.
fn list(kind: Kind, text: &str) -> Node {
    let item: fn(&str) -> Node = match kind {
        Kind::Sources => source,
        Kind::Rules => rule,
        _ => |text| Node::of(text),
    };
    Node::List(text.split('|').map(|one| item(one.trim())).collect())
}

/// What stands before brackets at the end, and in them.
fn bracketed(text: &str) -> (&str, Option<&str>) {
    match text.strip_suffix(')').and_then(|text| text.rsplit_once('(')) {
        Some((before, inside)) => (before.trim_end(), Some(inside.trim())),
        None => (text, None),
    }
}

/// `ecoinvent (3.10)`; what is not there is a finding of the document.
fn source(text: &str) -> Node {
    let (name, version) = bracketed(text);
    let mut members = vec![("name".to_owned(), Node::of(name))];
    members.extend(version.map(|version| ("version".to_owned(), Node::of(version))));
    Node::Object(members)
}

/// `Other (TfS): guideline; another`.
fn rule(text: &str) -> Node {
    let (operator, names) = text.split_once(':').unwrap_or((text, ""));
    let (operator, other) = bracketed(operator.trim());
    let names = names.split(';').map(str::trim).filter(|name| !name.is_empty()).map(Node::of).collect();
    let mut members =
        vec![("operator".to_owned(), Node::of(operator)), ("ruleNames".to_owned(), Node::List(names))];
    members.extend(other.map(|other| ("otherOperatorName".to_owned(), Node::of(other))));
    Node::Object(members)
}

fn start(day: NaiveDate) -> Option<DateTime<Utc>> {
    day.and_hms_opt(0, 0, 0).map(|moment| moment.and_utc())
}
