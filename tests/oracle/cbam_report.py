"""Statements of the operator's report, recomputed with fractions from the request and the tables of the packs.

    "oracle": { "cbam_report": { "year": "2026" } }

Of goods of one process without precursors: shares of indirect emissions by actual and default values (M-151), the factor of
electricity used, specific indirect emissions, and free allocation (column A, one benchmark for the good).
"""

from fractions import Fraction

from cbam_import import rows



def decimal(value, places=6):
    """A fraction as text, half-even, without zeros at its end."""
    scaled = round(value * 10**places)
    whole, rest = divmod(scaled, 10**places)
    return f"{whole}.{rest:0{places}d}".rstrip("0").rstrip(".")


def expected(request, year):
    process = request["processes"][0]
    good = process["goods"][0]
    cn = "".join(letter for letter in good["cn"] if letter.isdigit())
    used = [(Fraction(use["mwh"]), Fraction(use["t_co2e_per_mwh"]), use["basis"]) for use in process["electricity"]]
    emitted = sum(mwh * factor for mwh, factor, _ in used)
    actual = sum(mwh * factor for mwh, factor, basis in used if basis != "grid-default")
    facts = {"electricity-factor-used": decimal(emitted / sum(mwh for mwh, _, _ in used))}
    if any(row["cn"] == cn and row["indirect"] == "yes" for row in rows("eu-cbam-goods")):
        facts["indirect-actual"] = decimal(actual / emitted)
        facts["indirect-default"] = decimal(1 - actual / emitted)
        facts["see-indirect"] = decimal(emitted / Fraction(good["quantity_t"]), 5)
    marks = [row for row in rows("eu-cbam-benchmarks-2025-2620") if row["cn"] == cn and row["column"] == "A"]
    if len(marks) == 1:
        factor = [row for row in rows("eu-cbam-figures") if row["figure"] == "cbam-factor" and row["from"].startswith(year)]
        facts["sefa"] = decimal(Fraction(marks[0]["value"]) * Fraction(factor[0]["value"]), 9)
    return facts


def stated(pattern):
    """Every fact that the case expects with a value."""
    if isinstance(pattern, dict):
        if "what" in pattern and "value" in pattern:
            yield pattern["what"], pattern["value"]
        for value in pattern.values():
            yield from stated(value)
    elif isinstance(pattern, list):
        for value in pattern:
            yield from stated(value)


def differences(case):
    known = expected(case["request"], case["oracle"]["cbam_report"]["year"])
    compared = [(what, value) for what, value in stated(case["expect"]) if what in known]
    wrong = [f"{what}: the case says {value}, the oracle {known[what]}" for what, value in compared if value != known[what]]
    return wrong if compared else ["nothing is compared"]
