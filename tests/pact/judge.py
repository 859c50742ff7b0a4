#!/usr/bin/env python3
"""Holds our reading of footprints against the published schemas of PACT, and reads the published examples back.

    judge.py --programs FOLDER --pact FOLDER

FOLDER holds `pact-3.0-openapi.yaml`, `pact-2.x-openapi.yaml` and `example-*.json` of the PACT specifications. They are read and never
copied. Needs PyYAML, jsonschema and rfc3339-validator.

1. The published examples are read, written back unchanged, and found fault with where they break rules of their own text; as a
   table and back, whatever is another was told.
2. What we write (worked out, migrated, read from a table) is valid under the schema.
3. Footprints that were changed in one place (each member left out, null, of another type, with another sign, ...): what we accept
   is written as the schema wants it; what the schema accepts and we refuse breaks one of the rules of `strict`, and no other.
"""

import argparse
import copy
import json
import re
import subprocess
import sys
import tempfile
from collections import Counter
from decimal import Decimal
from pathlib import Path

import yaml
from jsonschema import Draft202012Validator, FormatChecker

ROOT = Path(__file__).resolve().parents[2]
EXAMPLE = ROOT / "examples" / "fastener" / "footprint"
CASES = ROOT / "tests" / "cases" / "footprint"
# Members whose text says more than their pattern.
BOUNDS = {
    **dict.fromkeys(("exemptedEmissionsPercent", "primaryDataShare", "coveragePercent"), (0, 100)),
    **dict.fromkeys(("productMassPerDeclaredUnit", "packagingGhgEmissions", "pCfExcludingBiogenic", "otherBiogenicGhgEmissions"), (0, None)),
    **dict.fromkeys(("iLucGhgEmissions", "fossilGhgEmissions", "fossilCarbonContent", "dLucGhgEmissions", "biogenicCarbonContent"), (0, None)),
    "aircraftGhgEmissions": (0, None),
    "biogenicCarbonWithdrawal": (None, 0),
}
RATING = (1, 5)
# Read in 2.x though its schema refuses them: 2.0 to 2.2 had no such member, a list may be empty, and other standards may be named.
OPEN_IN_2 = {"crossSectoralStandards", "crossSectoralStandardsUsed", "biogenicAccountingMethodology"}
OPEN_IN_2 |= {"ipccCharacterizationFactorsSources", "productOrSectorSpecificRules"}
# What the text of 2.x demands and its schema does not.
ASKED_BY_TEXT = {"/pcf/primaryDataShare", "/pcf/dqi"}
LEFT_OUT = "(left out)"
TEXTS = [
    *("0", "-0", "+1", "1", "-1", "1.", ".5", "1.5", "1e5", "1,5", " 1", "1 ", "١", "00.0", "-0.0", "100.1", "5.5", "0.5", "--1", "+-1", "1\n"),
    *("urn:x:y", "urn:xx:y", "URN:xx:y", "urn:", "x-urn:xx:y", "https://a.example/b", "//a", "a b", "mailto:a@b.example"),
    *("VN", "vn", "VNM", "VN-HN", "VN-hn", "VN-HNHN", "AR6", "AR", "AR6x", "3.0.0", "3.0", "2.3.0-20250101", "03.0.0"),
    *("2025-01-01T00:00:00Z", "2025-01-01T00:00:00.5Z", "2025-01-01T00:00:00+07:00", "2025-01-01", "2025-02-30T00:00:00Z"),
    *("2025-01-01T24:00:00Z", "2025-01-01T00:00Z", "2025-01-01t00:00:00z", "2025-01-01 00:00:00Z"),
    *("f4b1225a-bd44-4c8e-861d-079e4e1dfd69", "F4B1225A-BD44-4C8E-861D-079E4E1DFD69", "f4b1225abd444c8e861d079e4e1dfd69"),
    *("f4b1225a-bd44-4c8e-861d-079e4e1dfd6", "{f4b1225a-bd44-4c8e-861d-079e4e1dfd69}"),
]
SIGNS = {"PositiveOrZeroDecimal": (0, None), "NegativeOrZeroDecimal": (None, 0)}


