#!/usr/bin/env python3
"""Writes the cases of stock cards and goods notes as they come: workbooks and files with marks. Only Python's standard library.

`--check` says whether the cases are what this script writes. What is expected is written beside each file by hand.
"""

import base64
import json
import pathlib
import sys

from sheet_cases import MAIN, archive, parts

CASES = pathlib.Path(__file__).resolve().parent.parent / "cases" / "lots"
SOURCE = "worked by hand; forms S12-DN, 01-VT and 02-VT of Circular 200/2014/TT-BTC, filled in for the case"


def column(number):
    return chr(ord("A") + number)


def cell(at, value):
    """Text, a number (int or str of `=1.5`), or a fault (`#REF!`)."""
    if isinstance(value, int) or value.startswith("="):
        return f'<c r="{at}"><v>{str(value).lstrip("=")}</v></c>'
    if value.startswith("#"):
        return f'<c r="{at}" t="e"><v>{value}</v></c>'
    return f'<c r="{at}" t="inlineStr"><is><t>{value}</t></is></c>'


def sheet(lines, merged=()):
    """XML of rows; an empty text is no cell, an empty row no row."""
    rows = []
    for number, line in enumerate(lines, 1):
        cells = "".join(cell(f"{column(at)}{number}", value) for at, value in enumerate(line) if value != "")
        if cells:
            rows.append(f'<row r="{number}">{cells}</row>')
    ranges = "".join(f'<mergeCell ref="{range}"/>' for range in merged)
    behind = f'<mergeCells count="{len(merged)}">{ranges}</mergeCells>' if merged else ""
    return "".join(rows), behind


def book(*sheets):
    """A workbook of (name, lines, merged cells)."""
    members = parts("", sheets=tuple(name for name, *_ in sheets))
    for at, (_, lines, merged) in enumerate(sheets, 1):
        rows, behind = sheet(lines, merged)
        members[f"xl/worksheets/sheet{at}.xml"] = f'<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData>{behind}</worksheet>'
    return archive(members)


def lot(lot, item, kind, date, quantity, in_stock, origin, *, store="", document="", version=1, run="", unit="kg"):
    return {"lot": lot, "item": item, "store": store, "kind": kind, "date": date, "quantity": quantity, "in_stock": in_stock,
            "unit": unit, "version": version, "document": document, "run": run,
            "origin": [{"label": label, "quantity": units} for label, units in origin]}


# A stock card with the form's header of two rows, its row of letters, merged titles and real days.
CARD = [
    ["Đơn vị: Công ty TNHH Bu lông", "", "", "", "", "", "Mẫu số: S12-DN"],
    ["THẺ KHO"],
    ["Ngày lập thẻ: 01/01/2026"],
    ["Tên hàng: Dây thép phi 8"],
    ["Mã số: DAY-8", "", "Đơn vị tính:", "kg"],
    [],
    ["STT", "Ngày tháng", "Số hiệu chứng từ", "", "Diễn giải", "Lệnh SX", "Số lượng", "", "", "Xuất xứ"],
    ["", "", "Nhập", "Xuất", "", "", "Nhập", "Xuất", "Tồn"],
    ["A", "B", "C", "D", "E", "F", 1, 2, 3, "G"],
    ["", "", "", "", "Tồn đầu kỳ", "", "", "", "=500.5", "VN"],
    [1, 46027, "PN01", "", "Nhập mua", "", 1000, "", "=1500.5", "CN"],
    [2, 46029, "", "PX01", "Xuất sản xuất", "LSX1", "", "=600.2", "=900.3"],
    ["", "", "", "", "Cộng", "", 1000, "=600.2"],
]
CARD_MERGED = ["A2:J2", "A7:A8", "B7:B8", "C7:D7", "E7:E8", "F7:F8", "G7:I7", "J7:J8"]

RECEIVED = [
    ["Đơn vị: Công ty TNHH Bu lông", "", "", "", "Mẫu số 01 - VT"],
    ["PHIẾU NHẬP KHO"],
    ["Ngày 05 tháng 01 năm 2026"],
    ["Số: PNK007"],
    ["Nhà cung cấp: Thép Á Châu"],
    ["Nhập tại kho: K1", "", "Xuất xứ: CN"],
    ["STT", "Tên, nhãn hiệu, quy cách", "Mã số", "Số lô", "Đơn vị tính", "Số lượng", "", "Đơn giá", "Thành tiền"],
    ["", "", "", "", "", "Theo chứng từ", "Thực nhập"],
    ["A", "B", "C", "D", "E", 1, 2, 3, 4],
    [1, "Dây thép phi 8", "DAY-8", "C101", "tấn", "=1.3", "=1.25", 17500000, 21875000],
    [2, "Dây thép phi 8", "DAY-8", "C102", "kg", 800, 800, 17500, 14000000],
    ["", "Cộng", "", "", "", "", "", "", 35875000],
    ["Tổng số tiền (viết bằng chữ): ba mươi lăm triệu"],
    ["Người lập phiếu", "", "Thủ kho", "", "Kế toán trưởng"],
]
ISSUED = [
    ["PHIẾU XUẤT KHO"],
    ["Hà Nội, ngày 8 tháng 1 năm 2026"],
    ["Số:", "PXK003"],
    ["Lý do xuất kho: Xuất sản xuất", "", "Lệnh SX: LSX9"],
    ["Xuất tại kho: K1"],
    ["STT", "Tên", "Mã số", "Số lô", "Đơn vị tính", "Số lượng"],
    ["", "", "", "", "", "Yêu cầu", "Thực xuất"],
    [1, "Dây thép phi 8", "DAY-8", "C101", "kg", 1300, 1250],
    ["", "Cộng"],
]

