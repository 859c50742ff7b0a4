//! Methods of what is bought: average, stated and spent, and the way of fuels and energy to the user (M-29 to M-34).

use super::Parameter as P;
use super::table::{Method, PLAIN, PROTOCOL_3, Source, t};
use super::term::Op;

pub(super) const AVERAGE_DATA: Method = Method {
    id: "average-data",
    number: "M-29",
    says: "quantity × average factor",
    says_vi: "số lượng × hệ số trung bình",
    clause: PROTOCOL_3,
    aliases: &["số liệu trung bình"],
    categories: &["3"],
    ..PLAIN
};

pub(super) const SUPPLIER_SPECIFIC: Method = Method {
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
};

pub(super) const STATED_SHARE: Method = Method {
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
};

pub(super) const SPEND: Method = Method {
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
};

pub(super) const UPSTREAM_FUEL: Method = Method {
    id: "upstream-fuel",
    number: "M-33",
    says: "fuel or energy × factor of its way to the user (well to tank)",
    says_vi: "nhiên liệu hoặc năng lượng × hệ số thượng nguồn (WTT)",
    clause: "GHG Protocol Technical Guidance for Scope 3, category 3 a and b (B)",
    aliases: &["thượng nguồn nhiên liệu"],
    categories: &["3.3"],
    ..PLAIN
};

pub(super) const UPSTREAM_DIFFERENCE: Method = Method {
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
};

pub(super) const LOSSES_OF_GENERATION: Method = Method {
    id: "losses-of-generation",
    number: "M-34",
    says: "energy used × r ÷ (1 − r), with r the share of what is put into the grid",
    says_vi: "năng lượng tiêu thụ × r ÷ (1 − r), r tính trên lượng đưa vào lưới",
    clause: "GHG Protocol Technical Guidance for Scope 3, category 3 c (B)",
    aliases: &["tổn thất trên sản lượng phát"],
    terms: &[t(Op::Times(P::LossRate)), t(Op::OverOneMinus(P::LossRate))],
    categories: &["3.3"],
    ..PLAIN
};

pub(super) const LOSSES_OF_CONSUMPTION: Method = Method {
    id: "losses-of-consumption",
    number: "M-34",
    says: "energy used × r, with r the share of what is used",
    says_vi: "năng lượng tiêu thụ × r, r tính trên lượng tiêu thụ",
    clause: "GHG Protocol Technical Guidance for Scope 3, category 3 c (B)",
    aliases: &["tổn thất trên lượng tiêu thụ"],
    terms: &[t(Op::Times(P::LossRate))],
    categories: &["3.3"],
    ..PLAIN
};
