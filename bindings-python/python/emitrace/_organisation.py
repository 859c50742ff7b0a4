"""The organisation that an inventory is consolidated for."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any, TypeAlias

from . import _native

__all__ = ["organisation"]

#: An organisation: a dict, the path of its file (CSV or JSON), or the file's text (with a line break or a brace).
OrganisationLike: TypeAlias = Mapping[str, Any] | str | os.PathLike[str]


def organisation(source: OrganisationLike, /) -> dict[str, Any]:
    """Reads and checks an organisation, and works out the share of each site and span of days.

    Args:
        source: a dict with ``approach`` (``equity-share``, ``financial-control`` or ``operational-control``),
            ``entities`` and ``sites``; the path of a CSV or JSON file; or such a file's text.

    Returns:
        A dict with ``organisation``, ready for :func:`emitrace.inventory`, and ``shares``: site, entity, chain from the
        reporting company down, from, to (ISO days, empty = open), share (exact text), because, moved_to.

    Raises:
        emitrace.InputError: something is missing or contradicts itself; ``path`` says where.
        OSError: the file cannot be read.

    Example:
        >>> import emitrace as et
        >>> plant = {"id": "plant-co", "parent": "group", "economic_interest_percent": "40"}
        >>> declared = {"approach": "equity-share", "entities": [{"id": "group"}, plant], "sites": [{"id": "Dong Anh", "entity": "plant-co"}]}
        >>> et.organisation(declared)["shares"][0]["share"]
        '0.4'
        >>> ledger = b"date,activity,quantity,unit,site\\n2023-05-31,electricity,1250,kWh,Dong Anh\\n"
        >>> et.inventory(ledger, profile="ghg-protocol", gwp="AR5", region="VN", organisation=declared).total_location_kg_co2e
        Decimal('329.6')
    """
    answer: dict[str, Any] = json.loads(_native.call("organisation", json.dumps(_request(source))))
    return answer


def declared(source: OrganisationLike | None) -> Any:
    """What the option `organisation` holds."""
    if source is None or isinstance(source, Mapping):
        return None if source is None else dict(source)
    return organisation(source)["organisation"]


def _request(source: OrganisationLike) -> dict[str, Any]:
    if isinstance(source, Mapping):
        return {"organisation": dict(source)}
    if isinstance(source, str) and ("\n" in source or source.lstrip().startswith("{")):
        return {"text": source}
    if not isinstance(source, (str, os.PathLike)):
        raise TypeError(f"organisation: expected a dict, a path or a text, not {type(source).__name__}")
    return {"text": Path(source).read_text(encoding="utf-8")}
