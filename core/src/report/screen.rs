//! Text for a terminal: how wide it shows, and what must not reach one.

use unicode_normalization::char::is_combining_mark;

/// Columns that a character takes.
fn char_width(c: char) -> usize {
    match u32::from(c) {
        0x200B..=0x200D | 0x2060 | 0xFE00..=0xFE0F | 0xFEFF => 0,
        _ if is_combining_mark(c) => 0,
        0x1100..=0x115F
        | 0x2E80..=0x303E
        | 0x3041..=0x33FF
        | 0x3400..=0x4DBF
        | 0x4E00..=0x9FFF
        | 0xA000..=0xA4CF
        | 0xAC00..=0xD7A3
        | 0xF900..=0xFAFF
        | 0xFE30..=0xFE4F
        | 0xFF00..=0xFF60
        | 0xFFE0..=0xFFE6
        | 0x1F300..=0x1FAFF
        | 0x20000..=0x3FFFD => 2,
        _ => 1,
    }
}

/// Columns that a text takes: combining marks take none, East Asian letters two.
pub(super) fn width(text: &str) -> usize {
    text.chars().fold(0, |sum: usize, c| sum.saturating_add(char_width(c)))
}

/// Whether a character would move the cursor or turn the direction of the text.
fn is_control(c: char) -> bool {
    c.is_control() || matches!(u32::from(c), 0x061C | 0x200E | 0x200F | 0x2028..=0x202E | 0x2066..=0x2069)
}

/// The text with every such character replaced, so that data cannot steer a terminal or a page.
pub(super) fn plain(text: &str) -> String {
    text.chars().map(|c| if is_control(c) { '\u{FFFD}' } else { c }).collect()
}

/// At most `columns` wide, with `…` where something was cut off.
pub(super) fn clipped(text: &str, columns: usize) -> String {
    if width(text) <= columns {
        return text.to_owned();
    }
    let mut room = columns.saturating_sub(1);
    let mut cut = String::new();
    for c in text.chars() {
        let Some(rest) = room.checked_sub(char_width(c)) else { break };
        room = rest;
        cut.push(c);
    }
    cut.push('…');
    cut
}

/// Lines of at most `columns`, broken between words; a longer word stands alone.
pub(super) fn wrapped(text: &str, columns: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match lines.last_mut() {
            Some(line) if width(line).saturating_add(1).saturating_add(width(word)) <= columns => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

/// Where the text of a column stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Align {
    Left,
    Right,
}

/// Rows of cells written under each other.
#[derive(Debug)]
pub(super) struct Grid {
    columns: Vec<(Align, usize)>,
    rows: Vec<Vec<String>>,
}

impl Grid {
    /// Columns with their alignment and their greatest width.
    pub(super) fn new(columns: &[(Align, usize)]) -> Grid {
        Grid { columns: columns.to_vec(), rows: Vec::new() }
    }

    pub(super) fn row<S: AsRef<str>>(&mut self, cells: &[S]) {
        let cells = cells.iter().zip(&self.columns);
        self.rows.push(cells.map(|(cell, _)| plain(cell.as_ref())).collect());
    }

    /// The rows with all their letters, and whether each column holds figures.
    pub(super) fn cells(&self) -> (&[Vec<String>], Vec<bool>) {
        (&self.rows, self.columns.iter().map(|(align, _)| matches!(align, Align::Right)).collect())
    }

    /// The rows as lines; where `ruled`, a line of dashes follows the first.
    pub(super) fn lines(&self, ruled: bool) -> Vec<String> {
        let mut widths = vec![0usize; self.columns.len()];
        let cut = |row: &Vec<String>| -> Vec<String> {
            row.iter().zip(&self.columns).map(|(cell, (_, most))| clipped(cell, *most)).collect()
        };
        let rows: Vec<Vec<String>> = self.rows.iter().map(cut).collect();
        for row in &rows {
            for (cell, widest) in row.iter().zip(widths.iter_mut()) {
                *widest = width(cell).max(*widest);
            }
        }
        let mut lines = Vec::new();
        for (index, row) in rows.iter().enumerate() {
            let mut line = String::new();
            for ((cell, (align, _)), widest) in row.iter().zip(&self.columns).zip(&widths) {
                let space = " ".repeat(widest.saturating_sub(width(cell)));
                if !line.is_empty() {
                    line.push_str("  ");
                }
                match align {
                    Align::Left => line.extend([cell.as_str(), &space]),
                    Align::Right => line.extend([space.as_str(), cell]),
                }
            }
            lines.push(line.trim_end().to_owned());
            if index == 0 && ruled {
                let gaps = widths.len().saturating_sub(1).saturating_mul(2);
                let full = widths.iter().fold(gaps, |sum, widest| sum.saturating_add(*widest));
                lines.push("-".repeat(full));
            }
        }
        lines
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn vietnamese_is_as_wide_as_it_shows() {
        assert_eq!(width("Thép"), 4);
        assert_eq!(width("The\u{301}p"), 4);
        assert_eq!(width("ề\u{323}"), 1);
        assert_eq!(width("鋼材"), 4);
    }

    #[test]
    fn long_text_is_cut_and_broken() {
        assert_eq!(clipped("Nhà máy Đông Anh", 8), "Nhà máy…");
        assert_eq!(clipped("鋼材鋼材", 4), "鋼…");
        assert_eq!(wrapped("một hai ba bốn", 8), ["một hai", "ba bốn"]);
        assert_eq!(wrapped("", 8), Vec::<String>::new());
    }

    #[test]
    fn control_characters_do_not_pass() {
        assert_eq!(plain("a\u{1b}[31mb\u{202e}c"), "a\u{FFFD}[31mb\u{FFFD}c");
    }
}
