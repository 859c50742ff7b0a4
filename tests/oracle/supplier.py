"""Suppliers, recomputed apart from emitrace.

A case of `supplier.*` may carry `"oracle": { "supplier": {} }`. Every requirement is judged by a list of plain statements about its
evidence, conditions by trying out answers to what is not known, scores as sums of fractions, size classes and audits by their tables.
What the case expects must be what is found here.
"""

import csv
import datetime
import itertools
import json
import pathlib
import re
from decimal import Decimal
from fractions import Fraction

SIZES = pathlib.Path(__file__).resolve().parents[2] / "emission-factors" / "packs" / "vn-enterprise-size" / "table.csv"
UNITS = {"t": ("mass", 1), "kg": ("mass", Fraction(1, 1000)), "GJ": ("energy", 1), "MWh": ("energy", Fraction(18, 5)), "": ("", 1)}
KINDS = {"hồ sơ": "document"}
STATES = {"đình chỉ": "suspended"}
ORDER = ["met", "met_expiring_soon", "partial", "suspended", "expired", "not_met"]
FULL = {"met": 10, "met_expiring_soon": 10, "suspended": 0, "expired": 0, "not_met": 0}
TOKEN = re.compile(r"\s*('[^']*'|\"[^\"]*\"|[()=!<>,]=?|[^\s()=!<>,'\"]+)")


class Fact:
    """A word or number of a condition."""

    def __init__(self, text):
        self.text = text.strip().lower().replace("-", " ")
        self.number = Fraction(text) if re.fullmatch(r"-?\d+(\.\d+)?", text.strip()) else None

    def __eq__(self, other):
        return self.number == other.number if None not in (self.number, other.number) else self.text == other.text

    def __lt__(self, other):
        return self.number < other.number

    def __le__(self, other):
        return self.number <= other.number


def holds(condition, facts):
    """True, False, or None if the answer depends on what is not known."""
    if not condition:
        return True
    source, names, values, listed = [], set(), set(), False
    tokens = TOKEN.findall(condition)
    for before, token, after in zip([""] + tokens, tokens, tokens[1:] + [""]):
        if token in ("and", "or", "not", "in", "(", ")", "==", "!=", ">=", "<=", ">", "<", ","):
            listed = (listed or (token == "(" and before == "in")) and token != ")"
            source.append(",)" if token == ")" and source and "in" in source and source[-1] != "," and listed_open(source) else token)
        elif after in ("==", "!=", ">=", "<=", ">", "<", "in") and not listed:
            names.add(token)
            source.append(f"facts[{token!r}]")
        else:
            text = token.strip("'\"")
            values.add(text)
            source.append(f"Fact({text!r})")
    missing = sorted(name for name in names if name not in facts)
    numbers = {str(Fraction(value) + step) for value in values if re.fullmatch(r"\d+", value) for step in (-1, 0, 1)}
    answers, tried = set(), sorted(numbers | values | {"something else"})
    for choice in itertools.product(tried, repeat=len(missing)):
        known = {name: Fact(text) for name, text in {**facts, **dict(zip(missing, choice))}.items()}
        try:
            answers.add(bool(eval(" ".join(source), {"facts": known, "Fact": Fact})))  # the text is that of a case in this repository
        except TypeError:  # a word where a number is asked for is no answer
            continue
    return answers.pop() if len(answers) == 1 else None


def listed_open(source):
    """Whether the last bracket that is open is that of a list."""
    depth = []
    for before, token in zip([""] + source, source):
        if token == "(":
            depth.append(before == "in")
        elif token in (")", ",)"):
            depth.pop()
    return bool(depth) and depth[-1]


def day(text):
    return datetime.date.fromisoformat(text) if text else None


def months_later(start, months):
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    for last in (start.day, 30, 29, 28):
        try:
            return datetime.date(year, month + 1, min(start.day, last))
        except ValueError:
            continue


