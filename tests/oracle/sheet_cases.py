#!/usr/bin/env python3
"""Writes the cases of hostile workbooks and JSON lines. Only Python's standard library.

`--check` says whether the cases are what this script writes. The workbooks are written here, part by part, because
no spreadsheet program would write them.
"""

import base64
import io
import json
import pathlib
import sys
import zipfile

CASES = pathlib.Path(__file__).resolve().parent.parent / "cases" / "hostile"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
SHEET = "xl/worksheets/sheet1.xml"
SOURCE = "ECMA-376, RFC 8259 and spreadsheet practice; the file was made for the case"


def text(cell, value):
    return f'<c r="{cell}" t="inlineStr"><is><t>{value}</t></is></c>'


def row(number, quantity, *, name="R1", attributes="", day="46082"):
    return (f'<row r="{number}"{attributes}>{text(f"A{number}", name)}{quantity}{text(f"C{number}", "kWh")}'
            f'<c r="D{number}"><v>{day}</v></c></row>')


HEADER = f'<row r="1">{text("A1", "record_id")}{text("B1", "quantity")}{text("C1", "unit")}{text("D1", "date")}</row>'


def parts(rows, *, behind="", date1904=False, doctype="", sheets=("data",)):
    entries = "".join(f'<sheet name="{name}" sheetId="{at}" r:id="r{at}"/>' for at, name in enumerate(sheets, 1))
    relations = "".join(f'<Relationship Id="r{at}" Type="{OFFICE}/worksheet" Target="worksheets/sheet{at}.xml"/>'
                        for at in range(1, len(sheets) + 1))
    sheet = f'{doctype}<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData>{behind}</worksheet>'
    return {
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}"><Relationship Id="r1" Type="{OFFICE}/officeDocument" '
                       f'Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><workbookPr date1904="{int(date1904)}"/>'
                           f'<sheets>{entries}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}">{relations}</Relationships>',
        **{f"xl/worksheets/sheet{at}.xml": sheet for at in range(1, len(sheets) + 1)},
    }


