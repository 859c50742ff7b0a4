//! The inventory as text for a terminal.

use super::Lang;
use super::boundary;
use super::document::Document;
use super::figure;
use super::instruments;
use super::outline::{self, Remark, TOP};
use super::packs;
use super::paper::{Form, Paper};
use super::screen::{Align, Grid, plain, width, wrapped};
use super::svg::Bar;
use super::text::Text;
use super::web;
use crate::error::Error;
use crate::wire::v1::{Cell, Finding, InventoryAnswer, Note, PackUse, View};

/// Columns of the terminal that prose is broken at.
const COLUMNS: usize = 100;
/// Findings that are printed; the rest is counted.
const FINDINGS: usize = 20;
/// Findings on paper, and cells of a view there.
const PAPER_FINDINGS: usize = 200;
const PAPER_CELLS: usize = 100;
/// Decimals of a tonne.
const DECIMALS: usize = 3;
/// Views that have a section of their own.
const OWN_SECTION: [&str; 6] = ["scope", "category", "iso_category", "gas", "activity", "factor"];

use Align::{Left, Right};

/// The inventory as plain aligned text: totals, scopes, categories, gases, largest sources, what stands beside the
/// totals, notes, the first twenty findings, the data packs with their attribution and the digest.
///
/// # Units
/// Tonnes of CO2 equivalent with three decimals, rounded half-even for reading, and exact kilograms beside them.
///
/// # Example
/// ```
/// use emitrace::report::{Lang, table};
/// # let json = include_str!("../../tests/report/answer.json");
/// let answer: emitrace::wire::v1::InventoryAnswer = serde_json::from_str(json)?;
/// assert!(table(&answer, Lang::En).contains("Scope 2, market-based"));
/// assert!(table(&answer, Lang::Vi).contains("Phạm vi 2, theo thị trường"));
/// # Ok::<(), serde_json::Error>(())
/// ```
pub fn table(answer: &InventoryAnswer, lang: Lang) -> String {
    written(answer, Page::new(lang)).finish()
}

/// The inventory in a page's medium; paper has room for all views and every factor.
pub(super) fn written(answer: &InventoryAnswer, mut page: Page) -> Page {
    page.head(answer);
    page.scopes(answer);
    page.categories(answer);
    page.boundary(answer);
    page.instruments(answer);
    page.gases(answer);
    page.largest(answer);
    page.views(answer);
    page.beside(answer);
    page.choices(answer);
    page.notes(&answer.inventory.notes);
    page.findings(answer);
    page.factors(answer);
    page.packs(&answer.inventory.packs);
    page.reading(answer);
    page.digest(answer);
    page
}

/// What a document is written on.
enum Medium {
    Screen(String),
    Web(web::Web),
    Paper(Paper),
}

/// The document written so far: text for a terminal, or the same as a page or on paper.
pub(super) struct Page {
    pub(super) text: &'static Text,
    medium: Medium,
}

impl Page {
    /// Text for a terminal.
    pub(super) fn new(lang: Lang) -> Page {
        Page { text: lang.text(), medium: Medium::Screen(String::new()) }
    }

    /// A page for a browser, written by the version of an engine.
    pub(super) fn web(lang: Lang, engine: &str) -> Page {
        Page { medium: Medium::Web(web::Web::new(lang, engine)), ..Page::new(lang) }
    }

    /// A document of blocks.
    pub(super) fn paper(lang: Lang, form: Form) -> Page {
        Page { medium: Medium::Paper(Paper::new(form, lang)), ..Page::new(lang) }
    }

    const fn is_paper(&self) -> bool {
        matches!(self.medium, Medium::Paper(_))
    }

    /// The whole document.
    ///
    /// # Errors
    /// `LIMIT_EXCEEDED` for more than a workbook holds.
    pub(super) fn document(self) -> Result<Document, Error> {
        Ok(Document::Text(match self.medium {
            Medium::Screen(out) => out,
            Medium::Web(web) => web.finish(),
            Medium::Paper(paper) => return paper.document(),
        }))
    }

    /// The text of what is written for a terminal or a browser.
    pub(super) fn finish(self) -> String {
        match self.document() {
            Ok(Document::Text(text)) => text,
            // Paper is asked for its document.
            Ok(Document::Bytes(_)) | Err(_) => String::new(),
        }
    }

