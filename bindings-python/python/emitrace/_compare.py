"""Inventories side by side: differences, base years, intensities, targets."""

from __future__ import annotations

import base64
import json
import os
from collections.abc import Iterable, Mapping
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any, TypeAlias

from . import _html, _native
from ._chart import Chart
from ._columns import source
from ._inventory import Inventory
from ._options import LedgerLike, Number, PackLike, number, options_json, pack

__all__ = ["BaseYear", "Diff", "Intensities", "Targets", "base_year", "diff", "intensity", "targets"]

#: Emissions of a year: its inventory, or kilograms of CO2 equivalent by account.
YearLike: TypeAlias = Inventory | Mapping[str, Number]

_AMOUNTS = ("_kg_co2e", "_percent", "_level", "_unit")
_NAMES = frozenset({"kg_co2e", "gap", "level", "percent", "kg_co2e_per_unit", "exact_kg_co2e_per_unit", "quantity"})


def _number(text: str) -> Decimal | Fraction | str:
    if not text:
        return text
    try:
        return Fraction(text) if "/" in text else Decimal(text)
    except ArithmeticError:
        return text


def _exact(value: Any, name: str = "") -> Any:
    """The same data with amounts as Decimal (or Fraction, where decimals do not end)."""
    if isinstance(value, dict):
        return {key: _exact(item, key) for key, item in value.items()}
    if isinstance(value, list):
        return [_exact(item) for item in value]
    if isinstance(value, str) and (name in _NAMES or name.endswith(_AMOUNTS)):
        return _number(value)
    return value


class _Result:
    """An answer of the engine: canonical JSON, plain data, a table for people."""

    _report = ""

    def __init__(self, text: str) -> None:
        self._text = text
        self._data: dict[str, Any] = json.loads(text)

    @property
    def digest(self) -> str:
        """SHA-256 of the canonical JSON with an empty digest, in hexadecimal."""
        digest: str = self._data["digest"]
        return digest

    @property
    def notes(self) -> list[dict[str, Any]]:
        """What a reader must know: code, about, rows, first_row, message, help."""
        notes: list[dict[str, Any]] = self._data["notes"]
        return notes

    def to_json(self) -> str:
        """Canonical JSON: the same bytes in every language; amounts are text."""
        return self._text

    def to_dict(self) -> dict[str, Any]:
        """Plain data; amounts are :class:`decimal.Decimal`, or Fraction where decimals do not end."""
        plain: dict[str, Any] = _exact(self._data)
        return plain

    def to_text(self, lang: str = "en") -> str:
        """A table for a terminal; `lang` is ``en`` or ``vi``."""
        return self._written("table", lang)

    def _written(self, format: str, lang: str) -> str:
        request = {"answer": self._data, "format": format, "lang": lang}
        text: str = json.loads(_native.call(self._report, json.dumps(request)))["text"]
        return text

    def __eq__(self, other: object) -> bool:
        return self._text == other._text if isinstance(other, type(self)) else NotImplemented

    def __hash__(self) -> int:
        return hash(self._text)

    def __repr__(self) -> str:
        return f"<emitrace.{type(self).__name__} {self.digest[:12]}>"