def alone(asked, shown, on, horizon):
    """The worst of what can be said of one piece of evidence, and its last day."""
    said = {STATES.get(shown.get("status", ""), shown.get("status", "") or "valid")}
    said = {"suspended"} & said | ({"not_met"} if "withdrawn" in said else set())
    if shown.get("valid_from") and day(shown["valid_from"]) > on:
        said.add("not_met")
    wanted = [words.strip().lower() for words in asked.get("scope", "").split("|") if words.strip()]
    if shown.get("status") == "incomplete" or wanted and not shown.get("scope"):
        said.add("partial")
    elif wanted and not any(words in shown["scope"].lower() for words in wanted):
        said.add("not_met")
    dated = day(shown.get("period_end") or shown.get("issued") or "")
    aged = months_later(dated, int(asked["max_age_months"])) if asked.get("max_age_months") and dated else None
    if asked.get("max_age_months") and not dated:
        said.add("partial")
    expires, due = day(shown.get("expires", "")), day(shown.get("surveillance_due", ""))
    if asked["kind"] == "certificate" and not expires and not aged:
        said.add("partial")
    if any(last and last < on for last in (expires, aged)):
        said.add("expired")
    if due and due < on or asked.get("accredited") and not shown.get("accreditation"):
        said.add("partial")
    if asked.get("min") or asked.get("max"):
        (theirs, ratio), (ours, base) = UNITS[shown.get("unit", "")], UNITS[asked.get("unit", "")]
        if theirs != ours or not shown.get("value"):
            said.add("partial")
        else:
            value = Fraction(shown["value"]) * ratio / base
            if asked.get("max") and value > Fraction(asked["max"]):
                said.add("not_met")
            elif asked.get("min") and value < Fraction(asked["min"]):
                said.add("partial" if asked.get("partial") and value >= Fraction(asked["partial"]) else "not_met")
    last = min((one for one in (expires, due, aged) if one), default=None)
    status = max(said, key=ORDER.index, default="met")
    if status == "met" and last and (last - on).days <= horizon:
        status = "met_expiring_soon"
    return status, last


def inventory(text):
    """What an inventory shows: its figures in kilograms, without those of nothing."""
    answer = json.loads(text)["inventory"]
    total, left = answer["total"], answer["coverage"]["excluded"]
    one, location, market = (Decimal(total[f"scope_{name}_kg_co2e"]) for name in ("1", "2_location", "2_market"))
    figures = {"ghg.scope1": one, "ghg.scope2.lb": location, "ghg.scope2.mb": market, "ghg.scope12.lb": one + location, "ghg.scope12.mb": one + market}
    figures |= {"ghg.scope3": Decimal(total["scope_3_kg_co2e"])}
    common = {"kind": "metric", "unit": "kg", "period_end": answer["choices"]["period"].split("/")[1], "status": "incomplete" if left else ""}
    return [{**common, "subject": subject, "value": str(value)} for subject, value in figures.items() if value]


def judge(asked, request, on, horizon):
    """The best set of evidence by trying every set: all sites covered counts before some, long before short."""
    sites = request.get("sites", [])
    subjects = [one.lower() for one in asked["subject"].split("|")]
    verdicts = []
    for shown in request.get("evidence", []) + [one for text in request.get("answers", []) for one in inventory(text)]:
        about = any(re.fullmatch(re.escape(one) + "(:.*)?", shown["subject"].lower().replace("-", " ").strip()) for one in [s.replace("-", " ") for s in subjects])
        covers = [site.strip() for site in shown.get("sites", "").split(";") if site.strip()] or sites
        if KINDS.get(shown["kind"], shown["kind"]) == asked["kind"] and about and (not sites or set(covers) & set(sites)):
            verdicts.append((*alone(asked, shown, on, horizon), set(covers)))
    if not verdicts:
        return "unknown", None
    met = [one for one in verdicts if one[0].startswith("met")]
    if not met:
        return min(verdicts, key=lambda one: (ORDER.index(one[0]), -(one[1] or datetime.date.max).toordinal()))[:2]
    options = []
    for count in range(1, len(met) + 1):
        for some in itertools.combinations(met, count):
            if set().union(*(one[2] for one in some)) >= set(sites):
                worst = max((one[0] for one in some), key=ORDER.index)
                options.append((worst, min((one[1] for one in some if one[1]), default=None)))
    if not options:
        return "partial", min((one[1] for one in met if one[1]), default=None)
    return max(options, key=lambda one: (one[1] or datetime.date.max, -ORDER.index(one[0])))


