"""Answers as documents: text for a terminal, pages, Markdown, Typst, PDF, spreadsheets."""

from __future__ import annotations

import base64
import json
import os
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from . import _native
from ._options import LedgerLike, PackLike, options_json, packs
from .errors import InputError

__all__ = ["ReportVerification", "chart_data", "document", "pdf", "verify_report", "workbook"]


def document(answer: Any, format: str, *, lang: str = "en") -> str:
    """Any answer of the engine as a text document.

    Args:
        answer: an inventory, a comparison, an answer about CBAM, traces, custody, EUDR, origin, suppliers or lots: the object that a
            function of this package gave, its plain data, or its JSON text.
        format: ``"table"``, ``"html"``, ``"markdown"``, ``"typst"`` or ``"csv"``, as far as the kind of answer has it.
        lang: ``"en"`` or ``"vi"``.

    Returns:
        The document. Figures are rounded half-even for reading, with exact ones beside them.

    Raises:
        emitrace.InputError: the answer or the format is not known.

    Example:
        >>> import emitrace as et
        >>> ledger = b"id,date,activity,quantity,unit\\n1,2023-05-31,electricity,1250,kWh\\n"
        >>> inventory = et.inventory(ledger, profile="ghg-protocol", gwp="AR5", region="VN")
        >>> et.document(inventory, "markdown", lang="vi").splitlines()[0]
        '# Kiểm kê khí nhà kính'
    """
    return _written({"answer": _json(answer), "format": format, "lang": lang})["text"]


def workbook(
    answer: Any,
    *,
    lang: str = "en",
    ledger: LedgerLike | None = None,
    factors: Iterable[PackLike] = (),
    **options: Any,
) -> bytes:
    """An inventory, what an importer owes or an operator reports under CBAM, lots or a path as a workbook (XLSX).

    With an inventory's ``ledger`` and the options of :func:`inventory` every line is in it, and all totals are formulas over the
    lines; without, over the inventory's cells. Numbers have the 15 digits that a spreadsheet keeps; exact decimals stand beside them as text.

    Args:
        answer: an inventory, an answer of :func:`cbam_declare` or :func:`cbam_report`, the lots of :func:`trace`, or a path of
            :meth:`Trace.back` or :meth:`Trace.forward`, as an object of this package, plain data or JSON text.
        lang: ``"en"`` or ``"vi"``.
        ledger: the ledger that the inventory was computed from: a path, bytes or a binary file.
        factors: packs of your own.
        options: the choices of that inventory, as :func:`inventory` takes them (``profile``, ``gwp``, ``region`` …).

    Returns:
        The bytes of the file.

    Raises:
        emitrace.InputError: the ledger does not give the totals of the answer, or the answer has no workbook.

    Example:
        >>> import emitrace as et
        >>> ledger = b"id,date,activity,quantity,unit\\n1,2023-05-31,electricity,1250,kWh\\n"
        >>> choices = {"profile": "ghg-protocol", "gwp": "AR5", "region": "VN"}
        >>> book = et.workbook(et.inventory(ledger, **choices), ledger=ledger, **choices)
        >>> book[:2]
        b'PK'
    """
    request: dict[str, Any] = {"answer": _json(answer), "format": "xlsx", "lang": lang}
    if ledger is not None:
        request["ledger"] = {"base64": base64.b64encode(_bytes(ledger)).decode()}
        request["options"] = json.loads(options_json(**options))
    return base64.b64decode(_written(request, factors)["base64"])


