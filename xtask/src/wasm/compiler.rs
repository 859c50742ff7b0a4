//! Compiling a crate for the browser, with whatever toolchain is there.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use crate::process::{cargo, output, run, run_within};

const TARGET: &str = "wasm32-unknown-unknown";
const PROFILE: &str = "wasm-release";
/// The engine in a browser never takes more memory than this.
const MAX_MEMORY: &str = "536870912";
const DEBIAN_PACKAGES: [&str; 3] = ["rustc-web", "cargo-web", "rust-web-src"];
const DEBIAN_CARGO: &str = "/usr/bin/cargo";
const DEBIAN_RUSTC: &str = "/usr/bin/rustc";

/// Who compiles the wasm crates.
#[derive(Clone, Copy)]
pub(super) enum Compiler {
    /// The installed toolchain, with rustup's standard library for the target.
    Rustup,
    /// Debian's, which builds the standard library itself.
    Debian,
}

impl Compiler {
    /// The first that works here.
    pub(super) fn find(root: &Path) -> Result<Compiler, String> {
        if std::env::var_os("EMITRACE_NO_RUSTUP").is_some_and(|value| value == "1") {
            println!("wasm: EMITRACE_NO_RUSTUP=1, so Debian's compiler builds the standard library");
            return Compiler::debian();
        }
        if target_is_installed(root) {
            println!("wasm: compiling with the installed target {TARGET}");
            return Ok(Compiler::Rustup);
        }
        println!("wasm: asking rustup for the target {TARGET}, for at most 60 s");
        let asked = run_within(
            Command::new("rustup").args(["target", "add", TARGET]).current_dir(root),
            Duration::from_secs(60),
        );
        match asked {
            Ok(()) if target_is_installed(root) => {
                println!("wasm: compiling with the target that rustup brought");
                Ok(Compiler::Rustup)
            }
            Ok(()) => {
                println!(
                    "wasm: rustup's target is not the one of this compiler, so Debian's compiler builds the standard library"
                );
                Compiler::debian()
            }
            Err(why) => {
                println!("wasm: rustup could not ({why}), so Debian's compiler builds the standard library");
                Compiler::debian()
            }
        }
    }

    /// Compiles the crate of a build.
    pub(super) fn compile(self, root: &Path, build: &str) -> Result<PathBuf, String> {
        match self {
            Compiler::Rustup => compile_with_rustup(root, build),
            Compiler::Debian => compile_with_debian(root, build),
        }
    }

    fn debian() -> Result<Compiler, String> {
        let missing: Vec<&str> = DEBIAN_PACKAGES.into_iter().filter(|package| !debian_has(package)).collect();
        if !missing.is_empty() {
            println!("wasm: installing the Debian packages {}", missing.join(" "));
            install(&missing)?;
        }
        Ok(Compiler::Debian)
    }
}

/// The crate of a build.
fn crate_of(build: &str) -> &'static str {
    if build == "verifier" { "emitrace-verifier" } else { "emitrace-wasm" }
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
    // Here, not in clippy: no other stage compiles the core without its packs and methods. Debian's compiler has other warnings.
    run(common(&mut command, (root, build), &folder, &["-Dwarnings"]))?;
    Ok(artefact(&folder, build))
}

fn compile_with_debian(root: &Path, build: &str) -> Result<PathBuf, String> {
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
    run(common(&mut command, (root, build), &folder, &[]).arg("-Zbuild-std=std,panic_abort"))?;
    Ok(artefact(&folder, build))
}

/// What both ways have in common.
fn common<'a>(
    command: &'a mut Command,
    (root, build): (&Path, &str),
    folder: &Path,
    strictness: &[&str],
) -> &'a mut Command {
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
    flags.extend(strictness.iter().map(|flag| (*flag).to_owned()));
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

/// A target folder of its own: the two compilers, and builds with other flags, would throw away each other's work, and
/// builds side by side would wait for each other.
fn target_folder(root: &Path, name: &str, build: &str) -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR")
        .map_or_else(|| root.join("target"), |folder| root.join(folder))
        .join(format!("{name}-{build}"))
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
