#!/usr/bin/env python3
"""An independent oracle: recomputes inventory cases with fractions, knowing nothing of emitrace.

A case may carry a block `oracle`:

    "oracle": {
      "gwp": "AR5",
      "lines": [
        { "account": "scope_1", "quantity": "5000", "times": ["0.0000386"],
          "gases": { "CO2": "74100", "CH4": "3.9", "N2O": "3.9" } }
      ]
    }

`times` are the conversions between the unit of the row and the unit of the factor, `gases` kilograms of gas for one
unit of the factor. Both are decimals or fractions `n/d`. The mass of a line and gas is rounded once, half-even, to
10^-12 kg; everything after that is a sum. A block `{ "statistics": true }` is recomputed by `uncertainty.py`, a block
`{ "cbam": {} }` by `cbam.py`, `{ "cbam_import": {} }` by `cbam_import.py`, `{ "cbam_report": {} }` by `cbam_report.py`,
`{ "cbam_quarterly": {} }` by `cbam_quarterly.py`, `{ "supply": {} }` by `supply.py`, `{ "trace": {} }` by `trace_lots.py`,
`{ "origin": {} }` by `origin.py`, `{ "custody": {} }` by `custody.py`, `{ "eudr": {} }` by `eudr.py`,
`{ "supplier": {} }` by `supplier.py`, `{ "footprint": {} }` by `footprint.py`, `{ "energy": {} }` by `energy.py`,
`{ "framework": {} }` by `framework.py`.
`python3 tests/oracle/oracle.py --check` recomputes every such case and
compares it with what the case expects.

Other blocks, for cases of the area `regulation`:

    "oracle": { "toe": [["5000000", "0.0001543"]] }                    quantity in the unit of the coefficient, TOE per unit
    "oracle": { "ets": { "allocation": "100000", "direct": "125000", … } }
    "oracle": { "facility": { "gwp": "AR5", "lines": [ { "year": 2024, "source": "mobile", "quantity": …, "gases": … } ] } }
    "oracle": { "steam": { "enthalpy": "2776", "efficiency": "0.85", "fuels": [["1", { "CO2": "74100" }]] } }

For cases of `scope2.hourly`: instruments in the order of use, energies in kWh by interval, factors in kilograms of gas for one kWh
by site; `rest` is the factor of what is not covered, if it is not the grid's. An interval may have factors of its own.

    "oracle": { "hourly": { "gwp": "AR5", "grid": { "A": { "CO2": "0.6592" } },
        "instruments": [ { "id": "REC", "sites": ["A"], "volume": "100", "gases": { "CO2": "0" } } ],
        "intervals": [ { "load": { "A": "60" }, "generation": { "REC": "50" } } ] } }
"""

import json
import pathlib
import sys
from fractions import Fraction

import cbam
import cbam_import
import cbam_quarterly
import cbam_report
import custody
import disclosure
import energy
import eudr
import footprint
import framework
import inline
import origin
import supplier
import supply
import trace_lots
import uncertainty

