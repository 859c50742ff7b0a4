//! A drawing: marks and texts at whole positions, written as SVG.

use super::super::Lang;
use super::super::markup::escaped;

/// Width of every chart.
pub(super) const WIDTH: i128 = 900;
/// Where the drawing begins, below title and subtitle.
pub(super) const TOP: i128 = 62;

pub(super) const INK: &str = "#1c2430";
pub(super) const QUIET: &str = "#566172";
pub(super) const LINE: &str = "#d4dae2";
pub(super) const BAR: &str = "#1f6f5c";
pub(super) const SOFT: &str = "#bfe0d6";
pub(super) const TOTAL: &str = "#4c566a";
pub(super) const MORE: &str = "#bf616a";
pub(super) const LESS: &str = "#5e8d5a";

/// Where a text stands in relation to its position.
#[derive(Clone, Copy)]
pub(super) enum Anchor {
    Start,
    Middle,
    End,
}

impl Anchor {
    const fn word(self) -> &'static str {
        match self {
            Anchor::Start => "start",
            Anchor::Middle => "middle",
            Anchor::End => "end",
        }
    }
}

/// A point, from the left and from the top.
pub(super) type Point = (i128, i128);

/// What is drawn so far.
#[derive(Default)]
pub(super) struct Canvas {
    body: String,
    /// What the chart says, in words, for those who do not see it.
    words: Vec<String>,
}

impl Canvas {
    pub(super) fn text(&mut self, (x, y): Point, anchor: Anchor, colour: &str, text: &str) {
        self.letters((x, y), anchor, &format!("fill=\"{colour}\""), text);
    }

    /// A text that must be seen first.
    pub(super) fn strong(&mut self, (x, y): Point, anchor: Anchor, text: &str) {
        self.letters((x, y), anchor, &format!("fill=\"{INK}\" font-weight=\"600\""), text);
    }

    fn letters(&mut self, (x, y): Point, anchor: Anchor, style: &str, text: &str) {
        self.body.push_str(&format!(
            "<text x=\"{x}\" y=\"{y}\" text-anchor=\"{}\" {style}>{}</text>\n",
            anchor.word(),
            escaped(text),
        ));
    }

    /// A bar of at least one pixel.
    pub(super) fn bar(&mut self, (x, y): Point, wide: i128, colour: &str) {
        let wide = wide.max(1);
        self.body.push_str(&format!(
            "<rect x=\"{x}\" y=\"{y}\" width=\"{wide}\" height=\"18\" rx=\"2\" fill=\"{colour}\"/>\n"
        ));
    }

    pub(super) fn line(&mut self, from: Point, to: Point, colour: &str, width: u8) {
        let (x, y, right, bottom) = (from.0, from.1, to.0, to.1);
        self.body.push_str(&format!(
            "<line x1=\"{x}\" y1=\"{y}\" x2=\"{right}\" y2=\"{bottom}\" stroke=\"{colour}\" stroke-width=\"{width}\"/>\n"
        ));
    }

    /// A line through points; dashed where it is a plan.
    pub(super) fn path(&mut self, points: &[Point], colour: &str, dashed: bool) {
        let dash = if dashed { " stroke-dasharray=\"6 4\"" } else { "" };
        let points: Vec<String> = points.iter().map(|(x, y)| format!("{x},{y}")).collect();
        self.body.push_str(&format!(
            "<polyline points=\"{}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"2\"{dash}/>\n",
            points.join(" "),
        ));
    }

    pub(super) fn dot(&mut self, (x, y): Point, colour: &str) {
        self.body.push_str(&format!("<circle cx=\"{x}\" cy=\"{y}\" r=\"4\" fill=\"{colour}\"/>\n"));
    }

    /// Adds a sentence to what is read out.
    pub(super) fn say(&mut self, words: String) {
        self.words.push(words);
    }

    /// The whole drawing: its title, what is measured, and everything that was drawn.
    pub(super) fn finish(self, lang: Lang, title: &str, subtitle: &str, height: i128) -> String {
        let (title, subtitle) = (escaped(title), escaped(subtitle));
        let label = escaped(&self.words.join("; "));
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {height}\" width=\"{WIDTH}\" \
             height=\"{height}\" style=\"max-width:100%;height:auto\" role=\"img\" lang=\"{}\" xml:lang=\"{}\" \
             font-family=\"system-ui, &#39;Noto Sans&#39;, &#39;Segoe UI&#39;, Roboto, Arial, sans-serif\" \
             font-size=\"13\">\n<title>{title}</title>\n<desc>{subtitle}: {label}</desc>\n\
             <rect width=\"{WIDTH}\" height=\"{height}\" fill=\"#ffffff\"/>\n\
             <text x=\"16\" y=\"26\" font-size=\"17\" font-weight=\"600\" fill=\"{INK}\">{title}</text>\n\
             <text x=\"16\" y=\"46\" fill=\"{QUIET}\">{subtitle}</text>\n{}</svg>\n",
            lang.as_str(),
            lang.as_str(),
            self.body,
        )
    }
}
