//! A checked ledger of credits: what the checks found, balances, claims.

use super::Lang;
use super::figure;
use super::screen::{Align, Grid};
use super::table::Page;
use crate::wire::v1::CustodyAnswer;

use Align::{Left, Right};

/// The words of the page in one language.
struct Words {
    title: &'static str,
    scheme: &'static str,
    balancing: &'static str,
    unit: &'static str,
    entries: &'static str,
    verdict: &'static str,
    accepted: [&'static str; 2],
    checks: &'static str,
    nothing: &'static str,
    check_columns: [&'static str; 5],
    balances: &'static str,
    balance_columns: [&'static str; 9],
    made: &'static str,
    claims: &'static str,
    claim_columns: [&'static str; 5],
    figures: &'static str,
    confidence: &'static str,
    here: &'static str,
}

const ENGLISH: Words = Words {
    title: "Ledger of custody",
    scheme: "Scheme",
    balancing: "Balancing",
    unit: "Unit",
    entries: "Entries",
    verdict: "Checks C1 to C12",
    accepted: ["not met", "met"],
    checks: "What the checks found",
    nothing: "nothing",
    check_columns: ["Check", "Day", "Account", "Entries", "Amount"],
    balances: "Balances",
    balance_columns: [
        "Account",
        "Period",
        "Opening",
        "Added",
        "Taken",
        "Expired",
        "Balance",
        "Carried over",
        "Forfeited",
    ],
    made: "Entries that follow from the rules",
    claims: "Claims and the credits behind them",
    claim_columns: ["Entry", "Quantity", "Strongest model", "kg CO2e", "Credits"],
    figures: "Figures of the scheme",
    confidence: "confidence",
    here: "One ledger shows that nothing is booked twice here, not that nothing is booked elsewhere. The model of custody stands beside the carbon of a claim and never changes a figure of CBAM.",
};

const VIETNAMESE: Words = Words {
    title: "Sổ chuỗi hành trình",
    scheme: "Hệ thống chứng nhận",
    balancing: "Cách cân đối",
    unit: "Đơn vị",
    entries: "Số bút toán",
    verdict: "Kiểm tra C1 đến C12",
    accepted: ["không đạt", "đạt"],
    checks: "Kết quả kiểm tra",
    nothing: "không có",
    check_columns: ["Kiểm tra", "Ngày", "Tài khoản", "Bút toán", "Lượng"],
    balances: "Số dư",
    balance_columns: [
        "Tài khoản",
        "Kỳ",
        "Đầu kỳ",
        "Tăng",
        "Giảm",
        "Hết hạn",
        "Số dư",
        "Chuyển kỳ sau",
        "Bị hủy",
    ],
    made: "Bút toán phát sinh theo quy tắc",
    claims: "Tuyên bố và tín chỉ đứng sau",
    claim_columns: ["Bút toán", "Lượng", "Mô hình mạnh nhất", "kg CO2tđ", "Tín chỉ"],
    figures: "Tham số của hệ thống",
    confidence: "độ tin cậy",
    here: "Một sổ chỉ cho thấy không ghi trùng tại đây, không cho thấy không ghi ở nơi khác. Mô hình chuỗi hành trình đứng cạnh lượng carbon của tuyên bố và không bao giờ làm thay đổi con số CBAM.",
};

/// What each check looks at, in Vietnamese; the answer's own sentence says the details.
const CHECKS: [(&str, &str); 12] = [
    ("C1", "Số dư"),
    ("C2", "Chứng từ ghi trùng"),
    ("C3", "Hệ số chuyển đổi"),
    ("C4", "Hiệu lực và phạm vi chứng chỉ"),
    ("C5", "Chỉ được giữ hoặc làm yếu mô hình"),
    ("C6", "Độ dài kỳ"),
    ("C7", "Tín chỉ hết hạn"),
    ("C8", "Chuyển kỳ sau không vượt tồn kho"),
    ("C9", "Thuộc tính đi cùng tín chỉ"),
    ("C10", "Tuyên bố không vượt lượng thực xuất"),
    ("C11", "Điều chuyển khớp hai đầu"),
    ("C12", "Mô hình không được phép"),
];

/// The checked ledger as plain text.
///
/// # Units
/// Quantities in the unit of the answer, carbon in kilograms of CO2 equivalent; all exact.
///
/// # Example
/// ```
/// use emitrace::report::{Lang, custody_table};
/// use emitrace::wire::v1::CustodyRequest;
///
/// let request: CustodyRequest = serde_json::from_str(r#"{
///     "scheme": "fsc-coc", "on": "2026-03-31", "unit": "t",
///     "periods": [{"start": "2026-01-01", "end": "2026-04-01"}],
///     "entries": [{"id": "7", "date": "2026-02-10", "kind": "out", "material": "wood", "quantity": "9"}]}"#)?;
/// let answer = emitrace::custody::check(&emitrace::factor::Catalog::bundled()?, &request)?;
/// assert!(custody_table(&answer, Lang::En).contains("C1"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn custody_table(answer: &CustodyAnswer, lang: Lang) -> String {
    written(answer, Page::new(lang), lang).finish()
}

/// The same as a page that needs nothing else; all text of the request is escaped.
///
/// # Units
/// As [`custody_table`].
pub fn custody_html(answer: &CustodyAnswer, lang: Lang) -> String {
    written(answer, Page::web(lang, &answer.engine), lang).finish()
}

pub(super) fn written(answer: &CustodyAnswer, mut page: Page, lang: Lang) -> Page {
    let words = if lang == Lang::Vi { &VIETNAMESE } else { &ENGLISH };
    let (result, marks) = (&answer.result, page.text.marks);
    page.title(words.title);
    let mut grid = Grid::new(&[(Left, 30), (Left, 80)]);
    let [refused, accepted] = words.accepted;
    let entries = figure::count(result.entries, marks);
    for (name, value) in [
        (words.scheme, result.scheme.as_str()),
        (words.balancing, &result.balancing),
        (words.unit, &result.unit),
        (words.entries, &entries),
        (words.verdict, if result.accepted { accepted } else { refused }),
    ] {
        grid.row(&[name, value]);
    }
    page.grid(&grid, false);
    checks(&mut page, (words, lang), answer);
    let number = |text: &str| figure::exact(text, marks);
    page.section(words.balances);
    let figures = [(Right, 18); 7];
    let mut grid = Grid::new(&[&[(Left, 50), (Left, 24)][..], &figures].concat());
    grid.row(&words.balance_columns);
    for balance in &result.balances {
        let account = [balance.site.as_str(), &balance.material, &balance.attributes];
        let account = account.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" / ");
        let figures = [
            &balance.opening,
            &balance.added,
            &balance.taken,
            &balance.expired,
            &balance.balance,
            &balance.carried,
            &balance.forfeited,
        ];
        let mut row = vec![account, format!("{} – {}", balance.start, balance.end)];
        row.extend(figures.into_iter().map(|text| number(text)));
        grid.row(&row);
    }
    page.grid(&grid, true);
    if !result.made.is_empty() {
        page.section(words.made);
        for made in &result.made {
            let line = format!(
                "{}  {} {} ({})  {} {}",
                made.date,
                made.because,
                number(&made.quantity),
                made.of,
                made.site,
                made.material
            );
            page.prose(2, &line);
        }
    }
    if !result.claims.is_empty() {
        page.section(words.claims);
        let mut grid = Grid::new(&[(Left, 24), (Right, 18), (Left, 18), (Right, 18), (Left, 80)]);
        grid.row(&words.claim_columns);
        for claim in &result.claims {
            let credits = claim
                .credits
                .iter()
                .map(|part| format!("{} ({}): {}", part.entry, part.date, number(&part.quantity)));
            grid.row(&[
                claim.entry.clone(),
                number(&claim.quantity),
                claim.strongest_model.clone(),
                if claim.kg_co2e.is_empty() { "–".into() } else { number(&claim.kg_co2e) },
                credits.collect::<Vec<_>>().join("; "),
            ]);
        }
        page.grid(&grid, true);
    }
    page.section(words.figures);
    for figure in &result.figures {
        let line = format!(
            "{} ({}, {}; {} {})",
            super::dated::figure(&figure.figure, &figure.value, &figure.unit, lang),
            figure.document,
            figure.clause,
            words.confidence,
            figure.confidence
        );
        page.prose(2, &line);
    }
    page.section(page.text.proof);
    page.prose(2, &answer.digest);
    page.prose(0, words.here);
    page
}

fn checks(page: &mut Page, (words, lang): (&Words, Lang), answer: &CustodyAnswer) {
    let marks = page.text.marks;
    page.section(words.checks);
    if answer.result.checks.is_empty() && answer.findings.is_empty() {
        page.prose(2, words.nothing);
    }
    for check in &answer.result.checks {
        let mut grid = Grid::new(&[(Left, 12), (Left, 90)]);
        let severity = page.text.severity_name(&check.severity);
        let [name, day, account, entries, amount] = words.check_columns;
        let about = CHECKS.iter().find(|(code, _)| *code == check.check).map_or("", |(_, about)| about);
        let about = if lang == Lang::Vi { format!("{about} ({severity})") } else { severity.to_owned() };
        grid.row(&[name, &format!("{}  {about}", check.check)]);
        for (name, value) in
            [(day, &check.date), (account, &check.account), (entries, &check.entries.join(", "))]
        {
            if !value.is_empty() {
                grid.row(&[name, value]);
            }
        }
        grid.row(&[amount, &figure::exact(&check.amount, marks)]);
        page.grid(&grid, false);
        page.prose(4, &check.message);
    }
    page.findings_of("", &answer.findings);
}
