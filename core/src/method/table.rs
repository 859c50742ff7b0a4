//! Every method, as data.

use super::term::{Move, Op, Term};
use super::{Parameter as P, key};
use crate::error::{Code, Error};
use crate::scope::Category;

/// Where the factor of a method comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// From the row's activity, as always (M-05).
    Row,
    /// The row states kilograms of CO2 equivalent itself, frozen at the set that it names.
    Stated,
    /// The terms give kilograms of this gas.
    Gas(&'static str),
    /// Nothing: a rule of accounting gives the reporter no emission.
    Nothing,
    /// From the row's activity, per money: the chain of the spend leads to the money of the factor.
    Money,
}

/// A way to get from the quantity of a row to what a factor multiplies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Method {
    /// The word that ledgers write: `freight`.
    pub id: &'static str,
    /// Its number in METHODS.
    pub number: &'static str,
    /// What it does, in English.
    pub says: &'static str,
    /// What it does, in Vietnamese.
    pub says_vi: &'static str,
    /// The rule that it follows, with the mark of how surely it was read.
    pub clause: &'static str,
    /// Vietnamese and other words for it.
    pub aliases: &'static [&'static str],
    /// Units that the quantity is brought to, the first that it converts to; empty: it stays in the row's unit.
    pub takes: &'static [&'static str],
    /// The terms, in their order.
    pub terms: &'static [Term],
    /// Units of the product, the first for which there is a factor; empty: the unit before the terms.
    pub gives: &'static [&'static str],
    /// Shares of gases that leave as others.
    pub moves: &'static [Move],
    /// Words that choose without being multiplied.
    pub words: &'static [P],
    /// Where the factor comes from.
    pub source: Source,
    /// Categories in which it may stand: keys, or `1`, `2`, `3` for a whole scope.
    pub categories: &'static [&'static str],
}

const fn t(op: Op) -> Term {
    Term::new(op)
}

const fn constant(numerator: i64, denominator: i64, name: &'static str) -> Term {
    Term::new(Op::Constant { numerator, denominator, name })
}

const PROTOCOL_3: &str = "GHG Protocol Technical Guidance for Scope 3";

/// Fields that most methods leave as they are.
const PLAIN: Method = Method {
    id: "",
    number: "",
    says: "",
    says_vi: "",
    clause: "",
    aliases: &[],
    takes: &[],
    terms: &[],
    gives: &[],
    moves: &[],
    words: &[],
    source: Source::Row,
    categories: &[],
};

const METHANE_DENSITY: Term = constant(67, 100, "kg of methane per m3 at 20 °C and 1 atm");
const CO2_PER_CARBON: Term = constant(44, 12, "CO2 per carbon");

const FLARE: Move = Move {
    gases: &[("CH4", "CO2"), ("CH4-fossil", "CO2"), ("CH4-non-fossil", "CO2-biogenic")],
    times: (44, 16),
    share: P::FlareEfficiency,
    stays: false,
};

const STOCK: &[(&str, i64)] = &[
    ("opening", 1),
    ("purchase", 1),
    ("sale", -1),
    ("return", -1),
    ("closing", -1),
    ("capacity-retired", 1),
    ("capacity-installed", -1),
    ("tồn-đầu-kỳ", 1),
    ("mua", 1),
    ("bán", -1),
    ("trả-lại", -1),
    ("tồn-cuối-kỳ", -1),
    ("công-suất-thải-bỏ", 1),
    ("công-suất-lắp-mới", -1),
];

const SERVICE: &[(&str, i64)] =
    &[("new-charge", 1), ("new-capacity", -1), ("recharge", 1), ("disposed-capacity", 1), ("recovered", -1)];

const PEOPLE: &[&str] = &["FTE", "passenger", "item"];
const ASSETS: &[&str] = &["1", "2", "3.8", "3.13", "3.14"];

