"""How one line came about."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from typing import Any

from . import _html, _native
from ._columns import source
from ._options import LedgerLike, PackLike, options_json, packs
from ._organisation import OrganisationLike, declared

__all__ = ["Explanation", "GasLine", "Leg", "Step", "explain"]


@dataclass(frozen=True, slots=True)
class Step:
    """One step from unit to unit.

    Attributes:
        kind: ``conversion``, ``ncv``, ``gcv``, ``density`` or ``measured``; ``term`` and ``move`` of a method.
        source: unit before; empty for a term.
        target: unit after; empty for a term.
        times: what the quantity is multiplied by, exactly.
        factor: where a property or a parameter stands, as a dict; None for conversions and numbers of the row.
        term: the term as the formula of the method writes it, e.g. ``× distance_km``; empty for other steps.
    """

    kind: str
    source: str
    target: str
    times: Decimal | Fraction
    factor: dict[str, Any] | None = field(hash=False)
    term: str = ""


@dataclass(frozen=True, slots=True)
class GasLine:
    """One gas of one account.

    Attributes:
        gas: its name.
        factor_value: the factor's value, None if the source prints none.
        factor_unit: its unit, e.g. ``kg/TJ{net}``.
        coefficient: kilograms for one unit of the quantity, exactly.
        exact_kg: kilograms before rounding, exactly; None if too long to write.
        kg: kilograms, rounded once.
        gwp: the GWP; None if the set has no value.
        kg_co2e: kilograms of CO2 equivalent; None without a GWP.
        in_total: whether it is part of the account's total.
    """

    gas: str
    factor_value: Decimal | None
    factor_unit: str
    coefficient: Decimal | Fraction | None
    exact_kg: Decimal | Fraction | None
    kg: Decimal
    gwp: Decimal | None
    kg_co2e: Decimal | None
    in_total: bool


@dataclass(frozen=True, slots=True)
class Leg:
    """One account's part.

    Attributes:
        account: ``scope_1``, ``scope_2_location`` …
        factor: the factor, as a dict: id, place, valid, values with their cells in the source, digest.
        pack: its pack, as a dict: title, publisher, edition, licence, attribution, sha256.
        steps: from the row's unit to the factor's unit.
        gases: the masses and their effects.
        category: category key where it is not the line's own, else empty.
    """

    account: str
    factor: dict[str, Any] = field(hash=False)
    pack: dict[str, Any] | None = field(hash=False)
    steps: tuple[Step, ...]
    gases: tuple[GasLine, ...]
    category: str = ""


@dataclass(frozen=True, slots=True, repr=False)
class Explanation:
    """The calculation record of a line: everything from the cell to the kilogram.

    Attributes:
        row: row number as a spreadsheet counts it (header = 1).
        id: record identifier; may be empty.
        fields: the row's cells as read, by field.
        activity, category, region, period: what the row was taken for.
        quantity, unit: the quantity, exactly, and its unit.
        formula, rounding, profile, gwp: how it was computed.
        legs: one for each account that the line goes to.
        notes: fallbacks and disclosures.
        digest: SHA-256 of the record with an empty digest, in canonical JSON.
        method: the calculation method that the row names, as a dict: id, number, formula, clause; None without one.
    """

    row: int
    id: str
    fields: dict[str, str] = field(hash=False)
    activity: str
    category: str
    region: str
    period: str
    quantity: Decimal
    unit: str
    formula: str
    rounding: str
    profile: str
    gwp: str
    legs: tuple[Leg, ...]
    notes: tuple[str, ...]
    digest: str
    _json: str = field(repr=False)
    method: dict[str, Any] | None = field(default=None, hash=False)

    def to_json(self) -> str:
        """The record as canonical JSON; equal records are equal text."""
        return self._json

    def to_dict(self) -> dict[str, Any]:
        """The record as plain data; amounts are text."""
        plain: dict[str, Any] = json.loads(self._json)
        return plain

    def __repr__(self) -> str:
        accounts = ", ".join(leg.account for leg in self.legs)
        return f"<emitrace.Explanation: row {self.row} {self.id}, {self.quantity} {self.unit} of {self.activity}: {accounts}>"

    def _repr_html_(self) -> str:
        rows = [
            (leg.account, gas.gas, leg.factor["id"], gas.factor_value, gas.factor_unit, gas.kg, gas.gwp, gas.kg_co2e)
            for leg in self.legs
            for gas in leg.gases
        ]
        header = ("account", "gas", "factor", "value", "unit", "kg", "GWP", "kg CO2e")
        caption = f"row {self.row} {self.id}: {self.activity}, {self.quantity} {self.unit}"
        return _html.table(header, rows, caption, (3, 5, 6, 7))


def explain(
    ledger: LedgerLike,
    line: str | int,
    *,
    profile: str,
    gwp: str,
    period: str | None = None,
    region: str | None = None,
    locale: str | None = None,
    date_order: str | None = None,
    date_system: str | None = None,
    delimiter: str | None = None,
    encoding: str | None = None,
    ledger_format: str | None = None,
    sheet: str | None = None,
    header_row: int | None = None,
    sheet_numbers: str | None = None,
    columns: Mapping[str, str] | None = None,
    sources: Iterable[str] | None = None,
    proxy_years: int = 0,
    proxy_places: Iterable[str] = (),
    factors: Iterable[PackLike] = (),
    organisation: OrganisationLike | None = None,
    instruments: Mapping[str, Any] | None = None,
    upstream: bool = False,
    row_offset: int = 0,
) -> Explanation:
    """Explains one line of a ledger.

    Args:
        ledger: path, bytes, binary file object or columns (the last two are read into memory).
        line: a record identifier, a row number (int, header = 1), or a text such as ``"row:12"``.
        profile, gwp, period, region, locale, date_order, date_system, delimiter, encoding, ledger_format, sheet,
            header_row, sheet_numbers, columns, sources, proxy_years, proxy_places, factors, organisation, instruments,
            upstream, row_offset: as
            for :func:`emitrace.inventory`.

    Returns:
        The record: the quantity in the unit of the row, each step and coefficient exactly (Decimal, or Fraction where
        decimals do not end), masses and CO2 equivalents in kilograms.

    Raises:
        emitrace.InputError: no such line, or the line has a fault of its own (code and place say which).
        emitrace.FactorMissing: no factor fits the line.
        emitrace.UnitError: its unit cannot be used.

    Example:
        >>> import emitrace as et
        >>> ledger = b"id,date,activity,quantity,unit\\nA7,2023-05-31,electricity,1250,kWh\\n"
        >>> line = et.explain(ledger, "A7", profile="ghg-protocol", gwp="AR5", region="VN")
        >>> line.legs[0].factor["id"], line.legs[0].gases[0].kg
        ('vn-grid/electricity-2023', Decimal('824'))
    """
    if isinstance(line, bool) or not isinstance(line, (str, int)):
        raise TypeError(f"line: expected an identifier (str) or a row number (int), not {type(line).__name__}")
    options = options_json(
        profile=profile,
        gwp=gwp,
        period=period,
        region=region,
        locale=locale,
        date_order=date_order,
        date_system=date_system,
        delimiter=delimiter,
        encoding=encoding,
        ledger_format=ledger_format,
        sheet=sheet,
        header_row=header_row,
        sheet_numbers=sheet_numbers,
        columns=columns,
        sources=sources,
        proxy_years=proxy_years,
        proxy_places=proxy_places,
        organisation=declared(organisation),
        instruments=instruments,
        upstream=upstream,
        row_offset=row_offset,
    )
    # A name can be looked for twice, as an identifier and as a row; a stream can be read once.
    again = ledger.read() if hasattr(ledger, "read") else source(ledger, options, again=True)
    wanted = f"row:{line}" if isinstance(line, int) else line
    return _explanation(_native.explain(again, wanted, options, packs(factors)))


def _explanation(text: str) -> Explanation:
    plain: dict[str, Any] = json.loads(text)
    same = ("row", "id", "activity", "category", "region", "period", "unit", "formula", "rounding", "profile", "gwp", "digest")
    return Explanation(
        **{name: plain[name] for name in same},
        fields={cell["field"]: cell["value"] for cell in plain["fields"]},
        quantity=Decimal(plain["quantity"]),
        legs=tuple(_leg(leg) for leg in plain["legs"]),
        notes=tuple(plain["notes"]),
        _json=text,
        method=plain.get("method"),
    )


def _leg(leg: dict[str, Any]) -> Leg:
    steps = tuple(
        Step(s["kind"], s["from"], s["to"], _exact(s["times"]), s["factor"], s.get("term", "")) for s in leg["steps"]
    )
    gases = tuple(_gas(gas) for gas in leg["gases"])
    return Leg(leg["account"], leg["factor"], leg["pack"], steps, gases, leg.get("category", ""))


def _gas(gas: dict[str, Any]) -> GasLine:
    return GasLine(
        gas=gas["gas"],
        factor_value=_decimal(gas["factor_value"]),
        factor_unit=gas["factor_unit"],
        coefficient=_exact(gas["coefficient"]) if gas["coefficient"] else None,
        exact_kg=_exact(gas["exact_kg"]) if gas["exact_kg"] else None,
        kg=Decimal(gas["kg"]),
        gwp=_decimal(gas["gwp"]),
        kg_co2e=_decimal(gas["kg_co2e"]),
        in_total=gas["in_total"],
    )


def _decimal(text: str) -> Decimal | None:
    return Decimal(text) if text else None


def _exact(text: str) -> Decimal | Fraction:
    return Fraction(text) if "/" in text else Decimal(text)
