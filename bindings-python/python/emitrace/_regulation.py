"""What the law asks of a facility: report, duties, tonnes of oil equivalent, quota, the factor of bought steam."""

from __future__ import annotations

import base64
import json
import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from . import _html, _native
from ._options import Number, PackLike, number, options_json, packs as read_packs

__all__ = ["FacilityReport", "ets_compliance", "facility_report", "obligations", "steam_factor", "toe"]


class FacilityReport:
    """The inventory report of a facility; amounts are exact texts in kilograms.

    Attributes:
        digest: SHA-256 of the report's canonical JSON.
        report: the report: ``sources``, ``totals``, ``factors``, ``checks``, ``findings`` …
        complete: whether nothing is open.
    """

    def __init__(self, answer: Mapping[str, Any]) -> None:
        self._answer = dict(answer)
        self.digest: str = self._answer["digest"]
        self.report: dict[str, Any] = self._answer["report"]
        self.complete: bool = self.report["complete"]

    def to_dict(self) -> dict[str, Any]:
        """The whole answer, as the engine gave it."""
        return dict(self._answer)

    def document(self, format: str = "html", *, lang: str = "vi") -> str:
        """The report as ``"html"``, ``"csv"`` or ``"table"``, in Vietnamese or English (``lang``)."""
        request = {"answer": self._answer, "format": format, "lang": lang}
        text: str = json.loads(_native.call("facility_document", json.dumps(request)))["text"]
        return text

    def _repr_html_(self) -> str:
        years = self.report["years"]
        rows = [
            (total["name"], *(figures["kg_co2e"] for figures in total["years"])) for total in self.report["totals"]
        ]
        caption = f"{self._state()}, {self.report['gwp']}; document() is the report itself"
        return _html.table(("kg CO2e", *years), rows, caption, range(1, len(years) + 1))

    def __repr__(self) -> str:
        return f"<emitrace.FacilityReport: {', '.join(self.report['years'])}, {self.report['gwp']}, {self._state()}>"

    def _state(self) -> str:
        return "complete" if self.complete else f"{len(self.report['findings'])} findings"


def facility_report(
    years: Mapping[int, str | os.PathLike[str] | bytes],
    declarations: Mapping[str, Any],
    *,
    on: str,
    gwp: str,
    country: str = "VN",
    factors: Iterable[PackLike] = (),
    **options: Any,
) -> FacilityReport:
    """Makes the inventory report of a facility for one year, or for two that follow each other.

    Args:
        years: calendar year to ledger: the path of a file, or its content as bytes.
        declarations: what the facility declares; what is missing is a finding of the report.
        on: the day whose law is asked, e.g. ``"2026-11-22"``.
        gwp: ``"AR4"``, ``"AR5"`` or ``"AR6"``.
        country: whose law is asked.
        factors: packs of your own.
        options: as for :func:`emitrace.inventory`: ``region``, ``locale``, ``proxy_years`` …

    Returns:
        The report; kilograms of CO2 equivalent as exact texts.

    Raises:
        emitrace.InputError: the years or choices do not make up one report.

    Example:
        >>> import emitrace as et
        >>> ledger = b"id,date,activity,quantity,unit\\n1,2023-05-31,electricity,1250,kWh\\n"
        >>> made = et.facility_report({2023: ledger}, {}, on="2026-11-22", gwp="AR5", region="VN")
        >>> made.report["totals"][1]["years"][0]["kg_co2e"], made.complete
        ('824', False)
    """
    ledgers = []
    for year, ledger in years.items():
        content = bytes(ledger) if isinstance(ledger, (bytes, bytearray)) else Path(ledger).read_bytes()
        # The engine reads the encoding: the bytes go as they are.
        ledgers.append({"year": year, "ledger": {"base64": base64.b64encode(content).decode("ascii")}})
    request = {
        "country": country,
        "on": on,
        "years": ledgers,
        "options": json.loads(options_json(gwp=gwp, **options)),
        "declarations": dict(declarations),
    }
    return FacilityReport(_answer("facility_report", request, factors))


def obligations(
    facility: Mapping[str, Any],
    *,
    on: str,
    until: str,
    country: str = "VN",
    reading: str = "",
    authorities: bool = False,
    rules: Iterable[PackLike] = (),
) -> dict[str, Any]:
    """Tells the duties of a facility from one day to another, each with its day and the text that asks for it.

    Args:
        facility: ``sector``, ``lists``, ``quota``, ``emissions_t_co2e`` (t), ``energy_toe`` (TOE), ``waste_t`` (t);
            figures as text.
        on: the day whose law is asked, and the first for which duties are told.
        until: the last day.
        country: whose law is asked.
        reading: one reading of the law; else duties are told in each.
        authorities: tell duties of authorities, too.
        rules: packs of your own, e.g. a change of the law.

    Returns:
        A dict: ``standing``, ``criteria``, ``duties``, ``confidence`` …

    Example:
        >>> import emitrace as et
        >>> facts = {"sector": "industry", "lists": ["decision-42-2026"]}
        >>> told = et.obligations(facts, on="2026-11-22", until="2027-12-31", reading="preceding-two-years")
        >>> [(duty["due"], duty["years"]) for duty in told["duties"]]
        [('2027-03-31', ['2026']), ('2027-03-31', ['2026'])]
    """
    request = {
        "country": country,
        "on": on,
        "until": until,
        "facility": dict(facility),
        "reading": reading,
        "authorities": authorities,
    }
    return _answer("obligations", request, rules)


