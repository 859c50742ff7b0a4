//! Charts as SVG documents of their own: paper, colours and letters stand in them, so that a notebook, an office program
//! and a browser draw the same without a network. Figures are written beside the marks; colour only repeats what they say.

mod bars;
mod canvas;
mod interval;
mod pathway;
mod waterfall;

#[cfg(test)]
mod tests;

pub use bars::inventory_svg;
pub use interval::uncertainty_svg;
pub use pathway::targets_svg;
pub use waterfall::waterfall_svg;

use super::figure::{self, Marks};

/// Rows of a chart; the rest is counted below it.
const ROWS: usize = 24;

/// How all figures of a chart are written: one unit, and as many decimals as its largest figure asks for.
#[derive(Clone, Copy)]
struct Scale {
    /// Tonnes, else kilograms.
    tonnes: bool,
    decimals: usize,
    marks: Marks,
}

impl Scale {
    /// The scale for figures of at most so many grams, without sign.
    fn new(grams: i128, marks: Marks) -> Scale {
        let (tonnes, decimals) = match grams {
            100_000_000.. => (true, 1),
            1_000_000.. => (true, 3),
            _ => (false, 3),
        };
        Scale { tonnes, decimals, marks }
    }

    const fn unit(self) -> &'static str {
        if self.tonnes { "t CO₂e" } else { "kg CO₂e" }
    }

    /// Kilograms as they are written in the chart, rounded half-even.
    fn written(self, kilograms: &str) -> String {
        let text = if self.tonnes {
            figure::tonnes(kilograms, self.decimals, self.marks)
        } else {
            figure::rounded(kilograms, self.decimals, self.marks)
        };
        signed(&text)
    }

    /// The same for a change: with a sign, always.
    fn change(self, kilograms: &str) -> String {
        let text = self.written(kilograms);
        let nothing = text.chars().all(|c| !c.is_ascii_digit() || c == '0');
        if text.starts_with('−') || nothing { text } else { format!("+{text}") }
    }
}

/// The figure with a minus sign instead of a hyphen.
fn signed(text: &str) -> String {
    match text.strip_prefix('-') {
        Some(rest) => format!("−{rest}"),
        None => text.to_owned(),
    }
}

/// Where a value lies on an axis from `low` to `high` that begins at `left` and is `wide` long.
fn along(value: i128, (low, high): (i128, i128), (left, wide): (i128, i128)) -> i128 {
    let whole = high.saturating_sub(low);
    left.saturating_add(figure::bar(value.saturating_sub(low), whole, wide))
}
