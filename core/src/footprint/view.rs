//! Footprints in the words of others: product passports of UNTP, payloads of Catena-X, battery passports (METHODS M-267 to M-269), packages
//! of openLCA (M-302, M-303).

mod battery;
mod catena;
mod catena_form;
mod openlca;
mod said;
mod untp;

pub use openlca::openlca;

use super::check::{each, is_old, looked_at, under};
use super::node::Node;
use crate::error::{Code, Error};
use crate::limits::Limits;
use crate::told::Told;
use crate::wire::v1;
use said::Said;

/// A form: its name, what it may be told beside the footprint, and what writes it.
struct Form {
    name: &'static str,
    asks: fn() -> Vec<&'static str>,
    write: fn(&mut Said<'_>) -> Result<Node, Error>,
}

const FORMS: [Form; 3] = [
    Form { name: "untp", asks: Vec::new, write: untp::write },
    Form { name: "catena-x-9", asks: catena::asks, write: catena::write },
    Form { name: "battery-passport", asks: battery::asks, write: battery::write },
];

/// A footprint of 3.0 in the words of others, with what is lost and what is wrong; numbers of JSON are written from decimals.
///
/// # Method
/// M-267 (`untp`), M-268 (`catena-x-9`), M-269 (`battery-passport`).
///
/// # Errors
/// As [`check`](super::check()), `UNKNOWN_VALUE` for another form, `BAD_REQUEST` for anything but one footprint of 3.0, `MISSING_VALUE` and
/// `UNKNOWN_UNIT` where the view would have no figure. What is wrong beside figures is a finding.
///
/// # Example
/// ```
/// use emitrace::footprint::view;
/// use emitrace::wire::v1::FootprintViewRequest;
///
/// let document = r#"{"specVersion": "3.0.3", "pcf": {"declaredUnitOfMeasurement": "piece", "declaredUnitAmount": "1000",
///     "pcfExcludingBiogenicUptake": "23.4", "primaryDataShare": "61.5"}}"#.into();
/// let shown = view(&FootprintViewRequest { document, form: "untp".into(), ..Default::default() })?;
/// assert!(shown.document.contains("\"carbonFootprint\": 0.0234") && shown.document.contains("\"primarySourcedRatio\": 0.615"));
/// # Ok::<(), emitrace::Error>(())
/// ```
pub fn view(request: &v1::FootprintViewRequest) -> Result<v1::FootprintViewAnswer, Error> {
    let Some(form) = FORMS.iter().find(|form| form.name == request.form) else {
        let known: Vec<&str> = FORMS.iter().map(|form| form.name).collect();
        return Err(Error::new(Code::UnknownValue, format!("form `{}` is not known", request.form))
            .with_help(format!("use {}", known.join(", ")))
            .at("/form"));
    };
    let read = Node::read(&request.document).map_err(under("/document"))?;
    let stated = match &*request.stated {
        "" => Node::Object(Vec::new()),
        text => Node::read(text).map_err(under("/stated"))?,
    };
    let mut told = Told::new(&Limits::default());
    let (_, found) =
        each(&read, |footprint, path| looked_at(footprint, &format!("/document{path}"), &mut told))?;
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
    let mut said = Said::new(&one.node, &stated, told);
    said.only(&(form.asks)());
    let written = (form.write)(&mut said)?;
    let (losses, told) = said.done();
    let valid = !told.has_errors();
    let (counts, findings) = told.done();
    Ok(v1::FootprintViewAnswer { valid, document: written.written(), losses, counts, findings })
}