def pdf(answer: Any, path: str | os.PathLike[str] | None = None, *, lang: str = "en") -> bytes:
    """Any answer as an accessible PDF (PDF/UA-1), made by the package ``typst``: ``pip install emitrace[pdf]``.

    Args:
        answer: as for :func:`document`.
        path: where to write the file; nowhere if it is not given.
        lang: ``"en"`` or ``"vi"``.

    Returns:
        The bytes of the file; the same bytes for the same answer and version of typst.

    Raises:
        emitrace.InputError: the package ``typst`` is not installed (``CHOICE_MISSING``), or the answer is not known.
        OSError: the file cannot be written.
    """
    source = document(answer, "typst", lang=lang)
    try:
        import typst
    except ImportError as error:
        help = "pip install emitrace[pdf], or compile document(answer, 'typst') with the program typst"
        raise InputError("the package `typst` is not installed", "CHOICE_MISSING", "", help) from error
    made: bytes = typst.compile(source.encode(), pdf_standards="ua-1", ignore_system_fonts=True)
    if path is not None:
        Path(path).write_bytes(made)
    return made


class ReportVerification:
    """A report that was computed again.

    Attributes:
        holds: whether everything in it follows from the ledger.
        reasons: why not, as words: ``edited``, ``contradicts-itself``, ``choices``, ``packs``, ``factors``, ``coverage``, ``figures``, ``texts``.
        differences: dicts with ``what``, ``place``, ``of``, ``reported``, ``recomputed`` and ``difference`` (exact texts).
        explained: the lines that can explain the figures: dicts with ``row``, ``id``, ``site``, ``activity``, ``location_kg_co2e``, ``whole`` …
        changes: the earlier ledger beside this one (as :func:`emitrace.diff` gives it), or None.
        compared: how many ``figures``, ``texts``, ``lines`` and ``rows`` were compared.
    """

    def __init__(self, answer: str) -> None:
        self._text = answer
        self._answer: dict[str, Any] = json.loads(answer)
        self.holds: bool = self._answer["holds"]
        self.reasons: list[str] = self._answer["reasons"]
        self.differences: list[dict[str, Any]] = self._answer["differences"]
        self.explained: list[dict[str, Any]] = self._answer["explained"]
        self.changes: dict[str, Any] | None = self._answer["changes"]
        self.compared: dict[str, int] = self._answer["compared"]

    def to_json(self) -> str:
        """The whole answer as canonical JSON."""
        return self._text

    def to_dict(self) -> dict[str, Any]:
        """The whole answer as plain data; amounts are text."""
        return dict(self._answer)

    def table(self, *, lang: str = "en") -> str:
        """The answer as text for people, in English or Vietnamese (``lang``)."""
        return document(self, "table", lang=lang)

    def html(self, *, lang: str = "en") -> str:
        """The answer as a page that needs nothing else."""
        return document(self, "html", lang=lang)

    def __repr__(self) -> str:
        state = "holds" if self.holds else "does not hold: " + ", ".join(self.reasons)
        return f"<emitrace.ReportVerification: {state}>"


def verify_report(
    report: Any,
    ledger: LedgerLike,
    *,
    factors: Iterable[PackLike] = (),
    earlier: LedgerLike | None = None,
    **options: Any,
) -> ReportVerification:
    """Computes a report of an inventory again from its ledger, and says what differs, by how much, and which lines can explain it.

    Args:
        report: an inventory, its JSON text, or the path or bytes of a JSON, CSV or XLSX file that emitrace wrote.
        ledger: the ledger that it is said to be of: a path, bytes or a binary file.
        factors: packs of your own.
        earlier: the ledger as it was kept when the report was made: the two are then compared line by line.
        options: the choices of :func:`inventory` (``profile``, ``gwp`` …); JSON holds them itself.

    Returns:
        What was compared and what differs.

    Raises:
        emitrace.InputError: the file is no such report, or its choices are missing.

    Example:
        >>> import emitrace as et
        >>> ledger = b"id,date,activity,quantity,unit\\n1,2023-05-31,electricity,1250,kWh\\n"
        >>> inventory = et.inventory(ledger, profile="ghg-protocol", gwp="AR5", region="VN")
        >>> et.verify_report(inventory, ledger).holds
        True
        >>> told = et.verify_report(inventory, ledger.replace(b"1250", b"1260"))
        >>> told.holds, [line["row"] for line in told.explained]
        (False, [2])
    """
    if isinstance(report, (str, os.PathLike)) and not str(report).lstrip().startswith("{"):
        report = Path(report).read_bytes()
    given = bytes(report) if isinstance(report, (bytes, bytearray)) else _json(report).encode()
    request: dict[str, Any] = {
        "report": {"base64": base64.b64encode(given).decode()},
        "ledger": {"base64": base64.b64encode(_bytes(ledger)).decode()},
    }
    if options:
        request["options"] = json.loads(options_json(**options))
    if earlier is not None:
        request["earlier"] = {"ledger": {"base64": base64.b64encode(_bytes(earlier)).decode()}}
    return ReportVerification(_native.call("report.verify", json.dumps(request), packs(factors)))


