//! Embedded emissions of an installation's goods as text for a terminal.

use super::Lang;
use super::figure;
use super::screen::{Align, Grid};
use super::svg::Bar;
use super::table::Page;
use crate::number::{Fraction, Ties};
use crate::wire::v1::{CbamBatchResult, CbamEmbeddedAnswer, CbamEmbeddedReport};

use Align::{Left, Right};

/// Decimals of a tonne, for reading.
const TONNES: u32 = 3;
/// Decimals of factors, for reading.
const FACTORS: u32 = 6;

/// The words of the page in one language.
struct Words {
    title: &'static str,
    installation: &'static str,
    act: &'static str,
    totals: &'static str,
    /// Direct, CO2, N2O, PFC, transferred, biomass, outside, unattributed.
    total_names: [&'static str; 8],
    sources: &'static str,
    source: &'static str,
    method: &'static str,
    quantity: &'static str,
    belongs_to: &'static str,
    units: &'static str,
    heat: &'static str,
    electricity: &'static str,
    processes: &'static str,
    process: &'static str,
    level: &'static str,
    direct: &'static str,
    own_indirect: &'static str,
    goods: &'static str,
    good: &'static str,
    indirect: &'static str,
    total: &'static str,
    per_unit: &'static str,
    defaults: &'static str,
    precursors: &'static str,
    precursor: &'static str,
    used: &'static str,
    complete: &'static str,
    incomplete: &'static str,
    findings: &'static str,
    rule: &'static str,
}

const ENGLISH: Words = Words {
    title: "Embedded emissions under CBAM",
    installation: "Installation",
    act: "Act",
    totals: "Emissions of the installation (t CO2e)",
    total_names: [
        "Direct emissions",
        "CO2",
        "N2O",
        "Perfluorocarbons",
        "Transferred CO2, taken off",
        "CO2 of zero-rated biomass, not counted",
        "Outside the system boundaries",
        "Attributed to nobody",
    ],
    sources: "Sources",
    source: "Source",
    method: "Method",
    quantity: "Quantity",
    belongs_to: "Belongs to",
    units: "Heat and electricity made in the installation",
    heat: "Heat",
    electricity: "Electricity",
    processes: "Production processes",
    process: "Process",
    level: "Activity level",
    direct: "Direct",
    own_indirect: "Electricity",
    goods: "Specific embedded emissions (t CO2e for a tonne)",
    good: "Good",
    indirect: "Indirect",
    total: "Total",
    per_unit: "For a unit",
    defaults: "Defaults",
    precursors: "Bought precursors (t CO2e for a tonne)",
    precursor: "Precursor",
    used: "Used (t)",
    complete: "complete",
    incomplete: "incomplete: findings keep figures out",
    findings: "Findings",
    rule: "Rule",
};

const VIETNAMESE: Words = Words {
    title: "Phát thải hàm chứa theo CBAM",
    installation: "Cơ sở sản xuất",
    act: "Văn bản",
    totals: "Phát thải của cơ sở (t CO2tđ)",
    total_names: [
        "Phát thải trực tiếp",
        "CO2",
        "N2O",
        "Perfluorocacbon",
        "CO2 chuyển giao, đã trừ",
        "CO2 từ sinh khối hệ số không, không tính",
        "Ngoài ranh giới hệ thống",
        "Chưa gán cho đối tượng nào",
    ],
    sources: "Nguồn phát thải",
    source: "Nguồn",
    method: "Phương pháp",
    quantity: "Lượng",
    belongs_to: "Thuộc về",
    units: "Nhiệt và điện sản xuất trong cơ sở",
    heat: "Nhiệt",
    electricity: "Điện",
    processes: "Quá trình sản xuất",
    process: "Quá trình",
    level: "Mức hoạt động",
    direct: "Trực tiếp",
    own_indirect: "Điện",
    goods: "Phát thải hàm chứa riêng (t CO2tđ cho một tấn)",
    good: "Hàng hóa",
    indirect: "Gián tiếp",
    total: "Tổng",
    per_unit: "Cho một đơn vị",
    defaults: "Giá trị mặc định",
    precursors: "Tiền chất mua vào (t CO2tđ cho một tấn)",
    precursor: "Tiền chất",
    used: "Đã dùng (t)",
    complete: "đầy đủ",
    incomplete: "chưa đầy đủ: có phát hiện làm thiếu số liệu",
    findings: "Phát hiện",
    rule: "Quy định",
};

/// Embedded emissions as plain aligned text: totals, sources, energy units, processes,
/// precursors, goods, findings, packs and the digest.
///
/// # Units
/// Tonnes of CO2 equivalent with three decimals and factors with six, rounded half-even for reading; the exact figures
/// stand in the answer.
///
/// # Example
/// ```
/// use emitrace::report::{Lang, cbam_embedded_table};
/// use emitrace::wire::v1::CbamEmbeddedRequest;
///
/// let catalog = emitrace::factor::Catalog::bundled()?;
/// let request = CbamEmbeddedRequest { period: "2026".into(), ..Default::default() };
/// let answer = emitrace::cbam::embedded(&catalog, &request)?;
/// assert!(cbam_embedded_table(&answer, Lang::En).contains("the installation has no name"));
/// assert!(cbam_embedded_table(&answer, Lang::Vi).starts_with("Phát thải hàm chứa"));
/// # Ok::<(), emitrace::Error>(())
/// ```
pub fn cbam_embedded_table(answer: &CbamEmbeddedAnswer, lang: Lang) -> String {
    written(answer, Page::new(lang), lang).finish()
}

/// The same as a page that needs nothing else, with the goods as bars; it prints on A4, and all text of the document is escaped.
///
/// # Units
/// As [`cbam_embedded_table`].
pub fn cbam_embedded_html(answer: &CbamEmbeddedAnswer, lang: Lang) -> String {
    written(answer, Page::web(lang, &answer.engine), lang).finish()
}

pub(super) fn written(answer: &CbamEmbeddedAnswer, page: Page, lang: Lang) -> Page {
    let words = if lang == Lang::Vi { &VIETNAMESE } else { &ENGLISH };
    let mut sheet = Sheet { page, words };
    let report = &answer.report;
    sheet.head(report);
    sheet.totals(report);
    sheet.sources(report);
    sheet.units(report);
    sheet.processes(report);
    sheet.precursors(report);
    sheet.goods(report);
    sheet.findings(report);
    sheet.page.packs(&report.packs);
    sheet.page.section(sheet.page.text.proof);
    sheet.page.prose(2, &answer.digest);
    sheet.page.prose(2, &format!("{}; emitrace {}", answer.schema, answer.engine));
    sheet.page
}

struct Sheet {
    page: Page,
    words: &'static Words,
}

impl Sheet {
    /// An exact figure with so many decimals, for reading.
    fn number(&self, text: &str, decimals: u32) -> String {
        let rounded = Fraction::parse(text).map(|value| value.rounded(decimals, Ties::HalfEven));
        let places = usize::try_from(decimals).unwrap_or(0);
        rounded.map_or_else(|| text.to_owned(), |text| figure::rounded(&text, places, self.page.text.marks))
    }

