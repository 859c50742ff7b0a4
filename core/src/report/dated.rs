//! Figures of agreements and schemes in words: what packs of kind `trace-figures` name by a key.

use super::Lang;

/// Key, in English, in Vietnamese.
const NAMES: [(&str, &str, &str); 21] = [
    ("balancing", "how accounts are balanced", "cách cân đối"),
    ("build-up-counts", "what build-up counts", "các khoản được tính khi cộng dồn (build-up)"),
    ("carry-limit", "limit of what is carried over", "giới hạn chuyển kỳ sau"),
    ("cumulation", "cumulation", "cộng gộp"),
    ("expiry-months", "months until credits expire", "số tháng tín chỉ còn hiệu lực"),
    ("formulas", "formulas", "công thức"),
    ("general-percent", "general percentage", "tỷ lệ chung"),
    ("models-forbidden", "models that are not allowed", "mô hình không được phép"),
    ("overdraw-percent", "how far an account may be overdrawn", "mức được âm"),
    ("partial-below-percent", "partial cumulation below", "cộng gộp từng phần: dưới"),
    ("partial-from-percent", "partial cumulation from", "cộng gộp từng phần: từ"),
    ("period-months", "months of a period", "số tháng của kỳ"),
    (
        "period-months-agricultural",
        "months of a period, agricultural producers",
        "số tháng của kỳ, nhà sản xuất nông nghiệp",
    ),
    ("rule-edition", "edition of the Harmonized System", "phiên bản danh mục HS của quy tắc"),
    ("set-percent", "tolerance for sets", "dung sai cho bộ hàng hóa"),
    ("value-basis", "value that percentages are of", "trị giá làm cơ sở tính"),
    ("tolerance-value-percent", "tolerance by value", "dung sai theo trị giá"),
    (
        "tolerance-value-chapters",
        "chapters of the tolerance by value",
        "các chương áp dụng dung sai theo trị giá",
    ),
    ("tolerance-weight-percent", "tolerance by weight", "dung sai theo trọng lượng"),
    (
        "tolerance-weight-chapters",
        "chapters of the tolerance by weight",
        "các chương áp dụng dung sai theo trọng lượng",
    ),
    ("tolerance-notes-chapters", "chapters with notes of their own", "các chương có chú giải riêng"),
];

/// Values that are words.
const VALUES: [(&str, &str, &str); 22] = [
    ("bilateral", "bilateral", "song phương"),
    ("build-down", "build-down", "khấu trừ (build-down)"),
    ("build-up", "build-up", "cộng dồn (build-up)"),
    ("continuous", "at any time", "liên tục"),
    ("diagonal", "diagonal", "đường chéo"),
    ("exw", "ex-works price", "giá xuất xưởng (EXW)"),
    ("fixed", "at the end of a period", "cuối kỳ"),
    ("fob", "FOB", "FOB"),
    ("focused", "focused value", "giá trị tập trung"),
    ("full", "full", "toàn phần"),
    ("labour", "labour", "nhân công"),
    ("materials", "materials", "nguyên liệu"),
    ("net-cost", "net cost", "chi phí tịnh"),
    ("none", "none", "không giới hạn"),
    ("other", "other", "chi phí khác"),
    ("overhead", "overhead", "chi phí phân bổ"),
    ("partial", "partial", "từng phần"),
    ("profit", "profit", "lợi nhuận"),
    ("regional", "regional", "khu vực"),
    ("stock", "physical stock", "tồn kho thực"),
    ("transaction-value", "transaction value", "trị giá giao dịch"),
    ("value-limit", "limit of non-originating materials", "giới hạn nguyên liệu không có xuất xứ"),
];

fn in_words<'w>(list: &'w [(&str, &'w str, &'w str)], key: &'w str, lang: Lang) -> &'w str {
    let found = list.iter().find(|(known, ..)| *known == key);
    found.map_or(key, |(_, english, vietnamese)| if lang == Lang::Vi { vietnamese } else { english })
}

/// A figure as a page says it: `tolerance by value: 10 %`.
pub(super) fn figure(key: &str, value: &str, unit: &str, lang: Lang) -> String {
    let values: Vec<&str> = value.split('|').map(|part| in_words(&VALUES, part, lang)).collect();
    // Chapters and months are said by the name.
    let unit = if unit == "%" { " %" } else { "" };
    format!("{}: {}{unit}", in_words(&NAMES, key, lang), values.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_said_in_both_languages() {
        assert_eq!(
            figure("tolerance-value-chapters", "1|3|25-49", "chapter", Lang::Vi),
            "các chương áp dụng dung sai theo trị giá: 1, 3, 25-49"
        );
        assert_eq!(figure("tolerance-value-percent", "10", "%", Lang::En), "tolerance by value: 10 %");
        assert_eq!(figure("balancing", "fixed|continuous", "", Lang::Vi), "cách cân đối: cuối kỳ, liên tục");
        assert_eq!(figure("new-key", "x", "", Lang::En), "new-key: x");
    }

    #[test]
    fn every_figure_of_the_packs_has_words() {
        for pack in ["trace-origin-agreements", "trace-custody-schemes"] {
            let table = emitrace_factors::get(pack).unwrap().table;
            for line in table.lines().skip(1) {
                let key = line.split(',').next().unwrap_or_default();
                let known = NAMES.iter().any(|(known, ..)| *known == key);
                assert!(known, "{key}");
            }
        }
    }
}
