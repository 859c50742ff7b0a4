//! The findings of a report as it is put together.

use crate::error::{Code, Severity};
use crate::wire::v1;

/// Findings in the order in which they were met.
#[derive(Default)]
pub(super) struct Findings {
    pub(super) all: Vec<v1::ReportFinding>,
}

impl Findings {
    /// A finding of a step; the code's own help is the advice.
    pub(super) fn add(
        &mut self,
        severity: Severity,
        code: Code,
        step: &str,
        (path, about): (&str, &str),
        message: String,
    ) {
        self.all.push(v1::ReportFinding {
            severity: severity.as_str().into(),
            code: code.as_str().into(),
            step: step.into(),
            path: path.into(),
            about: about.into(),
            message,
            help: code.help().into(),
        });
    }

    /// Something that must be declared is not.
    pub(super) fn missing(&mut self, step: &str, path: &str, about: &str) {
        let message = format!("`{about}` is not declared");
        self.add(Severity::Warning, Code::DeclarationMissing, step, (path, about), message);
    }

    /// How many findings keep a step open.
    pub(super) fn open(&self, step: &str) -> u64 {
        let info = Severity::Info.as_str();
        let open = self.all.iter().filter(|finding| finding.step == step && finding.severity != info);
        u64::try_from(open.count()).unwrap_or(u64::MAX)
    }
}

/// What a facility declares under a name that a form uses; `None` if there is no such declaration.
pub(super) fn declared<'d>(declarations: &'d v1::FacilityDeclarations, name: &str) -> Option<&'d str> {
    Some(match name {
        "name" => &declarations.name,
        "address" => &declarations.address,
        "business_licence" => &declarations.business_licence,
        "representative" => &declarations.representative,
        "business" => &declarations.business,
        "boundary" => &declarations.boundary,
        "infrastructure" => &declarations.infrastructure,
        "sinks" => &declarations.sinks,
        "data_system" => &declarations.data_system,
        "limitations" => &declarations.limitations,
        "data_collection" => &declarations.data_collection,
        "gwp_reason" => &declarations.gwp_reason,
        _ => return None,
    })
}

/// The step that a declaration belongs to.
pub(super) fn step_of(name: &str) -> &'static str {
    match name {
        "boundary" | "sinks" => BOUNDARY,
        "data_collection" | "data_system" | "limitations" => DATA,
        "gwp_reason" => CALCULATION,
        _ => REPORT,
    }
}

/// The words of a statement.
pub(super) fn statement<'d>(statements: &'d v1::UncertaintyStatements, name: &str) -> &'d str {
    match name {
        "completeness" => &statements.completeness,
        "model" => &statements.model,
        "data" => &statements.data,
        "representativeness" => &statements.representativeness,
        "anomalies" => &statements.anomalies,
        "transparency" => &statements.transparency,
        _ => "",
    }
}

pub(super) const BOUNDARY: &str = "1";
pub(super) const DATA: &str = "2";
pub(super) const FACTORS: &str = "3";
pub(super) const CALCULATION: &str = "4";
pub(super) const QUALITY: &str = "5";
pub(super) const UNCERTAINTY: &str = "6";
pub(super) const RECALCULATION: &str = "7";
pub(super) const REPORT: &str = "8";