def archive(members, packed=()):
    """Stored, so that the bytes are the same with every zlib; except the parts named in `packed`."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        for name, content in members.items():
            info = zipfile.ZipInfo(name, (2025, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED if name in packed else zipfile.ZIP_STORED
            file.writestr(info, content)
    return out.getvalue()


def book(rows, **more):
    return archive(parts(HEADER + rows, **more))


def lie(data, name, size):
    """Writes another inflated size into both headers of a part."""
    data = bytearray(data)
    for signature, name_at, size_at in ((b"PK\x03\x04", 30, 22), (b"PK\x01\x02", 46, 24)):
        at = data.find(signature)
        while data[at + name_at:at + name_at + len(name)] != name.encode():
            at = data.find(signature, at + 1)
        data[at + size_at:at + size_at + 4] = size.to_bytes(4, "little")
    return bytes(data)


def finding(code, row, cell="", severity="error", **more):
    return {"code": code, "row": row, "severity": severity, **({"cell": cell} if cell else {}), **more}


def good(row, quantity="5", start="2026-03-01"):
    return {"row": row, "quantity": quantity, "start": start}


def number(value, at=2):
    return f'<c r="B{at}"><v>{value}</v></c>'


def workbooks():
    two = row(2, number(5)) + row(3, "", name="R2")
    bomb = parts(HEADER + row(2, number(5)) + " " * (2 << 20))
    evil = parts(HEADER)
    evil["../../evil"] = "x"
    entity = '<!DOCTYPE x [<!ENTITY a "1"><!ENTITY b "&a;&a;">]>'
    whole = book(row(2, number(5)))
    yield "bad-ref", "a reference that is no cell", archive(parts('<row r="1"><c r="ZZZZZZZZZZ99999999999999"><v>1</v></c></row>')), {}, [], [finding("BAD_CELL_REF", 1, "data!A1")]
    yield "date1904", "44620 is 1 March 2026 where the workbook counts from 1904", book(row(2, number(5), day="44620"), date1904=True), {}, [good(2)], []
    yield "duplicate-cell", "a cell twice: readers disagree about its value", book(row(2, number(5) + number(5000))), {}, [], [finding("DUPLICATE_CELL", 2, "data!B2")]
    yield "error-cell", "a division by zero is no quantity", book(row(2, '<c r="B2" t="e"><v>#DIV/0!</v></c>')), {}, [], [finding("SPREADSHEET_ERROR_VALUE", 2, "data!B2", column="quantity")]
    yield "far-cell", "two cells in opposite corners take no memory", archive(parts('<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row>')), {}, [], [finding("SHEET_TOO_LARGE", 1048576, "data!XFD1048576")]
    yield "formula-no-cache", "a formula that was never computed is not zero", book(row(2, '<c r="B2"><f>1+1</f></c>')), {}, [], [finding("FORMULA_WITHOUT_VALUE", 2, "data!B2")]
    yield "formula-stale-cache", "a stored result is taken and told", book(row(2, '<c r="B2"><f>1+1</f><v>2000</v></c>')), {}, [good(2, "2000")], [finding("FORMULA_VALUE", 2, "data!B2", "warning")]
    yield "hidden-row", "a hidden row is counted and told", book(row(2, number(5), attributes=' hidden="1"')), {}, [good(2)], [finding("HIDDEN_ROW", 2, "data!2:2", "warning")]
    yield "merged-cells", "a covered cell is neither zero nor a second five", book(two, behind='<mergeCells count="1"><mergeCell ref="B2:B3"/></mergeCells>'), {}, [good(2)], [finding("MERGED_CELL", 3, "data!B3")]
    yield "not-a-zip", "a web page under a workbook's name", b"<html><table><tr><td>quantity</td></tr></table>", {}, [], [finding("BAD_ZIP", 0)]
    yield "num-1e999", "beyond every float and every kilogram", book(row(2, number("1E+999"))), {}, [], [finding("NUMBER_OUT_OF_RANGE", 2, "data!B2")]
    yield "num-20-digits", "more digits than a spreadsheet keeps", book(row(2, number("12345678901234567891"))), {}, [good(2, "12345678901234600000")], [finding("PRECISION_SUSPECT", 2, "data!B2", "warning")]
    yield "num-20-digits-raw", "all digits that the file holds", book(row(2, number("12345678901234567891"))), {"sheet_numbers": "raw"}, [good(2, "12345678901234567891")], [finding("PRECISION_SUSPECT", 2, "data!B2", "warning")]
    yield "num-binary-noise", "what the user saw is 0.3", book(row(2, number("0.30000000000000004"))), {}, [good(2, "0.3")], []
    yield "path-traversal", "a part that leads out of the archive", archive(evil), {}, [], [finding("BAD_PART_NAME", 0)]
    yield "shared-string-oob", "a shared string that is not there", archive(parts('<row r="1"><c r="A1" t="s"><v>4294967295</v></c></row>')), {}, [], [finding("BAD_SHARED_STRING", 1, "data!A1")]
    yield "size-lie", "the headers say ten bytes", lie(whole, SHEET, 10), {}, [], [finding("BAD_ZIP", 0, SHEET)]
    yield "text-number-undeclared", "a number as text needs its format declared", book(row(2, text("B2", "1.234,56"))), {}, [], [finding("AMBIGUOUS_NUMBER", 2, "data!B2")]
    yield "text-number-vn", "a number as text is read as declared", book(row(2, text("B2", "1.234,56"))), {"locale": "vi-VN"}, [good(2, "1234.56")], []
    yield "truncated", "an upload that was cut short", whole[: len(whole) // 2], {}, [], [finding("BAD_ZIP", 0)]
    yield "zip-bomb", "two megabytes out of two kilobytes", archive(bomb, packed=(SHEET,)), {}, [], [finding("DECOMPRESSED_TOO_LARGE", 0, SHEET)]
    yield "doctype", "no workbook has a document type", archive(parts(HEADER, doctype=entity)), {}, [], [finding("DTD_FORBIDDEN", 0, SHEET)]
    yield "comment-in-number", "a comment splits a number: one or a thousand", book(row(2, number("1<!--x-->000"))), {}, [], [finding("BAD_XML", 0, SHEET)]
    yield "cdata-number", "marked text is text", book(row(2, number("1<![CDATA[000]]>"))), {}, [good(2, "1000")], []
    yield "unclosed-xml", "the document ends inside an element", archive({**parts(""), SHEET: f'<worksheet xmlns="{MAIN}"><sheetData>'}), {}, [], [finding("BAD_XML", 0, SHEET)]
    yield "serial-60", "29 February 1900 never was", book(row(2, number(5), day="60")), {}, [], [finding("BAD_DATE", 2, "data!D2")]
    yield "two-ledgers", "two sheets hold a ledger, and nothing is guessed", book(row(2, number(5)), sheets=("T1", "T2")), {}, [], [finding("SHEET_AMBIGUOUS", 0)]
    yield "two-ledgers-named", "the sheet is named", book(row(2, number(5)), sheets=("T1", "T2")), {"sheet": "T2"}, [good(2)], []
    yield "sheet-unknown", "a sheet that is not there", whole, {"sheet": "data 2"}, [], [finding("UNKNOWN_VALUE", 0)]
    yield "header-row", "the header is where it is said to be", archive(parts(f'<row r="1">{text("A1", "CÔNG TY")}</row>' + HEADER.replace("1", "3") + row(4, number(5, 4)))), {"header_row": 3}, [good(4)], []
    yield "title-rows", "a title above the header is passed over", archive(parts(f'<row r="1">{text("A1", "CÔNG TY")}</row>' + HEADER.replace("1", "3") + row(4, number(5, 4)))), {}, [good(4)], []


def lines():
    def line(quantity='"5"', rest=""):
        return f'{{"record_id":"R1","quantity":{quantity},"unit":"kWh","date":"2026-03-01"{rest}}}'

    yield "aliases", "keys are fields or their aliases, in any order", '{"đvt":"kWh","Số lượng":5,"ngày":"2026-03-01"}\n\n' + line("6"), [good(1), good(3, "6")], []
    yield "dup-keys", "a key twice", line("5", ',"quantity":6'), [], [finding("DUPLICATE_KEY", 1, column="quantity")]
    yield "dup-keys-escaped", "a key twice, once as an escape", line("5", ',"quantit\\u0079":6'), [], [finding("DUPLICATE_KEY", 1, column="quantity")]
    yield "two-names", "two keys for one field", line("5", ',"qty":6'), [], [finding("DUPLICATE_KEY", 1, column="quantity")]
    yield "number-2pow53", "a number that a float does not hold", line("9007199254740993"), [good(1, "9007199254740993")], []
    yield "number-tenths", "0.1 is 0.1", line("0.1") + "\n" + line("0.2").replace("R1", "R2"), [good(1, "0.1"), good(2, "0.2")], []
    yield "number-1e999999", "beyond every range", line("1e999999"), [], [finding("NUMBER_OUT_OF_RANGE", 1, column="quantity")]
    yield "decimal-comma", "in JSON a number has a point, whatever the locale", line('"1.234,56"'), [], [finding("BAD_NUMBER", 1, column="quantity")]
    yield "leading-zero", "no number of JSON begins with zero", line("01"), [], [finding("BAD_JSON", 1, column="quantity")]
    yield "trailing-data", "a second object on the line is hidden data", line() + " {}", [], [finding("TRAILING_DATA", 1)]
    yield "wrong-type", "a list is no quantity", line("[5]"), [], [finding("WRONG_TYPE", 1, column="quantity")]
    yield "not-an-object", "a list is no row", line() + "\n[1]", [good(1)], [finding("WRONG_TYPE", 2)]
    yield "lone-surrogate", "half of a pair is no text", line("5", ',"note":"\\ud800"'), [], [finding("BAD_JSON", 1, column="note")]
    yield "null-quantity", "null is empty, and empty is not zero", line("null"), [], [finding("MISSING_VALUE", 1, column="quantity")]
    yield "missing-key", "a key that is not there is an empty cell", '{"record_id":"R1","quantity":5,"date":"2026-03-01"}', [], [finding("MISSING_VALUE", 1, column="unit")]
    yield "bad-line-costs-one-row", "a broken line costs its own row only", '{"record_id":\n' + line(), [good(2)], [finding("BAD_JSON", 1)]
    yield "deep", "a hundred lists in each other", line("5", ',"x":' + "[" * 100 + "]" * 100), [], [finding("UNKNOWN_COLUMN", 1, severity="info"), finding("NESTING_TOO_DEEP", 1, header="x")]


def case(name, says, ledger, options, records, findings):
    return {
        "case": name,
        "says": says,
        "source": SOURCE,
        "call": "ledger",
        "request": {"ledger": ledger, "options": options, "rows": 10},
        "expect": {"ok": {"records": records, "findings": findings}},
    }


def cases():
    for name, says, data, options, records, findings in workbooks():
        ledger = {"base64": base64.b64encode(data).decode()}
        yield case(f"hostile-xlsx-{name}", says, ledger, options, records, findings)
    for name, says, text_, records, findings in lines():
        options = {"locale": "vi-VN"} if name == "decimal-comma" else {}
        yield case(f"hostile-jsonl-{name}", says, {"text": text_}, options, records, findings)


def main(words):
    if words not in ([], ["--check"]):
        sys.exit("usage: sheet_cases.py [--check]")
    stale = []
    for made in cases():
        file = CASES / f"{made['case']}.json"
        if not words:
            file.write_text(json.dumps(made, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
            continue
        held = json.loads(file.read_text(encoding="utf-8")) if file.exists() else {"request": {}}
        if made["case"] == "hostile-xlsx-zip-bomb":
            # Another zlib packs in other bytes.
            held["request"].pop("ledger", None), made["request"].pop("ledger")
        if held != made:
            stale.append(file.name)
    if stale:
        sys.exit(f"stale: {', '.join(stale)}; run tests/oracle/sheet_cases.py")


if __name__ == "__main__":
    main(sys.argv[1:])
