//! A report computed again: every figure from the ledger, its packs and its choices, and for each difference where it is, by how
//! much, and which lines can explain it.
//!
//! A report is a function of its ledger, so it is verified by writing it again and comparing what both say, place by
//! place. It is never trusted for anything but its choices, and those are told in the answer.

mod answer;
mod compare;
mod disclosure;
mod explain;
mod options;
mod workbook;

#[cfg(test)]
mod tests;

use core::ops::ControlFlow;

pub use answer::answer;
use compare::Found;
pub use disclosure::disclosure;

use crate::compare::{Side, Style, diff};
use crate::error::{Code, Error};
use crate::factor::Catalog;
use crate::inventory::{Options, compute_with, surveyed};
use crate::report::WorkbookLines;
use crate::wire::v1::{self, canonical_digest, read_json};

/// Differences and lines that are listed unless the caller says otherwise.
const LISTED: usize = 1_000;

/// What a report is checked against.
#[derive(Debug)]
pub struct Against<'a> {
    /// The packs.
    pub catalog: &'a Catalog,
    /// The choices; empty where the report holds them itself.
    pub options: &'a v1::InventoryOptions,
    /// The bytes of the ledger.
    pub ledger: &'a [u8],
    /// How many differences and lines are listed.
    pub list: Option<u32>,
}

/// Computes the report of an inventory again and says what differs: JSON, CSV or a workbook as this engine writes them.
///
/// JSON holds its choices, which are taken from it unless `options` names a profile; CSV and workbooks need them.
///
/// # Units
/// Kilograms of CO2 equivalent.
///
/// # Method
/// M-282.
///
/// # Errors
/// `BAD_REQUEST` for a file that is no such report, `CHOICE_MISSING`, and as [`compute_with`].
///
/// # Example
/// ```
/// use emitrace::factor::Catalog;
/// use emitrace::inventory::{Options, compute};
/// use emitrace::report;
/// use emitrace::verify::{Against, verify};
/// use emitrace::wire::v1::InventoryOptions;
///
/// let catalog = Catalog::bundled()?;
/// let options = InventoryOptions {
///     profile: "ghg-protocol".into(),
///     gwp: "AR5".into(),
///     region: Some("VN".into()),
///     ..Default::default()
/// };
/// let ledger = b"id,date,activity,quantity,unit\n1,2023-05-31,electricity,1250,kWh\n";
/// let csv = report::csv(&compute(&ledger[..], &catalog, &Options::from_request(&options)?)?);
/// let against = Against { catalog: &catalog, options: &options, ledger, list: None };
/// assert!(verify(csv.as_bytes(), &against)?.holds);
///
/// // One digit of the total.
/// let forged = csv.replacen("total_location,,,824,", "total_location,,,814,", 1);
/// let told = verify(forged.as_bytes(), &against)?;
/// assert!(!told.holds);
/// assert_eq!(told.differences[0].difference, "10");
/// # Ok::<(), emitrace::Error>(())
/// ```
pub fn verify(report: &[u8], against: &Against<'_>) -> Result<v1::ReportVerifyAnswer, Error> {
    if report.starts_with(b"PK") {
        return workbook::verify(report, against);
    }
    let text = core::str::from_utf8(report)
        .map_err(|error| Error::new(Code::InvalidUtf8, error.to_string()).at("/report"))?;
    let text = text.trim_start_matches('\u{feff}');
    if text.trim_start().starts_with('{') { json(text, against) } else { csv(text, against) }
}

/// What was computed again.
struct Again {
    answer: v1::InventoryAnswer,
    options: Options,
}

