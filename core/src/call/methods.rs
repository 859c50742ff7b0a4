//! Methods about calculation methods, and the sharing out of emissions.

use super::numbers::weight;
use crate::error::{Code, Error};
use crate::factor::Catalog;
use crate::method::{METHODS, Method, Op, Parameter, Source};
use crate::number::{self, Amount, Mass, Ratio};
use crate::scope::Category;
use crate::wire::v1::{self, canonical, read_json};

pub(super) fn methods(_: &Catalog, request: &str) -> Result<String, Error> {
    let request: v1::MethodsRequest = read_json(request)?;
    let category = match request.category.as_str() {
        "" => None,
        text => Some(Category::all().find(|category| category.key() == text).ok_or_else(|| {
            Error::new(Code::UnknownCategory, format!("category `{text}` is not known"))
                .with_help("write a key such as 3.4 or 1.fugitive")
                .at("/category")
        })?),
    };
    let chosen: Vec<&Method> = match request.id.as_str() {
        "" => METHODS.iter().collect(),
        id => vec![Method::parse(id).map_err(|error| error.at("/id"))?],
    };
    let fits = |method: &&Method| category.is_none_or(|category| method.may_stand_in(category));
    canonical(&v1::MethodsAnswer { methods: chosen.into_iter().filter(fits).map(entry).collect() })
}

fn entry(method: &Method) -> v1::MethodEntry {
    let texts = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect();
    v1::MethodEntry {
        id: method.id.into(),
        number: method.number.into(),
        says: method.says.into(),
        says_vi: method.says_vi.into(),
        formula: method.formula(),
        clause: method.clause.into(),
        aliases: texts(method.aliases),
        takes: texts(method.takes),
        gives: texts(method.gives),
        categories: texts(method.categories),
        uses_factor: matches!(method.source, Source::Row | Source::Money),
        parameters: method
            .parameters()
            .into_iter()
            .map(|(parameter, needed)| v1::ParameterEntry {
                name: parameter.name().into(),
                unit: parameter.unit_text(),
                range: parameter.range().says().into(),
                needed,
                says: parameter.says().into(),
                says_vi: parameter.says_vi().into(),
                headers: texts(parameter.aliases()),
                words: words(method, parameter),
                records: texts(parameter.records()),
            })
            .collect(),
    }
}

/// The words that a parameter knows in a method.
fn words(method: &Method, parameter: Parameter) -> Vec<String> {
    let fixed: &[&str] = match parameter {
        Parameter::StatedGwpSet => &["AR4", "AR5", "AR6", "unstated"],
        Parameter::RadiativeForcing => &["with", "without"],
        _ => &[],
    };
    let signs = method.terms.iter().filter_map(|term| match term.op {
        Op::Sign(own, words) if own == parameter => Some(words),
        _ => None,
    });
    fixed
        .iter()
        .map(|word| (*word).to_owned())
        .chain(signs.flatten().map(|(word, _)| (*word).to_owned()))
        .collect()
}

/// Shares emissions out by weights, e.g. those of a transport leg by tonne-kilometres.
pub(super) fn allocate(_: &Catalog, request: &str) -> Result<String, Error> {
    let request: v1::AllocateRequest = read_json(request)?;
    let total = Amount::parse(&request.total_kg).map_err(|error| error.at("/total_kg"))?;
    let units = Ratio::from(total).try_mul(Ratio::pow10(12)?).map_err(|error| error.at("/total_kg"))?;
    if units.denominator() != 1 {
        return Err(Error::new(Code::PrecisionExceeded, "a mass has at most twelve decimals of a kilogram")
            .at("/total_kg"));
    }
    let mut weights = Vec::with_capacity(request.weights.len());
    let mut all = Ratio::ZERO;
    for (index, text) in request.weights.iter().enumerate() {
        let place = |error: Error| error.at(format!("/weights/{index}"));
        let read = weight(text).map_err(place)?;
        all = all.try_add(read).map_err(place)?;
        weights.push(read);
    }
    let parts = number::apportion(units.numerator(), &weights).map_err(|error| error.at("/weights"))?;
    canonical(&v1::AllocateAnswer {
        parts_kg: parts.into_iter().map(|part| Mass::from_units(part).to_string()).collect(),
        kg_per_weight: Ratio::from(total).try_div(all).map_err(|error| error.at("/weights"))?.to_string(),
    })
}
