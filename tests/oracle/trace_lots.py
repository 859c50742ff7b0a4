"""Lots, recomputed over fractions: the same definitions without a single rounding.

A case of `trace.follow` may carry `"oracle": { "trace": {} }`. Its records (JSON, named lots or a stock policy, kilograms, pieces or grams) are followed
again as exact fractions; every expected lot must add up, and no share may be further from the exact one than the takes
on its way: 0 for what came in, 1 base unit more for each proper take, the sum for a mixture (METHODS M-171). `{ "trace": { "exact": true } }` says that
all shares are whole: then they must be equal. Carbon goes by weights of the process; it must agree to as many milligrams.
"""

from fractions import Fraction

import trace_events

SIZE = {"kg": 10**6, "g": 10**3, "mg": 1, "t": 10**9, "item": 1, "cái": 1, "L": 10**6}


class Content:
    """Parts by country, carbon, and how far whole units may be off."""

    def __init__(self, parts=None, carbon=0, error=0):
        self.parts, self.carbon, self.error = dict(parts or {}), Fraction(carbon), Fraction(error)

    @property
    def quantity(self):
        return sum(self.parts.values(), Fraction(0))

    def add(self, other):
        for label, units in other.parts.items():
            self.parts[label] = self.parts.get(label, Fraction(0)) + units
        self.carbon += other.carbon
        self.error += other.error

    def take(self, units):
        whole = self.quantity
        if units > whole:
            raise ValueError(f"{units} of {whole}")
        share = units / whole if whole else Fraction(0)
        error = self.error + (1 if 0 < share < 1 else 0)
        part = Content({label: own * share for label, own in self.parts.items()}, self.carbon * share, error)
        self.parts = {label: own * (1 - share) for label, own in self.parts.items() if share < 1}
        self.carbon, self.error = self.carbon * (1 - share), error
        return part


def follow(request):
    """Content of each version of each lot when it was made, by (item, lot, store), and what left, in the order of the records."""
    options = request.get("options", {})
    policies = {one["name"]: one["policy"] for one in options.get("stores", [])}
    rules = {one["process"]: one for one in options.get("processes", [])}
    stock, made, runs, left, delivered = {}, {}, {}, [], []
    all_records = request["records"] if "records" in request else trace_events.records(request)
    records = sorted(enumerate(all_records), key=lambda one: (one[1]["date"], one[0]))

    def put(record, content, source=False):
        store, item, lot = record.get("store", ""), record.get("item", ""), record.get("lot", "")
        layers = stock.setdefault((store, item), [])
        policy = policies.get(store, options.get("policy", "specific"))
        if policy in ("fifo", "lifo"):
            layers.append([lot, content])
            mixed = content
        else:
            name = "" if policy == "average" else lot
            same = [layer for layer in layers if layer[0] == name and layer[1].quantity > 0]
            if same:
                same[0][1].add(content)
                mixed = same[0][1]
            else:
                mixed = Content(content.parts, content.carbon, content.error)
                layers.append([name, mixed])
        made.setdefault((item, lot, store), []).append(Content(mixed.parts, mixed.carbon, mixed.error))

    def get(record, units):
        store, item, lot = record.get("store", ""), record.get("item", ""), record.get("lot", "")
        policy = policies.get(store, options.get("policy", "specific"))
        layers = [layer for layer in stock.get((store, item), []) if layer[1].quantity > 0]
        if policy == "lifo":
            layers.reverse()
        if policy in ("fifo", "lifo"):
            layers = [layer for layer in layers if not lot or layer[0] == lot]
        elif policy == "average":
            layers = [layer for layer in layers if layer[0] == ""]
        else:
            layers = [layer for layer in layers if not lot or layer[0] == lot]
        taken = Content()
        for layer in layers:
            part = min(units, layer[1].quantity)
            if part > 0:
                piece = layer[1].take(part)
                units -= part
                taken.add(piece)
                if record["kind"] == "ship":
                    delivered.append([item, layer[0] or lot, record.get("party", ""), piece])
        if units > 0:
            taken.add(Content({"UNKNOWN": units}))
        return taken

    def back(record, units):
        """What a customer returns: of its lot before those that named none, to that customer before those to nobody, the last delivery first."""
        lot, party = record.get("lot", ""), record.get("party", "")
        came = Content()
        for wanted_lot in [lot, ""] if lot else [None]:
            for wanted_party in [party, ""] if party else [None]:
                for item, own_lot, own_party, piece in reversed(delivered):
                    fits = item == record.get("item", "") and wanted_lot in (None, own_lot) and wanted_party in (None, own_party)
                    part = min(units, piece.quantity) if fits else 0
                    if part > 0:
                        came.add(piece.take(part))
                        units -= part
        if units > 0:
            came.add(Content({"UNKNOWN": units}))
        return came

    for _, record in records:
        units = Fraction(record["quantity"]) * SIZE[record["unit"]] if record.get("quantity") else None
        carbon = Fraction(record["carbon_kg_co2e"]) * 10**6 if record.get("carbon_kg_co2e") else 0
        kind = record["kind"]
        if kind in ("receive", "opening"):
            put(record, Content({record.get("country") or "UNKNOWN": units} if units else {}, carbon), True)
        elif kind == "consume":
            run = runs.setdefault(record["run"], {"pool": [], "carbon": 0})
            run["pool"].append((record.get("item", ""), get(record, units)))
            run["carbon"] += carbon
        elif kind == "produce":
            run = runs.setdefault(record["run"], {"pool": [], "carbon": 0})
            run["carbon"] += carbon
            if "outputs" not in run:
                outputs = [other for _, other in records if other["kind"] == "produce" and other.get("run") == record["run"]]
                run["outputs"] = share_out(run, outputs, rules.get(record.get("process", ""), rules.get("", {})), records)
            put(record, run["outputs"].pop(0))
        elif kind == "return":
            put(record, back(record, units))
        elif kind in ("ship", "send_back", "scrap", "shrink"):
            left.append(get(record, units))
        elif kind == "move":
            content = get(record, units)
            put({**record, "store": record.get("to_store") or record.get("store", ""), "lot": record.get("to_lot") or record.get("lot", "")}, content)
    return made, left