# Warming over 100 years as the assessment reports print it: AR4 WG1 table 2.14, AR5 WG1 table 8.A.1 (without
# climate-carbon feedback), AR6 WG1 table 7.SM.7. SF6 under AR6 is the corrected value.
GWP = {
    "AR4": {"CO2": "1", "CH4": "25", "CH4-fossil": "25", "CH4-non-fossil": "25", "N2O": "298", "SF6": "22800",
            "NF3": "17200", "HFC-32": "675", "HFC-125": "3500", "HFC-134a": "1430", "HFC-143a": "4470",
            "HFC-152a": "124", "HCFC-22": "1810", "HCFC-124": "609"},
    "AR5": {"CO2": "1", "CH4": "28", "CH4-fossil": "30", "CH4-non-fossil": "28", "N2O": "265", "SF6": "23500",
            "NF3": "16100", "HFC-32": "677", "HFC-125": "3170", "HFC-134a": "1300", "HFC-143a": "4800",
            "HFC-152a": "138", "HCFC-22": "1760", "HCFC-124": "527", "HFO-1234yf": "1"},
    "AR6": {"CO2": "1", "CH4": "27.9", "CH4-fossil": "29.8", "CH4-non-fossil": "27", "N2O": "273", "SF6": "24300",
            "NF3": "17400", "HFC-32": "771", "HFC-125": "3740", "HFC-134a": "1530", "HFC-143a": "5810",
            "HFC-152a": "164", "HCFC-22": "1960", "HCFC-124": "597", "HFO-1234yf": "0.501"},
}
# Nominal compositions by mass (ASHRAE 34), in per cent.
BLENDS = {
    "R-410A": {"HFC-32": "50", "HFC-125": "50"},
    "R-407C": {"HFC-32": "23", "HFC-125": "25", "HFC-134a": "52"},
    "R-507A": {"HFC-125": "50", "HFC-143a": "50"},
    "R-407F": {"HFC-32": "30", "HFC-125": "30", "HFC-134a": "40"},
    "R-401A": {"HCFC-22": "53", "HFC-152a": "13", "HCFC-124": "34"},
    "R-449A": {"HFC-32": "24.3", "HFC-125": "24.7", "HFO-1234yf": "25.3", "HFC-134a": "25.7"},
    "R-513A": {"HFC-134a": "44", "HFO-1234yf": "56"},
    "R-454B": {"HFC-32": "68.9", "HFO-1234yf": "31.1"},
}
UNIT = 10**12  # masses are counted in 10^-12 kg
FIGURES = ("scope_1_kg_co2e", "scope_2_location_kg_co2e", "scope_2_market_kg_co2e", "scope_3_kg_co2e",
           "total_location_kg_co2e", "total_market_kg_co2e", "biogenic_kg_co2", "outside_kg_co2e", "offsets_kg_co2e")


def exact(text):
    """A decimal or a fraction `n/d`."""
    above, _, below = text.partition("/")
    return Fraction(above) / Fraction(below or "1")


def half_even(value):
    """The nearest integer, the even one of two equally near."""
    floor = value.numerator // value.denominator
    rest = value - floor
    if rest > Fraction(1, 2) or (rest == Fraction(1, 2) and floor % 2):
        return floor + 1
    return floor


def mass(quantity, times, factor):
    """The mass of a line as a count of 10^-12 kg: exact, then rounded once."""
    product = exact(quantity) * exact(factor) * UNIT
    for step in times:
        product *= exact(step)
    return half_even(product)


def decimal(value):
    """A fraction whose denominator has only twos and fives, without trailing zeros."""
    scale = 0
    while value.denominator != 1:
        value *= 10
        scale += 1
        if scale > 60:
            raise ValueError("not a decimal")
    digits = str(abs(value.numerator)).rjust(scale + 1, "0")
    text = digits if scale == 0 else digits[:-scale] + "." + digits[-scale:]
    return "-" + text if value < 0 else text


def in_total(gas, counted):
    """Whether a gas is part of a total: the seven gases, and families that a profile counts beside them."""
    if gas.startswith("HCFC-"):
        return "HCFC" in counted
    return not gas.startswith(("CFC-", "HFO-")) and gas != "CO2-biogenic"


def gwp_of(gas, gwp):
    if gas.startswith("CO2e") or gas == "CO2-biogenic":
        return Fraction(1)
    value = GWP[gwp].get(gas)
    return None if value is None else Fraction(value)


def composition(blend):
    """Kilograms of each gas in a kilogram of the blend."""
    return {gas: decimal(Fraction(share) / 100) for gas, share in BLENDS[blend].items()}


def compute(block):
    """Figures and gases of an oracle block."""
    counted = block.get("also_counts", [])
    masses = {}
    for line in block["lines"]:
        factors = line["gases"] if "gases" in line else composition(line["blend"])
        for gas, factor in factors.items():
            key = (line["account"], gas)
            masses[key] = masses.get(key, 0) + mass(line["quantity"], line.get("times", []), factor)
    sums = {name: Fraction(0) for name in FIGURES}
    gases = {}
    for (account, gas), count in masses.items():
        kg = Fraction(count, UNIT)
        gwp = gwp_of(gas, block["gwp"])
        effect = None if gwp is None else kg * gwp
        gases[account, gas] = {"kg": decimal(kg), "kg_co2e": None if effect is None else decimal(effect)}
        once = account != "scope_2_market"
        if gas == "CO2-biogenic":
            sums["biogenic_kg_co2"] += kg if once else 0
        elif not in_total(gas, counted):
            sums["outside_kg_co2e"] += effect or 0 if once else 0
        else:
            sums[account + "_kg_co2e"] += effect
    direct = sums["scope_1_kg_co2e"] + sums["scope_3_kg_co2e"]
    sums["total_location_kg_co2e"] = direct + sums["scope_2_location_kg_co2e"]
    sums["total_market_kg_co2e"] = direct + sums["scope_2_market_kg_co2e"]
    return {name: decimal(value) for name, value in sums.items()}, gases


