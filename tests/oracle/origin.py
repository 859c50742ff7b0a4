"""Rules of origin, recomputed by trying out every answer to the open questions.

A case of `origin.assess` may carry `"oracle": { "origin": {} }`. What is not known (a status, a value, a code) is given each
answer that it could have; a condition is met if it is met under all of them, fails if it fails under all, and is not
proven otherwise. Figures of agreements are read from the pack's table itself.
"""

import csv
import io
import itertools
import pathlib
from fractions import Fraction

TABLE = pathlib.Path(__file__).resolve().parents[2] / "emission-factors" / "packs" / "trace-origin-agreements" / "table.csv"
HUGE = Fraction(10) ** 40
ALL = {"bom_header": {"mã nvl": "id", "tên nguyên liệu": "name", "mã hs": "hs_code", "trị giá (usd)": "value", "nước xuất xứ": "country",
                      "tình trạng xuất xứ": "status", "số c/o": "evidence", "cộng gộp": "cumulation", "sản phẩm": "product",
                      "bán thành phẩm": "made_as", "lượng": "quantity", "đvt": "unit"},
       "status": {"có xuất xứ": "originating", "không có xuất xứ": "non-originating"}}


def figures(subject):
    with TABLE.open(encoding="utf-8") as file:
        return {row["figure"]: row["value"] for row in csv.DictReader(file) if row["subject"] == subject}


def in_chapters(text, chapter):
    spans = [span.split("-") for span in text.split("|") if span]
    return any(int(span[0]) <= chapter <= int(span[-1]) for span in spans)


def in_spans(code, spans):
    for span in spans:
        first, _, last = span.replace(".", "").partition("-")
        if first <= code[: len(first)] <= (last or first):
            return True
    return False


def materials_of(request):
    found = [dict(material) for material in request.get("materials", [])]
    if "bom" in request:
        lines = [line for line in request["bom"]["text"].splitlines() if line.strip(";").strip()]
        head = next(at for at, line in enumerate(lines) if "Mã NVL" in line)
        for row in csv.DictReader(io.StringIO("\n".join(lines[head:])), delimiter=";"):
            row = {ALL["bom_header"].get(key.lower(), key): value for key, value in row.items()}
            row["value"] = row["value"].replace(".", "").replace(",", ".")
            row["status"] = ALL["status"].get(row["status"].lower(), row["status"])
            found.append(row)
    return found


def status_of(material, request, table):
    """Possible statuses, and how much of the value originates where the material does not."""
    kinds = table.get("cumulation", "").split("|")
    kind, home = material.get("cumulation", ""), material.get("country", "") == request["country"]
    status = material.get("status", "")
    if status == "":
        return ["originating", "non-originating"], Fraction(0)
    if status == "originating":
        if not home and kind not in [kind for kind in kinds if kind]:
            return ["non-originating"], Fraction(0)
        return (["originating"] if material.get("evidence") else ["originating", "non-originating"]), Fraction(0)
    content = Fraction(material.get("originating_percent") or 0)
    counts = kind in ("full", "partial") and kind in kinds and material.get("evidence")
    if kind == "partial" and counts:
        counts = Fraction(table["partial-from-percent"]) <= content < Fraction(table["partial-below-percent"])
    return ["non-originating"], content / 100 if counts else Fraction(0)


