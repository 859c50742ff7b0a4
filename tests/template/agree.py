#!/usr/bin/env python3
"""Agreement with the Commission's communication template for installations, version 2.1.1.

Fills the blank template with each plant of `plants/`, recalculates it with LibreOffice, reads it with `emitrace cbam template`
and compares every figure of the template's summaries with ours, to a billionth. A figure may differ only if the plant
names it with its reason. What emitrace says that the template shows is checked against the workbook too.

    python3 -m venv build/agree && build/agree/bin/pip install openpyxl==3.1.5
    build/agree/bin/python tests/template/agree.py --template BLANK.xlsx --emitrace target/debug/emitrace

The blank template is given with --template or EMITRACE_CBAM_TEMPLATE: the Commission publishes it on its page of the mechanism.
Without openpyxl, LibreOffice or the template nothing is checked: it says `skipped` and why, and ends with 0.
"""

import argparse
import datetime
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import warnings
from fractions import Fraction

HERE = pathlib.Path(__file__).parent
LIMIT = Fraction(1, 10**9)
# Columns of a source stream, of perfluorocarbons and of continuous measurement in B_EmInst.
STREAM = {"method": "D", "name": "E", "quantity": "F", "unit": "G", "ncv": "H", "ef": "J", "ef_unit": "K", "carbon": "L",
          "oxidation_percent": "N", "conversion_percent": "P", "biomass_percent": "R"}
PFC = {"method": "D", "technology": "E", "aluminium_t": "F", "frequency": "AG", "minutes": "AH", "sef": "AI", "aeo": "AJ",
       "ce_percent": "AK", "ovc": "AL", "c2f6": "AM", "collection": "AT"}
CEMS = {"name": "D", "gas": "E", "biomass_percent": "R", "g_per_nm3": "V", "hours": "X", "knm3_per_h": "Z"}
# Single cells of a process: rows from the first of its block in D_Processes.
PROCESS = {"market": ("L", 16), "other": ("L", 30), "heat": ("K", 39), "waste_gas": ("L", 39), "direct": ("L", 43),
           "heat_in_tj": ("L", 46), "heat_in_ef": ("L", 47), "heat_out_tj": ("M", 46), "heat_out_ef": ("M", 47),
           "gas_in_tj": ("L", 50), "gas_out_tj": ("M", 50), "mwh": ("L", 54), "ef": ("L", 55), "basis": ("L", 56),
           "exported_mwh": ("L", 60), "exported_ef": ("L", 61)}
PRECURSOR = {"other": ("L", 24), "see_direct": ("L", 35), "direct_is": ("M", 35), "mwh": ("L", 36), "mwh_is": ("M", 36),
             "ef": ("L", 37), "basis": ("M", 37), "why_default": ("K", 40)}
PRODUCT = {"cn": "F", "name": "H", "reducing_agent": "P", "mn": "R", "scrap_t_per_t": "W", "clinker_factor": "AB",
           "n_contained": "AG", "instrument": "AL", "covered": "AM", "currency": "AP", "due": "AR", "rebate": "AT",
           "rebate_covered": "AU", "rebate_amount": "AX"}
CHP = {"fuel_tj": "J21", "heat_tj": "K21", "mwh": "L21", "fuel_t": "J26", "cleaning_t": "K26", "ref_heat": "J41",
       "ref_electric": "K41"}
INSTALLATION = {"name": "I20", "street": "I21", "activity": "I22", "city": "I25", "country": "I26", "unlocode": "I27"}


