//! Footprints in the words of others: the emissions of a product passport of UNTP (METHODS M-267).

use super::check::{each, is_old, looked_at, under};
use super::decimal::Decimal;
use super::node::{Members, Node};
use super::rules::decimal;
use crate::error::{Code, Error};
use crate::limits::Limits;
use crate::number::{Fraction, Ties};
use crate::told::Told;
use crate::wire::v1;

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
/// Decimals of a figure of one unit that does not end.
const PLACES: u32 = 18;
/// What the view says of a footprint, so far as it is stated.
const SAID: [&str; 4] =
    ["declaredUnitAmount", "declaredUnitOfMeasurement", "pcfExcludingBiogenicUptake", "primaryDataShare"];

/// A footprint of 3.0 as `EmissionsPerformance` of UNTP: numbers of JSON, written from decimals; with what is lost.
///
/// # Errors
/// As [`check`](super::check()), `BAD_REQUEST` for anything but one footprint of 3.0, `MISSING_VALUE` and `UNKNOWN_UNIT` where the view
/// would have no figure.
///
/// # Example
/// ```
/// use emitrace::footprint::view;
/// use emitrace::wire::v1::FootprintViewRequest;
///
/// let document = r#"{"specVersion": "3.0.3", "pcf": {"declaredUnitOfMeasurement": "piece", "declaredUnitAmount": "1000",
///     "pcfExcludingBiogenicUptake": "23.4", "primaryDataShare": "61.5"}}"#.into();
/// let shown = view(&FootprintViewRequest { document, form: "untp".into() })?;
/// assert!(shown.document.contains("\"carbonFootprint\": 0.0234") && shown.document.contains("\"primarySourcedRatio\": 0.615"));
/// # Ok::<(), emitrace::Error>(())
/// ```
pub fn view(request: &v1::FootprintViewRequest) -> Result<v1::FootprintViewAnswer, Error> {
    if request.form != "untp" {
        return Err(Error::new(Code::UnknownValue, format!("form `{}` is not known", request.form))
            .with_help("use untp")
            .at("/form"));
    }
    let read = Node::read(&request.document).map_err(under("/document"))?;
    let mut told = Told::new(&Limits::default());
    let (_, found) = each(&read, |footprint, path| looked_at(footprint, path, &mut told))?;
    let [one] = found.as_slice() else {
        return Err(Error::new(Code::BadRequest, format!("{} footprints are given", found.len()))
            .with_help("give one")
            .at("/document"));
    };
    if is_old(&one.node) {
        return Err(Error::new(Code::BadRequest, "the footprint is one of 2.x")
            .with_help("migrate it first, and look at what is lost")
            .at("/document"));
    }
    let pcf = one.node.get("pcf").unwrap_or(&Node::Null);
    let missing = |name: &str| {
        Error::new(Code::MissingValue, format!("the footprint does not say `{name}`"))
            .at(format!("/document/pcf/{name}"))
    };
    let value = |name: &str| decimal(pcf, name).map(|read: Decimal| read.value).ok_or_else(|| missing(name));
    let unit = pcf.text_of("declaredUnitOfMeasurement");
    let code = RECOMMENDATION_20.iter().find(|(name, _)| *name == unit).map(|(_, code)| *code);
    let code = code.ok_or_else(|| {
        Error::new(Code::UnknownUnit, format!("`{unit}` has no code in Recommendation 20"))
            .at("/document/pcf/declaredUnitOfMeasurement")
    })?;
    let each_unit = value("pcfExcludingBiogenicUptake")?.try_div(&value("declaredUnitAmount")?)?;
    let ratio = value("primaryDataShare")?.try_div(&Fraction::whole(100))?;
    let number = |value: &Fraction| Node::Number(value.rounded(PLACES, Ties::HalfEven));
    let mut shown = Members::default();
    shown.put("carbonFootprint", number(&each_unit));
    shown.say("declaredUnit", code);
    shown.say("operationalScope", "CradleToGate");
    shown.put("primarySourcedRatio", number(&ratio));
    let lost = |place: &str, name: &str, value: &Node| v1::FootprintLoss {
        path: format!("{place}/{name}"),
        value: value.shown(),
        what: "dropped".into(),
        reason: "the emissions of a product passport have no place for it".into(),
    };
    let top = one.node.members().iter().filter(|(name, _)| name != "pcf");
    let mut losses: Vec<_> = top.map(|(name, value)| lost("", name, value)).collect();
    let inside = pcf.members().iter().filter(|(name, _)| !SAID.contains(&&**name));
    losses.extend(inside.map(|(name, value)| lost("/pcf", name, value)));
    Ok(v1::FootprintViewAnswer { document: shown.done().written(), losses })
}
