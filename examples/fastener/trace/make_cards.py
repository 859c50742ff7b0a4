#!/usr/bin/env python3
"""Writes the stock cards of the fastener maker's year, from steel heats to boxes.

    python3 make_cards.py            write the files
    python3 make_cards.py --check    say whether they are what this script would write

No input, no clock, no randomness: the same bytes every time. Company, suppliers, customers and figures are invented.
"""

import json
import sys
from decimal import Decimal as D
from pathlib import Path

HERE = Path(__file__).parent
STEEL, WIRE, BLANK, THREADED, HARD = "THEP-SWRM10", "DAY-6.8", "PHOI-M8", "REN-M8", "NL-M8"
BOLT, REJECT, DROSS, SCRAP, ZINC = "BL-M8x40", "LOI-M8", "XI-KEM", "PL-THEP", "KEM-SHG"
SUPPLIERS = [  # name, country, kg CO2e of a kilogram
    ("Thép Sông Lô", "VN", D("2.05")),
    ("Hebei Yanhe Wire Rod", "CN", D("2.31")),
    ("Donghae Special Steel", "KR", D("1.92")),
]
CUSTOMERS = ["Hanshin Fastening (Osaka)", "Viti Lombarde (Milano)", "Cơ khí Hải Dương"]
PIECE = D("0.0185")  # kg of a bolt
HEAD = ["Ngày chứng từ", "Số chứng từ", "Loại phiếu", "Kho", "Kho nhận", "Mã hàng", "Số lô", "Số lượng", "ĐVT", "Lệnh SX", "Công đoạn",
        "Nhà cung cấp", "Khách hàng", "Xuất xứ", "Số mẻ", "Phát thải (kg CO2e)"]


def number(value):
    """As Vietnamese offices write it: 1.234,5."""
    whole, _, rest = f"{value.normalize():f}".partition(".")
    groups = []
    while len(whole) > 3:
        whole, group = whole[:-3], whole[-3:]
        groups.insert(0, group)
    return ".".join([whole, *groups]) + ("," + rest if rest else "")


def day(month, number_):
    return f"{number_:02}/{month:02}/2025"


def line(date, document, kind, store, item, lot, quantity, unit="kg", run="", process="", supplier="", customer="", country="", heat="", carbon=None, to=""):
    cells = [date, document, kind, store, to, item, lot, number(D(quantity)), unit, run, process, supplier, customer, country, heat,
             "" if carbon is None else number(carbon)]
    return ";".join(cells)


def january(boxes):
    """What became of the boxes that were left in December, told as EPCIS events: two pallets, one of them opened by its customer."""
    prefix, other = "8931234", "8052345"
    lot = lambda box: f"urn:epc:class:lgtin:{prefix}.000001.{box}"
    pallets = [(f"urn:epc:id:sscc:{prefix}.100000010{n + 1}", boxes[n::2], CUSTOMERS[n]) for n in range(2)]
    events = []

    def event(day, hour, kind, action, step, **more):
        number = len(events) + 1
        events.append({
            "type": kind, "eventID": f"urn:uuid:5d9c6a10-0000-4000-8000-{number:012}", "eventTime": f"2026-01-{day:02}T{hour:02}:00:00+07:00",
            "eventTimeZoneOffset": "+07:00", "action": action, "bizStep": step, **more,
        })

    for n, (pallet, packed, _) in enumerate(pallets):
        event(8, 9 + n, "AggregationEvent", "ADD", "packing", parentID=pallet,
              childQuantityList=[{"epcClass": lot(box), "quantity": 20000, "uom": "H87"} for box in packed],
              bizLocation={"id": f"urn:epc:id:sgln:{prefix}.00002.0"})
    for n, (pallet, _, _) in enumerate(pallets):
        event(9, 14 + n, "ObjectEvent", "OBSERVE", "shipping", epcList=[pallet], readPoint={"id": f"urn:epc:id:sgln:{prefix}.00003.0"},
              bizTransactionList=[{"type": "desadv", "bizTransaction": f"urn:epcglobal:cbv:bt:{prefix}000009:PX01-{n + 1}"}],
              destinationList=[{"type": "owning_party", "destination": PARTIES[n]}])
    pallet, packed, _ = pallets[1]
    milano = {"readPoint": {"id": f"urn:epc:id:sgln:{other}.00001.0"}}
    event(29, 20, "ObjectEvent", "OBSERVE", "receiving", epcList=[pallet], **milano)
    event(30, 15, "AggregationEvent", "DELETE", "unpacking", parentID=pallet, **milano)
    event(30, 18, "ObjectEvent", "OBSERVE", "shipping", quantityList=[{"epcClass": lot(packed[0]), "quantity": 20000, "uom": "H87"}], **milano,
          destinationList=[{"type": "owning_party", "destination": "urn:epc:id:pgln:8055555.00000"}])
    return {
        "@context": ["https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld"], "type": "EPCISDocument", "schemaVersion": "2.0",
        "creationDate": "2026-01-31T08:00:00Z", "epcisBody": {"eventList": events},
    }