    fn head(&mut self, report: &CbamEmbeddedReport) {
        let words = self.words;
        self.page.title(words.title);
        let mut grid = Grid::new(&[(Left, 24), (Left, 90)]);
        let installation = &report.installation;
        grid.row(&[words.installation, &format!("{} ({})", installation.name, installation.country)]);
        grid.row(&[self.page.text.period, &report.period]);
        grid.row(&[words.act, &report.act]);
        grid.row(&[self.page.text.coverage, if report.complete { words.complete } else { words.incomplete }]);
        self.page.grid(&grid, false);
    }

    fn totals(&mut self, report: &CbamEmbeddedReport) {
        let totals = &report.totals;
        let figures = [
            &totals.direct_t_co2e,
            &totals.co2_t,
            &totals.n2o_t_co2e,
            &totals.pfc_t_co2e,
            &totals.transferred_t_co2,
            &totals.biomass_t_co2,
            &totals.outside_t_co2e,
            &totals.unattributed_t_co2e,
        ];
        self.page.section(self.words.totals);
        let mut grid = Grid::new(&[(Left, 44), (Right, 24)]);
        for (name, figure) in self.words.total_names.iter().zip(figures) {
            // Every plant has the first line; of the others only what there is.
            if figure != "0" || *figure == totals.direct_t_co2e {
                grid.row(&[name, &*self.number(figure, TONNES)]);
            }
        }
        self.page.grid(&grid, false);
    }

    fn sources(&mut self, report: &CbamEmbeddedReport) {
        if report.sources.is_empty() {
            return;
        }
        let words = self.words;
        self.page.section(words.sources);
        let columns = [(Left, 30), (Left, 16), (Right, 20), (Left, 12), (Right, 20), (Left, 30)];
        let mut grid = Grid::new(&columns);
        grid.row(&[words.source, words.method, words.quantity, "", "t CO2e", words.belongs_to]);
        for source in &report.sources {
            let to: Vec<&str> = source.attribution.iter().map(|part| part.to.as_str()).collect();
            grid.row(&[
                if source.name.is_empty() { &source.id } else { &source.name },
                &source.method,
                &self.number(&source.activity_data, TONNES),
                &source.unit,
                &self.number(&source.t_co2e, TONNES),
                &to.join(", "),
            ]);
        }
        self.page.grid(&grid, true);
    }

    fn units(&mut self, report: &CbamEmbeddedReport) {
        if report.energy_units.is_empty() {
            return;
        }
        let words = self.words;
        self.page.section(words.units);
        let columns = [(Left, 30), (Right, 20), (Right, 20), (Right, 16), (Right, 20), (Right, 16)];
        let mut grid = Grid::new(&columns);
        let (heat, electricity) =
            (format!("{} (t CO2e)", words.heat), format!("{} (t CO2e)", words.electricity));
        grid.row(&["", "TJ", &heat, "t/TJ", &electricity, "t/MWh"]);
        for unit in &report.energy_units {
            grid.row(&[
                if unit.name.is_empty() { &unit.id } else { &unit.name },
                &self.number(&unit.heat_tj, TONNES),
                &self.number(&unit.heat_t_co2e, TONNES),
                &self.number(&unit.heat_t_co2e_per_tj, FACTORS),
                &self.number(&unit.electricity_t_co2e, TONNES),
                &self.number(&unit.electricity_t_co2e_per_mwh, FACTORS),
            ]);
        }
        self.page.grid(&grid, true);
    }

