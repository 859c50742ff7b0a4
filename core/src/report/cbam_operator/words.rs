//! What items and statements of the report are called.

use super::super::Lang;

/// The words around the items in one language.
pub(super) struct Words {
    pub(super) title: &'static str,
    pub(super) installation: &'static str,
    pub(super) operator: &'static str,
    pub(super) country: &'static str,
    pub(super) act: &'static str,
    pub(super) verification: &'static str,
    pub(super) not_verified: &'static str,
    pub(super) complete: &'static str,
    pub(super) incomplete: &'static str,
    pub(super) figures_missing: &'static str,
    pub(super) in_english: &'static str,
    pub(super) direct: &'static str,
    pub(super) goods: &'static str,
    pub(super) good: &'static str,
    pub(super) quantity: &'static str,
    pub(super) see_direct: &'static str,
    pub(super) see_indirect: &'static str,
    pub(super) see_total: &'static str,
    pub(super) unit: &'static str,
    pub(super) sefa: &'static str,
    pub(super) default_share: &'static str,
    pub(super) chart: &'static str,
    pub(super) missing: &'static str,
    pub(super) nothing_missing: &'static str,
    pub(super) item: &'static str,
    pub(super) part: &'static str,
    pub(super) statement: &'static str,
    pub(super) about: &'static str,
    pub(super) value: &'static str,
    pub(super) exact: &'static str,
    pub(super) remark: &'static str,
    pub(super) place: &'static str,
    pub(super) state: &'static str,
    pub(super) add: &'static str,
    pub(super) nothing_to_say: &'static str,
    /// Points 1.2, 1.1, 1.1.1 and 2.
    pub(super) points: [(&'static str, &'static str); 4],
    /// `given`, `missing`, `none`.
    pub(super) states: [&'static str; 3],
}

pub(super) const fn words(lang: Lang) -> &'static Words {
    match lang {
        Lang::En => &ENGLISH,
        Lang::Vi => &VIETNAMESE,
    }
}

const ENGLISH: Words = Words {
    title: "Operator's emissions report",
    installation: "Installation",
    operator: "Operator",
    country: "Country",
    act: "Asked for by",
    verification: "Verification",
    not_verified: "not verified: no verification report is named",
    complete: "Complete: every item says what it has to say.",
    incomplete: "Not complete: {n} items miss something.",
    figures_missing: "Figures are left out: the findings say why.",
    in_english: "",
    direct: "Direct emissions of the installation",
    goods: "Goods",
    good: "Good",
    quantity: "Quantity",
    see_direct: "Direct",
    see_indirect: "Indirect",
    see_total: "Total",
    unit: "For one",
    sefa: "Free allocation (t CO2e/t)",
    default_share: "Share of default values",
    chart: "What a tonne carries, t CO2e",
    missing: "What is missing",
    nothing_missing: "Nothing is missing.",
    item: "Item",
    part: "Part",
    statement: "Statement",
    about: "About",
    value: "Value",
    exact: "Exact value",
    remark: "Remark",
    place: "Place in the document",
    state: "State",
    add: "add",
    nothing_to_say: "Nothing to say to",
    points: [
        ("1.2", "Summary"),
        ("1.1", "Full report"),
        ("1.1.1", "Addendum for electricity"),
        ("2", "Parameters of the sector"),
    ],
    states: ["given", "missing", "nothing to say"],
};

