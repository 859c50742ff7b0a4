//! The wasm and the npm package: compile, make the glue, shrink, assemble, pack.

mod compiler;
mod package;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use compiler::Compiler;

use crate::Done;
use crate::process::{cargo, output, run};

/// The builds: every method, those of an inventory alone, and what checks seals. One glue serves the first two.
const BUILDS: [&str; 3] = ["emitrace", "inventory", "verifier"];
const BINARYEN: &str = "binaryen@132";

/// Builds everything below `build/npm`.
pub(crate) fn build(root: &Path) -> Done {
    build_all(root).map_err(|why| vec![why])
}

fn build_all(root: &Path) -> Result<String, String> {
    let work = root.join("build").join("wasm");
    renew(&work)?;
    let compiler = Compiler::find(root)?;
    let optimiser = optimiser(root)?;
    let make = |name: &str| make(root, (compiler, &optimiser), &work.join(name), name);
    // Side by side: the core is one unit of code in each, and occupies one processor.
    std::thread::scope(|scope| {
        let whole = scope.spawn(|| make("emitrace"));
        let others = make("inventory").and_then(|()| make("verifier"));
        whole.join().map_err(|_panic| "the build `emitrace` did not end".to_owned())?.and(others)
    })?;
    let package = package::assemble(root, &work)?;
    run(Command::new("node")
        .arg(root.join("bindings-wasm").join("size.mjs"))
        .args(BUILDS.map(|name| package.join("wasm").join(format!("{name}_bg.wasm")))))?;
    let folder = root.join("build").join("npm");
    let packed = output(
        Command::new("npm").args(["pack", "--silent", "--pack-destination"]).arg(&folder).arg(&package),
    )?;
    Ok(format!("wasm: packed build/npm/{}", packed.trim()))
}

/// One build: its wasm, its glue, shrunk, in `folder`.
fn make(
    root: &Path,
    (compiler, optimiser): (Compiler, &Path),
    folder: &Path,
    name: &str,
) -> Result<(), String> {
    println!("wasm: compiling the build `{name}`");
    let compiled = compiler.compile(root, name)?;
    renew(folder)?;
    println!("wasm: making the JavaScript glue of `{name}`");
    run(cargo(root)
        .args(["run", "--quiet", "--package", "emitrace-glue", "--"])
        .args([&compiled, folder])
        .arg(glue_of(name)))?;
    println!("wasm: shrinking `{name}` with wasm-opt");
    shrink(optimiser, &folder.join(format!("{}_bg.wasm", glue_of(name))))
}

/// What the files of a build's glue are called.
fn glue_of(build: &str) -> &'static str {
    if build == "verifier" { "verifier" } else { "emitrace" }
}

/// Where wasm-opt is; brings it if it is not there.
fn optimiser(root: &Path) -> Result<PathBuf, String> {
    let tools = root.join("build").join("tools");
    let optimiser = tools.join("node_modules").join(".bin").join("wasm-opt");
    if !optimiser.is_file() {
        println!("wasm: installing {BINARYEN} from npm into build/tools");
        fs::create_dir_all(&tools).map_err(|error| error.to_string())?;
        let list = tools.join("package.json");
        if !list.exists() {
            // Without a list npm takes away what it did not install itself.
            fs::write(&list, "{ \"private\": true }\n").map_err(|error| error.to_string())?;
        }
        run(Command::new("npm")
            .args(["install", "--silent", "--no-audit", "--no-fund", "--no-package-lock", "--prefix"])
            .arg(&tools)
            .arg(BINARYEN))?;
    }
    Ok(optimiser)
}

/// Shrinks the wasm in place.
fn shrink(optimiser: &Path, wasm: &Path) -> Result<(), String> {
    let small = wasm.with_extension("small");
    run(Command::new(optimiser)
        // Worth its minutes for the one build that has to stay below a size.
        .args(wasm.ends_with("verifier_bg.wasm").then_some("--converge"))
        .args([
            "-Oz",
            "--enable-bulk-memory",
            "--enable-nontrapping-float-to-int",
            "--enable-sign-ext",
            "--enable-mutable-globals",
            "--enable-reference-types",
            "--enable-multivalue",
            "--output",
        ])
        .args([small.as_path(), wasm]))?;
    fs::rename(&small, wasm).map_err(|error| format!("{}: {error}", wasm.display()))
}

fn renew(folder: &Path) -> Result<(), String> {
    if folder.exists() {
        fs::remove_dir_all(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    }
    fs::create_dir_all(folder).map_err(|error| format!("{}: {error}", folder.display()))
}
