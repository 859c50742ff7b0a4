//! Reporting frameworks on paper: the neutral table with its codes, and one report with what it misses.

use ::csv::{Terminator, WriterBuilder};

use super::csv::{number, safe_cell};
use super::framework_words::{Words, words};
use super::outline::Remark;
use super::rounding::rounding;
use super::screen::{Align, Grid};
use super::svg::Bar;
use super::table::Page;
use super::{Lang, figure, packs};
use crate::number::{Fraction, Ties};
use crate::wire::v1::{
    Datapoint, DatapointValue, FrameworkAnswer, FrameworkItem, FrameworkReportAnswer, FrameworkSection,
    FrameworkTable,
};

use Align::{Left, Right};

/// Decimals of a figure for the eye; the answer and the CSV have all of them.
const DECIMALS: usize = 3;
/// Decimals of a quotient without end, for spreadsheets.
const CSV_DECIMALS: u32 = 12;

/// The neutral table as text for a terminal.
///
/// # Example
/// ```
/// use emitrace::factor::Catalog;
/// use emitrace::report::{Lang, framework_table};
/// use emitrace::wire::v1::FrameworkRequest;
///
/// # let json = include_str!("../../tests/report/answer.json");
/// let request = FrameworkRequest {
///     inventory: Some(serde_json::from_str(json)?),
///     frameworks: vec!["ifrs-s2".into()],
///     ..FrameworkRequest::default()
/// };
/// let answer = emitrace::framework::table(&Catalog::bundled()?, &request)?;
/// assert!(framework_table(&answer, Lang::Vi).contains("29(a)(i)(1)"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn framework_table(answer: &FrameworkAnswer, lang: Lang) -> String {
    neutral(answer, Page::new(lang), lang).finish()
}

/// The same as a page that needs nothing else.
pub fn framework_html(answer: &FrameworkAnswer, lang: Lang) -> String {
    neutral(answer, Page::web(lang, &answer.engine), lang).finish()
}

/// A report as text for a terminal; one that is not complete says so below its title.
pub fn framework_report_table(answer: &FrameworkReportAnswer, lang: Lang) -> String {
    report(answer, Page::new(lang), lang).finish()
}

/// The same as a page that needs nothing else.
pub fn framework_report_html(answer: &FrameworkReportAnswer, lang: Lang) -> String {
    report(answer, Page::web(lang, &answer.engine), lang).finish()
}

pub(super) fn neutral(answer: &FrameworkAnswer, mut page: Page, lang: Lang) -> Page {
    let (words, table) = (words(lang), &answer.result);
    page.title(words.title);
    head(&mut page, words, table, lang);
    page.section(words.datapoints);
    let columns = [(Left, 70), (Right, 30), (Right, 30), (Left, 12), (Left, 15), (Left, 60)];
    let mut grid = Compared::new(&columns, &words.columns, 2, &page, table);
    for datapoint in &table.datapoints {
        let code = |one: &crate::wire::v1::DatapointCode| {
            let note = if one.note.is_empty() { "" } else { words.note(&one.note) };
            let about = [one.confidence.as_str(), note].join(": ");
            format!("{} {} ({})", one.framework, one.codes.join(", "), about.trim_end_matches(": "))
        };
        // Names of elements are for programs: the JSON and the CSV have them.
        let codes = datapoint.codes.iter().filter(|one| one.framework != "vsme-xbrl");
        let codes: Vec<String> = codes.map(code).collect();
        lines(&mut grid, (&page, words), (table, datapoint), lang, &codes.join("; "));
    }
    page.grid(&grid.grid, true);
    customers(&mut page, words, table);
    close(&mut page, words, table, &answer.digest);
    page
}

