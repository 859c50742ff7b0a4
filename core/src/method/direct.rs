//! Methods of what the reporter emits itself: processes, refrigerants, methane, fire (M-21 to M-28).

use super::Parameter as P;
use super::table::{Method, PLAIN, Source, constant, t};
use super::term::{Move, Op, Term};

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

pub(super) const PROCESS_EMISSIONS: Method = Method {
    id: "process-emissions",
    number: "M-21",
    says: "mass × share of the reacting substance × share that reacts × factor of the process",
    says_vi: "khối lượng × tỷ lệ chất phản ứng × tỷ lệ phản ứng × hệ số của quá trình",
    clause: "IPCC 2006 Guidelines V3, chapter 2 (carbonates) (B)",
    aliases: &["phát thải quá trình"],
    terms: &[t(Op::Times(P::Purity)), t(Op::Times(P::ConversionDegree))],
    categories: &["1.process", "1.land", "3.1", "3.10"],
    ..PLAIN
};

pub(super) const PROCESS_STOICHIOMETRIC: Method = Method {
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
};

/// A charge of refrigerant in kilograms, most of it where equipment stands.
const CHARGE: Method =
    Method { takes: &["kg"], gives: &["kg"], categories: &["1.fugitive", "3.8", "3.13", "3.14"], ..PLAIN };

pub(super) const REFRIGERANT_BALANCE: Method = Method {
    id: "refrigerant-balance",
    number: "M-22",
    says: "opening stock + bought − sold or returned − closing stock + capacity retired − capacity installed, one movement a row",
    says_vi: "tồn đầu + mua − bán hoặc trả − tồn cuối + công suất thải bỏ − công suất lắp mới, mỗi dòng một biến động",
    clause: "GHG Protocol, mass balance of refrigerants (B)",
    aliases: &["cân bằng môi chất lạnh"],
    terms: &[t(Op::Sign(P::Movement, STOCK))],
    ..CHARGE
};

pub(super) const REFRIGERANT_SERVICE: Method = Method {
    id: "refrigerant-service",
    number: "M-23",
    says: "charge of new units − their capacity + recharge + capacity disposed of − recovered, one movement a row",
    says_vi: "lượng nạp thiết bị mới − công suất của chúng + nạp bổ sung + công suất thải bỏ − thu hồi, mỗi dòng một biến động",
    clause: "GHG Protocol, simplified mass balance from service records (B)",
    aliases: &["nhật ký bảo trì môi chất lạnh"],
    terms: &[t(Op::Sign(P::Movement, SERVICE))],
    ..CHARGE
};

pub(super) const REFRIGERANT_INSTALLATION: Method = Method {
    id: "refrigerant-installation",
    number: "M-24",
    says: "new charge × share lost while installing",
    says_vi: "lượng nạp mới × tỷ lệ thất thoát khi lắp đặt",
    clause: "IPCC 2006 Guidelines V3, equation 7.12; Circular 38/2023/TT-BCT Annex II 2.2 (A)",
    aliases: &["rò rỉ khi lắp đặt"],
    terms: &[t(Op::Times(P::InstallationLoss))],
    words: &[P::Equipment],
    ..CHARGE
};

pub(super) const REFRIGERANT_OPERATION: Method = Method {
    id: "refrigerant-operation",
    number: "M-24",
    says: "charge in operation × share lost in a year",
    says_vi: "lượng đang vận hành × tỷ lệ rò rỉ mỗi năm",
    clause: "IPCC 2006 Guidelines V3, equation 7.13; Circular 38/2023/TT-BCT Annex II 2.2 (A)",
    aliases: &["rò rỉ khi vận hành"],
    terms: &[t(Op::Times(P::LeakRate))],
    words: &[P::Equipment],
    ..CHARGE
};

pub(super) const REFRIGERANT_DISPOSAL: Method = Method {
    id: "refrigerant-disposal",
    number: "M-24",
    says: "charge of what is disposed of × share left × (1 − share recovered)",
    says_vi: "lượng nạp của thiết bị thải bỏ × tỷ lệ còn lại × (1 − tỷ lệ thu hồi)",
    clause: "IPCC 2006 Guidelines V3, equation 7.14; Circular 38/2023/TT-BCT Annex II 2.2 (A)",
    aliases: &["rò rỉ khi thải bỏ"],
    terms: &[t(Op::Times(P::RemainingCharge)), t(Op::TimesOneMinus(P::RecoveryEfficiency))],
    words: &[P::Equipment],
    categories: &["1.fugitive", "3.8", "3.12", "3.13", "3.14"],
    ..CHARGE
};

pub(super) const MINE_METHANE: Method = Method {
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
};

pub(super) const METHANE_VENTING: Method = Method {
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
};

pub(super) const METHANE_FLARING: Method = Method {
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
};

pub(super) const INCINERATION: Method = Method {
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
    moves: &[Move { gases: &[("CO2", "CO2-biogenic")], times: (1, 1), share: P::FossilShare, stays: true }],
    words: &[P::WasteType],
    source: Source::Gas("CO2"),
    categories: &["1.stationary", "1.process", "3.5", "3.12"],
};

pub(super) const BIOGENIC_BLEND: Method = Method {
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
};
