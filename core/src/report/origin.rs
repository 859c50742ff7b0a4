//! The worksheet of a proof of origin: materials by status, the arithmetic of the rule, and what is missing.

use super::Lang;
use super::figure;
use super::screen::{Align, Grid};
use super::table::Page;
use crate::number::{Fraction, Ties};
use crate::wire::v1::{
    OriginAnswer, OriginConditionVerdict, OriginMaterialVerdict, OriginMissing, OriginVerdict,
};

use Align::{Left, Right};

/// Decimals of a percentage that does not end.
const DECIMALS: u32 = 6;

/// The words of the page in one language.
struct Words {
    title: &'static str,
    agreement: &'static str,
    on: &'static str,
    product: &'static str,
    code: &'static str,
    rule: &'static str,
    source: &'static str,
    value: &'static str,
    verdict: &'static str,
    materials: &'static str,
    columns: [&'static str; 9],
    total: &'static str,
    undetermined: &'static str,
    arithmetic: &'static str,
    alternative: &'static str,
    unchanged: &'static str,
    tolerance: [&'static str; 2],
    missing: &'static str,
    remarks: &'static str,
    figures: &'static str,
    confidence: &'static str,
    excluded: &'static str,
    no_decision: &'static str,
    signature: &'static str,
}

const ENGLISH: Words = Words {
    title: "Worksheet on origin",
    agreement: "Agreement",
    on: "Figures of",
    product: "Product",
    code: "HS code",
    rule: "Rule",
    source: "Stated from",
    value: "Value",
    verdict: "Arithmetic of the rule",
    materials: "Materials",
    columns: [
        "No.",
        "Material",
        "HS code",
        "Quantity",
        "Unit",
        "Originating",
        "Non-originating",
        "Origin",
        "Document, why",
    ],
    total: "Total",
    undetermined: "not determined: counted as non-originating",
    arithmetic: "The rule, condition by condition",
    alternative: "Alternative",
    unchanged: "Materials that do not meet it",
    tolerance: ["Tolerance by value", "Tolerance by weight"],
    missing: "Missing for a verdict",
    remarks: "Remarks",
    figures: "Figures of the agreement",
    confidence: "confidence",
    excluded: "rows of the table of materials could not be read and are not in it",
    no_decision: "This worksheet says whether the arithmetic of the stated rule is met on the data given. It is no decision on origin; the issuing or customs authority decides. Percentages are compared exactly and never rounded; those that do not end are shown with six decimals.",
    signature: "Place, date, name and signature of the exporter",
};

const VIETNAMESE: Words = Words {
    title: "Bảng kê khai hàng hóa theo tiêu chí xuất xứ",
    agreement: "Hiệp định",
    on: "Tham số ngày",
    product: "Sản phẩm",
    code: "Mã HS",
    rule: "Quy tắc cụ thể mặt hàng",
    source: "Nguồn của quy tắc",
    value: "Trị giá",
    verdict: "Kết quả tính theo quy tắc",
    materials: "Nguyên liệu sử dụng",
    columns: [
        "STT",
        "Nguyên liệu",
        "Mã HS",
        "Lượng",
        "ĐVT",
        "Có xuất xứ",
        "Không có xuất xứ",
        "Nước xuất xứ",
        "Chứng từ, lý do",
    ],
    total: "Cộng",
    undetermined: "chưa xác định: tính là không có xuất xứ",
    arithmetic: "Từng điều kiện của quy tắc",
    alternative: "Phương án",
    unchanged: "Nguyên liệu không đáp ứng",
    tolerance: ["Dung sai theo trị giá", "Dung sai theo trọng lượng"],
    missing: "Còn thiếu để kết luận",
    remarks: "Ghi chú",
    figures: "Tham số của hiệp định",
    confidence: "độ tin cậy",
    excluded: "dòng của bảng nguyên liệu không đọc được và không nằm trong kết quả",
    no_decision: "Bảng này cho biết phép tính của quy tắc đã nêu có đạt hay không trên số liệu được cung cấp. Đây không phải quyết định về xuất xứ; cơ quan cấp C/O hoặc hải quan quyết định. Tỷ lệ phần trăm được so sánh chính xác, không làm tròn; tỷ lệ không kết thúc được ghi với sáu chữ số thập phân.",
    signature: "Địa điểm, ngày tháng, họ tên và chữ ký của thương nhân",
};

/// Both languages of a word of the answer.
const SAID: [(&str, &str, &str); 35] = [
    ("pass", "met", "đạt"),
    ("fail", "not met", "không đạt"),
    ("not-proven", "not proven", "chưa chứng minh được"),
    ("rvc", "regional value content", "hàm lượng giá trị khu vực"),
    ("value-limit", "limit of non-originating materials", "giới hạn trị giá nguyên liệu không có xuất xứ"),
    ("set", "set of goods", "bộ hàng hóa"),
    ("change", "change of classification", "chuyển đổi mã số hàng hóa"),
    ("made-from", "made from materials of", "sản xuất từ nguyên liệu thuộc nhóm"),
    (
        "wholly-obtained",
        "wholly obtained or of originating materials",
        "xuất xứ thuần túy hoặc từ nguyên liệu có xuất xứ",
    ),
    ("process", "specific operation", "công đoạn cụ thể"),
    ("exw", "ex-works price", "giá xuất xưởng"),
    ("fob", "value FOB", "trị giá FOB"),
    ("transaction_value", "transaction value", "trị giá giao dịch"),
    ("originating", "originating", "có xuất xứ"),
    ("non-originating", "non-originating", "không có xuất xứ"),
    ("undetermined", "not determined", "chưa xác định"),
    ("stated", "as stated", "theo khai báo"),
    ("evidence", "document", "có chứng từ"),
    ("no-evidence", "no document", "không có chứng từ"),
    ("roll-up", "verdict on the intermediate", "theo kết quả của bán thành phẩm"),
    ("cumulation", "cumulation", "cộng gộp"),
    ("no-cumulation", "of another country, no cumulation", "của nước khác, không cộng gộp"),
    ("not-determined", "not determined", "chưa xác định"),
    ("origin", "origin of the material", "xuất xứ của nguyên liệu"),
    ("value", "value", "trị giá"),
    ("hs-code", "HS code with enough digits", "mã HS đủ số chữ số"),
    ("hs-edition", "HS code in the edition of the rule", "mã HS theo phiên bản của quy tắc"),
    ("weight", "weight", "trọng lượng"),
    ("basis", "value of the product", "trị giá của sản phẩm"),
    ("notes", "what the notes on textiles allow", "mức cho phép theo chú giải về hàng dệt may"),
    (
        "operations",
        "whether more than minimal operations were carried out",
        "có vượt quá công đoạn gia công đơn giản không",
    ),
    ("rows", "rows that could not be read", "dòng không đọc được"),
    ("net-cost", "net cost", "chi phí tịnh"),
    ("CTH", "change of heading (CTH)", "chuyển đổi nhóm (CTH)"),
    ("CC", "change of chapter (CC)", "chuyển đổi chương (CC)"),
];

fn said(word: &str, lang: Lang) -> &str {
    let found = SAID.iter().find(|(known, _, _)| *known == word);
    found.map_or(word, |(_, english, vietnamese)| if lang == Lang::Vi { vietnamese } else { english })
}

/// The worksheet as plain text.
///
/// # Units
/// Values in the currency of the answer, exact; percentages exact, or with six decimals where they do not end.
///
/// # Example
/// ```
/// use emitrace::report::{Lang, origin_table};
/// use emitrace::wire::v1::OriginRequest;
///
/// let request: OriginRequest = serde_json::from_str(r#"{
///     "agreement": "rcep", "on": "2026-03-01", "country": "VN", "hs_edition": "HS2022",
///     "products": [{"id": "bolt", "hs_code": "731815", "fob": "1000", "minimal_operations": false,
///         "rule": {"source": "stated by the exporter",
///             "any": [{"all": [{"test": "rvc", "formula": "build-down", "percent": "40"}]}]}}],
///     "materials": [{"id": "rod", "value": "600.01", "status": "non-originating"}]}"#)?;
/// let answer = emitrace::origin::assess(&emitrace::factor::Catalog::bundled()?, &request)?;
/// assert!(origin_table(&answer, Lang::En).contains("(1000 - 600.01) x 100 = 39999 < 40000 = 40 x 1000"));
/// assert!(origin_table(&answer, Lang::Vi).contains("không đạt"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn origin_table(answer: &OriginAnswer, lang: Lang) -> String {
    written(answer, Page::new(lang), lang).finish()
}

/// The same as a page that needs nothing else, to be printed and attached; all text of the request is escaped.
///
/// # Units
/// As [`origin_table`].
pub fn origin_html(answer: &OriginAnswer, lang: Lang) -> String {
    written(answer, Page::web(lang, &answer.engine), lang).finish()
}

pub(super) fn written(answer: &OriginAnswer, mut page: Page, lang: Lang) -> Page {
    let words = if lang == Lang::Vi { &VIETNAMESE } else { &ENGLISH };
    let result = &answer.result;
    page.title(words.title);
    for product in &result.products {
        head(&mut page, (words, lang), answer, product);
        materials(&mut page, (words, lang), product);
        arithmetic(&mut page, (words, lang), product);
        if !product.missing.is_empty() {
            page.section(words.missing);
            product.missing.iter().for_each(|missing| page.prose(2, &lacking(missing, lang)));
        }
        if !product.remarks.is_empty() {
            page.section(words.remarks);
            product.remarks.iter().for_each(|remark| page.prose(2, remark));
        }
    }
    if result.excluded > 0 {
        page.section(page.text.findings);
        page.prose(2, &format!("{} {}", result.excluded, words.excluded));
        page.findings_of("", &answer.findings);
    }
    page.section(words.figures);
    for figure in &result.figures {
        page.prose(
            2,
            &format!(
                "{} ({}, {}; {} {})",
                super::dated::figure(&figure.figure, &figure.value, &figure.unit, lang),
                figure.document,
                figure.clause,
                words.confidence,
                figure.confidence
            ),
        );
    }
    page.section(page.text.proof);
    page.prose(2, &answer.digest);
    page.prose(0, words.no_decision);
    page.prose(0, &format!("{}: ……………………………………", words.signature));
    page
}

fn head(page: &mut Page, (words, lang): (&Words, Lang), answer: &OriginAnswer, product: &OriginVerdict) {
    let result = &answer.result;
    page.section(&format!("{}: {}  {}", words.product, product.product, product.name));
    let value = match product.value.as_str() {
        "" => "–".to_owned(),
        value => format!("{} {}", figure::exact(value, page.text.marks), result.currency),
    };
    let mut grid = Grid::new(&[(Left, 30), (Left, 100)]);
    let code = format!("{} ({})", product.hs_code, product.hs_edition);
    let basis = format!("{} ({})", words.value, said(&product.basis, lang));
    for (name, value) in [
        (words.agreement, result.agreement.as_str()),
        (words.on, &result.on),
        (words.code, &code),
        (words.rule, &product.rule),
        (words.source, &product.rule_source),
        (&basis, &value),
        (words.verdict, said(&product.verdict, lang)),
    ] {
        grid.row(&[name, value]);
    }
    page.grid(&grid, false);
}

/// What counts as originating and as non-originating of a material's value.
fn columns_of(material: &OriginMaterialVerdict) -> [String; 2] {
    let share = Fraction::parse(&material.originating_percent);
    let value = Fraction::parse(&material.value);
    let (Some(share), Some(value)) = (share, value) else { return [String::new(), String::new()] };
    let hundred = Fraction::whole(100);
    let ours = share.try_mul(&value).and_then(|part| part.try_div(&hundred));
    let rest = ours.as_ref().ok().and_then(|ours| value.try_sub(ours).ok());
    let shown = |part: Option<Fraction>| match part {
        Some(part) if !part.is_zero() => shown(&part.to_string()),
        _ => String::new(),
    };
    [shown(ours.ok()), shown(rest)]
}

/// An exact figure, or its six decimals where it does not end.
fn shown(text: &str) -> String {
    match text.contains('/') {
        true => Fraction::parse(text)
            .map_or_else(|| text.to_owned(), |value| value.rounded(DECIMALS, Ties::HalfEven)),
        false => text.to_owned(),
    }
}

fn materials(page: &mut Page, (words, lang): (&Words, Lang), product: &OriginVerdict) {
    page.section(words.materials);
    let marks = page.text.marks;
    let number = |text: &str| if text.is_empty() { String::new() } else { figure::exact(text, marks) };
    let mut grid = Grid::new(&[
        (Right, 5),
        (Left, 40),
        (Left, 14),
        (Right, 16),
        (Left, 10),
        (Right, 20),
        (Right, 20),
        (Left, 10),
        (Left, 60),
    ]);
    grid.row(&words.columns);
    for (at, material) in (1_usize..).zip(&product.materials) {
        let [ours, rest] = columns_of(material).map(|part| number(&part));
        let why = match material.status.as_str() {
            "undetermined" => words.undetermined,
            _ => said(&material.because, lang),
        };
        let document = match material.evidence.as_str() {
            "" => why.to_owned(),
            evidence => format!("{evidence} ({why})"),
        };
        let name = if material.name.is_empty() { &material.id } else { &material.name };
        grid.row(&[
            at.to_string(),
            name.clone(),
            material.hs_code.clone(),
            number(&material.quantity),
            material.unit.clone(),
            ours,
            rest,
            material.country.clone(),
            document,
        ]);
    }
    let most = &product.non_originating_most;
    let foreign = if most.is_empty() { "–".to_owned() } else { number(&shown(most)) };
    let total = [words.total.to_owned(), number(&shown(&product.originating)), foreign];
    let [name, ours, foreign] = total;
    let empty = String::new;
    grid.row(&[empty(), name, empty(), empty(), empty(), ours, foreign, empty(), empty()]);
    page.grid(&grid, true);
}

fn arithmetic(page: &mut Page, (words, lang): (&Words, Lang), product: &OriginVerdict) {
    page.section(words.arithmetic);
    for (at, alternative) in (1_usize..).zip(&product.alternatives) {
        let head =
            format!("{} {at} {}: {}", words.alternative, alternative.name, said(&alternative.verdict, lang));
        page.prose(2, &head);
        for condition in &alternative.conditions {
            one(page, (words, lang), condition);
        }
    }
}

fn one(page: &mut Page, (words, lang): (&Words, Lang), condition: &OriginConditionVerdict) {
    // What is asked says the test, too, where it is a change.
    let test = match (condition.test.as_str(), condition.asks.as_str()) {
        ("change", asks) => said(asks, lang).to_owned(),
        (test, "" | "value-limit") => said(test, lang).to_owned(),
        (test, asks) => format!("{} {}", said(test, lang), said(asks, lang)),
    };
    page.prose(4, &format!("{test}: {}", said(&condition.verdict, lang)));
    let percent = |text: &str| format!("{} %", figure::exact(&shown(text), page.text.marks));
    let mut lines = Vec::new();
    if !condition.comparison.is_empty() {
        lines.push(format!("{}  ({})", condition.comparison, percent(&condition.percent)));
    }
    if !condition.materials.is_empty() {
        lines.push(format!("{}: {}", words.unchanged, condition.materials.join(", ")));
    }
    for tolerance in &condition.tolerances {
        let [value, weight] = words.tolerance;
        let name = if tolerance.of == "weight" { weight } else { value };
        let limit = percent(&tolerance.limit_percent);
        let verdict = said(&tolerance.verdict, lang);
        lines.push(format!("{name} ({limit}): {verdict}  {}", tolerance.comparison));
    }
    lines.extend(
        condition.missing.iter().map(|missing| format!("{}: {}", words.missing, lacking(missing, lang))),
    );
    lines.iter().for_each(|line| page.prose(6, line));
}

fn lacking(missing: &OriginMissing, lang: Lang) -> String {
    format!("{}: {}", said(&missing.what, lang), missing.about)
}
