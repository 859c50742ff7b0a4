//! The inventory as one page to read, send and print.

use super::Lang;
use super::boundary;
use super::figure;
use super::instruments;
use super::markup::{Column, Page, chemical, code, escaped, ticked};
use super::outline::{self, Remark, TOP};
use super::packs;
use super::svg::{self, Bar};
use crate::wire::v1::{Cell, Inventory, InventoryAnswer, Note, View};

/// Decimals of a tonne in tables.
const DECIMALS: usize = 3;
/// Rows of one view; the rest is counted and stands in the CSV.
const ROWS: usize = 100;
/// Findings that are printed.
const FINDINGS: usize = 200;
/// Views that have a section of their own.
const OWN_SECTION: [&str; 5] = ["scope", "category", "iso_category", "gas", "activity"];

/// The inventory as a page that needs nothing else: no script, no font, no picture, no request.
///
/// It follows the reader's light or dark scheme, prints on A4, and is read well by screen readers: charts are SVG
/// with title and description, tables have captions and scopes, and nothing is told by colour alone. All text of the
/// ledger is escaped.
///
/// # Units
/// Tonnes of CO2 equivalent with three decimals, rounded half-even for reading, and exact kilograms beside them.
///
/// # Example
/// ```
/// use emitrace::report::{Lang, html};
/// # let json = include_str!("../../tests/report/answer.json");
/// let answer: emitrace::wire::v1::InventoryAnswer = serde_json::from_str(json)?;
/// let page = html(&answer, Lang::Vi);
/// assert!(page.starts_with("<!DOCTYPE html>\n<html lang=\"vi\">"));
/// assert!(!page.contains("<script"));
/// # Ok::<(), serde_json::Error>(())
/// ```
pub fn html(answer: &InventoryAnswer, lang: Lang) -> String {
    let mut page = Page::empty(lang);
    page.open(answer);
    page.summary(answer);
    page.categories(answer);
    page.iso(answer);
    page.largest(answer);
    page.boundary(answer);
    page.instruments(answer);
    page.gases(answer);
    page.views(answer);
    page.notes(answer);
    page.findings(answer);
    page.factors(answer);
    page.packs(answer);
    page.choices(answer);
    page.reading(answer);
    page.proof(answer);
    page.close()
}

impl Page {
    /// Safe text: an amount that is no number is printed as it is.
    fn tonnes(&self, kilograms: &str) -> String {
        escaped(&figure::tonnes(kilograms, DECIMALS, self.text.marks))
    }

    fn exact(&self, kilograms: &str) -> String {
        escaped(&figure::exact(kilograms, self.text.marks))
    }

    /// The share of the location-based total.
    fn share(&self, answer: &InventoryAnswer, kilograms: &str) -> String {
        let whole = &answer.inventory.total.total_location_kg_co2e;
        figure::share(kilograms, whole, self.text.marks).unwrap_or_else(|| "–".to_owned())
    }

    // ---- head and summary

    fn open(&mut self, answer: &InventoryAnswer) {
        let text = self.text;
        let title = format!("{}, {}", text.title, outline::period(text, answer));
        self.head(&title, &answer.engine, "");
        self.push(&format!("<h1>{}</h1>\n", escaped(text.title)));
        let mut facts: Vec<(&str, String)> = outline::choices(text, answer).into_iter().take(3).collect();
        facts.push((text.coverage, outline::coverage(text, answer)));
        self.facts(&facts);
        let complete = answer.inventory.coverage.excluded == 0;
        let (class, state) =
            if complete { ("state", text.complete) } else { ("state open", text.incomplete) };
        self.push(&format!("<p class=\"{class}\">{}</p>\n", escaped(state)));
    }

    fn card(&mut self, label: &str, kilograms: &str) {
        let (tonnes, exact) = (self.tonnes(kilograms), self.exact(kilograms));
        self.push(&format!(
            "<li><span class=\"label\">{}</span><span class=\"number\">{} t CO₂e</span>\
             <span class=\"exact\">{} kg CO₂e</span></li>\n",
            chemical(label),
            tonnes,
            exact,
        ));
    }

