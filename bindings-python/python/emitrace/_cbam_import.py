"""The importer's side of CBAM: certificates, cost, holdings and days of a year of imports."""

from __future__ import annotations

import base64
import json
import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

from . import _html, _native
from ._answer import Page, written
from ._options import PackLike, packs as read_packs
from ._seal import text_of

__all__ = ["CbamDeclaration", "cbam_calendar", "cbam_declare", "cbam_goods", "cbam_price", "cbam_scenarios", "cbam_scenarios_report", "cbam_values"]


class CbamDeclaration(Page):
    """What an importer owes for a year; amounts are exact.

    Attributes:
        digest: SHA-256 of the declaration's canonical JSON.
        declaration: ``threshold``, ``total``, ``sectors``, ``goods``, ``holdings``, ``figures``, ``packs`` …; figures are exact
            texts: a decimal, or ``n/d``.
        coverage: how many rows there are, and what became of them.
        findings: what is to be said of rows and of the data of installations, with row, column and help.
        certificates: certificates due; one stands for a tonne of CO2 equivalent.
        cost_eur: what those certificates cost whose price is known.
        exempt: whether the single mass threshold exempts the goods that count towards it.
        complete: whether every row is in the result.
    """

    _report = "cbam.declare.report"

    def __init__(self, answer: Mapping[str, Any], why: Callable[[], dict[str, Any]]) -> None:
        super().__init__(answer)
        self._why = why
        self.digest: str = self._answer["digest"]
        self.declaration: dict[str, Any] = self._answer["declaration"]
        self.coverage: dict[str, Any] = self._answer["coverage"]
        self.findings: list[dict[str, Any]] = self._answer["findings"]
        total = self.declaration["total"]
        self.certificates = _exact(total["certificates"])
        self.cost_eur = _exact(total["cost_eur"])
        self.exempt: bool = self.declaration["threshold"]["exempt"]
        self.complete: bool = self.coverage["excluded"] == 0

    def explain(self) -> dict[str, Any]:
        """Why so many certificates are due.

        Returns:
            A dict: ``goods`` with ``rows`` (each line from its certificates down to default values or to the meters of a plant),
            ``parts`` (the largest first, in t CO2e and EUR) and ``saved_by_actual_eur``; ``defaults`` (where default values cost
            money); ``plants`` (what is missing for verification). Amounts are exact texts.
        """
        return self._why()

    def explanation(self, *, lang: str = "en") -> str:
        """The explanation as text for people, in English or Vietnamese (``lang``)."""
        return written("cbam.declare.explain.report", self._why(), "table", lang)

    def csv(self) -> str:
        """A row for each good, origin, installation and way of determination, with exact figures."""
        return self._written("csv", "en")

    def _repr_html_(self) -> str:
        rows = [
            (good["cn_code"], good["origin"], good["installation"], good["data"], good["total"]["certificates"])
            for good in self.declaration["goods"]
        ]
        head = ("CN", "origin", "installation", "data", "certificates")
        return _html.table(head, rows, repr(self)[1:-1], range(4, 5))

    def __repr__(self) -> str:
        state = "complete" if self.complete else "incomplete"
        certificates = self.declaration["total"]["certificates"]
        return f"<emitrace.CbamDeclaration: {self.declaration['year']}, {certificates} certificates, {state}>"


