//! Methods of what moves: freight, waste that is handed over, people at work, on the way and at home (M-35 to M-41).

use super::Parameter as P;
use super::table::{Method, PLAIN, Source, constant, t};
use super::term::{Op, Term};

const PEOPLE: &[&str] = &["FTE", "passenger", "item"];

/// Carrying goods, for whatever is bought, sold or thrown away.
const CARRIED: Method = Method { categories: &["3.1", "3.4", "3.5", "3.9", "3.12"], ..PLAIN };

pub(super) const FREIGHT: Method = Method {
    id: "freight",
    number: "M-35",
    says: "load × distance of the leg × factor per tonne-kilometre; one row for each leg",
    says_vi: "khối lượng hàng × quãng đường của chặng × hệ số mỗi tấn-km; mỗi chặng một dòng",
    clause: "GHG Protocol Technical Guidance for Scope 3, categories 4 and 9, distance-based method (B)",
    aliases: &["vận tải theo quãng đường"],
    takes: &["t"],
    terms: &[t(Op::Times(P::DistanceKm))],
    gives: &["t.km"],
    ..CARRIED
};

pub(super) const FREIGHT_FUEL: Method = Method {
    id: "freight-fuel",
    number: "M-36",
    says: "fuel of the trip with load × (1 + empty running) × own share",
    says_vi: "nhiên liệu của chuyến có tải × (1 + chạy rỗng) × phần của doanh nghiệp",
    clause: "GHG Protocol Technical Guidance for Scope 3, categories 4 and 9, fuel-based method (B)",
    aliases: &["vận tải theo nhiên liệu"],
    terms: &[t(Op::TimesOnePlus(P::EmptyRunning)), Term::optional(Op::Times(P::AllocatedShare))],
    ..CARRIED
};

pub(super) const FREIGHT_ALLOCATED: Method = Method {
    id: "freight-allocated",
    number: "M-37",
    says: "fuel or energy of a leg × own tonne-kilometres ÷ tonne-kilometres of all loads",
    says_vi: "nhiên liệu hoặc năng lượng của chặng × tấn-km của mình ÷ tổng tấn-km",
    clause: "GHG Protocol Technical Guidance for Scope 3, example 4.3 (A-)",
    aliases: &["vận tải phân bổ"],
    terms: &[t(Op::Times(P::OwnTkm)), t(Op::Over(P::TotalTkm))],
    ..CARRIED
};

pub(super) const FREIGHT_ALLOCATED_STATED: Method = Method {
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
    ..CARRIED
};

pub(super) const WASTE_TREATMENT: Method = Method {
    id: "waste-treatment",
    number: "M-38",
    says: "mass of one kind of waste in one treatment × factor",
    says_vi: "khối lượng một loại chất thải theo một cách xử lý × hệ số",
    clause: "GHG Protocol Technical Guidance for Scope 3, categories 5 and 12, waste-type-specific method (B)",
    aliases: &["xử lý chất thải"],
    takes: &["kg", "m3"],
    categories: &["3.5", "3.12"],
    ..PLAIN
};

pub(super) const WASTE_RECYCLED: Method = Method {
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
};

pub(super) const TRAVEL: Method = Method {
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
};

pub(super) const FLIGHT: Method = Method {
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
};

pub(super) const TRAVEL_VEHICLE: Method = Method {
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
};

pub(super) const HOTEL: Method = Method {
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
};

pub(super) const COMMUTING: Method = Method {
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
};

pub(super) const COMMUTING_PASSENGER: Method = Method {
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
};

pub(super) const TELEWORK: Method = Method {
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
};

pub(super) const TELEWORK_HOURS: Method = Method {
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
};