    /// The first heading.
    pub(super) fn title(&mut self, title: &str) {
        match &mut self.medium {
            Medium::Web(web) => web.title(title),
            Medium::Paper(paper) => paper.title(title),
            Medium::Screen(_) => {
                self.line(title);
                self.line(&"=".repeat(width(title)));
            }
        }
    }

    /// A picture that is part of the data, where the document can show it; whether it did.
    pub(super) fn image(&mut self, source: &str, name: &str) -> bool {
        match &mut self.medium {
            Medium::Web(web) => web.image(source, name),
            _ => false,
        }
    }

    /// Bars, where the document can show them: what they say stands in a table, too.
    pub(super) fn chart(&mut self, title: &str, bars: Vec<Bar>) {
        match &mut self.medium {
            Medium::Web(web) => web.chart(title, &bars),
            Medium::Paper(paper) => paper.chart(title, bars),
            Medium::Screen(_) => {}
        }
    }

    /// A drawing, on a page; a terminal and paper have none.
    pub(super) fn picture(&mut self, svg: &str) {
        if let Medium::Web(web) = &mut self.medium {
            web.picture(svg);
        }
    }

    /// A line of the terminal.
    pub(super) fn line(&mut self, line: &str) {
        if let Medium::Screen(out) = &mut self.medium {
            out.push_str(line.trim_end());
            out.push('\n');
        }
    }

    pub(super) fn section(&mut self, name: &str) {
        match &mut self.medium {
            Medium::Web(web) => web.section(name),
            Medium::Paper(paper) => paper.section(name),
            Medium::Screen(_) => {
                self.line("");
                self.line(name);
            }
        }
    }

    pub(super) fn grid(&mut self, grid: &Grid, ruled: bool) {
        match &mut self.medium {
            Medium::Web(web) => web.grid(grid, ruled),
            Medium::Paper(paper) => paper.grid(grid, ruled),
            Medium::Screen(_) => {
                for line in grid.lines(ruled) {
                    self.line(&line);
                }
            }
        }
    }

    /// What must not be overlooked.
    pub(super) fn notice(&mut self, notice: &str) {
        match &mut self.medium {
            Medium::Web(web) => web.notice(notice),
            Medium::Paper(paper) => paper.notice(notice),
            Medium::Screen(_) => self.prose(0, notice),
        }
    }

    /// Prose, broken and indented.
    pub(super) fn prose(&mut self, indent: usize, prose: &str) {
        match &mut self.medium {
            Medium::Web(web) => web.prose(indent, prose),
            Medium::Paper(paper) => paper.prose(indent, prose),
            Medium::Screen(_) => {
                for line in wrapped(&plain(prose), COLUMNS.saturating_sub(indent)) {
                    let line = format!("{}{line}", " ".repeat(indent));
                    self.line(&line);
                }
            }
        }
    }

    fn head(&mut self, answer: &InventoryAnswer) {
        let text = self.text;
        self.title(text.title);
        let choices = outline::choices(text, answer);
        let mut grid = Grid::new(&[(Left, 24), (Left, 80)]);
        for (name, value) in choices.iter().take(3) {
            grid.row(&[name, value.as_str()]);
        }
        let coverage = outline::coverage(text, answer);
        grid.row(&[text.coverage, &coverage]);
        self.grid(&grid, false);
        if let Medium::Paper(paper) = &mut self.medium {
            if answer.inventory.coverage.excluded == 0 {
                paper.prose(0, text.complete);
            } else {
                paper.notice(text.incomplete);
            }
        }
    }

    /// Every choice that changes a number; the first three stand in the head.
    fn choices(&mut self, answer: &InventoryAnswer) {
        self.section(self.text.choices);
        for (name, value) in outline::choices(self.text, answer).iter().skip(3) {
            self.prose(2, &format!("{name}: {value}"));
        }
    }

