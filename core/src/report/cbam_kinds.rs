//! What the steps and parts of an explanation are called.

use super::Lang;
use super::figure;
use crate::number::{Fraction, Ties};

/// Decimals of endless fractions within formulas.
const FACTORS: u32 = 6;

/// Kind of a step or part, English, Vietnamese.
const KINDS: &[(&str, &str, &str)] = &[
    ("certificates", "certificates", "chứng chỉ"),
    ("embedded", "embedded emissions", "phát thải hàm chứa"),
    ("default", "default value", "giá trị mặc định"),
    ("mark-up", "mark-up", "mức cộng thêm"),
    ("good", "good", "hàng hóa"),
    ("process", "process", "quy trình"),
    ("direct", "direct", "trực tiếp"),
    ("indirect", "indirect", "gián tiếp"),
    ("source", "source", "nguồn"),
    ("stated", "stated", "khai báo"),
    ("heat-in", "heat in", "nhiệt nhận vào"),
    ("heat-out", "heat out", "nhiệt đưa ra"),
    ("waste-gas-in", "waste gas in", "khí thải nhận vào"),
    ("waste-gas-out", "waste gas out", "khí thải đưa ra"),
    ("electricity-produced", "electricity produced", "điện sản xuất"),
    ("electricity", "electricity", "điện"),
    ("precursor", "precursor", "tiền chất"),
    ("batch", "batch", "lô mua"),
    ("reading", "reading", "chỉ số đo"),
    ("loop", "loop", "vòng lặp"),
    ("rounding", "rounding in the operator's report", "làm tròn trong báo cáo của người vận hành"),
    ("free-allocation", "free allocation", "phân bổ miễn phí"),
    ("benchmark", "benchmark", "định mức chuẩn"),
    ("carbon-price", "carbon price paid", "giá carbon đã trả"),
    ("floor", "nothing is owed back", "không được hoàn lại"),
    (
        "exempt",
        "exempt: the year's imports do not exceed the threshold",
        "được miễn: hàng nhập trong năm không vượt ngưỡng",
    ),
    ("standard", "standard", "chuẩn"),
    ("assumed", "assumed", "giả định"),
    ("actual", "actual", "thực tế"),
    ("estimate", "estimate", "ước tính"),
    ("actual-else-default", "actual, else default", "thực tế, nếu không có thì mặc định"),
    ("measured", "measured", "đo được"),
    ("law", "law", "theo luật"),
];

/// The word for a kind; an unknown one stays as it is.
pub(super) fn kind(code: &str, lang: Lang) -> &str {
    let known = KINDS.iter().find(|(known, ..)| *known == code);
    match (known, lang) {
        (Some((_, _, vietnamese)), Lang::Vi) => vietnamese,
        (Some((_, english, _)), _) => english,
        (None, _) => code,
    }
}

/// A kind with what it is about: names as they are written, words of ours in the language.
pub(super) fn named(code: &str, about: &str, lang: Lang) -> String {
    let about = match (code, lang) {
        // The last word of a batch may say how its figures were determined.
        ("batch", Lang::Vi) => match about.rsplit_once(' ') {
            Some((who, how)) if kind(how, lang) != how => format!("{who} ({})", kind(how, lang)),
            _ => about.to_owned(),
        },
        ("reading", Lang::Vi) if about == "stock" => "tồn kho".to_owned(),
        _ => about.to_owned(),
    };
    format!("{} {about}", kind(code, lang)).trim_end().to_owned()
}

/// Phrases of formulas, English and Vietnamese; a name within keeps its place.
const PHRASES: &[(&str, &str)] = &[
    ("(column ", "(cột "),
    (" t of ", " t trong "),
    ("average price", "giá bình quân"),
    ("× quantity", "× lượng"),
    ("never less than none", "không bao giờ âm"),
    ("stands above", "đã nêu ở trên"),
    ("t CO2e for a tonne, as its installation states it", "t CO2tđ cho một tấn, theo khai báo của cơ sở"),
    ("free allocation of the precursor ", "phân bổ miễn phí của tiền chất "),
    (" from `", " từ `"),
    (" is taken as zero: the act does not say it", " được tính bằng không: văn bản không nói đến"),
    ("the imports of ", "hàng nhập năm "),
    (" do not exceed the single mass threshold", " không vượt ngưỡng khối lượng duy nhất"),
];

/// A formula in the words and with the marks of the language; endless fractions, which stand in the answer, are cut short. The
/// number of an act after `(EU)` is none.
pub(super) fn formula(text: &str, lang: Lang) -> String {
    let marks = lang.text().marks;
    let text = match lang {
        Lang::Vi => PHRASES.iter().fold(text.to_owned(), |text, (from, to)| text.replace(from, to)),
        Lang::En => text.to_owned(),
    };
    let bare = |word: &str| word.trim_matches(['(', ')', ',', ';']).to_owned();
    let mut act = false;
    let words = text.split(' ').map(|word| {
        let number = bare(word);
        let counts = !core::mem::replace(&mut act, word == "(EU)") && number.contains(['.', '/']);
        match Fraction::parse(&number).filter(|_| counts) {
            Some(value) if number.contains('/') => {
                word.replacen(&number, &figure::exact(&value.rounded(FACTORS, Ties::HalfEven), marks), 1)
            }
            Some(_) => word.replacen(&number, &figure::exact(&number, marks), 1),
            None => word.to_owned(),
        }
    });
    words.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_ours_are_vietnamese_and_names_stay() {
        assert_eq!(named("batch", "Thép Hải Đăng VN actual", Lang::Vi), "lô mua Thép Hải Đăng VN (thực tế)");
        assert_eq!(named("batch", "Mill VN default", Lang::En), "batch Mill VN default");
        assert_eq!(named("reading", "stock", Lang::Vi), "chỉ số đo tồn kho");
        let marked = formula("0.975 × 1 × 0.038 t/t (column A) × 1 t/t", Lang::Vi);
        assert_eq!(marked, "0,975 × 1 × 0,038 t/t (cột A) × 1 t/t");
        assert_eq!(
            formula("5 EUR/t ÷ average price × quantity", Lang::Vi),
            "5 EUR/t ÷ giá bình quân × lượng"
        );
    }

    #[test]
    fn the_number_of_an_act_is_no_fraction() {
        let text = "1/3 t × 1.5, Implementing Regulation (EU) 2025/2621 of 16 December 2025";
        let shown = formula(text, Lang::Vi);
        assert_eq!(shown, "0,333333 t × 1,5, Implementing Regulation (EU) 2025/2621 of 16 December 2025");
    }
}
