"""What reporting frameworks ask for: the neutral table of datapoints, and reports with what they miss."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from . import _native
from ._answer import Page

__all__ = ["FrameworkReport", "FrameworkTable", "framework_report", "framework_table"]


class FrameworkTable(Page):
    """Every datapoint with its values and its codes in the frameworks.

    Attributes:
        datapoints: dicts with ``id``, ``label_en``, ``label_vi``, ``state``, ``values`` and ``codes``; numbers are texts.
        frameworks: the editions whose codes are shown, as dicts.
        customers: shares of customers, as dicts.
        findings: what is wrong with what was sent, as dicts with ``code``, ``path``, ``message`` and ``help``.
        digest: SHA-256 of the canonical JSON of the result.
    """

    def __init__(self, answer: str) -> None:
        super().__init__(json.loads(answer))
        table = self._table()
        self.datapoints: list[dict[str, Any]] = table["datapoints"]
        self.frameworks: list[dict[str, Any]] = table["frameworks"]
        self.customers: list[dict[str, Any]] = table["customers"]
        self.findings: list[dict[str, Any]] = table["findings"]
        self.digest: str = self._answer["digest"]

    def _table(self) -> dict[str, Any]:
        table: dict[str, Any] = self._answer["result"]
        return table

    def __getitem__(self, id: str) -> dict[str, Any]:
        """The datapoint of that name, e.g. ``ghg.scope1``."""
        for datapoint in self.datapoints:
            if datapoint["id"] == id:
                return datapoint
        raise KeyError(id)

    def csv(self) -> str:
        """A row for each value, a column for each framework; exact numbers, no text that a spreadsheet would take for a formula."""
        return self._written("csv", "en")

    def __repr__(self) -> str:
        return f"<emitrace.FrameworkTable: {len(self.datapoints)} datapoints, {len(self.frameworks)} frameworks>"


class FrameworkReport(FrameworkTable):
    """One report.

    Attributes:
        complete: whether nothing that is required is missing, no row of the ledger is left out, and no statement is refused.
        sections: the items by section, as dicts with ``code``, ``state`` and ``missing``.
    """

    def __init__(self, answer: str) -> None:
        super().__init__(answer)
        self.complete: bool = self._answer["result"]["complete"]
        self.sections: list[dict[str, Any]] = self._answer["result"]["sections"]

    def _table(self) -> dict[str, Any]:
        table: dict[str, Any] = self._answer["result"]["table"]
        return table

    def __repr__(self) -> str:
        result = self._answer["result"]
        return f"<emitrace.FrameworkReport: {result['report']}, {result['filled']} of {result['required']} required items>"


def framework_table(
    inventory: Any,
    *,
    frameworks: Sequence[str] = (),
    on: str = "",
    statements: Mapping[str, Mapping[str, str]] | None = None,
    not_applicable: Mapping[str, str] | None = None,
    customers: Sequence[Mapping[str, str]] = (),
    previous: Any = None,
    disclosure: Any = None,
    energy: Any = None,
    intensity: Any = None,
    base_year: Any = None,
    uncertainty: Any = None,
    packs: Sequence[str] = (),
) -> FrameworkTable:
    """Every datapoint of the crosswalks, out of an inventory and what else is known.

    Args:
        inventory: a computed inventory with its period: an object of this package or its plain data.
        frameworks: families (``gri``) or editions (``gri-2016``) whose codes are shown; all families if empty.
        on: the day of publication, ``"2026-11-30"``: it chooses between editions.
        statements: what people state, by datapoint: ``{"organization": {"value": "…"}}``; numbers are texts with their ``unit``.
        not_applicable: datapoints that do not apply, with the reason.
        customers: dicts with ``name``, ``basis`` (``revenue`` or ``mass``), ``part``, ``whole`` and ``unit``.
        previous: the inventory of the period before; each value then has ``previous``.
        disclosure, energy, intensity, base_year, uncertainty: answers of those functions (``energy`` of `energy_account`).
        packs: packs of your own as text; kind ``crosswalk`` for further frameworks and reports.

    Returns:
        The table. Values are texts: tonnes of CO2 equivalent exactly, each with its unit.

    Raises:
        emitrace.InputError: a choice is missing, a framework is not known; ``path`` says where.

    Example:
        >>> import emitrace as et
        >>> ledger = b"id,date,activity,quantity,unit\\n1,2023-05-31,electricity,1250,kWh\\n"
        >>> inventory = et.inventory(ledger, profile="ghg-protocol", gwp="AR5", region="VN", period="2023-01-01/2023-12-31")
        >>> table = et.framework_table(inventory, frameworks=["ifrs-s2"])
        >>> table["ghg.scope2.lb"]["values"][0]["value"], table["ghg.scope1"]["state"]
        ('0.824', 'missing')
    """
    request = _request(
        inventory,
        frameworks=frameworks,
        on=on,
        statements=statements,
        not_applicable=not_applicable,
        customers=customers,
        previous=previous,
        disclosure=disclosure,
        energy=energy,
        intensity=intensity,
        base_year=base_year,
        uncertainty=uncertainty,
        packs=packs,
    )
    return FrameworkTable(_native.call("framework.table", json.dumps(request)))


def framework_report(report: str, inventory: Any, **known: Any) -> FrameworkReport:
    """One report, and what it misses.

    Args:
        report: ``"iso-14064-1"``, ``"ghg-protocol"``, ``"vn-circular-96"`` or a report of a pack of your own.
        inventory: a computed inventory with its period.
        known: what else is known, as :func:`framework_table` takes it.

    Raises:
        emitrace.InputError: the report is not known, a choice is missing; ``path`` says where.

    Example:
        >>> import emitrace as et
        >>> ledger = b"id,date,activity,quantity,unit\\n1,2023-05-31,electricity,1250,kWh\\n"
        >>> inventory = et.inventory(ledger, profile="ghg-protocol", gwp="AR5", region="VN", period="2023-01-01/2023-12-31")
        >>> et.framework_report("iso-14064-1", inventory).complete
        False
    """
    request = _request(inventory, **known) | {"report": report}
    return FrameworkReport(_native.call("framework.report", json.dumps(request)))


def _request(inventory: Any, **known: Any) -> dict[str, Any]:
    """The request; what is not given stays away."""
    request: dict[str, Any] = {"inventory": _plain(inventory)}
    for name, value in known.items():
        if value is None or value == "" or value == ():
            continue
        request[name] = _plain(value) if name in ("previous", "disclosure", "energy", "intensity", "base_year", "uncertainty") else value
    for name in ("frameworks", "customers", "packs"):
        if name in request:
            request[name] = list(request[name])
    return request


def _plain(answer: Any) -> dict[str, Any]:
    return dict(answer.to_dict() if hasattr(answer, "to_dict") else answer)
