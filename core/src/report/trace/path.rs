//! A path as a table, a tree and a page.

use core::fmt::Write as _;
use std::collections::{BTreeMap, BTreeSet};

use super::super::Lang;
use super::super::figure::{self, Marks};
use super::super::screen::{Align, Grid, plain};
use super::super::table::Page;
use super::words::{self, Words};
use super::{carbon, gaps, known, picture, short};
use crate::order::Order;
use crate::wire::v1::{TracePath, TraceShare, TraceStep};

use Align::{Left, Right};

/// Steps that a tree or a picture shows.
const DRAWN: usize = 60;
/// Deepest branch of a tree.
const DEEPEST: usize = 40;

/// What was found on the way back or forward, as plain text.
///
/// # Units
/// As in the answer, with all digits.
///
/// # Example
/// ```
/// use emitrace::report::{Lang, trace_path_table};
/// use emitrace::wire::v1::TracePath;
///
/// let path = TracePath { direction: "back".into(), ..TracePath::default() };
/// assert!(trace_path_table(&path, Lang::Vi).contains("Nguồn gốc"));
/// ```
pub fn trace_path_table(path: &TracePath, lang: Lang) -> String {
    written(path, Page::new(lang), words::of(lang), false).finish()
}

/// The same as a page that needs nothing else, with the flow and the times drawn.
pub fn trace_path_html(path: &TracePath, lang: Lang) -> String {
    written(path, Page::web(lang, &path.engine), words::of(lang), true).finish()
}

pub(super) fn written(path: &TracePath, mut page: Page, words: &Words, drawn: bool) -> Page {
    let path = &short::path(path);
    let marks = page.text.marks;
    let back = path.direction == "back";
    page.title(if back { words.back } else { words.forward });
    let asked = [&path.ask.lot, &path.ask.document].into_iter().find(|text| !text.is_empty());
    let mut facts = Grid::new(&[(Left, 60), (Left, 90)]);
    facts.row(&[words.asked, asked.map_or("", |text| text)]);
    for version in &path.versions {
        let quantity = format!(
            "{} {}, {}, {}",
            known(&version.quantity, marks),
            version.unit,
            version.date,
            version.item
        );
        facts.row(&[&format!("{} {}", words.lot, version.version), &quantity]);
    }
    facts.row(&[if back { words.one_back } else { words.one_forward }, &path.nearest.join(", ")]);
    facts.row(&[words.found, &figure::count(path.found, marks)]);
    facts.row(&[words.carbon, &carbon(&path.carbon_kg_co2e, path.carbon_complete, marks)]);
    page.grid(&facts, false);
    if drawn {
        page.section(words.flow);
        page.prose(0, words.flow_note);
        page.picture(&picture::flow(path, words, marks, DRAWN));
        let far = path.steps.len().saturating_sub(DRAWN);
        if far > 0 {
            let far = figure::count(u64::try_from(far).unwrap_or(u64::MAX), marks);
            page.prose(0, &format!("{far} {}", words.not_drawn));
        }
    }
    if back {
        from(&mut page, path, words, marks);
    } else {
        to(&mut page, path, words, marks);
    }
    gaps(&mut page, words.gaps, words.no_gaps, &path.gaps);
    if drawn {
        page.section(words.timeline);
        page.picture(&picture::timeline(path, words, DRAWN));
    }
    page.section(words.steps);
    let mut grid = Grid::new(&[
        (Left, 12),
        (Left, 12),
        (Left, 30),
        (Left, 30),
        (Left, 20),
        (Left, 30),
        (Right, 22),
        (Left, 6),
    ]);
    grid.row(&[
        words.date,
        words.kind,
        words.lot,
        words.item,
        words.store,
        words.party,
        words.quantity,
        words.unit,
    ]);
    let mut steps: Vec<&TraceStep> = path.steps.iter().collect();
    steps.order_by_key(|step| (&step.date, step.number));
    for step in steps {
        let party = [step.party.as_str(), step.country.as_str()].into_iter().filter(|text| !text.is_empty());
        let party = party.collect::<Vec<_>>().join(", ");
        let quantity = known(&step.quantity, marks);
        let cells = [
            &*step.date,
            words.kind(&step.kind),
            &step.name,
            &step.item,
            &step.store,
            &party,
            &quantity,
            &step.unit,
        ];
        grid.row(&cells);
    }
    page.grid(&grid, true);
    let hidden = usize::try_from(path.found)
        .unwrap_or(usize::MAX)
        .saturating_add(path.versions.len())
        .saturating_sub(path.steps.len());
    if hidden > 0 && path.steps.len() >= DRAWN {
        page.prose(
            0,
            &format!("{} {}", figure::count(u64::try_from(hidden).unwrap_or(0), marks), words.more),
        );
    }
    page
}