const VIETNAMESE: Words = Words {
    title: "Báo cáo phát thải của người vận hành",
    installation: "Cơ sở sản xuất",
    operator: "Người vận hành",
    country: "Quốc gia",
    act: "Theo yêu cầu của",
    verification: "Thẩm định",
    not_verified: "chưa thẩm định: không nêu báo cáo thẩm định",
    complete: "Đầy đủ: mọi mục đã nêu điều phải nêu.",
    incomplete: "Chưa đầy đủ: {n} mục còn thiếu nội dung.",
    figures_missing: "Có số liệu bị loại: các phát hiện cho biết lý do.",
    in_english: "Bản tiếng Việt để đọc; báo cáo phải nộp bằng tiếng Anh (Điều 10(4)).",
    direct: "Phát thải trực tiếp của cơ sở",
    goods: "Hàng hóa",
    good: "Hàng hóa",
    quantity: "Lượng",
    see_direct: "Trực tiếp",
    see_indirect: "Gián tiếp",
    see_total: "Tổng",
    unit: "Cho một",
    sefa: "Phân bổ miễn phí (t CO2tđ/t)",
    default_share: "Tỷ lệ giá trị mặc định",
    chart: "Một tấn hàm chứa, t CO2tđ",
    missing: "Những gì còn thiếu",
    nothing_missing: "Không thiếu gì.",
    item: "Mục",
    part: "Điểm",
    statement: "Nội dung",
    about: "Về",
    value: "Giá trị",
    exact: "Giá trị chính xác",
    remark: "Ghi chú",
    place: "Vị trí trong tài liệu",
    state: "Tình trạng",
    add: "bổ sung",
    nothing_to_say: "Không có gì để nêu ở",
    points: [
        ("1.2", "Bản tóm tắt"),
        ("1.1", "Báo cáo đầy đủ"),
        ("1.1.1", "Phụ lục về điện"),
        ("2", "Thông số của ngành"),
    ],
    states: ["đã nêu", "còn thiếu", "không có gì để nêu"],
};

/// What an item is about: point and number, English, Vietnamese.
const ITEMS: &[(&str, &str, &str, &str)] = &[
    ("1.1", "1", "Operator and installation", "Người vận hành và cơ sở"),
    ("1.1", "2", "The monitoring plan in short", "Tóm tắt kế hoạch giám sát"),
    ("1.1", "3", "Where the electricity comes from", "Nguồn điện tiêu thụ"),
    ("1.1", "4", "Electricity made in the installation", "Điện sản xuất trong cơ sở"),
    ("1.1", "5", "Waste gases", "Khí thải tận dụng"),
    ("1.1", "6", "Transfer of CO2", "Chuyển giao CO2"),
    ("1.1", "7", "Direct emissions of the installation", "Phát thải trực tiếp của cơ sở"),
    ("1.1", "8", "Months monitored, for new installations", "Số tháng giám sát, với cơ sở mới"),
    ("1.1", "9", "Electricity used in the installation", "Điện dùng trong cơ sở"),
    ("1.1", "10", "Electricity used for goods outside Annex II", "Điện dùng cho hàng hóa ngoài Phụ lục II"),
    ("1.1", "11", "Installations that the electricity is from", "Cơ sở cung cấp điện"),
    ("1.1", "12", "Electricity by source, and its factors", "Điện theo nguồn và hệ số"),
    ("1.1", "13", "Goods made, by process", "Hàng hóa sản xuất theo quá trình"),
    ("1.1", "14", "Other goods and by-products", "Hàng hóa khác và sản phẩm phụ"),
    ("1.1", "15", "What each good carries", "Phát thải hàm chứa của từng hàng hóa"),
    ("1.1", "16", "Emissions of the installation by source", "Phát thải của cơ sở theo nguồn"),
    ("1.1", "17", "Balance of heat, waste gases and electricity", "Cân bằng nhiệt, khí thải và điện"),
    ("1.1", "18", "Own precursors used by the installation", "Tiền chất tự sản xuất dùng trong cơ sở"),
    ("1.1", "19", "Own precursors used by each process", "Tiền chất tự sản xuất dùng ở từng quá trình"),
    ("1.1", "20", "Bought precursors used by the installation", "Tiền chất mua vào dùng trong cơ sở"),
    ("1.1", "21", "Bought precursors used by each process", "Tiền chất mua vào dùng ở từng quá trình"),
    ("1.1", "22", "Precursors by default values", "Tiền chất theo giá trị mặc định"),
    ("1.1", "23", "Precursors by actual values", "Tiền chất theo giá trị thực tế"),
    ("1.1", "24", "Precursors of several periods", "Tiền chất của nhiều kỳ"),
    ("1.1", "25", "Precursors of several installations", "Tiền chất của nhiều cơ sở"),
    ("1.1", "26", "Electricity used by each process", "Điện dùng ở từng quá trình"),
    (
        "1.1",
        "27",
        "Precursors made here and used by each process",
        "Tiền chất sản xuất tại cơ sở, theo quá trình",
    ),
    ("1.1", "28", "Where precursors come from", "Nguồn gốc tiền chất"),
    ("1.1", "29", "How emissions were attributed", "Cách gán phát thải"),
    ("1.1", "30", "Activity levels and attributed emissions", "Mức hoạt động và phát thải được gán"),
    ("1.1", "31", "Goods in functional units", "Hàng hóa theo đơn vị chức năng"),
    ("1.1", "32", "Factor of electricity by actual values", "Hệ số điện theo giá trị thực tế"),
    (
        "1.1",
        "33",
        "Factor of electricity in a power purchase agreement",
        "Hệ số điện trong hợp đồng mua điện",
    ),
    ("1.1", "34", "Quantities by production route", "Lượng theo quy trình sản xuất"),
    ("1.1", "35", "Parameters of the sector", "Thông số của ngành"),
    ("1.1.1", "1", "The authorised declarant", "Người khai báo được ủy quyền"),
    ("1.1.1", "2", "Criteria for actual values", "Tiêu chí dùng giá trị thực tế"),
    ("1.1.1", "3", "Electricity imported", "Điện nhập khẩu"),
    ("1.2", "1", "Operator", "Người vận hành"),
    ("1.2", "2", "Installation", "Cơ sở"),
    ("1.2", "3", "Processes, routes and goods", "Quá trình, quy trình và hàng hóa"),
    (
        "1.2",
        "4",
        "What each good carries, and its free allocation",
        "Phát thải hàm chứa và phân bổ miễn phí của từng hàng hóa",
    ),
    ("1.2", "5", "Direct emissions, in all and by process", "Phát thải trực tiếp, tổng và theo quá trình"),
    ("1.2", "6", "Indirect emissions", "Phát thải gián tiếp"),
    ("1.2", "7", "Heat from and to other installations", "Nhiệt từ và đến cơ sở khác"),
    ("1.2", "8", "Zero-rated fuels", "Nhiên liệu hệ số không"),
    ("1.2", "9", "Waste gases", "Khí thải tận dụng"),
    ("1.2", "10", "Capture of CO2", "Thu giữ CO2"),
    ("1.2", "11", "Electricity made in the installation", "Điện sản xuất trong cơ sở"),
    ("1.2", "12", "Precursors by default values", "Tiền chất theo giá trị mặc định"),
    ("1.2", "13", "Precursors by actual values", "Tiền chất theo giá trị thực tế"),
    ("1.2", "14", "Precursors of several periods", "Tiền chất của nhiều kỳ"),
    ("1.2", "15", "Precursors of several installations", "Tiền chất của nhiều cơ sở"),
    ("1.2", "16", "Where precursors come from", "Nguồn gốc tiền chất"),
];

