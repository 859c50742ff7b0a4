//! Uncertainty and data quality as text for a terminal.

use super::Lang;
use super::figure;
use super::screen::{Align, Grid, plain, width, wrapped};
use super::text::{StatisticsText, Text};
use crate::order::Order;
use crate::wire::v1::{QualityAnswer, QualityFigure, SimulatedFigure, UncertainFigure, UncertaintyAnswer};

use Align::{Left, Right};

/// Columns of the terminal that prose is broken at.
const COLUMNS: usize = 100;
/// Decimals of a tonne and of a percentage.
const DECIMALS: usize = 3;
/// Rows of the table of sources that are printed.
const SOURCES: usize = 15;

/// The uncertainty of an inventory as plain aligned text: totals, scopes, categories, gases, the sources with the
/// largest share of the variance, what states no uncertainty, and what a reader must know.
///
/// # Units
/// Tonnes of CO2 equivalent and per cent, rounded half-even for reading; the answer has all digits.
///
/// # Example
/// ```
/// use core::ops::ControlFlow;
/// use emitrace::factor::Catalog;
/// use emitrace::gas::GwpSet;
/// use emitrace::inventory::{Options, Profile, uncertainty};
/// use emitrace::place::Place;
/// use emitrace::report::{Lang, uncertainty_table};
/// use emitrace::wire::v1::UncertaintyOptions;
///
/// let ledger = "id,date,activity,quantity,unit,uncertainty\n1,2023-05-31,electricity,1000,kWh,3 %\n";
/// let options = Options::new(Profile::GhgProtocol, GwpSet::Ar5).with_region(Place::parse("VN")?);
/// let choices = UncertaintyOptions { approach: "1".into(), ..UncertaintyOptions::default() };
/// let catalog = Catalog::bundled()?;
/// let answer = uncertainty(ledger.as_bytes(), &catalog, &options, &choices, &mut |_| ControlFlow::Continue(()))?;
/// assert!(uncertainty_table(&answer, Lang::En).contains("Uncertainty of the inventory"));
/// assert!(uncertainty_table(&answer, Lang::Vi).contains("Độ không chắc chắn"));
/// # Ok::<(), emitrace::Error>(())
/// ```
pub fn uncertainty_table(answer: &UncertaintyAnswer, lang: Lang) -> String {
    let mut page = Page::new(lang, lang.text().statistics.uncertainty);
    let words = page.words;
    let chosen = &answer.statistics;
    let approach = match (chosen.seed, chosen.draws) {
        (Some(seed), Some(draws)) => words
            .approach_2
            .replace("{seed}", &seed.to_string())
            .replace("{draws}", &figure::count(u64::from(draws), page.text.marks)),
        _ => words.approach_1.into(),
    };
    page.prose(&approach);
    page.prose(&words.interval.replace("{correlation}", &chosen.activity_correlation));
    page.coverage(answer.coverage.counted, answer.coverage.rows, answer.coverage.excluded);
    for (name, figures) in [
        (page.text.summary, &answer.total),
        (page.text.by_scope, &answer.scopes),
        (page.text.by_category, &answer.categories),
        (page.text.by_gas, &answer.gases),
    ] {
        page.figures(name, figures);
    }
    page.sources(answer);
    if !answer.unstated.is_empty() {
        page.section(words.unstated);
        let mut grid = Grid::new(&[(Left, 54), (Right, 24), (Right, 24)]);
        grid.row(&[page.text.tonnes, words.activity, words.factor]);
        for part in &answer.unstated {
            let tonnes = |kg: &str| figure::tonnes(kg, DECIMALS, page.text.marks);
            let name = page.name(&part.category, &part.view);
            grid.row(&[name, tonnes(&part.activity_kg_co2e), tonnes(&part.factor_kg_co2e)]);
        }
        page.grid(&grid);
    }
    if !answer.remarks.is_empty() {
        page.section(page.text.notes);
        for remark in &answer.remarks {
            page.prose(&format!("{}: {}", remark.code, page.text.remark(&remark.code, &remark.message)));
        }
    }
    page.findings(&answer.findings);
    page.line("");
    page.line(&format!("{}: {}", page.text.proof, answer.inventory_digest));
    page.out
}

