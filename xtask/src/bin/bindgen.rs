//! Turns a compiled wasm file into the browser module: `bindgen <in.wasm> <out folder>`.

use std::path::PathBuf;
use std::process::ExitCode;

use wasm_bindgen_cli_support::Bindgen;

fn main() -> ExitCode {
    let mut arguments = std::env::args_os().skip(1);
    let (Some(input), Some(output)) = (arguments.next(), arguments.next()) else {
        return complain("usage: bindgen <in.wasm> <out folder>");
    };
    match generate(&PathBuf::from(input), &PathBuf::from(output)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => complain(&message),
    }
}

/// One `web` build serves pages and, through `initSync({ module })`, Node. The reset function lets the
/// JavaScript wrapper start anew after a trap.
fn generate(input: &std::path::Path, output: &std::path::Path) -> Result<(), String> {
    let mut bindgen = Bindgen::new();
    bindgen.input_path(input).out_name("emitrace").reset_state_function(true).typescript(true);
    bindgen.web(true).map_err(|error| format!("{error:#}"))?;
    bindgen.generate(output).map_err(|error| format!("{error:#}"))
}

#[expect(clippy::print_stderr, reason = "a command tells its user what went wrong")]
fn complain(message: &str) -> ExitCode {
    eprintln!("bindgen: {message}");
    ExitCode::FAILURE
}