def cbam_declare(
    imports: str | os.PathLike[str] | bytes,
    *,
    year: int | str,
    data: str,
    installations: Iterable[Mapping[str, Any]] = (),
    plants: Iterable[Mapping[str, Any]] = (),
    sealed: Iterable[Mapping[str, Any] | str | os.PathLike[str]] = (),
    trusted_keys: Iterable[str] = (),
    prices: Iterable[Mapping[str, str]] = (),
    correction_factors: Iterable[Mapping[str, str]] = (),
    reference_price_eur_per_t_co2e: str = "",
    defaults_edition: str = "",
    reading: Mapping[str, Any] | None = None,
    factors: Iterable[PackLike] = (),
) -> CbamDeclaration:
    """Works out what an importer owes for a year of imports.

    Args:
        imports: the ledger of one importer: a path (CSV, XLSX, JSON lines) or its bytes. Columns: ``date``, ``cn_code``, ``origin``,
            ``net_mass``, ``unit``, and ``installation``, ``data``, ``route``, ``variant``, ``production_year`` where they are needed;
            English and Vietnamese headers are known.
        year: the calendar year of import.
        data: which emissions decide where rows do not say it: ``"default"``, ``"actual"`` or ``"actual-else-default"``.
        installations: what installations say about their goods; figures as text, t CO2e for one of ``per``.
        plants: installations whose goods are computed: each a ``document`` (as for :func:`cbam_embedded`: a dict or the path of a
            JSON file), the name ``installation`` that the imports use, ``verified``, ``carbon_prices``.
        sealed: figures that installations sealed (:func:`cbam_figures`): dicts or paths; used only if the seal holds.
        trusted_keys: public keys that are known to belong to installations.
        prices: prices of certificates that no pack has: ``from``, ``to``, ``eur_per_t_co2e``, ``source``.
        correction_factors: cross-sectoral correction factors that no pack has: ``year``, ``value``, ``source``.
        reference_price_eur_per_t_co2e: the average price of the year, which a carbon price paid abroad is divided by.
        defaults_edition: the edition of the default values, by its pack; else the youngest.
        reading: how the ledger is written: ``locale``, ``date_order``, ``delimiter``, ``columns``, ``sheet``, ``unit`` …
        factors: packs of your own, e.g. default values or prices of a later edition.

    Returns:
        The declaration, exactly; what is wrong with rows is in ``findings``.

    Raises:
        emitrace.InputError: a choice is missing or has a wrong shape.

    Example:
        >>> import emitrace as et
        >>> ledger = b"date,cn_code,origin,net_mass,unit\\n2026-02-03,7207 11 11,Turkey,100,t\\n"
        >>> owed = et.cbam_declare(ledger, year=2026, data="default")
        >>> owed.certificates, owed.cost_eur, owed.exempt
        (Decimal('121.11'), Decimal('9126.8496'), False)
        >>> [(step["kind"], step["t_co2e"]) for step in owed.explain()["goods"][0]["rows"]][:4]
        [('certificates', '121.11'), ('embedded', '254.1'), ('default', '231'), ('mark-up', '23.1')]
    """
    request = _request(
        imports,
        year=year,
        data=data,
        installations=installations,
        plants=plants,
        sealed=sealed,
        trusted_keys=trusted_keys,
        prices=prices,
        correction_factors=correction_factors,
        reference_price_eur_per_t_co2e=reference_price_eur_per_t_co2e,
        defaults_edition=defaults_edition,
        reading=reading,
    )
    text, packs = json.dumps(request), read_packs(factors)

    def why() -> dict[str, Any]:
        answer: dict[str, Any] = json.loads(_native.call("cbam.declare.explain", text, packs))
        return answer

    return CbamDeclaration(json.loads(_native.call("cbam.declare", text, packs)), why)


