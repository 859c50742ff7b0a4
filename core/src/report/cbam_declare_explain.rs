//! Why an importer owes what he owes, as text for a terminal.

use super::Lang;
use super::cbam_import::findings;
use super::cbam_kinds::{formula, kind, named};
use super::figure;
use super::screen::{Align, Grid};
use super::svg::Bar;
use super::table::Page;
use crate::number::{Fraction, Ties};
use crate::wire::v1::{CbamDeclareExplainAnswer, CbamDuePart, CbamDueRow, CbamLineExplained};

use Align::{Left, Right};

/// Decimals of tonnes and certificates, for reading.
const TONNES: u32 = 3;
const CENTS: u32 = 2;
/// Widest indent of the way down.
const DEEPEST: u32 = 12;
/// Parts that are printed of a line, and default values of all.
const PARTS: usize = 12;

/// The words of the page in one language.
struct Words {
    title: &'static str,
    way: &'static str,
    parts: &'static str,
    /// Part, t CO2e, per cent, EUR, data.
    part: [&'static str; 5],
    by_default: &'static str,
    by_actual: &'static str,
    saved: &'static str,
    defaults: &'static str,
    /// Line, value, t CO2e, of it mark-up, EUR.
    default: [&'static str; 5],
    missing: &'static str,
    nothing: &'static str,
    row: &'static str,
}

const ENGLISH: Words = Words {
    title: "CBAM: why so many certificates",
    way: "the way down (t CO2e)",
    parts: "what matters most",
    part: ["Part", "t CO2e", "Per cent", "EUR", "Data"],
    by_default: "Certificates by default values",
    by_actual: "Certificates by own data",
    saved: "Saved by own data (EUR)",
    defaults: "Where default values cost money",
    default: ["Line", "Default value for", "t CO2e", "Mark-up (t CO2e)", "Mark-up (EUR)"],
    missing: "Missing for verification",
    nothing: "nothing",
    row: "row",
};

const VIETNAMESE: Words = Words {
    title: "CBAM: vì sao phải nộp chừng ấy chứng chỉ",
    way: "đường đi xuống (t CO2tđ)",
    parts: "phần quan trọng nhất",
    part: ["Phần", "t CO2tđ", "Phần trăm", "EUR", "Số liệu"],
    by_default: "Chứng chỉ theo giá trị mặc định",
    by_actual: "Chứng chỉ theo số liệu của cơ sở",
    saved: "Tiết kiệm nhờ số liệu của cơ sở (EUR)",
    defaults: "Giá trị mặc định làm tốn tiền ở đâu",
    default: ["Hàng", "Giá trị mặc định cho", "t CO2tđ", "Mức cộng thêm (t CO2tđ)", "Mức cộng thêm (EUR)"],
    missing: "Còn thiếu để thẩm tra",
    nothing: "không có",
    row: "dòng",
};

/// Each line from its certificates down to default values or meters, its largest parts in tonnes and euro, what own data save, where
/// default values cost money, and what the operators' reports miss, as plain text.
///
/// # Units
/// Tonnes and certificates with three decimals, EUR and per cent with two, rounded half-even for reading; the answer has exact figures.
///
/// # Example
/// ```
/// use emitrace::cbam::explain_declaration;
/// use emitrace::factor::Catalog;
/// use emitrace::report::{Lang, cbam_declare_explain_table};
/// use emitrace::wire::v1::{CbamImportOptions, CbamImportRequest};
///
/// let imports = "date,cn_code,origin,net_mass,unit\n2026-02-03,7207 11 11,TR,100,t\n";
/// let options = CbamImportOptions { year: "2026".into(), data: "default".into(), ..Default::default() };
/// let request = CbamImportRequest { options, ..Default::default() };
/// let answer = explain_declaration(imports.as_bytes(), &Catalog::bundled()?, &request)?;
/// assert!(cbam_declare_explain_table(&answer, Lang::En).contains("    mark-up 72071111 TR"));
/// assert!(cbam_declare_explain_table(&answer, Lang::Vi).contains("mức cộng thêm"));
/// # Ok::<(), emitrace::Error>(())
/// ```
pub fn cbam_declare_explain_table(answer: &CbamDeclareExplainAnswer, lang: Lang) -> String {
    written(answer, Page::new(lang), lang).finish()
}

/// The same as a page that needs nothing else, with bars: own data against default values.
///
/// # Units
/// As [`cbam_declare_explain_table`].
pub fn cbam_declare_explain_html(answer: &CbamDeclareExplainAnswer, lang: Lang) -> String {
    written(answer, Page::web(lang, &answer.answer.engine), lang).finish()
}

pub(super) fn written(answer: &CbamDeclareExplainAnswer, page: Page, lang: Lang) -> Page {
    let words = if lang == Lang::Vi { &VIETNAMESE } else { &ENGLISH };
    let mut sheet = Sheet { page, words, lang };
    sheet.page.title(words.title);
    for line in &answer.goods {
        sheet.line(line);
    }
    sheet.defaults(answer);
    sheet.missing(answer);
    findings(&mut sheet.page, &answer.answer);
    sheet.page.section(sheet.page.text.proof);
    sheet.page.prose(2, &answer.digest);
    sheet.page
}

struct Sheet {
    page: Page,
    words: &'static Words,
    lang: Lang,
}

impl Sheet {
    /// An exact figure with so many decimals, for reading; nothing stays nothing.
    fn number(&self, text: &str, decimals: u32) -> String {
        let rounded = Fraction::parse(text).map(|value| value.rounded(decimals, Ties::HalfEven));
        let decimals = usize::try_from(decimals).unwrap_or(0);
        rounded.map_or_else(String::new, |text| figure::rounded(&text, decimals, self.page.text.marks))
    }

    fn line(&mut self, line: &CbamLineExplained) {
        let words = self.words;
        let name = format!("{} {} {}", line.cn_code, line.origin, line.installation);
        let head = format!("{} ({} {})", name.trim_end(), words.row, line.first_row);
        self.page.section(&format!("{head}: {}", words.way));
        let mut grid = Grid::new(&[(Left, 60), (Right, 16), (Left, 90)]);
        for row in &line.rows {
            grid.row(&self.step(row));
        }
        self.page.grid(&grid, false);
        self.page.section(&format!("{head}: {}", words.parts));
        let right = (Right, 16);
        let mut grid = Grid::new(&[(Left, 50), right, (Right, 12), right, (Left, 18)]);
        grid.row(&words.part);
        for part in line.parts.iter().take(PARTS) {
            grid.row(&self.part(part));
        }
        self.page.grid(&grid, true);
        let pairs = [
            (words.by_default, &line.certificates_by_default, TONNES),
            (words.by_actual, &line.certificates_by_actual, TONNES),
            (words.saved, &line.saved_by_actual_eur, CENTS),
        ];
        let both = !line.certificates_by_default.is_empty() && !line.certificates_by_actual.is_empty();
        let bars = pairs.iter().take(2).map(|(name, figure, decimals)| Bar {
            name: (*name).to_owned(),
            amount: figure::steps(&plain_number(figure, *decimals), 3),
            label: self.number(figure, *decimals),
            hatched: *name == words.by_default,
        });
        let bars: Vec<Bar> = bars.filter(|_| both).collect();
        self.page.chart(&head, bars);
        let mut grid = Grid::new(&[(Left, 50), right]);
        for (name, figure, decimals) in pairs.into_iter().filter(|(_, figure, _)| !figure.is_empty()) {
            grid.row(&[name, &*self.number(figure, decimals)]);
        }
        self.page.grid(&grid, false);
    }

    fn step(&self, row: &CbamDueRow) -> [String; 3] {
        let level = usize::try_from(row.level.min(DEEPEST)).unwrap_or_default();
        let about =
            format!("{}{}", " ".repeat(level.saturating_mul(2)), named(&row.kind, &row.about, self.lang));
        [about, self.number(&row.t_co2e, TONNES), formula(&row.formula, self.lang)]
    }

    fn part(&self, part: &CbamDuePart) -> [String; 5] {
        [
            named(&part.kind, &part.about, self.lang),
            self.number(&part.t_co2e, TONNES),
            self.number(&part.percent, CENTS),
            self.number(&part.eur, CENTS),
            kind(&part.data, self.lang).into(),
        ]
    }

    fn defaults(&mut self, answer: &CbamDeclareExplainAnswer) {
        self.page.section(self.words.defaults);
        if answer.defaults.is_empty() {
            self.page.prose(2, self.words.nothing);
            return;
        }
        let right = (Right, 20);
        let mut grid = Grid::new(&[(Left, 34), (Left, 30), right, right, right]);
        grid.row(&self.words.default);
        for used in &answer.defaults {
            let line = format!("{} {} {}", used.cn_code, used.origin, used.installation);
            grid.row(&[
                line.trim_end(),
                &used.about,
                &self.number(&used.t_co2e, TONNES),
                &self.number(&used.of_mark_up_t_co2e, TONNES),
                &self.number(&used.of_mark_up_eur, CENTS),
            ]);
        }
        self.page.grid(&grid, true);
    }

    fn missing(&mut self, answer: &CbamDeclareExplainAnswer) {
        for plant in &answer.plants {
            self.page.section(&format!("{}: {}", plant.installation, self.words.missing));
            let mut missing = plant.completeness.iter().filter(|item| item.state == "missing").peekable();
            if missing.peek().is_none() {
                self.page.prose(2, self.words.nothing);
            }
            for item in missing {
                self.page.prose(2, &format!("{}  {}", item.path, item.item));
            }
        }
    }
}

/// A figure rounded, with a decimal point.
fn plain_number(text: &str, decimals: u32) -> String {
    Fraction::parse(text).map_or_else(String::new, |value| value.rounded(decimals, Ties::HalfEven))
}