    fn scopes(&mut self, answer: &InventoryAnswer) {
        let text = self.text;
        self.section(text.by_scope);
        let mut grid = Grid::new(&[(Left, 40), (Right, 24), (Right, 40)]);
        grid.row(&["", text.tonnes, text.kilograms]);
        for (account, kilograms) in outline::accounts(&answer.inventory.total) {
            grid.row(&[
                text.account_name(account),
                &figure::tonnes(kilograms, DECIMALS, text.marks),
                &figure::exact(kilograms, text.marks),
            ]);
        }
        let bars = outline::accounts(&answer.inventory.total).into_iter().take(4);
        let bars = bars.map(|(account, kilograms)| self.bar(text.account_name(account), kilograms));
        let bars = bars.collect();
        self.chart(&format!("{}, t CO2e", text.by_scope), bars);
        self.grid(&grid, true);
    }

    /// A bar of tonnes.
    fn bar(&self, name: &str, kilograms: &str) -> Bar {
        Bar {
            name: name.to_owned(),
            amount: figure::grams(kilograms),
            label: format!("{} t", figure::tonnes(kilograms, 1, self.text.marks)),
            hatched: false,
        }
    }

    /// The cells of a view as bars.
    fn bars(&mut self, answer: &InventoryAnswer, title: &str, view: &View, cells: &[&Cell]) {
        let name = |cell: &Cell| outline::cell_name(self.text, &answer.inventory, view, cell);
        let bars = cells.iter().map(|cell| self.bar(&name(cell), &cell.figures.total_location_kg_co2e));
        let bars = bars.collect();
        self.chart(&format!("{title}, t CO2e"), bars);
    }

    /// Cells of a view: name, location-based, market-based, share of the whole.
    fn cells(&mut self, answer: &InventoryAnswer, view: &View, cells: &[&Cell]) {
        let text = self.text;
        let whole = &answer.inventory.total.total_location_kg_co2e;
        let mut grid = Grid::new(&[(Left, 62), (Right, 18), (Right, 18), (Right, 8)]);
        grid.row(&[text.tonnes, text.location, text.market, text.share]);
        for cell in cells {
            let location = &cell.figures.total_location_kg_co2e;
            grid.row(&[
                outline::cell_name(text, &answer.inventory, view, cell),
                figure::tonnes(location, DECIMALS, text.marks),
                figure::tonnes(&cell.figures.total_market_kg_co2e, DECIMALS, text.marks),
                figure::share(location, whole, text.marks).unwrap_or_default(),
            ]);
        }
        self.grid(&grid, true);
    }

    fn categories(&mut self, answer: &InventoryAnswer) {
        let text = self.text;
        for (dimension, name) in [("category", text.by_category), ("iso_category", text.by_iso)] {
            if let Some(view) = outline::view(&answer.inventory, dimension) {
                self.section(name);
                let cells = outline::in_order(view);
                if dimension == "category" {
                    self.bars(answer, name, view, &cells);
                }
                self.cells(answer, view, &cells);
            }
        }
    }

    fn boundary(&mut self, answer: &InventoryAnswer) {
        let text = self.text;
        let Some(boundary) = &answer.inventory.boundary else { return };
        self.section(text.boundary);
        self.prose(2, &format!("{}: {}", text.approach, boundary.approach));
        let mut grid =
            Grid::new(&[(Left, 30), (Left, 40), (Left, 22), (Right, 16), (Right, 20), (Right, 20)]);
        grid.row(&boundary::columns(text).map(|(name, _)| name));
        for row in boundary::rows(text, boundary, DECIMALS) {
            grid.row(&row);
        }
        self.grid(&grid, true);
        self.prose(0, text.boundary_note);
    }

    fn instruments(&mut self, answer: &InventoryAnswer) {
        let text = self.text;
        let Some(uses) = &answer.inventory.instruments else { return };
        self.section(text.instruments.section);
        let mut grid = Grid::new(&[
            (Left, 30),
            (Left, 22),
            (Right, 20),
            (Right, 20),
            (Right, 20),
            (Right, 20),
            (Left, 20),
        ]);
        grid.row(&instruments::columns(text).map(|(name, _)| name));
        for row in instruments::rows(text, uses) {
            grid.row(&row);
        }
        self.grid(&grid, true);
        self.prose(0, text.instruments.note);
    }

