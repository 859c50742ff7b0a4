#!/usr/bin/env python3
"""Random ledgers through the command and through the oracle: every line must be equal to the last digit.

    python3 tests/oracle/differential.py PROGRAM [--rows N] [--seed S]

Each row has a site of its own, so the view by site shows every line by itself. The pack is made of random factors in
several units; conversions are fractions written here from the definitions of the units.
"""

import argparse
import json
import random
import subprocess
import sys
from fractions import Fraction

import oracle

# Kilograms, joules, cubic metres, metres … of one unit, by definition.
POUND = "0.45359237"
BTU = Fraction("1055.05585262")
GALLON = "0.003785411784"
KINDS = {
    "mass": {"kg": "1", "g": "1/1000", "t": "1000", "[lb_av]": POUND,
             "short ton": str(Fraction(POUND) * 2000), "tạ": "100", "tấn": "1000"},
    "energy": {"kWh": "3600000", "MWh": "3600000000", "MJ": "1000000", "GJ": "1000000000",
               "mmBtu": str(BTU * 10**6), "kcal": "4184", "số điện": "3600000"},
    "volume": {"L": "1/1000", "m3": "1", "[gal_us]": GALLON, "bbl": str(Fraction(GALLON) * 42), "lít": "1/1000",
               "ft3": "0.028316846592", "imperial gallon": "0.00454609"},
    "distance": {"km": "1000", "mi": "1609.344", "hải lý": "1852", "m": "1"},
    "freight": {"t.km": "1000000", "kg.km": "1000", "tấn.km": "1000000", "[ston_av].mi":
                str(Fraction(POUND) * 2000 * Fraction("1609.344"))},
    "number": {"item": "1", "dozen": "12", "tá": "12"},
}
GASES = ["CO2", "CH4", "N2O", "SF6", "NF3", "HFC-32", "HFC-125", "HFC-134a", "CO2-biogenic", "HCFC-22"]
GAS_UNITS = {"kg": "1", "g": "1/1000", "t": "1000", "lb": POUND}
COLUMNS = ("factor,activity,kind,gas,value,state,value_unit,per_unit,place,valid_from,valid_to,scope,category,view,"
           "gwp_set,td_losses,lower,upper,cell,confidence,note").split(",")
HEAD = """+++
id = "random"
kind = "factors"
title = "Random factors"
publisher = "The differential test"
edition = "1"
licence = "MIT OR Apache-2.0"
attribution = ""
source = "random numbers"
url = ""
retrieved = "2026-01-01"
confidence = "C"
+++
"""


def number(chance, digits, whole):
    """A random decimal with at most so many digits, and so many of them before the point."""
    count = chance.randint(1, digits)
    mantissa = chance.randrange(10**count)
    return oracle.decimal(Fraction(mantissa, 10 ** chance.randint(max(0, count - whole), count + 3)))


def factors(chance, count):
    """Random factors: activity, unit, scope and kilograms of gas for one of its unit."""
    made = []
    for index in range(count):
        kind = chance.choice(list(KINDS))
        per = chance.choice(list(KINDS[kind]))
        scope, category = chance.choice([("1", "stationary"), ("1", "mobile"), ("3", "1"), ("3", "4")])
        gases = {}
        for gas in chance.sample(GASES, chance.randint(1, 4)):
            gases[gas] = (number(chance, 14, 2), chance.choice(list(GAS_UNITS)))
        made.append({"activity": f"random-{index}", "kind": kind, "per": per, "scope": scope, "category": category,
                     "gases": gases})
    return made


def pack(made):
    rows = [",".join(COLUMNS)]
    for index, factor in enumerate(made):
        for gas, (value, unit) in factor["gases"].items():
            row = dict.fromkeys(COLUMNS, "")
            row.update(factor=f"f{index}", activity=factor["activity"], kind="emission", gas=gas, value=value,
                       state="value", value_unit=unit, per_unit=factor["per"], place="001", scope=factor["scope"],
                       category=factor["category"], cell="random", confidence="C")
            rows.append(",".join(row[column] for column in COLUMNS))
    return HEAD + "\n".join(rows) + "\n"


def main():
    parser = argparse.ArgumentParser(description="random ledgers through the command and through the oracle")
    parser.add_argument("program")
    parser.add_argument("--rows", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=20261121)
    given = parser.parse_args()
    chance = random.Random(given.seed)
    made = factors(chance, 120)
    gwp = chance.choice(sorted(oracle.GWP))
    lines, ledger = [], ["id,date,site,activity,quantity,unit,quality"]
    for index in range(given.rows):
        factor = chance.choice(made)
        units = KINDS[factor["kind"]]
        unit = chance.choice(list(units))
        quantity = number(chance, 18, 5)
        quality = ""
        if quantity != "0" and chance.random() < 0.1:
            quantity, quality = "-" + quantity, "correction"
        # The point is the only mark: `en-US` is declared, so 1.234 is no question.
        ledger.append(f"{index},2025-{chance.randint(1, 12):02}-15,s{index},{factor['activity']},{quantity},{unit},{quality}")
        times = str(oracle.exact(units[unit]) / oracle.exact(units[factor["per"]]))
        account = "scope_" + factor["scope"]
        gases = {gas: str(Fraction(value) * oracle.exact(GAS_UNITS[of])) for gas, (value, of) in factor["gases"].items()}
        lines.append({"account": account, "quantity": quantity, "times": [times], "gases": gases})
    request = {
        "ledger": {"text": "\n".join(ledger) + "\n"},
        "options": {"profile": "ghg-protocol", "gwp": gwp, "region": "VN", "locale": "en-US", "by": ["site", "scope,gas"]},
        "packs": [pack(made)],
    }
    done = subprocess.run([given.program, "call", "inventory"], input=json.dumps(request, ensure_ascii=False),
                          capture_output=True, text=True, encoding="utf-8", check=False)
    if done.returncode:
        sys.exit(done.stderr)
    inventory = json.loads(done.stdout)["inventory"]
    if inventory["coverage"]["counted"] != given.rows:
        sys.exit(f"{inventory['coverage']}: not every row was counted")
    wrong = compare("the total", {"gwp": gwp, "lines": lines}, inventory["total"])
    cells = {cell["key"][0]: cell["figures"] for cell in inventory["views"][0]["cells"]}
    for index, line in enumerate(lines):
        wrong += compare(f"row {index + 2}", {"gwp": gwp, "lines": [line]}, cells[f"s{index}"])
    print(f"differential: seed {given.seed}, {gwp}, {given.rows} rows, {wrong} differences")
    sys.exit(1 if wrong else 0)


def compare(where, block, answer):
    """How many figures and masses differ."""
    figures, gases = oracle.compute(block)
    shown = {(row["account"], row["gas"]): row for row in answer["gases"]}
    found = [(name, answer[name], figures[name]) for name in oracle.FIGURES if answer[name] != figures[name]]
    for key, row in gases.items():
        found += [(key, shown[key][name], row[name]) for name in row if shown[key][name] != row[name]]
    if len(shown) != len(gases):
        found.append(("gases", sorted(shown), sorted(gases)))
    for what, engine, own in found[:3]:
        print(f"FAILED {where} {what}: the engine finds {engine}, the oracle {own}")
    return len(found)


if __name__ == "__main__":
    sys.dont_write_bytecode = True
    main()