/// The quality of an inventory's data as plain aligned text.
///
/// # Example
/// ```
/// use core::ops::ControlFlow;
/// use emitrace::factor::Catalog;
/// use emitrace::gas::GwpSet;
/// use emitrace::inventory::{Options, Profile, quality};
/// use emitrace::place::Place;
/// use emitrace::report::{Lang, quality_table};
///
/// let ledger = "id,date,activity,quantity,unit,quality\n1,2023-05-31,electricity,1000,kWh,measured; 2\n";
/// let options = Options::new(Profile::GhgProtocol, GwpSet::Ar5).with_region(Place::parse("VN")?);
/// let answer = quality(ledger.as_bytes(), &Catalog::bundled()?, &options, &mut |_| ControlFlow::Continue(()))?;
/// assert!(quality_table(&answer, Lang::En).contains("Data quality"));
/// assert!(quality_table(&answer, Lang::Vi).contains("Chất lượng dữ liệu"));
/// # Ok::<(), emitrace::Error>(())
/// ```
pub fn quality_table(answer: &QualityAnswer, lang: Lang) -> String {
    let mut page = Page::new(lang, lang.text().statistics.quality);
    let (text, words) = (page.text, page.words);
    page.prose(words.weighted);
    page.coverage(answer.coverage.counted, answer.coverage.rows, answer.coverage.excluded);
    page.section(words.scores);
    let right = (Right, 16);
    let mut grid = Grid::new(&[(Left, 54), right, right, right, right]);
    grid.row(&["", words.scored, words.score, "PCAF", "PACT"]);
    for figure in answer.total.iter().chain(&answer.categories) {
        let score = |score: &Option<crate::wire::v1::WeightedScore>| {
            score.as_ref().map_or_else(|| "–".into(), |score| figure::rounded(&score.rounded, 2, text.marks))
        };
        grid.row(&[
            page.name(&figure.of, &figure.view),
            page.percent(figure.scored_percent.as_deref(), 1),
            score(&figure.score),
            score(&figure.pcaf),
            score(&figure.pact),
        ]);
    }
    page.grid(&grid);
    if let Some(total) = answer.total.first() {
        page.criteria(total);
        if !total.words.is_empty() {
            page.section(words.words);
            let mut grid = Grid::new(&[(Left, 40), (Right, 16)]);
            for word in &total.words {
                grid.row(&[words.word(&word.word).to_owned(), page.percent(Some(&word.share_percent), 1)]);
            }
            page.plain_grid(&grid);
        }
    }
    page.findings(&answer.findings);
    page.line("");
    page.line(&format!("{}: {}", text.proof, answer.inventory_digest));
    page.out
}

struct Page {
    text: &'static Text,
    words: &'static StatisticsText,
    out: String,
}

impl Page {
    fn new(lang: Lang, title: &str) -> Page {
        let mut page = Page { text: lang.text(), words: &lang.text().statistics, out: String::new() };
        page.line(title);
        page.line(&"=".repeat(width(title)));
        page
    }

    fn line(&mut self, line: &str) {
        self.out.push_str(line.trim_end());
        self.out.push('\n');
    }

