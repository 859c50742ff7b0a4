"""Ledgers of credits, recomputed unit by unit: every account as a list of single steps.

A case of `custody.check` may carry `"oracle": { "custody": {} }`. Each account is a list of credits with their days; days are
walked one after the other, credits expire on the morning after their last day, and what is short is owed. Balances at the
ends of periods, expiries, forfeits and the amounts of C1 must be those that the case expects.
"""

import csv
import datetime
import io
import pathlib
from fractions import Fraction

TABLE = pathlib.Path(__file__).resolve().parents[2] / "emission-factors" / "packs" / "trace-custody-schemes" / "table.csv"
UNITS = {"kg": Fraction(1, 1000), "t": Fraction(1), "tấn": Fraction(1), "": None}
WORDS = {"số phiếu": "id", "ngày": "date", "nghiệp vụ": "kind", "kho": "site", "vật tư": "material", "số lượng": "quantity",
         "đvt": "unit", "chứng từ gốc": "evidence", "mô hình": "model", "nhập kho": "in", "xuất kho": "out"}


def figures(subject):
    with TABLE.open(encoding="utf-8") as file:
        return {row["figure"]: row["value"] for row in csv.DictReader(file) if row["subject"] == subject}


def months_later(day, months):
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    for last in (day.day, 30, 29, 28):
        try:
            return datetime.date(year, month + 1, min(day.day, last))
        except ValueError:
            continue


def entries_of(request):
    found = [dict(entry) for entry in request.get("entries", [])]
    if "ledger" in request:
        for row in csv.DictReader(io.StringIO(request["ledger"]["text"]), delimiter=";"):
            row = {WORDS[key.lower()]: value for key, value in row.items()}
            row["quantity"] = row["quantity"].replace(".", "").replace(",", ".")
            row["date"] = "-".join(reversed(row["date"].split("/")))
            row["kind"] = WORDS[row["kind"].lower()]
            found.append(row)
    return found


def check(case):
    request, table = case["request"], figures(case["request"]["scheme"])
    expected = case["expect"]["ok"]["result"]
    continuous = (request.get("balancing") or table["balancing"]) == "continuous"
    expiry = int(table["expiry-months"]) if "expiry-months" in table else None
    overdraw = Fraction(table.get("overdraw-percent", 0)) / 100
    attributes = lambda entry: "; ".join(sorted(word.strip() for word in entry.get("attributes", "").replace("|", ";").split(";") if word.strip()))
    accounts, ways, shorts, made, balances, overdrawn = {}, {}, [], [], [], set()

    def account(key):
        return accounts.setdefault(key, {"credits": [], "owed": Fraction(0), "added": Fraction(0)})

    def add(key, day, quantity):
        to = account(key)
        to["added"] += quantity
        paid = min(quantity, to["owed"])
        to["owed"] -= paid
        if quantity > paid:
            to["credits"] = sorted(to["credits"] + [[day, quantity - paid]], key=lambda credit: credit[0])

    def take(key, quantity, today):
        source, parts = account(key), []
        while source["credits"] and quantity:
            part = min(quantity, source["credits"][0][1])
            parts.append([source["credits"][0][0], part])
            quantity -= part
            source["credits"][0][1] -= part
            if not source["credits"][0][1]:
                source["credits"].pop(0)
        source["owed"] += quantity
        if quantity and continuous:
            shorts.append(quantity)
        return parts + ([[today, quantity]] if quantity else [])

    def lapse(today):
        for key, held in accounts.items():
            while expiry and held["credits"] and months_later(held["credits"][0][0], expiry) < today:
                day, quantity = held["credits"].pop(0)
                made.append((str(months_later(day, expiry)), "expire", quantity))

    order = {"in": 0, "adjust": 1, "transfer": 2, "convert": 4, "out": 5, "expire": 6}

    def rank(entry):
        low = entry["quantity"].startswith("-")
        kind = "out" if entry["kind"] == "adjust" and low else entry["kind"]
        return entry["date"], order[kind] + (0 if low else 1 if kind == "transfer" else 0)

    waiting = sorted(entries_of(request), key=rank)
    for period in request["periods"]:
        end = datetime.date.fromisoformat(period["end"])
        while waiting and datetime.date.fromisoformat(waiting[0]["date"]) < end:
            entry = waiting.pop(0)
            today = datetime.date.fromisoformat(entry["date"])
            lapse(today)
            scale = UNITS[entry.get("unit", "")]
            scale = Fraction(1) if scale is None else scale / UNITS[request["unit"]]
            quantity = Fraction(entry["quantity"]) * scale
            factor = Fraction(entry.get("conversion_factor") or 1)
            key = (entry.get("site", ""), entry["material"], attributes(entry))
            kind = entry["kind"]
            if kind == "in":
                add(key, today, quantity * factor)
            elif kind == "adjust" and quantity >= 0:
                add(key, today, quantity)
            elif kind == "adjust":
                take(key, -quantity, today)
            elif kind == "out" and entry.get("claim", "certified") in ("", "certified"):
                take(key, quantity, today)
            elif kind == "convert":
                for day, part in take(key, quantity, today):
                    add((key[0], entry["to_material"], key[2]), day, part * factor)
            elif kind == "transfer":
                way = (entry["evidence"], key[1], key[2])
                if quantity < 0:
                    ways.setdefault(way, []).extend(take(key, -quantity, today))
                else:
                    for credit in ways.pop(way, []):
                        part = min(credit[1], quantity)
                        quantity -= part
                        if part:
                            add(key, credit[0], part)
                    if quantity:
                        add(key, today, quantity)
        lapse(end)
        for key in sorted(accounts):
            held = accounts[key]
            balance = sum((quantity for _, quantity in held["credits"]), Fraction(0)) - held["owed"]
            carried = balance
            if balance < 0 and not continuous:
                if -balance <= held["added"] * overdraw and key not in overdrawn:
                    overdrawn.add(key)
                else:
                    shorts.append(-balance)
            elif balance > 0 and table.get("carry-limit") == "stock":
                stock = [Fraction(s["quantity"]) for s in period.get("stocks", []) if (s.get("site", ""), s["material"]) == key[:2]]
                if stock and stock[0] < balance:
                    carried, over = stock[0], balance - stock[0]
                    while over:
                        part = min(over, held["credits"][0][1])
                        made.append((str(end - datetime.timedelta(days=1)), "adjust", part))
                        over -= part
                        held["credits"][0][1] -= part
                        if not held["credits"][0][1]:
                            held["credits"].pop(0)
            balances.append((key, balance, carried))
            held["added"] = Fraction(0)
    differences = []
    for (key, balance, carried), wanted in zip(balances, expected["balances"]):
        if (balance, carried) != (Fraction(wanted["balance"]), Fraction(wanted["carried"])):
            differences.append(f"{key}: {wanted['balance']}, carried {wanted['carried']} expected, recomputed {balance}, {carried}")
    if len(balances) != len(expected["balances"]):
        differences.append(f"{len(expected['balances'])} balances expected, recomputed {len(balances)}")
    wanted = sorted(Fraction(check["amount"]) for check in expected.get("checks", []) if check["check"] == "C1" and check["severity"] == "error")
    if sorted(shorts) != wanted:
        differences.append(f"C1 {wanted} expected, recomputed {sorted(shorts)}")
    if "made" in expected and sorted(made) != sorted((m["date"], m["kind"], Fraction(m["quantity"])) for m in expected["made"]):
        differences.append(f"entries {expected['made']} expected, recomputed {made}")
    return differences
