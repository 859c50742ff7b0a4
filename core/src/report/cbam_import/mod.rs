//! What an importer owes, as text for a terminal, as a page, as a table for spreadsheets and as a workbook.

mod book;

pub use book::cbam_import_workbook;

use ::csv::{Terminator, WriterBuilder};

use super::Lang;
use super::cbam_kinds::kind;
use super::csv::safe_cell;
use super::figure;
use super::screen::{Align, Grid};
use super::svg::Bar;
use super::table::Page;
use crate::number::{Fraction, Ties};
use crate::wire::v1::{CbamImportAnswer, CbamScenariosAnswer, CbamSums};

use Align::{Left, Right};

/// Decimals of tonnes, certificates and rates, for reading.
const TONNES: u32 = 3;
const CENTS: u32 = 2;
const RATES: u32 = 5;
/// Goods that are drawn.
const BARS: usize = 30;

/// The words of the page in one language.
struct Words {
    title: &'static str,
    year: &'static str,
    data: &'static str,
    threshold: &'static str,
    exempt: &'static str,
    above: &'static str,
    total: &'static str,
    /// Embedded, free allocation, carbon price, certificates, of them by mark-up, cost, without price.
    sums: [&'static str; 7],
    goods: &'static str,
    /// CN code, origin, installation, data, quantity, SEE, SEFA, certificates, EUR.
    columns: [&'static str; 9],
    holdings: &'static str,
    /// On, embedded, free allocation, hold at least.
    holding: [&'static str; 4],
    scenarios: &'static str,
    /// Case, year, certificates, difference, EUR, difference, rows left out.
    scenario: [&'static str; 7],
    as_it_is: &'static str,
    confidence: &'static str,
}

const ENGLISH: Words = Words {
    title: "CBAM: what an importer owes",
    year: "Imports of",
    data: "Emissions",
    threshold: "Net mass",
    exempt: "not above the threshold: exempt",
    above: "above the threshold",
    total: "Total",
    sums: [
        "Embedded emissions (t CO2e)",
        "Free allocation, taken off (t CO2e)",
        "Carbon price paid, taken off (t CO2e)",
        "Certificates due",
        "of them because of mark-ups",
        "Cost (EUR)",
        "Certificates without a known price",
    ],
    goods: "Goods",
    columns: ["CN", "Origin", "Installation", "Data", "Quantity", "SEE", "SEFA", "Certificates", "EUR"],
    holdings: "To be held at the end of each quarter",
    holding: ["On", "Embedded", "Free allocation", "Certificates, at least"],
    scenarios: "Other cases",
    scenario: ["Case", "Year", "Certificates", "Difference", "EUR", "Difference", "Rows left out"],
    as_it_is: "the ledger as it is",
    confidence: "Confidence",
};

const VIETNAMESE: Words = Words {
    title: "CBAM: nghĩa vụ của nhà nhập khẩu",
    year: "Hàng nhập năm",
    data: "Số liệu phát thải",
    threshold: "Khối lượng tịnh",
    exempt: "không vượt ngưỡng: được miễn",
    above: "vượt ngưỡng",
    total: "Tổng",
    sums: [
        "Phát thải hàm chứa (t CO2tđ)",
        "Phân bổ miễn phí, được trừ (t CO2tđ)",
        "Giá carbon đã trả, được trừ (t CO2tđ)",
        "Số chứng chỉ phải nộp",
        "trong đó do mức cộng thêm",
        "Chi phí (EUR)",
        "Chứng chỉ chưa biết giá",
    ],
    goods: "Hàng hóa",
    columns: ["CN", "Xuất xứ", "Cơ sở", "Số liệu", "Lượng", "SEE", "SEFA", "Chứng chỉ", "EUR"],
    holdings: "Phải nắm giữ cuối mỗi quý",
    holding: ["Ngày", "Hàm chứa", "Phân bổ miễn phí", "Chứng chỉ, ít nhất"],
    scenarios: "Các trường hợp khác",
    scenario: ["Trường hợp", "Năm", "Chứng chỉ", "Chênh lệch", "EUR", "Chênh lệch", "Dòng bị loại"],
    as_it_is: "sổ như hiện tại",
    confidence: "Độ tin cậy",
};

fn words(lang: Lang) -> &'static Words {
    if lang == Lang::Vi { &VIETNAMESE } else { &ENGLISH }
}

/// What an importer owes as plain aligned text: threshold, sums, goods, holdings, notes, findings, packs and the digest.
///
/// # Units
/// Tonnes, certificates and rates rounded half-even to three (rates: five) decimals and euro to two, for reading; the exact
/// figures stand in the answer.
///
/// # Example
/// ```
/// use emitrace::cbam::declare;
/// use emitrace::factor::Catalog;
/// use emitrace::report::{Lang, cbam_import_table};
/// use emitrace::wire::v1::{CbamImportOptions, CbamImportRequest};
///
/// let imports = "date,cn_code,origin,net_mass,unit\n2026-02-03,7207 11 11,TR,100,t\n";
/// let options = CbamImportOptions { year: "2026".into(), data: "default".into(), ..Default::default() };
/// let request = CbamImportRequest { options, ..Default::default() };
/// let answer = declare(imports.as_bytes(), &Catalog::bundled()?, &request)?;
/// assert!(cbam_import_table(&answer, Lang::En).contains("121.110"));
/// assert!(cbam_import_table(&answer, Lang::Vi).contains("121,110"));
/// # Ok::<(), emitrace::Error>(())
/// ```
pub fn cbam_import_table(answer: &CbamImportAnswer, lang: Lang) -> String {
    declared(answer, Page::new(lang), lang).finish()
}

/// The same as a page that needs nothing else, with bars; it prints on A4, and all text of the ledger is escaped.
///
/// # Units
/// As [`cbam_import_table`].
pub fn cbam_import_html(answer: &CbamImportAnswer, lang: Lang) -> String {
    declared(answer, Page::web(lang, &answer.engine), lang).finish()
}

pub(super) fn declared(answer: &CbamImportAnswer, page: Page, lang: Lang) -> Page {
    let mut sheet = Sheet { page, words: words(lang), lang };
    sheet.answer(answer);
    sheet.page
}

/// The ledger as it is, and the other cases beside it.
///
/// # Units
/// As [`cbam_import_table`].
pub fn cbam_scenarios_table(answer: &CbamScenariosAnswer, lang: Lang) -> String {
    compared(answer, Page::new(lang), lang).finish()
}

/// The same as a page that needs nothing else, with bars; it prints on A4, and all text of the ledger is escaped.
///
/// # Units
/// As [`cbam_scenarios_table`].
pub fn cbam_scenarios_html(answer: &CbamScenariosAnswer, lang: Lang) -> String {
    compared(answer, Page::web(lang, &answer.base.engine), lang).finish()
}

fn compared(answer: &CbamScenariosAnswer, page: Page, lang: Lang) -> Page {
    let mut sheet = Sheet { page, words: words(lang), lang };
    sheet.answer(&answer.base);
    let words = sheet.words;
    sheet.page.section(words.scenarios);
    let right = (Right, 20);
    let mut grid = Grid::new(&[(Left, 30), (Left, 6), right, right, right, right, right]);
    grid.row(&words.scenario);
    let declaration = &answer.base.declaration;
    let total = &declaration.total;
    grid.row(&[
        words.as_it_is,
        &declaration.year,
        &sheet.number(&total.certificates, TONNES),
        "",
        &sheet.cost(total),
        "",
        &answer.base.coverage.excluded.to_string(),
    ]);
    for case in &answer.scenarios {
        grid.row(&[
            &case.name,
            &case.year,
            &sheet.number(&case.total.certificates, TONNES),
            &sheet.number(&case.certificates_difference, TONNES),
            &sheet.cost(&case.total),
            &sheet.number(&case.cost_difference_eur, CENTS),
            &case.excluded.to_string(),
        ]);
    }
    sheet.page.grid(&grid, true);
    for case in &answer.scenarios {
        sheet.page.findings_of(&format!("{}: ", case.name), &case.findings);
    }
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
        if text.is_empty() {
            return "–".into();
        }
        let rounded = Fraction::parse(text).map(|value| value.rounded(decimals, Ties::HalfEven));
        let decimals = usize::try_from(decimals).unwrap_or(0);
        figure::rounded(rounded.as_deref().unwrap_or(text), decimals, self.page.text.marks)
    }

    /// The cost, as far as prices are known.
    fn cost(&self, sums: &CbamSums) -> String {
        let known = self.number(&sums.cost_eur, CENTS);
        match (sums.certificates_without_price.as_str(), sums.cost_eur.as_str()) {
            ("0", _) => known,
            (_, "0") => "–".into(),
            _ => format!("≥ {known}"),
        }
    }

    fn answer(&mut self, answer: &CbamImportAnswer) {
        let (words, text) = (self.words, self.page.text);
        let declaration = &answer.declaration;
        self.page.title(words.title);
        let threshold = &declaration.threshold;
        let state = if threshold.exempt { words.exempt } else { words.above };
        let mass = format!(
            "{} t, {state} ({} t)",
            self.number(&threshold.mass_t, TONNES),
            figure::exact(&threshold.limit_t, text.marks)
        );
        let rows = format!(
            "{} / {}",
            figure::count(answer.coverage.counted, text.marks),
            figure::count(answer.coverage.rows, text.marks)
        );
        let mut grid = Grid::new(&[(Left, 24), (Left, 80)]);
        grid.row(&[words.year, &declaration.year]);
        grid.row(&[words.data, kind(&declaration.data, self.lang)]);
        grid.row(&[words.threshold, &mass]);
        grid.row(&[text.coverage, &rows]);
        grid.row(&[words.confidence, &declaration.confidence]);
        self.page.grid(&grid, false);
        self.sums(&declaration.total);
        self.goods(answer);
        self.holdings(answer);
        if !declaration.notes.is_empty() {
            self.page.section(text.notes);
            declaration.notes.iter().for_each(|note| self.page.prose(2, note));
        }
        findings(&mut self.page, answer);
        self.page.packs(&declaration.packs);
        self.page.section(text.proof);
        self.page.prose(2, &answer.digest);
    }

    fn sums(&mut self, total: &CbamSums) {
        let words = self.words;
        self.page.section(words.total);
        let mut grid = Grid::new(&[(Left, 44), (Right, 24)]);
        let figures = [
            (&total.embedded_t_co2e, TONNES),
            (&total.free_allocation_t_co2e, TONNES),
            (&total.carbon_price_t_co2e, TONNES),
            (&total.certificates, TONNES),
            (&total.certificates_of_mark_up, TONNES),
            (&total.cost_eur, CENTS),
            (&total.certificates_without_price, TONNES),
        ];
        for (name, (figure, decimals)) in words.sums.iter().zip(figures) {
            grid.row(&[name, &*self.number(figure, decimals)]);
        }
        self.page.grid(&grid, false);
    }

    fn goods(&mut self, answer: &CbamImportAnswer) {
        if answer.declaration.goods.is_empty() {
            return;
        }
        self.page.section(self.words.goods);
        let [.., certificates, _] = self.words.columns;
        let bars = answer.declaration.goods.iter().take(BARS).map(|line| {
            let figure = Fraction::parse(&line.total.certificates);
            let plain = figure.map_or_else(String::new, |value| value.rounded(TONNES, Ties::HalfEven));
            Bar {
                name: format!("{} {} {}", line.cn_code, line.origin, line.installation),
                amount: figure::steps(&plain, 3),
                label: self.number(&line.total.certificates, TONNES),
                hatched: line.data == "default",
            }
        });
        let bars = bars.collect();
        self.page.chart(certificates, bars);
        let (narrow, wide) = ((Left, 10), (Right, 18));
        let rate = (Right, 12);
        let mut grid = Grid::new(&[narrow, (Left, 8), (Left, 24), narrow, wide, rate, rate, wide, wide]);
        grid.row(&self.words.columns);
        for line in &answer.declaration.goods {
            grid.row(&[
                &line.cn_code,
                &line.origin,
                &line.installation,
                kind(&line.data, self.lang),
                &format!("{} {}", self.number(&line.quantity, TONNES), line.unit),
                &self.number(&line.see_t_co2e, RATES),
                &self.number(&line.sefa_t_co2e, RATES),
                &self.number(&line.total.certificates, TONNES),
                &self.cost(&line.total),
            ]);
        }
        self.page.grid(&grid, true);
    }

    fn holdings(&mut self, answer: &CbamImportAnswer) {
        if answer.declaration.holdings.is_empty() {
            return;
        }
        self.page.section(self.words.holdings);
        let mut grid = Grid::new(&[(Left, 12), (Right, 20), (Right, 20), (Right, 24)]);
        grid.row(&self.words.holding);
        for holding in &answer.declaration.holdings {
            grid.row(&[
                &holding.on,
                &self.number(&holding.embedded_t_co2e, TONNES),
                &self.number(&holding.free_allocation_t_co2e, TONNES),
                &self.number(&holding.certificates, TONNES),
            ]);
        }
        self.page.grid(&grid, true);
    }
}

/// What is to be said of rows and of data of installations.
pub(super) fn findings(page: &mut Page, answer: &CbamImportAnswer) {
    let text = page.text;
    page.section(text.findings);
    if answer.findings.is_empty() {
        page.prose(2, text.no_findings);
    }
    page.findings_of("", &answer.findings);
}

/// What an importer owes as one table (RFC 4180), a row for each good, origin, installation and way of determination.
///
/// Columns: `cn_code, description, sector, origin, installation, data, production_year, quantity, unit, exempt, see_t_co2e,
/// mark_up, sefa_t_co2e, embedded_t_co2e, free_allocation_t_co2e, carbon_price_t_co2e, certificates, cost_eur,
/// certificates_without_price, default_value, confidence`. Numbers are exact, with `.` as the decimal mark; text that a
/// spreadsheet would take for a formula starts with an apostrophe.
///
/// # Units
/// As the names of the columns say.
pub fn cbam_import_csv(answer: &CbamImportAnswer) -> String {
    let mut writer = WriterBuilder::new().terminator(Terminator::CRLF).from_writer(Vec::new());
    let head = [
        "cn_code",
        "description",
        "sector",
        "origin",
        "installation",
        "data",
        "production_year",
        "quantity",
        "unit",
        "exempt",
        "see_t_co2e",
        "mark_up",
        "sefa_t_co2e",
        "embedded_t_co2e",
        "free_allocation_t_co2e",
        "carbon_price_t_co2e",
        "certificates",
        "cost_eur",
        "certificates_without_price",
        "default_value",
        "confidence",
    ];
    let mut rows = vec![head.map(str::to_owned)];
    for line in &answer.declaration.goods {
        let total = &line.total;
        rows.push([
            line.cn_code.clone(),
            safe_cell(&line.description),
            line.sector.clone(),
            line.origin.clone(),
            safe_cell(&line.installation),
            line.data.clone(),
            line.production_year.clone(),
            line.quantity.clone(),
            line.unit.clone(),
            if line.exempt { "yes" } else { "no" }.into(),
            line.see_t_co2e.clone(),
            line.see.mark_up.clone(),
            line.sefa_t_co2e.clone(),
            total.embedded_t_co2e.clone(),
            total.free_allocation_t_co2e.clone(),
            total.carbon_price_t_co2e.clone(),
            total.certificates.clone(),
            total.cost_eur.clone(),
            total.certificates_without_price.clone(),
            line.see.default_value.clone(),
            line.confidence.clone(),
        ]);
    }
    for row in rows {
        // Writing to memory cannot fail, and every row has the same length.
        if writer.write_record(&row).is_err() {
            break;
        }
    }
    writer.into_inner().ok().and_then(|bytes| String::from_utf8(bytes).ok()).unwrap_or_default()
}
