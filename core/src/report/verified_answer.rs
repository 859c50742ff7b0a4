//! Any answer that was computed again: what differs, and what it was made of.

use super::screen::{Align, Grid};
use super::table::Page;
use super::{Lang, figure, verified};
use crate::wire::v1::AnswerVerifyAnswer;

use Align::{Left, Right};

/// Differences that are printed; the rest is counted.
const ROWS: usize = 50;

words! {
    title = "Answer computed again" | "Kết quả được tính lại";
    holds = "It holds: everything that it says follows from its request." | "Kết quả đúng: mọi điều nêu trong đó đều suy ra được từ yêu cầu.";
    fails = "It does not hold." | "Kết quả không khớp với yêu cầu.";
    edited = "its own digest does not fit it: it was changed after it was written" | "mã kiểm chứng không khớp với nội dung: kết quả bị sửa sau khi lập";
    inventories = "an inventory does not follow from its ledger" | "có kết quả kiểm kê không suy ra được từ sổ dữ liệu";
    figures = "other figures" | "số liệu khác";
    texts = "other texts" | "nội dung chữ khác";
    method = "Method" | "Phương thức";
    compared = "Figures compared" | "Số liệu đã đối chiếu";
    compared_texts = "Other statements compared" | "Nội dung khác đã đối chiếu";
    stated = "Digest as stated" | "Mã kiểm chứng ghi trong kết quả";
    again = "Digest computed again" | "Mã kiểm chứng tính lại";
    differences = "What differs" | "Điểm khác nhau";
    place = "Where" | "Vị trí";
    of_what = "Of" | "Thuộc về";
    reported = "Reported" | "Trong kết quả";
    recomputed = "Computed again" | "Tính lại";
    difference = "Difference" | "Chênh lệch";
    more = "more" | "mục nữa";
    made_of = "What it is made of" | "Căn cứ";
    answer = "Answer" | "Kết quả";
    became = "Taken" | "Cách dùng";
    from_ledger = "computed again from its ledger" | "tính lại từ sổ dữ liệu";
    as_given = "as it was given" | "giữ nguyên như đã cung cấp";
    inventory = "Inventory" | "Kiểm kê";
}

pub(super) fn written(answer: &AnswerVerifyAnswer, mut page: Page, lang: Lang) -> Page {
    let words = of(lang);
    let marks = page.text.marks;
    page.title(words.title);
    page.prose(0, if answer.holds { words.holds } else { words.fails });
    for reason in &answer.reasons {
        let said = match reason.as_str() {
            "edited" => words.edited,
            "inventories" => words.inventories,
            "figures" => words.figures,
            "texts" => words.texts,
            other => other,
        };
        page.prose(2, said);
    }
    let mut grid = Grid::new(&[(Left, 34), (Left, 64)]);
    grid.row(&[words.method, &answer.method]);
    grid.row(&[words.compared, &figure::count(answer.figures, marks)]);
    grid.row(&[words.compared_texts, &figure::count(answer.texts, marks)]);
    for (name, digest) in [(words.stated, &answer.reported_digest), (words.again, &answer.recomputed_digest)]
    {
        if !digest.is_empty() {
            grid.row(&[name, digest]);
        }
    }
    page.grid(&grid, false);
    if !answer.differences.is_empty() {
        page.section(words.differences);
        differences(answer, &mut page, words);
    }
    if !answer.answers.is_empty() {
        page.section(words.made_of);
        let mut grid = Grid::new(&[(Left, 24), (Left, 34), (Left, 34), (Left, 64)]);
        grid.row(&[words.place, words.answer, words.became, "SHA-256"]);
        for one in &answer.answers {
            let how = if one.how == "recomputed" { words.from_ledger } else { words.as_given };
            grid.row(&[&one.place, &one.schema, how, &one.digest]);
        }
        page.grid(&grid, true);
    }
    for one in &answer.answers {
        if let Some(inventory) = &one.verified {
            page.section(&format!("{}: {}", words.inventory, one.place));
            verified::told(inventory, &mut page, lang);
        }
    }
    page.prose(0, &format!("SHA-256: {}", answer.digest));
    page
}

fn differences(answer: &AnswerVerifyAnswer, page: &mut Page, words: &Words) {
    let marks = page.text.marks;
    let mut grid = Grid::new(&[(Left, 64), (Right, 34), (Right, 34), (Right, 30), (Left, 64)]);
    grid.row(&[words.of_what, words.reported, words.recomputed, words.difference, words.place]);
    for one in answer.differences.iter().take(ROWS) {
        // A digest has no decimal mark.
        let number = |text: &str| match one.what.as_str() {
            "figure" => figure::exact(text, marks),
            _ => text.to_owned(),
        };
        grid.row(&[
            verified::of_what(&one.of),
            number(&one.reported),
            number(&one.recomputed),
            number(&one.difference),
            one.place.clone(),
        ]);
    }
    page.grid(&grid, true);
    let rest = answer.differences_found.saturating_sub(u64::try_from(ROWS).unwrap_or(0));
    if rest > 0 {
        page.prose(2, &format!("+ {} {}", figure::count(rest, marks), words.more));
    }
}