def share_out(run, outputs, rule, records):
    """The outputs of a run."""
    size = lambda record: Fraction(record["quantity"]) * SIZE[record["unit"]]
    wanted = [size(record) for record in outputs]
    carbon = sum((content.carbon for _, content in run["pool"]), Fraction(run["carbon"]))
    later = [record for _, record in records if record["kind"] == "produce" and record.get("run") == outputs[0].get("run")]
    carbon += sum(Fraction(record["carbon_kg_co2e"]) * 10**6 for record in later[1:] if record.get("carbon_kg_co2e"))
    if rule.get("composition"):
        shares = {(one["input"], one["output"]): Fraction(one["share"]) for one in rule["composition"]}
        parts = []
        for record, units in zip(outputs, wanted):
            part = Content(error=len(run["pool"]))
            for item, content in run["pool"]:
                share = shares.get((item, record["item"]), Fraction(0))
                part.add(Content({label: own * share for label, own in content.parts.items()}, 0, content.error + 1))
            parts.append(part)
    else:
        pool = Content()
        for _, content in run["pool"]:
            pool.add(content)
        missing = sum(wanted) - pool.quantity
        if missing > 0:
            pool.add(Content({"UNKNOWN": missing}))
        parts = [pool.take(units) for units in wanted]
    weights = {one["item"]: Fraction(one["weight"]) for one in rule.get("weights", [])}
    weighed = [units * weights.get(record["item"], 1) for record, units in zip(outputs, wanted)]
    for part, weight in zip(parts, weighed):
        part.carbon = carbon * weight / sum(weighed) if sum(weighed) else Fraction(0)
    return parts


def check(case):
    """What is wrong with a case, as a list of sentences."""
    options = case["oracle"]["trace"]
    made, _ = follow(case["request"])
    anywhere = options.get("store") == "any"
    complaints = []
    for lot in case["expect"]["ok"]["result"]["lots"]:
        name = f"{lot['item']} {lot['lot']} {lot['version']}"
        # Where a lot of events was is told beside it, and is no part of its name.
        versions = made.get((lot["item"], lot["lot"], "" if anywhere else lot["store"]), [])
        # Lots that nobody took from while they grew are one version.
        exact = versions[-1] if options.get("last") or lot["version"] > len(versions) else versions[lot["version"] - 1]
        if not options.get("last") and len(versions) > 1 and sum(own["lot"] == lot["lot"] and own["item"] == lot["item"] for own in case["expect"]["ok"]["result"]["lots"]) == 1:
            exact = versions[-1]
        size = SIZE[lot["unit"]]
        if Fraction(lot["quantity"]) * size != exact.quantity:
            complaints.append(f"{name} is {exact.quantity / size} {lot['unit']}")
        shares = {share["label"]: Fraction(share["quantity"]) * size for share in lot["origin"]}
        if sum(shares.values()) != Fraction(lot["quantity"]) * size:
            complaints.append(f"{name}: shares do not add up")
        for label in sorted(set(shares) | set(exact.parts)):
            off = abs(shares.get(label, Fraction(0)) - exact.parts.get(label, Fraction(0)))
            if off > (0 if options.get("exact") else exact.error):
                complaints.append(f"{name}: {label} is {float(exact.parts.get(label, 0))}")
        if lot["carbon_complete"] and abs(Fraction(lot["carbon_kg_co2e"]) * 10**6 - exact.carbon) > exact.error + 1:
            complaints.append(f"{name} carries {float(exact.carbon)} mg")
    return complaints
