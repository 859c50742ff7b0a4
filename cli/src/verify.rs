//! `emitrace verify`: whether a sealed document, a bundle or a credential is as it was signed.

use std::path::PathBuf;
use std::process::ExitCode;

use emitrace::seal::{self, PublicKey};
use emitrace::wire::v1::{BundleVerifyRequest, read_json};
use emitrace::{Error, evidence};
use serde_json::Value;

use crate::inputs;

#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// A document (JSON) with its proof, a bundle (JSON), or a credential (token); `-` reads standard input
    document: PathBuf,
    /// The public key that it must be signed with: a Multikey (z6Mk…), a did:key or 64 hexadecimal digits; else the one that it names
    #[arg(long, value_name = "PUBLIC")]
    key: Option<String>,
    /// Bundles before this one, the oldest first (repeatable)
    #[arg(long, value_name = "FILE")]
    earlier: Vec<PathBuf>,
}

pub(crate) fn run(arguments: &Arguments) -> Result<ExitCode, Error> {
    let key = arguments.key.as_deref().map(PublicKey::parse).transpose()?;
    let text = inputs::text(&arguments.document)?;
    if !text.trim_start().starts_with('{') {
        return credential(&text, key.as_ref());
    }
    let document: Value = read_json(&text)?;
    if document.get("entries").is_some() && document.get("tree").is_some() {
        return bundle(arguments, text);
    }
    let verified = seal::verify(&document, key.as_ref())?;
    inputs::print(&format!(
        "the seal holds: signed with {}\nkey      {}\ncreated  {}\nsha256   {}\n",
        whose(key.is_some()),
        verified.key.multikey(),
        verified.created,
        seal::digest(&document)?
    ))?;
    Ok(ExitCode::SUCCESS)
}

fn whose(given: bool) -> &'static str {
    if given { "the given key" } else { "the key that it names; whose key that is, the seal does not say" }
}

fn credential(token: &str, key: Option<&PublicKey>) -> Result<ExitCode, Error> {
    let (credential, found) = seal::verify_credential(token, key)?;
    inputs::print(&format!(
        "the signature fits: signed with {}\nkey      {}\n{credential}\n",
        whose(key.is_some()),
        found.multikey(),
    ))?;
    Ok(ExitCode::SUCCESS)
}

fn bundle(arguments: &Arguments, bundle: String) -> Result<ExitCode, Error> {
    let earlier = arguments.earlier.iter().map(|path| inputs::text(path)).collect::<Result<_, _>>()?;
    let key = arguments.key.clone().unwrap_or_default();
    let answer = evidence::verify(&BundleVerifyRequest { bundle, key, earlier })?;
    let findings: String = answer
        .findings
        .iter()
        .map(|finding| {
            let (severity, code) = (&finding.severity, &finding.code);
            format!("{severity} {code} ({}): {}\n  help: {}\n", finding.column, finding.message, finding.help)
        })
        .collect();
    if !answer.holds {
        inputs::print(&format!("{findings}the bundle does not hold: use nothing of it\n"))?;
        return Ok(ExitCode::from(2));
    }
    let shown: String = answer
        .documents
        .iter()
        .map(|document| format!("{}: {}\n", document.name, document.document))
        .collect();
    inputs::print(&format!(
        "{findings}the bundle holds: signed with {}\nkey      {}\ncreated  {}\nsha256   {}\nabout    {}\nshown    {} of {}\n{shown}",
        whose(answer.key_given),
        answer.public_key,
        answer.created,
        answer.digest,
        answer.subject.join(", "),
        answer.shown,
        answer.leaves
    ))?;
    Ok(ExitCode::SUCCESS)
}
