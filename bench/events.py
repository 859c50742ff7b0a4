#!/usr/bin/env python3
"""EPCIS events followed from lot to lot, emitrace beside programs that link what went in to what came out.

    python3 bench/events.py [--runs N] [--events N]        default: three runs in turn, 1,000,000 events

Builds and writes the events first (`cargo xtask events`). Ours is measured by `cargo xtask events-measure`: CPU seconds of reading the
file and of following it (every event checked, identified and ordered; stock, containers, shipments and runs booked; both
directions indexed), then of one question back and one forward. Peers come from PyPI into a virtual environment below the target
folder; one that cannot be installed is left out. They read the same file and link the inputs of each transformation to its
outputs, no more. Nothing here is a test: a slow machine is slow.
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

PEERS = {"rustworkx": "orjson and rustworkx", "duckdb": "DuckDB, recursive SQL"}


def environment(folder: Path) -> Path:
    python = folder / "bin" / "python"
    if not python.exists():
        subprocess.run([sys.executable, "-m", "venv", str(folder)], check=True)
        for package in ("duckdb", "orjson", "rustworkx"):
            subprocess.run([str(python), "-m", "pip", "install", "--quiet", package], check=False)
    return python


def ours(xtask: Path, file: Path, back: str, forward: str) -> tuple[dict[str, float], str]:
    words = [str(xtask), "events-measure", str(file), back, forward, "1"]
    text = subprocess.run(words, check=True, capture_output=True, text=True, cwd=ROOT).stdout
    return {name: float(value) for name, value in re.findall(r"^(\w+) +best .* median ([0-9.]+) s", text, re.M)}, text


def peer(python: Path, name: str, file: Path, back: str, forward: str) -> dict[str, float]:
    words = [str(python), str(ROOT / "bench" / "events_peers.py"), name, str(file), back, forward]
    done = subprocess.run(words, capture_output=True, text=True)
    return json.loads(done.stdout) if done.returncode == 0 else {}


def main() -> None:
    words = sys.argv[1:]
    number = lambda name, usual: int(words[words.index(name) + 1]) if name in words else usual
    runs, count = number("--runs", 3), number("--events", 1_000_000)
    subprocess.run(["cargo", "build", "--release", "--quiet", "--package", "xtask"], cwd=ROOT, check=True)
    xtask, file = target() / "release" / "xtask", target() / "events" / f"{count}.ndjson"
    said = file.with_suffix(".txt")
    if not said.exists():
        told = subprocess.run([str(xtask), "events", str(count), str(file)], check=True, cwd=ROOT, capture_output=True, text=True).stdout
        said.write_text(told)
    told = said.read_text().strip()
    events = int(told.split(" ", 1)[0])
    back, forward = re.search(r"ask back (\S+) and forward (\S+)", told).groups()
    python = environment(target() / "events" / "venv")
    print(f"{platform.machine()}, {os.cpu_count()} processors; medians of {runs} runs in turn; {told}\n")
    mine, others, text = [], {name: [] for name in PEERS}, ""
    for _ in range(runs):
        one, text = ours(xtask, file, back, forward)
        mine.append(one)
        for name in PEERS:
            others[name].append(peer(python, name, file, back, forward))
    middle = lambda list, key: statistics.median(one[key] for one in list)
    first = {"load": middle(mine, "read") + middle(mine, "follow"), "back": middle(mine, "back"), "forward": middle(mine, "forward")}
    print("| program | read and link, CPU s | times ours | back, ms | times ours | forward, ms | times ours | peak MiB |\n|---|---|---|---|---|---|---|---|")
    peak = int(re.search(r"memory (\d+) kB", text).group(1)) / 1024
    print(f"| emitrace | {first['load']:.2f} | 1 | {1000 * first['back']:.2f} | 1 | {1000 * first['forward']:.2f} | 1 | {peak:.0f} |")
    for name, label in PEERS.items():
        if all(others[name]):
            own = {key: middle(others[name], key) for key in ("load", "back", "forward", "peak_mib")}
            cells = [f"{own['load']:.2f} | {own['load'] / first['load']:.2f}"]
            cells += [f"{1000 * own[key]:.2f} | {own[key] / first[key]:.1f}" for key in ("back", "forward")]
            print(f"| {label} | {' | '.join(cells)} | {own['peak_mib']:.0f} |")
    print(f"\nemitrace: {events / first['load']:,.0f} events a CPU second, {peak * 2**20 / events:.0f} bytes an event with the text. {text.splitlines()[0]}")


main()