/// What a statement says: its name, English, Vietnamese.
const FACTS: &[(&str, &str, &str)] = &[
    ("activity-data", "Activity data", "Dữ liệu hoạt động"),
    ("activity-level", "Activity level", "Mức hoạt động"),
    ("addenda-sent", "Addenda sent to the verifier", "Phụ lục đã gửi đơn vị thẩm định"),
    ("addendum-criteria", "Criteria met, evidence submitted", "Đạt tiêu chí, đã nộp bằng chứng"),
    ("address", "Address of the installation", "Địa chỉ cơ sở"),
    ("attributed-direct", "Attributed direct emissions", "Phát thải trực tiếp được gán"),
    ("attributed-indirect", "Attributed indirect emissions", "Phát thải gián tiếp được gán"),
    ("average", "Average", "Cách lấy trung bình"),
    ("below-emission-limit", "Below the limit of point 5(c)", "Dưới giới hạn của điểm 5(c)"),
    ("benchmark", "CBAM benchmark used", "Chuẩn CBAM đã dùng"),
    ("by-product", "By-product", "Sản phẩm phụ"),
    ("cn", "CN code", "Mã CN"),
    ("co2-transferred", "CO2 transferred", "CO2 chuyển giao"),
    ("cogeneration", "Electricity from cogeneration", "Điện đồng phát"),
    ("country", "Country", "Quốc gia"),
    ("covers", "Made and used up within the process", "Sản xuất và dùng hết trong quá trình"),
    ("data", "Data", "Số liệu"),
    ("data-gap", "Data gaps", "Khoảng trống số liệu"),
    ("default-share", "Share of default values", "Tỷ lệ giá trị mặc định"),
    ("default-value", "Default value, mark-up included", "Giá trị mặc định, gồm phần cộng thêm"),
    ("direct-connection", "Direct connection to the Union's grid", "Nối trực tiếp với lưới của Liên minh"),
    ("direct-emissions", "Direct emissions", "Phát thải trực tiếp"),
    (
        "electricity-criteria",
        "Criteria for actual values met (point 6)",
        "Đạt tiêu chí dùng giá trị thực tế (điểm 6)",
    ),
    ("electricity-evidence", "Evidence submitted (point D.4.3)", "Đã nộp bằng chứng (điểm D.4.3)"),
    ("electricity-exported", "Electricity exported", "Điện xuất ra"),
    ("electricity-factor", "Emission factor of electricity", "Hệ số phát thải của điện"),
    ("electricity-factor-used", "Emission factor used (Article 9)", "Hệ số đã dùng (Điều 9)"),
    ("electricity-imported", "Electricity imported", "Điện nhập khẩu"),
    ("electricity-produced", "Electricity produced", "Điện sản xuất"),
    ("electricity-used", "Electricity used", "Điện tiêu thụ"),
    ("emissions", "Emissions", "Phát thải"),
    ("energy-source", "Energy source", "Nguồn năng lượng"),
    ("eori", "EORI number", "Số EORI"),
    ("evidence-submitted", "Evidence submitted (point D.2.4)", "Đã nộp bằng chứng (điểm D.2.4)"),
    ("factor", "Calculation factor", "Hệ số tính toán"),
    ("fuel", "Fuel", "Nhiên liệu"),
    ("good", "Good", "Hàng hóa"),
    ("heat-exported", "Heat exported", "Nhiệt xuất ra"),
    ("heat-imported", "Heat imported", "Nhiệt nhập vào"),
    ("heat-in", "Heat in", "Nhiệt vào"),
    ("heat-out", "Heat out", "Nhiệt ra"),
    (
        "indirect-actual",
        "Share of indirect emissions by actual values",
        "Tỷ lệ phát thải gián tiếp theo giá trị thực tế",
    ),
    (
        "indirect-default",
        "Share of indirect emissions by default values",
        "Tỷ lệ phát thải gián tiếp theo giá trị mặc định",
    ),
    ("indirect-emissions", "Indirect emissions", "Phát thải gián tiếp"),
    ("installation", "Name of the installation", "Tên cơ sở"),
    ("latitude", "Latitude", "Vĩ độ"),
    ("longitude", "Longitude", "Kinh độ"),
    ("material", "Material with process emissions", "Nguyên liệu có phát thải quá trình"),
    ("measured", "Source with continuous measurement", "Nguồn đo liên tục"),
    ("months", "Months monitored", "Số tháng giám sát"),
    ("name", "Name of the good", "Tên hàng hóa"),
    ("operator", "Name of the operator", "Tên người vận hành"),
    ("operator-address", "Address of the operator", "Địa chỉ người vận hành"),
    ("other-good", "Goods outside Annex I", "Hàng hóa ngoài Phụ lục I"),
    ("other-installation", "Other installation", "Cơ sở khác"),
    ("other-process", "Processes outside Annex I", "Quá trình ngoài Phụ lục I"),
    ("parameter", "Parameter of the sector", "Thông số của ngành"),
    ("period", "Reporting period", "Kỳ báo cáo"),
    ("process", "Production process", "Quá trình sản xuất"),
    ("quantity", "Quantity", "Lượng"),
    ("quantity-used", "Quantity used", "Lượng đã dùng"),
    ("receiver", "Receiver", "Bên nhận"),
    ("receiver-contact", "Responsible person of the receiver", "Người phụ trách của bên nhận"),
    ("registration-number", "Registration number of the operator", "Số đăng ký của người vận hành"),
    ("registry-id", "Identifier in the CBAM Registry", "Mã trong Sổ đăng ký CBAM"),
    ("route", "Production route", "Quy trình sản xuất"),
    ("see-direct", "Specific direct embedded emissions", "Phát thải hàm chứa riêng, trực tiếp"),
    ("see-indirect", "Specific indirect embedded emissions", "Phát thải hàm chứa riêng, gián tiếp"),
    ("sefa", "Specific embedded free allocation", "Phân bổ miễn phí hàm chứa riêng"),
    ("separate-generation", "Electricity from separate generation", "Điện phát riêng"),
    ("source", "Source of the figure", "Nguồn số liệu"),
    ("unlocode", "UN/LOCODE", "UN/LOCODE"),
    ("verification-report", "Verification report", "Báo cáo thẩm định"),
    ("waste-gas-exported", "Waste gas exported", "Khí thải xuất ra"),
    ("waste-gas-imported", "Waste gas imported", "Khí thải nhập vào"),
    ("waste-gas-in", "Waste gas in", "Khí thải vào"),
    ("waste-gas-out", "Waste gas out", "Khí thải ra"),
    ("waste-gas-used-inside", "Waste gas used in the installation", "Khí thải dùng trong cơ sở"),
    ("zero-rating-evidence", "Proof of zero rating", "Bằng chứng hệ số không"),
];

