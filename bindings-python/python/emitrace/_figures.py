"""Sums of an inventory as Python objects."""

from __future__ import annotations

from dataclasses import dataclass, fields
from decimal import Decimal
from typing import Any

__all__ = ["Figures", "GasFigure"]


@dataclass(frozen=True, slots=True)
class GasFigure:
    """One gas in one account.

    Attributes:
        account: ``scope_1``, ``scope_2_location``, ``scope_2_market``, ``scope_3`` or ``offsets``.
        gas: ``CO2``, ``CH4``, ``HFC-134a``, ``CO2e (AR5)`` …
        kg: mass in kilograms.
        kg_co2e: effect in kilograms of CO2 equivalent; None if the GWP set has no value for the gas.
        in_total: whether it is part of the account's total.
    """

    account: str
    gas: str
    kg: Decimal
    kg_co2e: Decimal | None
    in_total: bool


@dataclass(frozen=True, slots=True)
class Figures:
    """Sums in kilograms of CO2 equivalent, exact to the last digit.

    Attributes:
        lines: lines of the ledger that contribute.
        scope_1_kg_co2e: scope 1.
        scope_2_location_kg_co2e: scope 2 by where the grid is.
        scope_2_market_kg_co2e: scope 2 by what is contracted.
        scope_3_kg_co2e: scope 3.
        total_location_kg_co2e: scopes 1, 2 (location-based) and 3.
        total_market_kg_co2e: scopes 1, 2 (market-based) and 3.
        biogenic_kg_co2: CO2 from biomass, in kilograms of CO2; outside the totals.
        outside_kg_co2e: gases outside the totals (HCFC, CFC …).
        offsets_kg_co2e: offsets and credits: never part of a total.
        gases: mass and effect for each account and gas.
    """

    lines: int
    scope_1_kg_co2e: Decimal
    scope_2_location_kg_co2e: Decimal
    scope_2_market_kg_co2e: Decimal
    scope_3_kg_co2e: Decimal
    total_location_kg_co2e: Decimal
    total_market_kg_co2e: Decimal
    biogenic_kg_co2: Decimal
    outside_kg_co2e: Decimal
    offsets_kg_co2e: Decimal
    gases: tuple[GasFigure, ...]

    @classmethod
    def _read(cls, plain: dict[str, Any]) -> Figures:
        gases = tuple(
            GasFigure(
                account=gas["account"],
                gas=gas["gas"],
                kg=Decimal(gas["kg"]),
                kg_co2e=None if gas["kg_co2e"] is None else Decimal(gas["kg_co2e"]),
                in_total=gas["in_total"],
            )
            for gas in plain["gases"]
        )
        sums = {name: Decimal(plain[name]) for name in SUMS}
        return cls(lines=plain["lines"], gases=gases, **sums)


#: Names of the sums, in the order in which results show them.
SUMS: tuple[str, ...] = tuple(field.name for field in fields(Figures) if "_kg_" in field.name)
