"""Factor packs: searching, showing, listing, checking."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from . import _native
from ._options import PackLike, pack, packs as read_packs
from ._table import Table

__all__ = ["check_pack", "packs", "search_factors", "show_factor"]


def search_factors(query: str, *, limit: int = 50, factors: Iterable[PackLike] = ()) -> Table:
    """Finds factors by words: activity, place, year, pack, in English or Vietnamese; all words must fit.

    Args:
        query: the words; empty lists everything.
        limit: most factors to give back, at least 1.
        factors: packs of your own that are searched too.

    Returns:
        A table with one row for each value, the best factor first: id, activity, kind, place, valid, gas, value
        (exact text, as the source prints it), unit, state, cell (where in the source), confidence, lines (0), digest.

    Example:
        >>> import emitrace as et
        >>> row = next(iter(et.search_factors("điện VN 2023")))
        >>> row["value"], row["unit"], row["place"]
        ('0.6592', 't/MWh', 'VN')
    """
    if limit < 1:
        raise ValueError("limit: at least 1")
    _, table = _native.search(json.dumps({"query": query, "limit": limit}), read_packs(factors))
    return Table(table)


def show_factor(id: str, *, factors: Iterable[PackLike] = ()) -> dict[str, Any]:
    """Shows a factor with its source.

    Args:
        id: ``pack/factor``, as results name it.
        factors: packs of your own.

    Returns:
        A dict: ``factor`` (id, place, valid, values …), ``pack`` (title, publisher, edition, licence, attribution
        …), ``not_for``, ``name_en``, ``name_vi``. Values are exact texts.

    Raises:
        emitrace.FactorMissing: there is no such factor.

    Example:
        >>> import emitrace as et
        >>> et.show_factor("vn-grid/electricity-2023")["factor"]["values"][0]["value"]
        '0.6592'
    """
    answer: dict[str, Any] = json.loads(_native.call("factors.show", json.dumps({"id": id}), read_packs(factors)))
    return answer


def packs(factors: Iterable[PackLike] = ()) -> Table:
    """Lists the loaded packs with edition and licence.

    Args:
        factors: packs of your own.

    Returns:
        A table: id, title, publisher, edition, licence, attribution, sha256, shipped (bool), kind, rows (uint64),
        confidence, not_for (one sentence a line).

    Example:
        >>> import emitrace as et
        >>> "vn-grid" in et.packs().column("id")
        True
    """
    return Table(_native.listing(read_packs(factors)))


def check_pack(pack_or_text: PackLike) -> Table:
    """Checks a pack before it is used: all faults in one pass.

    Args:
        pack_or_text: the path of a file or folder, or the text of a pack (``+++ …``).

    Returns:
        A table of findings (severity, code, row, line, column, header, value, message, help); empty if the pack
        can be loaded.

    Example:
        >>> import emitrace as et
        >>> et.check_pack('+++\\nid = "x"\\n+++\\nfactor\\n').column("code")[0]
        'BAD_PACK'
    """
    _, text, table = pack("/pack", pack_or_text)
    if table is not None:
        text = f"+++\n{text}\n+++\n{table}"
    return Table(_native.check(json.dumps({"text": text})))