    fn summary(&mut self, answer: &InventoryAnswer) {
        let text = self.text;
        let total = &answer.inventory.total;
        self.section(text.summary);
        self.push("<ul class=\"cards\">\n");
        self.card(text.account_name("total_location"), &total.total_location_kg_co2e);
        self.card(text.account_name("total_market"), &total.total_market_kg_co2e);
        self.push("</ul>\n");

        let accounts = outline::accounts(total);
        let bars: Vec<Bar> = accounts
            .iter()
            .take(4)
            .map(|(account, kilograms)| {
                self.bar(text.account_name(account), kilograms, *account == "scope_2_market")
            })
            .collect();
        self.push("<div class=\"wide\">\n");
        self.push(&svg::rows("scopes", &format!("{}, t CO₂e", text.by_scope), text.bar_chart, &bars));
        self.push("</div>\n");

        let rows: Vec<Vec<String>> = accounts
            .iter()
            .map(|(account, kilograms)| {
                vec![
                    chemical(text.account_name(account)),
                    self.tonnes(kilograms),
                    self.exact(kilograms),
                    match *account {
                        "scope_2_market" | "total_market" => "–".to_owned(),
                        _ => self.share(answer, kilograms),
                    },
                ]
            })
            .collect();
        let columns =
            [(text.account, false), (text.tonnes, true), (text.kilograms, true), (text.share, true)];
        self.table(text.by_scope, &columns, &rows, 2);
        self.paragraph("quiet", text.rounding_note);

        let rows: Vec<Vec<String>> = outline::beside(total)
            .iter()
            .map(|(account, kg)| vec![chemical(text.account_name(account)), self.tonnes(kg), self.exact(kg)])
            .collect();
        self.table(
            &format!("{}. {}", text.beside, text.beside_note),
            &[(text.beside, false), (text.tonnes, true), (text.kilograms, true)],
            &rows,
            0,
        );
    }

    fn bar(&self, name: &str, kilograms: &str, hatched: bool) -> Bar {
        Bar {
            name: name.to_owned(),
            amount: figure::grams(kilograms),
            label: format!("{} t", figure::tonnes(kilograms, 1, self.text.marks)),
            hatched,
        }
    }

    // ---- views

    /// One view as a table: both totals, the exact figure, the share.
    fn view(&mut self, answer: &InventoryAnswer, caption: &str, view: &View, cells: &[&Cell]) {
        let text = self.text;
        let names: Vec<&str> = view.by.iter().map(|dimension| text.dimension_name(dimension)).collect();
        let columns = [
            (names.join(" · ")),
            text.location_tonnes.to_owned(),
            text.market_tonnes.to_owned(),
            text.location_kilograms.to_owned(),
            text.share.to_owned(),
        ];
        let columns: Vec<Column<'_>> =
            columns.iter().enumerate().map(|(place, name)| (name.as_str(), place > 0)).collect();
        let rows: Vec<Vec<String>> = cells
            .iter()
            .take(ROWS)
            .map(|cell| {
                let location = &cell.figures.total_location_kg_co2e;
                vec![
                    chemical(&outline::cell_name(text, &answer.inventory, view, cell)),
                    self.tonnes(location),
                    self.tonnes(&cell.figures.total_market_kg_co2e),
                    self.exact(location),
                    self.share(answer, location),
                ]
            })
            .collect();
        self.table(&format!("{caption}. {}", text.share_note), &columns, &rows, 0);
        let more = cells.len().saturating_sub(ROWS);
        if more > 0 {
            self.paragraph("quiet", &format!("+ {more} {}", text.more_rows));
        }
    }

