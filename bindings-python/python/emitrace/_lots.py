"""Lots from stock cards and EPCIS events: what they are made of, where they come from, where they went."""

from __future__ import annotations

import base64
import json
import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from . import _native

__all__ = ["Trace", "TracePath", "trace"]

CardLike = str | os.PathLike[str] | bytes | Mapping[str, Any]


class TracePath:
    """What may be in a lot (:meth:`Trace.back`), or what it may be in (:meth:`Trace.forward`).

    Attributes:
        found: how many lots, runs and deliveries are on the way.
        nearest: lots one step away.
        sources: a list of dicts, back only: what came in, with ``lot``, ``supplier``, ``country``, ``heat``, ``document``, ``quantity``, ``percent``.
        countries, suppliers, heats: lists of dicts, back only: mass origin with ``label``, ``quantity``, ``percent``, ``most``; they add up.
        possible: a dict, back only: everything that may be inside: ``countries``, ``suppliers``, ``heats``, ``plots``, ``documents``, ``unknown``.
        lots, deliveries: lists of dicts, forward only, with what they hold: ``holds`` and ``holds_at_most``.
        gaps: a list of dicts: open questions on the way, with ``code``, ``file``, ``row``, ``message``, ``help``.
        steps, links: the way as a graph.

    Quantities are exact texts in the unit that stands beside them.
    """

    def __init__(self, answer: Mapping[str, Any]) -> None:
        self._answer = dict(answer)
        self.found: int = self._answer["found"]
        self.nearest: list[str] = self._answer["nearest"]
        self.versions: list[dict[str, Any]] = self._answer["versions"]
        self.sources: list[dict[str, Any]] = self._answer["sources"]
        self.countries: list[dict[str, Any]] = self._answer["countries"]
        self.suppliers: list[dict[str, Any]] = self._answer["suppliers"]
        self.heats: list[dict[str, Any]] = self._answer["heats"]
        self.possible: dict[str, Any] = self._answer["possible"]
        self.lots: list[dict[str, Any]] = self._answer["lots"]
        self.deliveries: list[dict[str, Any]] = self._answer["deliveries"]
        self.gaps: list[dict[str, Any]] = self._answer["gaps"]
        self.steps: list[dict[str, Any]] = self._answer["steps"]
        self.links: list[dict[str, Any]] = self._answer["links"]

    def to_dict(self) -> dict[str, Any]:
        """The whole answer, as the engine gave it."""
        return dict(self._answer)

    def report(self, format: str = "table", *, lang: str = "en") -> str:
        """The way as ``table``, ``tree``, ``html`` (with the flow drawn), ``mermaid`` or ``dot``, in English or Vietnamese (``lang``)."""
        return _report({"path": self._answer, "format": format, "lang": lang})

    def _repr_html_(self) -> str:
        return f"<pre>{self.report('table').replace('&', '&amp;').replace('<', '&lt;')}</pre>"

    def __repr__(self) -> str:
        return f"<emitrace.TracePath: {self._answer['direction']}, {self.found} found, {len(self.gaps)} open questions>"


class Trace:
    """Records that were followed once; made by :func:`trace`.

    Attributes:
        lots: a list of dicts, one for each version of a lot: ``lot``, ``item``, ``store``, ``version``, ``date``, ``quantity``, ``unit``, ``in_stock``,
            ``origin`` (by country), ``carbon_kg_co2e``, ``carbon_complete``.
        items: a list of dicts: what became of each item.
        findings: a list of dicts: what is wrong with records, or open.
        complete: whether every record is in the result and nothing is wrong.
    """

    def __init__(self, native: _native.Trace) -> None:
        if not isinstance(native, _native.Trace):
            raise TypeError("traces are made by trace()")
        self._native = native
        self._answer: dict[str, Any] = json.loads(native.answer())
        result = self._answer["result"]
        self.lots: list[dict[str, Any]] = result["lots"]
        self.items: list[dict[str, Any]] = result["items"]
        self.findings: list[dict[str, Any]] = result["findings"]
        coverage = result["coverage"]
        errors = any(found["severity"] == "error" for found in coverage["findings"])
        self.complete: bool = coverage["excluded"] == 0 and not errors

    def back(self, lot: str = "", *, document: str = "", item: str = "", store: str = "", most: int = 0) -> TracePath:
        """What may be in a lot, or in what left by a document, and where its mass comes from.

        Args:
            lot: the lot, box or container.
            document: instead of a lot, the document by which something left.
            item, store: only lots of this item, or in this store.
            most: how many steps to list; 0 = 1000.

        Raises:
            emitrace.InputError: there is no such lot or document.
        """
        return TracePath(json.loads(self._native.back(_ask(lot, document, item, store, most))))

    def forward(self, lot: str, *, item: str = "", store: str = "", most: int = 0) -> TracePath:
        """What a lot may be in: lots, deliveries and customers, and how much of it they hold.

        Args:
            lot, item, store, most: as for :meth:`back`.

        Raises:
            emitrace.InputError: there is no such lot.
        """
        return TracePath(json.loads(self._native.forward(_ask(lot, "", item, store, most))))

    def ancestors(self, lot: str) -> list[str]:
        """Names of the lots that may be in a lot, sorted; the quick answer."""
        return self._native.ancestors(lot)

    def descendants(self, lot: str) -> list[str]:
        """Names of the lots that a lot may be in, sorted; the quick answer."""
        return self._native.descendants(lot)

    def to_dict(self) -> dict[str, Any]:
        """The whole answer of ``trace.follow``."""
        return dict(self._answer)

    def report(self, format: str = "table", *, view: str = "lots", lang: str = "en") -> str:
        """The lots (or ``view="gaps"``, the open questions) as ``table``, ``html`` or ``csv``, in English or Vietnamese (``lang``)."""
        return _report({"answer": self._answer, "format": format, "view": view, "lang": lang})

    def __repr__(self) -> str:
        state = "complete" if self.complete else "incomplete"
        return f"<emitrace.Trace: {len(self.lots)} lots, {len(self.findings)} findings, {state}>"