pub(super) fn report(answer: &FrameworkReportAnswer, mut page: Page, lang: Lang) -> Page {
    let (words, result) = (words(lang), &answer.result);
    let english = lang == Lang::En;
    let of = |en: &str, vi: &str| if english { en.to_owned() } else { vi.to_owned() };
    page.title(&of(&result.title_en, &result.title_vi));
    if result.complete {
        page.prose(0, words.complete);
    } else {
        let open = |item: &&FrameworkItem| {
            item.due == "required" && matches!(item.state.as_str(), "missing" | "partly")
        };
        let items = result.sections.iter().flat_map(|section| &section.items).filter(open);
        let open: Vec<&str> = items.map(|item| item.code.as_str()).collect();
        let so_far = format!("{} {} {} {}", words.incomplete, result.filled, words.out_of, result.required);
        page.notice(&so_far);
        if !open.is_empty() {
            page.notice(&format!("{}: {}", words.open, open.join(", ")));
        }
    }
    head(&mut page, words, &result.table, lang);
    for section in &result.sections {
        page.section(&of(&section.title_en, &section.title_vi));
        let columns = [(Left, 16), (Left, 90), (Right, 30), (Right, 30), (Left, 12), (Left, 20)];
        let mut grid = Compared::new(&columns, &words.item_columns, 3, &page, &result.table);
        for item in &section.items {
            let due = if item.due == "optional" { format!(" ({})", words.optional) } else { String::new() };
            let label = format!("{}{due}", of(&item.label_en, &item.label_vi));
            grid.row([&item.code, &label, "", "", "", words.state(&item.state)]);
            // In the order of the item.
            let find = |id: &String| result.table.datapoints.iter().find(|one| one.id == *id);
            let own = item.datapoints.iter().filter_map(find);
            for datapoint in own {
                for [name, value, before, unit, state] in
                    cells(&page, words, (&result.table, datapoint), lang)
                {
                    grid.row(["", &format!("  {name}"), &value, &before, &unit, &state]);
                }
            }
        }
        drawn(&mut page, words, section, &result.table, lang);
        page.grid(&grid.grid, true);
    }
    customers(&mut page, words, &result.table);
    asked(&mut page, words, &result.table, lang);
    close(&mut page, words, &result.table, &answer.digest);
    page
}

/// Emissions of a section that have parts, as bars: from three parts on there is something to compare.
fn drawn(page: &mut Page, words: &Words, section: &FrameworkSection, table: &FrameworkTable, lang: Lang) {
    let ids = section.items.iter().flat_map(|item| &item.datapoints);
    for datapoint in ids.filter_map(|id| table.datapoints.iter().find(|one| one.id == *id)) {
        let known = |one: &&DatapointValue| one.unit == "tCO2e" && Fraction::parse(&one.value).is_some();
        let parts: Vec<&DatapointValue> = datapoint.values.iter().filter(known).collect();
        if parts.len() < 3 || parts.len() < datapoint.values.len() {
            continue;
        }
        let bars = parts.into_iter().map(|one| Bar {
            name: part(page, words, datapoint, &one.part),
            amount: figure::steps(&one.value, DECIMALS),
            label: format!("{} t", said(page, (table, datapoint), one, lang)),
            hatched: false,
        });
        let bars = bars.collect();
        let label = if lang == Lang::En { &datapoint.label_en } else { &datapoint.label_vi };
        page.chart(&format!("{label}, t CO₂e"), bars);
    }
}

/// What the figures are about.
fn head(page: &mut Page, words: &Words, table: &FrameworkTable, lang: Lang) {
    if table.inventory_partly {
        page.notice(words.partly);
    }
    let mut grid = Grid::new(&[(Left, 40), (Left, 100)]);
    grid.row(&[words.period, &page.text.span(&table.period)]);
    if !table.previous_period.is_empty() {
        grid.row(&[words.before, &page.text.span(&table.previous_period)]);
    }
    grid.row(&[words.inventory, &table.inventory]);
    for edition in &table.frameworks {
        let label = if lang == Lang::En { &edition.label_en } else { &edition.label_vi };
        let early = if edition.early { format!(" ({})", words.early) } else { String::new() };
        grid.row(&[edition.id.clone(), format!("{label}{early}")]);
    }
    let counts = &table.counts;
    for (state, count) in [
        ("reported", counts.reported),
        ("stated", counts.stated),
        ("missing", counts.missing),
        ("not-applicable", counts.not_applicable),
    ] {
        grid.row(&[words.state(state), &figure::count(count, page.text.marks)]);
    }
    page.grid(&grid, false);
}

/// A grid whose column of the previous period is left out if there is none.
struct Compared {
    grid: Grid,
    /// Place of that column, if it is left out.
    without: Option<usize>,
}

impl Compared {
    fn new(
        columns: &[(Align, usize); 6],
        names: &[&str; 5],
        at: usize,
        page: &Page,
        table: &FrameworkTable,
    ) -> Compared {
        let without = table.previous_period.is_empty().then_some(at);
        let kept = columns.iter().enumerate().filter(|(place, _)| Some(*place) != without);
        let mut grid = Grid::new(&kept.map(|(_, column)| *column).collect::<Vec<_>>());
        let before = page.text.span(&table.previous_period);
        let mut names = names.to_vec();
        if without.is_none() {
            names.insert(at, &before);
        }
        grid.row(&names);
        Compared { grid, without }
    }

    fn row(&mut self, cells: [&str; 6]) {
        let kept = cells.into_iter().enumerate().filter(|(place, _)| Some(*place) != self.without);
        self.grid.row(&kept.map(|(_, cell)| cell).collect::<Vec<_>>());
    }
}

