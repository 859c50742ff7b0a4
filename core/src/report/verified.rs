//! A report that was computed again, as text, page or paper.

use super::Lang;
use super::figure;
use super::outline;
use super::screen::{Align, Grid};
use super::table::Page;
use crate::wire::v1::ReportVerifyAnswer;

use Align::{Left, Right};

/// Differences and lines that are printed; the rest is counted.
const ROWS: usize = 50;

struct Words {
    title: &'static str,
    holds: &'static str,
    fails: &'static str,
    /// With `{figures}`, `{texts}`, `{lines}` and `{rows}`.
    compared: &'static str,
    stated: &'static str,
    again: &'static str,
    differences: &'static str,
    columns: [&'static str; 6],
    lines: &'static str,
    lines_note: &'static str,
    whole: &'static str,
    no_line: &'static str,
    changes: &'static str,
    more: &'static str,
    reasons: [&'static str; 8],
    /// What kind of thing differs.
    kinds: [(&'static str, &'static str); 7],
}

const REASONS: [&str; 8] =
    ["edited", "contradicts-itself", "choices", "packs", "factors", "coverage", "figures", "texts"];

const ENGLISH: Words = Words {
    title: "Report computed again",
    holds: "The report holds: everything that it says follows from the ledger.",
    fails: "The report does not hold.",
    compared: "{figures} figures and {texts} other statements compared, from {lines} lines of {rows} rows",
    stated: "Digest as stated",
    again: "Digest computed again",
    differences: "What differs",
    columns: ["What", "Where", "Of", "Reported", "Computed again", "Difference"],
    lines: "Lines that can explain it",
    lines_note: "They lie in a changed cell of every view: if one row changed, it is among them.",
    whole: "its own sum is the whole difference",
    no_line: "No line of the ledger explains it: the report itself was changed, or a row is no longer there.",
    changes: "Line by line against the earlier ledger",
    more: "more",
    reasons: [
        "its own digest does not fit it: it was changed after it was written",
        "its views do not add up to its totals",
        "other choices",
        "other editions of packs",
        "other factors",
        "other rows are counted",
        "other figures",
        "other texts",
    ],
    kinds: [
        ("choice", "choice"),
        ("pack", "pack"),
        ("factor", "factor"),
        ("coverage", "coverage"),
        ("figure", "figure"),
        ("note", "note"),
        ("text", "text"),
    ],
};

const VIETNAMESE: Words = Words {
    title: "Báo cáo được tính lại",
    holds: "Báo cáo đúng: mọi điều nêu trong đó đều suy ra được từ sổ dữ liệu.",
    fails: "Báo cáo không khớp với sổ dữ liệu.",
    compared: "đã đối chiếu {figures} số liệu và {texts} nội dung khác, từ {lines} dòng được tính trên {rows} dòng",
    stated: "Mã kiểm chứng ghi trong báo cáo",
    again: "Mã kiểm chứng tính lại",
    differences: "Điểm khác nhau",
    columns: ["Loại", "Vị trí", "Thuộc về", "Trong báo cáo", "Tính lại", "Chênh lệch"],
    lines: "Những dòng có thể giải thích",
    lines_note: "Các dòng này nằm trong ô thay đổi của mọi cách chia: nếu một dòng đã đổi thì dòng đó có ở đây.",
    whole: "tổng của riêng dòng này bằng toàn bộ chênh lệch",
    no_line: "Không dòng nào của sổ giải thích được: chính báo cáo đã bị sửa, hoặc một dòng không còn trong sổ.",
    changes: "So từng dòng với sổ trước đây",
    more: "mục nữa",
    reasons: [
        "mã kiểm chứng không khớp với nội dung: báo cáo bị sửa sau khi lập",
        "các cách chia không cộng thành tổng",
        "lựa chọn khác",
        "gói dữ liệu ấn bản khác",
        "hệ số khác",
        "số dòng được tính khác",
        "số liệu khác",
        "nội dung chữ khác",
    ],
    kinds: [
        ("choice", "lựa chọn"),
        ("pack", "gói dữ liệu"),
        ("factor", "hệ số"),
        ("coverage", "mức bao phủ"),
        ("figure", "số liệu"),
        ("note", "ghi chú"),
        ("text", "chữ"),
    ],
};

/// What became of a report that was computed again, as plain text.
///
/// # Units
/// As in the report; differences in kilograms of CO2 equivalent, or kilograms of gas, exactly.
pub fn report_verify_table(answer: &ReportVerifyAnswer, lang: Lang) -> String {
    written(answer, Page::new(lang), lang).finish()
}

pub(super) fn written(answer: &ReportVerifyAnswer, mut page: Page, lang: Lang) -> Page {
    let words = if lang == Lang::Vi { &VIETNAMESE } else { &ENGLISH };
    page.title(words.title);
    told(answer, &mut page, lang);
    page.prose(0, &format!("SHA-256: {}", answer.digest));
    page
}

/// What became of one inventory, below a title.
pub(super) fn told(answer: &ReportVerifyAnswer, page: &mut Page, lang: Lang) {
    let words = if lang == Lang::Vi { &VIETNAMESE } else { &ENGLISH };
    let marks = page.text.marks;
    page.prose(0, if answer.holds { words.holds } else { words.fails });
    for reason in &answer.reasons {
        let said = REASONS.iter().zip(words.reasons).find(|(known, _)| *known == reason);
        page.prose(2, said.map_or(reason.as_str(), |(_, said)| said));
    }
    let count = |number: u64| figure::count(number, marks);
    let compared = words
        .compared
        .replace("{figures}", &count(answer.compared.figures))
        .replace("{texts}", &count(answer.compared.texts))
        .replace("{lines}", &count(answer.compared.lines))
        .replace("{rows}", &count(answer.compared.rows));
    page.prose(0, &compared);
    let mut grid = Grid::new(&[(Left, 34), (Left, 64)]);
    for (name, digest) in [(words.stated, &answer.reported_digest), (words.again, &answer.recomputed_digest)]
    {
        if !digest.is_empty() {
            grid.row(&[name, digest]);
        }
    }
    page.grid(&grid, false);
    if !answer.differences.is_empty() {
        page.section(words.differences);
        let mut grid =
            Grid::new(&[(Left, 11), (Left, 64), (Left, 64), (Right, 34), (Right, 34), (Right, 30)]);
        grid.row(&words.columns);
        for one in answer.differences.iter().take(ROWS) {
            let number = |text: &str| figure::exact(text, marks);
            grid.row(&[
                said(words, &one.what).to_owned(),
                one.place.clone(),
                of_what(&one.of),
                number(&one.reported),
                number(&one.recomputed),
                number(&one.difference),
            ]);
        }
        page.grid(&grid, true);
        more(page, answer.differences_found, words);
        page.section(words.lines);
        if answer.explained.is_empty() && answer.form != "xlsx" {
            page.prose(2, words.no_line);
        } else if !answer.explained.is_empty() {
            page.prose(2, words.lines_note);
        }
        for line in answer.explained.iter().take(ROWS) {
            let whole = if line.whole { format!(" ({})", words.whole) } else { String::new() };
            let place = format!("{} {}", page.text.row, outline::row(page.text, line.row));
            page.prose(
                2,
                &format!(
                    "{place}, {} {} {}: {} kg CO2e, {}{whole}",
                    line.id,
                    line.site,
                    line.activity,
                    figure::exact(&line.location_kg_co2e, marks),
                    line.factors.join(", ")
                ),
            );
        }
        more(page, answer.explained_found, words);
    }
    if let Some(diff) = &answer.changes {
        page.section(words.changes);
        for line in diff.changes.iter().take(ROWS) {
            let row = if line.after_row == 0 { line.before_row } else { line.after_row };
            let causes: Vec<String> =
                line.causes.iter().map(|cause| super::cause::cause(cause, page.text)).collect();
            let change = line.accounts.first().map_or("", |account| account.change_kg_co2e.as_str());
            page.prose(
                2,
                &format!(
                    "{} {row}, {} {} {}: {} kg CO2e; {}",
                    page.text.row,
                    line.kind,
                    line.id,
                    line.activity,
                    figure::exact(change, marks),
                    causes.join("; ")
                ),
            );
        }
    }
}

/// What a difference is of, from the outside in.
pub(super) fn of_what(of: &[String]) -> String {
    let parts: Vec<&str> = of.iter().map(String::as_str).filter(|part| !part.is_empty()).collect();
    parts.join(" · ")
}

/// What kind of thing differs.
fn said<'a>(words: &'a Words, what: &'a str) -> &'a str {
    words.kinds.iter().find(|(known, _)| *known == what).map_or(what, |(_, said)| said)
}

/// How many of them are not printed.
fn more(page: &mut Page, found: u64, words: &Words) {
    let rest = found.saturating_sub(u64::try_from(ROWS).unwrap_or(0));
    if rest > 0 {
        let count = figure::count(rest, page.text.marks);
        page.prose(2, &format!("+ {count} {}", words.more));
    }
}