def trace(
    cards: CardLike | Iterable[CardLike] = (),
    *,
    records: Iterable[Mapping[str, str]] = (),
    items: Iterable[Mapping[str, str]] = (),
    options: Mapping[str, Any] | None = None,
    locale: str | None = None,
    columns: Mapping[str, str] | None = None,
    aliases: Mapping[str, str] | None = None,
    findings: int | None = None,
) -> Trace:
    """Follows lots through stock cards, goods-received and issue notes, and EPCIS events.

    Args:
        cards: files, cards (CSV or XLSX) and EPCIS 2.0 events (JSON, one document or one event a line) in any mixture: paths, bytes, or mappings as ``TraceCard`` (``name``, ``text`` or ``base64``, ``store``, ``item``, ``unit``).
        records: movements beside the cards, as mappings: ``kind``, ``date``, ``item``, ``lot``, ``quantity``, ``unit``, ``run`` …
        items: what items weigh that are counted: ``item``, ``unit``, ``kg`` of one.
        options: stock policies and processes: ``policy``, ``stores``, ``items``, ``period``, ``processes``.
        locale: how numbers and dates of the cards are written, e.g. ``vi-VN``.
        columns: headers that are not known by name, and the fields that they hold.
        aliases: names that mean the same, from one to the other: ``{"urn:epc:idpat:sgtin:8931234.000001.*": "HOP-BL-M8x40"}``.
        findings: how many findings to list; all are counted.

    Returns:
        A :class:`Trace`, to be asked with :meth:`Trace.back` and :meth:`Trace.forward`.

    Raises:
        emitrace.InputError: an option is not known, or the input is larger than is read.

    Example:
        >>> import emitrace as et
        >>> move = lambda kind, lot, quantity, country="": {
        ...     "kind": kind, "date": "2026-01-05", "lot": lot, "item": "steel" if country or kind == "consume" else "wire", "quantity": quantity,
        ...     "unit": "kg", "run": "" if kind == "receive" else "R1", "country": country}
        >>> books = et.trace(records=[move("receive", "C1", "600", "CN"), move("receive", "C2", "400", "VN"),
        ...     move("consume", "C1", "600"), move("consume", "C2", "400"), move("produce", "D1", "1000")])
        >>> [(share["label"], share["percent"]) for share in books.back("D1").countries]
        [('CN', '60'), ('VN', '40')]
        >>> books.descendants("C1")
        ['D1']
        >>> events = '''[
        ...   {"type": "ObjectEvent", "action": "ADD", "eventTime": "2026-01-05T08:00:00+07:00", "eventTimeZoneOffset": "+07:00",
        ...    "quantityList": [{"epcClass": "urn:epc:class:lgtin:8931234.010001.C1", "quantity": 600, "uom": "KGM"}],
        ...    "ilmd": {"cbvmda:countryOfOrigin": "VN"}},
        ...   {"type": "TransformationEvent", "eventTime": "2026-01-06T08:00:00+07:00", "eventTimeZoneOffset": "+07:00",
        ...    "inputQuantityList": [{"epcClass": "urn:epc:class:lgtin:8931234.010001.C1", "quantity": 600, "uom": "KGM"}],
        ...    "outputQuantityList": [{"epcClass": "urn:epc:class:lgtin:8931234.020002.D1", "quantity": 590, "uom": "KGM"}]}]'''
        >>> et.trace(events.encode()).back("D1").countries
        [{'label': 'VN', 'most': '590', 'percent': '100', 'quantity': '590'}]
    """
    files = [cards] if isinstance(cards, (str, os.PathLike, bytes, Mapping)) else list(cards)
    reading: dict[str, Any] = {"locale": locale, "findings": findings}
    reading["columns"] = [{"header": header, "field": field} for header, field in (columns or {}).items()]
    request = {
        "cards": [_card(card) for card in files],
        "records": [dict(record) for record in records],
        "items": [dict(item) for item in items],
        "aliases": [
            {"identifier": {"text": text}, "same_as": {"text": other}} for text, other in (aliases or {}).items()
        ],
        "options": dict(options or {}),
        "reading": reading,
    }
    return Trace(_native.Trace(json.dumps(request)))


def _card(card: CardLike) -> dict[str, Any]:
    if isinstance(card, Mapping):
        return dict(card)
    name = "" if isinstance(card, bytes) else Path(card).name
    content = card if isinstance(card, bytes) else Path(card).read_bytes()
    return {"name": name, "base64": base64.b64encode(content).decode()}


def _ask(lot: str, document: str, item: str, store: str, most: int) -> str:
    return json.dumps({"lot": lot, "document": document, "item": item, "store": store, "most": most})


def _report(request: Mapping[str, Any]) -> str:
    text: str = json.loads(_native.call("trace.report", json.dumps(request)))["text"]
    return text
