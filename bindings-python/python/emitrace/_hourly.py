"""Bought electricity matched with generation by the hour, beside the annual rule."""

from __future__ import annotations

import base64
import json
import os
from collections.abc import Iterable, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any, TypedDict

from . import _html, _native
from ._options import PackLike, options_json, packs as read_packs

__all__ = ["HourlyMatching", "Series", "hourly_matching"]


class _Declared(TypedDict, total=False):
    id: str
    unit: str
    step_minutes: int
    columns: Mapping[str, str]
    view: str
    gas: str


class Series(_Declared):
    """A file of a time series, each row an interval.

    ``file`` is a path or the content as bytes. ``id`` names site, instrument or region of rows that name none, ``unit`` the
    unit of rows that name none, ``step_minutes`` how many minutes a row covers, ``columns`` headers that are not known by name;
    files of factors have ``view`` (``"location"`` or ``"residual"``) and ``gas`` (``"CO2"``) too.
    """

    file: str | os.PathLike[str] | bytes


class HourlyMatching:
    """Matched electricity of a period; energies in kWh, emissions in kg CO2e.

    Attributes:
        digest: SHA-256 of the result's canonical JSON.
        result: the result: ``total``, ``comparison``, ``sites``, ``instruments``, ``lines``, ``notes``, ``coverage`` …
        files: how each file was read, with its findings.
        load_kwh: electricity used.
        matched_kwh: the part that instruments cover, by the rule that was chosen.
        unmatched_kwh: the rest, exactly.
        location_kg_co2e: scope 2 by where the grid is.
        market_kg_co2e: scope 2 by what is contracted.
    """

    def __init__(self, answer: Mapping[str, Any]) -> None:
        self._answer = dict(answer)
        self.digest: str = self._answer["digest"]
        self.result: dict[str, Any] = self._answer["result"]
        self.files: list[dict[str, Any]] = self._answer["files"]
        total = self.result["total"]
        self.load_kwh = _energy(total["load_kwh"])
        self.matched_kwh = _energy(total["matched_kwh"])
        self.unmatched_kwh = _energy(total["unmatched_kwh"])
        self.location_kg_co2e = Decimal(total["location_kg_co2e"])
        self.market_kg_co2e = Decimal(total["market_kg_co2e"])

    @property
    def complete(self) -> bool:
        """Whether every row and every interval of the period is in the result."""
        coverage = self.result["coverage"]
        faulty = any(count["severity"] == "error" for count in coverage["findings"])
        return not (coverage["excluded"] or coverage["missing_load_intervals"] or faulty)

    def to_dict(self) -> dict[str, Any]:
        """The whole answer, as the engine gave it; energies that end in no decimal are fractions."""
        return dict(self._answer)

    def document(self, format: str = "table", *, lang: str = "en") -> str:
        """The result as ``"table"`` or ``"csv"``, in English or Vietnamese (``lang``)."""
        request = {"answer": self._answer, "format": format, "lang": lang}
        text: str = json.loads(_native.call("scope2.hourly.report", json.dumps(request)))["text"]
        return text

    def _repr_html_(self) -> str:
        both = self.result["comparison"]
        names = ("load_kwh", "matched_kwh", "matched_percent", "location_kg_co2e", "market_kg_co2e")
        rows = [(name, both["hourly"][name] or "", both["annual"][name] or "") for name in names]
        return _html.table(("", "hourly", "annual"), rows, self._state(), (1, 2))

    def __repr__(self) -> str:
        return f"<emitrace.HourlyMatching: {self._state()}>"

    def _state(self) -> str:
        percent = self.result["total"]["matched_percent"] or "–"
        rule = self.result["choices"]["matching"]
        return f"{percent} % matched ({rule}), {'complete' if self.complete else 'incomplete'}"


