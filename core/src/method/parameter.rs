//! The columns that methods read: one for each number or word that a formula needs beside the quantity.

/// Which values of a parameter have a meaning.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Range {
    /// 0 to 1, also written in per cent.
    Share,
    /// Above zero.
    Positive,
    /// Zero or more.
    NotNegative,
    /// A word; the method says which.
    Word,
    /// A calendar year.
    Year,
    /// A currency code of ISO 4217.
    Currency,
}

impl Range {
    /// What may stand in the column, as findings say it.
    pub const fn says(self) -> &'static str {
        match self {
            Range::Share => "a share from 0 to 1, or per cent from 0 % to 100 %",
            Range::Positive => "a number above zero",
            Range::NotNegative => "a number of zero or more",
            Range::Word => "a word",
            Range::Year => "a calendar year",
            Range::Currency => "a currency code such as USD",
        }
    }
}

/// What is known of a parameter.
struct Info {
    name: &'static str,
    unit: (&'static str, &'static str),
    range: Range,
    en: &'static str,
    vi: &'static str,
    aliases: &'static [&'static str],
    records: &'static [&'static str],
}

macro_rules! parameters {
    ($( $variant:ident = $name:literal, $unit:literal / $per:literal, $range:ident,
        $en:literal, $vi:literal, [$($alias:literal),*], [$($record:literal),*]; )+) => {
        /// A column that methods read. Its name says its unit.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum Parameter { $( #[doc = $en] $variant, )+ }

        impl Parameter {
            /// Every parameter, in the order of their definition.
            pub const ALL: &'static [Parameter] = &[$( Parameter::$variant, )+];

            const fn info(self) -> Info {
                match self {
                    $( Parameter::$variant => Info {
                        name: $name, unit: ($unit, $per), range: Range::$range, en: $en, vi: $vi,
                        aliases: &[$($alias),*], records: &[$($record),*],
                    }, )+
                }
            }
        }
    };
}

