"""Identifiers of things and places."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from . import _native

__all__ = ["identify"]


def identify(
    identifiers: Iterable[str],
    *,
    kind: str = "",
    company_prefixes: Iterable[str] = (),
    aliases: Mapping[str, str] | None = None,
    stem: str = "",
) -> dict[str, Any]:
    """Reads identifiers in whatever form: Digital Links, EPC URNs, element strings, digits, codes of your own.

    Args:
        identifiers: the texts.
        kind: what digits alone number: ``"item"``, ``"place"``, ``"party"``, ``"logistic_unit"`` or ``"code"``.
        company_prefixes: prefixes of GS1 that are known; without one no EPC URN is made of a key.
        aliases: which identifiers are read as which others.
        stem: what Digital Links begin with, ``"https://id.gs1.org"`` if empty.

    Returns:
        A dict: ``identifiers`` (``text`` and, if it can be read, ``identifier`` with ``canonical``, ``form``, ``elements``,
        ``globally_unique``, ``same_as`` …) and ``findings`` with ``path``, ``code`` and ``help``.

    Raises:
        emitrace.InputError: a company prefix is none.

    Example:
        >>> import emitrace as et
        >>> read = et.identify(["urn:epc:class:lgtin:4054739.099914.L7", "PHÔI-07"])
        >>> read["identifiers"][0]["identifier"]["canonical"]
        'https://id.gs1.org/01/04054739999148/10/L7'
        >>> read["findings"][0]["code"]
        'NOT_GLOBALLY_UNIQUE'
    """
    def written(text: str) -> dict[str, str]:
        return {"text": text, "kind": kind}

    request = {
        "identifiers": [written(text) for text in identifiers],
        "company_prefixes": list(company_prefixes),
        "aliases": [
            {"identifier": written(one), "same_as": written(other)} for one, other in (aliases or {}).items()
        ],
        "stem": stem,
    }
    answer: dict[str, Any] = json.loads(_native.call("trace.identify", json.dumps(request)))
    return answer
