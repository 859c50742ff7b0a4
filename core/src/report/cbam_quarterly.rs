//! A quarterly report of the transitional period as text for people: what is in it, and what is missing.

use super::outline::Remark;
use super::screen::{Align, Grid};
use super::table::Page;
use super::{Lang, figure};
use crate::wire::v1::{CbamQuarterlyAnswer, CbamQuarterlyMeasure};

use Align::{Left, Right};

/// Findings that are printed; the rest is counted.
const FINDINGS: usize = 50;

/// The words of the page in one language.
struct Words {
    title: &'static str,
    unofficial: &'static str,
    quarter: &'static str,
    declarant: &'static str,
    due: &'static str,
    state: &'static str,
    complete: &'static str,
    incomplete: &'static str,
    digest: &'static str,
    goods: &'static str,
    /// CN code, origin, installation, quantity, direct, indirect, determination.
    columns: [&'static str; 7],
    missing: &'static str,
    rows: &'static str,
    checks: &'static str,
    made: &'static str,
    not_made: &'static str,
}

const ENGLISH: Words = Words {
    title: "CBAM: quarterly report of the transitional period",
    unofficial: "Unofficial: written from the list of elements of QReport 23.00, not checked against the Commission's schema.",
    quarter: "Quarter",
    declarant: "Declarant",
    due: "Due",
    state: "State",
    complete: "nothing is missing by the list of elements",
    incomplete: "incomplete",
    digest: "SHA-256 of the XML",
    goods: "Goods and who made them",
    columns: ["CN", "Origin", "Installation", "Quantity", "Direct", "Indirect", "Data"],
    missing: "What is missing, misfits or must be known",
    rows: "Rows of the ledger",
    checks: "What was checked",
    made: "checked",
    not_made: "not checked",
};

const VIETNAMESE: Words = Words {
    title: "CBAM: báo cáo quý của giai đoạn chuyển tiếp",
    unofficial: "Không chính thức: viết theo danh mục phần tử của QReport 23.00, chưa kiểm tra với lược đồ của Ủy ban châu Âu.",
    quarter: "Quý",
    declarant: "Bên khai báo",
    due: "Hạn nộp",
    state: "Tình trạng",
    complete: "không thiếu gì theo danh mục phần tử",
    incomplete: "chưa đầy đủ",
    digest: "SHA-256 của XML",
    goods: "Hàng hóa và cơ sở sản xuất",
    columns: ["CN", "Xuất xứ", "Cơ sở", "Lượng", "Trực tiếp", "Gián tiếp", "Số liệu"],
    missing: "Điều còn thiếu, không hợp hoặc cần biết",
    rows: "Các dòng của sổ",
    checks: "Điều đã kiểm tra",
    made: "đã kiểm tra",
    not_made: "chưa kiểm tra",
};

/// A quarterly report as plain aligned text: its goods, what is missing, what was checked and what not.
///
/// # Units
/// Quantities in the unit that their code names (`01` tonnes), emissions in t CO2e a tonne, exactly as in the XML.
///
/// # Example
/// ```
/// use emitrace::cbam::quarterly;
/// use emitrace::factor::Catalog;
/// use emitrace::report::{Lang, cbam_quarterly_table};
/// use emitrace::wire::v1::CbamQuarterlyRequest;
///
/// let answer = quarterly(None::<&[u8]>, &Catalog::bundled()?, &CbamQuarterlyRequest::default())?;
/// assert!(cbam_quarterly_table(&answer, Lang::Vi).contains("Không chính thức"));
/// # Ok::<(), emitrace::Error>(())
/// ```
pub fn cbam_quarterly_table(answer: &CbamQuarterlyAnswer, lang: Lang) -> String {
    written(answer, Page::new(lang), lang).finish()
}

/// The same as a page that needs nothing else; all text of the report is escaped.
///
/// # Units
/// As [`cbam_quarterly_table`].
pub fn cbam_quarterly_html(answer: &CbamQuarterlyAnswer, lang: Lang) -> String {
    written(answer, Page::web(lang, &answer.engine), lang).finish()
}

pub(super) fn written(answer: &CbamQuarterlyAnswer, mut page: Page, lang: Lang) -> Page {
    let words = if lang == Lang::Vi { &VIETNAMESE } else { &ENGLISH };
    let (text, report) = (page.text, &answer.report);
    page.title(words.title);
    page.prose(0, words.unofficial);
    let mut grid = Grid::new(&[(Left, 24), (Left, 80)]);
    grid.row(&[words.quarter, &format!("{} {}", report.reporting_period, report.year)]);
    grid.row(&[words.declarant, &report.declarant.name]);
    grid.row(&[words.due, &answer.due]);
    grid.row(&[words.state, if answer.complete { words.complete } else { words.incomplete }]);
    let rows = format!(
        "{} / {}",
        figure::count(answer.coverage.counted, text.marks),
        figure::count(answer.coverage.rows, text.marks)
    );
    grid.row(&[text.coverage, &rows]);
    grid.row(&[words.digest, &answer.sha256]);
    page.grid(&grid, false);

    page.section(words.goods);
    let right = (Right, 18);
    let mut grid = Grid::new(&[(Left, 10), (Left, 7), (Left, 32), right, right, right, (Left, 8)]);
    grid.row(&words.columns);
    for good in &report.goods {
        for emissions in &good.emissions {
            grid.row(&[
                &*good.cn_code,
                &*good.origin,
                &*emissions.installation.name,
                &*figure::exact(quantity(&emissions.produced), text.marks),
                &*figure::exact(&emissions.direct.specific_embedded_emissions, text.marks),
                &*figure::exact(&emissions.indirect.specific_embedded_emissions, text.marks),
                &*emissions.direct.determination_type,
            ]);
        }
    }
    page.grid(&grid, true);

    page.section(words.missing);
    if answer.findings.is_empty() {
        page.prose(2, text.no_findings);
    }
    for finding in answer.findings.iter().take(FINDINGS) {
        let head = format!("{} {} {}", text.severity_name(&finding.severity), finding.code, finding.path);
        page.prose(2, &head);
        page.remark(&Remark::new(text, &finding.code, &finding.message, &finding.help));
    }
    more(&mut page, answer.findings.len());
    if !answer.rows.is_empty() {
        page.section(words.rows);
        page.findings_of("", &answer.rows);
    }
    page.section(words.checks);
    for check in &answer.checks {
        let made = if check.made { words.made } else { words.not_made };
        page.prose(2, &format!("{made}: {} ({})", check.check, check.note));
    }
    page
}

/// How many findings are not printed.
fn more(page: &mut Page, found: usize) {
    let more = found.saturating_sub(FINDINGS);
    if more > 0 {
        let line = format!("{more} {}", page.text.more_findings);
        page.prose(2, &line);
    }
}

fn quantity(measure: &CbamQuarterlyMeasure) -> &str {
    if measure.net_mass.is_empty() { &measure.supplementary_units } else { &measure.net_mass }
}
