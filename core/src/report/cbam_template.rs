//! What was read of a communication template, as text for a terminal.

use super::Lang;
use super::figure;
use super::screen::{Align, Grid};
use super::table::Page;
use crate::number::{Fraction, Ties};
use crate::wire::v1::{CbamTemplateAnswer, CbamTemplateFigure};

use Align::{Left, Right};

/// Decimals of figures, for reading.
const DECIMALS: u32 = 6;

/// The words of the page in one language.
struct Words {
    title: &'static str,
    version: &'static str,
    installation: &'static str,
    period: &'static str,
    rules: &'static str,
    taken: &'static str,
    findings: &'static str,
    nothing: &'static str,
    figures: &'static str,
    equal: &'static str,
    cell: &'static str,
    shown: &'static str,
    ours: &'static str,
    why: &'static str,
    document: &'static str,
}

const ENGLISH: Words = Words {
    title: "Communication template for installations",
    version: "Version",
    installation: "Installation",
    period: "Reporting period",
    rules: "Rules",
    taken: "Entries taken",
    findings: "Cells to look at",
    nothing: "nothing",
    figures: "What the template shows, and what its entries give",
    equal: "Figures that agree",
    cell: "Cell",
    shown: "Template",
    ours: "Ours",
    why: "Differs because of",
    document: "What keeps figures out of the document",
};

const VIETNAMESE: Words = Words {
    title: "Mẫu trao đổi thông tin cho cơ sở",
    version: "Phiên bản",
    installation: "Cơ sở",
    period: "Kỳ báo cáo",
    rules: "Quy tắc",
    taken: "Số mục đã lấy",
    findings: "Các ô cần xem",
    nothing: "không có",
    figures: "Con số trong mẫu và kết quả từ các mục đã điền",
    equal: "Số khớp nhau",
    cell: "Ô",
    shown: "Mẫu",
    ours: "Tính được",
    why: "Khác vì",
    document: "Điều khiến tài liệu thiếu con số",
};

/// Cells to look at, and the figures of products and processes beside ours, as plain text.
///
/// # Units
/// Those of each figure, with six decimals, rounded half-even for reading; the answer has exact figures.
///
/// # Example
/// ```
/// use emitrace::report::{Lang, cbam_template_table};
/// use emitrace::wire::v1::CbamTemplateAnswer;
///
/// let answer: CbamTemplateAnswer = serde_json::from_str(
///     r#"{"schema":"emitrace/cbam-template/1","engine":"0.1.0","version":"2.1.1","complete":false,"document":{},"taken":[],
///     "findings":[],"template":{"regime":"","computed":false,"findings":[],"figures_total":0,"figures_equal":0,"figures":[]}}"#,
/// )?;
/// assert!(cbam_template_table(&answer, Lang::En).contains("2.1.1"));
/// # Ok::<(), serde_json::Error>(())
/// ```
pub fn cbam_template_table(answer: &CbamTemplateAnswer, lang: Lang) -> String {
    let words = if lang == Lang::Vi { &VIETNAMESE } else { &ENGLISH };
    let mut page = Page::new(lang);
    page.title(words.title);
    let told = &answer.template;
    let mut grid = Grid::new(&[(Left, 30), (Left, 80)]);
    grid.row(&[words.version, &*answer.version]);
    grid.row(&[words.installation, &*answer.document.installation.name]);
    grid.row(&[words.period, &*answer.document.period]);
    grid.row(&[words.rules, &*told.regime]);
    grid.row(&[words.taken.to_owned(), answer.taken.len().to_string()]);
    grid.row(&[words.equal.to_owned(), format!("{} / {}", told.figures_equal, told.figures_total)]);
    page.grid(&grid, false);
    page.section(words.findings);
    if answer.findings.is_empty() {
        page.prose(2, words.nothing);
    }
    for finding in &answer.findings {
        let about = format!(
            "{}!{} {} {}: {}. {}",
            finding.sheet, finding.cell, finding.severity, finding.code, finding.message, finding.help
        );
        page.prose(2, &about);
    }
    let mut errors = told.findings.iter().filter(|finding| finding.severity == "error").peekable();
    if errors.peek().is_some() {
        page.section(words.document);
        for finding in errors {
            page.prose(
                2,
                &format!("{} {}: {}. {}", finding.path, finding.code, finding.message, finding.help),
            );
        }
    }
    page.section(words.figures);
    let mut grid = Grid::new(&[(Left, 28), (Left, 28), (Right, 20), (Right, 20), (Left, 40)]);
    grid.row(&[words.cell, "", words.shown, words.ours, words.why]);
    for figure in told.figures.iter().filter(|figure| is_shown(figure)) {
        grid.row(&[
            format!("{}!{}", figure.sheet, figure.cell),
            format!("{} ({})", figure.figure, figure.unit),
            short(&page, &figure.template),
            short(&page, &figure.computed),
            figure.reasons.join(", "),
        ]);
    }
    page.grid(&grid, true);
    page.finish()
}

/// Figures of products and units, and whatever differs.
fn is_shown(figure: &CbamTemplateFigure) -> bool {
    !figure.equal || ["Summary_Products", "F_Tools"].contains(&&*figure.sheet)
}

/// A figure with six decimals.
fn short(page: &Page, text: &str) -> String {
    let rounded = Fraction::parse(text).map(|value| value.rounded(DECIMALS, Ties::HalfEven));
    figure::exact(rounded.as_deref().unwrap_or(text), page.text.marks)
}
