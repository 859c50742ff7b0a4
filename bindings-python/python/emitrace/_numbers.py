"""Numbers, units, and the door to every method of the engine."""

from __future__ import annotations

import json
from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction
from typing import Any

from . import _native
from ._options import Number, number

__all__ = ["amount", "apportion", "call", "capabilities", "convert"]


def call(method: str, request_json: str, /) -> str:
    """Carries out one call on the factor packs that belong to the package.

    Args:
        method: e.g. ``"capabilities"``, which lists the others.
        request_json: the request as JSON text; amounts are strings.

    Returns:
        The answer as canonical JSON: keys sorted, no white space, amounts as strings.

    Raises:
        emitrace.Error: or a class under it, with ``code``, ``path`` and ``help``.

    Example:
        >>> import emitrace as et
        >>> "capabilities" in et.call("capabilities", "{}")
        True
    """
    return _native.call(method, request_json)


def capabilities() -> dict[str, Any]:
    """What this engine knows: its version, methods, profiles, GWP sets, dimensions and fields.

    Example:
        >>> import emitrace as et
        >>> et.capabilities()["gwp_sets"]
        ['AR4', 'AR5', 'AR6']
    """
    answer: dict[str, Any] = json.loads(_native.call("capabilities", "{}"))
    return answer


def amount(value: Number, /) -> Decimal:
    """Reads a number exactly, as the engine does.

    Args:
        value: a number of at most 28 significant digits; never a float.

    Returns:
        The same number; trailing zeros are not kept.

    Raises:
        TypeError: the value is a float, a bool or no number type at all.
        emitrace.InputError: the text is no number, or has too many digits.

    Example:
        >>> import emitrace as et
        >>> et.amount("1.10")
        Decimal('1.1')
    """
    return _native.amount(value)


def convert(quantity: Number, unit: str, to: str) -> Decimal | Fraction:
    """Converts a quantity from one unit to another, exactly.

    Args:
        quantity: the amount, in `unit`.
        unit: its unit, as a ledger may write it.
        to: the unit wanted, of the same kind.

    Returns:
        The amount in `to`: a Decimal, or a Fraction if its decimals do not end.

    Raises:
        emitrace.UnitError: a unit is unknown or ambiguous, or the two are of different kinds.
        TypeError: the quantity is a float.

    Example:
        >>> import emitrace as et
        >>> et.convert("12.5", "tấn", "kg")
        Decimal('12500')
        >>> et.convert(1, "kWh", "MJ")
        Decimal('3.6')
        >>> et.convert(1, "MJ", "kWh")
        Fraction(5, 18)
    """
    request = {"quantity": str(amount(quantity)), "from": unit, "to": to}
    answer: str = json.loads(_native.call("units.convert", json.dumps(request)))["quantity"]
    return Fraction(answer) if "/" in answer else Decimal(answer)


def apportion(total: Number, weights: Iterable[Number | Fraction]) -> list[int]:
    """Shares out a whole number in proportion to weights without losing a unit (largest remainder).

    Args:
        total: a whole number of units, e.g. grams.
        weights: zero or more each, at least one above zero.

    Returns:
        One int for each weight; they add up to `total`.

    Raises:
        emitrace.InputError: the total is not whole, a weight is negative or all are zero.

    Example:
        >>> import emitrace as et
        >>> et.apportion(10_000, [1, 1, 1])
        [3334, 3333, 3333]
    """
    texts = [str(weight) if isinstance(weight, Fraction) else number("weights", weight) for weight in weights]
    request = {"total": number("total", total), "weights": texts}
    parts: list[str] = json.loads(_native.call("apportion", json.dumps(request)))["parts"]
    return [int(part) for part in parts]
