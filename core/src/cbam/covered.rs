//! Precursors that a joint process makes and uses up: they have no emissions of their own, but a benchmark (METHODS M-117).

use super::faults::{At, Faults, shown};
use super::{Tables, read};
use crate::error::{Code, Error};
use crate::number::Fraction;
use crate::wire::v1;

/// Checks what a joint process says it makes and uses up.
pub(super) fn check(tables: Tables<'_>, faults: &mut Faults, given: &v1::CbamProcess, at: &At) {
    for (index, covered) in given.covered.iter().enumerate() {
        let at = at.key("covered").index(index);
        read::positive(
            faults,
            &covered.quantity_t,
            &at.key("quantity_t"),
            "the quantity made and used up (t)",
        );
        let Some(good) = faults.take(&at.key("cn"), tables.good(&covered.cn)) else { continue };
        if !given.covers.iter().any(|name| **name == *good.row.category) {
            let message = format!(
                "`{}` is a good of `{}`, which the process does not cover",
                shown(&covered.cn),
                good.row.category
            );
            faults
                .error(Code::UnknownReference, &at.key("cn"), message)
                .rule("Implementing Regulation (EU) 2025/2547, Article 4(9): a joint process covers precursors that are not transferred out of it")
                .help(format!("name `{}` in `covers`, or give the good a process of its own", good.row.category));
        }
    }
}

/// What of them is in a tonne of a good of the process; `level` functional units are made, `per_t` are in a tonne.
///
/// # Method
/// M-117: quantity / activity level × functional units a tonne.
pub(super) fn precursors(
    process: &v1::CbamProcess,
    (level, per_t): (&Fraction, &Fraction),
) -> Result<Vec<v1::CbamPrecursor>, Error> {
    let mut all = Vec::with_capacity(process.covered.len());
    for covered in &process.covered {
        let quantity = Fraction::parse(&covered.quantity_t)
            .ok_or_else(|| Error::new(Code::Internal, "a quantity that was checked is no number"))?;
        all.push(v1::CbamPrecursor {
            cn_code: covered.cn.clone(),
            t_per_t: quantity.try_div(level)?.try_mul(per_t)?.to_string(),
            route: covered.benchmark_route.clone(),
            within: true,
            ..v1::CbamPrecursor::default()
        });
    }
    Ok(all)
}
