//! Nickel pig iron: its nickel says whether it is ferro-nickel or pig iron (METHODS M-118).

use super::faults::{At, Faults, shown};
use super::product::Product;
use crate::error::Code;
use crate::number::Fraction;
use crate::wire::v1;

/// Per cent of nickel above which nickel pig iron is ferro-nickel: Implementing Regulation (EU) 2025/2547, Annex I (B).
const LIMIT: i64 = 10;
/// Parameters that state the nickel alone, in per cent.
const NAMES: [&str; 3] = ["% Ni", "nickel", "niken"];

/// Tells of a good whose nickel is that of the other category.
///
/// # Method
/// M-118.
pub(super) fn check(faults: &mut Faults, product: &Product<'_>, parameters: &[v1::CbamParameter], at: &At) {
    let ferro = match product.category() {
        "feni" => true,
        "pig-iron" => false,
        _ => return,
    };
    for (index, parameter) in parameters.iter().enumerate() {
        if !NAMES.iter().any(|name| name.eq_ignore_ascii_case(parameter.name.trim())) {
            continue;
        }
        let here = at.key("parameters").index(index).key("value");
        let Some(percent) = Fraction::parse(parameter.value.trim().trim_end_matches('%').trim()) else {
            let message = format!("`{}` is no per cent of nickel", shown(&parameter.value));
            faults
                .warning(Code::ParameterOutOfRange, &here, message)
                .help("write the number alone, e.g. 12.5");
            continue;
        };
        if (percent > Fraction::whole(LIMIT)) == ferro {
            continue;
        }
        let (is, should) = if ferro {
            ("ferro-nickel", "pig iron (7201)")
        } else {
            ("pig iron", "ferro-nickel (7202 60 00)")
        };
        let message = format!("`{}` is {is}, and {percent} % of nickel make it {should}", product.called());
        faults
            .error(Code::Contradiction, &here, message)
            .rule("Implementing Regulation (EU) 2025/2547, Annex I: nickel pig iron with more than 10 % of nickel is FeNi, with less pig iron (confidence B)")
            .help("correct the code or the nickel content, which is stated in per cent");
    }
}
