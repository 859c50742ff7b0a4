"""Where products come from, and what may be claimed of it: rules of origin, chain of custody, deforestation, lots."""

from __future__ import annotations

import base64
import json
import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from . import _native

__all__ = ["TraceAnswer", "custody_check", "eudr_check", "lot_check", "origin_assess"]


class TraceAnswer:
    """An answer and the documents that can be written of it.

    Attributes:
        result: the result as a dict; numbers are exact texts.
        findings: what is wrong with rows of a table, or with plots and statements, as dicts.
        digest: SHA-256 of the canonical JSON of ``result``.
        met: whether everything that was asked is met.
    """

    def __init__(self, answer: str, report: str, met: bool) -> None:
        self._answer: dict[str, Any] = json.loads(answer)
        self._report = report
        self.result: dict[str, Any] = self._answer["result"]
        # Remarks on rows stand beside the result, remarks on plots in it.
        self.findings: list[dict[str, Any]] = self._answer.get("findings", self.result.get("findings", []))
        self.digest: str = self._answer["digest"]
        self.met = met

    def report(self, format: str = "table", lang: str = "en") -> str:
        """The answer as a document.

        Args:
            format: ``"table"``, plain text, or ``"html"``, a page that needs nothing else.
            lang: ``"en"`` or ``"vi"``.

        Raises:
            emitrace.InputError: a format or language that is not known.
        """
        request = {"answer": self._answer, "format": format, "lang": lang}
        text: str = json.loads(_native.call(self._report, json.dumps(request)))["text"]
        return text

    def to_dict(self) -> dict[str, Any]:
        """The whole answer as a dict."""
        return dict(self._answer)

    def __repr__(self) -> str:
        return f"<emitrace.TraceAnswer: {'met' if self.met else 'not met'}, {len(self.findings)} findings>"


def origin_assess(
    request: Mapping[str, Any],
    *,
    bom: str | os.PathLike[str] | bytes | None = None,
    locale: str = "",
    sheet: str = "",
    columns: Mapping[str, str] | None = None,
) -> TraceAnswer:
    """Says whether the arithmetic of rules of origin is met on the data given; no legal decision.

    Args:
        request: ``agreement`` (``"evfta"``, ``"rcep"``, ``"cptpp"``, ``"atiga"``, ``"vn-non-preferential"``), ``on`` (a day), ``country``,
            ``hs_edition``, ``currency``, ``products`` with their ``rule``, and ``materials``; values are texts or whole numbers as texts, in
            one currency.
        bom: further materials: the path or bytes of a CSV file or workbook; headers may be Vietnamese.
        locale, sheet, columns: how that table is written, which sheet holds it, and headers that are not known by name.

    Returns:
        The answer: ``result["products"]`` has a ``verdict`` for each product (``"pass"``, ``"fail"``, ``"not-proven"``), what is
        ``missing``, the exact percentages and how every material was taken.

    Raises:
        emitrace.InputError: something is missing or not known; ``path`` says where.

    Example:
        >>> import emitrace as et
        >>> rule = {"source": "stated by the exporter", "any": [{"all": [{"test": "value-limit", "percent": "50"}]}]}
        >>> answer = et.origin_assess({
        ...     "agreement": "evfta", "on": "2026-03-01", "country": "VN", "hs_edition": "HS2012",
        ...     "products": [{"id": "bolt", "hs_code": "7318.15", "exw": "200", "minimal_operations": False, "rule": rule}],
        ...     "materials": [{"id": "rod", "hs_code": "7213.91", "value": "100", "status": "non-originating"}],
        ... })
        >>> answer.result["products"][0]["verdict"], answer.met
        ('pass', True)
    """
    asked = dict(request)
    if bom is not None:
        asked["bom"] = _table(bom, locale=locale, sheet=sheet, columns=columns)
    answer = _native.call("origin.assess", json.dumps(asked))
    products = json.loads(answer)["result"]["products"]
    return TraceAnswer(answer, "origin.report", all(product["verdict"] == "pass" for product in products))