/// A datapoint with its values in rows of name, value, value of the previous period, unit, state.
fn cells(
    page: &Page,
    words: &Words,
    (table, datapoint): (&FrameworkTable, &Datapoint),
    lang: Lang,
) -> Vec<[String; 5]> {
    let label = if lang == Lang::En { &datapoint.label_en } else { &datapoint.label_vi };
    let state = words.state(&datapoint.state).to_owned();
    // Words stand beside their label, so that the column of values holds figures alone.
    let row = |name: String, one: &DatapointValue, state: String| {
        let before = match one.previous.as_str() {
            "" => String::new(),
            previous => said(
                page,
                (table, datapoint),
                &DatapointValue { value: previous.into(), ..one.clone() },
                lang,
            ),
        };
        let said = said(page, (table, datapoint), one, lang);
        match one.unit.as_str() {
            "text" => [format!("{name}: {said}"), String::new(), String::new(), String::new(), state],
            unit => [name, said, before, unit.to_owned(), state],
        }
    };
    match datapoint.values.as_slice() {
        [] if datapoint.reason.is_empty() => vec![alone(label.clone(), state)],
        [] => vec![alone(format!("{label}: {}", datapoint.reason), state)],
        [one] if one.part.is_empty() => vec![row(label.clone(), one, state)],
        parts => {
            let mut rows = vec![alone(label.clone(), state)];
            for one in parts {
                let name = format!("  {}", part(page, words, datapoint, &one.part));
                rows.push(row(name, one, String::new()));
            }
            rows
        }
    }
}

/// A row without figures.
fn alone(name: String, state: String) -> [String; 5] {
    [name, String::new(), String::new(), String::new(), state]
}

fn lines(
    grid: &mut Compared,
    (page, words): (&Page, &Words),
    of: (&FrameworkTable, &Datapoint),
    lang: Lang,
    codes: &str,
) {
    for (at, [name, value, before, unit, state]) in cells(page, words, of, lang).into_iter().enumerate() {
        grid.row([name.as_str(), &value, &before, &unit, &state, if at == 0 { codes } else { "" }]);
    }
}

/// A value for the eye: figures rounded once, words of the engine in the reader's language.
fn said(
    page: &Page,
    (table, datapoint): (&FrameworkTable, &Datapoint),
    value: &DatapointValue,
    lang: Lang,
) -> String {
    let text = page.text;
    if value.value.is_empty() {
        return String::new();
    }
    if value.unit != "text" {
        return match Fraction::parse(&value.value) {
            Some(exact) if value.value.contains('/') => {
                figure::exact(&exact.rounded(6, Ties::HalfEven), text.marks)
            }
            Some(_) if value.unit == "tCO2e" => figure::rounded(&value.value, DECIMALS, text.marks),
            _ => figure::exact(&value.value, text.marks),
        };
    }
    match datapoint.id.as_str() {
        _ if value.source == "statement" => value.value.clone(),
        "period" | "base_year.period" => text.span(&value.value),
        "reporting_boundary" => {
            let names: Vec<String> = value.value.split(", ").map(|key| text.category_name(key)).collect();
            names.join(", ")
        }
        "methods" if value.part == "rounding" => rounding(&value.value, lang).into_owned(),
        "methods" => text.profile_name(&value.value).to_owned(),
        "factors_sources" => match table.packs.iter().find(|pack| pack.id == value.part) {
            Some(pack) => {
                let packs::Named { title, edition, publisher } = packs::named(pack, lang);
                format!("{title}, {edition} ({publisher}; {})", pack.licence)
            }
            None => value.value.clone(),
        },
        _ => value.value.clone(),
    }
}

/// The name of a part: a category, an account with a gas, an end of an interval, a site.
fn part(page: &Page, words: &Words, datapoint: &Datapoint, key: &str) -> String {
    let text = page.text;
    match datapoint.id.as_str() {
        "ghg.iso_categories" => text.iso_name(key),
        "ghg.scope3.by_category" => text.category_name(key),
        "uncertainty" | "methods" => {
            key.split(' ').map(|word| words.part(word)).collect::<Vec<_>>().join(" ")
        }
        "ghg.mass_by_gas" | "ghg.base_year" => match key.split_once(' ') {
            Some((account, gas)) => format!("{}, {gas}", text.account_name(account)),
            None => text.account_name(key).to_owned(),
        },
        _ => key.to_owned(),
    }
}