def main() -> int:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--programs", required=True, type=Path)
    arguments.add_argument("--pact", required=True, type=Path)
    given = arguments.parse_args()
    programs, pact = given.programs, given.pact
    program = programs / "emitrace"
    new, old = schema(pact / "pact-3.0-openapi.yaml"), schema(pact / "pact-2.x-openapi.yaml")
    examples = [json.loads(path.read_text(encoding="utf-8")) for path in sorted(pact.glob("example-*.json"))]
    assert examples, f"no example-*.json in {pact}"
    problems = read_back(program, sorted(pact.glob("example-*.json")), new)
    problems += written(program, new)
    problems += changed(programs, "3.0", new, examples)
    problems += changed(programs, "2.x", old, [old_footprint()])
    for problem in problems:
        print(problem)
    print(f"{len(problems)} differences")
    return min(len(problems), 1)


def schema(path: Path) -> Draft202012Validator:
    """The schema of a footprint in an OpenAPI file, with formats checked."""
    document = yaml.safe_load(path.read_text(encoding="utf-8"))
    return Draft202012Validator({"$ref": "#/components/schemas/ProductFootprint", **document}, format_checker=FormatChecker())


def answers(programs: Path, footprints: list) -> list[tuple[list[str], dict | None]]:
    """Of each footprint by itself: the errors that we find, and what we write."""
    with tempfile.TemporaryDirectory() as name:
        asked, answered = Path(name) / "requests", Path(name) / "answers"
        with asked.open("w", encoding="utf-8") as file:
            for at, footprint in enumerate(footprints):
                request = json.dumps({"document": json.dumps(footprint, ensure_ascii=False)}, ensure_ascii=False)
                file.write(json.dumps({"case": str(at), "call": "footprint.check", "request": request}) + "\n")
        run([programs / "conformance", "core", asked, answered])
        read = [json.loads(line) for line in answered.read_text(encoding="utf-8").splitlines()]
    results = {int(answer["case"]): answered_with(answer) for answer in read}
    return [results[at] for at in range(len(footprints))]


def answered_with(answer: dict) -> tuple[list[str], dict | None]:
    if "error" in answer:
        return [answer["error"]["code"]], None
    result = json.loads(answer["ok"])["result"]
    errors = [f"{one['code']} {one['path']}: {one['message']}" for one in result["findings"] if one["severity"] == "error"]
    return errors, json.loads(result["document"])


def read_back(program: Path, paths: list[Path], judge: Draft202012Validator) -> list[str]:
    """The published examples: equal after reading and writing, text for text and in their order."""
    problems, findings = [], Counter()
    for path in paths:
        document = path.read_text(encoding="utf-8")
        ran = subprocess.run([program, "footprint", "check", path], capture_output=True, check=False)
        again = ran.stdout.decode()
        if ordered(again) != ordered(document):
            problems.append(f"{path.name}: written back changed")
        ours, theirs = ran.returncode == 0, judge.is_valid(json.loads(document))
        if ours != theirs:
            problems.append(f"{path.name}: we say {ours}, the schema says {theirs}")
        problems += through_a_table(program, path)
        findings.update(line.split()[1] for line in ran.stderr.decode().splitlines() if line.startswith(("warning ", "error ")))
    print(f"{len(paths)} published examples read and written back; found in them: " + (", ".join(f"{count} {code}" for code, count in sorted(findings.items())) or "nothing"))
    return problems


def through_a_table(program: Path, path: Path) -> list[str]:
    """A footprint as a table and back: what differs was told."""
    with tempfile.TemporaryDirectory() as name:
        sheet, again = Path(name) / "sheet.csv", Path(name) / "again.json"
        told = subprocess.run([program, "footprint", "sheet", path, "--out", sheet], capture_output=True, check=False).stderr.decode()
        run([program, "footprint", "read-sheet", sheet, "--locale", "en-US", "--out", again])
        one, two = leaves(json.loads(path.read_text(encoding="utf-8"))), leaves(json.loads(again.read_text(encoding="utf-8"))[0])
    lost = [line.split(" ", 2)[1].rstrip(":") for line in told.splitlines() if line.startswith(("dropped ", "changed "))]
    apart = [place for place in one.keys() | two.keys() if one.get(place) != two.get(place)]
    return [f"{path.name}: {place} is another after a table, and nobody said so" for place in apart if not any(place == known or place.startswith(known + "/") for known in lost)]


