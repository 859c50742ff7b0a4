"""Many suppliers, one set of requirements: who meets what, for a buyer by name, for a region in numbers."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping, Sequence
from typing import Any

from . import _native
from ._answer import Page
from ._trace import _table

__all__ = ["SupplierBase", "SupplierRegion", "supplier_base", "supplier_region"]

Table = str | os.PathLike[str] | bytes


class SupplierBase(Page):
    """Who of a buyer's suppliers meets what.

    Attributes:
        ranking: the suppliers, the best first, as dicts with ``rank``, ``id``, ``fits``, ``ready``, ``grade``, ``low_percent``, ``statuses`` and reasons.
        total: all that are wanted together, as a dict of counts.
        groups: the same by the facts of ``group_by``.
        asked: what was asked, with the ``requirements`` in the order of all ``statuses`` and counts.
        findings, evidence_findings: what is wrong with rows of the two tables, as dicts.
        digest: SHA-256 of the canonical JSON of the result.
    """

    def __init__(self, answer: str) -> None:
        super().__init__(json.loads(answer))
        result = self._answer["result"]
        self.ranking: list[dict[str, Any]] = result["ranking"]
        self.total: dict[str, Any] = result["total"]
        self.groups: list[dict[str, Any]] = result["groups"]
        self.asked: dict[str, Any] = result["asked"]
        self.findings: list[dict[str, Any]] = self._answer["findings"]
        self.evidence_findings: list[dict[str, Any]] = self._answer["evidence_findings"]
        self.digest: str = self._answer["digest"]

    def __repr__(self) -> str:
        return f"<emitrace.SupplierBase: {self.total['suppliers']} suppliers, {self.total['ready']} ready>"


class SupplierRegion(Page):
    """Where a region's suppliers stand, without naming one.

    Attributes:
        total: all that are wanted together, as a dict of counts.
        groups: groups that are large enough, as dicts.
        withheld: the other groups together; ``withheld_groups`` is how many they are.
        asked: what was asked.
        digest: SHA-256 of the canonical JSON of the result.
    """

    def __init__(self, answer: str) -> None:
        super().__init__(json.loads(answer))
        result = self._answer["result"]
        self.total: dict[str, Any] = result["total"]
        self.groups: list[dict[str, Any]] = result["groups"]
        self.withheld: dict[str, Any] = result["withheld"]
        self.withheld_groups: int = result["withheld_groups"]
        self.asked: dict[str, Any] = result["asked"]
        self.digest: str = self._answer["digest"]

    def __repr__(self) -> str:
        return f"<emitrace.SupplierRegion: {self.total['suppliers']} suppliers in {len(self.groups)} groups>"


def supplier_base(
    set: str | Mapping[str, Any],
    *,
    as_of: str,
    suppliers: Sequence[Mapping[str, Any]] | Table = (),
    evidence: Table | None = None,
    wanted: str = "",
    group_by: Sequence[str] = (),
    horizon_days: int | None = None,
    packs: Sequence[str] = (),
    locale: str = "",
    date_order: str = "",
    columns: Mapping[str, str] | None = None,
) -> SupplierBase:
    """Says who of many suppliers meets what, ranked with reasons, and where the gaps are.

    Args:
        set: identifier of a loaded set of requirements (`supplier_sets` has them), or a set of your own as a dict.
        as_of: the day on which things hold, ``"2026-11-21"``; there is no clock inside.
        suppliers: dicts with ``id``, ``name``, ``profile``, ``sites`` and ``evidence`` as the method `supplier.base` takes them; or the path or bytes of a
            CSV file or workbook with a column ``id`` (or ``Mã NCC``), whose other columns are facts of the profile.
        evidence: the path or bytes of a CSV file or workbook as for `supplier_assess`, with a column ``supplier`` (or ``Mã NCC``).
        wanted: who is wanted, as a condition on the profile: ``"sector == stamping and employees >= 50"``.
        group_by: facts by which the suppliers are counted together: ``["region"]``.
        horizon_days: how far to look ahead; else as the set says.
        packs: packs of your own as text.
        locale, date_order, columns: how the tables are written, and headers that are not known by name.

    Raises:
        emitrace.InputError: something is missing or not known; ``path`` says where.

    Example:
        >>> import emitrace as et
        >>> quality = {"id": "quality", "requirements": [{"id": "q1", "kind": "certificate", "level": "blocking", "subject": "ISO 9001"}]}
        >>> base = et.supplier_base(
        ...     quality,
        ...     as_of="2026-11-21",
        ...     suppliers="Mã NCC,Ngành\\nA,mạ\\nB,mạ\\n".encode(),
        ...     evidence=b"supplier,id,kind,subject,expires\\nB,Q-1,certificate,ISO 9001:2015,2028-01-09\\n",
        ... )
        >>> [(one["rank"], one["id"], one["ready"]) for one in base.ranking]
        [(1, 'B', True), (2, 'A', False)]
    """
    request = _request(set, as_of, suppliers, evidence, wanted, group_by, horizon_days, packs, locale, date_order, columns)
    return SupplierBase(_native.call("supplier.base", json.dumps(request)))


def supplier_region(
    set: str | Mapping[str, Any],
    *,
    as_of: str,
    min_group: int,
    suppliers: Sequence[Mapping[str, Any]] | Table = (),
    evidence: Table | None = None,
    wanted: str = "",
    group_by: Sequence[str] = (),
    horizon_days: int | None = None,
    packs: Sequence[str] = (),
    locale: str = "",
    date_order: str = "",
    columns: Mapping[str, str] | None = None,
) -> SupplierRegion:
    """Says where the suppliers of a region stand, in groups that are large enough, without naming one.

    Args:
        min_group: the fewest suppliers of a group that is shown, 3 or more; smaller ones are counted together, with as many others as it takes that no
            difference shows them.

    All other arguments are those of `supplier_base`.

    Raises:
        emitrace.InputError: something is missing or not known; ``GROUP_TOO_SMALL`` if all together are fewer than ``min_group``.

    Example:
        >>> import emitrace as et
        >>> quality = {"id": "quality", "requirements": [{"id": "q1", "kind": "certificate", "level": "blocking", "subject": "ISO 9001"}]}
        >>> table = b"id,region\\nA,X\\nB,X\\nC,X\\nD,Y\\nE,Z\\nF,Z\\nG,Z\\nH,Z\\n"
        >>> region = et.supplier_region(quality, as_of="2026-11-21", suppliers=table, group_by=["region"], min_group=3)
        >>> [one["suppliers"] for one in region.groups], region.withheld["suppliers"]
        ([4], 4)
    """
    request = _request(set, as_of, suppliers, evidence, wanted, group_by, horizon_days, packs, locale, date_order, columns)
    return SupplierRegion(_native.call("supplier.region", json.dumps({**request, "min_group": str(min_group)})))


def _request(
    set: str | Mapping[str, Any],
    as_of: str,
    suppliers: Sequence[Mapping[str, Any]] | Table,
    evidence: Table | None,
    wanted: str,
    group_by: Sequence[str],
    horizon_days: int | None,
    packs: Sequence[str],
    locale: str,
    date_order: str,
    columns: Mapping[str, str] | None,
) -> dict[str, Any]:
    def table(given: Table) -> Any:
        return _table(given, locale=locale, date_order=date_order, sheet="", columns=columns)

    request: dict[str, Any] = {"as_of": as_of, "wanted": wanted, "group_by": list(group_by), "packs": list(packs)}
    if isinstance(set, str):
        request["set"] = set
    else:
        request["requirements"] = dict(set)
    if isinstance(suppliers, (str, bytes, os.PathLike)):
        request["table"] = table(suppliers)
    else:
        request["suppliers"] = [dict(one) for one in suppliers]
    if evidence is not None:
        request["evidence"] = table(evidence)
    if horizon_days is not None:
        request["horizon_days"] = str(horizon_days)
    return request
