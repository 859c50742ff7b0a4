"""How sure an inventory is, and how good its data are."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from . import _html, _native
from ._chart import Chart
from ._columns import source
from ._options import LedgerLike, Number, PackLike, number, options_json, packs
from ._organisation import OrganisationLike, declared

__all__ = ["Quality", "Uncertainty", "UncertainFigure", "quality", "trend", "uncertainty"]


@dataclass(frozen=True, slots=True)
class UncertainFigure:
    """A figure with its uncertainty.

    Attributes:
        of: ``total``, ``scope_1``, the key of a category, or the name of a gas.
        view: ``location``, ``market``, or empty where the two do not differ.
        kg_co2e: the figure, exact.
        lower_percent, upper_percent: half of the 95 % interval below and above, in per cent; None for a figure of zero.
        stated_percent: share of the absolute emissions whose activity and factor both have a stated uncertainty.
        simulated: None for approach 1; else mean, median, percentile_2_5 and percentile_97_5 in kilograms of CO2
            equivalent, lower_percent and upper_percent around the mean.
    """

    of: str
    view: str
    kg_co2e: Decimal
    lower_percent: Decimal | None
    upper_percent: Decimal | None
    stated_percent: Decimal | None
    simulated: dict[str, Decimal | None] | None = field(hash=False)


@dataclass(frozen=True, slots=True, eq=False)
class Uncertainty:
    """The uncertainty of an inventory. Percentages are statistics of 18 digits, simulated figures of 9.

    Attributes:
        total: location-based and market-based.
        scopes, categories, gases: the same, divided.
        sources: one dict for each category, activity, factor and gas: emissions, the uncertainty of activity and factor,
            share of the variance. Two lists of them are what :func:`trend` compares.
        unstated: emissions without a stated uncertainty, by category.
        remarks: what a reader must know: code and message.
        findings: what is wrong or odd in the ledger.
    """

    total: tuple[UncertainFigure, ...]
    scopes: tuple[UncertainFigure, ...]
    categories: tuple[UncertainFigure, ...]
    gases: tuple[UncertainFigure, ...]
    sources: list[dict[str, Any]]
    unstated: list[dict[str, Any]]
    remarks: list[dict[str, Any]]
    findings: list[dict[str, Any]]
    _json: str = field(repr=False)

    def to_json(self) -> str:
        """The answer as canonical JSON: the same bytes in every language."""
        return self._json

    def to_dict(self) -> dict[str, Any]:
        """The answer as plain data; numbers are text."""
        plain: dict[str, Any] = json.loads(self._json)
        return plain

    def to_text(self, lang: str = "en") -> str:
        """A table for a terminal; `lang` is ``en`` or ``vi``."""
        return _written("uncertainty.report", self._json, "table", lang)

    def chart(self, *, lang: str = "en") -> Chart:
        """Totals, scopes and categories with their 95 % intervals as a picture; `lang` is ``en`` or ``vi``."""
        return Chart(_written("uncertainty.report", self._json, "svg", lang))

    def __repr__(self) -> str:
        figure = self.total[0]
        sides = f"-{_short(figure.lower_percent)}/+{_short(figure.upper_percent)} %"
        return f"<emitrace.Uncertainty: {figure.kg_co2e} kg CO2e (location) {sides}, {_short(figure.stated_percent)} % stated>"

    def _repr_html_(self) -> str:
        header = ("figure", "view", "kg CO2e", "below %", "above %", "stated %", "simulated 2.5 %", "simulated 97.5 %")
        rows = []
        for figure in (*self.total, *self.scopes, *self.categories):
            ends = figure.simulated or {"percentile_2_5": None, "percentile_97_5": None}
            shown = (figure.lower_percent, figure.upper_percent, figure.stated_percent)
            rows.append((figure.of, figure.view, figure.kg_co2e, *map(_short, shown), *_ends(ends)))
        return _html.table(header, rows, "half of the 95 % interval below and above each figure", (2, 3, 4, 5, 6, 7))


@dataclass(frozen=True, slots=True, eq=False)
class Quality:
    """The quality of the data behind an inventory, weighted by absolute emissions.

    Attributes:
        total: scores of the whole, location-based and market-based, as dicts: ``score`` (1 best to 5), ``criteria``,
            ``pcaf``, ``pact`` (1 to 3), ``ghg_protocol``, ``words``. Scores have ``exact`` (a decimal or a fraction) and
            ``rounded``.
        categories: the same by category.
        findings: what is wrong or odd in the ledger.
    """

    total: list[dict[str, Any]]
    categories: list[dict[str, Any]]
    findings: list[dict[str, Any]]
    _json: str = field(repr=False)

    def to_json(self) -> str:
        """The answer as canonical JSON: the same bytes in every language."""
        return self._json

    def to_dict(self) -> dict[str, Any]:
        """The answer as plain data; numbers are text."""
        plain: dict[str, Any] = json.loads(self._json)
        return plain

    def to_text(self, lang: str = "en") -> str:
        """A table for a terminal; `lang` is ``en`` or ``vi``."""
        return _written("quality.report", self._json, "table", lang)

    def __repr__(self) -> str:
        total = self.total[0]
        score = total["score"]["rounded"] if total["score"] else "none"
        return f"<emitrace.Quality: score {score} (location), {_short(_decimal(total['scored_percent']))} % scored>"

    def _repr_html_(self) -> str:
        header = ("figure", "view", "scored %", "score", "PCAF", "PACT")
        rows = []
        for figure in (*self.total, *self.categories):
            scores = [figure[name]["rounded"] if figure[name] else "" for name in ("score", "pcaf", "pact")]
            scored = _short(_decimal(figure["scored_percent"]))
            rows.append((figure["of"], figure["view"], scored, *scores))
        return _html.table(header, rows, "scores weighted by absolute emissions; 1 is best", (2, 3, 4, 5))


def uncertainty(
    ledger: LedgerLike,
    *,
    profile: str,
    gwp: str,
    approach: int,
    seed: int | None = None,
    draws: int | None = None,
    activity_correlation: Number | None = None,
    pedigree_basic_factor: Number | None = None,
    rules: Iterable[Mapping[str, str]] = (),
    period: str | None = None,
    region: str | None = None,
    locale: str | None = None,
    date_order: str | None = None,
    date_system: str | None = None,
    delimiter: str | None = None,
    encoding: str | None = None,
    columns: Mapping[str, str] | None = None,
    sources: Iterable[str] | None = None,
    proxy_years: int = 0,
    proxy_places: Iterable[str] = (),
    factors: Iterable[PackLike] = (),
    organisation: OrganisationLike | None = None,
    instruments: Mapping[str, Any] | None = None,
    row_offset: int = 0,
    findings: int | None = None,
    progress: Callable[[int, int], bool | None] | None = None,
) -> Uncertainty:
    """Says how sure the inventory of a ledger is (IPCC 2006 Guidelines, volume 1, chapter 3).

    Args:
        ledger: path, bytes or binary file object; its column ``uncertainty`` holds ``5 %``, ``-10/+20 %`` or ``950..1080``.
        approach: 1 (propagation of error) or 2 (Monte Carlo beside it).
        seed, draws: for approach 2; there is no default. The same seed gives the same digits on every platform.
        activity_correlation: how far the activity data of one factor are off together, from 0 to 1.
        pedigree_basic_factor: turns the five scores of the column ``quality`` into an uncertainty, e.g. ``"1.05"``.
        rules: what to take where nothing is stated: dicts with ``of`` (``activity`` or ``factor``), optionally
            ``category``, ``activity``, ``factor``, ``pack``, ``gas``, and ``uncertainty`` or ``distribution``.
        profile, gwp, period, region, locale, date_order, date_system, delimiter, encoding, columns, sources,
            proxy_years, proxy_places, factors, organisation, instruments, row_offset, findings, progress: as for
            :func:`emitrace.inventory`.

    Returns:
        Figures in kilograms of CO2 equivalent with half of their 95 % interval in per cent (Decimal), the share of the
        emissions that have one stated, and the table of sources behind.

    Raises:
        emitrace.InputError: a choice is missing or not known.

    Example:
        >>> import emitrace as et
        >>> ledger = b"id,date,activity,quantity,unit,uncertainty\\n1,2023-05-31,electricity,1000,kWh,3 %\\n"
        >>> grid = {"of": "factor", "pack": "vn-grid", "uncertainty": "4"}
        >>> sure = et.uncertainty(ledger, profile="ghg-protocol", gwp="AR5", region="VN", approach=1, rules=[grid])
        >>> sure.total[0].upper_percent, sure.total[0].stated_percent
        (Decimal('5'), Decimal('100'))
    """
    choices: dict[str, Any] = {"approach": str(approach), "rules": [dict(rule) for rule in rules]}
    for name, count in (("seed", seed), ("draws", draws)):
        if count is not None:
            choices[name] = count
    for name, value in (("activity_correlation", activity_correlation), ("pedigree_basic_factor", pedigree_basic_factor)):
        if value is not None:
            choices[name] = number(name, value)
    options = options_json(
        profile=profile,
        gwp=gwp,
        period=period,
        region=region,
        locale=locale,
        date_order=date_order,
        date_system=date_system,
        delimiter=delimiter,
        encoding=encoding,
        columns=columns,
        sources=sources,
        proxy_years=proxy_years,
        proxy_places=proxy_places,
        organisation=declared(organisation),
        instruments=instruments,
        row_offset=row_offset,
        findings=findings,
    )
    # Claims on instruments are read first, and a stream comes once.
    again = ledger.read() if instruments is not None and hasattr(ledger, "read") else ledger
    text = _native.uncertainty(source(again, options), options, json.dumps(choices), packs(factors), progress)
    plain: dict[str, Any] = json.loads(text)
    total, scopes, categories, gases = (
        tuple(map(_figure, plain[name])) for name in ("total", "scopes", "categories", "gases")
    )
    sources_table, unstated, remarks, found = (
        plain[name] for name in ("sources", "unstated", "remarks", "findings")
    )
    return Uncertainty(total, scopes, categories, gases, sources_table, unstated, remarks, found, _json=text)


def quality(
    ledger: LedgerLike,
    *,
    profile: str,
    gwp: str,
    period: str | None = None,
    region: str | None = None,
    locale: str | None = None,
    date_order: str | None = None,
    date_system: str | None = None,
    delimiter: str | None = None,
    encoding: str | None = None,
    columns: Mapping[str, str] | None = None,
    sources: Iterable[str] | None = None,
    proxy_years: int = 0,
    proxy_places: Iterable[str] = (),
    factors: Iterable[PackLike] = (),
    organisation: OrganisationLike | None = None,
    instruments: Mapping[str, Any] | None = None,
    row_offset: int = 0,
    findings: int | None = None,
    progress: Callable[[int, int], bool | None] | None = None,
) -> Quality:
    """Says how good the data behind the inventory of a ledger are, from its column ``quality``.

    Args:
        ledger: path, bytes or binary file object; ``quality`` holds words (``measured``), one score from 1 (best) to 5,
            or five as ``2-1-3-2-1`` (technology, time, geography, completeness, reliability), separated by ``;``.
        profile and all others: as for :func:`emitrace.inventory`.

    Returns:
        Scores weighted by absolute emissions, exactly and rounded.

    Raises:
        emitrace.InputError: an option or a pack cannot be used; ``path`` says which.

    Example:
        >>> import emitrace as et
        >>> ledger = b"id,date,activity,quantity,unit,quality\\n1,2023-05-31,electricity,800,kWh,2\\n"
        >>> ledger += b"2,2023-06-30,electricity,200,kWh,5\\n"
        >>> et.quality(ledger, profile="ghg-protocol", gwp="AR5", region="VN").total[0]["score"]["exact"]
        '2.6'
    """
    options = options_json(
        profile=profile,
        gwp=gwp,
        period=period,
        region=region,
        locale=locale,
        date_order=date_order,
        date_system=date_system,
        delimiter=delimiter,
        encoding=encoding,
        columns=columns,
        sources=sources,
        proxy_years=proxy_years,
        proxy_places=proxy_places,
        organisation=declared(organisation),
        instruments=instruments,
        row_offset=row_offset,
        findings=findings,
    )
    again = ledger.read() if instruments is not None and hasattr(ledger, "read") else ledger
    text = _native.quality(source(again, options), options, packs(factors), progress)
    plain: dict[str, Any] = json.loads(text)
    return Quality(plain["total"], plain["categories"], plain["findings"], _json=text)


def trend(base: Uncertainty, year: Uncertainty, view: str) -> dict[str, Any]:
    """How sure the change between two years is (IPCC 2006 Guidelines, volume 1, chapter 3, table 3.2).

    The error of a factor is taken to be the same in both years, that of activity data to be independent.

    Args:
        base, year: the uncertainty of both inventories.
        view: ``location`` or ``market``.

    Returns:
        ``change_percent``, ``uncertainty_points`` (half of the 95 % interval, in percentage points) and the table
        ``sources`` with the sensitivities; numbers are text.

    Example:
        >>> import emitrace as et
        >>> def one(kwh):
        ...     ledger = f"date,activity,quantity,unit,uncertainty\\n2023-05-31,electricity,{kwh},kWh,5 %\\n"
        ...     return et.uncertainty(ledger.encode(), profile="ghg-protocol", gwp="AR5", region="VN", approach=1)
        >>> et.trend(one(1000), one(1200), "location")["change_percent"]
        '20'
    """
    request = {"base": base.sources, "year": year.sources, "view": view}
    answer: dict[str, Any] = json.loads(_native.call("uncertainty.trend", json.dumps(request)))
    return answer


def _figure(plain: dict[str, Any]) -> UncertainFigure:
    simulated = plain["simulated"]
    return UncertainFigure(
        of=plain["of"],
        view=plain["view"],
        kg_co2e=Decimal(plain["kg_co2e"]),
        lower_percent=_decimal(plain["lower_percent"]),
        upper_percent=_decimal(plain["upper_percent"]),
        stated_percent=_decimal(plain["stated_percent"]),
        simulated=None if simulated is None else {name: _decimal(value) for name, value in simulated.items()},
    )


def _written(method: str, answer: str, format: str, lang: str) -> str:
    request = {"answer": json.loads(answer), "format": format, "lang": lang}
    text: str = json.loads(_native.call(method, json.dumps(request)))["text"]
    return text


def _ends(simulated: Mapping[str, Decimal | None]) -> tuple[str, str]:
    """Both ends of a simulated interval, for reading."""
    return _short(simulated["percentile_2_5"]), _short(simulated["percentile_97_5"])


def _decimal(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)


def _short(value: Decimal | None) -> str:
    return "" if value is None else str(round(value, 2))
