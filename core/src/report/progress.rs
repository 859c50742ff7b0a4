//! Comparisons, base years, intensities and targets in every medium.

use super::Lang;
use super::chart::{targets_svg, waterfall_svg};
use super::figure;
use super::outline::TOP;
use super::rounding::rounding;
use super::screen::{Align, Grid};
use super::table::Page;
use super::words::Words;
use crate::wire::v1;

use Align::{Left, Right};

/// Decimals of a tonne.
const DECIMALS: usize = 3;
/// Letters of a digest that are enough to tell it.
const DIGEST: usize = 16;

struct Sheet {
    page: Page,
    words: &'static Words,
}

impl Sheet {
    fn new(mut page: Page, lang: Lang, title: &str) -> Sheet {
        page.title(title);
        Sheet { page, words: lang.words() }
    }

    fn tonnes(&self, kilograms: &str) -> String {
        figure::tonnes(kilograms, DECIMALS, self.page.text.marks)
    }

    fn exact(&self, text: &str) -> String {
        figure::exact(text, self.page.text.marks)
    }

    fn mark(&self, mark: &v1::InventoryMark) -> String {
        let text = self.page.text;
        let period = if mark.choices.period.is_empty() {
            text.any_period.to_owned()
        } else {
            text.span(&mark.choices.period)
        };
        let digest: String = mark.digest.chars().take(DIGEST).collect();
        let profile = text.profile_name(&mark.choices.profile);
        format!("{profile}, {}, {period}, {}/{}, {digest}…", mark.choices.gwp, mark.counted, mark.rows)
    }

    fn sums(&mut self, changes: &[v1::AccountChange]) {
        let (text, words) = (self.page.text, self.words);
        self.page.section(&format!("{} ({})", words.sums, text.tonnes));
        let mut grid = Grid::new(&[(Left, 40), (Right, 22), (Right, 22), (Right, 22)]);
        grid.row(&["", words.before, words.after, words.change]);
        for change in changes {
            grid.row(&[
                text.account_name(&change.account),
                &self.tonnes(&change.before_kg_co2e),
                &self.tonnes(&change.after_kg_co2e),
                &self.tonnes(&change.change_kg_co2e),
            ]);
        }
        self.page.grid(&grid, true);
    }

    fn waterfalls(&mut self, falls: &[v1::Waterfall]) {
        let (text, words) = (self.page.text, self.words);
        for fall in falls {
            self.page.section(&format!(
                "{}: {} ({})",
                words.waterfall,
                text.account_name(&fall.account),
                text.tonnes
            ));
            self.page.picture(&waterfall_svg(fall, text.lang));
            let mut grid = Grid::new(&[(Left, 30), (Right, 22), (Right, 22), (Right, 22)]);
            grid.row(&[words.step, words.start, words.end, words.change]);
            for step in &fall.steps {
                grid.row(&[
                    words.step_name(&step.step),
                    &self.tonnes(&step.start_kg_co2e),
                    &self.tonnes(&step.end_kg_co2e),
                    &self.tonnes(&step.change_kg_co2e),
                ]);
            }
            self.page.grid(&grid, true);
        }
    }

    fn lines(&mut self, counts: &v1::LineCounts) {
        let words = self.words;
        self.page.section(words.lines);
        let counts = [
            counts.unchanged,
            counts.changed,
            counts.appeared,
            counts.disappeared,
            counts.excluded,
            counts.restored,
        ];
        let mut grid = Grid::new(&[(Left, 30), (Right, 18)]);
        for (name, count) in words.line_kinds.iter().zip(counts) {
            grid.row(&[*name, &figure::count(count, self.page.text.marks)]);
        }
        self.page.grid(&grid, false);
    }

    fn largest(&mut self, changes: &[v1::LineChange]) {
        if changes.is_empty() {
            return;
        }
        let (text, words) = (self.page.text, self.words);
        let kinds = ["unchanged", "changed", "appeared", "disappeared", "excluded", "restored"];
        self.page.section(words.largest);
        for line in changes.iter().take(TOP) {
            let row = |row: u64| if row == 0 { "–".to_owned() } else { row.to_string() };
            let kind = kinds.iter().zip(words.line_kinds).find(|(key, _)| **key == line.kind);
            let kind = kind.map_or(line.kind.as_str(), |(_, name)| name);
            let mut head = format!("{} {} → {}  {kind}", text.row, row(line.before_row), row(line.after_row));
            for word in [&line.id, &line.site, &line.activity, &line.finding] {
                if !word.is_empty() {
                    head.extend(["  ", word]);
                }
            }
            self.page.prose(2, &head);
            for account in &line.accounts {
                let change = self.tonnes(&account.change_kg_co2e);
                self.page
                    .prose(4, &format!("{}: {change} {}", text.account_name(&account.account), text.tonnes));
            }
            for cause in &line.causes {
                self.page.prose(4, &super::cause::cause(cause, text));
            }
        }
    }

