"""Footprints of products, recomputed with fractions from the document of the request.

A case of `footprint.check` or `footprint.migrate` may carry `"oracle": { "footprint": {} }`: the totals of each footprint of 3.0 are
added up again, and figures of 2.x are multiplied by the amount again.
"""

import json
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


def check(case):
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