def percent(value):
    """Two decimals, half-even."""
    scaled = value * 100
    whole = round(scaled)
    text = f"{whole // 100}.{whole % 100:02}".rstrip("0").rstrip(".")
    return text


def assessed(request, on, horizon):
    wanted = request["requirements"]
    facts = {one["name"]: one["value"] for one in request.get("profile", [])}
    states = []
    for asked in wanted["requirements"]:
        applies = holds(asked.get("applies_if", ""), facts)
        status, last = ("not_applicable", None) if applies is False else ("unknown", None) if applies is None else judge(asked, request, on, horizon)
        points = FULL.get(status, Fraction(wanted.get("partial_points") or 5) if status == "partial" else None)
        states.append((asked, Fraction(asked.get("weight") or 1), status, points, last))
    apply = [one for one in states if one[2] != "not_applicable"]
    weight, evaluated = sum(one[1] for one in apply), sum(one[1] for one in apply if one[3] is not None)
    points = sum(one[1] * one[3] for one in apply if one[3] is not None)
    score = {}
    if weight:
        low = points * 10 / weight
        covered = evaluated / weight
        text = str(covered) if set(str(covered.denominator)) and covered.denominator not in (1, 2, 4, 5, 8, 10, 16) else str(float(covered)).removesuffix(".0")
        score = {"coverage": text, "low_percent": percent(low), "high_percent": percent((points + 10 * (weight - evaluated)) * 10 / weight)}
        if evaluated:
            score["evaluated_percent"] = percent(points * 10 / evaluated)
        enough = covered >= Fraction(wanted.get("min_coverage") or "2/3")
        score["insufficient_data"] = not enough
        names = [one["grade"] for one in wanted.get("grades", [])]
        place = next((at for at, one in enumerate(wanted.get("grades", [])) if low >= Fraction(one["min_percent"])), None) if enough else None
        score["grade_by_score"] = "" if place is None else names[place]
        open_ones = [one for one in apply if not one[2].startswith("met")]
        themes = {}
        for one in apply:
            themes.setdefault(one[0].get("theme", ""), []).append(one)
        lows = [sum(one[1] * (one[3] or 0) for one in some) * 10 / sum(one[1] for one in some) for some in themes.values()]
        counts = {f"open_{level}": str(sum(one[0]["level"] == level for one in open_ones)) for level in ("blocking", "major", "minor")}
        counts |= {"unknown": str(sum(one[2] == "unknown" for one in open_ones)), "lowest_theme": "100" if min(lows) == 100 else str(float(min(lows)))}
        for one in wanted.get("downgrades", []):
            if place is not None and holds(one["when"], counts) and place < names.index(one["to"]):
                place = names.index(one["to"])
        score["grade"] = "" if place is None else names[place]
        blocked = any(one[0]["level"] == "blocking" for one in open_ones)
        from_place = names.index(wanted["ready_from"]) if wanted.get("ready_from") else None
        score["ready"] = not blocked and enough and (from_place is None or place is not None and place <= from_place)
    return states, weight, score


