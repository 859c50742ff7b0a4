//! The public page of a lot, in both languages at once.

use super::Lang;
use super::screen::{Align, Grid};
use super::table::Page;
use crate::wire::v1::{LotAnswer, LotStep};

use Align::Left;

/// A word in English and Vietnamese.
type Word = (&'static str, &'static str);

const TITLE: Word = ("Product traceability", "Truy xuất nguồn gốc sản phẩm");
const ITEMS: [(&str, Word); 10] = [
    ("product-name", ("Product name", "Tên sản phẩm, hàng hóa")),
    ("image", ("Picture", "Hình ảnh sản phẩm")),
    ("party", ("Producer or trader", "Đơn vị sản xuất, kinh doanh")),
    ("address", ("Address", "Địa chỉ")),
    ("stages", ("Stages of production and trade", "Các công đoạn sản xuất, kinh doanh")),
    ("time", ("Time of production or trade", "Thời gian sản xuất, kinh doanh")),
    ("trace-code", ("Trace code", "Mã truy xuất nguồn gốc")),
    ("brand", ("Brand, model, serial number", "Thương hiệu, nhãn hiệu, ký mã hiệu, số sê-ri")),
    ("shelf-life", ("Shelf life", "Thời hạn sử dụng")),
    ("standards", ("Standards applied", "Tiêu chuẩn, quy chuẩn áp dụng")),
];
const STAGE: [Word; 4] = [
    ("Stage", "Công đoạn"),
    ("Product code", "Mã truy vết sản phẩm"),
    ("Place code", "Mã truy vết địa điểm"),
    ("Time", "Thời gian"),
];
const STEP: [Word; 4] = [("Party", "Đơn vị"), ("What", "Nội dung"), ("Code", "Mã"), ("Day", "Ngày")];
const BACK: Word = ("One step back", "Một bước trước");
const FORWARD: Word = ("One step forward", "Một bước sau");
const MISSING: Word = ("missing", "còn thiếu");
const NONE: Word = ("none", "không có");
const STATE: Word = (
    "The ten mandatory data (Circular 02/2024/TT-BKHCN)",
    "Mười dữ liệu bắt buộc (Thông tư 02/2024/TT-BKHCN)",
);
const COMPLETE: Word = ("complete", "đầy đủ");
const INCOMPLETE: Word = ("not complete", "chưa đầy đủ");

/// What one of the ten data is called.
fn item(name: &str) -> Word {
    ITEMS.iter().find(|(known, _)| *known == name).map_or(NONE, |(_, word)| *word)
}

/// Both languages, the reader's first.
fn both((english, vietnamese): Word, lang: Lang) -> String {
    match lang {
        Lang::En => format!("{english} · {vietnamese}"),
        Lang::Vi => format!("{vietnamese} · {english}"),
    }
}

/// The public data of a lot as plain text, in both languages.
///
/// # Example
/// ```
/// use emitrace::report::{Lang, lot_table};
/// use emitrace::wire::v1::{LotData, LotRequest};
///
/// let lot = LotData { product_name: "Bulông M8".into(), ..LotData::default() };
/// let answer = emitrace::lot::check(&LotRequest { lot })?;
/// assert!(lot_table(&answer, Lang::Vi).contains("Tên sản phẩm, hàng hóa · Product name"));
/// # Ok::<(), emitrace::Error>(())
/// ```
pub fn lot_table(answer: &LotAnswer, lang: Lang) -> String {
    written(answer, Page::new(lang), lang).finish()
}

/// The same as a public page that needs nothing else; all text of the lot is escaped, and a picture that is not part of the data is
/// named, not fetched.
pub fn lot_html(answer: &LotAnswer, lang: Lang) -> String {
    written(answer, Page::web(lang, &answer.engine), lang).finish()
}

pub(super) fn written(answer: &LotAnswer, mut page: Page, lang: Lang) -> Page {
    let (result, lot) = (&answer.result, &answer.result.lot);
    page.title(&both(TITLE, lang));
    let shown = page.image(&lot.image, &lot.product_name);
    let named = [&lot.brand, &lot.model, &lot.serial].into_iter().filter(|part| !part.is_empty());
    let brand = named.map(String::as_str).collect::<Vec<_>>().join(" / ");
    let product = match lot.product_name_en.as_str() {
        "" => lot.product_name.clone(),
        english => format!("{} ({english})", lot.product_name),
    };
    let standards = lot.standards.join("; ");
    let mut grid = Grid::new(&[(Left, 80), (Left, 100)]);
    for (name, value) in [
        ("product-name", product.as_str()),
        ("image", if shown { "" } else { &lot.image }),
        ("party", &lot.party),
        ("address", &lot.address),
        ("time", &lot.time),
        ("trace-code", &lot.trace_code),
        ("brand", &brand),
        ("shelf-life", &lot.shelf_life),
        ("standards", &standards),
    ] {
        if name == "image" && value.is_empty() {
            continue;
        }
        let none = lot.none.iter().any(|none| none == name);
        let value = match (value, none) {
            ("", true) => both(NONE, lang),
            ("", false) => format!("– ({})", both(MISSING, lang)),
            (value, _) => value.to_owned(),
        };
        grid.row(&[both(item(name), lang), value]);
    }
    page.grid(&grid, false);
    if !lot.stages.is_empty() {
        page.section(&both(item("stages"), lang));
        let mut grid = Grid::new(&[(Left, 40), (Left, 40), (Left, 40), (Left, 30)]);
        grid.row(&STAGE.map(|word| both(word, lang)));
        for stage in &lot.stages {
            grid.row(&[&stage.name, &stage.product_code, &stage.place_code, &stage.time]);
        }
        page.grid(&grid, true);
    }
    steps(&mut page, BACK, &lot.back, lang);
    steps(&mut page, FORWARD, &lot.forward, lang);
    page.section(&both(STATE, lang));
    page.prose(2, &both(if result.complete { COMPLETE } else { INCOMPLETE }, lang));
    for missing in result.items.iter().filter(|item| item.state == "missing") {
        let name = both(item(&missing.item), lang);
        page.prose(2, &format!("{}. {name}: {}", missing.number, both(MISSING, lang)));
    }
    page.section(page.text.proof);
    page.prose(2, &answer.digest);
    page
}

fn steps(page: &mut Page, name: Word, steps: &[LotStep], lang: Lang) {
    page.section(&both(name, lang));
    if steps.is_empty() {
        page.prose(2, &format!("– ({})", both(MISSING, lang)));
        return;
    }
    let mut grid = Grid::new(&[(Left, 40), (Left, 40), (Left, 40), (Left, 20)]);
    grid.row(&STEP.map(|word| both(word, lang)));
    for step in steps {
        grid.row(&[&step.party, &step.what, &step.code, &step.date]);
    }
    page.grid(&grid, true);
}
