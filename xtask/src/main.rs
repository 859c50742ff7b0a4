//! Tools of the workshop: `cargo xtask <command>`.
#![allow(clippy::print_stdout, clippy::print_stderr, reason = "a command says what it does")]

mod errors;
mod events;
mod layers;
mod ledger;
mod licences;
mod methods;
mod process;
mod race;
mod supply;
mod types;
mod wasm;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

const USAGE: &str = "\
usage: cargo xtask wasm       builds the wasm and the npm package into build/npm
       cargo xtask layers     fails on an import from a higher floor of the core, and on a wrong dependency
       cargo xtask licences   fails on a dependency whose licence is not on the list
       cargo xtask errors     writes docs/errors.md from the codes
       cargo xtask ledger N   writes a ledger of N rows for measuring to standard output
       cargo xtask race N F   writes a ledger of N rows, its factors and units into the folder F for the race
       cargo xtask supply N F [giant]      writes a supply graph of N processes into the folder F
       cargo xtask supply-measure F N      reads, plans and evaluates the graph of the folder F, N times
       cargo xtask events N F              writes about N events of EPCIS into the file F
       cargo xtask events-measure F B A N  follows them and asks for the lots B back and A forward, N times
       cargo xtask types      writes bindings-wasm/js/types from the wire types
       cargo xtask stale      fails if a generated file is not fresh, or docs/METHODS.md not whole
";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let root = root();
    let done = match words.as_slice() {
        ["wasm"] => wasm::build(&root),
        ["layers"] => layers::check(&root),
        ["licences"] => licences::check(&root),
        ["errors"] => errors::write(&root),
        ["ledger", count] => ledger::write(whole(count)),
        ["race", count, folder] => race::write(whole(count), Path::new(folder)),
        ["supply", count, folder] => supply::write(whole(count), Path::new(folder), false),
        ["supply", count, folder, "giant"] => supply::write(whole(count), Path::new(folder), true),
        ["supply-measure", folder, times] => supply::measure(Path::new(folder), whole(times)),
        ["events", count, file] => events::write(whole(count), Path::new(file)),
        ["events-measure", file, back, forward, times] => {
            events::measure(Path::new(file), back, forward, whole(times))
        }
        ["types"] => types::write(&root),
        ["stale"] => stale(&root),
        _ => Err(vec![format!("not understood\n{USAGE}")]),
    };
    match done {
        Ok(summary) => {
            if !summary.is_empty() {
                println!("{summary}");
            }
            ExitCode::SUCCESS
        }
        Err(complaints) => {
            for complaint in complaints {
                eprintln!("xtask: {complaint}");
            }
            ExitCode::FAILURE
        }
    }
}

/// A whole number of rows; anything else is none.
fn whole(text: &str) -> u64 {
    let digits = text.bytes().filter(|byte| *byte != b'_').map(|byte| char::from(byte).to_digit(10));
    digits
        .flatten()
        .try_fold(0u64, |sum, digit| sum.checked_mul(10)?.checked_add(u64::from(digit)))
        .unwrap_or(0)
}

/// What a command gives back: one sentence, or all that is wrong.
type Done = Result<String, Vec<String>>;

/// Every generated file that is checked in.
fn stale(root: &Path) -> Done {
    let (mut fresh, mut complaints) = (Vec::new(), Vec::new());
    for done in [errors::check(root), types::check(root), methods::check(root)] {
        match done {
            Ok(summary) => fresh.push(summary),
            Err(why) => complaints.extend(why),
        }
    }
    if complaints.is_empty() { Ok(fresh.join("\n")) } else { Err(complaints) }
}

/// The repository.
fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here).to_path_buf()
}
