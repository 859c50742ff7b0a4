#!/usr/bin/env python3
"""Writes the cases of the communication template. Only Python's standard library.

`--check` says whether the cases are what this script writes. The workbooks are made here: they have the sheets and cells of the
template that entries and results stand in, and nothing else of it. Entries are those of the plants of `tests/template`;
results are those that LibreOffice computes from them in the template itself (`tests/template/agree.py`).
"""

import base64
import datetime
import io
import json
import pathlib
import re
import sys
import zipfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "template"))
import agree  # noqa: E402

CASES = ROOT / "cases" / "cbam"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
SHEETS = ("0_Versions", "A_InstData", "B_EmInst", "C_Emissions&Energy", "D_Processes", "E_PurchPrec", "F_Tools",
          "Summary_Processes", "Summary_Products", "InputOutput", "VersionDocumentation")
SOURCE = ("Communication template for installations 2.1.1 (DG TAXUD, 13 December 2024), filled with our own figures and recalculated "
          "with LibreOffice; the workbook of the case was made for it")


class Result(str):
    """The stored result of a formula."""


class Fault(str):
    """An error value."""


def plant(name):
    return json.loads((ROOT / "template" / "plants" / f"{name}.json").read_text(encoding="utf-8"))


def content(value):
    """A cell's attributes and what is in it."""
    if isinstance(value, Result):
        return "", f"<f>1</f><v>{value}</v>"
    if isinstance(value, Fault):
        return ' t="e"', f"<v>{value}</v>"
    if isinstance(value, bool):
        return ' t="b"', f"<v>{int(value)}</v>"
    if isinstance(value, datetime.datetime):
        return "", f"<v>{(value - datetime.datetime(1899, 12, 30)).days}</v>"
    if re.fullmatch(r"-?\d+(\.\d+)?", value):
        return "", f"<v>{value}</v>"
    return ' t="inlineStr"', f"<is><t>{value.replace('&', '&amp;')}</t></is>"


def column(cell):
    return sum((ord(letter) - 64) * 26**at for at, letter in enumerate(reversed(re.match("[A-Z]+", cell)[0])))


def workbook(entries, sheets=SHEETS):
    """A workbook with these cells; the version of the template is among them unless they say another."""
    table = {name: {} for name in sheets}
    for sheet, cell, value in [("0_Versions", "E38", "V"), ("VersionDocumentation", "B5", "English"), *entries]:
        if sheet in table:
            table[sheet][cell] = value
    if table["0_Versions"]["E38"] == "V":
        table["0_Versions"]["E38"] = "2.1.1"
    members = {
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}"><Relationship Id="r1" Type="{OFFICE}/officeDocument" '
                       f'Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>' + "".join(
            f'<sheet name="{name.replace("&", "&amp;")}" sheetId="{at}" r:id="r{at}"/>' for at, name in enumerate(sheets, 1)
        ) + "</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}">' + "".join(
            f'<Relationship Id="r{at}" Type="{OFFICE}/worksheet" Target="worksheets/sheet{at}.xml"/>'
            for at in range(1, len(sheets) + 1)) + "</Relationships>",
    }
    for at, name in enumerate(sheets, 1):
        rows = {}
        for cell, value in table[name].items():
            rows.setdefault(int(re.search(r"\d+", cell)[0]), []).append((column(cell), cell, value))
        written = "".join(f'<row r="{row}">' + "".join(
            "<c r=\"{}\"{}>{}</c>".format(cell, *content(value)) for _, cell, value in sorted(found, key=lambda one: one[:2])
        ) + "</row>" for row, found in sorted(rows.items()))
        members[f"xl/worksheets/sheet{at}.xml"] = f'<worksheet xmlns="{MAIN}"><sheetData>{written}</sheetData></worksheet>'
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        for name, text in members.items():
            # Stored: other versions of zlib would make other bytes.
            file.writestr(zipfile.ZipInfo(name, (2025, 1, 1, 0, 0, 0)), text)
    return base64.b64encode(out.getvalue()).decode()


