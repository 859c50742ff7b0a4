"""The Commission's communication template for installations, read into a document."""

from __future__ import annotations

import base64
import json
import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from . import _html, _native
from ._answer import Answer
from ._options import PackLike, packs as read_packs

__all__ = ["CbamTemplate", "cbam_template"]


class CbamTemplate(Answer):
    """What was read of a filled communication template.

    Attributes:
        document: the installation as a dict, for :func:`cbam_embedded` and :func:`cbam_explain`.
        taken: a list of dicts, one for each cell that was used: ``sheet``, ``cell``, ``value``, ``path`` (JSON pointer).
        findings: a list of dicts, one for each cell to look at: ``severity``, ``code``, ``sheet``, ``cell``, ``message``, ``help``.
        figures: a list of dicts, one for each figure that the template shows: ``template``, ``computed``, ``difference``
            as exact texts in the ``unit`` of the figure, ``equal``, ``reasons``.
        version: version of the template.
        complete: whether every cell was used, nothing is wrong, and the document can be computed.
    """

    _report = "cbam.template.report"

    def __init__(self, answer: Mapping[str, Any]) -> None:
        super().__init__(answer)
        self.document: dict[str, Any] = self._answer["document"]
        self.taken: list[dict[str, Any]] = self._answer["taken"]
        self.findings: list[dict[str, Any]] = self._answer["findings"]
        self.figures: list[dict[str, Any]] = self._answer["template"]["figures"]
        self.version: str = self._answer["version"]
        self.complete: bool = self._answer["complete"]

    def _repr_html_(self) -> str:
        rows = [
            (f"{figure['sheet']}!{figure['cell']}", figure["figure"], figure["template"], figure["computed"])
            for figure in self.figures
        ]
        return _html.table(("cell", "figure", "template", "computed"), rows, repr(self)[1:-1], range(2, 4))

    def __repr__(self) -> str:
        state = "complete" if self.complete else "incomplete"
        equal = sum(figure["equal"] for figure in self.figures)
        return f"<emitrace.CbamTemplate: {self.version}, {equal} of {len(self.figures)} figures agree, {state}>"


def cbam_template(
    workbook: str | os.PathLike[str] | bytes, *, regime: str = "", factors: Iterable[PackLike] = ()
) -> CbamTemplate:
    """Reads a filled communication template for installations (XLSX, version 2.1.1) into the document of an installation.

    Args:
        workbook: the path of the workbook, or its bytes.
        regime: whose rules compute it: ``transitional`` or ``definitive``; empty = what its reporting period says.
        factors: packs of your own, e.g. parameters of a corrected act.

    Returns:
        The document, what was taken, what could not be used, and the template's own figures beside ours; amounts are
        exact texts.

    Raises:
        emitrace.InputError: no workbook, or not the template.

    Example:
        >>> import emitrace as et
        >>> try:
        ...     et.cbam_template(b"no workbook")
        ... except et.InputError as error:
        ...     print(error.code)
        BAD_ZIP
    """
    content = workbook if isinstance(workbook, bytes) else Path(workbook).read_bytes()
    request = {"base64": base64.b64encode(content).decode("ascii"), "regime": regime}
    return CbamTemplate(json.loads(_native.call("cbam.template", json.dumps(request), read_packs(factors))))
