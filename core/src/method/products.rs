//! Methods of what is made, leased, sold and financed (M-42 to M-46).

use super::Parameter as P;
use super::table::{Method, PLAIN, Source, t};
use super::term::Op;

const ASSETS: &[&str] = &["1", "2", "3.8", "3.13", "3.14"];

pub(super) const PROCESSING_ENERGY: Method = Method {
    id: "processing-energy",
    number: "M-42",
    says: "what is processed × electricity for one unit × factor of the grid",
    says_vi: "lượng gia công × điện cho một đơn vị × hệ số lưới điện",
    clause: "GHG Protocol Technical Guidance for Scope 3, category 10, site-specific method (B)",
    aliases: &["điện gia công"],
    terms: &[t(Op::Times(P::KwhPerUnit))],
    gives: &["kWh"],
    categories: &["3.1", "3.10"],
    ..PLAIN
};

pub(super) const AREA_SHARE: Method = Method {
    id: "area-share",
    number: "M-43",
    says: "quantity of the whole building × leased area ÷ total area",
    says_vi: "số lượng của cả tòa nhà × diện tích thuê ÷ tổng diện tích",
    clause: "GHG Protocol Technical Guidance for Scope 3, categories 8 and 13, allocation by floor area (B)",
    aliases: &["theo diện tích"],
    terms: &[t(Op::Times(P::LeasedArea)), t(Op::Over(P::TotalArea))],
    categories: ASSETS,
    ..PLAIN
};

pub(super) const ALLOCATED: Method = Method {
    id: "allocated",
    number: "M-43",
    says: "quantity of the whole × own share of it",
    says_vi: "số lượng của toàn bộ × phần của doanh nghiệp",
    clause: "GHG Protocol Technical Guidance for Scope 3, categories 8, 13 and 14 (B)",
    aliases: &["phân bổ"],
    terms: &[t(Op::Times(P::AllocatedShare))],
    categories: &["3"],
    ..PLAIN
};

pub(super) const USE_ELECTRICITY: Method = Method {
    id: "use-electricity",
    number: "M-44",
    says: "products × uses of a life × electricity of one use × factor of the grid where they are used",
    says_vi: "số sản phẩm × số lần dùng trong vòng đời × điện mỗi lần × hệ số lưới điện nơi sử dụng",
    clause: "GHG Protocol Technical Guidance for Scope 3, category 11, direct use (B)",
    aliases: &["điện khi sử dụng sản phẩm"],
    takes: &["item"],
    terms: &[t(Op::Times(P::LifetimeUses)), t(Op::Times(P::KwhPerUse))],
    gives: &["kWh"],
    categories: &["3.11"],
    ..PLAIN
};

pub(super) const USE_FUEL: Method = Method {
    id: "use-fuel",
    number: "M-44",
    says: "products × uses of a life × fuel of one use × factor of the fuel",
    says_vi: "số sản phẩm × số lần dùng trong vòng đời × nhiên liệu mỗi lần × hệ số nhiên liệu",
    clause: "GHG Protocol Technical Guidance for Scope 3, category 11, direct use (B)",
    aliases: &["nhiên liệu khi sử dụng sản phẩm"],
    takes: &["item"],
    terms: &[t(Op::Times(P::LifetimeUses)), t(Op::Times(P::LitresPerUse))],
    gives: &["L"],
    categories: &["3.11"],
    ..PLAIN
};

pub(super) const USE_LEAK: Method = Method {
    id: "use-leak",
    number: "M-44",
    says: "products × charge of one × share lost in a year × years of its life",
    says_vi: "số sản phẩm × lượng nạp mỗi sản phẩm × tỷ lệ rò rỉ mỗi năm × số năm tuổi thọ",
    clause: "GHG Protocol Technical Guidance for Scope 3, category 11, direct use (B)",
    aliases: &["rò rỉ khi sử dụng sản phẩm"],
    takes: &["item"],
    terms: &[t(Op::Times(P::ChargeKg)), t(Op::Times(P::LeakRate)), t(Op::Times(P::LifetimeYears))],
    gives: &["kg"],
    words: &[P::Equipment],
    categories: &["3.11"],
    ..PLAIN
};

pub(super) const USE_CONTENT: Method = Method {
    id: "use-content",
    number: "M-44",
    says: "products × greenhouse gas in one that is set free in its use",
    says_vi: "số sản phẩm × khí nhà kính trong một sản phẩm thoát ra khi dùng",
    clause: "GHG Protocol Technical Guidance for Scope 3, category 11, products that contain gases (B)",
    aliases: &["khí chứa trong sản phẩm"],
    takes: &["item"],
    terms: &[t(Op::Times(P::ContentKg))],
    gives: &["kg"],
    categories: &["3.11"],
    ..PLAIN
};

pub(super) const END_OF_LIFE: Method = Method {
    id: "end-of-life",
    number: "M-45",
    says: "products × mass of one × share that goes to the treatment × factor",
    says_vi: "số sản phẩm × khối lượng mỗi sản phẩm × tỷ lệ đi vào cách xử lý × hệ số",
    clause: "GHG Protocol Technical Guidance for Scope 3, category 12 (B)",
    aliases: &["cuối vòng đời"],
    takes: &["item"],
    terms: &[t(Op::Times(P::MassPerUnitKg)), t(Op::Times(P::TreatmentShare))],
    gives: &["kg"],
    categories: &["3.12"],
    ..PLAIN
};

pub(super) const FINANCED: Method = Method {
    id: "financed",
    number: "M-46",
    says: "emissions of the investee, in kg CO2e × outstanding amount ÷ value of the company",
    says_vi: "phát thải của bên nhận đầu tư, kg CO2e × dư nợ ÷ giá trị doanh nghiệp",
    clause: "PCAF Standard, part A, listed equity and business loans; GHG Protocol Scope 3 category 15 (B)",
    aliases: &["đầu tư"],
    takes: &["kg"],
    terms: &[t(Op::Times(P::Outstanding)), t(Op::Over(P::CompanyValue))],
    gives: &["kg"],
    words: &[P::StatedGwpSet],
    source: Source::Stated,
    categories: &["3.15"],
    ..PLAIN
};