class AnswerVerification:
    """What became of an answer that was computed again.

    Attributes:
        holds: whether everything that was compared is equal, and every inventory that was computed again holds.
        reasons: why it does not: ``edited``, ``inventories``, ``figures``, ``texts``.
        differences: dicts with ``place`` (JSON pointer), ``of``, ``reported``, ``recomputed``, ``difference`` as text.
        answers: the answers that stand in the request, dicts with ``place``, ``schema``, ``how`` (``recomputed`` or ``given``) and, of an
            inventory that was computed again, ``verified`` as :func:`verify_report` gives it.
    """

    def __init__(self, answer: str) -> None:
        self._text = answer
        self._answer: dict[str, Any] = json.loads(answer)
        self.holds: bool = self._answer["holds"]
        self.reasons: list[str] = self._answer["reasons"]
        self.differences: list[dict[str, Any]] = self._answer["differences"]
        self.answers: list[dict[str, Any]] = self._answer["answers"]

    def to_json(self) -> str:
        """The whole answer as canonical JSON."""
        return self._text

    def to_dict(self) -> dict[str, Any]:
        """The whole answer as plain data; amounts are text."""
        return dict(self._answer)

    def table(self, *, lang: str = "en") -> str:
        """The answer as text for people, in English or Vietnamese (``lang``)."""
        return document(self, "table", lang=lang)

    def html(self, *, lang: str = "en") -> str:
        """The answer as a page that needs nothing else."""
        return document(self, "html", lang=lang)

    def __repr__(self) -> str:
        state = "holds" if self.holds else "does not hold: " + ", ".join(self.reasons)
        return f"<emitrace.AnswerVerification: {state}>"


def verify_answer(
    report: Any,
    method: str,
    request: Mapping[str, Any],
    *,
    ledgers: Mapping[str, LedgerLike] | None = None,
    factors: Iterable[PackLike] = (),
) -> AnswerVerification:
    """Computes an answer of any method again from its request, and says what differs, place by place.

    Args:
        report: the answer (a report by a framework, an energy account, a facility report, a footprint, an assessment), or its JSON text.
        method: the method that it is said to be an answer of, e.g. ``"framework.report"``.
        request: what it is said to be made of: the method's request; inventories and other answers may stand in it as they are.
        ledgers: ledgers of inventories of the request, by their place in it: ``{"/inventory": "ledger.csv"}``. Those inventories are computed
            again first; everything else is taken as it stands.
        factors: packs of your own.

    Returns:
        What was compared and what differs; of inventories with the lines that can explain it.

    Raises:
        emitrace.InputError: the report is of another shape than the method gives, or the method refuses the request.

    Example:
        >>> import emitrace as et
        >>> ledger = b"id,date,activity,quantity,unit\\n1,2023-05-31,electricity,1250,kWh\\n"
        >>> inventory = et.inventory(ledger, profile="ghg-protocol", gwp="AR5", region="VN")
        >>> report = et.framework_report("iso-14064-1", inventory)
        >>> request = {"report": "iso-14064-1", "inventory": inventory}
        >>> et.verify_answer(report, "framework.report", request, ledgers={"/inventory": ledger}).holds
        True
        >>> told = et.verify_answer(report, "framework.report", request, ledgers={"/inventory": ledger.replace(b"1250", b"1260")})
        >>> told.reasons, [line["row"] for line in told.answers[0]["verified"]["explained"]]
        (['inventories', 'figures'], [2])
    """
    asked = {
        "report": _json(report),
        "method": method,
        "request": json.dumps(request, default=lambda answer: json.loads(_json(answer))),
        "ledgers": [
            {"place": place, "file": {"ledger": {"base64": base64.b64encode(_bytes(ledger)).decode()}}}
            for place, ledger in (ledgers or {}).items()
        ],
    }
    return AnswerVerification(_native.call("answer.verify", json.dumps(asked), packs(factors)))


