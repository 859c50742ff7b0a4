//! What pages are written with: text made safe, tables, facts, and the frame of every page.

use super::text::Text;
use super::{Lang, screen};

/// Text made safe for elements and for quoted attributes.
pub(super) fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for c in screen::plain(text).chars() {
        match c {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            _ => safe.push(c),
        }
    }
    safe
}

/// The same for names of gases and units, with the digits of formulas below the line.
pub(super) fn chemical(text: &str) -> String {
    let mut shown = escaped(text);
    for (plain, formula) in [("CO2", "CO₂"), ("CH4", "CH₄"), ("N2O", "N₂O"), ("SF6", "SF₆"), ("NF3", "NF₃")]
    {
        shown = shown.replace(plain, formula);
    }
    shown
}

/// A sentence whose words of the input stand between backticks.
pub(super) fn ticked(text: &str) -> String {
    let shown = chemical(text);
    // A backtick without its partner stays one.
    if shown.matches('`').count() & 1 == 1 {
        return shown;
    }
    let mut html = String::with_capacity(shown.len());
    for (number, part) in shown.split('`').enumerate() {
        if number > 0 {
            html.push_str(if number & 1 == 1 { "<code>" } else { "</code>" });
        }
        html.push_str(part);
    }
    html
}

pub(super) fn code(text: &str) -> String {
    format!("<code>{}</code>", escaped(text))
}

/// A column: its name, and whether it holds numbers.
pub(super) type Column<'a> = (&'a str, bool);

/// A page as it grows.
pub(super) struct Page {
    pub(super) text: &'static Text,
    out: String,
}

impl Page {
    /// A page with nothing in it.
    pub(super) fn empty(lang: Lang) -> Page {
        Page { text: lang.text(), out: String::new() }
    }

    /// Everything before the first heading; `style` is added to that of all pages.
    pub(super) fn head(&mut self, title: &str, engine: &str, style: &str) {
        self.push(&format!(
            "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
             <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
             <meta name=\"generator\" content=\"emitrace {}\">\n<title>{}</title>\n<style>\n{}{style}</style>\n</head>\n\
             <body>\n<main>\n",
            self.text.lang.as_str(),
            escaped(engine),
            escaped(title),
            include_str!("page.css"),
        ));
    }

    /// The whole page.
    pub(super) fn close(mut self) -> String {
        self.push("</main>\n</body>\n</html>\n");
        self.out
    }

    /// Lets the page show pictures whose bytes stand in it.
    pub(super) fn allow_pictures(&mut self) {
        self.out =
            self.out.replacen("style-src 'unsafe-inline'", "style-src 'unsafe-inline'; img-src data:", 1);
    }

    pub(super) fn push(&mut self, html: &str) {
        self.out.push_str(html);
    }

    pub(super) fn section(&mut self, name: &str) {
        self.push(&format!("<h2>{}</h2>\n", chemical(name)));
    }

    pub(super) fn paragraph(&mut self, class: &str, text: &str) {
        self.push(&format!("<p class=\"{class}\">{}</p>\n", chemical(text)));
    }

    /// A table; the first cell of a row names the row. Cells are HTML.
    pub(super) fn table(&mut self, caption: &str, columns: &[Column<'_>], rows: &[Vec<String>], sums: usize) {
        let short = short_columns(columns, rows);
        let class = |place: usize, number: bool| match (number, short.get(place)) {
            (true, _) => " class=\"number-cell\"",
            (false, Some(true)) => " class=\"short-cell\"",
            _ => "",
        };
        let caption = chemical(caption);
        // Right below a heading of the same words the caption is for screen readers only.
        let said = ["h2", "h3"].iter().any(|tag| self.out.ends_with(&format!("{caption}</{tag}>\n")));
        let hidden = if said { " class=\"said\"" } else { "" };
        self.push(&format!("<div class=\"wide\">\n<table>\n<caption{hidden}>{caption}</caption>\n"));
        // A list in columns that need no names has no row of heads.
        if columns.iter().any(|(name, _)| !name.is_empty()) {
            self.push("<thead><tr>");
            for (place, (name, number)) in columns.iter().enumerate() {
                self.push(&format!("<th scope=\"col\"{}>{}</th>", class(place, *number), chemical(name)));
            }
            self.push("</tr></thead>\n");
        }
        self.push("<tbody>\n");
        let plain_rows = rows.len().saturating_sub(sums);
        for (index, row) in rows.iter().enumerate() {
            self.push(if index >= plain_rows { "<tr class=\"sum\">" } else { "<tr>" });
            for (place, (cell, (_, number))) in row.iter().zip(columns).enumerate() {
                let (tag, scope) = if place == 0 { ("th", " scope=\"row\"") } else { ("td", "") };
                self.push(&format!("<{tag}{scope}{}>{cell}</{tag}>", class(place, *number)));
            }
            self.push("</tr>\n");
        }
        self.push("</tbody>\n</table>\n</div>\n");
    }

    pub(super) fn facts(&mut self, facts: &[(&str, String)]) {
        self.push("<dl class=\"facts\">\n");
        for (name, value) in facts {
            self.push(&format!("<dt>{}</dt><dd>{}</dd>\n", chemical(name), chemical(value)));
        }
        self.push("</dl>\n");
    }
}

/// Letters of a cell that may stand in one line.
const SHORT: usize = 16;
/// Letters of all such cells of a row: more would push figures out of sight.
const SHORT_IN_ALL: usize = 40;

/// The columns of words that are short enough to stand in one line, so that long ones get the room.
fn short_columns(columns: &[Column<'_>], rows: &[Vec<String>]) -> Vec<bool> {
    let mut left = SHORT_IN_ALL;
    let mut short = Vec::new();
    for (place, (name, number)) in columns.iter().enumerate() {
        let cells = rows.iter().filter_map(|row| row.get(place)).map(|cell| letters(cell));
        let longest = cells.max().unwrap_or(0).max(name.chars().count());
        let fits = !number && longest <= SHORT.min(left);
        left = left.saturating_sub(if fits { longest } else { 0 });
        short.push(fits);
    }
    short
}

/// How many letters of HTML are seen, near enough: an entity counts as what it is written with.
fn letters(html: &str) -> usize {
    let mut inside = false;
    let seen = html.chars().filter(|letter| match letter {
        '<' => {
            inside = true;
            false
        }
        '>' => {
            inside = false;
            false
        }
        _ => !inside,
    });
    seen.count()
}
