//! How far a supplier is, as a page: the verdict, what to do next, what lapses, every requirement with its reasons.

use super::Lang;
use super::packs;
use super::screen::{Align, Grid};
use super::svg::Bar;
use super::table::Page;
use super::{csv, figure};
use crate::wire::v1::{RequirementState, SupplierAnswer, SupplierEvidence, SupplierReason};

use Align::{Left, Right};

/// A word of an answer and how it is said in English and Vietnamese.
pub(super) type Said = (&'static str, [&'static str; 2]);

pub(super) const STATUSES: &[Said] = &[
    ("met", ["met", "đạt"]),
    ("met_expiring_soon", ["met, expires soon", "đạt, sắp hết hạn"]),
    ("partial", ["met in part", "đạt một phần"]),
    ("not_met", ["not met", "chưa đạt"]),
    ("expired", ["expired", "đã hết hạn"]),
    ("suspended", ["suspended", "bị đình chỉ"]),
    ("unknown", ["unknown", "chưa rõ"]),
    ("not_applicable", ["does not apply", "không áp dụng"]),
];

pub(super) const LEVELS: &[Said] =
    &[("blocking", ["blocking", "bắt buộc"]), ("major", ["major", "chính"]), ("minor", ["minor", "phụ"])];

const ACTIONS: &[Said] = &[
    ("provide", ["provide evidence", "cung cấp bằng chứng"]),
    ("renew", ["renew", "gia hạn"]),
    ("complete", ["complete", "bổ sung"]),
    ("improve", ["improve", "cải thiện"]),
    ("resolve", ["resolve the suspension", "giải quyết việc đình chỉ"]),
    ("tell", ["complete the profile", "bổ sung hồ sơ doanh nghiệp"]),
];

pub(super) const REASONS: &[Said] = &[
    ("no-evidence", ["no evidence is given", "chưa có bằng chứng"]),
    ("profile-missing", ["the profile does not say", "hồ sơ doanh nghiệp chưa nêu"]),
    ("suspended", ["it is suspended", "đang bị đình chỉ"]),
    ("withdrawn", ["it was withdrawn", "đã bị thu hồi"]),
    ("not-yet-valid", ["it holds from", "chỉ có hiệu lực từ"]),
    ("no-date", ["it has no date", "không có ngày"]),
    ("no-expiry", ["it has no last day", "không có ngày hết hạn"]),
    ("expired", ["it expired on", "đã hết hạn ngày"]),
    ("too-old", ["it is too old since", "quá cũ từ ngày"]),
    ("surveillance-overdue", ["surveillance was due on", "quá hạn đánh giá giám sát ngày"]),
    ("not-accredited", ["no accreditation is stated", "chưa nêu tổ chức công nhận"]),
    ("incomplete", ["it is not complete", "chưa đầy đủ"]),
    ("no-scope", ["it does not say what it holds for", "chưa nêu phạm vi"]),
    ("other-scope", ["it does not hold for", "không áp dụng cho"]),
    ("no-value", ["no value is given", "chưa có giá trị"]),
    ("unit-not-comparable", ["the unit cannot be compared with", "đơn vị không so được với"]),
    ("above-maximum", ["the value is above", "giá trị cao hơn"]),
    ("below-minimum", ["the value is below", "giá trị thấp hơn"]),
    ("site-not-covered", ["it does not cover", "không bao gồm"]),
    ("blocking", ["a blocking requirement is open:", "còn yêu cầu bắt buộc chưa đạt:"]),
    ("insufficient-data", ["too little is known; evaluated part:", "quá ít dữ liệu; phần đã đánh giá:"]),
    ("grade", ["the grade is", "xếp hạng là"]),
    ("not-wanted", ["not met:", "không đáp ứng:"]),
];

/// What conditions of downgrades are written with.
const COUNTS: &[Said] = &[
    ("open_blocking", ["open blocking requirements", "số yêu cầu bắt buộc chưa đạt"]),
    ("open_major", ["open major requirements", "số yêu cầu chính chưa đạt"]),
    ("open_minor", ["open minor requirements", "số yêu cầu phụ chưa đạt"]),
    ("unknown", ["requirements of which nothing is known", "số yêu cầu chưa rõ"]),
    ("lowest_theme", ["per cent of the lowest theme", "phần trăm của chủ đề thấp nhất"]),
    (">=", ["≥", "≥"]),
    ("<=", ["≤", "≤"]),
    ("==", ["=", "="]),
    ("!=", ["≠", "≠"]),
    ("and", ["and", "và"]),
    ("or", ["or", "hoặc"]),
    ("not", ["not", "không"]),
];

