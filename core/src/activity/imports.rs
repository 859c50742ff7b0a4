//! Columns of a ledger of imports: the same slots of a record, under names of their own.

use super::Field;

/// How a ledger of imports differs from one of activities: its columns, and the file may have one unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct ImportsForm {
    /// Whether a unit is declared for the whole file.
    pub(crate) unit: bool,
}

/// A column: the slot that holds it, its name, and headers that stand for it in English and Vietnamese.
type Import = (Field, &'static str, &'static [&'static str]);

/// The columns, in the order in which documents list them.
pub(crate) const IMPORTS: [Import; 13] = [
    (
        Field::Id,
        "id",
        &["line", "line no", "item", "consignment", "record", "mã dòng", "mã lô", "lô hàng", "mã lô hàng"],
    ),
    (
        Field::Date,
        "date",
        &[
            "import date",
            "date of import",
            "release date",
            "customs date",
            "date of release",
            "ngày",
            "ngày nhập khẩu",
            "ngày nhập",
            "ngày thông quan",
            "ngày tờ khai",
        ],
    ),
    (
        Field::Product,
        "cn_code",
        &[
            "cn",
            "hs code",
            "taric",
            "taric code",
            "commodity code",
            "tariff code",
            "mã cn",
            "mã hs",
            "mã số hs",
            "mã số hàng hóa",
            "mã hàng hóa",
        ],
    ),
    (
        Field::Region,
        "origin",
        &["country of origin", "origin country", "country", "xuất xứ", "nước xuất xứ", "nước sản xuất"],
    ),
    (
        Field::Quantity,
        "net_mass",
        &[
            "net weight",
            "mass",
            "weight",
            "quantity",
            "khối lượng tịnh",
            "trọng lượng tịnh",
            "khối lượng",
            "trọng lượng",
            "số lượng",
        ],
    ),
    (Field::Unit, "unit", &["unit of measure", "uom", "đơn vị", "đơn vị tính", "đvt"]),
    (
        Field::Supplier,
        "installation",
        &[
            "installation id",
            "producer",
            "plant",
            "mill",
            "supplier",
            "manufacturer",
            "cơ sở",
            "cơ sở sản xuất",
            "nhà máy",
            "nhà sản xuất",
            "nhà cung cấp",
        ],
    ),
    (
        Field::Method,
        "data",
        &["emissions data", "determination", "data type", "số liệu", "loại số liệu", "cách xác định"],
    ),
    (Field::Category, "route", &["production route", "quy trình", "quy trình sản xuất"]),
    (Field::Activity, "variant", &["colour", "color", "màu", "loại clinker"]),
    (Field::View, "production_year", &["year of production", "reporting period", "năm sản xuất"]),
    (
        Field::Evidence,
        "document",
        &[
            "customs declaration",
            "declaration",
            "mrn",
            "invoice",
            "tờ khai",
            "số tờ khai",
            "chứng từ",
            "hóa đơn",
        ],
    ),
    (
        Field::Note,
        "note",
        &["remark", "description", "goods", "ghi chú", "tên hàng", "mô tả hàng hóa", "mô tả"],
    ),
];

/// The columns without which nothing can be said of an import.
pub(super) const NEEDED: [Field; 4] = [Field::Date, Field::Product, Field::Region, Field::Quantity];

/// The name of the column that a slot holds.
pub(crate) fn import_name(field: Field) -> &'static str {
    IMPORTS.iter().find(|(known, ..)| *known == field).map_or(field.name(), |(_, name, _)| name)
}

/// The slot of a column's own name.
pub(crate) fn import_field(name: &str) -> Option<Field> {
    IMPORTS.iter().find(|(_, known, _)| *known == name).map(|(field, ..)| *field)
}

/// Headers that stand for what a slot holds.
pub(super) fn import_aliases(field: Field) -> &'static [&'static str] {
    IMPORTS.iter().find(|(known, ..)| *known == field).map_or(&[], |(.., aliases)| aliases)
}
