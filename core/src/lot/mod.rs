//! The public data of a lot: the ten that Circular 02/2024/TT-BKHCN asks for, and one step back and forward.

use crate::error::Error;
use crate::wire::v1::{self, canonical_digest};

/// Data that a lot may have none of.
const OPTIONAL: [&str; 2] = ["brand", "shelf-life"];

/// Which of the ten data of Circular 02/2024/TT-BKHCN a lot has (M-207).
///
/// # Errors
/// `UNKNOWN_VALUE` for data that may not be left out.
///
/// # Example
/// ```
/// use emitrace::wire::v1::{LotData, LotRequest};
///
/// let lot = LotData { product_name: "Bulông M8".into(), none: vec!["shelf-life".into()], ..LotData::default() };
/// let answer = emitrace::lot::check(&LotRequest { lot })?;
/// let states: Vec<&str> = answer.result.items.iter().map(|item| &*item.state).collect();
/// assert_eq!((states[0], states[1], states[8]), ("given", "missing", "none"));
/// assert!(!answer.result.complete);
/// # Ok::<(), emitrace::Error>(())
/// ```
pub fn check(request: &v1::LotRequest) -> Result<v1::LotAnswer, Error> {
    let lot = &request.lot;
    for (at, name) in lot.none.iter().enumerate() {
        if !OPTIONAL.contains(&name.as_str()) {
            let message = format!("`{name}` cannot be left out");
            return Err(Error::new(crate::Code::UnknownValue, message)
                .with_help("only brand and shelf-life may be none")
                .at(format!("/lot/none/{at}")));
        }
    }
    let mut items = Vec::new();
    let mut item = |name: &str, missing: Vec<String>| {
        let none = lot.none.iter().any(|none| none == name);
        let state = match (none, missing.is_empty()) {
            (_, true) => "given",
            (true, false) => "none",
            (false, false) => "missing",
        };
        let missing = if state == "missing" { missing } else { Vec::new() };
        let number = u32::try_from(items.len()).unwrap_or(u32::MAX).saturating_add(1);
        items.push(v1::LotItem { number, item: name.into(), state: state.into(), missing });
    };
    let empty = |field: &str, value: &str| {
        if value.trim().is_empty() { vec![format!("/lot/{field}")] } else { Vec::new() }
    };
    item("product-name", empty("product_name", &lot.product_name));
    item("image", empty("image", &lot.image));
    item("party", empty("party", &lot.party));
    item("address", empty("address", &lot.address));
    item("stages", stages(&lot.stages));
    item("time", empty("time", &lot.time));
    item("trace-code", empty("trace_code", &lot.trace_code));
    // One of the three names the thing.
    let named = [&lot.brand, &lot.model, &lot.serial].iter().any(|value| !value.trim().is_empty());
    item("brand", if named { Vec::new() } else { empty("brand", "") });
    item("shelf-life", empty("shelf_life", &lot.shelf_life));
    let standards = lot.standards.iter().any(|standard| !standard.trim().is_empty());
    item("standards", if standards { Vec::new() } else { empty("standards", "") });
    let known = |steps: &[v1::LotStep]| {
        !steps.is_empty()
            && steps.iter().all(|step| !step.party.trim().is_empty() && !step.code.trim().is_empty())
    };
    let result = v1::LotResult {
        complete: items.iter().all(|item| item.state != "missing"),
        items,
        one_step_back: known(&lot.back),
        one_step_forward: known(&lot.forward),
        lot: lot.clone(),
    };
    Ok(v1::LotAnswer {
        schema: v1::LOT_SCHEMA.into(),
        engine: env!("CARGO_PKG_VERSION").into(),
        digest: canonical_digest(&result)?,
        result,
    })
}

/// Empty fields of the stages; without a stage the list itself.
fn stages(stages: &[v1::LotStage]) -> Vec<String> {
    if stages.is_empty() {
        return vec!["/lot/stages".into()];
    }
    let mut missing = Vec::new();
    for (at, stage) in stages.iter().enumerate() {
        let fields =
            [("product_code", &stage.product_code), ("place_code", &stage.place_code), ("time", &stage.time)];
        let empty = fields.into_iter().filter(|(_, value)| value.trim().is_empty());
        missing.extend(empty.map(|(field, _)| format!("/lot/stages/{at}/{field}")));
    }
    missing
}