def cells(plant):
    """Every entry of a plant: sheet, cell, value."""
    yield from installation(plant)
    for first, columns, rows in ((17, STREAM, plant.get("streams", [])), (98, PFC, plant.get("pfc", [])),
                                 (113, CEMS, plant.get("measurements", []))):
        for row, given in enumerate(rows, first):
            for field, value in given.items():
                yield "B_EmInst", f"{columns[field]}{row}", value
    names = [process["name"] for process in plant["processes"]]
    for at, process in enumerate(plant["processes"]):
        first = 11 + 65 * at
        for route, quantity in enumerate(process["quantities"]):
            if quantity is not None:
                yield "D_Processes", f"L{first + 5 + route}", quantity
        others = [name for name in names if name != process["name"]]
        for other, quantity in process.get("to", {}).items():
            yield "D_Processes", f"L{first + 21 + others.index(other)}", quantity
        for field, (column, offset) in PROCESS.items():
            if field in process:
                yield "D_Processes", f"{column}{first + offset}", process[field]
    for at, precursor in enumerate(plant.get("precursors", [])):
        first = 14 + 44 * at
        for route, quantity in enumerate(precursor["quantities"]):
            yield "E_PurchPrec", f"L{first + 3 + route}", quantity
        for name, quantity in precursor.get("to", {}).items():
            yield "E_PurchPrec", f"L{first + 14 + names.index(name)}", quantity
        for field, (column, offset) in PRECURSOR.items():
            if field in precursor:
                yield "E_PurchPrec", f"{column}{first + offset}", precursor[field]
    for row, product in enumerate(plant.get("products", []), 10):
        yield "Summary_Products", f"D{row}", product["process"]
        for field, column in PRODUCT.items():
            if field in product:
                yield "Summary_Products", f"{column}{row}", product[field]
    for field, cell in CHP.items():
        if field in plant.get("chp", {}):
            yield "F_Tools", cell, plant["chp"][field]


def installation(plant):
    """Sheet A: who, when, categories, processes, purchased precursors."""
    for cell, day in zip(("I9", "L9"), plant["period"]):
        yield "A_InstData", cell, datetime.datetime.fromisoformat(day)
    for field, value in plant["installation"].items():
        yield "A_InstData", INSTALLATION[field], value
    for row, (category, routes) in enumerate(plant["categories"].items(), 62):
        yield "A_InstData", f"E{row}", category
        for column, route in zip("IJKLMN", routes):
            yield "A_InstData", f"{column}{row}", route
    for row, process in enumerate(plant["processes"], 83):
        yield "A_InstData", f"E{row}", process["category"]
        yield "A_InstData", f"L{row}", process["name"]
        for column, covered in zip("FGHIJK", process.get("covers", ["Only direct production"])):
            yield "A_InstData", f"{column}{row}", covered
    for row, precursor in enumerate(plant.get("precursors", []), 102):
        for column, field in (("E", "category"), ("F", "country"), ("L", "name")):
            yield "A_InstData", f"{column}{row}", precursor[field]
        for column, route in zip("GHIJK", precursor.get("routes", [])):
            yield "A_InstData", f"{column}{row}", route


def typed(value):
    """Figures are texts in the plants, so that no digit is lost there; the workbook holds binary numbers."""
    if not isinstance(value, str):
        return value
    try:
        return float(value) if not value.isdigit() else int(value)
    except ValueError:
        return value


def filled(openpyxl, blank, plant, path):
    book = openpyxl.load_workbook(blank)
    count = 0
    for sheet, cell, value in cells(plant):
        book[sheet][cell] = str(value) if cell.startswith("F") and sheet == "Summary_Products" else typed(value)
        count += 1
    book.save(path)
    return count


def recalculated(source, folder):
    """The workbook as LibreOffice computes it."""
    profile = f"-env:UserInstallation=file://{folder}/profile"
    subprocess.run(["soffice", profile, "--headless", "--convert-to", "xlsx", "--outdir", f"{folder}/out", source],
                   check=True, capture_output=True, timeout=600)
    return pathlib.Path(folder, "out", source.name)


def answer(program, workbook, *more):
    ran = subprocess.run([program, "cbam", "template", workbook, "--format", "json", *more], capture_output=True, text=True)
    if ran.returncode not in (0, 1) or not ran.stdout:
        sys.exit(f"{workbook}: {ran.stderr}")
    return json.loads(ran.stdout)