    fn views(&mut self, views: &[v1::DiffView]) {
        let (text, words) = (self.page.text, self.words);
        for view in views.iter().filter(|view| !view.cells.is_empty()) {
            let wanted = ["category", "site"];
            if !matches!(view.by.as_slice(), [only] if wanted.contains(&only.as_str())) {
                continue;
            }
            let names: Vec<&str> = view.by.iter().map(|name| text.dimension_name(name)).collect();
            self.page.section(&format!("{} ({})", names.join(" · "), text.tonnes));
            let mut grid = Grid::new(&[(Left, 54), (Right, 18), (Right, 18), (Right, 18)]);
            grid.row(&["", words.before, words.after, words.change]);
            for cell in &view.cells {
                let key = view.by.iter().zip(&cell.key).map(|(by, key)| text.key_name(by, key));
                let key = key.collect::<Vec<_>>().join(" · ");
                // Both totals stand last; the location-based one is shown, as in the report of an inventory.
                let Some(change) = cell.accounts.iter().find(|change| change.account == "total_location")
                else {
                    continue;
                };
                grid.row(&[
                    key,
                    self.tonnes(&change.before_kg_co2e),
                    self.tonnes(&change.after_kg_co2e),
                    self.tonnes(&change.change_kg_co2e),
                ]);
            }
            self.page.grid(&grid, true);
        }
    }

    fn end(mut self, notes: &[v1::Note], digest: &str, schema: &str, engine: &str) -> Page {
        self.page.notes(notes);
        self.page.section(self.page.text.proof);
        self.page.prose(2, digest);
        self.page.prose(2, &format!("{schema}; emitrace {engine}"));
        self.page
    }
}

/// A comparison as plain aligned text.
///
/// # Units
/// Tonnes of CO2 equivalent with three decimals, rounded half-even for reading.
///
/// # Example
/// ```
/// use emitrace::report::{Lang, diff_table};
/// # use emitrace::compare::{Style, diff_answers};
/// # use emitrace::factor::Catalog;
/// # let json = include_str!("../../tests/report/answer.json");
/// # let answer: emitrace::wire::v1::InventoryAnswer = serde_json::from_str(json)?;
/// # let diff = diff_answers(&Catalog::bundled()?, &answer, &answer, &Style::default())?;
/// assert!(diff_table(&diff, Lang::En).contains("The two do not differ."));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn diff_table(answer: &v1::DiffAnswer, lang: Lang) -> String {
    diff(answer, Page::new(lang), lang).finish()
}

pub(super) fn diff(answer: &v1::DiffAnswer, page: Page, lang: Lang) -> Page {
    let words = lang.words();
    let mut sheet = Sheet::new(page, lang, words.diff_title);
    let depth = if answer.comparison.depth == "lines" { words.by_lines } else { words.by_cells };
    let compared = format!("{depth} {}", super::cause::matching(&answer.comparison.matching, lang));
    let mut grid = Grid::new(&[(Left, 24), (Left, 120)]);
    grid.row(&[words.before, &sheet.mark(&answer.before)]);
    grid.row(&[words.after, &sheet.mark(&answer.after)]);
    grid.row(&[words.compared, compared.trim()]);
    sheet.page.grid(&grid, false);
    if answer.views.iter().all(|view| view.cells.is_empty()) && answer.changes.is_empty() {
        sheet.page.section(words.same);
    }
    sheet.sums(&answer.total);
    sheet.waterfalls(&answer.waterfalls);
    answer.lines.iter().for_each(|counts| sheet.lines(counts));
    sheet.largest(&answer.changes);
    sheet.views(&answer.views);
    sheet.end(&answer.notes, &answer.digest, &answer.schema, &answer.engine)
}

