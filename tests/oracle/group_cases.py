#!/usr/bin/env python3
"""Writes the cases of the example `group-vn`: Vietnamese headers, calculation methods, an organisation.

`--check` says whether the cases still hold the files of `examples/group-vn`. What the rows give is written down here once more,
as quantity, factors of the method and gases; the expected figures are those of the oracle.
"""

import json
import pathlib
import sys

import oracle

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
EXAMPLE = ROOT / "examples" / "group-vn"
METHANE = ["0.6", "0.67"]
BLEND = {"CH4": "0.00105", "N2O": "0.0001"}

# Site, account, quantity, what the method multiplies, kilograms of gas for one.
PLANT = [
    ("scope_1", "12.5", [], {"HFC-134a": "1"}),
    ("scope_1", "20", [], {"HFC-134a": "1"}),
    ("scope_1", "6", ["-1"], {"HFC-134a": "1"}),
    ("scope_1", "8.5", ["-1"], {"HFC-134a": "1"}),
    ("scope_1", "5000", METHANE + ["0.02"], {"CH4-non-fossil": "1"}),
    ("scope_1", "5000", METHANE + ["0.98", "44/16"], {"CO2-biogenic": "1"}),
    ("scope_1", "400000", ["0.95", "1", "0.43971"], {"CO2": "1"}),
    ("scope_1", "8200", ["0.95"], {"CO2": "2.18"}),
    ("scope_1", "8200", ["0.05"], {"CO2-biogenic": "2.18"}),
    ("scope_1", "8200", [], BLEND),
    ("scope_3", "120", ["175"], {"CO2e (AR5)": "0.108"}),
    ("scope_3", "120", ["800"], {"CO2e (AR5)": "0.0161"}),
    ("scope_3", "2000", ["3000", "0.15"], {"CO2": "0.66"}),
]
OFFICE = [
    ("scope_3", "85", ["7.5", "2", "235", "1/1.2"], {"CO2": "0.055"}),
    ("scope_3", "30", ["48", "2.4"], {"CO2": "0.66"}),
    ("scope_3", "550000000", ["1/1.1", "1/25000", "100/119.5062"], {"CO2e (AR5)": "0.12"}),
    ("scope_3", "120000", ["450/1800"], {"CO2": "0.66"}),
    ("scope_3", "5000000", ["2000000000/50000000000"], {"CO2e (AR5)": "1"}),
]
APPROACHES = {
    "equity-share": ("0.6", "of a plant held to 60 per cent, 60 per cent of every line are the group's"),
    "operational-control": ("1", "of a plant that the group operates, every line is the group's as a whole"),
}


def case(approach):
    share, says = APPROACHES[approach]
    rows = [(row, [share]) for row in PLANT] + [(row, []) for row in OFFICE]
    lines = [{"account": account, "quantity": quantity, "times": times + more, "gases": gases}
             for (account, quantity, times, gases), more in rows]
    block = {"gwp": "AR5", "lines": lines}
    figures, _ = oracle.compute(block)
    organisation = json.loads((EXAMPLE / "to-chuc.json").read_text(encoding="utf-8"))
    organisation["approach"] = approach
    return {
        "case": f"group-vn-{approach}",
        "says": says,
        "clause": "GHG Protocol Corporate Standard, chapter 3; METHODS M-20 to M-46, M-50",
        "source": "worked apart with fractions from the same figures",
        "call": "inventory",
        "request": {
            "ledger": {"text": (EXAMPLE / "so-lieu.csv").read_bytes().decode("utf-8")},
            "options": {"profile": "ghg-protocol", "gwp": "AR5", "period": "2025-01-01/2025-12-31", "region": "VN",
                        "locale": "vi-VN", "organisation": organisation},
            "packs": [(EXAMPLE / "he-so.pack").read_bytes().decode("utf-8")],
        },
        "oracle": block,
        "expect": {
            "ok": {
                "inventory": {"total": figures, "coverage": {"rows": 16, "counted": 15, "excluded": 1}},
                "findings": [{"code": "PARAMETER_MISSING", "severity": "error", "row": 17, "column": "distance_km"}],
            }
        },
    }


def main(words):
    if words not in ([], ["--check"]):
        sys.exit("usage: group_cases.py [--check]")
    stale = []
    for approach in APPROACHES:
        file = ROOT / "tests" / "cases" / "method" / f"group-vn-{approach}.json"
        text = json.dumps(case(approach), ensure_ascii=False, indent=2) + "\n"
        if not words:
            file.write_text(text, encoding="utf-8")
        elif not file.is_file() or file.read_text(encoding="utf-8") != text:
            stale.append(file.name)
    if stale:
        sys.exit(f"not fresh: {', '.join(stale)}; run tests/oracle/group_cases.py")


main(sys.argv[1:])
