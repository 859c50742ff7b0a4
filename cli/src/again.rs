//! `--verify ANSWER`: an answer computed again instead of written.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use emitrace::Error;
use emitrace::factor::Catalog;
use emitrace::report::{self, Document, Lang};
use emitrace::verify;
use emitrace::wire::v1::{AnswerLedger, AnswerVerifyRequest, DisclosureLedger, Ledger, canonical, read_json};

use crate::inputs;
use crate::trace::code;

#[derive(clap::Args)]
pub(crate) struct Again {
    /// Compute this answer (JSON) again and say what differs, instead of writing one; exit code 1 if it does not hold
    #[arg(long, value_name = "ANSWER")]
    verify: Option<PathBuf>,
}

/// The same for what rests on inventories.
#[derive(clap::Args)]
pub(crate) struct WithLedgers {
    #[command(flatten)]
    again: Again,
    /// With --verify: the ledger of the inventory, which is computed again first; PLACE=FILE for another one, e.g.
    /// /previous=ledger-2024.csv (repeatable)
    #[arg(long = "verify-ledger", value_name = "LEDGER", requires = "verify")]
    ledgers: Vec<String>,
}

/// A request without its packs, which the command's catalog holds.
fn bare<T: serde::Serialize>(request: &T) -> Result<String, Error> {
    let mut request: serde_json::Value = read_json(&canonical(request)?)?;
    if let Some(members) = request.as_object_mut() {
        members.remove("packs");
    }
    canonical(&request)
}

/// How the outcome is printed.
pub(crate) struct Print<'a> {
    pub(crate) format: &'a str,
    pub(crate) lang: &'a str,
    pub(crate) out: Option<&'a Path>,
}

impl Again {
    /// Whether an answer is to be verified instead of written.
    pub(crate) fn asked(&self) -> bool {
        self.verify.is_some()
    }

    /// What becomes of it.
    pub(crate) fn run<T: serde::Serialize>(
        &self,
        catalog: &Catalog,
        method: &str,
        request: &T,
        print: &Print<'_>,
    ) -> Result<ExitCode, Error> {
        self.with(catalog, (method, bare(request)?), Vec::new(), print)
    }

    fn with(
        &self,
        catalog: &Catalog,
        (method, request): (&str, String),
        ledgers: Vec<AnswerLedger>,
        print: &Print<'_>,
    ) -> Result<ExitCode, Error> {
        let asked = AnswerVerifyRequest {
            report: self.verify.as_deref().map_or_else(|| Ok(String::new()), inputs::text)?,
            method: method.into(),
            request,
            ledgers,
            ..AnswerVerifyRequest::default()
        };
        let ask = |method: &str, request: &str| emitrace::call(catalog, method, request);
        let answer = verify::answer(&asked, &ask, &|_| Ok(catalog.clone()))?;
        let json = canonical(&answer)?;
        let written = match print.format {
            "json" => Document::Text(json + "\n"),
            format => report::document(catalog, &json, format, Lang::parse(print.lang)?, None)?,
        };
        let bytes = match &written {
            Document::Bytes(bytes) => bytes.as_slice(),
            Document::Text(text) => text.as_bytes(),
            _ => &[],
        };
        inputs::write(print.out, bytes)?;
        Ok(code(answer.holds))
    }
}

impl WithLedgers {
    /// Whether an answer is to be verified instead of written.
    pub(crate) fn asked(&self) -> bool {
        self.again.asked()
    }

    /// What becomes of it.
    pub(crate) fn run<T: serde::Serialize>(
        &self,
        catalog: &Catalog,
        method: &str,
        request: &T,
        print: &Print<'_>,
    ) -> Result<ExitCode, Error> {
        let ledger = |said: &String| {
            let (place, file) = match said.split_once('=') {
                Some((place, file)) if place.starts_with('/') => (place, file),
                _ => ("/inventory", said.as_str()),
            };
            let ledger = Ledger { text: None, base64: Some(inputs::base64(Path::new(file))?) };
            let file = DisclosureLedger { ledger: Some(ledger), ..DisclosureLedger::default() };
            Ok(AnswerLedger { place: place.into(), file })
        };
        let ledgers = self.ledgers.iter().map(ledger).collect::<Result<_, Error>>()?;
        self.again.with(catalog, (method, bare(request)?), ledgers, print)
    }
}