/// A base year as plain aligned text.
///
/// # Units
/// Tonnes of CO2 equivalent with three decimals, rounded half-even for reading.
pub fn base_year_table(answer: &v1::BaseYearAnswer, lang: Lang) -> String {
    base_year(answer, Page::new(lang), lang).finish()
}

pub(super) fn base_year(answer: &v1::BaseYearAnswer, page: Page, lang: Lang) -> Page {
    let words = lang.words();
    let mut sheet = Sheet::new(page, lang, words.base_year_title);
    let text = sheet.page.text;
    sheet.page.prose(0, if answer.recalculate { words.recalculate } else { words.keep });
    sheet.page.prose(2, &answer.because);
    let threshold = match answer.threshold_percent.as_str() {
        "" => words.every_change.to_owned(),
        percent => format!("{} %", sheet.exact(percent)),
    };
    let names: Vec<&str> = answer.accounts.iter().map(|account| text.account_name(account)).collect();
    let mut grid = Grid::new(&[(Left, 28), (Left, 120)]);
    grid.row(&[words.policy, &format!("{} ({})", answer.policy, answer.document)]);
    grid.row(&[words.threshold, &threshold]);
    grid.row(&[words.accounts, &names.join(", ")]);
    grid.row(&[words.kept, &sheet.mark(&answer.reported)]);
    if !answer.years_to_show.is_empty() {
        let years: Vec<String> = answer.years_to_show.iter().map(|period| text.span(period)).collect();
        grid.row(&[words.years_to_show, &years.join(", ")]);
    }
    sheet.page.grid(&grid, false);

    sheet.page.section(&format!("{} ({})", words.events, text.tonnes));
    let mut grid = Grid::new(&[(Left, 20), (Left, 40), (Right, 20), (Right, 16), (Left, 18), (Left, 60)]);
    grid.row(&["", "", words.change, words.percent_of_base, words.triggers, ""]);
    for event in &answer.events {
        let triggers = if event.triggers { text.yes } else { text.no };
        let kilograms = sheet.tonnes(&event.kg_co2e);
        let percent = sheet.exact(&event.percent);
        grid.row(&[&event.kind, &event.what, &kilograms, &percent, triggers, &event.because]);
    }
    let (sum, percent) = (sheet.tonnes(&answer.cumulative_kg_co2e), sheet.exact(&answer.cumulative_percent));
    grid.row(&[words.together, "", &sum, &percent, "", ""]);
    sheet.page.grid(&grid, true);

    sheet.page.section(&format!("{} ({})", words.sums, text.tonnes));
    let mut grid = Grid::new(&[(Left, 60), (Right, 22)]);
    let name = |name: &str| format!("{}, {name}", words.base_year);
    grid.row(&[&name(words.as_reported), &sheet.tonnes(&answer.reported_kg_co2e)]);
    if answer.recalculate {
        grid.row(&[&name(words.recalculated), &sheet.tonnes(&answer.base_kg_co2e)]);
    }
    if let (Some(current), Some(organic)) = (&answer.current_kg_co2e, &answer.organic_kg_co2e) {
        grid.row(&[words.current_year, &sheet.tonnes(current)]);
        grid.row(&[words.organic, &sheet.tonnes(organic)]);
    }
    sheet.page.grid(&grid, false);
    sheet.waterfalls(&answer.waterfalls);
    sheet.end(&answer.notes, &answer.digest, &answer.schema, &answer.engine)
}

/// Intensities as plain aligned text.
///
/// # Units
/// Kilograms of CO2 equivalent per unit, as they were rounded by the answer; emissions in tonnes.
pub fn intensity_table(answer: &v1::IntensityAnswer, lang: Lang) -> String {
    intensity(answer, Page::new(lang), lang).finish()
}