def assess(case):
    request, wanted = case["request"], case["expect"]["ok"]["result"]
    on = day(request["as_of"])
    horizon = int(request.get("horizon_days") or request["requirements"].get("horizon_days") or 90)
    states, weight, score = assessed(request, on, horizon)
    found = []

    def compare(name, ours, theirs):
        if ours != theirs:
            found.append(f"{name}: the case expects {theirs}, the oracle finds {ours}")

    for name, theirs in wanted.get("score", {}).items():
        if name in score:
            compare(name, score[name], theirs)
    listed = wanted.get("requirements", [])
    expected = listed["$contains"] if isinstance(listed, dict) else listed
    for at, theirs in enumerate(expected):
        mine = next((one for one in states if one[0]["id"] == theirs.get("id")), states[at])
        asked, _, status, points, last = mine
        ours = {"status": status, "points": "" if points is None else str(points), "last_day": str(last or ""),
                "days_left": str((last - on).days) if last else ""}
        for name, value in theirs.items():
            if name in ours:
                compare(f"{asked['id']} {name}", ours[name], value)
    if "actions" in wanted:
        todo = [one for one in states if one[2] not in ("met", "not_applicable")]
        gain = lambda one: Fraction(0) if one[2] == "met_expiring_soon" else one[1] * (10 - (one[3] or 0)) * 10 / weight
        blocks = lambda one: one[0]["level"] == "blocking" and one[2] != "met_expiring_soon"
        todo.sort(key=lambda one: (not blocks(one), (one[4] - on).days if one[4] else 10**9, -gain(one), one[0]["id"]))
        compare("number of actions", len(todo), len(wanted["actions"]))
        for one, theirs in zip(todo, wanted["actions"]):
            compare("action", one[0]["id"], theirs.get("requirement", one[0]["id"]))
            compare(f"gain of {one[0]['id']}", percent(gain(one)), theirs.get("gain_percent", percent(gain(one))))
    if "ahead" in wanted:
        later, _, then = assessed(request, on + datetime.timedelta(days=horizon), horizon)
        lapsed = [old[0]["id"] for old, new in zip(states, later) if old[2].startswith("met") and not new[2].startswith("met")]
        compare("lapses", lapsed, [one["requirement"] for one in wanted["ahead"].get("lapses", [])])
        compare("ready then", then["ready"], wanted["ahead"].get("ready", then["ready"]))
    return found


def surveyed(request):
    """Everybody, with what the set says of each: fits, states, low score as a fraction, score, and the score of the later day."""
    on = day(request["as_of"])
    horizon = int(request.get("horizon_days") or request["requirements"].get("horizon_days") or 90)
    everybody = []
    for one in request["suppliers"]:
        own = {**request, **one}
        facts = {fact["name"]: fact["value"] for fact in one.get("profile", [])}
        states, weight, score = assessed(own, on, horizon)
        _, _, then = assessed(own, on + datetime.timedelta(days=horizon), horizon)
        points = sum(state[1] * (state[3] or 0) for state in states if state[2] != "not_applicable")
        everybody.append({"id": one["id"], "facts": facts, "fits": holds(request.get("wanted", ""), facts), "states": states,
                          "low": points * 10 / weight if weight else None, "score": score, "then": then})
    return everybody


def counted(members, request):
    """What a group of suppliers comes to."""
    lows = [one["low"] for one in members if one["low"] is not None]
    group = {"suppliers": len(members), "ready": sum(one["score"].get("ready", False) for one in members),
             "ready_ahead": sum(one["then"].get("ready", False) for one in members),
             "insufficient_data": sum(one["score"].get("insufficient_data", True) for one in members),
             "low_percent_mean": percent(sum(lows) / len(lows)) if lows else "", "requirements": []}
    for at, asked in enumerate(request["requirements"]["requirements"]):
        states = [one["states"][at][2] for one in members]
        group["requirements"].append({"id": asked["id"], **{name: states.count(name) for name in set(states)}})
    return group


def grouped(everybody, request):
    groups = {}
    for one in everybody:
        if one["fits"] is not False:
            groups.setdefault(tuple(one["facts"].get(name, "").lower() for name in request.get("group_by", [])), []).append(one)
    return {key: groups[key] for key in sorted(groups)}


def differences(name, ours, theirs, found):
    """What a pattern of a case expects otherwise than is found here."""
    if isinstance(theirs, dict):
        for key, value in theirs.items():
            if isinstance(ours, dict) and (key in ours or value == 0):
                differences(f"{name} {key}", ours.get(key, 0), value, found)
    elif isinstance(theirs, list) and isinstance(ours, list):
        if len(ours) != len(theirs):
            found.append(f"{name}: the case expects {len(theirs)}, the oracle finds {len(ours)}")
        for at, (mine, other) in enumerate(zip(ours, theirs)):
            differences(f"{name} {at}", mine, other, found)
    elif ours != theirs:
        found.append(f"{name}: the case expects {theirs}, the oracle finds {ours}")