def met(condition, product, materials, table, chapter):
    """Whether one condition is met where everything is known; materials are (code, value, weight, originates, share)."""
    basis = {"exw": "exw", "fob": "fob", "transaction-value": "transaction_value"}[table["value-basis"]]
    whole = Fraction(product[basis]) if product.get(basis) else None
    foreign = [material for material in materials if not material[3]]
    counted = lambda chosen: sum((value * (1 - share) for _, value, _, _, share in chosen), Fraction(0))
    percent = lambda usual: Fraction(condition.get("percent") or table.get(usual))
    test = condition["test"]
    if test in ("value-limit", "set"):
        return counted(foreign) * 100 <= percent("set-percent") * whole
    if test == "rvc":
        if condition["formula"] == "net-cost":
            whole = Fraction(product["net_cost"])
        if condition["formula"] == "build-up":
            ours = sum((value * (1 if originates else share) for _, value, _, originates, share in materials), Fraction(0))
            ours += sum((Fraction(product.get(name) or 0) for name in table["build-up-counts"].split("|") if name != "materials"), Fraction(0))
            return ours * 100 >= percent("general-percent") * whole
        if condition["formula"] == "focused":
            foreign = [material for material in foreign if in_spans(material[0], condition["headings"])]
        return (whole - counted(foreign)) * 100 >= percent("general-percent") * whole
    if test in ("change", "made-from"):
        if test == "change":
            digits = {"CC": 2, "CTH": 4, "CTSH": 6}[condition["change"]]
            code = product["hs_code"].replace(".", "")
            unmet = [m for m in foreign if m[0][:digits] == code[:digits] or in_spans(m[0], condition.get("except_from", []))]
        else:
            unmet = [m for m in foreign if not in_spans(m[0], condition["headings"])]
        if not unmet:
            return True
        if in_chapters(table.get("tolerance-notes-chapters", ""), chapter):
            return None
        for of, at, size in (("value", 1, whole), ("weight", 2, Fraction(product.get("weight_kg") or 0))):
            if f"tolerance-{of}-percent" in table and in_chapters(table[f"tolerance-{of}-chapters"], chapter) and size:
                if sum((m[at] for m in unmet), Fraction(0)) * 100 <= Fraction(table[f"tolerance-{of}-percent"]) * size:
                    return True
        return False
    if test == "wholly-obtained":
        return not foreign
    if test == "process":
        return condition.get("shown")
    raise ValueError(test)


def verdict_of(outcomes):
    outcomes = set(outcomes)
    return "pass" if outcomes == {True} else "fail" if outcomes == {False} else "not-proven"


def check(case):
    request, differences = case["request"], []
    table = figures(request["agreement"])
    products = {product["id"]: product for product in request["products"]}
    only = request["products"][0]["id"] if len(products) == 1 else None
    materials, known = materials_of(request), {}

    def judge(identifier):
        if identifier in known:
            return known[identifier]
        product = products[identifier]
        chapter = int(product["hs_code"][:2])
        choices = []
        for material in materials:
            if (material.get("product") or only) != identifier:
                continue
            statuses, share = status_of(material, request, table)
            if material.get("made_as"):
                inner = judge(material["made_as"])[0]
                statuses = {"pass": ["originating"], "fail": ["non-originating"]}.get(inner, ["originating", "non-originating"])
            code = material.get("hs_code", "").replace(".", "")
            edition = material.get("hs_edition") or request["hs_edition"]
            rule_edition = product["rule"].get("hs_edition") or request["hs_edition"]
            codes = [code] if len(code) >= 6 and edition == rule_edition else [product["hs_code"].replace(".", ""), "000000"]
            values = [Fraction(material["value"])] if material.get("value") else [Fraction(0), HUGE]
            weights = [Fraction(material["weight_kg"])] if material.get("weight_kg") else [Fraction(0), HUGE]
            choices.append([(c, v, w, s == "originating", share) for c, v, w, s in itertools.product(codes, values, weights, statuses)])
        told = []
        for alternative in product["rule"]["any"]:
            told.append([verdict_of(met(condition, product, answers, table, chapter) for answers in itertools.product(*choices))
                         for condition in alternative["all"]])
        rank = ["fail", "not-proven", "pass"]
        worst = lambda verdicts: min(verdicts, key=rank.index)
        verdict = max((worst(verdicts) for verdicts in told), key=rank.index)
        worked = any(not answer[3] for choice in choices for answer in choice)
        minimal = product.get("minimal_operations")
        if minimal is True:
            verdict = "fail"
        elif minimal is None and worked:
            verdict = worst([verdict, "not-proven"])
        known[identifier] = verdict, told
        return known[identifier]

    for expected in case["expect"]["ok"]["result"]["products"]:
        verdict, told = judge(expected["product"])
        if verdict != expected["verdict"]:
            differences.append(f"{expected['product']}: {expected['verdict']} expected, recomputed {verdict}")
        for verdicts, alternative in zip(told, expected.get("alternatives", [])):
            for verdict, condition in zip(verdicts, alternative["conditions"]):
                if verdict != condition["verdict"]:
                    differences.append(f"{expected['product']} {condition['test']}: {condition['verdict']} expected, recomputed {verdict}")
    return differences
