"""The quarterly report of the transitional period of CBAM (2023 to 2025) as XML: written and read back."""

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

__all__ = ["CbamQuarterly", "cbam_quarterly", "cbam_quarterly_read"]


class CbamQuarterly(Page):
    """A quarterly report as XML, and what is missing in it.

    Attributes:
        xml: the report as text. Unofficial: it was not checked against the Commission's schema, and says so itself.
        report: what the XML says, as a dict: the ``report`` of :func:`cbam_quarterly`.
        findings: a list of dicts, what is missing, misfits or must be known: ``severity``, ``code``, ``path`` (JSON pointer),
            ``message``, ``rule``, ``help``.
        rows: what is to be said of rows of the ledger, with row, column and help.
        checks: a list of dicts, what was checked and what not: ``check``, ``made``, ``note``.
        due: the last day for the report, as ``2026-01-31``.
        complete: whether nothing is missing or misfits by the list of elements, and every row of the ledger is in it.
    """

    _report = "cbam.quarterly.report"

    def __init__(self, answer: Mapping[str, Any]) -> None:
        super().__init__(answer)
        self.xml: str = self._answer["xml"]
        self.report: dict[str, Any] = self._answer["report"]
        self.findings: list[dict[str, Any]] = self._answer["findings"]
        self.rows: list[dict[str, Any]] = self._answer["rows"]
        self.checks: list[dict[str, Any]] = self._answer["checks"]
        self.due: str = self._answer["due"]
        self.complete: bool = self._answer["complete"]

    def _repr_html_(self) -> str:
        rows = [(found["severity"], found["code"], found["path"], found["message"]) for found in self.findings]
        return _html.table(("severity", "code", "path", "message"), rows, repr(self)[1:-1], range(0))

    def __repr__(self) -> str:
        state = "complete" if self.complete else "incomplete"
        quarter = f"{self.report.get('year', '')} {self.report.get('reporting_period', '')}".strip()
        return f"<emitrace.CbamQuarterly: {quarter}, {len(self.report.get('goods', []))} goods, {state}>"


def cbam_quarterly(
    report: Mapping[str, Any],
    imports: str | os.PathLike[str] | bytes | None = None,
    *,
    data: str = "",
    requested_procedure: str = "",
    installations: Iterable[Mapping[str, Any]] = (),
    defaults: Mapping[str, Any] | None = None,
    reading: Mapping[str, Any] | None = None,
    factors: Iterable[PackLike] = (),
) -> CbamQuarterly:
    """Writes a quarterly report of the transitional period (2023 to 2025) as XML.

    Args:
        report: what the report says: ``year`` (``"2025"``), ``reporting_period`` (``"Q4"``), ``submission_date``, ``declarant``,
            ``signature``, and ``goods`` if there is no ledger.
        imports: the ledger of the quarter: a path (CSV, XLSX, JSON lines) or its bytes; its goods come behind those of the report.
            Columns as for :func:`cbam_declare`.
        data: for a ledger, where rows do not say it: ``"default"`` or ``"actual"``.
        requested_procedure: for a ledger: code of the customs procedure, ``"40"`` for release for free circulation.
        installations: what installations say: each ``installation`` (as the ledger writes it), ``cn_code``, ``emissions`` (operator,
            installation, figures as text in t CO2e a tonne, production methods) and ``document`` (as for :func:`cbam_embedded`),
            which fills what is not stated.
        defaults: ``edition``, a pack of the default values of the period (none is shipped), and ``emissions``, what is stated beside.
        reading: how the ledger is written: ``locale``, ``date_order``, ``delimiter``, ``columns``, ``sheet``, ``unit`` …
        factors: packs of your own.

    Returns:
        The XML, and what is missing in it.

    Raises:
        emitrace.InputError: a choice is missing or has a wrong shape.

    Example:
        >>> import emitrace as et
        >>> ledger = b"date,cn_code,origin,net_mass,unit,installation\\n2025-11-03,7318 15 95,VN,12500,kg,Bolt works\\n"
        >>> report = {"year": "2025", "reporting_period": "Q4"}
        >>> quarter = et.cbam_quarterly(report, ledger, data="actual", requested_procedure="40")
        >>> quarter.due, quarter.complete, "<NetMass>12.5</NetMass>" in quarter.xml
        ('2026-01-31', False, True)
        >>> back = et.cbam_quarterly_read(quarter.xml)
        >>> back["report"] == quarter.report, et.cbam_quarterly(back["report"]).xml == quarter.xml
        (True, True)
    """
    request: dict[str, Any] = {"report": dict(report), "data": data, "requested_procedure": requested_procedure}
    if imports is not None:
        content = imports if isinstance(imports, bytes) else Path(imports).read_bytes()
        request["imports"] = {"base64": base64.b64encode(content).decode("ascii")}
    request["installations"] = [dict(said) for said in installations]
    request["defaults"] = dict(defaults or {})
    request["reading"] = dict(reading or {})
    return CbamQuarterly(json.loads(_native.call("cbam.quarterly", json.dumps(request), read_packs(factors))))


def cbam_quarterly_read(xml: str | os.PathLike[str] | bytes) -> dict[str, Any]:
    """Reads the XML of a quarterly report of the transitional period.

    Args:
        xml: the path of the file, or its bytes; a text that begins with ``<`` is the XML itself.

    Returns:
        A dict: ``report`` (for :func:`cbam_quarterly`), ``findings`` (elements that were not taken, what is missing or misfits) and
        ``complete``.

    Raises:
        emitrace.InputError: no XML, or no quarterly report.

    Example:
        >>> import emitrace as et
        >>> xml = '<QReport xmlns="http://xmlns.ec.eu/BusinessObjects/CBAM/Types/V1"><Year>2025</Year></QReport>'
        >>> et.cbam_quarterly_read(xml)["report"]
        {'year': '2025'}
    """
    if isinstance(xml, bytes):
        text = xml.decode("utf-8-sig")
    elif isinstance(xml, str) and xml.lstrip().startswith("<"):
        text = xml
    else:
        text = Path(xml).read_text(encoding="utf-8-sig")
    answer: dict[str, Any] = json.loads(_native.call("cbam.quarterly.read", json.dumps({"xml": text})))
    return answer