def toe(
    energy: Iterable[tuple[str, Number, str]],
    *,
    on: str,
    sector: str = "",
    country: str = "VN",
    rules: Iterable[PackLike] = (),
) -> dict[str, Any]:
    """Adds up an energy bill in tonnes of oil equivalent: for thresholds, never for emissions.

    Args:
        energy: energy, quantity and unit of each line.
        on: the day whose coefficients and thresholds are asked.
        sector: compares the sum with the thresholds of this sector.
        country: whose coefficients are used.
        rules: packs of your own.

    Returns:
        A dict: ``lower_toe`` and ``upper_toe`` (TOE, exact texts), ``parts``, ``thresholds`` …

    Example:
        >>> import emitrace as et
        >>> bill = [("electricity", 5_000_000, "kWh"), ("DO", 200_000, "L"), ("LPG", 50, "t")]
        >>> told = et.toe(bill, on="2026-11-22", sector="industry")
        >>> told["lower_toe"], told["thresholds"][0]["state"]
        ('1002', 'reached')
    """
    lines = [{"energy": name, "quantity": number("energy", quantity), "unit": unit} for name, quantity, unit in energy]
    return _answer("energy.toe", {"country": country, "on": on, "sector": sector, "energy": lines}, rules)


def ets_compliance(
    *,
    allocation: Number,
    direct_emissions_t_co2e: Number,
    on: str,
    credits_held: Number = 0,
    borrowing_requested: Number = 0,
    units_held: Number | None = None,
    country: str = "VN",
    rules: Iterable[PackLike] = (),
) -> dict[str, Any]:
    """Units of quota due, credits and borrowing usable. One unit stands for a tonne of CO2 equivalent.

    Args:
        allocation: units allocated, whole.
        direct_emissions_t_co2e: verified emissions of the direct sources, in tonnes.
        on: the day whose law is asked.
        credits_held: carbon credits, whole.
        borrowing_requested: units that the facility would borrow, whole.
        units_held: units held; without it nothing is said about what is missing or left.
        country: whose law is asked.
        rules: packs of your own.

    Returns:
        A dict: ``units_due``, ``credits_usable``, ``borrowing_usable`` …, whole numbers as text.

    Example:
        >>> import emitrace as et
        >>> told = et.ets_compliance(allocation=100_000, direct_emissions_t_co2e=125_000, credits_held=40_000,
        ...                          borrowing_requested=20_000, on="2026-11-22")
        >>> told["units_due"], told["credits_usable"], told["borrowing_usable"]
        ('95000', '30000', '15000')
    """
    request = {
        "country": country,
        "on": on,
        "allocation": number("allocation", allocation),
        "direct_emissions_t_co2e": number("direct_emissions_t_co2e", direct_emissions_t_co2e),
        "credits_held": number("credits_held", credits_held),
        "borrowing_requested": number("borrowing_requested", borrowing_requested),
        "units_held": "" if units_held is None else number("units_held", units_held),
    }
    return _answer("ets.compliance", request, rules)


def steam_factor(request: Mapping[str, Any], *, factors: Iterable[PackLike] = ()) -> dict[str, Any]:
    """The exact factor of bought steam, as a factor pack that an inventory can use at once.

    Args:
        request: ``enthalpy_kj_per_kg`` (kJ/kg), ``efficiency`` (a fraction: ``"0.85"``), ``fuels``, ``supplier``,
            ``evidence``, ``evidence_date``, ``place``, ``valid``; figures as text.
        factors: packs of your own, if a fuel names a factor of one.

    Returns:
        A dict: ``gases`` (kg per t, exactly), ``pack`` (the text of the pack), ``factor``, ``formula`` …

    Raises:
        emitrace.InputError: the efficiency is not a fraction, or shares do not add up to 1.

    Example:
        >>> import emitrace as et
        >>> made = et.steam_factor({
        ...     "enthalpy_kj_per_kg": "2776", "efficiency": "0.85",
        ...     "fuels": [{"gases": [{"gas": "CO2", "kg_per_tj": "74100"}]}],
        ...     "supplier": "The neighbour", "evidence": "Letter", "evidence_date": "2025-01-05",
        ...     "place": "VN", "valid": "2023"})
        >>> made["gases"][0]["exact_kg_per_t"]
        '514254/2125'
        >>> ledger = b"id,date,activity,quantity,unit\\n1,2023-05-31,steam,1000,t\\n"
        >>> et.inventory(ledger, profile="vn-circular-38", gwp="AR5", region="VN",
        ...              factors=[made["pack"]]).scope_2_location_kg_co2e
        Decimal('242001.882352941176')
    """
    return _answer("steam_factor", dict(request), factors)


def _answer(method: str, request: dict[str, Any], packs: Iterable[PackLike]) -> dict[str, Any]:
    answer: dict[str, Any] = json.loads(_native.call(method, json.dumps(request), read_packs(packs)))
    return answer
