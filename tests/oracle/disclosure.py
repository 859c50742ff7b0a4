"""Sustainability reports, recomputed apart from emitrace.

A case of `disclosure.*` may carry `"oracle": { "disclosure": "vsme" }`. The derived figures of the standard are written out here as plain
fractions of what people answered, without the taxonomy's own rules; every figure that the case expects must be what is found here.
"""

from fractions import Fraction

V = "vsme:"
AXIS = V + "TypeOfWasteAxis"
SIZES = {"utr:kg": 1, "utr:t": 1000}


def ratio_or_zero(a, b):
    return Fraction(0) if 0 in (a, b) else a / b


# What a figure is made of, by the template's formulas.
DERIVED = {
    "EmployeeTurnoverRate": lambda of: of("input:employees-left") / ((of("input:employees-begin") + of("input:employees-end")) / 2),
    "RateOfRecordableWorkRelatedAccidentsInTheReportingPeriod": lambda of: of(V + "NumberOfRecordableWorkRelatedAccidentsInTheReportingPeriod")
    / (of("input:hours-worked") if of.has("input:hours-worked") else of("input:hours-per-employee") * of(V + "NumberOfEmployees")) * 200000,
    "PercentageGapInPayBetweenFemaleAndMaleEmployees": lambda of: (of("input:pay-male") - of("input:pay-female")) / of("input:pay-male"),
    "PercentageOfEmployeesCoveredByCollectiveBargainingAgreements": lambda of: of("input:employees-covered") / of(V + "NumberOfEmployees"),
    "FemaleToMaleRatioAtManagementLevelForTheReportingPeriod": lambda of: of("input:management-female") / of("input:management-male"),
    "GenderDiversityRatioInGovernanceBody": lambda of: ratio_or_zero(of("input:board-female"), of("input:board-male")),
    "TotalWaterConsumption": lambda of: of(V + "TotalAmountOfWaterWithdrawnFromAllSites") - of(V + "WaterDischargeFromUndertakingProductionProcesses"),
    "TotalGrossLocationBasedScope1AndScope2GHGEmissions": lambda of: of(V + "GrossScope1GreenhouseGasEmissions") + of(V + "GrossLocationBasedScope2GreenhouseGasEmissions"),
    "TotalGrossLocationBasedGHGEmissions": lambda of: of(V + "GrossScope1GreenhouseGasEmissions") + of(V + "GrossLocationBasedScope2GreenhouseGasEmissions")
    + of(V + "GrossScope3GreenhouseGasEmissions"),
    "TotalLocationBasedGreenhouseGasEmissionsIntensityValue": lambda of: (
        of(V + "TotalGrossLocationBasedGHGEmissions") if of.has(V + "TotalGrossLocationBasedGHGEmissions")
        else DERIVED["TotalGrossLocationBasedGHGEmissions"](of)) / of(V + "Turnover"),
    "NumberOfTemporaryContractEmployees": lambda of: of(V + "NumberOfTemporaryContractEmployees") if of.has(V + "NumberOfTemporaryContractEmployees")
    else of(V + "NumberOfEmployees") - of(V + "NumberOfPermanentContractEmployees"),
    "TotalHazardousWasteGeneratedMass": lambda of: of.waste("-Hazardous-"),
    "TotalNonHazardousWasteGeneratedMass": lambda of: of.waste("-Non-Hazardous-"),
    "TotalWasteGeneratedMass": lambda of: of.waste("-Hazardous-") + of.waste("-Non-Hazardous-"),
}


class Answers:
    """What was answered, for the period that is reported."""

    def __init__(self, request):
        self.given = request["answers"]

    def has(self, name):
        return any(not one.get("dimensions") and "period" not in one for one in self.given.get(name, []))

    def __call__(self, name):
        return next(Fraction(one["value"]) for one in self.given[name] if not one.get("dimensions") and "period" not in one)

    def waste(self, kind):
        """Waste of a kind, diverted and disposed, in kilograms; `-Non-Hazardous-` holds `-Hazardous-` too."""
        total = Fraction(0)
        for name in ("WasteDivertedToRecycleOrReuseMass", "WasteDirectedToDisposalMass"):
            for one in self.given.get(V + name, []):
                member = one["dimensions"][AXIS]
                if kind in member.replace("-Non-Hazardous-", "-Non-Hazardous-" if kind == "-Non-Hazardous-" else "-"):
                    total += Fraction(one["value"]) * SIZES[one["unit"]]
        return total


def check(case):
    """What the case expects and is not found here."""
    answers = Answers(case["request"])
    facts = case["expect"]["ok"]["result"]["report"]["facts"]
    found, looked_at = [], 0
    for fact in facts.get("$contains", []) if isinstance(facts, dict) else facts:
        local = fact["concept"].removeprefix(V)
        if local not in DERIVED or fact.get("dimensions"):
            continue
        looked_at += 1
        exact = DERIVED[local](answers) / (SIZES.get(fact.get("unit"), 1) if "Waste" in local else 1)
        decimals = fact.get("decimals", "")
        if decimals:
            # Half to even, as Python rounds fractions.
            exact = round(exact, int(decimals))
        if Fraction(fact["value"]) != exact:
            found.append(f"{local}: the case expects {fact['value']}, here it is {exact} ({float(exact)})")
    return found if looked_at else ["nothing that could be recomputed"]