def leaves(value, place="") -> dict:
    """Values by their place: decimals by their value, times in UTC."""
    if isinstance(value, dict):
        return {known: leaf for name, inner in value.items() for known, leaf in leaves(inner, f"{place}/{name}").items()}
    if isinstance(value, list):
        return {known: leaf for at, inner in enumerate(value) for known, leaf in leaves(inner, f"{place}/{at}").items()}
    if isinstance(value, str) and re.fullmatch(r"[+-]?[0-9]+(\.[0-9]+)?", value):
        return {place: Decimal(value)}
    return {place: value.replace("+00:00", "Z") if isinstance(value, str) else value}


def ordered(text: str) -> list:
    """A document with the order of its members, its numbers as they are written."""
    return json.loads(text, object_pairs_hook=list, parse_float=str, parse_int=str)


def written(program: Path, judge: Draft202012Validator) -> list[str]:
    """Everything that writes a footprint of 3.0."""
    work = {
        "worked out": ["compute", EXAMPLE / "request.json", "--frame", EXAMPLE / "frame.json", "--ledger", EXAMPLE / "so-cai.csv", "--bought", f"wire rod={EXAMPLE / 'steel.json'}"],
        "migrated": ["migrate", EXAMPLE / "old.json"],
    }
    problems, count = [], 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for what, command in work.items():
            made = folder / f"{what}.json"
            run([program, "footprint", *command, "--out", made])
            count += judged(problems, what, made, judge)
            for form in ("csv", "xlsx"):
                sheet, again = folder / f"{what}.{form}", folder / f"{what}-{form}.json"
                run([program, "footprint", "sheet", made, "--format", form, "--out", sheet])
                run([program, "footprint", "read-sheet", sheet, "--locale", "en-US", "--out", again])
                count += judged(problems, f"{what}, through a table ({form})", again, judge)
    print(f"{count} documents of ours under the schema of 3.0")
    return problems


def judged(problems: list[str], what: str, path: Path, judge: Draft202012Validator) -> int:
    document = json.loads(path.read_text(encoding="utf-8"))
    documents = document if isinstance(document, list) else document.get("data", [document])
    assert documents, what
    for footprint in documents:
        problems += [f"{what}: {error.json_path}: {error.message}" for error in judge.iter_errors(footprint)]
    return len(documents)


def run(command: list) -> bytes:
    ran = subprocess.run(command, capture_output=True, check=False)
    if ran.returncode not in (0, 1):
        raise SystemExit(f"{command}: {ran.stderr.decode()}")
    return ran.stdout


def old_footprint() -> dict:
    """The footprint of 2.x that our own case migrates."""
    case = json.loads((CASES / "footprint-migrate.json").read_text(encoding="utf-8"))
    return json.loads(case["request"]["document"])


def changed(programs: Path, version: str, judge: Draft202012Validator, documents: list[dict]) -> list[str]:
    """Footprints with one change each: what we accept and write stands under the schema, and we refuse no more than we say."""
    variants = [variant for document in documents for variant in changes(document, judge.schema)]
    problems, verdicts = [], Counter()
    for (what, node, value, made), (ours, document) in zip(variants, answers(programs, [made for *_, made in variants])):
        theirs, kept = judge.is_valid(made), strict(what, node, value)
        told = f"{version}: {what} = {json.dumps(value)}"
        if str(made.get("specVersion", version))[:2] != version[:2]:
            continue  # another version, other rules
        if not ours:
            verdicts["accepted" if theirs else "mended"] += 1
            problems += [f"{told}: accepted, and what is written is refused at {error.json_path}: {error.message}" for error in refusals(judge, document, version, what)]
            if theirs and not kept:
                problems.append(f"{told}: accepted against a rule of the text")
        elif theirs and all(error.startswith("FOOTPRINT_CONTRADICTION") for error in ours):
            verdicts["contradictions"] += 1
        elif theirs:
            verdicts["refused by the text"] += 1
            if kept and what not in ASKED_BY_TEXT:
                problems.append(f"{told}: refused, and neither schema nor text says why: {ours[0]}")
        else:
            verdicts["refused"] += 1
    print(f"{version}: {len(variants)} changed footprints: " + ", ".join(f"{count} {name}" for name, count in sorted(verdicts.items())))
    return problems


