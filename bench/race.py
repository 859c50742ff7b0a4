#!/usr/bin/env python3
"""The race: one job, emitrace beside DuckDB and Polars in floats and in their decimals.

    python3 bench/race.py [ROWS ...] [--runs N] [--check]        default: 1000000 10000000, five runs

The job: read a ledger, convert units, take the factor of the row's activity that is valid on its date at its place
(else the world's), multiply for each gas, add up CO2, CH4 and N2O by supplier, scope and category, write the groups,
count what has no factor. The peers get help that a user would not have: the schema, the factors expanded to every
place beforehand, the periods known. They come from PyPI into a virtual environment below the target folder.

Everything is built and generated first (`cargo xtask race`). Programs run in turn; the table shows medians of CPU
seconds (user and system), wall seconds and peak memory. CPU seconds are what to compare on a machine that others use,
too. `--check` compares the groups of emitrace with sums in whole numbers that do not round: each may differ by half of
10^-12 kg for each line, and by no more. Nothing here is a test: a slow machine is slow.
"""
import csv
import json
import os
import platform
import statistics
import subprocess
import sys
import time
from fractions import Fraction
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PEERS = ["duckdb", "polars"]
ACCOUNTS = {"1": "scope_1", "2": "scope_2_location", "3": "scope_3"}


def target() -> Path:
    text = subprocess.run(["cargo", "metadata", "--format-version=1", "--no-deps"], cwd=ROOT, check=True, capture_output=True)
    return Path(json.loads(text.stdout)["target_directory"])


def run(command: list[str], out: Path) -> tuple[float, float, int]:
    """CPU seconds, wall seconds and peak kilobytes of one run in a process of its own."""
    started = time.monotonic()
    with open(out, "wb") as file, open(os.devnull, "wb") as nothing:
        child = subprocess.Popen(command, stdout=file, stderr=nothing)
        _, status, usage = os.wait4(child.pid, 0)
    wall = time.monotonic() - started
    # 1: some rows are not in the result, as it should be.
    if os.waitstatus_to_exitcode(status) not in (0, 1):
        sys.exit(f"failed: {' '.join(command)}")
    return usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss


def virtual_environment(folder: Path) -> Path:
    python = folder / "bin" / "python"
    if not python.exists():
        subprocess.run([sys.executable, "-m", "venv", str(folder)], check=True)
        subprocess.run([str(python), "-m", "pip", "install", "--quiet", *PEERS], check=True)
    return python


def check(folder: Path, answer: Path) -> str:
    """Compares every group with exact sums; the factors and units are the same files that the peers read."""
    units = {row["unit"]: Fraction(row["to_canonical"]) for row in csv.DictReader(open(folder / "units.csv"))}
    factors: dict[tuple[str, str], list] = {}
    for row in csv.DictReader(open(folder / "factors.csv")):
        gases = tuple(int(Fraction(row[gas]) * 10**10) for gas in ("co2", "ch4", "n2o"))
        factors.setdefault((row["factor_key"], row["region"]), []).append(
            (row["valid_from"], row["valid_to"], row["scope"], row["category"], gases)
        )
    # Units have at most nine decimals, quantities at most four: everything is a whole number of 10^-23 kg.
    sizes = {unit: int(size * 10**9) for unit, size in units.items()}
    sums: dict[tuple, list[int]] = {}
    unmatched = 0
    with open(folder / "ledger.csv", newline="") as file:
        rows = csv.reader(file)
        next(rows)
        for _, supplier, _, date, key, quantity, unit, place, _, _ in rows:
            hit = None
            for one in factors.get((key, place)) or factors.get((key, "001")) or ():
                if one[0] <= date <= one[1]:
                    hit = one
            if hit is None:
                unmatched += 1
                continue
            whole, _, part = quantity.partition(".")
            amount = int(whole + part.ljust(4, "0")) * sizes[unit]
            group = sums.setdefault((supplier, hit[2], hit[3]), [0, 0, 0, 0])
            group[0] += 1
            for at, factor in enumerate(hit[4]):
                group[at + 1] += amount * factor
    inventory = json.load(open(answer))["inventory"]
    cells = {tuple(cell["key"]): cell["figures"] for cell in inventory["views"][0]["cells"]}
    if set(cells) != set(sums) or inventory["coverage"]["excluded"] != unmatched:
        sys.exit(f"other groups: {len(cells)} and {len(sums)}, excluded {inventory['coverage']['excluded']} and {unmatched}")
    for key, (lines, *exact) in sums.items():
        got = {gas["gas"]: Fraction(gas["kg"]) for gas in cells[key]["gases"] if gas["account"] == ACCOUNTS[key[1]]}
        for gas, want in zip(("CO2", "CH4", "N2O"), exact):
            if abs(got[gas] - Fraction(want, 10**23)) > Fraction(lines, 2 * 10**12):
                sys.exit(f"{key} {gas}: {got[gas]} and {want}")
    return f"{len(sums):,} groups are within their lines × 0.5 × 10^-12 kg of the exact sums"


