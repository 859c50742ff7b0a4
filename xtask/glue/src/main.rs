//! Turns a compiled wasm file into the browser module: `emitrace-glue <in.wasm> <out folder> <name>`.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use wasm_bindgen_cli_support::Bindgen;

fn main() -> ExitCode {
    let mut arguments = std::env::args_os().skip(1);
    let (Some(input), Some(output), Some(name)) = (arguments.next(), arguments.next(), arguments.next())
    else {
        return complain("usage: emitrace-glue <in.wasm> <out folder> <name>");
    };
    match generate(&PathBuf::from(input), &PathBuf::from(output), &name.to_string_lossy()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => complain(&message),
    }
}

/// One `web` build serves pages and, through `initSync({ module })`, Node. The reset function lets the
/// JavaScript wrapper start anew after a trap.
fn generate(input: &Path, output: &Path, name: &str) -> Result<(), String> {
    let mut bindgen = Bindgen::new();
    bindgen.input_path(input).out_name(name).reset_state_function(true).typescript(true);
    bindgen.web(true).map_err(|error| format!("{error:#}"))?;
    bindgen.generate(output).map_err(|error| format!("{error:#}"))
}

#[expect(clippy::print_stderr, reason = "a command tells its user what went wrong")]
fn complain(message: &str) -> ExitCode {
    eprintln!("emitrace-glue: {message}");
    ExitCode::FAILURE
}
