//! The words of these documents in English and Vietnamese.

use crate::report::Lang;

/// A word of an answer and how it is said in English and Vietnamese.
pub(super) type Said = (&'static str, [&'static str; 2]);

pub(super) const STATUSES: &[Said] = &[
    ("given", ["reported", "đã báo cáo"]),
    ("missing", ["missing", "còn thiếu"]),
    ("open", ["not said", "chưa nêu"]),
    ("voluntary", ["voluntary, not reported", "tự nguyện, không báo cáo"]),
    ("not-applicable", ["does not apply", "không áp dụng"]),
    ("omitted", ["left out (classified or sensitive)", "không công bố (mật hoặc nhạy cảm)"]),
];

pub(super) const DUES: &[Said] = &[
    ("always", ["always", "luôn luôn"]),
    ("if-any", ["if it applies", "nếu có"]),
    ("may", ["voluntary", "tự nguyện"]),
];

pub(super) const MODULES: &[Said] = &[
    ("basic", ["basic module", "phần cơ bản"]),
    ("comprehensive", ["basic and comprehensive module", "phần cơ bản và phần toàn diện"]),
];

pub(super) const SOURCES: &[Said] = &[
    ("inventory", ["greenhouse gas inventory", "kiểm kê khí nhà kính"]),
    ("energy", ["energy account", "sổ năng lượng"]),
    ("form", ["stated", "doanh nghiệp khai"]),
    ("formula", ["worked out", "tính từ"]),
];

/// Disclosures of the standard by their code.
pub(super) const DISCLOSURES: &[Said] = &[
    ("B1", ["Basis for preparation", "Cơ sở lập báo cáo"]),
    ("B2", ["Practices, policies and future initiatives", "Thực hành, chính sách và sáng kiến"]),
    ("B3", ["Energy and greenhouse gas emissions", "Năng lượng và phát thải khí nhà kính"]),
    ("B4", ["Pollution of air, water and soil", "Ô nhiễm không khí, nước và đất"]),
    ("B5", ["Biodiversity", "Đa dạng sinh học"]),
    ("B6", ["Water", "Nước"]),
    ("B7", ["Resource use, circular economy and waste", "Tài nguyên, kinh tế tuần hoàn và chất thải"]),
    ("B8", ["Workforce: general characteristics", "Lực lượng lao động: đặc điểm chung"]),
    ("B9", ["Workforce: health and safety", "Lực lượng lao động: an toàn và sức khỏe"]),
    (
        "B10",
        ["Workforce: pay, bargaining and training", "Lực lượng lao động: lương, thương lượng và đào tạo"],
    ),
    ("B11", ["Convictions and fines for corruption", "Bản án và tiền phạt về tham nhũng"]),
    ("C1", ["Strategy and business model", "Chiến lược và mô hình kinh doanh"]),
    ("C2", ["Practices and policies described", "Mô tả thực hành và chính sách"]),
    ("C3", ["Emission reduction targets and transition", "Mục tiêu giảm phát thải và chuyển đổi"]),
    ("C4", ["Climate risks", "Rủi ro khí hậu"]),
    ("C5", ["Additional workforce characteristics", "Đặc điểm bổ sung của lực lượng lao động"]),
    ("C6", ["Human rights policies", "Chính sách nhân quyền"]),
    ("C7", ["Severe human rights incidents", "Vụ việc nhân quyền nghiêm trọng"]),
    ("C8", ["Revenues of certain sectors", "Doanh thu từ một số lĩnh vực"]),
    ("C9", ["Gender diversity of the governance body", "Đa dạng giới trong cơ quan quản trị"]),
];

pub(super) fn said<'w>(list: &'static [Said], word: &'w str, lang: Lang) -> &'w str {
    let at = usize::from(lang == Lang::Vi);
    let found = list.iter().find(|(known, _)| *known == word).and_then(|(_, texts)| texts.get(at));
    found.map_or(word, |text| *text)
}