def main() -> None:
    words = sys.argv[1:]
    runs = int(words[words.index("--runs") + 1]) if "--runs" in words else 5
    counts = [int(word) for at, word in enumerate(words) if word.isdigit() and (at == 0 or words[at - 1] != "--runs")]
    release = target() / "release"
    build = ["cargo", "build", "--release", "--quiet"]
    subprocess.run([*build, "--package", "emitrace-cli", "--package", "xtask"], cwd=ROOT, check=True)
    subprocess.run([*build, "--package", "emitrace", "--example", "csv_pass"], cwd=ROOT, check=True)
    python = virtual_environment(target() / "race" / "venv")
    versions = subprocess.run(
        [str(python), "-c", "import duckdb, polars; print('DuckDB', duckdb.__version__ + ',', 'Polars', polars.__version__)"],
        check=True, capture_output=True, text=True,
    ).stdout.strip()
    rustc = subprocess.run(["rustc", "--version"], check=True, capture_output=True, text=True).stdout.split()[1]
    print(f"{platform.machine()}, {os.cpu_count()} processors; {versions}, rustc {rustc}; medians of {runs} runs in turn\n")
    for count in counts or [1_000_000, 10_000_000]:
        folder = target() / "race" / str(count)
        if not (folder / "ledger.csv").exists():
            subprocess.run([str(release / "xtask"), "race", str(count), str(folder)], cwd=ROOT, check=True)
        ledger, rows, masses = (str(folder / name) for name in ("ledger.csv", "rows.csv", "masses.csv"))
        choices = ["--factors", str(folder / "race.pack"), "--profile", "ghg-protocol", "--gwp", "AR6", "--locale", "en-US"]
        choices += ["--by", "supplier,scope,category", "--format", "json", "--findings", "0"]
        emitrace = [str(release / "emitrace"), "inventory", ledger, *choices]
        peer = lambda name, *rest: [str(python), str(ROOT / "bench" / f"race_{name}.py"), str(folder), *rest]
        programs = {
            "csv crate, bare pass": [str(release / "examples" / "csv_pass"), ledger],
            "emitrace, 1 thread": [*emitrace, "--threads", "1"],
            "emitrace, 2 threads": [*emitrace, "--threads", "2"],
            "Polars, float, streaming": peer("polars", "float"),
            "DuckDB, float": peer("duckdb", "float"),
            "Polars, decimal": peer("polars", "decimal"),
            "DuckDB, decimal": peer("duckdb", "decimal"),
            "emitrace, every line written": [*emitrace, "--rows", rows],
            "emitrace, every mass written": [*emitrace, "--lines", masses],
            "Polars, float, every line written": peer("polars", "lines"),
            "DuckDB, float, every line written": peer("duckdb", "lines"),
        }
        taken: dict[str, list[tuple[float, float, int]]] = {name: [] for name in programs}
        for _ in range(runs):
            for at, (name, command) in enumerate(programs.items()):
                taken[name].append(run(command, folder / f"out-{at}"))
        medians = {name: [statistics.median(column) for column in zip(*results)] for name, results in taken.items()}
        own = medians["emitrace, 2 threads"]
        own_lines = medians["emitrace, every line written"]
        print("| rows | program | CPU s | wall s | peak MiB | CPU against emitrace | wall against emitrace |\n|---|---|---|---|---|---|---|")
        for name, (cpu, wall, peak) in medians.items():
            base = own_lines if "every" in name else own
            print(f"| {count:,} | {name} | {cpu:.2f} | {wall:.2f} | {peak / 1024:.0f} | {cpu / base[0]:.1f} | {wall / base[1]:.1f} |")
        print()
        if "--check" in words:
            print(check(folder, folder / "out-2"), "\n", flush=True)


if __name__ == "__main__":
    main()