pub(super) fn intensity(answer: &v1::IntensityAnswer, page: Page, lang: Lang) -> Page {
    let words = lang.words();
    let mut sheet = Sheet::new(page, lang, words.intensity_title);
    let text = sheet.page.text;
    let names: Vec<&str> = answer.accounts.iter().map(|account| text.account_name(account)).collect();
    sheet.page.prose(0, &format!("{}: {}", words.accounts, names.join(", ")));
    let columns = [(Right, 6), (Right, 20), (Left, 24), (Right, 20), (Left, 16), (Right, 30), (Right, 14)];
    let mut grid = Grid::new(&columns);
    grid.row(&[
        words.year,
        &format!("{} ({})", words.emissions, text.tonnes),
        words.denominator,
        "",
        "",
        words.intensity,
        &format!("{} %", words.change),
    ]);
    for year in &answer.years {
        for one in &year.intensities {
            let change =
                one.change_percent.as_deref().map_or_else(|| "–".to_owned(), |text| sheet.exact(text));
            grid.row(&[
                year.year.to_string(),
                sheet.tonnes(&year.kg_co2e),
                one.name.clone(),
                sheet.exact(&one.quantity),
                one.unit.clone(),
                format!("{} / {}", sheet.exact(&one.kg_co2e_per_unit), one.per),
                change,
            ]);
        }
    }
    sheet.page.grid(&grid, true);
    sheet.page.prose(0, &rounding(&answer.rounding, lang));
    sheet.end(&answer.notes, &answer.digest, &answer.schema, &answer.engine)
}

/// Targets as plain aligned text.
///
/// # Units
/// Tonnes of CO2 equivalent with three decimals, rounded half-even for reading; intensities in kilograms per unit.
pub fn targets_table(answer: &v1::TargetsAnswer, lang: Lang) -> String {
    targets(answer, Page::new(lang), lang).finish()
}

pub(super) fn targets(answer: &v1::TargetsAnswer, page: Page, lang: Lang) -> Page {
    let words = lang.words();
    let mut sheet = Sheet::new(page, lang, words.targets_title);
    let text = sheet.page.text;
    if !answer.targets.is_empty() {
        sheet.page.picture(&targets_svg(answer, lang));
    }
    for target in &answer.targets {
        let absolute = target.per.is_empty();
        let unit =
            if absolute { text.tonnes.to_owned() } else { format!("{} ({})", words.intensity, target.per) };
        sheet.page.section(&format!("{}: {}", words.target, target.name));
        let percent = sheet.exact(&target.annual_percent);
        let says = [&target.pathway, &target.source].into_iter().filter(|text| !text.is_empty());
        let says = says.cloned().collect::<Vec<_>>().join(", ");
        sheet.page.prose(2, format!("{percent} {}. {says}", words.a_year).trim());
        let level = |text: &Option<String>| match text {
            None => "–".to_owned(),
            Some(text) if absolute => sheet.tonnes(text),
            Some(text) => sheet.exact(text),
        };
        let marks = text.marks;
        let plain = |value: &Option<String>| {
            value.as_deref().map_or_else(|| "–".to_owned(), |text| figure::exact(text, marks))
        };
        let columns =
            [(Right, 6), (Right, 22), (Right, 22), (Right, 22), (Right, 12), (Left, 14), (Right, 20)];
        let mut grid = Grid::new(&columns);
        let pathway = format!("{} ({unit})", words.pathway);
        grid.row(&[words.year, &pathway, words.actual, words.gap, "%", words.on_track, words.needed]);
        for year in &target.path {
            let track = match year.on_track {
                Some(true) => text.yes,
                Some(false) => text.no,
                None => "–",
            };
            grid.row(&[
                year.year.to_string(),
                level(&Some(year.path_level.clone())),
                level(&year.level),
                level(&year.gap),
                plain(&year.gap_percent),
                track.to_owned(),
                plain(&year.needed_annual_percent),
            ]);
        }
        sheet.page.grid(&grid, true);
        let coverage = &target.coverage;
        let mut parts = Vec::new();
        for (name, percent) in [
            (words.scope_1_2, &coverage.scope_1_2_percent),
            (text.account_name("scope_3"), &coverage.scope_3_percent),
            (words.scope_3_share, &coverage.scope_3_share_percent),
        ] {
            parts.push(format!("{name} {} %", plain(percent)));
        }
        sheet.page.prose(2, &format!("{}: {}", words.coverage, parts.join("; ")));
        for demand in &coverage.demands {
            let met = if demand.met { text.yes } else { text.no };
            let percent = sheet.exact(&demand.at_least_percent);
            sheet.page.prose(4, &format!("{} {percent} %: {met}. {}", words.demanded, demand.source));
        }
    }
    sheet.page.section(words.offsets_note);
    sheet.page.prose(0, &rounding(&answer.rounding, lang));
    sheet.end(&answer.notes, &answer.digest, &answer.schema, &answer.engine)
}
