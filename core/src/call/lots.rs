//! Methods about lots: where they come from, where they went, what they are made of.

use super::compare::written;
use crate::error::{Code, Error};
use crate::factor::Catalog;
use crate::limits::Limits;
use crate::report;
use crate::trace::{self, Traced};
use crate::wire::v1::{self, canonical, read_json};

/// All lots, balances and open questions.
pub(super) fn follow(_: &Catalog, request: &str) -> Result<String, Error> {
    canonical(&trace::follow(&read_json(request)?)?)
}

/// What may be in a lot.
pub(super) fn back(_: &Catalog, request: &str) -> Result<String, Error> {
    let request: v1::TraceAskRequest = read_json(request)?;
    canonical(&traced(&request)?.back(&request.ask)?)
}

/// What a lot may be in.
pub(super) fn forward(_: &Catalog, request: &str) -> Result<String, Error> {
    let request: v1::TraceAskRequest = read_json(request)?;
    canonical(&traced(&request)?.forward(&request.ask)?)
}

fn traced(request: &v1::TraceAskRequest) -> Result<Traced, Error> {
    Traced::new(&request.request, &Limits::default()).map_err(|error| {
        let path = format!("/request{}", error.path());
        error.at(path)
    })
}

/// An answer as a document.
pub(super) fn report(_: &Catalog, request: &str) -> Result<String, Error> {
    let request: v1::TraceReportRequest = read_json(request)?;
    let named = (request.format.as_str(), request.lang.as_str());
    match (&request.answer, &request.path) {
        (Some(answer), None) => {
            if !matches!(request.view.as_str(), "" | "lots" | "gaps") {
                return Err(Error::new(Code::UnknownValue, format!("view `{}` is not known", request.view))
                    .with_help("use lots or gaps")
                    .at("/view"));
            }
            let table = |lang| report::trace_table(answer, &request.view, lang);
            let html = |lang| report::trace_html(answer, &request.view, lang);
            let csv = |_| report::trace_csv(answer);
            written(named, &[("", &table), ("table", &table), ("html", &html), ("csv", &csv)])
        }
        (None, Some(path)) => {
            let table = |lang| report::trace_path_table(path, lang);
            let tree = |lang| report::trace_tree(path, lang);
            let html = |lang| report::trace_path_html(path, lang);
            let mermaid = |_| report::trace_mermaid(path);
            let dot = |_| report::trace_dot(path);
            let forms: [(&str, &dyn Fn(report::Lang) -> String); 6] = [
                ("", &table),
                ("table", &table),
                ("tree", &tree),
                ("html", &html),
                ("mermaid", &mermaid),
                ("dot", &dot),
            ];
            written(named, &forms)
        }
        _ => Err(Error::new(Code::BadRequest, "a report is made of either `answer` or `path`")
            .with_help("give the answer of `trace.follow`, or one of `trace.back` or `trace.forward`")),
    }
}
