"""Footprints of products, recomputed with fractions from the document of the request.

A case of `footprint.check` or `footprint.migrate` may carry `"oracle": { "footprint": {} }`: the totals of each footprint of 3.0 are
added up again, and figures of 2.x are multiplied by the amount again.

A case of `footprint.compute` carries what its rows emit, quantity in the unit of the factor and kilograms of gas for one unit:

    "oracle": { "footprint": { "gwp": "AR6", "rows": { "P1": { "quantity": "18500", "gases": { "CO2": "0.6592" } } } } }

A transport chain (`footprint.transport`) and a battery's passport (`footprint.view`) carry an empty block, too: sums, intensity and figures are
worked out again.

A package of openLCA (`footprint.openlca`) carries an empty block: its archive is read again, and its flows are weighed.

What one unit of each good carries is then solved by elimination, good by good; the engine asks how often each process runs.
"""

import base64
import io
import json
import zipfile
from fractions import Fraction

PARTS = [
    "fossilGhgEmissions",
    "landUseChangeGhgEmissions",
    "landManagementBiogenicCO2Emissions",
    "landManagementBiogenicCO2Removals",
    "technologicalCO2Removals",
    "ccsTechnologicalCO2Capture",
    "biogenicNonCO2Emissions",
]
SCALED = {
    "pCfExcludingBiogenic": "pcfExcludingBiogenicUptake",
    "pCfIncludingBiogenic": "pcfIncludingBiogenicUptake",
    "fossilGhgEmissions": "fossilGhgEmissions",
    "fossilCarbonContent": "fossilCarbonContent",
    "biogenicCarbonContent": "biogenicCarbonContent",
    "productMassPerDeclaredUnit": "productMassPerDeclaredUnit",
    "biogenicCarbonWithdrawal": "biogenicCO2Uptake",
    "otherBiogenicGhgEmissions": "biogenicNonCO2Emissions",
    "packagingGhgEmissions": "packagingGhgEmissions",
    "aircraftGhgEmissions": "aircraftGhgEmissions",
    "dLucGhgEmissions": "landUseChangeGhgEmissions",
}


def footprints(text):
    document = json.loads(text, parse_float=str, parse_int=str)
    if isinstance(document, list):
        return document
    return document["data"] if "data" in document else [document]


def new_carbon(pcf):
    """The carbon footprint of 2.x in the members of 3.0."""
    amount = Fraction(pcf["unitaryProductAmount"])
    new = {to: Fraction(pcf[name]) * amount for name, to in SCALED.items() if name in pcf}
    land = Fraction(pcf.get("landManagementGhgEmissions", "0")) * amount
    new["landManagementBiogenicCO2Removals" if land < 0 else "landManagementBiogenicCO2Emissions"] = land
    if "pcfIncludingBiogenicUptake" not in new and ("biogenicCO2Uptake" in new or new.get("biogenicCarbonContent") == 0):
        new["pcfIncludingBiogenicUptake"] = new["pcfExcludingBiogenicUptake"] + new.get("biogenicCO2Uptake", 0)
    return new


SIZES = {"g": Fraction(1, 1000), "kg": Fraction(1), "t": Fraction(1000), "item": Fraction(1), "tkm": Fraction(1), "kWh": Fraction(1)}
WARMING = {"AR5": {"CO2": 1, "CH4": 28, "N2O": 265}, "AR6": {"CO2": 1, "CH4": Fraction("27.9"), "N2O": 273}}
DECLARED = {"piece": "item", "kilogram": "kg", "ton kilometer": "tkm", "kilowatt hour": "kWh"}


def eliminated(table, right):
    """Gauss and Jordan."""
    size = len(table)
    rows = [row + [value] for row, value in zip(table, right)]
    for column in range(size):
        pivot = next(row for row in range(column, size) if rows[row][column])
        rows[column], rows[pivot] = rows[pivot], rows[column]
        head = rows[column][column]
        rows[column] = [value / head for value in rows[column]]
        for row in range(size):
            if row != column and rows[row][column]:
                factor = rows[row][column]
                rows[row] = [value - factor * above for value, above in zip(rows[row], rows[column])]
    return [row[size] for row in rows]


def ledger_rows(request):
    """Identifier and process of each row."""
    head, *rows = request["ledger"]["text"].splitlines()
    mark = ";" if ";" in head else ","
    return [(row.split(mark)[0], row.split(mark)[-1]) for row in rows]