/// Values that are words of ours.
const SAID: &[(&str, &str)] = &[
    ("yes", "có"),
    ("no", "không"),
    ("none", "không có"),
    ("monitoring only", "chỉ từ giám sát"),
    ("default values in part", "một phần theo giá trị mặc định"),
    ("fossil", "hóa thạch"),
    ("renewable", "tái tạo"),
    ("fossil and renewable", "hóa thạch và tái tạo"),
    ("weighted average, Article 14(2)", "trung bình có trọng số, Điều 14(2)"),
    ("chosen installations, Article 14(3)", "các cơ sở được chọn, Điều 14(3)"),
];

/// What an item is called; of point 2, by the code of the good.
pub(super) fn item(point: &str, number: &str, lang: Lang) -> &'static str {
    let found = ITEMS.iter().find(|(known, at, ..)| (*known, *at) == (point, number));
    found.map_or("", |(_, _, english, vietnamese)| if lang == Lang::Vi { vietnamese } else { english })
}

/// What a statement is called.
pub(super) fn fact(what: &str, lang: Lang) -> &str {
    let found = FACTS.iter().find(|(known, ..)| *known == what);
    found.map_or(what, |(_, english, vietnamese)| if lang == Lang::Vi { vietnamese } else { english })
}

/// A word of ours in the language; other texts as they are.
pub(super) fn said(text: &str, lang: Lang) -> &str {
    let found = SAID.iter().find(|(english, _)| lang == Lang::Vi && *english == text);
    found.map_or(text, |(_, vietnamese)| vietnamese)
}

/// How an item stands.
pub(super) fn state(state: &str, lang: Lang) -> &'static str {
    let [given, missing, none] = words(lang).states;
    match state {
        "given" => given,
        "missing" => missing,
        _ => none,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_sorted_and_every_item_has_one() {
        assert!(FACTS.is_sorted_by_key(|(name, ..)| *name));
        for (point, last) in [("1.1", 35), ("1.1.1", 3), ("1.2", 16)] {
            for number in 1..=last {
                for lang in Lang::ALL {
                    assert!(!item(point, &number.to_string(), *lang).is_empty(), "{point} {number}");
                }
            }
        }
    }

    #[test]
    fn every_statement_of_a_report_has_words() {
        let plant = include_str!("../../../../examples/cbam-steel/plant.json");
        let request = crate::wire::v1::read_json(plant).unwrap();
        let catalog = crate::factor::shipped();
        let report = crate::cbam::report(catalog, &request).unwrap().report;
        for fact in report.items.iter().flat_map(|item| &item.facts) {
            assert!(FACTS.iter().any(|(known, ..)| *known == fact.what), "`{}` has no words", fact.what);
        }
    }
}
