//! `emitrace verify`: whether a sealed document is as it was signed.

use std::path::PathBuf;
use std::process::ExitCode;

use emitrace::Error;
use emitrace::seal::{self, PublicKey};
use emitrace::wire::v1::read_json;

use crate::inputs;

#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// The document (JSON) with its proof; `-` reads standard input
    document: PathBuf,
    /// The public key that it must be signed with: a Multikey (z6Mk…), a did:key or 64 hexadecimal digits; else the one that it names
    #[arg(long, value_name = "PUBLIC")]
    key: Option<String>,
}

pub(crate) fn run(arguments: &Arguments) -> Result<ExitCode, Error> {
    let key = arguments.key.as_deref().map(PublicKey::parse).transpose()?;
    let document = read_json(&inputs::text(&arguments.document)?)?;
    let verified = seal::verify(&document, key.as_ref())?;
    let whose = if key.is_some() {
        "the given key"
    } else {
        "the key that it names; whose key that is, the seal does not say"
    };
    inputs::print(&format!(
        "the seal holds: signed with {whose}\nkey      {}\ncreated  {}\nsha256   {}\n",
        verified.key.multikey(),
        verified.created,
        seal::digest(&document)?
    ))?;
    Ok(ExitCode::SUCCESS)
}