fn customers(page: &mut Page, words: &Words, table: &FrameworkTable) {
    if table.customers.is_empty() {
        return;
    }
    page.section(words.customers);
    let marks = page.text.marks;
    let mut grid = Grid::new(&[(Left, 40), (Left, 50), (Left, 24), (Right, 24)]);
    grid.row(&words.customer_columns);
    for customer in &table.customers {
        let number = |value: &str| figure::exact(value, marks);
        let share = format!(
            "{} / {} {} ({})",
            number(&customer.part),
            number(&customer.whole),
            customer.unit,
            words.basis(&customer.basis)
        );
        for (at, one) in customer.figures.iter().enumerate() {
            let head = if at == 0 { [customer.name.as_str(), &share] } else { ["", ""] };
            grid.row(&[head[0], head[1], &one.datapoint, &number(&one.t_co2e)]);
        }
    }
    page.grid(&grid, true);
}

/// What is missing, and who can give it.
fn asked(page: &mut Page, words: &Words, table: &FrameworkTable, lang: Lang) {
    let missing: Vec<&Datapoint> = table.datapoints.iter().filter(|one| one.state == "missing").collect();
    if missing.is_empty() {
        return;
    }
    page.section(words.asked);
    let mut grid = Grid::new(&[(Left, 60), (Left, 30), (Left, 16), (Left, 40)]);
    grid.row(&words.asked_columns);
    for one in missing {
        let label = if lang == Lang::En { &one.label_en } else { &one.label_vi };
        let units = one.units.join(", ").replace("text", words.in_words);
        grid.row(&[label.as_str(), &one.id, &units, words.who(&one.who)]);
    }
    page.grid(&grid, true);
}

fn close(page: &mut Page, words: &Words, table: &FrameworkTable, digest: &str) {
    if !table.findings.is_empty() {
        page.section(words.findings);
        for finding in &table.findings {
            let severity = page.text.severity_name(&finding.severity);
            page.prose(2, &format!("{severity}  {}  {}", finding.code, finding.path));
            let remark = Remark::new(page.text, &finding.code, &finding.message, &finding.help);
            page.remark(&remark);
        }
    }
    page.prose(0, words.own_words);
    page.section(page.text.proof);
    page.prose(2, digest);
}

/// The values as a table for spreadsheets: a row for each value, a column for each framework; RFC 4180, exact numbers with
/// `.` as the decimal mark, quotients without end rounded half-even to 12 decimals, no text that a spreadsheet would take for a
/// formula.
pub(super) fn values_csv(table: &FrameworkTable) -> String {
    let mut writer = WriterBuilder::new().terminator(Terminator::CRLF).from_writer(Vec::new());
    let fixed = ["datapoint", "label_en", "label_vi", "part", "value", "unit", "state", "reason", "who"];
    let mut header: Vec<String> = fixed.map(str::to_owned).into();
    for edition in &table.frameworks {
        header.extend([edition.id.clone(), format!("{}_confidence", edition.id)]);
    }
    header.extend(["source", "reference", "place", "lines", "notes", "previous"].map(str::to_owned));
    let mut rows = vec![header];
    let none = [DatapointValue::default()];
    for one in &table.datapoints {
        let values = if one.values.is_empty() { &none[..] } else { &one.values };
        for value in values {
            let shown = |text: &str| match Fraction::parse(text).filter(|_| value.unit != "text") {
                // A spreadsheet would take `5/6` for a day.
                Some(exact) if text.contains('/') => exact.rounded(CSV_DECIMALS, Ties::HalfEven),
                Some(_) => number(text),
                None => safe_cell(text),
            };
            let mut row =
                [&one.id, &one.label_en, &one.label_vi, &value.part].map(|text| safe_cell(text)).to_vec();
            row.push(shown(&value.value));
            row.extend([&value.unit, &one.state, &one.reason, &one.who].map(|text| safe_cell(text)));
            for edition in &table.frameworks {
                let code = one.codes.iter().find(|code| code.framework == edition.id);
                let codes = code.map(|code| code.codes.join("; ")).unwrap_or_default();
                row.push(safe_cell(&codes));
                row.push(code.map(|code| code.confidence.clone()).unwrap_or_default());
            }
            row.extend([&value.source, &value.reference, &value.place].map(|text| safe_cell(text)));
            row.push(value.lines.to_string());
            let notes = one.codes.iter().filter(|code| !code.note.is_empty());
            let notes: Vec<String> = notes.map(|code| format!("{}: {}", code.framework, code.note)).collect();
            row.push(safe_cell(&notes.join("; ")));
            row.push(shown(&value.previous));
            rows.push(row);
        }
    }
    for row in rows {
        // Writing to memory cannot fail, and every row has the same length.
        if writer.write_record(&row).is_err() {
            break;
        }
    }
    writer.into_inner().ok().and_then(|bytes| String::from_utf8(bytes).ok()).unwrap_or_default()
}