def refusals(judge: Draft202012Validator, document: dict, version: str, what: str) -> list:
    """What the schema finds in what we write, but for what we read leniently in 2.x."""
    lenient = version == "2.x" and what.removesuffix("/0").rsplit("/", 1)[1] in OPEN_IN_2
    return [] if lenient else list(judge.iter_errors(document))


def strict(path: str, node: dict, value) -> bool:
    """Whether a value keeps what the specification says in words, or its patterns would say if they were anchored."""
    name = path.rsplit("/", 1)[1]
    if isinstance(value, str) and value is not LEFT_OUT:
        if node.get("format") == "decimal":
            if not re.fullmatch(r"[+-]?[0-9]+(\.[0-9]+)?([eE][+-]?[0-9]+)?", value):
                return False
            value = Decimal(value)
        elif node.get("format") == "date-time":
            return bool(re.fullmatch(r"[0-9-]{10}T[0-9:]{8}(\.[0-9]+)?(Z|\+00:00)", value))
        elif node.get("format") == "uri":
            return bool(re.fullmatch(r"[A-Za-z][A-Za-z0-9+.-]*:\S+", value))
        elif node.get("format") == "urn" or "rR" in node.get("pattern", ""):
            return bool(re.fullmatch(r"(?i)urn:[a-z0-9][a-z0-9-]{0,30}[a-z0-9]:\S+", value))
        elif "pattern" in node:
            return bool(re.fullmatch(node["pattern"].removeprefix("^").removesuffix("$"), value, re.ASCII))
    if isinstance(value, (Decimal, int, float)) and not isinstance(value, bool):
        if name in ("declaredUnitAmount", "unitaryProductAmount"):
            return value > 0
        low, high = RATING if name.endswith("DQR") else BOUNDS.get(name) or SIGNS.get(node.get("title"), (None, None))
        return (low is None or value >= low) and (high is None or value <= high)
    return True


def changes(document: dict, root: dict):
    """(what was changed, the footprint) for every member that stands and every member that could."""
    for path, node, holder in members(document, {"$ref": "#/components/schemas/ProductFootprint"}, root, []):
        stands = get(document, path[:-1], path[-1])
        for value in values(node, stands):
            made = copy.deepcopy(document)
            at = made
            for step in path[:-1]:
                at = at[step]
            if value is LEFT_OUT:
                if isinstance(at, list) or path[-1] not in at:
                    continue
                del at[path[-1]]
            else:
                at[path[-1]] = value
            if isinstance(made, dict):
                yield f"/{'/'.join(map(str, path))}", node, value, made


def members(value, node, root, path):
    node = resolve(node, root)
    if isinstance(value, dict):
        for name, child in node.get("properties", {}).items():
            yield [*path, name], resolve(child, root), value
            if name in value:
                yield from members(value[name], child, root, [*path, name])
    elif isinstance(value, list) and value:
        yield [*path, 0], resolve(node.get("items", {}), root), value
        yield from members(value[0], node.get("items", {}), root, [*path, 0])


def resolve(node: dict, root: dict) -> dict:
    while "$ref" in node:
        target = root
        for step in node["$ref"].removeprefix("#/").split("/"):
            target = target[step]
        node = {"title": step, **target}
    return node


def get(document, path, last):
    for step in path:
        document = document[step]
    if isinstance(document, list):
        return document[last]
    return document.get(last)


def values(node: dict, stands):
    """Other values of a member: of its type, and of types that it should not have."""
    yield from (LEFT_OUT, None, True, 5, -1.5, "", "x", [], {}, ["x"])
    kind = node.get("type")
    if kind == "array":
        yield [1]
        if stands:
            yield [stands[0], stands[0]]
    elif kind == "string":
        yield from TEXTS
        for word in node.get("enum", [])[:2]:
            yield from (word, word.upper() + " ")
    elif kind in ("number", "integer"):
        yield from (0, 1, 3.5, 101, 1000.0, 0.5, -0.0)


if __name__ == "__main__":
    sys.exit(main())
