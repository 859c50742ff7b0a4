//! Many suppliers as a page: who is ready, which requirements are open most often, and where.

use super::Lang;
use super::packs;
use super::screen::{Align, Grid};
use super::supplier::{LEVELS, REASONS, reason, said};
use super::svg::Bar;
use super::table::Page;
use super::{csv, figure};
use crate::order::Order;
use crate::wire::v1::{
    RequirementAsked, RequirementCounts, SupplierAsked, SupplierBaseAnswer, SupplierGroup, SupplierRank,
    SupplierReason, SupplierRegionAnswer,
};

use Align::{Left, Right};

/// Requirements that are named for each group, those that are open most often.
const MOST_OPEN: usize = 3;

/// The words of the pages in one language.
struct Words {
    base: &'static str,
    region: &'static str,
    on: &'static str,
    set: &'static str,
    issuer: &'static str,
    wanted: &'static str,
    suppliers: &'static str,
    unwanted: &'static str,
    ready: &'static str,
    ready_on: &'static str,
    insufficient: &'static str,
    mean: &'static str,
    excluded: &'static str,
    tables: [&'static str; 2],
    ranking: &'static str,
    rank_columns: [&'static str; 9],
    yes: &'static str,
    no: &'static str,
    requirements: &'static str,
    lacking: &'static str,
    requirement_columns: [&'static str; 7],
    groups: &'static str,
    group_columns: [&'static str; 6],
    not_known: &'static str,
    all_others: &'static str,
    withheld: [&'static str; 2],
    note: &'static str,
    facts: &'static [(&'static str, &'static str)],
}

const ENGLISH: Words = Words {
    base: "Suppliers and what they meet",
    region: "Suppliers of a region",
    on: "As of",
    set: "Requirements",
    issuer: "Issued by",
    wanted: "Wanted",
    suppliers: "Suppliers",
    unwanted: "of them not wanted",
    ready: "Ready",
    ready_on: "Ready on",
    insufficient: "Too little is known of",
    mean: "Mean of the low scores, %",
    excluded: "Rows of the tables that are in no figure",
    tables: ["suppliers: ", "evidence: "],
    ranking: "Ranking",
    rank_columns: [
        "Place",
        "Code",
        "Supplier",
        "Ready",
        "Grade",
        "At least, %",
        "At most, %",
        "Why not",
        "Lapses",
    ],
    yes: "yes",
    no: "no",
    requirements: "Requirements, and how many suppliers meet them",
    lacking: "Suppliers that do not meet a requirement, or of which it is not known",
    requirement_columns: ["Requirement", "Level", "Met", "of which soon over", "In part", "Open", "Unknown"],
    groups: "Groups",
    group_columns: [
        "Group",
        "Suppliers",
        "Ready",
        "Mean, %",
        "Too little known",
        "Most often open or unknown",
    ],
    not_known: "not known",
    all_others: "all others together",
    withheld: ["groups are not shown by themselves; the least size is", "suppliers."],
    note: "Open = not met, expired or suspended. A score is at least what is shown first (what is unknown counts nothing) and at most what is shown last. A set marked as example is not issued by a buyer.",
    facts: &[],
};

const VIETNAMESE: Words = Words {
    base: "Các nhà cung cấp và mức đáp ứng",
    region: "Nhà cung cấp của một địa bàn",
    on: "Tại ngày",
    set: "Bộ yêu cầu",
    issuer: "Ban hành bởi",
    wanted: "Cần tìm",
    suppliers: "Số nhà cung cấp",
    unwanted: "trong đó không thuộc diện cần tìm",
    ready: "Sẵn sàng",
    ready_on: "Còn sẵn sàng vào ngày",
    insufficient: "Quá ít dữ liệu",
    mean: "Trung bình điểm thấp nhất, %",
    excluded: "Dòng của bảng không có trong số liệu",
    tables: ["nhà cung cấp: ", "bằng chứng: "],
    ranking: "Thứ tự",
    rank_columns: [
        "Hạng",
        "Mã",
        "Nhà cung cấp",
        "Sẵn sàng",
        "Xếp hạng",
        "Ít nhất, %",
        "Nhiều nhất, %",
        "Lý do chưa đạt",
        "Sắp hết hạn",
    ],
    yes: "có",
    no: "chưa",
    requirements: "Yêu cầu và số nhà cung cấp đáp ứng",
    lacking: "Số nhà cung cấp chưa đáp ứng, hoặc chưa rõ",
    requirement_columns: ["Yêu cầu", "Mức", "Đạt", "trong đó sắp hết hạn", "Một phần", "Chưa đạt", "Chưa rõ"],
    groups: "Theo nhóm",
    group_columns: [
        "Nhóm",
        "Số nhà cung cấp",
        "Sẵn sàng",
        "Trung bình, %",
        "Quá ít dữ liệu",
        "Thường chưa đạt hoặc chưa rõ",
    ],
    not_known: "chưa rõ",
    all_others: "các nhóm còn lại gộp chung",
    withheld: ["nhóm không nêu riêng; một nhóm phải có ít nhất", "doanh nghiệp."],
    note: "Chưa đạt = chưa đạt, đã hết hạn hoặc bị đình chỉ. Điểm ít nhất là số đứng trước (điều chưa rõ không được tính điểm), nhiều nhất là số đứng sau. Bộ yêu cầu ghi (example) là ví dụ, không do người mua ban hành.",
    facts: &[
        ("chilled", "kho lạnh"),
        ("district", "quận, huyện"),
        ("employees", "số lao động"),
        ("exports", "xuất khẩu"),
        ("region", "khu vực"),
        ("sector", "ngành"),
        ("size", "quy mô"),
        ("ward", "phường, xã"),
    ],
};

fn words(lang: Lang) -> &'static Words {
    if lang == Lang::Vi { &VIETNAMESE } else { &ENGLISH }
}

/// A buyer's suppliers as plain text.
///
/// # Units
/// Scores in per cent, counts of suppliers.
///
/// # Example
/// ```
/// use emitrace::report::{Lang, supplier_base_table};
/// use emitrace::wire::v1::SupplierBaseRequest;
///
/// let request: SupplierBaseRequest = serde_json::from_str(r#"{"as_of": "2026-11-21", "set": "supplier-electronics-example",
///     "suppliers": [{"id": "A", "name": "Bulông A"}]}"#)?;
/// let answer = emitrace::supplier::base(&emitrace::factor::Catalog::bundled()?, &request)?;
/// assert!(supplier_base_table(&answer, Lang::Vi).contains("Bulông A"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn supplier_base_table(answer: &SupplierBaseAnswer, lang: Lang) -> String {
    base(answer, Page::new(lang), lang).finish()
}

/// The same as a page that needs nothing else; all text of the request is escaped.
///
/// # Units
/// As [`supplier_base_table`].
pub fn supplier_base_html(answer: &SupplierBaseAnswer, lang: Lang) -> String {
    base(answer, Page::web(lang, &answer.engine), lang).finish()
}

/// A region's suppliers as plain text.
///
/// # Units
/// Scores in per cent, counts of suppliers.
pub fn supplier_region_table(answer: &SupplierRegionAnswer, lang: Lang) -> String {
    region(answer, Page::new(lang), lang).finish()
}

/// The same as a page that needs nothing else; all text of the request is escaped.
///
/// # Units
/// As [`supplier_region_table`].
pub fn supplier_region_html(answer: &SupplierRegionAnswer, lang: Lang) -> String {
    region(answer, Page::web(lang, &answer.engine), lang).finish()
}

pub(super) fn base(answer: &SupplierBaseAnswer, mut page: Page, lang: Lang) -> Page {
    let (words, result) = (words(lang), &answer.result);
    page.title(words.base);
    head(&mut page, words, &result.asked, &result.total);
    requirements(&mut page, words, &result.asked.requirements, &result.total, lang);
    groups(&mut page, words, &result.asked.requirements, (&result.groups, None), lang);
    page.section(words.ranking);
    let mut grid = Grid::new(&[
        (Right, 6),
        (Left, 14),
        (Left, 30),
        (Left, 9),
        (Left, 9),
        (Right, 11),
        (Right, 13),
        (Left, 60),
        (Left, 60),
    ]);
    grid.row(&words.rank_columns);
    for one in &result.ranking {
        ranked(&mut grid, &page, &result.asked.requirements, one, lang);
    }
    page.grid(&grid, true);
    if !(answer.findings.is_empty() && answer.evidence_findings.is_empty()) {
        page.section(page.text.findings);
        let [suppliers, evidence] = words.tables;
        page.findings_of(suppliers, &answer.findings);
        page.findings_of(evidence, &answer.evidence_findings);
    }
    foot(page, words, &answer.digest)
}

pub(super) fn region(answer: &SupplierRegionAnswer, mut page: Page, lang: Lang) -> Page {
    let (words, result) = (words(lang), &answer.result);
    page.title(words.region);
    head(&mut page, words, &result.asked, &result.total);
    requirements(&mut page, words, &result.asked.requirements, &result.total, lang);
    let rest = (result.withheld_groups > 0).then_some(&result.withheld);
    groups(&mut page, words, &result.asked.requirements, (&result.groups, rest), lang);
    if result.withheld_groups > 0 {
        let marks = page.text.marks;
        let [groups, suppliers] = words.withheld;
        let (hidden, least) =
            (figure::count(result.withheld_groups, marks), figure::count(result.min_group, marks));
        page.prose(2, &format!("{hidden} {groups} {least} {suppliers}"));
    }
    foot(page, words, &answer.digest)
}

fn foot(mut page: Page, words: &Words, digest: &str) -> Page {
    page.section(page.text.proof);
    page.prose(2, digest);
    page.prose(0, words.note);
    page
}

fn head(page: &mut Page, words: &Words, asked: &SupplierAsked, total: &SupplierGroup) {
    let marks = page.text.marks;
    let count = |number: u64| figure::count(number, marks);
    let mut grid = Grid::new(&[(Left, 40), (Left, 80)]);
    let mut row = |name: &str, value: &str| {
        if !value.is_empty() {
            grid.row(&[name, value]);
        }
    };
    row(words.on, &page.text.date(&asked.as_of));
    let lang = page.text.lang;
    let (set, issuer) = packs::named_set(&asked.packs, (&asked.set, &asked.version, &asked.issuer), lang);
    row(words.set, &set);
    row(words.issuer, issuer);
    row(words.wanted, &asked.wanted);
    row(words.suppliers, &count(asked.suppliers));
    if asked.unwanted > 0 {
        row(words.unwanted, &count(asked.unwanted));
    }
    row(words.ready, &count(total.ready));
    row(&format!("{} {}", words.ready_on, page.text.date(&asked.ahead)), &count(total.ready_ahead));
    row(words.insufficient, &count(total.insufficient_data));
    row(words.mean, &figure::exact(&total.low_percent_mean, marks));
    if asked.excluded > 0 {
        row(words.excluded, &count(asked.excluded));
    }
    page.grid(&grid, false);
}

fn title<'a>(asked: &'a [RequirementAsked], id: &'a str, lang: Lang) -> &'a str {
    let found = asked.iter().find(|one| one.id == id);
    let title = found.map_or("", |one| if lang == Lang::Vi { &one.title_vi } else { &one.title_en });
    if title.is_empty() { id } else { title }
}

fn ranked(grid: &mut Grid, page: &Page, asked: &[RequirementAsked], one: &SupplierRank, lang: Lang) {
    let (words, marks) = (words(lang), page.text.marks);
    let why = one.fit_reasons.iter().chain(&one.why_not_ready).map(|why| match why.code.as_str() {
        "blocking" => format!("{} {}", said(REASONS, &why.code, lang), title(asked, &why.detail, lang)),
        _ => reason(why, page, lang),
    });
    let lapses = one.lapses.iter().map(|lapse| {
        format!("{} ({})", title(asked, &lapse.requirement, lang), page.text.date(&lapse.last_day))
    });
    let (why, lapses): (Vec<String>, Vec<String>) = (why.collect(), lapses.collect());
    let place = if one.rank == 0 { "–".to_owned() } else { figure::count(one.rank, marks) };
    grid.row(&[
        place.as_str(),
        &one.id,
        &one.name,
        if one.ready { words.yes } else { words.no },
        &one.grade,
        &figure::exact(&one.low_percent, marks),
        &figure::exact(&one.high_percent, marks),
        &why.join("; "),
        &lapses.join("; "),
    ]);
}

/// Suppliers of which a requirement is open: it applies, is known, and neither met nor met in part.
fn open(counts: &RequirementCounts) -> u64 {
    counts.not_met.saturating_add(counts.expired).saturating_add(counts.suspended)
}

/// A row for each supplier in the order of its rank, with the state of each requirement in a column of its own.
pub(super) fn ranking_csv(answer: &SupplierBaseAnswer) -> String {
    let asked = &answer.result.asked.requirements;
    let why = |reasons: &[SupplierReason]| {
        let said = reasons.iter().map(|reason| format!("{} {}", reason.code, reason.detail));
        csv::safe_cell(&said.map(|text| text.trim_end().to_owned()).collect::<Vec<_>>().join("; "))
    };
    let row = |one: &SupplierRank| {
        let texts = [&one.id, &one.name, &one.fits, &one.grade].map(|text| csv::safe_cell(text));
        let figures = [&one.coverage, &one.low_percent, &one.high_percent].map(|figure| csv::number(figure));
        core::iter::once(one.rank.to_string())
            .chain(texts)
            .chain([one.ready.to_string(), one.ready_ahead.to_string()])
            .chain(figures)
            .chain([why(&one.fit_reasons), why(&one.why_not_ready)])
            .chain(one.statuses.iter().map(|status| csv::safe_cell(status)))
            .collect()
    };
    let mut header = vec![
        "rank",
        "supplier",
        "name",
        "fits",
        "grade",
        "ready",
        "ready_ahead",
        "coverage",
        "low_percent",
        "high_percent",
        "fit_reasons",
        "why_not_ready",
    ];
    let ids: Vec<String> = asked.iter().map(|one| csv::safe_cell(&one.id)).collect();
    header.extend(ids.iter().map(String::as_str));
    csv::table(&header, answer.result.ranking.iter().map(row))
}

fn requirements(
    page: &mut Page,
    words: &Words,
    asked: &[RequirementAsked],
    total: &SupplierGroup,
    lang: Lang,
) {
    let marks = page.text.marks;
    page.section(words.requirements);
    let bars = asked.iter().zip(&total.requirements).map(|(requirement, counts)| {
        let lacking = open(counts).saturating_add(counts.unknown);
        Bar {
            name: title(asked, &requirement.id, lang).to_owned(),
            amount: i128::from(lacking),
            label: figure::count(lacking, marks),
            hatched: false,
        }
    });
    let bars: Vec<Bar> = bars.filter(|bar| bar.amount > 0).collect();
    page.chart(words.lacking, bars);
    let mut grid =
        Grid::new(&[(Left, 56), (Left, 9), (Right, 6), (Right, 20), (Right, 9), (Right, 9), (Right, 9)]);
    grid.row(&words.requirement_columns);
    for (requirement, counts) in asked.iter().zip(&total.requirements) {
        let met = counts.met.saturating_add(counts.met_expiring_soon);
        grid.row(&[
            title(asked, &requirement.id, lang),
            said(LEVELS, &requirement.level, lang),
            &figure::count(met, marks),
            &figure::count(counts.met_expiring_soon, marks),
            &figure::count(counts.partial, marks),
            &figure::count(open(counts), marks),
            &figure::count(counts.unknown, marks),
        ]);
    }
    page.grid(&grid, true);
}

fn groups(
    page: &mut Page,
    words: &Words,
    asked: &[RequirementAsked],
    (groups, rest): (&[SupplierGroup], Option<&SupplierGroup>),
    lang: Lang,
) {
    if groups.is_empty() && rest.is_none() {
        return;
    }
    let marks = page.text.marks;
    page.section(words.groups);
    let mut grid = Grid::new(&[(Left, 36), (Right, 16), (Right, 9), (Right, 13), (Right, 16), (Left, 80)]);
    grid.row(&words.group_columns);
    for group in groups.iter().chain(rest) {
        let facts = group.facts.iter().map(|fact| {
            let name = words.facts.iter().find(|(known, _)| *known == fact.name);
            let name = name.map_or(fact.name.as_str(), |(_, said)| said);
            let value = if fact.value.is_empty() { words.not_known } else { &fact.value };
            format!("{name}: {value}")
        });
        let facts = facts.collect::<Vec<_>>().join(", ");
        let mut most: Vec<(u64, &str)> = Vec::new();
        for counts in &group.requirements {
            most.push((open(counts).saturating_add(counts.unknown), &counts.id));
        }
        // Those of equal counts stay in the order of the set.
        most.order_by_key(|(count, _)| std::cmp::Reverse(*count));
        let most = most.into_iter().filter(|(count, _)| *count > 0).take(MOST_OPEN);
        let most: Vec<String> = most
            .map(|(count, id)| format!("{} ({})", title(asked, id, lang), figure::count(count, marks)))
            .collect();
        grid.row(&[
            if facts.is_empty() { words.all_others } else { &facts },
            &figure::count(group.suppliers, marks),
            &figure::count(group.ready, marks),
            &figure::exact(&group.low_percent_mean, marks),
            &figure::count(group.insufficient_data, marks),
            &most.join("; "),
        ]);
    }
    page.grid(&grid, true);
}
