#!/usr/bin/env python3
"""Recalculates workbooks with LibreOffice and compares every formula with the exact figure: inventories, importers, lots.

    agree.py --emitrace PROGRAM

The results that stand in a file are taken out first, so that whatever is compared was computed by LibreOffice from the
formulas alone. Also read here, with nothing but the standard library: that texts of the ledger are string cells, days are
dates, heads stay in sight, and the workbook without lines agrees, too. Needs `soffice`.
"""

import argparse
import re
import subprocess
import sys
import tempfile
import zipfile
from decimal import Decimal
from pathlib import Path
from xml.etree import ElementTree

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "fastener"
# Sums of doubles: far above what rounding can do over the lines of the example, far below the last digit of 12.
TOLERANCE = Decimal("1e-12")
# Names that a spreadsheet must not take for formulas, patterns or numbers.
HOSTILE = ["=cmd|'/c calc'!A1", "+1+1", "@SUM(1)", "a*", "a?", "3.10", "3.1", "HÀ NỘI", "Hà Nội", "<&\"'>"]


def main() -> int:
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--emitrace", required=True)
    program = arguments.parse_args().emitrace
    compared = 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for lang in ("en", "vi"):
            book = folder / f"lines-{lang}.xlsx"
            answer = folder / f"answer-{lang}.json"
            answer.write_bytes(inventory(program, EXAMPLE / f"ledger.{lang}.csv", lang, book))
            compared += agree(book, folder, f"{lang}, with lines")
            # Saved by another program, and calculated by it, the workbook is still the report of its ledger.
            ledger = EXAMPLE / f"ledger.{lang}.csv"
            verified(program, ledger, lang, folder / "recalculated" / book.name, (0,))
            # One kilowatt-hour more is told.
            other = folder / f"other-{lang}.csv"
            other.write_bytes(re.sub(rb"(E-DA-01[^\n]*?;|E-DA-01[^\n]*?,)(\d)", lambda found: found[1] + found[2] + b"1", ledger.read_bytes(), count=1))
            verified(program, other, lang, book, (1,))
            plain = folder / f"cells-{lang}.xlsx"
            run([program, "report", answer, "--format", "xlsx", "--lang", lang, "--out", plain])
            compared += agree(plain, folder, f"{lang}, without lines")
        ledger = folder / "hostile.csv"
        rows = [f'{at},2025-05-31,electricity,{at}.123456789,kWh,"{site.replace(chr(34), chr(34) * 2)}"' for at, site in enumerate(HOSTILE, 1)]
        ledger.write_text("id,date,activity,quantity,unit,site\n" + "\n".join(rows) + "\n", encoding="utf-8")
        book = folder / "hostile.xlsx"
        run([program, "inventory", ledger, "--profile", "ghg-protocol", "--gwp", "AR5", "--region", "VN", "--proxy-years", "2", "--workbook", book], (0, 1))
        compared += agree(book, folder, "names that look like formulas and patterns")
        typed(book)
        for name, command in answers().items():
            answer = folder / f"{name}.json"
            answer.write_bytes(run([program, *command, "--format", "json"], (0, 1)))
            for lang in ("en", "vi"):
                book = folder / f"{name}-{lang}.xlsx"
                run([program, "report", answer, "--format", "xlsx", "--lang", lang, "--out", book])
                compared += agree(book, folder, f"{name}, {lang}")
    print(f"{compared} formulas recalculated, all equal to the exact figures beside them")
    return 0


def answers() -> dict[str, list]:
    """Commands whose answers are written as workbooks, too."""
    importer, trace = EXAMPLE.parent / "cbam-importer", EXAMPLE / "trace"
    cards = [*sorted(trace.glob("*.csv")), "--with", trace / "khai-bao.json"]
    declare = ["cbam", "declare", importer / "imports.en.csv", "--year", "2026", "--data", "actual-else-default"]
    return {
        "declaration": [*declare, "--installations", importer / "installations.json", "--price", "2026-10-01/2026-12-31=81.50"],
        "plants": ["cbam", "declare", EXAMPLE / "cbam" / "imports.csv", "--year", "2026", "--data", "actual", "--plant", f"Đông Anh={EXAMPLE / 'cbam' / 'dong-anh.json'}", "--verified"],
        "lots": ["trace", "lots", *cards],
        "back": ["trace", "back", *cards, "--lot", "T0601"],
        "forward": ["trace", "forward", *cards, "--lot", "C053"],
    }


def inventory(program: str, ledger: Path, lang: str, book: Path) -> bytes:
    command = [program, "inventory", ledger, *choices(lang), "--lang", lang, "--workbook", book, "--format", "json"]
    return run(command, (0, 1))


