"""Emissions of an installation under CBAM, recomputed with fractions from the case's own request.

    "oracle": { "cbam": { "standard": { "natural-gas": { "ncv": ["48", "GJ/t"], "ef": ["56.1", "tCO2/TJ"] } } } }

`standard` gives the standard factors that the request names; `parameters` numbers of the act that a pack of the request
changes. Every figure that the case expects and that is computed here must be equal.
"""

from fractions import Fraction

# Implementing Regulation (EU) 2025/2547: Annex II B and G, Annex III A; efficiencies for units that do not know theirs.
ACT = {"carbon-to-co2": "3.664", "gwp-n2o": "265", "gwp-cf4": "6630", "gwp-c2f6": "11100",
       "natural-gas-emission-factor": "56.1", "waste-gas-export-correction": "0.667",
       "chp-heat-efficiency": "0.55", "chp-electric-efficiency": "0.25", "heat-unknown-efficiency": "0.7"}
# Annex II B.7: coefficient of CF4, mass of C2F6 for a mass of CF4.
PFC = {("slope", "pfpb-l"): ("0.122", "0.097"), ("slope", "pfpb-m"): ("0.104", "0.057"),
       ("slope", "cwpb"): ("0.143", "0.121"), ("slope", "swpb"): ("0.233", "0.280"),
       ("slope", "vss"): ("0.058", "0.086"), ("slope", "hss"): ("0.165", "0.077"),
       ("overvoltage", "cwpb"): ("1.16", "0.121"), ("overvoltage", "swpb"): ("3.65", "0.252")}
UNITS = {"t": 1, "kg": Fraction(1, 1000), "kt": 1000, "1000Nm3": 1, "1000 Nm3": 1, "Nm3": Fraction(1, 1000)}
SCALES = {"GJ/t": Fraction(1, 1000), "TJ/t": 1, "TJ/Gg": Fraction(1, 1000), "MJ/kg": Fraction(1, 1000),
          "GJ/1000Nm3": Fraction(1, 1000), "TJ/1000Nm3": 1, "MJ/Nm3": Fraction(1, 1000), "tCO2/TJ": 1, "kgCO2/GJ": 1,
          "kgCO2/TJ": Fraction(1, 1000), "tCO2/t": 1, "kgCO2/t": Fraction(1, 1000), "tCO2/1000Nm3": 1, "kgCO2/Nm3": 1,
          "tC/t": 1, "kgC/kg": 1, "tC/1000Nm3": 1, "kgC/Nm3": 1}
ZERO = Fraction(0)


