//! Targets, their pathways and the years against them.

use super::super::{Lang, figure};
use super::canvas::{Anchor, BAR, Canvas, INK, LINE, Point, QUIET, TOP, TOTAL};
use super::{along, signed};
use crate::wire::v1::{TargetResult, TargetsAnswer};

const LEFT: i128 = 100;
const WIDE: i128 = 620;
const HIGH: i128 = 200;
/// From one panel to the next.
const PANEL: i128 = 292;
/// Most years that are written below a panel.
const YEARS: usize = 12;

/// Levels as whole numbers: their last decimal is small enough for the largest to have four digits.
struct Levels {
    decimals: usize,
    shown: usize,
    tonnes: bool,
    lang: Lang,
}

impl Levels {
    fn new(target: &TargetResult, lang: Lang) -> Levels {
        let largest = |decimals: usize| {
            let levels = target.path.iter().flat_map(|year| [Some(&year.path_level), year.level.as_ref()]);
            levels.flatten().map(|level| figure::steps(level, decimals)).max().unwrap_or(0)
        };
        let decimals = (0..=15).find(|decimals| largest(*decimals) >= 10_000).unwrap_or(15);
        let tonnes = target.per.is_empty() && largest(0) >= 10_000;
        // Kilograms in tonnes lose three places; four digits are enough to read.
        let shown = if tonnes { if largest(0) >= 1_000_000 { 0 } else { 1 } } else { decimals };
        Levels { decimals, shown, tonnes, lang }
    }

    fn steps(&self, level: &str) -> i128 {
        figure::steps(level, self.decimals)
    }

    fn written(&self, level: &str) -> String {
        let marks = self.lang.text().marks;
        let text = if self.tonnes {
            figure::tonnes(level, self.shown, marks)
        } else {
            figure::rounded(level, self.shown, marks)
        };
        signed(&text)
    }

    fn unit(&self, target: &TargetResult) -> String {
        match (self.tonnes, target.per.as_str()) {
            (true, _) => "t CO₂e".to_owned(),
            (false, "") => "kg CO₂e".to_owned(),
            (false, per) => format!("kg CO₂e / {per}"),
        }
    }
}

/// Pathways and years of all targets as SVG, one panel a target: the pathway dashed, the years as dots on a line. Axes
/// begin at zero.
///
/// # Units
/// Tonnes or kilograms of CO2 equivalent; kilograms per unit for an intensity target; rounded half-even for reading.
pub fn targets_svg(answer: &TargetsAnswer, lang: Lang) -> String {
    let words = lang.words();
    let mut canvas = Canvas::default();
    let mut top = TOP;
    for target in &answer.targets {
        panel(&mut canvas, target, top, lang);
        top = top.saturating_add(PANEL);
    }
    let subtitle = format!("{} {}", words.base_year, answer.base_year);
    canvas.finish(lang, words.targets_title, &subtitle, top)
}

fn panel(canvas: &mut Canvas, target: &TargetResult, top: i128, lang: Lang) {
    let (words, levels) = (lang.words(), Levels::new(target, lang));
    let (Some(first), Some(last)) = (target.path.first(), target.path.last()) else { return };
    let known = || target.path.iter().filter_map(|year| Some((year, year.level.as_deref()?)));
    let most = target
        .path
        .iter()
        .map(|year| levels.steps(&year.path_level))
        .chain(known().map(|(_, level)| levels.steps(level)))
        .max()
        .unwrap_or(0);
    let (first_year, last_year) = (i128::from(first.year), i128::from(last.year));
    let head = top.saturating_add(36);
    let bottom = head.saturating_add(HIGH);
    let x = |year: u16| along(i128::from(year), (first_year, last_year), (LEFT, WIDE));
    let y = |level: &str| bottom.saturating_sub(figure::bar(levels.steps(level), most, HIGH));

    canvas.strong(
        (16, top.saturating_add(14)),
        Anchor::Start,
        &format!("{}, {}", target.name, levels.unit(target)),
    );
    for mark in [0, 1, 2] {
        let height = bottom.saturating_sub(HIGH.saturating_mul(mark).checked_div(2).unwrap_or(0));
        canvas.line((LEFT, height), (LEFT.saturating_add(WIDE), height), LINE, 1);
    }
    canvas.text((LEFT.saturating_sub(10), bottom.saturating_add(4)), Anchor::End, QUIET, "0");

    // Not every year is written where there are many.
    let every = target.path.len().div_ceil(YEARS).max(1);
    for (number, year) in target.path.iter().enumerate() {
        let ends = year.year == first.year || year.year == last.year;
        let crowded = usize::from(last.year.saturating_sub(year.year)) < every && !ends;
        if ends || (number.checked_rem(every) == Some(0) && !crowded) {
            let at = (x(year.year), bottom.saturating_add(20));
            canvas.text(at, Anchor::Middle, QUIET, &year.year.to_string());
        }
    }
    let way: Vec<Point> = target.path.iter().map(|year| (x(year.year), y(&year.path_level))).collect();
    canvas.path(&way, TOTAL, true);
    let years: Vec<Point> = known().map(|(year, level)| (x(year.year), y(level))).collect();
    canvas.path(&years, BAR, false);
    let latest = known().next_back().map_or(0, |(year, _)| year.year);
    for (year, level) in known() {
        let (point, mut label) = ((x(year.year), y(level)), levels.written(level));
        if year.year == latest {
            label = format!("{}: {label}", words.actual);
        }
        canvas.dot(point, BAR);
        // Above the line where the year is above its pathway, else below it.
        let over = year.on_track != Some(true);
        let lower = point.1.saturating_add(20);
        let label_y = if over { point.1.saturating_sub(10) } else { lower };
        canvas.text((point.0, label_y), Anchor::Middle, INK, &label);
        canvas.say(format!("{}: {} {label}", target.name, year.year));
    }
    let goal = levels.written(&last.path_level);
    let (end_x, end_y) = (x(last.year).saturating_add(12), y(&last.path_level));
    canvas.text((end_x, end_y), Anchor::Start, TOTAL, &format!("{}: {goal}", words.pathway));
    canvas.say(format!("{}: {} {} {goal}", target.name, words.pathway, last.year));
}