/// Themes of the shipped sets; others are shown as they are written.
const THEMES: &[Said] = &[
    ("basic", ["basic module", "phần cơ bản"]),
    ("documents", ["documents", "hồ sơ"]),
    ("emissions", ["emissions", "phát thải"]),
    ("environment", ["environment", "môi trường"]),
    ("ethics", ["ethics", "đạo đức kinh doanh"]),
    ("food", ["food safety", "an toàn thực phẩm"]),
    ("labour", ["labour", "lao động"]),
    ("legal", ["legal", "pháp lý"]),
    ("method", ["method", "phương pháp"]),
    ("quality", ["quality", "chất lượng"]),
    ("report", ["report", "báo cáo"]),
    ("safety", ["safety", "an toàn"]),
];

/// The words of the page in one language.
struct Words {
    title: &'static str,
    supplier: &'static str,
    on: &'static str,
    set: &'static str,
    issuer: &'static str,
    verdict: &'static str,
    ready: [&'static str; 2],
    because: &'static str,
    grade: &'static str,
    none: &'static str,
    lowered: &'static str,
    score: &'static str,
    to: &'static str,
    coverage: &'static str,
    next: &'static str,
    next_columns: [&'static str; 5],
    nothing: &'static str,
    ahead: &'static str,
    ahead_columns: [&'static str; 3],
    nothing_lapses: &'static str,
    all: &'static str,
    columns: [&'static str; 5],
    shown: &'static str,
    shown_columns: [&'static str; 6],
    themes: &'static str,
    theme_columns: [&'static str; 5],
    excluded: &'static str,
    bounds: &'static str,
}

const ENGLISH: Words = Words {
    title: "Supplier readiness",
    supplier: "Supplier",
    on: "As of",
    set: "Requirements",
    issuer: "Issued by",
    verdict: "Verdict",
    ready: ["not ready", "ready"],
    because: "Because",
    grade: "Grade",
    none: "none: too little is known",
    lowered: "lowered because",
    score: "Score, per cent",
    to: "to",
    coverage: "Evaluated part of the weight",
    next: "What to do next",
    next_columns: ["Requirement", "To do", "Level", "Until", "Points of 100"],
    nothing: "nothing",
    ahead: "If nothing is done until",
    ahead_columns: ["What lapses", "Level", "Last day"],
    nothing_lapses: "nothing lapses",
    all: "Requirements",
    columns: ["Requirement", "State", "Level", "Last day", "Evidence and reasons"],
    shown: "Evidence",
    shown_columns: ["Evidence", "Issued by", "Holds for", "Of", "Last day", "SHA-256"],
    themes: "Themes",
    theme_columns: ["Theme", "Met", "Apply", "At least, %", "At most, %"],
    excluded: "rows of the table are not in the assessment",
    bounds: "The score is at least what is shown first (what is unknown counts nothing) and at most what is shown last. The grade is that of the first. A set marked as example is not issued by a buyer.",
};

const VIETNAMESE: Words = Words {
    title: "Mức độ sẵn sàng của nhà cung cấp",
    supplier: "Nhà cung cấp",
    on: "Tại ngày",
    set: "Bộ yêu cầu",
    issuer: "Ban hành bởi",
    verdict: "Kết luận",
    ready: ["chưa sẵn sàng", "sẵn sàng"],
    because: "Vì",
    grade: "Xếp hạng",
    none: "chưa xếp hạng: quá ít dữ liệu",
    lowered: "hạ hạng vì",
    score: "Điểm, phần trăm",
    to: "đến",
    coverage: "Phần trọng số đã đánh giá",
    next: "Việc cần làm tiếp",
    next_columns: ["Yêu cầu", "Việc cần làm", "Mức", "Trước ngày", "Điểm trên 100"],
    nothing: "không có",
    ahead: "Nếu không làm gì đến ngày",
    ahead_columns: ["Sẽ hết hiệu lực", "Mức", "Ngày cuối"],
    nothing_lapses: "không có gì hết hiệu lực",
    all: "Các yêu cầu",
    columns: ["Yêu cầu", "Tình trạng", "Mức", "Ngày cuối", "Bằng chứng và lý do"],
    shown: "Bằng chứng",
    shown_columns: ["Bằng chứng", "Nơi cấp", "Phạm vi", "Ngày", "Ngày cuối", "SHA-256"],
    themes: "Theo chủ đề",
    theme_columns: ["Chủ đề", "Đạt", "Áp dụng", "Ít nhất, %", "Nhiều nhất, %"],
    excluded: "dòng của bảng không có trong đánh giá",
    bounds: "Điểm ít nhất là số đứng trước (điều chưa rõ không được tính điểm) và nhiều nhất là số đứng sau. Xếp hạng theo số đứng trước. Bộ yêu cầu ghi (example) là ví dụ, không do người mua ban hành.",
};

/// The assessment as plain text.
///
/// # Units
/// Scores in per cent, days.
///
/// # Example
/// ```
/// use emitrace::report::{Lang, supplier_table};
/// use emitrace::wire::v1::SupplierRequest;
///
/// let request: SupplierRequest = serde_json::from_str(r#"{"as_of": "2026-11-21", "set": "supplier-electronics-example"}"#)?;
/// let answer = emitrace::supplier::assess(&emitrace::factor::Catalog::bundled()?, &request)?;
/// assert!(supplier_table(&answer, Lang::Vi).contains("chưa sẵn sàng"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn supplier_table(answer: &SupplierAnswer, lang: Lang) -> String {
    written(answer, Page::new(lang), lang).finish()
}

/// The same as a page that needs nothing else; all text of the request is escaped.
///
/// # Units
/// As [`supplier_table`].
pub fn supplier_html(answer: &SupplierAnswer, lang: Lang) -> String {
    written(answer, Page::web(lang, &answer.engine), lang).finish()
}

/// How a word of the answer is said; itself if it is none of the list.
pub(super) fn said<'w>(list: &'static [Said], word: &'w str, lang: Lang) -> &'w str {
    let found = list.iter().find(|(known, _)| *known == word);
    found.map_or(word, |(_, [english, vietnamese])| if lang == Lang::Vi { vietnamese } else { english })
}

pub(super) fn reason(reason: &SupplierReason, page: &Page, lang: Lang) -> String {
    let detail = page.text.date(&reason.detail);
    format!("{} {detail}", said(REASONS, &reason.code, lang)).trim_end().to_owned()
}

/// A condition on counts as a reader says it: `open_major >= 1` is `open major requirements ≥ 1`. What is not known stays.
fn condition(when: &str, lang: Lang) -> String {
    when.split_whitespace().map(|word| said(COUNTS, word, lang)).collect::<Vec<_>>().join(" ")
}

/// The name of a status.
pub(super) fn status(word: &str, lang: Lang) -> &str {
    said(STATUSES, word, lang)
}

/// The heading of the page.
pub(super) fn heading(lang: Lang) -> &'static str {
    if lang == Lang::Vi { VIETNAMESE.title } else { ENGLISH.title }
}

pub(super) fn title(state: &RequirementState, lang: Lang) -> &str {
    let title = if lang == Lang::Vi { &state.title_vi } else { &state.title_en };
    if title.is_empty() { &state.id } else { title }
}

pub(super) fn written(answer: &SupplierAnswer, mut page: Page, lang: Lang) -> Page {
    let words = if lang == Lang::Vi { &VIETNAMESE } else { &ENGLISH };
    page.title(words.title);
    head(&mut page, words, answer, lang);
    let of = |id: &str| answer.result.requirements.iter().find(|state| state.id == id);
    let named = |id: &str| of(id).map_or_else(|| id.to_owned(), |state| title(state, lang).to_owned());
    page.section(words.next);
    if answer.result.actions.is_empty() {
        page.prose(2, words.nothing);
    } else {
        let mut grid = Grid::new(&[(Left, 56), (Left, 26), (Left, 9), (Left, 10), (Right, 13)]);
        grid.row(&words.next_columns);
        for action in &answer.result.actions {
            let level = of(&action.requirement).map_or("", |state| &state.level);
            grid.row(&[
                &named(&action.requirement),
                said(ACTIONS, &action.action, lang),
                said(LEVELS, level, lang),
                &page.text.date(&action.before),
                &figure::exact(&action.gain_percent, page.text.marks),
            ]);
        }
        page.grid(&grid, true);
    }
    ahead(&mut page, words, answer, (lang, &named));
    page.section(words.all);
    let mut grid = Grid::new(&[(Left, 56), (Left, 18), (Left, 9), (Left, 10), (Left, 70)]);
    grid.row(&words.columns);
    for state in &answer.result.requirements {
        let reasons = state.reasons.iter().map(|one| reason(one, &page, lang));
        let because: Vec<String> = state.evidence.iter().cloned().chain(reasons).collect();
        grid.row(&[
            title(state, lang),
            said(STATUSES, &state.status, lang),
            said(LEVELS, &state.level, lang),
            &page.text.date(&state.last_day),
            &because.join("; "),
        ]);
    }
    page.grid(&grid, true);
    documents(&mut page, words, &answer.result.documents);
    themes(&mut page, words, answer, lang);
    if answer.result.excluded > 0 {
        page.section(page.text.findings);
        page.prose(
            2,
            &format!("{} {}", figure::count(answer.result.excluded, page.text.marks), words.excluded),
        );
        page.findings_of("", &answer.findings);
    }
    page.section(page.text.proof);
    page.prose(2, &answer.digest);
    page.prose(0, words.bounds);
    page
}

/// The evidence that decided, with what proves it.
fn documents(page: &mut Page, words: &Words, documents: &[SupplierEvidence]) {
    if documents.is_empty() {
        return;
    }
    page.section(words.shown);
    let mut grid = Grid::new(&[(Left, 70), (Left, 30), (Left, 30), (Left, 10), (Left, 10), (Left, 12)]);
    grid.row(&words.shown_columns);
    for one in documents {
        let of = if one.issued.is_empty() { &one.period_end } else { &one.issued };
        grid.row(&[
            &one.id,
            &one.issuer,
            &one.scope,
            &page.text.date(of),
            &page.text.date(&one.expires),
            one.sha256.get(..12).unwrap_or_default(),
        ]);
    }
    page.grid(&grid, true);
}

fn head(page: &mut Page, words: &Words, answer: &SupplierAnswer, lang: Lang) {
    let (result, score, marks) = (&answer.result, &answer.result.score, page.text.marks);
    let [not_ready, ready] = words.ready;
    let mut grid = Grid::new(&[(Left, 30), (Left, 120)]);
    let mut row = |name: &str, value: &str| {
        if !value.is_empty() {
            grid.row(&[name, value]);
        }
    };
    row(words.supplier, &result.supplier);
    row(words.on, &page.text.date(&result.as_of));
    let (set, issuer) = packs::named_set(&result.packs, (&result.set, &result.version, &result.issuer), lang);
    row(words.set, &set);
    row(words.issuer, issuer);
    row(words.verdict, if score.ready { ready } else { not_ready });
    let because: Vec<String> = score.why_not_ready.iter().map(|one| reason(one, page, lang)).collect();
    row(words.because, &because.join("; "));
    let grade = match (score.grade.as_str(), score.downgrades.is_empty()) {
        ("", _) => words.none.to_owned(),
        (grade, true) => grade.to_owned(),
        (grade, false) => {
            let why: Vec<String> = score.downgrades.iter().map(|when| condition(when, lang)).collect();
            format!("{grade} ({} {})", words.lowered, why.join("; "))
        }
    };
    row(words.grade, &grade);
    let percent = |text: &str| figure::exact(text, marks);
    if !score.low_percent.is_empty() {
        let bounds = [percent(&score.low_percent), percent(&score.high_percent)];
        row(words.score, &bounds.join(&format!(" {} ", words.to)));
    }
    row(words.coverage, &percent(&score.coverage));
    page.grid(&grid, false);
}

fn ahead(
    page: &mut Page,
    words: &Words,
    answer: &SupplierAnswer,
    (lang, named): (Lang, &dyn Fn(&str) -> String),
) {
    let ahead = &answer.result.ahead;
    let [not_ready, ready] = words.ready;
    page.section(&format!("{} {}", words.ahead, page.text.date(&ahead.on)));
    let grade = if ahead.grade.is_empty() { words.none } else { &ahead.grade };
    let verdict = if ahead.ready { ready } else { not_ready };
    page.prose(2, &format!("{}: {grade}. {}: {verdict}.", words.grade, words.verdict));
    if ahead.lapses.is_empty() {
        return page.prose(2, words.nothing_lapses);
    }
    let mut grid = Grid::new(&[(Left, 56), (Left, 9), (Left, 10)]);
    grid.row(&words.ahead_columns);
    for lapse in &ahead.lapses {
        let day = page.text.date(&lapse.last_day);
        grid.row(&[&named(&lapse.requirement), said(LEVELS, &lapse.level, lang), &day]);
    }
    page.grid(&grid, true);
}

/// A row for each requirement, with its state, what decided it and why.
pub(super) fn requirements_csv(answer: &SupplierAnswer) -> String {
    let result = &answer.result;
    let row = |one: &RequirementState| {
        let reasons: Vec<String> = one
            .reasons
            .iter()
            .map(|reason| format!("{} {}", reason.code, reason.detail).trim_end().to_owned())
            .collect();
        let (evidence, reasons) = (one.evidence.join("; "), reasons.join("; "));
        let texts = [
            &result.supplier,
            &result.as_of,
            &result.set,
            &one.id,
            &one.clause,
            &one.theme,
            &one.title_en,
            &one.title_vi,
            &one.level,
            &one.status,
        ];
        let texts = texts.into_iter().map(|text| csv::safe_cell(text));
        let figures = [&one.weight, &one.points].map(|figure| csv::number(figure));
        let rest = [one.last_day.clone(), csv::number(&one.days_left)];
        let why = [csv::safe_cell(&evidence), csv::safe_cell(&reasons)];
        texts.chain(figures).chain(rest).chain(why).collect()
    };
    let header = [
        "supplier",
        "as_of",
        "set",
        "requirement",
        "clause",
        "theme",
        "title_en",
        "title_vi",
        "level",
        "status",
        "weight",
        "points",
        "last_day",
        "days_left",
        "evidence",
        "reasons",
    ];
    csv::table(&header, result.requirements.iter().map(row))
}

fn themes(page: &mut Page, words: &Words, answer: &SupplierAnswer, lang: Lang) {
    let marks = page.text.marks;
    if answer.result.score.themes.len() < 2 {
        return;
    }
    page.section(words.themes);
    let bars = answer.result.score.themes.iter().map(|theme| {
        let [low, high] = [&theme.low_percent, &theme.high_percent].map(|text| figure::exact(text, marks));
        let label = if low == high { low } else { format!("{low} {} {high}", words.to) };
        Bar {
            name: said(THEMES, &theme.theme, lang).to_owned(),
            amount: figure::steps(&theme.low_percent, 3),
            label: format!("{label} %"),
            hatched: false,
        }
    });
    let bars = bars.collect();
    page.chart(&format!("{}, %", words.themes), bars);
    let mut grid = Grid::new(&[(Left, 24), (Right, 5), (Right, 7), (Right, 13), (Right, 13)]);
    grid.row(&words.theme_columns);
    for theme in &answer.result.score.themes {
        grid.row(&[
            said(THEMES, &theme.theme, lang),
            &figure::count(theme.met, marks),
            &figure::count(theme.applicable, marks),
            &figure::exact(&theme.low_percent, marks),
            &figure::exact(&theme.high_percent, marks),
        ]);
    }
    page.grid(&grid, true);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn conditions_are_said_in_words() {
        assert_eq!(
            condition("open_major >= 1 and unknown > 2", Lang::Vi),
            "số yêu cầu chính chưa đạt ≥ 1 và số yêu cầu chưa rõ > 2"
        );
        assert_eq!(condition("lowest_theme < 40", Lang::En), "per cent of the lowest theme < 40");
        assert_eq!(condition("something == else", Lang::En), "something = else", "what is not known stays");
    }
}