PARTIES = ["urn:epc:id:pgln:4951234.00000", "urn:epc:id:pgln:8052345.00000"]


def year():
    materials, making, leaving, zinc, kept = [], [], [], [], []
    zinc_stock, rejects = D(0), None
    for m in range(1, 13):
        coils = []
        for n in range(3):
            name, country, intensity = SUPPLIERS[(m + n) % 3] if n < 2 else SUPPLIERS[0]
            quantity = D(1900) + D(37 * m + 113 * n) / 2
            lot, heat = f"C{m:02}{n + 1}", f"{country}{2500 + 17 * m + 5 * n}"
            coils.append((lot, quantity))
            materials.append(line(day(m, 2), f"PNK{m:02}-{n + 1}", "Nhập mua", "Kho vật tư", STEEL, lot, quantity, supplier=name,
                                  country=country, heat=heat, carbon=quantity * intensity))
        if m % 3 == 1:
            bought = D(260)
            zinc_stock += bought
            origin = "AU" if m in (1, 7) else "KR"
            supplier = "Coral Zinc" if origin == "AU" else "Onsan Metal"
            zinc.append([day(m, 3), f"PNKK{m:02}", "Nhập kẽm thỏi", "", supplier, origin, f"K{m:02}", number(bought * D("2.4")), number(bought), "", number(zinc_stock)])

        def run(code, process, date, inputs, outputs, carbon):
            order = f"LSX-{code}-{m:02}"
            for at, (store, item, lot, quantity) in enumerate(inputs):
                making.append(line(day(m, date), f"PXK-{code}{m:02}", "Xuất sản xuất", store, item, lot, quantity, run=order, process=process,
                                   carbon=carbon.quantize(D("0.000001")) if at == 0 else None))
            for store, item, lot, quantity in outputs:
                making.append(line(day(m, date + 1), f"PNK-{code}{m:02}", "Nhập thành phẩm", store, item, lot, quantity, run=order, process=process))

        # The third coil of each month is used over two months: half now, half in the next.
        used = [(lot, quantity) for lot, quantity in coils[:2]] + [(coils[2][0], coils[2][1] / 2)]
        if m > 1:
            used.append((f"C{m - 1:02}3", (D(1900) + D(37 * (m - 1) + 226) / 2) / 2))
        steel = sum(quantity for _, quantity in used)
        scale = (steel * D("0.012")).quantize(D("0.1"))
        wire = (steel - scale - D("2.5")).quantize(D("0.1"))
        run("KD", "Kéo dây", 4, [("Kho vật tư", STEEL, lot, quantity) for lot, quantity in used],
            [("Xưởng", WIRE, f"D{m:02}", wire), ("Kho phế liệu", SCRAP, f"PL-KD{m:02}", scale)], steel * D("0.09"))
        cut = (wire * D("0.045")).quantize(D("0.1"))
        run("DD", "Dập đầu", 7, [("Xưởng", WIRE, f"D{m:02}", wire)],
            [("Xưởng", BLANK, f"P{m:02}", wire - cut), ("Kho phế liệu", SCRAP, f"PL-DD{m:02}", cut)], wire * D("0.06"))
        run("CR", "Cán ren", 10, [("Xưởng", BLANK, f"P{m:02}", wire - cut)], [("Xưởng", THREADED, f"R{m:02}", wire - cut)], wire * D("0.04"))
        run("NL", "Nhiệt luyện", 13, [("Xưởng", THREADED, f"R{m:02}", wire - cut)], [("Xưởng", HARD, f"N{m:02}", wire - cut)], wire * D("0.31"))

        # Plating: 10 kg of zinc to a tonne of bolts, three tenths of it end in the dross; last month's rejects go through again.
        hard = wire - cut + (rejects[1] if rejects else D(0))
        dip = (hard * D("0.01")).quantize(D("0.1"))
        zinc_stock -= dip
        zinc.append([day(m, 16), f"PXKK{m:02}", "Xuất mạ", f"LSX-MA-{m:02}", "", "", "", "", "", number(dip), number(zinc_stock)])
        coated = hard + dip * D("0.7")
        dross = hard + dip - coated
        bad = (coated * D("0.02")).quantize(D("0.000001"))
        inputs = [("Xưởng", HARD, f"N{m:02}", wire - cut)]
        if rejects:
            inputs.append(("Xưởng", REJECT, rejects[0], rejects[1]))
        run("MA", "Mạ kẽm", 16, inputs,
            [("Kho thành phẩm", BOLT, f"M{m:02}", coated - bad), ("Xưởng", REJECT, f"L{m:02}", bad), ("Kho phế liệu", DROSS, f"XI{m:02}", dross)],
            hard * D("0.22"))
        rejects = (f"L{m:02}", bad)

        # Boxes of 20,000 pieces; what does not fill a box stays loose.
        box = 20_000 * PIECE
        count = int((coated - bad) / box)
        boxes = [f"T{m:02}{n + 1:02}" for n in range(count)]
        making.append(line(day(m, 20), f"PXK-DG{m:02}", "Xuất sản xuất", "Kho thành phẩm", BOLT, f"M{m:02}", box * count, run=f"LSX-DG-{m:02}", process="Đóng gói"))
        for name in boxes:
            making.append(line(day(m, 20), f"PNK-DG{m:02}", "Nhập thành phẩm", "Kho thành phẩm", "HOP-BL-M8x40", name, 20_000, "cái",
                               run=f"LSX-DG-{m:02}", process="Đóng gói"))
        for n, name in enumerate(boxes):
            if m == 12 and n % 2:
                kept.append(name)
                continue
            customer = CUSTOMERS[n % 3]
            leaving.append(line(day(m, 22 + n % 5), f"PGH{m:02}-{n % 3 + 1}", "Xuất bán", "Kho thành phẩm", "HOP-BL-M8x40", name, 20_000, "cái", customer=customer))
        leaving.append(line(day(m, 27), f"PGH{m:02}-PL", "Xuất bán", "Kho phế liệu", SCRAP, f"PL-DD{m:02}", cut, customer="Phế liệu Đông Anh"))
    return materials, making, leaving, zinc, kept