def choices(lang: str) -> list:
    locale = {"en": "en-US", "vi": "vi-VN"}[lang]
    named = ["--factors", EXAMPLE / "factors.pack", "--profile", "ghg-protocol", "--gwp", "AR5", "--period", "2025", "--region", "VN"]
    return [*named, "--locale", locale, "--proxy-years", "2", "--proxy-place", "GB"]


def verified(program: str, ledger: Path, lang: str, book: Path, codes: tuple[int, ...]) -> None:
    command = [program, "report", "verify", book, ledger, *choices(lang)]
    run(command, codes)


def run(command: list, codes: tuple[int, ...] = (0,)) -> bytes:
    done = subprocess.run([str(word) for word in command], capture_output=True, check=False)
    if done.returncode not in codes:
        sys.exit(f"{command}: {done.stderr.decode()}")
    return done.stdout


def agree(book: Path, folder: Path, what: str) -> int:
    """How many formulas LibreOffice gave the exact figure for."""
    ours = cells(book)
    bare = folder / "bare" / book.name
    bare.parent.mkdir(exist_ok=True)
    with zipfile.ZipFile(book) as archive, zipfile.ZipFile(bare, "w") as written:
        for part in archive.namelist():
            text = archive.read(part).decode()
            written.writestr(part, re.sub(r"</f><v>[^<]*</v>", "</f>", text))
    out = folder / "recalculated"
    run(["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "xlsx", "--outdir", out, bare])
    theirs = cells(out / book.name)
    formulas, faults = 0, []
    for place, (formula, value, _) in ours.items():
        if not formula:
            continue
        formulas += 1
        found = theirs.get(place, (None, "nothing", ""))[1]
        try:
            exact, computed = Decimal(value), Decimal(found)
            same = abs(exact - computed) <= max(abs(exact) * TOLERANCE, TOLERANCE)
        except ArithmeticError:
            same = False
        if not same:
            faults.append(f"{what}: {place}: `{formula[:80]}` is {found}, not {value}")
    if faults or not formulas:
        sys.exit("\n".join(faults[:20]) or f"{what}: no formulas")
    return formulas


def cells(book: Path) -> dict[tuple[str, str], tuple[str | None, str, str]]:
    """Formula, value and type of each cell, by sheet and place."""
    found = {}
    with zipfile.ZipFile(book) as archive:
        shared = []
        if "xl/sharedStrings.xml" in archive.namelist():
            tree = ElementTree.fromstring(archive.read("xl/sharedStrings.xml"))
            shared = ["".join(text.text or "" for text in item.iter(f"{MAIN}t")) for item in tree.iter(f"{MAIN}si")]
        names = [sheet.get("name") for sheet in ElementTree.fromstring(archive.read("xl/workbook.xml")).iter(f"{MAIN}sheet")]
        for at, name in enumerate(names, 1):
            for cell in ElementTree.fromstring(archive.read(f"xl/worksheets/sheet{at}.xml")).iter(f"{MAIN}c"):
                formula, value = cell.find(f"{MAIN}f"), cell.findtext(f"{MAIN}v") or ""
                if cell.get("t") == "s":
                    value = shared[int(value)]
                if cell.get("t") == "inlineStr":
                    value = "".join(text.text or "" for text in cell.iter(f"{MAIN}t"))
                found[name, cell.get("r")] = (None if formula is None else formula.text, value, cell.get("t") or "n")
    return found


def typed(book: Path) -> None:
    """Texts are strings, days are numbers in the format of a date, formulas are ours alone."""
    lines = {place: cell for (sheet, place), cell in cells(book).items() if sheet == "Lines"}
    sites = {value for place, (_, value, kind) in lines.items() if place.startswith("E") and kind == "inlineStr"}
    missing = set(HOSTILE) - sites
    if missing:
        sys.exit(f"sites that are no string cells: {missing}")
    if lines["C2"][1:] != ("45808", "n"):
        sys.exit(f"31 May 2025 is {lines['C2']}")
    foreign = [formula for formula, _, _ in lines.values() if formula and not re.fullmatch(r"S\d+\*T\d+", formula)]
    if foreign:
        sys.exit(f"formulas that are not ours: {foreign}")
    with zipfile.ZipFile(book) as archive:
        sheet = archive.read("xl/worksheets/sheet2.xml").decode()
        if 'state="frozen"' not in sheet or "<autoFilter" not in sheet:
            sys.exit("the heads do not stay in sight")


if __name__ == "__main__":
    sys.exit(main())
