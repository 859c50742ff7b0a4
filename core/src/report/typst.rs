//! Documents as Typst source: `typst compile --pdf-standard ua-1` makes an accessible PDF of it.
//!
//! All text of the data stands in string literals and nowhere else, so none of it can become code or markup.

use super::Lang;
use super::figure;
use super::paper::{Block, Table, indented};
use super::screen::width;
use super::svg::Bar;

/// Columns from which a table is set smaller, and from which its page is turned.
const SMALL: usize = 6;
/// Letters of a word that is not broken.
const WORD: usize = 16;
/// Widest share of a text column, in letters.
const WIDEST: usize = 44;
/// Length of the longest bar, in tenths of a millimetre.
const BAR: i128 = 800;

/// What stands before the first block; `{title}` and `{lang}` are replaced.
const HEAD: &str = r##"#set document(title: {title}, date: none)
#set text(lang: "{lang}", font: "Libertinus Serif", size: 10pt, hyphenate: false)
#set page(
  paper: "a4",
  margin: (x: 17mm, top: 22mm, bottom: 20mm),
  header: context if counter(page).get().first() > 1 { text(size: 8pt, fill: luma(90), {title}) },
  footer: context align(right, text(size: 8pt, fill: luma(90), counter(page).display("1 / 1", both: true))),
)
#set par(justify: false)
#show heading.where(level: 1): set text(size: 18pt)
#show heading.where(level: 2): set text(size: 12.5pt)
#show heading: set block(above: 1.5em, below: 0.8em, sticky: true)
#set table(stroke: (x, y) => (bottom: 0.4pt + luma(190)), inset: (x: 4pt, y: 3pt))
#show table.cell.where(y: 0): set text(weight: "bold")
#let notice(said) = block(width: 100%, inset: 6pt, fill: rgb("#fff2cc"), stroke: (left: 3pt + rgb("#b8860b")), strong(said))
#let bar(name, length, label) = (
  align(right, text(size: 8pt, name)),
  stack(dir: ltr, spacing: 4pt, rect(width: length, height: 2.8mm, fill: rgb("#2f6f73")), text(size: 8pt, label)),
)
"##;

/// The source of the document.
pub(super) fn written(blocks: &[Block], lang: Lang) -> String {
    let title = blocks.iter().find_map(|block| match block {
        Block::Title(title) => Some(title.as_str()),
        _ => None,
    });
    let mut out =
        HEAD.replace("{lang}", lang.as_str()).replace("{title}", &literal(title.unwrap_or("emitrace")));
    for block in blocks {
        match block {
            Block::Title(title) => out.push_str(&format!("#heading(level: 1, {})\n", chemical(title))),
            Block::Section(name) => out.push_str(&format!("#heading(level: 2, {})\n", chemical(name))),
            Block::Prose(prose, false) => out.push_str(&format!("#par({})\n", broken(prose))),
            Block::Prose(prose, true) => {
                out.push_str(&format!("#pad(left: 1em, text(size: 9pt, {}))\n", broken(prose)));
            }
            Block::Notice(notice) => out.push_str(&format!("#notice({})\n", broken(notice))),
            Block::Facts(facts) => {
                let items = facts
                    .iter()
                    .map(|(name, value)| format!("  terms.item({}, {}),\n", chemical(name), broken(value)));
                out.push_str(&format!("#terms(\n{})\n", items.collect::<String>()));
            }
            Block::Table(table) => tabled(&mut out, table),
            Block::Bars(title, bars) => charted(&mut out, title, bars),
        }
    }
    out
}

fn tabled(out: &mut String, table: &Table) {
    let count = table.figures.len();
    let texts = |at: usize| {
        let rows = core::iter::once(&table.heads).chain(&table.rows);
        rows.filter_map(move |row| row.get(at)).map(|cell| width(cell)).max().unwrap_or(0)
    };
    let columns = table.figures.iter().enumerate().map(|(at, figure)| match figure {
        true => "auto".to_owned(),
        false => format!("{}fr", texts(at).clamp(6, WIDEST)),
    });
    let aligns = table.figures.iter().map(|figure| if *figure { "right" } else { "left" });
    let (columns, aligns): (Vec<String>, Vec<&str>) = (columns.collect(), aligns.collect());
    let size = if count > SMALL { "6.5pt" } else { "8pt" };
    // Figures are written as they are: a line break within one would make two.
    let cell = |at: usize, cell: &str| match table.figures.get(at) {
        Some(true) => chemical(cell),
        _ => broken(&indented(cell)),
    };
    let row = |cells: &[String]| {
        let cells = (0..count).map(|at| cell(at, cells.get(at).map_or("", String::as_str)));
        cells.collect::<Vec<_>>().join(", ")
    };
    out.push_str(&format!(
        "#[#set text(size: {size})\n#table(\n  columns: ({},),\n  align: ({},),\n",
        columns.join(", "),
        aligns.join(", ")
    ));
    if !table.heads.is_empty() {
        // Heads stand again on every page.
        out.push_str(&format!("  table.header({}),\n", row(&table.heads)));
    }
    for cells in &table.rows {
        out.push_str(&format!("  {},\n", row(cells)));
    }
    out.push_str(")]\n");
}

