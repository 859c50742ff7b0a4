#!/usr/bin/env python3
"""Writes the cases of the example ledger, in English and in Vietnamese, so that every surface computes it.

`--check` says whether the cases still hold the files of `examples/fastener`. The expected figures are those that were
computed apart from emitrace, in `core/tests/report/answer.json`.
"""

import base64
import json
import pathlib
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
EXAMPLE = ROOT / "examples" / "fastener"
LANGUAGES = {
    "en": ("the example ledger in English", {}),
    "vi": ("the example ledger in Vietnamese gives the same inventory", {"locale": "vi-VN"}),
    "xlsx": ("the example ledger as a workbook, days as serial numbers, gives the same inventory", {}),
}
FOUND = ["AMBIGUOUS_UNIT", "NEGATIVE_QUANTITY", "MISSING_VALUE", "DUPLICATE_RECORD", "UNKNOWN_ACTIVITY"]


def case(language):
    says, declared = LANGUAGES[language]
    apart = json.loads((ROOT / "core/tests/report/answer.json").read_text(encoding="utf-8"))["inventory"]
    options = {"profile": "ghg-protocol", "gwp": "AR5", "period": "2025-01-01/2025-12-31", "region": "VN",
               "proxy_years": 2, "proxy_places": ["GB"], **declared}
    if language == "xlsx":
        ledger = {"base64": base64.b64encode((EXAMPLE / "ledger.vi.xlsx").read_bytes()).decode()}
    else:
        ledger = {"text": (EXAMPLE / f"ledger.{language}.csv").read_bytes().decode("utf-8")}
    return {
        "case": f"fastener-{language}",
        "says": says,
        "source": "computed with fractions from the same factors",
        "call": "inventory",
        "request": {
            "ledger": ledger,
            "options": options,
            "packs": [(EXAMPLE / "factors.pack").read_bytes().decode("utf-8")],
        },
        "expect": {
            "ok": {
                "inventory": {
                    "total": {name: value for name, value in apart["total"].items() if name != "gases"},
                    "coverage": {name: apart["coverage"][name] for name in ("rows", "counted", "excluded")},
                },
                "findings": {"$contains": [{"code": code, "severity": "error"} for code in FOUND]},
            }
        },
    }


def main(words):
    if words not in ([], ["--check"]):
        sys.exit("usage: fastener_cases.py [--check]")
    stale = []
    for language in LANGUAGES:
        file = ROOT / "tests" / "cases" / "inventory" / f"fastener-{language}.json"
        text = json.dumps(case(language), ensure_ascii=False, indent=2) + "\n"
        if words:
            if not file.exists() or file.read_text(encoding="utf-8") != text:
                stale.append(file.name)
        else:
            file.write_text(text, encoding="utf-8")
    if stale:
        sys.exit(f"stale: {', '.join(stale)}; run tests/oracle/fastener_cases.py")


if __name__ == "__main__":
    main(sys.argv[1:])
