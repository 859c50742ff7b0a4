//! The linear atoms of UCUM that are carried, one a line: code, canonical spelling, dimension, and the size in
//! SI base units as a fraction. The remark gives the definition that the fraction follows from.
//!
//! The definitions are those of the Unified Code for Units of Measure (Regenstrief Institute), with the SI of
//! 2019 for the electronvolt and the astronomical unit of 2012. Charge is current times time and the mole is
//! a base unit here, as in the SI; in UCUM charge is a base unit and the mole a number.

use super::dimension::{Dimension, electric, other};

/// An atom of UCUM.
#[derive(Debug)]
pub(super) struct UcumAtom {
    /// The case-sensitive code.
    pub(super) code: &'static str,
    /// The spelling that units print.
    pub(super) canonical: &'static str,
    /// Whether prefixes may stand before it.
    pub(super) metric: bool,
    pub(super) dimension: Dimension,
    pub(super) numerator: i128,
    pub(super) denominator: i128,
}

const fn metric(
    code: &'static str,
    canonical: &'static str,
    dimension: Dimension,
    numerator: i128,
    denominator: i128,
) -> UcumAtom {
    UcumAtom { code, canonical, metric: true, dimension, numerator, denominator }
}

const fn plain(
    code: &'static str,
    canonical: &'static str,
    dimension: Dimension,
    numerator: i128,
    denominator: i128,
) -> UcumAtom {
    UcumAtom { code, canonical, metric: false, dimension, numerator, denominator }
}

