//! Figures with the interval that they lie in.

use super::super::{Lang, figure, screen};
use super::canvas::{Anchor, BAR, Canvas, INK, LINE, QUIET, SOFT, TOP, TOTAL};
use super::{ROWS, Scale, along};
use crate::wire::v1::{UncertainFigure, UncertaintyAnswer};

const LEFT: i128 = 376;
const LONGEST: i128 = 340;
const STEP: i128 = 34;
/// Columns of a name.
const LETTERS: usize = 53;

/// Ends of the intervals of a figure in grams: by formula, and by simulation if there was one.
struct Ends {
    formula: (i128, i128),
    simulated: Option<(i128, i128)>,
}

impl Ends {
    fn of(uncertain: &UncertainFigure) -> Ends {
        let middle = figure::grams(&uncertain.kg_co2e);
        let (below, above) =
            (figure::grams(&uncertain.lower_kg_co2e), figure::grams(&uncertain.upper_kg_co2e));
        let simulated = uncertain
            .simulated
            .as_ref()
            .map(|found| (figure::grams(&found.percentile_2_5), figure::grams(&found.percentile_97_5)));
        Ends { formula: (middle.saturating_sub(below), middle.saturating_add(above)), simulated }
    }

    fn all(&self) -> [i128; 4] {
        let (low, high) = self.simulated.unwrap_or(self.formula);
        [self.formula.0, self.formula.1, low, high]
    }
}

/// The totals, scopes and categories of an inventory with their 95 % intervals, in SVG: a dot for the figure, a band for
/// the interval by formula, and below it a line for that of the simulation.
///
/// # Units
/// Tonnes of CO2 equivalent, or kilograms where no figure reaches a tonne; rounded half-even for reading.
///
/// # Example
/// ```
/// use core::ops::ControlFlow;
/// use emitrace::factor::Catalog;
/// use emitrace::gas::GwpSet;
/// use emitrace::inventory::{Options, Profile, uncertainty};
/// use emitrace::place::Place;
/// use emitrace::report::{Lang, uncertainty_svg};
/// use emitrace::wire::v1::UncertaintyOptions;
///
/// let ledger = "id,date,activity,quantity,unit,uncertainty\n1,2023-05-31,electricity,1000,kWh,3 %\n";
/// let options = Options::new(Profile::GhgProtocol, GwpSet::Ar5).with_region(Place::parse("VN")?);
/// let choices = UncertaintyOptions { approach: "1".into(), ..UncertaintyOptions::default() };
/// let catalog = Catalog::bundled()?;
/// let answer = uncertainty(ledger.as_bytes(), &catalog, &options, &choices, &mut |_| ControlFlow::Continue(()))?;
/// assert!(uncertainty_svg(&answer, Lang::En).contains("659.200 (−3.0/+3.0 %)"));
/// # Ok::<(), emitrace::Error>(())
/// ```
pub fn uncertainty_svg(answer: &UncertaintyAnswer, lang: Lang) -> String {
    let text = lang.text();
    let words = &text.statistics;
    // Where both views are the same, one of them is drawn.
    let alike = matches!(answer.total.as_slice(), [location, market] if location.kg_co2e == market.kg_co2e);
    let figures: Vec<&UncertainFigure> = answer
        .total
        .iter()
        .chain(&answer.scopes)
        .chain(&answer.categories)
        .filter(|figure| figure.kg_co2e != "0" && !(alike && figure.view == "market"))
        .take(ROWS)
        .collect();
    let ends: Vec<Ends> = figures.iter().map(|figure| Ends::of(figure)).collect();
    let all = || ends.iter().flat_map(Ends::all);
    let axis = (all().min().unwrap_or(0).min(0), all().max().unwrap_or(0).max(0));
    let scale = Scale::new(axis.1.max(axis.0.saturating_neg()), text.marks);
    let at = |grams: i128| along(grams, axis, (LEFT, LONGEST));

    let mut canvas = Canvas::default();
    let mut top = TOP;
    for (uncertain, ends) in figures.iter().zip(&ends) {
        let name = text.uncertain_name(&uncertain.of, &uncertain.view);
        let middle = top.saturating_add(9);
        let baseline = top.saturating_add(14);
        let percent = |value: &Option<String>| {
            value.as_deref().map_or_else(|| "–".to_owned(), |text_| figure::rounded(text_, 1, text.marks))
        };
        let figure = scale.written(&uncertain.kg_co2e);
        // Nothing stated is not the same as exact.
        let nothing = uncertain.activity_stated_percent.as_deref() == Some("0")
            && uncertain.factor_stated_percent.as_deref() == Some("0");
        let label = if nothing {
            format!("{figure} ({})", text.not_stated)
        } else {
            let (below, above) = (percent(&uncertain.lower_percent), percent(&uncertain.upper_percent));
            format!("{figure} (−{below}/+{above} %)")
        };
        let (low, high) = (at(ends.formula.0), at(ends.formula.1));
        canvas.bar((low, top), high.saturating_sub(low), SOFT);
        let mut right = high;
        if let Some(found) = ends.simulated {
            let (low, high, below) = (at(found.0), at(found.1), top.saturating_add(23));
            canvas.line((low, below), (high, below), TOTAL, 3);
            right = right.max(high);
        }
        canvas.dot((at(figure::grams(&uncertain.kg_co2e)), middle), BAR);
        let name_at = (LEFT.saturating_sub(12), baseline);
        canvas.text(name_at, Anchor::End, INK, &screen::clipped(&name, LETTERS));
        canvas.text((right.saturating_add(10), baseline), Anchor::Start, QUIET, &label);
        canvas.say(format!("{name} {label}"));
        top = top.saturating_add(STEP);
    }
    canvas.line((at(0), TOP.saturating_sub(4)), (at(0), top), LINE, 1);
    let simulated = figures.iter().any(|figure| figure.simulated.is_some());
    let legend = if simulated { words.band_and_line } else { words.band };
    let subtitle = format!("{}; {legend}", scale.unit());
    canvas.finish(lang, words.uncertainty, &subtitle, top.saturating_add(10))
}
