"""Recomputes the statistics of cases with decimals of 80 digits, knowing nothing of emitrace.

The formulas are those of the 2006 IPCC Guidelines, volume 1, chapter 3 (equations 3.1 and 3.2, table 3.2) and of the
pedigree matrix; the request of the case is all that is read. What is simulated is compared with the range that the
block `oracle` of the case states.
"""

from decimal import ROUND_HALF_EVEN, Context, Decimal, getcontext
from fractions import Fraction

getcontext().prec = 80
#: 95 % factors of scores 1 to 5 (ecoinvent, first pedigree matrix).
PEDIGREE = (
    ("1", "1", "1.2", "1.5", "2"),  # technological
    ("1", "1.03", "1.1", "1.2", "1.5"),  # temporal
    ("1", "1.01", "1.02", "1.02", "1.1"),  # geographical
    ("1", "1.02", "1.05", "1.1", "1.2"),  # completeness
    ("1", "1.05", "1.1", "1.2", "1.5"),  # reliability
)


def shown(value, digits=18):
    """A number as an answer prints it: so many significant digits, no exponent, no zeros at the end."""
    rounded = Context(prec=digits, rounding=ROUND_HALF_EVEN).create_decimal(value)
    text = format(rounded, "f")
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return text or "0"


def sides(text, value=None):
    """Relative half-widths, below and above."""
    text = text.replace("%", "").replace("±", "").strip()
    if not text:
        return Decimal(0), Decimal(0)
    if ".." in text:
        low, high = (Decimal(end) for end in text.split(".."))
        return (value - low) / value, (high - value) / value
    if "/" in text:
        low, high = (Decimal(end) for end in text.split("/"))
        return -low / 100, high / 100
    return Decimal(text) / 100, Decimal(text) / 100


def placed(value, pair):
    """Absolute half-widths of a value; those of a negative one change places."""
    low, high = (abs(value) * side for side in pair)
    return (high, low) if value < 0 else (low, high)


def combined(lines, correlation):
    """Half-widths of a sum of lines `(value, factor name, activity sides, factor sides)`."""
    groups = {}
    for number, (value, factor, activity, of_factor) in enumerate(lines):
        group = groups.setdefault(factor or number, {"value": Decimal(0), "factor": of_factor, "lines": []})
        group["value"] += value
        group["lines"].append((value, activity))
    squares = [Decimal(0), Decimal(0)]
    for group in groups.values():
        up = sum(value * pair[1] for value, pair in group["lines"])
        down = sum(value * pair[0] for value, pair in group["lines"])
        together = (max(down, -up, Decimal(0)), max(up, -down, Decimal(0)))
        shared = placed(group["value"], group["factor"])
        for side in (0, 1):
            apart = sum(placed(value, pair)[side] ** 2 for value, pair in group["lines"])
            squares[side] += (1 - correlation) * apart + correlation * together[side] ** 2 + shared[side] ** 2
    return [square.sqrt() for square in squares]


def combine(request):
    lines = []
    for line in request["lines"]:
        value = Decimal(line["value"])
        activity = sides(line.get("activity_uncertainty", ""), value)
        lines.append((value, line.get("factor", ""), activity, sides(line.get("factor_uncertainty", ""), value)))
    total = sum((line[0] for line in lines), Decimal(0))
    low, high = combined(lines, Decimal(request.get("activity_correlation", "0")))
    answer = {"value": shown(total, 60), "lower": shown(low), "upper": shown(high)}
    if total:
        answer["lower_percent"] = shown(100 * low / abs(total))
        answer["upper_percent"] = shown(100 * high / abs(total))
    return answer


def pedigree(request):
    logarithms = [Decimal(request["basic_factor"]).ln()]
    for row, score in zip(PEDIGREE, request["scores"].split("-"), strict=True):
        logarithms.append(Decimal(row[int(score) - 1]).ln())
    factor = sum(each * each for each in logarithms).sqrt().exp()
    answer = {"factor": shown(factor), "upper_percent": shown(Decimal(shown(100 * (factor - 1), 18)))}
    if "value" in request:
        value = Decimal(request["value"])
        answer |= {"lower": shown(value / factor, 17), "upper": shown(value * factor, 17)}
    return answer


