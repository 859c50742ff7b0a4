//! The facility report as one long table.

use ::csv::{QuoteStyle, WriterBuilder};

use super::super::csv::safe_cell;
use crate::wire::v1::{FacilityReport, YearFigure};

/// The facility report as a tidy table in RFC 4180 form: one row for each figure or state.
///
/// Columns: `part, kind, name, detail, year, unit, value`. Numbers are exact with `.` as the decimal mark; text that a
/// spreadsheet would take for a formula starts with an apostrophe.
///
/// # Units
/// As the column `unit` says; emissions in kilograms of CO2 equivalent.
pub fn facility_csv(answer: &FacilityReport) -> String {
    let report = &answer.report;
    let mut table =
        Table(vec![["part", "kind", "name", "detail", "year", "unit", "value"].map(str::to_owned)]);
    for source in &report.sources {
        table.figures(["source", &source.kind, &source.source, &source.state], &source.years);
    }
    for total in &report.totals {
        table.figures(["total", "", &total.name, ""], &total.years);
    }
    for line in &report.lines {
        table.figures(["activity", &line.source, &line.activity, &line.category], &line.years);
        for year in &line.gases {
            for gas in &year.gases {
                let names = ["gas", &line.source, &line.activity, &gas.gas];
                table.row(names, &year.year, "kg", &gas.kg);
                table.row(names, &year.year, "kg CO2e", gas.kg_co2e.as_deref().unwrap_or(""));
            }
        }
    }
    for line in &report.outside {
        table.figures(["outside", "", &line.activity, &line.category], &line.years);
    }
    for data in &report.activity_data {
        for year in &data.years {
            table.row(
                ["activity-data", &data.source, &data.activity, ""],
                &year.year,
                &data.unit,
                &year.quantity,
            );
        }
    }
    for factor in &report.factors {
        for value in &factor.factor.values {
            let names = ["factor", &factor.tier, &factor.factor.id, &value.gas];
            table.row(names, &factor.years.join(" "), &value.unit, &value.value);
        }
    }
    for step in &report.steps {
        table.row(["step", &step.number, &step.rule.measure, &step.rule.article], "", "", &step.state);
    }
    for check in &report.checks {
        let kind = if check.automatic { "automatic" } else { "declared" };
        table.row(["check", kind, &check.check, &check.remark], &check.date, "", &check.state);
    }
    for statement in &report.statements {
        table.row(["statement", "", &statement.statement, ""], "", "", &statement.text);
    }
    for trigger in &report.triggers {
        table.row(["trigger", "", &trigger.trigger, &trigger.remark], "", "", &trigger.state);
    }
    for section in &report.form {
        let state = if section.complete { "complete" } else { "incomplete" };
        table.row(["form", "", &section.section, &section.missing.join(" ")], "", "", state);
    }
    for finding in &report.findings {
        table.row(["finding", &finding.severity, &finding.code, &finding.path], "", "", &finding.message);
    }
    table.finish()
}

struct Table(Vec<[String; 7]>);

impl Table {
    fn row(&mut self, names: [&str; 4], year: &str, unit: &str, value: &str) {
        let [part, kind, name, detail] = names.map(safe_cell);
        // A number may start with a minus; anything else that does is made safe.
        let digits = value.strip_prefix('-').unwrap_or(value);
        let number = digits.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
        let value = if number { value.to_owned() } else { safe_cell(value) };
        self.0.push([part, kind, name, detail, safe_cell(year), safe_cell(unit), value]);
    }

    fn figures(&mut self, names: [&str; 4], years: &[YearFigure]) {
        for year in years {
            self.row(names, &year.year, "kg CO2e", &year.kg_co2e);
        }
    }

    fn finish(self) -> String {
        let mut builder = WriterBuilder::new();
        builder.terminator(::csv::Terminator::CRLF).quote_style(QuoteStyle::Necessary);
        let mut writer = builder.from_writer(Vec::new());
        for row in self.0 {
            // Writing to memory cannot fail, and every row has the same length.
            if writer.write_record(&row).is_err() {
                break;
            }
        }
        writer.into_inner().ok().and_then(|bytes| String::from_utf8(bytes).ok()).unwrap_or_default()
    }
}