def typed(entries):
    """Codes of the Combined Nomenclature are text, whatever they look like."""
    return [(sheet, cell, value if isinstance(value, (bool, datetime.datetime, Result, Fault)) else str(value))
            for sheet, cell, value in entries]


def entries(name, *more):
    return typed([*agree.cells(plant(name)), *more])


def results(values):
    return [(*place.split("!"), Result(value)) for place, value in values.items()]


# Of the furnace: what the template's sheets show when LibreOffice has computed them.
STEEL = {"InputOutput!AJ71": "0.12", "InputOutput!AK71": "0.418", "InputOutput!AL71": "0.33", "InputOutput!AM71": "0.371",
         "InputOutput!AO71": "0.6", "Summary_Products!I10": "0.41800000000000004", "Summary_Products!J10": "0.371",
         "Summary_Products!K10": "0.789", "Summary_Products!M10": "0.043062200956937795", "Summary_Products!AZ10": "30499.5",
         "B_EmInst!AU18": "-4396.8", "B_EmInst!AU19": "25229.353149", "D_Processes!L24": "1000000", "E_PurchPrec!L52": "0.07"}
LOOP = {"InputOutput!AK71": "0.15466515323496", "InputOutput!AK72": "0.233257661748", "Summary_Products!I10": "0.154665153234960",
        "Summary_Products!J10": "0.256413166855846", "Summary_Products!I11": "0.23325766174801", "Summary_Products!J11": "0.320658342792"}


def finding(severity, code, sheet, cell):
    return {"severity": severity, "code": code, "sheet": sheet, "cell": cell}


def figure(name, path, place, template, equal, reasons=()):
    sheet, cell = place.split("!")
    return {"figure": name, "path": path, "sheet": sheet, "cell": cell, "template": template, "equal": equal,
            "reasons": list(reasons)}


def case(name, says, request, expect, clause="", source=SOURCE, oracle=False):
    whole = {"case": f"cbam-template-{name}", "says": says}
    whole |= {"clause": clause} if clause else {}
    whole |= {"source": source, "call": "cbam.template", "request": request}
    whole |= {"oracle": {"cbam": {}}} if oracle else {}
    return whole | {"expect": expect}


def document(name):
    """The document that a plant of the tests becomes, as the cases expect it."""
    return json.loads((ROOT / "template" / "documents" / f"{name}.json").read_text(encoding="utf-8"))


