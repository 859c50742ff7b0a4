#!/usr/bin/env python3
"""Supply graphs: embedded emissions of all processes, emitrace beside solvers in floats.

    python3 bench/supply.py [--runs N] [--small]        default: five runs in turn, up to 1,000,000 processes

Builds and generates first (`cargo xtask supply`). Ours is measured by `cargo xtask supply-measure`: CPU seconds of planning
(order, amounts, bounds), of the first evaluation and of a further one, reading apart. Peers come from PyPI into a virtual
environment below the target folder and get arrays in memory; one that cannot be installed is left out. A peer that needs more than
TIMEOUT seconds is told as such. Nothing here is a test: a slow machine is slow.
"""
import json
import os
import platform
import re
import statistics
import subprocess
import sys
from pathlib import Path

from race import ROOT, target

TIMEOUT = 120
MANY = 100
PEERS = {"power-series": "SciPy, power series to 1e-12", "bicgstab": "SciPy, BiCGSTAB to 1e-12", "klu": "SuiteSparse KLU with build", "splu": "SciPy, SuperLU natural order"}
GRAPHS = [("10,000", "10000", False), ("10,000 in a giant loop", "10000", True), ("100,000", "100000", False), ("1,000,000", "1000000", False)]


def environment(folder: Path) -> Path:
    python = folder / "bin" / "python"
    if not python.exists():
        subprocess.run([sys.executable, "-m", "venv", str(folder)], check=True)
        for package in ("numpy", "scipy", "kvxopt"):
            subprocess.run([str(python), "-m", "pip", "install", "--quiet", package], check=False)
    return python


def ours(xtask: Path, folder: Path, runs: int) -> tuple[dict[str, float], str]:
    text = subprocess.run([str(xtask), "supply-measure", str(folder), str(runs)], check=True, capture_output=True, text=True, cwd=ROOT).stdout
    # CPU time is counted in steps: what is quicker shows in the mean of many runs only.
    which = "mean" if runs >= MANY else "median"
    found = re.findall(rf"^(\S[a-z ]*?) +best .* {which} ([0-9.]+) s", text, re.M)
    return {name.strip(): float(value) for name, value in found}, text


def peer(python: Path, name: str, folder: Path) -> dict[str, float] | None:
    try:
        done = subprocess.run([str(python), str(ROOT / "bench" / "supply_peers.py"), name, str(folder)], capture_output=True, text=True, timeout=TIMEOUT)
    except subprocess.TimeoutExpired:
        return None
    return json.loads(done.stdout) if done.returncode == 0 else {}


def main() -> None:
    words = sys.argv[1:]
    runs = int(words[words.index("--runs") + 1]) if "--runs" in words else 5
    release = target() / "release"
    subprocess.run(["cargo", "build", "--release", "--quiet", "--package", "emitrace-cli", "--package", "xtask"], cwd=ROOT, check=True)
    python = environment(target() / "supply" / "venv")
    print(f"{platform.machine()}, {os.cpu_count()} processors; medians of {runs} runs in turn\n")
    print("| processes | program | CPU s | times ours | peak MiB | largest relative gap |\n|---|---|---|---|---|---|")
    for title, count, giant in GRAPHS[: 3 if "--small" in words else 4]:
        folder = target() / "supply" / (count + ("-giant" if giant else ""))
        if not (folder / "flows.csv").exists():
            subprocess.run([str(release / "xtask"), "supply", count, str(folder), *(["giant"] if giant else [])], check=True, cwd=ROOT)
        solve = [str(release / "emitrace"), "supply", "solve", "processes.csv", "flows.csv", "--out", "figures.csv"]
        subprocess.run(solve, check=True, cwd=folder, capture_output=True)
        medians, text = ours(release / "xtask", folder, MANY if count == "10000" else runs)
        peak = int(re.search(r"memory (\d+) kB", text).group(1)) / 1024
        first = medians["plan"] + medians["evaluate"]
        print(f"| {title} | emitrace, first solve with bounds | {first:.4f} | 1 | {peak:.0f} with reading | within the bound |")
        print(f"| {title} | emitrace, a further column | {medians['evaluate again']:.4f} | {medians['evaluate again'] / first:.2f} | | |")
        for name, label in PEERS.items():
            results = []
            for _ in range(runs):
                result = peer(python, name, folder)
                results.append(result)
                if not result:
                    break
            if results[-1] is None:
                print(f"| {title} | {label} | over {TIMEOUT} s with reading | | | |")
            elif results[-1]:
                cpu, peak, gap = (statistics.median(result[key] for result in results) for key in ("cpu", "peak", "largest_gap"))
                print(f"| {title} | {label} | {cpu:.4f} | {cpu / first:.1f} | {peak / 1024:.0f} | {gap:.0e} |")
        print(f"| {title} | reading both tables | {medians['read']:.4f} | | | |", flush=True)


if __name__ == "__main__":
    main()
