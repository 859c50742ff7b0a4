"""The energy of a ledger, recomputed apart from emitrace.

A case of `energy.account` may carry the joules of what it burns, with where they are printed:

    "oracle": { "energy": { "anthracite-stationary": { "carrier": "fuels", "gj": "26.7", "per": "t", "from": "IPCC 2006, 2, table 1.2" } } }

Rows are read with Python's own reader of CSV. A row's own calorific value goes before that of the block; electricity needs no entry.
Each cell, the total and the views by site and month are sums of fractions.
"""

import csv
import io
from collections import defaultdict
from fractions import Fraction

GJ = {"GJ": Fraction(1), "MWh": Fraction(18, 5), "kWh": Fraction(18, 5000)}


def gigajoules(row, known):
    """The energy of a row in GJ; None where the block says nothing that leads there."""
    quantity, unit = Fraction(row["quantity"]), row["unit"]
    if unit in GJ:
        return quantity * GJ[unit]
    own = row.get("calorific_value")
    if own:
        energy, per = row["calorific_unit"].split("/")
        return quantity * Fraction(own) * GJ[energy] if per == unit else None
    return quantity * Fraction(known["gj"]) if known and known.get("per") == unit else None


def proven(request, rows):
    """The part of its rows that each instrument covers which is said to be renewable: the same part of all, at most the whole."""
    register = request["options"].get("instruments", {}).get("register", [])
    parts = {}
    for one in register:
        if one["id"] in request.get("renewable_instruments", []):
            claimed = sum(gigajoules(row, None) for row in rows if row.get("instrument") == one["id"])
            parts[one["id"]] = min(Fraction(1), Fraction(one["volume"]) * GJ[one["volume_unit"]] / claimed)
    return parts


def account(case):
    """Cells by carrier and kind with their sums in GJ and their rows; views; how many rows are missing."""
    request, known = case["request"], case["oracle"]["energy"]
    rows = list(csv.DictReader(io.StringIO(request["ledger"]["text"])))
    parts = proven(request, rows)
    cells, views = defaultdict(lambda: [Fraction(0), 0]), {"site": defaultdict(Fraction), "month": defaultdict(Fraction)}
    missing = 0
    for row in rows:
        if row.get("view") == "market":  # Says the energy of another row again.
            continue
        entry = known.get(row["activity"], {"carrier": row["activity"]})
        energy = gigajoules(row, entry)
        if energy is None:
            missing += 1
            continue
        green = energy if entry.get("renewable") else energy * parts.get(row.get("instrument"), 0)
        for kind, part in (("renewable", green), ("non-renewable", energy - green)):
            if part:
                cells[entry["carrier"], kind][0] += part
                cells[entry["carrier"], kind][1] += 1
        views["site"][row.get("site")] += energy
        views["month"][row["date"][:7]] += energy
    return cells, views, missing


def check(case):
    """What the case expects and is not found here."""
    result = case["expect"]["ok"]["result"]
    cells, views, missing = account(case)
    found, looked_at = [], 0

    def compare(where, figure, gj):
        nonlocal looked_at
        for unit, own in (("gj", gj), ("mwh", gj / GJ["MWh"])):
            if unit in figure:
                looked_at += 1
                if Fraction(figure[unit]) != own:
                    found.append(f"{where}: the case expects {figure[unit]} {unit}, here it is {own}")

    if "cells" in result:
        named = [cell.get("carrier", "electricity") for cell in result["cells"]]
        expected = {(carrier, cell["renewable"]): cell["figure"] for carrier, cell in zip(named, result["cells"])}
        if set(expected) != set(cells):
            found.append(f"the case expects the cells {sorted(expected)}, here they are {sorted(cells)}")
        for key, figure in expected.items():
            compare(key, figure, cells[key][0])
            if figure.get("lines", cells[key][1]) != cells[key][1]:
                found.append(f"{key}: the case expects {figure['lines']} rows, here they are {cells[key][1]}")
    compare("total", result.get("total", {}), sum((energy for energy, _ in cells.values()), Fraction(0)))
    for view in result.get("views", []):
        (by,) = view["by"]
        for cell in view["cells"]:
            compare(cell["key"], cell["figure"], views[by][cell["key"][0]])
    if "missing" in result.get("rows", {}):
        looked_at += 1
        if result["rows"]["missing"] != missing:
            found.append(f"the case expects {result['rows']['missing']} rows without energy, here they are {missing}")
    return found if looked_at else ["nothing that could be recomputed"]
