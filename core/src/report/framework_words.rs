//! The words of the pages about reporting frameworks.

use super::Lang;

/// A key and its word.
type Word = (&'static str, &'static str);

pub(super) struct Words {
    pub(super) title: &'static str,
    pub(super) complete: &'static str,
    pub(super) incomplete: &'static str,
    pub(super) out_of: &'static str,
    pub(super) open: &'static str,
    pub(super) partly: &'static str,
    pub(super) period: &'static str,
    pub(super) before: &'static str,
    pub(super) inventory: &'static str,
    pub(super) early: &'static str,
    pub(super) datapoints: &'static str,
    pub(super) columns: [&'static str; 5],
    pub(super) item_columns: [&'static str; 5],
    pub(super) optional: &'static str,
    pub(super) customers: &'static str,
    pub(super) customer_columns: [&'static str; 4],
    pub(super) asked: &'static str,
    pub(super) asked_columns: [&'static str; 4],
    pub(super) in_words: &'static str,
    pub(super) findings: &'static str,
    pub(super) own_words: &'static str,
    states: [Word; 6],
    who: [Word; 8],
    parts: [Word; 7],
    bases: [Word; 2],
    /// What the shipped crosswalk says of codes; other notes stay as they are.
    notes: &'static [Word],
}

fn of<'w>(list: &'w [Word], key: &'w str) -> &'w str {
    list.iter().find(|(known, _)| *known == key).map_or(key, |(_, word)| word)
}

impl Words {
    pub(super) fn state<'w>(&'w self, key: &'w str) -> &'w str {
        of(&self.states, key)
    }

    pub(super) fn who<'w>(&'w self, key: &'w str) -> &'w str {
        of(&self.who, key)
    }

    pub(super) fn part<'w>(&'w self, key: &'w str) -> &'w str {
        of(&self.parts, key)
    }

    pub(super) fn note<'w>(&'w self, key: &'w str) -> &'w str {
        of(self.notes, key)
    }

    pub(super) fn basis<'w>(&'w self, key: &'w str) -> &'w str {
        of(&self.bases, key)
    }
}

pub(super) const fn words(lang: Lang) -> &'static Words {
    match lang {
        Lang::En => &ENGLISH,
        Lang::Vi => &VIETNAMESE,
    }
}

static ENGLISH: Words = Words {
    title: "Datapoints and their codes in reporting frameworks",
    complete: "Complete: every required item is filled, or said not to apply.",
    incomplete: "NOT COMPLETE. Required items that are filled:",
    out_of: "of",
    open: "Open items",
    partly: "Rows of the ledger are missing from the inventory: the figures are not the whole.",
    period: "Period",
    before: "Compared with",
    inventory: "Digest of the inventory",
    early: "used before its first day",
    datapoints: "Datapoints",
    columns: ["Datapoint", "Value", "Unit", "State", "Codes (with confidence)"],
    item_columns: ["Item", "What", "Value", "Unit", "State"],
    optional: "optional",
    customers: "Shares of customers",
    customer_columns: ["Customer", "Share", "Datapoint", "t CO2e"],
    asked: "What is still missing, and who can give it",
    asked_columns: ["Datapoint", "Name in `statements`", "Unit", "Who"],
    in_words: "in words",
    findings: "What is wrong, or to be looked at",
    own_words: "Items and labels are in our words; the text of each standard is to be read with its publisher.",
    states: [
        ("reported", "reported"),
        ("stated", "stated"),
        ("missing", "missing"),
        ("not-applicable", "not applicable"),
        ("filled", "filled"),
        ("partly", "filled in part"),
    ],
    who: [
        ("inventory", "whoever makes the inventory"),
        ("energy", "energy manager"),
        ("environment", "environment, health and safety"),
        ("hr", "human resources"),
        ("legal", "legal department"),
        ("management", "management"),
        ("purchasing", "purchasing and production"),
        ("verifier", "verification body"),
    ],
    parts: [
        ("total", "total"),
        ("location", "location-based"),
        ("market", "market-based"),
        ("lower", "below"),
        ("upper", "above"),
        ("profile", "profile"),
        ("rounding", "rounding"),
    ],
    bases: [("revenue", "by revenue"), ("mass", "by mass")],
    notes: &[],
};

static VIETNAMESE: Words = Words {
    title: "Các chỉ tiêu và mã của chúng trong các khung báo cáo",
    complete: "Đầy đủ: mọi mục bắt buộc đã có dữ liệu hoặc được nêu là không áp dụng.",
    incomplete: "CHƯA ĐẦY ĐỦ. Số mục bắt buộc đã có dữ liệu:",
    out_of: "trên",
    open: "Các mục còn thiếu",
    partly: "Một số dòng của sổ cái không có trong kiểm kê: số liệu chưa phải là toàn bộ.",
    period: "Kỳ báo cáo",
    before: "So sánh với kỳ",
    inventory: "Mã băm của kiểm kê",
    early: "áp dụng sớm",
    datapoints: "Các chỉ tiêu",
    columns: ["Chỉ tiêu", "Giá trị", "Đơn vị", "Trạng thái", "Mã (kèm độ tin cậy)"],
    item_columns: ["Mục", "Nội dung", "Giá trị", "Đơn vị", "Trạng thái"],
    optional: "tùy chọn",
    customers: "Phần phân bổ cho khách hàng",
    customer_columns: ["Khách hàng", "Tỷ phần", "Chỉ tiêu", "t CO2e"],
    asked: "Những gì còn thiếu và ai có thể cung cấp",
    asked_columns: ["Chỉ tiêu", "Tên trong `statements`", "Đơn vị", "Người cung cấp"],
    in_words: "bằng lời",
    findings: "Những gì sai hoặc cần xem lại",
    own_words: "Các mục và tên gọi do emitrace tự diễn đạt; nội dung của từng tiêu chuẩn cần được đọc tại bản do tổ chức ban hành công bố.",
    states: [
        ("reported", "từ hệ thống"),
        ("stated", "do người khai"),
        ("missing", "còn thiếu"),
        ("not-applicable", "không áp dụng"),
        ("filled", "đã có"),
        ("partly", "có một phần"),
    ],
    who: [
        ("inventory", "người lập kiểm kê"),
        ("energy", "người quản lý năng lượng"),
        ("environment", "bộ phận môi trường, an toàn"),
        ("hr", "bộ phận nhân sự"),
        ("legal", "bộ phận pháp chế"),
        ("management", "ban lãnh đạo"),
        ("purchasing", "bộ phận mua hàng và sản xuất"),
        ("verifier", "đơn vị thẩm định"),
    ],
    parts: [
        ("total", "tổng"),
        ("location", "theo vị trí"),
        ("market", "theo thị trường"),
        ("lower", "phía dưới"),
        ("upper", "phía trên"),
        ("profile", "hồ sơ"),
        ("rounding", "làm tròn"),
    ],
    bases: [("revenue", "theo doanh thu"), ("mass", "theo khối lượng")],
    notes: &[
        ("asked from 50 employees on (C)", "yêu cầu từ 50 lao động trở lên (C)"),
        ("asked from 150 employees on (C)", "yêu cầu từ 150 lao động trở lên (C)"),
        ("an instant in the taxonomy", "trong danh mục là số liệu tại một thời điểm"),
        (
            "ESRS counts per 1,000,000 hours: five times this figure",
            "ESRS tính trên 1.000.000 giờ: gấp năm lần số này",
        ),
        ("air: 305-7; water: 303-4", "không khí: 305-7; nước: 303-4"),
        ("per 200,000 or 1,000,000 hours", "trên 200.000 hoặc 1.000.000 giờ"),
        ("GRI asks for a ratio", "GRI yêu cầu tỷ lệ"),
        (
            "an IFRS S2 set of emissions is accepted as equivalent (B)",
            "bộ số liệu phát thải theo IFRS S2 được chấp nhận tương đương (B)",
        ),
    ],
};
