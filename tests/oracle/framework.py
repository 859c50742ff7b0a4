"""Figures in the terms of frameworks, recomputed apart from emitrace.

A case of `framework.table` may carry `"oracle": { "framework": {} }`. What its inventory weighs in kilograms is brought to tonnes here, gas by
gas where a datapoint asks for it, and to the shares of customers; energy is read from the account in the request.
"""

from fractions import Fraction

# Members of `/inventory/total` that a datapoint adds up.
SUMS = {
    "ghg.scope1": ["scope_1_kg_co2e"],
    "ghg.scope2.lb": ["scope_2_location_kg_co2e"],
    "ghg.scope2.mb": ["scope_2_market_kg_co2e"],
    "ghg.scope12.lb": ["scope_1_kg_co2e", "scope_2_location_kg_co2e"],
    "ghg.scope12.mb": ["scope_1_kg_co2e", "scope_2_market_kg_co2e"],
}


def at(document, pointer):
    """What a JSON pointer without escapes names."""
    for step in pointer.strip("/").split("/"):
        document = document[int(step) if isinstance(document, list) else step]
    return document


def tonnes(total, datapoint, part):
    """The figure of a datapoint in tonnes; None for one that is not a sum of the total."""
    if datapoint == "ghg.scope1.by_gas":
        return sum(Fraction(one["kg_co2e"]) for one in total["gases"] if one["account"] == "scope_1" and one["gas"] == part) / 1000
    return sum(Fraction(total[name]) for name in SUMS[datapoint]) / 1000 if datapoint in SUMS else None


def check(case):
    """What the case expects and is not found here."""
    request, result = case["request"], case["expect"]["ok"]["result"]
    total = request["inventory"]["inventory"]["total"]
    found, looked_at = [], 0

    def compare(where, wanted, own):
        nonlocal looked_at
        looked_at += 1
        if Fraction(wanted) != own:
            found.append(f"{where}: the case expects {wanted}, here it is {own}")

    datapoints = result.get("datapoints", [])
    for datapoint in datapoints["$contains"] if isinstance(datapoints, dict) else datapoints:
        for value in datapoint.get("values", []):
            if value.get("source") == "energy":
                compare(datapoint["id"], value["value"], Fraction(energy_at(request["energy"], value["place"])))
                continue
            for year, member in (("inventory", "value"), ("previous", "previous")):
                if value.get(member):
                    own = tonnes(request[year]["inventory"]["total"], datapoint["id"], value.get("part"))
                    if own is not None:
                        compare((datapoint["id"], member), value[member], own)
    for asked, told in zip(request.get("customers", []), result.get("customers", [])):
        share = Fraction(asked["part"]) / Fraction(asked["whole"])
        compare(told["name"], told["share"], share)
        for figure in told["figures"]:
            own = share * tonnes(total, figure["datapoint"], None)
            if "exact_t_co2e" in figure:
                compare((told["name"], figure["datapoint"]), figure["exact_t_co2e"], own)
            if "t_co2e" in figure:
                compare((told["name"], figure["datapoint"]), figure["t_co2e"], round(own, 6))
    return found if looked_at else ["nothing that could be recomputed"]


def energy_at(account, pointer):
    """Megawatt hours of a place of an account: of a cell, or of the sum of all cells."""
    if pointer == "/result/total":
        return sum(Fraction(cell["figure"]["mwh"]) for cell in account["result"]["cells"])
    return at(account, pointer)["figure"]["mwh"]
