"""Judges reports with Arelle, offline, all in one process.

judge.py FOLDER TAXONOMY.zip   FOLDER holds what write.py wrote: documents and expected.json. The last line counts; 1 if anything is not as expected.
"""

from __future__ import annotations

import json
import os
import re
import sys
import tempfile
from decimal import Decimal
from pathlib import Path
from typing import Any

# Arelle keeps caches and settings below the home folder: it gets one of its own, empty.
HOME = tempfile.mkdtemp(prefix="arelle-")
os.environ.update(HOME=HOME, XDG_CONFIG_HOME=HOME, XDG_CACHE_HOME=HOME)

from arelle.api.Session import Session  # noqa: E402
from arelle.RuntimeOptions import RuntimeOptions  # noqa: E402


def run(document: Path, taxonomy: Path, export: Path | None = None) -> list[tuple[str, str, str]]:
    """What Arelle says about a document: level, code, message."""
    more: dict[str, Any] = {"pluginOptions": {"saveLoadableOIM": str(export)}} if export else {}
    options = RuntimeOptions(
        entrypointFile=str(document),
        internetConnectivity="offline",
        packages=[str(taxonomy)],
        plugins="loadFromOIM|inlineXbrlDocumentSet|saveLoadableOIM",
        validate=True,
        utrValidate=True,
        validateDuplicateFacts="inconsistent",
        calcs="c11r",
        keepOpen=False,
        logFormat="[%(messageCode)s] %(message)s",
        **more,
    )
    with Session() as session:
        session.run(options, logFileName="logToBuffer")
        records = json.loads(session.get_logs("json"))["log"]
    said = [(one["level"], one["code"], one["message"]["text"]) for one in records]
    if not any("validated in" in text for _, _, text in said):
        said.append(("error", "not-validated", f"Arelle did not validate {document.name}"))
    return [one for one in said if one[0] not in ("info", "debug")]


def facts(path: Path) -> list[str]:
    """The facts of a report in a form that can be compared: names by address, sorted."""
    report = json.loads(path.read_text(encoding="utf-8"))
    spaces = report["documentInfo"]["namespaces"]

    def full(name: str) -> str:
        return "/".join("{%s}%s" % (spaces[part.split(":")[0]], part.split(":", 1)[1]) if part.split(":")[0] in spaces else part for part in name.split("/"))

    def qualified(name: str, value: Any) -> Any:
        named = name in ("concept", "entity", "unit") or ":" in name
        return full(value) if named and isinstance(value, str) and value.split(":")[0] in spaces else value

    found = []
    for fact in report["facts"].values():
        dimensions = {full(name) if ":" in name else name: qualified(name, value) for name, value in fact["dimensions"].items() if name != "noteId"}
        # Members of an enumeration are names, too.
        words = fact["value"].split(" ") if isinstance(fact["value"], str) else []
        names = bool(words) and all(word.count(":") == 1 and word.split(":")[0] in spaces for word in words)
        value = " ".join(full(word) for word in words) if names else fact["value"]
        # Arelle writes 804 as 804.0. A name on a typed axis and an identifier are no values, so nothing is lost.
        if not names and re.fullmatch(r"-?[0-9]+(\.[0-9]+)?", value or ""):
            value = format(Decimal(value).normalize(), "f")
        found.append(json.dumps({"value": value, "decimals": fact.get("decimals"), "dimensions": dimensions}, sort_keys=True, ensure_ascii=False))
    return sorted(found)


def main() -> int:
    folder, taxonomy = Path(sys.argv[1]), Path(sys.argv[2]).resolve()
    wanted = json.loads((folder / "expected.json").read_text(encoding="utf-8"))
    failed = checked = 0
    for name, expected in wanted["documents"].items():
        checked += 1
        export = folder / f"{name}.oim.json" if name.endswith(".xhtml") and not expected else None
        said = run((folder / name).resolve(), taxonomy, export.resolve() if export else None)
        codes = {code for _, code, _ in said}
        good = not said if not expected else any(code == expected or code.startswith(expected) for code in codes)
        if good and export:
            ours, theirs = facts(folder / wanted["facts"]), facts(export)
            good = ours == theirs
            only = [f"  ours:   {fact}" for fact in ours if fact not in theirs] + [f"  theirs: {fact}" for fact in theirs if fact not in ours]
            print(f"{name}: {len(ours)} facts, {len(only)} differ", *only[:6], sep="\n")
        print(f"{'as expected' if good else 'NOT AS EXPECTED'}: {name}: {expected or 'no message'}" + (f", said {sorted(codes)}" if expected or not good else ""))
        if not good:
            failed += 1
            for level, code, text in said[:8]:
                print(f"  {level} {code} {text[:300]}")
    print(f"{checked} documents, {failed} not as expected")
    return 1 if failed or not checked else 0


if __name__ == "__main__":
    sys.exit(main())
