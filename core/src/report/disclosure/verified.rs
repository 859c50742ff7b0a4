//! A sustainability report that was computed again, as text, page or paper.

use crate::report::outline::Remark;
use crate::report::screen::{Align, Grid};
use crate::report::table::Page;
use crate::report::{Lang, figure, verified};
use crate::wire::v1::{DisclosureVerifyAnswer, FactDifference};

use Align::{Left, Right};

/// Differences that are printed; the rest is counted.
const ROWS: usize = 50;

struct Words {
    title: &'static str,
    holds: &'static str,
    fails: &'static str,
    reasons: [(&'static str, &'static str); 5],
    compared: &'static str,
    /// Where facts come from: inventories, energy accounts, formulas, people.
    origins: [&'static str; 4],
    differences: &'static str,
    columns: [&'static str; 7],
    kinds: [(&'static str, &'static str); 10],
    from: &'static str,
    /// How sources are called.
    sources: [(&'static str, &'static str); 4],
    line: &'static str,
    unreadable: &'static str,
    inventory: &'static str,
    open: &'static str,
    more: &'static str,
}

const ENGLISH: Words = Words {
    title: "Sustainability report computed again",
    holds: "The report holds: every fact follows from what was given.",
    fails: "The report does not hold.",
    reasons: [
        ("edited", "its own digest does not fit it: it was changed after it was written"),
        ("unreadable", "the page has facts that cannot be read"),
        ("facts", "facts do not follow from what was given"),
        ("shown", "the page shows something else beside right facts"),
        ("inventories", "an inventory does not follow from its ledger"),
    ],
    compared: "Facts that were compared",
    origins: ["from inventories", "from energy accounts", "from formulas", "stated by people"],
    differences: "What differs",
    columns: ["What", "Fact", "Days", "Reported", "Computed again", "Difference", "Follows from"],
    kinds: [
        ("value", "value"),
        ("scale", "power of ten"),
        ("unit", "unit"),
        ("decimals", "decimals"),
        ("period", "days"),
        ("hidden", "not shown to readers"),
        ("shown", "words of the page"),
        ("missing", "not reported"),
        ("unsupported", "follows from nothing"),
        ("entity", "entity"),
    ],
    from: "inventory",
    sources: [
        ("inventory", "inventory"),
        ("energy", "energy account"),
        ("form", "what people stated"),
        ("formula", "formula"),
    ],
    line: "line",
    unreadable: "What cannot be read",
    inventory: "Inventory",
    open: "Its ledger was not given: it was taken as it stands.",
    more: "more",
};

const VIETNAMESE: Words = Words {
    title: "Báo cáo bền vững được tính lại",
    holds: "Báo cáo đúng: mọi dữ kiện đều suy ra được từ những gì đã cung cấp.",
    fails: "Báo cáo không khớp với những gì đã cung cấp.",
    reasons: [
        ("edited", "mã kiểm chứng không khớp với nội dung: báo cáo bị sửa sau khi lập"),
        ("unreadable", "trang có dữ kiện không đọc được"),
        ("facts", "có dữ kiện không suy ra được từ những gì đã cung cấp"),
        ("shown", "dữ kiện đúng nhưng trang hiển thị nội dung khác"),
        ("inventories", "có kết quả kiểm kê không suy ra được từ sổ dữ liệu"),
    ],
    compared: "Số dữ kiện đã đối chiếu",
    origins: ["từ kiểm kê khí nhà kính", "từ số liệu năng lượng", "từ công thức", "do người lập khai báo"],
    differences: "Điểm khác nhau",
    columns: ["Loại", "Dữ kiện", "Kỳ", "Trong báo cáo", "Tính lại", "Chênh lệch", "Căn cứ"],
    kinds: [
        ("value", "giá trị"),
        ("scale", "lũy thừa của mười"),
        ("unit", "đơn vị"),
        ("decimals", "số chữ số thập phân"),
        ("period", "kỳ"),
        ("hidden", "không hiển thị cho người đọc"),
        ("shown", "nội dung hiển thị"),
        ("missing", "chưa báo cáo"),
        ("unsupported", "không có căn cứ"),
        ("entity", "đơn vị báo cáo"),
    ],
    from: "kiểm kê",
    sources: [
        ("inventory", "kiểm kê"),
        ("energy", "số liệu năng lượng"),
        ("form", "khai báo"),
        ("formula", "công thức"),
    ],
    line: "dòng",
    unreadable: "Nội dung không đọc được",
    inventory: "Kiểm kê",
    open: "Không có sổ dữ liệu: kết quả kiểm kê được giữ nguyên như đã cung cấp.",
    more: "mục nữa",
};

fn said<'a>(words: &[(&str, &'a str)], code: &'a str) -> &'a str {
    words.iter().find(|(known, _)| *known == code).map_or(code, |(_, said)| said)
}

