//! The columns of a ledger and the headers that stand for them.

/// A column of the ledger.
///
/// # Example
/// ```
/// use emitrace::activity::Field;
///
/// assert_eq!(Field::from_header("Số lượng (kWh)"), Some(Field::Quantity));
/// assert_eq!(Field::from_header("so luong"), Some(Field::Quantity));
/// assert_eq!(Field::Id.name(), "record_id");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Field {
    /// Identifier of the record; equal identifiers are counted once.
    Id,
    /// The day (or month) of the activity.
    Date,
    /// First day that the quantity covers.
    PeriodStart,
    /// Last day that the quantity covers.
    PeriodEnd,
    /// Where in the organisation: plant, branch, workshop.
    Site,
    /// What was done or used: `electricity`, `diesel-stationary`.
    Activity,
    /// How much, as a number.
    Quantity,
    /// The unit of the quantity.
    Unit,
    /// Country or region, ISO 3166.
    Region,
    /// Scope 1, 2 or 3.
    Scope,
    /// Category within the scope.
    Category,
    /// Who supplied it.
    Supplier,
    /// The product that the activity belongs to.
    Product,
    /// Location-based or market-based, where a row is meant for one only.
    View,
    /// Contractual instrument: certificate, green tariff, direct contract.
    Instrument,
    /// The emission factor to use, as `pack/factor`.
    Factor,
    /// Quality of the data; `correction` allows a negative quantity.
    Quality,
    /// Uncertainty of the quantity.
    Uncertainty,
    /// Invoice, meter reading or other document.
    Evidence,
    /// Free text.
    Note,
    /// GS1 trade item number.
    Gtin,
    /// Calorific value of the fuel, as a number.
    CalorificValue,
    /// Unit of the calorific value.
    CalorificUnit,
    /// Whether the calorific value is net (lower) or gross (higher).
    CalorificBasis,
}

/// How many fields there are.
pub(super) const COUNT: usize = 24;

impl Field {
    /// Every field, in the order of their definition.
    pub const ALL: [Field; COUNT] = [
        Field::Id,
        Field::Date,
        Field::PeriodStart,
        Field::PeriodEnd,
        Field::Site,
        Field::Activity,
        Field::Quantity,
        Field::Unit,
        Field::Region,
        Field::Scope,
        Field::Category,
        Field::Supplier,
        Field::Product,
        Field::View,
        Field::Instrument,
        Field::Factor,
        Field::Quality,
        Field::Uncertainty,
        Field::Evidence,
        Field::Note,
        Field::Gtin,
        Field::CalorificValue,
        Field::CalorificUnit,
        Field::CalorificBasis,
    ];