/// Bars as an artifact: those who do not see them read the table beside.
fn charted(out: &mut String, title: &str, bars: &[Bar]) {
    let most = bars.iter().map(|bar| bar.amount).max().unwrap_or(0);
    out.push_str(&format!(
        "#pdf.artifact(block(breakable: false)[#text(size: 8pt, fill: luma(90), {})\n#grid(columns: (68mm, 1fr), column-gutter: 2mm, row-gutter: 1.6mm, align: horizon,\n",
        chemical(title)
    ));
    for bar in bars {
        let length = figure::bar(bar.amount, most, BAR).max(2);
        let (whole, tenth) = (length.div_euclid(10), length.rem_euclid(10));
        out.push_str(&format!(
            "  ..bar({}, {whole}.{tenth}mm, {}),\n",
            broken(&bar.name),
            chemical(&bar.label)
        ));
    }
    out.push_str(")])\n");
}

/// A text as a string literal.
fn literal(text: &str) -> String {
    let mut safe = String::with_capacity(text.len().saturating_add(2));
    safe.push('"');
    for c in text.chars() {
        match c {
            '\\' => safe.push_str("\\\\"),
            '"' => safe.push_str("\\\""),
            // Whatever is left of control characters stays a letter.
            c if c.is_control() => safe.push('\u{fffd}'),
            c => safe.push(c),
        }
    }
    safe.push('"');
    safe
}

/// The same, with the digits of formulas below the line.
fn chemical(text: &str) -> String {
    let mut shown = literal(text);
    for (plain, formula) in [("CO2", "CO₂"), ("CH4", "CH₄"), ("N2O", "N₂O"), ("SF6", "SF₆"), ("NF3", "NF₃")]
    {
        shown = shown.replace(plain, formula);
    }
    shown
}

/// The same, with places where a long word may be broken: identifiers and digests know no hyphens.
fn broken(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for word in text.split_inclusive(' ') {
        if width(word) <= WORD {
            shown.push_str(word);
            continue;
        }
        let mut run = 0_usize;
        for c in word.chars() {
            shown.push(c);
            run = run.saturating_add(1);
            if run >= WORD || (run > 4 && matches!(c, '/' | '_' | '.' | ':' | '-')) {
                shown.push('\u{200b}');
                run = 0;
            }
        }
    }
    chemical(&shown)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// The literals of a source, read as Typst reads them, and what stands outside of them.
    fn taken_apart(source: &str) -> (Vec<String>, String) {
        let (mut literals, mut outside) = (Vec::new(), String::new());
        let mut letters = source.chars();
        while let Some(c) = letters.next() {
            if c != '"' {
                outside.push(c);
                continue;
            }
            let mut text = String::new();
            loop {
                match letters.next().expect("every literal ends") {
                    '"' => break,
                    '\\' => text.push(letters.next().expect("something is escaped")),
                    c => text.push(c),
                }
            }
            literals.push(text);
            outside.push('§');
        }
        (literals, outside)
    }

    fn document(word: &str) -> Vec<Block> {
        let row = vec![word.to_owned(), word.to_owned()];
        let table = Table { heads: row.clone(), rows: vec![row], figures: vec![false, true] };
        vec![
            Block::Title(word.into()),
            Block::Section(word.into()),
            Block::Prose(word.into(), false),
            Block::Prose(word.into(), true),
            Block::Notice(word.into()),
            Block::Facts(vec![(word.into(), word.into())]),
            Block::Table(table),
            Block::Bars(
                word.into(),
                vec![Bar { name: word.into(), amount: 1, label: word.into(), hatched: false }],
            ),
        ]
    }

    proptest! {
        #[test]
        fn whatever_the_text_the_code_is_the_same(word in any::<String>()) {
            let (literals, outside) = taken_apart(&written(&document(&word), Lang::En));
            let (_, expected) = taken_apart(&written(&document("x"), Lang::En));
            // Widths of columns follow the text; nothing else outside of literals does.
            let still = |code: &str| code.split("fr").map(|part| part.trim_end_matches(|c: char| c.is_ascii_digit())).collect::<String>();
            prop_assert_eq!(still(&outside), still(&expected));
            // And the text is there, letter by letter, beside formulas and places to break.
            let plain = |text: &str| -> String {
                let formulas = [("CO₂", "CO2"), ("CH₄", "CH4"), ("N₂O", "N2O"), ("SF₆", "SF6"), ("NF₃", "NF3")];
                let text = formulas.iter().fold(text.to_owned(), |text, (formula, letters)| text.replace(formula, letters));
                text.chars().filter(|c| !c.is_control() && !matches!(c, '\u{200b}' | '\u{fffd}')).collect()
            };
            prop_assert!(literals.iter().any(|held| plain(held) == plain(&word)));
        }
    }

    #[test]
    fn a_text_that_looks_like_code_is_a_text() {
        let source = written(&document("#eval(\"1+1\") \\\" $x$ *b* <l> @r"), Lang::Vi);
        assert!(
            source.contains("#heading(level: 1, \"#eval(\\\"1+1\\\") \\\\\\\" $x$ *b* <l> @r\")"),
            "{source}"
        );
        assert!(source.starts_with("#set document(title: \"#eval(\\\""));
        assert!(source.contains("lang: \"vi\""));
    }
}
