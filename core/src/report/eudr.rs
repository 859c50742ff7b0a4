//! Plots, statement and lots under the deforestation regulation, as they were checked.

use super::Lang;
use super::figure;
use super::screen::{Align, Grid};
use super::table::Page;
use crate::wire::v1::EudrAnswer;

use Align::{Left, Right};

/// The words of the page in one language.
struct Words {
    title: &'static str,
    profile: &'static str,
    verdict: &'static str,
    accepted: [&'static str; 2],
    findings: &'static str,
    nothing: &'static str,
    more: &'static str,
    plots: &'static str,
    plot_columns: [&'static str; 7],
    lots: &'static str,
    lot_columns: [&'static str; 3],
    areas: &'static str,
    system: &'static str,
}

const ENGLISH: Words = Words {
    title: "Check under the deforestation regulation",
    profile: "Profile",
    verdict: "Checks",
    accepted: ["something is wrong", "nothing is wrong"],
    findings: "Findings",
    nothing: "nothing",
    more: "more findings",
    plots: "Plots",
    plot_columns: ["Where", "Kind", "Producer", "Country", "Place", "Area, ha", "Area on the ellipsoid, ha"],
    lots: "Reference numbers of lots",
    lot_columns: ["Lot", "Everything that may be in it", "Without a reference number"],
    areas: "Areas of polygons are those of the samples of the information system (a sphere of 6,378,137 m) and, beside them, on the ellipsoid WGS84.",
    system: "The information system itself decides what it accepts. One unknown plot makes a whole lot unknown.",
};

const VIETNAMESE: Words = Words {
    title: "Kiểm tra theo quy định chống phá rừng của EU (EUDR)",
    profile: "Bộ quy tắc",
    verdict: "Kiểm tra",
    accepted: ["có lỗi", "không có lỗi"],
    findings: "Phát hiện",
    nothing: "không có",
    more: "phát hiện khác",
    plots: "Thửa đất",
    plot_columns: [
        "Vị trí",
        "Loại",
        "Người sản xuất",
        "Nước",
        "Nơi sản xuất",
        "Diện tích, ha",
        "Diện tích trên elipxoit, ha",
    ],
    lots: "Số tham chiếu của các lô",
    lot_columns: ["Lô", "Tất cả những gì có thể có trong lô", "Không có số tham chiếu"],
    areas: "Diện tích đa giác tính như mẫu của hệ thống thông tin (hình cầu 6.378.137 m); bên cạnh là diện tích trên elipxoit WGS84.",
    system: "Hệ thống thông tin quyết định chấp nhận hay không. Một thửa không rõ làm cả lô không rõ.",
};

/// Each rule of findings about plots in Vietnamese; the answer's own sentence says the details.
const RULES: [(&str, &str); 24] = [
    ("altitude", "Tọa độ có ba số"),
    ("area", "Diện tích không hợp lệ"),
    ("area-close", "Diện tích sát ngưỡng 4 ha"),
    ("area-range", "Diện tích ngoài giới hạn"),
    ("area-text", "Diện tích ghi dạng chữ"),
    ("coordinates-shape", "Tọa độ sai cấu trúc"),
    ("country", "Mã nước không hợp lệ"),
    ("crossing", "Các cạnh cắt hoặc chạm nhau"),
    ("few-decimals", "Ít hơn sáu chữ số thập phân"),
    ("folding", "Đường biên gấp ngược"),
    ("geometry-type", "Loại hình không được nhận"),
    ("hole", "Đa giác có lỗ"),
    ("intricate", "Quá phức tạp để kiểm tra"),
    ("latitude-range", "Vĩ độ ngoài giới hạn"),
    ("longitude-range", "Kinh độ ngoài giới hạn"),
    ("more-decimals", "Nhiều hơn sáu chữ số thập phân"),
    ("no-area", "Không bao quanh diện tích nào"),
    ("no-plot", "Không có thửa nào"),
    ("not-geojson", "Không phải GeoJSON"),
    ("repeated-position", "Hai điểm liền nhau trùng nhau"),
    ("ring-open", "Đường biên không khép kín"),
    ("ring-short", "Quá ít điểm"),
    ("unknown-origin", "Có hàng không rõ nguồn gốc"),
    ("unknown-property", "Thuộc tính không được đọc"),
];

/// The check as plain text.
///
/// # Units
/// Hectares with four decimals.
///
/// # Example
/// ```
/// use emitrace::report::{Lang, eudr_table};
/// use emitrace::wire::v1::EudrRequest;
///
/// let request = EudrRequest {
///     profile: "operator-api-v3".into(),
///     on: "2026-12-30".into(),
///     geojson: r#"{"type": "Point", "coordinates": [105.854444, 21.028511]}"#.into(),
///     ..EudrRequest::default()
/// };
/// let answer = emitrace::eudr::check(&emitrace::factor::Catalog::bundled()?, &request)?;
/// assert!(eudr_table(&answer, Lang::En).contains("nothing is wrong"));
/// # Ok::<(), emitrace::Error>(())
/// ```
pub fn eudr_table(answer: &EudrAnswer, lang: Lang) -> String {
    written(answer, Page::new(lang), lang)
}

/// The same as a page that needs nothing else; all text of the documents is escaped.
///
/// # Units
/// As [`eudr_table`].
pub fn eudr_html(answer: &EudrAnswer, lang: Lang) -> String {
    written(answer, Page::web(lang, &answer.engine), lang)
}

fn written(answer: &EudrAnswer, mut page: Page, lang: Lang) -> String {
    let words = if lang == Lang::Vi { &VIETNAMESE } else { &ENGLISH };
    let (result, marks) = (&answer.result, page.text.marks);
    page.title(words.title);
    let [wrong, right] = words.accepted;
    let mut grid = Grid::new(&[(Left, 30), (Left, 80)]);
    grid.row(&[words.profile, &result.profile]);
    grid.row(&[words.verdict, if result.accepted { right } else { wrong }]);
    page.grid(&grid, false);
    page.section(words.findings);
    if result.findings.is_empty() {
        page.prose(2, words.nothing);
    }
    for finding in &result.findings {
        let known = RULES.iter().find(|(rule, _)| *rule == finding.rule);
        let about =
            known.filter(|_| lang == Lang::Vi).map_or(String::new(), |(_, about)| format!("  {about}"));
        let severity = page.text.severity_name(&finding.severity);
        page.prose(2, &format!("{severity}  {}  {}{about}", finding.rule, finding.path));
        page.prose(4, &finding.message);
        page.prose(4, &format!("{}: {}", page.text.help, finding.help));
    }
    if result.more_findings > 0 {
        page.prose(2, &format!("{} {}", figure::count(result.more_findings, marks), words.more));
    }
    if !result.plots.is_empty() {
        page.section(words.plots);
        let mut grid = Grid::new(&[
            (Left, 50),
            (Left, 10),
            (Left, 30),
            (Left, 10),
            (Left, 30),
            (Right, 18),
            (Right, 18),
        ]);
        grid.row(&words.plot_columns);
        for plot in &result.plots {
            let number =
                |text: &str| if text.is_empty() { String::new() } else { figure::exact(text, marks) };
            grid.row(&[
                plot.path.clone(),
                plot.kind.clone(),
                plot.producer.clone(),
                plot.country.clone(),
                plot.place.clone(),
                number(&plot.area_ha),
                number(&plot.ellipsoid_area_ha),
            ]);
        }
        page.grid(&grid, true);
        page.prose(0, words.areas);
    }
    if !result.lots.is_empty() {
        page.section(words.lots);
        let mut grid = Grid::new(&[(Left, 30), (Left, 90), (Left, 40)]);
        grid.row(&words.lot_columns);
        for lot in &result.lots {
            grid.row(&[lot.id.clone(), lot.references.join(", "), lot.unknown.join(", ")]);
        }
        page.grid(&grid, true);
    }
    page.section(page.text.proof);
    page.prose(2, &answer.digest);
    page.prose(0, words.system);
    page.finish()
}