    /// The canonical column name, e.g. `quantity`: the same in files, findings and every language.
    pub const fn name(self) -> &'static str {
        match self {
            Field::Id => "record_id",
            Field::Date => "date",
            Field::PeriodStart => "period_start",
            Field::PeriodEnd => "period_end",
            Field::Site => "site",
            Field::Activity => "activity",
            Field::Quantity => "quantity",
            Field::Unit => "unit",
            Field::Region => "region",
            Field::Scope => "scope",
            Field::Category => "category",
            Field::Supplier => "supplier",
            Field::Product => "product",
            Field::View => "view",
            Field::Instrument => "instrument",
            Field::Factor => "factor",
            Field::Quality => "quality",
            Field::Uncertainty => "uncertainty",
            Field::Evidence => "evidence",
            Field::Note => "note",
            Field::Gtin => "gtin",
            Field::CalorificValue => "calorific_value",
            Field::CalorificUnit => "calorific_unit",
            Field::CalorificBasis => "calorific_basis",
        }
    }

    /// Headers that stand for the field, English and Vietnamese, as [`Field::from_header`] compares them.
    pub const fn aliases(self) -> &'static [&'static str] {
        match self {
            Field::Id => &[
                "record id",
                "id",
                "record",
                "record no",
                "document no",
                "document number",
                "voucher no",
                "mã",
                "mã bản ghi",
                "mã chứng từ",
                "số chứng từ",
                "mã số chứng từ",
                "mã phiếu",
                "số phiếu",
            ],
            Field::Date => &[
                "date",
                "day",
                "month",
                "activity date",
                "invoice date",
                "posting date",
                "document date",
                "ngày",
                "ngày tháng",
                "ngày tháng năm",
                "ngày chứng từ",
                "ngày hóa đơn",
                "ngày ghi nhận",
                "thời gian",
                "tháng",
                "kỳ",
            ],
            Field::PeriodStart => &[
                "period start",
                "start",
                "start date",
                "from",
                "from date",
                "valid from",
                "billing start",
                "từ ngày",
                "ngày bắt đầu",
                "bắt đầu",
                "đầu kỳ",
            ],
            Field::PeriodEnd => &[
                "period end",
                "end",
                "end date",
                "to",
                "to date",
                "until",
                "billing end",
                "đến ngày",
                "tới ngày",
                "ngày kết thúc",
                "kết thúc",
                "cuối kỳ",
            ],
            Field::Site => &[
                "site",
                "site id",
                "site name",
                "facility",
                "plant",
                "location",
                "branch",
                "workshop",
                "cơ sở",
                "nhà máy",
                "địa điểm",
                "chi nhánh",
                "phân xưởng",
                "đơn vị sử dụng",
                "xưởng",
                "khu vực sản xuất",
            ],
            Field::Activity => &[
                "activity",
                "activity type",
                "activity name",
                "fuel",
                "fuel type",
                "energy",
                "energy type",
                "emission source",
                "source",
                "hoạt động",
                "loại hoạt động",
                "nguồn phát thải",
                "nguồn thải",
                "loại nhiên liệu",
                "nhiên liệu",
                "loại năng lượng",
                "năng lượng",
                "nguồn năng lượng",
            ],
            Field::Quantity => &[
                "quantity",
                "qty",
                "amount",
                "activity amount",
                "activity data",
                "consumption",
                "usage",
                "số lượng",
                "khối lượng",
                "lượng",
                "lượng tiêu thụ",
                "lượng sử dụng",
                "mức tiêu thụ",
                "tiêu thụ",
                "sản lượng",
                "sản lượng tiêu thụ",
                "dữ liệu hoạt động",
                "số liệu hoạt động",
            ],
            Field::Unit => &[
                "unit",
                "units",
                "uom",
                "unit of measure",
                "unit of measurement",
                "quantity unit",
                "đơn vị",
                "đơn vị tính",
                "đơn vị đo",
                "đvt",
                "đv tính",
            ],
            Field::Region => &[
                "region",
                "country",
                "country code",
                "place",
                "grid",
                "vùng",
                "vùng miền",
                "quốc gia",
                "nước",
                "mã quốc gia",
                "lưới điện",
            ],
            Field::Scope => &["scope", "ghg scope", "emission scope", "phạm vi", "phạm vi phát thải"],
            Field::Category => &[
                "category",
                "ghg category",
                "scope 3 category",
                "emission category",
                "danh mục",
                "hạng mục",
                "danh mục phát thải",
                "loại phát thải",
            ],
            Field::Supplier => &[
                "supplier",
                "supplier name",
                "vendor",
                "vendor name",
                "seller",
                "nhà cung cấp",
                "tên nhà cung cấp",
                "ncc",
                "bên bán",
                "người bán",
            ],
            Field::Product => &[
                "product",
                "product name",
                "item",
                "goods",
                "sản phẩm",
                "tên sản phẩm",
                "mặt hàng",
                "hàng hóa",
                "tên hàng",
            ],
            Field::View => {
                &["view", "method", "accounting method", "scope 2 method", "phương pháp", "phương pháp tính"]
            }
            Field::Instrument => &[
                "instrument",
                "contractual instrument",
                "certificate",
                "contract",
                "chứng chỉ",
                "chứng chỉ năng lượng",
                "hợp đồng",
                "hợp đồng năng lượng",
                "chứng chỉ năng lượng tái tạo",
            ],
            Field::Factor => &[
                "factor",
                "factor id",
                "emission factor",
                "emission factor id",
                "hệ số",
                "hệ số phát thải",
                "mã hệ số",
            ],
            Field::Quality => &[
                "quality",
                "data quality",
                "record type",
                "chất lượng",
                "chất lượng dữ liệu",
                "loại dữ liệu",
            ],
            Field::Uncertainty => {
                &["uncertainty", "độ không chắc chắn", "không chắc chắn", "độ không đảm bảo", "sai số"]
            }
            Field::Evidence => &[
                "evidence",
                "document",
                "invoice",
                "invoice no",
                "invoice number",
                "reference",
                "attachment",
                "chứng cứ",
                "bằng chứng",
                "minh chứng",
                "hóa đơn",
                "số hóa đơn",
                "tài liệu",
                "chứng từ",
            ],
            Field::Note => &[
                "note",
                "notes",
                "comment",
                "comments",
                "remark",
                "remarks",
                "description",
                "ghi chú",
                "chú thích",
                "diễn giải",
                "mô tả",
            ],
            Field::Gtin => &["gtin", "ean", "upc", "barcode", "gtin 13", "gtin 14", "mã vạch", "mã gtin"],
            Field::CalorificValue => {
                &["calorific value", "cv", "heating value", "nhiệt trị", "nhiệt lượng", "giá trị nhiệt"]
            }
            Field::CalorificUnit => &[
                "calorific unit",
                "calorific value unit",
                "cv unit",
                "heating value unit",
                "đơn vị nhiệt trị",
            ],
            Field::CalorificBasis => &[
                "calorific basis",
                "calorific value basis",
                "cv basis",
                "heating value basis",
                "loại nhiệt trị",
                "cơ sở nhiệt trị",
                "cơ sở tính nhiệt trị",
            ],
        }
    }

    /// Position in [`Field::ALL`].
    pub(super) const fn index(self) -> usize {
        match self {
            Field::Id => 0,
            Field::Date => 1,
            Field::PeriodStart => 2,
            Field::PeriodEnd => 3,
            Field::Site => 4,
            Field::Activity => 5,
            Field::Quantity => 6,
            Field::Unit => 7,
            Field::Region => 8,
            Field::Scope => 9,
            Field::Category => 10,
            Field::Supplier => 11,
            Field::Product => 12,
            Field::View => 13,
            Field::Instrument => 14,
            Field::Factor => 15,
            Field::Quality => 16,
            Field::Uncertainty => 17,
            Field::Evidence => 18,
            Field::Note => 19,
            Field::Gtin => 20,
            Field::CalorificValue => 21,
            Field::CalorificUnit => 22,
            Field::CalorificBasis => 23,
        }
    }
}
