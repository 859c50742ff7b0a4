#!/usr/bin/env python3
"""Writes the cases of the Vietnamese example facility: its report of two years under AR5 and AR4, figure by figure.

`--check` says whether the cases still hold the files of `examples/facility-vn`. The expected figures are computed here
with fractions, and are held against the figures that the public test of this facility prints (energy-dashboard,
knk-quy-trinh, at d1b787d5): every line, direct, indirect and total. That test types the GWP of R-410A in as 1,924 in both
runs; here it follows its composition (1,923.5 under AR5, 2,087.5 under AR4), and the printed sums are compared after that
one number is replaced.
"""

import csv
import json
import pathlib
import sys
from fractions import Fraction

import oracle

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
EXAMPLE = ROOT / "examples" / "facility-vn"
YEARS = (2024, 2025)
# Words of the ledger: kind of source, conversions, kilograms of gas for one unit (or the blend).
WORDS = {
    "than antraxit": ("stationary", [], {"CO2": "98300", "CH4": "10", "N2O": "1.5"}),
    "diesel-road": ("mobile", ["0.0000386"], {"CO2": "74100", "CH4": "3.9", "N2O": "3.9"}),
    "R-410A": ("refrigerant", [], "R-410A"),
    "điện lưới": ("electricity", [], {"CO2": "659.2"}),
    "hơi nước mua": ("steam", ["2776/0.85", "1/1000000"], {"CO2": "74100"}),
}
# Tonnes as the public test prints them.
PRINTED = {
    "AR5": {
        2024: {"stationary CO2": "983", "stationary CH4": "2.8", "stationary N2O": "3.975", "mobile CO2": "14.3013",
               "mobile CH4": "0.0210756", "mobile N2O": "0.1994655", "refrigerant": "19.24", "electricity CO2": "659.2",
               "steam CO2": "242.00188235294117647058823529411764705882352941176", "direct": "1023.5368411",
               "indirect": "901.20188235294117647058823529411764705882352941176",
               "total": "1924.7387234529411764705882352941176470588235294118"},
        2025: {"stationary CO2": "1179.6", "stationary CH4": "3.36", "stationary N2O": "4.77", "mobile CO2": "15.73143",
               "mobile CH4": "0.02318316", "mobile N2O": "0.21941205", "refrigerant": "23.088", "electricity CO2": "725.12",
               "steam CO2": "266.20207058823529411764705882352941176470588235294", "direct": "1226.79202521",
               "indirect": "991.32207058823529411764705882352941176470588235294",
               "total": "2218.1140957982352941176470588235294117647058823529"}},
    "AR4": {
        2024: {"stationary CO2": "983", "stationary CH4": "2.5", "stationary N2O": "4.47", "mobile CO2": "14.3013",
               "mobile CH4": "0.0188175", "mobile N2O": "0.2243046", "refrigerant": "19.24", "electricity CO2": "659.2",
               "steam CO2": "242.00188235294117647058823529411764705882352941176", "direct": "1023.7544221",
               "indirect": "901.20188235294117647058823529411764705882352941176",
               "total": "1924.9563044529411764705882352941176470588235294118"},
        2025: {"stationary CO2": "1179.6", "stationary CH4": "3", "stationary N2O": "5.364", "mobile CO2": "15.73143",
               "mobile CH4": "0.02069925", "mobile N2O": "0.24673506", "refrigerant": "23.088", "electricity CO2": "725.12",
               "steam CO2": "266.20207058823529411764705882352941176470588235294", "direct": "1227.05086431",
               "indirect": "991.32207058823529411764705882352941176470588235294",
               "total": "2218.3729348982352941176470588235294117647058823529"}},
}
TYPED_IN = 1924


def rows(year):
    """The ledger of a year: kind of source, quantity, conversions, gases or blend."""
    with open(EXAMPLE / f"so-lieu-{year}.csv", encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter=";"):
            source, times, gases = WORDS[row["Hoạt động"]]
            line = {"year": year, "source": source, "quantity": row["Số lượng"].replace(",", "."), "times": times}
            yield {**line, **({"blend": gases} if isinstance(gases, str) else {"gases": gases})}


def held_against_the_printed_figures(block, figures):
    """Every line and sum that the public test prints, after the typed-in GWP is replaced by the composition's."""
    gwp = block["gwp"]
    composition = sum(Fraction(share) * oracle.gwp_of(gas, gwp) for gas, share in oracle.composition("R-410A").items())
    gas_sums = {}
    for line in block["lines"]:
        for gas, factor in (line.get("gases") or oracle.composition(line["blend"])).items():
            key = line["year"], line["source"], gas
            effect = Fraction(oracle.mass(line["quantity"], line["times"], factor), oracle.UNIT) * oracle.gwp_of(gas, gwp)
            gas_sums[key] = gas_sums.get(key, Fraction(0)) + effect
    for year in YEARS:
        kilograms = sum(Fraction(line["quantity"]) for line in block["lines"]
                        if line["year"] == year and line["source"] == "refrigerant")
        replaced = kilograms * (composition - TYPED_IN) / 1000
        for name, printed in PRINTED[gwp][year].items():
            source, _, gas = name.partition(" ")
            own = gas_sums[year, source, gas] if gas else figures[year, name]
            wanted = Fraction(printed) + (replaced if name in ("refrigerant", "direct", "total") else 0)
            # 50 printed digits against lines rounded to 10^-12 kg: two lines of steam a year.
            if abs(own / 1000 - wanted) > Fraction(2, 10**15):
                sys.exit(f"{gwp} {year} {name}: printed {oracle.decimal(wanted)}, computed {oracle.decimal(own / 1000)}")


