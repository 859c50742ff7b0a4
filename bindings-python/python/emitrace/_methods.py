"""Calculation methods: what a row may say beside its quantity, and sharing emissions out."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Any

from . import _native
from ._options import Number, number

__all__ = ["Method", "Parameter", "allocate", "methods"]


@dataclass(frozen=True, slots=True)
class Parameter:
    """A column that a method reads.

    Attributes:
        name: the column name, e.g. ``distance_km``.
        unit: unit of its numbers; ``1`` for a plain number, empty for a word.
        range: what may stand in it.
        needed: whether every row of the method needs it, of its own or from a record of a pack.
        says, says_vi: what it is, in English and Vietnamese.
        headers: headers that stand for it beside its name.
        words: words that it knows.
        records: records of packs that stand in where the cell is empty.
    """

    name: str
    unit: str
    range: str
    needed: bool
    says: str
    says_vi: str
    headers: tuple[str, ...]
    words: tuple[str, ...]
    records: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Method:
    """A calculation method.

    Attributes:
        id: the word for the column ``method``, e.g. ``freight``.
        number: its number in METHODS.
        says, says_vi: what it does, in English and Vietnamese.
        formula: the formula, with the columns that it reads.
        clause: the rule that it follows.
        aliases: other words for it.
        takes: units that the quantity may be in or convert to; empty: any that leads to the factor's.
        gives: units of what the factor multiplies; empty: that of the quantity.
        categories: where it may stand: keys, or ``1``, ``2``, ``3`` for a whole scope.
        uses_factor: whether the row's activity and place decide the factor.
        parameters: the columns that it reads, in the order of the formula.
    """

    id: str
    number: str
    says: str
    says_vi: str
    formula: str
    clause: str
    aliases: tuple[str, ...]
    takes: tuple[str, ...]
    gives: tuple[str, ...]
    categories: tuple[str, ...]
    uses_factor: bool
    parameters: tuple[Parameter, ...]


def methods(name: str = "", *, category: str = "") -> list[Method]:
    """The calculation methods that rows may name.

    Args:
        name: a method's word, for one of them only.
        category: a category such as ``3.4``, for the methods that may stand in it.

    Returns:
        The methods in the order of their numbers.

    Raises:
        emitrace.InputError: there is no such method or category.

    Example:
        >>> import emitrace as et
        >>> freight = et.methods("freight")[0]
        >>> freight.number, freight.formula
        ('M-35', 'quantity [t] × distance_km × factor')
        >>> [column.name for column in freight.parameters]
        ['distance_km']
    """
    answer = json.loads(_native.call("methods", json.dumps({"id": name, "category": category})))
    return [_method(entry) for entry in answer["methods"]]


def allocate(total_kg: Number, weights: Iterable[Number | Fraction]) -> list[Decimal]:
    """Shares kilograms out in proportion to weights, to the last 10⁻¹² kg (METHODS M-37).

    Args:
        total_kg: what is shared out, in kilograms, of at most twelve decimals.
        weights: zero or more each, at least one above zero, e.g. tonne-kilometres over great-circle distance.

    Returns:
        Kilograms for each weight; they add up to `total_kg`.

    Raises:
        emitrace.InputError: too many decimals, a weight is negative or all are zero.

    Example:
        >>> import emitrace as et
        >>> et.allocate("31.5", [240, 150, 100])
        [Decimal('15.428571428572'), Decimal('9.642857142857'), Decimal('6.428571428571')]
    """
    texts = [str(weight) if isinstance(weight, Fraction) else number("weights", weight) for weight in weights]
    request = {"total_kg": number("total_kg", total_kg), "weights": texts}
    parts: list[str] = json.loads(_native.call("allocate", json.dumps(request)))["parts_kg"]
    return [Decimal(part) for part in parts]


def _method(entry: dict[str, Any]) -> Method:
    columns = tuple(Parameter(**_frozen(column)) for column in entry["parameters"])
    return Method(**_frozen(entry) | {"parameters": columns})


def _frozen(entry: dict[str, Any]) -> dict[str, Any]:
    return {name: tuple(value) if isinstance(value, list) else value for name, value in entry.items()}