def differences(case):
    """What the case expects and the oracle does not find, as sentences."""
    if case["oracle"].get("statistics"):
        return uncertainty.differences(case)
    if case["call"] == "inventory.rows":
        return row_differences(case)
    figures, gases = compute(case["oracle"])
    wanted = case["expect"]["ok"]["inventory"]["total"]
    found = []
    if not any(name in wanted for name in FIGURES) and "gases" not in wanted:
        found.append("the case expects no figure")
    for name in FIGURES:
        if name in wanted and wanted[name] != figures[name]:
            found.append(f"{name}: the case expects {wanted[name]}, the oracle finds {figures[name]}")
    listed = wanted.get("gases", [])
    for row in listed["$contains"] if isinstance(listed, dict) else listed:
        own = gases.get((row["account"], row["gas"]), {})
        for name in ("kg", "kg_co2e"):
            if name in row and row[name] != own.get(name):
                found.append(f"{row['account']} {row['gas']} {name}: the case expects {row[name]}, "
                             f"the oracle finds {own.get(name)}")
    return found


def row_differences(case):
    """The same row by row: each is an inventory of its own lines."""
    block, wanted = case["oracle"], case["expect"]["ok"]["rows"]
    numbers = sorted({line["row"] for line in block["lines"]})
    found = [] if numbers == [row["row"] for row in wanted] else [f"rows: {[row['row'] for row in wanted]} and {numbers}"]
    for row in wanted:
        lines = [line for line in block["lines"] if line["row"] == row["row"]]
        figures, _ = compute({**block, "lines": lines})
        for name in FIGURES:
            if name in row and row[name] != figures[name]:
                found.append(f"row {row['row']} {name}: the case expects {row[name]}, the oracle finds {figures[name]}")
    return found


def toe_differences(block, wanted):
    """Tonnes of oil equivalent: the sum of quantity × coefficient, and its upper end where one is a range."""
    def total(rows):
        return decimal(sum((exact(quantity) * exact(times) for quantity, times in rows), Fraction(0)))

    lower = total(block["toe"])
    own = {"lower_toe": lower, "upper_toe": total(block["toe_upper"]) if "toe_upper" in block else lower}
    return [f"{name}: the case expects {wanted[name]}, the oracle finds {own[name]}"
            for name in own if name in wanted and wanted[name] != own[name]]


