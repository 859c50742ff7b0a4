//! The facility report as text for a terminal, for paper and for spreadsheets.

use super::super::screen::{Align, Grid};
use super::super::svg::Bar;
use super::super::table::Page;
use super::super::{Lang, figure};
use super::text::Text;
use super::{name, says, text};
use crate::wire::v1::{FacilityBody, FacilityReport, YearFigure};

use Align::{Left, Right};

/// Decimals of a tonne.
const DECIMALS: usize = 3;

/// The facility report as plain aligned text: results by kind of source, activity data, factors with their tier, steps,
/// what is open.
///
/// # Units
/// Tonnes of CO2 equivalent with three decimals, rounded half-even for reading.
pub fn facility_table(answer: &FacilityReport, lang: Lang) -> String {
    written(answer, Page::new(lang), lang).finish()
}

/// The report into a page's medium.
pub(in crate::report) fn written(answer: &FacilityReport, page: Page, lang: Lang) -> Page {
    let report = &answer.report;
    let mut sheet = Sheet { text: text(lang), lang, page };
    sheet.head(report);
    sheet.results(report);
    sheet.activity_data(report);
    sheet.factors(report);
    sheet.steps(report);
    sheet.checks(report);
    sheet.findings(report);
    sheet.page.section(sheet.text.proof);
    sheet.page.prose(2, &answer.digest);
    sheet.page
}

struct Sheet {
    text: &'static Text,
    lang: Lang,
    page: Page,
}

impl Sheet {
    fn head(&mut self, report: &FacilityBody) {
        let title = self.text.title.replace("{years}", &self.text.years(&report.years));
        self.page.title(&title);
        let facility = &report.declarations.name;
        let facility = if facility.is_empty() { self.text.not_declared } else { facility };
        self.page.prose(0, facility);
        self.page.prose(0, self.text.form);
        self.page.prose(
            0,
            &format!("{} {}; GWP {}", self.text.law_of, self.lang.text().date(&report.on), report.gwp),
        );
    }

    fn tonnes(&self, kilograms: &str) -> String {
        figure::tonnes(kilograms, DECIMALS, self.lang.text().marks)
    }

    /// Years side by side, then the difference.
    fn figures(&self, years: &[YearFigure], difference: &str) -> Vec<String> {
        let mut cells: Vec<String> = years.iter().map(|year| self.tonnes(&year.kg_co2e)).collect();
        if years.len() > 1 {
            cells.push(self.tonnes(difference));
        }
        cells
    }

    fn results(&mut self, report: &FacilityBody) {
        let text = self.text;
        self.page.section(&format!("{}, {}", text.results, text.unit_tonnes));
        let last = report.sources.iter().filter_map(|source| Some((source, source.years.last()?)));
        let bars = last.filter(|(_, year)| figure::grams(&year.kg_co2e) > 0).map(|(source, year)| Bar {
            name: says(&source.rule, self.lang).to_owned(),
            amount: figure::grams(&year.kg_co2e),
            label: format!("{} t", self.tonnes(&year.kg_co2e)),
            hatched: false,
        });
        let bars = bars.collect();
        let of = report.years.last().map_or("", String::as_str);
        self.page.chart(&format!("{}, {of}, {}", text.results, text.unit_tonnes), bars);
        let mut head = vec![text.source.to_owned()];
        head.extend(report.years.iter().cloned());
        if report.years.len() > 1 {
            head.push(text.difference.to_owned());
        }
        let mut columns = vec![(Left, 84)];
        columns.resize(head.len(), (Right, 24));
        let mut grid = Grid::new(&columns);
        grid.row(&head);
        for source in &report.sources {
            let mut row = vec![says(&source.rule, self.lang).to_owned()];
            row.extend(self.figures(&source.years, &source.difference_kg_co2e));
            grid.row(&row);
        }
        for total in &report.totals {
            let mut row = vec![text.total(&total.name).to_owned()];
            row.extend(self.figures(&total.years, &total.difference_kg_co2e));
            grid.row(&row);
        }
        self.page.grid(&grid, true);
    }

    fn activity_data(&mut self, report: &FacilityBody) {
        let text = self.text;
        self.page.section(text.activity_data);
        let mut head = vec![text.activity.to_owned(), text.unit.to_owned()];
        head.extend(report.years.iter().cloned());
        let mut columns = vec![(Left, 60), (Left, 16)];
        columns.resize(head.len(), (Right, 30));
        let mut grid = Grid::new(&columns);
        grid.row(&head);
        for data in &report.activity_data {
            let named = name(self.lang, &data.name_en, &data.name_vi, &data.activity);
            let mut row = vec![named.to_owned(), data.unit.clone()];
            row.extend(data.years.iter().map(|year| figure::exact(&year.quantity, self.lang.text().marks)));
            grid.row(&row);
        }
        self.page.grid(&grid, true);
    }

    fn factors(&mut self, report: &FacilityBody) {
        let text = self.text;
        self.page.section(text.factors);
        let mut grid = Grid::new(&[(Left, 5), (Left, 52), (Left, 90)]);
        grid.row(&[text.tier, text.factor, text.tier_meaning]);
        for rank in &report.factors {
            let meaning = name(self.lang, &rank.tier_en, &rank.tier_vi, "–");
            let mark = if rank.proxy { " *" } else { "" };
            let tier = if rank.tier == "0" { "–" } else { &*rank.tier };
            grid.row(&[tier, &rank.factor.id, &format!("{meaning}{mark}")]);
        }
        self.page.grid(&grid, true);
        if report.factors.iter().any(|rank| rank.proxy) {
            self.page.prose(0, &format!("* {}", text.proxy));
        }
    }

    fn steps(&mut self, report: &FacilityBody) {
        let text = self.text;
        self.page.section(text.steps);
        let mut grid = Grid::new(&[(Right, 4), (Left, 60), (Left, 20), (Left, 24)]);
        grid.row(&["", text.step, text.state_column, text.legal_basis]);
        for step in &report.steps {
            let (rule, state) = (&step.rule, text.state(&step.state));
            grid.row(&[&*step.number, says(rule, self.lang), state, &rule.article]);
        }
        self.page.grid(&grid, true);
    }

    fn checks(&mut self, report: &FacilityBody) {
        let text = self.text;
        self.page.section(text.checks);
        let mut grid = Grid::new(&[(Left, 64), (Left, 30), (Left, 24), (Left, 12)]);
        grid.row(&[text.check, text.state_column, text.done_by, text.date]);
        for check in &report.checks {
            let by = if check.automatic && check.by.is_empty() { text.automatic } else { &check.by };
            grid.row(&[
                says(&check.rule, self.lang),
                text.state(&check.state),
                by,
                &self.lang.text().date(&check.date),
            ]);
        }
        self.page.grid(&grid, true);
    }

    fn findings(&mut self, report: &FacilityBody) {
        let text = self.text;
        self.page.section(text.findings);
        if report.complete {
            self.page.prose(0, text.complete);
        } else {
            let open = report.findings.iter().filter(|finding| finding.severity != "info").count();
            self.page.prose(0, &text.incomplete.replace("{open}", &open.to_string()));
        }
        for finding in &report.findings {
            let severity = self.lang.text().severity_name(&finding.severity);
            let meaning = self.lang.text().code_text(&finding.code);
            let (what, help) = meaning.unwrap_or((&finding.message, &finding.help));
            self.page.line("");
            self.page.prose(0, &format!("{severity}  {}  {}: {}", finding.code, finding.path, finding.about));
            self.page.prose(4, &format!("{what}. {help}"));
        }
    }
}