    fn prose(&mut self, prose: &str) {
        for line in wrapped(&plain(prose), COLUMNS) {
            self.line(&line);
        }
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

    fn plain_grid(&mut self, grid: &Grid) {
        for line in grid.lines(false) {
            self.line(&line);
        }
    }

    fn coverage(&mut self, counted: u64, rows: u64, excluded: u64) {
        let count = |number: u64| figure::count(number, self.text.marks);
        let line = self
            .text
            .coverage_line
            .replace("{counted}", &count(counted))
            .replace("{rows}", &count(rows))
            .replace("{excluded}", &count(excluded));
        self.line(&line);
    }

    fn percent(&self, percent: Option<&str>, decimals: usize) -> String {
        percent.map_or_else(
            || "–".into(),
            |percent| format!("{} %", figure::rounded(percent, decimals, self.text.marks)),
        )
    }

    /// What a figure is of, and its view.
    fn name(&self, of: &str, view: &str) -> String {
        self.text.uncertain_name(of, view)
    }

    fn figures(&mut self, name: &str, figures: &[UncertainFigure]) {
        let shown: Vec<&UncertainFigure> = figures.iter().filter(|figure| figure.kg_co2e != "0").collect();
        if shown.is_empty() {
            return;
        }
        self.section(name);
        let (words, marks) = (self.words, self.text.marks);
        let simulated = shown.iter().any(|figure| figure.simulated.is_some());
        let number = (Right, 22);
        let mut columns = vec![(Left, 54), number, number, number, number];
        let mut head = vec![self.text.tonnes, words.value, words.below, words.above, words.stated];
        if simulated {
            columns.extend([number, number]);
            head.extend([words.mean, words.middle]);
        }
        let mut grid = Grid::new(&columns);
        grid.row(&head);
        for figure in shown {
            // Nothing stated at all is not the same as exact.
            let silent = [&figure.activity_stated_percent, &figure.factor_stated_percent]
                .into_iter()
                .all(|share| share.as_deref() == Some("0"));
            let side = |percent: &Option<String>| self.percent(percent.as_deref().filter(|_| !silent), 2);
            let mut row = vec![
                self.name(&figure.of, &figure.view),
                figure::tonnes(&figure.kg_co2e, DECIMALS, marks),
                side(&figure.lower_percent),
                side(&figure.upper_percent),
                self.percent(figure.stated_percent.as_deref(), 1),
            ];
            if let Some(SimulatedFigure { mean, percentile_2_5, percentile_97_5, .. }) = &figure.simulated {
                let tonnes = |kg: &str| figure::tonnes(kg, DECIMALS, marks);
                row.extend([
                    tonnes(mean),
                    format!("{} … {}", tonnes(percentile_2_5), tonnes(percentile_97_5)),
                ]);
            }
            grid.row(&row);
        }
        self.grid(&grid);
    }

    /// The sources by their share of the variance.
    fn sources(&mut self, answer: &UncertaintyAnswer) {
        let mut sources: Vec<_> =
            answer.sources.iter().filter(|source| source.account != "scope_2_market").collect();
        // Thousandths of a per cent keep the order well enough; equal ones stay in the order of the table.
        sources.order_by_key(|source| core::cmp::Reverse(figure::grams(&source.variance_percent)));
        self.section(self.words.sources);
        let number = (Right, 14);
        let mut grid =
            Grid::new(&[(Left, 34), (Left, 34), (Left, 10), (Right, 18), number, number, number, number]);
        grid.row(&[
            self.words.activity,
            self.words.factor,
            self.text.gas,
            self.text.tonnes,
            self.words.of_activity,
            self.words.of_factor,
            self.words.both,
            self.words.variance,
        ]);
        for source in sources.iter().take(SOURCES) {
            grid.row(&[
                source.activity.clone(),
                source.factor.clone(),
                source.gas.clone(),
                figure::tonnes(&source.kg_co2e, DECIMALS, self.text.marks),
                self.percent(source.activity_upper_percent.as_deref(), 1),
                self.percent(source.factor_upper_percent.as_deref(), 1),
                self.percent(source.upper_percent.as_deref(), 1),
                self.percent(Some(&source.variance_percent), 1),
            ]);
        }
        self.grid(&grid);
        if let Some(more) = sources.len().checked_sub(SOURCES).filter(|more| *more > 0) {
            self.line(&format!("{more} {}", self.text.more_rows));
        }
    }

    fn criteria(&mut self, total: &QualityFigure) {
        if total.criteria.is_empty() {
            return;
        }
        self.section(self.words.criteria);
        let mut grid = Grid::new(&[(Left, 40), (Right, 16), (Right, 16)]);
        grid.row(&["", self.words.score, "PACT"]);
        for score in &total.criteria {
            let pact = total.pact_criteria.iter().find(|pact| pact.criterion == score.criterion);
            let shown = |text: &str| figure::rounded(text, 2, self.text.marks);
            grid.row(&[
                self.words.word(&score.criterion).to_owned(),
                shown(&score.score.rounded),
                pact.map_or_else(|| "–".into(), |pact| shown(&pact.score.rounded)),
            ]);
        }
        self.grid(&grid);
    }

    fn findings(&mut self, findings: &[crate::wire::v1::Finding]) {
        if findings.is_empty() {
            return;
        }
        self.section(self.text.findings);
        for finding in findings.iter().take(20) {
            let line = format!(
                "{} {} {} [{}] {}",
                self.text.row, finding.row, finding.code, finding.column, finding.message
            );
            self.prose(&line);
        }
        if let Some(more) = findings.len().checked_sub(20).filter(|more| *more > 0) {
            self.line(&format!("{more} {}", self.text.more_findings));
        }
    }
}