fn from(page: &mut Page, path: &TracePath, words: &Words, marks: Marks) {
    page.section(words.mass);
    page.prose(0, words.mass_note);
    for (name, shares) in [
        (words.by_country, &path.countries),
        (words.by_supplier, &path.suppliers),
        (words.by_heat, &path.heats),
    ] {
        if shares.is_empty() || (shares.len() == 1 && shares.iter().all(|share| share.label == "UNKNOWN")) {
            continue;
        }
        share_table(page, name, shares, words, marks);
    }
    page.section(words.sources);
    let mut grid = Grid::new(&[
        (Left, 24),
        (Left, 20),
        (Left, 30),
        (Left, 10),
        (Left, 20),
        (Left, 20),
        (Left, 12),
        (Right, 22),
        (Right, 12),
        (Left, 40),
    ]);
    grid.row(&[
        words.lot,
        words.item,
        words.supplier,
        words.country,
        words.heat,
        words.document,
        words.date,
        words.quantity,
        words.percent,
        words.record,
    ]);
    for source in &path.sources {
        let record = if source.row == 0 { String::new() } else { format!("{} {}", source.file, source.row) };
        let percent = if source.percent.is_empty() {
            String::new()
        } else {
            format!("{} %", figure::exact(&source.percent, marks))
        };
        let quantity = known(&source.quantity, marks);
        let cells = [
            &*source.lot,
            &source.item,
            &source.supplier,
            &source.country,
            &source.heat,
            &source.document,
            &source.date,
            &quantity,
            &percent,
            record.trim(),
        ];
        grid.row(&cells);
    }
    page.grid(&grid, true);
    page.section(words.possible);
    let possible = &path.possible;
    let mut facts = Grid::new(&[(Left, 30), (Left, 120)]);
    for (name, list) in [
        (words.countries, &possible.countries),
        (words.suppliers, &possible.suppliers),
        (words.heats, &possible.heats),
        (words.plots, &possible.plots),
        (words.documents, &possible.documents),
    ] {
        if !list.is_empty() {
            facts.row(&[name, &list.join(", ")]);
        }
    }
    page.grid(&facts, false);
    if possible.unknown {
        page.prose(0, words.possible_unknown);
    }
}

fn share_table(page: &mut Page, name: &str, shares: &[TraceShare], words: &Words, marks: Marks) {
    let mut grid = Grid::new(&[(Left, 40), (Right, 22), (Right, 14), (Right, 22)]);
    grid.row(&[&format!("{} {name}", words.label), words.quantity, words.percent, words.most]);
    for share in shares {
        let percent = format!("{} %", figure::exact(&share.percent, marks));
        grid.row(&[
            &share.label,
            &figure::exact(&share.quantity, marks),
            &percent,
            &figure::exact(&share.most, marks),
        ]);
    }
    page.grid(&grid, true);
}

