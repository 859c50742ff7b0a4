//! Documents as Markdown (CommonMark, with the tables of GitHub): no text of the data becomes markup.

use super::paper::{Block, Table, indented};

/// Letters that are escaped wherever they stand.
const MARKUP: &[char] =
    &['\\', '`', '*', '_', '{', '}', '[', ']', '<', '>', '#', '|', '~', '&', '$', '!', '@', '^', '=', '+'];

/// The document.
pub(super) fn written(blocks: &[Block]) -> String {
    let mut out = String::new();
    for block in blocks {
        if !out.is_empty() {
            out.push('\n');
        }
        match block {
            Block::Title(title) => out.push_str(&format!("# {}\n", escaped(title))),
            Block::Section(name) => out.push_str(&format!("## {}\n", escaped(name))),
            Block::Prose(prose, below) => {
                let mark = if *below { "> " } else { "" };
                out.push_str(&format!("{mark}{}\n", line(prose)));
            }
            Block::Notice(notice) => out.push_str(&format!("> **{}**\n", escaped(notice))),
            Block::Facts(facts) => {
                for (name, value) in facts {
                    out.push_str(&format!("* **{}**: {}\n", escaped(name), escaped(value)));
                }
            }
            Block::Table(table) => tabled(&mut out, table),
            // What bars say stands in the table beside them.
            Block::Bars(..) => {
                out.pop();
            }
        }
    }
    out
}

fn tabled(out: &mut String, table: &Table) {
    // Every cell has its column, or what follows would move to the left.
    let row = |cells: &[String]| {
        let cell = |at: usize| escaped(&indented(cells.get(at).map_or("", String::as_str)));
        let cells: Vec<String> = (0..table.figures.len()).map(cell).collect();
        format!("| {} |\n", cells.join(" | "))
    };
    let rule: Vec<&str> = table.figures.iter().map(|figure| if *figure { "---:" } else { "---" }).collect();
    out.push_str(&row(&table.heads));
    out.push_str(&format!("| {} |\n", rule.join(" | ")));
    table.rows.iter().for_each(|cells| out.push_str(&row(cells)));
}

/// Text that is text in Markdown; addresses do not become links.
fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for c in text.chars() {
        if MARKUP.contains(&c) {
            safe.push('\\');
        }
        safe.push(c);
    }
    safe.replace("://", "\\://").replace("www.", "www\\.").replace("WWW.", "WWW\\.")
}

/// The same at the start of a line, where a dash or a number could begin a list.
fn line(text: &str) -> String {
    let safe = escaped(text.trim());
    let digits = safe.chars().take_while(char::is_ascii_digit).count();
    let behind = safe.chars().nth(digits);
    if safe.starts_with('-') {
        return format!("\\{safe}");
    }
    if digits > 0 && matches!(behind, Some('.' | ')')) {
        let (number, rest) = safe.split_at_checked(digits).unwrap_or((&safe, ""));
        return format!("{number}\\{rest}");
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn data_never_become_markup() {
        assert_eq!(
            escaped("[a](https://x) <b> `c` *d* | e"),
            "\\[a\\](https\\://x) \\<b\\> \\`c\\` \\*d\\* \\| e"
        );
        assert_eq!(line("- a"), "\\- a");
        assert_eq!(line("12. a"), "12\\. a");
        assert_eq!(line("12.5 kg"), "12\\.5 kg");
        assert_eq!(line("# a"), "\\# a");
    }

    #[test]
    fn a_short_row_keeps_its_columns() {
        let table = Table {
            heads: vec!["a".into(), "b".into()],
            rows: vec![vec!["  x".into()]],
            figures: vec![false, true],
        };
        let text = written(&[Block::Title("T".into()), Block::Table(table)]);
        assert_eq!(text, "# T\n\n| a | b |\n| --- | ---: |\n| \u{a0}\u{a0}x |  |\n");
    }
}
