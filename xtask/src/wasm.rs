//! The wasm and the npm package: compile, make the glue, shrink, assemble, pack.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use crate::Done;
use crate::process::{cargo, output, run, run_within};

/// The builds: every method, those of an inventory alone, and what checks seals. One glue serves the first two.
const BUILDS: [&str; 3] = ["emitrace", "inventory", "verifier"];
const TARGET: &str = "wasm32-unknown-unknown";
const PROFILE: &str = "wasm-release";
/// The engine in a browser never takes more memory than this.
const MAX_MEMORY: &str = "536870912";
const BINARYEN: &str = "binaryen@132";
const DEBIAN_PACKAGES: [&str; 3] = ["rustc-web", "cargo-web", "rust-web-src"];
const DEBIAN_CARGO: &str = "/usr/bin/cargo";
const DEBIAN_RUSTC: &str = "/usr/bin/rustc";

/// Builds everything below `build/npm`.
pub(crate) fn build(root: &Path) -> Done {
    build_all(root).map_err(|why| vec![why])
}

fn build_all(root: &Path) -> Result<String, String> {
    let work = root.join("build").join("wasm");
    renew(&work)?;
    for name in BUILDS {
        println!("wasm: the build `{name}`");
        let compiled = compile(root, name)?;
        let folder = work.join(name);
        renew(&folder)?;
        println!("wasm: making the JavaScript glue");
        run(cargo(root)
            .args(["run", "--quiet", "--package", "xtask", "--features", "bindgen", "--bin", "bindgen", "--"])
            .args([&compiled, &folder])
            .arg(glue_of(name)))?;
        shrink(root, &folder.join(format!("{}_bg.wasm", glue_of(name))))?;
    }
    let package = assemble(root, &work)?;
    run(Command::new("node")
        .arg(root.join("bindings-wasm").join("size.mjs"))
        .args(BUILDS.map(|name| package.join("wasm").join(format!("{name}_bg.wasm")))))?;
    let folder = root.join("build").join("npm");
    let packed = output(
        Command::new("npm").args(["pack", "--silent", "--pack-destination"]).arg(&folder).arg(&package),
    )?;
    Ok(format!("wasm: packed build/npm/{}", packed.trim()))
}

/// The crate of a build.
fn crate_of(build: &str) -> &'static str {
    if build == "verifier" { "emitrace-verifier" } else { "emitrace-wasm" }
}

/// What the files of a build's glue are called.
fn glue_of(build: &str) -> &'static str {
    if build == "verifier" { "verifier" } else { "emitrace" }
}

/// Compiles the wasm crate by the first way that works.
fn compile(root: &Path, build: &str) -> Result<PathBuf, String> {
    if std::env::var_os("EMITRACE_NO_RUSTUP").is_some_and(|value| value == "1") {
        println!("wasm: EMITRACE_NO_RUSTUP=1, so Debian's compiler builds the standard library");
        return compile_with_debian(root, build);
    }
    if target_is_installed(root) {
        println!("wasm: compiling with the installed target {TARGET}");
        return compile_with_rustup(root, build);
    }
    println!("wasm: asking rustup for the target {TARGET}, for at most 60 s");
    let asked = run_within(
        Command::new("rustup").args(["target", "add", TARGET]).current_dir(root),
        Duration::from_secs(60),
    );
    match asked {
        Ok(()) if target_is_installed(root) => {
            println!("wasm: compiling with the target that rustup brought");
            compile_with_rustup(root, build)
        }
        Ok(()) => {
            println!(
                "wasm: rustup's target is not the one of this compiler, so Debian's compiler builds the standard library"
            );
            compile_with_debian(root, build)
        }
        Err(why) => {
            println!("wasm: rustup could not ({why}), so Debian's compiler builds the standard library");
            compile_with_debian(root, build)
        }
    }
}

