"""The producer's side of CBAM: what an installation emitted, and what its goods carry."""

from __future__ import annotations

import base64
import json
import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from . import _html, _native
from ._answer import Page
from ._options import PackLike, packs as read_packs

__all__ = ["CbamEmbedded", "CbamReport", "cbam_embedded", "cbam_explain", "cbam_figures", "cbam_report"]


class CbamEmbedded(Page):
    """Emissions of an installation under CBAM; amounts are exact texts in tonnes: a decimal, or ``n/d``.

    Attributes:
        digest: SHA-256 of the report's canonical JSON.
        report: ``totals``, ``sources``, ``energy_units``, ``findings`` …
        complete: whether no finding keeps a figure out.
    """

    _report = "cbam.embedded.report"

    def __init__(self, answer: Mapping[str, Any]) -> None:
        super().__init__(answer)
        self.digest: str = self._answer["digest"]
        self.report: dict[str, Any] = self._answer["report"]
        self.complete: bool = self.report["complete"]

    def _repr_html_(self) -> str:
        rows = [(source["id"], source["method"], source["t_co2e"]) for source in self.report["sources"]]
        return _html.table(("source", "method", "t CO2e"), rows, repr(self)[1:-1], range(2, 3))

    def __repr__(self) -> str:
        state = "complete" if self.complete else "incomplete"
        direct = self.report["totals"]["direct_whole_t_co2e"]
        return f"<emitrace.CbamEmbedded: {self.report['period']}, {direct} t CO2e direct, {state}>"


class CbamReport:
    """The operator's emissions report: every item of Annex IV of Implementing Regulation (EU) 2025/2547.

    Attributes:
        digest: SHA-256 of the report's canonical JSON.
        items: a dict for each item: ``point``, ``number``, ``state`` (``given``, ``missing``, ``none``), ``facts``.
        figures: the figures behind it, as in :class:`CbamEmbedded`.
        allocations: specific embedded free allocation of each good, with its benchmarks; tonnes of CO2 equivalent for a tonne.
        complete: whether no item misses anything and no finding keeps a figure out.
    """

    def __init__(self, answer: Mapping[str, Any]) -> None:
        self._answer = dict(answer)
        self.digest: str = self._answer["digest"]
        report = self._answer["report"]
        self.items: list[dict[str, Any]] = report["items"]
        self.figures: dict[str, Any] = report["figures"]
        self.allocations: list[dict[str, Any]] = report["allocations"]
        self.complete: bool = report["complete"]

    @property
    def missing(self) -> list[str]:
        """JSON pointers to what has to be added to the document, each once."""
        paths = [fact["path"] for item in self.items for fact in item["facts"] if fact["state"] == "missing"]
        return list(dict.fromkeys(paths))

    def to_dict(self) -> dict[str, Any]:
        """The whole answer, as the engine gave it."""
        return dict(self._answer)

    def table(self, *, lang: str = "en") -> str:
        """The report as text for people, in English or Vietnamese (``lang``)."""
        return self._document("table", lang)["text"]

    def html(self, *, lang: str = "en") -> str:
        """The report as a page that needs nothing else, in English or Vietnamese (``lang``)."""
        return self._document("html", lang)["text"]

    def xlsx(self, *, lang: str = "en") -> bytes:
        """The report as a workbook, in English or Vietnamese (``lang``)."""
        return base64.b64decode(self._document("xlsx", lang)["base64"])

    def _document(self, form: str, lang: str) -> dict[str, str]:
        request = {"answer": self._answer, "format": form, "lang": lang}
        document: dict[str, str] = json.loads(_native.call("cbam.report.document", json.dumps(request)))
        return document

    def _repr_html_(self) -> str:
        rows = [(item["point"], item["number"], item["state"]) for item in self.items]
        return _html.table(("point", "item", "state"), rows, repr(self)[1:-1], range(0))

    def __repr__(self) -> str:
        state = "complete" if self.complete else f"{self._answer['report']['missing']} items incomplete"
        return f"<emitrace.CbamReport: {self.figures['period']}, {state}>"


def cbam_embedded(
    document: Mapping[str, Any] | str | os.PathLike[str], *, factors: Iterable[PackLike] = ()
) -> CbamEmbedded:
    """Computes the emissions of an installation and what its goods carry, by Implementing Regulation (EU) 2025/2547.

    Args:
        document: the installation as a dict, or the path of a JSON file: ``installation``, ``period``, ``streams``,
            ``measurements``, ``pfc``, ``transfers``, ``energy_units`` …; figures as text.
        factors: packs of your own, e.g. parameters of a corrected act.

    Returns:
        The answer; tonnes of CO2 equivalent as exact texts. What is wrong with the document is in ``report["findings"]``.

    Raises:
        emitrace.InputError: the document has a wrong shape.

    Example:
        >>> import emitrace as et
        >>> mill = et.cbam_embedded({
        ...     "installation": {"name": "Rolling mill", "country": "VN"}, "period": "2026",
        ...     "streams": [{"id": "coal", "method": "combustion", "activity_data": "1000", "unit": "t",
        ...                  "standard": "anthracite"}]})
        >>> mill.report["totals"]["direct_t_co2e"], mill.complete
        ('2624.61', True)
    """
    return CbamEmbedded(json.loads(_native.call("cbam.embedded", _text(document), read_packs(factors))))


