//! A table of the terminal as a page: the same words and figures, with headings, tables and bars.

use super::markup::{Column, Page, chemical, escaped, ticked};
use super::screen::Grid;
use super::svg::{self, Bar};
use super::{Lang, text::Text};

/// Added to the style of all pages.
const STYLE: &str = "h1 { margin-bottom: 1rem; }\n.in { display: block; }\nmain td, main tbody th { overflow-wrap: break-word; }\n";

/// A page as it grows.
pub(super) struct Web {
    page: Page,
    text: &'static Text,
    engine: String,
    charts: u32,
}

impl Web {
    pub(super) fn new(lang: Lang, engine: &str) -> Web {
        Web { page: Page::empty(lang), text: lang.text(), engine: engine.into(), charts: 0 }
    }

    pub(super) fn finish(self) -> String {
        self.page.close()
    }

    pub(super) fn title(&mut self, title: &str) {
        self.page.head(title, &self.engine, STYLE);
        self.page.push(&format!("<h1>{}</h1>\n", chemical(title)));
    }

    pub(super) fn section(&mut self, name: &str) {
        self.page.section(name);
    }

    /// Prose: what stands at the margin or near it in full, what is below something else quietly.
    pub(super) fn prose(&mut self, indent: usize, prose: &str) {
        let class = if indent > 2 { "details" } else { "digest" };
        self.page.push(&format!("<p class=\"{class}\">{}</p>\n", ticked(prose)));
    }

    /// What must not be overlooked.
    pub(super) fn notice(&mut self, notice: &str) {
        self.page.push(&format!("<p class=\"state open\">{}</p>\n", ticked(notice)));
    }

    /// A picture whose bytes stand in its source; anything else would be fetched and is not taken.
    pub(super) fn image(&mut self, source: &str, name: &str) -> bool {
        let bytes = ["png", "jpeg", "webp"]
            .iter()
            .find_map(|kind| source.strip_prefix(&format!("data:image/{kind};base64,")));
        let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '+' | '/' | '=');
        if !bytes.is_some_and(|bytes| !bytes.is_empty() && bytes.chars().all(plain)) {
            return false;
        }
        self.page.allow_pictures();
        let name = escaped(name);
        self.page.push(&format!(
            "<p><img src=\"{source}\" alt=\"{name}\" style=\"max-width:100%;max-height:60vh\"></p>\n"
        ));
        true
    }

    /// Bars below a quiet line that says what they are.
    pub(super) fn chart(&mut self, title: &str, bars: &[Bar]) {
        if bars.is_empty() {
            return;
        }
        self.charts = self.charts.saturating_add(1);
        self.page.paragraph("quiet", title);
        self.page.push("<div class=\"wide\">\n");
        self.page.push(&svg::rows(&format!("chart-{}", self.charts), title, self.text.bar_chart, bars));
        self.page.push("</div>\n");
    }

    /// A drawing, made safe by whoever drew it.
    pub(super) fn picture(&mut self, svg: &str) {
        self.page.push("<div class=\"wide\">\n");
        self.page.push(svg);
        self.page.push("</div>\n");
    }

    /// A ruled grid is a table under heads, one of two columns a list of facts, every other one a table without heads.
    pub(super) fn grid(&mut self, grid: &Grid, ruled: bool) {
        let (rows, figures) = grid.cells();
        let facts: Option<Vec<(&str, String)>> = rows
            .iter()
            .map(|row| match row.as_slice() {
                [name, value] => Some((name.as_str(), value.clone())),
                _ => None,
            })
            .collect();
        if let Some(facts) = facts.filter(|_| !ruled) {
            return self.page.facts(&facts);
        }
        let (heads, body) = match rows.split_first() {
            Some((heads, body)) if ruled => (heads.iter().map(String::as_str).collect(), body),
            _ => (vec![""; figures.len()], rows),
        };
        let columns: Vec<Column<'_>> = heads.into_iter().zip(figures).collect();
        let cells: Vec<Vec<String>> =
            body.iter().map(|row| row.iter().map(|cell| indented(cell)).collect()).collect();
        self.page.table("", &columns, &cells, 0);
    }
}

/// A cell; blanks before its words become an indent.
fn indented(cell: &str) -> String {
    let words = cell.trim_start_matches(' ');
    match cell.len().saturating_sub(words.len()) {
        0 if is_day(words) => format!("<span class=\"nowrap\">{words}</span>"),
        0 => chemical(words),
        blanks => format!("<span class=\"in\" style=\"padding-left:{blanks}ch\">{}</span>", chemical(words)),
    }
}

/// Whether a cell is a day as answers write it, which no line breaks.
fn is_day(cell: &str) -> bool {
    let parts: Vec<&str> = cell.split('-').collect();
    let lengths: Vec<usize> = parts.iter().map(|part| part.len()).collect();
    lengths == [4, 2, 2] && parts.iter().all(|part| part.bytes().all(|byte| byte.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_is_shown_only_if_its_bytes_are_there() {
        let mut web = Web::new(Lang::En, "0");
        web.title("x");
        assert!(
            !web.image("https://example.com/a.png", "a")
                && !web.image("data:image/png;base64,A\"onload", "a")
        );
        assert!(!web.image("data:image/svg+xml;base64,AAAA", "a"));
        assert!(web.image("data:image/png;base64,iVBORw0=", "\"bolt\""));
        let page = web.finish();
        assert!(page.contains("img-src data:") && page.contains("alt=\"&quot;bolt&quot;\""), "{page}");
    }

    #[test]
    fn blanks_become_an_indent_and_text_is_escaped() {
        assert_eq!(indented("2026-01-05"), "<span class=\"nowrap\">2026-01-05</span>");
        assert_eq!(indented("2026-01-<b"), "2026-01-&lt;b");
        assert_eq!(indented("    <b>"), "<span class=\"in\" style=\"padding-left:4ch\">&lt;b&gt;</span>");
    }
}
