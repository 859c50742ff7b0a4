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

/// Each rule of findings in Vietnamese, and what to do; the answer's own sentence says the details.
const RULES: [(&str, &str, &str); 44] = [
    ("activity", "Hoạt động không hợp lệ", "dùng DOMESTIC, IMPORT hoặc EXPORT"),
    ("altitude", "Tọa độ có ba số", "bỏ độ cao"),
    ("area", "Diện tích không hợp lệ", "ghi số hecta"),
    ("area-close", "Diện tích sát ngưỡng 4 ha", "vẽ đa giác thì luôn đúng"),
    ("area-range", "Diện tích ngoài giới hạn", "ghi diện tích bằng hecta, hoặc vẽ thửa thành đa giác"),
    ("area-text", "Diện tích ghi dạng chữ", "ghi số không có dấu nháy"),
    ("commodities", "Số mặt hàng ngoài giới hạn", "tách báo cáo"),
    ("coordinates-shape", "Tọa độ sai cấu trúc", "ghi [kinh độ, vĩ độ], ví dụ [105.854444, 21.028511]"),
    ("country", "Mã nước không hợp lệ", "dùng mã hai chữ cái ISO 3166-1, ví dụ VN"),
    (
        "crossing",
        "Các cạnh cắt hoặc chạm nhau",
        "sửa các đỉnh; hệ thống chỉ giữ sáu chữ số thập phân, khi thì làm tròn khi thì cắt bỏ",
    ),
    ("description", "Mô tả quá dài", "rút ngắn"),
    ("eori", "Thiếu số EORI", "ghi số EORI khi nhập khẩu hoặc xuất khẩu"),
    (
        "few-decimals",
        "Ít hơn sáu chữ số thập phân",
        "JSON bỏ số 0 ở cuối: đo đến sáu chữ số, ngoài ra không kiểm tra được gì thêm",
    ),
    ("folding", "Đường biên gấp ngược", "sửa các đỉnh để đường biên không đi lại chính nó"),
    (
        "geometry-type",
        "Loại hình không được nhận",
        "dùng Point, MultiPoint, Polygon, MultiPolygon hoặc GeometryCollection",
    ),
    ("hole", "Đa giác có lỗ", "chia thửa thành hai hình không có lỗ"),
    ("hs", "Mã HS không hợp lệ", "ghi các chữ số của danh mục hài hòa"),
    ("intricate", "Quá phức tạp để kiểm tra", "chia thửa hoặc bớt điểm"),
    ("latitude-range", "Vĩ độ ngoài giới hạn", "kiểm tra thứ tự: kinh độ trước, vĩ độ sau"),
    ("longitude-range", "Kinh độ ngoài giới hạn", "kiểm tra thứ tự: kinh độ trước, vĩ độ sau"),
    ("lot-twice", "Một lô ghi hai lần", "ghi mỗi lô một lần"),
    ("more-decimals", "Nhiều hơn sáu chữ số thập phân", "gửi tài liệu trong kết quả, có đúng sáu chữ số"),
    ("net-weight", "Khối lượng tịnh không hợp lệ", "ghi số kilôgam; bắt buộc khi nhập khẩu hoặc xuất khẩu"),
    ("no-area", "Không bao quanh diện tích nào", "sửa các đỉnh"),
    ("no-plot", "Không có thửa nào", "ghi ít nhất một điểm hoặc đa giác"),
    ("not-geojson", "Không phải GeoJSON", "viết đúng theo RFC 7946"),
    ("operator", "Tổ chức không được nộp loại này", "để tổ chức tại EU nộp"),
    ("producer-name", "Tên người sản xuất quá dài", "rút ngắn tên"),
    ("producers", "Quá nhiều người sản xuất cho một mặt hàng", "tách mặt hàng"),
    ("producers-max", "Quá nhiều người sản xuất", "tách báo cáo"),
    ("properties", "Thuộc tính sai kiểu", "so với mô tả định dạng"),
    ("reference", "Số tham chiếu không hợp lệ", "chép đúng số trên báo cáo"),
    (
        "reference-status",
        "Báo cáo được dẫn chưa dùng được",
        "phải là AVAILABLE hoặc ARCHIVED; đã được dẫn thì không sửa, không rút được nữa",
    ),
    ("references-max", "Quá nhiều số tham chiếu", "gộp các báo cáo trước"),
    ("repeated-position", "Hai điểm liền nhau trùng nhau", "bỏ bớt một điểm"),
    ("ring-open", "Đường biên không khép kín", "lặp lại điểm đầu ở cuối"),
    ("ring-short", "Quá ít điểm", "ghi từng đỉnh, và lặp lại đỉnh đầu ở cuối"),
    ("size", "Tài liệu quá lớn", "chia tài liệu"),
    ("species", "Thiếu tên loài", "ghi tên khoa học và tên thường gọi"),
    ("species-max", "Quá nhiều loài", "tách báo cáo"),
    ("supplementary", "Đơn vị phụ thiếu một nửa", "ghi cả đơn vị phụ và mã, hoặc không ghi"),
    ("unknown-origin", "Có hàng không rõ nguồn gốc", "tìm thửa và số tham chiếu của từng phần"),
    ("unknown-property", "Thuộc tính không được đọc", "không cần làm gì nếu chỉ để dùng riêng"),
    ("verification", "Số xác minh không hợp lệ", "hỏi nhà cung cấp"),
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
    written(answer, Page::new(lang), lang).finish()
}

/// The same as a page that needs nothing else; all text of the documents is escaped.
///
/// # Units
/// As [`eudr_table`].
pub fn eudr_html(answer: &EudrAnswer, lang: Lang) -> String {
    written(answer, Page::web(lang, &answer.engine), lang).finish()
}

pub(super) fn written(answer: &EudrAnswer, mut page: Page, lang: Lang) -> Page {
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
        let known = RULES.iter().find(|(rule, ..)| *rule == finding.rule).filter(|_| lang == Lang::Vi);
        let about = known.map_or(String::new(), |(_, about, _)| format!("  {about}"));
        let severity = page.text.severity_name(&finding.severity);
        page.prose(2, &format!("{severity}  {}  {}{about}", finding.rule, finding.path));
        page.prose(4, &finding.message);
        let help = known.map_or(finding.help.as_str(), |(.., help)| help);
        page.prose(4, &format!("{}: {help}", page.text.help));
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
    page
}