def ets_differences(block, wanted):
    """Whole units: caps down, what is owed up, credits no more than what is owed."""
    def cap(name):
        return exact(block["allocation"]) * exact(block[name]) / 100 // 1

    owed = -(-exact(block["direct"]) // 1)
    credits = min(exact(block["credits"]), cap("credits_percent"), owed)
    own = {"credits_cap": cap("credits_percent"), "borrowing_cap": cap("borrowing_percent"), "credits_usable": credits,
           "borrowing_usable": min(exact(block["borrow"]), cap("borrowing_percent")), "units_due": owed - credits}
    return [f"{name}: the case expects {wanted[name]}, the oracle finds {own[name]}"
            for name in own if name in wanted and Fraction(wanted[name]) != own[name]]


def steam_differences(block, wanted):
    """Kilograms of gas for a tonne of steam: enthalpy / efficiency × mean of the fuels / 10^9, times 1,000."""
    mean = {}
    for share, gases in block["fuels"]:
        for gas, kg_per_tj in gases.items():
            mean[gas] = mean.get(gas, Fraction(0)) + exact(share) * exact(kg_per_tj)
    per_tj = exact(block["enthalpy"]) / exact(block["efficiency"]) / 10**6
    found = []
    for row in wanted["gases"]:
        for name, own in (("exact_kg_per_t", mean[row["gas"]] * per_tj), ("fuel_kg_per_tj", mean[row["gas"]])):
            if name in row and exact(row[name]) != own:
                found.append(f"{row['gas']} {name}: the case expects {row[name]}, the oracle finds {own}")
    return found


# Kinds of source of Circular 38/2023/TT-BCT, Article 16: six direct, two indirect.
SOURCES = ("stationary", "mobile", "process", "fugitive", "refrigerant", "waste", "electricity", "steam")


def facility_figures(block):
    """Kilograms of CO2 equivalent by year and kind of source, with `direct`, `indirect` and `total`."""
    years = {line["year"] for line in block["lines"]}
    figures = {(year, name): Fraction(0) for year in years for name in SOURCES + ("direct", "indirect", "total")}
    for line in block["lines"]:
        kind = "indirect" if line["source"] in ("electricity", "steam") else "direct"
        for gas, factor in (line.get("gases") or composition(line["blend"])).items():
            kg = Fraction(mass(line["quantity"], line.get("times", []), factor), UNIT)
            for name in (line["source"], kind, "total"):
                figures[line["year"], name] += kg * gwp_of(gas, block["gwp"])
    return figures


def facility_differences(block, wanted):
    """Every figure of a facility report: sources, totals, differences between the years."""
    figures = facility_figures(block)
    found = []
    rows = [(row["source"], row) for row in wanted["report"]["sources"]]
    rows += [(row["name"], row) for row in wanted["report"]["totals"]]
    for name, row in rows:
        own = [decimal(figures[int(year["year"]), name]) for year in row["years"]]
        shown = [year["kg_co2e"] for year in row["years"]]
        if own != shown:
            found.append(f"{name}: the case expects {shown}, the oracle finds {own}")
        first, last = (int(row["years"][place]["year"]) for place in (0, -1))
        change = decimal(figures[last, name] - figures[first, name])
        if row["difference_kg_co2e"] != change:
            found.append(f"{name}: the case expects a difference of {row['difference_kg_co2e']}, the oracle finds {change}")
    return found


def told(own, wanted):
    """Sentences for the values of `own` that the case expects otherwise."""
    return [f"{name}: the case expects {wanted[name]}, the oracle finds {value}"
            for name, value in own.items() if name in wanted and wanted[name] != value]


def effects_differences(block, wanted):
    """M-80: quantity, factor and GWP replaced one after the other; each step rounded as a mass is."""
    def effect(line, quantity, factors, gwp):
        return sum((Fraction(mass(line[quantity], [], factor), UNIT) * gwp_of(gas, gwp)
                    for gas, factor in line[factors].items()), Fraction(0))

    old, new = block["gwp"]
    steps = [("before", "old", old), ("after", "old", old), ("after", "new", old), ("after", "new", new)]
    levels = [sum((effect(line, *step) for line in block["lines"]), Fraction(0)) for step in steps]
    row = next(row for row in wanted["total"]["$contains"] if row["account"] == block["account"])
    names = ("activity_kg_co2e", "factor_kg_co2e", "gwp_kg_co2e")
    effects = {name: decimal(after - before) for name, before, after in zip(names, levels, levels[1:])}
    ends = {"before_kg_co2e": decimal(levels[0]), "after_kg_co2e": decimal(levels[-1]),
            "change_kg_co2e": decimal(levels[-1] - levels[0])}
    return told(effects, row["effects"]) + told(ends, row)


def base_year_differences(block, wanted):
    """M-87 to M-89: sizes added without sign against the threshold, changes added with their sign."""
    base, changes = exact(block["base"]), []
    for change in block["changes"]:
        value, share = change if isinstance(change, list) else (change, "1")
        changes.append(Fraction(half_even(exact(value) * exact(share) * 10**15), 10**15))
    size = sum((abs(change) for change in changes), Fraction(0))
    threshold = block["threshold"]
    again = size > 0 if threshold is None else size > 0 and size * 100 >= exact(threshold) * base
    now = base + sum(changes, Fraction(0)) if again else base
    own = {"recalculate": again, "base_kg_co2e": decimal(now), "cumulative_kg_co2e": decimal(size),
           "cumulative_percent": decimal(Fraction(half_even(size * 100 / base * 10**6), 10**6))}
    if "current" in block:
        own["organic_kg_co2e"] = decimal(exact(block["current"]) - now)
    return told(own, wanted)


def intensity_differences(block, wanted):
    """M-83: the quotient, rounded once."""
    found = []
    for year, rows in zip(wanted["years"], block["rows"]):
        for one, (kilograms, quantity, factor) in zip(year["intensities"], rows):
            value = exact(kilograms) / (exact(quantity) * exact(factor))
            unit = 10 ** block["decimals"]
            found += told({"kg_co2e_per_unit": decimal(Fraction(half_even(value * unit), unit))}, one)
            if "exact_kg_co2e_per_unit" in one and exact(one["exact_kg_co2e_per_unit"]) != value:
                found.append(f"exact_kg_co2e_per_unit: the oracle finds {value}")
    return found


def path_differences(block, wanted):
    """M-84 and M-85: the pathway, and years against it."""
    def rounded(value):
        unit = 10 ** block["decimals"]
        return decimal(Fraction(half_even(value * unit), unit))

    base, share = exact(block["base"]), exact(block["percent"]) / 100
    first, last = block["first"], block["last"]
    levels = {}
    for year in range(first, last + 1):
        left = (1 - share) ** (year - first) if block["shape"] == "compound" else max(0, 1 - share * (year - first))
        levels[year] = base * left
    target, rows = wanted["targets"][0], wanted["targets"][0]["path"]
    found = told({"target_level": decimal(levels[last])}, target)
    rows = rows["$contains"] if isinstance(rows, dict) else [row | {"year": first + at} for at, row in enumerate(rows)]
    for row in rows:
        year, path = row["year"], levels[row["year"]]
        own = {"path_level": decimal(path)}
        if str(year) in block["levels"]:
            level = exact(block["levels"][str(year)])
            own |= {"level": decimal(level), "gap": decimal(level - path), "on_track": level <= path,
                    "gap_percent": rounded((level - path) / path * 100),
                    "change_percent": rounded((level - base) / base * 100),
                    "needed_annual_percent": rounded((level - levels[last]) * 100 / base / (last - year))}
        found += told(own, row)
    return found


SHARE = Fraction(1, 10**12)  # kWh: a supply that is too small is shared out in steps of it


def share_out(needs, sites, supply):
    """What sites get of a supply: all that they need, or a part in proportion, by largest remainder."""
    wanted = sum((needs[site] for site in sites), Fraction(0))
    if supply is None or supply >= wanted:
        return {site: needs[site] for site in sites}
    quotas = {site: supply / SHARE * needs[site] / wanted for site in sites}
    parts = {site: quota.numerator // quota.denominator for site, quota in quotas.items()}
    left = int(supply / SHARE) - sum(parts.values())
    for site in sorted(sites, key=lambda site: (parts[site] - quotas[site], site))[:left]:
        parts[site] += 1
    return {site: part * SHARE for site, part in parts.items()}


def matched(block, by_hour):
    """Load, covered energy and both figures of scope 2 by one rule."""
    intervals, instruments = block["intervals"], block["instruments"]
    sites = sorted({site for interval in intervals for site in interval["load"]})
    loads = [{site: exact(interval["load"].get(site, "0")) for site in sites} for interval in intervals]
    supplies = []
    for item in instruments:
        made = [exact(interval.get("generation", {}).get(item["id"], "0")) for interval in intervals]
        volume = exact(item["volume"]) if "volume" in item else None
        if not by_hour:
            supplies.append(volume if volume is not None or not item.get("series", True) else sum(made))
            continue
        if volume is not None and volume < sum(made):
            shares = share_out({at: value for at, value in enumerate(made)}, list(range(len(made))), volume)
            made = [shares[at] for at in range(len(made))]
        supplies.append(made)
    covered = {(site, item["id"]): Fraction(0) for site in sites for item in instruments}
    needs = [dict(load) for load in loads]
    if by_hour:
        for at in range(len(intervals)):
            for item, made in zip(instruments, supplies):
                allowed = [site for site in sites if site in item["sites"]]
                for site, part in share_out(needs[at], allowed, made[at]).items():
                    needs[at][site] -= part
                    covered[site, item["id"]] += part
    else:
        whole = {site: sum((load[site] for load in loads), Fraction(0)) for site in sites}
        rest = dict(whole)
        for item, supply in zip(instruments, supplies):
            allowed = [site for site in sites if site in item["sites"]]
            for site, part in share_out(rest, allowed, supply).items():
                rest[site] -= part
                covered[site, item["id"]] += part
        for need, load in zip(needs, loads):
            for site in sites:
                need[site] = load[site] * rest[site] / whole[site] if whole[site] else Fraction(0)
    gwp = GWP[block["gwp"]]

    def effect(gases):
        """Each line is rounded once for each gas."""
        return sum((Fraction(half_even(value * UNIT), UNIT) * exact(gwp[gas]) for gas, value in gases.items()), Fraction(0))

    def weighed(energies, site, name):
        """A line with the factors of the packs, and one with those of the intervals."""
        plain, series = {}, {}
        for interval, energy in zip(intervals, energies):
            own = interval.get(name, interval.get("grid") if name == "rest" and name not in block else None)
            factors = own or block.get(name, block["grid"])[site]
            into = series if own else plain
            for gas, factor in factors.items():
                into[gas] = into.get(gas, Fraction(0)) + energy[site] * exact(factor)
        return effect(plain) + effect(series)

    location = sum((weighed(loads, site, "grid") for site in sites), Fraction(0))
    market = sum((weighed(needs, site, "rest") for site in sites), Fraction(0))
    for item in instruments:
        for site in sites:
            energy = covered[site, item["id"]]
            market += effect({gas: energy * exact(factor) for gas, factor in item["gases"].items()})
    load = sum((load[site] for load in loads for site in sites), Fraction(0))
    sum_covered = sum(covered.values(), Fraction(0))
    figures = {"load_kwh": decimal(load), "matched_kwh": decimal(sum_covered), "unmatched_kwh": decimal(load - sum_covered),
               "matched_percent": decimal(Fraction(half_even(100 * sum_covered / load * 10**6), 10**6)) if load else None,
               "location_kg_co2e": decimal(location), "market_kg_co2e": decimal(market)}
    return figures, {item["id"]: sum((covered[site, item["id"]] for site in sites), Fraction(0)) for item in instruments}


def hourly_differences(block, wanted):
    """Both rules, and what each instrument covers by the chosen one."""
    found = []
    result = wanted["result"]
    figures, by_instrument = matched(block, block.get("matching", "hourly") == "hourly")
    parts = [("total", result["total"], figures)]
    for name in ("hourly", "annual"):
        if name in result.get("comparison", {}):
            parts.append((name, result["comparison"][name], matched(block, name == "hourly")[0]))
    for name, expected, own in parts:
        found += [f"{name} {key}: the case expects {value}, the oracle finds {own[key]}"
                  for key, value in expected.items() if value != own[key]]
    for row in result.get("instruments", []):
        own = decimal(by_instrument[row["id"]])
        if row["matched_kwh"] != own:
            found.append(f"{row['id']}: the case expects {row['matched_kwh']}, the oracle finds {own}")
    return found


# Blocks that a script of their own recomputes.
ROOMS = {
    "cbam": cbam.differences,
    "cbam_import": cbam_import.differences,
    "cbam_report": cbam_report.differences,
    "cbam_quarterly": cbam_quarterly.differences,
    "eudr": eudr.check,
    "disclosure": disclosure.check,
    "page": inline.check,
    "energy": energy.check,
    "framework": framework.check,
    "custody": custody.check,
    "origin": origin.check,
    "footprint": footprint.check,
    "supplier": supplier.check,
    "supply": supply.check,
    "trace": trace_lots.check,
}


def all_differences(case):
    """What the case expects and the oracle does not find, whatever the case is about."""
    block, wanted = case["oracle"], case["expect"]["ok"]
    for name, recompute in ROOMS.items():
        if name in block:
            return recompute(case)
    for name, recompute in (("toe", toe_differences), ("ets", ets_differences), ("steam", steam_differences),
                            ("facility", facility_differences), ("hourly", hourly_differences),
                            ("effects", effects_differences), ("base_year", base_year_differences),
                            ("intensity", intensity_differences), ("path", path_differences)):
        if name in block:
            return recompute(block if name == "toe" else block[name], wanted)
    return differences(case)


def check(folder):
    """Recomputes all cases below a folder."""
    done = 0
    failed = 0
    for file in sorted(folder.rglob("*.json")):
        case = json.loads(file.read_text(encoding="utf-8"))
        if "oracle" not in case:
            continue
        done += 1
        for sentence in all_differences(case):
            failed += 1
            print(f"FAILED {case['case']}: {sentence}")
    print(f"oracle: {done} cases recomputed, {failed} differences")
    return failed == 0 and done > 0


if __name__ == "__main__":
    if sys.argv[1:] != ["--check"]:
        sys.exit("usage: oracle.py --check")
    sys.exit(0 if check(pathlib.Path(__file__).resolve().parent.parent / "cases") else 1)