def gwp_set(given):
    """The GWP set that a bought good names, as the table of gases calls what is stated in it."""
    if given.get("document"):
        named = json.loads(given["document"]).get("pcf", {}).get("ipccCharacterizationFactors", [])
        return f"CO2e ({named[0] if len(named) == 1 else 'unstated'})"
    return f"CO2e ({given['figures'].get('gwp_set') or 'unstated'})"


def bought_good(given):
    """Unit, total and share of primary data of a bought good, for one unit."""
    if given.get("document"):
        document = json.loads(given["document"])
        if document.get("schema") == "emitrace/trace-path/1":
            (lot,) = document["versions"]
            return lot["unit"], Fraction(lot["carbon_kg_co2e"]) / Fraction(lot["quantity"]), Fraction(0)
        pcf = document["pcf"]
        total = sum(Fraction(pcf.get(name, "0")) for name in PARTS)
        return DECLARED[pcf["declaredUnitOfMeasurement"]], total / Fraction(pcf["declaredUnitAmount"]), Fraction(pcf.get("primaryDataShare", "0"))
    figures = given["figures"]
    names = ("fossil_kg_co2e", "land_use_change_kg_co2e", "biogenic_non_co2_kg_co2e")
    total = sum(Fraction(figures.get(name) or "0") for name in names)
    return figures["unit"], total / Fraction(figures["amount"]), Fraction(figures.get("primary_percent") or "0")


def computed(case):
    request, block = case["request"], case["oracle"]["footprint"]
    result = case["expect"]["ok"]["result"]
    warming = WARMING[block["gwp"]]
    masses = {
        row: {gas: Fraction(given["quantity"]) * Fraction(mass) for gas, mass in given["gases"].items()}
        for row, given in block["rows"].items()
    }
    emitted = {row: sum(kg * warming.get(gas, 0) for gas, kg in given.items()) for row, given in masses.items()}
    goods, units, shares = [], {}, {}
    for process in request["processes"]:
        method, outputs = process.get("allocation", ""), process["outputs"]
        weights = [Fraction(one.get("basis") or Fraction(one["amount"]) * SIZES[one["unit"]]) if len(outputs) > 1 else Fraction(1) for one in outputs]
        for one, weight in zip(outputs, weights):
            goods.append((one["good"], process, weight / sum(weights) / Fraction(one["amount"])))
            units[one["good"]] = one["unit"]
            shares[process["id"], one["good"]] = weight / sum(weights)
    bought = {given["good"]: bought_good(given) for given in request.get("bought", [])}
    units.update({good: unit for good, (unit, *_) in bought.items()})
    names = [good for good, *_ in goods]
    sets = {given["good"]: gwp_set(given) for given in request.get("bought", [])}

    def solved(of_row, of_bought):
        """What one unit of the good carries of something that rows and bought goods have."""
        table, right = [], []
        for at, (name, process, each) in enumerate(goods):
            row = [Fraction(int(at == other)) for other in range(len(goods))]
            own = sum(of_row(row_id, process) for row_id, product in ledger_rows(request) if product == process["id"])
            for one in process.get("inputs", []):
                amount = Fraction(one["amount"]) * SIZES[one.get("unit") or units[one["good"]]] / SIZES[units[one["good"]]]
                if one["good"] in bought:
                    own += amount * of_bought(one["good"])
                else:
                    row[names.index(one["good"])] -= amount * each
            table.append(row)
            right.append(own * each)
        return eliminated(table, right)[names.index(request["good"])]

    answers = [
        solved(lambda row, _: emitted.get(row, Fraction(0)), lambda good: bought[good][1]),
        solved(
            lambda row, process: emitted.get(row, Fraction(0)) * Fraction(process.get("primary_percent") or "0"),
            lambda good: bought[good][1] * bought[good][2],
        ),
    ]
    pcf = json.loads(request["frame"])["pcf"]
    amount = Fraction(pcf["declaredUnitAmount"]) * SIZES[DECLARED[pcf["declaredUnitOfMeasurement"]]] / SIZES[units[request["good"]]]
    faults = []
    total = answers[0] * amount
    exact = sum(Fraction(part["exact_kg_co2e"]) for part in result["parts"])
    if exact != total:
        faults.append(f"parts add up to {exact}, {total} is recomputed")
    # Gas by gas: what is stated in CO2e alone is one, too, with its set; what the product has taken up is not emitted.
    shown = {}
    for one in result["gases"]:
        if one["member"] != "biogenicCO2Uptake":
            shown[one["gas"]] = shown.get(one["gas"], 0) + Fraction(one["exact_kg"])
        if one["member"] and Fraction(one["exact_kg"]) * Fraction(one["gwp"]) != Fraction(one["exact_kg_co2e"]):
            faults.append(f"{one['gas']}: {one['exact_kg']} kg with a GWP of {one['gwp']} are not {one['exact_kg_co2e']} kg CO2e")
    for gas in {gas for row in masses.values() for gas in row} | set(sets.values()) | set(shown):
        kg = amount * solved(lambda row, _: masses.get(row, {}).get(gas, Fraction(0)), lambda good: bought[good][1] if sets[good] == gas else Fraction(0))
        if shown.get(gas, 0) != kg:
            faults.append(f"{shown.get(gas, 0)} kg of {gas} are expected, {kg} are recomputed")
    places = Fraction(1, 10 ** int(request["decimals"]))
    stated = Fraction(result["footprint"]["excluding_uptake_kg_co2e"])
    if abs(stated - total) > places * len(result["parts"]) / 2:
        faults.append(f"the total is {stated}, {total} is recomputed")
    percents = sum(Fraction(one["percent"]) for one in result["contributions"])
    if abs(percents - 100) > Fraction(len(result["contributions"]), 2 * 10**6):
        faults.append(f"contributions add up to {percents} per cent")
    share = Fraction(json.loads(result["document"])["pcf"]["primaryDataShare"]) if total else None
    if total and abs(share - answers[1] / answers[0]) > Fraction(1, 200):
        faults.append(f"the share of primary data is {share}, {answers[1] / answers[0]} is recomputed")
    for one in result.get("allocations", []):
        if Fraction(one["share"]) != shares[one["process"], one["good"]]:
            faults.append(f"{one['good']} carries {one['share']}, {shares[one['process'], one['good']]} is recomputed")
    return faults