def cbam_explain(
    document: Mapping[str, Any] | str | os.PathLike[str], *, factors: Iterable[PackLike] = ()
) -> dict[str, Any]:
    """Explains the goods of an installation: the way down to the meters, what matters most, what the report misses.

    Args:
        document: the installation, as for :func:`cbam_embedded`.
        factors: packs of your own.

    Returns:
        A dict: ``goods`` with ``rows`` (the way down) and ``parts`` (the largest first), ``completeness``, ``report``;
        tonnes of CO2 equivalent for a tonne of the good as exact texts.

    Example:
        >>> import emitrace as et
        >>> told = et.cbam_explain({
        ...     "installation": {"name": "Mill", "country": "VN"}, "period": "2026",
        ...     "processes": [{"id": "mill", "goods": [{"cn": "7214 20 00", "quantity_t": "1000"}],
        ...                    "direct": [{"name": "furnace", "t_co2e": "60"}]}]})
        >>> [(part["kind"], part["t_co2e_per_t"], part["percent"]) for part in told["goods"][0]["parts"]]
        [('stated', '0.06', '100')]
    """
    answer: dict[str, Any] = json.loads(_native.call("cbam.explain", _text(document), read_packs(factors)))
    return answer


def cbam_report(
    document: Mapping[str, Any] | str | os.PathLike[str], *, factors: Iterable[PackLike] = ()
) -> CbamReport:
    """Writes the operator's emissions report of an installation, and tells what it misses.

    Args:
        document: the installation, as for :func:`cbam_embedded`, with ``statements``: what is to be said beside the figures.
        factors: packs of your own.

    Returns:
        The report; figures as exact texts with their units.

    Raises:
        emitrace.InputError: the document has a wrong shape.

    Example:
        >>> import emitrace as et
        >>> report = et.cbam_report({
        ...     "installation": {"name": "Mill", "country": "VN", "operator": "Mill JSC"}, "period": "2026",
        ...     "processes": [{"id": "mill", "goods": [{"cn": "7214 20 00", "quantity_t": "1000"}],
        ...                    "direct": [{"name": "furnace", "t_co2e": "60"}]}]})
        >>> report.allocations[0]["sefa_t_co2e"], report.missing[0], report.xlsx()[:2]
        ('0.03705', '/statements/registration_number', b'PK')
    """
    return CbamReport(json.loads(_native.call("cbam.report", _text(document), read_packs(factors))))


def cbam_figures(
    document: Mapping[str, Any] | str | os.PathLike[str],
    *,
    key: str = "",
    created: str = "",
    factors: Iterable[PackLike] = (),
) -> dict[str, Any]:
    """The figures that an importer needs of an installation, as one JSON document, sealed with your key.

    Args:
        document: the installation, as for :func:`cbam_report`.
        key: the secret key: a Multikey or 64 hexadecimal digits; neither kept nor shown. Empty: nothing is sealed.
        created: when it is sealed, in UTC: ``"2027-02-01T08:00:00Z"``; needed with a key.
        factors: packs of your own.

    Returns:
        A dict: ``installations`` in the shape that :func:`cbam_declare` takes, editions, digests, ``proof``; figures as text.

    Raises:
        emitrace.Error: an error keeps figures out (``FIGURES_INCOMPLETE``).

    Example:
        >>> import emitrace as et
        >>> mill = {"installation": {"name": "Mill", "country": "VN"}, "period": "2026",
        ...         "processes": [{"id": "mill", "goods": [{"cn": "7214 20 00", "quantity_t": "1000"}],
        ...                        "direct": [{"name": "furnace", "t_co2e": "60"}]}]}
        >>> figures = et.cbam_figures(mill, key="07" * 32, created="2027-02-01T08:00:00Z")
        >>> figures["installations"][0]["see_direct_t_co2e"], figures["proof"]["cryptosuite"]
        ('0.06', 'eddsa-jcs-2022')
        >>> ledger = b"date,cn_code,origin,net_mass,unit,installation\\n2026-02-03,72142000,VN,1000,t,Mill\\n"
        >>> owed = et.cbam_declare(ledger, year=2026, data="actual", sealed=[figures], trusted_keys=[et.seal_key("07" * 32)])
        >>> owed.certificates
        Decimal('22.95')
    """
    request = {"document": json.loads(_text(document)), "key": key, "created": created}
    answer = json.loads(_native.call("cbam.figures", json.dumps(request), read_packs(factors)))
    figures: dict[str, Any] = json.loads(answer["document"])
    return figures


def _text(document: Mapping[str, Any] | str | os.PathLike[str]) -> str:
    """The document as JSON."""
    if isinstance(document, (str, os.PathLike)):
        return Path(document).read_text(encoding="utf-8")
    return json.dumps(dict(document))
