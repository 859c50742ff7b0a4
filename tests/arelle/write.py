"""Writes the documents that judge.py judges: the fastener maker's report by emitrace, and broken copies of it.

write.py EMITRACE FOLDER   EMITRACE is the command.
"""

from __future__ import annotations

import copy
import json
import subprocess
import sys
from pathlib import Path
from typing import Any, Callable

HERE = Path(__file__).resolve().parent
EXAMPLE = HERE.parent.parent / "examples" / "fastener"
LEDGER = [
    str(EXAMPLE / "ledger.vi.csv"), "--factors", str(EXAMPLE / "factors.pack"), "--profile", "ghg-protocol", "--gwp", "AR5",
    "--period", "2025-01-01/2025-12-31", "--region", "VN", "--locale", "vi-VN", "--proxy-years", "2", "--proxy-place", "GB", "--format", "json",
]


def main() -> int:
    command, folder = sys.argv[1], Path(sys.argv[2])
    folder.mkdir(parents=True, exist_ok=True)

    def emitrace(*arguments: str, codes: tuple[int, ...] = (0,)) -> bytes:
        done = subprocess.run([command, *arguments], capture_output=True)
        if done.returncode not in codes:
            raise SystemExit(f"{arguments}: {done.returncode}: {done.stderr.decode()}")
        return done.stdout

    # Five rows of the ledger are wrong on purpose: the command says so with its exit code.
    (folder / "inventory.json").write_bytes(emitrace("inventory", *LEDGER, codes=(0, 1)))
    (folder / "energy.json").write_bytes(emitrace("energy", *LEDGER, "--renewable", "I-REC", codes=(0, 1)))
    report = folder / "filled.json"
    report.write_bytes(emitrace("disclosure", "fill", str(EXAMPLE / "vsme" / "answers.json"), "--inventory", str(folder / "inventory.json"), "--energy", str(folder / "energy.json"), "--format", "json"))
    answer = json.loads(report.read_text(encoding="utf-8"))["result"]
    if not (answer["valid"] and answer["complete"]):
        raise SystemExit("the example's report is not valid or not complete")

    def write(kind: str, name: str, *more: str) -> None:
        (folder / name).write_bytes(emitrace("disclosure", "write", str(report), "--as", kind, *more))

    write("xbrl-json", "report.json")
    for lang in ("en", "vi", "both"):
        write("ixbrl", f"report-{lang}.xhtml", "--lang", lang)
    write("xbri", "report.xbri", "--lang", "both")
    documents = {"report.json": "", "report-en.xhtml": "", "report-vi.xhtml": "", "report-both.xhtml": "", "report.xbri": ""}

    whole = json.loads((folder / "report.json").read_text(encoding="utf-8"))

    def first(concept: str, axis: str = "") -> Callable[[dict[str, Any]], dict[str, Any]]:
        def find(report: dict[str, Any]) -> dict[str, Any]:
            for fact in report["facts"].values():
                if fact["dimensions"]["concept"] == "vsme:" + concept and (not axis or axis in fact["dimensions"]):
                    return fact
            raise SystemExit(f"no fact of {concept}")
        return find

    def broken(name: str, code: str, change: Callable[[dict[str, Any]], None]) -> None:
        report = copy.deepcopy(whole)
        change(report)
        (folder / f"broken-{name}.json").write_text(json.dumps(report, ensure_ascii=False), encoding="utf-8")
        documents[f"broken-{name}.json"] = code

    def dimension(concept: str, name: str, value: str, axis: str = "") -> Callable[[dict[str, Any]], None]:
        def change(report: dict[str, Any]) -> None:
            first(concept, axis)(report)["dimensions"][name] = value
        return change

    def value(concept: str, text: str) -> Callable[[dict[str, Any]], None]:
        def change(report: dict[str, Any]) -> None:
            first(concept)(report)["value"] = text
        return change

    def twice(report: dict[str, Any]) -> None:
        again = copy.deepcopy(first("GrossScope1GreenhouseGasEmissions")(report))
        again["value"] = "999"
        report["facts"]["again"] = again

    axis = "vsme:ReportingScopesAxis"
    broken("unit", "utre:error-NumericFactUtrInvalid", dimension("GrossScope1GreenhouseGasEmissions", "unit", "utr:kg"))
    broken("member", "xbrldie:PrimaryItemDimensionallyInvalidError", dimension("GrossScope1GreenhouseGasEmissions", axis, "vsme:RenewableEnergyMember", axis))
    broken("axis", "xbrldie:PrimaryItemDimensionallyInvalidError", dimension("EnergyConsumptionFromElectricity", axis, "vsme:BaselineYearMember"))
    broken("period", "oime:invalidPeriodDimension", dimension("Turnover", "period", "2026-01-01T00:00:00"))
    broken("concept", "oime:unknownConcept", dimension("Turnover", "concept", "vsme:GrossScope9"))
    broken("number", "xbrlje:invalidFactValue", value("NumberOfEmployees", "many"))
    broken("enumeration", "enum2ie:InvalidEnumerationValue", value("BasisForReporting", "vsme:HeadcountMember"))
    broken("default", "oime:invalidDimensionValue", dimension("GrossScope1GreenhouseGasEmissions", axis, "vsme:CurrentlyStatedMember"))
    broken("twice", "arelle:duplicateFacts", twice)
    page = (folder / "report-en.xhtml").read_text(encoding="utf-8")
    pages = {
        "charset": ("lxml.SCHEMAV", page.replace('<meta http-equiv="Content-Type" content="application/xhtml+xml; charset=UTF-8"/>', '<meta charset="utf-8"/>')),
        "unsorted": ("enum2ie:InvalidEnumerationSetOrder", unsorted(page)),
    }
    for name, (code, text) in pages.items():
        if text == page:
            raise SystemExit(f"{name} did not change the page")
        (folder / f"broken-{name}.xhtml").write_text(text, encoding="utf-8")
        documents[f"broken-{name}.xhtml"] = code
    (folder / "expected.json").write_text(json.dumps({"facts": "report.json", "documents": documents}, indent=1), encoding="utf-8")
    print(f"{len(documents)} documents, {len(whole['facts'])} facts")
    return 0


def unsorted(page: str) -> str:
    """The page with the members of one set in the wrong order."""
    start = page.index(">", page.index('name="vsme:NaceSectorClassificationCodes"')) + 1
    end = page.index("<", start)
    return page[:start] + " ".join(reversed(page[start:end].split(" "))) + page[end:]


if __name__ == "__main__":
    sys.exit(main())
