//! The tool of the conformance cases.
#![allow(clippy::print_stdout, clippy::print_stderr, reason = "a command talks to its user")]

use std::path::Path;
use std::process::ExitCode;

use emitrace_conformance::{case, compare, line, run};

const USAGE: &str = "\
usage: conformance requests CASES OUT               the requests of all cases, one a line, for the runners
       conformance core REQUESTS OUT                answers of the core
       conformance command PROGRAM REQUESTS OUT     answers of the command
       conformance compare CASES NAME=RESULTS ...   compares the surfaces with each other and with the cases
";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match dispatch(&words) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(why) => {
            eprintln!("conformance: {why}");
            ExitCode::from(2)
        }
    }
}

fn dispatch(words: &[&str]) -> Result<bool, String> {
    match words {
        ["requests", cases, out] => {
            let requests = case::requests(&case::load(Path::new(cases))?);
            line::write(Path::new(out), &requests)?;
            println!("{} requests", requests.len());
            Ok(true)
        }
        ["core", requests, out] => {
            line::write(Path::new(out), &run::core(&line::read(Path::new(requests))?)?)?;
            Ok(true)
        }
        ["command", program, requests, out] => {
            let answers = run::command(Path::new(program), &line::read(Path::new(requests))?)?;
            line::write(Path::new(out), &answers)?;
            Ok(true)
        }
        ["compare", cases, surfaces @ ..] if !surfaces.is_empty() => compare_all(cases, surfaces),
        _ => Err(format!("not understood\n{USAGE}")),
    }
}

fn compare_all(cases: &str, surfaces: &[&str]) -> Result<bool, String> {
    let cases = case::load(Path::new(cases))?;
    let mut read = Vec::new();
    for surface in surfaces {
        let (name, file) =
            surface.split_once('=').ok_or_else(|| format!("`{surface}` is not NAME=RESULTS"))?;
        read.push((name.to_owned(), line::read(Path::new(file))?));
    }
    let report = compare::compare(&cases, &read);
    for complaint in &report.complaints {
        println!("FAILED {complaint}");
    }
    for (name, count) in &report.counts {
        println!("{name}: {count} of {} cases answered", cases.len());
    }
    println!("{} passed, {} failed", report.passed, report.failed);
    Ok(report.failed == 0)
}
