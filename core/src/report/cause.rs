//! Why a line of a comparison changed, and how lines were matched, in the language of a report.

use std::borrow::Cow;

use super::text::Text;
use super::{Lang, figure};
use crate::wire::v1::Cause;

/// Causes in Vietnamese; in English an answer's own words do.
const VIETNAMESE: [(&str, &str); 17] = [
    ("quantity", "số lượng"),
    ("unit", "đơn vị"),
    ("activity", "hoạt động"),
    ("category", "hạng mục"),
    ("region", "khu vực"),
    ("entity", "pháp nhân"),
    ("site", "cơ sở"),
    ("supplier", "nhà cung cấp"),
    ("product", "sản phẩm"),
    ("month", "tháng"),
    ("factor", "hệ số"),
    ("edition", "ấn bản"),
    ("record", "bản ghi khác"),
    ("share", "tỷ lệ sở hữu"),
    ("properties", "đặc tính"),
    ("gwp", "bộ GWP"),
    ("profile", "bộ quy tắc"),
];

/// `số lượng: 1.250 → 1.400`.
pub(super) fn cause(cause: &Cause, text: &Text) -> String {
    let known = VIETNAMESE.iter().find(|(what, _)| *what == cause.what).filter(|_| text.lang == Lang::Vi);
    let what = known.map_or(cause.what.as_str(), |(_, said)| said);
    let account = match cause.account.as_str() {
        "" => String::new(),
        account => format!(" ({})", text.account_name(account)),
    };
    let shown = |value: &str| match cause.what.as_str() {
        "quantity" => figure::exact(value, text.marks),
        _ => value.to_owned(),
    };
    format!("{what}{account}: {} → {}", shown(&cause.before), shown(&cause.after))
}

/// How lines were matched; what is not known stays as it is.
pub(super) fn matching(said: &str, lang: Lang) -> Cow<'_, str> {
    if lang == Lang::Vi {
        vietnamese(said).map_or(Cow::Borrowed(said), Cow::Owned)
    } else {
        Cow::Borrowed(said)
    }
}

fn vietnamese(said: &str) -> Option<String> {
    let keys = said.strip_suffix(", in the order of their rows")?;
    let (by_id, keys) = match keys.strip_prefix("by id; lines without id by ") {
        Some(keys) => ("theo mã; dòng không có mã ", keys),
        None => ("", keys.strip_prefix("by ")?),
    };
    let period = match keys.strip_prefix("site, activity, supplier, product")? {
        ", view, first and last day" => ", cách trình bày, ngày đầu và ngày cuối",
        ", view and month of the year" => ", cách trình bày và tháng trong năm",
        " and view" => " và cách trình bày",
        _ => return None,
    };
    Some(format!("{by_id}theo cơ sở, hoạt động, nhà cung cấp, sản phẩm{period}, theo thứ tự các dòng"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_way_of_matching_is_said_in_vietnamese() {
        // The sentences of `compare`, as its own words make them.
        for said in [
            "by id; lines without id by site, activity, supplier, product, view, first and last day, in the order of their rows",
            "by site, activity, supplier, product, view and month of the year, in the order of their rows",
            "by site, activity, supplier, product and view, in the order of their rows",
        ] {
            assert!(!matching(said, Lang::Vi).contains("by "), "{said}");
            assert_eq!(matching(said, Lang::En), said);
        }
    }
}
