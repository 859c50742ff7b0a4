#!/usr/bin/env python3
"""Writes ledger.en.csv, ledger.vi.csv, ledger.vi.xlsx and factors.pack from the one list of rows below.

    python3 make_ledgers.py            write the files
    python3 make_ledgers.py --check    say whether they are what this script would write

No input, no clock, no randomness: the same bytes every time. Company, suppliers, documents and
figures are invented.
"""

import csv
import hashlib
import io
import sys
import zipfile
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from xml.sax.saxutils import escape

HERE = Path(__file__).parent
YEAR = 2025
PACK = "song-hong-2025"

DONG_ANH = "Nhà máy Đông Anh"
THACH_THAT = "Nhà máy Thạch Thất"

# ---------------------------------------------------------------- the words of the two copies

COLUMNS = [  # field, English header, Vietnamese header
    ("id", "id", "Mã bản ghi"),
    ("date", "date", "Ngày"),
    ("period_start", "period_start", "Từ ngày"),
    ("period_end", "period_end", "Đến ngày"),
    ("site", "site", "Cơ sở"),
    ("activity", "activity", "Hoạt động"),
    ("quantity", "quantity", "Số lượng"),
    ("unit", "unit", "Đơn vị"),
    ("region", "region", "Quốc gia"),
    ("scope", "scope", "Phạm vi"),
    ("category", "category", "Hạng mục"),
    ("supplier", "supplier", "Nhà cung cấp"),
    ("product", "product", "Sản phẩm"),
    ("instrument", "instrument", "Chứng chỉ"),
    ("factor", "factor", "Hệ số phát thải"),
    ("quality", "quality", "Chất lượng dữ liệu"),
    ("evidence", "evidence", "Chứng từ"),
    ("note", "note", "Ghi chú"),
]

WORDS = {  # activity of the register: the word of the English copy, the word of the Vietnamese copy
    "electricity": ("grid electricity", "điện lưới"),
    "steam": ("purchased steam", "hơi nước mua"),
    "diesel-stationary": ("diesel generator", "dầu máy phát"),
    "diesel-forklift": ("forklift diesel", "dầu xe nâng"),
    "diesel-road": ("truck diesel", "dầu xe tải"),
    "gasoline-road": ("company car fuel", "xăng xe công ty"),
    "lpg-stationary": ("liquefied petroleum gas", "gas công nghiệp"),
    "anthracite-stationary": ("anthracite", "than cám"),
    "R-410A": ("R-410A", "R-410A"),
    "R-22": ("R-22", "R-22"),
    "steel-wire-rod": ("wire rod", "thép cuộn kéo dây"),
    "zinc": ("zinc ingot", "kẽm thỏi"),
    "acid": ("hydrochloric acid", "axit HCl"),
    "lubricant": ("cutting oil", "dầu cắt gọt"),
    "cardboard": ("cartons", "thùng carton"),
    "wood-packaging": ("wooden pallets", "pallet gỗ"),
    "water-supply": ("tap water", "nước máy"),
    "wastewater": ("waste water", "nước thải sản xuất"),
    "diesel-wtt": ("well-to-tank diesel", "WTT dầu diesel"),
    "gasoline-wtt": ("petrol WTT", "WTT xăng"),
    "freight-road-hgv": ("road freight", "vận chuyển đường bộ"),
    "freight-sea-container": ("sea freight", "vận chuyển đường biển"),
    "waste-landfill-mixed": ("general waste", "chất thải rắn thông thường"),
    "waste-recycling-metal": ("steel scrap", "phế liệu thép"),
    "waste-recycling-paper": ("waste paper", "giấy vụn"),
    "waste-hazardous": ("hazardous waste", "chất thải nguy hại"),
    "travel-air-short-haul": ("short-haul flight", "bay chặng ngắn"),
    "travel-air-domestic": ("domestic flight", "bay nội địa"),
    "travel-taxi": ("taxi", "đi taxi"),
    "hotel-stay": ("hotel night", "lưu trú công tác"),
    "commute-motorbike": ("commuting motorbike", "đi làm bằng xe máy"),
    "commute-car": ("commuting car", "đi làm bằng ô tô"),
    "offset-credit": ("carbon credits", "tín chỉ carbon"),
    "?": ("laser marking", "khắc laser"),  # in no register: a finding on purpose
}

# ---------------------------------------------------------------- the rows

rows = []