class Diff(_Result):
    """What changed between two inventories, by how much, because of what.

    All amounts are kilograms of CO2 equivalent as :class:`decimal.Decimal`; the effects of a change add up to it exactly.
    """

    _report = "diff.report"

    @property
    def total(self) -> dict[str, dict[str, Any]]:
        """By account, and for ``total_location`` and ``total_market``: before, after, change and effects."""
        return {change["account"]: change for change in self.to_dict()["total"]}

    @property
    def changes(self) -> list[dict[str, Any]]:
        """The lines with the largest changes: kind, id, rows, site, activity, causes, accounts."""
        changes: list[dict[str, Any]] = self.to_dict()["changes"]
        return changes

    @property
    def lines(self) -> dict[str, int] | None:
        """How many lines are unchanged, changed, appeared …; None if finished inventories were compared."""
        lines: dict[str, int] | None = self._data["lines"]
        return lines

    def by(self, *dimensions: str) -> list[dict[str, Any]]:
        """The cells with a change of a view: key, kind, accounts.

        Raises:
            KeyError: the view was not compared.
        """
        for view in self.to_dict()["views"]:
            if view["by"] == list(dimensions):
                cells: list[dict[str, Any]] = view["cells"]
                return cells
        raise KeyError(",".join(dimensions))

    def waterfall(self, account: str = "total_location") -> list[dict[str, Any]]:
        """The steps from the total before to the total after: step, start_kg_co2e, end_kg_co2e, change_kg_co2e."""
        falls = {fall["account"]: fall["steps"] for fall in self.to_dict()["waterfalls"]}
        steps: list[dict[str, Any]] = falls[account]
        return steps

    def chart(self, *, lang: str = "en") -> Chart:
        """The location-based waterfall as a picture; `lang` is ``en`` or ``vi``."""
        return Chart(self._written("svg", lang))

    def _repr_html_(self) -> str:
        header = ("sum", "before, kg CO2e", "after, kg CO2e", "change, kg CO2e")
        rows = [
            (name, change["before_kg_co2e"], change["after_kg_co2e"], change["change_kg_co2e"])
            for name, change in self.total.items()
        ]
        return _html.table(header, rows, "the effects of each change add up to it exactly", (1, 2, 3))

    def to_vega_lite(self, lang: str = "en") -> dict[str, Any]:
        """The location-based waterfall as a Vega-Lite specification."""
        chart: dict[str, Any] = json.loads(self._written("vega-lite", lang))
        return chart


class BaseYear(_Result):
    """Whether a base year is recalculated, and to what. Amounts are kilograms of CO2 equivalent (Decimal)."""

    _report = "base_year.report"

    @property
    def recalculate(self) -> bool:
        """Whether the base year is to be recalculated."""
        answer: bool = self._data["recalculate"]
        return answer

    @property
    def because(self) -> str:
        """Why, or why not."""
        because: str = self._data["because"]
        return because

    @property
    def base_kg_co2e(self) -> Decimal:
        """The base year on the accounts of the policy: recalculated, or as reported if it stays."""
        return Decimal(self._data["base_kg_co2e"])

    @property
    def events(self) -> list[dict[str, Any]]:
        """Each event with what it does: triggers, significant, amounts, percent, because, clause."""
        events: list[dict[str, Any]] = self.to_dict()["events"]
        return events

    def chart(self, *, lang: str = "en") -> Chart:
        """The waterfall from base to current year as a picture; `lang` is ``en`` or ``vi``."""
        return Chart(self._written("svg", lang))

    def _repr_html_(self) -> str:
        header = ("event", "triggers", "significant", "% of base year", "why")
        rows = [
            (event["what"] or event["kind"], event["triggers"], event["significant"], event["percent"], event["because"])
            for event in self.events
        ]
        verdict = "recalculated" if self.recalculate else "stays as reported"
        return _html.table(header, rows, f"the base year {verdict}: {self.base_kg_co2e} kg CO2e; {self.because}", (3,))

    def to_vega_lite(self, lang: str = "en") -> dict[str, Any]:
        """The waterfall from base to current year as a Vega-Lite specification."""
        chart: dict[str, Any] = json.loads(self._written("vega-lite", lang))
        return chart


class Intensities(_Result):
    """Emissions per unit of something, year by year."""

    _report = "intensity.report"

    @property
    def years(self) -> list[dict[str, Any]]:
        """Each year with its intensities: name, quantity, unit, per, kg_co2e_per_unit, exact_kg_co2e_per_unit, change_percent."""
        years: list[dict[str, Any]] = self.to_dict()["years"]
        return years

    def _repr_html_(self) -> str:
        header = ("year", "per", "quantity", "unit", "kg CO2e per unit", "change, %")
        rows = [
            (year["year"], each["name"], each["quantity"], each["unit"], each["kg_co2e_per_unit"], each["change_percent"])
            for year in self.years
            for each in year["intensities"]
        ]
        return _html.table(header, rows, "rounded half-even; exact_kg_co2e_per_unit has the fraction", (2, 4, 5))


