//! The facility report as text for a terminal.

use super::super::screen::{Align, Grid, plain, width, wrapped};
use super::super::{Lang, figure};
use super::text::Text;
use super::{name, says, text};
use crate::wire::v1::{FacilityBody, FacilityReport, YearFigure};

use Align::{Left, Right};

/// Columns of the terminal that prose is broken at.
const COLUMNS: usize = 100;
/// Decimals of a tonne.
const DECIMALS: usize = 3;

/// The facility report as plain aligned text: results by kind of source, activity data, factors with their tier, steps,
/// what is open.
///
/// # Units
/// Tonnes of CO2 equivalent with three decimals, rounded half-even for reading.
pub fn facility_table(answer: &FacilityReport, lang: Lang) -> String {
    let report = &answer.report;
    let mut page = Page { text: text(lang), lang, out: String::new() };
    page.head(report);
    page.results(report);
    page.activity_data(report);
    page.factors(report);
    page.steps(report);
    page.checks(report);
    page.findings(report);
    let digest = format!("{}: {}", page.text.proof, answer.digest);
    page.line("");
    page.line(&digest);
    page.out
}

struct Page {
    text: &'static Text,
    lang: Lang,
    out: String,
}

impl Page {
    fn line(&mut self, line: &str) {
        self.out.push_str(line.trim_end());
        self.out.push('\n');
    }

    fn section(&mut self, name: &str) {
        self.line("");
        self.line(name);
    }

    fn grid(&mut self, grid: &Grid) {
        for line in grid.lines(true) {
            self.line(&line);
        }
    }

    fn prose(&mut self, prose: &str) {
        for line in wrapped(&plain(prose), COLUMNS) {
            self.line(&line);
        }
    }

    fn head(&mut self, report: &FacilityBody) {
        let title = self.text.title.replace("{years}", &self.text.years(&report.years));
        self.line(&title);
        self.line(&"=".repeat(width(&title)));
        let facility = &report.declarations.name;
        let facility = if facility.is_empty() { self.text.not_declared } else { facility };
        self.prose(facility);
        self.prose(self.text.form);
        self.prose(&format!(
            "{} {}; GWP {}",
            self.text.law_of,
            self.lang.text().date(&report.on),
            report.gwp
        ));
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
        self.section(&format!("{}, {}", text.results, text.unit_tonnes));
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
        self.grid(&grid);
    }

    fn activity_data(&mut self, report: &FacilityBody) {
        let text = self.text;
        self.section(text.activity_data);
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
        self.grid(&grid);
    }

    fn factors(&mut self, report: &FacilityBody) {
        let text = self.text;
        self.section(text.factors);
        let mut grid = Grid::new(&[(Left, 5), (Left, 52), (Left, 90)]);
        grid.row(&[text.tier, text.factor, text.tier_meaning]);
        for rank in &report.factors {
            let meaning = name(self.lang, &rank.tier_en, &rank.tier_vi, "–");
            let mark = if rank.proxy { " *" } else { "" };
            let tier = if rank.tier == "0" { "–" } else { &*rank.tier };
            grid.row(&[tier, &rank.factor.id, &format!("{meaning}{mark}")]);
        }
        self.grid(&grid);
        if report.factors.iter().any(|rank| rank.proxy) {
            self.prose(&format!("* {}", text.proxy));
        }
    }

    fn steps(&mut self, report: &FacilityBody) {
        let text = self.text;
        self.section(text.steps);
        let mut grid = Grid::new(&[(Right, 4), (Left, 60), (Left, 20), (Left, 24)]);
        grid.row(&["", text.step, text.state_column, text.legal_basis]);
        for step in &report.steps {
            let (rule, state) = (&step.rule, text.state(&step.state));
            grid.row(&[&*step.number, says(rule, self.lang), state, &rule.article]);
        }
        self.grid(&grid);
    }

    fn checks(&mut self, report: &FacilityBody) {
        let text = self.text;
        self.section(text.checks);
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
        self.grid(&grid);
    }

    fn findings(&mut self, report: &FacilityBody) {
        let text = self.text;
        self.section(text.findings);
        if report.complete {
            self.prose(text.complete);
        } else {
            let open = report.findings.iter().filter(|finding| finding.severity != "info").count();
            self.prose(&text.incomplete.replace("{open}", &open.to_string()));
        }
        for finding in &report.findings {
            let severity = self.lang.text().severity_name(&finding.severity);
            let meaning = self.lang.text().code_text(&finding.code);
            let (what, help) = meaning.unwrap_or((&finding.message, &finding.help));
            self.line("");
            self.prose(&format!("{severity}  {}  {}: {}", finding.code, finding.path, finding.about));
            self.prose(&format!("    {what}. {help}"));
        }
    }
}