def custody_check(
    request: Mapping[str, Any],
    *,
    ledger: str | os.PathLike[str] | bytes | None = None,
    locale: str = "",
    date_order: str = "",
    sheet: str = "",
    columns: Mapping[str, str] | None = None,
) -> TraceAnswer:
    """Balances a ledger of credits under the rules of a scheme and runs the checks C1 to C12.

    Args:
        request: ``scheme`` (``"iscc-eu"``, ``"rspo-scc-2020"``, ``"ms-2751"``, ``"asi-coc"``, ``"fsc-coc"``, ``"eudr"`` …), ``on`` (a day), ``unit``,
            ``periods`` and, as far as there are any, ``entries``, ``factors``, ``certificates``; quantities are texts.
        ledger: further entries: the path or bytes of a CSV file or workbook; headers may be Vietnamese.
        locale, date_order, sheet, columns: how that table is written, which sheet holds it, and headers that are not known by name.

    Returns:
        The answer: ``result["accepted"]``, ``checks`` (each with its code, entries and amount), ``balances``, ``made`` (expiries and forfeits)
        and ``claims`` with the credits and the carbon behind them, in kilograms of CO2 equivalent.

    Raises:
        emitrace.InputError: something is missing or not known; ``path`` says where.

    Example:
        >>> import emitrace as et
        >>> answer = et.custody_check({
        ...     "scheme": "fsc-coc", "on": "2026-03-31", "unit": "t", "periods": [{"start": "2026-01-01", "end": "2026-04-01"}],
        ...     "entries": [{"id": "7", "date": "2026-02-10", "kind": "out", "material": "wood", "quantity": "9"}],
        ... })
        >>> answer.met, [(check["check"], check["amount"]) for check in answer.result["checks"]]
        (False, [('C1', '9')])
    """
    asked = dict(request)
    if ledger is not None:
        asked["ledger"] = _table(ledger, locale=locale, date_order=date_order, sheet=sheet, columns=columns)
    answer = _native.call("custody.check", json.dumps(asked))
    return TraceAnswer(answer, "custody.report", json.loads(answer)["result"]["accepted"])


def eudr_check(
    geojson: str | bytes | os.PathLike[str] | Mapping[str, Any] | None = None,
    *,
    profile: str,
    on: str,
    cattle: bool = False,
    statement: Mapping[str, Any] | None = None,
    lots: Sequence[Mapping[str, Any]] = (),
) -> TraceAnswer:
    """Checks plots, the data of a due diligence statement and reference numbers under the EU's deforestation regulation.

    Args:
        geojson: the plots: GeoJSON as text or bytes, or the path of its file. A dict is refused, because floats have lost what was written.
        profile: ``"operator-api-v3"`` or ``"validation-rules-1.3"``.
        on: the day whose figures hold.
        cattle: whether points have no largest area.
        statement: the data of a statement.
        lots: lots with ``id``, ``inputs`` and ``references``.

    Returns:
        The answer: ``result["plots"]`` with areas in hectares, ``result["geojson"]`` with exactly six decimals, ``findings`` with their paths and
        ``result["lots"]`` with every reference number of what may be in them.

    Raises:
        emitrace.InputError: the document is no JSON, or the profile is not known.
        TypeError: the plots are a dict.

    Example:
        >>> import emitrace as et
        >>> answer = et.eudr_check('{"type": "Point", "coordinates": [21.028511, 105.854444]}', profile="operator-api-v3", on="2026-12-30")
        >>> answer.met, answer.findings[0]["rule"]
        (False, 'latitude-range')
    """
    request: dict[str, Any] = {"profile": profile, "on": on, "cattle": cattle, "lots": [dict(lot) for lot in lots]}
    if isinstance(geojson, Mapping):
        raise TypeError("plots are text, bytes or a path: the numbers of a dict are floats, which do not hold what was written")
    if isinstance(geojson, (bytes, bytearray)):
        request["geojson"] = bytes(geojson).decode()
    elif isinstance(geojson, str) and geojson.lstrip().startswith("{"):
        request["geojson"] = geojson
    elif geojson is not None:
        request["geojson"] = Path(geojson).read_text(encoding="utf-8")
    if statement is not None:
        request["statement"] = dict(statement)
    answer = _native.call("eudr.check", json.dumps(request))
    return TraceAnswer(answer, "eudr.report", json.loads(answer)["result"]["accepted"])


def lot_check(lot: Mapping[str, Any]) -> TraceAnswer:
    """Says which of the ten data of Circular 02/2024/TT-BKHCN a lot has; ``report("html", "vi")`` is its public page.

    Args:
        lot: ``product_name``, ``image``, ``party``, ``address``, ``stages``, ``time``, ``trace_code``, ``brand``, ``model``, ``serial``, ``shelf_life``,
            ``standards``, ``back``, ``forward``; ``none`` lists which of ``"brand"`` and ``"shelf-life"`` there are none of.

    Raises:
        emitrace.InputError: the data has another shape.

    Example:
        >>> import emitrace as et
        >>> answer = et.lot_check({"product_name": "Bulông M8", "none": ["shelf-life"]})
        >>> answer.met, [item["item"] for item in answer.result["items"] if item["state"] != "missing"]
        (False, ['product-name', 'shelf-life'])
    """
    answer = _native.call("lot.check", json.dumps({"lot": dict(lot)}))
    return TraceAnswer(answer, "lot.page", json.loads(answer)["result"]["complete"])


def _table(
    table: str | os.PathLike[str] | bytes,
    *,
    locale: str = "",
    date_order: str = "",
    sheet: str = "",
    columns: Mapping[str, str] | None = None,
) -> dict[str, Any]:
    """A table of a request: the bytes of a file and how they are written."""
    content = table if isinstance(table, (bytes, bytearray)) else Path(table).read_bytes()
    return {
        "base64": base64.b64encode(content).decode(),
        "locale": locale,
        "date_order": date_order,
        "sheet": sheet,
        "columns": [{"header": header, "field": field} for header, field in (columns or {}).items()],
    }
