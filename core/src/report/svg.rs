//! Bar charts as inline SVG: names and figures are written out, colour only repeats what they say.

use super::figure;
use super::markup::{chemical, escaped};

/// One bar.
#[derive(Debug)]
pub(super) struct Bar {
    pub(super) name: String,
    /// Grams, for the length.
    pub(super) amount: i128,
    /// The figure as it is written beside the bar.
    pub(super) label: String,
    /// Hatched instead of plain.
    pub(super) hatched: bool,
}

/// Width of the drawing.
const WIDTH: i128 = 900;
/// Where bars begin.
const LEFT: i128 = 380;
/// Longest bar; what is right of it holds the figure.
const LONGEST: i128 = 400;
/// Height of a bar with its gap.
const STEP: i128 = 26;
/// Most letters of a name.
const LETTERS: usize = 53;

fn largest(bars: &[Bar]) -> i128 {
    bars.iter().map(|bar| bar.amount).max().unwrap_or(0)
}

fn fill(bar: &Bar, id: &str) -> String {
    if bar.hatched { format!("url(#{id}-hatch)") } else { "var(--bar)".to_owned() }
}

fn open(id: &str, height: i128, title: &str, description: &str) -> String {
    format!(
        "<svg class=\"chart\" viewBox=\"0 0 {WIDTH} {height}\" role=\"img\" \
         aria-labelledby=\"{id}-title {id}-desc\" xmlns=\"http://www.w3.org/2000/svg\">\n\
         <title id=\"{id}-title\">{}</title>\n<desc id=\"{id}-desc\">{}</desc>\n\
         <defs><pattern id=\"{id}-hatch\" width=\"7\" height=\"7\" patternUnits=\"userSpaceOnUse\" \
         patternTransform=\"rotate(45)\"><rect width=\"7\" height=\"7\" fill=\"var(--bar-soft)\"></rect>\
         <rect width=\"3\" height=\"7\" fill=\"var(--bar)\"></rect></pattern></defs>\n",
        escaped(title),
        escaped(description),
    )
}

/// What the chart says, in words, for those who do not see it.
fn in_words(bars: &[Bar], intro: &str) -> String {
    let parts: Vec<String> = bars.iter().map(|bar| format!("{}: {}", bar.name, bar.label)).collect();
    format!("{intro} {}.", parts.join("; "))
}

/// Bars from left to right, one below the other.
pub(super) fn rows(id: &str, title: &str, intro: &str, bars: &[Bar]) -> String {
    let most = largest(bars);
    let count = i128::try_from(bars.len()).unwrap_or(0);
    let height = count.saturating_mul(STEP).saturating_add(8);
    let mut svg = open(id, height, title, &in_words(bars, intro));
    let mut top = 4i128;
    for bar in bars {
        let length = figure::bar(bar.amount, most, LONGEST);
        let (text, figure_left) = (top.saturating_add(15), LEFT.saturating_add(length).saturating_add(8));
        svg.push_str(&format!(
            "<text class=\"name\" x=\"{}\" y=\"{text}\" text-anchor=\"end\">{}</text>\
             <rect x=\"{LEFT}\" y=\"{top}\" width=\"{}\" height=\"20\" rx=\"2\" fill=\"{}\"></rect>\
             <text class=\"figure\" x=\"{figure_left}\" y=\"{text}\">{}</text>\n",
            LEFT.saturating_sub(10),
            chemical(&super::screen::clipped(&bar.name, LETTERS)),
            length.max(1),
            fill(bar, id),
            escaped(&bar.label),
        ));
        top = top.saturating_add(STEP);
    }
    svg.push_str("</svg>\n");
    svg
}

/// Bars from bottom to top, side by side.
pub(super) fn columns(id: &str, title: &str, intro: &str, bars: &[Bar]) -> String {
    const TALLEST: i128 = 140;
    const BASE: i128 = 168;
    let most = largest(bars);
    let count = i128::try_from(bars.len()).unwrap_or(1).max(1);
    let step = WIDTH.checked_div(count).unwrap_or(WIDTH).min(90);
    let wide = step.saturating_mul(3).checked_div(5).unwrap_or(1).max(1);
    let mut svg = open(id, 196, title, &in_words(bars, intro));
    svg.push_str(&format!(
        "<line x1=\"0\" x2=\"{WIDTH}\" y1=\"{BASE}\" y2=\"{BASE}\" stroke=\"var(--line)\"></line>\n"
    ));
    let mut left = 0i128;
    for bar in bars {
        let length = figure::bar(bar.amount, most, TALLEST);
        let top = BASE.saturating_sub(length);
        let middle = left.saturating_add(step.checked_div(2).unwrap_or(0));
        svg.push_str(&format!(
            "<rect x=\"{}\" y=\"{top}\" width=\"{wide}\" height=\"{}\" rx=\"2\" fill=\"{}\"></rect>\
             <text class=\"figure\" x=\"{middle}\" y=\"{}\" text-anchor=\"middle\">{}</text>\
             <text class=\"name\" x=\"{middle}\" y=\"186\" text-anchor=\"middle\">{}</text>\n",
            middle.saturating_sub(wide.checked_div(2).unwrap_or(0)),
            length.max(1),
            fill(bar, id),
            top.saturating_sub(6),
            escaped(&bar.label),
            escaped(&bar.name),
        ));
        left = left.saturating_add(step);
    }
    svg.push_str("</svg>\n");
    svg
}