class Targets(_Result):
    """Targets with their pathways, and the years against them."""

    _report = "targets.report"

    @property
    def targets(self) -> list[dict[str, Any]]:
        """Each target: base_level, target_level, path (year, path_level, level, gap, on_track …), coverage."""
        targets: list[dict[str, Any]] = self.to_dict()["targets"]
        return targets

    def chart(self, *, lang: str = "en") -> Chart:
        """Pathways and years as a picture, one panel a target; `lang` is ``en`` or ``vi``."""
        return Chart(self._written("svg", lang))

    def _repr_html_(self) -> str:
        header = ("target", "year", "pathway", "actual", "gap", "on track")
        rows = [
            (target["name"], year["year"], year["path_level"], year["level"], year["gap"], year["on_track"])
            for target in self.targets
            for year in target["path"]
            if year["level"] is not None or year["year"] == target["target_year"]
        ]
        return _html.table(header, rows, "kg CO2e, or kg CO2e per unit; credits are never counted", (2, 3, 4))

    def to_vega_lite(self, lang: str = "en") -> dict[str, Any]:
        """Pathways and years as a Vega-Lite specification, one panel a target."""
        chart: dict[str, Any] = json.loads(self._written("vega-lite", lang))
        return chart


def diff(
    before: Inventory | LedgerLike,
    after: Inventory | LedgerLike,
    *,
    options: Mapping[str, Any] | None = None,
    after_options: Mapping[str, Any] | None = None,
    factors: Iterable[PackLike] = (),
    after_factors: Iterable[PackLike] | None = None,
    match: str = "id",
    match_period: str = "day",
    structure: Iterable[str] = (),
    by: Iterable[str] | None = None,
    lines: int | None = None,
) -> Diff:
    """Compares two inventories, or two ledgers down to their lines.

    Args:
        before: an inventory, or a ledger as :func:`inventory` takes it.
        after: the same.
        options: for ledgers, the arguments of :func:`inventory`: ``{"profile": …, "gwp": …}``.
        after_options: what is different for the ledger after.
        factors: packs of your own for the ledgers.
        after_factors: packs of your own for the ledger after, if they are others.
        match: ``id`` (lines without one by their group) or ``group`` (site, activity, supplier, product, view, period).
        match_period: which part of the period a group has: ``day``, ``month`` (of any year) or ``year`` (none).
        structure: sites that a structural change brought or took.
        by: views of the change, else one for each dimension.
        lines: how many changed lines to list, the largest first (1,000 if not given).

    Returns:
        The comparison; amounts in kilograms of CO2 equivalent (Decimal).

    Returns:
        Pathways and years: kilograms of CO2 equivalent, or per unit for an intensity target (Decimal).

    Raises:
        emitrace.InputError: an option or a ledger cannot be used.

    Example:
        >>> import emitrace as et
        >>> header = b"id,date,activity,quantity,unit\\n"
        >>> old, new = header + b"1,2023-05-31,electricity,1250,kWh\\n", header + b"1,2023-05-31,electricity,1500,kWh\\n"
        >>> change = et.diff(old, new, options={"profile": "ghg-protocol", "gwp": "AR5", "region": "VN"})
        >>> change.total["total_location"]["effects"]["activity_kg_co2e"]
        Decimal('164.8')
        >>> [cause["what"] for cause in change.changes[0]["causes"]]
        ['quantity']
    """
    first = dict(options or {})
    second = first | dict(after_options or {})
    packs = [_pack_text(factor) for factor in factors]
    after_packs = packs if after_factors is None else [_pack_text(factor) for factor in after_factors]
    wanted: dict[str, Any] = {"matching": {"by": match, "period": match_period}, "structure": list(structure)}
    if by is not None:
        wanted["by"] = list(by)
    if lines is not None:
        wanted["lines"] = lines
    request = {
        "before": _side(before, first, packs),
        "after": _side(after, second, after_packs),
        "options": wanted,
    }
    return Diff(_native.call("diff", json.dumps(request)))