def decimal(value, places=18):
    """A fraction with that many places, half to even, without zeros at the end."""
    scaled = round(value * 10**places)
    whole, rest = divmod(abs(scaled), 10**places)
    text = f"{whole}.{rest:0{places}}".rstrip("0").rstrip(".")
    return f"-{text}" if scaled < 0 else text


def chained(case):
    """Activities, sums and intensity of a transport chain; its order puts nothing before what it follows."""
    document, expected = json.loads(case["request"]["document"]), case["expect"]["ok"]["result"]
    activity, well, tank, faults = Fraction(0), Fraction(0), Fraction(0), []
    for element in document["tces"]:
        stated = [Fraction(distance) * Fraction(element["mass"]) / 1000 for distance in element["distance"].values()]
        activity += Fraction(element["transportActivity"]) if "transportActivity" in element else stated[0]
        well, tank = well + Fraction(element["co2eWTW"]), tank + Fraction(element["co2eTTW"])
        if "transportActivity" in element and Fraction(element["transportActivity"]) not in stated:
            faults.append(f"{element['tceId']}: {element['transportActivity']} tkm are stated, the distances give {stated}")
    answers = {"activity_tkm": activity, "wtw_kg_co2e": well, "ttw_kg_co2e": tank}
    faults += [f"{name}: {expected[name]} is expected, {value} is recomputed" for name, value in answers.items() if Fraction(expected[name]) != value]
    if expected["wtw_kg_co2e_per_tkm"] != decimal(well / activity):
        faults.append(f"the intensity is {expected['wtw_kg_co2e_per_tkm']}, {decimal(well / activity)} is recomputed")
    place = {name: at for at, name in enumerate(expected.get("order", []))}
    for element in document["tces"] if place else []:
        faults += [f"{name} stands behind {element['tceId']}" for name in element["prevTceIds"] if place[name] > place[element["tceId"]]]
    return faults


def battery(case):
    """The stages of a battery by the energy of its life."""
    pcf, stated = footprints(case["request"]["document"])[0]["pcf"], json.loads(case["request"]["stated"], parse_float=str, parse_int=str)
    shown = json.loads(case["expect"]["ok"]["document"], parse_float=str, parse_int=str)
    energy = Fraction(stated["deliveredEnergyKwh"])
    stages = {name: Fraction(stated[name]) for name in ("RawMaterialExtraction", "MainProduction", "Distribution", "Recycling")}
    gate = stages["RawMaterialExtraction"] + stages["MainProduction"]
    if gate != Fraction(pcf["pcfExcludingBiogenicUptake"]):
        return ["a figure is written of stages that are not the footprint"] if "batteryCarbonFootprint" in shown else []
    answers = {"batteryCarbonFootprint": decimal(sum(stages.values()) / energy), "absoluteCarbonFootprint": decimal(sum(stages.values()) / Fraction(pcf["declaredUnitAmount"]))}
    faults = [f"{name}: {shown[name]} is expected, {value} is recomputed" for name, value in answers.items() if shown[name] != value]
    for one in shown["carbonFootprintPerLifecycleStage"]:
        value = decimal(stages[one["lifecycleStage"]] / energy)
        if one["carbonFootprint"] != value:
            faults.append(f"{one['lifecycleStage']}: {one['carbonFootprint']} is expected, {value} is recomputed")
    return faults


