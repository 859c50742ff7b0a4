//! A footprint that was worked out, as a document: what it is of, its parts, where they come from, how good the data are.

use serde::Deserialize;

use super::Lang;
use super::figure;
use super::outline::Remark;
use super::screen::{Align, Grid};
use super::svg::Bar;
use super::table::Page;
use crate::wire::v1::{FootprintComputeAnswer, FootprintComputed, FootprintContribution, read_json};

use Align::{Left, Right};

/// Decimals of what a source adds; the answer holds all of them.
const DECIMALS: usize = 6;
/// Decimals of masses: a kilogram of CO2 comes with milligrams of other gases.
const GAS_DECIMALS: usize = 9;
/// Sources that are drawn; the table has all of them.
const DRAWN: usize = 12;

/// The words of the page in one language.
struct Words {
    title: &'static str,
    product: &'static str,
    maker: &'static str,
    id: &'static str,
    unit: &'static str,
    mass: &'static str,
    valid: &'static str,
    excluding: &'static str,
    including: &'static str,
    biogenic: &'static str,
    right: &'static str,
    wrong: &'static str,
    excluded: &'static str,
    parts: &'static str,
    part_columns: [&'static str; 2],
    gases: &'static str,
    gas_columns: [&'static str; 5],
    gas_note: &'static str,
    outside: &'static str,
    sources: &'static str,
    source_columns: [&'static str; 5],
    drawn: &'static str,
    bought: &'static str,
    row: &'static str,
    allocations: &'static str,
    allocation_columns: [&'static str; 4],
    quality: &'static str,
    primary: &'static str,
    ratings: [&'static str; 3],
    not_stated: &'static str,
    findings: &'static str,
    ledger: &'static str,
    inventory: &'static str,
    units: &'static str,
}

const ENGLISH: Words = Words {
    title: "Carbon footprint of a product",
    product: "Product",
    maker: "Stated by",
    id: "Identifier",
    unit: "Declared unit",
    mass: "Mass without packaging",
    valid: "Valid",
    excluding: "Footprint without biogenic uptake",
    including: "Footprint with biogenic uptake",
    biogenic: "CO2 of biomass burnt, outside of the totals",
    right: "nothing that was found is an error",
    wrong: "not to be used: see the findings",
    excluded: "rows of the ledger are not counted; the footprint is too low",
    parts: "Parts",
    part_columns: ["Part", "kg CO2e"],
    gases: "Gases",
    gas_columns: ["Gas", "Part", "kg", "GWP", "kg CO2e"],
    gas_note: "What a source only states as CO2e is kept apart, with the GWP set of the source; it is no mass of a gas.",
    outside: "outside of the totals",
    sources: "Where it comes from",
    source_columns: ["Process", "Source", "Factor or document", "kg CO2e", "%"],
    drawn: "The largest sources; goods that were bought are hatched",
    bought: "bought",
    row: "row",
    allocations: "How outputs share a process",
    allocation_columns: ["Process", "Output", "By", "Share"],
    quality: "Quality of the data",
    primary: "Primary data",
    ratings: ["Technology (1 best, 5 worst)", "Geography", "Time"],
    not_stated: "not stated",
    findings: "Findings",
    ledger: "SHA-256 of the ledger",
    inventory: "Digest of its inventory",
    units: "Emissions are in kg CO2e of the declared unit. Figures of sources are rounded half-even for reading; the answer holds all digits.",
};

const VIETNAMESE: Words = Words {
    title: "Dấu chân carbon của sản phẩm",
    product: "Sản phẩm",
    maker: "Bên công bố",
    id: "Mã dấu chân",
    unit: "Đơn vị công bố",
    mass: "Khối lượng, không kể bao bì",
    valid: "Hiệu lực",
    excluding: "Dấu chân, chưa tính hấp thụ sinh học",
    including: "Dấu chân, đã tính hấp thụ sinh học",
    biogenic: "CO2 từ đốt sinh khối, nằm ngoài tổng",
    right: "không phát hiện lỗi nào",
    wrong: "chưa dùng được: xem mục phát hiện",
    excluded: "dòng của sổ cái không được tính; dấu chân bị thấp hơn thực tế",
    parts: "Các thành phần",
    part_columns: ["Thành phần", "kg CO2e"],
    gases: "Các khí",
    gas_columns: ["Khí", "Thành phần", "kg", "GWP", "kg CO2e"],
    gas_note: "Phần mà nguồn chỉ công bố bằng CO2e được để riêng, kèm bộ GWP của nguồn; đó không phải khối lượng của một khí.",
    outside: "nằm ngoài tổng",
    sources: "Phát thải đến từ đâu",
    source_columns: ["Công đoạn", "Nguồn", "Hệ số hoặc tài liệu", "kg CO2e", "%"],
    drawn: "Các nguồn lớn nhất; phần gạch chéo là hàng mua vào",
    bought: "mua vào",
    row: "dòng",
    allocations: "Phân bổ giữa các sản phẩm của một công đoạn",
    allocation_columns: ["Công đoạn", "Sản phẩm", "Theo", "Phần"],
    quality: "Chất lượng dữ liệu",
    primary: "Dữ liệu sơ cấp",
    ratings: ["Công nghệ (1 tốt nhất, 5 kém nhất)", "Địa lý", "Thời gian"],
    not_stated: "không nêu",
    findings: "Phát hiện",
    ledger: "SHA-256 của sổ cái",
    inventory: "Mã kiểm của kiểm kê từ sổ cái",
    units: "Phát thải tính bằng kg CO2e cho đơn vị công bố. Số liệu từng nguồn được làm tròn nửa về chẵn để dễ đọc; câu trả lời giữ đủ mọi chữ số.",
};

/// Names of parts, ways of sharing and units, in both languages.
const NAMES: &[(&str, [&str; 2])] = &[
    ("fossilGhgEmissions", ["fossil emissions", "phát thải hóa thạch"]),
    ("landUseChangeGhgEmissions", ["land use change", "thay đổi sử dụng đất"]),
    ("landManagementBiogenicCO2Emissions", ["land management, biogenic CO2", "quản lý đất, CO2 sinh học"]),
    ("landManagementBiogenicCO2Removals", ["land management, removals", "quản lý đất, loại bỏ"]),
    ("technologicalCO2Removals", ["removals by technology", "loại bỏ bằng công nghệ"]),
    ("ccsTechnologicalCO2Capture", ["captured and stored", "thu giữ và lưu trữ"]),
    ("biogenicNonCO2Emissions", ["other gases from biomass", "khí khác từ sinh khối"]),
    ("biogenicCO2Uptake", ["taken up by the product", "sản phẩm hấp thụ"]),
    ("whole", ["one output", "một sản phẩm"]),
    ("mass", ["mass", "khối lượng"]),
    ("physical", ["a physical quantity", "đại lượng vật lý"]),
    ("economic", ["revenue", "doanh thu"]),
    ("liter", ["litres", "lít"]),
    ("kilogram", ["kilograms", "kilôgam"]),
    ("cubic meter", ["cubic metres", "mét khối"]),
    ("kilowatt hour", ["kilowatt hours", "kilôoát giờ"]),
    ("megajoule", ["megajoules", "megajun"]),
    ("ton kilometer", ["tonne-kilometres", "tấn-kilômét"]),
    ("square meter", ["square metres", "mét vuông"]),
    ("piece", ["pieces", "cái"]),
    ("hour", ["hours", "giờ"]),
];

/// What the document says of its data beside the summary.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Stated {
    pcf: Quality,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
struct Quality {
    primary_data_share: String,
    dqi: Ratings,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Ratings {
    #[serde(rename = "technologicalDQR")]
    technological: String,
    #[serde(rename = "geographicalDQR")]
    geographical: String,
    #[serde(rename = "temporalDQR")]
    temporal: String,
}

fn named(word: &str, lang: Lang) -> &str {
    let found = NAMES.iter().find(|(known, _)| *known == word);
    found.map_or(word, |(_, [english, vietnamese])| if lang == Lang::Vi { vietnamese } else { english })
}

/// The footprint in a page's medium.
pub(super) fn written(answer: &FootprintComputeAnswer, mut page: Page, lang: Lang) -> Page {
    let words = if lang == Lang::Vi { &VIETNAMESE } else { &ENGLISH };
    let result = &answer.result;
    page.title(words.title);
    head(&mut page, words, result, lang);
    parts(&mut page, words, result, lang);
    gases(&mut page, words, result, lang);
    sources(&mut page, words, &result.contributions);
    if result.allocations.iter().any(|allocation| allocation.method != "whole") {
        page.section(words.allocations);
        let mut grid = Grid::new(&[(Left, 24), (Left, 28), (Left, 22), (Right, 20)]);
        grid.row(&words.allocation_columns);
        for shared in result.allocations.iter().filter(|allocation| allocation.method != "whole") {
            let share = &*figure::exact(&shared.share, page.text.marks);
            grid.row(&[&*shared.process, &*shared.good, named(&shared.method, lang), share]);
        }
        page.grid(&grid, true);
    }
    quality(&mut page, words, result);
    page.section(words.findings);
    if result.excluded_rows > 0 {
        page.prose(2, &format!("{} {}", result.excluded_rows, words.excluded));
    }
    for finding in &result.findings {
        let severity = page.text.severity_name(&finding.severity);
        page.prose(2, &format!("{severity} {} {}", finding.code, finding.path));
        page.remark(&Remark::new(page.text, &finding.code, &finding.message, &finding.help));
    }
    page.findings_of("", &answer.ledger_findings);
    if result.findings.is_empty() && answer.ledger_findings.is_empty() {
        page.prose(2, page.text.no_findings);
    }
    page.packs(&result.packs);
    page.section(page.text.proof);
    page.prose(2, &answer.digest);
    page.prose(2, &format!("{}: {}", words.ledger, result.ledger_sha256));
    page.prose(2, &format!("{}: {}", words.inventory, result.inventory_digest));
    for good in result.contributions.iter().filter(|source| !source.sha256.is_empty()) {
        page.prose(2, &format!("SHA-256, {} ({}): {}", good.id, good.factors.join(", "), good.sha256));
    }
    page.prose(0, words.units);
    page
}

fn head(page: &mut Page, words: &Words, result: &FootprintComputed, lang: Lang) {
    let marks = page.text.marks;
    let footprint = &result.footprint;
    let kilograms = |text: &str| format!("{} kg CO2e", figure::exact(text, marks));
    let unit = figure::exact(&footprint.declared_amount, marks);
    let day = |time: &str| page.text.date(time.get(..10).unwrap_or(time));
    let rows = [
        (words.product, footprint.product.clone()),
        (words.maker, footprint.company.clone()),
        (words.id, footprint.id.clone()),
        (words.unit, format!("{unit} {}", named(&footprint.declared_unit, lang))),
        (words.mass, format!("{} kg", figure::exact(&footprint.mass_kg, marks))),
        (words.valid, format!("{} – {}", day(&footprint.valid_from), day(&footprint.valid_until))),
        (words.excluding, kilograms(&footprint.excluding_uptake_kg_co2e)),
        (words.including, kilograms(&footprint.including_uptake_kg_co2e)),
        (words.biogenic, format!("{} kg", figure::exact(&result.biogenic_kg_co2, marks))),
    ];
    let mut grid = Grid::new(&[(Left, 46), (Left, 80)]);
    for (name, value) in &rows {
        // What the frame leaves out is a figure without digits, or a span without days.
        let said = value.chars().any(char::is_alphanumeric) && value != " kg" && value != " kg CO2e";
        grid.row(&[*name, if said { value } else { words.not_stated }]);
    }
    page.grid(&grid, false);
    page.prose(0, if result.valid { words.right } else { words.wrong });
}

fn parts(page: &mut Page, words: &Words, result: &FootprintComputed, lang: Lang) {
    let marks = page.text.marks;
    page.section(words.parts);
    let mut grid = Grid::new(&[(Left, 40), (Right, 24)]);
    grid.row(&words.part_columns);
    for part in result.parts.iter().filter(|part| part.exact_kg_co2e != "0") {
        grid.row(&[named(&part.member, lang), &*figure::exact(&part.kg_co2e, marks)]);
    }
    page.grid(&grid, true);
}

/// Masses of gases with what they weigh; those within the total without uptake add up to it before it is rounded.
fn gases(page: &mut Page, words: &Words, result: &FootprintComputed, lang: Lang) {
    if result.gases.is_empty() {
        return;
    }
    let marks = page.text.marks;
    let rounded = |text: &str| figure::rounded(text, GAS_DECIMALS, marks);
    page.section(words.gases);
    let mut grid = Grid::new(&[(Left, 20), (Left, 36), (Right, 20), (Right, 10), (Right, 18)]);
    grid.row(&words.gas_columns);
    for one in &result.gases {
        let part = if one.member.is_empty() { words.outside } else { named(&one.member, lang) };
        let gas = match one.gas.strip_suffix(" (unstated)") {
            Some(effect) => format!("{effect} ({})", words.not_stated),
            None => one.gas.clone(),
        };
        let gwp = figure::exact(&one.gwp, marks);
        grid.row(&[gas, part.to_owned(), rounded(&one.kg), gwp, rounded(&one.kg_co2e)]);
    }
    page.grid(&grid, true);
    if result.gases.iter().any(|one| one.gas.starts_with("CO2e")) {
        page.prose(0, words.gas_note);
    }
}

/// Every source with its share, the largest first, and a picture of the largest.
fn sources(page: &mut Page, words: &Words, sources: &[FootprintContribution]) {
    let marks = page.text.marks;
    page.section(words.sources);
    let name = |source: &FootprintContribution| match (&*source.kind, &*source.activity) {
        ("bought", _) => source.id.clone(),
        (_, activity) => format!("{} {activity} ({} {})", source.id, words.row, source.row),
    };
    let percent = |source: &FootprintContribution| figure::rounded(&source.percent, 1, marks);
    let bars = sources.iter().take(DRAWN).map(|source| Bar {
        name: name(source),
        amount: figure::steps(&source.kg_co2e, DECIMALS),
        label: format!("{} %", percent(source)),
        hatched: source.kind == "bought",
    });
    page.chart(words.drawn, bars.collect());
    let mut grid = Grid::new(&[(Left, 18), (Left, 46), (Left, 46), (Right, 18), (Right, 8)]);
    grid.row(&words.source_columns);
    for source in sources {
        let process = if source.process.is_empty() { words.bought } else { &source.process };
        grid.row(&[
            process.to_owned(),
            name(source),
            source.factors.join(", "),
            figure::rounded(&source.kg_co2e, DECIMALS, marks),
            percent(source),
        ]);
    }
    page.grid(&grid, true);
}

fn quality(page: &mut Page, words: &Words, result: &FootprintComputed) {
    let marks = page.text.marks;
    let Quality { primary_data_share, dqi } = read_json::<Stated>(&result.document).unwrap_or_default().pcf;
    page.section(words.quality);
    let mut grid = Grid::new(&[(Left, 46), (Left, 30)]);
    let shown = |text: &str, unit: &str| match text {
        "" => words.not_stated.to_owned(),
        text => format!("{}{unit}", figure::exact(text, marks)),
    };
    grid.row(&[words.primary, &*shown(&primary_data_share, " %")]);
    for (name, rating) in words.ratings.iter().zip([dqi.technological, dqi.geographical, dqi.temporal]) {
        grid.row(&[*name, &*shown(&rating, "")]);
    }
    page.grid(&grid, false);
}

#[cfg(test)]
mod tests {
    use super::super::{Document, document};
    use super::*;
    use crate::factor::shipped;
    use crate::wire::v1::canonical;

    const REQUEST: &str = r#"{
      "frame": "{\"productNameCompany\": \"<Wire>\", \"pcf\": {\"declaredUnitOfMeasurement\": \"kilogram\", \"declaredUnitAmount\": \"1\", \"biogenicCarbonContent\": \"0\"}}",
      "good": "wire", "scope_2": "location", "decimals": "6",
      "ledger": {"text": "id,date,activity,quantity,unit,product\nE1,2023-05-31,electricity,1250,kWh,drawing\n"},
      "options": {"profile": "ghg-protocol", "gwp": "AR6", "region": "VN"},
      "processes": [{"id": "drawing", "outputs": [{"good": "wire", "amount": "900", "unit": "kg"}, {"good": "ends", "amount": "100", "unit": "kg"}],
                     "allocation": "mass", "inputs": [{"good": "rod", "amount": "1.02", "unit": "t"}]}],
      "bought": [{"good": "rod", "figures": {"amount": "1", "unit": "kg", "fossil_kg_co2e": "2.1", "source": "mill", "version": "2023"}}]
    }"#;

    #[test]
    fn a_page_says_what_the_footprint_is_made_of_in_both_languages() {
        let answer = crate::footprint::compute(shipped(), &read_json(REQUEST).unwrap()).unwrap();
        let json = canonical(&answer).unwrap();
        let text =
            |format: &str, lang: Lang| match document(crate::factor::shipped(), &json, format, lang, None)
                .unwrap()
            {
                Document::Text(text) => text,
                Document::Bytes(_) => panic!("text"),
            };
        // 1250 × 0.6592 / 1000 and 1.02 × 2.1 of 2.966
        let english = text("table", Lang::En);
        for words in [
            "CO2e (not stated)",
            "2.966 kg CO2e",
            "0.824000",
            "27.8",
            "2.142000",
            "72.2",
            "mass",
            "FOOTPRINT_MEMBER_MISSING",
        ] {
            assert!(english.contains(words), "{words}: {english}");
        }
        let page = text("html", Lang::Vi);
        for words in ["2,966 kg CO", "72,2", "khối lượng", "Dữ liệu sơ cấp", "&lt;Wire&gt;", "<svg"]
        {
            assert!(page.contains(words), "{words}: {page}");
        }
        assert!(!page.contains("<Wire>"));
        assert!(text("markdown", Lang::En).starts_with("# Carbon footprint of a product\n"));
    }
}