/// What became of a sustainability report that was computed again, as plain text.
///
/// # Units
/// Those of the facts; inventories in kilograms of CO2 equivalent.
pub fn disclosure_verify_table(answer: &DisclosureVerifyAnswer, lang: Lang) -> String {
    written(answer, Page::new(lang), lang).finish()
}

/// The same as a page that needs nothing else; all text of the report is escaped.
pub fn disclosure_verify_html(answer: &DisclosureVerifyAnswer, lang: Lang) -> String {
    written(answer, Page::web(lang, &answer.engine), lang).finish()
}

pub(in crate::report) fn written(answer: &DisclosureVerifyAnswer, mut page: Page, lang: Lang) -> Page {
    let words = if lang == Lang::Vi { &VIETNAMESE } else { &ENGLISH };
    let marks = page.text.marks;
    page.title(words.title);
    page.prose(0, if answer.holds { words.holds } else { words.fails });
    for reason in &answer.reasons {
        page.prose(2, said(&words.reasons, reason));
    }
    let counts = &answer.compared;
    let mut grid = Grid::new(&[(Left, 40), (Right, 7)]);
    grid.row(&[words.compared, &figure::count(counts.facts, marks)]);
    let origins = [counts.from_inventories, counts.from_energy, counts.from_formulas, counts.stated];
    for (name, count) in words.origins.iter().zip(origins) {
        grid.row(&[&format!("  {name}"), &figure::count(count, marks)]);
    }
    page.grid(&grid, false);
    // Lines of a page are too long for a table.
    let (lines, facts): (Vec<_>, Vec<_>) = answer.differences.iter().partition(|one| one.what == "shown");
    for one in lines {
        let line = figure::count(one.line.unwrap_or_default(), marks);
        page.section(&format!("{}: {} {line}", said(&words.kinds, &one.what), words.line));
        let [.., reported, recomputed, _, _] = words.columns;
        page.prose(2, &format!("{reported}: {}", one.reported));
        page.prose(2, &format!("{recomputed}: {}", one.recomputed));
    }
    if !facts.is_empty() {
        page.section(words.differences);
        let mut grid = Grid::new(&[
            (Left, 20),
            (Left, 56),
            (Left, 23),
            (Right, 34),
            (Right, 34),
            (Right, 24),
            (Left, 30),
        ]);
        grid.row(&words.columns);
        for one in facts.into_iter().take(ROWS) {
            let title = match (one.concept.as_str(), lang) {
                ("", _) => String::new(),
                (name, Lang::Vi) if one.title_vi.is_empty() => name.to_owned(),
                (_, Lang::Vi) => one.title_vi.clone(),
                (name, _) if one.title_en.is_empty() => name.to_owned(),
                _ => one.title_en.clone(),
            };
            let place = one.place.rsplit('/').next().unwrap_or_default();
            let line = one.line.map(|line| format!("{} {} {place}", words.line, figure::count(line, marks)));
            let members = one.dimensions.values().map(String::as_str);
            let named =
                core::iter::once(title.as_str()).chain(members).chain(line.as_deref().map(str::trim_end));
            let named: Vec<&str> = named.filter(|text| !text.is_empty()).collect();
            let number = |text: &str| figure::exact(text, marks);
            grid.row(&[
                said(&words.kinds, &one.what).to_owned(),
                named.join(" · "),
                one.period.clone(),
                number(&one.reported),
                number(&one.recomputed),
                number(&one.difference),
                from(one, words),
            ]);
        }
        page.grid(&grid, true);
        let rest = answer.differences_found.saturating_sub(u64::try_from(ROWS).unwrap_or(0));
        if rest > 0 {
            page.prose(2, &format!("+ {} {}", figure::count(rest, marks), words.more));
        }
    }
    if !answer.findings.is_empty() {
        page.section(words.unreadable);
        for finding in &answer.findings {
            page.prose(2, &format!("{}  {}", finding.code, finding.path));
            page.remark(&Remark::new(page.text, &finding.code, &finding.message, &finding.help));
        }
    }
    for (at, one) in (1_u64..).zip(&answer.inventories) {
        page.section(&format!("{} {at}: {}", words.inventory, one.period));
        match &one.verified {
            Some(inventory) => verified::told(inventory, &mut page, lang),
            None => page.prose(0, words.open),
        }
    }
    page.prose(0, &format!("SHA-256: {}", answer.digest));
    page
}

/// What a fact follows from, in a few words.
fn from(one: &FactDifference, words: &Words) -> String {
    let sources = one.sources.iter().map(|source| match source.kind.as_str() {
        "inventory" => said(&words.sources, "inventory").to_owned(),
        // The formula itself is long, and stands in the JSON.
        kind if source.reference.is_empty() || kind == "formula" => said(&words.sources, kind).to_owned(),
        kind => format!("{}: {}", said(&words.sources, kind), source.reference),
    });
    let inventories = one.inventories.iter().map(|at| format!("{} {}", words.from, at.saturating_add(1)));
    // The inventory first: it is what a reader opens next.
    let all: Vec<String> = inventories.chain(sources.filter(|text| text != words.from)).collect();
    all.join("; ")
}