def add(record, activity, quantity, unit, *, on=None, month=None, quarter=None, year=False, site=DONG_ANH,
        scope="", category="", supplier="", product="", instrument="", factor="", quality="measured",
        evidence="", note=("", "")):
    """One row; when it happened is a day, a month, a quarter or the year."""
    start = end = None
    if month:
        start = date(YEAR, month, 1)
        end = date(YEAR + month // 12, month % 12 + 1, 1) - timedelta(days=1)
    elif quarter:
        start = date(YEAR, 3 * quarter - 2, 1)
        end = date(YEAR + quarter // 4, 3 * quarter % 12 + 1, 1) - timedelta(days=1)
    elif year:
        start, end = date(YEAR, 1, 1), date(YEAR, 12, 31)
    rows.append({
        "id": record, "date": on, "period_start": start, "period_end": end, "site": site,
        "activity": WORDS[activity], "quantity": Decimal(quantity), "unit": unit, "region": "VN",
        "scope": scope, "category": category, "supplier": supplier, "product": product,
        "instrument": instrument, "factor": f"{PACK}/{factor}" if factor else "", "quality": quality,
        "evidence": evidence, "note": note,
    })


def months(numbers):
    """Month and value; 0 = no row in that month."""
    return [(month, value) for month, value in enumerate(numbers, start=1) if value]


def day(month, number):
    return date(YEAR, month, number)


# -- scope 2: electricity of two meters; the smaller site covers 25 MWh a month by certificates
for m, kwh in months([71240, 58360, 73910, 72480, 76850, 81230, 84170, 83940, 78660, 75320, 74180, 72905]):
    add(f"E-DA-{m:02}", "electricity", kwh, "kWh", month=m, scope="2", category="electricity",
        supplier="Điện lực Đông Anh", evidence=f"HD-DA-25{m:02}")
for m, kwh in months(["21880.5", "16420", "23515.5", "22960", "25105", "28340.5", "30215", "29880", "26470.5",
                      "24190", "23055", "22648"]):
    add(f"E-TT-{m:02}", "electricity", kwh, "kWh", month=m, site=THACH_THAT, scope="2", category="electricity",
        supplier="Điện lực Thạch Thất", evidence=f"HD-TT-25{m:02}",
        note=("", "") if m > 1 else ("what the certificates do not cover", "phần không có chứng chỉ"))
    add(f"E-TT-{m:02}-REC", "electricity", 25, "MWh", month=m, site=THACH_THAT, scope="2", category="electricity",
        supplier="Điện lực Thạch Thất", instrument="I-REC", factor="electricity-certificate",
        evidence="REC-2025-0311")

# -- scope 2: steam from the neighbour's boiler house
for m, tonnes in months(["46.2", "37.8", "49.5", "48.1", "47.6", "45.9", "46.4", "47.2", "46.8", "48.9", "50.3", "51.7"]):
    add(f"S-TT-{m:02}", "steam", tonnes, "t", month=m, site=THACH_THAT, scope="2", category="steam",
        supplier="Công ty Nhiệt năng Phùng Xá", evidence=f"BB-HOI-25{m:02}")

# -- scope 1: fuels burned on site
for m, kg in months([3640, 2910, 3785, 3720, 3810, 3695, 3740, 3760, 3705, 3820, 3865, 3910]):
    add(f"F-LPG-{m:02}", "lpg-stationary", kg, "kg", month=m, site=THACH_THAT, scope="1", category="stationary",
        supplier="Khí đốt Tây Hồ", product="Lò nhiệt luyện", evidence=f"PN-LPG-25{m:02}")
for m, tonnes in months(["6.4", "5.2", "6.1", 0, 0, 0, 0, 0, 0, 0, "4.85", "6.7"]):
    add(f"F-ANT-{m:02}", "anthracite-stationary", tonnes, "t", month=m, scope="1", category="stationary",
        supplier="Than Mạo Khê Xanh", product="Lò hơi dây chuyền tẩy rửa", evidence=f"PC-THAN-25{m:02}")
for m, litres in months([0, 0, 120, 185, 640, 1180, 1425, 960, 310, 0, 0, 140]):
    add(f"F-GEN-{m:02}", "diesel-stationary", litres, "L", month=m, scope="1", category="stationary",
        supplier="Xăng dầu Nội Bài Xanh", product="Máy phát điện 500 kVA", evidence=f"PX-DO-25{m:02}")
for m, litres in months([410, 335, 428, 415, 422, 409, 431, 427, 418, 436, 425, 440]):
    add(f"F-FLT-{m:02}", "diesel-forklift", litres, "L", month=m, scope="1", category="mobile",
        supplier="Xăng dầu Nội Bài Xanh", product="Xe nâng 3,5 tấn", evidence=f"PX-XN-25{m:02}")

# -- scope 1: company vehicles
diesel_road = ["1842.5", "1515", "1908", "1877.5", "1893", "1860", "1915.5", "1922", "1884", "1951", "1938.5", "1967"]
gasoline_road = ["612", "498.5", "634", "621.5", "640", "655", "668.5", "660", "632", "645.5", "629", "671"]
for m in range(1, 13):
    add(f"V-DO-{m:02}", "diesel-road", diesel_road[m - 1], "L", month=m, scope="1", category="mobile",
        supplier="Xăng dầu Nội Bài Xanh", product="Xe tải 29H", evidence=f"TK-DO-25{m:02}")
    add(f"V-XA-{m:02}", "gasoline-road", gasoline_road[m - 1], "L", month=m, scope="1", category="mobile",
        supplier="Xăng dầu Nội Bài Xanh", product="Xe con 30K", evidence=f"TK-XA-25{m:02}")

# -- scope 1: refrigerants topped up; R-22 is an HCFC and stays outside the totals
for number, (m, d, kg, place) in enumerate([(3, 18, "4.5", DONG_ANH), (6, 9, "6.2", THACH_THAT), (9, 22, "3.8", DONG_ANH)], 1):
    add(f"R-410-{number}", "R-410A", kg, "kg", on=day(m, d), site=place, scope="1", category="fugitive",
        supplier="Cơ điện lạnh Gia Lâm", evidence=f"BB-DL-{number:02}")
for number, (m, d, kg) in enumerate([(5, 14, "2.7"), (8, 6, "1.9")], 1):
    add(f"R-22-{number}", "R-22", kg, "kg", on=day(m, d), scope="1", category="fugitive",
        supplier="Cơ điện lạnh Gia Lâm", evidence=f"BB-DL-{number + 10}",
        note=("old split units of the office", "điều hòa cũ khối văn phòng"))

# -- scope 3, 1: wire rod, each supplier with its own declared figure
ROD = [
    ("Thép Bình Nguyên", "wire-rod-binh-nguyen", "SWRCH 18A phi 8",
     [(1, 8, "61.42"), (2, 11, "48.75"), (3, 6, "64.18"), (4, 8, "62.9"), (5, 7, "65.34"), (6, 10, "63.05"),
      (7, 8, "66.71"), (8, 7, "64.86"), (9, 9, "61.98"), (10, 8, "67.25"), (11, 6, "65.4"), (12, 9, "68.12")]),
    ("Thép Hải Đăng", "wire-rod-hai-dang", "SWRCH 22A phi 10",
     [(1, 21, "38.6"), (3, 19, "42.15"), (5, 20, "40.87"), (6, 24, "39.9"), (8, 19, "44.32"), (10, 21, "43.08"),
      (11, 20, "41.76"), (12, 18, "45.5")]),
    ("Thép điện Lam Sơn Mới", "wire-rod-lam-son-moi", "SWRM 10 phi 6,5",
     [(2, 25, "24.3"), (4, 22, "26.85"), (7, 22, "27.4"), (9, 23, "25.66"), (11, 27, "28.15")]),
    ("Kitahama Wire Rod", "wire-rod-kitahama", "SCM 435 phi 12",
     [(3, 27, "18.24"), (6, 26, "21.6"), (9, 26, "19.92"), (12, 24, "22.08")]),
]
for letter, (supplier, factor, product, deliveries) in zip("ABCD", ROD):
    for number, (m, d, tonnes) in enumerate(deliveries, 1):
        add(f"P-ROD-{letter}{number:02}", "steel-wire-rod", tonnes, "t", on=day(m, d), scope="3", category="1",
            supplier=supplier, product=product, factor=factor, evidence=f"PNK-{letter}-{m:02}{d:02}")

# -- scope 3, 1: other materials and water
for number, (m, d, kg) in enumerate([(1, 15, 1850), (4, 16, 2100), (7, 16, 2050), (10, 15, 2240)], 1):
    add(f"P-ZN-{number}", "zinc", kg, "kg", on=day(m, d), scope="3", category="1", supplier="Kim loại màu Thăng Long Xanh",
        product="Kẽm thỏi 99,95 %", evidence=f"PNK-ZN-{number:02}")
for number, (m, d, tonnes) in enumerate([(1, 22, "5.6"), (4, 23, "6.15"), (7, 23, "6.4"), (10, 22, "6.05")], 1):
    add(f"P-HCL-{number}", "acid", tonnes, "t", on=day(m, d), scope="3", category="1", supplier="Hóa chất Việt Trì Xanh",
        product="HCl 32 %", evidence=f"PNK-HCL-{number:02}")
for number, (m, d, kg) in enumerate([(2, 12, 2720), (5, 13, 2880), (8, 13, 3060), (11, 12, 2940)], 1):
    add(f"P-OIL-{number}", "lubricant", kg, "kg", on=day(m, d), scope="3", category="1", supplier="Dầu công nghiệp Kinh Bắc",
        product="Dầu dập nguội", evidence=f"PNK-DAU-{number:02}")
for q, kg in enumerate([5240, 5610, 5780, 6025], 1):
    add(f"P-BOX-{q}", "cardboard", kg, "kg", quarter=q, site=THACH_THAT, scope="3", category="1",
        supplier="Bao bì Hoài Đức", product="Thùng 5 lớp", evidence=f"PNK-BB-Q{q}")
for q, tonnes in enumerate(["8.4", "9.1", "9.25", "9.8"], 1):
    add(f"P-PAL-{q}", "wood-packaging", tonnes, "t", quarter=q, site=THACH_THAT, scope="3", category="1",
        supplier="Bao bì Hoài Đức", product="Pallet gỗ keo", evidence=f"PNK-PL-Q{q}")
for q, (a, b) in enumerate([(2140, 1310), (2365, 1420), (2580, 1505), (2290, 1385)], 1):
    add(f"W-DA-{q}", "water-supply", a, "m3", quarter=q, scope="3", category="1", supplier="Nước sạch Đông Anh",
        evidence=f"HD-NS-DA-Q{q}")
    add(f"W-TT-{q}", "water-supply", b, "m3", quarter=q, site=THACH_THAT, scope="3", category="1",
        supplier="Nước sạch Thạch Thất", evidence=f"HD-NS-TT-Q{q}")

# -- scope 3, 3: upstream of the road fuels above (their burning is scope 1; the grid's losses: see README)
for q in range(1, 5):
    of_quarter = slice(3 * q - 3, 3 * q)
    corrected = Decimal("-12.5") if q == 2 else 0  # see V-DO-05-C below
    add(f"U-DO-{q}", "diesel-wtt", sum(map(Decimal, diesel_road[of_quarter]), corrected), "L", quarter=q, scope="3", category="3",
        quality="calculated", evidence=f"V-DO-Q{q}")
    add(f"U-XA-{q}", "gasoline-wtt", sum(map(Decimal, gasoline_road[of_quarter])), "L", quarter=q, scope="3",
        category="3", quality="calculated", evidence=f"V-XA-Q{q}")

# -- scope 3, 4 and 9: freight in, freight out paid by us, freight out paid by the customer
for q, tkm in enumerate([21840, 24310, 24975, 26420], 1):
    add(f"T-IN-{q}", "freight-road-hgv", tkm, "t.km", quarter=q, scope="3", category="4", supplier="Vận tải Cổ Loa",
        product="Thép dây về kho", quality="calculated", evidence=f"BK-VT-Q{q}")
for number, (m, d, tkm) in enumerate([(3, 14, 69312), (6, 13, 82080), (9, 12, 75696), (12, 12, 83904)], 1):
    add(f"T-SEA-{number}", "freight-sea-container", tkm, "t.km", on=day(m, d), scope="3", category="4",
        supplier="Kitahama Wire Rod", product="Nagoya - Hải Phòng", quality="calculated", evidence=f"BL-25-{number:02}")
for m, tkm in months([16210, 12840, 17055, 16780, 17420, 16935, 17860, 17510, 16690, 18140, 17985, 18320]):
    add(f"T-OUT-{m:02}", "freight-road-hgv", tkm, "t.km", month=m, site=THACH_THAT, scope="3", category="4",
        supplier="Vận tải Cổ Loa", product="Bu lông đai ốc đi khách nội địa", quality="calculated",
        evidence=f"BK-XK-25{m:02}")
for q, tkm in enumerate([412600, 455300, 468900, 491750], 1):
    add(f"T-EXP-{q}", "freight-sea-container", tkm, "t.km", quarter=q, site=THACH_THAT, scope="3", category="9",
        product="Bu lông đai ốc xuất khẩu FOB Hải Phòng", quality="estimated", evidence=f"TKHQ-Q{q}")

# -- scope 3, 5: waste by treatment, waste water
for m, tonnes in [(1, "9.65"), (3, "11.2"), (5, "11.85"), (7, "12.1"), (9, "11.4"), (11, "12.35")]:
    add(f"X-ST-{m:02}", "waste-recycling-metal", tonnes, "t", on=day(m, 28), scope="3", category="5",
        supplier="Phế liệu Tề Lỗ Xanh", evidence=f"BB-PL-25{m:02}")
for q, (landfill, hazardous, paper, water) in enumerate(
        [("6.2", "1.35", "0.84", 1480), ("6.75", "1.52", "0.9", 1635), ("7.1", "1.61", "0.93", 1790), ("6.9", "1.48", "0.97", 1585)], 1):
    add(f"X-LF-{q}", "waste-landfill-mixed", landfill, "t", quarter=q, scope="3", category="5",
        supplier="Môi trường Sóc Sơn Xanh", evidence=f"HD-RAC-Q{q}")
    add(f"X-HW-{q}", "waste-hazardous", hazardous, "t", quarter=q, scope="3", category="5",
        supplier="Môi trường Sóc Sơn Xanh", evidence=f"CT-CTNH-Q{q}")
    add(f"X-PA-{q}", "waste-recycling-paper", paper, "t", quarter=q, site=THACH_THAT, scope="3", category="5",
        supplier="Phế liệu Tề Lỗ Xanh", evidence=f"BB-GV-Q{q}")
    add(f"X-WW-{q}", "wastewater", water, "m3", quarter=q, scope="3", category="5",
        supplier="Môi trường Sóc Sơn Xanh", evidence=f"HD-NT-Q{q}")

# -- scope 3, 6 and 7: business travel and commuting
for number, (m, d, pkm) in enumerate([(2, 19, 15120), (5, 21, 22680), (9, 16, 15120), (11, 5, 7560)], 1):
    add(f"B-AIR-{number}", "travel-air-short-haul", pkm, "pkm", on=day(m, d), scope="3", category="6",
        supplier="Đại lý vé Cầu Giấy", product="Hà Nội - Nagoya", quality="calculated", evidence=f"VE-QT-{number:02}")
for q, pkm in enumerate([9120, 11400, 10260, 13680], 1):
    add(f"B-DOM-{q}", "travel-air-domestic", pkm, "pkm", quarter=q, scope="3", category="6",
        supplier="Đại lý vé Cầu Giấy", product="Hà Nội - TP. Hồ Chí Minh", quality="calculated", evidence=f"VE-ND-Q{q}")
for q, (km, nights) in enumerate([("1264.5", 22), ("1418", 31), ("1350.5", 27), ("1507", 34)], 1):
    add(f"B-TAX-{q}", "travel-taxi", km, "km", quarter=q, scope="3", category="6", quality="estimated",
        evidence=f"BK-TX-Q{q}")
    add(f"B-HOT-{q}", "hotel-stay", nights, "room-night", quarter=q, scope="3", category="6",
        evidence=f"BK-KS-Q{q}")
for q, (bike, car) in enumerate([(101640, 15840), (108360, 16920), (110040, 17190), (109200, 17055)], 1):
    add(f"C-XM-{q}", "commute-motorbike", bike, "km", quarter=q, scope="3", category="7", quality="estimated",
        evidence="KS-DL-2025", note=("", "") if q > 1 else ("survey of June 2025, return trips", "khảo sát tháng 6/2025, tính cả đi và về"))
    add(f"C-OT-{q}", "commute-car", car, "km", quarter=q, scope="3", category="7", quality="estimated",
        evidence="KS-DL-2025")

# -- beside the inventory: credits bought, never netted
add("O-VCS-1", "offset-credit", 100, "t", on=day(12, 19), supplier="Quỹ Rừng Ba Vì", product="Tín chỉ VCS 2023",
    evidence="VCS-2025-77120", note=("retired for 2025; shown apart", "hủy cho năm 2025; trình bày riêng"))

# -- a correction that is allowed: the diesel invoice of May was 12.5 L too high
add("V-DO-05-C", "diesel-road", "-12.5", "L", on=day(6, 2), scope="1", category="mobile",
    supplier="Xăng dầu Nội Bài Xanh", product="Xe tải 29H", quality="correction", evidence="TK-DO-2505",
    note=("corrects V-DO-05", "điều chỉnh dòng V-DO-05"))

# -- five honest mistakes, each of which must become a finding and none of which may be counted
add("P-ROD-A13", "steel-wire-rod", "31.5", "ton", on=day(12, 27), scope="3", category="1",
    supplier="Thép Bình Nguyên", product="SWRCH 18A phi 8", factor="wire-rod-binh-nguyen", evidence="PNK-A-1227",
    note=("metric ton, short ton or long ton?", "tấn nào?"))
add("F-GEN-10", "diesel-stationary", "-85", "L", month=10, scope="1", category="stationary",
    supplier="Xăng dầu Nội Bài Xanh", product="Máy phát điện 500 kVA", evidence="PX-DO-2510",
    note=("returned to the depot?", "trả lại kho?"))
add("P-OIL-5", "lubricant", "1450", "", on=day(12, 10), scope="3", category="1", supplier="Dầu công nghiệp Kinh Bắc",
    product="Dầu dập nguội", evidence="PNK-DAU-05", note=("unit missing on the slip", "phiếu không ghi đơn vị"))
add("E-DA-12", "electricity", "72905", "kWh", month=12, scope="2", category="electricity",
    supplier="Điện lực Đông Anh", evidence="HD-DA-2512", note=("entered twice", "nhập hai lần"))
add("P-LAS-1", "?", "240", "h", on=day(10, 30), scope="3", category="1", supplier="Cơ khí chính xác Yên Viên",
    product="Khắc ký hiệu đầu bu lông", evidence="HD-GC-1030", note=("done outside", "gia công ngoài"))

# ---------------------------------------------------------------- the two writers

def english(row):
    def cell(field):
        value = row[field]
        if isinstance(value, tuple):
            return value[0]
        if isinstance(value, date):
            return value.isoformat()
        if isinstance(value, Decimal):
            return format(value, "f")
        return value or ""

    return [cell(field) for field, _, _ in COLUMNS]


def vietnamese(row):
    def cell(field):
        value = row[field]
        if isinstance(value, tuple):
            return value[1]
        if isinstance(value, date):
            return value.strftime("%d/%m/%Y")
        if isinstance(value, Decimal):
            return format(value, ",f").translate(str.maketrans(",.", ".,"))
        return value or ""

    return [cell(field) for field, _, _ in COLUMNS]


def table(header, lines, delimiter):
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(lines)
    return out.getvalue()


def cell(column, number, value):
    """A cell as a spreadsheet program stores it: days and quantities as numbers, all else as text."""
    name = f"{chr(ord('A') + column)}{number}"
    if isinstance(value, tuple):
        value = value[1]
    if isinstance(value, date):
        return f'<c r="{name}" s="1"><v>{(value - date(1899, 12, 30)).days}</v></c>'
    if isinstance(value, Decimal):
        return f'<c r="{name}"><v>{value:f}</v></c>'
    return f'<c r="{name}" t="inlineStr"><is><t>{escape(value)}</t></is></c>' if value else ""


def workbook():
    """The Vietnamese copy as a workbook: a note, then the ledger below three rows of title."""
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006/relationships"
    types = "http://schemas.openxmlformats.org/package/2006/content-types"
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"

    def sheet(lines, merged=""):
        body = "".join(f'<row r="{number}">{"".join(cell(at, number, value) for at, value in enumerate(values))}</row>'
                       for number, values in lines)
        return f'<worksheet xmlns="{main}"><sheetData>{body}</sheetData>{merged}</worksheet>'

    def relations(*pairs):
        return (f'<Relationships xmlns="{package}">' + "".join(
            f'<Relationship Id="r{at}" Type="{office}/{what}" Target="{target}"/>'
            for at, (what, target) in enumerate(pairs, 1)) + "</Relationships>")

    head = [(1, ["CÔNG TY TNHH BU LÔNG SÔNG HỒNG"]), (2, [f"Sổ theo dõi hoạt động năm {YEAR}"]),
            (4, [vietnamese for _, _, vietnamese in COLUMNS])]
    data = [(number, [row[field] for field, _, _ in COLUMNS]) for number, row in enumerate(rows, 5)]
    note = sheet([(1, ["Số liệu trong sổ này là bịa ra để làm ví dụ."])])
    return {
        "[Content_Types].xml": f'<Types xmlns="{types}"><Default Extension="xml" ContentType="application/xml"/>'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{kind}.sheet.main+xml"/>'
        f'<Override PartName="/xl/styles.xml" ContentType="{kind}.styles+xml"/>'
        + "".join(f'<Override PartName="/xl/worksheets/sheet{at}.xml" ContentType="{kind}.worksheet+xml"/>'
                  for at in (1, 2)) + "</Types>",
        "_rels/.rels": relations(("officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{office}"><sheets><sheet name="Ghi chú" sheetId="1" '
        'r:id="r1"/><sheet name="Nhật ký" sheetId="2" r:id="r2"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": relations(("worksheet", "worksheets/sheet1.xml"),
                                               ("worksheet", "worksheets/sheet2.xml"), ("styles", "styles.xml")),
        "xl/styles.xml": f'<styleSheet xmlns="{main}"><numFmts count="1"><numFmt numFmtId="164" '
        'formatCode="dd/mm/yyyy"/></numFmts><fonts count="1"><font/></fonts><fills count="1"><fill/></fills>'
        '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2">'
        '<xf xfId="0"/><xf numFmtId="164" applyNumberFormat="1" xfId="0"/></cellXfs></styleSheet>',
        "xl/worksheets/sheet1.xml": note,
        "xl/worksheets/sheet2.xml": sheet(
            head + data, '<mergeCells count="2"><mergeCell ref="A1:R1"/><mergeCell ref="A2:R2"/></mergeCells>'),
    }


def packed(parts):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in parts.items():
            file.writestr(zipfile.ZipInfo(name, (YEAR, 1, 1, 0, 0, 0)), content, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def same(path, content):
    """Whether a file holds this; of a workbook its parts count, because another zlib packs in other bytes."""
    held = path.read_bytes()
    if path.suffix != ".xlsx":
        return held == content
    opened = [zipfile.ZipFile(io.BytesIO(data)) for data in (held, content)]
    return len({tuple((name, file.read(name)) for name in file.namelist()) for file in opened}) == 1


# ---------------------------------------------------------------- the firm's own factors

PACK_HEADER = ("factor,activity,kind,gas,value,state,value_unit,per_unit,place,valid_from,valid_to,scope,category,"
               "view,gwp_set,td_losses,lower,upper,cell,confidence,note").split(",")


def factor(name, activity, gas, value, value_unit, per_unit, cell, note, *, kind="emission", place="VN", scope="",
           category="", view="", gwp_set="", td_losses="", lower="", upper="", confidence="C", valid=True):
    first, last = (f"{YEAR}-01-01", f"{YEAR}-12-31") if valid else ("", "")
    return [name, activity, kind, gas, value, "value", value_unit, per_unit, place, first, last, scope, category, view,
            gwp_set, td_losses, lower, upper, cell, confidence, "illustrative; " + note]


def declared(name, activity, kg_per_tonne, cell, note, **more):
    return factor(name, activity, "CO2e", kg_per_tonne, "kg", "t", cell, note, gwp_set="AR5", scope="3", **more)


STEAM = "2776 kJ/kg / 0.85 = 3265.8824 MJ/t"
FACTORS = [
    declared("wire-rod-binh-nguyen", "steel-wire-rod", "2310", "supplier declaration BN-2025-04, page 2",
             "blast furnace route, cradle to gate", category="1", lower="2195", upper="2425", confidence="B"),
    declared("wire-rod-hai-dang", "steel-wire-rod", "2145", "supplier declaration HD-EPD-117, table 3",
             "blast furnace route with 22 % scrap, cradle to gate", category="1", lower="2040", upper="2250", confidence="B"),
    declared("wire-rod-lam-son-moi", "steel-wire-rod", "890", "supplier declaration LSM-2025-01, page 1",
             "electric arc furnace, cradle to gate", category="1", lower="800", upper="980", confidence="B"),
    declared("wire-rod-kitahama", "steel-wire-rod", "2480", "supplier declaration KW-E-2024-33, page 4",
             "alloyed rod, cradle to gate, sea freight not included", category="1", place="001", lower="2360", upper="2600",
             confidence="B"),
    declared("zinc-ingot", "zinc", "2930", "letter of the supplier, 12 February 2025", "cradle to gate", category="1"),
    declared("hydrochloric-acid", "acid", "410", "letter of the supplier, 20 January 2025", "32 % solution, by mass of solution",
             category="1"),
    declared("forming-oil", "lubricant", "1290", "technical sheet DN-46, section 9", "mineral oil based, cradle to gate",
             category="1"),
    declared("hazardous-waste", "waste-hazardous", "615", "statement of the contractor for 2024",
             "incineration of oily rags and sludge", category="5"),
    factor("steam-phung-xa", "steam", "CO2", "321.0362", "kg", "t", "Circular 38/2023/TT-BCT, Annex II, as corrected by Decision 334/QD-BCT",
           f"{STEAM}; x 98300 kg/TJ (anthracite) = 321.036235..., printed with 4 decimals", place=f"site:{THACH_THAT}",
           scope="2", category="steam", confidence="B"),
    factor("steam-phung-xa", "steam", "CH4", "0.0327", "kg", "t", "Circular 38/2023/TT-BCT, Annex II, as corrected by Decision 334/QD-BCT",
           f"{STEAM}; x 10 kg/TJ = 0.0326588..., printed with 4 decimals", place=f"site:{THACH_THAT}",
           scope="2", category="steam", confidence="B"),
    factor("steam-phung-xa", "steam", "N2O", "0.0049", "kg", "t", "Circular 38/2023/TT-BCT, Annex II, as corrected by Decision 334/QD-BCT",
           f"{STEAM}; x 1.5 kg/TJ = 0.0048988..., printed with 4 decimals", place=f"site:{THACH_THAT}",
           scope="2", category="steam", confidence="B"),
    factor("electricity-certificate", "electricity", "CO2", "0", "kg", "kWh", "certificate REC-2025-0311",
           "hydropower, vintage 2025, 300 MWh retired for the site Thach That", view="market", td_losses="excluded",
           scope="2", category="electricity", confidence="B"),
    factor("diesel-forklift", "diesel-forklift", "CO2", "74100", "kg", "TJ{net}", "Decision 2626/QD-BTNMT, Annex I, item 1.46",
           "the Decision has no off-road machines: its road value stands in", scope="1", category="mobile"),
    factor("diesel-forklift", "diesel-forklift", "CH4", "3.9", "kg", "TJ{net}", "Decision 2626/QD-BTNMT, Annex I, item 1.47",
           "the Decision has no off-road machines: its road value stands in", scope="1", category="mobile"),
    factor("diesel-forklift", "diesel-forklift", "N2O", "3.9", "kg", "TJ{net}", "Decision 2626/QD-BTNMT, Annex I, item 1.48",
           "the Decision has no off-road machines: its road value stands in; an off-road engine may emit more", scope="1", category="mobile"),
    factor("offset-credit", "offset-credit", "CO2e", "1000", "kg", "t", "certificate VCS-2025-77120",
           "one credit stands for one tonne; shown beside the inventory, never netted", place="001", gwp_set="AR5"),
    factor("density-diesel", "diesel", "", "0.838", "kg", "L", "mean of the delivery notes of 2025", "at 15 degrees", kind="density",
           confidence="B"),
    factor("density-gasoline", "gasoline", "", "0.742", "kg", "L", "mean of the delivery notes of 2025", "at 15 degrees", kind="density",
           confidence="B"),
    factor("density-lpg", "lpg", "", "0.541", "kg", "L", "mean of the delivery notes of 2025", "mix of propane and butane", kind="density",
           confidence="B"),
]


def pack():
    content = table(PACK_HEADER, FACTORS, ",")
    digest = hashlib.sha256(content.encode()).hexdigest()
    return f'''+++
id = "{PACK}"
kind = "factors"
title = "Own factors of the fastener maker, {YEAR} (illustrative)"
publisher = "Công ty TNHH Cơ khí Ốc vít Sông Hồng (invented)"
edition = "{YEAR}.1"
licence = "MIT OR Apache-2.0"
attribution = "Illustrative figures of an invented firm"
source = "Invented supplier declarations, delivery notes and letters; steam by the corrected formula of Circular 38/2023/TT-BCT"
url = ""
retrieved = "2026-11-21"
confidence = "C"
sha256 = "{digest}"
not_for = [
  "Not for any real inventory: declarations, letters and figures are invented.",
  "The certificate factor is for the rows that name it, never for other electricity.",
]
+++
{content}'''


def files():
    header = list(zip(*COLUMNS))
    return {
        "ledger.en.csv": table(header[1], map(english, rows), ",").encode(),
        "ledger.vi.csv": b"\xef\xbb\xbf" + table(header[2], map(vietnamese, rows), ";").encode(),
        "ledger.vi.xlsx": packed(workbook()),
        "factors.pack": pack().encode(),
    }


def main():
    stale = []
    for name, content in files().items():
        path = HERE / name
        if sys.argv[1:] == ["--check"]:
            if not path.exists() or not same(path, content):
                stale.append(name)
        else:
            path.write_bytes(content)
    if stale:
        sys.exit("stale: " + ", ".join(stale) + "; run make_ledgers.py")
    print(f"{len(rows)} rows, {len(FACTORS)} factor lines")


if __name__ == "__main__":
    main()
