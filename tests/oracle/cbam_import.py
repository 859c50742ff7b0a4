"""What an importer owes under CBAM, recomputed with fractions from the tables of the packs and the case's own request.

    "oracle": { "cbam_import": { "plants": [ {} ] } }

Reads the ledger (English headers, ISO dates, points), the data of installations and the packs under emission-factors/packs, and
compares every figure that the case expects and that is computed here. `plants` has for each plant of the request what `cbam.py`
needs to compute its document.
"""

import csv
import io
from datetime import date, timedelta
from fractions import Fraction
from pathlib import Path

from cbam import Plant, rounded, text

PACKS = Path(__file__).resolve().parents[2] / "emission-factors" / "packs"
SIZES = {"t": Fraction(1), "kg": Fraction(1, 1000), "g": Fraction(1, 10**6), "MWh": Fraction(1), "kWh": Fraction(1, 1000)}
GRADES = [{"C", "F"}, {"D", "G"}, {"E", "H"}]
ZERO = Fraction(0)


def rows(name):
    with open(PACKS / name / "table.csv", encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


class Law:
    """The tables, read without the engine."""

    def __init__(self, edition):
        self.goods = {row["cn"]: row for row in rows("eu-cbam-goods")}
        packs = [edition] if edition else ["eu-cbam-defaults-2026-1740", "eu-cbam-defaults-2025-2621"]
        self.defaults = [{(r["country"], r["cn"], r["variant"]): r for r in rows(pack)} for pack in packs]
        self.benchmarks = rows("eu-cbam-benchmarks-2025-2620")
        self.figures = rows("eu-cbam-figures")
        self.countries = {}
        for row in rows("eu-cbam-countries"):
            for name in [row["country"], row["name"], *row["aliases"].split("|")]:
                self.countries[name.strip().lower()] = row

    def origin(self, name):
        row = self.countries.get(name.strip().lower())
        return (row["country"], row["status"]) if row else (name, "")

    def figure(self, name, subject, day):
        held = [row for row in self.figures if row["figure"] == name and row["subject"] == subject
                and (not row["from"] or row["from"] <= day) and (not row["to"] or day <= row["to"])]
        return Fraction(max(held, key=lambda row: row["from"])["value"]) if held else None

    def default(self, cn, country, variant):
        for key in ([country] if country in ("XX", "ZZ") else [country, "ZZ"]):
            row = self.row(cn, key, variant)
            if row is not None and row["total"]:
                return row
        return None

    def row(self, cn, country, variant):
        for length in (8, 6, 4):
            for edition in self.defaults:
                for wanted in (variant, ""):
                    if (country, cn[:length], wanted) in edition:
                        return edition[(country, cn[:length], wanted)]
        return None

    def benchmark(self, cn, column, route, year):
        period = "1" if year <= 2027 else "2" if year <= 2030 else "-"
        fits = [row for row in self.benchmarks if row["cn"] == cn and row["column"] == column and row["period"] in ("", period)]
        plain = [row for row in fits if not row["route"]]
        named = [row for row in fits if row["route"] in route.split("/")]
        graded = [row for row in fits if any({row["route"], word} <= grade for word in route.split("/") for grade in GRADES)]
        found = plain or named or graded
        return max(Fraction(row["value"]) for row in found)

    def allocation(self, cn, column, route, year):
        factor = self.figure("cbam-factor", "", f"{year}-01-01")
        correction = self.figure("cscf", "", f"{year}-01-01")
        if factor == 0:
            return ZERO
        return factor * correction * self.benchmark(cn, column, route, year)

    def by_default(self, cn, country, variant, route, year):
        row = self.default(cn, country, variant)
        own = {"grey": "A", "white": "B"}.get(row["variant"], "") if row else ""
        return self.allocation(cn, "B", route or (row["route"] if row else "") or own, year)


def variant_of(code):
    return {"2523100010": "white", "2523100090": "grey", "2523900010": "white", "2523900090": "grey"}.get(code, "")


def digits(code):
    return "".join(letter for letter in code if letter.isdigit())


def said_by(plant, block):
    """What the document of a plant says about its goods, as an entry of `installations`: rounded for a tonne."""
    document = plant["document"]
    name = plant.get("installation") or document["installation"]["name"]
    computed = Plant(document, block)
    bought = {one["id"]: one for one in document.get("precursors", [])}
    paid = {digits(one["cn_code"])[:8]: one["eur_per_t"] for one in plant.get("carbon_prices", [])}
    said = []
    for process in document["processes"]:
        for good in process["goods"]:
            tonne = computed.content(good)
            direct, indirect = (computed.see[process["id"]][at] * tonne for at in (0, 1))
            precursors = [{"cn_code": one["cn"], "t_per_t": Fraction(one["quantity_t"]) / computed.level(process) * tonne, "within": True,
                           "route": one.get("benchmark_route", "")} for one in process.get("covered", [])]
            for one in process.get("inputs", []):
                share = Fraction(one["quantity_t"]) / computed.level(process) * tonne
                if one["from"] not in bought:
                    goods = computed.processes[one["from"]]["goods"]
                    cn = next(made["cn"] for made in goods if not one.get("cn") or made["cn"] == one["cn"])
                    precursors.append({"cn_code": cn, "t_per_t": share, "installation": name})
                    continue
                batches = bought[one["from"]]["batches"]
                whole = sum(Fraction(batch["quantity_t"]) for batch in batches)
                precursors += [{"cn_code": bought[one["from"]]["cn"], "t_per_t": share * Fraction(batch["quantity_t"]) / whole,
                                "origin": batch["country"], "route": batch.get("benchmark_route", "")} for batch in batches]
            said.append({"installation": name, "cn_code": good["cn"], "year": document["period"], "per": "t",
                         "see_direct_t_co2e": rounded(direct, 5, "half-up"), "see_indirect_t_co2e": rounded(indirect, 5, "half-up"),
                         "route": process.get("benchmark_route", ""), "precursors": precursors,
                         "carbon_price_eur_per_t": paid.get(digits(good["cn"])[:8], "")})
    return said


class Declaration:
    def __init__(self, request, block):
        self.options = request["options"]
        self.law = Law(self.options.get("defaults_edition", ""))
        self.year = int(self.options["year"])
        self.said = list(request.get("installations", []))
        for plant, given in zip(request.get("plants", []), block.get("plants", []), strict=True):
            self.said += said_by(plant, given)
        self.lines = {}
        for row in csv.DictReader(io.StringIO(request["imports"]["text"])):
            self.take(row)

    def take(self, row):
        code = digits(row["cn_code"])
        country, status = self.law.origin(row["origin"])
        if status in ("eu", "exempt"):
            return
        variant = variant_of(code) or row.get("variant") or ""
        key = (code[:8], country, row.get("installation") or "", row.get("data") or self.options["data"],
               row.get("route") or "", variant, int(row.get("production_year") or self.year))
        day = date.fromisoformat(row["date"])
        quantity = Fraction(row["net_mass"]) * SIZES[row["unit"]]
        slots = self.lines.setdefault(key, {})
        slots[day] = slots.get(day, ZERO) + quantity

    def actual(self, installation, cn, year):
        mine = [said for said in self.said if said["installation"] == installation and digits(said["cn_code"])[:8] == cn]
        dated = [said for said in mine if said.get("year") == str(year)]
        undated = [said for said in mine if not said.get("year")]
        return (dated or undated or [None])[0]

    def sefa(self, said, route, year):
        """Free allocation of a tonne: one equation for each good with data that is on the way, solved by elimination."""
        goods = [(said, route or said.get("route", ""))]
        equations = []
        for one, own_route in goods:
            known = self.law.allocation(digits(one["cn_code"])[:8], "A", own_route, year)
            unknown = {}
            for precursor in one.get("precursors", []):
                code = digits(precursor["cn_code"])
                country, status = self.law.origin(precursor.get("origin", ""))
                share = Fraction(precursor["t_per_t"])
                if status in ("eu", "exempt"):
                    continue
                way = precursor.get("route", "")
                if precursor.get("within"):
                    known += share * self.law.allocation(code[:8], "A", way, year)
                elif precursor.get("installation"):
                    own = self.actual(precursor["installation"], code[:8], year)
                    wanted = (own, way or own.get("route", ""))
                    if wanted not in goods:
                        goods.append(wanted)
                    at = goods.index(wanted)
                    unknown[at] = unknown.get(at, ZERO) + share
                else:
                    variant = variant_of(code) or precursor.get("variant", "")
                    known += share * self.law.by_default(code[:8], country, variant, way, year)
            equations.append((known, unknown))
        table = [[Fraction(row == at) - unknown.get(at, ZERO) for at in range(len(goods))] + [known]
                 for row, (known, unknown) in enumerate(equations)]
        for at in range(len(table)):
            turn = next(row for row in range(at, len(table)) if table[row][at])
            table[at], table[turn] = table[turn], table[at]
            table[at] = [value / table[at][at] for value in table[at]]
            for row in range(len(table)):
                if row != at and table[row][at]:
                    table[row] = [value - table[row][at] * own for value, own in zip(table[row], table[at])]
        return table[0][-1]

    def price(self, day):
        for price in self.options.get("prices", []):
            if price["from"] <= day.isoformat() <= price["to"]:
                return Fraction(price["eur_per_t_co2e"])
        return self.law.figure("price", "", day.isoformat())

    def settle(self):
        law, counted, goods = self.law, ZERO, []
        for (cn, *_), slots in self.lines.items():
            if law.goods[cn]["sector"] in ("cement", "iron-steel", "aluminium", "fertilisers"):
                counted += sum(slots.values())
        exempt = counted <= 50
        total = {"embedded": ZERO, "free": ZERO, "certificates": ZERO, "cost": ZERO, "unpriced": ZERO}
        for key, slots in self.lines.items():
            cn, country, installation, data, route, variant, produced = key
            sector = law.goods[cn]["sector"]
            said = self.actual(installation, cn, produced) if data != "default" else None
            if said is None:
                before = Fraction(law.default(cn, country, variant)["total"])
                see = before * (1 + law.figure("mark-up", sector, f"{self.year}-01-01"))
                sefa, carbon = law.by_default(cn, country, variant, route, self.year), ZERO
            else:
                content = Fraction(said.get("content") or 1) * (1000 if said["per"] == "kg-nitrogen" else 1)
                see = (Fraction(said["see_direct_t_co2e"]) + Fraction(said.get("see_indirect_t_co2e") or 0)) * content
                sefa = self.sefa(said, route, produced)
                paid = Fraction(said.get("carbon_price_eur_per_t") or 0)
                carbon = paid / Fraction(self.options["reference_price_eur_per_t_co2e"]) if paid else ZERO
            free = exempt and sector not in ("hydrogen", "electricity")
            due = ZERO if free else max(ZERO, see - sefa - carbon)
            quantity = sum(slots.values())
            for day, part in slots.items():
                price = self.price(day)
                total["cost"] += part * due * price if price is not None else ZERO
                total["unpriced"] += part * due if price is None else ZERO
            total["embedded"] += quantity * see
            total["free"] += quantity * sefa
            total["certificates"] += quantity * due
            goods.append({"cn_code": cn, "origin": country, "installation": installation,
                          "data": "actual" if said else "default", "quantity": text(quantity), "see_t_co2e": text(see),
                          "sefa_t_co2e": text(sefa), "exempt": free, "certificates": text(quantity * due)})
        goods.sort(key=lambda good: (good["cn_code"], good["origin"], good["installation"], good["data"]))
        return counted, exempt, total, goods

    def held(self):
        """What has to be held at the end of each quarter: default values without mark-up."""
        law, held = self.law, []
        for end in (date(self.year, 4, 1), date(self.year, 7, 1), date(self.year, 10, 1), date(self.year + 1, 1, 1)):
            share = law.figure("holding-share", "", (end - timedelta(1)).isoformat())
            if share is None:
                continue
            net = ZERO
            for (cn, country, _, _, route, variant, _), slots in self.lines.items():
                each = Fraction(law.default(cn, country, variant)["total"]) - law.by_default(cn, country, variant, route, self.year)
                net += each * sum(part for day, part in slots.items() if day < end)
            held.append(text(max(ZERO, net) * share))
        return held


def expected(request, block):
    """What an answer must hold, for cases that compute."""
    declaration = Declaration(request, block)
    counted, exempt, total, goods = declaration.settle()
    answer = {
        "threshold": {"mass_t": text(counted), "exempt": exempt},
        "total": {"embedded_t_co2e": text(total["embedded"]), "free_allocation_t_co2e": text(total["free"]),
                  "certificates": text(total["certificates"]), "cost_eur": text(total["cost"]),
                  "certificates_without_price": text(total["unpriced"])},
        "goods": [{**{key: value for key, value in good.items() if key != "certificates"},
                   "total": {"certificates": good["certificates"]}} for good in goods],
    }
    if not exempt and declaration.year >= 2027:
        answer["holdings"] = [{"certificates": held} for held in declaration.held()]
    return answer


def compare(wanted, found, where, wrong):
    if isinstance(wanted, dict):
        for key, value in wanted.items():
            if isinstance(found, dict) and key in found:
                compare(value, found[key], f"{where}/{key}", wrong)
    elif isinstance(wanted, list) and isinstance(found, list):
        if len(wanted) != len(found):
            wrong.append(f"{where}: {len(found)} elements, {len(wanted)} computed")
        for at, (one, two) in enumerate(zip(wanted, found)):
            compare(one, two, f"{where}/{at}", wrong)
    elif wanted != found:
        wrong.append(f"{where}: {found} expected, {wanted} computed")


def differences(case):
    wrong = []
    found = case["expect"]["ok"]
    found = found.get("answer", found).get("declaration", {})
    if "total" not in found:
        wrong.append("the case expects no total")
    compare(expected(case["request"], case["oracle"]["cbam_import"]), found, "declaration", wrong)
    return wrong
