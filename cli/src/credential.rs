//! `emitrace credential`: a credential as a signed token.

use std::path::PathBuf;
use std::process::ExitCode;

use emitrace::Error;
use emitrace::seal::{SecretKey, sign_credential};

use crate::inputs;

#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// A credential of the W3C data model 2.0, e.g. of UNTP (JSON); `-` reads standard input
    credential: PathBuf,
    /// A file with the secret key alone: a Multikey (z3u2…) or 64 hexadecimal digits
    #[arg(long, value_name = "FILE")]
    key: PathBuf,
    /// What names the key to who checks, e.g. did:web:example.com#key-1; else the did:key of the key itself
    #[arg(long, value_name = "ID", default_value = "")]
    key_id: String,
}

pub(crate) fn run(arguments: &Arguments) -> Result<ExitCode, Error> {
    let key = SecretKey::parse(&inputs::text(&arguments.key)?)?;
    let credential = inputs::text(&arguments.credential)?;
    inputs::print(&(sign_credential(&credential, &key, &arguments.key_id)? + "\n"))?;
    Ok(ExitCode::SUCCESS)
}