/// Every method, in the order of their numbers.
pub static METHODS: &[Method] = &[
    Method {
        id: "process-emissions",
        number: "M-21",
        says: "mass × share of the reacting substance × share that reacts × factor of the process",
        says_vi: "khối lượng × tỷ lệ chất phản ứng × tỷ lệ phản ứng × hệ số của quá trình",
        clause: "IPCC 2006 Guidelines V3, chapter 2 (carbonates) (B)",
        aliases: &["phát thải quá trình"],
        terms: &[t(Op::Times(P::Purity)), t(Op::Times(P::ConversionDegree))],
        categories: &["1.process", "1.land", "3.1", "3.10"],
        ..PLAIN
    },
    Method {
        id: "process-stoichiometric",
        number: "M-21",
        says: "mass × share of the reacting substance × share that reacts × kg of CO2 per kg",
        says_vi: "khối lượng × tỷ lệ chất phản ứng × tỷ lệ phản ứng × số kg CO2 mỗi kg",
        clause: "IPCC 2006 Guidelines V3, chapter 2 (carbonates) (B)",
        aliases: &["tính theo tỷ lượng"],
        takes: &["kg"],
        terms: &[
            t(Op::Times(P::Purity)),
            t(Op::Times(P::ConversionDegree)),
            t(Op::Times(P::StoichiometricFactor)),
        ],
        gives: &["kg"],
        source: Source::Gas("CO2"),
        categories: &["1.process", "3.1", "3.10"],
        ..PLAIN
    },
    Method {
        id: "refrigerant-balance",
        number: "M-22",
        says: "opening stock + bought − sold or returned − closing stock + capacity retired − capacity installed, one movement a row",
        says_vi: "tồn đầu + mua − bán hoặc trả − tồn cuối + công suất thải bỏ − công suất lắp mới, mỗi dòng một biến động",
        clause: "GHG Protocol, mass balance of refrigerants (B)",
        aliases: &["cân bằng môi chất lạnh"],
        takes: &["kg"],
        terms: &[t(Op::Sign(P::Movement, STOCK))],
        gives: &["kg"],
        categories: &["1.fugitive", "3.8", "3.13", "3.14"],
        ..PLAIN
    },
    Method {
        id: "refrigerant-service",
        number: "M-23",
        says: "charge of new units − their capacity + recharge + capacity disposed of − recovered, one movement a row",
        says_vi: "lượng nạp thiết bị mới − công suất của chúng + nạp bổ sung + công suất thải bỏ − thu hồi, mỗi dòng một biến động",
        clause: "GHG Protocol, simplified mass balance from service records (B)",
        aliases: &["nhật ký bảo trì môi chất lạnh"],
        takes: &["kg"],
        terms: &[t(Op::Sign(P::Movement, SERVICE))],
        gives: &["kg"],
        categories: &["1.fugitive", "3.8", "3.13", "3.14"],
        ..PLAIN
    },
    Method {
        id: "refrigerant-installation",
        number: "M-24",
        says: "new charge × share lost while installing",
        says_vi: "lượng nạp mới × tỷ lệ thất thoát khi lắp đặt",
        clause: "IPCC 2006 Guidelines V3, equation 7.12; Circular 38/2023/TT-BCT Annex II 2.2 (A)",
        aliases: &["rò rỉ khi lắp đặt"],
        takes: &["kg"],
        terms: &[t(Op::Times(P::InstallationLoss))],
        gives: &["kg"],
        words: &[P::Equipment],
        categories: &["1.fugitive", "3.8", "3.13", "3.14"],
        ..PLAIN
    },
    Method {
        id: "refrigerant-operation",
        number: "M-24",
        says: "charge in operation × share lost in a year",
        says_vi: "lượng đang vận hành × tỷ lệ rò rỉ mỗi năm",
        clause: "IPCC 2006 Guidelines V3, equation 7.13; Circular 38/2023/TT-BCT Annex II 2.2 (A)",
        aliases: &["rò rỉ khi vận hành"],
        takes: &["kg"],
        terms: &[t(Op::Times(P::LeakRate))],
        gives: &["kg"],
        words: &[P::Equipment],
        categories: &["1.fugitive", "3.8", "3.13", "3.14"],
        ..PLAIN
    },
    Method {
        id: "refrigerant-disposal",
        number: "M-24",
        says: "charge of what is disposed of × share left × (1 − share recovered)",
        says_vi: "lượng nạp của thiết bị thải bỏ × tỷ lệ còn lại × (1 − tỷ lệ thu hồi)",
        clause: "IPCC 2006 Guidelines V3, equation 7.14; Circular 38/2023/TT-BCT Annex II 2.2 (A)",
        aliases: &["rò rỉ khi thải bỏ"],
        takes: &["kg"],
        terms: &[t(Op::Times(P::RemainingCharge)), t(Op::TimesOneMinus(P::RecoveryEfficiency))],
        gives: &["kg"],
        words: &[P::Equipment],
        categories: &["1.fugitive", "3.8", "3.12", "3.13", "3.14"],
        ..PLAIN
    },
    Method {
        id: "mine-methane",
        number: "M-25",
        says: "coal × cubic metres of methane per tonne × 0.67 kg/m3",
        says_vi: "lượng than × số m³ mê-tan mỗi tấn × 0,67 kg/m³",
        clause: "Circular 38/2023/TT-BCT Annex II, mining (A); IPCC 2006 Guidelines V2, 4.1 (B)",
        aliases: &["mê tan khai thác than"],
        takes: &["t"],
        terms: &[t(Op::Times(P::MethaneContent)), METHANE_DENSITY],
        gives: &["kg"],
        source: Source::Gas("CH4"),
        categories: &["1.fugitive"],
        ..PLAIN
    },
    Method {
        id: "methane-venting",
        number: "M-26",
        says: "gas × share of methane × 0.67 kg/m3",
        says_vi: "lượng khí × tỷ lệ mê-tan × 0,67 kg/m³",
        clause: "Circular 38/2023/TT-BCT Annex II, mining (A)",
        aliases: &["xả mê tan"],
        takes: &["m3"],
        terms: &[Term::optional(Op::Times(P::MethaneShare)), METHANE_DENSITY],
        gives: &["kg"],
        categories: &["1.fugitive", "1.process", "3.5", "3.12"],
        ..PLAIN
    },
    Method {
        id: "methane-flaring",
        number: "M-26",
        says: "gas × share of methane × 0.67 kg/m3; the burned share leaves as CO2 × 44/16, the rest is slip",
        says_vi: "lượng khí × tỷ lệ mê-tan × 0,67 kg/m³; phần cháy thành CO2 × 44/16, phần còn lại thoát ra",
        clause: "Circular 38/2023/TT-BCT Annex II, mining: 0.98 burned, slip 2 % (A)",
        aliases: &["đốt mê tan", "đốt đuốc mê tan"],
        takes: &["m3"],
        terms: &[Term::optional(Op::Times(P::MethaneShare)), METHANE_DENSITY],
        gives: &["kg"],
        moves: &[FLARE],
        categories: &["1.fugitive", "1.stationary", "1.process", "3.5", "3.12"],
        ..PLAIN
    },
    Method {
        id: "incineration",
        number: "M-27",
        says: "waste × dry matter × carbon in it × share that burns × 44/12; the part that is not fossil is biogenic",
        says_vi: "chất thải × tỷ lệ chất khô × tỷ lệ các-bon × tỷ lệ cháy × 44/12; phần không hóa thạch là CO2 sinh học",
        clause: "IPCC 2006 Guidelines V5, equation 5.2; Decision 2626/QD-BTNMT Annex IV 3.1 to 3.20 (A)",
        aliases: &["đốt chất thải"],
        takes: &["kg"],
        terms: &[
            t(Op::Times(P::DryMatter)),
            t(Op::Times(P::CarbonShare)),
            t(Op::Times(P::OxidationFactor)),
            CO2_PER_CARBON,
        ],
        gives: &["kg"],
        moves: &[Move {
            gases: &[("CO2", "CO2-biogenic")],
            times: (1, 1),
            share: P::FossilShare,
            stays: true,
        }],
        words: &[P::WasteType],
        source: Source::Gas("CO2"),
        categories: &["1.stationary", "1.process", "3.5", "3.12"],
    },
    Method {
        id: "biogenic-blend",
        number: "M-28",
        says: "fuel × factor; the biogenic share of its CO2 is reported apart, its CH4 and N2O stay inside",
        says_vi: "nhiên liệu × hệ số; phần CO2 sinh học trình bày riêng, CH4 và N2O vẫn nằm trong tổng",
        clause: "GHG Protocol Corporate Standard, biogenic CO2 apart; ISO 14064-1:2018 (B/C)",
        aliases: &["nhiên liệu phối trộn"],
        moves: &[Move {
            gases: &[("CO2", "CO2-biogenic")],
            times: (1, 1),
            share: P::BiogenicShare,
            stays: false,
        }],
        categories: &["1.stationary", "1.mobile", "3"],
        ..PLAIN
    },
    Method {
        id: "average-data",
        number: "M-29",
        says: "quantity × average factor",
        says_vi: "số lượng × hệ số trung bình",
        clause: PROTOCOL_3,
        aliases: &["số liệu trung bình"],
        categories: &["3"],
        ..PLAIN
    },
    Method {
        id: "supplier-specific",
        number: "M-30",
        says: "quantity × what the supplier states for one unit, in kg CO2e of a named GWP set",
        says_vi: "số lượng × số liệu nhà cung cấp công bố cho một đơn vị, kg CO2e theo bộ GWP nêu rõ",
        clause: "GHG Protocol Technical Guidance for Scope 3, category 1, supplier-specific method (B)",
        aliases: &["số liệu nhà cung cấp"],
        terms: &[t(Op::Times(P::StatedKgCo2e))],
        gives: &["kg"],
        words: &[P::StatedGwpSet],
        source: Source::Stated,
        categories: &["3"],
        ..PLAIN
    },
    Method {
        id: "stated-share",
        number: "M-31",
        says: "emissions that somebody states, in kg CO2e × the own share of them",
        says_vi: "phát thải do bên khác công bố, kg CO2e × phần của doanh nghiệp",
        clause: "GHG Protocol Technical Guidance for Scope 3, category 1, hybrid method (B)",
        aliases: &["phân bổ số liệu công bố"],
        takes: &["kg"],
        terms: &[t(Op::Times(P::AllocatedShare))],
        gives: &["kg"],
        words: &[P::StatedGwpSet],
        source: Source::Stated,
        categories: &["3"],
        ..PLAIN
    },
    Method {
        id: "spend",
        number: "M-32",
        says: "money without tax, in the currency, year and prices of the factor × factor",
        says_vi: "số tiền không thuế, quy về đồng tiền, năm và mức giá của hệ số × hệ số",
        clause: "GHG Protocol Technical Guidance for Scope 3, spend-based method (B)",
        aliases: &["theo chi tiêu"],
        terms: &[t(Op::OverOnePlus(P::VatRate))],
        words: &[
            P::ExchangeRate,
            P::ExchangeRateYear,
            P::PriceIndexSpend,
            P::PriceIndexBase,
            P::PriceIndexCurrency,
            P::MarginShare,
        ],
        source: Source::Money,
        categories: &["3"],
        ..PLAIN
    },
    Method {
        id: "upstream-fuel",
        number: "M-33",
        says: "fuel or energy × factor of its way to the user (well to tank)",
        says_vi: "nhiên liệu hoặc năng lượng × hệ số thượng nguồn (WTT)",
        clause: "GHG Protocol Technical Guidance for Scope 3, category 3 a and b (B)",
        aliases: &["thượng nguồn nhiên liệu"],
        categories: &["3.3"],
        ..PLAIN
    },
    Method {
        id: "upstream-difference",
        number: "M-33",
        says: "energy × (life-cycle emissions − emissions of burning or generation), in kg CO2e of a named GWP set",
        says_vi: "năng lượng × (phát thải vòng đời − phát thải khi đốt hoặc phát điện), kg CO2e theo bộ GWP nêu rõ",
        clause: "GHG Protocol Technical Guidance for Scope 3, category 3 b (B)",
        aliases: &["chênh lệch vòng đời"],
        terms: &[t(Op::TimesDifference(P::LifecycleKgCo2e, P::CombustionKgCo2e))],
        gives: &["kg"],
        words: &[P::StatedGwpSet],
        source: Source::Stated,
        categories: &["3.3"],
        ..PLAIN
    },
    Method {
        id: "losses-of-generation",
        number: "M-34",
        says: "energy used × r ÷ (1 − r), with r the share of what is put into the grid",
        says_vi: "năng lượng tiêu thụ × r ÷ (1 − r), r tính trên lượng đưa vào lưới",
        clause: "GHG Protocol Technical Guidance for Scope 3, category 3 c (B)",
        aliases: &["tổn thất trên sản lượng phát"],
        terms: &[t(Op::Times(P::LossRate)), t(Op::OverOneMinus(P::LossRate))],
        categories: &["3.3"],
        ..PLAIN
    },
    Method {
        id: "losses-of-consumption",
        number: "M-34",
        says: "energy used × r, with r the share of what is used",
        says_vi: "năng lượng tiêu thụ × r, r tính trên lượng tiêu thụ",
        clause: "GHG Protocol Technical Guidance for Scope 3, category 3 c (B)",
        aliases: &["tổn thất trên lượng tiêu thụ"],
        terms: &[t(Op::Times(P::LossRate))],
        categories: &["3.3"],
        ..PLAIN
    },
    Method {
        id: "freight",
        number: "M-35",
        says: "load × distance of the leg × factor per tonne-kilometre; one row for each leg",
        says_vi: "khối lượng hàng × quãng đường của chặng × hệ số mỗi tấn-km; mỗi chặng một dòng",
        clause: "GHG Protocol Technical Guidance for Scope 3, categories 4 and 9, distance-based method (B)",
        aliases: &["vận tải theo quãng đường"],
        takes: &["t"],
        terms: &[t(Op::Times(P::DistanceKm))],
        gives: &["t.km"],
        categories: &["3.1", "3.4", "3.5", "3.9", "3.12"],
        ..PLAIN
    },
    Method {
        id: "freight-fuel",
        number: "M-36",
        says: "fuel of the trip with load × (1 + empty running) × own share",
        says_vi: "nhiên liệu của chuyến có tải × (1 + chạy rỗng) × phần của doanh nghiệp",
        clause: "GHG Protocol Technical Guidance for Scope 3, categories 4 and 9, fuel-based method (B)",
        aliases: &["vận tải theo nhiên liệu"],
        terms: &[t(Op::TimesOnePlus(P::EmptyRunning)), Term::optional(Op::Times(P::AllocatedShare))],
        categories: &["3.1", "3.4", "3.5", "3.9", "3.12"],
        ..PLAIN
    },
    Method {
        id: "freight-allocated",
        number: "M-37",
        says: "fuel or energy of a leg × own tonne-kilometres ÷ tonne-kilometres of all loads",
        says_vi: "nhiên liệu hoặc năng lượng của chặng × tấn-km của mình ÷ tổng tấn-km",
        clause: "GHG Protocol Technical Guidance for Scope 3, example 4.3 (A-)",
        aliases: &["vận tải phân bổ"],
        terms: &[t(Op::Times(P::OwnTkm)), t(Op::Over(P::TotalTkm))],
        categories: &["3.1", "3.4", "3.5", "3.9", "3.12"],
        ..PLAIN
    },
    Method {
        id: "freight-allocated-stated",
        number: "M-37",
        says: "emissions of a leg as the carrier states them, in kg CO2e × own tonne-kilometres ÷ those of all loads",
        says_vi: "phát thải của chặng do bên vận tải công bố, kg CO2e × tấn-km của mình ÷ tổng tấn-km",
        clause: "GHG Protocol Technical Guidance for Scope 3, example 4.3 (A-)",
        aliases: &["phân bổ phát thải chặng"],
        takes: &["kg"],
        terms: &[t(Op::Times(P::OwnTkm)), t(Op::Over(P::TotalTkm))],
        gives: &["kg"],
        words: &[P::StatedGwpSet],
        source: Source::Stated,
        categories: &["3.1", "3.4", "3.5", "3.9", "3.12"],
        ..PLAIN
    },
    Method {
        id: "waste-treatment",
        number: "M-38",
        says: "mass of one kind of waste in one treatment × factor",
        says_vi: "khối lượng một loại chất thải theo một cách xử lý × hệ số",
        clause: "GHG Protocol Technical Guidance for Scope 3, categories 5 and 12, waste-type-specific method (B)",
        aliases: &["xử lý chất thải"],
        takes: &["kg", "m3"],
        categories: &["3.5", "3.12"],
        ..PLAIN
    },
    Method {
        id: "waste-recycled",
        number: "M-38",
        says: "recycled mass: nothing to the one who hands it over, as the recycled-content rule says; the transport is a row of its own",
        says_vi: "khối lượng tái chế: không tính cho bên giao theo quy tắc hàm lượng tái chế; vận chuyển là dòng riêng",
        clause: "GHG Protocol Technical Guidance for Scope 3, category 5, recycled-content method (B)",
        aliases: &["tái chế"],
        takes: &["kg"],
        terms: &[constant(0, 1, "recycled-content rule")],
        gives: &["kg"],
        source: Source::Nothing,
        categories: &["3.5", "3.12"],
        ..PLAIN
    },
    Method {
        id: "travel",
        number: "M-39",
        says: "persons × distance × trips × factor per passenger-kilometre",
        says_vi: "số người × quãng đường × số chuyến × hệ số mỗi hành khách-km",
        clause: "GHG Protocol Technical Guidance for Scope 3, category 6, distance-based method (B)",
        aliases: &["công tác theo quãng đường"],
        takes: PEOPLE,
        terms: &[t(Op::Times(P::DistanceKm)), Term::optional(Op::Times(P::Trips))],
        gives: &["passenger.km"],
        categories: &["3.6", "3.7"],
        ..PLAIN
    },
    Method {
        id: "flight",
        number: "M-39",
        says: "persons × distance × trips × factor per passenger-kilometre, with or without radiative forcing as stated",
        says_vi: "số người × quãng đường × số chuyến × hệ số mỗi hành khách-km, có hoặc không có tác động ngoài CO2 như nêu rõ",
        clause: "GHG Protocol Technical Guidance for Scope 3, category 6 (B); uplift as the source prints it",
        aliases: &["chuyến bay"],
        takes: PEOPLE,
        terms: &[t(Op::Times(P::DistanceKm)), Term::optional(Op::Times(P::Trips))],
        gives: &["passenger.km"],
        words: &[P::RadiativeForcing],
        categories: &["3.6", "3.7"],
        ..PLAIN
    },
    Method {
        id: "travel-vehicle",
        number: "M-39",
        says: "vehicles × distance × trips × factor per vehicle-kilometre",
        says_vi: "số xe × quãng đường × số chuyến × hệ số mỗi xe-km",
        clause: "GHG Protocol Technical Guidance for Scope 3, category 6, distance-based method (B)",
        aliases: &["công tác theo xe"],
        takes: &["vehicle", "item"],
        terms: &[t(Op::Times(P::DistanceKm)), Term::optional(Op::Times(P::Trips))],
        gives: &["km", "vehicle.km"],
        categories: &["3.4", "3.6", "3.7", "3.9"],
        ..PLAIN
    },
    Method {
        id: "hotel",
        number: "M-39",
        says: "rooms × nights × factor per room and night",
        says_vi: "số phòng × số đêm × hệ số mỗi phòng-đêm",
        clause: "GHG Protocol Technical Guidance for Scope 3, category 6 (B)",
        aliases: &["lưu trú"],
        takes: &["item", "passenger"],
        terms: &[t(Op::Times(P::Nights))],
        gives: &["room-night"],
        categories: &["3.6"],
        ..PLAIN
    },
    Method {
        id: "commuting",
        number: "M-40",
        says: "employees × distance one way × 2 × days ÷ persons in one vehicle × factor per vehicle-kilometre",
        says_vi: "số nhân viên × quãng đường một chiều × 2 × số ngày ÷ số người trên xe × hệ số mỗi xe-km",
        clause: "GHG Protocol Technical Guidance for Scope 3, category 7, distance-based method (B)",
        aliases: &["đi làm"],
        takes: PEOPLE,
        terms: &[
            t(Op::Times(P::OneWayKm)),
            constant(2, 1, "there and back"),
            t(Op::Times(P::DaysPerYear)),
            t(Op::Over(P::Occupancy)),
        ],
        gives: &["km", "vehicle.km"],
        categories: &["3.7"],
        ..PLAIN
    },
    Method {
        id: "commuting-passenger",
        number: "M-40",
        says: "employees × distance one way × 2 × days × factor per passenger-kilometre",
        says_vi: "số nhân viên × quãng đường một chiều × 2 × số ngày × hệ số mỗi hành khách-km",
        clause: "GHG Protocol Technical Guidance for Scope 3, category 7, distance-based method (B)",
        aliases: &["đi làm bằng xe công cộng"],
        takes: PEOPLE,
        terms: &[t(Op::Times(P::OneWayKm)), constant(2, 1, "there and back"), t(Op::Times(P::DaysPerYear))],
        gives: &["passenger.km"],
        categories: &["3.7"],
        ..PLAIN
    },
    Method {
        id: "telework",
        number: "M-41",
        says: "employees × days at home × electricity of a day × factor of the grid",
        says_vi: "số nhân viên × số ngày ở nhà × điện mỗi ngày × hệ số lưới điện",
        clause: "GHG Protocol Technical Guidance for Scope 3, category 7, teleworking (B)",
        aliases: &["làm việc từ xa"],
        takes: PEOPLE,
        terms: &[t(Op::Times(P::DaysPerYear)), t(Op::Times(P::KwhPerDay))],
        gives: &["kWh"],
        categories: &["3.7"],
        ..PLAIN
    },
    Method {
        id: "telework-hours",
        number: "M-41",
        says: "employees × days at home × hours of a day × factor of an hour at home",
        says_vi: "số nhân viên × số ngày ở nhà × số giờ mỗi ngày × hệ số mỗi giờ ở nhà",
        clause: "GHG Protocol Technical Guidance for Scope 3, category 7, teleworking (B)",
        aliases: &["giờ làm việc từ xa"],
        takes: PEOPLE,
        terms: &[t(Op::Times(P::DaysPerYear)), t(Op::Times(P::HoursPerDay))],
        gives: &["FTE.h"],
        categories: &["3.7"],
        ..PLAIN
    },
    Method {
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
    },
    Method {
        id: "area-share",
        number: "M-43",
        says: "quantity of the whole building × leased area ÷ total area",
        says_vi: "số lượng của cả tòa nhà × diện tích thuê ÷ tổng diện tích",
        clause: "GHG Protocol Technical Guidance for Scope 3, categories 8 and 13, allocation by floor area (B)",
        aliases: &["theo diện tích"],
        terms: &[t(Op::Times(P::LeasedArea)), t(Op::Over(P::TotalArea))],
        categories: ASSETS,
        ..PLAIN
    },
    Method {
        id: "allocated",
        number: "M-43",
        says: "quantity of the whole × own share of it",
        says_vi: "số lượng của toàn bộ × phần của doanh nghiệp",
        clause: "GHG Protocol Technical Guidance for Scope 3, categories 8, 13 and 14 (B)",
        aliases: &["phân bổ"],
        terms: &[t(Op::Times(P::AllocatedShare))],
        categories: &["3"],
        ..PLAIN
    },
    Method {
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
    },
    Method {
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
    },
    Method {
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
    },
    Method {
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
    },
    Method {
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
    },
    Method {
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
    },
];