    fn processes(&mut self, report: &CbamEmbeddedReport) {
        if report.processes.is_empty() {
            return;
        }
        let words = self.words;
        self.page.section(words.processes);
        let mut grid =
            Grid::new(&[(Left, 30), (Left, 22), (Right, 20), (Left, 12), (Right, 20), (Right, 20)]);
        let heads = [words.direct, words.own_indirect].map(|name| format!("{name} (t CO2e)"));
        let [direct, indirect] = &heads;
        grid.row(&[words.process, "", words.level, "", direct, indirect]);
        for process in &report.processes {
            grid.row(&[
                if process.name.is_empty() { &process.id } else { &process.name },
                &process.category,
                &self.number(&process.activity_level, TONNES),
                &process.functional_unit,
                &self.number(&process.direct_t_co2e, TONNES),
                &self.number(&process.indirect_t_co2e, TONNES),
            ]);
        }
        self.page.grid(&grid, true);
    }

    fn precursors(&mut self, report: &CbamEmbeddedReport) {
        if report.precursors.is_empty() {
            return;
        }
        let words = self.words;
        self.page.section(words.precursors);
        let mut grid =
            Grid::new(&[(Left, 30), (Left, 10), (Right, 20), (Left, 40), (Right, 14), (Right, 14)]);
        grid.row(&[words.precursor, "CN", words.used, "", words.direct, words.indirect]);
        for precursor in &report.precursors {
            let of = |batch: &CbamBatchResult| format!("{} {}", batch.country, batch.determination);
            let batches: Vec<String> = precursor.batches.iter().map(of).collect();
            grid.row(&[
                if precursor.name.is_empty() { &precursor.id } else { &precursor.name },
                &precursor.cn,
                &self.number(&precursor.used_t, TONNES),
                &batches.join(", "),
                &self.number(&precursor.see_per_t.direct, report.decimals),
                &self.number(&precursor.see_per_t.indirect, report.decimals),
            ]);
        }
        self.page.grid(&grid, true);
    }

    fn goods(&mut self, report: &CbamEmbeddedReport) {
        if report.goods.is_empty() {
            return;
        }
        let (words, marks) = (self.words, self.page.text.marks);
        self.page.section(words.goods);
        let decimals = usize::try_from(report.decimals).unwrap_or(0);
        let see = |text: &str| figure::rounded(text, decimals, marks);
        let bars = report.goods.iter().map(|good| Bar {
            name: format!("{} {}", good.cn, good.name),
            amount: figure::steps(&good.see_total_per_t, decimals),
            label: see(&good.see_total_per_t),
            hatched: false,
        });
        self.page.chart(words.goods, bars.collect());
        let columns = [
            (Left, 30),
            (Left, 10),
            (Right, 12),
            (Right, 12),
            (Right, 12),
            (Right, 12),
            (Left, 12),
            (Right, 16),
        ];
        let mut grid = Grid::new(&columns);
        let heads = [words.direct, words.indirect, words.total, words.per_unit];
        let [direct, indirect, total, per_unit] = heads;
        grid.row(&[words.good, "CN", direct, indirect, total, per_unit, "", words.defaults]);
        for good in &report.goods {
            let share = Fraction::parse(&good.default_share).unwrap_or_else(Fraction::zero);
            let share = share.try_mul(&Fraction::whole(100)).map(|share| share.rounded(1, Ties::HalfEven));
            grid.row(&[
                if good.name.is_empty() { &good.process } else { &good.name },
                &good.cn,
                &see(&good.see_direct_per_t),
                &see(&good.see_indirect_per_t),
                &see(&good.see_total_per_t),
                &see(&good.see_total),
                &good.functional_unit,
                &format!("{} %", figure::exact(&share.unwrap_or_default(), marks)),
            ]);
        }
        self.page.grid(&grid, true);
    }

    fn findings(&mut self, report: &CbamEmbeddedReport) {
        let text = self.page.text;
        self.page.section(self.words.findings);
        if report.findings.is_empty() {
            self.page.prose(2, text.no_findings);
        }
        for finding in &report.findings {
            let severity = text.severity_name(&finding.severity);
            self.page.prose(2, &format!("{severity}  {}  {}", finding.code, finding.path));
            self.page.prose(4, &finding.message);
            if !finding.rule.is_empty() {
                self.page.prose(4, &format!("{}: {}", self.words.rule, finding.rule));
            }
            self.page.prose(4, &format!("{}: {}", text.help, finding.help));
        }
    }
}
