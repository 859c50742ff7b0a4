//! `emitrace call METHOD`: the wire as a command.

use std::io::{Read, Write};
use std::process::ExitCode;

use emitrace::factor::Catalog;
use emitrace::wire::v1;
use emitrace::{Code, Error};

#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// A method; `capabilities` lists them all
    method: String,
}

/// Reads the request, prints the answer; the error as JSON on standard error.
pub(crate) fn run(arguments: &Arguments) -> ExitCode {
    match answer(&arguments.method) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{}", v1::error_json(&error));
            ExitCode::FAILURE
        }
    }
}

fn answer(method: &str) -> Result<(), Error> {
    let mut bytes = Vec::new();
    std::io::stdin().read_to_end(&mut bytes).map_err(|error| io(&error))?;
    let request = String::from_utf8(bytes)
        .map_err(|error| Error::new(Code::BadJson, format!("the request is not UTF-8: {error}")))?;
    let answer = emitrace::call(&Catalog::bundled()?, method, &request)?;
    let mut out = std::io::stdout().lock();
    out.write_all(answer.as_bytes())
        .and_then(|()| out.write_all(b"\n"))
        .and_then(|()| out.flush())
        .map_err(|error| io(&error))
}

fn io(error: &std::io::Error) -> Error {
    Error::new(Code::Io, error.to_string())
}
