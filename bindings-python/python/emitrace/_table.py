"""Tables of results."""

from __future__ import annotations

import importlib
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any, TypeAlias

from . import _html, _native

__all__ = ["Cell", "Table"]

#: What a cell holds; ``None`` only where a column says that a value can be absent.
Cell: TypeAlias = str | int | bool | date | Decimal | None

_CHUNK = 4096
_SHOWN = 20


class Table:
    """Named columns of equal length, readable by every library that knows Arrow.

    ``polars.DataFrame(table)``, ``pyarrow.table(table)``, ``duckdb.sql("from table")`` and
    ``pandas.DataFrame.from_arrow(table)`` (pandas 3) read it as it is; nothing needs to be installed for the rest.

    Masses are ``decimal128(38, 12)`` and CO2 equivalents ``decimal128(38, 15)``, both in kilograms; counts are
    ``uint64``, days ``date32``, texts ``utf8``. A column can hold nulls only where its description says so.

    Attributes:
        columns: names of the columns, a tuple of str.
        types: their Arrow types as text, a tuple of str.

    Example:
        >>> import emitrace as et
        >>> table = et.search_factors("điện VN 2023", limit=1)
        >>> len(table), table.columns[0], next(iter(table))["id"]
        (1, 'id', 'vn-grid/electricity-2023')
    """

    __slots__ = ("_columns", "_data")
    _data: _native.Table
    _columns: tuple[str, ...]

    def __init__(self, native: _native.Table) -> None:
        if not isinstance(native, _native.Table):
            raise TypeError("tables come from results; they are not made by hand")
        object.__setattr__(self, "_data", native)
        object.__setattr__(self, "_columns", tuple(native.columns))

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError("a table does not change")

    @property
    def columns(self) -> tuple[str, ...]:
        """Names of the columns."""
        return self._columns

    @property
    def types(self) -> tuple[str, ...]:
        """Arrow types of the columns, as text."""
        return tuple(self._data.types)

    def __len__(self) -> int:
        return len(self._data)

    def __iter__(self) -> Iterator[dict[str, Cell]]:
        for start in range(0, len(self._data), _CHUNK):
            for row in self._data.rows(start, start + _CHUNK):
                yield dict(zip(self._columns, row))

    def column(self, name: str) -> list[Cell]:
        """The values of a column, amounts as :class:`decimal.Decimal`.

        Raises:
            KeyError: the table has no such column.

        Example:
            >>> import emitrace as et
            >>> et.search_factors("điện VN 2023", limit=1).column("value")
            ['0.6592']
        """
        if name not in self._columns:
            raise KeyError(f"no column {name!r}; there are {', '.join(self._columns)}")
        return [row[name] for row in self]

    def to_pylist(self) -> list[dict[str, Cell]]:
        """All rows, each a dict from column to value; amounts are :class:`decimal.Decimal`."""
        return list(self)

    def to_arrow(self) -> Any:
        """A ``pyarrow.Table``; needs ``pyarrow``."""
        return _library("pyarrow", "to_arrow").table(self)

    def to_polars(self) -> Any:
        """A ``polars.DataFrame`` with Decimal columns; needs ``polars``."""
        return _library("polars", "to_polars").DataFrame(self)

    def to_pandas(self) -> Any:
        """A ``pandas.DataFrame`` of Arrow columns, so that sums stay exact; needs ``pandas`` and ``pyarrow``."""
        pandas = _library("pandas", "to_pandas")
        return self.to_arrow().to_pandas(types_mapper=pandas.ArrowDtype)

    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object:
        """The Arrow PyCapsule interface: the rows."""
        return self._data.__arrow_c_stream__(requested_schema)

    def __arrow_c_schema__(self) -> object:
        """The Arrow PyCapsule interface: names and types of the columns."""
        return self._data.__arrow_c_schema__()

    def __repr__(self) -> str:
        return f"<emitrace.Table: {len(self)} rows, columns {', '.join(self._columns)}>"

    def _repr_html_(self) -> str:
        rows = self._data.rows(0, _SHOWN)
        numbers = [at for at, kind in enumerate(self._data.types) if kind not in ("Utf8", "Date32", "Boolean")]
        more = f"the first {len(rows)} of {len(self)} rows" if len(rows) < len(self) else f"{len(self)} rows"
        return _html.table(self._columns, rows, more, numbers)


def _library(name: str, method: str) -> Any:
    try:
        return importlib.import_module(name)
    except ImportError as error:
        message = f"{method}() needs the package {name}, which is not installed: pip install {name}"
        raise ImportError(message, name=name) from error
