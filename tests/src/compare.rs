//! The only place that knows what is expected.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::canonical::canonical;
use crate::case::{Case, Expect};
use crate::laws;
use crate::line::Answered;
use crate::pattern::meets;

/// What a comparison found.
#[derive(Debug, Default)]
pub struct Report {
    /// Cases that every surface answered as expected.
    pub passed: usize,
    /// Cases that some surface did not, and surfaces that did not run all cases.
    pub failed: usize,
    /// One sentence for each thing that is wrong.
    pub complaints: Vec<String>,
    /// How many cases each surface answered.
    pub counts: Vec<(String, usize)>,
}

/// Compares the results of the surfaces with each other and with what the cases expect.
pub fn compare(cases: &BTreeMap<String, Case>, surfaces: &[(String, Vec<Answered>)]) -> Report {
    let mut report = Report::default();
    if cases.is_empty() || surfaces.is_empty() {
        report.complain("there is nothing to compare".to_owned());
    }
    for (name, results) in surfaces {
        report.counts.push((name.clone(), results.len()));
        if results.len() != cases.len() {
            report.complain(format!("{name}: answered {} cases, there are {}", results.len(), cases.len()));
        }
        for stranger in results.iter().filter(|result| !cases.contains_key(&result.case)) {
            report.complain(format!("{name}: there is no case `{}`", stranger.case));
        }
    }
    let by_case: Vec<(&str, BTreeMap<&str, &Answered>)> = surfaces
        .iter()
        .map(|(name, results)| {
            (name.as_str(), results.iter().map(|result| (result.case.as_str(), result)).collect())
        })
        .collect();
    for (id, case) in cases {
        let complaints = one(id, case, &by_case);
        if complaints.is_empty() {
            report.passed = report.passed.saturating_add(1);
        } else {
            report.failed = report.failed.saturating_add(1);
            report.complaints.extend(complaints);
        }
    }
    report
}

impl Report {
    fn complain(&mut self, sentence: String) {
        self.failed = self.failed.saturating_add(1);
        self.complaints.push(sentence);
    }
}

fn one(id: &str, case: &Case, surfaces: &[(&str, BTreeMap<&str, &Answered>)]) -> Vec<String> {
    let mut complaints = Vec::new();
    let mut first: Option<(&str, &Answered)> = None;
    for (name, results) in surfaces {
        let Some(result) = results.get(id) else {
            complaints.push(format!("{id}: {name} gave no result"));
            continue;
        };
        if let Err(why) = judge(&case.expect, result) {
            complaints.push(format!("{id}: {name}: {why}"));
        }
        match first {
            None => first = Some((name, result)),
            Some((other, reference)) => {
                if (&reference.ok, &reference.error) != (&result.ok, &result.error) {
                    complaints.push(format!("{id}: {name} and {other} differ"));
                }
            }
        }
    }
    complaints
}

fn judge(expect: &Expect, result: &Answered) -> Result<(), String> {
    match (expect, &result.ok, &result.error) {
        (Expect::Ok(pattern), Some(text), None) => {
            if canonical(text)? != *text {
                return Err("the answer is not canonical JSON".to_owned());
            }
            let answer: Value = serde_json::from_str(text).map_err(|error| error.to_string())?;
            laws::hold(&answer)?;
            meets(pattern, &answer)
        }
        (Expect::Error(wanted), None, Some(error)) => {
            if wanted.code != error.code {
                return Err(format!(
                    "refused with {} at `{}`, {} is expected",
                    error.code, error.path, wanted.code
                ));
            }
            match &wanted.path {
                Some(path) if *path != error.path => {
                    Err(format!("{} at `{}`, `{path}` is expected", error.code, error.path))
                }
                _ => Ok(()),
            }
        }
        (Expect::Ok(_), None, Some(error)) => {
            Err(format!("refused with {} at `{}`, an answer is expected", error.code, error.path))
        }
        (Expect::Error(wanted), Some(_), None) => Err(format!("answered, {} is expected", wanted.code)),
        (_, Some(_), Some(_)) | (_, None, None) => Err("a result is either an answer or an error".to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::line::Refused;

    fn cases() -> BTreeMap<String, Case> {
        let answered = r#"{"case":"a","says":"s","call":"m","request":{},"expect":{"ok":{"x":"1"}}}"#;
        let refused =
            r#"{"case":"b","says":"s","call":"m","request":{},"expect":{"error":{"code":"C","path":"/p"}}}"#;
        [answered, refused]
            .map(|text| serde_json::from_str::<Case>(text).unwrap())
            .into_iter()
            .map(|case| (case.id.clone(), case))
            .collect()
    }

    fn results(ok: &str, path: &str) -> Vec<Answered> {
        let refused = Refused { code: "C".to_owned(), path: path.to_owned() };
        vec![
            Answered { case: "a".to_owned(), ok: Some(ok.to_owned()), error: None },
            Answered { case: "b".to_owned(), ok: None, error: Some(refused) },
        ]
    }

    fn run(surfaces: Vec<Vec<Answered>>) -> Report {
        let named: Vec<_> =
            surfaces.into_iter().zip(["one", "two"]).map(|(s, n)| (n.to_owned(), s)).collect();
        compare(&cases(), &named)
    }

    #[test]
    fn equal_and_expected_answers_pass() {
        let report = run(vec![results(r#"{"x":"1","y":2}"#, "/p"), results(r#"{"x":"1","y":2}"#, "/p")]);
        assert_eq!((report.passed, report.failed), (2, 0), "{:?}", report.complaints);
    }

    #[test]
    fn each_kind_of_difference_is_caught() {
        let good = || results(r#"{"x":"1"}"#, "/p");
        let differ = run(vec![good(), results(r#"{"x":"1","y":2}"#, "/p")]);
        assert_eq!(differ.complaints, ["a: two and one differ"]);
        assert_eq!(run(vec![results(r#"{"x":"2"}"#, "/p")]).failed, 1);
        assert_eq!(run(vec![results(r#"{"x": "1"}"#, "/p")]).failed, 1, "white space");
        assert_eq!(run(vec![results(r#"{"y":1,"x":"1"}"#, "/p")]).failed, 1, "order of keys");
        assert_eq!(run(vec![results(r#"{"x":"1"}"#, "/q")]).failed, 1, "path of the error");
    }

    #[test]
    fn a_surface_that_ran_less_is_caught() {
        let mut short = results(r#"{"x":"1"}"#, "/p");
        short.pop();
        assert_eq!(run(vec![short]).failed, 2);
        assert!(run(vec![]).failed > 0);
        assert!(compare(&BTreeMap::new(), &[]).failed > 0);
        let mut twice = results(r#"{"x":"1"}"#, "/p");
        twice.extend(results(r#"{"x":"1"}"#, "/p"));
        assert_eq!(run(vec![twice]).failed, 1);
    }
}