impl Method {
    /// The method of a word: its name, or one of its aliases; case and separators do not matter.
    ///
    /// # Errors
    /// `UNKNOWN_VALUE`, with the nearest names.
    ///
    /// # Example
    /// ```
    /// use emitrace::method::Method;
    ///
    /// assert_eq!(Method::parse("Use of electricity").unwrap_err().code().as_str(), "UNKNOWN_VALUE");
    /// assert_eq!(Method::parse("Commuting")?.number, "M-40");
    /// assert_eq!(Method::parse("theo chi tiêu")?.id, "spend");
    /// # Ok::<(), emitrace::Error>(())
    /// ```
    pub fn parse(text: &str) -> Result<&'static Method, Error> {
        let wanted = key(text);
        let is =
            |method: &&Method| method.id == wanted || method.aliases.iter().any(|alias| key(alias) == wanted);
        METHODS.iter().find(is).ok_or_else(|| {
            let first = wanted.split('-').next().unwrap_or_default();
            let near: Vec<&str> = METHODS
                .iter()
                .map(|method| method.id)
                .filter(|id| !first.is_empty() && id.split('-').any(|word| word == first))
                .collect();
            let message = format!("there is no calculation method `{}`", shorten(text));
            let error = Error::new(Code::UnknownValue, message);
            match near.as_slice() {
                [] => error
                    .with_help("`emitrace methods` lists them; leave the cell empty for quantity × factor"),
                near => {
                    error.with_help(format!("there are {}; `emitrace methods` lists all", near.join(", ")))
                }
            }
        })
    }

    /// Whether the method may stand in a category.
    pub fn may_stand_in(&self, category: Category) -> bool {
        let own = category.key();
        self.categories.iter().any(|allowed| own == *allowed || own.split('.').next() == Some(allowed))
    }

    /// Every parameter of the method with whether each row needs it, in the order of the formula.
    ///
    /// A parameter that a record of a pack may fill is needed all the same: by the row or by the record.
    pub fn parameters(&self) -> Vec<(P, bool)> {
        let mut all: Vec<(P, bool)> = Vec::new();
        let terms = self.terms.iter().flat_map(|term| term.parameters().map(|p| (p, !term.optional)));
        let shares = self.moves.iter().map(|of| (of.share, true));
        let words =
            self.words.iter().map(|word| (*word, matches!(word, P::StatedGwpSet | P::RadiativeForcing)));
        for (parameter, needed) in terms.chain(shares).chain(words) {
            if !all.iter().any(|(known, _)| *known == parameter) {
                all.push((parameter, needed));
            }
        }
        all
    }

    /// The formula in one line: `kg = quantity [t] × distance_km [t.km] × factor`.
    pub fn formula(&self) -> String {
        let mut text = "quantity".to_owned();
        if let Some(first) = self.takes.first() {
            text.push_str(&format!(" [{first}]"));
        }
        for term in self.terms {
            text.push(' ');
            if term.optional {
                text.push_str(&format!("[{}]", term.formula()));
            } else {
                text.push_str(&term.formula());
            }
        }
        match self.source {
            Source::Row | Source::Money => text.push_str(" × factor"),
            Source::Stated => text.push_str(" = kg CO2e"),
            Source::Gas(gas) => text.push_str(&format!(" = kg {gas}")),
            Source::Nothing => text.push_str(" = 0"),
        }
        for of in self.moves {
            text.push_str("; ");
            text.push_str(&of.formula());
        }
        text
    }
}

