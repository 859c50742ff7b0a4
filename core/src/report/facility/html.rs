//! The facility report as one page to read, print and sign, in the order of the form of the law.

use super::super::Lang;
use super::super::markup::{Column, Page, chemical, escaped};
use super::super::{figure, packs};
use super::text::Text;
use super::{name, says, text};
use crate::wire::v1::{FacilityBody, FacilityReport, RuleUse, YearFigure};

/// Decimals of a tonne in tables.
const DECIMALS: usize = 3;

/// The facility report as a page that needs nothing else: no script, no font, no picture, no request.
///
/// Sections I.1 to III.4 of the form, two years side by side, then quality control, recalculation, steps and findings.
/// It prints on A4 with a place to sign. All text of ledgers and declarations is escaped.
///
/// # Units
/// Tonnes of CO2 equivalent with three decimals, rounded half-even for reading, and exact kilograms below them.
pub fn facility_html(answer: &FacilityReport, lang: Lang) -> String {
    let report = &answer.report;
    let mut sheet = Sheet { text: text(lang), lang, page: Page::empty(lang) };
    sheet.open(answer);
    sheet.facility(report);
    sheet.operation(report);
    sheet.method(report);
    sheet.data(report);
    sheet.results(report);
    sheet.reliability(report);
    sheet.recalculation(report);
    sheet.sign();
    sheet.appendix(answer);
    sheet.page.close()
}

struct Sheet {
    text: &'static Text,
    lang: Lang,
    page: Page,
}

impl Sheet {
    fn push(&mut self, html: &str) {
        self.page.push(html);
    }

    fn words(&self, declared: &str) -> String {
        if declared.trim().is_empty() {
            format!("<em class=\"open-point\">{}</em>", escaped(self.text.not_declared))
        } else {
            chemical(declared)
        }
    }

    /// A section of the form with its number and its name.
    fn form_section(&mut self, report: &FacilityBody, section: &str) {
        let said = report.form.iter().find(|known| known.section == section);
        let said = said.map_or(section, |known| says(&known.rule, self.lang));
        let number = section.rsplit('.').next().unwrap_or(section);
        self.push(&format!("<h3>{}. {}</h3>\n", escaped(number), chemical(said)));
    }

    fn paragraph(&mut self, declared: &str) {
        let words = self.words(declared);
        self.push(&format!("<p>{words}</p>\n"));
    }

    fn facts(&mut self, facts: &[(&str, &str)]) {
        self.push("<dl class=\"facts\">\n");
        for (named, value) in facts {
            let row = format!("<dt>{}</dt><dd>{}</dd>\n", chemical(named), self.words(value));
            self.push(&row);
        }
        self.push("</dl>\n");
    }

    fn tonnes(&self, kilograms: &str) -> String {
        escaped(&figure::tonnes(kilograms, DECIMALS, self.lang.text().marks))
    }

    /// Tonnes, and below them the exact kilograms.
    fn figure(&self, kilograms: &str) -> String {
        let exact = escaped(&figure::exact(kilograms, self.lang.text().marks));
        format!("{}<span class=\"exact\">{exact} kg</span>", self.tonnes(kilograms))
    }

    /// Years side by side, then the difference.
    fn figures(&self, years: &[YearFigure], difference: &str) -> Vec<String> {
        let mut cells: Vec<String> = years.iter().map(|year| self.figure(&year.kg_co2e)).collect();
        if years.len() > 1 {
            cells.push(self.figure(difference));
        }
        cells
    }

