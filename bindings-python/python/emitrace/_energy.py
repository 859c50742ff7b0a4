"""The energy of a ledger by carrier, renewable or not."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from . import _native
from ._columns import source
from ._compare import _bytes
from ._options import LedgerLike, PackLike, options_json, packs
from ._organisation import OrganisationLike, declared

__all__ = ["EnergyAccount", "energy_account"]


@dataclass(frozen=True, slots=True, eq=False)
class EnergyAccount:
    """The energy that an organisation used, out of the rows of its ledger. All amounts are exact texts.

    Attributes:
        total: a dict with ``mwh``, ``gj`` (decimals or ``n/d``) and ``lines``.
        cells: dicts with ``carrier`` (``electricity``, ``steam``, ``heat``, ``cooling``, ``fuels``), ``renewable`` (``renewable``,
            ``non-renewable``, ``unknown``) and ``figure`` (as ``total``).
        sources: what the cells are made of: dicts with ``activity``, ``quantity``, ``unit``, ``basis``, ``steps`` (calorific values and
            densities with their sources) and ``figure``.
        missing: rows that use energy and whose energy is not known, with ``code``, ``message`` and ``help``.
        findings: what is wrong with rows.
        digest: SHA-256 of the result.
    """

    total: dict[str, Any]
    cells: list[dict[str, Any]]
    sources: list[dict[str, Any]]
    missing: list[dict[str, Any]]
    findings: list[dict[str, Any]]
    digest: str
    _json: str = field(repr=False)

    def to_json(self) -> str:
        """The answer as canonical JSON: the same bytes in every language."""
        return self._json

    def to_dict(self) -> dict[str, Any]:
        """The answer as plain data; numbers are text."""
        plain: dict[str, Any] = json.loads(self._json)
        return plain

    def table(self, lang: str = "en") -> str:
        """A table for a terminal; `lang` is ``en`` or ``vi``."""
        return self._written("table", lang)

    def html(self, lang: str = "en") -> str:
        """A page that needs nothing else; `lang` is ``en`` or ``vi``."""
        return self._written("html", lang)

    def _written(self, format: str, lang: str) -> str:
        request = {"answer": self._json, "format": format, "lang": lang}
        text: str = json.loads(_native.call("report.document", json.dumps(request)))["text"]
        return text

    def __repr__(self) -> str:
        return f"<emitrace.EnergyAccount: {self.total['mwh']} MWh, {self.total['lines']} rows, {len(self.missing)} groups missing>"


def energy_account(
    ledger: LedgerLike,
    *,
    profile: str,
    gwp: str,
    renewable_instruments: Iterable[str] = (),
    period: str | None = None,
    region: str | None = None,
    locale: str | None = None,
    date_order: str | None = None,
    delimiter: str | None = None,
    encoding: str | None = None,
    columns: Mapping[str, str] | None = None,
    sources: Iterable[str] | None = None,
    proxy_years: int = 0,
    proxy_places: Iterable[str] = (),
    factors: Iterable[PackLike] = (),
    by: Iterable[str] | None = None,
    organisation: OrganisationLike | None = None,
    instruments: Mapping[str, Any] | None = None,
) -> EnergyAccount:
    """Adds up the energy of a ledger's rows: bought electricity, steam, heat and cooling, and fuels (METHODS M-294 to M-296).

    Args:
        ledger: path, bytes or binary file object.
        renewable_instruments: instruments that are proven to be of renewable sources, as the column ``instrument`` names them.
        by: views, of ``site``, ``month``, ``region``, ``category`` and ``activity``; none if not given.
        profile and all others: as for :func:`emitrace.inventory`.

    Raises:
        emitrace.InputError: an option or a pack cannot be used; ``path`` says which.

    Example:
        >>> import emitrace as et
        >>> ledger = b"id,date,activity,quantity,unit\\n1,2023-05-31,electricity,1250,kWh\\n2,2023-05-31,anthracite-stationary,10,t\\n"
        >>> account = et.energy_account(ledger, profile="vn-circular-38", gwp="AR5", region="VN")
        >>> [(cell["carrier"], cell["figure"]["gj"]) for cell in account.cells]
        [('electricity', '4.5'), ('fuels', '267')]
    """
    options = options_json(
        profile=profile,
        gwp=gwp,
        period=period,
        region=region,
        locale=locale,
        date_order=date_order,
        delimiter=delimiter,
        encoding=encoding,
        columns=columns,
        sources=sources,
        proxy_years=proxy_years,
        proxy_places=proxy_places,
        by=by,
        organisation=declared(organisation),
        instruments=instruments,
    )
    request = {
        "ledger": {"base64": base64.b64encode(_bytes(source(ledger, options, again=True))).decode()},
        "options": json.loads(options),
        "renewable_instruments": [*renewable_instruments],
    }
    text = _native.call("energy.account", json.dumps(request), packs(factors))
    answer: dict[str, Any] = json.loads(text)
    plain = answer["result"]
    return EnergyAccount(
        plain["total"], plain["cells"], plain["sources"], plain["missing"], plain["findings"], answer["digest"], _json=text
    )