    fn chart(&mut self, (id, title): (&str, &str), inventory: &Inventory, view: &View, cells: &[&Cell]) {
        let text = self.text;
        let bars: Vec<Bar> = cells
            .iter()
            .map(|cell| {
                let name = outline::cell_name(text, inventory, view, cell);
                self.bar(&name, &cell.figures.total_location_kg_co2e, false)
            })
            .collect();
        self.push("<div class=\"wide\">\n");
        self.push(&svg::rows(id, &format!("{title}, t CO₂e"), text.bar_chart, &bars));
        self.push("</div>\n");
    }

    fn categories(&mut self, answer: &InventoryAnswer) {
        if let Some(view) = outline::view(&answer.inventory, "category") {
            let cells = outline::in_order(view);
            self.section(self.text.by_category);
            self.chart(("categories", self.text.by_category), &answer.inventory, view, &cells);
            self.view(answer, self.text.by_category, view, &cells);
        }
    }

    fn iso(&mut self, answer: &InventoryAnswer) {
        if let Some(view) = outline::view(&answer.inventory, "iso_category") {
            self.section(self.text.by_iso);
            self.view(answer, self.text.by_iso, view, &outline::in_order(view));
        }
    }

    fn largest(&mut self, answer: &InventoryAnswer) {
        if let Some(view) = outline::view(&answer.inventory, "activity") {
            let cells = outline::largest(view, TOP);
            self.section(self.text.top_sources);
            self.chart(("sources", self.text.top_sources), &answer.inventory, view, &cells);
            self.view(answer, self.text.top_sources, view, &cells);
        }
    }

    fn boundary(&mut self, answer: &InventoryAnswer) {
        let text = self.text;
        let Some(boundary) = &answer.inventory.boundary else { return };
        self.section(text.boundary);
        self.facts(&[(text.approach, boundary.approach.clone())]);
        let rows: Vec<Vec<String>> = boundary::rows(text, boundary, DECIMALS)
            .iter()
            .map(|row| row.iter().map(|cell| escaped(cell)).collect())
            .collect();
        self.table(text.boundary, &boundary::columns(text), &rows, 0);
        self.paragraph("details", text.boundary_note);
    }

    fn instruments(&mut self, answer: &InventoryAnswer) {
        let text = self.text;
        let Some(uses) = &answer.inventory.instruments else { return };
        self.section(text.instruments.section);
        let rows: Vec<Vec<String>> = instruments::rows(text, uses)
            .iter()
            .map(|row| row.iter().map(|cell| escaped(cell)).collect())
            .collect();
        self.table(text.instruments.section, &instruments::columns(text), &rows, 0);
        self.paragraph("details", text.instruments.note);
    }

    fn gases(&mut self, answer: &InventoryAnswer) {
        let text = self.text;
        self.section(text.by_gas);
        let rows: Vec<Vec<String>> = answer
            .inventory
            .total
            .gases
            .iter()
            .map(|gas| {
                let effect = gas.kg_co2e.as_deref();
                vec![
                    format!("{} · {}", chemical(text.account_name(&gas.account)), chemical(&gas.gas)),
                    self.exact(&gas.kg),
                    effect.map_or_else(|| "–".to_owned(), |kg| self.tonnes(kg)),
                    escaped(if gas.in_total { text.yes } else { text.no }),
                ]
            })
            .collect();
        let name = format!("{} · {}", text.account, text.gas);
        let columns =
            [(name.as_str(), false), (text.mass, true), (text.tonnes, true), (text.in_total, false)];
        self.table(text.by_gas, &columns, &rows, 0);
    }