/// The words of the pages in one language.
pub(super) struct Words {
    pub(super) title: &'static str,
    pub(super) entity: &'static str,
    pub(super) identifier: &'static str,
    pub(super) period: &'static str,
    pub(super) previous: &'static str,
    pub(super) module: &'static str,
    pub(super) taxonomy: &'static str,
    pub(super) complete: &'static str,
    pub(super) incomplete: &'static str,
    pub(super) unsaid: &'static str,
    pub(super) item: &'static str,
    pub(super) unit: &'static str,
    pub(super) general: &'static str,
    pub(super) yes: &'static str,
    pub(super) no: &'static str,
    pub(super) status_title: &'static str,
    pub(super) status_columns: [&'static str; 5],
    pub(super) sources_title: &'static str,
    pub(super) sources_note: &'static str,
    pub(super) source: &'static str,
    pub(super) lines: &'static str,
    pub(super) findings: &'static str,
    pub(super) reading: &'static str,
    pub(super) counts: &'static str,
    /// With `{title}` and `{value}`.
    pub(super) only_if: &'static str,
    /// With `{title}`.
    pub(super) depends: &'static str,
}

pub(super) const ENGLISH: Words = Words {
    title: "Sustainability report",
    entity: "Undertaking",
    identifier: "Identifier",
    period: "Period",
    previous: "Comparatives",
    module: "Module",
    taxonomy: "Taxonomy",
    complete: "Complete: nothing that is due is missing.",
    incomplete: "This report is incomplete. Items that are due and missing:",
    unsaid: "Items that are due if they apply, about which nothing is said:",
    item: "Item",
    unit: "Unit",
    general: "General",
    yes: "yes",
    no: "no",
    status_title: "What is not reported, and why",
    status_columns: ["Item", "Paragraph", "Due", "State", "Reason"],
    sources_title: "Where the figures come from",
    sources_note: "Figures that were worked out and figures of inventories. Who has the ledger and the packs can compute them again: the inventory is named by its digest.",
    source: "Source",
    lines: "ledger lines",
    findings: "Findings",
    reading: "Every figure on this page can be read by programs (Inline XBRL). Blank is not zero: what is not on it was not reported.",
    counts: "Items by state",
    only_if: "Applies only if “{title}” is “{value}”",
    depends: "Depends on “{title}”, which is not said",
};

pub(super) const VIETNAMESE: Words = Words {
    title: "Báo cáo phát triển bền vững",
    entity: "Doanh nghiệp",
    identifier: "Mã định danh",
    period: "Kỳ báo cáo",
    previous: "Kỳ so sánh",
    module: "Phần",
    taxonomy: "Bộ phân loại",
    complete: "Đầy đủ: không thiếu nội dung bắt buộc nào.",
    incomplete: "Báo cáo này chưa đầy đủ. Số nội dung bắt buộc còn thiếu:",
    unsaid: "Số nội dung phải nêu nếu có mà báo cáo chưa nói đến:",
    item: "Nội dung",
    unit: "Đơn vị",
    general: "Chung",
    yes: "có",
    no: "không",
    status_title: "Nội dung không báo cáo và lý do",
    status_columns: ["Nội dung", "Điều khoản", "Phải nêu", "Tình trạng", "Lý do"],
    sources_title: "Nguồn của các số liệu",
    sources_note: "Các số liệu được tính ra và số liệu của kiểm kê. Ai có sổ và gói dữ liệu đều tính lại được: mỗi kiểm kê được nêu bằng mã băm.",
    source: "Nguồn",
    lines: "dòng sổ",
    findings: "Phát hiện",
    reading: "Mọi số liệu trên trang này máy tính đọc được (Inline XBRL). Để trống không phải là không: điều không nêu là chưa báo cáo.",
    counts: "Số nội dung theo tình trạng",
    only_if: "Chỉ áp dụng nếu “{title}” là “{value}”",
    depends: "Tùy thuộc “{title}”, chưa nêu",
};

pub(super) const fn words(lang: Lang) -> &'static Words {
    match lang {
        Lang::En => &ENGLISH,
        Lang::Vi => &VIETNAMESE,
    }
}