impl Again {
    fn new<'c>(
        against: &'c Against<'_>,
        declared: &v1::InventoryOptions,
        with_lines: bool,
    ) -> Result<(Again, Option<WorkbookLines<'c>>), Error> {
        let (catalog, ledger) = (against.catalog, against.ledger);
        let options = surveyed(|| Ok(ledger), catalog, Options::from_request(declared)?)?;
        let mut lines = with_lines.then(|| WorkbookLines::new(catalog, &options));
        let answer = match &mut lines {
            Some(lines) => {
                compute_with(ledger, catalog, &options, Some(&mut |line| lines.take(line)), &mut |_| {
                    ControlFlow::Continue(())
                })?
            }
            None => compute_with(ledger, catalog, &options, None, &mut |_| ControlFlow::Continue(()))?,
        };
        Ok((Again { answer, options }, lines))
    }

    /// The answer to the caller, from what was found.
    fn told(
        &self,
        against: &Against<'_>,
        form: &str,
        reported_digest: &str,
        found: Found,
        mut reasons: Vec<&'static str>,
    ) -> Result<v1::ReportVerifyAnswer, Error> {
        let list = against.list.map_or(LISTED, |list| usize::try_from(list).unwrap_or(usize::MAX));
        for (what, reason) in [
            ("choice", "choices"),
            ("pack", "packs"),
            ("factor", "factors"),
            ("coverage", "coverage"),
            ("figure", "figures"),
            ("note", "texts"),
            ("text", "texts"),
        ] {
            if found.differences.iter().any(|one| one.what == what) && !reasons.contains(&reason) {
                reasons.push(reason);
            }
        }
        let mut explained = explain::lines(&found.differences, self, against)?;
        let explained_found = explain::count(explained.len());
        explained.truncate(list);
        let coverage = &self.answer.inventory.coverage;
        let mut differences = found.differences;
        let differences_found = explain::count(differences.len());
        differences.truncate(list);
        Ok(v1::ReportVerifyAnswer {
            schema: v1::REPORT_VERIFY_SCHEMA.into(),
            engine: env!("CARGO_PKG_VERSION").into(),
            digest: String::new(),
            form: form.into(),
            holds: reasons.is_empty(),
            reasons: reasons.into_iter().map(str::to_owned).collect(),
            reported_digest: reported_digest.into(),
            recomputed_digest: self.answer.digest.clone(),
            choices: self.answer.inventory.choices.clone(),
            compared: v1::VerifyCounts {
                rows: coverage.rows,
                lines: coverage.counted,
                figures: found.figures,
                texts: found.texts,
            },
            differences_found,
            differences,
            explained_found,
            explained,
            changes: None,
        })
        .and_then(sealed)
    }
}

fn sealed(mut answer: v1::ReportVerifyAnswer) -> Result<v1::ReportVerifyAnswer, Error> {
    answer.digest = String::new();
    answer.digest = canonical_digest(&answer)?;
    Ok(answer)
}

/// Puts the earlier ledger beside the one that the report was checked against, line by line.
///
/// # Errors
/// As [`diff`].
pub fn with_changes(
    answer: v1::ReportVerifyAnswer,
    earlier: &Side<'_>,
    now: &Side<'_>,
) -> Result<v1::ReportVerifyAnswer, Error> {
    sealed(v1::ReportVerifyAnswer { changes: Some(diff(earlier, now, &Style::default())?), ..answer })
}

/// The choices that a report in JSON was computed with.
///
/// # Errors
/// `BAD_JSON`, `BAD_REQUEST` for another document.
pub fn choices_of(report: &str, catalog: &Catalog) -> Result<v1::InventoryOptions, Error> {
    let answer: v1::InventoryAnswer = read_json(report)?;
    Ok(options::of(&answer, catalog))
}

fn json(text: &str, against: &Against<'_>) -> Result<v1::ReportVerifyAnswer, Error> {
    Ok(json_again(text, against)?.0)
}

/// What a report says that it is.
#[derive(Debug, Default, serde::Deserialize, serde::Serialize)]
#[serde(default)]
struct Kind {
    schema: String,
}

/// What differs, and what was computed again.
fn json_again(
    text: &str,
    against: &Against<'_>,
) -> Result<(v1::ReportVerifyAnswer, v1::InventoryAnswer), Error> {
    let Kind { schema } = read_json(text).map_err(|error| error.at("/report"))?;
    if !matches!(schema.as_str(), "" | v1::INVENTORY_SCHEMA) {
        let message = format!("`{schema}` cannot be computed again from a ledger alone");
        let help = match schema.as_str() {
            v1::DISCLOSURE_SCHEMA => "use `disclosure.verify`",
            _ => "use `answer.verify` with the request of the method, or `--verify REPORT` on its command",
        };
        return Err(Error::new(Code::UnknownValue, message).with_help(help).at("/report/schema"));
    }
    let reported: v1::InventoryAnswer = read_json(text).map_err(|error| {
        let path = format!("/report{}", error.path());
        error.at(path)
    })?;
    let declared = match against.options.profile.as_str() {
        "" => options::of(&reported, against.catalog),
        _ => against.options.clone(),
    };
    let (again, _) = Again::new(against, &declared, false)?;
    let mut reasons = Vec::new();
    if canonical_digest(&reported.inventory)? != reported.digest {
        reasons.push("edited");
    }
    if !compare::adds_up(&reported.inventory)? {
        reasons.push("contradicts-itself");
    }
    let found = compare::inventories(&reported.inventory, &again.answer.inventory)?;
    let told = again.told(against, "json", &reported.digest, found, reasons)?;
    Ok((told, again.answer))
}

fn csv(text: &str, against: &Against<'_>) -> Result<v1::ReportVerifyAnswer, Error> {
    let mut declared = against.options.clone();
    if declared.by.is_none() {
        declared.by = compare::views_of_csv(text)?;
    }
    let (again, _) = Again::new(against, &declared, false)?;
    let found = compare::tables(text, &crate::report::csv(&again.answer))?;
    again.told(against, "csv", "", found, Vec::new())
}