// name, unit / per, range, English, Vietnamese, headers beside the name, records of packs that stand in
parameters! {
    // ---- distance and people
    DistanceKm = "distance_km", "km" / "1", Positive,
        "Distance of one way or leg, in kilometres.", "Quãng đường một chuyến hoặc một chặng, km.",
        ["distance", "leg distance", "leg distance km", "quãng đường", "quãng đường km", "khoảng cách", "cự ly"], [];
    Trips = "trips", "1" / "1", Positive,
        "How often the distance was travelled.", "Số chuyến đi trên quãng đường đó.",
        ["number of trips", "số chuyến", "số lượt đi"], [];
    OneWayKm = "one_way_km", "km" / "1", Positive,
        "Distance from home to work, one way, in kilometres.", "Quãng đường một chiều từ nhà đến nơi làm, km.",
        ["one way distance", "one way distance km", "commuting distance", "quãng đường một chiều", "số km một chiều"], [];
    DaysPerYear = "days", "1" / "1", Positive,
        "Days in the period on which it happened.", "Số ngày trong kỳ có phát sinh.",
        ["working days", "attendance days", "telework days", "days per year", "số ngày", "số ngày làm việc", "số ngày công"], [];
    Occupancy = "occupancy", "1" / "1", Positive,
        "Persons in one vehicle.", "Số người trên một xe.",
        ["persons per vehicle", "load factor persons", "số người trên xe", "số người mỗi xe"], [];
    HoursPerDay = "hours_per_day", "h" / "1", Positive,
        "Hours a day.", "Số giờ mỗi ngày.",
        ["hours a day", "số giờ mỗi ngày", "số giờ một ngày"], [];
    KwhPerDay = "kwh_per_day", "kWh" / "1", NotNegative,
        "Electricity of one person's day of telework, in kilowatt-hours.", "Điện của một người một ngày làm việc tại nhà, kWh.",
        ["kwh a day", "energy per day kwh", "điện mỗi ngày kwh", "số kwh mỗi ngày"], [];
    Nights = "nights", "1" / "1", Positive,
        "Nights of each room.", "Số đêm của mỗi phòng.",
        ["number of nights", "số đêm", "số đêm lưu trú"], [];
    RadiativeForcing = "radiative_forcing", "" / "", Word,
        "`with` or `without` the uplift for effects of flights beyond CO2.", "`with` (có) hoặc `without` (không) hệ số tác động ngoài CO2 của chuyến bay.",
        ["rf", "rf uplift", "non co2 uplift", "hệ số bức xạ", "tác động ngoài co2"], [];

    // ---- freight
    EmptyRunning = "empty_running", "1" / "1", NotNegative,
        "Extra running without load, as a share of the running with load.", "Phần chạy rỗng, tính theo tỷ lệ của phần chạy có tải.",
        ["empty running share", "empty backhaul", "tỷ lệ chạy rỗng", "chạy rỗng"], [];
    AllocatedShare = "allocated_share", "1" / "1", Share,
        "The part of the whole that is the reporter's own.", "Phần được phân bổ cho doanh nghiệp.",
        ["own share", "allocation share", "tỷ lệ phân bổ", "phần phân bổ"], [];
    OwnTkm = "own_tkm", "t.km" / "1", NotNegative,
        "Tonne-kilometres of the own load, over great-circle distance.", "Tấn-km của hàng mình, theo khoảng cách đường chim bay.",
        ["own tonne kilometres", "tấn km của mình", "tkm của mình"], [];
    TotalTkm = "total_tkm", "t.km" / "1", Positive,
        "Tonne-kilometres of all loads of the leg, over great-circle distance.", "Tấn-km của mọi lô hàng trên chặng, theo khoảng cách đường chim bay.",
        ["total tonne kilometres", "tổng tấn km", "tổng tkm"], [];

    // ---- energy
    LossRate = "loss_rate", "1" / "1", Share,
        "Share of electricity or heat that is lost on the way; the method says of what.", "Tỷ lệ điện hoặc nhiệt tổn thất trên đường truyền; phương pháp nói rõ tính trên lượng nào.",
        ["grid loss rate", "t d loss rate", "td loss rate", "tỷ lệ tổn thất", "tỷ lệ tổn thất điện năng"], ["loss-rate"];
    LifecycleKgCo2e = "lifecycle_kg_co2e", "kg" / "1", NotNegative,
        "Life-cycle emissions of one unit of the quantity, in kilograms of CO2 equivalent.", "Phát thải vòng đời của một đơn vị số lượng, kg CO2e.",
        ["life cycle kg co2e", "phát thải vòng đời kg co2e"], [];
    CombustionKgCo2e = "combustion_kg_co2e", "kg" / "1", NotNegative,
        "Emissions of burning or generation of one unit of the quantity, in kilograms of CO2 equivalent.", "Phát thải khi đốt hoặc phát điện của một đơn vị số lượng, kg CO2e.",
        ["generation kg co2e", "phát thải khi đốt kg co2e"], [];
    KwhPerUnit = "kwh_per_unit", "kWh" / "1", NotNegative,
        "Energy of processing one unit of the quantity, in kilowatt-hours.", "Năng lượng gia công một đơn vị số lượng, kWh.",
        ["kwh per unit processed", "điện gia công mỗi đơn vị"], [];
    BiogenicShare = "biogenic_share", "1" / "1", Share,
        "Share of the carbon dioxide of a blended fuel that is biogenic.", "Tỷ lệ CO2 sinh học của nhiên liệu phối trộn.",
        ["bio share", "biofuel share", "tỷ lệ sinh học", "tỷ lệ nhiên liệu sinh học"], [];

    // ---- statements of others
    StatedKgCo2e = "stated_kg_co2e", "kg" / "1", NotNegative,
        "Emissions of one unit of the quantity as the supplier states them, in kilograms of CO2 equivalent.", "Phát thải của một đơn vị số lượng do nhà cung cấp công bố, kg CO2e.",
        ["supplier kg co2e per unit", "kg co2e per unit", "kg co2e mỗi đơn vị", "phát thải nhà cung cấp công bố"], [];
    StatedGwpSet = "stated_gwp_set", "" / "", Word,
        "GWP set of the statement: AR4, AR5, AR6 or unstated.", "Bộ GWP của số liệu công bố: AR4, AR5, AR6 hoặc unstated.",
        ["gwp set", "gwp of statement", "bộ gwp", "bộ gwp của số liệu"], [];

    // ---- money
    VatRate = "vat_rate", "1" / "1", NotNegative,
        "Rate of value added tax inside the amount; 0 if the amount is without it.", "Thuế suất GTGT nằm trong số tiền; 0 nếu số tiền chưa có thuế.",
        ["vat", "vat rate in amount", "thuế suất gtgt", "thuế gtgt", "thuế suất vat"], [];
    ExchangeRate = "exchange_rate", "1" / "1", Positive,
        "Units of the row's currency for one unit of the factor's.", "Số đơn vị tiền của dòng cho một đơn vị tiền của hệ số.",
        ["fx rate", "rate of exchange", "tỷ giá"], ["exchange-rate"];
    ExchangeRateYear = "exchange_rate_year", "" / "", Year,
        "Year of the exchange rate.", "Năm của tỷ giá.",
        ["fx year", "year of exchange rate", "năm tỷ giá"], [];
    PriceIndexSpend = "price_index_spend_year", "1" / "1", Positive,
        "Price index of the year in which the money was spent.", "Chỉ số giá của năm chi tiền.",
        ["price index of spend year", "chỉ số giá năm chi"], ["price-index"];
    PriceIndexBase = "price_index_base_year", "1" / "1", Positive,
        "Price index of the factor's base year, from the same series.", "Chỉ số giá của năm gốc của hệ số, cùng một dãy.",
        ["price index of base year", "chỉ số giá năm gốc"], ["price-index"];
    PriceIndexCurrency = "price_index_currency", "" / "", Currency,
        "Currency whose prices the index follows: the factor's or the row's.", "Đồng tiền của chỉ số giá: của hệ số hoặc của dòng.",
        ["currency of price index", "đồng tiền của chỉ số giá"], [];
    MarginShare = "margin_share", "1" / "1", Share,
        "Share of trade and transport margins and product taxes in the purchaser price.", "Tỷ lệ phí thương mại, vận tải và thuế sản phẩm trong giá người mua.",
        ["margins share", "trade margin", "tỷ lệ biên thương mại"], [];

    // ---- processes and gases
    Purity = "purity", "1" / "1", Share,
        "Share of the reacting substance in the mass, e.g. carbonate in the stone.", "Tỷ lệ chất phản ứng trong khối lượng, ví dụ cacbonat trong đá.",
        ["carbonate content", "độ tinh khiết", "hàm lượng cacbonat"], [];
    ConversionDegree = "conversion_degree", "1" / "1", Share,
        "Share that reacts.", "Tỷ lệ phản ứng.",
        ["calcination degree", "degree of calcination", "mức độ chuyển hóa", "mức độ nung"], [];
    StoichiometricFactor = "stoichiometric_factor", "kg" / "kg", Positive,
        "Kilograms of CO2 for one kilogram that reacts.", "Số kg CO2 cho mỗi kg chất phản ứng.",
        ["kg co2 per kg", "hệ số tỷ lượng", "hệ số hóa học"], [];
    Movement = "movement", "" / "", Word,
        "What a row of refrigerant is: opening, purchase, sale …", "Dòng môi chất lạnh là gì: opening (tồn đầu), purchase (mua), sale (bán) …",
        ["refrigerant movement", "stock movement", "biến động", "loại biến động"], [];
    Equipment = "equipment", "" / "", Word,
        "Kind of equipment, as a pack of leak rates names it.", "Loại thiết bị, theo tên trong gói tỷ lệ rò rỉ.",
        ["equipment type", "kind of equipment", "loại thiết bị"], [];
    InstallationLoss = "installation_loss", "1" / "1", Share,
        "Share of the charge lost while installing (k).", "Tỷ lệ thất thoát khi lắp đặt (k).",
        ["installation leak rate", "initial emission rate", "tỷ lệ rò rỉ khi lắp đặt"], ["{equipment}-initial"];
    LeakRate = "leak_rate", "1" / "1", NotNegative,
        "Share of the charge lost in a year of operation (x).", "Tỷ lệ rò rỉ mỗi năm vận hành (x).",
        ["annual leak rate", "operating leak rate", "tỷ lệ rò rỉ", "tỷ lệ rò rỉ hằng năm"], ["{equipment}-annual"];
    RemainingCharge = "remaining_charge", "1" / "1", Share,
        "Share of the charge that is left at disposal (p).", "Tỷ lệ môi chất còn lại khi thải bỏ (p).",
        ["charge remaining at disposal", "tỷ lệ môi chất còn lại"], ["{equipment}-remaining"];
    RecoveryEfficiency = "recovery_efficiency", "1" / "1", Share,
        "Share of what is left that is recovered (η).", "Tỷ lệ thu hồi phần còn lại (η).",
        ["recovery rate", "hiệu suất thu hồi"], ["{equipment}-recovery"];
    MethaneContent = "m3_ch4_per_t", "m3" / "t", Positive,
        "Cubic metres of methane set free by one tonne of coal.", "Số m³ mê-tan thoát ra từ một tấn than.",
        ["methane content", "m3 methane per tonne", "hàm lượng mê tan", "hàm lượng khí mê tan"], ["{activity}"];
    MethaneShare = "methane_share", "1" / "1", Share,
        "Share of methane in the gas, by volume.", "Tỷ lệ thể tích mê-tan trong khí.",
        ["ch4 share", "tỷ lệ mê tan", "hàm lượng ch4"], [];
    FlareEfficiency = "flare_efficiency", "1" / "1", Share,
        "Share of the methane that is burned.", "Tỷ lệ mê-tan được đốt cháy.",
        ["destruction efficiency", "hiệu suất đốt", "hiệu suất đuốc"], [];

    // ---- waste
    WasteType = "waste_type", "" / "", Word,
        "Kind of waste, as the pack names it: plastic, textiles, wood …", "Loại chất thải, theo tên trong gói dữ liệu: plastic, textiles, wood …",
        ["type of waste", "kind of waste", "loại chất thải"], [];
    DryMatter = "dry_matter", "1" / "1", Share,
        "Share of dry matter in the wet waste (dm).", "Tỷ lệ chất khô trong chất thải ướt (dm).",
        ["dry matter content", "hàm lượng chất khô"], ["msw-incineration-dry-matter-of-{waste_type}"];
    CarbonShare = "carbon_share", "1" / "1", Share,
        "Share of carbon in the dry matter (CF).", "Tỷ lệ các-bon trong chất khô (CF).",
        ["total carbon fraction", "carbon fraction", "tỷ lệ các bon"], ["msw-incineration-total-carbon-fraction-cf-of-{waste_type}"];
    FossilShare = "fossil_share", "1" / "1", Share,
        "Share of fossil carbon in the carbon (FCF).", "Tỷ lệ các-bon hóa thạch trong các-bon (FCF).",
        ["fossil carbon fraction", "tỷ lệ các bon hóa thạch"], ["msw-incineration-fossil-carbon-fraction-fcf-of-{waste_type}"];
    OxidationFactor = "oxidation_factor", "1" / "1", Share,
        "Share of the carbon that burns (OF).", "Tỷ lệ các-bon bị ô-xy hóa (OF).",
        ["oxidation share", "hệ số ô xy hóa", "hệ số oxy hóa"], ["waste-incineration-oxidation-factor"];

    // ---- products and assets
    LifetimeUses = "lifetime_uses", "1" / "1", NotNegative,
        "Uses of one product over its life.", "Số lần sử dụng trong vòng đời một sản phẩm.",
        ["uses over lifetime", "số lần sử dụng", "số lần sử dụng trong vòng đời"], [];
    KwhPerUse = "kwh_per_use", "kWh" / "1", NotNegative,
        "Electricity of one use, in kilowatt-hours.", "Điện mỗi lần sử dụng, kWh.",
        ["energy per use kwh", "điện mỗi lần dùng"], [];
    LitresPerUse = "litres_per_use", "L" / "1", NotNegative,
        "Fuel of one use, in litres.", "Nhiên liệu mỗi lần sử dụng, lít.",
        ["liters per use", "fuel per use", "nhiên liệu mỗi lần dùng"], [];
    ChargeKg = "charge_kg", "kg" / "1", NotNegative,
        "Refrigerant in one product, in kilograms.", "Lượng môi chất lạnh trong một sản phẩm, kg.",
        ["refrigerant charge", "lượng nạp", "lượng môi chất nạp"], [];
    LifetimeYears = "lifetime_years", "1" / "1", Positive,
        "Years of one product's life.", "Số năm tuổi thọ của một sản phẩm.",
        ["product lifetime", "service life", "tuổi thọ"], [];
    ContentKg = "content_kg", "kg" / "1", NotNegative,
        "Greenhouse gas in one product that is set free in its use, in kilograms.", "Khí nhà kính trong một sản phẩm thoát ra khi sử dụng, kg.",
        ["gas content", "ghg content", "lượng khí trong sản phẩm"], [];
    MassPerUnitKg = "mass_per_unit_kg", "kg" / "1", Positive,
        "Mass of one product, in kilograms.", "Khối lượng một sản phẩm, kg.",
        ["unit weight", "weight per unit", "khối lượng một sản phẩm", "trọng lượng một sản phẩm"], [];
    TreatmentShare = "treatment_share", "1" / "1", Share,
        "Share of the products that goes to this treatment.", "Tỷ lệ sản phẩm đi vào cách xử lý này.",
        ["share of treatment", "tỷ lệ xử lý"], [];
    LeasedArea = "leased_area_m2", "m2" / "1", NotNegative,
        "Floor area of the leased part, in square metres.", "Diện tích phần thuê, m².",
        ["leased area", "diện tích thuê", "diện tích cho thuê"], [];
    TotalArea = "total_area_m2", "m2" / "1", Positive,
        "Floor area of the whole building, in square metres.", "Tổng diện tích sàn của tòa nhà, m².",
        ["total area", "total floor area", "tổng diện tích"], [];
    Outstanding = "outstanding_amount", "1" / "1", NotNegative,
        "What is invested or lent and still outstanding.", "Số tiền đầu tư hoặc cho vay còn lại.",
        ["outstanding", "amount outstanding", "dư nợ", "số dư đầu tư"], [];
    CompanyValue = "company_value", "1" / "1", Positive,
        "Value of the investee in the same currency: EVIC, or equity and debt.", "Giá trị của bên nhận đầu tư, cùng đồng tiền: EVIC, hoặc vốn chủ sở hữu cộng nợ.",
        ["evic", "total equity and debt", "giá trị doanh nghiệp"], [];
}