def files():
    materials, making, leaving, zinc, kept = year()
    table = lambda rows: "\ufeff" + "\n".join([";".join(HEAD), *rows]) + "\n"
    # A classic stock card: names above the table, a header of two rows, the stock after each line.
    card = ["THẺ KHO;;;;;;;;;;", f"Mã vật tư: {ZINC};;;;;;;;;;", "Tên vật tư: Kẽm thỏi 99,995 %;;;;;;;;;;", "Đơn vị tính: kg;;;;;;;;;;", "Kho: Bể mạ;;;;;;;;;;", ";;;;;;;;;;",
            "Ngày;Số chứng từ;Diễn giải;Lệnh SX;Nhà cung cấp;Xuất xứ;Số lô;Phát thải (kg CO2e);Số lượng;;", ";;;;;;;;Nhập;Xuất;Tồn",
            *[";".join(row) for row in zinc], "Cộng;;;;;;;;;;"]
    declared = {
        "items": [{"item": "HOP-BL-M8x40", "unit": "cái", "kg": str(PIECE)}],
        "aliases": [
            {"identifier": {"text": text}, "same_as": {"text": name}}
            for text, name in [("urn:epc:idpat:sgtin:8931234.000001.*", "HOP-BL-M8x40"), *zip(PARTIES, CUSTOMERS)]
        ],
        "options": {
            "stores": [{"name": "Bể mạ", "policy": "average"}],
            "processes": [
                {"process": "Kéo dây", "allocation": "mass", "weights": [{"item": SCRAP, "weight": "0"}]},
                {"process": "Dập đầu", "allocation": "mass", "weights": [{"item": SCRAP, "weight": "0"}]},
                {"process": "Mạ kẽm", "allocation": "mass", "weights": [{"item": DROSS, "weight": "0"}],
                 "composition": PLATING},
            ],
        },
        "reading": {"locale": "vi-VN"},
    }
    return {
        "vat-tu.csv": table(materials),
        "san-xuat.csv": table(making),
        "giao-hang.csv": table(leaving),
        "the-kho-kem.csv": "\ufeff" + "\n".join(card) + "\n",
        "thang-1-2026.json": json.dumps(january(kept), ensure_ascii=False, indent=1) + "\n",
        "khai-bao.json": json.dumps(declared, ensure_ascii=False, indent=2) + "\n",
    }


# Two of a hundred bolts come out bad; three tenths of the zinc end in the dross.
PLATING = [{"input": steel, "output": out, "share": share} for steel in (HARD, REJECT) for out, share in ((BOLT, "0.98"), (REJECT, "0.02"))]
PLATING += [{"input": ZINC, "output": out, "share": share} for out, share in ((BOLT, "0.686"), (REJECT, "0.014"), (DROSS, "0.3"))]


def main():
    stale = []
    for name, text in files().items():
        path = HERE / name
        if "--check" in sys.argv:
            if not path.exists() or path.read_text(encoding="utf-8") != text:
                stale.append(name)
        else:
            path.write_text(text, encoding="utf-8")
    if stale:
        sys.exit("not fresh: " + ", ".join(stale))


main()
