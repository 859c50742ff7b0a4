"""Exact, explained greenhouse-gas inventories, computed on the user's machine.

Amounts are :class:`decimal.Decimal` and never floats; results are Arrow streams, so that Polars, pandas, DuckDB
and PyArrow read them without a dependency of this package.

Example:
    >>> import emitrace as et
    >>> ledger = b"id,date,activity,quantity,unit\\n1,2023-05-31,electricity,1250,kWh\\n"
    >>> inventory = et.inventory(ledger, profile="ghg-protocol", gwp="AR5", region="VN")
    >>> inventory.scope_2_location_kg_co2e
    Decimal('824')
"""

from ._compare import BaseYear, Diff, Intensities, Targets, base_year, diff, intensity, targets
from ._explain import Explanation, GasLine, Leg, Step, explain
from ._factors import check_pack, packs, search_factors, show_factor
from ._figures import Figures, GasFigure
from ._inventory import Inventory, inventory, merge
from ._ledger import Ledger, read_ledger
from ._native import __version__
from ._numbers import amount, apportion, call, capabilities, convert
from ._organisation import organisation
from ._table import Table
from .errors import Error, FactorMissing, InputError, InternalError, Stopped, UnitError

__all__ = [
    "BaseYear",
    "Diff",
    "Error",
    "Explanation",
    "FactorMissing",
    "Figures",
    "GasFigure",
    "GasLine",
    "InputError",
    "Intensities",
    "InternalError",
    "Inventory",
    "Ledger",
    "Leg",
    "Step",
    "Stopped",
    "Table",
    "Targets",
    "UnitError",
    "__version__",
    "amount",
    "apportion",
    "base_year",
    "call",
    "capabilities",
    "check_pack",
    "convert",
    "diff",
    "explain",
    "intensity",
    "inventory",
    "merge",
    "organisation",
    "packs",
    "read_ledger",
    "search_factors",
    "show_factor",
    "targets",
]