fn to(page: &mut Page, path: &TracePath, words: &Words, marks: Marks) {
    page.section(words.deliveries);
    let mut grid = Grid::new(&[
        (Left, 12),
        (Left, 20),
        (Left, 30),
        (Left, 24),
        (Left, 30),
        (Right, 22),
        (Left, 6),
        (Right, 22),
        (Right, 22),
    ]);
    grid.row(&[
        words.date,
        words.document,
        words.customer,
        words.item,
        words.lot,
        words.quantity,
        words.unit,
        words.holds,
        words.most,
    ]);
    for left in &path.deliveries {
        let quantity = known(&left.quantity, marks);
        let (holds, most) = (figure::exact(&left.holds, marks), known(&left.holds_at_most, marks));
        let cells = [
            &*left.date,
            &left.document,
            &left.customer,
            &left.item,
            &left.lot,
            &quantity,
            &left.unit,
            &holds,
            &most,
        ];
        grid.row(&cells);
    }
    page.grid(&grid, true);
    page.section(words.holding);
    let mut grid = Grid::new(&[
        (Left, 12),
        (Left, 24),
        (Left, 30),
        (Left, 20),
        (Right, 22),
        (Left, 6),
        (Right, 22),
        (Right, 22),
        (Right, 22),
    ]);
    grid.row(&[
        words.date,
        words.item,
        words.lot,
        words.store,
        words.quantity,
        words.unit,
        words.holds,
        words.most,
        words.in_stock,
    ]);
    for lot in &path.lots {
        let (quantity, stock) = (known(&lot.quantity, marks), known(&lot.in_stock, marks));
        let (holds, most) = (figure::exact(&lot.holds, marks), known(&lot.holds_at_most, marks));
        let cells =
            [&*lot.date, &lot.item, &lot.lot, &lot.store, &quantity, &lot.unit, &holds, &most, &stock];
        grid.row(&cells);
    }
    page.grid(&grid, true);
}

/// The way as a tree for a terminal: what was asked about at the top, what is before or behind it below.
///
/// # Example
/// ```
/// use emitrace::report::{Lang, trace_tree};
/// use emitrace::wire::v1::{TraceLink, TracePath, TraceStep};
///
/// let step = |number, depth, name: &str| TraceStep { number, depth, name: name.into(), ..TraceStep::default() };
/// let link = TraceLink { from: 2, to: 1, quantity: "5".into(), certainty: "exact".into() };
/// let steps = vec![step(1, 0, "wire"), step(2, 1, "coil")];
/// let path = TracePath { direction: "back".into(), steps, links: vec![link], ..TracePath::default() };
/// assert_eq!(trace_tree(&path, Lang::En), "wire\n└─ 5  coil\n");
/// ```
pub fn trace_tree(path: &TracePath, lang: Lang) -> String {
    let path = &short::path(path);
    let words = words::of(lang);
    let marks = lang.text().marks;
    let back = path.direction == "back";
    let mut below: BTreeMap<u32, Vec<(u32, String)>> = BTreeMap::new();
    for link in &path.links {
        let (above, under) = if back { (link.to, link.from) } else { (link.from, link.to) };
        below.entry(above).or_default().push((under, known(&link.quantity, marks)));
    }
    let steps: BTreeMap<u32, &TraceStep> = path.steps.iter().map(|step| (step.number, step)).collect();
    let mut text = String::new();
    let mut shown: BTreeSet<u32> = BTreeSet::new();
    for root in path.steps.iter().filter(|step| step.depth == 0) {
        // What is left to write: the step, how much of it, the lines before it, whether it is the last of its branch.
        let mut todo: Vec<(u32, String, String, bool, usize)> =
            vec![(root.number, String::new(), String::new(), true, 0)];
        while let Some((number, quantity, before, last, depth)) = todo.pop() {
            let Some(step) = steps.get(&number) else { continue };
            let branch = match (depth, last) {
                (0, _) => "",
                (_, true) => "└─ ",
                (_, false) => "├─ ",
            };
            let again = !shown.insert(number) && below.contains_key(&number);
            let about = [&step.item, &step.party, &step.country, &step.date]
                .into_iter()
                .filter(|text| !text.is_empty());
            let about = about.map(|text| format!("  {text}")).collect::<String>();
            let amount = if quantity.is_empty() { String::new() } else { format!("{quantity}  ") };
            let run = if step.kind == "run" { format!("{} ", words.kind_run) } else { String::new() };
            let seen = if again { format!("  ({})", words.seen) } else { String::new() };
            let line = plain(&format!("{before}{branch}{amount}{run}{}{about}{seen}", step.name));
            let _ = writeln!(text, "{}", line.trim_end());
            if again || depth >= DEEPEST {
                continue;
            }
            let indent = match (depth, last) {
                (0, _) => String::new(),
                (_, true) => format!("{before}   "),
                (_, false) => format!("{before}│  "),
            };
            let children = below.get(&number).map(Vec::as_slice).unwrap_or_default();
            for (at, (child, quantity)) in children.iter().enumerate().rev() {
                let last = at.saturating_add(1) == children.len();
                todo.push((*child, quantity.clone(), indent.clone(), last, depth.saturating_add(1)));
            }
        }
    }
    text
}
