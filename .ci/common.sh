# What ./try and ./check share. Sourced, not run.

say() { printf '== %s\n' "$*"; }

fail() {
  printf 'error: %s\n' "$*" >&2
  exit 1
}

# Where Rust puts what it builds.
target_dir() { printf '%s\n' "${CARGO_TARGET_DIR:-target}"; }

need_cargo() {
  command -v cargo >/dev/null 2>&1 || fail "cargo is missing: install Rust with rustup, see https://rustup.rs"
  command -v cc >/dev/null 2>&1 || command -v gcc >/dev/null 2>&1 || command -v clang >/dev/null 2>&1 ||
    fail "a C linker (cc) is missing: install one, on Debian with \`apt-get install gcc\`"
}

# need_component clippy rustfmt ...
need_component() {
  local name
  for name in "$@"; do
    local command=$name
    [ "$name" = rustfmt ] && command=fmt
    cargo "$command" --version >/dev/null 2>&1 && continue
    say "installing the Rust component $name"
    rustup component add "$name" ||
      fail "the Rust component $name is missing: install it with \`rustup component add $name\`"
  done
}

# Sets PYTHON to an interpreter of version 3.11 or later that can make virtual environments.
need_python() {
  local name
  for name in python3 python3.11 python3.12 python3.13 python3.14 python; do
    if "$name" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then
      PYTHON=$name
      return
    fi
  done
  fail "Python 3.11 or later with venv is missing: install it, on Debian with \`apt-get install python3 python3-venv\`"
}

need_node() {
  command -v node >/dev/null 2>&1 || fail "Node 20 or later is missing: install it, see https://nodejs.org"
  node -e 'process.exit(process.versions.node.split(".")[0] >= 20 ? 0 : 1)' ||
    fail "Node $(node --version) is too old: install Node 20 or later, see https://nodejs.org"
  command -v npm >/dev/null 2>&1 || fail "npm is missing: install it, it comes with Node from https://nodejs.org"
}

# Sets EMITRACE_CHROMIUM to a browser, and installs one where that is possible.
need_chromium() {
  local name
  if [ -z "${EMITRACE_CHROMIUM:-}" ]; then
    for name in chromium chromium-browser google-chrome google-chrome-stable; do
      EMITRACE_CHROMIUM=$(command -v "$name" || true)
      [ -n "$EMITRACE_CHROMIUM" ] && break
    done
  fi
  if [ -z "$EMITRACE_CHROMIUM" ]; then
    local root=()
    if [ "$(id -u)" -ne 0 ]; then
      root=(sudo -n)
      sudo -n true >/dev/null 2>&1 || root=(false)
    fi
    if ! command -v apt-get >/dev/null 2>&1 || [ "${root[*]:-}" = false ]; then
      fail "chromium is missing: install it (on Debian, as root: \`apt-get install chromium\`) or name one in EMITRACE_CHROMIUM"
    fi
    say "installing chromium and fonts-noto-core with apt-get"
    ${root[@]+"${root[@]}"} apt-get update >/dev/null || fail "chromium is missing and apt-get cannot fetch its lists"
    ${root[@]+"${root[@]}"} env DEBIAN_FRONTEND=noninteractive \
      apt-get install --yes --no-install-recommends chromium fonts-noto-core >/dev/null ||
      fail "chromium is missing and apt-get cannot install it: name one in EMITRACE_CHROMIUM"
    EMITRACE_CHROMIUM=$(command -v chromium) || fail "chromium was installed but is not found: name it in EMITRACE_CHROMIUM"
  fi
  export EMITRACE_CHROMIUM
}