def chart_data(
    chart: str,
    *answers: Any,
    years: Sequence[str | int] = (),
    base_year: str | int = "",
    by: Sequence[str] = (),
    lang: str = "en",
) -> dict[str, Any]:
    """A chart as data: a Vega-Lite specification, or the nodes and links of a Sankey diagram.

    Nothing is drawn here: Altair, vl-convert or a browser does it. Amounts are exact texts.

    Args:
        chart: ``"scopes-by-year"`` and ``"scope-2"`` (inventories), ``"categories"`` and ``"flow"`` (one inventory), ``"waterfall"`` (a
            comparison), ``"intensity"``, ``"targets"``, ``"quality"``, ``"readiness"`` (an assessment of a supplier).
        answers: the answers to draw, as objects of this package, plain data or JSON texts.
        years: names of the years of inventories; else those of their periods.
        base_year: for ``"scopes-by-year"``, the year at whose level a line is drawn.
        by: for ``"categories"`` and ``"flow"``, the dimensions of a view.
        lang: ``"en"`` or ``"vi"``.

    Returns:
        The specification; for ``"flow"`` a dict with ``nodes``, ``links`` (``source``, ``target``, ``kg_co2e``) and ``left_out``.

    Raises:
        emitrace.InputError: the chart, a view or the base year is not known.

    Example:
        >>> import emitrace as et
        >>> ledger = b"id,date,activity,quantity,unit\\n1,2023-05-31,electricity,1250,kWh\\n"
        >>> inventory = et.inventory(ledger, profile="ghg-protocol", gwp="AR5", region="VN")
        >>> et.chart_data("flow", inventory)["links"][0]
        {'kg_co2e': '824', 'source': 'category:2.electricity', 'target': 'scope:2'}
    """
    request = {
        "chart": chart,
        "answers": [_json(answer) for answer in answers],
        "years": [str(year) for year in years],
        "base_year": str(base_year),
        "by": list(by),
        "lang": lang,
    }
    made: dict[str, Any] = json.loads(json.loads(_native.call("report.chart", json.dumps(request)))["text"])
    return made


def _written(request: Mapping[str, Any], factors: Iterable[PackLike] = ()) -> dict[str, str]:
    written: dict[str, str] = json.loads(_native.call("report.document", json.dumps(request), packs(factors)))
    return written


def _json(answer: Any) -> str:
    """The JSON of an answer, in whatever shape it is given."""
    if isinstance(answer, str):
        return answer
    if isinstance(answer, Mapping):
        return json.dumps(dict(answer))
    to_json = getattr(answer, "to_json", None)
    if callable(to_json):
        return str(to_json())
    to_dict = getattr(answer, "to_dict", None)
    if callable(to_dict):
        return json.dumps(to_dict())
    raise TypeError(f"answer: expected an answer of emitrace, a dict or JSON text, not {type(answer).__name__}")


def _bytes(ledger: LedgerLike) -> bytes:
    if isinstance(ledger, (bytes, bytearray)):
        return bytes(ledger)
    if isinstance(ledger, (str, os.PathLike)):
        return Path(ledger).read_bytes()
    if hasattr(ledger, "read"):
        return bytes(ledger.read())
    raise TypeError(f"ledger: expected a path, bytes or a binary file, not {type(ledger).__name__}")
