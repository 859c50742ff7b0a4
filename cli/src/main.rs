//! The `emitrace` command: a thin user of the core.
#![allow(clippy::print_stdout, clippy::print_stderr, reason = "a command talks to its user")]

mod call;

use std::process::ExitCode;

const USAGE: &str = "\
usage: emitrace call METHOD     read a JSON request from standard input, print the JSON answer
       emitrace --version
       emitrace --help

Exit code: 0 answered, 1 refused (the error is JSON on standard error), 2 wrong use of the command.
";

fn main() -> ExitCode {
    let arguments: Vec<String> =
        std::env::args_os().skip(1).map(|word| word.to_string_lossy().into_owned()).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["call", method] => call::run(method),
        ["--version" | "-V"] => {
            println!("emitrace {}", env!("CARGO_PKG_VERSION"));
            ExitCode::SUCCESS
        }
        ["--help" | "-h"] => {
            print!("{USAGE}");
            ExitCode::SUCCESS
        }
        _ => {
            eprint!("{USAGE}");
            ExitCode::from(2)
        }
    }
}
