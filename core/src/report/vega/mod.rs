//! Charts as data: Vega-Lite specifications and tables of flows, drawn by whoever reads them.
//!
//! Amounts stand in them as exact texts; the drawing program turns them into its own numbers.

mod compared;
mod flow;
mod inventory;
mod state;

#[cfg(test)]
mod tests;

pub use compared::{targets_vega_lite, waterfall_vega_lite};

use serde_json::{Value, json};

use super::Lang;
use crate::error::{Code, Error};
use crate::wire::v1::{self, read_json};

/// Names what the specification is written in; nothing is fetched from there.
const SCHEMA: &str = "https://vega.github.io/schema/vega-lite/v5.json";

/// Colours that are told apart by people who see few of them (Okabe and Ito); names stand beside them all the same.
const COLOURS: [&str; 6] = ["#0072b2", "#e69f00", "#56b4e9", "#009e73", "#d55e00", "#999999"];

/// A chart by its name, of one or more answers (JSON): a Vega-Lite specification, or for `flow` a table of nodes and links.
///
/// | Name | Answers | What it shows |
/// |---|---|---|
/// | `scopes-by-year` | inventories, one a year | scopes stacked, scope 2 by location; a line at the base year |
/// | `scope-2` | inventories | scope 2 by location beside scope 2 by market |
/// | `categories` | an inventory | a view (`category` unless `by` says another), the largest first |
/// | `flow` | an inventory | a view as a Sankey diagram: nodes and links from its first dimension to the total |
/// | `waterfall` | a comparison | from one total to the other (M-82) |
/// | `intensity` | intensities | emissions per unit by year |
/// | `targets` | targets | pathways and years |
/// | `quality` | data quality | emissions by weighted score, as a ring |
/// | `readiness` | a supplier's assessment | how long each requirement is met |
///
/// # Units
/// Kilograms of CO2 equivalent, or as the titles of the axes say.
///
/// # Errors
/// `UNKNOWN_VALUE` for a name, base year or view that is not known, `BAD_JSON`, `BAD_REQUEST` for answers of another kind.
///
/// # Example
/// ```
/// use emitrace::report::chart_data;
/// use emitrace::wire::v1::ChartRequest;
/// # let json = include_str!("../../../tests/report/answer.json");
/// let request = ChartRequest { chart: "categories".into(), answers: vec![json.into()], lang: "vi".into(), ..Default::default() };
/// let chart = chart_data(&request)?;
/// assert!(chart.contains(r#""kg_co2e":"2886305.1999381""#));
/// # Ok::<(), emitrace::Error>(())
/// ```
pub fn chart_data(request: &v1::ChartRequest) -> Result<String, Error> {
    let lang = match request.lang.as_str() {
        "" => Lang::En,
        code => Lang::parse(code).map_err(|error| error.at("/lang"))?,
    };
    let chart = match request.chart.as_str() {
        "scopes-by-year" => inventory::scopes_by_year(&years(request)?, &request.base_year, lang)?,
        "scope-2" => inventory::scope_2(&years(request)?, lang),
        "categories" => inventory::ranked(&one(request)?, &by(request), lang)?,
        "flow" => return Ok(flow::flow(&one(request)?, &by(request), lang)?.to_string()),
        "waterfall" => {
            let diff: v1::DiffAnswer = one(request)?;
            let falls = diff.waterfalls.first();
            return Ok(falls.map_or_else(String::new, |fall| waterfall_vega_lite(fall, lang)));
        }
        "targets" => return Ok(targets_vega_lite(&one(request)?, lang)),
        "intensity" => state::intensity(&one(request)?, lang),
        "quality" => state::quality(&one(request)?, lang)?,
        "readiness" => state::readiness(&one(request)?, lang),
        other => {
            return Err(Error::new(Code::UnknownValue, format!("there is no chart `{other}`"))
                .with_help(
                    "use scopes-by-year, scope-2, categories, flow, waterfall, intensity, targets, quality or readiness",
                )
                .at("/chart"));
        }
    };
    Ok(drawn(chart, lang))
}

/// A specification with the marks that numbers have in the language, and years that can be read without turning the head.
fn drawn(mut chart: Value, lang: Lang) -> String {
    let marks = lang.text().marks;
    let number = json!({
        "decimal": marks.decimal.to_string(),
        "thousands": marks.group.to_string(),
        "grouping": [3],
        "currency": ["", ""],
    });
    let config = json!({ "locale": { "number": number }, "axisX": { "labelAngle": 0 } });
    if let Some(members) = chart.as_object_mut() {
        members.insert("config".to_owned(), config);
    }
    chart.to_string()
}

/// The one answer that a chart is of.
fn one<T: serde::de::DeserializeOwned + serde::Serialize>(request: &v1::ChartRequest) -> Result<T, Error> {
    let [answer] = request.answers.as_slice() else {
        let message = format!("the chart is of one answer, not of {}", request.answers.len());
        return Err(Error::new(Code::BadRequest, message).at("/answers"));
    };
    read_json(answer).map_err(|error| inside(error, 0))
}

/// The inventories of a chart with the names of their years.
fn years(request: &v1::ChartRequest) -> Result<Vec<(String, v1::InventoryAnswer)>, Error> {
    let read = |(at, answer): (usize, &String)| {
        let answer: v1::InventoryAnswer = read_json(answer).map_err(|error| inside(error, at))?;
        let of_period = || answer.inventory.choices.period.chars().take(4).collect();
        let name = request.years.get(at).cloned().unwrap_or_else(of_period);
        Ok((name, answer))
    };
    let years: Vec<_> = request.answers.iter().enumerate().map(read).collect::<Result<_, Error>>()?;
    if years.is_empty() {
        return Err(Error::new(Code::BadRequest, "there is no inventory to draw").at("/answers"));
    }
    Ok(years)
}

fn inside(error: Error, at: usize) -> Error {
    let path = format!("/answers/{at}{}", error.path());
    error.at(path)
}

fn by(request: &v1::ChartRequest) -> Vec<&str> {
    match request.by.as_slice() {
        [] => vec!["category"],
        by => by.iter().map(String::as_str).collect(),
    }
}

/// Data whose fields are texts of numbers.
fn data(values: Vec<Value>, numbers: &[&str]) -> Value {
    let parse: serde_json::Map<String, Value> =
        numbers.iter().map(|name| ((*name).to_owned(), "number".into())).collect();
    json!({ "values": values, "format": { "parse": parse } })
}