fn target_is_installed(root: &Path) -> bool {
    let asked = output(
        Command::new("rustc").args(["--print", "target-libdir", "--target", TARGET]).current_dir(root),
    );
    let Ok(folder) = asked else { return false };
    fs::read_dir(folder.trim()).is_ok_and(|entries| {
        entries.flatten().any(|entry| entry.file_name().to_string_lossy().starts_with("libcore-"))
    })
}

fn compile_with_rustup(root: &Path, build: &str) -> Result<PathBuf, String> {
    let folder = target_folder(root, "wasm-rustup", build);
    let mut command = cargo(root);
    run(common(&mut command, (root, build), &folder))?;
    Ok(artefact(&folder, build))
}

fn compile_with_debian(root: &Path, build: &str) -> Result<PathBuf, String> {
    let missing: Vec<&str> = DEBIAN_PACKAGES.into_iter().filter(|package| !debian_has(package)).collect();
    if !missing.is_empty() {
        println!("wasm: installing the Debian packages {}", missing.join(" "));
        install(&missing)?;
    }
    let folder = target_folder(root, "wasm-debian", build);
    let mut command = Command::new(DEBIAN_CARGO);
    command.current_dir(root);
    // What the calling cargo tells its children is about the other toolchain.
    for name in ["CARGO", "RUSTUP_TOOLCHAIN", "RUSTC_WRAPPER", "RUSTC_WORKSPACE_WRAPPER", "RUSTDOC"] {
        command.env_remove(name);
    }
    command
        .env("RUSTC", DEBIAN_RUSTC)
        .env("RUSTC_BOOTSTRAP", "1")
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", linker(root)?);
    run(common(&mut command, (root, build), &folder).arg("-Zbuild-std=std,panic_abort"))?;
    Ok(artefact(&folder, build))
}

/// What both ways have in common.
fn common<'a>(command: &'a mut Command, (root, build): (&Path, &str), folder: &Path) -> &'a mut Command {
    // No path of the machine that builds stays in the wasm.
    let mut flags = vec![
        format!("-Clink-arg=--max-memory={MAX_MEMORY}"),
        format!("--remap-path-prefix={}=emitrace", root.display()),
    ];
    let home = std::env::var_os("CARGO_HOME")
        .map(PathBuf::from)
        .or_else(|| std::env::var_os("HOME").map(|home| PathBuf::from(home).join(".cargo")));
    if let Some(home) = home {
        flags.push(format!("--remap-path-prefix={}=cargo", home.display()));
    }
    // A customer's phone loads the verifier: a compact hash, and no words for overflows that the lints of the core rule out.
    if build == "verifier" {
        flags.push("--cfg=sha2_backend=\"soft-compact\"".into());
        command.env("CARGO_PROFILE_WASM_RELEASE_OVERFLOW_CHECKS", "false");
    }
    command
        .env_remove("RUSTFLAGS")
        .env_remove("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS")
        .env("CARGO_ENCODED_RUSTFLAGS", flags.join("\u{1f}"))
        .args([
            "build",
            "--package",
            crate_of(build),
            "--target",
            TARGET,
            "--profile",
            PROFILE,
            "--target-dir",
        ])
        .arg(folder)
        .args((build == "inventory").then_some("--no-default-features"))
}

/// A target folder of its own: the two compilers, and builds with other flags, would throw away each other's work.
fn target_folder(root: &Path, name: &str, build: &str) -> PathBuf {
    let suffix = if build == "verifier" { "-verifier" } else { "" };
    std::env::var_os("CARGO_TARGET_DIR")
        .map_or_else(|| root.join("target"), |folder| root.join(folder))
        .join(format!("{name}{suffix}"))
}

fn artefact(folder: &Path, build: &str) -> PathBuf {
    let name = crate_of(build).replace('-', "_");
    folder.join(TARGET).join(PROFILE).join(format!("{name}.wasm"))
}

fn debian_has(package: &str) -> bool {
    Command::new("dpkg-query")
        .args(["--show", "--showformat=${db:Status-Status}", package])
        .stderr(std::process::Stdio::null())
        .output()
        .is_ok_and(|done| done.stdout == b"installed")
}