impl Parameter {
    /// The column name: `distance_km`.
    pub const fn name(self) -> &'static str {
        self.info().name
    }

    /// The unit of its numbers, above and below the line; both `1` for a plain number, empty for a word.
    pub const fn unit(self) -> (&'static str, &'static str) {
        self.info().unit
    }

    /// The unit as one text: `m3/t`, `km`, `1`; empty for a word.
    pub fn unit_text(self) -> String {
        match self.unit() {
            (unit, "1" | "") => unit.to_owned(),
            (unit, per) => format!("{unit}/{per}"),
        }
    }

    /// Which values have a meaning.
    pub const fn range(self) -> Range {
        self.info().range
    }

    /// What it is, in English.
    pub const fn says(self) -> &'static str {
        self.info().en
    }

    /// What it is, in Vietnamese.
    pub const fn says_vi(self) -> &'static str {
        self.info().vi
    }

    /// Headers that stand for the column beside its name, English and Vietnamese.
    pub const fn aliases(self) -> &'static [&'static str] {
        self.info().aliases
    }

    /// The records of packs that stand in where the row does not fill the column: names that end so, with the row's
    /// words in braces, or the kinds `loss-rate`, `exchange-rate` and `price-index`.
    pub const fn records(self) -> &'static [&'static str] {
        self.info().records
    }

    /// The parameter of a column name.
    pub fn from_name(name: &str) -> Option<Parameter> {
        Parameter::ALL.iter().copied().find(|parameter| parameter.name() == name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::unit::Unit;

    #[test]
    fn names_are_unique_and_units_can_be_read() {
        for (at, parameter) in Parameter::ALL.iter().enumerate() {
            assert_eq!(Parameter::from_name(parameter.name()), Some(*parameter));
            assert!(!Parameter::ALL[..at].iter().any(|other| other.name() == parameter.name()));
            let (unit, per) = parameter.unit();
            let number = matches!(parameter.range(), Range::Share | Range::Positive | Range::NotNegative);
            assert_eq!(number, !unit.is_empty(), "{}", parameter.name());
            if number {
                Unit::parse(unit).unwrap();
                Unit::parse(per).unwrap();
            }
            assert!(parameter.says().ends_with(['.', '…']) && parameter.says_vi().ends_with(['.', '…']));
        }
    }
}
