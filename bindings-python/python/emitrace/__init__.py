"""Exact, explained greenhouse-gas inventories, embedded emissions and origin traces."""

from ._native import __version__, amount, call
from .errors import Error, FactorMissing, InputError, InternalError, UnitError

__all__ = [
    "Error",
    "FactorMissing",
    "InputError",
    "InternalError",
    "UnitError",
    "__version__",
    "amount",
    "call",
]
