//! Why goods carry what they carry, as text for a terminal.

use super::Lang;
use super::cbam_kinds::{formula, kind, named};
use super::figure;
use super::screen::{Align, Grid};
use super::svg::Bar;
use super::table::Page;
use crate::number::{Fraction, Ties};
use crate::wire::v1::{CbamExplainAnswer, CbamGoodExplained};

use Align::{Left, Right};

/// Decimals of a tonne for a tonne, for reading.
const DECIMALS: u32 = 6;
/// Widest indent of the way down.
const DEEPEST: u32 = 12;
/// Parts that are printed of a good.
const PARTS: usize = 15;

/// The words of the page in one language.
struct Words {
    title: &'static str,
    way: &'static str,
    parts: &'static str,
    part: &'static str,
    percent: &'static str,
    data: &'static str,
    mark_up: &'static str,
    missing: &'static str,
    nothing: &'static str,
    no_goods: &'static str,
}

const ENGLISH: Words = Words {
    title: "What a tonne carries, and why",
    way: "The way down (t CO2e for a tonne)",
    parts: "What matters most (t CO2e for a tonne)",
    part: "Part",
    percent: "Per cent",
    data: "Data",
    mark_up: "Mark-up in it",
    missing: "Missing for the operator's report",
    nothing: "nothing",
    no_goods: "No good can be explained: `emitrace cbam embedded` tells what keeps its figures out.",
};

const VIETNAMESE: Words = Words {
    title: "Một tấn hàm chứa gì và vì sao",
    way: "Đường đi xuống (t CO2tđ cho một tấn)",
    parts: "Phần quan trọng nhất (t CO2tđ cho một tấn)",
    part: "Phần",
    percent: "Phần trăm",
    data: "Số liệu",
    mark_up: "Trong đó phần cộng thêm",
    missing: "Còn thiếu cho báo cáo của người vận hành",
    nothing: "không có",
    no_goods: "Chưa giải thích được hàng hóa nào: `emitrace cbam embedded` cho biết số liệu nào còn thiếu.",
};

/// The way down to the meters for each good, its largest parts, and what the operator's report misses, as plain text.
///
/// # Units
/// Tonnes of CO2 equivalent for a tonne with six decimals, rounded half-even for reading; the answer has exact figures.
///
/// # Example
/// ```
/// use emitrace::report::{Lang, cbam_explain_table};
/// use emitrace::wire::v1::CbamEmbeddedRequest;
///
/// let catalog = emitrace::factor::Catalog::bundled()?;
/// let request = CbamEmbeddedRequest { period: "2026".into(), ..Default::default() };
/// let answer = emitrace::cbam::explain(&catalog, &request)?;
/// assert!(cbam_explain_table(&answer, Lang::En).contains("/installation/operator"));
/// # Ok::<(), emitrace::Error>(())
/// ```
pub fn cbam_explain_table(answer: &CbamExplainAnswer, lang: Lang) -> String {
    written(answer, Page::new(lang), lang).finish()
}

/// The same as a page that needs nothing else, with the parts of each good as bars; all text of the document is escaped.
///
/// # Units
/// As [`cbam_explain_table`].
pub fn cbam_explain_html(answer: &CbamExplainAnswer, lang: Lang) -> String {
    written(answer, Page::web(lang, &answer.engine), lang).finish()
}

pub(super) fn written(answer: &CbamExplainAnswer, mut page: Page, lang: Lang) -> Page {
    let words = if lang == Lang::Vi { &VIETNAMESE } else { &ENGLISH };
    page.title(words.title);
    if answer.goods.is_empty() {
        page.prose(0, words.no_goods);
    }
    for good in &answer.goods {
        explained(&mut page, (words, lang), good);
    }
    page.section(words.missing);
    let mut missing = answer.completeness.iter().filter(|item| item.state == "missing").peekable();
    if missing.peek().is_none() {
        page.prose(2, words.nothing);
    }
    for item in missing {
        page.prose(2, &format!("{}  {}", item.path, item.item));
    }
    page.section(page.text.proof);
    page.prose(2, &answer.digest);
    page
}

/// An exact figure with six decimals.
fn short(page: &Page, text: &str) -> String {
    let rounded = Fraction::parse(text).map(|value| value.rounded(DECIMALS, Ties::HalfEven));
    figure::exact(rounded.as_deref().unwrap_or(text), page.text.marks)
}

fn explained(page: &mut Page, (words, lang): (&Words, Lang), good: &CbamGoodExplained) {
    page.section(&format!("{} {}: {}", good.cn, good.name, words.way));
    let mut grid = Grid::new(&[(Left, 60), (Right, 16), (Left, 90)]);
    for row in &good.rows {
        let indent =
            " ".repeat(usize::try_from(row.level.min(DEEPEST)).unwrap_or_default().saturating_mul(2));
        let value = short(page, &row.t_co2e_per_t);
        grid.row(&[
            format!("{indent}{}", named(&row.kind, &row.about, lang)),
            value,
            formula(&row.formula, lang),
        ]);
    }
    page.grid(&grid, false);
    page.section(&format!("{} {}: {}", good.cn, good.name, words.parts));
    let marks = page.text.marks;
    let bars =
        good.parts.iter().filter(|part| !part.t_co2e_per_t.starts_with('-')).take(PARTS).map(|part| Bar {
            name: named(&part.kind, &part.about, lang),
            amount: figure::steps(&part.percent, 2),
            label: format!("{} %", figure::exact(&part.percent, marks)),
            hatched: part.data == "default",
        });
    page.chart(&format!("{}, %", words.parts), bars.collect());
    let mut grid = Grid::new(&[(Left, 50), (Right, 16), (Right, 12), (Left, 18), (Right, 16)]);
    grid.row(&[words.part, "", words.percent, words.data, words.mark_up]);
    for part in good.parts.iter().take(PARTS) {
        grid.row(&[
            named(&part.kind, &part.about, lang),
            short(page, &part.t_co2e_per_t),
            figure::exact(&part.percent, page.text.marks),
            kind(&part.data, lang).into(),
            short(page, &part.mark_up_t_co2e_per_t),
        ]);
    }
    page.grid(&grid, true);
}