def base_year(
    base: Inventory,
    current: Inventory | None = None,
    *,
    policy: str,
    accounts: Iterable[str],
    events: Iterable[Mapping[str, Any]] = (),
    threshold_percent: Number | None = None,
    timing: str | None = None,
    current_period: str | None = None,
    factors: Iterable[PackLike] = (),
) -> BaseYear:
    """Decides whether a base year is recalculated after what happened since, and recalculates it.

    Args:
        base: the base year as it was reported.
        current: the current year.
        policy: ``ghg-protocol``, ``sbti``, ``vn-circular-38``, or one of a pack of your own.
        accounts: which count, with one view of scope 2: ``["scope_1", "scope_2_market"]``.
        events: what happened: dicts with ``kind`` (``acquisition``, ``method`` …), ``what``, ``date``, ``sites``,
            ``in_scopes``, and the emissions of the base year as ``amounts`` (a dict from account to kilograms),
            ``entity`` or ``corrected`` (inventories).
        threshold_percent: from which percentage of the base year on changes are significant.
        timing: ``all-year`` or ``pro-rata``, for changes within the current year.
        current_period: the current year, if its inventory has none.
        factors: packs of your own, e.g. with other policies.

    Returns:
        The decision with its reasons; amounts in kilograms of CO2 equivalent (Decimal).

    Raises:
        emitrace.InputError: a choice is missing or cannot be used; ``path`` says which.

    Example:
        >>> import emitrace as et
        >>> ledger = b"date,activity,quantity,unit\\n2023-05-31,electricity,1250,kWh\\n"
        >>> base = et.inventory(ledger, profile="ghg-protocol", gwp="AR5", region="VN")
        >>> bought = {"kind": "acquisition", "what": "a workshop", "amounts": {"scope_2_location": "100"}}
        >>> result = et.base_year(base, policy="sbti", accounts=["scope_1", "scope_2_location"], events=[bought])
        >>> result.recalculate, result.base_kg_co2e
        (True, Decimal('924'))
    """
    request: dict[str, Any] = {
        "base": _finished("base", base),
        "policy": {"name": policy, "accounts": list(accounts), "timing": timing, "current_period": current_period},
        "events": [_event(event) for event in events],
    }
    if current is not None:
        request["current"] = _finished("current", current)
    if threshold_percent is not None:
        request["policy"]["threshold_percent"] = number("threshold_percent", threshold_percent)
    return BaseYear(_native.call("base_year", json.dumps(request), [pack("/factors", factor) for factor in factors]))


def intensity(
    years: Mapping[int, YearLike],
    denominators: Mapping[int, Mapping[str, tuple[Number, str]]],
    *,
    accounts: Iterable[str],
    decimals: int = 3,
) -> Intensities:
    """Divides the emissions of years by what was made, earned, used or who worked.

    Args:
        years: from year to inventory, or to kilograms of CO2 equivalent by account.
        denominators: from year to name to quantity and unit: ``{2024: {"revenue": ("5e9", "VND{2024}")}}``.
        accounts: which are added up, with one view of scope 2.
        decimals: decimals of an intensity, 0 to 15.

    Returns:
        Kilograms of CO2 equivalent per unit; years that cannot be compared have a note ``NOT_COMPARABLE``.

    Raises:
        emitrace.InputError: a unit, a quantity or an account cannot be used.

    Example:
        >>> import emitrace as et
        >>> result = et.intensity({2024: {"scope_1": 5000}}, {2024: {"steel": (3, "t")}}, accounts=["scope_1"])
        >>> steel = result.years[0]["intensities"][0]
        >>> steel["kg_co2e_per_unit"], steel["exact_kg_co2e_per_unit"]
        (Decimal('1666.667'), Fraction(5000, 3))
    """
    request = {"years": _years(years, denominators), "accounts": list(accounts), "decimals": decimals}
    return Intensities(_native.call("intensity", json.dumps(request)))