    /// Sites, months, suppliers and whatever else the caller asked for.
    fn views(&mut self, answer: &InventoryAnswer) {
        let text = self.text;
        for (number, view) in answer.inventory.views.iter().enumerate() {
            let names: Vec<&str> = view.by.iter().map(|dimension| text.dimension_name(dimension)).collect();
            let (title, cells) = match view.by.as_slice() {
                [only] if OWN_SECTION.contains(&only.as_str()) => continue,
                [only] if only == "site" => (text.by_site.to_owned(), outline::counted(view)),
                [only] if only == "month" => (text.by_month.to_owned(), outline::counted(view)),
                [only] if only == "supplier" => {
                    (text.by_supplier.to_owned(), outline::largest(view, usize::MAX))
                }
                [first, ..] if first == "category" => {
                    (format!("{}: {}", text.further_views, names.join(" · ")), outline::in_order(view))
                }
                _ => (format!("{}: {}", text.further_views, names.join(" · ")), outline::counted(view)),
            };
            self.section(&title);
            if matches!(view.by.as_slice(), [only] if only == "month") && cells.len() <= 24 {
                let bars: Vec<Bar> = cells
                    .iter()
                    .map(|cell| {
                        let kilograms = &cell.figures.total_location_kg_co2e;
                        let name = outline::cell_name(text, &answer.inventory, view, cell);
                        let label = figure::tonnes(kilograms, 0, text.marks);
                        Bar { name, amount: figure::grams(kilograms), label, hatched: false }
                    })
                    .collect();
                self.push("<div class=\"wide\">\n");
                let chart = svg::columns(
                    &format!("view-{number}"),
                    &format!("{title}, t CO₂e"),
                    text.bar_chart,
                    &bars,
                );
                self.push(&chart);
                self.push("</div>\n");
            }
            self.view(answer, &title, view, &cells);
        }
    }

    // ---- what a reader must know

    fn remark(&self, remark: &Remark<'_>) -> String {
        if remark.meaning.is_empty() {
            return ticked(&remark.message);
        }
        format!(
            "{}<br><span class=\"details\" lang=\"en\">{}</span>",
            ticked(remark.meaning),
            ticked(&remark.message)
        )
    }

    fn notes(&mut self, answer: &InventoryAnswer) {
        let text = self.text;
        if answer.inventory.notes.is_empty() {
            return;
        }
        self.section(text.notes);
        // Notes that say the same about several factors are told once.
        let rows: Vec<Vec<String>> = outline::groups(&answer.inventory.notes)
            .filter_map(|group| {
                let note = group.first()?;
                let remark = Remark::of_group(text, note);
                let about: Vec<String> = group.iter().map(|note| self.about(note)).collect();
                Some(vec![
                    format!("{}<br>{}", self.remark(&remark), code(&note.code)),
                    format!("<ul class=\"plain-list\">{}</ul>", about.concat()),
                    ticked(remark.help),
                ])
            })
            .collect();
        let columns = [(text.what, false), (text.about, false), (text.help, false)];
        self.table(text.notes, &columns, &rows, 0);
    }

    /// What a note is about, with its rows.
    fn about(&self, note: &Note) -> String {
        let text = self.text;
        let rows = figure::count(note.rows, text.marks);
        if note.rows == 0 {
            return format!("<li>{}</li>", code(&note.about));
        }
        let places = format!("{}: {rows}, {}: {}", text.rows, text.first_row, note.first_row).to_lowercase();
        format!("<li>{} <span class=\"details\">({})</span></li>", code(&note.about), escaped(&places))
    }

    fn findings(&mut self, answer: &InventoryAnswer) {
        let text = self.text;
        self.section(text.findings);
        let counts = &answer.inventory.coverage.findings;
        if answer.findings.is_empty() && counts.is_empty() {
            self.paragraph("", text.no_findings);
            return;
        }
        let sentence: Vec<String> = counts
            .iter()
            .map(|count| {
                let number = figure::count(count.count, text.marks);
                format!("{number} × {} ({})", count.code, text.severity_name(&count.severity))
            })
            .collect();
        self.paragraph("quiet", &sentence.join("; "));
        if answer.findings.is_empty() {
            return;
        }
        let rows: Vec<Vec<String>> = answer
            .findings
            .iter()
            .take(FINDINGS)
            .map(|finding| {
                let remark = Remark::new(text, &finding.code, &finding.message, &finding.help);
                vec![
                    escaped(&outline::row(text, finding.row)),
                    format!(
                        "<span class=\"severity\">{}</span>",
                        escaped(text.severity_name(&finding.severity))
                    ),
                    escaped(outline::column(&finding.header, &finding.column)),
                    if finding.value.is_empty() { String::new() } else { code(&finding.value) },
                    format!("{}<br>{}", self.remark(&remark), code(&finding.code)),
                    ticked(remark.help),
                ]
            })
            .collect();
        let columns = [
            (text.row, true),
            (text.severity, false),
            (text.column, false),
            (text.value, false),
            (text.what, false),
            (text.help, false),
        ];
        self.table(text.findings, &columns, &rows, 0);
        let more = answer.findings.len().saturating_sub(FINDINGS);
        if more > 0 {
            self.paragraph("quiet", &format!("+ {more} {}", text.more_findings));
        }
    }

