//! The energy account of a ledger: carriers, renewable or not, and what they are made of.

use std::borrow::Cow;

use super::Lang;
use super::outline::Remark;
use super::screen::{Align, Grid};
use super::svg::Bar;
use super::table::Page;
use super::{csv, figure};
use crate::number::{Fraction, Ties};
use crate::wire::v1::{EnergyAccountAnswer, EnergyFigure, EnergyViewCell, StepRecord};

use Align::{Left, Right};

/// Decimals of a megawatt hour and of a gigajoule; the answer has all of them.
const DECIMALS: usize = 3;

/// The words of the page in one language.
struct Words {
    title: &'static str,
    period: &'static str,
    inventory: &'static str,
    rows: &'static str,
    row_kinds: [&'static str; 5],
    account: &'static str,
    columns: [&'static str; 5],
    total: &'static str,
    carriers: [(&'static str, &'static str); 5],
    renewable: [(&'static str, &'static str); 3],
    sources: &'static str,
    source_columns: [&'static str; 6],
    basis: [(&'static str, &'static str); 2],
    properties: [(&'static str, &'static str); 4],
    missing: &'static str,
    missing_columns: [&'static str; 5],
    instruments: &'static str,
    here: &'static str,
}

const ENGLISH: Words = Words {
    title: "Energy account",
    period: "Period",
    inventory: "Inventory",
    rows: "Rows",
    row_kinds: [
        "in the account",
        "for the market-based view alone",
        "no energy",
        "energy not known",
        "not in the inventory",
    ],
    account: "Energy used",
    columns: ["Carrier", "Renewable", "MWh", "GJ", "Rows"],
    total: "Total",
    carriers: [
        ("electricity", "Electricity bought"),
        ("steam", "Steam bought"),
        ("heat", "Heat bought"),
        ("cooling", "Cooling bought"),
        ("fuels", "Fuels"),
    ],
    renewable: [("renewable", "yes"), ("non-renewable", "no"), ("unknown", "not known")],
    sources: "What it is made of",
    source_columns: ["Activity", "Renewable", "Quantity", "MWh", "By", "Properties"],
    basis: [("net", "net calorific value"), ("gross", "gross calorific value")],
    properties: [("ncv", "NCV"), ("gcv", "GCV"), ("density", "density"), ("measured", "measured")],
    missing: "Energy that is not known",
    missing_columns: ["Activity", "Quantity", "Rows", "First row", "What is missing"],
    instruments: "Renewable instruments",
    here: "Bought energy counts as renewable only where a row names an instrument that is said to be proven; fuels by the origin of their carbon. Figures are rounded for reading; the answer holds them exactly.",
};

const VIETNAMESE: Words = Words {
    title: "Tài khoản năng lượng",
    period: "Kỳ",
    inventory: "Kiểm kê",
    rows: "Số dòng",
    row_kinds: [
        "trong tài khoản",
        "chỉ cho cách tính theo thị trường",
        "không phải năng lượng",
        "chưa biết năng lượng",
        "không có trong kiểm kê",
    ],
    account: "Năng lượng đã dùng",
    columns: ["Loại", "Tái tạo", "MWh", "GJ", "Số dòng"],
    total: "Tổng",
    carriers: [
        ("electricity", "Điện mua"),
        ("steam", "Hơi nước mua"),
        ("heat", "Nhiệt mua"),
        ("cooling", "Lạnh mua"),
        ("fuels", "Nhiên liệu"),
    ],
    renewable: [("renewable", "có"), ("non-renewable", "không"), ("unknown", "chưa rõ")],
    sources: "Gồm những gì",
    source_columns: ["Hoạt động", "Tái tạo", "Lượng", "MWh", "Theo", "Tính chất"],
    basis: [("net", "nhiệt trị thấp"), ("gross", "nhiệt trị cao")],
    properties: [
        ("ncv", "nhiệt trị thấp"),
        ("gcv", "nhiệt trị cao"),
        ("density", "khối lượng riêng"),
        ("measured", "đo được"),
    ],
    missing: "Năng lượng chưa biết",
    missing_columns: ["Hoạt động", "Lượng", "Số dòng", "Dòng đầu", "Còn thiếu gì"],
    instruments: "Công cụ chứng minh tái tạo",
    here: "Năng lượng mua chỉ được tính là tái tạo khi dòng nêu công cụ đã được xác nhận là có bằng chứng; nhiên liệu xét theo nguồn gốc các-bon. Số liệu được làm tròn để đọc; kết quả JSON giữ giá trị chính xác.",
};

/// The account as plain text.
///
/// # Units
/// Megawatt hours and gigajoules with three decimals, rounded half-even for reading.
///
/// # Example
/// ```
/// use emitrace::report::{Lang, energy_table};
/// # use core::ops::ControlFlow;
/// # use emitrace::{factor::Catalog, gas::GwpSet, inventory::{Options, Profile, energy_account}, place::Place};
/// # let options = Options::new(Profile::GhgProtocol, GwpSet::Ar5).with_region(Place::parse("VN")?);
/// # let ledger = "id,date,activity,quantity,unit\n1,2023-05-31,electricity,1250,kWh\n";
/// # let catalog = Catalog::bundled()?;
/// let answer = energy_account(ledger.as_bytes(), &catalog, &options, &[], &mut |_| ControlFlow::Continue(()))?;
/// assert!(energy_table(&answer, Lang::Vi).contains("Điện mua"));
/// # Ok::<(), emitrace::Error>(())
/// ```
pub fn energy_table(answer: &EnergyAccountAnswer, lang: Lang) -> String {
    written(answer, Page::new(lang), lang).finish()
}

/// The same as a page that needs nothing else; all text of the ledger is escaped.
///
/// # Units
/// As [`energy_table`].
pub fn energy_html(answer: &EnergyAccountAnswer, lang: Lang) -> String {
    written(answer, Page::web(lang, &answer.engine), lang).finish()
}

/// A word by its key; the key where there is none.
fn word<'w>(list: &'w [(&str, &'w str)], key: &'w str) -> &'w str {
    list.iter().find(|(known, _)| *known == key).map_or(key, |(_, word)| word)
}

pub(super) fn written(answer: &EnergyAccountAnswer, mut page: Page, lang: Lang) -> Page {
    let words = if lang == Lang::Vi { &VIETNAMESE } else { &ENGLISH };
    let (result, marks) = (&answer.result, page.text.marks);
    page.title(words.title);
    let mut grid = Grid::new(&[(Left, 30), (Left, 80)]);
    let period = match result.period.as_str() {
        "" => page.text.any_period.to_owned(),
        period => page.text.span(period),
    };
    grid.row(&[words.period, &period]);
    grid.row(&[words.inventory, &result.inventory]);
    let rows = &result.rows;
    let counts = [rows.counted, rows.repeated, rows.not_energy, rows.missing, result.coverage.excluded];
    let counted = counts.iter().zip(words.row_kinds).filter(|(count, _)| **count > 0);
    let counted: Vec<String> =
        counted.map(|(count, kind)| format!("{} {kind}", figure::count(*count, marks))).collect();
    grid.row(&[words.rows, &counted.join("; ")]);
    if !result.renewable_instruments.is_empty() {
        grid.row(&[words.instruments, &result.renewable_instruments.join(", ")]);
    }
    page.grid(&grid, false);
    let figures = |figure: &EnergyFigure| {
        [number(&figure.mwh, marks), number(&figure.gj, marks), figure::count(figure.lines, marks)]
    };
    page.section(words.account);
    let [_, renewable_column, ..] = words.columns;
    let bars = result.cells.iter().map(|cell| {
        let (carrier, renewable) =
            (word(&words.carriers, &cell.carrier), word(&words.renewable, &cell.renewable));
        let mwh = number(&cell.figure.mwh, marks);
        Bar {
            name: format!("{carrier} ({}: {renewable})", renewable_column.to_lowercase()),
            amount: figure::steps(&decimals(&cell.figure.mwh), DECIMALS),
            label: format!("{mwh} MWh"),
            hatched: cell.renewable == "renewable",
        }
    });
    let bars = bars.collect();
    page.chart(&format!("{}, MWh", words.account), bars);
    let columns = [(Left, 30), (Left, 16), (Right, 22), (Right, 22), (Right, 12)];
    let mut grid = Grid::new(&columns);
    grid.row(&words.columns);
    for cell in &result.cells {
        let [mwh, gj, lines] = figures(&cell.figure);
        let (carrier, renewable) =
            (word(&words.carriers, &cell.carrier), word(&words.renewable, &cell.renewable));
        grid.row(&[carrier, renewable, &mwh, &gj, &lines]);
    }
    let [mwh, gj, lines] = figures(&result.total);
    grid.row(&[words.total, "", &mwh, &gj, &lines]);
    page.grid(&grid, true);
    for view in &result.views {
        let text = page.text;
        let names: Vec<&str> = view.by.iter().map(|dimension| text.dimension_name(dimension)).collect();
        page.section(&names.join(" · "));
        let mut grid = Grid::new(&[&[(Left, 40)][..], &columns].concat());
        grid.row(&[&[""][..], &words.columns].concat());
        for cell in &view.cells {
            let parts = view.by.iter().zip(&cell.key);
            let key: Vec<String> = parts.map(|(dimension, key)| text.key_name(dimension, key)).collect();
            let [mwh, gj, lines] = figures(&cell.figure);
            let (carrier, renewable) =
                (word(&words.carriers, &cell.carrier), word(&words.renewable, &cell.renewable));
            grid.row(&[&key.join(" / "), carrier, renewable, &mwh, &gj, &lines]);
        }
        page.grid(&grid, true);
    }
    sources(&mut page, words, answer, lang);
    missing(&mut page, words, answer, lang);
    if !result.findings.is_empty() {
        page.section(page.text.findings);
        page.findings_of("", &result.findings);
    }
    if !result.packs.is_empty() {
        page.packs(&result.packs);
    }
    page.section(page.text.proof);
    page.prose(2, &answer.digest);
    page.prose(0, words.here);
    page
}

/// Energy as a tidy table: the whole, its carriers, then the views. Figures are exact, one that does not end is a fraction.
pub(super) fn energy_csv(answer: &EnergyAccountAnswer) -> String {
    let result = &answer.result;
    let row = |view: &str, key: &str, (carrier, renewable): (&str, &str), figure: &EnergyFigure| {
        let texts = [view, key, carrier, renewable].map(csv::safe_cell);
        let figures = [csv::number(&figure.mwh), csv::number(&figure.gj), figure.lines.to_string()];
        texts.into_iter().chain(figures).collect::<Vec<_>>()
    };
    let whole = core::iter::once(row("total", "", ("", ""), &result.total));
    let cells =
        result.cells.iter().map(|cell| row("carrier", "", (&cell.carrier, &cell.renewable), &cell.figure));
    let views = result.views.iter().flat_map(|view| {
        let by = view.by.join("+");
        let cell = move |cell: &EnergyViewCell| {
            row(&by, &cell.key.join("+"), (&cell.carrier, &cell.renewable), &cell.figure)
        };
        view.cells.iter().map(cell)
    });
    csv::table(
        &["view", "key", "carrier", "renewable", "mwh", "gj", "lines"],
        whole.chain(cells).chain(views),
    )
}

fn number(text: &str, marks: figure::Marks) -> String {
    figure::rounded(&decimals(text), DECIMALS, marks)
}

/// What does not end as a decimal is rounded like the rest.
fn decimals(text: &str) -> Cow<'_, str> {
    match Fraction::parse(text) {
        Some(value) if text.contains('/') => Cow::Owned(value.rounded(3, Ties::HalfEven)),
        _ => Cow::Borrowed(text),
    }
}

fn sources(page: &mut Page, words: &Words, answer: &EnergyAccountAnswer, lang: Lang) {
    let marks = page.text.marks;
    page.section(words.sources);
    let mut grid = Grid::new(&[(Left, 60), (Left, 12), (Right, 24), (Right, 18), (Left, 24), (Left, 140)]);
    grid.row(&words.source_columns);
    for one in &answer.result.sources {
        let name = if lang == Lang::Vi { &one.name_vi } else { &one.name_en };
        let properties: Vec<String> =
            one.steps.iter().filter_map(|step| property(step, words, marks)).collect();
        grid.row(&[
            name.as_str(),
            word(&words.renewable, &one.renewable),
            &format!("{} {}", figure::exact(&one.quantity, marks), one.unit),
            &number(&one.figure.mwh, marks),
            word(&words.basis, &one.basis),
            &properties.join("; "),
        ]);
    }
    page.grid(&grid, true);
}

/// The property that a step rests on: value, unit, record.
fn property(step: &StepRecord, words: &Words, marks: figure::Marks) -> Option<String> {
    let source = match &step.factor {
        Some(factor) => format!(" ({})", factor.id),
        None if step.kind == "measured" => String::new(),
        None => return None,
    };
    let (kind, times) = (word(&words.properties, &step.kind), figure::exact(&step.times, marks));
    Some(format!("{kind} {times} {}/{}{source}", step.to, step.from))
}

fn missing(page: &mut Page, words: &Words, answer: &EnergyAccountAnswer, lang: Lang) {
    let marks = page.text.marks;
    if answer.result.missing.is_empty() {
        return;
    }
    page.section(words.missing);
    let mut grid = Grid::new(&[(Left, 60), (Right, 24), (Right, 10), (Right, 12), (Left, 90)]);
    grid.row(&words.missing_columns);
    for one in &answer.result.missing {
        let name = if lang == Lang::Vi { &one.name_vi } else { &one.name_en };
        grid.row(&[
            name.as_str(),
            &format!("{} {}", figure::exact(&one.quantity, marks), one.unit),
            &figure::count(one.lines, marks),
            &figure::count(one.first_row, marks),
            page.text.code_text(&one.code).map_or(one.message.as_str(), |(meaning, _)| meaning),
        ]);
    }
    page.grid(&grid, true);
    for one in &answer.result.missing {
        let name = if lang == Lang::Vi { &one.name_vi } else { &one.name_en };
        page.prose(2, &format!("{}  {name}", one.code));
        page.remark(&Remark::new(page.text, &one.code, &one.message, &one.help));
    }
}