def targets(
    years: Mapping[int, YearLike],
    targets: Iterable[Mapping[str, Any]],
    *,
    denominators: Mapping[int, Mapping[str, tuple[Number, str]]] | None = None,
    decimals: int = 2,
    factors: Iterable[PackLike] = (),
) -> Targets:
    """Draws pathways to targets, and measures the years since the base year against them.

    Args:
        years: from year to inventory, or to kilograms by account; the first year is the base year.
        targets: dicts with ``name``, ``accounts``, ``target_year``, and ``pathway`` (``sbti-1.5c`` …) or ``kind``,
            ``shape`` and ``annual_percent`` or ``reduction_percent``; ``without`` (categories), ``denominator``.
        denominators: for intensity targets, as in :func:`intensity`.
        decimals: decimals of percentages and intensities, 0 to 15.
        factors: packs of your own, e.g. with other pathways.

    Raises:
        emitrace.InputError: a target is not clear; ``path`` says where.

    Example:
        >>> import emitrace as et
        >>> target = {"name": "near-term", "accounts": ["scope_1"], "target_year": 2032, "pathway": "sbti-1.5c"}
        >>> result = et.targets({2022: {"scope_1": 1000}, 2024: {"scope_1": 950}}, [target])
        >>> year = result.targets[0]["path"][2]
        >>> year["path_level"], year["gap"], year["on_track"]
        (Decimal('916'), Decimal('34'), False)
    """
    all_years = _years(years, denominators or {})
    if not all_years:
        raise ValueError("years: the base year is missing")
    request = {"base": all_years[0], "years": all_years[1:], "targets": [dict(target) for target in targets], "decimals": decimals}
    return Targets(_native.call("targets", json.dumps(request), [pack("/factors", factor) for factor in factors]))


def _finished(name: str, inventory: object) -> dict[str, Any]:
    if not isinstance(inventory, Inventory):
        raise TypeError(f"{name}: expected an inventory, not {type(inventory).__name__}")
    return {"answer": inventory.to_dict()}


def _side(side: Inventory | LedgerLike, options: Mapping[str, Any], packs: list[str]) -> dict[str, Any]:
    if isinstance(side, Inventory):
        return {"answer": side.to_dict()}
    declared = options_json(**options)
    ledger = {"base64": base64.b64encode(_bytes(source(side, declared, again=True))).decode()}
    return {"ledger": ledger, "options": json.loads(declared), "packs": packs}


def _bytes(ledger: Any) -> bytes:
    if isinstance(ledger, (bytes, bytearray)):
        return bytes(ledger)
    if isinstance(ledger, (str, os.PathLike)):
        return Path(ledger).read_bytes()
    read: bytes = ledger.read()
    return read


def _pack_text(factor: PackLike) -> str:
    _, text, table = pack("/factors", factor)
    return text if table is None else f"+++\n{text}\n+++\n{table}"


def _amounts(amounts: Mapping[str, Number]) -> list[dict[str, str]]:
    return [{"account": account, "kg_co2e": number(account, kg)} for account, kg in amounts.items()]


def _event(event: Mapping[str, Any]) -> dict[str, Any]:
    plain = dict(event)
    if isinstance(plain.get("amounts"), Mapping):
        plain["amounts"] = _amounts(plain["amounts"])
    for name in ("entity", "corrected"):
        if name in plain:
            plain[name] = _finished(name, plain[name])
    return plain


def _years(
    years: Mapping[int, YearLike], denominators: Mapping[int, Mapping[str, tuple[Number, str]]]
) -> list[dict[str, Any]]:
    unknown = [year for year in denominators if year not in years]
    if unknown:
        raise ValueError(f"denominators: {unknown[0]} is not among the years")
    found: list[dict[str, Any]] = []
    for year, emissions in years.items():
        if isinstance(emissions, Inventory):
            plain: dict[str, Any] = {"year": year, "answer": emissions.to_dict()}
        else:
            plain = {"year": year, "amounts": _amounts(emissions)}
        divided = denominators.get(year, {})
        plain["denominators"] = [
            {"name": name, "quantity": number(name, quantity), "unit": unit} for name, (quantity, unit) in divided.items()
        ]
        found.append(plain)
    return found