def packed(case):
    """The zip archive of openLCA, read by another reader: what is named is there, amounts are the masses, and their sum is the total."""
    answer = json.loads(case["request"]["answer"])["result"]
    archive = zipfile.ZipFile(io.BytesIO(base64.b64decode(case["expect"]["ok"]["base64"])))
    sets = {name: json.loads(archive.read(name), parse_float=str, parse_int=str) for name in archive.namelist()}
    faults = [] if archive.testzip() is None else ["the archive is broken"]
    held = {one.get("@id") for one in sets.values()}
    held |= {unit["@id"] for one in sets.values() if one.get("@type") == "UnitGroup" for unit in one["units"]}

    def named(value):
        if isinstance(value, dict):
            yield from [value["@id"]] if "@id" in value else []
            for inner in value.values():
                yield from named(inner)
        if isinstance(value, list):
            for inner in value:
                yield from named(inner)

    faults += [f"{one} is named and not there" for one in named(list(sets.values())) if one not in held]
    (process,) = [one for one in sets.values() if one.get("@type") == "Process"]
    reference, *rest = process["exchanges"]
    pcf = json.loads(answer["document"])["pcf"]
    if not reference["isQuantitativeReference"] or Fraction(reference["amount"]) != Fraction(pcf["declaredUnitAmount"]):
        faults.append("the reference is not the declared amount")
    amounts = {one["flow"]["@id"]: Fraction(one["amount"]) * (-1 if one["isInput"] else 1) for one in rest}
    if len(amounts) != len(rest) or sum(amounts.values()) != sum(Fraction(one["kg"]) for one in answer["gases"]):
        faults.append(f"exchanges add up to {sum(amounts.values())} kg")
    exact = {member: sum(Fraction(one["exact_kg_co2e"]) for one in answer["gases"] if one["member"] in member) for member in (tuple(PARTS), (*PARTS, "biogenicCO2Uptake"))}
    for category in (one for one in sets.values() if one.get("@type") == "ImpactCategory"):
        with_uptake = category["name"].endswith("with biogenic uptake")
        total = exact[(*PARTS, "biogenicCO2Uptake") if with_uptake else tuple(PARTS)]
        # A factor weighs an amount as it is written, above 0 also where it is taken from nature.
        weighed = sum(abs(amounts[one["flow"]["@id"]]) * Fraction(one["value"]) for one in category["impactFactors"])
        if abs(weighed - total) > Fraction(len(rest) * 300, 2 * 10**18):
            faults.append(f"{category['name']}: {weighed} kg CO2e, {total} is recomputed")
    return faults


CALLS = {"footprint.openlca": packed, "footprint.transport": chained, "footprint.view": battery}


def check(case):
    if case["call"] == "footprint.compute":
        return computed(case)
    if case["call"] in CALLS:
        return CALLS[case["call"]](case)
    result = case["expect"]["ok"]["result"]
    faults = []
    for given, expected in zip(footprints(case["request"]["document"]), result["footprints"]):
        pcf = given["pcf"]
        old = "declaredUnit" in pcf
        if old and case["call"] == "footprint.check":
            continue
        get = (lambda name: new_carbon(pcf).get(name)) if old else (lambda name: Fraction(pcf[name]) if name in pcf else None)
        summed = sum(get(name) or 0 for name in PARTS)
        both = summed + (get("biogenicCO2Uptake") or 0)
        answers = {
            "excluding_uptake_kg_co2e": get("pcfExcludingBiogenicUptake"),
            "including_uptake_kg_co2e": get("pcfIncludingBiogenicUptake"),
            "mass_kg": get("productMassPerDeclaredUnit"),
            "summed_excluding_kg_co2e": summed,
            "summed_including_kg_co2e": both,
            "difference_excluding_kg_co2e": (get("pcfExcludingBiogenicUptake") or 0) - summed,
            "difference_including_kg_co2e": (get("pcfIncludingBiogenicUptake") or 0) - both,
        }
        for name, value in answers.items():
            if name in expected and (value is None or Fraction(expected[name]) != value):
                faults.append(f"{name}: {expected[name]} is expected, {value} is recomputed")
    return faults