def base(case):
    """Whoever is better than another in what is looked at first stands before it; the place is one more than there are better ones."""
    request, wanted = case["request"], case["expect"]["ok"]["result"]
    everybody, found = surveyed(request), []
    names = [one["grade"] for one in request["requirements"].get("grades", [])]

    def merit(one):
        grade, blocked = one["score"].get("grade", ""), [state for state in one["states"] if state[0]["level"] == "blocking" and state[2] != "not_applicable" and not state[2].startswith("met")]
        return ({True: 2, None: 1, False: 0}[one["fits"]], one["score"].get("ready", False), -names.index(grade) if grade else -len(names) - 1,
                -1 if one["low"] is None else one["low"], -len(blocked))

    ranked = sorted(everybody, key=lambda one: one["id"])
    ranked.sort(key=lambda one: sum(merit(other) > merit(one) for other in everybody))
    shown = [{"id": one["id"], "rank": 0 if one["fits"] is False else 1 + sum(merit(other) > merit(one) for other in everybody),
              "fits": {True: "yes", None: "unknown", False: "no"}[one["fits"]], "ready": one["score"].get("ready", False),
              "grade": one["score"].get("grade", ""), "low_percent": one["score"].get("low_percent", ""),
              "high_percent": one["score"].get("high_percent", ""), "statuses": [state[2] for state in one["states"]]} for one in ranked]
    groups = grouped(everybody, request)
    ours = {"ranking": shown, "total": counted([one for some in groups.values() for one in some], request)}
    if request.get("group_by"):
        ours["groups"] = [counted(some, request) for some in groups.values()]
    differences("base", ours, wanted, found)
    return found


def region(case):
    """What may be shown by trying: as few groups withheld as it takes, the smallest first, and never a rest that is small."""
    request, wanted = case["request"], case["expect"]["ok"]["result"]
    least, groups, found = int(request["min_group"]), grouped(surveyed(request), request), []
    order = sorted(groups, key=lambda key: (len(groups[key]), key))
    for hidden in range(len(order) + 1):
        rest = sum(len(groups[key]) for key in order[:hidden])
        if all(len(groups[key]) >= least for key in order[hidden:]) and (rest == 0 or rest >= least):
            break
    differences("region", {
        "total": counted([one for some in groups.values() for one in some], request),
        "groups": [counted(groups[key], request) for key in groups if key not in order[:hidden]],
        "withheld_groups": hidden,
        "withheld": counted([one for key in order[:hidden] for one in groups[key]], request),
    }, wanted, found)
    return found


def vda(case):
    ratings, wanted = case["request"]["ratings"], case["expect"]["ok"]
    groups = {}
    for one in ratings:
        for key in [("element", one["element"]), ("sub-element", one.get("sub_element")), ("step", one.get("step"))]:
            if key[1]:
                groups.setdefault(key, {}).setdefault(one["question"], []).append(one["points"])
    means, short = {}, False
    for key, questions in groups.items():
        rated = {name: [int(points) for points in some if points] for name, some in questions.items()}
        rated = {name: round(Fraction(sum(some), len(some)) * 100) / Fraction(100) for name, some in rated.items() if some}
        means[key] = (sum(rated.values()), len(rated))
        short |= key[0] == "element" and Fraction(len(rated), len(questions)) < Fraction(2, 3)
    share = lambda sums: sums[0] * 10 / sums[1]
    elements = [sums for key, sums in means.items() if key[0] == "element"]
    overall = share((sum(one[0] for one in elements), sum(one[1] for one in elements)))
    grade = best = "A" if overall >= 90 else "B" if overall >= 80 else "C"
    whole = {key: int(share(sums) + Fraction(1, 2)) for key, sums in means.items()}
    stars = [one["points"] for one in ratings if one.get("star")]
    if any(value < 80 for value in whole.values()) or "4" in stars or any(one["points"] == "0" for one in ratings):
        grade = max(grade, "B")
    if any(value < 70 for key, value in whole.items() if key[0] != "sub-element") or "0" in stars:
        grade = "C"
    ours = {"overall_percent": percent(overall), "grade": "" if short else grade, "grade_by_score": "" if short else best}
    ours = {name: value for name, value in ours.items() if name in wanted}
    found = [f"{name}: the case expects {wanted[name]}, the oracle finds {value}" for name, value in ours.items() if wanted[name] != value]
    for part in wanted.get("parts", []):
        value = percent(share(means[(part["kind"], part["name"])]))
        if value != part["percent"]:
            found.append(f"{part['name']}: the case expects {part['percent']}, the oracle finds {value}")
    return found