fn install(packages: &[&str]) -> Result<(), String> {
    let wanted = format!(
        "the standard library for {TARGET} is missing: run `rustup target add {TARGET}`, or on Debian as root `apt-get install {}`",
        packages.join(" ")
    );
    let apt = |arguments: &[&str]| {
        run(Command::new("apt-get")
            .args(arguments)
            .env("DEBIAN_FRONTEND", "noninteractive")
            .stdout(std::process::Stdio::null()))
    };
    let mut arguments = vec!["install", "--yes", "--no-install-recommends"];
    arguments.extend(packages);
    apt(&["update"]).and_then(|()| apt(&arguments)).map_err(|why| format!("{wanted} ({why})"))
}

/// The `rust-lld` that toolchains carry below their `lib/rustlib`.
fn linker(root: &Path) -> Result<PathBuf, String> {
    let mut sysroots = Vec::new();
    for rustc in ["rustc", DEBIAN_RUSTC] {
        let asked = output(Command::new(rustc).args(["--print", "sysroot"]).current_dir(root));
        sysroots.extend(asked.ok().map(|folder| PathBuf::from(folder.trim())));
    }
    for sysroot in sysroots {
        let hosts = fs::read_dir(sysroot.join("lib").join("rustlib"));
        for host in hosts.into_iter().flatten().flatten() {
            let found = host.path().join("bin").join("rust-lld");
            if found.is_file() {
                return Ok(found);
            }
        }
    }
    ["/usr/bin/wasm-ld", "/usr/bin/lld"]
        .map(PathBuf::from)
        .into_iter()
        .find(|file| file.is_file())
        .ok_or_else(|| {
            "the linker rust-lld is missing: every rustup toolchain carries it, or `apt-get install lld`"
                .to_owned()
        })
}

/// Shrinks the wasm in place.
fn shrink(root: &Path, wasm: &Path) -> Result<(), String> {
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
    println!("wasm: shrinking with wasm-opt");
    let small = wasm.with_extension("small");
    run(Command::new(&optimiser)
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

/// Puts the package together in `build/npm/emitrace`.
fn assemble(root: &Path, work: &Path) -> Result<PathBuf, String> {
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
    // No inventory asks the tables of the border adjustment, of tracing, or of suppliers.
    packs(&from, &package.join("packs.inventory.json"), |name| {
        !["eu-cbam-", "trace-", "supplier-"].iter().any(|others| name.starts_with(others))
    })?;
    copy(&root.join("emission-factors").join("LICENSES.md"), &package.join("PACK-LICENSES.md"))?;
    println!("wasm: {count} factor packs");
    Ok(package)
}

/// Writes all packs into one file, sorted by name: one request loads them, and bundlers can find it.
fn packs(from: &Path, to: &Path, wanted: impl Fn(&str) -> bool) -> Result<usize, String> {
    let mut names: Vec<OsString> = fs::read_dir(from)
        .map_err(|error| format!("{}: {error}", from.display()))?
        .flatten()
        .filter(|entry| entry.path().join("pack.toml").is_file())
        .map(|entry| entry.file_name())
        .filter(|name| wanted(&name.to_string_lossy()))
        .collect();
    names.sort();
    let read =
        |file: PathBuf| fs::read_to_string(&file).map_err(|error| format!("{}: {error}", file.display()));
    let mut list = Vec::new();
    for name in &names {
        list.push(serde_json::json!({
            "id": name.to_string_lossy(),
            "description": read(from.join(name).join("pack.toml"))?,
            "table": read(from.join(name).join("table.csv"))?,
        }));
    }
    let all = serde_json::json!({ "packs": list });
    fs::write(to, format!("{all}\n")).map_err(|error| format!("{}: {error}", to.display()))?;
    Ok(names.len())
}

fn renew(folder: &Path) -> Result<(), String> {
    if folder.exists() {
        fs::remove_dir_all(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    }
    fs::create_dir_all(folder).map_err(|error| format!("{}: {error}", folder.display()))
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