def text(value):
    """As a decimal if it ends, as `n/d` if it does not."""
    rest, twos, fives = value.denominator, 0, 0
    while rest % 2 == 0:
        rest, twos = rest // 2, twos + 1
    while rest % 5 == 0:
        rest, fives = rest // 5, fives + 1
    if rest != 1:
        return f"{value.numerator}/{value.denominator}"
    places = max(twos, fives)
    digits = str(abs(value.numerator) * 10**places // value.denominator).rjust(places + 1, "0")
    plain = digits if places == 0 else f"{digits[:-places]}.{digits[-places:]}"
    return f"-{plain}" if value < 0 else plain


def rounded(value, places, ties):
    """A decimal of so many places; exactly between two: up, or to the even one."""
    scaled = abs(value) * 10**places
    floor = scaled.numerator // scaled.denominator
    rest = scaled - floor
    half = Fraction(1, 2)
    if rest > half or (rest == half and (ties != "half-even" or floor % 2)):
        floor += 1
    return text(Fraction(-floor if value < 0 else floor, 10**places))


def factor(given):
    """Value in TJ, t CO2 or t C for one tonne, thousand normal cubic metres or terajoule; and whether for energy."""
    value, unit = (given["value"], given["unit"]) if isinstance(given, dict) else given
    unit = "".join(unit.split())
    return Fraction(value) * SCALES[unit], unit.endswith(("/TJ", "/GJ"))


class Plant:
    """An installation; figures are computed when they are asked for."""

    def __init__(self, request, block):
        self.request = request
        self.act = {name: Fraction(value) for name, value in (ACT | block.get("parameters", {})).items()}
        self.standard = block.get("standard", {})
        self.sources = [self.stream(one) for one in request.get("streams", [])]
        self.sources += [self.measurement(one) for one in request.get("measurements", [])]
        self.sources += [self.pfc(one) for one in request.get("pfc", [])]
        self.sources += [self.transfer(one) for one in request.get("transfers", [])]
        self.units = {one["id"]: self.unit(one) for one in request.get("energy_units", [])}

    @staticmethod
    def zero_rated(given):
        fraction = given.get("biomass_fraction")
        proven = given.get("biomass_sustainable") and given.get("biomass_evidence", "").strip()
        return Fraction(fraction["value"]) if fraction and proven else ZERO

    @staticmethod
    def quantity(given):
        if given.get("activity_data"):
            return Fraction(given["activity_data"])
        if given.get("readings"):
            return sum(((Fraction(one["end"]) - Fraction(one["start"])) * Fraction(one.get("multiplier") or 1)
                        for one in given["readings"]), ZERO)
        stock = {name: Fraction(value or 0) for name, value in given["stock"].items()}
        return (stock.get("delivered", ZERO) + stock.get("opening", ZERO) - stock.get("closing", ZERO)
                - stock.get("passed_on", ZERO))

    def stream(self, given):
        standard = self.standard.get(given.get("standard", ""), {})
        quantity = self.quantity(given) * UNITS[given["unit"]]
        calorific = given.get("net_calorific_value") or standard.get("ncv")
        energy = quantity * factor(calorific)[0] if calorific else ZERO
        carbon = given.get("carbon_content") or standard.get("cc")
        emission = given.get("emission_factor") or (None if given.get("carbon_content") else standard.get("ef"))
        if given["method"] == "mass-balance" and carbon and not given.get("emission_factor"):
            emission = None
        if emission:
            value, per_energy = factor(emission)
        else:
            value, per_energy = factor(carbon)[0] * self.act["carbon-to-co2"], False
        whole = (energy if per_energy else quantity) * value
        for name in ("oxidation_factor", "conversion_factor"):
            if given.get(name):
                whole *= Fraction(given[name]["value"])
        if given.get("direction") == "out":
            whole, energy = -whole, -energy
        part = self.zero_rated(given)
        return self.source(given, whole * (1 - part), whole * part, energy * (1 - part), energy * part)

    def measurement(self, given):
        if given.get("hourly_nm3"):
            grams = sum((Fraction(one) * Fraction(other)
                         for one, other in zip(given["hourly_g_per_nm3"], given["hourly_nm3"])), ZERO)
        else:
            grams = (Fraction(given["concentration_g_per_nm3"]) * Fraction(given["flow_nm3_per_h"])
                     * Fraction(given["hours"]))
        tonnes = grams / 10**6
        if given["gas"] == "N2O":
            return self.source(given, tonnes * self.act["gwp-n2o"], gas="n2o")
        part = self.zero_rated(given)
        return self.source(given, tonnes * (1 - part), tonnes * part)

    def pfc(self, given):
        metal = Fraction(given["aluminium_t"])
        first, second = PFC.get((given["method"], given.get("technology")), (None, None))
        name = "slope_emission_factor" if given["method"] == "slope" else "overvoltage_coefficient"
        first = Fraction(given[name]["value"] if given.get(name) else first)
        second = Fraction(given["c2f6_fraction"]["value"] if given.get("c2f6_fraction") else second)
        if given["method"] == "slope":
            effects = Fraction(given["anode_effects_per_cell_day"]) * Fraction(given["anode_effect_minutes"])
        else:
            effects = Fraction(given["overvoltage_mv"]) / Fraction(given["current_efficiency_percent"])
        cf4 = first * effects * metal / 1000
        effect = cf4 * self.act["gwp-cf4"] + cf4 * second * self.act["gwp-c2f6"]
        return self.source(given, effect / Fraction(given["collection_efficiency"]), gas="pfc")

    def transfer(self, given):
        permanent = given["destination"] in ("permanent-storage", "permanent-products")
        if not (permanent and given["equivalent_monitoring"]):
            return self.source(given, ZERO)
        part = Fraction(given.get("biomass_fraction") or 0)
        tonnes = Fraction(given["t_co2"])
        return self.source(given, -tonnes * (1 - part), -tonnes * part)

    @staticmethod
    def source(given, counted, biomass=ZERO, fossil_tj=ZERO, biomass_tj=ZERO, gas="co2"):
        shares = given.get("attribution", [])
        to = {one["to"]: Fraction(one.get("share") or 1) for one in shares}
        return {"id": given["id"], "counted": counted, "biomass": biomass, "fossil_tj": fossil_tj,
                "biomass_tj": biomass_tj, "gas": gas, "to": to}

    def unit(self, given):
        emissions = sum((one["counted"] * one["to"].get(given["id"], 0) for one in self.sources), ZERO)
        energy = sum(((one["fossil_tj"] + one["biomass_tj"]) * one["to"].get(given["id"], 0)
                      for one in self.sources), ZERO)
        fuel = Fraction(given["fuel_tj"]) if given.get("fuel_tj") else energy
        kind, mwh, heat = given["kind"], ZERO, ZERO
        if given.get("heat_tj"):
            heat = Fraction(given["heat_tj"])
        elif given.get("heat_flows"):
            heat = sum((Fraction(one["mass_t"]) * (Fraction(one["supply_kj_per_kg"]) - Fraction(one["return_kj_per_kg"]))
                        for one in given["heat_flows"]), ZERO) / 10**6
        elif kind != "power":
            heat = fuel * self.act["chp-heat-efficiency" if kind == "chp" else "heat-unknown-efficiency"]
        if given.get("electricity_mwh"):
            mwh = Fraction(given["electricity_mwh"])
        elif kind == "chp":
            mwh = fuel * self.act["chp-electric-efficiency"] / Fraction("0.0036")
        share = {"boiler": Fraction(1), "power": ZERO}.get(kind)
        if share is None:
            warm = heat / fuel / Fraction(given["reference_heat_efficiency"])
            power = mwh * Fraction("0.0036") / fuel / Fraction(given["reference_electric_efficiency"])
            share = warm / (warm + power)
        warm = emissions * share
        return {"t_co2e": emissions, "heat_tj": heat, "electricity_mwh": mwh, "heat_share": share,
                "heat_t_co2e": warm, "electricity_t_co2e": emissions - warm,
                "heat_t_co2e_per_tj": warm / heat if heat else None,
                "electricity_t_co2e_per_mwh": (emissions - warm) / mwh if mwh else None}

    def totals(self):
        def total(name):
            return sum((one[name] for one in self.sources), ZERO)

        def gas(name):
            return sum((one["counted"] for one in self.sources if one["gas"] == name), ZERO)

        return {"direct_t_co2e": total("counted"), "co2_t": gas("co2"), "n2o_t_co2e": gas("n2o"), "pfc_t_co2e": gas("pfc"),
                "biomass_t_co2": total("biomass"), "fossil_tj": total("fossil_tj"), "biomass_tj": total("biomass_tj"),
                "outside_t_co2e": sum((one["counted"] * one["to"].get("outside", 0) for one in self.sources), ZERO),
                "unattributed_t_co2e": sum((one["counted"] for one in self.sources if not one["to"]), ZERO)}


def report(request, block):
    """What the answer's report must say, as far as it is computed here: the same shape, lists by identifier."""
    plant = Plant(request, block)
    ties = request.get("rounding", {}).get("ties", "half-up")
    totals = plant.totals()
    figures = {name: text(value) for name, value in totals.items()}
    figures["direct_whole_t_co2e"] = rounded(totals["direct_t_co2e"], 0, ties)
    sources = {one["id"]: {"t_co2e": text(one["counted"]), "biomass_t_co2": text(one["biomass"]),
                           "fossil_tj": text(one["fossil_tj"]), "biomass_tj": text(one["biomass_tj"])}
               for one in plant.sources}
    units = {name: {key: text(value) if value is not None else "" for key, value in one.items()}
             for name, one in plant.units.items()}
    return {"totals": figures, "sources": sources, "energy_units": units}


def compared(path, wanted, own, found):
    """Sentences for what the case expects otherwise; what is not computed here is passed over."""
    if isinstance(wanted, dict) and "$contains" in wanted:
        wanted = wanted["$contains"]
    if isinstance(wanted, dict) and isinstance(own, dict):
        return sum(compared(f"{path}/{key}", value, own[key], found) for key, value in wanted.items() if key in own)
    if isinstance(wanted, list) and isinstance(own, dict):
        return sum(compared(f"{path}/{row['id']}", row, own[row["id"]], found) for row in wanted if row.get("id") in own)
    if isinstance(wanted, str) and isinstance(own, str):
        if wanted != own:
            found.append(f"{path}: the case expects {wanted}, the oracle finds {own}")
        return 1
    return 0


def differences(case):
    """What the case expects and the oracle does not find."""
    found = []
    own = report(case["request"], case["oracle"]["cbam"])
    if compared("", case["expect"]["ok"]["report"], own, found) == 0:
        found.append("the case expects no figure that can be recomputed")
    return found
