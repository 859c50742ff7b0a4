#!/usr/bin/env python3
"""An importer at scale: CPU seconds and memory of `emitrace cbam declare`.

    python3 bench/imports.py [ROWS] [INSTALLATIONS] [--runs N]        default: 1,000,000 rows, 50,000 installations, three runs

Generates the ledger and the data of the installations (deterministic, no clock), builds the command, and runs it with actual data
else default values. Nothing here is a test: a slow machine is slow.
"""
import json
import os
import platform
import resource
import statistics
import subprocess
import sys
import time
from datetime import date, timedelta
from pathlib import Path

from race import ROOT, target

# CN code, route of its benchmark, direct emissions in t CO2e/t. Routes: letters of the benchmarks' act.
GOODS = [
    ("7207 11 11", "C", "1.98"),
    ("7213 91 10", "E", "0.61"),
    ("7318 15 95", "C", "2.11"),
    ("7306 30 77", "C", "2.34"),
    ("7604 21 00", "K", "1.72"),
    ("7608 20 20", "L", "0.94"),
    ("2523 29 00", "", "0.74"),
    ("2814 10 00", "", "1.93"),
]
COUNTRIES = ["VN", "TR", "IN", "CN", "KR", "UA", "TH", "ID"]
ENGLISH = ["Date of import", "CN code", "Country of origin", "Net mass", "Unit", "Installation", "Customs declaration"]


class Draw:
    """Numbers that look random and are always the same."""

    def __init__(self) -> None:
        self.state = 20260101

    def below(self, count: int) -> int:
        self.state = (self.state * 6364136223846793005 + 1442695040888963407) % (1 << 64)
        return (self.state >> 33) % count


def generate(folder: Path, rows: int, installations: int) -> tuple[Path, Path]:
    ledger, said = folder / f"imports-{rows}-{installations}.csv", folder / f"installations-{installations}.json"
    if ledger.exists() and said.exists():
        return ledger, said
    folder.mkdir(parents=True, exist_ok=True)
    draw = Draw()
    plants = []
    for at in range(installations):
        goods = sorted({draw.below(len(GOODS)) for _ in range(1 + draw.below(3))})
        plants.append((f"Plant {at:05}", COUNTRIES[draw.below(len(COUNTRIES))], goods))
    entries = [
        {"installation": name, "cn_code": GOODS[good][0], "year": "2026", "per": "t", "route": GOODS[good][1], "verified": True,
         "see_direct_t_co2e": GOODS[good][2] + f"{draw.below(1000):03}"}
        for name, _, goods in plants for good in goods
    ]
    said.write_text(json.dumps(entries), encoding="utf-8")
    first = date(2026, 1, 1)
    with ledger.open("w", encoding="utf-8") as out:
        out.write(",".join(ENGLISH) + "\n")
        for at in range(rows):
            # Every plant delivers; one row in twenty is of a trader whose plant is not known.
            name, country, goods = plants[at % installations]
            if draw.below(20) == 0:
                name = ""
            good = GOODS[goods[draw.below(len(goods))]][0]
            day = first + timedelta(days=draw.below(365))
            mass, kilograms = 1 + draw.below(400_000), draw.below(4) == 0
            quantity = f"{mass // 10}.{mass % 10}" if kilograms else f"{mass // 10_000}.{mass % 10_000:04}"
            out.write(f"{day},{good},{country},{quantity},{'kg' if kilograms else 't'},{name},26IT{at:07}\n")
    return ledger, said


def run(program: Path, ledger: Path, said: Path | None) -> tuple[float, float, int, dict]:
    words = [str(program), "cbam", "declare", str(ledger), "--year", "2026", "--locale", "en-US", "--format", "json"]
    words += ["--data", "actual-else-default", "--installations", str(said)] if said else ["--data", "default"]
    started, child = time.monotonic(), subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, cwd=ROOT)
    assert child.stdout
    answer = json.load(child.stdout)
    _, _, used = os.wait4(child.pid, 0)
    return used.ru_utime + used.ru_stime, time.monotonic() - started, used.ru_maxrss // 1024, answer


def main() -> None:
    words = sys.argv[1:]
    runs = int(words[words.index("--runs") + 1]) if "--runs" in words else 3
    counts = [int(word) for word in words if word.isdigit() and words[words.index(word) - 1] != "--runs"]
    rows, installations = (counts + [1_000_000, 50_000][len(counts):])[:2]
    subprocess.run(["cargo", "build", "--release", "--quiet", "--package", "emitrace-cli"], cwd=ROOT, check=True)
    ledger, said = generate(target() / "imports", rows, installations)
    print(f"{platform.machine()}, {os.cpu_count()} processors; {rows:,} rows, {installations:,} installations; medians of {runs} runs\n")
    print("| data | lines | CPU s | wall s | peak MiB | certificates |\n|---|---|---|---|---|---|")
    for name, data in [("default values", None), ("actual else default", said)]:
        results = [run(target() / "release" / "emitrace", ledger, data) for _ in range(runs)]
        answer = results[0][3]["declaration"]
        cpu, wall, memory = (statistics.median(result[at] for result in results) for at in range(3))
        print(f"| {name} | {len(answer['goods']):,} | {cpu:.2f} | {wall:.2f} | {memory:.0f} | {answer['total']['certificates']} |")
        print({kind: results[0][3]["coverage"][kind] for kind in ("rows", "counted", "excluded", "findings")}, file=sys.stderr)


if __name__ == "__main__":
    main()