def weigh(request):
    weights = products = Fraction(0)
    for item in request["items"]:
        weight = abs(Fraction(item["weight"]))
        scores = [Fraction(score) for score in item["quality"].split("-")]
        if request["scheme"] == "pcaf":
            scores = scores[-1:]
        if request["scheme"] == "pact":
            scores = [1 + (score - 1) / 2 for score in scores]
        weights += weight
        products += weight * sum(scores) / len(scores)
    score = products / weights
    exact = f"{score.numerator}/{score.denominator}"
    try:
        quotient = Decimal(score.numerator) / Decimal(score.denominator)
        if Fraction(quotient) == score:
            exact = format(quotient.normalize(), "f")
    except ArithmeticError:
        pass
    return {"score": {"exact": exact}}


def trend(request):
    scope_2 = "scope_2_" + request["view"]
    years = []
    for name in ("base", "year"):
        rows = {}
        for source in request[name]:
            if source["account"] in ("scope_1", "scope_3", scope_2):
                rows[source["category"], source["activity"], source["gas"]] = source
        years.append(rows)
    base, year = years
    emissions = [sum(Decimal(source["kg_co2e"]) for source in rows.values()) for rows in years]
    ratio = emissions[1] / emissions[0]
    answer = {"change_percent": shown(100 * (ratio - 1))}
    square = Decimal(0)
    table = []
    for key in sorted(set(base) | set(year)):
        before, after = (Decimal(rows[key]["kg_co2e"]) if key in rows else Decimal(0) for rows in years)
        known = year.get(key, base.get(key))
        activity, factor = (Decimal(known[f"{what}_upper_percent"] or "0") / 100 for what in ("activity", "factor"))
        # The table's own words: the trend if the source were 1 % larger in both years, less the trend.
        one_more = (after / 100 + emissions[1] - before / 100 - emissions[0]) / (before / 100 + emissions[0])
        type_a = abs(100 * one_more - 100 * (ratio - 1))
        type_b = abs(after / emissions[0])
        factor_part, activity_part = type_a * factor, type_b * activity * Decimal(2).sqrt()
        square += factor_part**2 + activity_part**2
        table.append({"type_a": type_a, "type_b": type_b})
    answer["uncertainty_points"] = shown(100 * square.sqrt())
    return answer, table


METHODS = {"uncertainty.combine": combine, "uncertainty.pedigree": pedigree, "quality.weigh": weigh}


def near(text, want, reach):
    return abs(Decimal(text) - Decimal(want)) <= Decimal(reach)


def differences(case):
    """What the case expects and the oracle does not find, as sentences."""
    wanted = case["expect"]["ok"]
    found = []
    if case["call"] == "uncertainty.trend":
        own, table = trend(case["request"])
        for mine, row in zip(table, wanted.get("sources", []), strict=True):
            for name, value in mine.items():
                if not near(row[name], value, "1e-15"):
                    found.append(f"{name}: the case expects {row[name]}, the oracle finds {shown(value)}")
    else:
        own = METHODS[case["call"]](case["request"])
    compared = 0
    for name, value in own.items():
        if name not in wanted:
            continue
        compared += 1
        expected = wanted[name]
        if isinstance(value, dict):
            expected = {key: expected[key] for key in value}
        if expected != value:
            found.append(f"{name}: the case expects {expected}, the oracle finds {value}")
    for name, (want, reach) in case["oracle"].get("simulated", {}).items():
        compared += 1
        if not near(wanted["simulated"][name], want, reach):
            found.append(f"{name}: {wanted['simulated'][name]} is not {want} ± {reach}")
    for name, (want, reach) in case["oracle"].get("printed", {}).items():
        # What a source prints, within the tolerance that it states (relative).
        compared += 1
        if not near(wanted[name], want, Decimal(reach) * Decimal(want)):
            found.append(f"{name}: {wanted[name]} is not the printed {want}")
    if not compared:
        found.append("the case expects no figure")
    return found