    fn factors(&mut self, answer: &InventoryAnswer) {
        let text = self.text;
        self.section(text.factors);
        let rows: Vec<Vec<String>> = answer
            .inventory
            .factors
            .iter()
            .map(|factor| {
                let values: Vec<String> =
                    factor.values.iter().map(|value| chemical(&outline::printed(text, value))).collect();
                vec![
                    format!(
                        "{}<br><span class=\"details\">{}</span>",
                        code(&factor.id),
                        escaped(
                            outline::activity_name(text, &answer.inventory, &factor.activity)
                                .unwrap_or(&factor.activity)
                        )
                    ),
                    figure::count(factor.lines, text.marks),
                    escaped(&text.place_name(&factor.place)),
                    format!(
                        "<span class=\"nowrap\">{}</span>",
                        escaped(&text.span(&factor.valid)).replace(" – ", " –<br>")
                    ),
                    values.join("<br>"),
                    escaped(&outline::cited(&factor.values)),
                ]
            })
            .collect();
        let columns = [
            (text.factor, false),
            (text.lines, true),
            (text.place, false),
            (text.valid, false),
            (text.values, false),
            (text.cited, false),
        ];
        self.table(text.factors, &columns, &rows, 0);
    }

    fn packs(&mut self, answer: &InventoryAnswer) {
        let text = self.text;
        self.section(text.packs);
        let rows: Vec<Vec<String>> = answer
            .inventory
            .packs
            .iter()
            .map(|pack| {
                let named = packs::named(pack, text.lang);
                vec![
                    format!("{}<br><span class=\"details\">{}</span>", escaped(named.title), code(&pack.id)),
                    escaped(named.publisher),
                    escaped(named.edition),
                    format!(
                        "{}<br><span class=\"details\">{}</span>",
                        escaped(&pack.licence),
                        escaped(&pack.attribution)
                    ),
                    escaped(if pack.shipped { text.shipped } else { text.from_user }),
                ]
            })
            .collect();
        let licence = format!("{} · {}", text.licence, text.attribution);
        let columns = [
            (text.pack, false),
            (text.publisher, false),
            (text.edition, false),
            (licence.as_str(), false),
            (text.origin, false),
        ];
        self.table(text.packs, &columns, &rows, 0);
    }

    fn choices(&mut self, answer: &InventoryAnswer) {
        self.section(self.text.choices);
        self.facts(&outline::choices(self.text, answer));
    }

    fn reading(&mut self, answer: &InventoryAnswer) {
        let text = self.text;
        self.section(text.reading);
        self.facts(&outline::reading(text, answer));
        let rows: Vec<Vec<String>> = answer
            .reading
            .columns
            .iter()
            .map(|column| {
                let field =
                    if column.field.is_empty() { escaped(text.not_used) } else { code(&column.field) };
                vec![escaped(&column.header), field]
            })
            .collect();
        self.table(text.reading, &[(text.header, false), (text.field, false)], &rows, 0);
    }

    fn proof(&mut self, answer: &InventoryAnswer) {
        let text = self.text;
        self.section(text.proof);
        self.push(&format!(
            "<p class=\"digest\">{}</p>\n<p class=\"quiet\">{}; emitrace {}</p>\n",
            code(&answer.digest),
            escaped(&answer.schema),
            escaped(&answer.engine)
        ));
        self.paragraph("quiet", text.proof_note);
    }
}