DAYBOOK = ["Ngày", "Số chứng từ", "Loại phiếu", "Mã hàng", "Số lô", "Số lượng", "ĐVT", "Xuất xứ"]


def cases():
    def case(name, says, cards, result, **request):
        return {
            "case": f"trace-{name}", "says": says, "clause": "METHODS M-177", "source": SOURCE, "call": "trace.follow",
            "request": {"cards": cards, **request}, "expect": {"ok": {"result": result}},
        }

    def file(name, data):
        return {"name": name, "base64": base64.b64encode(data).decode()}

    vietnamese = {"reading": {"locale": "vi-VN"}}
    yield case(
        "xlsx-card", "a stock card as a workbook: titles, a header of two rows with merged cells, the row of letters, real days and numbers",
        [{**file("the-kho.xlsx", book(("Thẻ kho", CARD, CARD_MERGED))), "store": "K1"}],
        {"coverage": {"records": 3, "excluded": 0},
         "lots": [
             lot("", "DAY-8", "opening", "2026-01-05", "500.5", "0", [("VN", "500.5")], store="K1", document=""),
             lot("", "DAY-8", "receive", "2026-01-05", "1000", "900.3", [("CN", "1000")], store="K1", document="PN01", version=2),
         ]}, options={"policy": "fifo"})
    yield case(
        "xlsx-notes", "a goods-received note and an issue note as the forms print them: day, number, store and reason stand above the table",
        [file("phieu.xlsx", book(("PNK007", RECEIVED, ["A2:I2", "F7:G7", "B12:F12"]), ("PXK003", ISSUED, ["F6:G6"])))],
        {"coverage": {"records": 3, "excluded": 0},
         "lots": [
             lot("C101", "DAY-8", "receive", "2026-01-05", "1250", "0", [("CN", "1250")], store="K1", document="PNK007"),
             lot("C102", "DAY-8", "receive", "2026-01-05", "800", "800", [("CN", "800")], store="K1", document="PNK007"),
         ]}, **vietnamese)
    merged = book(("Nhập", [
        DAYBOOK,
        [46027, "PN01", "nhập mua", "DAY-8", "C1", 600, "kg", "CN"],
        ["", "", "", "DAY-8", "C2", 400, "kg", "VN"],
        ["", "", "", "DAY-8", "C3", 100, "kg", ""],
        [46028, "PN02", "nhập mua", "DAY-8", "C4", 50, "kg", ""],
    ], ["A2:A4", "B2:B4", "C2:C4", "H3:H4"]))
    yield case(
        "xlsx-merged", "a day, a document and a country that are merged over lines are said of each of them, and of no line below",
        [file("nhap.xlsx", merged)],
        {"coverage": {"records": 4, "excluded": 0},
         "lots": [
             lot("C1", "DAY-8", "receive", "2026-01-05", "600", "600", [("CN", "600")], document="PN01"),
             lot("C2", "DAY-8", "receive", "2026-01-05", "400", "400", [("VN", "400")], document="PN01"),
             lot("C3", "DAY-8", "receive", "2026-01-05", "100", "100", [("VN", "100")], document="PN01"),
             lot("C4", "DAY-8", "receive", "2026-01-06", "50", "50", [("UNKNOWN", "50")], document="PN02"),
         ], "findings": []})
    together = book(("Nhập", [
        DAYBOOK,
        [46027, "PN01", "nhập mua", "DAY-8", "C1", 1000, "kg", "CN"],
        [46027, "PN01", "nhập mua", "DAY-8", "C2", "", "kg", "VN"],
    ], ["F2:F3"]))
    yield case(
        "xlsx-merged-amount", "one amount for two lots is not shared out: the line that has none of its own is left out and told",
        [file("nhap.xlsx", together)],
        {"coverage": {"records": 2, "excluded": 1},
         "findings": [{"code": "MERGED_CELL", "severity": "error", "row": 3, "column": "quantity", "file": "nhap.xlsx"}]})
    texts = book(("Nhập", [
        DAYBOOK,
        ["05/01/2026", "PN01", "Nhập mua", "DAY-8", "C1", "1.234,56", "kg", "Việt Nam"],
        ["13/01/2026", "PX01", "Xuất bán", "DAY-8", "C1", "=234.5", "kg", ""],
        ["14/01/2026", "PX02", "Xuất bán", "DAY-8", "C1", "1,234.56", "kg", ""],
        ["15/01/2026", "PX03", "Xuất bán", "DAY-8", "C1", "#REF!", "kg", ""],
    ], []))
    yield case(
        "xlsx-texts", "days and numbers that a workbook holds as text are read as declared, and its own numbers as they are",
        [file("nhap.xlsx", texts)],
        {"coverage": {"records": 4, "excluded": 1},
         "lots": [lot("C1", "DAY-8", "receive", "2026-01-05", "1234.56", "", [("VN", "1234.56")], document="PN01")],
         "findings": [
             {"code": "MIXED_NUMBER_FORMAT", "row": 4, "column": "quantity"},
             {"code": "MISSING_VALUE", "row": 5, "column": "quantity"},
             {"code": "UNKNOWN_QUANTITY", "row": 5},
         ]}, **vietnamese)
    two = book(("K1", [DAYBOOK, [46027, "PN01", "nhập mua", "DAY-8", "C1", 600, "kg", "CN"]], []),
               ("Ghi chú", [["Ghi chú: kiểm kê ngày 31/12"]], []),
               ("K2", [DAYBOOK, [46027, "PN02", "nhập mua", "DAY-8", "C2", 400, "kg", "VN"]], []))
    both = [lot("C1", "DAY-8", "receive", "2026-01-05", "600", "600", [("CN", "600")], document="PN01"),
            lot("C2", "DAY-8", "receive", "2026-01-05", "400", "400", [("VN", "400")], document="PN02")]
    yield case("xlsx-sheets", "every sheet that holds movements is read, and others are passed over", [file("kho.xlsx", two)],
               {"coverage": {"records": 2, "excluded": 0}, "lots": both})
    yield case("xlsx-sheet-named", "only the sheet that is named", [{**file("kho.xlsx", two), "sheet": "K2"}],
               {"coverage": {"records": 1, "excluded": 0}, "lots": both[1:]})
    yield case("xlsx-cut", "a workbook that was cut short is told, and the other file is read",
               [file("kho.xlsx", two[: len(two) // 2]), {**file("kho2.xlsx", two), "sheet": "K1"}],
               {"coverage": {"records": 1, "excluded": 1}, "lots": both[:1], "findings": [{"code": "BAD_ZIP", "file": "kho.xlsx", "row": 0}]})
    text = ("Ngày;Loại phiếu;Mã hàng;Số lô;Số lượng;ĐVT;Xuất xứ;Số CT\r\n"
            "05/01/2026;Nhập mua;DÂY-8;C1;1.234,5;kg;CN;\"PN;01\"\r\n\r\n"
            "06/01/2026;Xuất bán;DÂY-8;C1;0,25;tấn;;PX01\r\n")
    card = [lot("C1", "DÂY-8", "receive", "2026-01-05", "1234.5", "984.5", [("CN", "1234.5")], document="PN;01")]
    for name, says, data in (
        ("csv-mark", "UTF-8 with a byte-order mark, semicolons, days first, comma decimals, lines that end as Windows ends them", text.encode("utf-8-sig")),
        ("csv-utf-16", "what a spreadsheet saves as Unicode text: UTF-16 with its mark, and tabs", text.replace(";", "\t").replace("PN\t01", "PN;01").encode("utf-16")),
    ):
        yield case(name, says, [file("the-kho.csv", data)], {"coverage": {"records": 2, "excluded": 0}, "lots": card, "findings": []}, **vietnamese)
    yield case("csv-not-utf-8", "bytes of another encoding are told with their line, and nothing of the file is guessed",
               [file("the-kho.csv", text.encode("utf-8").replace("DÂY-8".encode(), b"D\xc2Y-8"))],
               {"coverage": {"records": 0, "excluded": 1}, "lots": [], "findings": [{"code": "INVALID_UTF8", "file": "the-kho.csv", "row": 0}]}, **vietnamese)


def main(words):
    if words not in ([], ["--check"]):
        sys.exit("usage: card_cases.py [--check]")
    stale = []
    for made in cases():
        path = CASES / f"{made['case']}.json"
        if not words:
            path.write_text(json.dumps(made, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
        elif not path.exists() or json.loads(path.read_text(encoding="utf-8")) != made:
            stale.append(path.name)
    if stale:
        sys.exit(f"stale: {', '.join(stale)}; run tests/oracle/card_cases.py")


if __name__ == "__main__":
    main(sys.argv[1:])