def cbam_scenarios(
    imports: str | os.PathLike[str] | bytes,
    scenarios: Sequence[Mapping[str, Any]],
    *,
    year: int | str,
    data: str,
    installations: Iterable[Mapping[str, Any]] = (),
    plants: Iterable[Mapping[str, Any]] = (),
    sealed: Iterable[Mapping[str, Any] | str | os.PathLike[str]] = (),
    trusted_keys: Iterable[str] = (),
    prices: Iterable[Mapping[str, str]] = (),
    correction_factors: Iterable[Mapping[str, str]] = (),
    reference_price_eur_per_t_co2e: str = "",
    defaults_edition: str = "",
    reading: Mapping[str, Any] | None = None,
    factors: Iterable[PackLike] = (),
) -> list[dict[str, Any]]:
    """Compares other cases with a ledger as it is: actual against default, supplier against supplier, later years.

    Args:
        imports: as in :func:`cbam_declare`.
        scenarios: each a ``name`` and what it changes: ``data``, ``year``, ``price_eur_per_t_co2e``, ``suppliers``.
        year: the calendar year of import.
        data: as in :func:`cbam_declare`.
        installations: as in :func:`cbam_declare`.
        plants: as in :func:`cbam_declare`.
        sealed: as in :func:`cbam_declare`.
        trusted_keys: as in :func:`cbam_declare`.
        prices: as in :func:`cbam_declare`.
        correction_factors: as in :func:`cbam_declare`.
        reference_price_eur_per_t_co2e: as in :func:`cbam_declare`.
        defaults_edition: as in :func:`cbam_declare`.
        reading: as in :func:`cbam_declare`.
        factors: as in :func:`cbam_declare`.

    Returns:
        A dict for each case: ``total``, ``certificates_difference``, ``cost_difference_eur``, ``findings`` …, figures as exact texts.

    Example:
        >>> import emitrace as et
        >>> ledger = b"date,cn_code,origin,net_mass,unit\\n2026-02-03,7207 11 11,Turkey,100,t\\n"
        >>> case = et.cbam_scenarios(ledger, [{"name": "2034", "year": "2034"}], year=2026, data="default")[0]
        >>> case["certificates_difference"]
        '179.19'
    """
    answer = _scenarios(
        imports,
        scenarios,
        year=year,
        data=data,
        installations=installations,
        plants=plants,
        sealed=sealed,
        trusted_keys=trusted_keys,
        prices=prices,
        correction_factors=correction_factors,
        reference_price_eur_per_t_co2e=reference_price_eur_per_t_co2e,
        defaults_edition=defaults_edition,
        reading=reading,
        factors=factors,
    )
    cases: list[dict[str, Any]] = answer["scenarios"]
    return cases


def cbam_scenarios_report(
    imports: str | os.PathLike[str] | bytes,
    scenarios: Sequence[Mapping[str, Any]],
    *,
    format: str = "table",
    lang: str = "en",
    **choices: Any,
) -> str:
    """The other cases beside the ledger, as text or as a page that needs nothing else.

    Args:
        imports: as in :func:`cbam_declare`.
        scenarios: as in :func:`cbam_scenarios`.
        format: ``"table"`` or ``"html"``.
        lang: ``"en"`` or ``"vi"``.
        choices: ``year``, ``data`` and what else :func:`cbam_scenarios` takes.

    Example:
        >>> import emitrace as et
        >>> ledger = b"date,cn_code,origin,net_mass,unit\\n2026-02-03,7207 11 11,Turkey,100,t\\n"
        >>> text = et.cbam_scenarios_report(ledger, [{"name": "2034", "year": "2034"}], lang="vi", year=2026, data="default")
        >>> "Các trường hợp khác" in text
        True
    """
    return written("cbam.scenarios.report", _scenarios(imports, scenarios, **choices), format, lang)


def cbam_goods(*cn_codes: str, factors: Iterable[PackLike] = ()) -> list[dict[str, Any]]:
    """Lists goods of Annex I whose codes begin as asked for; without codes, all of them.

    Returns:
        A dict for each good: ``cn_code``, ``category``, ``functional_unit``, ``indirect``, ``gases``, ``precursors`` …

    Example:
        >>> import emitrace as et
        >>> [(good["cn_code"], good["functional_unit"]) for good in et.cbam_goods("2808")]
        [('28080000', 't-nitrogen')]
    """
    request = json.dumps({"cn_codes": list(cn_codes)})
    goods: list[dict[str, Any]] = json.loads(_native.call("cbam.goods", request, read_packs(factors)))["goods"]
    return goods


