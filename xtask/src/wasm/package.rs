//! The npm package, put together.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

use super::renew;

/// Kinds of packs that no inventory asks, beside those of the border adjustment.
const OF_OTHER_METHODS: [&str; 5] = ["crosswalk", "parameters", "requirements", "taxonomy", "trace-figures"];

/// Puts the package together in `build/npm/emitrace`.
pub(super) fn assemble(root: &Path, work: &Path) -> Result<PathBuf, String> {
    println!("wasm: assembling build/npm/emitrace");
    renew(&root.join("build").join("npm"))?;
    let package = root.join("build").join("npm").join("emitrace");
    let crate_folder = root.join("bindings-wasm");
    copy_all(&crate_folder.join("js"), &package)?;
    let (whole, small) = (work.join("emitrace"), work.join("inventory"));
    for name in ["emitrace.js", "emitrace.d.ts", "emitrace_bg.wasm"] {
        copy(&whole.join(name), &package.join("wasm").join(name))?;
    }
    let glue = |folder: &Path| {
        fs::read(folder.join("emitrace.js")).map_err(|error| format!("{}: {error}", folder.display()))
    };
    if glue(&whole)? != glue(&small)? {
        return Err("the two builds need different JavaScript glue, and the package carries one".into());
    }
    copy(&small.join("emitrace_bg.wasm"), &package.join("wasm").join("inventory_bg.wasm"))?;
    for name in ["verifier.js", "verifier_bg.wasm"] {
        copy(&work.join("verifier").join(name), &package.join("wasm").join(name))?;
    }
    copy(&crate_folder.join("README.md"), &package.join("README.md"))?;
    for name in ["LICENSE-APACHE", "LICENSE-MIT"] {
        if root.join(name).is_file() {
            copy(&root.join(name), &package.join(name))?;
        }
    }
    let description = package.join("package.json");
    let template = fs::read_to_string(&description).map_err(|error| error.to_string())?;
    let version = format!("\"version\": \"{}\"", env!("CARGO_PKG_VERSION"));
    fs::write(&description, template.replace("\"version\": \"0.0.0\"", &version))
        .map_err(|error| error.to_string())?;
    let from = root.join("emission-factors").join("packs");
    let count = packs(&from, &package.join("packs.json"), |_| true)?;
    let inventory = |kind: &str| !kind.starts_with("cbam-") && !OF_OTHER_METHODS.contains(&kind);
    packs(&from, &package.join("packs.inventory.json"), inventory)?;
    copy(&root.join("emission-factors").join("LICENSES.md"), &package.join("PACK-LICENSES.md"))?;
    println!("wasm: {count} factor packs");
    Ok(package)
}

/// Writes the packs of the wanted kinds into one file, sorted by name: one request loads them, and bundlers can find it.
fn packs(from: &Path, to: &Path, wanted: impl Fn(&str) -> bool) -> Result<usize, String> {
    let mut names: Vec<OsString> = fs::read_dir(from)
        .map_err(|error| format!("{}: {error}", from.display()))?
        .flatten()
        .filter(|entry| entry.path().join("pack.toml").is_file())
        .map(|entry| entry.file_name())
        .collect();
    names.sort();
    let read =
        |file: PathBuf| fs::read_to_string(&file).map_err(|error| format!("{}: {error}", file.display()));
    let mut list = Vec::new();
    for name in &names {
        let description = read(from.join(name).join("pack.toml"))?;
        let kind = description.lines().find_map(|line| line.strip_prefix("kind = \"")?.strip_suffix('"'));
        if wanted(kind.ok_or_else(|| format!("{}: pack.toml names no kind", name.display()))?) {
            list.push(serde_json::json!({
                "id": name.to_string_lossy(),
                "table": read(from.join(name).join("table.csv"))?,
                "description": description,
            }));
        }
    }
    let all = serde_json::json!({ "packs": list });
    fs::write(to, format!("{all}\n")).map_err(|error| format!("{}: {error}", to.display()))?;
    Ok(list.len())
}

fn copy_all(from: &Path, to: &Path) -> Result<(), String> {
    for entry in fs::read_dir(from).map_err(|error| format!("{}: {error}", from.display()))?.flatten() {
        let place = to.join(entry.file_name());
        if entry.path().is_dir() { copy_all(&entry.path(), &place)? } else { copy(&entry.path(), &place)? }
    }
    Ok(())
}

fn copy(from: &Path, to: &Path) -> Result<(), String> {
    let folder = to.parent().unwrap_or(to);
    fs::create_dir_all(folder)
        .and_then(|()| fs::copy(from, to))
        .map(|_| ())
        .map_err(|error| format!("{} to {}: {error}", from.display(), to.display()))
}
