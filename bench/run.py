#!/usr/bin/env python3
"""Measures the command on large ledgers, beside a bare pass of the csv crate over the same file.

    python3 bench/run.py [ROWS ...]        default: 1000000 10000000

Builds what it needs, writes the ledgers below the target folder, runs each program five times in turn and prints a
table of medians: wall and CPU seconds, rows per second, peak memory. Nothing here is a test: a slow machine is slow.
"""
import json
import os
import platform
import statistics
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
RUNS = 5


def target() -> Path:
    text = subprocess.run(["cargo", "metadata", "--format-version=1", "--no-deps"], cwd=ROOT, check=True, capture_output=True)
    return Path(json.loads(text.stdout)["target_directory"])


def run(command: list[str]) -> tuple[float, float, int]:
    """Wall seconds, CPU seconds and peak kilobytes of one run in a process of its own."""
    started = time.monotonic()
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(child.pid, 0)
    wall = time.monotonic() - started
    if os.waitstatus_to_exitcode(status) not in (0, 1):
        sys.exit(f"{command[0]} failed")
    return wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss


def main() -> None:
    counts = [int(word) for word in sys.argv[1:]] or [1_000_000, 10_000_000]
    build = ["cargo", "build", "--release", "--quiet"]
    subprocess.run([*build, "--package", "emitrace-cli"], cwd=ROOT, check=True)
    subprocess.run([*build, "--package", "emitrace", "--example", "csv_pass"], cwd=ROOT, check=True)
    release = target() / "release"
    print(f"{platform.machine()}, {os.cpu_count()} processors, medians of {RUNS} runs in turn\n")
    print("| rows | program | wall s | CPU s | rows/s | peak MiB |\n|---|---|---|---|---|---|")
    for count in counts:
        ledger = target() / f"bench-{count}.csv"
        if not ledger.exists():
            with open(ledger, "wb") as out:
                subprocess.run(["cargo", "run", "--release", "--quiet", "-p", "xtask", "--", "ledger", str(count)], cwd=ROOT, check=True, stdout=out)
        choices = ["--profile", "ghg-protocol", "--gwp", "AR5", "--region", "VN", "--locale", "en-US", "--format", "json"]
        programs = {
            "csv crate, bare pass": [str(release / "examples" / "csv_pass"), str(ledger)],
            "emitrace inventory, eleven views": [str(release / "emitrace"), "inventory", str(ledger), *choices],
            "emitrace inventory, --by supplier,scope": [str(release / "emitrace"), "inventory", str(ledger), *choices, "--by", "supplier,scope"],
        }
        taken: dict[str, list[tuple[float, float, int]]] = {name: [] for name in programs}
        for _ in range(RUNS):
            for name, command in programs.items():
                taken[name].append(run(command))
        for name, results in taken.items():
            wall, cpu, peak = (statistics.median(column) for column in zip(*results))
            print(f"| {count:,} | {name} | {wall:.2f} | {cpu:.2f} | {count / wall:,.0f} | {peak / 1024:.0f} |", flush=True)


if __name__ == "__main__":
    main()
