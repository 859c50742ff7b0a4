"""Networks of processes, recomputed: once with fractions of any length, once as whole counts over the whole network.

A case of `supply.embedded` may carry `"oracle": { "supply": {} }`. Figures must be the least counts of 10^-18 that feed
themselves (the whole network swept again and again), and the exact figures, by elimination, must not be further away
than the bounds that the case expects. `{ "supply": { "exact": true } }` is for loops that are solved in fractions: the exact
figures, rounded down. A case of `supply.explain` is recomputed from what its table expects of the process itself.
"""

import csv
import io
from fractions import Fraction

STEP = 10**18


def rows(table):
    if "text" in table:
        delimiter = ";" if ";" in table["text"].splitlines()[0] else ","
        return list(csv.DictReader(io.StringIO(table["text"]), delimiter=delimiter))
    names = [column["name"] for column in table["columns"]]
    return [dict(zip(names, values)) for values in zip(*(column["values"] for column in table["columns"]))]


def network(request):
    """Identifiers, own emissions by column, flows as (consumer, supplier, amount)."""
    comma = request.get("reading", {}).get("locale") == "vi-VN"
    number = lambda text: Fraction(text.replace(".", "").replace(",", ".") if comma else text)
    words = {"quy trình": "process", "bên dùng": "consumer", "bên cấp": "supplier", "lượng": "amount"}
    plain = lambda table: [{words.get(key.lower(), key): value for key, value in row.items()} for row in rows(table)]
    processes, flows = plain(request["processes"]), plain(request["flows"])
    names = request.get("reading", {}).get("own") or [key for key in processes[0] if key.startswith("own_")]
    ids = [row["process"] for row in processes]
    units = {row["process"]: row.get("unit", "") for row in processes}
    size = {"g": Fraction(1, 1000), "kg": Fraction(1), "t": Fraction(1000), "": Fraction(1), "kWh": Fraction(1), "MJ": Fraction(5, 18)}
    own = {name: [number(row[name]) for row in processes] for name in names}
    edges = []
    for row in flows:
        scale = size[row["unit"]] / size[units[row["supplier"]]] if row.get("unit") else 1
        edges.append((ids.index(row["consumer"]), ids.index(row["supplier"]), number(row["amount"]) * scale))
    return ids, own, edges


def exact(own, edges):
    """Gauss and Jordan."""
    size = len(own)
    table = [[Fraction(int(i == j)) for j in range(size)] + [own[i]] for i in range(size)]
    for consumer, supplier, amount in edges:
        table[consumer][supplier] -= amount
    for column in range(size):
        pivot = next(row for row in range(column, size) if table[row][column])
        table[column], table[pivot] = table[pivot], table[column]
        head = table[column][column]
        table[column] = [value / head for value in table[column]]
        for row in range(size):
            if row != column and table[row][column]:
                factor = table[row][column]
                table[row] = [value - factor * above for value, above in zip(table[row], table[column])]
    return [row[size] for row in table]


def least(own, edges, step=STEP, up=False):
    """The least counts that feed themselves."""
    base = [int(value * step) for value in own]
    counts = list(base)
    while True:
        sums = [Fraction(0)] * len(base)
        for consumer, supplier, amount in edges:
            sums[consumer] += abs(amount) * counts[supplier]
        floors = [-(-value.numerator // value.denominator) if up else value.numerator // value.denominator for value in sums]
        after = [own + taken for own, taken in zip(base, floors)]
        if after == counts:
            return counts
        counts = after


def text(count, places=18):
    sign, digits = "-" if count < 0 else "", str(abs(count)).rjust(places + 1, "0")
    return sign + (digits[:-places] + "." + digits[-places:]).rstrip("0").rstrip(".")


def check(case):
    """What is wrong with a case, as a list of sentences."""
    request, ok = case["request"], case["expect"]["ok"]
    if case["call"] == "supply.explain":
        return check_part(ok["process"])
    options, result = case["oracle"]["supply"], ok["result"]
    ids, own, edges = network(request)
    order = sorted(range(len(ids)), key=lambda at: ids[at].encode())
    complaints = []
    fed = {consumer for consumer, _, _ in edges}
    bounds = None
    if not options.get("exact"):
        local = [Fraction(1, STEP) if at in fed else Fraction(0) for at in range(len(ids))]
        counts = least(local, edges, STEP * 1000, up=True)
        bounds = [text(count, 21) for count in counts]
        if "bounds" in result and result["bounds"] != [bounds[at] for at in order]:
            complaints.append(f"bounds are {[bounds[at] for at in order]}")
    signed = any(amount < 0 for _, _, amount in edges) or any(value < 0 for column in own.values() for value in column)
    for name, figures in zip(own, result["figures"]):
        true = exact(own[name], edges)
        if options.get("exact"):
            want = [text(value.numerator * STEP // value.denominator) for value in true]
        elif not signed:
            want = [text(count) for count in least(own[name], edges)]
        else:
            want = None
        if want is not None and figures != [want[at] for at in order]:
            complaints.append(f"{name}: figures are {[want[at] for at in order]}")
        for figure, at in zip(figures, order):
            gap = true[at] - Fraction(figure)
            most = Fraction(bounds[at]) if bounds else None
            if most is not None and not (-most if signed else 0) <= gap <= most:
                complaints.append(f"{name} of {ids[at]}: {float(gap)} from the exact figure, past the bound")
    return complaints


def check_part(part):
    """A figure taken apart adds up to the last digit."""
    inputs = part["inputs"]
    together = Fraction(part["own"]) + Fraction(part["rest"]) - Fraction(part["rounded_off"])
    together += sum(Fraction(row["contribution"]) for row in inputs)
    complaints = [] if together == Fraction(part["figure"]) else [f"{part['process']}: the parts add up to {together}"]
    for row in inputs:
        below = row.get("process")
        if below:
            if Fraction(row["amount"]) * Fraction(below["figure"]) != Fraction(row["contribution"]):
                complaints.append(f"{row['supplier']}: amount times figure is another contribution")
            complaints += check_part(below)
        share = Fraction(row["contribution"]) * 100 / Fraction(part["figure"])
        if abs(share - Fraction(row["percent"])) > Fraction(1, 20000):
            complaints.append(f"{row['supplier']}: the share is {float(share)} %")
    return complaints
