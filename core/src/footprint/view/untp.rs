//! The emissions of a product passport of UNTP (METHODS M-267).

use super::said::{Said, exact};
use crate::error::{Code, Error};
use crate::footprint::node::{Members, Node};
use crate::number::Fraction;

/// Codes of UN/ECE Recommendation 20 for declared units; a megabit second has none.
const RECOMMENDATION_20: [(&str, &str); 9] = [
    ("liter", "LTR"),
    ("kilogram", "KGM"),
    ("cubic meter", "MTQ"),
    ("kilowatt hour", "KWH"),
    ("megajoule", "3B"),
    ("ton kilometer", "TKM"),
    ("square meter", "MTK"),
    ("piece", "H87"),
    ("hour", "HUR"),
];

/// `EmissionsPerformance`.
///
/// # Errors
/// `MISSING_VALUE`, `UNKNOWN_UNIT`.
pub(super) fn write(said: &mut Said<'_>) -> Result<Node, Error> {
    let unit = said.member("declaredUnitOfMeasurement").and_then(Node::text).unwrap_or_default();
    let code = RECOMMENDATION_20.iter().find(|(name, _)| *name == unit).map(|(_, code)| *code);
    let code = code.ok_or_else(|| {
        Error::new(Code::UnknownUnit, format!("`{unit}` has no code in Recommendation 20"))
            .at("/document/pcf/declaredUnitOfMeasurement")
    })?;
    let each_unit =
        said.figure("pcfExcludingBiogenicUptake")?.try_div(&said.figure("declaredUnitAmount")?)?;
    let ratio = said.figure("primaryDataShare")?.try_div(&Fraction::whole(100))?;
    let mut shown = Members::default();
    shown.put("carbonFootprint", exact(&each_unit));
    shown.say("declaredUnit", code);
    shown.say("operationalScope", "CradleToGate");
    shown.put("primarySourcedRatio", exact(&ratio));
    Ok(shown.done())
}
