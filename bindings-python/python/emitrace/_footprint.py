"""Footprints of products as PACT exchanges them: checked, migrated, written."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping, Sequence
from typing import Any

from . import _native
from ._seal import text_of

__all__ = ["Footprints", "footprint_check", "footprint_migrate"]

Document = Mapping[str, Any] | Sequence[Mapping[str, Any]] | str | os.PathLike[str]


class Footprints:
    """Footprints that were looked at.

    Attributes:
        valid: whether nothing found is an error.
        footprints: each of them in short, as dicts; figures are texts in kg CO2e, ``mass_kg`` in kg, all of the declared amount.
        findings: what was found, as dicts with ``severity``, ``code``, ``path`` (JSON pointer), ``message`` and ``help``.
        losses: what a migration could not carry over, as dicts with ``path``, ``value``, ``what`` and ``reason``.
        text: the document as it is written: JSON text with every digit as it came.
        digest: SHA-256 of the canonical JSON of the result.
    """

    def __init__(self, answer: str) -> None:
        self._answer: dict[str, Any] = json.loads(answer)
        result = self._answer["result"]
        self.valid: bool = result["valid"]
        self.footprints: list[dict[str, Any]] = result["footprints"]
        self.findings: list[dict[str, Any]] = result["findings"]
        self.losses: list[dict[str, Any]] = result["losses"]
        self.text: str = result["document"]
        self.digest: str = self._answer["digest"]

    def to_dict(self) -> dict[str, Any]:
        """The whole answer, as the engine gave it."""
        return dict(self._answer)

    def __repr__(self) -> str:
        return f"<emitrace.Footprints: {len(self.footprints)}, {'valid' if self.valid else 'not valid'}, {len(self.findings)} findings>"


def footprint_check(document: Document, *, as_of: str = "") -> Footprints:
    """Reads footprints of PACT 3.0 or 2.x and tells everything that is wrong with them.

    Args:
        document: a footprint or a list of them as dicts (amounts are texts), or the path of a JSON file.
        as_of: a day, ``"2026-11-22"``, to be told whether they are in force on it.

    Raises:
        emitrace.InputError: the document is no JSON, or no footprint.

    Example:
        >>> import emitrace as et
        >>> checked = et.footprint_check({"specVersion": "3.0.3", "pcf": {"biogenicCO2Uptake": "120"}})
        >>> [one["message"] for one in checked.findings if one["path"] == "/pcf/biogenicCO2Uptake"]
        ['`120` must be 0 or below']
    """
    return Footprints(_native.call("footprint.check", json.dumps({"document": _text(document), "as_of": as_of})))


def footprint_migrate(document: Document, *, ids: Sequence[str] = (), created: str = "") -> Footprints:
    """Makes footprints of PACT 3.0 of those of 2.x, exactly; `losses` lists what has no place in 3.0.

    Args:
        document: as for `footprint_check`.
        ids: identifiers (UUID) of the new footprints, in their order; without them they keep theirs.
        created: when the new ones are made, ``"2026-11-22T00:00:00Z"``; there is no clock inside.

    Raises:
        emitrace.InputError: as `footprint_check`, and identifiers that are none.

    Example:
        >>> import emitrace as et
        >>> old = {"specVersion": "2.3.0", "pcf": {"declaredUnit": "liter", "unitaryProductAmount": "12", "fossilGhgEmissions": "1.5"}}
        >>> '"fossilGhgEmissions": "18"' in et.footprint_migrate(old).text
        True
    """
    request = {"document": _text(document), "ids": list(ids), "created": created}
    return Footprints(_native.call("footprint.migrate", json.dumps(request)))


def _text(document: Document) -> str:
    """The document as JSON: dicts, or the path of a file."""
    if isinstance(document, (str, os.PathLike, Mapping)):
        return text_of(document)
    return json.dumps([dict(one) for one in document])