/// All atoms.
#[rustfmt::skip] // one line a unit
pub(super) const ATOMS: &[UcumAtom] = &[
    // SI base units, and the ones that UCUM derives from them
    metric("m", "m", Dimension::LENGTH, 1, 1),
    metric("s", "s", Dimension::TIME, 1, 1),
    metric("g", "g", Dimension::MASS, 1, 1000),
    metric("rad", "rad", Dimension::ANGLE, 1, 1),
    metric("K", "K", Dimension::TEMPERATURE, 1, 1),
    metric("C", "C", electric(0, 0, 1, 1), 1, 1),
    metric("cd", "cd", Dimension::LUMINOUS_INTENSITY, 1, 1),
    metric("mol", "mol", Dimension::AMOUNT, 1, 1),
    metric("A", "A", Dimension::CURRENT, 1, 1), // C/s
    metric("sr", "sr", other(0, 0, 0, 0, 2), 1, 1), // rad2
    metric("Hz", "Hz", Dimension::FREQUENCY, 1, 1), // s-1
    metric("N", "N", Dimension::FORCE, 1, 1), // kg.m/s2
    metric("Pa", "Pa", Dimension::PRESSURE, 1, 1), // N/m2
    metric("J", "J", Dimension::ENERGY, 1, 1), // N.m
    metric("W", "W", Dimension::POWER, 1, 1), // J/s
    metric("V", "V", electric(1, 2, -3, -1), 1, 1), // J/C
    metric("F", "F", electric(-1, -2, 4, 2), 1, 1), // C/V
    metric("Ohm", "Ohm", electric(1, 2, -3, -2), 1, 1), // V/A
    metric("S", "S", electric(-1, -2, 3, 2), 1, 1), // A/V
    metric("Wb", "Wb", electric(1, 2, -2, -1), 1, 1), // V.s
    metric("T", "tesla", electric(1, 0, -2, -1), 1, 1), // Wb/m2
    metric("H", "H", electric(1, 2, -2, -2), 1, 1), // Wb/A
    metric("lm", "lm", other(0, 0, 0, 1, 2), 1, 1), // cd.sr
    metric("lx", "lx", other(-2, 0, 0, 1, 2), 1, 1), // lm/m2
    metric("Bq", "Bq", Dimension::FREQUENCY, 1, 1), // s-1
    metric("Gy", "Gy", Dimension::ENERGY_PER_MASS, 1, 1), // J/kg
    metric("Sv", "Sv", Dimension::ENERGY_PER_MASS, 1, 1), // J/kg
    // plain numbers
    plain("%", "%", Dimension::ONE, 1, 100),
    plain("[ppth]", "[ppth]", Dimension::ONE, 1, 1000),
    plain("[ppm]", "[ppm]", Dimension::ONE, 1, 1_000_000),
    plain("[ppb]", "[ppb]", Dimension::ONE, 1, 1_000_000_000),
    plain("[pptr]", "[pptr]", Dimension::ONE, 1, 1_000_000_000_000),
    plain("[HPF]", "[HPF]", Dimension::ONE, 1, 1),
    plain("[LPF]", "[LPF]", Dimension::ONE, 100, 1),
    plain("[car_Au]", "[car_Au]", Dimension::ONE, 1, 24),
    plain("[hnsf'U]", "[hnsf'U]", Dimension::ONE, 1, 1),
    // units accepted for use with the SI
    metric("l", "L", Dimension::VOLUME, 1, 1000), // dm3
    metric("L", "L", Dimension::VOLUME, 1, 1000), // dm3
    metric("ar", "ar", Dimension::AREA, 100, 1), // 100.m2
    plain("min", "min", Dimension::TIME, 60, 1), // 60.s
    plain("h", "h", Dimension::TIME, 3600, 1), // 60.min
    plain("d", "d", Dimension::TIME, 86_400, 1), // 24.h
    plain("wk", "wk", Dimension::TIME, 604_800, 1), // 7.d
    plain("a_t", "a_t", Dimension::TIME, 3_944_615_652, 125), // 365.24219.d
    plain("a_j", "a_j", Dimension::TIME, 31_557_600, 1), // 365.25.d
    plain("a_g", "a_g", Dimension::TIME, 31_556_952, 1), // 365.2425.d
    plain("a", "a", Dimension::TIME, 31_557_600, 1), // a_j
    plain("mo_s", "mo_s", Dimension::TIME, 318_930_372, 125), // 29.53059.d
    plain("mo_j", "mo_j", Dimension::TIME, 2_629_800, 1), // a_j/12
    plain("mo_g", "mo_g", Dimension::TIME, 2_629_746, 1), // a_g/12
    plain("mo", "mo", Dimension::TIME, 2_629_800, 1), // mo_j
    metric("t", "t", Dimension::MASS, 1000, 1), // 1000.kg
    metric("bar", "bar", Dimension::PRESSURE, 100_000, 1), // 100000.Pa
    metric("eV", "eV", Dimension::ENERGY, 801_088_317, 5_000_000_000_000_000_000_000_000_000), // 1.602176634e-19.J
    plain("AU", "AU", Dimension::LENGTH, 149_597_870_700, 1), // 149597870700.m
    metric("pc", "parsec", Dimension::LENGTH, 30_856_780_000_000_000, 1), // 30856780000000000.m
    metric("[c]", "[c]", Dimension::SPEED, 299_792_458, 1), // 299792458.m/s
    metric("[g]", "[g]", Dimension::ACCELERATION, 196_133, 20_000), // 9.80665.m/s2
    plain("atm", "atm", Dimension::PRESSURE, 101_325, 1), // 101325.Pa
    plain("att", "att", Dimension::PRESSURE, 196_133, 2), // 98066.5.Pa
    metric("[ly]", "[ly]", Dimension::LENGTH, 9_460_730_472_580_800, 1), // [c].a_j
    metric("gf", "gf", Dimension::FORCE, 196_133, 20_000_000), // g.[g]
    metric("st", "st", Dimension::VOLUME, 1, 1), // m3
    plain("Ao", "Ao", Dimension::LENGTH, 1, 10_000_000_000), // 0.1.nm
    plain("b", "b", Dimension::AREA, 1, 10_000_000_000_000_000_000_000_000_000), // 100.fm2
    metric("mho", "mho", electric(-1, -2, 3, 2), 1, 1), // S
    plain("[car_m]", "[car_m]", Dimension::MASS, 1, 5000), // 0.2.g
    metric("bit", "bit", Dimension::DATA, 1, 1),
    metric("By", "B", Dimension::DATA, 8, 1), // 8.bit
    metric("Bd", "Bd", Dimension::FREQUENCY, 1, 1), // s-1
    // CGS
    metric("Ky", "Ky", electric(0, -1, 0, 0), 100, 1), // cm-1
    metric("Gal", "Gal", Dimension::ACCELERATION, 1, 100), // cm/s2
    metric("dyn", "dyn", Dimension::FORCE, 1, 100_000), // g.cm/s2
    metric("erg", "erg", Dimension::ENERGY, 1, 10_000_000), // dyn.cm
    metric("P", "P", electric(1, -1, -1, 0), 1, 10), // dyn.s/cm2
    metric("Bi", "Bi", Dimension::CURRENT, 10, 1), // 10.A
    metric("St", "St", electric(0, 2, -1, 0), 1, 10_000), // cm2/s
    metric("Mx", "Mx", electric(1, 2, -2, -1), 1, 100_000_000), // 0.00000001.Wb
    metric("G", "G", electric(1, 0, -2, -1), 1, 10_000), // 0.0001.T
    metric("sb", "sb", other(-2, 0, 0, 1, 0), 10_000, 1), // cd/cm2
    metric("Ci", "Ci", Dimension::FREQUENCY, 37_000_000_000, 1), // 37000000000.Bq
    metric("R", "R", electric(-1, 0, 1, 1), 129, 500_000), // 0.000258.C/kg
    metric("RAD", "RAD", Dimension::ENERGY_PER_MASS, 1, 100), // 100.erg/g
    metric("REM", "REM", Dimension::ENERGY_PER_MASS, 1, 100), // RAD
    // international customary lengths, areas, volumes
    plain("[in_i]", "in", Dimension::LENGTH, 127, 5000), // 2.54.cm
    plain("[ft_i]", "ft", Dimension::LENGTH, 381, 1250), // 12.[in_i]
    plain("[yd_i]", "yd", Dimension::LENGTH, 1143, 1250), // 3.[ft_i]
    plain("[mi_i]", "mi", Dimension::LENGTH, 201_168, 125), // 5280.[ft_i]
    plain("[fth_i]", "[fth_i]", Dimension::LENGTH, 1143, 625), // 6.[ft_i]
    plain("[nmi_i]", "nmi", Dimension::LENGTH, 1852, 1), // 1852.m
    plain("[kn_i]", "[kn_i]", Dimension::SPEED, 463, 900), // [nmi_i]/h
    plain("[sin_i]", "[sin_i]", Dimension::AREA, 16_129, 25_000_000), // [in_i]2
    plain("[sft_i]", "[sft_i]", Dimension::AREA, 145_161, 1_562_500), // [ft_i]2
    plain("[syd_i]", "[syd_i]", Dimension::AREA, 1_306_449, 1_562_500), // [yd_i]2
    plain("[cin_i]", "[cin_i]", Dimension::VOLUME, 2_048_383, 125_000_000_000), // [in_i]3
    plain("[cft_i]", "[cft_i]", Dimension::VOLUME, 55_306_341, 1_953_125_000), // [ft_i]3
    plain("[cyd_i]", "[cyd_i]", Dimension::VOLUME, 1_493_271_207, 1_953_125_000), // [yd_i]3
    plain("[bf_i]", "[bf_i]", Dimension::VOLUME, 18_435_447, 7_812_500_000), // 144.[in_i]3
    plain("[cr_i]", "[cr_i]", Dimension::VOLUME, 884_901_456, 244_140_625), // 128.[ft_i]3
    plain("[mil_i]", "[mil_i]", Dimension::LENGTH, 127, 5_000_000), // 0.001.[in_i]
    plain("[hd_i]", "[hd_i]", Dimension::LENGTH, 127, 1250), // 4.[in_i]
    plain("[smoot]", "[smoot]", Dimension::LENGTH, 8509, 5000), // 67.[in_i]
    // United States survey lengths and areas
    plain("[ft_us]", "[ft_us]", Dimension::LENGTH, 1200, 3937), // 1200.m/3937
    plain("[yd_us]", "[yd_us]", Dimension::LENGTH, 3600, 3937), // 3.[ft_us]
    plain("[in_us]", "[in_us]", Dimension::LENGTH, 100, 3937), // [ft_us]/12
    plain("[rd_us]", "[rd_us]", Dimension::LENGTH, 19_800, 3937), // 16.5.[ft_us]
    plain("[ch_us]", "[ch_us]", Dimension::LENGTH, 79_200, 3937), // 4.[rd_us]
    plain("[lk_us]", "[lk_us]", Dimension::LENGTH, 792, 3937), // [ch_us]/100
    plain("[rch_us]", "[rch_us]", Dimension::LENGTH, 120_000, 3937), // 100.[ft_us]
    plain("[rlk_us]", "[rlk_us]", Dimension::LENGTH, 1200, 3937), // [rch_us]/100
    plain("[fth_us]", "[fth_us]", Dimension::LENGTH, 7200, 3937), // 6.[ft_us]
    plain("[fur_us]", "[fur_us]", Dimension::LENGTH, 792_000, 3937), // 40.[rd_us]
    plain("[mi_us]", "[mi_us]", Dimension::LENGTH, 6_336_000, 3937), // 8.[fur_us]
    plain("[acr_us]", "[acr_us]", Dimension::AREA, 62_726_400_000, 15_499_969), // 160.[rd_us]2
    plain("[srd_us]", "[srd_us]", Dimension::AREA, 392_040_000, 15_499_969), // [rd_us]2
    plain("[smi_us]", "[smi_us]", Dimension::AREA, 40_144_896_000_000, 15_499_969), // [mi_us]2
    plain("[sct]", "[sct]", Dimension::AREA, 40_144_896_000_000, 15_499_969), // [mi_us]2
    plain("[twp]", "[twp]", Dimension::AREA, 1_445_216_256_000_000, 15_499_969), // 36.[sct]
    plain("[mil_us]", "[mil_us]", Dimension::LENGTH, 1, 39_370), // 0.001.[in_us]
    // British lengths and areas before 1959
    plain("[in_br]", "[in_br]", Dimension::LENGTH, 1_269_999, 50_000_000), // 2.539998.cm
    plain("[ft_br]", "[ft_br]", Dimension::LENGTH, 3_809_997, 12_500_000), // 12.[in_br]
    plain("[rd_br]", "[rd_br]", Dimension::LENGTH, 125_729_901, 25_000_000), // 16.5.[ft_br]
    plain("[ch_br]", "[ch_br]", Dimension::LENGTH, 125_729_901, 6_250_000), // 4.[rd_br]
    plain("[lk_br]", "[lk_br]", Dimension::LENGTH, 125_729_901, 625_000_000), // [ch_br]/100
    plain("[fth_br]", "[fth_br]", Dimension::LENGTH, 11_429_991, 6_250_000), // 6.[ft_br]
    plain("[pc_br]", "[pc_br]", Dimension::LENGTH, 3_809_997, 5_000_000), // 2.5.[ft_br]
    plain("[yd_br]", "[yd_br]", Dimension::LENGTH, 11_429_991, 12_500_000), // 3.[ft_br]
    plain("[mi_br]", "[mi_br]", Dimension::LENGTH, 125_729_901, 78_125), // 5280.[ft_br]
    plain("[nmi_br]", "[nmi_br]", Dimension::LENGTH, 144_779_886, 78_125), // 6080.[ft_br]
    plain("[kn_br]", "[kn_br]", Dimension::SPEED, 8_043_327, 15_625_000), // [nmi_br]/h
    plain("[acr_br]", "[acr_br]", Dimension::AREA, 15_808_008_005_469_801, 3_906_250_000_000), // 4840.[yd_br]2
    // United States volumes
    plain("[gal_us]", "[gal_us]", Dimension::VOLUME, 473_176_473, 125_000_000_000), // 231.[in_i]3
    plain("[bbl_us]", "bbl", Dimension::VOLUME, 9_936_705_933, 62_500_000_000), // 42.[gal_us]
    plain("[qt_us]", "[qt_us]", Dimension::VOLUME, 473_176_473, 500_000_000_000), // [gal_us]/4
    plain("[pt_us]", "[pt_us]", Dimension::VOLUME, 473_176_473, 1_000_000_000_000), // [qt_us]/2
    plain("[gil_us]", "[gil_us]", Dimension::VOLUME, 473_176_473, 4_000_000_000_000), // [pt_us]/4
    plain("[foz_us]", "[foz_us]", Dimension::VOLUME, 473_176_473, 16_000_000_000_000), // [gil_us]/4
    plain("[fdr_us]", "[fdr_us]", Dimension::VOLUME, 473_176_473, 128_000_000_000_000), // [foz_us]/8
    plain("[min_us]", "[min_us]", Dimension::VOLUME, 157_725_491, 2_560_000_000_000_000), // [fdr_us]/60
    plain("[crd_us]", "[crd_us]", Dimension::VOLUME, 884_901_456, 244_140_625), // 128.[ft_i]3
    plain("[bu_us]", "[bu_us]", Dimension::VOLUME, 220_244_188_543, 6_250_000_000_000), // 2150.42.[in_i]3
    plain("[gal_wi]", "[gal_wi]", Dimension::VOLUME, 220_244_188_543, 50_000_000_000_000), // [bu_us]/8
    plain("[pk_us]", "[pk_us]", Dimension::VOLUME, 220_244_188_543, 25_000_000_000_000), // [bu_us]/4
    plain("[dqt_us]", "[dqt_us]", Dimension::VOLUME, 220_244_188_543, 200_000_000_000_000), // [pk_us]/8
    plain("[dpt_us]", "[dpt_us]", Dimension::VOLUME, 220_244_188_543, 400_000_000_000_000), // [dqt_us]/2
    plain("[tbs_us]", "[tbs_us]", Dimension::VOLUME, 473_176_473, 32_000_000_000_000), // [foz_us]/2
    plain("[tsp_us]", "[tsp_us]", Dimension::VOLUME, 157_725_491, 32_000_000_000_000), // [tbs_us]/3
    plain("[cup_us]", "[cup_us]", Dimension::VOLUME, 473_176_473, 2_000_000_000_000), // 16.[tbs_us]
    plain("[foz_m]", "[foz_m]", Dimension::VOLUME, 3, 100_000), // 30.mL
    plain("[cup_m]", "[cup_m]", Dimension::VOLUME, 3, 12_500), // 240.mL
    plain("[tsp_m]", "[tsp_m]", Dimension::VOLUME, 1, 200_000), // 5.mL
    plain("[tbs_m]", "[tbs_m]", Dimension::VOLUME, 3, 200_000), // 15.mL
    // British volumes
    plain("[gal_br]", "[gal_br]", Dimension::VOLUME, 454_609, 100_000_000), // 4.54609.L
    plain("[pk_br]", "[pk_br]", Dimension::VOLUME, 454_609, 50_000_000), // 2.[gal_br]
    plain("[bu_br]", "[bu_br]", Dimension::VOLUME, 454_609, 12_500_000), // 4.[pk_br]
    plain("[qt_br]", "[qt_br]", Dimension::VOLUME, 454_609, 400_000_000), // [gal_br]/4
    plain("[pt_br]", "[pt_br]", Dimension::VOLUME, 454_609, 800_000_000), // [qt_br]/2
    plain("[gil_br]", "[gil_br]", Dimension::VOLUME, 454_609, 3_200_000_000), // [pt_br]/4
    plain("[foz_br]", "[foz_br]", Dimension::VOLUME, 454_609, 16_000_000_000), // [gil_br]/5
    plain("[fdr_br]", "[fdr_br]", Dimension::VOLUME, 454_609, 128_000_000_000), // [foz_br]/8
    plain("[min_br]", "[min_br]", Dimension::VOLUME, 454_609, 7_680_000_000_000), // [fdr_br]/60
    // avoirdupois, troy and apothecaries' masses
    plain("[gr]", "[gr]", Dimension::MASS, 6_479_891, 100_000_000_000), // 64.79891.mg
    plain("[lb_av]", "lb", Dimension::MASS, 45_359_237, 100_000_000), // 7000.[gr]
    plain("[oz_av]", "oz", Dimension::MASS, 45_359_237, 1_600_000_000), // [lb_av]/16
    plain("[dr_av]", "[dr_av]", Dimension::MASS, 45_359_237, 25_600_000_000), // [oz_av]/16
    plain("[scwt_av]", "[scwt_av]", Dimension::MASS, 45_359_237, 1_000_000), // 100.[lb_av]
    plain("[lcwt_av]", "[lcwt_av]", Dimension::MASS, 317_514_659, 6_250_000), // 112.[lb_av]
    plain("[ston_av]", "[ston_av]", Dimension::MASS, 45_359_237, 50_000), // 20.[scwt_av]
    plain("[lton_av]", "[lton_av]", Dimension::MASS, 317_514_659, 312_500), // 20.[lcwt_av]
    plain("[stone_av]", "[stone_av]", Dimension::MASS, 317_514_659, 50_000_000), // 14.[lb_av]
    plain("[lbf_av]", "[lbf_av]", Dimension::FORCE, 8_896_443_230_521, 2_000_000_000_000), // [lb_av].[g]
    plain("[pwt_tr]", "[pwt_tr]", Dimension::MASS, 19_439_673, 12_500_000_000), // 24.[gr]
    plain("[oz_tr]", "[oz_tr]", Dimension::MASS, 19_439_673, 625_000_000), // 20.[pwt_tr]
    plain("[lb_tr]", "[lb_tr]", Dimension::MASS, 58_319_019, 156_250_000), // 12.[oz_tr]
    plain("[sc_ap]", "[sc_ap]", Dimension::MASS, 6_479_891, 5_000_000_000), // 20.[gr]
    plain("[dr_ap]", "[dr_ap]", Dimension::MASS, 19_439_673, 5_000_000_000), // 3.[sc_ap]
    plain("[oz_ap]", "[oz_ap]", Dimension::MASS, 19_439_673, 625_000_000), // 8.[dr_ap]
    plain("[lb_ap]", "[lb_ap]", Dimension::MASS, 58_319_019, 156_250_000), // 12.[oz_ap]
    plain("[oz_m]", "[oz_m]", Dimension::MASS, 7, 250), // 28.g
    plain("[psi]", "psi", Dimension::PRESSURE, 8_896_443_230_521, 1_290_320_000), // [lbf_av]/[in_i]2
    // typographers' lengths
    plain("[lne]", "[lne]", Dimension::LENGTH, 127, 60_000), // [in_i]/12
    plain("[pnt]", "[pnt]", Dimension::LENGTH, 127, 360_000), // [lne]/6
    plain("[pca]", "[pca]", Dimension::LENGTH, 127, 30_000), // 12.[pnt]
    plain("[pnt_pr]", "[pnt_pr]", Dimension::LENGTH, 1_757_299, 5_000_000_000), // 0.013837.[in_i]
    plain("[pca_pr]", "[pca_pr]", Dimension::LENGTH, 5_271_897, 1_250_000_000), // 12.[pnt_pr]
    plain("[pied]", "[pied]", Dimension::LENGTH, 203, 625), // 32.48.cm
    plain("[pouce]", "[pouce]", Dimension::LENGTH, 203, 7500), // [pied]/12
    plain("[ligne]", "[ligne]", Dimension::LENGTH, 203, 90_000), // [pouce]/12
    plain("[didot]", "[didot]", Dimension::LENGTH, 203, 540_000), // [ligne]/6
    plain("[cicero]", "[cicero]", Dimension::LENGTH, 203, 45_000), // 12.[didot]
    // heat and work
    plain("[degR]", "[degR]", Dimension::TEMPERATURE, 5, 9), // 5.K/9
    metric("cal_[15]", "cal_[15]", Dimension::ENERGY, 20_929, 5000), // 4.1858.J
    metric("cal_[20]", "cal_[20]", Dimension::ENERGY, 41_819, 10_000), // 4.1819.J
    metric("cal_m", "cal_m", Dimension::ENERGY, 209_501, 50_000), // 4.19002.J
    metric("cal_IT", "cal_IT", Dimension::ENERGY, 10_467, 2500), // 4.1868.J
    metric("cal_th", "cal_th", Dimension::ENERGY, 523, 125), // 4.184.J
    metric("cal", "cal", Dimension::ENERGY, 523, 125), // cal_th
    plain("[Cal]", "[Cal]", Dimension::ENERGY, 4184, 1), // kcal_th
    plain("[Btu_39]", "[Btu_39]", Dimension::ENERGY, 105_967, 100), // 1059.67.J
    plain("[Btu_59]", "[Btu_59]", Dimension::ENERGY, 5274, 5), // 1054.8.J
    plain("[Btu_60]", "[Btu_60]", Dimension::ENERGY, 26_367, 25), // 1054.68.J
    plain("[Btu_m]", "[Btu_m]", Dimension::ENERGY, 105_587, 100), // 1055.87.J
    plain("[Btu_IT]", "[Btu_IT]", Dimension::ENERGY, 52_752_792_631, 50_000_000), // 1055.05585262.J
    plain("[Btu_th]", "[Btu_th]", Dimension::ENERGY, 21_087, 20), // 1054.35.J
    plain("[Btu]", "[Btu]", Dimension::ENERGY, 21_087, 20), // [Btu_th]
    plain("[HP]", "[HP]", Dimension::POWER, 37_284_993_579_113_511, 50_000_000_000_000), // 550.[ft_i].[lbf_av]/s
    metric("tex", "tex", electric(1, -1, 0, 0), 1, 1_000_000), // g/km
    plain("[den]", "[den]", electric(1, -1, 0, 0), 1, 9_000_000), // g/9/km
    // laboratory units
    metric("m[H2O]", "m[H2O]", Dimension::PRESSURE, 196_133, 20), // 9806.65.Pa
    metric("m[Hg]", "m[Hg]", Dimension::PRESSURE, 133_322, 1), // 133322.Pa
    plain("[in_i'H2O]", "[in_i'H2O]", Dimension::PRESSURE, 24_908_891, 100_000), // m[H2O].[in_i]/m
    plain("[in_i'Hg]", "[in_i'Hg]", Dimension::PRESSURE, 8_465_947, 2500), // m[Hg].[in_i]/m
    plain("[PRU]", "[PRU]", electric(1, -4, -1, 0), 133_322_000, 1), // mm[Hg].s/mL
    plain("[wood'U]", "[wood'U]", electric(1, -4, -1, 0), 7_999_320, 1), // mm[Hg].min/L
    plain("[diop]", "[diop]", electric(0, -1, 0, 0), 1, 1), // m-1
    plain("[mesh_i]", "[mesh_i]", electric(0, -1, 0, 0), 5000, 127), // [in_i]-1
    plain("[drp]", "[drp]", Dimension::VOLUME, 1, 20_000_000), // mL/20
    plain("[MET]", "[MET]", electric(-1, 3, -1, 0), 7, 120_000_000), // 3.5.mL/min/kg
    metric("eq", "eq", Dimension::AMOUNT, 1, 1), // mol
    metric("osm", "osm", Dimension::AMOUNT, 1, 1), // mol
    metric("g%", "g%", Dimension::DENSITY, 10, 1), // g/dL
    plain("[S]", "[S]", Dimension::TIME, 1, 10_000_000_000_000), // 0.0000000000001.s
    metric("kat", "kat", other(0, -1, 1, 0, 0), 1, 1), // mol/s
    metric("U", "U", other(0, -1, 1, 0, 0), 1, 60_000_000), // umol/min
];