def cbam_values(
    cn_code: str,
    origin: str,
    *,
    year: int | str,
    variant: str = "",
    route: str = "",
    defaults_edition: str = "",
    factors: Iterable[PackLike] = (),
) -> dict[str, Any]:
    """What default values come to for a tonne of a good, with its row, mark-up and every benchmark.

    Returns:
        ``see_t_co2e``, ``sefa_t_co2e``, ``certificates`` for a tonne (electricity: a MWh) as exact texts, and how they come about.

    Example:
        >>> import emitrace as et
        >>> values = et.cbam_values("7208 10 00", "China", year=2026)
        >>> values["see_t_co2e"], values["see"]["default_value"]
        ('3.5057', 'eu-cbam-defaults-2026-1740/CN/7208')
    """
    request = {
        "cn_code": cn_code,
        "origin": origin,
        "year": str(year),
        "variant": variant,
        "route": route,
        "defaults_edition": defaults_edition,
    }
    values: dict[str, Any] = json.loads(_native.call("cbam.values", json.dumps(request), read_packs(factors)))
    return values


def cbam_calendar(year: int | str, *, factors: Iterable[PackLike] = ()) -> list[dict[str, Any]]:
    """Lists the days on which something is due or begins for the imports of a year.

    Example:
        >>> import emitrace as et
        >>> [day["on"] for day in et.cbam_calendar(2027) if day["what"] == "declaration-and-surrender"]
        ['2028-09-30']
    """
    request = json.dumps({"year": str(year)})
    days: list[dict[str, Any]] = json.loads(_native.call("cbam.calendar", request, read_packs(factors)))["days"]
    return days


def cbam_price(auctions: Iterable[tuple[str, str]]) -> Decimal:
    """The price of certificates in EUR: clearing prices of auctions weighted by volume, half up to two decimals.

    Args:
        auctions: pairs of clearing price and allowances sold, as text.

    Example:
        >>> import emitrace as et
        >>> et.cbam_price([("80", "1000"), ("90", "3000")])
        Decimal('87.50')
    """
    request = {"auctions": [{"price_eur": price, "volume": volume} for price, volume in auctions]}
    return Decimal(json.loads(_native.call("cbam.price", json.dumps(request)))["price_eur"])


def _scenarios(
    imports: str | os.PathLike[str] | bytes,
    scenarios: Sequence[Mapping[str, Any]],
    *,
    factors: Iterable[PackLike] = (),
    **choices: Any,
) -> dict[str, Any]:
    request = _request(imports, **choices)
    request["scenarios"] = [dict(scenario) for scenario in scenarios]
    answer: dict[str, Any] = json.loads(_native.call("cbam.scenarios", json.dumps(request), read_packs(factors)))
    return answer


def _request(
    imports: str | os.PathLike[str] | bytes,
    *,
    year: int | str,
    data: str,
    installations: Iterable[Mapping[str, Any]] = (),
    plants: Iterable[Mapping[str, Any]] = (),
    sealed: Iterable[Mapping[str, Any] | str | os.PathLike[str]] = (),
    trusted_keys: Iterable[str] = (),
    prices: Iterable[Mapping[str, str]] = (),
    correction_factors: Iterable[Mapping[str, str]] = (),
    reference_price_eur_per_t_co2e: str = "",
    defaults_edition: str = "",
    reading: Mapping[str, Any] | None = None,
) -> dict[str, Any]:
    content = imports if isinstance(imports, bytes) else Path(imports).read_bytes()
    return {
        "imports": {"base64": base64.b64encode(content).decode("ascii")},
        "reading": dict(reading or {}),
        "options": {
            "year": str(year),
            "data": data,
            "prices": [dict(price) for price in prices],
            "correction_factors": [dict(factor) for factor in correction_factors],
            "reference_price_eur_per_t_co2e": reference_price_eur_per_t_co2e,
            "defaults_edition": defaults_edition,
        },
        "installations": [dict(said) for said in installations],
        "sealed": [text_of(document) for document in sealed],
        "trusted_keys": list(trusted_keys),
        "plants": [{**plant, "document": _document(plant["document"])} for plant in plants],
    }


def _document(document: Mapping[str, Any] | str | os.PathLike[str]) -> dict[str, Any]:
    """The document of an installation, from a dict or a JSON file."""
    if isinstance(document, (str, os.PathLike)):
        read: dict[str, Any] = json.loads(Path(document).read_text(encoding="utf-8"))
        return read
    return dict(document)


def _exact(text: str) -> Decimal | Fraction:
    return Fraction(text) if "/" in text else Decimal(text)
