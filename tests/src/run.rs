//! The surfaces that are reached from Rust. They know requests and answers, not what is expected.

use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

use emitrace::factor::Catalog;

use crate::line::{Answered, Refused, Request};

/// Asks the core.
///
/// # Errors
/// A sentence, if the bundled packs cannot be read.
pub fn core(requests: &[Request]) -> Result<Vec<Answered>, String> {
    let catalog = Catalog::bundled().map_err(|error| format!("the bundled packs: {error}"))?;
    Ok(requests
        .iter()
        .map(|request| match emitrace::call(&catalog, &request.call, &request.request) {
            Ok(answer) => Answered { case: request.case.clone(), ok: Some(answer), error: None },
            Err(error) => {
                let refused =
                    Refused { code: error.code().as_str().to_owned(), path: error.path().to_owned() };
                Answered { case: request.case.clone(), ok: None, error: Some(refused) }
            }
        })
        .collect())
}

/// Asks the command, one process a request.
///
/// # Errors
/// A sentence, if the command cannot be started, or ends in another way than it promises.
pub fn command(program: &Path, requests: &[Request]) -> Result<Vec<Answered>, String> {
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    let share = requests.len().div_ceil(threads).max(1);
    let each = |request: &Request| ask(program, request).map_err(|why| format!("{}: {why}", request.case));
    // Each request starts the command anew, which reads all packs: as many at once as there are processors.
    std::thread::scope(|scope| {
        let shares: Vec<_> = requests
            .chunks(share)
            .map(|some| scope.spawn(move || some.iter().map(each).collect::<Result<Vec<_>, String>>()))
            .collect();
        let mut answered = Vec::with_capacity(requests.len());
        for share in shares {
            answered.extend(share.join().map_err(|_panic| "a thread did not end".to_owned())??);
        }
        Ok(answered)
    })
}

fn ask(program: &Path, request: &Request) -> Result<Answered, String> {
    let mut child = Command::new(program)
        .args(["call", &request.call])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .map_err(|error| format!("{}: {error}", program.display()))?;
    let mut stdin = child.stdin.take().ok_or("no standard input")?;
    // A thread of its own: a long request and a long answer must not wait for each other.
    let text = request.request.clone();
    let writer = std::thread::spawn(move || stdin.write_all(text.as_bytes()));
    let done = child.wait_with_output().map_err(|error| error.to_string())?;
    let written = writer.join().map_err(|_| "the request could not be written".to_owned())?;
    written.map_err(|error| error.to_string())?;
    let case = request.case.clone();
    match done.status.code() {
        Some(0) => {
            let answer = String::from_utf8(done.stdout).map_err(|error| error.to_string())?;
            let answer = answer.strip_suffix('\n').ok_or("the answer does not end its line")?.to_owned();
            Ok(Answered { case, ok: Some(answer), error: None })
        }
        Some(1) => {
            let refused: Refused = serde_json::from_slice(&done.stderr).map_err(|error| error.to_string())?;
            Ok(Answered { case, ok: None, error: Some(refused) })
        }
        _ => Err(format!("{}: {}", done.status, String::from_utf8_lossy(&done.stderr))),
    }
}