    fn gases(&mut self, answer: &InventoryAnswer) {
        let text = self.text;
        self.section(text.by_gas);
        let mut grid = Grid::new(&[(Left, 30), (Left, 16), (Right, 30), (Right, 24), (Left, 16)]);
        grid.row(&[text.account, text.gas, text.mass, text.tonnes, text.in_total]);
        for gas in &answer.inventory.total.gases {
            let effect = gas.kg_co2e.as_deref().map(|kg| figure::tonnes(kg, DECIMALS, text.marks));
            grid.row(&[
                text.account_name(&gas.account),
                &gas.gas,
                &figure::exact(&gas.kg, text.marks),
                effect.as_deref().unwrap_or("–"),
                if gas.in_total { text.yes } else { text.no },
            ]);
        }
        self.grid(&grid, true);
    }

    fn largest(&mut self, answer: &InventoryAnswer) {
        if let Some(view) = outline::view(&answer.inventory, "activity") {
            let (title, cells) = (self.text.top_sources, outline::largest(view, TOP));
            self.section(title);
            self.bars(answer, title, view, &cells);
            self.cells(answer, view, &cells);
        }
    }

    /// Sites, months, suppliers and whatever else the caller asked for, on paper.
    fn views(&mut self, answer: &InventoryAnswer) {
        let text = self.text;
        for view in &answer.inventory.views {
            let own = matches!(view.by.as_slice(), [only] if OWN_SECTION.contains(&only.as_str()));
            if own || !self.is_paper() {
                continue;
            }
            let cells = match view.by.first().map(String::as_str) {
                Some("category") => outline::in_order(view),
                Some("supplier") => outline::largest(view, usize::MAX),
                _ => outline::counted(view),
            };
            let unsaid = |cell: &&Cell| cell.key.iter().all(String::is_empty);
            if cells.iter().all(unsaid) {
                continue;
            }
            let names: Vec<&str> = view.by.iter().map(|dimension| text.dimension_name(dimension)).collect();
            self.section(&names.join(" · "));
            self.cells(answer, view, cells.get(..PAPER_CELLS).unwrap_or(&cells));
            let more = cells.len().saturating_sub(PAPER_CELLS);
            if more > 0 {
                self.prose(2, &format!("+ {more} {}", text.more_rows));
            }
        }
    }

    /// Every factor with its values and where they stand in the source, on paper.
    fn factors(&mut self, answer: &InventoryAnswer) {
        let text = self.text;
        if !self.is_paper() {
            return;
        }
        self.section(text.factors);
        let mut grid = Grid::new(&[(Left, 44), (Right, 8), (Left, 12), (Left, 24), (Left, 40), (Left, 40)]);
        grid.row(&[text.factor, text.lines, text.place, text.valid, text.values, text.cited]);
        for factor in &answer.inventory.factors {
            let name = outline::activity_name(text, &answer.inventory, &factor.activity);
            let values: Vec<String> =
                factor.values.iter().map(|value| outline::printed(text, value)).collect();
            grid.row(&[
                format!("{} ({})", factor.id, name.unwrap_or(&factor.activity)),
                figure::count(factor.lines, text.marks),
                text.place_name(&factor.place),
                text.span(&factor.valid),
                values.join("; "),
                outline::cited(&factor.values),
            ]);
        }
        self.grid(&grid, true);
    }

    /// How the ledger was read, on paper.
    fn reading(&mut self, answer: &InventoryAnswer) {
        let text = self.text;
        if !self.is_paper() {
            return;
        }
        self.section(text.reading);
        let mut grid = Grid::new(&[(Left, 30), (Left, 60)]);
        for (name, value) in outline::reading(text, answer) {
            grid.row(&[name, &value]);
        }
        self.grid(&grid, false);
        let mut grid = Grid::new(&[(Left, 40), (Left, 40)]);
        grid.row(&[text.header, text.field]);
        for column in &answer.reading.columns {
            let field = if column.field.is_empty() { text.not_used } else { &column.field };
            grid.row(&[&column.header, field]);
        }
        self.grid(&grid, true);
    }

    fn beside(&mut self, answer: &InventoryAnswer) {
        let text = self.text;
        self.section(text.beside);
        let mut grid = Grid::new(&[(Left, 40), (Right, 24), (Right, 40)]);
        grid.row(&["", text.tonnes, text.kilograms]);
        for (account, kilograms) in outline::beside(&answer.inventory.total) {
            grid.row(&[
                text.account_name(account),
                &figure::tonnes(kilograms, DECIMALS, text.marks),
                &figure::exact(kilograms, text.marks),
            ]);
        }
        self.grid(&grid, true);
        self.prose(0, text.beside_note);
        self.prose(0, text.rounding_note);
    }