def cases():
    steel = entries("eaf-steel", *results(STEEL))
    yield case(
        "steel", "a filled template becomes a document, cell by cell, and its own figures agree with those of its entries",
        {"base64": workbook(steel)},
        {"ok": {
            "version": "2.1.1", "complete": True, "findings": [], "document": document("eaf-steel"),
            "taken": {"$contains": [
                {"sheet": "A_InstData", "cell": "I26", "value": "Viet Nam", "formula": False, "path": "/installation/country"},
                {"sheet": "B_EmInst", "cell": "F18", "value": "-1000000", "path": "/streams/1/activity_data"},
                {"sheet": "D_Processes", "cell": "L17", "path": "/processes/0/goods/0/quantity_t"},
                {"sheet": "D_Processes", "cell": "L54", "value": "120000", "path": "/processes/0/direct/0/t_co2e"},
                {"sheet": "E_PurchPrec", "cell": "L72", "path": "/processes/0/inputs/1/quantity_t"},
                {"sheet": "Summary_Products", "cell": "AR10", "path": "/processes/0/goods/0/carbon_price/due_per_t"}]},
            "template": {"regime": "transitional", "computed": True, "findings": [], "figures_total": 14, "figures_equal": 14,
                         "figures": {"$contains": [
                             figure("see_direct", "/processes/0/goods/0", "Summary_Products!I10", "0.418", True),
                             figure("see_indirect", "/processes/0/goods/0", "Summary_Products!J10", "0.371", True),
                             figure("default_share_direct", "/processes/0/goods/0", "Summary_Products!M10",
                                    "0.0430622009569378", True),
                             figure("t_co2e", "/streams/1", "B_EmInst!AU18", "-4396.8", True)]}}}},
        clause="Implementing Regulation (EU) 2023/1773, Annex III", oracle=True)
    yield case(
        "loop-by-definitive-rules", "the same entries by the rules from 2026 on: what differs is told with its reason",
        {"base64": workbook(entries("loop", *results(LOOP))), "regime": "definitive"},
        {"ok": {"complete": True, "template": {
            "regime": "definitive", "figures_total": 6, "figures_equal": 4, "figures": {"$contains": [
                figure("see_direct", "/processes/0/goods/0", "Summary_Products!I10", "0.15466515323496", True),
                figure("see_indirect", "/processes/0/goods/0", "Summary_Products!J10", "0.256413166855846", False,
                       ["indirect-not-counted"])]}}}},
        clause="Regulation (EU) 2023/956, Article 7(1) and Annex II")
    altered = [(*place, value) for *place, value in steel if place != ["Summary_Products", "I10"]]
    yield case(
        "figure-overwritten", "somebody entered a figure that the template computes, and it is not what the entries give",
        {"base64": workbook([*altered, ("Summary_Products", "I10", "0.4")])},
        {"ok": {"findings": [finding("warning", "TEMPLATE_ALTERED", "Summary_Products", "I10"),
                             finding("warning", "TEMPLATE_DIFFERS", "Summary_Products", "I10")],
                "template": {"figures_equal": 13, "figures_total": 14}}})
    faults = [
        ("A_InstData", "I26", "Atlantis"), ("A_InstData", "E64", "Hydrogen"), ("B_EmInst", "D17", "Burning"),
        ("B_EmInst", "D18", "Combustion"), ("B_EmInst", "F18", "1,234"), ("B_EmInst", "L18", "0.5"), ("B_EmInst", "E20", "coal"),
        ("B_EmInst", "D21", "Process emissions"), ("B_EmInst", "F21", "-5"), ("B_EmInst", "D98", "Slope method"),
        ("B_EmInst", "AT98", "98"), ("D_Processes", "L57", "3"), ("D_Processes", "L62", "56.1"), ("D_Processes", "L27", "60000"),
        ("D_Processes", "L67", "D.9"), ("F_Tools", "J21", Fault("#DIV/0!")), ("Summary_Products", "D12", "Nowhere"),
        ("Summary_Products", "F13", "7207 11 14"), ("E_PurchPrec", "L17", "5")]
    bad, unused = "TEMPLATE_CELL_BAD", "TEMPLATE_CELL_UNUSED"
    yield case(
        "every-bad-cell-at-once", "every cell that could not be used is told, and no other",
        {"base64": workbook(entries("loop", *faults))},
        {"ok": {"complete": False, "findings": [
            finding("error", bad, "A_InstData", "I26"), finding("warning", unused, "A_InstData", "E64"),
            finding("error", bad, "B_EmInst", "D17"), finding("error", bad, "B_EmInst", "F18"),
            finding("warning", unused, "B_EmInst", "L18"), finding("warning", unused, "B_EmInst", "E20"),
            finding("error", bad, "B_EmInst", "F21"), finding("error", bad, "B_EmInst", "AT98"),
            finding("warning", "TEMPLATE_BALANCE", "D_Processes", "L42"),
            finding("warning", "TEMPLATE_ASSUMED", "D_Processes", "K50"),
            finding("warning", unused, "D_Processes", "L62"), finding("error", bad, "D_Processes", "L67"),
            finding("warning", unused, "E_PurchPrec", "L17"), finding("error", bad, "F_Tools", "J21"),
            finding("error", bad, "Summary_Products", "D12"), finding("warning", unused, "Summary_Products", "F13")],
            "template": {"computed": False}}},
        source="made for the case")
    yield case(
        "several-goods", "a process makes several goods and the template states one quantity: the first carries it",
        {"base64": workbook(entries("aluminium-products"))},
        {"ok": {"complete": True, "findings": [finding("info", "TEMPLATE_ASSUMED", "Summary_Products", "D11")],
                "document": {"processes": [{"goods": [{"cn": "7604 21 00", "quantity_t": "41000"},
                                                      {"cn": "7608 20 81", "quantity_t": "0"}]}]},
                "template": {"findings": [{"severity": "warning", "code": "ESTIMATES_ABOVE_LIMIT", "path": "/processes/0"}]}}})
    yield case(
        "biomass-and-heat", "percentages become fractions, biomass is taken off as the template does it, and that is told",
        {"base64": workbook(entries("clinker"))},
        {"ok": {"findings": [finding("warning", "TEMPLATE_ASSUMED", "B_EmInst", "R18")],
                "document": {"streams": [
                    {"id": "S1", "oxidation_factor": {"value": "0.995", "determination": "unspecified"}},
                    {"id": "S2", "biomass_fraction": {"value": "0.415"}, "biomass_sustainable": True},
                    {"id": "S3", "method": "process", "conversion_factor": {"value": "1"}}]}}})
    yield case(
        "measured-gases", "measured N2O and CO2, thousands of cubic metres an hour, and N2O of nitric acid",
        {"base64": workbook(entries("nitric-acid", ("B_EmInst", "AU113", Result("133902.171975"))))},
        {"ok": {"document": {"measurements": [{"id": "CEMS1", "gas": "N2O", "flow_nm3_per_h": "113100"},
                                              {"id": "CEMS2", "gas": "CO2", "biomass_fraction": {"value": "0.125"}}]},
                "template": {"figures_total": 1, "figures_equal": 1}}})
    yield case(
        "fiscal-year", "a reporting period that is no calendar year",
        {"base64": workbook(entries("fiscal-year"))},
        {"ok": {"complete": True, "document": {"period": "2024-04-01/2025-03-31"}, "template": {"regime": "transitional"}}})
    yield case(
        "combined-heat-and-power", "the tool for combined heat and power becomes an energy unit",
        {"base64": workbook(entries("chp", *results({"F_Tools!J49": "27661.10557464508", "F_Tools!K49": "55.32221114929016"})))},
        {"ok": {"document": {"energy_units": [{"id": "CHP1", "kind": "chp", "t_co2e": "56112.5", "fuel_tj": "1000",
                                               "reference_electric_efficiency": "0.525"}]},
                "template": {"figures_total": 2, "figures_equal": 2}}})
    yield case(
        "other-version", "cells of another version mean something else: nothing is read",
        {"base64": workbook([*steel, ("0_Versions", "E38", "2.0.1")])},
        {"ok": {"version": "2.0.1", "complete": False, "document": {}, "taken": [],
                "findings": [finding("error", "TEMPLATE_VERSION", "0_Versions", "E38")], "template": {"figures": []}}},
        source="made for the case")
    yield case(
        "other-language", "the words of other languages are not guessed",
        {"base64": workbook([*steel, ("VersionDocumentation", "B5", "Deutsch")])},
        {"ok": {"complete": False, "taken": [], "findings": [finding("error", "TEMPLATE_VERSION", "VersionDocumentation", "B5")]}},
        source="made for the case")
    yield case(
        "not-the-template", "a workbook that is not the template",
        {"base64": workbook([], ("0_Versions", "A_InstData"))}, {"error": {"code": "TEMPLATE_UNKNOWN"}}, source="made for the case")


def main():
    check, stale = "--check" in sys.argv[1:], []
    for one in cases():
        path = CASES / f"{one['case']}.json"
        text = json.dumps(one, indent=1, ensure_ascii=False) + "\n"
        if check and (not path.is_file() or path.read_text(encoding="utf-8") != text):
            stale.append(path.name)
        elif not check:
            path.write_text(text, encoding="utf-8")
    if stale:
        sys.exit(f"not what template_cases.py writes: {', '.join(stale)}")


if __name__ == "__main__":
    main()