    /// A number column for each year, and one for the difference.
    fn year_columns<'a>(&self, years: &'a [String], difference: bool) -> Vec<Column<'a>> {
        let mut columns: Vec<Column<'a>> = years.iter().map(|year| (year.as_str(), true)).collect();
        if difference && years.len() > 1 {
            columns.push((self.text.difference, true));
        }
        columns
    }

    fn cite(&self, rule: &RuleUse) -> String {
        format!("{}, {}", chemical(&rule.text), chemical(&rule.article))
    }

    // ---- head

    fn open(&mut self, answer: &FacilityReport) {
        let (text, report) = (self.text, &answer.report);
        let title = text.title.replace("{years}", &text.years(&report.years));
        let facility = &report.declarations.name;
        self.page.head(&format!("{title}, {facility}"), &answer.engine, include_str!("page.css"));
        let name = if facility.is_empty() { text.not_declared } else { facility };
        let [state, motto] = text.state;
        self.push(&format!(
            "<div class=\"letterhead\"><p><strong>{}</strong></p><p><strong>{}</strong><br>{}</p></div>\n\
             <h1 class=\"report-title\"><span class=\"report-word\">{}</span>{}</h1>\n<p class=\"quiet centre\">{}. {} {}.</p>\n",
            escaped(name),
            escaped(state),
            escaped(motto),
            escaped(text.report),
            escaped(&title),
            escaped(text.form),
            escaped(text.law_of),
            escaped(&self.lang.text().date(&report.on)),
        ));
        let open = report.findings.iter().filter(|finding| finding.severity != "info").count();
        let (class, state) = if report.complete {
            ("state", text.complete.to_owned())
        } else {
            ("state open", text.incomplete.replace("{open}", &open.to_string()))
        };
        self.push(&format!("<p class=\"{class}\">{}</p>\n<ul class=\"cards\">\n", escaped(&state)));
        if let Some(total) = report.totals.iter().find(|total| total.name == "total") {
            for year in &total.years {
                let card = format!(
                    "<li><span class=\"label\">{} {}</span><span class=\"number\">{} {}</span>\
                     <span class=\"exact\">{} kg CO₂e</span></li>\n",
                    escaped(text.total_of_year),
                    escaped(&year.year),
                    self.tonnes(&year.kg_co2e),
                    chemical(text.unit_tonnes),
                    escaped(&figure::exact(&year.kg_co2e, self.lang.text().marks)),
                );
                self.push(&card);
            }
        }
        self.push("</ul>\n");
    }

    // ---- I

    fn facility(&mut self, report: &FacilityBody) {
        let (text, said) = (self.text, &report.declarations);
        self.page.section(text.parts[0]);
        self.form_section(report, "I.1");
        self.facts(&[
            (text.name, &said.name),
            (text.address, &said.address),
            (text.licence, &said.business_licence),
        ]);
        self.form_section(report, "I.2");
        self.paragraph(&said.representative);
        self.form_section(report, "I.3");
        self.paragraph(&said.business);
    }

    // ---- II

    fn operation(&mut self, report: &FacilityBody) {
        let (text, said) = (self.text, &report.declarations);
        self.page.section(text.parts[1]);
        self.form_section(report, "II.1");
        self.paragraph(&said.boundary);
        self.form_section(report, "II.2");
        self.paragraph(&said.infrastructure);
        self.form_section(report, "II.3");
        let rows: Vec<Vec<String>> = report
            .sources
            .iter()
            .map(|source| {
                vec![
                    chemical(says(&source.rule, self.lang)),
                    escaped(text.state(&source.state)),
                    self.cite(&source.rule),
                ]
            })
            .collect();
        let columns = [(text.source, false), (text.state_column, false), (text.legal_basis, false)];
        self.page.table(text.sources, &columns, &rows, 0);
        self.facts(&[(text.sinks, &said.sinks)]);
        if !said.removals.is_empty() {
            let rows: Vec<Vec<String>> = said
                .removals
                .iter()
                .map(|removal| {
                    vec![escaped(&removal.sink), removal.year.to_string(), self.figure(&removal.kg_co2e)]
                })
                .collect();
            let columns = [(text.sinks, false), (text.year, true), (text.unit_tonnes, true)];
            let caption = format!("{}. {}", text.removals, text.removals_note);
            self.page.table(&caption, &columns, &rows, 0);
        }
        self.form_section(report, "II.4");
        self.facts(&[(text.data_system, &said.data_system), (text.limitations, &said.limitations)]);
    }

    // ---- III

    fn method(&mut self, report: &FacilityBody) {
        let (text, said) = (self.text, &report.declarations);
        self.page.section(text.parts[2]);
        self.form_section(report, "III.1");
        let gwp = format!("{}: {}", report.gwp, said.gwp_reason);
        let gwp = if said.gwp_reason.trim().is_empty() { "" } else { &gwp };
        self.facts(&[(text.collection, &said.data_collection), (text.gwp, gwp)]);
        let rows: Vec<Vec<String>> = report
            .factors
            .iter()
            .map(|rank| {
                let values: Vec<String> = rank
                    .factor
                    .values
                    .iter()
                    .map(|value| {
                        let number = figure::exact(&value.value, self.lang.text().marks);
                        let shown = format!("{} {number} {}", value.gas, value.unit);
                        format!("<span class=\"value-line\">{}</span>", chemical(shown.trim()))
                    })
                    .collect();
                let mut meaning = chemical(name(self.lang, &rank.tier_en, &rank.tier_vi, "–"));
                for more in [(if rank.proxy { text.proxy } else { "" }), &*rank.approval] {
                    if !more.is_empty() {
                        meaning.push_str(&format!("<br><span class=\"quiet\">{}</span>", chemical(more)));
                    }
                }
                let tier = if rank.tier.is_empty() || rank.tier == "0" { "–" } else { &rank.tier };
                vec![
                    format!("<code>{}</code>", escaped(&rank.factor.id)),
                    values.concat(),
                    escaped(tier),
                    meaning,
                ]
            })
            .collect();
        let columns =
            [(text.factor, false), (text.values, false), (text.tier, true), (text.tier_meaning, false)];
        self.page.table(text.factors, &columns, &rows, 0);
    }

    fn data(&mut self, report: &FacilityBody) {
        let text = self.text;
        self.form_section(report, "III.2");
        let rows: Vec<Vec<String>> = report
            .activity_data
            .iter()
            .map(|data| {
                let mut row = vec![
                    chemical(name(self.lang, &data.name_en, &data.name_vi, &data.activity)),
                    chemical(&data.unit),
                ];
                let amounts =
                    data.years.iter().map(|year| figure::exact(&year.quantity, self.lang.text().marks));
                row.extend(amounts.map(|amount| escaped(&amount)));
                row
            })
            .collect();
        let mut columns = vec![(text.activity, false), (text.unit, false)];
        columns.extend(self.year_columns(&report.years, false));
        self.page.table(text.activity_data, &columns, &rows, 0);
    }

    fn results(&mut self, report: &FacilityBody) {
        let text = self.text;
        self.form_section(report, "III.3");
        let mut rows = Vec::new();
        for source in &report.sources {
            let mut row = vec![chemical(says(&source.rule, self.lang))];
            row.extend(self.figures(&source.years, &source.difference_kg_co2e));
            rows.push(row);
        }
        for total in &report.totals {
            let mut row = vec![chemical(text.total(&total.name))];
            row.extend(self.figures(&total.years, &total.difference_kg_co2e));
            rows.push(row);
        }
        let mut columns = vec![(text.source, false)];
        columns.extend(self.year_columns(&report.years, true));
        let caption = format!("{}, {}, GWP {}", text.results, text.unit_tonnes, report.gwp);
        self.page.table(&caption, &columns, &rows, report.totals.len());
        self.page.paragraph("quiet", text.rounding_note);
        self.detail(report);
        if !report.outside.is_empty() {
            let rows: Vec<Vec<String>> = report
                .outside
                .iter()
                .map(|line| {
                    let mut row =
                        vec![chemical(name(self.lang, &line.name_en, &line.name_vi, &line.activity))];
                    row.extend(line.years.iter().map(|year| self.figure(&year.kg_co2e)));
                    row
                })
                .collect();
            let mut columns = vec![(text.activity, false)];
            columns.extend(self.year_columns(&report.years, false));
            self.page.table(text.outside, &columns, &rows, 0);
        }
    }

    /// Every gas of every activity: mass and effect in each year.
    fn detail(&mut self, report: &FacilityBody) {
        let text = self.text;
        let marks = self.lang.text().marks;
        let mut rows = Vec::new();
        for line in &report.lines {
            let mut gases: Vec<&str> = Vec::new();
            for year in &line.gases {
                for gas in &year.gases {
                    if !gases.contains(&&*gas.gas) {
                        gases.push(&gas.gas);
                    }
                }
            }
            for (place, gas) in gases.iter().enumerate() {
                let activity = chemical(name(self.lang, &line.name_en, &line.name_vi, &line.activity));
                let mut row = vec![if place == 0 { activity } else { String::new() }, chemical(gas)];
                for year in &line.gases {
                    let found = year.gases.iter().find(|known| known.gas == **gas);
                    let mass = found.map_or_else(|| "–".to_owned(), |found| figure::exact(&found.kg, marks));
                    let effect = found.and_then(|found| found.kg_co2e.as_deref());
                    row.push(escaped(&mass));
                    row.push(effect.map_or_else(|| "–".to_owned(), |kilograms| self.tonnes(kilograms)));
                }
                rows.push(row);
            }
        }
        let names: Vec<String> = report
            .years
            .iter()
            .flat_map(|year| [format!("{year}: {}", text.gas_mass), format!("{year}: {}", text.effect)])
            .collect();
        let mut columns = vec![(text.activity, false), (text.gases, false)];
        columns.extend(names.iter().map(|name| (name.as_str(), true)));
        self.page.table(text.detail, &columns, &rows, 0);
    }

    fn reliability(&mut self, report: &FacilityBody) {
        let text = self.text;
        self.form_section(report, "III.4");
        let rows: Vec<Vec<String>> = report
            .statements
            .iter()
            .map(|statement| vec![chemical(says(&statement.rule, self.lang)), self.words(&statement.text)])
            .collect();
        let columns = [(text.statement, false), (text.words, false)];
        self.page.table(text.uncertainty, &columns, &rows, 0);
        let rows: Vec<Vec<String>> = report
            .checks
            .iter()
            .map(|check| {
                let remark = [&*check.found, &*check.remark]
                    .into_iter()
                    .filter(|part| !part.is_empty())
                    .map(chemical)
                    .collect::<Vec<_>>()
                    .join("<br>");
                let by = if check.automatic && check.by.is_empty() { text.automatic } else { &check.by };
                vec![
                    chemical(says(&check.rule, self.lang)),
                    escaped(text.state(&check.state)),
                    nowrap(by),
                    nowrap(&self.lang.text().date(&check.date)),
                    remark,
                ]
            })
            .collect();
        let columns = [
            (text.check, false),
            (text.state_column, false),
            (text.done_by, false),
            (text.date, false),
            (text.remark, false),
        ];
        self.page.table(text.checks, &columns, &rows, 0);
        let marks = self.lang.text().marks;
        let rows: Vec<Vec<String>> = report
            .inventories
            .iter()
            .map(|year| {
                vec![
                    escaped(&year.year),
                    figure::count(year.rows, marks),
                    figure::count(year.counted, marks),
                    figure::count(year.excluded, marks),
                    self.tonnes(&year.biogenic_kg_co2),
                ]
            })
            .collect();
        let columns = [
            (text.year, false),
            (text.rows, true),
            (text.counted, true),
            (text.excluded, true),
            (text.biogenic, true),
        ];
        self.page.table(text.coverage, &columns, &rows, 0);
    }

    fn recalculation(&mut self, report: &FacilityBody) {
        let text = self.text;
        let rows: Vec<Vec<String>> = report
            .triggers
            .iter()
            .map(|trigger| {
                vec![
                    chemical(says(&trigger.rule, self.lang)),
                    escaped(text.state(&trigger.state)),
                    chemical(&trigger.remark),
                    self.cite(&trigger.rule),
                ]
            })
            .collect();
        let columns = [
            (text.trigger, false),
            (text.state_column, false),
            (text.remark, false),
            (text.legal_basis, false),
        ];
        self.page.table(text.recalculation, &columns, &rows, 0);
    }

    fn sign(&mut self) {
        let signature = escaped(self.text.signature);
        self.push(&format!("<div class=\"signature\"><p><strong>{signature}</strong></p></div>\n"));
    }

    // ---- what stands behind the report

    fn appendix(&mut self, answer: &FacilityReport) {
        let (text, report) = (self.text, &answer.report);
        self.page.section(text.steps);
        let rows: Vec<Vec<String>> = report
            .steps
            .iter()
            .map(|step| {
                vec![
                    format!("{}. {}", escaped(&step.number), chemical(says(&step.rule, self.lang))),
                    escaped(text.state(&step.state)),
                    self.cite(&step.rule),
                ]
            })
            .collect();
        let columns = [(text.step, false), (text.state_column, false), (text.legal_basis, false)];
        self.page.table(text.steps, &columns, &rows, 0);
        let rows: Vec<Vec<String>> = report
            .form
            .iter()
            .map(|section| {
                let state = if section.complete { "complete" } else { "incomplete" };
                vec![
                    format!("{} {}", escaped(&section.section), chemical(says(&section.rule, self.lang))),
                    escaped(text.state(state)),
                    escaped(&section.missing.join(", ")),
                ]
            })
            .collect();
        let columns = [(text.section, false), (text.state_column, false), (text.missing, false)];
        self.page.table(text.form_sections, &columns, &rows, 0);
        if !report.findings.is_empty() {
            self.page.section(text.findings);
            let rows: Vec<Vec<String>> = report
                .findings
                .iter()
                .map(|finding| {
                    let known = self.lang.text().code_text(&finding.code);
                    let (what, help) = known.unwrap_or((&finding.message, &finding.help));
                    vec![
                        escaped(self.lang.text().severity_name(&finding.severity)),
                        escaped(&finding.about),
                        format!("{}<br><span class=\"quiet\">{}</span>", chemical(what), chemical(help)),
                        format!(
                            "<code>{}</code><br><code>{}</code>",
                            escaped(&finding.code),
                            escaped(&finding.path)
                        ),
                    ]
                })
                .collect();
            let columns = [
                (self.lang.text().severity, false),
                (self.lang.text().about, false),
                (text.finding, false),
                (self.lang.text().field, false),
            ];
            self.page.table(text.findings, &columns, &rows, 0);
        }
        let rows: Vec<Vec<String>> = report
            .packs
            .iter()
            .map(|pack| {
                let named = packs::named(pack, self.lang);
                let edition = format!("{}, {}", named.title, named.edition);
                vec![
                    format!("<code>{}</code>", escaped(&pack.id)),
                    chemical(&edition),
                    chemical(&pack.attribution),
                ]
            })
            .collect();
        let columns = [
            (self.lang.text().pack, false),
            (self.lang.text().edition, false),
            (self.lang.text().attribution, false),
        ];
        self.page.section(self.lang.text().packs);
        self.page.table(self.lang.text().packs, &columns, &rows, 0);
        self.page.paragraph("quiet", &format!("{}: {}.", text.confidence_note, report.confidence));
        let digest = format!("{}: {}; emitrace {}", text.proof, answer.digest, answer.engine);
        self.push(&format!("<p class=\"quiet digest\">{}</p>\n", escaped(&digest)));
    }
}

/// A name or a day, which is not broken into two lines.
fn nowrap(text: &str) -> String {
    format!("<span class=\"nowrap\">{}</span>", escaped(text))
}