def hourly_matching(
    load: Iterable[Series],
    generation: Iterable[Series] = (),
    *,
    profile: str,
    gwp: str,
    period: str,
    utc_offset: str,
    matching: str,
    instruments: Mapping[str, Any] | None = None,
    interval_minutes: int = 60,
    sites: Mapping[str, str] | None = None,
    factor_series: Iterable[Series] = (),
    each_interval: bool = False,
    factors: Iterable[PackLike] = (),
    **options: Any,
) -> HourlyMatching:
    """Matches series of load with series of generation within each hour, and over the whole period beside it.

    Args:
        load: electricity used by site: files with a time, a value and, unless declared, a site and a unit.
        generation: electricity generated for the instruments of the register.
        profile, gwp: as for :func:`emitrace.inventory`.
        period: ``"2025"``, ``"2025-03"``; intervals of it that have no load are findings.
        utc_offset: how far local time is ahead of UTC: ``"+07:00"``.
        matching: which rule makes the result, ``"hourly"`` or ``"annual"``; there is no default.
        instruments: the register, as for :func:`emitrace.inventory`.
        interval_minutes: minutes within which generation must meet load: 60 or a divisor of it.
        sites: site to place, where that is not ``region``.
        factor_series: grid and residual factors that change with time.
        each_interval: whether the result lists every interval.
        factors: packs of your own.
        options: as for :func:`emitrace.inventory`: ``region``, ``locale``, ``sources``, ``proxy_years`` …

    Returns:
        Energies in kWh and kilograms of CO2 equivalent, exactly.

    Raises:
        emitrace.InputError: a choice is missing or wrong; faults of rows are findings of their file.

    Example:
        >>> import emitrace as et
        >>> load = b"time,load\\n2023-07-01 00:00,3\\n2023-07-01 12:00,5\\n"
        >>> sun = b"time,generation\\n2023-07-01 12:00,8\\n"
        >>> ppa = {"id": "PPA", "kind": "green-tariff", "market": "VN", "sites": ["A"],
        ...        "gases": [{"gas": "CO2", "kg_per_kwh": "0"}]}
        >>> matched = et.hourly_matching(
        ...     [{"file": load, "id": "A", "unit": "kWh"}], [{"file": sun, "id": "PPA", "unit": "kWh"}],
        ...     profile="ghg-protocol", gwp="AR5", period="2023-07-01", utc_offset="+07:00", region="VN",
        ...     matching="hourly", instruments={"register": [ppa]})
        >>> matched.matched_kwh, matched.result["comparison"]["annual"]["matched_kwh"], matched.market_kg_co2e
        (Decimal('5'), '8', Decimal('1.9776'))
    """
    request = {
        "options": json.loads(
            options_json(profile=profile, gwp=gwp, period=period, instruments=instruments, **options)
        ),
        "hourly": {
            "matching": matching,
            "utc_offset": utc_offset,
            "interval_minutes": interval_minutes,
            "sites": [{"site": site, "region": region} for site, region in (sites or {}).items()],
            "each_interval": each_interval,
        },
        "load": _files("load", load),
        "generation": _files("generation", generation),
        "factors": _files("factor_series", factor_series),
    }
    return HourlyMatching(json.loads(_native.call("scope2.hourly", json.dumps(request), read_packs(factors))))


def _files(name: str, given: Iterable[Series]) -> list[dict[str, Any]]:
    files = []
    for number, series in enumerate(given, 1):
        if not isinstance(series, Mapping):
            raise TypeError(f"{name}: expected dicts with `file`, not {type(series).__name__}")
        declared: dict[str, Any] = {key: value for key, value in series.items() if key not in ("file", "columns")}
        file = series["file"]
        if isinstance(file, (bytes, bytearray)):
            declared["name"], content = f"{name} {number}", bytes(file)
        else:
            declared["name"], content = Path(file).name, Path(file).read_bytes()
        declared["columns"] = [
            {"header": header, "field": field} for header, field in series.get("columns", {}).items()
        ]
        # The engine reads the encoding: the bytes go as they are.
        declared["base64"] = base64.b64encode(content).decode("ascii")
        files.append(declared)
    return files


def _energy(text: str) -> Decimal:
    above, _, below = text.partition("/")
    return Decimal(above) / Decimal(below) if below else Decimal(above)