def case(gwp):
    block = {"gwp": gwp, "lines": [line for year in YEARS for line in rows(year)]}
    figures = oracle.facility_figures(block)
    held_against_the_printed_figures(block, figures)
    years = lambda name: [{"year": str(year), "kg_co2e": oracle.decimal(figures[year, name])} for year in YEARS]
    difference = lambda name: oracle.decimal(figures[2025, name] - figures[2024, name])
    row = lambda key, name, **more: {key: name, **more, "years": years(name), "difference_kg_co2e": difference(name)}
    state = lambda source: "declared-absent" if source in ("process", "fugitive", "waste") else "present"
    return {
        "case": f"facility-report-{gwp.lower()}",
        "says": f"the report of a facility for 2024 and 2025 under {gwp}, every source, direct, indirect and total",
        "clause": "M-64; Decree 06/2022/NĐ-CP, Article 11(1)(e), Form 06; Circular 38/2023/TT-BCT, Articles 15 to 23",
        "source": "energy-dashboard knk-quy-trinh/tests/toan_luong.test.js at d1b787d5, which types 1924 in for R-410A under "
                  "both sets; here R-410A follows its composition",
        "call": "facility_report",
        "request": {
            "country": "VN",
            "on": "2026-11-22",
            "years": [{"year": year, "ledger": {"text": text(f"so-lieu-{year}.csv")}} for year in YEARS],
            "options": {"gwp": gwp, "locale": "vi-VN", "proxy_years": 2},
            "declarations": json.loads(text("khai-bao.json")),
            "packs": [text("nhiet-tri.pack"), text("hoi.pack")],
        },
        "oracle": {"facility": block},
        "expect": {
            "ok": {
                "report": {
                    "complete": True,
                    "years": ["2024", "2025"],
                    "sources": [row("source", source, state=state(source)) for source in oracle.SOURCES],
                    "totals": [row("name", name) for name in ("direct", "indirect", "total")],
                    "activity_data": [
                        {"activity": "anthracite-stationary", "unit": "TJ{net}", "years": [{"quantity": "10"}, {"quantity": "12"}]},
                        {"activity": "diesel-road", "unit": "L", "years": [{"quantity": "5000"}, {"quantity": "5500"}]},
                        {"activity": "release-r-410a", "unit": "kg", "years": [{"quantity": "10"}, {"quantity": "12"}]},
                        {"activity": "electricity", "unit": "MWh", "years": [{"quantity": "1000"}, {"quantity": "1100"}]},
                        {"activity": "steam", "unit": "t", "years": [{"quantity": "1000"}, {"quantity": "1100"}]},
                    ],
                    "factors": {"$contains": [
                        {"tier": "1", "factor": {"id": "hoi-mua-ngoai/steam", "lines": 4}},
                        {"tier": "2", "factor": {"id": "vn-decision-2626/diesel-road"}, "proxy": False},
                        {"tier": "2", "factor": {"id": "vn-grid/electricity-2023"}, "proxy": True},
                    ]},
                    "checks": {"$contains": [
                        {"check": "all-rows-counted", "automatic": True, "state": "pass"},
                        {"check": "factors-of-the-year", "state": "explained"},
                        {"check": "independent-review", "automatic": False, "state": "pass", "by": "Lê Văn C"},
                    ]},
                    "findings": [],
                    "confidence": "C",
                }
            }
        },
    }


def text(name):
    return (EXAMPLE / name).read_bytes().decode("utf-8")


def main(words):
    if words not in ([], ["--check"]):
        sys.exit("usage: facility_cases.py [--check]")
    stale = []
    for gwp in PRINTED:
        made = case(gwp)
        file = ROOT / "tests" / "cases" / "regulation" / f"{made['case']}.json"
        written = json.dumps(made, ensure_ascii=False, indent=2) + "\n"
        if words:
            if not file.exists() or file.read_text(encoding="utf-8") != written:
                stale.append(file.name)
        else:
            file.write_text(written, encoding="utf-8")
    if stale:
        sys.exit(f"stale: {', '.join(stale)}; run tests/oracle/facility_cases.py")


if __name__ == "__main__":
    main(sys.argv[1:])