    /// The meaning, the details and what to do, under the line that a remark starts with.
    pub(super) fn remark(&mut self, remark: &Remark<'_>) {
        if !remark.meaning.is_empty() {
            self.prose(4, remark.meaning);
        }
        self.prose(4, &remark.message);
        self.prose(4, &format!("{}: {}", self.text.help, remark.help));
    }

    /// What is wrong with rows, each with its place, its meaning and how to mend it; `about` stands before each, and may be empty.
    pub(super) fn findings_of(&mut self, about: &str, findings: &[Finding]) {
        for finding in findings.iter().take(FINDINGS) {
            let severity = self.text.severity_name(&finding.severity);
            let place = outline::place(self.text, finding);
            self.prose(2, &format!("{severity}  {}  {about}{place}", finding.code));
            self.remark(&Remark::new(self.text, &finding.code, &finding.message, &finding.help));
        }
        let more = findings.len().saturating_sub(FINDINGS);
        if more > 0 {
            self.prose(2, &format!("{about}{more} {}", self.text.more_findings));
        }
    }

    pub(super) fn notes(&mut self, notes: &[Note]) {
        let text = self.text;
        if notes.is_empty() {
            return;
        }
        self.section(text.notes);
        // Notes that say the same about several factors are told once.
        for group in outline::groups(notes) {
            for note in group {
                let rows = figure::count(note.rows, text.marks);
                let places = match note.rows {
                    0 => String::new(),
                    _ => format!(" ({}: {rows}, {}: {})", text.rows, text.first_row, note.first_row),
                };
                self.prose(2, &format!("{}  {}{places}", note.code, note.about));
            }
            if let Some(note) = group.first() {
                self.remark(&Remark::of_group(text, note));
            }
        }
    }

    fn findings(&mut self, answer: &InventoryAnswer) {
        let text = self.text;
        self.section(text.findings);
        let counts = &answer.inventory.coverage.findings;
        if answer.findings.is_empty() && counts.is_empty() {
            self.prose(2, text.no_findings);
        }
        for count in counts {
            let number = figure::count(count.count, text.marks);
            self.prose(2, &format!("{number} × {} ({})", count.code, text.severity_name(&count.severity)));
        }
        let most = if self.is_paper() { PAPER_FINDINGS } else { FINDINGS };
        for finding in answer.findings.iter().take(most) {
            let severity = text.severity_name(&finding.severity);
            let mut head = format!("{severity}  {}  {} ", finding.code, text.row);
            head.push_str(&outline::row(text, finding.row));
            let column = outline::column(&finding.header, &finding.column);
            if !column.is_empty() {
                head.extend([", ", text.column, " ", column]);
            }
            if !finding.value.is_empty() {
                head.extend([": `", &finding.value, "`"]);
            }
            self.line("");
            self.prose(2, &head);
            self.remark(&Remark::new(text, &finding.code, &finding.message, &finding.help));
        }
        let more = answer.findings.len().saturating_sub(most);
        if more > 0 {
            self.line("");
            self.prose(2, &format!("{more} {}", text.more_findings));
        }
    }

    /// The packs that an answer rests on, under their own heading.
    pub(super) fn packs(&mut self, packs: &[PackUse]) {
        let text = self.text;
        self.section(text.packs);
        for pack in packs {
            let (named, origin) =
                (packs::named(pack, text.lang), if pack.shipped { text.shipped } else { text.from_user });
            self.prose(2, &format!("{}: {}, {} ({origin})", pack.id, named.title, named.edition));
            self.prose(4, &format!("{}. {}: {}", pack.attribution, text.licence, pack.licence));
        }
    }

    fn digest(&mut self, answer: &InventoryAnswer) {
        let text = self.text;
        self.section(text.proof);
        self.prose(2, &answer.digest);
        self.prose(2, &format!("{}; emitrace {}", answer.schema, answer.engine));
        self.prose(2, text.proof_note);
    }
}
