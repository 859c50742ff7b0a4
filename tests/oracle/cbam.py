"""Emissions of an installation under CBAM, recomputed with fractions from the case's own request.

    "oracle": { "cbam": { "standard": { "natural-gas": { "ncv": ["48", "GJ/t"], "ef": ["56.1", "tCO2/TJ"] } } } }

    "oracle": { "cbam": { "defaults": { "billet": [ { "total": "2.31", "indirect": "0", "mark_up": "0.10" } ] } } }

`defaults` gives the default values of the batches of a bought precursor. `standard` gives the standard factors that the request names; `parameters` numbers of the act that a pack of the request
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
# Member States; Regulation (EU) 2023/956, Annex III.
EXEMPT = set("AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK CH IS LI NO".split())


def transitional(request):
    """Whether the rules of 2023 to 2025 hold: by the end of the period, unless the request says otherwise."""
    return (request.get("regime") or ("transitional" if request["period"][-10:][:4] < "2026" else "")) == "transitional"


def code(given):
    """The code of a good; of a category whose code is not known, one that stands for it."""
    category = {"cement-clinker": "25231000", "cement": "25232900", "ammonia": "28141000", "nitric-acid": "28080000",
                "urea": "31021012", "sintered-ore": "26011200"}
    return given.get("cn", "").replace(" ", "") or category.get(given.get("category", ""), "")


def indirect_counts(cn, old):
    """Goods that are not in Annex II: cement, fertilisers, agglomerated ore; until 2025 every good but electricity."""
    if old:
        return cn != "27160000"
    return cn.startswith(("25", "2601", "2808", "2814", "2834", "31"))


def unit_of(cn, old):
    """Functional unit, base units for it in one tonne of content, and whether a content is needed."""
    if old and cn != "27160000":
        return "t", 1, False
    if cn.startswith(("252310", "252321", "252329", "252390")):
        return "t-clinker", 1, cn != "25231000"
    if cn.startswith(("2808", "2814", "3105")):
        return "t-nitrogen", 1, True
    if cn.startswith(("3102", "283421")):
        return "kg-nitrogen", 1000, True
    return ("kWh", 1000, False) if cn == "27160000" else ("t", 1, False)


def solved(matrix, right):
    """Gauss-Jordan with fractions: rows of `matrix` times x are rows of `right`."""
    size = len(matrix)
    rows = [list(left) + list(columns) for left, columns in zip(matrix, right)]
    for at in range(size):
        pivot = next(row for row in range(at, size) if rows[row][at])
        rows[at], rows[pivot] = rows[pivot], rows[at]
        rows[at] = [value / rows[at][at] for value in rows[at]]
        for row in range(size):
            if row != at and rows[row][at]:
                rows[row] = [value - rows[row][at] * above for value, above in zip(rows[row], rows[at])]
    return [row[size:] for row in rows]


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

    def __init__(self, request, block, without=""):
        self.request = request
        self.old = transitional(request)
        self.without = without  # JSON pointer of something that is taken to bring nothing
        self.act = {name: Fraction(value) for name, value in (ACT | block.get("parameters", {})).items()}
        self.standard = block.get("standard", {})
        self.sources = [self.stream(one) for one in request.get("streams", [])]
        self.sources += [self.measurement(one) for one in request.get("measurements", [])]
        self.sources += [self.pfc(one) for one in request.get("pfc", [])]
        self.sources += [self.transfer(one) for one in request.get("transfers", [])]
        for at, _ in enumerate(request.get("streams", [])):
            if without == f"/streams/{at}":
                self.sources[at]["counted"] = ZERO
        self.units = {one["id"]: self.unit(one) for one in request.get("energy_units", [])}
        self.processes = {one["id"]: one for one in request.get("processes", [])}
        self.bought = {one["id"]: self.average(one, block.get("defaults", {}).get(one["id"], []), f"/precursors/{at}")
                       for at, one in enumerate(request.get("precursors", []))}
        self.see = self.chain() if self.processes else {}

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
        if given.get("composition"):
            emission = {"value": sum(Fraction(one["fraction"]) * Fraction(self.standard[one["standard"]]["ef"][0])
                                     for one in given["composition"]), "unit": "tCO2/t"}
        elif "kiln_dust" in given:
            dust, ef = given["kiln_dust"], Fraction("0.525")
            if dust:
                clinker = Fraction(dust["clinker_emission_factor"])
                part = clinker / (clinker + 1) * Fraction(dust["degree_of_calcination"])
                ef = part / (1 - part)
            emission = {"value": ef, "unit": "tCO2/t"}
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
        emissions = (Fraction(given["t_co2e"]) if given.get("t_co2e") else
                     sum((one["counted"] * one["to"].get(given["id"], 0) for one in self.sources), ZERO))
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

    def average(self, given, defaults, path):
        """The weighted average of a bought precursor for a tonne: direct, indirect that counts, all, defaults, MWh."""
        cn, sums, whole = code(given), [ZERO] * 5, ZERO
        for at, batch in enumerate(given["batches"]):
            quantity = Fraction(batch["quantity_t"])
            counts = indirect_counts(cn, self.old)
            if (batch["country"] in EXEMPT and not self.old) or self.without == f"{path}/batches/{at}":
                see = [ZERO] * 5
            elif batch["determination"] == "default" and not self.old:
                value = defaults[at]
                total, indirect = Fraction(value["total"]), Fraction(value["indirect"]) if counts else ZERO
                see = [figure * (1 + Fraction(value["mark_up"]))
                       for figure in (total - indirect, indirect, indirect, total, ZERO)]
            else:
                mwh = Fraction(batch.get("mwh") or 0)
                every = (Fraction(batch["see_indirect"]) if batch.get("see_indirect")
                         else mwh * Fraction(batch.get("t_co2e_per_mwh") or 0))
                see = [Fraction(batch["see_direct"]), every if counts else ZERO, every, ZERO, mwh]
                if self.old:
                    how = (batch["determination"], batch.get("indirect_determination") or batch["determination"])
                    see[3] = sum((part for word, part in zip(how, see) if word != "actual"), ZERO)
                if batch.get("per") == "functional-unit":
                    see = [figure * unit_of(cn, self.old)[1] * Fraction(given.get("content") or 1) for figure in see]
            sums = [one + quantity * figure for one, figure in zip(sums, see)]
            whole += quantity
        return [one / whole for one in sums]

    def attributed(self, given):
        """Direct emissions by equation 55, electricity and its emissions."""
        id_, gas = given["id"], self.act["natural-gas-emission-factor"]
        direct = sum((one["counted"] * one["to"].get(id_, 0) for one in self.sources), ZERO)
        path = f"/processes/{list(self.processes).index(id_)}"
        direct += sum((Fraction(one["t_co2e"]) for at, one in enumerate(given.get("direct", []))
                       if self.without != f"{path}/direct/{at}"), ZERO)
        for heat in given.get("heat", []):
            tj = Fraction(heat["tj"])
            if heat["direction"] == "in" and heat["with"] in self.units:
                direct += tj * self.units[heat["with"]]["heat_t_co2e"] / self.delivered(heat["with"])
            else:
                direct += tj * Fraction(heat["t_co2e_per_tj"]) * (1 if heat["direction"] == "in" else -1)
        for other in self.processes.values():
            direct += sum((Fraction(one["tj"]) * Fraction(one["t_co2e_per_tj"]) for one in other.get("heat", [])
                           if one["direction"] == "out" and one["with"] == id_), ZERO)
            direct += sum((self.waste(one) * gas for one in other.get("waste_gas", [])
                           if one["direction"] == "out" and one["with"] == id_), ZERO)
        for one in given.get("waste_gas", []):
            out = one["direction"] == "out"
            direct += self.waste(one) * gas * (-self.act["waste-gas-export-correction"] if out else 1)
        direct -= sum((Fraction(one["mwh"]) * Fraction(one["t_co2e_per_mwh"])
                       for one in given.get("electricity_produced", [])), ZERO)
        mwh, indirect = ZERO, ZERO
        for at, one in enumerate(given.get("electricity", [])):
            if self.without == f"{path}/electricity/{at}":
                continue
            amount = Fraction(one["mwh"])
            unit = self.units.get(one["from"])
            mwh += amount
            indirect += amount * (unit["electricity_t_co2e"] / unit["electricity_mwh"] if unit
                                  else Fraction(one["t_co2e_per_mwh"]))
        return direct if self.old else max(direct, ZERO), indirect, mwh

    @staticmethod
    def waste(given):
        return Fraction(given["tj"]) if given.get("tj") else Fraction(given["knm3"]) * Fraction(given["gj_per_knm3"]) / 1000

    def delivered(self, unit):
        given = next(one for one in self.request["energy_units"] if one["id"] == unit)
        return Fraction(given.get("exported_heat_tj") or 0) + sum(
            (Fraction(heat["tj"]) for process in self.processes.values() for heat in process.get("heat", [])
             if heat["direction"] == "in" and heat["with"] == unit), ZERO)

    def content(self, good):
        """Base units in a tonne."""
        return Fraction(1 if self.old else good.get("content") or 1)

    def level(self, process):
        return sum((Fraction(good.get("quantity_t") or good["quantity_mwh"]) * self.content(good)
                    for good in process["goods"]), ZERO)

    def chain(self):
        """Specific embedded emissions of each process for a base unit (tonne of good, clinker, nitrogen; MWh)."""
        names = list(self.processes)
        matrix, right = [], []
        for name in names:
            process = self.processes[name]
            cn = code(process["goods"][0])
            direct, indirect, mwh = self.attributed(process)
            own = [direct, indirect if indirect_counts(cn, self.old) else ZERO, indirect, ZERO, mwh]
            row = [ZERO] * len(names)
            row[names.index(name)] = self.level(process)
            for one in process.get("inputs", []):
                quantity = Fraction(one["quantity_t"])
                if one["from"] in self.bought:
                    own = [figure + quantity * see for figure, see in zip(own, self.bought[one["from"]])]
                else:
                    goods = self.processes[one["from"]]["goods"]
                    good = next(good for good in goods if not one.get("cn") or good["cn"] == one["cn"])
                    row[names.index(one["from"])] -= quantity * self.content(good)
            matrix.append(row)
            right.append(own)
        return dict(zip(names, solved(matrix, right)))

    def goods(self, places, ties):
        """What the answer says of each good."""
        found = {}
        for name, see in self.see.items():
            for good in self.processes[name]["goods"]:
                unit, many, _ = unit_of(code(good), self.old)
                per_unit = [figure / many for figure in see]
                tonne = [figure * self.content(good) for figure in see]
                total = tonne[0] + tonne[1]
                found[f"{name}/{good.get('cn', '').replace(' ', '')}"] = {
                    "functional_unit": unit, "see_direct": rounded(per_unit[0], places, ties),
                    "see_indirect": rounded(per_unit[1], places, ties),
                    "see_total": rounded(per_unit[0] + per_unit[1], places, ties),
                    "see_direct_per_t": rounded(tonne[0], places, ties),
                    "see_indirect_per_t": rounded(tonne[1], places, ties),
                    "see_total_per_t": rounded(total, places, ties), "exact_per_t": specific(tonne),
                    "default_share": rounded(tonne[3] / total, 6, "half-even") if total else "0"}
        return found

    def totals(self):
        def total(name):
            return sum((one[name] for one in self.sources), ZERO)

        def gas(name):
            return sum((one["counted"] for one in self.sources if one["gas"] == name), ZERO)

        return {"direct_t_co2e": total("counted"), "co2_t": gas("co2"), "n2o_t_co2e": gas("n2o"), "pfc_t_co2e": gas("pfc"),
                "biomass_t_co2": total("biomass"), "fossil_tj": total("fossil_tj"), "biomass_tj": total("biomass_tj"),
                "outside_t_co2e": sum((one["counted"] * one["to"].get("outside", 0) for one in self.sources), ZERO),
                "unattributed_t_co2e": sum((one["counted"] for one in self.sources if not one["to"]), ZERO)}


def specific(figures):
    names = ("direct", "indirect", "indirect_all", "from_defaults", "electricity_mwh")
    return {name: text(figure) for name, figure in zip(names, figures)}


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
    places = request.get("rounding", {}).get("decimals", 5)
    processes = {}
    for name, given in plant.processes.items():
        direct, indirect, mwh = plant.attributed(given)
        processes[name] = {"direct_t_co2e": text(direct), "indirect_t_co2e": text(indirect), "electricity_mwh": text(mwh)}
    return {"totals": figures, "sources": sources, "energy_units": units, "processes": processes,
            "goods": plant.goods(places, ties),
            "precursors": {name: {"see_per_t": specific(see)} for name, see in plant.bought.items()}}


def compared(path, wanted, own, found):
    """Sentences for what the case expects otherwise; what is not computed here is passed over."""
    if isinstance(wanted, dict) and "$contains" in wanted:
        wanted = wanted["$contains"]
    if isinstance(wanted, dict) and isinstance(own, dict):
        return sum(compared(f"{path}/{key}", value, own[key], found) for key, value in wanted.items() if key in own)
    if isinstance(wanted, list) and isinstance(own, dict):
        rows = [(row.get("id") or f"{row.get('process')}/{row.get('cn')}", row) for row in wanted]
        return sum(compared(f"{path}/{name}", row, own[name], found) for name, row in rows if name in own)
    if isinstance(wanted, str) and isinstance(own, str):
        if wanted != own:
            found.append(f"{path}: the case expects {wanted}, the oracle finds {own}")
        return 1
    return 0


def parts_differences(case):
    """M-132: a part is what a good carries less what it would carry if the part brought nothing."""
    found = []
    request, block = case["request"], case["oracle"]["cbam"]

    def total(without, good):
        plant = Plant(request, block, without)
        see = plant.see[good["process"]]
        made = next(one for one in plant.processes[good["process"]]["goods"]
                    if one["cn"].replace(" ", "") == good["cn"])
        return (see[0] + see[1]) * plant.content(made)

    for good in case["expect"]["ok"]["goods"]:
        whole = total("", good)
        for part in good["parts"]:
            own = whole - total(part["path"], good)
            percent = rounded(own * 100 / whole, 2, "half-even")
            if (part["t_co2e_per_t"], part["percent"]) != (text(own), percent):
                found.append(f"{part['path']}: the oracle finds {text(own)} and {percent} %")
    return found


def template_differences(case):
    """Figures that the template shows of goods, beside those of the document that the case expects, to 15 digits."""
    expected = case["expect"]["ok"]
    plant, found, seen = Plant(expected["document"], case["oracle"]["cbam"]), [], 0
    for one in expected["template"]["figures"]["$contains"]:
        parts = one["path"].split("/")
        at = {"see_direct": 0, "see_indirect": 1}.get(one["figure"])
        if parts[1] != "processes" or at is None:
            continue
        seen += 1
        process = expected["document"]["processes"][int(parts[2])]
        own = plant.see[process["id"]][at] * plant.content(process["goods"][int(parts[4])])
        if (abs(own - Fraction(one["template"])) <= Fraction(1, 10**9)) != one["equal"]:
            found.append(f"{one['cell']}: the template shows {one['template']}, the oracle finds {text(own)}")
    return found if seen else ["the case expects no figure of a good"]


def differences(case):
    """What the case expects and the oracle does not find."""
    if case["call"] == "cbam.explain":
        return parts_differences(case)
    if case["call"] == "cbam.template":
        return template_differences(case)
    found = []
    own = report(case["request"], case["oracle"]["cbam"])
    if compared("", case["expect"]["ok"]["report"], own, found) == 0:
        found.append("the case expects no figure that can be recomputed")
    return found
