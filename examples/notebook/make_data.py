#!/usr/bin/env python3
"""Writes the ledgers and the factor pack of the notebook.

    python3 make_data.py            write the files
    python3 make_data.py --check    say whether they are what this script would write

No input, no clock, no randomness: the same bytes every time. Firm, suppliers, documents and figures are invented.
"""

import csv
import hashlib
import io
import sys
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

HERE = Path(__file__).parent
LONG_BIEN, GIA_LAM = "Xưởng Long Biên", "Xưởng Gia Lâm"
HEADER = ["Mã bản ghi", "Từ ngày", "Đến ngày", "Cơ sở", "Hoạt động", "Số lượng", "Đơn vị", "Nhà cung cấp",
          "Hệ số phát thải", "Sai số", "Chất lượng dữ liệu", "Chứng từ"]


class Year:
    """The rows of a year."""

    def __init__(self, year):
        self.year, self.rows = year, []

    def add(self, record, activity, quantity, unit, months, *, site=LONG_BIEN, supplier="", factor="", off="",
            quality="", paper=""):
        first, last = months
        start = date(self.year, first, 1)
        end = date(self.year + last // 12, last % 12 + 1, 1) - timedelta(days=1)
        number = format(Decimal(quantity), ",f").translate(str.maketrans(",.", ".,"))
        self.rows.append([record, f"{start:%d/%m/%Y}", f"{end:%d/%m/%Y}", site, activity, number, unit, supplier,
                          factor, off, quality, paper])

    def monthly(self, record, activity, quantities, unit, **more):
        for month, quantity in enumerate(quantities, 1):
            paper = f"{more['paper']}-{self.year % 100}{month:02}"
            self.add(f"{record}-{month:02}", activity, quantity, unit, (month, month), **(more | {"paper": paper}))

    def quarterly(self, record, activity, quantities, unit, **more):
        for quarter, quantity in enumerate(quantities, 1):
            paper = f"{more['paper']}-{self.year % 100}Q{quarter}"
            months = (3 * quarter - 2, 3 * quarter)
            self.add(f"{record}-Q{quarter}", activity, quantity, unit, months, **(more | {"paper": paper}))

    def text(self):
        out = io.StringIO()
        writer = csv.writer(out, delimiter=";", lineterminator="\n")
        writer.writerow(HEADER)
        writer.writerows(self.rows)
        return out.getvalue()


# The Decision holds from October 2022: rows name its factors, so that all years are computed with the same ones.
DIESEL = "vn-decision-2626/diesel-stationary-manufacturing"
LPG = "vn-decision-2626/lpg-stationary-manufacturing"
PETROL = "vn-decision-2626/gasoline-road"

METER = {"off": "2 %", "quality": "1-1-1-1-1", "paper": "HD-DIEN"}
TANK = {"off": "5 %", "quality": "2-1-2-2-2", "supplier": "Xăng dầu Bồ Đề Xanh"}
RESIN = {"off": "1 %", "quality": "2-1-2-1-2", "paper": "PNK-NHUA"}


def long_bien(year, kwh, lpg, generator, petrol, r410a, virgin, recycled, freight):
    year.monthly("DIEN-LB", "điện lưới", kwh, "kWh", supplier="Điện lực Long Biên", **METER)
    year.quarterly("GAS", "gas công nghiệp", lpg, "kg", supplier="Khí đốt Bồ Đề Xanh", factor=LPG, off="3 %",
                   quality="2-1-2-1-1", paper="PN-GAS")
    year.quarterly("DO", "dầu chạy máy phát điện", generator, "L", factor=DIESEL, paper="PX-DO", **TANK)
    year.quarterly("XANG", "xăng xe công ty", petrol, "L", factor=PETROL, paper="TK-XANG", **TANK)
    year.add("R410A", "R-410A", r410a, "kg", (6, 6), supplier="Cơ điện lạnh Gia Lâm", off="-10/+20 %",
             quality="2-2-2-3-2", paper=f"BB-DL-{year.year % 100}")
    year.quarterly("NHUA-NS", "hạt nhựa", virgin, "t", supplier="Nhựa Phả Lại Mới",
                   factor="hong-ha/resin-virgin", **RESIN)
    year.quarterly("NHUA-TS", "hạt nhựa", recycled, "t", supplier="Tái chế Minh Khai Xanh",
                   factor="hong-ha/resin-recycled", **RESIN)
    year.quarterly("VC", "vận chuyển đường bộ", freight, "t.km", supplier="Vận tải Sông Đuống",
                   factor="hong-ha/haulier", quality="3-2-3-3-4", paper="BK-VC")


def gia_lam(year, kwh, generator):
    year.quarterly("DIEN-GL", "điện lưới", kwh, "kWh", site=GIA_LAM, supplier="Điện lực Gia Lâm", **METER)
    year.quarterly("DO-GL", "dầu chạy máy phát điện", generator, "L", site=GIA_LAM, factor=DIESEL, paper="PX-DO-GL",
                   **TANK)


def ledgers():
    first = Year(2021)
    long_bien(first, [41260, 33180, 43905, 44120, 46830, 49575, 51240, 50860, 47390, 45120, 44280, 42975],
              [1240, 1310, 1275, 1330], [380, 1120, 1460, 290], [842, 866, 871, 905], "5.2",
              ["46.5", "49.25", "51.4", "48.6"], ["6.2", "6.8", "7.1", "7.4"], [14850, 15720, 16240, 15980])
    second = Year(2022)
    long_bien(second, [43120, 34650, 45870, 46015, 48920, 51880, 53610, 53045, 49480, 47215, 46150, 44860],
              [1290, 1345, 1320, 1385], [260, 940, 1185, 215], [855, 874, 889, 912], "3.9",
              ["45.1", "47.6", "48.2", "46.4"], ["11.4", "12.6", "13.1", "12.9"], [15310, 16180, 16690, 16420])
    third = Year(2023)
    long_bien(third, [42385, 34010, 44925, 45230, 48105, 51090, 52870, 52410, 48730, 46495, 45380, 44170],
              [1265, 1320, 1290, 1350], [230, 1265, 1510, 180], [848, 860, 869, 894], "4.4",
              ["39.8", "41.5", "42.3", "40.7"], ["19.6", "21.2", "21.9", "21.4"], [15540, 16390, 16910, 16650])
    gia_lam(third, [38410, 41265, 43120, 40890], [120, 310, 385, 105])
    mistakes(third)
    seller, seller_second = Year(2021), Year(2022)
    gia_lam(seller, [36240, 38915, 40760, 38530], [145, 360, 420, 130])
    gia_lam(seller_second, [37105, 39840, 41690, 39470], [110, 295, 340, 95])
    return {"so-lieu-2021.csv": first, "so-lieu-2022.csv": second, "so-lieu-2023.csv": third,
            "gia-lam-2021.csv": seller, "gia-lam-2022.csv": seller_second}


def mistakes(year):
    """Four things that go wrong in offices; none may be counted as it stands."""
    rows = {row[0]: row for row in year.rows}
    rows["NHUA-NS-Q4"][6] = "ton"  # metric, short or long?
    rows["XANG-Q2"][2] = "31/06/2023"  # June has 30 days
    year.rows.append(list(rows["DIEN-LB-11"]))  # the invoice was entered twice
    year.rows.append(["LASER-1", "01/09/2023", "30/09/2023", LONG_BIEN, "khắc laser", "36", "h",
                      "Cơ khí chính xác Yên Viên", "", "", "", "HD-GC-2309"])


FACTORS = """factor,activity,kind,gas,value,state,value_unit,per_unit,place,valid_from,valid_to,scope,category,view,gwp_set,td_losses,lower,upper,cell,confidence,note
resin-virgin,plastics,emission,CO2e,2080,value,kg,t,VN,2021-01-01,2023-12-31,3,1,,AR5,,1870,2290,"supplier declaration PLM-2021-07, page 3",B,"illustrative; polypropylene, cradle to gate"
resin-recycled,plastics,emission,CO2e,640,value,kg,t,VN,2021-01-01,2023-12-31,3,1,,AR5,,510,770,"supplier declaration MK-2021-02, page 1",C,"illustrative; recycled granulate, collection to gate"
haulier,freight-road-hgv,emission,CO2e,0.118,value,kg,t.km,VN,2021-01-01,2023-12-31,3,4,,AR5,,,,"letter of the haulier, 4 January 2022",C,illustrative; fuel of the lorry from tank to wheel
density-diesel,diesel,density,,0.838,value,kg,L,VN,2021-01-01,2023-12-31,,,,,,,,mean of the delivery notes,B,illustrative; at 15 degrees
density-gasoline,gasoline,density,,0.742,value,kg,L,VN,2021-01-01,2023-12-31,,,,,,,,mean of the delivery notes,B,illustrative; at 15 degrees
"""

PACK = f"""+++
id = "hong-ha"
kind = "factors"
title = "Own factors of a plastics moulder (illustrative)"
publisher = "Công ty TNHH Nhựa Hồng Hà (invented)"
edition = "2023"
licence = "MIT OR Apache-2.0"
attribution = "Illustrative figures of an invented firm"
source = "Invented supplier declarations, letters and delivery notes"
url = ""
retrieved = "2024-01-15"
confidence = "C"
sha256 = "{hashlib.sha256(FACTORS.encode()).hexdigest()}"
not_for = ["Not for any real inventory: declarations, letters and figures are invented."]
+++
{FACTORS}"""


def main():
    files = {name: year.text() for name, year in ledgers().items()} | {"he-so.pack": PACK}
    stale = [name for name, text in files.items()
             if not (HERE / name).exists() or (HERE / name).read_text(encoding="utf-8") != text]
    if "--check" in sys.argv[1:]:
        sys.exit(f"not fresh: {', '.join(stale)}; run python3 {sys.argv[0]}" if stale else 0)
    for name in stale:
        (HERE / name).write_text(files[name], encoding="utf-8", newline="\n")
        print("wrote", name)


if __name__ == "__main__":
    main()