fn shorten(text: &str) -> String {
    text.chars().take(60).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::method::Range;
    use crate::unit::Unit;

    #[test]
    fn every_word_means_one_method_and_every_unit_and_category_exists() {
        let mut seen: Vec<(String, &str)> = Vec::new();
        for method in METHODS {
            assert_eq!(key(method.id), method.id);
            for word in method.aliases.iter().chain([&method.id]) {
                let word = key(word);
                assert!(!seen.iter().any(|(known, _)| *known == word), "{word}");
                assert_eq!(Method::parse(&word).unwrap().id, method.id);
                seen.push((word, method.id));
            }
            for unit in method.takes.iter().chain(method.gives) {
                Unit::parse(unit).unwrap();
            }
            for category in method.categories {
                assert!(
                    ["1", "2", "3"].contains(category)
                        || Category::all().any(|known| known.key() == *category),
                    "{category}"
                );
            }
            assert!(Category::all().any(|category| method.may_stand_in(category)));
            assert!(!method.may_stand_in(Category::OFFSETS));
            assert!(method.number.starts_with("M-") && !method.clause.is_empty());
        }
    }

    #[test]
    fn terms_that_multiply_read_numbers() {
        for method in METHODS {
            for term in method.terms {
                for parameter in term.parameters() {
                    let word = matches!(parameter.range(), Range::Word | Range::Year | Range::Currency);
                    assert_eq!(word, matches!(term.op, Op::Sign(..)), "{}", method.id);
                }
            }
        }
    }

    #[test]
    fn every_parameter_serves_some_method() {
        for parameter in P::ALL {
            assert!(
                METHODS.iter().any(|method| method.parameters().iter().any(|(known, _)| known == parameter)),
                "{}",
                parameter.name()
            );
        }
    }

    #[test]
    fn formulas_read_like_formulas() {
        assert_eq!(
            Method::parse("commuting").unwrap().formula(),
            "quantity [FTE] × one_way_km × 2 (there and back) × days ÷ occupancy × factor"
        );
        assert_eq!(
            Method::parse("methane-flaring").unwrap().formula(),
            "quantity [m3] [× methane_share] × 67/100 (kg of methane per m3 at 20 °C and 1 atm) × factor; CH4 → CO2, \
             CH4-fossil → CO2, CH4-non-fossil → CO2-biogenic: flare_efficiency × 44/16"
        );
    }
}