def size(case):
    request, wanted = case["request"], case["expect"]["ok"]
    with SIZES.open(encoding="utf-8") as file:
        limits = {row["parameter"]: Fraction(row["value"]) for row in csv.DictReader(file)}
    answers = set()
    # What is not given is tried as nothing and as more than any limit.
    given = lambda name: [Fraction(request[name])] if request.get(name) else [Fraction(0), Fraction(10**18)]
    for revenue, capital in itertools.product(given("revenue_vnd"), given("capital_vnd")):
        for name in ("micro", "small", "medium", "large"):
            limit = lambda what: limits[f"vn-size/{name}/{request['group']}/{what}"]
            if name == "large" or Fraction(request["employees"]) <= limit("employees") and (revenue <= limit("revenue_vnd") or capital <= limit("capital_vnd")):
                answers.add(name)
                break
    ours = answers.pop() if len(answers) == 1 else ""
    return [] if ours == wanted["size"] else [f"size: the case expects {wanted['size']}, the oracle finds {ours}"]


def potential(case):
    yellow, red = case["request"]["yellow"], case["request"]["red"]
    ours = "red" if red or yellow > 12 else "yellow" if yellow > 6 else "green"
    wanted = case["expect"]["ok"]["verdict"]
    return [] if ours == wanted else [f"verdict: the case expects {wanted}, the oracle finds {ours}"]


def rba(case):
    request, wanted = case["request"], case["expect"]["ok"]
    found, closed = ([some.get(name, 0) for name in ("priority", "major", "minor")] for some in (request.get("findings", {}), request.get("closed", {})))
    applicable = request.get("conformance", 0) + request.get("risk", 0) + sum(found)
    conforming = request.get("conformance", 0) + (request.get("risk", 0) if request.get("risk_conforms") else 0)
    first = Fraction(200 * conforming, applicable)
    score = first - 20 * found[0] - 4 * found[1] - found[2]
    open_ones = [all_of - one for one, all_of in zip(closed, found)]
    text = lambda value: f"{Decimal(round(value * 10**4)).scaleb(-4).normalize():f}"
    ours = {
        "questions": applicable + request.get("not_applicable", 0), "applicable": applicable, "conformance_points": text(first), "score": text(score),
        "colour": "green" if score > 180 else "yellow" if score > 160 else "red",
        "recognition": "platinum" if score == 200 and not any(open_ones) else "gold" if score >= 180 and not any(open_ones[:2]) else "silver" if score >= 160 and not open_ones[0] else "",
    }
    return [f"{name}: the case expects {wanted[name]}, the oracle finds {value}" for name, value in ours.items() if name in wanted and wanted[name] != value]


def ecovadis(case):
    request, wanted = case["request"], case["expect"]["ok"]
    percentile = Fraction(request["percentile"])
    medal = next((name for name, least in (("platinum", 99), ("gold", 95), ("silver", 85), ("bronze", 65)) if percentile >= least), "")
    medal = medal if all(Fraction(score) >= 30 for score in request["themes"].values()) else ""
    start, on = datetime.date.fromisoformat(request["published"]), datetime.date.fromisoformat(request["as_of"])
    ours = {"medal": medal, "valid": start <= on <= start.replace(year=start.year + 1)}
    return [f"{name}: the case expects {wanted[name]}, the oracle finds {value}" for name, value in ours.items() if name in wanted and wanted[name] != value]


def check(case):
    return {"supplier.assess": assess, "supplier.base": base, "supplier.region": region, "supplier.vda63": vda, "supplier.size": size, "supplier.vda63_potential": potential, "supplier.rba_vap": rba, "supplier.ecovadis_medal": ecovadis}[case["call"]](case)