def problems(plant, told, shown, rules):
    """What is not as it must be: differences that nobody named, figures that were not compared, entries that were lost."""
    found, largest = [], Fraction(0)
    named = {cell: reason for reason, cells_ in plant.get("differs", {}).get(rules, {}).items() for cell in cells_}
    figures = told["template"]["figures"]
    for figure in figures:
        cell = f"{figure['sheet']}!{figure['cell']}"
        value = shown[figure["sheet"]][figure["cell"]].value
        if isinstance(value, (int, float)) and abs(Fraction(value) - Fraction(figure["template"])) > abs(Fraction(value)) * LIMIT:
            found.append(f"{cell}: the workbook shows {value}, emitrace reads {figure['template']}")
        if not isinstance(value, (int, float)):
            found.append(f"{cell}: {figure['figure']} shows {value!r}")
            continue
        difference = (abs(Fraction(figure["computed"]) - Fraction(figure["template"])) if figure["computed"] else None)
        scale = max(Fraction(1), abs(Fraction(figure["computed"] or 0)))
        if difference is not None and difference <= LIMIT * scale:
            largest = max(largest, difference / scale)
            if cell in named:
                found.append(f"{cell}: {figure['figure']} is named as a difference and agrees")
        elif named.pop(cell, None) not in figure["reasons"]:
            found.append(f"{cell}: {figure['figure']} {figure['template']} beside {figure['computed']}, reasons {figure['reasons']}")
    found += [f"{cell}: named as a difference and not compared" for cell in named]
    # Every number of the summaries is among the figures.
    compared = {f"{figure['sheet']}!{figure['cell']}" for figure in figures}
    for at in range(len(plant["processes"])):
        wanted = [f"InputOutput!{column}{71 + at}" for column in ("AJ", "AK", "AL", "AM", "AN", "AO")]
        wanted += [f"Summary_Processes!{column}{164 + 36 * at}" for column in "IJKLMNP"]
        found += [f"{cell}: not compared" for cell in wanted if cell not in compared]
    for row in range(10, 10 + len(plant.get("products", []))):
        wanted = [f"Summary_Products!{column}{row}" for column in "IJKO"]
        found += [f"{cell}: not compared" for cell in wanted if cell not in compared]
    return found, largest, len(figures)


def lost(plant, told):
    """Entries that are neither taken nor told."""
    seen = {f"{one['sheet']}!{one['cell']}" for one in told["taken"] + told["findings"]}
    return [f"{sheet}!{cell}: the entry is lost" for sheet, cell, _ in cells(plant) if f"{sheet}!{cell}" not in seen]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--template", default=os.environ.get("EMITRACE_CBAM_TEMPLATE"))
    parser.add_argument("--emitrace", default="target/debug/emitrace")
    parser.add_argument("--keep", help="folder for the filled workbooks")
    parser.add_argument("--only", help="name of one plant")
    given = parser.parse_args()
    try:
        import openpyxl
    except ImportError:
        print("skipped: openpyxl is not installed (see the head of tests/template/agree.py)")
        return 0
    if not shutil.which("soffice"):
        print("skipped: LibreOffice (soffice) is not installed")
        return 0
    if not given.template or not pathlib.Path(given.template).is_file():
        print("skipped: no blank template; give --template or EMITRACE_CBAM_TEMPLATE")
        return 0
    warnings.simplefilter("ignore")
    failed, total = 0, 0
    with tempfile.TemporaryDirectory() as folder:
        for path in sorted((HERE / "plants").glob("*.json")):
            if given.only and path.stem != given.only:
                continue
            plant = json.loads(path.read_text(encoding="utf-8"))
            workbook = pathlib.Path(folder, f"{path.stem}.xlsx")
            count = filled(openpyxl, given.template, plant, workbook)
            workbook = recalculated(workbook, folder)
            shown = openpyxl.load_workbook(workbook, data_only=True)
            for rules in ("transitional", "definitive"):
                told = answer(given.emitrace, workbook, *([] if rules == "transitional" else ["--regime", rules]))
                if rules == "definitive" and not told["template"]["computed"]:
                    codes = sorted({one["code"] for one in told["template"]["findings"] if one["severity"] == "error"})
                    ok = codes == plant.get("definitive_refused", [])
                    failed += not ok
                    print(f"{path.stem:24} {rules:13} not computed: {', '.join(codes)}{'' if ok else '  NOT NAMED'}")
                    continue
                found, largest, figures = problems(plant, told, shown, rules)
                found += lost(plant, told)
                total += figures
                apart = sum(len(places) for places in plant.get("differs", {}).get(rules, {}).values())
                print(f"{path.stem:24} {rules:13} {count:4} entries {figures:4} figures, {apart:2} differ by law, "
                      f"largest other difference {float(largest):.1e}")
                for problem in found:
                    print(f"    {problem}")
                failed += bool(found)
            if given.keep:
                shutil.copy(workbook, given.keep)
    print(f"{total} figures compared, {failed} answers with problems")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
