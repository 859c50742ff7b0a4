//! An inventory divided by a view, as bars.

use super::super::{Lang, figure, outline, screen};
use super::canvas::{Anchor, BAR, Canvas, INK, LINE, QUIET, TOP};
use super::{ROWS, Scale, along};
use crate::error::Error;
use crate::wire::v1::{Cell, InventoryAnswer};

/// Where bars begin, and how long the longest is.
const LEFT: i128 = 376;
const LONGEST: i128 = 400;
const STEP: i128 = 26;
/// Columns of a name.
const LETTERS: usize = 53;

/// An inventory divided by one of its views as bars, in SVG: location-based sums, one bar a cell.
///
/// Months and days stand in their order, categories in that of the scopes, all others with the largest first; at most 24
/// are drawn, and how many are not is written below.
///
/// # Units
/// Tonnes of CO2 equivalent, or kilograms where no bar reaches a tonne; rounded half-even for reading.
///
/// # Errors
/// `UNKNOWN_VALUE` if the view was not computed.
///
/// # Example
/// ```
/// use emitrace::factor::Catalog;
/// use emitrace::gas::GwpSet;
/// use emitrace::inventory::{Options, Profile, compute};
/// use emitrace::place::Place;
/// use emitrace::report::{Lang, inventory_svg};
///
/// let ledger = "date,activity,quantity,unit,site\n2023-05-31,electricity,1250,kWh,Hanoi\n";
/// let options = Options::new(Profile::GhgProtocol, GwpSet::Ar5).with_region(Place::parse("VN")?);
/// let answer = compute(ledger.as_bytes(), &Catalog::bundled()?, &options)?;
/// let chart = inventory_svg(&answer, &["site"], Lang::Vi)?;
/// assert!(chart.contains("824,000"));
/// # Ok::<(), emitrace::Error>(())
/// ```
pub fn inventory_svg(answer: &InventoryAnswer, by: &[impl AsRef<str>], lang: Lang) -> Result<String, Error> {
    let text = lang.text();
    let view = answer.view(by)?;
    let cells: Vec<&Cell> = match by.first().map_or("", AsRef::as_ref) {
        "category" => outline::in_order(view),
        "month" => outline::counted(view),
        _ => outline::largest(view, usize::MAX),
    };
    let sum = |cell: &Cell| figure::grams(&cell.figures.total_location_kg_co2e);
    let shown = || cells.iter().take(ROWS);
    let low = shown().map(|cell| sum(cell)).min().unwrap_or(0).min(0);
    let high = shown().map(|cell| sum(cell)).max().unwrap_or(0).max(0);
    let scale = Scale::new(high.max(low.saturating_neg()), text.marks);

    let mut canvas = Canvas::default();
    let mut top = TOP;
    let zero = along(0, (low, high), (LEFT, LONGEST));
    for cell in shown() {
        let name = outline::cell_name(text, &answer.inventory, view, cell);
        let label = scale.written(&cell.figures.total_location_kg_co2e);
        let end = along(sum(cell), (low, high), (LEFT, LONGEST));
        let (baseline, right) = (top.saturating_add(14), end.max(zero));
        let name_right = LEFT.saturating_sub(10);
        canvas.text((name_right, baseline), Anchor::End, INK, &screen::clipped(&name, LETTERS));
        canvas.bar((end.min(zero), top), end.abs_diff(zero).try_into().unwrap_or(0), BAR);
        canvas.text((right.saturating_add(8), baseline), Anchor::Start, QUIET, &label);
        canvas.say(format!("{name} {label}"));
        top = top.saturating_add(STEP);
    }
    canvas.line((zero, TOP.saturating_sub(4)), (zero, top), LINE, 1);
    let left_out = cells.len().saturating_sub(ROWS);
    if left_out > 0 {
        let count = figure::count(u64::try_from(left_out).unwrap_or(u64::MAX), text.marks);
        canvas.text((LEFT, top.saturating_add(14)), Anchor::Start, QUIET, &format!("+ {count} …"));
        top = top.saturating_add(STEP);
    }
    let names: Vec<&str> = by.iter().map(|dimension| text.dimension_name(dimension.as_ref())).collect();
    let subtitle = format!("{}, {}", text.account_name("total_location"), scale.unit());
    Ok(canvas.finish(lang, &names.join(" · "), &subtitle, top.saturating_add(12)))
}
